"""Tables of a text file whose rows do not begin with a bar, told among its lines: columns set with
spaces or tabs, and Markdown rows with bars between their cells only."""

from __future__ import annotations

import re

from extract.readers.text.lines import Line
from extract.values.columns import aligned_tables
from extract.values.glued import unglued
from extract.values.segments import is_rule, segments

SLACK = 1  # columns by which the ends of figures under each other may differ
_GAPS = ("  ", "\t")
_TEXT = frozenset(("text", "label", "bullet", "note", "bare", "page"))
_BAR = re.compile(r"(?<!\\)\|")
_CELLS = 3  # bars of a row with no rule beside it
_EVEN = 3  # rows with as many cells that are few to be a table by that
_FIGURE = re.compile(r"\s*[(\-–]?[0-9][0-9., ]*[)%]?\s*|\s*[-–.…]+\s*")
_RULE = re.compile(r"[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*")


def mark_barred(text: str, lines: list[Line]) -> None:
    """Make lines of tables the rows around a rule such as `---|---` that has as many cells as the
    line above it."""
    if "|" not in text:
        return
    _mark_unruled(text, lines)
    if "-|" not in text and "- |" not in text and ":|" not in text and ": |" not in text:
        return
    done = 0  # the first line behind the table before
    for n in range(1, len(lines)):
        if n < done or _RULE.fullmatch(text, lines[n].start, lines[n].end) is None:
            continue
        head, rule = lines[n - 1], lines[n]
        bars = [_bars(text, line) for line in (head, rule)]
        if head.kind == "blank" or bars[0] != bars[1] or not bars[0]:
            continue
        last = n
        while last + 1 < len(lines) and _bars(text, lines[last + 1]):
            last += 1
        for line in lines[n - 1 : last + 1]:
            line.kind, line.level = "table", 0
        done = last + 1


def _mark_unruled(text: str, lines: list[Line]) -> None:
    """Make lines of tables those that stand together, with several cells behind the first that
    hold hardly anything but figures, though no rule stands among them; half of them figures where
    several lines have as many cells."""
    first = 0
    for n in range(len(lines) + 1):
        if n < len(lines) and _bars(text, lines[n]) >= _CELLS:
            continue
        rows = lines[first:n]
        cells = [
            c for line in rows for c in text[line.start : line.end].split("|")[1:] if c.strip()
        ]
        figures = sum(_FIGURE.fullmatch(c) is not None for c in cells)
        even = len(rows) > _EVEN and len({_bars(text, line) for line in rows}) == 1
        if len(rows) > 1 and figures * (2 if even else 5) >= len(cells) * (1 if even else 4) > 0:
            for line in rows:
                line.kind, line.level = "table", 0
        first = n + 1


def _bars(text: str, line: Line) -> int:
    """How many bars stand between the cells of a line."""
    row = text[line.start : line.end].strip()
    return len(_BAR.findall(row.removesuffix("|"))) if not row.startswith("|") else 0


def mark_aligned(text: str, lines: list[Line]) -> None:
    """Make the lines of tables without bars lines of tables."""
    if not any(gap in text for gap in _GAPS):
        return
    places = [n for n, line in enumerate(lines) if not is_rule(text, line.start, line.end)]
    found = [
        segments(text, lines[n].start, lines[n].end) if lines[n].kind in _TEXT else []
        for n in places
    ]
    parted = [[s for s, _, _ in line] for line in unglued(found)]
    for table in aligned_tables(parted, SLACK):
        for line in lines[places[table.first] : places[table.last] + 1]:
            line.kind, line.level = "table", 0
