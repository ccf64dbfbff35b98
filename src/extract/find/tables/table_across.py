"""Rows of two tables under one label: figures of the same year and kind should be the same.

Two tables often count a thing differently under one name (all of a tax, and the share of it that
stays in the province), so a difference counts only where the rows are proved to be one: they
agree in other columns, and no row below explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.find.tables.table_labels import Facet, Labels, Words
from extract.find.tables.table_model import Row, Sheet
from extract.find.tables.table_spots import facet_of
from extract.find.tables.table_values import RATES
from extract.model import Announced, Operand, Option, Quantity
from extract.values.formula import digits, slip

_LABEL = 3  # words that name one thing by themselves
_MOST = 4  # tables with one label that are compared
_DIGITS = 4  # of a figure that is hardly the same by chance
_BELOW = 12  # rows below a row that may break it down
Place = tuple[int, int]  # table, row
When = tuple[str | None, str, str | None, Words]  # year, part, status, what is measured


def across_tables(sheets: Sequence[Sheet], labels: Labels) -> Iterator[Announced]:
    """The relations between rows of different tables that have one label."""
    rows: dict[Words, list[Place]] = {}
    for n, sheet in enumerate(sheets):
        own: dict[Words, list[Place]] = {}
        for r, row in enumerate(sheet.rows):
            words = (labels.variants(row.label) or [frozenset()])[0]
            if len(words) >= _LABEL and row.figures and not row.partial:
                own.setdefault(words, []).append((n, r))
        for words, places in own.items():
            if len(places) == 1:  # what stands twice in one table is two things
                rows.setdefault(words, []).append(places[0])
    whens = [_whens(sheet, labels) for sheet in sheets]
    for places in rows.values():
        first = places[0]
        for other in places[1:_MOST]:
            yield from _compared(sheets, whens, first, other)


def _whens(sheet: Sheet, labels: Labels) -> dict[When, int]:
    """The columns of a table by what they speak of; those that tell a year and stand alone."""
    found: dict[When, list[int]] = {}
    for column in sheet.columns:
        facet: Facet = facet_of(column, sheet.caption, labels)
        if facet.year is not None and not facet.compared:
            when = (facet.year, facet.part, facet.status, labels.measured(column.path))
            found.setdefault(when, []).append(column.index)
    return {when: columns[0] for when, columns in found.items() if len(columns) == 1}


def _compared(
    sheets: Sequence[Sheet], whens: Sequence[dict[When, int]], first: Place, other: Place
) -> Iterator[Announced]:
    a, b = sheets[first[0]].rows[first[1]], sheets[other[0]].rows[other[1]]
    same: set[Decimal] = set()
    held: list[tuple[Quantity, Quantity]] = []
    failed: list[tuple[Quantity, Quantity]] = []
    for when, column in whens[first[0]].items():
        x, y = a.figures.get(column), b.figures.get(whens[other[0]].get(when, -1))
        if x is None or y is None or x.unit != y.unit or x.unit is None:
            continue
        if x.interval.meets(y.interval):
            held.append((x, y))
            same |= {x.value} - {Decimal(0)}
        else:
            failed.append((x, y))
    for x, y in held:
        yield _announced(x, y)
    below = [*_below(sheets[first[0]], first[1]), *_below(sheets[other[0]], other[1])]
    parts = {q.value for row in below for q in row.figures.values()}
    for x, y in failed:
        proved = len(same) >= 2 and len(held) >= len(failed)
        if x.value in parts or y.value in parts or x.unit in RATES:
            continue
        if proved or (same and _is_slip(x, y)):
            yield _announced(x, y)


def _below(sheet: Sheet, r: int) -> list[Row]:
    """The rows that break a row down."""
    found = []
    for row in sheet.rows[r + 1 : r + 1 + _BELOW]:
        if row.rank <= sheet.rows[r].rank and not row.partial:
            break
        found.append(row)
    return found


def _announced(x: Quantity, y: Quantity) -> Announced:
    option = Option("equal", (Operand(x.id),))
    cue = (min(x.vs, y.vs), max(x.ve, y.ve))
    return Announced("table", y.id, (option,), cue, "document", "strong", "table.across")


def _is_slip(a: Quantity, b: Quantity) -> bool:
    x, y = digits(a, a.value), digits(a, b.value)
    return len(x) >= _DIGITS and slip(x, y)
