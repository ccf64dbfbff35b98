"""The rows of figures in a sentence: one figure of each of several things, in one order.

"Đạt 1.014 ha lúa và 320 ha ngô, bằng 50,1% và 63,5% kế hoạch (2.025 ha và 504 ha)" has three rows
of two. Figures stand in one run where nothing but names and a comma or "và" is between them; a run
of six may be two rows of three or three of two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.find.binding.binder import Binder
from extract.model import Quantity
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS, POINT_UNITS, TIME

Sort = Literal["count", "fraction", "rate", "points"]

_JOINED = wording("rows.joined")
_MOST = 6  # figures of a row
_ROWS = 10  # of one length in a sentence


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one sort by their numbers; `moved` where the first tells a rise or fall; `whole`
    where no other figure stands in their run."""

    figures: tuple[int, ...]
    sort: Sort
    moved: bool
    whole: bool


def rows_of(b: Binder, start: int, end: int) -> dict[int, list[Row]]:
    """The rows of the sentence with the figures from `start` to before `end`, by their length;
    none of a length of which there are too many to tell apart."""
    found: dict[int, list[Row]] = {}
    for run in _runs(b, start, end):
        sort, moved = _sort(b.q[run[0]]), b.q[run[0]].direction is not None
        for size in range(2, min(len(run), _MOST) + 1):
            if len(run) % size == 0:
                rows = found.setdefault(size, [])
                for at in range(0, len(run), size):
                    rows.append(Row(tuple(run[at : at + size]), sort, moved, len(run) == size))
    return {size: rows for size, rows in found.items() if len(rows) <= _ROWS}


def _runs(b: Binder, start: int, end: int) -> list[list[int]]:
    """The figures of a sentence, those that may be of one row together."""
    runs = [[start]]
    for k in range(start + 1, end):
        if _joined(b, k - 1, k):
            runs[-1].append(k)
        else:
            runs.append([k])
    return [run for run in runs if len(run) > 1 and all(_plain(b.q[k]) for k in run)]


def _joined(b: Binder, a: int, k: int) -> bool:
    """True where figure `k` may be told in a row with figure `a` before it."""
    x, y = b.q[a], b.q[k]
    if _sort(x) != _sort(y) or b.bracket(a) != b.bracket(k):
        return False
    if x.direction is None and y.direction is not None:
        return False
    return _JOINED.fullmatch(b.folded, x.full_ve, y.vs) is not None


def _plain(x: Quantity) -> bool:
    return x.value_to is None and not x.words and x.per is None and x.unit not in TIME


def _sort(x: Quantity) -> Sort:
    if x.unit in PERCENT_UNITS:
        return "rate"
    if x.unit in POINT_UNITS:
        return "points"
    return "count" if x.of is None else "fraction"
