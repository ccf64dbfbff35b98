"""Rows of a table with cells that reach over several of them, as headers have.

Their words stand at unlike heights beside each other, which Tesseract takes for one line and
misreads. Cells of such rows in which a word is doubtful are read again, one under the other in a
picture of their own. A figure that was read surely stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from extract.readers.ocr.again import FIGURE
from extract.readers.ocr.tesseract import Line, Word, read_page
from extract.readers.pages.grids import grids_of

if TYPE_CHECKING:
    from extract.readers.ocr.tesseract import Grey
    from extract.readers.pages.turned import Cell
    from extract.readers.pdf.runs import Rule

_DOUBTFUL = 0.7  # confidence: of a word below which its cell is read again
_SURER, _SURE = 0.1, 0.5  # by as much the mean confidence of a cell must rise, and how far
_NEAR = 3.0  # points: edges of cells that are nearer are one
_INSIDE = 1.5  # points from the middle of a border, which is no thicker, to what is in its cell
_GAP = 12.0  # points between two cells in the picture
_MOST = 60  # cells of a page
_SIGN = re.compile(r"\(.\)")
_BLOCK = "6"  # Tesseract's name for lines one under the other


def read_tall_rows(
    path: str, lines: list[Line], page: Grey, rules: Sequence[Rule], scale: float
) -> list[Line]:
    """The lines of a page, with the words of such cells as they are read by themselves; `rules` in
    points, of which `scale` are a pixel."""
    cells = [cell for grid in grids_of(list(rules)) for cell in _beside_taller(grid)]
    held = {cell: _words_in(lines, cell, scale) for cell in cells}
    doubtful = [c for c in cells if any(word.sure < _DOUBTFUL for word in held[c])][:_MOST]
    if not doubtful:
        return lines
    new = _read_cells(path, page, doubtful, scale)
    gone: set[int] = set()
    more: list[Line] = []
    for cell, found in zip(doubtful, new, strict=True):
        words = [word for line in found for word in line.words]
        old = held[cell]
        least = max(_SURE, _sureness(old) + _SURER)
        if _sureness(words) >= least and _figures(old) <= _figures(words):
            gone.update(map(id, old))
            more += found
    for line in lines:
        line.words = [word for word in line.words if id(word) not in gone]
    return [*(line for line in lines if line.words), *more]


def _beside_taller(grid: list[Cell]) -> Iterator[Cell]:
    """The cells of the rows that a taller cell reaches over, and that cell."""
    for cell in grid:
        _, top, _, bottom = cell
        rows = [c for c in grid if c[1] < bottom - _NEAR and top + _NEAR < c[3]]
        if any(abs(c[1] - top) > _NEAR or abs(c[3] - bottom) > _NEAR for c in rows):
            yield cell


def _words_in(lines: list[Line], cell: Cell, scale: float) -> list[Word]:
    """The words whose middles lie in the cell."""
    x0, top, x1, bottom = (v / scale for v in cell)
    out = []
    for word in (word for line in lines for word in line.words):
        left, high, right, low = zip(*word.boxes, strict=True)
        across, down = (min(left) + max(right)) / 2, (min(high) + max(low)) / 2
        if x0 <= across <= x1 and top <= down <= bottom:
            out.append(word)
    return out


def _read_cells(path: str, page: Grey, cells: list[Cell], scale: float) -> list[list[Line]]:
    """The lines that are read in each of the cells."""
    gap, inside = round(_GAP / scale), _INSIDE / scale
    crops: list[Grey] = []
    corners: list[tuple[int, int]] = []
    for cell in cells:
        x0, top, x1, bottom = (v / scale for v in cell)
        left, high = round(x0 + inside), round(top + inside)
        crops.append(page[high : round(bottom - inside), left : round(x1 - inside)])
        corners.append((left, high))
    wide = max(crop.shape[1] for crop in crops) + 2 * gap
    sheet = np.full((sum(crop.shape[0] + gap for crop in crops) + gap, wide), 255, np.uint8)
    starts, at = [], gap
    for crop in crops:
        sheet[at : at + crop.shape[0], gap : gap + crop.shape[1]] = crop
        starts.append(at)
        at += crop.shape[0] + gap
    out: list[list[Line]] = [[] for _ in cells]
    for line in read_page(path, sheet, _BLOCK):
        middle = sum(box[1] + box[3] for box in line.words[0].boxes) / len(line.words[0].boxes) / 2
        n = max(0, sum(start <= middle for start in starts) - 1)
        across, down = corners[n][0] - gap, corners[n][1] - starts[n]
        for word in line.words:
            word.boxes = [(a + across, b + down, c + across, d + down) for a, b, c, d in word.boxes]
        out[n].append(line)
    return out


def _sureness(words: list[Word]) -> float:
    """The mean confidence of the letters; 0 for none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _figures(words: list[Word]) -> Counter[str]:
    """The figures among the words that were read surely, but for a sign in brackets: `(%)`."""
    sure = (word.text for word in words if word.sure >= _DOUBTFUL)
    return Counter(text for text in sure if FIGURE.fullmatch(text) and not _SIGN.fullmatch(text))
