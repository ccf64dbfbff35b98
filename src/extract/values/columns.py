"""Columns that are told by alignment alone: lines of segments -> a table, where it is certain.

Lines make a table where three or more of them end in figures that stand under each other,
right-aligned, every figure in a column (`column_places`), and something stands over the columns
(`column_rows`); all else stays lines of text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.values.column_edges import clusters
from extract.values.column_places import Places, place_of
from extract.values.column_rows import Cell, body_rows, head_lines, head_rows
from extract.values.segments import Line, is_data, is_figure, is_order, last_figures

_LEAST = 3  # rows that a column needs
_OFF = 4  # how many times the slack a few figures may be off
_MOST_WRAPS = 3  # lines in a row that only go on with a label


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table found in lines `first` to `last`: for each row and column the segments that its
    cell is made of, in order; `heads` rows are the header."""

    first: int
    last: int
    heads: int
    rows: tuple[tuple[tuple[Cell, ...], ...], ...]


def aligned_tables(lines: Sequence[Line], slack: float) -> Iterator[Aligned]:
    """The tables in `lines` (an empty one is a blank line), from the top; edges that differ by
    `slack` or less are the same."""
    at = floor = 0
    while at < len(lines):
        if not is_data(lines[at]):
            at += 1
            continue
        end = _run_end(lines, at)
        found = _table(lines, floor, at, end, slack)
        found = found or _table(_left_aligned(lines, at, end), floor, at, end, slack)
        found = found or _table(_counted(lines, at, end, slack), floor, at, end, slack)
        if found is not None:
            yield found
        at = floor = end


def _run_end(lines: Sequence[Line], at: int) -> int:
    """The end of a run of data lines and lines that go on with a label or head a group."""
    end = at
    wraps = 0
    while at < len(lines):
        line = lines[at]
        if is_data(line):
            wraps = 0
            end = at + 1
        elif line and len(line) <= 2 and not is_figure(line[-1].text):
            wraps += 1
            if wraps > _MOST_WRAPS:
                break
        else:
            break
        at += 1
    return end


def _table(lines: Sequence[Line], floor: int, at: int, end: int, slack: float) -> Aligned | None:
    """The table of lines `at` to `end` with its header above them, not above line `floor`; None
    where they are none."""
    data = _data(lines[at:end])
    if len(data) < _LEAST:
        return None
    limit = min(s.x0 for line in data for s in last_figures(line))
    for n in range(at, end):
        if lines[n] and not is_data(lines[n]) and lines[n][-1].x1 > limit:
            return _table(lines, floor, at, n, slack)  # a line of text
    places = _places(lines[at:end], data, slack)
    if places is None or not all(places.holds(line) for line in data):
        return None
    heads = head_lines(lines, floor, at, places)
    if not heads:
        return None
    top = head_rows(lines, heads, places)
    rows = [*top, *body_rows(lines, at, end, places)]
    kept = tuple(tuple(tuple(cell) for cell in row) for row in rows)
    return Aligned(min(heads), end - 1, len(top), kept)


def _data(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if is_data(line)]


def _places(lines: Sequence[Line], data: Sequence[Line], slack: float) -> Places | None:
    """Where the columns of some lines stand, of which `data` end in figures; None where their
    figures do not end under each other."""
    least = max(_LEAST, len(data) // 2)
    figures = [s for line in data for s in last_figures(line)]
    edges = clusters([s.x1 for s in figures], slack, least)
    if not edges:
        return None
    first = min(s.x0 for s in figures if place_of(edges, s.x1, slack) >= 0)
    lefts = [
        min((s.x0 for s in figures if abs(s.x1 - edge) <= slack), default=edge) for edge in edges
    ]
    numbered = [line for line in lines if len(line) > 1 and is_order(line[0].text)]
    order = _order(numbered, data)
    texts = [
        s.x0
        for line in data
        for s in line[2 if order is not None and is_order(line[0].text) else 1 :]
        if not is_figure(s.text)
    ]
    inner = [s.x1 for line in lines for s in line if not is_figure(s.text) and s.x1 < first]
    return Places(
        order=order,
        begin=min((line[1].x0 for line in numbered), default=0.0),
        label_end=max(inner, default=first),
        texts=clusters(texts, slack, least),
        middles=[(a + b) / 2 for a, b in zip(lefts, edges, strict=True)],
        edges=edges,
        first=first,
        slack=slack,
    )


def _order(numbered: Sequence[Line], data: Sequence[Line]) -> float | None:
    """Where the column of row numbers ends, of the lines that may begin with one; None where there
    is none."""
    if len(numbered) < 2:
        return None
    edge = max(line[0].x1 for line in numbered)
    left = all(len(x) > 2 if is_order(x[0].text) else x[0].x0 > edge for x in data)
    return edge if left else None


def _left_aligned(lines: Sequence[Line], at: int, end: int) -> Sequence[Line]:
    """The lines with the figures that begin under each other reaching as far as the longest of
    them, as if they were right-aligned."""
    data = [n for n in range(at, end) if is_data(lines[n])]
    wide: dict[float, float] = {}
    for s in (s for n in data for s in last_figures(lines[n])):
        wide[s.x0] = max(wide.get(s.x0, 0), s.x1)
    made = list(lines)
    for n in data:
        figures = {s.x0 for s in last_figures(lines[n])}
        made[n] = [replace(s, x1=wide[s.x0]) if s.x0 in figures else s for s in lines[n]]
    return made


def _counted(lines: Sequence[Line], at: int, end: int, slack: float) -> Sequence[Line]:
    """The lines, where all have as many figures, with each of these reaching as far as the longest
    in its turn: columns of which a few lines are typed with a blank too many or too few."""
    data = [n for n in range(at, end) if is_data(lines[n])]
    turns = list(zip(*(last_figures(lines[n])[::-1] for n in data), strict=False))
    even = {len(last_figures(lines[n])) for n in data} == {len(turns)}
    ends = [max(s.x1 for s in turn) for turn in turns]
    begins = [min(s.x0 for s in turn) for turn in turns]
    if not even or any(a >= b for a, b in zip(ends, begins[1:], strict=False)):
        return lines
    for turn in turns:
        off = [abs(s.x1 - median(s.x1 for s in turn)) for s in turn]
        if max(off) > _OFF * slack or 4 * sum(x <= slack for x in off) < 3 * len(off):
            return lines
    made = list(lines)
    for n in data:
        rest = len(lines[n]) - len(ends)
        figures = zip(lines[n][rest:], ends, strict=True)
        made[n] = [*lines[n][:rest], *(replace(s, x1=x1) for s, x1 in figures)]
    return made
