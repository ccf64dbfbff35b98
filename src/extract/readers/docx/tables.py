"""Tables: the grid of cells, which of its rows are header, and whether it is a table at all.

Vietnamese official documents set their head (issuing body | country and motto) and their end
(recipients | signature) in tables without lines; those are layout, not data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from lxml.etree import _Element

from extract.readers.docx.styles import Styles, lines_of
from extract.readers.docx.xml import W, flow, number, switch, val
from extract.readers.text.table_lines import parted
from extract.values.text import one_line

MOST_COLUMNS = 63  # Word's own limit
OWN_ROWS = 3  # a table of data in a cell of another that has as many is one of its own
_THIN = 60  # twips: a column that is narrower holds no text
_TITLES = 4  # rows at the head of a table that are its title and unit
_JUDGED = 50  # paragraphs of a cell, and runs of each, that a table is judged by
_FEW = 3  # rows and columns a head or an end has at most
_TALL = 3  # a layout table with more rows is read row by row, else column by column
_OFFICIAL = re.compile(
    r"^\s*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM\s*$"
    r"|(?i:Độc lập\s*[-–]\s*Tự do|Nơi nhận\s*:)"
    r"|(?:TM|KT|TL|TUQ|Q)\.\s*[A-ZĐ]{2}|(?:T/M|K/T|T/L)\s)",
    re.M,
)
_MOST_CELLS = 300_000  # of a table whose rows are filled up
_FIGURE = re.compile(  # 12,5% and 12/13, ≥ 13, 10-15, 12 (8)
    r"(?:[-–(~≈]|[<>≥≤]=?)? ?\d[\d.,\s/]*(?:[-–]\s?\d[\d.,\s]*)?%?\)?(?: ?\([\d.,]+ ?%?\))?|[-–…xX]"
)
_AROUND = ("top", "bottom", "left", "right")


@dataclass(frozen=True, slots=True)
class Cell:
    """One w:tc: the columns it takes, whether it goes on with the cell above."""

    element: _Element
    span: int
    goes_on: bool  # w:vMerge (17.4.84) or w:hMerge without restart: merged into the cell before
    opens: bool  # the first of cells merged downwards


@dataclass(frozen=True, slots=True)
class Row:
    """One w:tr: the columns left out at its head, its cells, whether it repeats as header."""

    before: int
    cells: tuple[Cell, ...]
    header: bool


def rows_of(table: _Element) -> list[Row]:
    """The rows of a table in order; rows that a revision removed are left out."""
    out = []
    for tr in flow(table, ("tr",)):
        properties = tr.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        before = _columns(val(properties, "gridBefore"), 0)
        cells = tuple(_cell(tc) for tc in flow(tr, ("tc",)))
        out.append(Row(before, cells, switch(properties, "tblHeader") is True))
    grid = table.find(W + "tblGrid")
    widths = [number(el.get(W + "w"), _THIN) for el in grid] if grid is not None else []
    return _without_thin(out, frozenset(n for n, width in enumerate(widths) if width < _THIN))


def _without_thin(rows: list[Row], thin: frozenset[int]) -> list[Row]:
    """The rows without the columns of the grid (17.4.48) that are too thin for a letter: programs
    make them where the edges of cells do not quite meet. All of them, where a cell stands in
    nothing else: the grid tells nothing then."""
    out: list[Row] = []
    for row in rows if thin else ():
        at = row.before
        cells = []
        for cell in row.cells:
            own = cell.span - len(thin.intersection(range(at, at + cell.span)))
            if own < 1:
                return rows
            cells.append(replace(cell, span=own))
            at += cell.span
        before = row.before - len(thin.intersection(range(row.before)))
        out.append(replace(row, before=before, cells=tuple(cells)))
    return out or rows


def _cell(tc: _Element) -> Cell:
    properties = tc.find(W + "tcPr")
    merges = (
        [properties.find(W + m) for m in ("vMerge", "hMerge")] if properties is not None else []
    )
    states = [m.get(W + "val") or "continue" for m in merges if m is not None]
    opens = val(properties, "vMerge") == "restart"
    return Cell(tc, _columns(val(properties, "gridSpan"), 1), "continue" in states, opens)


def _columns(value: str | None, least: int) -> int:
    return min(max(number(value, least), least), MOST_COLUMNS)


def header_rows(rows: list[Row]) -> int:
    """How many rows are header: those that repeat on each page (w:tblHeader), else the first and,
    where cells of it are merged downwards, the rows they reach into."""
    marked = 0
    while marked < len(rows) and rows[marked].header:
        marked += 1
    if marked and marked < len(rows):
        return marked
    if not rows or not any(c.opens for c in rows[0].cells):
        return 1
    below = 1
    while below < len(rows) - 1 and any(c.goes_on for c in rows[below].cells):
        below += 1
    return below


def is_layout(table: _Element, rows: list[Row], styles: Styles) -> bool:
    """True for a table that only sets text side by side."""
    texts = [[_raw_text(cell.element) for cell in row.cells] for row in rows]
    return sets_side_by_side(texts, _is_ruled(table, rows, styles))


def sets_side_by_side(texts: list[list[str]], ruled: bool) -> bool:
    """True where a table with these texts in its cells is no data; `ruled`: it has lines.

    It has one column; or it is small (at most 3 rows and 3 columns) and a cell holds what a head
    or an end holds (country, motto, Party, "Nơi nhận:", "TM. …"); or it has no lines and its
    cells, the first row and the first column put aside, are not mostly figures.
    """
    columns = max((len(row) for row in texts), default=0)
    if columns <= 1:
        return True
    small = len(texts) <= _FEW and columns <= _FEW
    if small and any(_OFFICIAL.search(text) for row in texts for text in row):
        return True
    if ruled:
        return False
    inner = [text for row in texts[1:] for text in row[1:] if text]
    return 2 * sum(_FIGURE.fullmatch(text) is not None for text in inner) < max(len(inner), 1)


def in_reading_order(rows: list[Row]) -> list[Cell]:
    """The cells of a layout table in the order in which they are read; a row of one cell parts
    what stands above it from what stands below."""
    cells = [(row, n, cell) for row, r in enumerate(rows) for n, cell in enumerate(r.cells)]
    if len(rows) <= _TALL:
        widest = max((len(row.cells) for row in rows), default=0)
        parts = [len(row.cells) == 1 < widest for row in rows]
        band = [sum(parts[: n + 1]) + sum(parts[:n]) for n in range(len(rows))]
        cells.sort(key=lambda found: (band[found[0]], found[1], found[0]))
    return [cell for _, _, cell in cells]


def _is_ruled(table: _Element, rows: list[Row], styles: Styles) -> bool:
    """True where at least half of the cells have lines on two sides or more."""
    sides = styles.ruled_sides(table)
    across, down = {"top", "bottom", "insideH"} & sides, {"left", "right", "insideV"} & sides
    usual = {"top": bool(across), "bottom": bool(across), "left": bool(down), "right": bool(down)}
    cells = [cell for row in rows for cell in row.cells]
    ruled = 0
    for cell in cells:
        lined = {**usual, **lines_of(cell.element.find(W + "tcPr"), "tcBorders")}
        ruled += sum(lined[side] for side in _AROUND) >= 2
    return 2 * ruled >= max(len(cells), 1)


def _raw_text(cell: _Element) -> str:
    """The head of a cell's text, to judge it by; paragraphs on lines of their own."""
    paragraphs = islice(cell.iter(W + "p"), _JUDGED)
    lines = ("".join(t.text or "" for t in islice(p.iter(W + "t"), _JUDGED)) for p in paragraphs)
    return unicodedata.normalize("NFC", "\n".join(lines).strip())


