"""What stands at the edges of PDF pages and is no text: prints of browsers, heads of two pages,
traces up the margin."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from pdfs import FILLER, LEFT, RIGHT, Pdf, read, width
from test_tables_pages import X, body, ruled

FIRST = "Toàn xã có 40 tổ, thôn Thượng có 12 cơ"
REST = "sở, thôn Hạ có 28 cơ sở."
SENTENCE = f"{FIRST} {REST}"


def texts(pdf: Pdf) -> list[str]:
    return read(pdf).text.split("\n")


def printed(pdf: Pdf, edges: tuple[str, ...], page: int) -> None:
    """Draw what a browser prints above and below a page, each at the left and at the right."""
    for n, part in enumerate(edges):
        words = part.format(n=page)
        x = 24 if n % 2 == 0 else 570 - width(words, 8)
        pdf.text(x, 20 if n < 2 else 830, words, 8)


def two_pages(head: str = "", foot: str = "") -> Pdf:
    """Two pages, a sentence cut at the end of the first, with a head or foot at one place."""
    pdf = Pdf()
    for n in (1, 2):
        pdf.page()
        if head:
            pdf.text(200, 40, head.format(n=n))
        if n == 1:
            pdf.paragraph(90, f"{FILLER} {FILLER}", indent=28)
            pdf.text(RIGHT - width(FIRST, 12), 700, FIRST)
        else:
            pdf.text(LEFT, 60, REST).paragraph(76, FILLER, indent=28)
        if foot:
            pdf.text(200, 800, foot.format(n=n))
    return pdf


CHROME = ("11/30/31, 8:43 AM", "Báo cáo", "https://xa.example.vn/bao-cao?id=55", "{n}/2")
VIETNAMESE = ("08:43 30/11/2031", "Báo cáo", "https://xa.example.vn/bao-cao", "{n}/2")
FIREFOX = ("Báo cáo", "https://xa.example.vn/bao-cao?id=55", "{n} of 2", "30/11/2031, 8:43")


@pytest.mark.parametrize("edges", [CHROME, VIETNAMESE, FIREFOX])
def test_what_a_browser_prints_is_left_out(edges: tuple[str, ...]) -> None:
    pdf = Pdf()
    for n, row in ((1, FIRST), (2, REST)):
        pdf.page().text(RIGHT - width(row, 12) if n == 1 else LEFT, 90, row)
        printed(pdf, edges, n)
    assert texts(pdf) == [SENTENCE]


@pytest.mark.parametrize("edges", [CHROME, VIETNAMESE, FIREFOX])
def test_one_page_from_a_browser(edges: tuple[str, ...]) -> None:
    pdf = Pdf().page().text(LEFT, 90, SENTENCE)
    printed(pdf, edges, 1)
    assert texts(pdf) == [SENTENCE]


def test_a_note_that_ends_in_an_address_stays() -> None:
    note = "Xem https://xa.example.vn/bao-cao, mục 1/2, ngày 30/11/2031."
    pdf = Pdf().page()
    pdf.paragraph(90, f"{FILLER} {FILLER}")
    pdf.text(LEFT, 800, note, 8)
    assert texts(pdf)[-1] == note


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("BAN THỬ NGHIỆM - BÁO CÁO", ""),
        ("Báo cáo năm 2030 của xã", ""),
        ("Báo cáo số 12-BC/TU | {n}", ""),
        ("", "Báo cáo số 12-BC/TU | {n}"),
        ("{n} | Báo cáo năm 2030", ""),
    ],
)
def test_running_heads_and_feet_of_two_pages_are_left_out(head: str, foot: str) -> None:
    lines = texts(two_pages(head, foot))
    assert lines == [f"{FILLER} {FILLER}", SENTENCE, FILLER]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""),  # two papers of one page
        ("Đơn vị tính: triệu đồng", ""),
        ("Biểu số {n}", ""),
        ("Danh mục số {n}", ""),
        ("", "Người lập biểu"),
        ("", "Lập ngày 12 tháng {n} năm 2030"),
    ],
)
def test_what_two_pages_may_have_of_their_own_stays(head: str, foot: str) -> None:
    text = read(two_pages(head, foot)).text
    assert text.count((head or foot).split("{")[0].strip()) == 2


def test_heads_of_two_papers_of_one_page_stay() -> None:
    pdf = Pdf()
    for number in (12, 15):
        pdf.page().text(100, 40, "ĐẢNG ỦY XÃ THỬ").text(100, 54, "VĂN PHÒNG")
        pdf.text(100, 68, f"Số {number}-TB/VP").paragraph(110, FILLER, indent=28)
    assert read(pdf).text.count("ĐẢNG ỦY XÃ THỬ") == 2


def test_lines_that_begin_two_of_many_pages_alike_stay() -> None:
    pdf = Pdf()
    for n in range(5):
        pdf.page().text(200, 40, "Họ và tên" if n in (2, 3) else f"Trang của thôn {'ABCDE'[n]}")
        pdf.paragraph(80, f"{'Một Hai Ba Bốn Năm'.split()[n]} là: {FILLER}", indent=28)
    assert read(pdf).text.count("Họ và tên") == 2


def test_a_head_is_left_out_on_a_page_of_another_size_too() -> None:
    pdf = Pdf(size=(842, 595))
    for n in range(4):
        pdf.page().text(LEFT, 40 if n < 3 else 70, "Báo cáo năm 2030 của xã")
        pdf.paragraph(110, f"{'Một Hai Ba Bốn'.split()[n]} là: {FILLER}", indent=28)
    assert "Báo cáo năm 2030" not in read(pdf).text


def test_a_table_goes_on_below_a_running_head_of_two_pages() -> None:
    rows = body(("1", "Thu", "25.100", "26.000", ""), ("2", "Chi", "24.900", "25.800", ""),
                ("", "Cộng", "50.000", "51.800", ""))  # fmt: skip
    head = body(("STT", "Nội dung", "Dự toán", "Thực hiện", "Ghi chú"))
    pdf = Pdf().page().text(200, 40, "Báo cáo năm 2030 của xã")
    pdf.paragraph(80, f"{FILLER} {FILLER}", indent=28)
    pdf.text(150, 690, "Bảng 1. Thu, chi (triệu đồng)", font="Mono-Bold")
    ruled(pdf, 700, [*head, rows[0]], X)
    ruled(pdf.page().text(200, 40, "Báo cáo năm 2030 của xã"), 60, [*head, *rows[1:]], X)
    report = analyse(read(pdf))
    assert len(report.tables) == 1 and len(report.tables[0].cells) == 4
    assert {str(q.value) for q in report.quantities} >= {"25100000000", "51800000000"}


UP = "0 1 -1 0"  # text that runs up the page
TRACE = "vanthu_08/12/2031 09:15:33 - tải từ hệ thống số 4521"


def traced(pages: int, x: float, trace: str = TRACE) -> Pdf:
    """Pages with a trace that runs upwards; a sentence is cut at the end of each but the last."""
    pdf = Pdf()
    for n in range(pages):
        pdf.page()
        y = pdf.lines(60, REST) if n else 60
        pdf.paragraph(y, f"{FILLER} {FILLER} {FILLER}", indent=28)
        if n + 1 < pages:
            pdf.text(RIGHT - width(FIRST, 12), 700, FIRST)
        pdf.text(x, 500, trace.format(n=n + 1), 8, matrix=UP)
    return pdf


@pytest.mark.parametrize("x", [30, 575])
@pytest.mark.parametrize("trace", [TRACE, "Trang {n}/3, tải 08/12/2031 09:15"])
@pytest.mark.parametrize("pages", [2, 3])
def test_a_trace_up_the_margin_of_each_page_is_left_out(pages: int, x: float, trace: str) -> None:
    report = analyse(read(traced(pages, x, trace)))
    lines = texts(traced(pages, x, trace))
    assert lines.count(SENTENCE) == pages - 1 and not report.dates
    assert all(line == SENTENCE or line == f"{FILLER} {FILLER} {FILLER}" for line in lines)


def test_turned_text_of_one_page_stays_and_cuts_no_sentence() -> None:
    pdf = traced(2, 300, "Ghi chú {n}: chữ dọc")  # not in the margin
    lines = texts(pdf)
    assert SENTENCE in lines and {"Ghi chú 1: chữ dọc", "Ghi chú 2: chữ dọc"} <= set(lines)
    one = traced(1, 30)
    assert TRACE in texts(one)


HEADS = (("STT",), ("Nội dung",), ("Dự toán",), ("Thực hiện",), ())


@pytest.mark.parametrize("over", [False, True])
def test_turned_words_in_a_cell_are_its_own(over: bool) -> None:
    """A header written upwards, repeated on the next page where the table goes on there."""
    rows = [
        ("1", "Thu", "25.100", "26.000", "103,6"),
        ("2", "Chi", "24.900", "25.800", "103,6"),
        ("", "Cộng", "50.000", "51.800", "103,6"),
    ]
    pdf = Pdf().page()
    pdf.text(150, 90, "Bảng 1. Thu, chi (triệu đồng)", font="Mono-Bold")
    parts = [rows[:2], rows[2:]] if over else [rows]
    for n, part in enumerate(parts):
        if n:
            pdf.page()
        top = 60 if n else 110
        tall = [*HEADS[:1], ("Nội dung", "", "", "", ""), *HEADS[2:]]
        ruled(pdf, top, [tall, *body(*part)], X)
        for k, words in enumerate(("Tỷ lệ", "so với", "dự toán (%)")):
            pdf.text(X[4] + 30 + 12 * k, top + 75, words, 9, matrix=UP)
    pdf.paragraph(400, FILLER)
    document = read(pdf)
    report = analyse(document)
    (table,) = report.tables
    assert table.cells[0] == ("STT", "Nội dung", "Dự toán", "Thực hiện", "Tỷ lệ so với dự toán (%)")
    assert len(table.cells) == 4 and table.caption == "Bảng 1. Thu, chi (triệu đồng)"
    units = {q.text: q.unit for q in report.quantities}
    assert units["103,6"] == "%" and units["25.100"] == "đồng"
    at = document.text.index("so với dự toán (%)")
    box = document.places.boxes(at, at + 6)[0]
    assert box.x0 < box.x1 and X[4] < box.x0 < X[5] and 110 < box.top < 190
