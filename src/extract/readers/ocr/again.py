"""Words read with doubt are read again, each from a picture of its own.

Without its neighbours a word is sometimes read better, sometimes worse, so little is believed:
letters where the second reading is much surer; a figure only where the first reading is none (a
letter among digits) and the second is one of the same length. Where both are figures and differ,
the first stays and its confidence falls. All pictures of a page go through one process.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from extract.readers.ocr.lines import measured
from extract.readers.ocr.marks import DROPPED, is_raised
from extract.readers.ocr.tesseract import LANGUAGE, Line, OcrError, Word, read_words

if TYPE_CHECKING:
    from extract.readers.ocr.tesseract import Grey

_DOUBT = 0.85  # confidence below which a word is read again
_SURE = 0.84  # of a second reading that is believed
_SURER = 0.1  # than the first
DISAGREED = 0.3  # the confidence of a figure that the readings do not agree on
REPAIRED = 0.5  # the confidence, at most, of a figure taken from the second reading
_MOST = 150  # words of a page
_AROUND, _MARGIN = 8, 10  # pixels of the page, of white
FIGURE = re.compile(
    r"[(“\"]?[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?:/\d[\d.]*)?%?[)”\"]?[.,;:]{0,2}"
)
_MIXED = re.compile(r"(?=\D*\d)\S*[A-Za-zŒŠ@&|\]°*]\S*")
_LETTERED = re.compile(r"[A-ZŒŠ&|\]°]\d{1,3}[.,;:]?")  # "A2," where "42," is meant
_STROKES = re.compile(r"(?=[Tl1|]{0,3}[IH])([IHTLl1|]{1,4})[.\-–:]")
_INK = 150  # grey level
_MARK, _TAIL = 0.15, 0.08  # of the size: how wide a mark is, how far a tail goes below the line
_WORD = re.compile(r"[(“\"]?[^\W\d_]+[)”\"]?[.,;:]?")


def read_again(path: str, lines: list[Line], page: Grey) -> int:
    """Read the doubtful words of a page again, in place; how many figures were repaired."""
    words = [
        word
        for line in lines
        for n, word in enumerate(line.words)
        if (word.sure < _DOUBT or _LETTERED.fullmatch(word.text))
        and _is_text(word.text)
        and not _is_called(line, n)
    ][:_MOST]
    if not words:
        return 0
    shown = _pictures(words, page)
    try:
        own = read_words(path, shown, len(words), LANGUAGE)
    except OcrError:
        return 0
    try:
        plain = read_words(path, shown, len(words), "eng")  # knows digits better
    except OcrError:  # not installed
        plain = own
    return sum(_settled(word, own[n], plain[n]) for n, word in enumerate(words))


def count_strokes(lines: list[Line], page: Grey) -> int:
    """Set right the numbers I, II, III at the head of lines by the strokes that the picture has,
    in place; how many were misread (`HI.`, `IH.`, `II.` for `III.`)."""
    count = 0
    for line in lines:
        word = line.words[0]
        m = _STROKES.match(word.text)
        after = (
            word.text[m.end() :] or (line.words[1].text if len(line.words) > 1 else "") if m else ""
        )
        if m is None or not after[:1].isupper():
            continue
        end = m.end(1)
        (x0, top, _, _), (_, _, x1, bottom) = word.boxes[0], word.boxes[end - 1]
        high = bottom - top
        part = page[
            int(top + 0.25 * high) : int(top + 0.42 * high), max(0, int(x0) - 2) : int(x1) + 2
        ]
        edges = np.diff((part < _INK).astype(np.int8), prepend=0, append=0, axis=1)
        strokes = int(np.median((edges > 0).sum(axis=1))) if part.size else 0
        if 0 < strokes <= 3 and m[1] != "I" * strokes:
            step = (x1 - x0) / strokes
            word.boxes[:end] = [
                (x0 + k * step, top, x0 + (k + 1) * step, bottom) for k in range(strokes)
            ]
            word.was = word.was or word.text
            word.text = "I" * strokes + word.text[end:]
            count += 1
    return count


def tell_semicolons(lines: list[Line], page: Grey) -> int:
    """Set right the semicolons that were read as colons, in place, by their tails below the line,
    in their box and in the picture; how many were."""
    count = 0
    for line in lines:
        for n, word in enumerate(line.words):
            if len(word.text) > 1 and word.text[-1] == ":":
                base, size = measured(line.words[max(0, n - 1) : n + 2])
                right, bottom = word.boxes[-1][2:]
                if bottom > base + _TAIL * size and _has_tail(page, right, base, size):
                    word.was = word.was or word.text
                    word.text = word.text[:-1] + ";"
                    count += 1
    return count


def _has_tail(page: Grey, right: float, base: float, size: float) -> bool:
    """True where the ink right before `right`, as wide as a mark at most (which may touch the
    letter before it), reaches below the line."""
    top, low = max(0, int(base - 0.6 * size)), int(base + 0.3 * size)
    first = max(0, int(right - 2 * _MARK * size))
    ink = page[top:low, first : int(right) + 2] < _INK
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return False
    end = int(columns[-1]) + 1
    gaps = np.flatnonzero(np.diff(columns) > 1)
    start = max(end - round(_MARK * size), int(columns[gaps[-1] + 1]) if len(gaps) else 0)
    bottom = top + int(np.nonzero(ink[:, start:end])[0].max())
    return bottom > base + _TAIL * size


def _is_called(line: Line, n: int) -> bool:
    """True for a word with a raised mark at its end, which alone would be read worse."""
    word = line.words[n]
    if DROPPED in word.text:
        return True
    base, size = measured(line.words[max(0, n - 1) : n + 2])
    return any(is_raised(top, bottom, base, size) for _, top, _, bottom in word.boxes[-3:])


def _is_text(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _settled(word: Word, own: Word | None, plain: Word | None) -> bool:
    """Take from the second readings what can be believed; True for a repaired figure."""
    second = [w for w in (own, plain) if w is not None and w.sure >= _SURE]
    if not any(c.isdigit() for c in word.text) and _WORD.fullmatch(word.text):
        if own in second and own.sure >= word.sure + _SURER and _WORD.fullmatch(own.text):
            take(word, own, own.sure)
        return False
    figures = [w for w in second if FIGURE.fullmatch(w.text)]
    if FIGURE.fullmatch(word.text):
        same = [w for w in figures if _digits(w.text) == _digits(word.text)]
        if same:
            word.sure = max(word.sure, same[0].sure)
        elif figures:
            word.sure = min(word.sure, DISAGREED)
        return False
    alike = {w.text for w in figures}
    agreed = word.sure < _DOUBT or len(figures) > 1  # a word that was sure needs both readings
    if _MIXED.fullmatch(word.text) and len(alike) == 1 and _as_long(figures[0], word) and agreed:
        take(word, figures[0], min(REPAIRED, word.sure))
        return True
    if own in second and own.sure >= word.sure + _SURER and not _digits(word.text + own.text):
        take(word, own, own.sure)
    return False


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _as_long(second: Word, first: Word) -> bool:
    """True where two readings may be of the same letters: one may have been split in two."""
    return 0 <= len(second.text) - len(first.text) <= 1


def take(word: Word, second: Word, sure: float) -> None:
    """Give the word the second reading's letters, in its own place."""
    x0, x1 = min(b[0] for b in word.boxes), max(b[2] for b in word.boxes)
    boxes = word.boxes
    if len(second.text) != len(boxes):
        top, bottom = min(b[1] for b in boxes), max(b[3] for b in boxes)
        step = (x1 - x0) / len(second.text)
        boxes = [(x0 + k * step, top, x0 + (k + 1) * step, bottom) for k in range(len(second.text))]
    word.was = word.was or word.text
    word.text, word.boxes, word.sure = second.text, boxes, sure


def _pictures(words: list[Word], page: Grey) -> bytes:
    """A TIFF file with a page for each word."""
    made = []
    for word in words:
        x0 = max(0, int(min(b[0] for b in word.boxes)) - _AROUND)
        top = max(0, int(min(b[1] for b in word.boxes)) - _AROUND)
        x1 = int(max(b[2] for b in word.boxes)) + _AROUND
        bottom = int(max(b[3] for b in word.boxes)) + _AROUND
        made.append(np.pad(page[top:bottom, x0:x1], _MARGIN, constant_values=255))
    return tiff_of(made)


def tiff_of(pictures: list[Grey]) -> bytes:
    """A TIFF file with a page for each picture."""
    first, *others = map(Image.fromarray, pictures)
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=others, dpi=(300, 300))
    return out.getvalue()
