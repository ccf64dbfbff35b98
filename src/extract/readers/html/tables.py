"""Tables of a page: the grid of cells; which tables only set text side by side."""

from __future__ import annotations

import re
import unicodedata

from lxml.etree import _Element

from extract.readers.docx.tables import MOST_COLUMNS, OWN_ROWS, Cell, Row, sets_side_by_side
from extract.readers.docx.xml import number
from extract.readers.html.main import walk
from extract.readers.html.style import is_ruled, is_unseen

_JUDGED = 2000  # characters of a cell that a table is judged by
_HOLDING = 0.25  # of the cells of a table of data hold tables at most
_MOST_ROWS = 1000  # that a cell may reach over
_CELLS = ("td", "th")
_BLANK = re.compile(r"\s+")
Reaching = dict[int, tuple[int, Cell]]  # column -> the rows still to go, the cell
BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p "
        "pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)


def rows_of(table: _Element) -> list[Row]:
    """The rows of a table; a cell over several rows goes on in those below as an empty one."""
    out = []
    reaching: Reaching = {}
    rows = _inside(table, ("tr",))
    for tr in sorted(rows, key=_is_foot):
        own = _inside(tr, _CELLS)
        if own:
            cells, reaching = _row(own, reaching)
            parent = tr.getparent()
            above = parent is not None and parent.tag == "thead"
            out.append(Row(0, cells, above or all(td.tag == "th" for td in own)))
    return out


def _is_foot(tr: _Element) -> bool:
    """True for a row that is shown below all others, wherever it stands."""
    parent = tr.getparent()
    return parent is not None and parent.tag == "tfoot"


def _inside(parent: _Element, tags: tuple[str, ...]) -> list[_Element]:
    """The elements with these tags in a table or a row, not those of a table in it."""

    def is_leaf(el: _Element) -> bool:
        return el.tag in tags or el.tag == "table" or is_unseen(el)

    found = (el for el, event in walk(parent, is_leaf) if event == "leaf")
    return [el for el in found if el.tag in tags and not is_unseen(el)]


def _row(own: list[_Element], reaching: Reaching) -> tuple[tuple[Cell, ...], Reaching]:
    """The cells of a row, those that reach into it among them, and what reaches into the next."""
    cells: list[Cell] = []
    below: Reaching = {at: (left - 1, cell) for at, (left, cell) in reaching.items() if left > 1}
    column = 0
    for td in own:
        while column in reaching:
            cells.append(reaching[column][1])
            column += cells[-1].span
        down = _count(td, "rowspan", _MOST_ROWS)
        cell = Cell(td, _count(td, "colspan", MOST_COLUMNS), False, down > 1)
        if down > 1:
            below[column] = down - 1, Cell(td, cell.span, True, False)
        cells.append(cell)
        column += cell.span
    while column in reaching:
        cells.append(reaching[column][1])
        column += cells[-1].span
    return tuple(cells), below


def _count(td: _Element, name: str, most: int) -> int:
    return min(max(number(td.get(name), 1), 1), most)


def is_layout(table: _Element, rows: list[Row]) -> bool:
    """True for a table that only sets text side by side: it holds other tables in more than a few
    cells or has no lines around them; or it has no head of its own and looks like the layout of
    Word files."""
    cells = [cell.element for row in rows for cell in row.cells if not cell.goes_on]
    if table.find(".//table") is not None:
        holding = sum(cell.find(".//table") is not None for cell in cells)
        columns = max((len(row.cells) for row in rows), default=0)
        small = len(rows) < OWN_ROWS or columns < 2
        if small or holding > _HOLDING * len(cells) or not is_ruled(table, cells):
            return True
    if table.find("caption") is not None or any(cell.tag == "th" for cell in cells):
        return False
    texts = [["" if cell.goes_on else _raw_text(cell.element) for cell in r.cells] for r in rows]
    return sets_side_by_side(texts, is_ruled(table, cells))


def _raw_text(cell: _Element) -> str:
    """The head of a cell's text, to judge it by; blocks on lines of their own."""
    parts: list[str] = []
    size = 0
    for element, event in walk(cell, is_unseen):
        if element.tag in BLOCKS or element.tag == "br":
            parts.append("\n")
        text = element.text if event == "opens" else element.tail if element is not cell else None
        if text:
            parts.append(_BLANK.sub(" ", text))
            size += len(text)
        if size > _JUDGED:
            break
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line))
