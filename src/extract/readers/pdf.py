"""PDF with a text layer -> Document: characters, lines, page layout, paragraphs, reading text.

Pages are read one by one and closed; only their lines are kept. Form fields and annotations are
left out. Fonts of older Vietnamese encodings (TCVN3, VNI) are read as Unicode, which `reader`
tells. Pages without text, text without meaning and OCR layers are told in `Document.warnings`;
what cannot be read at all is an InputError.

Bounds: MAX_PAGES pages, MAX_TEXT characters in all, MAX_CHARACTERS on a page (a page with more is
left out with a warning); tables and raised digits are looked for up to fixed counts a page. The
library's own work on one page cannot be interrupted: only the size of the file
(`files.MAX_BYTES`) bounds it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

from extract.errors import InputError
from extract.model import Document
from extract.readers.legacy import Encoding
from extract.readers.legacy_text import Score, doubt, score
from extract.readers.page_layout import Leaf, Note, lay_out, leaves_of
from extract.readers.page_paragraphs import paragraphs
from extract.readers.page_text import write
from extract.readers.pdf_runs import Sheet, to_unicode
from extract.readers.text import read_text

Source = Literal["pdf", "pdfplumber"]

MAX_PAGES = 20_000
MAX_TEXT = 20_000_000
_HEADER = re.compile(rb"\A%PDF|%PDF-\d")
_STRANGE = 0.02  # share of characters without meaning from which a document is called garbled
_HIDDEN = 0.2  # share of invisible characters from which a text layer is called OCR


def is_pdf(data: bytes) -> bool:
    """True where `data` begins as a PDF does (the mark may stand within the first 1,024 bytes)."""
    return _HEADER.search(data, 0, 1024) is not None


def read_pdf(data: bytes, name: str, source: Source = "pdf") -> Document:
    """The document in the PDF `data`; InputError, naming `name`, where it cannot be read.

    `source` names what reads the characters: "pdf" (PDFium) or "pdfplumber", slower, to compare.
    """
    leaves: list[Leaf] = []
    watch = _Watch(name)
    sizes: list[tuple[float, float]] = []
    for sheet in _sheets(data, name, source):
        sizes.append((sheet.width, sheet.height))
        watch.see(sheet)
        watch.read(to_unicode(sheet))
        leaves.extend(leaves_of(sheet))
    if not sizes:
        raise InputError(
            f"{name}: the PDF has no pages; check the original",
            f"{name}: tệp PDF không có trang nào; hãy kiểm tra lại tệp gốc",
        )
    if not leaves:
        raise InputError(
            f"{name}: a scan, its pages hold pictures and no text; this version cannot read "
            f"scans, run OCR first (e.g. ocrmypdf -l vie)",
            f"{name}: bản quét, các trang chỉ có ảnh, không có chữ; bản này chưa đọc được bản "
            f"quét, hãy nhận dạng chữ trước (ví dụ ocrmypdf -l vie)",
        )
    pages = lay_out(leaves)
    notes: list[Note] = [note for page in pages for note in page.notes]
    text, places, spans, emphasised = write(paragraphs(pages), notes, tuple(sizes))
    return read_text(
        text,
        name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        reader="-".join((source, *sorted(watch.legacy))),
        pages=spans,
        warnings=watch.warnings(),
        laid=True,
        places=places,
        emphasised=emphasised,
    )


def _sheets(data: bytes, name: str, source: Source) -> Iterator[Sheet]:
    """The pages of the file through the source asked for."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as e:
        raise _unreadable(name, str(e)) from None
    with closing(document):
        count = len(document)
        if count > MAX_PAGES:
            raise InputError(
                f"{name}: {count} pages, at most {MAX_PAGES} are read; split the file",
                f"{name}: {count} trang, chỉ đọc tối đa {MAX_PAGES} trang; hãy tách tệp ra",
            )
        if source == "pdf":
            from extract.readers.pdf_pdfium import sheets

            yield from sheets(document)
            return
    from extract.readers.pdf_plumber import sheets as plumber_sheets

    yield from plumber_sheets(data)


