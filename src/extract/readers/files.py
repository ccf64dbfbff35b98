"""Any file -> Document: the kind is told by the content, not by the name."""

from __future__ import annotations

from pathlib import Path

from extract.errors import InputError
from extract.model import Document
from extract.readers.docx import read_docx
from extract.readers.docx_package import OLE, refusal
from extract.readers.html import read_html
from extract.readers.html_page import is_html, is_mhtml
from extract.readers.office import kind_of, read_office
from extract.readers.pdf import Source, is_pdf, read_pdf
from extract.readers.scans import Progress
from extract.readers.text import read_bytes as read_text_bytes

MAX_BYTES = 32 * 1024 * 1024
_PICTURES = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def read_path(path: Path, pdf: Source = "pdf", progress: Progress | None = None) -> Document:
    """The document in the file `path`; InputError where it cannot be read.

    `pdf` names the library that reads PDF files. `progress` is called with how many pages of a
    scan OCR has read, and how many there are.
    """
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
        data = path.read_bytes()
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
    return read_bytes(data, path.name, pdf, progress)


def read_bytes(
    data: bytes, name: str, pdf: Source = "pdf", progress: Progress | None = None
) -> Document:
    """The document in `data`; InputError, naming `name`, where it cannot be read."""
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    kind = kind_of(data)
    if kind is not None:
        return read_office(data, name, kind)
    if data.startswith(_ZIP):
        return read_docx(data, name)
    if data.startswith(OLE):
        raise refusal(data, name)
    if is_pdf(data):
        return read_pdf(data, name, pdf, progress)
    if is_mhtml(data) or is_html(data):
        return read_html(data, name)
    media_type = next((kind for magic, kind in _PICTURES if data.startswith(magic)), "")
    if media_type:
        from extract.readers.images import read_image

        return read_image(data, name, media_type, progress)
    return read_text_bytes(data, name)


def _too_large(name: str, size: int) -> InputError:
    found, most = f"{size / 1048576:.1f}", MAX_BYTES // 1048576
    return InputError(
        f"{name}: the file is too large ({found} MiB, at most {most} MiB); split it",
        f"{name}: tệp quá lớn ({found} MiB, tối đa {most} MiB); hãy tách tệp ra",
    )
