"""Word documents saved as one XML file."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

import pytest

from docx_parts import call, docx, note, p, t
from extract.errors import InputError
from extract.readers.files import read_bytes


def flat(data: bytes) -> bytes:
    """A Word file as Word saves it in one XML file."""
    out = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    out += '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            part = re.sub(r"^<\?xml[^>]*>", "", package.read(name).decode())
            out += f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{part}</pkg:xmlData></pkg:part>'
    out += '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>'
    out += "iVBO\r\nRw0=" * 10 + "</pkg:binaryData></pkg:part></pkg:package>"
    return out.encode()


def test_a_document_saved_as_one_xml_file() -> None:
    body = p(t("Toàn xã có 40 tổ") + call("footnote", 1) + t("."))
    data = flat(docx(body, footnotes=note("footnote", 1, "Gồm 5 tổ mới.")))
    document = read_bytes(data, "b.xml")
    assert document.text == "Toàn xã có 40 tổ¹.\n¹ Gồm 5 tổ mới.\n"
    assert (document.reader, document.sha256) == ("docx", hashlib.sha256(data).hexdigest())
    assert read_bytes(b"\xef\xbb\xbf" + data, "b.xml").text == document.text


def test_a_broken_xml_file_of_word_is_refused() -> None:
    data = flat(docx(p("Kính gửi")))
    with pytest.raises(InputError, match="damaged"):
        read_bytes(data[:-20], "b.xml")
    doctype = data.replace(b"<pkg:package", b'<!DOCTYPE a [<!ENTITY x "y">]><pkg:package')
    with pytest.raises(InputError, match="DOCTYPE"):
        read_bytes(doctype, "b.xml")


def test_other_xml_is_text() -> None:
    assert read_bytes("<a>Toàn xã có 40 tổ.</a>".encode(), "b.xml").reader == "text"
