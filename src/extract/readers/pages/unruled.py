"""Tables without ruled lines: rows of figures that stand under each other, also over pages.

Where such a table is the last of its page, the first rows of the next page go on with it if the
columns hold for both; so do two rows at a page's end and the rest on the next page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.readers.pages.columns import Column
from extract.readers.pages.lines import Row
from extract.readers.pages.pieces import Piece
from extract.readers.pages.tables import Table
from extract.values.columns import Aligned, aligned_tables
from extract.values.letters import POWERS
from extract.values.segments import Segment, is_figure

_EDGE = 1.5  # points: ends of figures that are nearer stand under each other
_ROWS = 3  # of two pieces and more: a table has as many
_TAIL = 12  # rows at a page's end in which a table may begin
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARGINS = 60.0  # points: margins of odd and even pages differ by less
_ASIDE = 4.0  # points: a number that begins a row may be a digit longer
_AHEAD = 4  # rows at a page's head, of which one has figures where a table goes on


@dataclass(slots=True)
class Unruled(Table):
    """A table without ruled lines: `lines` are the rows of its header, `heads` of them, and those
    of its last page, which fill `cells` from the row `since` on; pages with another margin than its
    first one are moved by `shifts`."""

    lines: tuple[Row, ...] = ()
    heads: int = 0
    since: int = 0
    shifts: dict[int, float] = field(default_factory=dict)  # how far a page's lines are moved


@dataclass(slots=True)
class Sheaf:
    """The rows and tables of one page, or of a column of it; pages that have the same `kind` are
    equally wide and turned."""

    page: int
    kind: tuple[int, int]
    rows: list[Row]
    tables: list[Table]
    boxes: list[Table] = field(default_factory=list)  # single rows of boxes, among the rows
    column: Column | None = None  # of a page in columns: the one that these stand in


_NONE: dict[int, float] = {}


def take_aligned(rows: list[Row], page: int) -> tuple[list[Table], list[Row]]:
    """The tables without ruled lines that the rows of a page hold, and the rows that remain."""
    if sum(len(row) > 1 for row in rows) < _ROWS:
        return [], rows
    tables: list[Table] = []
    rest: list[Row] = []
    at = 0
    for found in aligned_tables(_segments(rows), _EDGE):
        rest += rows[at : found.first]
        at = found.last + 1
        tables.append(_table(rows, found, page))
    return tables, [*rest, *rows[at:]]


def _segments(rows: list[Row], shifts: Mapping[int, float] = _NONE) -> list[list[Segment]]:
    out = []
    for row in rows:
        by = shifts.get(row[0].page, 0.0)
        out.append([_segment(p, by) for p in row])
    return out


def _segment(piece: Piece, by: float) -> Segment:
    """The piece without a call of notes at its end, which figures are not aligned by."""
    text = piece.text.rstrip(POWERS) or piece.text
    return Segment(piece.left - by, piece.x1[len(text) - 1] - by, text)


def _shift(lines: Sequence[Row], ahead: list[Row], shifts: Mapping[int, float]) -> float:
    """How far rows at the head of a page stand beside the lines of a table, as odd and even pages
    do that have different margins; 0 where both edges do not tell the same."""
    own, new = _figured(lines), _figured(ahead[:_AHEAD])
    if not own or not new:
        return 0.0
    by = shifts.get(own[-1][0].page, 0.0)
    right = new[0][-1].right - (own[-1][-1].right - by)
    left = min(row[0].left for row in new) - min(row[0].left for row in own) + by
    return right if _EDGE < abs(right) <= _MARGINS and abs(left - right) < _ASIDE else 0.0


def _figured(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if len(row) > 2 and is_figure(row[-1].text)]


def _table(rows: list[Row], found: Aligned, page: int) -> Unruled:
    """The table found in the rows, whose last ones may stand on the next page."""
    own = [row for row in rows[found.first : found.last + 1] if row[0].page == page]
    high, low = own[0][0].base - own[0][0].size, own[-1][0].base + 0.3 * own[-1][0].size
    first = _first_line(found, found.heads)
    table = Unruled(page, high, low, _cells(rows, found), found.heads)
    table.lines, table.heads = tuple(rows[found.first : found.last + 1]), first - found.first
    table.since = found.heads
    return table


def _first_line(found: Aligned, row: int) -> int:
    """The line that a row of the table begins in."""
    return min(n for cell in found.rows[row] for n, _ in cell)


def _cells(rows: list[Row], found: Aligned) -> list[list[list[Piece]]]:
    return [[[rows[n][k] for n, k in cell] for cell in row] for row in found.rows]


def join_over_pages(sheaves: list[Sheaf], only: Collection[int] | None = None) -> None:
    """Put the rows at the head of a page that go on with a table of the page before it to that
    table, in place; pages that are not among `only` are left as they are."""
    going: Unruled | None = None  # goes over all of the page `above`, from pages before it
    for above, below in pairwise(sheaves):
        chosen = only is None or (above.page in only and below.page in only)
        if not chosen or below.page != above.page + 1 or below.kind != above.kind:
            going = None
            continue
        table = _joined(above, below, going)
        going = table if not (below.rows or below.tables) else None


def _joined(above: Sheaf, below: Sheaf, going: Unruled | None) -> Unruled | None:
    """The table that goes on from one page to the next, once that is done; None for none."""
    last = max(above.tables, key=lambda t: t.top, default=None)
    tail = above.rows
    if last is not None:
        tail = [row for row in tail if row[0].base >= (last.top + last.bottom) / 2]
    first = min(below.tables, key=lambda t: t.top, default=None)
    ahead = below.rows
    if first is not None:
        ahead = [row for row in ahead if row[0].base < (first.top + first.bottom) / 2]
    if not ahead and tail and isinstance(first, Unruled):
        table = _headed(above, tail[-_TAIL:], first)
        if table is not None:
            below.tables.remove(first)
        return table
    if not _may_go_on(ahead[:_AHEAD]):
        return None
    if tail:
        table, taken = _begun(above, tail[-_TAIL:], ahead)
    else:
        table = going if last is None else last if isinstance(last, Unruled) else None
        taken = _go_on(table, ahead) if table is not None else 0
    below.rows = below.rows[taken:]
    return table if taken else None


def _may_go_on(ahead: list[Row]) -> bool:
    """True where one of the first rows of a page ends in a figure, none is a header of years."""
    figures = [row for row in ahead if len(row) > 1 and is_figure(row[-1].text)]
    years = (all(_YEAR.fullmatch(p.text) for p in row[1:]) for row in figures)
    return bool(figures) and not any(years)


def _begun(above: Sheaf, tail: list[Row], ahead: list[Row]) -> tuple[Unruled | None, int]:
    """The table that begins in the last rows of a page and goes on in the rows `ahead`, and how
    many of those it takes."""
    rows = [*tail, *ahead]
    aside = _shift(tail, ahead, {})
    for shifts in ({}, {ahead[0][0].page: aside}) if aside else ({},):
        for found in aligned_tables(_segments(rows, shifts), _EDGE):
            if found.first < len(tail) <= found.last:
                table = _put(above, rows, found, len(tail))
                table.shifts = shifts
                return table, found.last + 1 - len(tail)
    return None, 0


def _headed(above: Sheaf, tail: list[Row], table: Unruled) -> Unruled | None:
    """The same for a table that repeats, on the next page, the header it has in those rows."""
    heads, body = table.lines[: table.heads], table.lines[table.heads :]
    for at in range(len(tail) - len(heads)):
        if _texts(tail[at : at + len(heads)]) == _texts(heads):
            rows = [*tail[at:], *body]
            aside = _shift(tail[at:], list(body), {})
            for shifts in ({}, {body[0][0].page: aside}) if aside else ({},):
                found = next(aligned_tables(_segments(rows, shifts), _EDGE), None)
                if found is not None and (found.first, found.last) == (0, len(rows) - 1):
                    made = _put(above, rows, found, len(tail) - at)
                    made.shifts = shifts
                    return made
    return None


def _put(above: Sheaf, rows: list[Row], found: Aligned, old: int) -> Unruled:
    """The table found in the rows, of which `old` are of the page `above`, put to that page."""
    table = _last_page(_table(rows, found, above.page), found, old)
    own = {id(row) for row in rows[found.first : old]}
    above.rows = [row for row in above.rows if id(row) not in own]
    above.tables.append(table)
    return table


def _go_on(table: Unruled, ahead: list[Row]) -> int:
    """Put those of the rows `ahead` to the table that go on with it; how many they are."""
    heads = table.lines[: table.heads]
    again = len(heads) if _texts(heads) == _texts(ahead[: len(heads)]) else 0
    rows = [*table.lines, *ahead[again:]]
    old = len(table.lines)
    shifts = table.shifts
    found = _all_of(table, rows, shifts)
    aside = _shift(table.lines, ahead[again:], shifts) if found is None else 0.0
    if aside:
        shifts = shifts | {ahead[0][0].page: aside}
        found = _all_of(table, rows, shifts)
    if found is None:
        return 0
    table.shifts = shifts
    table.cells[table.since :] = _cells(rows, found)[found.heads :]
    table.lines = tuple(rows[: found.last + 1])
    _last_page(table, found, old)
    return again + found.last + 1 - old


def _all_of(table: Unruled, rows: list[Row], shifts: Mapping[int, float]) -> Aligned | None:
    """The table that the rows make, if it is this one with further rows."""
    found = next(aligned_tables(_segments(rows, shifts), _EDGE), None)
    if (
        found is None
        or found.first
        or found.last < len(table.lines)
        or found.heads != table.header
        or _first_line(found, found.heads) != table.heads
        or len(found.rows[0]) != len(table.cells[0])
    ):
        return None
    return found


def _last_page(table: Unruled, found: Aligned, old: int) -> Unruled:
    """The table with no more lines kept than those of its header and, from line `old` on of what
    was found, of its last page."""
    new = [n for n in range(found.heads, len(found.rows)) if _first_line(found, n) >= old]
    if new:
        table.since = len(table.cells) - len(new)
        start = _first_line(found, new[0]) - found.first
        table.lines = (*table.lines[: table.heads], *table.lines[start:])
    return table


def _texts(rows: Collection[Row]) -> list[list[str]]:
    return [[p.text for p in row] for row in rows]
