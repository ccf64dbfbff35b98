"""Cells whose figure is not one number: `12/13`, `≥13`, `<5%`, `12 (8)`, `10-15`, `-`, `x`.

They are read as the running text reads them, and are no terms of a table's arithmetic. The tables
are invented.
"""

from __future__ import annotations

import pytest

from docx_parts import docx, p, t
from extract.model import Report
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from extract.readers.text.reader import read_text
from pdfs import Pdf, read
from test_reader_html import page
from test_tables_pages import ruled

ROWS = (
    ("TT", "Xã", "Thôn đạt/tổng số", "Tỷ lệ (%)", "Học viên (nữ)", "Độ tuổi", "Vốn", "Có chợ"),
    ("1", "Tân An", "12/13", "≥13", "12 (8)", "10-15", "-", "x"),
    ("2", "Tân Bình", "8/10", "<5%", "20 (11)", "10 - 15", "30", "-"),
    ("3", "Tân Châu", "7/9", "≤ 4,5", "31 (4)", "15-20", "x", "x"),
    ("4", "Tân Dân", "9/11", "> 3%", "37 (9)", "12–16", "12", ""),
)  # fmt: skip
FOUND = [
    ("12/13", "12", "13", None, None, None),
    ("13", "13", None, None, "at_least", "%"),
    ("12", "12", None, None, None, None),
    ("10-15", "10", None, "15", "range", None),
    ("8/10", "8", "10", None, None, None),
    ("5%", "5", None, None, "less_than", "%"),
    ("20", "20", None, None, None, None),
    ("10 - 15", "10", None, "15", "range", None),
    ("30", "30", None, None, None, None),
    ("7/9", "7", "9", None, None, None),
    ("4,5", "4.5", None, None, "at_most", "%"),
    ("31", "31", None, None, None, None),
    ("15-20", "15", None, "20", "range", None),
    ("9/11", "9", "11", None, None, None),
    ("3%", "3", None, None, "more_than", "%"),
    ("37", "37", None, None, None, None),
    ("12–16", "12", None, "16", "range", None),
    ("12", "12", None, None, None, None),
]


def markdown() -> Report:
    rows = [f"| {' | '.join(row)} |" for row in ROWS]
    return analyse(read_text("\n".join([rows[0], "|---" * 8 + "|", *rows[1:], ""]), "b.md"))


def html() -> Report:
    def cell(words: str) -> str:
        return f"<td>{words.replace('<', '&lt;').replace('>', '&gt;')}</td>"

    rows = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in ROWS)
    return analyse(read_bytes(page(f"<table>{rows}</table>"), "b.html"))


def word() -> Report:
    def cell(words: str) -> str:
        return f"<w:tc>{p(t(words.replace('<', '&lt;').replace('>', '&gt;')))}</w:tc>"

    rows = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in ROWS)
    return analyse(read_bytes(docx(f"<w:tbl>{rows}</w:tbl>"), "b.docx"))


def pdf() -> Report:
    edges = (40, 70, 140, 250, 310, 400, 470, 510, 560)
    short = (tuple(head.replace("Thôn đạt/tổng số", "Đạt/tổng số") for head in ROWS[0]), *ROWS[1:])
    made = Pdf().page()
    ruled(made, 100, [[(cell,) if cell else () for cell in row] for row in short], edges)
    return analyse(read(made))


@pytest.mark.parametrize("form", [markdown, html, word, pdf])
def test_cells_are_read_as_the_text_would_be(form) -> None:  # type: ignore[no-untyped-def]
    report: Report = form()
    read_as = [
        (
            q.text,
            str(q.value),
            None if q.of is None else str(q.of),
            None if q.value_to is None else str(q.value_to),
            q.bound,
            q.unit,
        )
        for q in report.quantities
    ]
    assert read_as == FOUND
    assert not report.relations and not report.findings
    assert len(report.cells) == len(report.claims) == len(FOUND)
    assert {c.row_label for c in report.cells} == {row[1] for row in ROWS[1:]}


def figures(*rows: str) -> list[tuple[str, str, str | None, str | None]]:
    """The figures of a table with these rows."""
    head = f"| TT | Xã | Kết quả |\n|{'---|' * 3}\n"
    report = analyse(read_text(head + "".join(f"| {row} |\n" for row in rows), "b.md"))
    return [(q.text, str(q.value), q.bound, q.unit) for q in report.quantities]


def test_bounds_told_behind_the_figure() -> None:
    assert figures("1 | Đông | 60 triệu đồng trở lên", "2 | Đoài | 95% trở xuống") == [
        ("60", "60000000", "at_least", "đồng"),
        ("95%", "95", "at_most", "%"),
    ]


def test_units_that_touch_their_figures() -> None:
    found = figures("1 | Đông | 1.250.000đ", "2 | Đoài | 12,5ha", "3 | Nam | 7kg", "4 | Bắc | 12a")
    assert [(text, unit) for text, _, _, unit in found] == [
        ("1.250.000", "đồng"),
        ("12,5", "ha"),
        ("7", "kg"),
    ]


def test_a_fraction_with_its_rate_is_checked() -> None:
    text = (
        "| TT | Xã | Kết quả |\n|---|---|---|\n"
        "| 1 | Đông | 12/15 (80%) |\n| 2 | Đoài | 6/10 thôn (65%) |\n"
    )
    report = analyse(read_text(text, "b.md"))
    assert [(r.expression, r.verdict) for r in report.relations] == [
        ("12 / 15 = 80%", "consistent"),
        ("6 / 10 = 65%", "inconsistent"),
    ]
    assert {c.row_label for c in report.cells} == {"Đông", "Đoài"}


@pytest.mark.parametrize(
    "cells",
    [("5/3", "8/10"), ("10-5", "20-12"), ("2030-2035", "2031-2035"), ("3/2031", "4/2031")],
)
def test_days_years_and_codes_are_no_such_figures(cells: tuple[str, str]) -> None:
    assert not figures(f"1 | Đông | {cells[0]}", f"2 | Đoài | {cells[1]}")


@pytest.mark.parametrize("head", ["Tờ/thửa", "Số tờ/số thửa", "Ngày", "Mã", "Biển số"])
def test_columns_of_names_have_no_such_figures(head: str) -> None:
    text = f"| TT | Xã | {head} |\n|---|---|---|\n| 1 | Đông | 12/345 |\n| 2 | Đoài | 14/27 |\n"
    assert not analyse(read_text(text, "b.md")).quantities


def test_names_of_rows_and_scores_are_no_such_figures() -> None:
    text = (
        "| Nhóm tuổi | Nam | Nữ |\n|---|---|---|\n| 0-5 | 120 | 110 |\n| 6-14 | 300 | 280 |\n"
        "| ≥ 60 | 50 | 70 |\n| Tổng | 470 | 460 |\n"
    )
    report = analyse(read_text(text, "b.md"))
    assert [r.expression for r in report.relations] == [
        "120 + 300 + 50 = 470",
        "110 + 280 + 70 = 460",
    ]
    assert len(report.quantities) == 8
    assert not figures("1 | Đông | 3-1", "2 | Đoài | 1-3", "3 | Nam | 2-2")
