"""Contradictions too wide for a slip: figures that hardly belong together.

"3/8 khoản thu đạt dự toán là thuế đất (112,4%)", "24.518 hồ sơ (trong đó 412 …, 7 …)": a slip of
the pen changes, swaps, drops or doubles a digit, or puts the comma elsewhere. Where none of the
figures could be meant so, and what follows is far from what is stated, the figures are more likely
of different things. Of 636 contradictions found in passages labelled by hand, some with a figure
changed (597 true, 39 false), this took away 22 of the false ones and 9 of the true ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from extract.model import Formula, Kind, Quantity
from extract.values.formula import Outcome, agrees, as_written, changes_of, digits, swaps_of

_WIDE = {"share": Decimal("0.4"), "sum": Decimal("0.5")}  # how far off these may be in any case
_FACTOR = 8  # how many times a change may be the other, where its text ties both levels
_MOST = 14  # figures of a relation that are looked at
_DIGITS = 3  # of a figure whose comma may have been put elsewhere
_SCALES = tuple(Decimal(10) ** n for n in (-3, -2, -1, 1, 2, 3))  # a comma put elsewhere
_OTHERS: frozenset[Formula] = frozenset({"count", "part", "order"})  # compute no figure
_CHANGES: frozenset[Kind] = frozenset({"difference", "percent"})


def plausible(
    kind: Kind, outcome: Outcome, stated: Quantity, quantities: Mapping[str, Quantity]
) -> bool:
    """True where `outcome`, which contradicts `stated`, may be meant: what follows is near, is the
    same but for its sign, or one slip in a figure explains it. A change whose levels its text tells
    may be wrong by more than a share or a sum, whose figures are tied by less."""
    computed = outcome.computed
    checked = kind in _WIDE or kind in _CHANGES
    if computed is None or not checked or outcome.option.formula in _OTHERS:
        return True
    value = stated.value
    if computed < 0 and stated.direction != "increase":
        computed = -computed  # "giảm từ 5.400 xuống 4.860, tương đương 12%"
    if stated.low <= abs(computed) <= stated.high:
        return True
    larger, smaller = max(abs(computed), value), min(abs(computed), value)
    if kind in _WIDE:
        near = abs(computed - value) <= _WIDE[kind] * larger
    else:
        near = computed * value > 0 and larger <= _FACTOR * smaller
    return near or _explained(outcome, stated, quantities)


def _explained(outcome: Outcome, stated: Quantity, quantities: Mapping[str, Quantity]) -> bool:
    """True where one slip in the stated figure or an operand explains a contradiction."""
    option = outcome.option
    if any(agrees(option, meant, quantities) for meant in _meant(stated)):
        return True
    own = {o.quantity: quantities[o.quantity] for o in option.operands}
    return any(
        agrees(option, stated, {**own, name: meant})
        for name in islice(own, _MOST)
        for meant in _meant(own[name])
    )


def _meant(q: Quantity) -> Iterator[Quantity]:
    """What a figure may have been meant to be where one slip changed it."""
    told = digits(q, q.value)
    for text in dict.fromkeys((*changes_of(told), *swaps_of(told), *_lengths(told))):
        yield as_written(q, text)
    if q.of is not None:  # of x/y
        whole = replace(q, value=q.of, of=None)
        yield from (replace(q, of=meant.value) for meant in _meant(whole))
    for scale in _SCALES if len(told) >= _DIGITS else ():
        yield replace(q, value=q.value * scale, low=q.low * scale, high=q.high * scale)


def _lengths(told: str) -> Iterator[str]:
    """The digit strings that one digit left out or put in makes of another."""
    if len(told) > 1:
        yield from (told[:i] + told[i + 1 :] for i in range(len(told)))
    for i in range(len(told) + 1):
        yield from (told[:i] + other + told[i:] for other in "0123456789")
