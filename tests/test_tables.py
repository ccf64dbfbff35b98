"""Tables: records, figures in cells, and the arithmetic that a table announces.

The tables are invented. A case says which findings must come out, as (code, stated, computed).
"""

from __future__ import annotations

import random
import re
from decimal import Decimal

import pytest

from extract.check.codes import message
from extract.document import Page
from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

TOTAL = """
Bảng 2. Số hộ nghèo theo xã

| TT | Xã | Năm 2024 | Năm 2025 |
|---|---|---|---|
| 1 | Tân Lập | 420 | 390 |
| 2 | Tân Phú | 510 | 480 |
| 3 | Yên Sơn | 320 | 370 |
| | **Tổng cộng** | **1.250** | **{}** |
"""


def report_of(text: str) -> Report:
    return analyse(read_text(text, "t.md"))


def findings(report: Report) -> list[tuple[str, str, str]]:
    return [
        (f.code, f.args["stated"], f.args["computed"])
        for f in report.findings
        if f.code in ("A111", "A112", "A113")
    ]


def verdicts(report: Report) -> list[tuple[str, str]]:
    return [(r.rule, r.verdict) for r in report.relations if r.kind == "table"]


# -- records ---------------------------------------------------------------------------------


def test_a_table_is_a_record() -> None:
    report = report_of(TOTAL.format("1.240"))
    (table,) = report.tables
    assert table.id == "t1"
    assert table.caption == "Bảng 2. Số hộ nghèo theo xã"
    assert table.header_rows == 1
    assert table.cells[0] == ("TT", "Xã", "Năm 2024", "Năm 2025")
    assert table.cells[4] == ("", "Tổng cộng", "1.250", "1.240")
    assert report.document.text[table.start : table.end].startswith("| TT")
    assert report.document.text[table.start : table.end].endswith("**1.240** |")
    assert verdicts(report) == [("table.total", "consistent")] * 2


def test_figures_are_quantities_with_their_spans() -> None:
    report = report_of(TOTAL.format("1.240"))
    text = report.document.text
    assert [q.text for q in report.quantities] == "420 390 510 480 320 370 1.250 1.240".split()
    assert all(text[q.start : q.end] == q.text for q in report.quantities)
    assert all(report.document.view[q.vs : q.ve] == q.text for q in report.quantities)
    assert len({q.id for q in report.quantities}) == 8
    last = report.cells[-1]
    assert (last.table, last.row, last.column) == ("t1", 4, 3)
    assert (last.row_label, last.column_label) == ("Tổng cộng", "Năm 2025")


def test_a_wrong_total_is_named_by_row_and_column() -> None:
    report = report_of(TOTAL.format("1.250"))
    assert findings(report) == [("A111", "1.250", "1.240")]
    (finding,) = (f for f in report.findings if f.code == "A111")
    assert message("A111", finding.args, "vi") == (
        "Bảng 2, cột “Năm 2025”, dòng “Tổng cộng”: ghi 1.250, các dòng cộng lại là 1.240, lệch 10."
    )
    assert "Table 2, column “Năm 2025”, row “Tổng cộng”" in message("A111", finding.args, "en")
    assert report.document.text[finding.start : finding.end] == "1.250"
    assert Decimal("1240") in {s.value for s in finding.suggestions}


def test_prose_is_not_disturbed() -> None:
    prose = "Toàn huyện giảm từ 40 tổ xuống còn 31 tổ, giảm 09 tổ.\n"
    alone, beside = report_of(prose), report_of(prose + TOTAL.format("1.240"))
    assert [q.id for q in alone.quantities] == [q.id for q in beside.quantities][:3]
    assert [r.expression for r in beside.relations if r.kind != "table"] == [
        r.expression for r in alone.relations
    ]
    assert beside.claims[: len(alone.claims)] == alone.claims


def test_letterheads_and_signatures_are_no_tables() -> None:
    text = """
| ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
|---|---|
| Số: 12/BC-UBND | An Phú, ngày 02 tháng 3 năm 2025 |

Báo cáo như sau.

| *Nơi nhận:* | **CHỦ TỊCH** |
|---|---|
| - Lưu: VT. | Lê Văn Ba |
"""
    report = report_of(text)
    assert report.tables == ()
    assert not report.cells


def test_a_table_with_a_column_of_recipients_is_one() -> None:
    report = report_of("| Nơi nhận | Số bản |\n|---|---|\n| Phòng A | 2 |\n| Phòng B | 3 |\n")
    assert len(report.tables) == 1
    assert [q.value for q in report.quantities] == [2, 3]


