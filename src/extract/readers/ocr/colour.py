"""A picture in colour -> grey, without the seals and signatures in colour that lie over the text.

Red and blue ink is light in one of the three colours, black ink in none. So where a seal or a
signature is, each point is as light as the lightest of its colours. They are told from words that
are printed in colour by their shape: a patch about as wide as it is high and larger than any line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CELLS = 200  # across the shorter side of the page; a cell of A4 is about 1 mm wide
_COLOURED = 60  # how far the lightest and the darkest colour of a coloured point differ
_SOME = 24  # the mean of that over a cell with a stroke of colour in it
_LEAST, _MOST = 18, 90  # cells: a seal is 30 to 40 mm wide, its shadow or signature larger
_LONGEST = 3.0  # times as wide as high, or as high as wide


def grey_of(image: Image.Image) -> NDArray[np.uint8]:
    """The picture in grey levels."""
    grey = np.asarray(image.convert("L"))
    if image.mode in ("L", "1", "I", "I;16", "F", "LA"):
        return grey.copy()
    colours = image.convert("RGB")
    factor = max(1, min(image.size) // _CELLS)
    small = np.asarray(colours.reduce(factor), np.int16)
    far = small.max(axis=2) - small.min(axis=2)
    if (far > _SOME).sum() < _LEAST:
        return grey.copy()
    seals = _seals(far > _SOME)
    if not seals:
        return grey.copy()
    out = grey.copy()
    for x0, top, x1, bottom in seals:
        box = slice(top * factor, bottom * factor), slice(x0 * factor, x1 * factor)
        part = np.asarray(colours)[box]
        light, dark = part.max(axis=2), part.min(axis=2)
        coloured = light.astype(np.int16) - dark > _COLOURED
        out[box] = np.where(coloured, light, out[box])
    return out


def _seals(coloured: NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Boxes (x0, top, x1, bottom, in cells) of the coloured patches that have a seal's shape."""
    near = Image.fromarray(coloured.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(3))
    todo = {(int(y), int(x)) for y, x in zip(*np.nonzero(np.asarray(near)), strict=True)}
    found = []
    while todo:
        patch = [todo.pop()]
        for y, x in patch:  # grows while it is gone through
            for place in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if place in todo:
                    todo.remove(place)
                    patch.append(place)
        ys, xs = [y for y, _ in patch], [x for _, x in patch]
        box = min(xs), min(ys), max(xs) + 1, max(ys) + 1
        wide, high = box[2] - box[0], box[3] - box[1]
        if min(wide, high) >= _LEAST and max(wide, high) <= min(_MOST, _LONGEST * min(wide, high)):
            found.append(box)
    return found
