"""What a budget has to spend, from its sources: "dự toán giao đầu năm 8.400 triệu đồng, bổ sung 950
triệu đồng, chuyển nguồn năm trước sang 210 triệu đồng, thu hồi 60 triệu đồng, tổng nguồn 9.500
triệu đồng".

The total stands behind the sources, or right before them. One that does not agree contradicts where
a slip in a figure explains it and no source seems to be left out: three or more are told, or what
the total is made of.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.binding.distant import Distant
from extract.find.binding.summands import countable
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS, TIME

_GIVEN = wording("budget_sources.given")
_ADDED = wording("budget_sources.added")
_TAKEN = wording("budget_sources.taken")
_TOTAL = wording("budget_sources.total")
_FEW = 2  # sources beside which another may be left out
_MOST = 10  # sources of a budget
_NAME = 90  # characters before a figure that name it
_DIGITS = 3  # of a figure that a slip is told of


class BudgetSources(Distant):
    """Announces what named sources of a budget come to."""

    def run(self) -> None:
        """Look at every figure that is told as the budget given."""
        for n in range(len(self.b.q)):
            if self._is_amount(n) and _GIVEN.search(self._name(n)):
                terms, signs, total = self._sources(n)
                if len(terms) > 1 and total is not None:
                    self._add(total, terms, signs)

    def _sources(self, n: int) -> tuple[list[int], list[int], int | None]:
        """(sources, signs, total) from the given budget `n` on, as far as words name them."""
        terms, signs = [n], [1]
        for k in range(n + 1, min(len(self.b.q), n + 1 + _MOST)):
            aside = self.b.bracket(k) not in (None, self.b.bracket(n))
            if aside or self.b.q[k].unit in PERCENT_UNITS or self.b.q[k].unit in TIME:
                continue
            if self.b.frames[k].block - self.b.frames[k - 1].block > 1 or not self._is_amount(k):
                break
            name = self._name(k)
            if _TOTAL.search(name):
                return terms, signs, k
            sign = 1 if _ADDED.search(name) else -1 if _TAKEN.search(name) else 0
            if not sign:
                break
            terms.append(k)
            signs.append(sign)
        return terms, signs, self._before(n)

    def _before(self, n: int) -> int | None:
        """The total right before the given budget `n`, in its sentence or the one before."""
        k = n - 1
        near = k >= 0 and self.b.frames[n].block - self.b.frames[k].block <= 1
        return k if near and self._is_amount(k) and _TOTAL.search(self._name(k)) else None

    def _is_amount(self, k: int) -> bool:
        x = self.b.q[k]
        plain = countable(x) and x.of is None and x.bound is None
        return plain and self.b.same.measured(x.unit)

    def _name(self, k: int) -> str:
        """The words before figure `k`, behind the figure before it."""
        last = k - 1
        while last > 0 and self.b.q[last].unit in TIME:
            last -= 1
        low = max(self.b.frames[k].sentence[0], self.b.q[k].vs - _NAME)
        low = max(low, self.b.q[last].full_ve) if last >= 0 else low
        return self.folded[low : self.b.q[k].vs]

    def _add(self, total: int, terms: Sequence[int], signs: Sequence[int]) -> None:
        q = self.b.q
        if len({q[k].unit for k in (total, *terms)}) > 1 or self.settled(total, "sum"):
            return
        pairs = zip(terms, signs, strict=True)
        option = Option("sum", tuple(self.b.op(k, sign) for k, sign in pairs))
        agree = agrees(option, q[total], self.by_id)
        whole = len(terms) > _FEW or total < terms[0]
        if agree or (whole and self.sum_slipped(total, terms, _DIGITS, signs=signs)):
            bond: Bond = "silent" if agree else "weak"
            scope = self.b.scope(total, *terms)
            self.b.add("sum", total, [option], scope, bond, "rel.budget-sources")
