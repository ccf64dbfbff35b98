"""Tables of PDF pages: headers and formulas over lines, pages, captions that tell the unit."""

from __future__ import annotations

import pytest

from extract.model import Report
from extract.pipeline import analyse
from pdfs import Pdf, read

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
