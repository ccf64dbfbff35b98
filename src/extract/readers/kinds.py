"""What kind of file some bytes are, told by the bytes alone; loads no library of any format."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

import regex

Kind = Literal[
    "pdf", "doc", "rtf", "odt", "wordml", "fodt", "ole", "zip", "html", "png", "jpeg", "tiff",
    "bmp", "gif", "webp", "text",
]  # fmt: skip
PICTURES = ("png", "jpeg", "tiff", "bmp", "gif", "webp")

OLE = b"\xd0\xcf\x11\xe0"  # a compound file (MS-CFB): Office 97-2003, or a package with a password
WORD_STREAM = "WordDocument\0".encode("utf-16-le")
ODT_TYPE = "application/vnd.oasis.opendocument.text"
_ODT = f'mimetype="{ODT_TYPE}"'.encode()
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_ARCHIVE = (
    "an archive; unpack it and give the files in it",
    "tệp nén; hãy giải nén rồi đọc các tệp bên trong",
)
_PHOTO = (
    "a photo of a phone (HEIC); save it as JPEG or PNG and give that",
    "ảnh chụp bằng điện thoại (HEIC); hãy lưu thành JPEG hoặc PNG rồi đọc tệp ấy",
)
_DJVU = (
    "a DjVu file; turn it into PDF and give that",
    "tệp DjVu; hãy chuyển sang PDF rồi đọc tệp ấy",
)
_SHEET = (
    "a spreadsheet; save it as PDF or as a web page (.htm) and give that",
    "bảng tính; hãy lưu thành PDF hoặc trang web (.htm) rồi đọc tệp ấy",
)
_CSV = (
    "a table of values (CSV); open it as a spreadsheet, save that as PDF or as a web page (.htm) "
    "and give that",
    "bảng giá trị (CSV); hãy mở bằng chương trình bảng tính, lưu thành PDF hoặc trang web (.htm) "
    "rồi đọc tệp ấy",
)
_SHEETS = re.compile(
    rb"<office:document\b[^<>]*mimetype=\"[^\"]*spreadsheet"
    rb"|<(?:\w+:)?Workbook\b[^<>]*urn:schemas-microsoft-com:office:spreadsheet"
)
_OTHER = (  # from which byte on, the bytes, what it is
    (0, b"Rar!\x1a\x07", _ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (0, b"\x1f\x8b\x08", _ARCHIVE),
    (257, b"ustar", _ARCHIVE),
    (4, b"ftypheic", _PHOTO),
    (4, b"ftypheix", _PHOTO),
    (4, b"ftypmif1", _PHOTO),
    (0, b"AT&TFORM", _DJVU),
)
_CSV_LINES, _CSV_SIGNS, _CSV_ALIKE = 3, 2, 0.9  # lines, signs on each, share of lines with so many
_QUOTED = re.compile(rb'"[^"]*"')
_PDF = re.compile(rb"\A%PDF|%PDF-\d")
# byte order marks, and how a page begins that has none
BOMS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
    (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip
_WORDML = b"http://schemas.microsoft.com/office/word/2003/wordml"
_FLAT = b"http://schemas.microsoft.com/office/2006/xmlPackage"
HEAD = 4096  # bytes in which a page says what it is
_JUDGED = 262_144  # characters that a fragment without <html> is judged by
_BEFORE = re.compile(r"(?:\s+|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)+", re.S)
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)
_BOXES = (
    "html head body title style script div p table ul ol dl section article main center form "
    "blockquote pre h1 h2 h3 h4 h5 h6"
).split()
_FRAGMENT = re.compile(rf"<(?:{'|'.join(_BOXES)}|meta|link|base)\b[^<>]*>", re.I)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]*)\b[^<>]*>")
_PARAGRAPH = re.compile(r"<(?:p|div|body|meta)\b", re.I)
_INSIDE = 0.98  # of the text of a fragment stands in boxes; Markdown has text beside its tags
_MIME = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*", re.I)
_HEADER = re.compile(rb"([A-Za-z-]{2,40}):[^\n]*\n(?:[ \t][^\n]*\n)*")
_HEADERS = regex.compile(rb"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*+)++")
_MULTIPART = re.compile(rb"multipart/related\b", re.I)


def kind_of(data: bytes) -> Kind:
    """The kind of file that `data` is; "text" for all that is nothing else."""
    if data.startswith(OLE):
        return "doc" if WORD_STREAM in data else "ole"
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind == "zip" and data[38 : 38 + len(ODT_TYPE)] == ODT_TYPE.encode():
        return "odt"
    if kind is not None:
        return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"BM") and data[6:10] == bytes(4) and b"\0" in data[10:18]:
        return "bmp"
    if _PDF.search(data, 0, 1024):  # the mark may stand within the first 1,024 bytes
        return "pdf"
    if is_flat_opc(data):
        return "zip"
    if is_wordml(data):
        return "wordml"
    if _is_xml(data) and b"<office:document" in data[:HEAD] and _ODT in data[: 4 * HEAD]:
        return "fodt"
    return "html" if is_mhtml(data) or is_html(data) else "text"


def is_flat_opc(data: bytes) -> bool:
    """True for a Word document whose parts are saved in one XML file."""
    return _is_xml(data) and _FLAT in data[:HEAD]


def is_wordml(data: bytes) -> bool:
    """True for a Word document saved as XML by Word 2003."""
    return _is_xml(data) and _WORDML in data[:HEAD]


def _is_xml(data: bytes) -> bool:
    return data[:8].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<")


def is_mhtml(data: bytes) -> bool:
    """True for a page saved with its pictures in one file (RFC 2557)."""
    m = _MIME.match(data[:HEAD].lstrip())
    return m is not None and _MULTIPART.match(data[:HEAD].lstrip(), m.end()) is not None


def no_document(data: bytes) -> tuple[str, str] | None:
    """What a file is that holds no document as it stands (an archive, a mail, a photo of a phone),
    and what to do, in English and Vietnamese; None for any other."""
    for at, magic, told in _OTHER:
        if data.startswith(magic, at):
            return told
    head = data[:HEAD].lstrip()
    if head.startswith((b"%!PS", b"%!FontType")):
        return (
            "a PostScript file; turn it into PDF (ps2pdf) and give that",
            "tệp PostScript; hãy chuyển sang PDF (ps2pdf) rồi đọc tệp ấy",
        )
    if _is_xml(data) and _SHEETS.search(data, 0, 2 * HEAD):
        return _SHEET
    if _is_csv(data[: 4 * HEAD]):
        return _CSV
    headers = _HEADERS.match(head)
    names = {m[1].lower() for m in _HEADER.finditer(headers[0])} if headers is not None else set()
    if names >= {b"from", b"mime-version"} or names >= {b"content-type", b"mime-version"}:
        return (
            "an e-mail message; save its attachments, or its text as .docx or .txt, and give those",
            "thư điện tử; hãy lưu các tệp đính kèm, hoặc nội dung thư thành .docx hay .txt, "
            "rồi đọc các tệp ấy",
        )
    return None


def _is_csv(head: bytes) -> bool:
    """True for values parted by commas or semicolons, as many on each line; in a sentence, a space
    follows these."""
    lines = [line for line in head.splitlines() if line.strip()]
    lines = lines[:-1] if len(head) == 4 * HEAD else lines  # the last one is cut
    if len(lines) < _CSV_LINES or any(sign in head for sign in (b"|", b"\t", b"   ")):
        return False  # too few, or columns of a table
    for sign in (b",", b";"):
        counts = Counter(_QUOTED.sub(b"", line).count(sign) for line in lines)
        (most, alike), *_ = counts.most_common(1)
        spaced = sum(line.count(sign + b" ") for line in lines)
        if most >= _CSV_SIGNS and alike >= _CSV_ALIKE * len(lines) and spaced * 4 < most * alike:
            return True
    return False


def is_html(data: bytes) -> bool:
    """True for a page: it begins as one; or it begins with a box, has paragraphs and all its text
    stands in boxes. Tables alone are left to the reader of Markdown, which knows them."""
    bom = next((enc for bom, enc in BOMS if data.startswith(bom)), "utf-8")
    text = data[: _JUDGED * (1 if bom == "utf-8" else 2)].decode(bom, "replace")
    m = _BEFORE.match(text.lstrip("\ufeff"))
    text = text.lstrip("\ufeff")[m.end() if m is not None else 0 :]
    if _PAGE.match(text):
        return True
    if _FRAGMENT.match(text) is None or _PARAGRAPH.search(text) is None:
        return False
    return _inside(text) >= _INSIDE


def _inside(text: str) -> float:
    """How much of the text stands inside boxes."""
    depth = at = inside = outside = 0
    for m in _TAG.finditer(text):
        size = len(text[at : m.start()].strip())
        inside, outside = (inside + size, outside) if depth else (inside, outside + size)
        at = m.end()
        if m[2].lower() in _BOXES:
            depth = max(depth + (-1 if m[1] else 1), 0)
    outside += len(text[at:].strip())
    return inside / max(inside + outside, 1)
