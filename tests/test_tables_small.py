"""Tables of two or three rows: what finely told figures show there."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found

PACKAGES = (
    "| Gói thầu | Giá trị | Thực hiện (tỷ đồng) | % GT | Kế hoạch (tỷ đồng) | % GT | Chênh lệch "
    "(tỷ đồng) |\n|---|---|---|---|---|---|---|\n"
    "| Gói 1 | 3.150,4 | 2.714,6 | 86,2% | 2.860,9 | 90,8% | -146,3 |\n"
    "| Gói 2 | 2.987,2 | 2.601,3 | 87,1% | 2.755,4 | 92,2% | -154,1 |\n"
    "| Tổng cộng | 6.137,6 | 5.315,9 | 86,6% | 5.616,3 | 91,5% | -300,4 |\n"
)


def test_percentages_of_a_column_whose_header_names_no_unit() -> None:
    assert found(PACKAGES) == []
    agreed = {r.expression for r in analyse(read_text(PACKAGES, "t.md")).relations}
    assert "2.714.600 / 3.150.400 = 86,2%" in agreed
    assert "2.755.400 / 2.987.200 = 92,2%" in agreed
    assert found(PACKAGES.replace("| 92,2% |", "| 97,2% |")) == ["A112"]


def test_differences_of_two_columns() -> None:
    agreed = {r.expression for r in analyse(read_text(PACKAGES, "t.md")).relations}
    assert "2.601.300 - 2.755.400 = -154.100 triệu" in agreed
    wrong = PACKAGES.replace("-300,4", "-340,0")
    assert set(found(wrong)) <= {"A111", "A112"}
    assert found(wrong) != []


def test_a_column_of_changes_between_the_two_levels() -> None:
    text = (
        "| Đơn vị | Dự toán đầu năm | Điều chỉnh | Dự toán sau điều chỉnh |\n|---|---|---|---|\n"
        "| Hòa An | 7.350 | 214 | 7.564 |\n| Hòa Bình | 6.120 | -195 | 5.925 |\n"
        "| Hòa Sơn | 4.815 | 130 | 4.945 |\n"
    )
    agreed = {r.expression for r in analyse(read_text(text, "t.md")).relations}
    assert {"7.564 - 7.350 = 214", "5.925 - 6.120 = -195", "4.945 - 4.815 = 130"} <= agreed
    assert found(text) == []
    assert found(text.replace("| 4.945 |", "| 4.954 |")) == ["A112"]


def test_whole_percentages_of_two_rows_show_nothing() -> None:
    text = (
        "| Xã | Số hộ | Hộ nghèo | Tỷ lệ (%) |\n|---|---|---|---|\n"
        "| Hòa An | 200 | 40 | 20 |\n| Hòa Bình | 300 | 60 | 30 |\n"
    )
    assert found(text) == []


def test_counts_beside_measured_columns_keep_no_unit() -> None:
    text = (
        "| Xã | Số hộ | Thu (triệu đồng) | Chi (triệu đồng) |\n|---|---|---|---|\n"
        "| Hòa An | 214 | 1.250,5 | 980,2 |\n| Hòa Bình | 318 | 1.470,8 | 1.102,6 |\n"
    )
    report = analyse(read_text(text, "t.md"))
    units = {q.text: q.unit for q in report.quantities}
    assert units["214"] != "đồng"
    assert units["1.250,5"] == "đồng"


STATISTICS = (
    "| Chỉ tiêu | Năm 2030 (người) | Năm 2031 (người) |\n|---|---|---|\n"
    "| 1. Dân số trung bình | 812.406 | 820.157 |\n| Phân theo giới tính | | |\n"
    "| Nam | 403.118 | 406.942 |\n| Nữ | 409.288 | 413.215 |\n"
    "| Phân theo thành thị, nông thôn | | |\n| Thành thị | 251.604 | 258.330 |\n"
    "| Nông thôn | 560.802 | 561.827 |\n| Học sinh | 140.210 | 141.035 |\n"
)


def test_rows_below_a_line_that_names_how_a_row_is_divided() -> None:
    assert found(STATISTICS) == []
    agreed = {r.expression for r in analyse(read_text(STATISTICS, "t.md")).relations}
    assert {"403.118 + 409.288 = 812.406", "258.330 + 561.827 = 820.157"} <= agreed
    assert found(STATISTICS.replace("413.215", "413.251")) == ["A111"]


def test_rows_of_others_below_such_a_line_are_no_parts() -> None:
    relations = analyse(read_text(STATISTICS, "t.md")).relations
    assert len(relations) == 4
    assert not [r.expression for r in relations if "140.210" in r.expression]


@pytest.mark.parametrize("title", ["Số hộ", "Số hộ (tỷ lệ %)"])
def test_counts_with_their_shares_in_brackets(title: str) -> None:
    text = (
        f"| TT | Xã | {title} |\n|---|---|---|\n| 1 | Hòa An | 1.250 (98,9%) |\n"
        "| 2 | Hòa Bình | 14 (1,1%) |\n| | Tổng cộng | 1.264 (100%) |\n"
    )
    report = analyse(read_text(text, "t.md"))
    assert [(q.text, q.unit == "%") for q in report.quantities] == [
        ("1.250", False),
        ("14", False),
        ("1.264", False),
    ]
    assert found(text) == []
    assert found(text.replace("1.264", "1.274")) == ([] if "%" in title else ["A111"])
