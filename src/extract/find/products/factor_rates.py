"""What a rate is for, and which figures count such things: "đồng/học sinh/tháng", "mỗi xã", "bình
quân mỗi năm".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.find.binding.comparable import AVERAGE, MASS
from extract.find.binding.search import Search
from extract.rules.wording import terms, wording
from extract.values.units import PERCENT_UNITS, TIME

_EACH = wording("factors.each")
_EACH_AFTER = wording("factors.each_after")
_HEAD = wording("factors.head")
_SECOND = wording("factors.second")
_PER_AFTER = wording("factors.per_after")


class Rates(Search):
    """The rates of one document, for the search for products."""

    def _plain(self, k: int) -> bool:
        x = self.b.q[k]
        return (
            x.unit not in PERCENT_UNITS
            and x.unit not in TIME
            and x.of is None
            and x.value_to is None
            and not x.words
            and x.value > 0
        )

    def _before(self, r: int) -> str:
        """The words of figure `r`'s clause before it."""
        low = max(self.b.frames[r].sentence[0], self.b.q[r].vs - 70)
        if r and self.b.q[r - 1].value != 1:  # bình quân 1 giáo viên …
            low = max(low, self.b.q[r - 1].ve)
        return re.split(r"[;:]|[.](?![0-9])", self.folded[low : self.b.q[r].vs])[-1]

    def _average(self, r: int) -> bool:
        """True where figure `r` is told as an average, perhaps with the time it is one of: "tính
        bình quân 6 năm, mỗi năm tiết kiệm 68,8 tỷ đồng"."""
        if AVERAGE.search(self._before(r)) is not None:
            return True
        k = r - 1
        over = k >= 0 and self.b.q[k].unit in TIME and self.b.one_sentence(k, r)
        if not over or ";" in self.folded[self.b.q[k].ve : self.b.q[r].vs]:
            return False
        return AVERAGE.search(self._before(k)) is not None

    def _wanted(self, r: int) -> list[str]:
        """What figure `r` is for one of: "học sinh", "tháng"; empty where it is no rate."""
        q = self.b.q[r]
        before = self._before(r)
        if _HEAD.search(before):
            return []
        wanted = [] if q.per is None else [p.strip() for p in q.per.split("/")]
        if not wanted and (m := _PER_AFTER.match(self.folded, q.ve)) is not None:
            wanted = [m[1].strip()]  # 15 kg gạo/tháng
        if wanted == ["ha"] and q.unit in MASS:
            return wanted
        found = list(_EACH.finditer(before))
        if found and "," not in before[found[-1].end() :]:
            wanted.insert(0, found[-1][1].strip())
        elif not wanted and self._average(r):
            m = _EACH_AFTER.match(self.folded, q.ve, self.b.frames[r].sentence[1])
            if m is not None:
                wanted.append(m[1].strip())
        return wanted

    def _of(self, thing: str, figures: Sequence[int]) -> list[int]:
        """The figures that count things of this name; those with the very name, where there are."""
        found = [k for k in figures if self._counts(k, thing)]
        named = [k for k in found if f"{thing} ".startswith(f"{self.b.q[k].unit} ")]
        return named or found

    def _counts(self, k: int, thing: str) -> bool:
        """True where figure `k` counts things of this name."""
        q = self.b.q[k]
        if thing in terms("nguoi_bat_ky") and self._person(k):
            return True
        if q.unit is None or q.value_to is not None or q.of is not None or q.words or q.per:
            return False
        if q.unit in PERCENT_UNITS or q.value < 2 or not self.b.checked(k):
            return False
        if thing == q.unit or thing.startswith(q.unit + " ") or q.unit.startswith(thing + " "):
            return True
        if q.unit in TIME or q.step:
            return False
        second = _SECOND.match(self.folded, q.ve)
        if second is not None and second["thing"] == thing:
            return True  # 1.240 nhóm, lớp … 28 em/lớp
        words = thing.split()
        heads = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
        known = next((h for h in heads if self.b.same.known(h)), None)
        if known is not None:
            return self.b.same.units(known, q.unit)
        return self._named(k, words[:2])

    def _person(self, k: int) -> bool:
        """True where a figure may count people of some sort: cho 46 cộng tác viên, mức …/người."""
        q = self.b.q[k]
        if q.step or q.value < 2 or q.of is not None or q.value_to is not None or q.words or q.per:
            return False
        if q.unit in TIME or q.unit in PERCENT_UNITS or not self.b.checked(k):
            return False
        last = (q.unit or "").split()[-1:]
        return not self.b.same.known(q.unit) or not terms("duoi_chi_nguoi").isdisjoint(last)

    def _named(self, k: int, words: Sequence[str]) -> bool:
        """True where figure `k` stands in a bracket after these words: Thẩm phán … (08 người)."""
        at = self.b.q[k].vs
        if self.folded[at - 1 : at] != "(":
            return False
        before = self.folded[max(self.b.frames[k].sentence[0], at - 60) : at]
        return " ".join(words) in before and re.search(r"[,;.]", before) is None
