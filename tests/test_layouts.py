"""Layouts in which a document's text stands beside other marks: nothing of it may be lost.

The document is invented; each layout writes it anew and must give the same sections and figures.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

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


def test_rows_with_figures_between_two_borders_are_rows() -> None:
    text = """
+-----+------------+--------+
| STT | Nội dung   | Số lượt|
+-----+------------+--------+
| 1   | Khám bệnh  | 145    |
| 2   | Tiêm chủng | 12     |
|     | trẻ em     |        |
| 3   | Tư vấn     | -      |
+-----+------------+--------+
|     | Tổng cộng  | 157    |
+-----+------------+--------+
"""
    report = analyse(read_text(text, "a.md"))
    assert report.tables[0].cells[1:] == (
        ("1", "Khám bệnh", "145"),
        ("2", "Tiêm chủng trẻ em", "12"),
        ("3", "Tư vấn", "-"),
        ("", "Tổng cộng", "157"),
    )
    assert [r.expression for r in report.relations] == ["145 + 12 = 157"]


def test_bullets_below_a_table_are_no_rows() -> None:
    text = "| Xã | Số hộ |\n|---|---|\n| Tân An | 120 |\n+ Xã Tân Bình còn 15 hộ nghèo.\n"
    report = analyse(read_text(text, "a.md"))
    assert len(report.tables[0].cells) == 2
    assert [(q.text, q.unit) for q in report.quantities] == [("120", "hộ"), ("15", "hộ")]


def test_a_line_of_signs_is_no_frame() -> None:
    report = analyse(read_text("Kết quả:\n\n++ Tăng 15 hộ.\n\na < b > c có 7 xã.", "a.md"))
    assert [q.text for q in report.quantities] == ["15", "7"]


def figures(text: str) -> list[tuple[str, str | None, str | None]]:
    found = analyse(read_text(text, "a.md")).quantities
    return [(q.text, q.unit, q.bound or q.direction) for q in found]


def test_figures_between_dollar_signs() -> None:
    text = r"Xã có $36$ hộ, giảm $1{,}5\%$; diện tích $\approx 15$ ha."
    assert figures(text) == [
        ("36", "hộ", None),
        (r"1{,}5\%", "%", "decrease"),
        ("15", "ha", "about"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"Nước nóng $25^\circ$C, khí $26^{\circ}C$, lò 27$^\circ$C.", "25 °C, 26 °C, 27 °C"),
        (r"Đất $\mathbf{1.250}$ $\mathrm{m}^2$, vườn 45 $\text{km}^{2}$.", "1.250 m2, 45 km2"),
        ("Đất 120 m^2, rừng 45 km^2^, hồ 3 m^3.", "120 m2, 45 km2, 3 m3"),
        (r"Đạt $\frac{12}{40} = 30\%$ hộ, sai $\pm 5$ hộ.", "12}{40 None, 30\\% %, 5 hộ"),
    ],
)
def test_units_and_fractions_as_tex_writes_them(text: str, found: str) -> None:
    assert ", ".join(f"{text} {unit}" for text, unit, _ in figures(text)) == found


@pytest.mark.parametrize("text", ["Giá từ $5 đến $7 mỗi tấn.", "Ký quỹ $5, $7 và $9."])
def test_dollar_signs_that_are_money(text: str) -> None:
    assert "$" in analyse(read_text(text, "a.md")).document.view


def test_figures_whose_space_was_lost() -> None:
    assert figures("So với năm trước giảm79 người, còn08 xã.") == [
        ("79", "người", "decrease"),
        ("08", "xã", None),
    ]
    assert figures("Biểu mẫu B2 của phòng Q5, hiệu quả1 rõ rệt.") == []


VALUES = "Số trường của huyện:\n\n{}\n\n- Trường công lập:\n\n{}\n\n- Trường tư thục:\n\n{}\n"


def test_numbers_that_stand_alone_below_what_they_tell() -> None:
    report = analyse(read_text(VALUES.format(55, 28, 27), "a.md"))
    assert [q.text for q in report.quantities] == ["55", "28", "27"]


def test_a_page_number_below_a_colon_is_none() -> None:
    text = "Kết quả như sau:\n\n2\n\n1. Trồng 15 ha rừng.\n"
    assert [q.text for q in analyse(read_text(text, "a.md")).quantities] == ["15"]


PAGES = "\n".join(
    f"Đoạn {'abcdefgh'[n]} của báo cáo nói về việc trồng rừng và chăm sóc {n + 31} ha thông ở các"
    f"\n\n{{}}\n\nxã vùng cao trong năm, đều đạt.\n\nCác xã đã làm.\n\nHuyện đã kiểm tra.\n"
    for n in range(4)
)


@pytest.mark.parametrize(
    "foot",
    [
        "Báo cáo trồng rừng năm 2031 | {}",
        "{} | Báo cáo trồng rừng",
        "===== PAGE {} =====",
        "[Page {}]",
        "https://xa.example.vn/bao-cao?id=7 {}/4",
        "Thời gian ký: 0{}/04/2031 08:15:00 +07:00",
    ],
)
def test_what_page_breaks_leave_is_no_text(foot: str) -> None:
    text = PAGES.format(*(foot.format(n) for n in range(1, 5)))
    report = analyse(read_text(text, "a.txt"))
    assert [q.text for q in report.quantities] == ["31", "32", "33", "34"]
    assert not report.dates
    assert "ở các xã vùng cao" in report.document.view


def test_lines_of_one_wording_close_together_are_text() -> None:
    text = "Kết quả:\n\n" + "".join(f"Số hộ nghèo còn lại | {n}\n\n" for n in range(4, 8))
    assert len(figures(text)) == 4


def test_items_that_a_converter_has_set_in_a_list() -> None:
    text = (
        "## I. KẾT QUẢ\n\n- 1. Trồng 15 ha rừng.\n- 2. Nuôi:\n- a) Bò 40 con.\n- b) Lợn 90 con.\n"
    )
    report = analyse(read_text(text, "a.md"))
    assert [s.label for s in report.sections] == ["I", "1", "2", "a", "b"]
    assert [q.text for q in report.quantities] == ["15", "40", "90"]


def test_bullets_before_figures_stay_bullets() -> None:
    report = analyse(read_text("I. KẾT QUẢ\n\n- 15 ha rừng.\n- 2.5 tấn lúa.\n- (15) bò.\n", "a.md"))
    assert [s.label for s in report.sections] == ["I"]
    assert [q.text for q in report.quantities] == ["15", "2.5"]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_a_document_quoted_as_a_whole_keeps_its_sections(marks: str) -> None:
    report = analyse(read_text(marks.format(DOCUMENT.strip()), "a.txt"))
    assert [s.label for s in report.sections] == ["I", "1", "2", "II", "1"]


def test_articles_quoted_in_an_act_are_not_its_own() -> None:
    text = 'Điều 1. Sửa đổi như sau:\n\n"Điều 9. Phí\n\nPhí là 5 đồng."\n\nĐiều 2. Thi hành.\n'
    assert [s.label for s in analyse(read_text(text, "a.txt")).sections] == ["1", "2"]


@pytest.mark.parametrize("written", ["\\n", "\\r\\n"])
def test_breaks_that_are_written_out(written: str) -> None:
    plain = analyse(read_text(DOCUMENT, "a.txt"))
    report = analyse(read_text(DOCUMENT.replace("\n", written), "a.txt"))
    assert told(report) == told(plain)


def test_a_path_that_holds_such_signs_breaks_no_line() -> None:
    text = "Tệp C:\\nam\\nghe gồm 5 mục.\n\nXã có 7 thôn.\n"
    assert read_text(text, "a.txt").view.count("\n") == 1
