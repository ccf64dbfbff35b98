"""What a figure in running text is a figure of: the noun phrases that stand before and after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.find.claims.frames import Frame
from extract.find.tables.table_labels import Facet, Labels, Words, part_of, years_of
from extract.find.tables.table_values import RATES
from extract.model import DateMention, Quantity, Section, Status
from extract.rules.wording import terms, wording
from extract.values.text import fold

_PREDICATE = wording("table_phrases.predicate")
_NEXT = wording("table_phrases.next")
_LAST = wording("table_phrases.last")
_VERB = wording("table_phrases.verb")
_EDGE = wording("table_phrases.edge")
_TOLD = wording("table_phrases.told")
_BOUND = re.compile(r"[;:()\n]")
_ACRONYM = re.compile(r"\(([A-ZĐ]{2,8})\)")
_MARK = re.compile(r"^\s*(?:[-+*•–]|[a-zđ]\)|\d{1,2}[.)])\s*")
_AFTER = re.compile(r"[^.,;:()\n%/\d]{0,60}")
_REST = 4  # words after a figure that may still belong to it
_REACH = 300  # characters before a figure that may name it
_YEARLY = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to name a figure; `full` tells that nothing of its clause is left out, `leads` that
    it begins a sentence or stands after a semicolon."""

    words: Words
    full: bool
    leads: bool


def phrases_of(
    view: str, n: int, quantities: Sequence[Quantity], frame: Frame, labels: Labels
) -> list[Phrase]:
    """The phrases that may name figure `n`, the fullest first; [] where none stands there."""
    q = quantities[n]
    low = max(frame.sentence[0], q.vs - _REACH)
    before = 0
    k = n - 1
    while k > n - 4 and k >= 0 and quantities[k].unit == "tuổi":  # "trẻ em dưới 5 tuổi"
        k -= 1
    if k >= 0:
        last = quantities[k]
        before = last.full_ve if last.unit in RATES else max(last.full_ve, last.noun_ve)
    follows = before > low
    low = max(low, before)
    text = _ACRONYM.sub(r" \1 ", view[low : q.vs])
    pieces = [p for p in _BOUND.split(text)]
    clause = pieces[-1]
    leads = len(pieces) > 1 or not follows
    if not labels.words(_head(clause)) and len(pieces) > 1 and not q.noun:
        clause = pieces[-2]
    clause = _MARK.sub("", clause)
    behind = _AFTER.match(view, max(q.full_ve, q.noun_ve if q.noun else 0))
    more = labels.words(_NEXT.split(fold(behind[0]))[0]) if behind is not None else frozenset()
    noun = labels.words(q.noun) if q.noun and q.unit not in RATES else frozenset()
    bare = q.noun is not None and fold(q.noun) == q.unit  # a noun that only counts
    if follows and len(pieces) == 1 and not clause.startswith((",", ".", " và ")):
        rest, comma, after = clause.partition(", ")
        if comma and len(rest.split()) <= _REST:
            clause = after
    clause = _EDGE.sub("", clause)
    found: list[Phrase] = []
    saying = terms("bang_loi_giao")  # words of a verb and of who has decided

    def add(piece: str, full: bool, cut: bool = True) -> None:
        head = labels.words(_head(piece) if cut else _tailed(piece))
        head = frozenset() if not cut and head <= saying else head
        rest = _rest(piece, labels) - saying if cut else frozenset()
        for words in (head | noun, head) if bare else (head | noun,):
            if words and all(words != p.words for p in found):
                whole = full and more - saying <= words and not rest
                found.append(Phrase(words, whole, leads and whole))

    add(clause, True)
    add(clause, True, cut=False)
    acronym = max((m.end() for m in _ACRONYM.finditer(view, low, q.vs)), default=0)
    if acronym:
        m = _ACRONYM.search(view, max(low, acronym - 10), acronym)
        if m is not None and not _BOUND.search(view, acronym, q.vs):
            add(m[1] + " " + view[acronym : q.vs], True)
    verb = max((m.end() for m in _VERB.finditer(fold(clause))), default=0)
    if verb:
        add(clause[verb:], True)
    at = clause.find(", ")
    while at >= 0:
        add(clause[at + 2 :], False)
        at = clause.find(", ", at + 1)
    if noun:
        found += [Phrase(noun, False, False)]
    return found


def _rest(piece: str, labels: Labels) -> Words:
    """The content words between the verb of a clause and its figure."""
    m = _PREDICATE.search(fold(piece))
    return frozenset() if m is None else labels.words(piece[m.end() :])


def _tailed(piece: str) -> str:
    """A clause without the verbs it ends in."""
    folded = fold(piece)
    end = len(piece)
    while (m := _LAST.search(folded, 0, end)) is not None:
        end = m.start()
    return piece[:end]


def _head(piece: str) -> str:
    """A clause up to its first verb: what it is about."""
    m = _PREDICATE.search(fold(piece))
    return piece if m is None else piece[: m.start()]


class Times:
    """Of which time, and of plan or result, figures of the text speak."""

    def __init__(
        self,
        view: str,
        folded: str,
        dates: Sequence[DateMention],
        sections: Sequence[Section],
        labels: Labels,
        title: str,
    ) -> None:
        self._view, self._folded, self._dates, self._labels = view, folded, dates, labels
        self._sections = sections
        self._starts = [s.vs for s in sections]
        self._place = {s.id: i for i, s in enumerate(sections)}
        self._titles: dict[int, Facet] = {}
        whole = labels.facet(title)
        self._whole = Facet(whole.year, whole.part if whole.year else "")

    def year(self, date: int | None) -> str | None:
        """The year of a date by its index: of a whole year, or of a day at its end."""
        value = self._dates[date].value if date is not None else None
        whole = value is not None and _YEARLY.fullmatch(value.removesuffix("-12-31"))
        return value[:4] if value is not None and whole else None

    def facet(self, q: Quantity, frame: Frame) -> Facet:
        """What the words around a figure, else the titles above it, say."""
        low = frame.sentence[0]
        clause = self._folded[low : q.vs]
        i = bisect_right(self._starts, q.vs) - 1
        titled = self._titled(i if i >= 0 else None)
        year, part = titled.year, part_of(clause) or titled.part
        value = self._dates[frame.period].value if frame.period is not None else None
        if value is not None:
            first, _, last = value.partition("/")  # "2031-01/2031-09": nine months of a year
            one = _YEARLY.match(first) and last[:4] in ("", first[:4])
            year = first[:4] if one else "?"
            if len(value) > 4 and (one or not last):
                part = part or value[4:]
        status: Status | None = self._labels.clause(clause)
        if frame.status == "target":
            status = "target"
        status = status or titled.status
        if status is None and self._labels.achieved(clause):
            status = "reported"
        return Facet(year, part, status)

    def _titled(self, i: int | None) -> Facet:
        """What the title of section `i`, or the titles above it, say of time and plan; of None
        what the document's title says."""
        if i is None:
            return self._whole
        known = self._titles.get(i)
        if known is None:
            s = self._sections[i]
            above = self._titled(self._place.get(s.parent or ""))
            title = "" if _TOLD.search(fold(s.title)) else s.title  # a sentence, no title
            own, years = self._labels.facet(title), years_of(title)
            year = own.year if years else above.year
            part, status = own.part or above.part, own.status or above.status
            known = Facet(year if len(years) < 2 else "?", part, status)
            self._titles[i] = known
        return known
