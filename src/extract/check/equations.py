"""Relations as equations in figures, and numbers the Vietnamese way: 99 / 669 = 14,8%."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from extract.model import Operand, Quantity
from extract.values.formula import Outcome, rounded
from extract.values.units import PERCENT_UNITS, POINT_UNITS

ONE, THOUSAND = Decimal(1), Decimal(1000)
SCALE_WORDS = {Decimal(10) ** 3: "nghìn", Decimal(10) ** 6: "triệu", Decimal(10) ** 9: "tỷ"}
_SCALES = frozenset(Decimal(10) ** n for n in (3, 4, 6, 9, 12, 15))
_RATIOS = frozenset(
    {"ratio", "quotient", "percent", "among", "portion", "joint", "fraction", "tenfold"}
    | {"growth", "fall", "back", "yearly", "grim", "grim_change"}
)
_RATES = PERCENT_UNITS | POINT_UNITS
MOST_TERMS = 60  # terms of a sum that an equation shows


def number(value: Decimal) -> str:
    """A decimal the Vietnamese way: 1.813, 14,8."""
    text = f"{rounded(value) or Decimal(0):,f}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def shown(q: Quantity, factor: Decimal = ONE) -> str:
    """A figure as an equation shows it, in thousands, millions … of its unit by `factor`."""
    if q.unit in PERCENT_UNITS:
        return f"{number(q.value)}{q.unit}"
    return number(q.value / factor if q.step else q.value)


def scale_of(q: Quantity) -> Decimal:
    """What a figure's digits count: a million in 7,56 (triệu đồng); 1 where nothing is told."""
    digits = q.text.strip("%‰ ()-–−").replace(".", "").replace(",", ".")
    if not (digits.isascii() and digits.replace(".", "", 1).isdigit()) or not Decimal(digits):
        return ONE
    scale = abs(q.value) / Decimal(digits)
    return scale if scale in _SCALES else ONE


def factor_of(figures: Iterable[Quantity]) -> Decimal:
    """1, a thousand, a million or a billion: what all measured figures are written in."""
    steps = [q.step for q in figures if q.step and q.unit not in PERCENT_UNITS]
    factor = ONE
    while steps and min(steps) >= factor * THOUSAND and factor * THOUSAND in SCALE_WORDS:
        factor *= THOUSAND
    return factor


def equation(o: Outcome, s: Quantity, quantities: Mapping[str, Quantity]) -> str:
    """The equation in figures: 99 / 669 = 14,8%; 3.000 + 1.500 = 4.500 triệu."""
    option, operands = o.option, o.option.operands
    if option.formula == "count":
        return f"{number(sum((x.weight for x in operands), Decimal(0)))} = {shown(s)}"
    if option.formula == "whole":
        return f"{shown(s)} > 100%"
    qs = [quantities[x.quantity] for x in operands]
    if option.formula == "rest":
        return f"{' + '.join(shown(q) for q in (*qs, s))} = 100%"
    rate = option.formula in ("ratio", "quotient") and s.unit not in (None, "lần")
    ratio = option.formula in _RATIOS and not rate
    factor = factor_of(qs if ratio else [*qs, s])
    right = shown(s, ONE if ratio else factor)
    if factor != 1 and not ratio and s.step:
        right = f"{right} {SCALE_WORDS[factor]}"
    each = [number(q.value / factor if q.step else q.value) for q in qs]
    if option.formula == "above":
        return f"{' - '.join(each if operands[0].weight > 0 else reversed(each))} = {right}"
    if option.formula == "sum":
        weights = {abs(x.weight) for x in operands}
        if len(weights) == 1 and (scale := weights.pop()) in SCALE_WORDS:
            right = f"{number(s.value / scale)} {SCALE_WORDS[scale]}"
        return f"{_signed(each, operands)} = {right}"
    if option.formula == "mean":
        return f"({' + '.join(each)}) / {len(each)} = {right}"
    if option.formula in ("product", "average"):
        factors = [
            figure if x.weight == 1 else f"{figure} × {number(x.weight)}"
            for figure, x in zip(each, operands, strict=True)
        ]
        return f"{' × '.join(factors)} = {right}"
    if option.formula == "order":
        return f"{each[0]} {'<' if operands[0].weight > 0 else '>'} {right}"
    if option.formula == "gap":
        pair = [number(qs[0].value), number(qs[0].of or Decimal(0))]
        first, second = pair if operands[0].weight > 0 else reversed(pair)
        others = "".join(
            f" {'+' if x.weight > 0 else '-'} {figure}"
            for figure, x in zip(each[1:], operands[1:], strict=True)
        )
        return f"{first} - {second}{others} = {right}"
    if option.formula == "equal":
        return f"{each[0]} = {right}"
    if option.formula == "portion":
        return f"{each[0]} / ({_signed(each, operands)}) = {right}"
    if option.formula == "joint":
        return f"({_signed(each[:-1], operands[:-1])}) / {each[-1]} = {right}"
    if option.formula == "part":
        return f"{right} <= {each[0]}"
    if option.formula == "index":
        return f"{each[0]} - 100 = {right}"
    if option.formula == "yearly":
        years = number(operands[0].weight)
        if qs[0].unit == "%":
            return f"({each[0]}% - {each[1]}%) / {years} = {right}"
        return f"({each[0]} / {each[1]})^(1/{years}) - 1 = {right}"
    if option.formula == "back":
        sign = "-" if operands[0].weight < 0 else "+"
        return f"{each[0]} / ({each[1]} {sign} {each[0]}) = {right}"
    if option.formula == "grim_change":
        ends = (each[0], "?") if operands[0].weight > 0 else ("?", each[0])
        return f"({ends[0]} - {ends[1]}) / ? = {right}"
    if option.formula == "grim":
        return f"{each[0]} / {number(o.base) if o.base else '?'} = {right}"
    top, bottom = each[0], each[1] if len(each) > 1 else _denominator(qs[0], factor)
    if option.formula == "among":
        bottom = _denominator(qs[1], factor)
    if option.formula == "percent" and len(each) > 2:
        bottom = f"({_signed(each[1:], operands[1:])})"
    if option.formula == "fraction":
        return f"{top} / {bottom} = {number(s.value)}/{number(s.of or Decimal(0))}"
    if option.formula == "fall":
        return f"({bottom} - {top}) / {bottom} = {right}"
    if option.formula == "growth":
        ends = (bottom, top) if s.direction == "decrease" else (top, bottom)
        return f"({ends[0]} - {ends[1]}) / {bottom} = {right}"
    if option.formula == "tenfold":
        return f"{top} / {bottom} × 10 = {right}"
    times = " × 100" if option.formula == "percent" and s.unit not in _RATES else ""
    if option.formula == "ratio" and len(operands) > 1 and operands[1].weight < 1:
        times = f" × {number(1 / operands[1].weight)}"  # bác sĩ trên một vạn dân
    return f"{top} / {bottom}{times} = {right}"


def _denominator(q: Quantity, factor: Decimal) -> str:
    of = q.of or Decimal(0)
    return number(of / factor if q.step else of)


def _signed(each: list[str], operands: tuple[Operand, ...]) -> str:
    """The terms of a sum; of a long one the first few, how many there are, and the last."""
    signed = [
        f"{'-' if x.weight < 0 else '+'} {figure}" for figure, x in zip(each, operands, strict=True)
    ]
    if len(signed) > MOST_TERMS:
        signed = [*signed[:3], f"+ … [{len(signed)}] …", signed[-1]]
    return " ".join(signed).removeprefix("+ ")
