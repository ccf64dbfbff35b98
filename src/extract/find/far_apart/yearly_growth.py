"""Average yearly growth between two levels whose years are told.

"từ 20 nghìn con năm 2015 tăng lên 26 nghìn con năm 2020, bình quân tăng 5,4%/năm": over n years
the rate is compound (what many reckon) or a n-th of the whole growth (what others do); of two
percentages it is a n-th of the points between them. A rate that agrees with one of these is right;
one between the two may be the mean of yearly rates and is left open; one outside both is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.find.binding.summands import countable
from extract.model import Bond, Operand, Option
from extract.rules.wording import terms, wording
from extract.values.formula import Outcome, evaluate
from extract.values.units import PERCENT_UNITS

_FROM = wording("yearly_growth.from")
_TO = wording("yearly_growth.to")
_MEAN = wording("yearly_growth.mean")
_OPENS = wording("yearly_growth.opens")
_EACH_AFTER = wording("yearly_growth.each_after")
_HALF = Decimal(2)  # how many times one of two rates may be the other, to be a slip of it
_BEFORE = 12  # characters before a date that tell it is the beginning of a year
_LEAST, _MOST = 2, 30  # years that a mean growth spans


class YearlyGrowth(Distant):
    """Announces the average yearly growth between levels whose years are told."""

    def run(self) -> None:
        """Look at every rate that is told as one a year."""
        for n, p in enumerate(self.b.q):
            if n < 2 or p.unit != "%" or p.of is not None or p.value_to is not None:
                continue
            a, b = n - 2, n - 1
            before = self.folded[self.b.q[b].full_ve : p.vs]
            each = p.per == "năm" or _EACH_AFTER.match(self.folded, p.ve) or _MEAN.search(before)
            if each and ";" not in before and self._from_to(a, b, n):
                self._announce(a, b, n)

    def _from_to(self, a: int, b: int, n: int) -> bool:
        """True where figures `a` and `b` are the levels that a growth leads from and to."""
        q, frames = self.b.q, self.b.frames
        x, y = q[a], q[b]
        if not frames[a].sentence == frames[b].sentence == frames[n].sentence:
            return False
        if x.unit != y.unit or x.unit is None or x.of is not None or y.of is not None:
            return False
        rates = x.unit in PERCENT_UNITS and x.direction is None
        if not (rates or (countable(x) and countable(y))) or x.value <= 0 or y.value <= 0:
            return False
        low = frames[a].sentence[0]
        return bool(
            _FROM.search(self.folded, low, x.vs) and _TO.search(self.folded, x.full_ve, y.vs)
        )

    def _years(self, a: int, b: int, n: int) -> int | None:
        """How many years lie between the dates told right after the two levels."""
        q = self.b.q
        first = list(self._told(q[a].ve, q[b].vs))
        last = list(self._told(q[b].ve, q[n].vs))
        if len(first) != 1 or len(last) != 1:
            return None
        years = last[0][0] - first[0][0]
        if self._opens(first[0][1]) and not self._opens(last[0][1]):
            years += 1  # "đầu năm 2021 … cuối năm 2023"
        return years if _LEAST <= years <= _MOST else None

    def _opens(self, place: int) -> bool:
        """True where the words right before a date make it the beginning of its year."""
        return _OPENS.search(self.folded, max(0, place - _BEFORE), place) is not None

    def _told(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """(year, place) of each date."""
        for d in self.b.dates:
            if start <= d.vs < end and d.value and d.value[:4].isdigit() and "/" not in d.value:
                yield int(d.value[:4]), d.vs

    def _announce(self, a: int, b: int, n: int) -> None:
        years = self._years(a, b, n)
        if years is None:
            return
        q = self.b.q
        rises = q[b].value > q[a].value
        if q[n].direction is not None and rises != (q[n].direction == "increase"):
            return
        option = Option("yearly", (Operand(q[b].id, Decimal(years)), self.b.op(a)))
        outcome = evaluate(option, q[n], self.by_id)
        if outcome is None:
            return
        fine = outcome.verdict == "consistent"
        told = not fine and self.b.checked(a, b, n) and self._of_one_sort(b, outcome, n)
        bond: Bond = "unexplained" if told else "silent"
        self.b.add("percent", n, [option], self.b.scope(a, b, n), bond, "rel.yearly-growth")

    def _of_one_sort(self, b: int, outcome: Outcome, n: int) -> bool:
        """True where a rate can be no other than that of the levels: not of money, which may be
        told at the prices of the day and grow at constant ones, and not far from it."""
        unit, rate = self.b.q[b].unit, self.b.q[n].value
        if unit in terms("don_vi_tien") or not outcome.computed or not rate:
            return False
        return 1 / _HALF < outcome.computed / rate < _HALF
