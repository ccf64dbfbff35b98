"""Pictures of a Word file that may say something: large ones, which may hold a table or a scanned
page, and drawings with words."""

from __future__ import annotations

import re

from lxml.etree import _Element

from extract.readers.docx.xml import number

_LARGE = 60.0  # cm²: a table as wide as the page and 4 cm high; logos and signatures are smaller
_EMU = 360_000  # in a centimetre
_CM = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96, "": 2.54 / 96}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LENGTH = re.compile(r"(?<![\w-])(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px|)")


def has_drawn_words(picture: _Element) -> bool:
    """True for a drawing with words of its own, not in a text box of Word: WordArt (VML's
    textpath 19.1.2.23), shapes of DrawingML (20.1)."""
    paths = picture.iter("{urn:schemas-microsoft-com:vml}textpath")
    if any((path.get("string") or "").strip() for path in paths):
        return True
    return any((text.text or "").strip() for text in picture.iter(f"{_DRAWING}t"))


def is_large(picture: _Element) -> bool:
    """True for a drawing (20.4.2.7) or VML shape (19.1) shown on 60 cm² or more."""
    for extent in picture.iter("{*}extent"):
        sides = (number(extent.get("cx")) / _EMU, number(extent.get("cy")) / _EMU)
        if sides[0] * sides[1] >= _LARGE:
            return True
    for shape in picture.iter("{urn:schemas-microsoft-com:vml}shape"):
        found = {m[1]: float(m[2]) * _CM[m[3]] for m in _LENGTH.finditer(shape.get("style") or "")}
        if found.get("width", 0.0) * found.get("height", 0.0) >= _LARGE:
            return True
    return False
