"""What came in, what is done and what is left of a whole and of its parts, each part in a sentence
or paragraph of its own.

"Hai cấp thụ lý 640 vụ, giải quyết 512 vụ, còn 128 vụ. Trong đó: cấp tỉnh thụ lý 95 vụ, giải quyết
61 vụ, còn 34 vụ. Cấp huyện thụ lý 545 vụ, …": the figures that one word is told of, one after the
other, are a column. A column that adds up to its first figure confirms. Where one does, another
of the same rows that a slip leads away from contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.find.binding.distant import Distant
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import digits

_ROLES = (
    wording("remainders.received"),
    wording("remainders.done"),
    wording("remainders.left"),
)
_FEWEST = 2  # parts
_MOST = 12
_DIGITS = 3  # digits of a whole that parts do not make up by chance
_BLOCKS = 3  # paragraphs from one figure of a column to the next
_HEAD = 8  # figures around the whole of a column among which that of another is told
_RULE = "rel.case-columns"

Column = tuple[int, ...]  # a whole and its parts


class CaseColumns(Distant):
    """Announces the columns of cases that came in, are done and are left."""

    def run(self) -> None:
        """Look at the columns of every role."""
        plain = [k for k in range(len(self.b.q)) if self._plain(k)]
        told = [[k for k in plain if words.search(self.b.clause_before(k))] for words in _ROLES]
        for column in told:
            for found in self._sums(column):
                if not self.settled(found[0], "sum"):
                    self._announce(found, "silent")
                for other in told:
                    if other is not column:
                        self._beside(found, other)

    def _plain(self, k: int) -> bool:
        """True for a level outside brackets, told as it is."""
        q = self.b.q[k]
        return self.level(k) and q.bound is None and self.b.brackets.around(q.vs) is None

    def _sums(self, column: Sequence[int]) -> Iterator[Column]:
        """The figures of a column that the next ones add up to, with these."""
        q = self.b.q
        for i, whole in enumerate(column):
            if len(digits(q[whole], q[whole].value)) < _DIGITS:
                continue
            left = q[whole].value
            for j in range(i + 1, min(len(column), i + 1 + _MOST)):
                if not self._follows(column[j - 1], column[j], whole):
                    break
                left -= q[column[j]].value
                if left == 0 and j - i >= _FEWEST:
                    yield tuple(column[i : j + 1])
                if left <= 0:
                    break

    def _follows(self, before: int, k: int, whole: int) -> bool:
        """True where figure `k` may go on with a column: another sentence, not far, of its unit."""
        frames = self.b.frames
        near = frames[k].block - frames[before].block <= _BLOCKS
        apart = not self.b.one_sentence(k, before)
        return near and apart and self.akin(self.b.q[k], self.b.q[whole])

    def _beside(self, found: Column, figures: Sequence[int]) -> None:
        """Announce the column of another role in the rows of one that was found, where it does not
        add up and a slip of one of its figures explains it."""
        q = self.b.q
        head = [k for k in figures if found[0] - _HEAD < k < found[1] and self._next_to(k, found)]
        ends = [*found[2:], self._end(found[-1])]
        parts = [
            next((k for k in figures if a < k < b), None)
            for a, b in zip(found[1:], ends, strict=True)
        ]
        rows = [k for k in parts if k is not None]
        if len(head) != 1 or len(rows) != len(parts):
            return
        whole = head[0]
        gap = q[whole].value - self.b.worth(rows)
        alike = all(self.akin(q[k], q[whole]) and q[k].value < q[whole].value for k in rows)
        if not gap or not alike or self.settled(whole, "sum"):
            return
        if self.sum_slipped(whole, rows):
            self._announce((whole, *rows), "apart")

    def _next_to(self, k: int, found: Column) -> bool:
        """True where figure `k` is told of the whole of a column: no other row between them."""
        return abs(self.b.frames[k].block - self.b.frames[found[0]].block) <= 1

    def _end(self, last: int) -> int:
        """The figure after the last one of the paragraph of figure `last`."""
        n = last + 1
        while n < len(self.b.q) and self.b.one_block(n, last):
            n += 1
        return n

    def _announce(self, column: Column, bond: Bond) -> None:
        whole, *parts = column
        option = self.b.sum_of(parts)
        self.b.add("sum", whole, [option], self.b.scope(*column), bond, _RULE)
