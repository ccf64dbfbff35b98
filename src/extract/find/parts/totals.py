"""Totals among figures near each other: … cộng T; T …: the figures beside it add up to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extract.find.binding.binder import Binder
from extract.find.binding.comparable import below_last_digit
from extract.find.binding.moments import Moments
from extract.find.binding.search import Search
from extract.model import Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS, POINT_UNITS, TIME

REACH = 16  # figures looked at on each side
LONGEST = 16
_SUMS_UP = wording("nearby.sums_up")
_ALL = Decimal(100)  # percent: a whole, which is not rounded
_FINE = 10  # units of its last digit that a figure has at least, to tell of a rate
_MANY = 10  # a count from which parts of other units do not add up to it by chance
LEADS = 30  # figures above a list item that are looked at


class Totals(Search):
    """The figures of one document and those near each; searches for totals among them."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        self.leads = leads_of(binder)
        self._changes = {a.stated for a in binder.found if a.kind == "difference"}
        self._added = [  # figures that are parts of one whole
            {o.quantity for o in a.options[0].operands}
            for a in binder.found
            if a.kind == "sum" and self.b.agrees(a.options[0], a.stated)
        ]

    # -- pools ---------------------------------------------------------------------------

    def _around(self, n: int) -> Iterator[int]:
        """Figures near `n`: those before it in its block, in brackets after it, above its list."""
        block = self.b.frames[n].block
        for k in range(n - 1, max(-1, n - REACH), -1):
            if self.b.frames[k].block != block:
                break
            yield k
        for k in range(n + 1, min(len(self.b.q), n + 4)):
            if not self.b.one_sentence(k, n):
                break
            between = self.folded[self.b.q[n].ve : self.b.q[k].vs]
            if "(" not in between or ")" in between or ";" in between:
                break
            yield k
        yield from self.leads.get(block, ())

    def _level(self, k: int) -> bool:
        x = self.b.q[k]
        return x.direction is None and not x.words and x.unit not in TIME and self.b.checked(k)

    def _sums_up(self, n: int) -> bool:
        """True for the first level of a sentence that words open as what all told comes to."""
        low = self.b.frames[n].sentence[0]
        k = n - 1
        while k >= 0 and self.b.q[k].vs >= low and self.b.q[k].unit in TIME:
            k -= 1
        first = k < 0 or self.b.q[k].vs < low
        return first and _SUMS_UP.match(self.folded, low) is not None

    def _coarse(self, x: int, y: int) -> bool:
        """True where rounding hides so much of two figures that nearly any rate is theirs: "gần 8
        tỷ" and "hơn 5 tỷ"."""
        a, b = self.b.q[x], self.b.q[y]
        return a.step * _FINE > a.value or b.step * _FINE > b.value

    def total_after(self, n: int) -> None:
        """… cộng T: the figures right before add up to T. Two of them may be a
        level and how it changed since it was T, more may not."""
        b, t = self.b, self.b.q[n]
        run: list[int] = []
        gap, slack = t.value, t.step
        for k in range(n - 1, max(-1, n - 2 * LONGEST), -1):
            if b.frames[n].block - b.frames[k].block > LONGEST or len(run) >= LONGEST:
                break
            if gap < -slack:
                break
            x = b.q[k]
            if x.direction != t.direction and t.direction is not None:
                continue
            alike = b.same.akin(x.unit, t.unit) if x.unit != t.unit and t.unit else x.unit == t.unit
            if not alike and not (t.direction is not None and self._alike_change(x, t)):
                continue
            if x.words or not b.checked(k) or x.of is not None:
                continue
            run.insert(0, k)
            gap -= x.value
            slack += x.step
            changed = t.direction is None and any(b.q[i].id in self._changes for i in run)
            if len(run) >= 2 and abs(gap) <= slack and not (changed and len(run) > 2):
                option = b.sum_of(run)
                if agrees(option, t, self.by_id):
                    b.add("sum", n, [option], b.scope(*run, n), "silent", "rel.nearby-total")
                    return

    def _alike_change(self, x: Quantity, t: Quantity) -> bool:
        """True where two counts of change may be added though one leaves its noun out."""
        if x.step or t.step or x.unit in PERCENT_UNITS or x.unit in TIME or x.per is not None:
            return False
        return x.unit is None or t.unit is None or self.b.same.units(x.unit, t.unit)

    def _in_row(self, n: int) -> bool:
        """True where figure `n` and the next one stand in brackets of their own behind names."""
        row = range(n, min(len(self.b.q), n + 2))
        return len(row) > 1 and all(self.b.bracketed_alone(k) for k in row)

    def total_before(self, n: int) -> None:
        """T …: the figures right after, in the same sentence, add up to T."""
        b, t = self.b, self.b.q[n]
        if n in b.closed or self._in_row(n):
            return
        for start, end in self._reaches(n):
            run: list[int] = []
            # what is still missing, what rounding may hide
            gap, slack = t.value, Decimal(0) if t.value == _ALL and t.unit == "%" else t.step
            for k in range(n + 1, min(len(b.q), n + 2 * LONGEST)):
                x = b.q[k]
                if x.vs >= end or gap < -slack:
                    break
                if x.vs < start or not self._part(k, n):
                    continue
                if x.value >= t.value:
                    break
                if not b.checked(k):
                    continue
                if run and b.bracket(run[0]) != b.bracket(n) == b.bracket(k):
                    break  # behind the bracket that the first part stands in
                run.append(k)
                gap -= x.value
                slack += x.step
                if len(run) >= 2 and abs(gap) <= slack:
                    option = b.sum_of(run)
                    if self._are_brothers(n, run):
                        break
                    if agrees(option, t, self.by_id):
                        b.add("sum", n, [option], b.scope(n, *run), "silent", "rel.nearby-parts")
                        return
        self._brackets(n)

    def _are_brothers(self, n: int, run: list[int]) -> bool:
        """True where figure `n` and a run are parts of one whole, each added once: "9 người (Tân An
        2, Tân Phú 1, Tân Lập 1, Bình Hòa 5)", where 2 = 1 + 1 by chance."""
        ids = {self.b.q[k].id for k in (n, *run)}
        return any(ids <= parts for parts in self._added)

    def _reaches(self, n: int) -> list[tuple[int, int]]:
        """Where the breakdown of figure `n` may stand: the rest of its sentence, and the next
        sentence of its block ("Xét theo mức độ, …")."""
        frames = self.b.frames
        end = frames[n].sentence[1]
        places = [(self.b.q[n].ve, end)]
        for k in range(n + 1, min(len(frames), n + REACH)):
            if self.b.q[k].vs < end:
                continue
            if self.b.one_block(k, n):
                places.append(frames[k].sentence)
            break
        return places

    def _part(self, k: int, n: int) -> bool:
        x, t = self.b.q[k], self.b.q[n]
        if x.words or x.value_to is not None or x.of is not None:
            return False
        if t.unit in PERCENT_UNITS:
            if t.bound is not None or x.bound is not None:
                return False  # round rates: "khoảng 45%; … trên 25%; … khoảng 20%" add up by chance
            # growth is no sum of the growth of parts, but it may be one of contributions
            return x.unit in (t.unit, *POINT_UNITS) and x.direction is None
        if x.unit in PERCENT_UNITS or x.unit in TIME or x.per is not None:
            return False
        if x.direction is not None and x.direction != t.direction:
            return False
        if x.unit is None or self.b.same.akin(x.unit, t.unit):
            return not below_last_digit(x, t)
        return t.value >= _MANY and not (x.step or t.step) and self.b.same.units(x.unit, t.unit)

    def _brackets(self, n: int) -> None:
        """T (… x; … y): a bracket of figures of T's unit that nearly add up to T."""
        b, t = self.b, self.b.q[n]
        if t.unit is None or t.unit in PERCENT_UNITS or t.value < 100:
            return
        opening = self.folded.find("(", t.full_ve, min(b.frames[n].sentence[1], t.full_ve + 60))
        if opening < 0 or re.search(r"[.;:,)]", self.folded[t.full_ve : opening]):
            return
        closing = self.folded.find(")", opening, b.frames[n].sentence[1])
        inside = [
            k
            for k in range(n + 1, min(len(b.q), n + LONGEST))
            if opening < b.q[k].vs < closing and b.q[k].unit == t.unit
        ]
        pieces = self.folded[opening:closing].count(";") + 1
        if len(inside) < 2 or len(inside) != pieces or not b.checked(*inside):
            return
        if any(b.q[k].direction != t.direction for k in inside):
            return
        option = b.sum_of(inside)
        b.add("sum", n, [option], "sentence", "bracket", "rel.bracket-parts")


