"""Plain text and Markdown, as they come from editors and from OCR -> Document."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from extract.document import Document, NoteCall, Page, Places, Said
from extract.errors import InputError
from extract.readers.docx.text import struck_through
from extract.readers.legacy.text import restore
from extract.readers.text.aligned import mark_aligned, mark_barred
from extract.readers.text.boxed import mark_grids, trim, unbox
from extract.readers.text.front_matter import drop_front_matter
from extract.readers.text.group import Grouper
from extract.readers.text.inline import STRUCK, find_edits
from extract.readers.text.line_style import style_of
from extract.readers.text.lines import split_lines
from extract.readers.text.nfc import to_nfc
from extract.readers.text.view import build, compose

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Windows-1252 where it differs from Latin-1; five of its codes mean nothing.
_WESTERN = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_OFFICE = frozenset({"pdf", "docx", "docm", "doc", "rtf", "odt"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")


def read_bytes(data: bytes, name: str) -> Document:
    """The document in `data`: UTF-8 or UTF-16, with or without a byte order mark, or an older
    Vietnamese encoding, which `reader` and, where it is not sure, a warning then tell.

    Raises InputError where it is none of these, or holds no text.
    """
    text, foreign = decode(data, name)
    restored = restore(text, foreign)
    if foreign and not restored.encodings:
        first = min(foreign) + 1
        raise InputError(
            f"{name}: is not UTF-8 text (line {first}), nor clearly in an older Vietnamese "
            "encoding; save it again as UTF-8",
            f"{name}: không đọc được theo UTF-8 (dòng {first}), cũng không rõ theo bảng mã cũ "
            "nào; hãy lưu lại tệp theo bảng mã UTF-8",
        )
    kind = "text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain"
    digest = hashlib.sha256(data).hexdigest()
    return read_text(
        restored.text,
        name,
        sha256=digest,
        media_type=kind,
        reader="-".join(("text", *restored.encodings)),
        warnings=restored.warnings,
    )


def read_text(
    text: str,
    name: str,
    *,
    sha256: str = "",
    media_type: str = "text/plain",
    reader: str = "text",
    pages: tuple[Page, ...] = (),
    warnings: tuple[Said, ...] = (),
    laid: bool = False,
    places: Places | None = None,
    emphasised: frozenset[int] = frozenset(),
    leads: Mapping[int, int] | None = None,
    ocr_pages: frozenset[int] = frozenset(),
) -> Document:
    """The document whose source text is `text` (decoded, kept untouched).

    `laid` says that a reader of another format has made the text: each line is a whole paragraph,
    note or table row, page furniture is gone, note calls and note marks are superscript digits;
    `places` then tells where each character of `text` stands on its page, `emphasised` where
    lines begin that are set wholly in bold or italics, `leads` where those that begin so go on
    otherwise (offsets in a text that is NFC), `ocr_pages` which pages were read by OCR.

    Raises InputError where there is no text.
    """
    if not text.strip("\ufeff \t\r\n\x0c\xa0"):
        raise InputError(
            f"{name}: the file holds no text; check the original",
            f"{name}: tệp không có chữ nào; hãy kiểm tra lại tệp gốc",
        )
    composed = unicodedata.is_normalized("NFC", text)
    nfc, nfc_at, raw_at = (text, [0], [0]) if composed else to_nfc(text)
    lines = split_lines(nfc)
    if not laid:
        drop_front_matter(nfc, lines)
        mark_barred(nfc, lines)
        mark_aligned(nfc, lines)
        mark_grids(nfc, lines)
        unbox(nfc, lines)
        trim(nfc, lines)
    grouper = Grouper(nfc, lines, style_of(nfc, lines), laid, emphasised)
    drafts = grouper.run()
    edits = find_edits(nfc)
    if "~~" in nfc and (struck := sum(bool(STRUCK.search(line)) for line in nfc.split("\n"))):
        warnings = (*warnings, struck_through(struck))
    if grouper.edits:
        edits = sorted([*edits, *grouper.edits], key=lambda e: (e.start, e.end))
    view, seg_view, seg_source, blocks, calls = build(nfc, drafts, edits)
    if not composed:
        seg_view, seg_source = compose(seg_view, seg_source, len(view), nfc_at, raw_at)
        calls = [_call_in_source(c, nfc_at, raw_at) for c in calls]
    return Document(
        name=name,
        text=text,
        view=view,
        seg_view=tuple(seg_view),
        seg_source=tuple(seg_source),
        blocks=tuple(blocks),
        calls=tuple(calls),
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        media_type=media_type,
        reader=reader,
        pages=pages,
        warnings=warnings,
        raw_combining=not composed,
        places=places,
        ocr_pages=ocr_pages,
        leads=leads or {},
    )


def _call_in_source(call: NoteCall, nfc_at: list[int], raw_at: list[int]) -> NoteCall:
    """A call with its offsets moved from the NFC text to the source."""
    view, source = compose([0, 1], [call.start, call.end], 2, nfc_at, raw_at)
    start, end = source[0], source[view.index(1)]
    return NoteCall(call.marker, start, end, call.vs)


def decode(data: bytes, name: str) -> tuple[str, frozenset[int]]:
    """The text in `data`, and its lines (from 0) that are no UTF-8 and stand here as Windows-1252;
    InputError where it is empty, binary or broken UTF-16."""
    if not data.strip():
        raise InputError(
            f"{name}: the file is empty; check the original",
            f"{name}: tệp rỗng; hãy kiểm tra lại tệp gốc",
        )
    encoding = next((enc for bom, enc in _BOMS if data.startswith(bom)), "")
    if not encoding:
        encoding = _utf16_without_bom(data) or "utf-8"
    if encoding == "utf-8" and b"\x00" in data:
        raise _binary(name)
    foreign: frozenset[int] = frozenset()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as e:
        if encoding != "utf-8":
            raise InputError(
                f"{name}: is not {encoding.upper()} text (byte {e.start}); save it again as UTF-8",
                f"{name}: không đọc được theo {encoding.upper()} (byte {e.start}); "
                "hãy lưu lại tệp theo bảng mã UTF-8",
            ) from None
        text, foreign = _line_by_line(data)
    if text.startswith("\ufeff"):
        text = text[1:]
    head = text[:4096]
    if len(_CONTROL.findall(head)) > max(2, len(head) // 500):
        raise _binary(name)
    return text, foreign


def _line_by_line(data: bytes) -> tuple[str, frozenset[int]]:
    """The text in `data`, each line as UTF-8, or else as Windows-1252; and the latter lines."""
    lines: list[str] = []
    foreign: list[int] = []
    for n, line in enumerate(data.split(b"\n")):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            foreign.append(n)
            lines.append(line.decode("latin-1").translate(_WESTERN))
    return "\n".join(lines), frozenset(foreign)


def _utf16_without_bom(data: bytes) -> str:
    """The byte order of UTF-16 that has lost its mark ("" where that is not clear)."""
    head = data[:4096]
    if len(data) % 2 or b"\x00" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.02 * half:
        return "utf-16-be"
    return ""


def _binary(name: str) -> InputError:
    kind = name.lower().rpartition(".")[2]
    if kind in _OFFICE:
        return InputError(
            f"{name}: not a .{kind} file in spite of its name, and no text: it is damaged, cut "
            "short or encrypted; open it in its own program and save it anew, or fetch it again",
            f"{name}: mang đuôi .{kind} nhưng nội dung không phải, cũng không phải văn bản: tệp "
            "hỏng, bị cắt cụt hoặc mã hóa; hãy mở bằng chương trình gốc rồi lưu lại hoặc tải lại",
        )
    return InputError(
        f"{name}: a binary file, not text; give a .txt, .md, .html, .pdf or .docx file",
        f"{name}: tệp nhị phân, không phải văn bản; hãy đưa tệp .txt, .md, .html, .pdf hoặc .docx",
    )
