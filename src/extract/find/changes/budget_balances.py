"""What a budget or fund is left with: "Tổng thu ngân sách: A. Tổng chi ngân sách: B. Kết dư: C".

Of the receipts and expenses told before it, a pair that gives the balance confirms. It
contradicts where the text tells one total of each and one slip of a digit explains the
difference: funds carried over may be told as neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.binding.distant import Distant
from extract.model import Bond, Option
from extract.rules.wording import Asked, wording
from extract.values.formula import agrees
from extract.values.units import TIME

_SURPLUS = wording("budget_balances.surplus")
_DEFICIT = wording("budget_balances.deficit")
_RECEIPTS = wording("budget_balances.receipts")
_EXPENSES = wording("budget_balances.expenses")
_TOGETHER = wording("budget_balances.together")
_TIME = wording("far_dimensions.time")
_TOTAL = wording("budget_balances.total")
_REACH = 24  # figures on each side of a balance among which its terms are told
_BLOCKS = 12  # lines on each side
_NAME = 130  # characters before a figure that name it
_DIGITS = 4  # of a figure that a slip is told of
_RULE = "rel.budget-balance"


class BudgetBalances(Distant):
    """Announces the balances of budgets of which the text tells receipts and expenses."""

    def run(self) -> None:
        """Look at every figure that is told as a balance."""
        signs: dict[int, int] = {}
        for n in range(len(self.b.q)):
            if not self.level(n) or not self.b.same.measured(self.b.q[n].unit):
                continue
            before = self._clause(n)
            if _SURPLUS.search(before):
                signs[n] = 1
            elif _DEFICIT.search(before):
                signs[n] = -1
            elif (k := self._before(n)) in signs and _TOGETHER.search(before):
                signs[n] = signs[k]  # "bội chi tháng 4 ước 15 tỷ đồng, lũy kế ước 48 tỷ đồng"
            if n in signs:
                self._look(n, signs[n])

    def _clause(self, n: int) -> str:
        """The words before figure `n` in its clause, without its time."""
        low, k = self.b.frames[n].sentence[0], self._before(n)
        low = max(low, self.b.q[n].vs - _NAME, self.b.q[k].full_ve if 0 <= k < n else 0)
        return _TIME.sub(" ", self.folded[low : self.b.q[n].vs].rpartition(";")[2])

    def _before(self, n: int) -> int:
        """The figure before figure `n`, a number of months passed over."""
        k = n - 1
        while k > 0 and self.b.q[k].unit in TIME:
            k -= 1
        return k

    def _look(self, n: int, sign: int) -> None:
        """Announce the nearest receipts and expenses that give balance `n`, else the only totals
        of both, where they would but for a slip."""
        before = range(n - 1, max(-1, n - 1 - _REACH), -1)
        near = self._near(n, [*before, *range(n + 1, min(len(self.b.q), n + 1 + _REACH))])
        receipts = self._named(near, _RECEIPTS)
        expenses = self._named(near, _EXPENSES)
        for x in receipts:
            for y in expenses:
                option = self._option(x, y, sign)
                if agrees(option, self.b.q[n], self.by_id):
                    self._add(n, option, (x, y), "silent")
                    return
        totals = [self._named(ks, _TOTAL) for ks in (receipts, expenses)]
        if all(len(ks) == 1 for ks in totals):
            x, y = totals[0][0], totals[1][0]
            if self._is_slip(n, x, y, sign):
                self._add(n, self._option(x, y, sign), (x, y), "unexplained")

    def _option(self, receipts: int, expenses: int, sign: int) -> Option:
        """Receipts less expenses, or the other way where the balance is a deficit."""
        plus, minus = (receipts, expenses) if sign > 0 else (expenses, receipts)
        return self.b.less(plus, minus)

    def _near(self, n: int, places: Sequence[int]) -> list[int]:
        """The levels at `places` of the unit of balance `n`, a few lines from it."""
        block = self.b.frames[n].block
        return [
            k
            for k in places
            if abs(block - self.b.frames[k].block) <= _BLOCKS
            and self.level(k)
            and self.akin(self.b.q[k], self.b.q[n])
        ]

    def _named(self, places: Sequence[int], name: Asked) -> list[int]:
        """The figures that the words of their clauses name so."""
        return [k for k in places if name.search(self._clause(k))]

    def _is_slip(self, n: int, x: int, y: int, sign: int) -> bool:
        """True where one slip in a figure leads receipts and expenses away from the balance."""
        return self.sum_slipped(n, (x, y), _DIGITS, signs=(sign, -sign))

    def _add(self, n: int, option: Option, terms: Sequence[int], bond: Bond) -> None:
        scope = self.b.scope(n, *terms)
        self.b.add("difference", n, [option], scope, bond, _RULE)
