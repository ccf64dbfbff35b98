"""Announced relations judged: consistent (exactly, by rounding, by cutting), wrong, or open.

Pure functions, no text. What a relation's bond allows is decided here, in one place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.check.agreements import Agreements, Judged
from extract.check.echoes import without_echoes
from extract.check.equations import equation
from extract.check.plausible import plausible
from extract.model import Announced, Bond, Operand, Option, Quantity, Relation, Verdict
from extract.values.formula import (
    LOOSE,
    Outcome,
    beyond,
    digits,
    evaluate,
    slip,
    swapped,
)
from extract.values.slips import miscounted, misplaced

NEAR = Decimal("0.01")  # a sum that misses by less than this share of the whole is a near miss
WIDE = Decimal("0.1")
HALF = Decimal("0.5")
QUARTER = Decimal("0.25")
MANY = 4  # parts that hardly overlap, where they are a little more than their whole
BRACKET_NEAR = Decimal("0.02")
MONEY = "đồng"
_COUNT = 2  # digits of a figure that words tie, with one typed twice or left out
MANY_DIGITS = 5  # of a figure that is no slip of another one by chance
_FIRM: frozenset[Bond] = frozenset({"strong", "plain"})  # bonds that other readings do not loosen
SIBLINGS = 3  # shares that must agree on their whole, for one far off to belong to it


def judge(
    announced: Iterable[Announced], quantities: Mapping[str, Quantity]
) -> tuple[Relation, ...]:
    """The relations, judged; of several readings the first that agrees, else the likeliest.

    A reading that contradicts is dropped where a likelier one agrees: another announcement of
    the same cue, of the same figure with an operand in common, or any other of the same figure
    unless the contradiction is bound strongly by the text.
    """
    judged = [(a, o) for a in announced if (o := _best(a, quantities)) is not None]
    likely, unlikely = _by_plausibility(judged, quantities)
    agreements = Agreements(judged)
    contradictions = _Contradictions()
    seen: set[tuple[str, str, frozenset[str]]] = set()
    kept: list[Judged] = []
    for a, o in (*likely, *unlikely):
        reading = (a.kind, a.stated, o.option.ids)
        if reading in seen:
            continue
        if o.verdict != "consistent":
            if agreements.refute(a, o) or contradictions.cover(a, o):
                continue
            contradictions.add(a, o)
        seen.add(reading)
        kept.append((a, o))
    order = {id(a): n for n, (a, _) in enumerate(judged)}
    kept.sort(key=lambda x: order[id(x[0])])
    settled = without_echoes(kept, quantities)
    return tuple(_relation(a, o, quantities, n) for n, (a, o) in enumerate(settled, 1))


class _Contradictions:
    """What is kept of those that nothing refutes: one error is told once."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], Outcome] = {}  # of a figure
        self._equations: set[frozenset[str]] = set()  # figures of sums and differences

    def cover(self, a: Announced, o: Outcome) -> bool:
        """True where one that is kept tells the error, or another one of the same figure."""
        first = self._first.get((a.kind, a.stated))
        if first is not None and not _confirms(o, first):
            return True
        return o.option.formula == "sum" and o.option.ids | {a.stated} in self._equations

    def add(self, a: Announced, o: Outcome) -> None:
        """Keep one; what is left open is no error."""
        if o.verdict != "inconsistent":
            return
        self._first.setdefault((a.kind, a.stated), o)
        if o.option.formula == "sum":  # 3 + 4 = 8 is no other error than 8 - 3 = 4
            self._equations.add(o.option.ids | {a.stated})


def _confirms(o: Outcome, first: Outcome) -> bool:
    """True where another contradiction of a figure gives the same as the first from other figures:
    "1.043 và 268, cộng 1.321; chia theo hình thức: 1.126 và 185"."""
    return o.computed == first.computed and o.option.ids.isdisjoint(first.option.ids)


