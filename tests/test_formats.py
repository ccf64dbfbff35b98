"""Documents of offices that differ from the fixtures: what they become, whatever the format."""

from __future__ import annotations

import pytest

import extract
from extract.model import Table
from extract.readers.files import read_bytes
from pdfs import FILLER, LEFT, Pdf, lines


def tables(text: str) -> tuple[Table, ...]:
    return extract.analyse(read_bytes(text.encode(), "b.md")).tables


def page(html: str) -> list[str]:
    data = f"<html><body>{html}</body></html>".encode()
    return read_bytes(data, "b.html").text.rstrip("\n").split("\n")


# -- pages -----------------------------------------------------------------------------------


def test_columns_shown_as_typed() -> None:
    typed = """
STT   Loại trường     Kế hoạch  Thực hiện
1     Mầm non               12         14
2     Tiểu học              35         31
3     Trung học              8          9
      Cộng                  55         54

Đạt 98% kế hoạch.
"""
    html = f"<p>Kết quả:</p><pre>{typed}</pre><p>Hết.</p>"
    found = page(html)
    assert found[2:4] == [
        "| STT | Loại trường | Kế hoạch | Thực hiện |",
        "| --- | --- | --- | --- |",
    ]
    assert found[-4:] == ["|  | Cộng | 55 | 54 |", "", "Đạt 98% kế hoạch.", "Hết."]
    report = extract.analyse(read_bytes(html.encode(), "b.html"))
    assert [r.expression for r in report.relations if r.kind == "table"] == [
        "12 + 35 + 8 = 55", "14 + 31 + 9 = 54"
    ]  # fmt: skip


def test_paragraphs_shown_as_typed() -> None:
    typed = (
        "I. KẾT QUẢ\n1. Đã xây 3 trường, trong đó có hai trường ở xã vùng cao và\n"
        "một trường ở thị trấn; còn 2 trường[1] chưa xong\n2. Đã sửa 5 trạm\n[1] Do thiếu vốn.\n"
        "| Xã | Trạm |\n|---|---|\n| Yên | 5 |"
    )
    assert page(f"<pre>{typed}</pre>") == [
        "I. KẾT QUẢ",
        "1. Đã xây 3 trường, trong đó có hai trường ở xã vùng cao và "
        "một trường ở thị trấn; còn 2 trường[1] chưa xong",
        "2. Đã sửa 5 trạm",
        "[1] Do thiếu vốn.",
        "",
        "| Xã | Trạm |",
        "|---|---|",
        "| Yên | 5 |",
    ]


def test_bold_in_text_shown_as_typed() -> None:
    assert page("<pre><b>Điều 3.</b> Hiệu lực\nthi hành</pre>") == ["**Điều 3.** Hiệu lực thi hành"]


# -- Markdown tables -------------------------------------------------------------------------


def test_rows_without_outer_bars() -> None:
    rows = "TT | Trường \\| trạm | 2022 | 2023\n:-: | --- | --: | --:\n1 | Yên | 5 | 6\n"
    (table,) = tables(f"Bảng 1\n\n{rows}2 | Phú | | 4\n | Cộng | 5 | 10 |\n\nHết.\n")
    assert table.header_rows == 1
    assert table.cells == (
        ("TT", "Trường | trạm", "2022", "2023"),
        ("1", "Yên", "5", "6"),
        ("2", "Phú", "", "4"),
        ("", "Cộng", "5", "10"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Chọn A | B\n\n---|---\n\nHết.\n",  # a blank line between
        "Xã | Hộ | Khẩu\n---|---\nYên | 5 | 6\n",  # other columns
        "Kết quả\n---\nYên | 5\n",  # a line under a heading
    ],
)
def test_bars_that_make_no_table(text: str) -> None:
    assert not tables(text)


