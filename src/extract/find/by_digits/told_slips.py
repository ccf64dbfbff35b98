"""What words announce and only a slip of the pen keeps from agreeing, however far off it is.

"Toàn tỉnh có 98 xã, gồm 884 xã, 10 phường và 04 thị trấn": no part is larger than its whole, so
that the words would be taken to mean something else; 84 with a digit typed twice makes the sum
agree. What chance would give is counted: of the slips that change a figure by about as much as the
sum is off, each as likely to fit as the interval that fits is wide beside that.
"""

from __future__ import annotations

from decimal import Decimal

from extract.find.binding.part_lists import may_lack
from extract.find.binding.slip_search import variants
from extract.find.binding.summands import crossing
from extract.find.by_digits.proofs import LOG, Proof, hidden
from extract.model import Announced, Bond, Option
from extract.values.formula import agrees, evaluate
from extract.values.formulas import HUNDRED

_CHANCE: dict[Bond, float] = {  # bond that lets a contradiction pass -> hits by chance let pass
    "silent": 0.01,
    "open": 0.01,
    "near": 0.05,
    "wide": 0.1,
    "bracket": 0.1,
    "group": 0.01,
    "slip": 0.03,
}
_TOTALS = frozenset({"sum", "difference"})
_KINDS = _TOTALS | {"share", "percent"}
_MOST = Decimal("0.75")  # of a whole that its parts make up where none is left out
_ABOUT = 2  # times as much, or as little


class ToldSlips(Proof):
    """Announces again, firmly, what a slip alone contradicts."""

    def run(self) -> None:
        """Look at every relation whose words are too weak to contradict."""
        for at, a in reversed(list(enumerate(self.b.found))):
            if a.kind not in _KINDS or a.bond not in _CHANCE or self._settled(a):
                continue
            if a.bond == "silent" and not self._beside(a):
                continue
            if not self._may_be_others(a) and self._slipped(a):
                n, option = self.b.place[a.stated], a.options[0]
                self.b.add(a.kind, n, [option], a.scope, "unexplained", a.rule, cue=a.cue)
                self.b.found.insert(at, self.b.found.pop())  # of two alike the first is judged

    def _settled(self, a: Announced) -> bool:
        """True where a reading of its figure agrees."""
        return any(
            self.b.agrees(o, a.stated)
            for other in self.stated.get(a.stated, ())
            for o in other.options
        )

    def _beside(self, a: Announced) -> bool:
        """True where its figures stand in one sentence with no other level between them."""
        ns = sorted((self.b.place[a.stated], *self.b.operands(a.options[0])))
        others = set(range(ns[0], ns[-1])).difference(ns)
        return self.b.one_sentence(ns[0], ns[-1]) and not any(map(self.level, others))

    def _may_be_others(self, a: Announced) -> bool:
        """True for a sum that its parts need not make: they overlap, are compared with a plan, or
        leave others out."""
        t, parts = self.b.place[a.stated], self.b.operands(a.options[0])
        if a.kind != "sum" or a.bond not in ("silent", "open", "near"):
            return False
        end = max(self.b.q[k].full_ve for k in (t, *parts))
        low = min(self.b.q[k].vs for k in (t, *parts))
        return crossing(self.folded, low, end) or may_lack(self.b, t, parts)

    def _slipped(self, a: Announced) -> bool:
        """True where a slip in one of its figures explains why the first reading does not agree,
        and chance hardly does."""
        stated, option = self.by_id[a.stated], a.options[0]
        own = {o.quantity: self.by_id[o.quantity] for o in option.operands}
        figures = [stated, *own.values()]
        told = evaluate(option, stated, self.by_id)
        if told is None or not told.computed:
            return False
        if a.kind == "difference" and told.computed < 0:
            return False  # "chi 410 triệu đồng, còn dư 620 triệu đồng; ngoài ra còn 115": no rest
        if any(q.words or q.of or q.value_to or q.value <= 0 for q in figures):
            return False
        off = abs(abs(told.computed) - stated.value) if a.kind in _TOTALS else None
        width = self._width(a, option, off, abs(told.computed))
        most = _CHANCE[a.bond]
        if a.kind == "sum" and abs(told.computed) < _MOST * stated.value:
            most = min(most, _CHANCE["open"])  # so much less: others may be left out
        made = 0.0
        for slips in variants(figures):
            near = [
                s
                for s in slips
                if off is None or off <= _ABOUT * abs(s.value - s.figure.value) <= _ABOUT**2 * off
            ]
            made += width * len(near)
            if made > most:
                return False
            for slip in near:
                meant, q = slip.meant(), slip.figure
                right = meant if q is stated else stated
                if meant.value > 0 and agrees(option, right, {**own, q.id: meant}):
                    return True
        return False

    def _width(self, a: Announced, option: Option, off: Decimal | None, given: Decimal) -> float:
        """How likely what a figure was meant to be fits by chance."""
        n, ns = self.b.place[a.stated], self.b.operands(option)
        if off:
            return self.grain(n, *ns) / float(off) / LOG
        p = self.b.q[n]
        side = min(given, abs(HUNDRED - given)) or p.value
        return (float((p.step or 1) / side) + hidden(*(self.b.q[k] for k in ns))) / LOG
