"""Two readings of one page, at two resolutions -> one: figures that one of them has lost.

Little is taken from the second reading, and figures alone: one where the first has nothing, or no
word and no figure (`3B5`). Where both are figures and differ, the first stays and its confidence
falls.
"""

from __future__ import annotations

from extract.readers.legacy.encodings import is_spelled
from extract.readers.ocr.again import DISAGREED, FIGURE, REPAIRED
from extract.readers.ocr.tesseract import Line, Word

_SURE = 0.6  # of a figure that the first reading has not
_OVER, _APART = 0.6, 0.1  # of a word that lies over another, and of one that lies beside all
_BORDERS = "|¦_"
Box = tuple[float, float, float, float]


def joined(lines: list[Line], other: list[Line]) -> int:
    """Put the figures of another reading to the lines, in place; how many there were."""
    words = [(word, _hull(word)) for line in lines for word in line.words]
    count = 0
    for figure in (found for line in other for w in line.words if (found := _figure(w))):
        place = _hull(figure)
        over = [(word, _shared(place, box)) for word, box in words if _meet(place, box)]
        if all(share < _APART for _, share in over):
            if figure.sure >= _SURE:
                figure.sure = min(figure.sure, REPAIRED)
                lines.append(Line([figure], 0.0))
                count += 1
            continue
        word, share = max(over, key=lambda found: found[1])
        if share < _OVER or _shared(_hull(word), place) < _OVER:
            continue
        bare = word.text.strip(_BORDERS)
        if bare == figure.text:
            continue
        if FIGURE.fullmatch(bare):
            word.sure = min(word.sure, DISAGREED)
        elif len(bare) <= len(figure.text) + 1 and not _is_word(word):
            word.was = word.was or word.text
            word.text, word.boxes = figure.text, figure.boxes
            word.sure = min(figure.sure, REPAIRED)
            count += 1
    return count


def _figure(word: Word) -> Word | None:
    """The word without borders of its cell at its edges; None where it is no figure."""
    bare = word.text.strip(_BORDERS)
    if not FIGURE.fullmatch(bare):
        return None
    start = word.text.index(bare)
    return Word(bare, word.boxes[start : start + len(bare)], word.sure, word.was)


def _is_word(word: Word) -> bool:
    bare = word.text.strip(".,;:()\"“”'-")
    return not bare or is_spelled(bare)


def _hull(word: Word) -> Box:
    x0, top, x1, bottom = zip(*word.boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _shared(a: Box, b: Box) -> float:
    """How much of `a` lies in `b`."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    area = (a[2] - a[0]) * (a[3] - a[1])
    return wide * high / area if wide > 0 and high > 0 and area > 0 else 0.0
