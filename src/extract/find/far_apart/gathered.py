"""Sums whose whole stands in another sentence, paragraph or section than its parts.

The parts are told by a criterion ("Chia theo loại án, …"), by a list that names its rest ("số còn
lại là 284 người"), by quarters, or before their total ("Tổng số vì vậy là 9.750 người"). The whole
is the level that they add up to; a level that they miss contradicts where its words are told again
with the parts, and one slip explains the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.find.binding.summands import crossing, is_stock
from extract.model import Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.numerals import parse_words
from extract.values.units import TIME

_CRITERION = wording("gathered.criterion")
_POINTED = wording("gathered.pointed")
_REST = wording("gathered.rest")
_QUARTER = wording("gathered.quarter")
_TOTAL = wording("gathered.total")
_COUNT = wording("gathered.count")
_NESTED = wording("gathered.nested")
_OVERLAP = wording("summands.overlap")
_QUARTERS = {"i": 0, "1": 0, "ii": 1, "2": 1, "iii": 2, "3": 2, "iv": 3, "4": 3}
_REACH = 60  # characters between the name of a quarter and its figure
_BLOCKS = 3  # paragraphs before the parts in which a whole that they miss is looked for
_LIST = 12  # the same past the items of a list, where words point back to its total
_OFF = Decimal("0.15")  # how far a slip may lead away from the whole
_CLOSE = Decimal("0.01")  # the same of the one level of the sentence right before
_OPENING = 12  # characters of a sentence before its criterion: "Chia theo …"
_LEAST = 100  # a smaller sum equals some figure by chance


class Gathered(Distant):
    """Announces the sums whose whole stands elsewhere than its parts."""

    def run(self) -> None:
        """Announce the sums of every sentence, and of the quarters of every paragraph."""
        for start, end in self.sentences():
            self._criterion(start, end)
            self._rest(start, end)
            self._totals(start, end)
        for parts in self._quarters():
            self._whole(parts, self.b.frames[parts[0]].sentence[0], sure=True)

    # -- where parts are told ------------------------------------------------------------------

    def _criterion(self, start: int, end: int) -> None:
        """Xét theo khu vực, thành thị có 1.108 hộ, nông thôn có 8.364 hộ."""
        low, high = self.b.frames[start].sentence
        m = _CRITERION.search(self.folded, low, high)
        if m is None:
            return
        after = [k for k in range(start, end) if self.b.q[k].vs >= m.end()]
        parts, sure = self.row(after)
        if len(parts) > 1 and not crossing(self.folded, m.end(), self.b.q[parts[-1]].full_ve):
            self._whole(parts, low, sure, pointed=_POINTED.search(m[0]) is not None)

    def _rest(self, start: int, end: int) -> None:
        """a, b, c; số còn lại là 284 người: all parts of a whole told before."""
        low = self.b.frames[start].sentence[0]
        for k in range(start + 2, end):
            at = self.b.q[k].vs
            if _REST.search(self.folded, max(low, at - 60), at) is None:
                continue
            parts, sure = self.row(range(start, k + 1))
            if len(parts) > 2 and sure:
                self._whole(parts, low, sure)
            return

    def _quarters(self) -> Iterator[list[int]]:
        """The figures of four quarters told in one paragraph."""
        if _QUARTER.search(self.folded) is None:
            return
        n = 0
        while n < len(self.b.q):
            block = self.b.frames[n].block
            end = n
            while end < len(self.b.q) and self.b.frames[end].block == block:
                end += 1
            found: dict[int, int] = {}
            if end - n > 3 and block < len(self.b.blocks):
                whole = self.b.blocks[block]
                for m in _QUARTER.finditer(self.folded, whole.vs, whole.ve):
                    k = next((k for k in range(n, end) if self.b.q[k].vs >= m.end()), None)
                    if k is None or self.b.q[k].vs - m.end() > _REACH or not self.level(k):
                        break
                    found.setdefault(_QUARTERS[m[1]], k)
            parts = sorted(found.values())
            if len(set(parts)) == 4 and self.row(parts) == (parts, True):
                yield parts
            n = end

    def _nested(self, parts: Sequence[int]) -> bool:
        """True where the parts overlap, or one of them is divided again."""
        at, end = self.b.q[parts[0]].full_ve, self.b.q[parts[-1]].full_ve
        if _NESTED.search(self.folded, at, end + 40) or _OVERLAP.search(self.folded, at, end + 40):
            return True
        if any(self._divided_behind(parts, i) for i in range(len(parts) - 2)):
            return True
        return crossing(self.folded, at, end)

    def _divided_behind(self, parts: Sequence[int], i: int) -> bool:
        """True where parts right behind part `i` add up to it: "chưa tiêm 2.860 con do mang thai
        1.246 con, non yếu 1.614 con"."""
        left = self.b.q[parts[i]].value
        for k in parts[i + 1 :]:
            left -= self.b.q[k].value
            if left <= 0:
                break
        return left == 0 and k != parts[i + 1]

    # -- the whole -----------------------------------------------------------------------------

    def _whole(self, parts: Sequence[int], at: int, sure: bool, *, pointed: bool = False) -> None:
        """Announce the level elsewhere that the parts add up to; where it is `sure` that they are
        all, also one that they miss by a slip. `at`: where what is said of them begins; `pointed`:
        the words point back to a total ("tổng số nêu trên")."""
        low, high = self.window(parts[0], parts[-1])
        total = self.b.worth(parts)
        step = max(self.b.q[k].step for k in parts)
        kind = self.total(parts)
        for value in (total, total - step, total + step) if step else (total,):
            found = [k for k in self.equal(value, low, high) if self._fits(k, parts, kind)]
            if found and total >= _LEAST:
                found.sort(key=lambda k: (k > parts[0], self.b.q[k].noun is None, k))
                option = self.b.sum_of(parts)
                if agrees(option, self.b.q[found[0]], self.by_id):
                    scope = self.b.scope(found[0], *parts)
                    self.b.add("sum", found[0], [option], scope, "silent", "rel.gathered")
                    return
        if sure and not self._nested(parts) and not self._next(parts, at, total, kind):
            self._missed(parts, at, total, kind, pointed)

    def _fits(self, k: int, parts: Sequence[int], kind: Quantity) -> bool:
        """True where figure `k` stands outside the sentences of the parts and counts the like."""
        sentence = self.b.frames[k].sentence
        apart = all(sentence != self.b.frames[p].sentence for p in parts)
        return apart and k not in parts and self.akin(self.b.q[k], kind)

    def _next(self, parts: Sequence[int], at: int, total: Decimal, kind: Quantity) -> bool:
        """Announce a whole that its parts miss by little in the sentence right after it: the one
        level of that sentence outside brackets, where the criterion names what it counts: "có
        rừng là 41.848 ha. Chia theo ba loại rừng: …"; True where one is."""
        m = _CRITERION.search(self.folded, at, self.b.q[parts[0]].vs)
        before = parts[0] - 1
        if m is None or m.start() - at > _OPENING or before < 0 or kind.unit is None:
            return False
        frames = self.b.frames
        block, sentence = frames[parts[0]].block, frames[before].sentence
        if frames[before].block != block or self.folded[sentence[1] : at].strip(" .\n"):
            return False
        levels = [
            k
            for k in range(max(0, before - _LIST), before + 1)
            if frames[k].sentence == sentence and self.level(k) and self.b.bracket(k) is None
        ]
        if len(levels) != 1:
            return False
        t = self.b.q[levels[0]]
        figures = [self.b.q[k] for k in parts]
        if any(x.bound or x.unit != t.unit or x.value >= t.value for x in figures) or t.bound:
            return False
        off = abs(total - t.value)
        if off > _CLOSE * t.value or not self.told(m.start(), m.end()) & self.words(levels[0]):
            return False
        option = self.b.sum_of(parts)
        scope = self.b.scope(levels[0], *parts)
        cue = (figures[0].vs, figures[-1].ve)
        self.b.add("sum", levels[0], [option], scope, "apart", "rel.gathered-next", cue)
        return True

    def _missed(
        self, parts: Sequence[int], at: int, total: Decimal, kind: Quantity, pointed: bool
    ) -> None:
        """Announce the one whole that is named with the parts and that a slip leads away from."""
        if kind.unit is None or any(self.b.q[k].bound for k in parts):
            return
        first, last = self.b.q[parts[0]], self.b.q[parts[-1]]
        told = self.told(at, last.full_ve)
        block = self.b.frames[parts[0]].block
        wholes: dict[Decimal, tuple[int, int]] = {}
        for k in range(parts[0] - 1, max(-1, parts[0] - 24), -1):
            if block - self.b.frames[k].block > (_LIST if pointed else _BLOCKS):
                break
            t = self.b.q[k]
            if not self.level(k) or not self._fits(k, parts, kind) or t.bound:
                continue
            if t.unit is None or abs(t.value - total) > _OFF * t.value or t.value <= first.value:
                continue
            meant = self.settled(k, "sum") if pointed else self.named(k, told)
            if not meant or (slip := self._slip(k, parts, total)) is None:
                continue
            wholes[t.value] = (k, slip)
        if len(wholes) != 1:
            return
        [(k, slip)] = wholes.values()
        if slip == k:
            option = self.b.sum_of(parts)
        else:
            rest = (self.b.op(p, -1) for p in parts if p != slip)
            option = Option("sum", (self.b.op(k), *rest))
        scope = self.b.scope(k, *parts)
        cue = (first.vs, last.ve)  # its own: the whole may be that of another row as well
        self.b.add("sum", slip, [option], scope, "unexplained", "rel.gathered-slip", cue)

    def _slip(self, k: int, parts: Sequence[int], total: Decimal) -> int | None:
        """The figure that one slip explains: a part, or the whole `k`; None where none does."""
        gap = self.b.q[k].value - total
        for p in parts:
            if self.slipped(p, self.b.q[p].value + gap) and not self.settled(p, "sum"):
                return p
        if self.slipped(k, total) and not self.settled(k, "sum", "difference"):
            return k
        return None

    # -- totals told after their parts -----------------------------------------------------------

    def _totals(self, start: int, end: int) -> None:
        """a người, b em và c học viên. Tổng số vì vậy là T; also a row of brackets before T."""
        for n in range(start, end):
            if not self.level(n) or self.b.q[n].bound:
                continue
            last = n - 1  # a count in words is no figure between: "cộng ba năm được …"
            while last >= start and self._of_things(last):
                last -= 1
            low = max(
                self.b.frames[n].sentence[0],
                self.b.q[n].vs - 80,
                self.b.q[last].ve if last >= 0 else 0,
            )
            if _TOTAL.search(self.folded, low, self.b.q[n].vs) is None:
                continue
            before = range(start, n)
            block = self.b.frames[n].block
            none = all(self._of_things(k) for k in before)
            if none and start and self.b.frames[start - 1].block == block:
                first = start - 1
                sentence = self.b.frames[first].sentence
                while first and self.b.frames[first - 1].sentence == sentence:
                    first -= 1
                before = range(first, start)
            firsts, counted = self._firsts(before, self.b.q[n]), self._count(low, n)
            if len(firsts) > 1 and len(firsts) == counted and self._added(n, firsts, counted):
                return
            for bracketed in (False, True):
                parts, sure = self.row(before, self.b.q[n], bracketed=bracketed)
                if 1 < counted < len(parts):
                    parts = parts[-counted:]  # "Cộng ba cấp HĐND là 4.939 người"
                if sure and len(parts) > 1 and self._added(n, parts):
                    return
            if len(firsts) > 1 and len(firsts) != counted and self._added(n, firsts, counted):
                return

    def _firsts(self, before: Sequence[int], like: Quantity) -> list[int]:
        """The first level of each piece between semicolons: "năm 2021 đạt 168 tỷ đồng; năm 2022
        đạt 191 tỷ đồng, tăng 23 tỷ đồng"; none where a piece has no level akin to `like`."""
        found: list[int] = []
        opened = True
        for k in before:
            x = self.b.q[k]
            last = self.b.q[k - 1].full_ve if k > before[0] else x.vs
            opened = opened or ";" in self.folded[last : x.vs]
            if opened and not self._of_things(k) and self.b.brackets.around(x.vs) is None:
                if not self.level(k) or not self.akin(x, like):
                    return []
                found.append(k)
                opened = False
        return found

    def _of_things(self, k: int) -> bool:
        """True for a figure that only tells of how many things a total is: ba loại, 3 năm."""
        return self.b.q[k].rule == "qty.spelled" or self.b.q[k].unit in TIME

    def _count(self, low: int, n: int) -> int:
        """How many things a total is told to be of ("cộng chung ba năm"); 0 where it is not."""
        m = _COUNT.search(self.folded, low, self.b.q[n].vs)
        if m is None:
            return 0
        return int(m["n"]) if m["n"].isdigit() else int(parse_words(m["n"]) or 0)

    def _added(self, n: int, parts: Sequence[int], counted: int | None = None) -> bool:
        """Announce the sum of a row told before its total; True where one is. Of first figures of
        pieces it contradicts only where just so many are told to be `counted`."""
        t = self.b.q[n]
        if not all(self.akin(self.b.q[p], t) for p in parts):
            return False
        years = {self.b.year(self.b.frames[k].period) for k in (n, parts[0])} - {None}
        if counted == len(parts):
            years = set()
        if len(years) > 1 and not self.b.one_sentence(n, parts[0]):
            return False
        option = self.b.sum_of(parts)
        scope = self.b.scope(n, *parts)
        if agrees(option, t, self.by_id):
            self.b.add("sum", n, [option], scope, "silent", "rel.gathered-total")
            return True
        if counted is not None and counted != len(parts):
            return False
        nested = counted is None and self._nested(parts)
        if nested or is_stock(self.b, parts, n) or any(self.b.q[p].bound for p in parts):
            return False
        total = self.b.worth(parts)
        gap = t.value - total
        slip = self.slipped(n, total) or any(
            self.slipped(p, self.b.q[p].value + gap) for p in parts
        )
        left_out = len(parts) > 2 and any(self.b.q[p].value == -gap for p in parts[1:])
        if slip or left_out:
            self.b.add("sum", n, [option], scope, "unexplained", "rel.gathered-total")
            return True
        return False
