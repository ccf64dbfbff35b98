"""Columns of averages: `Bình quân/xã`, `HS/lớp`, one column over another in each row."""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.tables.table_made import NEIGHBOURS, SAMPLE, Reading, is_fine, rule_of
from extract.find.tables.table_model import Column, Row
from extract.find.tables.table_rules import Check, Rule, enough
from extract.rules.wording import wording
from extract.values.text import fold

_AVERAGE = wording("table_columns.average")
_LEAST = 3  # rows that show which columns an average is made of


def is_average(column: Column) -> bool:
    """True for a column whose title tells how many come on one: bình quân, học sinh/lớp."""
    return _AVERAGE.search(fold(column.leaf)) is not None


def average_rule(n: int, columns: Sequence[Column], rows: Sequence[Row]) -> Rule | None:
    """The rule that column `n`, one of averages, is one column before it over another; None where
    no pair of them explains it in most rows."""
    column = columns[n]
    stated = [r for r in rows if column.index in r.figures]
    near = [c for c in columns[max(0, n - NEIGHBOURS) : n] if c.adds]
    pairs = [(a, b) for a in reversed(near) for b in reversed(near) if a is not b]
    tried: list[Reading] = [
        (stated[:SAMPLE], "ratio", [(a, 1), (b, _scale(a, column))]) for a, b in pairs
    ]
    likely = [
        (stated, kind, used)
        for (_, kind, used), checks in zip(
            tried, rule_of("strict", column, tried).readings, strict=True
        )
        if _explains(checks)
    ]
    if not likely:
        return None
    made = rule_of("shown", column, likely)
    return made if any(map(is_fine, made.readings)) else rule_of("strict", column, likely)


def _scale(total: Column, average: Column) -> int:
    """In how many units an average with no unit of its own is told: that of the total."""
    return int(total.unit.scale) if average.unit is None and total.unit is not None else 1


def _explains(checks: Sequence[Check]) -> bool:
    """True where most averages come out within a unit of their last digit."""
    held = 0
    for check in checks:
        (a, _), (b, scale) = check.parts
        if b.value:
            value = a.value / (b.value * scale)
            held += abs(value - check.stated.value) <= (check.stated.step or 1)
    return held >= _LEAST and enough(held, len(checks))
