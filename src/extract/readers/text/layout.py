"""Lines -> blocks: which lines are one paragraph, which stand alone, which are no text.

A line joins the block before it where a hard wrap or a page break cut a sentence in two.
How much a line break means depends on the file: some wrap every line, some put one
paragraph on a line, some set paragraphs apart by blank lines (`Style`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.readers.text.cell_lines import is_cell
from extract.readers.text.cut_names import cuts_name
from extract.readers.text.line_style import (
    ABBREVIATED,
    TRAIL,
    Style,
    fills,
    head_of,
    is_caps,
    is_open,
    last_word,
    tail,
)
from extract.readers.text.lines import DASH, SPACE, Line
from extract.values.letters import LETTER, LOWER

_YEAR_AT = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_END = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} ?$")
OPEN_WORDS = frozenset(
    (
        "và của các là về với theo cho tại từ đến số năm tháng ngày quý trên do để điều "
        "khoản điểm mục chương những một được có không trong ngoài bằng hoặc hay như bởi "
        "vì mà thì sẽ đã đang cũng tỉnh huyện xã phường thị thành đồng chí trừ gồm việc "
        "khi nếu"
    ).split()
)
_PLACE_WORDS = frozenset(
    "tỉnh huyện xã phường thị thành đồng chí năm tháng ngày điểm số khoản điều có".split()
)
_BRACKET = re.compile(rf"\([\d{LOWER}]")  # "so với năm 2022" / "(415 hộ), …": begins no block
_BARE_MARK = re.compile(
    rf"[*_{SPACE}]*(?:\(?[\dIVXa-zđA-Z]{{1,4}}(?:\.\d{{1,2}}){{0,4}}[.)/]*|Điều \d+[a-zđ]?\.)"
    rf"[*_{SPACE}]*"
)
PIN_WORDS = frozenset("điều khoản điểm tiết".split())
_PIN_HEADS = ("Điều", "Khoản", "Mục", "Nghị", "Luật", "Thông", "Quyết", "Bộ luật")
TIMES = frozenset(("ngày", "tháng", "năm", "số"))  # a figure of theirs is on the next line
_NUMBER_AT = re.compile(r"\d{1,5}(?:/\d{4})?[/-]")
_NUMBERED = ("Nghị định", "Nghị quyết", "Thông tư", "Quyết định", "Quy định", "Kế hoạch", "Chỉ thị")
_NAME_OF_ACT = "chỉ thị"  # no "thị xã" cut in two
_BODY_CUT = re.compile(  # "… của Bộ" / "Tài chính", "… của Giám đốc" / "Sở Tài chính": a name cut
    r" (?:của|do|và|với|tại|các) (?:Bộ|Sở|Ban|Cục|Vụ|Phòng|Viện|Tổng cục|Ủy ban|Uỷ ban|Hội đồng)$"
    r"| của (?:Giám đốc|Chủ tịch|Bộ trưởng|Cục trưởng|Trưởng (?:ban|phòng)|Chánh (?:án|thanh tra))"
    r"(?: (?:Bộ|Sở|Ban|Cục|Viện))?$"
)
_OF_LAW = re.compile(r"(?:^|của|và|theo|tại) (?:Bộ l|L)uật$")  # its name is on the next line
_LAW_CUT = re.compile(rf"(?:Luật|Pháp lệnh)(?: [{LETTER}]+,?){{1,8}}$")
_LAW_DATED = re.compile(rf"(?:[{LETTER}]+,? ){{1,8}}(?:ngày \d{{1,2}}[ /.-]|số \d{{1,3}}/\d{{4}}/)")
_ACTS = "Nghị quyết|Nghị định|Kết luận|Chỉ thị|Quyết định|Quy định|Thông tư|Kế hoạch|Công văn"
_ACT_AT = re.compile(rf"(?:{_ACTS}) số \d")
_DONE = ("thực hiện", " theo", "thi hành", "hướng dẫn")  # what is done with it
_NUMBER_CUT = re.compile(r"\d/[A-ZĐ][A-Za-zĐ]{0,4} -$")  # "473/TTr -" / "SNN"
_OF = "CỦA "
_TITLE_WORDS = 5  # that a type with its remarks may have
_ARTICLE = "Điều"  # alone on its line: its number is on the next one
_RECITAL = "Căn cứ"
_CLAUSES = ("căn cứ", "thay thế", "sửa đổi", "bãi bỏ")  # what they name is on the next line
APART = (  # how lines begin that go on with nothing: to whom, copies, for whom it is signed
    *("Kính gửi", "KÍNH GỬI", "Nơi nhận", "NƠI NHẬN"),
    *("T/M", "TM.", "KT.", "K/T", "TL.", "T/L", "TUQ."),
)
_SHORT = 60
_CELLS = 2  # of a row, each on its line, before its unit


@dataclass(slots=True)
class Draft:
    """A block in the making: its kind, the source pieces it is made of, and its level."""

    kind: str
    level: int
    pieces: list[tuple[int, int]] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)  # piece i follows the one before unspaced
    after_caps: bool = False
    marker: str | None = None  # of a footnote body
    size: int = 0
    emphasis: bool = False  # set apart in bold or italics, as the reader of another format saw

    def __post_init__(self) -> None:
        self.size = sum(end - start for start, end in self.pieces)


class Joiner:
    """Decides whether a line goes on with the block before it."""

    def __init__(self, text: str, style: Style) -> None:
        self.text = text
        self.style = style

    def joins(self, draft: Draft, line: Line, gap: int, cut: bool) -> bool:
        """True where `line` continues `draft`; `gap` counts the blank lines between them,
        `cut` tells that a page number, a rule or notes stood between."""
        text = self.text
        start, end = draft.pieces[-1]
        ending = tail(text, start, end)
        head = head_of(text, line)
        if not head or head[0] == "…" or head.startswith(("...", ". .", *APART)):
            return False
        if head.rstrip() == _ARTICLE and not is_open(ending):
            return False
        if gap <= 1 and line.kind == "text" and _is_bare_mark(text, draft):
            return True
        if not ending:
            return False
        if gap == 0 and line.kind == "text" and joins_without_space(text[end - 3 : end], head):
            return True
        if gap and len(draft.pieces) <= _CELLS and not (cut or draft.level or line.level):
            whole = " ".join(text[s:e] for s, e in draft.pieces)
            if is_cell(text, whole, line.start, line.end):
                return True
        if line.kind in ("label", "bullet"):
            return self._false_mark(draft, line, ending, gap, cut)
        if line.level:
            return False
        first = head[0]
        low = first.islower()
        size = draft.size
        if draft.level and not (low and gap == 0):
            return False
        piece = text[start:end].strip(TRAIL + "#")
        if is_caps(piece) and len(piece) < 120:
            rest = text[line.start : line.end]
            return gap == 0 and rest == rest.upper() and self._caps_join(draft, line, ending)
        opened = is_open(ending)
        if gap == 0 and not cut:
            return self._adjacent(draft, line, ending, head, opened, low)
        if is_caps(text[line.start : line.end].strip(TRAIL)):
            return False
        if not opened:
            return cut and low and ending[-1] == ";" and size >= _SHORT and draft.kind != "label"
        if low:
            if self._is_emphasised(start, end) and not cut:
                return False
            return size >= _SHORT or cut or ending[-1] == "," or first_is_tail(head)
        if (
            draft.after_caps
            or self._is_emphasised(start, end)
            or self._is_emphasised(line.start, line.end)
        ):
            return False
        if draft.kind == "label" and not _has_sentence(text, draft):
            return False
        if size < _SHORT:
            return False
        word = last_word(ending)
        if first in '(“"':
            return cut or word.isdigit() or (head[1:2].islower() and size > 2 * _SHORT)
        if cut:
            return True
        return ending[-1] in ",-/" or (
            bool(word) and (word[0].isupper() or word.isdigit() or word.lower() in OPEN_WORDS)
        )

    def _false_mark(self, draft: Draft, line: Line, ending: str, gap: int, cut: bool) -> bool:
        """True for a line that only looks like a list item: `kinh tế` / `- xã hội`,
        `quy định tại điểm` / `a) khoản 2`."""
        text = self.text
        if not is_open(ending) or draft.level or line.level:
            return False
        if gap and not cut:
            return False
        start, end = draft.pieces[-1]
        after = text[line.head : line.head + 3].lstrip(TRAIL)
        piece = text[start:end].strip(TRAIL + "#")
        if is_caps(piece):
            return False
        full = self.style.spaced or self._is_full(start, end, line)
        if line.kind == "label":
            rest = text[line.head : line.head + 12].lstrip(TRAIL)
            if piece == _ARTICLE:
                return True  # "Điều" / "1. Phạm vi"
            if last_word(ending).lower() in PIN_WORDS:
                return rest[:1].islower() or rest.startswith(_PIN_HEADS)
            return bool(after) and after[0].islower() and full and _is_unclosed(text, draft)
        if _YEAR_AT.match(text, line.head) and _YEAR_END.search(ending):
            return True  # "năm học 2022" / "- 2023": a period cut at its dash
        if cuts_name(piece, text[line.head : line.end]):
            return True
        if (
            not after
            or not after[0].islower()
            or text[line.start : line.end].lstrip()[0] not in DASH + "–—-"
        ):
            return False
        own = draft.kind == "bullet" and len(draft.pieces) == 1
        if own and not self._is_full(start, end, line):
            return False
        return full and (self.style.wrapped or cut)

    def _adjacent(
        self, draft: Draft, line: Line, ending: str, head: str, opened: bool, low: bool
    ) -> bool:
        """Lines with no blank line between."""
        text, style = self.text, self.style
        start, end = draft.pieces[-1]
        if draft.kind == "note":
            return opened or style.wrapped or low
        if is_caps(text[line.start : line.end].strip(TRAIL)) and not is_caps(
            text[start:end].strip(TRAIL)
        ):
            return False
        if low:
            if opened:
                return True
            if not style.wrapped:
                return self._lists_on(start, end, ending)
            if style.spaced or self._is_full(start, end, line):
                return True
            if ending[-1] == ";":
                return end - start > 0.75 * style.width
            return ending[-1] == ":" and line.end - line.start > 0.7 * style.width
        if ending.endswith(ABBREVIATED) or _is_cut(ending, head):
            return True
        bracket = _BRACKET.match(head) or (head[0].isdigit() and _is_unclosed(text, draft))
        if bracket and opened and draft.size >= _SHORT:
            return True
        if self._is_emphasised(start, end) and self._is_emphasised(line.start, line.end):
            return self._is_full(start, end, line) and opened and style.wrapped
        if not style.wrapped:
            word = last_word(ending).lower()
            return opened and end - start >= _SHORT and word in OPEN_WORDS - _PLACE_WORDS
        if style.spaced:
            return opened or self._is_full(start, end, line) or end - start > 0.6 * style.width
        width = (end - start) / max(1, style.width)
        if ending[-1] == ":":
            return self._is_full(start, end, line) and _is_unclosed(text, draft)
        prose = draft.kind != "label" or _has_sentence(text, draft)
        if ending[-1] == ";":
            at = draft.pieces[0][0]
            first = text[at : at + 6]
            return prose and width > 0.75 and not head.startswith(first)
        if not opened:
            return self._is_full(start, end, line) and draft.kind != "label"
        if ending[-1] == ",":
            return True
        word = last_word(ending).lower()
        if word in OPEN_WORDS:
            return word not in _PLACE_WORDS or width > (0.6 if prose else 0.9)
        if prose and width > 0.7 and not self._is_emphasised(start, end):
            return True
        return self._is_full(start, end, line)

    def _lists_on(self, start: int, end: int, ending: str) -> bool:
        """True for a long line that ends amid a list told in a row: "in đề 418 triệu đồng; coi
        thi 957 triệu đồng;" goes on below; items of one line each have one semicolon."""
        long = end - start > 0.75 * self.style.width and end - start > 2 * _SHORT
        return ending[-1] == ";" and long and self.text.count(";", start, end) > 1

    def _caps_join(self, draft: Draft, line: Line, ending: str) -> bool:
        """Two lines in capitals: one title cut in two, not two lines of a header."""
        start, end = draft.pieces[-1]
        if draft.kind == "label" or self.style.spaced:
            return is_open(ending) and not self._is_split_bold(start, end, line)
        if ending.lower().endswith(_NAME_OF_ACT):
            return False
        if head_of(self.text, line).startswith(_OF) and ending.count(" ") >= _TITLE_WORDS:
            return True
        return last_word(ending).lower() in OPEN_WORDS or (
            self.style.wrapped and self._is_full(start, end, line)
        )

    def _is_split_bold(self, start: int, end: int, line: Line) -> bool:
        return self._is_emphasised(start, end) and self._is_emphasised(line.start, line.end)

    def _is_full(self, start: int, end: int, line: Line) -> bool:
        """True where the next line's first word would not have fitted on this one."""
        word = len(head_of(self.text, line).split(" ", 1)[0])
        return fills(end - start, word, self.style.width)

    def _is_emphasised(self, start: int, end: int) -> bool:
        piece = self.text[start:end].strip(SPACE + "#")
        return piece[:1] in "*_" and piece[-1:] in "*_" and len(piece) > 2


