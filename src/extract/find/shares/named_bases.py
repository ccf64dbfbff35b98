"""Rates that name their base: "chiếm 30% số có vi phạm", "bằng 70% số thu tiền sử dụng đất".

The base is the level elsewhere whose own words hold all that the phrase after the rate says. Far
away such a level only confirms; near, and alone in fitting, it contradicts as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.find.binding.comparable import telling_words
from extract.find.binding.summands import fits
from extract.find.shares.share_pairs import COARSE, Pair
from extract.find.shares.shares import Shares
from extract.model import Bond, Kind
from extract.rules.wording import terms, wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.letters import WORD

_NOT_A_BASE = wording("named_bases.no_base")
_ENDS = wording("named_bases.ends")
_PLACE = wording("named_bases.place")
_MEASURE = wording("named_bases.measure")
_COMPARED = wording("named_bases.compared")
_TO = wording("named_bases.to")
_LED = wording("named_bases.led")
_PASSIVE = frozenset({"bị"})
_AND = " và "
_LEFT = 80  # characters before a level that may name it
_RIGHT = 60  # and after it
_NEAR = 3  # paragraphs between a rate and a base that may contradict it
_FAR = 300  # figures before a rate among which its base is looked for
_EXTRA_RIGHT = 1  # words that a base may be told by beyond those of the phrase, after its figure
_EXTRA_LEFT = 4  # and before it
_APART = 4  # how many times one of two rates may be the other, to be a slip of it
_SURE = 2  # words that a phrase must have for a base near, more for one far away


class NamedBases(Shares):
    """Announces the shares of named bases."""

    def run(self) -> None:
        """Announce the shares of bases that the words after a rate name."""
        self._words: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._part_of = {pair.x: base_words(pair.named) for pair in self.pairs.all if pair.named}
        for pair in self.pairs.all:
            if pair.named and pair.x < pair.p:
                self._named(pair)

    def _named(self, pair: Pair) -> None:
        wanted = base_words(pair.named)
        if wanted is None or len(wanted) < _SURE:
            return
        if len(wanted - _PASSIVE) > _SURE:  # "thi hành kỷ luật", "đảng viên bị kỷ luật"
            wanted -= _PASSIVE
        near = [y for y in self._near_levels(pair) if wanted <= self._said(y)]
        near = [y for y in near if self._part_of.get(y) != wanted]  # itself a share of the whole
        right = [y for y in near if self._is_base(pair, y)]
        if not right and not near and len(wanted) > _SURE:
            right = [y for y in self._far_levels(pair) if wanted <= self._said(y)]
            right = [y for y in right if self._is_base(pair, y)]
        if right:
            self._add(pair, right[0], "silent")
            self.b.told[pair.p] = right[0]
        elif len({self.b.q[y].value for y in near}) == 1 and self._meant(pair, near[0], wanted):
            later = self._led_to(pair, near[0])
            self._add(pair, near[0] if later is None else later, "weak")
            self.b.told[pair.p] = near[0] if later is None else later

    def _led_to(self, pair: Pair, y: int) -> int | None:
        """The level that `y` became, told without its name, where the share is of that: "đầu năm
        có 17.394 hộ nghèo, cuối năm còn 14.726 hộ. … 8.974 hộ, chiếm 60,9% số hộ nghèo"."""
        unit = self.b.q[y].unit
        told = (k for k in self._near_levels(pair) if k > y and self.b.q[k].unit == unit)
        led = (k for k in told if k != pair.x and _LED.search(self._before(k)))
        return next((k for k in led if self._is_base(pair, k)), None)

    def _before(self, k: int) -> str:
        """The words before figure `k` in its sentence, back to the figure before it."""
        low = max(self.b.frames[k].sentence[0], self.b.q[k - 1].full_ve if k else 0)
        return self.folded[low : self.b.q[k].vs]

    def _add(self, pair: Pair, y: int, bond: Bond) -> None:
        option = self.b.percent(pair.x, y)
        kind: Kind = "share" if self.b.q[pair.x].direction is None else "percent"
        scope = self.b.scope(pair.x, pair.p, y)
        self.b.add(kind, pair.p, [option], scope, bond, "rel.named-base")

    def _is_base(self, pair: Pair, y: int) -> bool:
        x, base = self.b.q[pair.x], self.b.q[y]
        if x.step / x.value + base.step / base.value > COARSE:
            return False
        option = self.b.percent(pair.x, y)
        return agrees(option, self.b.q[pair.p], self.by_id)

    def _meant(self, pair: Pair, y: int, wanted: frozenset[str]) -> bool:
        """True where level `y` is told by the words of the phrase and hardly any others, of the
        time of the part, and large enough to be its whole."""
        x, p, base = self.b.q[pair.x], self.b.q[pair.p], self.b.q[y]
        left, right = self._around(y)
        right -= frozenset(WORD.findall(base.unit or ""))
        right -= wanted | terms("tu_dem_moc")
        if len(right) > _EXTRA_RIGHT or len(left - wanted) > _EXTRA_LEFT:
            return False
        if self._adds_another(y, wanted) or (x.direction and y in self.b.bases.get(pair.x, ())):
            return False  # "từ 98 hộ còn 63 hộ, giảm 35 hộ, chiếm 41% tổng số hộ": another whole
        if len(wanted) <= _SURE and left - wanted and not self._in_one_block(pair.p, y):
            return False  # "sản lượng chè búp 3.184 tấn", "quặng … chiếm 45% sản lượng" elsewhere
        if not p.value or (x.value > base.value) != (p.value > 100) or not self.b.same(x, base):
            return False
        if not 1 / _APART < x.value / base.value * HUNDRED / p.value < _APART:
            return False
        years = {self.b.year(self.b.frames[k].period) for k in (pair.x, y)} - {None}
        return len(years) < 2

    def _adds_another(self, y: int, wanted: frozenset[str]) -> bool:
        """True where level `y` is one of two things, the second of which the phrase does not name:
        "tổng vốn cấp mới và vốn bổ sung", "chiếm 67% tổng vốn cấp mới"."""
        low = max(self.b.frames[y].sentence[0], self.b.q[y].vs - _LEFT)
        name = re.split(r"[.,;:()\n]", self.folded[low : self.b.q[y].vs])[-1]
        second = frozenset(WORD.findall(name.rpartition(_AND)[2])) if _AND in name else frozenset()
        return bool(second - wanted - terms("tu_dem_moc"))

    def _in_one_block(self, k: int, n: int) -> bool:
        return self.b.one_block(k, n)

    # -- levels and their words ----------------------------------------------------------------

    def _fits(self, pair: Pair, k: int) -> bool:
        x, y = self.b.q[pair.x], self.b.q[k]
        if k in (pair.x, pair.p) or not self._level(k) or y.direction is not None or not y.value:
            return False
        return (x.unit == y.unit or self.b.same(x, y)) and (
            x.direction is not None or fits(self.b, y, x)
        )

    def _near_levels(self, pair: Pair) -> Iterator[int]:
        """Levels of the part's unit in its block, right after the rate, in the blocks before."""
        frames = self.b.frames
        block = frames[pair.x].block
        for k in range(pair.x - 1, max(-1, pair.x - 24), -1):
            if block - frames[k].block > _NEAR:
                break
            if self._fits(pair, k):
                yield k
        for k in range(pair.p + 1, min(len(frames), pair.p + 3)):
            if frames[k].block != block:
                break
            compared = _COMPARED.search(self.folded, self.b.q[pair.p].ve, self.b.q[k].vs)
            if compared is None and self._fits(pair, k):
                yield k

    def _far_levels(self, pair: Pair) -> Iterator[int]:
        for k in range(pair.x - 1, max(-1, pair.x - _FAR), -1):
            if self._fits(pair, k):
                yield k

    def _said(self, k: int) -> frozenset[str]:
        """The words that name figure `k`, before and after it."""
        left, right = self._around(k)
        return left | right

    def _around(self, k: int) -> tuple[frozenset[str], frozenset[str]]:
        known = self._words.get(k)
        if known is None:
            q = self.b.q
            low, high = self.b.frames[k].sentence
            low = max(low, q[k].vs - _LEFT, q[k - 1].full_ve if k else 0)
            high = min(high, q[k].full_ve + _RIGHT, q[k + 1].vs if k + 1 < len(q) else high)
            left = re.split(r"[.,;:()\n]", self.folded[low : q[k].vs].rstrip(" :("))[-1]
            right = re.split(r"[.,;:()\n]", self.folded[q[k].ve : high])[0]
            ends = _ENDS.search(right)
            right = right[: ends.start()] if ends else right
            known = (
                telling_words(left),
                frozenset(WORD.findall(_PLACE.sub(" ", right))),
            )
            self._words[k] = known
        return known


def base_words(phrase: str) -> frozenset[str] | None:
    """The words of the name of a whole that tell it from others; None where it names a plan or
    another time."""
    if _NOT_A_BASE.search(phrase):
        return None
    to = _TO.match(phrase)
    words = _MEASURE.sub(" ", _PLACE.sub(" ", phrase[to.end() if to else 0 :]))
    ends = _ENDS.search(words)
    words = words[: ends.start()] if ends else words
    return telling_words(words)
