"""Lines of a plain text or Markdown file and what each of them is.

A line is told by its beginning alone: bullet, label, note body, table row, page number,
rule; what it continues is decided in `layout`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.readers.text.run_in import run_in
from extract.values.letters import LOWER, UPPER
from extract.values.ready import ready

BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
SPACE = " \t\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
THIN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"  # zero width, soft hyphen
DASH = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_DOTS = "\u2022\u25cf\u25aa\u25e6\u25cb\u25a0\u25a1\u25fb\u25ba\u27a2\u2713\u2714"
_DOTS += "\u2023\u2192\u21d2\u25b6\u25c6\u25c7\u25ca\u2605\u2606\u2610\u2666\u26ab"
_DOTS += "\u274d\u274f\u2751\u2794\u27a4\u2b24\u2b9a"
BULLET = f"[{DASH}+*{_DOTS}\u00b7\u2219\u2043\u2756\uf000-\uf0ff]"
LETTERED = "[ovqüØø§~]"  # bullets of symbol fonts as other fonts show them; a capital follows
_S = f"[{SPACE}{THIN}]"
_AFTER = rf"(?=[*_\"“”(\[]*[{UPPER}])"  # what follows a label that has no space after it

_E = r"[*_]{0,3}"  # emphasis that ends right after the label
_ROMAN = r"(?:[IVX]{1,6}|HI|IH)"  # III, as OCR reads it
_TWO = rf"(?:/{_S}?[{DASH}.]|\.[{DASH}/])"  # I/-, 1./, a.-
_NAMED = rf"(?!\ *[,;)]|\ +[{LOWER}])"  # "Chương II của ..." is no label
LABEL = rf"""
    (?:(?:PHẦN|Phần)\ +(?:(?:THỨ|thứ|Thứ)\ +[{LOWER}{UPPER}]+|[IVX]+|\d{{1,2}}|[A-Z])
        (?![{LOWER}{UPPER}\d])
      |(?:CHƯƠNG|Chương|TIỂU\ MỤC|Tiểu\ mục|MỤC|Mục)\ +(?:[IVXLC]+|\d{{1,3}})\b{_NAMED}
      |(?:ĐIỀU|Điều)\ +(?:\d{{1,4}}[a-zđ]?|[IVX]{{1,6}}|l)(?:{_S}*[.:]|{_S}*$)
      |(?:PHỤ\ LỤC|Phụ\ lục)(?:\ +(?:SỐ|số|Số))?\ +(?:[IVX]+|\d{{1,2}}|[A-Z])\b{_NAMED}
    )[.:]?
    |{_ROMAN}{_S}?(?:{_TWO}|\\?[.):]|[{DASH}/](?!\d)){_E}(?:{_S}+(?=\S)|(?=[*_]*[{UPPER}]{{2}}|[*_]*[{UPPER}][{LOWER}]))
    |[A-EGHKLMNĐ]{_S}?(?:(?:{_TWO}|\\?[.)/]){_E}{_S}+|{_S}?[{DASH}]{_E}{_S}+)(?=[*_"“]*[{UPPER}][{UPPER}{LOWER}{SPACE}])
    |\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}(?![\d,])(?:{_S}?(?:{_TWO}|\\?[.)/:]){_S}*(?=[^\d\s,;])|{_S}?[{DASH}]{_S}+(?=[^\d\s])|{_S}*{_AFTER})
    |(?:[a-zđ]|{_ROMAN}|[A-EGHKLMNĐ])\.\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}(?![\d,%])
        (?:{_S}?\\?[.)/:]{_E}{_S}*(?=[^\d\s,;])|{_S}?[{DASH}]{_E}{_S}+(?=[^\d\s])|{_S}*{_AFTER})
    |(?!m[23]\b)[a-zđ]\d{{1,2}}{_S}?\\?[.)]{_E}{_S}*{_AFTER}
    |\d{{1,3}}{_S}?\\?[.)]{_S}*(?=[^\d\s,;.)])
    |\d{{1,3}}{_S}?(?:{_TWO}|/){_E}{_S}+(?=[^\d\s])
    |\d{{1,3}}{_S}?[{DASH}]{_E}(?:{_S}+(?=[*_"“]*[{UPPER}])|(?=[{UPPER}][{LOWER}]+{_S}))
    |[a-zđ]{_S}?\\?\){_S}*(?=\S)
    |[a-zđ](?:{_TWO}|\\?[./]){_E}{_S}+(?=\S)
    |[a-zđ]{_S}?[{DASH}]{_E}{_S}+(?=[*_"“]*[{UPPER}])
    |(?:i{{1,3}}|iv|vi{{0,3}}|ix|x)\\?[.)/]{_S}*(?=\S)
    |\({_S}?(?:\d{{1,2}}|[a-zđ]|[ivx]{{2,5}}){_S}?\){_S}*(?=[^\s,;.])
    |(?:Một|Hai|Ba|Bốn|Tư|Năm|Sáu|Bảy|Bẩy|Tám|Chín|Mười|MỘT|HAI|BA|BỐN|NĂM)\ (?:là|LÀ)\b
    |(?:Thứ|THỨ)\ (?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|NHẤT|HAI|BA|TƯ|NĂM)\b(?=[*_]*[,:])
"""
CALL = r"""(?:<sup>\s*[\[(]?\\?(?:\d{1,3}|\*{1,3}|[ivx]{1,5}|[a-hđ])[\])]?\s*</sup>
    |[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+
    |\^[\[(]?\d{1,3}[\])]?\^
    |\[?\\?\[\^?\d{1,3}\\?\]\]?(?:\(\#[^)\s]*\))?
    |\$\s*(?:\{\s*\}\s*)?\^\s*\{?\s*[\[(]?\d{1,3}[\])]?\s*\}?\s*\$)"""

_TAGS = "(?i:p|b|i|u|em|strong|span|font|center|div|li|section|article)"
OPENING = rf"<{_TAGS}\b[^<>\n]{{0,200}}>"  # a tag that stands before a line's own text
CLOSING = rf"</{_TAGS}>|<(?i:br)\s?/?>"
_LINE = ready(
    rf"""
    (?:[{SPACE}{THIN}>]|{OPENING})*+
    (?:(?P<hash>\#{{1,6}})[{SPACE}]*+)?+
    (?:
      (?P<empty>(?:[*{SPACE}\\]|{CLOSING})*\Z)
     |(?P<rule>[*]*(?:\\?[{DASH}_=~\u2500\u2501]{_S}*)+[*]*\Z|\{{\d+\}}-+\Z|<hr\s*/?>\Z|\\newpage\Z)
     |(?P<page>(?:[*_(\[]|[{DASH}=]{{2,}}{_S}+)*(?:(?:[Tt]rang|TRANG|[Pp]age|PAGE){_S}*(?:số{_S}*)?\d{{1,4}}(?:{_S}*(?:/|of|trên){_S}*\d{{1,4}})?
        |[{DASH}]{_S}*\d{{1,4}}{_S}*[{DASH}]|\d{{1,4}}{_S}*\|{_S}*(?:[Pp]age|[Tt]rang))(?:[*_)\]]|{_S}+[{DASH}=]{{2,}})*\Z
        |https?://\S{{1,300}}{_S}+\d{{1,4}}/\d{{1,4}}\Z
        |(?:Thời{_S}gian|Ngày|Giờ){_S}ký{_S}*:{_S}*\d[{DASH}\d/.:+{SPACE}]+\Z
        |<page_number>.*</page_number>\Z
        |[{DASH}<!=*_(\[{SPACE}]*(?i:page{_S}?[_-]?{_S}?break|ngắt{_S}trang)[{DASH}>=*_)\]{SPACE}]*\Z
        |\S{{1,40}}[.{SPACE}](?:D[OỌÓ0]CX?|[dD]ocx?|PDF|pdf)\.?{_S}*\d{{1,3}}\Z
        |(?=.*(?:awSoft|3930{_S}?3279|VienPhapLuat))(?:\W*+(?:\w{{0,3}}[sS]oft|Law|[Tt]el|3930|3279|www|Th\w{{1,3}}VienPhapLuat|\w{{1,2}})(?!\w))++\W*\Z)
     |(?P<bare>[*_]*\d{{1,4}}(?:{_S}*/{_S}*\d{{1,4}})?[*_]*\Z)
     |(?P<table>\||(?i:<table))
     |(?P<note>[*_{SPACE}]*{CALL}[*_]*:?)
     |(?P<bullet>(?:\*\*?(?=\*{_S}))?\\?(?:{BULLET}{_S}+(?=\S)|{LETTERED}{_S}+(?=[{UPPER}])|[{DASH}+\u2022](?=[*_]*[{UPPER}][{LOWER}]+{_S})))
     |(?P<embullet>[*_]{{1,3}}\\?(?:[{DASH}+\u2022]{_S}+(?=\S)|\\?\*{_S}+(?=\S)))
     |(?P<label>[*_]{{0,3}}{_S}*(?:{LABEL})
        |[*_]{{0,3}}(?:\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\.?|\d{{1,2}}[.)/]|[a-zđ]\)|{_ROMAN}[.]|\(\d\))[*_]{{0,3}}{_S}*\Z)
     |(?P<text>)
    )
    """,
    re.VERBOSE,
)


_Match = Callable[[str, int, int], "re.Match[str] | None"]


@dataclass(slots=True)
class Line:
    """One physical line: `start`..`end` in the text (line break not included), what it is
    (`kind`), where its head (bullet, label, note mark) ends, its Markdown heading level."""

    start: int
    end: int
    kind: str
    head: int
    level: int


_WORDY = re.compile(
    "Phần|Chương|Mục|Tiểu mục|Điều|Phụ lục|Thứ|Một là|Hai là|Ba là|Bốn là|Tư là|Năm là|Sáu là|"
    "Bảy là|Bẩy là|Tám là|Chín là|Mười là|[Tt]rang|[Pp]age|https?:|www|Law|Soft|Ngắt|"
    "Thời gian ký|Ngày ký|Giờ ký|[ivx]{2,4}[.)/]"
)
_WRITTEN = re.compile(rf"(?:\\r)?\\n|(?:{BREAK.pattern})")
_MANY = 8  # breaks that are written out
_LONE_BAR = re.compile(r"^\|[ \t]*\r?$", re.MULTILINE)
_LONGEST_CELL = 1_000  # characters between two bars that stand alone
_UNBARRED = re.compile(r"\n[ \t]*[^|\s]")
_BARS_END = re.compile(r"\n\|[ \t]*(?:\r?\n[ \t]*(?:\r?\n|\Z)|\Z)")


def split_lines(text: str) -> list[Line]:
    """All lines of `text` with their kinds: blank, text or a group name of the line regex.

    A form feed makes a line of kind "feed" where the page breaks; a table whose bars stand
    alone on their lines is one line of kind "bars".
    """
    out: list[Line] = []
    add = out.append
    at, size, barless = 0, len(text), 0
    match = _LINE.match
    form = _written_out(text)
    breaks = form.finditer(text)
    while True:
        m = next(breaks, None)
        end = m.start() if m is not None else size
        if at == end:
            if m is None:
                return out
            add(Line(at, end, "blank", at, 0))
        elif end - at == 1 and text[at] == "|" and at >= barless:
            bars, barless = _bars_end(text, at)
            if bars:
                add(Line(at, bars, "bars", bars, 0))
                at = bars
                breaks = form.finditer(text, at)
                m = next(breaks, None)
            else:
                add(_kinded(match, text, at, end))
        else:
            for cut in run_in(text, at, end):
                add(_kinded(match, text, at, cut))
                at = cut + 1
            add(_kinded(match, text, at, end))
        if m is None:
            return out
        at = m.end()
        if m[0] == "\x0c":
            add(Line(at, at, "feed", at, 0))


def _written_out(text: str) -> re.Pattern[str]:
    """How lines break in `text`: where most breaks are written out as "\\n", as in the strings of
    JSON files, these count, too."""
    written = text.count("\\n")
    return _WRITTEN if written >= _MANY and written > 2 * text.count("\n") else BREAK


def _kinded(match: _Match, text: str, start: int, end: int) -> Line:
    """A line that is not blank."""
    if _is_plain(text, start, end):
        return Line(start, end, "text", start, 0)
    return _line(match, text, start, end)


def kind_of(line: str) -> str:
    """The kind of a line that is not blank and stands alone."""
    return kinded(line, 0, len(line)).kind


def kinded(text: str, start: int, end: int) -> Line:
    """The line text[start:end], which is not blank, with its kind."""
    return _kinded(_LINE.match, text, start, end)


def _is_plain(text: str, start: int, end: int) -> bool:
    """True for a line that begins with a word, as no other kind of line does."""
    return (
        text[start].isalpha()
        and text[start + 1 : start + 2].islower()
        and not _WORDY.match(text, start, end)
    )


def _bars_end(text: str, start: int) -> tuple[int, int]:
    """(end, until): where a table ends whose bars stand alone on lines, the first of them at
    `start`; 0, and up to where no other begins either, where there is no such table: none is
    closed, or it would hold a cell as long as a document's body between the tables of its head and
    its signature."""
    m = _BARS_END.search(text, start)
    if m is None:
        return 0, len(text)
    end = m.start() + 2
    if _UNBARRED.search(text, start, end) is None:
        return 0, end  # every line begins with a bar: a text in one column
    bars = text.count("\n|", start, end)
    blanks = text.count("\n\n", start, end) + text.count("\n\r\n", start, end)
    if blanks > 1 + bars // 8:
        return 0, start + 1
    at = start
    for bar in _LONE_BAR.finditer(text, start, end):
        if bar.start() - at > _LONGEST_CELL:
            return 0, at + 1
        at = bar.end()
    return end, end


def _line(match: _Match, text: str, start: int, end: int) -> Line:
    m = match(text, start, end)
    if m is None:  # cannot be: the last alternative matches everywhere
        return Line(start, end, "text", start, 0)
    kind = m.lastgroup or "text"
    level = len(m["hash"]) if m["hash"] else 0
    if kind == "empty":
        kind = "blank" if level == 0 else "rule"
    elif kind == "embullet":
        kind = "bullet"
    elif kind == "bullet" and text.startswith("**", start) and text.endswith("**", start, end):
        kind = "text"
    return Line(start, end, kind, m.end(), level)
