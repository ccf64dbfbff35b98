"""The name that the words before a figure hold, read out of a stretch of a clause.

Its lead ("trong đó"), dates and verb are left out, asides ("theo báo cáo …") name nothing, and a
comma may stand within a name ("ngành chế biến, chế tạo").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.model import DateMention
from extract.rules.wording import Asked, wording
from extract.values.letters import LOWER, UPPER
from extract.values.text import fold

_LEAD = wording("subjects.lead")
_ASIDE = wording("subjects.aside")
_TAIL = wording("subjects.tail")
_SPAN = wording("subjects.span")
_LIST_HEAD = wording("subjects.list_head")
_INDICATOR = wording("subjects.indicator")
_EMPTY = wording("subjects.empty")
_AGE = wording("subjects.age")
_NAMING = wording("subjects.naming")
_DEED = wording("subjects.deed")
_STRIVING = wording("subjects.striving")
_PART_OPENS = wording("subjects.part_opens")
_PROPER = re.compile(rf"[{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]+)+")
_TAIL_REACH = 40
_LISTED = 4  # words before the comma of a list of names
_LIST = 12  # words of a list of names that its head opens, before its last comma
_GIVEN_TO = wording("subjects.given_to")


class ClauseNames:
    """Reads names out of stretches of one text."""

    def __init__(self, view: str, fold: str, dates: Sequence[DateMention]) -> None:
        """`view` is the document as read, `fold` its folded form; positions are positions in it."""
        self._view, self._fold = view, fold
        self._spans = {m.start(): m.end() for m in _SPAN.finditer(fold)}
        self._ends = self._spans | {d.vs: d.ve for d in dates}
        self._times = sorted(self._ends)
        self._ages = {m.start("age"): m.end() for m in _AGE.finditer(fold)}
        self._grown = sorted(self._ages)
        self._read: dict[tuple[int, int, Asked], str | None] = {}  # the names read so far

    def _after_lead(self, start: int, stop: int) -> int:
        """Where the words in start..stop begin behind their lead and date."""
        while True:
            while start < stop and self._fold[start].isspace():
                start += 1
            at = self._ends.get(start)  # "Tháng 02 năm 2007" before its "tháng" is a lead
            if at is None:
                m = _LEAD.match(self._fold, start, stop)
                at = m.end() if m else start
            if at == start or start >= stop:
                return start
            start = min(stop, at)

    def _dates_only(self, start: int, stop: int) -> bool:
        """True for a bracket that holds nothing but a date."""
        return not self._fold[self._after_lead(start, stop) : stop].strip()

    def _in_list(self, begins: list[int], start: int, end: int, stop: int) -> bool:
        """True for a comma at start..end within one name: few words before it and a joined pair
        after it ("khu vực nông, lâm nghiệp và thủy sản"), or a head that opens a list of names
        ("ngành chế biến, chế tạo"). `begins` are where its clause and those before it begin."""
        if self._fold[start] != ",":
            return False
        if " và " in self._fold[end:stop]:
            name = self._words(begins[-1], start)
            if name is not None and len(name.split()) <= _LISTED:
                return True
        rest = self._words(end, stop)
        if rest is None or _PART_OPENS.match(self._fold, end):
            return False
        if _INDICATOR.match(fold(rest)) or _DEED.match(fold(rest)):
            return False
        if self._all_short(begins, stop):
            return True
        for begin in reversed(begins):
            name = self._words(begin, start)
            if name is not None and _LIST_HEAD.match(fold(name)):
                return len(name.split()) <= _LIST and " gồm " not in fold(name)
            if self._fold[begin - 1] != ",":
                break
        return False

    def _all_short(self, begins: list[int], stop: int) -> bool:
        """True where nothing but short names, three or more, stand between the beginning of a
        clause and the figure: "; may mặc, mũ nón, giày dép tăng"."""
        first = next((b for b in reversed(begins) if self._fold[b - 1] != ","), begins[0])
        count, start = 0, first
        while start < stop:
            comma = self._fold.find(",", start, stop)
            end = stop if comma < 0 else comma
            name = self._words(start, end)
            if name is None or self._after_lead(start, end) > start + 1:
                return False
            if len(name.split()) > _LISTED:
                return False
            count, start = count + 1, end + 1
        return count > 2

    def _words(self, start: int, stop: int, ending: Asked = _TAIL) -> str | None:
        """The name in start..stop without its lead, date and verb; None for an aside. `ending`
        tells the words at its end that are none of the name."""
        stretch = (start, stop, ending)
        if stretch not in self._read:
            self._read[stretch] = self._name_in(*stretch)
        return self._read[stretch]

    def _name_in(self, start: int, stop: int, ending: Asked) -> str | None:
        start = self._after_lead(start, stop)
        if _ASIDE.match(self._fold, start, stop):
            joined = self._fold.rfind(" và ", start, stop)  # "so với cùng kỳ và số thu đạt"
            compared = self._fold[start:stop].lstrip().startswith("so ")
            return self._words(joined, stop) if compared and joined > 0 else None
        while True:
            tail = self._fold[max(start, stop - _TAIL_REACH) : stop]
            m = ending.search(tail)
            end = stop - len(tail) + m.start() if m else stop
            if m:
                end = max(end, self._proper_name(start, end, stop))
            end = max(start, self._before_time(end))
            k = bisect_left(self._grown, end) - 1
            if k >= 0 and end < self._ages[self._grown[k]] <= stop:  # "từ 65 tuổi trở lên"
                end = stop = self._ages[self._grown[k]]
            if end == stop:
                break
            stop = end
        given = _GIVEN_TO.search(self._fold[start:stop])
        if given and (dated := self._before_time(start + given.start())) < start + given.start():
            return self._words(start, dated)  # "dự toán năm 2031 được giao"
        bracket = _NAMING.match(self._fold, start, stop)
        start = bracket.end() if bracket else start
        striving = _STRIVING.match(self._fold, start, stop)
        start = self._after_lead(striving.end(), stop) if striving else start
        words = self._view[start:stop].strip(' \n-–+*,;:|"“”').lstrip("), ")
        if not any(c.isalpha() for c in words) or _EMPTY.fullmatch(fold(words)):
            return None
        return " ".join(words.split())

    def _proper_name(self, start: int, end: int, stop: int) -> int:
        """Where the proper name ends whose last word but one ends at `end`, else `end`: "Núi Thành
        2.939 người", where the word "thành" is no verb."""
        name = _PROPER.match(self._view, self._view.rfind(" ", start, end) + 1 or start, stop)
        return name.end() if name else end

    def _before_time(self, end: int) -> int:
        """Where the date or span of time begins that `end` stands in or closes, else `end`."""
        k = bisect_left(self._times, end) - 1
        if k < 0 or end > self._ends[self._times[k]]:
            return end
        return self._times[k]
