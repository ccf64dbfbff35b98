"""A figure that a rate and two others leave no room for, one slip away from what they give.

"Kiến nghị thu hồi 304 triệu đồng, đã nộp 1.107 triệu đồng (29,9%), còn 2.597 triệu đồng": 1.107 is
29,9% of what was paid and is left together, so that 3.704 was meant. "Kỳ này 86 văn bản, kỳ trước
73 văn bản, tăng 12 văn bản (16,2%)": 12 is 16,2% of 74. The words tie all four figures; where the
rate agrees with two, the other one is wrong, whatever slip it suffered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from extract.find.binding.slip_search import as_fine, is_slip
from extract.find.by_digits.proofs import Proof
from extract.model import Kind, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, evaluate
from extract.values.slips import lengthened
from extract.values.units import PERCENT_UNITS

_LEFT = wording("nearby.left")
_LEFT_AFTER = wording("nearby.left_after")
_NOT = wording("confirmed.rest")
_ALL_LEFT = wording("confirmed.all_left")
_COMPARED = wording("confirmed.compared")
_SHARE = wording("confirmed.share")
_RATE = wording("change_bases.link")
_THEN = wording("slip_rates.then")
_ALONE = wording("change_bases.alone")
_FINE = 3  # digits of a rate that two figures agree with hardly by chance
_BACK = 8  # figures before a change among which its levels are told
_AHEAD = 3  # figures behind a rate among which what is left is told
_PAIR = 2
_SLIGHT = 10  # what some levels are apart by chance is less
_RULE = "rel.confirmed"


class Confirmed(Proof):
    """Announces what a rate and two figures contradict."""

    def run(self) -> None:
        """Look at every rate."""
        for p in range(1, len(self.b.q)):
            rate = self.b.q[p]
            if rate.unit not in PERCENT_UNITS or not self.b.checked(p) or rate.value_to:
                continue
            if _ALONE.match(self.folded, rate.ve) is None:
                continue
            changes = [c for c in (p - 1, p + 1) if self._is_change(c, p)]
            if changes:
                self._change(changes[0], p)
            elif rate.direction is None:
                self._rest(p)

    # -- a whole, what is done of it, its rate, what is left -----------------------------------

    def _rest(self, p: int) -> None:
        """T …, X … (P%), còn Y: of T = X + Y one figure is wrong where P agrees with the others."""
        x, q, rate = p - 1, self.b.q, self.b.q[p]
        if not self.usable(x) or not self.b.one_sentence(x, p):
            return
        if _SHARE.fullmatch(self.folded, q[x].full_ve, rate.vs) is None:
            return
        t, y = self._whole(x), self._left(p, x)
        if t is None or y is None:
            return
        off = abs(q[x].value + q[y].value - q[t].value)
        if off == 0:
            self._tell("share", p, self.b.percent(x, t), rate)
        elif off <= q[t].step + q[x].step + q[y].step:
            return
        elif agrees(self.b.percent(x, t), rate, self.by_id):
            if q[x].value + q[y].value > q[t].value or self._is_all_left(y):
                self._tell("difference", y, self.b.less(t, x), rate)
        elif agrees(Option("portion", (self.b.op(x), self.b.op(y))), rate, self.by_id):
            self._tell("sum", t, self.b.sum_of((x, y)), rate)
        elif self.b.some_of(x):
            return  # "120 đơn, giải quyết 85 đơn khiếu nại (79,2%), còn 25 đơn": the rate of all
        elif agrees(Option("fall", (self.b.op(y), self.b.op(t))), rate, self.by_id):
            self._tell("difference", x, self.b.less(t, y), rate)

    def _whole(self, x: int) -> int | None:
        """The nearest level before figure `x` in its sentence, of its like."""
        for k in range(x - 1, -1, -1):
            if not self.b.one_sentence(k, x):
                return None
            if self.usable(k) and self.akin(self.b.q[k], self.b.q[x]):
                return k if self.b.visible(k, self.b.q[x].vs) else None
        return None

    def _left(self, p: int, x: int) -> int | None:
        """The next level behind rate `p` in its sentence, of the like of figure `x`, where it is
        told as what is left."""
        for y in range(p + 1, min(len(self.b.q), p + 1 + _AHEAD)):
            if not self.b.one_sentence(p, y):
                return None
            if self.usable(y) and self.b.visible(y, self.b.frames[y].sentence[1]):
                before = self.b.clause_before(y)
                told = _LEFT.search(before) or _NOT.search(before)
                told = told or _LEFT_AFTER.match(self.folded, self.b.q[y].full_ve)
                return y if told and self.akin(self.b.q[x], self.b.q[y]) else None
        return None

    def _is_all_left(self, y: int) -> bool:
        """True where nothing tells figure `y` as some of what is left: "còn 15 vụ quá hạn"."""
        return _ALL_LEFT.search(self.b.clause_before(y)) is not None and not self.b.some_of(y)

    # -- a level, the one before, the change and its rate --------------------------------------

    def _is_change(self, c: int, p: int) -> bool:
        """True where figure `c`, beside rate `p`, is the change that it is the rate of."""
        if not 0 <= c < len(self.b.q) or not self.b.one_sentence(c, p) or not self.b.checked(c):
            return False
        change, rate = self.b.q[c], self.b.q[p]
        if change.unit in PERCENT_UNITS or change.direction is None or change.value <= 0:
            return False
        first, second = sorted((c, p))
        between = self.b.q[first].full_ve, self.b.q[second].vs
        one_way = rate.direction in (None, change.direction)
        return one_way and _RATE.fullmatch(self.folded, *between) is not None

    def _change(self, c: int, p: int) -> None:
        """A …, B …, tăng C (P%): one figure is wrong where P agrees with two of the others."""
        levels = list(self._levels(min(c, p)))
        if len(levels) == _PAIR and self._then_and_now(*levels) and self._of_base(c, p, levels):
            any(self._is_wrong(c, p, a, b) for a, b in permutations(levels))

    def _of_base(self, c: int, p: int, levels: Sequence[int]) -> bool:
        """True where change `c` with rate `p` is not compared with a time that neither level is of:
        "năm 2022 82 văn bản, năm 2024 97 văn bản, tăng 14 văn bản (16,9%) so với năm 2023"."""
        base, last = self.b.frames[c].base, self.b.q[max(c, p)]
        if _COMPARED.match(self.folded, last.ve) is not None and base is None:
            return False
        return base is None or any(self.b.of_base(k, base) for k in levels)

    def _then_and_now(self, a: int, b: int) -> bool:
        """True where two levels may be one thing at two times, one of which, or an aim, is told."""
        words = self.b.clause_before(a), self.b.clause_before(b)
        return any(map(_THEN.search, words)) and not self.b.of_two_things(a, b)

    def _levels(self, c: int) -> Iterator[int]:
        """The two levels before change `c` in its sentence, of its like."""
        left = _PAIR
        for k in range(c - 1, max(-1, c - 1 - _BACK), -1):
            if not left or not self.b.one_sentence(k, c):
                return
            if self.usable(k) and self.b.same(self.b.q[k], self.b.q[c]):
                left -= 1
                yield k

    def _is_wrong(self, c: int, p: int, a: int, b: int) -> bool:
        """True where change `c` with rate `p`, from level `a` to `b`, has one wrong figure; it is
        told."""
        q, rate = self.b.q, self.b.q[p]
        falls = q[c].direction == "decrease"
        gap = self.b.less(a, b) if falls else self.b.less(b, a)
        if agrees(gap, q[c], self.by_id):
            sure = q[c].step > 0 or q[c].value >= _SLIGHT
            return sure and self._tell("percent", p, self.b.percent(c, a), rate)
        if agrees(self.b.percent(c, a), rate, self.by_id):
            option = self.b.less(a, c) if falls else self.b.sum_of((a, c))
            return self._tell("difference" if falls else "sum", b, option, rate)
        if agrees(self.b.back(c, b), rate, self.by_id):
            option = self.b.sum_of((b, c)) if falls else self.b.less(b, c)
            return self._tell("sum" if falls else "difference", a, option, rate)
        if agrees(self.b.growth(b, a), rate, self.by_id) and (q[a].value > q[b].value) == falls:
            return self._tell("difference", c, gap, rate)
        return False

    def _tell(self, kind: Kind, n: int, option: Option, rate: Quantity) -> bool:
        """Announce that figure `n` is not what an option gives, where one slip leads there: any
        beside a fine rate, else one that is seldom possible."""
        told = evaluate(option, self.b.q[n], self.by_id)
        if told is None or not told.computed or told.verdict == "consistent":
            return False
        fine = len(digits(rate, rate.value)) >= _FINE
        if not _any_slip(self.b.q[n], told.computed, 1 if fine else _FINE):
            return False
        self.add(kind, n, option, "unexplained", _RULE)
        return True


def _any_slip(q: Quantity, value: Decimal, least: int) -> bool:
    """True where a slip of any sort leads to a figure from `value`, of so many digits at least."""
    told, meant = digits(q, q.value), digits(q, as_fine(q, value))
    longer = len(meant) > 1 and lengthened(told, meant)
    return value > 0 and len(meant) >= least and (is_slip(q, value) or longer)
