"""PDFs made of spreadsheets: tables set very small, heads of groups, cells without room."""

from __future__ import annotations

from decimal import Decimal

import pytest

import extract
from pdfs import LEFT, Pdf, read, width


def sheet(
    pdf: Pdf, top: float, rows: list[tuple[str, ...]], x: tuple[float, ...], size: float = 9,
    merged: tuple[int, ...] = (), high: float = 0,
) -> float:  # fmt: skip
    """Draw a table as spreadsheets print it: figures at the right of their cells; the rows
    `merged` have one cell. Returns where it ends."""
    high = high or 1.6 * size
    for n, row in enumerate(rows):
        y = top + n * high
        for k, cell in enumerate(row):
            if not cell:
                continue
            figure = cell[-1].isdigit() and k > 1
            at = x[k + 1] - 0.2 * size - width(cell, size) if figure else x[k] + 0.2 * size
            pdf.text(at, y + 0.75 * high, cell, size)
        for k, left in enumerate(x):
            if n not in merged or k in (0, len(x) - 1):
                pdf.rule(left, y, left, y + high)
        pdf.rule(x[0], y, x[-1], y)
    end = top + len(rows) * high
    pdf.rule(x[0], end, x[-1], end)
    return end


HEAD = ("TT", "Xã", "Số hộ", "Số khẩu")
X = (60.0, 90.0, 250.0, 330.0, 410.0)


def test_a_table_set_very_small() -> None:
    pdf = Pdf().page()
    rows = [HEAD, *((str(n), f"Xã số {n}", f"1.{n}00", f"4.{n}00") for n in range(1, 9))]
    sheet(pdf, 100, rows, (60.0, 66.0, 100.0, 120.0, 140.0), size=2, high=3.2)
    report = extract.analyse(read(pdf))
    assert [t.cells for t in report.tables] == [tuple(rows)]


def test_double_lines_of_a_table_are_no_rows() -> None:
    pdf = Pdf().page()
    rows = [HEAD, ("1", "Đông", "120", "540"), ("2", "Đoài", "99", "410")]
    end = sheet(pdf, 100, rows, X)
    pdf.rule(X[0], end + 3.5, X[-1], end + 3.5)
    for left in X:
        pdf.rule(left, end, left, end + 3.5)
    (table,) = extract.analyse(read(pdf)).tables
    assert table.cells == tuple(rows)


def test_the_head_of_a_group_of_rows_is_no_header() -> None:
    pdf = Pdf().page()
    rows = [
        HEAD, ("A. VÙNG CAO", "", "", ""), ("1", "Đông", "120", "540"), ("2", "Đoài", "99", "410"),
        ("B. VÙNG THẤP", "", "", ""), ("3", "Nam", "210", "980"),
    ]  # fmt: skip
    sheet(pdf, 100, rows, X, merged=(1, 4))
    report = extract.analyse(read(pdf))
    (table,) = report.tables
    assert table.header_rows == 1 and table.cells == tuple(rows)
    assert [q.value for q in report.quantities] == [120, 540, 99, 410, 210, 980]


def test_a_second_row_of_a_header_stays_one() -> None:
    pdf = Pdf().page()
    rows = [("TT", "", "Năm 2024", ""), ("", "Xã", "Số hộ", "Số khẩu"), ("1", "Đông", "12", "54")]
    sheet(pdf, 100, [*rows, ("2", "Đoài", "9", "41")], X)
    (table,) = extract.analyse(read(pdf)).tables
    assert table.header_rows == 2


def test_cells_without_room_are_told() -> None:
    pdf = Pdf().page()
    sheet(pdf, 100, [HEAD, ("1", "Đông", "###", "540"), ("2", "Đoài", "#####", "410")], X)
    document = read(pdf)
    assert [w.split(";")[0] for w in document.warnings] == [
        "cells that show ### in place of a figure: 2"
    ]
    assert [q.value for q in extract.analyse(document).quantities] == [Decimal(540), Decimal(410)]


def test_signs_in_text_are_no_cells_without_room() -> None:
    assert not read(
        Pdf().page().text(LEFT, 100, "Mục ### còn để trống, toàn xã có 31 tổ.")
    ).warnings


NAMED = [("TT", "Xã", "Số hộ"), ("1", "Đông", "120"), ("2", "Đoài", "99"), ("", "Cộng", "219")]
MORE = [("Số khẩu", "Số tổ"), ("540", "5"), ("410", "7"), ("950", "12")]
WIDE = [(*a, *b) for a, b in zip(NAMED, MORE, strict=True)]
LATER = [("3", "Nam", "50"), ("4", "Bắc", "60"), ("", "Chung", "329")]
MORE_LATER = [("150", "2"), ("160", "3"), ("1.260", "17")]
X_NAMED, X_MORE, X_ONE = (60.0, 90.0, 250.0, 330.0), (60.0, 140.0, 200.0), (60.0, 140.0)


def pages(*tables: tuple[float, list[tuple[str, ...]], tuple[float, ...]]) -> Pdf:
    """A page for each table, at so many points from its top."""
    pdf = Pdf()
    for top, rows, x in tables:
        sheet(pdf.page(), top, rows, x)
    return pdf


