"""Slips that change how many digits a figure has, or where its comma stands: one typed twice, one
left out. Pure functions on strings and figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.model import Quantity
from extract.values.formula import digits

_COMMA = tuple(Decimal(10) ** n for n in (-2, -1, 1, 2))  # what a comma elsewhere makes of a figure
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}(?![0-9])")  # a comma typed for the point
_THOUSAND = Decimal(1000)
_COMMA_DIGITS = 3  # that no zeros end: "500 hộ (30 …, 20 …)" need not be all of 50
_COUNTED = 3  # digits of a figure that lost one


def lengthened(a: str, b: str) -> bool:
    """True where one digit string is the other with a digit left out."""
    if abs(len(a) - len(b)) != 1:
        return False
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def miscounted(a: str, b: str, least: int = _COUNTED) -> bool:
    """True where digit string `a` is `b`, of two digits or more, with one typed twice, or has so
    many digits at least and is `b` with one left out: 1.331 for 131, 104 for 1.034."""
    if len(a) > len(b) > 1:
        return b in undoubled(a)
    return least <= len(a) < len(b) and lengthened(a, b) and b != f"{a}0"


def undoubled(told: str) -> Iterator[str]:
    """The digit strings that one of two equal neighbours, no zeros that end it, left out makes of
    another."""
    for i in range(1, len(told.rstrip("0"))):
        if told[i] == told[i - 1] and (i == 1 or told[i] != told[i - 2]):
            yield told[:i] + told[i + 1 :]


def restored(told: str) -> Iterator[str]:
    """The digit strings of which another is one with a digit left out; none with a zero ahead."""
    for i in range(len(told) + 1):
        for other in "0123456789":
            if (i or other != "0") and told[i : i + 1] != other:
                yield told[:i] + other + told[i:]


def commas_elsewhere(q: Quantity) -> tuple[Decimal, ...]:
    """What turns a measured figure of three digits or more into what it would be with its comma
    elsewhere."""
    return _scales(q) if _fine(q) else ()


def misplaced(q: Quantity, value: Decimal) -> bool:
    """True where a measured figure, of three digits or more, is `value` with its comma one or two
    places off, lost, or typed for a point: 40,6 for 4,062, 1765 for 17,65, 12,835 for 12.835."""
    return _fine(q) and any(
        abs(abs(value) - abs(q.value) * by) <= q.step * by / 2 for by in _scales(q)
    )


def _scales(q: Quantity) -> tuple[Decimal, ...]:
    """What turns a figure into what it may be with its comma elsewhere."""
    return (*_COMMA, _THOUSAND) if _THOUSANDS.match(q.text) else _COMMA


def _fine(q: Quantity) -> bool:
    """True for a measured figure of so many digits that a comma elsewhere is hardly chance."""
    return 0 < q.step < abs(q.value) and len(digits(q, q.value).rstrip("0")) >= _COMMA_DIGITS
