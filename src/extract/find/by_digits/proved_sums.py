"""Sums and differences that the digits prove, as `proofs` tells: of a change, of what is left, and
of a total and a run of parts before or after it, or of every second or third figure where rows of
several columns are told one after the other.

"nâng số thu lên 341,87 tỷ đồng … tăng 15,56 tỷ đồng" and 326,31 tỷ đồng the sentence before; "tổng
vốn là 31,46 tỷ USD. … cấp mới 18,3 tỷ USD …; tăng thêm 6,75 tỷ USD …; góp vốn 6,41 tỷ USD".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.find.binding.comparable import AVERAGE, EACH
from extract.find.binding.summands import countable
from extract.find.by_digits.proofs import LOG, LOOSE, Proof, hidden
from extract.model import Announced, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS, POINTS, TIME

_CHANGE = 0.02  # hits by chance that are let pass for a change, and for what is told to be left
_TOLD = 0.06  # for what is told to be a balance
_AVERAGE = 0.04  # for what each has
_RUN = 0.005  # for a total of a run of parts
_PAIR = 0.001  # and for one of two parts anywhere around it
_LONGEST = 16  # levels of a run
_BLOCKS = 24  # paragraphs after a total in which its parts may stand
_FINE = 3  # times what rounding hides of a sum that the least of its parts is
_SKIPPED = 3  # figures before the first part that may be of something else
_COLUMNS = 3  # figures of a row
_FAR = 40  # levels after a total, among which those are taken that are no parts of each other
_PAIRS = 3  # rows of two figures told one after the other
_SCALES = tuple(Decimal(10) ** e for e in (3, 6, 9))
_TOTALS = 4  # levels nearest to an average that may be its total, and its number
_FRACTIONS = 14  # figures before what is left among which the x/y is looked for
_SURE = 0.25  # tries that the parts cost which words open as such
_NEAR = 10  # figures before an amount among which what each gets and their number stand
_OPENED = wording("proved_slips.opened")
_LEFT = wording("nearby.left")
_LEFT_AFTER = wording("nearby.left_after")
_BALANCE = wording("proved_sums.balance")
_FIXED = wording("proved_sums.fixed")
_BACK = 110  # characters before a figure that may tell it to be a balance


class SumProofs(Proof):
    """Announces the sums and differences that the digits of figures near each other prove."""

    outdone = LOOSE

    def run(self) -> None:
        """Look at every amount that no relation explains so far."""
        self._read_anew()
        self._inner = {  # figures that are parts of others
            o.quantity
            for a in self.b.found
            if a.kind == "sum" and (a.bond != "silent" or self._agrees(a))
            for o in a.options[0].operands
        }
        for n, x in enumerate(self.b.q):
            if x.unit in PERCENT_UNITS or x.unit in TIME or not self.open(n):
                continue
            if x.per is not None:
                self._average(n)
                continue
            before = self.folded[max(self.b.frames[n].sentence[0], x.vs - _BACK) : x.vs]
            left = _LEFT.search(self.b.clause_before(n)) or _LEFT_AFTER.match(
                self.folded, x.full_ve
            )
            if _BALANCE.search(before):
                self._change(n, _TOLD)
            elif left and self._rest(n):
                continue
            elif x.direction is not None or x.unit in POINTS or left:
                if not self._change(n, _CHANGE) and not left:
                    self._run(n)
            elif self._is_average(n):
                self._average(n)
            elif not (self._run(n) or self._product(n)) and x.bound is None:
                self._pair(n)

    def _agrees(self, a: Announced) -> bool:
        return self.b.agrees(a.options[0], a.stated)

    def usable(self, k: int) -> bool:
        """True for an amount that may be a part: a level, what came in, the x of x/y."""
        x = self.b.q[k]
        plain = countable(x) and x.direction != "decrease" and x.value > 0
        return plain and self.b.checked(k)

    def _is_average(self, n: int) -> bool:
        """True for a figure told as an average, with no other amount between its word and it."""
        low, q = self.b.frames[n].sentence[0], self.b.q
        k = n - 1
        while k >= 0 and q[k].vs >= low and not self.usable(k):
            k -= 1
        start = max(low, q[k].ve if k >= 0 else low, q[n].vs - _BACK)
        return AVERAGE.search(self.folded, start, q[n].vs) is not None

    def _average(self, n: int) -> None:
        """What each has is a total over their number: "12.814 doanh nghiệp với số vốn 156,3 nghìn
        tỷ đồng … bình quân một doanh nghiệp 12,2 tỷ đồng"."""
        x = self.b.q[n]
        if _FIXED.search(self.b.clause_before(n)) and not self._is_average(n):
            return  # "92 hộ (mức 60 triệu đồng/hộ, thành tiền 5.502 triệu đồng)": not rounded
        pool = self.around(n)
        totals = [k for k in pool if self.b.q[k].unit == x.unit and self.b.q[k].value > x.value]
        numbers = [k for k in pool if self.b.q[k].unit != x.unit and self.b.q[k].value > 1]
        tries = 0
        for t in totals[:_TOTALS]:
            for k in numbers[:_TOTALS]:
                tries += 1
                total, number = self.b.q[t], self.b.q[k]
                if not x.step or tries * hidden(x, total, number) / LOG > _AVERAGE:
                    return
                option = Option("ratio", (self.b.op(t), self.b.op(k)))
                if agrees(option, x, self.by_id):
                    if number.value * x.value != total.value:  # else the total is what is told
                        self._forget_product(n, t, k)
                        self.announce("product", n, option)
                    return

    def _product(self, n: int) -> bool:
        """True where an amount is what each gets times their number, which is announced: "trao 400
        suất quà … Mỗi suất quà trị giá 600.000 đồng. … Tổng kinh phí là 240 triệu đồng"."""
        x, q = self.b.q[n], self.b.q
        if not self.b.same.measured(x.unit) or not x.step:
            return False
        near = [k for k in range(n - 1, max(-1, n - 1 - _NEAR), -1) if self._in_reach(k, n)]
        each = [k for k in near if q[k].unit == x.unit and self._of_each(k)]
        numbers = [k for k in near if q[k].step == 0 and q[k].unit != x.unit and self.level(k)]
        for tries, (r, k) in enumerate(((r, k) for r in each for k in numbers), 1):
            option = Option("product", (self.b.op(k), self.b.op(r)))
            if tries * hidden(x) / LOG > _AVERAGE:
                return False
            if q[k].value > 1 and agrees(option, x, self.by_id):
                return self.announce("product", n, option)
        return False

    def _in_reach(self, k: int, n: int) -> bool:
        return self.b.one_block(n, k) and self.b.checked(k)

    def _of_each(self, k: int) -> bool:
        """True for an amount told as that of one: per unit, or behind "mỗi"."""
        return self.b.q[k].per is not None or EACH.search(self.b.clause_before(k)) is not None

    def _forget_product(self, *ns: int) -> None:
        """Take back the product of just these figures."""
        ids = {self.b.q[n].id for n in ns}
        self.b.take_back(lambda a: a.kind == "product" and a.options[0].ids | {a.stated} == ids)

    def _rest(self, n: int) -> bool:
        """True where what is left is the rest of an x/y before: "đã giải quyết 74/83 vụ việc. …
        Hiện còn 9 vụ việc"."""
        x, frames = self.b.q[n], self.b.frames
        for k in range(n - 1, max(-1, n - 1 - _FRACTIONS), -1):
            y = self.b.q[k]
            if frames[n].block - frames[k].block > _BLOCKS:
                return False
            if y.of is not None and y.of - y.value == x.value and self.akin(y, x):
                return self.announce("difference", n, Option("gap", (self.b.op(k, -1),)))
        return False

    def _most(self, n: int, chance: float) -> float:
        """How often a width may be tried for figure `n` before a hit by chance is to be feared."""
        return chance * LOG * float(self.b.q[n].value)

    def _pairs(self, n: int, most: float, sign: int) -> Iterator[tuple[int, int]]:
        """The pairs of levels around figure `n` whose sum or, of sign -1, difference it may be, the
        nearest first, while a hit tells anything."""
        x, q = self.b.q[n], self.b.q
        least = float(x.step or 1)
        if most < least:
            return
        pool = [k for k in self.around(n) if self.akin(self.b.q[k], x)]
        for later in range(1, len(pool)):
            tries = later * (later + 1) // 2
            if tries * least > most:
                return
            for earlier in range(later):
                a, b = pool[earlier], pool[later]
                if q[a].value <= q[b].value:
                    a, b = b, a
                gap = q[a].value + sign * q[b].value - x.value
                near = abs(gap) <= q[a].step + q[b].step + x.step
                if near and tries * self.grain(n, a, b) <= most:
                    yield a, b

    def _change(self, n: int, chance: float) -> bool:
        """True where a change, a balance, or what is left, is the difference of two levels, which
        is announced."""
        found = False
        for a, b in self._pairs(n, self._most(n, chance), -1):
            option = self.b.less(a, b)
            if agrees(option, self.b.q[n], self.by_id):
                new = not self.is_tied(n, option)
                found = self.announce("difference", n, option) or found
                if new:
                    break
        return found

    def _pair(self, n: int) -> None:
        """A total is the sum of two levels anywhere around it."""
        for a, b in self._pairs(n, self._most(n, _PAIR), 1):
            option = self.b.sum_of((a, b))
            right = agrees(option, self.b.q[n], self.by_id)
            if right and self.announce("sum", n, option, told=False):
                return

    def _run(self, n: int) -> bool:
        """True where a total is that of a run of figures after or before it, which is announced."""
        x = self.b.q[n]
        most = self._most(n, _RUN)
        if most < _SURE * float(x.step or 1):
            return False
        for tries, row in self._rows(n):
            run = self._sum_of(n, row)
            if run is None or tries * (len(run) - 1) * self.grain(n, *run) > most:
                continue
            option = self.b.sum_of(sorted(run))
            if agrees(option, x, self.by_id):
                return self.announce("sum", n, option, told=False)
        return False

    def _read_anew(self) -> None:
        """Sums that do not agree are read anew where bare numbers are told in the scale word of
        their total, or rows of two columns one after the other."""
        for i, a in enumerate(self.b.found):
            if a.kind != "sum" or any(self.b.agrees(o, a.stated) for o in a.options):
                continue
            total = self.by_id[a.stated]
            for option in (o for o in a.options if o.formula == "sum"):
                for told in (*self._weighed(option, total), *self._columns(option)):
                    if agrees(told, total, self.by_id):
                        self.b.found[i] = replace(a, options=(told,))

    def _weighed(self, option: Option, total: Quantity) -> Iterator[Option]:
        """A sum of bare numbers in each scale: "5.812,4 tỷ đồng, gồm bán lẻ 4.127,9; …"."""
        parts = [self.by_id[o.quantity] for o in option.operands]
        measured = self.b.same.measured
        if total.step and measured(total.unit) and not any(measured(q.unit) for q in parts):
            for scale in _SCALES:
                weighed = (replace(o, weight=o.weight * scale) for o in option.operands)
                yield replace(option, operands=tuple(weighed))

    def _columns(self, option: Option) -> Iterator[Option]:
        """The sums of the first and of the second figures of rows of two: "3,8 triệu khách và 171
        triệu khách.km, trong đó đường bộ 3,6 triệu khách và 118 triệu khách.km; …"."""
        columns = [option.operands[first::2] for first in range(2)]
        units = [{self.by_id[o.quantity].unit for o in column} for column in columns]
        if len(columns[0]) == len(columns[1]) >= _PAIRS and units[0].isdisjoint(units[1]):
            for column in columns:
                yield replace(option, operands=column)

    def _rows(self, n: int) -> Iterator[tuple[float, list[int]]]:
        """(tries it costs, figures that figure `n` may be the sum of the first of): counts of any
        sort that words open as its parts; those of the several units told for it; its like after
        it and before it, and those after it that are no parts themselves, without the first or the
        first two; every second or third of its like."""
        x = self.b.q[n]
        after = self.after(n, _BLOCKS, _LONGEST)
        before = [k for k in self.before(n) if self.b.q[k].direction is None]
        if _OPENED.match(self.folded, x.full_ve):
            place = self.b.frames[n].sentence
            counts = [k for k in after if self.b.frames[k].sentence == place]
            if not any(self.b.q[k].step for k in (n, *counts)):
                yield _SURE, counts
        yield 1, [k for k in after if self._may_be_part(k, n)]
        outer = [
            k
            for k in self.after(n, _BLOCKS, _FAR)
            if self.b.q[k].id not in self._inner
            and self.akin(self.b.q[k], x)
            and self.b.bracket(k) is None
        ]
        like = [[k for k in side if self.akin(self.b.q[k], x)] for side in (after, before)]
        plain = [k for k in like[0] if self.level(k)]
        for side in (*like, plain, outer):
            yield from ((first + 1, side[first:]) for first in range(_SKIPPED))
        rows = [(side, columns) for side in like for columns in range(2, _COLUMNS + 1)]
        for side, columns in rows:
            yield from ((columns + first, side[first::columns]) for first in range(columns))

    def _may_be_part(self, k: int, n: int) -> bool:
        """True where level `k` has a unit akin to that of figure `n`, or one of those told for it:
        "862 trang trại, gia trại", of which 835 are gia trại."""
        x, y = self.b.q[n], self.b.q[k]
        if self.akin(y, x):
            return True
        counts = not (x.step or y.step) and y.unit is not None
        return counts and f" {y.unit} " in self.folded[x.ve : x.ve + _BACK // 2].replace(",", " ")

    def _sum_of(self, n: int, row: Sequence[int]) -> Sequence[int] | None:
        """The beginning of a row, of two levels or more, that comes to figure `n`."""
        x = self.b.q[n]
        gap, slack = x.value, x.step
        for m, k in enumerate(row, 1):
            y = self.b.q[k]
            gap, slack = gap - y.value, slack + y.step
            if gap < -slack or y.value >= x.value:
                return None
            if m > 1 and abs(gap) <= slack:
                least = min(self.b.q[p].value for p in row[:m])
                return row[:m] if least > _FINE * slack else None
        return None