def test_a_table_goes_on_over_a_page_with_its_units() -> None:
    first = "| TT | Xã | Chi | Thu |\n|---|---|---|---|\n| 1 | Yên | 10 | 12 |\n"
    rest = "| 2 | Phú | 20 | 30 |\n|---|---|---|---|\n| | Cộng | 30 | 47 |\n"
    report = report_of(f"Bảng 4\n\nĐVT: triệu đồng\n\n{first}\n\f\n{rest}")
    assert [(t.header_rows, t.caption) for t in report.tables] == [(1, "Bảng 4"), (0, None)]
    assert {q.unit for q in report.quantities} == {"đồng"}
    assert {(c.table, c.name) for c in report.cells} == {("t1", "4"), ("t2", "4")}
    assert findings(report) == [("A111", "47", "42")]


def test_the_page_of_a_table() -> None:
    text = TOTAL.format("1.240")
    pages = (Page(1, 0, 20), Page(2, 20, len(text)))
    assert analyse(read_text(text, "t", pages=pages)).tables[0].page == 2


def test_rows_are_padded_and_blank_cells_kept() -> None:
    report = report_of("| A | B | C |\n|---|---|---|\n| x | 12 |\n| y | | 3 |\n")
    assert report.tables[0].cells == (("A", "B", "C"), ("x", "12", ""), ("y", "", "3"))


def test_escaped_bars_entities_and_emphasis_in_cells() -> None:
    report = report_of(r"""
| Tên | Số lượng |
|---|---|
| a \| b | **1**2 |
| *Xã* &amp; phường | 15<br> |
""")
    assert [row[0] for row in report.tables[0].cells] == ["Tên", "a | b", "Xã & phường"]
    assert [q.value for q in report.quantities] == [12, 15]


def test_bars_alone_on_lines() -> None:
    head = "STT|Nội dung|Năm 2025|Năm 2026"
    below = "Dự toán|Thực hiện"
    rows = ["A|B|1|2|3", "|TỔNG SỐ|30|33|36", "1|Thu phí|10|11|12", "2|Thu phạt||2|4",
            "3|Thu khác|20|20|21"]  # fmt: skip
    lines = ["|"]
    for row in (head, below, *rows):
        for cell in row.split("|"):
            lines += [*([f"**{cell}**"] if cell else []), "|"]
        lines.append("|")
    report = report_of("Biểu số 3\n\n" + "\n".join(lines[:-1]) + "\n\nHết.\n")
    (table,) = report.tables
    assert table.header_rows == 3
    assert table.cells[0] == ("STT", "Nội dung", "Năm 2025", "", "Năm 2026")
    assert table.cells[1] == ("", "", "Dự toán", "Thực hiện", "")
    assert table.cells[5] == ("2", "Thu phạt", "", "2", "4")
    assert findings(report) == [("A111", "36", "37")]
    assert report.cells[1].column_label == "Năm 2025 – Thực hiện"


def test_a_body_between_lone_bars_of_head_and_signature_is_no_cell() -> None:
    body = "".join(
        f"{n}. Phòng số {n}: trong năm đã tiếp nhận {n}40 hồ sơ của tổ chức, cá nhân gửi đến "
        f"và giải quyết đúng hạn {n}25 hồ sơ, còn lại đang xem xét.\n"
        for n in range(1, 10)
    )
    report = report_of(
        "UỶ BAN NHÂN DÂN\nTỈNH YÊN SƠN\n--------\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n"
        "Số: 12/KH-UBND\n|\nYên Sơn,\nngày 3 tháng 4 năm 2031\n|\nKẾ HOẠCH\nVề việc rà soát hồ sơ\n"
        + body
        + "Nơi nhận:\n- Như trên;\n|\nTM. UỶ BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Ba\n|\n",
    )
    assert [x.label for x in report.sections] == [str(n) for n in range(1, 10)]
    assert [q.value for q in report.quantities][:4] == [140, 125, 240, 225]
    assert report.metadata.number == "12/KH-UBND" and report.metadata.subject


HTML = """
<table><thead>
<tr><th rowspan="2">TT</th><th rowspan="2">Xã</th><th colspan="2">Số hộ</th></tr>
<tr><th>2024</th><th>2025</th></tr></thead>
<tbody>
<tr><td>1</td><td>Tân Lập</td><td>12</td><td>14</td></tr>
<tr><td>2</td><td>Tân Phú</td><td>13</td><td>15</td></tr>
<tr><td colspan="2"><b>Cộng</b></td><td>25</td><td>39</td></tr>
</tbody></table>
"""


CAPITALS = re.sub(r"<[^>]+>", lambda m: m[0].upper(), HTML)


