"""A whole and its parts told in several paragraphs by the same words.

"Cả nước có tổng số hộ nghèo và hộ cận nghèo là 812.460 hộ. Vùng A …; tổng số hộ nghèo và hộ cận
nghèo là 301.244 hộ. Vùng B …": what stands first is the whole where the others add up to it, or
miss it by a slip of a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.find.binding.distant import Distant
from extract.values.formula import agrees

_CLAUSE = re.compile(r"[.,;:()\n0-9%]")
_LEFT = 90  # characters before a figure that name it
_WORDS = 4  # words of a name that tells what a figure is
_FEWEST = 3  # parts
_BLOCKS = 2  # paragraphs from one figure to the next
_DIGITS = 4  # of a figure that a slip is told of
_RULE = "rel.same-name"


class SameNames(Distant):
    """Announces the sums of figures told by the words that their whole is told by."""

    def run(self) -> None:
        """Look at every row of levels that are told by the same words."""
        for row in self._rows():
            if len(row) > _FEWEST:
                self._parts(row[0], row[1:])

    def _rows(self) -> Iterator[list[int]]:
        """The levels that the same words stand before, in paragraphs one after the other."""
        rows: dict[tuple[str, str | None], list[int]] = {}
        for k, q in enumerate(self.b.q):
            if not self.level(k) or q.unit is None or q.bound is not None:
                continue
            name = _CLAUSE.split(self.folded[max(0, q.vs - _LEFT) : q.vs])[-1].strip()
            if len(name.split()) < _WORDS:
                continue
            row = rows.setdefault((name, q.unit), [])
            if row and self.b.frames[k].block - self.b.frames[row[-1]].block > _BLOCKS:
                yield row
                row = rows[name, q.unit] = []
            row.append(k)
        yield from rows.values()

    def _parts(self, whole: int, parts: Sequence[int]) -> None:
        """Announce that figures add up to the one before them."""
        q = self.b.q
        if self.b.one_block(whole, parts[-1]):
            return  # as other searches see
        if self.settled(whole, "sum") or any(q[p].value >= q[whole].value for p in parts):
            return
        option = self.b.sum_of(parts)
        fine = agrees(option, q[whole], self.by_id)
        slip = self.sum_slipped(whole, parts, _DIGITS)
        if fine or slip:
            scope = self.b.scope(whole, *parts)
            self.b.add("sum", whole, [option], scope, "silent" if fine else "unexplained", _RULE)
