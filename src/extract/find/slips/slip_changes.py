"""Slips in changes: C and the two levels that only a wrong digit keeps it from being the
difference of: "năm trước 1.260 vụ, năm nay 1.104 vụ, giảm 165 vụ" (156)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from extract.find.binding.agreed import Tied, apart, fellows, parts_of_sums, wholes_of_shares
from extract.find.binding.comparable import AVERAGE
from extract.find.slips.slip_rates import THEN, RateSlips
from extract.model import Option
from extract.rules.wording import terms, wording
from extract.values.formula import agrees, digits
from extract.values.units import PERCENT_UNITS

_COORDINATED = wording("slips.coordinated")
_ASIDE_CHANGE = wording("slips.aside_change")
_BASE = wording("slips.base")
_THAN_PLAN = wording("slips.than_plan")
_PLANNED = wording("slips.planned")
_SO = wording("slips.so")
_TOLD_OF = wording("slips.told_of")
_OF_COUNT = wording("slips.of_count")
_OF_PLANNED = wording("slips.of_planned")
_AND_GROWN = wording("slips.and_grown")
_MOVES = wording("change_levels.moves")
_WITH = wording("moments.compared_with")
_PAST = wording("slips.past")
_GAP = wording("slips.gap")
_SINCE = wording("change_levels.since")
_UNDER_WAY = wording("slips.under_way")
_KEPT = wording("relations.kept")
_BREAKDOWN = wording("flow_roles.breakdown")
_RESULT = wording("dimensions.result")


class ChangeSlips(RateSlips):
    """The changes among the slips."""

    @cached_property
    def _rated(self) -> set[int]:
        """The changes that stand beside a rate of theirs, with no base told for it."""
        return {c for c in self.b.rated.values() if not self.b.bases.get(c)}

    @cached_property
    def _tied(self) -> tuple[Tied, Tied]:
        return wholes_of_shares(self.b), parts_of_sums(self.b)

    def _change(self, n: int, percent: bool) -> None:
        """… A …, … B …, giảm C: the difference of the two levels before it."""
        c, rated = self.b.q[n], not percent and n in self._rated
        if c.direction is None and (
            self._told_alike(n) or _UNDER_WAY.match(self.folded, c.full_ve)
        ):
            return
        behind = n > 0 and self.b.q[n - 1].of is not None and self.b.scope(n - 1, n) == "sentence"
        if behind and not rated:
            self._rest_of_fraction(n)
            return
        if percent and self._of_count(n):
            return
        pair = self._pair(n, percent)
        if pair is None or not self._alike(*pair) or self.b.apart(pair[0], n) or self._listed(n):
            return
        if c.per is None and any(self.b.q[k].per for k in pair):
            return  # "bình quân 30 em/lớp. Bỏ học 47 em, giảm 12 em": no level of a mean
        if self.b.frames[n].base is not None and self.b.of_two_things(*pair):
            return
        if len({AVERAGE.search(self.b.clause_before(k)) is None for k in pair}) > 1:
            return  # "bình quân mỗi tháng 15 vụ; riêng tháng 8 xảy ra 19 vụ, tăng 5 vụ"
        if self._parts_of_one(*pair):
            return  # "bán 08, chuyển 17, giao 04; đạt 63%. Còn 17 cơ sở": of the whole above
        if percent and self._of_another(n, pair[0]):
            return
        if c.direction is not None and not self._two_states(n, pair):
            return
        if rated and not self._rated_so(n, pair):
            return  # beside a rate, it is one of another level
        if self._told_apart(n, pair, percent) or self._of_others_than(n, pair, percent):
            return
        big, small = sorted(pair, key=lambda k: self.b.q[k].value, reverse=True)
        if self.b.q[big].value == self.b.q[small].value or self._within(n, small, big):
            return
        option = self.b.less(big, small)
        if self._told_behind(n, pair[0]):
            return
        if self._concluded(n, pair) and not agrees(option, c, self.by_id):
            scope = self.b.scope(n, *pair)
            self.b.add("difference", n, [option], scope, "unexplained", "rel.slip-difference")
            return
        few = len(digits(self.b.q[big], self.b.q[big].value)) == 1
        if c.direction is None and (few or (c.unit is None and self.b.is_slight(n))):
            return  # "3 doanh nghiệp lãi, 2 doanh nghiệp lỗ và 2 doanh nghiệp chưa báo cáo"
        self._announce("difference", n, [option], pair, "weak" if rated else "unexplained")

    def _told_behind(self, n: int, new: int) -> bool:
        """True where the level right behind change `n` is the one it is counted from: "đạt 86,2%,
        cao hơn năm trước 7,2%, trong khi năm trước đạt 79%"."""
        k = n + 1
        if k >= len(self.b.q) or not self.b.one_sentence(n, k):
            return False
        option = self.b.less(*sorted((new, k), key=lambda i: self.b.q[i].value, reverse=True))
        return agrees(option, self.b.q[n], self.by_id)

    def _told_alike(self, n: int) -> bool:
        """True where what is missing in figure `n` is missing in the one before it, too: "thiếu vốn
        1.081 hộ, thiếu đất 936 hộ, thiếu lao động 185 hộ"."""
        m = _GAP.search(self.b.clause_before(n))
        return m is not None and n > 0 and m[0].split()[0] in self.b.clause_before(n - 1)

    def _two_states(self, n: int, pair: tuple[int, int]) -> bool:
        """True where two levels are told as one thing before and after change `n`, not as two
        things with a change each: "án hình sự 512 vụ, tăng 34 vụ; án dân sự 486 vụ, giảm 21 vụ"."""
        q, frames = self.b.q, self.b.frames
        if max(pair) > n:
            return True
        units = {q[n].unit, q[min(pair)].unit}
        moved = (
            q[k].direction is not None and q[k].unit in units
            for k in range(min(pair) + 1, max(pair))
        )
        if any(moved):
            return False
        if any(self.b.leads_on(k) for k in pair):
            return True
        m = _WITH.match(self.folded, q[n].ve, frames[n].sentence[1])
        if m is not None and m["moment"] not in terms("moc_ke_hoach"):
            words = " ".join(self.b.clause_before(k) for k in (*pair, max(0, min(pair) - 1)))
            return m["moment"] in words or _PAST.search(words) is not None
        if self._of_other_time(*pair) or any(map(self._of_its_time, pair)):
            return True
        now, then = (frames[k] for k in pair)
        return now.period != then.period or now.status != then.status

    def _of_its_time(self, k: int) -> bool:
        """True where the bracket that level `k` opens, or the count that it is the share of, is
        told of another time or the aim: "(chỉ tiêu giao 82,5%", "đầu năm 1.286 hộ, chiếm 2,75%"."""
        words = self.b.clause_before(k)
        if "(" in words:
            return THEN.search(words.rpartition("(")[2]) is not None
        return self.b.is_share(k) and THEN.search(self.b.clause_before(k - 1)) is not None

    def _of_another(self, n: int, new: int) -> bool:
        """True where rate `new` stands in a bracket and something else is named between it and
        move `n`: "Đông Hà tăng 16,4% (chiếm 26,1%), Tân Sơn tăng 13,2%"."""
        bracketed = not self.b.visible(new, self.b.q[n].vs)
        moves = _MOVES.search(self.folded, self.b.q[new].ve, self.b.q[n].vs)
        return bracketed and moves is None

    @cached_property
    def _fellows(self) -> dict[str, set[str]]:
        return fellows(self.b)

    def _parts_of_one(self, *pair: int) -> bool:
        """True where the figures are parts of one whole that their sum agrees with."""
        one, other = (self.b.q[k].id for k in pair)
        return other in self._fellows.get(one, ())

    def _rest_of_fraction(self, n: int) -> None:
        """x/y …, còn C: what is left of the y of the x/y before it."""
        c = self.b.q[n]
        alike = c.unit is None or self.b.same.akin(c.unit, self.b.q[n - 1].unit)
        if alike and c.direction is None and len(digits(c, c.value)) > 1:
            self._announce("difference", n, [Option("gap", (self.b.op(n - 1, -1),))], [n - 1])

    def _pair(self, n: int, percent: bool) -> tuple[int, int] | None:
        """The two levels that figure `n` may compare: the last two before it, or one before it
        and one in the bracket after it."""
        c = self.b.q[n]
        near = self._near(n, percent)
        before = [k for k in near if percent or self.b.same.units(self.b.q[k].unit, c.unit)]
        wholes, parts = self._tied
        before = apart(before, wholes)
        if before and self._of_all_told(n, before[0]):
            before = apart(before, parts)
        seen = [k for k in before if self.b.visible(k, c.vs)]
        if len(seen) > 1:
            before = seen  # "hiện có 46 tổ chức (29 đảng bộ, 17 chi bộ); năm 2018 là 65"
        own = [k for k in before if self.b.one_sentence(k, n)]
        if len(own) == 1 and (after := self._after(n, percent)) is not None:
            return own[0], after
        aside = len(before) > 1 and _ASIDE_CHANGE.fullmatch(
            self.folded, self.b.q[before[0]].full_ve, c.vs
        )
        if (
            len(before) < 2
            or (len(own) > 2 and not aside)
            or (c.unit is None and self.b.q[before[0]].unit is None)
        ):
            return None
        return before[0], before[1]

    def _after(self, n: int, percent: bool) -> int | None:
        """The level right after figure `n`, in a bracket or after "so với"."""
        k = n + 1
        if k >= len(self.b.q) or not self.b.one_sentence(k, n):
            return None
        if not self._is_level(k, percent) or not self.b.same(self.b.q[k], self.b.q[n]):
            return None
        between = self.b.between(n, k)
        if percent and _TOLD_OF.search(between):
            return None  # "tăng 9,4% (đạt 87,5% dự toán)": another rate of the same
        return k if _BASE.search(between) else None

    def _listed(self, n: int) -> bool:
        """True where another figure of the same sort follows in a list: tăng 2,1%, 1,8% và 2,5%."""
        if n + 1 >= len(self.b.q) or self.b.q[n + 1].unit != self.b.q[n].unit:
            return False
        between = self.b.between(n, n + 1)
        return _COORDINATED.fullmatch(between) is not None

    def _told_apart(self, n: int, pair: tuple[int, int], percent: bool) -> bool:
        """True where two levels, of two sentences or each the rate of a figure of its own, are not
        told to be compared by change `n`."""
        c = self.b.q[n]
        apart = not self.b.one_sentence(pair[0], pair[1])
        low = self.b.frames[n].sentence[0]
        if apart and c.direction is None and _RESULT.match(self.folded, low):
            return True  # "Tiếp nhận 2.300. Kết quả: 2.000 đúng hạn, 100 quá hạn": or not done
        loose = apart if percent else self.b.is_slight(n) or (apart and c.direction is not None)
        if loose and self.b.of_two_sorts(*pair):
            return True
        if apart and c.direction and not percent and self._in_bracket(n, pair[0]):
            return True  # "bắt 4. Phát hiện 20 (giảm 14)": the level before is not told
        if apart and c.direction and not percent and self._wrong_way(n, *pair):
            return True  # "7 đối tượng đầu thú. Còn 42 đối tượng, giảm 25": of what there were
        if apart and c.direction and ";" in self.folded[self.b.q[pair[0]].full_ve : c.vs]:
            return True  # "khác 686 tỷ. Đã thực hiện 1.095 tỷ; các năm trước thực hiện thêm 109 tỷ"
        of_figures = [percent and self._of_figure(k) for k in pair]
        if all(of_figures) or (apart and any(of_figures)):
            return True
        grown = apart and n - 1 in pair
        # "A chiếm 41,7%. B đạt 26 tỷ, chiếm 26,4% và tăng 13,3%": B's own growth
        return grown and _AND_GROWN.match(self.folded, self.b.q[n - 1].full_ve) is not None

    def _wrong_way(self, n: int, now: int, then: int) -> bool:
        """True where change `n` cannot lead from one level to the one told last, unless that is
        called the one before."""
        fell = self.b.q[n].direction == "decrease"
        if THEN.search(self.b.clause_before(now)) is not None:
            return False
        return (self.b.q[now].value > self.b.q[then].value) == fell

    def _of_others_than(self, n: int, pair: tuple[int, int], percent: bool) -> bool:
        """True where change `n` is told of other levels than the two before it."""
        c = self.b.q[n]
        if not self._of_base(n, pair) or (percent and self._of_many(n, pair[0])):
            return True
        if self._of_untold_plan(n, pair) or self._own_of_bracket(n, pair):
            return True
        if c.unit == self.b.q[pair[0]].unit and not self._alike(pair[0], n):
            return True
        if c.unit in PERCENT_UNITS and c.step >= 1:
            return True
        if self._of_all(n, pair):
            return True  # "A từ 272 xuống 245; B từ 453 xuống 450. Như vậy, toàn tỉnh giảm 30"
        if n - 1 in pair and self._alone_behind(n):
            return True  # "chết 12 người (tăng 2 người), bị thương 86 người (giảm 14 người)"
        if c.direction:  # "giữ nguyên 7 phòng; sau sắp xếp còn 11 phòng, giảm 3 phòng"
            return any(_KEPT.search(self.b.clause_before(k)) for k in pair)
        # "tồn 1.240 lít, dùng 880 lít, nhập thêm 500 lít, cuối kỳ tồn 860 lít"
        return self._moved_between(n, pair)

    def _within(self, n: int, small: int, big: int) -> bool:
        """True where the smaller of two levels is told as a part of the larger, or beside parts
        that are told without figures."""
        if self.b.beside_unnumbered(big, small) or self._is_part(small, big):
            return True
        return bool(self.b.q[n].direction) and self._divided(small, big)

    def _moved_between(self, n: int, pair: tuple[int, int]) -> bool:
        """True where a change of the same is told between two levels and figure `n`, in one
        sentence."""
        return self.b.one_sentence(min(pair), n) and any(
            self.b.q[k].direction is not None and self.b.same(self.b.q[k], self.b.q[n])
            for k in range(min(pair) + 1, n)
        )

    def _in_bracket(self, n: int, level: int) -> bool:
        """True where change `n` stands in a bracket behind a level and no words say that another
        level, of a sentence before, is of another time."""
        around = self.b.bracket(n)
        if around is None or around[0] < self.b.q[level].vs:
            return False
        return not self._of_other_time(*self._near(n, percent=False)[:2])

    def _rated_so(self, n: int, pair: tuple[int, int]) -> bool:
        """True where the rate beside change `n` is that of the two levels before it, or of the
        change and the first of them: "dự toán là 1.400 tỷ đồng; thực hiện 1.820 tỷ đồng, tăng 520
        tỷ đồng (30%)"."""
        now, then = self._in_time(n, pair)
        growth = self.b.growth(now, then)
        share = self.b.percent(n, then)
        rates = [self.b.q[p] for p, change in self.b.rated.items() if change == n]
        return any(agrees(o, rate, self.by_id) for rate in rates for o in (growth, share))

    def _in_time(self, n: int, pair: tuple[int, int]) -> tuple[int, int]:
        """The level that change `n` led to and the one it started from."""
        low, high = sorted(pair, key=lambda k: self.b.q[k].value)
        return (low, high) if self.b.q[n].direction == "decrease" else (high, low)

    def _of_count(self, n: int) -> bool:
        """True where change `n` is told of the count right before it, not of two rates: "khám đạt
        108,7% kế hoạch; điều trị 9.141 lượt, tăng 2,3%", "thu 408 tỷ, bằng 32% dự toán, giảm 3%".
        """
        k, high = n - 1, self.b.q[n].vs
        if k < 0 or self.b.q[n].unit not in PERCENT_UNITS:
            return False
        if self.b.q[k].unit in PERCENT_UNITS and self._of_figure(k) and not self.b.q[k - 1].of:
            return _OF_PLANNED.fullmatch(self.folded, self.b.q[k].full_ve, high) is not None
        if not self._is_level(k, percent=False):
            return False
        if not self.b.visible(k, self.b.q[n].vs):
            return False
        return _OF_COUNT.fullmatch(self.folded, self.b.q[k].full_ve, self.b.q[n].vs) is not None

    def _is_part(self, k: int, whole: int) -> bool:
        """True where a bracket after a level tells figure `k` as a part of it: "57 bị can (trong đó
        khởi tố mới 44 bị can)"."""
        around = self.b.bracket(k)
        if around is None or around[0] < self.b.q[whole].vs:
            return False
        return _BREAKDOWN.search(self.folded, around[0], self.b.q[k].vs) is not None

    def _divided(self, k: int, whole: int) -> bool:
        """True where words or a colon after a level open the list that figure `k` is a part of, in
        one sentence: "thu hút 558 triệu USD: cấp mới 385 triệu USD, điều chỉnh tăng 143"."""
        low, high = self.b.q[whole].full_ve, self.b.q[k].vs
        if low > high or not self.b.one_sentence(k, whole):
            return False
        return ":" in self.folded[low:high] or bool(_BREAKDOWN.search(self.folded, low, high))

    def _alone_behind(self, n: int) -> bool:
        """True where change `n` is all that a bracket right behind a level tells: the level then is
        not told."""
        told_of = self.b.bracketed_change(n)
        before = [k for k in range(max(0, n - 3), n) if self.b.bracketed_change(k)]
        return told_of and bool(before)

    def _own_of_bracket(self, n: int, pair: Sequence[int]) -> bool:
        """True where change `n` follows the level before in its bracket, and another change is the
        difference of the two: "540 hộ, tăng 40 hộ so với năm 2021 (500 hộ, giảm 20 hộ)"."""
        around = self.b.bracket(n)
        if around is None or not around[0] < self.b.q[pair[0]].vs < self.b.q[n].vs:
            return False
        ids = {self.b.q[k].id for k in pair}
        return any(
            a.kind == "difference"
            and a.stated != self.b.q[n].id
            and any(option.ids == ids for option in a.options)
            for a in self.b.found
        )

    def _of_figure(self, k: int) -> bool:
        """True where rate `k` is told of the figure before it: "khách 8.256 lượt, bằng 110%"."""
        before = self.b.frames[k - 1] if k else None
        if before is None or before.sentence != self.b.frames[k].sentence:
            return False
        words = self.b.between(k - 1, k)
        return self.b.q[k - 1].unit not in PERCENT_UNITS and _TOLD_OF.search(words) is not None

    def _of_many(self, n: int, level: int) -> bool:
        """True where rate `n` is one of several that rose or fell since a level was told."""
        return self.b.q[n].unit in PERCENT_UNITS and any(
            x.unit in PERCENT_UNITS and x.direction is not None for x in self.b.q[level + 1 : n]
        )

    def _of_base(self, n: int, pair: Sequence[int]) -> bool:
        """True where one of two levels is of the time that figure `n` is compared with, if that is
        told: "so với năm 2019, tiếp nhận giảm 17" is no difference of this year's levels."""
        frames, k, c = self.b.frames, n, self.b.q[n]
        while frames[k].base is None and k and self.b.q[k - 1].direction is not None:
            k -= 1  # one of several changes compared with one time
            if not self.b.one_sentence(k, n):
                return True
        base = frames[k].base
        if self.b.year(base) is not None:
            return any(self.b.of_base(m, base) for m in pair)
        since = [m.start() for m in _SINCE.finditer(self.folded, frames[n].sentence[0], c.vs)]
        return not since or any(self.b.q[m].vs > since[-1] for m in pair)

    def _of_untold_plan(self, n: int, pair: Sequence[int]) -> bool:
        """True where change `n` is one from a plan that nothing before it tells: "lớp 1 có 86 em
        (thiếu 4 so với kế hoạch), lớp 2 có 133 em (thiếu 17 so với kế hoạch)"."""
        m = _THAN_PLAN.match(self.folded, self.b.q[n].full_ve)
        if m is None or any(self.b.frames[k].status == "target" for k in pair):
            return False
        before = self.folded[min(self.b.frames[k].sentence[0] for k in pair) : self.b.q[n].vs]
        return _PLANNED.search(before) is None

    def _concluded(self, n: int, pair: Sequence[int]) -> bool:
        """True where the sentence of a change draws the conclusion from the only two levels of
        the sentences before it: "Như vậy đã cắt được 11 đầu mối"."""
        low = self.b.frames[n].sentence[0]
        if _SO.match(self.folded, low) is None or self.b.q[pair[0]].vs >= low:
            return False
        same = [k for k in self._near(n, percent=False) if self.b.same(self.b.q[k], self.b.q[n])]
        return len(same) == 2 and self._then_and_now(n, pair[0], pair[1])
