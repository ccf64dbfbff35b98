"""PDF -> Document: characters, lines, page layout, paragraphs, reading text.

Pages are read one by one and closed; only their lines are kept. Form fields and annotations are
left out. Fonts of older Vietnamese encodings (TCVN3, VNI) are read as Unicode, which `reader`
tells. Pages without a text layer are read by OCR. Pages that could not be read, text without
meaning and text made by OCR are told in `Document.warnings`; what cannot be read at all is an
InputError.

Bounds: MAX_PAGES pages, MAX_TEXT characters in all, MAX_CHARACTERS on a page (a page with more is
left out with a warning); tables and raised digits are looked for up to fixed counts a page. The
library's own work on one page cannot be interrupted: only the size of the file
(`files.MAX_BYTES`) bounds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Literal

from extract.document import Document
from extract.errors import InputError
from extract.readers.legacy import Encoding
from extract.readers.legacy_text import Score, doubt, score
from extract.readers.page_document import made_of
from extract.readers.page_layout import Leaf, leaves_of
from extract.readers.pdf_runs import Sheet, to_unicode
from extract.readers.scans import Progress, ranges, read_scans

Source = Literal["pdf", "pdfplumber"]

MAX_PAGES = 20_000
MAX_TEXT = 20_000_000
_STRANGE = 0.02  # share of characters without meaning from which a document is called garbled
_STAMP = 200  # characters: a scan with a digital signature has fewer in its text layer
_MORE = 2  # times as many characters must OCR find on such a page
_HIDDEN = 0.2  # share of invisible characters from which a text layer is called OCR


def read_pdf(
    data: bytes, name: str, source: Source = "pdf", progress: Progress | None = None
) -> Document:
    """The document in the PDF `data`; InputError, naming `name`, where it cannot be read.

    `source` names what reads the characters: "pdf" (PDFium) or "pdfplumber", slower, to compare.
    `progress` is called with how many of the pages that need OCR are read, and their number.
    """
    leaves: dict[int, list[Leaf]] = {}
    watch = _Watch(name)
    sizes: list[tuple[float, float]] = []
    scanned: dict[int, Sheet] = {}
    for sheet in _sheets(data, name, source):
        sizes.append((sheet.width, sheet.height))
        watch.see(sheet)
        watch.read(to_unicode(sheet))
        if _is_scan(sheet):
            scanned[sheet.number] = sheet
        else:
            leaves[sheet.number] = leaves_of(sheet)
    if not sizes:
        raise InputError(
            f"{name}: the PDF has no pages; check the original",
            f"{name}: tệp PDF không có trang nào; hãy kiểm tra lại tệp gốc",
        )
    scans, told = read_scans(data, tuple(scanned), name, not any(leaves.values()), progress)
    for number, sheet in scanned.items():
        read = scans.sheets.get(number)
        if read is not None and read.characters > _MORE * sheet.characters:
            watch.see(read)
            watch.ocr.add(number)
            sheet = read
        leaves[number] = leaves_of(sheet)
    return made_of(
        [leaf for number in sorted(leaves) for leaf in leaves[number]],
        tuple(sizes),
        name,
        data,
        media_type="application/pdf",
        reader="-".join((source, *sorted(watch.legacy))),
        warnings=(*watch.warnings(), *told),
        scans={number: scan for number, scan in scans.scans.items() if number in watch.ocr},
        ocr_pages=frozenset(watch.ocr),
    )


def _is_scan(sheet: Sheet) -> bool:
    """True for a page without text, or with no more than a stamp of text on its picture."""
    if sheet.broken or sheet.skipped:
        return False
    stamped = sheet.pictured and not sheet.hidden and sheet.characters < _STAMP
    return stamped or not sheet.characters


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
        self.ocr: set[int] = set()  # pages whose text comes from OCR
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
        elif sheet.pictured and sheet.hidden > 0.5 * sheet.characters:
            self.ocr.add(sheet.number)
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
            (self.skipped, "left out: too many characters", "bỏ qua: quá nhiều ký tự"),
            (self.broken, "left out: broken", "bỏ qua: bị hỏng"),
        ):
            if numbers:
                shown = ranges(numbers)
                out.append(f"pages {shown}: {en} / trang {shown}: {vi}")
        if self.slanted:
            out.append(
                f"{self.slanted} slanted characters (a watermark?) left out / "
                f"bỏ qua {self.slanted} ký tự nằm nghiêng (chữ chìm?)"
            )
        return tuple(out)
