"""The leaves of all pages -> Document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from extract.document import Document, Said, Scan
from extract.errors import InputError
from extract.readers.pages.layout import Leaf, lay_out
from extract.readers.pages.paragraphs import paragraphs
from extract.readers.pages.text import Size, write
from extract.readers.text.reader import read_text

_NO_ROOM = re.compile(
    r"(?<=\| )#{2,}(?= \|)"
)  # what a spreadsheet shows where a figure has no room


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
    repeats. Raises InputError where there is no text."""
    if not any(leaf.page in sizes for leaf in leaves):
        raise InputError(
            f"{name}: its pages are empty; check the original",
            f"{name}: các trang đều trống; hãy kiểm tra lại tệp gốc",
        )
    pages = lay_out(leaves, sizes)
    notes = [note for page in pages for note in page.notes]
    text, places, spans, emphasis = write(paragraphs(pages), notes, sizes)
    hashes = sum(1 for _ in _NO_ROOM.finditer(text))
    return read_text(
        text,
        name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        reader=reader,
        pages=spans,
        warnings=(*warnings, *([_no_room(hashes)] if hashes else [])),
        laid=True,
        places=replace(places, scans=scans),
        emphasised=emphasis.whole,
        leads=emphasis.heads,
        ocr_pages=ocr_pages,
    )


def _no_room(count: int) -> Said:
    """The warning that so many cells of tables show `###`."""
    return Said(
        f"cells that show ### in place of a figure: {count}; widen their columns in the "
        "spreadsheet and save it as PDF once more",
        f"{count} ô hiện ### thay cho số liệu; hãy nới rộng cột trong bảng tính rồi lưu lại thành "
        "PDF",
    )
