"""A change and its rate beside each other: "giảm 23 vụ (16,7%)", "tăng 5%, tương đương 40 hộ"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.binding.search import Search
from extract.find.binding.summands import countable, per_one
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS

_LINK = wording("change_levels.link")
_TOLD_AS = wording("change_levels.told_as")
_AMOUNT = wording("change_levels.amount")
_ALONE = wording("change_levels.alone")
EQUALS = wording("change_levels.equals")
_MOVED_BY = wording("change_levels.moved_by")
SINCE = wording("change_levels.since")
_HALF = 50  # a rate told with "bằng" in a bracket is that of the change below it
_REACH = 250  # characters after a rate in which the time compared with is told


@dataclass(frozen=True, slots=True)
class Rated:
    """A change and its rate, beside each other."""

    change: int
    rate: int
    firm: bool  # the words say that the one tells the other
    compared: bool  # they say of what time the level was that it started from
    bare: bool = (
        False  # the change stands in a bracket with no word of change: it may be that level itself
    )

    @property
    def first(self) -> int:
        """The figure of the two that stands first."""
        return min(self.change, self.rate)


class ChangePairs(Search):
    """The changes of one document with their rates."""

    def pairs(self) -> Iterator[Rated]:
        """All changes with their rates, in the order of the text."""
        q = self.b.q
        rated = -1  # the last rate that has its change
        for n in range(1, len(q) - 1):
            c, p = n, n + 1
            if q[c].unit in PERCENT_UNITS:
                c, p = p, c
            x, rate = q[c], q[p]
            if rate.unit not in PERCENT_UNITS or not (countable(x) or per_one(x)):
                continue
            if not self.b.one_sentence(c, p) or not self.b.adds_up(c, p) or p == rated:
                continue
            if x.of is not None or rate.of is not None or rate.value_to is not None:
                continue
            pair = self._rate_after(c, p) if c < p else self._rate_before(c, p)
            if pair is not None:
                rated = p
                yield pair

    def _rate_after(self, c: int, p: int) -> Rated | None:
        """tăng C (P%); tăng C so với cùng kỳ, tương đương P%."""
        x, rate = self.b.q[c], self.b.q[p]
        if x.direction is None or rate.direction not in (None, x.direction):
            return None
        m = _LINK.fullmatch(self.folded, x.full_ve, rate.vs)
        alone = _ALONE.match(self.folded, rate.ve)
        if m is None or alone is None:
            return None
        after = self._since_after(p) or alone["plan"]
        if m["since"] and (after or not (m["as"] or m[0].endswith("("))):
            return None  # a rate compared with a time of its own, or with the plan
        compared = bool(m["since"]) or self._since_after(p, _REACH) or self._since_before(c)
        compared = compared or bool(m["as"] and EQUALS.search(m["as"]))
        compared = (compared or _MOVED_BY.fullmatch(m[0]) is not None) and not alone["plan"]
        own = m[0].rpartition("(")[1] and rate.value < _HALF  # "(bằng 2,24%)": no index of it
        return Rated(c, p, not m["equal"] or bool(own), compared)

    def _rate_before(self, c: int, p: int) -> Rated | None:
        """tăng P% (tăng C); tăng P%, tương đương C."""
        x, rate = self.b.q[c], self.b.q[p]
        if rate.direction is None or x.direction not in (None, rate.direction):
            return None
        told = _TOLD_AS if x.direction is not None else _AMOUNT
        m = told.fullmatch(self.folded, rate.ve, x.vs)
        alone = _ALONE.match(self.folded, x.full_ve)
        if m is None or alone is None:
            return None
        after = self._since_after(c) or alone["plan"]
        if (m["since"] and after) or (x.direction is None and self._has_own_change(c)):
            return None
        compared = bool(m["since"]) or self._since_after(c, _REACH) or self._since_before(p)
        compared = compared or EQUALS.search(m[0]) is not None
        bare = self.folded[rate.ve : x.vs].strip() in ("(", "(bằng")
        return Rated(c, p, True, compared, bare)

    def _has_own_change(self, n: int) -> bool:
        """True for a level with a rate of its own behind it: "96,3 nghìn hộ, giảm 38,2%, tương ứng
        với 402,7 nghìn nhân khẩu, giảm 40,1%"."""
        k = n + 1
        if k >= len(self.b.q) or not self.b.one_sentence(k, n):
            return False
        gap = self.b.between(n, k)
        rated = self.b.q[k].unit in PERCENT_UNITS and self.b.q[k].direction is not None
        return rated and "," in gap and ";" not in gap

    def _since_after(self, n: int, reach: int = 0) -> bool:
        """True where an earlier time to compare with is told after figure `n`, before the next
        figure (within `reach` characters of its clause, whatever stands between)."""
        end = self.b.frames[n].sentence[1]
        if reach:
            end = min(end, self.b.q[n].ve + reach)
        elif n + 1 < len(self.b.q):
            end = min(end, self.b.q[n + 1].vs)
        clause = self.folded.find(";", self.b.q[n].ve, end)
        return bool(SINCE.search(self.folded, self.b.q[n].ve, clause if clause > 0 else end))

    def _since_before(self, n: int) -> bool:
        """True where the time compared with is told before figure `n` in its sentence."""
        return SINCE.search(self.folded, self.b.frames[n].sentence[0], self.b.q[n].vs) is not None
