"""Word files as offices make them: heads set with tabs, tables in cells, fields without result."""

from __future__ import annotations

import pytest

from docx_parts import call, item, lines, lists, lvl, note, p, read, t, table, tc, tr
from extract.pipeline import analyse

TAB = "<w:r><w:tab/></w:r>"
HEAD = (
    ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TỈNH SƠN HẠ", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 145/BC-UBND", "Sơn Hạ, ngày 12 tháng 6 năm 2024"),
)
END = (
    ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Như trên;", "CHỦ TỊCH"), ("- Lưu: VT.", ""), ("", ""),
    ("", "Nguyễn Văn Lâm"),
)  # fmt: skip
TEXT = ("BÁO CÁO", "Kết quả sắp xếp tổ dân phố", "Toàn tỉnh còn 31 tổ.")


def sides(rows: tuple[tuple[str, str], ...], gap: str) -> str:
    return "".join(p(t(left) + gap + t(right) if right else t(left)) for left, right in rows)


@pytest.mark.parametrize("gap", [TAB, TAB * 3, t(" " * 12)], ids=["tab", "tabs", "spaces"])
def test_heads_and_ends_without_a_table(gap: str) -> None:
    document = read(sides(HEAD, gap) + "".join(map(p, TEXT)) + sides(END, gap))
    assert document.text.splitlines() == [
        *(left for left, _ in HEAD), *(right for _, right in HEAD), *TEXT,
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
        "Nguyễn Văn Lâm",
    ]  # fmt: skip
    found = analyse(document).metadata
    assert (found.number, found.date, found.signer) == (
        "145/BC-UBND", "2024-06-12", "Nguyễn Văn Lâm",
    )  # fmt: skip


def test_an_end_whose_office_stands_higher() -> None:
    body = sides(
        (("", "TM. ỦY BAN NHÂN DÂN"), ("Nơi nhận:", "KT. CHỦ TỊCH"), ("- Lưu: VT.", "")), TAB
    )
    assert lines(p("Hết.") + body) == [
        "Hết.", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH",
    ]  # fmt: skip


def test_text_indented_by_a_tab_stays_in_order() -> None:
    body = (
        sides(HEAD, TAB) + p(TAB + t("Toàn xã có 12 tổ.")) + item("Tình hình") + p(TAB + t("Hết."))
    )
    assert lines(body, numbering=lists(lvl(0, "%1.", "upperRoman")))[-3:] == [
        "Toàn xã có 12 tổ.", "I. Tình hình", "Hết.",
    ]  # fmt: skip


def test_notes_of_a_head_follow_it() -> None:
    body = p(t("TỈNH ỦY SƠN HẠ") + TAB + t("ĐẢNG CỘNG SẢN VIỆT NAM")) + p(
        t("Số 12-BC/TU") + call("footnote", 2) + TAB + t("Sơn Hạ, ngày 05 tháng 3 năm 2024")
    )
    assert lines(body, footnotes=note("footnote", 2, "Bản sao.")) == [
        "TỈNH ỦY SƠN HẠ", "Số 12-BC/TU¹", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Sơn Hạ, ngày 05 tháng 3 năm 2024", "¹ Bản sao.",
    ]  # fmt: skip


INNER = (tr("Thôn", "Số hộ"), tr("Đông", "120"), tr("Đoài", "135"), tr("Tổng cộng", "256"))


def test_a_table_of_data_in_a_cell_of_another() -> None:
    cell = tc(p("Theo thôn:") + table(*INNER) + p())
    body = table(tr("Huyện", "Chi tiết", "Tổng"), tr("An Bình", cell, "256"), tr("Hòa", "", "4"))
    report = analyse(read(body))
    assert [t.cells[1] for t in report.tables] == [
        ("An Bình", "Theo thôn:", "256"),
        ("Đông", "120"),
    ]
    assert [f.code for f in report.findings] == ["A111"]


def test_tables_in_the_cells_of_tables_in_cells() -> None:
    deep = table(tr("A", "B"), tr("x", tc(table(*INNER) + p())), tr("y", "2"), tr("z", "3"))
    cells = [t.cells for t in analyse(read(table(
        tr("C", "D"), tr("u", tc(deep + p())), tr("v", "1"), tr("w", "9"),
    ))).tables]  # fmt: skip
    assert [rows[0] for rows in cells] == [("C", "D"), ("A", "B"), ("Thôn", "Số hộ")]


def test_a_small_table_in_a_cell_is_text_of_the_cell() -> None:
    cell = tc(table(tr("Nam", "Nữ"), tr("12", "15")) + p())
    body = table(tr("Huyện", "Chi tiết"), tr("An Bình", cell), tr("Hòa Sơn", "9"))
    assert "| An Bình | Nam Nữ 12 15 |" in lines(body)


