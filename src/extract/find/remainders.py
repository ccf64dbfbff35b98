"""What is left of a total whose words tell it, over the parts of what is done already.

"Tiếp nhận 1.250 hồ sơ. Đã giải quyết 1.180 hồ sơ, gồm 1.150 hồ sơ đúng hạn và 30 hồ sơ quá hạn; số
còn lại 70 hồ sơ đang xử lý": the rest of what was received less what is done, not of the two
figures nearest to it. One that does not agree is an error only where a slip of a digit explains it.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.find.comparable import TIME
from extract.find.distant import Distant, Levels
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Announced, Option
from extract.rules.wording import Asked, wording
from extract.values.formula import agrees

_LEFT = wording("remainders.left")
_LEFT_AFTER = wording("remainders.left_after")
_DONE = wording("remainders.done")
_RECEIVED = wording("remainders.received")
_MISSING = wording("remainders.missing")
_AHEAD = 6  # figures behind a share among which the rest is looked for
_LEAST = 2  # digits of a rest that a slip is told of


def find_remainders(levels: Levels) -> None:
    """Announce what is left of a total received and what is done of it."""
    search = Remainders(levels)
    search.run()
    search.of_shares()


class Remainders(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every figure that is told as what is left."""
        for c, q in enumerate(self.b.q):
            if not self.level(c) or q.unit is None or not self._left(c):
                continue
            if self.settled(c, "difference"):
                continue
            near = list(self._near(c))
            done = next((k for k in near if self._tells(_DONE, k)), None)
            if done is None:
                continue
            total = next((k for k in near if k < done and self._tells(_RECEIVED, k)), None)
            if total is None or self.b.q[total].value <= self.b.q[done].value:
                continue
            self._add(c, total, done)

    def of_shares(self) -> None:
        """Look at what is left right after a share: "giải ngân 3.402 tỷ đồng, bằng 57,9% kế hoạch;
        còn 2.472 tỷ đồng", of the level that the share is found to be of."""
        index = {q.id: n for n, q in enumerate(self.b.q)}
        for a in list(self.b.found):
            option = next((o for o in a.options if self._explains(o, a)), None)
            if option is None:
                continue
            n, part, whole = (index[x] for x in (a.stated, *(o.quantity for o in option.operands)))
            c = self._rest_after(n, self.b.q[whole].unit)
            alike = self.b.q[part].unit == self.b.q[whole].unit
            if c is None or not alike or not self.b.checked(part, whole):
                continue
            if not self.settled(c, "difference"):
                self._add(c, whole, part)

    def _rest_after(self, n: int, unit: str | None) -> int | None:
        """The first level of a unit behind share `n` in its sentence, past rates, spans of time and
        brackets, if it is told as what is left or missing."""
        since = self.b.q[n].ve
        for c in range(n + 1, min(len(self.b.q), n + _AHEAD)):
            q = self.b.q[c]
            if self.b.frames[c].sentence != self.b.frames[n].sentence:
                return None
            if q.unit in TIME:
                continue
            if q.unit in PERCENT_UNITS or self.b.brackets.around(q.vs) != self.b.brackets.around(
                self.b.q[n].vs
            ):
                since = q.ve
                continue
            fits = self.level(c) and q.unit == unit
            return c if fits and _MISSING.search(self.folded[since : q.vs]) else None
        return None

    def _explains(self, option: Option, a: Announced) -> bool:
        pair = option.formula == "percent" and len(option.operands) == 2 and a.kind == "share"
        return pair and agrees(option, self.by_id[a.stated], self.by_id)

    def _left(self, c: int) -> bool:
        before = self.b.clause_before(c)
        if _LEFT.search(before):
            return True
        return _LEFT_AFTER.match(self.folded, self.b.q[c].ve) is not None

    def _add(self, c: int, total: int, done: int) -> None:
        """Announce figure `c` as the rest of a total, if it agrees or is a slip of what would."""
        option = Option("sum", (self.b.op(total), self.b.op(done, -1)))
        fine = agrees(option, self.b.q[c], self.by_id)
        if fine or self.slipped(c, self.b.q[total].value - self.b.q[done].value, _LEAST):
            scope = self.b.scope(total, done, c)
            bond = "silent" if fine else "unexplained"
            self.b.add("difference", c, [option], scope, bond, "rel.remainder-far")

    def _tells(self, words: Asked, k: int) -> bool:
        return words.search(self.b.clause_before(k)) is not None

    def _near(self, c: int) -> Iterator[int]:
        """Levels of the unit of figure `c` before it, outside brackets, the nearest first."""
        for k in self.back(c):
            if (
                self.akin(self.b.q[k], self.b.q[c])
                and self.level(k)
                and self.b.visible(k, self.b.q[c].vs)
            ):
                yield k
