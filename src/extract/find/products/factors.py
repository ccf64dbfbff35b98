"""Products whose factors the text names: so much for each, how many, for how long, in all.

A rate says what it is for (`factor_rates`); the figures that count these things and the
total are looked for in its clause, its sentence and the next one. A contradiction is strong only
where each of them is found once and nothing else is counted there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.find.binding.comparable import MASS
from extract.find.binding.slip_search import is_slip
from extract.find.products.factor_rates import Rates
from extract.model import Bond, Option
from extract.rules.wording import terms, wording
from extract.values.formula import agrees, digits, evaluate
from extract.values.units import PERCENT_UNITS, TIME

_REACH = 12  # figures looked at on each side of a rate
_BLOCKS = 2  # paragraphs before the one of an average in which what it divides is told
_FAR_BACK = 24  # figures that they are looked for among
_ONE = Decimal(1)
_TOGETHER = wording("factors.together")
_OF_SOME = wording("relations.of_some")
_UNSURE = wording("factors.unsure")
_TOTAL = wording("factors.total")
_SHARE = wording("factors.part_of_crop")
_FAR = Decimal("0.35")  # a result further from the total is no error of reckoning but another thing
_BESIDE = 4  # figures around a rate among which another one stands
_FAR_OFF_AVERAGE = Decimal("0.1")  # the same of an average, which may be that of another count
_ALL_YEAR = wording("factors.all_year")


class Factors(Rates):
    """Announces the products of a document."""

    def run(self) -> None:
        """Look at every figure that may be a rate."""
        for r, q in enumerate(self.b.q):
            if not self._plain(r) or not self.b.checked(r):
                continue
            if q.direction is not None and not self._average(r):
                continue
            wanted = self._wanted(r)
            if wanted:
                self._rate(r, wanted)

    # -- the figures of one product --------------------------------------------------------------

    def _windows(self, r: int) -> Iterator[list[int]]:
        """Figures of the clause, the sentence, and the sentence with the next or the one before."""
        frames, q = self.b.frames, self.b.q
        near = range(max(0, r - _REACH), min(len(q), r + _REACH))
        own = [k for k in near if self.b.one_sentence(k, r)]
        low = self.folded.rfind(";", frames[r].sentence[0], q[r].vs)
        high = self.folded.find(";", q[r].ve, frames[r].sentence[1])
        clause = [k for k in own if q[k].vs > low and (high < 0 or q[k].vs < high)]
        if len(clause) < len(own):
            yield clause
        yield own
        block = [k for k in near if self.b.one_block(k, r)]
        after = [k for k in block if k > own[-1]]
        before = [k for k in block if k < own[0]]
        if after:
            yield own + [k for k in after if self.b.one_sentence(k, after[0])]
        if before:
            yield [k for k in before if self.b.one_sentence(k, before[-1])] + own
        if self._average(r):
            near = range(max(0, r - _FAR_BACK), r)
            far = [k for k in near if 0 < frames[r].block - frames[k].block <= _BLOCKS]
            yield far + own

    def _rate(self, r: int, wanted: Sequence[str]) -> None:
        """Announce the first product found around rate `r`, the narrowest stretch first."""
        average = self._average(r)
        for window in self._windows(r):
            counts = [self._of(thing, [k for k in window if k != r]) for thing in wanted]
            if len(window) < 3 and not average:
                continue
            totals = [t for t in window if self._total(t, r, counts)]
            same = [t for t in totals if self.b.q[t].unit == self.b.q[r].unit]
            totals = same or totals
            if not totals:
                continue
            if not all(counts):
                if self._implied(r, wanted, counts, totals):
                    return
                continue
            if self._product(r, counts, totals, window, average):
                return

    def _total(self, t: int, r: int, counts: Sequence[Sequence[int]]) -> bool:
        """True where figure `t` may be the total of rate `r`."""
        x, q = self.b.q[t], self.b.q[r]
        if t == r or x.per is not None or not self._plain(t) or not self.b.checked(t):
            return False
        if any(ks == [t] for ks in counts) or x.value <= q.value:
            return False
        if x.unit != q.unit and self._weight(t, r) == _ONE:
            return (
                x.step == 0 and None not in (x.unit, q.unit) and (self.b.same.units(x.unit, q.unit))
            )
        return x.direction == q.direction or q.direction is None

    def _weight(self, t: int, r: int) -> Decimal:
        """What turns the unit of rate `r` into that of total `t`: tạ into tấn."""
        u, v = self.b.q[r].unit, self.b.q[t].unit
        if u in MASS and v in MASS:
            return MASS[u] / MASS[v]
        return _ONE

    def _product(
        self,
        r: int,
        counts: Sequence[Sequence[int]],
        totals: Sequence[int],
        window: Sequence[int],
        average: bool,
    ) -> bool:
        """Try the readings; keep one that agrees, else the only one there is."""
        readings: list[tuple[int, list[int]]] = []
        for t in totals:
            for first in counts[0][:4]:
                if len(counts) == 1:
                    readings.append((t, [first]))
                else:
                    readings += [(t, [first, m]) for m in counts[1][:3] if m != first]
        readings = [x for x in readings if x[0] not in x[1] and len(set(x[1])) == len(x[1])]
        for t, ns in readings:
            option = self._option(r, t, ns, average)
            if agrees(option, self.b.q[t], self.by_id):
                self.b.add("product", t, [option], self.b.scope(r, t, *ns), "silent", "rel.rate")
                return True
        if any(not self.b.one_block(t, r) for t, _ in readings):
            return False  # what another paragraph tells need not be what is averaged
        readings = [x for x in readings if self._in_bracket_of(r, *x)] or readings
        if len(readings) > 1:
            fits = [self._named_count(r, *x) if len(counts) == 1 else 0 for x in readings]
            most = max(fits)
            readings = [x for x, fit in zip(readings, fits, strict=True) if fit == most > 0]
        if len(readings) != 1:
            return False
        t, ns = readings[0]
        option = self._option(r, t, ns, average)
        sure = self._sure(r, t, ns, window)
        sure = sure and _OF_SOME.search(self.b.clause_before(r)) is None
        outcome = evaluate(option, self.b.q[t], self.by_id)
        if outcome is None or outcome.computed is None or self._one_of_rates(r, t):
            return False
        if any(self._among_others(n) for n in ns):
            return False
        slipped = self._slipped(r, t, outcome.computed)
        limit = _FAR_OFF_AVERAGE if average else _FAR
        far = abs(outcome.computed - self.b.q[t].value) > limit * max(
            outcome.computed, self.b.q[t].value
        )
        if sure and (slipped or not far):
            self.b.add("product", t, [option], self.b.scope(r, t, *ns), "strong", "rel.rate")
        elif slipped and not self._unsure(r, t, ns):
            scope = self.b.scope(r, t, *ns)
            self.b.add("product", t, [option], scope, "unexplained", "rel.rate-slip")
        return sure

    def _among_others(self, n: int) -> bool:
        """True where another count is coordinated to count `n`: the total is of both: "tổng diện
        tích 6.310 ha cho 3.108 hộ và 57 cộng đồng"."""
        k, q = n + 1, self.b.q
        if k == len(q) or not self.b.one_sentence(n, k) or q[k].unit in (None, q[n].unit):
            return False
        counts = q[k].step == 0 and q[k].direction is None and self._plain(k)
        return counts and _TOGETHER.fullmatch(self.b.between(n, k)) is not None

    def _one_of_rates(self, r: int, t: int) -> bool:
        """True where another rate of the same kind stands beside rate `r`, and no total between
        them: "12 máy tính (15 triệu đồng/máy) và 34 máy in (6 triệu đồng/máy), tổng 384 triệu đồng"
        is the sum of both."""
        q = self.b.q
        near = range(max(0, r - _BESIDE), min(len(q), r + _BESIDE + 1))
        return any(
            k != r
            and q[k].per is not None
            and q[k].direction is None
            and (q[k].unit, q[k].per) == (q[r].unit, q[r].per)
            and self.b.one_sentence(k, r)
            and all(
                q[m].per is not None or q[m].unit != q[t].unit for m in range(min(k, r), max(k, r))
            )
            for k in near
        )

    def _in_bracket_of(self, r: int, t: int, ns: Sequence[int]) -> bool:
        """True where rate and total stand in the bracket right behind the count: "41 hộ (mức 30
        triệu đồng/hộ, 1.230 triệu đồng)"."""
        around = self.b.bracket(r)
        n = min(ns)
        if around is None or around != self.b.bracket(t) or self.b.q[n].vs > around[0]:
            return False
        return self.b.q[n + 1].vs > around[0]

    def _named_count(self, r: int, t: int, ns: Sequence[int]) -> int:
        """How much of the name of a count the clause of a rate tells, where total `t` is beside
        it: "858 nhà xây mới … Nhà xây mới được hỗ trợ 60 triệu đồng/nhà, …", "286 lượt nội trú …
        chi phí nội trú 703 triệu đồng, bình quân 2,46 triệu đồng/lượt"."""
        first, last = min(r, t), max(r, t)
        if last != first + 1 or ";" in self.folded[self.b.q[first].ve : self.b.q[last].vs]:
            return 0
        low = self.b.frames[r].sentence[0]
        clause = self.folded[max(low, self.folded.rfind(";", low, self.b.q[r].vs)) : self.b.q[r].vs]
        q = self.b.q[ns[0]]
        noun = self.folded[q.full_ve : q.noun_ve].strip()
        if t < r:
            noun = noun.removeprefix(q.unit or "").strip()
        return len(noun) if noun in clause else 0

    def _option(self, r: int, t: int, ns: Sequence[int], average: bool) -> Option:
        weight = self._weight(t, r)
        rounded = average or weight != _ONE or self.b.q[r].per == "ha"
        operands = (self.b.op(r, weight), *(self.b.op(n) for n in ns))
        return Option("average" if rounded else "product", operands)

    def _slipped(self, r: int, t: int, product: Decimal) -> bool:
        """True where one wrong digit of the total or of the rate explains the difference."""
        stated, rate = self.b.q[t], self.b.q[r]
        if len(digits(stated, stated.value)) < 3:
            return False
        if len(digits(rate, rate.value)) < 2:
            return rate.step == 0 and is_slip(stated, product)
        wanted = rate.value * stated.value / product
        if rate.step:
            wanted = (wanted / rate.step).to_integral_value() * rate.step
        return is_slip(stated, product) or (
            (rate.step or wanted == wanted.to_integral_value()) and is_slip(rate, wanted)
        )

    def _sure(self, r: int, t: int, ns: Sequence[int], window: Sequence[int]) -> bool:
        """True where nothing else is counted between the figures of a product, and the total is
        told to be one."""
        used = {r, t, *ns}
        first, last = min(used), max(used)
        for k in window:
            x = self.b.q[k]
            if k in used:
                if x.bound is not None:
                    return False
            elif x.value == 1:
                continue
            elif x.unit in PERCENT_UNITS and x.direction is None:
                return False
            elif first < k < last or self.b.same.units(x.unit, self.b.q[t].unit):
                if x.unit not in PERCENT_UNITS or x.direction is None:
                    return False
            elif x.unit in TIME:
                return False
        if self._unsure(r, t, ns):
            return False
        return self._average(r) or bool(_TOTAL.search(self._before(t)))

    def _unsure(self, r: int, t: int, ns: Sequence[int]) -> bool:
        """True where words say that the figures are limits, rough, or those of a part."""
        first, last = min(r, t, *ns), max(r, t, *ns)
        low, high = self.b.frames[first].sentence[0], self.b.frames[last].sentence[1]
        start = max(low, self.folded.rfind(";", low, self.b.q[first].vs))
        end = self.folded.find(";", self.b.q[last].ve, high)
        if end < 0:
            end = high
        if _UNSURE.search(self.folded, start, end):
            return True
        return self.b.q[r].per == "ha" and _SHARE.search(self.folded, start, end) is not None

    # -- spans of time that no figure counts ------------------------------------------------------

    def _implied(
        self,
        r: int,
        wanted: Sequence[str],
        counts: Sequence[Sequence[int]],
        totals: Sequence[int],
    ) -> bool:
        """A total over a period whose length a date tells: giai đoạn 2021 - 2025, mỗi năm."""
        missing = [i for i, ks in enumerate(counts) if not ks]
        if (
            len(missing) != 1
            or wanted[missing[0]].split()[0] not in terms("khoang_thoi_gian")
            or not totals
        ):
            return False
        others = [ks[0] for ks in counts if ks]
        if any(len(ks) != 1 for ks in counts if ks):
            return False
        for t in totals:
            length = self._length(t, wanted[missing[0]].split()[0])
            if length is None:
                continue
            weight = self._weight(t, r) * length
            option = Option("average", (self.b.op(r, weight), *(self.b.op(n) for n in others)))
            outcome = evaluate(option, self.b.q[t], self.by_id)
            if outcome is None or outcome.computed is None:
                continue
            if outcome.verdict == "consistent":
                bond: Bond = "silent"
            elif length > 1 and len(totals) == 1 and self._slipped(r, t, outcome.computed):
                bond = "unexplained"
            else:
                continue
            self.b.add("product", t, [option], self.b.scope(r, t), bond, "rel.rate-period")
            return True
        return False

    def _length(self, t: int, unit: str) -> int | None:
        """How many years, quarters or months the period of figure `t` has."""
        index = self.b.frames[t].period
        value = self.b.dates[index].value if index is not None else None
        m = re.fullmatch(r"(\d{4})/(\d{4})", value or "")
        if m and unit == "năm":
            return int(m[2]) - int(m[1]) + 1
        m = re.fullmatch(r"\d{4}-(\d\d)/\d{4}-(\d\d)", value or "")
        if m and unit == "tháng":
            return int(m[2]) - int(m[1]) + 1
        months = 6 if value and "-H" in value else 3 if value and "-Q" in value else None
        if months is None:
            low = self.b.frames[t].sentence[0]
            whole = value is not None and len(value) == 4
            if whole or _ALL_YEAR.search(self.folded[low : self.b.q[t].vs]):
                months = 12
        if months is None:
            return None
        return months if unit == "tháng" else months // 3 if unit == "quý" else None
