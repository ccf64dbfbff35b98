"""Announced checks against relations: built, judged right, falsely alarmed.

A labelled check is *built* when a relation of the same family

* has the stated figure at the label's span, and
* has the same operands: the same multiset of absolute values (weights carry the signs).

Families: additive (difference, sum, series), ratio (percent, share, implied_base), sameness
(equality, words), enumeration, product; a relation of kind table may be of any. Within a family the
same equation may be written in several ways, and these count as one:

* additive: solved for another member (`a - b = c` or `b + c = a`): the stated figure of the label
  is a member of the relation, and operands and stated figure make up the same multiset; a
  fraction x/y whose rest is told stands for x and y;
* ratio: a percentage change as [change, base] or as [from, to]: a pair {a, b} also stands for
  {|a - b|, a}, {|a - b|, b}, {a + b, a}, {a + b, b}; a fraction x/y stands for x and y;
* implied_base: the labelled operand is among those of the relation (the base may be named too);
* sameness: stated figure and operand may change places; the set of all values is the same;
* product: an average may be labelled as a product or as the share of a total over a count;
* enumeration: the span alone (its operands are items, not figures).

It is judged *right* when the verdicts agree as well. A *false alarm* is an inconsistent relation
whose stated figure is not that of a labelled inconsistent check (optional ones included) and that
was not matched with one; or an A-code error that has no such relation and touches none of them.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from extract.evaluate.labels import Label, Labels, check_span, number, unsigned
from extract.evaluate.scores import CheckTally, Fault
from extract.model import Quantity, Relation, Report

_FAMILY: dict[str, str] = {  # of a `Kind`, as a label gives it
    "difference": "additive",
    "sum": "additive",
    "series": "additive",
    "percent": "ratio",
    "share": "ratio",
    "implied_base": "ratio",
    "equality": "sameness",
    "words": "sameness",
    "enumeration": "enumeration",
    "product": "product",
}
Span = tuple[int, int]


def score_checks(labels: Labels, report: Report) -> CheckTally:
    """The tally of the announced checks of one document."""
    text = report.document.text
    quantities = {q.id: q for q in report.quantities}
    by_span: dict[Span, list[Relation]] = {}
    for r in report.relations:
        for span in dict.fromkeys(_spans(r, quantities, text)):
            by_span.setdefault(span, []).append(r)
    counts: Counter[str] = Counter()
    faults: list[Fault] = []
    used: set[str] = set()
    alarms_met: set[str] = set()
    checks = sorted(labels["checks"], key=lambda c: bool(c.get("optional")))
    for check in checks:
        check_span(text, check, "check")
        span = unsigned(text, check["start"], check["end"])
        relation = _match(check, by_span.get(span, []), quantities, used, text)
        optional = bool(check.get("optional"))
        if relation is not None:
            used.add(relation.id)
            if check["verdict"] == "inconsistent":
                alarms_met.add(relation.id)
        if optional:
            counts["optional"] += 1
            counts["optional_built"] += relation is not None
            continue
        wrong = check["verdict"] == "inconsistent"
        right = relation is not None and relation.verdict == check["verdict"]
        counts["required"] += 1
        counts["built"] += relation is not None
        counts["right"] += right
        counts["errors"] += wrong
        counts["errors_found"] += wrong and right
        if not right:
            problem = "missed" if relation is None else "wrong verdict"
            detail = _equation(check)
            if relation is not None:
                detail += f", not {relation.verdict}: {relation.expression}"
            elif here := by_span.get(span):
                detail += "; here: " + "; ".join(r.expression for r in here)
            shown = text[span[0] : span[1]]
            faults.append(Fault("checks", problem, *span, shown, detail))
    alarms = _false_alarms(checks, report, quantities, alarms_met)
    counts["false_alarms"] = len(alarms)
    counts["unlabelled"] = sum(r.id not in used for r in report.relations)
    return CheckTally(**counts, faults=(*faults, *alarms))


def _match(
    check: Label, here: list[Relation], quantities: dict[str, Quantity], used: set[str], text: str
) -> Relation | None:
    """The relation that is this check; one of the same kind and verdict before others."""
    fits = [r for r in here if r.id not in used and _same(check, r, quantities, text)]
    fits.sort(key=lambda r: (r.kind != check["relation"], r.verdict != check["verdict"]))
    return fits[0] if fits else None


def _same(check: Label, relation: Relation, quantities: dict[str, Quantity], text: str) -> bool:
    family = _FAMILY.get(check["relation"], check["relation"])
    if relation.kind == "product" and check["relation"] == "share":
        family = "product"  # an average, labelled as the total over the count
    if relation.kind not in ("table", check["relation"]) and family != _FAMILY.get(relation.kind):
        return False
    stated = quantities[relation.stated]
    at_stated = unsigned(text, stated.start, stated.end) == unsigned(
        text, check["start"], check["end"]
    )
    want = [abs(number(v) or Decimal(0)) for v in check["operands"]]
    want_stated = abs(number(check["stated"]) or Decimal(0))
    have = _values(relation, quantities, fractions=family in ("ratio", "additive"))
    if family == "sameness":
        return {*want, want_stated} == {*have, abs(stated.value)}
    if family == "additive":
        if at_stated and Counter(want) == Counter(have):
            return True
        return Counter([*want, want_stated]) == Counter([*have, abs(stated.value)])
    if family == "product":
        return _same_product(want, want_stated, at_stated, have, relation, stated)
    if not at_stated:
        return False
    if family == "enumeration":
        return True
    if check["relation"] == "implied_base":
        return set(want) <= set(have)
    if family == "ratio" and len(want) == 2:
        return Counter(have) in _pairs(*want)
    return Counter(want) == Counter(have)


def _same_product(
    want: list[Decimal],
    want_stated: Decimal,
    at_stated: bool,
    have: list[Decimal],
    relation: Relation,
    stated: Quantity,
) -> bool:
    """True where the factors are the same; a factor that is no figure (five years of a period,
    tạ in tấn) may be labelled or not, and an average may be labelled as what follows from the
    total."""
    extra = [abs(o.weight) for o in relation.operands if abs(o.weight) != 1]
    scaled = [x * abs(o.weight) for x, o in zip(have, relation.operands, strict=True)]
    ways = (Counter(have), Counter([*have, *extra]), Counter(scaled))
    if at_stated:
        return Counter(want) in ways
    whole = abs(stated.value)
    return Counter([*want, want_stated]) in [way + Counter([whole]) for way in ways]


def _pairs(a: Decimal, b: Decimal) -> list[Counter[Decimal]]:
    gap = abs(a - b)
    return [Counter(p) for p in ((a, b), (gap, a), (gap, b), (a + b, a), (a + b, b))]


def _values(relation: Relation, quantities: dict[str, Quantity], fractions: bool) -> list[Decimal]:
    out: list[Decimal] = []
    for operand in relation.operands:
        q = quantities[operand.quantity]
        out.append(abs(q.value))
        if fractions and q.of is not None and len(relation.operands) == 1:
            out.append(abs(q.of))
    return out


def _spans(relation: Relation, quantities: dict[str, Quantity], text: str) -> list[Span]:
    ids = [relation.stated, *(o.quantity for o in relation.operands)]
    return [unsigned(text, quantities[i].start, quantities[i].end) for i in ids]


def _equation(check: Label) -> str:
    operands = ", ".join(str(v) for v in check["operands"])
    return f"{check['relation']} [{operands}] = {check['stated']} ({check['verdict']})"


def _false_alarms(
    checks: list[Label], report: Report, quantities: dict[str, Quantity], met: set[str]
) -> list[Fault]:
    text = report.document.text
    allowed = {
        unsigned(text, c["start"], c["end"]) for c in checks if c["verdict"] == "inconsistent"
    }
    out: list[Fault] = []
    inconsistent: set[str] = set()
    for r in report.relations:
        if r.verdict != "inconsistent":
            continue
        inconsistent.add(r.id)
        stated = quantities[r.stated]
        span = unsigned(text, stated.start, stated.end)
        if r.id not in met and span not in allowed:
            shown = text[span[0] : span[1]]
            out.append(Fault("checks", "false alarm", *span, shown, f"{r.kind}: {r.expression}"))
    for f in report.findings:
        if f.code.startswith("A") and f.severity == "error" and f.relation not in inconsistent:
            touches = any(f.start < e and s < f.end for s, e in allowed)
            if not touches:
                shown = " ".join(text[f.start : f.end].split())[:80]
                out.append(Fault("checks", "false alarm", f.start, f.end, shown, f.code))
    return out
