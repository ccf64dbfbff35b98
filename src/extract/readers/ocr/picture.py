"""The picture of a page made fit for OCR: paper white, grain smoothed, faded ink dark, straight,
the black around it that a scanner has seen white.

What needs no mending stays as it is, point for point. Light grey marks over the text (a stamp on a
grey scan) are taken out only where the page is asked for `without_greys`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extract.readers.ocr.tesseract import Grey

    Points = NDArray[np.float32]

_BLOCK = 8  # pixels: paper is looked for in squares of 5 by 5 of these
_WHITE = 245  # grey level of clean paper
_PAPER = 236  # paper that is as light everywhere is left alone
_DARKEST = 96  # what is darker is no paper: a photograph, a filled cell
_FADED = 60  # the ink of a page is darker than this, or is made so
_GRAIN = 4.0  # grey levels that paper varies by from point to point: more is smoothed
_SMOOTH = 1.0  # pixels
_DARK = 96  # the grey level below which all of a square is black
_AROUND = 0.5  # of a page is black: letters are white, not the scanner's black around it
_GREY, _MARK = 110, 210  # ink over which a stamp lies is darker; the stamp is between these
_EDGE = 7  # pixels: so near to ink, grey is its edge
_SPECK = 5  # pixels: what is no thicker is no stamp

_INK = 128
_SHRINK = 4
_WIDEST = 4.0  # degrees that a page may lie askew
_COARSE, _FINE = 0.25, 0.05  # degrees
_ASKEW = 0.3  # degrees: less is left to the reading of the lines
_LEAST_INK, _MOST_INK = 500, 60_000  # points of the small picture
_SHARPER = 1.3  # times what points that lie anywhere would give


def cleaned(page: Grey) -> Grey:
    """The picture with white paper and dark ink, without grain."""
    page = _without_edges(page)
    image = Image.fromarray(page)
    if _grain(page) > _GRAIN:
        image = image.filter(ImageFilter.GaussianBlur(_SMOOTH))
    small = image.reduce(_BLOCK)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MedianFilter(5))
    levels = np.asarray(paper)
    out = np.asarray(image)
    if np.percentile(levels, 1) < _PAPER:
        smooth = paper.filter(ImageFilter.GaussianBlur(2)).resize(
            image.size, Image.Resampling.BILINEAR
        )
        least = max(_DARKEST, int(np.median(levels)) // 2)
        lift = np.float32(_WHITE) / np.maximum(np.asarray(smooth), least)
        out = np.minimum(out * lift, 255).astype(np.uint8)
    return _darkened(out)


def _without_edges(page: Grey) -> Grey:
    """The picture without the black that reaches in from its edges; white letters on black are
    made black on white."""
    small = np.asarray(Image.fromarray(page).reduce(_BLOCK))
    dark = small < _DARK
    if dark.mean() > _AROUND:
        return 255 - page
    reached = np.zeros_like(dark)
    for edge in (np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1]):
        reached[edge] = dark[edge]
    before = 0
    while (found := int(reached.sum())) > before:
        before = found
        near = Image.fromarray(reached.astype(np.uint8)).filter(ImageFilter.MaxFilter(3))
        reached = dark & (np.asarray(near) > 0)
    if not found:
        return page
    near = Image.fromarray(reached.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(3))
    around = near.resize(page.shape[::-1], Image.Resampling.NEAREST)
    return np.where(np.asarray(around) > 0, np.uint8(255), page)


def without_greys(page: Grey) -> tuple[Grey, float]:
    """The cleaned picture without grey marks that are no edges of ink (stamps, watermarks), and
    how much of it were thick ones."""
    near = Image.fromarray(page).filter(ImageFilter.MinFilter(_EDGE))
    marks = (np.asarray(near) > _GREY) & (page < _MARK)
    thick = np.asarray(Image.fromarray(page).filter(ImageFilter.MaxFilter(_SPECK))) < _MARK
    return np.where(marks, np.uint8(255), page), float((marks & thick).mean())


def askew(page: Grey) -> float:
    """By how many degrees the page must be turned to the left to lie straight; 0 where it does, or
    where nothing tells.

    Lines of text, be they across or down the page, lie straight where rows of points are either
    full of ink or empty.
    """
    small = np.asarray(Image.fromarray(page).reduce(_SHRINK))
    found = np.nonzero(small < _INK)
    if len(found[0]) < _LEAST_INK:
        return 0.0
    step = max(1, len(found[0]) // _MOST_INK)
    y, x = (places[::step].astype(np.float32) for places in found)
    across = _straightest(x, y)
    down = _straightest(-y, x)
    best, straight = max(across, down, key=lambda found: found[1])
    return best if _ASKEW <= abs(best) < _WIDEST and straight > _SHARPER else 0.0


def _straightest(along: Points, beside: Points) -> tuple[float, float]:
    """The angle at which the points lie most in rows, and how many times as much as points that
    lie anywhere."""

    def sharpness(degrees: float) -> float:
        rows = np.rint(beside - np.tan(np.radians(degrees)) * along).astype(np.int32)
        counts = np.bincount(rows - rows.min()).astype(np.float64)
        return float((counts**2).sum()) * len(counts) / len(rows) ** 2

    best = max(np.arange(-_WIDEST, _WIDEST + _COARSE / 2, _COARSE), key=sharpness)
    near = np.arange(best - _COARSE, best + _COARSE + _FINE / 2, _FINE)
    best = float(max(near, key=sharpness))
    return best, sharpness(best)


def turned(page: Grey, degrees: float) -> Grey:
    """The picture turned to the left about its middle; what comes in at the corners is white."""
    image = Image.fromarray(page)
    return np.asarray(image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))


def _grain(page: Grey) -> float:
    """How much paper varies from point to point, in grey levels."""
    part = page[::3, : page.shape[1] // 2 * 2].astype(np.int16)
    light = part > np.median(part) - 60
    apart = np.abs(part[:, 1:] - part[:, :-1])[light[:, 1:] & light[:, :-1]]
    return float(np.mean(np.minimum(apart, 40))) if apart.size else 0.0


def _darkened(page: Grey) -> Grey:
    """Faded ink made dark."""
    ink = page[page < _WHITE - 60]
    if ink.size < _LEAST_INK:
        return page
    low = float(np.percentile(ink, 10))
    if low <= _FADED:
        return page
    darker = np.clip((page - low) * (255 / (_WHITE - low)), 0, 255)
    return np.asarray(darker, np.uint8)
