"""Sums and differences that the digits prove, as `proofs` tells: of a change, of what is left, and
of a total and a run of parts before or after it, or of every second or third figure where rows of
several columns are told one after the other.

"nâng số thu lên 341,87 tỷ đồng … tăng 15,56 tỷ đồng" and 326,31 tỷ đồng the sentence before; "tổng
vốn là 22,94 tỷ USD. … cấp mới 13,2 tỷ USD …; tăng thêm 4,95 tỷ USD …; góp vốn 4,79 tỷ USD".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.find.comparable import POINTS, TIME
from extract.find.distant import Levels
from extract.find.proofs import LOG, Proof
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees

_CHANGE = 0.02  # hits by chance that are let pass for a change, and for what is told to be left
_TOLD = 0.06  # for what is told to be a balance
_RUN = 0.006  # for a total of a run of parts
_PAIR = 0.001  # and for one of two parts anywhere around it
_LONGEST = 16  # levels of a run
_BLOCKS = 3  # paragraphs after a total in which its parts may stand
_COLUMNS = 3  # figures of a row
_LEFT = wording("nearby.left")
_BALANCE = wording("proved_sums.balance")
_BACK = 110  # characters before a figure that may tell it to be a balance


class SumProofs(Proof):
    """The search for one document."""

    outdone = frozenset({"silent", "weak", "near", "open", "wide"})

    def run(self) -> None:
        """Look at every amount that no relation explains so far."""
        self._inner = {  # figures that are parts of others
            o.quantity
            for a in self.b.found
            if a.kind == "sum"
            and (a.bond != "silent" or agrees(a.options[0], self.by_id[a.stated], self.by_id))
            for o in a.options[0].operands
        }
        for n, x in enumerate(self.b.q):
            if x.unit in PERCENT_UNITS or x.unit in TIME or x.per is not None or not self.open(n):
                continue
            before = self.folded[max(self.b.frames[n].sentence[0], x.vs - _BACK) : x.vs]
            if _BALANCE.search(before):
                self._change(n, _TOLD)
            elif (
                x.direction is not None or x.unit in POINTS or _LEFT.search(self.b.clause_before(n))
            ):
                self._change(n, _CHANGE)
            elif not self._run(n):
                self._pair(n)

    def _most(self, n: int, chance: float) -> float:
        """How often a width may be tried for figure `n` before a hit by chance is to be feared."""
        return chance * LOG * float(self.b.q[n].value)

    def _pairs(self, n: int, most: float) -> Iterator[tuple[int, int]]:
        """The pairs of levels around figure `n`, the nearest first, while a hit tells anything."""
        x = self.b.q[n]
        least = float(x.step or 1)
        if most < least:
            return
        pool = [k for k in self.around(n) if self.akin(self.b.q[k], x)]
        for later in range(1, len(pool)):
            tries = later * (later + 1) // 2
            if tries * least > most:
                return
            for earlier in range(later):
                a, b = pool[earlier], pool[later]
                if tries * self.grain(n, a, b) <= most:
                    yield (a, b) if self.b.q[a].value > self.b.q[b].value else (b, a)

    def _change(self, n: int, chance: float) -> None:
        """A change, a balance, or what is left, is the difference of two levels."""
        for a, b in self._pairs(n, self._most(n, chance)):
            option = Option("sum", (self.b.op(a), self.b.op(b, -1)))
            if agrees(option, self.b.q[n], self.by_id) and self.announce("difference", n, option):
                return

    def _pair(self, n: int) -> None:
        """A total is the sum of two levels anywhere around it."""
        for a, b in self._pairs(n, self._most(n, _PAIR)):
            option = Option("sum", (self.b.op(a), self.b.op(b)))
            right = agrees(option, self.b.q[n], self.by_id)
            if right and self.announce("sum", n, option, told=False):
                return

    def _run(self, n: int) -> bool:
        """True where a total is that of a run of figures right after or before it."""
        x = self.b.q[n]
        most = self._most(n, _RUN)
        if most < float(x.step or 1):
            return False
        after, before = self.after(n, _BLOCKS, _LONGEST), self.before(n)
        sides = [[k for k in side if self._may_be_part(k, n)] for side in (after, before)]
        outer = [k for k in sides[0] if self.b.q[k].id not in self._inner]
        outer = [k for k in outer if self.b.brackets.around(self.b.q[k].vs) is None]
        tries = 0
        for columns in range(1, _COLUMNS + 1):
            for side in (*sides, outer) if columns == 1 else sides:
                for first in range(columns):
                    tries += 1
                    run = self._sum_of(n, side[first::columns])
                    if run is None or tries * (len(run) - 1) * self.grain(n, *run) > most:
                        continue
                    option = Option("sum", tuple(self.b.op(k) for k in sorted(run)))
                    if agrees(option, x, self.by_id):
                        return self.announce("sum", n, option, told=False)
        return False

    def _may_be_part(self, k: int, n: int) -> bool:
        """True where level `k` has a unit akin to that of figure `n`, or one of those told for it:
        "749 trang trại, gia trại", of which 735 are gia trại."""
        x, y = self.b.q[n], self.b.q[k]
        if self.akin(y, x):
            return True
        counts = not (x.step or y.step) and y.unit is not None
        return counts and f" {y.unit} " in self.folded[x.ve : x.ve + _BACK // 2].replace(",", " ")

    def _sum_of(self, n: int, row: Sequence[int]) -> Sequence[int] | None:
        """The beginning of a row, of two levels or more, that comes to figure `n`."""
        x = self.b.q[n]
        gap, slack = x.value, x.step
        for m, k in enumerate(row, 1):
            y = self.b.q[k]
            gap, slack = gap - y.value, slack + y.step
            if gap < -slack or y.value >= x.value:
                return None
            if m > 1 and abs(gap) <= slack:
                return row[:m]
        return None


def find_proved_sums(levels: Levels) -> None:
    """Announce the sums and differences that the digits of figures near each other prove."""
    SumProofs(levels).run()
