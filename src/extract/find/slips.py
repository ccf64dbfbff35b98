"""Slips in plain passages: two levels and their difference, share or ratio, told by a cue word.

The rules tie figures by their words; here only the cue is asked for (giảm, còn thiếu, chiếm, gấp,
tổng cộng …), and the figures are the nearest two of one unit. Such a relation is announced only
where it does not agree *and* the figure is one wrong or swapped digit away from what follows, and
`judge` drops it where any relation explains the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extract.find.comparable import EACH, POINTS, TIME, overlap
from extract.find.cues import Cues
from extract.find.moments import Moments
from extract.find.skeleton import PERCENT_UNITS
from extract.find.summands import countable, crossing, partial
from extract.model import Option, Quantity
from extract.values.formula import HUNDRED, agrees, digits, evaluate, one_digit, swapped

_BACK = 2  # sentences before its own in which the levels of a figure are looked for
_FIGURES = 14  # figures looked at before one
_GAP = re.compile(
    r"(?<!\w)(?:chênh lệch|khoảng cách|hơn|kém|dư|còn(?: lại| thiếu| nợ)?|chưa|tồn(?: đọng)?|thiếu"
    r"|hụt|dôi dư|mức tăng|mức giảm|mất đi|bớt|thừa|nhích|nợ cuối kỳ|bãi bỏ)(?!\w)[^0-9.;:]{0,40}$"
)
_LEFT = re.compile(r"[^0-9.;,()]{0,30}(?:vẫn là|vẫn còn|chưa|còn lại)(?!\w)")
_RATE = re.compile(
    r"(?:(?<!\w)(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương|vượt|tăng|giảm|hơn|tiết kiệm"
    r"|đóng góp|tăng trưởng|là)(?!\w)[^0-9.;]{0,30}|\()$"
)
_GROWS = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|hơn|tiết kiệm|tăng trưởng)(?!\w)[^0-9.;,]{0,30}$")
_BASE = re.compile(
    r" ?(?:so(?: với)? )?(?P<base>kế hoạch|dự toán|chỉ tiêu|mục tiêu|kh|cùng kỳ|năm trước|định mức)"
    r"(?!\w)"
)
_OTHER = re.compile(r" ?(?:so(?: với)?|của|trong|trên|số|tổng)(?!\w)")
_SINCE = re.compile(r" so(?: với)? (?:đầu )?(?:năm|kỳ|tháng|quý|vụ|nhiệm kỳ)(?!\w)")
_WHOLE = re.compile(r".{0,8}(?:tổng|số)")
_ASIDE = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|mỗi|h[àằ]ng năm|riêng|trong đó|dự kiến|phấn đấu"
    r"|khoảng(?! cách)|gần|ước|chủ yếu|nhất là)(?!\w)"
)
_ONE_OF = re.compile(r"(?<!\w)(?:riêng|cá biệt|điển hình)(?!\w)")
_SUM = re.compile(
    r"(?<!\w)(?:tổng(?: cộng| số)?|(?<!công )cộng|tất cả|toàn bộ|l[ũu][yỹ] kế|tính chung"
    r"|cả (?:năm|quý|tháng|tuần|đợt|vụ|mùa|hai|ba|bốn|giai đoạn|kỳ|nhiệm kỳ)"
    r"|như vậy|tính ra)(?!\w)[^0-9;:]{0,60}$|(?<!\w)cả $"
)
_OPEN = re.compile(r"[^0-9.;:,()]{0,40}(?::|,? (?:bao )?gồm(?: có)?|, với)[^0-9.;:()]{0,40}")
_END = re.compile(r"(?:(?! và )[^0-9,;()]){0,80}[.]?\s*$")
_ALIKE = 0.5  # how far the nouns of two levels must say the same
_COORDINATED = re.compile(r"[^0-9.;:()]{0,30}(?:,| và)[^0-9.;:()]{0,12}")
_TO_BASE = re.compile(
    r" (?:so(?: với)?|kế hoạch|dự toán|chỉ tiêu|mục tiêu|tổng|trong tổng|định mức)(?!\w)"
    r"[^0-9.;:,()]{0,60}\(?(?:là )?"
)
_COMPARED = re.compile(r" ?so(?: với)?(?!\w)")
_THEN = re.compile(
    r"(?<!\w)(?:cùng kỳ|trước|đầu năm|đầu kỳ|đầu nhiệm kỳ|kế hoạch|chỉ tiêu|dự toán|so với|từ"
    r"|năm [0-9]{4}|quý|tháng)(?!\w)"
)
_MANY = re.compile(r"(?<!\w)(?:tháng|đợt|tạm ứng|khoảng|gần|trên|hơn|tối đa|không quá)(?!\w)")
_TIMES = re.compile(r"(?<!\w)(?:gấp|bằng)(?!\w)[^0-9.;,]{0,20}$")


def find_slips(binder: Moments, folded: str, cues: Cues, by_id: Mapping[str, Quantity]) -> None:
    """Announce what only a slip explains, for every figure that a cue word stands before."""
    Slips(binder, folded, cues, by_id).run()


class Slips:
    """The search for one document."""

    def __init__(
        self, binder: Moments, folded: str, cues: Cues, by_id: Mapping[str, Quantity]
    ) -> None:
        self.b = binder
        self.folded = folded
        self.cues = cues
        self.by_id = by_id

    def run(self) -> None:
        """Look at every figure that arithmetic may check."""
        for n, x in enumerate(self.b.q):
            if not self.b.checked(n) or x.words or x.of is not None or x.bound is not None:
                continue
            low = max(self.b.frames[n].sentence[0], x.vs - 90, self.b.q[n - 1].ve if n else 0)
            before = self.folded[low : x.vs]
            if _ASIDE.search(before):
                continue
            if x.unit in POINTS and (x.unit not in PERCENT_UNITS or x.direction is not None):
                self._change(n, percent=True)
            if x.unit in PERCENT_UNITS:
                self._rate(n, before)
            elif x.unit == "lần":
                self._times(n, before)
            elif x.unit not in TIME and x.per is None:
                told = x.direction is not None or _GAP.search(before)
                if told or _LEFT.match(self.folded, x.full_ve):
                    self._change(n, percent=False)
                if _SUM.search(before):
                    self._total(n)
                self._breakdown(n)
        for start, end in self._sentences():
            self._product(start, end)

    def _sentences(self) -> Iterator[tuple[int, int]]:
        """First figure and the one after the last of each sentence."""
        start = 0
        for n in range(1, len(self.b.q) + 1):
            if n == len(self.b.q) or self.b.frames[n].sentence != self.b.frames[start].sentence:
                yield start, n
                start = n

    # -- what stands near ------------------------------------------------------------------

    def _near(self, n: int, percent: bool) -> list[int]:
        """Levels before figure `n` in its sentence and the two before, the nearest first."""
        frames = self.b.frames
        sentences = {frames[n].sentence}
        found = []
        for k in range(n - 1, max(-1, n - _FIGURES), -1):
            if frames[k].block != frames[n].block:
                break
            sentences.add(frames[k].sentence)
            if len(sentences) > 1 + _BACK:
                break
            if self._is_level(k, percent):
                found.append(k)
        return found

    def _is_level(self, k: int, percent: bool) -> bool:
        x = self.b.q[k]
        if x.direction is not None or x.of is not None or x.words or x.value_to is not None:
            return False
        return (x.unit in PERCENT_UNITS) == percent and x.unit not in TIME and self.b.checked(k)

    def _pair(self, n: int, percent: bool) -> tuple[int, int] | None:
        """The two levels that figure `n` may compare: the last two before it, or one before it
        and one in the bracket after it."""
        c = self.b.q[n]
        near = self._near(n, percent)
        before = [k for k in near if percent or self.b.same.units(self.b.q[k].unit, c.unit)]
        own = [k for k in before if self.b.frames[k].sentence == self.b.frames[n].sentence]
        if len(own) == 1 and (after := self._after(n, percent)) is not None:
            return own[0], after
        if len(before) < 2 or len(own) > 2 or (c.unit is None and self.b.q[before[0]].unit is None):
            return None
        return before[0], before[1]

    def _after(self, n: int, percent: bool) -> int | None:
        """The level right after figure `n`, in a bracket or after "so với"."""
        k = n + 1
        if k >= len(self.b.q) or self.b.frames[k].sentence != self.b.frames[n].sentence:
            return None
        if not self._is_level(k, percent) or not self.b.same(self.b.q[k], self.b.q[n]):
            return None
        between = self.folded[self.b.q[n].full_ve : self.b.q[k].vs]
        return k if re.search(r"[(]|so với", between) else None

    def _alike(self, *ns: int) -> bool:
        """True where the figures have one unit and their nouns do not say different things."""
        q = [self.b.q[n] for n in ns]
        if len({x.unit for x in q}) > 1:
            return all(x.step == 0 and self.b.same(q[0], x) for x in q)
        nouns = [x.noun for x in q if x.noun]
        return all(overlap(nouns[0], other) > _ALIKE for other in nouns[1:])

    def _alike_units(self, k: int, n: int) -> bool:
        """True where the units are one, or sorts of one count of things."""
        x, t = self.b.q[k], self.b.q[n]
        return x.unit == t.unit or (x.step == t.step == 0 and self.b.same.akin(x.unit, t.unit))

    def _listed(self, n: int) -> bool:
        """True where another figure of the same sort follows in a list: tăng 2,1%, 1,8% và 2,5%."""
        if n + 1 >= len(self.b.q) or self.b.q[n + 1].unit != self.b.q[n].unit:
            return False
        between = self.folded[self.b.q[n].full_ve : self.b.q[n + 1].vs]
        return _COORDINATED.fullmatch(between) is not None

    # -- searches ---------------------------------------------------------------------------

    def _change(self, n: int, percent: bool) -> None:
        """… A …, … B …, giảm C: the difference of the two levels before it."""
        c = self.b.q[n]
        if n and self.b.q[n - 1].of is not None and self.b.scope(n - 1, n) == "sentence":
            if len(digits(c, c.value)) > 1:
                self._announce("difference", n, [Option("gap", (self.b.op(n - 1, -1),))], [n - 1])
            return
        pair = self._pair(n, percent)
        if pair is None or not self._alike(*pair) or self.b.apart(pair[0], n) or self._listed(n):
            return
        if c.unit == self.b.q[pair[0]].unit and not self._alike(pair[0], n):
            return
        if c.unit in PERCENT_UNITS and c.step >= 1:
            return
        big, small = sorted(pair, key=lambda k: self.b.q[k].value, reverse=True)
        if self.b.q[big].value == self.b.q[small].value:
            return
        option = Option("sum", (self.b.op(big), self.b.op(small, -1)))
        self._announce("difference", n, [option], pair)

    def _rate(self, n: int, before: str) -> None:
        """… X …, … Y …, đạt P%: one over the other, or how far they are apart."""
        p = self.b.q[n]
        if not _RATE.search(before) or p.value in (0, 50, 100) or p.value_to is not None:
            return
        levels = [k for k in self._near(n, percent=False) if countable(self.b.q[k])]
        later = self._base_after(n)
        if levels and later is not None and self._alike(levels[0], later):
            formula = "growth" if p.direction else "percent"
            option = Option(formula, (self.b.op(levels[0]), self.b.op(later)))
            kind = "percent" if p.direction else "share"
            self._announce(kind, n, [option], [levels[0], later])
            return
        told = len(self.b.found)
        for near in self._pairs_of(n, levels):
            if self._alike(*near):
                self._rate_of(n, near, before)
            if len(self.b.found) > told:
                return

    def _pairs_of(self, n: int, levels: Sequence[int]) -> list[list[int]]:
        """Two levels that a rate may be of: the nearest; the nearest outside brackets; the
        nearest of these and the plan that the rate names."""
        visible = [k for k in levels if self.b.visible(k, self.b.q[n].vs)]
        pairs = [list(levels[:2]), visible[:2]]
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
        bases = self._bases(n, near)
        pairs = [(x, y) for x, y in (near, near[::-1]) if y in bases]
        if p.direction is not None or _GROWS.search(before):
            if not pairs or not self._then_and_now(n, near[0], near[1]):
                return
            options = [Option("growth", (self.b.op(x), self.b.op(y))) for x, y in pairs]
            if self._wrong_base(n, near[0], near[1], options):
                return
        else:
            large = p.value > HUNDRED
            options = [
                Option("percent", (self.b.op(x), self.b.op(y)))
                for x, y in pairs
                if (self.b.q[x].value > self.b.q[y].value) == large
            ]
        self._announce("percent" if p.direction else "share", n, options, near)

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
        option = Option("growth", (self.b.op(new), self.b.op(old)))
        scope = self.b.scope(n, x, y)
        self.b.add("percent", n, [option], scope, "unexplained", "rel.slip-base")
        return True

    def _bases(self, n: int, near: Sequence[int]) -> list[int]:
        """Which of two levels the words after a rate name as its base; both if they name none."""
        after = self.folded[self.b.q[n].ve : self.b.q[n].ve + 40]
        base = _BASE.match(after)
        if base is not None:
            places = ((k, self.b.q[k].vs) for k in near)
            return [k for k, at in places if base["base"] in self.folded[max(0, at - 60) : at]]
        if self.b.q[n].direction is not None and _SINCE.match(after):
            return list(near)
        if _OTHER.match(after):
            named = self.b.q[near[1]].unit in after.split() or _WHOLE.match(after) is not None
            return list(near) if named else []
        return list(near)

    def _base_after(self, n: int) -> int | None:
        """The base right after a rate: 84% dự toán HĐND tỉnh giao (1.400 tỷ đồng)."""
        k = n + 1
        if k >= len(self.b.q) or self.b.frames[k].sentence != self.b.frames[n].sentence:
            return None
        if not self._is_level(k, percent=False) or not countable(self.b.q[k]):
            return None
        between = self.folded[self.b.q[n].ve : self.b.q[k].vs]
        return k if _TO_BASE.fullmatch(between) else None

    def _then_and_now(self, n: int, x: int, y: int) -> bool:
        """True where the words say that one of two levels is of another time, or the aim."""
        low = max(self.b.frames[y].sentence[0], self.b.q[y].vs - 60)
        before = self.folded[low : self.b.q[n].vs]
        after = self.folded[self.b.q[n].ve : self.b.q[n].ve + 30]
        return x - y == 1 and bool(_THEN.search(before) or _COMPARED.match(after))

    def _times(self, n: int, before: str) -> None:
        """… A …, … B …, gấp K lần."""
        if not _TIMES.search(before):
            return
        near = self._near(n, percent=False)[:2]
        if len(near) == 2 and self._alike(*near):
            big, small = sorted(near, key=lambda k: self.b.q[k].value, reverse=True)
            option = Option("ratio", (self.b.op(big), self.b.op(small)))
            self._announce("percent", n, [option], near)

    def _total(self, n: int) -> None:
        """a, b, c; tổng cộng T: all figures of T's unit before it in a row."""
        parts: list[int] = []
        for k in range(n - 1, max(-1, n - _FIGURES), -1):
            x = self.b.q[k]
            if self.b.frames[k].block != self.b.frames[n].block or not countable(x):
                break
            if not self._alike_units(k, n) or x.direction is not None or not self.b.checked(k):
                break
            parts.insert(0, k)
        if parts and partial(self.cues, self.folded, self.b.q[parts[0]].vs, self.b.q[n].vs):
            return
        if len(parts) >= 2 and all(self.b.q[k].value < self.b.q[n].value for k in parts):
            self._announce("sum", n, [Option("sum", tuple(self.b.op(k) for k in parts))], parts)

    def _breakdown(self, n: int) -> None:
        """T …: a, b và c. — to the end of the sentence, with nothing else in it."""
        t = self.b.q[n]
        m = _OPEN.match(self.folded, t.full_ve)
        high = self.b.frames[n].sentence[1]
        if m is None or m.end() >= high or crossing(self.folded, t.ve, high):
            return
        parts = []
        for k in range(n + 1, min(len(self.b.q), n + _FIGURES)):
            if self.b.q[k].vs >= high:
                break
            if not countable(self.b.q[k]) or not self._alike_units(k, n) or not self.b.checked(k):
                return
            parts.append(k)
        if len(parts) < 2 or self.b.q[parts[0]].vs > m.end() + 1:
            return
        if _ASIDE.search(self.folded, t.ve, high) or not _END.fullmatch(
            self.folded, self.b.q[parts[-1]].full_ve, high
        ):
            return
        self._announce("sum", n, [Option("sum", tuple(self.b.op(k) for k in parts))], parts)

    def _product(self, start: int, end: int) -> None:
        """n things, r each, t in all, and no other figure in the sentence."""
        if end - start != 3:
            return
        low, high = self.b.frames[start].sentence
        three = range(start, end)
        q = [self.b.q[k] for k in three]
        each = EACH.search(self.folded, low, high) or any(x.per for x in q)
        if not each or _MANY.search(self.folded, low, high):
            return
        if any(x.direction or x.of or x.words or x.value_to or x.bound for x in q):
            return
        if any(x.unit in PERCENT_UNITS or x.unit == "lần" for x in q) or not self.b.checked(*three):
            return
        t = max(three, key=lambda k: self.b.q[k].value)
        n, r = (k for k in three if k != t)
        if min(self.b.q[n].value, self.b.q[r].value) < 2 or self.b.q[t].unit is None:
            return
        if self.b.q[t].unit not in (self.b.q[n].unit, self.b.q[r].unit) and self.b.q[t].step:
            return
        option = Option("product", (self.b.op(n), self.b.op(r)))
        stated = self.b.q[t]
        if agrees(option, stated, self.by_id):
            return
        made = self.b.q[n].value * self.b.q[r].value
        rates = [(self.b.q[a], stated.value / self.b.q[b].value) for a, b in ((n, r), (r, n))]
        if any(abs(rate - x.value) < 1 for x, rate in rates if x.step == 0):
            return  # an average told without its decimals
        if (is_slip(stated, made) and len(digits(stated, stated.value)) > 2) or any(
            rate == rate.to_integral_value() and is_slip(x, rate) for x, rate in rates
        ):
            scope = self.b.scope(*three)
            self.b.add("product", t, [option], scope, "unexplained", "rel.slip-product")

    def _announce(self, kind: str, n: int, options: Sequence[Option], ns: Sequence[int]) -> None:
        """Keep the relation of figure `n` with figures `ns` where no reading agrees and one is a
        slip away."""
        stated = self.b.q[n]
        if any(agrees(o, stated, self.by_id) for o in options):
            return
        for option in options:
            outcome = evaluate(option, stated, self.by_id)
            if outcome and outcome.computed is not None and is_slip(stated, outcome.computed):
                self.b.add(
                    kind, n, [option], self.b.scope(n, *ns), "unexplained", "rel.slip-" + kind
                )
                return


def is_slip(q: Quantity, value: Decimal) -> bool:
    """True where one wrong digit or two swapped ones lead from `value` to what is written."""
    value = abs(value)
    if q.step:
        value = (value / q.step).to_integral_value() * q.step
    a, b = digits(q, q.value), digits(q, value)
    if len(a) == 1:
        return len(b) == 1 and abs(int(a) - int(b)) == 1
    return one_digit(a, b) or swapped(a, b)
