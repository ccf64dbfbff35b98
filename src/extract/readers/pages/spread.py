"""Two pages on one sheet, side by side: an opened book on a scan, a print of two pages a sheet.

They are told by a gutter in the middle that nothing crosses, with lines of running text as wide as
a page on either side. Each is then laid out by itself: notes and page numbers are its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.readers.pdf.runs import Rule, Run

_BROAD = 1.15  # times as wide as high: two upright pages are
_GUTTER = 0.015  # of the width, on either side of the middle
_LINES = 8  # lines of running text on either side
_FULL = 0.3  # of the width: a full line of one page is as long
_SHIFT = 0.03  # of the width: how far the gutter may lie from the middle

Half = tuple[list[Run], list[Rule]]


def halves(runs: list[Run], rules: list[Rule], wide: float, high: float) -> list[Half]:
    """The runs and rules of each page on the sheet: those given, where it is a single page."""
    single = [(runs, rules)]
    if wide < _BROAD * high or not runs:
        return single
    middle = _gutter(runs, rules, wide)
    if middle is None:
        return single
    left = [r for r in runs if r.x1[-1] <= middle], [r for r in rules if r.x1 <= middle]
    right = [r for r in runs if r.x1[-1] > middle], [r for r in rules if r.x1 > middle]
    if min(_full_lines(left[0], wide), _full_lines(right[0], wide)) < _LINES:
        return single
    return [left, right]


def _gutter(runs: Sequence[Run], rules: Sequence[Rule], wide: float) -> float | None:
    """Where the gutter between two pages lies; None where there is none."""
    for step in (0, 1, -1, 2, -2):
        middle = wide * (0.5 + step * _SHIFT / 2)
        low, high = middle - _GUTTER * wide, middle + _GUTTER * wide
        if not any(r.x0[0] < high and r.x1[-1] > low for r in runs) and not any(
            r.x0 < high and r.x1 > low for r in rules
        ):
            return middle
    return None


def _full_lines(runs: Sequence[Run], wide: float) -> int:
    """How many lines reach over most of a page."""
    lines: dict[int, tuple[float, float]] = {}
    for run in runs:
        at = round(run.base / max(1.0, 0.5 * run.size))
        low, high = lines.get(at, (run.x0[0], run.x1[-1]))
        lines[at] = min(low, run.x0[0]), max(high, run.x1[-1])
    return sum(high - low >= _FULL * wide for low, high in lines.values())
