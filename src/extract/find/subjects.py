"""What a figure is about: "Thu nội địa" of "Thu nội địa ước đạt 1.256 tỷ đồng, tăng 8,4%".

A count says it itself (its noun). Money, measures and rates are about the words before them in
their clause, without the clause's label, lead, date and verb; a figure whose clause names nothing
("…, tăng 8,4%") is about what the figure before it in the sentence is about. The words are data
(patterns/wording/subjects.toml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import DateMention, Quantity
from extract.rules.wording import wording

_LABEL = wording("subjects.label")
_BREAK = wording("subjects.break")
_LEAD = wording("subjects.lead")
_ASIDE = wording("subjects.aside")
_TAIL = wording("subjects.tail")
_NAMING = re.compile(r"\([^()0-9\n]*\)")  # "(GTSXCN)", "(Lào Cai)": part of the name before it
_REACH = 240  # characters before a figure within which its subject is named
_TAIL_REACH = 40


class Subjects:
    """Finds the subjects of a document's figures, which are asked for in their order."""

    def __init__(self, view: str, fold: str, dates: Sequence[DateMention]) -> None:
        """`view` is the document as read, `fold` its folded form; positions are positions in it."""
        self._view, self._fold = view, fold
        self._ends = {d.vs: d.ve for d in dates}
        self._starts = {d.ve: d.vs for d in dates}
        self._sentence = self._done = -1
        self._before: str | None = None
        self._outer: str | None = None  # the subject before the bracket that is open

    def of(self, q: Quantity, low: int) -> str | None:
        """The subject of a figure whose sentence begins at `low`; None where nothing names it."""
        if self._sentence != low:
            self._sentence, self._done = low, low
            self._before = self._outer = None
        gap = self._fold[self._done : q.vs]
        if gap.rfind("(") > gap.rfind(")"):
            self._outer = self._before
        elif ")" in gap and "(" not in gap:
            self._before = self._outer or self._before
        counted = q.unit not in ("%", "‰") or self._opens_clause(q.vs, low)
        found = (q.noun if counted else None) or self._named(q.vs, low) or self._before or q.noun
        self._done, self._before = q.full_ve, found
        if q.noun and self._view.startswith(q.noun, q.full_ve + 1):  # "98% kế hoạch"
            self._done += 1 + len(q.noun)
        return found

    def _opens_clause(self, at: int, low: int) -> bool:
        """True where nothing but a lead or a date stands before the figure in its clause: "…; 100%
        tổ chức đảng" is about what it counts."""
        start = max([low, self._done, *(m.end() for m in _BREAK.finditer(self._fold, low, at))])
        return not self._fold[self._after_lead(start, at) : at].strip()

    def _after_lead(self, start: int, stop: int) -> int:
        """Where the words in start..stop begin behind their lead and date."""
        while True:
            m = _LEAD.match(self._fold, start, stop)
            at = min(stop, self._ends.get(m.end() if m else start, m.end() if m else start))
            if at == start:
                return start
            start = at

    def _named(self, at: int, low: int) -> str | None:
        """The words that name the figure at `at`, the nearest clause of its sentence that does."""
        floor = max(self._done, at - _REACH)
        if floor == low:
            m = _LABEL.match(self._fold, low)
            floor = m.end() if m else low
        if self._fold[floor:at].rstrip().endswith(":"):  # "+ Quốc phòng, Biên phòng: 13 tỷ đồng"
            stop = self._fold.rindex(":", floor, at)
            start = max(self._fold.rfind(mark, floor, stop) for mark in ":;\n(")
            return self._words(max(floor, start + 1), stop)
        stop = at
        names = [m.span() for m in _NAMING.finditer(self._fold, floor, at)]
        for m in reversed(list(_BREAK.finditer(self._fold, floor, at))):
            if any(start <= m.start() < end for start, end in names):
                continue
            found = self._words(m.end(), stop)
            if found is not None:
                return found
            stop = m.start()
        return self._words(floor, stop)

    def _words(self, start: int, stop: int) -> str | None:
        """The name in start..stop without its lead, date and verb; None for an aside."""
        start = self._after_lead(start, stop)
        if _ASIDE.match(self._fold, start, stop):
            return None
        while True:
            tail = self._fold[max(start, stop - _TAIL_REACH) : stop]
            m = _TAIL.search(tail)
            end = stop - len(tail) + m.start() if m else stop
            end = max(start, self._starts.get(end, end))
            if end == stop:
                break
            stop = end
        words = self._view[start:stop].strip(' \n-–+*,;:"“”')
        return " ".join(words.split()) if any(c.isalpha() for c in words) else None
