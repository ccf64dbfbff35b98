"""Pages as offices save them: filled forms, sheets of Excel, tables in cells, framed documents."""

from __future__ import annotations

import re

import pytest

import extract
from extract.document import Document
from extract.readers.files import read_bytes
from test_reader_html import lines


def read(body: str) -> Document:
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>"
    return read_bytes(page.encode(), "a.html")


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ('<input type="text" value="125">', "Có 125 hộ."),
        ('<input value="125 ">', "Có 125 hộ."),
        ('<input type="number" value="12" readonly>', "Có 12 hộ."),
        ("<textarea>12\n  mới</textarea>", "Có 12 mới hộ."),
        ("<select><option>11<option selected>12</select>", "Có 12 hộ."),
        ("<select multiple><option selected>1<option selected>2<option>3</select>", "Có 1, 2 hộ."),
        ("<select><option>11<option>12</select>", "Có hộ."),
        ('<input type="hidden" value="9">', "Có hộ."),
        ('<input type="submit" value="Gửi">', "Có hộ."),
        ('<input type="password" value="9">', "Có hộ."),
        ('<input value="9" style="display:none">', "Có hộ."),
        ("<button>Gửi</button>", "Có hộ."),
        ('<input type="checkbox" checked>', "Có ☒ hộ."),
        ('<input type="radio">', "Có ☐ hộ."),
    ],
)
def test_values_of_forms(field: str, shown: str) -> None:
    assert read(f"<p>Có {field} hộ.</p>").text == f"{shown}\n"


def test_values_stay_apart_from_the_words_beside_them() -> None:
    body = "<p><label>Số hộ</label><input value='125'><span>hộ</span>, xã<input value='12'>.</p>"
    assert read(body).text == "Số hộ 125 hộ, xã 12.\n"


def test_fields_of_a_table() -> None:
    body = "<table border=1><tr><th>Huyện<th>Số hộ<tr><td>An Bình<td><input value=12></table>"
    assert "| An Bình | 12 |" in read(body).text


def test_fields_of_the_site_are_not_read() -> None:
    body = "<div id='search'><input value='tìm 5 hộ'></div><p>" + "Toàn xã có 12 hộ nghèo. " * 9
    assert "tìm" not in read(body).text


def rows(*texts: str) -> str:
    return "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in texts
    )


SHEET = rows("TT|Nội dung|Dự toán", "1|Thu nội địa|1.250", "2|Thu khác|250", "|Tổng cộng|1.510")
WIDE = "<tr><td colspan=3>{}</td></tr>"


@pytest.mark.parametrize(
    "titles",
    [
        WIDE.format("Biểu 1. Thu ngân sách") + WIDE.format("ĐVT: triệu đồng"),
        rows("Biểu 1. Thu ngân sách||", "ĐVT: triệu đồng||"),
    ],
    ids=["merged", "overflowing"],
)
def test_titles_in_the_rows_of_a_sheet(titles: str) -> None:
    report = extract.analyse(read(f"<table border=1>{titles}{SHEET}</table>"))
    (table,) = report.tables
    assert table.cells[0] == ("TT", "Nội dung", "Dự toán") and len(table.cells) == 4
    assert report.document.text.startswith("Biểu 1. Thu ngân sách\nĐVT: triệu đồng\n")
    assert {int(q.value) for q in report.quantities if q.text == "1.250"} == {1_250_000_000}
    assert [f.code for f in report.findings] == ["A111"]


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td rowspan=2>TT</td><td></td><td></td></tr><tr><td>Huyện</td><td>Số hộ</td></tr>"
        + rows("1|An Bình|12"),
        rows("|2023|", "Huyện|Số hộ|Tỷ lệ", "An Bình|12|50%"),
        rows("Tổng hợp||", "1|2|3"),
    ],
    ids=["merged downwards", "not in the first column", "no table below"],
)
def test_first_rows_that_are_no_titles(table: str) -> None:
    (found,) = extract.analyse(read(f"<p>Hộ nghèo</p><table border=1>{table}</table>")).tables
    assert len(found.cells) == table.count("<tr>")


