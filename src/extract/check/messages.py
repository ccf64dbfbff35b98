"""Relations -> Findings: which code a contradiction gets, its arguments and suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from extract.check.arithmetic import ONE, SCALE_WORDS, factor_of, number
from extract.check.repair import confirmed_figures, suggest
from extract.model import Finding, Quantity, Relation, Severity

CODE = {
    "difference": "A101",
    "percent": "A102",
    "share": "A103",
    "sum": "A104",
    "implied_base": "A106",
    "enumeration": "A107",
    "words": "A108",
    "product": "A109",
    "equality": "A110",
    "series": "A101",
}


def arithmetic_findings(
    relations: Iterable[Relation], quantities: Mapping[str, Quantity]
) -> list[Finding]:
    """A finding for each contradiction; notes for open sums that exceed their whole."""
    relations = tuple(relations)
    confirmed = confirmed_figures(relations)
    found: list[Finding] = []
    for r in relations:
        if r.verdict != "inconsistent":
            continue
        s = quantities[r.stated]
        code, severity = _code(r, s, quantities)
        found.append(
            Finding(
                id="",
                code=code,
                severity=severity,
                start=s.start,
                end=s.end,
                args=_args(r, s, quantities),
                relation=r.id,
                suggestions=suggest(r, confirmed, quantities),
            )
        )
    return found


def _code(r: Relation, s: Quantity, quantities: Mapping[str, Quantity]) -> tuple[str, Severity]:
    """The code and severity: a warning where less than one unit of the last digit is amiss."""
    if r.kind == "difference" and r.computed is not None and r.computed < 0 <= s.value:
        return "A105", "error"
    if r.rule in ("rel.falls", "rel.rises"):
        return "A105", "error"
    small = r.computed is not None and s.step > abs(abs(r.computed) - s.value)
    return CODE[r.kind], "warning" if small else "error"


def _args(r: Relation, s: Quantity, quantities: Mapping[str, Quantity]) -> dict[str, str]:
    computed = r.computed if r.computed is not None else Decimal(0)
    rate = s.unit if s.unit in ("%", "‰") else ""
    factor = ONE
    word = ""
    if not rate and s.step and s.unit != "lần":
        factor = factor_of([s, *(quantities[o.quantity] for o in r.operands)])
        word = f" {SCALE_WORDS[factor]}" if factor != 1 else ""
    if rate:
        computed = round(computed, 3)
    gap = abs(abs(computed) - s.value) / factor
    return {
        "stated": s.text,
        "left": r.expression.rpartition(" = ")[0] or r.expression,
        "computed": number(computed / factor) + (rate or word),
        "gap": number(gap) + word,
        "expression": r.expression,
    }