def _is_cut(ending: str, head: str) -> bool:
    """True for a line that ends in a word whose figure or name begins the next one: "ngày 08 tháng"
    / "11 năm 2031", "Nghị định" / "86/2031/NĐ-CP", "Căn cứ" / "Luật Đầu tư"."""
    if head[0].isdigit():
        number = _NUMBER_AT.match(head) is not None and ending.endswith(_NUMBERED)
        return number or last_word(ending).lower() in TIMES
    if head[0].isupper() and (_BODY_CUT.search(ending) or _OF_LAW.search(ending)):
        return True
    if ending.endswith(_DONE) and _ACT_AT.match(head):
        return True
    if _NUMBER_CUT.search(ending) and head[:2].isupper():
        return True
    recital = ending.lstrip("-–+ ").startswith(_RECITAL)
    if recital and _LAW_CUT.search(ending) and _LAW_DATED.match(head):
        return True
    return ending.lower().endswith(_CLAUSES) and head.startswith(_PIN_HEADS)


def _is_bare_mark(text: str, draft: Draft) -> bool:
    """True where all there is of a block is its label or note mark."""
    start, end = draft.pieces[0]
    if len(draft.pieces) > 1 or end - start > 16 or draft.kind not in ("label", "note"):
        return False
    return start >= end or _BARE_MARK.fullmatch(text, start, end) is not None


def first_is_tail(head: str) -> bool:
    """True where a line begins with the end of a clause ("…, cụ thể.")."""
    return len(head) < 40 and head.rstrip(TRAIL)[-1:] in (".", ";")


def _is_unclosed(text: str, draft: Draft) -> bool:
    body = "".join(text[s:e] for s, e in draft.pieces[-3:])
    return body.count("(") > body.count(")")


def _has_sentence(text: str, draft: Draft) -> bool:
    """True where a numbered block is a text, not a bare title."""
    body = " ".join(text[s:e] for s, e in draft.pieces[:4])
    return re.search(rf"[{LOWER})”][.;:] +[*_]*[{LETTER}\d]|[,;].*[,;].*[,;]", body[4:]) is not None


def joins_without_space(ending: str, head: str) -> bool:
    """True where a document number or a year range was cut at its hyphen or slash."""
    if not ending or not head:
        return False
    if (
        ending[-1] in DASH + "/"
        and len(ending) > 1
        and (ending[-2].isdigit() or ending[-2].isupper())
    ):
        return head[0].isdigit() or head[0].isupper()
    return (
        head[0] in "-/"
        and len(head) > 2
        and head[1].isupper()
        and ending[-1:].isupper()
        and head[2].isupper()
    )