@pytest.mark.parametrize(
    "text",
    [HTML, HTML.replace("\n", ""), CAPITALS, CAPITALS.replace("\n", "")],
    ids=["lines", "one line", "capitals", "capitals on one line"],
)
def test_html_tables(text: str) -> None:
    report = report_of("Bảng 1\n\n" + text + "\n\nHết.\n")
    (table,) = report.tables
    assert table.header_rows == 2
    assert table.cells[0] == ("TT", "Xã", "Số hộ", "")
    assert table.cells[1] == ("", "", "2024", "2025")
    assert table.cells[4] == ("Cộng", "", "25", "39")
    assert findings(report) == [("A111", "39", "29")]


# -- headers, captions, units ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ("| TT | Xã | 2023 | 2024 |\n| 1 | A | 5 | 6 |\n| 2 | B | 7 | 8 |", 1),
        ("| TT | Xã | 2023 | 2024 |\n|---|---|---|---|\n| 1 | A | 5 | 6 |", 1),
        ("| TT | Xã | Hộ | |\n| | | Nghèo | Cận nghèo |\n|---|---|---|---|\n| 1 | A | 5 | 6 |", 2),
        ("| TT | Xã | Hộ | Hộ |\n|---|---|---|---|\n| TT | Xã | Mới | Cũ |\n| 1 | A | 5 | 6 |", 2),
        ("| Xã | Hộ | Người |\n|---|---|---|\n| Phú | 1 | 2 |\n| 1 | Yên | 6 | 3 |", 1),
        ("| Xã | Hộ | Tổng |\n|---|---|---|\n| (1) | (2) | (3=1+2) |\n| Yên | 6 | 3 |", 2),
        ("| Họ tên | Chức vụ |\n|---|---|\n| Lê Ba | Trưởng phòng |\n| Lê Tư | Phó phòng |", 1),
        ("| Yên | 6 | 30 |\n| Phú | 7 | 35 |", 0),
    ],
)  # fmt: skip
def test_header_rows(rows: str, count: int) -> None:
    assert report_of(rows + "\n").tables[0].header_rows == count


@pytest.mark.parametrize(
    ("above", "header", "cell", "value", "unit", "low"),
    [
        ("*Đơn vị tính: triệu đồng*", "Năm 2025", "1.250", "1250000000", "đồng", "1249500000"),
        ("ĐVT: Tỷ đồng", "Năm 2025", "12,5", "12500000000", "đồng", "12450000000"),
        ("(Đơn vị: 1.000 đồng)", "Số tiền", "1.250", "1250000", "đồng", "1249500"),
        ("", "Kinh phí (triệu đồng)", "12", "12000000", "đồng", "11500000"),
        ("", "Tỷ lệ (%)", "12,5", "12.5", "%", "12.45"),
        ("ĐVT: triệu đồng", "Tỷ lệ (%)", "86", "86", "%", "85.5"),
        ("ĐVT: triệu đồng", "Số hộ", "86", "86", "hộ", "86"),
        ("Đơn vị: Phòng Nội vụ", "Năm 2025", "86", "86", None, "86"),
        ("Đơn vị tính: bao", "Năm 2025", "86", "86", "bao", "86"),
        ("ĐVT: người", "Năm 2025", "1.046", "1046", "người", "1046"),
        ("", "Diện tích (ha)", "2,607", "2607", "ha", "2606.5"),
        ("", "Số người", "08", "8", "người", "8"),
    ],
)
def test_units_and_digits(
    above: str, header: str, cell: str, value: str, unit: str | None, low: str
) -> None:
    report = report_of(
        f"Bảng 1. Kết quả\n\n{above}\n\n| Xã | {header} |\n|---|---|\n| A | {cell} |\n"
    )
    assert report.tables[0].caption == "Bảng 1. Kết quả"
    (q,) = (q for q in report.quantities if q.rule == "table.cell")
    assert (q.value, q.unit, q.low) == (Decimal(value), unit, Decimal(low))


@pytest.mark.parametrize(
    ("below", "unit"),
    [
        ("*Đơn vị tính: triệu đồng.*", "đồng"),
        ("ĐVT: triệu đồng\n\n| Xã | Năm 2026 |\n|---|---|\n| A | x |", None),
        ("Đơn vị tính: triệu đồng, trừ các dòng ghi rõ đơn vị khác ở cột cuối", None),
    ],
)
def test_the_unit_right_below(below: str, unit: str | None) -> None:
    report = report_of(f"| Xã | Năm 2025 |\n|---|---|\n| A | 12 |\n\n{below}\n")
    (q,) = (q for q in report.quantities if q.rule == "table.cell")
    assert q.unit == unit


