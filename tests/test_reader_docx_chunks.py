"""Word files with web pages and Word documents that stand in them as parts of their own."""

from __future__ import annotations

import pytest

import extract
from docx_parts import R, call, docx, item, lists, lvl, note, p, read, relationships, t, table, tr
from extract.document import Document
from extract.readers.files import read_bytes

CHUNK = '<w:altChunk r:id="c"/>'
PAGE = (
    "<html><head><meta charset='utf-8'><title>Bỏ</title></head><body><p><b>1. Kết quả</b></p>"
    "<p>Toàn xã giảm 12 tổ, còn 31 tổ.</p><table border=1><tr><td>Thôn</td><td>Số tổ</td></tr>"
    "<tr><td>Đông</td><td>5</td></tr><tr><td>Đoài</td><td>7</td></tr></table></body></html>"
)
LINES = [
    "**1. Kết quả**",
    "Toàn xã giảm 12 tổ, còn 31 tổ.",
    "",
    "| Thôn | Số tổ |",
    "| --- | --- |",
    "| Đông | 5 |",
    "| Đoài | 7 |",
    "",
]
LOST = "embedded documents that were not read: 1"


def around(
    content: str | bytes, path: str = "chunk.html", mode: str = "", body: str = CHUNK
) -> Document:
    """The document of a Word file with a chunk between two paragraphs."""
    return read_bytes(packed(content, path, mode, p("Trước.") + body + p("Sau.")), "b.docx")


def packed(content: str | bytes, path: str, mode: str, body: str) -> bytes:
    link = f'<Relationship Id="c" Type="{R}/aFChunk" Target="{path}"{mode}/>'
    raw: dict[str, str | bytes] = {"word/_rels/document.xml.rels": relationships(link)}
    return docx(body, {**raw, f"word/{path}": content})


def told(document: Document) -> list[str]:
    return [said.partition(" / ")[0] for said in document.warnings]


def mail(page: str) -> bytes:
    """The page as some programs put it into Word files (MHTML)."""
    return (
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        '--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
        f"{page}\n--b--\n"
    ).encode()


@pytest.mark.parametrize("content", [PAGE, mail(PAGE)])
def test_a_web_page_is_read_in_its_place(content: str | bytes) -> None:
    document = around(content)
    assert document.text.split("\n") == ["Trước.", *LINES, "Sau.", ""]
    assert not document.warnings
    report = extract.analyse(document)
    assert len(report.tables) == 1 and {"12", "31"} <= {q.text for q in report.quantities}


def test_a_word_document_is_read_in_its_place_with_numbers_and_notes() -> None:
    cells = tr("Thôn", "Số tổ") + tr("Đông", "5") + tr("Đoài", "7")
    body = item("Mục một") + p(t("Giảm 12 tổ") + call("footnote", 1) + t(".")) + table(cells)
    inner = docx(
        body, numbering=lists(lvl(0, "%1.")), footnotes=note("footnote", 1, "Gồm cả thôn Nam.")
    )
    document = around(inner, "chunk.docx")
    assert document.text.split("\n") == [
        "Trước.",
        "1. Mục một",
        "Giảm 12 tổ¹.",
        "¹ Gồm cả thôn Nam.",
        *LINES[2:],
        "Sau.",
        "",
    ]
    assert not document.warnings


def test_what_is_lost_in_a_part_is_told() -> None:
    struck = p(t("Còn 40 tổ.", "<w:strike/>") + t("Còn 31 tổ."))
    document = around(docx(struck), "chunk.docx")
    assert "Còn 31 tổ." in document.text and "40" not in document.text
    assert any("struck-through" in said for said in document.warnings)


@pytest.mark.parametrize(
    ("content", "path", "mode"),
    [
        (PAGE, "http://xa.example.vn/a.html", ' TargetMode="External"'),
        (b"PK\x03\x04 broken", "chunk.docx", ""),
        ("<html><body></body></html>", "chunk.html", ""),
        ("{\\rtf1 Xin chao}", "chunk.rtf", ""),
    ],
)
def test_what_cannot_be_read_is_told(content: str | bytes, path: str, mode: str) -> None:
    document = around(content, path, mode)
    assert document.text == "Trước.\nSau.\n" and told(document) == [LOST]


def test_a_document_in_a_document_in_a_document_is_told() -> None:
    inner = packed(PAGE, "chunk.html", "", p("Giữa.") + CHUNK)
    document = around(inner, "chunk.docx")
    assert document.text == "Trước.\nGiữa.\nSau.\n" and told(document) == [LOST]


def test_a_part_that_is_named_nowhere_is_told() -> None:
    assert told(read(p("a") + '<w:altChunk r:id="x"/>')) == [LOST]


def test_a_part_in_a_cell_is_told() -> None:
    cell = f"<w:tc><w:tcPr/>{CHUNK}{p('Ô')}</w:tc>"
    document = around(PAGE, body=table(tr("Thôn", "Số tổ"), tr(cell, "5"), tr("Đoài", "7")))
    assert told(document) == [LOST]
