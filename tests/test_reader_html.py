"""HTML -> Document: what a page says, and what its site adds."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from extract.batch.local import discover
from extract.document import Document
from extract.errors import InputError
from extract.pipeline import analyse
from extract.readers.files import read_bytes


def page(body: str, head: str = "") -> bytes:
    """A page with this body."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def read(body: str) -> Document:
    """The document of a page with this body."""
    return read_bytes(page(body), "b.html")


def lines(body: str) -> list[str]:
    """The lines of its reading text."""
    return read(body).text.rstrip("\n").split("\n")


def refusal(data: bytes) -> str:
    """Why a page is refused, in both languages."""
    with pytest.raises(InputError) as error:
        read_bytes(data, "b.html")
    english, vietnamese = str(error.value), error.value.said("vi")
    assert english.startswith("b.html: ") and vietnamese.startswith("b.html: ")
    assert english != vietnamese
    return english


def test_what_the_document_says_of_itself() -> None:
    document = read("<p>Toàn xã có 40 tổ.</p>")
    assert document.text == "Toàn xã có 40 tổ.\n"
    assert (document.reader, document.media_type, document.pages) == ("html", "text/html", ())
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        ("<!doctype HTML><p>Kính gửi</p>", "html"),
        ('\ufeff<?xml version="1.0"?>\n<!-- trang --><html><p>Kính gửi</p></html>', "html"),
        ("<div><p>Kính gửi</p>\n<p>Các sở</p></div>", "html"),
        ("<p>Kính gửi</p>\nNgày <b>5/3</b>", "text"),
        ('<p align="center">logo</p>\n\n# Báo cáo\n\nKính gửi các sở, ngành', "text"),
        ("# Báo cáo\n\n<table><tr><td>1</td></tr></table>", "text"),
        ("<table><tr><td>TT</td><td>2</td></tr></table>", "text"),
        ("Số < 5 và > 3", "text"),
        ("Content-Type: text/plain\n\nKính gửi", "text"),
    ],
)
def test_the_kind_is_told_by_the_content(data: str, reader: str) -> None:
    for name in ("b.md", "b.txt", "b.html"):
        assert read_bytes(data.encode(), name).reader == reader


def test_a_run_takes_pages(tmp_path: Path) -> None:
    for name in ("a.html", "b.HTM", "c.mht", "d.css"):
        (tmp_path / name).write_bytes(page("<p>Kính gửi</p>"))
    assert [task.name for task in discover([tmp_path])] == ["a.html", "b.HTM", "c.mht"]


TEXT = "Đối soát số liệu năm 2021 của Ủy ban"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-16-be", "utf-16"),
        ("utf-8", "windows-1252"),
        ("cp1258", "windows-1258"),
        ("cp1258", ""),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    text = TEXT
    if encoding == "cp1258":  # letters with a tone mark of its own after them
        tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
        out = ""
        for letter in TEXT:
            parts = unicodedata.normalize("NFD", letter)
            tone = "".join(c for c in parts if c in tones)
            rest = "".join(c for c in parts if c not in tones)
            out += unicodedata.normalize("NFC", rest) + tone
        text = out
    meta = f'<meta http-equiv=Content-Type content="text/html; charset={declared}">'
    data = f"<html><head>{meta if declared else ''}</head><body><p>{text}</p></body></html>"
    document = read_bytes(data.encode(encoding), "b.html")
    assert document.text == f"{TEXT}\n" and not document.warnings


def test_a_page_that_says_a_wrong_encoding() -> None:
    """Its letters were given up, for it says that it is UTF-8."""
    head = '<html><head><meta charset="utf-8"></head><body><p>'
    marked = (
        unicodedata.normalize("NFD", head + "Tổng số tiền là 12 tỷ đồng")
        .replace("o\u0302", "ô")
        .replace("e\u0302", "ê")
    )
    document = read_bytes(marked.encode("cp1258"), "b.html")
    assert document.text == "Tổng số tiền là 12 tỷ đồng\n"


