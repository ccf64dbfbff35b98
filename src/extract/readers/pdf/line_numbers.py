"""Numbers of lines in the margin (each line's, every fifth's) are no text: they are dropped.

They stand in one column outside of all other text, beside lines of it, and count them. A numbered
list or table has its numbers inside the margins or beside words that begin anew with each.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from extract.readers.pdf.runs import Run, Sheet

_EDGE = 1.5  # points: the ends of numbers in one column differ by less
_LINE = 0.35  # of the size: baselines that differ by less are one line
_NEAR = 3.0  # of the size: how far above and below the numbers nothing stands further out
_LEAST = 5, 3  # numbers on a page that tell: of every line, of others
_COUNTED = 0.8  # of the steps have as many lines as they count, or fewer
_GOING_ON = 0.3  # of the lines go on with the one above: running text
_DIGITS = 4
_WIDE = 40.0  # points from the outermost text, in which the numbers stand


class _Place(NamedTuple):
    """Where the numbers of lines stand: on which side of the text, the edge that they share (their
    left or right one), by how much they count."""

    right: bool
    side: int
    edge: float
    step: int


@dataclass(slots=True)
class LineNumbers:
    """Drops the numbers of lines of pages in order; what one page proves holds for the next."""

    known: list[_Place] = field(default_factory=list)

    def drop(self, sheet: Sheet) -> None:
        """Take the numbers of lines out of a page."""
        if not sheet.runs:
            return
        turn = max(sheet.runs, key=lambda t: len(sheet.runs[t]))
        runs = sheet.runs[turn]
        numbers = [r for r in runs if len(r.text) <= _DIGITS + 1 and r.text.strip().isdecimal()]
        if not numbers:
            return
        left, right = min([r.x0[0] for r in runs]) + _WIDE, max([r.x1[-1] for r in runs]) - _WIDE
        numbers = [r for r in numbers if r.x0[0] < left or r.x1[-1] > right]
        found = self._told(numbers, runs) or self._proved(numbers, runs)
        if found:
            gone = set(map(id, found))
            sheet.runs[turn] = [run for run in runs if id(run) not in gone]

    def _told(self, numbers: list[Run], runs: list[Run]) -> list[Run]:
        """The numbers that stand where those of another page do."""
        for place in self.known:
            column = [r for r in numbers if abs(_edge(r, place.side) - place.edge) <= _EDGE]
            if column and _step(column) in (0, place.step) and _is_outside(column, runs, place):
                return column
        return []

    def _proved(self, numbers: list[Run], runs: list[Run]) -> list[Run]:
        """The numbers of lines that a page proves by itself."""
        if len(numbers) < min(_LEAST):
            return []
        sides = [(_column(numbers, side), side) for side in (-1, 0)]
        for column, side in sorted(sides, key=lambda pair: -len(pair[0])):
            step = _step(column)
            if step < 1 or len(column) < _LEAST[step > 1]:
                continue
            for right in (False, True):
                place = _Place(right, side, _edge(column[0], side), step)
                if _is_outside(column, runs, place) and _counts_lines(column, runs, step):
                    self.known.append(place)
                    return column
        return []


def _edge(run: Run, side: int) -> float:
    """The left (side 0) or right (-1) edge of a number."""
    text = run.text
    if side == 0:
        return run.x0[len(text) - len(text.lstrip())]
    return run.x1[len(text.rstrip()) - 1]


def _column(numbers: list[Run], side: int) -> list[Run]:
    """Most of the numbers that share an edge, from top to bottom."""
    edges = sorted(_edge(run, side) for run in numbers)
    most = max(
        edges, key=lambda edge: bisect_right(edges, edge + _EDGE) - bisect_right(edges, edge)
    )
    column = [run for run in numbers if -0.01 <= _edge(run, side) - most <= _EDGE]
    return sorted(column, key=lambda run: run.base)


def _step(column: list[Run]) -> int:
    """By how much numbers count from one to the next; 0 for a single one, -1 where they do not.
    They may begin anew."""
    values = [int(run.text) for run in sorted(column, key=lambda run: run.base)]
    steps = {b - a for a, b in pairwise(values) if b > a}
    if len(values) == 1:
        return 0
    if len(steps) != 1:
        return -1
    (step,) = steps
    again = [b for a, b in pairwise(values) if b <= a]
    return step if all(b in (1, step) for b in again) and len(again) <= 1 else -1


def _is_outside(column: list[Run], runs: list[Run], place: _Place) -> bool:
    """True where nothing beside the numbers stands further out, or reaches over them."""
    own = set(map(id, column))
    size = column[0].size
    top = min(run.base for run in column) - _NEAR * size
    bottom = max(run.base for run in column) + _NEAR * size
    others = [r for r in runs if id(r) not in own and top <= r.base <= bottom and r.text.strip()]
    if place.right:
        edge = min(run.x0[0] for run in column)
        return bool(others) and all(run.x1[-1] < edge for run in others)
    edge = max(run.x1[-1] for run in column)
    return bool(others) and all(run.x0[0] > edge for run in others)


def _counts_lines(column: list[Run], runs: list[Run], step: int) -> bool:
    """True where the numbers stand by lines of running text and count these."""
    own = set(map(id, column))
    firsts: list[Run] = []  # the first run of each line
    for run in sorted((r for r in runs if id(r) not in own), key=lambda run: run.base):
        if not run.text.strip() or run.text.strip().isdecimal():
            continue
        if firsts and run.base - firsts[-1].base <= _LINE * run.size:
            firsts[-1] = min(firsts[-1], run, key=lambda run: run.x0[0])
        else:
            firsts.append(run)
    bases = [run.base for run in firsts]
    slack = _LINE * column[0].size
    places = [bisect_right(bases, run.base + slack) for run in column]
    counted = [b - a <= step for a, b in pairwise(places)]
    inside = firsts[max(places[0] - 1, 0) : places[-1]]
    going_on = sum(run.text.lstrip()[0].islower() for run in inside)
    lines = len(inside) >= 0.5 * step * (len(column) - 1)
    return (
        lines and sum(counted) >= _COUNTED * len(counted) and (going_on >= _GOING_ON * len(inside))
    )
