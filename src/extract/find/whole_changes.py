"""Rates of change of a small count whose level before is not told, and cannot have been.

"xảy ra 29 vụ cháy, tăng 11,15% so với cùng kỳ": from 26 it would be 11,54%, from 27 7,41%; no whole
number gives 11,15% (GRIM, put to a change). Only counts of cases and victims are looked at, which
no rate of their own could be meant of, and only where few rates so written have a whole base.
"""

from __future__ import annotations

from decimal import Decimal

from extract.find.change_subjects import levels_of_subject, subject_is_all
from extract.find.distant import Distant, Levels
from extract.model import Operand, Option
from extract.rules.wording import terms, wording
from extract.values.formula import evaluate

_SINCE = wording("change_levels.since")
_MOVES = wording("change_levels.moves")
_DONE = wording("outcomes.done")
_VICTIMS = wording("whole_changes.victims")
_ALONE = wording("whole_changes.alone")
_OTHER = wording("whole_changes.other")


class WholeChanges(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every rate of change that nothing explains so far."""
        for n, p in enumerate(self.b.q):
            if p.unit != "%" or p.direction is None or p.bound is not None or p.of is not None:
                continue
            if p.value_to is not None or self.stated.get(p.id) or not self.b.checked(n):
                continue
            k = self._level(n)
            if k is not None and self.b.checked(k) and self._compared(n):
                sign = Decimal(1 if p.direction == "increase" else -1)
                option = Option("grim_change", (Operand(self.b.q[k].id, sign),))
                outcome = evaluate(option, p, self.by_id)
                if outcome is not None and outcome.verdict == "inconsistent":
                    scope = self.b.scope(k, n)
                    self.b.add(
                        "implied_base", n, [option], scope, "unexplained", "rel.whole-change"
                    )

    def _compared(self, n: int) -> bool:
        """True where an earlier time is named in the sentence of a rate, nothing else beside it
        and no figure in a bracket right after it."""
        p, (low, high) = self.b.q[n], self.b.frames[n].sentence
        if _SINCE.search(self.folded, low, high) is None or _OTHER.search(self.folded, low, high):
            return False
        return _ALONE.match(self.folded, p.ve) is not None

    def _level(self, n: int) -> int | None:
        """The count that a rate is of: right before it, or the one that its subject names."""
        q = self.b.q
        k = n - 1
        if k >= 0 and self.b.frames[k].sentence == self.b.frames[n].sentence:
            gap = self.folded[q[k].full_ve : q[n].vs]
            if self._counts(k) and not any(c in gap for c in ";:(") and gap.count(",") == 1:
                at = q[k].full_ve + gap.index(",")
                if _MOVES.fullmatch(self.folded, at, q[n].vs):
                    return k
        named = levels_of_subject(self.b, n)
        if len(named) == 1 and self._counts(named[0]) and subject_is_all(self.b, named[0], n):
            return named[0]
        return None

    def _counts(self, k: int) -> bool:
        """True where figure `k` counts cases, or victims, and not what was done of others."""
        x = self.b.q[k]
        if (
            not self.level(k)
            or x.step
            or x.bound is not None
            or _DONE.search(self.b.clause_before(k))
        ):
            return False
        return (
            x.unit in terms("nhom_vu_viec") or _VICTIMS.search((x.noun or "").lower()) is not None
        )


def find_whole_changes(levels: Levels) -> None:
    """Announce the rates of change that no whole level before gives."""
    WholeChanges(levels).run()
