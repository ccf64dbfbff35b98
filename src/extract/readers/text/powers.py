"""Raised digits behind a unit of length or a ten: its power, or the call of a note?"""

from __future__ import annotations

import re

from extract.values.letters import LETTER, LOWERED, POWERS

_LENGTH = re.compile(rf"(?<![{LETTER}])[kcdmh]?m\Z")
_CALL = re.compile(rf"[{POWERS}](?<![kcdmh ]m.)[{POWERS}]*")
_TEN = re.compile(r"\d ?[x×*·] ?10\Z")
_TEN_ALONE = re.compile(r"(?:(?<![\d.,/-])|(?<=\d[.]))10\Z")
_MEASURED = re.compile(  # what tens of a power are counted in
    r" ?(?:[kcdm]?m(?:<sup>|\^)?[23²³]|kWh|MWh|k?W|k?VA|k?cal|[mµ]?g|kg|tấn|lít|ml|ha|đ|đồng|VNĐ"
    r"|VND|USD|tế bào|CFU|MPN)(?!\w)"
)
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
    before = _last_call(text, start)
    return raised[1] != "⁰" and (rest == before + 1 or whole != before + 1)


def is_of_ten(text: str, start: int, end: int, raised: str) -> bool:
    """True for raised digits (in a tag, perhaps) from `start` to `end` that are a power of ten:
    `5 x 10⁶`, or `10⁶ m³` where that does not count on from the call before."""
    if not raised.translate(LOWERED).isdecimal():
        return False
    if _TEN.search(text, max(0, start - 8), start) is not None:
        return True
    if _TEN_ALONE.search(text, max(0, start - 4), start) is None or not _MEASURED.match(text, end):
        return False
    power = int(raised.translate(LOWERED))
    return power % 3 == 0 and power != _last_call(text, start) + 1


def _last_call(text: str, start: int) -> int:
    """The number of the last call before `start`."""
    calls = _CALL.findall(text, max(0, start - _FAR), start)
    return int(calls[-1].translate(LOWERED)) if calls else 0
