"""Rows and tables of a page -> strips: what reaches from margin to margin, columns of text.

Text that is set in columns has tables and footnotes of its own in each; a column is read to its
end, with these, before the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.readers.pages.columns import LINES, Column, column_of, is_line
from extract.readers.pages.lines import Row
from extract.readers.pages.pieces import Piece
from extract.readers.pages.tables import Table

_AHEAD = 0.4  # em: the gutter is looked for so far left of where the right column begins
_ASIDE = 0.9  # em: rows that are nearer stand side by side, not one under the other
_NEXT = 2.2  # em: the next row of the same column is nearer
_SPACED = 3.2  # em: a space between paragraphs is less
_EVEN = 0.1  # em: spaces that are equal differ by less
_ABOVE = 1.6  # em: a row that is further above the right column is no part of it
_WORDY = 0.7  # of the pieces of columns are lines of words; the ends of paragraphs are short
_DATED = 2  # rows, and no more, may stand there
_SAME = 2.0  # points: edges of one column differ by less
_FULL = 3  # lines that end at the edge of a column tell that it is one
_DEPTH = 3  # columns inside columns

Item = Row | Table
Pair = tuple[Piece, Piece]


@dataclass(slots=True)
class Strip:
    """A part of a page, read as one: from margin to margin, or a column."""

    rows: list[Row]
    tables: list[Table]
    boxes: list[Table]  # single rows of boxes, among the rows
    column: Column | None = None


def strips(whole: Strip, right: float, depth: int = 0) -> list[Strip]:
    """The strips of a page, or of a column of it, in reading order; `right` is its edge."""
    gutter = _gutter(whole.rows)
    if gutter is None or depth == _DEPTH:
        return [whole]
    out: list[Strip] = []
    for items in _stretches(whole, gutter):
        above, inside, below = _parts(items, gutter)
        _put(out, above)
        if inside:
            for strip in _columns(inside, gutter, right):
                edge = strip.column.limit if strip.column else right
                out += strips(strip, edge, depth + 1)
        _put(out, below)
    if len(out) == 1:
        return [whole]
    for strip in out:
        strip.boxes += [box for box in whole.boxes if _holds(strip, box)]
    return out


def stands_in(whole: Strip, column: Column) -> bool:
    """True for a page, such as the last one, whose rows fill a part of one column alone."""
    rows = whole.rows
    inside = all(
        column.left - _SAME <= r[0].left and r[-1].right <= column.right + _SAME for r in rows
    )
    full = sum(row[-1].right > column.right - row[0].size for row in rows)
    return inside and full >= _FULL


def _gutter(rows: list[Row]) -> float | None:
    """A place between two columns of text: right before most lines begin that stand beside one."""
    begins = sorted((b.left, b.size) for a, b in _pairs(rows) if is_line(a) and is_line(b))
    if len(begins) < LINES:
        return None
    left, size = begins[len(begins) // 2]
    return left - _AHEAD * size


def _pairs(rows: list[Row]) -> Iterator[Pair]:
    """The pieces that stand side by side: on one row, or one a little lower."""
    for n, row in enumerate(rows):
        yield from pairwise(row)
        below = rows[n + 1] if n + 1 < len(rows) else row
        if len(row) == len(below) == 1 and below[0].base - row[0].base < _ASIDE * row[0].size:
            a, b = sorted((row[0], below[0]), key=lambda piece: piece.left)
            if a.right < b.left:
                yield a, b


def _stretches(whole: Strip, gutter: float) -> Iterator[list[Item]]:
    """The rows and tables from top to bottom, those together that the gutter runs through, and
    those that it does not."""
    items: list[Item] = [*whole.rows, *whole.tables]
    items.sort(key=_place)
    run: list[Item] = []
    for item in items:
        if run and _crosses(item, gutter) != _crosses(run[-1], gutter):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _place(item: Item) -> float:
    return (item.top + item.bottom) / 2 if isinstance(item, Table) else item[0].base


def _crosses(item: Item, gutter: float) -> bool:
    if isinstance(item, Table):
        left, right = _sides(item)
        return left < gutter < right
    return any(piece.left < gutter < piece.right for piece in item)


def _sides(table: Table) -> tuple[float, float]:
    """Where a table begins and ends."""
    if table.lefts:
        return table.lefts[0], table.right
    lines = [line for row in table.cells for cell in row for line in cell]
    return min(line.left for line in lines), max(line.right for line in lines)


def _parts(items: list[Item], gutter: float) -> tuple[list[Item], list[Item], list[Item]]:
    """What is set in columns of a stretch, with what stands above and below that. A row above the
    right column, such as a date, is none of it, nor are rows far below the left one, such as the
    end of the document."""
    rows = [row for row in items if not isinstance(row, Table)]
    beside = [(a, b) for a, b in _pairs(rows) if a.left < gutter < b.left]
    if _crosses(items[0], gutter) or not _are_columns(beside):
        return items, [], []
    sides = [_on(item, gutter) for item in items]
    first, last = 0, len(items)
    for n, (item, below) in enumerate(pairwise(items[: _DATED + 1])):
        if isinstance(item, Table) or sides[n] != (False, True):
            break
        if _apart(item, below) > _ABOVE:
            first = n + 1
    ended = max(n for n, (_, right) in enumerate(sides) if right)
    most = _widest(items, sides, ended)
    for a, b in pairwise(n for n, (left, _) in enumerate(sides) if left):
        if b > ended and not isinstance(items[b], Table) and _apart(items[a], items[b]) > most:
            last = b
            break
    return items[:first], items[first:last], items[last:]


def _widest(items: list[Item], sides: list[tuple[bool, bool]], ended: int) -> float:
    """How far rows of one column stand apart, as those tell that stand where both go on: between
    paragraphs there may be more space than usual."""
    apart = [_NEXT]
    for side in (0, 1):
        own = [item for item, on in zip(items[: ended + 1], sides, strict=False) if on[side]]
        apart += [
            _apart(a, b)
            for a, b in pairwise(own)
            if not isinstance(a, Table) and not isinstance(b, Table)
        ]
    return max(a for a in apart if a <= _SPACED) + _EVEN


def _are_columns(pairs: list[Pair]) -> bool:
    """True for what is text in columns: most of what stands side by side are lines of words."""
    wordy = [(is_line(a), is_line(b)) for a, b in pairs]
    enough = sum(a and b for a, b in wordy) >= LINES
    return enough and sum(a + b for a, b in wordy) >= _WORDY * 2 * len(wordy)


def _on(item: Item, gutter: float) -> tuple[bool, bool]:
    """Whether an item has something left of the gutter, and right of it."""
    left, right = _sides(item) if isinstance(item, Table) else (item[0].left, item[-1].right)
    return left < gutter, right > gutter


def _apart(above: Item, below: Item) -> float:
    """How far two items stand apart, in parts of the size of a row."""
    row = below if isinstance(above, Table) else above
    size = 12.0 if isinstance(row, Table) else row[0].size
    top = above.bottom if isinstance(above, Table) else above[0].base
    return ((below.top if isinstance(below, Table) else below[0].base) - top) / size


def _columns(items: list[Item], gutter: float, right: float) -> Iterator[Strip]:
    """The left column of a stretch, then the right one."""
    rows = [row for row in items if not isinstance(row, Table)]
    tables = [table for table in items if isinstance(table, Table)]
    begins = min(piece.left for row in rows for piece in row if piece.left > gutter)
    for left in (True, False):
        part = [found for row in rows if (found := [p for p in row if (p.left < gutter) == left])]
        own = [table for table in tables if (_sides(table)[0] < gutter) == left]
        yield Strip(part, own, [], column_of(part, begins if left else right))


def _put(out: list[Strip], items: list[Item]) -> None:
    """Add rows and tables from margin to margin, to the last strip if that is such a one."""
    if not items:
        return
    if not out or out[-1].column is not None:
        out.append(Strip([], [], []))
    for item in items:
        if isinstance(item, Table):
            out[-1].tables.append(item)
        else:
            out[-1].rows.append(item)


def _holds(strip: Strip, box: Table) -> bool:
    """True where the text of a row of boxes stands in the strip."""
    left, right = _sides(box)
    return any(
        box.top < row[0].base < box.bottom and left - 1 <= row[0].left <= right
        for row in strip.rows
    )
