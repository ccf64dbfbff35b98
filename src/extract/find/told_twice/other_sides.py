"""Equations that agree, told of another of their figures as well: of a whole and its parts the last
of which is "còn lại", what remains; of a number, a total and "bình quân", the average.

"Có 229 vụ, từ 18 giờ đến 24 giờ 97 vụ, …, còn lại 67 vụ" tells the 67 as much as the 229. Nothing
is judged by it: what contradicts is told once.
"""

from __future__ import annotations

from decimal import Decimal

from extract.find.binding.comparable import AVERAGE
from extract.find.binding.distant import Distant
from extract.model import Announced, Kind, Operand, Option
from extract.rules.wording import wording

_REST = wording("other_sides.rest")
_ONE = Decimal(1)
_RULE = "rel.other-side"


class OtherSides(Distant):
    """Announces what remains and averages, of equations that agree."""

    def run(self) -> None:
        """Look at every sum and product that agrees."""
        for a in list(self.b.found):
            option = next((o for o in a.options if self._agrees(a.stated, o)), None)
            if option is None or any(o.weight != _ONE for o in option.operands):
                continue
            if a.kind == "sum" and option.formula == "sum":
                self._rest(a, option)
            elif a.kind == "product" and len(option.operands) > 1:
                self._average(a, option)

    def _agrees(self, stated: str, option: Option) -> bool:
        return self.b.agrees(option, stated)

    def _rest(self, a: Announced, option: Option) -> None:
        """The last part, where it is told as what remains of the whole before it."""
        parts = sorted(self.b.operands(option))
        if self.b.place[a.stated] >= parts[0]:
            return
        rest = parts[-1]
        if _REST.search(self.b.clause_before(rest)) and not self.settled(rest, "difference"):
            taken = tuple(self.b.op(k, -1) for k in parts[:-1])
            self._add("difference", rest, Option("sum", (Operand(a.stated), *taken)))

    def _average(self, a: Announced, option: Option) -> None:
        """The factor that is told as an average: the total over the other one."""
        told = self.b.operands(option)
        means = [k for k in told if AVERAGE.search(self.b.clause_before(k))]
        if len(told) != 2 or len(means) != 1:
            return
        mean = means[0]
        number = next(k for k in told if k != mean)
        made = Option("quotient", (Operand(a.stated), self.b.op(number)))
        if self._agrees(self.b.q[mean].id, made):
            self._add("product", mean, made)

    def _add(self, kind: Kind, stated: int, option: Option) -> None:
        scope = self.b.scope(*self.b.operands(option), stated)
        self.b.add(kind, stated, [option], scope, "silent", _RULE)