def cells(pdf: Pdf) -> list[list[tuple[str, ...]]]:
    return [list(table.cells) for table in extract.analyse(read(pdf)).tables]


def test_columns_on_the_next_page_are_of_the_same_rows() -> None:
    pdf = pages((80, NAMED, X_NAMED), (80, MORE, X_MORE))
    assert cells(pdf) == [WIDE]
    document = read(pdf)
    (box,) = document.places.boxes(*_span(document.text, "410"))
    assert box.page == 2 and [p.number for p in document.pages] == [1, 2]


def _span(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


def test_a_single_column_on_the_next_page() -> None:
    one = [row[:1] for row in MORE]
    wide = [(*a, *b) for a, b in zip(NAMED, one, strict=True)]
    assert cells(pages((80, NAMED, X_NAMED), (80, one, X_ONE))) == [wide]


def test_columns_over_three_pages() -> None:
    pdf = pages((80, NAMED, X_NAMED), (80, MORE, X_MORE), (80, MORE, X_MORE))
    assert cells(pdf) == [[(*a, *b) for a, b in zip(WIDE, MORE, strict=True)]]


def test_a_sheet_that_goes_down_and_to_the_right() -> None:
    pdf = pages(
        (80, NAMED, X_NAMED), (40, LATER, X_NAMED), (80, MORE, X_MORE), (40, MORE_LATER, X_MORE)
    )
    wide = [(*a, *b) for a, b in zip(LATER, MORE_LATER, strict=True)]
    assert cells(pdf) == [[*WIDE, *wide]]


@pytest.mark.parametrize(
    ("top", "rows", "x"),
    [
        (95, MORE, X_MORE),  # at other heights
        (80, MORE[:3], X_MORE),  # fewer rows
        (80, [("Thôn", "Số tổ"), ("Hạ", "5"), ("Thượng", "7"), ("Cộng", "12")], X_MORE),  # names
        (80, [("TT", "Số tổ"), ("1", "5"), ("2", "7"), ("3", "12")], X_MORE),  # numbers of rows
    ],
)
def test_tables_on_the_next_page_that_are_of_their_own(
    top: float, rows: list[tuple[str, ...]], x: tuple[float, ...]
) -> None:
    assert cells(pages((80, NAMED, X_NAMED), (top, rows, x))) == [NAMED, rows]


def test_columns_that_stand_on_no_next_page() -> None:
    pdf = pages((80, NAMED, X_NAMED))
    pdf.page().text(LEFT, 100, "Toàn xã có 31 tổ tự quản.")
    sheet(pdf.page(), 80, MORE, X_MORE)
    assert cells(pdf) == [NAMED, MORE]


def test_a_column_of_boxes_is_text() -> None:
    pdf = pages((80, [("Thôn Đông",), ("Thôn Đoài",), ("Thôn Nam",)], X_ONE))
    assert not cells(pdf) and "Thôn Đoài" in read(pdf).text


def opened(pdf: Pdf, rows: list[tuple[str, ...]], x: tuple[float, ...], right: bool) -> None:
    """Draw a table whose first row has no line at one side: its cell goes on on another page."""
    end = 80 + 16 * len(rows)
    for n, row in enumerate(rows):
        pdf.rule(x[0], 80 + 16 * n, x[-1], 80 + 16 * n)
        for k, cell in enumerate(row):
            pdf.text(x[k] + 3, 92 + 16 * n, cell, 9)
    pdf.rule(x[0], end, x[-1], end)
    for k, left in enumerate(x):
        is_open = k == (len(x) - 1 if right else 0)
        pdf.rule(left, 96 if is_open else 80, left, end)


def test_a_head_that_goes_on_on_the_next_page() -> None:
    pdf = Pdf().page()
    opened(pdf, [("Xã", "Thực hiện năm 2024"), *(row[1:] for row in NAMED[1:])], X_NAMED[:3], True)
    (table,) = cells(pdf)
    assert table == [("Xã", "Thực hiện năm 2024"), *(row[1:] for row in NAMED[1:])]
    pdf = Pdf().page()
    opened(pdf, [("Xã", "Số hộ"), *(row[1:] for row in NAMED[1:])], (60.0, 140.0, 200.0), False)
    assert cells(pdf) == [[("Xã", "Số hộ"), *(row[1:] for row in NAMED[1:])]]


def test_words_of_a_head_that_reach_beyond_the_table_are_its_own() -> None:
    pdf = Pdf().page()
    rows = [("Xã", "Thực hiện"), ("Đông", "120"), ("Đoài", "99")]
    opened(pdf, rows, (60.0, 140.0, 180.0), True)
    assert cells(pdf) == [rows]


def test_what_stands_beside_a_table_in_one_run_is_not_of_it() -> None:
    pdf = Pdf().page()
    opened(pdf, [("Xã", "Số hộ"), ("Đông", "120          Toàn xã"), ("Đoài", "99")],
           (60.0, 140.0, 180.0), True)  # fmt: skip
    (table,) = cells(pdf)
    assert table == [("Xã", "Số hộ"), ("Đông", "120"), ("Đoài", "99")]
    assert "Toàn xã" in read(pdf).text
