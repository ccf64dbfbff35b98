"""PDFs whose footnotes are set in other ways than small under a rule with raised numbers, and
what else the ends of pages cut: rows of tables, lines that are not justified."""

from __future__ import annotations

import pytest

import extract
from pdfs import FILLER, LEFT, Pdf, lines, read, width
from test_tables_pages import ruled as drawn


def call(pdf: Pdf, y: float, words: str, *parts: str) -> None:
    """Words on a line, then a small raised mark drawn in these parts."""
    pdf.text(LEFT, y, words)
    x = LEFT + width(words, 12)
    for part in parts:
        pdf.text(x, y - 5, part, 7)
        x += width(part, 7)


@pytest.mark.parametrize("parts", [("(1)",), ("(", "1", ")"), ("[1]",), ("[", "1]")])
def test_a_call_in_raised_brackets(parts: tuple[str, ...]) -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12", *parts)
    pdf.text(LEFT, 116, "tổ tự quản, còn 31 tổ.").rule(LEFT, 700, LEFT + 140, 700)
    pdf.text(LEFT, 712, "".join(parts) + " Gồm 5 tổ và 7 thôn.", 10)
    document = read(pdf)
    assert "giảm 12¹" in document.text and "¹ Gồm 5 tổ và 7 thôn." in document.text
    report = extract.analyse(document)
    assert sorted(q.text for q in report.quantities) == ["12", "31", "5", "7"]
    assert [f.marker for f in report.footnotes if f.ref and f.body] == ["1"]


def test_brackets_that_are_not_raised_call_nothing() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "(1)").text(LEFT + 30, 100, "Giảm 12 tổ tự quản, còn 31 tổ;")
    pdf.text(LEFT, 120, "(2)").text(LEFT + 30, 120, "Tăng 3 thôn so với năm trước.")
    assert lines(pdf) == ["(1) Giảm 12 tổ tự quản, còn 31 tổ;", "(2) Tăng 3 thôn so với năm trước."]


@pytest.mark.parametrize("mark", ["1 ", "1", "(1) ", "[1] "])
def test_plain_numbers_of_notes_whose_lines_begin_with_figures(mark: str) -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", "1")
    call(pdf, 130, "Còn 30 tổ", "2")
    pdf.rule(LEFT, 700, LEFT + 140, 700)
    pdf.lines(
        712, f"{mark}Gồm cả 9 m² sân và 20 tổ mới lập, hoạt động từ năm nay, cùng với", size=10
    )
    pdf.lines(725, "44 hộ ở thôn Đoài.", f"{mark.replace('1', '2')}Số liệu năm 2023.", size=10)
    report = extract.analyse(read(pdf))
    assert [f.marker for f in report.footnotes if f.ref and f.body] == ["1", "2"]
    assert "44 hộ" in report.document.text[slice(*report.footnotes[0].body or (0, 0))]
    assert {"1", "2"}.isdisjoint(q.text for q in report.quantities)


def test_rows_in_turn_under_a_rule_that_nothing_calls_are_text() -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", "1")
    pdf.rule(LEFT, 640, LEFT + 140, 640)
    pdf.lines(655, "1 Tổ Đông có 31 hộ", "2 Tổ Đoài có 42 hộ")
    assert not [b for b in read(pdf).blocks if b.kind == "note"]


def test_a_note_with_a_plain_number_goes_on_under_the_rule_of_the_next_page() -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", "1")
    pdf.rule(LEFT, 700, LEFT + 140, 700)
    pdf.lines(715, "1 Gồm 5 tổ ở thôn Đông, theo biên bản của")
    pdf.page()
    call(pdf, 100, "Còn 30 tổ", "2")
    pdf.rule(LEFT, 684, LEFT + 140, 684)
    pdf.lines(699, "Hội đồng và 7 tổ ở thôn Đoài.", "2 Số liệu năm 2023.")
    assert lines(pdf) == [
        "Toàn xã giảm 12 tổ¹",
        "¹ Gồm 5 tổ ở thôn Đông, theo biên bản của Hội đồng và 7 tổ ở thôn Đoài.",
        "Còn 30 tổ²",
        "² Số liệu năm 2023.",
    ]


@pytest.mark.parametrize("note", [True, False])
def test_the_rest_of_a_note_as_large_as_the_text(note: bool) -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", "1")
    pdf.text(LEFT, 116, "Còn lại 31 tổ, theo biên bản kiểm kê của xã và")
    if note:
        pdf.rule(LEFT, 700, LEFT + 140, 700)
        pdf.lines(715, "1 Gồm 5 tổ ở thôn Đông, theo biên bản của")
    pdf.page().text(LEFT, 100, "báo cáo của các thôn trong xã.").rule(LEFT, 684, LEFT + 140, 684)
    pdf.lines(699, "hội nghị ngày 05/3/2024.")
    notes = [b.marker for b in read(pdf).blocks if b.kind == "note"]
    assert notes == (["1"] if note else [])
    assert ("theo biên bản của hội nghị ngày 05/3/2024." in read(pdf).text) == note


