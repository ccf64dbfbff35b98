"""Parts that are told with their shares of one whole, which together are all of it.

"Doanh nghiệp trong nước đạt 48,06 triệu USD, chiếm 62%. ¶ Doanh nghiệp nước ngoài đạt 29,46 triệu
USD, chiếm 38%": where the shares come to 100% and all but one are those of one level, the parts
add up to it; where they do not, one slip must explain it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.find.binding.distant import Distant
from extract.find.shares.share_pairs import Pair, Pairs
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees

_TOTAL = wording("slip_rates.whole_named")
_ALL = 100
_MOST = 8  # parts
_DIGITS = 4  # of a figure that a slip is told of
_RULE = "rel.shared-parts"


class SharedParts(Distant):
    """Announces the wholes of parts whose shares leave nothing out."""

    def run(self) -> None:
        """Look at every run of pairs whose shares come to 100%."""
        for row in self._rows([pair for pair in self.b.once(Pairs).all if self.level(pair.x)]):
            whole = self._whole(row)
            if whole is not None:
                self._look(self.b.place[whole], [pair.x for pair in row])
            elif (beside := self._total_beside(row)) is not None:
                parts = [pair.x for pair in row]
                option = self.b.sum_of(parts)
                self._add(beside, option, parts, "apart")

    def _rows(self, pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
        """Runs of pairs of one unit, each in the paragraph of the one before or in the next."""
        q, frames = self.b.q, self.b.frames
        for i, first in enumerate(pairs):
            total, slack = q[first.p].value, q[first.p].step / 2
            for j in range(i + 1, min(i + _MOST, len(pairs))):
                pair, before = pairs[j], pairs[j - 1]
                if q[pair.x].unit != q[first.x].unit:
                    break
                if frames[pair.x].block - frames[before.x].block > 1:
                    break
                total += q[pair.p].value
                slack += q[pair.p].step / 2
                if total > _ALL - slack:
                    if total <= _ALL + slack:
                        yield pairs[i : j + 1]
                    break

    def _whole(self, row: Sequence[Pair]) -> str | None:
        """The level of which all shares of a row, but one, are told to be, and no part of it."""
        parts = {self.b.q[pair.x].id for pair in row}
        told = Counter(whole for pair in row for whole in sorted(self._wholes(pair) - parts))
        whole, times = next(iter(told.most_common(1)), (None, 0))
        return whole if times >= len(row) - 1 else None

    def _total_beside(self, row: Sequence[Pair]) -> int | None:
        """The figure right behind a row, or before it, that words call the total of its parts,
        which have just the shares told of what they add up to: "giỏi 1.245 em (21,9%), khá …, chưa
        đạt 63 em (1,1%) trên tổng số 5.692 em"."""
        q = self.b.q
        parts = [self.b.op(pair.x) for pair in row]
        for i, pair in enumerate(row):
            share = Option("portion", (parts[i], *parts[:i], *parts[i + 1 :]))
            if not agrees(share, q[pair.p], self.by_id):
                return None
        first, last = row[0].first, row[-1].last
        for k in (last + 1, first - 1):
            if 0 <= k < len(q) and self.b.one_sentence(k, first):
                named = _TOTAL.search(self.b.clause_before(k)) is not None
                if named and self.level(k) and q[k].unit == q[row[0].x].unit:
                    return None if self.settled(k, "sum") else k
        return None

    def _wholes(self, pair: Pair) -> set[str]:
        """The wholes that relations found so far give the share of a pair."""
        p, x = self.b.q[pair.p], self.b.q[pair.x]
        return {
            o.operands[1].quantity
            for a in self.stated.get(p.id, ())
            for o in a.options
            if o.formula == "percent" and len(o.operands) == 2
            and o.operands[0].quantity == x.id and agrees(o, p, self.by_id)
        }  # fmt: skip

    def _look(self, t: int, parts: list[int]) -> None:
        """Announce whole `t` of `parts`."""
        q = self.b.q
        if t in parts or not self.b.adds_up(t, *parts) or self.settled(t, "sum"):
            return
        option = self.b.sum_of(parts)
        nearer = (k for k in range(t + 1, parts[0]) if q[k].unit == q[t].unit)
        t = next((k for k in nearer if agrees(option, q[k], self.by_id)), t)
        gap = self.b.worth(parts) - q[t].value
        if agrees(option, q[t], self.by_id):
            self._add(t, option, parts, "silent")
        elif any(self.slipped(k, q[k].value - gap, _DIGITS) for k in parts):
            self._add(t, option, parts, "apart")

    def _add(self, t: int, option: Option, parts: list[int], bond: Bond) -> None:
        cue = (self.b.q[parts[0]].vs, self.b.q[parts[-1]].full_ve)
        self.b.add("sum", t, [option], self.b.scope(t, *parts), bond, _RULE, cue=cue)
