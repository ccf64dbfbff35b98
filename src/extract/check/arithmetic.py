"""Announced relations recomputed with intervals and judged: exact, by rounding, by cutting, wrong.

Source of the interval semantics: XBRL Calculations 1.1; of the implied base: the GRIM test
(Brown & Heathers 2017). Pure functions, no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

from extract.interval import Interval, exact
from extract.model import Agreement, Announced, Option, Quantity, Relation, Verdict

HUNDRED = Decimal(100)
NEAR = Decimal("0.05")  # a sum that misses by less than this share of the whole is a near miss
GRIM_LIMIT = 100_000  # a base above this always exists


@dataclass(frozen=True, slots=True)
class Outcome:
    """One reading of a relation, recomputed."""

    verdict: Verdict
    agreement: Agreement | None
    computed: Decimal | None
    spread: Interval | None
    option: Option
    expression: str


def judge(
    announced: Iterable[Announced], quantities: Mapping[str, Quantity]
) -> tuple[Relation, ...]:
    """The relations, judged; of several readings the first that agrees, else the likeliest.

    A reading that contradicts is dropped where another announcement of the same cue or of the
    same figure agrees and the contradiction is not bound strongly by the text.
    """
    judged = [(a, _best(a, quantities)) for a in announced]
    agreed_cues = {
        (a.kind, a.cue[0]) for a, o in judged if o is not None and o.verdict == "consistent"
    }
    agreed = {
        (a.kind, a.stated) for a, o in judged if o is not None and o.verdict == "consistent"
    }
    seen: set[tuple[str, str, frozenset[str]]] = set()
    wrong: set[tuple[str, str]] = set()
    relations: list[Relation] = []
    for a, o in judged:
        if o is None:
            continue
        if o.verdict != "consistent":
            if (a.kind, a.cue[0]) in agreed_cues:
                continue
            if (a.kind, a.stated) in agreed and a.bond != "strong":
                continue
            if a.bond == "silent" or (a.kind, a.stated) in wrong:
                continue
            if a.kind == "sum" and (a.kind, a.stated) in agreed:
                continue
            wrong.add((a.kind, a.stated))
        key = (a.kind, a.stated, frozenset(x.quantity for x in o.option.operands))
        if key in seen:
            continue
        seen.add(key)
        relations.append(_relation(a, o, quantities, len(relations) + 1))
    return tuple(relations)


def _relation(a: Announced, o: Outcome, quantities: Mapping[str, Quantity], n: int) -> Relation:
    s = quantities[a.stated]
    return Relation(
        id=f"r{n}",
        kind=a.kind,
        verdict=o.verdict,
        agreement=o.agreement,
        stated=a.stated,
        operands=o.option.operands,
        computed=o.computed,
        low=s.low,
        high=s.high,
        expression=o.expression,
        cue=a.cue,
        scope=a.scope,
        exhaustive=a.bond != "open",
        note=a.note,
        rule=a.rule,
    )


def _best(a: Announced, quantities: Mapping[str, Quantity]) -> Outcome | None:
    """The first reading that agrees, else the first, softened as the bond asks."""
    outcomes = [x for x in (_outcome(a, o, quantities) for o in a.options) if x is not None]
    if not outcomes:
        return None
    for x in outcomes:
        if x.verdict == "consistent":
            return x
    first = outcomes[0]
    return _softened(a, first, quantities)


def _softened(a: Announced, o: Outcome, quantities: Mapping[str, Quantity]) -> Outcome | None:
    """A contradiction as far as the bond of the announcement carries it."""
    s = quantities[a.stated]
    loose = {"about", "more_than", "less_than"}
    figures = [s, *(quantities[x.quantity] for x in o.option.operands)]
    if a.bond in ("open", "silent") or any(q.bound in loose for q in figures):
        return _with(o, "undetermined") if a.bond != "silent" else None
    if a.bond == "bracket":
        return o if _near(s, o, Decimal("0.02")) and _same_units(figures) else None
    if a.bond == "near":
        if _near(s, o, NEAR) or _slip(figures, o):
            return o
        return _with(o, "undetermined")
    return o


def _with(o: Outcome, verdict: Verdict) -> Outcome:
    return Outcome(verdict, None, o.computed, o.spread, o.option, o.expression)


def _same_units(figures: list[Quantity]) -> bool:
    return len({q.unit for q in figures} - {None}) == 1


def _near(s: Quantity, o: Outcome, limit: Decimal) -> bool:
    if o.computed is None or s.value == 0:
        return False
    return abs(o.computed - s.value) <= abs(s.value) * limit


def _slip(figures: list[Quantity], o: Outcome) -> bool:
    """True where one wrong digit in a figure of three digits or more explains the difference."""
    if o.computed is None or not _same_units(figures):
        return False
    gap = o.computed - figures[0].value
    for q in figures:
        if q.step != 0 and q.value % q.step:
            continue
        wanted = q.value + gap if q is figures[0] else q.value - gap
        if wanted > 0 and one_slip(_digits(q), _digits_of(wanted, q)):
            return True
    return False


def _digits(q: Quantity) -> str:
    return _digits_of(q.value, q)


def _digits_of(value: Decimal, q: Quantity) -> str:
    if q.step:
        value = value / q.step
    return str(value.to_integral_value()) if value == value.to_integral_value() else ""


def one_slip(a: str, b: str) -> bool:
    """True where two digit strings of three or more differ by one digit or one swap."""
    if len(a) != len(b) or len(a) < 3:
        return False
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and a[wrong[0]] == b[wrong[1]]
        and a[wrong[1]] == b[wrong[0]]
    )


# -- formulas --------------------------------------------------------------------------------


def _outcome(a: Announced, option: Option, quantities: Mapping[str, Quantity]) -> Outcome | None:
    s = quantities[a.stated]
    with localcontext() as ctx:
        ctx.prec = 40
        if option.formula == "grim":
            return _grim(s, option, quantities)
        found = _compute(option, quantities)
        if found is None:
            return None
        value, spread = found
        wanted = s
        if option.formula == "growth" and s.direction == "decrease":
            value, spread = -value, Interval(-spread.high, -spread.low)
        verdict, agreement = _compare(wanted, value, spread)
        return Outcome(
            verdict,
            agreement,
            _rounded(value),
            spread,
            option,
            _expression(option, s, quantities),
        )


def _compute(
    option: Option, quantities: Mapping[str, Quantity]
) -> tuple[Decimal, Interval] | None:
    """The value and the interval that the operands give."""
    qs = [quantities[o.quantity] for o in option.operands]
    if option.formula == "sum":
        value = sum((q.value * o.weight for q, o in zip(qs, option.operands, strict=True)),
                    Decimal(0))  # fmt: skip
        spread = exact(Decimal(0))
        for q, o in zip(qs, option.operands, strict=True):
            spread = spread + q.interval.scaled(o.weight)
        return value, spread
    if option.formula == "product":
        return qs[0].value * qs[1].value, qs[0].interval * qs[1].interval
    if option.formula == "equal":
        return qs[0].value, qs[0].interval
    if option.formula == "count":
        value = sum((o.weight for o in option.operands), Decimal(0))
        return value, exact(value)
    top = qs[0]
    if len(qs) == 1:
        if top.of is None or top.of == 0:
            return None
        bottom_value, bottom = top.of, exact(top.of)
    else:
        bottom_value, bottom = qs[1].value, qs[1].interval
    if bottom_value == 0:
        return None
    ratio = top.interval.divided(bottom)
    if ratio is None:
        return None
    value = top.value / bottom_value
    if option.formula == "ratio":
        return value, ratio
    if option.formula == "growth":
        return (value - 1) * HUNDRED, Interval(
            (ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED
        )
    return value * HUNDRED, ratio.scaled(HUNDRED)


def _compare(s: Quantity, value: Decimal, spread: Interval) -> tuple[Verdict, Agreement | None]:
    """The verdict over a stated figure: exact, rounding, truncation, or inconsistent."""
    if value == s.value:
        return "consistent", "exact"
    if s.step == 0:
        if spread.low <= s.value <= spread.high:
            return "consistent", "rounding"
        return "inconsistent", None
    if spread.meets(s.interval):
        return "consistent", "rounding"
    cut = Interval(s.value, s.value + s.step)
    if s.value >= 0 and cut.low <= spread.high and spread.low < cut.high:
        return "consistent", "truncation"
    return "inconsistent", None


def _grim(s: Quantity, option: Option, quantities: Mapping[str, Quantity]) -> Outcome | None:
    """Is there a whole base of which the change is the stated percentage?"""
    part = quantities[option.operands[0].quantity].value
    if s.value <= 0 or part <= 0 or part != part.to_integral_value() or s.value > 100:
        return None
    low, high = s.low, s.high
    smallest = (part * HUNDRED / high).to_integral_value(ROUND_CEILING)
    largest = (part * HUNDRED / low).to_integral_value(ROUND_FLOOR) if low > 0 else None
    agreement: Agreement = "rounding"
    base: Decimal | None = None
    if largest is None or smallest <= largest:
        base = smallest
    else:
        cut = (part * HUNDRED / s.value).to_integral_value(ROUND_FLOOR)
        if part * HUNDRED / cut < s.value + s.step:
            base, agreement = cut, "truncation"
    if base is not None:
        computed = part * HUNDRED / base
        if computed == s.value:
            agreement = "exact"
        text = f"{number(part)} / {number(base)} = {number(s.value)}%"
        return Outcome("consistent", agreement, _rounded(computed), None, option, text)
    near = (part * HUNDRED / s.value).to_integral_value()
    computed = part * HUNDRED / near if near else None
    text = f"{number(part)} / ? = {number(s.value)}%"
    return Outcome("inconsistent", None, _rounded(computed), None, option, text)


def _rounded(value: Decimal | None) -> Decimal | None:
    """At most six decimals, without trailing zeros, never in exponent form."""
    if value is None:
        return None
    value = round(value, 6)
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


# -- expressions -----------------------------------------------------------------------------


def number(value: Decimal) -> str:
    """A decimal the Vietnamese way: 1.813, 14,8."""
    value = _rounded(value) or Decimal(0)
    text = f"{value:,f}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def shown(q: Quantity) -> str:
    """A figure as an equation shows it: its own digits, with the unit of money or measure."""
    if q.unit in ("%", "‰"):
        return f"{number(q.value)}{q.unit}"
    return number(q.value)


def _expression(option: Option, s: Quantity, quantities: Mapping[str, Quantity]) -> str:
    qs = [quantities[o.quantity] for o in option.operands]
    right = shown(s)
    if option.formula == "sum":
        text = ""
        for q, o in zip(qs, option.operands, strict=True):
            sign = "-" if o.weight < 0 else "+"
            text += f" {sign} {number(q.value)}" if text else number(q.value)
        return f"{text} = {right}"
    if option.formula == "product":
        return f"{number(qs[0].value)} × {number(qs[1].value)} = {right}"
    if option.formula == "equal":
        return f"{number(qs[0].value)} = {right}"
    if option.formula == "count":
        return f"{number(sum((o.weight for o in option.operands), Decimal(0)))} = {right}"
    top = number(qs[0].value)
    bottom = number(qs[1].value if len(qs) > 1 else qs[0].of or Decimal(0))
    if option.formula == "growth":
        if s.direction == "decrease":
            return f"({bottom} - {top}) / {bottom} = {right}"
        return f"({top} - {bottom}) / {bottom} = {right}"
    return f"{top} / {bottom} = {right}"
