"""How a file breaks its lines (`Style`), and how a line begins and ends without its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.readers.text.lines import SPACE, THIN, Line

TRAIL = f"{SPACE}{THIN}*_\\"
_LEAD = re.compile(rf"[#>*_{SPACE}{THIN}\\]*")
_FINAL = ".!?…;:"
_CLOSERS = "”\"’')]»"
_CALL_END = re.compile(
    r"(?:<sup>[^<\n]{0,12}</sup>|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\[\d{1,3}\])[*_\s]*\Z"
)
_CALL_LAST = frozenset(">]⁰¹²³⁴⁵⁶⁷⁸⁹")
_HEADED = frozenset(["bullet", "label", "note"])
ABBREVIATED = ("TP.", "Tp.", "tp.", "TS.", "ThS.", "PGS.", "GS.")
_CELL_LINES = 4  # a cell of more lines, between bars on lines of their own, is running text
_NARROW = 120  # characters of a line that a program has broken, not a paragraph


@dataclass(slots=True)
class Style:
    """How a file breaks its lines: hard-wrapped at `width`, or with blank lines between."""

    wrapped: bool
    width: int
    spaced: bool


def style_of(text: str, lines: list[Line]) -> Style:
    """Judge the file's habit from its lines (tables and blank lines put aside)."""
    low = adjacent = tight = loose = 0
    lengths: list[int] = []
    broken: list[tuple[int, int]] = []  # lines that another follows at once: length, its first word
    before = "blank"
    in_table = False
    left = 0  # lines that the cell after a bar on its own may still have
    for line in lines:
        kind = line.kind
        if kind in ("table", "bars"):
            in_table = True
            left = _CELL_LINES if text[line.start : line.end].strip() == "|" else len(lines)
        elif kind == "blank" or left <= 0:
            in_table = False
        left -= 1
        if in_table or kind in ("bare", "page", "rule", "feed"):
            before = "table" if in_table else "blank" if kind == "blank" else before
            continue
        if kind != "blank":
            lengths.append(line.end - line.start)
            if kind in _HEADED:
                if before == "blank":
                    loose += 1
                else:
                    tight += 1
            elif before not in ("blank", "table"):
                adjacent += 1
                at = _LEAD.match(text, line.start, line.end)
                pos = at.end() if at else line.start
                low += pos < line.end and text[pos].islower()
                broken.append((lengths[-2], len(head_of(text, line).split(" ", 1)[0])))
        before = kind
    lengths.sort()
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    wrapped = low >= 3 and low >= 0.25 * adjacent and width <= 200
    if low and not wrapped and width <= _NARROW:
        full = sum(fills(size, word, width) for size, word in broken)
        wrapped = full >= 2 and full >= 0.5 * adjacent
    return Style(wrapped, width, loose >= 4 and tight <= 0.15 * loose)


def fills(size: int, word: int, width: int) -> bool:
    """True where a line of that size has no room for the word that begins the next one."""
    return size + 1 + word > width - 4


def tail(text: str, start: int, end: int) -> str:
    """The last 40 characters of a piece without emphasis marks, spaces and footnote calls."""
    cut = text[max(start, end - 60) : end].rstrip(TRAIL)
    while cut[-1:] in _CALL_LAST:
        m = _CALL_END.search(cut)
        if m is None:
            return cut[-40:]
        cut = cut[: m.start()].rstrip(TRAIL)
    return cut[-40:]


def is_open(ending: str) -> bool:
    """True where a piece with this ending has not come to the end of a sentence or clause."""
    bare = ending.rstrip(_CLOSERS)
    if not bare:
        return False
    if bare != ending and bare[-1:] in ".!?;:…":
        return False
    return bare[-1] not in _FINAL or bare.endswith(ABBREVIATED)


def last_word(ending: str) -> str:
    """The last word of an ending, as written ("" where it ends in a mark)."""
    at = len(ending)
    while at and ending[at - 1].isalnum():
        at -= 1
    return ending[at:]


def head_of(text: str, line: Line) -> str:
    """The first 40 characters of a line without emphasis and heading marks."""
    m = _LEAD.match(text, line.start, line.end)
    at = m.end() if m else line.start
    return text[at : min(line.end, at + 40)]


def is_caps(text: str) -> bool:
    """True for a line in capitals, of three letters or more, and no row of rates (THPT 26%)."""
    if not text.isupper():
        return False
    letters = sum(c.isalpha() for c in text)
    return letters >= 3 and not ("%" in text and sum(c.isdigit() for c in text) > letters)
