"""Levels, how they moved and what they were, each told as a row: "xảy ra 49 vụ, chết 37, bị thương
58; so với cùng kỳ tăng 5 vụ, giảm 6 người chết, giảm 25 người bị thương (năm 2002: 44 vụ, chết 43,
bị thương 83)".

The changes stand between two rows of as many levels. Where most of them are as large as the rows
tell, the others are tied as well: one that is not, or goes the other way, contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.find.binding.distant import Distant
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS

_THEN = wording("change_rows.then")
_FEWEST = 2  # changes of a row
_BACK = 12  # figures before a row of changes among which the levels now are
_GAP = 60  # characters between the changes and the levels then that name their time
_RULE = "rel.change-row"

Row = list[int]


class ChangeRows(Distant):
    """Announces the changes told as a row between two rows of levels."""

    def run(self) -> None:
        """Look at every run of changes in a sentence."""
        for changes in self._runs():
            then = self._after(changes)
            now = self._before(changes) if then else []
            if now and then:
                self._tie(now, changes, then)

    def _runs(self) -> Iterator[Row]:
        """Changes of one sentence that follow each other, rates passed over."""
        for start, end in self.sentences():
            run: Row = []
            for k in range(start, end):
                x = self.b.q[k]
                if x.unit in PERCENT_UNITS:
                    continue
                if x.direction is not None and self.b.checked(k) and x.bound is None:
                    run.append(k)
                    continue
                if len(run) >= _FEWEST:
                    break
                run = []
            if len(run) >= _FEWEST:
                yield run

    def _after(self, changes: Row) -> Row:
        """As many levels behind the changes, in their sentence, that are told of a time before."""
        q, last = self.b.q, changes[-1]
        sentence = self.b.frames[last].sentence
        found: Row = []
        for k in range(last + 1, len(q)):
            if self.b.frames[k].sentence != sentence or len(found) == len(changes):
                break
            if q[k].unit in PERCENT_UNITS:
                continue
            if not self.level(k):
                return []
            found.append(k)
        if len(found) < len(changes):
            return []
        named = _THEN.search(self.folded, max(q[last].ve, q[found[0]].vs - _GAP), q[found[0]].vs)
        return found if named is not None else []

    def _before(self, changes: Row) -> Row:
        """As many levels right before the changes, in their sentence or the one before."""
        q, first = self.b.q, changes[0]
        found: Row = []
        for k in range(first - 1, max(-1, first - 1 - _BACK), -1):
            if not self.b.one_block(k, first) or len(found) == len(changes):
                break
            if q[k].unit in PERCENT_UNITS:
                continue
            if not self.level(k):
                return []
            found.insert(0, k)
        return found if len(found) == len(changes) else []

    def _tie(self, now: Row, changes: Row, then: Row) -> None:
        """Announce the changes of the rows, where all of them but one at most are so large."""
        rows = list(zip(now, changes, then, strict=True))
        if not all(self._alike(a, c) and self._alike(b, c) for a, c, b in rows):
            return
        q = self.b.q
        told = sum(abs(q[a].value - q[b].value) == q[c].value for a, c, b in rows)
        if told < max(_FEWEST, len(rows) - 1):
            return
        for a, c, b in rows:
            ends = (b, a) if q[c].direction == "decrease" else (a, b)
            option = self.b.less(ends[0], ends[1])
            if not self.settled(c, "difference"):
                bond: Bond = "silent" if agrees(option, q[c], self.by_id) else "strong"
                self.b.add("difference", c, [option], self.b.scope(a, b, c), bond, _RULE)
            self._rate(c, b)

    def _alike(self, k: int, c: int) -> bool:
        """True where a level may be one of what change `c` counts, as far as their units tell."""
        x, y = self.b.q[k], self.b.q[c]
        return x.unit is None or y.unit is None or self.b.same(x, y)

    def _rate(self, c: int, base: int) -> None:
        """Announce the rate right behind change `c`, where it is that of the level before."""
        p = c + 1
        if p < len(self.b.q) and self.b.q[p].unit in PERCENT_UNITS and self.b.checked(p):
            option = self.b.percent(c, base)
            if agrees(option, self.b.q[p], self.by_id):
                self.b.add("percent", p, [option], self.b.scope(c, base, p), "silent", _RULE)
