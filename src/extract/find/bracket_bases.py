"""Changes whose level before stands in a bracket after each, the levels now all told before them.

"Bắt giữ 418 vụ, trị giá 16,84 tỷ đồng; so với cùng kỳ tăng 53 vụ (365 vụ), trị giá giảm 20,9%
(21,30 tỷ đồng)": each bracket is put to the one level of its unit. A change that does not agree
contradicts only where it is near, or a slip of what follows.
"""

from __future__ import annotations

from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.find.slip_search import is_slip
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, evaluate

_SINCE = wording("change_levels.since")
_BASE = wording("bracket_bases.base")
_CLOSES = wording("bracket_bases.closes")
_COMPARED = wording("bracket_bases.compared")
_REACHED = wording("bracket_bases.reached")
_WHOLE = wording("bracket_bases.whole")
_DIGITS = 3  # digits of a share that a level before agrees with not by chance
_NAMED = 80  # characters before a plan in which it is named
_REACH = 300  # characters before a change in which the time compared with is told


def find_bracket_bases(levels: Levels) -> None:
    """Announce the changes of levels told before, from what stands in a bracket after each, and
    the rates that they reach of a plan or of a whole in a bracket."""
    search = BracketBases(levels)
    search.run()
    search.rates()
    search.wholes()


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
                if self._told(n, option, sure=True):
                    self.b.add("percent", n, [option], scope, "unexplained", "rel.bracket-base")
            elif self.b.same(x, self.b.q[base]):
                ends = (base, now) if x.direction == "decrease" else (now, base)
                option = Option("sum", (self.b.op(ends[0]), self.b.op(ends[1], -1)))
                self.b.add("difference", n, [option], scope, "near", "rel.bracket-base")

    def rates(self) -> None:
        """Look at every rate told of a plan in a bracket before it, of a level told before both:
        "Thu 11.869 tỷ đồng. So với dự toán giao (10.606 tỷ đồng), số thu đạt 111,91%"."""
        for n in range(1, len(self.b.q)):
            p, base = self.b.q[n], n - 1
            if p.unit not in PERCENT_UNITS or p.direction or p.value_to or p.of is not None:
                continue
            if not self.level(base) or not self.b.checked(n) or self.settled(n, "share"):
                continue
            y = self.b.q[base]
            low = self.b.frames[n].sentence[0]
            opened = _COMPARED.search(self.folded, max(low, y.vs - _NAMED), y.vs)
            reached = _REACHED.fullmatch(self.folded, y.ve, p.vs)
            if opened is None or reached is None:
                continue
            subject = self.told(*reached.span("subject"))
            levels = [k for k in self.back(base) if self._may_reach(k, base)]
            for x in levels:
                option = Option("percent", (self.b.op(x), self.b.op(base)))
                if self._told(n, option, sure=len(levels) == 1 and subject <= self.words(x)):
                    scope = self.b.scope(x, base, n)
                    self.b.add("share", n, [option], scope, "unexplained", "rel.compared-plan")
                    break

    def wholes(self) -> None:
        """Look at every share of a whole that it names with its size in a bracket, of a level told
        in a sentence before: "… là 5.917 người. Tỷ lệ bao phủ đạt 13,57% lực lượng lao động
        (43.620 người)"; only where they agree to three digits."""
        for n in range(len(self.b.q) - 1):
            p, y = self.b.q[n], self.b.q[n + 1]
            if p.unit != "%" or p.direction or p.value_to or not self.level(n + 1) or y.step:
                continue
            if len(digits(p, p.value)) < _DIGITS or self.settled(n, "share"):
                continue
            if self.b.frames[n].sentence != self.b.frames[n + 1].sentence:
                continue
            named = _WHOLE.fullmatch(self.folded, p.ve, y.vs)
            if named is None or _CLOSES.match(self.folded, y.ve) is None:
                continue
            for x in self.back(n):
                alike = self.level(x) and not self.b.q[x].step and self.akin(self.b.q[x], y)
                option = Option("percent", (self.b.op(x), self.b.op(n + 1)))
                if alike and agrees(option, p, self.by_id):
                    scope = self.b.scope(x, n, n + 1)
                    self.b.add("share", n, [option], scope, "silent", "rel.bracket-whole")
                    break

    def _told(self, n: int, option: Option, *, sure: bool) -> bool:
        """True where a rate is what an option gives, or where it is `sure` one slip away."""
        p = self.b.q[n]
        if agrees(option, p, self.by_id):
            return True
        outcome = evaluate(option, p, self.by_id)
        given = outcome.computed if outcome else None
        return sure and given is not None and is_slip(p, given)

    def _may_reach(self, k: int, base: int) -> bool:
        """True where level `k` stands in no bracket and is of the unit of figure `base`."""
        alike = self.b.same.akin(self.b.q[k].unit, self.b.q[base].unit) and self.level(k)
        return alike and self.b.brackets.around(self.b.q[k].vs) is None

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
