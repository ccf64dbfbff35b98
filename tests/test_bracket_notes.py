"""Notes typed with their numbers in round brackets, told from list labels and formula numbers."""

from __future__ import annotations

import pytest

from docx_parts import docx, p, t
from extract.model import Report
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from extract.readers.text.reader import read_text
from test_reader_html import page

NOTES = ("(1) Gồm 5 tổ Đông và 7 tổ Đoài.", "(2) Số liệu năm 2031, theo báo cáo của thôn.")
TEXT = "Toàn xã giảm 12 tổ (1), còn 31 tổ (2) so với năm 2030."


def report_of(*lines: str) -> Report:
    return analyse(read_text("\n\n".join(("BÁO CÁO", *lines, "")), "b.md"))


def markers(report: Report) -> list[str]:
    """The notes that have a call and a body."""
    return [f.marker for f in report.footnotes if f.ref and f.body]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Toàn xã giảm 12 tổ(1), còn 31 tổ(2).",
        "Toàn xã giảm 12 tổ (1) và còn 31 tổ **(2)** so với năm 2030.",
        "Tỷ lệ đạt 12% (1); có “tổ mẫu” (2).",
        "Toàn xã giảm 12 tổ (theo quy định) (1).\n\nCòn lại 31 tổ (2)",
    ],
)
@pytest.mark.parametrize(
    "notes",
    [
        ("---", *NOTES),
        ("_______", "\n".join(NOTES)),
        NOTES,
        ("\n".join(NOTES), "- 2 -", "Đã họp dân."),
        ("---", NOTES[0], "Theo biên bản kiểm kê.", NOTES[1]),
    ],
)
def test_notes_in_round_brackets(text: str, notes: tuple[str, ...]) -> None:
    report = report_of(text, "Đã họp dân.", *notes)
    assert markers(report) == ["1", "2"] and not report.sections
    assert {"1", "2"}.isdisjoint(q.text for q in report.quantities)
    assert {"5", "7"} <= {q.text for q in report.quantities}


def test_notes_of_each_page() -> None:
    third = "(3) Gồm cả 2 hộ mới."
    on = ("---", "Đến nay có 40 hộ (3) trong xã.", "---", third, "---", "Có 9 hộ (1).")
    report = report_of(TEXT, "---", *NOTES, *on, "---", "(1) Hộ nghèo.")
    assert markers(report) == ["1", "2", "3", "1"]


def test_one_note_under_a_rule() -> None:
    assert markers(report_of("Toàn xã giảm 12 tổ (1) trong năm.", "---", NOTES[0])) == ["1"]


@pytest.mark.parametrize("form", ["html", "docx"])
def test_notes_of_pages_and_word_files(form: str) -> None:
    lines = (TEXT, "Đã họp dân.", *NOTES)
    if form == "html":
        document = read_bytes(page("".join(f"<p>{line}</p>" for line in lines)), "b.html")
    else:
        document = read_bytes(docx("".join(p(t(line)) for line in lines)), "b.docx")
    assert markers(analyse(document)) == ["1", "2"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Các việc: (1) rà soát 12 tổ; (2) sáp nhập 5 tổ.", *NOTES),
        ("Các việc gồm (1) rà soát 12 tổ, (2) sáp nhập 5 tổ.", "---", *NOTES),
        ("Thực hiện nội dung (1) và (2) như sau.", "---", *NOTES),
        ("Tổng thu (3)=(1)+(2), trong đó:", "---", *NOTES),
        ("Cột (1) lớn hơn cột (2).", "---", *NOTES),
        ("Toàn xã giảm 12 tổ (1).", "---", *NOTES),
        ("Còn 31 tổ (2), giảm 12 tổ (1).", "---", *NOTES),
        ("Giảm 12 tổ (1), 5 hộ (1), còn 31 tổ (2).", "---", *NOTES),
        (TEXT, *NOTES, "Đã họp dân."),
        (TEXT, "---", NOTES[1]),
        (TEXT, NOTES[0]),
    ],
)
def test_labels_and_numbers_of_columns_are_no_notes(lines: tuple[str, ...]) -> None:
    assert markers(report_of(*lines)) == []


def test_many_rules_and_brackets_take_time_in_proportion() -> None:
    report = report_of("Có 5 tổ (2).", *("---\n(1) Gồm 5 tổ (1)." for _ in range(3000)))
    assert len(markers(report)) < 3000
