"""Text in NFC, with the map back to what was written in two characters."""

from __future__ import annotations

import re
import unicodedata

_DECOMPOSED = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


def to_nfc(text: str) -> tuple[str, list[int], list[int]]:
    """`text` in NFC, and the runs that map it back: position here -> position in `text`."""
    parts: list[str] = []
    nfc_at, raw_at = [0], [0]
    size = at = 0
    for m in _DECOMPOSED.finditer(text):
        start, end = m.span()
        if start > at:
            parts.append(text[at:start])
            size += start - at
        made = unicodedata.normalize("NFC", m[0])
        parts.append(made)
        for k in range(len(made)):
            nfc_at.append(size + k)
            raw_at.append(min(start + k, end - 1))
        size += len(made)
        nfc_at.append(size)
        raw_at.append(end)
        at = end
    parts.append(text[at:])
    return "".join(parts), nfc_at, raw_at
