"""Breakdowns that leave nothing out, told over several sentences or paragraphs.

"Sản lượng thủy sản tháng 7 đạt 74.300 tấn … ¶ Sản lượng thủy sản nuôi trồng đạt 41.200 tấn … ¶ Sản
lượng thủy sản khai thác đạt 33.100 tấn": the next levels that name each part of a dimension add up
to the level before them that is told by their words without those names, or to one after them that
names all ("tính chung cả doanh nghiệp thành lập mới và quay trở lại"). Where they do not, one slip
must explain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.find.binding.distant import Distant
from extract.find.parts.dimension_names import (
    Members,
    all_named,
    dimensions,
    has_name,
    is_full,
    names_in,
    names_told,
    without_unit,
)
from extract.model import Bond, Option
from extract.rules.wording import terms, wording
from extract.values.formula import agrees
from extract.values.letters import WORD

_PIECE = wording("dimensions.piece")
_COMPARED = wording("dimensions.compared")
_TIME = wording("far_dimensions.time")
_TOPIC = re.compile(r"(?:[^\W\d_]+ ){0,4}[^\W\d_]+, ")
_SHORT = re.compile(r" ?\([^\W\d_]{2,8}\)")  # doanh nghiệp (DN)
_REACH = 24  # figures between a whole and its parts
_BLOCKS = 4  # paragraphs
_AFTER = 60  # characters after a figure that name it
_DIGITS = 4  # of a figure that a slip is told of
_SHARED = 2  # words that whole and part have in common
_MANY = 3  # parts that no other level, as large as that, equals by chance
_LARGE = 100
_FINE = 50  # units of its last digit that a whole has at least
_EXTRA = 4  # words more that a part may be told by, where the whole is told to be one
_RULE = "rel.far-dimension"


class FarDimensions(Distant):
    """Announces the sums of breakdowns whose parts stand in sentences of their own."""

    def run(self) -> None:
        """Look for the parts of every dimension that the document names."""
        named = self.b.once(names_told)
        told = [
            (head, d) for head, d in dimensions() if all(not named.isdisjoint(names) for names in d)
        ]
        by_name: dict[str, list[int]] = {}
        for i, (_, d) in enumerate(told):
            for name in {name for names in d for name in names}:
                by_name.setdefault(name, []).append(i)
        found: list[dict[int, int]] = [{} for _ in told]
        for n in range(len(self.b.q)):
            if self.level(n):
                words = self._beside(n)
                near = names_in(f"{words[0]}\n{words[1]}")
                for i in {i for name in near for i in by_name.get(name, ())}:
                    part = self._member(told[i][1], n, words)
                    if part is not None:
                        found[i][n] = part
        for (head, d), parts_of in zip(told, found, strict=True):
            for parts in self._groups(parts_of, len(d)):
                self._look(head, d, parts, parts_of)

    def _member(self, d: Members, n: int, told: tuple[str, str]) -> int | None:
        """The one part of a dimension that the words beside figure `n` name, its unit aside."""
        part = _member(d, told)
        return part if part is not None else _member(
            d, (told[0], without_unit(told[1], self.b.q[n].unit))
        )  # fmt: skip

    def _beside(self, n: int) -> tuple[str, str]:
        """What stands before figure `n` in its clause, and what stands after it."""
        q = self.b.q
        end = q[n + 1].vs if n + 1 < len(q) else len(self.folded)
        after = _SHORT.sub("", self.folded[q[n].full_ve : min(end, q[n].full_ve + _AFTER)])
        stop = _PIECE.search(after)
        before = _TIME.sub(" ", self._topic(n) + self.b.clause_before(n))
        return before, after[: stop.start()] if stop else after

    def _topic(self, n: int) -> str:
        """What opens the sentence of figure `n`, its first, before a comma: "Ở cấp tiểu học, số học
        sinh bỏ học là …"."""
        low = self.b.frames[n].sentence[0]
        if n and self.b.q[n - 1].vs >= low:
            return ""
        m = _TOPIC.match(self.folded, low, self.b.q[n].vs)
        return m[0] if m is not None else ""

    def _groups(self, found: dict[int, int], size: int) -> Iterator[list[int]]:
        """Levels that name each part once, each next to the one before, of one unit and time."""
        places = sorted(found)
        last = -1
        for at, first in enumerate(places):
            if first <= last:
                continue  # it stands among the parts told before
            group = [first]
            for n in places[at + 1 :]:
                if n - first > _REACH or self._apart(first, n) > _BLOCKS:
                    break
                other = found[n] not in (found[k] for k in group)
                if other and self._alike(first, n):
                    group.append(n)
                if len(group) == size:
                    last = n
                    yield group
                    break

    def _apart(self, k: int, n: int) -> int:
        return self.b.frames[n].block - self.b.frames[k].block

    def _alike(self, k: int, n: int) -> bool:
        """True where two levels have one unit, and no other time as far as their words tell."""
        times = {self._time(k), self._time(n)} - {None}
        return self.b.same(self.b.q[k], self.b.q[n]) and len(times) < 2

    def _time(self, n: int) -> str | None:
        """The time of figure `n` as written in its value, without a year that is not told."""
        index = self.b.frames[n].period
        value = self.b.dates[index].value if index is not None else None
        return None if value is None or "XXXX" in value else value

    def _look(
        self, head: tuple[str, ...], d: Members, parts: Sequence[int], found: dict[int, int]
    ) -> None:
        """Announce the whole of `parts`: the nearest that they add up to, else the nearest, where
        they would but for a slip."""
        if any(_COMPARED.search(self.b.clause_before(k)) for k in parts):
            return
        option = self.b.sum_of(parts)
        wholes = [t for t in self._wholes(head, d, parts) if t not in found]
        for t in wholes:
            if agrees(option, self.b.q[t], self.by_id):
                self._add(t, option, parts, "silent")
                return
        near = wholes[0] if wholes else None
        if near is None or not self._is_slip(near, parts) or self._are_parts(option):
            return
        headed = self._headed(near, head)
        if not self._just_named(d, near, parts, _EXTRA if headed else 0):
            return
        total = self.b.worth(parts)
        if total > self.b.q[near].value or headed or not _is_some_of(d):
            self._add(near, option, parts, "apart")

    def _are_parts(self, option: Option) -> bool:
        """True where the figures are known to add up to another one: "gia súc 2.000 con, trâu 800
        con, bò 1.200 con, gia cầm 3.000 con"."""
        return any(
            a.kind == "sum"
            and a.options[0].ids == option.ids
            and self.b.agrees(a.options[0], a.stated)
            for a in self.b.found
        )

    def _headed(self, t: int, head: tuple[str, ...]) -> bool:
        """True where the words around figure `t` tell it to be a whole of this dimension."""
        low, high = self.b.frames[t].sentence
        q = self.b.q[t]
        words = self.folded[max(low, q.vs - _AFTER) : min(high, q.ve + _AFTER)]
        return any(has_name(words, name) for name in head)

    def _wholes(self, head: tuple[str, ...], d: Members, parts: Sequence[int]) -> Iterator[int]:
        """Levels before the parts told by their words, then those after them that name all."""
        q = self.b.q
        others: list[int] = []
        for t in range(parts[0] - 1, max(-1, parts[0] - _REACH), -1):
            if self._apart(t, parts[0]) > _BLOCKS:
                break
            least = 1 if self._headed(t, head) else _SHARED
            if not self._is_whole(t, parts):
                continue
            shared = [self._shared(t, k) >= least for k in parts]
            if all(shared):
                yield t
            elif self._adds_up(t, parts):
                others.append(t)
        for t in range(parts[-1] + 1, min(len(q), parts[-1] + _REACH)):
            if self._apart(parts[-1], t) > 1:
                break
            words = self.folded[self.b.frames[t].sentence[0] : q[t].vs]
            if all_named(d, words) and self._is_whole(t, parts):
                yield t
        yield from others

    def _adds_up(self, t: int, parts: Sequence[int]) -> bool:
        """True where several parts, which may be told by no words of figure `t`, are exactly it:
        "86.120 học sinh bỏ học. Ở cấp tiểu học, số đó là 8.610 em. Cấp THCS có …"."""
        whole = self.b.q[t].value
        sure = len(parts) >= _MANY and whole >= _LARGE
        return sure and sum((self.b.q[k].value for k in parts), -whole) == 0

    def _is_whole(self, t: int, parts: Sequence[int]) -> bool:
        whole = self.b.q[t]
        larger = all(self.b.q[k].value < whole.value for k in parts)
        fine = whole.step * _FINE <= whole.value  # "1 triệu lượt" is the sum of much
        return self.level(t) and larger and fine and all(self._alike(t, k) for k in parts)

    def _shared(self, t: int, k: int) -> int:
        """How many words whole and part are told by in common, their unit aside."""
        unit = frozenset(WORD.findall(self.b.q[t].unit or ""))
        return len((self.words(t) & self.words(k)) - unit)

    def _just_named(self, d: Members, t: int, parts: Sequence[int], extra: int) -> bool:
        """True where the parts are told by the words of their whole, by the names of the parts, and
        by no others (no more than `extra`) that might narrow them."""
        known = self._words_of(t) | terms("tu_dem_moc") | terms("tu_dem_chu_de")
        known |= frozenset(WORD.findall(self.b.q[t].unit or ""))
        known |= {w for names in d for name in names for w in WORD.findall(name)}
        others = [{w for w in self.words(k) if len(w) > 1} - known for k in parts]
        return all(len(words) <= extra for words in others)

    def _words_of(self, t: int) -> frozenset[str]:
        """The words of the sentence of figure `t`, up to the end of what names it."""
        low, high = self.b.frames[t].sentence
        return frozenset(WORD.findall(self.folded[low : min(high, self.b.q[t].ve + _AFTER)]))

    def _is_slip(self, t: int, parts: Sequence[int]) -> bool:
        return self.sum_slipped(t, parts, _DIGITS)

    def _add(self, t: int, option: Option, parts: Sequence[int], bond: Bond) -> None:
        first, last = self.b.q[parts[0]], self.b.q[parts[-1]]
        cue = (first.vs, last.full_ve)
        self.b.add("sum", t, [option], self.b.scope(t, *parts), bond, _RULE, cue=cue)


def _member(d: Members, told: tuple[str, str]) -> int | None:
    """The one part of a dimension that the words beside a figure name; None where they name none,
    or several."""
    found = [i for i, names in enumerate(d) if is_full((names,), [told])]
    return found[0] if len(found) == 1 else None


def _is_some_of(d: Members) -> bool:
    """True where the parts of a dimension may be some of those of another: by road, by rail and by
    river, beside by sea."""
    return any(
        len(more) > len(d) and all(any(set(own) & set(names) for names in more) for own in d)
        for _, more in dimensions()
    )
