"""Small Word files made from XML snippets, for tests: `docx(body, numbering=…, …)` -> bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from extract.document import Document
from extract.readers.files import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
JOIN = '<w:rPr><w:del w:id="1"/></w:rPr>'  # a paragraph whose mark a revision has removed
KINDS = ("styles", "numbering", "footnotes", "endnotes", "settings")


def t(text: str, properties: str = "") -> str:
    """A run."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    runs = content if content.startswith("<") or not content else t(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def item(text: str, level: int = 0, num: int = 1) -> str:
    """A numbered paragraph."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def lvl(
    depth: int, text: str, form: str = "decimal", start: int = 1, more: str = "", suff: str = ""
) -> str:
    """A level of a numbering definition."""
    suffix = f'<w:suff w:val="{suff}"/>' if suff else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'{suffix}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    """A numbering part with one definition."""
    inner = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{nums}'


def note(kind: str, ident: int, text: str) -> str:
    """A note body as Word writes it."""
    return (
        f'<w:{kind} w:id="{ident}">'
        + p(f"<w:r><w:{kind}Ref/></w:r>" + (text if text.startswith("<") else t(f" {text}")))
        + f"</w:{kind}>"
    )


def call(kind: str, ident: int, more: str = "") -> str:
    """A note call."""
    return f'<w:r><w:{kind}Reference w:id="{ident}"{more}/></w:r>'


def table(*rows: str, borders: str = "single", properties: str = "") -> str:
    """A table; `borders`: the kind of its lines, "" for none given."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="{borders}"/>' for side in sides)
    inner = f"<w:tblBorders>{lines}</w:tblBorders>" if borders else ""
    return f"<w:tbl><w:tblPr>{properties}{inner}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a plain text becomes a cell."""
    made = (c if c.startswith("<w:tc>") else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell; plain text becomes a paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def part(root: str, content: str) -> str:
    """A part's XML."""
    return f"{HEAD}<w:{root} {NAMES}>{content}</w:{root}>"


def relationships(links: str) -> str:
    """A part that says what a part refers to."""
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def docx(body: str, raw: Mapping[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word file: the body's XML, parts by kind (styles, numbering …), and `raw` parts by path."""
    types = f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    links = ""
    files: dict[str, str | bytes] = {}
    for kind, content in parts.items():
        assert kind in KINDS
        files[f"word/{kind}.xml"] = part(kind, content)
        types += f'<Override PartName="/word/{kind}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        links += f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relationships(
            f'<Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relationships(links),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **files,
    }
    return zipped({**files, **(raw or {})})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return out.getvalue()


def read(body: str, **parts: str) -> Document:
    """The document that a Word file with this body and these parts becomes."""
    return read_bytes(docx(body, **parts), "b.docx")


def lines(body: str, **parts: str) -> list[str]:
    """The lines of its reading text."""
    return read(body, **parts).text.rstrip("\n").split("\n")
