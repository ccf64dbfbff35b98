"""What is left after amounts that the text takes away by name, and what others lead to.

"Tổng số thụ lý 5.364 việc … Sau khi trừ số ủy thác 36 việc, thu hồi 6 việc, tổng số phải thi hành
là 5.322 việc": the last figure is a level told before, less those between ("nếu tính cả …": and
those between). One that does not agree is an error only where a slip explains it.
"""

from __future__ import annotations

from extract.find.binding.distant import Distant
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS

_TAKES = wording("deducted.takes")
_ADDS = wording("deducted.adds")
_LEAVES = wording("deducted.leaves")
_MOST = 5  # amounts that are taken away
_FAR = 12  # figures before them among which the whole is told
_BLOCKS = 1  # and paragraphs
_MOST_FAR = 400  # figures before them among which one told far above is looked for
_RULE = "rel.deducted"


class Deducted(Distant):
    """Announces what is left after amounts that the text takes away by name."""

    def run(self) -> None:
        """Look at all words that take amounts away, or add them."""
        for words, sign in ((_TAKES, -1), (_ADDS, 1)):
            for m in words.finditer(self.folded):
                self._look(m.start(), m.end(), sign)

    def _look(self, start: int, end: int, sign: int) -> None:
        """Announce what the words from `start` to `end` lead to."""
        q = self.b.q
        first = self.b.first_at(end)
        terms: list[int] = []
        for k in range(first, min(len(q), first + _MOST + 1)):
            if not self.b.one_sentence(k, first):
                return
            if q[k].unit in PERCENT_UNITS:
                continue
            if not self.level(k) or (terms and not self.akin(q[k], q[terms[0]])):
                return
            if terms and _LEAVES.search(self.folded, q[k - 1].full_ve, q[k].vs):
                self._announce(start, terms, k, sign)
                return
            terms.append(k)

    def _announce(self, start: int, terms: list[int], left: int, sign: int) -> None:
        """Announce figure `left` as what `terms` leave of the one level before `start` that agrees,
        or that only a slip keeps from agreeing."""
        q = self.b.q
        whole = q[left].value - sign * self.b.worth(terms)
        back = range(left - 1, max(-1, left - 1 - _MOST_FAR), -1)
        before = [k for k in back if q[k].ve <= start and self._fits(k, left)]
        near = [k for k in before[:_FAR] if self._is_near(k, left)]
        fine = next((k for k in near if q[k].value == whole), None)
        if fine is None:  # told far above
            alike = (k for k in before if q[k].unit is not None and q[k].unit == q[left].unit)
            fine = next((k for k in alike if q[k].value == whole), None)
        larger = (k for k in near if sign < 0 and q[k].value > q[left].value)
        wrong = [k for k in larger if self.sum_slipped(k, [*terms, left])]
        if fine is None and len(wrong) != 1:
            return
        t = wrong[0] if fine is None else fine
        option = Option("sum", (self.b.op(t), *(self.b.op(k, sign) for k in terms)))
        bond: Bond = "unexplained" if fine is None else "silent"
        scope = self.b.scope(t, *terms, left)
        self.b.add("difference" if sign < 0 else "sum", left, [option], scope, bond, _RULE)

    def _fits(self, k: int, left: int) -> bool:
        return self.level(k) and self.akin(self.b.q[k], self.b.q[left])

    def _is_near(self, k: int, left: int) -> bool:
        frames = self.b.frames
        return left - k <= _FAR and frames[left].block - frames[k].block <= _BLOCKS
