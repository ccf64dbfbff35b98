"""Raised digits behind a unit of length: its power, or the call of a note?"""

from __future__ import annotations

import re

from extract.values.letters import LETTER, LOWERED, POWERS

_LENGTH = re.compile(rf"(?<![{LETTER}])[kcdmh]?m\Z")
_CALL = re.compile(rf"[{POWERS}](?<![kcdmh ]m.)[{POWERS}]*")
_TEN = re.compile(r"\d ?[x×*·] ?10\Z")
_FAR = 8_000  # characters before, in which the last call stands


def has_power(text: str, start: int, raised: str) -> bool:
    """True for raised digits from `start` on that are the power of a unit and a call (`500 m²¹`).

    They are one call where that counts on from the last one before, and the rest does not.
    """
    if (
        raised[0] not in "²³"
        or len(raised) < 2
        or not _LENGTH.search(text, max(0, start - 4), start)
    ):
        return False
    whole, rest = (int(part.translate(LOWERED)) for part in (raised, raised[1:]))
    calls = _CALL.findall(text, max(0, start - _FAR), start)
    before = int(calls[-1].translate(LOWERED)) if calls else 0
    return raised[1] != "⁰" and (rest == before + 1 or whole != before + 1)


def is_of_ten(text: str, start: int, raised: str) -> bool:
    """True for raised digits from `start` on that are a power of ten (`5 x 10⁶`)."""
    return raised[0] in POWERS and _TEN.search(text, max(0, start - 8), start) is not None
