"""Raised letters and stars of PDFs: calls of notes, degrees, ordinals."""

from __future__ import annotations

import re

import pytest

import extract
from pdfs import FILLER, LEFT, Pdf, read, width
from test_reader_pdf_notes import call


@pytest.mark.parametrize("marks", ["ab", "(a)(b)", "*|**", "i|ii"])
def test_notes_called_by_letters_and_stars(marks: str) -> None:
    first, second = re.findall(r"\(\w\)|[*i]+|\w", marks)
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", first)
    x = LEFT + width("Toàn xã giảm 12 tổ", 12) + width(first, 7)
    pdf.text(x, 100, ", còn 31.")
    call(pdf, 146, "Số hộ không giảm", second)
    pdf.text(LEFT, 170, FILLER[:50]).rule(LEFT, 700, LEFT + 140, 700)
    for y, mark, text in ((712, first, "Gồm 5 tổ và 7 thôn"), (730, second, "Số liệu của xã")):
        pdf.text(LEFT, y - 4, mark, 6).text(LEFT + width(mark, 6) + 3, y, text, 10)
    document = read(pdf)
    bare = [mark.strip("()") for mark in (first, second)]
    assert document.text.split("\n")[:3] == [
        f"Toàn xã giảm 12 tổ<sup>{bare[0]}</sup>, còn 31.",
        f"<sup>{bare[0]}</sup> Gồm 5 tổ và 7 thôn",
        f"Số hộ không giảm<sup>{bare[1]}</sup>",
    ]
    notes = extract.analyse(document).footnotes
    assert [f.marker for f in notes if f.ref and f.body] == bare


@pytest.mark.parametrize(
    ("before", "mark", "shown"),
    [
        ("nhiệt độ 30", "o", "nhiệt độ 30°"),
        ("nhiệt độ 21", "0", "nhiệt độ 21°"),
        ("xếp thứ 1", "st", "xếp thứ 1st"),
        ("giá 12.000", "đ", "giá 12.000đ"),
        ("hàm số x", "a", "hàm số xa"),
        ("tăng 5.10", "6", "tăng 5.10⁶"),
        ("nồng độ 10", "-3", "nồng độ 10⁻³"),
        ("tốc độ 12 m.s", "−1", "tốc độ 12 m.s⁻¹"),
        ("khối lượng 5.10", "–12", "khối lượng 5.10⁻¹²"),
    ],
)
def test_raised_letters_that_call_nothing(before: str, mark: str, shown: str) -> None:
    pdf = Pdf().page()
    call(pdf, 100, before, mark)
    pdf.text(LEFT, 130, FILLER[:50])
    document = read(pdf)
    assert document.text.split("\n")[0] == shown
    assert [c.marker for c in document.calls if not c.marker.isdecimal()] == []


@pytest.mark.parametrize(("mark", "shown"), [("o", "25°"), ("0", "25°"), ("-3", "25⁻³")])
def test_raised_signs_where_each_letter_is_drawn_by_itself(mark: str, shown: str) -> None:
    pdf = Pdf().page()
    x = LEFT
    for text, size, y in (("Đo được 25", 12, 100), (mark, 8, 96), ("mẫu", 12, 100)):
        for letter in text:
            if letter != " ":
                pdf.text(x, y, letter, size)
            x += width(letter, size)
        x += 7 * (text == mark)
    pdf.text(LEFT, 130, FILLER[:50])
    assert read(pdf).text.split("\n")[0] == f"Đo được {shown} mẫu"


def test_a_sign_that_is_not_raised_stays() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 60, "BÁO CÁO", 16).text(LEFT, 100, "Tổ I giảm 9").text(LEFT + 90, 100, "-3", 9)
    pdf.text(LEFT, 130, "- Tổ II tăng 5.", 10).text(LEFT, 150, FILLER[:50])
    assert read(pdf).text.split("\n")[1:3] == ["Tổ I giảm 9 -3", "- Tổ II tăng 5."]


@pytest.mark.parametrize("before", ["có 99", "đạt 15%", "năm 2015"])
@pytest.mark.parametrize("mark", ["i", "iv", "xii"])
def test_roman_calls_behind_figures(before: str, mark: str) -> None:
    pdf = Pdf().page()
    call(pdf, 100, before, mark)
    pdf.text(LEFT, 130, FILLER[:50])
    document = read(pdf)
    assert document.text.split("\n")[0] == f"{before}<sup>{mark}</sup>"
    assert [c.marker for c in document.calls] == [mark]


def test_small_letters_that_are_not_raised_call_nothing() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 60, "BÁO CÁO", 16)
    pdf.text(LEFT, 100, "a", 10).text(LEFT + 12, 100, "Toàn xã giảm 12 tổ", 12)
    pdf.text(LEFT, 130, FILLER[:50])
    assert "<sup>" not in read(pdf).text


def test_turned_letters_drawn_one_by_one_are_one_word() -> None:
    """A wide letter ends where it is drawn to end, not half its height on."""
    pdf = Pdf().page()
    pdf.paragraph(100, FILLER)
    for n, letter in enumerate("Dự toán"):
        if letter != " ":
            pdf.text(60, 500 - n * 8.3, letter, 12, matrix="0 1.15 -1 0")
    assert "Dự toán" in read(pdf).text.split("\n")


@pytest.mark.parametrize("lean", [0.25, -0.25])
def test_the_gap_behind_a_letter_that_is_slanted_is_a_space(lean: float) -> None:
    """Italics made by slanting: boxes around such letters reach over what follows."""
    pdf = Pdf().page()
    pdf.paragraph(100, FILLER)
    x = LEFT
    for letter in "Đơn vị tính: triệu đồng":
        if letter != " ":
            pdf.text(x, 160, letter, 12, matrix=f"0.6 0 {lean} 1")
        x += 4.4 if letter != " " else 2.4
    assert "Đơn vị tính: triệu đồng" in read(pdf).text.split("\n")
