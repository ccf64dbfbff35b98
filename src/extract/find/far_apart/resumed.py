"""A whole taken up again by its parts, with no cue that divides it.

"Cộng dồn 4.116 ca … Phân độ: độ 1 có 3.087 ca, độ 2 có 1.029 ca", "289 tấn, đạt 74% kế hoạch; nuôi
trồng 237 tấn, khai thác 52 tấn": all levels of a sentence, or of a clause behind a semicolon, add
up to a level before them, or the first levels of the sentences that a cue opens. That only
confirms; where the words before the parts name their whole ("trong số dự thi có …"), one slip
contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.find.binding.comparable import telling_words
from extract.find.binding.distant import Distant
from extract.find.binding.summands import countable, crossing
from extract.model import Bond, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, slip, swapped
from extract.values.units import PERCENT_UNITS

_HEAD = wording("resumed.head")
_ADDED = wording("resumed.added")
_DIVIDES = wording("resumed.divides")
_OPPOSITE = wording("resumed.opposite")
_LEAST = 100  # a smaller sum equals some figure by chance
_FAR_LEAST = 1_000  # the same of a whole some paragraphs away
_MOST = 12  # parts
_DIGITS = 3  # digits of a whole that parts of several sentences do not make up by chance
_OFF = Decimal("0.02")  # how far parts of several sentences miss a whole that a slip explains
_NEAR = 1  # paragraphs between parts and a whole of few digits
_AHEAD = 60  # figures after a level among which what came of it is looked for
_BACK = 60  # figures before the parts among which the whole is looked for


class Resumed(Distant):
    """Announces the sums of parts that follow their whole with no cue."""

    def run(self) -> None:
        """Look at every sentence and at its clauses."""
        self._used = {a.options[0].ids for a in self.b.found if a.kind == "sum" and a.options}
        for start, end in self.sentences():
            for first, last in self._stretches(start, end):
                parts, sure = self.row(range(first, last))
                if sure and 1 < len(parts) <= _MOST:
                    self._parts(parts)
            low = self.b.frames[start].sentence[0]
            if start and _DIVIDES.match(self.folded, low, self.b.q[start].vs):
                self._by_sentences(start)
            for t in range(start, end - 2):
                if self.level(t) and self._outcomes(t, end):
                    break

    def _by_sentences(self, start: int) -> None:
        """Announce a level of the sentence before that the first levels of the sentences and
        clauses from figure `start` on add up to: "Trong đó, cấp mới đạt 6,2 tỷ USD, giảm 1,4%.
        Tăng thêm đạt 3,4 tỷ USD"."""
        q, frames = self.b.q, self.b.frames
        firsts: list[int] = []
        for n in range(start, min(len(q), start + _BACK)):
            if not self.b.one_block(n, start):
                break
            goes_on = n > start and self.b.one_sentence(n, n - 1)
            if goes_on and ";" not in self.b.between(n - 1, n):
                continue
            low = frames[n].sentence[0]
            if low > frames[start].sentence[0] and _DIVIDES.match(self.folded, low, q[n].vs):
                continue  # a sentence that divides the part before it
            if n > start and self.b.bracket(n) is not None:
                continue  # the parts of a part
            part = self.level(n) or self._added(n)
            if not part or (firsts and not self.akin(q[n], q[firsts[0]])):
                break
            firsts.append(n)
        before = range(start - 1, max(-1, start - 1 - _MOST), -1)
        wholes = [
            k
            for k in before
            if self.b.one_sentence(k, start - 1)
            and frames[start].block - frames[k].block <= _NEAR
            and self.level(k)
            and self.b.bracket(k) is None
            and len(digits(q[k], q[k].value)) >= _DIGITS
        ]
        for size in range(min(len(firsts), _MOST), 1, -1):
            parts = firsts[:size]
            option = self.b.sum_of(parts)
            if len({frames[p].sentence for p in parts}) == 1 or self._is_used(parts):
                continue  # one sentence is looked at by itself
            for k in wholes:
                if self.akin(q[k], q[parts[0]]) and agrees(option, q[k], self.by_id):
                    self._add(k, parts, "silent")
                    return
        if len(wholes) == 1 and len(firsts) > 1 and self._nearly(wholes[0], firsts[:_MOST]):
            self._add(wholes[0], firsts[:_MOST], "unexplained")

    def _nearly(self, k: int, parts: Sequence[int]) -> bool:
        """True where parts of several sentences miss a large level by little, and a slip of one
        figure explains it; where they are less, as a part that is not told makes them, only two
        digits that changed places."""
        q = self.b.q
        if len({self.b.frames[p].sentence for p in parts}) == 1 or self._is_used(parts):
            return False
        if not all(self.akin(q[k], q[p]) and q[p].value < q[k].value for p in parts):
            return False
        gap = q[k].value - self.b.worth(parts)
        if q[k].value < _FAR_LEAST or abs(gap) > _OFF * q[k].value:
            return False
        wanted = [(q[k], q[k].value - gap), *((q[p], q[p].value + gap) for p in parts)]
        explains = swapped if gap > 0 else slip
        return any(explains(digits(x, x.value), digits(x, value)) for x, value in wanted)

    def _added(self, n: int) -> bool:
        """True for capital that was added, a level by its name: "vốn tăng thêm đạt 3,4 tỷ USD"."""
        x, low = self.b.q[n], self.b.frames[n].sentence[0]
        plain = countable(x) and x.of is None and self.b.checked(n)
        return plain and _ADDED.search(self.folded, low, x.vs) is not None

    def _is_used(self, parts: Sequence[int]) -> bool:
        return frozenset(self.b.q[k].id for k in parts) in self._used

    def _outcomes(self, t: int, end: int) -> bool:
        """Announce a level and what came of all it counts, one outcome the opposite of the one
        before: "số người tham gia 618; đồng ý 457 người; không đồng ý 161"; True where it is."""
        q = self.b.q
        parts, sure = self._told_after(t, end)
        if not sure or not 1 < len(parts) <= _MOST or self.b.bracket(t) is not None:
            return False
        first, second = q[parts[0]], q[parts[1]]
        if not re.search("[;:,]", self.folded[q[t].full_ve : first.vs]):
            return False
        if _OPPOSITE.search(self.folded, first.full_ve, second.vs) is None:
            return False
        if any(q[k].bound or q[k].value > q[t].value for k in (t, *parts)):
            return False
        ids = frozenset(q[k].id for k in parts)
        gap = q[t].value - self.b.worth(parts)
        if ids in self._used or q[t].value < _LEAST:
            return False
        if gap == 0:
            self._add(t, parts, "silent")
        elif self.sum_slipped(t, parts):
            option = self.b.sum_of(parts)
            cue = (first.vs, q[parts[-1]].full_ve)
            scope = self.b.scope(t, *parts)
            self.b.add("sum", t, [option], scope, "apart", "rel.outcomes-told", cue=cue)
        else:
            return False
        return True

    def _told_after(self, t: int, end: int) -> tuple[list[int], bool]:
        """(parts, all): the counts after level `t` in its sentence, one more than may be at most;
        those of cases by another name (đơn, vụ việc) are too."""
        q = self.b.q
        parts: list[int] = []
        for k in range(t + 1, min(end, t + 1 + _AHEAD)):
            if len(parts) > _MOST:
                break
            if q[k].unit in PERCENT_UNITS or self.b.bracket(k) is not None:
                continue
            like = q[k].unit == q[t].unit or not (
                q[t].step or q[k].step or self.b.same.measured(q[k].unit)
            )
            if not self.level(k) or not like:
                return parts, ";" in self.b.between(k - 1, k)
            parts.append(k)
        return parts, True

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The figures of a sentence, and those of each of its clauses but the first."""
        yield start, end
        first = start
        for n in range(start + 1, end + 1):
            if n < end and ";" not in self.b.between(n - 1, n):
                continue
            if first > start:
                yield first, n
            first = n

    def _parts(self, parts: Sequence[int]) -> None:
        q = self.b.q
        ids = frozenset(q[k].id for k in parts)
        if ids in self._used:
            return
        total = self.b.worth(parts)
        kind = self.total(parts)
        if any(q[k].bound for k in parts) or total < _LEAST:
            return
        found = [k for k in self._before(parts[0]) if self._whole(k, parts, total, kind)]
        if found:
            self._add(found[0], parts, "silent")
        else:
            self._named(parts, total, kind)

    def _before(self, n: int) -> Iterator[int]:
        """What may be divided before figure `n`, the nearest first."""
        return (k for k in range(n - 1, max(-1, n - 1 - _BACK), -1) if self.divisible(k))

    def _whole(self, k: int, parts: Sequence[int], total: Decimal, kind: Quantity) -> bool:
        """True where level `k` is what the parts add up to, near enough for so large a figure."""
        if self.b.q[k].value != total or not self.akin(self.b.q[k], kind):
            return False
        apart = self.b.frames[parts[0]].block - self.b.frames[k].block
        if apart and {self.b.q[p].unit for p in parts} != {self.b.q[k].unit}:
            return False
        return apart <= _NEAR or total >= _FAR_LEAST

    def _named(self, parts: Sequence[int], total: Decimal, kind: Quantity) -> None:
        """Announce the one whole that the words before the parts name and a slip leads away from:
        "trong số dự thi có 20.716 học sinh, 1.412 học viên"."""
        first, last = self.b.q[parts[0]], self.b.q[parts[-1]]
        low = max(self.b.frames[parts[0]].sentence[0], self.b.q[parts[0] - 1].full_ve)
        m = _HEAD.search(self.folded, low, first.vs)
        if m is None or crossing(self.folded, m.end(), last.full_ve):
            return
        name = telling_words(m["name"])
        block = self.b.frames[parts[0]].block
        found = [
            k
            for k in self._before(parts[0])
            if self.level(k)
            and self.b.frames[k].block == block
            and self.akin(self.b.q[k], kind)
            and name <= self.words(k)
        ]
        if not name or len({self.b.q[k].value for k in found}) != 1:
            return
        k = found[0]
        gap = self.b.q[k].value - total
        wrong = [p for p in parts if self.slipped(p, self.b.q[p].value + gap)]
        if self.b.q[k].bound:
            return
        if not wrong and self.slipped(k, total):
            self._add(k, parts, "unexplained")
        elif wrong:
            rest = (self.b.op(p, -1) for p in parts if p != wrong[0])
            option = Option("sum", (self.b.op(k), *rest))
            scope = self.b.scope(k, *parts)
            self.b.add("sum", wrong[0], [option], scope, "unexplained", "rel.resumed")

    def _add(self, k: int, parts: Sequence[int], bond: Bond) -> None:
        option = self.b.sum_of(parts)
        self.b.add("sum", k, [option], self.b.scope(k, *parts), bond, "rel.resumed")
