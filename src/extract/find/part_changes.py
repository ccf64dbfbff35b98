"""Changes of parts: together they are the change of their whole.

"tổng đàn 6.420 con, tăng 130 con; trong đó, trâu 1.310 con, giảm 45 con; bò 5.110 con, tăng 175
con": where the parts add up to the whole and each tells how far it moved, 175 - 45 = 130. Where
that does not agree, one slip must explain it: the changes may be since several times.
"""

from __future__ import annotations

from decimal import Decimal

from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Announced, Option
from extract.values.formula import agrees

_REACH = 6  # figures behind a level among which its change is told
_ROOM = 1  # units of the last digit that rounding may add to a slip
_RULE = "rel.part-changes"


def find_part_changes(levels: Levels) -> None:
    """Announce the changes of wholes that the changes of their parts add up to."""
    PartChanges(levels).run()


class PartChanges(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every sum of levels that agrees."""
        index = {q.id: n for n, q in enumerate(self.b.q)}
        seen: set[tuple[int, ...]] = set()
        for a in [a for a in self.b.found if a.kind == "sum"]:
            t = index[a.stated]
            parts = self._agreeing(a, index)
            key = (t, *parts)
            if len(parts) < 2 or not self.level(t) or key in seen:
                continue
            seen.add(key)
            whole = self._change(t)
            changes = [self._change(k) for k in parts]
            told = [c for c in changes if c is not None and c not in (t, whole, *parts)]
            if whole is not None and len(set(told)) == len(parts):
                self._announce(whole, told)

    def _agreeing(self, a: Announced, index: dict[str, int]) -> list[int]:
        """The levels of the reading of a sum that agrees; none where none does."""
        for option in a.options:
            if agrees(option, self.by_id[a.stated], self.by_id):
                parts = [index[o.quantity] for o in option.operands]
                plain = all(o.weight == 1 for o in option.operands)
                return parts if plain and all(self.level(k) for k in parts) else []
        return []

    def _change(self, k: int) -> int | None:
        """The amount by which level `k` moved, told behind it before any other level like it."""
        x, frames = self.b.q[k], self.b.frames
        for n in range(k + 1, min(len(frames), k + 1 + _REACH)):
            q = self.b.q[n]
            if frames[n].sentence != frames[k].sentence or ";" in self.folded[x.ve : q.vs]:
                return None
            if q.unit in PERCENT_UNITS:
                continue
            if q.direction is None or q.of is not None or q.value_to is not None:
                return None
            return n if self.akin(x, q) and self.b.checked(n) else None
        return None

    def _announce(self, whole: int, changes: list[int]) -> None:
        """Keep the sum of changes where it agrees or is a slip away."""
        down = self.b.q[whole].direction == "decrease"
        weights = [1 if (self.b.q[c].direction == "decrease") == down else -1 for c in changes]
        pairs = list(zip(changes, weights, strict=True))
        option = Option("sum", tuple(self.b.op(c, w) for c, w in pairs))
        x = self.b.q[whole]
        total = sum((self.b.q[c].value * w for c, w in pairs), Decimal(0))
        gap = total - x.value
        slipped = self.slipped(whole, total, room=_ROOM) or any(
            self.slipped(c, self.b.q[c].value - gap * w, room=_ROOM) for c, w in pairs
        )
        if slipped or agrees(option, x, self.by_id):
            scope = self.b.scope(whole, *changes)
            self.b.add("sum", whole, [option], scope, "apart", _RULE)
