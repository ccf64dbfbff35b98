"""Slips of OCR that a pattern proves: letters for digits in numbers and dates of documents.

A digit that was read is never changed.
"""

from __future__ import annotations

import re

from extract.readers.ocr.lines import Part, Row

_BORDER = re.compile(r"[|¦]|(?<=\w)_+\Z|\A_+(?=\w)")  # lines of tables, read as signs
_FIGURES = str.maketrans("lLI|O", "11110")
_DOUBLED = (
    (re.compile("[ĐÐ]Ð|ÐĐ|Ð"), "Đ"),  # the Icelandic letter, alone or read beside the right one
    (re.compile("ð"), "đ"),
    (re.compile("Ởở"), "ở"),  # the letter read in both cases
    (re.compile("(?<=H)DĐ(?=ND)"), "Đ"),  # the letter read twice, with its bar and without
    (re.compile(r"(?<=QH)[Il](?=1\d(?!\d))"), ""),  # QH14: the sign of a term of the Assembly
)
_ALIKE = (
    (re.compile(r"(?=[lI|O]*\d)[\dlI|O]+(?=(?:[/-](?:19|20)\d\d)?[/-][A-ZĐ]{2})"), _FIGURES),
    (re.compile(r"[\dlI|O]{1,2}/[\dlI|O]{1,2}/(?:19|20)[\dlI|O]{2}(?!\w)"), _FIGURES),
    (re.compile(r"\([ivx¡]+\)"), str.maketrans("¡", "i")),
)
_ARTICLE = re.compile(r"[lL|](?=[.,:;)]?$)|(?=[lI|O]*\d)[\dlI|O]+(?=[.,:;)]?$)"), _FIGURES


def mend(pages: list[list[Row]]) -> int:
    """Mend the rows of the pages in place; how many places were changed."""
    count = 0
    for rows in pages:
        for row in rows:
            for n, part in enumerate(row.parts):
                count += _slips(part, row.parts[n - 1].text if n else "")
            for part in row.parts:
                for m in reversed(list(_BORDER.finditer(part.text))):
                    _put(part, *m.span(), "")
            row.parts = [part for part in row.parts if part.text]
        rows[:] = [row for row in rows if row.parts]
    count += _first_number(pages)
    return count


def _slips(part: Part, before: str) -> int:
    """Mend one word; `before` is the word before it."""
    count = 0
    for pattern, shown in _DOUBLED:
        for m in reversed(list(pattern.finditer(part.text))):
            part.was = part.was or part.text
            _put(part, *m.span(), shown)
            count += 1
    patterns = _ALIKE if before.lower() != "điều" else (*_ALIKE, _ARTICLE)
    for pattern, letters in patterns:
        read = pattern.match(part.text)
        if read is not None and read[0] != (mended := read[0].translate(letters)):
            part.was = part.was or part.text
            part.text = mended + part.text[read.end() :]
            count += 1
    return count


def _put(part: Part, at: int, end: int, shown: str) -> None:
    """Put one character (or none) in the place of the characters at..end."""
    first, last = part.boxes[at], part.boxes[end - 1]
    part.text = part.text[:at] + shown + part.text[end:]
    part.boxes[at:end] = [(first[0], first[1], last[2], last[3])] * len(shown)


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
    heads[at].was, heads[at].text = heads[at].text, "1."
    return 1
