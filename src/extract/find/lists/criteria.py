"""A figure divided by several criteria, each an item of the list under it.

"Phân tích 58 vụ cháy: - Theo địa bàn: thành thị 34 vụ, nông thôn 24 vụ; - Theo loại hình: …": the
levels of the first sentence of each item add up to the figure of the line above the list. That
confirms; it contradicts where the item names its criterion and its parts are all told: where they
end with the rest ("loại hình khác 4 vụ") or another criterion does divide the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.find.binding.summands import crossing
from extract.find.lists.list_tree import Tree, lead_of
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS, TIME

_HEAD = wording("criteria.head")
_REST = wording("gathered.rest")
_NESTED = wording("gathered.nested")
_OVERLAP = wording("summands.overlap")
_NEAR = Decimal("0.1")  # parts that are further off divide something else
_LEAST = 100  # from here on a sum of parts by another name than the whole is none by chance


class Criteria(Distant):
    """Announces the items of lists that divide the figure above them by criteria."""

    def run(self) -> None:
        """Look at every list that stands under a line with one level and a colon."""
        tree = Tree(self.b)
        for parent, run, at in tree.runs():
            lead = lead_of(tree, parent, at)
            if lead is None or not self.folded[: tree.block(lead[0]).ve].rstrip().endswith(":"):
                continue
            levels = [k for k in tree.figures[lead[0]] if self.level(k)]
            if len(levels) == 1:
                self._items(tree, levels[0], run)

    def _items(self, tree: Tree, t: int, run: Sequence[int]) -> None:
        """Announce the items of `run` that divide figure `t`."""
        whole = self.b.q[t]
        missed: list[tuple[list[int], bool]] = []
        agreed = False
        for i in run:
            parts, sure = self._parts(tree.figures[i])
            bare = [k for k in parts if self.b.q[k].unit is not None]
            sets = [s for s in (parts, bare) if len(s) > 1]
            options = [self.b.sum_of(s) for s in sets]
            if not sets or not all(self._counts(t, k) for k in bare):
                continue
            cue = (self.b.q[parts[0]].vs, self.b.q[parts[-1]].full_ve)
            if any(agrees(o, whole, self.by_id) for o in options):
                agreed = True
                scope = self.b.scope(t, *parts)
                self.b.add("sum", t, options, scope, "silent", "rel.criteria", cue=cue)
            elif sure and _HEAD.match(self.folded, tree.block(i).mark_end):
                missed.append((parts, self._told(t, tree.block(i).mark_end, parts)))
        for parts, told in missed:
            last = self.b.q[parts[-1]]
            rest = _REST.search(self.folded, self.b.q[parts[-2]].full_ve, last.vs) is not None
            if told and (agreed or rest):
                option = self.b.sum_of(parts)
                scope = self.b.scope(t, *parts)
                cue = (self.b.q[parts[0]].vs, last.full_ve)
                self.b.add("sum", t, [option], scope, "apart", "rel.criteria", cue=cue)

    def _counts(self, t: int, k: int) -> bool:
        """True where figure `k` may be a part of `t`: "2.110 công dân" are called "1.543 đồng chí"
        in their parts, which no other sum of so many digits is."""
        whole, part = self.b.q[t], self.b.q[k]
        if self.akin(whole, part):
            return True
        measured = self.b.same.measured(whole.unit) or self.b.same.measured(part.unit)
        return not (whole.step or part.step or measured) and whole.value >= _LEAST

    def _parts(self, figures: Sequence[int]) -> tuple[list[int], bool]:
        """(parts, all): the levels outside brackets in the first sentence of an item, of the unit
        of the first that has one or bare; all where no other figures stand among them."""
        parts: list[int] = []
        sure = True
        unit: str | None = None
        for k in figures:
            x = self.b.q[k]
            if not self.b.one_sentence(k, figures[0]):
                break
            if x.unit in PERCENT_UNITS or x.unit in TIME or self.b.brackets.around(x.vs):
                continue
            unit = unit or x.unit
            if self.level(k) and x.unit in (unit, None):
                parts.append(k)
            else:
                sure = False
        return parts, sure and all(self.b.q[k].unit == unit for k in parts)

    def _told(self, t: int, start: int, parts: Sequence[int]) -> bool:
        """True where parts that miss figure `t` by little stand side by side."""
        whole, figures = self.b.q[t], [self.b.q[k] for k in parts]
        end = figures[-1].full_ve
        off = abs(sum((x.value for x in figures), Decimal(0)) - whole.value)
        if off > _NEAR * whole.value or any(x.bound for x in (whole, *figures)):
            return False
        if max(x.value for x in figures) >= whole.value or whole.unit != figures[0].unit:
            return False
        overlap = _OVERLAP.search(self.folded, start, end + 40)
        nested = _NESTED.search(self.folded, start, end) or overlap
        return not nested and not crossing(self.folded, start, end)
