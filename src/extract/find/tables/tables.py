"""Table blocks -> tables, their figures as quantities, and the relations that they announce."""

from __future__ import annotations

from dataclasses import dataclass

from extract.document import Document
from extract.find.tables.table_cells import ToldCell
from extract.find.tables.table_changes import change_rules
from extract.find.tables.table_columns import column_rules
from extract.find.tables.table_grids import grid_of
from extract.find.tables.table_labels import labels_of
from extract.find.tables.table_model import Sheet
from extract.find.tables.table_rows import row_rules
from extract.find.tables.table_rules import Judge
from extract.find.tables.table_sheet import Reader
from extract.find.tables.table_words import words_of
from extract.find.tables.table_years import year_rules
from extract.model import Announced, Cell, Quantity, Table
from extract.rules.book import Rulebook


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of a document hold; `relations` are those that most of a table proves,
    `told` the cells that hold sentences, in the order of the text, `unread` the places in the view
    of those whose digits make no number."""

    tables: tuple[Table, ...] = ()
    cells: tuple[Cell, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    relations: tuple[Announced, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    told: tuple[ToldCell, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()


def find_tables(doc: Document, book: Rulebook, first: int) -> Tables:
    """The tables of a document; its quantities are numbered from `first`.

    The figures of cells are kept apart from those of the text: what prose announces is bound by
    words that stand beside a figure, and a cell has none.
    """
    blocks = [n for n, block in enumerate(doc.blocks) if block.kind == "table"]
    if not blocks:
        return Tables()
    words = words_of(book)
    reader = Reader(doc, words, first)
    for n in blocks:
        grid = grid_of(doc, n, words.undivided)
        if grid is not None:
            reader.add(grid)
        else:
            reader.add_text(n)
    labels = labels_of(book)
    judge = Judge({q.id: q for q in reader.quantities})
    for sheet in reader.sheets:
        judge.weigh(
            [
                *row_rules(sheet, words),
                *column_rules(sheet),
                *change_rules(sheet, labels),
                *year_rules(sheet, labels),
            ]
        )
    return Tables(
        tuple(reader.tables),
        tuple(reader.cells),
        tuple(reader.quantities),
        tuple(judge.found),
        tuple(reader.sheets),
        tuple(sorted(reader.told, key=lambda cell: cell.span)),
        tuple(reader.unread),
    )
