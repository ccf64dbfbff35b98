"""Rows of a page -> lines in reading order: two columns are read one after the other.

A band is a stretch of rows with a free strip (gutter) running down through all of them: the head
of a document (agency on the left, motto on the right), its signature beside "Nơi nhận:", text set
in columns. Rows of figures in a table without lines keep together, each row one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from extract.readers.pages.lines import Row, merged
from extract.readers.pages.pieces import Piece
from extract.readers.pages.raised import CALL

_GUTTER = 0.9  # em: a strip between two columns is at least this wide
_FAR = 8.0  # em: rows further apart are not one band (the gap left for a signature is 6)
_NEXT = 2.2  # em: the next row of the same column is nearer
_ASIDE = 0.9  # em: rows that are nearer stand side by side, not one under the other
_LONE = 3.0  # em: two pieces alone on a row are two lines where the gap is this wide
_DEPTH = 6  # columns inside columns
LINES, _WORDY = 6, 0.85  # rows of text in columns: so many, and so many pieces with words
_HANGING = 60.0  # points from a list mark to its text, at most
_LABEL = re.compile(
    r"[-+–—•*▪●○■□☐◦➢✓·\uf000-\uf0ff]|\(?\d{1,3}(?:\.\d{1,2})*[.)/]?|\(?[a-zđA-ZĐ][.)]|[IVX]{1,5}[-.)]?"
    r"|Điều \d{1,3}[.:]?|[⁰¹²³⁴-⁹]+"
    rf"|{CALL.pattern}"
)
_SIGNED = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ|T/UQ|Q)[./ ]")  # on whose behalf
_DOTS = re.compile(r"[.…_\s]{3,}|…+")
_FIGURE = re.compile(r"[-–+(]?\d[\d.,/%\s]*[%)]?|[-–x…]")


class Column(NamedTuple):
    """Where the lines of a column begin and end, and how far right they may reach."""

    left: float
    right: float
    limit: float

    def tell(self, lines: Iterable[Piece]) -> None:
        """Tell the lines of the column, not those of columns inside it, how far they may reach."""
        for line in lines:
            if line.within == (self.left, self.right):
                line.limit = max(line.limit, self.limit)


def ordered(rows: list[Row], left: float, right: float, depth: int = 0) -> list[Piece]:
    """The lines of the rows as they are read; each is told its column (`within`)."""
    rows = [_whole(_with_label(row), right) for row in rows]
    out: list[Piece] = []
    done = at = 0
    while at < len(rows) and depth < _DEPTH:
        band = _band(rows, at, done, (left + right) / 2)
        if band is None:
            at += 1
            continue
        first, last, gutter = band
        for row in rows[done:first]:
            out.extend(_line(row, left, right))
        out.extend(_columns(rows[first:last], gutter, right, depth))
        done = at = last
    for row in rows[done:]:
        out.extend(_line(row, left, right))
    return out


def _with_label(row: Row) -> Row:
    """The row with a list mark at its head put to the text that hangs beside it."""
    if len(row) > 1 and row[1].left - row[0].right < _HANGING and _LABEL.fullmatch(row[0].text):
        return [merged(row[:2]), *row[2:]]
    return row


def _whole(row: Row, right: float) -> Row:
    """The row as one piece where its gaps are none between columns: a line whose single words
    are stretched to the margin, dots to be filled in."""
    if len(row) < 2:
        return row
    stretched = right - row[-1].right < 2 * row[0].size and not any(" " in p.text for p in row)
    figures = any(_FIGURE.fullmatch(p.text) for p in row)
    if (stretched and not figures) or any(_DOTS.fullmatch(p.text) for p in row[1:]):
        return [merged(row)]
    return row


def _line(row: Row, left: float, right: float) -> list[Piece]:
    """A row outside of bands: one line, or two that stand far apart."""
    lines = [merged(row)]
    if len(row) == 2 and row[1].left - row[0].right > _LONE * row[0].size:
        figures = _FIGURE.fullmatch(row[1].text) or _FIGURE.fullmatch(row[0].text)
        lines = lines if figures else list(row)
    for line in lines:
        line.within = (left, right)
        line.limit = right
    lines[0].alone = len(row) > len(lines) and any(_FIGURE.fullmatch(p.text) for p in row)
    return lines


def _columns(rows: list[Row], gutter: tuple[float, float], right: float, depth: int) -> list[Piece]:
    """The lines of a band: the left column's, then the right one's; `right` is the page's edge."""
    middle = (gutter[0] + gutter[1]) / 2
    out: list[Piece] = []
    for side in (True, False):
        part = [found for row in rows if (found := [p for p in row if _is_left(p, middle) == side])]
        column = column_of(part, gutter[1] if side else right)
        found = ordered(part, column.left, column.right, depth + 1)
        column.tell(found)
        out.extend(found)
    return out


def column_of(rows: list[Row], beyond: float) -> Column:
    """The column that the rows stand in; `beyond` is the gutter's end, or the page's edge. Lines of
    a justified column end together; of another they might reach so far."""
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    full = sum(row[-1].right > right - 2 for row in rows)
    return Column(left, right, right if full >= max(3, 0.4 * len(rows)) else beyond)


