"""Slips of typing and OCR that are certain: blanks lost between words or before a figure, blanks
within a number, the letters O and l for a zero and a one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.readers.text.edits import Edit
from extract.values.letters import LETTER, LOWER, UPPER, is_marked, is_syllable

# What begins with a letter or digit, and looks back behind it, is many times faster than what looks
# back first.
_GLUE = re.compile(rf"[{UPPER}](?:(?<=[{LOWER}].)|(?<=[{UPPER}][{UPPER}].)(?=[{LOWER}]))")
_STOP = re.compile(rf"[,;.:](?=[{LETTER}])")
_YEAR = re.compile(rf"/[12][09]\d\d(?=[{LOWER}]{{2}})")
_TOLD = re.compile(rf"\d(?<=[{LETTER}].)")  # a space was lost, where the next two say so, too:
_TELLS = re.compile(  # "giảm79 người"
    rf"(?<![{LETTER}])(?i:giảm|tăng|còn|đạt|gồm|có|được|thêm|hơn|gần|khoảng|ở|từ|đến|là|chiếm|bằng"
    r"|vượt|với|tới|lên|xuống|mỗi|những)\Z"
)
_TELLS_GLUED = re.compile(  # "chế tạotăng1,36%"
    rf"(?<![{LETTER}])(?P<left>[{LETTER}]{{2,7}})(?i:giảm|tăng|đạt|chiếm|khoảng)\Z"
)
_MEASURED = re.compile(  # "tỷ lệ12,5%", "kinh phí35 tỷ": what no call of a note is followed by
    rf"(?<=[{LETTER}][{LOWER}])(?<!\b[kcd]m)"
    r"(?=\d{1,4}(?:,\d{1,2})?(?: ?%| (?:tỷ|tỉ|triệu|nghìn|ha|tấn|km)(?!\w)))"
)
_NAMED = re.compile(  # "Hà Nội3.156,0": a name or noun and its figure
    rf"(?<=[{LETTER}][{LOWER}])(?<!\bkm)(?<!\bcm)(?<!\bdm)(?=\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?![\d.,/-]))"
)
_TYPES = re.compile(  # "Nghịđịnh số 8": the name of a kind of document whose space was lost
    rf"[nNqQtTcCkKbB](?<![{LETTER}].)(?i:(?<=n)ghị(?=định|quyết)|(?<=q)uyết(?=định)|(?<=q)uy(?=định)"
    r"|(?<=t)hông(?=tư|báo)|(?<=c)hỉ(?=thị)|(?<=k)ế(?=hoạch)|(?<=t)ờ(?=trình)|(?<=b)áo(?=cáo))"
    rf"(?=[{LETTER}]{{2,5}} ?(?:số|s)? ?:? ?\d)"
)
_GAP = re.compile(  # "18.640. 000 đồng", "6 .287 ca": a blank beside the point of a number
    r"\d(?<![\d.,/-].)\d{0,2}(?:\.\d{3})*"
    rf"(?: (?=\.\d{{3}}(?![\d,]))|\.(?P<gap> )(?=\d{{3}}(?:\.\d{{3}})* [{LOWER}]{{2}}))"
)
_BEHIND_POINT = re.compile(r"\. \d{3}")
_PARTED = re.compile(  # "454, 08 ha": a blank behind the comma of a decimal
    r"\d(?<![\d.,/-].)\d{0,2}(?:\.\d{3})*, (?=0\d (?:ha|km|kg|m2|m3|tỷ|tỉ|triệu|tấn|tạ)(?!\w))"
)
_LABELLED = re.compile(  # "theo Điều 12. 250 hộ …": the number ends a sentence
    r"(?i:(?:điều|khoản|điểm|mục|phần|chương|bảng|biểu|phụ lục|trang|tháng|ngày|quý|thứ"
    r"|(?<!tổng )(?<!dân )số) )\Z"
)
_AS_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1"}
_LETTER_DIGIT = re.compile(r"[OolI](?:(?<=\d.)|(?=\d))")  # what the next two hold
_GROUPED = re.compile(  # 7.6O8, l.245, as OCR reads them
    r"(?:\d|l(?=\.))(?<![\w.,/-].)\d{0,2}(?:\.(?=[OolI]*\d)[\dOolI]{3})+(?!\w)"
)
_ROUND = re.compile(  # 6O,9%, 14/5O người, O5 cơ sở, l5 hộ, 2I4 hộ; "2l" are litres
    rf"(?<![\w.,-])(?:\d{{1,2}}O|[Ol]\d{{1,2}}|\d(?:[OlI]\d|\d[OlI])\d?|[Ol]O\d)(?<!l)"
    rf"(?:,\d{{1,2}})?(?=\s?%|\s[{LOWER}]{{2}})"
)
_PERCENT = re.compile(r"(?<=\d)[^\S\n]?(?:[°º]/[o0]|o/o)(?!\w)")  # % as OCR reads it
_ONE = re.compile(r"(?:Điều|ĐIỀU) l(?=[.:] )(?<![^\s*].{6})")  # "Điều l. Phạm vi", as OCR reads 1
_SPECK = re.compile(r"(?:ngày|tháng|năm)(?P<speck> [|!;°])(?= \d{1,4}(?!\d))")  # "tháng | 10"
_WORD = re.compile(rf"[{LETTER}]+")
_BACK = re.compile(rf"[{LETTER}]+\Z")
_WINDOW = 24
_LONGEST = 6  # letters of the longest word that tells, and the one before it


def lost_blanks(text: str) -> Iterator[Edit]:
    """The blanks that a text has lost between two words, behind a mark and before a figure."""
    for m in _GLUE.finditer(text):
        if _is_glued(text, m.start()):
            yield _blank(m.start())
    for m in _STOP.finditer(text):
        if _ends_word(text, m.start()):
            yield _blank(m.end())
    for m in _TYPES.finditer(text):
        yield _blank(m.end())
    for m in _TOLD.finditer(text):
        at = m.start()
        told = _TELLS.search(text, max(0, at - _LONGEST), at) or _NAMED.match(text, at)
        glued = _TELLS_GLUED.search(text, max(0, at - _WINDOW), at)
        if glued is not None and is_syllable(glued["left"]):
            yield from (_blank(glued.end("left")), _blank(at))
        elif told or _MEASURED.match(text, at):
            yield _blank(at)
    for m in _YEAR.finditer(text):
        yield _blank(m.end())


def slips_in_numbers(text: str) -> Iterator[Edit]:
    """The blanks within numbers, the letters that are digits, and specks before a number of a
    date."""
    if _LETTER_DIGIT.search(text):
        for m in (*_GROUPED.finditer(text), *_ROUND.finditer(text)):
            meant = ((k, _AS_DIGITS.get(text[k])) for k in range(*m.span()))
            yield from (Edit(k, k + 1, digit) for k, digit in meant if digit is not None)
    if "/o" in text or "°/0" in text:
        for m in _PERCENT.finditer(text):
            yield from (Edit(m.start(), m.end() - 1, ""), Edit(m.end() - 1, m.end(), "%"))
    for m in _SPECK.finditer(text):
        yield Edit(*m.span("speck"), "")
    for m in _ONE.finditer(text):
        yield Edit(m.end() - 1, m.end(), "1")
    if " ." in text or _BEHIND_POINT.search(text):
        for m in _GAP.finditer(text):
            if m["gap"] is None or _goes_on(text, m.start()):
                yield Edit(m.end() - 1, m.end(), "")
    for m in _PARTED.finditer(text):
        yield Edit(m.end() - 1, m.end(), "")


def _blank(at: int) -> Edit:
    return Edit(at, at, " ")


def _ends_word(text: str, at: int) -> bool:
    """True where the mark at `at` ends a word, so that the letter behind it begins another."""
    before = text[at - 1] if at else " "
    if text[at] in ",;":
        return before.isalpha() or before in "”)"
    in_word = before.islower() and text[at - 2 : at - 1].islower()
    return in_word and text[at + 1].isupper() and text[at + 2 : at + 3].islower()


def _goes_on(text: str, at: int) -> bool:
    """True where the number that begins at `at` stands within a line and is no label: what follows
    its point is the rest of it."""
    before = text[max(0, at - _WINDOW) : at]
    inside = before[-1:] in " (" and before.rstrip(" (")[-1:] not in ("", "\n", ".", ";")
    return inside and _LABELLED.search(before) is None


def _is_glued(text: str, at: int) -> bool:
    """True where a word ends and another begins at `at` with no space between, for certain.

    `đạoỦy`, `vịTrong`, `TWSau`; not kWh, GRDPx, McC, VietGAP, VNeID, CTr.
    """
    back = _BACK.search(text, max(0, at - _WINDOW), at)
    ahead = _WORD.match(text, at, at + _WINDOW)
    if back is None or ahead is None:
        return False
    left, right = back[0], ahead[0]
    if left[-1].islower():
        if not (left[1:].islower() and len(left) > 1 and is_syllable(left)):
            return False
        head = _first_word(right)
        if head is None:
            return False
        if head.isupper():
            return len(head) > 1 and is_marked(left)
        return (
            len(head) > 1
            and is_syllable(head)
            and (is_marked(left) or is_marked(head) or (len(left) > 2 and len(head) > 2))
        )
    if len(left) < 2 or not left.isupper():
        return False
    head = _first_word(right)
    if head is None or len(head) < 3 or not is_syllable(head):
        return False
    before = text[at - len(left) - 1 : at - len(left)]
    return is_marked(head[1:]) or before in ("/", "-")


def _first_word(run: str) -> str | None:
    """The capitalised word or the code that a run of letters begins with."""
    if len(run) < 2:
        return run or None
    n = 1
    if run[1].islower():
        while n < len(run) and run[n].islower():
            n += 1
    else:
        while n < len(run) and run[n].isupper():
            n += 1
    return run[:n]
