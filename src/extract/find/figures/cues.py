"""Cue words in the order of the text: the small words that say what a number claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from extract.rules.engine import Hit


class Cue(NamedTuple):
    """A word that says what a number claims, and where it stands."""

    name: str
    start: int
    end: int


class Cues:
    """Cue hits sorted by place; the longer of two that overlap stays."""

    __slots__ = ("_starts", "all")

    def __init__(self, hits: Iterable[Hit], key: str = "cue") -> None:
        """`key` is the constant of a rule that says what its hits are."""
        self.all: list[Cue] = []
        for h in sorted(hits, key=lambda h: (h.start, -h.end)):
            if not self.all or h.start >= self.all[-1].end:
                self.all.append(Cue(h.rule.set[key], h.start, h.end))
        self._starts = [c.start for c in self.all]

    def between(self, start: int, end: int) -> list[Cue]:
        """The cues that begin in start..end."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def has(self, name: str, start: int, end: int) -> bool:
        """True where a cue of this name begins in start..end."""
        return any(c.name == name for c in self.between(start, end))
