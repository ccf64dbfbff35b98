"""Tables: the grid of cells, which of its rows are header, and whether it is a table at all.

Vietnamese official documents set their head (issuing body | country and motto) and their end
(recipients | signature) in tables without lines; those are layout, not data.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from extract.readers.docx_styles import Styles, lines_of
from extract.readers.docx_xml import W, flow, number, switch, val

MOST_COLUMNS = 63  # Word's own limit
_JUDGED = 50  # paragraphs of a cell, and runs of each, that a table is judged by
_FEW = 3  # rows and columns a head or an end has at most
_OFFICIAL = re.compile(
    r"^\s*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM\s*$"
    r"|(?i:Độc lập\s*[-–]\s*Tự do|Nơi nhận\s*:)"
    r"|(?:TM|KT|TL|TUQ|Q)\.\s*[A-ZĐ]{2}|(?:T/M|K/T|T/L)\s)",
    re.M,
)
_FIGURE = re.compile(r"[-–(]?\d[\d.,\s/]*%?\)?|[-–…]")
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
    return out


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
    """True for a table that only sets text side by side.

    It has one column; or it is small (at most 3 rows and 3 columns) and a cell holds what a head
    or an end holds (country, motto, Party, "Nơi nhận:", "TM. …"); or it has no lines and its
    cells, the first row and the first column put aside, are not mostly figures.
    """
    texts = [[_raw_text(cell.element) for cell in row.cells] for row in rows]
    columns = max((len(row) for row in texts), default=0)
    if columns <= 1:
        return True
    small = len(rows) <= _FEW and columns <= _FEW
    if small and any(_OFFICIAL.search(text) for row in texts for text in row):
        return True
    if _is_ruled(table, rows, styles):
        return False
    inner = [text for row in texts[1:] for text in row[1:] if text]
    return 2 * sum(_FIGURE.fullmatch(text) is not None for text in inner) < max(len(inner), 1)


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


def as_markdown(rows: list[list[str]], header: int) -> list[str]:
    """Rows of cell texts as the lines of a Markdown table with a rule after `header` rows; rows
    are filled up to the longest, but not beyond what Word can show."""
    width = min(max(len(row) for row in rows), MOST_COLUMNS)
    lines = []
    for n, row in enumerate(rows):
        if n == header:
            lines.append("| " + " | ".join(["---"] * width) + " |")
        cells = [cell.replace("|", "\\|") for cell in row]
        cells += [""] * (width - len(cells))
        lines.append("| " + " | ".join(cells) + " |")
    return lines
