"""Quantities + dates + cues -> what each figure claims: when, compared with when, of what, how.

A figure's period is the last date before it in its block; a date announced by `so với` is the
base of comparison instead. The claim of a list item without one takes the date of the line it
stands under; the frame, with which arithmetic is bound, does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document import Block
from extract.find.cues import Cues
from extract.find.heads import Heads, compared_from
from extract.find.standing import (
    is_compared_with,
    is_planned,
    is_still_striven,
    is_striven,
    status_of,
    strives,
)
from extract.find.subjects import Subjects
from extract.find.turned_periods import periods_in_turn
from extract.model import Citation, Claim, DateMention, Direction, Quantity, Relation, Role, Status
from extract.rules.wording import wording

_BASE = wording("claims.base")
_SENTENCE_END = re.compile(r"[.;!?] |\n")
_SENTENCE = re.compile(r"[.!?…]['\")”]? (?=[\"“'(]?[A-ZĐÀ-Ỹ])|\n")
_SCOPE = wording("claims.scope")
_SCOPE_REACH = 250
_SCOPE_HEAD = 40  # characters from a sentence's beginning within which a scope holds for all of it
_TO_TIMES = 16  # characters of "gấp khoảng " before a figure
_TIMES_AS = wording("claims.times_as")
_BASE_REACH = 400  # characters after a change within which its base is told
_NEAR = 12  # figures before one among which the owner of a date is looked for
LONGEST = 6000  # characters of a sentence
_BREAK = re.compile(r"[.,;:()]")
_NOUN_AND_DATE = wording("claims.own_date")
_OF_BASE = wording("claims.of_base")
_JOINED = wording("claims.joined")
_OWN_CHANGE = wording("claims.own_change")
_ENDS = (")", ",", ";", "")
_COMPARED = wording("claims.compared")
_OF_ONE_UNIT = frozenset(("sum", "difference", "equality", "series"))
_UNDATED = wording("claims.undated")
_OF_DATE = wording("claims.of_date")
_ABBREVIATION = wording("claims.abbreviation")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a figure stands: its sentence, its period and its base date (dates by index).

    `planned`: it is told as a plan or a forecast. Its claim is a target, but unlike what is
    striven for its arithmetic is checked: the parts of a plan add up too.
    """

    block: int
    sentence: tuple[int, int]
    period: int | None
    base: int | None
    status: Status
    planned: bool = False


def find_frames(
    view: str,
    folded: str,
    blocks: Sequence[Block],
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    citations: Sequence[Citation],
    cues: Cues,
) -> list[Frame]:
    """One frame for each quantity, in their order."""
    starts = [b.vs for b in blocks]
    free = _free_dates(dates, citations)
    when = [dates[i].vs for i in free]
    bases = compared_from(folded, blocks, dates, free)
    undated = [m.start() for m in _UNDATED.finditer(folded)]
    turned = periods_in_turn(folded, quantities, dates, free)
    frames: list[Frame] = []
    sentence = (-1, -1)
    for n, q in enumerate(quantities):
        b = max(0, bisect_right(starts, q.vs) - 1)
        low, high = (blocks[b].vs, blocks[b].ve) if blocks else (0, len(folded))
        if not sentence[0] <= q.vs < sentence[1]:
            sentence = _sentence(view, q.vs, max(low, sentence[1]), high)
        period, base = _periods(
            folded, q, n, quantities, dates, free, when, bases, undated, low, high
        )
        period = turned.get(n, period)
        status = status_of(folded, q, sentence, cues)
        planned = status == "reported" and (
            is_planned(folded, q, sentence, cues)
            or is_striven(folded, q, sentence, cues)
            or is_still_striven(folded, q, sentence, low)
        )
        if status == "target" and is_compared_with(folded, q, sentence, cues):
            status, planned = "reported", True
        frames.append(Frame(b, sentence, period, base, status, planned))
    return frames


def _free_dates(dates: Sequence[DateMention], citations: Sequence[Citation]) -> list[int]:
    """Indexes of the dates that are not part of a citation."""
    ends = [(c.vs, c.ve) for c in citations]
    first = [c[0] for c in ends]
    free = []
    for i, d in enumerate(dates):
        j = bisect_right(first, d.vs) - 1
        if j < 0 or d.vs >= ends[j][1]:
            free.append(i)
    return free


def _sentence(view: str, at: int, start: int, high: int) -> tuple[int, int]:
    """The sentence around `at`, looking forward from `start`, where one begins.

    What has no sentence end for LONGEST characters is cut there, so that no list of figures
    without end makes the search for its parts grow with the text.
    """
    while True:
        end = min(high, start + LONGEST)
        for m in _SENTENCE.finditer(view, start, end):
            if not _abbreviation(view, m.start()):
                end = m.end()
                break
        if at < end or end >= high:
            return start, end
        start = end


def _abbreviation(view: str, dot: int) -> bool:
    """True where the full stop belongs to an abbreviation (Tp. Hồ Chí Minh) or a label (1.2.)."""
    before = view[max(0, dot - 4) : dot].casefold()
    return _ABBREVIATION.search(before) is not None


