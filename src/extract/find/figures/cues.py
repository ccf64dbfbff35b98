"""Cue words in the order of the text: the small words that say what a number claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from extract.rules.engine import Hit


class Cues:
    """Cue hits sorted by place; the longer of two that overlap stays."""

    __slots__ = ("ends", "names", "starts")

    def __init__(self, hits: Iterable[Hit], key: str = "cue") -> None:
        """`key` is the constant of a rule that says what its hits are."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.names: list[str] = []
        last = -1
        for h in sorted(hits, key=lambda h: (h.start, -h.end)):
            if h.start >= last:
                self.starts.append(h.start)
                self.ends.append(h.end)
                self.names.append(h.rule.set[key])
                last = h.end

    def between(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """(name, start, end) of the cues that begin in start..end."""
        i, j = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [(self.names[k], self.starts[k], self.ends[k]) for k in range(i, j)]
