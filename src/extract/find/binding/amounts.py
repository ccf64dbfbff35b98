"""Shares, products and sums that the rules over the skeleton tie: one method for each form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extract.find.binding.comparable import AVERAGE, EACH, MASS, telling_words
from extract.find.binding.fractions import Fractions
from extract.find.binding.slip_search import is_slip, share_slips
from extract.find.binding.summands import OWN_BRACKET, OWN_RATE, far_above
from extract.model import Bond, Formula, Kind, Option
from extract.rules.wording import terms, wording
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, POINTS, TIME

_FIXED = wording("proved_sums.fixed")
_THIRD_FACTOR = wording("relations.third_factor")
_OF_SOME = wording("relations.of_some")
_RAISED = wording("relations.raised")
_TAKEN = wording("relations.taken")
_LESS = wording("relations.less")  # sau khi trừ …: not all terms are added
_ANY_COUNT = frozenset({"rel.over", "rel.among"})  # their words tie counts of any unit
_OF_TOTAL = "rel.of-named-total"
_OF_PLAN = "rel.plan-base"
_AND_RATE = wording("relations.and_rate")
_COSTS = 6  # figures before a rate among which the cost is that it is of
_TENTH = 10
_CHANCE = 0.1  # hits by chance of a slip that are let pass where words tie all three figures
_TIMES_SIGN = re.compile(r" [x×] ")


class Amounts(Fractions):
    """Turns hits of the rules for shares, products and sums into relations."""

    def _share_ahead(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """What a sentence before tells, in % of a plan told before the rate."""
        y, p = f["y"], f["p"]
        if self.levels_before(self.q[y].vs, y, y):
            return
        levels = self._previous_sentence(y, y)
        if len(levels) == 1:
            option = self.percent(levels[0], y)
            self.add("share", p, [option], self.scope(levels[0], y, p), bond, rule)

    def _value(self, k: int) -> Decimal:
        return self.q[k].value

    def _lies_between(self, c: int, x: int, y: int) -> bool:
        """True where change `c` is just as much as two levels are apart, whichever way it goes."""
        return abs(self._value(x) - self._value(y)) == self._value(c)

    def _share_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        p, y = f["p"], f["y"]
        if rule == _OF_PLAN and self._of_two_plans(p, y):
            self._share_back({"p": p - 1, "y": y}, _at, bond, "")
            y += 1
        levels = self.levels_before(self.q[p].vs, p, y)
        if (
            not levels and rule == _OF_TOTAL
        ):  # "Đã thu 63 tỷ đồng. Tỷ lệ mới đạt 70% tổng số kiến nghị (92 tỷ đồng)"
            levels, bond = self._previous_sentence(p, y), "wide"
            levels = levels if len(levels) == 1 else []
        if levels := levels or self._moved_just_so(p, y):
            if self._in_turn(p):
                bond = "silent"
            if self._exceeds(levels[0], y, p):
                return
            options = [self.percent(x, k) for k in (y, *self._mended(y)) for x in levels]
            self.add("share", p, options, self.scope(levels[0], y, p), bond, rule)

    def _funded(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        """What a source gives of a cost told before it in the sentence, the rate first; where it
        is nowhere near that, it may be of another cost."""
        p, x = f["p"], f["x"]
        low, given = self.frames[p].sentence[0], self.q[x]
        costs = [
            y
            for y in range(p - 1, max(-1, p - _COSTS), -1)
            if self.q[y].vs >= low and self.q[y].unit == given.unit and self.q[y].of is None
            if self.q[y].value > given.value and self.visible(y, self.q[p].vs) and self.checked(y)
        ]
        if not costs:
            return
        options = [self.percent(x, y) for y in costs]
        rate = given.value / self._value(costs[0]) * HUNDRED
        near = abs(rate - self._value(p)) * _TENTH <= self._value(p)
        bond = bond if near or is_slip(self.q[p], rate) else "silent"
        self.add("share", p, options, self.scope(x, costs[0], p), bond, rule)

    def _moved_just_so(self, p: int, y: int) -> list[int]:
        """The change right before rate `p` of what plan `y` counts: "tinh giản 46 biên chế, đạt
        115% kế hoạch (40 biên chế)"."""
        c = p - 1
        if c < 0 or self.q[c].direction is None or not self.one_sentence(c, p):
            return []
        return [c] if self.q[c].unit is not None and self.q[c].unit == self.q[y].unit else []

    def _mended(self, y: int) -> list[int]:
        """The level behind plan `y` in its bracket: "(giao đầu năm 520 ha, nay còn 500 ha)"."""
        around, n = self.bracket(y), y + 1
        if around is None or n == len(self.q) or self.bracket(n) != around:
            return []
        return [n] if self._plain_level(n) and self.same(self.q[n], self.q[y]) else []

    def _of_two_plans(self, p: int, y: int) -> bool:
        """True where the rates `p` - 1 and `p` are of two plans whose levels one bracket tells in
        turn: "đạt 110% dự toán tỉnh và 105% dự toán huyện (tỉnh 515 tỷ, huyện 540 tỷ đồng)"."""
        around = self.bracket(y)
        inside = [k for k in range(y, min(len(self.q), y + 3)) if self.bracket(k) == around]
        before = self.q[p - 1] if p else self.q[p]
        return (
            p > 0
            and len(inside) == 2
            and self.q[y].unit == self.q[y + 1].unit
            and before.unit == self.q[p].unit
            and before.direction is None
            and _AND_RATE.fullmatch(self.folded, before.full_ve, self.q[p].vs) is not None
        )

    def _exceeds(self, x: int, y: int, p: int) -> bool:
        """True where figure `x` is far more than `y` though share `p` is less than the whole:
        "30 nhóm hàng, chiếm 91% tổng kim ngạch (5 nhóm hàng …)": `y` is no whole of them."""
        return self.q[p].value < HUNDRED and self._value(x) > 2 * self._value(y)

    def _pairwise(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        for new, old, p in ((f["x"], f["a"], f["p"]), (f["y"], f["b"], f["r"])):
            formula: Formula = "percent" if self.q[p].direction is None else "growth"
            kind: Kind = "share" if formula == "percent" else "percent"
            option = Option(formula, (self.op(new), self.op(old)))
            self.add(kind, p, [option], self.scope(new, old, p), bond, rule)

    def _share(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        x, y, p = f["x"], f["y"], f["p"]
        if self.q[p].direction == "decrease" or self.q[p].unit in POINTS - {"%"}:
            return  # "…, thấp hơn 1,2% so với kế hoạch": no share of these two
        options = [self.percent(x, y), *self.without_handed_on(x, y, p)]
        if self.q[p].direction == "increase":  # since a time that is told nowhere, as well
            options, bond = [*options, self.growth(x, y)], "silent"
        if self.q[x].direction is not None:  # "206 trường, tăng 11 trường, đạt 57,2% trên tổng số"
            led = self.levels_before(self.q[x].vs, x, y)[:1]
            options += [self.percent(k, y) for k in led]
        told = self.q[max(x, y)].full_ve, self.q[p].vs
        options = [*(self.percent(k, y) for k in self._named_again(x, *told)), *options]
        if OWN_RATE.search(self.folded, *told) or OWN_BRACKET.search(self.folded, *told):
            bond = "silent"
        counted = self.q[x].step == 0 and self.q[y].step == 0
        alike = self.same(self.q[x], self.q[y])
        exceeds = self._exceeds(x, y, p)
        if exceeds and self.q[x].unit == self.q[y].unit:  # "113 trên tổng số 29 thủ tục (44,83%)"
            both = self.q[x], self.q[y]
            exceeds = not share_slips(self.percent(x, y), self.q[p], both, _CHANCE)
        if exceeds or (self.q[x].unit in TIME and not alike):
            return  # "1.964 đơn vị nợ từ 3 tháng trở lên trên tổng số 5.128 đơn vị"
        if not alike and "/" in self.folded[self.q[x].ve : self.q[y].vs]:
            bond = "silent"  # 560 vụ/958 bị cáo: two counts side by side
        if alike or (rule in _ANY_COUNT and counted):
            kind: Kind = "share" if self.q[x].direction is None else "percent"
            self.add(kind, p, options, self.scope(x, y, p), bond, rule)

    def _named_again(self, x: int, start: int, end: int) -> list[int]:
        """The figures before figure `x` in its sentence, of its unit, whose names, not that of `x`,
        stand from `start` to `end`: "thuận 41 phiếu, trắng 01 phiếu trong tổng số 42 phiếu, thuận
        đạt 97,6%"."""
        _, comma, told = self.folded[start:end].rpartition(",")
        name = telling_words(told) - terms("tu_dem_chu_de") if comma else None
        if not name or name <= telling_words(self.clause_before(x)):
            return []
        row = (k for k in range(x) if self.one_sentence(k, x) and self.q[k].unit == self.q[x].unit)
        return [k for k in row if name <= telling_words(self.clause_before(k))]

    def _product(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
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
        several = sentence.count("mỗi ") > 1 or len(_TIMES_SIGN.findall(sentence)) > 1
        if several or _THIRD_FACTOR.search(sentence):
            bond = "silent"  # months, or another term of the total
        elif ";" in self.folded[min(self.q[n].ve, self.q[r].ve) : self.q[t].vs]:
            bond = "wide"  # the total of another clause may be that of more
        if self.q[r].bound is not None or self._in_one_bracket(n, t, r):
            bond = "silent"
        option = Option("product", (self.op(n, self._in_rate(n, r)), self.op(r)))
        if AVERAGE.search(self.folded, max(low, self.q[r].vs - 60), self.q[r].vs):
            option = Option("average", (self.op(r), self.op(n, self._in_rate(n, r))))
        options = [option]
        around = self.brackets.around(self.q[n].vs)
        if around is not None and around[1] < self.q[r].vs:
            # "24 khu (A 17 khu, B 07 khu), mỗi khu"
            before = self.first_at(around[0]) - 1
            told = before >= 0 and self.same(self.q[before], self.q[n])
            wholes = [before] if told else self.levels_before(around[0], n, n)[:1]
            options += [Option("product", (self.op(k), self.op(r))) for k in wholes]
        fixed = _FIXED.search(self.clause_before(r)) is not None
        if t < n < r and not fixed:
            # "9.637 triệu đồng cho 1.271 hộ, mỗi hộ 7,6 triệu đồng": an average
            options.append(Option("average", (self.op(r), self.op(n, self._in_rate(n, r)))))
        for k in range(max(0, n - 3), min(len(self.q), t + 3)):
            if self.q[k].unit == "tháng" and low <= self.q[k].vs < high and k not in (n, r, t):
                options.append(Option("product", (self.op(n), self.op(r), self.op(k))))
        self.add("product", t, options, self.scope(n, r, t), bond, rule)

    def _in_rate(self, n: int, r: int) -> Decimal:
        """What turns the unit of amount `n` into that which rate `r` is for: 60 tấn, 2.500 đồng/kg;
        1 where they are one, or no masses."""
        unit, per = self.q[n].unit, self.q[r].per
        return MASS[unit] / MASS[per] if unit in MASS and per in MASS else Decimal(1)

    def _in_one_bracket(self, n: int, t: int, r: int) -> bool:
        """True where total and count stand in a bracket that closes before the rate: "620 lượt,
        chi 31 tỷ đồng (nội trú 24 tỷ đồng cho 80 lượt), bình quân mỗi lượt 50 triệu đồng"."""
        around = self.bracket(t)
        if around is None or around != self.bracket(n):
            return False
        return self.q[r].vs > around[1]

    def _multiple(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        n, r, t = f["n"], f["r"], f["t"]
        if self.q[n].unit == "lần" and self.q[r].unit == self.q[t].unit:
            option = Option("product", (self.op(n), self.op(r)))
            self.add("product", t, [option], self.scope(n, r, t), bond, rule)

    def _taken(self, x: int) -> bool:
        """True where figure `x` has gone; money got back has come in."""
        m = _TAKEN.search(self.clause_before(x))
        return m is not None and (m["back"] is None or self.q[x].step == 0)

    def _sum(self, _f: dict[str, int], at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        parts, t = at["x"], at["t"][0]
        if _LESS.search(self.folded, self.q[parts[0]].ve, self.q[t].vs):
            return
        if any(self.same(self.q[k], self.q[t]) for k in range(parts[-1] + 1, t)):
            return  # "lập 3 hội và 2 đội, nâng tổng số lên 16 hội và 9 đội": a total of each
        if EACH.search(self.folded, self.q[parts[0]].ve, self.q[parts[-1]].vs):
            return  # 145 lớp, mỗi lớp 30 người, tổng cộng 4.350 người: a product
        if any((self.q[x].unit in TIME) != (self.q[t].unit in TIME) for x in parts):
            return  # "Trong 5 năm, thụ lý 814 tin; tổng số phải giải quyết là 820 tin"
        counted = all(self.q[x].step == 0 and self.q[x].per is None for x in (*parts, t))
        alike = all(self.same(self.q[x], self.q[t]) for x in parts)
        if (alike or counted) and self.checked(*parts):
            raised = _RAISED.search(self.folded, self.q[parts[-1]].ve, self.q[t].vs)
            if raised and len({self.q[x].unit for x in parts}) > 1:
                return  # "41 nghìn lượt khách; sưu tầm 96 hiện vật, nâng tổng số lên 8.412"
            gone = [x for x in parts[1:] if raised and self._taken(x)]
            terms = [self.op(x, -1 if x in gone else 1) for x in parts]
            options = [Option("sum", tuple(terms))]
            if k := self._first_of_two(parts, t):
                options.append(Option("sum", tuple(terms[:k])))
            if far_above(self, parts, t):
                bond = "silent"  # "… lũy kế cả giai đoạn 803 tỷ đồng": of other years as well
            self.add("sum", t, options, self.scope(*parts, t), bond, rule)

    def _first_of_two(self, parts: Sequence[int], t: int) -> int:
        """How many of some figures make up the first of two rows, parted by a semicolon, that adds
        up to figure `t`: "lần lượt 104, 287 và 215 ca; tử vong 1, 5 và 2 ca, cộng ba năm 606 ca
        mắc"; 0 where they do not."""
        marked = [
            k + 1
            for k, (a, b) in enumerate(pairwise(parts))
            if ";" in self.folded[self.q[a].ve : self.q[b].vs]
        ]
        if len(marked) != 1 or 2 * marked[0] != len(parts):
            return 0
        total = sum(self.q[x].value for x in parts[: marked[0]])
        return marked[0] if total == self.q[t].value else 0
