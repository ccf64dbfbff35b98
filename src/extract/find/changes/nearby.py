"""Relations that a cue announces without tying the figures: looked for among the figures near.

Such a relation is kept only where it agrees ("silent"), or where swapped digits explain the
difference ("slip"). It fills in what the rules over the skeleton do not name, and lets `judge`
drop a contradiction that a better reading explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.find.binding.comparable import overlap
from extract.find.parts.totals import Totals
from extract.model import Announced, Kind, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.units import PERCENT_UNITS, POINTS, TIME

_RATE_CUE = wording("nearby.rate_cue")
_LEFT = wording("nearby.left")
_LEFT_AFTER = wording("nearby.left_after")
_TOTAL = wording("nearby.total")
_TOLD_AS = wording("nearby.told_as")
_AVERAGE = wording("nearby.average")
_EACH = wording("nearby.each")
_SECOND = (" và ", ", ")  # "đạt 84,3% và 78,3%": the second is told by the words of the first
_NEXT_BASE = wording("nearby.next_base")  # "bằng 95% dự toán tỉnh giao, 90% dự toán huyện giao"
_PLAN = wording("nearby.plan")
_FROM = wording("nearby.from")
_MOVED = wording("nearby.moved")
_EARLIER = wording("nearby.earlier")
_AFTER = 5  # figures after a change that may be its levels
_ROUND = frozenset({Decimal(0), Decimal(50), Decimal(100)})


class Nearby(Totals):
    """Announces relations found among figures near each other."""

    def run(self) -> None:
        """Announce what is found for every figure."""
        q = self.b.q
        self._bound: dict[str, list[Option]] = {}  # stated figure -> differences tied by the text
        for a in self.b.found:
            if a.kind == "difference" and (a.bond == "strong" or self._in_order(a)):
                self._bound.setdefault(a.stated, []).append(a.options[0])
        for n, x in enumerate(q):
            if not self.b.checked(n) or x.words:
                continue
            before = self.folded[self._clause(n) : x.vs]
            second = before in _SECOND or _NEXT_BASE.fullmatch(before)
            if n and second and x.unit == q[n - 1].unit:
                before = self.folded[self._clause(n - 1) : q[n - 1].vs]
            if x.of is None:
                self._search(n, before)
            if x.unit not in TIME and x.per is None:
                self.total_before(n)

    def _in_order(self, a: Announced) -> bool:
        """True where a difference ties two levels of two years, the new one of the later."""
        if a.bond != "weak" or len(a.options[0].operands) != 2 or a.options[0].formula != "sum":
            return False
        years: list[int] = []
        for o in sorted(a.options[0].operands, key=lambda o: o.weight):
            when = self._when(self.b.place[o.quantity])
            if when is None or not when[:4].isdigit():
                return False
            years.append(int(when[:4]))
        down = self.by_id[a.stated].direction == "decrease"
        minus, plus = years
        return plus < minus if down else minus < plus

    def _search(self, n: int, before: str) -> None:
        """Look for what the words before figure `n` announce."""
        x = self.b.q[n]
        if x.unit in PERCENT_UNITS:
            if _RATE_CUE.search(before):
                self._rate(n)
            return
        if x.unit == "lần":
            self._times(n)
        if x.unit in TIME:
            return
        left = _LEFT.search(before) or _LEFT_AFTER.match(self.folded, x.full_ve)
        if x.direction is not None or left or x.unit in POINTS:
            self._change(n)
        low = max(self.b.frames[n].sentence[0], x.vs - 110)
        if _TOTAL.search(self.folded[low : x.vs]) or self._sums_up(n):
            self.total_after(n)
        self._product(n)
        if x.per is not None or _AVERAGE.search(before):
            self._average(n)

    def _clause(self, n: int) -> int:
        """Where the text between the figure before and figure `n` begins."""
        low = self.b.frames[n].sentence[0]
        return max(low, self.b.q[n - 1].ve if n else 0, self.b.q[n].vs - 90)

    # -- searches ------------------------------------------------------------------------

    def _rate(self, n: int) -> None:
        """P%: x / y, (new - old) / old or change / old among the figures near."""
        b, p = self.b, self.b.q[n]
        if p.value in _ROUND or n in b.told or b.rated.get(n) in b.led_to:
            return
        if p.bound in ("at_most", "at_least"):  # "(chỉ tiêu không quá 5%)"
            return
        near = [k for k in self._around(n) if b.q[k].unit not in PERCENT_UNITS and not b.q[k].words]
        if n + 1 < len(b.q) and _TOLD_AS.fullmatch(self.folded, p.ve, b.q[n + 1].vs):
            near = list(dict.fromkeys([n + 1, *near]))  # "chiếm 36,5%, tương đương 130 ha"
        directed = p.direction is not None
        for x in near[:5]:
            if not b.one_sentence(x, n) or not b.checked(x):
                continue
            if x > n and ";" in b.between(n, x):  # "đạt 67%; khen 158 người"
                continue
            if b.q[x].of is not None:
                own = Option("percent", (b.op(x),))
                if agrees(own, p, self.by_id):
                    b.add("share", n, [own], b.scope(x, n), "silent", "rel.nearby-rate")
                    return
                continue
            bases = b.bases.get(x, ()) if b.q[x].direction is not None else ()
            best: tuple[tuple[bool, bool, int], Kind, Option, int] | None = None
            for rank, y in enumerate(near):
                if y in (x, b.led_to.get(x)) or not self._level(y) or (bases and y not in bases):
                    continue
                if not self._fit(x, y) and not self._named_after(n, y):
                    continue
                kind, option = self._rate_option(x, y, directed)
                if option is None or self._coarse(x, y) or not self._hits(option, p):
                    continue
                outcome = evaluate(option, p, self.by_id)
                if outcome is None or outcome.verdict != "consistent":
                    continue
                cut = outcome.agreement == "truncation"
                if cut and p.step >= 1:
                    continue
                key = (cut, y in b.parts, rank)
                if best is None or key < best[0]:
                    best = (key, kind, option, y)
            if best is not None:
                _key, kind, option, y = best
                b.add(kind, n, [option], b.scope(x, y, n), "silent", "rel.nearby-rate")
                return
        plan = _PLAN.match(self.folded, p.ve)
        if plan is not None and p.step < 1:
            self._of_plan(n, near, plan["plan"])

    def _of_plan(self, n: int, near: list[int], word: str) -> None:
        """P% kế hoạch: what was done over the plan, each told in a sentence of its own."""
        b, p = self.b, self.b.q[n]
        for y in near:
            if not self._level(y) or word not in b.clause_before(y):
                continue
            for x in near:
                if x == y or not self._level(x) or not self._fit(x, y):
                    continue
                option = b.percent(x, y)
                if self._hits(option, p) and agrees(option, p, self.by_id):
                    b.add("share", n, [option], b.scope(x, y, n), "silent", "rel.nearby-plan")
                    return

    def _hits(self, option: Option, p: Quantity) -> bool:
        """A cheap look ahead of `agrees`: is the ratio anywhere near the stated percentage?"""
        top, base = (self.by_id[o.quantity] for o in option.operands)
        if not base.value:
            return False
        ratio = float(top.value) / float(base.value) * 100
        spread = ratio * (float(top.step) / max(float(top.value), 1e-9)
                          + float(base.step) / float(base.value))  # fmt: skip
        if option.formula == "growth":
            ratio = abs(ratio - 100)
        return abs(ratio - float(p.value)) <= 1.5 * float(p.step) + spread + 1e-9

    def _named_after(self, n: int, y: int) -> bool:
        """True where the words after the rate name what `y` counts: 0,17% số mẫu."""
        unit = self.b.q[y].unit
        return bool(unit) and f" {unit} " in self.folded[self.b.q[n].ve : self.b.q[n].ve + 30] + " "

    def _rate_option(self, x: int, y: int, directed: bool) -> tuple[Kind, Option | None]:
        b = self.b
        top, base = b.q[x], b.q[y]
        if top.of is not None or base.of is not None:
            return "share", None
        if top.direction is not None:
            return "percent", b.percent(x, y)
        if directed:
            return "percent", b.growth(x, y)
        if top.value > base.value * 2:
            return "share", None
        return "share", b.percent(x, y)

    def _fit(self, x: int, y: int) -> bool:
        """True where two figures may be part and whole: one unit, or units nobody knows."""
        u, v = self.b.q[x].unit, self.b.q[y].unit
        if u == v or u is None or v is None:
            return True
        if self.b.q[x].step or self.b.q[y].step:
            return False
        return self.b.same.units(u, v) or not (self.b.same.known(u) and self.b.same.known(v))

    def _change(self, n: int) -> None:
        """C: the difference of two levels near, or a slip of one."""
        b, c = self.b, self.b.q[n]
        if self._reversed(n):
            return
        pool = dict.fromkeys([*self._around(n), *self._told_after(n)])
        levels = [k for k in pool if self._told(k, n) and b.same(b.q[k], c) and k != n]
        levels.sort(key=lambda k: (k in b.parts, k < n and not b.visible(k, c.vs), abs(n - k)))
        fraction = next(
            (k for k in range(n - 1, max(-1, n - 3), -1)
             if b.q[k].of is not None and b.one_sentence(k, n)), None
        )  # fmt: skip
        if fraction is not None:
            rest = Option("gap", (b.op(fraction, -1),))
            if agrees(rest, c, self.by_id):
                b.add("difference", n, [rest], b.scope(fraction, n), "silent", "rel.nearby-rest")
                return
        slips: list[Option] = []
        base = b.frames[n].base
        for i, x in enumerate(levels[:8]):
            for y in levels[i + 1 :]:
                if not self._alike(x, y) or b.q[x].value == b.q[y].value:
                    continue
                big, small = (x, y) if b.q[x].value > b.q[y].value else (y, x)
                gap = b.q[big].value - b.q[small].value - c.value
                near = abs(gap) <= c.step + b.q[x].step + b.q[y].step
                timed = b.of_base(x, base) or b.of_base(y, base)
                if not (near or timed) or self._by_chance(x, y, n):
                    continue
                option = b.less(big, small)
                if near and agrees(option, c, self.by_id):
                    if self._against_time(x, y, n):
                        turned = b.less(small, big)
                        scope = b.scope(x, y, n)
                        b.add("difference", n, [turned], scope, "weak", "rel.nearby-change")
                        return
                    b.add(
                        "difference", n, [option], b.scope(x, y, n), "silent", "rel.nearby-change"
                    )
                    return
                if timed and not {x, y} <= b.parts:  # parts are no two states of one thing
                    slips.append(option)
        for option in slips[:6]:
            b.add("difference", n, [option], "paragraph", "slip", "rel.nearby-slip")

    def _told(self, k: int, n: int) -> bool:
        """True where figure `k` may be a level of change `n`: a fraction in its own block only."""
        one = self.b.one_block(k, n)
        return self._level(k) and (one or self.b.q[k].of is None)

    def _by_chance(self, x: int, y: int, n: int) -> bool:
        """True where only their digits tie a change and two levels: they stand in three items of a
        list, or in several and their units differ; or the change is slight and the levels are of
        different sorts of things, of another item, or of another sentence and unit; or both are
        parts in a bracket of another level, closed before the change."""
        slight = self.b.is_slight(n)
        aside = self.b.bracket(x)
        closed = aside is not None and aside[1] < self.b.q[n].vs
        if closed and {x, y} <= self.b.parts and aside == self.b.bracket(y):
            return True
        if slight and self.b.of_two_sorts(x, y):
            return True
        frames = [self.b.frames[k] for k in (x, y, n)]
        items = len({f.block for f in frames})
        differ = len({self.b.q[k].unit for k in (x, y, n)} - {None}) > 1
        if slight and differ and len({f.sentence for f in frames}) > 1:
            return True
        return items > 2 or (items == 2 and (slight or differ))

    def _against_time(self, x: int, y: int, n: int) -> bool:
        """True where a change right after its two levels is told the other way than they move."""
        b, c = self.b, self.b.q[n]
        if sorted((x, y)) != [n - 2, n - 1] or c.direction is None:
            return False
        if b.q[x].unit != b.q[y].unit:
            return False
        if len({b.frames[k].sentence for k in (x, y, n)}) > 1:
            return False
        later = self._is_later(x, y)
        if later is None or not _MOVED.fullmatch(self.folded, b.q[n - 1].ve, c.vs):
            return False
        new, old = (x, y) if later else (y, x)
        return (b.q[new].value > b.q[old].value) != (c.direction == "increase")

    def _is_later(self, x: int, y: int) -> bool | None:
        """True where level `x` is of a later time than `y`: both times stand beside them, or the
        words of one alone say that it is of the time before; None where nothing tells it."""
        if self.b.own_time(x) and self.b.own_time(y):
            return self.b.later(x, y)
        before = [bool(_EARLIER.search(self.b.clause_before(k))) for k in (x, y)]
        return before[1] if before[0] != before[1] else None

    def _told_after(self, n: int) -> Iterator[int]:
        """Figures after a change that may say what it was: the rest of its sentence, and the next
        one if that tells a movement ("Do vậy số xã từ 230 nay còn 209")."""
        frames = self.b.frames
        if n and self.b.one_sentence(n - 1, n) and self._level(n - 1):
            return  # "năm 2022 giao 953 biên chế (giảm 30), năm 2023 giao 903 …"
        for k in range(n + 1, min(len(frames), n + _AFTER)):
            if not self.b.one_block(k, n):
                return
            if not self.b.one_sentence(k, n):
                low = max(frames[n].sentence[1], frames[k].sentence[0])
                head = self.folded[low : self.b.q[k].vs]
                if frames[k].sentence[0] != frames[n].sentence[1] or not _FROM.search(head):
                    return
                yield k
                if k + 1 < len(frames) and self.b.one_sentence(k + 1, k):
                    yield k + 1
                return
            if ";" in self.folded[self.b.q[n].ve : self.b.q[k].vs]:
                return
            yield k

    def _when(self, k: int) -> str | None:
        return self.b.year(self.b.frames[k].period)

    def _reversed(self, n: int) -> bool:
        """True where the text ties figure `n` to levels that move the other way."""
        c = self.b.q[n]
        for option in self._bound.get(c.id, ()):
            outcome = evaluate(option, c, self.by_id)
            if outcome and outcome.computed is not None and outcome.computed < 0:
                return True
        return False

    def _times(self, n: int) -> None:
        """gấp k lần: the ratio of two levels near."""
        b, k = self.b, self.b.q[n]
        levels = [
            i
            for i in self._around(n)
            if self._level(i) and b.q[i].of is None and b.q[i].unit not in PERCENT_UNITS
        ]
        for x in levels[:3]:
            for y in levels:
                option = Option("ratio", (b.op(x), b.op(y)))
                if x != y and self._fit(x, y) and k.step and agrees(option, k, self.by_id):
                    b.add("percent", n, [option], b.scope(x, y, n), "silent", "rel.nearby-times")
                    return

    def _product(self, n: int) -> None:
        """r × n = t among the two figures right before t, one of them a rate."""
        b, t = self.b, self.b.q[n]
        low = b.frames[n].sentence[0]
        near = [k for k in range(n - 1, max(-1, n - 5), -1) if b.q[k].vs >= low]
        near = [
            k
            for k in near
            if self._level(k) and b.q[k].of is None and b.q[k].unit not in PERCENT_UNITS
        ]
        if len(near) < 2 or t.value < 4:
            return
        start = max(low, b.q[near[1]].vs - 40)
        if not _EACH.search(self.folded, start, t.vs):
            return
        for i, x in enumerate(near[:3]):
            for y in near[i + 1 : 3]:
                units = {b.q[x].unit, b.q[y].unit}
                if t.unit not in units or min(b.q[x].value, b.q[y].value) <= 1:
                    continue
                option = Option("product", (b.op(y), b.op(x)))
                if agrees(option, t, self.by_id):
                    b.add("product", n, [option], "sentence", "silent", "rel.nearby-product")
                    return

    def _average(self, n: int) -> None:
        """t for n, r each: 256 doanh nghiệp, vốn 3.072 tỷ đồng, bình quân 12 tỷ đồng."""
        b, r = self.b, self.b.q[n]
        low = b.frames[n].sentence[0]
        near = [
            k
            for k in range(n - 1, max(-1, n - 6), -1)
            if b.q[k].vs >= low and self._level(k) and b.q[k].of is None
        ]
        for t in near:
            for k in near:
                if k == t or b.q[k].unit == r.unit or b.q[t].unit != r.unit or b.q[k].step:
                    continue
                option = Option("product", (b.op(k), b.op(n)))
                if agrees(option, b.q[t], self.by_id):
                    b.add("product", t, [option], "sentence", "silent", "rel.nearby-average")
                    return

    def _alike(self, x: int, y: int) -> bool:
        a, c = self.b.q[x], self.b.q[y]
        if a.unit != c.unit and a.unit is not None and c.unit is not None:
            return a.step == 0 and c.step == 0 and self.b.same(a, c)
        return a.noun is None or c.noun is None or overlap(a.noun, c.noun) > 0
