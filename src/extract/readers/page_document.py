"""The leaves of all pages -> Document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from extract.document import Document, Said, Scan
from extract.errors import InputError
from extract.readers.page_layout import Leaf, lay_out
from extract.readers.page_paragraphs import paragraphs
from extract.readers.page_text import Size, write
from extract.readers.text import read_text


def made_of(
    leaves: list[Leaf],
    sizes: Mapping[int, Size | None],
    name: str,
    data: bytes,
    *,
    media_type: str,
    reader: str,
    warnings: tuple[Said, ...],
    scans: Mapping[int, Scan],
    ocr_pages: frozenset[int],
) -> Document:
    """The document of the pages in `sizes`, which holds their displayed sizes (None: not read);
    `data` is the file's bytes. `leaves` may hold further pages, read beside them to tell what
    repeats."""
    if not any(leaf.page in sizes for leaf in leaves):
        raise InputError(
            f"{name}: its pages are empty; check the original",
            f"{name}: các trang đều trống; hãy kiểm tra lại tệp gốc",
        )
    pages = lay_out(leaves, sizes)
    notes = [note for page in pages for note in page.notes]
    text, places, spans, emphasis = write(paragraphs(pages), notes, sizes)
    return read_text(
        text,
        name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        reader=reader,
        pages=spans,
        warnings=warnings,
        laid=True,
        places=replace(places, scans=scans),
        emphasised=emphasis.whole,
        leads=emphasis.heads,
        ocr_pages=ocr_pages,
    )