def _band(
    rows: list[Row], at: int, least: int, middle: float
) -> tuple[int, int, tuple[float, float]] | None:
    """The band whose first row of two pieces is rows[at]: first row (`least` or later), last row
    + 1, gutter; `middle` is that of the page's text."""
    row = rows[at]
    gutter = _gutter(row) if len(row) > 1 else _gutter_below(rows, at)
    if gutter is None:
        return None
    last = at + 1
    while last < len(rows):
        narrowed = _through(rows[last], gutter)
        if narrowed is None or _apart(rows[last - 1], rows[last]) > _FAR:
            break
        gutter = narrowed
        last += 1
    first = at
    while first > least:
        narrowed = _through(rows[first - 1], gutter)
        if narrowed is None or _apart(rows[first - 1], rows[first]) > _NEXT:
            break
        gutter = narrowed
        first -= 1
    first, last = _trimmed(rows, first, last, gutter, middle)
    inside = rows[first:last]
    sides = [_sides(r, gutter) for r in inside]
    lefts, rights = sum(a for a, _ in sides), sum(b for _, b in sides)
    wide = gutter[1] - gutter[0] > _LONE * row[0].size
    if first > at or last <= at or min(lefts, rights) < (1 if wide else 2) or len(inside) < 2:
        return None
    return None if _is_tabular(inside) else (first, last, gutter)


def _gutter(row: Row) -> tuple[float, float]:
    """The widest gap of a row."""
    _, low, high = max((b.left - a.right, a.right, b.left) for a, b in pairwise(row))
    return low, high


def _gutter_below(rows: list[Row], at: int) -> tuple[float, float] | None:
    """The gap between two single pieces that stand side by side, one a little lower."""
    if at + 1 == len(rows) or len(rows[at + 1]) > 1 or _apart(rows[at], rows[at + 1]) > _ASIDE:
        return None
    a, b = sorted((rows[at][0], rows[at + 1][0]), key=lambda p: p.left)
    return (a.right, b.left) if b.left - a.right > _LONE * a.size else None


def _through(row: Row, gutter: tuple[float, float]) -> tuple[float, float] | None:
    """The gutter narrowed by a row that it runs through; None where the row blocks it."""
    low, high = gutter
    middle = (low + high) / 2
    for piece in row:
        if _is_left(piece, middle):
            low = max(low, piece.right)
        else:
            high = min(high, piece.left)
    return (low, high) if high - low >= _GUTTER * row[0].size else None


def _is_left(piece: Piece, middle: float) -> bool:
    return (piece.left + piece.right) / 2 < middle


def _apart(above: Row, below: Row) -> float:
    return (below[0].base - above[0].base) / max(above[0].size, below[0].size)


def _sides(row: Row, gutter: tuple[float, float]) -> tuple[bool, bool]:
    """Whether the row has pieces left of the gutter, and right of it."""
    middle = (gutter[0] + gutter[1]) / 2
    return _is_left(row[0], middle), not _is_left(row[-1], middle)


def _trimmed(
    rows: list[Row], first: int, last: int, gutter: tuple[float, float], middle: float
) -> tuple[int, int]:
    """The band without rows at its ends that belong to what is above or below it."""
    while first < last - 1:
        on_left, on_right = _sides(rows[first], gutter)
        if (on_left and on_right) or _heads(rows[first], rows[first + 1]):
            break
        first += 1
    while last - 1 > first:
        row = rows[last - 1]
        on_left, on_right = _sides(row, gutter)
        if on_left and on_right:
            break
        own = [r for r in rows[first : last - 1] if _sides(r, gutter)[0 if on_left else 1]]
        if on_left and own and _apart(own[-1], row) <= _NEXT:
            break
        if on_right and own and (_goes_down(own[-4:], row) or not _is_centred(row, middle)):
            break
        last -= 1
    return first, last


def _heads(row: Row, below: Row) -> bool:
    """True where a row on one side stands right above the next row of its column, or has the words
    that a signature begins with."""
    own = [p for p in below if p.left < row[-1].right and p.right > row[0].left]
    apart = _apart(row, own or below)
    return apart < 1.2 or (bool(own) and apart <= _NEXT and bool(_SIGNED.match(row[0].text)))


def _is_centred(row: Row, middle: float) -> bool:
    return abs((row[0].left + row[-1].right) / 2 - middle) <= 2 * row[0].size


def _goes_down(rows: list[Row], row: Row) -> bool:
    """True where the row is the next line of a column, though it stands in the middle."""
    return any(
        abs(p.left - row[0].left) < 4 * row[0].size and _apart(above, row) <= _NEXT
        for above in rows
        for p in above
    )


def is_line(piece: Piece) -> bool:
    """True for a line of several words."""
    return piece.text.count(" ") >= 2 and not _FIGURE.fullmatch(piece.text)


def _is_prose(rows: list[Row]) -> bool:
    """True for rows of text set in columns: nearly every piece is a line of several words."""
    pieces = [p for row in rows for p in row]
    wordy = sum(map(is_line, pieces))
    return len(rows) >= LINES and wordy >= _WORDY * len(pieces)


def _is_tabular(rows: list[Row]) -> bool:
    """True for rows of a table without lines: three columns and more, or figures on the right."""
    several = [row for row in rows if len(row) > 1]
    if len(several) < 3 or _is_prose(several):
        return False
    many = sum(len(row) > 2 for row in several)
    figures = sum(_FIGURE.fullmatch(row[-1].text) is not None for row in several)
    return many > 0.6 * len(several) or figures >= 0.5 * len(several)
