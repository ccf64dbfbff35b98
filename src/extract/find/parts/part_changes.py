"""Changes of parts: together they are the change of their whole.

"tổng đàn 6.420 con, tăng 130 con; trong đó, trâu 1.310 con, giảm 45 con; bò 5.110 con, tăng 175
con", "640 tổ chức (tăng 14), gồm 212 đảng bộ (tăng 9) và 428 chi bộ (tăng 5)": where the parts add
up to the whole and each tells how far it moved, 175 - 45 = 130. Where that does not agree, one slip
must explain it: the changes may be since several times. Where it is the levels that do not add up
though their changes do, the slip is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.binding.distant import Distant
from extract.model import Announced, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits
from extract.values.units import PERCENT_UNITS

_MOVED = wording("part_changes.moved")
_UNCHANGED = wording("part_changes.unchanged")
_SURE = 3  # digits of a change that others do not add up to by chance
_REACH = 6  # figures behind a level among which its change is told
_DIGITS = 3  # of a change that a slip is told of
_DIGITS_BESIDE = 2  # the same where every change stands right behind its level
_ROOM = 1  # units of the last digit that rounding may add to a slip
_RULE = "rel.part-changes"


class PartChanges(Distant):
    """Announces the changes of wholes that the changes of their parts add up to."""

    def run(self) -> None:
        """Look at every sum of levels that agrees, and at the readings of those that do not."""
        seen: set[tuple[int, ...]] = set()
        for a in [a for a in self.b.found if a.kind == "sum"]:
            t = self.b.place[a.stated]
            parts = self._agreeing(a)
            if not parts:
                self._readings(a)
            key = (t, *parts)
            if len(parts) < 2 or not self.level(t) or key in seen:
                continue
            seen.add(key)
            whole = self._change(t)
            told = self._told(t, parts)
            if whole is not None and len(told) > 1:
                beside = all(self._bracket(k) for k in (t, *parts))
                self._announce(whole, told, _DIGITS_BESIDE if beside else _DIGITS)

    def _told(self, whole: int, parts: Sequence[int]) -> list[int]:
        """The changes of all the parts that are not told to be as they were; none where one of
        them is not told."""
        moved = [k for k in parts if not self._unchanged(k)]
        changes = [self._change(k) for k in moved]
        barred = (whole, self._change(whole), *parts)
        told = [c for c in changes if c is not None and c not in barred]
        return told if len(set(told)) == len(moved) else []

    def _unchanged(self, k: int) -> bool:
        """True where level `k` is told to be what it was."""
        return _UNCHANGED.match(self.folded, self.b.q[k].full_ve) is not None

    def _readings(self, a: Announced) -> None:
        """Look for a sum of levels that slipped among the readings of one that does not agree."""
        for reading in a.options:
            parts, plain = self.b.operands(reading), all(o.weight == 1 for o in reading.operands)
            if plain and len(parts) > 1 and self._moved(self.b.place[a.stated], parts):
                return

    def _agreeing(self, a: Announced) -> list[int]:
        """The levels of the reading of a sum that agrees; none where none does."""
        for option in a.options:
            if self.b.agrees(option, a.stated):
                parts = self.b.operands(option)
                plain = all(o.weight == 1 for o in option.operands)
                return parts if plain and all(self.level(k) for k in parts) else []
        return []

    def _change(self, k: int) -> int | None:
        """The amount by which level `k` moved, told behind it before any other level like it."""
        x, frames = self.b.q[k], self.b.frames
        if self._bracket(k):
            return k + 1
        beside = False  # a level of another unit between the two: "940 vụ/1.215 bị can (tăng 41 vụ"
        for n in range(k + 1, min(len(frames), k + 1 + _REACH)):
            q = self.b.q[n]
            if not self.b.one_sentence(n, k) or ";" in self.folded[x.ve : q.vs]:
                return None
            if q.unit in PERCENT_UNITS:
                continue
            if q.of is not None or q.value_to is not None:
                return None
            if q.direction is None and q.unit is not None and not self.akin(x, q):
                beside = True
                continue
            moved = q.direction is not None and (x.unit == q.unit if beside else self.akin(x, q))
            return n if moved and self.b.checked(n) else None
        return None

    def _bracket(self, k: int) -> bool:
        """True where the next figure tells, right behind level `k`, how far it moved."""
        x, frames = self.b.q[k], self.b.frames
        if k + 1 >= len(frames) or not self.b.one_sentence(k + 1, k):
            return False
        q = self.b.q[k + 1]
        if q.direction is None or q.unit in PERCENT_UNITS or q.bound is not None:
            return False
        alike = (q.unit is None or self.akin(q, x)) and q.value < x.value
        return alike and _MOVED.fullmatch(self.folded, x.full_ve, q.vs) is not None

    def _moved(self, whole: int, parts: Sequence[int]) -> bool:
        """Announce a whole that its parts do not add up to though their changes add up to its own,
        where a slip explains it; True where it is."""
        q, change, told = self.b.q, self._change(whole), self._told(whole, parts)
        if change is None or not told or len(digits(q[change], q[change].value)) < _SURE:
            return False
        if len({q[c].direction for c in (change, *told)}) > 1:
            return False
        if not self.b.checked(whole, change, *parts, *told):
            return False
        if sum((q[c].value for c in told), -q[change].value) != 0:
            return False
        slip = self.sum_slipped(whole, parts)
        if slip:
            option = self.b.sum_of(parts)
            self.b.add("sum", whole, [option], self.b.scope(whole, *parts), "apart", _RULE)
        return slip

    def _announce(self, whole: int, changes: list[int], least: int) -> None:
        """Keep the sum of changes where it agrees or is a slip away."""
        down = self.b.q[whole].direction == "decrease"
        weights = [1 if (self.b.q[c].direction == "decrease") == down else -1 for c in changes]
        pairs = zip(changes, weights, strict=True)
        option = Option("sum", tuple(self.b.op(c, w) for c, w in pairs))
        slipped = self.sum_slipped(whole, changes, least, _ROOM, weights)
        if slipped or agrees(option, self.b.q[whole], self.by_id):
            scope = self.b.scope(whole, *changes)
            self.b.add("sum", whole, [option], scope, "apart", _RULE)
