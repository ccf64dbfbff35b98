"""Which figure is the likeliest culprit of a contradiction, and which value would mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from decimal import Decimal

from extract.model import Confidence, Quantity, Relation, Suggestion
from extract.values.formula import digits, one_digit, swapped
from extract.values.formulas import HUNDRED
from extract.values.slips import lengthened

_SHOWN = 3
TABLE_SUMS = frozenset({"table.total", "table.parts"})


def suggest(
    relation: Relation,
    confirmed: Set[str],
    quantities: Mapping[str, Quantity],
    suspected: Set[str] = frozenset(),
) -> tuple[Suggestion, ...]:
    """Values that would make the contradiction `relation` agree, the likeliest culprit first.

    A figure that a consistent relation confirms (`confirmed_figures`) is not the culprit; one that
    several contradictions share (`suspected_figures`) is likelier than the others, and a value that
    is one wrong, swapped, dropped or doubled digit away likelier than any other. What the stated
    figure itself would have to be is always among them, unless something confirms it.
    """
    found: list[tuple[int, Suggestion]] = []
    for figure, value in _values(relation, quantities):
        q = quantities[figure]
        if value <= 0 and q.value >= 0:
            continue
        if value == q.value or (q.step == 0 and value != value.to_integral_value()):
            continue
        reason = _slip(q, value)
        if reason is None and relation.kind == "table" and figure != relation.stated:
            continue
        rank = (2 if reason else 0) + (1 if figure == relation.stated else 0)
        if reason and figure in suspected:
            rank += 2
        if figure in confirmed:
            rank -= 3
        confidence: Confidence = "high" if rank >= 2 else "medium" if rank >= 1 else "low"
        text = reason or "follows"
        found.append((rank, Suggestion(figure, value, confidence, text)))
    likely = [(rank, s) for rank, s in found if rank >= 0]
    likely.sort(key=lambda item: -item[0])
    shown = likely[:_SHOWN]
    if all(s.quantity != relation.stated for _, s in shown):
        told = [item for item in likely if item[1].quantity == relation.stated]
        shown = shown[: _SHOWN - len(told)] + told
    return tuple(s for _, s in shown)


def confirmed_figures(relations: Iterable[Relation]) -> set[str]:
    """The ids of figures that stand in a relation that agrees."""
    ids: set[str] = set()
    for r in relations:
        if r.verdict == "consistent":
            ids.add(r.stated)
            ids.update(o.quantity for o in r.operands)
    return ids


def suspected_figures(relations: Iterable[Relation]) -> set[str]:
    """The ids of figures from which two or more contradictions follow."""
    times = Counter(
        o.quantity for r in relations if r.verdict == "inconsistent" for o in r.operands
    )
    return {figure for figure, n in times.items() if n > 1}


def _values(relation: Relation, quantities: Mapping[str, Quantity]) -> list[tuple[str, Decimal]]:
    """(figure, the value it would need) for the stated figure and each operand."""
    stated = quantities[relation.stated]
    out: list[tuple[str, Decimal]] = []
    if relation.computed is not None and stated.of is None:
        signed = relation.computed if relation.kind == "table" else abs(relation.computed)
        out.append((relation.stated, _like(signed, stated)))
    sums = relation.kind in ("sum", "difference") or relation.rule in TABLE_SUMS
    if sums and relation.computed is not None:
        gap = stated.value - relation.computed
        for o in relation.operands:
            if o.weight:
                out.append((o.quantity, quantities[o.quantity].value + gap / o.weight))
    if relation.kind == "product" and relation.computed:
        for o in relation.operands:
            q = quantities[o.quantity]
            value = q.value * stated.value / relation.computed
            if _like(value, q) == value:
                out.append((o.quantity, value))
    if relation.kind in ("percent", "share") and len(relation.operands) == 2:
        top, base = (quantities[o.quantity] for o in relation.operands)
        plain = "(" not in relation.expression
        if plain and stated.value and top.step == 0 and stated.unit == "%":
            part = (base.value * stated.value / HUNDRED).to_integral_value()
            if base.value and _holds(part, base.value, stated):
                out.append((top.id, part))
            whole = (top.value * HUNDRED / stated.value).to_integral_value()
            if whole and base.step == 0 and _holds(top.value, whole, stated):
                out.append((base.id, whole))
    return out


def _holds(part: Decimal, whole: Decimal, stated: Quantity) -> bool:
    return stated.low <= part * HUNDRED / whole <= stated.high


def _like(value: Decimal, q: Quantity) -> Decimal:
    """`value` rounded to the digits `q` was written with."""
    if q.step == 0:
        return value
    return (value / q.step).to_integral_value() * q.step


def _slip(q: Quantity, value: Decimal) -> str | None:
    """What kind of slip leads from `value` to what is written, None where none does."""
    a, b = digits(q, q.value), digits(q, value)
    if len(a) < 2 or len(b) < 2:
        return None
    if one_digit(a, b):
        return "digit"
    if swapped(a, b):
        return "swapped"
    if lengthened(a, b):
        return "dropped" if len(a) < len(b) else "doubled"
    return None
