"""Sums of so many things just told: "dùng tiếp 64 trụ sở, chuyển đổi 37, bán 17; hai nhóm đầu cộng
lại là 101", "Huế 21 đoàn, Bình Thuận 38. Hai địa phương này có 59 đoàn".

The terms are the figures of the total's unit told last before it, or first where the words say so.
Terms that agree confirm; a total contradicts where just so many figures are told.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.find.binding.distant import Distant
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import agrees, digits
from extract.values.units import PERCENT_UNITS, TIME

_TOGETHER = wording("counted_sums.together")
_MOST = 16  # figures before the total among which its terms are looked for
_COUNT = 9  # things that a total is told of
_DIGITS = 3  # digits of a total that other figures do not agree with by chance


class CountedSums(Distant):
    """Announces the totals that are told of a number of things before them."""

    def run(self) -> None:
        """Look at every total told of a number of things."""
        for n, q in enumerate(self.b.q[:-1]):
            if not 2 <= q.value <= _COUNT or q.step or q.unit is None:
                continue
            m = _TOGETHER.match(self.folded, q.vs)
            if m is None:
                continue
            t = next((k for k in range(n + 1, len(self.b.q)) if self.b.q[k].vs >= m.end()), n)
            if self.b.q[t].vs == m.end():
                self._add(t, n, int(q.value), m["first"] is not None, m["these"] is not None)

    def _add(self, t: int, before: int, count: int, first: bool, these: bool) -> None:
        """Announce the total `t` of `count` figures before figure `before`."""
        total = self.b.q[t]
        if not self.b.checked(t) or total.unit is None or total.bound or total.direction:
            return
        rows = [list(self._told(t, before, bracketed))[::-1] for bracketed in (False, True)]
        many = len(digits(total, total.value)) >= _DIGITS
        for told in rows:
            if 2 <= count <= len(told):
                ends = [0 if first else len(told) - count]
                for i in (*ends, *(range(len(told) - count) if many else ())):
                    if self._announce(t, told[i : i + count], "silent"):
                        return
        told = max(rows, key=len)
        if these and count == len(told) and not min(rows, key=len):
            self._announce(t, told, "wide")

    def _announce(self, t: int, terms: list[int], bond: Bond) -> bool:
        """Announce a sum that agrees, or whose bond tells more; True where one is."""
        option = self.b.sum_of(terms)
        if bond == "silent" and not agrees(option, self.b.q[t], self.by_id):
            return False
        scope = self.b.scope(terms[0], t)
        self.b.add("sum", t, [option], scope, bond, "rel.counted-sum")
        return True

    def _told(self, t: int, before: int, bracketed: bool) -> Iterator[int]:
        """The levels of the total's unit before figure `before`, the nearest first: of its sentence
        and the one before, those in brackets or those out of them."""
        frames, places = self.b.frames, {self.b.frames[t].sentence}
        for k in range(before - 1, max(-1, before - 1 - _MOST), -1):
            places.add(frames[k].sentence)
            if not self.b.one_block(k, t) or len(places) > 2:
                return
            q = self.b.q[k]
            if q.unit in PERCENT_UNITS or q.unit in TIME or not self.akin(q, self.b.q[t]):
                continue
            if self.level(k) and (self.b.brackets.around(q.vs) is not None) is bracketed:
                yield k
