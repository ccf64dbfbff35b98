"""Notes in PDFs that go on over the page, or whose numbers are plain and touch their text."""

from __future__ import annotations

import pytest

import extract
from pdfs import LEFT, Pdf, lines, read
from test_reader_pdf_notes import call

REPORT = "Toàn xã giảm 15 tổ"


def note(pdf: Pdf, y: float, mark: str, *words: str, size: float = 10) -> float:
    """A note with a raised number; where the next would stand."""
    pdf.text(LEFT, y - 4, mark, 0.6 * size)
    pdf.text(LEFT + 0.36 * size * len(mark), y, words[0], size)
    return pdf.lines(y + 1.3 * size, *words[1:], size=size)


def bodies(pdf: Pdf) -> dict[str, str]:
    """The body of each note by its number; each is called."""
    report = extract.analyse(read(pdf))
    assert all(f.ref for f in report.footnotes)
    text = report.document.text
    return {f.marker: text[f.body[0] : f.body[1]] for f in report.footnotes if f.body}


@pytest.mark.parametrize("rest", ["10 phòng.", "10 (phòng) Đông."])
def test_the_rest_of_a_note_begins_with_a_number_that_the_page_calls(rest: str) -> None:
    pdf = Pdf().page()
    call(pdf, 100, REPORT, "8")
    pdf.rule(LEFT, 700, LEFT + 140, 700)
    note(pdf, 715, "8", "Trong đó các thôn còn lại giảm")
    pdf.page()
    call(pdf, 100, "Còn 30 tổ", "9")
    call(pdf, 130, "Tăng 4 thôn", "10")
    pdf.rule(LEFT, 684, LEFT + 140, 684).text(LEFT, 699, rest, 10)
    note(pdf, note(pdf, 712, "9", "Số liệu năm 2023."), "10", "Theo báo cáo của thôn.")
    assert bodies(pdf) == {
        "8": f"Trong đó các thôn còn lại giảm {rest}",
        "9": "Số liệu năm 2023.",
        "10": "Theo báo cáo của thôn.",
    }


def listed(end: str, gap: float = 0.0) -> Pdf:
    """A note that ends so on the first page, and small rows with bullets above the next one."""
    pdf = Pdf().page()
    call(pdf, 100, REPORT, "1")
    note(pdf, 782, "1", f"Gồm{end}")
    pdf.page()
    call(pdf, 100, "Còn 30 tổ", "2")
    y = pdf.lines(716, "- Thôn Đông 8 tổ;", "- Thôn Đoài 7 tổ.", size=10)
    note(pdf, y + gap, "2", "Số liệu năm 2023.")
    return pdf


def test_a_note_goes_on_with_a_list_although_no_rule_stands_over_it() -> None:
    assert bodies(listed(":")) == {
        "1": "Gồm: - Thôn Đông 8 tổ; - Thôn Đoài 7 tổ.",
        "2": "Số liệu năm 2023.",
    }


@pytest.mark.parametrize("pdf", [listed(" 15 tổ."), listed(":", gap=20)])
def test_small_rows_above_the_notes_are_text(pdf: Pdf) -> None:
    assert "- Thôn Đông 8 tổ;" in lines(pdf)


def test_the_rest_of_a_note_as_large_as_the_text_above_raised_numbers() -> None:
    pdf = Pdf().page()
    call(pdf, 100, REPORT, "1")
    pdf.rule(LEFT, 700, LEFT + 140, 700)
    note(pdf, 715, "1", "Gồm 8 tổ ở thôn Đông và", size=12)
    pdf.page()
    call(pdf, 100, "Còn 30 tổ", "2")
    pdf.rule(LEFT, 684, LEFT + 140, 684).text(LEFT, 699, "7 tổ ở thôn Đoài.")
    note(pdf, 715, "2", "Số liệu năm 2023.", size=12)
    assert bodies(pdf) == {
        "1": "Gồm 8 tổ ở thôn Đông và 7 tổ ở thôn Đoài.",
        "2": "Số liệu năm 2023.",
    }


def test_text_under_a_rule_that_calls_a_note_is_text() -> None:
    pdf = Pdf().page()
    call(pdf, 100, REPORT, "1")
    pdf.rule(LEFT, 700, LEFT + 140, 700)
    note(pdf, 715, "1", "Gồm 8 tổ ở thôn Đông và", size=12)
    pdf.page().rule(LEFT, 584, LEFT + 140, 584)
    call(pdf, 600, "Còn 30 tổ", "2")
    note(pdf, 715, "2", "Số liệu năm 2023.", size=12)
    assert "Còn 30 tổ²" in lines(pdf)


def test_a_note_with_a_plain_number_on_the_page_behind_its_call() -> None:
    pdf = Pdf().page()
    call(pdf, 100, REPORT, "1")
    call(pdf, 130, "Còn 30 tổ", "2")
    pdf.rule(LEFT, 700, LEFT + 140, 700).text(LEFT, 712, "1 Gồm 5 tổ ở thôn Đông.", 10)
    pdf.page()
    call(pdf, 100, "Tăng 4 thôn", "3")
    pdf.rule(LEFT, 680, LEFT + 140, 680)
    pdf.lines(692, "2 Số liệu năm 2023.", "3 Theo báo cáo của thôn.", size=10)
    assert bodies(pdf) == {
        "1": "Gồm 5 tổ ở thôn Đông.",
        "2": "Số liệu năm 2023.",
        "3": "Theo báo cáo của thôn.",
    }


def touching(*rows: str) -> Pdf:
    """A page that calls 1 to 4, with these rows of notes."""
    pdf = Pdf().page()
    for number in "1234":
        call(pdf, 100 + 30 * int(number), f"{REPORT} và {number} thôn", number)
    pdf.rule(LEFT, 680, LEFT + 140, 680)
    pdf.lines(695, *rows, size=10)
    return pdf


def test_a_plain_number_that_touches_a_figure() -> None:
    pdf = touching("1Theo xã.", "2Số liệu năm 2023.", "38.931 tỷ đồng.", "4Gồm 5 tổ.")
    assert bodies(pdf) == {
        "1": "Theo xã.",
        "2": "Số liệu năm 2023.",
        "3": "8.931 tỷ đồng.",
        "4": "Gồm 5 tổ.",
    }


@pytest.mark.parametrize(
    "rows",
    [
        ("1 Theo xã.", "2 Số liệu năm 2023.", "38.931 tỷ đồng.", "4 Gồm 5 tổ."),  # apart elsewhere
        ("1Theo xã.", "2Số liệu năm 2023 là", "38.931 tỷ đồng.", "4Gồm 5 tổ."),  # an open line
        ("1Theo xã.", "2Số liệu.", "38.931 tỷ đồng.", "3Năm 2023.", "4Gồm 5 tổ."),  # has its note
        ("1Theo xã.", "2Số liệu.", "38.931 tỷ đồng.", "35 tổ.", "4Gồm 5 tổ."),  # one of two
    ],
)
def test_a_figure_that_begins_with_a_number_called(rows: tuple[str, ...]) -> None:
    assert "38.931" in read(touching(*rows)).text
