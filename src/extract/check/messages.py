"""Relations -> Findings: which code a contradiction gets, its arguments and suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from extract.check.equations import ONE, SCALE_WORDS, factor_of, number
from extract.check.repair import confirmed_figures, suggest, suspected_figures
from extract.model import Cell, Finding, Kind, Quantity, Relation, Severity
from extract.values.units import PERCENT_UNITS

CODE: dict[Kind, str] = {
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
RULE_CODE = {  # rules whose contradictions have a code of their own
    "rel.hundred": "A118",
    "rel.above-whole": "A119",
    "rel.part-larger": "A120",
    "rel.complement": "A121",
    "rel.moved-shares": "A121",
}
TABLE_CODE = {
    "table.columns": "A112",
    "table.same": "A113",
    "table.across": "A115",
    "table.growth": "A116",
    "table.rates": "A116",
    "table.part": "A117",
    "table.mean": "A122",
}  # A111 else


def arithmetic_findings(
    relations: Iterable[Relation], quantities: Mapping[str, Quantity], cells: Iterable[Cell] = ()
) -> list[Finding]:
    """A finding for each contradiction; `cells` say where the figures of tables stand."""
    relations = tuple(relations)
    confirmed = confirmed_figures(relations)
    suspected = suspected_figures(relations)
    places = {c.quantity: c for c in cells}
    found: list[Finding] = []
    for r in relations:
        if r.verdict != "inconsistent":
            continue
        s = quantities[r.stated]
        code, severity = _code(r, s)
        found.append(
            Finding(
                id="",
                code=code,
                severity=severity,
                start=s.start,
                end=s.end,
                args=_args(r, s, quantities, places),
                relation=r.id,
                suggestions=suggest(r, confirmed, quantities, suspected),
            )
        )
    return found


_PLACES = 3  # decimals of what is computed, in the scale that it is shown in
_FRACTIONS = frozenset({"rel.told-fraction", "rel.fraction-told"})  # in words, of two figures
_ORDERS = frozenset({"rel.falls", "rel.rises", "rel.rose-above", "rel.fell-below"})


def _code(r: Relation, s: Quantity) -> tuple[str, Severity]:
    """The code and severity: a warning where less than one unit of the last digit is amiss."""
    if r.kind == "difference" and r.computed is not None and r.computed < 0 <= s.value:
        return "A105", "error"
    if r.rule in _ORDERS:
        return "A105", "error"
    code = TABLE_CODE.get(r.rule, "A111") if r.kind == "table" else CODE[r.kind]
    code = RULE_CODE.get(r.rule, code)
    if r.rule == "table.prose":
        code = "A114"
        if s.bound is not None:
            return code, "warning"
    small = r.computed is not None and s.step > _gap(r, r.computed, s)
    return code, "warning" if small else "error"


def _gap(r: Relation, computed: Decimal, s: Quantity) -> Decimal:
    """How far a figure is off; prose states a fall without its sign, a table with it."""
    told = s.value / s.of if r.rule in _FRACTIONS and s.of else s.value
    return abs((computed if r.kind == "table" else abs(computed)) - told)


def _args(
    r: Relation, s: Quantity, quantities: Mapping[str, Quantity], places: Mapping[str, Cell]
) -> dict[str, str]:
    computed = r.computed if r.computed is not None else Decimal(0)
    rate = s.unit if s.unit in PERCENT_UNITS else ""
    cell = places.get(s.id)
    factor = ONE
    word = ""
    if cell is not None:
        factor = cell.scale
    elif not rate and s.step and s.unit != "lần":
        factor = factor_of([s, *(quantities[o.quantity] for o in r.operands)])
        word = f" {SCALE_WORDS[factor]}" if factor != 1 else ""
    told = s.text
    if word and (same := number(s.value / factor)) != told:
        told = f"{told} ({same}{word})"
    if rate or cell is not None or factor != ONE:
        computed = round(computed / factor, _PLACES) * factor
    args = {
        "stated": told,
        "left": r.expression.rpartition(" = ")[0] or r.expression,
        "computed": number(computed / factor) + (rate or word),
        "gap": number(_gap(r, computed, s) / factor) + word,
        "expression": r.expression,
        "total": number(100 + s.value - computed),
    }
    whole = places.get(r.operands[0].quantity) if r.operands else None
    if r.rule in _ORDERS:  # what moved, in place of the inequality that does not hold
        moved = s.value - computed
        left = f"{number(s.value / factor)} - {number(computed / factor)}"
        args |= {"left": left, "computed": number(moved / factor) + (rate or word)}
    if cell is not None:
        args |= {"table": cell.name, "row": cell.row_label, "column": cell.column_label}
        args["other"] = whole.row_label if whole is not None else ""
        args["apart"] = whole.name if whole is not None else ""
    elif r.rule == "table.prose" and whole is not None:
        args["stated"] = f"{told}{word}" if told == s.text else told
        args |= {"table": whole.name, "row": whole.row_label, "column": whole.column_label}
    return args
