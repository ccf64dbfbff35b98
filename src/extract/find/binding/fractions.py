"""Fractions, shares and multiples that the text announces: x/y told as a percentage, in words, with
its rest; x of a level before it ("chiếm 12%"); so many times another level."""

from __future__ import annotations

import re

from extract.find.binding.moments import Moments
from extract.find.binding.part_shares import OTHER_OCCUPIES, has_own_rate
from extract.find.binding.slip_search import is_slip
from extract.find.binding.summands import OWN_BRACKET, countable
from extract.model import Bond, Formula, Option
from extract.rules.wording import wording
from extract.values.formula import agrees
from extract.values.formulas import HUNDRED
from extract.values.units import PERCENT_UNITS, TIME

_COORDINATED = wording("skeleton.coordinated")
_NOT_YET = wording("relations.not_yet")
_LINKS = wording("relations.links")
_COMPARED = wording("relations.compared")
_SAME_AS = wording("relations.same_as")
_ROUGHLY = wording("relations.roughly")
_LEAD = 10  # characters of the word before a figure
_EACH_RATE = wording("relations.each_rate")
_WHOLE = wording("relations.whole")
_TWO_STATES = wording("relations.two_states")
_TIED = wording("relations.tied")
_ITS_RATE = wording("relations.its_rate")
_HANDED_ON = wording("relations.handed_on")
_MOVED = wording("relations.moved")
_OWN_BASE = wording("relations.own_base")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FAR = 6  # figures before one among which a level of its name is looked for
_NAME = 2  # words that name a level again
_ALL = 100  # per cent
_ROW = 40  # figures before and behind one among which others of its row are looked for
_ASIDE = re.compile(r"\([^()]*\)")
_IN_WORDS = frozenset({"qty.spelled", "qty.half"})


