"""Rates told in turn of figures of several sorts: "mất điện 1.084 trạm, 142.600 khách hàng; đã khôi
phục 967 trạm, 128.215 khách hàng, lần lượt đạt 89,2% và 89,9%".

Each figure is held against the level of its own unit told before the row. One rate that does not
agree is a contradiction where all the others do.
"""

from __future__ import annotations

from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.find.summands import OWN_RATE
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees

_OPENS = wording("in_turn.opens")
_NEXT = wording("in_turn.next")
_OF_PLAN = wording("change_levels.planned")
_FEWEST = 2
_MOST = 6  # rates of one row


def find_in_turn(levels: Levels) -> None:
    """Announce the shares of figures of several units, told after them in their order."""
    InTurn(levels).run()


class InTurn(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every row of rates that words open as one."""
        for n, q in enumerate(self.b.q):
            if n and self._rate(n) and _OPENS.search(self.folded[self._after(n - 1) : q.vs]):
                rates = self._row(n)
                parts = self._parts(n, len(rates))
                if len(rates) >= _FEWEST and parts:
                    self._add(parts, rates)

    def _after(self, k: int) -> int:
        return max(self.b.q[k].full_ve, self.b.q[k].ve)

    def _rate(self, n: int) -> bool:
        p = self.b.q[n]
        plain = p.direction is None and p.value_to is None and p.of is None
        return p.unit in PERCENT_UNITS and plain and self.b.checked(n)

    def _row(self, n: int) -> list[int]:
        """The rates from figure `n` on with nothing but a comma or "và" between them."""
        row = [n]
        for k in range(n + 1, min(len(self.b.q), n + _MOST)):
            joined = _NEXT.fullmatch(self.folded, self.b.q[k - 1].ve, self.b.q[k].vs)
            if joined is None or not self._rate(k):
                break
            row.append(k)
        return row

    def _parts(self, n: int, count: int) -> list[int]:
        """As many levels right before figure `n` in its sentence, each of a unit of its own."""
        parts = list(range(n - count, n))
        if parts[0] < 0 or self.b.frames[parts[0]].sentence != self.b.frames[n].sentence:
            return []
        units = {self.b.q[k].unit for k in parts}
        return parts if all(map(self.level, parts)) and len(units - {None}) == count else []

    def _whole(self, x: int, first: int) -> int | None:
        """The nearest level of the unit of figure `x` before its row that it may be a part of."""
        for k in self.back(first):
            y = self.b.q[k]
            if self.b.same.akin(y.unit, self.b.q[x].unit) and self.level(k):
                return k if y.value >= self.b.q[x].value else None
        return None

    def _add(self, parts: list[int], rates: list[int]) -> None:
        wholes = [self._whole(x, parts[0]) for x in parts]
        told = [
            (p, x, y, Option("percent", (self.b.op(x), self.b.op(y))))
            for p, x, y in zip(rates, parts, wholes, strict=True)
            if y is not None
        ]
        right = [p for p, _x, _y, o in told if agrees(o, self.b.q[p], self.by_id)]
        own = OWN_RATE.search(self.folded, self._after(parts[-1]), self.b.q[rates[0]].vs)
        own = own or _OF_PLAN.match(self.folded, self.b.q[rates[-1]].ve)
        sure = own is None and len(told) == len(rates) and len(right) == len(rates) - 1
        for p, x, y, option in told:
            if p in right or sure:
                bond = "silent" if p in right else "weak"
                self.b.add("share", p, [option], self.b.scope(x, y, p), bond, "rel.in-turn")
