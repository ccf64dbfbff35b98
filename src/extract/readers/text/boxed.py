"""What stands around the text of a line and is no part of it: tags, line breaks of Markdown, bars
of a text in one column ("| text |"), as frames of Word files and line blocks of Pandoc have it; and
the borders of grid tables."""

from __future__ import annotations

import re

from extract.readers.text.lines import CLOSING, OPENING, SPACE, Line, kinded
from extract.values.letters import LOWER, UPPER

_BAR = re.compile(r"(?<!\\)\|")
_MARGIN = SPACE + ">"
_BORDER = re.compile(rf"[{SPACE}>]*\+(?:[-=:]{{3,}}\+)+[{SPACE}]*")
_OPEN = re.compile(rf"(?:{OPENING}[{SPACE}]*)+")
_END = re.compile(rf"(?:{CLOSING}|\\+|(?<=[^|\n])\|)\Z")  # a tag, a line break, a bar of no table
_TAG = 12  # characters of the longest tag at a line's end
_LISTED = re.compile(  # "- 1. Trồng trọt", as converters to Markdown write the items of lists
    rf"[{SPACE}]*[-*•][{SPACE}]+(?=[*_]{{0,3}}(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}"
    rf"|[a-zđ]\)|\((?:\d{{1,2}}|[ivx]{{1,5}}|[a-zđ])\)|[IVX]{{1,5}}\.|(?:Điều|ĐIỀU)[ ]\d{{1,3}}\.)"
    rf"[*_]{{0,3}}[{SPACE}]+[*_\"“]*[{UPPER}]|\((?:[ivx]{{1,5}}|[a-zđ])\)[{SPACE}]+[{LOWER}])"
)
_LAST = frozenset(">\\|" + SPACE)
_NO_TEXT = frozenset("|:-–—=+" + SPACE + ">")


def mark_grids(text: str, lines: list[Line]) -> None:
    """Make the borders of a grid table (`+----+----+`) rows of it; `boxed` looks at them again."""
    if "+--" not in text and "+==" not in text and "+:-" not in text:
        return
    for line in lines:
        if line.kind != "table" and _BORDER.fullmatch(text, line.start, line.end):
            line.kind, line.level = "table", 0


def unbox(text: str, lines: list[Line]) -> None:
    """Make the rows of tables of one column lines of their own, told by what stands in them."""
    n = 0
    while n < len(lines):
        if lines[n].kind != "table":
            n += 1
            continue
        last = n
        while last + 1 < len(lines) and lines[last + 1].kind == "table":
            last += 1
        if _one_column(text, lines[n : last + 1]):
            lines[n : last + 1] = [_opened(text, line) for line in lines[n : last + 1]]
        n = last + 1


def _one_column(text: str, rows: list[Line]) -> bool:
    """True where all rows begin with a bar and none has another but at its end; one holds text."""
    told = False
    for row in rows:
        line = text[row.start : row.end].strip(_MARGIN)
        if line[:1] == "+" and line.count("+") == 2:
            continue
        if line[:1] != "|" or len(_BAR.findall(line.removesuffix("|"))) > 1:
            return False
        told = told or not _NO_TEXT.issuperset(line)
    return told


def _opened(text: str, row: Line) -> Line:
    """A row of one cell as the line that stands in it."""
    if _NO_TEXT.issuperset(text[row.start : row.end]):
        return Line(row.start, row.end, "blank", row.start, 0)
    start, end = text.index("|", row.start) + 1, row.end
    while text[end - 1] in _MARGIN:
        end -= 1
    end -= text[end - 1] == "|"
    while end > start and text[end - 1] in SPACE:
        end -= 1
    return kinded(text, start, end)


def trim(text: str, lines: list[Line]) -> None:
    """Take the tags and line breaks from the ends of lines that are no rows of tables, and the
    bullets from before labels."""
    for n, line in enumerate(lines):
        if line.kind == "bullet" and (m := _LISTED.match(text, line.start, line.end)):
            lines[n] = line = kinded(text, m.end(), line.end)
        if line.kind in ("blank", "table", "bars", "feed") or line.start >= line.end:
            continue
        start, end = line.start, line.end
        if text[start] == "<" and (m := _OPEN.match(text, start, end)):
            start = m.end()
        while end > start and text[end - 1] in _LAST:
            m = _END.search(text, max(start, end - _TAG), end)
            if m is None and text[end - 1] not in SPACE:
                break
            if text[end - 1] == "|" and "|" in text[start : end - 1]:
                break
            end = end - 1 if m is None else m.start()
        if end < line.end and text[end : line.end].strip(SPACE):
            line.end = end
        line.start, line.head = start, max(start, min(line.head, line.end))
