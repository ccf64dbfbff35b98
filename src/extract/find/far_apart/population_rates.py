"""Rates of the people of a place: "742 bác sĩ …; bình quân 9,7 bác sĩ/vạn dân (dân số 768.500
người)", "716.240 người có thẻ, bao phủ 93,2% dân số", "nam 7.422, nữ 6.482; tỷ số giới tính khi
sinh 114,5 bé trai/100 bé gái".

The people may be told anywhere in the document. A rate that does not agree with what is told may be
of other people, and is told where one slip of a digit explains it, for boys and girls alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.model import Formula, Kind, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.units import PERCENT_UNITS, TIME

_PEOPLE = wording("population_rates.people")
_FOR_SO_MANY = wording("population_rates.for_so_many")
_OF_PEOPLE = wording("population_rates.of_people")
_SEX_RATIO = wording("population_rates.sex_ratio")
_BOYS = frozenset({"nam", "trai"})
_GIRLS = frozenset({"nữ", "gái"})
_SIZES = {"vạn": 10_000, "nghìn": 1_000, "ngàn": 1_000}
_HUNDRED = 100  # girls of whom the ratio tells
_FEWEST = 1_000  # people of a place
_BACK = 12  # figures before a rate among which what it counts is looked for
_CLAIMED = 4  # peoples that are tried
_DIGITS = 3  # of a ratio that a slip is told of
_RULE = "rel.population-rate"


class PopulationRates(Distant):
    """Announces the rates of the people of a place."""

    def run(self) -> None:
        """Look at every figure that may be such a rate."""
        people = [k for k in range(len(self.b.q)) if self._counts_people(k)]
        for r, q in enumerate(self.b.q):
            if q.of is not None or q.value_to is not None or not self.b.checked(r) or q.bound:
                continue
            if q.unit not in PERCENT_UNITS and _SEX_RATIO.search(self.b.clause_before(r)):
                self._sex_ratio(r)
            elif people and q.unit == "%":
                if _OF_PEOPLE.match(self.folded, q.ve) and q.direction is None:
                    self._rate(r, people, "share", "percent", Decimal(1))
            elif people and (m := _FOR_SO_MANY.match(self.folded, q.ve)) is not None:
                size = _SIZES.get(m["n"]) or int(m["n"].replace(".", ""))
                self._rate(r, people, "product", "ratio", 1 / Decimal(size))

    def _counts_people(self, k: int) -> bool:
        q = self.b.q[k]
        return (
            self.level(k) and q.value >= _FEWEST
            and _PEOPLE.search(self.b.clause_before(k)) is not None
        )  # fmt: skip

    def _rate(
        self, r: int, people: Sequence[int], kind: Kind, formula: Formula, weight: Decimal
    ) -> None:
        """Announce that rate `r` is what a figure before it counts over the people told."""
        q = self.b.q
        at = bisect_left(people, r)
        near = sorted(people[max(0, at - _CLAIMED) : at + _CLAIMED], key=lambda y: abs(y - r))
        for x in range(r - 1, max(-1, r - 1 - _BACK), -1):
            if self.b.frames[r].block - self.b.frames[x].block > 1:
                return
            if not self.level(x) or q[x].unit in TIME or x in near:
                continue
            if kind == "product" and not self.akin(q[x], q[r]):
                continue
            for y in near[:_CLAIMED]:
                option = Option(formula, (self.b.op(x), self.b.op(y, weight)))
                if agrees(option, q[r], self.by_id):
                    scope = self.b.scope(x, y, r)
                    self.b.add(kind, r, [option], scope, "silent", _RULE)
                    return

    def _sex_ratio(self, r: int) -> None:
        """Boys for 100 girls, of the last boys and girls told before."""
        back = [
            k
            for k in range(r - 1, max(-1, r - 1 - _BACK), -1)
            if self.level(k) and self.b.frames[r].block - self.b.frames[k].block <= 1
            if self.b.q[k].value > _HUNDRED  # "… từ 118 trẻ trai/100 trẻ gái": another ratio
        ]
        boys = next((k for k in back if self.words(k) & _BOYS), None)
        girls = next((k for k in back if self.words(k) & _GIRLS), None)
        if boys is None or girls is None or boys == girls:
            return
        option = self.b.percent(boys, girls)
        outcome = evaluate(option, self.b.q[r], self.by_id)
        if outcome is None or outcome.computed is None:
            return
        fine = outcome.verdict == "consistent"
        if fine or self.slipped(r, outcome.computed, _DIGITS):
            scope = self.b.scope(boys, girls, r)
            self.b.add("share", r, [option], scope, "silent" if fine else "unexplained", _RULE)
