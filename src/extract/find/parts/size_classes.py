"""Classes of size that leave nothing out: "dưới 50 hộ: 12; từ 50 đến dưới 100 hộ: 74; từ 100 hộ
trở lên: 97".

The first class is open below, the last above, and each begins where the one before ends: so their
counts add up to a level before them, whatever words open them. That confirms; it contradicts where
the first class names what the one level of that name counts and a slip explains the miss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.model import Bond, Quantity
from extract.rules.wording import wording

_GAP = wording("size_classes.gap")
_TO = wording("size_classes.to")
_BELOW = frozenset({"less_than", "at_most"})
_ABOVE = frozenset({"at_least", "more_than"})
_FEWEST = 3  # classes
_BACK = 20  # figures before the first class among which the whole is looked for
_BLOCKS = 5  # paragraphs before it
_NAMED = 60  # characters before the first class that name what is counted
_AHEAD = 4  # figures from a class to the next one


class SizeClasses(Distant):
    """Announces the sums of classes of size that leave nothing out."""

    def run(self) -> None:
        """Look at every class that is open below."""
        for k, q in enumerate(self.b.q):
            if q.bound in _BELOW and q.unit is not None and self._count(k):
                counts = [k + 1, *self._classes(k)]
                if len(counts) >= _FEWEST and -1 not in counts:
                    self._whole(k, counts)

    def _classes(self, k: int) -> Iterator[int]:
        """The counts of the classes that follow class `k`; -1 where they are not all there."""
        q = self.b.q
        end = q[k].value
        while True:
            following = range(k + 2, min(len(q), k + 2 + _AHEAD))
            n = next((n for n in following if self._begins(n, q[k], end)), None)
            last = n + 1 if n is not None and self._ends(n) else n
            if last is None or not self._count(last) or self._block(last) > self._block(k) + 1:
                yield -1
                return
            yield last + 1
            upper = q[last].value if last != n else q[last].value_to
            if upper is None:
                return
            k, end = last, upper

    def _block(self, k: int) -> int:
        return self.b.frames[k].block

    def _begins(self, n: int, before: Quantity, end: Decimal) -> bool:
        """True where class `n` begins at the `end` of the one before, or one further."""
        x = self.b.q[n]
        open_above = x.bound in _ABOVE and x.value_to is None
        return (
            x.unit == before.unit
            and (open_above or x.value_to is not None or self._ends(n))
            and x.value in (end, end + 1)
        )

    def _ends(self, n: int) -> bool:
        """True where the figure after `n` is the other end of its class: từ 6 m đến dưới 12 m."""
        if n + 1 >= len(self.b.q) or self.b.q[n].value_to is not None:
            return False
        x, y = self.b.q[n], self.b.q[n + 1]
        upward = x.unit == y.unit and x.value < y.value and y.value_to is None
        return upward and _TO.fullmatch(self.folded, x.ve, y.vs) is not None

    def _count(self, k: int) -> bool:
        """True where the figure after class `k` counts it."""
        if k + 1 >= len(self.b.q):
            return False
        x = self.b.q[k + 1]
        if x.step or x.of is not None or x.value_to is not None or x.bound is not None or x.per:
            return False
        return _GAP.fullmatch(self.folded, self.b.q[k].full_ve, x.vs) is not None

    def _whole(self, first: int, counts: Sequence[int]) -> None:
        """Announce the level before the classes that their counts add up to."""
        q = self.b.q
        total = self.b.worth(counts)
        before = [
            k
            for k in range(first - 1, max(-1, first - 1 - _BACK), -1)
            if self.level(k) and self._block(first) - self._block(k) <= _BLOCKS
        ]
        found = [k for k in before if q[k].value == total and q[k].unit != q[first].unit]
        if found:
            self._announce(found[0], counts, "silent")
            return
        low = self.folded.rfind("\n", 0, q[first].vs) + 1
        name = self.folded[max(low, q[first].vs - _NAMED) : q[first].vs]
        named = [k for k in before if q[k].unit is not None and f" {q[k].unit} " in f" {name}"]
        if len({q[k].value for k in named}) == 1 and self._slip(named[0], counts, total):
            self._announce(named[0], counts, "apart")

    def _slip(self, t: int, counts: Sequence[int], total: Decimal) -> bool:
        q = self.b.q
        gap = q[t].value - total
        if any(q[k].value >= q[t].value for k in counts):
            return False
        return self.slipped(t, total) or any(
            self.slipped(k, q[k].value + gap, least=2) for k in counts
        )

    def _announce(self, t: int, counts: Sequence[int], bond: Bond) -> None:
        option = self.b.sum_of(counts)
        cue = (self.b.q[counts[0]].vs, self.b.q[counts[-1]].full_ve)
        scope = self.b.scope(t, *counts)
        self.b.add("sum", t, [option], scope, bond, "rel.size-classes", cue=cue)
