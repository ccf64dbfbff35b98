"""Lines in reading order -> paragraphs, also over page breaks.

What tells a new paragraph: a label or bullet, an indented first line, a wider space above, a
change of size or weight, a line before it that ended although the next word would have fitted.
Where these say nothing, the sentence does: one that is open goes on in small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.readers.pages.full import (
    FAR,
    INDENT,
    Leading,
    ending,
    ends_early,
    fits,
    leadings,
    own_leading,
)
from extract.readers.pages.layout import PageText
from extract.readers.pages.pieces import Piece
from extract.readers.pages.tables import Table
from extract.readers.text.layout import APART, OPEN_WORDS, PIN_WORDS, TIMES
from extract.readers.text.line_style import is_caps, is_open, last_word
from extract.readers.text.lines import DASH, kind_of

_LOOSE = 1.28  # of the usual distance of lines: more is a space between paragraphs
_FIGURES = re.compile(r"[\d.,%=+\s–-]+")  # a line of these alone: no text goes on from it
_YEAR_END = re.compile(r"(?:19|20)\d\d$")
_YEAR_ON = re.compile(rf"[{DASH}] ?(?:19|20)\d\d(?!\d)")
_STATE = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI(?: CHỦ(?: NGHĨA(?: VIỆT)?)?)?$")
_STATE_END = re.compile(r"(?:(?:(?:CHỦ )?NGHĨA )?VIỆT )?NAM")  # its name over two lines
_CUT = re.compile(r"[^\W_]-\Z")  # a number, a name or a word of two parts: 77/QĐ-, 2016-
_MOTTO = re.compile(r"Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc", re.I)  # nothing goes on from it
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|CHƯƠNG|Chương|PHẦN|Phần)(?!\w)")  # where centred
_REGARDING = re.compile(r"V/v(?!\w)", re.I)  # the subject of a letter, in the narrow head
_TIGHT = 1.6  # em: lines of a head are nearer
_SHORT = 60  # characters: a line of body text has more
_TITLE = 40  # characters: a title in capitals that goes on below has more
_LONG = 0.7  # of its column: a line that may be full
_EVEN = 2.0  # points by which the margins of a centred line may differ
_MARKS = ("label", "bullet")
_COUNTED = PIN_WORDS | frozenset("khóa khoá quý thứ lục chương phần mục".split())  # "Khóa" / "XII."


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph."""

    lines: list[Piece] = field(default_factory=list)
    kind: str = "text"
    centred: bool = False

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.lines[0].page

    @property
    def emphasised(self) -> bool:
        """True where all of it stands in bold or italics."""
        return all(line.bold or line.italic for line in self.lines)

    @property
    def text(self) -> str:
        """Its lines, a space between."""
        return " ".join(line.text for line in self.lines)


def paragraphs(pages: list[PageText]) -> list[Paragraph | Table]:
    """The running text of all pages as paragraphs and tables, in order; what stands turned beside
    it follows its page's, and parts no paragraph or table that goes on over the page."""
    leading = leadings(pages)
    out: list[Paragraph | Table] = []
    current: Paragraph | None = None
    last: Paragraph | Table | None = None
    for page in pages:
        for n, item in enumerate(page.flow):
            if isinstance(item, Table):
                if n == 0 and isinstance(last, Table) and last.goes_on(item):
                    last.take(item)
                    continue
                last = item
                out.append(item)
                if current is not None and not _is_cut(current):
                    current = None
                continue
            kind = _kind(item.text)
            if current is None or not _continued(current, item, kind, leading[item.page]):
                current = _begun(item, kind)
                out.append(current)
            last = current
        out += _asides(page, leading[page.page])
    return out


def _begun(line: Piece, kind: str) -> Paragraph:
    return Paragraph([line], kind, _is_centred(line))


def _continued(paragraph: Paragraph, line: Piece, kind: str, leading: Leading) -> bool:
    """Put the line, which is of this kind, to the paragraph if it goes on with that; whether it
    does."""
    if not _goes_on(paragraph, line, kind, leading):
        return False
    paragraph.centred = _stays_centred(paragraph, line)
    paragraph.lines.append(line)
    return True


def _asides(page: PageText, leading: Leading) -> list[Paragraph | Table]:
    """What stands on a page turned another way than most of its text."""
    out: list[Paragraph | Table] = []
    for item in page.asides:
        last = out[-1] if out else None
        if isinstance(item, Table):
            out.append(item)
            continue
        kind = _kind(item.text)
        if not isinstance(last, Paragraph) or not _continued(last, item, kind, leading):
            out.append(_begun(item, kind))
    return out


