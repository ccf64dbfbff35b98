"""Small letters that OCR takes for capitals of the same shape: `xuỐng`, `25 cơ SỞ`.

Only letters that look alike in both cases are changed, or those with accents, whose height says
little (`y tẾ`), and only in words that are Vietnamese syllables. What stands inside a word of small
letters is small; a word of capitals in a line of small letters is what the height of its first
letter says; an `Ở` behind a word of small letters is small.
"""

from __future__ import annotations

import re
import unicodedata

from extract.readers.ocr.lines import Part, Row
from extract.values.letters import WORD, is_syllable

_ALIKE = frozenset("ocsvxz")  # their marks put aside
_MOSTLY = 0.8  # of the letters of a line are small
_TALL = 0.58  # of the size: a first letter that is higher is a capital


def mend_cases(pages: list[list[Row]]) -> int:
    """Mend the rows of the pages in place; how many words were changed."""
    count = 0
    for rows in pages:
        for row in rows:
            small = None
            for n, part in enumerate(row.parts):
                for m in WORD.finditer(part.text):
                    lone = (
                        m[0] == "Ở" and n > 0 and row.parts[n - 1].text.rstrip(",")[-1:].islower()
                    )
                    if m[0].islower() or not (lone or _is_doubtful(m[0])):
                        continue
                    if lone:
                        shown = "ở"
                    elif m[0].isupper():
                        small = _is_small(row) if small is None else small
                        shown = _by_height(part, m, row.size) if small else m[0]
                    else:
                        shown = m[0][0] + m[0][1:].lower()
                    if shown != m[0]:
                        part.was = part.was or part.text
                        part.text = part.text[: m.start()] + shown + part.text[m.end() :]
                        count += 1
    return count


def _is_doubtful(word: str) -> bool:
    """True for a syllable with capitals behind its first letter, all of which look like small ones
    or, behind a small letter, have accents; a word of capitals alone has a mark, for abbreviations
    have none."""
    capitals = [c for c in word[1:] if c.isupper()]
    small = word[0].islower()
    if not capitals or not all(
        _shape(c) in _ALIKE or (small and not c.isascii()) for c in capitals
    ):
        return False
    if word.isupper() and (_shape(word[0]) not in _ALIKE or word.isascii()):
        return False
    return is_syllable(word.lower())


def _shape(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower())[0]


def _is_small(row: Row) -> bool:
    """True for a line of small letters, the words that are in doubt put aside."""
    words = (w for part in row.parts for w in WORD.findall(part.text))
    letters = [c for word in words if not (word.isupper() and _is_doubtful(word)) for c in word]
    return bool(letters) and sum(c.islower() for c in letters) >= _MOSTLY * len(letters)


def _by_height(part: Part, m: re.Match[str], size: float) -> str:
    """A word of capitals as its first letter's height tells it."""
    _, top, _, bottom = part.boxes[m.start()]
    return m[0].capitalize() if bottom - top > _TALL * size else m[0].lower()
