"""Slips in plain passages: two levels and their difference (`slip_changes`), share or ratio
(`slip_rates`); totals, breakdowns and products, told by a cue word.

The rules tie figures by their words; here only the cue is asked for (giảm, còn thiếu, chiếm, gấp,
tổng cộng …), and the figures are the nearest two of one unit. Such a relation is announced only
where it does not agree *and* the figure is one wrong or swapped digit away from what follows, and
`judge` drops it where any relation explains the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.find.binding.agreed import factors
from extract.find.binding.comparable import EACH
from extract.find.binding.slip_search import FIGURES, is_slip, is_swap
from extract.find.binding.summands import TURNED, countable, crossing, is_stock, partial
from extract.find.slips.slip_changes import ChangeSlips
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits
from extract.values.units import PERCENT_UNITS, POINTS, TIME

_GAP = wording("slips.gap")
_LEFT = wording("slips.left")
_ASIDE = wording("slips.aside")
_SUM = wording("slips.sum")
_OPEN = wording("slips.open")
_END = wording("slips.end")
_MANY = wording("slips.many")
_ALIKE = wording("slips.both_of_each")
_OF_PLACE = wording("slips.of_place")


_FEW_PARTS = 2  # parts; of more, each with its rate, a slip is told
_NAMED_DIGITS = 4  # digits of what the whole of a place has, told after its parts


class Slips(ChangeSlips):
    """Announces what only a slip explains, for every figure that a cue word stands before."""

    def run(self) -> None:
        """Look at every figure that arithmetic may check."""
        self._factors = factors(self.b)
        for n, x in enumerate(self.b.q):
            if not self.b.checked(n) or x.words or x.of is not None or x.bound is not None:
                continue
            low = max(self.b.frames[n].sentence[0], x.vs - 90, self.b.q[n - 1].ve if n else 0)
            before = self.folded[low : x.vs]
            if _ASIDE.search(before):
                continue
            if x.unit in POINTS and (x.unit not in PERCENT_UNITS or x.direction is not None):
                self._change(n, percent=True)
            if x.unit in PERCENT_UNITS:
                self._rate(n, before)
            elif x.unit == "lần":
                self._times(n, before)
            elif x.unit not in TIME and x.per is None:
                told = x.direction is not None or _GAP.search(before)
                if told or _LEFT.match(self.folded, x.full_ve):
                    self._change(n, percent=False)
                if _SUM.search(before):
                    self._total(n, n - 1)
                elif _OF_PLACE.search(before):
                    self._total(n, n - 1, of_place=True)
                elif n and _SUM.search(self.b.clause_before(n - 1)):
                    self._total(n, n - 2, counted=n - 1)
                self._breakdown(n)
        for start, end in self._sentences():
            self._product(start, end)

    def _sentences(self) -> Iterator[tuple[int, int]]:
        """First figure and the one after the last of each sentence."""
        start = 0
        for n in range(1, len(self.b.q) + 1):
            if n == len(self.b.q) or not self.b.one_sentence(n, start):
                yield start, n
                start = n

    def _alike_units(self, k: int, n: int) -> bool:
        """True where the units are one, or sorts of one count of things."""
        x, t = self.b.q[k], self.b.q[n]
        return x.unit == t.unit or (x.step == t.step == 0 and self.b.same.akin(x.unit, t.unit))

    def _total(
        self, n: int, last: int, counted: int | None = None, *, of_place: bool = False
    ) -> None:
        """a, b, c; tổng cộng T: all figures of T's unit up to figure `last` in a row; of changes
        what stands in brackets after them is passed over: "giảm 11 trường (còn 31), giảm 8 trường
        (còn 12)"; so are the rates of three parts or more and what a part is the product of.
        Figure `counted` must be how many they are: "tổng cộng 03 cụm giảm 627 hộ". What a whole
        place has (`of_place`) may be more than the parts told of it, unless chance hardly makes
        it."""
        parts: list[int] = []
        rates = 0
        changed = self.b.q[n].direction
        for k in range(last, max(-1, n - FIGURES), -1):
            x = self.b.q[k]
            if changed is not None and not self.b.visible(k, self.b.q[n].vs):
                continue
            if parts and x.id in self._factors:
                continue
            if x.unit == "%" and x.direction is None and self.b.one_block(k, n):
                rates += 1
                continue
            if not self.b.one_block(k, n) or not countable(x):
                break
            if not self._alike_units(k, n) or x.direction != changed or not self.b.checked(k):
                break
            parts.insert(0, k)
        if any(self.b.q[k].value >= self.b.q[n].value for k in parts):  # of another whole
            parts = [k for k in parts if self.b.one_sentence(k, parts[-1])]
            parts = parts if len(parts) > _FEW_PARTS else []
        if parts and partial(self.b, self.b.q[parts[0]].vs, self.b.q[n].vs):
            return
        if parts and is_stock(self.b, parts, n):
            return
        if counted is not None and self.b.q[counted].value != len(parts):
            return
        if rates and not len(parts) == rates > _FEW_PARTS:
            return  # each has its rate, or none
        if of_place and (len(parts) <= _FEW_PARTS or not self._fine(n, parts)):
            return
        if len(parts) >= 2 and all(self.b.q[k].value < self.b.q[n].value for k in parts):
            self._announce("sum", n, [self.b.sum_of(parts)], parts)

    def _fine(self, n: int, parts: list[int]) -> bool:
        """True where figure `n` is the sum of parts but for two digits exchanged, or has so many
        digits that one wrong among them is hardly chance."""
        t = self.b.q[n]
        return len(digits(t, t.value)) >= _NAMED_DIGITS or is_swap(t, self.b.worth(parts))

    def _breakdown(self, n: int) -> None:
        """T …: a, b và c. — to the end of the sentence, with nothing else in it."""
        t = self.b.q[n]
        m = _OPEN.match(self.folded, t.full_ve)
        high = self.b.frames[n].sentence[1]
        if m is None or m.end() >= high or crossing(self.folded, t.ve, high):
            return
        parts = []
        for k in range(n + 1, min(len(self.b.q), n + FIGURES)):
            if self.b.q[k].vs >= high:
                break
            if not countable(self.b.q[k]) or not self._alike_units(k, n) or not self.b.checked(k):
                return
            if TURNED.search(self.b.between(k - 1, k)):
                return
            parts.append(k)
        if len(parts) < 2 or self.b.q[parts[0]].vs > m.end() + 1:
            return
        if _ASIDE.search(self.folded, t.ve, high) or not _END.fullmatch(
            self.folded, self.b.q[parts[-1]].full_ve, high
        ):
            return
        self._announce("sum", n, [self.b.sum_of(parts)], parts)

    def _product(self, start: int, end: int) -> None:
        """n things, r each, t in all, and no other figure in the sentence."""
        if end - start != 3:
            return
        low, high = self.b.frames[start].sentence
        three = range(start, end)
        q = [self.b.q[k] for k in three]
        each = EACH.search(self.folded, low, high) or any(x.per for x in q)
        if not each or _MANY.search(self.folded, low, high):
            return
        if any(x.direction or x.of or x.words or x.value_to or x.bound for x in q):
            return
        if any(x.unit in PERCENT_UNITS or x.unit == "lần" for x in q) or not self.b.checked(*three):
            return
        t = max(three, key=lambda k: self.b.q[k].value)
        n, r = (k for k in three if k != t)
        if EACH.search(self.folded, low, self.b.q[n].vs) and _ALIKE.fullmatch(self.b.between(n, r)):
            return  # "mỗi xã có 21 công chức và 14 người …": both of each
        if min(self.b.q[n].value, self.b.q[r].value) < 2 or self.b.q[t].unit is None:
            return
        if self.b.q[t].unit not in (self.b.q[n].unit, self.b.q[r].unit) and self.b.q[t].step:
            return
        option = Option("product", (self.b.op(n), self.b.op(r)))
        stated = self.b.q[t]
        if agrees(option, stated, self.by_id):
            return
        made = self.b.q[n].value * self.b.q[r].value
        rates = [(self.b.q[a], stated.value / self.b.q[b].value) for a, b in ((n, r), (r, n))]
        if any(abs(rate - x.value) < 1 for x, rate in rates if x.step == 0):
            return  # an average told without its decimals
        if (is_slip(stated, made) and len(digits(stated, stated.value)) > 2) or any(
            rate == rate.to_integral_value() and is_slip(x, rate) for x, rate in rates
        ):
            scope = self.b.scope(*three)
            self.b.add("product", t, [option], scope, "unexplained", "rel.slip-product")
