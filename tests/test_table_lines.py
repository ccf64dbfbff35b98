"""Rows of tables typed with Enter in their cells: one paragraph for each of several rows."""

from __future__ import annotations

import pytest

import extract
from docx_parts import docx, p, table, tc, tr
from extract.readers.files import read_bytes

HEAD = ("TT", "Nội dung", "Dự toán", "Thực hiện")
NAMES = "Sự nghiệp giáo dục|Sự nghiệp kinh tế|Bảo đảm xã hội"
CELLS = ("1|2|3", NAMES, "2.650|410|300", "1.310|198|145")
TOTAL = ("", "Tổng cộng", "3.360", "1.653")
APART = (
    HEAD,
    ("1", "Sự nghiệp giáo dục", "2.650", "1.310"),
    ("2", "Sự nghiệp kinh tế", "410", "198"),
    ("3", "Bảo đảm xã hội", "300", "145"),
    TOTAL,
)
Cells = tuple[str, ...]


def word(*rows: Cells) -> tuple[Cells, ...]:
    """The cells read of a Word table with these; a bar parts the paragraphs of a cell."""
    made = (tr(*(tc("".join(map(p, cell.split("|")))) for cell in row)) for row in rows)
    data = docx(p("Chi ngân sách như sau:") + table(*made))
    (found,) = extract.analyse(read_bytes(data, "b.docx")).tables
    return found.cells


def page(*rows: Cells, by: str = "<br>") -> tuple[Cells, ...]:
    """The same of a page, whose cells have line breaks or paragraphs."""
    made = "".join(
        "<tr>" + "".join(f"<td>{cell.replace('|', by)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    html = f"<html><body><p>Chi như sau:</p><table border=1>{made}</table></body></html>"
    (found,) = extract.analyse(read_bytes(html.encode(), "b.html")).tables
    return found.cells


def test_paragraphs_of_cells_that_are_rows() -> None:
    assert word(HEAD, CELLS, TOTAL) == APART
    assert page(HEAD, CELLS, TOTAL) == APART
    assert page(HEAD, CELLS, TOTAL, by="<p>") == APART
    assert word(HEAD, ("", *CELLS[1:]), TOTAL)[1:4] == tuple(("", *row[1:]) for row in APART[1:4])
    two = tuple(cell.rpartition("|")[0] for cell in CELLS)
    assert word(HEAD, two, TOTAL) == (*APART[:3], TOTAL)


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "Hộ nghèo|và cận nghèo", "1.250|(15,2%)", "980|(12,1%)"),  # words that go on
        ("1", NAMES, "2.650|410", "1.310|198"),  # fewer figures
        ("1", "Chi|Thu|Vay", "Xã Đông|Xã Tây|Xã Nam", "Sở A|Sở B|Sở C"),  # no figures
        ("1", "Nội dung chi", "2.650|410|300", "1.310|198|145"),
        ("1", "Thôn Đông|Xã Tây", "Quyết định|số 12", "12|15"),  # one column, two rows
    ],
)
def test_paragraphs_of_one_row(cells: Cells) -> None:
    assert len(word(HEAD, cells, TOTAL)) == len(page(HEAD, cells, TOTAL)) == 3


def test_merged_cells_stay_whole() -> None:
    reaching = tc(p("Khối huyện"), '<w:vMerge w:val="restart"/>'), tc(p(), "<w:vMerge/>")
    body = "".join(map(p, NAMES.split("|")))
    figures = ["".join(map(p, cell.split("|"))) for cell in CELLS[2:]]
    rows = (
        tr(*HEAD),
        tr(reaching[0], tc(body), *map(tc, figures)),
        tr(reaching[1], *TOTAL[1:]),
    )
    data = docx(p("Chi ngân sách như sau:") + table(*rows))
    assert len(extract.analyse(read_bytes(data, "b.docx")).tables[0].cells) == 3
