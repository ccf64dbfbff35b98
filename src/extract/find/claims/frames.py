"""Quantities + dates + cues -> frames: where each figure stands, of what time, compared with what.

A figure's period is the last date before it in its block; a date announced by `so với` is the
base of comparison instead. Arithmetic is bound with the frame; what is told of the figure beyond
that (find/claims/claims.py) takes its date from the line above it too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Block
from extract.find.claims.standing import (
    is_ceiling,
    is_compared_with,
    is_planned,
    is_still_striven,
    is_striven,
    status_of,
)
from extract.find.claims.turned_periods import periods_in_turn
from extract.find.figures.cues import Cues
from extract.find.structure.heads import compared_from
from extract.model import Citation, DateMention, Quantity, Status
from extract.rules.wording import wording

_BASE = wording("claims.base")
_SENTENCE_END = re.compile(r"[.;!?] |\n")
_SENTENCE = re.compile(
    r"[.!?…]['\")”]? (?=[\"“'(]?[A-ZĐÀ-Ỹ])|\n"
    r"|(?<=[^\W\d_]{2})\. (?=[0-9][0-9.,]*%? [a-zđà-ỹ])"  # "… Tân An. 8 xã còn lại …"
)
_BRACKET_REACH = 250  # characters from a date to the ends of the bracket that it stands in
_TO_TIMES = 16  # characters of "gấp khoảng " before a figure
_TIMES_AS = wording("claims.times_as")
_BASE_REACH = 400  # characters after a change within which its base is told
_NEAR = 12  # figures before one among which the owner of a date is looked for
_LONGEST = 6000  # characters of a sentence
_BREAK = re.compile(r"[.,;:()]")
_NOUN_AND_DATE = wording("claims.own_date")
_OF_BASE = wording("claims.of_base")
_JOINED = wording("claims.joined")
_OWN_CHANGE = wording("claims.own_change")
_ENDS = (")", ",", ";", "")
_COMPARED = wording("claims.compared")
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
    times = _Times(folded, blocks, quantities, dates, citations)
    turned = periods_in_turn(folded, quantities, dates, times.free)
    frames: list[Frame] = []
    sentence = (-1, -1)
    for n, q in enumerate(quantities):
        b = max(0, bisect_right(starts, q.vs) - 1)
        low, high = (blocks[b].vs, blocks[b].ve) if blocks else (0, len(folded))
        if not sentence[0] <= q.vs < sentence[1]:
            sentence = _sentence(view, q.vs, max(low, sentence[1]), high)
        period, base = times.of(n, low, high)
        period = turned.get(n, period)
        status = status_of(folded, q, sentence, cues)
        planned = status == "reported" and (
            is_planned(folded, q, sentence, cues)
            or is_striven(folded, q, sentence, cues)
            or is_still_striven(folded, q, sentence, low, blocks[b - 1].vs if b else low)
        )
        if status == "reported" and not planned and is_ceiling(folded, q, sentence[0]):
            status = "norm"
        if status == "target" and is_compared_with(folded, q, sentence, cues):
            status, planned = "reported", True
        frames.append(Frame(b, sentence, period, base, status, planned))
    return frames


def free_dates(dates: Sequence[DateMention], citations: Sequence[Citation]) -> list[int]:
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

    What has no sentence end for _LONGEST characters is cut there, so that no list of figures
    without end makes the search for its parts grow with the text.
    """
    while True:
        end = min(high, start + _LONGEST)
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


