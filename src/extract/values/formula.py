"""The formulas of relations over intervals: what operands give, and whether it agrees.

Source of the interval semantics: XBRL Calculations 1.1; of the implied base: the GRIM test
(Brown & Heathers 2017). Pure functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, localcontext

from extract.interval import Interval, exact
from extract.model import Agreement, Bound, Formula, Option, Quantity, Verdict
from extract.values.formulas import FORMULAS, HUNDRED, Given

ROUGH = Decimal("0.02")  # how far an average that ends in zeros may be rounded
LOOSE: frozenset[Bound] = frozenset({"about", "more_than", "less_than"})  # of round figures
WORDED = Decimal("0.05")  # how far a fraction in words may be rounded
_EXACT = Context(prec=40)
_ROOMY: frozenset[Formula] = frozenset(
    {"sum", "percent", "growth", "fall", "back", "portion", "joint", "index"}
)
APART = 30  # last digits of a rate of change between those that two whole levels give
OPEN = Decimal("0.5")  # whole bases that a false percentage may have, on average, to tell anything


@dataclass(frozen=True, slots=True)
class Outcome:
    """One reading of a relation, recomputed; `base` is the whole base that GRIM found."""

    verdict: Verdict
    agreement: Agreement | None
    computed: Decimal | None
    option: Option
    base: Decimal | None = None


def evaluate(
    option: Option, stated: Quantity, quantities: Mapping[str, Quantity]
) -> Outcome | None:
    """Recompute `option` and compare it with `stated`; None where it cannot be computed."""
    with localcontext(_EXACT):
        judged = _JUDGED.get(option.formula)
        if judged is not None:
            return judged(stated, option, quantities)
        found = _compared(option, stated, quantities)
        if found is None:
            return None
        verdict, agreement, value = found
        return Outcome(verdict, agreement, rounded(value), option)


def agrees(option: Option, stated: Quantity, quantities: Mapping[str, Quantity]) -> bool:
    """True where the option's result agrees with the stated figure."""
    if option.formula in _JUDGED:
        outcome = evaluate(option, stated, quantities)
        return outcome is not None and outcome.verdict == "consistent"
    with localcontext(_EXACT):  # asked for hundreds of readings: the result itself is not kept
        found = _compared(option, stated, quantities)
    return found is not None and found[0] == "consistent"


def _compared(
    option: Option, stated: Quantity, quantities: Mapping[str, Quantity]
) -> tuple[Verdict, Agreement | None, Decimal] | None:
    """The verdict over a stated figure, and the value that the operands give."""
    found = _compute(option, quantities)
    if found is None:
        return None
    value, spread = found
    if option.formula == "part" and stated.value <= value:
        return "consistent", "exact", value
    if option.formula in ("growth", "index") and stated.direction == "decrease":
        value, spread = -value, Interval(-spread.high, -spread.low)
    return *compare(stated, value, spread), value


def beyond(option: Option, stated: Quantity, quantities: Mapping[str, Quantity]) -> bool:
    """True where the result misses the stated figure by more than words such as "hơn", "gần" and
    "khoảng" before it or before the operands leave room for."""
    if option.formula not in _ROOMY:
        return False
    roomy = {o.quantity: _roomy(quantities[o.quantity]) for o in option.operands}
    with localcontext(_EXACT):
        found = _compute(option, roomy)
        if found is None:
            return False
        spread = found[1]
        if option.formula in ("growth", "index") and stated.direction == "decrease":
            spread = Interval(-spread.high, -spread.low)
        return not spread.meets(_roomy(stated).interval)


def _roomy(q: Quantity) -> Quantity:
    """A figure with the room that its word leaves: "hơn 83" up to 85, "gần 5.270" down to 5.250;
    of a figure with one digit that counts, one unit of it ("hơn 3 triệu" up to 4 triệu)."""
    if q.bound not in LOOSE or not q.value:
        return q
    written = q.value.normalize().as_tuple()
    unit = Decimal(1).scaleb(int(written.exponent))
    room = unit * 2 if len(written.digits) > 1 else unit
    low = q.low - room if q.bound != "more_than" else q.low
    high = q.high + room if q.bound != "less_than" else q.high
    return replace(q, low=low, high=high)


def _compute(option: Option, quantities: Mapping[str, Quantity]) -> Given | None:
    """The value and the interval that the operands give."""
    if option.formula == "count":
        value = sum((o.weight for o in option.operands), Decimal(0))
        return value, exact(value)
    if option.formula == "whole":
        return HUNDRED, Interval(-HUNDRED, HUNDRED)
    terms = [(quantities[o.quantity], o.weight) for o in option.operands]
    return FORMULAS[option.formula](terms)


def compare(stated: Quantity, value: Decimal, spread: Interval) -> tuple[Verdict, Agreement | None]:
    """The verdict over a stated figure: exact, by rounding, by truncation, or inconsistent."""
    if value == stated.value:
        return "consistent", "exact"
    if stated.step == 0:
        if spread.low <= stated.value <= spread.high:
            return "consistent", "rounding"
        return "inconsistent", None
    if spread.meets(stated.interval):
        return "consistent", "rounding"
    if stated.value <= value < stated.value + stated.step:
        return "consistent", "truncation"
    return "inconsistent", None


