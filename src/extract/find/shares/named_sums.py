"""Sums that name their two terms: "gộp phòng thuộc sở với phòng thuộc chi cục, giảm 38 phòng",
"số hội viên (nam và nữ) là 412 người"; and what is left of a whole without a part that is named:
"thu nội địa không kể tiền sử dụng đất là 995 tỷ đồng".

Each term is the figure before, of the unit of the total and moving like it, whose clause holds the
words that tell its name from the other. Terms that agree confirm; where each name fits figures of
one value only, a total near their sum contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.find.binding.comparable import telling_words
from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.find.binding.summands import countable
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.letters import WORD

_JOINED = (
    wording("named_sums.gathered"),
    wording("named_sums.bracket"),
    wording("named_sums.both"),
)
_LESS = wording("named_sums.less")
_WITHOUT = wording("named_sums.without")
_CLAUSE = re.compile(r"[.;\n]")
_CLAUSE_REACH = 200  # characters before a figure in which its clause begins
_REACH = 60  # characters between the names and the total
_FIGURES = 40  # figures before the total among which its terms are looked for
_BLOCKS = 10  # paragraphs before it


class NamedSums(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every pair of names that a total is told of."""
        for pattern in _JOINED:
            for m in pattern.finditer(self.folded):
                t = self.b.first_at(m.end())
                if t == len(self.b.q) or self.b.q[t].vs - m.end() > _REACH:
                    continue
                if not self._counted(t) or m.start() < self.b.frames[t].sentence[0]:
                    continue
                first, second = (telling_words(m[group]) for group in ("a", "b"))
                if first - second and second - first:
                    self._add(t, first - second, second - first)
                elif first != second:  # "hộ nghèo và hộ cận nghèo": one name holds the other
                    short, long = sorted((first, second), key=len)
                    self._add(t, short, long - short, nested=True)

    def without(self) -> None:
        """Look at every figure that is told to leave a named part out."""
        for m in _WITHOUT.finditer(self.folded):
            t = self.b.first_at(m.end())
            if t == len(self.b.q) or self.b.q[t].vs != m.end() or not self._counted(t):
                continue
            low = max(self.b.frames[t].sentence[0], self.b.q[t - 1].ve if t else 0)
            whole = telling_words(_CLAUSE.split(self.folded[low : m.start()])[-1])
            part = telling_words(m["part"])
            if whole and part - whole and not self.settled(t, "difference"):
                self._left(t, whole, part - whole)

    def less(self) -> None:
        """Look at every figure told as one named figure less another: "kết dư (thu trừ chi) là …".
        The only two of these names contradict where a slip leads away from what they leave."""
        for m in _LESS.finditer(self.folded):
            t = self.b.first_at(m.end())
            if t == len(self.b.q) or self.b.q[t].vs != m.end() or not self._counted(t):
                continue
            first, second = telling_words(m["a"]), telling_words(m["b"])
            if not first or not second or self.settled(t, "difference"):
                continue
            self._left(t, first, second)
            ones = self._terms_of(t, first - second, second - first)
            others = self._terms_of(t, second - first, first - second)
            if self._one_value(ones) and self._one_value(others):
                left = self.b.q[ones[0]].value - self.b.q[others[0]].value
                if left != self.b.q[t].value and self.slipped(t, left):
                    option = self.b.less(ones[0], others[0])
                    scope = self.b.scope(ones[0], others[0], t)
                    self.b.add("difference", t, [option], scope, "unexplained", "rel.named-sum")

    def _terms_of(self, t: int, name: frozenset[str], other: frozenset[str]) -> list[int]:
        """Figures before figure `t` in its paragraph that bear a name and not the other."""
        return [
            k
            for k in range(t - 1, max(-1, t - 1 - _FIGURES), -1)
            if self.b.one_block(k, t)
            and self._counted(k)
            and self.akin(self.b.q[k], self.b.q[t])
            and name <= self.words(k)
            and not other <= self.words(k)
        ]

    def _left(self, t: int, whole: frozenset[str], part: frozenset[str]) -> None:
        """Announce figure `t` as what two figures of these names leave, if it agrees."""
        near = [
            k
            for k in range(t - 1, max(-1, t - 1 - _FIGURES), -1)
            if self._counted(k)
            and self.akin(self.b.q[k], self.b.q[t])
            and self.b.frames[t].block - self.b.frames[k].block <= _BLOCKS
        ]
        for x in (k for k in near if whole <= self.words(k)):
            for y in (k for k in near if part <= self.words(k) and k != x):
                option = self.b.less(x, y)
                if agrees(option, self.b.q[t], self.by_id):
                    scope = self.b.scope(x, y, t)
                    self.b.add("difference", t, [option], scope, "silent", "rel.named-sum")
                    return

    def _counted(self, k: int) -> bool:
        q = self.b.q[k]
        return countable(q) and q.of is None and q.bound is None and self.b.checked(k)

    def _said(self, k: int) -> frozenset[str]:
        """The words of the clause up to figure `k`, and of what it counts."""
        low = max(self.b.frames[k].sentence[0], self.b.q[k].vs - _CLAUSE_REACH)
        before = _CLAUSE.split(self.folded[low : self.b.q[k].vs])[-1]
        return frozenset(WORD.findall(before)) | self.words(k)

    def _terms(self, t: int, name: frozenset[str], other: frozenset[str]) -> list[int]:
        """The figures before total `t` that bear a name and not the other, the nearest first."""
        total, found = self.b.q[t], []
        for k in range(t - 1, max(-1, t - 1 - _FIGURES), -1):
            if self.b.frames[t].block - self.b.frames[k].block > _BLOCKS:
                break
            q = self.b.q[k]
            if not self._counted(k) or q.direction != total.direction or q.value >= total.value:
                continue
            if len({self.b.year(self.b.frames[n].period) for n in (k, t)} - {None}) > 1:
                continue
            if self.akin(q, total) and self._bears(k, name, other):
                found.append(k)
        return found

    def _bears(self, k: int, name: frozenset[str], other: frozenset[str]) -> bool:
        """True where figure `k` bears a name and not the other, by its own words or by those of
        the clause that leads to it."""
        own = self.words(k)
        if not (name <= own or other <= own):
            own = self._said(k)
        return name <= own and not (other and other <= own)

    def _add(
        self, t: int, first: frozenset[str], second: frozenset[str], *, nested: bool = False
    ) -> None:
        """Announce the two terms that add up to figure `t`, else the only ones of their names;
        `nested` where the words of the first name are in the second as well."""
        ones = self._terms(t, first, second)
        others = self._terms(t, second, frozenset() if nested else first)
        for x in ones:
            for y in others:
                if agrees(self._option(x, y), self.b.q[t], self.by_id):
                    self._announce(t, x, y, "silent")
                    return
        if self._one_value(ones) and self._one_value(others) and not self.settled(t, "sum"):
            self._announce(t, ones[0], others[0], "wide")

    def _one_value(self, ks: Sequence[int]) -> bool:
        return len({self.b.q[k].value for k in ks}) == 1

    def _option(self, x: int, y: int) -> Option:
        return self.b.sum_of((min(x, y), max(x, y)))

    def _announce(self, t: int, x: int, y: int, bond: Bond) -> None:
        scope = self.b.scope(x, y, t)
        self.b.add("sum", t, [self._option(x, y)], scope, bond, "rel.named-sum")


def find_named_sums(binder: Moments) -> None:
    """Announce the sums of two terms that are named."""
    search = NamedSums(binder)
    search.run()
    search.without()
    search.less()
