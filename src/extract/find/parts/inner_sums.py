"""Parts of parts that a longer list has swallowed: counted with their own whole, not beside it.

"272.916 biên chế. Cụ thể: trong nước 271.916, trong đó A 110.559; B 161.357; dự phòng 1.000": what
adds up to a part is no part of the whole again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.find.binding.binder import Binder
from extract.model import Announced, Operand, Quantity
from extract.values.formula import agrees, digits

_FEWEST = 2
_DIGITS = 3  # of a part that others add up to not by chance


def without_inner_sums(binder: Binder) -> None:
    """Leave out of every sum that does not agree the parts that add up to another of its parts."""
    by_id = binder.by_id
    inner: dict[str, list[frozenset[str]]] = {}
    for a in binder.found:
        if a.kind != "sum":
            continue
        for option in a.options:
            if option.formula == "sum" and agrees(option, by_id[a.stated], by_id):
                inner.setdefault(a.stated, []).append(option.ids)
    binder.found[:] = [_thinned(a, inner, by_id) for a in binder.found]


def _thinned(
    a: Announced, inner: Mapping[str, list[frozenset[str]]], by_id: Mapping[str, Quantity]
) -> Announced:
    if a.kind != "sum" or any(agrees(o, by_id[a.stated], by_id) for o in a.options):
        return a
    first = a.options[0]
    told = first.ids
    eaten: set[str] = set()
    for part in told:
        eaten.update(*(own & told for own in inner.get(part, ())))
    left = tuple(o for o in first.operands if o.quantity not in eaten)
    runs = _runs(left, by_id, by_id[a.stated])
    if runs:
        a = replace(a, bond="silent")  # what the rest adds up to is not told
        eaten |= runs
        left = tuple(o for o in left if o.quantity not in runs)
    if not eaten or len(left) < _FEWEST:
        return a
    return replace(a, options=(replace(first, operands=left), *a.options))


def _runs(operands: Sequence[Operand], by_id: Mapping[str, Quantity], whole: Quantity) -> set[str]:
    """The parts that add up just to the large part right before them, where without them the parts
    are no more than the whole any more: "5.000 con, trong đó gia súc 2.000 con, trâu 800 con, bò
    1.200 con, gia cầm 3.000 con"."""
    told = [by_id[o.quantity] for o in operands]
    eaten: set[str] = set()
    fine = True  # no round figure, which others add up to by chance: 140 = 90 + 50
    for n in range(len(told) - 1, -1, -1):  # the innermost first
        left, run = told[n].value, list[str]()
        for q in (q for q in told[n + 1 :] if q.id not in eaten):
            left -= q.value
            run.append(q.id)
            if left <= 0:
                break
        large = len(digits(told[n], told[n].value)) >= _DIGITS
        if left == 0 and len(run) >= _FEWEST and large:
            eaten.update(run)
            fine = fine and len(digits(told[n], told[n].value).rstrip("0")) >= _DIGITS
    rest = sum((q.value for q in told if q.id not in eaten), -whole.value)
    over = sum((q.value for q in told), -whole.value) > 0
    return eaten if over and (rest == 0 or (rest < 0 and fine)) else set()
