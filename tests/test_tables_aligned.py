"""Tables without lines: columns set with spaces, tabs, tab stops of Word, or places on a page."""

from __future__ import annotations

import pytest

from docx_parts import p, read, t
from extract.document import Document
from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from pdfs import Pdf, width
from pdfs import read as read_pdf

SPACED = """
Biểu số 01. Thu ngân sách trên địa bàn huyện
                                                  Đơn vị: triệu đồng
STT  Nội dung                          Dự toán     Ước thực   So sánh
                                       năm 2025    hiện       (%)
A    B                                 1           2          3=2/1
1    Thu nội địa                        10.500     11.025      105,0
2    Thu tiền sử dụng đất                2.000      1.500       75,0
3    Thu từ hoạt động xuất khẩu,
     nhập khẩu                             500        600      120,0
4    Thuế thu nhập cá nhân của
     hộ kinh doanh                         300        330      110,0
     Tổng cộng                          13.300     13.{}     101,2

Thu ngân sách đạt khá.
"""


def cells(document: Document) -> list[list[tuple[str, ...]]]:
    return [list(table.cells) for table in analyse(document).tables]


def codes(document: Document) -> list[tuple[str, str]]:
    found = analyse(document).findings
    return [(f.code, f.args["stated"]) for f in found if f.code.startswith("A11")]


def test_columns_set_with_spaces() -> None:
    document = read_text(SPACED.format("455"), "t.txt")
    (rows,) = cells(document)
    assert rows == [
        ("STT", "Nội dung", "Dự toán năm 2025", "Ước thực hiện", "So sánh (%)"),
        ("A", "B", "1", "2", "3=2/1"),
        ("1", "Thu nội địa", "10.500", "11.025", "105,0"),
        ("2", "Thu tiền sử dụng đất", "2.000", "1.500", "75,0"),
        ("3", "Thu từ hoạt động xuất khẩu, nhập khẩu", "500", "600", "120,0"),
        ("4", "Thuế thu nhập cá nhân của hộ kinh doanh", "300", "330", "110,0"),
        ("", "Tổng cộng", "13.300", "13.455", "101,2"),
    ]
    report = analyse(document)
    assert report.tables[0].caption == "Biểu số 01. Thu ngân sách trên địa bàn huyện"
    text = report.document.text
    assert all(text[q.start : q.end] == q.text for q in report.quantities)
    assert {q.unit for q in report.quantities if q.text == "11.025"} == {"đồng"}
    assert codes(document) == []


def test_a_wrong_total_in_columns_set_with_spaces() -> None:
    assert codes(read_text(SPACED.format("465"), "t.txt"))[0] == ("A111", "13.465")


def test_a_decomposed_text_keeps_its_columns() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", SPACED.format("455"))
    report = analyse(read_text(text, "t.txt"))
    (table,) = report.tables
    assert [row[2:] for row in table.cells][2:4] == [
        ("10.500", "11.025", "105,0"),
        ("2.000", "1.500", "75,0"),
    ]
    assert all(report.document.text[q.start : q.end] == q.text for q in report.quantities)


def test_columns_set_with_tabs() -> None:
    text = (
        "Bảng 1. Biên chế\n\nĐơn vị\tNăm 2020\tNăm 2024\nPhòng Nội vụ\t12\t10\n"
        "Phòng Tư pháp\t8\t7\nPhòng Tài chính\t11\t9\nTổng cộng\t31\t26\n\nHết.\n"
    )
    (rows,) = cells(read_text(text, "t.txt"))
    assert rows[0] == ("Đơn vị", "Năm 2020", "Năm 2024")
    assert rows[-1] == ("Tổng cộng", "31", "26")
    assert codes(read_text(text.replace("\t26", "\t27"), "t.txt")) == [("A111", "27")]


@pytest.mark.parametrize(
    "text",
    [
        "Mục lục\n\nI. Mở đầu ........  3\nII. Kết quả ......  7\nIII. Kiến nghị ....  12\n",
        "Nơi nhận:                      CHỦ TỊCH\n- Như trên;\n- Lưu: VT.          Lê Văn Ba\n",
        "Số hộ nghèo     12\nSố hộ cận nghèo     9\nSố hộ thoát nghèo 4\n",
        "Thu nội địa      120\nThu xuất khẩu     30\nTổng cộng        150\n",  # no header
        "Xã đã vận động  12 hộ,\ngiúp được  15 hộ và\nxây mới  3 nhà trong năm 2024\n",
    ],
)
def test_text_stays_text(text: str) -> None:
    assert cells(read_text(text, "t.txt")) == []


def test_tab_stops_in_word() -> None:
    tab = "<w:r><w:tab/></w:r>"

    def row(*texts: str) -> str:
        return p(tab.join(t(text) for text in texts))

    body = (
        p(t("Bảng 2. Số trường theo cấp học"))
        + row("Cấp học", "Năm 2023", "Năm 2024")
        + row("Mầm non", "20", "19")
        + row("Tiểu học", "15", "14")
        + row("Trung học cơ sở", "12", "12")
        + row("Tổng cộng", "47", "46")
        + p(t("Các trường đã ổn định."))
    )
    document = read(body)
    (rows,) = cells(document)
    assert rows[1] == ("Mầm non", "20", "19")
    assert codes(document) == [("A111", "46")]
    assert document.text.rstrip().endswith("Các trường đã ổn định.")


