"""A fact told again in another part of the document with two digits swapped or one wrong.

A summary says "chỉ còn 9.742 hộ nghèo" where the body has 9.472: the same thing by its words and
unit, of the same time, another figure by a slip of the pen. It is announced only where the figure
of the body stands in relations that agree, or is told more than once, and that of the summary in
none (bond "unexplained"). A rate is looked for only in what sums up the document (Đánh giá chung,
Tóm lại): most of its words must stand where the body tells it by part and whole. A figure told
again as it was, under the same words, is kept as an agreement, which proves neither of the two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from extract.find.binding.distant import Distant
from extract.find.binding.summands import countable
from extract.model import Option, Quantity
from extract.rules.wording import terms, wording
from extract.values.formula import digits, one_digit, swapped
from extract.values.units import TIME

_DIGITS = 3  # fewest digits of a figure with two of them swapped
_LONGEST = 18  # most digits of a figure that means something
_MORE = 4  # fewest digits of a figure with one wrong
_BESIDE = 6  # figures around one
_APART = 2  # paragraphs between the two places
_SUMS_UP = 1500  # characters of a summary in which rates are told again
_NAMING, _RATE = 5, 0.75  # words that name a rate of a summary; how many the body must tell
_CLAUSE = re.compile(r"[.,;:()\n]")
_OWNED = 120  # characters behind a figure in which the place is named that it is of
_LABEL = re.compile(r"\s*(?:[a-zđ]|[0-9]{1,2}(?:\.[0-9]{1,2})*)[).]")  # of an item
_LEAST = 10  # a smaller count is told of many things
_LONG = 140  # characters before a count that may name it
_OWNER = wording("retold.owner")
_SUMMARY = wording("retold.summary")
_SWAP, _WRONG = 0.4, 0.7  # how many of the words that name the figures must be the same
_TELLINGS = 20  # figures of one value among which the one told again is looked for
_SAME = 0.6  # the same of a figure told again as it is
_MEASURED = 3  # words besides the unit that two amounts must share, of which there are many
_CHANGE = 0.6  # the same of a rise or fall, which many things have


class Retold(Distant):
    """Announces facts that a later part of the document tells again, with a slip or without."""

    def run(self) -> None:
        """Announce that figures told again with a slip should be equal."""
        known: dict[tuple[str, str], dict[Decimal, list[int]]] = {}
        for n, q in enumerate(self.b.q):
            if not self._plain(n) or q.bound is not None or q.value_to is not None:
                continue
            text = digits(q, q.value)
            if not _DIGITS <= len(text) <= _LONGEST:
                continue
            sort = f"{q.unit or ''} {q.direction or ''}"
            keys = [(sort, "".join(sorted(text)))]
            if len(text) >= _MORE:
                keys += [(sort, f"{text[:i]}*{text[i + 1 :]}") for i in range(1, len(text))]
            near = {
                k
                for key in keys
                for value, told in known.get(key, {}).items()
                if value != q.value
                for k in told
            }
            slips = {k for k in near if self._slip(k, n)}
            self._again(n, {k for k in slips if not self._like_items(k, n)})
            self._same(n, known.get(keys[0], {}).get(q.value, ()))
            for key in keys:
                known.setdefault(key, {}).setdefault(q.value, []).append(n)
        for m in _SUMMARY.finditer(self.folded):
            self._rates(m.end())
            self._counts(m.end())

    def _plain(self, n: int) -> bool:
        """True for a level, and for a rise or fall of something counted."""
        q = self.b.q[n]
        change = countable(q) and q.direction is not None and q.of is None and not q.step
        return self.level(n) or (change and self.b.checked(n))

    def _rates(self, at: int) -> None:
        """The rates of the paragraphs after the words that begin a summary."""
        first = bisect_left(self.b.q, at, key=lambda q: q.vs)
        for n in range(first, len(self.b.q)):
            if self.b.q[n].vs - at > _SUMS_UP:
                break
            if self._rate(n) and self.b.q[n].id not in self._trusted:
                told = [k for k in range(first) if self._rate(k) and self._rate_slip(k, n)]
                if len(told) == 1 and self.b.q[told[0]].id in self._trusted:
                    option = Option("equal", (self.b.op(told[0]),))
                    self.b.add("equality", n, [option], "document", "unexplained", "rel.retold")

    def _counts(self, at: int) -> None:
        """The counts of two digits in the paragraphs after the words that begin a summary: "số
        người chết vì tai nạn giao thông là 96 người" where the body has 94."""
        first = bisect_left(self.b.q, at, key=lambda q: q.vs)
        for n in range(first, len(self.b.q)):
            q = self.b.q[n]
            if q.vs - at > _SUMS_UP:
                break
            small = len(digits(q, q.value)) < _DIGITS and q.value >= _LEAST and not q.step
            if not small or q.unit is None or q.bound or not self.level(n):
                continue
            if q.id in self._trusted:
                continue
            own = self._named(n)
            told = [k for k in range(first) if self._count_slip(k, n, own)]
            if len({self.b.q[k].value for k in told}) == 1:
                option = Option("equal", (self.b.op(told[0]),))
                self.b.add("equality", n, [option], "document", "unexplained", "rel.retold")

    def _named(self, n: int) -> frozenset[str]:
        """The words of the clause up to figure `n` that name it, but for its unit and times."""
        low = max(self.b.frames[n].sentence[0], self.b.q[n].vs - _LONG)
        clause = _CLAUSE.split(self.folded[low : self.b.q[n].vs])[-1]
        start = self.b.q[n].vs - len(clause)
        unit = (self.b.q[n].unit or "").split()
        return self.told(start, self.b.q[n].vs) - TIME - frozenset(unit)

    def _count_slip(self, k: int, n: int, own: frozenset[str]) -> bool:
        """True where count `n` of a summary, called `own`, is a slip of count `k`, which others
        prove, and whose sentence tells most of these words."""
        x, y = self.b.q[k], self.b.q[n]
        if x.unit != y.unit or x.value == y.value or not self.level(k) or x.id not in self._trusted:
            return False
        a, b = digits(x, x.value), digits(y, y.value)
        if len(own) < _NAMING or not (swapped(a, b) or one_digit(a, b)):
            return False
        around = self.told(self.b.frames[k].sentence[0], max(x.full_ve, x.noun_ve))
        if len(own & around) < _RATE * len(own) or not own & self.words(k):
            return False
        return len(self._years(k, n)) < 2 and self._years(n) <= self._years(k)

    def _rate(self, n: int) -> bool:
        q = self.b.q[n]
        plain = q.direction is None and q.bound is None and q.value_to is None and q.of is None
        return plain and q.unit == "%" and len(digits(q, q.value)) >= _DIGITS and self.b.checked(n)

    def _rate_slip(self, k: int, n: int) -> bool:
        """True where rate `n` of a summary is a slip of rate `k`, told where its words are."""
        x, y, frames = self.b.q[k], self.b.q[n], self.b.frames
        a, b = digits(x, x.value), digits(y, y.value)
        if x.step != y.step or not (swapped(a, b) or one_digit(a, b)):
            return False
        own = self.words(n) - terms("loi_ty_le")
        before = k
        while before and frames[k].block - frames[before - 1].block <= 1:
            before -= 1
        around = self.told(frames[before].sentence[0], frames[k].sentence[1])
        if len(own) < _NAMING or len(own & around) < _RATE * len(own):
            return False
        return len(self._years(k, n)) < 2

    def _again(self, n: int, told: set[int]) -> None:
        """Announce that figure `n` should equal the one figure that it is a slip of."""
        if len({self.b.q[k].value for k in told}) != 1 or self.b.q[n].id in self._trusted:
            return
        k = min(told)
        often = self.b.q[n].direction is None and len(self.equal(self.b.q[k].value, 0, n)) > 1
        if often or self.b.q[k].id in self._trusted:
            option = Option("equal", (self.b.op(k),))
            self.b.add("equality", n, [option], "document", "unexplained", "rel.retold")

    def _slip(self, k: int, n: int) -> bool:
        """True where figure `n` tells again, with a slip, what figure `k` told before."""
        x, y = self.b.q[k], self.b.q[n]
        if x.step != y.step:
            return False
        if self.b.frames[n].block - self.b.frames[k].block < _APART:
            return False
        if len(self._years(k, n)) > 1 or self._both(k, n) or self._of_others(k, n):
            return False
        a, b = digits(x, x.value), digits(y, y.value)
        own, other = self.words(k), self.words(n)
        shared = len(own & other) / max(1, min(len(own), len(other)))
        if not self._named_alike(own & other, y):
            return False
        if y.step and len((own & other) - set((y.unit or "").split())) < _MEASURED:
            return False  # "thu tiền sử dụng đất 1.217 tỷ đồng", "số thu 1.517 tỷ đồng"
        if y.direction is not None and (shared < _CHANGE or self._apart_in_time(k, n)):
            return False
        if swapped(a, b):
            return shared >= (_SWAP if len(a) >= _MORE else _SAME)
        rounded = "0" in (a[-1], b[-1])  # a round figure is told of many things
        return one_digit(a, b) and len(a) >= _MORE and not rounded and shared >= _WRONG

    def _same(self, n: int, told: Sequence[int]) -> None:
        """Announce that figure `n` is the one told first under the same words in another part."""
        q = self.b.q[n]
        if len(digits(q, q.value).strip("0")) < _DIGITS or self.settled(n, "equality"):
            return
        own = self.words(n)
        for k in told[:_TELLINGS]:
            shared = own & self.words(k)
            least = _SAME * max(1, min(len(own), len(self.words(k))))
            apart = len(self._years(k, n)) > 1 or self._apart_in_time(k, n)
            if self.b.one_sentence(k, n) or apart or len(shared) < least:
                continue
            if self._named_alike(shared, q):
                option = Option("equal", (self.b.op(k),))
                scope = self.b.scope(k, n)
                self.b.add("equality", n, [option], scope, "silent", "rel.retold-same")
                return

    def _both(self, k: int, n: int) -> bool:
        """True where the sentence of figure `n` tells what figure `k` did as well."""
        return any(
            self.b.one_sentence(m, n) and self.b.q[m].value == self.b.q[k].value
            for m in range(max(0, n - _BESIDE), min(len(self.b.q), n + _BESIDE))
        )

    def _of_others(self, k: int, n: int) -> bool:
        """True where the words behind two figures name two places that they are of: "16,28 km2 …
        của phường Thuận Lộc", "16,68 km2 … của xã Hương Lộc"."""
        owners = []
        for m in (k, n):
            end = min(self.b.frames[m].sentence[1], self.b.q[m].ve + _OWNED)
            owners.append(_OWNER.search(self.folded, self.b.q[m].ve, end))
        return None not in owners and len({m["name"] for m in owners if m is not None}) > 1

    def _like_items(self, k: int, n: int) -> bool:
        """True where two figures stand under one label, each in a list of its own: "c) Đất nuôi
        trồng thủy sản" of what there is, and again of what is planned."""
        starts = [self.folded.rfind("\n", 0, self.b.q[m].vs) + 1 for m in (k, n)]
        labels = [_LABEL.match(self.folded, start) for start in starts]
        return None not in labels and len({m[0] for m in labels if m is not None}) == 1

    def _apart_in_time(self, k: int, n: int) -> bool:
        """True where two changes are told of two times."""
        periods = [self.b.frames[m].period for m in (k, n)]
        times = {self.b.dates[p].value for p in periods if p is not None}
        return len(times) > 1

    def _years(self, *ns: int) -> set[str]:
        return {y for n in ns if (y := self.b.year(self.b.frames[n].period)) is not None}

    @staticmethod
    def _named_alike(shared: frozenset[str], q: Quantity) -> bool:
        """True where the words that two figures share say more than their unit."""
        return len(shared - set((q.unit or "").split())) >= 1 and len(shared) > 1

    @cached_property
    def _trusted(self) -> set[str]:
        """The figures that some relation announced so far agrees with."""
        found: set[str] = set()
        for a in self.b.found:
            for option in a.options:
                if self.b.agrees(option, a.stated):
                    found.update((a.stated, *(o.quantity for o in option.operands)))
                    break
        return found
