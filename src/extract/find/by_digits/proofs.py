"""Relations that the digits prove: figures near each other that tie so finely, after so few tries,
that chance hardly explains it.

"51.730 em … (chiếm 34,91%)" and 148.236 em three sentences before: whatever the words
between them, a rate of four digits is hit by a chance pair of levels once in thousands of tries.
For each figure that no relation explains so far, the levels around it are tried, the nearest first.
Expected hits by chance are the tries made so far times the width of the stated interval over the
stated value, taken as if figures were spread evenly over their logarithms (Newcomb 1881, Benford
1938); of a share of an unlikely whole what counts is how far it is from 0 or 100%. Nothing found
here contradicts. Sums and differences are in `proved_sums`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from math import log

from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.find.binding.summands import countable
from extract.model import Bond, Kind, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS

_PLAN = wording("nearby.plan")
_PARTS = wording("contributions.divides")
LOG = log(10)
GAP = 45  # characters between a part and its share
RULE = "rel.proof"
LOOSE: frozenset[Bond] = frozenset({"silent", "weak", "near", "open", "wide"})  # hardly tied
_RATE = 0.04  # hits by chance that are let pass
_BEFORE = 14  # levels before a figure that are tried
_AFTER = 5  # and after it
_BLOCKS = 12  # paragraphs before it
_AHEAD = 2  # and after it, where it opens its text
_ALIKE = 60  # figures before a rate among which more levels of the unit of its part are tried
_MORE = 6
_FRACTIONS = 4  # figures on each side of a rate among which its x/y may stand
_TOPS = 3  # levels nearest to a rate that may be its part
_OTHER_SORT = 8  # tries that a pair of counts of two sorts costs
_UNNAMED = 3  # and levels that a rate of change does not name
_UNTOLD = 6  # and a whole that is not told, but made up of the part and another one
_LEFT = 120  # characters before a rate that name its part
_RIGHT = 30  # and after it, its whole
_END = re.compile(r"[.,;:()\n\d]")
_NAMED = 0.4  # how many of them must do so
_HALF = 50  # percent


class Proof(Distant):
    """What the searches share: the levels around a figure, and which figures are explained."""

    outdone = frozenset({"silent"})  # bonds that a proof may outdo
    others: frozenset[str] = frozenset()  # kinds of relations beside which a figure may be proved

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        self._endings: dict[int, tuple[float, float]] = {}
        self._tied: dict[frozenset[str], set[str]] = {}  # figures -> those of them that are stated
        for a in self.b.found:
            for option in a.options:
                if a.bond == "silent" and not self.b.agrees(option, a.stated):
                    continue
                self._tied.setdefault(_tie(a.stated, option), set()).add(a.stated)

    def open(self, n: int) -> bool:
        """True where figure `n` may be proved: the text ties it to no others, and no relation
        explains it."""
        q = self.b.q[n]
        if q.value <= 0 or q.of not in (None, q.value) or q.words or q.value_to is not None:
            return False
        return self.b.checked(n) and not any(
            a.bond not in self.outdone or any(self.b.agrees(o, q.id) for o in a.options)
            for a in self.stated.get(q.id, ())
            if a.kind not in self.others
        )

    @cached_property
    def _usable(self) -> list[int]:
        """The usable figures, in order."""
        return [k for k in range(len(self.b.q)) if self.usable(k)]

    def before(self, n: int) -> list[int]:
        """The levels before figure `n`, the nearest first."""
        frames, end = self.b.frames, bisect_left(self._usable, n)
        first, block = n - 2 * _BEFORE, frames[n].block - _BLOCKS
        near = self._usable[max(0, end - _BEFORE) : end]
        return [k for k in reversed(near) if k >= first and frames[k].block >= block]

    def after(self, n: int, blocks: int = 0, most: int = _AFTER) -> list[int]:
        """The levels after figure `n` in its paragraph and so many more, the nearest first."""
        frames, start = self.b.frames, bisect_right(self._usable, n)
        last, block = n + 2 * most, frames[n].block + blocks
        near = self._usable[start : start + most]
        return [k for k in near if k <= last and frames[k].block <= block]

    def usable(self, k: int) -> bool:
        """True for a level that is not zero."""
        return self.level(k) and self.b.q[k].value > 0

    def around(self, n: int) -> list[int]:
        """The levels around figure `n`, those of its sentence first."""
        before = self.before(n)
        after = self.after(n, 0 if before else _AHEAD)
        place = self.b.frames[n].sentence
        near = [k for k in (*before, *after) if self.b.frames[k].sentence == place]
        near.sort(key=lambda k: (abs(n - k), k > n))
        rest = [k for k in (*before[:2], *after, *before[2:]) if k not in near]
        return near + rest

    def announce(self, kind: Kind, n: int, option: Option, *, told: bool = True) -> bool:
        """Announce a reading of figure `n`; False where its figures are tied to each other already,
        whichever of them is stated, or, where words tell it, figure `n` is."""
        stated = self.b.q[n].id
        known = self._tied.setdefault(_tie(stated, option), set())
        if known and kind in ("sum", "difference") and (not told or stated in known):
            return False
        known.add(stated)
        self.add(kind, n, option, "silent", RULE)
        return True

    def add(self, kind: Kind, n: int, option: Option, bond: Bond, rule: str) -> None:
        """Add a relation of figure `n` in one reading."""
        ns = self.b.operands(option)
        self.b.add(kind, n, [option], self.b.scope(*ns, n), bond, rule)

    def shares_told(self) -> Iterator[tuple[int, int, int]]:
        """(rate, part, whole) of the shares that agree."""
        for a in self.b.found:
            option = a.options[0]
            if a.kind != "share" or option.formula != "percent" or len(option.operands) != 2:
                continue
            if self.b.agrees(option, a.stated):
                part, whole = self.b.operands(option)
                yield self.b.place[a.stated], part, whole

    def is_tied(self, n: int, option: Option) -> bool:
        """True where the figures of a reading are tied to each other already."""
        return bool(self._tied.get(_tie(self.b.q[n].id, option)))

    def grain(self, *ns: int) -> float:
        """How wide an interval figures leave a sum: their last digits, or the zeros that they all
        end in."""
        written = [self._ending(n) for n in ns]
        return max(sum(step for step, _ in written), min(zeros for _, zeros in written))

    def width(self, n: int, *parts: int) -> float:
        """How likely a sum hits figure `n` by chance: the interval that it and its parts leave,
        over its value."""
        return self.grain(n, *parts) / float(self.b.q[n].value) / LOG

    def _ending(self, n: int) -> tuple[float, float]:
        """The worth of a figure's last digit (0 for a count), and of its last that is no zero."""
        known = self._endings.get(n)
        if known is None:
            q = self.b.q[n]
            exponent = int(q.value.normalize().as_tuple().exponent)
            known = self._endings[n] = (float(q.step), float(10**exponent))
        return known


