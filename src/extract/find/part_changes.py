"""How a whole moved and how each of its parts did.

"Có 640 tổ chức (tăng 14), gồm 212 đảng bộ (tăng 9) và 428 chi bộ (tăng 5)", "640 tổ chức, tăng 14
so với năm trước, gồm …": where the parts are all of the whole, their changes are all of its change.
One that does not agree is told where a slip of a digit explains it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Announced, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits

_MOVED = wording("part_changes.moved")
_REACH = 6  # figures behind a level among which its change is told
_DIGITS = 2  # of a change that a slip is told of
_SURE = 3  # of a change that others do not add up to by chance
_RULE = "rel.part-changes"


class PartChanges(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every sum of parts that agrees, and at the readings of those that do not."""
        index = {q.id: n for n, q in enumerate(self.b.q)}
        for a in list(self.b.found):
            if a.kind != "sum":
                continue
            option = self._sum(a)
            if option is not None:
                self._changes(index[a.stated], [index[o.quantity] for o in option.operands])
                continue
            for reading in a.options:
                parts = [index[o.quantity] for o in reading.operands if o.weight == 1]
                if len(parts) == len(reading.operands) > 1 and self._moved(index[a.stated], parts):
                    break

    def _sum(self, a: Announced) -> Option | None:
        """What adds up to the figure of an announced sum, without figures taken off."""
        fine = (o for o in a.options if agrees(o, self.by_id[a.stated], self.by_id))
        option = next(fine, None)
        plain = option is not None and all(o.weight == 1 for o in option.operands)
        return option if plain and option is not None and len(option.operands) > 1 else None

    def _moved(self, whole: int, parts: Sequence[int]) -> bool:
        """Announce a whole that its parts do not add up to though their changes add up to its own,
        where a slip explains it; True where it is."""
        q = self.b.q
        row = [self._change(k) for k in (whole, *parts)]
        told = [c for c in row if c is not None]
        if len(told) < len(row) or len(digits(q[told[0]], q[told[0]].value)) < _SURE:
            return False
        if len({q[c].direction for c in told}) > 1 or not self.b.checked(whole, *parts, *told):
            return False
        if sum((q[c].value for c in told[1:]), -q[told[0]].value) != 0:
            return False
        gap = q[whole].value - sum((q[p].value for p in parts), Decimal(0))
        slip = self.slipped(whole, q[whole].value - gap) or any(
            self.slipped(p, q[p].value + gap) for p in parts
        )
        if slip:
            option = Option("sum", tuple(self.b.op(p) for p in parts))
            self.b.add("sum", whole, [option], self.b.scope(whole, *parts), "apart", _RULE)
        return slip

    def _changes(self, whole: int, parts: Sequence[int]) -> None:
        """Announce the change of a whole as the sum of those of its parts, if all are told."""
        total = self._change(whole)
        each = [self._change(p) for p in parts]
        told = [c for c in each if c is not None]
        if total is None or len(told) < len(each) or self.settled(total, "sum"):
            return
        q = self.b.q
        if not self.b.checked(total, *told):
            return
        signs = [1 if q[c].direction == q[total].direction else -1 for c in told]
        terms = list(zip(told, signs, strict=True))
        option = Option("sum", tuple(self.b.op(c, sign) for c, sign in terms))
        fine = agrees(option, q[total], self.by_id)
        if fine or self._slip(total, terms):
            bond = "silent" if fine else "apart"
            self.b.add("sum", total, [option], self.b.scope(total, *told), bond, _RULE)

    def _change(self, n: int) -> int | None:
        """The amount by which level `n` moved, told behind it in its clause before any other level
        like it, whatever rates stand between."""
        q, frames = self.b.q, self.b.frames
        for c in range(n + 1, min(len(q), n + 1 + _REACH)):
            if frames[c].sentence != frames[n].sentence or ";" in self.folded[q[n].ve : q[c].vs]:
                return None
            if q[c].unit in PERCENT_UNITS:
                continue
            if q[c].direction is None or q[c].of is not None or q[c].bound is not None:
                return None
            alike = self.akin(q[c], q[n]) or (q[c].unit is None and self._beside(n, c))
            return c if alike and q[c].value < q[n].value else None
        return None

    def _beside(self, n: int, c: int) -> bool:
        """True where change `c` stands right behind level `n` or opens its bracket."""
        return _MOVED.fullmatch(self.folded, self.b.q[n].full_ve, self.b.q[c].vs) is not None

    def _slip(self, total: int, terms: Sequence[tuple[int, int]]) -> bool:
        """True where a slip of one of the changes explains why they do not add up."""
        q = self.b.q
        made = sum((sign * q[c].value for c, sign in terms), Decimal(0))
        gap = q[total].value - made
        return self.slipped(total, made, _DIGITS) or any(
            self.slipped(c, q[c].value + sign * gap, _DIGITS) for c, sign in terms
        )


def find_part_changes(levels: Levels) -> None:
    """Announce the changes of wholes that those of their parts add up to."""
    PartChanges(levels).run()
