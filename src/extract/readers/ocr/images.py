"""Pictures of pages (TIFF with one page or many, PNG, JPEG, BMP, GIF, WebP) -> Document, by OCR.

Where the file does not say how large its pages are, they are taken for A4.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageOps

from extract.document import Document
from extract.errors import InputError
from extract.readers.kinds import PICTURES
from extract.readers.ocr.colour import grey_of
from extract.readers.ocr.reader import MAX_PIXELS, Picture
from extract.readers.ocr.scans import Progress, read_all
from extract.readers.pages.document import made_of
from extract.readers.pages.layout import leaves_of
from extract.readers.pages.range import PageRange

_FORMATS = tuple(kind.upper() for kind in PICTURES)
MAX_FRAMES = 2_000
_MOST = 200_000_000  # pixels of one page as stored
_A4 = 842.0  # points: the longer side
_COARSE, _FINE = 140, 1200  # dots per inch: what a file says beyond these is no scanner's


def read_image(
    data: bytes,
    name: str,
    media_type: str,
    progress: Progress | None = None,
    pages: PageRange | None = None,
) -> Document:
    """The document in a picture file; InputError, naming `name`, where it cannot be read.

    `pages` chooses from the pages of a TIFF file.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            moves = image.format in ("GIF", "WEBP")  # further frames are no pages
            count = 1 if moves else getattr(image, "n_frames", 1)
            if count > MAX_FRAMES or image.width * image.height > _MOST:
                raise _too_large(name)
            numbers = pages.of(count, name) if pages is not None else list(range(1, count + 1))
            sizes: dict[int, tuple[float, float]] = {}
            found = _pictures(image, numbers, name, sizes)
            scans, told = read_all(found, numbers, name, True, progress)
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except (OSError, SyntaxError, ValueError) as e:
        raise InputError(
            f"{name}: the picture is broken or cut off ({e}); get the original again",
            f"{name}: tệp ảnh bị hỏng hoặc bị cắt cụt; hãy lấy lại tệp gốc",
        ) from None
    return made_of(
        [leaf for number in sorted(scans.sheets) for leaf in leaves_of(scans.sheets[number])],
        sizes,
        name,
        data,
        media_type=media_type,
        reader="ocr",
        warnings=tuple(told),
        scans=scans.scans,
        ocr_pages=frozenset(scans.sheets),
    )


def _too_large(name: str) -> InputError:
    return InputError(
        f"{name}: the picture is too large; split it or scan it at 300 dpi",
        f"{name}: ảnh quá lớn; hãy tách ra hoặc quét lại ở 300 dpi",
    )


def _pictures(
    image: Image.Image, numbers: list[int], name: str, sizes: dict[int, tuple[float, float]]
) -> Iterator[Picture]:
    """The pages of the file as grey pictures; `sizes` gets their sizes in points."""
    for number in numbers:
        image.seek(number - 1)
        if image.width * image.height > _MOST:
            raise _too_large(name)
        dpi = float(image.info.get("dpi", (0, 0))[0])
        upright = ImageOps.exif_transpose(image)
        if "A" in upright.getbands() or "transparency" in upright.info:
            upright = upright.convert("RGBA")
            paper = Image.new("RGBA", upright.size, "white")
            upright = Image.alpha_composite(paper, upright)
        grey = Image.fromarray(grey_of(upright))
        if not _COARSE <= dpi <= _FINE:
            dpi = 72 * max(grey.size) / _A4
        width, height = 72 * grey.width / dpi, 72 * grey.height / dpi
        sizes[number] = width, height
        scale = min(max(1.0, 200 / dpi), (MAX_PIXELS / (grey.width * grey.height)) ** 0.5)
        if scale != 1:
            grey = grey.resize((round(scale * grey.width), round(scale * grey.height)))
        yield Picture(number, width, height, np.asarray(grey, dtype=np.uint8).copy())
