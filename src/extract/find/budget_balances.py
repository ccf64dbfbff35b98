"""What a budget or fund is left with: "Tổng thu ngân sách: A. Tổng chi ngân sách: B. Kết dư: C".

Of the receipts and expenses told before it, a pair that gives the balance confirms. It
contradicts where the text tells one total of each and one slip of a digit explains the
difference: funds carried over may be told as neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.find.distant import Distant, Levels
from extract.model import Option
from extract.rules.wording import Asked, wording
from extract.values.formula import agrees

_SURPLUS = wording("budget_balances.surplus")
_DEFICIT = wording("budget_balances.deficit")
_RECEIPTS = wording("budget_balances.receipts")
_EXPENSES = wording("budget_balances.expenses")
_TOTAL = wording("budget_balances.total")
_REACH = 24  # figures before a balance among which its terms are told
_BLOCKS = 12  # lines before it
_DIGITS = 4  # of a figure that a slip is told of
_RULE = "rel.budget-balance"


def find_budget_balances(levels: Levels) -> None:
    """Announce the balances of budgets of which the text tells receipts and expenses."""
    BudgetBalances(levels).run()


class BudgetBalances(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every figure that is told as a balance."""
        for n in range(len(self.b.q)):
            if not self.level(n) or not self.b.same.measured(self.b.q[n].unit):
                continue
            before = self.b.clause_before(n)
            if _SURPLUS.search(before):
                self._look(n, 1)
            elif _DEFICIT.search(before):
                self._look(n, -1)

    def _look(self, n: int, sign: int) -> None:
        """Announce the nearest receipts and expenses that give balance `n`, else the only totals
        of both, where they would but for a slip."""
        near = [
            k
            for k in range(n - 1, max(-1, n - 1 - _REACH), -1)
            if self.b.frames[n].block - self.b.frames[k].block <= _BLOCKS
            and self.level(k)
            and self.akin(self.b.q[k], self.b.q[n])
        ]
        receipts = self._named(near, _RECEIPTS)
        expenses = self._named(near, _EXPENSES)
        for x in receipts:
            for y in expenses:
                option = Option("sum", (self.b.op(x, sign), self.b.op(y, -sign)))
                if agrees(option, self.b.q[n], self.by_id):
                    self._add(n, option, (x, y), "silent")
                    return
        totals = [self._named(ks, _TOTAL) for ks in (receipts, expenses)]
        if all(len(ks) == 1 for ks in totals):
            x, y = totals[0][0], totals[1][0]
            if self._is_slip(n, x, y, sign):
                option = Option("sum", (self.b.op(x, sign), self.b.op(y, -sign)))
                self._add(n, option, (x, y), "unexplained")

    def _named(self, places: Sequence[int], name: Asked) -> list[int]:
        """The figures that the words of their clauses name so."""
        return [k for k in places if name.search(self.b.clause_before(k))]

    def _is_slip(self, n: int, x: int, y: int, sign: int) -> bool:
        """True where one slip in a figure leads receipts and expenses away from the balance."""
        q = self.b.q
        gap = (q[x].value - q[y].value) * sign - q[n].value
        wanted: list[tuple[int, Decimal]] = [(n, q[n].value + gap)]
        wanted += [(x, q[x].value - gap * sign), (y, q[y].value + gap * sign)]
        return any(self.slipped(k, value, _DIGITS) for k, value in wanted)

    def _add(self, n: int, option: Option, terms: Sequence[int], bond: str) -> None:
        scope = self.b.scope(n, *terms)
        self.b.add("difference", n, [option], scope, bond, _RULE)
