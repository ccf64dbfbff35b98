"""Figures with a percentage beside them, and the rows that such pairs make.

"x người (P%), y người chiếm Q%, đạt R% (z người)": all searches for the wholes of shares look at
these pairs, which are read once for a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from extract.find.binding.periods import Periods
from extract.find.binding.summands import OWN_RATE, countable
from extract.model import Quantity
from extract.rules.wording import wording
from extract.values.formula import LOOSE
from extract.values.units import PERCENT_UNITS, TIME

_LINK = wording("shares.link")
_OCCUPIES = wording("shares.occupies")
_BARRED = wording("shares.barred")
_BACK = wording("shares.back")
_PLAN = wording("shares.plan")
_GOES_ON = wording("shares.goes_on")
_PHRASE = re.compile(r"[^.,;:()\n0-9]{0,60}")
_ASIDE = wording("shares.aside")
_NAMED = wording("shares.named_by")
_WORDS = re.compile(r"(?: [^\W\d_]+){0,5} ")
_LINE_END = re.compile(r"[ ).;]{0,3}(?:\n|$)")
_LABELS = 2  # lines from one pair that stands alone to the next, their names between
_AGE = "tuổi"
_NEAR = 60  # characters between an age and the share of those of that age
LONGEST = 40  # pairs of one row
COARSE = Decimal("0.1")  # how far rounding may hide a part and its whole


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure and the percentage told beside it; `named` is what the words after it call the
    whole ("" where they name none)."""

    x: int
    p: int
    named: str

    @property
    def first(self) -> int:
        """The figure of the pair that stands first."""
        return min(self.x, self.p)

    @property
    def last(self) -> int:
        """The figure of the pair that stands last."""
        return max(self.x, self.p)


