"""Rates told in turn of figures of several sorts: "mất điện 1.084 trạm, 142.600 khách hàng; đã khôi
phục 967 trạm, 128.215 khách hàng, lần lượt đạt 89,2% và 89,9%".

Each figure is held against the level of its own unit told before the row. One rate that does not
agree is a contradiction where all the others do. Rates that name what they are measured on ("95,0%
về số vụ và 92,0% về số bị cáo") find their figures by these names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.find.binding.summands import OWN_RATE
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS

_OPENS = wording("in_turn.opens")
_NEXT = wording("in_turn.next")
_OF_PLAN = wording("change_levels.planned")
_OF_UNIT = wording("in_turn.of_unit")
_MONEY = wording("in_turn.money")
_FEWEST = 2
_MOST = 6  # rates of one row
_PARTS = 8  # figures before a row among which its parts are looked for
_WHOLES = 40  # and their wholes
_BLOCKS = 2  # paragraphs before it
_DIGITS = 2  # digits of a rate that a slip is told of


def find_in_turn(binder: Moments) -> None:
    """Announce the shares of figures of several units, told after them in turn or by name."""
    search = InTurn(binder)
    search.run()
    search.by_name()


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
        if parts[0] < 0 or not self.b.one_sentence(parts[0], n):
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
        told, right = self._shares(rates, parts, wholes)
        own = OWN_RATE.search(self.folded, self._after(parts[-1]), self.b.q[rates[0]].vs)
        own = own or _OF_PLAN.match(self.folded, self.b.q[rates[-1]].ve)
        sure = own is None and len(told) == len(rates) and len(right) == len(rates) - 1
        self._tell(told, right, told if sure else ())

    def _shares(
        self, rates: Sequence[int], parts: Sequence[int], wholes: Sequence[int | None]
    ) -> tuple[dict[int, Option], set[int]]:
        """The rates as shares of each part in its whole, as far as there is one; which agree."""
        told = {
            p: self.b.percent(x, y)
            for p, x, y in zip(rates, parts, wholes, strict=True)
            if y is not None
        }
        return told, {p for p, o in told.items() if agrees(o, self.b.q[p], self.by_id)}

    def _tell(self, told: dict[int, Option], right: set[int], wrong: Collection[int]) -> None:
        for p, option in told.items():
            if p in right or p in wrong:
                bond: Bond = "silent" if p in right else "weak"
                scope = self.b.scope(*self.b.operands(option), p)
                self.b.add("share", p, [option], scope, bond, "rel.in-turn")

    # -- rates that name what they are measured on ---------------------------------------------

    def by_name(self) -> None:
        """Look at every two rates or more in a row that name a unit each."""
        n = 0
        while n < len(self.b.q):
            names = self._names(n)
            if len(names) >= _FEWEST:
                parts = self._named_parts(n, names)
                if parts:
                    self._add_named(list(range(n, n + len(names))), parts)
            n += max(1, len(names))

    def _names(self, n: int) -> list[str]:
        """What the rates from figure `n` on are measured on, as far as each tells it."""
        found: list[str] = []
        for p in range(n, min(len(self.b.q), n + _MOST)):
            if not self._rate(p) or not self.b.one_sentence(p, n):
                break
            told = _OF_UNIT.match(self.folded, self.b.q[p].ve, self.b.frames[p].sentence[1])
            between = self.folded[self.b.q[p - 1].ve : self.b.q[p].vs] if found else ""
            if told is None or ";" in between:
                break
            found.append(told["unit"])
        return found

    def _named_parts(self, n: int, names: Sequence[str]) -> list[int]:
        """The nearest level of each unit before figure `n` in its sentence; none where one is
        missing or two rates are measured on one unit."""
        parts: list[int] = []
        for name in names:
            for k in range(n - 1, max(-1, n - 1 - _PARTS), -1):
                if not self.b.one_sentence(k, n):
                    return []
                if self.level(k) and self._is_unit(k, name):
                    parts.append(k)
                    break
            else:
                return []
        return parts if len({self.b.q[k].unit for k in parts}) == len(names) else []

    def _is_unit(self, k: int, name: str) -> bool:
        """True where a name begins with what figure `k` counts."""
        unit = self.b.q[k].unit
        if unit is None:
            return False
        if self.b.same.measured(unit):
            return _MONEY.match(name) is not None
        return (name + " ").startswith(unit + " ") or unit.startswith(name.split(" ")[0] + " ")

    def _add_named(self, rates: Sequence[int], parts: Sequence[int]) -> None:
        """Announce the rates of the wholes of one sentence that agree with one of them at least;
        another that a slip leads away from its own contradicts."""
        first, block = min(parts), self.b.frames[parts[0]].block
        wholes: dict[tuple[int, int], list[int | None]] = {}  # sentence -> whole of each part
        for k in range(first - 1, max(-1, first - 1 - _WHOLES), -1):
            if block - self.b.frames[k].block > _BLOCKS:
                break
            for i, x in enumerate(parts):
                alike = self.b.same.akin(self.b.q[k].unit, self.b.q[x].unit) and self.level(k)
                row = wholes.setdefault(self.b.frames[k].sentence, [None] * len(parts))
                if alike and row[i] is None and self.b.q[k].value >= self.b.q[x].value:
                    row[i] = k
        for row in wholes.values():
            told, right = self._shares(rates, parts, row)
            if right:
                wrong = [p for p, o in told.items() if self.gives_slip(p, o, _DIGITS)]
                self._tell(told, right, wrong)
                return
