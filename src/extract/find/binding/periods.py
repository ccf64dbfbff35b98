"""Figures bound by their periods: level now, level then, and the change between them."""

from __future__ import annotations

import re

from extract.find.binding.comparable import overlap
from extract.find.binding.things import Things
from extract.model import Bond, DateMention
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS

_CLOSED = 0.5  # how much less a level in a closed bracket is likely to be the base
_FAR_APART = wording("periods.far")
_TO_PLAN = wording("periods.to_plan")
_SAME_TIME = wording("periods.same_time")
_NOW = wording("periods.now")
_DIGIT = re.compile(r"[0-9]")

_SERIES = 24  # figures back to the level of a year


class Periods(Things):
    """Binds changes to the levels of the dates they are compared with."""

    def year(self, index: int | None) -> str | None:
        """The year of a date, or its period, as written in its value."""
        if index is None:
            return None
        value = self.dates[index].value
        return value[:4] if value and "/" not in value else value

    def of_base(self, k: int, base: int | None) -> bool:
        """True where figure `k` may be told of the time of date `base`: of its year, and of no
        other month, quarter or day of it."""
        return self._one_time(base, self.frames[k].period)

    def _one_time(self, base: int | None, other: int | None) -> bool:
        wanted = self.year(base)
        if wanted is None or base is None or other is None or self.year(other) != wanted:
            return False
        first, second = (self.dates[d].value or "" for d in (base, other))
        if "/" in first or not first[4:]:
            return True
        days = first[7:], second[7:]
        return _month(first) == _month(second) and ("" in days or days[0] == days[1])

    def base_by_date(self, n: int, change: int | None = None) -> int | None:
        """The level that figure `n` is compared with: that of its base date, counting the same."""
        base = self.frames[n].base
        if self.year(base) is None:
            return None
        c = n if change is None else change
        best: tuple[float, int] | None = None
        for k in range(n - 1, max(-1, n - 40), -1):
            x = self.q[k]
            if self.frames[n].block - self.frames[k].block > 1:
                break
            if not self._is_level(k) or not self.of_base(k, base):
                continue
            if not self.same(x, self.q[c]):
                continue
            shown = self.visible(k, self.q[n].vs)
            if not shown and not self.one_block(k, n):
                continue  # what another item was compared with
            if _NOW.search(self.folded, max(self.frames[k].sentence[0], x.vs - 40), x.vs):
                continue
            if k == c - 1 and _SAME_TIME.search(self.folded, self.frames[k].sentence[0], x.vs):
                continue  # "tăng 6 vụ với cùng kỳ 2019, hỏng 96 ha, tăng 72 ha": now's
            score = overlap(self.q[c].noun, x.noun) - (n - k) / 1000
            score -= _CLOSED * (not shown)  # a part of what is told then
            if best is None or score > best[0]:
                best = (score, k)
        return best[1] if best else None

    def _is_level(self, k: int) -> bool:
        x = self.q[k]
        return (
            x.direction is None
            and x.of is None
            and x.value_to is None
            and not x.words
            and x.unit not in PERCENT_UNITS
            and x.unit not in ("lần", "năm", "tháng", "ngày")
            and self.checked(k)
        )

    def by_period(self) -> None:
        """Changes against a base date: level now - level then = change ("so với năm 2022")."""
        for c, x in enumerate(self.q):
            if x.direction is None or x.unit in PERCENT_UNITS or not self.checked(c):
                continue
            if self.frames[c].base is None:
                if not self._over_period(c):
                    self._chain(c)
                continue
            old = self.base_by_date(c)
            if old is None:
                continue
            self._base(c, old, first=True)
            new = self._level_now(c, old)
            if new is None:
                continue
            near = self.one_sentence(new, c)
            counted = x.step == 0 or self.one_block(old, c)
            bond: Bond = "weak" if near and counted else "near"
            if self.of_two_things(old, new) or self.proved_otherwise(c, old):
                bond = "silent"
            scope = self.scope(old, new, c)
            self.add("difference", c, [self._minus(old, new, c)], scope, bond, "rel.by-period")

    def rates_of_years(self) -> None:
        """Rates told of two years whose levels stand in a sentence before: "năm 2017: 451 tỷ đồng,
        …, năm 2021: 523 tỷ đồng. Như vậy năm 2021 so với năm 2017 tăng 15,9%"."""
        for p, x in enumerate(self.q):
            new, old = self.frames[p].period, self.frames[p].base
            if x.unit != "%" or x.direction is None or None in (new, old) or not self.checked(p):
                continue
            low = self.frames[p].sentence[0]
            years = [self.year(d) for d in (new, old)]
            own = all(d is not None and self.dates[d].vs >= low for d in (new, old))
            if not own or years[0] == years[1] or (p and self.q[p - 1].vs >= low):
                continue
            found = [self._only_level(p, year) for year in years]
            if None in found or len({self.frames[k].sentence for k in found if k is not None}) > 1:
                continue
            now, then = (k for k in found if k is not None)
            if self.q[now].unit == self.q[then].unit:
                option = self.growth(now, then)
                scope = self.scope(now, then, p)
                self.add("percent", p, [option], scope, "weak", "rel.by-period")

    def _over_period(self, c: int) -> bool:
        """Tie change `c` of a period to the levels of its first and its last year, each told once
        in its block: "năm 2021 giao 640; năm 2024 giao 610. Giai đoạn 2021 - 2024 giảm 30"."""
        index = self.frames[c].period
        value = (index is not None and self.dates[index].value) or ""
        first, _, last = value.partition("/")
        if first[:4] == last[:4] or not (first[:4] + last[:4]).isdigit() or not last:
            return False
        old, new = self._only_level(c, first[:4]), self._only_level(c, last[:4])
        if old is None or new is None:
            return False
        if not (self.same(self.q[old], self.q[c]) and self._alike(old, new, c)):
            return False
        option, scope = self._minus(old, new, c), self.scope(old, new, c)
        self.add("difference", c, [option], scope, "near", "rel.by-period")
        return True

    def _only_level(self, p: int, year: str | None) -> int | None:
        """The one level of a year before figure `p` in its block; None where there are several."""
        found = []
        for k in range(p - 1, max(-1, p - _SERIES), -1):
            if not self.one_block(k, p):
                break
            if self._is_level(k) and self.year(self.frames[k].period) == year:
                found.append(k)
        return found[0] if len(found) == 1 else None

    def to_untold(self, c: int) -> bool:
        """True where change `c` is told against a plan or a common level that its sentence does
        not tell: "từ 4.120 tỷ đồng lên 6.310 tỷ đồng, tăng 190 tỷ đồng so với phương án"."""
        m = _TO_PLAN.match(self.folded, self.q[c].ve)
        if m is None:
            return False
        low, high = self.frames[c].sentence
        return m["to"] not in self.folded[low : self.q[c].vs] + self.folded[m.end() : high]

    def _chain(self, c: int) -> None:
        """năm 2022 là A …; năm 2023 là B, giảm C: the level of the year before B's."""
        new = c - 1
        while new > 0 and not self.visible(new, self.q[c].vs):
            new -= 1  # "232 hồ sơ (trực tuyến 116, trực tiếp 116), tăng 25 hồ sơ"
        if new < 0 or not self._is_level(new) or not self.one_block(new, c):
            return
        if _FAR_APART.search(self.folded, self.q[new].full_ve, self.q[c].vs):
            return
        if self.to_untold(c):
            return
        year = self._first_year(new)
        if year is None or not self.same(self.q[new], self.q[c]):
            return
        for old in range(new - 1, max(-1, new - 12), -1):
            apart = self.frames[new].block - self.frames[old].block
            if apart > 1 or (apart and (self.q[new].step or not self.q[new].noun)):
                return
            if not self.visible(old, self.q[new].vs):
                continue
            if self._is_level(old) and self._first_year(old) == year - 1:
                if self._alike(old, new, c):
                    option, scope = self._minus(old, new, c), self.scope(old, new, c)
                    bond: Bond = "silent" if self.of_two_things(old, new) else "weak"
                    self.add("difference", c, [option], scope, bond, "rel.chain")
                    self._base(c, old, first=False)
                return

    def steps_on(self, a: int, b: int, c: int) -> bool:
        """True unless a series leaves out the years between its levels and its changes, told in
        brackets, may be since the year before: "năm 2015: 812; năm 2018: 790 (giảm 9); năm 2021:
        771 (giảm 6)". None of those beside `c` is then what its levels are apart."""
        years = self._first_year(a), self._first_year(b)
        if years[0] is not None and years[1] == years[0] + 1:
            return True
        level = next((k for k in (a - 1, a - 2) if k >= 0 and self._is_level(k)), None)
        steps = [(level, a, a + 1), (b, c + 1, c + 2)]
        told = [
            (self.q[x].value - self.q[y].value, self.q[z].value)
            for x, y, z in steps
            if x is not None and z != c and z < len(self.q) and self.one_sentence(x, z)
            if self.q[z].direction is not None and self.same(self.q[x], self.q[z])
        ]
        return not told or any(abs(gap) == change for gap, change in told)

    def _first_year(self, k: int) -> int | None:
        """The year of figure `k`'s period, None where it has none or is no single year."""
        index = self.frames[k].period
        value = self.dates[index].value if index is not None else None
        if value is None or len(value) < 4 or not value[:4].isdigit():
            return None
        if "/" in value:
            first, _, last = value.partition("/")
            if not (first[:4].isdigit() and last[:4].isdigit()):
                return None
            if int(last[:4]) - int(first[:4]) != 1:
                return None
        return int(value[:4])

    def _level_now(self, c: int, old: int) -> int | None:
        """The level that the change led to: the closest of the same thing before it."""
        best: tuple[float, int] | None = None
        period = self.frames[old].period
        for k in range(c - 1, old, -1):
            if not self._is_level(k) or not self.one_block(k, c):
                continue
            if self._one_time(period, self.frames[k].period) or not self.same(self.q[k], self.q[c]):
                continue
            score = overlap(self.q[c].noun, self.q[k].noun) - (c - k) / 100
            if best is None or score > best[0]:
                best = (score, k)
        if best is None:
            return None
        new = best[1]
        falls = self.q[old].value > self.q[new].value
        if falls != (self.q[c].direction == "decrease"):
            return None
        return new

    def later(self, a: int, b: int) -> bool | None:
        """True where level `a` is of a later time than level `b`; None where one of the times is
        not told, or they are no two of one sort (two years, two quarters, two days)."""
        first, second = self._time(a), self._time(b)
        if first is None or second is None or first == second:
            return None
        if _DIGIT.sub("0", first) != _DIGIT.sub("0", second):
            years = self._first_year(a), self._first_year(b)
            return None if None in years or years[0] == years[1] else first[:4] > second[:4]
        return first > second

    def _date(self, k: int) -> DateMention | None:
        """The date of figure `k`: not one that a bracket after it opens with where another stands
        before it (Năm 2024 đạt 86,15 điểm (năm 2023 đạt 87,40 điểm))."""
        index = self.frames[k].period
        if index is None:
            return None
        x = self.dates[index]
        if index and x.vs > self.q[k].ve and "(" in self.folded[self.q[k].ve : x.vs]:
            before = self.dates[index - 1]
            low = max(self.frames[k].sentence[0], self.q[k - 1].ve if k else 0)
            if low <= before.vs and before.ve <= self.q[k].vs:
                return before
        return x

    def _time(self, k: int) -> str | None:
        """The time of figure `k` as it is written in its value, from the year on."""
        date = self._date(k)
        value = date.value if date is not None else None
        return value if value and value[:4].isdigit() and "/" not in value else None

    def own_time(self, k: int) -> bool:
        """True where the time of figure `k` stands beside it, before the figures next to it."""
        date = self._date(k)
        if date is None:
            return False
        low, high = self.frames[k].sentence
        low = max(low, self.q[k - 1].ve if k else 0)
        high = min(high, self.q[k + 1].vs if k + 1 < len(self.q) else high)
        return low <= date.vs and date.ve <= high

    def _in_time(self, a: int, b: int) -> tuple[int, int]:
        """Two levels in the order of their times, where both are told."""
        return (b, a) if self.later(a, b) else (a, b)


def _month(value: str) -> str:
    """The month in which a time ends, as two digits: of a year the last, of a quarter its third."""
    told = value[5:7]
    if told.isdigit():
        return told
    part = {"Q": 3, "H": 6}.get(told[:1])
    return f"{part * int(told[1:]):02}" if part and told[1:].isdigit() else "12"