class Pairs:
    """The pairs of one document."""

    def __init__(self, binder: Periods) -> None:
        self.b = binder
        self.folded = binder.folded
        self.places = {
            n.block: (n.parent, n.style)
            for n in binder.outline.nodes
            if n.style not in ("para", "line")
        }

    @cached_property
    def all(self) -> tuple[Pair, ...]:
        """All figures with a percentage beside them, in the order of the text."""
        return tuple(self._paired())

    def _paired(self) -> Iterator[Pair]:
        q = self.b.q
        taken = -1
        for n in range(len(q) - 1):
            if n <= taken or not self.b.one_sentence(n, n + 1):
                continue
            pair = self._pair(n, n + 1) or self._pair(n + 1, n)
            pair = pair or self._past_growth(n) or self._past_aside(n) or self._past_age(n)
            if pair is not None:
                taken = pair.last
                yield pair

    def _past_growth(self, n: int) -> Pair | None:
        """x tỷ USD, tăng 4,4%, chiếm P% …: a level and its share, its growth between them."""
        q, p = self.b.q, n + 2
        if p >= len(q) or not self.b.one_sentence(p, n):
            return None
        if q[n + 1].unit not in PERCENT_UNITS or q[n + 1].direction is None:
            return None
        if ";" in self.b.between(n, n + 1) or not _OCCUPIES.fullmatch(
            self.folded, q[n + 1].ve, q[p].vs
        ):
            return None
        return self._told(n, p, self._phrase(p))

    def _past_aside(self, n: int) -> Pair | None:
        """x (có y và z), chiếm P%: a figure and its share, its parts in brackets between them."""
        p = self.b.past_aside(n)
        if p is None or self.b.q[p].unit not in PERCENT_UNITS:
            return None
        gap = self.b.without_aside(n, p)
        if len(gap) > 120 or _BARRED.search(gap) or OWN_RATE.search(gap):
            return None
        return self._told(n, p, self._phrase(p)) if _LINK.search(gap) else None

    def _past_age(self, n: int) -> Pair | None:
        """x đại biểu dưới 40 tuổi (chiếm P%): a figure and its share, the age of those between."""
        q, p = self.b.q, n + 2
        if p >= len(q) or not self.b.one_sentence(p, n):
            return None
        age = q[n + 1]
        if age.unit != _AGE or not _WORDS.fullmatch(self.folded, q[n].full_ve, age.vs):
            return None
        gap = self.folded[age.full_ve : q[p].vs]
        if len(gap) > _NEAR or _BARRED.search(gap) or OWN_RATE.search(gap):
            return None
        return self._told(n, p, self._phrase(p)) if _LINK.search(gap) else None

    def _phrase(self, p: int) -> str:
        """What the words after a rate call its whole."""
        after = _PHRASE.match(self.folded, self.b.q[p].ve)
        return after[0] if after else ""

    def _told(self, x: int, p: int, named: str) -> Pair | None:
        """The pair of a level and a rate that may be its share, of a whole so named."""
        level, rate = self.b.q[x], self.b.q[p]
        if rate.unit not in PERCENT_UNITS or rate.direction or rate.value_to is not None:
            return None
        if not countable(level) or level.of is not None:
            return None
        rough = rate.bound in LOOSE and bool(named.strip())
        if not self.b.checked(x, p) or level.value <= 0 or not (rough or rate.bound is None):
            return None
        if _PLAN.match(named):
            return None
        return Pair(x, p, "" if _GOES_ON.match(named) else named.strip())

    def _pair(self, x: int, p: int) -> Pair | None:
        level, rate = self.b.q[x], self.b.q[p]
        if rate.unit not in PERCENT_UNITS:
            return None
        if x < p:
            gap = self.folded[level.full_ve : rate.vs]
            if len(gap) > 120 or _BARRED.search(gap) or OWN_RATE.search(gap):
                return None
            return self._told(x, p, self._phrase(p)) if _LINK.search(gap) else None
        gap = self.folded[rate.ve : level.vs]
        back = _BACK.search(gap)
        if len(gap) > 60 or back is None or _BARRED.search(gap[: back.start()]):
            return None
        return self._told(x, p, gap[: back.start()])

    @cached_property
    def rows(self) -> tuple[tuple[list[Pair], bool], ...]:
        """(row, plain): pairs that follow each other as one list; plain where they stand in one
        sentence or in items of one list."""
        return tuple(self._joined_up())

    def _joined_up(self) -> Iterator[tuple[list[Pair], bool]]:
        row: list[Pair] = []
        plain = True
        for pair in self.all:
            if self.b.q[pair.x].direction is not None:
                continue
            joined = self._joined(row[-1], pair) if row and len(row) < LONGEST else None
            if joined is None:
                yield row, plain
                row, plain = [], True
            row.append(pair)
            plain = plain and joined is not False
        yield row, plain

    def _joined(self, a: Pair, b: Pair) -> bool | None:
        """True where `b` goes on with the row of `a`, False where it does so in another sentence,
        None where it is of another row."""
        if b.named not in (a.named, "") or (a.x < a.p) != (b.x < b.p):
            return None
        around = self.b.brackets.around
        if around(self.b.q[a.x].vs) != around(self.b.q[b.x].vs):
            return None
        if any(not self._sorts(k, b.first) for k in range(a.last + 1, b.first)):
            return None
        x, y = self.b.q[a.x], self.b.q[b.x]
        if x.unit != y.unit and not (_counted(x) and _counted(y)):
            return None
        start, end = self.b.q[a.last].full_ve, self.b.q[b.first].vs
        if _ASIDE.search(self.folded, start, end):
            return None
        one, other = self.b.frames[a.x], self.b.frames[b.x]
        if one.sentence == other.sentence:
            return True
        if one.block == other.block:
            return False
        if other.block - one.block <= _LABELS and self.alone(a) and self.alone(b):
            return True
        place = self.places.get(one.block)
        following = other.block == one.block + 1
        return True if following and place and place == self.places.get(other.block) else None

    def alone(self, pair: Pair) -> bool:
        """True where a pair is all that its line says: "151 (30,26%)" below the name of a group."""
        start, end = self.b.q[pair.first].vs, self.b.q[pair.last].ve
        return (
            self.folded[start - 1 : start] == "\n" and _LINE_END.match(self.folded, end) is not None
        )

    def _sorts(self, k: int, first: int) -> bool:
        """True where a figure before figure `first` of a pair only tells what sort is counted: an
        age ("từ 35 đến 50 tuổi 198 người"), a size ("thôn dưới 80 hộ: 21")."""
        x = self.b.q[k]
        if x.unit in TIME:
            return True
        if x.bound is None and x.value_to is None:
            return False
        one = self.b.one_sentence(k, first)
        return one and _NAMED.fullmatch(self.folded, x.full_ve, self.b.q[first].vs) is not None


def _counted(x: Quantity) -> bool:
    """True where a figure counts things, which its name may tell alone ("dân tộc thiểu số 4"), and
    is no measure."""
    return x.step == 0
