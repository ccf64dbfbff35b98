"""Parts of parts that a longer list has swallowed: counted with their own whole, not beside it.

"272.916 biên chế. Cụ thể: trong nước 271.916, trong đó A 110.559; B 161.357; dự phòng 1.000": what
adds up to a part is no part of the whole again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.find.binder import Binder
from extract.model import Announced, Quantity
from extract.values.formula import agrees

_FEWEST = 2


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
    if not eaten or len(left) < _FEWEST:
        return a
    return replace(a, options=(replace(first, operands=left), *a.options))
