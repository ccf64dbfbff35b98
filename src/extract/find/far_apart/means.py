"""Averages told after their total or after the figures they are the mean of.

"Trong 03 năm … 858 km. Tính bình quân, mỗi năm … 286 km", "lần lượt là 1.210, 1.340, 1.470 tỷ
đồng, bình quân 1.340 tỷ đồng/năm". One that does not agree is an error only where a slip of a digit
explains it, or where it lies outside the row; else it may be the average of something else.
"""

from __future__ import annotations

from decimal import Decimal

from extract.find.binding.comparable import AVERAGE
from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.find.binding.slip_search import is_slip
from extract.model import Bond, Operand, Option, Quantity
from extract.rules.wording import wording
from extract.values.dates import days_in
from extract.values.formula import agrees, digits, evaluate
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS, TIME

_EACH = wording("means.each")
_EACH_AFTER = wording("means.each_after")
_DAILY = wording("means.daily")
_OF_ONE = wording("means.of_one")
_OF_ONE_BEFORE = wording("means.of_one_before")
_ROW = wording("means.row")
_DIRECTLY = wording("means.directly")
_BARE = (", ", " và ", ", và ", "; ")  # between figures whose unit is told after the last
_LOOK = 14  # figures before an average among which its total and its count stand
_LEAST = 3  # figures of a row, digits of an average that a slip is told of
_MOST = 60  # years, months that an average is of


def find_means(binder: Moments) -> None:
    """Announce the averages whose total and number, or whose figures, the text tells."""
    if next(AVERAGE.finditer(binder.folded), None):
        Means(binder).run()


