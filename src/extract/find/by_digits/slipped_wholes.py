"""Wholes that a slip changed: several shares agree on a whole that the text does not tell, but one
that is a wrong digit or two swapped ones away from it.

"bầu 105 đại biểu: 46 nữ (30,67%); 15 người dưới 35 tuổi (10%); 33 người tái cử (22%)" are shares of
150. Each share leaves an interval for its whole; chance is counted as in `proofs`: that intervals
of other wholes meet, and that one of the slips tried leads into where they do. A whole that differs
in its last digit alone may be meant: of 90 who voted, the shares are those of 94 (`untold_wholes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.slip_search import slip_explains
from extract.find.by_digits.proofs import GAP, LOG, LOOSE, Proof
from extract.model import Quantity
from extract.values.formula import digits
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, TIME

_CHANCE = 0.001  # hits by chance that are let pass
_SHARES = 2  # that must agree
_LONGEST = 24  # shares looked at together
_WHOLES = 6  # levels before the first part that may be their whole
_LEAST = 3  # digits of a whole that a slip is told of
_APART = 4  # figures from one share to the next
RULE = "rel.slipped-whole"


class SlippedWholes(Proof):
    """Announces the shares that show their whole to be a slip."""

    outdone = LOOSE | {"bracket", "group"}

    def run(self) -> None:
        """Look at every row of shares that no relation explains so far."""
        row: list[tuple[int, int]] = []  # (part, rate)
        for n, p in enumerate(self.b.q):
            part = self._part(n) if p.unit in PERCENT_UNITS else None
            if part is None:
                continue
            if row and not self._goes_on(row[-1][1], n):
                self._look(row)
                row = []
            row.append((part, n))
        self._look(row)

    def _part(self, n: int) -> int | None:
        """The level right before rate `n` in its sentence, past a figure of age or time; None
        where it is no share, or explained."""
        p = self.b.q[n]
        if not p.step or p.low <= 0 or p.value == HUNDRED or p.direction or p.bound:
            return None
        x = n - 1
        while x > 0 and self.b.q[x].unit in TIME:
            x -= 1
        if x < 0 or not self.b.one_sentence(n, x) or not self.usable(x):
            return None
        return x if p.vs - self.b.q[x].full_ve <= GAP and self.open(n) else None

    def _goes_on(self, last: int, n: int) -> bool:
        return n - last <= _APART and self.b.one_block(last, n)

    def _look(self, row: Sequence[tuple[int, int]]) -> None:
        """Announce the shares of a row that meet in one whole."""
        for first in range(len(row) - 1):
            if self._meet(row[first : first + _LONGEST]):
                return

    def _meet(self, row: Sequence[tuple[int, int]]) -> bool:
        """True where shares meet in the whole of the first, and a slip of a level told before them
        leads there; they are announced."""
        low, high, chance = Decimal(0), Decimal("Infinity"), 1.0
        met: list[tuple[int, int]] = []
        for x, n in row:
            part, p = self.b.q[x], self.b.q[n]
            ends = (max(low, part.low * HUNDRED / p.high), min(high, part.high * HUNDRED / p.low))
            if ends[0] > ends[1]:
                continue  # of another whole
            if met:
                own = float(part.high * p.high / (part.low * p.low)) - 1
                chance *= (own + float(high / low) - 1) / LOG
            low, high = ends
            met.append((x, n))
        if len({self.b.q[x].value for x, _ in met}) < _SHARES:
            return False
        width = chance * float(high / low - 1) / LOG

        def between(_: Quantity, meant: Quantity) -> bool:
            return low <= meant.value <= high

        for tries, y in enumerate(self._may_hold(met), 1):
            if low <= self.b.q[y].value <= high:
                return False
            if slip_explains([self.b.q[y]], between, tries * width, _CHANCE, last=False):
                for x, n in met:
                    option = self.b.percent(x, y)
                    self.add("share", n, option, "unexplained", RULE)
                return True
        return False

    def _may_hold(self, met: Sequence[tuple[int, int]]) -> list[int]:
        """The nearest levels before some parts that are larger than each and count their like."""
        parts = [self.b.q[x] for x, _ in met]
        largest = max(x.value for x in parts)
        found = [
            y
            for y in self.before(met[0][0])
            if self.b.q[y].value > largest
            and len(digits(self.b.q[y], self.b.q[y].value)) >= _LEAST
            and all(self.akin(x, self.b.q[y]) or not (x.step or self.b.q[y].step) for x in parts)
        ]
        return found[:_WHOLES]
