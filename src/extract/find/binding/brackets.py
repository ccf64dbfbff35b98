"""Brackets of a folded text: which one a place stands in. Built once, asked in constant time."""

from __future__ import annotations

import re
from bisect import bisect_right

_MARKS = re.compile(r"[()\n]")
FAR = 1 << 60


class Brackets:
    """All round brackets of a text; one that is not closed in its block reaches no further."""

    __slots__ = ("_closes", "_opens", "_parents")

    def __init__(self, folded: str) -> None:
        self._opens: list[int] = []
        self._closes: list[int] = []
        self._parents: list[int] = []
        stack: list[int] = []
        for m in _MARKS.finditer(folded):
            if m[0] == "(":
                self._parents.append(stack[-1] if stack else -1)
                stack.append(len(self._opens))
                self._opens.append(m.start())
                self._closes.append(FAR)
            elif m[0] == ")":
                if stack:
                    self._closes[stack.pop()] = m.start()
            else:
                for i in stack:
                    self._closes[i] = m.start()
                stack.clear()
        for i in stack:
            self._closes[i] = len(folded)

    def around(self, at: int) -> tuple[int, int] | None:
        """(opening, closing) of the innermost bracket around place `at`, None outside of all."""
        i = bisect_right(self._opens, at) - 1
        while i >= 0 and (self._closes[i] <= at or self._opens[i] >= at):
            i = self._parents[i] if self._opens[i] < at else i - 1
        return (self._opens[i], self._closes[i]) if i >= 0 else None

    def close_of(self, opening: int) -> int:
        """Where the bracket opened at `opening` closes."""
        return self._closes[bisect_right(self._opens, opening) - 1]
