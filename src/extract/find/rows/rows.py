"""The rows of figures in a sentence: one figure of each of several things, in one order.

"Đạt 1.014 ha lúa và 320 ha ngô, bằng 50,1% và 63,5% kế hoạch (2.025 ha và 504 ha)" has three rows
of two. Figures stand in one run where nothing but names and a comma or "và" is between them; a run
of six may be two rows of three or three of two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.find.binding.binder import Binder
from extract.model import Quantity
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS, POINT_UNITS, TIME

Sort = Literal["count", "fraction", "rate", "points"]

_JOINED = wording("rows.joined")
_WITH = wording("rows.compared")
_LISTED = wording("turns.listed")
_PAIR = 2  # a figure and what it is compared with
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
    for run in dict.fromkeys(map(tuple, _all_runs(b, range(start, end)))):
        for size in range(2, min(len(run), _MOST) + 1):
            if len(run) % size == 0:
                rows = found.setdefault(size, [])
                for at in range(0, len(run), size):
                    rows.append(_row(b, run[at : at + size], whole=len(run) == size))
    return {size: rows for size, rows in found.items() if len(rows) <= _ROWS}


def _row(b: Binder, figures: tuple[int, ...], *, whole: bool) -> Row:
    moved = b.q[figures[0]].direction is not None
    return Row(figures, _sort(b.q[figures[-1]]), moved, whole)


def _all_runs(b: Binder, figures: Sequence[int]) -> Iterator[list[int]]:
    """The figures of a sentence that may be of one row together: those right behind each other;
    those outside brackets, and the changes alone in the bracket of each; every other one, where
    each has its whole or what it was behind it ("48 trên 60 việc và 12 trên 20 tỷ đồng")."""
    pairs = _runs(b, figures, _paired)
    pairs = [run for run in pairs if len(run) > _PAIR and len(run) % _PAIR == 0]
    for run in pairs:
        yield run[::_PAIR]
        yield run[1::_PAIR]
    known = {k for run in pairs for k in run}
    yield from (run for run in _runs(b, figures, _next) if known.isdisjoint(run))
    for run in _runs(b, [k for k in figures if b.bracket(k) is None], _outside):
        if known.isdisjoint(run):
            yield run
            inner = [k + 1 for k in run]
            if all(k in figures and b.bracketed_change(k) and _plain(b.q[k]) for k in inner):
                yield inner


def _runs(
    b: Binder, figures: Sequence[int], joined: Callable[[Binder, int, int, int], bool]
) -> list[list[int]]:
    """The figures, those behind each other that belong together in one list."""
    runs: list[list[int]] = []
    for k in figures:
        if runs and joined(b, runs[-1][-1], k, len(runs[-1])):
            runs[-1].append(k)
        else:
            runs.append([k])
    return [run for run in runs if len(run) > 1 and all(_plain(b.q[k]) for k in run)]


def _next(b: Binder, a: int, k: int, _: int) -> bool:
    """True where figure `k` may be told in a row with figure `a` right before it."""
    gap = b.between(a, k)
    return b.bracket(a) == b.bracket(k) and _alike(b, a, k, gap) and _joins(gap)


def _outside(b: Binder, a: int, k: int, _: int) -> bool:
    """The same for two figures outside brackets."""
    gap = b.without_aside(a, k)
    return _alike(b, a, k, gap) and _joins(gap)


def _paired(b: Binder, a: int, k: int, length: int) -> bool:
    """True where figure `k`, behind so many of a run, is what figure `a` is compared with, or the
    next that is compared."""
    gap = b.between(a, k)
    if b.bracket(a) != b.bracket(k) or not _alike(b, a, k, gap):
        return False
    return _WITH.fullmatch(gap) is not None if length % _PAIR else _joins(gap)


def _joins(gap: str) -> bool:
    return _JOINED.fullmatch(gap) is not None


def _alike(b: Binder, a: int, k: int, gap: str) -> bool:
    """True where two figures are of one sort: "5,9 và 13,8 điểm phần trăm" too."""
    x, y = b.q[a], b.q[k]
    if x.direction is None and y.direction is not None:
        return False
    if _slashed(b, a) and not _slashed(b, k) and _joins(gap):
        return False  # "65 km/113 km đường chính, 28 km đường nhánh"
    bare = x.unit is None and _sort(y) == "points" and _LISTED.fullmatch(gap) is not None
    return bare or _sort(x) == _sort(y)


def _slashed(b: Binder, k: int) -> bool:
    """True where figure `k` stands right behind a slash."""
    return b.folded.endswith("/", 0, b.q[k].vs)


def _plain(x: Quantity) -> bool:
    return x.value_to is None and not x.words and x.per is None and x.unit not in TIME


def _sort(x: Quantity) -> Sort:
    if x.unit in PERCENT_UNITS:
        return "rate"
    if x.unit in POINT_UNITS:
        return "points"
    return "count" if x.of is None else "fraction"
