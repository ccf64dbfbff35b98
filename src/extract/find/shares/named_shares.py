"""Shares that name their part and their whole, both told elsewhere: "Thu nội địa chiếm 90,2% tổng
thu", "riêng đường bộ đã chiếm 72,0% vốn giải ngân".

Such a share is only confirmed: the one pair of levels that bear the two names and agree with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.binding.comparable import telling_words
from extract.find.binding.distant import Distant
from extract.find.shares.named_bases import base_words
from extract.find.shares.share_pairs import COARSE
from extract.rules.wording import wording
from extract.values.formula import LOOSE, agrees, digits

_OCCUPIES = wording("named_shares.occupies")
_WHOLE = wording("named_shares.whole")
_LISTED = wording("named_shares.listed")
_REACH = 120  # characters before a share in which its part is named
_PART = 2  # words that name a part
_DIGITS = 3  # digits of a share that two levels do not agree with by chance
_HERE = 2  # where both stand in its paragraph
_LEVELS = 16  # levels of one name that are tried


class NamedShares(Distant):
    """Announces the shares whose part and whole are named."""

    def run(self) -> None:
        """Look at every share that no relation explains so far."""
        for n, p in enumerate(self.b.q):
            plain = p.direction is None and p.value_to is None and p.of is None
            plain = plain and p.bound in (None, *LOOSE)  # gần 67%
            if p.unit != "%" or not plain or len(digits(p, p.value)) < _HERE:
                continue
            if not self.b.checked(n) or n in self.b.told or self.settled(n, "share", "percent"):
                continue
            part, whole = self._names(n)
            if len(part) >= _PART and whole:
                self._find(n, part, whole)

    def _names(self, n: int) -> tuple[frozenset[str], frozenset[str]]:
        """The words that name the part of share `n`, right before it, and its whole, after it or
        after the last share of its row ("chi đầu tư là 34%, chi thường xuyên 60% tổng chi")."""
        p = self.b.q[n]
        low = self.b.frames[n].sentence[0]
        start = max(low, p.vs - _REACH, self.b.q[n - 1].full_ve if n else 0)
        told = _OCCUPIES.search(self.folded[start : p.vs]) or (
            _LISTED.fullmatch(self.folded, start, p.vs) if self._share(n - 1, n) else None
        )
        last = n
        while self._share(last + 1, n) and _LISTED.fullmatch(
            self.folded, self.b.q[last].full_ve, self.b.q[last + 1].vs
        ):
            last += 1
        after = _WHOLE.match(self.folded, self.b.q[last].ve, self.b.frames[n].sentence[1])
        if told is None or after is None:
            return frozenset(), frozenset()
        part = telling_words(told["part"])
        return part, base_words(after["whole"]) or frozenset()

    def _share(self, k: int, n: int) -> bool:
        """True where figure `k` is a share in the sentence of figure `n`."""
        if not 0 <= k < len(self.b.q) or not self.b.one_sentence(k, n):
            return False
        return self.b.q[k].unit == "%" and self.b.q[k].direction is None

    def _find(self, n: int, part: frozenset[str], whole: frozenset[str]) -> None:
        """Announce the one part and whole of these names that agree with share `n`: of its own
        paragraph, where it has two digits only."""
        low, high = self.window(n, n)
        here = len(digits(self.b.q[n], self.b.q[n].value)) < _DIGITS
        levels = [
            k
            for k in range(low, high)
            if self.level(k) and not (here and not self.b.one_block(k, n))
        ]
        wholes = [k for k in levels if whole <= self.words(k)]
        parts = [k for k in levels if part <= self.words(k)]
        found: dict[tuple[object, object], tuple[int, int]] = {}
        for x in self._nearest(n, parts):
            for y in self._nearest(n, wholes):
                if x != y and self._agrees(n, x, y):
                    found.setdefault((self.b.q[x].value, self.b.q[y].value), (x, y))
        if len(found) == 1:
            [(x, y)] = found.values()
            option = self.b.percent(x, y)
            self.b.add("share", n, [option], self.b.scope(x, y, n), "silent", "rel.named-share")

    def _nearest(self, n: int, ks: Sequence[int]) -> list[int]:
        return sorted(ks, key=lambda k: abs(k - n))[:_LEVELS]

    def _agrees(self, n: int, x: int, y: int) -> bool:
        a, b = self.b.q[x], self.b.q[y]
        if a.unit != b.unit or a.unit is None or not 0 < a.value < b.value:
            return False
        if a.step / a.value + b.step / b.value > COARSE:
            return False
        option = self.b.percent(x, y)
        return agrees(option, self.b.q[n], self.by_id)
