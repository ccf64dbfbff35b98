"""Figures bound by the words of their moment: what a change is compared with, told elsewhere.

"tăng 1.208 người so với đầu nhiệm kỳ. Đầu nhiệm kỳ, toàn huyện có 22.028 hội viên": the level
that stands beside the same words is the one meant, if it speaks of the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.find.binding.periods import Periods
from extract.model import Bond
from extract.rules.wording import terms, wording
from extract.values.formula import agrees
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS

COMPARED_WITH = wording("moments.compared_with")
_WITH = wording("moments.with")
_BREAKDOWN = wording("flow_roles.breakdown")
_OF_PLAN = wording("moments.of_plan")
_BRACKET = re.compile(r"[^.;:()0-9]{0,40}\(")
_DIRECT = re.compile(r"[^.;:,()0-9]{0,30}")
_COMPARED = wording("moments.compared")
_TURN = wording("shares.turn")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SLIGHT = 10
_SUBJECT = 90  # characters before a figure that tell its subject
_CLAUSE = 60  # characters before a level in which its moment stands
_NEAR_PLAN = 24  # the same where the moment is a plan: "dự toán tỉnh giao là 98,1 tỷ đồng"
_REACH = 6  # figures before one among which its level is looked for
_SENTENCES = 2  # sentences between a figure and the level that it is compared with
_PAIRS = 8  # levels before a change that are tried as old and new
_LEAST = 5  # a change below this is a difference of some two levels too often


class Moments(Periods):
    """Binds changes and rates to levels named by the same words elsewhere."""

    def by_words(self) -> None:
        """Announce what compared figures say of the level that their words name."""
        for n, x in enumerate(self.q):
            if x.of is not None or x.words or x.value_to is not None or not self.checked(n):
                continue
            rate = x.unit in PERCENT_UNITS
            if x.direction is None and not rate:
                continue
            new = self._level_right_before(n, rate)
            if new is None:
                continue
            old = self._level_of_moment(n, new)
            if old is None and x.direction is not None and rate:
                old = self._level_of_year(n, new)
            if old is None or not self._one_subject(old, new):
                continue
            scope = self.scope(old, new, n)
            if not rate:
                self._base(n, old, first=True)
                self.add("difference", n, [self._minus(old, new, n)], scope, "weak", "rel.by-words")
            elif x.direction is None:
                option = self.percent(new, old)
                part = _BREAKDOWN.search(self.folded, self.q[old].ve, self.q[new].vs)
                other = self._of_other_years(old, new)
                bond: Bond = (
                    "silent" if part or other else "weak"
                )  # a part, a year has its own plan
                self.add("share", n, [option], scope, bond, "rel.by-words")
            else:
                option = self.growth(new, old)
                self.add("percent", n, [option], scope, "weak", "rel.by-words")

    def _of_other_years(self, x: int, y: int) -> bool:
        """True where the text tells two figures of two years, or one of them of a year and the
        other, in an earlier clause, of none."""
        years = [self.year(self.frames[k].period) for k in (x, y)]
        return years[1] is not None and years[0] != years[1] and x < y

    def _level_right_before(self, n: int, rate: bool) -> int | None:
        """The level that figure `n` is said of: right before it, in its sentence."""
        for k in range(n - 1, max(-1, n - 1 - _REACH), -1):
            if not self.one_sentence(k, n):
                return None
            x = self.q[k]
            if x.unit in PERCENT_UNITS or x.direction is not None:
                continue  # "đạt 102% dự toán, tăng 5% so với cùng kỳ"
            if not self.visible(k, self.q[n].vs):
                continue  # "291,7 tỷ đồng (tỉnh 137,2, huyện 112,6), đạt 94,3% kế hoạch"
            if not self._is_level(k) or ";" in self.folded[x.full_ve : self.q[n].vs]:
                return None
            return k if rate or self.same(x, self.q[n]) else None
        return None

    def _level_of_moment(self, n: int, like: int) -> int | None:
        """The one level beside the words that figure `n` is compared with."""
        x = self.q[n]
        m = COMPARED_WITH.match(self.folded, x.full_ve, self.frames[n].sentence[1])
        if m is None and x.unit in PERCENT_UNITS and x.direction is None:
            m = _OF_PLAN.match(self.folded, x.full_ve, self.frames[n].sentence[1])
        if m is None or _BRACKET.match(self.folded, m.end()) or self._told_after(n, like, m.end()):
            return None
        clauses = (
            (k, self.folded[m.end() : self.q[k].vs] if k == n + 1 else self.clause_before(k))
            for k in self._near_levels(n, like)
        )  # the words of the comparison itself tell no level
        reach = _NEAR_PLAN if m["moment"] in terms("moc_ke_hoach") else _CLAUSE
        found = [
            k
            for k, words in clauses
            if (m["moment"] in words[-reach:] or words.lstrip().startswith(m["moment"]))
            and not _COMPARED.search(words)
            and not self._compared_before(k, m["moment"])
        ]
        return found[0] if len(found) == 1 else None

    def _compared_before(self, k: int, moment: str) -> bool:
        """True where the moment before level `k` is only what something else is compared with:
        "tăng 26% so với cùng kỳ 2014, trong đó: muối thủ công đạt 941.932 tấn", "đạt 102% kế
        hoạch, …", "gấp 3 lần cùng kỳ, …"; or part of a longer name of a time ("9 tháng đầu
        năm")."""
        low = self.frames[k].sentence[0]
        if k:
            low = max(low, self.q[k - 1].full_ve)
        lead, told, _rest = self.folded[low : self.q[k].vs].rpartition(moment)
        if not told:
            return False
        of_rate = not lead.strip() and k > 0 and self.q[k - 1].unit in (*PERCENT_UNITS, "lần")
        return of_rate or _WITH.search(lead) is not None

    def _told_after(self, n: int, like: int, at: int) -> bool:
        """True where the level that figure `n` is compared with stands right after the words that
        end at `at`: "đạt 81,42% chỉ tiêu 23.860 người"."""
        k = n + 1
        if k >= len(self.q) or not self.one_sentence(k, n):
            return False
        if not self._is_level(k) or self.q[k].unit != self.q[like].unit:
            return False
        return _DIRECT.fullmatch(self.folded, at, self.q[k].vs) is not None

    def _level_of_year(self, n: int, like: int) -> int | None:
        """The one level of the year that figure `n` is compared with, told after it."""
        base = self.frames[n].base
        if self.year(base) is None or self.of_base(like, base):
            return None
        between = self.folded[self.q[n].full_ve : self.dates[base].vs] if base is not None else ""
        if " và " in between:
            return None  # "giảm 5,3% so với tháng trước và 7 tháng năm 2017 đạt …"
        found = [k for k in self._near_levels(n, like) if k > n and self.of_base(k, base)]
        return found[0] if len(found) == 1 else None

    def _near_levels(self, n: int, like: int) -> Iterator[int]:
        """Levels of the unit of `like` in figure `n`'s block, at most two sentences away."""
        for step in (-1, 1):
            places = {self.frames[n].sentence}
            k = n + step
            while 0 <= k < len(self.q) and self.one_block(k, n):
                places.add(self.frames[k].sentence)
                if len(places) > 1 + _SENTENCES:
                    break
                if k != like and self._is_level(k) and self.same(self.q[k], self.q[like]):
                    yield k
                k += step

    def is_slight(self, n: int) -> bool:
        """True for a count of one digit: some pair of levels nearby agrees with it by chance."""
        return self.q[n].value < _SLIGHT and not self.q[n].step

    def of_two_sorts(self, x: int, y: int) -> bool:
        """True where two figures are told of different things: by nouns of which neither holds the
        other ("14 người chết, 20 người bị thương"), or, both without a noun, by words before them
        that have none in common ("chết 09, bị thương 11")."""
        a, b = (fold(self.q[k].noun or "") for k in (x, y))
        if (a or b) and self.q[x].unit not in PERCENT_UNITS:  # "95,2% dân số": of what, not what
            longer = " " in a and " " in b
            return longer and not (a.startswith(b) or b.startswith(a))
        return self.of_other_words(x, y)

    def of_other_words(self, x: int, y: int) -> bool:
        """True where the words that tell of two figures have none in common, and none leads from
        one level to the next."""
        filler = terms("tu_dem_chu_de")
        own, other = (self._words(k) - filler for k in (x, y))
        moved = (own | other) & terms("tu_chuyen_muc")  # "từ 20 rút xuống 17": one thing
        return bool(own) and bool(other) and not moved and own.isdisjoint(other)

    def leads_on(self, k: int) -> bool:
        """True where the words before figure `k` lead to it from another level, or back from it:
        "chi 1.176 tỷ đồng, giảm từ mức 1.225 tỷ đồng"."""
        return not self._words(k).isdisjoint(terms("tu_chuyen_muc") | {"từ"})

    def _one_subject(self, a: int, b: int) -> bool:
        """True where the words around two levels name one subject."""
        x, y = self._subject(a), self._subject(b)
        return len(x & y) >= 2 and len(x & y) * 3 >= 2 * min(len(x), len(y))

    def _subject(self, k: int) -> set[str]:
        q = self.q[k]
        low = max(self.frames[k].sentence[0], q.vs - _SUBJECT)
        words = self.folded[low : q.vs].rpartition(";")[2] + " " + (q.noun or "")
        return set(_WORD.findall(words.casefold())) - terms("tu_dem_chu_de")

    def pair_of(self, c: int) -> tuple[int, int] | None:
        """(old, new): the two levels before change `c` in its sentence or the one before, if they
        are just that far apart; None where there is no such pair, or several."""
        change = self.q[c]
        if change.direction is None or change.value < _LEAST:
            return None
        levels: list[int] = []
        for k in range(c - 1, max(-1, c - _PAIRS - 1), -1):
            if not self.one_block(k, c):
                break
            if self._is_level(k) and self.same(self.q[k], change):
                levels.append(k)
        found = []
        for i, new in enumerate(levels):
            for old in levels[i + 1 :]:
                if max(self.q[new].step, self.q[old].step) > change.value:
                    continue  # told too coarsely: "trên 51 tỷ đồng … 51,27 tỷ … giảm 0,3 tỷ"
                for pair in ((old, new), (new, old)):
                    if agrees(self._minus(*pair, c), change, self.by_id):
                        found.append(pair)
        if len({frozenset(p) for p in found}) != 1 or self._names_one(c, *found[0]):
            return None
        return found[0]

    def _names_one(self, c: int, x: int, y: int) -> bool:
        """True where what change `c` counts is named by the words of one of two levels only: "làm
        chết 85 người, bị thương 80 người. So với cùng kỳ giảm 5 người chết"."""
        filler = terms("tu_dem_chu_de") | set((self.q[c].unit or "").split())
        own = set(_WORD.findall(fold(self.q[c].noun or ""))) - filler
        return len([k for k in (x, y) if own & self._words(k)]) == 1

    def _in_turn(self, n: int) -> bool:
        """True where figures are told "lần lượt", in turn, so that the nearest is not meant."""
        low = self.frames[n].sentence[0]
        return _TURN.search(self.folded, low, self.q[n].vs) is not None
