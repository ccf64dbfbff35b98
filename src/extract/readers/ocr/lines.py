"""Lines as Tesseract gives them -> lines in points, straightened, each with baseline and size.

The page's tilt is the usual slope of its long lines; everything is turned back by it about the
middle of the page. The size of the type follows from the height of its letters, and lines that
differ little in size are set to the same one, as the layout compares sizes.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.readers.ocr.tesseract import Line, Word
from extract.readers.pdf.runs import Rule
from extract.values.letters import is_syllable

_LOW = frozenset("acemnorsuvxz")  # letters without ascender or descender
_HIGH = frozenset("bdhkl0123456789ABCDEGHIKLMNOPRSTUVXYĐ")
_LOW_HEIGHT, _HIGH_HEIGHT = 0.48, 0.685  # of the size, the blur of a scan included
_LONG = 4  # words: a line from which the tilt can be told
_TILTED = 0.0015  # slope: less is none
_SAME_SIZE = 0.1
_TIGHT = 0.85  # of the size: rows stand further apart
_SPACE = 0.2  # of the size: a gap between two letters that is a space
_TINY = 0.5  # of the size of the line below: no text is so small
_NO_WORD, _SHORT = 0.1, 3  # confidence of short words that are none: parts of signs and lines
_OVER, _DOUBTFUL, _SURER = 0.6, 0.7, 0.2  # overlap; confidences of words read over others
_ILLEGIBLE = 0.3  # mean confidence of a line below which it is no text: stamps, signatures


@dataclass(slots=True)
class Part:
    """A word or a piece of one; boxes in points; `raised`: small and above the line's middle;
    `glued`: no space follows; `was`: as it was read at first, where it was mended."""

    text: str
    boxes: list[tuple[float, float, float, float]]
    sure: float
    raised: bool = False
    glued: bool = False
    was: str = ""


@dataclass(slots=True)
class Row:
    """A line of parts from left to right on the baseline `base`, set in `size` points."""

    parts: list[Part]
    base: float
    size: float

    @property
    def text(self) -> str:
        """The words, a space between."""
        return " ".join(p.text for p in self.parts)


def tilt_of(lines: list[Line]) -> float:
    """The slope of the page's lines (0 for a straight page)."""
    slopes = [line.slope for line in lines if len(line.words) >= _LONG]
    tilt = median(slopes) if slopes else 0.0
    return tilt if abs(tilt) > _TILTED else 0.0


def settled(
    lines: list[Line], tilt: float, scale: float, wide: float, high: float
) -> tuple[list[Row], int]:
    """The lines in points on a page of this size, and how many places were illegible."""
    rows = []
    lost = 0
    for line in lines:
        letters = sum(len(w.text) for w in line.words)
        if sum(w.sure * len(w.text) for w in line.words) < _ILLEGIBLE * letters:
            lost += any(c.isalnum() for w in line.words for c in w.text)
            continue
        line.words = [w for w in line.words if not _is_sign(w)] or line.words
        parts = _apart([_part(word, tilt, scale, wide, high) for word in line.words])
        base, size = measured(parts)
        rows.append(Row([word for part in parts for word in _unglued(part, size)], base, size))
    rows = _without_accents(rows)
    _even(rows)
    return rows, lost


def _is_sign(word: Word) -> bool:
    """True for what is no word: parts of a drawn sign or of a line."""
    return word.sure <= _NO_WORD and len(word.text) <= _SHORT and word.text.isalpha()


def _without_accents(rows: list[Row]) -> list[Row]:
    """The rows but those that are the accents of the capital letters below them, or accents and
    raised marks between two lines."""
    out = []
    for n, row in enumerate(rows):
        below = rows[n + 1] if n + 1 < len(rows) else None
        if below is None or not 0 < below.base - row.base < _TIGHT * below.size:
            out.append(row)
            continue
        near = n > 0 and 0 < row.base - rows[n - 1].base < _TIGHT * below.size
        if near and row.size < _TINY * below.size:
            continue
        left, right = row.parts[0].boxes[0][0], row.parts[-1].boxes[-1][2]
        first, last = below.parts[0].boxes[0][0], below.parts[-1].boxes[-1][2]
        inside = first - below.size <= left and right <= last + below.size
        if not inside or 2 * len(row.text) > len(below.text) or row.size > 0.75 * below.size:
            out.append(row)
    return out


