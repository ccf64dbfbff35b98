"""Table blocks -> grids: which stretch of the view stands in which row and column.

Three ways of writing a table: rows between bars (`| a | b |`), bars that stand alone on their
lines (`find.table_bars`), and `<table>`. Rows and columns are told in the source, where they
are written; the text of a cell is taken from the view, where marks of emphasis are gone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from extract.document import Block, Document
from extract.find.tables.table_bars import Span, lay_out
from extract.readers.text.aligned import SLACK
from extract.rules.wording import wording
from extract.values.columns import aligned_tables
from extract.values.glued import unglued
from extract.values.segments import Segment, is_figure, is_rule, segments

Place = tuple[int, int]  # row, column
_BAR_LINE = re.compile(r"[ \t>]*(?:\||(?=\+[-=:]{3}))")
_RULE = frozenset("|:-–—=+ \t\r>")
_BAR = re.compile(r"(?<!\\)\|")
_TAG = wording("table_grids.tag")
_SPAN = wording("table_grids.span")
_OPENING = wording("table_grids.opening")
_CLOSING = wording("table_grids.closing")
_BACK = 4000  # how far before its first text a <table> may begin
_WIDEST = 100  # columns or rows that a cell may span
_TALLEST = 4  # header rows that a merged cell of the first row may cover


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as written: `rows` of view spans, rectangular; `text` gives a cell's text.

    `ruled` is the number of rows above the rule row, or None where there is no such row;
    `start`..`end` is the table's place in the source.
    """

    block: int
    start: int
    end: int
    rows: tuple[tuple[Span, ...], ...]
    ruled: int | None
    heads: int = 0  # rows that must be header rows because cells are merged in them
    more: Mapping[Place, tuple[Span, ...]] = field(default_factory=dict)  # where cells go on

    def spans(self) -> list[list[Span]]:
        """For each row all the places where its cells stand."""
        found = [list(row) for row in self.rows]
        for (r, _), spans in self.more.items():
            found[r] += spans
        return found

    def reaches(self) -> tuple[Span, ...]:
        """For each row from where to where its cells reach; (0, 0) where all are empty."""
        return tuple(
            (min(a for a, _ in filled), max(b for _, b in filled)) if filled else (0, 0)
            for row in self.spans()
            for filled in [[cell for cell in row if cell[0] < cell[1]]]
        )

    def texts(self, view: str) -> list[list[str]]:
        """What the cells say, blanks as one."""
        found = [[" ".join(view[a:b].split()) for a, b in row] for row in self.rows]
        for (r, c), spans in self.more.items():
            found[r][c] = " ".join([found[r][c], *(" ".join(view[a:b].split()) for a, b in spans)])
        return found


def grid_of(doc: Document, index: int, single: Callable[[str], bool]) -> Grid | None:
    """The grid of the table block `index`; None where it has not two rows and two columns.

    `single` tells headers under which no column is divided (see `table_bars.lay_out`).
    """
    block = doc.blocks[index]
    start, end = doc.source_span(block.vs, block.ve)
    text = doc.text
    more: dict[Place, tuple[Span, ...]] = {}
    opening = -1
    for m in _OPENING.finditer(text, max(0, start - _BACK), start + 6):
        opening = m.start()
    if opening >= 0 and _CLOSING.search(text, opening, start) is None:
        close = _CLOSING.search(text, end)
        end = close.end() if close is not None else end
        rows, ruled, heads, start = *_html(text, opening, end), opening
    elif (lone := _lone_bar(text, start)) >= 0:
        start = lone
        rows, heads, ruled = *lay_out(text, start + 1, end, single), None
    elif "|" not in text[text.rfind("\n", 0, start) + 1 : _line_end(text, start)]:
        return _aligned(doc, index, start, end)
    else:
        start, end = _widened(text, start, end)
        rows, ruled, more = _piped(text, start, end)
        heads = 0
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) < 2:
        return None
    view = _Inverse(doc, block)
    made = tuple(
        tuple(view.span(*cell) for cell in row) + ((0, 0),) * (width - len(row)) for row in rows
    )
    on = {at: tuple(view.span(*cell) for cell in cells) for at, cells in more.items()}
    return Grid(index, start, end, made, ruled, heads, on)


def _aligned(doc: Document, index: int, start: int, end: int) -> Grid | None:
    """The grid of a table whose columns are told by alignment alone."""
    text = doc.text
    at, end = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    lines: list[list[tuple[Segment, int, int]]] = []
    while at < end:
        stop = min(_line_end(text, at), end)
        if not is_rule(text, at, stop):
            lines.append(segments(text, at, stop))
        at = stop + 1
    lines = unglued(lines)
    found = next(aligned_tables([[s for s, _, _ in line] for line in lines], SLACK), None)
    if found is None:
        return None
    view = _Inverse(doc, doc.blocks[index])
    rows: list[tuple[Span, ...]] = []
    more: dict[Place, tuple[Span, ...]] = {}
    for r, row in enumerate(found.rows):
        spans = [[view.span(*lines[n][k][1:]) for n, k in cell] for cell in row]
        rows.append(tuple(cell[0] if cell else (0, 0) for cell in spans))
        more |= {(r, c): tuple(cell[1:]) for c, cell in enumerate(spans) if len(cell) > 1}
    return Grid(index, start, end, tuple(rows), found.heads, 0, more)


