"""Changes whose level before stands in a bracket after each, the levels now all told before them.

"Bắt giữ 418 vụ, trị giá 16,84 tỷ đồng; so với cùng kỳ tăng 53 vụ (365 vụ), trị giá giảm 20,9%
(21,30 tỷ đồng)": each bracket is put to the one level of its unit. A change that does not agree
contradicts only where it is near, or a slip of what follows.
"""

from __future__ import annotations

from itertools import takewhile

from extract.find.binding.distant import Distant
from extract.find.binding.moments import Moments
from extract.find.binding.slip_search import is_slip
from extract.find.binding.summands import countable
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, evaluate
from extract.values.units import PERCENT_UNITS

_SINCE = wording("change_levels.since")
_BASE = wording("bracket_bases.base")
_CLOSES = wording("bracket_bases.closes")
_COMPARED = wording("bracket_bases.compared")
_REACHED = wording("bracket_bases.reached")
_WHOLE = wording("bracket_bases.whole")
_SHARE_DIGITS = 3  # digits of a share that a level before agrees with not by chance
_FAR = 60  # figures before a rate of a plan among which what reached it is told
_SHARED = 2  # words that tell such a rate and the level that it is of
_PLAN = wording("bracket_bases.plan")
_PLAN_RULE = "rel.plan-reached"
_MOVED = wording("bracket_bases.moved")
_WITH = wording("bracket_bases.compared_with")
_EQUALS = wording("change_levels.equals")
_DIGITS = 2  # digits of a figure that a slip is told of
_LEVELS = 30  # figures before a bracket among which the level now is looked for
_NAMED = 80  # characters before a plan in which it is named
_REACH = 300  # characters before a change in which the time compared with is told


def find_bracket_bases(binder: Moments) -> None:
    """Announce the changes of levels told before, from what stands in a bracket after each, and
    the rates that they reach of a plan or of a whole in a bracket."""
    search = BracketBases(binder)
    search.run()
    search.rates()
    search.wholes()
    search.plans()
    search.moved()


