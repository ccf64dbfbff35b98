"""A grid read as a table: header, caption, units, and the figures of its cells as quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.document import Document
from extract.find.structure.contents import is_contents_table
from extract.find.tables.table_bars import Span
from extract.find.tables.table_captions import caption_above, unit_below
from extract.find.tables.table_cells import ToldCell, is_told
from extract.find.tables.table_forms import Form, Forms, bounded, forms_of
from extract.find.tables.table_grids import Grid
from extract.find.tables.table_heads import (
    Values,
    header_rows,
)
from extract.find.tables.table_layout import Layouts
from extract.find.tables.table_model import Column, Layout, Row, Sheet
from extract.find.tables.table_values import (
    RATES,
    Unit,
    Value,
    is_broken,
    is_nil,
    read_value,
    vietnamese,
)
from extract.find.tables.table_words import Words, key, numbered, rank_of, referred
from extract.model import Cell, Quantity, Table
from extract.rules.wording import wording
from extract.values.text import fold

_PIECE = re.compile(r"[^|\s](?:[^|\n]*[^|\s])?")  # of a view, between bars
_RATE_ROW = wording("table_rows.rate_row")
_ROUNDED = Decimal(10_000)  # from here on a figure without unit may be a rounded one


class Reader:
    """Makes tables, cells, quantities and sheets from grids; numbers its quantities on."""

    def __init__(self, doc: Document, words: Words, first: int) -> None:
        self.doc = doc
        self.words = words
        self.layouts = Layouts(words)
        self.next = first
        self.tables: list[Table] = []
        self.cells: list[Cell] = []
        self.quantities: list[Quantity] = []
        self.sheets: list[Sheet] = []
        self.told: list[ToldCell] = []
        self.unread: list[Span] = []

    def add(self, grid: Grid) -> None:
        """Read one more table, unless it is a document's frame (letterhead, signatures) or its
        contents."""
        view = self.doc.view
        texts = grid.texts(view)
        if is_contents_table(self.doc, grid.block, texts):
            return
        folded = key(" ".join(" ".join(row) for row in texts[:4]))
        home = vietnamese(text for row in texts for text in row)
        values = [
            [read_value(text, home) if text and bounded(text) is None else None for text in row]
            for row in texts
        ]
        framed = any(frame in folded for frame in self.words.frames)
        if framed and all(value is None for row in values for value in row):
            return
        caption, unit = caption_above(self.doc, self.words, grid.block)
        unit = unit or unit_below(self.doc, self.words, grid.block)
        last = self.sheets[-1] if self.sheets else None
        cut = last is not None and caption is None and self._is_cut(last, grid, texts)
        heads = 0 if cut else header_rows(texts, values, grid.ruled, grid.heads)
        forms = forms_of(texts, values, heads, home)
        number = len(self.tables) + 1
        table = Table(
            id=f"t{number}",
            page=self._page(grid.start),
            start=grid.start,
            end=grid.end,
            caption=caption,
            header_rows=heads,
            cells=tuple(tuple(row) for row in texts),
            places=grid.reaches(),
        )
        self.tables.append(table)
        head = tuple(key(" ".join(column)) for column in zip(*texts[:heads], strict=True))
        if last is not None and caption is None and self._goes_on(last, grid, head):
            first = len(last.rows)
            last.rows += self._rows(grid, table, values, forms, last.layout)
            self._tell(grid, table, values, forms, last.layout)
            if cut:
                self._join(last.rows, first)
            last.last = grid.block
            return
        name = (self.words.name(caption) if caption else None) or str(number)
        layout = self.layouts.of(name, texts, values, forms, heads, unit, grid)
        self._tell(grid, table, values, forms, layout)
        if layout.columns or layout.formed:
            rows = list(self._rows(grid, table, values, forms, layout))
            sheet = Sheet(head, len(texts[0]), grid.block, layout, rows, caption or "")
            self.sheets.append(sheet)

    def add_text(self, index: int) -> None:
        """Read a table block that is no table (one row, one column): its pieces are told."""
        block, view = self.doc.blocks[index], self.doc.view
        if any(frame in key(view[block.vs : block.ve]) for frame in self.words.frames):
            return
        for m in _PIECE.finditer(view, block.vs, block.ve):
            if is_told(m[0]):
                self.told.append(ToldCell(m.span(), "", 0, 0, "", "", ""))

    def _tell(self, grid: Grid, table: Table, values: Values, forms: Forms, layout: Layout) -> None:
        """Keep the cells below the header that say something in words; the labels of rows of
        figures name what these count."""
        names = {layout.order, layout.label} if layout.columns else {layout.order}
        for r in range(table.header_rows, len(table.cells)):
            texts = table.cells[r]
            label = texts[layout.label] if layout.label is not None else ""
            for c, text in enumerate(texts):
                figure = values[r][c] is not None or forms[r][c] is not None
                if c in names or figure or not is_told(text):
                    continue
                head = table.cells[0][c] if table.header_rows else str(c + 1)
                place = (table.id, r, c, layout.name, label or str(r + 1), head)
                spans = (grid.rows[r][c], *grid.more.get((r, c), ()))
                self.told += [ToldCell(span, *place) for span in spans]

    def _goes_on(self, sheet: Sheet, grid: Grid, head: tuple[str, ...]) -> bool:
        """True where a grid is the rest of a table that a page break has cut."""
        if sheet.width != len(grid.rows[0]) or (any(head) and head != sheet.head):
            return False
        between = self.doc.blocks[sheet.last + 1 : grid.block]
        return (
            not any(ch.isalpha() for b in between[:3] for ch in self.doc.view[b.vs : b.ve])
            and len(between) < 3
        )

    def _is_cut(self, sheet: Sheet, grid: Grid, texts: list[list[str]]) -> bool:
        """True where the first row of a grid goes on with the last row of the table before it:
        it has nothing but the rest of a label."""
        label = sheet.layout.label
        if label is None or not sheet.rows or not self._goes_on(sheet, grid, ()):
            return False
        first = texts[0]
        return first[label][:1].islower() and not any(t for c, t in enumerate(first) if c != label)

    def _join(self, rows: list[Row], first: int) -> None:
        """Put a row that is the rest of a label to the row it was cut from."""
        row, rest = rows[first - 1], rows.pop(first)
        old, row.label = row.label, f"{row.label} {rest.label}"
        ids = {q.id for q in row.figures.values()}
        for n in range(len(self.cells) - 1, -1, -1):
            if not ids:
                break
            cell = self.cells[n]
            if cell.quantity in ids:
                ids.discard(cell.quantity)
                label = row.label if cell.row_label == old else cell.row_label
                self.cells[n] = replace(cell, row_label=label)

    def _page(self, start: int) -> int | None:
        for page in self.doc.pages:
            if page.start <= start < page.end:
                return page.number
        return None

    # -- rows ------------------------------------------------------------------------------

    def _rows(
        self, grid: Grid, table: Table, values: Values, forms: Forms, layout: Layout
    ) -> Iterator[Row]:
        """The rows of the body with their figures as quantities."""
        units = self.words.units
        texts = table.cells
        large = {
            c.index: any(
                (v := row[c.index]) is not None and abs(v.value) >= _ROUNDED
                for row in values[table.header_rows :]
            )
            for c in layout.columns
        }
        handed: Unit | None = None  # what the last row with a unit of its own counts in
        for r in range(table.header_rows, len(texts)):
            row = self._row(texts[r], layout, _beside(texts, r, layout.label))
            counted = texts[r][layout.unit] if layout.unit is not None else ""
            row.unit = (units.read(counted) or Unit(counted.lower())) if counted else None
            if row.unit is None:  # "Sản lượng (triệu tấn)", "Trong đó: lúa"
                row.unit = units.in_brackets(row.label) or _percent(row.label)
                handed = row.unit or (handed if _goes_with(row) else None)
                row.unit = handed
            for column in (*layout.columns, *layout.formed):
                text = texts[r][column.index]
                value, form = values[r][column.index], forms[r][column.index]
                if value is None:
                    if not is_nil(text) or not text.strip("…. "):
                        row.blank.add(column.index)
                    if is_broken(text):
                        self.unread.append(grid.rows[r][column.index])
                    if form is None:
                        continue
                    value = form.value
                unit = self._counted(value, column, row)
                if unit is None:
                    continue
                rounded = column.rounded or (large.get(column.index, False) and unit.name is None)
                cell = grid.rows[r][column.index]
                q = self._figure(value, unit, rounded, cell, row)
                if form is None:
                    row.figures[column.index] = q
                else:
                    row.formed[column.index] = q = self._formed(q, form, unit, cell)
                shown = row.label or row.stt or str(r + 1)
                place = (table.id, r, column.index, layout.name)
                self.cells.append(Cell(q.id, *place, shown, column.label, unit.scale))
            yield row

    def _counted(self, value: Value, column: Column, row: Row) -> Unit | None:
        """The unit of a figure: that in its cell, a rate by its column, that of its row or column;
        None where what stands behind it in the cell is no unit."""
        if not value.tail:
            rate = column.unit if column.unit and column.unit.name in RATES else None
            if value.shared and rate is not None:
                return row.unit or Unit(None)
            return rate or row.unit or column.unit or Unit(None)
        return Unit(value.tail) if value.tail in RATES else self.words.units.read(value.tail)

    def _figure(self, value: Value, unit: Unit, rounded: bool, cell: Span, row: Row) -> Quantity:
        """The figure of a cell as the next quantity."""
        step = self.words.units.step_of(value, unit, rounded)
        vs, ve = _in_view(self.doc.view, cell, value.end)
        start, end = self.doc.source_span(vs, ve)
        exact = value.value * unit.scale
        whole = exact.to_integral_value()
        q = Quantity(
            id=f"q{self.next}",
            start=start,
            end=end,
            vs=vs,
            ve=ve,
            text=self.doc.text[start:end],
            value=whole if exact == whole else exact,
            low=exact - step / 2,
            high=exact + step / 2,
            unit=unit.name,
            noun=row.label or None,
            step=step,
            full_ve=ve,
            rule="table.cell",
        )
        self.next += 1
        self.quantities.append(q)
        return q

    def _formed(self, q: Quantity, form: Form, unit: Unit, cell: Span) -> Quantity:
        """The last quantity as the figure of another form that it is: 12/13, ≥ 13, 10-15."""
        vs, ve = (_in_view(self.doc.view, cell, n)[1] for n in (form.start + 1, form.end))
        start, end = self.doc.source_span(vs - 1, ve)
        q = replace(
            q,
            start=start,
            end=end,
            vs=vs - 1,
            ve=ve,
            text=self.doc.text[start:end],
            unit=None if form.of is not None and unit.name in RATES else q.unit,
            of=form.of,
            value_to=None if form.value_to is None else form.value_to * unit.scale,
            bound=form.bound,
            full_ve=ve,
        )
        self.quantities[-1] = q
        return q

    def _row(self, texts: tuple[str, ...], layout: Layout, beside: Sequence[str]) -> Row:
        """A row without its figures: what its number and label say, with labels `beside` it."""
        words, order, label = self.words, layout.order, layout.label
        text = texts[label] if label is not None else ""
        if not text and layout.over is not None:
            text = texts[layout.over]
        stt = texts[order] if order is not None and order != label else ""
        rank = rank_of(stt) if stt else None
        if not text and rank is None:  # a label that was merged over both columns
            text, stt = stt, ""
        rest = words.partial(text)
        partial = rest is not None
        body = text if rest is None else rest
        if rank is None:
            found, rank, body = numbered(body)
            stt = stt or found
            if rest is None and words.partial(body) is not None:
                partial = True
        return Row(
            stt=stt.strip(" .").rstrip(")."),
            label=text,
            rank=rank,
            total=words.total(body) if body else "",
            partial=partial,
            adds=words.adds(body, beside),
            unit=None,
            refs=referred(text),
            shared=words.shared(body),
        )


def _beside(texts: Sequence[Sequence[str]], r: int, label: int | None) -> list[str]:
    """The labels of the rows right before and right after row `r`."""
    return (
        [] if label is None else [row[label] for row in (*texts[r - 1 : r], *texts[r + 1 : r + 2])]
    )


def _percent(label: str) -> Unit | None:
    """The `%` of a row that is told to be one of rates: "Tỷ lệ %"; none of "Dự phòng 3%"."""
    return Unit("%") if _RATE_ROW.match(fold(label)) else None


def _goes_with(row: Row) -> bool:
    """True for a row that is part of the one above it: "Trong đó: lúa", "- Vụ mùa"."""
    return row.partial or row.label[:1] in ("-", "–", "+", "•")


def _in_view(view: str, span: tuple[int, int], end: int) -> tuple[int, int]:
    """The view span of the first `end` characters of a cell whose blanks were made one."""
    vs, ve = span
    places = [n for n in range(vs, ve) if not view[n].isspace() or not view[n - 1].isspace()]
    return vs, places[end - 1] + 1 if end <= len(places) else ve
