"""Slips of OCR that a pattern proves: letters for digits in numbers of documents, lost note calls.

A digit that was read is never changed. A raised note number is often read as a quotation mark or
another small sign; it becomes a number again where the notes at the page's end and the calls
above them count on without a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.readers.ocr_lines import Part, Row

_ALIKE = str.maketrans("lI|O¡", "1110i")
_ETH = re.compile("[ĐÐ]Ð|ÐĐ|Ð|ð")
_ARTICLE = re.compile(r"[lL|](?=[.,:;)]?$)|(?=[lI|O]*\d)[\dlI|O]+(?=[.,:;)]?$)")
_NUMBER = re.compile(r"(?=[lI|O]*\d)[\dlI|O]+(?=(?:[/-](?:19|20)\d\d)?[/-][A-ZĐ]{2})")
_DATE = re.compile(r"[\dlI|O]{1,2}/[\dlI|O]{1,2}/(?:19|20)[\dlI|O]{2}(?!\w)")
_ROMAN = re.compile(r"\([ivx¡]*¡[ivx¡]*\)")
_SIGNS = frozenset("\"”“’‘'`´!?*°ºª^ˆlIi|¹²³⁴⁵⁶⁷⁸⁹⁰")  # what a small raised digit is read as
_QUOTES = {"“": "”", "‘": "’"}
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNITS = frozenset({"m", "km", "cm", "dm", "mm"})
_RAISED, _SHORT, _FLAT = 0.25, 0.5, 0.12  # of the size: bottom above base; height at most, least
_SMALL = 0.93  # of the body's size, at most: notes


def mend(pages: Iterable[list[Row]]) -> int:
    """Mend the rows of the pages in place; how many characters or marks were changed."""
    pages = list(pages)
    count = 0
    for rows in pages:
        for row in rows:
            row.parts = [p for p in row.parts if p.text.strip("|¦")] or row.parts
            count += sum(
                _slips(part, row.parts[n - 1].text if n else "")
                for n, part in enumerate(row.parts)
            )
    count += _first_number(pages)
    last = 0
    for rows in pages:
        last, changed = _notes(rows, last)
        count += changed
    return count


def _slips(part: Part, before: str) -> int:
    """Mend one word; `before` is the word before it."""
    count = 0
    for m in reversed(list(_ETH.finditer(part.text))):
        at, end = m.span()
        shown = "đ" if m[0] == "ð" else "Đ"
        part.text = part.text[:at] + shown + part.text[end:]
        first, last = part.boxes[at], part.boxes[end - 1]
        part.boxes[at:end] = [(first[0], first[1], last[2], first[3])]
        count += 1
    patterns = [_NUMBER, _DATE, _ROMAN]
    if before.lower() == "điều":
        patterns.append(_ARTICLE)
    for pattern in patterns:
        m = pattern.match(part.text)
        if m is not None:
            mended = m[0].replace("L", "1").translate(_ALIKE)
            if pattern is _ROMAN:
                mended = m[0].replace("¡", "i")
            count += mended != m[0]
            part.text = mended + part.text[m.end() :]
    return count


def _first_number(pages: list[list[Row]]) -> int:
    """`I.` at the head of a line is `1.` where `2.` follows, no `1.` comes before that, and there
    is no `II`."""
    heads = [row.parts[0] for rows in pages for row in rows]
    marks = [p.text for p in heads]
    if marks.count("I.") != 1 or "2." not in marks or any(m.startswith("II") for m in marks):
        return 0
    at = marks.index("I.")
    if "2." in marks[:at] or "1." in marks[: marks.index("2.")]:
        return 0
    heads[at].text = "1."
    return 1


def _notes(rows: list[Row], last: int) -> tuple[int, int]:
    """Find the raised note numbers of a page: its last note's number, how many were mended.

    `last` is the number of the last note before this page.
    """
    body = max((r.size for r in rows if len(r.text) > 40), default=0.0)
    bodies: list[tuple[Row, int]] = []  # rows that begin with a raised mark; its length
    calls: list[tuple[Row, int, int, int]] = []  # row, part, from, to
    quotes: list[str] = []
    for row in rows:
        length = _raised_at(row, row.parts[0], 0)
        if length and row.size <= _SMALL * body and row.text[length:].strip():
            bodies.append((row, length))
        elif row.size > _SMALL * body:
            calls += [(row, *call) for call in _calls(row, quotes)]
    marks = [row.parts[0].text[:length].translate(_DIGITS) for row, length in bodies]
    firsts = {int(m) - n for n, m in enumerate(marks) if m.isdecimal()}
    first = firsts.pop() if firsts else last + 1
    count = 0
    if not firsts:  # the numbers that were read agree
        numbers = [first + n for n in range(len(bodies))]
        for (row, length), number, mark in zip(bodies, numbers, marks, strict=True):
            _set_raised(row, 0, 0, length, number)
            count += not mark.isdecimal()
        last = numbers[-1] if numbers else last
    else:
        numbers = []
        last = max(int(m) for m in marks if m.isdecimal())
        for (row, length), mark in zip(bodies, marks, strict=True):
            if mark.isdecimal():
                _set_raised(row, 0, 0, length, int(mark))
    texts = [row.parts[n].text[a:b].translate(_DIGITS) for row, n, a, b in calls]
    agree = len(texts) == len(numbers) and all(
        not text.isdecimal() or int(text) == number
        for text, number in zip(texts, numbers, strict=True)
    )
    for k in reversed(range(len(calls))):  # from the right: parts are split
        if texts[k].isdecimal():
            _set_raised(*calls[k], int(texts[k]))
        elif agree:
            _set_raised(*calls[k], numbers[k])
            count += 1
    return last, count


def _calls(row: Row, quotes: list[str]) -> list[tuple[int, int, int]]:
    """The raised marks behind words: part, from, to; a mark that closes a quotation is none.

    `quotes` holds the quotations that are open, from row to row.
    """
    found = []
    for n, part in enumerate(row.parts):
        at = 0
        while at < len(part.text):
            char = part.text[at]
            if char in _QUOTES or (char == '"' and at == 0):
                quotes.append(_QUOTES.get(char, char))
            elif char in '”’"' and quotes:
                quotes.pop()
            elif at and part.text[:at] not in _UNITS:
                length = _raised_at(row, part, at)
                if length:
                    found.append((n, at, at + length))
                    at += length
                    continue
            at += 1
    return found


def _raised_at(row: Row, part: Part, at: int) -> int:
    """How many characters from `at` on are signs or digits small and raised."""
    length = 0
    for char, (_, top, _, bottom) in zip(part.text[at:], part.boxes[at:], strict=True):
        small = _FLAT * row.size < bottom - top < _SHORT * row.size
        if not small or bottom > row.base - _RAISED * row.size or length == 3:
            break
        if char not in _SIGNS and not char.isdecimal():
            break
        length += 1
    return length


def _set_raised(row: Row, n: int, at: int, end: int, number: int) -> None:
    """Make part n's characters at..end a part of its own: the raised number."""
    part = row.parts[n]
    first, last = part.boxes[at], part.boxes[end - 1]
    digits = str(number)
    step = (last[2] - first[0]) / len(digits)
    boxes = [
        (first[0] + k * step, first[1], first[0] + (k + 1) * step, first[3])
        for k in range(len(digits))
    ]
    made = [
        Part(part.text[:at], part.boxes[:at], part.sure, glued=True),
        Part(digits, boxes, part.sure, raised=True, glued=end < len(part.text)),
        Part(part.text[end:], part.boxes[end:], part.sure, glued=part.glued),
    ]
    row.parts[n : n + 1] = [p for p in made if p.text]
