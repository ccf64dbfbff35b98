"""Tables of PDFs whose rows no line parts: lines down the page alone, under a ruled header."""

from __future__ import annotations

import pytest

import extract
from extract.model import Report
from pdfs import Pdf, read, width

X = (60, 90, 270, 360, 450)
HEAD = ("TT", "Nội dung", "Dự toán", "Thực hiện")
ROWS = (
    ("1", "Sự nghiệp giáo dục", "2.650", "1.310"),
    ("2", "Sự nghiệp kinh tế", "410", "198"),
    ("3", "Bảo đảm xã hội", "300", "145"),
    ("", "Tổng cộng", "3.360", "1.653"),
)
CAPTION = "Bảng 1. Chi thường xuyên (đơn vị tính: triệu đồng)"
Row = tuple[str, ...]


def down(pdf: Pdf, top: float, bottom: float, ends: bool = True) -> None:
    """Draw the lines down the page, and where it `ends` the last across."""
    for x in X:
        pdf.rule(x, top, x, bottom)
    if ends:
        pdf.rule(X[0], bottom, X[-1], bottom)


def head(pdf: Pdf, top: float) -> float:
    """Draw the ruled header; returns where the body begins."""
    for y in (top, top + 20):
        pdf.rule(X[0], y, X[-1], y)
    line(pdf, top + 14, HEAD)
    return top + 20


def line(pdf: Pdf, y: float, cells: Row, size: float = 9) -> None:
    """Draw a line of cells, figures at the right."""
    for k, text in enumerate(cells):
        if text:
            at = X[k + 1] - 4 - width(text, size) if k > 1 else X[k] + 4
            pdf.text(at, y, text, size)


def report(pdf: Pdf) -> Report:
    return extract.analyse(read(pdf))


def table(rows: tuple[Row, ...] = ROWS, pitch: float = 14) -> Report:
    """What is read of one such table on one page."""
    pdf = Pdf().page()
    pdf.text(60, 80, CAPTION)
    y = head(pdf, 100)
    down(pdf, 100, y + pitch * len(rows) + 6)
    for row in rows:
        y += pitch
        line(pdf, y, row)
    return report(pdf)


def sums(found: Report) -> list[str]:
    return [r.expression for r in found.relations if r.kind == "table"]


def test_lines_down_the_page_alone() -> None:
    found = table()
    assert found.tables[0].cells == (HEAD, *ROWS)
    assert found.tables[0].header_rows == 1
    assert sums(found)[0] == "2.650 + 410 + 300 = 3.360 triệu"


def test_rows_lower_than_type_usually_stands() -> None:
    """Sheets shrunk to one page have rows of five or six points."""
    pdf = Pdf().page()
    pdf.text(60, 80, CAPTION)
    for n, row in enumerate((HEAD, *ROWS)):
        pdf.rule(X[0], 100 + 6 * n, X[-1], 100 + 6 * n)
        line(pdf, 104.8 + 6 * n, row, 5)
    down(pdf, 100, 130)
    found = report(pdf)
    assert found.tables[0].cells == (HEAD, *ROWS)


@pytest.mark.parametrize("header", [True, False])
def test_the_page_cuts_such_a_table(header: bool) -> None:
    """No line closes it at the page's end."""
    pdf = Pdf().page()
    pdf.text(60, 680, CAPTION)
    y = head(pdf, 700)
    down(pdf, 700, 760, ends=False)
    for row in ROWS[:2]:
        y += 14
        line(pdf, y, row)
    pdf.page()
    y = head(pdf, 60) if header else 60
    down(pdf, 60, y + 34)
    for row in ROWS[2:]:
        y += 14
        line(pdf, y, row)
    (found,) = report(pdf).tables
    assert found.cells == (HEAD, *ROWS)


WRAPPED = (
    ("Sự nghiệp giáo dục,", "đào tạo và dạy nghề"),
    ("Quản lý hành chính nhà nước,", "Đảng, đoàn thể"),
    ("Bảo đảm xã hội",),
    ("Tổng cộng",),
)


