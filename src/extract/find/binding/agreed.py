"""What the relations that agree say of figures: factors, parts and wholes, which are no levels that
a change or a total beside them is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.find.binding.binder import Binder
from extract.model import Announced, Kind, Option

Tied = dict[int, set[int]]  # figure -> the figures it is tied to


def factors(binder: Binder) -> set[str]:
    """The factors of products: "12 suất, mỗi suất 500.000 đồng, cộng 6 triệu"."""
    return {name for _, option in agreed(binder, "product") for name in option.ids}


def wholes_of_shares(binder: Binder) -> Tied:
    """whole -> parts: the levels that others are told to be shares of: "đầu năm có 214 hộ nghèo,
    chiếm 12,96% trên tổng số 1.651 hộ"."""
    found: Tied = {}
    for _, option in agreed(binder, "share"):
        if len(option.operands) == 2:
            part, whole = (binder.place[x.quantity] for x in option.operands)
            found.setdefault(whole, set()).add(part)
    return found


def parts_of_sums(binder: Binder) -> Tied:
    """part -> wholes: the levels that others are divided into."""
    found: Tied = {}
    for a, option in agreed(binder, "sum"):
        added = all(x.weight == 1 for x in option.operands)  # no stock less what went out
        for x in option.operands if added else ():
            found.setdefault(binder.place[x.quantity], set()).add(binder.place[a.stated])
    return found


def fellows(binder: Binder) -> dict[str, set[str]]:
    """part -> the parts told with it, itself among them, of a whole that their sum agrees with."""
    found: dict[str, set[str]] = {}
    for _, option in agreed(binder, "sum"):
        for part in option.ids:
            found.setdefault(part, set()).update(option.ids)
    return found


def apart(levels: Sequence[int], tied: Tied) -> list[int]:
    """The levels that are tied to none of the others."""
    return [k for k in levels if tied.get(k, set()).isdisjoint(levels)]


def agreed(binder: Binder, kind: Kind) -> Iterator[tuple[Announced, Option]]:
    """The relations of a kind that agree, each with every reading in which it does."""
    for a in binder.found:
        for option in a.options if a.kind == kind else ():
            if binder.agrees(option, a.stated):
                yield a, option
