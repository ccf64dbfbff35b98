"""What a block takes from the line it stands under: the year of a list's head, the title above.

"Năm 2024, huyện giao:" gives its year to the items below it that name none; the title "1. Thu
ngân sách" names what "Đạt 120 tỷ đồng" below it is about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extract.document import Block
from extract.model import DateMention, Quantity
from extract.rules.wording import wording

_BASE = wording("claims.base")
_GOES_ON = wording("claims.goes_on")
_BASE_REACH = 120  # characters before a date within which a word of comparison stands
_TITLE = 14  # words of a title at most


def compared_from(
    folded: str, blocks: Sequence[Block], dates: Sequence[DateMention], free: Sequence[int]
) -> list[int | None]:
    """Of each `free` date, where the words begin that make it a base of comparison ("so với năm
    2020"), looked for in its block; None for any other date."""
    starts = [b.vs for b in blocks]
    found: list[int | None] = []
    for i in free:
        at = dates[i].vs
        b = bisect_right(starts, at) - 1
        low = max(blocks[b].vs if b >= 0 else 0, at - _BASE_REACH)
        m = _BASE.search(folded, low, at)
        found.append(m.start() if m is not None else None)
    return found


class Heads:
    """The heads and titles of a document's blocks, by the number of the block."""

    def __init__(
        self,
        folded: str,
        blocks: Sequence[Block],
        dates: Sequence[DateMention],
        free: Sequence[int],
        quantities: Sequence[Quantity],
    ) -> None:
        """`free` are the numbers of the dates that are not part of a citation."""
        self._folded, self._blocks = folded, blocks
        bases = compared_from(folded, blocks, dates, free)
        self._free = [i for i, base in zip(free, bases, strict=True) if base is None]
        self._when = [dates[i].vs for i in self._free]
        self._figures = [q.vs for q in quantities]
        self._period = list(self._periods())

    def period(self, block: int, before: int) -> int | None:
        """The date that the head of a list gives to what stands in its `block` at `before`; None
        where it gives none or the block has told another one."""
        if block >= len(self._period) or self._told(block, before):
            return None
        return self._period[block]

    def title(self, block: int) -> tuple[int, int] | None:
        """Where the words of the title right above a `block` stand, without its label; None where
        what stands there has a figure, is a sentence or is long."""
        if not 0 < block < len(self._blocks):
            return None
        above = self._blocks[block - 1]
        start = max(above.vs, above.mark_end)
        words = self._folded[start : above.ve].rstrip(" :*_")
        titled = above.marker is not None or above.emphasis or above.kind == "heading"
        k = bisect_left(self._figures, above.vs)
        if k < len(self._figures) and self._figures[k] < above.ve:
            return None
        if not titled or words.endswith((".", ";", ",")) or len(words.split()) > _TITLE:
            return None
        return start, start + len(words)

    def _periods(self) -> Iterator[int | None]:
        """For each block the date of the heads it stands under, the nearest that has one."""
        heads: list[tuple[str, int | None]] = []
        for n, b in enumerate(self._blocks):
            level = _level(b)
            under = [mark for mark, _ in heads]
            if b.kind == "table":
                yield None
                continue
            if not level:
                if not _GOES_ON.fullmatch(self._folded, b.vs, b.ve):
                    heads = []
            elif level in under:
                heads = heads[: under.index(level)]
            yield next((date for _, date in reversed(heads) if date is not None), None)
            if self._folded[b.vs : b.ve].rstrip(" *_").endswith(":"):
                told = self._told(n, b.ve)
                heads.append((level, told[0] if len(told) == 1 else None))

    def _told(self, block: int, before: int) -> Sequence[int]:
        """The dates of a `block` before a place that are no base of comparison."""
        low = self._blocks[block].vs
        return self._free[bisect_left(self._when, low) : bisect_left(self._when, before)]


def _level(block: Block) -> str:
    """What tells the levels of a list apart: the mark of a bullet, the kind of a label; "" for a
    paragraph."""
    if block.marker is None:
        return ""
    mark = block.marker.strip("().-/ ")
    if not mark:
        return block.marker.strip()
    if mark.replace(".", "").isdigit():
        return "1" * (1 + mark.count("."))
    return "I" if mark.isupper() else "a"
