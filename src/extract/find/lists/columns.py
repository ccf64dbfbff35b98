"""Parallel columns in prose: "301 vụ - 521 bị cáo", "12 xã với 340 hộ", row after row.

Each row tells two figures of different units; what is told of one column holds of the other. A sum
or difference that the text announces and that agrees in one column is announced in the other too:
there a slip contradicts. A rest told in two columns ("Số chưa giải quyết là 11 vụ - 27 bị cáo") is
the difference of two rows before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extract.find.binding.distant import Distant
from extract.model import Announced, Bond, Kind, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.units import PERCENT_UNITS, TIME

_JOINT = wording("columns.joint")
_REST = wording("columns.rest")
_FEWEST = 3  # rows that make columns
_BACK = 16  # rows before a rest among which its two levels are looked for
_APART = 2  # paragraphs between the rows of one table in prose
_FOUND = "rel.nearby"  # relations found by looking around: their columns only confirm


class Columns(Distant):
    """Announces the sums and differences of the second of two columns told in prose."""

    def run(self) -> None:
        """Announce the second column of what the first one tells, and rests of both."""
        for table in self._tables():
            other = {k: m for row in table for k, m in (row, row[::-1])}
            side = {self.b.q[k].id: i for row in table for i, k in enumerate(row)}
            for i in range(2, len(table)):
                self._rest(table, i)
            for a in list(self.b.found):
                if a.stated in side:
                    self._mirror(a, other, side)

    # -- rows ----------------------------------------------------------------------------------

    def _tables(self) -> Iterator[list[tuple[int, int]]]:
        """Rows of two figures with the same two units, near each other."""
        tables: dict[tuple[str, str], list[tuple[int, int]]] = {}
        n = 0
        while n + 1 < len(self.b.q):
            units = self._row(n)
            if units is None:
                n += 1
                continue
            table = tables.setdefault(units, [])
            if table and self.b.frames[n].block - self.b.frames[table[-1][0]].block > _APART:
                if len(table) >= _FEWEST:
                    yield table
                table = tables[units] = []
            table.append((n, n + 1))
            n += 2
        yield from (table for table in tables.values() if len(table) >= _FEWEST)

    def _row(self, n: int) -> tuple[str, str] | None:
        """The units of figures `n` and the next, where they are a row of two columns."""
        a, b = self.b.q[n], self.b.q[n + 1]
        if a.unit is None or b.unit is None or not (self._cell(n) and self._cell(n + 1)):
            return None
        if self.b.same.units(a.unit, b.unit):
            return None
        return (a.unit, b.unit) if _JOINT.fullmatch(self.folded, a.full_ve, b.vs) else None

    def _cell(self, k: int) -> bool:
        x = self.b.q[k]
        if x.unit in PERCENT_UNITS or x.unit in TIME or x.per is not None or x.words:
            return False
        return x.of is None and x.value_to is None and x.bound is None and self.b.checked(k)

    # -- what one column tells of the other ------------------------------------------------------

    def _mirror(self, a: Announced, other: Mapping[int, int], side: Mapping[str, int]) -> None:
        """Announce sum or difference `a` of one column for the other column of the same rows."""
        if a.kind not in ("sum", "difference"):
            return
        stated = self.by_id[a.stated]
        for option in a.options:
            if option.formula != "sum" or not self._one_side(a.stated, option, side):
                continue
            if not agrees(option, stated, self.by_id):
                continue
            n = other[self.b.place[a.stated]]
            rows = [other[k] for k in self.b.operands(option)]
            weights = [o.weight for o in option.operands]
            made = Option("sum", tuple(self.b.op(k, w) for k, w in zip(rows, weights, strict=True)))
            firm = not a.rule.startswith(_FOUND)
            self._announce(a.kind, n, made, rows, firm)
            return

    def _one_side(self, stated: str, option: Option, side: Mapping[str, int]) -> bool:
        wanted = side[stated]
        return len(option.operands) > 1 and all(
            side.get(o.quantity) == wanted for o in option.operands
        )

    def _announce(
        self, kind: Kind, n: int, option: Option, rows: Sequence[int], firm: bool
    ) -> None:
        fine = agrees(option, self.b.q[n], self.by_id)
        if fine or (firm and not self.settled(n, kind) and self._explained(n, option)):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add(kind, n, [option], self.b.scope(n, *rows), bond, "rel.column")

    def _explained(self, n: int, option: Option) -> bool:
        """True where one slip in the stated figure or in one of the others explains a miss."""
        outcome = evaluate(option, self.b.q[n], self.by_id)
        if outcome is None or outcome.computed is None:
            return False
        gap = outcome.computed - self.b.q[n].value
        figures: list[tuple[Quantity, int]] = [(self.b.q[n], 1)]
        figures += [(self.by_id[o.quantity], -int(o.weight)) for o in option.operands]
        return any(
            self.slipped(self.b.place[q.id], q.value + sign * gap, least=2) for q, sign in figures
        )

    # -- rests -----------------------------------------------------------------------------------

    def _rest(self, table: Sequence[tuple[int, int]], i: int) -> None:
        """Còn lại 11 vụ - 27 bị cáo: what two rows before leave, in both columns; in one of them
        a slip away."""
        c, d = table[i]
        low = max(self.b.frames[c].sentence[0], self.b.q[c].vs - 70)
        after = self.folded[self.b.q[d].full_ve : self.b.q[d].full_ve + 40]
        before = self.folded[max(low, self.b.q[c - 1].ve if c else 0) : self.b.q[c].vs]
        if _REST.search(before) is None and _REST.match(after.lstrip()) is None:
            return
        near = table[max(0, i - _BACK) : i]
        missed: list[tuple[tuple[int, int], tuple[int, int], int]] = []
        for x, (a, b) in enumerate(near):
            for e, f in near[x + 1 :]:
                fine = [
                    self.b.q[p].value - self.b.q[r].value == self.b.q[k].value
                    for p, r, k in ((a, e, c), (b, f, d))
                ]
                if all(fine):
                    self._difference(c, a, e)
                    self._difference(d, b, f)
                    return
                if any(fine):
                    missed.append(((a, b), (e, f), fine.index(False)))
        if len(missed) != 1:
            return
        whole, done, j = missed[0]
        option = self.b.less(whole[j], done[j])
        n = table[i][j]
        if not self.settled(n, "difference") and self._explained(n, option):
            self._difference(table[i][1 - j], whole[1 - j], done[1 - j])
            scope = self.b.scope(n, whole[j], done[j])
            self.b.add("difference", n, [option], scope, "unexplained", "rel.column-rest")

    def _difference(self, n: int, whole: int, done: int) -> None:
        option = self.b.less(whole, done)
        scope = self.b.scope(n, whole, done)
        self.b.add("difference", n, [option], scope, "silent", "rel.column-rest")
