"""Struck-through text is left out whatever the format; how OCR had read a word is in the tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import extract
from docx_parts import call, docx, item, lists, lvl, note, p, read, t, table, tc, tr
from extract.document import Document
from extract.readers.files import read_bytes
from extract.readers.ocr import reader as ocr
from extract.store.database import FileEntry, Store
from extract.store.records import stored
from pdfs import LEFT, Pdf, width
from pdfs import read as read_pdf
from scanned import page_of, saved
from test_ocr import read_words

STRIKE = "<w:strike/>"


def is_told(document: Document) -> bool:
    return any("struck-through" in warning for warning in document.warnings)


def page(html: str) -> Document:
    return read_bytes(f"<html><body>{html}</body></html>".encode(), "b.html")


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (t("giảm ") + t("15", STRIKE) + t(" 12 tổ"), "giảm 12 tổ"),
        (t("giảm ") + t("15", "<w:dstrike/>") + t("12 tổ"), "giảm 12 tổ"),
        (t("giảm ") + t("12", '<w:strike w:val="0"/>') + t(" tổ"), "giảm 12 tổ"),
        (t("còn") + call("footnote", 2) + t(" 9") + call("footnote", 3), "còn¹ 9²\n¹ Một\n² Hai"),
    ],
)
def test_word(runs: str, text: str) -> None:
    notes = note("footnote", 2, "Một") + note("footnote", 3, "Hai")
    document = read(p(runs), footnotes=notes)
    assert document.text == f"{text}\n"
    assert is_told(document) == ("strike/>" in runs)


def test_a_struck_item_keeps_its_number_and_a_struck_call_too() -> None:
    gone = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = item("Một") + p(t("Hai", STRIKE), gone) + item("Ba")
    assert read(body, numbering=lists(lvl(0, "%1."))).text == "1. Một\n3. Ba\n"
    struck = f'<w:r><w:rPr>{STRIKE}</w:rPr><w:footnoteReference w:id="2"/></w:r>'
    notes = note("footnote", 2, "Bỏ") + note("footnote", 3, "Giữ")
    document = read(p(t("A") + struck + t(" b") + call("footnote", 3)), footnotes=notes)
    assert document.text == "A b²\n² Giữ\n"


def test_a_style_that_strikes_and_a_run_that_does_not() -> None:
    styles = f'<w:style w:type="character" w:styleId="X"><w:rPr>{STRIKE}</w:rPr></w:style>'
    body = p(
        t("giảm ")
        + t("15", '<w:rStyle w:val="X"/>')
        + t("12", '<w:rStyle w:val="X"/><w:strike w:val="false"/>')
        + t(" tổ")
    )
    assert read(body, styles=styles).text == "giảm 12 tổ\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>giảm <s>15</s> 12 tổ</p>", "giảm 12 tổ\n"),
        ("<p>giảm <strike>15</strike> <ins>12</ins> tổ</p>", "giảm 12 tổ\n"),
        ('<p>giảm <span style="text-decoration:line-through">15</span> 12 tổ</p>', "giảm 12 tổ\n"),
        ("<ol><li>Một<li><del>Hai</del><li>Ba</ol>", "1. Một\n3. Ba\n"),
        ("<p>Còn 31 tổ.</p><del><p>Đoạn bỏ.</p></del>", "Còn 31 tổ.\n"),
    ],
)
def test_pages(html: str, text: str) -> None:
    document = page(html)
    assert document.text == text and is_told(document)


def test_underlined_text_of_a_page_stays() -> None:
    document = page('<p>giảm <u>12</u> <span style="text-decoration:underline">tổ</span></p>')
    assert document.text == "giảm 12 tổ\n" and not document.warnings


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Toàn xã giảm ~~15~~ 12 tổ.", "Toàn xã giảm 12 tổ."),
        ("~~Đoạn này bỏ.~~\n\nCòn 31 tổ.", "Còn 31 tổ."),
    ],
)
def test_markdown(text: str, view: str) -> None:
    document = read_bytes(text.encode(), "b.md")
    assert (document.text, document.view) == (text, view)
    assert is_told(document)


@pytest.mark.parametrize("text", ["Khoảng 5~~10 và 7~~9 tổ.", "a ~~ b ~~ c", "~~~~~~~~"])
def test_other_tildes_of_markdown(text: str) -> None:
    document = read_bytes(f"{text} Có 12 tổ.".encode(), "b.md")
    assert not document.warnings
    assert "10 và 7" in document.view or "5" not in text


def line_over(pdf: Pdf, y: float, before: str, words: str, above: float = 3.4) -> Pdf:
    """A line over `words`, which stand behind `before` on the baseline `y`."""
    at = LEFT + width(before, 12)
    return pdf.rule(at, y - above, at + width(words, 12), y - above)


def test_pdf() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "Toàn xã giảm 15 12 tổ, còn 31 tổ.")
    document = read_pdf(line_over(pdf, 100, "Toàn xã giảm ", "15"))
    assert document.text == "Toàn xã giảm 12 tổ, còn 31 tổ." and is_told(document)
    assert document.places is not None
    at = document.text.index("12")
    (box,) = document.places.boxes(at, at + 2)
    assert abs(box.x0 - LEFT - width("Toàn xã giảm 15 ", 12)) < 0.5


def test_a_struck_line_and_the_head_of_another_of_a_pdf() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "Toàn xã có 40 tổ.").text(LEFT, 130, "Đoạn này bị bỏ.")
    pdf.text(LEFT, 160, "Nay còn 31 tổ.")
    line_over(pdf, 130, "", "Đoạn này bị bỏ.")
    assert read_pdf(line_over(pdf, 160, "", "Nay")).text == "Toàn xã có 40 tổ.\ncòn 31 tổ."


@pytest.mark.parametrize(("above", "longer"), [(-1.5, 0), (0.5, 0), (9, 0), (3.4, 260)])
def test_other_lines_of_a_pdf(above: float, longer: float) -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "Toàn xã giảm 15 tổ, còn 31 tổ.")
    at = LEFT + width("Toàn xã giảm ", 12)
    pdf.rule(at, 100 - above, at + width("15", 12) + longer, 100 - above)
    document = read_pdf(pdf)
    assert document.text == "Toàn xã giảm 15 tổ, còn 31 tổ."
    assert bool(document.warnings) is False


def test_a_struck_figure_of_a_table_is_not_added_up() -> None:
    struck = tc(p(t("15", STRIKE) + t(" 14")))
    body = table(tr("TT", "Số xã"), tr("A", struck), tr("B", "3"), tr("Cộng", "17"))
    report = extract.analyse(read_bytes(docx(p("Bảng 1") + body), "b.docx"))
    assert [r.expression for r in report.relations] == ["14 + 3 = 17"] and not report.findings


def test_how_ocr_had_read_a_word_is_in_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "program", lambda: "")
    line = "Theo Nghị quyết số l8-NQ/TW ngày 25/10/2017 có 16 thôn"
    monkeypatch.setattr(ocr, "read_page", lambda path, pixels: read_words(*line.split(" ")))
    report = extract.analyse(read_bytes(saved([page_of("Scan 12")]), "quét.pdf"))
    frames = extract.frames([report])
    assert list(frames["citations"]["read_as"]) == ["l8-NQ/TW"]
    assert list(frames["quantities"]["read_as"]) == [None]
    path = tmp_path / "c.db"
    with Store.open(path, create=True) as store:
        store.add(stored(report), [FileEntry("quét.pdf", "quét.pdf", "0" * 64)], "f")
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT number, read_as FROM citations").fetchall() == [
            ("18-NQ/TW", "l8-NQ/TW")
        ]
