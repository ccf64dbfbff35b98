"""Moves between two rates told before: "đầu năm có 7.394 hộ nghèo (9,84%), cuối năm còn 5.726 hộ
(8,21%), tỷ lệ hộ nghèo giảm 1,63%".

What a rate fell or rose by is told in points, often with no word but "%". The rates are two of
those before it, the later one told later; they are taken where just their difference is told.
"""

from __future__ import annotations

from itertools import combinations

from extract.find.binding.comparable import POINTS
from extract.find.binding.distant import Distant, Levels
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees

_RATE = wording("rate_moves.rate")
_BACK = 14  # figures before a move among which the rates are
_BLOCKS = 3  # and blocks
_RATES = 6  # rates among them
_RULE = "rel.rate-move"


class RateMoves(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every rise or fall of a rate, in points or with "%"."""
        moves: set[str] = set()
        for n, q in enumerate(self.b.q):
            if q.unit not in POINTS or q.direction is None or not self.b.checked(n) or q.bound:
                continue
            told = _RATE.search(self.b.clause_before(n)) is not None
            if not (q.step and told) or self.settled(n, "percent", "difference", "share"):
                continue
            if self._look(n):
                moves.add(q.id)
        if moves:  # no rates of changes of counts
            self.b.take_back(lambda a: a.stated in moves and a.kind == "percent")

    def _look(self, n: int) -> bool:
        """Announce the two rates of which move `n` is the difference, the nearest two; False where
        there are none."""
        q = self.b.q
        rates = [k for k in range(n - 1, max(-1, n - 1 - _BACK), -1) if self._is_rate(k, n)]
        for new, old in combinations(rates[:_RATES], 2):
            falls = q[new].value < q[old].value
            if falls != (q[n].direction == "decrease") or q[new].step != q[old].step:
                continue
            high, low = (old, new) if falls else (new, old)
            option = Option("sum", (self.b.op(high), self.b.op(low, -1)))
            if q[new].step == q[n].step and agrees(option, q[n], self.by_id):
                scope = self.b.scope(old, new, n)
                self.b.add("difference", n, [option], scope, "silent", _RULE)
                return True
        return False

    def _is_rate(self, k: int, n: int) -> bool:
        x = self.b.q[k]
        near = self.b.frames[n].block - self.b.frames[k].block <= _BLOCKS
        return near and x.unit == "%" and x.direction is None and self.b.checked(k)


def find_rate_moves(levels: Levels) -> None:
    """Announce how rates moved between those told before."""
    RateMoves(levels).run()
