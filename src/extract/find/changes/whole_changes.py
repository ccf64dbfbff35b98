"""Rates of change of a small count whose level before is not told, and cannot have been.

"xảy ra 29 vụ cháy, tăng 11,15% so với cùng kỳ": from 26 it would be 11,54%, from 27 7,41%; no whole
number gives 11,15% (GRIM, put to a change). Only counts of cases and victims are looked at, which
no rate of their own could be meant of, and only where few rates so written have a whole base. Rates
told in a row may each name their count: "tăng 7,7% số vụ, 2,9% số người chết".
"""

from __future__ import annotations

from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.find.changes.change_subjects import levels_of_subject, subject_is_all
from extract.model import Bond, Operand, Option
from extract.rules.wording import terms, wording
from extract.values.formula import evaluate
from extract.values.letters import WORD

_SINCE = wording("change_levels.since")
_MOVES = wording("change_levels.moves")
_DONE = wording("outcomes.done")
_VICTIMS = wording("whole_changes.victims")
_ALONE = wording("whole_changes.alone")
_OTHER = wording("whole_changes.other")
_OF_WHAT = wording("whole_changes.of_what")
_NEXT = wording("whole_changes.next")
_BACK = 8  # figures before a row among which its counts are looked for
_FEWEST = 2  # rates of a row
_RULE = "rel.whole-change"


class WholeChanges(Distant):
    """The search for one document."""

    def by_name(self) -> None:
        """Look at every row of rates that each name the count they are of."""
        n = 0
        while n < len(self.b.q):
            row = self._row(n) if self.b.q[n].direction is not None else []
            n += max(1, len(row))
            if len(row) < _FEWEST:
                continue
            sign = Decimal(1 if self.b.q[row[0][0]].direction == "increase" else -1)
            told = [
                (p, k, evaluate(option, self.b.q[p], self.by_id), option)
                for p, k in row
                if (option := Option("grim_change", (Operand(self.b.q[k].id, sign),)))
            ]
            wrong = sum(o is not None and o.verdict == "inconsistent" for _, _, o, _ in told)
            for p, k, outcome, option in told:
                fine = outcome is not None and outcome.verdict == "consistent"
                if outcome is not None and (fine or wrong == 1 < len(told)):
                    bond: Bond = "silent" if fine else "unexplained"
                    scope = self.b.scope(k, p)
                    self.b.add("implied_base", p, [option], scope, bond, _RULE)

    def _row(self, n: int) -> list[tuple[int, int]]:
        """(rate, count) of the rates from figure `n` on, each of another count told before them;
        none where one names no such count."""
        row: list[tuple[int, int]] = []
        low, high = self.b.frames[n].sentence
        if self.b.q[n].unit != "%" or _SINCE.search(self.folded, low, self.b.q[n].vs) is None:
            return []
        for p in range(n, len(self.b.q)):
            x = self.b.q[p]
            plain = x.unit == "%" and x.bound is None and x.of is None and x.value_to is None
            if x.vs >= high or not plain or not self.b.checked(p):
                break
            named = _OF_WHAT.match(self.folded, x.ve)
            if named is None or (p > n and not _NEXT.search(self.folded, self.b.q[p - 1].ve, x.vs)):
                break
            words = frozenset(WORD.findall(named["what"]))
            before = [k for k in range(n - 1, max(-1, n - 1 - _BACK), -1) if self._plain(k)]
            counts = [k for k in before if self.b.q[k].vs >= low and words <= self._named(k)]
            if len(counts) != 1 or self.stated.get(x.id):
                return []
            row.append((p, counts[0]))
        return row

    def _named(self, k: int) -> frozenset[str]:
        """The words that name count `k`, its unit among them."""
        return self.words(k) | frozenset(WORD.findall(self.b.q[k].unit or ""))

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
                    self.b.add("implied_base", n, [option], scope, "unexplained", _RULE)

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
        if k >= 0 and self.b.one_sentence(k, n):
            gap = self.b.between(k, n)
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
        victims = _VICTIMS.search((x.noun or "").lower()) is not None
        return self._plain(k) and (victims or x.unit in terms("nhom_vu_viec"))

    def _plain(self, k: int) -> bool:
        """True where figure `k` is a count, and not what was done of others."""
        x = self.b.q[k]
        counts = self.level(k) and not x.step and x.bound is None
        return counts and _DONE.search(self.b.clause_before(k)) is None


def find_whole_changes(binder: Moments) -> None:
    """Announce the rates of change that no whole level before gives."""
    search = WholeChanges(binder)
    search.run()
    search.by_name()
