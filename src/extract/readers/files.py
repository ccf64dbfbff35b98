"""Any file -> Document: the kind is told by the content, not by the name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extract.document import Document
from extract.errors import InputError
from extract.readers.kinds import PICTURES, kind_of, no_document
from extract.readers.pages.range import PageRange, no_pages

if TYPE_CHECKING:
    from extract.readers.ocr.scans import Progress
    from extract.readers.pdf.reader import Source

MAX_BYTES = 32 * 1024 * 1024
_PAGELESS = {  # kinds of files whose pages are made by the program that shows them
    "text": ("a text file", "tệp văn bản thuần"),
    "html": ("a web page", "trang web"),
    "doc": ("a Word file", "tệp Word"),
    "ole": ("a Word file", "tệp Word"),
    "zip": ("a Word file", "tệp Word"),
    "rtf": ("an RTF file", "tệp RTF"),
    "odt": ("an OpenDocument file", "tệp OpenDocument"),
    "fodt": ("an OpenDocument file", "tệp OpenDocument"),
    "wordml": ("a Word file", "tệp Word"),
}


def read_path(
    path: Path,
    pdf: Source = "pdf",
    progress: Progress | None = None,
    pages: PageRange | None = None,
) -> Document:
    """The document in the file `path`; InputError where it cannot be read.

    `pdf` names the library that reads PDF files. `progress` is called with how many pages of a
    scan OCR has read, and how many there are. `pages` chooses pages (None: all): the document is
    what they say, an InputError where the file has not all of them or its kind has no pages.
    """
    document = read_bytes(bytes_of(path), str(path), pdf, progress, pages)
    return replace(document, name=path.name)


def bytes_of(path: Path) -> bytes:
    """What is in the file `path`; InputError where it cannot be opened or is too large."""
    name = str(path)
    try:
        if path.is_dir():
            raise InputError(
                f"{name}: this is a folder, not a file; name the file to read",
                f"{name}: đây là thư mục, không phải tệp; hãy chỉ rõ tệp cần đọc",
            )
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(name, size)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            f"{name}: there is no such file; check the path",
            f"{name}: không có tệp này; hãy kiểm tra lại đường dẫn",
        ) from None
    except OSError as e:
        raise InputError(
            f"{name}: cannot be opened ({e.strerror}); check that you may read it",
            f"{name}: không mở được ({e.strerror}); hãy kiểm tra quyền đọc",
        ) from None


def read_bytes(
    data: bytes,
    name: str,
    pdf: Source = "pdf",
    progress: Progress | None = None,
    pages: PageRange | None = None,
) -> Document:
    """The document in `data`; InputError, naming `name`, where it cannot be read."""
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    kind = kind_of(data)
    if kind == "pdf":
        from extract.readers.pdf.reader import read_pdf

        return read_pdf(data, name, pdf, progress, pages)
    if kind in PICTURES:
        from extract.readers.ocr.images import read_image

        return read_image(data, name, f"image/{kind}", progress, pages)
    if pages is not None:
        raise no_pages(name, *_PAGELESS[kind])
    if kind == "text":
        from extract.readers.text.reader import read_bytes as read_text_bytes

        other = no_document(data)
        if other is not None:
            raise InputError(f"{name}: {other[0]}", f"{name}: {other[1]}")

        return read_text_bytes(data, name)
    if kind == "html":
        from extract.readers.html.reader import read_html

        return read_html(data, name)
    if kind in ("doc", "rtf", "odt", "fodt"):
        from extract.readers.office import KINDS, read_office

        return read_office(data, name, KINDS[kind])
    if kind == "ole":
        from extract.readers.docx.package import refusal

        raise refusal(data, name)
    from extract.readers.docx.reader import read_docx

    return read_docx(data, name)


def _too_large(name: str, size: int) -> InputError:
    found, most = f"{size / 1048576:.1f}", MAX_BYTES // 1048576
    return InputError(
        f"{name}: the file is too large ({found} MiB, at most {most} MiB); split it",
        f"{name}: tệp quá lớn ({found} MiB, tối đa {most} MiB); hãy tách tệp ra",
    )
