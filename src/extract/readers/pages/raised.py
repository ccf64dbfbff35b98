"""Raised letters and stars of a page: calls of notes (`xã<sup>a</sup>`), the sign of degrees.

The reading text has such a call in a tag, as Word files do; other raised letters are as written
(`1st`).
"""

from __future__ import annotations

import re
from array import array

from extract.readers.pages.pieces import Piece
from extract.values.letters import LOWERED

CALL = re.compile(r"<sup>(?:[a-hđ]|[ivx]{1,5}|\*{1,3})</sup>")
_CALL = re.compile(r"[(\[]?([a-hđ]|[ivx]{1,5}|\*{1,3})[)\]]?")
_OTHER = re.compile(r"[oO]|st|nd|rd|th")
_CALLED = re.compile(r"[^\W\d_]{2}[”\"’')\].,;:]?\Z|\A\Z|\d[)\]]\Z")  # before a call
_NEAR = 0.6  # em: what a raised letter stands behind is nearer
_SMALLER = 1.15  # the letters beside it are this much larger
_MOST = 300  # of one page; one with more is drawn letter by letter


def may_be_raised(pieces: list[Piece]) -> list[Piece]:
    """The pieces that may be raised letters: short, and smaller than others of the page."""
    largest = max((p.size for p in pieces), default=0.0)
    found = [
        p
        for p in pieces
        if len(p.text) <= 7
        and p.size * _SMALLER <= largest
        and (_CALL.fullmatch(p.text) or _OTHER.fullmatch(p.text))
    ]
    return found if len(found) <= _MOST else []


def raise_letters(mark: Piece, row: list[Piece]) -> bool:
    """Make a raised piece what it says in its row: a call in a tag, a sign of degrees (also a 0);
    False for digits that are none."""
    before = [p for p in row if p.left < mark.left and mark.left - p.right <= _NEAR * p.size]
    beside = max(before, key=lambda p: p.right).text[-3:] if before else ""
    if mark.text in ("o", "O", "0"):
        if not beside[-1:].isdecimal():
            return mark.text != "0"
        mark.text, mark.mark = "°", 0
        return True
    m = _CALL.fullmatch(mark.text)
    if m is not None and _CALLED.search(beside):
        inside = range(m.start(1), m.end(1))
        mark.text = f"<sup>{m[1]}</sup>"
        left, right = array("f", [mark.left]), array("f", [mark.right])
        x0, x1 = (array("f", [x[i] for i in inside]) for x in (mark.x0, mark.x1))
        mark.x0, mark.x1 = left * 5 + x0 + right * 6, left * 5 + x1 + right * 6
        mark.mark = len(mark.text)
    return m is not None or _OTHER.fullmatch(mark.text) is not None


def plain(marker: str) -> str:
    """The number, letter or stars of a raised mark."""
    return marker.removeprefix("<sup>").removesuffix("</sup>").translate(LOWERED)
