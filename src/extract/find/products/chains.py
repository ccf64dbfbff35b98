"""Chains of factors written out: 210 người x 0,5 x 1.800.000 đồng x 12 tháng = 2.268.000.000."""

from __future__ import annotations

from decimal import Decimal

from extract.find.binding.binder import Binder
from extract.model import Operand, Option
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS

_MOST = 6  # factors of a chain
_TIMES = wording("chains.times")
_MAKES = wording("chains.makes")


def find_chains(binder: Binder) -> None:
    """Announce products of three factors or more that the text writes with × or x."""
    n = 0
    while n < len(binder.q):
        n = max(_chain(binder, n), n + 1)


def _chain(binder: Binder, n: int) -> int:
    """a x b x c = t from figure `n` on: announce it; the figure where the chain ends."""
    q, k = binder.q, n
    while k + 1 < len(q) and _TIMES.fullmatch(binder.folded, q[k].ve, q[k + 1].vs):
        k += 1
    factors, t = range(n, k + 1), k + 1
    if not 3 <= len(factors) <= _MOST or t >= len(q):
        return k
    if not _MAKES.fullmatch(binder.folded, q[k].ve, q[t].vs) or not binder.checked(*factors, t):
        return k
    if q[t].unit in PERCENT_UNITS or any(q[i].of is not None or q[i].words for i in factors):
        return k
    operands = tuple(
        Operand(q[i].id, Decimal("0.01") if q[i].unit == "%" else Decimal(1)) for i in factors
    )
    scope = binder.scope(*factors, t)
    binder.add("product", t, [Option("product", operands)], scope, "strong", "rel.factors")
    return k
