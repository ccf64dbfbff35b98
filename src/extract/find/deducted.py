"""What is left after amounts that the text takes away by name.

"Tổng số thụ lý 5.364 việc … Sau khi trừ số ủy thác 36 việc, thu hồi 6 việc, tổng số phải thi hành
là 5.322 việc": the last figure is a level told before, less those between. One that does not agree
is an error only where a slip explains it.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Option
from extract.rules.wording import wording

_TAKES = wording("deducted.takes")
_LEAVES = wording("deducted.leaves")
_MOST = 5  # amounts that are taken away
_FAR = 12  # figures before them among which the whole is told
_BLOCKS = 1  # and paragraphs
_RULE = "rel.deducted"


class Deducted(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at all words that take amounts away."""
        for m in _TAKES.finditer(self.folded):
            self._look(m.start(), m.end())

    def _look(self, start: int, end: int) -> None:
        """Announce what is left behind the words from `start` to `end`."""
        q = self.b.q
        first = bisect_left(q, end, key=lambda x: x.vs)
        terms: list[int] = []
        for k in range(first, min(len(q), first + _MOST + 1)):
            if self.b.frames[k].sentence != self.b.frames[first].sentence:
                return
            if q[k].unit in PERCENT_UNITS:
                continue
            if not self.level(k) or (terms and not self.akin(q[k], q[terms[0]])):
                return
            if terms and _LEAVES.search(self.folded, q[k - 1].full_ve, q[k].vs):
                self._announce(start, terms, k)
                return
            terms.append(k)

    def _announce(self, start: int, terms: list[int], left: int) -> None:
        """Announce figure `left` as what `terms` leave of the one level before `start` that agrees,
        or that only a slip keeps from agreeing."""
        q = self.b.q
        wholes = self._wholes(start, left)
        taken = sum((q[k].value for k in terms), Decimal(0))
        fine = next((t for t in wholes if q[t].value - taken == q[left].value), None)
        wrong = [t for t in wholes if self.sum_slipped(t, [*terms, left])]
        if fine is None and len(wrong) != 1:
            return
        t = wrong[0] if fine is None else fine
        option = Option("sum", (self.b.op(t), *(self.b.op(k, -1) for k in terms)))
        bond = "unexplained" if fine is None else "silent"
        scope = self.b.scope(t, *terms, left)
        self.b.add("difference", left, [option], scope, bond, _RULE)

    def _wholes(self, start: int, left: int) -> list[int]:
        """Levels before place `start` that are larger than figure `left`, the nearest first."""
        q, frames = self.b.q, self.b.frames
        near = (
            k
            for k in range(left - 1, max(-1, left - 1 - _FAR), -1)
            if frames[left].block - frames[k].block <= _BLOCKS
        )
        return [
            k
            for k in near
            if q[k].ve <= start
            and self.level(k)
            and self.akin(q[k], q[left])
            and q[k].value > q[left].value
        ]


def find_deducted(levels: Levels) -> None:
    """Announce what is left after amounts that the text takes away by name."""
    Deducted(levels).run()
