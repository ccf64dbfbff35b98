"""What rows of figures tell of each other, one thing after the other.

"Đạt 1.014/2.025 ha lúa và 320/504 ha ngô, bằng 50,1% và 63,5%"; "từ 357 người và 21 người xuống
204 người và 14 người, giảm 153 người và 7 người, tỷ lệ 42,9% và 33,3%". A row of changes, rests or
rates belongs to the rows that give all of its figures. Where they give all but one, and a slip in
one figure explains that, it contradicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from extract.find.binding.distant import Distant
from extract.find.binding.slip_search import slip_explains
from extract.find.rows.rows import Row, rows_of
from extract.model import Announced, Bond, Formula, Kind, Option, Quantity, Scope
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, evaluate
from extract.values.units import PERCENT_UNITS

_REST = wording("rows.rest")
_OTHER = wording("rows.other")
_RULE = "rel.rows"
_LEAD = 60  # characters before a row that may tell it as a rest
_DIGITS = 2  # of a figure that others give not by chance
_FINE = 3  # of a rate, or of what lies between two
_SLIPS = 0.01  # hits of a slip by chance in each try
_CHANCE = 2.5  # and in all

Reading = tuple[Kind, tuple[Option, ...], tuple[Row, ...]]


class RowTies(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every sentence."""
        for start, end in self.sentences():
            for rows in rows_of(self.b, start, end).values():
                for row in rows:
                    self._tie(row, [r for r in rows if r is not row])

    def _tie(self, row: Row, others: Sequence[Row]) -> None:
        """Announce what gives a row, or all of it but one figure."""
        readings = [(r, self._right(row, r[1])) for r in self._readings(row, others)]
        size = len(row.figures)
        for (kind, options, used), right in readings:
            if len(right) == size:
                self._untie(row, used, options)
                for n, option in zip(row.figures, options, strict=True):
                    if not self.settled(n, kind):
                        self.b.add(kind, n, [option], self._scope(n, option), "silent", _RULE)
                return
        for (kind, options, used), right in readings:
            if len(right) == size - 1 and self._sure(row, used, right):
                at = next(i for i, n in enumerate(row.figures) if n not in right)
                n, option = row.figures[at], options[at]
                given = any(agrees(o[at], self.b.q[n], self.by_id) for (_, o, _), _ in readings)
                if given or self.settled(n, kind, "difference", "percent", "share", "sum"):
                    continue
                if self._slipped([n, *self.b.operands(option)], {n: option}):
                    self._tell(row, right, kind, options)
                    return
            elif options[0].formula == "portion" and self._one_slip(row, options, used):
                n, option = self._furthest(row, options)
                self.b.add(kind, n, [option], self._scope(n, option), "weak", _RULE)
                return

    def _tell(self, row: Row, right: set[int], kind: Kind, options: Sequence[Option]) -> None:
        for n, option in zip(row.figures, options, strict=True):
            bond: Bond = "silent" if n in right else "weak"
            if n not in right or not self.settled(n, kind):
                self.b.add(kind, n, [option], self._scope(n, option), bond, _RULE)

    def _untie(self, row: Row, used: Sequence[Row], options: Sequence[Option]) -> None:
        """Take back what ties a figure of a row to figures of other things in the rows that give
        it."""
        known = {x for r in (row, *used) for x in r.figures}
        own = {
            self.b.q[n].id: {n, *self.b.operands(o)}
            for n, o in zip(row.figures, options, strict=True)
        }

        def crosses(a: Announced) -> bool:
            mine = own.get(a.stated)
            return mine is not None and any(
                k in known and k not in mine for o in a.options for k in self.b.operands(o)
            )

        gone = [a for a in self.b.found if crosses(a)]
        if gone:
            self.b.take_back(lambda a: any(a is x for x in gone))
            for a in gone:
                self.stated[a.stated].remove(a)

    def _scope(self, n: int, option: Option) -> Scope:
        return self.b.scope(n, *self.b.operands(option))

    def _right(self, row: Row, options: Sequence[Option]) -> set[int]:
        """The figures of a row that agree with what gives them."""
        pairs = zip(row.figures, options, strict=True)
        return {n for n, option in pairs if agrees(option, self.b.q[n], self.by_id)}

    # -- what may give a row -------------------------------------------------------------------

    def _readings(self, row: Row, others: Sequence[Row]) -> Iterator[Reading]:
        """Ways in which other rows may give a row, the nearest rows first."""
        near = sorted(others, key=lambda r: abs(r.figures[0] - row.figures[0]))
        levels = [r for r in near if r.sort == "count" and not r.moved]
        if row.sort == "rate":
            yield from self._rates(row, near, levels)
        if row.sort == "points" or (row.sort == "rate" and row.moved):
            rates = [r for r in near if r.sort == "rate" and (row.sort == "points" or not r.moved)]
            yield from self._gaps(row, rates)
        if row.sort == "count" and (row.moved or self._is_rest(row)):
            for r in near:
                if r.sort == "fraction":
                    yield "difference", self._alone("gap", r, -1), (r,)
            yield from self._gaps(row, levels)

    def _rates(self, row: Row, near: Sequence[Row], levels: Sequence[Row]) -> Iterator[Reading]:
        """Shares and rates of change."""
        for r in near:
            if r.sort == "fraction" and not row.moved:
                yield "share", self._alone("percent", r), (r,)
        for c in (r for r in near if r.sort == "count" and r.moved):
            for y in levels:
                if self._akin(c, y):
                    yield "percent", self._each(self.b.percent, c, y), (c, y)
            for x in levels:
                if self._akin(c, x):
                    yield "percent", self._each(self.b.back, c, x), (c, x)
        for x in levels:
            if not row.moved and len({self.b.q[n].unit for n in x.figures} - {None}) < 2:
                yield "share", self._of_all(x), (x,)
        for x, y in permutations(levels, 2):
            if self._akin(x, y):
                if not row.moved:
                    yield "share", self._each(self.b.percent, x, y), (x, y)
                yield "percent", self._each(self.b.growth, x, y), (x, y)

    def _gaps(self, row: Row, levels: Sequence[Row]) -> Iterator[Reading]:
        """The differences of two rows of levels."""
        for x, y in permutations(levels, 2):
            akin = row.sort != "count" or self._akin(x, row)
            if x.figures < y.figures and self._akin(x, y) and akin:
                if not (self._one_way(row, x, y) and self._fine(row, x, y)):
                    continue
                yield "difference", self._each(self._gap, x, y), (x, y)

    def _fine(self, row: Row, x: Row, y: Row) -> bool:
        """True where levels are told as finely as what lies between them."""
        q = self.b.q
        return all(
            max(q[a].step, q[b].step) <= q[n].step or abs(q[a].value - q[b].value) == q[n].value
            for n, a, b in zip(row.figures, x.figures, y.figures, strict=True)
        )

    def _one_way(self, row: Row, x: Row, y: Row) -> bool:
        """True where one row of levels comes before the other in time, as the row of changes tells
        of each: not one rise that is called a fall."""
        ways = set()
        falls = False
        for n, a, b in zip(row.figures, x.figures, y.figures, strict=True):
            if self.b.q[n].direction is not None:
                falls = self.b.q[n].direction == "decrease"
            if self.b.q[a].value != self.b.q[b].value:
                ways.add((self.b.q[a].value < self.b.q[b].value) == falls)
        return len(ways) < 2

    @staticmethod
    def _each(make: Callable[[int, int], Option], x: Row, y: Row) -> tuple[Option, ...]:
        return tuple(make(a, b) for a, b in zip(x.figures, y.figures, strict=True))

    def _alone(self, formula: Formula, x: Row, weight: int = 1) -> tuple[Option, ...]:
        """What a formula gives of each x/y of a row."""
        return tuple(Option(formula, (self.b.op(n, weight),)) for n in x.figures)

    def _of_all(self, x: Row) -> tuple[Option, ...]:
        """Each figure of a row in % of all of them, told nearby or not."""
        whole = self.equal(self.b.worth(x.figures), *self.window(x.figures[0], x.figures[-1]))
        if whole:
            return tuple(self.b.percent(n, whole[-1]) for n in x.figures)
        ids = [self.b.op(n) for n in x.figures]
        return tuple(Option("portion", (o, *(k for k in ids if k is not o))) for o in ids)

    def _gap(self, a: int, b: int) -> Option:
        return self.b.less(*sorted((a, b), key=lambda k: self.b.q[k].value, reverse=True))

    def _akin(self, x: Row, y: Row) -> bool:
        """True where two rows tell of the same things as far as their units say."""
        q = self.b.q
        return all(self.akin(q[a], q[b]) for a, b in zip(x.figures, y.figures, strict=True))

    def _is_rest(self, row: Row) -> bool:
        at = self.b.q[row.figures[0]].vs
        low = max(self.b.frames[row.figures[0]].sentence[0], at - _LEAD)
        return _REST.search(self.folded, low, at) is not None

    # -- where a row contradicts ---------------------------------------------------------------

    def _sure(self, row: Row, used: Sequence[Row], right: set[int]) -> bool:
        """True where rows, each told by itself, are all that is told between them, and a figure
        that agrees does not by chance."""
        rows = (row, *used)
        if not all(r.whole for r in rows):
            return False
        figures = [n for r in rows for n in r.figures]
        if not self.b.checked(*row.figures) or self._other(min(figures), max(figures)):
            return False
        fine = _FINE if row.sort == "rate" and used[0].sort == "count" else _DIGITS
        if used[0].sort == "rate":  # of what lies between two rates, all but chance is exact
            right = right & self._exact(row, *used)
            fine = _DIGITS if self._direct(row, used) else _FINE
        return any(len(self._written(n)) >= fine for n in right)

    def _exact(self, row: Row, x: Row, y: Row) -> set[int]:
        """The figures of a row that are just what lies between those of two others."""
        q = self.b.q
        each = zip(row.figures, x.figures, y.figures, strict=True)
        return {n for n, a, b in each if abs(q[a].value - q[b].value) == q[n].value}

    def _direct(self, row: Row, used: Sequence[Row]) -> bool:
        """True where a row is told right before the one that it is compared with."""
        behind = [r.figures[0] for r in used if r.figures[0] > row.figures[-1]]
        return bool(behind) and "," not in self.b.between(row.figures[-1], min(behind))

    def _written(self, n: int) -> str:
        """The digits of a figure; of one that is no rate without the zeros that may round it."""
        q = self.b.q[n]
        told = digits(q, q.value)
        return told if q.unit in PERCENT_UNITS else told.strip("0")

    def _other(self, first: int, last: int) -> bool:
        """True where words between two figures turn to a part of the things or to another one."""
        return _OTHER.search(self.folded, self.b.q[first].ve, self.b.q[last].vs) is not None

    def _slipped(self, figures: Sequence[int], given: Mapping[int, Option]) -> bool:
        """True where a slip in one of some figures explains why what gives others does not agree
        with them."""

        def fits(q: Quantity, meant: Quantity) -> bool:
            known = {**self.by_id, q.id: meant}
            return all(agrees(o, known[self.b.q[n].id], known) for n, o in given.items())

        return slip_explains([self.b.q[k] for k in figures], fits, _SLIPS, _CHANCE)

    def _one_slip(self, row: Row, options: Sequence[Option], used: Sequence[Row]) -> bool:
        """True where a slip in one part explains why no share of all of them agrees."""
        shares = dict(zip(row.figures, options, strict=True))
        sure = self._sure(row, used, set(row.figures))
        return sure and self._slipped(used[0].figures, shares)

    def _furthest(self, row: Row, options: Sequence[Option]) -> tuple[int, Option]:
        """The figure of a row that is furthest from what gives it."""

        def off(pair: tuple[int, Option]) -> Decimal:
            n, option = pair
            told = evaluate(option, self.b.q[n], self.by_id)
            given = told.computed if told else None
            return Decimal(0) if given is None else abs(given / self.b.q[n].value - 1)

        return max(zip(row.figures, options, strict=True), key=off)
