"""Fractions that add up to another one, above and below: "mầm non 12/20, tiểu học 19/25, THCS
12/15; tổng cộng 43/60 trường".

The wholes of the parts come to the whole of the total: then so do the parts. Where they do not, a
slip contradicts if words tell the total. Two or more of one whole may be all of it: "18/93 ý kiến
đã xong; 37/93 ý kiến đã trả lời; 38/93 ý kiến đang xem xét".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from extract.find.binding.distant import Distant
from extract.model import Bond, Option
from extract.rules.wording import wording

_IN_ALL = wording("fraction_sums.in_all")
_DIVIDED = wording("fraction_sums.divided")
_FEWEST = 2  # parts
_MOST = 16
_REACH = 30  # figures from one fraction of a row to the next
_LARGE = 20  # a whole that others come to hardly by chance
_LEAD = 70  # characters before a total that may tell it as one


class FractionSums(Distant):
    """Announces the sums of fractions told beside each other."""

    def run(self) -> None:
        """Look at every fraction with others right before it, or right behind."""
        fractions = [k for k, x in enumerate(self.b.q) if x.of is not None and self._plain(k)]
        for i, t in enumerate(fractions):
            if self.settled(t, "sum"):
                continue
            for row in (fractions[:i][::-1], fractions[i + 1 :]):
                parts = self._parts(t, row)
                if parts:
                    self._add(t, parts)
                    break
        for _, alike in groupby(fractions, self._whole):
            self._all_of_one(list(alike))

    def _whole(self, k: int) -> tuple[tuple[int, int], Decimal | None, str | None]:
        """Where a fraction stands, of what number and of what unit it is."""
        return self.b.frames[k].sentence, self.b.q[k].of, self.b.q[k].unit

    def _all_of_one(self, row: Sequence[int]) -> None:
        """Announce that fractions of one large whole, told in one sentence, are all of it."""
        whole = self.b.q[row[0]].of or Decimal(0)
        if len(row) < _FEWEST or whole < _LARGE or self.b.worth(row) != whole:
            return
        option = Option("gap", tuple(self.b.op(k, -1) for k in row[:-1]))
        self.b.add("sum", row[-1], [option], "sentence", "silent", "rel.fraction-sum")

    def _plain(self, k: int) -> bool:
        x = self.b.q[k]
        return x.direction is None and not x.words and x.bound is None and self.b.checked(k)

    def _parts(self, t: int, row: Sequence[int]) -> list[int]:
        """The fractions of a row, the nearest first, whose wholes come to that of total `t`."""
        parts: list[int] = []
        left = self.b.q[t].of or Decimal(0)
        for k in self._near(t, row):
            left -= self.b.q[k].of or Decimal(0)
            parts.append(k)
            if left <= 0:
                break
        return sorted(parts) if left == 0 and len(parts) >= _FEWEST else []

    def _near(self, t: int, row: Sequence[int]) -> Iterator[int]:
        """The fractions of the unit of `t`, as far as none of another stands between them."""
        last = t
        for k in row[:_MOST]:
            far = abs(self.b.frames[k].block - self.b.frames[last].block) > 1
            if far or abs(k - last) > _REACH or not self.akin(self.b.q[k], self.b.q[t]):
                return
            yield k
            last = k

    def _add(self, t: int, parts: Sequence[int]) -> None:
        whole = self.b.q[t]
        agree = self.b.worth(parts) == whole.value
        told = self._is_total(t, parts) and (whole.of or 0) >= _LARGE
        if agree or (told and self.sum_slipped(t, parts, least=2)):
            bond: Bond = "silent" if agree else "weak"
            option = self.b.sum_of(parts)
            if not agree:  # nor is it open any longer
                self.b.take_back(lambda a: a.stated == whole.id and option in a.options)
            self.b.add("sum", t, [option], self.b.scope(t, *parts), bond, "rel.fraction-sum")

    def _is_total(self, t: int, parts: Sequence[int]) -> bool:
        """True where words tell that figure `t` is all of what the parts before it are, or is
        divided into those behind it."""
        if parts[-1] < t:
            low = max(self.b.q[t - 1].full_ve, self.b.q[t].vs - _LEAD)
            return _IN_ALL.search(self.folded, low, self.b.q[t].vs) is not None
        return _DIVIDED.search(self.folded, self.b.q[t].ve, self.b.q[parts[0]].vs) is not None
