"""Layouts in which a document's text stands beside other marks: nothing of it may be lost.

The document is invented; each layout writes it anew and must give the same sections and figures.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text import read_text

DOCUMENT = """UBND TỈNH HÀ GIANG
SỞ XÂY DỰNG

Số: 77/BC-SXD

Hà Giang, ngày 9 tháng 4 năm 2031

BÁO CÁO
Kết quả quản lý nhà ở

I. KẾT QUẢ

1. Đã cấp 214 giấy phép, tăng 14 giấy phép so với năm 2030.
2. Toàn tỉnh có 36 dự án, trong đó 11 dự án đang làm thủ tục.

II. NHIỆM VỤ

1. Rà soát 25 khu nhà ở cũ.
- Xử lý 8 công trình sai phép.
"""

Layout = Callable[[str], str]


def lines(write: str, blank: str = "") -> Layout:
    """Each line as `write` has it, blank lines as `blank`."""
    return lambda text: "\n".join(
        write.format(line) if line.strip() else blank for line in text.split("\n")
    )


LAYOUTS: dict[str, Layout] = {
    "line block": lines("| {}", "|"),
    "one column": lines("| {} |"),
    "one column, ruled": lambda text: "| |\n|---|\n" + lines("| {} |")(text),
    "frame": lambda text: f"+{'-' * 70}+\n" + lines("| {} |", "| |")(text) + f"\n+{'-' * 70}+",
    "quotation": lines("> {}", ">"),
    "quotation in a quotation": lines(">> {}", ">>"),
    "paragraph tags": lines("<p>{}</p>"),
    "styled tags": lines('<p align="justify"><span style="color:black">{}</span></p>'),
    "underlined": lines("<u>{}</u>"),
    "breaks of Markdown": lines("{}\\"),
    "breaks of HTML": lines("{}<br/>"),
    "a bar at the end": lines("{} |"),
}


def told(report: Report) -> tuple[object, ...]:
    """What the layout must not change."""
    return (
        [(s.label, s.kind, s.depth, s.title) for s in report.sections],
        [(q.text, q.unit, q.direction) for q in report.quantities],
        [(d.text, d.value) for d in report.dates],
        report.metadata,
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_loses_nothing(name: str) -> None:
    plain = analyse(read_text(DOCUMENT, "a.md"))
    report = analyse(read_text(LAYOUTS[name](DOCUMENT), "a.md"))
    assert told(report) == told(plain)
    assert [s.label for s in report.sections] == ["I", "1", "2", "II", "1"]


@pytest.mark.parametrize(
    "text",
    [
        "| Xã | Số hộ |\n|---|---|\n| Tân An | 120 |\n| Tân Phú | 95 |",
        "Xã | Số hộ\n---|---\nTân An | 120\nTân Phú | 95",
    ],
)
def test_tables_of_two_columns_stay_tables(text: str) -> None:
    report = analyse(read_text(text, "a.md"))
    assert report.tables[0].cells[1] == ("Tân An", "120")
    assert [q.text for q in report.quantities] == ["120", "95"]


GRID = """
+-----+--------------------+------------+
| STT | Nội dung           | Số lượng   |
+=====+====================+============+
| 1   | Hồ sơ đã tiếp nhận | 145        |
|     | qua bưu chính      |            |
+-----+--------------------+------------+
| 2   | Hồ sơ trả lại      | 12         |
+-----+--------------------+------------+
"""


def test_a_grid_table_keeps_its_rows() -> None:
    (table,) = analyse(read_text(GRID, "a.md")).tables
    assert table.header_rows == 1
    assert table.cells == (
        ("STT", "Nội dung", "Số lượng"),
        ("1", "Hồ sơ đã tiếp nhận qua bưu chính", "145"),
        ("2", "Hồ sơ trả lại", "12"),
    )


def test_bullets_below_a_table_are_no_rows() -> None:
    text = "| Xã | Số hộ |\n|---|---|\n| Tân An | 120 |\n+ Xã Tân Bình còn 15 hộ nghèo.\n"
    report = analyse(read_text(text, "a.md"))
    assert len(report.tables[0].cells) == 2
    assert [(q.text, q.unit) for q in report.quantities] == [("120", "hộ"), ("15", "hộ")]


def test_a_line_of_signs_is_no_frame() -> None:
    report = analyse(read_text("Kết quả:\n\n++ Tăng 15 hộ.\n\na < b > c có 7 xã.", "a.md"))
    assert [q.text for q in report.quantities] == ["15", "7"]
