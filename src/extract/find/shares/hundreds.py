"""Shares of which the text says that they add up to 100: "cơ cấu (tổng số 100%): a%, b%, c%"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED

_WHOLE = wording("hundreds.whole")
_NESTED = wording("gathered.nested")
_SMALL = 5  # points off 100 that need no slip to explain them
_LEAST = 2  # digits of a share that a slip is told of


class Hundreds(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Announce what is told to be 100% as the sum of the shares after or before it."""
        for start, end in self.sentences():
            for n in range(start, end):
                q = self.b.q[n]
                if q.unit != "%" or q.value != HUNDRED:
                    continue
                low = max(self.b.frames[n].sentence[0], q.vs - 50)
                if _WHOLE.search(self.folded, low, q.vs) is not None:
                    self._sum(n, self._shares(range(n + 1, end)))
                    self._sum(n, self._shares(range(start, n)))

    def _shares(self, ns: Sequence[int]) -> list[int]:
        """The figures of a stretch, where all of them are shares; none where one is not."""
        for k in ns:
            p = self.b.q[k]
            if p.unit != "%" or p.direction or p.bound or p.value >= HUNDRED or p.value_to:
                return []
        return list(ns) if len(ns) > 1 and self.b.checked(*ns) else []

    def _sum(self, n: int, shares: Sequence[int]) -> None:
        if not shares:
            return
        option = self.b.sum_of(shares)
        fine = agrees(option, self.b.q[n], self.by_id)
        gap = sum((self.b.q[k].value for k in shares), -HUNDRED)
        slip = any(self.slipped(k, self.b.q[k].value - gap, _LEAST) for k in shares)
        between = self.folded[self.b.q[shares[0]].ve : self.b.q[shares[-1]].vs]
        if fine or ((slip or abs(gap) <= _SMALL) and _NESTED.search(between) is None):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("sum", n, [option], "sentence", bond, "rel.told-hundred")


def find_hundreds(binder: Moments) -> None:
    """Announce the shares that the text says add up to 100%."""
    if "100%" in binder.folded:
        Hundreds(binder).run()
