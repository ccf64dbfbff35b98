"""Moves between two rates told before: "đầu năm có 7.394 hộ nghèo (9,84%), cuối năm còn 5.726 hộ
(8,21%), tỷ lệ hộ nghèo giảm 1,63%".

What a rate fell or rose by is told in points, often with no word but "%". The rates are two of
those before it, the later one told later; they are taken where just their difference is told.
"""

from __future__ import annotations

from itertools import combinations

from extract.find.binding.distant import Distant
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import POINTS

_RATE = wording("rate_moves.rate")
_MOVES = wording("change_levels.moves")
_PAST = wording("slips.past")
_PLANNED = wording("change_levels.planned")
_WITH = wording("moments.compared_with")
_BACK = 14  # figures before a move among which the rates are
_BLOCKS = 3  # and blocks
_BRACKETED = 2  # figures of a bracket, the last of which may be the rate before
_NEAR_BY = 4  # part of a move that a figure meant of it may be wrong by
_RATES = 6  # rates among them
_RULE = "rel.rate-move"


class RateMoves(Distant):
    """Announces how rates moved between those told before."""

    def run(self) -> None:
        """Look at every rise or fall of a rate, in points or with "%"."""
        moves: set[str] = set()
        for n, q in enumerate(self.b.q):
            if q.unit not in POINTS or q.direction is None or not self.b.checked(n) or q.bound:
                continue
            told = _RATE.search(self.b.clause_before(n)) is not None or self._behind_rate(n)
            if not (q.step and told) or self.settled(n, "percent", "difference", "share"):
                continue
            if self._look(n):
                moves.add(q.id)
        if moves:  # no rates of changes of counts
            self.b.take_back(lambda a: a.stated in moves and a.kind == "percent")

    def _in_time(self, new: int, old: int) -> tuple[int, int]:
        """Two rates, the later first: the one before is told of a time before, or earlier."""
        years = [self.b.year(self.b.frames[k].period) for k in (new, old)]
        if None not in years and years[0] != years[1]:
            return (new, old) if str(years[0]) > str(years[1]) else (old, new)
        past = [_PAST.search(self.b.clause_before(k)) is not None for k in (new, old)]
        return (old, new) if past == [True, False] else (new, old)

    def _behind_rate(self, n: int) -> bool:
        """True where move `n` is told right behind a rate: "năm 2024 còn 11,2%, giảm 3,7%"; or
        where a bracket behind it tells two."""
        if self._both_in_bracket(n):
            return True
        if n == 0 or not self._is_rate(n - 1, n):
            return False
        return self._moves_on(n) and _PLANNED.match(self.folded, self.b.q[n - 1].ve) is None

    def _both_in_bracket(self, n: int) -> list[int]:
        """The two rates that are all a bracket right behind move `n` tells, the later first: "giảm
        3,7% (14,9% xuống 11,2%)"; none where it tells others."""
        q = self.b.q
        opened = self.b.bracket(n + 1) if n + 2 < len(q) else None
        if opened is None or self.folded[q[n].ve : opened[0]].strip():
            return []
        inside = [k for k in range(n + 1, min(len(q), n + 4)) if q[k].vs < opened[1]]
        pair = len(inside) == 2 and all(q[k].unit == "%" and q[k].direction is None for k in inside)
        return inside[::-1] if pair and self.b.checked(*inside) else []

    def _right_behind(self, n: int) -> bool:
        """True where move `n` is told right behind a share: "tỷ lệ 19,44%, giảm 5,56%"."""
        return n > 0 and self.b.is_share(n - 1) and self._moves_on(n)

    def _moves_on(self, n: int) -> bool:
        """True where only a word of movement stands between figure `n` and the one before."""
        q = self.b.q
        moves = _MOVES.search(self.folded, q[n - 1].ve, q[n].vs) is not None
        return moves and self.b.one_sentence(n, n - 1)

    def _look(self, n: int) -> bool:
        """Announce the two rates of which move `n` is the difference, the nearest two; False where
        there are none."""
        q = self.b.q
        rates = [k for k in range(n - 1, max(-1, n - 1 - _BACK), -1) if self._is_rate(k, n)]
        base = self._in_bracket(n)
        if base is not None:
            rates.insert(1, base)
        rates += self._both_in_bracket(n)
        for pair in combinations(rates[:_RATES], 2):
            new, old = self._in_time(*pair)
            falls = q[new].value < q[old].value
            if falls != (q[n].direction == "decrease") or q[new].step != q[old].step:
                continue
            high, low = (old, new) if falls else (new, old)
            option = self.b.less(high, low)
            if q[new].step == q[n].step and agrees(option, q[n], self.by_id):
                scope = self.b.scope(old, new, n)
                self.b.add("difference", n, [option], scope, "silent", _RULE)
                return True
        return self._right_behind(n) and self._contradicted(n, base or self._compared(n, rates[1:]))

    def _contradicted(self, n: int, old: int | None) -> bool:
        """Announce that move `n` is near what lies between rate `old` and the one right before it,
        and is not that."""
        q, new = self.b.q, n - 1
        if old is None or (q[new].value < q[old].value) != (q[n].direction == "decrease"):
            return False
        gap = abs(q[new].value - q[old].value)
        if abs(gap - q[n].value) * _NEAR_BY > gap:
            return False
        high, low = sorted((old, new), key=lambda k: -q[k].value)
        options = [self.b.less(high, low), self.b.growth(new, old)]
        self.b.add("difference", n, options, self.b.scope(old, new, n), "weak", _RULE)
        return True

    def _compared(self, n: int, rates: list[int]) -> int | None:
        """The one rate of the time that move `n` is compared with."""
        m = _WITH.match(self.folded, self.b.q[n].ve, self.b.frames[n].sentence[1])
        found = [k for k in rates if self.b.is_share(k) and self._of_time(k, n, m and m["moment"])]
        return found[0] if len(found) == 1 else None

    def _of_time(self, k: int, n: int, moment: str | None) -> bool:
        """True where rate `k` is told of the time, or `moment`, that move `n` is compared with."""
        base = self.b.frames[n].base
        if base is not None and self.b.of_base(k, base):
            return True
        told = self.folded[self.b.frames[k].sentence[0] : self.b.q[k].vs]
        return moment is not None and moment in told

    def _in_bracket(self, n: int) -> int | None:
        """The rate of the time compared with, in the bracket behind move `n`: "giảm 5,56% so với
        đầu năm (2.871 hộ, tỷ lệ 25,00%)"."""
        for k in range(n + 1, min(len(self.b.q), n + 1 + _BRACKETED)):
            around = self.b.bracket(k)
            if around is None or around[0] < self.b.q[n].ve or not self._right_behind(n):
                return None
            if self.b.is_share(k) and self.b.checked(k):
                return k
        return None

    def _is_rate(self, k: int, n: int) -> bool:
        x = self.b.q[k]
        near = self.b.frames[n].block - self.b.frames[k].block <= _BLOCKS
        return near and x.unit == "%" and x.direction is None and self.b.checked(k)