class Fractions(Moments):
    """Turns hits of the rules for fractions and shares into relations, one method for each form."""

    def _share_of(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        y, x, p = f["y"], f["x"], f["p"]
        unit = self.q[x].unit
        if unit != self.q[y].unit or not self.same.known(unit) or self.q[x].per:
            return
        if self.q[x].value > self.q[y].value or not self.visible(y, self.q[p].vs):
            return
        if not self.one_sentence(y, p):
            return
        if _TWO_STATES.search(self.folded, self.q[y].ve, self.q[x].vs) or self._beside(y, x):
            bond = "silent"
        if has_own_rate(self, y) or OTHER_OCCUPIES.search(
            self.folded, self.q[x].full_ve, self.q[p].vs
        ):
            bond = "silent"
        option = self.percent(x, y)
        self.add("share", p, [option], self.scope(x, y, p), bond, rule)

    def without_handed_on(self, x: int, y: int, p: int) -> list[Option]:
        """Share `p` of level `y` without what the sentence tells next as handed on or given back,
        which is no longer to be dealt with: "đạt 89,5%; chuyển tòa án khác 3 vụ"."""
        k = p + 1
        if k == len(self.q) or not self.one_sentence(k, p):
            return []
        told = _HANDED_ON.fullmatch(self.folded, self.q[p].full_ve, self.q[k].vs)
        if told is None or not self.same.cases(self.q[k].unit, self.q[y].unit):
            return []
        return [Option("percent", (self.op(x), self.op(y), self.op(k, -1)))]

    def _beside(self, y: int, x: int) -> bool:
        """True where level `y` has a rate of its own in its clause, and `x` stands in another: both
        are shares of what is not told ("hộ nghèo 9,9%, tương ứng 120 hộ; hộ cận nghèo 81 hộ")."""
        low = self.folded.rfind(";", self.frames[y].sentence[0], self.q[y].vs) + 1
        high = self.folded.find(";", self.q[y].ve, self.q[x].vs)
        near = range(max(0, y - 3), min(len(self.q), y + 3))
        return high >= 0 and any(
            self.q[k].unit == "%" and self.q[k].direction is None and low <= self.q[k].vs < high
            for k in near
        )

    def _fraction(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        p, x = f["p"], f["f"]
        between = _ASIDE.sub("", self.between(x, p))
        between = _COORDINATED.sub("", between, 1)  # "118/142 thôn, bản (83,1%)"
        if x < p and "," in between and not _LINKS.fullmatch(between.rpartition(",")[2]):
            bond = "silent"  # another subject: "…, tỷ lệ đơn đúng hạn đạt 95%"
        all_of_it = self.q[x].value == self.q[x].of
        if self.q[p].value == HUNDRED and not (all_of_it or self._in_row(x, p)):
            bond = "silent"  # "408/1.722 khu vực cử tri đi bầu đạt 100%": each of them did
        if x < p and OWN_BRACKET.search(self.folded, self.q[x].full_ve, self.q[p].vs):
            bond = "silent"
        if x < p and _EACH_RATE.search(between):
            bond = "silent"  # "37/63 địa phương tỷ lệ giải ngân là 0%": of each of them
        if x < p and between.strip() and not _TIED.search(between):
            bond = "silent"  # "14/20 trường thi đỗ 100%": what each of them has
        if all_of_it and self.q[p].value > _ALL and not self._in_row(x, p):
            bond = "silent"  # "07/07 cụm, đạt 140% kế hoạch": of a plan that is told elsewhere
        if _ROUGHLY.search(self.folded, max(0, self.q[x].vs - _LEAD), self.q[x].vs):
            bond = "silent"  # "hơn một phần ba (35,4%)": the rate tells how much it is
        rest = self.folded[self.q[p].ve : self.q[p].ve + 24]
        threshold = self.q[p].bound is not None and not _ITS_RATE.search(between)
        moved = self.q[p].direction is not None and not self._of_one_move(x, p)
        if moved or threshold or _WHOLE.match(rest):
            bond = "silent"  # a change, a threshold, or a share of another whole
        options = [Option("percent", (self.op(x),))]
        if p < x and _COMPARED.search(self.folded, self.q[p].ve, self.q[x].vs):
            options.insert(0, Option("growth", (self.op(x),)))  # "7,4% so với cùng kỳ (58/54)"
        if self.q[p].direction is not None:
            options.append(Option("growth", (self.op(x),)))
        elif self._fell_to(x):
            options.append(Option("fall", (self.op(x),)))
        self.add("share", p, options, self.scope(x, p), bond, rule)

    def _in_row(self, x: int, p: int) -> bool:
        """True where another x/y of the paragraph, told in the same words, has the rate that it
        gives, below 100%: "Tân An 12/14 xã (85,7%); Tân Phú 7/9 xã (100%)"."""
        words = self.between(x, p)
        for k in range(max(0, x - _ROW), min(len(self.q) - 1, x + _ROW)):
            part, rate = self.q[k], self.q[k + 1]
            if k == x or part.of is None or rate.unit != "%" or not rate.value < HUNDRED:
                continue
            if not self.one_block(k, x) or self.between(k, k + 1) != words:
                continue
            if agrees(Option("percent", (self.op(k),)), rate, self.by_id):
                return True
        return False

    def _of_one_move(self, x: int, p: int) -> bool:
        """True where rate `p` only has the direction of the x/y before it, compared with nothing:
        "giảm 2.272/22.738 biên chế, đạt 9,99%"."""
        one = x < p and self.q[x].direction == self.q[p].direction
        again = _MOVED.search(self.folded, self.q[x].ve, self.q[p].vs)
        return one and again is None and not _OWN_BASE.match(self.folded, self.q[p].full_ve)

    def _quotient(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """x/y = r, where nothing is counted: "giáo viên/lớp: 40/16 = 2,5"."""
        x, n = f["f"], f["n"]
        if self.q[n].direction is None and self.q[n].value < self.q[x].value:
            option = Option("ratio", (self.op(x),))
            self.add("share", n, [option], self.scope(x, n), bond, rule)

    def _fell_to(self, x: int) -> bool:
        """True where the figure before x/y is the fall from y to x: "giảm 21 vụ (339/360 vụ =
        5,83%)"."""
        c, f = self.q[x - 1], self.q[x]
        if not x or f.of is None or not self.one_sentence(x - 1, x):
            return False
        return c.direction == "decrease" and c.value == f.of - f.value

    def _told_fraction(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """A fraction in words: x / y told as "ba phần tư", of figures of one unit."""
        told, x = f["f"], f["x"]
        in_words = self.q[told].rule in _IN_WORDS and self.q[x].rule not in _IN_WORDS
        parts = [x, f["y"]] if "y" in f else [x]
        if in_words and self.same(self.q[x], self.q[parts[-1]]):
            option = Option("fraction", tuple(self.op(k) for k in parts))
            self.add("share", told, [option], self.scope(*parts, told), bond, rule)

    def _gap(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        c, x = f["c"], f["f"]
        if self.q[c].unit in (*PERCENT_UNITS, "bậc") or self.q[x].unit in PERCENT_UNITS:
            return
        weight = 1 if self.q[c].direction == "increase" else -1
        option = Option("gap", (self.op(x, weight),))
        if (self.q[x].of or 0) - self.q[x].value == self.q[c].value * weight:
            bond = "silent"  # "giảm 03 phòng (12/09)": the level before is told first
        self.add("difference", c, [option], self.scope(c, x), bond, rule)
        self._rate_behind(c, x)

    def _rate_behind(self, c: int, x: int) -> None:
        """The rate right behind a change and the fraction that tells its levels: "tăng 13 vụ
        (51/38), tức tăng 34,2%"."""
        p = x + 1
        if c != x - 1 or p >= len(self.q) or self.q[p].unit != "%":
            return
        between = self.between(x, p)
        way = self.q[p].direction or self.q[c].direction
        if way == self.q[c].direction and _SAME_AS.fullmatch(between):
            formula: Formula = "growth" if self.q[p].direction or way == "increase" else "fall"
            option = Option(formula, (self.op(x),))
            self.add("percent", p, [option], self.scope(c, p), "strong", "rel.change-fraction")

    def _fraction_left(
        self, f: dict[str, int], at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        """What is left of a fraction; all of it where the same is not yet done ("đã cấp 54/60 giấy
        phép, còn 8 giấy phép chưa cấp")."""
        c, x = f["c"], f["f"]
        m = _NOT_YET.match(self.folded, self.q[c].full_ve)
        done = f"{self.clause_before(x)} {self.between(x, c)}"
        same = m is not None and f" {m['verb']} " in f" {done}"
        alike = self.same.akin(self.q[c].unit, self.q[x].unit)
        held = ((same and alike) or self._slip_of_rest(x, c)) and not shared_rest(self, x, c)
        self._gap(f, at, bond if held else "silent", rule)

    def _slip_of_rest(self, x: int, c: int) -> bool:
        """True where the rate right behind fraction `x` proves it, and figure `c` is a slip away
        from what is left of it."""
        whole = self.q[x].of
        if whole is None or c != x + 2 or not self.same(self.q[c], self.q[x]):
            return False
        proved = agrees(Option("percent", (self.op(x),)), self.q[x + 1], self.by_id)
        return proved and is_slip(self.q[c], whole - self.q[x].value)

    def _without(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        """Không tính C thì còn B: a level told before, under the name that B has, less C."""
        c, b = f["c"], f["b"]
        own = set(_WORD.findall(self.clause_before(b)))
        levels = [
            a
            for a in range(max(0, c - _FAR), c)
            if self.frames[c].block - self.frames[a].block <= 1
            and self._plain_level(a)
            and self.same(self.q[a], self.q[b])
            and self.q[a].value > self.q[b].value
            and len(own & set(_WORD.findall(self.clause_before(a)))) >= _NAME
        ]
        if len(levels) == 1 and self.same(self.q[c], self.q[b]):
            option = self.less(levels[0], c)
            self.add("difference", b, [option], self.scope(levels[0], c, b), bond, rule)

    def _times(self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str) -> None:
        x, y, k = f["x"], f["y"], f["k"]
        if self.q[x].unit in TIME:
            return  # "trong 04 năm tăng 1,8 lần so với 05 năm trước": what was done in them
        told, more = self.q[k], self.q[x].value / self.q[y].value - 1
        if told.direction == "increase" and told.low <= more <= told.high:
            return  # "1.836, tăng 2 lần so với 612": by so much
        if self.same(self.q[x], self.q[y]) and self.visible(x, self.q[k].vs):
            options = [Option("ratio", (self.op(x), self.op(y)))]
            options.append(Option("ratio", (self.op(y), self.op(x))))
            self.add("percent", k, options, self.scope(x, y, k), bond, rule)

    def _times_back(
        self, f: dict[str, int], _at: dict[str, list[int]], bond: Bond, rule: str
    ) -> None:
        k, y = f["k"], f["y"]
        levels = self.levels_before(self.q[k].vs, k, y)
        if levels and levels[0] != y:
            if ";" in self.folded[self.q[levels[0]].ve : self.q[k].vs]:
                bond = "silent"
            options = [Option("ratio", (self.op(x), self.op(y))) for x in levels]
            self.add("percent", k, options, self.scope(levels[0], y, k), bond, rule)


def shared_rest(binder: Moments, x: int, c: int) -> bool:
    """True where figures behind `c` tell with it what fraction `x` leaves: "160/220 em đạt; 50 em
    không đạt, 10 em bỏ thi"."""
    q = binder.q
    left = (q[x].of or q[x].value) - q[x].value - q[c].value
    whole = left == 0
    for k in range(c + 1, len(q)):
        if not binder.one_sentence(k, c) or left <= 0:
            break
        if countable(q[k]) and q[k].direction is None and q[k].unit in (None, q[c].unit):
            left -= q[k].value
    return left == 0 and not whole
