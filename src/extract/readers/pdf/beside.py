"""What stands on a page of a PDF and is not in its text: large pictures with no text over them,
what was typed into form fields or onto the page. It is counted, so that it can be told."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as c

from extract.readers.pdf.runs import Rule, Sheet

LARGE = 60 * (72 / 2.54) ** 2  # pt² of 60 cm²: a table as wide as the page and 4 cm high
_MAX_ANNOTATIONS = 2000  # of one page
_FEW = 20  # characters over a picture that is still read by nobody: a caption, a number
_KEYS = {c.FPDF_ANNOT_FREETEXT: b"Contents", c.FPDF_ANNOT_WIDGET: b"V"}
_TYPED = ("Tx", "Ch")  # text fields and choices; buttons and signatures say nothing


def is_typed(subtype: str, field: str, said: str) -> bool:
    """True for an annotation that shows words: a note on the page, a filled form field."""
    return bool(said.strip()) and (subtype == "FreeText" or field in _TYPED)


def typed_on(page: Any) -> int:
    """How many annotations of a page of PDFium show words."""
    found = 0
    for n in range(min(c.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = c.FPDFPage_GetAnnot(page, n)
        if not annotation:
            continue
        kind = c.FPDFAnnot_GetSubtype(annotation)
        if kind in _KEYS:
            subtype = "FreeText" if kind == c.FPDF_ANNOT_FREETEXT else "Widget"
            field = _string(annotation, b"FT")
            found += is_typed(subtype, field, _string(annotation, _KEYS[kind]))
        c.FPDFPage_CloseAnnot(annotation)
    return found


def _string(annotation: Any, key: bytes) -> str:
    """A text or name of an annotation; "" where it has none."""
    size = c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    c.FPDFAnnot_GetStringValue(
        annotation, key, ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), size
    )
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def count_beside(sheet: Sheet, pictures: Iterable[Rule]) -> int:
    """How many large pictures of a page have no text drawn over them."""
    return sum(_covered(sheet, picture) <= _FEW for picture in pictures)


def _covered(sheet: Sheet, box: Rule) -> int:
    """How many characters of upright text stand inside a box."""
    return sum(
        sum(box.x0 <= x <= box.x1 for x in run.x0)
        for run in sheet.runs.get(0, ())
        if box.top <= run.base <= box.bottom
    )
