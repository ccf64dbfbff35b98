"""Raised note numbers in what OCR has read: found by their ink, numbered by their order.

A raised number is often read as a quotation mark or another small sign, or not at all: then its ink
stands behind a word, and `DROPPED` is put there. It becomes a number again where the notes at the
page's end count on without a gap and there are as many calls above them; what does not is taken
out. A digit that was read is not changed, but for one of several calls that are as many as the
notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from extract.readers.ocr.lines import Part, Row, measured
from extract.readers.ocr.tesseract import Line, Word
from extract.values.letters import LOWERED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extract.readers.ocr.tesseract import Grey

DROPPED = "\u2060"  # ink of a raised mark that was not read
_SIGNS = DROPPED + "\"”“’‘'`´!?*°ºª^ˆlIi|¹²³⁴⁵⁶⁷⁸⁹⁰"  # what a small raised digit is read as
_MARK = re.compile(rf"[\d{re.escape(_SIGNS)}]{{1,3}}")
_END = re.compile(rf"(?<=.)({_MARK.pattern})[.,;:)”]*$")
_QUOTED_END = re.compile(rf"(?<=.)({_MARK.pattern})[.,;:)]*$")  # 2015”: the mark is the ”
_ODD_END = re.compile(r"(?<=[%)”\d])([^\W\d_])[.,;:)”]*$")  # a letter where none can stand
_BEHIND = re.compile(r"[.,;:)”]*$")
_BARE_NOTE = re.compile(r"(\d{1,3})(?:$|(?=[^\W\d_]))")
_ODD_HEAD = re.compile(r"[^\W_]{0,2}[”’'‘`´!?*°ºª^ˆ®§|]{1,2}(?= ?[^\W\d_]{2})")  # of no sentence
_UNITS = frozenset({"m", "km", "cm", "dm", "mm"})
_INK = 150  # grey level
# Of the size: where a raised number ends above the baseline, its height (a quotation mark's is
# less, a full digit's more).
_RAISED, _LEAST, _MOST = 0.2, 0.28, 0.5
_DIGITS_OF_MARK = 3
_SEVERAL = 3  # calls, as many as notes, tell of one of them that it was misread
_NUMBER = 4  # characters of a page number at most: no text
_SHORT = 4.0  # of the size: a line that ends so far from the margin is the last of its note
_SMALL = 0.93  # of the body's size, at most: notes

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised mark: the characters start..end of a part of a row."""

    row: Row
    part: int
    start: int
    end: int

    @property
    def is_dropped(self) -> bool:
        """True for one that only ink tells of."""
        return DROPPED in self.row.parts[self.part].text[self.start : self.end]

    @property
    def read(self) -> int | None:
        """Its number as it was read; None for a sign."""
        text = self.row.parts[self.part].text[self.start : self.end].translate(LOWERED)
        return int(text) if text.isdecimal() else None


def sharpen(lines: list[Line], page: Grey) -> None:
    """Measure the raised ends of words in the picture; Tesseract's boxes of small signs are
    rough."""
    for line in lines:
        for n, word in enumerate(line.words):
            base, size = measured(line.words[max(0, n - 1) : n + 2])
            m, found = _end_of(page, word, base, size)
            odd = _ODD_END.search(word.text) if m is None else None
            if odd is not None and len(_raised_ink(page, word, odd, base, size)) == 1:
                at = odd.start(1)
                word.text = word.text[:at] + DROPPED + word.text[at + 1 :]
                m, found = _end_of(page, word, base, size)
            if m is None:
                after = line.words[n + 1].boxes[0][0] if n + 1 < len(line.words) else None
                _put_dropped(page, word, after, base, size)
                continue
            if not found:
                continue
            first, last = m.span(1)
            first = max(first, last - len(found))  # the digits before are of the word
            while not m[1].isdecimal() and word.text[first].isdecimal() and first < last - 1:
                if is_raised(*word.boxes[first][1::2], base, size):
                    break
                first += 1
            if m[1].isdecimal():
                found = found[first - last :]
            word.boxes[first:last] = _split(found[0][0], found[-1], last - first)
            edge = found[-1][2]
            for k in range(last, len(word.boxes)):
                x0, top, x1, bottom = word.boxes[k]
                word.boxes[k] = max(x0, edge), top, max(x1, edge), bottom


