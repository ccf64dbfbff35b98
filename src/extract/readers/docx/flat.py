"""Word documents saved as one XML file ("Word XML Document", Flat OPC) -> the package as a ZIP.

Pictures, which stand in such a file as base64, are left out: their text is not read.
"""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from extract.readers.docx.xml import parse

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_PICTURES = re.compile(rb"(?<=binaryData>)[A-Za-z0-9+/=\s]+")


def packed(data: bytes) -> bytes:
    """The package in the XML file `data`; BrokenPart where it is no whole XML, HostilePart where it
    declares entities."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        names: set[str] = set()
        for part in parse(_PICTURES.sub(b"", data)).iter(f"{_PKG}part"):
            name = str(part.get(f"{_PKG}name") or "").lstrip("/")
            root = part.find(f"{_PKG}xmlData/*")
            if name and root is not None and name not in names:
                names.add(name)
                package.writestr(name, etree.tostring(root, encoding="UTF-8", with_tail=False))
    return out.getvalue()
