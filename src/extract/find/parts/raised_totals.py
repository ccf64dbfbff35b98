"""Totals that what was just told has led to: "cấp mới 41,2 triệu USD; tăng thêm 18,6 triệu USD,
nâng tổng vốn đăng ký lên 59,8 triệu USD".

All figures of its unit that the sentence tells before it add up to it; where they do not, one slip
must explain it: what there was before may be a part of it, too. Where the sentence tells only how
much was added, what there was stands in the sentence or paragraph before: "hiện có 186 trường. …
năm 2032 thêm 17 trường; năm 2033 thêm 9 trường, nâng tổng số lên 212 trường".
"""

from __future__ import annotations

from extract.find.binding.distant import Distant
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS, TIME

_RAISED = wording("raised_totals.raised")
_RAISED_FROM = wording("raised_totals.raised_from")
_UP_TO = wording("raised_totals.up_to")
_BEFORE = wording("base_brackets.base")
_TOTAL = wording("raised_totals.total")
_ADDED = wording("raised_totals.added")
_TOTAL_IS = wording("raised_totals.total_is")
_BACK = 24  # figures before a total among which its terms are told
_SHARED = 2  # words that a total and each of them are told by
_ROWS = 3  # sentences with a term each
_DIGITS = 4  # of a figure that a slip is told of
_ROOM = 1  # units of the last digit that rounding may add to a slip
_RULE = "rel.raised-total"


class RaisedTotals(Distant):
    """Announces the totals that the figures of their sentence have led to."""

    def run(self) -> None:
        """Look at every sentence with a total that words raise."""
        for start, end in self.sentences():
            for t in range(start + 1, end):
                low = self.b.q[t - 1].full_ve
                if self.level(t) and _RAISED.search(self.folded, low, self.b.q[t].vs):
                    terms = self._terms(start, t)
                    before = self._before(t)
                    if before is not None and len(terms) == 1:
                        self._raised(t, terms, [before], beside=True)
                    elif terms and all(self.b.q[k].direction == "increase" for k in terms):
                        most = max(self.b.q[k].value for k in terms)
                        above = [k for k in self._above(start, t) if self.b.q[k].value > most]
                        self._raised(t, terms, above)
                    else:
                        self._announce(t, terms)
                elif self._is_raised_from(start, t):
                    terms = self._terms(start, t - 1)
                    if len(terms) == 1:
                        self._raised(t, terms, [t - 1], beside=True)
            low = self.b.frames[start].sentence[0]
            if _ADDED.match(self.folded, low, self.b.q[start].vs):
                self._added(start, end)
            for t in range(start, end):
                if self.level(t) and _TOTAL.match(self.folded, low, self.b.q[t].vs):
                    self._announce(t, self._named(t))
                    break

    def _added(self, start: int, end: int) -> None:
        """A sentence that adds a figure to what was told before it: "… dôi dư 403 người. Cộng với
        168 người không chuyên trách, tổng số là 571 người"."""
        for t in range(start + 1, end):
            low = self.b.q[t - 1].full_ve
            if self.level(t) and _TOTAL_IS.search(self.folded, low, self.b.q[t].vs):
                above = self._above(start, t)
                if above and self.akin(self.b.q[start], self.b.q[t]):
                    self._raised(t, [start], above, told=len(above) == 1)
                return

    def _before(self, t: int) -> int | None:
        """The level before in the bracket behind total `t`: "lên 874 ha (năm 2019 là 778 ha)"."""
        if t + 1 >= len(self.b.q):
            return None
        x, end = self.b.q[t + 1], self.b.q[t].full_ve
        around = self.b.brackets.around(x.vs)
        if around is None or self.folded[end : around[0]].strip() or not self.level(t + 1):
            return None
        told = _BEFORE.search(self.folded, around[0], x.vs) is not None
        return t + 1 if told and self.akin(x, self.b.q[t]) else None

    def _is_raised_from(self, start: int, t: int) -> bool:
        """True where words raise a total from the figure before `t` to `t`."""
        q = self.b.q
        if t < start + 2 or not (self.level(t) and self.akin(q[t - 1], q[t])):
            return False
        if _UP_TO.fullmatch(self.folded, q[t - 1].full_ve, q[t].vs) is None:
            return False
        return _RAISED_FROM.search(self.folded, q[t - 2].full_ve, q[t - 1].vs) is not None

    def _above(self, start: int, t: int) -> list[int]:
        """The levels, outside brackets, of the sentence before with any of the unit of `t`."""
        frames, total = self.b.frames, self.b.q[t]
        found: list[int] = []
        for k in range(start - 1, -1, -1):
            if frames[t].block - frames[k].block > 1:
                break
            if found and not self.b.one_sentence(k, found[0]):
                break
            x = self.b.q[k]
            outside = self.b.brackets.around(x.vs) is None
            if outside and self.level(k) and self.akin(x, total) and x.value < total.value:
                found.insert(0, k)
        return found

    def _raised(
        self, t: int, rises: list[int], above: list[int], told: bool = False, beside: bool = False
    ) -> None:
        """Announce that what was added to a level before leads to the total; with `told` where
        nothing else can be meant, with `beside` where the level stands beside the total."""
        q = self.b.q
        for k in above:
            terms = (k, *rises)
            exact = self.b.worth(terms) == q[t].value
            alone = len(above) == 1 and (beside or len(rises) > 1)
            if exact or told or (alone and self.sum_slipped(t, terms)):
                option = self.b.sum_of(terms)
                bond: Bond = "silent" if exact else "unexplained"
                scope = self.b.scope(t, k, *rises)
                cue = (q[rises[0]].vs, q[t].ve)  # its own: the level may be a whole of its own
                self.b.add("sum", t, [option], scope, bond, _RULE, cue)
                return

    def _named(self, t: int) -> list[int]:
        """The levels of the unit of total `t`, one in each sentence of the paragraph before its
        own, that are told by its words: "tháng 1 tiêu hủy 2.107 con. Tháng 2 … Tổng số lợn tiêu
        hủy là 6.318 con"; none where one of its unit is told by others."""
        frames, words = self.b.frames, self.words(t)
        found: dict[tuple[int, int], int] = {}
        for k in range(t - 1, max(-1, t - _BACK), -1):
            if self.b.one_sentence(k, t) or self.b.q[k].unit != self.b.q[t].unit:
                continue
            if frames[t].block - frames[k].block > 1:
                break
            shared = self.words(k) & words
            if not self.level(k) or len(shared) < _SHARED or frames[k].sentence in found:
                return []
            found[frames[k].sentence] = k
        return sorted(found.values()) if len(found) >= _ROWS else []

    def _terms(self, start: int, t: int) -> list[int]:
        """The levels and rises of the unit of `t` from figure `start` on; none where another
        sort of figure of that unit stands among them."""
        terms = []
        for k in range(start, t):
            x = self.b.q[k]
            if x.unit in PERCENT_UNITS or x.unit in TIME or not self.akin(x, self.b.q[t]):
                continue
            if x.of is not None or x.words or x.value_to is not None or not self.b.adds_up(k):
                return []
            if x.direction == "decrease" or self.b.brackets.around(x.vs) is not None:
                return []
            terms.append(k)
        return terms

    def _announce(self, t: int, terms: list[int]) -> None:
        if len(terms) < 2:
            return
        option = self.b.sum_of(terms)
        slipped = self.sum_slipped(t, terms, _DIGITS, _ROOM)
        if slipped or agrees(option, self.b.q[t], self.by_id):
            scope = self.b.scope(t, *terms)
            self.b.add("sum", t, [option], scope, "apart", _RULE)
