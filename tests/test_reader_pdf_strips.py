"""PDF pages in columns: each has its own footnotes at its foot, and tables among its lines."""

from __future__ import annotations

import pytest

import extract
from pdfs import Pdf, lines, read, width
from test_tables_pages import ruled

X = (60.0, 310.0)  # where the columns begin
WIDE = 230.0
SMALL = 10
PROSE = (
    "Các thôn đã họp dân để lấy ý kiến về việc sắp xếp lại các tổ tự quản, chọn người đứng đầu và "
    "thông báo ở nhà văn hóa."
)


def column(pdf: Pdf, side: int, y: float, *paragraphs: str, marker: str = "") -> float:
    """Draw paragraphs in a column, a call behind the first; returns where the next would stand."""
    for n, words in enumerate(paragraphs):
        if n == 0 and marker:
            end = X[side] + width(words, SMALL)
            pdf.text(X[side], y, words, SMALL).text(end, y - 4, marker, 6)
            y += 1.3 * SMALL
        else:
            y = pdf.paragraph(y, words, x=X[side], right=X[side] + WIDE, size=SMALL)
        y += 6
    return y


def note(pdf: Pdf, x: float, marker: str, *words: str, raised: bool = True) -> None:
    """Draw a note under a rule."""
    pdf.rule(x, 700, x + 100, 700)
    if raised:
        pdf.text(x, 709, marker, 5).text(x + 4, 712, words[0], 8)
        pdf.lines(722.4, *words[1:], x=x, size=8)
    else:
        pdf.lines(712, f"{marker} {words[0]}", *words[1:], x=x, size=8)


def two_columns() -> Pdf:
    """A page in two columns, a call in each."""
    pdf = Pdf().page()
    column(pdf, 0, 100, "Toàn xã giảm 12 tổ", PROSE, PROSE, marker="1")
    column(pdf, 1, 100, "Cả xã có 250 hộ", PROSE, PROSE, marker="2")
    return pdf


@pytest.mark.parametrize("raised", [True, False])
def test_notes_at_the_foot_of_each_column(raised: bool) -> None:
    pdf = two_columns()
    note(pdf, X[0], "1", "Gồm 5 tổ ở thôn Đông và 7 tổ ở", "thôn Đoài.", raised=raised)
    note(pdf, X[1], "2", "Gồm 100 hộ nghèo và 150 hộ khác,", "theo số liệu của xã.", raised=raised)
    assert lines(pdf) == [
        "Toàn xã giảm 12 tổ¹",
        "¹ Gồm 5 tổ ở thôn Đông và 7 tổ ở thôn Đoài.",
        PROSE,
        PROSE,
        "Cả xã có 250 hộ²",
        "² Gồm 100 hộ nghèo và 150 hộ khác, theo số liệu của xã.",
        PROSE,
        PROSE,
    ]


@pytest.mark.parametrize("raised", [True, False])
def test_a_note_beside_the_text_of_the_other_column(raised: bool) -> None:
    pdf = Pdf().page()
    column(pdf, 0, 100, "Toàn xã giảm 12 tổ", PROSE, PROSE, marker="1")
    note(pdf, X[0], "1", "Gồm 5 tổ ở thôn Đông và 7 tổ ở", "thôn Đoài.", raised=raised)
    column(pdf, 1, 100, *[PROSE] * 8, "Hết cột phải, cả xã có 77 hộ.")
    document = read(pdf)
    assert document.text.split("\n") == [
        "Toàn xã giảm 12 tổ¹",
        "¹ Gồm 5 tổ ở thôn Đông và 7 tổ ở thôn Đoài.",
        *[PROSE] * 10,
        "Hết cột phải, cả xã có 77 hộ.",
    ]
    assert [f.marker for f in extract.analyse(document).footnotes if f.ref and f.body] == ["1"]


