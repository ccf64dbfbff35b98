"""Slips that the digits prove: figures side by side that do not agree, and would but for one wrong
digit or two swapped ones, where chance hardly explains that.

"đã giải quyết 5.612 tin, tỷ lệ giải quyết đạt 62,84%" of 8.214 tin the sentence before: 5.162 gives
the rate. As in `proofs`, what chance would give is counted: the slips that each figure may have
suffered, the pairs tried before, and the width of the stated interval over the stated value. Swaps
come first, since there are few of them.
"""

from __future__ import annotations

from extract.find.comparable import TIME
from extract.find.distant import Levels
from extract.find.proofs import LOG, LOOSE, Proof
from extract.find.skeleton import PERCENT_UNITS
from extract.model import Option
from extract.rules.wording import wording
from extract.values.formula import agrees, as_written, changes_of, digits, swaps_of
from extract.values.formulas import HUNDRED

_CHANCE = 0.01  # hits by chance that are let pass
_SHARED = 0.02  # the same for a share of the whole of those beside it
_WHOLES = 3  # levels before a part that may be its whole
_BESIDE = 8  # figures from a share to one that tells its whole
_UNOPENED = 3  # times as sure a total must be whose parts no words open
_LONGEST = 12  # levels of a row of parts
_LEFT = wording("nearby.left")
_OPENED = wording("proved_slips.opened")
_OF_PLAN = wording("proved_slips.of_plan")
_REACHED = wording("unpaired_shares.reached")
_GAP = 45  # characters between a part and its share
RULE = "rel.proved-slip"


