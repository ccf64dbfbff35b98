"""What the operands of each formula give: a value, and the interval their digits leave it.

`model.Option` tells what the formulas mean. Pure functions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from extract.interval import ZERO, Interval, exact
from extract.model import Formula, Quantity

HUNDRED = Decimal(100)

Terms = Sequence[tuple[Quantity, Decimal]]  # the operands, each with its weight
Given = tuple[Decimal, Interval]


def _sum(terms: Terms) -> Given:
    value = low = high = ZERO
    for q, weight in terms:
        value += q.value * weight
        low += (q.low if weight > 0 else q.high) * weight
        high += (q.high if weight > 0 else q.low) * weight
    return value, Interval(low, high)


def _above(terms: Terms) -> Given:
    """A rate less an aim, or the other way round; the aim is exact."""
    (rate, sign), (aim, _) = terms
    return sign * (rate.value - aim.value), (rate.interval - exact(aim.value)).scaled(sign)


def _mean(terms: Terms) -> Given:
    value, spread = _sum([(q, Decimal(1)) for q, _ in terms])
    share = Decimal(1) / len(terms)
    return value * share, spread.scaled(share)


def _rest(terms: Terms) -> Given:
    value, spread = HUNDRED, exact(HUNDRED)
    for q, _ in terms:
        value, spread = value - q.value, spread - q.interval
    return value, spread


def _product(terms: Terms) -> Given:
    value = Decimal(1)
    for q, weight in terms:
        value *= q.value * weight
    return value, exact(value)  # a rate and a count are exact


def _first(terms: Terms) -> Given:
    return terms[0][0].value, terms[0][0].interval


def _order(terms: Terms) -> Given:
    return terms[0][0].value, exact(terms[0][0].value)


def _gap(terms: Terms) -> Given | None:
    """What lies between the x and y of the first operand, with the weighted others added."""
    q, weight = terms[0]
    if q.of is None:
        return None
    rest, spread = _sum(terms[1:])
    value = (q.value - q.of) * weight
    return value + rest, exact(value) + spread


def _index(terms: Terms) -> Given:
    q = terms[0][0]
    return q.value - HUNDRED, Interval(q.low - HUNDRED, q.high - HUNDRED)


def _back(terms: Terms) -> Given | None:
    """A change in % of the level it started from: the new level with a fall (weight 1), less a
    rise (weight -1)."""
    (change, sign), (new, _) = terms
    ratio = change.interval.divided(new.interval + change.interval.scaled(sign))
    value = new.value + sign * change.value
    if ratio is None or value <= 0:
        return None
    return change.value / value * HUNDRED, ratio.scaled(HUNDRED)


def _divided(top: Quantity, value: Decimal, spread: Interval) -> Given | None:
    """A figure over a value and its interval; None over zero."""
    ratio = top.interval.divided(spread)
    return None if ratio is None or value == 0 else (top.value / value, ratio)


def _ratio(terms: Terms) -> Given | None:
    """The first operand over the others, summed with their weights, or the x of one written x/y
    over its y."""
    top = terms[0][0]
    if len(terms) > 1:
        return _divided(top, *_sum(terms[1:]))
    return _divided(top, top.of, exact(top.of)) if top.of else None


def _portion(terms: Terms) -> Given | None:
    found = _divided(terms[0][0], *_sum(terms))
    return found and _times(found, HUNDRED)


def _times(given: Given, factor: Decimal) -> Given:
    return given[0] * factor, given[1].scaled(factor)


def _joint(terms: Terms) -> Given | None:
    """The operands but the last, added up, in % of the last."""
    value, spread = _sum(terms[:-1])
    whole = terms[-1][0]
    ratio = spread.divided(whole.interval)
    if ratio is None or whole.value == 0:
        return None
    return value / whole.value * HUNDRED, ratio.scaled(HUNDRED)


def _percent(terms: Terms) -> Given | None:
    found = _ratio(terms)
    return found and _times(found, HUNDRED)


def _among(terms: Terms) -> Given | None:
    """The first operand in % of the y of the second, written x/y."""
    of = terms[1][0].of
    found = _divided(terms[0][0], of, exact(of)) if of else None
    return found and _times(found, HUNDRED)


def _tenfold(terms: Terms) -> Given | None:
    found = _ratio(terms)
    return found and _times(found, Decimal(10))


def _growth(terms: Terms) -> Given | None:
    found = _ratio(terms)
    if found is None:
        return None
    value, ratio = found
    grown = Interval((ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED)
    return (value - 1) * HUNDRED, grown


def _fall(terms: Terms) -> Given | None:
    found = _growth(terms)
    return found and _times(found, Decimal(-1))


FORMULAS: dict[Formula, Callable[[Terms], Given | None]] = {
    "sum": _sum,
    "above": _above,
    "mean": _mean,
    "rest": _rest,
    "product": _product,
    "order": _order,
    "gap": _gap,
    "equal": _first,
    "part": _first,
    "index": _index,
    "back": _back,
    "ratio": _ratio,
    "percent": _percent,
    "among": _among,
    "joint": _joint,
    "portion": _portion,
    "tenfold": _tenfold,
    "growth": _growth,
    "fall": _fall,
}
