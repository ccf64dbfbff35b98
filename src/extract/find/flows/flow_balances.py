"""The balances that a paragraph or list tells: its figures of one unit, by their roles, from an
opening stock on.

A stock may be told before the flows that led to it, and the closing stock before the opening one:
"cuối năm còn 540 hộ, đầu năm 600 hộ, trong năm thoát nghèo 60 hộ".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.find.binding.moments import Moments
from extract.find.binding.search import Search
from extract.find.flows.flow_roles import (
    CLOSING,
    DUE,
    IN,
    LEFT,
    OPENING,
    OUT,
    REACH,
    STAND,
    FlowRoles,
)
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS, TIME

_SENTENCES = 4  # sentences that a balance may span
_ITEMS = 12  # items of a list
_BEFORE = 4  # figures before an opening stock that may belong to its balance
_TO_END = 30  # characters behind a figure in which words may still tell of it
_DEBT = wording("flows.debt")

Roles = Mapping[int, str | None]


@dataclass(slots=True)
class Balance:
    """The figures of one balance by their roles; `loose` where a figure has none, `early` where
    the closing stock stands between the opening one and the flows."""

    openings: list[int] = field(default_factory=list)
    ins: list[int] = field(default_factory=list)
    outs: list[int] = field(default_factory=list)
    closings: list[int] = field(default_factory=list)
    due: int | None = None
    loose: bool = False
    early: bool = False
    unknown: list[int] = field(default_factory=list)  # levels that came in or went out, or neither

    def flows(self) -> list[int]:
        """Inflows and outflows in the order of the text."""
        return sorted(self.ins + self.outs)

    def all(self) -> list[int]:
        """All figures, in the order of the text."""
        due = [] if self.due is None else [self.due]
        return sorted(self.openings + self.ins + self.outs + self.closings + due)

    def closed_before(self) -> bool:
        """True where the closing stock stands before the opening one."""
        return bool(self.closings) and self.closings[0] < self.openings[0]

    def closed_behind(self) -> bool:
        """True where the closing stock stands behind the opening one."""
        return bool(self.closings) and self.closings[0] > self.openings[0]


class Balances(Search):
    """The search for the balances of one document."""

    def __init__(self, binder: Moments) -> None:
        super().__init__(binder)
        self.roles = binder.once(FlowRoles)
        self.blocks = binder.blocks

    def balances(self) -> Iterator[Balance]:
        """The balances of every paragraph and list, each with a closing stock or what is due."""
        for run in self._runs():
            roles = self.roles.of_run(run)
            first = next((k for k in run if roles[k] is not None), run[0])
            if roles[first] == LEFT and CLOSING in roles.values():
                roles[first] = OPENING  # "tồn kho 1.240 lít, dùng 880 lít, …, tồn cuối kỳ …"
            taken: set[int] = set()
            for i, k in enumerate(run):
                if roles[k] not in (OPENING, STAND) or k in taken:
                    continue
                balance = self._collect(run, roles, i)
                if balance is None:
                    continue
                if balance.closings:
                    taken.update(balance.all())
                if balance.closings or balance.due is not None:
                    yield balance

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

    def _collect(self, run: Sequence[int], roles: Roles, i: int) -> Balance | None:
        """The balance that figure `run[i]` opens, as far as the roles tell."""
        opening = run[i]
        unit = self._unit(run, i)
        if not self._fits(opening, unit):
            return None
        debt = self._debt(opening)
        found = Balance(openings=[opening])
        came = self._take_before(found, run[max(0, i - _BEFORE) : i], roles, unit)
        sentences = {self.b.frames[opening].sentence}
        inner = self.b.bracket(opening)
        for k in run[i + 1 : i + REACH]:
            sentence = self.b.frames[k].sentence
            outside = inner is not None and self.b.q[k].vs > inner[1]
            if found.closed_before() and (sentence not in sentences or outside):
                break
            sentences.add(sentence)
            same_block = self.b.one_block(k, opening)
            if len(sentences) > _SENTENCES and same_block:
                break
            if not self._fits(k, unit) or roles[k] == "part":
                continue
            if not self._take(found, k, self._polar(k, roles[k], debt)):
                break
        if came is not None and found.due is not None and not found.ins:
            found.ins.append(came)  # "nhận mới 41 đơn, kỳ trước chuyển sang 12 đơn, phải xử lý …"
            found.loose = True
        return found

    def _take_before(
        self, found: Balance, before: Sequence[int], roles: Roles, unit: str | None
    ) -> int | None:
        """Put the closing stock, or what is due, that stands before an opening stock in its
        sentence to its balance; what came in, where that is told right before it."""
        opening = found.openings[0]
        for k in reversed(before):
            if not self.b.one_sentence(k, opening):
                break
            if not self._fits(k, unit) or roles[k] == "part":
                continue
            if roles[k] in (CLOSING, LEFT):
                found.closings.append(k)
            elif roles[k] == DUE:
                found.due = k
            elif roles[k] == IN and k == opening - 1:
                return k
            break
        return None

    def _take(self, found: Balance, k: int, role: str | None) -> bool:
        """Put a figure behind the opening stock to its balance; False where the balance ends."""
        if role == STAND:
            role = CLOSING if found.flows() else OPENING
        if role == OPENING:
            if found.flows() or found.closings:
                return False
            found.openings.append(k)
        elif role in (CLOSING, LEFT):
            return self._close(found, k, role)
        elif found.closed_behind() and not found.early:
            return False
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
        return True

    def _close(self, found: Balance, k: int, role: str | None) -> bool:
        """Put a closing stock to its balance; False where the balance ends."""
        if found.closed_behind():
            if not found.early:
                found.closings.append(k)
            return False
        if not found.closings and (found.flows() or found.due is not None):
            found.closings.append(k)
        elif not found.closings and role == CLOSING and not found.loose:
            found.closings.append(k)  # đầu năm A, cuối năm B, trong năm tăng …
            found.early = True
        else:
            found.loose = True
        return True

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
        return min(self.b.q[k].ve + _TO_END, self.b.frames[k].sentence[1])
