"""Times told in turn: "các năm 2021, 2022, 2023 lần lượt là 12, 15 và 18 vụ".

As many times in a list as figures in one: each figure is of the time in its place. Without this
all figures would be of the last time told before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.find.turns import listed_runs, told_by_turns
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
    when = [dates[i].vs for i in free]
    found: dict[int, int] = {}
    for first, last in listed_runs(quantities, folded):
        if not told_by_turns(folded, quantities[first]):
            continue
        count = last - first + 1
        after = _times_after(folded, quantities[last], dates, free, when, count)
        before = _times_before(folded, quantities[first], dates, free, when, count)
        for k, i in enumerate(after or before):
            found[first + k] = i
    return found


def _times_before(
    folded: str,
    q: Quantity,
    dates: Sequence[DateMention],
    free: Sequence[int],
    when: Sequence[int],
    count: int,
) -> list[int]:
    """The last list of times before figure `q` in its line, where it has `count` of them."""
    end = bisect_left(when, q.vs)
    low = max(folded.rfind("\n", 0, q.vs) + 1, q.vs - _REACH)
    start = end - 1
    while start > 0 and end - start <= _LONGEST and _go_on(folded, dates, free, start - 1):
        start -= 1
    whole = end - start == count and start >= 0 and when[start] >= low
    return list(free[start:end]) if whole else []


def _times_after(
    folded: str,
    q: Quantity,
    dates: Sequence[DateMention],
    free: Sequence[int],
    when: Sequence[int],
    count: int,
) -> list[int]:
    """The list of `count` times right behind figure `q`: "12 và 15 vụ trong các năm 2021, 2022"."""
    start = bisect_left(when, q.full_ve)
    end = start + count
    if end > len(free) or not _AFTER.fullmatch(folded, q.full_ve, when[start]):
        return []
    return list(free[start:end]) if _all_go_on(folded, dates, free, start, end) else []


def _all_go_on(
    folded: str, dates: Sequence[DateMention], free: Sequence[int], start: int, end: int
) -> bool:
    return all(_go_on(folded, dates, free, i) for i in range(start, end - 1))


def _go_on(folded: str, dates: Sequence[DateMention], free: Sequence[int], i: int) -> bool:
    """True where time `i` and the next one stand in one list and are of one sort."""
    a, b = dates[free[i]], dates[free[i + 1]]
    return a.grain == b.grain and _LISTED.fullmatch(folded, a.ve, b.vs) is not None
