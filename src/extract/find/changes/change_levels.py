"""Rates of change beside a level and its change, where the level it started from is not told.

"có 540 hộ, giảm 60 hộ (giảm 10%) so với năm 2022": the level then is the level now and the change
together, and the rate must be that of it. The change may stand before its rate or after it, and
the level right before them, in its turn among others (`change_turns`) or sentences before
(`change_subjects`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.find.binding.distant import is_level
from extract.find.changes.change_pairs import EQUALS, Rated
from extract.find.changes.change_subjects import levels_of_subject, subject_is_all
from extract.find.changes.change_turns import BACK, ChangeTurns
from extract.model import Bond, Operand, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.units import PERCENT_UNITS

_MOVES = wording("change_levels.moves")
_UNSTOPPED = wording("change_levels.unstopped")
_ASIDE = wording("change_levels.aside")
_PLANNED = wording("change_levels.planned")
_HARM = wording("change_levels.harm")
_SIDE_BY_SIDE = wording("change_levels.side_by_side")
_PARTED = wording("change_levels.parted")
_BRACKET = re.compile(r"\([^()]*+\)|^[^()]*+\)")
_OPEN = re.compile(r"\([^()]*+$")
_RULE = "rel.change-level"


class ChangeLevels(ChangeTurns):
    """Announces the rates of changes of which the text tells what they led to, and no more; a whole
    base looked for in place of that level is taken back."""

    def run(self) -> None:
        """Look at every change with its rate beside it."""
        bound = {a.stated for a in self.b.found if a.kind not in ("implied_base", "sum")}
        led: set[str] = set()
        self._wholes = self._wholes_of_parts()
        self._indexes(bound)
        for pair in self.pairs():
            c, p = pair.change, pair.rate
            if self.b.bases.get(c) or c in self.b.pairs or self.b.q[p].id in bound:
                continue
            turned = self._in_turn(pair)
            levels = turned or self._right_before(pair)
            levels = [k for k in levels if not self._other_harm(k, c)] or levels
            levels, sure = self._or_whole(pair, levels) if levels else ([], False)
            options = self._readings(pair, levels)
            right = self._right(options, p)
            if not right and self._of_change_before(pair):
                continue
            if not right and pair.compared and (named := self._by_subject(pair)):
                told = self._readings(pair, named)
                right = self._right(told, p)
                if right or not levels:
                    levels, options = named, told
                    sure = len(named) == 1 and subject_is_all(self.b, named[0], pair.first)
            if not levels or (not right and self._moved_so(pair, levels)):
                continue
            if not (right or self._equated(pair) or self._of_one_sort(options[0], self.b.q[p])):
                continue
            firm = sure and self._sure_of(pair, levels[0], bool(turned))
            bond: Bond = "weak" if firm else "silent"
            if right or bond == "weak":
                self.b.led_to[c], self.b.rated[p] = levels[0], c
                led.add(self.b.q[p].id)
                scope = self.b.scope(c, levels[0], p)
                self.b.add("percent", p, options, scope, bond, _RULE)
        if led:
            self.b.take_back(lambda a: a.kind == "implied_base" and a.stated in led)

    def _of_change_before(self, pair: Rated) -> bool:
        """Announce the rate behind two changes where it is just that of the first: "81 vụ, 168 bị
        cáo, tăng 13 vụ, 6 bị cáo, tỷ lệ tăng 19,1%"; True where it is."""
        if pair.change > pair.rate or not self.b.one_of_changes(pair.change):
            return False
        first = replace(pair, change=pair.change - 1)
        levels = self._right_before(first)
        options = self._readings(first, levels)
        if not levels or not self._right(options, pair.rate):
            return False
        self.b.rated[pair.rate] = first.change
        scope = self.b.scope(first.change, levels[0], pair.rate)
        self.b.add("percent", pair.rate, options, scope, "silent", _RULE)
        return True

    def _equated(self, pair: Rated) -> bool:
        """True for an amount that words call the same as the rate before it, so that both tell one
        change however far apart: "tăng 6,4%, tương ứng tăng 1,09 tỷ đồng"."""
        c, p = self.b.q[pair.change], self.b.q[pair.rate]
        if pair.change < pair.rate or c.direction is None or not self.b.same.measured(c.unit):
            return False
        return EQUALS.search(self.folded, p.ve, c.vs) is not None

    def _right(self, options: Sequence[Option], p: int) -> bool:
        """True where rate `p` agrees with one of its readings."""
        return any(agrees(o, self.b.q[p], self.by_id) for o in options)

    def _sure_of(self, pair: Rated, level: int, turned: bool) -> bool:
        """True where nothing speaks for another level than this, which the change led to."""
        b, c, p = self.b, pair.change, pair.rate
        if not (pair.firm and pair.compared and b.checked(c, p, level)):
            return False
        if c < p and (self._share_between(level, c) or b.one_of_changes(c)):
            return False
        if self._other_harm(level, c) or self._after_list(level, pair):
            return False
        return turned or not (self._other_between(level, pair) or self._of_several(level, c))

    def _readings(self, pair: Rated, levels: Sequence[int]) -> list[Option]:
        """What the rate may be of each level; the likelier first where the change may as well be
        the level before: "16,84 tỷ đồng, giảm 20,9% (21,30 tỷ đồng)"."""
        b, rate = self.b, self.b.q[pair.rate]
        options: list[Option] = []
        for k in levels:
            back = self._back(pair, k)
            both = [back, b.growth(k, pair.change)] if pair.bare else [back]
            options += sorted(both, key=lambda o: self._off(o, rate))
        return options

    def _moved_so(self, pair: Rated, levels: Sequence[int]) -> bool:
        """True where the rate is that from one of the two nearest levels to the other, so that the
        change beside it is wrong: "1.230 con, cùng kỳ 1.320 con, giảm 50 con (6,8%)"."""
        falls = "decrease" in (self.b.q[pair.change].direction, self.b.q[pair.rate].direction)
        if len(levels) < 2:
            return False
        old, new = sorted(levels[:2], key=lambda k: self.b.q[k].value, reverse=falls)
        growth = self.b.growth(new, old)
        return agrees(growth, self.b.q[pair.rate], self.by_id)

    def _off(self, option: Option, rate: Quantity) -> Decimal:
        outcome = evaluate(option, rate, self.by_id)
        if outcome is None or outcome.computed is None:
            return Decimal("Infinity")
        return abs(abs(outcome.computed) - rate.value)

    def _back(self, pair: Rated, level: int) -> Option:
        """A change in % of the level before it: that after it, less a rise or with a fall."""
        c, p = self.b.q[pair.change], self.b.q[pair.rate]
        weight = -1 if (c.direction or p.direction) == "increase" else 1
        return Option("back", (Operand(c.id, Decimal(weight)), self.b.op(level)))

    # -- the level it led to -------------------------------------------------------------------

    def _right_before(self, pair: Rated) -> list[int]:
        """540 hộ, giảm 60 hộ …; after rates of the plan and what stands in brackets. Levels of a
        like unit told before it come after it: the change may be theirs, or that of their sum (74
        tổ chức, gồm 39 đảng bộ và 35 chi bộ, giảm 04 tổ chức)."""
        b, n = self.b, pair.first
        start, end = self._after(n - 1), b.q[n].vs
        own = n == pair.rate or (b.q[n - 1].unit is not None and b.same(b.q[n - 1], b.q[n]))
        unstopped = own and _UNSTOPPED.fullmatch(self.folded, start, end)
        if not unstopped and _MOVES.search(self.folded, start, end) is None:
            return []
        found: list[int] = []
        for k in range(n - 1, max(-1, n - 1 - BACK), -1):
            if not b.one_sentence(k, n):
                break
            x, gap = b.q[k], self.folded[self._after(k) : b.q[k + 1].vs]
            if found:
                units = (b.q[found[0]].unit, b.q[pair.change].unit)
                if self._led(k, pair) and any(b.same.akin(x.unit, u) for u in units):
                    found.append(k)
                continue
            gap = _BRACKET.sub("", gap)
            if not b.visible(k + 1, b.q[n].vs):
                gap = _OPEN.sub("", gap)
            if ";" in gap or _ASIDE.search(gap):
                break
            if x.unit in PERCENT_UNITS or x.direction is not None or not b.visible(k, b.q[n].vs):
                continue
            if not self._led(k, pair):
                whole = self._wholes.get(k)  # "86 tổ chức, gồm 41 cơ sở và 45 chi hội, giảm 06 …"
                if whole is not None and self._led(whole, pair):
                    found.append(whole)
                elif self._beside(k, pair) or not b.same(x, b.q[pair.change]):
                    continue  # "5.000 doanh nghiệp với 12.500 tỷ đồng, tăng 500 doanh nghiệp"
                break
            found.append(k)
        return found

    def _wholes_of_parts(self) -> dict[int, int]:
        """The whole of each figure that is the last part of a sum told with nothing between it and
        the part before: "74 tổ chức, gồm 39 đảng bộ và 35 chi bộ"."""
        found: dict[int, int] = {}
        for a in self.b.found:
            if a.kind == "sum" and a.bond != "silent" and len(a.options[0].operands) > 1:
                *_, before, last = sorted(self.b.operands(a.options[0]))
                if self.b.place[a.stated] < before == last - 1:
                    found.setdefault(last, self.b.place[a.stated])
        return found

    def _or_whole(self, pair: Rated, levels: list[int]) -> tuple[list[int], bool]:
        """(levels, sure): with the whole of the first where that ends a row of parts, before it if
        the change is of its unit; not sure which of the two changed where the unit is of both."""
        b, c, part = self.b, pair.change, levels[0]
        whole = self._wholes.get(part)
        if whole is None or not b.one_sentence(whole, part):
            return levels, True
        rest = [k for k in levels if k != whole]
        if b.q[c].unit == b.q[whole].unit != b.q[part].unit:
            return [whole, *rest], True
        return [*rest, whole], False

    def _beside(self, k: int, pair: Rated) -> bool:
        """True where figure `k` counts the same cases by another unit, right after the level of
        the unit of the change: "726 vụ, 1.222 đối tượng, tăng 103 vụ", "7.761 vụ/13.147 bị cáo"."""
        b, q = self.b, self.b.q
        level = k
        while level and is_level(b, level) and self._next_to(level - 1, level):
            level -= 1
        units = (q[level].unit, q[k].unit)
        if level == k or None in units or units[0] != q[pair.change].unit:
            return False
        return not b.same.units(*units)

    def _next_to(self, x: int, y: int) -> bool:
        """True where figure `y` follows figure `x` in one sentence with nothing between them."""
        b = self.b
        one = b.one_sentence(x, y)
        return one and bool(_SIDE_BY_SIDE.fullmatch(self.folded, b.q[x].ve, b.q[y].vs))

    def _share_between(self, level: int, n: int) -> bool:
        """True where a share of the level is told before its change, so that the rate behind the
        change may be how far the share moved: 540 hộ (4,2%), giảm 60 hộ (0,5%)."""
        q = self.b.q
        shares = (k for k in range(level + 1, n) if q[k].unit in PERCENT_UNITS)
        return any(
            q[k].direction is None
            and not _PLANNED.match(self.folded, q[k].ve)
            and (k == level + 1 or self.b.visible(k, q[n].vs))  # else of what a bracket counts
            for k in shares
        )

    def _other_between(self, level: int, pair: Rated) -> bool:
        """True where a level of something else stands between a level and its change in their
        sentence, which the change may be meant of."""
        b, n = self.b, pair.first
        return b.one_sentence(level, n) and any(
            is_level(b, k)
            and k not in b.parts
            and b.visible(k, b.q[n].vs)
            and not b.same(b.q[k], b.q[pair.change])
            and not self._beside(k, pair)
            for k in range(level + 1, n)
        )

    def _after_list(self, level: int, pair: Rated) -> bool:
        """True where a paragraph behind a list tells a change that its last item tells the level
        of: it may be that of all items."""
        return self.b.in_item(level) and not self.b.in_item(pair.first)

    def _of_several(self, level: int, change: int) -> bool:
        """True where a change may be that of several levels told one after the other, the last of
        which is level `level`: "cán bộ 84 người, công chức 195 người, giảm 26 người (8,5%)"."""
        b, before = self.b, level - 1
        if before < 0 or not is_level(b, before) or b.q[before].unit is None:
            return False
        one = b.one_sentence(before, level)
        alike = b.q[before].unit == b.q[level].unit == b.q[change].unit
        times = {b.year(b.frames[k].period) for k in (before, level)}
        gap = b.folded[self._noun_end(before) : b.q[level].vs]
        return one and alike and len(times) == 1 and _PARTED.fullmatch(gap) is not None

    def _other_harm(self, level: int, change: int) -> bool:
        """True where the dead are told of the one and the injured of the other."""
        told = [self._harm(level), self._harm(change)]
        return all(told) and told[0].isdisjoint(told[1])

    def _harm(self, k: int) -> set[str]:
        """What befell the people that figure `k` counts, by the words beside it."""
        words = self.b.clause_before(k).rpartition(",")[2]
        words += self._rest_of_clause(self.b.q[k].ve)
        return {m[0] for m in _HARM.finditer(words)}

    def _by_subject(self, pair: Rated) -> list[int]:
        """The levels of sentences before that the subject of a change names."""
        unit = self.b.q[pair.change].unit
        named = levels_of_subject(self.b, pair.first)
        return [k for k in named if self.b.q[k].unit == unit and self._led(k, pair)]
