"""Figures of running text against the cells of tables that speak of the same thing.

A figure is the same as a cell where the words that name it are those of the row and column, its
unit is the cell's, its year is the column's, and neither is a plan where the other is a result.
Where that is certain and the two differ, the document contradicts itself; where it is likely,
only an agreement is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.find.binding.comparable import Comparable
from extract.find.claims.frames import Frame
from extract.find.tables.table_labels import Facet, Labels
from extract.find.tables.table_model import Sheet
from extract.find.tables.table_phrases import Phrase, Times, phrases_of
from extract.find.tables.table_spots import CROWD, Spot, Spots
from extract.find.tables.table_values import RATES
from extract.model import Announced, Bond, Kind, Operand, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import digits, evaluate, slip
from extract.values.text import fold
from extract.values.units import TIME

_PLAIN = 3  # words of a label that names one thing by itself
_FAR_OFF = 5  # times another figure
_TOTAL = 2  # words of a column's label that name its total row
_PART = 4  # words of a phrase that may be a part of a label
_LOOSE = Decimal("0.03")  # how far "khoảng" may be off
_FEWER = 3  # digits of one whose words begin a sentence
_DIGITS = 4  # of a figure that is hardly the same by chance
_LONG = 5  # of one that is the total of a table, whatever the text says
_WHOLE = wording("table_prose.whole")
_PARTED = wording("table_prose.parted")
_NAMED = wording("table_prose.named")
_FLOW = wording("table_prose.flow")
_NEAR = 8  # figures of a paragraph before one that may name it


@dataclass(slots=True)
class _Match:
    """A figure of the text and the cells it may be: `strong` where its words leave no doubt."""

    n: int
    phrase: Phrase
    spots: list[Spot]
    strong: bool
    facet: Facet


class Prose:
    """Binds the figures of a text to the cells of its tables; `found` are the relations."""

    def __init__(
        self,
        view: str,
        folded: str,
        quantities: Sequence[Quantity],
        frames: Sequence[Frame],
        times: Times,
        sheets: Sequence[Sheet],
        labels: Labels,
        same: Comparable,
        own: str,
    ) -> None:
        """`own` names the body or place that the document speaks for."""
        self.same = same
        self.view, self.folded = view, folded
        self.q, self.frames, self.times, self.labels = quantities, frames, times, labels
        self.sheets = sheets
        self.found: list[Announced] = []
        self._named: dict[int, list[Spot]] = {}  # figure -> the cells that its words name
        self._rows: dict[int, Spot] = {}  # figure -> the cell it agrees with
        self._phrases: dict[int, list[Phrase]] = {}
        self._own = fold(" ".join([own, *(s.caption for s in sheets)]))

    def bind(self) -> list[Announced]:
        """The relations between figures of the text and cells."""
        usable = [n for n in range(len(self.q)) if self._usable(n)]
        if not self.sheets or not self.q:
            return self.found
        self.spots = Spots(self.sheets, self.labels)
        matches: dict[int, _Match] = {}
        for n in usable:
            m = self._match(n)
            if m is not None:
                matches[n] = m
                self._named[n] = m.spots
        named = {
            (self.frames[n].block, s.sheet) for n, m in matches.items() if m.strong for s in m.spots
        }
        for n in usable:
            m = matches.get(n)
            if m is None:
                self._by_value(n)
                continue
            if not m.strong and len(m.phrase.words) < _PLAIN and m.phrase.full:
                m.strong = any((self.frames[n].block, s.sheet) in named for s in m.spots)
            self._decide(m)
        return self.found

    def cell_of(self, n: int) -> Spot | None:
        """The cell that figure `n` agrees with; None before `bind`, or where there is none."""
        return self._rows.get(n)

    def phrases(self, n: int) -> list[Phrase]:
        """The phrases that may name figure `n`, read once."""
        known = self._phrases.get(n)
        if known is None:
            known = phrases_of(self.view, n, self.q, self.frames[n], self.labels)
            self._phrases[n] = known
        return known

    def _usable(self, n: int) -> bool:
        q = self.q[n]
        return not (
            q.direction is not None
            or q.value_to is not None
            or q.of is not None
            or q.words
            or q.bound not in (None, "about")
            or q.value <= 0
            or (q.unit is None and q.noun is None)
            or q.unit in TIME
        )

    # -- what a figure is ------------------------------------------------------------------

    def _match(self, n: int) -> _Match | None:
        """The cells that the words before a figure name."""
        q, frame = self.q[n], self.frames[n]
        facet: Facet | None = None
        if n and self.folded[self.q[n - 1].full_ve : q.vs].strip("* ") == "/":
            return None  # "5.817 tỷ đồng/5.937 tỷ đồng": result and plan, compared by value
        for phrase in self.phrases(n):
            spots = self._beside(n, phrase) or self.spots.by_words.get(phrase.words, [])
            strong = phrase.full and len(phrase.words) >= _PLAIN
            if phrase.full and len(phrase.words) >= _TOTAL:
                strong = strong or all(s.whole for s in spots) or self._of_all(n)
            if not spots and phrase.leads and len(phrase.words) >= _PART:
                labels = [
                    w
                    for w in self.spots.holding(phrase.words)
                    if not any(map(_FLOW.fullmatch, w - phrase.words))
                ]
                spots = [s for w in labels for s in self.spots.by_words[w]]
                strong = len({(s.sheet, s.row) for s in spots}) == 1
            if len(spots) > CROWD:
                continue
            spots = [s for s in spots if self.same_unit(q, s.q)]
            if not spots:
                continue
            facet = facet or self.times.facet(q, frame)
            fitting = [s for s in spots if self._fits(s, facet, n)]
            if fitting:
                return _Match(n, phrase, fitting, strong, facet)
        return None

    def _beside(self, n: int, phrase: Phrase) -> list[Spot]:
        """The cells in the row of the figure right before this one, where only the header of
        another column is named: "khu công nghiệp 12 dự án, vốn đăng ký 2.610 tỷ đồng"."""
        before = self._named.get(n - 1, [])
        if not before or self.frames[n - 1].sentence != self.frames[n].sentence:
            return []
        between = self.folded[self.q[n - 1].full_ve : self.q[n].vs]
        if len({(s.sheet, s.row) for s in before}) != 1 or _PARTED.search(between):
            return []
        return self.spots.beside(before[0], phrase.words)

    def _fits(self, spot: Spot, facet: Facet, n: int) -> bool:
        own = spot.facet
        if own.part != facet.part or (own.year and facet.year and own.year != facet.year):
            return False
        if spot.whole and not self._of_all(n):
            return False
        return own.status is None or facet.status is None or own.status == facet.status

    def _of_all(self, n: int) -> bool:
        """True where the sentence says that all of a thing is meant (toàn tỉnh), and no figure
        between "trong đó" and this one is of a part."""
        low, high = self.frames[n].sentence[0], self.q[n].vs
        if not _WHOLE.search(self.folded, low, high):
            return False
        parted = max((m.end() for m in _PARTED.finditer(self.folded, low, high)), default=high)
        k = n - 1
        while k >= 0 and self.q[k].vs >= parted:
            if not any(s.whole for s in self._named.get(k, ())) and self.q[k].unit not in RATES:
                return False
            k -= 1
        return True

    def _by_value(self, n: int) -> None:
        """Keep an agreement with a cell of the very same value: of the row that the figure before
        was of, where no words name this one, or of a row whose label shares most words."""
        q = self.q[n]
        phrases = self.phrases(n)
        if not phrases:
            self._in_row(n)
            return
        if self._by_total(n) or len(digits(q, q.value).strip("0")) < _DIGITS:
            return
        spots = [s for s in self.spots.by_value.get(q.value, ()) if self.same_unit(q, s.q)]
        if not spots or len(spots) > CROWD:
            return
        facet = self.times.facet(q, self.frames[n])
        for phrase in phrases:
            for s in spots:
                near = s.label and (s.label <= phrase.words or phrase.words <= s.label)
                if near and (s.facet.year or facet.year) in (None, facet.year):
                    self._equal(n, s, "silent")
                    return

    def _by_total(self, n: int) -> bool:
        """Keep an agreement with the one cell of a total row of the very same value, where the
        text says that all of a thing is meant, or the figure is long; True where there is one.
        Of a cell whose digits the text swaps keep the contradiction."""
        q = self.q[n]
        size = len(digits(q, q.value))
        spots = [
            s
            for s in self.spots.by_value.get(q.value, ())
            if s.whole and (self.same_unit(q, s.q) or (s.q.unit is None and size > _LONG))
        ]
        if not spots and size >= _DIGITS:
            self._total_slip(n)
        if len(spots) != 1 or size < (_FEWER if self._of_all(n) else _LONG):
            return False
        self._equal(n, spots[0], "silent")
        return True

    def _total_slip(self, n: int) -> None:
        """cộng dồn 3.218 ca: one total under a column of these words has two digits swapped."""
        q, facet = self.q[n], self.times.facet(self.q[n], self.frames[n])
        words = frozenset[str]().union(*(p.words for p in self.phrases(n)))
        spots = [
            s
            for s in self.spots.swapped_totals(q, words)
            if s.facet.year in (None, facet.year or s.facet.year)
            and s.facet.status in (None, facet.status or s.facet.status)
            and (s.q.unit is None or self.same_unit(q, s.q))
        ]
        if len(spots) == 1 and not self._elsewhere(n, spots[0]):
            self._equal(n, spots[0], "plain")

    def same_unit(self, a: Quantity, b: Quantity) -> bool:
        """True where a figure of the text and a cell are of one unit; a count may go without."""
        if a.unit == b.unit:
            return True
        if a.unit is None or b.unit is None:
            return not self.same.measured(a.unit or b.unit)
        return self.same.akin(a.unit, b.unit)

    def _in_row(self, n: int) -> None:
        for k in range(n - 1, max(-1, n - 1 - _NEAR), -1):
            spot = self._rows.get(k)
            if self.frames[k].block != self.frames[n].block:
                return
            if spot is not None:
                for s in self.spots.in_row(spot):
                    if s.unit == self.q[n].unit and _agree(self.q[n], s):
                        self._tell(n, s, "silent")
                        return

    # -- agreement and contradiction -------------------------------------------------------

    def _decide(self, m: _Match) -> None:
        q = self.q[m.n]
        agreeing = [s for s in m.spots if _agree(q, s.q)]
        if agreeing:
            self._equal(m.n, agreeing[0], "silent")
            return
        values = {s.q.value for s in m.spots}
        if len(values) != 1:
            return
        spot = m.spots[0]
        certain = m.strong and all(self._certain(s, m.facet) for s in m.spots)
        if q.bound == "about" and abs(q.value - spot.q.value) <= _LOOSE * abs(spot.q.value):
            return
        least = _FEWER if m.phrase.leads else _DIGITS
        if not certain and not (m.phrase.full and _is_slip(q, spot.q, least)):
            return
        if self._elsewhere(m.n, spot) or any(self.spots.explained(q, s) for s in m.spots):
            return
        if not _apart(q, spot.q):
            self._equal(m.n, spot, "plain")

    @staticmethod
    def _certain(spot: Spot, facet: Facet) -> bool:
        """True where both say the same year, or neither does and the row has one figure."""
        if facet.year == "?":
            return False
        if spot.facet.year is not None and facet.year is not None:
            return True
        return spot.lone

    def _elsewhere(self, n: int, spot: Spot) -> bool:
        """True where the paragraph speaks of a place that is not the document's own."""
        label = fold(self.spots.sheets[spot.sheet].rows[spot.row].label)
        low = max(self.frames[n].sentence[0] - 1000, 0)
        low = max(low, self.view.rfind("\n", low, self.q[n].vs))
        places = [fold(m[0]) for m in _NAMED.finditer(self.view, low, self.q[n].vs)]
        return any(p not in self._own and p.partition(" ")[2] not in label for p in places)

    def _equal(self, n: int, spot: Spot, bond: Bond) -> None:
        if bond == "silent":
            self._rows[n] = spot
        self._tell(n, spot.q, bond)

    def _tell(self, n: int, cell: Quantity, bond: Bond) -> None:
        option = Option("equal", (Operand(cell.id),))
        self.found.append(self.announced("equality", n, option, bond, "table.prose"))

    def announced(self, kind: Kind, n: int, option: Option, bond: Bond, rule: str) -> Announced:
        """A relation between figure `n` and cells."""
        q = self.q[n]
        cue = (self.frames[n].sentence[0], q.ve)
        return Announced(kind, q.id, (option,), cue, "table", bond, rule)


def _agree(q: Quantity, cell: Quantity) -> bool:
    outcome = evaluate(Option("equal", (Operand(cell.id),)), q, {cell.id: cell})
    return outcome is not None and outcome.verdict == "consistent"


def _apart(a: Quantity, b: Quantity) -> bool:
    """True for figures so far apart that they are of other things, not of one told wrong ("thu hồi
    đất nông nghiệp 209 ha" beside 6.985 ha of such land); not where a scale alone parts them."""
    small, large = sorted((abs(a.value), abs(b.value)))
    same = digits(a, a.value).strip("0") == digits(b, b.value).strip("0")
    return large > _FAR_OFF * small and not same


def _is_slip(a: Quantity, b: Quantity, least: int) -> bool:
    """True where one wrong digit or two swapped ones turn one figure of `least` digits or more
    into the other."""
    x, y = digits(a, a.value), digits(a, b.value)
    return len(x.strip("0")) >= least and slip(x, y)
