"""Times told in turn: "các năm 2021, 2022, 2023 lần lượt là 12, 15 và 18 vụ".

As many times in a list as figures in one: each figure is of the time in its place. Without this
all figures would be of the last time told before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.find.figures.turns import listed_runs, told_by_turns
from extract.model import DateMention, Quantity
from extract.rules.wording import wording

_LISTED = wording("turns.listed_times")
_AFTER = wording("turns.times_after")
_REACH = 300  # characters before the first figure within which the times stand
_LONGEST = 12  # times of one list


def periods_in_turn(
    folded: str, quantities: Sequence[Quantity], dates: Sequence[DateMention], free: Sequence[int]
) -> dict[int, int]:
    """The time (index of `dates`) of each figure (index of `quantities`) told in turn; `free` are
    the dates that are not part of a citation, `folded` is the folded view."""
    times = _Times(folded, dates, free)
    found: dict[int, int] = {}
    for first, last in listed_runs(quantities, folded):
        if told_by_turns(folded, quantities[first]):
            count = last - first + 1
            told = times.after(quantities[last], count) or times.before(quantities[first], count)
            found |= {first + k: i for k, i in enumerate(told)}
    return found


class _Times:
    """The times of a text, and which of them stand in one list."""

    def __init__(self, folded: str, dates: Sequence[DateMention], free: Sequence[int]) -> None:
        self._folded, self._dates, self._free = folded, dates, free
        self._when = [dates[i].vs for i in free]

    def before(self, q: Quantity, count: int) -> list[int]:
        """The last list of times before figure `q` in its line, where it has `count` of them."""
        end = bisect_left(self._when, q.vs)
        low = max(0, q.vs - _REACH)
        low = max(low, self._folded.rfind("\n", low, q.vs) + 1)
        start = end - 1
        while start > 0 and end - start <= _LONGEST and self._goes_on(start - 1):
            start -= 1
        whole = end - start == count and start >= 0 and self._when[start] >= low
        return list(self._free[start:end]) if whole else []

    def after(self, q: Quantity, count: int) -> list[int]:
        """The list of `count` times right behind figure `q`: "12 và 15 vụ trong các năm 2021,
        2022"."""
        start = bisect_left(self._when, q.full_ve)
        end = start + count
        if end > len(self._free):
            return []
        opens = _AFTER.fullmatch(self._folded, q.full_ve, self._when[start]) is not None
        listed = opens and all(self._goes_on(i) for i in range(start, end - 1))
        return list(self._free[start:end]) if listed else []

    def _goes_on(self, i: int) -> bool:
        """True where time `i` and the next one stand in one list and are of one sort."""
        a, b = self._dates[self._free[i]], self._dates[self._free[i + 1]]
        return a.grain == b.grain and _LISTED.fullmatch(self._folded, a.ve, b.vs) is not None