def _grim(stated: Quantity, option: Option, quantities: Mapping[str, Quantity]) -> Outcome | None:
    """Is there a whole base of which the change is the stated percentage?

    None where most percentages written as this one have such a base, so that nothing is told.
    """
    part = quantities[option.operands[0].quantity].value
    if stated.low <= 0 or part <= 0 or part != part.to_integral_value() or stated.value > 100:
        return None
    if part * HUNDRED / stated.low - part * HUNDRED / stated.high > OPEN:
        return None
    smallest = (part * HUNDRED / stated.high).to_integral_value(ROUND_CEILING)
    largest = (part * HUNDRED / stated.low).to_integral_value(ROUND_FLOOR)
    agreement: Agreement = "rounding"
    base: Decimal | None = smallest if smallest <= largest else None
    if base is None:
        cut = (part * HUNDRED / stated.value).to_integral_value(ROUND_FLOOR)
        if part * HUNDRED / cut < stated.value + stated.step:
            base, agreement = cut, "truncation"
    if base is None:
        near = (part * HUNDRED / stated.value).to_integral_value()
        computed = part * HUNDRED / near if near else None
        return Outcome("inconsistent", None, rounded(computed), option)
    computed = part * HUNDRED / base
    if computed == stated.value:
        agreement = "exact"
    return Outcome("consistent", agreement, rounded(computed), option, base)


def _grim_change(
    stated: Quantity, option: Option, quantities: Mapping[str, Quantity]
) -> Outcome | None:
    """Is there a whole level before, from which a count rose (weight 1) or fell by the rate?

    None where the rates that whole levels give lie too close to each other to tell anything.
    """
    now, sign = quantities[option.operands[0].quantity].value, option.operands[0].weight
    share = 1 + sign * stated.value / HUNDRED
    if share <= 0 or now <= 0 or now != now.to_integral_value() or not stated.value:
        return None
    below = max(Decimal(1), (now / share).to_integral_value(ROUND_FLOOR))
    rates = {b: sign * (now - b) / b * HUNDRED for b in (below, below + 1)}
    if abs(rates[below] - rates[below + 1]) < APART * stated.step:
        return None
    base = min(rates, key=lambda b: abs(rates[b] - stated.value))
    for b, value in rates.items():
        verdict, agreement = compare(stated, value, exact(value))
        if verdict == "consistent":
            return Outcome(verdict, agreement, rounded(value), option, b)
    return Outcome("inconsistent", None, rounded(rates[base]), option)


def _fraction(
    stated: Quantity, option: Option, quantities: Mapping[str, Quantity]
) -> Outcome | None:
    """Is one operand over the other (or x/y) the stated fraction? In words it is a rough one."""
    top = quantities[option.operands[0].quantity]
    bottom = quantities[option.operands[1].quantity].value if option.operands[1:] else top.of
    if not bottom or not stated.of:
        return None
    value = top.value / bottom
    gap = abs(value * stated.of - stated.value)
    if gap > stated.value * WORDED:
        return Outcome("inconsistent", None, rounded(value), option)
    return Outcome("consistent", "rounding" if gap else "exact", rounded(value), option)


def _yearly(stated: Quantity, option: Option, quantities: Mapping[str, Quantity]) -> Outcome | None:
    """Is the stated rate the growth from one level to another, a year?

    Compound, or a n-th of the whole; of two percentages a n-th of the points between them. None
    where it lies between the two: it may be the mean of yearly rates.
    """
    last, years = quantities[option.operands[0].quantity], option.operands[0].weight
    first = quantities[option.operands[1].quantity]
    if last.unit == "%":
        points = (last.interval + first.interval.scaled(Decimal(-1))).scaled(1 / years)
        readings = [((last.value - first.value) / years, points)]
    else:
        ratio = last.interval.divided(first.interval)
        if ratio is None or ratio.low <= 0 or not first.value:
            return None
        value = last.value / first.value
        root = [HUNDRED * (x ** (1 / years) - 1) for x in (value, ratio.low, ratio.high)]
        plain = [HUNDRED * (x - 1) / years for x in (value, ratio.low, ratio.high)]
        readings = [(v, Interval(low, high)) for v, low, high in (root, plain)]
    if readings[0][0] < 0:
        readings = [(-v, Interval(-i.high, -i.low)) for v, i in readings]
    for value, spread in readings:
        verdict, agreement = compare(stated, value, spread)
        if verdict == "consistent":
            return Outcome(verdict, agreement, rounded(value), option)
    if min(v for v, _ in readings) < stated.value < max(v for v, _ in readings):
        return None
    return Outcome("inconsistent", None, rounded(readings[0][0]), option)


