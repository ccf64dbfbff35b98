"""Changes, growth and parts in a table: columns that tell a difference (Tăng/giảm, Còn lại), rows
that tell how the row above has grown, and parts (Trong đó) that cannot be larger than their whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.find.tables.table_labels import Labels, tells_growth
from extract.find.tables.table_model import Column, Row, Sheet
from extract.find.tables.table_rules import Check, Rule, Strength, enough
from extract.find.tables.table_spots import facet_of
from extract.find.tables.table_values import RATES
from extract.model import Formula
from extract.rules.wording import Asked, wording
from extract.values.formula import digits
from extract.values.text import fold

_REST = wording("table_changes.rest")
_LEVEL = wording("table_changes.level")
_YIELD = wording("table_changes.yield")
_AREA = wording("table_changes.area")
_CROP = wording("table_changes.crop")
_PLANNED_AREA = wording("table_changes.planned_area")
_NEIGHBOURS = 4  # columns before a difference that it may be made of
_MOVES = 3  # columns that lead to a level: the one before, what came in, what went out
_MOVED = 3  # rows in which both came and went
_TOLD = 3  # rows that show a column to be an index of two others
_ROUGH = 1  # points by which an index of rounded figures may be off
_LONG = 3  # digits of a difference that chance hardly makes
_SAMPLE = 12  # rows on which pairs of columns are tried first
_INDEX = 50  # percent from which a growth is told as an index (106,9 for 6,9 more)


def change_rules(sheet: Sheet, labels: Labels) -> Iterator[Rule]:
    """The rules about changes, growth and parts that a table may follow."""
    rows = [r for r in sheet.rows if r.figures]
    for n, column in enumerate(sheet.columns):
        if column.formula or column.total:
            continue
        named = is_difference(column)
        made = list(_difference(n, sheet.columns, rows)) if named or _falls(column, rows) else []
        if not named:
            made = [rule for rule in made if rule.strength == "shown"]
        yield from made or _balance(n, sheet.columns, rows)
    yield from _yields(sheet.columns, rows)
    growth = tuple(_growth(sheet, labels))
    if growth:
        yield Rule("table.growth", "shown", (growth,))
    parts = (*_rows_in_part(sheet), *_columns_in_part(sheet.columns, rows))
    if parts:
        yield Rule("table.part", "shown", (parts,))


def _yields(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Rule]:
    """Năng suất: what is harvested over the area, of the columns nearest to it."""
    for column in columns:
        if column.formula or not _opens(column, _YIELD):
            continue
        near = sorted(columns, key=lambda c: (c.group != column.group, abs(c.index - column.index)))
        named = next((c for c in near if _opens(c, _AREA)), None)
        crop = next((c for c in near if _opens(c, _CROP)), None)
        if crop is None:
            continue
        left = [c for c in columns if 0 < column.index - c.index <= _NEIGHBOURS and c is not crop]
        areas = [named] if named is not None else left
        if any(_PLANNED_AREA.search(fold(c.path)) for c in left):
            areas = left  # "KH diện tích | Thực hiện | % KH | Năng suất"
        readings = [
            _per_area(rows, formula, column, crop, area)
            for area in areas
            for formula in ("tenfold", "ratio")  # tạ/ha, tấn/ha
        ]
        yield Rule("table.columns", "shown", tuple(readings))


def _per_area(
    rows: Sequence[Row], formula: Formula, column: Column, crop: Column, area: Column
) -> tuple[Check, ...]:
    """The yields of a column held against the crops and areas of two others."""
    made = []
    for row in rows:
        q, top, bottom = (row.figures.get(c.index) for c in (column, crop, area))
        if q is not None and top is not None and bottom is not None:
            made.append(Check(q, formula, ((top, 1), (bottom, 1))))
    return tuple(made)


def _opens(column: Column, what: Asked) -> bool:
    return bool(what.match(fold(column.path)) or what.match(fold(column.leaf)))


def is_difference(column: Column) -> bool:
    """True for a column whose header says that it tells a difference: Tăng/giảm, Còn lại."""
    if column.unit is not None and column.unit.name in RATES:
        return False
    return column.change or _REST.search(fold(column.leaf)) is not None


def _falls(column: Column, rows: Sequence[Row]) -> bool:
    """True for a column that tells figures below zero: whatever its header says, it may be a
    difference ("Tăng, giám", misread)."""
    figures = (r.figures.get(column.index) for r in rows)
    return any(q is not None and q.value < 0 for q in figures)


def _difference(n: int, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Rule]:
    """A column that one pair of columns before it explains: the later less the earlier one, or
    the other way round; or that leads from the one before it to the one after it (Dự toán đầu năm |
    Điều chỉnh | Dự toán sau điều chỉnh)."""
    column = columns[n]
    near = [c for c in columns[max(0, n - _NEIGHBOURS) : n] if c.adds]
    stated = [r for r in rows if column.index in r.figures]
    pairs = [(a, b) for b in reversed(near) for a in near if a is not b]
    pairs += [
        (a, b)
        for a in columns[n + 1 : n + 2]
        for b in columns[max(0, n - 1) : n]
        if a.adds and b.adds
    ]
    scored = []
    for a, b in pairs:
        checks = [c for r in stated[:_SAMPLE] if (c := _less(r, column, a, b)) is not None]
        held = sum(map(_comes_out, checks))
        if checks and (enough(held, len(checks)) or _shown(checks)):
            scored.append((held, a, b))
    if scored:
        _, a, b = max(scored, key=lambda s: s[0])
        checks = [c for r in stated if (c := _less(r, column, a, b)) is not None]
        strength: Strength = "shown" if _shown(checks) else "strict"
        yield Rule("table.columns", strength, (tuple(checks),))


def _shown(checks: Sequence[Check]) -> bool:
    """True where differences told in so many digits that chance makes none come out in two rows of
    three, two at least."""
    fine = (c for c in checks if len(digits(c.stated, abs(c.stated.value))) >= _LONG)
    held = sum(map(_comes_out, fine))
    return held >= max(2, 2 * (len(checks) - held))


def _comes_out(check: Check) -> bool:
    """True where a difference is that of its two figures, as far as their last digits tell."""
    (a, _), (b, _) = check.parts
    room = (a.step + b.step + check.stated.step) / 2
    return abs(a.value - b.value - check.stated.value) <= room


def _less(row: Row, column: Column, a: Column, b: Column) -> Check | None:
    stated = row.figures[column.index]
    x, y = row.figures.get(a.index), row.figures.get(b.index)
    if x is None or y is None or x.unit != y.unit or x.unit != stated.unit:
        return None
    return Check(stated, "sum", ((x, 1), (y, -1)))


def _balance(n: int, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Rule]:
    """A column that those before it lead to: Đầu năm | Tăng | Giảm | Cuối năm, in most rows."""
    column, before = columns[n], columns[max(0, n - _MOVES) : n]
    if len(before) < _MOVES or not column.adds:
        return
    if not all(c.adds and c.unit == column.unit for c in before):
        return
    if any(c.formula or c.total for c in before):
        return
    if not any(_LEVEL.search(fold(c.leaf)) for c in (before[0], column)):
        return
    for signs in ((1, 1, -1), (1, -1, 1)):
        checks = [c for r in rows if (c := _led(r, column, before, signs)) is not None]
        sample = checks[:_SAMPLE]
        held = sum(sum(q.value * w for q, w in c.parts) == c.stated.value for c in sample)
        moved = sum(all(q.value for q, _ in c.parts[1:]) for c in sample)
        if moved >= _MOVED and enough(held, len(sample)):
            yield Rule("table.columns", "strict", (tuple(checks),))
            return


def _led(row: Row, column: Column, before: Sequence[Column], signs: Sequence[int]) -> Check | None:
    """The level of a row and what led to it; a movement that is blank is none."""
    stated, opening = row.figures.get(column.index), row.figures.get(before[0].index)
    if stated is None or opening is None or not row.adds:
        return None
    parts = [(q, w) for c, w in zip(before, signs, strict=True) if (q := row.figures.get(c.index))]
    return Check(stated, "sum", tuple(parts)) if len(parts) > 1 else None


def _growth(sheet: Sheet, labels: Labels) -> Iterator[Check]:
    """The rows that tell growth against the row above them, from one year to the next."""
    pairs = _years(sheet, labels)
    above: Row | None = None
    for row in sheet.rows:
        if not tells_growth(row.label, labels):
            above = row if row.figures else None
            continue
        if above is None:
            continue
        for earlier, later in pairs:
            stated = row.figures.get(later.index)
            x, y = above.figures.get(later.index), above.figures.get(earlier.index)
            if stated is None or stated.unit not in RATES or x is None or y is None:
                continue
            if x.unit == y.unit and x.unit not in RATES:
                formula: Formula = "percent" if stated.value > _INDEX else "growth"
                yield Check(stated, formula, ((x, 1), (y, 1)))


def _years(sheet: Sheet, labels: Labels) -> list[tuple[Column, Column]]:
    """The columns of a year and of the one before it; of plan and result the result counts."""
    by_year: dict[int, list[tuple[bool, Column]]] = {}
    for column in sheet.columns:
        facet = facet_of(column, sheet.caption, labels)
        if facet.year is not None and not facet.part and not facet.compared:
            known = by_year.setdefault(int(facet.year), [])
            known.append((facet.status == "reported", column))
    found: dict[int, Column] = {}
    for year, columns in by_year.items():
        results = [c for reported, c in columns if reported]
        if len(results) == 1 or len(columns) == 1:
            found[year] = results[0] if results else columns[0][1]
    return [(found[y - 1], c) for y, c in found.items() if y - 1 in found]


def _rows_in_part(sheet: Sheet) -> Iterator[Check]:
    """Rows that are said to be a part of the row above them; where a table has figures below
    nought that are no changes, what is told in it may be what is left of gains and losses, less
    than a part of it: "Chi phí tài chính 1.873, trong đó chi phí lãi vay 2.225"."""
    if any(_has_losses(sheet, c) for c in sheet.columns if not (c.change or is_difference(c))):
        return
    columns = [
        c for c in sheet.columns if c.adds and not _is_index(sheet, c) and not _has_losses(sheet, c)
    ]
    whole: Row | None = None
    for row in sheet.rows:
        if not row.partial:
            whole = row if row.figures or row.total else whole
        elif row.adds and whole is not None and whole.adds and row.unit == whole.unit:
            yield from _no_larger([(row, c, whole, c) for c in columns])


def _has_losses(sheet: Sheet, column: Column) -> bool:
    return any(x.value < 0 for r in sheet.rows if (x := r.figures.get(column.index)) is not None)


def _is_index(sheet: Sheet, column: Column) -> bool:
    """True for a column that tells, in percent, how one column before it stands to another,
    whatever its header says: "So với c.kỳ"."""
    before = [c for c in sheet.columns if c.index < column.index and c.adds][-_NEIGHBOURS:]
    for a in before:
        for b in before:
            held = tried = 0
            for row in sheet.rows:
                x, y, rate = (row.figures.get(c.index) for c in (a, b, column))
                if a is not b and x is not None and y is not None and rate is not None and y.value:
                    tried += 1
                    held += abs(100 * x.value / y.value - rate.value) <= _ROUGH
            if tried >= _TOLD and held * 3 >= tried * 2:
                return True
    return False


def _columns_in_part(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Check]:
    """Columns that are said to be a part of the column before them."""
    whole: Column | None = None
    for column in columns:
        if not column.adds:
            continue
        if not column.partial:
            whole = column
        elif whole is not None and whole.unit == column.unit:
            yield from _no_larger([(r, column, r, whole) for r in rows])


def _no_larger(places: Sequence[tuple[Row, Column, Row, Column]]) -> Iterator[Check]:
    for part, c, whole, w in places:
        x, y = part.figures.get(c.index), whole.figures.get(w.index)
        if x is not None and y is not None and x.unit == y.unit and x.value >= 0 < y.value:
            yield Check(x, "part", ((y, 1),))
