"""PDFs as offices print them: watermarks, wide-set titles, sheets of Excel, notes set plainly."""

from __future__ import annotations

import io

import pypdfium2
import pytest

import extract
from pdfs import FILLER, LEFT, Pdf, read, width
from test_tables_pages import X, body, c, ruled


def lines(pdf: Pdf) -> list[str]:
    return read(pdf).text.split("\n")


@pytest.mark.parametrize("y", [92, 107, 130])
def test_a_watermark_over_the_text_is_left_out(y: float) -> None:
    pdf = Pdf().page()
    pdf.text(LEFT + 40, y, "BẢN SAO", 55)
    pdf.paragraph(90, f"Xã giảm từ 40 tổ xuống còn 31 tổ. {FILLER} {FILLER}")
    document = read(pdf)
    assert document.text == f"Xã giảm từ 40 tổ xuống còn 31 tổ. {FILLER} {FILLER}"
    assert "6 slanted or huge characters" in document.warnings[0]


def test_a_large_title_is_no_watermark() -> None:
    pdf = Pdf().page().text(LEFT, 120, "BẢN TIN", 48)
    pdf.paragraph(150, f"{FILLER} {FILLER}")
    document = read(pdf)
    assert document.text.split("\n") == ["BẢN TIN", f"{FILLER} {FILLER}"] and not document.warnings


def test_a_large_first_letter_is_no_watermark() -> None:
    pdf = Pdf().page().text(LEFT, 116, "X", 36).text(LEFT + 24, 90, "ã có 12 tổ, trong đó có 3 tổ")
    pdf.text(LEFT + 24, 106, "mới lập.").paragraph(140, FILLER)
    assert not read(pdf).warnings


@pytest.mark.parametrize("gap", [3, 5, 7])
def test_words_set_wide_stay_words(gap: float) -> None:
    pdf = Pdf().page().raw(f"{gap} Tc").text(LEFT, 90, "BÁO CÁO TỔNG KẾT").raw("0 Tc")
    pdf.paragraph(130, FILLER)
    assert lines(pdf)[0] == "BÁO CÁO TỔNG KẾT"


def test_words_set_wide_without_spaces_are_told_by_gaps() -> None:
    pdf = Pdf().page()
    shown = "".join(
        f"<{pdf.codes.setdefault(char, 33 + len(pdf.codes)):02x}> {-700 if at == 2 else -300} "
        for at, char in enumerate("BÁOCÁO")
    )
    pdf.text(LEFT, 130, FILLER)
    pdf.raw(f"BT /F0 12 Tf 1 0 0 1 {LEFT} 750 Tm [{shown}] TJ ET")
    assert lines(pdf)[0] == "BÁO CÁO"


@pytest.mark.parametrize(
    ("words", "gap"),
    [("KẾT QUẢ RÀ SOÁT", 2.3), ("THÔNG BÁO", 4.2), ("Năm 2031, còn 2 xã", 2.3), ("TỜ TRÌNH", 2.0)],
)
def test_letters_of_words_set_wide_that_are_drawn_one_by_one(words: str, gap: float) -> None:
    pdf, x = Pdf().page(), LEFT
    for char in words:  # kerning sets the first two nearer, and after a space they stand further
        if char != " ":
            pdf.text(x, 90, char)
        x += 7.2 + gap - 0.4 * (x == LEFT)
    pdf.paragraph(130, FILLER)
    assert lines(pdf)[0] == words


@pytest.mark.parametrize(("words", "gap"), [("ABCDE", 3.6), ("a b c d", 0), ("ABC", 2.3)])
def test_letters_drawn_one_by_one_that_are_no_words(words: str, gap: float) -> None:
    pdf = Pdf().page()
    for n, char in enumerate(words):
        pdf.text(LEFT + n * (7.2 + gap), 90, char)
    pdf.paragraph(130, FILLER)
    assert lines(pdf)[0] == " ".join(words.replace(" ", ""))


def test_single_letters_with_spaces_stay_apart() -> None:
    pdf = Pdf().page().text(LEFT, 90, "A B C D E")
    pdf.paragraph(130, FILLER)
    assert lines(pdf)[0] == "A B C D E"


def test_notes_as_large_as_the_text() -> None:
    pdf = Pdf().page()
    first = "Toàn xã giảm 12 tổ"
    pdf.text(LEFT, 100, first).text(LEFT + width(first, 12), 95, "1", 7)
    pdf.text(LEFT, 130, "Còn 30 tổ").text(LEFT + width("Còn 30 tổ", 12), 125, "2", 7)
    pdf.rule(LEFT, 700, LEFT + 140, 700)
    pdf.text(LEFT, 715, "1 Gồm 5 tổ và 7 thôn.").text(LEFT, 731, "2 Số liệu năm 2023.")
    assert lines(pdf) == [
        "Toàn xã giảm 12 tổ¹", "¹ Gồm 5 tổ và 7 thôn.", "Còn 30 tổ²", "² Số liệu năm 2023.",
    ]  # fmt: skip


