"""Text of a page that is not worth reading: OCR of the page as it looks is better.

Invisible text over the picture of a page is put there by scanners, often with OCR that knows no
Vietnamese: accents are missing, letters are signs. What such a layer says of figures is no better.
Letters of fonts without a Unicode map are any signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.readers.legacy.encodings import is_spelled
from extract.values.letters import is_marked

if TYPE_CHECKING:
    from extract.readers.pdf.runs import Sheet

_WORD = re.compile(r"(?<!\S)[(“\"]?([^\W\d_][^\s.,;:()”\"]+)[.,;:)”\"]*(?!\S)")
_FEWEST = 20  # words: fewer tell nothing
_HIDDEN = 0.5  # of the characters are invisible
_UNKNOWN = 0.3  # of the characters have no meaning
_SPELLED = 0.7  # of the words are spelled as Vietnamese syllables in a layer of some worth
_MARKED = 0.25  # have letters that only Vietnamese has; in real texts three of four do


def is_ill_read(sheet: Sheet) -> bool:
    """True for a picture with an invisible text, and a page of characters without a meaning, that
    is no Vietnamese."""
    unknown = sheet.strange > _UNKNOWN * sheet.characters
    hidden = sheet.pictured and sheet.hidden > _HIDDEN * sheet.characters
    if sheet.skipped or not (unknown or hidden):
        return False
    text = " ".join(run.text for runs in sheet.runs.values() for run in runs)
    words = _WORD.findall(text)
    if len(words) < _FEWEST:
        return unknown and sheet.characters >= _FEWEST
    spelled = sum(map(is_spelled, words))
    marked = sum(map(is_marked, words))
    return spelled < _SPELLED * len(words) or marked < _MARKED * len(words)
