"""Runs of a page -> pieces of text: words spaced, odd characters made plain, NFC.

A run is cut at gaps that are wider than a space can be, and a gap that is a space becomes one.
Every character keeps its place.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from operator import sub

from extract.readers.pdf.runs import Run
from extract.readers.text.lines import SPACE, THIN

# Parts of the type size (em).
SPACE_GAP = 0.16  # a gap that is a space where none is written; kerning stays below 0.1
WIDE_GAP = 1.1  # a gap that justified text does not have between two words
_MOVED = 0.5  # a space that the library has put aside; where it was wider, the gap tells it

_LETTERS = 3  # gaps from which letters set wide are looked for
_SPREAD = re.compile(r" [^\W\d_] [^\W\d_] (?<=(?<!\w)[^\W\d_].{5})")  # `B Á O `: single letters
_NEARLY = 0.9  # of the letters of such a run stand equally far apart, or a word's end further
_ALIKE = 0.15  # of a gap: others that differ by less are equal
_WIDER = 1.5  # times the gap between its letters is that between its words

_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆĳ"
# \x02 and U+FFFE are what PDFium calls a hyphen at a line's end
_ODD = re.compile(
    rf"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe{SPACE.replace(' ', '')}{THIN}{_LIGATURES}]"
)
_SPACES = frozenset(SPACE + "\n\r\x0b\x0c\x85\u2028\u2029")
_DROPPED = frozenset(THIN.replace("\xad", "") + "\x00")
_WORD = re.compile(r"[^ ]+")

Drawn = tuple[str, "array[float]", "array[float]"]  # characters with their lefts and rights


@dataclass(slots=True)
class Piece:
    """Text on one baseline, in the frame of its turn; character i stands from x0[i] to x1[i].

    `bold`, `italic`: all of it; `mark` counts the superscript digits it begins with, where those
    were raised. `before` and `after` tell that a space stands at its edge. `within` is the column
    it stands in: the left and right edges of its lines; `limit` is how far right a line of it may
    reach. `alone`: a row of figures, which goes on with nothing. `drawn`: the characters it was
    made from, where gaps between them became spaces. `lead` counts the characters at its head that
    are bold or italic where not all are; -1 where others are, too. `cut`: the next line goes on
    with its last word or figure.
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
    lead: int = 0
    cut: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.x0[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x1[-1]


def pieces_of(run: Run, page: int, turn: int) -> list[Piece]:
    """The run cut at wide gaps, a space wherever a gap is one."""
    text, x0, x1, size = run.text, run.x0, run.x1, run.size
    if _ODD.search(text):
        text, x0, x1 = _plain(text, x0, x1)
    if _SPREAD.search(text):
        text, x0, x1 = _drawn_alone(text, x0, x1)
    start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    if start >= end:
        return []
    least = SPACE_GAP * size
    bold, italic = run.font.bold, run.font.italic
    before = start > 0 and x0[start] - max(x1[:start]) <= least
    after = end < len(text) and min(x0[end:]) - x1[end - 1] <= least
    lefts, rights = (x0, x1) if end - start == len(text) else (x0[start:end], x1[start:end])
    cuts = []
    if end - start > 1 and max(map(sub, lefts[1:], rights)) > least:  # seldom
        cuts = [
            i
            for i, (a, b) in enumerate(zip(rights, lefts[1:], strict=False), start + 1)
            if b - a > least
        ]
        if len(cuts) >= _LETTERS:
            cuts = _without_letterspacing(text, x0, x1, cuts)
    if not cuts and "  " not in text[start:end]:
        if end - start < len(text):
            text, x0, x1 = text[start:end], lefts, rights
        return [Piece(text, x0, x1, run.base, size, bold, italic, 0, before, after, page, turn)]
    return _spaced(run, (text, x0, x1), (start, end), cuts, (before, after), page, turn)


def _drawn_alone(text: str, x0: array[float], x1: array[float]) -> Drawn:
    """The characters without the spaces of no width that the library has put between letters that
    stand equally far apart."""
    kept = [i for i, char in enumerate(text) if char != " " or x1[i] > x0[i]]
    alone = "".join([text[i] for i in kept])
    lefts, rights = array("f", [x0[i] for i in kept]), array("f", [x1[i] for i in kept])
    if len(kept) == len(text) or _letter_gap(alone, lefts, rights, range(1, len(alone))) is None:
        return text, x0, x1
    return alone, lefts, rights


def _without_letterspacing(
    text: str, x0: array[float], x1: array[float], cuts: list[int]
) -> list[int]:
    """The cuts without those between the letters of words set wide (`B Á O  C Á O`), where nearly
    every letter stands apart from the next and they all stand equally far."""
    usual = _letter_gap(text, x0, x1, range(cuts[0], cuts[-1] + 1))
    if usual is None:
        return cuts
    return [i for i in cuts if x0[i] - x1[i - 1] > _WIDER * usual]


def _letter_gap(text: str, x0: array[float], x1: array[float], within: range) -> float | None:
    """The gap between the letters of words set wide; None where they do not stand equally far, or
    are all of those that some programs draw from a second font between the others."""
    gaps = [x0[i] - x1[i - 1] for i in within if text[i].isalpha() and text[i - 1].isalpha()]
    if sum("A" <= char <= "z" for char in text) < 2:
        return None
    usual = sorted(gaps)[len(gaps) // 2] if len(gaps) >= _LETTERS else 0.0
    equal = sum(abs(gap - usual) < _ALIKE * usual for gap in gaps)
    wider = sum(gap > _WIDER * usual for gap in gaps)
    return usual if usual > 0 and equal + wider >= _NEARLY * len(gaps) <= 2 * equal else None


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
    ahead = iter((*cuts, end))
    cut = next(ahead)
    for m in _WORD.finditer(text, start, end):
        at = m.start()
        while cut < m.end():
            if at < cut:
                words.append((at, cut))
                at = cut
            cut = next(ahead)
        words.append((at, m.end()))
    out: list[Piece] = []
    heads: list[int] = []  # where each piece begins
    tails: dict[int, int] = {}  # of several words: where it ends
    ended = start
    for s, e in words:
        last = out[-1] if out else None
        ended, until = e, ended
        if last is not None and x0[s] - last.x1[-1] < WIDE_GAP * size:
            last.x0.append(last.x1[-1])
            last.x1.append(x0[s])
            last.text += " " + text[s:e]
            last.x0.extend(x0[s:e])
            last.x1.extend(x1[s:e])
            tails[len(out) - 1] = e
            continue
        if last is not None:
            last.after, before = _spaces(drawn, until, s, size)
        heads.append(s)
        word = Piece(
            text[s:e], x0[s:e], x1[s:e], run.base, size, bold, italic, 0, before, False, page, turn
        )
        out.append(word)
    out[-1].after = after
    for n, e in tails.items():
        s = heads[n]
        out[n].drawn = text[s:e], x0[s:e], x1[s:e]
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


def put_together(whole: list[Piece]) -> None:
    """Give the first of some pieces, which stand side by side, the text of all."""
    first, *others = whole
    first.after = whole[-1].after
    for piece in others:
        first.text += piece.text
        first.x0.extend(piece.x0)
        first.x1.extend(piece.x1)
        piece.text = ""


def words_of(piece: Piece) -> list[Piece]:
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
            Piece(
                text[start:end], x0[start:end], x1[start:end], piece.base, piece.size, piece.bold,
                piece.italic, piece.mark, before, after, piece.page, piece.turn, lead=piece.lead,
            )
        )  # fmt: skip
        before = ahead
    return out


def first_word(line: Piece) -> float:
    """The width of the first word of a line."""
    m = _WORD.search(line.text, line.mark)
    return line.x1[m.end() - 1] - line.left if m else 0.0


def composed(piece: Piece) -> Piece:
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
    if piece.lead > 0:
        piece.lead = len(unicodedata.normalize("NFC", text[: piece.lead]))
    piece.text, piece.x0, piece.x1 = "".join(chars), lefts, rights
    return piece