def test_two_tabbed_lines_in_word_stay_text() -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = p(t("Số hộ") + tab + t("12")) + p(t("Số khẩu") + tab + t("40"))
    assert cells(read(body)) == []


def page(last: str) -> Pdf:
    pdf = Pdf().page()
    pdf.text(85, 80, "Bảng 3. Giường bệnh theo cơ sở", 12)
    pdf.text(400, 98, "ĐVT: giường", 12)
    rows = [
        ("Bệnh viện tỉnh", "500", "520"),
        ("Bệnh viện huyện", "120", "130"),
        ("Trạm y tế", "60", "55"),
        ("Tổng cộng", "680", last),
    ]
    for x, head in ((85, "Cơ sở"), (290, "Năm 2023"), (390, "Năm 2024")):
        pdf.text(x, 120, head, 12)
    for n, (label, *figures) in enumerate(rows):
        y = 140 + 18 * n
        pdf.text(85, y, label, 12)
        for right, figure in zip((350, 450), figures, strict=True):
            pdf.text(right - 7.2 * len(figure), y, figure, 12)
    pdf.text(85, 260, "Số giường bệnh tăng so với năm trước.", 12)
    return pdf


def test_a_table_without_lines_on_a_page() -> None:
    document = read_pdf(page("705"))
    (rows,) = cells(document)
    assert rows[0] == ("Cơ sở", "Năm 2023", "Năm 2024")
    assert rows[-1] == ("Tổng cộng", "680", "705")
    assert codes(document) == []
    assert codes(read_pdf(page("795"))) == [("A111", "795")]


def test_a_row_over_two_lines_on_a_page() -> None:
    pdf = page("705")
    pdf.text(85, 84 + 140, "và cơ sở tư nhân", 12)  # goes on with nothing that has figures
    document = read_pdf(pdf)
    assert len(cells(document)) == 1


MIDDLES = (60, 150, 300, 370, 450)  # of the columns: number, label, two years, the change
UNDER = ("", "", "Năm 2030", "Năm 2031", "")
BESIDE = ("STT", "Đơn vị", "", "", "Giảm (tổ)")
BODY = (
    ("1", "Xã Thượng", "40", "31", "9"),
    ("2", "Xã Hạ", "52", "40", "12"),
    ("3", "Xã Trung", "38", "30", "8"),
    ("", "Tổng cộng", "130", "101", "29"),
)


def centred(pdf: Pdf, x: float, y: float, words: str) -> None:
    pdf.text(x - 0.3 * 9 * len(words), y, words, 9)


def headed_page(pdf: Pdf, y: float, rows: tuple[tuple[str, ...], ...], apart: float = 7) -> None:
    """A header of two lines, one text over the two years, and rows of right-aligned figures; what
    stands beside that text is `apart` lower, in the middle of the header's height."""
    centred(pdf, 335, y, "Số tổ tự quản")
    for line, at in ((BESIDE, y + apart), (UNDER, y + 14)):
        for x, words in zip(MIDDLES, line, strict=True):
            centred(pdf, x, at, words)
    for n, row in enumerate(rows):
        for k, (x, words) in enumerate(zip(MIDDLES, row, strict=True)):
            left = 95 if k == 1 else x + 20 - 0.6 * 9 * len(words)
            pdf.text(left if k != 0 else 55, y + 36 + 18 * n, words, 9)


HEADER = [
    ("STT", "Đơn vị", "Số tổ tự quản", "", "Giảm (tổ)"),
    ("", "", "Năm 2030", "Năm 2031", ""),
]


@pytest.mark.parametrize("apart", [0, 7])
@pytest.mark.parametrize("pages", [1, 2])
def test_a_header_over_two_columns_without_lines(apart: float, pages: int) -> None:
    pdf = Pdf().page()
    centred(pdf, 270, 80, "Bảng 1. Kết quả sắp xếp tổ tự quản")
    if pages == 1:
        headed_page(pdf, 110, BODY, apart)
    else:
        more = tuple((str(n), f"Xã Mới {n}", "10", "8", "2") for n in range(4, 7))
        headed_page(pdf, 700, BODY[:3], apart)
        total = ("", "Tổng cộng", "160", "125", "35")
        headed_page(pdf.page(), 60, (*more, total), apart)
    report = analyse(read_pdf(pdf))
    (table,) = report.tables
    assert table.caption == "Bảng 1. Kết quả sắp xếp tổ tự quản"
    assert table.header_rows == 2 and [tuple(row) for row in table.cells[:2]] == HEADER
    assert len(table.cells) == (6 if pages == 1 else 9)
    assert sum(r.kind == "table" and r.verdict == "consistent" for r in report.relations) >= 3