def leads_of(binder: Binder) -> dict[int, list[int]]:
    """For each block: the figures of the lines it stands under, nearest line first.

    A list item stands under its parents and under the paragraph right before its list; the
    items before it in its list come last. They are looked up once a document.
    """
    if binder.leads is None:
        binder.leads = _leads(binder)
    return binder.leads


def _leads(binder: Binder) -> dict[int, list[int]]:
    figures: dict[int, list[int]] = {}
    for k, frame in enumerate(binder.frames):
        figures.setdefault(frame.block, []).append(k)
    nodes = binder.outline.nodes
    leads: dict[int, list[int]] = {}
    last_para: dict[int | None, int] = {}
    siblings: dict[int | None, list[int]] = {}
    for node in nodes:
        found: list[int] = []
        up: int | None = node.parent
        if node.style != "para" and node.parent in last_para:
            found += figures.get(last_para[node.parent], [])
        steps = 0
        while up is not None and steps < 4:
            found += figures.get(nodes[up].block, [])
            up = nodes[up].parent
            steps += 1
        if node.style == "para":
            last_para[node.parent] = node.block
        siblings.setdefault(node.parent, []).append(node.block)
        if node.style != "para":
            for earlier in siblings[node.parent][-6:-1]:
                found += figures.get(earlier, [])
        leads[node.block] = found[:LEADS]
    return leads