def _average(
    stated: Quantity, option: Option, quantities: Mapping[str, Quantity]
) -> Outcome | None:
    """Does the total, divided by the counts, give the average as it is written?

    The first operand is the average. One without decimals may be cut or rounded either way.
    """
    rate = quantities[option.operands[0].quantity]
    value, spread, product = stated.value, stated.interval, rate.value
    for o in option.operands:
        q = quantities[o.quantity]
        if q is not rate:
            divided = spread.divided(q.interval)
            if divided is None:
                return None
            value, spread, product = value / q.value, divided, product * q.value
        value, spread, product = value / o.weight, spread.scaled(1 / o.weight), product * o.weight
    verdict, agreement = _as_average(rate, value, spread)
    if verdict == "inconsistent" and stated.value <= product < stated.value + stated.step:
        verdict, agreement = "consistent", "truncation"  # the total was cut
    if product == stated.value:
        agreement = "exact"
    return Outcome(verdict, agreement, rounded(product), option)


def _quotient(
    stated: Quantity, option: Option, quantities: Mapping[str, Quantity]
) -> Outcome | None:
    """Is the first operand, over the second, the stated average?"""
    total, number = (quantities[o.quantity] for o in option.operands)
    spread = total.interval.divided(number.interval)
    if spread is None or not number.value:
        return None
    value = total.value / number.value
    verdict, agreement = _as_average(stated, value, spread)
    return Outcome(verdict, agreement, rounded(value), option)


def _as_average(
    average: Quantity, value: Decimal, spread: Interval
) -> tuple[Verdict, Agreement | None]:
    """The verdict over an average, given its value: one that ends in zeros may be rounded roughly,
    one without decimals either way."""
    verdict, agreement = compare(average, value, spread)
    gap = abs(value - average.value)
    rough = digits(average, average.value)[-1:] == "0" and gap <= average.value * ROUGH
    if verdict == "inconsistent" and (rough or (average.step == 0 and gap < 1)):
        return "consistent", "rounding"
    return verdict, agreement


_JUDGED: dict[Formula, Callable[[Quantity, Option, Mapping[str, Quantity]], Outcome | None]] = {
    "grim": _grim,
    "grim_change": _grim_change,
    "average": _average,
    "quotient": _quotient,
    "fraction": _fraction,
    "yearly": _yearly,
}


def rounded(value: Decimal | None) -> Decimal | None:
    """At most six decimals, without trailing zeros, never in exponent form."""
    if value is None:
        return None
    value = round(value, 6)
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def digits(q: Quantity, value: Decimal) -> str:
    """`value` as the digits `q` was written with; "" where it has more places than `q`."""
    scaled = value / q.step if q.step else value
    whole = scaled.to_integral_value()
    return f"{whole:f}" if scaled == whole else ""


def round_zeros(q: Quantity, figures: Iterable[Quantity]) -> int:
    """How many zeros at the end of the digits of `q` only say that all of the figures are round:
    two of 4.500, beside 3.200 and 800."""
    steps = [x.value.normalize().as_tuple().exponent for x in figures if x.value]
    zeros = min((int(n) for n in steps), default=0)
    written = q.step.normalize().as_tuple().exponent if q.step else 0
    return max(0, zeros - int(written))


def swapped(a: str, b: str) -> bool:
    """True where two digit strings differ by two neighbours swapped."""
    if len(a) != len(b) or len(a) < 2:
        return False
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and a[wrong[0]] == b[wrong[1]]
        and a[wrong[1]] == b[wrong[0]]
    )


def swaps_of(told: str) -> Iterator[str]:
    """The digit strings that two neighbours swapped make of another; none with a zero ahead."""
    for i in range(len(told) - 1):
        if told[i] != told[i + 1] and (i or told[1] != "0"):
            yield told[:i] + told[i + 1] + told[i] + told[i + 2 :]


def changes_of(told: str) -> Iterator[str]:
    """The digit strings that differ from another in one digit; none with a zero ahead."""
    for i, digit in enumerate(told):
        for other in "0123456789":
            if other != digit and (i or other != "0"):
                yield told[:i] + other + told[i + 1 :]


def with_value(q: Quantity, value: Decimal) -> Quantity:
    """A figure with another value, as precise as it is."""
    off = value - q.value
    return replace(q, value=value, low=q.low + off, high=q.high + off)


def as_written(q: Quantity, text: str) -> Quantity:
    """A figure with other digits, as precise as it is."""
    return with_value(q, Decimal(text) * (q.step or Decimal(1)))


def exchanged(a: str, b: str) -> bool:
    """True where digit strings of three or more differ by two digits that changed places."""
    wrong = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(a) < 3 or len(wrong) != 2:
        return False
    return wrong[0] == wrong[1][::-1]


def one_digit(a: str, b: str) -> bool:
    """True where two digit strings of one length differ in one place."""
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def slip(a: str, b: str) -> bool:
    """True where digit strings of three or more differ by one digit or one swap."""
    return len(a) >= 3 and (one_digit(a, b) or swapped(a, b))
