"""Breakdowns of one total one after the other: "348 đảng viên, bằng các hình thức: …; theo thẩm
quyền: …; theo nội dung: …".

Each names its criterion before a colon; its parts are the levels of its list, and the whole of all
of them is a level before the first. What adds up to it confirms. Where one of them does, the
others divide the same figure, and one that a slip leads away from it contradicts; so does a whole
that all of them are a slip away from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from extract.find.binding.distant import Distant
from extract.find.binding.summands import SEPARATOR, countable, crossing
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS, TIME

_HEAD = wording("breakdowns.head")
_HEAD_THERE_ARE = wording("breakdowns.head_there_are")
_LEAD = wording("breakdowns.lead")
_NESTED = wording("gathered.nested")
_OVERLAP = wording("summands.overlap")
_LEADS = 40  # characters before a criterion that tell whether it may open there
_REACH = 80  # characters between a criterion and its first figure
_BACK = 16  # figures before the first criterion among which the whole is looked for
_BLOCKS = 2  # paragraphs before it
_LEAST = 100  # a smaller sum equals some figure by chance, but for the nearest ones
_NEAR = 3  # levels that are near
_DIGITS = 3  # of a part whose slip explains that more are missing than
_FEW = Decimal("0.05")  # this share of the whole
_RULE = "rel.breakdown"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of one criterion; `sure` where all figures of its list are parts."""

    start: int
    opened: int  # where its criterion ends
    parts: tuple[int, ...]
    sure: bool


def heads(folded: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the criteria that open breakdowns in a text."""
    found = (*_HEAD.finditer(folded), *_HEAD_THERE_ARE.finditer(folded))
    for m in sorted(found, key=lambda m: m.start()):
        if _LEAD.search(folded, max(0, m.start() - _LEADS), m.start()):
            yield m.span()


class Breakdowns(Distant):
    """Announces the breakdowns of one total by several criteria."""

    def run(self) -> None:
        """Look at every row of criteria."""
        row: list[Breakdown] = []
        for one in self._breakdowns():
            if row and not self._goes_on(row[-1], one):
                self._row(row)
                row = []
            row.append(one)
        if row:
            self._row(row)

    # -- the parts -----------------------------------------------------------------------------

    def _breakdowns(self) -> Iterator[Breakdown]:
        """The breakdowns of two parts or more."""
        q, frames = self.b.q, self.b.frames
        found = list(heads(self.folded))
        for (start, end), (after, _end) in pairwise([*found, (len(self.folded), 0)]):
            first = self.b.first_at(end)
            if not 0 < first < len(q) or self.b.q[first].vs - end > _REACH:
                continue
            low, high = frames[first].sentence
            around = self.b.brackets.around(end)
            high = min(high, after, around[1] if around is not None else high)
            if low <= end and self.b.q[first].vs < high:
                parts, sure = self._parts(first, end, high)
                if len(parts) > 1:
                    yield Breakdown(start, end, tuple(parts), sure)

    def _parts(self, first: int, at: int, high: int) -> tuple[list[int], bool]:
        """(parts, all): the levels of a list outside its brackets; a semicolon ends one whose
        parts so far are joined by commas."""
        q = self.b.q
        parts: list[int] = []
        sure, by_commas = True, False
        for k in range(first, len(q)):
            x = q[k]
            if x.vs >= high:
                break
            inner = self.b.brackets.around(x.vs)
            if (inner is not None and inner[0] >= at) or x.unit in PERCENT_UNITS or x.unit in TIME:
                continue
            gap = self.folded[q[parts[-1]].full_ve : x.vs] if parts else ""
            if len(parts) > 1 and by_commas and ";" in gap:
                break
            if not self.level(k) or (parts and not SEPARATOR.search(gap)):
                sure = False
                continue
            by_commas = by_commas or (bool(parts) and ";" not in gap)
            parts.append(k)
        return parts, sure

    def _goes_on(self, before: Breakdown, after: Breakdown) -> bool:
        """True where no other level stands between two breakdowns."""
        last = before.parts[-1]
        if self.b.frames[after.parts[0]].block - self.b.frames[last].block > _BLOCKS:
            return False
        return not any(
            self.level(k) and self.b.bracket(k) is None
            for k in range(last + 1, after.parts[0])
            if self.b.q[k].vs < after.start
        )

    # -- the whole -----------------------------------------------------------------------------

    def _row(self, row: Sequence[Breakdown]) -> None:
        """Announce what the breakdowns of one row divide."""
        wholes = self._wholes(row[0])
        right = {
            k: [r for r in row if self._total(r) == self.b.q[k].value and self._fits(k, r)]
            for k in wholes
        }
        best = max(wholes, key=lambda k: len(right[k]), default=None)
        if best is None:
            return
        if right[best]:
            near = wholes.index(best) < _NEAR
            if self.b.q[best].value < _LEAST and not near and len(right[best]) < 2:
                return
            for r in row:
                if r in right[best]:
                    self._announce(best, r, "silent")
                elif self._missed(best, r, whole=False):
                    self._announce(best, r, "apart")
        elif len(row) > 1 and len({self._total(r) for r in row}) == 1:
            wrong = [k for k in wholes if all(self._missed(k, r, whole=True) for r in row)]
            if len(wrong) == 1 and not self.settled(wrong[0], "sum", "difference"):
                self._announce(wrong[0], row[0], "apart")

    def _wholes(self, first: Breakdown) -> list[int]:
        """Figures before a row of breakdowns that they may divide, the nearest first."""
        q, frames = self.b.q, self.b.frames
        last = self.b.first_at(first.start) - 1
        found = []
        for k in range(last, max(-1, last - _BACK), -1):
            if frames[first.parts[0]].block - frames[k].block > _BLOCKS:
                break
            if countable(q[k]) and q[k].direction is None and self.b.checked(k):
                found.append(k)
        found.sort(key=lambda k: not self.b.visible(k, first.start))
        return found

    def _total(self, one: Breakdown) -> Decimal:
        return self.b.worth(one.parts)

    def _fits(self, t: int, one: Breakdown) -> bool:
        """True where the parts may be of figure `t` as far as their units tell."""
        return all(self.akin(self.b.q[t], self.b.q[p]) for p in one.parts)

    def _missed(self, t: int, one: Breakdown, *, whole: bool) -> bool:
        """True where a slip in one part (in the `whole`, where that is asked) explains that parts
        which are all told and do not overlap miss figure `t`."""
        figures = [self.b.q[p] for p in one.parts]
        value = self.b.q[t].value
        if not one.sure or not self._fits(t, one) or any(x.bound for x in figures):
            return False
        at, end = one.start, figures[-1].full_ve
        inner = self.folded[one.opened : end]
        if crossing(self.folded, figures[0].vs, end) or _OVERLAP.search(self.folded, at, end + 40):
            return False
        if _NESTED.search(inner) or any(x.value >= value for x in figures):
            return False
        total = self._total(one)
        if whole:
            return self.slipped(t, total)
        gap = value - total
        least = _DIGITS if gap > value * _FEW else 2  # what is less may leave others out
        return any(self.slipped(p, self.b.q[p].value + gap, least) for p in one.parts)

    def _announce(self, t: int, one: Breakdown, bond: Bond) -> None:
        option = self.b.sum_of(one.parts)
        cue = (self.b.q[one.parts[0]].vs, self.b.q[one.parts[-1]].full_ve)
        self.b.add("sum", t, [option], self.b.scope(t, *one.parts), bond, _RULE, cue=cue)
