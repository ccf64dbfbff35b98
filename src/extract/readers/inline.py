"""Inline marks: what inside a line does not belong to the text as it is meant to be read.

`find_edits` lists them in one pass over the whole text: emphasis, struck-through text, escapes,
tags, entities, odd white space, footnote calls, and places where two words are glued for certain.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from extract.readers.lines import CALL, SPACE, THIN
from extract.readers.powers import has_power, is_of_ten
from extract.values.letters import LETTER, LOWER, LOWERED, POWERS, UPPER, is_marked, is_syllable


@dataclass(slots=True)
class Edit:
    """text[start:end] reads `put`; `call` is a footnote marker taken out here (its place in
    the text is `call_start`..`call_end`), None for other edits."""

    start: int
    end: int
    put: str
    call: str | None = None
    call_start: int = 0
    call_end: int = 0


_ODD = SPACE.replace(" ", "")
_SUPER = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_MARK = re.compile(rf"[*_~\\<&$\[{_ODD}{THIN}{_SUPER}]")
_SPACES = re.compile(rf" [{SPACE}]+")
_GLUE = re.compile(rf"[{UPPER}](?:(?<=[{LOWER}].)|(?<=[{UPPER}][{UPPER}].)(?=[{LOWER}]))")
_STOP = re.compile(rf"[,;.:](?=[{LETTER}])")
_YEAR = re.compile(rf"/[12][09]\d\d(?=[{LOWER}]{{2}})")
# What begins with a letter or digit, and looks back behind it, is many times faster than what looks
# back first.
_TOLD = re.compile(rf"\d(?<=[{LETTER}].)")  # a space was lost, where the next two say so, too:
_TELLS = re.compile(  # "giảm79 người"
    rf"(?<![{LETTER}])(?i:giảm|tăng|còn|đạt|gồm|có|được|thêm|hơn|gần|khoảng|ở|từ|đến)\Z"
)
_NAMED = re.compile(  # "Hà Nội3.156,0": a name or noun and its figure
    rf"(?<=[{LETTER}][{LOWER}])(?<!\bkm)(?<!\bcm)(?<!\bdm)(?=\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?![\d.,/-]))"
)
_GAP = re.compile(  # "18.640. 000 đồng", "6 .287 ca": a blank beside the point of a number
    r"\d(?<![\d.,/-].)\d{0,2}(?:\.\d{3})*"
    rf"(?: (?=\.\d{{3}}(?![\d,]))|\.(?P<gap> )(?=\d{{3}}(?:\.\d{{3}})* [{LOWER}]{{2}}))"
)
_GROUPED = re.compile(  # 7.6O8, as OCR reads it
    r"\d(?<![\w.,/-].)\d{0,2}(?:\.(?=[Oo]*\d)[\dOo]{3})+(?!\w)"
)
_ROUND = re.compile(  # 6O,9%, 14/5O người, O5 cơ sở
    rf"(?<![\w.,-])(?:\d{{1,2}}O|O\d{{1,2}})(?:,\d{{1,2}})?(?=\s?%|\s[{LOWER}]{{2}})"
)
_PARTED = re.compile(  # "454, 08 ha": a blank behind the comma of a decimal
    r"(?<![\d.,/-])\d{1,3}(?:\.\d{3})*, (?=0\d (?:ha|km|kg|m2|m3|tỷ|tỉ|triệu|tấn|tạ)(?!\w))"
)
_LABELLED = re.compile(  # "theo Điều 12. 250 hộ …": the number ends a sentence
    r"(?i:(?:điều|khoản|điểm|mục|phần|chương|bảng|biểu|phụ lục|trang|tháng|ngày|quý|thứ"
    r"|(?<!tổng )(?<!dân )số) )\Z"
)
_TYPES = re.compile(  # "Nghịđịnh số 8": the name of a kind of document whose space was lost
    rf"[nNqQtTcCkKbB](?<![{LETTER}].)(?i:(?<=n)ghị(?=định|quyết)|(?<=q)uyết(?=định)|(?<=q)uy(?=định)"
    r"|(?<=t)hông(?=tư|báo)|(?<=c)hỉ(?=thị)|(?<=k)ế(?=hoạch)|(?<=t)ờ(?=trình)|(?<=b)áo(?=cáo))"
    rf"(?=[{LETTER}]{{2,5}} ?(?:số|s)? ?:? ?\d)"
)
_STAR = re.compile(r"\*+")
_UNDER = re.compile(r"_+")
_CAREFUL = frozenset(" \t\xa0)0123456789")
_BLANKS = re.compile(rf"[{SPACE}{THIN}]+")
_CALL = re.compile(CALL, re.VERBOSE)
_MARKED = r"[\[(]?\d{1,3}[\])]?"
_CALLS = re.compile(rf"<sup>\s*{_MARKED}(?:\s*[,;]\s*{_MARKED}){{1,9}}\s*</sup>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_BREAK = re.compile(r"<br\s?/?>", re.I)
_BLANK = str.maketrans(dict.fromkeys(SPACE.replace("\t", ""), " ") | dict.fromkeys(THIN, ""))
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
_LINK = re.compile(
    r"!?\[[^\[\]\n]{0,300}\]\((?:https?:|#|mailto:|[\w./%-]+\.\w{2,4})[^()\s]{0,300}\)"
)
STRUCK = re.compile(r"(?<![\w~])~~(?=[^\s~])[^~\n]{1,300}(?<!\s)~~(?!~)")
# "$12{,}5\%$": a figure as Markdown writes formulas, no sum of dollars.
_MATH = re.compile(
    r"\$(?=\S)(?:[\d.,%+\-–/=<>()\s]|\\[%,; ]|\\(?:approx|sim|leq?|geq?|times)(?![a-z])|\{,\}"
    r"|(?<![A-Za-z])k?m\^\{?[23]\}?){1,60}(?<=\S)\$(?!\d)"
)
_SIGNS = re.compile(r"\\(?=%)|\\(?P<sign>[,; ]|[a-z]+)|[{}^]")
_MEANT = {"approx": "≈", "sim": "≈", "times": "x"}
_NUMBER = re.compile(r"\d{1,3}|\*{1,3}|[ivx]{1,5}|[a-hđ]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
_RAISED = re.compile(f"[{POWERS}]")
_UNIT = re.compile(r"(?:^|[^A-Za-zÀ-ỹ])(?:[kcdmhµ]?m|ha)$")
_UNIT_APART = re.compile(r"(?:(?:nghìn|ngàn|triệu) |/ ?)m $")  # nghìn m [3]: a length has no scale
_WORD = re.compile(rf"[{LETTER}]+")
_BACK = re.compile(rf"[{LETTER}]+\Z")
_WINDOW = 24
_LONGEST = 6  # letters of what tells


def find_edits(text: str) -> list[Edit]:
    """All inline edits of `text` (NFC), in order, not overlapping."""
    out: list[Edit] = []
    add = out.append
    last = 0
    size = len(text)
    for m in _MARK.finditer(text):
        start = m.start()
        if start < last:
            continue
        if m[0] == "*":
            end = start + 1
            while end < size and text[end] == "*":
                end += 1
            last = end
            if end < size and text[end] not in _CAREFUL and text[start - 1] not in "\\(":
                add(Edit(start, end, ""))
                continue
        edits = _marks(text, start, m[0])
        for edit in edits:
            if edit.call is not None and edit is edits[0]:
                _with_brackets(text, edit)
                _widen(text, edit, out)
            add(edit)
            last = max(last, edit.end)
        last = max(last, start + 1)
    if "  " in text:
        for m in _SPACES.finditer(text):
            add(Edit(m.start(), m.end(), " "))
    for m in _GLUE.finditer(text):
        if _is_glued(text, m.start()):
            add(Edit(m.start(), m.start(), " "))
    for m in _STOP.finditer(text):
        at = m.start()
        before = text[at - 1] if at else " "
        if m[0] in ",;":
            if before.isalpha() or before in "”)":
                add(Edit(at + 1, at + 1, " "))
        elif before.islower() and text[at - 2 : at - 1].islower() and _opens_word(text, at + 1):
            add(Edit(at + 1, at + 1, " "))
    if "O" in text:
        for m in (*_GROUPED.finditer(text), *_ROUND.finditer(text)):
            out += [Edit(k, k + 1, "0") for k in range(*m.span()) if text[k] in "Oo"]
    for m in _GAP.finditer(text):
        if m["gap"] is None or _goes_on(text, m.start()):
            add(Edit(m.end() - 1, m.end(), ""))
    for m in _PARTED.finditer(text):
        add(Edit(m.end() - 1, m.end(), ""))
    for m in _TYPES.finditer(text):
        add(Edit(m.end(), m.end(), " "))
    for m in _TOLD.finditer(text):
        at = m.start()
        if _TELLS.search(text, max(0, at - _LONGEST), at) or _NAMED.match(text, at):
            add(Edit(at, at, " "))
    for m in _YEAR.finditer(text):
        add(Edit(m.end(), m.end(), " "))
    out.sort(key=lambda e: (e.start, e.end))
    return out


def _goes_on(text: str, at: int) -> bool:
    """True where the number that begins at `at` stands within a line and is no label: what follows
    its point is the rest of it."""
    before = text[max(0, at - _WINDOW) : at]
    inside = before[-1:] in " (" and before.rstrip(" (")[-1:] not in ("", "\n", ".", ";")
    return inside and _LABELLED.search(before) is None


def unmarked(source: str) -> str:
    """A stretch of the source without tags, entities, odd blanks and decomposed letters; its gaps
    stay."""
    if "<" in source or "&" in source:
        source = html.unescape(_TAG.sub("", _BREAK.sub("\n", source)))
    return unicodedata.normalize("NFC", source.translate(_BLANK))


def _opens_word(text: str, at: int) -> bool:
    return text[at].isupper() and text[at + 1 : at + 2].islower()


def _marks(text: str, start: int, char: str) -> list[Edit]:
    """The edits for a mark that stands at `start`."""
    if char == "*":
        m = _STAR.match(text, start)
        end = m.end() if m else start + 1
        if _is_star_bullet(text, start, end):
            return [Edit(start, end - 1, "")] if end - start > 1 else []
        return [] if _kept_star(text, start, end) else [Edit(start, end, "")]
    if char == "_":
        m = _UNDER.match(text, start)
        end = m.end() if m else start + 1
        return [Edit(start, end, "")] if _is_emphasis(text, start, end) else []
    if char == "~":
        m = STRUCK.match(text, start)
        if m is not None:
            return [Edit(start, m.end(), "")]
        return [Edit(start, start + 2, "")] if text.startswith("~~", start) else []
    if char == "<":
        m = _CALL.match(text, start)
        if m:
            return _call(text, start, m.end())
        m = _CALLS.match(text, start)
        if m:
            return _calls(text, start, m.end())
        if text.startswith("<!--", start):
            close = text.find("-->", start, start + 5000)
            return [Edit(start, close + 3, "")] if close > 0 else []
        m = _TAG.match(text, start)
        if m is None:
            return []
        spaced = m[0][:3].lower() in ("<br", "</t", "</p", "</d", "</l")
        return [Edit(start, m.end(), " " if spaced else "")]
    if char == "[":
        m = _CALL.match(text, start)
        if m:
            return _call(text, start, m.end())
        m = _LINK.match(text, start)
        return _link(text, start, m.end()) if m else []
    if char == "\\":
        if _CALL.match(text, start):
            m = _CALL.match(text, start)
            return _call(text, start, m.end()) if m else []
        after = text[start + 1 : start + 2]
        return (
            [Edit(start, start + 1, "")]
            if after and not (after.isalnum() or after.isspace())
            else []
        )
    if char == "&":
        m = _ENTITY.match(text, start)
        read = html.unescape(m[0]) if m else ""
        if m is None or read == m[0] or len(read) != 1:
            return []
        return [Edit(start, m.end(), " " if read.isspace() else read)]
    if char == "$":
        m = _CALL.match(text, start)
        if m is not None:
            return _call(text, start, m.end())
        m = _MATH.match(text, start)
        return _formula(text, start, m.end()) if m is not None else []
    if char in POWERS:
        m = _CALL.match(text, start)
        return _call(text, start, m.end()) if m else []
    m = _BLANKS.match(text, start)
    end = m.end() if m else start + 1
    thin_only = not any(c.isspace() for c in text[start:end])
    return [Edit(start, end, "" if thin_only else " ")]


def _formula(text: str, start: int, end: int) -> list[Edit]:
    """The edits for a figure between dollar signs: these go, and signs of TeX read as they mean."""
    if not any(c.isdigit() for c in text[start:end]):
        return []
    signs = _SIGNS.finditer(text, start, end)
    inner = [Edit(m.start(), m.end(), _MEANT.get(m["sign"] or "", "")) for m in signs]
    return [Edit(start, start + 1, ""), *inner, Edit(end - 1, end, "")]


def _widen(text: str, edit: Edit, out: list[Edit]) -> None:
    """A call before a comma or full stop takes the space before it along."""
    nxt = text[edit.end : edit.end + 8].lstrip("*_")[:1]
    if nxt.isalnum() or nxt in ("(", "“", '"'):
        return
    at = edit.start
    while at and text[at - 1] in " \t\xa0*_":
        at -= 1
    if at < edit.start and any(c.isspace() for c in text[at : edit.start]):
        while out and out[-1].start >= at:
            out.pop()
        edit.start = at


def _with_brackets(text: str, edit: Edit) -> None:
    """A raised call takes the brackets around it along: `99(¹)`, `99 [<sup>1</sup>]`."""
    around = text[edit.start - 1 : edit.start] + text[edit.end : edit.end + 1]
    if around in ("()", "[]", "⁽⁾"):
        edit.start -= 1
        edit.end += 1


def _is_star_bullet(text: str, start: int, end: int) -> bool:
    """True for `* text` at the head of a line (`** text*` is such a line in italics)."""
    if text[end : end + 1] not in (" ", "\t", "\xa0") or end - start > 3:
        return False
    at = start
    while at and text[at - 1] in " \t\xa0\\":
        at -= 1
    if at and text[at - 1] not in "\n\r\x0c":
        return False
    stop = text.find("\n", end)
    rest = text[end : stop if stop >= 0 else len(text)].strip(SPACE + THIN)
    return bool(rest.strip("*_")) and not (end - start > 1 and rest.endswith("**"))


def _kept_star(text: str, start: int, end: int) -> bool:
    """True for a star that is a sign of its own: `(*)`, `2 * 3`, an escaped one."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before == "\\" and end - start == 1:
        return True
    if before == "(" and after == ")":
        return True
    if end - start == 1:
        if before == " " and after == " ":
            return start >= 2 and text[start - 2].isalnum()
        return before.isdigit() and after.isdigit()
    return False