@pytest.mark.parametrize(
    ("head", "below", "count"),
    [
        ("| | Năm 2022 | | Năm 2023 | |", "| **Xã** | Hộ | Khẩu | Hộ | Khẩu |", 2),
        ("| | Năm 2022 | | Năm 2023 | |", "| I | Khối xã | | | |", 1),
        ("| | Hộ | Khẩu | Thôn | Tổ |", "| Yên | chưa rõ | chưa rõ | chưa rõ | chưa rõ |", 1),
    ],
)
def test_a_second_header_row_under_merged_cells(head: str, below: str, count: int) -> None:
    rows = "| A | 10 | 40 | 12 | 47 |\n| B | 20 | 85 | 21 | 90 |"
    (table,) = tables(f"{head}\n|---|---|---|---|---|\n{below}\n{rows}\n")
    assert table.header_rows == count


# -- PDF -------------------------------------------------------------------------------------


def test_small_notes_without_a_rule_or_raised_numbers() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "Toàn xã có 35 tổ").text(LEFT + 16 * 7.2, 96, "7", size=7)
    pdf.text(LEFT + 16 * 7.2 + 5, 100, " và 12 ban").text(LEFT + 26 * 7.2 + 5, 96, "8", size=7)
    pdf.paragraph(130, FILLER)
    pdf.lines(700, "7 Không kể tổ tự quản.", "8 Kể cả ban mới lập.", size=9)
    found = lines(pdf)
    assert found[:3] == [
        "Toàn xã có 35 tổ⁷ và 12 ban⁸",
        "⁷ Không kể tổ tự quản.",
        "⁸ Kể cả ban mới lập.",
    ]


def test_small_lines_that_count_on_from_nothing_are_no_notes() -> None:
    pdf = Pdf().page()
    pdf.paragraph(100, FILLER)
    pdf.lines(700, "7 Không kể tổ tự quản.", "8 Kể cả ban mới lập.", size=9)
    assert lines(pdf)[-2:] == ["7 Không kể tổ tự quản.", "8 Kể cả ban mới lập."]


@pytest.mark.parametrize(
    ("heads", "left"),
    [
        (("Báo cáo số 61/BC-UBND - Trang 1", "Báo cáo số 61/BC-UBND - Trang 2"), 0),
        (("PHỤ LỤC 1", "PHỤ LỤC 2"), 2),
        (("Biên bản có 3 trang 4 bản", "Biên bản có 3 trang 7 bản"), 2),
    ],
)
def test_a_running_head_with_page_numbers_on_two_pages(heads: tuple[str, str], left: int) -> None:
    pdf = Pdf()
    for head in heads:
        pdf.page().text(LEFT, 40, head)
        pdf.paragraph(100, FILLER)
    found = lines(pdf)
    assert sum(any(line.startswith(head) for head in heads) for line in found) == left


def test_a_sentence_goes_on_in_the_next_column_and_ends_there_in_a_date() -> None:
    rows = ["Ủy ban xã đã họp với dân ở các", "thôn, lấy ý kiến của từng hộ về"] * 12
    pdf = Pdf().page()
    y = pdf.lines(100, *rows, "danh sách, gửi huyện xem xét và", x=60, size=10)
    pdf.lines(100, "phê duyệt, báo cáo tỉnh trước ngày", "15/9/2023.", x=320, size=10)
    pdf.lines(126 + 13, *(f"  {rows[0][:-2]}", *rows[:-3]), x=320, size=10)
    assert y > 400
    assert any("báo cáo tỉnh trước ngày 15/9/2023." in line for line in lines(pdf))


def test_signs_of_symbol_fonts() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "\uf0b7", font="SymbolMT").text(LEFT + 12, 100, "Sai số")
    pdf.text(LEFT + 60, 100, "\uf0b1", font="SymbolMT").text(LEFT + 67.2, 100, "5%, đạt")
    pdf.text(LEFT + 125, 100, "\uf0b3", font="OpenSymbol").text(LEFT + 135, 100, "90%")
    pdf.text(LEFT, 130, "\uf0fc", font="Wingdings-Regular").text(LEFT + 12, 130, "Đạt 95%")
    document = read_bytes(pdf.build(), "b.pdf")
    assert document.text.split("\n") == ["• Sai số ±5%, đạt ≥ 90%", "✓ Đạt 95%"]
    assert not document.warnings
