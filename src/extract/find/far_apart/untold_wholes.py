"""What the shares of parts tell of their whole: that it is another one, or that parts are left out.

"Với 90 đại biểu bỏ phiếu: tín nhiệm cao 73, chiếm 77,66%; tín nhiệm 11, chiếm 11,7%": all rates are
those of 94 delegates, who are not told, so that none contradicts the 90. "240 phiếu, trong đó 120
phiếu hài lòng, chiếm 50%; 90 phiếu chưa hài lòng, chiếm 37,5%": the rates themselves say that these
are not all.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor

from extract.find.binding.search import Search
from extract.model import Announced, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS

_PRESENT = wording("untold_wholes.present")
_VOTES = wording("untold_wholes.votes")
_FEWEST = 2  # shares that must agree on one untold whole
_MOST = Decimal("1.25")  # how many times those present all may be
_FINE = Decimal("0.01")  # step of a rate that alone tells its whole
_AROUND = 60  # characters around a whole that say that it is of those present


class UntoldWholes(Search):
    """Takes back what was announced of wholes that the shares themselves say are not meant."""

    def run(self) -> None:
        """Look at all shares and sums that contradict."""
        freed = self._of_others() | self._of_voters()
        self._taken = {
            (a.options[0].operands[0].quantity, a.stated)
            for a in self.b.found
            if a.kind == "share" and a.options[0].operands
        }
        self.b.take_back(
            lambda a: (
                (a.kind == "share" and a.stated in freed and not self._right(a))
                or (a.kind == "sum" and a.bond != "silent" and self._left_out(a))
            )
        )

    def _right(self, a: Announced) -> bool:
        return any(self.b.agrees(o, a.stated) for o in a.options)

    def _of_others(self) -> set[str]:
        """The rates that agree with each other on a whole that is not told, and with none told."""
        missed: dict[str, dict[str, Announced]] = {}
        met: set[str] = set()
        for a in self.b.found:
            if a.kind != "share":
                continue
            wholes = {o.operands[1].quantity for o in a.options if _of_whole(o)}
            if self._right(a):
                met |= wholes | {a.stated}
            elif wholes and a.bond != "silent":
                for y in wholes:
                    missed.setdefault(y, {}).setdefault(a.stated, a)
        freed: set[str] = set()
        for y, row in missed.items():
            rates = [a for p, a in row.items() if p not in met]
            if y not in met and rates and self._agree(y, rates):
                freed.update(a.stated for a in rates)
        return freed

    def _of_voters(self) -> set[str]:
        """The rates of votes x/y, told finely, that are those of one larger whole: of all members,
        where y voted: "449/489 đại biểu có mặt tán thành, chiếm 90,52%" of 496."""
        found: set[str] = set()
        for a in self.b.found:
            option, rate = a.options[0], self.by_id[a.stated]
            if a.kind != "share" or option.formula != "percent" or len(option.operands) != 1:
                continue
            votes = self.by_id[option.operands[0].quantity]
            span = _whole_of(votes, rate)
            if votes.of is None or span is None or not _VOTES.fullmatch(votes.unit or ""):
                continue
            low, high = ceil(span[0]), floor(span[1])
            if low == high and votes.of < low <= votes.of * _MOST and not self._right(a):
                found.add(a.stated)
        return found

    def _agree(self, y: str, rates: Sequence[Announced]) -> bool:
        """True where all rates are shares of one whole, which is not figure `y`, nor what the parts
        add up to (then it is `y` that is wrong)."""
        whole = self.by_id[y]
        parts = [self.by_id[o.operands[0].quantity] for a in rates for o in a.options[:1]]
        spans = [_whole_of(x, self.by_id[a.stated]) for x, a in zip(parts, rates, strict=True)]
        if None in spans:
            return False
        low = max(s[0] for s in spans if s is not None)
        high = min(s[1] for s in spans if s is not None)
        if whole.step == 0:
            low, high = Decimal(ceil(low)), Decimal(floor(high))
        if low > high or low <= whole.value <= high:
            return False
        if len(rates) < _FEWEST:
            rate = self.by_id[rates[0].stated]
            return low == high and parts[0].vs > whole.vs and self._of_those_present(y, low, rate)
        added = sum((x.value for x in parts), Decimal(0))
        return not low <= added <= high

    def _of_those_present(self, y: str, value: Decimal, rate: Quantity) -> bool:
        """True where a single rate, told finely, may be that of all, of whom only those present
        are told: "478 đại biểu tham gia biểu quyết, 470 tán thành, chiếm 94,57%"."""
        n, whole = self.b.place[y], self.by_id[y]
        if whole.step or rate.step > _FINE or rate.value >= HUNDRED:
            return False
        if not whole.value < value <= whole.value * _MOST:
            return False
        low, high = self.b.frames[n].sentence
        low = max(low, whole.vs - _AROUND, self.b.q[n - 1].ve if n else 0)
        high = min(high, whole.ve + _AROUND, *(q.vs for q in self.b.q[n + 1 : n + 2]))
        return _PRESENT.search(self.b.folded, low, high) is not None

    def _left_out(self, a: Announced) -> bool:
        """True where each part of a sum has its share beside it, and these are less than all."""
        whole = self.by_id[a.stated]
        for option in a.options:
            if agrees(option, whole, self.by_id):
                return False
        parts = self.b.operands(a.options[0])
        if len(parts) < _FEWEST or any(o.weight != 1 for o in a.options[0].operands):
            return False
        shares = [self._share_beside(n) for n in parts]
        if None in shares:
            return False
        told = [self.b.q[k] for k in shares if k is not None]
        added = self.b.worth(parts)
        return added < whole.value and sum((p.high for p in told), Decimal(0)) < HUNDRED

    def _share_beside(self, n: int) -> int | None:
        """The rate right after figure `n` that a finder has taken for its share."""
        k = n + 1
        if k >= len(self.b.q) or self.b.q[k].unit not in PERCENT_UNITS:
            return None
        return k if (self.b.q[n].id, self.b.q[k].id) in self._taken else None


def _of_whole(option: Option) -> bool:
    return option.formula == "percent" and len(option.operands) == 2


def _whole_of(x: Quantity, p: Quantity) -> tuple[Decimal, Decimal] | None:
    """Between what the whole must lie of which figure `x` is the share `p`."""
    if p.unit != "%" or p.low <= 0:
        return None
    return x.low * HUNDRED / p.high, x.high * HUNDRED / p.low
