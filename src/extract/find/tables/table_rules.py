"""Which rules of a table hold: a rule that most of its rows or columns obey is announced.

A table seldom says in words what adds up to what. A rule (this row is the sum of those, this
column is that one over the other) is tried on every column or row it speaks of. One that holds
in most places and fails in a few says that these are wrong; one that fails in most is no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import Literal

from extract.model import Announced, Formula, Operand, Option, Quantity
from extract.values.formula import Outcome, digits, evaluate, exchanged, slip

Strength = Literal["alone", "announced", "shown", "strict"]
NEAR = Decimal("0.1")  # a figure that misses by less than this share is a near miss
ROWS = 3  # that must hold in a short table, where one figure is a slip of the pen
Part = tuple[Quantity, int]


@dataclass(frozen=True, slots=True)
class Check:
    """One place where a rule is tried: `open` tells that a part is left blank there, `shared` that
    what is counted may stand in several parts."""

    stated: Quantity
    formula: Formula
    parts: tuple[Part, ...]
    open: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What a table may mean, in one or several readings, each a list of places.

    strength: "announced" by a word (Tổng cộng) or a formula (3=1+2), "alone" where one place is
    enough to hold it against the table; "shown" by the figures only; "strict" where its words
    (Trong đó, Tỷ lệ) leave open what is meant.
    """

    id: str
    strength: Strength
    readings: tuple[tuple[Check, ...], ...]


@dataclass(slots=True)
class _Trial:
    """One reading tried: places where it holds (all, and with different figures), and fails."""

    held: list[Announced]
    failed: list[tuple[Check, Outcome, Announced]]
    holds: int
    fails: int


def enough(held: int, tried: int) -> bool:
    """True where columns explain another well enough to be tried on all rows: on four rows of
    five, or on all but one of a short table."""
    return held * 5 >= tried * 4 or (held >= ROWS and held == tried - 1)


_SIGNS = ("+", "-", "−", "–")  # before a difference: it is not left out


class Judge:
    """Weighs rules; `found` are the relations of those that stand."""

    def __init__(self, quantities: Mapping[str, Quantity]) -> None:
        self._quantities = quantities
        self.found: list[Announced] = []

    def weigh(self, rules: Iterable[Rule]) -> None:
        """Keep what the rules of one table announce; single places are told by the others."""
        single: list[_Trial] = []
        stand = fall = 0
        for rule in rules:
            trials = [self._tried(rule.id, checks) for checks in rule.readings if checks]
            if not trials:
                continue
            t = max(trials, key=lambda t: (t.holds, -t.fails))
            if rule.strength == "shown":
                stand += t.holds > 0 == t.fails
                fall += t.fails > 0 == t.holds
                if t.holds + t.fails == 1:
                    single.append(t)
                    continue
            failed = _found_wrong(rule.strength, t)
            if failed is not None:
                held = [] if rule.id == "table.part" else t.held
                self.found += [*held, *failed]
        if stand >= 2 and stand >= 2 * fall:
            for t in single:
                self.found += [*t.held, *(a for c, o, a in t.failed if _near(c, o))]

    def _tried(self, rule: str, checks: Iterable[Check]) -> _Trial:
        held: list[Announced] = []
        failed: list[tuple[Check, Outcome, Announced]] = []
        holds: set[tuple[Decimal, ...]] = set()
        fails: set[tuple[Decimal, ...]] = set()
        for check in checks:
            operands = tuple(Operand(q.id, Decimal(w)) for q, w in check.parts)
            option = Option(check.formula, operands)
            outcome = evaluate(option, check.stated, self._quantities)
            if outcome is None:
                continue
            made = _announced(rule, check, option)
            values = (check.stated.value, *(q.value for q, _ in check.parts))
            if outcome.verdict == "consistent":
                held.append(made)
                if check.formula in ("equal", "part") or sum(v != 0 for v in values) > 2:
                    holds.add(values)
            elif not _overlaps(check, outcome):
                fails.add(values)
                if _credible(check, outcome):
                    failed.append((check, outcome, made))
        return _Trial(held, failed, len(holds), len(fails))


def _found_wrong(strength: Strength, t: _Trial) -> list[Announced] | None:
    """The places of a rule that are wrong; None where it is no rule."""
    if strength == "strict":
        stands = t.holds >= 4 and t.holds >= 4 * t.fails
    else:
        least = 2 if strength == "shown" else 1
        stands = t.holds >= least and t.holds >= 2 * t.fails
    if strength == "strict" and not stands and t.holds >= ROWS and t.fails == 1:
        return [a for c, o, a in t.failed if _is_slip(c, o)] or None
    if strength == "shown" and not stands and t.holds >= t.fails > 0:
        return [a for c, o, a in t.failed if _is_slip(c, o)] or None
    if stands:
        return [a for _, _, a in t.failed]
    if strength == "alone" and t.holds >= max(1, t.fails):
        return [a for _, _, a in t.failed]
    if strength == "announced" and t.holds >= max(1, t.fails):
        return [a for c, o, a in t.failed if _near(c, o)]
    if strength == "alone" and t.fails == 1:
        return [a for c, o, a in t.failed if _near(c, o)] or None
    return None


def _announced(rule: str, check: Check, option: Option) -> Announced:
    figures = [check.stated, *(q for q, _ in check.parts)]
    cue = (min(q.vs for q in figures), max(q.ve for q in figures))
    return Announced("table", check.stated.id, (option,), cue, "table", "strong", rule)


def _credible(check: Check, o: Outcome) -> bool:
    """False where something else explains what does not add up: a part left blank, a sign left
    out, an average, or parts of which the first few already make up the whole."""
    stated = check.stated.value
    if check.formula != "sum" or o.computed is None:
        return True
    if check.open and abs(o.computed) < abs(stated):
        return False
    if any(w < 0 for _, w in check.parts):
        return o.computed != -stated or check.stated.text[:1] in _SIGNS
    values = [q.value for q, _ in check.parts]
    if stated in list(accumulate(values))[1:]:
        return False
    return _near(check, o) or not min(values) <= stated <= max(values)


def _overlaps(check: Check, o: Outcome) -> bool:
    """True where parts that may share what they count make more than the whole: no contradiction,
    as one borrower stands in two programmes."""
    more = o.computed is not None and o.computed > check.stated.value
    return check.shared and check.formula == "sum" and more


def _near(check: Check, o: Outcome) -> bool:
    """True where a figure misses by a tenth at most or by a slip of the pen."""
    s = check.stated
    if o.computed is None:
        return False
    return abs(o.computed - s.value) <= abs(s.value) * NEAR or _is_slip(check, o)


def _is_slip(check: Check, o: Outcome) -> bool:
    """True where one wrong digit or two exchanged ones, in a sum those of a part too, explain the
    difference."""
    s = check.stated
    if o.computed is None:
        return False
    computed = abs(o.computed)
    if check.formula != "sum" and s.step:  # a quotient has more digits than what tells it
        computed = (computed / s.step).to_integral_value(ROUND_HALF_UP) * s.step
    wanted = [(s, computed)]
    if check.formula == "sum":
        gap = o.computed - s.value
        wanted += [(q, q.value - gap * w) for q, w in check.parts]
    return any(_slipped(q, value) for q, value in wanted)


def _slipped(q: Quantity, value: Decimal) -> bool:
    told, wanted = digits(q, abs(q.value)), digits(q, abs(value))
    return slip(told, wanted) or exchanged(told, wanted)
