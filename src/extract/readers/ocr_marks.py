"""Raised note numbers in what OCR has read: found by their ink, numbered by their order.

A raised number is often read as a quotation mark or another small sign. It becomes a number again
where the notes at the page's end count on without a gap and there are as many calls above them.
A digit that was read is never changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from extract.readers.ocr_lines import Part, Row, measured
from extract.readers.tesseract import Line, Word

if TYPE_CHECKING:
    from extract.readers.tesseract import Grey

_SIGNS = "\"”“’‘'`´!?*°ºª^ˆlIi|¹²³⁴⁵⁶⁷⁸⁹⁰"  # what a small raised digit is read as
_MARK = re.compile(rf"[\d{re.escape(_SIGNS)}]{{1,3}}")
_END = re.compile(rf"(?<=.)({_MARK.pattern})[.,;:)”]*$")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNITS = frozenset({"m", "km", "cm", "dm", "mm"})
_INK = 150  # grey level
# Of the size: where a raised number ends above the baseline, its height (a quotation mark's is
# less, a full digit's more).
_RAISED, _LEAST, _MOST = 0.2, 0.28, 0.5
_SMALL = 0.93  # of the body's size, at most: notes

Box = tuple[float, float, float, float]


def sharpen(lines: list[Line], page: Grey) -> None:
    """Measure the raised ends of words in the picture; Tesseract's boxes of small signs are
    rough."""
    for line in lines:
        for n, word in enumerate(line.words):
            m = _END.search(word.text)
            if m is None:
                continue
            base, size = measured(line.words[max(0, n - 1) : n + 2])
            found = _raised_ink(page, word, m, base, size)
            if not found:
                continue
            first, last = m.span(1)
            if m[1].isdecimal():
                first = max(first, last - len(found))
                found = found[first - last :]
            word.boxes[first:last] = _split(found[0][0], found[-1], last - first)


def _raised_ink(page: Grey, word: Word, m: re.Match[str], base: float, size: float) -> list[Box]:
    """The raised digits at the end `m` of a word, nothing but points and brackets behind them."""
    before = word.boxes[m.start(1) - 1]
    left = max(0, int((before[0] + before[2]) / 2))
    right = int(max(box[2] for box in word.boxes)) + 2
    top, bottom = max(0, int(base - size)), int(base + 0.3 * size)
    ink = page[top:bottom, left:right] < _INK
    edges = np.flatnonzero(np.diff(ink.any(axis=0), prepend=False, append=False))
    found = []
    behind = 0
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        rows = np.flatnonzero(ink[:, a:b].any(axis=1))
        high, low = float(top + rows[0]), float(top + rows[-1] + 1)
        behind += 1
        if a and _is_raised(high, low, base, size):  # at 0 half a letter stands
            found.append((float(left + a), high, float(left + b), low))
            behind = 0
    return found if behind <= 2 * (len(word.text) - m.end(1)) else []


def _is_raised(top: float, bottom: float, base: float, size: float) -> bool:
    return _LEAST * size < bottom - top < _MOST * size and bottom < base - _RAISED * size


def _split(left: float, last: Box, count: int) -> list[Box]:
    """A box from `left` to the end of `last` cut into `count`."""
    step = (last[2] - left) / count
    return [(left + k * step, last[1], left + (k + 1) * step, last[3]) for k in range(count)]


def number_notes(pages: list[list[Row]]) -> int:
    """Give the pages' notes and their calls raised numbers; how many were not read as such."""
    count = last = 0
    for rows in pages:
        body = max((r.size for r in rows if len(r.text) > 40), default=0.0)
        numbers, changed = _bodies([r for r in rows if r.size <= _SMALL * body], last)
        count += changed + _calls([r for r in rows if r.size > _SMALL * body], numbers)
        last = numbers[-1] if numbers else last
    return count


def _bodies(rows: list[Row], last: int) -> tuple[list[int], int]:
    """The numbers of the notes that begin in `rows`, and how many were not read.

    They count on from one that was read, or from `last`, the last note of the pages before;
    where those that were read do not agree, only they are taken.
    """
    found = [(row, length) for row in rows if (length := _raised_at(row, row.parts[0], 0))]
    found = [(row, length) for row, length in found if row.text[length:].strip()]
    marks = [row.parts[0].text[:length].translate(_DIGITS) for row, length in found]
    firsts = {int(mark) - n for n, mark in enumerate(marks) if mark.isdecimal()}
    numbers = []
    count = 0
    for n, ((row, length), mark) in enumerate(zip(found, marks, strict=True)):
        if mark.isdecimal():
            number = int(mark)
        elif len(firsts) < 2:
            number = n + (min(firsts) if firsts else last + 1)
            count += 1
        else:
            continue
        _set_raised(row, 0, 0, length, number)
        numbers.append(number)
    return numbers, count


def _calls(rows: list[Row], numbers: list[int]) -> int:
    """Number the calls in `rows`; how many were not read as numbers.

    Signs become numbers only where there are as many calls as `numbers`, and none that was read
    says otherwise.
    """
    found = [(row, *call) for row in rows for call in _raised_in(row)]
    marks = [row.parts[n].text[a:b].translate(_DIGITS) for row, n, a, b in found]
    agree = len(marks) == len(numbers) and all(
        not mark.isdecimal() or int(mark) == number
        for mark, number in zip(marks, numbers, strict=True)
    )
    count = 0
    for k in reversed(range(len(found))):  # from the right, as parts are cut in two
        if marks[k].isdecimal():
            _set_raised(*found[k], int(marks[k]))
        elif agree:
            _set_raised(*found[k], numbers[k])
            count += 1
    return count


def _raised_in(row: Row) -> list[tuple[int, int, int]]:
    """The raised marks behind words, but for powers of units: part, from, to."""
    found = []
    for n, part in enumerate(row.parts):
        m = _END.search(part.text)
        if m is None:
            continue
        at = next((k for k in range(*m.span(1)) if _raised_at(row, part, k)), None)
        if at is not None and part.text[:at].lstrip("(0123456789.,") not in _UNITS:
            found.append((n, at, at + _raised_at(row, part, at)))
    return found


def _raised_at(row: Row, part: Part, at: int) -> int:
    """How many characters from `at` on are a raised mark."""
    m = _MARK.match(part.text, at)
    length = 0
    for _, top, _, bottom in part.boxes[at : m.end() if m is not None else at]:
        if not _is_raised(top, bottom, row.base, row.size):
            break
        length += 1
    return length


def _set_raised(row: Row, n: int, at: int, end: int, number: int) -> None:
    """Make part n's characters at..end a part of its own: the raised number."""
    part = row.parts[n]
    digits = str(number)
    boxes = _split(part.boxes[at][0], part.boxes[end - 1], len(digits))
    made = [
        Part(part.text[:at], part.boxes[:at], part.sure, glued=True),
        Part(digits, boxes, part.sure, raised=True, glued=end < len(part.text)),
        Part(part.text[end:], part.boxes[end:], part.sure, glued=part.glued),
    ]
    row.parts[n : n + 1] = [p for p in made if p.text]
