"""Figures in the cells of PDF tables: with calls of notes behind them, over several lines."""

from __future__ import annotations

import pytest

import extract
from pdfs import LEFT, Pdf, read, width
from test_tables_pages import c, ruled


def raised(pdf: Pdf, x: float, y: float, words: str, call: str, apart: bool = False) -> float:
    """Draw words, whether or not each letter apart, and a small raised call behind them; returns
    where that ends."""
    for part in words if apart else [words]:
        pdf.text(x, y, part)
        x += width(part, 12)
    for part in call if apart else [call]:
        pdf.text(x, y - 5, part, 7)
        x += width(part, 7)
    return x


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("figure", ["130", "5", "2.045"])
def test_a_call_behind_a_figure_in_a_cell(figure: str, apart: bool) -> None:
    pdf = Pdf().page()
    head = [c("Xã"), c("Số hộ năm 2022"), c("Số hộ năm 2023")]
    ruled(pdf, 100, [list(head), [c("Đông"), c("120"), c("")]], (60, 100, 250, 400))
    raised(pdf, 254, 136, figure, "20", apart)
    pdf.rule(LEFT, 700, LEFT + 140, 700).text(LEFT, 709, "20", 6).text(
        LEFT + 9, 713, "Theo số liệu của xã.", 10
    )
    report = extract.analyse(read(pdf))
    assert report.tables[0].cells[1] == ("Đông", "120", figure)
    assert figure.replace(".", "") in [str(q.value) for q in report.quantities]
    assert [(f.marker, bool(f.ref and f.body)) for f in report.footnotes] == [("20", True)]


@pytest.mark.parametrize("apart", [False, True])
def test_a_call_behind_a_figure_that_is_drawn_alone(apart: bool) -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "Toàn xã thực hiện kế hoạch năm")
    x = raised(pdf, LEFT + width("Toàn xã thực hiện kế hoạch năm ", 12), 100, "2023", "1", apart)
    pdf.text(x, 100, ";").text(LEFT, 120, "Còn lại 31 tổ.")
    assert read(pdf).text.split("\n")[0] == "Toàn xã thực hiện kế hoạch năm 2023¹;"


def test_smaller_figures_beside_larger_ones_are_no_calls() -> None:
    pdf = Pdf().page()
    rows = [[c("Xã"), c("Năm 2022"), c("Năm 2023")], [c("Đông"), c("120"), c("")]]
    ruled(pdf, 100, rows, (60, 100, 250, 400))
    pdf.text(254, 136, "130").text(254 + width("130 ", 12), 136, "45", 9)
    assert read(pdf).text.endswith("| Đông | 120 | 130 45 |\n")


def test_a_call_behind_a_figure_in_a_table_without_lines() -> None:
    pdf = Pdf().page()
    pdf.text(85, 100, "Xã").text(300, 100, "Năm 2022").text(420, 100, "Năm 2023")
    for n, (name, old, new) in enumerate(
        [("Đông", "120", "135"), ("Đoài", "80", "90"), ("Nam", "35", "30")]
    ):
        y = 120 + 20 * n
        pdf.text(85, y, name).text(357.6 - width(old, 12), y, old)
        raised(pdf, 477.6 - width(new, 12), y, new, "4" if n == 1 else "")
    (table,) = extract.analyse(read(pdf)).tables
    assert [row[2] for row in table.cells] == ["Năm 2023", "135", "90", "30"]


def narrow(*rows: tuple[tuple[str, ...], ...], room: float = 10) -> tuple[tuple[str, ...], ...]:
    """The rows of a table whose last columns have room for so many letters (5.4 points wide)."""
    edge = 8 + 5.4 * room
    x = (60, 92, 250, int(250 + edge), int(250 + 2 * edge))
    pdf = Pdf().page()
    pdf.text(60, 80, "Bảng 1. Thu, chi (đơn vị: đồng)")
    ruled(pdf, 100, [list(row) for row in rows], x)
    (table,) = extract.analyse(read(pdf)).tables
    return table.cells


HEADS = (c("TT"), c("Nội dung"), c("Dự toán"), c("Thực hiện"))


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("152.400.35", "0.000"), "152.400.350.000"),
        (("17.400.000.", "000"), "17.400.000.000"),
        (("17.400.000", ".000"), "17.400.000.000"),
        (("-7.400.000", ".000"), "-7.400.000.000"),
        (("1.152.400.3", "50.000.120,", "5"), "1.152.400.350.000.120,5"),
    ],
)
def test_a_figure_cut_by_the_edge_of_its_cell(lines: tuple[str, ...], whole: str) -> None:
    rows = narrow(HEADS, (c("1"), c("Chi đầu tư"), lines, c("2.500.000")))
    assert rows[1] == ("1", "Chi đầu tư", whole, "2.500.000")


@pytest.mark.parametrize(
    "lines",
    [
        ("152.400", "350.000"),  # each a figure
        ("105,1", "98,7"),
        ("2022", "2023"),
        ("152.40", "0.350"),  # the first has room for more
        ("12.", "1.250"),
    ],
)
def test_figures_one_under_the_other_stay_apart(lines: tuple[str, ...]) -> None:
    rows = narrow(HEADS, (c("1"), c("Chi đầu tư"), lines, c("2.500.000")))
    assert rows[1][2] == " ".join(lines)


def test_a_figure_whose_next_digit_had_room_but_not_the_point_behind_it() -> None:
    row = (c("1"), c("Chi"), ("52.400.35", "0.000"), c("2.500"))
    assert narrow(HEADS, row, room=10.4)[1][2] == "52.400.350.000"


def test_full_lines_that_are_figures_alone_stay_apart() -> None:
    rows = narrow(HEADS, (c("1"), c("Chi"), c("105,1", "98"), c("2.100", "98")), room=5)
    assert rows[1][2:] == ("105,1 98", "2.100 98")


def test_words_and_numbers_of_rows_cut_by_the_edge_of_a_cell() -> None:
    heads = (c("T", "T"), c("Nội dung"), c("thườ", "ng"), c("thư", "ờng"), c("Đông", "Đoài"))
    x = (60, 74, 250, 280, 304, 334)
    pdf = Pdf().page()
    ruled(
        pdf,
        100,
        [list(heads), [c("1", "2."), c("do", "anh"), c("120", "130"), c("15"), c("1", "2")]],
        x,
    )
    (table,) = extract.analyse(read(pdf)).tables
    assert table.cells[0] == ("TT", "Nội dung", "thường", "thường", "Đông Đoài")
    assert table.cells[1] == ("12.", "do anh", "120 130", "15", "1 2")


@pytest.mark.parametrize("calls", [True, False])
def test_plain_note_numbers_that_cells_call(calls: bool) -> None:
    """LibreOffice does not raise the numbers at the foot: that they are called proves them."""
    pdf = Pdf().page()
    pdf.text(LEFT, 80, "Kết quả của các xã như sau:")
    rows = [[c("Xã"), c("Năm 2022"), c("Năm 2023")], [c("Đông"), c("120"), c("")]]
    ruled(pdf, 100, rows, (60, 100, 250, 400))
    pdf.text(254, 136, "130")
    if calls:
        pdf.text(254 + width("130", 12), 131, "1", 7)
    pdf.rule(LEFT, 700, LEFT + 140, 700).text(LEFT, 713, "1 Theo số liệu của xã.", 10)
    found = extract.analyse(read(pdf)).footnotes
    assert [(f.marker, bool(f.ref and f.body)) for f in found] == [("1", True)] * calls
