"""Paragraphs of PDFs under any spacing of lines; titles, headings and captions over two lines."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from pdfs import FILLER, LEFT, RIGHT, Pdf, read, width
from test_tables_pages import X, body, ruled

SPACINGS = (1.15, 1.32, 1.5, 1.72, 2.3)  # times the size: single to double
PARAGRAPHS = (
    ("Năm 2030, số tổ tự quản của toàn xã giảm từ 114 tổ còn", "90 tổ, giảm 24 tổ (21,05%)."),
    ("Căn cứ Nghị quyết về phát triển thôn ngày 19/6/2029;", "Nghị quyết về làm đường thôn."),
    ("Toàn xã đã trồng được 412 ha rừng, đạt 103% kế hoạch", "(400 ha); trồng thêm 3 ha tre."),
    ("Mức thu phí được áp dụng theo hướng dẫn của Hội đồng", "Nhân dân tỉnh trong năm 2030."),
)  # behind each first line there is no room for the word that begins the second


def middle(pdf: Pdf, y: float, words: str, font: str = "Mono", size: float = 12) -> None:
    pdf.text((LEFT + RIGHT - width(words, size)) / 2, y, words, size, font)


def written(
    spacing: float,
    full: bool,
    indent: float,
    between: float,
    paragraphs: tuple[tuple[str, ...], ...],
) -> Pdf:
    """A short report: a head set closely, then paragraphs `spacing` apart, justified or not."""
    pdf = Pdf(size=(595, 1400)).page()
    y = 60.0
    for line in ("ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM", "BÁO CÁO"):
        middle(pdf, y, line, "Mono-Bold")
        y += 1.15 * 12
    y += 20
    right = LEFT + indent + width("m" * 54, 12)
    for rows in (*paragraphs, *paragraphs):
        for n, row in enumerate(rows):
            x = LEFT + (indent if n == 0 else 0)
            slack = (right - x - width(row, 12)) / row.count(" ") if n + 1 < len(rows) else 0
            pdf.raw(f"{slack if full else 0:.3f} Tw").text(x, y, row).raw("0 Tw")
            y += spacing * 12
        y += between
    for line in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"):
        y += 1.15 * 12
        middle(pdf, y, line, "Mono-Bold")
    return pdf


def texts(pdf: Pdf) -> list[str]:
    return read(pdf).text.split("\n")


@pytest.mark.parametrize("between", [0, 6])
@pytest.mark.parametrize("indent", [0, 28])
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("spacing", SPACINGS)
def test_a_paragraph_of_two_lines_stays_one(
    spacing: float, full: bool, indent: float, between: float
) -> None:
    lines = texts(written(spacing, full, indent, between, PARAGRAPHS))
    assert lines[3:-2] == [" ".join(rows) for rows in (*PARAGRAPHS, *PARAGRAPHS)]


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("spacing", SPACINGS)
def test_a_space_between_paragraphs_parts_them_under_any_spacing(
    spacing: float, full: bool
) -> None:
    """Without indents, a paragraph whose last line is full is told by the space below it."""
    ended = ("Năm 2030, số tổ tự quản của toàn xã giảm từ 114 tổ còn", "90" + " tổ" * 15 + " nay.")
    paragraphs = (ended, *PARAGRAPHS)
    lines = texts(written(spacing, full, 0, 0.6 * spacing * 12, paragraphs))
    assert lines[3:-2] == [" ".join(rows) for rows in (*paragraphs, *paragraphs)]


def test_parts_of_a_page_may_be_set_closer() -> None:
    pdf = Pdf().page()
    y = 80.0
    for row in ("Các cấp ủy và các cơ quan của xã có trách nhiệm thực hiện", "Hướng dẫn này."):
        pdf.text(LEFT, y, row)
        y += 20
    for _ in range(2):
        y = pdf.paragraph(y + 8, f"{FILLER} {FILLER}")
    pdf.page()
    for n, row in enumerate(
        [*["Xã đã họp bàn với các trưởng thôn ở từng cụm dân cư của xã và"] * 37, "nay."]
    ):
        pdf.text(LEFT, 80 + 20 * n, row)
    assert "thực hiện Hướng dẫn này." in texts(pdf)[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ CỦA XÃ TRONG 6 THÁNG ĐẦU NĂM", "2031"),
        ("I. CÔNG TÁC LÃNH ĐẠO TRÊN ĐỊA BÀN XÃ, CÔNG TÁC CHỈ ĐẠO, CHỈ", "ĐẠO ĐIỂM"),
        ("II. TIẾP NHẬN VÀ GIẢI QUYẾT CÁC ĐƠN CỦA CÔNG DÂN TẠI XÃ, HỒ", "SƠ"),
        ("1. Kết quả sắp xếp các tổ tự quản và các chi hội của xã Bản", "Thử"),
    ],
)
@pytest.mark.parametrize("indent", [0, 8])
def test_a_heading_that_wraps(first: str, second: str, indent: float) -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(80, FILLER, indent=28)
    y = pdf.lines(y, first, x=LEFT + indent, font="Mono-Bold")
    y = pdf.lines(y, second, font="Mono-Bold")
    pdf.paragraph(y, FILLER, indent=28)
    assert texts(pdf) == [FILLER, f"{first} {second}", FILLER]


@pytest.mark.parametrize("below", ["TÌNH HÌNH CHUNG", "Kết quả làm đường"])
def test_a_heading_that_ends_early_does_not_go_on(below: str) -> None:
    pdf = Pdf().page()
    y = pdf.lines(80, "I. ĐÁNH GIÁ CHUNG", below, font="Mono-Bold")
    pdf.paragraph(y, FILLER, indent=28)
    assert texts(pdf) == ["I. ĐÁNH GIÁ CHUNG", below, FILLER]


FULL = "Kết quả làm đường, xây cầu, trồng rừng của các xã năm 2030"


@pytest.mark.parametrize("heading", ["I. TÌNH HÌNH", "1. Kết quả", "PHẦN I. TÌNH HÌNH"])
@pytest.mark.parametrize(
    ("title", "font"), [(FULL, "Mono-Bold"), (FULL.upper(), "Mono"), (FULL.upper(), "Mono-Bold")]
)
def test_a_title_as_long_as_its_line_does_not_take_the_heading_below_it(
    title: str, font: str, heading: str
) -> None:
    pdf = Pdf().page()
    heading = heading.upper() if font == "Mono" else heading
    pdf.text(LEFT + 13, 80, title, font=font)
    pdf.text(LEFT, 100, heading, font=font)
    pdf.paragraph(120, FILLER, indent=28)
    assert texts(pdf) == [title, heading, FILLER]


@pytest.mark.parametrize(
    ("first", "second", "font"),
    [
        (FULL, "I. Sau đó xã đã họp bàn với các thôn.", "Mono"),
        ("Đã họp bàn với các thôn theo quy định tại khoản 5 và điểm", "a) Khoản 6.", "Mono-Bold"),
        (FULL, "a) của đề án", "Mono-Bold"),
    ],
)
def test_a_line_that_only_begins_like_a_heading_goes_on(first: str, second: str, font: str) -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(80, FILLER, indent=28)
    pdf.text(LEFT + 13, y, first, font=font)
    pdf.text(LEFT, y + 15.6, second, font=font)
    assert texts(pdf) == [FILLER, f"{first} {second}"]


def test_text_below_a_full_heading_is_no_part_of_it() -> None:
    heading = "1. Kết quả sắp xếp các tổ tự quản và các chi hội của xã Bản"
    pdf = Pdf().page()
    y = pdf.paragraph(80, FILLER, indent=28)
    y = pdf.lines(y, heading, font="Mono-Bold")
    pdf.paragraph(y, f"Xã {FILLER}", indent=28)
    assert texts(pdf) == [FILLER, heading, f"Xã {FILLER}"]


@pytest.mark.parametrize(
    ("title", "wide"),
    [
        (("kết quả sắp xếp các tổ tự quản của toàn xã Bản", "Thử"), 46),
        (("kết quả sắp xếp các tổ của xã trong năm 2030;", "nhiệm vụ làm đường năm 2031"), 45),
    ],
)
def test_a_title_whose_first_line_is_full(title: tuple[str, str], wide: int) -> None:
    pdf = Pdf().page()
    right = LEFT + width("m" * wide, 12)
    for n, row in enumerate(title):
        pdf.text((LEFT + right - width(row, 12)) / 2, 80 + 14 * n, row, font="Mono-Bold")
    y = pdf.paragraph(120, FILLER, indent=28, right=right)
    pdf.paragraph(y, f"{FILLER} {FILLER}", indent=28, right=right)
    assert texts(pdf)[0] == " ".join(title)


CELLS = body(("1", "Thu", "25.100", "26.000", ""), ("2", "Chi", "24.900", "25.800", ""))
HEAD = body(("STT", "Nội dung", "Dự toán", "Thực hiện", "Ghi chú"))


@pytest.mark.parametrize(
    "caption",
    [
        ("Bảng 1. Thu, chi ngân sách của xã năm 2030 (đơn vị:", "triệu đồng)"),
        ("Bảng 1. Thu, chi ngân sách của xã năm 2030. Đơn vị tính:", "triệu đồng"),
        ("Bảng 1. Thu, chi ngân sách của xã năm", "2030 (đơn vị: triệu đồng)"),
    ],
)
def test_a_caption_over_two_lines_tells_the_unit(caption: tuple[str, str]) -> None:
    pdf = Pdf().page()
    pdf.paragraph(60, f"{FILLER} {FILLER}", indent=28)
    for n, row in enumerate(caption):
        middle(pdf, 130 + 14 * n, row, "Mono-Bold", 14 if n < 0 else 12)
    y = ruled(pdf, 155, [*HEAD, *CELLS], X)
    pdf.text(LEFT, y + 30, "2. Về văn hóa", font="Mono-Bold")
    document = read(pdf)
    report = analyse(document)
    assert report.tables[0].caption == " ".join(caption)
    assert {str(q.value) for q in report.quantities} >= {"25100000000", "25800000000"}
    assert "2. Về văn hóa" in document.text.split("\n")


def test_a_heading_below_a_table_is_not_put_to_its_full_caption() -> None:
    pdf = Pdf().page()
    pdf.paragraph(60, f"{FILLER} {FILLER}")
    pdf.text(
        LEFT + 10,
        130,
        "Bảng 1. Thu, chi của xã trong năm 2030 (đơn vị: triệu đồng)",
        font="Mono-Bold",
    )
    y = ruled(pdf, 155, [*HEAD, *CELLS], X)
    pdf.text(LEFT, y + 30, "2. Về văn hóa - xã hội", font="Mono-Bold")
    assert "2. Về văn hóa - xã hội" in texts(pdf)


def test_the_motto_and_the_place_are_two_lines() -> None:
    head = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM", "Độc lập - Tự do - Hạnh phúc",
            "Lào Cai, ngày 18 tháng 11 năm 2031")  # fmt: skip
    pdf = Pdf().page()
    pdf.text(60, 60, "SỞ NỘI VỤ", 10).text(60, 74, "Số: 84/BC-SNV", 10)
    for n, row in enumerate(head):
        pdf.text(400 - width(row, 10) / 2, 60 + 13 * n, row, 10)
    middle(pdf, 140, "BÁO CÁO")
    pdf.paragraph(170, f"{FILLER} {FILLER}", indent=28)
    document = read(pdf)
    assert "Độc lập - Tự do - Hạnh phúc" in document.text.split("\n")
    found = analyse(document).metadata
    assert (found.place, found.date) == ("Lào Cai", "2031-11-18")


def wrapped(*rows: str) -> Pdf:
    """A paragraph of lines that begin at the margin, between two others."""
    pdf = Pdf().page()
    y = pdf.paragraph(80, FILLER)
    y = pdf.lines(y, *rows)
    pdf.paragraph(y, FILLER)
    return pdf


def test_names_go_on_behind_a_colon_at_the_end_of_a_full_line() -> None:
    rows = (
        "Bộ máy của huyện giữ ổn định, gồm: Văn phòng; các Phòng Bản:",
        "Nội vụ; Tư pháp; Y tế.",
    )
    assert texts(wrapped(*rows)) == [FILLER, " ".join(rows), FILLER]


def test_an_item_below_a_full_line_that_ends_in_a_colon_is_its_own() -> None:
    rows = (
        "Bộ máy của huyện giữ ổn định trong năm 2030, cụ thể là như:",
        "Phòng Nội vụ giữ nguyên.",
    )
    assert texts(wrapped(*rows)) == [FILLER, *rows, FILLER]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Xã thực hiện Nghị quyết của Hội nghị Trung ương 6, các Khóa", "XII. Đảng ủy đã họp."),
        ("Xã thực hiện Nghị quyết của Đại hội đại biểu các cấp lần thứ", "X. Đảng ủy xã đã họp."),
        ("Xã thực hiện các mẫu của thông tư và danh sách theo Phụ lục", "IV. Đảng ủy xã đã họp."),
    ],
)
def test_a_number_of_the_sentence_at_the_head_of_a_line_is_no_label(
    first: str, second: str
) -> None:
    assert texts(wrapped(first, second)) == [FILLER, f"{first} {second}", FILLER]


def test_a_label_below_a_full_line_stays_one() -> None:
    rows = ("Xã thực hiện Nghị quyết của Hội nghị Trung ương 6 ở các thôn", "II. KẾT QUẢ")
    assert texts(wrapped(*rows)) == [FILLER, *rows, FILLER]


@pytest.mark.parametrize("end", ["Văn phòng Đảng ủy xã Bản Thử)", "Văn phòng Đảng ủy"])
def test_a_line_in_brackets_below_a_title_ends_with_them(end: str) -> None:
    first = "(Kèm theo Hướng dẫn số 36-HD/VP, ngày 03/4/2031 của xã và của"
    pdf = Pdf().page()
    middle(pdf, 80, "PHỤ LỤC 1")
    middle(pdf, 100, first)
    middle(pdf, 114, end)
    pdf.paragraph(150, f"{FILLER} {FILLER}")
    joined = f"{first} {end}" in texts(pdf)
    assert joined == end.endswith(")")


def test_a_line_that_is_not_stretched_ends_a_justified_paragraph() -> None:
    """Without indents and spaces between, even where the next word would not have fitted."""
    ended = ("Năm 2030, số tổ tự quản của toàn xã giảm từ 114 tổ còn", "90" + " tổ" * 15 + " nay.")
    paragraphs = (ended, *PARAGRAPHS)
    whole = [" ".join(rows) for rows in (*paragraphs, *paragraphs)]
    assert texts(written(1.32, True, 0, 0, paragraphs))[3:-2] == whole
    ragged = texts(written(1.32, False, 0, 0, paragraphs))
    assert f"{whole[0]} {whole[1]}" in ragged  # nothing tells them apart


@pytest.mark.parametrize(
    ("first", "rest", "whole"),
    [
        ("Theo Quyết định số 77/QĐ-", "UBND ngày 05/3/2021.", "77/QĐ-UBND ngày"),
        ("Nhiệm kỳ 2016-", "2020 giảm 12 tổ.", "2016-2020 giảm"),
        ("Nghị quyết số 18-", "NQ/TW nêu rõ.", "18-NQ/TW nêu"),
    ],
)
def test_a_number_cut_at_the_end_of_a_short_line_is_one(first: str, rest: str, whole: str) -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(100, FILLER)
    pdf.lines(pdf.lines(y, first), rest)
    assert whole in read(pdf).text


@pytest.mark.parametrize("label", ["Điều 3.", "2.1.", "VIII.", "4-"])
def test_a_heading_in_bold_behind_a_plain_number_goes_on(label: str) -> None:
    """Automatic numbers have the weight of their paragraph's mark, not that of its words."""
    pdf = Pdf().page()
    y = pdf.paragraph(100, f"{FILLER} {FILLER}", 30)
    head = "Thông qua kế hoạch đầu tư công của xã giai đoạn"
    start = RIGHT - width(head, 12)
    pdf.text(start - 12 - width(label, 12), y, label)
    pdf.text(start, y, head, font="Mono-Bold")
    pdf.text(LEFT, y + 15.6, "2031 - 2035 với các nội dung sau:", font="Mono-Bold")
    pdf.paragraph(y + 31.2, FILLER, 30)
    found = read(pdf).text
    assert f"{label} {head} 2031 - 2035 với các nội dung sau:" in found.replace("*", "")


def test_letters_in_italics_that_reach_into_a_space() -> None:
    """Letters drawn one by one, without spaces, whose boxes are wider than they move on."""
    pdf = Pdf().page()
    x = LEFT
    for word in ("Theo", "Kế", "hoạch", "số", "45/KH-UBND"):
        for letter in word:
            pdf.text(x, 100, letter, font="Mono-Italic")
            x += 7.2
        x += 0.14 * 12
    pdf.paragraph(140, FILLER)
    assert "Theo Kế hoạch số 45/KH-UBND" in read(pdf).text
