"""Contradictions that only repeat another: a rate worked out of the right figure.

"còn 1.863 người, giảm 234 người (11,5%)" of 2.106: the change is 243 with two digits swapped, and
11,5% is right for 243. One slip is told once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.check.agreements import Judged
from extract.model import Quantity
from extract.values.formula import agrees, digits, one_digit, swapped

_TOTALS = frozenset({"sum", "difference"})


def without_echoes(judged: Sequence[Judged], quantities: Mapping[str, Quantity]) -> list[Judged]:
    """`judged` with every contradiction left open that vanishes once the slip of another one is
    mended; what comes first stands."""
    mended: dict[str, Quantity] = {}
    for a, o in judged:
        if o.verdict == "inconsistent" and a.kind in _TOTALS:
            right = _mended(quantities[a.stated], o.computed)
            if right is not None:
                mended.setdefault(a.stated, right)
    if not mended:
        return list(judged)
    repaired = {**quantities, **mended}
    out: list[Judged] = []
    for a, o in judged:
        rests = any(x.quantity in mended for x in o.option.operands)
        echo = o.verdict == "inconsistent" and rests and a.stated not in mended
        if echo and agrees(o.option, quantities[a.stated], repaired):
            out.append((a, replace(o, verdict="undetermined", agreement=None)))
        else:
            out.append((a, o))
    return out


def _mended(q: Quantity, computed: Decimal | None) -> Quantity | None:
    """The figure with its one wrong digit or its two swapped digits put right; None where no such
    slip leads from what is computed to what is written."""
    if computed is None or q.of is not None or q.value_to is not None:
        return None
    value = abs(computed)
    a, b = digits(q, q.value), digits(q, value)
    if min(len(a), len(b)) < 2 or not (one_digit(a, b) or swapped(a, b)):
        return None
    shift = value - q.value
    return replace(q, value=value, low=q.low + shift, high=q.high + shift)
