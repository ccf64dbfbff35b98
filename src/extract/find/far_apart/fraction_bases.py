"""Figures written x/y as what others are a change or a share of.

"giảm 5,83% (339/360 vụ)", "ít hơn 21 vụ (339/360 vụ)": x now of y before. "có 53/58 đại biểu … 49
phiếu (chiếm 84,48% tổng số đại biểu)", "18/142 xã (12,68%); 124 xã (87,32%)": a share of the y of
x/y; "16/22 chỉ tiêu đạt; 06 chỉ tiêu không đạt": what x leaves of y. Most are only confirmed; a
change contradicts where its twin agrees with the same x/y, a share where two others of the whole
that it names agree, what is left where it is told by what is not so of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from extract.find.binding.distant import Distant
from extract.find.binding.fractions import shared_rest
from extract.find.binding.slip_search import is_slip
from extract.find.binding.summands import countable
from extract.find.shares.named_bases import base_words
from extract.find.shares.share_pairs import Pair, Pairs
from extract.model import Announced, Bond, Formula, Kind, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits
from extract.values.units import PERCENT_UNITS

_LESS = wording("fraction_bases.less")
_MORE = wording("fraction_bases.more")
_EQUALS = wording("fraction_bases.equals")
_NOT_YET = wording("relations.not_yet")
_REST = wording("remainders.left")
_BREAKDOWN = wording("flow_roles.breakdown")
_THEN = wording("fraction_bases.then")
_BEHIND = re.compile(r"(?: [^\W\d_]+){0,4} ?\(")
_GAP = re.compile(r"(?: [^\W\d_]+){0,4} ?\( ?")
_DIGITS = 3  # digits of a share that a whole which it does not name may confirm
_FEW = 9  # a count that is told again by chance
_LEAD = 60  # characters before a change that tell which way it goes
_CHANGE_RULE = "rel.fraction-change"
_LEFT_RULE = "rel.fraction-rest"
_ITEMS = 6  # items of a list, of which one tells the whole of the others
_BEHIND_X = 5  # figures behind x/y among which what it leaves is told
_SHARE_RULE = "rel.fraction-base"


class FractionBases(Distant):
    """Announces the changes and the shares whose level before or whole is the y of some x/y."""

    def run(self) -> None:
        """Look at the bracketed fractions after changes, and at shares that nothing explains."""
        self.known = (-1, 0)  # the last fraction that a share was one of, and that share's end
        fractions = [n for n, q in enumerate(self.b.q) if q.of and countable(q)]
        for f in fractions:
            self._changes(f)
            self._left(f)
            self._parts(f)
        if not fractions:
            return
        for pair in self.b.once(Pairs).all:
            if not self.settled(pair.p, "share", "percent"):
                self._share(pair, fractions)

    # -- x/y as now and before -----------------------------------------------------------------

    def _changes(self, f: int) -> None:
        """giảm C, giảm P% (x/y vụ), x/y vụ (giảm C, giảm P%): the change and the rate right before
        the bracket, or in one right behind the fraction; the rate behind the bracket, too: "tăng C
        vụ (x/y vụ), tức tăng P%"."""
        q = self.b.q
        told: list[int] = []
        if f and _GAP.fullmatch(self.folded, q[f - 1].full_ve, q[f].vs):
            apart = any(mark in self.folded[q[f - 2].ve : q[f - 1].vs] for mark in "();")
            two = f > 1 and (q[f - 1].unit in PERCENT_UNITS) != (q[f - 2].unit in PERCENT_UNITS)
            told = [f - 1, f - 2] if two and not apart else [f - 1]
            if f + 1 < len(q) and _THEN.fullmatch(self.folded, q[f].ve, q[f + 1].vs):
                told.append(f + 1)
        elif f + 1 < len(q) and _BEHIND.match(self.folded, q[f].full_ve, q[f + 1].vs):
            close = self.b.bracket(f + 1)
            told = [n for n in (f + 1, f + 2) if close and n < len(q) and q[n].vs < close[1]]
        ways = {n: way for n in told if (way := self._way(n)) is not None}
        if not ways:
            return
        way = next(iter(ways.values()))
        top, bottom = q[f].value, q[f].of or q[f].value
        if len(set(ways.values())) > 1 or (top < bottom) != (way < 0) or top == bottom:
            return
        self._judge(f, way, [n for n in told if n in ways or self._rate_of(n, ways)])

    def _rate_of(self, n: int, ways: Mapping[int, int]) -> bool:
        """True where figure `n` is told as the rate of the change before it."""
        x = self.b.q[n]
        return n - 1 in ways and bool(_EQUALS.fullmatch(self.folded, self.b.q[n - 1].full_ve, x.vs))

    def _judge(self, f: int, way: int, told: Sequence[int]) -> None:
        """Announce changes and rates of the level y of x/y, where one of them agrees."""
        found: list[tuple[int, Kind, Option]] = []
        for n in told:
            x = self.b.q[n]
            if not self.b.one_sentence(n, f):
                continue
            if x.unit in PERCENT_UNITS:
                formula: Formula = "growth" if way > 0 or x.direction else "fall"
                found.append((n, "percent", Option(formula, (self.b.op(f),))))
            elif self.b.q[f].unit is None or self.b.same.akin(x.unit, self.b.q[f].unit):
                found.append((n, "difference", Option("gap", (self.b.op(f, way),))))
        right = [n for n, _kind, o in found if agrees(o, self.b.q[n], self.by_id)]
        for n, kind, option in found:
            if right and self.b.checked(n, f):
                bond: Bond = "silent" if n in right else "weak"
                self.b.add(kind, n, [option], "sentence", bond, _CHANGE_RULE)

    def _way(self, n: int) -> int | None:
        """1 for a rise, -1 for a fall told by figure `n`, its sign or the words before it."""
        if n < 0 or self.b.q[n].of is not None:
            return None
        x = self.b.q[n]
        if x.direction is not None:
            return 1 if x.direction == "increase" else -1
        low = max(self.b.frames[n].sentence[0], x.vs - _LEAD, self.b.q[n - 1].full_ve if n else 0)
        if _LESS.search(self.folded, low, x.vs):
            return -1
        return 1 if _MORE.search(self.folded, low, x.vs) else None

    # -- what x leaves of y ----------------------------------------------------------------------

    def _left(self, f: int) -> None:
        """Announce a count behind x/y, in its sentence, that is just what x leaves of y: "có 16/22
        chỉ tiêu đạt kế hoạch; 06 chỉ tiêu không đạt"."""
        q, left = self.b.q, (self.b.q[f].of or 0) - self.b.q[f].value
        if left <= 0 or not self.b.checked(f):
            return
        for n in range(f + 1, min(len(q), f + 1 + _BEHIND_X)):
            if not self.b.one_sentence(n, f):
                return
            if not self.level(n) or q[n].unit != q[f].unit or not self.b.visible(n, q[f].vs):
                continue
            opposite = n == f + 1 and self._not_so(f, n)
            if q[n].value == left or opposite:
                if not self.settled(n, "sum", "difference"):
                    bond: Bond = "near" if opposite else "silent"
                    option = Option("gap", (self.b.op(f, -1),))
                    self.b.add("difference", n, [option], "sentence", bond, _LEFT_RULE)
                return

    def _parts(self, f: int) -> None:
        """Announce the last of several counts behind x/y that with it make up y: "45/112 xã đạt
        chuẩn; 32 xã đạt 15 tiêu chí trở lên; còn lại 35 xã"; one told as the rest may be a slip."""
        q = self.b.q
        own = takewhile(lambda k: self._one_list(f, k), range(f + 1, len(q)))
        row, whole_row = self.row([k for k in own if not self._is_limit(f, k)], q[f])
        left = (q[f].of or 0) - q[f].value
        if len(row) < 2 or not self.b.checked(f) or self._broken_down(f, row[0]):
            return
        size = next((k for k in range(2, len(row) + 1) if self.b.worth(row[:k]) == left), 0)
        last = row[size - 1] if size else row[-1]
        told = _REST.search(self.b.clause_before(last)) is not None
        slips = whole_row and told and self.b.worth(row[:-1]) < left and self._slips_of(left, row)
        if self.settled(last, "sum", "difference") or not (size or slips):
            return
        others = [self.b.op(k, -1) for k in row[: row.index(last)]]
        option = Option("gap", (self.b.op(f, -1), *others))
        bond: Bond = "silent" if size else "unexplained"
        self.b.add("difference", last, [option], self.b.scope(f, last), bond, _LEFT_RULE)

    def _one_list(self, x: int, y: int) -> bool:
        """True where figure `y` stands in the sentence of `x` before it, or both in items of a
        list."""
        own, other = self.b.frames[x], self.b.frames[y]
        if own.sentence == other.sentence:
            return True
        apart = 0 < other.block - own.block < _ITEMS
        return apart and self.b.in_item(x) and self.b.in_item(y)

    def _is_limit(self, f: int, k: int) -> bool:
        """True where figure `k` is a limit of the class that a part counts: "32 xã đạt từ 15 đến 18
        tiêu chí", "4 dự án trên 15 tỷ đồng"."""
        x = self.b.q[k]
        return (x.value_to is not None or x.bound is not None) and not self.akin(x, self.b.q[f])

    def _slips_of(self, left: Decimal, row: Sequence[int]) -> bool:
        """True where a slip in one figure of a row keeps it from making up what is left."""
        gap = self.b.worth(row) - left
        return any(is_slip(self.b.q[k], self.b.q[k].value - gap) for k in row)

    def _broken_down(self, f: int, first: int) -> bool:
        return _BREAKDOWN.search(self.folded, self.b.q[f].ve, self.b.q[first].vs) is not None

    def _not_so(self, f: int, n: int) -> bool:
        """True where figure `n` counts those of which what fraction `f` tells is not so."""
        m = _NOT_YET.match(self.folded, self.b.q[n].full_ve)
        if shared_rest(self.b, f, n):
            return False
        return m is not None and f" {m['verb']} " in self.folded[self.b.q[f].ve : self.b.q[n].vs]

    # -- the y of x/y as a whole ---------------------------------------------------------------

    def _share(self, pair: Pair, fractions: list[int]) -> None:
        """A share of the y of a fraction before it: of the whole that it names, wherever that is
        told, else of one in its sentence or the sentence before."""
        q, p = self.b.q, self.b.q[pair.p]
        if q[pair.x].direction is not None or any(self._firm(a) for a in self.stated.get(p.id, ())):
            return
        named = base_words(pair.named) if pair.named else frozenset()
        if named is None:
            return
        low, _high = self.window(pair.first, pair.last)
        for f in reversed(fractions):
            if not low <= f < pair.first or (q[f].of or 0) < q[pair.x].value:
                continue
            unit = q[f].unit or ""
            again = q[f].value == q[pair.x].value and q[f].unit == q[pair.x].unit
            if again and not pair.named and q[f].value > _FEW:
                option = Option("percent", (self.b.op(f),))
                if agrees(option, p, self.by_id):
                    self._add(pair, f, option, "silent")
                    return
            bound = bool(unit) and f" {unit} " in f" {pair.named} " and named <= self.words(f)
            if not bound and (pair.named or not self._beside(f, pair)):
                continue
            option = Option("among", (self.b.op(pair.x), self.b.op(f)))
            fine = agrees(option, p, self.by_id)
            long = len(digits(p, p.value)) >= _DIGITS
            sure = bound or long or self._goes_on(pair, f)
            if fine and sure:
                self._add(pair, f, option, "silent")
                self.known = (f, pair.last)
                return
            if bound:
                of_those = self.b.percent(pair.x, f)
                if not agrees(of_those, p, self.by_id):  # a share of the x of x/y
                    self._add(pair, f, option, "group")
                return

    def _goes_on(self, pair: Pair, f: int) -> bool:
        """True where the share right before a pair in its sentence is one of the same fraction."""
        last, k = self.known
        return last == f and pair.first - k == 1 and self._one_list(k, pair.first)

    def _firm(self, a: Announced) -> bool:
        """True for a relation that words announce and that agrees with its figure."""
        fine = any(self.b.agrees(o, a.stated) for o in a.options)
        return fine and a.bond not in ("silent", "open")

    def _beside(self, f: int, pair: Pair) -> bool:
        """True where a fraction stands near a pair that counts what it counts, or in an item of its
        list."""
        x, y = self.b.q[pair.x], self.b.q[f]
        if x.unit is None or x.unit != y.unit:
            return False
        own, other = self.b.frames[pair.first], self.b.frames[f]
        near = own.block == other.block and own.sentence[0] - other.sentence[1] <= 1
        return near or self._one_list(f, pair.first)

    def _add(self, pair: Pair, f: int, option: Option, bond: Bond) -> None:
        scope = self.b.scope(pair.x, pair.p, f)
        group = f"of-{self.b.q[f].id}"
        self.b.add("share", pair.p, [option], scope, bond, _SHARE_RULE, group=group)
