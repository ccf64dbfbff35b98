"""Cells of tables that hold sentences, not figures: "Đã giảm 12 phòng, từ 41 xuống còn 29 phòng".

They are read like the running text, each for itself: a view in which nothing else stands is made
for them, of the same length, so that all places stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.document import Block, Document
from extract.find.tables.table_bars import Span
from extract.model import Announced, Cell, Quantity

_WORD = re.compile(r"[^\W\d_]{2,}")
_RATED = re.compile(r"[0-9][0-9.]* ?/ ?[0-9][0-9.]*(?: [^\W\d_][^\d|]*)? ?\([0-9.,]+ ?[%‰]\)")
_FEWEST = 3  # words of a cell that is told in words


@dataclass(frozen=True, slots=True)
class ToldCell:
    """A cell that holds a sentence: its place in the view, in its table, and what it is called."""

    span: Span
    table: str
    row: int
    column: int
    name: str
    row_label: str
    column_label: str

    def cell(self, quantity: str) -> Cell:
        """The place of a figure that stands in it."""
        place = (self.table, self.row, self.column, self.name)
        return Cell(quantity, *place, self.row_label, self.column_label)


def is_told(text: str) -> bool:
    """True for a cell that says something with figures in it and is no figure itself, such as a
    fraction with its rate (`12/15 (80%)`)."""
    if not any(c.isdigit() for c in text):
        return False
    return len(_WORD.findall(text)) >= _FEWEST or _RATED.fullmatch(text) is not None


def places_of(cells: Sequence[ToldCell], quantities: Sequence[Quantity]) -> list[Cell]:
    """The places of the figures that stand in cells of tables."""
    starts = [cell.span[0] for cell in cells]
    homes = ((q, cells[bisect_right(starts, q.vs) - 1]) for q in quantities)
    return [home.cell(q.id) for q, home in homes if home.table]


def only_cells(doc: Document, spans: Sequence[Span]) -> Document:
    """`doc` with nothing but the `spans` in its view, each a paragraph of its own."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += ["\n" * (start - at), doc.view[start:end]]
        at = end
    parts.append("\n" * (len(doc.view) - at))
    blocks = tuple(Block("paragraph", start, end, None, start) for start, end in spans)
    return replace(doc, view="".join(parts), blocks=blocks)


def inside(
    announced: Iterable[Announced], quantities: Mapping[str, Quantity], spans: Sequence[Span]
) -> list[Announced]:
    """The relations whose figures all stand in one of the `spans`."""
    home = {}
    rest = iter(spans)
    span = next(rest, None)
    for q in sorted(quantities.values(), key=lambda q: q.vs):
        while span is not None and q.vs >= span[1]:
            span = next(rest, None)
        if span is not None and q.vs >= span[0]:
            home[q.id] = span
    return [
        a
        for a in announced
        if (own := home.get(a.stated)) is not None
        and all(home.get(o.quantity) == own for option in a.options for o in option.operands)
    ]
