"""Numbers at the head of lines that a tab sets far from their words, read again beside them.

Word's automatic numbers stand a centimetre before the words, and Tesseract, which reads letters by
their neighbours, takes `1.` alone for `đỗ` and `II.` for `H.`, or reads nothing there. The picture
of such a number is put a space before its words, and what is read there is believed where it is a
number. All pictures of a page go through one process for each language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from extract.readers.ocr.again import take, tiff_of
from extract.readers.ocr.lines import measured
from extract.readers.ocr.tesseract import LANGUAGE, Line, OcrError, Word, read_words

if TYPE_CHECKING:
    from extract.readers.ocr.tesseract import Grey

_APART = 1.2  # of the size: how far a number stands from its words at least
_LONGEST = 5  # characters of a number
_WORDS = 5  # behind it that are shown with it
_SURE = 0.85  # confidence of a number that is not read again
_BELIEVED = 0.65  # of a second reading
_MOST = 60  # numbers of a page
_ABOVE, _BELOW, _SPACE = 1.0, 0.35, 0.3  # of the size: what of the line is shown, a space
_MARGIN = 12  # pixels of white around
_EDGE = 6  # pixels of the page beside what is shown
_FAR, _WIDE, _HIGH = 4.0, 1.8, 0.45  # of the size: how far left, wide, high a missed number is
_INK = 150  # grey level
Box = tuple[float, float, float, float]
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_LABEL = re.compile(rf"\(?(?:{_NUMBER}[.)]?|[IVX]{{1,5}}[.)]?|[Il]{{1,3}}\.|[a-zđ]\))")
_GLUED = re.compile(rf"(\(?(?:{_NUMBER}|[IVX]{{1,5}}|[a-zđ])[.)])[^\W\d_]")


def mend_labels(path: str, lines: list[Line], page: Grey) -> int:
    """Read the numbers of a page that stand apart from their words again, in place; how many were
    misread, or not read at all."""
    misread = [(line, line.words) for line in lines if _is_apart(line.words)]
    boxes = [(w.boxes[0], w.boxes[-1]) for line in lines for w in line.words]
    missed = [(line, words) for line in lines if (words := _missed(line.words, boxes, page))]
    found = [*misread, *missed][:_MOST]
    if not found:
        return 0
    shown = tiff_of([_picture(words, page) for _, words in found])
    readings: list[list[Word | None]] = []
    for language in (LANGUAGE, "eng"):  # that knows Roman numbers better
        try:
            readings.append(read_words(path, shown, len(found), language, first=True))
        except OcrError:  # not installed
            continue
    count = 0
    for n, (line, words) in enumerate(found):
        if _settled(words[0], [second[n] for second in readings]):
            line.words = words
            count += 1
    return count


def _missed(words: list[Word], boxes: list[tuple[Box, Box]], page: Grey) -> list[Word]:
    """The words of a line behind one for the ink that stands alone before them, where a number may
    be that was not read; `boxes` are the first and last ones of all words. Empty for none."""
    if len(words) < 2 or not words[0].text[0].isalpha():
        return []
    base, size = measured(words[:_WORDS])
    left, right = int(words[0].boxes[0][0] - _FAR * size), int(words[0].boxes[0][0] - size)
    top, bottom = int(base - 0.8 * size), int(base + 0.15 * size)
    ink = page[max(0, top) : bottom, max(0, left) : max(0, right)] < _INK
    columns, rows = (np.flatnonzero(ink.any(axis=axis)) for axis in (0, 1))
    if not len(columns) or rows[-1] - rows[0] < _HIGH * size:
        return []
    x0, x1 = max(0, left) + int(columns[0]), max(0, left) + int(columns[-1]) + 1
    cut = columns[0] < _EDGE or columns[-1] == ink.shape[1] - 1
    if cut or x1 - x0 > _WIDE * size:
        return []
    if any(a[0] < x1 and b[2] > x0 and a[1] < bottom and a[3] > top for a, b in boxes):
        return []
    return [Word("?", [(x0, top, x1, base)], 0.0), *words]


def _is_apart(words: list[Word]) -> bool:
    """True for the words of a line of which the first may be a number that was misread: short, far
    from the next ones, which are no figures."""
    if len(words) < 3 or len(words[0].text) > _LONGEST or not words[1].text[0].isalpha():
        return False
    _, size = measured(words[1 : 1 + _WORDS])
    if words[1].boxes[0][0] - words[0].boxes[-1][2] < _APART * size:
        return False
    first = words[0]
    return first.sure < _SURE or (_LABEL.fullmatch(first.text) is None and first.text != "-")


def _picture(words: list[Word], page: Grey) -> Grey:
    """The first of the words a space before the others."""
    base, size = measured(words[1 : 1 + _WORDS])
    rows = slice(max(0, int(base - _ABOVE * size)), int(base + _BELOW * size))

    def part(some: list[Word]) -> Grey:
        left, right = some[0].boxes[0][0] - _EDGE, some[-1].boxes[-1][2] + _EDGE
        return page[rows, max(0, int(left)) : int(right)]

    label, rest = part(words[:1]), part(words[1 : 1 + _WORDS])
    gap = np.full((label.shape[0], max(1, int(_SPACE * size) - 2 * _EDGE)), 255, np.uint8)
    return np.pad(np.hstack([label, gap, rest]), _MARGIN, constant_values=255)


def _settled(word: Word, readings: list[Word | None]) -> bool:
    """Take the surest of the second readings that is a number; True where it says another one."""
    numbers = [
        Word(m[m.lastindex or 0], [], second.sure)
        for second in readings
        if second is not None and second.sure >= _BELIEVED
        if (m := _LABEL.fullmatch(second.text) or _GLUED.match(second.text)) is not None
    ]
    if not numbers:
        return False
    best = max(numbers, key=lambda second: second.sure)
    if best.text == word.text:
        word.sure = max(word.sure, best.sure)
        return False
    if _LABEL.fullmatch(word.text) and best.sure < word.sure:
        return False
    take(word, best, best.sure)
    return True
