"""Ruled tables that go on over the pages of a PDF: rows of words, cut rows, single rows."""

from __future__ import annotations

import pytest

from extract.model import Table
from extract.pipeline import analyse
from pdfs import LEFT, Pdf, read
from test_tables_pages import Lines, c, ruled

X = (60, 90, 250, 340, 430, 520)
HEAD: list[Lines | None] = [c("TT"), c("Nội dung"), c("Chủ trì"), c("Phối hợp"), c("Thời gian")]


def task(number: str, *words: str, who: str = "Sở Nội vụ") -> list[Lines | None]:
    return [c(number), c(*words), c(who), c("Các xã,", "phường"), c("Quý II")]


def group(number: str, name: str) -> list[Lines | None]:
    return [c(number), c(name), c(""), c(""), c("")]


def rest(*words: str, last: Lines = ("",)) -> list[Lines | None]:
    return [c(""), c(*words), c(""), last, c("")]


def tables(*parts: list[list[Lines | None]], shift: int = 0) -> tuple[Table, ...]:
    """The tables of pages with a part each, the first under text, later ones moved by `shift`."""
    pdf = Pdf()
    for n, rows in enumerate(parts):
        pdf.page()
        if n == 0:
            pdf.text(LEFT, 80, "Biểu 1. Nhiệm vụ")
        ruled(pdf, 100, rows, tuple(x + (shift if n else 0) for x in X))
    return analyse(read(pdf)).tables


FIRST = [HEAD, group("I", "Sở Y tế"), task("1", "Rà soát mạng lưới"), task("2", "Lập đề án")]


@pytest.mark.parametrize("again", [[], [HEAD]])
@pytest.mark.parametrize(
    "second",
    [
        [group("II", "Sở Tư pháp"), task("3", "Kiểm tra công tác")],
        [task("3", "Kiểm tra công tác"), task("4", "Sơ kết")],
        [group("", "Khối huyện"), task("1", "Kiểm tra công tác")],
    ],
)
def test_rows_of_words(again: list[list[Lines | None]], second: list[list[Lines | None]]) -> None:
    (table,) = tables(FIRST, again + second)
    assert table.header_rows == 1 and len(table.cells) == len(FIRST) + len(second)
    assert table.caption == "Biểu 1. Nhiệm vụ"


def test_pages_with_other_margins() -> None:
    (table,) = tables(FIRST, [task("3", "Kiểm tra"), task("4", "Sơ kết")], shift=-20)
    assert len(table.cells) == 6


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        (("Rà soát mạng lưới các trường",), ("Mầm non trong năm",), True),
        (("Rà soát quy hoạch năm 2024,",), ("2025, giao 24 biên chế",), True),
        (("Rà soát quy hoạch năm 2024.",), ("2025, giao 24 biên chế",), False),
        (("Rà soát quy hoạch của năm",), ("2025, giao 24 biên chế",), True),
        (("Giao biên chế, giao 32 biên",), ("chế",), True),
        (("Rà soát",), ("Mầm non trong năm",), False),  # there was room behind it
    ],
)
@pytest.mark.parametrize("again", [[], [HEAD]])
def test_a_row_that_the_page_cuts(
    above: Lines, below: Lines, one: bool, again: list[list[Lines | None]]
) -> None:
    parts = [*FIRST, task("3", *above)], [*again, rest(*below), task("4", "Sơ kết")]
    (table,) = tables(*parts)
    assert len(table.cells) == 7 - one
    assert (table.cells[4][1] == " ".join((*above, *below))) == one


def test_all_cells_of_a_row_that_the_page_cuts() -> None:
    head, first = [c("Nội dung"), c("Chủ trì")], [c("Rà soát"), c("Sở Y tế,")]
    pdf = Pdf().page()
    ruled(pdf, 700, [head, first], (60, 250, 400))
    pdf.page()
    ruled(pdf, 60, [[c("mạng lưới"), c("các xã")], [c("Sơ kết"), c("Sở Y tế")]], (60, 250, 400))
    print(read(pdf).text)
    (table,) = analyse(read(pdf)).tables
    assert table.cells[1] == ("Rà soát mạng lưới", "Sở Y tế, các xã")


def test_a_header_that_begins_alike_is_another_table() -> None:
    other = [c("TT"), c("Tên xã"), c("Chủ tịch"), c("Bí thư"), c("Ghi chú")]
    assert len(tables(FIRST, [other, task("3", "Kiểm tra")])) == 2


@pytest.mark.parametrize("bold", [True, False])
def test_a_bold_header_is_another_table(bold: bool) -> None:
    pdf, x = Pdf(), (60, 250, 400)
    for page in range(2):
        font = "Mono-Bold" if bold or not page else "Mono"
        pdf.page()
        ruled(pdf, 100, [[c(""), c("")], [c("Sơ kết"), c("Sở Y tế")]], x)
        for n, words in enumerate(("Nội dung", "Chủ trì") if page else ("Việc", "Cơ quan")):
            pdf.text(x[n] + 4, 114, words, 9, font)
    assert len(analyse(read(pdf)).tables) == 1 + bold


def test_a_table_under_its_own_caption_is_another() -> None:
    pdf = Pdf()
    for n in range(2):
        pdf.page().text(LEFT, 80, f"Biểu {n + 1}. Nhiệm vụ")
        ruled(pdf, 100, FIRST if not n else [task("3", "Kiểm tra"), task("4", "Sơ kết")], X)
    assert len(analyse(read(pdf)).tables) == 2