def test_single_wrong_bytes_are_a_warning() -> None:
    data = page(f"<p>{TEXT * 20}</p>").replace("Đối".encode(), "Đối".encode() + b"\xff", 1)
    document = read_bytes(data, "b.html")
    assert document.text.startswith("Đối\ufffd soát")
    assert document.warnings == ("characters that are not in the page's encoding (utf-8): 1",)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Kính\n   <span>gửi</span>&nbsp;&nbsp;các sở</p>", "Kính gửi các sở"),
        ("<p>tổ&shy;chức &amp; bi&#234;n ch&#x1EBF;</p>", "tổchức & biên chế"),
        ("<p>12 m<sup>2</sup></p>", "12 m²"),
        ('<p>12 m<span style="vertical-align: super">3</span></p>', "12 m³"),
        ("<p>tổ<sup>(1)</sup> và</p>", "tổ¹ và"),
        ("<p>tổ<sup>1</sup><sup>,</sup><sup>2</sup></p>", "tổ¹ ²"),
        ("<p>1<sup>st</sup> CO<sub>2</sub></p>", "1st CO2"),
        ("<p>Còn<span style='DISPLAY: none'>ẩn</span><i hidden>ẩn</i></p>", "Còn"),
        ("<p>Còn<!-- ẩn --><script>ẩn()</script><style>p{}</style></p>", "Còn"),
        ("<p>mới<del>cũ</del><ins> hơn</ins></p>", "mới hơn"),
        ("<p><![if !supportLists]>1.&nbsp; <![endif]>Mục</p>", "1. Mục"),
        ("<p>Một<o:p></o:p><!--[if gte mso 9]><xml>x</xml><![endif]--></p>", "Một"),
        ('<p style="text-transform:uppercase">tỉnh ủy</p>', "TỈNH ỦY"),
        ("<p>theo <a href='/vb'>Nghị định số 30</a></p>", "theo Nghị định số 30"),
        ("<p>| 5 |</p>", "\\| 5 |"),
        ("<p><math><mfrac><mn>12</mn><mn>40</mn></mfrac></math> xã</p>", "12/40 xã"),
        ("<p><math><msup><mn>10</mn><mn>6</mn></msup></math> đồng</p>", "10^6 đồng"),
        ("<p><math><msqrt><mn>81</mn></msqrt></math></p>", "√81"),
        ("<p <p <<b>chữ</i></table></td></p>", "chữ"),
    ],
)  # fmt: skip
def test_runs(body: str, text: str) -> None:
    assert lines(body) == [text]


def test_blocks_are_lines() -> None:
    body = "<div>Một<p>Hai</p>Ba<div>Bốn</div></div><blockquote>Năm</blockquote>Sáu<hr>Bảy"
    assert lines(body) == ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy"]


