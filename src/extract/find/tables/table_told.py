"""What running text tells of the cells of a table together: changes between two columns ("so với
năm 2023, số học sinh tiểu học tăng 12%"), shares of a total row ("xã Bình Lộc chiếm 27,2%"), the
rate of a row ("Ban Quản lý dự án đạt 46,8%").

The row is that of the level told right before, where it agrees with a cell, or the one that the
words before the figure name. A change that does not agree is a contradiction only where one slip
of a digit explains it; of a share only an agreement is kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from extract.find.binding.slip_search import is_slip
from extract.find.tables.table_labels import Words
from extract.find.tables.table_prose import Prose
from extract.find.tables.table_values import RATES
from extract.find.tables.table_words import key
from extract.model import Announced, Bond, Kind, Operand, Option, Quantity
from extract.rules.wording import terms, wording
from extract.values.formula import digits, evaluate
from extract.values.formulas import HUNDRED
from extract.values.letters import WORD
from extract.values.text import fold
from extract.values.units import TIME

_LAST_YEAR = wording("table_told.last_year")
_HEAD = wording("table_told.head")
_LINK = wording("change_bases.link")
_OCCUPIES = wording("table_told.occupies")
_RATE_OF = wording("table_told.rate_of")
_SORT_OF_PLACE = wording("table_told.sort_of_place")
_OF_WHOLE = wording("relations.of_whole")
_IN_BRACKET = wording("table_told.in_bracket")
_BESIDE = 140  # characters before a rate in which the label of its row stands
_WORDS = 1  # blanks at least in such a label
_CUE = 30  # characters before a share in which it is told as one
_NAME = 2  # words that name a place
_LONGEST = 7  # words of a label looked for in a sentence
_PLAIN = 3  # words that name one row by themselves
_FAR = 4  # figures between a change and the level that it is told of
_LEAST = 3  # digits of a change that a slip is told of
_LESS, _MORE = Decimal("0.99"), Decimal("1.01")  # room around a whole for its own rounding


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that a change is told of; `year` is that of the level told before it."""

    sheet: int
    row: int
    year: str | None = None