INNER = f"<table border=1>{rows('Thôn|Số hộ', 'Đông|120', 'Đoài|135')}</table>"


def test_a_table_of_data_in_a_cell_of_another() -> None:
    outer = rows("TT|Huyện|Chi tiết|Cộng", f"1|An Bình|Theo thôn: {INNER}|255", "2|Hòa Sơn||10")
    first, second = extract.analyse(read(f"<table border=1>{outer}</table>")).tables
    assert first.cells[1] == ("1", "An Bình", "Theo thôn:", "255")
    assert second.cells[0] == ("Thôn", "Số hộ")


def test_a_table_around_a_page_is_layout() -> None:
    outer = rows(f"Trình đơn|{INNER}", "Chân trang|", "Liên hệ|")
    (found,) = extract.analyse(read(f"<table>{outer}</table>")).tables
    assert found.cells[0] == ("Thôn", "Số hộ")


@pytest.mark.parametrize(
    ("frame", "warned"),
    [
        ('<iframe src="files/145-bc-ubnd.pdf"></iframe>', True),
        ('<object data="a.bin" type="application/pdf"><embed src="a.pdf"></object>', True),
        ('<iframe src="https://docs.google.com/viewer?url=x"></iframe>', True),
        ('<iframe src="https://www.youtube.com/embed/x"></iframe>', False),
    ],
)
def test_documents_in_frames_are_a_warning(frame: str, warned: bool) -> None:
    warnings = read(f"<p>Toàn văn báo cáo:</p>{frame}").warnings
    assert [w.startswith("documents in frames") and ": 1;" in w for w in warnings] == [
        True
    ] * warned


def test_the_foot_of_a_table_stands_below_its_rows() -> None:
    body = (
        "<table border=1><thead><tr><td>Xã<td>Hộ</thead><tfoot><tr><td>Cộng<td>25</tfoot>"
        "<tbody><tr><td>Đông<td>12<tr><td>Đoài<td>13</tbody></table>"
    )
    assert lines(body)[-3:] == ["| Đông | 12 |", "| Đoài | 13 |", "| Cộng | 25 |"]


WORD = (
    "<p>Có <a style='mso-comment-reference:V_1'>18 cầu</a><span class=MsoCommentReference><span>"
    "<a class=msocomanchor href='#_msocom_1' name='_msoanchor_1'>[VH1]</a><span>&nbsp;</span>"
    "</span></span>, {rest}.</p><div style='mso-element:comment-list'><hr class=msocomoff>"
    "<div><div id=c><a name='_msocom_1'></a><p><a href='#_msoanchor_1'>[VH1]</a>Kiểm"
    " lại: 19 cầu?</p></div></div></div>"
)
GOOGLE = (
    "<p>Có 18 cầu<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>, <span>{rest}</span>"
    "<sup><a href='#cmnt2' id='cmnt_ref2'>[b]</a></sup>.</p>"
    "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Hỏi lại: 19 cầu?</span></p><p>Và 7?</p>"
    "</div><div><p><a href='#cmnt_ref2' id='cmnt2'>[b]</a> đúng 20</p></div>"
)


@pytest.mark.parametrize("page", [WORD, GOOGLE])
def test_comments_of_reviewers_are_left_out(page: str) -> None:
    assert read(page.format(rest="xong 6 cầu")).text.strip("_\n") == "Có 18 cầu, xong 6 cầu."


@pytest.mark.parametrize(
    "body",
    [
        "<p>Có 18 cầu <a href='#muc2'>(mục 2)</a>.</p><p id=muc2>2. Cầu treo</p>",
        "<p>Có 18 cầu.</p><p>Xem <a href='#cmnt_ref'>bảng</a> 7</p>",
        "<div>Xem <a href='#comment-7'>ý kiến 7</a></div>",
    ],
)
def test_other_links_stay(body: str) -> None:
    assert "".join(read(body).text.split()) == "".join(re.sub("<[^>]+>", "", body).split())
