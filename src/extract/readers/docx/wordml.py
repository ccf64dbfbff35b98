"""Word 2003 XML ("WordprocessingML", of Word 2003 and of programs that fill its forms) -> the
package of the Word document that it stands for, as a ZIP.

The names are nearly those of Office Open XML. What differs: all parts stand in one file, the bodies
of notes in the runs that call them; lists (`w:listPr`, `w:lists`) and merged cells have other
names; revisions are annotations. Pictures, which stand there as base64, are left out, and so are
heads and feet of pages.
"""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree
from lxml.etree import _Element

from extract.readers.docx.xml import W, parse

_OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}annotation"
_PICTURES = re.compile(rb"(<w:binData\b[^>]*>)[^<]*")
_NAMES = {
    "listPr": "numPr", "ilfo": "numId", "vmerge": "vMerge", "hmerge": "hMerge",
    "hlink": "hyperlink", "listDef": "abstractNum", "list": "num", "ilst": "abstractNumId",
    "nfc": "numFmt",
}  # fmt: skip
_ATTRIBUTES = {
    "listDefId": "abstractNumId", "ilfo": "numId", "h-ansi": "hAnsi", "fareast": "eastAsia",
}  # fmt: skip
_FORMS = {  # of numbers
    "0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter",
    "22": "decimalZero", "23": "bullet", "255": "none",
}  # fmt: skip
_REVISIONS = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_NOTES = ("footnote", "endnote")
_DROPPED = ("hdr", "ftr")
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="d" Type="{_RELATED}" Target="word/document.xml"/></Relationships>'
)


def packed(data: bytes) -> bytes:
    """The package of the XML file `data`; BrokenPart where it is no whole XML, HostilePart where it
    declares entities."""
    root = parse(_PICTURES.sub(rb"\1", data).replace(_OLD, W[1:-1].encode()))
    _rename(root)
    parts = {"document": etree.Element(f"{W}document")}
    body = root.find(f"{W}body")
    if body is not None:
        for kind in _NOTES:
            parts[f"{kind}s"] = _notes(body, kind)
        parts["document"].append(body)
    for name, part in (("styles", "styles"), ("lists", "numbering")):
        found = root.find(W + name)
        if found is not None:
            found.tag = W + part
            parts[part] = found
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("_rels/.rels", _RELS)
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", etree.tostring(content, encoding="UTF-8"))
    return out.getvalue()


def _rename(root: _Element) -> None:
    """Give elements and attributes, in place, the names of Office Open XML; leave out what is no
    text of the document."""
    dropped = [W + name for name in _DROPPED]
    for element in list(root.iter(etree.Element)):
        if element.tag == _ANNOTATION:
            kind = _REVISIONS.get(str(element.get(f"{W}type")))
            element.tag = f"{W}{kind}" if kind else element.tag
            if kind is None:  # comments, bookmarks, how words were set before
                _remove(element)
        elif element.tag in dropped:
            _remove(element)
        elif str(element.tag).startswith(W):
            name = str(element.tag)[len(W) :]
            element.tag = W + _NAMES.get(name, name)
            for old, new in _ATTRIBUTES.items():
                if (moved := element.get(W + old)) is not None:
                    element.set(W + new, moved)
            value = str(element.get(f"{W}val") or "")
            if name == "nfc":
                element.set(f"{W}val", _FORMS.get(value, "decimal"))
            elif name == "suff":
                element.set(f"{W}val", value.lower())


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _notes(body: _Element, kind: str) -> _Element:
    """The part with the bodies of notes, which are taken from where they are called."""
    part = etree.Element(f"{W}{kind}s")
    for n, note in enumerate(list(body.iterfind(f".//{W}r/{W}{kind}")), 1):
        call = etree.Element(f"{W}{kind}Reference", {f"{W}id": str(n)})
        if note.get(f"{W}suppressRef") is not None:
            call.set(f"{W}customMarkFollows", "on")
        parent = note.getparent()
        if parent is not None:
            parent.replace(note, call)
            note.set(f"{W}id", str(n))
            part.append(note)
    return part
