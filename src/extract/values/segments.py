"""The segments of a line: text between wide gaps, with where it begins and ends across.

A line that ends in figures, with something before them, may be the row of a table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from extract.values.ready import ready

_NUMBER = re.compile(r"[-–+(]?\d[\d.,]*(?:\s?%)?\)?")
_NONE = frozenset("-–—…")  # what stands in the place of a figure
_ORDER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐa-zđ])[.)]?|[-–+*•]")
_LEADERS = re.compile(r"\.{4,}|…{2,}|_{4,}")
_GAP = re.compile(r"\S+(?: \S+)*")
_RULE = ready(r"[ \t]*+(?:[-=_─═━–—+|]{8,}+[ \t]*+)++")
_WIDEST = 40  # segments of a line


@dataclass(frozen=True, slots=True)
class Segment:
    """Text of a line between wide gaps: where it begins and ends across, and what it is."""

    x0: float
    x1: float
    text: str


Line = Sequence[Segment]


def segments(text: str, start: int, end: int) -> list[tuple[Segment, int, int]]:
    """The segments of text[start:end], which a tab or two spaces part, with their places; with
    tabs, the columns are counted, else the characters."""
    found: list[tuple[Segment, int, int]] = []
    line = text[start:end]
    if "\t" in line:
        at = start
        for k, piece in enumerate(line.split("\t")):
            bare = piece.strip()
            if bare:
                s = at + piece.index(bare)
                found.append((Segment(100 * k, 100 * k + 90, bare), s, s + len(bare)))
            at += len(piece) + 1
        return found
    plain = unicodedata.is_normalized("NFC", line)
    for m in _GAP.finditer(line):
        x0, x1 = m.span()
        if not plain:
            x0 = len(unicodedata.normalize("NFC", line[:x0]))
            x1 = x0 + len(unicodedata.normalize("NFC", m[0]))
        found.append((Segment(x0, x1, m[0]), start + m.start(), start + m.end()))
    return found


def is_rule(text: str, start: int, end: int) -> bool:
    """True where text[start:end] is a line drawn across a table with dashes or the like."""
    return _RULE.fullmatch(text, start, end) is not None


def is_figure(text: str) -> bool:
    """True for a figure, a percentage or the dash that stands for none."""
    return text in _NONE or _NUMBER.fullmatch(text) is not None


def is_order(text: str) -> bool:
    """True for what numbers a row: "1", "2.1.", "IV", "a)", or a bullet."""
    return _ORDER.fullmatch(text) is not None


def is_data(line: Line) -> bool:
    """True for a line that has a label and ends in figures."""
    if not 2 <= len(line) <= _WIDEST or not is_figure(line[-1].text):
        return False
    figures = any(_NUMBER.fullmatch(s.text) for s in line[1:])
    return figures and not any(_LEADERS.search(s.text) for s in line)


def last_figures(line: Line) -> list[Segment]:
    """The figures that a line ends in, the last first."""
    found: list[Segment] = []
    for s in reversed(line[1:]):
        if not is_figure(s.text):
            break
        found.append(s)
    return found
