"""Rates that running text tells and a row of a table gives: "đạt 97,5% kế hoạch", "vượt 20% dự
toán", "tăng 6,9% so với cùng kỳ".

The row is that of the level told right before, where it agrees with a cell, or the one that the
words before the rate name.
"""

from __future__ import annotations

from extract.find.tables.table_labels import tells_growth
from extract.find.tables.table_prose import Prose
from extract.find.tables.table_spots import Spot
from extract.find.tables.table_values import RATES
from extract.model import Announced, Formula, Operand, Option
from extract.rules.wording import wording

_OF_PLAN = wording("table_prose.of_plan")
_TO_PLAN = wording("table_prose.to_plan")
_ON_YEAR = wording("table_prose.on_year")
_PLAIN = 3  # words of a label that names one thing by itself
_FAR = 4  # figures between a level and what is told of it
_BELOW = 2  # rows below one that may tell its growth


class Rates:
    """The search for the rates of one document."""

    def __init__(self, prose: Prose) -> None:
        """`prose` has bound the levels of the text to cells."""
        self.p = prose
        self.found: list[Announced] = []

    def run(self) -> list[Announced]:
        """The relations between rates of the text and cells."""
        for n, q in enumerate(self.p.q):
            if q.unit in RATES and q.of is None and q.value_to is None and q.bound is None:
                self._rate(n)
        return self.found

    def _rate(self, n: int) -> None:
        """đạt 97,5% kế hoạch, vượt 20% dự toán, tăng 6,9% so cùng kỳ: from the figure's row."""
        q = self.p.q[n]
        before = self.p.folded[max(self.p.frames[n].sentence[0], q.vs - 30) : q.vs]
        grown = _ON_YEAR.match(self.p.folded, q.ve)
        of_plan = _OF_PLAN.match(self.p.folded, q.ve) and _TO_PLAN.search(before)
        if (not grown and not of_plan) or self.p.frames[n].status == "target":
            return
        spot = self._subject(n)
        if spot is None:
            return
        if grown and q.direction is not None:
            self._growth(n, spot)
        elif of_plan:
            self._of_plan(n, spot)

    def _subject(self, n: int) -> Spot | None:
        """The cell that a rate is told of: of the level before it, or of its own phrase."""
        for k in range(n - 1, max(-1, n - 1 - _FAR), -1):
            if self.p.frames[k].sentence != self.p.frames[n].sentence:
                break
            if self.p.q[k].unit not in RATES:
                return self.p.cell_of(k)
            if ";" in self.p.view[self.p.q[k].ve : self.p.q[n].vs]:
                break
        for phrase in self.p.phrases(n):
            if phrase.full and len(phrase.words) >= _PLAIN:
                facet = self.p.times.facet(self.p.q[n], self.p.frames[n])
                spots = [
                    s
                    for s in self.p.spots.by_words.get(phrase.words, ())
                    if s.facet.status == "reported" and s.facet.year == facet.year and facet.year
                ]
                if len({(s.sheet, s.row) for s in spots}) == 1:
                    return spots[0]
        return None

    def _of_plan(self, n: int, spot: Spot) -> None:
        """The rate of the figure in cell `spot`, a result, to the plan of its year in its row."""
        sheet = self.p.spots.sheets[spot.sheet]
        row = sheet.rows[spot.row]
        facets = self.p.spots.facets[spot.sheet]
        plans = [
            q
            for k, c in enumerate(sheet.columns)
            if facets[k].status == "target"
            and facets[k].year == spot.facet.year
            and not facets[k].compared
            and (q := row.figures.get(c.index)) is not None
        ]
        if spot.facet.status != "reported" or len({p.value for p in plans}) != 1:
            return
        formula: Formula = "percent" if self.p.q[n].direction is None else "growth"
        option = Option(formula, (Operand(spot.q.id), Operand(plans[0].id)))
        self.found.append(self.p.announced("percent", n, option, "wide", "table.rate"))

    def _growth(self, n: int, spot: Spot) -> None:
        """The growth told in a row below: Tốc độ tăng trưởng, as a rate or as an index."""
        sheet = self.p.spots.sheets[spot.sheet]
        column = sheet.columns[spot.column]
        for row in sheet.rows[spot.row + 1 : spot.row + 1 + _BELOW]:
            if not tells_growth(row.label, self.p.labels):
                break
            q = row.figures.get(column.index)
            if q is not None and q.unit in RATES:
                formula: Formula = "index" if q.value > 50 else "equal"
                option = Option(formula, (Operand(q.id),))
                self.found.append(self.p.announced("equality", n, option, "plain", "table.prose"))
            return