def data_lines(rows: list[Row], lines_of: Callable[[Cell], list[str]]) -> list[str]:
    """The lines of a table of data between blank lines, without its empty rows; its title and unit,
    where rows of it hold them, stand before it. `lines_of` gives the paragraphs of a cell."""
    texts: list[tuple[int, list[str]]] = []
    for n, row in enumerate(rows):
        cells: list[list[str]] = [[]] * row.before
        for cell in row.cells:
            own = lines_of(cell)
            cells += [[] if cell.goes_on else own, *[[]] * (cell.span - 1)]
        merged = any(cell.opens or cell.goes_on for cell in row.cells)
        parts = [cells] if merged else parted(cells)
        texts += [(n, [one_line(" ".join(cell)) for cell in part]) for part in parts if any(part)]
    titles = _titles(rows, texts)
    lines = [next(filter(None, cells)) for _, cells in texts[:titles]]
    texts = texts[titles:]
    if not texts:
        return lines
    first = texts[0][0]
    header = first + header_rows(rows[first:])
    above = sum(n < header for n, _ in texts)
    return [*lines, "", *as_markdown([cells for _, cells in texts], above), ""]


def _titles(rows: list[Row], texts: list[tuple[int, list[str]]]) -> int:
    """How many rows at the head of a table hold one cell with text, over all columns, as a sheet's
    title does; none where what follows is no table, or a cell is merged with those below."""
    width = max((len(cells) for _, cells in texts), default=0)
    found = 0
    for n, cells in texts[: _TITLES + 1]:
        filled = sum(map(bool, cells))
        if filled != 1 or any(cell.opens for cell in rows[n].cells):
            break
        if max(cell.span for cell in rows[n].cells) < width and (
            len(rows[n].cells) < width or not any(cells[:1])
        ):
            break
        found += 1
    rest = texts[found:]
    if found > _TITLES or len(rest) < 2 or sum(map(bool, rest[0][1])) < 2:
        return 0
    return found


def as_markdown(rows: list[list[str]], header: int) -> list[str]:
    """Rows of cell texts as the lines of a Markdown table with a rule after `header` rows; rows
    are filled up to the longest, but not beyond what Word can show and not in a huge table."""
    width = min(max(len(row) for row in rows), MOST_COLUMNS)
    filled = width if width * len(rows) <= _MOST_CELLS else 0
    lines = []
    for n, row in enumerate(rows):
        if n == header:
            lines.append("| " + " | ".join(["---"] * width) + " |")
        cells = [cell.replace("|", "\\|") for cell in row]
        cells += [""] * (filled - len(cells))
        lines.append("| " + " | ".join(cells) + " |")
    return lines
