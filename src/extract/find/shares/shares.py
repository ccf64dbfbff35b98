"""Shares of a common whole: "x người (P%), y người (Q%), z người (R%)", of a whole told once.

The whole of such a row of pairs stands before it, after it, above its list, sentences earlier, or
is the sum of its parts. It is the figure of which most pairs are the stated percentage; a pair
of the row that is none of it is a contradiction, unless another figure near explains it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.find.binding.moments import Moments
from extract.find.binding.search import Search
from extract.find.binding.summands import countable, fits
from extract.find.parts.totals import leads_of
from extract.find.shares.share_pairs import COARSE, LONGEST, Pair, Pairs
from extract.model import Bond, Option, Scope
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, TIME

_TURN = wording("shares.turn")
_TOTAL = wording("shares.total")
_BACK_REACH = 24  # figures before a row in which its whole is looked for
_FAR = 120  # and in which a level is looked for that its parts add up to
_LARGE = 1_000  # a smaller sum equals some level by chance
_BLOCKS = 2  # paragraphs before that of a row in which it is looked for
_FEWEST = 2  # pairs that must agree on a whole


class Shares(Search):
    """Announces the shares of wholes that rows of pairs have in common."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        self.pairs = binder.once(Pairs)
        self.leads = leads_of(binder)

    def run(self) -> None:
        """Announce the shares of every row of pairs."""
        self.known: tuple[int, int, str] | None = None  # last pair, whole and group of a row
        for row, plain in self.pairs.rows:
            if len(row) >= _FEWEST:
                self._whole(row, plain)
        for row in self._in_turn():
            self._whole(row, plain=len(row) > _FEWEST)

    def _in_turn(self) -> Iterator[list[Pair]]:
        """a, b, c …, lần lượt đạt P%, Q% và R%: levels and the rates told after them in order."""
        q = self.b.q
        n = 0
        while n < len(q):
            low = max(self.b.frames[n].sentence[0], q[n].vs - 60, q[n - 1].full_ve if n else 0)
            rates: list[int] = []
            if self._rate(n) and _TURN.search(self.folded, low, q[n].vs):
                while n < len(q) and self._rate(n) and len(rates) < LONGEST:
                    if self.b.frames[n].sentence[0] > q[n].vs or (
                        rates and not self.b.one_sentence(n, rates[0])
                    ):
                        break
                    rates.append(n)
                    n += 1
            if len(rates) < _FEWEST:
                n = max(n, rates[-1] + 1 if rates else n + 1)
                continue
            levels = self._levels_before(rates[0], len(rates))
            if len(levels) == len(rates):
                yield [Pair(x, p, "") for x, p in zip(levels, rates, strict=True)]

    def _rate(self, n: int) -> bool:
        p = self.b.q[n]
        return p.unit in PERCENT_UNITS and p.direction is None and self.b.checked(n)

    def _levels_before(self, n: int, count: int) -> list[int]:
        """The last `count` levels before figure `n` in its block, all of one unit."""
        found: list[int] = []
        for k in range(n - 1, max(-1, n - 2 - count), -1):
            if len(found) == count:
                break
            if not found and k == n - 1 and self.b.q[k].value == count and not self.b.q[k].step:
                continue  # "Tỷ trọng ba khu vực lần lượt là …"
            if not self.b.one_block(k, n) or not self._level(k):
                return []
            if found and self.b.q[k].unit != self.b.q[found[0]].unit:
                return []
            found.insert(0, k)
        return found

    def _level(self, k: int) -> bool:
        x = self.b.q[k]
        return countable(x) and x.unit not in TIME and self.b.checked(k)

    # -- the whole ---------------------------------------------------------------------------

    def _whole(self, row: Sequence[Pair], plain: bool) -> None:
        """Announce the shares of the figure that most pairs of the row agree on."""
        best: tuple[tuple[int, bool], int, list[Pair]] | None = None
        for y in self._candidates(row):
            right = [pair for pair in row if self._is_share(pair, y)]
            same = self.b.q[y].unit == self.b.q[row[0].x].unit
            key = (len(right), same)
            if len(right) >= _FEWEST and (best is None or key > best[0]):
                best = (key, y, right)
        if best is not None and len(best[2]) < len(row) and self._of_their_sum(row):
            self._own_sum(row, plain)  # all of them, though another figure gives most by chance
        elif best is not None:
            _key, y, right = best
            self._announce(row, right, self._share_of(y), plain, y)
            if len(right) > _FEWEST:
                self.known = (row[-1].last, y, _group(row))
                if len(right) == len(row):
                    self._sum_of(row, y)
        elif not self._as_before(row, plain):
            if len(row) > _FEWEST:
                self._own_sum(row, plain)
            elif not self._each_other(row) and plain:
                self._both_of(row)

    def _each_other(self, row: Sequence[Pair]) -> bool:
        """Announce two shares that are all of one whole by their rates, where they are shares of
        their own sum: "đã làm 640 việc, đạt 80%; chưa làm 160 việc, chiếm 20%"; True where so."""
        x, y = row
        if self.b.q[x.p].value + self.b.q[y.p].value != HUNDRED:
            return False
        if self.b.q[x.x].unit != self.b.q[y.x].unit:
            return False
        options = [
            (pair, Option("portion", (self.b.op(pair.x), self.b.op(other.x))))
            for pair, other in ((x, y), (y, x))
        ]
        if not all(agrees(o, self.b.q[pair.p], self.by_id) for pair, o in options):
            return False
        for pair, option in options:
            scope = self._scope(pair, None)
            self.b.add("share", pair.p, [option], scope, "silent", "rel.common-whole")
        return True

    def _both_of(self, row: Sequence[Pair]) -> None:
        """Announce the shares of two parts that are all of a whole, where only one agrees: "1.240
        em dự thi: 1.178 em đỗ, đạt 95%; 62 em trượt, chiếm 6%"."""
        total = sum((self.b.q[pair.x].value for pair in row), Decimal(0))
        unit = self.b.q[row[0].x].unit
        y = next(
            (
                k
                for k in self._candidates(row)
                if self.b.q[k].value == total and self.b.same.akin(self.b.q[k].unit, unit)
            ),
            None,
        )
        right = [] if y is None else [pair for pair in row if self._is_share(pair, y)]
        if y is None or len(right) != 1 or {self.b.q[pair.x].unit for pair in row} != {unit}:
            return
        for pair in row:
            if pair in right or not self._explained(pair, row, y):
                bond: Bond = "silent" if pair in right else "unexplained"
                option = self._share_of(y)(pair.x)
                scope = self._scope(pair, y)
                self.b.add("share", pair.p, [option], scope, bond, "rel.common-whole")

    def _sum_of(self, row: Sequence[Pair], y: int) -> None:
        """Announce that the parts of a row are all of its whole, where they are; the nearest of
        the places where that is told."""
        parts = Option("sum", tuple(self.b.op(pair.x) for pair in row))
        if agrees(parts, self.b.q[y], self.by_id):
            value = self.b.q[y].value
            t = next((k for k in self._candidates(row) if self.b.q[k].value == value), y)
            self.b.add("sum", t, [parts], self._scope(row[0], t), "silent", "rel.common-whole")

    def _share_of(self, y: int) -> Callable[[int], Option]:
        return lambda x: self.b.percent(x, y)

    def _as_before(self, row: Sequence[Pair], plain: bool) -> bool:
        """True where the row goes on with the shares of the row before it: one of them agrees on
        its whole. The others are announced as well."""
        if self.known is None:
            return False
        last, y, group = self.known
        apart = self.b.frames[row[0].first].block - self.b.frames[last].block
        right = [pair for pair in row if self._is_share(pair, y)]
        if not right or apart > 1 or row[0].named or row[0].first <= last:
            return False
        self._announce(row, right, self._share_of(y), plain, y, group)
        return True

    def _portion(self, row: Sequence[Pair], x: int) -> Option:
        """Part `x` as a share of what the parts of its row add up to."""
        rest = [self.b.op(pair.x) for pair in row if pair.x != x]
        return Option("portion", (self.b.op(x), *rest))

    def _of_their_sum(self, row: Sequence[Pair]) -> bool:
        """True for three or more parts of one unit that are all told as shares of their sum."""
        if len(row) <= _FEWEST or len({self.b.q[pair.x].unit for pair in row}) > 1:
            return False
        shares = ((self._portion(row, pair.x), self.b.q[pair.p]) for pair in row)
        return all(agrees(share, p, self.by_id) for share, p in shares)

    def _own_sum(self, row: Sequence[Pair], plain: bool) -> None:
        """Shares of what the parts themselves add up to, of the level far away that is just that
        where there is one."""
        if len({self.b.q[pair.x].unit for pair in row}) > 1:
            return
        y = self._far_total(row)

        def share(x: int) -> Option:
            return self._portion(row, x) if y is None else self.b.percent(x, y)

        right = [x for x in row if agrees(share(x.x), self.b.q[x.p], self.by_id)]
        if len(right) >= max(_FEWEST, len(row) - 1):
            self._announce(row, right, share, plain, y)
            if len(right) == len(row) and y is None:
                self._close(row)

    def _close(self, row: Sequence[Pair]) -> None:
        """Bind the sum of parts strongly whose shares of themselves all agree: they leave nothing
        out, so that a whole that says otherwise is wrong; not where another level is their sum."""
        total = sum((self.b.q[pair.x].value for pair in row), Decimal(0))
        if any(self.b.q[k].value == total for k in self._candidates(row)):
            return
        parts = {self.b.q[pair.x].id for pair in row}
        for i, a in enumerate(self.b.found):
            if a.kind == "sum" and a.options[0].ids == parts:
                self.b.found[i] = replace(a, bond="strong", options=a.options[:1])

    def _far_total(self, row: Sequence[Pair]) -> int | None:
        """The level before a row, of its unit, that its parts add up to."""
        total = sum((self.b.q[pair.x].value for pair in row), Decimal(0))
        unit, first = self.b.q[row[0].x].unit, row[0].first
        if total < _LARGE or unit is None:
            return None
        before = range(first - 1, max(-1, first - 1 - _FAR), -1)
        alike = (k for k in before if self.b.q[k].value == total and self.b.q[k].unit == unit)
        return next((k for k in alike if self._level(k)), None)

    def _announce(
        self,
        row: Sequence[Pair],
        right: Sequence[Pair],
        share: Callable[[int], Option],
        sure: bool,
        y: int | None,
        group: str | None = None,
    ) -> None:
        """Announce shares: those that agree, and those that do not where all stand in one list
        (`sure`), or beside one that agrees as two others do; `group` is that of a row before,
        whose whole is meant."""
        most = group is not None or len(right) > len(row) - len(right)
        group = group or _group(row)
        for pair in row:
            fine = pair in right
            beside = sure or (len(right) > _FEWEST and self._beside_one(pair, right))
            if not fine and (not beside or not most or self._explained(pair, row, y)):
                continue
            self.b.add(
                "share", pair.p, [share(pair.x)], self._scope(pair, y),
                "silent" if fine else "group", "rel.common-whole", group=group,
            )  # fmt: skip

    def _beside_one(self, pair: Pair, right: Sequence[Pair]) -> bool:
        """True where a share that agrees stands in the sentence of `pair`."""
        sentence = self.b.frames[pair.x].sentence
        return any(self.b.frames[other.x].sentence == sentence for other in right)

    def _scope(self, pair: Pair, y: int | None) -> Scope:
        return self.b.scope(pair.x, pair.p) if y is None else self.b.scope(pair.x, pair.p, y)

    def _explained(self, pair: Pair, row: Sequence[Pair], y: int | None) -> bool:
        """True where the pair may be a share of something else, told near or not at all."""
        x, p = self.b.q[pair.x], self.b.q[pair.p]
        if p.value >= 100:
            return True
        if y is not None and (x.value > self.b.q[y].value or not self.b.same(x, self.b.q[y])):
            return True
        others = [*self._candidates(row), *(other.x for other in row if other != pair)]
        far = range(max(0, row[0].first - _FAR), row[0].first)
        alike = (k for k in far if self._level(k) and self.b.q[k].unit == x.unit)
        return any(self._is_share(pair, k) for k in (*others, *alike))

    def _is_share(self, pair: Pair, y: int) -> bool:
        x, p, whole = self.b.q[pair.x], self.b.q[pair.p], self.b.q[y]
        if x.value > whole.value or not whole.value or not fits(self.b, whole, x):
            return False
        if x.step / x.value + whole.step / whole.value > COARSE:
            return False  # "hơn 1 tỷ" of "gần 3 tỷ" is nearly any share
        spread = float(p.step) + 1 + float(whole.step / whole.value) * 100
        if abs(float(x.value / whole.value) * 100 - float(p.value)) > spread:
            return False
        return agrees(self.b.percent(pair.x, y), p, self.by_id)

    def _candidates(self, row: Sequence[Pair]) -> list[int]:
        """Figures that may be the whole of a row, the likeliest first: before it in its block,
        above its list, right after it, in the paragraphs before."""
        first, last = row[0].first, row[-1].last
        block = self.b.frames[first].block
        reach = _BLOCKS + self.pairs.alone(row[0])  # and the line that names it
        own = {pair.x for pair in row}
        before: list[int] = []
        far: list[int] = []
        for k in range(first - 1, max(-1, first - 1 - _BACK_REACH), -1):
            apart = block - self.b.frames[k].block
            if apart > reach:
                break
            (far if apart else before).append(k)
        told = [self.b.told[pair.p] for pair in row if pair.p in self.b.told]
        found = [*told, *before, *self.leads.get(block, ()), *self._after(last), *far]
        return [k for k in dict.fromkeys(found) if k not in own and self._level(k)]

    def _after(self, last: int) -> Iterator[int]:
        """Figures right after a row, where words call them a total."""
        frames, q = self.b.frames, self.b.q
        sentence = frames[last].sentence
        moved = False
        for k in range(last + 1, min(len(q), last + 4)):
            if frames[k].sentence != sentence:
                if moved or frames[k].block > frames[last].block + 1:
                    return
                moved, sentence = True, frames[k].sentence
            low = max(q[k - 1].full_ve, sentence[0])
            if _TOTAL.search(self.folded, low, q[k].vs):
                yield k


def _group(row: Sequence[Pair]) -> str:
    """What the shares of one row are known by."""
    return f"whole-{row[0].p}"
