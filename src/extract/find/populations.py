"""Shares of a whole that the text around them speaks of and does not tell again.

"Cộng dồn 3.218 ca … Số ca dưới 15 tuổi là 1.704 ca, chiếm 53,0%", "71 vụ, chiếm 38,0% số vụ": the
whole is a level before that other relations prove to be one, as the base of shares or the total
of a sum. Where exactly one such whole is two exchanged digits away, it contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from extract.find.distant import Distant, Levels
from extract.find.named_bases import base_words
from extract.find.shares import COARSE, Pair, Shares
from extract.model import Option, Outline
from extract.rules.wording import terms
from extract.values.formula import agrees, digits, exchanged, swapped

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = 3  # digits of a rate that a slip is told of
_BLOCKS = 8  # paragraphs before a rate in which the whole that it misses is looked for
_LARGE = 10  # a whole smaller than this is the base of any rate


class Populations(Distant):
    """The search for one document."""

    def run(self, pairs: Iterator[Pair]) -> None:
        """Look at the shares that no relation explains so far."""
        self._wholes = self._proved()
        for pair in pairs:
            p = self.b.q[pair.p]
            if self.b.q[pair.x].direction is not None or self.settled(pair.p, "share", "percent"):
                continue
            if any(a.bond not in ("silent", "open") for a in self.stated.get(p.id, ())):
                continue  # the text ties it to another level
            if pair.named and not self._general(pair):
                continue
            self._look(pair)

    def _proved(self) -> set[str]:
        """The levels that are the base of a share or the total of a sum that agrees."""
        found: set[str] = set()
        for a in self.b.found:
            if a.kind not in ("share", "sum", "percent"):
                continue
            for option in a.options:
                if not agrees(option, self.by_id[a.stated], self.by_id):
                    continue
                if a.kind == "sum":
                    found.add(a.stated)
                elif option.formula == "percent" and len(option.operands) > 1:
                    found.add(option.operands[1].quantity)
        return found

    def _general(self, pair: Pair) -> bool:
        """True where the words after a rate name its whole by what is counted only, or by words
        of the clause that tells it: "số vụ", "tổng số ca mắc"."""
        return base_words(pair.named) is not None

    def _levels(self, pair: Pair) -> Iterator[int]:
        """Proved wholes before a pair, of its unit, the nearest first."""
        x = self.b.q[pair.x]
        low, _high = self.window(pair.first, pair.last)
        wanted = (base_words(pair.named) or frozenset()) - terms("tu_dem_moc")
        wanted -= frozenset(_WORD.findall(x.unit or ""))
        for k in range(pair.first - 1, low - 1, -1):
            y = self.b.q[k]
            if y.id not in self._wholes or not self.level(k) or y.value <= x.value:
                continue
            if y.value < _LARGE or k == pair.x or not self._one_sort(pair, k):
                continue
            if x.step / x.value + y.step / y.value > COARSE or not self._told(k, wanted):
                continue
            yield k

    def _one_sort(self, pair: Pair, k: int) -> bool:
        """True where level `k` has the unit of the part, or, in its paragraph, one akin to it:
        "dự thi 22.401 thí sinh … đỗ 22.267 em"."""
        x, y = self.b.q[pair.x], self.b.q[k]
        if x.unit is None or x.unit == y.unit:
            return x.unit is not None
        here = self.b.frames[pair.x].block == self.b.frames[k].block
        return here and y.unit is not None and self.akin(x, y)

    def _told(self, k: int, wanted: frozenset[str]) -> bool:
        """True where half of the words that name a whole stand in the sentence of level `k`."""
        if not wanted:
            return True
        said = self.told(self.b.frames[k].sentence[0], self.b.q[k].noun_ve)
        return 2 * len(wanted & said) >= len(wanted)

    def _look(self, pair: Pair) -> None:
        p, x = self.b.q[pair.p], self.b.q[pair.x]
        levels = list(self._levels(pair))
        for k in levels:
            if agrees(self._option(pair, k), p, self.by_id):
                self._add(pair, k, "silent")
                return
        block = self.b.frames[pair.p].block
        slips = [
            k
            for k in levels
            if block - self.b.frames[k].block <= _BLOCKS
            and self._exchanged(pair.p, x.value / self.b.q[k].value * 100)
        ]
        if len({self.b.q[k].value for k in slips}) == 1:
            self._add(pair, slips[0], "unexplained")

    def _exchanged(self, n: int, value: Decimal) -> bool:
        """True where rate `n` is the rounded or the cut value with two digits exchanged: two
        neighbours, or any two of four."""
        p = self.b.q[n]
        told = digits(p, p.value)
        if len(told) < _DIGITS or not p.step:
            return False
        for way in (ROUND_HALF_UP, ROUND_FLOOR):
            wanted = digits(p, (value / p.step).to_integral_value(way) * p.step)
            if swapped(told, wanted) or (len(told) > _DIGITS and exchanged(told, wanted)):
                return True
        return False

    def _option(self, pair: Pair, y: int) -> Option:
        return Option("percent", (self.b.op(pair.x), self.b.op(y)))

    def _add(self, pair: Pair, y: int, bond: str) -> None:
        scope = self.b.scope(pair.x, pair.p, y)
        self.b.add("share", pair.p, [self._option(pair, y)], scope, bond, "rel.population")


def find_populations(levels: Levels, outline: Outline) -> None:
    """Announce the shares of wholes that stand before them and are told no more."""
    shares = Shares(levels.binder, levels.folded, outline, levels.by_id)
    Populations(levels).run(shares.pairs())
