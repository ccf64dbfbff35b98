"""Slips that the digits prove: figures side by side that do not agree, and would but for one wrong
digit or two swapped ones, where chance hardly explains that.

"đã giải quyết 5.612 tin, tỷ lệ giải quyết đạt 62,84%" of 8.214 tin the sentence before: 5.162 gives
the rate. As in `proofs`, what chance would give is counted: the slips that each figure may have
suffered, the pairs tried before, and the width of the stated interval over the stated value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise

from extract.find.binding.slip_search import slip_explains, sum_off
from extract.find.binding.summands import crossing, per_each
from extract.find.by_digits.proofs import GAP, LOG, LOOSE, Proof, hidden
from extract.model import Bond, Kind, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, TIME

_CHANCE = 0.01  # hits by chance that are let pass
_SHARED = 0.02  # the same for a share of the whole of those beside it
_SIBLING = 0.1  # and where several beside it, told in the same order, are shares of that whole
_SIBLINGS = 2
_WHOLES = 3  # levels before a part that may be its whole
_BESIDE = 8  # figures from a share to one that tells its whole
_ACROSS = 3 * _BESIDE  # the same for one of several that are told in the same order
_UNOPENED = 3  # times as sure a total must be whose parts no words open
_BY_STATE = 0.1  # and this much less where the parts are told by how far each is done
_LONGEST = 12  # levels of a row of parts
_FAR = 60  # figures after a total whose parts stand in paragraphs of their own
_PLANNED = wording("slips.planned")
_THAN_PLAN = wording("slips.than_plan")
_LEFT = wording("nearby.left")
_OPENED = wording("proved_slips.opened")
_STATE = wording("proved_slips.state")
_ASIDE = re.compile(r" ?\([^()]*\)")
_OVERLAP = wording("summands.overlap")
_MORE = wording("proved_slips.more")
_WITH = wording("proved_slips.with")
_OF_PLAN = wording("proved_slips.of_plan")
_REACHED = wording("unpaired_shares.reached")
_REST = 40  # characters after a row of parts that may tell of others
RULE = "rel.proved-slip"


class SlipProofs(Proof):
    """Announces the contradictions that a slip alone explains."""

    outdone = LOOSE | {"bracket"}

    def run(self) -> None:
        """Look at every figure that no relation explains so far."""
        told = list(self.shares_told())
        self._bases = {rate: whole for rate, _, whole in told}
        self._orders = {rate: (rate - part, whole) for rate, part, whole in told}
        self._wholes: dict[int, set[int]] = {}  # part -> the totals that it is summed to
        for a in self.b.found:
            if a.kind == "sum":
                for k in self.b.operands(a.options[0]):
                    self._wholes.setdefault(k, set()).add(self.b.place[a.stated])
        self._sure = self._confirmed()
        for n, x in enumerate(self.b.q):
            if x.bound is not None or not self.open(n):
                continue
            if x.unit in PERCENT_UNITS:
                if x.step and x.value != HUNDRED and x.direction is None:
                    self._share(n)
            elif x.unit in TIME or x.per is not None:
                continue
            elif x.direction is None and _LEFT.search(self.b.clause_before(n)):
                self._left(n)
            else:
                self._total(n)

    def _confirmed(self) -> set[str]:
        """The figures that a relation announced so far agrees on."""
        found: set[str] = set()
        for a in self.b.found:
            option = a.options[0]
            if self.b.agrees(option, a.stated):
                found |= option.ids | {a.stated}
        return found

    def _sibling(self, n: int) -> bool:
        """True where a share is not one of the whole that several beside it are shares of, each
        told as far behind its part, which is announced: "15,2 nghìn ha với 58 khu, chiếm 7,4%;"."""
        beside = range(max(0, n - _ACROSS), min(len(self.b.q), n + _ACROSS))
        orders = Counter(self._orders[k] for k in beside if k in self._orders)
        for (back, y), times in orders.most_common(1):
            x = n - back
            if times < _SIBLINGS or x < 0 or x == y or not self.usable(x):
                continue
            if not self.b.one_sentence(x, n):
                continue
            counts = not (self.b.q[x].step or self.b.q[y].step)
            return self._is_share(n, x, y, _CHANCE / _SIBLING, counts=counts)
        return False

    def _share(self, n: int) -> None:
        """A share is one of a level before its part, or of the whole of the shares beside it."""
        p, x = self.b.q[n], n - 1
        if _OF_PLAN.match(self.folded, p.ve) or self._sibling(n):
            return
        if not n or not self.b.one_sentence(x, n) or not self.usable(x):
            return
        gap = self.folded[self.b.q[x].full_ve : p.vs]
        if len(gap) > GAP:
            return
        beside = range(max(0, n - _BESIDE), min(len(self.b.q), n + _BESIDE))
        shared = {self._bases[k] for k in beside if k in self._bases}
        if len(shared) == 1 and self._is_share(n, x, shared.pop(), _CHANCE / _SHARED):
            return
        if ";" in gap:
            return
        own = self._wholes.get(x, set())
        block = self.b.frames[n].block  # further off, names would have to tell
        near = [y for y in self.before(x) if self.b.frames[y].block == block]
        wholes = [y for y in near if self._may_hold(x, y)]
        wholes = [y for y in wholes if own.isdisjoint(self._wholes.get(y, ()))]
        if _REACHED.fullmatch(gap):  # "vốn trung ương 902 tỷ đồng, đạt 58,9%" of its plan
            wholes = [y for y in wholes if y not in own]
        for tries, y in enumerate(wholes[:_WHOLES], 1):
            if self._is_share(n, x, y, tries):
                return

    def _may_hold(self, x: int, y: int) -> bool:
        part, whole = self.b.q[x], self.b.q[y]
        return self.akin(part, whole) and part.value < whole.value

    def _is_share(self, n: int, x: int, y: int, tries: float, *, counts: bool = False) -> bool:
        """True where rate `n` is that of a part in a whole, of one unit or two `counts`, but for a
        slip, so many tries allowed for; it is announced."""
        option = self.b.percent(x, y)
        p, part, whole = self.b.q[n], self.b.q[x], self.b.q[y]
        room = float(p.step) / float(min(p.value, abs(HUNDRED - p.value)))
        width = (tries * room + hidden(part, whole)) / LOG
        may_hold = self._may_hold(x, y) or (counts and part.value < whole.value)
        slipped = may_hold and self._slipped(option, n, width)
        if slipped:
            self._contradict("share", n, option)
        return slipped

    def _contradict(self, kind: Kind, n: int, option: Option, bond: Bond = "unexplained") -> None:
        """Announce what a slip of its figures contradicts, in place of what ties them loosely."""
        stated = self.b.q[n].id
        self.b.take_back(
            lambda a: (
                a.stated == stated and a.bond in self.outdone and a.options[0].ids == option.ids
            )
        )
        self.add(kind, n, option, bond, RULE)

    def _left(self, n: int) -> None:
        """What is left is the difference of the two levels before it, past the parts of the one:
        "Được cấp 90 triệu đồng, gồm: A 50, B 40. Đã chi 84 triệu đồng, còn tồn 16"."""
        x = self.b.q[n]
        near = [k for k in self.around(n) if k < n and self.akin(self.b.q[k], x)]
        pool = near[:1] + [k for k in near[1:] if k not in self.b.parts][:1]
        if len(pool) < 2:
            return
        planned = any(_PLANNED.search(self.b.clause_before(k)) for k in pool)
        if _THAN_PLAN.match(self.folded, x.full_ve) and not planned:
            return  # "năm 2024 tuyển 140 người; hiện còn thiếu 312 người so với định mức"
        b, a = sorted(pool, key=lambda k: self.b.q[k].value)
        option = self.b.less(a, b)
        if self._slipped(option, n, self.width(n, a, b)):
            self._contradict("difference", n, option)

    def _total(self, n: int) -> None:
        """A total is the sum of all its like in the rest of its sentence, or in the next one that
        has such; of those outside brackets, or of all."""
        x = self.b.q[n]
        sums = [a for a in self.stated.get(x.id, ()) if a.kind == "sum"]
        if any(a.bond == "open" for a in sums):
            return  # words say that some parts are left out
        known = [a.options[0].ids for a in sums if a.bond != "silent"]
        tied = [self.b.operands(a.options[0]) for a in sums]
        opened = _OPENED.match(self.folded, x.full_ve) is not None
        sure = 1 if opened else _UNOPENED
        rows = self._rows(n)
        if opened and x.unit is not None:
            rows = chain(rows, self._items(n))
        rows = chain(rows, (row for row in tied if n < row[0]))
        for tries, row in enumerate(rows, 1):
            if len(row) < 2 or any(self.b.q[k].value >= x.value for k in row):
                continue
            by_state = not opened and self._by_state(n, row)
            told = opened or row in tied or by_state or self._apart(n, row[0])
            option = self.b.sum_of(row)
            if not told or any(ids != option.ids for ids in known) or self._overlap(n, row):
                continue
            likely = _BY_STATE if by_state else sure
            if self._slipped(option, n, tries * likely * self.width(n, *row)):
                part = self._slipped_part(n, row) if x.id in self._sure else None
                if part is None:
                    self._contradict("sum", n, option, "weak" if known else "unexplained")
                else:  # the whole is told right: a part must be wrong
                    others = (self.b.op(k, -1) for k in row if k != part)
                    rest = Option("sum", (self.b.op(n), *others))
                    self._contradict("difference", part, rest)
                return

    def _slipped_part(self, n: int, row: list[int]) -> int | None:
        """The one of some parts that no other relation confirms and a slip leads away from what
        the others leave of figure `n`."""
        q = self.b.q
        gap = q[n].value - sum(q[k].value for k in row)
        free = (k for k in row if q[k].id not in self._sure)
        return next((k for k in free if self.slipped(k, q[k].value + gap)), None)

    def _rows(self, n: int) -> Iterator[list[int]]:
        """The rows of figures that figure `n` may be the total of: levels, or, where it is a
        change, changes of its direction as well."""
        x, frames = self.b.q[n], self.b.frames
        end = min(len(frames), n + 1 + 2 * _LONGEST)
        after = [k for k in range(n + 1, end) if self.b.one_block(k, n)]
        for direction in dict.fromkeys((None, x.direction)):
            like = [k for k in after if self._is_like(k, n, direction)]
            run = [k for k in like if self.b.one_sentence(k, like[0])]
            outer = [k for k in run if self.b.bracket(k) is None]
            yield run[:_LONGEST]
            if outer != run:
                yield outer[:_LONGEST]
            if run and self.b.one_sentence(run[0], n):  # past a level before, aside
                yield self._in_next_sentence(n, like)[:_LONGEST]

    def _in_next_sentence(self, n: int, like: list[int]) -> list[int]:
        """Those outside brackets in the first sentence behind that of figure `n` that has any."""
        told = [k for k in like if not self.b.one_sentence(k, n) and not self.b.bracket(k)]
        return [k for k in told if self.b.one_sentence(k, told[0])]

    def _items(self, n: int) -> Iterator[list[int]]:
        """The first like of figure `n` in each paragraph or item after its own: of the next two, of
        the next three …"""
        frames, found = self.b.frames, list[int]()
        last = frames[n].block
        for k in range(n + 1, min(len(frames), n + 1 + _FAR)):
            block = frames[k].block
            if block - frames[n].block > _LONGEST:
                break
            if block != last and self._is_like(k, n, None):
                found.append(k)
                last = block
        yield from (found[:size] for size in range(2, len(found) + 1))

    def _apart(self, n: int, first: int) -> bool:
        """True where the first part stands in another sentence than figure `n`, or "với" leads to
        it: else one figure is told after the other."""
        own = self.b.one_sentence(first, n)
        start, end = self.b.q[n].full_ve, self.b.q[first].vs
        return not own or _WITH.fullmatch(self.folded, start, end) is not None

    def _by_state(self, n: int, row: list[int]) -> bool:
        """True where every part of figure `n`, in its sentence, is told by how far it is done, some
        done and some not: "được giao 412 việc, đã hoàn thành 380 việc, đang thực hiện 32 việc"."""
        low = self.b.frames[n].sentence
        if any(self.b.frames[k].sentence != low for k in row):
            return False
        states = set()
        for before, k in pairwise((n, *row)):
            told = _ASIDE.sub("", self.b.between(before, k))
            m = _STATE.search(told)
            if m is None or any(c.isdigit() for c in told):
                return False
            states.add(m.lastgroup)
        return len(states) > 1 and states != {"done", "back"}  # "đã xử lý …, trả lại …": or open

    def _overlap(self, n: int, row: list[int]) -> bool:
        """True where words say that the parts overlap, or are not all there is, or a part is told
        of each of several: "Hà Nội và Hưng Yên mỗi nơi 8 ca"."""
        start, last = self.b.q[n].ve, self.b.q[row[-1]]
        q, high = self.b.q, self.b.frames[row[-1]].sentence[1]
        told = (k for k in range(row[0], min(len(q), row[-1] + _LONGEST)) if q[k].vs < high)
        return (
            any(per_each(self.b, k) and not self.b.bracket(k) for k in told)
            or crossing(self.folded, start, last.full_ve)
            or _OVERLAP.search(self.folded, start, last.full_ve + _REST) is not None
            or _MORE.match(self.folded, last.full_ve) is not None
        )

    def _is_like(self, k: int, n: int, direction: str | None) -> bool:
        """True where figure `k` may be a part of figure `n`, both of a direction or of none."""
        x, y = self.b.q[n], self.b.q[k]
        if direction is None:
            return self.usable(k) and self.akin(y, x) and not per_each(self.b, k)
        return y.direction == direction and self.akin(y, x) and self.b.checked(k)

    def _slipped(self, option: Option, n: int, width: float) -> bool:
        """True where a slip of one of the figures explains why a reading of figure `n` does not
        agree, and chance, of so many hits a try, does not."""
        stated = self.b.q[n]
        if agrees(option, stated, self.by_id):
            return False
        own = {o.quantity: self.by_id[o.quantity] for o in option.operands}

        def fits(q: Quantity, meant: Quantity) -> bool:
            right = meant if q is stated else stated
            return agrees(option, right, {**own, q.id: meant})

        off = sum_off(option, stated, own)
        return slip_explains([stated, *own.values()], fits, width, _CHANCE, off=off)