def _unreadable(name: str, why: str) -> InputError:
    if "password" in why.lower() or "security" in why.lower():
        return InputError(
            f"{name}: the PDF is protected by a password; save it without one first",
            f"{name}: tệp PDF có mật khẩu; hãy lưu lại thành tệp không có mật khẩu",
        )
    return InputError(
        f"{name}: the PDF is broken or cut off and cannot be opened; get the original again",
        f"{name}: tệp PDF bị hỏng hoặc bị cắt cụt, không mở được; hãy lấy lại tệp gốc",
    )


class _Watch:
    """What must be told of the pages that go by."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.characters = self.strange = self.hidden = self.slanted = 0
        self.legacy: dict[Encoding, Score] = {}
        self.empty: list[int] = []
        self.skipped: list[int] = []
        self.broken: list[int] = []

    def see(self, sheet: Sheet) -> None:
        """Count a page; InputError where the document grows too long."""
        self.characters += sheet.characters
        self.strange += sheet.strange
        self.hidden += sheet.hidden if sheet.pictured else 0
        self.slanted += sheet.slanted
        if sheet.broken:
            self.broken.append(sheet.number)
        elif sheet.skipped:
            self.skipped.append(sheet.number)
        elif not sheet.characters:
            self.empty.append(sheet.number)
        if self.characters > MAX_TEXT:
            raise InputError(
                f"{self.name}: more than {MAX_TEXT:,} characters; split the file",
                f"{self.name}: hơn {MAX_TEXT:,} ký tự; hãy tách tệp ra",
            )

    def read(self, texts: dict[Encoding, list[str]]) -> None:
        """Count how the texts read that came of older encodings."""
        for encoding, runs in texts.items():
            read = score("\n".join(runs))
            self.legacy[encoding] = read.plus(self.legacy.get(encoding, Score()))

    def warnings(self) -> tuple[str, ...]:
        """The warnings, English and Vietnamese in one line each."""
        out = []
        for encoding, read in self.legacy.items():
            if not read.is_sure:
                out.append(doubt(encoding, read))
        if self.strange > _STRANGE * self.characters:
            share = 100 * self.strange / max(1, self.characters)
            out.append(
                f"{share:.0f}% of the characters have no meaning (fonts without a Unicode map); "
                "run OCR and read that instead (e.g. ocrmypdf --force-ocr -l vie) / "
                f"{share:.0f}% ký tự không có nghĩa (phông thiếu bảng Unicode); hãy nhận dạng lại"
            )
        if self.hidden > _HIDDEN * self.characters:
            out.append(
                "the text is an invisible layer over pictures, made by OCR: it may be misread / "
                "chữ là lớp ẩn do nhận dạng (OCR) trên ảnh, có thể sai"
            )
        for numbers, en, vi in (
            (self.empty, "no text (OCR is not available yet)", "không có chữ (chưa có OCR)"),
            (self.skipped, "left out: too many characters", "bỏ qua: quá nhiều ký tự"),
            (self.broken, "left out: broken", "bỏ qua: bị hỏng"),
        ):
            if numbers:
                shown = _ranges(numbers)
                out.append(f"pages {shown}: {en} / trang {shown}: {vi}")
        if self.slanted:
            out.append(
                f"{self.slanted} slanted characters (a watermark?) left out / "
                f"bỏ qua {self.slanted} ký tự nằm nghiêng (chữ chìm?)"
            )
        return tuple(out)


def _ranges(numbers: list[int]) -> str:
    """1, 2, 3, 7 -> "1-3, 7"; long lists are cut."""
    out: list[list[int]] = []
    for n in numbers:
        if out and out[-1][1] == n - 1:
            out[-1][1] = n
        else:
            out.append([n, n])
    shown = [f"{a}" if a == b else f"{a}-{b}" for a, b in out[:20]]
    return ", ".join(shown) + (" …" if len(out) > 20 else "")
