"""Products whose count stands in another paragraph under the same name.

"Tiểu học: 2.992 lớp …" and, further down, "tiểu học 1,5 giáo viên/lớp, cần 4.488 người": the rate
tells what it is for, its clause the name that the count bears too, or the list item it stands in.
"""

from __future__ import annotations

import re

from extract.find.binding.comparable import AVERAGE, telling_words
from extract.find.binding.distant import Distant
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, evaluate
from extract.values.letters import WORD

_CLAUSE = re.compile(r"[.,;:()\n]")
_LINK = wording("far_products.link")
_FIRST = 4  # figures of a list item before the count
_HEAD = 60  # characters at the head of a list item that name it
_BACK = 120  # figures before a rate among which its count is looked for
_PAIR = 24  # characters after a count in which a second name of what it counts stands
_NAME = 2  # words that name a sort of things


class FarProducts(Distant):
    """Announces the products whose count stands in another paragraph."""

    def run(self) -> None:
        """Look at every rate with its total right after it."""
        told = {
            o.quantity for a in self.b.found if a.kind == "product" for o in a.options[0].operands
        }
        for r, q in enumerate(self.b.q[:-1]):
            rate = q.per is not None and q.value > 0 and q.value_to is None and q.of is None
            if not rate or q.id in told or not self.b.checked(r) or not self._total(r):
                continue
            name = self._name(r)
            if len(name) < _NAME:
                continue
            counts = [k for k in range(max(0, r - _BACK), r) if self._counts(k, r, name)]
            self._announce(r, counts[::-1])

    def _total(self, r: int) -> bool:
        """True where the figure right after rate `r` is told as what it comes to."""
        t, rate = self.b.q[r + 1], self.b.q[r]
        alike = t.unit == rate.unit or self.b.same.units(t.unit, rate.unit)
        if not alike or not self.level(r + 1) or t.value <= rate.value:
            return False
        return _LINK.fullmatch(self.folded, rate.ve, t.vs) is not None

    def _name(self, r: int) -> frozenset[str]:
        """The words that name what rate `r` is the rate of, in its clause before it."""
        low = max(self.b.frames[r].sentence[0], self.b.q[r - 1].full_ve if r else 0)
        clause = _CLAUSE.split(self.folded[low : self.b.q[r].vs])[-1]
        return telling_words(clause)

    def _counts(self, k: int, r: int, name: frozenset[str]) -> bool:
        """True where figure `k` counts what rate `r` is for, under the same name."""
        q, per = self.b.q[k], self.b.q[r].per
        if not self.level(k) or q.unit is None or per is None or q.step:
            return False
        if self.b.one_block(k, r):
            return False
        second = self.folded[q.ve : q.ve + _PAIR].split(", ")[1:2]  # "2.085 nhóm, lớp"
        if not self.b.same.akin(q.unit, per) and per not in second:
            return False
        return name <= self.words(k) | self._item(k)

    def _item(self, k: int) -> frozenset[str]:
        """The words at the head of the list item that figure `k` stands in, up to its colon."""
        n, first = k, max(0, k - _FIRST)
        while n > first and self.b.one_block(n - 1, k):
            n -= 1
        low = self.b.frames[n].sentence[0]
        head, colon, _ = self.folded[low : self.b.q[n].vs].partition(":")
        return frozenset(WORD.findall(head)) if colon and len(head) <= _HEAD else frozenset()

    def _announce(self, r: int, counts: list[int]) -> None:
        """Keep the count that agrees, else the only one that a slip leads away from."""
        t = self.b.q[r + 1]
        average = AVERAGE.search(self.b.clause_before(r)) is not None
        options = [
            (k, Option("average" if average else "product", (self.b.op(k), self.b.op(r))))
            for k in counts
        ]
        for k, option in options:
            if agrees(option, t, self.by_id):
                self._add(r, k, option, "silent")
                return
        if len({self.b.q[k].value for k in counts}) == 1:
            k, option = options[0]
            outcome = evaluate(option, t, self.by_id)
            if outcome and outcome.computed and self.slipped(r + 1, outcome.computed):
                self._add(r, k, option, "unexplained")

    def _add(self, r: int, k: int, option: Option, bond: Bond) -> None:
        self.b.add(
            "product", r + 1, [option], self.b.scope(k, r, r + 1), bond, "rel.far-product"
        )  # fmt: skip