def field(code: str, result: str | None = None, state: str = "") -> str:
    parts = (
        f'<w:r><w:fldChar w:fldCharType="begin">{state}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    )
    if result is not None:
        parts += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + t(result)
    return parts + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("before", "code", "shown"),
    [
        ("", r" EQ \f(31;40) ", "31/40"),
        ("bằng 2", r"EQ \f(31,40)", "bằng 2 31/40"),
        ("", r"eq \f(a + b;12,5)", "(a + b)/12,5"),
        ("", r"EQ \r(3;27) = 3", "3√27 = 3"),
        ("", r"EQ \r(x+1)", "√(x+1)"),
        ("1.200 m", r"EQ \s\up 5(2)", "1.200 m²"),
        ("H", r"EQ \s\do3(2)", "H2"),
        ("", r"EQ \b\bc\[(\f(1;2))", "[1/2]"),
        ("", r"EQ \o\ac(○;1)", "○1"),
        ("", r"EQ \f(\r(16);\f(1;2))", "√16/(1/2)"),
        ("", r"EQ \f(31", "31"),
        ("", r"EQ \i(0;1;x)", "∫0 1 x"),
        ("", r' SYMBOL 177 \f "Times New Roman" ', "±"),
        ("", r' SYMBOL 0xB3 \f "Symbol" \s 12 ', "≥"),
        ("", " XE mục ", ""),
    ],
)
def test_fields_without_result(before: str, code: str, shown: str) -> None:
    body = p((t(before) if before else "") + field(code) + t("."))
    assert lines(body) == [f"{shown}."]


def test_a_formula_with_a_result_is_read_once() -> None:
    assert lines(p(field(r"EQ \f(31;40)", "31/40") + t("."))) == ["31/40."]


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("<w:checked/>", "☒ Đạt"), ('<w:checked w:val="0"/><w:default w:val="1"/>', "☐ Đạt"),
        ('<w:default w:val="1"/>', "☒ Đạt"), ("", "☐ Đạt"),
    ],
)  # fmt: skip
def test_boxes_to_tick(state: str, shown: str) -> None:
    box = f"<w:ffData><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>"
    assert lines(p(field("FORMCHECKBOX", None, box) + t(" Đạt"))) == [shown]


UP = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize("brackets", ["()", "[]"])
def test_raised_brackets_around_a_call(brackets: str) -> None:
    before, after = brackets
    mark = t(before, UP) + "<w:r><w:footnoteRef/></w:r>" + t(after, UP) + t(" Gồm 5 tổ.")
    document = read(
        p(t("Giảm 12") + t(before, UP) + call("footnote", 2) + t(after, UP) + t(" tổ.")),
        footnotes=f'<w:footnote w:id="2">{p(mark)}</w:footnote>',
    )
    assert document.text.splitlines()[1] == "¹ Gồm 5 tổ."
    report = analyse(document)
    assert [q.text for q in report.quantities] == ["12", "5"]
    assert document.view.startswith("Giảm 12 tổ.")


def test_a_typed_mark_in_brackets() -> None:
    run = f'<w:r><w:rPr>{UP}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="2"/>'
    body = p(t("(1)", UP) + t(" Gồm 5 tổ."))
    assert lines(
        p(t("Giảm 12") + run + "<w:t>(1)</w:t></w:r>" + t(" tổ.")),
        footnotes=f'<w:footnote w:id="2">{body}</w:footnote>',
    ) == ["Giảm 12¹ tổ.", "¹ Gồm 5 tổ."]


def test_a_note_that_begins_with_a_figure_keeps_it() -> None:
    assert lines(
        p(t("Có 40 hộ") + call("footnote", 2) + t(", 5 tổ") + call("footnote", 3)),
        footnotes=note("footnote", 2, "12 hộ mới.") + note("footnote", 3, "2 tổ ở chợ."),
    ) == ["Có 40 hộ¹, 5 tổ²", "¹ 12 hộ mới.", "² 2 tổ ở chợ."]


@pytest.mark.parametrize("raised", ["2,3", "(2), (3)", "2; 3"])
def test_several_calls_made_by_hand_in_one_run(raised: str) -> None:
    assert lines(p(t("Có 5") + t(raised, UP) + t(" tổ."))) == ["Có 5² ³ tổ."]


def test_raised_text_that_is_no_call_stays() -> None:
    assert lines(p(t("Có 5") + t("3,2", UP) + t(" tổ ngày 1") + t("st", UP))) == [
        "Có 53,2 tổ ngày 1st"
    ]


@pytest.mark.parametrize("mark", ["i", "iv", "xii"])
def test_roman_calls_behind_figures(mark: str) -> None:
    assert lines(p(t("Có 99") + t(mark, UP) + t(" tổ, 30") + t("h", UP) + t("15"))) == [
        f"Có 99<sup>{mark}</sup> tổ, 30h15"
    ]


@pytest.mark.parametrize("sign", "-−–")
def test_negative_powers(sign: str) -> None:
    document = read(p(t("Bụi 10") + t(f"{sign}3", UP) + t(" mg, 5 m.s") + t(f"{sign}1", UP)))
    assert document.text == "Bụi 10⁻³ mg, 5 m.s⁻¹\n"
    assert document.calls == ()
    assert [q.text for q in analyse(document).quantities] == ["5"]
