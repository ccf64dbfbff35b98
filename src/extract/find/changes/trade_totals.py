"""Totals of trade told apart from their two terms, and balances of trade by who trades.

"Tổng kim ngạch xuất nhập khẩu đạt 9,36 tỷ USD … Trong đó, xuất khẩu đạt 5,12 tỷ USD, tăng 4%. Nhập
khẩu đạt 4,24 tỷ USD": exports and imports of the time of the total, some sentences on. "xuất siêu
1,4 tỷ USD, trong đó khu vực trong nước nhập siêu 2,1 tỷ USD; khu vực FDI xuất siêu 3,5 tỷ USD": a
surplus less a deficit. Where they do not agree, one slip must explain it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.binding.distant import is_level
from extract.find.binding.moments import Moments
from extract.find.binding.slip_search import sum_slip
from extract.find.changes.balances import Balances
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees

_BOTH = wording("trade_totals.both")
_DEFICIT = wording("balances.deficit")
_SURPLUS = wording("balances.surplus")
_REACH = 16  # figures behind a total among which its terms are told
_BLOCKS = 3  # paragraphs behind it
_DIGITS = 4  # of a figure that a slip is told of
_FEW = 3  # the same of a balance


def find_trade_totals(binder: Moments) -> None:
    """Announce totals of trade, and balances, whose terms the text tells after them."""
    if "khẩu" in binder.folded or "siêu" in binder.folded:
        TradeTotals(binder).run()


class TradeTotals(Balances):
    """The search for one document."""

    def run(self) -> None:
        """Look at every total and every balance."""
        for n, x in enumerate(self.b.q):
            if not is_level(self.b, n):
                continue
            before = self._before(n)
            if _BOTH.search(before):
                self._total(n)
                self._concluded(n)
            elif x.step and (sign := _sign(before)):
                self._balances(n, sign)

    def _total(self, t: int) -> None:
        """Announce the first exports and imports behind a total of its time that add up to it, or
        would but for a slip."""
        told: dict[str, list[int]] = {"exports": [], "imports": []}
        frames = self.b.frames
        for k in range(t + 1, min(len(frames), t + 1 + _REACH)):
            if frames[k].block - frames[t].block > _BLOCKS:
                break
            before = self._before(k)
            if _BOTH.search(before) and is_level(self.b, k) and self._time(k) == self._time(t):
                break  # another total
            name = self._term(k, t)
            if name is not None and self._time(k) == self._time(t):
                told[name].append(k)
        if not self._agreeing(t, told) and told["exports"] and told["imports"]:
            parts = [told["exports"][0], told["imports"][0]]
            option = self.b.sum_of(parts)
            if self._is_slip(t, option, _DIGITS):
                self._add(t, option, parts, "unexplained")

    def _concluded(self, t: int) -> None:
        """Announce the last exports and imports before a total that add up to it: "Như vậy, tổng
        kim ngạch xuất nhập khẩu đạt 72,3 tỷ USD"."""
        frames = self.b.frames
        told: dict[str, list[int]] = {"exports": [], "imports": []}
        for k in range(t - 1, max(-1, t - 1 - _REACH), -1):
            if frames[t].block - frames[k].block > _BLOCKS + 1:
                break
            name = self._term(k, t)
            if name is not None and not _BOTH.search(self._before(k)):
                told[name].append(k)
        self._agreeing(t, told)

    def _term(self, k: int, t: int) -> str | None:
        """ "exports" or "imports" where figure `k` tells them, in the unit of total `t`."""
        before = self._before(k)
        if _sign(before) or not is_level(self.b, k) or not self.b.same(self.b.q[k], self.b.q[t]):
            return None
        return self._named(before)

    def _agreeing(self, t: int, told: dict[str, list[int]]) -> bool:
        """Announce the first exports and imports that add up to total `t`; True where some do."""
        for e in told["exports"]:
            for i in told["imports"]:
                option = self.b.sum_of((e, i))
                if agrees(option, self.b.q[t], self.by_id):
                    self._add(t, option, [e, i], "silent")
                    return True
        return False

    def _balances(self, n: int, sign: int) -> None:
        """Announce the balances told in the rest of a sentence that add up to balance `n`."""
        parts, signs = [], []
        for k in range(n + 1, min(len(self.b.q), n + 1 + _REACH)):
            if not self.b.one_sentence(k, n):
                break
            own = _sign(self._before(k))
            if not self.b.visible(k, self.b.frames[n].sentence[1]):
                continue  # "(cùng kỳ nhập siêu 3,6 tỷ USD)"
            if own and is_level(self.b, k) and self.b.same(self.b.q[k], self.b.q[n]):
                parts.append(k)
                signs.append(own * sign)
        if len(parts) < 2 or len(set(signs)) < 2:
            return
        terms = zip(parts, signs, strict=True)
        option = Option("sum", tuple(self.b.op(k, s) for k, s in terms))
        self._take_back(n)
        if agrees(option, self.b.q[n], self.by_id):
            self._add(n, option, parts, "silent")
        elif self._is_slip(n, option, _FEW):
            self._add(n, option, parts, "unexplained")

    def _take_back(self, n: int) -> None:
        """Take back the sums of balance `n` found so far: a deficit is no part of a surplus."""
        q = self.b.q[n]
        self.b.take_back(
            lambda a: (
                a.kind == "sum"
                and a.stated == q.id
                and not any(agrees(o, q, self.by_id) for o in a.options)
            )
        )

    def _is_slip(self, t: int, option: Option, least: int) -> bool:
        """True where one slip, in a figure of so many digits, leads the terms away from `t`."""
        parts = [self.by_id[o.quantity] for o in option.operands]
        return sum_slip(self.b.q[t], parts, least, signs=[int(o.weight) for o in option.operands])

    def _add(self, n: int, option: Option, parts: Sequence[int], bond: Bond) -> None:
        self.b.add("sum", n, [option], self.b.scope(n, *parts), bond, "rel.trade-total")


def _sign(words: str) -> int:
    """1 where words tell a surplus, -1 a deficit, 0 neither."""
    if _DEFICIT.search(words):
        return -1
    return 1 if _SURPLUS.search(words) else 0
