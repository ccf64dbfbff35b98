"""Raised digits that touch: one call (`¹²`) or two side by side (`¹ ²`)?

Programs that draw each letter by itself draw 12 as they draw the calls of notes 1 and 2, and the
lines of a page have a space there. The numbers that the notes of the page begin with tell which
it is, or else the call before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from extract.readers.pages.lines import Row
from extract.readers.pages.pieces import Piece
from extract.readers.pages.tables import Table
from extract.values.letters import LOWERED, POWERS

# Both begin with a digit, and look back behind it: many times faster than to look back first.
CALL = re.compile(  # no powers: 12 m², 5 km², 10⁻³
    r"[⁰¹²³⁴-⁹](?<![\W\d][cdk]m.)(?<![\W\d]m.)(?<!⁻.)(?<!⁻[¹²].)[⁰¹²³⁴-⁹]*"
)
_PARTED = re.compile(r"[¹²³⁴-⁸](?<![⁰¹²³⁴-⁹].) (?:[¹²³⁴-⁸] )?[²³⁴-⁹][⁰¹²³⁴-⁹]?(?![⁰¹²³⁴-⁹])")
_CALLS = re.compile(f"{_PARTED.pattern}|{CALL.pattern}")
_APART = 0.1  # em: digits of one number are nearer
_EVEN = 1.2  # times the width of a digit is that of the others, at most
_WIDEST = 0.55  # em of the text: a raised digit is not wider
_MOST = 3  # digits of a number


def join_calls(rows: list[Row], tables: Iterable[Table]) -> None:
    """Take the space out of the raised digits of one page that are one number."""
    pieces = [piece for row in rows for piece in row]
    cells = [line for t in tables for row in t.cells for cell in row for line in cell]
    if not any(_PARTED.search(piece.text) for piece in (*pieces, *cells)):
        return
    heads: set[int] = set()
    for row in rows:
        if row[0].mark and row[0].text[0] in POWERS:
            heads.add(_head(row[0]))
    before = 0 if pieces and pieces[0].page == 1 else None
    for piece in pieces:
        before = _read(piece, heads, before)
    for piece in cells:
        _read(piece, heads, None)


def _head(piece: Piece) -> int:
    """The number that a note begins with: touching digits are those of one."""
    m = _PARTED.match(piece.text)
    if m is not None and _touches(piece, m):
        piece.mark = len(m[0].replace(" ", ""))
        _join(piece, m)
    return _number(piece.text[: piece.mark])


def _read(piece: Piece, heads: set[int], before: int | None) -> int | None:
    """Join the digits of the calls in a piece that are one, as the numbers `heads` of notes or
    the call `before` tell; the last call."""
    joined = []
    for m in _CALLS.finditer(piece.text, piece.mark):
        digits = m[0].split(" ")
        if len(digits) > 1 and _touches(piece, m) and not _are_several(digits, heads, before):
            joined.append(m)
            digits = ["".join(digits)]
        before = _number(digits[-1])
    for m in reversed(joined):
        _join(piece, m)
    return before


def _touches(piece: Piece, m: re.Match[str]) -> bool:
    """True for digits that stand as near to each other as those of one number, and may be one.
    Where brackets or a comma stood beside a digit, it has their place and is wider."""
    spaces = [i for i in range(m.start(), m.end()) if piece.text[i] == " "]
    wide = [piece.x1[i] - piece.x0[i] for i in range(m.start(), m.end()) if i not in spaces]
    near = all(piece.x1[i] - piece.x0[i] < _APART * piece.size for i in spaces)
    alone = max(wide) < min(_EVEN * min(wide), _WIDEST * piece.size)
    return near and alone and len(wide) <= _MOST


def _are_several(digits: list[str], heads: set[int], before: int | None) -> bool:
    """True where each is the number of a note of the page, or counts on from the call before."""
    numbers = [_number(digit) for digit in digits]
    if before is not None and _number("".join(digits)) == before + 1:
        return False
    if any(b != a + 1 for a, b in pairwise(numbers)):
        return False
    if heads:
        return _number("".join(digits)) not in heads and heads.issuperset(numbers)
    return before is not None and numbers[0] == before + 1


def _join(piece: Piece, m: re.Match[str]) -> None:
    for i in reversed(range(m.start(), m.end())):
        if piece.text[i] == " ":
            piece.text = piece.text[:i] + piece.text[i + 1 :]
            del piece.x0[i], piece.x1[i]
            piece.lead -= piece.lead > i


def _number(raised: str) -> int:
    return int(raised.translate(LOWERED))