@pytest.mark.parametrize("again", [[], [HEAD]])
def test_a_header_alone_at_the_foot_of_a_page(again: list[list[Lines | None]]) -> None:
    (table,) = tables([HEAD], [*again, *FIRST[1:]])
    assert table.header_rows == 1 and table.cells[0][1] == "Nội dung" and len(table.cells) == 4
    assert table.caption == "Biểu 1. Nhiệm vụ"


def test_the_last_row_alone_at_the_head_of_a_page() -> None:
    (table,) = tables(FIRST, [task("3", "Kiểm tra")])
    assert table.cells[-1][:2] == ("3", "Kiểm tra") and len(table.cells) == 5


COUNTED = [
    [c("TT"), c("Tên xã"), c("Số hộ"), c("Số tổ"), c("Ghi chú")],
    [c("1"), c("Xã Nà Ban"), c("140"), c("12"), c("")],
    [c("2"), c("Xã Pa Khôm"), c("160"), c("15"), c("")],
]


def counted(rows: list[list[Lines | None]], x: tuple[int, ...]) -> tuple[Table, ...]:
    """The tables of a page with all columns and one with these."""
    pdf = Pdf().page()
    ruled(pdf, 100, COUNTED, X)
    pdf.page()
    ruled(pdf, 100, rows, x)
    return analyse(read(pdf)).tables


@pytest.mark.parametrize("more", [[], [c("Bình quân"), c("150"), c("13,5"), c("")]])
def test_rows_of_totals_with_merged_cells_at_the_head_of_a_page(more: list[Lines | None]) -> None:
    total = [c("Tổng cộng"), c("300"), c("27"), c("")]
    (table,) = counted([total, more] if more else [total], (60, 250, 340, 430, 520))
    assert table.cells[3] == ("Tổng cộng", "", "300", "27", "")
    assert len(table.cells) == 4 + bool(more)


@pytest.mark.parametrize(
    ("row", "x"),
    [
        ([c("Người lập"), c("Kế toán"), c("Chủ tịch"), c("")], (60, 250, 340, 430, 520)),
        ([c("Tổng cộng"), c("300"), c("27"), c("")], (60, 230, 340, 430, 520)),
        ([c("Tổng cộng"), c("300"), c("27"), c("")], (60, 250, 340, 430, 500)),
    ],
)
def test_other_boxes_at_the_head_of_a_page_are_text(
    row: list[Lines | None], x: tuple[int, ...]
) -> None:
    (table,) = counted([row], x)
    assert len(table.cells) == 3


def test_rows_of_boxes_that_no_table_goes_on_from_are_text() -> None:
    pdf = Pdf().page()
    ruled(pdf, 100, [HEAD], X)
    pdf.text(LEFT, 200, "Nội dung nêu trên giao các sở.").page()
    ruled(pdf, 100, FIRST, X)
    print(read(pdf).text)
    (table,) = analyse(read(pdf)).tables
    assert len(table.cells) == 4 and "TT Nội dung Chủ trì" in read(pdf).text


def test_a_row_of_other_boxes_at_the_foot_of_a_page_is_text() -> None:
    pdf = Pdf().page()
    ruled(pdf, 700, [[c("Nơi nhận"), c("Ký tên")]], (60, 200, 520))
    pdf.page()
    ruled(pdf, 100, FIRST, X)
    print(read(pdf).text)
    (table,) = analyse(read(pdf)).tables
    assert len(table.cells) == 4


@pytest.mark.parametrize("again", [True, False])
def test_a_header_of_two_rows_alone_at_the_foot_of_a_page(again: bool) -> None:
    head: list[list[Lines | None]] = [
        [c("TT"), c("Tên xã"), c("Năm 2021"), c("Năm 2024"), c("Tăng")],
        [None, None, c("Kế hoạch"), c("Thực hiện"), c("(%)")],
    ]
    rows = [[c(str(n)), c(f"Xã {n}"), c("20"), c("30"), c("50")] for n in range(1, 4)]
    (table,) = tables(head, head * again + rows)
    assert [row[0] for row in table.cells] == ["TT", "", "1", "2", "3"]


def test_a_merged_cell_that_a_page_cuts_without_a_line() -> None:
    """Printed from a browser: the merged cell, cut by the page's end, has no line below it, and
    each line down the page is drawn anew in every row."""
    x = (60, 200, 330, 410, 500)
    head = ("Xã", "Thôn", "Số hộ", "Hộ nghèo")
    rows = [head, ("Tân", "Đông", "31", "4"), ("", "Đoài", "42", "6"), ("", "Nam", "19", "2")]
    pdf = Pdf().page()
    for n, row in enumerate(rows):
        y = 100 + 22 * n
        for left, words in zip(x, row, strict=False):
            pdf.text(left + 4, y + 15, words)
        for left in x:
            pdf.rule(left, y, left, y + 22)
        pdf.rule(x[n > 1], y, x[-1], y)
    pdf.rule(x[1], y + 22, x[-1], y + 22)
    pdf.page()
    ruled(pdf, 100, [[c(words) for words in head], [c(""), c("Bắc"), c("11"), c("1")]], x)
    (table,) = analyse(read(pdf)).tables
    assert table.cells == (*rows, ("", "Bắc", "11", "1"))
