"""An index beside a change: "1.320 hồ sơ, tăng 120 hồ sơ, bằng 110% so với cùng kỳ", the level in %
of what it was before its change; and what changes and their levels have in common."""

from __future__ import annotations

from extract.find.binding.distant import is_level
from extract.find.binding.summands import countable, per_one
from extract.find.changes.change_pairs import ChangePairs
from extract.model import Bond, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.units import PERCENT_UNITS

_MOVES = wording("change_levels.moves")
_INDEX = wording("change_levels.index")
_INDEX_THEN = wording("change_levels.index_then")
_THEN_INDEX = wording("change_levels.then_index")
_OF_TIME = wording("change_levels.of_time")
_CLOSED = wording("declared_units.closed")
_APART = 4  # how many times one of two rates may be the other, to be a slip of it
_INDEX_RULE = "rel.change-index"


class ChangeIndexes(ChangePairs):
    """The search for one document."""

    def _indexes(self, bound: set[str]) -> None:
        """1.320 hồ sơ, bằng 110% so với cùng kỳ (tăng 120 hồ sơ); tăng 120 hồ sơ, bằng 110% …: the
        level in % of what it was before its change."""
        q = self.b.q
        for n in range(1, len(q) - 1):
            c, p = (n, n + 1) if q[n].unit not in PERCENT_UNITS else (n + 1, n)
            if q[p].unit != "%" or q[p].direction or q[c].direction is None or q[c].of is not None:
                continue
            one = self.b.one_sentence(n, n + 1)
            if not one or not (countable(q[c]) or per_one(q[c])):
                continue
            if q[p].id in bound or not self.b.checked(c, p) or not (bond := self._is_index(c, p)):
                continue
            k = n - 1
            alike = is_level(self.b, k) and self.b.same(q[k], q[c]) and q[k].unit == q[c].unit
            if not alike and not self._of_each(k, c):
                continue
            if not self.b.one_sentence(k, n) or not self.b.visible(k, q[n].vs):
                continue
            weight = -1 if q[c].direction == "increase" else 1
            option = Option("portion", (self.b.op(k), self.b.op(c, weight)))
            right = agrees(option, q[p], self.by_id)
            if right or self._of_one_sort(option, q[p]):
                self.b.add("percent", p, [option], self.b.scope(k, c, p), bond, _INDEX_RULE)

    def _is_index(self, c: int, p: int) -> Bond | None:
        """How firmly the words bind a change and an index: silent where no time is told."""
        q = self.b.q
        if p < c:
            first = _INDEX.fullmatch(self.folded, self._after(p - 1), q[p].vs)
            then = first and _INDEX_THEN.fullmatch(self.folded, q[p].ve, q[c].vs)
            return "weak" if then else None
        moves = _MOVES.search(self.folded, self._after(c - 1), q[c].vs)
        if not moves or not _THEN_INDEX.fullmatch(self.folded, self._after(c), q[p].vs):
            return None
        if _OF_TIME.match(self.folded, q[p].ve):
            return "weak"
        return "silent" if _CLOSED.match(self.folded, q[p].ve) else None

    def _of_one_sort(self, option: Option, rate: Quantity) -> bool:
        """True where a rate may be one of change at all: 600 of 6.000 hộ are not 0,45%, which is
        how far the share of poor households moved."""
        outcome = evaluate(option, rate, self.by_id)
        if outcome is None or not outcome.computed or not rate.value:
            return False
        return 1 / _APART < outcome.computed / rate.value < _APART

    def _of_each(self, k: int, c: int) -> bool:
        """True where level `k` and change `c` are of one unit for each ("51 tạ/ha, tăng 3 tạ/ha"),
        which the change may leave out ("tăng 3 tạ")."""
        x, y = self.b.q[k], self.b.q[c]
        if not per_one(x) or x.direction is not None or x.of is not None or not self.b.checked(k):
            return False
        short = y.per is None and x.unit in (y.unit, f"{y.unit}/{x.per}")
        return short or (x.unit == y.unit and x.per == y.per)

    def _after(self, k: int) -> int:
        return max(self.b.q[k].ve, self.b.q[k].full_ve)
