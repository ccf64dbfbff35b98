"""Tables of which a page has one row alone: the header at its foot, the last row at its head.

A row of boxes may be anything; beside a table, or another row, of the same columns on the next or
the last page it is a part of that table; so are rows of figures whose cells each fill one or more
of the columns of the table on the last page (`Tổng cộng` over two of them).
"""

from __future__ import annotations

from itertools import pairwise

from extract.readers.pages.tables import Table
from extract.readers.pages.unruled import Sheaf


def take_boxes(sheaves: list[Sheaf]) -> None:
    """Make tables of the rows of boxes of pages in order that go on over the page."""
    for above, below in pairwise(sheaves):
        last, first = _last(above), _first(below)
        if last is None or first is None:
            continue
        if first.spread(last):
            _promote(below, first)
        elif last.has_columns_of(first):
            _promote(above, last)
            _promote(below, first)


def _last(sheaf: Sheaf) -> Table | None:
    """What a page ends with, where that is a table or a row of boxes."""
    found = max((*sheaf.tables, *sheaf.boxes), key=lambda t: t.bottom, default=None)
    if found is None or any(row[0].base > found.bottom for row in sheaf.rows):
        return None
    return found


def _first(sheaf: Sheaf) -> Table | None:
    """What a page begins with, where that is a table or a row of boxes."""
    found = min((*sheaf.tables, *sheaf.boxes), key=lambda t: t.top, default=None)
    if found is None or any(row[0].base < found.top for row in sheaf.rows):
        return None
    return found


def _promote(sheaf: Sheaf, table: Table) -> None:
    """Make a table of a row of boxes, if it is one and no table without lines has its text."""
    rows = [row for row in sheaf.rows if not table.top < row[0].base < table.bottom]
    if len(rows) < len(sheaf.rows) and any(box is table for box in sheaf.boxes):
        sheaf.boxes = [box for box in sheaf.boxes if box is not table]
        sheaf.rows = rows
        sheaf.tables.append(table)
