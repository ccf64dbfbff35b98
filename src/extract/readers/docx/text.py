"""The pieces of a paragraph -> lines of the reading text.

What a line break by hand means; which paragraphs stand in bold or italics as a whole, or begin
so: they get Markdown's marks, which tell headings and the heads that run into their text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from extract.document import Said
from extract.readers.text.layout import OPEN_WORDS
from extract.readers.text.line_style import is_caps, is_open, last_word
from extract.readers.text.lines import kind_of

_BLANK = re.compile(r"[ \t\n]+")
_BULLET = re.compile(r"[^\w\"“‘'(\[…]\s+")
_LABEL = re.compile(
    r"\s*(?:\(?(?:(?:[a-zđ]|[IVX]+)?\.?\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVX]+)(?:/[-.]|\.[-/]|[.)/-])|[-–+•])\s*"
)
_PAGE = re.compile(r"\s*(?:\d{1,4}|[ivxlc]{1,6})\s*")
_LABEL_PIECES = 6  # runs that a typed label may be split into
_FULL = 0.85  # of the longest line: a longer one has no room for more
_TITLE = re.compile(r"(?:Điều|ĐIỀU) \d.{1,80}[^\W_]\Z")  # of an article, on a line of its own
_ENDED = re.compile(r"(?:[^\W\d_]{2}|[\d%)”\"])[.!?]\Z")
_MOTTO = re.compile(r"Hạnh phúc\W*\Z", re.I)
_NUMBERED = re.compile(  # what a number goes on from
    r"(?:[,(]|\b(?:thứ|khóa|khoá|lần|kỳ|quý|số|loại|hạng|cấp|lớp|nhóm|vùng|khu vực|phụ lục|tháng"
    r"|năm|ngày|chương|mục|phần|điều|khoản|điểm|tiết|tại|theo|của|và|là|từ|đến|các))\Z", re.I
)  # fmt: skip
_LISTED = ("bullet", "label", "note")


class Piece(NamedTuple):
    """A run of text: Markdown's mark for its look ("**", "*" or ""; None for a note call, which
    has none of its own), whether it is the result of a page field."""

    text: str
    mark: str | None
    page: bool = False


class Line(NamedTuple):
    """A line of the reading text; `note`: the body of a note."""

    text: str
    note: bool = False


def lines_of(pieces: list[Piece], label: str, heading: bool, centred: bool) -> list[str]:
    """The lines of a paragraph with its automatic number; `heading`: it is in the outline."""
    pieces = _with_leader(pieces)
    typed = _typed_label(pieces)
    before = label + "".join(p.text for p in pieces[:typed]) if typed else ""
    pieces = [Piece("" if typed else label, None), *pieces[typed:]]
    text = "".join(p.text for p in pieces)
    mark, size = ("**", len(text)) if heading else _emphasis(pieces)
    if text[size:].strip():
        return broken_lines(before + _marked(text[:size], mark) + text[size:], centred)
    lines = [_marked(line, mark) for line in broken_lines(text, centred)] or [""]
    lines[0] = (one_line(before) + " " + lines[0]).strip()
    return lines if lines[0] else []


def _with_leader(pieces: list[Piece]) -> list[Piece]:
    """A line of a table of contents with dots for its last tab, where that leads to the page
    number; the reader leaves tabs only there and where the tab stop has dots."""
    at = max((n for n, piece in enumerate(pieces) if piece.text == "\t"), default=-1)
    if _PAGE.fullmatch("".join(p.text for p in pieces[at + 1 :])) is None:
        return pieces
    return [p._replace(text=" ..... ") if n == at else p for n, p in enumerate(pieces)]


def _typed_label(pieces: list[Piece]) -> int:
    """How many pieces at the head of a paragraph are a label or bullet in no special look."""
    text = ""
    for n, piece in enumerate(pieces[:_LABEL_PIECES]):
        if piece.mark and text.strip():
            return n if _LABEL.fullmatch(text) else 0
        text += piece.text
    return 0


def _emphasis(pieces: list[Piece]) -> tuple[str, int]:
    """The mark a paragraph begins with and how many characters of it have that look; of a head
    that ends inside a word or stands on several lines, or on one in capitals, none."""
    mark, size = "", 0
    for n, piece in enumerate(pieces):
        if piece.mark is not None and piece.text.strip():
            mark = mark or piece.mark
            if piece.mark != mark or not mark:
                head = "".join(p.text for p in pieces[:n])
                cut = head[-1:].isalnum() and piece.text[:1].isalnum()
                own = head.rstrip()
                broken = "\n" in own or ("\n" in head and is_caps(own))
                return ("", 0) if cut or broken else (mark, len(own))
        size += len(piece.text)
    return mark, size


def _marked(text: str, mark: str) -> str:
    """`text` between emphasis marks, a bullet before it outside them; none where there is nothing
    to emphasise or where the text has such marks of its own."""
    bullet = _BULLET.match(text)
    at = bullet.end() if bullet is not None else len(text) - len(text.lstrip())
    body = text[at:].rstrip()
    if not mark or not any(c.isalpha() for c in body) or not {"*", "_", "|"}.isdisjoint(body):
        return text
    return f"{text[:at]}{mark}{body}{mark}{text[at + len(body) :]}"


def one_line(text: str) -> str:
    """`text` with tabs, line breaks and the spaces around them as one space."""
    return _BLANK.sub(" ", text).strip()


def broken_lines(text: str, centred: bool) -> list[str]:
    """The lines of a paragraph with breaks made by hand (w:br, 17.3.3.1) as "\\n"; none is blank.

    A break is only a space unless it sets lines apart: an empty line, a line of dashes, a list
    item comes after it, a sentence ends before it, or a line in capitals (`BÁO CÁO`, then the
    subject), in bold, or with the title of an article. Where all lines of a text are broken, only
    one that had room for more ends anything.
    """
    pieces = [one_line(piece) for piece in text.split("\n")]
    width = _width(pieces) if len(pieces) > 2 else 0
    out: list[str] = []
    last = ""
    for piece in pieces:
        if not piece:
            last = ""
            continue
        full = len(last) + len(piece.split(" ", 1)[0]) > _FULL * width > 0
        if not last or _sets_apart(out[-1], piece, centred, full):
            out.append(piece)
        else:
            out[-1] = f"{out[-1]} {piece}"
        last = piece
    return out


def _width(pieces: list[str]) -> int:
    """How long the lines of a text are that was broken at its margin; 0 for any other."""
    cut = any(b[:1].islower() and is_open(a) and kind_of(b) == "text" for a, b in pairwise(pieces))
    return max(map(len, pieces)) if cut else 0


def _sets_apart(before: str, line: str, centred: bool, full: bool) -> bool:
    """True where a break between two lines is more than a space; `full`: the first one has room
    for no more words."""
    kind = kind_of(line)
    if kind == "bullet" or (kind in _LISTED and before[-1] in ".;:"):
        return True
    if not any(c.isalnum() for c in line) or not any(c.isalnum() for c in before):
        return True
    if kind == "label" and not full and not _NUMBERED.search(before):
        return True
    if line[0].isupper() and not full and _is_headline(before, line):
        return True
    if _ENDED.search(before) and not is_open(before) and line[0].isupper() and not full:
        return True
    if not is_caps(before) or line[0].islower():
        return _MOTTO.search(before) is not None
    return centred or not is_caps(line) or not _is_one_heading(before, line)


def _is_headline(before: str, line: str) -> bool:
    """True for a line that is marked as a whole, or an article's title over a line of text."""
    words = before.strip("*")
    if words[-1:] == "," or last_word(words).lower() in OPEN_WORDS:
        return False
    return (
        before != words if before[-1] == "*" else bool(_TITLE.match(before)) and line[-1] in ".;:"
    )


def _is_one_heading(before: str, line: str) -> bool:
    """True for two lines in capitals that are one heading: a labelled one, or one cut amid it."""
    if kind_of(before) == "label":
        return True
    return not OPEN_WORDS.isdisjoint((last_word(before).lower(), line.split(" ", 1)[0].lower()))


def struck_through(count: int) -> Said:
    """The warning that so many paragraphs hold text that is struck through, which is not read."""
    return Said(
        f"paragraphs with struck-through text, which was not read: {count}",
        f"bỏ qua chữ gạch ngang trong {count} đoạn",
    )
