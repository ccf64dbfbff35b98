"""The relations that the text announces: rules over the skeleton tie figures together.

Nothing is judged here: `check.arithmetic` recomputes each announced relation and chooses among
its readings. Targets and ranges take no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from extract.find.binding.base_brackets import bond_of_base
from extract.find.binding.change_rates import OF_TIMES, ChangeRates
from extract.find.binding.comparable import Comparable
from extract.find.binding.mentioned import Mentions
from extract.find.binding.moments import COMPARED_WITH
from extract.find.binding.skeleton import Skeleton, build
from extract.find.binding.slip_search import is_slip
from extract.model import Bond, Operand, Option
from extract.rules.engine import Engine, Hit, Text
from extract.rules.wording import terms, wording
from extract.values.formula import digits
from extract.values.units import PERCENT_UNITS

_MINUS = Decimal(-1)
_OTHER = wording("relations.other_subject")
_DONE = wording("remainders.done")
_KEPT = wording("relations.kept")
_OVER = wording("relations.over")
_PAST = 8  # figures before a change among which it may have led to one just so
_FAR_BACK = 60  # figures before a change among which the level it led to is told
_TOLD_DIGITS = 4  # of such a level
# form -> the figures that may be aims
_AIMS = {"remainder": "a", "share-ahead": "y", "above-aim": "a", "planned-left": "bcp"}
_THAN_PLAN = wording("slips.than_plan")
_PLANNED = wording("slips.planned")
_DIFFERENCES = frozenset({"difference", "planned-left", "above-aim", "change-back", "shortfall"})


class Relations(ChangeRates):
    """Turns hits of relation rules into announced relations, one method for each form."""

    def __init__(self, doc: Mentions, same: Comparable, rules: Engine) -> None:
        super().__init__(doc, same)
        self._rules = rules
        self.levels_of = {r.id: r.set["levels"] for r in rules.rules if "levels" in r.set}

    def from_rules(self) -> None:
        """Announce what the rules say over the skeleton; differences first, since they tell the
        base of the rates beside them."""
        skeleton = build(self.doc)
        hits = self._rules.read(Text.of(skeleton.text))
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
            bond = cast("Bond", hit.rule.set.get("bond", "strong"))
            getattr(self, "_" + form.replace("-", "_"))(figures, at, bond, hit.rule.id)

    def _is_aim(self, form: str, name: str, n: int) -> bool:
        """True for an aim that what is done falls short of: "mục tiêu là 300 km, đến nay đã làm 202
        km, còn 98 km"."""
        x = self.q[n]
        return (
            name in _AIMS.get(form, "")
            and self.frames[n].status == "target"
            and x.bound is None
            and x.value_to is None
        )

    def _difference(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        levels = self.levels_of.get(rule)
        years = levels in OF_TIMES
        if years:
            a, b = self._in_time(a, b)
            if not self.visible(b, self.q[c].vs):
                return
        if not (self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c])):
            return
        if self.apart(b, c) or (a < c and not self.visible(a, self.q[c].vs)) or self.to_untold(c):
            return
        if a < c and b < c and (self._of_other_things(b, c) or self._of_all_levels(c)):
            return
        falls = self.q[c].direction == "decrease" and self.q[a].unit != self.q[b].unit
        if falls and self.q[a].value < self.q[b].value:
            return  # "sau sắp xếp, 3 huyện còn 51 xã, giảm 6 xã": no level that another came from
        if bond == "weak" and not (self._alike(a, b) and self._reaches(a, b, c)):
            return
        last = max(a, b)
        other = self.q[c].direction is not None and last < c and not self.goes_on(last, c)
        if other or (years and self._than_untold(a, b, c)):
            # "năm 2023 thu 2.238 tỷ đồng, năm 2024 thu 2.450 tỷ đồng, thu nội địa tăng 92 tỷ đồng"
            options = [self._minus(a, b, c)]
            self.add("difference", c, options, self.scope(a, b, c), "silent", rule)
            return
        before = self.clause_before(a) if levels == "left" and b < c else ""
        done = _DONE.search(before) or _KEPT.search(before)
        if levels == "left" and self.some_of(b):
            self.add("difference", c, [self._minus(a, b, c)], self.scope(a, b, c), "silent", rule)
            return
        if years and (self.of_two_things(a, b) or self.proved_otherwise(c, a)):
            bond = "silent"
        if levels == "series" and not self.steps_on(a, b, c):
            bond = "silent"
        if levels == "behind" and self._value(c) > max(self._value(a), self._value(b)):
            bond = "silent"  # "giảm 136 biên chế (năm 2022: 61; năm 2023: 48)": falls of the years
        if done or (years and _OTHER.search(self.folded, self.q[max(a, b)].ve, self.q[c].vs)):
            bond = "silent"  # "đã giải quyết 96 đơn, còn 24 đơn, tăng 8 đơn": no level before
        self._base(c, a, first=bond == "strong")
        self.pairs.setdefault(c, (a, b))
        self.add("difference", c, [self._minus(a, b, c)], self.scope(a, b, c), bond, rule)

    def _planned_left(
        self, f: dict[str, int], at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """A level that a plan leads to, and what it is less by, in % of the level now as well."""
        self._difference(f, at, bond, rule)
        if "p" in f and self.pairs.get(f["c"]) == (f["a"], f["b"]):
            option = self.percent(f["c"], f["a"])
            self.add("percent", f["p"], [option], self.scope(*f.values()), bond, rule)

    def _reaches(self, a: int, b: int, c: int) -> bool:
        """True where two levels move as change `c` says, or by just as much the other way: "phát
        sinh 829 hộ, … còn 14.018 hộ, giảm 4.388 hộ" tells no level before."""
        gap = self._value(b) - self._value(a)
        down = self.q[c].direction == "decrease"
        return self.q[c].direction is None or (gap < 0) == down or abs(gap) == self._value(c)

    def _of_other_things(self, b: int, c: int) -> bool:
        """True where a semicolon turns to a change of things of another name: "từ 45 phòng xuống
        còn 31 phòng; giảm 9 chi cục"."""
        if ";" not in self.folded[self.q[b].ve : self.q[c].vs]:
            return False
        units = {self.q[b].unit, self.q[c].unit}
        anything = terms("dau_moi_bat_ky") | terms("nguoi_bat_ky") | {None}
        return len(units) > 1 and units.isdisjoint(anything)

    def _remainder(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        whole = _OVER.search(self.folded[self.q[a].ve : self.q[b].vs])
        short = "thiếu" in self.folded[self.q[b].ve : self.q[c].vs]  # of people, whatever they are
        turned = (bool(whole) or short) and self.q[a].value < self.q[b].value
        if turned:  # "đã cấp 540 trên 612 giấy phép, còn 72 giấy phép chưa cấp"
            a, b = b, a  # or "có 640 phòng, trong khi cần 712 phòng, còn thiếu 72 phòng"
        if _THAN_PLAN.match(self.folded, self.q[c].full_ve) and not any(
            _PLANNED.search(self.clause_before(k)) for k in (a, b)
        ):
            return  # "năm 2024 tuyển 140 người; hiện còn thiếu 312 người so với định mức"
        units = {self.q[n].unit for n in (a, b, c)} - {None}
        alike = short and all(self.same(self.q[a], self.q[n]) for n in (b, c))
        if (len(units) > 1 and not alike) or self.q[a].unit in PERCENT_UNITS:
            return
        if (whole_told := self._divided_by(a, b, c)) is not None:
            option = self.sum_of((a, b, c))
            scope = self.scope(whole_told, a, b, c)
            self.add("sum", whole_told, [option], scope, "silent", rule)
            return
        options = [self.less(a, b)]
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
        if others := self._others_left(a, b, c):
            options = [Option("sum", (self.op(a), *(self.op(k, -1) for k in (b, *others))))]
        rest, most = self.q[c], max(self.q[k].value for k in (a, *earlier))
        if rest.value >= most and not is_slip(rest, self.q[a].value - self.q[b].value):
            bond = "silent"  # "di dời 41 hộ, 36 hộ đã ổn định, còn 89 hộ": of what is not told
        if a in self.parts and b in self.parts:
            bond = "silent"  # both are parts of what is done: the rest is of a whole told before
        self.add("difference", c, options, self.scope(a, b, c), bond, rule)

    def _divided_by(self, a: int, b: int, c: int) -> int | None:
        """The level of the paragraph that `a`, `b` and the rest `c` add up to, where `a` less `b`
        is not `c`: "có 126 cán bộ. … Trình độ: đại học 54, cao đẳng 49, còn lại 23 sơ cấp"."""
        total = self._value(a) + self._value(b) + self._value(c)
        if self._value(a) - self._value(b) == self._value(c):
            return None
        for k in range(min(a, b) - 1, max(-1, min(a, b) - 1 - _FAR_BACK), -1):
            if not self.one_block(k, a):
                return None
            if (
                self.q[k].value == total
                and self._plain_level(k)
                and self.same(self.q[k], self.q[a])
            ):
                return k
        return None

    def _others_left(self, a: int, b: int, c: int) -> list[int]:
        """The figures after `c` that with it tell what is left: "còn lại là 114 cuộc theo nhóm, 87
        cuộc theo chuyên đề"."""
        rest = self.q[a].value - self.q[b].value - self.q[c].value
        found: list[int] = []
        for k in range(c + 1, len(self.q)):
            if not self.one_sentence(k, c) or rest <= 0:
                break
            if ";" in self.folded[self.q[c].ve : self.q[k].vs]:
                break
            if self._plain_level(k) and self.same(self.q[k], self.q[c]):
                found.append(k)
                rest -= self.q[k].value
                if rest == 0 or any(is_slip(self.q[n], self.q[n].value + rest) for n in (c, k)):
                    return found
        return []

    def _balance(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        a, b, c = f["a"], f["b"], f["c"]
        if self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c]):
            big, small = sorted((a, b), key=self._value, reverse=True)
            self._gap_of(big, small, c, bond, rule)

    def _marks(self, f: dict[str, int], at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        """A level and how far it is from each of several marks told in brackets."""
        for a, c in zip(at["a"], at["c"], strict=True):
            self._balance({"a": a, "b": f["b"], "c": c}, at, bond, rule)

    def _net(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        """A rise less a fall: what is left is a rise, or a fall where it is told as one."""
        a, b, c = f["a"], f["b"], f["c"]
        if self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c]):
            ends = (b, a) if self.q[c].direction == "decrease" else (a, b)
            self._gap_of(*ends, c, bond, rule)

    def _change_back(
        self, f: dict[str, int], at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        c, a = f["c"], f["a"]
        if c in self.aimed or not self.same(self.q[c], self.q[a]) or self._base_of_another(c, a):
            return
        first = min(a, c)
        levels = [b for b in self.levels_before(self.q[first].vs, first, a) if b != a]
        levels = [b for b in levels if b not in self.are_bases] or levels
        if levels and levels[0] in self.are_bases:
            bond = "silent"  # "giảm 486 người so với 5.412; năm 2024 giảm 126 người so với 5.052"
        if a < c and (not self.goes_on(a, c) or self._told_for(a, levels, c)):
            bond = "silent"  # "giảm 21 vụ so với cùng kỳ (207 vụ), đường bộ giảm 18 vụ"
        if c < a and self._than_plan(c, levels):
            bond = "silent"
        if "d" in at and levels and self.q[levels[0]].unit != self.q[a].unit:
            bond = "silent"  # "34 trường hợp (29 đảng viên, 05 tổ chức), giảm 3 đảng viên và 3 …"
        if not levels:
            levels = self._previous_sentence(first, a)
            levels.sort(key=lambda b: abs(self._value(b) - self._value(a)))
            bond = "silent" if bond == "silent" else "near"
        held = bond_of_base(self, a, c, levels, bond)
        if held is None:
            return
        if held == bond:
            self._base(c, a, first=True)
        if levels and self._lies_between(c, levels[0], a):
            levels = levels[:1]  # so large, whichever way it goes
        elif levels:
            levels = [*levels, *self._led_to(a, c, first)]
        if levels:
            options = [self._minus(a, b, c) for b in levels]
            self.add("difference", c, options, self.scope(a, levels[0], c), held, rule)
        for b in self._told_far(a, c, first):
            self.add("difference", c, [self._minus(a, b, c)], self.scope(a, b, c), "silent", rule)

    def _while(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        """B now, trong khi A before, tăng C: of levels as far apart, whichever way C goes; of
        others too where no other time is compared with."""
        a, b, c = f["a"], f["b"], f["c"]
        if self.same(self.q[a], self.q[b]) and self.same(self.q[a], self.q[c]):
            told = self.levels_of.get(rule) == "ends" or self._lies_between(c, a, b)
            option = self._minus(a, b, c)
            self.add("difference", c, [option], self.scope(a, b, c), bond if told else "slip", rule)

    def _than_untold(self, a: int, b: int, c: int) -> bool:
        """True where change `c` is compared with a time that neither level is told of: "quý I 412
        tỷ đồng, quý II 486 tỷ đồng, tăng 38 tỷ đồng so với cùng kỳ"."""
        m = COMPARED_WITH.match(self.folded, self.q[c].full_ve, self.frames[c].sentence[1])
        if m is None or self.year(self.frames[a].period) != self.year(self.frames[b].period):
            return False
        return all(m["moment"] not in self.clause_before(k) for k in (a, b))

    def _beyond(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        """How far the level before is from a plan or a mean: "vượt dự toán C (A)"."""
        first = min(f["a"], f["c"])
        levels = self.levels_before(self.q[first].vs, first, f["a"])
        if levels:
            self._balance({**f, "b": levels[0]}, _at, bond, rule)

    def _told_far(self, a: int, c: int, first: int) -> list[int]:
        """The nearest level before figure `first`, in whatever paragraph, that change `c` led from
        `a` to just so: "Lúa: 24.876 ha. … So với vụ trước, diện tích tăng 364 ha (vụ trước 24.512
        ha)"; of figures so large that it is none by chance."""
        sign = -1 if self.q[c].direction == "decrease" else 1
        level = self._value(a) + sign * self._value(c)
        if len(digits(self.q[a], level)) < _TOLD_DIGITS or self.q[a].unit is None:
            return []
        back = range(first - 1, max(-1, first - 1 - _FAR_BACK), -1)
        fine = (
            k
            for k in back
            if self.q[k].value == level and self.q[k].direction is None and self.checked(k)
        )
        k = next(fine, None)
        return [k] if k is not None and self.same(self.q[k], self.q[a]) else []

    def _led_to(self, a: int, c: int, first: int) -> list[int]:
        """The figures of the paragraph before figure `first`, past the nearest, that change `c`
        led from `a` to just so: "nghỉ việc 86 người, tuyển mới 132 người; số nghỉ việc giảm 59
        người (năm trước 145 người)"."""
        if self.is_slight(c):
            return []
        sign = -1 if self.q[c].direction == "decrease" else 1
        level = self._value(a) + sign * self._value(c)
        block = self.frames[c].block
        return [
            k
            for k in range(first - 1, max(-1, first - 1 - _PAST), -1)
            if self.frames[k].block == block
            and self.q[k].value == level
            and self.q[k].direction is None
            and self.q[k].unit == self.q[a].unit
        ]

    def _base_of_another(self, c: int, a: int) -> bool:
        """True where the next level in the bracket of `a` has the unit of change `c` and `a` not:
        "tăng 28 đoàn viên và 9 hội viên so với năm 2021 (187 đoàn viên, 39 hội viên)"."""
        if self.q[a].unit == self.q[c].unit or a + 1 >= len(self.q):
            return False
        around = self.bracket(a)
        one = around is not None and around == self.bracket(a + 1)
        return one and self.q[a + 1].unit == self.q[c].unit

    def _changes_in_turn(
        self, f: dict[str, int], at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        for change, level in (("c", "a"), ("d", "b")):
            self._change_back({"c": f[change], "a": f[level]}, at, bond, rule)

    def _shortfall(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        a, c = f["a"], f["c"]
        first = min(a, c)
        levels = self.levels_before(self.q[first].vs, first, a) or self._previous_sentence(a, a)
        if levels:
            options = [
                self.less(max(a, b, key=self._value), min(a, b, key=self._value))
                for b in levels
            ]  # fmt: skip
            self.add("difference", c, options, self.scope(a, levels[0], c), bond, rule)

    def _falls(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        self._order(f["a"], f["b"], -1, rule)

    def _rises(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
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