def _by_plausibility(
    judged: Sequence[Judged], quantities: Mapping[str, Quantity]
) -> tuple[list[Judged], list[Judged]]:
    """What may be meant, and the contradictions whose figures hardly belong together, left open;
    one share among several that agree on its whole does belong to it."""
    likely, unlikely = [], []
    shares = Counter(
        _whole(o) for a, o in judged if a.kind == "share" and o.verdict == "consistent"
    )
    for a, o in judged:
        known = a.kind == "share" and shares[_whole(o)] >= SIBLINGS and _whole(o)
        wrong = o.verdict == "inconsistent" and not known
        if wrong and not plausible(a.kind, o, quantities[a.stated], quantities):
            unlikely.append((a, _with(o, "undetermined")))
        else:
            likely.append((a, o))
    return likely, unlikely


def _whole(o: Outcome) -> str | None:
    """The figure that a share is one of, where it is told by itself."""
    operands = o.option.operands
    return operands[1].quantity if o.option.formula == "percent" and len(operands) == 2 else None


def _relation(a: Announced, o: Outcome, quantities: Mapping[str, Quantity], n: int) -> Relation:
    s = quantities[a.stated]
    return Relation(
        id=f"r{n}",
        kind=a.kind,
        verdict=o.verdict,
        agreement=o.agreement,
        stated=a.stated,
        operands=_weighted(o.option),
        computed=o.computed,
        low=s.low,
        high=s.high,
        expression=equation(o, s, quantities),
        cue=a.cue,
        scope=a.scope,
        exhaustive=a.bond != "open",
        note=a.note,
        rule=a.rule,
    )


def _weighted(option: Option) -> tuple[Operand, ...]:
    """The operands with the weights that they have in the result: what is left of 100% falls as
    they rise."""
    if option.formula != "rest":
        return option.operands
    return tuple(replace(o, weight=-o.weight) for o in option.operands)


def _best(a: Announced, quantities: Mapping[str, Quantity]) -> Outcome | None:
    """The first reading that agrees, else the first, softened as the bond asks."""
    s = quantities[a.stated]
    outcomes = [x for x in (evaluate(o, s, quantities) for o in a.options) if x is not None]
    for x in outcomes:
        if x.verdict == "consistent":
            return x
    return _softened(a, outcomes[0], quantities) if outcomes else None


def _softened(a: Announced, o: Outcome, quantities: Mapping[str, Quantity]) -> Outcome | None:
    """A contradiction as far as the bond of the announcement carries it."""
    s = quantities[a.stated]
    if a.bond == "silent":
        return None
    if o.option.formula == "count":
        return o
    figures = [s, *(quantities[x.quantity] for x in o.option.operands)]
    if a.bond == "plain":
        return o
    loose = any(q.bound in LOOSE for q in figures)
    if a.bond in ("open", "near") and not loose and _too_much(a, s, o, figures):
        return o
    if a.bond == "unexplained":
        return None if loose else o
    if a.bond == "open" or (loose and not _told_off(a, s, o, quantities)):
        bound = a.bond in _FIRM or a.bond == "wide" or (a.bond == "weak" and a.kind == "sum")
        if bound and _near(s, o, NEAR) and not beyond(o.option, s, quantities):
            return Outcome("consistent", "rounding", o.computed, o.option, o.base)
        return _with(o, "undetermined")
    if a.bond == "bracket":
        one_unit = len({q.unit for q in figures} - {None}) == 1
        slipped = len(figures) > MANY and _near(s, o, WIDE) and _slip(figures, o)
        slipped = slipped or any(_length_slip(q, v) for q, v in _wanted(figures, o))
        return o if one_unit and (slipped or _near(s, o, BRACKET_NEAR)) else None
    larger = any(q.value > s.value for q in figures[1:])  # a part larger than its whole
    slipped = _slip(figures, o) or (o.computed is not None and misplaced(s, o.computed))
    told = larger or _near(s, o, WIDE) or slipped or _outdated(figures, o)
    if a.bond == "wide" and not told:
        return _with(o, "undetermined")
    if a.bond == "slip":
        return o if _swap(s, o) else None
    over = o.computed is not None and o.computed > s.value  # less may be what is not told
    if a.kind == "sum" and not (over or _near(s, o, QUARTER)):
        slipped = False  # so much less: others are left out
    if a.bond == "near" and not ((over and _near(s, o, NEAR)) or slipped):
        return _with(o, "undetermined")
    return o