class Means(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every figure that is told as an average."""
        told = self._told()
        for r, q in enumerate(self.b.q):
            if q.unit in PERCENT_UNITS or q.of is not None or q.value_to is not None or q.words:
                continue
            if q.id in told or q.bound is not None or not self.b.checked(r):
                continue
            self._of_days(r)
            before = self.b.clause_before(r)
            if AVERAGE.search(before) and not self._of_row(r, before):
                self._of_time(r, before)
                self._of_things(r, before)

    def _told(self) -> set[str]:
        """The figures of products announced so far that agree, or that the text itself ties."""
        return {
            figure
            for a in self.b.found
            if a.kind == "product"
            for option in a.options
            if a.bond != "silent" or self.b.agrees(option, a.stated)
            for figure in (a.stated, *(o.quantity for o in option.operands))
        }

    # -- the mean of a row ---------------------------------------------------------------------

    def _of_row(self, r: int, before: str) -> bool:
        """a, b, c, bình quân r: all figures of the row right before it."""
        q = self.b.q
        if not r or _DIRECTLY.fullmatch(before.removeprefix(f" {q[r - 1].unit}")) is None:
            return False
        row: list[int] = []
        for k in range(r - 1, -1, -1):
            bare = bool(row) and self.folded[q[k].ve : q[row[0]].vs] in _BARE
            one = self.b.one_sentence(k, r)
            if not one or not self._fits(q[k], q[r], bare):
                break
            if row and _ROW.fullmatch(self.folded, self._end(k), q[row[0]].vs) is None:
                break
            row.insert(0, k)
        if len(row) < _LEAST:
            return False
        option = Option("mean", tuple(self.b.op(k) for k in row))
        outcome = evaluate(option, q[r], self.by_id)
        if outcome is None or outcome.computed is None:
            return False
        fine = outcome.verdict == "consistent"
        told = [q[k].value for k in row]
        outside = q[r].per is None and not min(told) <= q[r].value <= max(told)
        slipped = len(digits(q[r], q[r].value)) >= _LEAST and is_slip(q[r], outcome.computed)
        if fine or slipped or (outside and _EACH.search(before)):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("product", r, [option], self.b.scope(*row, r), bond, "rel.mean")
        return True

    def _end(self, k: int) -> int:
        """Where figure `k` ends with its unit."""
        q = self.b.q[k]
        told = f" {q.unit}"
        return q.full_ve + len(told) * self.folded.startswith(told, q.full_ve)

    @staticmethod
    def _fits(x: Quantity, r: Quantity, bare: bool) -> bool:
        """True where `x` may stand in the row whose mean is `r`; a bare one has its unit after
        the last of the row (14.200, 15.900 và 17.600 hồ sơ)."""
        plain = x.of is None and x.value_to is None and not x.words and x.per is None
        alike = x.unit == r.unit or (bare and x.step == r.step == 0)
        return plain and x.direction is None and alike and x.bound is None

    # -- a total over years or months ------------------------------------------------------------

    def _of_time(self, r: int, before: str) -> None:
        """t in n years, r each year."""
        b, q = self.b, self.b.q
        per = _EACH.search(before) or _EACH_AFTER.match(self.folded, q[r].ve)
        if per is None or q[r].unit in TIME:
            return
        near = list(self.back(r))
        counts = [k for k in near if q[k].unit == per[1] and 1 < q[k].value <= _MOST]
        totals = [k for k in near if self._is_total(k, r)]
        if not counts or not totals:
            return
        n = counts[0]
        for t in totals[:3]:
            option = Option("average", (b.op(r), b.op(n)))
            if agrees(option, q[t], self.by_id):
                b.add("product", t, [option], b.scope(t, n, r), "silent", "rel.mean-year")
                return
        t = totals[0]
        share = q[t].value / q[n].value
        if q[r].step == 0:
            share = share.to_integral_value()
        if len(digits(q[r], q[r].value)) >= _LEAST and is_slip(q[r], share):
            option = Option("ratio", (b.op(t), b.op(n)))
            b.add("product", r, [option], b.scope(t, n, r), "unexplained", "rel.mean-year")

    def _of_days(self, r: int) -> None:
        """t in a month, r each day, where the sentence of r tells of each day: "Trong tháng 8 xảy
        ra 93 vụ, làm chết 62 người. Bình quân 1 ngày xảy ra 3 vụ, làm chết 2 người"; only where
        they agree, the days may be counted from others."""
        b, q = self.b, self.b.q
        head = self.folded[b.frames[r].sentence[0] : q[r].vs]
        after = _EACH_AFTER.match(self.folded, q[r].ve)
        daily = _DAILY.search(head) or (after is not None and after[1] == "ngày")
        if not daily or not AVERAGE.search(head) or q[r].unit in TIME or not self.level(r):
            return
        for t in self.back(r):
            period = b.frames[t].period
            days = days_in(b.dates[period].value or "") if period is not None else None
            if days is None or not self._is_total(t, r):
                continue
            option = Option("average", (Operand(q[r].id, Decimal(days)),))
            if agrees(option, q[t], self.by_id):
                b.add("product", t, [option], b.scope(t, r), "silent", "rel.mean-day")
                return

    # -- a total over what it is shared among --------------------------------------------------

    def _of_things(self, r: int, before: str) -> None:
        """n xe vi phạm … phạt t đồng, bình quân r đồng/xe vi phạm: of all the totals and counts
        told before, the nearest that agree; else the only total and the only count."""
        b, q = self.b, self.b.q
        told = (_OF_ONE.match(self.folded, q[r].ve), _OF_ONE_BEFORE.search(before))
        whole = not self.b.same.measured(q[r].unit) and not q[r].step  # people, things
        if whole and told[0] is None:
            return
        things = [m["thing"] for m in told if m is not None]
        monthly = told[0] is not None and self.folded[told[0].end() : told[0].end() + 1] == "/"
        if not things or monthly:  # "10,2 triệu đồng/người/tháng": of a time that is not told
            return
        near = self._block(r)
        counts = [k for k in near if any(self._counts(k, thing) for thing in things)]
        after = [k for k in self._after(r) if any(self._counts(k, thing) for thing in things)]
        totals = [k for k in near if self._is_total(k, r)]
        pairs = [(t, n) for t in totals for n in counts]
        for t, n in [*pairs, *((t, n) for t in totals for n in after)]:
            if whole:
                option = Option("average", (b.op(r), b.op(n)))
                if agrees(option, q[t], self.by_id):
                    b.add("product", t, [option], b.scope(t, n, r), "silent", "rel.mean-thing")
                    return
                continue
            option = Option("ratio", (b.op(t), b.op(n)))
            if agrees(option, q[r], self.by_id):
                b.add("product", r, [option], b.scope(t, n, r), "silent", "rel.mean-thing")
                return
        here = [p for p in pairs if all(b.one_block(k, r) for k in p)]
        if whole or not len(pairs) == 1 == len(here):
            return
        t, n = pairs[0]
        option = Option("ratio", (b.op(t), b.op(n)))
        share = (q[t].value / q[n].value / (q[r].step or 1)).to_integral_value()
        slipped = len(digits(q[r], q[r].value)) >= _LEAST
        if slipped and is_slip(q[r], share * (q[r].step or 1)):
            b.add("product", r, [option], b.scope(t, n, r), "unexplained", "rel.mean-thing")
        elif self._of_total(t, r, before):
            b.add("product", r, [option], b.scope(t, n, r), "wide", "rel.mean-thing")

    def _of_total(self, t: int, r: int, before: str) -> bool:
        """True where the words before "bình quân" name what total `t` is, in the sentence of that
        or the next one: "tổng vốn đăng ký 130 tỷ đồng …; vốn đăng ký bình quân một đơn vị"."""
        named = AVERAGE.split(before)[0]
        own = self.told(self.b.q[r].vs - len(before), self.b.q[r].vs - len(before) + len(named))
        return bool(own) and own <= self.words(t)

    def _block(self, r: int) -> list[int]:
        """The figures before figure `r` in its paragraph and the one before, the nearest first."""
        frames = self.b.frames
        low = max(0, r - _LOOK)
        return [k for k in range(r - 1, low - 1, -1) if frames[r].block - frames[k].block <= 1]

    def _after(self, r: int) -> list[int]:
        """The figures after figure `r` in its paragraph and the next one."""
        frames = self.b.frames
        high = min(len(frames), r + _LOOK)
        return [k for k in range(r + 1, high) if frames[k].block - frames[r].block <= 1]

    def _counts(self, k: int, thing: str) -> bool:
        """True where figure `k` counts the `thing` that an average is of one of."""
        x = self.b.q[k]
        plain = x.of is None and x.value_to is None and x.direction is None
        plain = plain and not self.b.same.measured(x.unit)
        named = x.unit not in (None, *TIME) and f"{thing} ".startswith(f"{fold(x.unit or '')} ")
        return plain and named and x.value > 1 and x.bound is None and not x.words

    def _is_total(self, k: int, r: int) -> bool:
        x, q = self.b.q[k], self.b.q[r]
        plain = x.of is None and x.value_to is None and not x.words and x.per is None
        named = f" {q.unit} " in f" {fold(x.noun or '')} "  # 368 lượt tiêu chí, of tiêu chí
        alike = x.unit not in TIME and x.unit not in PERCENT_UNITS
        alike = alike and (named or self.b.same(x, q))
        turned = x.direction is not None and q.direction not in (None, x.direction)
        return plain and alike and not turned and x.value > q.value and self.b.checked(k)
