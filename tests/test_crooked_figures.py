"""Marks that stand wrong in figures: what leaves one reading is read, the rest is told (Q501)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract import analyse
from extract.readers.text.reader import read_text
from extract.values.numerals import straight


@pytest.mark.parametrize(
    ("digits", "meant"),
    [
        ("1.306.7", "1306,7"),
        ("2,418,35", "2418,35"),
        ("17,,4", "17,4"),
        ("17.,4", "17,4"),
        ("3..208", "3208"),
        ("3.112..208", "3112208"),
        ("31.20.7", None),
        ("12,,345", None),
        ("3...208", None),
    ],
)
def test_marks_that_leave_one_reading_are_set_right(digits: str, meant: str | None) -> None:
    assert straight(digits) == meant


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tổng thu đạt 1.306.7 tỷ đồng.", ["1306700000000"]),
        ("Diện tích rừng là 2.418.35 ha.", ["2418.35"]),
        ("Xuất khẩu 2,418,35 triệu USD.", ["2418350000"]),
        ("Tỷ lệ che phủ đạt 47,,5%.", ["47.5"]),
        ("Thu đạt 98,5,% dự toán.", ["98.5"]),
        ("Có 3..208 hộ nghèo.", ["3208"]),
        # figures in a row, dots that lead to something, a day
        ("Các tỷ lệ là 12,5%, 14,6% và 9%.", ["12.5", "14.6", "9"]),
        ("Họp ngày 12.10.2021 và 15.10.2021.", []),
    ],
)
def test_figures_with_a_wrong_mark_are_read(text: str, values: list[str]) -> None:
    report = analyse(read_text(text, "x.txt"))
    assert [q.value for q in report.quantities] == [Decimal(v) for v in values]
    assert not report.findings


def _unread(text: str, name: str = "x.txt") -> list[str]:
    report = analyse(read_text(text, name))
    return [text[f.start : f.end] for f in report.findings if f.code == "Q501"]


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Dân số nữ là 51.207.36 người.", ["51.207.36"]),
        ("Phạt 31.20.750 đồng.", ["31.20.750"]),
        ("Thu 31.20,7 tỷ đồng, chi 12 tỷ đồng.", ["31.20,7"]),
        # nothing is counted by them
        ("Thực hiện mục 2.10.300 của danh mục.", []),
        ("Theo biểu 1.2.3 hộ nghèo được vay vốn.", []),
        ("Họp ngày 31.12.2021 người dân phấn khởi.", []),
    ],
)
def test_figures_that_make_no_number_are_told(text: str, unread: list[str]) -> None:
    assert _unread(text) == unread


def test_a_cell_that_makes_no_number_is_told() -> None:
    table = (
        "| STT | Xã | Số hộ | Diện tích (ha) | Ngày giao |\n|---|---|---|---|---|\n"
        "| 1 | Bản Mới | 1.207 | 1.306.7 | 12.10.2021 |\n"
        "| 2 | Bản Cũ | 31.20.7 | 12,,5 | 14.10.2021 |\n"
        "| 3 | Bản Giữa | 845 | 20,3 | 15.10.2021 |\n"
    )
    assert _unread(table, "x.md") == ["31.20.7"]
    read = analyse(read_text(table, "x.md")).quantities
    assert [q.value for q in read if q.unit == "ha"] == [
        Decimal("1306.7"),
        Decimal("12.5"),
        Decimal("20.3"),
    ]