def _is_cut(paragraph: Paragraph) -> bool:
    """True where a table stands in the middle of a paragraph: it ends in an open, full line, and
    is no caption and no unit of the table, set at the right."""
    last = paragraph.lines[-1]
    low, high = last.within
    full = high - last.right < 2 * last.size and last.left < (low + high) / 2
    return full and is_open(ending(last)) and not paragraph.emphasised


def _kind(text: str) -> str:
    kind = kind_of(text)
    return kind if kind in _MARKS else "text"


def _is_centred(line: Piece) -> bool:
    """True for a line as far from the left margin as from the right one; a long one in plain
    letters only where both are nearly equal: it may be a first line, indented and not justified."""
    low, high = line.within
    left, right = line.left - low, high - line.right
    plain = not (line.bold or line.italic or is_caps(line.text))
    long = line.right - line.left > _LONG * (high - low)
    slack = _EVEN if plain and long else 1.5 * line.size
    return min(left, right) > line.size and abs(left - right) <= slack


def _fills(line: Piece) -> bool:
    """True for a line from margin to margin: a centred one may be as long."""
    low, high = line.within
    return line.left - low <= line.size and high - line.right <= line.size


def _may_be_centred(paragraph: Paragraph) -> bool:
    """True where its lines are centred, or those of a title in bold of which each is full."""
    if paragraph.centred:
        return True
    lines = paragraph.lines
    return lines[-1].bold and (len(lines) == 1 or all(map(_fills, lines)))


def _stays_centred(paragraph: Paragraph, line: Piece) -> bool:
    """Whether a paragraph that `line` goes on with is centred."""
    if _is_centred(line):
        return paragraph.centred or all(p.bold and _fills(p) for p in paragraph.lines)
    return paragraph.centred and line.bold and _fills(line)


def _is_first_line(paragraph: Paragraph, line: Piece) -> bool:
    """True where what looks like a centred line is a long first one, indented: the next one, not
    centred, begins at the margin."""
    last = paragraph.lines[-1]
    plain = not (last.bold or last.italic or is_caps(last.text))
    return plain and len(paragraph.lines) == 1 and abs(line.left - line.within[0]) < 2


def _is_in_brackets(paragraph: Paragraph, line: Piece) -> bool:
    """True for the end of a line in brackets, such as stands centred below a title."""
    text = paragraph.text
    return text[0] == "(" and text.count("(") > text.count(")") and line.text[-1] == ")"


def _is_wrapped_heading(paragraph: Paragraph, line: Piece) -> bool:
    """True for a line that, in bold as well, ends the numbered heading above it."""
    first = paragraph.lines[0]
    back = line.left - line.within[0] <= first.left - first.within[0] + INDENT * line.size
    return paragraph.kind == "label" and back and line.bold and paragraph.lines[-1].bold


def _goes_on(paragraph: Paragraph, line: Piece, kind: str, leading: Leading) -> bool:
    """True where `line` goes on with `paragraph`."""
    last = paragraph.lines[-1]
    if line.turn != last.turn or abs(line.size - last.size) > 0.12 * last.size:
        return False
    if len(paragraph.lines) == 1 and _FIGURES.fullmatch(last.text):
        return False
    if line.alone or last.alone or line.text.startswith(APART) or not line.text[0].strip("…"):
        return False
    end = ending(last)
    opened = is_open(end)
    low = line.text[0].islower() or line.text[0] in ",;)%"
    same_column = line.within == last.within
    room = fits(last, line, opened)
    if _CUT.search(last.text) and line.text[0].isalnum() and (same_column or line.page > last.page):
        return line.page > last.page or (line.base - last.base) / line.size < FAR
    if kind in _MARKS:
        return _is_false_mark(paragraph, line, kind, opened, room, end)
    if line.page == last.page and not same_column:
        return opened and (low or last_word(end).lower() in OPEN_WORDS)
    if _STATE.search(last.text) and _STATE_END.fullmatch(line.text) and same_column:
        return True
    if _MOTTO.fullmatch(paragraph.text):
        return False
    if _REGARDING.match(paragraph.text) and same_column and line.text[0].isalnum():
        near = line.page == last.page and (line.base - last.base) / line.size < _TIGHT
        return near and not is_caps(line.text)
    apart = (line.base - last.base) / line.size if line.page == last.page else 0.0
    full = opened and not room
    usual = own_leading(paragraph.lines) or (leading.widest if full else leading.usual)
    near = apart <= _LOOSE * usual
    if full and near and (_is_wrapped_heading(paragraph, line) or _is_in_brackets(paragraph, line)):
        return True
    titles = _is_title(last.text), _is_title(line.text)
    if titles[0] and not titles[1] and (room or paragraph.centred):
        return False
    if all(titles) and len(last.text) < _TITLE and last_word(end).lower() not in OPEN_WORDS:
        return False
    if titles[0] != titles[1] and not low and (
        room or len(last.text) < _SHORT or paragraph.centred or _is_centred(line)
    ):  # fmt: skip
        return False
    if opened and line.text[0].isdigit() and last_word(end).lower() in TIMES:
        return apart < FAR  # "ngày" / "22/07/2024", where lines are not justified
    centred = _is_centred(line)
    if (centred and _may_be_centred(paragraph)) or (
        paragraph.centred and not _is_first_line(paragraph, line)
    ):
        return _is_one_title(paragraph, line, centred, opened, low, room, end)
    if not near and not (opened and low and apart < 1.8 * usual):
        return False
    indent = _indent(paragraph, line)
    if indent > INDENT * line.size and not (opened and low and not room):
        return False
    if room:
        return opened and low and last.right - last.left > 0.5 * (last.limit - last.within[0])
    if last.bold != line.bold and all(p.bold == last.bold for p in paragraph.lines):
        return opened and (low or end[-1] == ",")
    further = paragraph.lines[0].left > line.left + INDENT * line.size
    if end[-1:] == ":":  # a full line: a list below it would begin further in, an item a line
        return low or further or line.text.count("; ") > 1
    ended = leading.justified and ends_early(last)
    return opened or low or further or (apart <= 1.12 * usual and not ended)


