"""Calls of notes that are typed in brackets on the line (`12 tổ (1), còn …`) and told by the notes
at the page's end: they become raised ones.
"""

from __future__ import annotations

import re
from array import array

from extract.readers.pages.lines import Row, text_of
from extract.readers.pages.pieces import Piece
from extract.readers.text.bracket_notes import calls_in, places_of
from extract.values.letters import RAISED

_BODY = re.compile(r"[(\[](\d{1,2})[)\]] ?(?=\S)")
_MARK = re.compile(r" ?[(\[](\d{1,2})[)\]]")
_ROUND = str.maketrans("[]", "()")


def raise_typed(rows: list[Row], last: int) -> int:
    """Raise the calls of a page whose notes end it; `last` is the number of the last note so called
    on the pages before. The last one now."""
    group: list[tuple[int, int]] = []  # rows that may be notes, from the last one up, their numbers
    for n in range(len(rows) - 1, -1, -1):
        m = _BODY.match(rows[n][0].text)
        if m is not None:
            if group and int(m[1]) != group[-1][1] - 1:
                break
            group.append((n, int(m[1])))
    if not group or group[-1][1] not in (1, last + 1):
        return last
    numbers = [number for _, number in reversed(group)]
    ends: list[int] = []
    size = 0
    for row in rows[: group[-1][0]]:
        size += len(text_of(row)) + 1
        ends.append(size)
    text = " ".join(map(text_of, rows[: len(ends)])).translate(_ROUND)
    calls = calls_in(places_of(text), 0, len(text), numbers)
    for m in calls:
        row = next(row for row, end in zip(rows, ends, strict=False) if m.end() <= end)
        for piece in row:
            _raise(piece, m[1])
    return numbers[-1] if calls else last


def _raise(piece: Piece, number: str) -> None:
    """Put the raised number in the place of the one in brackets, if the piece has it."""
    m = next((m for m in _MARK.finditer(piece.text) if m[1] == number), None)
    if m is None or not m.start():
        return
    first, end, wide = m.start(), m.end(), len(number)
    begin = m.end() - wide - 2  # where the bracket opens
    if piece.lead > first:
        piece.lead -= end - first - wide
    piece.text = piece.text[:first] + number.translate(RAISED) + piece.text[end:]
    lefts, rights = piece.x0[begin : begin + 1] + piece.x0[m.start(1) + 1 : m.end(1)], array("f")
    rights.extend(piece.x1[m.start(1) : m.end(1) - 1])
    rights.append(piece.x1[end - 1])
    piece.x0 = piece.x0[:first] + lefts + piece.x0[end:]
    piece.x1 = piece.x1[:first] + rights + piece.x1[end:]
