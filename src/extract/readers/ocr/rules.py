"""Ruled lines in the picture of a page: borders of tables, the short line over footnotes.

They are found, taken out of the picture, and out of what has been read where signs lie on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from extract.readers.pdf.runs import Rule

if TYPE_CHECKING:
    from extract.readers.ocr.tesseract import Grey, Line

_DARK = 150  # grey levels below this are ink
_LEAST = 36.0  # points: letters have no straight stroke as long
_FULL = 0.95  # of a stretch is ink
_THICK = 3.0  # points; what is thicker is a bar or the scanner's shadow
_FAINT = 240  # grey levels below this may be the edge of a line, on clean paper
_PAPER = 180  # grey levels above this are paper
_GRAINED = 2.0  # grey levels that a quarter of the paper is darker than most, where it has grain
_GRAIN = 2.0  # percent of such paper that is as dark as faint ink
_STROKE = 18.0  # points: what is as long, inside of a line's box, is of the line
_MOSTLY = 0.9  # of a stretch of it is ink
_UPRIGHT = frozenset("|¦Il!ij[](){}/\\'")  # what a line down the page is read as; no digit
_LEVEL = frozenset("_-–—=~¬")
_SPECKS = frozenset(".,:;·'’‘\"“”¡*-–")  # what is left of a line on grained paper
_NEAR = 1.0  # points that the box of a sign may reach beyond the line that it is
_BREAK = 3  # pixels that may be missing in a line
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


def without_rules(page: Grey, rules: Sequence[Rule], scale: float) -> Grey:
    """The picture without the ink of these lines of it, so that no border of a table is read as a
    letter; ink that crosses a line, as that of a letter does, stays."""
    across, down = np.zeros(page.shape, bool), np.zeros(page.shape, bool)
    gone = np.zeros(page.shape, bool)
    faint: Mask = np.less(page, _faint(page))
    for rule in rules:
        if rule.flat:
            box = rule.x0, rule.top, rule.x1, rule.bottom
            _take(page, faint, box, scale, across, gone)
        else:
            box = rule.top, rule.x0, rule.bottom, rule.x1
            _take(page.T, faint.T, box, scale, down.T, gone.T)
    gone |= across & down
    out = page.copy()
    out[gone] = 255
    return out


def is_grid(rules: Sequence[Rule]) -> bool:
    """True where the lines may draw a table."""
    flat = sum(rule.flat for rule in rules)
    return flat > 1 and len(rules) - flat > 1


def without_borders(lines: list[Line], rules: Sequence[Rule], scale: float) -> list[Line]:
    """The lines of words without the signs that are borders: narrow ones that stand on a line down
    the page, flat ones on a line across it, and no more than that line has room for."""
    boxes = [[v / scale for v in (r.x0, r.top, r.x1, r.bottom)] for r in rules]
    down = [box for box, rule in zip(boxes, rules, strict=True) if not rule.flat]
    across = [box for box, rule in zip(boxes, rules, strict=True) if rule.flat]
    near = _NEAR / scale
    for line in lines:
        for word in line.words:
            kept = [
                (char, box)
                for char, box in zip(word.text, word.boxes, strict=True)
                if not (char in _UPRIGHT | _SPECKS and _on(box, down, near))
                and not (char in _LEVEL | _SPECKS and _on(box, across, near))
            ]
            word.text = "".join(char for char, _ in kept)
            word.boxes = [box for _, box in kept]
        line.words = [word for word in line.words if word.text]
    return [line for line in lines if line.words]


def _on(box: tuple[float, ...], rules: list[list[float]], near: float) -> bool:
    """True where a box touches one of the lines and reaches no more than `near` pixels beyond."""
    x0, top, x1, bottom = box
    return any(
        a - near <= x0 <= c
        and a <= x1 <= c + near
        and b - near <= top <= d
        and b <= bottom <= d + near
        for a, b, c, d in rules
    )


Mask = np.ndarray
_Box = tuple[float, float, float, float]


def _faint(page: Grey) -> int:
    """The grey level below which there is ink, be it the blurred edge of a line: that of grain is
    not, on paper that has it. (The edges of letters are fewer than a quarter of the paper.)"""
    paper = page[::3, ::3]
    paper = paper[paper > _PAPER]
    if not paper.size:
        return _FAINT
    middle, quarter, least = np.percentile(paper, (50, 25, _GRAIN))
    return min(_FAINT, int(least)) if middle - quarter > _GRAINED else _FAINT


def _take(page: Grey, inked: Mask, box: _Box, scale: float, band: Mask, gone: Mask) -> None:
    """Mark where a line runs across the page, and its ink (`inked`) that is of nothing else; `box`
    is where it was seen, in points. It is followed to its ends, which may be aslant."""
    x0, top, x1, bottom = (round(v / scale) for v in box)
    thick, more = max(3, round(_THICK / scale)), round(_STROKE / scale)
    low, high = max(0, top - thick - 2), bottom + thick + 2
    left, right = max(0, x0 - more), x1 + more
    part = page[low:high, left:right]
    ink = part < _DARK
    ys, xs = np.nonzero(ink & _covered(ink, min(more, x1 - x0)))
    if len(xs) < more:
        return
    width = np.ptp(xs) + 1
    slope = np.cov(xs, ys)[0, 1] / np.var(xs, ddof=1)
    half = len(xs) / width / 2 + 1.5  # of the line's thickness, and its blurred edge
    columns = np.arange(part.shape[1])
    middle = ys.mean() + slope * (columns - xs.mean())
    rows = np.arange(part.shape[0])[:, None]
    away = np.abs(rows - middle)
    near = away <= half
    seen = (ink & (away <= half + 1)).any(axis=0)
    first, last = _end(seen, xs.min(), -1), _end(seen, xs.max(), 1)
    near &= (columns >= first) & (columns <= last)
    faint = inked[low:high, left:right]
    band[low:high, left:right] |= faint & near
    heights = _runs(np.ascontiguousarray(faint.T)).T
    gone[low:high, left:right] |= faint & near & (heights <= 2 * half + 1)


def _end(seen: Mask, at: int, step: int) -> int:
    """How far a line goes on from a place where it was seen."""
    for next_ in range(at + step, len(seen) if step > 0 else -1, step):
        if seen[next_]:
            at = next_
        elif abs(next_ - at) > _BREAK:
            break
    return at


def _covered(ink: Mask, least: int) -> Mask:
    """Which pixels stand in a stretch of a row, so long at least, that is mostly ink."""
    total = np.pad(np.cumsum(ink, axis=1, dtype=np.int32), ((0, 0), (1, 0)))
    dense = total[:, least:] - total[:, :-least] >= _MOSTLY * least
    windows = np.pad(np.cumsum(dense, axis=1, dtype=np.int32), ((0, 0), (least, least - 1)), "edge")
    windows[:, :least] = 0
    return windows[:, least:] - windows[:, :-least] > 0


def _runs(ink: np.ndarray) -> np.ndarray:
    """For each pixel of ink how many stand in a row with it; 0 elsewhere."""
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    lengths = np.flatnonzero(edges < 0) - np.flatnonzero(edges > 0)
    out = np.zeros(ink.shape, np.int32)
    out[ink] = np.repeat(lengths, lengths)
    return out


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
