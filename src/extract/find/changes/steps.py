"""Changes told year by year and summed up, and changes whose base is told after them."""

from __future__ import annotations

from extract.find.binding.moments import Moments
from extract.find.binding.search import Search
from extract.find.binding.slip_search import is_slip
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, evaluate
from extract.values.units import PERCENT_UNITS, TIME

_ALL_TOLD = wording("steps.all_told")
_MORE = wording("steps.more")
_STEPS = 8  # changes of one series
_LEAST = 3  # digits of a total that a slip is told of


def find_steps(binder: Moments) -> None:
    """Announce sums of yearly changes and differences from a level told later."""
    steps = Steps(binder)
    steps.totals()
    steps.bases_after()


class Steps(Search):
    """The search for one document."""

    # -- yearly changes summed up ---------------------------------------------------------------

    def totals(self) -> None:
        """năm 2022 tăng 143; năm 2023 tăng 131 …. Sau 03 năm … nhiều hơn 442 vụ."""
        for n, x in enumerate(self.b.q):
            if n < 3 or x.unit in PERCENT_UNITS or x.of is not None or not self._told_whole(n):
                continue
            steps = self._steps(n)
            if len(steps) < 2:
                continue
            sign = {k: self._sign(k, n) for k in steps}
            option = Option("sum", tuple(self.b.op(k, sign[k]) for k in steps))
            if agrees(option, x, self.by_id):
                self.b.add(
                    "sum", n, [option], self.b.scope(n, *steps), "silent", "rel.steps-summed"
                )
            elif self._slip(n, option):
                self.b.add(
                    "sum", n, [option], self.b.scope(n, *steps), "unexplained", "rel.steps-summed"
                )

    def _told_whole(self, n: int) -> bool:
        """True where the words before figure `n` tell the change of several years."""
        low = self.b.frames[n].sentence[0]
        before = self.folded[low : self.b.q[n].vs]
        return self.b.checked(n) and _ALL_TOLD.search(before) is not None

    def _steps(self, n: int) -> list[int]:
        """The changes of the years, in the sentence or two before: each of its own year."""
        found: dict[str, int] = {}
        sentences = {self.b.frames[n].sentence}
        for k in range(n - 1, -1, -1):
            frame, x = self.b.frames[k], self.b.q[k]
            sentences.add(frame.sentence)
            if frame.block != self.b.frames[n].block or len(sentences) > 3:
                break
            if x.direction is None or x.unit in PERCENT_UNITS or not self.b.checked(k):
                continue
            year = self.b.year(frame.period)
            if x.unit not in (None, self.b.q[n].unit) or year is None:
                continue
            if year in found or len(found) >= _STEPS:
                return []
            found[year] = k
        return sorted(found.values())

    def _sign(self, k: int, n: int) -> int:
        return 1 if self.b.q[k].direction == (self.b.q[n].direction or "increase") else -1

    def _slip(self, n: int, option: Option) -> bool:
        """True where one slip leads from the sum to figure `n`, of three digits or more."""
        outcome = evaluate(option, self.b.q[n], self.by_id)
        if outcome is None or outcome.computed is None:
            return False
        x = self.b.q[n]
        return len(digits(x, x.value)) >= _LEAST and is_slip(x, outcome.computed)

    # -- bases told after the change ----------------------------------------------------------

    def bases_after(self) -> None:
        """nhiều hơn năm 2023 là 204 vụ (11,44%), năm 2023 giải quyết được 1.783 vụ."""
        q = self.b.q
        for c, x in enumerate(q):
            if x.unit in PERCENT_UNITS or x.unit in TIME or not self.b.checked(c):
                continue
            low = max(self.b.frames[c].sentence[0], x.vs - 60)
            if x.direction is None and not _MORE.search(self.folded, low, x.vs):
                continue
            near = [k for k in range(max(0, c - 5), c) if self._level_of(k, c)]
            near = [k for k in near if self.b.visible(k, x.vs)]
            for old in range(c + 1, min(c + 4, len(q))):
                if not self._level_of(old, c):
                    continue
                for new in reversed(near):
                    option = self.b._minus(old, new, c)
                    if x.direction is None and q[new].value > q[old].value:
                        option = self.b.less(new, old)
                    if x.value >= 10 and agrees(option, x, self.by_id):
                        scope = self.b.scope(old, new, c)
                        self.b.add("difference", c, [option], scope, "silent", "rel.base-after")
                        self._rate_after(c, old)
                        break

    def _rate_after(self, c: int, old: int) -> None:
        for p in range(c + 1, min(c + 3, len(self.b.q))):
            option = self.b.percent(c, old)
            if self.b.q[p].unit in PERCENT_UNITS and agrees(option, self.b.q[p], self.by_id):
                scope = self.b.scope(c, old, p)
                self.b.add("percent", p, [option], scope, "silent", "rel.base-after")
                return

    def _level_of(self, k: int, c: int) -> bool:
        same_block = self.b.one_block(k, c)
        return same_block and self.b._is_level(k) and self.b.q[k].unit == self.b.q[c].unit
