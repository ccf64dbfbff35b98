"""Changes told in the turn of their levels: "115 vụ, 64 người chết; so với cùng kỳ giảm 23 vụ
(16,7%), giảm 16 người chết (20%)"; and which level may be what a change led to."""

from __future__ import annotations

import re

from extract.find.binding.distant import is_level
from extract.find.binding.summands import countable
from extract.find.changes.change_indexes import ChangeIndexes
from extract.find.changes.change_pairs import SINCE, Rated
from extract.find.changes.change_subjects import subject_words
from extract.rules.wording import terms
from extract.values.letters import WORD
from extract.values.units import PERCENT_UNITS

_CLAUSE = re.compile(r"[^.,;:()0-9\n]{0,40}")  # the rest of what a level counts
_REACH = 400  # characters before a row of changes in which the time compared with is told
BACK = 8  # figures before a change among which its level is looked for


class ChangeTurns(ChangeIndexes):
    """The levels of one document and the changes told of them in their turn."""

    def _in_turn(self, pair: Rated) -> list[int]:
        """115 vụ, 64 người chết; so với cùng kỳ giảm 23 vụ …, giảm 16 người chết …: the level of
        the same place among as many of the same units, or the only one of its unit."""
        b, c = self.b, pair.change
        if not pair.compared:
            return []
        start = self._opening(pair)
        if start is None:
            return []
        changes = self._changes(start, c)
        levels = self._told_before(start, c)
        if c not in changes or not levels:
            return []
        own = [k for k in levels if self._of_unit(k, c)]
        if len(levels) > len(changes) > 1:
            levels = levels[-len(changes) :]  # "giảm cả 3 tiêu chí: 115 vụ, 64 người chết, …"
        if len(levels) == len(changes) and all(map(self._of_unit, levels, changes)):
            own = [levels[changes.index(c)]]
        elif len(own) > 1 and b.q[c].unit is None:  # "…; so với … số vụ giảm 23, số người chết …"
            own = [k for k in own if self._one_subject(k, pair, start)]
        elif len(own) > 1:  # "30 người chết, 41 người bị thương; so với … giảm 7 vụ, 5 người chết"
            own = [k for k in own if self._named_so(k, pair.change)]
        if len(own) != 1 or not self._led(own[0], pair):
            return []
        return own if self._one_subject(own[0], pair, start) else []

    def _of_unit(self, level: int, change: int) -> bool:
        """True where a change has the unit of a level, or none: "115 vụ; … số vụ giảm 23"."""
        x, y = self.b.q[level], self.b.q[change]
        bare = y.unit is None and not y.step and not self.b.same.measured(x.unit)
        return bare or self.b.same.akin(x.unit, y.unit)

    def _opening(self, pair: Rated) -> int | None:
        """Where the words stand that compare a row of changes with another time."""
        b, n = self.b, pair.first
        low = max(b.frames[n].sentence[0], b.q[n].vs - _REACH)
        found = [m.start() for m in SINCE.finditer(self.folded, low, b.q[n].vs)]
        return found[-1] if found else None

    def _first_after(self, start: int, c: int) -> int:
        """The first figure after a place before change `c`."""
        while c and self.b.q[c - 1].vs > start:
            c -= 1
        return c

    def _changes(self, start: int, c: int) -> list[int]:
        """The changes told after a place in its sentence, as far as the row goes."""
        b = self.b
        found: list[int] = []
        for k in range(self._first_after(start, c), len(b.q)):
            if not b.one_sentence(k, c):
                break
            if b.q[k].unit in PERCENT_UNITS or (not found and b.q[k].unit in terms("mat_so_sanh")):
                continue
            if b.q[k].direction is None or b.q[k].of is not None:
                break
            found.append(k)
        return found

    def _told_before(self, start: int, c: int) -> list[int]:
        """The levels right before a place: of its sentence, or where none stand there of the one
        before; rates and what stands in brackets passed over."""
        b = self.b
        n = self._first_after(start, c)
        found: list[int] = []
        for k in range(n - 1, max(-1, n - 1 - BACK), -1):
            apart = b.frames[n].block - b.frames[k].block
            if found and not b.one_sentence(k, found[0]):
                break
            if apart and not (apart == 1 and self._opens(start, n)):
                break
            if not apart and b.frames[n].sentence[0] - b.frames[k].sentence[1] > 1:
                break
            if b.q[k].unit in PERCENT_UNITS or not b.visible(k, start):
                continue
            if not is_level(b, k):
                return []
            found.insert(0, k)
        return found

    def _opens(self, start: int, n: int) -> bool:
        """True where the words at `start` open the paragraph of figure `n`: it goes on with what
        the paragraph before told."""
        low = self.b.frames[n].sentence[0]
        first = n
        while first and self.b.one_sentence(first - 1, n):
            first -= 1
        before = self.b.frames[first - 1].block if first else -1
        opens = before != self.b.frames[n].block
        return opens and not WORD.search(self.folded, low, start)

    def _named_so(self, level: int, c: int) -> bool:
        """True where change `c` is told by a name, and the words of a level hold it: "làm chết 30
        người" of "tăng 15 người chết"."""
        change = self.b.q[c]
        named = subject_words(change.noun or "") - subject_words(change.unit or "")
        return bool(named) and named <= self._level_words(level)

    def _one_subject(self, level: int, pair: Rated, start: int) -> bool:
        """True where the words before a change name nothing but what its level counts."""
        b, n = self.b, pair.first
        low = max(self._noun_end(n - 1), start)
        if b.q[n - 1].unit in terms("mat_so_sanh"):  # "giảm cả 3 tiêu chí, cụ thể: giảm 23 vụ"
            low = max(low, self.folded.rfind(":", low, b.q[n].vs))
        told = self.folded[low : b.q[n].vs]
        for m in SINCE.finditer(self.folded, low, b.q[n].vs):
            told = told.replace(m[0], " ")
        return subject_words(told) <= self._level_words(level)

    def _level_words(self, level: int) -> frozenset[str]:
        """The words that name a level in its clause, before it and after it."""
        named = max(self.b.frames[level].sentence[0], self._after(level - 1) if level else 0)
        end = self._noun_end(level)
        return subject_words(self.folded[named : end + len(self._rest_of_clause(end))])

    def _noun_end(self, k: int) -> int:
        return max(self._after(k), self.b.q[k].noun_ve)

    def _led(self, k: int, pair: Rated) -> bool:
        """True where level `k` may be what the change led to."""
        b, c = self.b, pair.change
        if b.q[c].per is not None or b.q[k].per is not None:
            return self._of_each(k, c)
        if not (is_level(b, k) or self._planned(k, pair)):
            return False
        any_sort = b.q[c].unit in terms("dem_bat_ky") and k == pair.first - 1 and not b.q[k].step
        if not any_sort and not b.same(b.q[k], b.q[c]):
            return False
        base = b.frames[pair.rate].base
        return not b.of_base(k, b.frames[c].base if b.year(base) is None else base)

    def _planned(self, k: int, pair: Rated) -> bool:
        """True where level `k` is of the plan of a change: "sẽ còn 12 xã, giảm 8 xã (40%)"."""
        x = self.b.q[k]
        plain = countable(x) and x.direction is None and x.of is None
        return plain and not self.b.checked(k) and self.b.adds_up(k, pair.change, pair.rate)

    def _rest_of_clause(self, at: int) -> str:
        """The words from a place to the next mark or figure."""
        m = _CLAUSE.match(self.folded, at)
        return m[0] if m else ""