@pytest.mark.parametrize("where", [0, 0.5, 1])
def test_wrapped_words_beside_figures_at_the_top_in_the_middle_and_below(where: float) -> None:
    pdf = Pdf().page()
    pdf.text(60, 80, CAPTION)
    y = head(pdf, 100)
    down(pdf, 100, 210)
    for words, (order, _, *figures) in zip(WRAPPED, ROWS, strict=True):
        y += 14
        for n, text in enumerate(words):
            pdf.text(X[1] + 4, y + 11 * n, text, 9)
        line(pdf, y + 11 * where * (len(words) - 1), (order, "", *figures))
        y += 11 * (len(words) - 1)
    (found,) = report(pdf).tables
    assert [row[1] for row in found.cells[1:]] == [" ".join(words) for words in WRAPPED]
    assert [row[2] for row in found.cells[1:]] == [row[2] for row in ROWS]


def test_columns_typed_for_themselves() -> None:
    """The wrapped words of one row stand beside the figures of others."""
    pdf = Pdf().page()
    y = head(pdf, 100)
    down(pdf, 100, 210)
    words = ("Sự nghiệp giáo dục,", "đào tạo", "Quản lý nhà nước,", "đoàn thể", "An sinh", "Cộng")
    for n, text in enumerate(words):
        pdf.text(X[1] + 4, y + 14 * (n + 1), text, 9)
    for n, (order, _, *figures) in enumerate(ROWS):
        line(pdf, y + 14 * (n + 1), (order, "", *figures))
    (found,) = report(pdf).tables
    names = ["Sự nghiệp giáo dục, đào tạo", "Quản lý nhà nước, đoàn thể", "An sinh", "Cộng"]
    assert [row[1] for row in found.cells[1:]] == names
    assert [row[2] for row in found.cells[1:]] == [row[2] for row in ROWS]


def test_a_line_that_heads_a_group_of_rows() -> None:
    rows = (
        ("", "Xã vùng thấp", "", ""),
        *((("", name, a, b)) for name, a, b in (("Đông", "20", "18"), ("Đoài", "12", "11"))),
        ("", "Xã vùng cao", "", ""),
        *((("", name, a, b)) for name, a, b in (("Nam", "14", "9"), ("Bắc Hà", "8", "8"))),
        ("", "Nhóm xã khó khăn nhất", "", ""),
        ("", "Trung", "3", "2"),
    )
    assert table(rows).tables[0].cells == (HEAD, *rows)


def test_words_under_numbers_that_count() -> None:
    """A list of work: only the numbers of its rows tell where these begin."""
    pdf = Pdf().page()
    y = head(pdf, 100)
    down(pdf, 100, 190)
    rows = (
        ("1", ("Rà soát các đơn vị sự nghiệp", "thuộc huyện"), "Quý I"),
        ("2", ("Sắp xếp 05 thôn của xã Đông và", "Trường Phổ thông"), "Quý II"),
    )
    for order, words, when in rows:
        pdf.text(X[0] + 4, y + 14, order, 9).text(X[2] + 4, y + 14, when, 9)
        for text in words:
            y += 14
            pdf.text(X[1] + 4, y, text, 9)
    (found,) = report(pdf).tables
    assert [row[:3] for row in found.cells[1:]] == [
        (order, " ".join(words), when) for order, words, when in rows
    ]


@pytest.mark.parametrize(
    "cells",
    [
        (("1",), ("Hộ nghèo", "và cận nghèo"), ("1.250", "(15,2%)"), ("980", "(12,1%)")),
        (("1",), ("Chi thường", "xuyên cả năm"), ("152.400.35", "0.000"), ("98.400.35", "0.000")),
        (("Số", "12"), ("Nội dung",), ("2021", "2022"), ("đến", "năm")),
    ],
)
def test_several_lines_of_one_row(cells: tuple[Row, ...]) -> None:
    pdf = Pdf().page()
    y = head(pdf, 100)
    down(pdf, 100, y + 60)
    pdf.rule(X[0], y + 36, X[-1], y + 36)
    for k, lines in enumerate(cells):
        for n, text in enumerate(lines):
            pdf.text(X[k] + 4, y + 14 * (n + 1), text, 9)
    line(pdf, y + 50, ("2", "Hộ khác", "5", "4"))
    (found,) = report(pdf).tables
    assert len(found.cells) == 3


def test_words_of_a_column_too_narrow_for_a_cell_are_not_lost() -> None:
    pdf = Pdf().page()
    for y in (100, 120, 140):
        pdf.rule(60, y, 300, y)
    for x in (60, 170, 177, 300):
        pdf.rule(x, 100, x, 140)
    pdf.text(64, 114, "Nội dung").text(172, 114, "7", 6).text(184, 114, "Số hộ")
    pdf.text(64, 134, "Hộ nghèo").text(184, 134, "45")
    assert "7" in read(pdf).text