class RateProofs(Proof):
    """Announces the rates that the digits of figures near them prove."""

    others = frozenset({"sum", "difference", "equality", "implied_base"})

    def usable(self, k: int) -> bool:
        """True for a level that is not zero, alone or as the first of two behind a slash: "so với
        cùng kỳ (52.140/3), số mắc tăng 91,6%, tử vong tăng 19 ca"."""
        q = self.b.q[k]
        two = q.of is not None and q.value > q.of and q.direction is None and countable(q)
        return super().usable(k) or (two and self.b.checked(k))

    def run(self) -> None:
        """Look at every rate that no relation explains so far."""
        rates = []
        for n, x in enumerate(self.b.q):
            if x.unit not in PERCENT_UNITS or not x.step or not self.open(n):
                continue
            if (x.bound is not None or not self._proved(n)) and x.direction is None:
                rates.append(n)
        self._of_proved(rates)

    def _proved(self, n: int) -> bool:
        """True where the levels around rate `n` prove it, which is announced."""
        p = self.b.q[n]
        if p.value == HUNDRED:
            return False  # of any two equal figures
        fine = float(p.step) if p.step < 1 else self.grain(n)
        width = fine / float(p.value) / LOG
        tries: dict[tuple[str, int], int] = {}  # (kind of reading, cost of one) -> made so far
        for option, cost, lost in self._readings(n, int(_RATE / width)):
            kind = (option.formula, cost)
            tries[kind] = tries.get(kind, 0) + cost
            if tries[kind] * (width + lost / LOG) <= _RATE and agrees(option, p, self.by_id):
                self.announce("share" if p.direction is None else "percent", n, option)
                return True
        return False

    def _of_proved(self, rates: list[int]) -> None:
        """Look again at the rates of few digits, beside shares that tell their whole: in "45 em
        (0,03%) … 51.730 em (34,91%)" the second tells that of the first."""
        wholes: dict[int, set[int]] = {}  # block -> the wholes of its shares that agree
        for rate, _, y in self.shares_told():
            wholes.setdefault(self.b.frames[rate].block, set()).add(y)
        for n in rates:
            known, x = wholes.get(self.b.frames[n].block, set()), n - 1
            one = n and self.b.one_sentence(x, n)
            if len(known) != 1 or not one or not self.level(x):
                continue
            y = next(iter(known))
            option = self.b.percent(x, y)
            part, whole = self.b.q[x], self.b.q[y]
            less = part.value < whole.value and self.akin(part, whole)
            if less and agrees(option, self.b.q[n], self.by_id):
                self.announce("share", n, option)

    def _readings(self, n: int, most: int) -> Iterator[tuple[Option, int, float]]:
        """(reading, tries it costs, what rounding hides of its levels, in parts of the rate), of as
        many levels at most for each of the nearest."""
        pool = [k for k in self.around(n) if self.b.q[k].unit not in PERCENT_UNITS]
        yield from self._fractions(n)
        if self.b.q[n].direction is not None:
            yield from self._of_change(n, pool)
            yield from self._growths(n, pool[:most])
            return
        for x in pool[:_TOPS]:
            between = self.b.between(n, x) if x > n and self.b.one_sentence(x, n) else ""
            if ";" in between and not _PARTS.search(between):
                continue  # "đạt 67%; khen 158 người"
            yield from self._shares(n, x, pool, most)

    def _fractions(self, n: int) -> Iterator[tuple[Option, int, float]]:
        """The readings of a rate as that of an x/y near it."""
        places = [k for d in range(1, _FRACTIONS + 1) for k in (n - d, n + d)]
        for k in places:
            if 0 <= k < len(self.b.q) and self.b.q[k].of and self._near(k, n):
                yield Option("percent", (self.b.op(k),)), 1, 0.0

    def _near(self, k: int, n: int) -> bool:
        return abs(self.b.frames[k].block - self.b.frames[n].block) <= _AHEAD

    def _growths(self, n: int, pool: list[int]) -> Iterator[tuple[Option, int, float]]:
        """The readings of a rate as the growth from one level to another, which is no part told
        behind a rate of change: "tăng 7,3%. Trong đó, …"."""
        moved = self.b.q[n].direction is not None
        for x in pool[:_TOPS]:
            for y in pool:
                a, b = self.b.q[x], self.b.q[y]
                part = moved and y > n and _PARTS.search(self.b.folded, self.b.q[n].ve, b.vs)
                if x != y and a.value != b.value and not part and self.akin(a, b):
                    ratio = float(a.value / b.value)
                    lost = hidden(a, b) * ratio / abs(ratio - 1)
                    cost = 1 if self._named_here(n, x) else _UNNAMED
                    yield self.b.growth(x, y), cost, lost

    def _shares(
        self, n: int, x: int, pool: list[int], most: int
    ) -> Iterator[tuple[Option, int, float]]:
        """The readings of a rate as the share of level `x` in another, those of its unit first, or
        in what the two come to."""
        a, p = self.b.q[x], self.b.q[n]
        others = (*self._aims(n), *self._moved(n, x), *self._alike_before(x, pool))
        levels = [k for k in dict.fromkeys((*pool, *others)) if k != x]
        levels.sort(key=lambda k: self.b.q[k].unit != a.unit)
        side = 1 if p.value < _HALF else max(1, int(p.value / abs(HUNDRED - p.value)))
        wholes = [k for k in levels if (a.value < self.b.q[k].value) == (p.value < HUNDRED)]
        for y in wholes[:most]:
            b = self.b.q[y]
            alike = self.akin(a, b)
            if (alike or self._other_sorts(a, b)) and self._named_here(n, x, y):
                option = self.b.percent(x, y)
                yield option, 1 if alike else _OTHER_SORT * side, hidden(a, b)
        if _PLAN.match(self.folded, p.ve):
            return
        for y in pool[:most]:
            b = self.b.q[y]
            if y != x and self.akin(a, b) and self._named_here(n, x):
                option = Option("portion", (self.b.op(x), self.b.op(y)))
                yield option, _UNTOLD * side, hidden(a, b)

    def _alike_before(self, x: int, pool: list[int]) -> list[int]:
        """Levels of the very unit of figure `x` further before it than those of a pool."""
        unit, first = self.b.q[x].unit, min(pool)
        if unit is None:
            return []
        far = range(first - 1, max(-1, first - 1 - _ALIKE), -1)
        return [k for k in far if self.b.q[k].unit == unit and self.usable(k)][:_MORE]

    def _aims(self, n: int) -> list[int]:
        """The aims told before rate `n`, which it may be a share of."""
        return [
            k
            for k in range(max(0, n - 2 * _BEFORE), n)
            if self.b.frames[k].status == "target" and self.b.q[k].value > 0 and _plain(self.b.q[k])
        ]

    def _moved(self, n: int, x: int) -> list[int]:
        """What came or went before rate `n`, and the x of x/y, in the unit of part `x`: "cả nước
        giảm 41.236 người", of whom 1.704 người are 4,13%."""
        unit, q = self.b.q[x].unit, self.b.q
        return [
            k
            for k in range(n - 1, max(-1, n - 1 - 2 * _BEFORE), -1)
            if unit is not None
            and q[k].unit == unit
            and (q[k].direction is not None or q[k].of is not None)
            and q[k].value > 0
            and countable(q[k])
        ]

    def _named_here(self, n: int, x: int, y: int | None = None) -> bool:
        """True where part `x` stands in the sentence of rate `n`, or many of the words before the
        rate name it, and many of those after the rate whole `y`."""
        low, high = self.b.frames[n].sentence
        if self.b.frames[x].sentence == (low, high):
            return True
        p = self.b.q[n]
        if not _many(self.told(max(low, p.vs - _LEFT), p.vs), self.words(x)):
            return False
        if y is None:
            return True
        told = _END.split(self.folded[p.ve : min(high, p.ve + _RIGHT)], maxsplit=1)[0]
        return _many(self.told(p.ve, p.ve + len(told)), self.words(y))

    def _other_sorts(self, a: Quantity, b: Quantity) -> bool:
        """True where two figures may be part and whole though their units differ: counts of
        whatever sorts, or one whose unit is not told."""
        if a.unit is None or b.unit is None:
            return True
        return not any(q.step or self.b.same.measured(q.unit) for q in (a, b))

    def _of_change(self, n: int, pool: list[int]) -> Iterator[tuple[Option, int, float]]:
        """The readings of a rate as that of the change beside it: of the level before, or of the
        level that the change led to."""
        p = self.b.q[n]
        sign = 1 if p.direction == "decrease" else -1
        for c in (n - 1, n + 1):
            if not 0 <= c < len(self.b.q) or not self.b.one_sentence(c, n):
                continue
            x = self.b.q[c]
            if x.direction != p.direction or x.unit in PERCENT_UNITS or x.value <= 0:
                continue
            for y in pool:
                b = self.b.q[y]
                if self.akin(x, b):
                    lost = hidden(x, b)
                    yield self.b.percent(c, y), 1, lost
                    yield Option("back", (self.b.op(c, sign), self.b.op(y))), 1, lost


def _tie(stated: str, option: Option) -> frozenset[str]:
    return option.ids | {stated}


def _plain(q: Quantity) -> bool:
    """True for a plain amount."""
    return countable(q) and q.direction is None and q.of is None


def _many(words: frozenset[str], among: frozenset[str]) -> bool:
    return not words or len(words & among) > _NAMED * len(words)


def hidden(*figures: Quantity) -> float:
    """What the last digits of figures hide, in parts of them."""
    return float(sum((q.step / q.value for q in figures), Decimal(0)))
