"""Tables of PDF pages: headers and formulas over lines, pages, captions that tell the unit."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from extract.readers.pages import tables as page_tables
from extract.readers.pages.range import PageRange
from growth import side_by_side
from pdfs import FILLER, LEFT, Pdf, read, width

Lines = tuple[str, ...]
X = (60, 100, 250, 330, 410, 520)


def ruled(pdf: Pdf, top: float, rows: list[list[Lines | None]], x: tuple[int, ...] = X) -> float:
    """Draw a table with lines round its cells, each a few lines of text; a cell that is None goes
    on with the one above it. Returns where the table ends."""
    y = top
    edges = [top]
    for row in rows:
        y += 8 + 14 * max(len(cell) for cell in row if cell is not None)
        edges.append(y)
    for left in x:
        pdf.rule(left, top, left, y)
    for n, edge in enumerate(edges):
        below = rows[n] if n < len(rows) else None
        for k in range(len(x) - 1):
            if below is None or below[k] is not None:
                pdf.rule(x[k], edge, x[k + 1], edge)
    for row, edge in zip(rows, edges, strict=False):
        for left, cell in zip(x, row, strict=False):
            for k, line in enumerate(cell or ()):
                pdf.text(left + 4, edge + 14 * (k + 1), line, 9)
    return y


def c(*lines: str) -> Lines:
    return lines


HEAD: list[Lines | None] = [
    c("STT"), c("Nội dung"), c("Dự toán", "năm 2025"), c("Ước thực", "hiện"), c("So sánh", "(%)"),
]  # fmt: skip
NUMBERS: list[Lines | None] = [c("A"), c("B"), c("1"), c("2"), c("3=2/", "1*100")]


def body(*rows: tuple[str, ...]) -> list[list[Lines | None]]:
    return [[c(text) for text in row] for row in rows]


ROWS = (
    ("1", "Thu nội địa", "10.500", "11.025", "105,0"),
    ("2", "Thu xuất khẩu", "500", "600", "120,0"),
    ("3", "Tiền sử dụng đất", "2.000", "1.500", "75,0"),
    ("4", "Lệ phí trước bạ", "300", "330", "110,0"),
)


def codes(report: Report) -> list[tuple[str, str]]:
    return [(f.code, f.args["stated"]) for f in report.findings if f.code.startswith("A11")]


@pytest.mark.parametrize("formula", [("3=2/", "1*100"), ("(3)=(2)/", "(1)x100%"), ("3=2/1", "(%)")])
def test_a_formula_over_two_lines(formula: Lines) -> None:
    numbers = [*NUMBERS[:4], formula]
    pdf = Pdf().page()
    pdf.text(60, 60, "Biểu số 01. Thu ngân sách", 12)
    pdf.text(400, 78, "ĐVT: triệu đồng", 12)
    ruled(
        pdf, 90, [HEAD, numbers, *body(*ROWS[:3], ("4", "Lệ phí trước bạ", "300", "330", "101,0"))]
    )
    report = analyse(read(pdf))
    assert report.tables[0].header_rows == 2
    assert report.tables[0].cells[0][2:] == ("Dự toán năm 2025", "Ước thực hiện", "So sánh (%)")
    assert codes(report) == [("A112", "101,0")]
    assert {q.unit for q in report.quantities if q.text == "11.025"} == {"đồng"}


def test_a_difference_over_two_lines() -> None:
    head = [*HEAD[:4], c("Chênh lệch")]
    numbers = [*NUMBERS[:4], c("(3)=(2)-", "(1)")]
    rows = body(
        ("1", "Thu nội địa", "10.500", "11.025", "525"),
        ("2", "Thu xuất khẩu", "500", "600", "100"),
        ("3", "Lệ phí trước bạ", "300", "330", "40"),
    )
    pdf = Pdf().page()
    ruled(pdf, 90, [head, numbers, *rows])
    assert codes(analyse(read(pdf))) == [("A112", "40")]


def test_a_table_over_two_pages_repeats_its_header() -> None:
    pdf = Pdf().page()
    pdf.text(60, 60, "Biểu số 01. Thu ngân sách (ĐVT: triệu đồng)", 12)
    ruled(pdf, 640, [HEAD, NUMBERS, *body(*ROWS[:2])])
    pdf.page()
    rest = body(*ROWS[2:], ("", "Tổng cộng", "13.300", "13.465", "101,2"))
    ruled(pdf, 60, [HEAD, NUMBERS, *rest])
    report = analyse(read(pdf))
    assert {cell.name for cell in report.cells} == {"“Biểu số 01”"}
    assert codes(report) == [("A111", "13.465")]
    assert {q.unit for q in report.quantities if q.text == "1.500"} == {"đồng"}


def test_a_table_over_two_pages_without_its_header() -> None:
    pdf = Pdf().page()
    pdf.text(60, 60, "Biểu số 01. Thu ngân sách", 12)
    ruled(pdf, 640, [HEAD, *body(*ROWS[:2])])
    pdf.page()
    ruled(pdf, 60, body(*ROWS[2:], ("", "Tổng cộng", "13.300", "13.465", "101,2")))
    assert ("A111", "13.465") in codes(analyse(read(pdf)))


def test_a_row_cut_by_a_page_break() -> None:
    pdf = Pdf().page()
    pdf.text(60, 60, "Biểu số 01. Thu ngân sách", 12)
    first = [c("2"), c("Thu từ hoạt động xuất"), c("500"), c("600"), c("120,0")]
    ruled(pdf, 640, [HEAD, *body(ROWS[0]), first])
    pdf.page()
    going = [c(""), c("khẩu, nhập khẩu"), c(""), c(""), c("")]
    rest = body(*ROWS[2:], ("", "Tổng cộng", "13.300", "13.465", "101,2"))
    ruled(pdf, 60, [going, *rest])
    report = analyse(read(pdf))
    assert ("A111", "13.465") in codes(report)
    assert "Thu từ hoạt động xuất khẩu, nhập khẩu" in {cell.row_label for cell in report.cells}


EDGES = (370, 450, 530)
YEARS = ("Chỉ tiêu", "Năm 2023", "Năm 2024", "Năm 2025")
FIGURES = (
    ("Thu nội địa", "9.800", "10.500", "11.025"),
    ("Thu xuất khẩu", "480", "500", "600"),
    ("Tiền sử dụng đất", "1.900", "2.000", "1.500"),
    ("Lệ phí trước bạ", "280", "300", "330"),
    ("Thuế bảo vệ môi trường", "90", "110", "120"),
    ("Thu khác", "40", "50", "60"),
)
TOTAL = ("Tổng cộng", "12.590", "13.460", "13.{}")


def aligned(pdf: Pdf, y: float, *rows: tuple[str, ...], shift: float = 0) -> float:
    """Draw rows without lines, figures right-aligned; returns where the next would stand."""
    for label, *figures in rows:
        pdf.text(60, y, label, 10)
        for figure, edge in zip(figures, EDGES, strict=False):
            pdf.text(edge + shift - width(figure, 10), y, figure, 10)
        y += 14
    return y


def pages(*parts: tuple[tuple[str, ...], ...], again: int = 0) -> Pdf:
    """A page for each part of a table, the first under its caption, all with a page number;
    `again`: so many rows of the first part are on each page."""
    pdf = Pdf()
    for n, part in enumerate(parts):
        pdf.page().text(290, 40, str(n + 1), 10)
        if n == 0:
            pdf.paragraph(80, FILLER)
            pdf.text(60, 130, "Biểu số 01. Thu ngân sách (ĐVT: triệu đồng)", 10)
        rows = part if n == 0 else (*parts[0][:again], *part)
        aligned(pdf, (790 - 14 * len(rows)) if n == 0 else 80, *rows)
    return pdf


def total(last: str) -> tuple[str, ...]:
    return (*TOTAL[:-1], TOTAL[-1].format(last))


@pytest.mark.parametrize("again", [0, 1])
@pytest.mark.parametrize("cuts", [(4,), (2,), (5,), (1,), (3, 5), (2, 4, 6)])
def test_a_table_without_lines_over_pages(cuts: tuple[int, ...], again: int) -> None:
    body = (*FIGURES, total("735"))
    bounds = (0, *cuts, len(body))
    parts = [body[a:b] for a, b in pairwise(bounds)]
    if again and cuts == (5,):
        parts[1:] = [body[5:]]
    pdf = pages((YEARS, *parts[0]), *parts[1:], again=again)
    pdf.paragraph(400, FILLER)
    report = analyse(read(pdf))
    (table,) = report.tables
    assert table.cells == (YEARS, *body) and table.page == 1
    assert codes(report) == [("A111", "13.735")]
    assert report.document.text.count(FILLER) == 2
    boxes = report.document.places
    (q,) = [q for q in report.quantities if q.text == "12.590"]
    assert boxes is not None and boxes.boxes(q.start, q.end)[0].page == len(parts)


def test_a_label_cut_by_a_page_break_in_a_table_without_lines() -> None:
    going = ("và bến bãi",)
    report = analyse(read(pages((YEARS, *FIGURES[:4]), (going, *FIGURES[4:], total("635")))))
    (table,) = report.tables
    assert table.cells[4][0] == "Lệ phí trước bạ và bến bãi"
    assert len(table.cells) == 8 and codes(report) == []


def test_rows_of_other_columns_are_another_table() -> None:
    pdf = pages((YEARS, *FIGURES[:4]))
    pdf.page().text(290, 40, "2", 10)
    aligned(pdf, 80, *FIGURES[4:], shift=-20)
    (table,) = analyse(read(pdf)).tables
    assert len(table.cells) == 5


@pytest.mark.parametrize("years", [("Năm 2020", "Năm 2021", "Năm 2022"), ("2020", "2021", "2022")])
def test_another_table_without_lines_on_the_next_page(years: tuple[str, ...]) -> None:
    pdf = pages((YEARS, *FIGURES[:4]), (("Chỉ tiêu", *years), *FIGURES[:3]))
    first, *rest = analyse(read(pdf)).tables
    assert first.cells == (YEARS, *FIGURES[:4])
    assert [table.cells[0][1:] for table in rest] == [years] * ("Năm 2020" in years)


def test_one_page_of_a_table_without_lines() -> None:
    pdf = pages((YEARS, *FIGURES[:4]), FIGURES[4:])
    document = read_bytes(pdf.build(), "t.pdf", pages=PageRange.parse("1"))
    assert "Lệ phí" in document.text and "Thu khác" not in document.text
    document = read_bytes(pdf.build(), "t.pdf", pages=PageRange.parse("2"))
    assert "Lệ phí" not in document.text and "Thu khác" in document.text


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Biểu số 01. Thu ngân sách (Đơn vị tính: triệu đồng)", ""),
        ("Biểu số 01. Thu ngân sách - ĐVT: triệu đồng", ""),
        ("Biểu số 01. Thu ngân sách", "Đơn vị tính: Triệu đồng"),
        ("Biểu số 01. Thu ngân sách", "(Đơn vị: triệu đồng)"),
        ("Biểu số 01. Thu ngân sách", "ĐVT : Triệu đồng"),
    ],
)
def test_the_unit_over_the_table(title: str, unit: str) -> None:
    pdf = Pdf().page()
    pdf.text(60, 60, title, 11)
    if unit:
        pdf.text(380, 78, unit, 11)
    ruled(pdf, 90, [HEAD, *body(*ROWS)])
    report = analyse(read(pdf))
    (q,) = [q for q in report.quantities if q.text == "11.025"]
    assert (q.value, q.unit) == (11_025_000_000, "đồng")


def odd_and_even(shift: float, last: float) -> Report:
    """A table without lines on four pages; on even ones all is moved by `shift`, the last column
    by `last`."""
    pdf, n = Pdf(), 0
    for page in range(4):
        by, end = (shift, last) if page % 2 else (0.0, 0.0)
        pdf.page()
        y = 80.0
        if not page:
            y = pdf.paragraph(y, FILLER) + 10
            for at, words in ((85, "TT"), (125, "Tên xã"), (285, "Số hộ"), (385, "Số tổ")):
                pdf.text(at, y, words)
            y += 18
        for _ in range(12):
            n += 1
            hộ, tổ = str(100 + 13 * n), str(n + 3)
            pdf.text(85 + by, y, str(n))
            pdf.text(125 + by, y, f"Xã Mẫu {n}")
            pdf.text(321 + by - width(hộ, 12), y, hộ)
            pdf.text(421 + end - width(tổ, 12), y, tổ)
            y += 18
    return analyse(read(pdf))


@pytest.mark.parametrize("shift", [0, 28.3, -20])
def test_pages_with_other_margins(shift: float) -> None:
    """Only the rows of the first page were a table."""
    (table,) = odd_and_even(shift, shift).tables
    assert len(table.cells) == 49
    assert table.cells[13] == ("13", "Xã Mẫu 13", "269", "16")
    assert table.cells[48] == ("48", "Xã Mẫu 48", "724", "51")


def test_columns_that_move_apart_are_another_table() -> None:
    assert len(odd_and_even(0, 40).tables[0].cells) == 13


def test_tables_inside_cells_come_first() -> None:
    outer = [(0.0, 0.0, 700.0, 500.0), (0.0, 500.0, 700.0, 600.0)]
    small = side_by_side(3)
    assert page_tables._inner_first([outer, *small]) == [*small, outer]
    assert page_tables._inner_first([*small, outer]) == [*small, outer]
    two_rows = [cell for cell in small[0] if cell[1] < 40]
    assert page_tables._inner_first([outer, two_rows]) == [outer, two_rows]


def test_grids_that_hold_no_other_keep_their_order() -> None:
    """How the time grows with them is measured by bench/growth.py."""
    grids = side_by_side(800)
    assert page_tables._inner_first(grids) == grids


def test_a_unit_at_the_right_above_a_table_over_pages_ends_there() -> None:
    pdf = Pdf().page()
    unit = "Đơn vị tính: triệu đồng"
    pdf.paragraph(100, FILLER)
    pdf.text(525 - width(unit, 12), 600, unit)
    ruled(pdf, 620, [HEAD, *body(*ROWS[:2])])
    pdf.page()
    y = ruled(pdf, 60, body(*ROWS[2:]))
    pdf.text(LEFT, y + 30, "Trên đây là báo cáo của xã.")
    found = read(pdf)
    assert unit in found.text.split("\n")
    report = analyse(found)
    assert {q.unit for q in report.quantities} == {"đồng", "%"}
