"""Runs of a page -> rows of pieces of text: raised digits told, doubles dropped.

A row is what stands on one baseline; its pieces are parted by gaps wider than a space can be.
Raised digits become superscript ones (`99¹`, `m²`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from itertools import pairwise

from extract.readers.pages.pieces import (
    SPACE_GAP,
    WIDE_GAP,
    Piece,
    composed,
    pieces_of,
    put_together,
    words_of,
)
from extract.readers.pages.raised import (
    DEGREES,
    POWER,
    may_be_raised,
    negative_powers,
    plain,
    raise_letters,
    raise_power,
)
from extract.readers.pages.wide_set import put_letters_together
from extract.readers.pdf.runs import Run
from extract.values.letters import RAISED

# Parts of the type size (em).
_SAME_ROW = 0.25  # baselines that differ by less are one row
_DOUBLE = 0.12  # the same letters drawn again this near are a shadow (false bold)
_RAISED = 0.12  # a baseline this much higher is raised
_SLANTED_GAP = 0.12  # `SPACE_GAP` between letters in italics, which reach into it
_SMALLER = 1.15  # the letters beside a raised digit are this much larger

_MOST_MARKS = 2_000  # of one page: no more digits are looked at for being raised

_RAISED_END = re.compile(r"[⁰¹²³⁴-⁹]{1,3}\Z")
_ONE = r"(?:\d{1,3}|\(\d{1,3}\)|\[\d{1,3}\])"
_MARK = re.compile(rf"{_ONE}(?:[,;] ?{_ONE})*[,;]?|[,;]|\(\)|\[\]")  # the last: left by Writer
_PART = re.compile(rf"[(\[]\d{{0,3}}[)\]]?|\d{{1,3}}[)\]]?|[)\]]|{_MARK.pattern}")
_LONGEST = 14  # characters of a mark
_NUMBERS = re.compile(r"\d+")
_LEAD = re.compile(  # a list mark, an automatic number: says nothing of its item's weight
    r"\(?(?:\w{1,4}[.)]|[\dIVX]{1,4}[-–]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)"
    r"|(?:Điều|Chương|Mục|Phần) \w{1,5}[.:]?|[-+*•]"
)

Row = list[Piece]


def rows_of(runs: list[Run], page: int, turn: int = 0) -> list[Row]:
    """The rows of the runs from top to bottom, pieces from left to right."""
    pieces = [piece for run in runs for piece in pieces_of(run, page, turn)]
    small = [*negative_powers(pieces), *_marks(pieces)]
    letters = may_be_raised(pieces)
    taken = set(map(id, (*small, *letters)))
    rows = _grouped([p for p in pieces if id(p) not in taken and p.text])
    rings = [p for p in (*small[:_MOST_MARKS], *letters) if p.text in DEGREES]
    small, letters = ([p for p in some if p.text not in DEGREES] for some in (small, letters))
    tried, rest = small[:_MOST_MARKS], small[_MOST_MARKS:]
    if loose := _attached(tried, rows) + _attached(letters, rows) + rings + rest:
        rows, loose = _regrouped(rows, loose)  # with the digits that a degree may stand behind
        loose = _attached(loose[:_MOST_MARKS], rows) + loose[_MOST_MARKS:]
        rows = sorted([*rows, *_grouped(_beside_digits(loose))], key=lambda row: row[0].base)
    return [_joined(sorted(row, key=_left)) for row in rows]


def _left(piece: Piece) -> float:
    return piece.x0[0]


def _marks(pieces: list[Piece]) -> list[Piece]:
    """The pieces that may be the mark of a note: digits, also in brackets. Brackets that are drawn
    apart from their digits are put to them; what is left of their pieces has no text."""
    parts = [p for p in pieces if len(p.text) <= _LONGEST and _PART.fullmatch(p.text)]
    for n, first in enumerate(parts[:-1]):
        if first.text[:1] not in ("(", "[") or _MARK.fullmatch(first.text):
            continue
        whole = [first]
        for piece in parts[n + 1 : n + 3]:
            gap = piece.left - whole[-1].right
            level = abs(piece.base - first.base) <= 0.1 * first.size
            if not level or abs(gap) > SPACE_GAP * first.size:
                break
            whole.append(piece)
            if _MARK.fullmatch("".join(p.text for p in whole)):
                put_together(whole)
                break
    return [p for p in parts if _MARK.fullmatch(p.text)]


def _raise(mark: Piece) -> bool:
    """Leave the digits of a raised mark as superscript ones, on the place of the whole; a space
    between several, which must count up: `2,3` may be a figure. False for what is none."""
    numbers = list(_NUMBERS.finditer(mark.text))
    if any(int(b[0]) <= int(a[0]) for a, b in pairwise(numbers)):
        return False
    text, x0, x1 = "", array("f"), array("f")
    for m in numbers:
        if text:
            text += " "
            x0.append(x1[-1])
            x1.append(mark.x0[m.start()])
        text += m[0].translate(RAISED)
        x0.extend(mark.x0[m.start() : m.end()])
        x1.extend(mark.x1[m.start() : m.end()])
    if text:
        x0[0], x1[-1] = mark.left, mark.right
    mark.text, mark.x0, mark.x1 = text, x0, x1
    mark.mark = len(numbers[0][0]) if numbers else 0
    return True


def _beside_digits(loose: list[Piece]) -> list[Piece]:
    """The digits that belong to no text, those raised that stand so beside larger ones (`130²⁰`
    in a cell, a year whose digits are drawn one by one)."""
    largest = max((p.size for p in loose), default=0.0)
    hosts = [[piece] for piece in sorted(loose, key=lambda p: p.base)]
    bases = [row[0].base for row in hosts]
    for mark in loose[:_MOST_MARKS]:
        if _SMALLER * mark.size <= largest:
            _attach(mark, hosts, bases)
    return [piece for piece in loose if piece.text]


def _grouped(pieces: list[Piece]) -> list[Row]:
    """Pieces on one baseline together, from top to bottom."""
    rows: list[Row] = []
    base = size = -1e9
    for piece in sorted(pieces, key=lambda p: p.base):
        if piece.base - base <= _SAME_ROW * min(size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            base, size = piece.base, piece.size
    return rows


def _regrouped(rows: list[Row], more: list[Piece]) -> tuple[list[Row], list[Piece]]:
    """The rows with digits that stand on their lines, and those that stand on none."""
    bases = [row[0].base for row in rows]
    rest = []
    for piece in more:
        at = bisect_left(bases, piece.base - _SAME_ROW * piece.size)
        if at < len(rows) and bases[at] - piece.base <= _SAME_ROW * piece.size:
            rows[at].append(piece)
        else:
            rest.append(piece)
    return rows, rest


def _attached(marks: list[Piece], rows: list[Row]) -> list[Piece]:
    """Put the marks to the rows they stand raised in; those that stand in none."""
    bases = [row[0].base for row in rows]
    return [mark for mark in marks if not _attach(mark, rows, bases)]


def _attach(mark: Piece, rows: list[Row], bases: list[float]) -> bool:
    """Put digits or letters beside the text they stand raised (or lowered) against; False for none.

    Raised: smaller than the text and higher by `_RAISED`, or as large, touching and higher by
    twice that much.
    """
    best, found, host = 1e9, None, None
    reach = 3 * mark.size
    left, right = mark.left, mark.right
    at = bisect_left(bases, mark.base - reach)
    while at < len(rows) and bases[at] <= mark.base + reach:
        for piece in rows[at]:
            em = piece.size
            rise = (piece.base - mark.base) / em
            if not -0.4 <= rise <= 0.8:
                continue
            after, ahead = left - piece.x1[-1], piece.x0[0] - right
            gap = after if after > ahead else ahead
            if gap > 1.5 * em:
                continue
            if em >= _SMALLER * mark.size:
                near = -0.35 * em <= gap <= (0.6 if after > ahead else 1.5) * em
            else:
                near = 2 * _RAISED <= rise <= 0.7 and -0.2 * em <= gap <= 0.15 * em
            if near and gap + abs(rise - 0.35) * em < best:
                best, found, host = gap + abs(rise - 0.35) * em, rows[at], piece
        at += 1
    if found is None or host is None:
        return False
    raised = host.base - mark.base >= _RAISED * host.size
    if POWER.fullmatch(mark.text):
        if not (raised and raise_power(mark, found)):
            return False
    elif raised and not raise_letters(mark, found) and not _raise(mark):
        return False
    mark.base, mark.size = host.base, host.size
    if mark.text:  # a comma between two calls stays raised, and unread
        found.append(mark)
    return True


def _joined(row: Row) -> Row:
    """The pieces of a row (from left to right) put together where no wide gap parts them."""
    if len(row) == 1:
        return [composed(row[0])]
    if any(p.drawn is not None for p in row) and _interleaved(row):
        row = sorted([word for piece in row for word in words_of(piece)], key=_left)
    row = put_letters_together(row)
    out: Row = []
    for piece in row:
        last = out[-1] if out else None
        if last is None:
            out.append(piece)
            continue
        gap = piece.left - last.right
        em = max(last.size, piece.size)
        if gap < -0.6 * em and not piece.mark:
            _overlay(last, piece)
        elif gap < -SPACE_GAP * em and _is_shadow(last, piece):
            last.bold = True
        elif gap < WIDE_GAP * em:
            append(last, piece, gap)
        else:
            out.append(piece)
    return [composed(p) for p in out]


def _interleaved(row: Row) -> bool:
    """True where a piece stands inside another, in a gap between its letters.

    Some programs draw all letters of one font in a line, then those of another that stand
    between them (letters that the first font lacks).
    """
    right = -1e9
    for piece in row:
        if piece.left < right - 0.2 * piece.size and not piece.mark:
            return True
        right = max(right, piece.right)
    return False


def append(last: Piece, piece: Piece, gap: float) -> None:
    """Put `piece` behind `last` on its line, a space between where one is due."""
    spaced = last.after or piece.before or _is_next_mark(last, piece)
    least = SPACE_GAP if not (last.italic and piece.italic) else _SLANTED_GAP
    if not spaced and gap > least * last.size:
        spaced = not (piece.mark and gap < 2 * SPACE_GAP * last.size)
    if spaced:
        last.text += " "
        last.x0.append(last.right)
        last.x1.append(max(piece.left, last.right))
    longer = len(piece.text) > len(last.text)
    lead = last.text.rstrip()
    head = len(lead) if last.bold or last.italic else 0
    if last.mark == len(last.text) and piece.mark == len(piece.text):
        last.mark += piece.mark
    last.text += piece.text
    last.x0.extend(piece.x0)
    last.x1.extend(piece.x1)
    last.after = piece.after
    if last.mark == len(lead) or _LEAD.fullmatch(lead):
        last.bold, last.italic = piece.bold, piece.italic
    elif not piece.mark:
        last.bold = last.bold and piece.bold
        last.italic = last.italic and piece.italic
    if last.lead and (piece.bold or piece.italic):
        last.lead = -1  # letters from a second font between the others, no head
    elif head and not (last.bold or last.italic):
        cut = last.text[head - 1].isalnum() and last.text[head].isalnum()
        last.lead = -1 if cut else head
    if longer:
        last.base, last.size = piece.base, piece.size


def _is_next_mark(last: Piece, piece: Piece) -> bool:
    """True for a raised number right behind the one before it: two calls, not one (`¹⁸ ¹⁹`), but
    for single digits, which `pages/calls` may put together again."""
    m = _RAISED_END.search(last.text) if piece.mark == len(piece.text) > 0 else None
    return m is not None and plain(piece.text) == str(int(plain(m[0])) + 1)


def _is_shadow(last: Piece, piece: Piece) -> bool:
    """True for the same text drawn twice, as false bold is."""
    n = len(piece.text)
    return last.text[-n:] == piece.text and abs(piece.left - last.x0[-n]) < _DOUBLE * piece.size


def _overlay(last: Piece, piece: Piece) -> None:
    """Merge two pieces that stand on the same place: letters drawn twice are one."""
    old = zip(last.text, last.x0, last.x1, strict=True)
    new = zip(piece.text, piece.x0, piece.x1, strict=True)
    chars = sorted([*old, *new], key=lambda c: c[1])
    kept: list[tuple[str, float, float]] = []
    near = _DOUBLE * piece.size
    for char in chars:
        if not any(k[0] == char[0] and char[1] - k[1] < near for k in kept[-4:]):
            kept.append(char)
    if len(kept) <= max(len(last.text), len(piece.text)) + 1:
        last.bold = True
    last.text = "".join(k[0] for k in kept)
    last.x0, last.x1 = array("f", [k[1] for k in kept]), array("f", [k[2] for k in kept])


def merged(row: Row) -> Piece:
    """All pieces of a row as one line, a space at each wide gap."""
    first = row[0]
    if len(row) == 1:
        return first
    line = Piece(
        first.text, first.x0[:], first.x1[:], first.base, first.size, first.bold, first.italic,
        first.mark, first.before, True, first.page, first.turn, first.within,
        lead=first.lead,
    )  # fmt: skip
    for piece in row[1:]:
        append(line, piece, piece.left - line.right)
        line.after = True
    return line


def text_of(row: Row) -> str:
    """What a row says, a space between its pieces."""
    return " ".join(p.text for p in row)