def test_bold_and_italics_tell_headings() -> None:
    body = (
        "<h2>I. KẾT QUẢ</h2><p><b>1. Tổ chức</b></p><p>a) <em>Kết quả</em></p>"
        "<p><strong>2. Kinh phí.</strong> Đã chi.</p><p style='font-weight:700'>Chung</p>"
        "<p><b>Đ</b>iều này</p><p><b style='font-weight:normal'>Thường</b></p>"
    )
    assert lines(body) == [
        "**I. KẾT QUẢ**",
        "**1. Tổ chức**",
        "a) *Kết quả*",
        "**2. Kinh phí.** Đã chi.",
        "**Chung**",
        "Điều này",
        "Thường",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Toàn xã có<br>40 tổ</p>", ["Toàn xã có 40 tổ"]),
        ("<p align=center>TỈNH ỦY<br/>ĐIỆN BIÊN</p>", ["TỈNH ỦY", "ĐIỆN BIÊN"]),
        ("<p>Nơi nhận:<br>- Như trên;<br>- Lưu.</p>", ["Nơi nhận:", "- Như trên;", "- Lưu."]),
        ("<div>Một.<br>Hai có<br>ba.<br><br>Bốn</div>", ["Một.", "Hai có ba.", "Bốn"]),
        (
            "<p><b>Điều 2. Giám sát</b><br>Hội đồng xã giám sát.</p>",
            ["**Điều 2. Giám sát**", "Hội đồng xã giám sát."],
        ),
        (
            "<p>2. <b>Chi phí</b><br>Chi hết 40 triệu. <b>Dư</b> ít.</p>",
            ["2. **Chi phí**", "Chi hết 40 triệu. Dư ít."],
        ),
        (
            "<p>Điều 8. Lệ phí<br>Lệ phí là các khoản sau:<br>1. Lệ phí cầu.<br>2. Lệ phí phà.</p>",
            ["Điều 8. Lệ phí", "Lệ phí là các khoản sau:", "1. Lệ phí cầu.", "2. Lệ phí phà."],
        ),
        (
            "<p>Điều 8. Trách nhiệm của<br>Sở Nội vụ.</p>",
            ["Điều 8. Trách nhiệm của Sở Nội vụ."],
        ),
        ("<p><b>Văn phòng,</b><br>Sở Nội vụ.</p>", ["**Văn phòng,** Sở Nội vụ."]),
        ("<p><b>TỈNH ỦY</b><br>Văn phòng</p>", ["TỈNH ỦY", "Văn phòng"]),
        ("<pre>Một\n\nHai</pre>", ["Một", "Hai"]),
    ],
)
def test_line_breaks(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("calls", "read_as"),
    [
        ("<sup>1</sup><sup>2</sup>", "¹ ²"),
        ("<sup>1</sup><sup>0</sup>", "¹⁰"),
        ("<sup>1</sup> a<sup>2</sup> b<sup>3</sup><sup>4</sup>", "¹ a² b³ ⁴"),
        ("<sup>1</sup> a<sup>2</sup> 3 m<sup>2</sup>", "¹ a² 3 m²"),
        (
            "".join(f"<sup>{n}</sup> " for n in range(1, 12)) + "<sup>1</sup><sup>2</sup>",
            "¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹ ¹⁰ ¹¹ ¹²",
        ),
    ],
)
def test_raised_numbers_side_by_side(calls: str, read_as: str) -> None:
    assert lines(f"<p>Giảm 5 tổ{calls}</p>") == [f"Giảm 5 tổ{read_as}"]


def test_lists_have_their_labels() -> None:
    body = (
        "<ol start=3><li>ba<ol type=a><li>con</ol><li value=7><p>bảy</p><p>tiếp</p></ol>"
        "<ol type=I><li>một<li style='list-style-type:none'>trần</ol>"
        "<ul><li>chấm<ul><li>rỗng</ul></ul><ol reversed><li>hai<li>một</ol>"
    )
    assert lines(body) == [
        "3. ba", "a. con", "7. bảy", "tiếp", "I. một", "trần", "• chấm", "◦ rỗng", "2. hai",
        "1. một",
    ]  # fmt: skip


WORD = (
    '<p>Giảm 10 tổ<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span>'
    '<![if !supportFootnotes]>[1]<![endif]></span></a>.</p><p>Hết</p>'
    '<div style="mso-element:footnote-list"><hr size=1><div style="mso-element:footnote" id=ftn1>'
    '<p><a href="#_ftnref1" name="_ftn1">[1]</a> 1 tổ tự quản.</p><p>Thêm.</p></div></div>'
)  # fmt: skip
LIBREOFFICE = (
    '<p>Giảm 10 tổ<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">'
    '<sup>1</sup></a>.</p><p>Hết</p><div id="sdfootnote1"><p><a name="sdfootnote1sym" '
    'href="#sdfootnote1anc">1</a> 1 tổ tự quản. Thêm.</p></div>'
)
LISTED = (
    '<p>Giảm 10 tổ<sup id="r1"><a href="trang.html#n1">1</a></sup>.</p><p>Hết</p><section><ol>'
    '<li id="n1"><p>1 tổ tự quản.</p><p>Thêm. <a href="#r1">↩︎</a></p></li></ol></section>'
)
FLAT = (
    '<p>Giảm 10 tổ<sup>[<a href="#fn1">1</a>]</sup>.</p><p>Hết</p>'
    '<p id="fn1">[1] 1 tổ tự quản. Thêm.</p>'
)

