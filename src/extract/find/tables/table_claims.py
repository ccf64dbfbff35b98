"""What the figures of cells claim, as far as header and label tell: when, what kind, which way.

The terms are those of `find.claims`. A period is the date that stands in the header over the
cell; a header that sets two dates against each other gives the period and its base.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.find.tables.table_labels import Labels, direction_of, role_of, signed
from extract.find.tables.table_model import Column, Row, Sheet
from extract.find.tables.table_values import RATES
from extract.model import Claim, DateMention, Direction, Quantity, Role, Status
from extract.values.text import fold

_INDEX = 50  # percent from which a growth is told as an index (106,9 for 6,9 more)
_NORM = "định mức"


@dataclass(frozen=True, slots=True)
class _Told:
    """What a column's header tells of all its figures."""

    period: str | None
    base: str | None
    status: Status


def cell_claims(
    sheets: Sequence[Sheet], dates: Sequence[DateMention], labels: Labels, first: int
) -> tuple[tuple[Claim, ...], dict[str, Direction]]:
    """One claim for each figure of a cell, numbered from `first`, and the directions of figures
    that tell a change, by quantity."""
    starts = [d.vs for d in dates]
    claims: list[Claim] = []
    directions: dict[str, Direction] = {}
    for sheet in sheets:
        columns = (*sheet.columns, *sheet.layout.formed)
        told = [_told(c, dates, starts, labels) for c in columns]
        for row in sheet.rows:
            for column, t in zip(columns, told, strict=True):
                q = row.figures.get(column.index) or row.formed.get(column.index)
                if q is None:
                    continue
                role = role_of(column.path, row.label, q.unit)
                way = _way(column, row, q, role)
                if way is not None:
                    directions[q.id] = way
                claims.append(
                    Claim(
                        id=f"m{first + len(claims)}",
                        quantity=q.id,
                        role=role,
                        subject=row.label or None,
                        scope=None,
                        period=t.period,
                        base=t.base,
                        status=t.status,
                    )
                )
    return tuple(claims), directions


def directed(
    quantities: Sequence[Quantity], directions: dict[str, Direction]
) -> tuple[Quantity, ...]:
    """The quantities with the directions that their columns or rows give them."""
    return tuple(
        replace(q, direction=directions[q.id]) if q.id in directions else q for q in quantities
    )


def _told(
    column: Column, dates: Sequence[DateMention], starts: Sequence[int], labels: Labels
) -> _Told:
    found: list[str] = []
    for vs, ve in reversed(column.heads):  # the lowest header counts first
        inside = dates[bisect_left(starts, vs) : bisect_left(starts, ve)]
        if inside:
            found = [d.id for d in inside]
            break
    facet = labels.facet(column.path)
    status: Status = "norm" if _NORM in fold(column.path) else facet.status or "reported"
    base = found[1] if len(found) == 2 and facet.compared else None
    if len(found) > 1 and base is None:
        found = []
    return _Told(found[0] if found else None, base, status)


def _way(column: Column, row: Row, q: Quantity, role: Role) -> Direction | None:
    """Which way a figure of change goes: as its header says, else by its sign."""
    if role != "change":
        return None
    way = direction_of(column.path, row.label)
    grows = q.unit in RATES and ("tốc độ" in fold(row.label) or "tăng trưởng" in fold(column.path))
    if way is not None and not grows:
        return way
    value = q.value
    if q.unit in RATES and value > _INDEX and (grows or signed(column.path)):
        value -= Decimal(100)
    if value == 0 or not (grows or signed(column.path)):
        return None
    return "increase" if value > 0 else "decrease"
