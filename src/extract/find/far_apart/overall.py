"""Totals of what several sentences or items told, one figure of each: "a) Cấp tỉnh: … trúng cử 45
đại biểu …; b) Cấp huyện: trúng cử 267 đại biểu, thiếu 2; c) Cấp xã: trúng cử 2.031 đại biểu. Cả 3
cấp trúng cử 2.343 đại biểu".

The figure of a place is the one told with the words before the total ("trúng cử"), else the only
one of its unit; what neither tells is chosen by the digits, where chance does not hit so finely.
What stands beside those chosen in each place is what a total beside theirs is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod

from extract.find.binding.distant import Distant
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.letters import WORD
from extract.values.numerals import parse_words
from extract.values.units import PERCENT_UNITS, TIME

_OF_ALL = wording("overall.of_all")
_FIGURES = 60  # figures before a total among which its parts are looked for
_BLOCKS = 10  # and blocks
_MOST = 6  # places of one total
_CHOICES = 400  # of figures that are tried
_CHANCE = 25  # choices for each of which a total must have so many values
_CUE = 30  # characters before a figure that may tell it like another
_ALIKE = 2  # words in them

Place = list[int]  # the figures of one sentence or block


class Overall(Distant):
    """Announces the totals of figures told in several sentences or items before them."""

    def run(self) -> None:
        """Look at every sentence that sums up those before it."""
        for start, end in self.sentences():
            low, high = self.b.frames[start].sentence
            m = _OF_ALL.search(self.folded, low, min(high, self.b.q[end - 1].vs))
            if m is None:
                continue
            totals = [k for k in range(start, end) if self.b.q[k].vs >= m.end() and self._whole(k)]
            n = m["n"]
            count = int(parse_words(n) or n) if n else None
            if totals:
                self._look(start, totals, count)

    def _look(self, start: int, totals: Sequence[int], count: int | None) -> None:
        """Announce the totals of a sentence, whose first figure is `start`, of so many places."""
        for places in (self._before(start, by_block=False), self._before(start, by_block=True)):
            for size in [count] if count else range(2, _MOST + 1):
                found = {t: told for t in totals if (told := self._parts(t, places, size, count))}
                if found:
                    for t, (parts, bond) in (found | self._beside(totals, found)).items():
                        self._add(t, parts, bond)
                    return

    def _before(self, start: int, *, by_block: bool) -> list[Place]:
        """The sentences, or blocks, before figure `start`, the nearest first."""
        places: list[Place] = []
        frames, last = self.b.frames, None
        for k in range(start - 1, max(-1, start - 1 - _FIGURES), -1):
            if frames[start].block - frames[k].block > _BLOCKS:
                break
            here = frames[k].block if by_block else frames[k].sentence
            if here != last:
                places.append([])
            last = here
            places[-1].append(k)
        return places

    def _parts(
        self, t: int, places: Sequence[Place], size: int, count: int | None
    ) -> tuple[list[int], Bond] | None:
        """One figure of each of the last `size` places that have some of the unit of total `t`, in
        their order, and the bond; None where nothing tells which, or no sum of them agrees."""
        rows = [row for place in places if (row := self._akin(place, t))][:size][::-1]
        if len(rows) < size or (not count and self.settled(t, "sum")):
            return None
        told = [self._told_like(row, t) for row in rows]
        parts = [k for k in told if k is not None]
        if len(parts) == size and self._agrees(t, parts):
            return parts, "silent"
        if len(parts) == size and count and self.sum_slipped(t, parts):
            return parts, "apart" if self.settled(t, "sum") else "unexplained"
        if self.settled(t, "sum"):
            return None
        total = self.b.q[t]
        choices = prod(map(len, rows))
        if choices > _CHOICES or choices * _CHANCE > total.value / (total.step or 1):
            return None
        hits = [list(p) for p in product(*rows) if self._agrees(t, p)]
        return (hits[0], "silent") if len(hits) == 1 else None

    def _beside(
        self, totals: Sequence[int], found: dict[int, tuple[list[int], Bond]]
    ) -> dict[int, tuple[list[int], Bond]]:
        """The other totals, of the figures that stand beside those of one that agrees as the
        totals stand beside each other."""
        right = next(((t, p) for t, (p, _) in found.items() if self._agrees(t, p)), None)
        if right is None:
            return {}
        known, parts = right
        beside: dict[int, tuple[list[int], Bond]] = {}
        for t in totals:
            row = [k + t - known for k in parts]
            if t in found or self.settled(t, "sum"):
                continue
            if not all(self._beside_it(k, p, t) for k, p in zip(row, parts, strict=True)):
                continue
            if self._agrees(t, row) or self.sum_slipped(t, row):
                beside[t] = row, "unexplained"
        return beside

    def _akin(self, place: Sequence[int], t: int) -> list[int]:
        """The figures of a place that may be parts of total `t`: of its very unit, if any is."""
        total = self.b.q[t]
        row = [k for k in place if self._fits(k, t)]
        return [k for k in row if self.b.q[k].unit == total.unit] or row

    def _fits(self, k: int, t: int) -> bool:
        return 0 <= k < t and self._part(k) and self.akin(self.b.q[k], self.b.q[t])

    def _beside_it(self, k: int, part: int, t: int) -> bool:
        """True for what may be a part by its place in the sentence of another one: so many biên
        chế among so many người, too."""
        if not 0 <= k < t or not self.b.one_sentence(k, part):
            return False
        q, total = self.b.q[k], self.b.q[t]
        counted = not q.step and not total.step and q.unit is not None
        return self._fits(k, t) or (counted and self._part(k))

    def _told_like(self, row: Sequence[int], t: int) -> int | None:
        """The one figure of a row that the words before total `t` tell, or what it counts, told
        there too ("622 người chết … Tổng số người chết"), or the only one."""
        cue = self._cue(t)
        like = [k for k in row if len(cue) == _ALIKE and self._cue(k) == cue]
        if not like and cue:  # "nhu cầu 7.013 người, thiếu 595 người … Tổng cộng thiếu 2.009 người"
            like = [k for k in row if self._cue(k)[-1:] == cue[-1:]]
        if not like:
            head = self.folded[self.b.frames[t].sentence[0] : self.b.q[t].vs]
            like = [k for k in row if self._counts(k) and f" {self._counts(k)} " in head]
        found = like if len(like) == 1 else row
        return found[0] if len(found) == 1 else None

    def _counts(self, k: int) -> str:
        """What figure `k` counts, told behind it by more than its unit; "" where it is not."""
        q = self.b.q[k]
        name = self.folded[q.noun_vs : q.noun_ve].strip() if q.noun_vs >= q.ve else ""
        return name if name != (q.unit or "") else ""

    def _cue(self, k: int) -> list[str]:
        """The words right before figure `k`."""
        low = max(self.b.q[k - 1].full_ve if k else 0, self.b.q[k].vs - _CUE)
        return WORD.findall(self.folded, low, self.b.q[k].vs)[-_ALIKE:]

    def _whole(self, k: int) -> bool:
        q = self.b.q[k]
        return self.level(k) and q.unit not in PERCENT_UNITS and q.unit not in TIME and not q.bound

    def _part(self, k: int) -> bool:
        """True for a level, or the x of one written x/y, outside brackets."""
        q = self.b.q[k]
        plain = q.direction is None and q.unit not in PERCENT_UNITS and q.unit not in TIME
        return plain and self.b.checked(k) and self.b.brackets.around(q.vs) is None

    def _agrees(self, t: int, parts: Sequence[int]) -> bool:
        return agrees(self._option(parts), self.b.q[t], self.by_id)

    def _option(self, parts: Sequence[int]) -> Option:
        return self.b.sum_of(parts)

    def _add(self, t: int, parts: list[int], bond: Bond) -> None:
        apart = bond == "apart"  # what else divides the total stands behind it
        cue = None if apart else (self.b.q[t].vs, self.b.q[t].full_ve)
        scope = self.b.scope(*parts, t)
        self.b.add("sum", t, [self._option(parts)], scope, bond, "rel.overall", cue=cue)
