"""Shares of one whole at two times: "nông nghiệp từ 38,1% xuống còn 31,2%; công nghiệp từ 35,2% lên
40,3%; dịch vụ từ 26,7% lên 28,5%".

Where the shares of one time come to 100%, they are all of one whole: then so are those of the other
time, and where what each moved by is told ("nông nghiệp 31,2%, giảm 6,9%; công nghiệp …"), as much
rose as fell. Where these do not, by little or by a slip, they contradict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.find.binding.distant import Distant
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS

_MOVED = wording("moved_shares.moved")
_NEXT = wording("moved_shares.next")
_FEWEST = 3  # shares of one whole that come to 100% hardly by chance
_CLOSE = Decimal("0.1")  # points off 100 that rounding explains
_OFF = 2  # points off 100 that need no slip to explain them
_LEAST = 2  # digits of a share that a slip is told of
_RULE = "rel.moved-shares"


class MovedShares(Distant):
    """Announces the shares before, and those after, as all of one whole."""

    def run(self) -> None:
        """Look at every run of shares that moved."""
        for levels in self._changed():
            if len(levels) >= _FEWEST and self._off(levels) <= _CLOSE:
                self._add(levels)
                self._balance([k + 1 for k in levels])
        for pairs in self._runs():
            if len(pairs) < _FEWEST:
                continue
            times = [[pair[k] for pair in pairs] for k in (0, 1)]  # before, after
            if any(self._off(shares) <= _CLOSE for shares in times):
                for shares in times:
                    self._add(shares)

    def _runs(self) -> Iterator[list[tuple[int, int]]]:
        """The pairs of shares, before and after, that follow each other; what each moved by may
        stand behind it."""
        run: list[tuple[int, int]] = []
        k, end = 0, 0
        while k + 1 < len(self.b.q):
            if self._pair(k):
                if run and not _NEXT.fullmatch(self.folded, self.b.q[end].ve, self.b.q[k].vs):
                    yield run
                    run = []
                run.append((k, k + 1))
                k = end = k + 2 if self._change(k + 2) else k + 1
            k += 1
        yield run

    def _changed(self) -> Iterator[list[int]]:
        """The shares of each sentence that stand in a row, each with what it moved by behind it."""
        for start, end in self.sentences():
            run: list[int] = []
            k = start
            while k + 1 < end:
                if self._share(k) and self._change(k + 1):
                    run.append(k)
                    k += 2
                    continue
                yield run
                run, k = [], k + 1
            yield run

    def _balance(self, changes: Sequence[int]) -> None:
        """Announce the largest of some changes as what the others, told the other way, come to."""
        q = self.b.q
        t = max(changes, key=lambda k: q[k].value)
        others = [k for k in changes if k != t]
        weights = [-1 if q[k].direction == q[t].direction else 1 for k in others]
        if max(weights) < 0 or not self.b.checked(*changes):
            return  # growth rates, all of which rose
        pairs = zip(others, weights, strict=True)
        option = Option("sum", tuple(self.b.op(k, w) for k, w in pairs))
        fine = agrees(option, q[t], self.by_id)
        if fine or self.sum_slipped(t, others, signs=weights):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("sum", t, [option], self.b.scope(*changes), bond, "rel.moved-balance")

    def _change(self, k: int) -> bool:
        q = self.b.q[k : k + 1]
        return bool(q) and q[0].unit in PERCENT_UNITS and q[0].direction is not None

    def _pair(self, k: int) -> bool:
        """True where share `k` moved to the next figure."""
        q = self.b.q
        if not (self._share(k) and self._share(k + 1) and self.b.one_sentence(k, k + 1)):
            return False
        return _MOVED.fullmatch(self.folded, q[k].ve, q[k + 1].vs) is not None

    def _share(self, k: int) -> bool:
        p = self.b.q[k]
        plain = p.unit == "%" and p.of is None and p.value_to is None and p.bound is None
        return plain and 0 < p.value < HUNDRED and self.b.checked(k)

    def _off(self, shares: Sequence[int]) -> Decimal:
        """How far some shares are off 100%."""
        return abs(sum((self.b.q[k].value for k in shares), -HUNDRED))

    def _add(self, shares: Sequence[int]) -> None:
        """Announce the last of some shares as what the others leave."""
        n, q = shares[-1], self.b.q
        option = Option("rest", tuple(self.b.op(k) for k in shares[:-1]))
        gap = sum((q[k].value for k in shares), -HUNDRED)
        fine = agrees(option, q[n], self.by_id)
        if (
            fine
            or abs(gap) <= _OFF
            or any(self.slipped(k, q[k].value - gap, _LEAST) for k in shares)
        ):
            bond: Bond = "silent" if fine else "unexplained"
            self.b.add("sum", n, [option], self.b.scope(*shares), bond, _RULE)