def _is_emphasis(text: str, start: int, end: int) -> bool:
    """True for underscores at a word's edge (not a blank to fill in, not a_name)."""
    if end - start > 3 or (start and text[start - 1] in "\\_"):
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return before.isalnum() != after.isalnum() or not (before.isalnum() or after.isalnum())


def _call(text: str, start: int, end: int) -> list[Edit]:
    """The edit for a footnote call, or for a power such as m<sup>2</sup>."""
    whole = text[start:end]
    m = _NUMBER.search(whole, _mark_at(whole))
    if m is None:
        return []
    marker = m[0].translate(LOWERED)
    before = text[max(0, start - 4) : start]
    apart = "<" not in whole and _UNIT_APART.search(text, max(0, start - 9), start)
    if marker in ("2", "3") and (apart or _UNIT.search(before)):
        at = start + m.start()
        if m[0].isascii():
            return [Edit(start, at, ""), Edit(at + len(m[0]), end, "")]
        return []
    if is_of_ten(text, start, m[0]):
        return []
    if has_power(text, start, m[0]):
        return _call(text, start + 1, end)
    nxt = text[end : end + 1]
    if "[" in whole and "<" not in whole and (before[-1:] in ("=", "+") or nxt in ("=", "+", "(")):
        return []
    at = start + m.start()
    if nxt in (",", ";") and _RAISED.match(whole) and _RAISED.match(text, end + 1):
        end += 1  # the comma between `²,³`
    return [Edit(start, end, "", marker, at, at + len(m[0]))]


def _calls(text: str, start: int, end: int) -> list[Edit]:
    """The edits for several calls in one `<sup>` tag, each up to the comma behind it."""
    numbers = list(re.finditer(r"\d+", text[start:end]))
    ends = [start + m.start() for m in numbers[1:]] + [end]
    starts = [start, *ends[:-1]]
    return [
        Edit(a, b, "", m[0], start + m.start(), start + m.end())
        for m, a, b in zip(numbers, starts, ends, strict=True)
    ]


def _mark_at(whole: str) -> int:
    """Where in a call's text the marker proper may begin (past the tag or bracket)."""
    for opener in ("<sup>", "[", "$"):
        at = whole.find(opener)
        if at >= 0:
            return at + len(opener)
    return 0


def _link(text: str, start: int, end: int) -> list[Edit]:
    """A Markdown link reads as its text, an image as nothing."""
    if start and text[start - 1] == "!":
        return [Edit(start - 1, end, "")]
    close = text.index("](", start)
    return [Edit(start, start + 1, ""), Edit(close, end, "")]


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
