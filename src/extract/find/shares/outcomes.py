"""How much of what came in is done: "thụ lý A vụ, đã giải quyết B vụ, đạt P%".

What came in and what is done with it count the same cases, in one sentence or in two that follow
each other; each may be told by a second unit as well ("1.367 vụ/2.420 bị cáo", "186 vụ, 477 đối
tượng"). The rate is that of the nearest figure that words call what came in, or of the one that
the head of the sentence names ("Trong số có điều kiện thi hành, đã thi hành xong B việc"), or of
what came in and what was carried over together ("tiếp nhận A đơn, kỳ trước chuyển sang C đơn").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.find.binding.comparable import telling_words
from extract.find.binding.distant import is_level
from extract.find.binding.search import Search
from extract.find.binding.slip_search import is_slip_of, share_slips
from extract.model import Bond, Option
from extract.rules.wording import terms, wording
from extract.values.formula import agrees, evaluate
from extract.values.letters import WORD

_DONE = wording("outcomes.done")
_CAME_IN = wording("outcomes.came_in")
_TO_DO = wording("outcomes.to_do")
_RATE = wording("outcomes.rate")
_REACHED = wording("outcomes.reached")
_AMONG = wording("outcomes.among")
_NOT_SO = wording("outcomes.not_so")
_OF_ELSE = wording("outcomes.of_else")
_CARRIED = wording("outcomes.carried")
_OPENING = wording("outcomes.opening")
_PART = wording("outcomes.part")
_MOVED = wording("change_levels.moves")
_TWIN = wording("change_levels.side_by_side")
_NAME = re.compile(r"[^.,;:()0-9\n]{0,60}")  # the rest of what a level counts
_ASIDE = re.compile(r" \([^()]{1,80}\)")
_REACH = 10  # figures before one that is done among which what came in is looked for
_MOVES = 2  # figures that tell how the figure of what is done moved
_FIT = 0.6  # how many of the words of a head the figure that it means is told by
_HALF = 2  # how many times one of two rates may be the other, to be a slip of it
_CHANCE = 0.05  # hits by chance of a slip that are let pass where words tie all three figures
_RULE = "rel.outcome"


class Outcomes(Search):
    """Announces the rates of what is done of what came in."""

    def run(self) -> None:
        """Look at every rate that is told of a figure beside it."""
        bound = {a.stated for a in self.b.found if a.bond != "silent"}
        for p, rate in enumerate(self.b.q):
            if rate.unit != "%" or rate.direction is not None or rate.value_to is not None:
                continue
            if not p or rate.of is not None or rate.id in bound or not self.b.checked(p):
                continue
            x = self._done(p)
            if x is not None:
                named = self._named(x)
                if not named and self._of_both(x, p):
                    continue
                self._announce(x, p, named or list(self._came_in(x)), named=bool(named))

    def _done(self, p: int) -> int | None:
        """The figure of what is done, right before its rate; one by a second unit between."""
        b, q = self.b, self.b.q
        last = self._past_aside(p)
        told = self.b.between(last, p) if last >= 0 else ""
        if last < p - 1:
            moved = b.visible(p - 1, q[p].vs)
            told = self.b.between(p - 1, p) if moved else _ASIDE.sub("", told)
        if _OF_ELSE.match(self.folded, q[p].ve):
            return None
        if not _RATE.fullmatch(told):
            level = self._past_moves(p)
            if level is None:
                return None
            last = level
        for x in (last, last - 1):
            if x < 0 or not b.one_sentence(x, p) or not is_level(b, x):
                return None
            if _DONE.search(b.clause_before(x)):
                return x if q[x].unit is not None else None
            if not _TWIN.fullmatch(self.folded, q[x - 1].ve, q[x].vs):
                return None
        return None

    def _past_aside(self, p: int) -> int:
        """The figure before rate `p`, past changes in a bracket that closes before it ("giải quyết
        310 vụ (giảm 12 vụ so với cùng kỳ), đạt 95%"), or one told of it ("giải quyết 310 vụ, so
        cùng kỳ giảm 12 vụ (đạt 95%)")."""
        b, q = self.b, self.b.q
        k = p - 1
        while k >= 0 and not b.visible(k, q[p].vs) and q[k].direction is not None and k > p - 3:
            k -= 1
        if k == p - 1 > 0 and q[k].direction is not None and b.same(q[k], q[k - 1]):
            k -= _MOVED.search(self.folded, q[k - 1].full_ve, q[k].vs) is not None
        return k

    def _past_moves(self, p: int) -> int | None:
        """The level before rate `p`, past how it moved: "đã thi hành xong 412 việc, tăng 23 việc
        (5,9%) so với cùng kỳ; đạt tỷ lệ 71,4%"; none between where the sentence names the whole."""
        b, q, k = self.b, self.b.q, p - 1
        while k > 0 and k >= p - _MOVES and (q[k].direction is not None or k in b.rated):
            k -= 1
        if k < 0 or _REACHED.fullmatch(self.folded, q[p - 1].ve, q[p].vs) is None:
            return None
        if k == p - 1:
            return k if self._named(k) else None
        moved = q[k + 1].direction is not None and _MOVED.search(
            self.folded, q[k].full_ve, q[k + 1].vs
        )
        return k if moved else None

    def _named(self, x: int) -> list[int]:
        """The level that the head of the sentence of figure `x` names, in its paragraph or the one
        before: "Trong số có điều kiện, đã thi hành xong 412 việc"."""
        b, q = self.b, self.b.q
        low = b.frames[x].sentence[0]
        head = _AMONG.match(self.folded, low, q[x].vs)
        if head is None or (x and q[x - 1].vs >= low):
            return []
        name = telling_words(head["name"])
        for k in range(x - 1, max(-1, x - 1 - _REACH), -1):
            if b.frames[x].block - b.frames[k].block > 1:
                break
            alike = is_level(b, k) and b.same.cases(q[k].unit, q[x].unit)
            if not alike or q[k].value < q[x].value:
                continue
            told = self._told(k)
            fits = len(name & set(WORD.findall(told))) >= max(2, _FIT * len(name))
            if fits and not (_NOT_SO.search(told) and not _NOT_SO.search(head["name"])):
                return [k]
        return []

    def _came_in(self, x: int) -> Iterator[int]:
        """Figures that words call what came in, of the unit of `x`, the nearest first."""
        b, q = self.b, self.b.q
        for k in range(x - 1, max(-1, x - 1 - _REACH), -1):
            if not b.one_block(k, x) and not self._goes_on(k, x):
                return
            if not is_level(b, k) or q[k].value < q[x].value:
                continue
            if not b.same.cases(q[k].unit, q[x].unit):
                continue
            before = b.clause_before(k)
            if _DONE.search(before):
                continue
            if _CAME_IN.search(before) or _TO_DO.match(self.folded, q[k].ve):
                yield k

    def _of_both(self, x: int, p: int) -> bool:
        """True where the rate is that of what came in and what was carried over, told right after
        each other before `x`, no figure their sum; it is announced, also where it is a slip off."""
        b, q = self.b, self.b.q
        near = range(x - 1, max(0, x - 1 - _REACH), -1)
        for k in near:
            pair, total = (k - 1, k), q[k - 1].value + q[k].value
            if not b.one_sentence(k - 1, k) or not b.one_block(k, x) or total < q[x].value:
                continue
            if not all(is_level(b, n) and b.same.cases(q[n].unit, q[x].unit) for n in pair):
                continue
            carried = [_OPENING.search(self._told(n)) is not None for n in pair]
            new = pair[carried[0]]
            if sum(carried) != 1 or not _CAME_IN.search(b.clause_before(new)):
                continue
            if any(q[n].value == total for n in near):
                return False
            option = Option("percent", (b.op(x), b.op(pair[0]), b.op(pair[1])))
            right = agrees(option, q[p], self.by_id)
            if right or share_slips(option, q[p], (q[x], q[pair[0]], q[pair[1]]), _CHANCE):
                bond: Bond = "silent" if right else "weak"
                b.add("share", p, [option], b.scope(x, *pair, p), bond, _RULE)
                return True
        return False

    def _told(self, n: int) -> str:
        """What the words before figure `n` and right behind it tell of it."""
        after = _NAME.match(self.folded, self.b.q[n].ve)
        return f"{self.b.clause_before(n)} {after[0] if after else ''}"

    def _goes_on(self, k: int, x: int) -> bool:
        """True where figure `k` is of the paragraph before that of `x`, which `x` opens."""
        blocks = [self.b.frames[n].block for n in (k, x - 1, x)]
        return blocks[2] - blocks[0] == 1 and blocks[1] < blocks[2]

    def _announce(self, x: int, p: int, whole: list[int], *, named: bool) -> None:
        if not whole:
            return
        b, q = self.b, self.b.q
        options = [b.percent(x, y) for y in whole]
        right = any(agrees(o, q[p], self.by_id) for o in options)
        begins = b.frames[whole[0]].sentence[0]
        one_sentence = begins == b.frames[x].sentence[0]
        between = self.folded[q[whole[0]].ve if one_sentence else begins : q[x].vs]
        low = b.frames[whole[-1]].sentence[0]
        told = evaluate(options[0], q[p], self.by_id)
        near = (
            told is not None
            and bool(told.computed)
            and bool(q[p].value)
            and 1 / _HALF < (told.computed or 0) / q[p].value < _HALF
        )
        near = near or share_slips(options[0], q[p], (q[x], q[whole[0]]), _CHANCE)
        units = (q[x].unit, q[whole[0]].unit)
        firm = (near and named) or (
            near
            and (b.same.akin(*units) or not set(units) <= terms("nhom_vu_viec"))
            and b.frames[x].sentence[0] - b.frames[whole[0]].sentence[1] <= 1
            and not _PART.search(between)
            and not _CARRIED.search(self.folded, low, q[x].vs)
        )
        if not b.one_block(whole[0], x):
            firm = (near and named) or is_slip_of(q[p], told)
        if right or firm:
            bond: Bond = "silent" if right else "weak"
            b.add("share", p, options, b.scope(x, whole[0], p), bond, _RULE)
