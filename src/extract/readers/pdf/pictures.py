"""Pages of a PDF as grey pictures, for OCR; used by `pdf/worker` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.readers.ocr.colour import grey_of

if TYPE_CHECKING:
    import pypdfium2 as pdfium
    from numpy.typing import NDArray

_WHITE = 230  # grey level at which a point of a page drawn small is blank


def is_blank(document: pdfium.PdfDocument, number: int) -> bool:
    """True for a page on which nothing is drawn."""
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(0.5, (1_000_000 / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return int(bitmap.to_numpy().min()) >= _WHITE
    finally:
        bitmap.close()
        page.close()


def picture_of(
    document: pdfium.PdfDocument, number: int, dpi: int, most: int
) -> tuple[float, float, NDArray[np.uint8]]:
    """Width and height of a page in points, and its grey pixels: at `dpi`, `most` of them."""
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(dpi / 72, (most / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale)
    try:
        return width, height, grey_of(bitmap.to_pil())
    finally:
        bitmap.close()
        page.close()