class _Times:
    """The dates of one text, and which of them its figures are of."""

    def __init__(
        self,
        folded: str,
        blocks: Sequence[Block],
        quantities: Sequence[Quantity],
        dates: Sequence[DateMention],
        citations: Sequence[Citation],
    ) -> None:
        self.folded = folded
        self.quantities = quantities
        self.dates = dates
        self.free = free_dates(dates, citations)
        self.when = [dates[i].vs for i in self.free]
        self.bases = compared_from(folded, blocks, dates, self.free)
        self.undated = [m.start() for m in _UNDATED.finditer(folded)]

    def of(self, n: int, low: int, high: int) -> tuple[int | None, int | None]:
        """(period, base) of figure `n` as indexes of the dates; `low` to `high` is its block."""
        q = self.quantities[n]
        before = self.quantities[n - 1].ve if n and self.quantities[n - 1].vs >= low else low
        period = base = None
        own = self._own(q, high)
        if own is not None:
            return own, None
        i = bisect_left(self.when, q.vs) - 1
        while i >= 0 and self.when[i] >= low:
            d = self.dates[self.free[i]]
            compared = self.bases[i]
            if compared is not None:
                if d.vs >= before:
                    level = q.direction is None and q.unit != "%"
                    if level and period is None and _is_of_base(self.folded, d, q):
                        # "so với năm 2020 (45 xã)": the level of that year
                        return self.free[i], None
                    if (
                        not level
                        and base is None
                        and (before == low or _BREAK.search(self.folded, before, compared))
                    ):
                        base = self.free[i]
            elif not self._has_owner(d, low, n):
                k = bisect_left(self.undated, d.ve)
                if k == len(self.undated) or self.undated[k] >= q.vs:
                    period = self.free[i]
                break
            i -= 1
        if base is None:
            base = self._base_after(n, high)
        return period, base

    def _has_owner(self, d: DateMention, low: int, n: int) -> bool:
        """True for a date that another figure than `n` has to itself: one in its bracket, which is
        closed ("(6 tháng đầu năm 2019 là 405 đơn). Nay"), or one right behind it ("tốc độ tăng 0,4%
        của năm 2020")."""
        folded, near = self.folded, self.quantities[max(0, n - _NEAR) : n]
        close = folded.find(")", d.ve, min(self.quantities[n].vs, d.ve + _BRACKET_REACH))
        low = max(low, d.vs - _BRACKET_REACH)
        opened = folded.rfind("(", low, d.vs)
        if close >= 0 and opened > folded.rfind(")", low, d.vs) and "(" not in folded[d.ve : close]:
            return any(opened < k.vs < close for k in near)
        return any(k.ve <= d.vs and _OF_DATE.fullmatch(folded, k.full_ve, d.vs) for k in near)

    def _own(self, q: Quantity, high: int) -> int | None:
        """The date right after a level and its noun ("29.846 người năm 2015", "84 xã (năm 2020)"),
        or of which a rate is told ("tốc độ tăng 0,4% của năm 2020")."""
        j = bisect_left(self.when, q.full_ve)
        if j == len(self.when) or self.when[j] >= high:
            return None
        d = self.dates[self.free[j]]
        if "(" in self.folded[q.full_ve : d.vs] and self.folded[d.ve : d.ve + 1] not in _ENDS:
            return None  # "512 đơn (năm 2020 nhận 405 đơn)"
        if q.unit == "%" and _OF_DATE.fullmatch(self.folded, q.full_ve, d.vs):
            return self.free[j]
        if q.direction is not None:
            return None
        return self.free[j] if _NOUN_AND_DATE.fullmatch(self.folded, q.full_ve, d.vs) else None

    def _base_after(self, n: int, high: int) -> int | None:
        """The base date that follows a figure: "giảm 30 biên chế so với số giao năm 2021"."""
        q = self.quantities[n]
        times = _moved(self.folded, q)
        if q.direction is None and q.unit != "%" and not times:
            return None
        stop = min(high, q.ve + _BASE_REACH)
        m = _SENTENCE_END.search(self.folded, q.ve, stop)
        if m:
            stop = m.start()
        j = bisect_left(self.when, q.ve)
        while j < len(self.when) and self.when[j] < stop:
            d = self.dates[self.free[j]]
            compared = _BASE.search(self.folded, q.ve, d.vs)
            if compared:
                first = _COMPARED.search(self.folded, q.ve, compared.start())
                if first is not None:  # "tăng 0,2% so với tháng trước, tăng 3% so với năm 2020"
                    return None
                middle = [k for k in self.quantities[n + 1 : n + 6] if k.vs < d.vs]
                if q.direction is None and any(k.direction for k in middle) and not times:
                    return None  # "đạt 101,5% dự toán, tăng 7,3% so với năm 2020"
                if all(k.direction is not None or _moved(self.folded, k) for k in middle):
                    return self.free[self._in_turn(n, j, compared.start())]
                return None
            j += 1
        return None

    def _in_turn(self, n: int, j: int, compared: int) -> int:
        """Which free date figure `n` is compared with, where as many changes as dates are told in a
        row: "tăng 7,05% và 6,77% so với năm 2018 và 2019"; else the first, `j`."""
        folded, q = self.folded, self.quantities
        first = last = n
        while first and _JOINED.fullmatch(folded, q[first - 1].full_ve, q[first].vs):
            first -= 1
        while last + 1 < len(q) and q[last + 1].vs < compared:
            last += 1
        told = [self.dates[i] for i in self.free[j : j + last - first + 2]]
        row = 1
        while row < len(told) and _JOINED.fullmatch(folded, told[row - 1].ve, told[row].vs):
            row += 1
        changes = q[first : last + 1]
        alike = all(x.unit == q[n].unit and x.direction is not None for x in changes)
        return j + n - first if alike and row == len(changes) else j


def _is_of_base(folded: str, d: DateMention, q: Quantity) -> bool:
    """True where the level `q` is that of the date compared with right before it ("so với năm 2020
    (45 xã)"), no fact that a bracket tells with a change of its own."""
    if _OF_BASE.fullmatch(folded, d.ve, q.vs) is None:
        return False
    opened = folded.rfind("(", d.ve, q.vs)
    named = opened >= 0 and folded[opened + 1 : q.vs].strip()
    return not (named and _OWN_CHANGE.match(folded, q.full_ve))


def _moved(folded: str, q: Quantity) -> bool:
    """True for "gấp 3,16 lần": so many times what it is compared with."""
    return _TIMES_AS.search(folded, max(0, q.vs - _TO_TIMES), q.vs) is not None
