"""What a stock has moved by in all, told before what came in and what went out.

"So với đầu năm tăng 193 đồng chí, do kết nạp mới 268, chuyển đến 117 và giảm do chuyển đi 108, từ
trần 84": what came in less what went out. One that does not agree is an error only where a slip
explains it and no others may have moved: "tăng 120 ha, trong đó lúa tăng 200 ha, ngô giảm 90 ha".
"""

from __future__ import annotations

from collections.abc import Collection

from extract.find.binding.periods import Periods
from extract.find.binding.slip_search import is_slip
from extract.find.flows.flow_roles import IN, OUT, FlowRoles
from extract.find.parts.dimension_names import dimensions, is_full
from extract.model import Bond, Operand, Option
from extract.rules.wording import wording
from extract.values.formula import evaluate
from extract.values.units import PERCENT_UNITS, TIME

_CAUSE = wording("net_changes.cause")
_ALL = wording("net_changes.all")
_SOME = wording("net_changes.some")
_MOVED_BY = wording("net_changes.moved_by")
_MOST = 10  # movements behind a change
_RULE = "rel.net-change"


def find_net_changes(binder: Periods) -> None:
    """Announce the changes that the movements told behind them make up."""
    q, roles = binder.q, binder.once(FlowRoles)
    for n in range(len(q) - 2):
        x = q[n]
        if x.direction is None or x.unit in PERCENT_UNITS or x.unit in TIME or x.bound is not None:
            continue
        cause = _CAUSE.match(roles.folded, x.full_ve, q[n + 1].vs)
        if cause is None or not binder.checked(n):
            continue
        moved = _moved(binder, roles, n)
        if not {IN, OUT} <= set(moved.values()):
            continue
        inward = IN if x.direction == "increase" else OUT
        operands = tuple(binder.op(k, 1 if role == inward else -1) for k, role in moved.items())
        _announce(binder, n, operands, list(moved), open_=_leaves_out(binder, cause[0], moved))


def _moved(binder: Periods, roles: FlowRoles, n: int) -> dict[int, str]:
    """The figures behind change `n` in its sentence that came in or went out, up to the first of
    another sort."""
    q, found = binder.q, dict[int, str]()
    for k in range(n + 1, min(len(q), n + 1 + _MOST)):
        if not binder.one_sentence(k, n):
            break
        if q[k].unit in PERCENT_UNITS or q[k].unit in TIME:
            continue
        role = roles.role(k)
        alike = q[k].unit is None or binder.same(q[k], q[n])
        if role not in (IN, OUT) or not alike or q[k].bound is not None or not binder.checked(k):
            break
        found[k] = role
    return found


def _leaves_out(binder: Periods, cause: str, moved: Collection[int]) -> bool:
    """True where what is told after the words `cause` may be some of what moved: sorts of things,
    or "trong đó", unless they are all by their names ("khách nội địa … khách quốc tế")."""
    if _ALL.search(cause):
        return False
    told = [binder.clause_before(k) for k in moved]
    if not _SOME.search(cause) and not any(map(_MOVED_BY.search, told)):
        return False
    names = [(_MOVED_BY.sub("", words), "") for words in told]
    return not any(is_full(d, names) for _, d in dimensions())


def _announce(
    binder: Periods, n: int, operands: tuple[Operand, ...], moved: list[int], *, open_: bool
) -> None:
    """Announce change `n` where the movements make it up, or a slip keeps them from it; of what
    leaves others out (`open_`) only the first."""
    option = Option("sum", operands)
    told = evaluate(option, binder.q[n], binder.by_id)
    if told is None or told.computed is None:
        return
    fine = told.verdict == "consistent"
    if fine or (not open_ and told.computed > 0 and is_slip(binder.q[n], told.computed)):
        bond: Bond = "silent" if fine else "unexplained"
        binder.add("sum", n, [option], binder.scope(n, *moved), bond, _RULE)
