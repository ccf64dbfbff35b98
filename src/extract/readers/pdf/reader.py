"""PDF -> Document: characters, lines, page layout, paragraphs, reading text.

Pages are read one by one and closed; only their lines are kept. Form fields and annotations are
left out; those with words in them are told, as are large pictures beside the text. Fonts of older
Vietnamese encodings (TCVN3, VNI) are read as Unicode, which `reader` tells. Pages without a text
layer, or with an invisible one that makes no sense, are read by OCR.
Pages that could not be read, text without meaning and text made by OCR are told in
`Document.warnings`; what cannot be read at all is an InputError.

Bounds: MAX_PAGES pages, MAX_TEXT characters in all, MAX_CHARACTERS on a page (a page with more is
left out with a warning), `pdf_process.SECONDS` of the library's work on a page (left out with a
warning, too); tables and raised digits are looked for up to fixed counts a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal

from extract.document import Document, Said
from extract.errors import InputError
from extract.readers.legacy.encodings import Encoding
from extract.readers.legacy.text import Score, doubt, score
from extract.readers.ocr.scans import Progress, on_pages, read_scans
from extract.readers.pages.document import made_of
from extract.readers.pages.layout import Leaf, leaves_of
from extract.readers.pages.range import PageRange, around
from extract.readers.pages.text import Size
from extract.readers.pdf import process as pdf_process
from extract.readers.pdf.hidden import is_ill_read
from extract.readers.pdf.line_numbers import LineNumbers
from extract.readers.pdf.process import MAX_LOST, PdfFile
from extract.readers.pdf.runs import Sheet, to_unicode
from extract.readers.pdf.struck import drop_struck
from extract.readers.pdf.watermark import drop_watermark

Source = Literal["pdf", "pdfplumber"]

MAX_PAGES = 20_000
MAX_TEXT = 20_000_000
MAX_CHARACTERS = 200_000  # of one page; an A4 page of fine print has 10,000
_NEAR = 2  # pages before and after the chosen ones that help to tell what repeats
_STRANGE = 0.02  # share of characters without meaning from which a document is called garbled
_STAMP = 200  # characters: a scan with a digital signature has fewer in its text layer
_MORE = 2  # times as many characters must OCR find on such a page
_NAMED = 5  # attached files that are named
_HIDDEN = 0.2  # share of invisible characters from which a text layer is called OCR


def read_pdf(
    data: bytes,
    name: str,
    source: Source = "pdf",
    progress: Progress | None = None,
    pages: PageRange | None = None,
) -> Document:
    """The document in the PDF `data`; InputError, naming `name`, where it cannot be read.

    `source` names what reads the characters: "pdf" (PDFium) or "pdfplumber", slower, to compare.
    `progress` is called with how many of the pages that need OCR are read, and their number.
    `pages` chooses pages; None is all of them.
    """
    leaves: dict[int, list[Leaf]] = {}
    watch = _Watch(name)
    lined = LineNumbers()
    scanned: dict[int, Sheet] = {}
    ill: set[int] = set()  # of these, those with a text layer that is not worth reading
    with PdfFile(data, name) as file:
        numbers = _chosen(file.count, name, pages)
        sizes: dict[int, Size | None] = dict.fromkeys(numbers)
        for number, sheet in file.each(source, around(numbers, file.count, _NEAR), MAX_CHARACTERS):
            legacy = to_unicode(sheet)
            sheet.slanted += drop_watermark(sheet)
            sheet.struck = drop_struck(sheet)
            lined.drop(sheet)
            if number not in sizes:
                if not _is_scan(sheet):
                    leaves[number] = leaves_of(sheet)
                continue
            sizes[number] = sheet.width, sheet.height
            if is_ill_read(sheet):
                ill.add(number)
                scanned[number] = sheet
                continue
            watch.see(sheet)
            watch.read(legacy)
            if _is_scan(sheet):
                scanned[number] = sheet
            else:
                watch.see_beside(sheet)
                leaves[number] = leaves_of(sheet)
        bare = not ill and not any(leaves.get(number) for number in numbers)
        scans, told = read_scans(file, tuple(scanned), name, bare, progress)
        unread = _unread(file, sizes.keys())
        attached = _attached(file.attached)
    if unread and bare and not scans.sheets:
        raise InputError(
            f"{name}: no page could be read ({'; '.join(unread)})",
            f"{name}: không đọc được trang nào ({'; '.join(said.vi for said in unread)})",
        )
    for number, sheet in scanned.items():
        read = scans.sheets.get(number)
        least = 0 if number in ill else _MORE * sheet.characters
        if read is not None and read.characters > least:
            watch.see(read)
            watch.ocr.add(number)
            if not sheet.pictured and number in ill:
                watch.garbled.append(number)
            sheet = read
        elif number in ill:
            watch.see(sheet)
        leaves[number] = leaves_of(sheet)
    return made_of(
        [leaf for number in sorted(leaves) for leaf in leaves[number]],
        sizes,
        name,
        data,
        media_type="application/pdf",
        reader="-".join((source, *sorted(watch.legacy))),
        warnings=(*watch.warnings(), *unread, *attached, *told),
        scans={number: scan for number, scan in scans.scans.items() if number in watch.ocr},
        ocr_pages=frozenset(watch.ocr),
    )


def _is_scan(sheet: Sheet) -> bool:
    """True for a page without text, or with no more than a stamp of text on its picture."""
    if sheet.skipped:
        return False
    stamped = sheet.pictured and not sheet.hidden and sheet.characters < _STAMP
    return stamped or not sheet.characters


def _chosen(count: int, name: str, pages: PageRange | None) -> list[int]:
    """The numbers of the pages to read; InputError for none, too many, ones that are not there."""
    if not count:
        raise InputError(
            f"{name}: the PDF has no pages; check the original",
            f"{name}: tệp PDF không có trang nào; hãy kiểm tra lại tệp gốc",
        )
    numbers = pages.of(count, name) if pages is not None else list(range(1, count + 1))
    if len(numbers) > MAX_PAGES:
        raise InputError(
            f"{name}: {count} pages, at most {MAX_PAGES} are read; split the file or give --pages",
            f"{name}: {count} trang, chỉ đọc tối đa {MAX_PAGES} trang; hãy tách tệp ra "
            "hoặc dùng --pages",
        )
    return numbers


def _unread(file: PdfFile, wanted: Set[int]) -> list[Said]:
    """What to say of the wanted pages that could not be read."""
    out = []
    most = f"{pdf_process.SECONDS:g}"
    for numbers, en, vi in (
        (file.slow, f"not read: more than {most} s", f"chưa đọc: quá {most} giây"),
        (file.broken, "left out: broken", "bỏ qua: bị hỏng"),
        (
            file.given_up,
            f"not read, after {MAX_LOST} pages that could not be",
            f"chưa đọc, vì đã có {MAX_LOST} trang không đọc được",
        ),
    ):
        if found := sorted(wanted & set(numbers)):
            out.append(on_pages(found, en, vi))
    return out


def _attached(names: list[str]) -> list[Said]:
    """What to say of files that are attached to a PDF: annexes, perhaps, that are not read."""
    if not names:
        return []
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return [
        Said(
            f"files attached to the PDF that were not read: {len(names)} ({shown}); save and give "
            "those",
            f"chưa đọc {len(names)} tệp đính kèm trong PDF ({shown}); hãy lưu ra rồi đọc",
        )
    ]


class _Watch:
    """What must be told of the pages that go by."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.characters = self.strange = self.hidden = self.slanted = 0
        self.legacy: dict[Encoding, Score] = {}
        self.ocr: set[int] = set()  # pages whose text comes from OCR
        self.skipped: list[int] = []
        self.typed: list[int] = []  # pages with form fields and notes that are left out
        self.beside: list[int] = []  # pages with pictures that are not read
        self.garbled: list[int] = []  # pages read by OCR, for their letters have no meaning
        self.struck: list[int] = []  # pages with struck-through text
        self.unseen: list[int] = []  # pages with text that nobody sees

    def see(self, sheet: Sheet) -> None:
        """Count a page; InputError where the document grows too long."""
        self.characters += sheet.characters
        self.strange += sheet.strange
        self.hidden += sheet.hidden if sheet.pictured else 0
        self.slanted += sheet.slanted
        if sheet.skipped:
            self.skipped.append(sheet.number)
        elif sheet.pictured and sheet.hidden > 0.5 * sheet.characters:
            self.ocr.add(sheet.number)
        if self.characters > MAX_TEXT:
            raise InputError(
                f"{self.name}: more than {MAX_TEXT:,} characters; split the file",
                f"{self.name}: hơn {MAX_TEXT:,} ký tự; hãy tách tệp ra",
            )

    def see_beside(self, sheet: Sheet) -> None:
        """Note what a page shows beside the text that is read."""
        if sheet.typed:
            self.typed.append(sheet.number)
        if sheet.beside and not sheet.skipped:
            self.beside.append(sheet.number)
        if sheet.unseen:
            self.unseen.append(sheet.number)
        if sheet.struck:
            self.struck.append(sheet.number)

    def read(self, texts: dict[Encoding, list[str]]) -> None:
        """Count how the texts read that came of older encodings."""
        for encoding, runs in texts.items():
            read = score("\n".join(runs))
            self.legacy[encoding] = read.plus(self.legacy.get(encoding, Score()))

    def warnings(self) -> tuple[Said, ...]:
        """The warnings."""
        out = []
        for encoding, read in self.legacy.items():
            if not read.is_sure:
                out.append(doubt(encoding, read))
        if self.strange > _STRANGE * self.characters:
            share = f"{100 * self.strange / max(1, self.characters):.0f}%"
            out.append(
                Said(
                    f"{share} of the characters have no meaning (fonts without a Unicode map); "
                    "run OCR and read that instead (e.g. ocrmypdf --force-ocr -l vie)",
                    f"{share} ký tự không có nghĩa (phông thiếu bảng Unicode); hãy nhận dạng lại",
                )
            )
        if self.hidden > _HIDDEN * self.characters:
            out.append(
                Said(
                    "the text is an invisible layer over pictures, made by OCR: it may be misread",
                    "chữ là lớp ẩn do nhận dạng (OCR) trên ảnh, có thể sai",
                )
            )
        out += [on_pages(numbers, en, vi) for numbers, en, vi in self._left_out() if numbers]
        if self.slanted:
            out.append(
                Said(
                    f"{self.slanted} slanted or huge characters (a watermark?) left out",
                    f"bỏ qua {self.slanted} ký tự nằm nghiêng hoặc rất to (chữ chìm?)",
                )
            )
        return tuple(out)

    def _left_out(self) -> Iterator[tuple[list[int], str, str]]:
        """Pages, and what of them was not read."""
        yield self.skipped, "left out: too many characters", "bỏ qua: quá nhiều ký tự"
        yield (
            self.typed,
            "words typed into form fields or onto the page are not read; print the file to PDF "
            "once more to have them in the text",
            "chưa đọc chữ điền vào biểu mẫu hoặc ghi thêm lên trang; hãy in tệp ra PDF lần nữa để "
            "đọc cả phần này",
        )
        yield (
            self.beside,
            "large pictures whose text, if any, was not read; save them as PNG and give those",
            "chưa đọc chữ (nếu có) trong hình lớn; hãy lưu hình thành PNG rồi đọc tệp ấy",
        )
        yield (
            self.garbled,
            "the letters have no meaning (fonts without a Unicode map), so the page was read as it "
            "looks; a file made anew from the original document is read better",
            "chữ trong tệp không có nghĩa (phông thiếu bảng Unicode) nên trang được đọc theo hình; "
            "tệp tạo lại từ văn bản gốc sẽ đọc được tốt hơn",
        )
        yield self.unseen, "white or tiny text was not read", "bỏ qua chữ trắng hoặc rất nhỏ"
        yield self.struck, "struck-through text was not read", "bỏ qua chữ gạch ngang"
