"""Titles typed letter by letter (`B Á O  C Á O`): the blanks within their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.readers.text.edits import Edit
from extract.values.letters import UPPER, is_marked, is_syllable, tone_fits

_SPELLED = re.compile(
    rf"(?m)^[^\S\n]*+[*_#]*+[^\S\n]*+(?P<letters>[{UPPER}](?:[^\S\n]+[{UPPER}]){{3,40}})(?=[\s*_:.]*$)"
)
_BLANKS = re.compile(r"[^\S\n]+")
_LONGEST = 7  # letters of a syllable


def blanks_in_words(text: str) -> Iterator[Edit]:
    """The blanks to be taken out of lines that are single capitals: their words end where more
    than one blank stands, or, where there is none such, with their syllables."""
    for m in _SPELLED.finditer(text):
        start, letters = m.start("letters"), m["letters"]
        gaps = list(_BLANKS.finditer(letters))
        capitals = "".join(letters.split())
        ends = [n for n, gap in enumerate(gaps, 1) if len(gap[0]) > 1]
        words = [capitals[a:b] for a, b in zip([0, *ends], [*ends, None], strict=True)]
        if not ends or not all(map(_is_word, words)):
            words = list(_syllables(capitals) or ())
        if len(words) < 2 or not is_marked(capitals):
            continue
        inside = set(range(1, len(capitals)))
        at = 0
        for word in words:
            at += len(word)
            inside.discard(at)
        for n in inside:
            gap = gaps[n - 1]
            yield Edit(start + gap.start(), start + gap.end(), "")


def _is_word(word: str) -> bool:
    return is_syllable(word) and tone_fits(word)


@lru_cache(1000)
def _syllables(capitals: str) -> tuple[str, ...] | None:
    """The fewest syllables that letters make; None where they make none."""
    if not capitals:
        return ()
    best: tuple[str, ...] | None = None
    for end in range(min(_LONGEST, len(capitals)), 1, -1):
        if _is_word(capitals[:end]):
            rest = _syllables(capitals[end:])
            if rest is not None and (best is None or len(rest) + 1 < len(best)):
                best = (capitals[:end], *rest)
    return best
