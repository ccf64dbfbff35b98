"""Where the breakdown of a level opens: "trong đó", "gồm", a colon, a bracket behind it; and what
such a bracket or word belongs to instead.
"""

from __future__ import annotations

import re

from extract.find.binding.search import Search
from extract.find.binding.summands import CRITERION, as_level, countable, fits
from extract.rules.wording import wording
from extract.values.letters import WORD
from extract.values.units import PERCENT_UNITS, TIME

_OPENS = wording("dimensions.opens")
_NESTED = wording("dimensions.nested")
_HAS = wording("dimensions.has")
_AMONG = wording("dimensions.among")
_COMPARED = wording("dimensions.compared")
_THEN = wording("dimensions.then")
_MARK = re.compile(r"\n\s*(?:[0-9]+[.)]|[a-zđ][)]|[-+*])")  # another item or section
_BETWEEN = 9  # figures between a whole and the words that open its breakdown
_NAME = 70  # characters before a figure in which its name stands
_HEAD = 3  # words of a line that only open a breakdown: "Phân loại như sau:"


class Openings(Search):
    """The levels of one document that may be wholes."""

    def _level(self, k: int, *, done: bool = False) -> bool:
        """True for a count or measure that is no change; the x of x/y is one where `done`."""
        x = self.b.q[k]
        plain = x.of is None or done
        return countable(x) and x.direction is None and plain and self.b.adds_up(k)

    def _compared(self, k: int) -> bool:
        """True for a level that another is compared with: "so với 1.150 ca của năm trước"."""
        low = max(self.b.frames[k].sentence[0], self.b.q[k].vs - _NAME)
        return _COMPARED.search(self.folded, low, self.b.q[k].vs) is not None

    def _alike(self, t: int, k: int) -> bool:
        """True where figure `k` counts or measures what `t` does."""
        x = as_level(self.b, k)
        if x.unit in PERCENT_UNITS or x.unit in TIME or not countable(x):
            return False
        if self.b.q[t].unit is None and x.step and not self.b.q[t].step:
            return False  # "tổng số lô là 126.625": a count, no tấn
        return fits(self.b, self.b.q[t], x) and (
            self.b.same(self.b.q[t], x) or x.unit is None or self.b.q[t].unit is None
        )

    def _opened(self, t: int, passed: list[int]) -> tuple[int, int] | None:
        """(first figure, place) after words that open a breakdown of figure `t`; other figures of
        its kind before them, one of each unit at most, are put into `passed`."""
        b, q = self.b, self.b.q
        at = max(q[t].ve, q[t].full_ve)
        for k in range(t + 1, min(len(q), t + 1 + _BETWEEN)):
            if b.frames[k].block - b.frames[t].block > 1:
                return None
            opens = [m.span() for m in _OPENS.finditer(self.folded, at, q[k].vs)]
            if (
                opens
                and self.folded[opens[-1][0]] == "("
                and (
                    self._of_time_before(at, opens[-1][0])
                    or q[k].unit in PERCENT_UNITS
                    or q[k].direction is not None
                    or self._base_of_rate(k)
                    or ")" in self.folded[opens[-1][0] : q[k].vs]
                )
            ):
                opens.pop()  # "864 ha (+14,2% so với cùng kỳ)", "56 người (giảm 4 người)": no part
            if opens:
                if CRITERION.search(self.folded, q[t].full_ve, opens[-1][1]) and self._divides(t):
                    return None
                if self._divides_whole(t, opens[-1][0]):
                    return None
                if k > t + 1 and self._divides_change(t, k - 1, opens[-1][0]):
                    return None
                marked = _MARK.search(self.folded, at, opens[0][0])
                if marked or not self._goes_on_below(at, opens[0]):
                    return None
                words = (end for start, end in opens if self.folded[start] not in ":(")
                return k, next(words, opens[0][1])
            has = _HAS.search(self.folded, at, q[k].vs) if k == t + 1 else None
            if has is not None and _AMONG.search(self.folded[max(0, q[t].vs - 24) : q[t].vs]):
                # "trong số 11 nhóm hàng, có 6 nhóm tăng, …", "… thì cấp xã có 27 người, …"
                named = max(self.folded.rfind(word, at, has.start()) for word in (",", "thì "))
                return k, has.end() if named < 0 else named + 1
            level = self._alike(t, k) and q[k].direction is None and not self._compared(k)
            if level and not self._base_of_rate(k):
                if passed or q[k].value >= q[t].value or not b.one_sentence(k, t):
                    return None
                passed.append(k)
            elif not b.one_block(k, t) and self._level(k) and not q[k].step:
                return None  # "… 1.899 đảng viên.⏎Kỷ luật 29 tổ chức: khiển trách 26, …": of the 29
            at = max(q[k].ve, q[k].full_ve)
        return None

    def _base_of_rate(self, k: int) -> bool:
        """True where figure `k` stands alone in a bracket behind a rate: "đạt 51,8% dự toán (23.600
        tỷ đồng)"."""
        around = self.b.bracket(k)
        if around is None or self.b.q[k - 1].unit not in PERCENT_UNITS:
            return False
        after = self.b.q[k + 1].vs if k + 1 < len(self.b.q) else len(self.folded)
        return self.b.q[k - 1].ve < around[0] and around[1] < after

    def _divides_change(self, t: int, change: int, opening: int) -> bool:
        """True where a bracket right behind a change or what is missing divides that: "có 640 giáo
        viên, còn thiếu 86 giáo viên (mầm non 41, tiểu học 45)"."""
        if self.folded[opening] != "(" or not self._alike(t, change):
            return False
        return not re.search("[,;:]", self.folded[self.b.q[change].full_ve : opening])

    def _goes_on_below(self, at: int, opening: tuple[int, int]) -> bool:
        """True unless a line below begins a statement of its own: "đang xây 83 nhà.\\nHỗ trợ người
        có công: xây mới 32 nhà" is no breakdown of the 83."""
        line = self.folded.rfind("\n", at, opening[0])
        if line < 0 or self.folded[opening[1] - 1] not in ":(":
            return True
        return len(WORD.findall(self.folded, line, opening[0])) <= _HEAD

    def _divides(self, t: int) -> bool:
        """True where figure `t` is a part of another criterion's: "theo hình thức: cảnh cáo 131,
        phạt tiền 281; theo thẩm quyền: …"."""
        low = self.b.frames[t].sentence[0]
        return CRITERION.search(self.folded, low, self.b.q[t].vs) is not None

    def _of_time_before(self, at: int, opening: int) -> bool:
        """True where a bracket tells the parts that the time compared with had: "842 triệu USD,
        giảm 0,6% so với cùng kỳ (xuất khẩu 511, nhập khẩu 336)"; one with rates tells those now."""
        inner = self.b.brackets.around(opening + 1)
        end = inner[1] if inner is not None else opening
        told_then = _THEN.search(self.folded, at, opening) is not None
        return told_then and "%" not in self.folded[opening:end]

    def _divides_whole(self, t: int, opening: int) -> bool:
        """True where a sentence that opens with a criterion divides a whole of which figure `t` is
        a part: "trong đó thành thị 73 người, nông thôn 251 người. Phân theo giới tính, …"."""
        low, high = self.b.frames[t].sentence
        is_part = _NESTED.search(self.folded, low, self.b.q[t].vs) is not None
        return is_part and opening >= high and self.folded.startswith(("chia", "phân"), opening)