def test_text_under_a_rule_is_no_note() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "Diện tích 120 m").text(LEFT + width("Diện tích 120 m", 12), 95, "2", 7)
    pdf.rule(LEFT, 700, LEFT + 140, 700).text(LEFT, 715, "2 đơn vị đã báo cáo.")
    pdf.text(LEFT, 731, "4 đơn vị chưa báo cáo.")
    assert lines(pdf)[-2:] == ["2 đơn vị đã báo cáo.", "4 đơn vị chưa báo cáo."]


def test_the_name_of_the_state_over_two_lines() -> None:
    pdf = Pdf().page()
    pdf.text(60, 80, "UBND XÃ TÂN LẬP").text(330, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT")
    pdf.text(440, 96, "NAM").text(380, 112, "Độc lập - Tự do - Hạnh phúc")
    pdf.paragraph(150, FILLER)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines(pdf)


COLUMNS = body(
    ("STT", "Nội dung", "Dự toán", "Thực hiện", "So sánh"), ("A", "B", "1", "2", "3=2/1")
)


@pytest.mark.parametrize("again", [True, False])
def test_a_sheet_whose_head_and_column_numbers_repeat(again: bool) -> None:
    pdf = Pdf().page()
    ruled(pdf, 90, COLUMNS + body(("1", "Thu nội địa", "100", "110", "110,0")))
    second = ("2", "Thu khác", "50", "60", "120,0") if again else ("1", "Chi", "9", "9", "100,0")
    ruled(pdf.page(), 60, COLUMNS + body(second, ("", "Tổng cộng", "150", "171", "114,0")))
    report = extract.analyse(read(pdf))
    assert [len(t.cells) for t in report.tables] == ([5] if again else [3, 4])
    assert [f.code for f in report.findings] == (["A111"] if again else [])


def test_merged_cells_tell_the_header() -> None:
    years = [[c("TT"), c("Huyện"), c("Số hộ"), c("")], [None, None, c("2022"), c("2023")]]
    pdf = Pdf().page()
    ruled(
        pdf, 90, years + body(("1", "An Bình", "120", "110"), ("2", "Hòa Sơn", "80", "75")), X[:5]
    )
    (table,) = extract.analyse(read(pdf)).tables
    assert table.header_rows == 2 and table.cells[1][2:] == ("2022", "2023")


def test_attached_files_are_a_warning() -> None:
    source = pypdfium2.PdfDocument(Pdf().page().text(LEFT, 90, "Xã có 12 tổ.").build())
    source.new_attachment("phu-luc-01.docx").set_data(b"PK")
    out = io.BytesIO()
    source.save(out)
    document = read(out.getvalue())
    assert document.text == "Xã có 12 tổ."
    (warning,) = document.warnings
    assert "not read: 1 (phu-luc-01.docx)" in warning and "đính kèm" in warning.said("vi")


SHEET = (842.0, 595.0)
NAMES = ("", "Một huyện", "Hai tỉnh", "Ba thôn", "Bốn xã", "Năm phường")


def spread(pdf: Pdf, first: int, *, right: bool = True) -> None:
    """Two pages on one sheet, each with its number, a note and a head."""
    pdf.page()
    for n, x in enumerate((50.0, 470.0) if right else (50.0,)):
        number = first + n
        pdf.text(x + 150, 30, str(number), 9).text(x, 45, "Lưu hành nội bộ", 7)
        y = pdf.paragraph(110, f"{NAMES[number]} có 12 tổ. {FILLER} {FILLER}", 0, x, x + 320, 9)
        for _ in range(2):
            y = pdf.paragraph(y + 8, FILLER, 0, x, x + 320, 9)
        words = f"Còn {number}0 tổ"
        pdf.text(x, y + 8, words, 9).text(x + width(words, 9), y + 4, str(number), 5)
        pdf.rule(x, 520, x + 90, 520).text(x, 527, str(number), 5)
        pdf.text(x + 4, 530, f"Chú thích của trang {number}.", 7)


def test_two_pages_on_a_sheet() -> None:
    pdf = Pdf(SHEET)
    spread(pdf, 1)
    spread(pdf, 3)
    spread(pdf, 5, right=False)
    found = lines(pdf)
    raised = "¹²³⁴⁵"
    assert found == [
        line
        for n in range(1, 6)
        for line in (
            f"{NAMES[n]} có 12 tổ. {FILLER} {FILLER}", FILLER, FILLER,
            f"Còn {n}0 tổ{raised[n - 1]}",
            f"{raised[n - 1]} Chú thích của trang {n}.",
        )
    ]  # fmt: skip
    document = read(pdf)
    at = document.text.index("Bốn xã")
    (box,) = document.places.boxes(at, at + 6) if document.places else ()
    assert (box.page, round(box.x0)) == (2, 470)


def test_a_broad_page_with_a_line_across_is_one() -> None:
    pdf = Pdf(SHEET).page()
    pdf.text(300, 40, "BIỂU TỔNG HỢP SỐ THÔN CỦA CÁC HUYỆN", 12)
    left, right = (
        pdf.paragraph(70, f"{FILLER} {FILLER} {FILLER}", 0, x, x + 320, 9) for x in (50.0, 470.0)
    )
    assert left == right and lines(pdf)[0] == "BIỂU TỔNG HỢP SỐ THÔN CỦA CÁC HUYỆN"


def test_a_bold_head_ends_the_title() -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(90, FILLER)
    head, rest = "1. Kết quả sắp xếp các tổ, đội", "(có biểu chi tiết kèm theo)"
    pdf.text(LEFT, y + 10, head, 9, "Mono-Bold")
    pdf.text(LEFT + width(f"{head} ", 9), y + 10, rest, 9)
    pdf.paragraph(y + 40, FILLER)
    (section,) = extract.analyse(read(pdf)).sections
    assert section.title == "Kết quả sắp xếp các tổ, đội"


@pytest.mark.parametrize(
    ("above", "kept"), [("KT. CHỦ TỊCH", True), ("K/T BÍ THƯ", True), ("Mẫu số 01", False)]
)
def test_the_right_column_begins_above_the_left_one(above: str, kept: bool) -> None:
    pdf = Pdf().page()
    pdf.text(400, 60, above).text(390, 77, "PHÓ CHỦ TỊCH")
    pdf.lines(80, "Nơi nhận:", "- Ủy ban nhân dân huyện;", "- Lưu: VT.")
    pdf.text(390, 150, "Trần Văn Thử")
    pdf.paragraph(300, FILLER)
    left = ["Nơi nhận:", "- Ủy ban nhân dân huyện;", "- Lưu: VT."]
    right = ["PHÓ CHỦ TỊCH", "Trần Văn Thử"]
    expected = [*left, above, *right] if kept else [above, *left, *right]
    assert lines(pdf)[: len(expected)] == expected


@pytest.mark.parametrize("apart", [0, 1])
def test_an_annex_under_a_signature_begins_anew(apart: int) -> None:
    """The name of who signed, in bold and without a stop, is no open sentence."""
    pdf = Pdf().page()
    pdf.paragraph(100, f"{FILLER} {FILLER}")
    for n, line in enumerate(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Hải Yến")):
        pdf.text(410 - width(line, 12) / 2, 300 + 16 * n + 40 * (n == 2), line, 12, "Mono-Bold")
    for n, line in enumerate(("Nơi nhận:", "- Như Điều 4;", "- Bộ Nội vụ;", "- Lưu: VT, TH.")):
        pdf.text(LEFT, 300 + 16 * n, line, 12)
    if apart:
        pdf.page()
    for n, line in enumerate(("PHỤ LỤC I", "GIAO CHỈ TIÊU BIÊN CHẾ NĂM 2023")):
        pdf.text(305 - width(line, 12) / 2, 80 if apart else 392 + 16 * n, line, 12, "Mono-Bold")
    lines = [line.strip("*") for line in read(pdf).text.split("\n")]
    assert "Nguyễn Thị Hải Yến" in lines
    assert not any("Yến PHỤ LỤC" in line for line in lines)


@pytest.mark.parametrize("last", ["Hè Thu 2024", "vụ Hè Thu", "28/4/2024"])
def test_the_subject_of_a_letter_in_the_narrow_head(last: str) -> None:
    pdf = Pdf().page()
    left = ("CỤC THỦY LỢI", "Số: 874/TL-QLCT", "V/v báo cáo kết quả vận hành", "phục vụ vụ", last)
    right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    for n, line in enumerate(left):
        pdf.text(170 - width(line, 10) / 2, 80 + 14 * n, line, 10)
    for n, line in enumerate((*right, "Hà Nội, ngày 03 tháng 9 năm 2024")):
        pdf.text(420 - width(line, 10) / 2, 80 + 14 * n, line, 10)
    pdf.paragraph(200, f"{FILLER} {FILLER}", size=10)
    found = read(pdf).text.split("\n")
    assert f"V/v báo cáo kết quả vận hành phục vụ vụ {last}" in found
    assert "CỤC THỦY LỢI" in found
