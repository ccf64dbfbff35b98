"""Units of which some are merged and the others kept: "Toàn huyện có 134 thôn. Sáp nhập 60 thôn
thành 28 thôn mới, giữ nguyên 74 thôn. Sau sáp nhập còn 102 thôn".

Those kept are all that there were less those merged; those there are then are the new ones and
those kept. A figure that does not agree contradicts only where a slip of a digit explains it.
"""

from __future__ import annotations

from extract.find.binding.distant import Distant
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import agrees

_MERGED = wording("kept.merged")
_MERGED_AFTER = wording("kept.merged_after")
_RESULT = wording("kept.result")
_STAYS = wording("kept.stays")
_STAYS_AFTER = wording("kept.stays_after")
_THEN = wording("kept.then")
_ROW = 5  # figures before those kept among which those merged are told
_AHEAD = 4  # figures after them among which those are told that there are then
_FAR = 40  # figures before them among which all that there were are told
_BLOCKS = 12  # and paragraphs
_DIGITS = 2  # digits of a figure that a slip is told of
_RULE = "rel.kept"


class Kept(Distant):
    """Announces how many units are kept where others are merged, and how many there are then."""

    def run(self) -> None:
        """Look at every figure that is told as what is kept."""
        for c, q in enumerate(self.b.q):
            if not self.level(c) or q.unit is None or not self._stays(c):
                continue
            row = self._row(c)
            merged = next((k for k in row if self._is_merged(k)), None)
            if merged is None:
                continue
            if not self.settled(c, "difference"):
                self._of_all(c, merged)
            result = next((k for k in row if k > merged and self._tells_result(k)), None)
            if result is not None:
                self._after(c, result)

    def _stays(self, c: int) -> bool:
        if _STAYS_AFTER.match(self.folded, self.b.q[c].ve) is not None:
            return True
        return _STAYS.search(self._before(c)) is not None

    def _is_merged(self, k: int) -> bool:
        if _MERGED_AFTER.match(self.folded, self.b.q[k].ve) is not None:
            return True
        return not self._stays(k) and _MERGED.search(self._before(k)) is not None

    def _tells_result(self, k: int) -> bool:
        return _RESULT.search(self._before(k)) is not None

    def _before(self, k: int) -> str:
        low = max(self.b.frames[k].sentence[0], self.b.q[k - 1].full_ve if k else 0)
        return self.folded[low : self.b.q[k].vs]

    def _row(self, c: int) -> list[int]:
        """The levels of the unit of figure `c` before it in its sentence, the nearest first."""
        return [
            k
            for k in range(c - 1, max(-1, c - 1 - _ROW), -1)
            if self.b.one_sentence(k, c) and self._alike(k, c)
        ]

    def _alike(self, k: int, c: int) -> bool:
        return self.level(k) and self.b.same.akin(self.b.q[k].unit, self.b.q[c].unit)

    def _of_all(self, c: int, merged: int) -> None:
        """Those kept are what is left of all that there were: the nearest level that agrees, or
        the only one that is told."""
        found = []
        for k in range(merged - 1, max(-1, merged - 1 - _FAR), -1):
            if self.b.frames[merged].block - self.b.frames[k].block > _BLOCKS:
                break
            if self._alike(k, c) and self.b.q[k].value > self.b.q[merged].value:
                found.append(k)
        options = {k: self.b.less(k, merged) for k in found}
        fine = next((k for k in found if agrees(options[k], self.b.q[c], self.by_id)), None)
        if fine is not None:
            scope = self.b.scope(fine, merged, c)
            self.b.add("difference", c, [options[fine]], scope, "silent", _RULE)
        elif len({self.b.q[k].value for k in found}) == 1:
            left = self.b.q[found[0]].value - self.b.q[merged].value
            if self.slipped(c, left, _DIGITS):
                scope = self.b.scope(found[0], merged, c)
                self.b.add("difference", c, [options[found[0]]], scope, "unexplained", _RULE)

    def _after(self, c: int, result: int) -> None:
        """What there is then: the new ones and those kept."""
        for t in range(c + 1, min(len(self.b.q), c + _AHEAD)):
            if not self.b.one_block(t, c) or not self._alike(t, c):
                return
            if _THEN.search(self._before(t)) is None:
                continue
            option = self.b.sum_of((result, c))
            fine = agrees(option, self.b.q[t], self.by_id)
            total = self.b.q[result].value + self.b.q[c].value
            if fine or self.slipped(t, total, _DIGITS):
                bond: Bond = "silent" if fine else "weak"
                self.b.add("sum", t, [option], self.b.scope(result, c, t), bond, _RULE)
            return
