"""Text of a page that runs another way than most of it: what stands in a cell of a ruled table
(headers written upwards) is that cell's."""

from __future__ import annotations

from dataclasses import dataclass

from extract.readers.pages.lines import merged, rows_of
from extract.readers.pages.pieces import Piece
from extract.readers.pdf.runs import Run, Sheet, axes

_MOST = 400  # runs of a page; a drawing has more

Cell = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(slots=True)
class Turned:
    """Runs by their turn, each with its middle in the frame in which most of the text stands."""

    page: int
    runs: dict[int, list[tuple[Run, float, float]]]

    def take(self, cell: Cell) -> list[Piece]:
        """The lines that stand in a cell; they are taken out."""
        x0, top, x1, bottom = cell
        lines: list[Piece] = []
        if sum(map(len, self.runs.values())) > _MOST:
            return lines
        for turn, placed in self.runs.items():
            inside = [run for run, x, y in placed if x0 <= x <= x1 and top <= y <= bottom]
            if inside:
                lines += [merged(row) for row in rows_of(inside, self.page, turn)]
                gone = set(map(id, inside))
                self.runs[turn] = [found for found in placed if id(found[0]) not in gone]
        return lines

    def rest(self, turn: int) -> list[Run]:
        """The runs of a turn that stand in no cell."""
        return [run for run, _, _ in self.runs[turn]]


def turned(sheet: Sheet, main: int) -> Turned:
    """The runs of a page that do not run as those of the turn `main` do."""
    wide, high = sheet.width, sheet.height
    there = axes(main, wide, high)
    out: dict[int, list[tuple[Run, float, float]]] = {}
    for turn, runs in sheet.runs.items():
        if turn == main:
            continue
        here = axes(turn, wide, high)
        out[turn] = [(run, *_placed(run, here, there)) for run in runs]
    return Turned(sheet.number, out)


Axes = tuple[float, float, float, float, float, float]


def _placed(run: Run, here: Axes, there: Axes) -> tuple[float, float]:
    """The middle of a run of the frame `here` in the frame `there`."""
    a, b, c, d, e, f = here
    x, y = (run.x0[0] + run.x1[-1]) / 2 - c, run.base - 0.3 * run.size - f
    across, down = a * x + d * y, b * x + e * y  # on the page
    a, b, c, d, e, f = there
    return a * across + b * down + c, d * across + e * down + f
