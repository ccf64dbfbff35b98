"""Balances of trade: exports less imports, told as a surplus or a deficit near them.

"xuất khẩu 35,6 tỷ USD, nhập khẩu 33,5 tỷ USD. Cán cân thương mại thặng dư 2,1 tỷ USD": the levels
of one time in the sentence of the balance or in the one before it; farther back the one pair that
agrees, else that of its time. A surplus where imports are the larger is an error of its own.
"""

from __future__ import annotations

import re

from extract.find.binding.distant import is_level
from extract.find.binding.moments import Moments
from extract.find.binding.search import Search
from extract.find.binding.slip_search import sum_slip
from extract.model import Bond, Option
from extract.rules.wording import terms, wording
from extract.values.formula import agrees
from extract.values.units import PERCENT_UNITS, TIME

_SURPLUS = wording("balances.surplus")
_DEFICIT = wording("balances.deficit")
_EXPORTS = wording("balances.exports")
_IMPORTS = wording("balances.imports")
_PARTNER = wording("balances.partner")
_TOGETHER = wording("balances.together")
_REACH = 8  # figures on each side of a balance among which its terms are looked for
_FAR = 30  # figures before a balance among which the one pair is looked for that agrees
_BLOCKS = 3  # paragraphs before it
_CLAUSE = 130  # characters before a figure that name it
_ASIDE = re.compile(r"\([^()]*\)")  # xuất khẩu (XK)
_SPAN = wording("balances.span")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DIGITS = 3  # of a figure told with a bound that a slip is told of
_RULE = "rel.trade-balance"


def find_balances(binder: Moments) -> None:
    """Announce the balances of trade of which the text tells both terms."""
    if "siêu" in binder.folded or "cán cân" in binder.folded:
        Balances(binder).run()