class BracketBases(Distant):
    """The search for one document."""

    def run(self) -> None:
        """Look at every change or rate of change right before a bracket that holds one level."""
        for n in range(len(self.b.q) - 1):
            x, base = self.b.q[n], n + 1
            if x.direction is None or x.of is not None or not self.b.checked(n, base):
                continue
            if not self._is_base(n, base):
                continue
            now = self._now(n, base)
            if now is None or self.settled(n, "difference", "percent"):
                continue
            scope = self.b.scope(now, n, base)
            if x.unit in PERCENT_UNITS:
                option = self.b.growth(now, base)
                if self._told(n, option, sure=True):
                    self.b.add("percent", n, [option], scope, "unexplained", "rel.bracket-base")
            elif self.b.same(x, self.b.q[base]):
                ends = (base, now) if x.direction == "decrease" else (now, base)
                option = self.b.less(ends[0], ends[1])
                self.b.add("difference", n, [option], scope, "near", "rel.bracket-base")

    def rates(self) -> None:
        """Look at every rate told of a plan in a bracket before it, of a level told before both:
        "Thu 11.869 tỷ đồng. So với dự toán giao (10.606 tỷ đồng), số thu đạt 111,91%"."""
        sums = (a.options[0].operands for a in self.b.found if a.kind == "sum")
        summed = {o.quantity for parts in sums for o in parts}  # what divides a level is none
        for n in range(1, len(self.b.q)):
            p, base = self.b.q[n], n - 1
            if p.unit not in PERCENT_UNITS or p.direction or p.value_to or p.of is not None:
                continue
            if not self.level(base) or not self.b.checked(n) or self.settled(n, "share"):
                continue
            y = self.b.q[base]
            low = self.b.frames[n].sentence[0]
            opened = _COMPARED.search(self.folded, max(low, y.vs - _NAMED), y.vs)
            reached = _REACHED.fullmatch(self.folded, y.ve, p.vs)
            if opened is None or reached is None:
                continue
            subject = self.told(*reached.span("subject"))
            levels = [k for k in self.back(base) if self._may_reach(k, base)]
            wholes = [k for k in levels if self.b.q[k].id not in summed]
            for x in levels:
                option = self.b.percent(x, base)
                if self._told(n, option, sure=wholes == [x] and subject <= self.words(x)):
                    scope = self.b.scope(x, base, n)
                    self.b.add("share", n, [option], scope, "unexplained", "rel.compared-plan")
                    break
            if not levels:
                self._of_paragraph_before(n, base, subject)

    def _of_paragraph_before(self, n: int, base: int, subject: frozenset[str]) -> None:
        """Announce a rate of a plan of a level that ends the paragraph before; a slip of it only
        where it is the one level there, under the words of the rate."""
        levels = [x for x in self._ends_paragraph(base) if self._may_reach(x, base)]
        for x in levels:
            option = self.b.percent(x, base)
            sure = len(levels) == 1 and bool(subject) and subject <= self.words(x)
            if self._told(n, option, sure=sure):
                scope = self.b.scope(x, base, n)
                self.b.add("share", n, [option], scope, "unexplained", "rel.compared-plan")
                return

    def _ends_paragraph(self, n: int) -> list[int]:
        """The figures of the last sentence of the paragraph before that of figure `n`."""
        block = self.b.frames[n].block
        last = n
        while last >= 0 and self.b.frames[last].block == block:
            last -= 1
        if last < 0 or self.b.frames[last].block != block - 1:
            return []
        sentence = self.b.frames[last].sentence
        reach = range(last, max(-1, last - _LEVELS), -1)
        return [k for k in reach if self.b.frames[k].sentence == sentence]

    def wholes(self) -> None:
        """Look at every share of a whole that it names with its size in a bracket, of a level told
        in a sentence before: "… là 5.917 người. Tỷ lệ bao phủ đạt 13,57% lực lượng lao động
        (43.620 người)"; only where they agree to three digits."""
        for n in range(len(self.b.q) - 1):
            p, y = self.b.q[n], self.b.q[n + 1]
            if p.unit != "%" or p.direction or p.value_to or not self.level(n + 1) or y.step:
                continue
            if len(digits(p, p.value)) < _SHARE_DIGITS or self.settled(n, "share"):
                continue
            if not self.b.one_sentence(n, n + 1):
                continue
            named = _WHOLE.fullmatch(self.folded, p.ve, y.vs)
            if named is None or _CLOSES.match(self.folded, y.ve) is None:
                continue
            for x in self.back(n):
                alike = self.level(x) and not self.b.q[x].step and self.akin(self.b.q[x], y)
                option = self.b.percent(x, n + 1)
                if alike and agrees(option, p, self.by_id):
                    scope = self.b.scope(x, n, n + 1)
                    self.b.add("share", n, [option], scope, "silent", "rel.bracket-whole")
                    break

    def plans(self) -> None:
        """Look at every rate of a plan in a bracket behind it whose sentence tells no level before
        it: of a level told paragraphs before by its words, or fine enough without: "Số hội viên
        kết nạp đạt 58,45% chỉ tiêu năm (2.200 hội viên)"."""
        for n in range(1, len(self.b.q) - 1):
            p, y = self.b.q[n], n + 1
            low = self.b.frames[n].sentence[0]
            if p.unit != "%" or p.direction or p.value_to or self._told_in(low, n):
                continue
            if _PLAN.fullmatch(self.folded, p.ve, self.b.q[y].vs) is None or not self.b.checked(n):
                continue
            fine = len(digits(p, p.value))
            if not countable(self.b.q[y]) or fine < _SHARE_DIGITS or self.settled(n, "share"):
                continue
            subject = self.told(low, p.vs)
            for x in range(n - 1, max(-1, n - 1 - _FAR), -1):
                named = fine > _SHARE_DIGITS or len(subject & self.words(x)) >= _SHARED
                option = self.b.percent(x, y)
                if named and self._reaches(x, y) and agrees(option, p, self.by_id):
                    self.b.add("share", n, [option], self.b.scope(x, n, y), "silent", _PLAN_RULE)
                    break

    def _reaches(self, x: int, y: int) -> bool:
        """True where level `x`, in no bracket, counts what plan `y` does."""
        told = self.level(x) and self.b.bracket(x) is None
        return told and self.b.same(self.b.q[x], self.b.q[y])

    def _told_in(self, low: int, n: int) -> bool:
        """True where a level stands between place `low` and figure `n`."""
        before = takewhile(lambda k: self.b.q[k].vs >= low, range(n - 1, -1, -1))
        return any(self.level(k) for k in before)

    def moved(self) -> None:
        """Look at every figure told as what came back, was added or closed since the time whose
        level stands in a bracket: "Có 210 chợ. So với tháng 5 (chỉ 150 chợ), số chợ mở cửa trở lại
        là 60, tương đương mức tăng 40%"."""
        for c in range(1, len(self.b.q)):
            base = c - 1
            if not self.level(c) or not self.level(base) or not self._compared(base, c):
                continue
            m = _MOVED.search(self.folded[self.b.q[base].ve : self.b.q[c].vs])
            if m is None or not self.akin(self.b.q[c], self.b.q[base]):
                continue
            ends = {
                k: self.b.less(base, k) if m["down"] else self.b.less(k, base)
                for k in self._levels_now(base, fall=bool(m["down"]))
            }
            fine = next((k for k in ends if agrees(ends[k], self.b.q[c], self.by_id)), None)
            near = [k for k in ends if self.b.one_block(k, c)]
            if fine is not None:
                scope = self.b.scope(fine, base, c)
                self.b.add("difference", c, [ends[fine]], scope, "silent", "rel.bracket-base")
            elif len(near) == 1 and self.gives_slip(c, ends[near[0]], _DIGITS):
                scope = self.b.scope(near[0], base, c)
                bond: Bond = "unexplained"
                self.b.add("difference", c, [ends[near[0]]], scope, bond, "rel.bracket-base")
            self._rate_of(c, base)

    def _compared(self, base: int, c: int) -> bool:
        """True where level `base` stands in a bracket before `c` that words compare with."""
        low = self.b.frames[c].sentence[0]
        one = self.b.one_sentence(base, c)
        around = self.b.bracket(base)
        if not one or around is None or self.b.bracket(c) == around:
            return False
        return _WITH.search(self.folded, low, self.b.q[base].vs) is not None

    def _levels_now(self, base: int, *, fall: bool) -> list[int]:
        """Levels before figure `base` of its unit, outside brackets, the nearest first: larger
        ones, or smaller where there is a fall."""
        y, found = self.b.q[base], []
        for k in range(base - 1, max(-1, base - 1 - _LEVELS), -1):
            x = self.b.q[k]
            apart = self.b.frames[base].block - self.b.frames[k].block
            if apart > 1:
                break
            alike = x.unit is not None and x.unit == y.unit and self.level(k)
            if alike and (x.value < y.value) == fall and self.b.brackets.around(x.vs) is None:
                found.append(k)
        return found

    def _rate_of(self, c: int, base: int) -> None:
        """The change in % of the level before it, told right after it."""
        p = c + 1
        if p == len(self.b.q) or not self.b.one_sentence(p, c):
            return
        gap = self.folded[self.b.q[c].ve : self.b.q[p].vs]
        if self.b.q[p].unit != "%" or len(gap) > _NAMED or _EQUALS.search(gap) is None:
            return
        option = self.b.percent(c, base)
        fine = agrees(option, self.b.q[p], self.by_id)
        if self.b.checked(p) and (fine or self.gives_slip(p, option, _DIGITS)):
            bond: Bond = "silent" if fine else "unexplained"
            scope = self.b.scope(c, base, p)
            self.b.add("percent", p, [option], scope, bond, "rel.bracket-base")

    def _told(self, n: int, option: Option, *, sure: bool) -> bool:
        """True where a rate is what an option gives, or where it is `sure` one slip away."""
        p = self.b.q[n]
        if agrees(option, p, self.by_id):
            return True
        outcome = evaluate(option, p, self.by_id)
        given = outcome.computed if outcome else None
        return sure and given is not None and is_slip(p, given)

    def _may_reach(self, k: int, base: int) -> bool:
        """True where level `k` stands in no bracket and is of the unit of figure `base`."""
        alike = self.b.same.akin(self.b.q[k].unit, self.b.q[base].unit) and self.level(k)
        return alike and self.b.bracket(k) is None

    def _is_base(self, n: int, base: int) -> bool:
        """True where nothing but a level, and words of a time before, stands in the bracket."""
        q = self.b.q
        if q[base].unit is None or q[base].of is not None or q[base].unit in PERCENT_UNITS:
            return False
        if not self.b.one_sentence(n, base):
            return False
        opened = _BASE.fullmatch(self.folded, q[n].ve, q[base].vs)
        return opened is not None and _CLOSES.match(self.folded, q[base].ve) is not None

    def _now(self, n: int, base: int) -> int | None:
        """The one level of the unit of `base` before the words that compare, in the sentence, or
        in the part of it behind a semicolon."""
        low = max(self.b.frames[n].sentence[0], self.b.q[n].vs - _REACH)
        told = list(_SINCE.finditer(self.folded, low, self.b.q[n].vs))
        if not told:
            return None
        at, first = told[-1].start(), self.b.frames[n].sentence[0]
        found = []
        for k in range(n - 1, -1, -1):
            x = self.b.q[k]
            if x.vs < first:
                break
            alike = x.vs < at and self.b.same.akin(x.unit, self.b.q[base].unit)
            if alike and self.b.visible(k, at) and self.level(k):
                found.append(k)
        own = [k for k in found if ";" not in self.folded[self.b.q[k].full_ve : at]]
        levels = own or found
        return levels[0] if len(levels) == 1 else None