def test_notes_that_outweigh_the_text_and_are_nearly_as_large() -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", "1")
    note = ["(1) Gồm các tổ sau đây, theo biên bản kiểm kê của xã:"] + [
        f"tổ số {n} ở thôn Đoài, tổ trưởng là người của thôn ấy;" for n in range(20)
    ]
    pdf.lines(500, *note, size=11)
    (body,) = [b for b in read(pdf).blocks if b.kind == "note"]
    assert body.marker == "1"


@pytest.mark.parametrize(
    ("marks", "read_as"), [(("18", "19"), "¹⁸ ¹⁹"), (("1", "2"), "¹ ²"), (("2", "0"), "²⁰")]
)
def test_two_calls_side_by_side(marks: tuple[str, str], read_as: str) -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 12 tổ", *marks)
    pdf.text(LEFT, 130, FILLER[:50])
    assert lines(pdf)[0] == f"Toàn xã giảm 12 tổ{read_as}"


def ruled(pdf: Pdf, top: float, *rows: tuple[str, ...]) -> None:
    """Draw a table of three columns with lines round its cells."""
    drawn(
        pdf, top, [[(cell,) if cell else () for cell in row] for row in rows], (85, 115, 250, 320)
    )


@pytest.mark.parametrize(
    "parts", [("2,3",), ("2", ",", "3"), ("(2),", "(3)"), ("2, 3",), ("[2]", "[3]")]
)
def test_several_calls_are_no_decimal(parts: tuple[str, ...]) -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm 5", *parts)
    pdf.text(LEFT, 130, FILLER[:50])
    document = read(pdf)
    assert lines(pdf)[0] == "Toàn xã giảm 5² ³"
    assert [q.text for q in extract.analyse(document).quantities] == ["5"]


@pytest.mark.parametrize("figure", ["3,2", "3,2%"])
def test_a_raised_figure_that_does_not_count_up_stays(figure: str) -> None:
    pdf = Pdf().page()
    call(pdf, 100, "Toàn xã giảm", figure)
    pdf.text(LEFT, 130, FILLER[:50])
    assert figure in read(pdf).text


def cut(*last: str, head: str = "Thôn Đoài Thượng Giáp") -> list[tuple[str, ...]]:
    """The rows of a table cut by the page's end: those of the second page begin with `last`."""
    pdf = Pdf().page()
    ruled(pdf, 600, ("TT", "Thôn", "Số hộ"), ("1", "Thôn Đông", "31"), ("2", head, "42"))
    pdf.page()
    ruled(pdf, 100, ("TT", "Thôn", "Số hộ"), last, ("3", "Thôn Bắc", "17"))
    return [cells for t in extract.analyse(read(pdf)).tables for cells in t.cells]


def test_a_row_cut_by_the_end_of_a_page_is_one() -> None:
    assert cut("", "Nghĩa Trung", "") == [
        ("TT", "Thôn", "Số hộ"),
        ("1", "Thôn Đông", "31"),
        ("2", "Thôn Đoài Thượng Giáp Nghĩa Trung", "42"),
        ("3", "Thôn Bắc", "17"),
    ]


@pytest.mark.parametrize(
    "row", [("", "Khu tái định cư", ""), ("", "Nghĩa Trung", "5"), ("II", "Nghĩa Trung", "")]
)
def test_a_row_of_its_own_stays_apart(row: tuple[str, str, str]) -> None:
    head = "Thôn Đoài" if row[1].startswith("Khu") else "Thôn Đoài Thượng Giáp"
    assert row in cut(*row, head=head)


def test_the_head_above_a_table_that_fills_the_page() -> None:
    pdf = Pdf()
    rows = [(str(n), f"Thôn {n}", str(30 + n)) for n in range(1, 7)]
    for page in range(3):
        pdf.page().text(LEFT, 40, "Báo cáo công tác quý III", 10)
        if page == 0:
            pdf.text(LEFT, 70, "Số hộ của các thôn:")
        ruled(pdf, 100, ("TT", "Thôn", "Số hộ"), *rows[2 * page : 2 * page + 2])
    document = read(pdf)
    assert "quý III" not in document.text
    (table,) = extract.analyse(document).tables
    assert len(table.cells) == 7


@pytest.mark.parametrize(
    ("first", "rest"),
    [("đề nghị hỗ trợ 66 hộ nghèo trong năm", "2018 bằng vốn của xã."),
     ("theo Quyết định số 575/QĐ-UBND ngày", "22/07/2015 của huyện.")],
)  # fmt: skip
def test_a_first_line_that_is_not_justified_is_no_title(first: str, rest: str) -> None:
    pdf = Pdf().page()
    pdf.lines(90, f"{FILLER[:59]},", f"{FILLER[:59]}.")
    indent = (440 - width(f"Tổ Đông {first}", 12)) / 2  # as far in as the line ends early
    pdf.text(LEFT + indent, 140, f"Tổ Đông {first}").text(LEFT, 155.6, f"{rest} {FILLER[:30]}")
    assert f"Tổ Đông {first} {rest}" in read(pdf).text


def test_a_centred_title_above_the_text_stays_apart() -> None:
    title = "KẾ HOẠCH THỰC HIỆN NHIỆM VỤ CÔNG TÁC CỦA XÃ NĂM"
    pdf = Pdf().page().text(LEFT + (440 - width(title, 12)) / 2, 100, title)
    pdf.paragraph(130, f"2018 là năm đầu. {FILLER}", 0)
    assert lines(pdf)[0] == title