def straightened(rule: Rule, tilt: float, wide: float, high: float) -> Rule:
    """A ruled line turned back by the tilt."""
    x, y = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
    across, down = tilt * (y - high / 2), -tilt * (x - wide / 2)
    if rule.flat:
        return Rule(rule.x0 + across, y + down, rule.x1 + across, y + down)
    return Rule(x + across, rule.top + down, x + across, rule.bottom + down)


def _part(word: Word, tilt: float, scale: float, wide: float, high: float) -> Part:
    boxes = []
    for x0, top, x1, bottom in word.boxes:
        across = tilt * (scale * (top + bottom) / 2 - high / 2)
        down = -tilt * (scale * (x0 + x1) / 2 - wide / 2)
        boxes.append(
            (scale * x0 + across, scale * top + down, scale * x1 + across, scale * bottom + down)
        )
    return Part(word.text, boxes, word.sure, was=word.was)


def _unglued(part: Part, size: float) -> list[Part]:
    """The word as two where it is no syllable but has a gap as wide as a space between two."""
    text, boxes = part.text, part.boxes
    if not text.isalpha() or is_syllable(text):
        return [part]
    gaps = [b[0] - a[2] for a, b in pairwise(boxes)]
    at = gaps.index(max(gaps)) + 1 if gaps else 0
    if not at or gaps[at - 1] < _SPACE * size:
        return [part]
    if not (is_syllable(text[:at]) and is_syllable(text[at:])):
        return [part]
    return [
        Part(text[:at], boxes[:at], part.sure, was=part.was),
        Part(text[at:], boxes[at:], part.sure, was=part.was),
    ]


def _apart(parts: list[Part]) -> list[Part]:
    """The words without those that were read over others: grain makes Tesseract read a place twice.
    Of two the less sure goes, where it is much less so, or doubtful, or says the same."""
    gone: set[int] = set()
    for n, one in enumerate(parts):
        for k in range(n + 1, len(parts)):
            if n not in gone and k not in gone and _overlap(one, parts[k]) > _OVER:
                less, more = (n, k) if one.sure < parts[k].sure else (k, n)
                low, high = parts[less], parts[more]
                if not any(map(str.isalnum, high.text)):
                    continue
                if low.sure < min(_DOUBTFUL, high.sure - _SURER) or low.text == high.text:
                    gone.add(less)
    return [part for n, part in enumerate(parts) if n not in gone]


def _overlap(one: Part, other: Part) -> float:
    """How much of the narrower of two words lies over the other one."""
    left = max(one.boxes[0][0], other.boxes[0][0])
    right = min(one.boxes[-1][2], other.boxes[-1][2])
    narrow = min(part.boxes[-1][2] - part.boxes[0][0] for part in (one, other))
    return (right - left) / narrow if narrow > 0 else 0.0


def measured(parts: Sequence[Part | Word]) -> tuple[float, float]:
    """Baseline and size of the type of words that stand on one line."""
    bottoms, sizes = [], []
    for part in parts:
        for char, (_, top, _, bottom) in zip(part.text, part.boxes, strict=True):
            letter = unicodedata.normalize("NFD", char)
            if letter[0] not in _LOW and letter[0] not in _HIGH:
                continue
            if "\u0323" not in letter:  # a dot below
                bottoms.append(bottom)
            if len(letter) == 1:
                height = _LOW_HEIGHT if char in _LOW else _HIGH_HEIGHT
                sizes.append((bottom - top) / height)
    boxes = [box for part in parts for box in part.boxes]
    base = median(bottoms) if bottoms else max(b[3] for b in boxes)
    size = median(sizes) if sizes else max(b[3] - b[1] for b in boxes)
    return base, max(1.0, size)


def _even(rows: list[Row]) -> None:
    """Set sizes that differ little to the commonest among them, in half points."""
    letters: dict[float, int] = defaultdict(int)
    for row in rows:
        letters[round(2 * row.size) / 2] += sum(len(p.text) for p in row.parts)
    while letters:
        common = max(letters, key=lambda size: letters[size])
        for row in rows:
            if abs(row.size - common) <= _SAME_SIZE * common:
                row.size = common
        letters = {s: n for s, n in letters.items() if abs(s - common) > _SAME_SIZE * common}