def test_the_unit_in_brackets_of_a_caption() -> None:
    report = report_of(
        "Bảng 1. Kinh phí (triệu đồng)\n\n| Xã | Năm 2025 |\n|---|---|\n| A | 12 |\n"
    )
    assert report.tables[0].caption == "Bảng 1. Kinh phí (triệu đồng)"
    (q,) = (q for q in report.quantities if q.rule == "table.cell")
    assert (q.value, q.unit) == (Decimal(12_000_000), "đồng")


@pytest.mark.parametrize(
    ("cell", "value"),
    [("(12)", "-12"), ("-12", "-12"), ("–12,5", "-12.5"), ("1 250 000", "1250000"), ("12%", "12"),
     ("12 hộ", "12"), ("-", None), ("…", None), ("x", None), ("1-1,5", "1"), ("12/15", "12"),
     ("02/2025", None), ("00123", None), ("12.5.2024", None), ("12 abc", None)],
)  # fmt: skip
def test_cells(cell: str, value: str | None) -> None:
    report = report_of(f"| Xã | Kết quả |\n|---|---|\n| A | {cell} |\n| B | 7.000,5 |\n")
    found = [q.value for q in report.quantities if q.rule == "table.cell"][:-1]
    assert found == ([] if value is None else [Decimal(value)])


# -- what is found ---------------------------------------------------------------------------


def table(header: str, *rows: str, above: str = "") -> str:
    width = header.count("|") - 1
    return f"{above}\n\n{header}\n{'|---' * width}|\n" + "\n".join(rows) + "\n"