def _periods(
    folded: str,
    q: Quantity,
    n: int,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    free: list[int],
    when: list[int],
    bases: list[int | None],
    undated: list[int],
    low: int,
    high: int,
) -> tuple[int | None, int | None]:
    """(period, base) of a figure as indexes of dates."""
    before = quantities[n - 1].ve if n and quantities[n - 1].vs >= low else low
    period = base = None
    own = _own_period(folded, q, dates, free, when, high)
    if own is not None:
        return own, None
    i = bisect_left(when, q.vs) - 1
    while i >= 0 and when[i] >= low:
        d = dates[free[i]]
        compared = bases[i]
        if compared is not None:
            if d.vs >= before:
                level = q.direction is None and q.unit != "%"
                if level and period is None and _is_of_base(folded, d, q):
                    return free[i], None  # "so với năm 2020 (45 xã)": the level of that year
                if (
                    not level
                    and base is None
                    and (before == low or _BREAK.search(folded, before, compared))
                ):
                    base = free[i]
        elif not _within(folded, d, low, quantities, n):
            k = bisect_left(undated, d.ve)
            if k == len(undated) or undated[k] >= q.vs:
                period = free[i]
            break
        i -= 1
    if base is None:
        base = _base_after(folded, q, n, quantities, dates, free, when, high)
    return period, base


def _is_of_base(folded: str, d: DateMention, q: Quantity) -> bool:
    """True where the level `q` is that of the date compared with right before it ("so với năm 2020
    (45 xã)"), no fact that a bracket tells with a change of its own."""
    if _OF_BASE.fullmatch(folded, d.ve, q.vs) is None:
        return False
    opened = folded.rfind("(", d.ve, q.vs)
    named = opened >= 0 and folded[opened + 1 : q.vs].strip()
    return not (named and _OWN_CHANGE.match(folded, q.full_ve))


def _within(folded: str, d: DateMention, low: int, quantities: Sequence[Quantity], n: int) -> bool:
    """True for a date that another figure than `n` has to itself: one in its bracket, which is
    closed ("(6 tháng đầu năm 2019 là 405 đơn). Nay"), or one right behind it ("tốc độ tăng 0,4%
    của năm 2020")."""
    q = quantities[n]
    close = folded.find(")", d.ve, min(q.vs, d.ve + _SCOPE_REACH))
    low = max(low, d.vs - _SCOPE_REACH)
    opened = folded.rfind("(", low, d.vs)
    if close >= 0 and opened > folded.rfind(")", low, d.vs) and "(" not in folded[d.ve : close]:
        return any(opened < k.vs < close for k in quantities[max(0, n - _NEAR) : n])
    for k in quantities[max(0, n - _NEAR) : n]:
        if k.ve <= d.vs and _OF_DATE.fullmatch(folded, k.full_ve, d.vs):
            return True
    return False


def _own_period(
    folded: str,
    q: Quantity,
    dates: Sequence[DateMention],
    free: list[int],
    when: list[int],
    high: int,
) -> int | None:
    """The date right after a level and its noun ("29.846 người năm 2015", "84 xã (năm 2020)"),
    or of which a rate is told ("tốc độ tăng 0,4% của năm 2020")."""
    j = bisect_left(when, q.full_ve)
    if j == len(when) or when[j] >= high:
        return None
    d = dates[free[j]]
    if "(" in folded[q.full_ve : d.vs] and folded[d.ve : d.ve + 1] not in _ENDS:
        return None  # "512 đơn (năm 2020 nhận 405 đơn)"
    if q.unit == "%" and _OF_DATE.fullmatch(folded, q.full_ve, d.vs):
        return free[j]
    if q.direction is not None:
        return None
    return free[j] if _NOUN_AND_DATE.fullmatch(folded, q.full_ve, d.vs) else None


def _base_after(
    folded: str,
    q: Quantity,
    n: int,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    free: list[int],
    when: list[int],
    high: int,
) -> int | None:
    """The base date that follows a figure: "giảm 30 biên chế so với số giao năm 2021"."""
    times = _moved(folded, q)
    if q.direction is None and q.unit != "%" and not times:
        return None
    stop = min(high, q.ve + _BASE_REACH)
    m = _SENTENCE_END.search(folded, q.ve, stop)
    if m:
        stop = m.start()
    j = bisect_left(when, q.ve)
    while j < len(when) and when[j] < stop:
        d = dates[free[j]]
        compared = _BASE.search(folded, q.ve, d.vs)
        if compared:
            first = _COMPARED.search(folded, q.ve, compared.start())
            if first is not None:  # "tăng 0,2% so với tháng trước, tăng 3% so với năm 2020"
                return None
            middle = [k for k in quantities[n + 1 : n + 6] if k.vs < d.vs]
            if q.direction is None and any(k.direction for k in middle) and not times:
                return None  # "đạt 101,5% dự toán, tăng 7,3% so với năm 2020"
            if all(k.direction is not None or _moved(folded, k) for k in middle):
                return free[_in_turn(folded, n, quantities, dates, free, j, compared.start())]
            return None
        j += 1
    return None


