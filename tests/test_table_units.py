"""Units of tables written short: `Tr.đ`, `tỷ.đ`, `1.000đ`. The tables are invented."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text


@pytest.mark.parametrize(
    ("unit", "worth"),
    [
        ("Tr.đ", 10**6),
        ("trđ", 10**6),
        ("Tr. đồng", 10**6),
        ("triệu đ", 10**6),
        ("Tỷ.đ", 10**9),
        ("tỷđ", 10**9),
        ("Ng.đ", 1000),
        ("1.000đ", 1000),
        ("1000 đ", 1000),
        ("nghìn đồng", 1000),
        ("đ", 1),
    ],
)
@pytest.mark.parametrize("place", ["caption", "head", "column"])
def test_money_in_a_short_unit(unit: str, worth: int, place: str) -> None:
    above = f"Bảng 1. Dự toán\n\n*Đơn vị: {unit}*\n\n" if place == "caption" else ""
    told = f" ({unit})" if place == "head" else ""
    cell = (" ĐVT |", f" {unit} |") if place == "column" else ("", "")
    rows = [f"| {n} | Xã {name} |{cell[1]} {n}5 |" for n, name in ((1, "Đông"), (2, "Đoài"))]
    head = f"| TT | Xã |{cell[0]} Dự toán{told} |\n|{'---|' * head_width(place)}"
    report = analyse(read_text(above + "\n".join([head, *rows, ""]), "b.md"))
    assert [(q.text, int(q.value), q.unit) for q in report.quantities] == [
        ("15", 15 * worth, "đồng"),
        ("25", 25 * worth, "đồng"),
    ]


def head_width(place: str) -> int:
    """How many columns the table has."""
    return 4 if place == "column" else 3


@pytest.mark.parametrize("unit", ["Tr. hộ", "tr.", "TĐ", "Đ/c", "10đ"])
def test_other_short_words_are_no_money(unit: str) -> None:
    text = f"| TT | Xã | ĐVT | Số |\n|---|---|---|---|\n| 1 | Đông | {unit} | 15 |\n"
    assert [q.unit for q in analyse(read_text(text, "b.md")).quantities] != ["đồng"]


def test_a_row_of_units_below_the_titles() -> None:
    text = (
        "<table><tr><td rowspan=2>TT</td><td rowspan=2>Chỉ tiêu</td><td colspan=2>Thực hiện</td>"
        "<td rowspan=2>So sánh</td></tr><tr><td>Năm 2030</td><td>Năm 2031</td></tr>"
        "<tr><td></td><td></td><td>Tr.đ</td><td>Tr.đ</td><td>%</td></tr>"
        "<tr><td>1</td><td>Thu</td><td>1.250</td><td>1.300</td><td>104</td></tr>"
        "<tr><td>2</td><td>Chi</td><td>1.000</td><td>1.030</td><td>103</td></tr></table>"
    )
    report = analyse(read_text(text, "b.md"))
    (first, second, rate, *_) = report.quantities
    assert (int(first.value), first.unit) == (1250 * 10**6, "đồng")
    assert (int(second.value), second.unit, rate.unit) == (1300 * 10**6, "đồng", "%")
    assert [c.column_label for c in report.cells][:2] == [
        "Thực hiện – Năm 2030",
        "Thực hiện – Năm 2031",
    ]
