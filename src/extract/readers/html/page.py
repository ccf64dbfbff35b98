"""Bytes -> the element tree of a page: in which encoding, within limits.

Encoding: a byte order mark, else UTF-8 where the bytes are valid UTF-8, else what the page (or
the MIME part around it) declares, else Windows-1258, the Vietnamese one of older Windows.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from email.message import EmailMessage
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from extract.document import Said
from extract.errors import InputError
from extract.readers.kinds import BOMS, HEAD, is_mhtml
from extract.readers.legacy.text import detect
from extract.readers.legacy.twice import reread
from extract.values.ready import ready

MOST_TAGS = 1_000_000  # a page of a report has some 300 where Word has written it
MOST_ATTRIBUTES = 1000  # of one tag: the parser compares each with each
MOST_PARTS = 1000  # of an MHTML file
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_AS_BROWSERS = {"iso-8859-1": "cp1252", "ascii": "cp1252"}
_SLIPS = 0.02  # of the bytes beyond ASCII may be wrong in a page that is UTF-8 all the same
_TAG = re.compile(r"<[^<>]*>")
_WHOLE_TAG = ready(r"<[A-Za-z](?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+")
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_DOCTYPE = re.compile(r"<!doctype[^<>\[]*(?:\[.*?\]\s*)?>", re.I | re.S)
_XHTML = re.compile(r"<html\b[^<>]*\bxmlns\s*=", re.I)
_CLOSED = re.compile(r"<([A-Za-z][A-Za-z0-9:]*)\b([^<>]*)/>")
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())


class Page(NamedTuple):
    """A page's root element and what was lost in reading it."""

    root: _Element
    warnings: tuple[Said, ...]


def read_page(data: bytes, name: str) -> Page:
    """The page in `data` (HTML or MHTML); InputError where it cannot be read."""
    declared = ""
    if is_mhtml(data):
        data, declared = _root_part(data, name)
    text, warnings = _decode(data, declared)
    text = reread(text)
    if text.count("<") > MOST_TAGS:
        raise _hostile(name, f"more than {MOST_TAGS} tags", f"quá {MOST_TAGS} thẻ")
    if any(_attributes(m[0]) > MOST_ATTRIBUTES for m in _WHOLE_TAG.finditer(text)):
        raise _hostile(name, "a tag with attributes without end", "một thẻ có quá nhiều thuộc tính")
    text = _without_doctype(text).replace("\x00", "")
    if _XHTML.search(text, 0, HEAD):
        text = _CLOSED.sub(_open_and_close, text)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise no_text(name) from None
    if any("Excessive depth" in error.message for error in parser.error_log):
        raise _hostile(name, "elements nested without end", "các thẻ lồng nhau quá sâu")
    if root is None:
        raise no_text(name)
    return Page(root, warnings)


def _attributes(tag: str) -> int:
    """How many attributes a tag has; 0 for a tag too short to have many."""
    return len(_VALUE.sub("= ", tag).split()) if len(tag) > 2 * MOST_ATTRIBUTES else 0


def no_text(name: str) -> InputError:
    """A page that has nothing to read."""
    return InputError(
        f"{name}: the page holds no text; if its text is loaded by a script, open it in a browser "
        "and save it from there",
        f"{name}: trang không có chữ nào; nếu nội dung do mã script nạp về, hãy mở trang bằng "
        "trình duyệt rồi lưu lại",
    )


def _root_part(data: bytes, name: str) -> tuple[bytes, str]:
    """The page of an MHTML file (the part its `start` names, else the first one) and the encoding
    that its header gives."""
    if data.lower().count(b"content-type:") > MOST_PARTS:
        raise _hostile(name, f"more than {MOST_PARTS} parts", f"quá {MOST_PARTS} phần")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        start = message.get_param("start")
        named = [part for part in pages if start and part.get("Content-ID") == start]
        page = next(iter([*named, *pages]), None)
        payload = page.get_payload(decode=True) if page is not None else None
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        page, payload = None, None
    if not isinstance(page, EmailMessage) or not isinstance(payload, bytes):
        raise InputError(
            f"{name}: a web archive (MHTML) without a page in it; save the page again as HTML",
            f"{name}: tệp lưu trang web (MHTML) không có trang nào; hãy lưu lại trang dạng HTML",
        )
    return payload, str(page.get_content_charset() or "")


def _decode(data: bytes, declared: str) -> tuple[str, tuple[Said, ...]]:
    """The text of a page; a warning where bytes had to be given up."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _given_up(data[len(bom) :] if encoding == "utf-8" else data, encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    m = _DECLARED.search(data, 0, HEAD)
    found = _codec(declared or (m[1].decode("ascii") if m is not None else ""))
    if found not in ("", "utf-8"):
        return _given_up(data, found)
    text = data.decode("utf-8", "replace")
    beyond = sum(b > 127 for b in data)
    if text.count("\ufffd") <= _SLIPS * beyond:
        return _given_up(data, "utf-8")
    western = data.decode("cp1252", "replace")
    older = detect(_TAG.sub("\n", western))
    return (western, ()) if older in ("tcvn3", "vni") else _given_up(data, "cp1258")


def _given_up(data: bytes, encoding: str) -> tuple[str, tuple[Said, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    warning = Said(
        f"characters that are not in the page's encoding ({encoding}): {lost}",
        f"{lost} ký tự không thuộc bảng mã của trang ({encoding})",
    )
    return text, (warning,) if lost else ()


def _codec(label: str) -> str:
    """Python's name of an encoding, as browsers take the label ("" for an unknown one)."""
    try:
        found = codecs.lookup(label).name
        b"".decode(found)
    except (LookupError, ValueError):
        return ""
    return _AS_BROWSERS.get(found, found)


def _without_doctype(text: str) -> str:
    """The page without its document type, whose own entities no browser knows either."""
    at = text[:HEAD].lower().find("<!doctype")
    m = _DOCTYPE.match(text, at) if at >= 0 else None
    return text[: m.start()] + text[m.end() :] if m is not None else text


def _open_and_close(m: re.Match[str]) -> str:
    """`<a id="x"/>` of XHTML as HTML has it."""
    return m[0] if m[1].lower() in _EMPTY else f"<{m[1]}{m[2]}></{m[1]}>"


def _hostile(name: str, en: str, vi: str) -> InputError:
    return InputError(
        f"{name}: {en}, as no page of a document has; the file is not read, ask for the original",
        f"{name}: {vi}, trang văn bản không bao giờ như vậy; tệp không được đọc, hãy xin lại "
        "bản gốc",
    )
