"""Lines of a ruled cell that is too narrow: figures and words that are cut anywhere.

A figure wider than its cell goes on on the next line (`152.400.35` / `0.000`), as do words
(`thườ` / `ng`). The line is full: its next letter had no room; and its parts are none alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from extract.readers.pages.pieces import Piece
from extract.readers.pages.turned import Cell
from extract.values.letters import WORD, is_syllable, tone_fits

_SLACK = 0.5  # points
_PART = re.compile(r"[-–+(]?[\d.,]*\d[\d.,]*[%)]*|[.,]\d*[%)]*|[\d.,]*[%)]+")
_GROUPED = re.compile(r"[-–+(]?\d{1,3}(?:\.\d{3})+(?:,\d+)?[%)]*")
_FIGURE = re.compile(rf"{_GROUPED.pattern}|[-–+(]?\d+(?:,\d+)?[%)]*")
_HEAD = re.compile(r".[.,:;%)]*", re.S)
_ORDER = re.compile(r"\d{2,3}\.?|S?TT")  # of a row, and what stands over it
_LAST = re.compile(rf"{WORD.pattern}\Z")


def tell_cuts(held: Mapping[Cell, list[Piece]]) -> None:
    """Mark the lines in the cells of a table whose end cuts a figure or a word (`Piece.cut`)."""
    columns: dict[tuple[float, float], list[Piece]] = defaultdict(list)
    for (x0, _, x1, _), lines in held.items():
        columns[x0, x1] += lines
    first = min((x0 for x0, _ in columns), default=0.0)
    for cell, lines in held.items():
        if len(lines) < 2:
            continue
        x0, x1 = cell[0], cell[2]
        room = _room(columns[x0, x1], x0, x1)
        full = _full(lines, room)
        _tell_figures(lines, full)
        _tell_words(lines, full, room)
        if x0 == first and full[0] and _ORDER.fullmatch("".join(p.text for p in lines)):
            lines[0].cut = len(lines) == 2


def _room(lines: list[Piece], x0: float, x1: float) -> float:
    """How wide the lines of a column may be that stands from `x0` to `x1`."""
    gaps = [gap for p in lines for gap in (p.left - x0, x1 - p.right) if gap >= 0]
    widest = max(p.right - p.left for p in lines)
    return max(x1 - x0 - 2 * min(gaps, default=0.0), widest)


def _full(lines: list[Piece], room: float) -> list[bool]:
    """Which of the lines had no room for the letter that the next one begins with, and the marks
    behind it: none begins a line."""
    out = []
    for line, after in pairwise(lines):
        head = _HEAD.match(after.text)
        first = after.x1[head.end() - 1 if head is not None else 0] - after.left
        out.append(line.right - line.left + first > room - _SLACK)
    return [*out, False]


def _tell_figures(lines: list[Piece], full: list[bool]) -> None:
    """Mark the lines that are the parts of one figure, and some of them no figure alone."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _PART.fullmatch(lines[end].text):
            end += 1
        texts = [p.text for p in lines[at:end]]
        if (
            len(texts) > 1
            and all(full[at : end - 1])
            and _GROUPED.fullmatch("".join(texts))
            and not all(map(_FIGURE.fullmatch, texts))
        ):
            for line in lines[at : end - 1]:
                line.cut = True
        at = end + 1


def _tell_words(lines: list[Piece], full: list[bool], room: float) -> None:
    """Mark the lines that end in a part of a syllable and go on with its rest; where each part
    might be a word, the whole has no room on a line (`thư` / `ờng`)."""
    for n, line in enumerate(lines[:-1]):
        after = lines[n + 1]
        left, right = _LAST.search(line.text), WORD.match(after.text)
        if not full[n] or left is None or right is None:
            continue
        one, other = left[0], right[0]
        alike = other.islower() or (one.isupper() and other.isupper())
        width = line.right - line.x0[left.start()] + after.x1[right.end() - 1] - after.left
        parts = is_syllable(one) and is_syllable(other)
        if alike and (not parts or width > room + _SLACK):
            line.cut = is_syllable(one + other) and tone_fits(one + other)