class SlipProofs(Proof):
    """The search for one document."""

    outdone = LOOSE

    def run(self) -> None:
        """Look at every figure that no relation explains so far."""
        self._bases = dict(self.shares_told())
        self._wholes: dict[int, set[int]] = {}  # part -> the totals that it is summed to
        for a in self.b.found:
            if a.kind == "sum":
                for o in a.options[0].operands:
                    self._wholes.setdefault(self.place[o.quantity], set()).add(self.place[a.stated])
        for n, x in enumerate(self.b.q):
            if x.bound is not None or x.direction is not None or not self.open(n):
                continue
            if x.unit in PERCENT_UNITS:
                if x.step and x.value != HUNDRED:
                    self._share(n)
            elif x.unit in TIME or x.per is not None:
                continue
            elif _LEFT.search(self.b.clause_before(n)):
                self._left(n)
            else:
                self._total(n)

    def _share(self, n: int) -> None:
        """A share is one of a level before its part, or of the whole of the shares beside it."""
        p, x = self.b.q[n], n - 1
        if not n or self.b.frames[x].sentence != self.b.frames[n].sentence or not self.usable(x):
            return
        gap = self.folded[self.b.q[x].full_ve : p.vs]
        if len(gap) > _GAP or _OF_PLAN.match(self.folded, p.ve):
            return
        width = float(p.step) / float(min(p.value, abs(HUNDRED - p.value))) / LOG
        beside = range(max(0, n - _BESIDE), min(len(self.b.q), n + _BESIDE))
        shared = {self._bases[k] for k in beside if k in self._bases}
        if len(shared) == 1 and self._is_share(n, x, shared.pop(), width * _CHANCE / _SHARED):
            return
        if ";" in gap:
            return
        own = self._wholes.get(x, set())
        block = self.b.frames[n].block  # further off, names would have to tell
        near = [y for y in self.before(x) if self.b.frames[y].block == block]
        wholes = [y for y in near if self._may_hold(x, y)]
        wholes = [y for y in wholes if own.isdisjoint(self._wholes.get(y, ()))]
        if _REACHED.fullmatch(gap):  # "vốn trung ương 902 tỷ đồng, đạt 58,9%" of its plan
            wholes = [y for y in wholes if y not in own]
        for tries, y in enumerate(wholes[:_WHOLES], 1):
            if self._is_share(n, x, y, tries * width):
                return

    def _may_hold(self, x: int, y: int) -> bool:
        part, whole = self.b.q[x], self.b.q[y]
        return self.akin(part, whole) and part.value < whole.value

    def _is_share(self, n: int, x: int, y: int, width: float) -> bool:
        """True where rate `n` is that of a part in a whole but for a slip; it is announced."""
        option = Option("percent", (self.b.op(x), self.b.op(y)))
        part, whole = self.b.q[x], self.b.q[y]
        width += float(part.step / part.value + whole.step / whole.value) / LOG
        slipped = self._may_hold(x, y) and self._slipped(option, n, width)
        if slipped:
            self._contradict("share", n, option)
        return slipped

    def _contradict(self, kind: str, n: int, option: Option) -> None:
        """Announce what a slip of its figures contradicts, in place of what ties them loosely."""
        stated = self.b.q[n].id
        ids = {o.quantity for o in option.operands}
        self.b.found[:] = [
            a
            for a in self.b.found
            if a.stated != stated
            or a.bond not in LOOSE
            or {o.quantity for o in a.options[0].operands} != ids
        ]
        ns = [self.place[o.quantity] for o in option.operands]
        self.b.add(kind, n, [option], self.b.scope(*ns, n), "unexplained", RULE)

    def _left(self, n: int) -> None:
        """What is left is the difference of the two levels before it."""
        x = self.b.q[n]
        pool = [k for k in self.around(n) if k < n and self.akin(self.b.q[k], x)][:2]
        if len(pool) < 2:
            return
        b, a = sorted(pool, key=lambda k: self.b.q[k].value)
        option = Option("sum", (self.b.op(a), self.b.op(b, -1)))
        if self._slipped(option, n, self.grain(n, a, b) / float(x.value) / LOG):
            self._contradict("difference", n, option)

    def _total(self, n: int) -> None:
        """A total is the sum of all its like in the next sentence that has such, or in the rest of
        its own where words open them as its parts; with brackets or without."""
        x, frames = self.b.q[n], self.b.frames
        if any(a.kind == "sum" and a.bond != "silent" for a in self.stated.get(x.id, ())):
            return  # its parts are known, and may not be all
        after = [k for k in self.after(n, 0, _LONGEST) if self.akin(self.b.q[k], x)]
        run = [k for k in after if frames[k].sentence == frames[after[0]].sentence]
        if not run:
            return
        opened = _OPENED.match(self.folded, x.full_ve)
        if not opened and frames[run[0]].sentence == frames[n].sentence:
            return  # one figure after the other
        outer = [k for k in run if self.b.brackets.around(self.b.q[k].vs) is None]
        rows = [row for row in (run, outer) if len(row) > 1]
        for tries, row in enumerate(rows, 1):
            if any(self.b.q[k].value >= x.value for k in row):
                continue
            option = Option("sum", tuple(self.b.op(k) for k in row))
            width = self.grain(n, *row) / float(x.value) / LOG
            if self._slipped(option, n, tries * width * (1 if opened else _UNOPENED)):
                self._contradict("sum", n, option)
                return

    def _slipped(self, option: Option, n: int, width: float) -> bool:
        """True where a slip of one of the figures explains why a reading of figure `n` does not
        agree, and chance, of so many hits a try, does not."""
        stated = self.b.q[n]
        if agrees(option, stated, self.by_id):
            return False
        figures = [stated, *(self.by_id[o.quantity] for o in option.operands)]
        made = 0
        for slips in (swaps_of, changes_of):
            variants = [(q, text) for q in figures for text in slips(digits(q, q.value))]
            made += len(variants)
            if made * width > _CHANCE:
                return False
            for q, text in variants:
                meant = as_written(q, text)
                right = meant if q is stated else stated
                if agrees(option, right, {**self.by_id, q.id: meant}):
                    return True
        return False


def find_proved_slips(levels: Levels) -> None:
    """Announce the contradictions that a slip alone explains."""
    SlipProofs(levels).run()
