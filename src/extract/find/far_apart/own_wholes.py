"""Rows of shares each of a whole of its own, told in another row of the same names.

"316 trường mầm non, 241 trường THCS, 53 trường THPT … + Mầm non: 249 trường (78,8%); + THCS: 206
trường (85,5%)": the wholes stand in one sentence, under the names of the parts. Where most shares
of a row are of such wholes, one that a slip leads away from its own contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.find.binding.comparable import telling_words
from extract.find.far_apart.distant_shares import PairShares
from extract.find.shares.share_pairs import Pair, Pairs
from extract.values.letters import WORD

_CLAUSE = re.compile(r"[.,;()\n]")
_LEFT = 60  # characters before a part that name it
_FEWEST = 2  # shares of a row that agree with wholes of one sentence


class OwnWholes(PairShares):
    """Announces the shares of rows whose parts have a whole each, under their names."""

    rule = "rel.own-whole"

    def run(self) -> None:
        """Look at every row of shares."""
        for row, _plain in self.b.once(Pairs).rows:
            if len(row) > _FEWEST and not all(self.settled(x.p, "share", "percent") for x in row):
                self._row(row)

    def _row(self, row: Sequence[Pair]) -> None:
        """Announce the shares of the sentence of which most agree with a row."""
        names = {pair.p: self._name(pair) for pair in row}
        found: dict[tuple[int, int], dict[int, int]] = {}  # sentence -> rate -> whole that agrees
        for pair in row:
            for k in self._wholes(pair, names[pair.p]):
                if self._agrees(pair, k):
                    found.setdefault(self.b.frames[k].sentence, {}).setdefault(pair.p, k)
        if not found:
            return
        place, right = max(found.items(), key=lambda item: len(item[1]))
        if len(right) < _FEWEST or len(set(right.values())) < len(right):
            return
        sure = len(right) == len(row) - 1 and len(right) > _FEWEST
        for pair in row:
            if pair.p in right:
                self._add(pair, right[pair.p], "silent")
            elif sure:
                missed = self._missed(pair, names[pair.p], place, set(right.values()))
                if missed is not None:
                    self._add(pair, missed, "unexplained")

    def _name(self, pair: Pair) -> frozenset[str]:
        """The words that name the part of a share: those of its clause before it."""
        q = self.b.q
        x = q[pair.x]
        low = max(self.b.frames[pair.x].sentence[0], x.vs - _LEFT)
        low = max(low, q[pair.x - 1].full_ve if pair.x else 0)
        before = _CLAUSE.split(self.folded[low : x.vs].rstrip(" :"))[-1]
        after = self.folded[x.ve : x.noun_ve]
        words = telling_words(f"{before} {after}")
        return words - frozenset(WORD.findall(x.unit or ""))

    def _wholes(self, pair: Pair, name: frozenset[str]) -> Iterator[int]:
        """Levels of the unit of a part, outside its sentence, that bear its name."""
        x = self.b.q[pair.x]
        low, _high = self.window(pair.first, pair.last)
        for k in range(pair.first - 1, low - 1, -1):
            y = self.b.q[k]
            if not self.level(k) or y.unit != x.unit or y.value < x.value or not y.value:
                continue
            apart = not self.b.one_sentence(k, pair.x)
            if apart and name and name <= self.words(k):
                yield k

    def _missed(
        self, pair: Pair, name: frozenset[str], place: tuple[int, int], taken: set[int]
    ) -> int | None:
        """The whole of the name of a part, in the sentence of the others, that one slip of the
        rate leads away from."""
        ks = [
            k
            for k in self._wholes(pair, name)
            if self.b.frames[k].sentence == place and k not in taken
        ]
        if len(ks) != 1:
            return None
        return ks[0] if self._slip(pair, ks[0]) else None
