"""PDFs whose footnotes are as large as the text, with no rule above them: told by their numbers, by
what calls these, and by standing at the page's end."""

from __future__ import annotations

import pytest

import extract
from pdfs import FILLER, LEFT, Pdf, lines, read
from test_reader_pdf_notes import call

HEARD = "Theo biên bản và lời kể của những người đã dự họp ở xã, của các"


def page_of(pdf: Pdf, *notes: str) -> Pdf:
    """A page that calls notes 1 and 2 with raised numbers and ends with these lines."""
    pdf.page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", "1")
    call(pdf, 130, "Còn 30 tổ", "2")
    pdf.paragraph(160, FILLER)
    pdf.lines(700, *notes)
    return pdf


@pytest.mark.parametrize("mark", ["{} ", "{}", "({}) ", "[{}] "])
def test_notes_on_the_first_of_two_pages(mark: str) -> None:
    notes = (f"{mark.format(1)}Gồm 5 tổ ở thôn Đông,", "7 tổ ở thôn Đoài.", f"{mark.format(2)}Cũ.")
    pdf = page_of(Pdf(), *notes).page()
    pdf.lines(100, "Phần còn lại của báo cáo.")
    assert lines(pdf) == [
        "Toàn xã giảm 12 tổ¹",
        "¹ Gồm 5 tổ ở thôn Đông, 7 tổ ở thôn Đoài.",
        "Còn 30 tổ²",
        "² Cũ.",
        FILLER,
        "Phần còn lại của báo cáo.",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("1 Gồm 5 tổ ở thôn Đông.",),  # note 2 is missing
        ("1 Gồm 5 tổ.", "2 Gồm 7 tổ.", "3 Gồm 9 tổ."),  # counts on
        ("1. Gồm 5 tổ ở thôn Đông.", "2. Gồm 7 tổ."),  # a list
        ("2 Gồm 5 tổ ở thôn Đông.", "1 Gồm 7 tổ."),
        ("12 tổ ở thôn Đông.", "2 tổ ở thôn Đoài."),
    ],
)
def test_rows_at_the_end_of_a_page_that_are_no_notes(rows: tuple[str, ...]) -> None:
    pdf = page_of(Pdf(), *rows).page()
    pdf.lines(100, "Phần còn lại của báo cáo.")
    assert not [b for b in read(pdf).blocks if b.kind == "note"]


@pytest.mark.parametrize("mark", ["({})", "[{}]"])
@pytest.mark.parametrize("size", [12, 10])
def test_calls_and_notes_that_are_typed(mark: str, size: float) -> None:
    one, two, three = map(mark.format, "123")
    pdf = Pdf().page()
    pdf.paragraph(
        100,
        f"Toàn xã giảm 12 tổ {one}, còn 30 tổ{two}. {FILLER} {HEARD}",
    )
    pdf.lines(700, f"{one} Gồm 5 tổ ở thôn Đông,", "7 tổ ở thôn Đoài.", f"{two} Cũ.", size=size)
    pdf.page().paragraph(100, f"trưởng thôn, đến nay còn 20 tổ {three}.")
    pdf.lines(700, f"{three} Số liệu năm 2031.", size=size)
    report = extract.analyse(read(pdf))
    assert report.document.text.split("\n") == [
        f"Toàn xã giảm 12 tổ¹, còn 30 tổ². {FILLER} {HEARD} trưởng thôn, đến nay còn 20 tổ³.",
        "¹ Gồm 5 tổ ở thôn Đông, 7 tổ ở thôn Đoài.",
        "² Cũ.",
        "³ Số liệu năm 2031.",
    ]
    assert [f.marker for f in report.footnotes if f.ref and f.body] == ["1", "2", "3"]
    assert [q.text for q in report.quantities] == ["12", "30", "20", "5", "7"]
    places = report.document.places
    assert places is not None
    for note in report.footnotes:
        assert note.ref is not None and len(places.boxes(*note.ref)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Các việc: (1) rà soát 12 tổ; (2) sáp nhập 5 tổ.",
        "Thực hiện nội dung (1) và (2) như sau.",
        "Giảm 12 tổ (1) và 5 hộ (1), còn 31 tổ (2).",
    ],
)
def test_items_at_the_end_of_a_page(text: str) -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, text)
    pdf.lines(700, "(1) Rà soát 12 tổ.", "(2) Sáp nhập 5 tổ.")
    assert lines(pdf) == [text, "(1) Rà soát 12 tổ.", "(2) Sáp nhập 5 tổ."]
