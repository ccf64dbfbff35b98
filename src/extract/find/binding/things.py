"""Whether two levels may be one thing at two times, by what the text calls them and by the rates
that are told beside a change."""

from __future__ import annotations

import re

from extract.find.binding.binder import Binder
from extract.rules.wording import terms, wording
from extract.values.formula import agrees
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS

_COMPOUND = wording("moments.compound")
_SINCE_THEN = wording("relations.since_then")
_LAGGING = wording("relations.lagging")
_TO_MARK = re.compile(r"[^0-9.,;:()\n]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW = 5  # words behind a figure that name what it counts
_CLAUSE = 60  # characters before a level in which its moment stands


class Things(Binder):
    """Tells which levels a change may lead from and to."""

    def clause_before(self, k: int) -> str:
        """The words before figure `k` in its clause, back to the figure before it."""
        return self.once(_clauses_before)[k]

    def of_two_things(self, x: int, y: int) -> bool:
        """True where two levels are told of different things, so that no change leads from one to
        the other: "320 vụ buôn lậu … 410 vụ gian lận thương mại", "số cũ chuyển sang 6.900 việc …
        thụ lý mới 7.300 việc"."""
        u, v = self.q[x].unit, self.q[y].unit
        anything = terms("dau_moi_bat_ky") | terms("nguoi_bat_ky") | {None}
        if not self.same.akin(u, v) and anything.isdisjoint((u, v)):
            return True  # "300 đoàn viên … 280 hội viên"
        x, y = sorted((x, y))
        own, other = self._names(x), self._names(y)
        if not own or not other or (self._words(x) | self._words(y)) & terms("tu_chuyen_muc"):
            return False
        end = max(self.q[x].full_ve, self.q[x].noun_ve)
        before = self.folded[self.frames[x].sentence[0] : end]
        after = self.folded[end : max(self.q[y].full_ve, self.q[y].noun_ve)]
        return own.isdisjoint(_WORD.findall(after)) and other.isdisjoint(_WORD.findall(before))

    def _names(self, k: int) -> set[str]:
        """The words that name what figure `k` counts, besides its unit; where its noun tells no
        more than that, those before it in its clause."""
        filler = terms("tu_dem_chu_de") | set(_WORD.findall(self.q[k].unit or ""))
        told = set(_WORD.findall(fold(self.q[k].noun or ""))) - filler
        return told or self._behind(k) - filler or self._words(k) - filler

    def _behind(self, k: int) -> set[str]:
        """The few words between figure `k` and the next mark: "863 doanh nghiệp giải thể, tăng"."""
        m = _TO_MARK.match(self.folded, self.q[k].full_ve)
        words = _WORD.findall(m[0]) if m is not None else []
        return set(words) if len(words) <= _FEW else set()

    def _words(self, k: int) -> set[str]:
        return set(_WORD.findall(_COMPOUND.sub("", self.clause_before(k))))

    def proved_otherwise(self, c: int, old: int) -> bool:
        """True where the rate right behind change `c` is that of another level before than `old`:
        of the one from which it leads to the level told beside it ("… 410 vụ, tăng 60 vụ (17,1%)"
        is of 350)."""
        p = c + 1
        if p >= len(self.q) or self.q[p].unit not in PERCENT_UNITS or not self.one_sentence(c, p):
            return False
        if agrees(self.percent(c, old), self.q[p], self.by_id):
            return False
        levels = self.levels_before(self.q[c].vs, c, like=c)[:1]
        return any(agrees(self.back(c, k), self.q[p], self.by_id) for k in levels)

    def some_of(self, b: int) -> bool:
        """True where what is left is told as some of the level before, by words that name them anew
        and no time that it is left since: "19 xã, còn 03 xã đặc biệt khó khăn, giảm 02 xã"."""
        low, end = self.frames[b].sentence[0], self.q[b].full_ve
        told = _TO_MARK.match(self.folded, end)
        own = set(_WORD.findall(told[0])) if told else set()
        own -= set(_WORD.findall(self.folded[low : self.q[b].vs] + f" {self.q[b].unit}"))
        lagging = told is not None and _LAGGING.search(told[0]) is not None
        return bool(own) and (lagging or not _SINCE_THEN.search(self.clause_before(b)))


def _clauses_before(binder: Binder) -> list[str]:
    told, after = [], 0
    for x, frame in zip(binder.q, binder.frames, strict=True):
        low = max(frame.sentence[0], x.vs - _CLAUSE, after)
        told.append(binder.folded[low : x.vs].rpartition(";")[2])
        after = x.full_ve
    return told
