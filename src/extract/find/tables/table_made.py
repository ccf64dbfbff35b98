"""Columns made of others: one check a row, tried in several readings."""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.tables.table_model import Column, Row
from extract.find.tables.table_rules import Check, Rule, Strength
from extract.find.tables.table_values import RATES
from extract.model import Formula

NEIGHBOURS = 6  # columns before a quotient that it may be made of
SAMPLE = 12  # rows on which pairs of columns are tried first

Reading = tuple[Sequence[Row], Formula, list[tuple[Column, int]]]  # rows, formula, weighed columns


def rule_of(
    strength: Strength, column: Column, readings: Sequence[Reading], keyed: bool = False
) -> Rule:
    """The rule that makes `column` from others, tried on the rows of each reading; `keyed`: the
    header tells which ones by their numbers, though only some tell their unit."""
    made = []
    for rows, formula, used in readings:
        checks = (_check(row, column, formula, used, keyed) for row in rows)
        made.append(tuple(c for c in checks if c is not None))
    return Rule("table.columns", strength, tuple(made))


def _check(
    row: Row, column: Column, formula: Formula, used: list[tuple[Column, int]], keyed: bool
) -> Check | None:
    """One row: all parts are there, or those of a sum that are not are blank or dashes."""
    stated = row.figures.get(column.index)
    if stated is None:
        return None
    parts = tuple((q, w) for c, w in used if (q := row.figures.get(c.index)) is not None)
    if formula != "sum":
        whole = len(parts) == len(used) and not _is_rate(row)
        return Check(stated, formula, parts) if whole else None
    units = {stated.unit, *(q.unit for q, _ in parts)} - ({None} if keyed else set())
    if not parts or not row.adds or len(units) > 1:
        return None
    blank = any(c.index in row.blank for c, _ in used)
    return Check(stated, formula, parts, blank, row.shared)


def _is_rate(row: Row) -> bool:
    """True for a row of rates: how far a rate has come is told in more than one way."""
    return not row.adds or (row.unit is not None and row.unit.name in RATES)


def is_fine(checks: Sequence[Check]) -> bool:
    """True where most quotients have decimals: chance seldom makes two of them."""
    return 2 * sum(c.stated.step < 1 and c.stated.value % 1 != 0 for c in checks) > len(checks)
