"""Changes whose level before stands in a bracket after each, the levels now all told before them.

"Bắt giữ 418 vụ, trị giá 16,84 tỷ đồng; so với cùng kỳ tăng 53 vụ (365 vụ), trị giá giảm 20,9%
(21,30 tỷ đồng)": each bracket is put to the one level of its unit. A change that does not agree
contradicts only where it is near, or a slip of what follows.
"""

from __future__ import annotations

from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Option
from extract.rules.wording import wording

_SINCE = wording("change_levels.since")
_BASE = wording("bracket_bases.base")
_CLOSES = wording("bracket_bases.closes")
_REACH = 300  # characters before a change in which the time compared with is told


def find_bracket_bases(levels: Levels) -> None:
    """Announce the changes of levels told before, from what stands in a bracket after each."""
    BracketBases(levels).run()


class BracketBases(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every change or rate of change right before a bracket that holds one level."""
        for n in range(len(self.b.q) - 1):
            x, base = self.b.q[n], n + 1
            if x.direction is None or x.of is not None or not self.b.checked(n, base):
                continue
            if not self._is_base(n, base):
                continue
            now = self._now(n, base)
            if now is None or self.settled(n, "difference", "percent"):
                continue
            scope = self.b.scope(now, n, base)
            if x.unit in PERCENT_UNITS:
                option = Option("growth", (self.b.op(now), self.b.op(base)))
                self.b.add("percent", n, [option], scope, "near", "rel.bracket-base")
            elif self.b.same(x, self.b.q[base]):
                ends = (base, now) if x.direction == "decrease" else (now, base)
                option = Option("sum", (self.b.op(ends[0]), self.b.op(ends[1], -1)))
                self.b.add("difference", n, [option], scope, "near", "rel.bracket-base")

    def _is_base(self, n: int, base: int) -> bool:
        """True where nothing but a level, and words of a time before, stands in the bracket."""
        q = self.b.q
        if q[base].unit is None or q[base].of is not None or q[base].unit in PERCENT_UNITS:
            return False
        if self.b.frames[n].sentence != self.b.frames[base].sentence:
            return False
        opened = _BASE.fullmatch(self.folded, q[n].ve, q[base].vs)
        return opened is not None and _CLOSES.match(self.folded, q[base].ve) is not None

    def _now(self, n: int, base: int) -> int | None:
        """The one level of the unit of `base` before the words that compare, in the sentence."""
        low = max(self.b.frames[n].sentence[0], self.b.q[n].vs - _REACH)
        told = list(_SINCE.finditer(self.folded, low, self.b.q[n].vs))
        if not told:
            return None
        at, first = told[-1].start(), self.b.frames[n].sentence[0]
        found = []
        for k in range(n - 1, -1, -1):
            x = self.b.q[k]
            if x.vs < first:
                break
            alike = x.vs < at and self.b.same.akin(x.unit, self.b.q[base].unit)
            if alike and self.b.visible(k, at) and self.level(k):
                found.append(k)
        return found[0] if len(found) == 1 else None