def _is_title(text: str) -> bool:
    """True for words in capitals; a document number is none."""
    return " " in text and not text[0].isdigit() and is_caps(text)


def _indent(paragraph: Paragraph, line: Piece) -> float:
    """How far the line stands in from where the paragraph's lines begin (its second on)."""
    lines = paragraph.lines
    here = line.left - line.within[0]  # margins of columns, of left and right pages differ
    if len(lines) > 1:
        return here - min(p.left - p.within[0] for p in lines[1:])
    first = lines[0].left - lines[0].within[0]
    if abs(here - first) <= 2 and here > INDENT * line.size and not is_open(ending(lines[0])):
        return here  # two first lines, each as far in, one under the other
    return here - first


def _is_one_title(
    paragraph: Paragraph,
    line: Piece,
    centred: bool,
    opened: bool,
    low: bool,
    room: bool,
    end: str,
) -> bool:
    """True where a centred line goes on with the title above it."""
    last = paragraph.lines[-1]
    caps = is_caps(last.text)
    if paragraph.kind == "label" and len(paragraph.text) < 16 and not low:
        return False
    if caps and is_caps(line.text):
        return (not room and opened) or last_word(end).lower() in OPEN_WORDS
    if not centred and not low:
        return False
    if last.bold != line.bold:
        return False
    if not opened:  # "… 6 tháng đầu năm;" / "nhiệm vụ …"
        return low and not room and last.bold and end[-1:] == ";"
    return low or not room or last_word(end).lower() in OPEN_WORDS


def _is_heading_below(last: Piece, line: Piece) -> bool:
    """True for a numbered heading below a title, which may be as long as its line and then shows
    neither that it is centred nor that it ends: both in bold, or in capitals."""
    alike = (last.bold and line.bold) or (is_caps(last.text) and is_caps(line.text))
    return alike and line.text.partition(" ")[2][:1].isupper()


def _is_false_mark(
    paragraph: Paragraph, line: Piece, kind: str, opened: bool, room: bool, end: str
) -> bool:
    """True for a line that only looks like a list item: `kinh tế` / `- xã hội`, `tại điểm` /
    `a) khoản 2`, a number at the head of a line that stands no further in than the others."""
    if _YEAR_END.search(last_word(end)) and _YEAR_ON.match(line.text):
        return True
    if _ANNEX.match(line.text) and _is_centred(line):
        return False
    if not opened or room or paragraph.centred:
        return False
    lines = paragraph.lines
    if last_word(end).lower() in _COUNTED:
        return True
    if kind == "label" and paragraph.kind == "text" and _is_heading_below(lines[-1], line):
        return False
    outdented = len(lines) == 1 and lines[0].left > line.left + INDENT * line.size
    level = len(lines) > 1 and abs(line.left - lines[-1].left) < 1 and (
        lines[0].left > line.left + INDENT * line.size
    )  # fmt: skip
    if kind == "bullet":
        rest = line.text[1:].lstrip()
        small = rest[:1].islower() and line.text[0] in DASH
        return small and (outdented or level or paragraph.kind != "bullet")
    return outdented or level
