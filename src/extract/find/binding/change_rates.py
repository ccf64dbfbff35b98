"""Rates of change that the rules over the skeleton tie: growth between two levels, and what a
change is in % of the level before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.find.binding.amounts import Amounts
from extract.find.binding.base_brackets import bond_of_base
from extract.find.binding.comparable import RANKS
from extract.find.binding.slip_search import is_slip, is_swap
from extract.model import Bond, Kind, Option
from extract.rules.wording import wording
from extract.values.formula import digits, evaluate
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, POINTS

_FAR_OFF = 10  # how many times a rate another one is that it cannot have been before
_LINK = wording("change_levels.link")
_PLANNED = wording("relations.planned")
_HALF = 50  # percent: a rate of a level in % of another one, or of what doubles, is above it
_LARGE = 1000  # what no change equals a level of by chance
_FINE = 4  # digits of a rate that is a slip of another hardly by chance
_LED = 4  # levels before a change that it may have led to
_PAIR = 2  # levels of one change
_RATES = 4  # figures back to which a rate that an aim is held against may stand
_CHANGES_BACK = 4  # figures before a level among which the change it started is told
_OF_WHOLE = wording("relations.of_whole")
_REACHED = wording("relations.reached")
_IN_ALL = wording("relations.in_all")
OF_TIMES = frozenset({"times", "series"})  # `levels` of rules that tell when each was so


class ChangeRates(Amounts):
    """Turns hits of the rules for rates of change into relations."""

    levels_of: dict[str, str]  # rule -> what it says of its levels (`levels`, patterns/README.md)

    def _growth(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        a, b, p = f["a"], f["b"], f["p"]
        if self.levels_of.get(rule) in OF_TIMES:
            years = {self.year(self.frames[k].period) for k in (a, b)}
            if len(years) == 1 and None not in years:
                return  # "năm 2024: 11,2%/năm 2023: 14,9%": the one read as a rate a year
            a, b = self._in_time(a, b)
            a = self._then(a, p)
        several = a < b < p and self._of_all_levels(p)
        if a < b < p and not self.goes_on(b, p):
            bond = "silent"  # "tăng từ 9.412 con lên 9.874 con, đàn lợn tăng 8,2%"
        if self.same(self.q[a], self.q[b]) and not self.apart(b, p) and not several:
            kind, options = self._grown(a, [b], p)
            self.add(kind, p, options, self.scope(a, b, p), bond, rule)

    def _growth_bare(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """A rate alone in the bracket behind a move, which may be the share of its new level: only
        two digits swapped contradict, or one that is wrong in a rate told finely."""
        a, b, p = f["a"], f["b"], f["p"]
        if not self.same(self.q[a], self.q[b]):
            return
        ends = (self.op(b), self.op(a))
        moved = Option("fall" if self._value(b) < self._value(a) else "growth", ends)
        told = evaluate(moved, self.q[p], self.by_id)
        if told is None or told.computed is None:
            return
        fine = len(digits(self.q[p], self.q[p].value)) >= _FINE
        if not (is_slip if fine else is_swap)(self.q[p], told.computed):
            bond = "silent"
        options = [moved, *self._index(b, a, p)]
        self.add("percent", p, options, self.scope(a, b, p), bond, rule)

    def _then(self, a: int, p: int) -> int:
        """The level of the time that change `p` names, for `a` the level of another one: "năm 2014
        là 27,4‰, năm 2015 là 26,9‰, năm 2016 còn 26,1‰, giảm 1,3‰ so với năm 2014"."""
        base, low = self.frames[p].base, self.frames[p].sentence[0]
        if base is None or self.of_base(a, base):
            return a
        told = (k for k in range(a - 1, -1, -1) if self.q[k].unit == self.q[a].unit)
        sentence = takewhile(lambda k: self.q[k].vs >= low, told)
        return next((k for k in sentence if self.of_base(k, base)), a)

    def _grown(self, a: int, news: Sequence[int], p: int) -> tuple[Kind, list[Option]]:
        """Readings of "from A to B, a rise of P%"; between two rates also a gap in points."""
        options = [self.growth(b, a) for b in news]
        if self.q[p].direction is None:  # "giảm từ A xuống B, tương đương P%"
            options += [Option("fall", (self.op(b), self.op(a))) for b in news]
        if self.q[p].direction != "decrease":
            options += [o for b in news for o in self._index(b, a, p)]
        if self.q[a].unit not in PERCENT_UNITS:
            return "percent", options
        return "difference", [self._minus(a, b, p) for b in news] + options

    def _index(self, new: int, old: int, p: int) -> list[Option]:
        """A rate with no word of a change, or one above 100%, may be the new level in % of the old
        one: "so với cùng kỳ 400 con tăng 12 con, đạt 103%"."""
        if self.q[p].value < (_HALF if self.q[p].direction is None else HUNDRED):
            return []
        return [self.percent(new, old)]

    def _growth_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        p, a = f["p"], f["a"]
        if p in self.aimed:
            return
        levels = [b for b in self.levels_before(self.q[min(a, p)].vs, min(a, p), a) if b != a]
        if not levels:
            levels = self._previous_sentence(p, a)
            bond = "silent"  # "khởi tố 19 vụ. Số vụ giảm 17,4% so với năm 2022 (23 vụ)"
        if self.q[a].unit in PERCENT_UNITS and _PLANNED.match(self.folded, self.q[a].full_ve):
            bond = "silent"  # "đạt 160% (giảm 3,2% so với 2,0% kế hoạch)": of two changes
        if levels:
            unsure = self._in_turn(p) or self._of_plan(a, levels[0])
            unsure = unsure or (a < p and not self.goes_on(a, p))
            unsure = unsure or (
                len(levels) > 1 and self._of_bracketed_plan(levels[0], levels[1], p)
            )
            held = bond_of_base(self, a, p, levels, "silent" if unsure else bond)
            if held is None:
                return
            kind, options = self._grown(a, levels, p)
            self.add(kind, p, options, self.scope(a, levels[0], p), held, rule)

    def _two_changes(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """A level, a rise and a fall, and the level that they led to; other changes may be left
        untold, so that only a slip contradicts."""
        a, up, down, b = f["a"], f["u"], f["d"], f["b"]
        if not all(self.same(self.q[a], self.q[k]) for k in (up, down, b)):
            return
        option = Option("sum", (self.op(a), self.op(up), self.op(down, -1)))
        led = self._value(a) + self._value(up) - self._value(down)
        if not is_slip(self.q[b], led):
            bond = "silent"
        self.add("difference", b, [option], self.scope(a, up, down, b), bond, rule)

    def _above_aim(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """How far a rate, the one right before or another of the sentence, is from an aim, which is
        no rounded figure; told in %, it may also be in % of the aim."""
        a, b, c = f["a"], f["b"], f["c"]
        if self.q[c].unit not in POINTS or self.q[a].bound is not None:
            return
        low = self.frames[b].sentence[0]
        before = [k for k in range(b, max(-1, b - _RATES), -1) if self.q[k].vs >= low]
        rates = [k for k in before if self.q[k].unit == self.q[a].unit]
        options: list[Option] = []
        for k in rates:
            over = self._value(k) > self._value(a)
            sign = 1 if over else -1
            options.append(Option("above", (self.op(k, sign), self.op(a, -sign))))
            if self._in_percent_of(a, k, c):
                options.append(Option("growth" if over else "fall", (self.op(k), self.op(a))))
        self.aimed.add(c)
        self.add("difference", c, options, self.scope(a, b, c), bond, rule)

    def _in_percent_of(self, a: int, k: int, c: int) -> bool:
        """True where `c` is how far rate `k` is from aim `a` in % of the aim, which is exact."""
        aim = self._value(a)
        if self.q[c].unit not in PERCENT_UNITS or not aim:
            return False
        apart = abs(self._value(k) - aim) / aim * HUNDRED
        return 2 * abs(apart - self._value(c)) <= self.q[c].step + self.q[k].step / aim * HUNDRED

    def _of_bracketed_plan(self, x: int, y: int, p: int) -> bool:
        """True where change `p` is just what lies between two levels before it, so that the one in
        the bracket behind it is its plan: "đã giảm được 3,7% (kế hoạch là 3,0%)"."""
        return self.q[p].unit in PERCENT_UNITS and self._lies_between(p, x, y)

    def _than_plan(self, c: int, levels: Sequence[int]) -> bool:
        """True where change `c` is just what lies between its level and a figure told between them:
        "389,8 tỷ đồng, bằng 82,7% dự toán (471,1 tỷ đồng), hụt 81,3 tỷ đồng, giảm 11% so với …"."""
        return bool(levels) and any(
            self._lies_between(c, levels[0], k)
            for k in range(levels[0] + 1, c)
            if self.q[k].direction is None and self.q[k].unit == self.q[c].unit
        )

    def _told_for(self, a: int, levels: Sequence[int], c: int) -> bool:
        """True where another change is just what lies between `a` and the first of `levels`."""
        return bool(levels) and any(
            self.q[k].direction is not None
            and self.same(self.q[k], self.q[a])
            and self._lies_between(k, levels[0], a)
            and self._value(k) != self._value(c)
            for k in range(max(0, a - _CHANGES_BACK), a)
        )

    def _index_excess(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """What a level in % of its base is above or below 100%, told again."""
        a, p = f["a"], f["p"]
        if (self.q[a].value < HUNDRED) == (self.q[p].direction == "decrease"):
            option = Option("index", (self.op(a),))
            self.add("percent", p, [option], self.scope(a, p), bond, rule)

    def _of_plan(self, a: int, b: int) -> bool:
        """True where rate `a` is far too small to be what rate `b` was before, but the plan of a
        change: "đạt 160% (giảm 3,2% so với 2% kế hoạch giao)"."""
        rates = self.q[a].unit in PERCENT_UNITS and self.q[b].unit in PERCENT_UNITS
        return rates and self._value(b) > _FAR_OFF * self._value(a)

    def _growth_pair(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """Two rates of one level, each with its own earlier level."""
        for rate, level in (("p", "a"), ("r", "b")):
            old = f[level]
            first = min(f["p"], f["a"])
            levels = [b for b in self.levels_before(self.q[first].vs, first, old) if b != old]
            if levels:
                options = [self.growth(b, old) for b in levels]
                scope = self.scope(old, levels[0], f[rate])
                self.add("percent", f[rate], options, scope, bond, rule)

    def _retells(self, c: int, base: int) -> bool:
        """True where a level of many digits is a change: that change told before, no level."""
        return self.q[c].value == self.q[base].value and self.q[c].value >= _LARGE

    def _change_rate(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        c, p = f["c"], f["p"]
        if self.q[c].unit in POINTS or p in self.bases.get(c, ()):
            return
        if self.folded.startswith("/", self.q[c].vs - 1):
            return  # "giảm 10 vụ/15 vụ cùng kỳ (66,7%)": the level before
        if self.q[c].unit in PERCENT_UNITS or not self.one_sentence(c, p):
            return
        if self.q[c].unit in RANKS or self._level_then(c, p):
            return
        if self.rated.setdefault(p, c) != c:
            return  # "giảm 23 vụ (16,7%), giảm 16 người": the rate of the change before it
        for base in (self.base_by_date(c), self.base_by_date(p, change=c)):
            if base is not None:
                self._base(c, base, first=False)
        bases = self.bases.get(c)
        pair = None if bases else self.pair_of(c)
        if self._of_all_levels(c):
            return
        if pair is not None:
            self._base(c, pair[0], first=True)
            bases = self.bases[c]
        if bases and all(self._retells(c, base) for base in bases) and self.q[p].value < _HALF:
            return
        of_whole = p > c and _OF_WHOLE.match(self.folded, self.q[p].full_ve) is not None
        if of_whole:
            bond = "silent"  # "206 trường, tăng 11 trường, đạt 57,2% trên tổng số 360 trường"
        if bases:
            options = [self.percent(c, base) for base in bases]
            if c in self.pairs:
                old, new = self.pairs[c]
                options.append(self.growth(new, old))
                options += self._index(new, old, p)
            led = self.levels_before(self.q[c].vs, c, like=c)[:1]
            if pair is not None:  # two levels may be as far apart by chance
                told = self.levels_before(self.q[c].vs, c, like=c) or self._previous_sentence(c, c)
                led = [*dict.fromkeys((*told[:_LED], *pair))]
            options += [self.back(c, k) for k in led if pair is not None or k not in bases]
            if p > c and self.q[p].value > _HALF:
                reached = _REACHED.search(self.folded, self.q[c].full_ve, self.q[p].vs)
                bond = "weak" if reached and bond == "strong" else bond
            self.add("percent", p, options, self.scope(c, bases[0], p), bond, rule)
        elif (self.q[c].step == 0 and not self.one_of_changes(c) and not of_whole) and (
            p < c or _LINK.fullmatch(self.folded, self.q[c].full_ve, self.q[p].vs)
        ):
            option = Option("grim", (self.op(c),))
            self.add("implied_base", p, [option], self.scope(c, p), bond, rule)

    def _of_all_levels(self, c: int) -> bool:
        """True where change `c` is told as that of three levels or more before it in its sentence:
        "cấp tỉnh từ 72 còn 54 phòng, cấp huyện từ 84 còn 63 phòng; tổng cộng giảm 39 (25%)"."""
        low = self.frames[c].sentence[0]
        told = [k for k in range(max(0, c - 5), c) if self.q[k].vs >= low and self._plain_level(k)]
        return len(told) > _PAIR and bool(
            _IN_ALL.search(self.folded, self.q[told[-1]].full_ve, self.q[c].vs)
        )

    def _level_then(self, c: int, p: int) -> bool:
        """True where rate `p` is the level of the time that is compared with: "tỷ lệ đạt 86%, tăng
        5 xã so với năm 2021 (84%)"."""
        x = self.q[c - 1] if c else None
        if x is None or x.unit not in PERCENT_UNITS or x.direction is not None:
            return False
        opens = self.folded.endswith("(", self.q[c].vs, self.q[p].vs)
        return opens and "so với" in self.between(c, p)

    def _change_far_rate(
        self, f: dict[str, int], at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """A rate told after levels: only where the text has tied the change to its base."""
        if self.bases.get(f["c"]):
            self._change_rate(f, at, bond, rule)

    def _change_of(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        a, c, p = f["a"], f["c"], f["p"]
        if self.same(self.q[a], self.q[c]) and self.q[c].value < self.q[a].value:
            option = self.percent(c, a)
            self._base(c, a, first=True)
            self.add("percent", p, [option], self.scope(a, c, p), bond, rule)
