"""What tables tell over years and of their averages: a column of growth in a table whose rows are
years (Năm | Sản lượng | Tốc độ tăng), and the row or column called Bình quân.

Which column has grown, and of what an average is, the figures tell: most of them must agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.find.tables.table_labels import Labels
from extract.find.tables.table_model import Column, Row, Sheet
from extract.find.tables.table_rules import Check, Rule
from extract.find.tables.table_values import RATES
from extract.model import Formula, Quantity
from extract.rules.wording import wording
from extract.values.text import fold

_MEAN = wording("table_years.mean")
_PACE = wording("table_years.pace")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_INDEX = 50  # percent from which a growth is told as an index (106,9 for 6,9 more)
_FEWEST = 3  # years that show what has grown, figures of a mean


def year_rules(sheet: Sheet, labels: Labels) -> Iterator[Rule]:
    """The rules about growth from row to row and about averages that a table may follow."""
    years = _years(sheet.rows, labels)
    for column in sheet.columns:
        if _PACE.fullmatch(fold(column.leaf)) and not column.formula:
            yield from _paces(column, sheet.columns, years)
        if _MEAN.fullmatch(fold(column.leaf)) and not column.formula:
            yield from _mean_column(column, sheet)
    yield from _mean_rows(sheet)


def _years(rows: Sequence[Row], labels: Labels) -> list[tuple[Row, Row]]:
    """The rows of a year, each with that of the year before."""
    by_year: dict[int, Row] = {}
    for row in rows:
        m = _YEAR.findall(row.label)
        if (
            len(m) == 1
            and labels.facet(row.label).year == m[0]
            and not labels.facet(row.label).part
        ):
            if int(m[0]) in by_year:
                return []  # of several things, told one after the other
            by_year[int(m[0])] = row
    return [(by_year[y - 1], row) for y, row in by_year.items() if y - 1 in by_year]


def _paces(
    column: Column, columns: Sequence[Column], years: Sequence[tuple[Row, Row]]
) -> Iterator[Rule]:
    """A column of growth: that of one of the columns of figures."""
    readings = []
    for base in columns:
        if base is column or not base.adds:
            continue
        checks = []
        for before, row in years:
            stated = row.figures.get(column.index)
            x, y = row.figures.get(base.index), before.figures.get(base.index)
            if stated is None or stated.unit not in RATES or x is None or y is None:
                continue
            if x.unit == y.unit and x.unit not in RATES and y.value:
                formula: Formula = "percent" if stated.value > _INDEX else "growth"
                checks.append(Check(stated, formula, ((x, 1), (y, 1))))
        readings.append(tuple(checks))
    if any(len(checks) >= _FEWEST for checks in readings):
        yield Rule("table.growth", "strict", tuple(readings))


def _mean_column(column: Column, sheet: Sheet) -> Iterator[Rule]:
    """A column called Bình quân: the mean of those right before it."""
    at = sheet.columns.index(column)
    run: list[Column] = []
    for c in reversed(sheet.columns[:at]):
        if not c.adds or c.total or c.unit != sheet.columns[at - 1].unit:
            break
        run.insert(0, c)
    figures = (
        (row.figures.get(column.index), [row.figures.get(c.index) for c in run])
        for row in sheet.rows
    )
    yield from _means("table.columns", figures)


def _mean_rows(sheet: Sheet) -> Iterator[Rule]:
    """A row called Bình quân: the mean of the rows above it, in most columns."""
    for n, row in enumerate(sheet.rows):
        if not _MEAN.fullmatch(fold(row.label)):
            continue
        above = [r for r in sheet.rows[:n] if r.figures and not r.total and not r.partial]
        figures = (
            (row.figures.get(c.index), [r.figures.get(c.index) for r in above])
            for c in sheet.columns
        )
        yield from _means("table.mean", figures)


def _means(
    code: str, figures: Iterable[tuple[Quantity | None, Sequence[Quantity | None]]]
) -> Iterator[Rule]:
    """The rule that each stated figure is the mean of its others, where all of these are told."""
    checks = []
    for stated, others in figures:
        told = [q for q in others if q is not None]
        if stated is not None and len(told) == len(others) >= _FEWEST:
            checks.append(Check(stated, "mean", tuple((q, 1) for q in told)))
    if checks:
        yield Rule(code, "strict", (tuple(checks),))
