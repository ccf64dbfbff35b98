"""Text that nobody sees is left out with a warning: white on white, invisible, a point high."""

from __future__ import annotations

import pytest

from docx_parts import docx, p, t, table, tc, tr
from extract.document import Document
from extract.readers.files import read_bytes
from pdfs import FILLER, LEFT, Pdf, read

WHITE = '<w:color w:val="FFFFFF"/>'
GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>'
TOLD = "white or tiny text was not read"
BLUE = "0 0 0.6 rg 80 720 300 40 re f 1 g"


def pdf(before: str = "", size: float = 12, mode: int = 0) -> Document:
    """A page with text of its own above and a sentence drawn so below it."""
    page = Pdf().page()
    page.raw(before).text(LEFT, 100, "Có 40 tổ.", size, mode=mode).raw("0 g")
    page.paragraph(200, FILLER)
    return read(page)


@pytest.mark.parametrize(
    ("before", "size", "mode"),
    [("1 g", 12, 0), ("0.99 0.99 1 rg", 12, 0), ("", 1, 0), ("", 12, 3), ("0 0 0 0 k", 12, 0)],
)
def test_text_of_a_pdf_that_nobody_sees(before: str, size: float, mode: int) -> None:
    document = pdf(before, size, mode)
    assert document.text.strip() == FILLER
    assert list(map(str, document.warnings)) == [f"page 1: {TOLD}"]


@pytest.mark.parametrize(
    ("before", "size"),
    [(BLUE, 12), ("0.8 g", 12), ("1 0 0 rg", 12), ("", 4), (f"q {BLUE} Q 1 g", 12)],
)
def test_text_of_a_pdf_that_is_seen(before: str, size: float) -> None:
    document = pdf(before, size)
    assert document.text.startswith("Có 40 tổ.") and not document.warnings


def test_a_page_of_white_text_alone_is_read() -> None:
    page = Pdf().page().raw("1 g")
    page.paragraph(100, FILLER)
    assert read(page).text.strip() == FILLER


def word(body: str, **parts: str) -> Document:
    return read_bytes(docx(body + p("Còn 31 tổ."), **parts), "a.docx")


@pytest.mark.parametrize(
    "body",
    [
        p(t("Có 40 tổ.", WHITE)),
        p(t("Có 40 tổ.", '<w:sz w:val="2"/>')),
        p(t("Có 40 tổ."), '<w:pStyle w:val="An"/>'),
        p(t("Có 40 tổ.", WHITE + '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>')),
    ],
)
def test_text_of_word_that_nobody_sees(body: str) -> None:
    style = '<w:style w:type="paragraph" w:styleId="An"><w:rPr>{}</w:rPr></w:style>'
    document = word(body, styles=style.format(WHITE))
    assert document.text == "Còn 31 tổ.\n"
    assert list(map(str, document.warnings)) == [
        "paragraphs with white or tiny text, which was not read: 1"
    ]


@pytest.mark.parametrize(
    "body",
    [
        p(t("Có 40 tổ.", WHITE + GROUND)),
        p(t("Có 40 tổ.", WHITE), GROUND),
        p(t("Có 40 tổ.", WHITE + '<w:highlight w:val="darkBlue"/>')),
        p(t("Có 40 tổ.", '<w:color w:val="auto"/><w:sz w:val="8"/>')),
        p(t("Có 40 tổ.", '<w:color w:val="FF0000"/>')),
        table(tr(tc(p(t("Có 40 tổ.", WHITE)), GROUND))),
    ],
)
def test_text_of_word_that_is_seen(body: str) -> None:
    document = word(body)
    assert "Có 40 tổ." in document.text and not document.warnings