def _end_of(
    page: Grey, word: Word, base: float, size: float
) -> tuple[re.Match[str] | None, list[Box]]:
    """The end of a word that may be a raised mark, and the ink of its raised digits; a quotation
    mark is one where its ink says so, else it stands behind one."""
    m = None
    for end in (_QUOTED_END, _END):
        m = end.search(word.text)
        found = _raised_ink(page, word, m, base, size) if m is not None else []
        if found:
            return m, found
    return m, []


def _put_dropped(page: Grey, word: Word, after: float | None, base: float, size: float) -> None:
    """Put a mark behind the word, before its last stops, where only ink tells of one; `after` is
    where the next word begins."""
    m = _BEHIND.search(word.text)
    at = m.start() if m is not None else len(word.text)
    if not at or (not word.text[at - 1].isalnum() and word.text[at - 1] not in "%)”"):
        return
    left = int((word.boxes[at - 1][0] + word.boxes[at - 1][2]) / 2)
    edge = word.boxes[at - 1][2]
    right = word.boxes[-1][2] + 2 if at < len(word.boxes) else after  # one box may hold both
    right = min(right, edge + 1.2 * size) if right is not None else edge + 1.2 * size
    top, bottom = max(0, int(base - size)), int(base + 0.3 * size)
    ink = page[top:bottom, left : max(left, int(right))] < _INK
    edges = np.flatnonzero(np.diff(ink.any(axis=0), prepend=False, append=False))
    found: list[Box] = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if not a or left + b <= edge:  # the last letter itself
            continue
        rows = _rows_of(ink[:, a:b])
        if not len(rows):
            continue
        high, low = float(top + rows[0]), float(top + rows[-1] + 1)
        if not is_raised(high, low, base, size) or b - a > _MOST * size:
            break
        found.append((float(left + a), high, float(left + b), low))
    if 0 < len(found) <= 3:
        word.text = word.text[:at] + DROPPED * len(found) + word.text[at:]
        word.boxes[at:at] = found


def _raised_ink(page: Grey, word: Word, m: re.Match[str], base: float, size: float) -> list[Box]:
    """The raised digits at the end `m` of a word, nothing but points and brackets behind them."""
    before = word.boxes[m.start(1) - 1]
    left = max(0, int((before[0] + before[2]) / 2))
    right = int(max(box[2] for box in word.boxes)) + 2
    top, bottom = max(0, int(base - size)), int(base + 0.3 * size)
    ink = page[top:bottom, left:right] < _INK
    edges = np.flatnonzero(np.diff(ink.any(axis=0), prepend=False, append=False))
    found = []
    level = behind = 0
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        rows = _rows_of(ink[:, a:b])
        if not len(rows):
            continue
        high, low = float(top + rows[0]), float(top + rows[-1] + 1)
        behind += a > 0
        if a and is_raised(high, low, base, size):  # at 0 half a letter stands
            found.append((float(left + a), high, float(left + b), low))
            level, behind = level + behind - 1, 0
    if m[1].isdecimal() and level != len(m[1]) - len(found):
        return []  # the raised digit is none of those that were read
    return found if behind <= 2 * (len(word.text) - m.end(1)) else []