def _moved(folded: str, q: Quantity) -> bool:
    """True for "gấp 3,16 lần": so many times what it is compared with."""
    return _TIMES_AS.search(folded, max(0, q.vs - _TO_TIMES), q.vs) is not None


def _in_turn(
    folded: str,
    n: int,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    free: list[int],
    j: int,
    compared: int,
) -> int:
    """Which free date figure `n` is compared with, where as many changes as dates are told in a
    row: "tăng 7,05% và 6,77% so với năm 2018 và 2019"; else the first, `j`."""
    first = last = n
    while first and _JOINED.fullmatch(folded, quantities[first - 1].full_ve, quantities[first].vs):
        first -= 1
    while last + 1 < len(quantities) and quantities[last + 1].vs < compared:
        last += 1
    row = 1
    while j + row < len(free) and _JOINED.fullmatch(
        folded, dates[free[j + row - 1]].ve, dates[free[j + row]].vs
    ):
        row += 1
    changes = [quantities[k] for k in range(first, last + 1)]
    alike = all(q.unit == quantities[n].unit and q.direction is not None for q in changes)
    return j + n - first if alike and row == len(changes) else j


def find_claims(
    view: str,
    folded: str,
    blocks: Sequence[Block],
    quantities: Sequence[Quantity],
    frames: Sequence[Frame],
    dates: Sequence[DateMention],
    citations: Sequence[Citation],
    striven: frozenset[int] = frozenset(),
    number: int = 1,
) -> tuple[Claim, ...]:
    """One claim for each quantity, numbered from `number`; `striven` are the blocks under a
    heading of targets."""
    claims: list[Claim] = []
    subjects = Subjects(view, folded, dates)
    heads = Heads(folded, blocks, dates, _free_dates(dates, citations), quantities)
    sentence, first, done = -1, 0, 0
    for q, f in zip(quantities, frames, strict=True):
        if f.sentence[0] != sentence:
            sentence, first, done = f.sentence[0], q.vs, f.sentence[0]
        period = f.period
        if period is None:
            told = heads.period(f.block, q.vs)
            if told is not None and not _UNDATED.search(folded, sentence, q.vs):
                period = told
        target = f.planned or (
            f.block in striven and strives(folded, q, f.sentence[0], f.base is not None)
        )
        opens = bool(blocks) and sentence == blocks[f.block].vs
        claims.append(
            Claim(
                id=f"m{len(claims) + number}",
                quantity=q.id,
                role=_role(q),
                subject=subjects.of(q, sentence, heads.title(f.block) if opens else None),
                scope=_scope(view, folded, q, sentence, first, done),
                period=dates[period].id if period is not None else None,
                base=dates[f.base].id if f.base is not None else None,
                status="target" if target and f.status == "reported" else f.status,
            )
        )
        done = q.full_ve
    return tuple(claims)


def _role(q: Quantity) -> Role:
    if q.direction is not None:
        return "change"
    if q.of is not None or q.unit in ("%", "‰"):
        return "share"
    if q.per is not None:
        return "rate"
    return "level"


def _scope(view: str, folded: str, q: Quantity, low: int, first: int, before: int) -> str | None:
    """The scope told for a figure: at the head of its sentence, before its `first` figure, for all
    of them; else between the figure before it, which ends at `before`, and this one."""
    found = None
    for m in _SCOPE.finditer(folded, max(low, q.vs - _SCOPE_REACH), q.vs):
        if m.start() >= before or m.start() < min(first, low + _SCOPE_HEAD):
            found = view[m.start() : m.end()]
    return found


def proved(
    quantities: Sequence[Quantity], claims: Sequence[Claim], relations: Sequence[Relation]
) -> tuple[tuple[Quantity, ...], tuple[Claim, ...]]:
    """Figures and claims with what a relation that agrees tells of them: a rate of change has the
    direction of its change ("giảm 630 thôn, tổ dân phố (28,7%)"), the terms of a sum or difference
    the unit that the others name ("62 trường, gồm mầm non 28, tiểu học 34").

    `claims` begin with those of `quantities`, in their order; `relations` are the judged ones.
    """
    by_id = {q.id: q for q in quantities}
    ways: dict[str, Direction] = {}
    units: dict[str, str | None] = {}
    for r in relations:
        if r.verdict != "consistent":
            continue
        of = [q for o in r.operands if (q := by_id.get(o.quantity)) is not None]
        stated = by_id.get(r.stated)
        if stated is None or not of:
            continue
        if r.kind == "percent" and stated.direction is None and of[0].direction is not None:
            ways[r.stated] = of[0].direction
        elif r.kind in _OF_ONE_UNIT:
            told = {q.unit for q in (stated, *of)} - {None}
            if len(told) == 1:
                unit = told.pop()
                units.update((q.id, unit) for q in (stated, *of) if q.unit is None)
    moved = tuple(
        replace(q, direction=ways.get(q.id, q.direction), unit=units.get(q.id, q.unit))
        if q.id in ways or q.id in units
        else q
        for q in quantities
    )
    changed = tuple(replace(c, role="change") if c.quantity in ways else c for c in claims)
    return moved, changed
