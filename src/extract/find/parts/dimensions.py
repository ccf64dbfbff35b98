"""Breakdowns whose parts are known to be all: "trong đó, xuất khẩu đạt A, nhập khẩu đạt B".

A breakdown by two or more names that together leave nothing out (thành thị and nông thôn, cấp tỉnh,
cấp huyện and cấp xã …) adds up to its whole whatever word opens it, and whatever is told between
the parts: changes, rates, parts of the parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.moments import Moments
from extract.find.binding.slip_search import sum_slip
from extract.find.binding.summands import as_level, countable, fits
from extract.find.parts.dimension_names import (
    Members,
    added_words,
    all_named,
    any_named,
    dimensions,
    has_name,
    is_full,
    names_one,
    names_told,
    sort_of,
    without_unit,
)
from extract.find.parts.dimension_openings import Openings
from extract.model import Bond
from extract.rules.wording import terms, wording
from extract.values.letters import WORD
from extract.values.units import PERCENT_UNITS, TIME

_NESTED = wording("dimensions.nested")
_SUMMED = wording("dimensions.summed")
_TURNS = wording("dimensions.turns")
_ONE_NAMED = wording("dimensions.one_named")
_PIECE = wording("dimensions.piece")
_CLASSES = wording("dimensions.classes")
_MEAN = wording("dimensions.mean")
_UNNUMBERED_REST = wording("parts.unnumbered_rest")
_OTHERS = wording("parts.others")
_RESULT = wording("dimensions.result")
_CASES = re.compile(r"[^.;:()0-9\n]*")  # what a figure counts
_RATIO = re.compile(r" ?[^\W\d_]*/")  # 99,1 nam/100 nữ
_ASIDE = re.compile(r" ?\([^()]*\)")
_REACH = 24  # figures after a whole among which its parts are told
_NAME = 70  # characters before a figure in which its name stands
_AFTER = 48  # characters after it
_SENTENCES = 2  # sentences after that of the whole in which parts are told
_DIGITS = 3  # of a figure that a slip is told of
_RULE = "rel.dimension"


class Dimensions(Openings):
    """Announces the sums of breakdowns that leave nothing out."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        named = self.b.once(names_told)
        self.told = [  # the dimensions all of whose parts the document names anywhere
            (head, parts)
            for head, parts in dimensions()
            if all(not named.isdisjoint(names) for names in parts)
        ]
        self.some = [  # and those of which it names two or more
            (head, parts)
            for head, parts in dimensions()
            if sum(not named.isdisjoint(names) for names in parts) > 1
        ]

    def run(self) -> None:
        """Look after every level that may be a whole."""
        for t, whole in enumerate(self.b.q):
            if not self._level(t, done=True) or self._compared(t):
                continue
            if _RATIO.match(self.folded, whole.ve):
                continue
            if self.folded[whole.vs - 1 : whole.vs] == "/":
                continue  # "**8** /36 đề án (4 đề án trước hạn …)": of the 8
            passed: list[int] = []
            after = self._opened(t, passed)
            if after is None or not self.b.visible(t, after[1]):
                continue
            first, at = after
            parts, narrowed = self._parts(t, first, at)
            if not parts and not passed:
                self._exceeding(t, first, at)
            if passed and not self._named_again(t, passed, parts):
                continue
            if self._is_mean(t, parts):
                continue
            if parts and whole.of is not None and not self._explained(t, parts):
                continue
            if parts and self.b.adds_up(t, *parts) and not self._of_another(t, first, parts):
                option = self.b.sum_of(parts)
                scope = self.b.scope(t, *parts)
                bond: Bond = "near" if passed else "wide" if narrowed else self._firm(t, parts)
                bond = "silent" if self._may_lack(t, parts) else bond
                self.b.add("sum", t, [option], scope, bond, _RULE)
                self.b.parts.update(parts)
                self.b.closed.add(t)

    def _is_mean(self, t: int, parts: Sequence[int]) -> bool:
        """True where figure `t`, told as an average, is no more than one of its parts: "tuổi thọ
        trung bình là 73,2; trong đó nam 70,6, nữ 75,6"."""
        q = self.b.q
        return any(q[p].value >= q[t].value for p in parts) and (
            _MEAN.search(self.b.clause_before(t)) is not None
        )

    def _firm(self, t: int, parts: Sequence[int]) -> Bond:
        """The bond of parts that leave nothing out: whatever other parts add up to the whole where
        one slip explains that they do not; none where they add up to a figure nearer to them."""
        come = self.b.worth(parts)
        if any(self.b.q[k].value == come for k in range(t + 1, parts[0])):
            return "silent"  # "Tiếp 80 lượt người, nhận 62 đơn: khiếu nại 40, tố cáo 22"
        slipped = sum_slip(self.b.q[t], [self.b.q[p] for p in parts])
        return "apart" if slipped else "strong"

    def _may_lack(self, t: int, parts: Sequence[int]) -> bool:
        """True where parts that are less than their whole may not be all there is: those that an
        act came to, those before one without a figure, and those of a row of sentences that goes
        on ("Trong đó, thu A bắt buộc 8 tỷ đồng. Thu A tự nguyện 2 tỷ đồng. Thu B 4 tỷ đồng.")."""
        q, frames, last = self.b.q, self.b.frames, parts[-1]
        if self.b.worth(parts) > q[t].value:
            return False
        if _RESULT.match(self.folded, frames[parts[0]].sentence[0]):
            return True  # "Tiếp nhận 120 đơn. Kết quả xử lý: 78 đơn đủ điều kiện, 25 đơn không đủ"
        rest = _UNNUMBERED_REST.match(self.folded, q[last].full_ve, frames[last].sentence[1])
        if rest is not None and _OTHERS.search(rest[0]):
            return True  # "khối Đảng 118, khối chính quyền 203 và các hội đặc thù"
        if frames[last].sentence in (frames[t].sentence, frames[parts[0]].sentence):
            return False
        after = last + 1
        while after < len(q) and self.b.one_sentence(after, last):
            after += 1
        if after == len(q) or not self.b.one_block(after, last):
            return False
        opens = [WORD.search(self.folded, frames[k].sentence[0]) for k in (last, after)]
        heads = {m[0] for m in opens if m is not None}
        return len(heads) == 1 and None not in opens and q[after].unit == q[last].unit

    def _of_another(self, t: int, first: int, parts: Sequence[int]) -> bool:
        """True where a part larger than figure `t` is told in another sentence, or after another
        figure that may be the whole: "16 đơn nặc danh. Đơn đủ điều kiện chia ra: khiếu nại 82"."""
        q = self.b.q
        larger = any(q[p].value > q[t].value for p in parts)
        return larger and (first > t + 1 or not self.b.one_sentence(first, t))

    def _explained(self, t: int, parts: Sequence[int]) -> bool:
        """True where the parts are those of x in x/y, or miss it by a slip of a digit: they may be
        those of y as well."""
        whole, told = self.b.q[t], [self.b.q[p] for p in parts]
        agrees = sum((q.value for q in told), Decimal(0)) == whole.value
        return agrees or sum_slip(whole, told, _DIGITS)

    def _named_again(self, t: int, passed: Sequence[int], parts: Sequence[int]) -> bool:
        """True where the words before every part name what figure `t` is, and none of those told
        between: "gieo cấy 2.958 ha; thu hoạch 864 ha. Trong đó, phía Bắc gieo cấy 1.048 ha, …"."""
        own = self._words_of(t) - terms("tu_dem_moc")
        for k in passed:
            own -= self._words_of(k)
        return bool(own) and all(own & self._words_of(p) for p in parts)

    def _words_of(self, k: int) -> frozenset[str]:
        return frozenset(WORD.findall(self.b.clause_before(k)))

    def _told_by_whole(self, t: int, at: int) -> list[Members]:
        """The parts that the name of a whole tells itself: 51 người chết và mất tích, 133 con gia
        súc, gia cầm."""
        q = self.b.q[t]
        named = _SUMMED.match(self.folded, q.full_ve, at)
        if named is None:
            return []
        unit = q.unit or ""
        told = [named["a"], *(x for x in (named["b"], named["c"]) if x)]
        words = [x.strip().removeprefix(unit).strip() for x in told]
        return [tuple((w,) for w in words)] if all(words) else []

    # -- the parts -----------------------------------------------------------------------------

    def _parts(self, t: int, first: int, at: int) -> tuple[list[int], bool]:
        """The figures that the names of one dimension stand beside, none where another figure of
        the same kind stands among them; and whether they are all of some sort that the whole is
        not told to be ("26.184 hộ, trong đó hộ nghèo thành thị …, hộ nghèo nông thôn …")."""
        q = self.b.q
        told = self._whole(t)
        all_told = told + self.folded[q[t].ve : at]
        own = [
            d
            for head, d in self.told
            if any(h in told and has_name(told, h) for h in head)
            or (head and all_named(d, all_told))
        ]
        own += self._told_by_whole(t, at)
        counted = _CASES.findall(self.folded, q[t].ve, max(at, q[t].ve))[0]
        open_ = [*own, *(d for head, d in self.told if not head and not names_one(d, counted))]
        parts, names, open_ = self._named(t, first, at, own, open_)
        full = [d for d in open_ if is_full(d, names)]
        if not full or _ONE_NAMED.match(self.folded, q[parts[-1]].ve):
            return [], False
        known = set(WORD.findall(_CLASSES.sub(" ", told))) | set(WORD.findall(q[t].unit or ""))
        return parts, all((sort_of(d, names) | added_words(d, names)) - known for d in full)

    def _exceeding(self, t: int, first: int, at: int) -> None:
        """Announce parts that exclude one another and are more than their whole, whatever other
        parts there may be: "chi 1.690 tỷ đồng, trong đó chi đầu tư 823 tỷ đồng, chi thường xuyên
        1.574 tỷ đồng"."""
        q, whole = self.b.q, self._whole(t)
        dims = [d for head, d in self.some if any(has_name(whole, h) for h in head)]
        if not dims:
            return
        parts, _names, _open = self._named(t, first, at, dims, dims)
        total = sum((q[p].low for p in parts), Decimal(0))
        fits_all = all(
            q[p].unit == q[t].unit and q[p].value <= q[t].value and self.b.one_sentence(p, parts[0])
            for p in parts
        )
        if len(parts) > 1 and fits_all and total > q[t].high and self.b.adds_up(t, *parts):
            option = self.b.sum_of(parts)
            self.b.add("sum", t, [option], self.b.scope(t, *parts), "plain", _RULE)

    def _named(
        self, t: int, first: int, at: int, own: Sequence[Members], open_: list[Members]
    ) -> tuple[list[int], list[tuple[str, str]], list[Members]]:
        """(figures, their names, dimensions left): the figures behind `at` that the names of one
        dimension stand beside."""
        b, q = self.b, self.b.q
        inside = b.brackets.around(q[first].vs)
        end = inside[1] if inside is not None and inside[0] < at else len(self.folded)
        parts: list[int] = []
        names: list[tuple[str, str]] = []
        sentences = {b.frames[t].sentence}
        skip = -1
        for k in range(first, min(len(q), first + _REACH)):
            if q[k].direction is None and q[k].unit not in PERCENT_UNITS:
                sentences.add(b.frames[k].sentence)  # others only tell how a part moved
            apart = b.frames[k].block > b.frames[first].block
            if apart or q[k].vs >= end or len(sentences) > _SENTENCES + 1:
                break
            start = max(at, q[k - 1].full_ve) if k > first else at
            if k > first and _NESTED.search(self.folded, start, q[k].vs):  # parts of a part
                stop = self.folded.find(";", q[k].vs, b.frames[k].sentence[1])
                skip = stop if stop > 0 else b.frames[k].sentence[1]
            inner = b.brackets.around(q[k].vs)
            if q[k].vs < skip or (inner is not None and inner[0] >= at):
                continue
            x = as_level(b, k)
            if x.direction is not None or not (
                self._alike(t, k) or (first == t + 1 and countable(x) and fits(b, q[t], x))
            ):
                continue
            told_by = self._beside(k, start)
            bare = without_unit(told_by[1], q[k].unit)
            if any_named(own, [("", bare)]):
                told_by = (told_by[0], bare)
            if k > first and not any_named(open_, [told_by]) and self._of_one_name(k):
                start = max(at, q[k - 2].full_ve) if k - 1 > first else at
                label = self._beside(k - 1, start)[0].rstrip().removesuffix(" của")
                told_by = (label, told_by[1])
            named = any_named(open_, [*names, told_by])
            if not named and not self._alike(t, k):
                continue  # the same cases by another unit
            of_another = q[k].of not in (None, q[t].value)  # "25 đại biểu: tái cử 16/25, …"
            if of_another or not b.adds_up(k) or not named:
                if self._goes_on(parts, k):  # "mầm non 168, tiểu học 231, …, liên cấp 08"
                    open_ = [d for d in open_ if d in own]
                break
            parts.append(k)
            names.append(told_by)
        return parts, names, open_

    def _of_one_name(self, k: int) -> bool:
        """True where figure `k` tells by another unit of what the figure before it counts: "trong
        khu công nghiệp 12 dự án với tổng vốn 420 triệu USD"."""
        before, x = self.b.q[k - 1], self.b.q[k]
        one = self.b.one_sentence(k - 1, k)
        plain = countable(before) and before.direction is None and not self.b.same(before, x)
        return one and plain and ";" not in self.folded[before.ve : x.vs]

    def _goes_on(self, parts: Sequence[int], k: int) -> bool:
        """True where figure `k` may be one more part: of the sentence of the parts, and behind no
        semicolon where none stands between them."""
        if not parts or not self.b.one_sentence(k, parts[-1]):
            return False
        last = self.b.q[parts[-1]].ve
        before, mark, piece = self.folded[last : self.b.q[k].vs].rpartition(";")
        if _TURNS.match(piece if mark else before):
            return False
        own = ";" in self.folded[self.b.q[parts[0]].ve : self.b.q[parts[-1]].vs]
        return own or not mark

    def _whole(self, t: int) -> str:
        """The words that name the whole, before and after its figure; those before the figure
        before it name that one where its own name stands behind it: "421 tổ chức cơ sở đảng của
        12 đảng bộ huyện"."""
        q = self.b.q[t]
        low = max(self.b.frames[t].sentence[0], q.vs - 120)
        if t and q.noun_ve > q.noun_vs >= q.ve and self.b.q[t - 1].unit not in TIME:
            low = max(low, self.b.q[t - 1].full_ve, self.b.q[t - 1].noun_ve)
        return self.folded[low : q.vs] + " " + self.folded[q.ve : q.noun_ve]

    def _beside(self, k: int, start: int) -> tuple[str, str]:
        """What stands before figure `k` in its piece of the list, and what stands after it."""
        q = self.b.q
        low = max(start, q[k].vs - _NAME, self.b.frames[k].sentence[0])
        before = _ASIDE.sub(" ", self.folded[low : q[k].vs]).rpartition(";")[2]
        end = q[k + 1].vs if k + 1 < len(q) else len(self.folded)
        named = max(q[k].ve, min(end, q[k].noun_ve))  # "ý kiến, kiến nghị" is one noun
        after = self.folded[named : max(named, min(end, q[k].ve + _AFTER))]
        stop = _PIECE.search(after)
        after = after[: stop.start()] if stop else after
        return before, self.folded[q[k].ve : named] + after