def _rows_of(ink: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The rows with ink, without what hangs down into them from the line above."""
    rows = np.flatnonzero(ink.any(axis=1))
    if len(rows) and rows[0] == 0:
        gaps = np.flatnonzero(np.diff(rows) > 1)
        rows = rows[gaps[0] + 1 :] if len(gaps) else rows
    return rows


def is_raised(top: float, bottom: float, base: float, size: float) -> bool:
    """True for ink between `top` and `bottom` that is small and stands above the line's middle."""
    return _LEAST * size < bottom - top < _MOST * size and bottom < base - _RAISED * size


def _split(left: float, last: Box, count: int) -> list[Box]:
    """A box from `left` to the end of `last` cut into `count`."""
    step = (last[2] - left) / count
    return [(left + k * step, last[1], left + (k + 1) * step, last[3]) for k in range(count)]


def number_notes(pages: list[list[Row]]) -> int:
    """Give the pages' notes and their calls raised numbers; how many were not read as such."""
    count = 0
    last: int | None = 0  # the last note of the pages before; None where that is not sure
    going = False  # the page before ends in notes
    for rows in pages:
        body = max((r.size for r in rows if len(r.text) > 40), default=0.0)
        calls = [
            Mark(row, *at) for row in rows if row.size > _SMALL * body for at in _raised_in(row)
        ]
        begins = next((n for n, r in enumerate(rows) if r.size > _SMALL * body), 0)  # no head
        low = [row for row in rows[begins:] if row.size <= _SMALL * body]
        small = [row for row in low if len(row.text) > _NUMBER]
        notes, lost = _notes_of(small, len(calls))
        begun = bool(notes and calls) and (going or notes[0].row is small[0])
        if not notes and last is not None:
            notes = _bare_notes(rows, body, last)
        if len(calls) != len(notes):
            calls = [call for call in calls if not call.is_dropped]
        whole = begun or (not lost and len(notes) == len(calls))
        sure = lost or len(notes)
        numbers = _counted([mark.read for mark in notes], last, sure if whole else 0)
        known = [n for n in numbers if n is not None]
        read = [call.read for call in calls]
        complete = not lost and len(known) == len(notes)
        count += _set(notes, numbers) + _set(calls, _matched(read, known) if complete else read)
        last = max(known, default=last) if complete else None
        going = bool(notes)
    for rows in pages:
        for row in rows:
            _clean(row)
    return count


def _notes_of(small: list[Row], calls: int) -> tuple[list[Mark], int]:
    """The notes that begin in small rows. One that seems to have lost its mark (the row before it
    ends a sentence short of the margin) is among them where there are then as many as `calls`;
    where not, how many stand before it, else 0."""
    edge = max((row.parts[-1].boxes[-1][2] for row in small), default=0.0)
    found: list[Mark] = []
    for above, row in pairwise([*small[:1], *small]):
        short = above.parts[-1].boxes[-1][2] < edge - _SHORT * above.size
        length = _head_of(row)
        begins = short and above.text.endswith((".", ";")) and row.text[:1].isupper()
        if length or (found and begins):
            found.append(Mark(row, 0, 0, length))
    if all(mark.end for mark in found) or len(found) == calls:
        return found, 0
    first = next(n for n, mark in enumerate(found) if not mark.end)
    return [mark for mark in found if mark.end], first


def _clean(row: Row) -> None:
    """Take out marks that have become no number."""
    for part in row.parts:
        if DROPPED in part.text:
            part.boxes = [
                b for char, b in zip(part.text, part.boxes, strict=True) if char != DROPPED
            ]
            part.text = part.text.replace(DROPPED, "")


def _bare_notes(rows: list[Row], body: float, last: int) -> list[Mark]:
    """The notes at a page's end whose numbers are not raised: small lines that begin with the
    number that comes next, put to a word with a capital letter."""
    found: list[Mark] = []
    for n, row in enumerate(rows):
        if row.size > _SMALL * body:
            found = []
            continue
        m = _BARE_NOTE.match(row.parts[0].text)
        word = row.text[m.end() :].lstrip() if m is not None else ""
        if m is not None and word[:1].isupper() and int(m[1]) == last + len(found) + 1:
            found.append(Mark(rows[n], 0, 0, m.end()))
    return found


def _counted(read: list[int | None], last: int | None, sure: int) -> list[int | None]:
    """The numbers of a page's notes, of which some were read and the first `sure` ones follow each
    other.

    They count on from one that was read, or from `last`, the last note of the pages before; where
    those that were read do not agree, only they are taken.
    """
    firsts = {number - n for n, number in enumerate(read) if number is not None}
    if len(firsts) > 1 or (not firsts and last is None):
        return list(read)
    first = min(firsts, default=(last or 0) + 1)
    known = len(read) if firsts else sure
    return [first + n if n < known else None for n in range(len(read))]


def _matched(read: list[int | None], numbers: list[int]) -> list[int | None]:
    """The numbers of a page's calls, of which some were read, by those of its notes: where as many
    were not read between two that were, or before and behind them, as notes are without a call.

    Calls that were read and do not count up with the notes tell nothing of the others, but where
    there are as many calls as notes, several, and few that were read as another number.
    """
    if len(read) == len(numbers) >= _SEVERAL:
        wrong = sum(n not in (None, number) for n, number in zip(read, numbers, strict=True))
        if wrong * _SEVERAL <= len(numbers):
            return list(numbers)
    found = [n for n in read if n is not None]
    if not set(found) <= set(numbers) or any(a >= b for a, b in pairwise(found)):
        return list(read)
    out = list(read)
    at = [-1, *(k for k, n in enumerate(read) if n is not None), len(read)]
    of = [-1, *map(numbers.index, found), len(numbers)]
    for (a, b), (low, high) in zip(pairwise(at), pairwise(of), strict=True):
        if b - a == high - low:
            out[a + 1 : b] = numbers[low + 1 : high]
    return out


def _set(marks: list[Mark], numbers: list[int | None]) -> int:
    """Give the marks their numbers; how many were not read."""
    count = 0
    for mark, number in reversed(list(zip(marks, numbers, strict=True))):  # parts are cut in two
        if number is not None:
            count += mark.read != number
            _set_raised(mark, number)
    return count


def _raised_in(row: Row) -> list[tuple[int, int, int]]:
    """The raised marks behind words, but for powers of units: part, from, to."""
    found = []
    for n, part in enumerate(row.parts):
        ends = [m for end in (_QUOTED_END, _END) if (m := end.search(part.text)) is not None]
        at = next((k for m in ends for k in range(*m.span(1)) if _raised_at(row, part, k)), None)
        if at is not None and part.text[:at].lstrip("(0123456789.,") not in _UNITS:
            found.append((n, at, at + _raised_at(row, part, at)))
    return found


def _head_of(row: Row) -> int:
    """How many characters at the head of a small row are the raised mark of a note, whatever sign
    or letter they were read as: words follow."""
    part = row.parts[0]
    m = _ODD_HEAD.match(row.text)
    if m is not None and m.end() <= len(part.text):
        return m.end()
    length = 0
    for _, top, _, bottom in part.boxes[:_DIGITS_OF_MARK]:
        if not is_raised(top, bottom, row.base, row.size):
            break
        length += 1
    after = row.text[length:].lstrip()
    return length if after[:1].isupper() or after[:1] in '“"(' else 0


def _raised_at(row: Row, part: Part, at: int) -> int:
    """How many characters from `at` on are a raised mark."""
    m = _MARK.match(part.text, at)
    length = 0
    for _, top, _, bottom in part.boxes[at : m.end() if m is not None else at]:
        if not is_raised(top, bottom, row.base, row.size):
            break
        length += 1
    return length


def _set_raised(mark: Mark, number: int) -> None:
    """Make the mark a part of its own: the raised number."""
    part = mark.row.parts[mark.part]
    digits = str(number)
    left, top, _, bottom = part.boxes[mark.start]
    edge = part.boxes[mark.end - 1] if mark.end else (left, top, left, bottom)
    boxes = _split(left, edge, len(digits))
    end = mark.end
    made = [
        Part(
            part.text[: mark.start], part.boxes[: mark.start], part.sure, glued=True, was=part.was
        ),
        Part(digits, boxes, part.sure, raised=True, glued=part.glued or end < len(part.text)),
        Part(part.text[end:], part.boxes[end:], part.sure, glued=part.glued),
    ]
    mark.row.parts[mark.part : mark.part + 1] = [p for p in made if p.text]
