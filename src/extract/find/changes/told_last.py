"""Levels before, told in the sentence behind the levels now and their changes: "Tỉnh còn 14 sở, 121
phòng, giảm 7 sở, 22 phòng. Trước sắp xếp có 21 sở, 143 phòng".

A level before is put to the one level and the one change of its unit. One that does not agree
contradicts where a slip in a figure explains it and nothing else is compared with.
"""

from __future__ import annotations

from extract.find.binding.distant import Distant
from extract.find.binding.slip_search import is_slip
from extract.model import Bond, Option
from extract.rules.wording import wording
from extract.values.formula import agrees, digits, evaluate
from extract.values.units import PERCENT_UNITS, TIME

_OPENS = wording("told_last.opens")
_OTHER = wording("told_last.other_time")
_FIRST = 2  # figures of a sentence the first of which may count the bodies
_DIGITS = 2  # of a figure that a slip is told of
_FINE = 3  # and of a rate
_RULE = "rel.told-last"


class ToldLast(Distant):
    """Announces changes whose levels before are told in the sentence behind them."""

    def run(self) -> None:
        """Look at every sentence, or part behind a semicolon, that tells what was before."""
        first = 0
        for start, end in self.sentences():
            after = first < start and self.b.one_block(first, start)
            for k in range(start, min(end, start + _FIRST)):  # "hai sở có 20 phòng"
                if after and self._opens(k, self.b.frames[k].sentence[0]):
                    self._look((first, start), (k, end))
            for k in range(start + 1, end):
                at = self.folded.rfind("; ", self.b.q[k - 1].full_ve, self.b.q[k].vs)
                if at >= 0 and self._opens(k, at + 2):
                    self._look((start, k), (k, end))
            first = start

    def _opens(self, k: int, low: int) -> bool:
        return _OPENS.fullmatch(self.folded, low, self.b.q[k].vs) is not None

    def _look(self, now: tuple[int, int], then: tuple[int, int]) -> None:
        text = self.folded[self.b.frames[now[0]].sentence[0] : self.b.q[then[0]].vs]
        if _OTHER.search(text):
            return
        for old in self._open(then):
            if self._alike(old, then) != [old]:
                continue
            told = self._alike(old, now)
            changes = [k for k in told if self.b.q[k].direction is not None]
            levels = [k for k in told if self.level(k)]
            if len(changes) == 1 and len(levels) == 1 and len(told) == 2:
                self._add(changes[0], levels[0], old)

    def _open(self, part: tuple[int, int]) -> list[int]:
        """The figures of a sentence outside brackets, rates and times passed over."""
        return [
            k
            for k in range(*part)
            if self.b.bracket(k) is None
            and self.b.q[k].unit not in PERCENT_UNITS | TIME
            and self.b.checked(k)
        ]

    def _alike(self, n: int, part: tuple[int, int]) -> list[int]:
        """The figures of a sentence that count what figure `n` does."""
        unit = self.b.q[n].unit
        return [k for k in self._open(part) if self.b.same.akin(self.b.q[k].unit, unit)]

    def _add(self, c: int, level: int, old: int) -> None:
        falls = self.b.q[c].direction == "decrease"
        option = self.b.less(old, level) if falls else self.b.less(level, old)
        agree = agrees(option, self.b.q[c], self.by_id)
        sign = 1 if falls else -1
        slip = self.sum_slipped(c, (old, level), _DIGITS, signs=(sign, -sign))
        if agree or (slip and not self.settled(c, "difference", "sum")):
            bond: Bond = "silent" if agree else "weak"
            self.b.add("difference", c, [option], self.b.scope(c, level, old), bond, _RULE)
            self._rate(c, old)

    def _rate(self, c: int, old: int) -> None:
        """The rate right behind change `c`, as that of the level before."""
        p = c + 1
        if self.b.q[p].unit not in PERCENT_UNITS or not self.b.one_sentence(p, c):
            return
        option = self.b.percent(c, old)
        if agrees(option, self.b.q[p], self.by_id):
            self._announce(p, option, "silent")
        elif self._is_slip(p, option) and not self.settled(p, "percent", "share"):
            rate = self.b.q[p].id  # its base is told: none need be thought of
            self.b.take_back(lambda a: a.stated == rate and a.kind == "implied_base")
            self._announce(p, option, "weak")

    def _announce(self, p: int, option: Option, bond: Bond) -> None:
        scope = self.b.scope(p, *self.b.operands(option))
        self.b.add("percent", p, [option], scope, bond, _RULE)

    def _is_slip(self, p: int, option: Option) -> bool:
        told = evaluate(option, self.b.q[p], self.by_id)
        fine = len(digits(self.b.q[p], self.b.q[p].value)) >= _FINE
        return (
            fine
            and told is not None
            and told.computed is not None
            and is_slip(self.b.q[p], told.computed)
        )
