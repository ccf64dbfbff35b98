"""Bytes -> the parts of an Office Open XML package (ECMA-376 Part 2), unpacked within limits."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml.etree import _Element

from extract.document import Said
from extract.errors import InputError
from extract.readers.docx import flat, wordml
from extract.readers.docx.xml import BrokenPart, HostilePart, W, parse
from extract.readers.kinds import is_flat_opc, is_wordml

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a protected file (MS-OFFCRYPTO)
MOST_BYTES = 64 * 1024 * 1024  # unpacked, over all parts that are read: some 4,000 pages
MOST_ENTRIES = 10_000
_DIRECTORY_ENTRY = b"PK\x01\x02"
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that OPC knows (Part 2, mapping to ZIP)
_OLD = (
    ("Workbook\0".encode("utf-16-le"), "an old Excel file", "bảng tính Excel đời cũ"),
    ("PowerPoint Document".encode("utf-16-le"), "an old PowerPoint file", "trình chiếu đời cũ"),
)
_KINDS = (("xl/", "Excel", "bảng tính Excel"), ("ppt/", "PowerPoint", "trình chiếu PowerPoint"))


class Package:
    """A Word package: its main part and the parts the main part refers to."""

    def __init__(self, data: bytes, name: str, read: int = 0) -> None:
        """Raises InputError, naming `name`, where `data` is no whole ZIP with a Word document.

        `read`: bytes unpacked before, of the package that this one is a part of.
        """
        self.name = name
        self.warnings: list[Said] = []
        self.read = read
        if data.count(_DIRECTORY_ENTRY) > MOST_ENTRIES:
            raise self._too_large()
        try:
            if is_flat_opc(data):
                data = flat.packed(data)
            elif is_wordml(data):
                data = wordml.packed(data)
        except BrokenPart:
            raise self._damaged("the XML is broken", "XML bị hỏng") from None
        except HostilePart:
            raise self._hostile(name) from None
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self._damaged(
                "the ZIP is cut short or broken", "tệp ZIP bị cụt hoặc hỏng"
            ) from None
        self._parts = {_part_name(i.filename): i for i in self._zip.infolist()}
        self._main = self._target("_rels/.rels", "officeDocument", "") or "word/document.xml"
        self._rels = f"{posixpath.dirname(self._main)}/_rels/{posixpath.basename(self._main)}.rels"
        if self._main not in self._parts or self._main.startswith(("xl/", "ppt/")):
            raise self._other_kind()

    def document(self) -> _Element:
        """The root of the main part; InputError where it cannot be read."""
        try:
            root = self._xml(self._main)
        except BrokenPart:
            raise self._damaged(f"{self._main} is broken", f"phần {self._main} bị hỏng") from None
        if root.tag != W + "document":
            raise self._other_kind()
        return root

    def related(self, kind: str) -> _Element | None:
        """The root of the part that the main part refers to as `kind` (styles, numbering …).

        None where there is none; a broken one gives None and a warning.
        """
        path = self._target(self._rels, kind, posixpath.dirname(self._main))
        path = path or f"word/{kind}.xml"
        if path not in self._parts:
            return None
        try:
            return self._xml(path)
        except BrokenPart:
            self.warnings.append(
                Said(f"{path} is broken and was left out", f"phần {path} bị hỏng nên bỏ qua")
            )
            return None

    def chunk(self, ident: str) -> bytes | None:
        """The part with a document of its own that the main part refers to by `ident`; None where
        there is none, or a broken one."""
        try:
            for link in self._xml(self._rels) if self._rels in self._parts else ():
                is_chunk = str(link.get("Type")).endswith("/aFChunk")
                if link.get("Id") == ident and is_chunk and link.get("TargetMode") != "External":
                    folder = f"/{posixpath.dirname(self._main)}"
                    path = _part_name(posixpath.join(folder, link.get("Target") or ""))
                    return self._bytes(path) if path in self._parts else None
        except BrokenPart:
            pass
        return None

    def _xml(self, path: str) -> _Element:
        """The root of the part at `path`; BrokenPart, or InputError for one beyond the limits."""
        try:
            return parse(self._bytes(path))
        except HostilePart:
            raise self._hostile(path) from None

    def _bytes(self, path: str) -> bytes:
        """What is in the part at `path`; BrokenPart, or InputError for one beyond the limits."""
        info = self._parts[path]
        room = MOST_BYTES - self.read
        if info.compress_type not in _PACKED or info.flag_bits & 1:
            raise BrokenPart(path)
        try:
            with self._zip.open(info) as part:
                data = part.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as e:
            raise BrokenPart(str(e)) from None
        if len(data) > room:
            raise self._too_large()
        self.read += len(data)
        return data

    def _target(self, rels: str, kind: str, folder: str) -> str:
        """The part that `rels` names as `kind` (the end of the relationship's type), or ""."""
        if rels not in self._parts:
            return ""
        try:
            root = self._xml(rels)
        except BrokenPart:
            return ""
        for link in root:
            if str(link.get("Type")).rpartition("/")[2] == kind and link.get("TargetMode") is None:
                return _part_name(posixpath.join(f"/{folder}", link.get("Target") or ""))
        return ""

    def _other_kind(self) -> InputError:
        for folder, en, vi in _KINDS:
            if any(part.startswith(folder) for part in self._parts):
                return _unread(self.name, f"an {en} file" if en[0] == "E" else f"a {en} file", vi)
        if "mimetype" in self._parts and "content.xml" in self._parts:
            return _unread(self.name, "an OpenDocument file", "tệp OpenDocument")
        return InputError(
            f"{self.name}: a ZIP without a Word document; unpack it and give the files in it",
            f"{self.name}: tệp nén ZIP không có văn bản Word; hãy giải nén rồi đưa từng tệp",
        )

    def _damaged(self, en: str, vi: str) -> InputError:
        return InputError(
            f"{self.name}: the Word file is damaged ({en}); open it in Word and save it again",
            f"{self.name}: tệp Word bị hỏng ({vi}); hãy mở bằng Word rồi lưu lại",
        )

    def _hostile(self, path: str) -> InputError:
        return InputError(
            f"{self.name}: {path} holds what Word does not write (a DOCTYPE, or elements without "
            "end); the file is not read, ask for the original",
            f"{self.name}: phần {path} có nội dung mà Word không ghi ra (DOCTYPE hoặc quá nhiều "
            "phần tử); tệp không được đọc, hãy xin lại bản gốc",
        )

    def _too_large(self) -> InputError:
        most = MOST_BYTES // 1048576
        return InputError(
            f"{self.name}: unpacks to more than {most} MiB or {MOST_ENTRIES} parts; split it",
            f"{self.name}: giải nén ra quá {most} MiB hoặc {MOST_ENTRIES} phần; hãy tách ra",
        )


def is_protected(data: bytes) -> bool:
    """True for a compound file (OLE) that holds a .docx locked by a password."""
    return _ENCRYPTED in data


def protected(name: str) -> InputError:
    """A file that only a password opens."""
    return InputError(
        f"{name}: protected by a password; open it in Word, take the password off and save it",
        f"{name}: tệp được đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại",
    )


def refusal(data: bytes, name: str) -> InputError:
    """What to do with a compound file (OLE) that holds no document of Word 97-2003."""
    if is_protected(data):
        return protected(name)
    for stream, en, vi in _OLD:
        if stream in data:
            return _unread(name, en, vi)
    return InputError(
        f"{name}: an old Office file (97-2003) without a Word document; save its text as .docx",
        f"{name}: tệp Office đời cũ (97-2003) không có văn bản Word; hãy lưu phần chữ thành .docx",
    )


def _part_name(path: str) -> str:
    """A part's name for comparison: no case (Part 2, part names), no leading slash, no `..`."""
    return posixpath.normpath("/" + path.replace("\\", "/")).lstrip("/").lower()


def _unread(name: str, en: str, vi: str) -> InputError:
    return InputError(
        f"{name}: {en}, no Word file; save it as PDF or as a web page (.htm) and give that",
        f"{name}: {vi}, không phải tệp Word; hãy lưu thành PDF hoặc trang web (.htm) rồi đọc",
    )
