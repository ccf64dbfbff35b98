"""What labels, headers and phrases are about, so that a table and a text can be compared.

A label becomes the set of its content words: abbreviations written out, small words, years and
numbers left out. A header or a clause becomes a `Facet`: of which time it speaks, and whether
of a plan or of a result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.find.tables.table_values import RATES
from extract.model import Direction, Role, Status
from extract.rules.book import Rulebook
from extract.rules.sources import halves
from extract.rules.wording import terms, wording
from extract.values.letters import WORD
from extract.values.text import fold

Words = frozenset[str]
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,]\d|\d)")
_PART = wording("table_labels.part")
_OF_YEAR = wording("table_labels.of_year")
_NOW = wording("table_labels.now")
_ROUND = wording("table_labels.round")
_YEAR_END = wording("table_labels.year_end")
_HALF = wording("table_labels.half")
_PLACE = wording("table_labels.place")
_TAKEN = re.compile(r"\([^()]*\)")
_STT = re.compile(r"^\s*(?:[-+*•–]|(?:[IVX]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)])\s+")
_ACRONYM = re.compile(r"\(([A-ZĐ]{2,8})\)")
_RISE = wording("table_labels.rise")
_FALL = wording("table_labels.fall")
_GAP = wording("table_labels.gap")
_COMPARED = wording("table_labels.compared")
_SHARE = wording("table_labels.share")
_SET_BESIDE = wording("table_labels.set_beside")
_RATE = wording("table_labels.rate")
_MEAN = wording("table_labels.mean")
_GROWS = wording("table_labels.grows")
_PACE = wording("table_labels.pace")
_PLANNER = wording("table_labels.planner")
_FREE = wording("table_labels.free")


@dataclass(frozen=True, slots=True)
class Facet:
    """What a header or a clause says besides what it counts; None and "" where it does not.

    `part` is a part of a year or a day ("6 tháng", "31/12/2024"); `compared` tells that it sets
    two times or a plan and a result against each other.
    """

    year: str | None = None
    part: str = ""
    status: Status | None = None
    compared: bool = False


class Labels:
    """Reads labels, headers and phrases with the word lists of one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self._short = _pairs(book.lexicon["bang_viet_tat"])
        self._same = _pairs(book.lexicon["bang_mot_nghia"])
        self._fillers = _any(book.lexicon["bang_tu_dem"])
        self._plan = _any(book.lexicon["bang_ke_hoach"])
        self._result = _any(book.lexicon["bang_thuc_hien"])
        plan, result = self._plan.pattern, self._result.pattern
        weak = terms("bang_ket_qua_yeu")  # said of plans too
        self._firm = _any(t for t in book.lexicon["bang_thuc_hien"] if fold(t) not in weak)
        self._status = re.compile(f"(?:{plan}|{result})(?:{_PLANNER.pattern})?")
        self._planned = re.compile(f"{_FREE.pattern}(?:{plan})")

    def words(self, text: str) -> Words:
        """The content words of a label or phrase (in its own case)."""
        return _words(self, text)

    def variants(self, label: str) -> list[Words]:
        """The content words of a row's label: as a whole, without what stands in brackets, and
        with the abbreviation in brackets for what stands before it."""
        label = _STT.sub("", label)
        found = [self.words(_TAKEN.sub(" ", label))]
        m = _ACRONYM.search(label)
        if m is not None:
            found.append(self.words(m[1] + " " + _TAKEN.sub(" ", label[m.end() :])))
        found.append(self.words(label.replace("(", " ").replace(")", " ")))
        return [w for n, w in enumerate(found) if w and w not in found[:n]]

    def measured(self, header: str) -> Words:
        """The content words of a header without its time and whether it is planned."""
        text = _NOW.sub(" ", _PART.sub(" ", fold(_TAKEN.sub(" ", header))))
        return self.words(self._status.sub(" ", text))

    def headed(self, header: str) -> list[Words]:
        """The content words of a header without its time: as `measured`, and with the words of
        plan and result, which may be meant (Kinh phí quyết toán)."""
        text = _NOW.sub(" ", _PART.sub(" ", fold(_TAKEN.sub(" ", header))))
        found = [self.measured(header), self.words(text)]
        return found[: 1 + (found[0] != found[1])]

    def facet(self, text: str) -> Facet:
        """Of which time a header speaks, and whether of a plan or a result."""
        return _facet(self, text)

    def read_facet(self, text: str) -> Facet:
        """The same, not remembered."""
        folded = fold(text)
        folded = _OF_YEAR.sub(r"\1 năm ", folded)
        years = set(_YEAR.findall(folded))
        plan, result = self._plan.search(folded), self._result.search(folded)
        status: Status | None = None
        if bool(plan) != bool(result):
            status = "target" if plan else "reported"
        elif plan and result and plan.start() < result.start() and "–" in folded:
            status = "reported"  # "Dự kiến … – Ước thực hiện": the lower header counts
        compared = len(years) > 1 or bool(_COMPARED.search(_TAKEN.sub(" ", folded)))
        return Facet(years.pop() if len(years) == 1 else None, _part(folded), status, compared)

    def achieved(self, folded: str) -> bool:
        """True where a word speaks of a result, if of nothing else (đạt)."""
        return self._result.search(folded) is not None

    def clause(self, folded: str) -> Status | None:
        """Whether the words before a figure speak of a plan or a result: the last ones count."""
        last: tuple[int, Status | None] = (-1, None)
        for m in self._planned.finditer(folded):
            last = (m.start(), "target")
        for m in self._firm.finditer(folded):
            if m.start() > last[0]:
                last = (m.start(), "reported")
        return last[1]