class Balances(Search):
    """The search for one document."""

    def run(self) -> None:
        """Look at every figure that is told as a balance."""
        for n, x in enumerate(self.b.q):
            if x.unit in PERCENT_UNITS or x.of is not None or not self.b.checked(n):
                continue
            before = self._before(n)
            deficit = _DEFICIT.search(before) is not None
            if not deficit and _SURPLUS.search(before) is None:
                continue
            pair = self._terms(n) or self._apart(n, deficit)
            if pair is None:
                continue
            option, signs = self._option(*pair, deficit), (-1, 1) if deficit else (1, -1)
            told = agrees(option, x, self.by_id) or self._of_another_span(n, pair)
            bond: Bond = "weak" if x.bound is None and not told else "silent"
            if x.bound is not None and sum_slip(x, [self.b.q[k] for k in pair], _DIGITS, 0, signs):
                bond = "unexplained"  # "hơn 502 triệu USD": the bound leaves no such room
            self.b.add("difference", n, [option], self.b.scope(n, *pair), bond, _RULE)

    def _option(self, exports: int, imports: int, deficit: bool) -> Option:
        """Exports less imports, or the other way where the balance is a deficit."""
        plus, minus = (imports, exports) if deficit else (exports, imports)
        return self.b.less(plus, minus)

    def _apart(self, n: int, deficit: bool) -> tuple[int, int] | None:
        """The one pair of exports and imports, told in the sentences and paragraphs before, of
        which the figure is the balance: several times and sorts may be told there. Where none
        agrees, the one pair of the time of the balance."""
        if _PARTNER.search(self._before(n)):
            return None
        told: dict[str, list[int]] = {"exports": [], "imports": []}
        name: str | None = None
        for k in range(max(0, n - _FAR), n):
            b = self.b
            if b.frames[n].block - b.frames[k].block > _BLOCKS or not is_level(b, k):
                continue
            own = self._named(self._before(k))
            same = k > 0 and b.one_sentence(k, k - 1)
            name = own or (name if same else None)
            if name is not None and b.same(b.q[k], b.q[n]):
                told[name].append(k)
        pairs = [
            (e, i)
            for e in told["exports"]
            for i in told["imports"]
            if agrees(self._option(e, i, deficit), self.b.q[n], self.by_id)
        ]
        whole = _TOGETHER.search(self._before(n)) is None
        if whole and not pairs:
            time = self._time(n)
            now = [[k for k in ks if self._time(k) == time] for ks in told.values()]
            if all(len(ks) == 1 and not self._goods(ks[0]) for ks in now):
                return now[0][0], now[1][0]
        return pairs[0] if len(pairs) == 1 else None

    def _of_another_span(self, n: int, pair: tuple[int, int]) -> bool:
        """True where a balance is told of so many months that its terms are not told of:
        "tháng 9 xuất khẩu A, nhập khẩu B; 9 tháng xuất siêu C"."""
        span = _SPAN.search(self._before(n))
        if span is None:
            return False
        low = min(self.b.frames[k].sentence[0] for k in pair)
        return span[0] not in self.folded[low : max(self.b.q[k].vs for k in pair)]

    def _time(self, k: int) -> str | None:
        """The time of figure `k` as it is written in its value."""
        index = self.b.frames[k].period
        return self.b.dates[index].value if index is not None else None

    def _before(self, n: int) -> str:
        """The words of figure `n`'s clause before it, back to the figure before (no time)."""
        low = max(self.b.frames[n].sentence[0], self.b.q[n].vs - _CLAUSE)
        k = n - 1
        while k >= 0 and self.b.q[k].unit in TIME:
            k -= 1
        if k >= 0:
            low = max(low, self.b.q[k].full_ve)
        return self.folded[low : self.b.q[n].vs]

    def _terms(self, n: int) -> tuple[int, int] | None:
        """(exports, imports) of balance `n`: of its sentence, or of the one before it."""
        frames = self.b.frames
        before, after = [], []
        for k in range(n - 1, max(-1, n - 1 - _REACH), -1):
            near = frames[n].sentence[0] - frames[k].sentence[1] <= 1
            if not self.b.one_block(k, n) or not near:
                break
            before.append(k)
        for k in range(n + 1, min(len(frames), n + 1 + _REACH)):
            if not self.b.one_sentence(k, n):
                break
            after.append(k)
        return self._pair(n, before) or self._pair(n, after)

    def _pair(self, n: int, places: list[int]) -> tuple[int, int] | None:
        """The nearest exports and imports of one sentence and of the time of balance `n`."""
        b = self.b
        found: dict[str, int] = {}
        for k in places:
            before = self._before(k)
            name = self._named(before)
            if name is None or name in found or not is_level(b, k):
                continue
            if not b.same(b.q[k], b.q[n]) or _PARTNER.search(before.rpartition(";")[2]):
                continue
            found[name] = k
            if len(found) == 2:
                break
        if len(found) < 2:
            return None
        exports, imports = found["exports"], found["imports"]
        if not b.one_sentence(exports, imports):
            return None
        goods = [self._goods(k) for k in (exports, imports)]
        if all(goods) and goods[0] != goods[1]:
            return None
        times = {b.frames[k].period for k in (exports, imports, n)} - {None}
        told = {b.dates[t].value for t in times if t is not None}
        own = self._before(n)
        if len(told) > 1 or _PARTNER.search(own) or _TOGETHER.search(own):
            return None
        return exports, imports

    def _goods(self, k: int) -> frozenset[str]:
        """What is traded, as far as the words between the name of term `k` and its figure say."""
        before = self._before(k)
        m = _EXPORTS.search(before) or _IMPORTS.search(before)
        told = _ASIDE.sub(" ", before[m.end() :]) if m is not None else ""
        return frozenset(_WORD.findall(told)) - terms("tu_dem_moc") - terms("loi_thuong_mai")

    def _named(self, before: str) -> str | None:
        """Which of the two terms words name; None where they name both, or none."""
        exports = _EXPORTS.search(before) is not None
        if exports == (_IMPORTS.search(before) is not None):
            return None
        return "exports" if exports else "imports"
