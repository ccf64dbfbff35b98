"""Labels as wide as their column: one blank parts them from the figure that follows.

2    Hà Trung              07      61
3    Hậu Lộc, Hoằng Hóa 02         6
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.values.segments import Segment, is_figure

Placed = tuple[Segment, int, int]  # with its place in the text
_GLUED = re.compile(r"[^\W\d_]\S*+ (?P<figure>\d[\d.,]*+%?)$")
_AROUND = 8  # lines before and after one that show where a column stands
_SHOWN = 2  # of them that must have a figure there and one segment more


def unglued(lines: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """The lines, with a label and the figure at its end apart where other lines have a figure in
    that column."""
    made: list[list[Placed]] = []
    for n, line in enumerate(lines):
        parts: list[Placed] = []
        for k, (s, start, end) in enumerate(line):
            m = None
            if k + 1 < len(line) and s.text[-1:].isdigit() and is_figure(line[k + 1][0].text):
                m = _GLUED.search(s.text)
            size = len(m["figure"]) if m is not None else 0
            around = lines[max(0, n - _AROUND) : n + _AROUND + 1]
            if m is None or _columns(around, s.x1 - size, s.x1, len(line) + 1) < _SHOWN:
                parts.append((s, start, end))
                continue
            label = replace(s, x1=s.x1 - size - 1, text=s.text[: -size - 1].rstrip())
            figure = Segment(s.x1 - size, s.x1, m["figure"])
            parts += [(label, start, start + len(label.text)), (figure, end - size, end)]
        made.append(parts)
    return made


def _columns(lines: Sequence[Sequence[Placed]], x0: float, x1: float, size: int) -> int:
    """How many of the lines, of `size` segments, have a figure that begins or ends there."""
    return sum(
        len(line) == size
        and any(is_figure(s.text) and (s.x0 == x0 or s.x1 == x1) for s, _, _ in line)
        for line in lines
    )
