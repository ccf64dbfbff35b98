"""Rows of a table whose cells a portal sets on lines of their own, with blank lines between:
"Tổng thu ngân sách:" / "26.536" / "triệu đồng". An amount belongs to the name above it, a unit to
the figure above it."""

from __future__ import annotations

import re

from extract.values.text import fold

_UNIT = r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) ){0,2}(?:đồng|đ|usd|người|biên chế|chỉ tiêu|ha|tấn)|%"
_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_END = r" ?[.,;]?"
_UNIT_LINE = re.compile(rf"(?:{_UNIT}){_END}")
_FIGURE_LINE = re.compile(_FIGURE)
_AMOUNT_LINE = re.compile(rf"(?:{_FIGURE}) ?(?:{_UNIT}){_END}")
_ENDS_IN_FIGURE = re.compile(rf"(?:^|[ :])(?:{_FIGURE})$")
_LONGEST = 120  # characters of a name
_WIDEST = 60  # characters of a cell
_ENDED = re.compile(r"(?:[.;,)]|(?<!năm \d{3})\d)$")  # how no name of an amount ends
_BELOW = re.compile(r"\s*([^\n]*)")


def is_cell(text: str, above: str, start: int, end: int) -> bool:
    """True where the line text[start:end] is the cell of a row whose cells before it are `above`:
    a unit behind its figure, or an amount behind its name."""
    line = _plain(text[start:end]) if end - start <= _WIDEST else ""
    if not line or not (line[0].isdigit() or _UNIT_LINE.fullmatch(line)):
        return False
    told = _plain(above)
    if not line[0].isdigit():
        return _ENDS_IN_FIGURE.search(told) is not None
    if len(told) > _LONGEST or not any(c.isalpha() for c in told) or _ENDED.search(told):
        return False
    if _AMOUNT_LINE.fullmatch(line):
        return True
    below = _BELOW.match(text, end)
    unit = _plain(below[1]) if below is not None else ""
    return _FIGURE_LINE.fullmatch(line) is not None and _UNIT_LINE.fullmatch(unit) is not None


def _plain(line: str) -> str:
    return " ".join(fold(line).strip("*_ \t").split())
