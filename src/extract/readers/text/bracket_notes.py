"""Notes typed with their numbers in round brackets, and the calls in the text: `12 tổ (1), còn …`.

Such numbers label items and columns far more often. What proves notes: they stand under a rule,
at the end of a page or of the text, count on, and each number stands once in the text before
them, in turn, behind a word or figure and not behind a word that refers to an item.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.readers.text.edits import Edit
from extract.readers.text.layout import OPEN_WORDS
from extract.readers.text.lines import Line
from extract.values.letters import LETTER

_BODY = re.compile(r"[*_\s]{0,4}\((\d{1,2})\)[*_]{0,3}\s+(?=\S)")
_PLACE = re.compile(r"(?<=\S) ?[*_]{0,3}\((\d{1,2})\)[*_]{0,3}")
_BEFORE = re.compile(rf"(?:([{LETTER}]{{2,}})|[{LETTER}\d%”\")])[*_]{{0,3}}\Z")
_AFTER = re.compile(rf"[*_]{{0,3}}(?:[.,;:]*\s*\Z|[.,;:)”]|\s+[{LETTER}\d(–-])")
_REFERS = OPEN_WORDS | frozenset(
    "dung cột dòng hàng nhóm bảng biểu mẫu bước câu cách gồm sau".split()
)
_WINDOW = 24
Notes = dict[int, tuple[str, int]]  # line -> its number, where the words behind it begin
Places = dict[int, list[re.Match[str]]]


def bracket_notes(text: str, lines: Sequence[Line]) -> tuple[Notes, list[Edit]]:
    """The lines that are such notes, and the edits that take their calls out of the text."""
    notes: Notes = {}
    edits: list[Edit] = []
    places: Places = {}
    floor, last = 0, 0
    for group in _groups(text, lines):
        places = places or places_of(text)
        numbers = [number for _, number, _ in group]
        if numbers[0] not in (1, last + 1):
            continue
        calls = calls_in(places, floor, lines[group[0][0]].start, numbers)
        if calls:
            notes |= {n: (str(number), at) for n, number, at in group}
            edits += [Edit(*m.span(), "", m[1], *m.span(1)) for m in calls]
            floor, last = lines[group[-1][0]].end, numbers[-1]
    return notes, edits


def places_of(text: str) -> Places:
    """Where numbers stand in round brackets in the midst of a line, by number."""
    places: Places = {}
    for m in _PLACE.finditer(text):
        places.setdefault(int(m[1]), []).append(m)
    return places


def calls_in(places: Places, floor: int, end: int, numbers: list[int]) -> list[re.Match[str]]:
    """The calls of the notes `numbers` from `floor` to `end`: each number stands there once, in
    turn, as a call does. Empty where they do not."""
    found = [_between(places.get(number, []), floor, end) for number in numbers]
    calls = [m for m in found if m is not None and _is_call(m)]
    in_turn = all(a.end() <= b.start() for a, b in pairwise(calls))
    return calls if len(calls) == len(numbers) and in_turn else []


def _between(places: list[re.Match[str]], floor: int, end: int) -> re.Match[str] | None:
    """The only one of the places from `floor` to `end`; None where there are more, or none."""
    first = bisect_left(places, floor, key=_begin)
    return places[first] if bisect_left(places, end, key=_begin) == first + 1 else None


def _begin(m: re.Match[str]) -> int:
    return m.start()


def _groups(text: str, lines: Sequence[Line]) -> Iterator[list[tuple[int, int, int]]]:
    """Lines that may be the notes of a page or of the text: line, number, where the words begin.
    Two or more of them end it, or they stand under a rule."""
    group: list[tuple[int, int, int]] = []
    above = ruled = False
    for n, line in enumerate(lines):
        m = _BODY.match(text, line.start, line.end) if line.kind in ("text", "label") else None
        if m is not None and (not group or int(m[1]) == group[-1][1] + 1):
            ruled = ruled if group else above
            group.append((n, int(m[1]), m.end()))
        elif group and (m is not None or line.kind in ("page", "feed", "rule")):
            if ruled or (m is None and len(group) > 1):
                yield group
            group = []
        elif group and line.kind != "blank" and not ruled:
            group = []
        if line.kind != "blank":
            above = line.kind == "rule"
    if group and (ruled or len(group) > 1):
        yield group


def _is_call(m: re.Match[str]) -> bool:
    """True for a number that calls a note: behind a figure or a word that refers to nothing."""
    text = m.string
    before = text[max(0, m.start() - _WINDOW) : m.start()]
    word = _BEFORE.search(before)
    if word is None or _AFTER.match(text, m.end()) is None:
        return False
    return word[1] is None or word[1].lower() not in _REFERS
