"""Balances: opening stock + inflows - outflows = closing stock, in a paragraph or a short list.

The words beside each figure tell its role (find/flow_roles.py). A contradiction is announced
strongly only where every figure of the unit between the opening and the closing stock has a role
and both inflows and outflows are told; else only agreement counts, or what a slip explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extract.document import Block
from extract.find.comparable import TIME
from extract.find.flow_roles import (
    CLOSING,
    DUE,
    IN,
    LEFT,
    OPENING,
    OUT,
    REACH,
    STAND,
    FlowRoles,
    words_of,
)
from extract.find.periods import Periods
from extract.find.skeleton import PERCENT_UNITS
from extract.find.slip_search import is_slip
from extract.model import Option, Quantity
from extract.rules.wording import terms, wording
from extract.values.formula import agrees, digits, evaluate, lengthened

_SENTENCES = 4  # sentences that a balance may span
_ITEMS = 12  # items of a list
_DIGITS = 3  # of a closing stock that guesses confirm
_AFTER = 5  # figures behind a closing stock among which the change in all is
_FAR = Decimal("0.35")  # a closing stock further from the result is another thing
_DEBT = wording("flows.debt")


@dataclass(slots=True)
class Balance:
    """The figures of one balance by their roles; `loose` where a figure has none."""

    openings: list[int] = field(default_factory=list)
    ins: list[int] = field(default_factory=list)
    outs: list[int] = field(default_factory=list)
    closings: list[int] = field(default_factory=list)
    due: int | None = None
    loose: bool = False
    unknown: list[int] = field(default_factory=list)  # levels that came in or went out, or neither

    def flows(self) -> list[int]:
        """Inflows and outflows in the order of the text."""
        return sorted(self.ins + self.outs)

    def all(self) -> list[int]:
        """All figures, in the order of the text."""
        due = [] if self.due is None else [self.due]
        return sorted(self.openings + self.ins + self.outs + self.closings + due)


class Flows:
    """The search for the balances of one document."""

    def __init__(
        self,
        binder: Periods,
        roles: FlowRoles,
        blocks: Sequence[Block],
        by_id: Mapping[str, Quantity],
    ) -> None:
        self.b = binder
        self.roles = roles
        self.blocks = blocks
        self.by_id = by_id
        self.folded = roles.folded

    def run(self) -> None:
        """Announce the balances of every paragraph and list."""
        for run in self._runs():
            roles = self.roles.of_run(run)
            first = next((k for k in run if roles[k] is not None), run[0])
            if roles[first] == LEFT and CLOSING in roles.values():
                roles[first] = OPENING  # "tồn kho 1.240 lít, dùng 880 lít, …, tồn cuối kỳ …"
            if not {OPENING, STAND, DUE} & set(roles.values()):
                continue
            taken: set[int] = set()
            for i, k in enumerate(run):
                if roles[k] in (OPENING, STAND) and k not in taken:
                    balance = self._collect(run, roles, i)
                    if balance is not None and balance.closings:
                        taken.update(balance.all())
                        self._announce(balance)
                    elif balance is not None and balance.due is not None:
                        self._subtotal(balance)

    def _runs(self) -> Iterator[list[int]]:
        """The figures of each paragraph, and of each list of items with few figures."""
        run: list[int] = []
        items = 0
        for k, frame in enumerate(self.b.frames):
            if run:
                gap = frame.block - self.b.frames[run[-1]].block
                if gap and not (gap == 1 and items < _ITEMS and self._listed(frame.block)):
                    yield run
                    run, items = [], 0
                elif gap:
                    items += 1
            run.append(k)
        if run:
            yield run

    def _listed(self, block: int) -> bool:
        """True where a block and the one before it are items of one list."""
        a, b = self.blocks[block - 1], self.blocks[block]
        return {a.kind, b.kind} <= {"item", "bullet"} and (
            a.kind == b.kind and (a.marker or "")[-1:] == (b.marker or "")[-1:]
        )

    # -- one balance -------------------------------------------------------------------------

    def _fits(self, k: int, unit: str | None) -> bool:
        """True where figure `k` may stand in a balance of this unit."""
        x = self.b.q[k]
        if x.unit in PERCENT_UNITS or x.unit in TIME or x.unit == "lần" or x.per is not None:
            return False
        if x.value_to is not None or x.words or x.of is not None:
            return False
        if x.unit is None or unit is None:
            return x.step == 0 and not self.b.same.measured(unit or x.unit)
        return self.b.same.units(x.unit, unit)

    def _unit(self, run: Sequence[int], i: int) -> str | None:
        """The unit of the balance that figure `run[i]` opens."""
        for k in (*run[i : i + 4], *run[max(0, i - 1) : i]):
            unit = self.b.q[k].unit
            if unit is not None and unit not in PERCENT_UNITS and unit not in TIME:
                return unit
        return None

    def _collect(
        self, run: Sequence[int], roles: Mapping[int, str | None], i: int
    ) -> Balance | None:
        """The balance that figure `run[i]` opens, as far as the roles tell."""
        opening = run[i]
        unit = self._unit(run, i)
        if not self._fits(opening, unit):
            return None
        debt = self._debt(opening)
        found = Balance(openings=[opening])
        early = False  # the closing stock stands before the flows
        came: int | None = None  # what came in, told right before the opening stock
        sentences = {self.b.frames[opening].sentence}
        for k in reversed(run[max(0, i - 4) : i]):  # what stands before it in its sentence
            if self.b.frames[k].sentence != self.b.frames[opening].sentence:
                break
            if not self._fits(k, unit) or roles[k] == "part":
                continue
            if roles[k] in (CLOSING, LEFT) and not found.closings:
                found.closings.append(k)
            elif roles[k] == DUE and found.due is None:
                found.due = k
            elif roles[k] == IN and k == opening - 1:
                came = k
            break
        inner = self.b.brackets.around(self.b.q[opening].vs)
        for k in run[i + 1 : i + REACH]:
            sentence = self.b.frames[k].sentence
            if (
                found.closings
                and found.closings[0] < opening
                and (sentence not in sentences or (inner and self.b.q[k].vs > inner[1]))
            ):
                break
            sentences.add(sentence)
            same_block = self.b.frames[k].block == self.b.frames[opening].block
            if len(sentences) > _SENTENCES and same_block:
                break
            if not self._fits(k, unit) or roles[k] == "part":
                continue
            role = self._polar(k, roles[k], debt)
            if role == STAND:
                role = CLOSING if found.flows() else OPENING
            if role == OPENING:
                if found.flows() or found.closings:
                    break
                found.openings.append(k)
            elif role in (CLOSING, LEFT):
                if found.closings and found.closings[0] > opening:
                    if not early:
                        found.closings.append(k)
                    break
                if not found.closings and (found.flows() or found.due is not None):
                    found.closings.append(k)
                elif not found.closings and role == CLOSING and not found.loose:
                    found.closings.append(k)  # đầu năm A, cuối năm B, trong năm tăng …
                    early = True
                else:
                    found.loose = True
            elif found.closings and found.closings[0] > opening and not early:
                break
            elif role == IN:
                found.ins.append(k)
            elif role == OUT:
                found.outs.append(k)
            elif role == DUE and found.due is None:
                found.due = k
            else:
                found.loose = True
                if role is None and self.b.q[k].direction is None:
                    found.unknown.append(k)
        if came is not None and found.due is not None and not found.ins:
            found.ins.append(came)  # "nhận mới 41 đơn, kỳ trước chuyển sang 12 đơn, phải xử lý …"
            found.loose = True
        return found

    def _polar(self, k: int, role: str | None, debt: bool) -> str | None:
        """Inflow or outflow, for words of money whose sense hangs on whether the stock is a
        debt."""
        if role not in ("receipt", "lend"):
            return role
        if not self.b.same.measured(self.b.q[k].unit):
            return None
        return IN if (role == "receipt") != debt else OUT

    def _debt(self, opening: int) -> bool:
        """True where the stock is a debt, so that what is received lessens it."""
        low = self.b.frames[opening].sentence[0]
        return _DEBT.search(self.folded, low, self._end(opening)) is not None

    def _end(self, k: int) -> int:
        return min(self.b.q[k].ve + 30, self.b.frames[k].sentence[1])

    # -- announcing --------------------------------------------------------------------------

    def _subtotal(self, x: Balance) -> None:
        """Opening stock + inflows = what there is to do."""
        if x.due is None or not x.openings or not x.ins:
            return
        terms = sorted(k for k in x.openings + x.ins)
        if not self.b.checked(x.due, *terms):
            return
        option = Option("sum", tuple(self.b.op(k) for k in terms))
        bond = "near" if x.loose or x.outs or self._untold(x) else "strong"
        if bond == "strong" or agrees(option, self.b.q[x.due], self.by_id):
            self.b.add("sum", x.due, [option], self.b.scope(x.due, *terms), bond, "rel.stock-due")

    def _announce(self, x: Balance) -> None:
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
        bond = "strong" if self._sure(x) else "unexplained"
        readings = (*options, *self._nested(x), *self._guessed(x))
        good = [o for o in readings if agrees(o, stated, self.by_id)]
        if not good and (x.loose or (len(x.flows()) == 1 and x.due is None)):
            return
        if not good and bond != "strong":
            outcome = evaluate(options[0], stated, self.by_id)
            if outcome is None or outcome.computed is None or not is_slip(stated, outcome.computed):
                return
        option = good[0] if good else options[0]
        if not good and not self._plausible(option, c):
            return
        kind = "sum" if len(option.operands) > 2 else "difference"
        cue = (min(self.b.q[c].vs, self.b.q[max(x.flows())].vs), self.b.q[c].ve)
        self.b.add(kind, c, [option], self.b.scope(*x.all()), bond, "rel.stock", cue)
        if good and len(x.openings) == 1:
            self._moved(x.openings[0], c)

    def _moved(self, opening: int, closing: int) -> None:
        """The change in all, told behind a balance that agrees: "… cuối năm còn 16.403 hộ, chiếm
        4,97%, số hộ nghèo giảm 8.168 hộ"."""
        q, frames = self.b.q, self.b.frames
        old, new = q[opening], q[closing]
        for k in range(closing + 1, min(len(q), closing + _AFTER)):
            way = "decrease" if new.value < old.value else "increase"
            if frames[k].sentence != frames[closing].sentence:
                return
            if q[k].unit == new.unit == old.unit and q[k].direction == way:
                large, small = sorted((opening, closing), key=lambda i: -q[i].value)
                option = Option("sum", (self.b.op(large), self.b.op(small, -1)))
                fine = agrees(option, q[k], self.by_id)
                scope, bond = self.b.scope(opening, closing, k), "silent" if fine else "slip"
                self.b.add("difference", k, [option], scope, bond, "rel.stock-change")
                return

    def _options(self, x: Balance) -> list[Option]:
        """Readings: what is due less the outflows; opening + inflows - outflows."""
        out = [self.b.op(k, -1) for k in x.outs]
        options = []
        if x.due is not None and out:
            options.append(Option("sum", (self.b.op(x.due), *out)))
        if x.flows() and (x.due is None or x.ins):
            weights = {k: -1 if k in x.outs else 1 for k in x.flows()}
            terms = [self.b.op(k) for k in x.openings]
            terms += [self.b.op(k, w) for k, w in weights.items()]
            options.append(Option("sum", tuple(terms)))
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


def find_flows(
    binder: Periods, roles: FlowRoles, blocks: Sequence[Block], by_id: Mapping[str, Quantity]
) -> None:
    """Announce the balances of a document."""
    Flows(binder, roles, blocks, by_id).run()