class Told:
    """The search for the changes of one document."""

    def __init__(self, prose: Prose) -> None:
        """`prose` has bound the levels of the text to cells."""
        self.p = prose
        self.found: list[Announced] = []
        self._placed: dict[int, tuple[_Row, str]] = {}  # change -> its row, the year before it

    def run(self) -> list[Announced]:
        """The relations between figures of the text and cells of two years, or of a total."""
        for n, q in enumerate(self.p.q):
            plain = q.value_to is None and q.of is None and q.bound is None and not q.words
            if not plain or q.unit in TIME or q.unit == "lần":
                continue
            if self.p.frames[n].status == "target":
                continue
            if q.direction is None:
                self._named_rate(n)
                self._share(n)
                continue
            beside = self._placed.get(n - 1) if self._rated(n) else None
            base = beside[1] if beside else self._base(n)
            if base is None:
                continue
            for row in [beside[0]] if beside else self._rows(n):
                if self._change(n, row, base):
                    self._placed[n] = (row, base)
                    break
        return self.found

    def _rated(self, n: int) -> bool:
        """True for a rate right after a change: "tăng 36 người (3%)"."""
        q = self.p.q[n]
        if (
            not n
            or q.unit not in RATES
            or self.p.frames[n - 1].sentence != self.p.frames[n].sentence
        ):
            return False
        return _LINK.fullmatch(self.p.folded, self.p.q[n - 1].full_ve, q.vs) is not None

    def _base(self, n: int) -> str | None:
        """The year that change `n` is compared with."""
        frame = self.p.frames[n]
        told = self.p.times.year(frame.base)
        head = _HEAD.match(self.p.folded, frame.sentence[0], self.p.q[n].vs)
        if told is None and head is not None and frame.base is None:
            told = head["year"]
        if told is not None:
            return told
        year = self.p.times.facet(self.p.q[n], frame).year
        if year is None or not year.isdigit() or frame.base is not None:
            return None
        last = _LAST_YEAR.match(self.p.folded, self.p.q[n].full_ve)
        return str(int(year) - 1) if last else None

    def _rows(self, n: int, least: int = _PLAIN) -> Iterator[_Row]:
        """The row of the level before figure `n`, else the one that its words name."""
        p = self.p
        for k in range(n - 1, max(-1, n - 1 - _FAR), -1):
            if p.frames[k].sentence != p.frames[n].sentence:
                break
            if p.q[k].direction is None and p.q[k].unit not in RATES:
                spot = p.cell_of(k)
                if spot is not None and ";" not in p.view[p.q[k].ve : p.q[n].vs]:
                    yield _Row(spot.sheet, spot.row, spot.facet.year)
                return
        for phrase in p.phrases(n):
            words = phrase.words - terms("tu_tang_giam")
            if len(words) < least:
                continue
            places = {(s.sheet, s.row) for s in p.spots.by_words.get(words, ())}
            if least < _PLAIN and not places:
                places = self._labelled.get(words, set())
            if len(places) == 1:
                yield _Row(*places.pop())
                return

    def _change(self, n: int, row: _Row, base: str) -> bool:
        """Announce that change `n` lies between the cells of two years of a row."""
        q = self.p.q[n]
        cells = self._cells(row)
        old, new = cells.get(base), cells.get(row.year or self._year(n, base, cells))
        if old is None or new is None or old is new or old.unit != new.unit or old.unit in RATES:
            return False
        if q.unit in RATES:
            option = Option("growth", (Operand(new.id), Operand(old.id)))
        elif q.unit is None or self.p.same_unit(q, new):
            ends = (old, new) if q.direction == "decrease" else (new, old)
            terms = (Operand(ends[0].id), Operand(ends[1].id, Decimal(-1)))
            option = Option("sum", terms)
        else:
            return False
        outcome = evaluate(option, q, {c.id: c for c in (old, new)})
        if outcome is None or outcome.computed is None:
            return False
        fine = outcome.verdict == "consistent"
        slipped = outcome.computed > 0 and is_slip(q, outcome.computed)
        if fine or (slipped and len(digits(q, q.value)) >= _LEAST):
            kind: Kind = "percent" if q.unit in RATES else "difference"
            bond: Bond = "silent" if fine else "unexplained"
            self.found.append(self.p.announced(kind, n, option, bond, "table.told-change"))
        return fine or slipped

    @cached_property
    def _labelled(self) -> dict[Words, set[tuple[int, int]]]:
        """The rows of each label."""
        found: dict[Words, set[tuple[int, int]]] = {}
        for spots in self.p.spots.by_value.values():
            for s in spots:
                found.setdefault(s.label, set()).add((s.sheet, s.row))
        return found

    def _share(self, n: int) -> None:
        """Announce that share `n` is that of a row in the total row, in the one column it fits, or
        of the level before it in a total row."""
        q = self.p.q[n]
        low = max(self.p.frames[n].sentence[0], q.vs - _CUE)
        if q.unit != "%" or len(digits(q, q.value)) < _LEAST:
            return
        if _OCCUPIES.search(self.p.folded[low : q.vs]) is None:
            self._bracketed_share(n)
            return
        rows = filter(None, (next(self._rows(n, least=_NAME), None), self._row_said(n)))
        pairs = next(filter(None, (self._in_total(n, row) for row in rows)), [])
        if not pairs and n and _OF_WHOLE.match(self.p.folded, q.full_ve) is not None:
            pairs = self._of_totals(n - 1, n)
        if len(pairs) == 1:
            option = Option("percent", tuple(Operand(x.id) for x in pairs[0]))
            self.found.append(self.p.announced("share", n, option, "silent", "table.told-share"))

    def _bracketed_share(self, n: int) -> None:
        """Announce that share `n`, in a bracket right behind words of the label of a row, is that
        of the row in the total row, in the one column it fits: "nhất là hộ nghèo (46,8%)"."""
        q = self.p.q[n]
        m = _IN_BRACKET.search(self.p.folded, max(0, q.vs - _BESIDE), q.vs)
        if m is None:
            return
        words = WORD.findall(m["name"])
        for size in range(min(len(words), _LONGEST), _NAME - 1, -1):
            name = f" {' '.join(words[-size:])} "
            rows = {at for label, places in self._said.items() for at in places
                    if name in f" {label} "}  # fmt: skip
            if rows:
                pairs = [pair for at in sorted(rows) for pair in self._in_total(n, _Row(*at))]
                if len(pairs) == 1:
                    option = Option("percent", tuple(Operand(x.id) for x in pairs[0]))
                    told = self.p.announced("share", n, option, "silent", "table.told-share")
                    self.found.append(told)
                return

    def _in_total(self, n: int, row: _Row) -> list[tuple[Quantity, Quantity]]:
        """The cells of a row and of the total row, in each column where share `n` fits them."""
        sheet = self.p.spots.sheets[row.sheet]
        totals = [r for r in sheet.rows if r.total == "exact"]
        if len(totals) != 1 or sheet.rows[row.row] is totals[0]:
            return []
        pairs = []
        for column in sheet.columns:
            part = sheet.rows[row.row].figures.get(column.index)
            whole = totals[0].figures.get(column.index)
            if not column.adds or part is None or whole is None or part.unit != whole.unit:
                continue
            if part.unit not in RATES and self._agrees(self.p.q[n], part, whole):
                pairs.append((part, whole))
        return pairs

    def _of_totals(self, k: int, n: int) -> list[tuple[Quantity, Quantity]]:
        """The level `k` before share `n` and each figure of a total row of which it is that."""
        x, q = self.p.q[k], self.p.q[n]
        if self.p.frames[k].sentence != self.p.frames[n].sentence or x.of is not None:
            return []
        if x.direction is not None or x.unit in RATES or x.unit in TIME or x.words:
            return []
        fits: dict[Decimal, Quantity] = {}
        if q.low <= 0:
            return []
        least, most = x.low * HUNDRED / q.high * _LESS, x.high * HUNDRED / q.low * _MORE
        first = bisect_left(self._totals, least, key=lambda whole: whole.value)
        end = bisect_right(self._totals, most, key=lambda whole: whole.value)
        for whole in self._totals[first:end]:
            alike = whole.unit is None or self.p.same_unit(x, whole)
            if alike and whole.value > x.value and self._agrees(q, x, whole):
                fits.setdefault(whole.value, whole)
        return [(x, whole) for whole in fits.values()]

    @cached_property
    def _totals(self) -> list[Quantity]:
        """The figures of the total rows of all tables that add up, by their values; no rates."""
        told = [
            figure
            for sheet in self.p.sheets
            for row in sheet.rows
            if row.total == "exact"
            for column in sheet.columns
            if column.adds and (figure := row.figures.get(column.index)) is not None
            if figure.unit not in RATES
        ]
        return sorted(told, key=lambda figure: figure.value)

    def _row_said(self, n: int) -> _Row | None:
        """The one row whose label, without the word for a sort of place, stands before share `n`
        in its sentence: `TX. Vĩnh Lợi`, "thị xã Vĩnh Lợi có số hộ nghèo cao nhất, chiếm 24%"."""
        low = max(self.p.frames[n].sentence[0], self.p.q[n].vs - _BESIDE)
        words = WORD.findall(self.p.folded, low, self.p.q[n].vs)
        for size in range(_LONGEST, _NAME - 1, -1):
            told = {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}
            places = {place for name in told for place in self._said.get(name, ())}
            if places:
                return _Row(*places.pop()) if len(places) == 1 else None
        return None

    @cached_property
    def _said(self) -> dict[str, set[tuple[int, int]]]:
        """The rows by their labels, in words, without the one for a sort of place."""
        found: dict[str, set[tuple[int, int]]] = {}
        for k, sheet in enumerate(self.p.sheets):
            for r, row in enumerate(sheet.rows):
                label = fold(row.label)
                sort = _SORT_OF_PLACE.match(label, 0)
                name = " ".join(WORD.findall(label, sort.end() if sort else 0))
                if row.figures and not row.total and name.count(" ") >= _WORDS:
                    found.setdefault(name, set()).add((k, r))
        return found

    def _named_rate(self, n: int) -> None:
        """Announce that a rate right after the label of a row, as it stands there, is the one rate
        of that row."""
        q = self.p.q[n]
        if q.unit not in RATES or self.p.cell_of(n) is not None:
            return
        low = max(self.p.frames[n].sentence[0], q.vs - _BESIDE)
        before = self.p.folded[low : q.vs]
        told = [(before.rfind(label), label) for label in self._rated_rows if label in before]
        told = [(at, x) for at, x in told if _RATE_OF.fullmatch(before, at + len(x))]
        if not told:
            return
        label = max(told, key=lambda x: len(x[1]))[1]
        found = self._rated_rows[label]
        year = self.p.times.facet(q, self.p.frames[n]).year
        if len(found) != 1 or found[0][1] not in (None, year or found[0][1]):
            return
        cell = found[0][0]
        option = Option("equal", (Operand(cell.id),))
        outcome = evaluate(option, q, {cell.id: cell})
        fine = outcome is not None and outcome.verdict == "consistent"
        written = len(digits(q, q.value)) >= _LEAST and q.step == cell.step
        if fine or (written and is_slip(q, cell.value)):
            bond: Bond = "silent" if fine else "unexplained"
            self.found.append(self.p.announced("equality", n, option, bond, "table.told-rate"))

    @cached_property
    def _rated_rows(self) -> dict[str, list[tuple[Quantity, str | None]]]:
        """The rates of each row that has one only, and their years, by the label as written."""
        found: dict[str, list[tuple[Quantity, str | None]]] = {}
        for k, sheet in enumerate(self.p.sheets):
            years = {
                c.index: f.year
                for c, f in zip(sheet.columns, self.p.spots.facets[k], strict=True)
                if c.unit is not None and c.unit.name in RATES and not c.change
            }
            if len(years) != 1:
                continue
            ((index, year),) = years.items()
            for row in sheet.rows:
                label, q = key(row.label), row.figures.get(index)
                if q is not None and label.count(" ") >= _WORDS and not row.total:
                    found.setdefault(label, []).append((q, year))
        return found

    @staticmethod
    def _agrees(q: Quantity, part: Quantity, whole: Quantity) -> bool:
        option = Option("percent", (Operand(part.id), Operand(whole.id)))
        outcome = evaluate(option, q, {x.id: x for x in (part, whole)})
        return outcome is not None and outcome.verdict == "consistent"

    def _cells(self, row: _Row) -> dict[str, Quantity]:
        """The figures of a row by year: results, of whole years, where each year has one."""
        sheet = self.p.spots.sheets[row.sheet]
        found: dict[str, list[Quantity]] = {}
        for column, facet in zip(sheet.columns, self.p.spots.facets[row.sheet], strict=True):
            figure = sheet.rows[row.row].figures.get(column.index)
            plain = facet.status != "target" and not facet.compared and not facet.part
            if figure is not None and plain and facet.year is not None and not column.change:
                found.setdefault(facet.year, []).append(figure)
        return {year: qs[0] for year, qs in found.items() if len(qs) == 1}

    def _year(self, n: int, base: str, cells: dict[str, Quantity]) -> str:
        """The year that change `n` led to: the one told, else the only later one of the row."""
        told = self.p.times.facet(self.p.q[n], self.p.frames[n]).year
        if told is not None and told != base and told in cells:
            return told
        later = [year for year in cells if year.isdigit() and base.isdigit() and year > base]
        return later[0] if len(later) == 1 else ""
