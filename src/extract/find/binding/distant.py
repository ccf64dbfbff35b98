"""What the searches over a whole document share: levels far from the figure that they explain.

Figures are indexed once by their value; a search asks for the level that a result must equal, or
for the levels near enough that a slip between them and a result tells something.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise

from extract.find.binding.comparable import telling_words
from extract.find.binding.moments import Moments
from extract.find.binding.periods import Periods
from extract.find.binding.search import Search
from extract.find.binding.slip_search import slipped, sum_slip
from extract.find.binding.summands import countable
from extract.model import Announced, Option, Quantity
from extract.values.formula import digits, evaluate, exchanged, swapped
from extract.values.letters import WORD
from extract.values.units import PERCENT_UNITS, spans_time

_CLAUSE = re.compile(r"[.,;:()\n]")
_SHORT = re.compile(r" ?\(([^\W\d_]{2,8})\)(?=[: ]*$)")  # "Bảo hiểm y tế (BHYT): 1.240 người"
_BACK = 120  # figures before a place among which a level is looked for
_AHEAD = 10  # and after it
_NEAR = 10  # figures that are gone back over, within
_SENTENCES = 2  # sentences before the figure's own
_LEFT = 90  # characters before a level that may name it
_RIGHT = 50
_FIT = 0.6  # how many of the words of a level must be told again
_LEAST = 3  # digits of a figure that a slip can be told of


class Levels:
    """The levels of one document by their value, indexed once for all searches over it."""

    def __init__(self, binder: Moments) -> None:
        self.words: dict[int, frozenset[str]] = {}  # what names a figure, once it is asked for
        self.by_value: dict[Decimal, list[int]] = {}
        self.is_level = [is_level(binder, k) for k in range(len(binder.q))]  # by figure
        for k, q in enumerate(binder.q):
            if self.is_level[k]:
                self.by_value.setdefault(q.value, []).append(k)


def is_level(binder: Periods, k: int) -> bool:
    """True where figure `k` is a plain level of something counted or measured."""
    x = binder.q[k]
    return countable(x) and x.direction is None and x.of is None and binder.checked(k)


def _sentences(binder: Moments) -> list[tuple[int, int]]:
    size = len(binder.frames)
    starts = [n for n in range(size) if not n or not binder.one_sentence(n, n - 1)]
    return list(pairwise([*starts, size]))


class Distant(Search):
    """A search among the levels of a document, and what is announced when it begins."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        levels = binder.once(Levels)
        self.by_value = levels.by_value
        self._words = levels.words
        self._is_level = levels.is_level
        self.stated: dict[str, list[Announced]] = {}
        for a in self.b.found:
            self.stated.setdefault(a.stated, []).append(a)

    def level(self, k: int) -> bool:
        """True where figure `k` is a plain level of something counted or measured."""
        return self._is_level[k]

    def divisible(self, k: int) -> bool:
        """True for a level, and for an x/y, whose x may be divided: "xong 32/50 vụ việc"."""
        x = self.b.q[k]
        done = x.of is not None and x.direction is None and x.bound is None and self.b.checked(k)
        return done or self.level(k)

    def akin(self, x: Quantity, y: Quantity) -> bool:
        """True where two figures may stand in one sum as far as their units tell."""
        if x.unit == y.unit:
            return True
        if x.step or y.step:
            return False
        if x.unit is None or y.unit is None:
            return not self.b.same.measured(x.unit or y.unit)
        return self.b.same.units(x.unit, y.unit)

    def settled(self, n: int, *kinds: str) -> bool:
        """True where a relation of one of these kinds, announced so far, agrees with figure `n`."""
        q = self.b.q[n]
        return any(
            any(self.b.agrees(o, a.stated) for o in a.options)
            for a in self.stated.get(q.id, ())
            if a.kind in kinds
        )

    def back(self, n: int) -> Iterator[int]:
        """The figures before figure `n` in its block and within the two sentences before its own,
        the nearest first."""
        frames = self.b.frames
        places = {frames[n].sentence}
        for k in range(n - 1, max(-1, n - 1 - _NEAR), -1):
            places.add(frames[k].sentence)
            if not self.b.one_block(k, n) or len(places) > 1 + _SENTENCES:
                return
            yield k

    def sentences(self) -> Sequence[tuple[int, int]]:
        """First figure and the one after the last of each sentence."""
        return self.b.once(_sentences)

    def row(
        self, ns: Sequence[int], like: Quantity | None = None, *, bracketed: bool = False
    ) -> tuple[list[int], bool]:
        """(parts, all): the figures of `ns` that stand in one list of parts: levels of units akin
        to that of `like` (of the first part), rates and what stands in brackets passed over (what
        stands outside, where `bracketed`), up to the first figure that is none; all where there is
        no such figure."""
        parts: list[int] = []
        for k in ns:
            x = self.b.q[k]
            if x.unit in PERCENT_UNITS or spans_time(x.unit, x.step):
                continue
            inside = self.b.brackets.around(x.vs) is not None
            if inside != bracketed:
                continue
            if not self.level(k) or (like is not None and not self.akin(x, like)):
                return parts, False
            like = like or x
            parts.append(k)
        return parts, True

    def total(self, parts: Sequence[int]) -> Quantity:
        """The part whose unit tells what a row counts."""
        q = [self.b.q[k] for k in parts]
        return next((x for x in q if x.unit is not None), q[0])

    def window(self, first: int, last: int) -> tuple[int, int]:
        """The figures among which the whole of a row from `first` to `last` is looked for."""
        end, frames = last + 1, self.b.frames
        while end < min(len(frames), last + _AHEAD) and frames[end].block <= frames[last].block + 1:
            end += 1
        return max(0, first - _BACK), end

    def equal(self, value: Decimal, low: int, high: int) -> list[int]:
        """Levels with this value among the figures from `low` to before `high`."""
        known = self.by_value.get(value, ())
        return list(known[bisect_left(known, low) : bisect_right(known, high - 1)])

    def words(self, k: int) -> frozenset[str]:
        """The words of the clause that names figure `k`."""
        known = self._words.get(k)
        if known is None:
            q = self.b.q
            low, high = self.b.frames[k].sentence
            low = max(low, q[k].vs - _LEFT, max(q[k - 1].full_ve, q[k - 1].noun_ve) if k else 0)
            high = min(high, q[k].full_ve + _RIGHT, q[k + 1].vs if k + 1 < len(q) else high)
            before = _SHORT.sub(r" \1", self.folded[low : q[k].vs])
            left = _CLAUSE.split(before.rstrip(" :("))[-1]
            named = max(q[k].ve, min(q[k].noun_ve, high))  # "vụ, việc" is one thing
            right = self.folded[q[k].ve : named] + _CLAUSE.split(self.folded[named:high])[0]
            known = telling_words(f"{left} {right}")
            self._words[k] = known
        return known

    def told(self, start: int, end: int) -> frozenset[str]:
        """The words of a stretch that can tell one whole from another."""
        return telling_words(self.folded[start:end])

    def named(self, k: int, words: frozenset[str]) -> bool:
        """True where most of the words that name figure `k`, its unit aside, are among `words`."""
        own = self.words(k) - frozenset(WORD.findall(self.b.q[k].unit or ""))
        return len(own) > 1 and len(own & words) >= max(2, _FIT * len(own))

    def slipped(self, n: int, value: Decimal, least: int = _LEAST, room: int = 0) -> bool:
        """`slip_search.slipped` of figure `n`."""
        return slipped(self.b.q[n], value, least, room)

    def gives_slip(self, n: int, option: Option, least: int = _LEAST) -> bool:
        """True where one slip leads to figure `n` from what an option gives."""
        outcome = evaluate(option, self.b.q[n], self.by_id)
        given = outcome.computed if outcome else None
        return given is not None and self.slipped(n, given, least)

    def exchanged(self, n: int, value: Decimal, least: int) -> bool:
        """True where rate `n` is the rounded or the cut value with two digits exchanged: two
        neighbours, or any two of four."""
        p = self.b.q[n]
        told = digits(p, p.value)
        if len(told) < least or not p.step:
            return False
        for way in (ROUND_HALF_UP, ROUND_FLOOR):
            wanted = digits(p, (value / p.step).to_integral_value(way) * p.step)
            if swapped(told, wanted) or (len(told) > _LEAST and exchanged(told, wanted)):
                return True
        return False

    def sum_slipped(
        self,
        whole: int,
        parts: Sequence[int],
        least: int = _LEAST,
        room: int = 0,
        signs: Sequence[int] | None = None,
    ) -> bool:
        """`slip_search.sum_slip` of figure `whole` and its parts."""
        return sum_slip(self.b.q[whole], [self.b.q[p] for p in parts], least, room, signs)
