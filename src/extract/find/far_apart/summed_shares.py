"""Shares of parts that add up to their whole, with two digits exchanged.

"Tổng số lượt khám: 164.820 lượt. Khám BHYT 138.449 lượt (chiếm 48%), viện phí 26.371 lượt": what
adds up tells the whole of the share, be it told right behind its part or by the names of both
("Nhóm công nghiệp chiếm 58% tổng kim ngạch").
"""

from __future__ import annotations

from extract.find.binding.agreed import agreed
from extract.find.binding.moments import Moments
from extract.find.binding.summands import countable
from extract.find.shares.named_shares import NamedShares
from extract.find.shares.share_pairs import Pair, Pairs
from extract.rules.wording import wording
from extract.values.formulas import HUNDRED

_OF_IT = wording("summed_shares.of_it")
_AROUND = ("rel.nearby", "rel.proof", "rel.remainder-far")  # sums found by looking around
_LARGE = 1000  # a whole that such a sum makes by no chance
_DIGITS = 2  # digits of a rate two of which are exchanged
_PARTS = 2
_RULE = "rel.summed-share"


class SummedShares(NamedShares):
    """Announces the shares, of parts of a sum that agrees, that only exchanged digits explain."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        self._wholes = self._summed()

    def run(self) -> None:
        """Look at every share that no relation explains so far."""
        for pair in self.b.once(Pairs).all:
            if pair.x in self._wholes and self._open(pair.p) and self._of_it(pair):
                self._look(pair.p, [(pair.x, y) for y in sorted(self._wholes[pair.x])])
        for n, p in enumerate(self.b.q):
            if p.unit != "%" or p.direction is not None or not self._open(n):
                continue
            part, whole = self._names(n)
            if len(part) >= _PARTS and whole:
                self._look(n, self._bearers(n, part, whole))

    def _summed(self) -> dict[int, set[int]]:
        """part -> wholes: the levels that a sum which agrees has told to be of one."""
        found: dict[int, set[int]] = {}
        for a, option in agreed(self.b, "sum"):
            t = self.b.place[a.stated]
            chance = a.rule.startswith(_AROUND) and self.b.q[t].value < _LARGE
            plain = countable(self.b.q[t]) and self.b.q[t].direction is None
            parts = [self.b.place[o.quantity] for o in option.operands if o.weight == 1]
            added = len(parts) >= max(_PARTS, len(option.operands))
            if added and plain and not chance and self.b.checked(t):
                for k in parts:
                    found.setdefault(k, set()).add(t)
        return found

    def _open(self, n: int) -> bool:
        """True where nothing explains rate `n` so far and the text ties it to no other level."""
        told = self.stated.get(self.b.q[n].id, ())
        tied = n in self.b.told or any(a.bond not in ("silent", "open") for a in told)
        return self.b.checked(n) and not tied and not self.settled(n, "share", "percent")

    def _of_it(self, pair: Pair) -> bool:
        """True where a rate right behind its part is told as a share, of a whole it does not
        name."""
        if pair.named or pair.x > pair.p:
            return False
        return _OF_IT.fullmatch(self.b.between(pair.x, pair.p)) is not None

    def _bearers(
        self, n: int, part: frozenset[str], whole: frozenset[str]
    ) -> list[tuple[int, int]]:
        """The parts and wholes of the window of share `n` that bear two names."""
        low, high = self.window(n, n)
        return [
            (x, y)
            for x in range(low, high)
            if x in self._wholes and part <= self.words(x)
            for y in sorted(self._wholes[x])
            if whole <= self.words(y)
        ]

    def _look(self, n: int, pairs: list[tuple[int, int]]) -> None:
        """Announce the one part and whole whose share figure `n` is, but for its digits."""
        q = self.b.q
        if len({(q[x].value, q[y].value) for x, y in pairs}) != 1:
            return
        x, y = pairs[-1]
        if self.exchanged(n, q[x].value / q[y].value * HUNDRED, _DIGITS):
            option = self.b.percent(x, y)
            self.b.add("share", n, [option], self.b.scope(x, y, n), "unexplained", _RULE)
