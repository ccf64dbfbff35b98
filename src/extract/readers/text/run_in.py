"""Where a document that was flattened into one line had its lines: head, recitals, labels.

Pages made of PDF files often keep a whole document, or a whole article, in one line: "… QUYẾT ĐỊNH:
Điều 1. Ban hành … . Điều 2. Quyết định này …". A label opens a line where the one that goes on from
it follows in the same line, and the head where the country's name stands inside the line.
"""

from __future__ import annotations

import re

_LONG = 300  # characters of a line that may be a document run together
_HEAD = 700  # characters in which the head stands
_UP = "A-ZÀ-ỸĐ"
_WORD = rf"[{_UP}][^\W\d_]*"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_END = r"(?<=[.;:/”\"')]) "
_AFTER = rf"(?:(?<=[.;:/”\"')])|(?<=[{_UP}][{_UP}])) "  # a sentence's end, or a title in capitals
_TITLED = r"(?<=[^\W\d_]) (?=1[.)/])"  # the first label below a title, where `_title` finds one
_TITLE = re.compile(rf" (?:[IVX]{{1,4}}|[A-H])[.)/] [{_UP}][^.;:]{{2,80}}\Z")
_LABELS = (  # (what its first label is written as, the form)
    (("Điều 1",), re.compile(rf"{_END}(?=Điều (?P<n>\d{{1,3}})[.:] ?[{_UP}“\"])")),
    (
        (" I. ",),
        re.compile(
            rf"(?<!Chương)(?<!Phần)(?<!Mục)(?<!khóa)(?<!khoá) (?=(?P<n>[IVX]{{1,4}})\. [{_UP}])"
        ),
    ),
    ((" I)", " I/"), re.compile(rf"{_AFTER}(?=(?P<n>[IVX]{{1,4}})[)/] ?[{_UP}])")),
    ((" A. ", " A) ", " A/ "), re.compile(rf"{_AFTER}(?=(?P<n>[A-H])[.)/] [{_UP}]{{2}})")),
    (
        (" 1. ", " 01. "),
        re.compile(rf"(?:{_AFTER}|{_TITLED})(?=(?P<n>\d{{1,2}})\. [{_UP}])"),
    ),
    (
        (" 1) ", " 1/ ", " 01) ", " 01/ "),
        re.compile(rf"(?:{_AFTER}|{_TITLED})(?=(?P<n>\d{{1,2}})[)/] [{_UP}])"),
    ),
    ((" a) ",), re.compile(rf"{_END}(?=(?P<n>[a-zđ])\) [{_UP}])")),
    (
        (".1",),
        re.compile(
            rf"(?:{_AFTER}|(?<=[^\W\d_]) (?=\d{{1,2}}\.1[./]? ))"
            rf"(?=(?P<of>\d{{1,2}})\.(?P<n>\d{{1,2}})[./]? [{_UP}])"
        ),
    ),
)
_DASH = re.compile(rf" (?=[-–] [{_UP}])(?<=[.;:] )")
_TYPES = (
    "QUYẾT ĐỊNH|NGHỊ QUYẾT|BÁO CÁO|KẾ HOẠCH|THÔNG BÁO|CHỈ THỊ|TỜ TRÌNH|CÔNG ĐIỆN|NGHỊ ĐỊNH"
    "|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|KẾT LUẬN|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|BIÊN BẢN"
)
_COUNTRY = re.compile(r" (?=(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM))")
_CUTS = re.compile(
    rf" (?=Độc lập ?[-–] ?Tự do)|(?<=Hạnh phúc) |(?<=VIỆT NAM) | (?=Số ?: ?\S)"
    rf"|(?<![a-zà-ỹđ]) (?={_WORD}(?: {_WORD}){{0,3}}, ?ngày [\d.… ]{{1,6}}tháng)"
    rf"|(?<=tháng \d\d năm \d{{4}}) |(?<=tháng \d năm \d{{4}}) "
    rf"|(?<=\d) (?=(?:{_TYPES}) [{_UP}“\"])"
    rf"|(?<=QUYẾT ĐỊNH) (?=[{_UP}“\"])|(?<=BÁO CÁO) (?=[{_UP}])|(?<=KẾ HOẠCH) (?=[{_UP}])"
    rf"|(?<=NGHỊ QUYẾT) (?=[{_UP}])|(?<=THÔNG BÁO) (?=[{_UP}])"
)
_RECITALS = re.compile(
    rf"(?<=;) (?=(?:Căn cứ|Theo đề nghị|Xét) )|(?<=[{_UP}”\"]) (?=Căn cứ [{_UP}])"
    r"|(?<=[,;.]) (?=(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT) ?:)"
)


def run_in(text: str, start: int, end: int) -> list[int]:
    """The blanks of the line text[start:end] at which lines ended before it was flattened."""
    if end - start < _LONG:
        return []
    cuts = _head_cuts(text, start, end)
    for firsts, form in _LABELS:
        if any(text.find(first, start, end) >= 0 for first in firsts):
            cuts += _labels(form, text, start, end)
    dashes = [m.start() for m in _DASH.finditer(text, start, end)]
    return sorted({*cuts, *(dashes if len(dashes) > 1 else ())})


def _head_cuts(text: str, start: int, end: int) -> list[int]:
    """The blanks in a head whose country's name stands inside the line, and in its recitals."""
    country = _COUNTRY.search(text, start, min(end, start + _HEAD))
    if country is None:
        return []
    head = min(end, country.end() + _HEAD)
    cuts = [country.start(), *(m.start() for m in _CUTS.finditer(text, country.end(), head))]
    again = text.find(f" {text[start : country.start()].strip()} Căn cứ", country.end(), end)
    cuts += [again] if again > 0 else []  # the body's name above the recitals
    return cuts + [m.start() for m in _RECITALS.finditer(text, country.end(), end)]


def _labels(form: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    """The blanks before labels of one form that count up from the first one, two or more."""
    runs: list[list[int]] = []
    last = 0
    for m in form.finditer(text, start, end):
        n = _ordinal(m["n"])
        before = text[max(start, m.start() - 90) : m.start()]
        if before[-1:].isalpha() and not before[-2:].isupper() and not _TITLE.search(before):
            continue
        if n == 1:
            runs.append([m.start()])
        elif runs and n == last + 1:
            runs[-1].append(m.start())
        else:
            continue
        last = n
    return [at for run in runs if len(run) > 1 for at in run]


def _ordinal(label: str) -> int:
    """The place of a label in its own sequence; 0 where it has none."""
    if label.isdigit():
        return int(label)
    if label in _ROMANS:
        return _ROMANS.index(label) + 1
    return _LETTERS.find(label.lower()) + 1
