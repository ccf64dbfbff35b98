"""Tables of spreadsheets that are too wide for a page: their further columns stand on later pages.

Such a print goes down the sheet first, then to the right: pages with the names of the rows, then
as many with the next columns of the same rows, at the same heights, without names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from extract.readers.pages.tables import Table

if TYPE_CHECKING:
    from extract.readers.pages.layout import Leaf

_SAME = 1.0  # points: lines of the sheet on another page stand nearer
_ROWS = 3  # a table has as many
_MOST = 60  # pages down the sheet


def join_columns(leaves: list[Leaf], chosen: Callable[[int], bool]) -> None:
    """Put the columns on later pages to the tables whose rows they go on with, in place; pages that
    are not `chosen` are left as they are."""
    at = 0
    while at < len(leaves):
        beside = list(takewhile(lambda leaf: _columns(leaf, chosen) is not None, leaves[at:]))
        named: list[Leaf] = []
        for leaf in reversed(leaves[max(0, at - _MOST) : at]):
            if _named(leaf, chosen) is None or (named and leaf.page != named[0].page - 1):
                break
            named.insert(0, leaf)
        if beside and named and all(b.page == a.page + 1 for a, b in pairwise([*named, *beside])):
            _join(named, beside, chosen)
        at += max(1, len(beside))


def _join(named: list[Leaf], beside: list[Leaf], chosen: Callable[[int], bool]) -> None:
    """Put pages of columns to the last pages with names, as often as they have as many."""
    for size in range(1, min(len(named), len(beside)) + 1):
        tables = [table for leaf in named[-size:] if (table := _named(leaf, chosen)) is not None]
        done = 0
        while done + size <= len(beside):
            part = beside[done : done + size]
            columns = [table for leaf in part if (table := _columns(leaf, chosen)) is not None]
            if not all(map(_stand_beside, tables, columns)):
                break
            for table, more, leaf in zip(tables, columns, part, strict=True):
                _put(table, more, leaf)
            done += size
        if done:
            return


def _only(leaf: Leaf, chosen: Callable[[int], bool]) -> Table | None:
    """The one ruled table of a page, or the one column of boxes."""
    found = [*leaf.tables, *leaf.lone]
    if not leaf.main or not chosen(leaf.page) or len(found) != 1:
        return None
    return found[0] if len(found[0].tops) >= _ROWS else None


def _named(leaf: Leaf, chosen: Callable[[int], bool]) -> Table | None:
    """The table of a page whose rows have names."""
    table = _only(leaf, chosen)
    if table is None or not leaf.tables:
        return None
    return table if any(map(_is_worded, _body(table, 0), _body(table, 1))) else None


def _columns(leaf: Leaf, chosen: Callable[[int], bool]) -> Table | None:
    """The table of a page whose first column has figures alone."""
    table = _only(leaf, chosen)
    if table is None:
        return None
    first = [text for text in _body(table, 0) if text]
    return None if not first or _counts(first) or any(map(_is_worded, first)) else table


def _body(table: Table, column: int) -> list[str]:
    return [" ".join(p.text for p in row[column]) for row in table.cells[table.header :]]


def _counts(texts: list[str]) -> bool:
    """True for the numbers of rows: 45, 46, 47 …"""
    numbers = [text.strip(".") for text in texts]
    return all(map(str.isdecimal, numbers)) and all(
        int(b) == int(a) + 1 for a, b in pairwise(numbers)
    )


def _is_worded(*texts: str) -> bool:
    return any(c.isalpha() for text in texts for c in text)


def _stand_beside(table: Table, more: Table) -> bool:
    """True for rows at the same heights, in other columns."""
    lines = [(*t.tops, t.bottom) for t in (table, more)]
    level = len(lines[0]) == len(lines[1]) and _all_near(*lines)
    return level and not table.has_columns_of(more)


def _all_near(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= _SAME for a, b in zip(one, other, strict=True))


def _put(table: Table, more: Table, leaf: Leaf) -> None:
    """Put the columns of a page to the table."""
    for row, cells in zip(table.cells, more.cells, strict=True):
        row += cells
    by = table.right - more.lefts[0]
    table.lefts = (*table.lefts, *(left + by for left in more.lefts))
    table.right = more.right + by
    table.header = max(table.header, more.header)
    table.beside.add(leaf.page)
    if leaf.lone:
        leaf.lone = []
        inside = more.lefts[0] - _SAME, more.right + _SAME
        rows = (
            row if not more.top < row[0].base < more.bottom
            else [p for p in row if not inside[0] < p.left < inside[1]]
            for row in leaf.rows
        )  # fmt: skip
        leaf.rows = [row for row in rows if row]
    else:
        leaf.tables = []