@lru_cache(maxsize=20_000)
def _words(labels: Labels, text: str) -> Words:
    folded = fold(_PLACE.sub(" ", text))
    folded = " ".join(WORD.findall(labels._short.sub(folded)))
    return frozenset(labels._fillers.sub(" ", labels._same.sub(folded)).split())


@lru_cache(maxsize=2_000)
def _facet(labels: Labels, text: str) -> Facet:
    return labels.read_facet(text)


class _Pairs:
    """Terms and what stands for them, put in all at once."""

    def __init__(self, pairs: dict[str, str]) -> None:
        self._pairs = pairs
        self._any = _any(pairs)

    def sub(self, text: str) -> str:
        return self._any.sub(lambda m: self._pairs[m[0]], text)


def _pairs(lines: Iterable[str]) -> _Pairs:
    return _Pairs(dict(halves(map(fold, lines))))


def _any(some: Iterable[str]) -> re.Pattern[str]:
    words = sorted((fold(t) for t in some), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def _part(folded: str) -> str:
    """The part of a year that a text speaks of: "6 tháng", "quý i"; "" for a year."""
    m = _PART.search(_ROUND.sub(" ", folded))
    if m is None or _YEAR_END.fullmatch(m[0]):  # what a year's table tells
        return ""
    return _HALF.sub("", m[0]).strip()


def part_of(text: str) -> str:
    """The part of a year that a phrase speaks of, as `Facet.part`."""
    return _part(fold(text))


def years_of(text: str) -> set[str]:
    """The years that a text names."""
    return set(_YEAR.findall(text))


@lru_cache(maxsize=20_000)
def role_of(header: str, label: str, unit: str | None) -> Role:
    """What a cell under a header and beside a label is: level, change, share or rate."""
    head, row = fold(header), fold(label)
    if direction_of(header, label) is not None or _GAP.search(head):
        return "change"
    if _RISE.search(head) and _FALL.search(head):
        return "change"
    if _GROWS.search(row):
        return "change"
    if unit in RATES or _SHARE.search(head):
        return "share"
    if _SET_BESIDE.search(head) and unit is None:
        return "share"
    rate = _RATE.search(_TAKEN.sub(" ", head)) or _MEAN.search(row)
    return "rate" if rate else "level"


@lru_cache(maxsize=20_000)
def direction_of(header: str, label: str) -> Direction | None:
    """The direction that a header or label gives all its figures: Tăng, Giảm so với …"""
    for text in (header, label):
        folded = fold(text.rpartition(" – ")[2])
        rise, fall = bool(_RISE.match(folded)), bool(_FALL.match(folded))
        both = _RISE.search(folded) and _FALL.search(folded)
        if (rise or fall) and not both:
            return "increase" if rise else "decrease"
    return None


def signed(header: str) -> bool:
    """True where a header says that the sign of its figures is a direction (Tăng/giảm)."""
    folded = fold(header)
    return bool(_RISE.search(folded) and _FALL.search(folded)) or _GAP.search(folded) is not None


def tells_growth(label: str, labels: Labels) -> bool:
    """True for a row's label that says no more than how the row above it has grown."""
    return _PACE.search(fold(label)) is not None and labels.words(label) <= {"tăng", "trưởng"}


@lru_cache(maxsize=4)
def labels_of(book: Rulebook) -> Labels:
    """The labels' word lists of a rulebook, compiled once."""
    return Labels(book)
