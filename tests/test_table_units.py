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


def figures(*rows: str) -> list[tuple[str, str | None, str | None]]:
    """The figures of a table with their units and names, and the sums that are told."""
    rule = "|---" * (rows[0].count("|") - 1) + "|"
    report = analyse(read_text("\n".join([rows[0], rule, *rows[1:], ""]), "b.md"))
    told = [(q.text, q.unit, q.noun) for q in report.quantities]
    return [*told, *((r.expression, r.verdict, None) for r in report.relations)]


def test_bodies_headed_as_units_are_no_units() -> None:
    assert figures(
        "| TT | Nội dung | Đơn vị | Số tiền |",
        "| 1 | Sửa mái | Phòng Dân tộc | 130 |",
        "| 2 | Sơn cổng | Trạm Thủy văn | 90 |",
        "|  | Cộng |  | 220 |",
    ) == [
        ("130", None, "Sửa mái"),
        ("90", None, "Sơn cổng"),
        ("220", None, "Cộng"),
        ("130 + 90 = 220", "consistent", None),
    ]


def test_units_headed_so_stay_units() -> None:
    found = figures(
        "| TT | Nội dung | Đơn vị | Số lượng |",
        "| 1 | Sàn nhà kho | m2 | 130 |",
        "| 2 | Quạt trần | Chiếc | 9 |",
        "| 3 | Loa đài | dàn máy | 2 |",
    )
    assert found == [("130", "m2", "Sàn nhà kho"), ("9", "chiếc", "Quạt trần"),
                     ("2", "dàn máy", "Loa đài")]  # fmt: skip
    found = figures(
        "| TT | Nội dung | Đơn vị tính | Số lượng |",
        "| 1 | Quạt trần | bộ ba cánh | 9 |",
        "| 2 | Loa đài | dàn máy | 2 |",
    )
    assert found == [("9", "bộ ba cánh", "Quạt trần"), ("2", "dàn máy", "Loa đài")]


def test_rows_named_behind_a_cell_over_several() -> None:
    assert figures(
        "| Vùng | TT | Đơn vị | Số hộ |",
        "| Núi cao | 1 | Xã Pa Hin | 263 |",
        "|  | 2 | Xã Pa Mu | 98 |",
        "|  | 3 | Xã Nậm Lúc | 104 |",
        "| Ven sông | 4 | Xã Bãi Cồn | 35 |",
        "|  | 5 | Xã Bến Dừa | 41 |",
        "| Tổng cộng |  |  | 541 |",
    ) == [
        ("263", "hộ", "Xã Pa Hin"), ("98", "hộ", "Xã Pa Mu"), ("104", "hộ", "Xã Nậm Lúc"),
        ("35", "hộ", "Xã Bãi Cồn"), ("41", "hộ", "Xã Bến Dừa"), ("541", "hộ", "Tổng cộng"),
        ("263 + 98 + 104 + 35 + 41 = 541", "consistent", None),
    ]  # fmt: skip


NUMBERED = (
    "| TT | Xã | Số hộ | Nghèo | Cận nghèo |",
    "| A | B | 1=2+3 | 2 | 3 |",
    "| 1 | Pa Hin | 32 | 12 | 20 |",
    "| 2 | Pa Mu | 40 | 15 | 25 |",
    "| 3 | Nậm Lúc | {} | 5 | 6 |",
    "| 4 | Bãi Cồn | 21 | 9 | 12 |",
)


@pytest.mark.parametrize(("last", "verdict"), [("11", "consistent"), ("17", "inconsistent")])
def test_a_formula_over_columns_of_which_one_tells_its_unit(last: str, verdict: str) -> None:
    found = figures(*(row.format(last) for row in NUMBERED))
    assert ("12 + 20 = 32", "consistent", None) in found
    assert (f"5 + 6 = {last}", verdict, None) in found


def test_a_formula_over_columns_of_two_units_adds_up_nothing() -> None:
    rows = (row.format("11").replace("Nghèo | Cận nghèo", "Nghèo (ha) | Cận nghèo (tấn)")
            for row in NUMBERED)  # fmt: skip
    assert not [found for found in figures(*rows) if "+" in found[0]]
