"""Relations that the digits prove: figures near each other that tie so finely, after so few tries,
that chance hardly explains it.

"163.642 thí sinh … (chiếm 50,79%)" and 322.200 thí sinh three sentences before; "xuất siêu 16,99 tỷ
USD … xuất khẩu 202,86 tỷ USD, nhập khẩu 185,87 tỷ USD": whatever the words between them, a rate of
four digits is hit by a chance pair of levels once in thousands of tries. For each figure that no
relation explains so far, the levels around it are tried, the nearest first. Expected hits by chance
are the tries made so far times the width of the stated interval over the stated value, taken as
if figures were spread evenly over their logarithms (Newcomb 1881, Benford 1938); of a share of an
unlikely whole what counts is how far it is from 0 or 100%. Nothing found here contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from extract.find.comparable import POINTS, TIME
from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Option, Quantity
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED

_RATE = 0.04  # hits by chance that are let pass for a rate
_CHANGE = 0.02  # for a change
_LEVEL = 0.001  # and for a level, few of which follow from others
_BEFORE = 14  # levels before a figure that are tried
_AFTER = 4  # and after it
_BLOCKS = 6  # paragraphs before it
_TOPS = 3  # levels nearest to a rate that may be its part
_OTHER_SORT = 8  # tries that a pair of counts of two sorts costs
_UNTOLD = 6  # and a whole that is not told, but made up of the part and another one
_LEFT = 120  # characters before a rate that name its part
_RIGHT = 80  # and after it, its whole
_HALF = 50  # percent
_LOG = log(10)


class Proofs(Distant):
    """The search for one document."""

    def __init__(self, levels: Levels) -> None:
        super().__init__(levels)
        self._place = {q.id: n for n, q in enumerate(self.b.q)}
        self._tied = {  # figures that a relation ties already, whichever of them it states
            frozenset([a.stated, *(o.quantity for o in option.operands)])
            for a in self.b.found
            for option in a.options
        }

    def run(self) -> None:
        """Look at every figure that no relation explains so far."""
        rates = []
        for n, x in enumerate(self.b.q):
            if x.value <= 0 or x.of is not None or x.words or x.value_to is not None:
                continue
            if x.unit in TIME or x.per is not None or not self.b.checked(n) or self._taken(n):
                continue
            if x.unit not in PERCENT_UNITS:
                self._amount(n, _LEVEL if x.direction is None and x.unit not in POINTS else _CHANGE)
            elif x.bound is None and x.step and not self._rate(n) and x.direction is None:
                rates.append(n)
        self._of_proved(rates)

    def _taken(self, n: int) -> bool:
        """True where the text ties figure `n` to others, or a relation explains it."""
        q = self.b.q[n]
        return any(
            a.bond != "silent" or any(agrees(o, q, self.by_id) for o in a.options)
            for a in self.stated.get(q.id, ())
        )

    def _around(self, n: int) -> list[int]:
        """The levels around figure `n`, the nearest first, those before it before those after."""
        frames = self.b.frames
        found: list[int] = []
        for k in range(n - 1, max(-1, n - 1 - 2 * _BEFORE), -1):
            if frames[n].block - frames[k].block > _BLOCKS or len(found) == _BEFORE:
                break
            if self.level(k) and self.b.q[k].value > 0:
                found.append(k)
        after = [
            k
            for k in range(n + 1, min(len(frames), n + 1 + _AFTER))
            if frames[k].block == frames[n].block and self.level(k) and self.b.q[k].value > 0
        ]
        return found[:2] + after + found[2:]

    # -- rates -----------------------------------------------------------------------------------

    def _rate(self, n: int) -> bool:
        """True where the levels around rate `n` prove it."""
        p = self.b.q[n]
        if p.value == HUNDRED:
            return False  # of any two equal figures
        width = self._grain(n) / float(p.value) / _LOG
        tries: dict[tuple[str, int], int] = {}  # (kind of reading, cost of one) -> made so far
        for option, cost, hidden in self._readings(n, int(_RATE / width)):
            kind = (option.formula, cost)
            tries[kind] = tries.get(kind, 0) + cost
            if tries[kind] * (width + hidden / _LOG) <= _RATE and agrees(option, p, self.by_id):
                self._announce("share" if p.direction is None else "percent", n, option)
                return True
        return False

    def _of_proved(self, rates: list[int]) -> None:
        """Look again at the rates of few digits, beside shares that tell their whole: in "94 em
        (0,03%) … 163.642 em (50,79%)" the second tells that of the first."""
        wholes: dict[int, set[int]] = {}  # block -> the wholes of its shares that agree
        for a in self.b.found:
            option = a.options[0]
            if a.kind != "share" or option.formula != "percent" or len(option.operands) != 2:
                continue
            if agrees(option, self.by_id[a.stated], self.by_id):
                block = self.b.frames[self._place[a.stated]].block
                wholes.setdefault(block, set()).add(self._place[option.operands[1].quantity])
        for n in rates:
            known, x = wholes.get(self.b.frames[n].block, set()), n - 1
            one = n and self.b.frames[x].sentence == self.b.frames[n].sentence
            if len(known) != 1 or not one or not self.level(x):
                continue
            y = next(iter(known))
            option = Option("percent", (self.b.op(x), self.b.op(y)))
            part, whole = self.b.q[x], self.b.q[y]
            less = part.value < whole.value and self.akin(part, whole)
            if less and agrees(option, self.b.q[n], self.by_id):
                self._announce("share", n, option)

    def _readings(self, n: int, most: int) -> Iterator[tuple[Option, int, float]]:
        """(reading, tries it costs, what rounding hides of its levels, in parts of the rate), of as
        many pairs at most."""
        if not most:
            return
        p, pool = self.b.q[n], self._around(n)
        pool = [k for k in pool if self.b.q[k].unit not in PERCENT_UNITS]
        if p.direction is not None:
            yield from self._of_change(n, pool)
        for i, x in enumerate(pool[:_TOPS]):
            for y in pool[: max(0, most - i * len(pool))]:
                a, b = self.b.q[x], self.b.q[y]
                alike = self.akin(a, b)
                if x == y or not (alike or self._counts(a, b)):
                    continue
                ops = (self.b.op(x), self.b.op(y))
                hidden = _hidden(a) + _hidden(b)
                if p.direction is not None:
                    if alike and a.value != b.value and self._named_here(n, x):
                        ratio = float(a.value / b.value)
                        yield Option("growth", ops), 1, hidden * ratio / abs(ratio - 1)
                    continue
                side = 1 if p.value < _HALF else max(1, int(p.value / abs(HUNDRED - p.value)))
                if a.value < b.value and self._named_here(n, x, y):
                    yield Option("percent", ops), 1 if alike else _OTHER_SORT * side, hidden
                if alike and self._named_here(n, x):
                    yield Option("portion", ops), _UNTOLD * side, hidden

    def _named_here(self, n: int, x: int, y: int | None = None) -> bool:
        """True where part `x` stands in the sentence of rate `n`, or most of the words before the
        rate name it, and most of those after the rate whole `y`."""
        low, high = self.b.frames[n].sentence
        if self.b.frames[x].sentence == (low, high):
            return True
        p = self.b.q[n]
        if not _most(self.told(max(low, p.vs - _LEFT), p.vs), self.words(x)):
            return False
        return y is None or _most(self.told(p.ve, min(high, p.ve + _RIGHT)), self.words(y))

    def _counts(self, *figures: Quantity) -> bool:
        """True where figures count things, of whatever sorts."""
        return not any(q.step or self.b.same.measured(q.unit) for q in figures)

    def _of_change(self, n: int, pool: list[int]) -> Iterator[tuple[Option, int, float]]:
        """The readings of a rate as that of the change beside it: of the level before, or of the
        level that the change led to."""
        p = self.b.q[n]
        sign = 1 if p.direction == "decrease" else -1
        for c in (n - 1, n + 1):
            if not 0 <= c < len(self.b.q) or self.b.frames[c].sentence != self.b.frames[n].sentence:
                continue
            x = self.b.q[c]
            if x.direction != p.direction or x.unit in PERCENT_UNITS or x.value <= 0:
                continue
            for y in pool:
                b = self.b.q[y]
                if self.akin(x, b):
                    hidden = _hidden(x) + _hidden(b)
                    yield Option("percent", (self.b.op(c), self.b.op(y))), 1, hidden
                    yield Option("back", (self.b.op(c, sign), self.b.op(y))), 1, hidden

    # -- changes, sums and differences -----------------------------------------------------------

    def _amount(self, n: int, chance: float) -> None:
        x = self.b.q[n]
        signs = (-1,) if x.direction is not None else (-1, 1)
        most = chance * _LOG * float(x.value) / len(signs)  # tries times width that are let pass
        if most < float(x.step or 1):
            return
        pool = [k for k in self._around(n) if self.akin(self.b.q[k], x)]
        for later in range(1, len(pool)):
            tries = later * (later + 1) // 2
            if tries * float(x.step or 1) > most:
                return
            for earlier in range(later):
                a, b = pool[earlier], pool[later]
                if self.b.q[a].value < self.b.q[b].value:
                    a, b = b, a
                if tries * self._grain(n, a, b) > most:
                    continue
                for sign in signs:
                    option = Option("sum", (self.b.op(a), self.b.op(b, sign)))
                    if agrees(option, x, self.by_id):
                        self._announce("sum" if sign > 0 else "difference", n, option)
                        return

    def _announce(self, kind: str, n: int, option: Option) -> None:
        """Announce a reading of figure `n`, if its figures are not tied to each other already."""
        tied = frozenset([self.b.q[n].id, *(o.quantity for o in option.operands)])
        if kind in ("sum", "difference") and tied in self._tied:
            return
        self._tied.add(tied)
        ns = [self._place[o.quantity] for o in option.operands]
        self.b.add(kind, n, [option], self.b.scope(*ns, n), "silent", "rel.proof")

    def _grain(self, *ns: int) -> float:
        """How wide an interval figures leave a sum: their last digits, or the zeros that they all
        end in."""
        figures = [self.b.q[k] for k in ns]
        zeros = min(int(q.value.normalize().as_tuple().exponent) for q in figures)
        return max(float(sum(q.step for q in figures)), float(10**zeros))


def _most(words: frozenset[str], among: frozenset[str]) -> bool:
    return not words or 2 * len(words & among) > len(words)


def _hidden(q: Quantity) -> float:
    """What the last digit of a figure hides, in parts of it."""
    return float(q.step / q.value)


def find_proofs(levels: Levels) -> None:
    """Announce what the digits of figures near each other prove."""
    Proofs(levels).run()