def _too_much(a: Announced, s: Quantity, o: Outcome, figures: list[Quantity]) -> bool:
    """True where the parts of a list, all of one unit, are more than their whole, and not by so
    much that they must be groups that overlap."""
    few = 2 if s.unit == MONEY else MANY  # no đồng is spent twice
    if a.kind != "sum" or len(figures) <= few or len({q.unit for q in figures} - {None}) > 1:
        return False
    parts = figures[1:]
    over = sum((q.low for q in parts), Decimal(0)) > s.high
    return over and all(q.value < s.value for q in parts) and _near(s, o, WIDE)


def _told_off(a: Announced, s: Quantity, o: Outcome, quantities: Mapping[str, Quantity]) -> bool:
    """True where figures told with "hơn", "gần" or "khoảng" contradict all the same: by more than
    these words leave room for, and by less than would let other figures be meant."""
    limit = NEAR if a.bond == "near" else WIDE if a.kind == "sum" else HALF
    figures = [s, *(quantities[x.quantity] for x in o.option.operands)]
    reach = WIDE if a.bond in ("near", "bracket") else HALF
    slipped = a.kind == "sum" and _near(s, o, reach) and _slip(figures, o)
    if a.bond == "near" and any(q.bound in LOOSE for q in figures[1:]):
        slipped = False  # "trong đó chi đầu tư khoảng 880 tỷ …": others may be left out
    return (slipped or _near(s, o, limit)) and beyond(o.option, s, quantities)


def _with(o: Outcome, verdict: Verdict) -> Outcome:
    return Outcome(verdict, None, o.computed, o.option, o.base)


def _near(s: Quantity, o: Outcome, limit: Decimal) -> bool:
    if o.computed is None or s.value == 0:
        return False
    return abs(o.computed - s.value) <= abs(s.value) * limit


def _swap(s: Quantity, o: Outcome) -> bool:
    """True where the stated figure is the computed one with two digits swapped."""
    if o.computed is None:
        return False
    a, b = digits(s, s.value), digits(s, abs(o.computed))
    return len(a) >= 3 and swapped(a, b)


def _slip(figures: list[Quantity], o: Outcome) -> bool:
    """True where one wrong digit in a figure of three digits or more, one typed twice or left out,
    or a comma elsewhere explains the difference."""
    if not _one_unit(figures):
        return False
    for q, wanted in _wanted(figures, o):
        if misplaced(q, wanted):
            return True
        told = digits(q, q.value)
        meant = [digits(q, v) for v in _rounded(q, wanted, len(told)) if v > 0]
        if any(slip(told, x) or miscounted(told, x, _COUNT) for x in meant):
            return True
    return False


def _length_slip(q: Quantity, wanted: Decimal) -> bool:
    """True where a digit typed twice or left out, or a comma elsewhere, leads from what is wanted
    to a figure: a slip that is hardly chance."""
    return misplaced(q, wanted) or miscounted(digits(q, q.value), digits(q, wanted))


def _wanted(figures: list[Quantity], o: Outcome) -> Iterator[tuple[Quantity, Decimal]]:
    """The stated figure and the operands of a sum, each with what the others leave for it."""
    if o.computed is None:
        return
    gap = o.computed - figures[0].value
    for q in figures:
        wanted = q.value + gap if q is figures[0] else q.value - gap
        if wanted > 0:
            yield q, wanted


def _rounded(q: Quantity, value: Decimal, size: int) -> list[Decimal]:
    """What a figure of so many digits may have been meant to be, where the others tell `value` and
    are rounded themselves: a figure of many digits also one unit of its last digit off."""
    if not q.step:
        return [value]
    nearest = (value / q.step).to_integral_value() * q.step
    room = 1 if size >= MANY_DIGITS else 0
    return [nearest + q.step * k for k in range(-room, room + 1)]


def _outdated(figures: list[Quantity], o: Outcome) -> bool:
    """True where a total is that of all terms but the last: it was not brought up to date."""
    if o.option.formula != "sum" or len(figures) < 4 or len({q.unit for q in figures}) > 1:
        return False
    *terms, last = figures[1:]
    return last.value > 0 and sum(q.value for q in terms) == figures[0].value


def _one_unit(figures: list[Quantity]) -> bool:
    """True where all figures have one unit or sorts of it (lượt công dân, lượt)."""
    units = sorted({q.unit for q in figures if q.unit is not None}, key=len)
    return bool(units) and all(u == units[0] or u.startswith(units[0] + " ") for u in units)
