"""Totals that what was just told has led to: "cấp mới 41,2 triệu USD; tăng thêm 18,6 triệu USD,
nâng tổng vốn đăng ký lên 59,8 triệu USD".

All figures of its unit that the sentence tells before it add up to it; where they do not, one slip
must explain it: what there was before may be a part of it, too.
"""

from __future__ import annotations

from decimal import Decimal

from extract.find.comparable import TIME
from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees

_RAISED = wording("raised_totals.raised")
_TOTAL = wording("raised_totals.total")
_BACK = 24  # figures before a total among which its terms are told
_SHARED = 2  # words that a total and each of them are told by
_ROWS = 3  # sentences with a term each
_DIGITS = 4  # of a figure that a slip is told of
_ROOM = 1  # units of the last digit that rounding may add to a slip
_RULE = "rel.raised-total"


def find_raised_totals(levels: Levels) -> None:
    """Announce the totals that the figures of their sentence have led to."""
    RaisedTotals(levels).run()


class RaisedTotals(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every sentence with a total that words raise."""
        for start, end in self.sentences():
            for t in range(start + 2, end):
                low = self.b.q[t - 1].full_ve
                if self.level(t) and _RAISED.search(self.folded, low, self.b.q[t].vs):
                    self._announce(t, self._terms(start, t))
            low = self.b.frames[start].sentence[0]
            for t in range(start, end):
                if self.level(t) and _TOTAL.match(self.folded, low, self.b.q[t].vs):
                    self._announce(t, self._named(t))
                    break

    def _named(self, t: int) -> list[int]:
        """The levels of the unit of total `t`, one in each sentence of the paragraph before its
        own, that are told by its words: "tháng 1 tiêu hủy 2.107 con. Tháng 2 … Tổng số lợn tiêu
        hủy là 6.318 con"; none where one of its unit is told by others."""
        frames, words = self.b.frames, self.words(t)
        found: dict[tuple[int, int], int] = {}
        for k in range(t - 1, max(-1, t - _BACK), -1):
            if frames[k].sentence == frames[t].sentence or self.b.q[k].unit != self.b.q[t].unit:
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
            if x.unit in PERCENT_UNITS or x.unit in TIME or x.unit != self.b.q[t].unit:
                continue
            if x.of is not None or x.words or x.value_to is not None or not self.b.checked(k):
                return []
            if x.direction == "decrease" or self.b.brackets.around(x.vs) is not None:
                return []
            terms.append(k)
        return terms

    def _announce(self, t: int, terms: list[int]) -> None:
        if len(terms) < 2:
            return
        option = Option("sum", tuple(self.b.op(k) for k in terms))
        gap = sum((self.b.q[k].value for k in terms), Decimal(0)) - self.b.q[t].value
        slipped = self.slipped(t, self.b.q[t].value + gap, _DIGITS, _ROOM) or any(
            self.slipped(k, self.b.q[k].value - gap, _DIGITS, _ROOM) for k in terms
        )
        if slipped or agrees(option, self.b.q[t], self.by_id):
            scope = self.b.scope(t, *terms)
            self.b.add("sum", t, [option], scope, "apart", _RULE)
