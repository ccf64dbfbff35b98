"""Shares whose whole stands far away: named after the rate, at the head of its sentence, or not.

"chiếm tới 75,3% số hộ nghèo toàn tỉnh", "Trong số đã giải quyết, … 395 vụ, bằng 49,61%", "6.536 hộ,
tỷ trọng 69,0%": the whole is the level whose words fit the name. It contradicts where it alone fits
and one slip of the rate explains the difference; where no name is told it only confirms.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.find.binding.summands import fits
from extract.find.shares.named_bases import base_words
from extract.find.shares.share_pairs import COARSE, Pair, Pairs
from extract.model import Bond, Option
from extract.rules.wording import terms, wording
from extract.values.formula import agrees, digits

_HEAD = wording("distant_shares.head")
_DONE = wording("distant_shares.done")
_SURE = 2  # words that name a whole
_FINE = Decimal("0.1")  # the last digit of a rate that a level far away may confirm
_DIGITS = 3  # digits of a rate that a slip is told of


class PairShares(Distant):
    """Shares beside their parts, each put to a whole elsewhere."""

    rule = "rel.distant-share"

    def _option(self, pair: Pair, y: int) -> Option:
        return self.b.percent(pair.x, y)

    def _agrees(self, pair: Pair, y: int) -> bool:
        return agrees(self._option(pair, y), self.b.q[pair.p], self.by_id)

    def _slip(self, pair: Pair, y: int, least: int = _DIGITS) -> bool:
        """True where one slip in the rate, of so many digits at least, explains that it is not the
        share of level `y`."""
        return self.gives_slip(pair.p, self._option(pair, y), least)

    def _add(self, pair: Pair, y: int, bond: Bond) -> None:
        """Announce the share of a pair as one of level `y`."""
        scope = self.b.scope(pair.x, pair.p, y)
        self.b.add("share", pair.p, [self._option(pair, y)], scope, bond, self.rule)


class DistantShares(PairShares):
    """Announces the shares whose whole stands far from them."""

    def run(self) -> None:
        """Announce the shares of wholes far away that no relation explains so far."""
        for pair in self.b.once(Pairs).all:
            p = self.b.q[pair.p]
            if p.step > _FINE or pair.p in self.b.told or self.settled(pair.p, "share", "percent"):
                continue
            name = pair.named or self._head(pair)
            wanted = base_words(_DONE.sub("", name))
            if name and (wanted is None or len(wanted) < _SURE):
                continue
            if wanted:
                self._named(pair, wanted)
            elif self.b.q[pair.x].direction is None:
                self._agreed(pair)

    def _head(self, pair: Pair) -> str:
        """What the head of the sentence calls the whole: "Trong số đã giải quyết, …"."""
        low = self.b.frames[pair.first].sentence[0]
        m = _HEAD.match(self.folded, low)
        return m[1] if m is not None and m.end() <= self.b.q[pair.first].vs else ""

    def _levels(self, pair: Pair) -> Iterator[int]:
        """Levels before the pair that may be its whole, the nearest first."""
        x = self.b.q[pair.x]
        low, _high = self.window(pair.first, pair.last)
        for k in range(pair.first - 1, low - 1, -1):
            y = self.b.q[k]
            if not self.level(k) or y.value < x.value or y.unit is None:
                continue
            alike = (x.unit == y.unit or self.b.same(x, y)) and fits(self.b, y, x)
            if alike and x.step / x.value + y.step / y.value <= COARSE:
                yield k

    def _named(self, pair: Pair, wanted: frozenset[str]) -> None:
        """The share of the level that is told by the words of the name."""
        found = [k for k in self._levels(pair) if self._is_named(k, wanted)]
        right = [k for k in found if self._agrees(pair, k)]
        if right:
            self._add(pair, right[-1], "silent")
            return
        block = self.b.frames[pair.x].block
        found = [k for k in found if self.b.frames[k].block == block] or found
        if len({self.b.q[k].value for k in found}) == 1 and self._slip(pair, found[-1]):
            self._add(pair, found[-1], "unexplained")
        elif not found:
            self._agreed(pair, wanted)

    def _is_named(self, k: int, wanted: frozenset[str]) -> bool:
        said = self.words(k)
        return wanted <= said and terms("tu_trai_nguoc").isdisjoint(said - wanted)

    def _agreed(self, pair: Pair, wanted: frozenset[str] = frozenset()) -> None:
        """The share of the one level far away that it agrees with, told by half of the words that
        are wanted."""
        p = self.b.q[pair.p]
        x = self.b.q[pair.x]
        bound = any(a.bond not in ("silent", "open") for a in self.stated.get(p.id, ()))
        if bound or len(digits(p, p.value)) < _DIGITS:
            return  # the text ties the rate to another level, or any level might agree
        right: list[int] = []
        for k in self._levels(pair):
            near = abs(x.value / self.b.q[k].value * 100 - p.value) <= 2 * p.step
            if not self.b.same.akin(x.unit, self.b.q[k].unit) or 2 * len(
                wanted & self.words(k)
            ) < len(wanted):
                continue
            rough = bool(x.step or self.b.q[k].step)
            if (near or rough) and self._agrees(pair, k):
                right.append(k)
        if len({self.b.q[k].value for k in right}) == 1:
            self._add(pair, right[-1], "silent")
