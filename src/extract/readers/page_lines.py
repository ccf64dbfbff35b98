"""Runs of a page -> rows of pieces of text: words spaced, raised digits told, doubles dropped.

A row is what stands on one baseline; its pieces are parted by gaps wider than a space can be.
Raised digits become superscript ones (`99¹`, `m²`). All text is NFC, its ligatures, odd spaces
and hyphens made plain; every character keeps its place.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass, replace

from extract.readers.lines import SPACE, THIN
from extract.readers.pdf_runs import Run

# Parts of the type size (em).
SPACE_GAP = 0.16  # a gap that is a space where none is written; kerning stays below 0.1
_MOVED = 0.5  # a space that the library has put aside; where it was wider, the gap tells it
WIDE_GAP = 1.1  # a gap that justified text does not have between two words
_SAME_ROW = 0.25  # baselines that differ by less are one row
_DOUBLE = 0.12  # the same letters drawn again this near are a shadow (false bold)
_RAISED = 0.12  # a baseline this much higher is raised
_SMALLER = 1.15  # the letters beside a raised digit are this much larger

_MOST_MARKS = 2_000  # of one page: no more digits are looked at for being raised

POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARK = re.compile(r"\d{1,3}")
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆĳ"
# \x02 and U+FFFE are what PDFium calls a hyphen at a line's end
_ODD = re.compile(
    rf"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe{SPACE.replace(' ', '')}{THIN}{_LIGATURES}]"
)
_SPACES = frozenset(SPACE + "\n\r\x0b\x0c\x85\u2028\u2029")
_DROPPED = frozenset(THIN.replace("\xad", "") + "\x00")
_LEAD = re.compile(r"\(?\w{1,3}[.)]|[-+*•]")  # a list mark: says nothing of its item's weight
_WORD = re.compile(r"[^ ]+")


Drawn = tuple[str, "array[float]", "array[float]"]  # characters with their lefts and rights


@dataclass(slots=True)
class Piece:
    """Text on one baseline, in the frame of its turn; character i stands from x0[i] to x1[i].

    `bold`, `italic`: all of it; `mark` counts the superscript digits it begins with, where those
    were raised. `before` and `after` tell that a space stands at its edge. `within` is the column
    it stands in: the left and right edges of its lines; `limit` is how far right a line of it may
    reach. `alone`: a row of figures, which goes on with nothing. `drawn`: the characters it was
    made from, where gaps between them became spaces.
    """

    text: str
    x0: array[float]
    x1: array[float]
    base: float
    size: float
    bold: bool
    italic: bool
    mark: int = 0
    before: bool = False
    after: bool = False
    page: int = 0
    turn: int = 0
    within: tuple[float, float] = (0.0, 0.0)
    limit: float = 0.0
    alone: bool = False
    drawn: Drawn | None = None

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.x0[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x1[-1]


Row = list[Piece]


def rows_of(runs: list[Run], page: int, turn: int = 0) -> list[Row]:
    """The rows of the runs from top to bottom, pieces from left to right."""
    pieces = [piece for run in runs for piece in _pieces(run, page, turn)]
    small = [p for p in pieces if len(p.text) <= 3 and _MARK.fullmatch(p.text)]
    rows = _grouped([p for p in pieces if not (len(p.text) <= 3 and _MARK.fullmatch(p.text))])
    loose = []
    bases = [row[0].base for row in rows]
    for n, mark in enumerate(small):
        if n >= _MOST_MARKS or not _attach(mark, rows, bases):
            loose.append(mark)
    if loose:
        rows = _regrouped(rows, loose)
    return [_joined(sorted(row, key=_left)) for row in rows]


def _left(piece: Piece) -> float:
    return piece.x0[0]


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


def _regrouped(rows: list[Row], more: list[Piece]) -> list[Row]:
    """The rows with digits that belong to no text beside them."""
    bases = [row[0].base for row in rows]
    rest = []
    for piece in more:
        at = bisect_left(bases, piece.base - _SAME_ROW * piece.size)
        if at < len(rows) and bases[at] - piece.base <= _SAME_ROW * piece.size:
            rows[at].append(piece)
        else:
            rest.append(piece)
    return sorted([*rows, *_grouped(rest)], key=lambda row: row[0].base) if rest else rows


def _attach(mark: Piece, rows: list[Row], bases: list[float]) -> bool:
    """Put digits beside the text they stand raised (or lowered) against; False for none.

    Raised: smaller than the text and higher by `_RAISED`, or as large, touching and higher by
    twice that much.
    """
    best, found, host = 1e9, None, None
    reach = 3 * mark.size
    at = bisect_left(bases, mark.base - reach)
    while at < len(rows) and bases[at] <= mark.base + reach:
        for piece in rows[at]:
            em = piece.size
            rise = (piece.base - mark.base) / em
            after, ahead = mark.left - piece.right, piece.left - mark.right
            gap = after if after > ahead else ahead
            if em >= _SMALLER * mark.size:
                near = (
                    -0.4 <= rise <= 0.8
                    and -0.35 * em <= gap <= (0.6 if after > ahead else 1.5) * em
                )
            else:
                near = 2 * _RAISED <= rise <= 0.7 and -0.2 * em <= gap <= 0.15 * em
            if near and gap + abs(rise - 0.35) * em < best:
                best, found, host = gap + abs(rise - 0.35) * em, rows[at], piece
        at += 1
    if found is None or host is None:
        return False
    if host.base - mark.base >= _RAISED * host.size:
        mark.text = mark.text.translate(POWERS)
        mark.mark = len(mark.text)
    mark.base, mark.size = host.base, host.size
    found.append(mark)
    return True


def _pieces(run: Run, page: int, turn: int) -> list[Piece]:
    """The run cut at wide gaps, a space wherever a gap is one."""
    text, x0, x1, size = run.text, run.x0, run.x1, run.size
    if _ODD.search(text):
        text, x0, x1 = _plain(text, x0, x1)
    start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    if start >= end:
        return []
    least = SPACE_GAP * size
    bold, italic = run.font.bold, run.font.italic
    before = any(x0[start] - x1[k] <= least for k in range(start))
    after = any(x0[k] - x1[end - 1] <= least for k in range(end, len(text)))
    cuts = [
        i
        for i, (a, b) in enumerate(zip(x1[start:end], x0[start + 1 : end], strict=False), start + 1)
        if b - a > least
    ]
    if not cuts and "  " not in text[start:end]:
        if end - start < len(text):
            text, x0, x1 = text[start:end], x0[start:end], x1[start:end]
        return [Piece(text, x0, x1, run.base, size, bold, italic, 0, before, after, page, turn)]
    return _spaced(run, (text, x0, x1), (start, end), cuts, (before, after), page, turn)


def _spaced(
    run: Run,
    drawn: Drawn,
    part: tuple[int, int],
    cuts: list[int],
    edges: tuple[bool, bool],
    page: int,
    turn: int,
) -> list[Piece]:
    """The part of the drawn characters with a space at each cut, parted where that is wide."""
    text, x0, x1 = drawn
    start, end = part
    before, after = edges
    size, bold, italic = run.size, run.font.bold, run.font.italic
    words: list[tuple[int, int]] = []
    for m in _WORD.finditer(text, start, end):
        at = m.start()
        for cut in cuts:
            if at < cut < m.end():
                words.append((at, cut))
                at = cut
        words.append((at, m.end()))
    out: list[Piece] = []
    begun = ended = start
    for s, e in words:
        last = out[-1] if out else None
        ended, until = e, ended
        if last is not None and x0[s] - last.x1[-1] < WIDE_GAP * size:
            last.x0.append(last.x1[-1])
            last.x1.append(x0[s])
            last.text += " " + text[s:e]
            last.x0.extend(x0[s:e])
            last.x1.extend(x1[s:e])
            last.drawn = text[begun:e], x0[begun:e], x1[begun:e]
            continue
        if last is not None:
            last.after, before = _spaces(drawn, until, s, size)
        begun = s
        word = Piece(
            text[s:e], x0[s:e], x1[s:e], run.base, size, bold, italic, 0, before, False, page, turn
        )
        out.append(word)
    out[-1].after = after
    return out


def _spaces(drawn: Drawn, end: int, start: int, size: float) -> tuple[bool, bool]:
    """Whether a space is drawn right behind the word that ends at `end`, and right before the
    next one, which begins at `start`: other letters may stand in between."""
    _, x0, x1 = drawn
    least = SPACE_GAP * size
    after = before = False
    for k in range(end, start):
        if x1[k] - x0[k] > 0.05 * size:
            after = after or x0[k] - x1[end - 1] <= least
            before = before or x0[start] - x1[k] <= least
        else:  # put in by the library; where a small gap follows, for one that is drawn there
            before = before or least < x0[start] - x1[k] < _MOVED * size
    return after, before


def _plain(text: str, x0: array[float], x1: array[float]) -> tuple[str, array[float], array[float]]:
    """The text with odd spaces, hyphens and ligatures made plain, what has no width dropped."""
    chars: list[str] = []
    lefts, rights = array("f"), array("f")
    for char, a, b in zip(text, x0, x1, strict=True):
        if char in _DROPPED:
            continue
        if char in _SPACES:
            char = " "
        elif char in "\x02\ufffe":
            char = "-"
        elif char < " " or "\x7f" <= char < "\xa0":
            char = "\ufffd"
        made = unicodedata.normalize("NFKC", char) if char in _LIGATURES else char
        step = (b - a) / len(made)
        for k, one in enumerate(made):
            chars.append(one)
            lefts.append(a + k * step)
            rights.append(a + (k + 1) * step)
    return "".join(chars), lefts, rights


def _joined(row: Row) -> Row:
    """The pieces of a row (from left to right) put together where no wide gap parts them."""
    if len(row) == 1:
        return [_composed(row[0])]
    if any(p.drawn is not None for p in row) and _interleaved(row):
        row = sorted([word for piece in row for word in _words(piece)], key=_left)
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
    return [_composed(p) for p in out]


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


def _words(piece: Piece) -> list[Piece]:
    """The piece cut at every gap; spaces remain only where one is drawn."""
    if piece.drawn is None:
        return [piece]
    text, x0, x1 = piece.drawn
    least = SPACE_GAP * piece.size
    starts = [
        i
        for i, char in enumerate(text)
        if char != " " and (i == 0 or text[i - 1] == " " or x0[i] - x1[i - 1] > least)
    ]
    out: list[Piece] = []
    before = piece.before
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        end = start + len(text[start:following].rstrip(" "))
        after, ahead = piece.after, False
        if following < len(text):
            after, ahead = _spaces(piece.drawn, end, following, piece.size)
        out.append(
            replace(piece, text=text[start:end], x0=x0[start:end], x1=x1[start:end],
                    before=before, after=after, drawn=None)
        )  # fmt: skip
        before = ahead
    return out


def append(last: Piece, piece: Piece, gap: float) -> None:
    """Put `piece` behind `last` on its line, a space between where one is due."""
    spaced = last.after or piece.before
    if not spaced and gap > SPACE_GAP * last.size:
        spaced = not (piece.mark and gap < 2 * SPACE_GAP * last.size)
    if spaced:
        last.text += " "
        last.x0.append(last.right)
        last.x1.append(max(piece.left, last.right))
    longer = len(piece.text) > len(last.text)
    if last.mark == len(last.text) and piece.mark == len(piece.text):
        last.mark += piece.mark
    last.text += piece.text
    last.x0.extend(piece.x0)
    last.x1.extend(piece.x1)
    last.after = piece.after
    lead = last.text[: len(last.text) - len(piece.text)].rstrip()
    if last.mark == len(lead) or _LEAD.fullmatch(lead):
        last.bold, last.italic = piece.bold, piece.italic
    elif not piece.mark:
        last.bold = last.bold and piece.bold
        last.italic = last.italic and piece.italic
    if longer:
        last.base, last.size = piece.base, piece.size


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


def _composed(piece: Piece) -> Piece:
    """The piece in NFC."""
    text = piece.text
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return piece
    chars: list[str] = []
    lefts, rights = array("f"), array("f")
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for char in unicodedata.normalize("NFC", text[at:end]):
            chars.append(char)
            lefts.append(piece.x0[at])
            rights.append(max(piece.x1[at:end]))
        at = end
    piece.text, piece.x0, piece.x1 = "".join(chars), lefts, rights
    return piece


def merged(row: Row) -> Piece:
    """All pieces of a row as one line, a space at each wide gap."""
    first = row[0]
    if len(row) == 1:
        return first
    line = Piece(
        first.text, first.x0[:], first.x1[:], first.base, first.size, first.bold, first.italic,
        first.mark, first.before, True, first.page, first.turn, first.within,
    )  # fmt: skip
    for piece in row[1:]:
        append(line, piece, piece.left - line.right)
        line.after = True
    return line
