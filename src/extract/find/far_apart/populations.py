"""Shares of a whole that the text around them speaks of and does not tell again.

"Cộng dồn 3.218 ca … Số ca dưới 15 tuổi là 1.704 ca, chiếm 53,0%", "71 vụ, chiếm 38,0% số vụ": the
whole is a level before that other relations prove to be one, as the base of shares or the total
of a sum, or that bears the whole name told after the rate ("bằng 40,5% số xã đạt chuẩn"). Where
exactly one such whole is two exchanged digits away, it contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.find.binding.summands import countable
from extract.find.far_apart.distant_shares import PairShares
from extract.find.shares.named_bases import base_words
from extract.find.shares.share_pairs import COARSE, Pair, Pairs
from extract.values.letters import WORD

_DIGITS = 3  # digits of a rate that a slip is told of
_NAMED_DIGITS = 2  # the same where the name of the whole fits one level only
_BLOCKS = 8  # paragraphs before a rate in which the whole that it misses is looked for
_LARGE = 10  # a whole smaller than this is the base of any rate
_SURE = 2  # words that name a whole


class Populations(PairShares):
    """Announces the shares of wholes that stand before them and are told no more."""

    rule = "rel.population"

    def run(self) -> None:
        """Look at the shares that no relation explains so far."""
        self._wholes = self._proved()
        for pair in self.b.once(Pairs).all:
            p = self.b.q[pair.p]
            if self.b.q[pair.x].direction is not None or self.settled(pair.p, "share", "percent"):
                continue
            if any(a.bond not in ("silent", "open") for a in self.stated.get(p.id, ())):
                continue  # the text ties it to another level
            name = base_words(pair.named)
            if name is not None:
                self._look(self._subject(pair), name)

    def _proved(self) -> set[str]:
        """The levels that are the base of a share or the total of a sum that agrees."""
        found: set[str] = set()
        for a in self.b.found:
            if a.kind not in ("share", "sum", "percent"):
                continue
            for option in a.options:
                if not self.b.agrees(option, a.stated):
                    continue
                if a.kind == "sum":
                    found.add(a.stated)
                elif option.formula == "percent" and len(option.operands) > 1:
                    found.add(option.operands[1].quantity)
        return found

    def _subject(self, pair: Pair) -> Pair:
        """The pair with the part that its name counts: of "khởi tố 39 vụ, 41 bị can, đạt 20,9% số
        vụ" the 39."""
        words = f" {pair.named} "
        for k in range(pair.x, max(-1, pair.x - 3), -1):
            x = self.b.q[k]
            if not self.b.one_sentence(k, pair.x) or not self.level(k):
                break
            if x.unit is not None and f" {x.unit} " in words:
                return replace(pair, x=k)
        return pair

    # -- the whole -------------------------------------------------------------------------------

    def _levels(self, pair: Pair, name: frozenset[str]) -> Iterator[tuple[int, bool]]:
        """(level, named): wholes before a pair, the nearest first, and whether they bear the whole
        of its name."""
        x = self.b.q[pair.x]
        low, _high = self.window(pair.first, pair.last)
        rest = name - frozenset(WORD.findall(x.unit or ""))
        for k in range(pair.first - 1, low - 1, -1):
            y = self.b.q[k]
            plain = countable(y) and y.direction is None and self.b.checked(k)
            if not plain or y.value <= x.value or y.value < _LARGE:
                continue
            if x.step / x.value + y.step / y.value > COARSE:
                continue
            if self._bears(k, name):
                yield k, True
            elif y.id in self._wholes and y.of is None and self._one_sort(pair, k):
                said = self.told(self.b.frames[k].sentence[0], y.noun_ve)
                if 2 * len(rest & said) >= len(rest):
                    yield k, False

    def _bears(self, k: int, name: frozenset[str]) -> bool:
        """True where the words of level `k` and of the level that its sentence begins with hold
        all of a name, and those of `k` a part of it: "Diện tích thả nuôi 740 ha, trong đó tôm
        nước lợ 510 ha"."""
        if len(name) < _SURE:
            return False
        own = self.words(k)
        if name <= own:
            return True
        first = k
        while first and self.b.one_sentence(first - 1, k):
            first -= 1
        proved = self.b.q[k].id in self._wholes and self.b.q[k].unit == self.b.q[first].unit
        lead = self.words(first)
        return proved and bool(name & (own - lead)) and name <= own | lead

    def _one_sort(self, pair: Pair, k: int) -> bool:
        """True where level `k` has the unit of the part, or, in its paragraph, one akin to it:
        "dự thi 22.401 thí sinh … đỗ 22.267 em"."""
        x, y = self.b.q[pair.x], self.b.q[k]
        if x.unit is None or x.unit == y.unit:
            return x.unit is not None
        here = self.b.one_block(pair.x, k)
        return here and y.unit is not None and self.akin(x, y)

    def _look(self, pair: Pair, name: frozenset[str]) -> None:
        """Announce the whole that a share agrees with, else the one that an exchange of digits
        leads away from."""
        x = self.b.q[pair.x]
        levels = list(self._levels(pair, name))
        for k, _named in levels:
            if self._agrees(pair, k):
                self._add(pair, k, "silent")
                return
        named = [k for k, whole in levels if whole]
        sure = len({self.b.q[k].value for k in named}) == 1
        least = _NAMED_DIGITS if sure else _DIGITS
        block = self.b.frames[pair.p].block
        slips = [
            k
            for k in (named if sure else [k for k, _named in levels])
            if block - self.b.frames[k].block <= _BLOCKS
            and self.exchanged(pair.p, x.value / self.b.q[k].value * 100, least)
        ]
        if len({self.b.q[k].value for k in slips}) == 1:
            self._add(pair, slips[0], "unexplained")
