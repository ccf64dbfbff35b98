"""Cells of tables that hold sentences: their figures are read, each cell for itself.

The tables are invented.
"""

from __future__ import annotations

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

WORK = """
| TT | Nhiệm vụ | Kết quả |
|---|---|---|
| 1 | Sắp xếp bộ máy | Giảm 9 phòng, từ 38 phòng xuống còn {} phòng |
| 2 | Cải cách hành chính | Có 16/17 xã dùng chữ ký số; đạt 94,1% |
| 3 | Đào tạo | Mở 6 lớp theo Kế hoạch số 12/KH-SNV ngày 03/4/2031 |
"""


def report_of(text: str) -> Report:
    return analyse(read_text(text, "t.md"))


def figures(report: Report) -> list[tuple[str, str | None, str | None]]:
    return [(q.text, q.unit, q.direction) for q in report.quantities]


def test_figures_of_sentences_in_cells_are_read() -> None:
    report = report_of(WORK.format("29"))
    assert figures(report) == [
        ("9", "phòng", "decrease"),
        ("38", "phòng", None),
        ("29", "phòng", None),
        ("16/17", "xã", None),
        ("94,1%", "%", None),
        ("6", "lớp", None),
    ]
    places = {c.quantity: (c.row, c.column, c.row_label) for c in report.cells}
    assert places[report.quantities[0].id] == (1, 2, "Sắp xếp bộ máy")
    assert len(report.claims) == len(report.quantities)
    assert len({c.id for c in report.claims}) == len(report.claims)
    assert [r.expression for r in report.relations if r.verdict == "consistent"] == [
        "38 - 29 = 9",
        "16 / 17 = 94,1%",
    ]


def test_a_slip_in_a_cell_is_found() -> None:
    (finding,) = report_of(WORK.format("28")).findings
    assert finding.code == "A101"


def test_figures_of_two_cells_are_not_put_together() -> None:
    text = (
        "| Xã | Kết quả | Ghi chú |\n|---|---|---|\n"
        "| Tân An | Từ 40 hộ nghèo xuống còn 30 hộ nghèo | Giảm 12 hộ nghèo do tách hộ |\n"
    )
    report = report_of(text)
    assert [q.text for q in report.quantities] == ["40", "30", "12"]
    assert not report.findings


@pytest.mark.parametrize(
    "text",
    [
        "| UBND HUYỆN A | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| Số: 5/BC-UBND | Ngày 2 tháng 3 |",
        "| Chỉ tiêu | Năm 2030 |\n|---|---|\n| Lao động từ 15 đến 24 tuổi | 120 |",
        "| Nhiệm vụ | Kết quả nửa đầu 6 tháng |\n|---|---|\n| Đào tạo | Chưa làm |",
    ],
)
def test_heads_titles_and_names_of_rows_are_no_sentences(text: str) -> None:
    assert all(q.rule == "table.cell" for q in report_of(text).quantities)


def test_a_table_of_one_row_keeps_its_figures() -> None:
    report = report_of("<table><tr><td>Đã cấp 31 giấy phép, thu 45 triệu đồng.</td></tr></table>")
    assert figures(report) == [("31", "giấy phép", None), ("45", "đồng", None)]
