"""Ruled lines of a page -> grids of cells that they draw.

Lines that nearly coincide are one. Where one across and one down meet, there is a crossing; the
smallest box from a crossing to others, each side of it on one line, is a cell. Cells that share
corners are a grid. pdfplumber finds tables in this way; loading it takes longer than many pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from extract.readers.pages.turned import Cell
from extract.readers.pdf.runs import Rule

_SNAP = 3.0  # points: lines, and ends of lines, that are nearer meet
_LEAST = 8.0  # points: a cell is at least this wide
_LOWEST = 4.0  # points: and this high; where most cells are low, it may be smaller
_LOW = 0.6  # of the height of most cells: a cell is higher
_MOST_CROSSINGS = 3_000  # of the lines of one page, put together where they meet

_Point = tuple[float, float]


class _Line(NamedTuple):
    """A line across or down the page: where it lies, from where to where it reaches."""

    at: float
    low: float
    high: float


def grids_of(rules: list[Rule]) -> list[list[Cell]]:
    """The cells of each grid of lines, from top to bottom."""
    across = _merged([_Line((r.top + r.bottom) / 2, r.x0, r.x1) for r in rules if r.flat])
    down = _merged([_Line((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rules if not r.flat])
    if len(across) * len(down) > _MOST_CROSSINGS:
        return []
    found: list[list[Cell]] = []
    for grid in _joined(_cells(across, down)):
        heights = sorted(c[3] - c[1] for c in grid)
        small = min(1.0, _LOW * heights[len(heights) // 2] / _LOWEST)
        wide, high = small * _LEAST, small * _LOWEST
        kept = [c for c in grid if c[2] - c[0] >= wide and c[3] - c[1] >= high]
        if len(kept) > 1:
            found.append(kept)
    return sorted(found, key=lambda grid: (min(c[1] for c in grid), min(c[0] for c in grid)))


def _merged(lines: list[_Line]) -> list[_Line]:
    """The lines, those that lie side by side put on their mean and joined where they meet."""
    beside: list[list[_Line]] = []
    for line in sorted(lines):
        if beside and line.at <= beside[-1][-1].at + _SNAP:
            beside[-1].append(line)
        else:
            beside.append([line])
    out: list[_Line] = []
    for near in beside:
        at = sum(line.at for line in near) / len(near)
        first, *others = sorted((line.low, line.high) for line in near)
        out.append(_Line(at, *first))
        for low, high in others:
            last = out[-1]
            if low <= last.high + _SNAP:
                out[-1] = _Line(at, last.low, max(last.high, high))
            else:
                out.append(_Line(at, low, high))
    return out


def _cells(across: list[_Line], down: list[_Line]) -> Iterator[Cell]:
    """The smallest cell to the right of and below each crossing, from left to right."""
    lines: dict[_Point, tuple[set[int], set[int]]] = {}  # those down, those across through a point
    for n, v in enumerate(down):
        for k, h in enumerate(across):
            on_v = v.low <= h.at + _SNAP and v.high >= h.at - _SNAP
            if on_v and h.low - _SNAP <= v.at <= h.high + _SNAP:
                through = lines.setdefault((v.at, h.at), (set(), set()))
                through[0].add(n)
                through[1].add(k)
    points = sorted(lines)
    under: dict[float, list[_Point]] = defaultdict(list)
    beside: dict[float, list[_Point]] = defaultdict(list)
    for point in points:
        under[point[0]].append(point)
        beside[point[1]].append(point)

    def tied(a: _Point, b: _Point, way: int) -> bool:
        return not lines[a][way].isdisjoint(lines[b][way])

    for point in points:
        x0, top = point
        lower = [p for p in under[x0] if p[1] > top and tied(point, p, 0)]
        right = [p for p in beside[top] if p[0] > x0 and tied(point, p, 1)]
        corners = ((a, b, (b[0], a[1])) for a in lower for b in right)
        for a, b, corner in corners:
            if corner in lines and tied(corner, b, 0) and tied(corner, a, 1):
                yield x0, top, *corner
                break


def _joined(cells: Iterator[Cell]) -> Iterator[list[Cell]]:
    """The cells in groups that hang together by their corners."""
    left = list(cells)
    while left:
        group: list[Cell] = []
        corners: set[_Point] = set()
        before = -1
        while before < len(group):
            before = len(group)
            rest: list[Cell] = []
            for cell in left:
                x0, top, x1, bottom = cell
                own = {(x0, top), (x0, bottom), (x1, top), (x1, bottom)}
                if not group or not corners.isdisjoint(own):
                    group.append(cell)
                    corners |= own
                else:
                    rest.append(cell)
            left = rest
        yield group
