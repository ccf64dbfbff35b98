"""The cells of all tables by what their labels, headers and captions say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.find.tables.table_labels import Facet, Labels, Words, years_of
from extract.find.tables.table_model import Column, Sheet
from extract.find.tables.table_values import RATES
from extract.model import Quantity
from extract.rules.wording import wording
from extract.values.formula import digits, swapped
from extract.values.text import fold

_SHARE = 0.6  # of a label's words that a phrase must have
CROWD = 300  # cells or labels beyond which a likeness tells nothing
_BY = wording("table_spots.by")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell that a phrase may speak of; `whole` is one of a total row, `lone` the only figure of
    its row."""

    sheet: int
    row: int
    column: int
    q: Quantity
    facet: Facet
    whole: bool
    lone: bool
    label: Words


class Spots:
    """The cells of all tables by the words of their labels, and the values of their columns."""

    def __init__(self, sheets: Sequence[Sheet], labels: Labels) -> None:
        self.sheets = sheets
        self.by_words: dict[Words, list[Spot]] = {}
        self.by_value: dict[Decimal, list[Spot]] = {}
        self.wholes: dict[str, list[Spot]] = {}  # digits in order -> cells of total rows
        self._having: dict[str, list[Words]] = {}
        self._columns: dict[tuple[int, int], list[Decimal]] = {}
        self.facets: list[list[Facet]] = []
        self.headed: list[list[list[Words]]] = []
        for n, sheet in enumerate(sheets):
            self._add(n, sheet, labels)
        for words in self.by_words:
            for word in words:
                self._having.setdefault(word, []).append(words)

    def _add(self, n: int, sheet: Sheet, labels: Labels) -> None:
        facets = [facet_of(c, sheet.caption, labels) for c in sheet.columns]
        self.facets.append(facets)
        headed = [labels.headed(c.path) for c in sheet.columns]
        measured = [h[0] for h in headed]
        self.headed.append(headed)
        about: Words = frozenset()
        if not any(measured):
            named = sheet.caption.partition(". ")[2] or sheet.caption
            about = labels.measured(_BY.split(fold(named))[0]) if named else about
        stack: list[tuple[int, Words]] = []
        for r, row in enumerate(sheet.rows):
            while stack and stack[-1][0] >= row.rank:
                stack.pop()
            variants = labels.variants(row.label)
            above = stack[-1][1] if stack else frozenset[str]()
            if row.total == "exact":
                variants = [frozenset()]
            elif variants:
                stack.append((row.rank, variants[0]))
            for k, column in enumerate(sheet.columns):
                q = row.figures.get(column.index)
                if q is None:
                    continue
                self._columns.setdefault((n, k), []).append(q.value)
                shares = column.unit is not None and column.unit.name in RATES and not row.unit
                if facets[k].compared or (shares and not measured[k]):
                    continue
                spot = Spot(
                    n,
                    r,
                    k,
                    q,
                    facets[k],
                    row.total == "exact",
                    len(row.figures) == 1,
                    variants[0] if variants else frozenset(),
                )
                self.by_value.setdefault(q.value, []).append(spot)
                if spot.whole:
                    self.wholes.setdefault("".join(sorted(digits(q, q.value))), []).append(spot)
                keys = {v | h for v in variants for h in headed[k]}
                keys |= {v | measured[k] | about for v in variants}
                keys |= {v | measured[k] | above for v in variants}
                for words in keys:
                    if words:
                        self.by_words.setdefault(words, []).append(spot)
        for (m, _), values in self._columns.items():
            if m == n:
                values.sort()

    def holding(self, words: Words) -> list[Words]:
        """The labels that have all of `words` and not many more."""
        lists = [self._having.get(w, []) for w in words]
        if not lists:
            return []
        least = min(lists, key=len)
        if len(least) > CROWD:
            return []
        return [w for w in least if words <= w and len(words) >= _SHARE * len(w)]

    def swapped_totals(self, q: Quantity, words: Words) -> list[Spot]:
        """The cells of total rows under a column of some of these words that differ from a figure
        by two neighbouring digits swapped."""
        told = digits(q, q.value)
        return [
            s
            for s in self.wholes.get("".join(sorted(told)), ())
            if swapped(told, digits(q, s.q.value))
            and any(words & h for h in self.headed[s.sheet][s.column])
        ]

    def beside(self, spot: Spot, words: Words) -> list[Spot]:
        """The cells of a cell's row in columns whose header says `words`."""
        sheet, headed = self.sheets[spot.sheet], self.headed[spot.sheet]
        row = sheet.rows[spot.row]
        return [
            replace(spot, column=k, q=row.figures[c.index], facet=self.facets[spot.sheet][k])
            for k, c in enumerate(sheet.columns)
            if words in headed[k] and c.index in row.figures and k != spot.column
        ]

    def in_row(self, spot: Spot) -> list[Quantity]:
        """The figures of a cell's row."""
        return list(self.sheets[spot.sheet].rows[spot.row].figures.values())

    def explained(self, q: Quantity, spot: Spot) -> bool:
        """True where what the text says stands elsewhere in the row or column of the cell, or
        where another cell of the column makes up the difference."""
        row = self.sheets[spot.sheet].rows[spot.row]
        if any(x.interval.meets(q.interval) for x in row.figures.values() if x.unit == spot.q.unit):
            return True
        gap = abs(q.value - spot.q.value)
        column = self._columns[spot.sheet, spot.column]
        if _stands(column, q.low, q.high):
            return True
        return q.unit not in RATES and _stands(column, gap - q.step / 2, gap + q.step / 2)


def _stands(values: list[Decimal], low: Decimal, high: Decimal) -> bool:
    at = bisect_left(values, low)
    return at < len(values) and values[at] <= high


def facet_of(column: Column, caption: str, labels: Labels) -> Facet:
    """What a column says of its time, filled up from the table's caption."""
    own = labels.facet(column.path)
    title = labels.facet(caption)
    if own.year is None and len(years_of(column.path)) == 0:
        return Facet(title.year, own.part or title.part, own.status, own.compared)
    return Facet(own.year, own.part or title.part, own.status, own.compared)