RAISED = (
    '<p>Giảm 10 tổ<sup><a href="#n1">1</a></sup>.</p><p>Hết</p>'
    '<p id="n1">1. 1 tổ tự quản. Thêm.</p>'
)


@pytest.mark.parametrize("body", [WORD, LIBREOFFICE, LISTED, FLAT, RAISED])
def test_notes_stand_after_what_calls_them(body: str) -> None:
    document = read(body)
    assert document.text.splitlines() == ["Giảm 10 tổ¹.", "¹ 1 tổ tự quản. Thêm.", "Hết"]
    (note,) = analyse(document).footnotes
    assert note.marker == "1" and note.ref is not None and note.body is not None


def test_links_that_are_no_notes() -> None:
    body = '<p>Xem mục <a href="#m">2</a>, <a href="#x">3</a></p><p id="m">2 tổ</p>'
    assert lines(body) == ["Xem mục 2, 3", "2 tổ"]
    twice = FLAT.replace("</p><p>Hết", ' và<a href="#fn1">1</a></p><p>Hết')
    assert lines(twice)[:2] == ["Giảm 10 tổ¹. và¹", "¹ 1 tổ tự quản. Thêm."]


def test_tables_are_rows() -> None:
    body = (
        "<table><caption>Biểu 1</caption><thead><tr><th rowspan=2>TT<th colspan=2>Năm<tr><th>2020"
        "<th>2021</thead><tr><td>1<td>40<td>31<sup>2</sup><tr><td>A|B<td colspan=2>5<br>6</table>"
    )
    assert lines(body) == [
        "Biểu 1", "", "| TT | Năm |  |", "|  | 2020 | 2021 |", "| --- | --- | --- |",
        "| 1 | 40 | 31² |", "| A\\|B | 5 6 |  |",
    ]  # fmt: skip


def test_notes_of_a_table_follow_it() -> None:
    body = WORD.replace("<p>Giảm", "<table border=1><tr><td>Giảm").replace(
        ".</p>", "<td>2</table>", 1
    )
    assert lines(body)[-3:] == ["", "¹ 1 tổ tự quản. Thêm.", "Hết"]


LAYOUT = (
    "<table{}><tr><td>UBND XÃ THỬ<br>Số: 12/BC-UBND<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>"
)


