"""Heads and ends of documents that a Word file sets side by side with tabs or spaces.

Most files do that with a table; in others each paragraph holds a line of the left column, a gap
and a line of the right one (`Nơi nhận:` | `TM. ỦY BAN NHÂN DÂN`). They are read column by column.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lxml.etree import _Element

from extract.readers.docx.text import Piece
from extract.readers.docx.xml import local

GAP = re.compile(r" *\t[\t ]*| {4,}")
_STATE = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do", re.I)
_TO = re.compile(r"Nơi nhận\s*:?", re.I)
_DAY = re.compile(r".{0,40}ngày\b.{0,20}tháng\b", re.I)
_FOR = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\b[./]?\s*[A-ZĐ]|[A-ZĐÀ-Ỹ]{2}")
_LONGEST = 80  # characters of a line of one column
_MOST = 16  # paragraphs of a head or an end
_BLANKS = 6  # empty paragraphs between the office and the name of who signs
_NO_TEXT = ("fldChar", "fldSimple", "numPr", "drawing", "pict", "object")
Row = tuple[str, str]  # the texts of the left and of the right column


def side_by_side(blocks: Sequence[_Element]) -> dict[int, int]:
    """The heads and ends set with gaps among the blocks of a body: index of the first paragraph ->
    how many paragraphs."""
    rows = [_row(block) for block in blocks]
    found: dict[int, int] = {}
    at = 0
    while at < len(rows):
        row = rows[at]
        if row is not None and all(row) and (_is_head(row) or _is_end(row)):
            first = at
            while first - 1 not in found and first and _on_the_right(rows[first - 1]):
                first -= 1
            end = _end_of(rows, at)
            if end - first > 1:
                found[first] = end - first
                at = end
                continue
        at += 1
    return found


def columns_of(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a paragraph that stand left and right of its gap, tabs as spaces."""
    text = "".join(piece.text for piece in pieces)
    gap = _gap(text)
    start, end = gap.span() if gap is not None else (len(text), len(text))
    left: list[Piece] = []
    right: list[Piece] = []
    at = 0
    for piece in pieces:
        for column, low, high in ((left, 0, start), (right, end, len(text))):
            part = piece.text[max(low - at, 0) : max(high - at, 0)].replace("\t", " ")
            if part:
                column.append(piece._replace(text=part))
        at += len(piece.text)
    return left, right


def _gap(text: str) -> re.Match[str] | None:
    """The gap between the two columns: the first one, a wide indent, or the one after the text."""
    gaps = [m for m in GAP.finditer(text) if text[m.end() :].strip()]
    inner = [m for m in gaps if text[: m.start()].strip()]
    return next(iter(inner or gaps), None)


def _row(block: _Element) -> Row | None:
    """The two columns of a paragraph, each perhaps empty; None where it is of no head or end."""
    if local(block) != "p":
        return None
    parts: list[str] = []
    for el in block.iter():
        name = local(el)
        if name in _NO_TEXT:
            return None
        if name == "t":
            parts.append(el.text or "")
        elif name in ("tab", "ptab") and (up := el.getparent()) is not None and local(up) == "r":
            parts.append("\t")
        elif name == "br":
            return None
    text = unicodedata.normalize("NFC", "".join(parts))
    gap = _gap(text)
    left, right = (text[: gap.start()], text[gap.end() :]) if gap is not None else (text, "")
    if max(len(left), len(right)) > _LONGEST or any(GAP.search(t.strip()) for t in (left, right)):
        return None
    return left.strip(), right.strip()


def _is_head(row: Row) -> bool:
    return _STATE.match(row[1]) is not None


def _is_end(row: Row) -> bool:
    return _TO.match(row[0]) is not None and _FOR.match(row[1]) is not None


def _on_the_right(row: Row | None) -> bool:
    """True for a line of the right column alone: the signer's office above `Nơi nhận:`."""
    return row is not None and not row[0] and _FOR.match(row[1]) is not None


def _end_of(rows: Sequence[Row | None], at: int) -> int:
    """The index after the last paragraph of the head or end whose first full row is `at`: the
    last one with a right column, or of the list of recipients."""
    is_end = _is_end(rows[at] or ("", ""))
    end = n = at + 1
    blank = 0
    while n < len(rows) and n - at < _MOST:
        row = rows[n]
        if row is None:
            break
        listed = is_end and row[0].startswith(("-", "+", "–"))
        if any(row):
            if row[0] and not row[1] and not listed and not (is_end and blank):
                break
            blank = 0
            right = row[1] and (is_end or _STATE.match(row[1]) or _DAY.match(row[1]))
            if all(row) or right or listed:
                end = n + 1
        else:
            blank += 1
            if blank > _BLANKS:
                break
        n += 1
    return end
