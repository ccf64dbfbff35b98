"""Figures told in turn: what one noun, or one list of names, says of several of them.

"Huy hiệu 30, 40 và 50 năm tuổi Đảng" counts years three times; "đàn trâu, đàn bò tăng lần lượt
1,2% và 2,5%" tells one rate of each herd; a class of a list ("tốt 45, khá 20") counts what the
figure before it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Quantity
from extract.rules.wording import wording
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS

_LISTED = wording("turns.listed")
_CLOSED = wording("turns.closed")
_TURN = wording("turns.turn")
_NAMES = wording("turns.names")
_RATE = wording("turns.rate")
_CLASSED = wording("subjects.classed")
_WHERE = wording("nouns.where")
_ENDS = wording("turns.ends")
_LEAD = 60  # characters before the first figure within which "lần lượt" stands
_LONG = 3  # figures of a list that need no "và" before the last
_BACK = 4  # figures before a class among which the unit is looked for


def told_in_turn(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """The figures of a text, in its order, with noun and unit of those told in turn; `folded` is
    the folded view. Figures are looked at after all relations: nothing is bound by this."""
    found = list(quantities)
    runs = listed_runs(found, folded)
    for first, last in runs:
        _same_noun(found, first, last, folded)
        _own_names(found, first, last, folded)
    for i, q in enumerate(found):
        if q.unit is None and q.noun and _CLASSED.search(fold(q.noun)):
            found[i] = replace(q, unit=_unit_before(found, i, folded))
    return tuple(found)


def listed_runs(found: Sequence[Quantity], folded: str) -> list[tuple[int, int]]:
    """First and last index of each list of figures with nothing but a comma or "và" between."""
    runs: list[tuple[int, int]] = []
    first = 0
    for i in range(1, len(found) + 1):
        if i < len(found) and _LISTED.fullmatch(folded, found[i - 1].full_ve, found[i].vs):
            continue
        if i - first > 1:
            runs.append((first, i - 1))
        first = i
    return runs


def told_by_turns(folded: str, first: Quantity) -> bool:
    """True where words tell that the list of figures from `first` on answers another list."""
    return _TURN.search(folded, max(0, first.vs - _LEAD), first.vs) is not None


def _same_noun(found: list[Quantity], first: int, last: int, folded: str) -> None:
    """Bare numbers of a list count what the noun behind the last of them says."""
    end = found[last]
    closed = _CLOSED.fullmatch(folded, found[last - 1].full_ve, end.vs)
    told = end.noun is not None and end.noun_vs >= end.ve == end.full_ve and end.unit is not None
    if not told or end.of is not None or not (closed or last - first + 1 >= _LONG):
        return
    for i in range(last - 1, first - 1, -1):
        q = found[i]
        if q.unit is not None or q.of is not None or q.per or q.step or q.full_ve != q.ve:
            return
        found[i] = replace(q, noun=end.noun, unit=end.unit)


def _own_names(found: list[Quantity], first: int, last: int, folded: str) -> None:
    """Figures that "lần lượt" announces take one name each of as many that were told."""
    start = found[first]
    if not told_by_turns(folded, start) or start.noun is None:
        return
    if start.noun_vs >= start.ve and folded.startswith(fold(start.noun), start.full_ve + 1):
        return  # its own noun, behind it
    rate = _RATE.match(fold(start.noun))
    lead = start.noun[: rate.end()] if rate else ""
    names = _NAMES.split(start.noun[len(lead) :])
    same = all(q.noun == start.noun for q in found[first : last + 1])
    if not same or len(names) != last - first + 1 or any(map(_WHERE.match, map(fold, names))):
        return
    head = names[0].split()
    if len(head) > 1 and all(" " not in name for name in names[1:]):  # "đàn trâu, bò và lợn"
        names[1:] = [f"{' '.join(head[:-1])} {name}" for name in names[1:]]
    for i, name in enumerate(names, first):
        found[i] = replace(found[i], noun=lead + name)


def _unit_before(found: Sequence[Quantity], i: int, folded: str) -> str | None:
    """The unit of the count before a class, in the same sentence."""
    for k in range(i - 1, max(-1, i - 1 - _BACK), -1):
        q = found[k]
        if _ENDS.search(folded, q.full_ve, found[i].vs):
            return None
        if q.unit is not None and q.unit not in PERCENT_UNITS and not q.step:
            return q.unit
    return None
