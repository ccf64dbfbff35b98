"""Ruled lines in the picture of a page: borders of tables, the short line over footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.readers.pdf_runs import Rule

if TYPE_CHECKING:
    from extract.readers.tesseract import Grey

_DARK = 150  # grey levels below this are ink
_LEAST = 36.0  # points: letters have no straight stroke as long
_FULL = 0.95  # of a stretch is ink
_THICK = 3.0  # points; what is thicker is a bar or the scanner's shadow
_MOST = 20_000  # stretches looked at on one page; a photograph has more


def ruled_lines(page: Grey, scale: float) -> list[Rule]:
    """The lines across and down the page, in points; `scale` is points per pixel."""
    high, wide = page.shape[0] // 2 * 2, page.shape[1] // 2 * 2
    ink = page[:high, :wide] < _DARK
    half = ink[::2, ::2] | ink[1::2, ::2] | ink[::2, 1::2] | ink[1::2, 1::2]
    step = 2 * scale
    across = [Rule(*(step * v for v in box)) for box in _stretches(half, _LEAST / step)]
    down = [
        Rule(step * y0, step * x0, step * y1, step * x1)
        for x0, y0, x1, y1 in _stretches(half.T, _LEAST / step)
    ]
    return [r for r in across if _is_thin(r.bottom - r.top, r.x1 - r.x0)] + [
        r for r in down if _is_thin(r.x1 - r.x0, r.bottom - r.top)
    ]


def _is_thin(thickness: float, length: float) -> bool:
    return thickness <= _THICK + 0.02 * length  # a line may be a little aslant


def _stretches(ink: np.ndarray, least: float) -> list[tuple[int, int, int, int]]:
    """Boxes (x0, top, x1, bottom) of stretches of ink along the rows; near ones are one."""
    least = max(2, round(least))
    if ink.shape[1] <= least:
        return []
    total = np.cumsum(ink, axis=1, dtype=np.int32)
    dense = total[:, least:] - total[:, :-least] >= _FULL * least
    found: list[list[int]] = []
    open_: list[list[int]] = []
    seen = 0
    for y in np.flatnonzero(dense.any(axis=1)):
        edges = np.flatnonzero(np.diff(dense[y], prepend=False, append=False))
        open_ = [box for box in open_ if y - box[3] <= 2]
        for x0, last in zip(edges[::2], edges[1::2], strict=True):
            x1 = int(last) + least
            seen += 1
            near = next((b for b in open_ if x0 <= b[2] + 4 and x1 >= b[0] - 4), None)
            if near is None:
                near = [int(x0), int(y), x1, int(y)]
                found.append(near)
                open_.append(near)
            else:
                near[0], near[2], near[3] = min(near[0], int(x0)), max(near[2], x1), int(y)
        if seen > _MOST:
            return []
    return [(x0, top, x1, bottom + 1) for x0, top, x1, bottom in found]
