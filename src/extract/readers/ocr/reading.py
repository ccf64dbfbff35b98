"""What came of pages that were read by OCR; loads nothing of what reads them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.document import Said, Scan
from extract.readers.pdf.runs import Sheet


@dataclass(slots=True)
class Reading:
    """What came of the pages: sheets with their words, and what must be told."""

    sheets: dict[int, Sheet] = field(default_factory=dict)
    scans: dict[int, Scan] = field(default_factory=dict)
    failed: dict[int, Said] = field(default_factory=dict)
    silent: list[int] = field(default_factory=list)  # no text found on them
    mended: int = 0
    lost: int = 0  # lines that were illegible