@pytest.mark.parametrize("attributes", ["", " border=1", " style='border: 1px solid'"])
def test_heads_are_no_tables(attributes: str) -> None:
    found = lines(LAYOUT.format(attributes))
    assert found == ["UBND XÃ THỬ", "Số: 12/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


@pytest.mark.parametrize(
    ("attributes", "is_data"),
    [
        ("", False),
        (" border=0", False),
        (" border=1", True),
        (" class='MsoTableGrid'", True),
        (" style='border:none'", False),
        (" style='border:solid windowtext 1.0pt'", True),
    ],
)
def test_lines_tell_a_table_of_words(attributes: str, is_data: bool) -> None:
    rows = "<tr><td>Việc</td><td>Ai</td></tr><tr><td>Họp</td><td>Xã</td></tr>" * 2
    found = lines(f"<table{attributes}>{rows}</table>")
    assert found[-1].startswith("|") == is_data


def test_tables_in_tables_are_layout() -> None:
    inner = "<table border=1><tr><td>1<td>2<tr><td>3<td>4</table>"
    found = lines(f"<table border=1><tr><td>Trái<td>{inner}</table>")
    assert found == ["Trái", "", "| 1 | 2 |", "| --- | --- |", "| 3 | 4 |"]


DOC = "<p>Toàn xã giảm từ 40 tổ xuống 31 tổ, giảm 9 tổ theo kế hoạch đã được phê duyệt.</p>" * 3
SITE = (
    '<header><a href="/">Trang chủ</a><a href="/gt">Giới thiệu</a></header><nav>Mục lục</nav>'
    '<div class="main-menu menu"><ul><li><a href="/a">Tin tức</a></ul></div>{}'
    "<footer>© Cổng thông tin</footer>"
)


@pytest.mark.parametrize(
    "content",
    [
        "<main>{}</main>",
        "<article><div class='share'>Chia sẻ</div>{}</article>",
        "<div id=toanvancontent>{}</div>",
        "<div class='wrap content-box'><div class=sidebar>Văn bản mới</div>"
        "<div class=noi-dung>{}</div></div>",
        "<form id=aspnetForm><input value=x><div id=divContentDoc>{}</div><button>In</form>",
        "<div>{}</div>",
    ],
)
def test_the_document_without_its_site(content: str) -> None:
    found = lines(SITE.format(content.format(DOC)))
    assert len(found) == 3 and all(line.startswith("Toàn xã giảm") for line in found)


def test_pages_of_one_document_stay_together() -> None:
    pages = f"<div class='content-page1'>{DOC * 3}</div><div class='content-page2'>{DOC}</div>"
    assert len(lines(f"<div>{pages}</div>")) == 12


def test_a_head_inside_the_document_stays() -> None:
    assert lines(f"<article><header><h1>BÁO CÁO</h1></header>{DOC}</article>")[0] == "**BÁO CÁO**"
    assert lines(f"<header><h1>BÁO CÁO</h1></header>{DOC}")[0] == "**BÁO CÁO**"


def test_xhtml_closes_empty_elements() -> None:
    data = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        "<title/><script src='x'/></head><body><p>Một<a id='m'/></p><p/><p>Hai<br/>ba</p></body>"
        "</html>"
    )
    assert read_bytes(data.encode(), "b.html").text == "Một\nHai ba\n"


def test_web_archives() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSubject: trang\r\nMIME-Version: 1.0\r\nContent-Type: "
        b'multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n------b\r\n'
        b"Content-Type: text/html; charset=windows-1258\r\nContent-Transfer-Encoding: "
        b"quoted-printable\r\n\r\n<html><p>To=E0n xa=DE c=F3 40 h=\r\n=F4=F2</p></html>"
        b"\r\n------b\r\nContent-Type: image/png\r\n\r\nx\r\n------b--\r\n"
    )
    document = read_bytes(data, "b.mht")
    assert document.text == "Toàn xã có 40 hộ\n"
    assert document.media_type == "multipart/related"
    assert "without a page" in refusal(data.replace(b"text/html;", b"text/css;"))


PARTS = b"Content-Type: multipart/related; boundary=a\n\n--a\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html></html>", "holds no text"),
        (b"<!doctype html>", "holds no text"),
        (page("<script>document.write('x')</script>"), "holds no text"),
        (page("<div>" * 10_000 + "x"), "nested without end"),
        (page("<b>" * 1_000_001), "more than 1000000 tags"),
        (page("<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x"), "attributes without end"),
        (PARTS * 5000, "more than 1000 parts"),
    ],
)
def test_pages_that_are_refused(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_entities_of_its_own_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 20}">' for n in range(20))
    data = f'<!DOCTYPE html [<!ENTITY a0 "x">{entities}]><html><p>&a20; hay</p></html>'
    assert read_bytes(data.encode(), "b.html").text == "&a20; hay\n"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 1900 + "chữ",
        "<table><tr><td>" * 500 + "chữ",
        "<ul><li>" * 800 + "chữ",
        "<sup>" * 1500 + "<a href='#b'>1</a>" + "</sup>" * 1500 + "<p id=b>chữ",
        "chữ" + "<a href='#a'>1</a>" * 20_000 + "<p id=a>z</p>",
        "<p>chữ<table border=1><tr>" + "<td rowspan=65000>y" * 63 + "<tr><td>1" * 5000,
        "<div class=content>" * 1500 + "chữ",
        "chữ" + "x<script></script>" * 20_000,
    ],
)
def test_hostile_pages_are_read(body: str) -> None:
    assert "chữ" in read(body).text