def test_notes_below_both_columns_from_margin_to_margin() -> None:
    pdf = two_columns()
    pdf.rule(X[0], 700, 160, 700)
    pdf.lines(
        712,
        "1 Gồm 5 tổ ở thôn Đông và 7 tổ ở thôn Đoài, theo biên bản kiểm kê của các thôn",
        "trong xã.",
        "2 Gồm 100 hộ nghèo và 150 hộ khác.",
        x=X[0],
        size=8,
    )
    found = [line for line in lines(pdf) if line != PROSE]
    assert found == [
        "Toàn xã giảm 12 tổ¹",
        "¹ Gồm 5 tổ ở thôn Đông và 7 tổ ở thôn Đoài, theo biên bản kiểm kê của các thôn trong xã.",
        "Cả xã có 250 hộ²",
        "² Gồm 100 hộ nghèo và 150 hộ khác.",
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_column() -> None:
    pdf = two_columns()
    note(pdf, X[0], "1", "Gồm 5 tổ ở thôn Đông và 7 tổ ở")
    pdf.rule(X[1], 700, X[1] + 100, 700).text(X[1], 712, "thôn Đoài.", 8)
    pdf.text(X[1], 722, "2", 5).text(X[1] + 4, 725, "Gồm 100 hộ nghèo.", 8)
    assert [line for line in lines(pdf) if line[0] in "¹²"] == [
        "¹ Gồm 5 tổ ở thôn Đông và 7 tổ ở thôn Đoài.",
        "² Gồm 100 hộ nghèo.",
    ]


TABLE = [[("Thôn",), ("Số tổ",)], [("Đông",), ("5",)], [("Đoài",), ("7",)], [("Cộng",), ("12",)]]
READ = [
    "",
    "| Thôn | Số tổ |",
    "| --- | --- |",
    "| Đông | 5 |",
    "| Đoài | 7 |",
    "| Cộng | 12 |",
    "",
]


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("above", [0, 2])
def test_a_ruled_table_in_one_column_is_read_there(side: int, above: int) -> None:
    pdf = Pdf().page()
    for n in (0, 1):
        y = 100.0
        if n == side:
            y = column(pdf, n, y, *[PROSE] * above)
            ruled(pdf, y, TABLE, (X[n], X[n] + 120, X[n] + 200))
            y += 100
        column(pdf, n, y, *[PROSE] * 6, f"Hết cột số {n + 1}, cả xã có 77 hộ.")
    own = [*[PROSE] * above, *READ, *[PROSE] * 6, f"Hết cột số {side + 1}, cả xã có 77 hộ."]
    other = [*[PROSE] * 6, f"Hết cột số {2 - side}, cả xã có 77 hộ."]
    want = "\n".join([*other, *own] if side else [*own, *other])
    assert read(pdf).text.strip("\n") == want.strip("\n")


def test_a_table_from_margin_to_margin_parts_the_columns() -> None:
    pdf = Pdf().page()
    for n in (0, 1):
        column(pdf, n, 100, f"Trên bảng, cột {n + 1}. {PROSE} {PROSE}")
        column(pdf, n, 350, f"Dưới bảng, cột {n + 1}. {PROSE} {PROSE}")
    ruled(pdf, 250, TABLE, (X[0], 300, X[1] + WIDE))
    firsts = [line.split(". ")[0] for line in lines(pdf) if "bảng" in line or "Cộng" in line]
    assert firsts == [
        "Trên bảng, cột 1",
        "Trên bảng, cột 2",
        "| Cộng | 12 |",
        "Dưới bảng, cột 1",
        "Dưới bảng, cột 2",
    ]


def test_a_date_above_the_right_column_and_an_end_below_the_left_one() -> None:
    pdf = Pdf().page()
    pdf.text(X[1] + 40, 60, "Xã Đông, ngày 5 tháng 3 năm 2024", SMALL)
    for n in (0, 1):
        column(pdf, n, 100, PROSE, PROSE)
    pdf.text(X[0], 400, "Báo cáo kết thúc tại đây.", SMALL)
    assert lines(pdf) == [
        "Xã Đông, ngày 5 tháng 3 năm 2024",
        *[PROSE] * 4,
        "Báo cáo kết thúc tại đây.",
    ]


def test_short_lines_beside_each_other_are_no_columns_of_text() -> None:
    pdf = Pdf().page()
    pdf.text(X[0], 60, "ỦY BAN NHÂN DÂN", SMALL).text(X[1], 60, "CỘNG HÒA XÃ HỘI", SMALL)
    pdf.text(X[0], 74, "XÃ ĐÔNG", SMALL).text(X[1], 74, "Độc lập - Tự do", SMALL)
    pdf.paragraph(110, PROSE, x=X[0], right=X[1] + WIDE)
    assert lines(pdf)[:4] == ["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG", "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do"]


def test_a_last_page_with_lines_in_the_left_column_alone() -> None:
    pdf = two_columns().page()
    column(pdf, 0, 100, PROSE, PROSE)
    assert lines(pdf)[-2:] == [PROSE, PROSE]


def test_short_lines_after_a_page_in_columns_stay_lines() -> None:
    pdf = two_columns().page()
    short = ["Thôn Đông có 5 tổ", "Thôn Đoài có 7 tổ", "Thôn Nam có 9 tổ"]
    pdf.lines(100, *short, x=X[0], size=SMALL)
    assert lines(pdf)[-3:] == short


@pytest.mark.parametrize("space", [10, 14])
def test_paragraphs_set_apart_in_a_column_that_goes_on_below_the_other(space: float) -> None:
    pdf = Pdf().page()
    for side, words in ((0, [*[PROSE] * 4, "Hết cột trái."]), (1, [PROSE, PROSE, "Hết cột phải."])):
        y = 100.0
        for one in words:
            y = space + pdf.paragraph(y, one, x=X[side], right=X[side] + WIDE, size=SMALL)
    assert lines(pdf) == [*[PROSE] * 4, "Hết cột trái.", PROSE, PROSE, "Hết cột phải."]


def test_what_stands_further_below_columns_than_their_paragraphs_apart_follows_both() -> None:
    pdf = Pdf().page()
    for side in (0, 1):
        y = 100.0
        for _ in range(2):
            y = 10 + pdf.paragraph(y, PROSE, x=X[side], right=X[side] + WIDE, size=SMALL)
    pdf.text(X[0], y + 10, "Lưu: VT, văn phòng xã.", SMALL)
    assert lines(pdf) == [*[PROSE] * 4, "Lưu: VT, văn phòng xã."]