class _Inverse:
    """The places in the view of source offsets inside one block."""

    def __init__(self, doc: Document, block: Block) -> None:
        first = bisect_right(doc.seg_view, block.vs) - 1
        last = bisect_left(doc.seg_view, block.ve)
        self._view = doc.view
        self._at = doc.seg_view[first:last]
        self._source = doc.seg_source[first:last]
        self._low, self._high = block.vs, block.ve

    def _place(self, offset: int) -> int:
        i = bisect_right(self._source, offset) - 1
        if i < 0:
            return self._low
        place = self._at[i] + offset - self._source[i]
        limit = self._at[i + 1] if i + 1 < len(self._at) else self._high
        return max(self._low, min(place, limit, self._high))

    def span(self, start: int, end: int) -> Span:
        """The view span of text[start:end], without white space at its ends."""
        if start >= end:
            return 0, 0
        vs, ve = self._place(start), self._place(end)
        while vs < ve and self._view[vs].isspace():
            vs += 1
        while ve > vs and self._view[ve - 1].isspace():
            ve -= 1
        return (vs, ve) if vs < ve else (0, 0)


def _lone_bar(text: str, start: int) -> int:
    """Where the bars begin that stand alone on the lines above the first cell; -1 if none do."""
    found = -1
    at = text.rfind("\n", 0, start)
    while at > 0:
        above = text.rfind("\n", 0, at) + 1
        line = text[above:at].strip()
        if line != "|":
            break
        found = text.index("|", above)
        at = above - 1
    return found


def _widened(text: str, start: int, end: int) -> Span:
    """The span of all neighbouring lines that begin with a bar."""
    start = text.rfind("\n", 0, start) + 1
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not _BAR_LINE.match(text, above, start):
            break
        start = above
    end = _line_end(text, end)
    while end < len(text) and _BAR_LINE.match(text, end + 1):
        end = _line_end(text, end + 1)
    return start, end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _piped(
    text: str, start: int, end: int
) -> tuple[list[list[Span]], int | None, dict[Place, tuple[Span, ...]]]:
    """The cells of rows between bars, how many rows stand above the rule row, and where cells go
    on. Where the first row does not begin with a bar, no row has to; between the borders of a grid
    table (`+---+---+`) all lines are one row, unless they have figures in one column, and
    `+===+===+` is its rule row."""
    rows: list[list[Span]] = []
    more: dict[Place, tuple[Span, ...]] = {}
    ruled: int | None = None
    at = start
    inner = _BAR_LINE.match(text, start, end) is None
    bordered = opened = False  # a border was seen; the last row is one that the next line goes on
    while at < end:
        stop = min(_line_end(text, at), end)
        opening = _BAR_LINE.match(text, at, stop)
        if opening is not None or inner:
            line = text[at:stop]
            first = opening.end() if opening is not None else at
            if line.lstrip(" \t>").startswith("+"):
                ruled = len(rows) if "=" in line else ruled
                bordered, opened = True, False
            elif "-" in line and line.count("|") > (not inner) and _RULE.issuperset(line):
                ruled = len(rows) if ruled is None else ruled
            elif line.strip(" \t\r|>"):
                bars = [m.start() for m in _BAR.finditer(text, first, stop)]
                edges = [first - 1, *bars]
                if text[edges[-1] + 1 : stop].strip():
                    edges.append(stop)
                if inner and opening is not None and len(edges) == len(rows[0]):
                    edges.insert(0, at - 1)  # the bar ends a first cell that is empty
                cells = [(a + 1, b) for a, b in pairwise(edges)]
                if (
                    opened
                    and len(cells) == len(rows[-1])
                    and not _figures(text, cells) & _figures(text, rows[-1])
                ):
                    for c, cell in enumerate(cells):
                        if not text[slice(*cell)].strip():
                            continue
                        more[len(rows) - 1, c] = (*more.get((len(rows) - 1, c), ()), cell)
                else:
                    rows.append(cells)
                opened = bordered
        at = stop + 1
    return rows, ruled, more


def _figures(text: str, cells: list[Span]) -> set[int]:
    """The columns behind the first in which nothing but a figure stands."""
    return {c for c, (a, b) in enumerate(cells) if c and is_figure(text[a:b].strip())}


def _html(text: str, start: int, end: int) -> tuple[list[list[Span]], int | None, int]:
    """The cells of a <table>; a merged cell stands in its first place, the others are empty."""
    rows: list[dict[int, Span]] = []
    taken: dict[int, int] = {}  # column -> rows that a cell above still covers
    heads = merged = 0
    cell: tuple[int, int] | None = None  # column and start of the open cell

    def close(at: int) -> None:
        nonlocal cell
        if cell is not None and rows:
            rows[-1][cell[0]] = (cell[1], at)
        cell = None

    column = 0
    for m in _TAG.finditer(text, start, end):
        name = m[2].lower()
        if name == "tr":
            close(m.start())
            if not m[1]:
                rows.append({})
                taken = {c: n - 1 for c, n in taken.items() if n > 1}
                column = 0
        elif name in ("td", "th"):
            close(m.start())
            if m[1]:
                continue
            if not rows:
                rows.append({})
            while taken.get(column):
                column += 1
            size = {s[1].lower(): min(int(s[2]), _WIDEST) for s in _SPAN.finditer(m[3])}
            wide, tall = max(size.get("col", 1), 1), max(size.get("row", 1), 1)
            cell = (column, m.end())
            if name == "th":
                heads = max(heads, len(rows))
            if tall > 1:
                taken |= {c: tall for c in range(column, column + wide)}
                if len(rows) == 1:
                    merged = max(merged, min(tall, _TALLEST))
            for c in range(column, column + wide):
                rows[-1].setdefault(c, (0, 0))
            column += wide
        elif m[1] and name == "thead":
            heads = max(heads, len(rows))
    close(end)
    made = [[row.get(c, (0, 0)) for c in range(max(row, default=-1) + 1)] for row in rows]
    filled = [row for row in made if row]
    return filled, min(heads, len(filled)) or None, merged
