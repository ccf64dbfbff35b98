"""Raised letters and stars of a page: calls of notes (`xã<sup>a</sup>`), the sign of degrees; and
powers that are negative (`10⁻³`).

The reading text has such a call in a tag, as Word files do; other raised letters are as written
(`1st`).
"""

from __future__ import annotations

import re
from array import array

from extract.readers.pages.pieces import SPACE_GAP, Piece, put_together
from extract.values.letters import LOWERED, MINUS, RAISED

CALL = re.compile(r"<sup>(?:[a-hđ]|[ivx]{1,5}|\*{1,3})</sup>")
_CALL = re.compile(r"[(\[]?([a-hđ]|[ivx]{1,5}|\*{1,3})[)\]]?")
DEGREES = ("o", "O", "0")
POWER = re.compile(r"[-−–]\d{1,2}")
_SIGN = re.compile(r"[-−–]")
_DIGITS = re.compile(r"\d{1,2}")
_OTHER = re.compile(r"[oO]|st|nd|rd|th")
_CALLED = re.compile(r"[^\W\d_]{2}[”\"’')\].,;:]?\Z|\A\Z|\d[)\]]\Z")  # before a call
_ROMAN = re.compile(r"i{1,3}|i?[vx]|(?:[vx]|x[vx]?)i{0,3}|x?i[vx]")
_COUNTED = re.compile(r"[\d%‰]\Z")  # what no letter but a roman number calls a note of
_NEAR = 0.6  # em: what a raised letter stands behind is nearer
_TOUCHES = 0.3  # em: a power stands at its figure or unit
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


def negative_powers(pieces: list[Piece]) -> list[Piece]:
    """The pieces that may be negative powers: smaller than others of the page. A sign that is drawn
    apart from its digits is put to them; what is left of their piece has no text."""
    largest = max((p.size for p in pieces), default=0.0)
    found = []
    for n, piece in enumerate(pieces):
        if piece.text[:1] not in "-−–" or piece.size * _SMALLER > largest:
            continue
        after = pieces[n + 1] if n + 1 < len(pieces) else piece
        if _SIGN.fullmatch(piece.text) and _DIGITS.fullmatch(after.text):
            level = abs(after.base - piece.base) <= 0.1 * piece.size
            if level and abs(after.left - piece.right) <= SPACE_GAP * piece.size:
                put_together([piece, after])
        if POWER.fullmatch(piece.text):
            found.append(piece)
    return found if len(found) <= _MOST else []


def raise_power(mark: Piece, row: list[Piece]) -> bool:
    """Make a raised piece the negative power of the figure or unit it touches; False for none."""
    before = [p for p in row if p.left < mark.left and mark.left - p.right <= _TOUCHES * p.size]
    if not before or not max(before, key=lambda p: p.right).text[-1:].isalnum():
        return False
    mark.text = MINUS + mark.text[1:].translate(RAISED)
    mark.mark = 0
    return True


def raise_letters(mark: Piece, row: list[Piece]) -> bool:
    """Make a raised piece what it says in its row: a call in a tag, a sign of degrees (also a 0);
    False for digits that are none."""
    before = [p for p in row if p.left < mark.left and mark.left - p.right <= _NEAR * p.size]
    beside = max(before, key=lambda p: p.right).text[-3:] if before else ""
    if mark.text in DEGREES:
        if not beside[-1:].isdecimal():
            return mark.text != "0"
        mark.text, mark.mark = "°", 0
        return True
    m = _CALL.fullmatch(mark.text)
    roman = _COUNTED.search(beside) is not None and _ROMAN.fullmatch(mark.text) is not None
    if m is not None and (roman or _CALLED.search(beside)):
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