WRONG = {
    "a column of falls": (
        table("| Xã | Số đơn vị hiện có | Số đơn vị sau sắp xếp | Số giảm |", "| A | 8 | 3 | 5 |",
              "| B | 11 | 4 | 7 |", "| C | 10 | 4 | 5 |", "| D | 9 | 4 | 5 |", "| E | 7 | 4 | 3 |",
              "| G | 7 | 2 | 5 |", "| H | 12 | 4 | 8 |"),
        [("A112", "5", "6")],
    ),
    "one column": (
        table("| Xã | Số hộ |", "| A | 12 |", "| B | 15 |", "| Tổng cộng | 28 |"),
        [("A111", "28", "27")],
    ),
    "total first": (
        table("| Xã | Hộ | Người |", "| Toàn huyện | 30 | 99 |", "| A | 10 | 40 |",
              "| B | 20 | 60 |"),
        [("A111", "99", "100")],
    ),
    "numbered breakdown": (
        table("| TT | Nội dung | 2023 | 2024 | 2025 |", "| I | Thu | 30 | 35 | 41 |",
              "| 1 | Phí | 10 | 15 | 20 |", "| 2 | Phạt | 20 | 20 | 20 |"),
        [("A111", "41", "40")],
    ),
    "subtotals and a grand total": (
        table("| Xã | Hộ | Người |", "| A | 10 | 40 |", "| B | 20 | 60 |", "| Cộng | 30 | 100 |",
              "| C | 11 | 41 |", "| D | 12 | 42 |", "| Cộng | 23 | 83 |",
              "| Tổng cộng | 53 | 193 |"),
        [("A111", "193", "183")],
    ),
    "formula in a label": (
        table("| TT | Nội dung | 2023 | 2024 | 2025 |", "| I | Thu phí | 10 | 12 | 14 |",
              "| II | Thu phạt | 5 | 6 | 7 |", "| III | Chênh lệch (I-II) | 5 | 6 | 8 |"),
        [("A111", "8", "7")],
    ),
    "formula of a sum": (
        table("| Xã | Nam | Nữ | Tổng |", "| (1) | (2) | (3) | (4=2+3) |", "| A | 4 | 5 | 9 |",
              "| B | 6 | 7 | 13 |", "| C | 8 | 9 | 18 |"),
        [("A112", "18", "17")],
    ),
    "formula of a ratio": (
        table("| Xã | Kế hoạch | Thực hiện | Đạt (%) |", "| A | 1 | 2 | 3=2/1 |",
              "| X | 80 | 60 | 75,0 |", "| Y | 30 | 20 | 66,7 |", "| Z | 50 | 45 | 80,0 |"),
        [("A112", "80,0", "90%")],
    ),
    "formula in the header": (
        table("| Xã | Thu (1) | Chi (2) | Còn lại (3=1-2) |", "| A | 9 | 4 | 5 |",
              "| B | 8 | 5 | 3 |", "| C | 7 | 5 | 3 |"),
        [("A112", "3", "2")],
    ),
    "total column": (
        table("| Xã | Tổng số | Nam | Nữ |", "| A | 9 | 4 | 5 |", "| B | 13 | 6 | 7 |",
              "| C | 25 | 12 | 14 |"),
        [("A112", "25", "26")],
    ),
    "total column last, merged headers": (
        table("| Xã | Năm 2024 | | | Năm 2025 | | |", "| | Nam | Nữ | Cộng | Nam | Nữ | Cộng |",
              "| A | 1 | 2 | 3 | 4 | 5 | 9 |", "| B | 2 | 3 | 5 | 5 | 6 | 12 |"),
        [("A112", "12", "11")],
    ),
    "percentages proved by most rows": (
        table("| Xã | Kế hoạch | Thực hiện | Tỷ lệ (%) |", "| A | 80 | 60 | 75,0 |",
              "| B | 30 | 20 | 66,7 |", "| C | 50 | 45 | 90,0 |", "| D | 70 | 35 | 50,0 |",
              "| E | 40 | 30 | 57,0 |"),
        [("A112", "57,0", "75%")],
    ),
    "percentages of a short table, one a slip": (
        table("| Mục | Dự toán | Thực hiện | Tỷ lệ (%) |", "| Lương | 45.000 | 33.750 | 75,0 |",
              "| Thuốc | 28.600 | 24.310 | 85,0 |", "| Khác | 6.400 | 4.160 | 56,0 |",
              "| Tổng cộng | 80.000 | 62.220 | 77,8 |"),
        [("A112", "56,0", "65%")],
    ),
    "differences of a short table, one a slip": (
        table("| Khối | Năm 2021 | Năm 2025 | Tăng/giảm |", "| Sở | 1.245 | 1.120 | -125 |",
              "| Huyện | 1.032 | 934 | -98 |", "| Sự nghiệp | 18.450 | 16.890 | -1.650 |",
              "| Xã | 200 | 190 | -10 |"),
        [("A112", "-1.650", "-1.560")],
    ),
    "differences of a short table, one with two digits exchanged": (
        table("| Vật nuôi | Tháng 6/2022 | Tháng 6/2023 | Tăng, giảm |",
              "| Trâu | 8.412 | 8.096 | -316 |", "| Ngựa | 2.105 | 2.640 | 535 |",
              "| Dê | 12.040 | 12.559 | 915 |", "| Thỏ | 6.200 | 6.480 | 280 |"),
        [("A112", "915", "519")],
    ),
    "rounded parts miss by more than rounding": (
        table("| Nội dung | 2024 | 2025 |", "| A | 10,5 | 10,5 |", "| B | 20,4 | 20,4 |",
              "| Tổng | 30,9 | 31,5 |", above="ĐVT: tỷ đồng"),
        [("A111", "31,5", "30,9")],
    ),
    "negative figures": (
        table("| Nội dung | 2024 | 2025 |", "| A | (10) | -10 |", "| B | 4 | 4 |",
              "| Cộng | (6) | -16 |"),
        [("A111", "-16", "-6")],
    ),
    "two ways to divide a total": (
        table("| TT | Nội dung | 2022 | 2023 | 2024 | 2025 | 2026 |",
              "| I | Tổng mức vay | 31 | 22 | 18 | 25 | 26 |",
              "| 1 | Theo mục đích | 50 | 22 | 18 | 25 | 26 |",
              "| 2 | Theo nguồn | 31 | 22 | 18 | 25 | 26 |"),
        [("A113", "50", "31")],
    ),
    "a table cut over pages": (
        table("| Xã | Hộ | Người |", "| A | 10 | 40 |", "| B | 20 | 60 |")
        + "\n12\n"
        + table("| Xã | Hộ | Người |", "| C | 30 | 70 |", "| Tổng cộng | 60 | 175 |"),
        [("A111", "175", "170")],
    ),
    "shares of the row above": (
        table("| TT | Loại đất | Năm 2030 (ha) | Cơ cấu (%) |", "| | Tổng cả xã | 8.000 | 100 |",
              "| 1 | Đất nông nghiệp | 5.000 | 62,5 |", "| 1.1 | Đất lúa | 3.200 | 64 |",
              "| 1.1.1 | Lúa hai vụ | 2.400 | 75 |", "| 1.1.2 | Lúa một vụ | 800 | 52 |",
              "| 1.2 | Đất rừng | 1.100 | 22 |", "| 2 | Đất ở | 1.240 | 15,5 |"),
        [("A112", "52", "25%")],
    ),
    "a total that no word calls so": (
        table("| | 2031 | 2032 | 2033 | 2034 |", "| Số lớp học (Lớp) | 742 | 761 | 790 | 803 |",
              "| Mầm non | 210 | 223 | 240 | 244 |", "| Tiểu học | 314 | 318 | 325 | 331 |",
              "| Trung học | 218 | 220 | 252 | 228 |"),
        [("A111", "790", "817")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_add_up_is_found(name: str) -> None:
    text, expected = WRONG[name]
    assert findings(report_of(text)) == expected


RIGHT = {
    "partial breakdown": table(
        "| Nội dung | 2024 | 2025 |", "| Tổng số | 30 | 40 |", "| Trong đó: Nữ | 12 | 13 |",
        "| Dân tộc | 5 | 6 |"),
    "partial breakdown opened by a row": table(
        "| TT | Nội dung | 2024 | 2025 |", "| 1 | Chi thường xuyên | 30 | 40 |",
        "| | Trong đó: | | |", "| - | Giáo dục | 12 | 13 |", "| - | Y tế | 5 | 6 |",
        "| 2 | Chi đầu tư | 20 | 21 |", "| | Tổng cộng | 50 | 61 |"),
    "no totals": table(
        "| TT | Xã | Hộ | Người |", "| 1 | A | 10 | 40 |", "| 2 | B | 20 | 60 |",
        "| 3 | C | 29 | 99 |"),
    "mixed units": table(
        "| TT | Chỉ tiêu | ĐVT | 2024 | 2025 |", "| I | Sản xuất | tấn | 90 | 95 |",
        "| 1 | Diện tích | ha | 40 | 45 |", "| 2 | Năng suất | tạ/ha | 50 | 49 |"),
    "years as headers": table(
        "| Xã | 2023 | 2024 | 2025 |", "| A | 10 | 11 | 12 |", "| B | 20 | 21 | 22 |",
        "| Tổng cộng | 30 | 32 | 34 |"),
    "column numbers": table(
        "| TT | Xã | Hộ | Người |", "| A | B | 1 | 2 |", "| 1 | X | 10 | 40 |",
        "| 2 | Y | 20 | 60 |", "| | Cộng | 30 | 100 |"),
    "merged cells": table(
        "| TT | Nội dung | Dự toán | |", "| | | 2024 | 2025 |", "| I | Khối xã | | |",
        "| 1 | X | 10 | 40 |", "| 2 | Y | 20 | 60 |", "| Tổng cộng | | 30 | 100 |"),
    "blank cells": table(
        "| TT | Nội dung | 2024 | 2025 | 2026 |", "| I | Thu | 30 | 35 | 40 |",
        "| 1 | Phí | 10 | 15 | |", "| 2 | Phạt | 20 | 20 | 20 |", "| 3 | Khác | - | | |"),
    "averages": table(
        "| Xã | Hộ | Thu nhập |", "| A | 10 | 40 |", "| B | 20 | 60 |", "| C | 30 | 50 |",
        "| Tổng cộng | 60 | 50 |", "| Bình quân | 20 | 50 |"),
    "percentages beside counts": table(
        "| Xã | Hộ | Tỷ lệ (%) |", "| A | 10 | 33,3 |", "| B | 10 | 33,3 |", "| C | 10 | 33,3 |",
        "| Tổng cộng | 30 | 100 |"),
    "rounding": table(
        "| Nội dung | 2024 | 2025 |", "| A | 10,4 | 1.000 |", "| B | 20,4 | 2.000 |",
        "| C | 5,4 | 3.000 |", "| Tổng | 36,3 | 6.001 |", above="ĐVT: triệu đồng"),
    "partial columns": table(
        "| Xã | Tổng số | Trong đó | |", "| | | Nữ | Trẻ em |", "| A | 90 | 40 | 25 |",
        "| B | 130 | 60 | 37 |", "| C | 25 | 12 | 13 |"),
    "columns that are no parts": table(
        "| Xã | Tổng số | Đúng hạn | Kinh phí |", "| A | 90 | 88 | 250 |", "| B | 70 | 66 | 90 |",
        "| C | 25 | 25 | 30 |"),
    "a formula that was copied from another form": table(
        "| TT | Nội dung | 2024 | 2025 |", "| | TỔNG THU (I+II) | 30 | 40 |",
        "| I | Phí | 10 | 15 |", "| II | Phạt | 15 | 15 |", "| III | Khác | 5 | 10 |"),
    "percentages of nothing in the table": table(
        "| Xã | Hộ | Người | Tỷ lệ (%) |", "| A | 10 | 40 | 12,1 |", "| B | 20 | 61 | 13,2 |",
        "| C | 31 | 73 | 14,9 |", "| D | 17 | 44 | 9,8 |"),
    "one figure of a table of text": table(
        "| TT | Nội dung | Thời gian |", "| 1 | Tổng kết năm 2025 | 12/2025 |",
        "| 2 | Tổng số phải báo cáo | 20 |"),
    "an overlapping row after a full breakdown": table(
        "| Nội dung | Số lượng |", "| Tổng số | 100 |", "| Nam | 60 |", "| Nữ | 40 |",
        "| Đảng viên | 5 |"),
    "a difference without its sign": table(
        "| Xã | Năm trước | Năm nay | Chênh lệch |", "| 1 | 2 | 3 | 4=3-2 |",
        "| A | 10 | 15 | 5 |", "| B | 20 | 26 | 6 |", "| C | 9 | 4 | 5 |"),
    "totals of parts, then a subset": table(
        "| Xã | Tổng số | Chia ra | | Nữ |", "| | | Kinh | Khác | |", "| A | 9 | 4 | 5 | 3 |",
        "| B | 13 | 6 | 7 | 6 |", "| C | 26 | 12 | 14 | 9 |"),
    "a balance": table(
        "| Nội dung | Số hộ |", "| Số hộ đầu kỳ | 100 |", "| Tăng | 5 |", "| Giảm | 3 |",
        "| Cộng | 102 |"),
    "rates are compared the other way": table(
        "| Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | Đạt (%) |", "| A | B | 1 | 2 | 3=2/1 |",
        "| Trồng rừng | ha | 80 | 60 | 75,0 |", "| Nhà ở | căn | 30 | 20 | 66,7 |",
        "| Hộ nghèo | % | 2,0 | 1,8 | 111,1 |"),
    "brackets in a formula": table(
        "| Xã | Giao | Chi | Hủy | Còn lại |", "| A | 1 | 2 | 3 | 4=1-(2+3) |",
        "| Yên | 90 | 40 | 25 | 25 |", "| Phú | 80 | 60 | 15 | 5 |", "| Tân | 70 | 20 | 7 | 42 |"),
    "years of birth": table(
        "| TT | Họ tên | Năm sinh |", "| 1 | Lê Ba | 1970 |", "| 2 | Lê Tư | 1980 |",
        "| | Tổng cộng | 2 |"),
    "a subset under its whole": table(
        "| TT | Nội dung | 2024 | 2025 |", "| 1 | Dân số | 900 | 950 |", "| a | Nữ | 440 | 460 |",
        "| b | Dân tộc thiểu số | 120 | 130 |"),
    "shares of the topmost row and of the total": table(
        "| TT | Loại đất | Hiện trạng | Cơ cấu | Quy hoạch | Cơ cấu |",
        "| | TỔNG DIỆN TÍCH | 8.000 | | 8.000 | |", "| 1 | Đất nông nghiệp | 5.000 | 62,50 | 4.000 "
        "| 50,00 |", "| 1.1 | Đất lúa | 3.200 | 40,00 | 2.400 | 60,00 |",
        "| | Trong đó: lúa hai vụ | 2.400 | 30,00 | 1.600 | 40,00 |",
        "| 1.2 | Đất rừng | 1.100 | 13,75 | 900 | 22,50 |",
        "| 2 | Đất ở | 1.240 | 15,50 | 1.300 | 16,25 |"),
    "rows that add up in one year by chance": table(
        "| | 2031 | 2032 | 2033 | 2034 |", "| Số trường | 33 | 34 | 36 | 38 |",
        "| Số xã | 12 | 12 | 12 | 14 |", "| Số trạm | 21 | 22 | 22 | 23 |"),
    "rows of which one repeats the row above": table(
        "| | 2031 | 2032 | 2033 | 2034 |", "| Số giáo viên | 829 | 938 | 1.032 | 1.175 |",
        "| Công lập | 829 | 938 | 1.032 | 1.175 |", "| Ngoài công lập | - | - | - | 4 |"),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_or_open_is_silent(name: str) -> None:
    assert findings(report_of(RIGHT[name])) == []


@pytest.mark.parametrize(
    ("name", "agreements"),
    [
        ("years as headers", ["exact"] * 3),
        ("column numbers", ["exact"] * 2),
        ("merged cells", ["exact"] * 2),
        ("rounding", ["rounding", "rounding"]),
        ("a formula that was copied from another form", ["exact"] * 2),
    ],
)
def test_what_agrees_is_told(name: str, agreements: list[str]) -> None:
    report = report_of(RIGHT[name])
    assert [r.agreement for r in report.relations if r.kind == "table"] == agreements


# -- size and noise --------------------------------------------------------------------------


def test_long_and_wide_tables() -> None:
    rows = [f"| {n} | Xã {n} | {n % 97} | {n % 89} | {n % 97 + n % 89} |" for n in range(1_000)]
    sums = [sum(n % 97 for n in range(1_000)), sum(n % 89 for n in range(1_000))]
    rows.append(f"| | Tổng cộng | {sums[0]} | {sums[1]} | {sum(sums)} |")
    long = table("| TT | Xã | Nam | Nữ | Tổng số |", *rows)
    cells = "|".join(f" {n} " for n in range(500))
    subtotals = table("| Xã | Hộ |", *["| Yên | 3 |", "| Phú | 4 |", "| Cộng | 7 |"] * 300)
    wide = table("|" + "| Tổng số " * 501 + "|", f"| A |{cells}|", f"| B |{cells}|")
    report = report_of(long)
    report_of(wide)
    assert len(verdicts(report_of(subtotals))) > 290
    assert {r.verdict for r in report.relations} == {"consistent"}
    assert len(report.cells) == 3_003
    total = next(r for r in report.relations if r.rule == "table.total")
    assert len(total.operands) == 1_000
    assert len(total.expression) < 500


def test_nothing_raises_on_broken_tables() -> None:
    rng = random.Random(7)
    pieces = ["|", "|", "|", "\n", "\n|", " 12 ", "1.250", "-", "(3=1+2)", "Tổng cộng", "---", "%",
              "<table>", "<tr>", "<td colspan=2>", "</td>", "</tr>", "</table>", "**", "\\|", "A",
              "Trong đó:", "ĐVT: tỷ đồng", "I", "…", "0", "12,5%", "(12)", "\r\n", "¹"]  # fmt: skip
    for _ in range(400):
        text = "x\n\n" + "".join(rng.choices(pieces, k=rng.randint(1, 60)))
        report = report_of(text)
        ids = {q.id for q in report.quantities}
        for q in report.quantities:
            assert text[q.start : q.end] == q.text
        for t in report.tables:
            assert len({len(row) for row in t.cells}) == 1
            assert 0 <= t.header_rows <= len(t.cells)
            assert 0 <= t.start <= t.end <= len(text)
        assert {c.quantity for c in report.cells} <= ids


def test_a_row_names_its_own_unit() -> None:
    report = report_of(
        "| Chỉ tiêu | 2021 | 2022 |\n|---|---|---|\n| Sản lượng (nghìn tấn) | 41,5 | 42,5 |\n"
        "| Trong đó: lúa | 30,5 | 31,5 |\n| Tỷ lệ hộ nghèo (%) | 3,5 | 2,5 |\n"
        "| Dự phòng (3%) | 700 | 800 |\n"
    )
    assert [(str(q.value), q.unit) for q in report.quantities] == [
        ("41500", "tấn"), ("42500", "tấn"), ("30500", "tấn"), ("31500", "tấn"),
        ("3.5", "%"), ("2.5", "%"), ("700", None), ("800", None),
    ]  # fmt: skip


SIGNED = """
**Bảng 5. Số hội viên theo chi hội** *(Đơn vị tính: người)*

| TT | Chi hội | Năm 2023 | Năm 2024 | Tăng (+), giảm (-) |
|---|---|---|---|---|
| *A* | *B* | *1* | *2* | *{formula}* |
| 1 | Chi hội Một | 412 | 437 | +25 |
| 2 | Chi hội Hai | 298 | 281 | {second} |
| 3 | Chi hội Ba | 356 | 390 | +34 |
| 4 | Chi hội Bốn | 275 | 263 | -12 |
| | **Tổng cộng** | **1.341** | **1.371** | **+30** |
"""


@pytest.mark.parametrize("formula", ["3 = 2 - 1", "3=2-1", "3"])
def test_a_column_of_rises_and_falls_is_recomputed(formula: str) -> None:
    right = report_of(SIGNED.format(formula=formula, second="-17"))
    assert findings(right) == []
    assert {r.unit for r in right.quantities if r.text.startswith(("+", "-"))} == {"người"}
    assert sum(r.rule == "table.columns" for r in right.relations) == 5
    wrong = report_of(SIGNED.format(formula=formula, second="-71"))
    assert findings(wrong) == [("A112", "-71", "-17")]


def test_a_column_of_changes_without_signs_is_no_sum() -> None:
    table = SIGNED.format(formula="3", second="17").replace("-12", "12").replace("+", "")
    assert findings(report_of(table)) == []


def test_a_column_of_growth_rates_is_no_sum() -> None:
    table = SIGNED.format(formula="3=2/1", second="-5,7%")
    for amount, rate in (("+25", "+6,1%"), ("+34", "+9,6%"), ("-12", "-4,4%"), ("+30", "+2,2%")):
        table = table.replace(amount, rate)
    assert findings(report_of(table)) == []
