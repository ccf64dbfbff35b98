"""Units put together: areas, people and counts of the old ones add up to those of the new one.

"Nhập 12,5 km2, 4.100 người của xã A và 10,2 km2, 3.900 người của xã B. Sau khi nhập, xã A có
22,7 km2, 8.000 người": for each figure after the cue the figures of its unit before it are its
parts (the form of resolutions on administrative units, Nghị quyết 1211/2016/UBTVQH13).
"""

from __future__ import annotations

import re

from extract.find.binding.binder import Binder
from extract.find.binding.summands import countable
from extract.rules.wording import wording

_AFTER = wording("merges.after")
_JOINS = wording("merges.joins")
_INTO = wording("merges.into")
_FOUNDED = wording("merges.founded")
_HAS = wording("merges.has")
_MAX_PARTS = 12
_FAR = 600  # characters after what a unit is made of in which its own figures may be told


def find_merges(binder: Binder) -> None:
    """Announce the sums of the figures that a unit has after others were merged into it."""
    folded = binder.folded
    for m in _AFTER.finditer(folded):
        first = binder.first_at(m.end())
        if first == 0 or first >= len(binder.q):
            continue
        low, high = binder.frames[first].sentence
        before = _joined(binder, first, m.start(), low)
        _after(binder, before, (first, high), m.span())
    for m in _INTO.finditer(folded):
        _named_next(binder, m)
    for m in _FOUNDED.finditer(folded):
        _founded(binder, m)


def _founded(binder: Binder, m: re.Match[str]) -> None:
    """Thành lập phường A trên cơ sở 569 ha của xã B và 139 ha của xã C. Phường A có 708 ha: a new
    unit named again after all that it is made of, in its sentence or one of the next."""
    folded = binder.folded
    k = binder.first_at(m.end())
    name = m["name"] or m["named"]
    at = folded.find(name, m.end(), m.end() + _FAR)
    told = _HAS.match(folded, at + len(name)) if at >= 0 else None
    if told is None or k >= len(binder.q) or binder.q[k].vs >= at:
        return
    first = binder.first_at(told.end())
    if first >= len(binder.q) or _FOUNDED.search(folded, m.end(), at):
        return
    high = min(binder.frames[k].sentence[1], at)
    before = [n for n in range(k, first) if binder.q[n].vs < high and countable(binder.q[n])]
    _after(binder, before, (first, binder.frames[first].sentence[1]), (at, told.end()))


def _after(
    binder: Binder,
    before: list[int],
    told: tuple[int, int],
    cue: tuple[int, int],
) -> None:
    """Announce the figures from the first `told` up to a place as sums of those before of their
    unit; `cue` is where the words stand that name the new unit."""
    first, high = told
    for t in range(first, len(binder.q)):
        at = binder.q[t].vs
        if at >= high or _closed(binder.folded[cue[1] : at]):
            break
        if binder.brackets.around(at) != binder.brackets.around(cue[0]):
            continue  # "dân số 39.251 người, bằng 188% tiêu chuẩn (21.000 người)"
        whole = binder.q[t]
        parts = [
            k for k in before if binder.q[k].unit == whole.unit and binder.q[k].direction is None
        ]
        if whole.unit is None or not 2 <= len(parts) <= _MAX_PARTS:
            continue
        if countable(whole) and whole.direction is None and binder.checked(t, *parts):
            option = binder.sum_of(parts)
            scope = binder.scope(*parts, t)
            span = (binder.q[parts[0]].vs, whole.ve)
            binder.add("sum", t, [option], scope, "weak", "rel.merge", cue=span)


def _named_next(binder: Binder, m: re.Match[str]) -> None:
    """Nhập phường A có 0,31 km2 vào phường B có 0,45 km2. Phường B có 0,76 km2: a unit named again
    in the next sentence by what the others were merged into."""
    k = binder.first_at(m.start())
    if k >= len(binder.q) or binder.q[k].vs >= m.end():
        return
    low, high = binder.frames[k].sentence
    last = k
    while last < len(binder.q) and binder.q[last].vs < high:
        last += 1
    at = re.compile(r"[\s.]*").match(binder.folded, high)
    begins = at.end() if at else high
    if last >= len(binder.q) or not binder.folded.startswith(f"{m['name']} có ", begins):
        return
    if low > m.start() or binder.q[last].vs >= binder.frames[last].sentence[1]:
        return
    before = [n for n in range(k, last) if countable(binder.q[n])]
    told = (last, binder.frames[last].sentence[1])
    _after(binder, before, told, (begins, begins + len(m["name"])))


def _closed(text: str) -> bool:
    """True where a bracket closes in a text that it does not open."""
    return ")" in re.sub(r"\([^()]*\)", "", text)


def _joined(binder: Binder, first: int, cue: int, low: int) -> list[int]:
    """The figures of the sentence that tells what is merged: the part before the cue in its own
    sentence, else the sentence before it in the block."""
    k = first - 1
    while k >= 0 and binder.q[k].vs >= cue:
        k -= 1
    if k < 0 or not binder.one_block(k, first):
        return []
    start = low if binder.q[k].vs >= low else binder.frames[k].sentence[0]
    if not _JOINS.search(binder.folded, start, cue):
        return []
    found: list[int] = []
    while k >= 0 and binder.q[k].vs >= start:
        if countable(binder.q[k]):
            found.insert(0, k)
        k -= 1
    return found
