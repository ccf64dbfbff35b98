"""A report as the bytes of a file: text, Markdown, a saved page of a portal, Word, PDF.

The same text gives the same bytes: no times, no chance.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from html import escape
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from docx_parts import HEAD, NAMES, PACKAGE, TYPE, R, p, table, tr
from pdfs import Pdf

MARKS = re.compile(r"\*\*|(?<!\w)\*|\*(?!\w)|^#+ |^---$|</?sup>", re.M)
ROW = re.compile(r"\|[\s:|-]+\|")
MENU = ("Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Văn bản chỉ đạo", "Hỏi đáp", "Liên hệ")
LINES = 48  # on a page of a PDF
NEVER = (1980, 1, 1, 0, 0, 0)


def text(content: str) -> bytes:
    """A text file in UTF-8."""
    return content.encode()


def plain(content: str) -> str:
    """Markdown without its marks."""
    return MARKS.sub("", content)


def blocks(content: str) -> list[str | list[list[str]]]:
    """Paragraphs, and pipe tables as their rows."""
    made: list[str | list[list[str]]] = []
    for part in re.split(r"\n\s*\n", content.strip("\n")):
        lines = part.split("\n")
        if all(line.startswith("|") for line in lines):
            made.append([[cell.strip() for cell in line.strip("|").split("|")]
                         for line in lines if not ROW.fullmatch(line.strip())])  # fmt: skip
        else:
            made += [line for line in lines if line.strip()]
    return made


def html(content: str, title: str) -> bytes:
    """A page as a portal shows a report: menu, the report, foot."""
    out = []
    for block in blocks(plain(content)):
        if isinstance(block, str):
            out.append(f"<p>{escape(block.strip())}</p>")
        else:
            rows = ("".join(f"<td>{escape(c)}</td>" for c in row) for row in block)
            out.append("<table border='1'>" + "".join(f"<tr>{r}</tr>" for r in rows) + "</table>")
    menu = "".join(f"<li><a href='#'>{item}</a></li>" for item in MENU)
    return (
        f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>{escape(title)}"
        f"</title></head><body><header><nav><ul>{menu}</ul></nav></header>\n"
        f"<main><article>{chr(10).join(out)}</article></main>\n"
        "<footer><p>Cổng thông tin điện tử. Bản quyền thuộc về cơ quan chủ quản.</p></footer>"
        "</body></html>\n"
    ).encode()


def docx(content: str) -> bytes:
    """A Word file: a paragraph for each line, tables as tables."""
    body = "".join(
        p(escape(block.strip())) if isinstance(block, str) else
        table(*(tr(*(escape(cell) for cell in row)) for row in block))
        for block in blocks(plain(content))
    )  # fmt: skip
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension='
        '"rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{TYPE}.document.main+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, inner in files.items():
            info = zipfile.ZipInfo(name, NEVER)
            archive.writestr(info, inner, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def pdf(content: str) -> bytes:
    """A PDF with a text layer, a page number on top from the second page on."""
    rows: list[str] = []
    for line in plain(content).split("\n"):
        row = ""
        for word in line.split(" "):
            if len(row) + len(word) > 72 and row.strip():
                rows.append(row)
                row = word
            else:
                row = f"{row} {word}" if row else word
        rows.append(row)
    made = Pdf()
    for n, at in enumerate(range(0, len(rows), LINES), 1):
        made.page()
        if n > 1:
            made.text(295, 40, str(n), 10)
        made.lines(70, *rows[at : at + LINES], size=10)
    return made.build()
