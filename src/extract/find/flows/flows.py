"""Balances: opening stock + inflows - outflows = closing stock, in a paragraph or a short list.

The words beside each figure tell its role (`flow_roles`), the roles which figures make a balance
(`flow_balances`). A contradiction is announced strongly only where every figure of the unit
between the opening and the closing stock has a role and both inflows and outflows are told; else
only agreement counts, or what a slip explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.find.binding.slip_search import is_slip, is_slip_of
from extract.find.flows.flow_balances import Balance, Balances
from extract.find.flows.flow_roles import words_of
from extract.model import Bond, Kind, Option
from extract.rules.wording import terms
from extract.values.formula import agrees, digits, evaluate
from extract.values.slips import lengthened

_DIGITS = 3  # of a closing stock that guesses confirm
_FLOWS = 2  # flows of a stock beside its change in all, at least
_AFTER = 5  # figures behind a closing stock among which the change in all is
_FAR = Decimal("0.35")  # a closing stock further from the result is another thing


class Flows(Balances):
    """Announces the balances of a document."""

    def run(self) -> None:
        """Announce the balances of every paragraph and list."""
        for balance in self.balances():
            if balance.closings:
                self._announce(balance)
            else:
                self._subtotal(balance)

    def _subtotal(self, x: Balance) -> None:
        """Opening stock + inflows = what there is to do."""
        if x.due is None or not x.openings or not x.ins:
            return
        added = sorted(x.openings + x.ins)
        if not self.b.checked(x.due, *added):
            return
        option = self.b.sum_of(added)
        gone = [
            k for k in range(max(added) + 1, x.due) if self.b.same(self.b.q[k], self.b.q[x.due])
        ]
        less = Option("sum", (*option.operands, *(self.b.op(k, -1) for k in gone)))
        if gone and agrees(less, self.b.q[x.due], self.by_id):
            option = less  # "… 612 đơn, trong đó trùng 48 đơn, chuyển 86 đơn; phải giải quyết 542"
        bond: Bond = "near" if x.loose or x.outs or self._untold(x) else "strong"
        if bond == "strong" or agrees(option, self.b.q[x.due], self.by_id):
            self.b.add("sum", x.due, [option], self.b.scope(x.due, *added), bond, "rel.stock-due")

    def _announce(self, x: Balance) -> None:
        """Opening stock + inflows - outflows = closing stock, by the reading that agrees or else
        the plainest; and what there is to do, where that is told."""
        if x.due is not None:
            before = [k for k in x.ins if k < min(x.outs or [x.closings[0]])]
            self._subtotal(Balance(x.openings, before, [], [], x.due, x.loose))
        options = self._options(x)
        if not options or not self.b.checked(*x.all()):
            return
        c = x.closings[0]
        for k in x.closings:
            if any(agrees(o, self.b.q[k], self.by_id) for o in options):
                c = k
        stated = self.b.q[c]
        bond: Bond = "strong" if self._sure(x) else "unexplained"
        readings = (*options, *self._nested(x), *self._guessed(x), *self._netted(x))
        good = [o for o in readings if agrees(o, stated, self.by_id)]
        option = good[0] if good else options[0]
        if not good and not self._contradicts(x, option, c, bond == "strong"):
            return
        less = any(o.weight < 0 for o in option.operands)
        kind: Kind = "difference" if less and len(option.operands) == 2 else "sum"
        cue = (min(self.b.q[c].vs, self.b.q[max(x.flows())].vs), self.b.q[c].ve)
        self.b.add(kind, c, [option], self.b.scope(*x.all()), bond, "rel.stock", cue)
        if good and len(x.openings) == 1:
            self._moved(x.openings[0], c)

    def _contradicts(self, x: Balance, option: Option, c: int, sure: bool) -> bool:
        """True where a balance that does not agree counts: all is told, or a slip explains it."""
        if x.loose or (len(x.flows()) == 1 and x.due is None):
            return False
        stated = self.b.q[c]
        slip = sure or is_slip_of(stated, evaluate(option, stated, self.by_id))
        return slip and self._plausible(option, c)

    def _moved(self, opening: int, closing: int) -> None:
        """The change in all, told behind a balance that agrees: "… cuối năm còn 16.403 hộ, chiếm
        4,97%, số hộ nghèo giảm 8.168 hộ"."""
        q = self.b.q
        old, new = q[opening], q[closing]
        for k in range(closing + 1, min(len(q), closing + _AFTER)):
            way = "decrease" if new.value < old.value else "increase"
            if not self.b.one_sentence(k, closing):
                return
            if q[k].unit == new.unit == old.unit and q[k].direction == way:
                large, small = sorted((opening, closing), key=lambda i: -q[i].value)
                option = self.b.less(large, small)
                fine = agrees(option, q[k], self.by_id)
                scope = self.b.scope(opening, closing, k)
                bond: Bond = "silent" if fine else "slip"
                self.b.add("difference", k, [option], scope, bond, "rel.stock-change")
                return

    def _options(self, x: Balance) -> list[Option]:
        """Readings: what is due less the outflows; opening + inflows - outflows."""
        out = [self.b.op(k, -1) for k in x.outs]
        options = []
        if x.due is not None and out:
            options.append(Option("sum", (self.b.op(x.due), *out)))
        if x.flows() and (x.due is None or x.ins):
            added = [self.b.op(k) for k in x.openings]
            added += [self.b.op(k, -1 if k in x.outs else 1) for k in x.flows()]
            options.append(Option("sum", tuple(added)))
        return options

    def _guessed(self, x: Balance) -> Iterator[Option]:
        """Readings in which the one level that no word gives a role came in or went out; of a
        closing stock so large that chance makes neither of them come out."""
        large = len(digits(self.b.q[x.closings[0]], self.b.q[x.closings[0]].value)) >= _DIGITS
        if large and x.flows() and len(x.unknown) == 1:
            for ins, outs in ((x.unknown, []), ([], x.unknown)):
                yield from self._options(
                    Balance(x.openings, [*x.ins, *ins], [*x.outs, *outs], x.closings, x.due)
                )

    def _netted(self, x: Balance) -> Iterator[Option]:
        """Readings in which one change beside others is that of the stock in all: "Như vậy giảm
        được 627 hộ. Trong đó thoát nghèo 812 hộ, phát sinh 185 hộ"."""
        flows = x.flows()
        for k in flows if len(flows) > _FLOWS else ():
            if self.b.q[k].direction is not None:
                ins, outs = ([i for i in side if i != k] for side in (x.ins, x.outs))
                yield from self._options(Balance(x.openings, ins, outs, x.closings, x.due))

    def _nested(self, x: Balance) -> Iterator[Option]:
        """Readings in which one flow is broken down by those right after it."""
        flows = x.flows()
        for i, whole in enumerate(flows):
            total = self.b.q[whole].value
            for j in range(i + 2, len(flows)):
                total -= self.b.q[flows[j - 1]].value
                if total == self.b.q[flows[j]].value and j - i >= 2:
                    parts = set(flows[i + 1 : j + 1])
                    yield from self._options(
                        Balance(
                            x.openings,
                            [k for k in x.ins if k not in parts],
                            [k for k in x.outs if k not in parts],
                            x.closings,
                            x.due,
                        )
                    )

    def _plausible(self, option: Option, c: int) -> bool:
        """True where the closing stock may be an error of reckoning, and is no other thing."""
        stated = self.b.q[c]
        outcome = evaluate(option, stated, self.by_id)
        if outcome is None or outcome.computed is None or outcome.computed <= 0:
            return False
        gap = abs(outcome.computed - stated.value)
        end = self.b.frames[c].sentence[1]
        if any(q.value == gap and q.vs < end for q in self.b.q[c + 1 : c + 4]):
            return False  # another part of what is left
        return (
            gap <= _FAR * max(outcome.computed, stated.value)
            or is_slip(stated, outcome.computed)
            or lengthened(digits(stated, stated.value), digits(stated, outcome.computed))
        )

    def _sure(self, x: Balance) -> bool:
        """True where a contradiction counts: all roles told, nothing left out, one year."""
        both = (x.ins and x.outs) or (x.due is not None and x.outs)
        if not both or x.loose or len(x.openings) > 1 or self._untold(x):
            return False
        if len({self.b.q[k].value for k in x.closings}) > 1:
            return False
        years = {self.b.year(self.b.frames[k].period) for k in x.flows()} - {None}
        if len(years) > 1:
            return False
        a, c = self.b.q[x.openings[0]].value, self.b.q[x.closings[0]].value
        if any(self.b.q[k].direction and self.b.q[k].value == abs(a - c) for k in x.flows()):
            return False  # the change in all stands beside its parts
        told = {self.b.q[k].value for k in x.ins} | {x.due and self.b.q[x.due].value}
        if any(self.b.q[k].value in told for k in x.outs):
            return False  # tiếp nhận 46 đơn, xử lý 46 đơn: handled, not settled
        return not self._narrower(x.openings[0], x.closings[0])

    def _narrower(self, a: int, c: int) -> bool:
        """True where the closing stock counts less than the opening one: hộ nghèo dân tộc …"""
        q = self.b.q[c]
        before = self.roles.own(c)
        left = self.roles.words(q.full_ve, self.roles.after(c))
        known = set((q.unit or "").split()) | terms("tu_trang_thai_ton")
        known |= set(words_of(self.folded[self.b.frames[a].sentence[0] : self.roles.after(a)]))
        if any(word not in known for word in left):
            return True
        if before > q.vs or c < a:
            return False
        known |= set(words_of(self.folded[self.b.frames[a].sentence[0] : before]))
        known |= terms("tu_noi_va_ky")
        return any(word not in known for word in self.roles.words(before, q.vs))

    def _untold(self, x: Balance) -> bool:
        figures = x.all()
        low = self.b.frames[figures[0]].sentence[0]
        return self.roles.untold(low, self._end(figures[-1]))
