"""The relations that the text announces: rules over the skeleton tie figures together.

Nothing is judged here: `check.arithmetic` recomputes each announced relation and chooses among
its readings. Targets and ranges take no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.find.base_brackets import bond_of_base
from extract.find.comparable import AVERAGE, EACH, POINTS, RANKS
from extract.find.fractions import Fractions
from extract.find.skeleton import PERCENT_UNITS, Skeleton
from extract.find.slip_search import is_slip
from extract.find.summands import OWN_RATE
from extract.model import Operand, Option
from extract.rules.engine import Hit
from extract.rules.wording import terms, wording
from extract.values.formulas import HUNDRED

_MINUS = Decimal(-1)
_FAR_OFF = 10  # how many times a rate another one is that it cannot have been before
_LINK = wording("change_levels.link")
_THIRD_FACTOR = wording("relations.third_factor")
_OF_SOME = wording("relations.of_some")
_OTHER = wording("relations.other_subject")
_DONE = wording("remainders.done")
_KEPT = wording("relations.kept")
_OVER = wording("relations.over")
_PLANNED = wording("relations.planned")
_RAISED = wording("relations.raised")
_TAKEN = wording("relations.taken")
_LESS = wording("relations.less")  # sau khi trừ …: not all terms are added
_ANY_COUNT = frozenset({"rel.over", "rel.among"})  # their words tie counts of any unit
_HALF = 50  # percent: a rate of a level in % of another one is above it
_AIMS = {"remainder": "a", "share-ahead": "y"}  # form -> the figure that may be an aim
_BY_YEAR = frozenset({"rel.series-change", "rel.series-share", "rel.then-now"})
_OF_TOTAL = "rel.of-named-total"
_DIFFERENCES = frozenset({"difference", "change-back", "shortfall"})


class Relations(Fractions):
    """Turns hits of relation rules into announced relations, one method for each form."""

    def from_hits(self, hits: Sequence[Hit], skeleton: Skeleton) -> None:
        """Announce what the rules' hits over the skeleton say; differences first, since they
        tell the base of the rates beside them."""
        ordered = sorted(hits, key=lambda h: (-h.rule.priority, h.start))
        self._run([h for h in ordered if h.rule.set["form"] in _DIFFERENCES], skeleton)
        self.by_period()
        self.rates_of_years()
        self.by_words()
        self._run([h for h in ordered if h.rule.set["form"] not in _DIFFERENCES], skeleton)

    def _run(self, hits: Sequence[Hit], skeleton: Skeleton) -> None:
        for hit in hits:
            at = {
                name: [skeleton.figures[s] for s, _ in hit.spans(name) if s >= 0]
                for name in hit.rule.pattern.groupindex
            }
            figures = {k: v[0] for k, v in at.items() if v}
            form = hit.rule.set["form"]
            facts = [n for k, n in figures.items() if not self._is_aim(form, k, n)]
            if not facts or not self.checked(*facts):
                continue
            bond = hit.rule.set.get("bond", "strong")
            getattr(self, "_" + form.replace("-", "_"))(figures, at, bond, hit.rule.id)

    def _is_aim(self, form: str, name: str, n: int) -> bool:
        """True for an aim that what is done falls short of: "mục tiêu là 300 km, đến nay đã làm 202
        km, còn 98 km"."""
        x = self.q[n]
        return (
            _AIMS.get(form) == name
            and self.frames[n].status == "target"
            and x.bound is None
            and x.value_to is None
        )

    def _difference(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        if rule in _BY_YEAR:
            a, b = self._in_time(a, b)
        if not (self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c])):
            return
        if self.apart(b, c) or (a < c and not self.visible(a, self.q[c].vs)) or self.to_untold(c):
            return
        if a < c and b < c and self._of_other_things(b, c):
            return
        if bond == "weak" and not self._alike(a, b):
            return
        before = self.clause_before(a) if rule == "rel.level-left" else ""
        done = _DONE.search(before) or _KEPT.search(before)
        years = rule in _BY_YEAR
        if done or (years and _OTHER.search(self.folded, self.q[max(a, b)].ve, self.q[c].vs)):
            bond = "silent"  # "đã giải quyết 96 đơn, còn 24 đơn, tăng 8 đơn": no level before
        self._base(c, a, first=bond == "strong")
        self.pairs.setdefault(c, (a, b))
        self.add("difference", c, [self._minus(a, b, c)], self.scope(a, b, c), bond, rule)

    def _of_other_things(self, b: int, c: int) -> bool:
        """True where a semicolon turns to a change of things of another name: "từ 45 phòng xuống
        còn 31 phòng; giảm 9 chi cục"."""
        if ";" not in self.folded[self.q[b].ve : self.q[c].vs]:
            return False
        units = {self.q[b].unit, self.q[c].unit}
        anything = terms("dau_moi_bat_ky") | terms("nguoi_bat_ky") | {None}
        return len(units) > 1 and units.isdisjoint(anything)

    def _remainder(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        whole = _OVER.search(self.folded[self.q[a].ve : self.q[b].vs])
        short = "thiếu" in self.folded[self.q[b].ve : self.q[c].vs]  # of people, whatever they are
        turned = (bool(whole) or short) and self.q[a].value < self.q[b].value
        if turned:  # "đã cấp 540 trên 612 giấy phép, còn 72 giấy phép chưa cấp"
            a, b = b, a  # or "có 640 phòng, trong khi cần 712 phòng, còn thiếu 72 phòng"
        units = {self.q[n].unit for n in (a, b, c)} - {None}
        alike = short and all(self.same(self.q[a], self.q[n]) for n in (b, c))
        if (len(units) > 1 and not alike) or self.q[a].unit in PERCENT_UNITS:
            return
        options = [Option("sum", (self.op(a), self.op(b, -1)))]
        operands = [self.op(a), self.op(b)]
        low = self.frames[c].sentence[0]
        earlier = [
            k
            for k in range(min(a, b) - 1, max(-1, a - 8), -1)
            if self.q[k].vs >= low and self.same(self.q[k], self.q[a])
        ]
        for k in earlier:
            options.append(
                Option("sum", (self.op(k), *(Operand(o.quantity, _MINUS) for o in operands)))
            )
            operands.insert(0, self.op(k))
        first = not earlier and not turned and self.q[a].value > self.q[b].value
        bond = "strong" if first else "near"
        if self.beside_unnumbered(a, b):
            bond = "silent"
        if a in self.parts and b in self.parts:
            bond = "silent"  # both are parts of what is done: the rest is of a whole told before
        self.add("difference", c, options, self.scope(a, b, c), bond, rule)

    def _balance(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        if self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c]):
            big, small = sorted((a, b), key=self._value, reverse=True)
            self._gap_of(big, small, c, bond, rule)

    def _marks(self, f: dict[str, int], at: dict[str, list[int]], bond: str, rule: str) -> None:
        """A level and how far it is from each of several marks told in brackets."""
        for a, c in zip(at["a"], at["c"], strict=True):
            self._balance({"a": a, "b": f["b"], "c": c}, at, bond, rule)

    def _net(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        """A rise less a fall: what is left is a rise, or a fall where it is told as one."""
        a, b, c = f["a"], f["b"], f["c"]
        if self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c]):
            ends = (b, a) if self.q[c].direction == "decrease" else (a, b)
            self._gap_of(*ends, c, bond, rule)

    def _two_changes(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
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

    def _growth(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        a, b, p = f["a"], f["b"], f["p"]
        if rule in _BY_YEAR:
            a, b = self._in_time(a, b)
        if self.same(self.q[a], self.q[b]) and not self.apart(b, p):
            kind, options = self._grown(a, [b], p)
            self.add(kind, p, options, self.scope(a, b, p), bond, rule)

    def _grown(self, a: int, news: Sequence[int], p: int) -> tuple[str, list[Option]]:
        """Readings of "from A to B, a rise of P%"; between two rates also a gap in points."""
        options = [Option("growth", (self.op(b), self.op(a))) for b in news]
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
        return [Option("percent", (self.op(new), self.op(old)))]

    def _growth_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        p, a = f["p"], f["a"]
        levels = [b for b in self.levels_before(self.q[min(a, p)].vs, min(a, p), a) if b != a]
        if not levels and self.q[a].unit not in PERCENT_UNITS:
            levels = self._previous_sentence(p, a)
            bond = "silent"  # "khởi tố 19 vụ. Số vụ giảm 17,4% so với năm 2022 (23 vụ)"
        if self.q[a].unit in PERCENT_UNITS and _PLANNED.match(self.folded, self.q[a].full_ve):
            bond = "silent"  # "đạt 160% (giảm 3,2% so với 2,0% kế hoạch)": of two changes
        if levels:
            unsure = self._in_turn(p) or self._of_plan(a, levels[0])
            held = bond_of_base(self, a, p, levels, "silent" if unsure else bond)
            if held is None:
                return
            kind, options = self._grown(a, levels, p)
            self.add(kind, p, options, self.scope(a, levels[0], p), held, rule)

    def _of_plan(self, a: int, b: int) -> bool:
        """True where rate `a` is far too small to be what rate `b` was before, but the plan of a
        change: "đạt 160% (giảm 3,2% so với 2% kế hoạch giao)"."""
        rates = self.q[a].unit in PERCENT_UNITS and self.q[b].unit in PERCENT_UNITS
        return rates and self._value(b) > _FAR_OFF * self._value(a)

    def _growth_pair(
        self, f: dict[str, int], at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        """Two rates of one level, each with its own earlier level."""
        for rate, level in (("p", "a"), ("r", "b")):
            old = f[level]
            first = min(f["p"], f["a"])
            levels = [b for b in self.levels_before(self.q[first].vs, first, old) if b != old]
            if levels:
                options = [Option("growth", (self.op(b), self.op(old))) for b in levels]
                scope = self.scope(old, levels[0], f[rate])
                self.add("percent", f[rate], options, scope, bond, rule)

    def _change_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        c, a = f["c"], f["a"]
        if not self.same(self.q[c], self.q[a]) or self._base_of_another(c, a):
            return
        first = min(a, c)
        levels = [b for b in self.levels_before(self.q[first].vs, first, a) if b != a]
        if not levels:
            levels = self._previous_sentence(first, a)
            levels.sort(key=lambda b: abs(self._value(b) - self._value(a)))
            bond = "near"
        held = bond_of_base(self, a, c, levels, bond)
        if held is None:
            return
        if held == bond:
            self._base(c, a, first=True)
        if levels:
            options = [self._minus(a, b, c) for b in levels]
            self.add("difference", c, options, self.scope(a, levels[0], c), held, rule)

    def _base_of_another(self, c: int, a: int) -> bool:
        """True where the next level in the bracket of `a` has the unit of change `c` and `a` not:
        "tăng 28 đoàn viên và 9 hội viên so với năm 2021 (187 đoàn viên, 39 hội viên)"."""
        if self.q[a].unit == self.q[c].unit or a + 1 >= len(self.q):
            return False
        around = self.brackets.around(self.q[a].vs)
        one = around is not None and around == self.brackets.around(self.q[a + 1].vs)
        return one and self.q[a + 1].unit == self.q[c].unit

    def _changes_in_turn(
        self, f: dict[str, int], at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        for change, level in (("c", "a"), ("d", "b")):
            self._change_back({"c": f[change], "a": f[level]}, at, bond, rule)

    def _shortfall(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        a, c = f["a"], f["c"]
        first = min(a, c)
        levels = self.levels_before(self.q[first].vs, first, a) or self._previous_sentence(a, a)
        if levels:
            options = [
                Option("sum", (self.op(max(a, b, key=self._value)),
                               self.op(min(a, b, key=self._value), -1)))
                for b in levels
            ]  # fmt: skip
            self.add("difference", c, options, self.scope(a, levels[0], c), bond, rule)

    def _share_ahead(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        """What a sentence before tells, in % of a plan told before the rate."""
        y, p = f["y"], f["p"]
        if self.levels_before(self.q[y].vs, y, y):
            return
        levels = self._previous_sentence(y, y)
        if len(levels) == 1:
            option = Option("percent", (self.op(levels[0]), self.op(y)))
            self.add("share", p, [option], self.scope(levels[0], y, p), bond, rule)

    def _value(self, k: int) -> Decimal:
        return self.q[k].value

    def _share_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        p, y = f["p"], f["y"]
        levels = self.levels_before(self.q[p].vs, p, y)
        if (
            not levels and rule == _OF_TOTAL
        ):  # "Đã thu 63 tỷ đồng. Tỷ lệ mới đạt 70% tổng số kiến nghị (92 tỷ đồng)"
            levels, bond = self._previous_sentence(p, y), "wide"
            levels = levels if len(levels) == 1 else []
        if levels:
            if self._in_turn(p):
                bond = "silent"
            options = [Option("percent", (self.op(x), self.op(y))) for x in levels]
            self.add("share", p, options, self.scope(levels[0], y, p), bond, rule)

    def _pairwise(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        for new, old, p in ((f["x"], f["a"], f["p"]), (f["y"], f["b"], f["r"])):
            formula = "percent" if self.q[p].direction is None else "growth"
            kind = "share" if formula == "percent" else "percent"
            option = Option(formula, (self.op(new), self.op(old)))
            self.add(kind, p, [option], self.scope(new, old, p), bond, rule)

    def _share(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        x, y, p = f["x"], f["y"], f["p"]
        if self.q[p].direction == "decrease" or self.q[p].unit in POINTS - {"%"}:
            return  # "…, thấp hơn 1,2% so với kế hoạch": no share of these two
        options = [Option("percent", (self.op(x), self.op(y)))]
        if self.q[p].direction == "increase":
            options.append(Option("growth", (self.op(x), self.op(y))))
        if OWN_RATE.search(self.folded, self.q[max(x, y)].full_ve, self.q[p].vs):
            bond = "silent"
        counted = self.q[x].step == 0 and self.q[y].step == 0
        alike = self.same(self.q[x], self.q[y])
        if self.q[p].value < HUNDRED and self._value(x) > 2 * self._value(y):
            return  # "30 nhóm hàng, chiếm 91% tổng kim ngạch (5 nhóm hàng …)": no whole of them
        if not alike and "/" in self.folded[self.q[x].ve : self.q[y].vs]:
            bond = "silent"  # 560 vụ/958 bị cáo: two counts side by side
        if alike or (rule in _ANY_COUNT and counted):
            kind = "share" if self.q[x].direction is None else "percent"
            self.add(kind, p, options, self.scope(x, y, p), bond, rule)

    def _change_rate(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        c, p = f["c"], f["p"]
        if self.q[c].unit in POINTS or p in self.bases.get(c, ()):
            return
        if self.q[c].unit in PERCENT_UNITS or self.frames[c].sentence != self.frames[p].sentence:
            return
        if self.q[c].unit in RANKS or self._level_then(c, p):
            return
        if self.rated.setdefault(p, c) != c:
            return  # "giảm 23 vụ (16,7%), giảm 16 người": the rate of the change before it
        for base in (self.base_by_date(c), self.base_by_date(p, change=c)):
            if base is not None:
                self._base(c, base, first=False)
        bases = self.bases.get(c)
        if not bases and (pair := self.pair_of(c)) is not None:
            self._base(c, pair[0], first=True)
            bases = self.bases[c]
        if bases:
            options = [Option("percent", (self.op(c), self.op(base))) for base in bases]
            if c in self.pairs:
                old, new = self.pairs[c]
                options.append(Option("growth", (self.op(new), self.op(old))))
                options += self._index(new, old, p)
            self.add("percent", p, options, self.scope(c, bases[0], p), bond, rule)
        elif (self.q[c].step == 0 and not self.one_of_changes(c)) and (
            p < c or _LINK.fullmatch(self.folded, self.q[c].full_ve, self.q[p].vs)
        ):
            option = Option("grim", (self.op(c),))
            self.add("implied_base", p, [option], self.scope(c, p), bond, rule)

    def _level_then(self, c: int, p: int) -> bool:
        """True where rate `p` is the level of the time that is compared with: "tỷ lệ đạt 86%, tăng
        5 xã so với năm 2021 (84%)"."""
        x = self.q[c - 1] if c else None
        if x is None or x.unit not in PERCENT_UNITS or x.direction is not None:
            return False
        opens = self.folded.endswith("(", self.q[c].vs, self.q[p].vs)
        return opens and "so với" in self.folded[self.q[c].full_ve : self.q[p].vs]

    def _change_far_rate(
        self, f: dict[str, int], at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        """A rate told after levels: only where the text has tied the change to its base."""
        if self.bases.get(f["c"]):
            self._change_rate(f, at, bond, rule)

    def _change_of(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str
    ) -> None:
        a, c, p = f["a"], f["c"], f["p"]
        if self.same(self.q[a], self.q[c]) and self.q[c].value < self.q[a].value:
            option = Option("percent", (self.op(c), self.op(a)))
            self._base(c, a, first=True)
            self.add("percent", p, [option], self.scope(a, c, p), bond, rule)

    def _falls(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        self._order(f["a"], f["b"], -1, rule)

    def _rises(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        self._order(f["a"], f["b"], 1, rule)

    _falls_back, _rises_back = _falls, _rises

    def _order(self, a: int, b: int, sign: int, rule: str) -> None:
        """A movement between two levels whose word says the other way, with no change stated."""
        stated = {x.stated for x in self.found if x.kind == "difference"}
        told = any(self.q[c].id in stated for c in range(b + 1, min(len(self.q), b + 3)))
        moved = self.q[b].value - self.q[a].value
        if moved * sign >= 0 or told or not self._alike(a, b):
            return
        option = Option("order", (self.op(a, sign),))
        self.add("difference", b, [option], self.scope(a, b), "strong", rule)

    def _product(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        n, r, t = f["n"], f["r"], f["t"]
        unit_t, unit_r = self.q[t].unit, self.q[r].unit
        counted = all(self.q[k].step == 0 and self.q[k].per is None for k in (n, r, t))
        if unit_t not in (unit_r, self.q[n].unit) and not counted:
            return
        if unit_t in PERCENT_UNITS or self.q[t].value < self.q[r].value:
            return
        if self.q[t].value < self.q[n].value and self.q[r].value >= 1:
            return
        if unit_t == unit_r == self.q[n].unit and unit_t is not None:
            return  # money times money is no money, days for each guest are no days of days
        if n < r and _OF_SOME.search(self.folded, self.q[n].ve, self.q[r].vs):
            return  # "cho 4.096 người, mức bình quân của nhóm …": of some of them
        low, high = self.frames[t].sentence
        sentence = self.folded[low:high]
        if sentence.count("mỗi ") > 1 or _THIRD_FACTOR.search(sentence):
            bond = "silent"  # months, or another term of the total
        elif ";" in self.folded[min(self.q[n].ve, self.q[r].ve) : self.q[t].vs]:
            bond = "wide"  # the total of another clause may be that of more
        if self.q[r].bound is not None or self._in_one_bracket(n, t, r):
            bond = "silent"
        formula, operands = "product", (self.op(n), self.op(r))
        if AVERAGE.search(self.folded, max(low, self.q[r].vs - 60), self.q[r].vs):
            formula, operands = "average", (self.op(r), self.op(n))
        options = [Option(formula, operands)]
        for k in range(max(0, n - 3), min(len(self.q), t + 3)):
            if self.q[k].unit == "tháng" and low <= self.q[k].vs < high and k not in (n, r, t):
                options.append(Option("product", (self.op(n), self.op(r), self.op(k))))
        self.add("product", t, options, self.scope(n, r, t), bond, rule)

    def _in_one_bracket(self, n: int, t: int, r: int) -> bool:
        """True where total and count stand in a bracket that closes before the rate: "620 lượt,
        chi 31 tỷ đồng (nội trú 24 tỷ đồng cho 80 lượt), bình quân mỗi lượt 50 triệu đồng"."""
        around = self.brackets.around(self.q[t].vs)
        if around is None or around != self.brackets.around(self.q[n].vs):
            return False
        return self.q[r].vs > around[1]

    def _multiple(self, f: dict[str, int], _at: dict[str, list[int]], bond: str, rule: str) -> None:
        n, r, t = f["n"], f["r"], f["t"]
        if self.q[n].unit == "lần" and self.q[r].unit == self.q[t].unit:
            option = Option("product", (self.op(n), self.op(r)))
            self.add("product", t, [option], self.scope(n, r, t), bond, rule)

    def _taken(self, x: int) -> bool:
        """True where figure `x` has gone; money got back has come in."""
        m = _TAKEN.search(self.clause_before(x))
        return m is not None and (m["back"] is None or self.q[x].step == 0)

    def _sum(self, _f: dict[str, int], at: dict[str, list[int]], bond: str, rule: str) -> None:
        parts, t = at["x"], at["t"][0]
        if _LESS.search(self.folded, self.q[parts[0]].ve, self.q[t].vs):
            return
        if any(self.same(self.q[k], self.q[t]) for k in range(parts[-1] + 1, t)):
            return  # "lập 3 hội và 2 đội, nâng tổng số lên 16 hội và 9 đội": a total of each
        if EACH.search(self.folded, self.q[parts[0]].ve, self.q[parts[-1]].vs):
            return  # 145 lớp, mỗi lớp 30 người, tổng cộng 4.350 người: a product
        counted = all(self.q[x].step == 0 and self.q[x].per is None for x in (*parts, t))
        alike = all(self.same(self.q[x], self.q[t]) for x in parts)
        if (alike or counted) and self.checked(*parts):
            raised = _RAISED.search(self.folded, self.q[parts[-1]].ve, self.q[t].vs)
            gone = [x for x in parts[1:] if raised and self._taken(x)]
            option = Option("sum", tuple(self.op(x, -1 if x in gone else 1) for x in parts))
            self.add("sum", t, [option], self.scope(*parts, t), bond, rule)
