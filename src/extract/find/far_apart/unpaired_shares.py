"""Shares told in a sentence of their own, after their part and their whole: "Tính trên số dự thi,
tỷ lệ trúng tuyển là 77,0%", "Như vậy mức hoàn thành kế hoạch là 72,5%", "Số đảng viên bị kỷ luật
chiếm 0,77% tổng số đảng viên"; and shares of the people ("129 dân quân, đạt 1,5% dân số").

Names tell part and whole. A share that does not agree contradicts only where the names fit one pair
of levels that a slip of the rate leads away from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from extract.find.binding.comparable import telling_words
from extract.find.binding.moments import Moments
from extract.find.far_apart.distant_shares import PairShares
from extract.find.shares.named_bases import base_words
from extract.find.shares.share_pairs import Pair, Pairs
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.letters import WORD

_MEASURED = (wording("unpaired_shares.measured"), wording("unpaired_shares.of"))
_FINISHED = wording("unpaired_shares.finished")
_SET = wording("unpaired_shares.set")
_FINISHED_PART = wording("unpaired_shares.finished_part")
_NUMBER_OF = wording("unpaired_shares.number_of")
_WHOLE = wording("named_shares.whole")
_ALL = wording("unpaired_shares.all")
_PEOPLE = wording("unpaired_shares.people")
_PEOPLE_AFTER = wording("unpaired_shares.people_after")
_PEOPLE_BEFORE = wording("unpaired_shares.people_before")
_REACHED = wording("unpaired_shares.reached")
_PLAN = wording("unpaired_shares.plan")
_PLANNED = wording("unpaired_shares.planned")
_MARK = re.compile(r"[,;)]")
_REACH = 40  # figures before a share among which part and whole are looked for
_BLOCKS = 2  # and paragraphs
_FAR = 300  # figures before a share of all of a place among which that is told
_TERMS = 2  # figures of a difference
_DIGITS = 2  # digits of a rate that a slip is told of


def find_unpaired_shares(binder: Moments) -> None:
    """Announce the shares whose part stands in another sentence, and those of the people or of a
    plan that has a name."""
    search = UnpairedShares(binder)
    search.run()
    search.of_people()
    search.of_plans()
    search.before_rests()


class UnpairedShares(PairShares):
    """The search for one document."""

    rule = "rel.unpaired-share"

    def run(self) -> None:
        """Look at every share that is the first figure of its sentence."""
        for p, q in enumerate(self.b.q):
            plain = q.direction is None and q.value_to is None and q.of is None and not q.bound
            if q.unit != "%" or not plain or not p or not self.b.checked(p):
                continue
            if self.b.one_sentence(p - 1, p):
                continue
            if self.settled(p, "share", "percent"):
                continue
            before = self.folded[self.b.frames[p].sentence[0] : q.vs]
            found = self._by_names(p, before) or self._finished(p, before)
            self._best(found or self._number_of(p, before))

    def _best(self, told: list[tuple[Pair, int]]) -> None:
        """Announce the pair and whole that agree, else the only ones a slip leads away from."""
        for pair, y in told:
            if self._agrees(pair, y):
                self._add(pair, y, "silent")
                return
        slips = [(pair, y) for pair, y in told if self._slip(pair, y, _DIGITS)]
        if len({(self.b.q[pair.x].value, self.b.q[y].value) for pair, y in slips}) == 1:
            self._add(*slips[0], "unexplained")

    def _fitting(self, p: int, fits: Callable[[int], bool]) -> list[int]:
        """The levels before share `p` in its paragraphs that fit, the nearest first."""
        found = []
        for k in range(p - 1, max(-1, p - 1 - _REACH), -1):
            if self.b.frames[p].block - self.b.frames[k].block > _BLOCKS:
                break
            if self.level(k) and fits(k):
                found.append(k)
        return found

    # -- the ways to tell it -------------------------------------------------------------------

    def _by_names(self, p: int, before: str) -> list[tuple[Pair, int]]:
        """Parts and wholes of the names before share `p`."""
        m = next((m for words in _MEASURED if (m := words.search(before))), None)
        if m is None:
            return []
        part, whole = (telling_words(m[g]) for g in
                       ("part", "whole"))  # fmt: skip
        if not part or not whole:
            return []
        parts = self._fitting(p, lambda k: part <= self.words(k))
        wholes = self._fitting(p, lambda k: whole <= self.words(k))
        return [
            (Pair(x, p, ""), y)
            for x in parts
            for y in wholes
            if x != y and self._may_hold(x, y) and self.akin(self.b.q[x], self.b.q[y])
        ]

    def _may_hold(self, x: int, y: int) -> bool:
        return 0 < self.b.q[x].value <= self.b.q[y].value

    def _finished(self, p: int, before: str) -> list[tuple[Pair, int]]:
        """What is done of what was set, both told in the sentence before share `p`."""
        if _FINISHED.search(before) is None or not self.b.one_block(p - 1, p):
            return []
        place = self.b.frames[p - 1].sentence
        row = [
            k
            for k in range(max(0, p - _REACH), p)
            if self.b.frames[k].sentence == place and self.level(k)
        ]
        if len(row) < _TERMS:
            return []
        y, unit = row[0], self.b.q[row[0]].unit
        if unit is None or _SET.search(self.folded[place[0] : self.b.q[y].vs]) is None:
            return []
        for x in row[1:]:
            done = _FINISHED_PART.search(self.b.clause_before(x))
            if done and self.b.q[x].unit == unit and self._may_hold(x, y):
                return [(Pair(x, p, ""), y)]
        return []

    def _number_of(self, p: int, before: str) -> list[tuple[Pair, int]]:
        """The count of the sentence before that the head of this one names, and all there are."""
        part = _NUMBER_OF.search(before)
        after = _WHOLE.match(self.folded, self.b.q[p].ve, self.b.frames[p].sentence[1])
        if part is None or after is None or not self.b.one_block(p - 1, p):
            return []
        x = self._counted(p, part["part"])
        name = base_words(after["whole"])
        unit = self.b.q[x].unit if x is not None else None
        if x is None or unit is None or name is None or name - frozenset(WORD.findall(unit)):
            return []
        return [
            (Pair(x, p, ""), k)
            for k in range(x - 1, max(-1, x - _FAR), -1)
            if self.level(k)
            and self.b.q[k].unit == unit
            and self._may_hold(x, k)
            and self._is_all(k)
        ]

    def _is_all(self, k: int) -> bool:
        """True where level `k` is told to be all of a place, or one of what its sentence tells
        that place to have: "Đảng bộ tỉnh có 619 cơ sở đảng, 65.218 đảng viên"."""
        if _ALL.search(self.b.clause_before(k)):
            return True
        first, place = k, self.b.frames[k].sentence
        while first and self.b.frames[first - 1].sentence == place:
            first -= 1
        own = _MARK.split(self.b.clause_before(k))[-1].strip()
        return not own and _ALL.search(self.b.clause_before(first)) is not None

    def _counted(self, p: int, name: str) -> int | None:
        """The first level of the sentence before share `p` whose unit a name begins with."""
        place = self.b.frames[p - 1].sentence
        found = [
            k
            for k in range(max(0, p - _REACH), p)
            if self.b.frames[k].sentence == place
            and self.level(k)
            and self.b.q[k].unit is not None
            and (name + " ").startswith(f"{self.b.q[k].unit} ")
            and self.b.bracket(k) is None
        ]
        return found[0] if found else None

    # -- shares of the people ------------------------------------------------------------------

    def of_people(self) -> None:
        """Look at every share that is told to be one of the people."""
        for pair in self.b.once(Pairs).all:
            if _PEOPLE.fullmatch(pair.named) is None or self.settled(pair.p, "share", "percent"):
                continue
            people = list(self._people(pair))
            fine = next((k for k in people if self._agrees(pair, k)), None)
            if fine is not None:
                self._add(pair, fine, "silent")
            elif len({self.b.q[k].value for k in people}) == 1 and self._slip(
                pair, people[0], _DIGITS
            ):
                self._add(pair, people[0], "unexplained")

    def _people(self, pair: Pair) -> Iterator[int]:
        """The levels before a pair that tell how many people there are, the nearest first."""
        for k in range(pair.first - 1, max(-1, pair.first - _FAR), -1):
            if not self.level(k) or not self._may_hold(pair.x, k):
                continue
            if _PEOPLE_AFTER.match(self.folded, self.b.q[k].ve) or _PEOPLE_BEFORE.search(
                self.b.clause_before(k)
            ):
                yield k

    # -- shares of a plan that has a name ------------------------------------------------------

    def of_plans(self) -> None:
        """Look at every share that is told to be one of a plan by its name: "Kế hoạch (vốn trong
        nước 400 tỷ đồng; vốn nước ngoài 240 tỷ đồng) … 156 tỷ đồng (đạt 65% kế hoạch vốn nước
        ngoài)"."""
        for p in range(1, len(self.b.q)):
            q, x = self.b.q[p], p - 1
            if q.unit != "%" or q.direction or q.bound or q.value_to is not None:
                continue
            named = _PLAN.match(self.folded, q.ve, self.b.frames[p].sentence[1])
            if named is None or not self.level(x) or not self.b.checked(p):
                continue
            if _REACHED.fullmatch(self.folded, self.b.q[x].ve, q.vs) is None:
                continue
            name = telling_words(named["name"])
            plans = self._fitting(x, partial(self._is_plan, name=name, x=x))
            if not name or not plans or self.settled(p, "share", "percent"):
                continue
            if len({self.b.q[k].value for k in plans}) == 1:
                self._best([(Pair(x, p, ""), plans[0])])

    def _is_plan(self, k: int, name: frozenset[str], x: int) -> bool:
        """True where level `k` bears the name of a plan in a sentence that speaks of one."""
        if not self.akin(self.b.q[k], self.b.q[x]) or not name <= self.words(k):
            return False
        low = self.b.frames[k].sentence[0]
        return _PLANNED.search(self.folded, low, self.b.q[k].vs) is not None

    # -- shares between a part and what is left ------------------------------------------------

    def before_rests(self) -> None:
        """Look at every share between a part and the rest of its whole: "phân bổ 2.450 tỷ đồng;
        giải ngân 1.568 tỷ đồng, đạt 64% kế hoạch, còn 882 tỷ đồng"."""
        for a in tuple(self.b.found):
            option = next((o for o in a.options if o.formula == "sum"), None)
            if a.kind != "difference" or option is None or len(option.operands) != _TERMS:
                continue
            whole, part = sorted(option.operands, key=lambda o: -o.weight)
            y, x = self.b.place[whole.quantity], self.b.place[part.quantity]
            p, c = x + 1, self.b.place[a.stated]
            if not (y < x and p < c <= p + 1) or self.b.q[p].unit != "%":
                continue
            one = self.b.one_sentence(x, p)
            plain = self.b.q[p].direction is None and self.b.checked(p) and self._may_hold(x, y)
            if not one or not plain or self.settled(p, "share", "percent"):
                continue
            reached = _REACHED.fullmatch(self.folded, self.b.q[x].ve, self.b.q[p].vs)
            if reached and agrees(option, self.b.q[c], self.by_id):
                self._best([(Pair(x, p, ""), y)])
