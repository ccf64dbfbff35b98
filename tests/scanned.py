"""Scans made for tests: pages drawn as pictures, saved as files, and rows as OCR gives them."""

from __future__ import annotations

import io
import shutil

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.readers.ocr import tesseract
from extract.readers.ocr.lines import Part, Row

HERE = shutil.which("tesseract")
WITH_OCR = pytest.mark.skipif(
    HERE is None or tesseract.LANGUAGE not in tesseract._languages(HERE),
    reason="máy này không có tesseract với tiếng Việt (tesseract-ocr tesseract-ocr-vie)",
)


def scan(pdf: bytes, dpi: int = 200, turn: float = 0) -> list[Image.Image]:
    """The pages of a PDF as pictures, turned to the left by `turn` degrees."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    return [page.rotate(turn, expand=turn % 90 == 0, fillcolor=255) for page in pages]


def saved(pages: list[Image.Image], kind: str = "PDF", dpi: int = 200) -> bytes:
    """A file of these pages."""
    out = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if kind in ("PDF", "TIFF") else {}
    size = {"resolution": dpi} if kind == "PDF" else {"dpi": (dpi, dpi)}
    pages[0].save(out, kind, **more, **size)
    return out.getvalue()


def page_of(*lines: str) -> Image.Image:
    """A page of 200 dpi with these lines."""
    page = Image.new("L", (1654, 2339), 255)
    font = ImageFont.load_default(40)
    for n, line in enumerate(lines):
        ImageDraw.Draw(page).text((240, 300 + 70 * n), line, 0, font)
    return page


def row(*words: str, size: float = 14.0, base: float = 100.0) -> Row:
    """Words as OCR gives them; a sign after `^` is small and raised."""
    parts, x = [], 50.0
    for word in words:
        text, boxes = "", []
        for n, char in enumerate(word):
            if char == "^":
                continue
            raised = n > 0 and word[n - 1] == "^"
            low = base - 0.28 * size if raised else base
            boxes.append((x, low - (0.4 if raised else 0.68) * size, x + 6, low))
            x += 6
            text += char
        parts.append(Part(text, boxes, 0.9))
        x += 4
    return Row(parts, base, size)
