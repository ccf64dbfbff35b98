"""Slips in rates: P% and the two levels that only a wrong digit, or a wrong base, ties it to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.comparable import telling_words
from extract.find.binding.slip_search import FIGURES, SlipSearch, part_slipped
from extract.find.binding.summands import OWN_RATE, countable
from extract.model import Formula, Kind, Option
from extract.rules.wording import terms, wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.letters import WORD
from extract.values.units import PERCENT_UNITS

_NAME = re.compile(r"[^.,;:()0-9\n]*+")  # what a rate is a rate of
_OF_NAMED = re.compile(r" [^\W\d_]")
_CHANGE_BACK = 3  # figures before a rate among which its change is looked for
_BASE_REACH = 60  # characters before a level in which its base is named
_RATE = wording("slip_rates.rate")
_CARRIED = wording("outcomes.carried")
_REACHED = wording("slip_rates.reached")
_GROWS = wording("slip_rates.grows")
_BASE = wording("slip_rates.base")
_OTHER = wording("slip_rates.other")
_SINCE = wording("slip_rates.since")
_WHOLE = wording("slip_rates.whole")
_ONE_OF = wording("slip_rates.one_of")
_TO_BASE = wording("slip_rates.to_base")
_COMPARED = wording("slip_rates.compared")
THEN = wording("slip_rates.then")
_TIMES = wording("slip_rates.times")
_BASE_NAMED = wording("slip_rates.base_named")
_WHOLE_NAMED = wording("slip_rates.whole_named")
_EQUALS = wording("slip_rates.equals")
_OF_PLAN = wording("slip_rates.of_plan_before")
_OCCUPIES = wording("slip_rates.occupies")
_AS_BASE = wording("slip_rates.as_base")


class RateSlips(SlipSearch):
    """The rates among the slips."""

    def _rate(self, n: int, before: str) -> None:
        """… X …, … Y …, đạt P%: one over the other, or how far they are apart."""
        p = self.b.q[n]
        if not _RATE.search(before) or p.value in (0, 50, 100) or p.value_to is not None:
            return
        if self._of_change(n):
            return
        levels = [k for k in self._near(n, percent=False) if countable(self.b.q[k])]
        if self._of_another_name(n, before, levels):
            return  # "48 nghìn đoàn viên, 40 nghìn hội viên, tỷ lệ tập hợp thanh niên đạt 71%"
        later = self._base_after(n)
        if levels and later is not None and self._alike(levels[0], later):
            formula: Formula = "growth" if p.direction else "percent"
            option = Option(formula, (self.b.op(levels[0]), self.b.op(later)))
            kind: Kind = "percent" if p.direction else "share"
            self._announce(kind, n, [option], [levels[0], later])
            return
        told = len(self.b.found)
        for near in self._pairs_of(n, levels):
            if self._alike(*near):
                self._rate_of(n, near, before)
            if len(self.b.found) > told:
                return

    def _of_change(self, n: int) -> bool:
        """Announce the rate of a change told before it with the level that it started from, which
        its levels prove: "giảm 40 đơn vị, từ 160 còn 120 đơn vị, đạt 35%"; True where one is."""
        p, told = self.b.q[n], len(self.b.found)
        if p.step >= 1 or _OF_NAMED.match(self.folded, p.ve):
            return False  # "còn 120 ha (bằng 3,5% đất nông nghiệp)"
        for c in range(n - 1, max(-1, n - 1 - _CHANGE_BACK), -1):
            if not self.b.one_sentence(c, n):
                break
            between = self.b.q[c + 1 : n]
            if any(x.unit in PERCENT_UNITS or x.direction for x in between):
                break
            for old in self._proved_bases(c):
                option = self.b.percent(c, old)
                self._announce("percent", n, [option], [c, old])
        return len(self.b.found) > told

    def _proved_bases(self, c: int) -> list[int]:
        """The levels that change `c` starts from, of differences told of it that agree."""
        index = {self.b.q[k].id: k for k in range(max(0, c - FIGURES), c + _CHANGE_BACK)
                 if k < len(self.b.q)}  # fmt: skip
        rises = self.b.q[c].direction == "increase"
        found = []
        for option in self.differences.get(self.b.q[c].id, ()):
            ends = [index[o.quantity] for o in option.operands if o.quantity in index]
            if len(ends) == 2 and agrees(option, self.b.q[c], self.by_id):
                found.append(ends[1] if rises else ends[0])
        return found

    def _of_another_name(self, n: int, before: str, levels: Sequence[int]) -> bool:
        """True where a rate is named by words that its two levels are not told with."""
        named = OWN_RATE.search(before)
        if named is None or not levels:
            return False
        end = self.b.q[n].vs - len(before) + named.start()
        told = self.folded[self.b.frames[levels[:2][-1]].sentence[0] : end]
        return not any(re.search(rf"\b{w}\b", told) for w in named[0].split()[2:])

    def _pairs_of(self, n: int, levels: Sequence[int]) -> list[list[int]]:
        """Two levels that a rate may be of: the nearest; the nearest outside brackets; the nearest
        and the one before it of its unit; that outside brackets and the plan the rate names."""
        visible = [k for k in levels if self.b.visible(k, self.b.q[n].vs)]
        same = [k for k in levels[1:] if self.b.q[k].unit == self.b.q[levels[0]].unit]
        pairs = [list(levels[:2]), visible[:2], [*levels[:1], *same[:1]]]
        base = _BASE.match(self.folded, self.b.q[n].ve)
        if base is not None and visible:
            planned = [k for k in visible[1:] if base["base"] in self.b.clause_before(k)]
            pairs.append([visible[0], *planned[:1]])
        return [pair for i, pair in enumerate(pairs) if len(pair) == 2 and pair not in pairs[:i]]

    def _rate_of(self, n: int, near: list[int], before: str) -> None:
        """The rate of figure `n` over one pair of levels, the nearer first."""
        p = self.b.q[n]
        if _ONE_OF.search(self.b.clause_before(near[0])):
            return  # "riêng xã A còn 96 hộ (9,4%)": a share of its own whole
        if p.direction is None and _CARRIED.search(self.b.clause_before(near[1])):
            return  # "thụ lý mới 588 việc; đã thi hành xong 289 việc, đạt 41%": of old ones as well
        if _OF_PLAN.search(before) and not any(map(self._is_planned, near)):
            return  # "năm 2023 thu 95 tỷ đồng, năm 2024 thu 99 tỷ đồng, vượt dự toán 6,5%"
        if p.direction is None and self._names_another(n, near[0], before):
            return  # "chênh lệch 52 tỷ đồng. Chi hoa hồng chiếm 18,6% tổng chi": of what it names
        if p.direction is None and self._has_own_rate(near[1], near[0]):
            return  # "ngô 78 nghìn ha, bằng 91%; khoai 16 nghìn ha, bằng 93%": each of its own past
        if not self.b.visible(near[1], p.vs) and _ONE_OF.search(self.b.clause_before(near[1])):
            return  # "(riêng năm 2023 là 12 tỷ đồng). … là 28 tỷ đồng, đạt 83%"
        if (
            p.direction is None
            and _REACHED.search(before)
            and not self.b.one_sentence(near[0], near[1])
            and self.b.q[near[0]].value > self.b.q[near[1]].value
            and p.value <= HUNDRED
        ):
            return  # "Năm 2023 thu 12 tỷ đồng. Số đã nộp là 28 tỷ đồng, đạt 83%": of what is open
        bases = self._bases(n, near)
        pairs = [(x, y) for x, y in (near, near[::-1]) if y in bases]
        if p.direction is not None or _GROWS.search(before):
            if not pairs or not self._then_and_now(n, near[0], near[1]) or self._of_all(n, near):
                return
            if not self._goes_on(near[0], n):
                return
            options = [self.b.growth(x, y) for x, y in pairs]
            if self._wrong_base(n, near[0], near[1], options):
                return
        else:
            large = p.value > HUNDRED
            if (large or _EQUALS.search(before)) and not self._of_other_time(*near):
                return  # "A 455 tấn, B 626 tấn (bằng 72%)": of a plan that the text does not tell
            options = [
                self.b.percent(x, y)
                for x, y in pairs
                if (self.b.q[x].value > self.b.q[y].value) == large
                and not (y == near[0] and _OCCUPIES.search(before))
                and (large or y != near[0] or not self._beside(near[1], y))
            ]
            if not options and not large and near[1] in bases:
                options = [self.b.percent(*near)]  # "giao 381 vụ, giải quyết 2.293 vụ, đạt 76,9%"
        self._announce("percent" if p.direction else "share", n, options, near)
        if p.direction is None and not any(agrees(o, p, self.by_id) for o in options):
            self._of_wrong_part(n, near, options)

    def _goes_on(self, new: int, n: int) -> bool:
        """True where rate `n` is told of level `new` or of a change of it: "còn 1.104 vụ, giảm 156
        vụ (12,4%)", not "ngô còn 5.412 ha, năng suất tăng 2,1%"."""
        change = self.b.q[n - 1]
        if n - 1 > new and change.direction is not None and change.unit not in PERCENT_UNITS:
            return True
        return new > n or self.b.goes_on(new, n)

    def _is_planned(self, k: int) -> bool:
        return _BASE_NAMED.search(self.b.clause_before(k)) is not None

    def _of_wrong_part(self, n: int, near: Sequence[int], options: Sequence[Option]) -> None:
        """Announce a share of a level told as the total, where a slip in the part explains it:
        "Tổng số hộ là 435.600 hộ. Hộ nghèo 69.456 hộ, chiếm 15,26%" (66.456)."""
        x, y = (self.b.q[k] for k in near)
        if not options or _WHOLE_NAMED.search(self.b.clause_before(near[1])) is None:
            return
        if x.value < y.value and part_slipped(x, self.b.q[n], y):
            option = self.b.percent(near[0], near[1])
            self.b.add("share", n, [option], self.b.scope(n, *near), "unexplained", "rel.slip-part")

    def _beside(self, x: int, y: int) -> bool:
        """True where level `y` is told beside level `x` as one more of a list, no base of it: "tụ
        huyết trùng 310 liều, dịch tả 415 liều, đạt 75%" is no share of the 310."""
        between = self.b.between(x, y)
        return re.search("[,;]", between) is not None and _AS_BASE.search(between) is None

    def _names_another(self, n: int, level: int, before: str) -> bool:
        """True where the sentence of rate `n` tells no figure before it and names something by
        words that the sentence of the nearest level does not hold."""
        low = self.b.frames[n].sentence[0]
        told = _RATE.search(before)
        if told is None or self.b.q[level].vs >= low or len(before) < self.b.q[n].vs - low:
            return False
        named = telling_words(before[: told.start()])
        since = self.b.frames[level].sentence[0]
        return len(named) > 1 and named.isdisjoint(
            WORD.findall(self.folded[since : self.b.q[level].vs].rpartition(",")[2])
        )

    def _has_own_rate(self, far: int, near: int) -> bool:
        """True where a rate is told of level `far` before level `near` is, in another clause."""
        k = far + 1
        if k >= near or self.b.q[k].unit not in PERCENT_UNITS or self.b.q[k].direction is not None:
            return False
        if self.b.between(far, k).rstrip().endswith("("):
            return True  # "tốt 60 (75%), trung bình 8 (10%)": each of all that were judged
        told = _RATE.search(self.folded, self.b.q[far].full_ve, self.b.q[k].vs)
        parted = self.folded[self.b.q[k].ve : self.b.q[near].vs]
        return told is not None and re.search("[;,]", parted) is not None

    def _wrong_base(self, n: int, x: int, y: int, options: Sequence[Option]) -> bool:
        """Announce a rate that is the change of two levels divided by the one it led to."""
        p = self.b.q[n]
        if p.direction is None or p.step >= 1 or any(agrees(o, p, self.by_id) for o in options):
            return False
        rises = p.direction == "increase"
        old, new = sorted((x, y), key=lambda k: self.b.q[k].value, reverse=not rises)
        if not self.b.q[new].value or self.b.q[old].value == self.b.q[new].value:
            return False
        low, high = sorted((self.b.q[old].interval, self.b.q[new].interval), key=lambda i: i.low)
        wrong = (high + low.scaled(Decimal(-1))).divided(self.b.q[new].interval)
        if wrong is None or not wrong.scaled(HUNDRED).meets(p.interval):
            return False
        option = self.b.growth(new, old)
        scope = self.b.scope(n, x, y)
        self.b.add("percent", n, [option], scope, "unexplained", "rel.slip-base")
        return True

    def _bases(self, n: int, near: Sequence[int]) -> list[int]:
        """Which of two levels the words after a rate name as its base; both if they name none."""
        after = self.folded[self.b.q[n].ve : self.b.q[n].ve + 40]
        base = _BASE.match(after)
        if base is not None:
            plans = terms("moc_ke_hoach")
            bases = plans if base["base"] in plans else {base["base"]}
            return [k for k in near if any(self._names(k, name) for name in bases)]
        if self.b.q[n].direction is not None and _SINCE.match(after):
            return list(near)
        if _OTHER.match(after):
            named = self.b.q[near[1]].unit in after.split() or _WHOLE.match(after) is not None
            return list(near) if named and not self._of_others(n, near) else []
        return list(near)

    def _of_others(self, n: int, near: Sequence[int]) -> bool:
        """True where the words after a rate name its base by a quality that neither level is told
        with: "ly hôn 312 vụ; hòa giải thành 150 vụ, đạt 48,9% số vụ đưa ra hòa giải"."""
        end = self.b.q[n].ve
        base = _NAME.match(self.folded, end, min(end + 80, self.b.frames[n].sentence[1]))
        units = {w for k in near for w in (self.b.q[k].unit or "").split()}
        named = set(WORD.findall(base[0] if base else "")) - terms("tu_dem_chu_de") - units
        named -= terms("tu_dem_moc")
        if len(named) == 1:  # "nợ thuế 40 tỷ, trong đó nợ khó thu 15 tỷ, chiếm 3,8% tổng thu"
            near = [max(near, key=lambda k: self.b.q[k].value)]
        told = {w for k in near for w in WORD.findall(self.b.clause_before(k))}
        told |= {w for k in near for w in WORD.findall(self.b.q[k].noun or "")}
        if len(named) == 1:
            return named.isdisjoint(told)
        return len(named) > 1 and len(named & told) * 2 <= len(named)

    def _names(self, k: int, base: str) -> bool:
        """True where the words before level `k` name a base that is not another rate's."""
        at = self.b.q[k].vs
        low = max(0, at - _BASE_REACH)
        place = self.folded.rfind(base, low, at)
        if place < 0:
            return False
        rate = next((r for r in range(k - 1, -1, -1) if self.b.q[r].ve <= place), -1)
        if rate < 0 or self.b.q[rate].unit not in PERCENT_UNITS:
            return True
        between = self.folded[self.b.q[rate].ve : place]
        return _BASE.match(between + base) is None

    def _base_after(self, n: int) -> int | None:
        """The base right after a rate: 84% dự toán HĐND tỉnh giao (1.400 tỷ đồng)."""
        k = n + 1
        if k >= len(self.b.q) or not self.b.one_sentence(k, n):
            return None
        if not self._is_level(k, percent=False) or not countable(self.b.q[k]):
            return None
        between = self.folded[self.b.q[n].ve : self.b.q[k].vs]
        return k if _TO_BASE.fullmatch(between) else None

    def _then_and_now(self, n: int, x: int, y: int) -> bool:
        """True where the words say that one of two levels is of another time, or the aim."""
        if x - y != 1 or (not self.b.leads_on(x) and self._two_things(x, y)):
            return False
        compared = _COMPARED.match(self.folded, self.b.q[n].ve) is not None
        return compared or self._of_other_time(x, y)

    def _two_things(self, x: int, y: int) -> bool:
        """True where two levels are told of different things, neither of them a plan."""
        plan = any(_BASE_NAMED.search(self.b.clause_before(k)) for k in (x, y))
        return self.b.of_two_sorts(x, y) or (not plan and self.b.of_other_words(x, y))

    def _of_other_time(self, *levels: int) -> bool:
        """True where the words of one of the levels name another time or the aim."""
        return any(THEN.search(self._own_words(k)) for k in levels)

    def _own_words(self, k: int) -> str:
        """The words before level `k` in its clause; what follows a rate up to a comma is of that
        rate: "5% so với năm trước, thu đạt …"."""
        words = self.b.clause_before(k)
        rate = k > 0 and self.b.q[k - 1].unit in PERCENT_UNITS
        return words.partition(",")[2] if rate else words

    def _times(self, n: int, before: str) -> None:
        """… A …, … B …, gấp K lần."""
        if not _TIMES.search(before):
            return
        near = self._near(n, percent=False)[:2]
        own = self.b.frames[n].sentence  # of figures all told before, nothing ties it to any
        if len(near) < 2 or not self._alike(*near) or self._two_things(*near):
            return
        compared = _COMPARED.match(self.folded, self.b.q[n].full_ve) is not None
        told = self._of_other_time(*near) or (compared and len(self._bases(n, near)) == 1)
        if told and self.b.frames[near[0]].sentence == own:
            big, small = sorted(near, key=lambda k: self.b.q[k].value, reverse=True)
            option = Option("ratio", (self.b.op(big), self.b.op(small)))
            self._announce("percent", n, [option], near)