@pytest.mark.parametrize("title", ["Kết quả năm", "Phần II", "(tháng 12)"])
def test_a_title_over_a_table_without_lines_is_no_header(title: str) -> None:
    pdf = Pdf().page()
    centred(pdf, 255, 90, title)
    for x, words in zip(MIDDLES, ("STT", "Đơn vị", *UNDER[2:4], "Giảm (tổ)"), strict=True):
        centred(pdf, x, 110, words)
    for n, row in enumerate(BODY):
        for k, (x, words) in enumerate(zip(MIDDLES, row, strict=True)):
            pdf.text(95 if k == 1 else x + 20 - 0.6 * 9 * len(words), 130 + 18 * n, words, 9)
    (table,) = analyse(read_pdf(pdf)).tables
    assert table.header_rows == 1 and len(table.cells) == 5


@pytest.mark.parametrize(("ending", "joined"), [(",", True), ("", False)])
def test_centred_heads_and_labels_over_two_lines_on_a_page(ending: str, joined: bool) -> None:
    pdf = Pdf().page()
    pdf.text(115, 100, "TT", 10).text(190, 100, "Nội dung chi", 10)
    pdf.text(320, 100, "Dự toán", 10).text(430, 100, "Thực hiện", 10)
    rows = [("1", "Sự nghiệp y tế", "12.750", "6.018"), ("2", f"Quản lý{ending}", "480", "787")]
    rows += [("", "Đảng, đoàn thể", "", ""), ("3", "Bảo đảm xã hội", "120", "546")]
    for n, (order, label, *figures) in enumerate(rows):
        pdf.text(85, 120 + 16 * n, order or " ", 10).text(176, 120 + 16 * n, label, 10)
        for right, figure in zip((370, 490), figures, strict=True):
            pdf.text(right - 6 * len(figure), 120 + 16 * n, figure or " ", 10)
    (table,) = cells(read_pdf(pdf))
    assert table[0] == ("TT", "Nội dung chi", "Dự toán", "Thực hiện")
    assert (table[2] == ("2", "Quản lý, Đảng, đoàn thể", "480", "787")) == joined
    assert len(table) == (4 if joined else 5)


LEFT_HEADS = (
    ("TT", "Nội dung chi", "Dự toán 2024", "Thực hiện 6", "Tỷ lệ (%)"),
    ("", "", "", "tháng", ""),
)
LEFT_ROWS = (
    ("1", "Sự nghiệp giáo dục", "2.650", "1.310", "49,4"),
    ("2", "Sự nghiệp kinh tế", "410", "198", "48,3"),
    ("3", "Bảo đảm xã hội", "300", "145", "48,3"),
    ("", "Tổng cộng", "3.360", "1.653", "49,2"),
)
LEFT_CELLS = (
    ("TT", "Nội dung chi", "Dự toán 2024", "Thực hiện 6 tháng", "Tỷ lệ (%)"), *LEFT_ROWS,
)  # fmt: skip


def headed_at_the_left(pdf: Pdf, y: float, rows: tuple[tuple[str, ...], ...]) -> None:
    """Draw rows under headers that begin where their columns do; figures end where these do."""
    lefts, rights = (60, 90, 260, 350, 440), (0, 0, 345, 435, 520)
    for row in LEFT_HEADS:
        for x, text in zip(lefts, row, strict=True):
            if text:
                pdf.text(x, y, text, 9)
        y += 13
    for row in rows:
        for k, text in enumerate(row):
            if text:
                pdf.text(rights[k] - width(text, 9) if k > 1 else lefts[k], y, text, 9)
        y += 13


def test_headers_at_the_left_of_columns_of_figures() -> None:
    pdf = Pdf().page()
    headed_at_the_left(pdf, 100, LEFT_ROWS)
    (table,) = analyse(read_pdf(pdf)).tables
    assert table.cells == LEFT_CELLS


def test_the_number_of_a_page_is_no_header() -> None:
    """The header is repeated on the next page, right under its number."""
    pdf = Pdf().page()
    pdf.text(290, 40, "1")
    headed_at_the_left(pdf, 700, LEFT_ROWS[:3])
    pdf.page().text(290, 40, "2")
    more = tuple((str(n), "Sự nghiệp khác", "40", "18", "45,0") for n in range(4, 9))
    headed_at_the_left(pdf, 60, more)
    (table,) = analyse(read_pdf(pdf)).tables
    assert table.cells == (*LEFT_CELLS[:4], *more)


def test_a_number_over_labels_that_a_tab_parts() -> None:
    text = "\n".join(
        "\t".join(row)
        for row in (("TT", "Nội dung", "Dự toán", "Thực hiện"), *(row[:4] for row in LEFT_ROWS))
    )
    (table,) = analyse(read_text(f"Chi ngân sách như sau:\n\n{text}\n", "b.txt")).tables
    assert table.cells[0] == ("TT", "Nội dung", "Dự toán", "Thực hiện")
