"""A table as the checks see it: its columns of figures, its rows, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.find.tables.table_values import Unit
from extract.model import Quantity


@dataclass(slots=True)
class Column:
    """A column of figures: its header, what it counts, what its header says of other columns."""

    index: int
    label: str
    leaf: str
    group: int  # where the merged header cell above it begins; -1 where there is none
    unit: Unit | None
    adds: bool
    rounded: bool  # whole figures in it are rounded ones
    total: bool  # Tổng số
    partial: bool
    whole: bool = False  # Tổng hồ sơ: some of the columns may make it up
    change: bool = False  # it tells differences (Tăng/giảm), which add up by rows
    key: str = ""
    formula: str = ""
    path: str = ""  # the texts of all header cells that it stands under
    heads: tuple[tuple[int, int], ...] = ()  # their places in the view
    shared: bool = False  # what it counts may stand in several rows


@dataclass(slots=True)
class Row:
    """A row of the body: its number, label and figures by column."""

    stt: str
    label: str
    rank: int
    total: str
    partial: bool
    adds: bool
    unit: Unit | None
    refs: tuple[tuple[str, int], ...]
    figures: dict[int, Quantity] = field(default_factory=dict)
    formed: dict[int, Quantity] = field(default_factory=dict)  # 12/13, ≥ 13: not for arithmetic
    blank: set[int] = field(default_factory=set)  # columns that say nothing at all
    shared: bool = False  # what it counts may stand in several columns


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table are: figures, row numbers, row labels, units of rows."""

    name: str
    columns: tuple[Column, ...]
    order: int | None
    label: int | None
    unit: int | None
    over: int | None = None  # names that several rows share, left of their own: Xã | Thôn
    formed: tuple[Column, ...] = ()  # columns of figures of other forms: 12/13, ≥ 13


@dataclass(slots=True)
class Sheet:
    """A table as the checks see it; a table cut over pages is one sheet."""

    head: tuple[str, ...]
    width: int
    last: int  # the index of its last block
    layout: Layout
    rows: list[Row]
    caption: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of figures."""
        return self.layout.columns
