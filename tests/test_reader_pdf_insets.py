"""PDFs with text boxes beside running text: the text is read through, the box by itself."""

from __future__ import annotations

import pytest

from pdfs import Pdf, lines, width

WORDS = (
    "Trong năm qua xã đã vận động nhân dân đóng góp ngày công làm đường, xây cầu và nạo vét mương, "
    "các thôn cùng nhau sửa nhà văn hóa, trồng cây bóng mát dọc đường trục chính, lắp đèn ở các "
    "ngõ sâu; đời sống của bà con ngày một khá hơn, nhà nhà có nước sạch, trẻ em đến lớp đúng tuổi "
    "và người già được thăm khám đều đặn, an ninh trật tự được giữ vững, tranh chấp nhỏ được hòa "
    "giải ngay tại thôn, đơn thư gửi lên huyện giảm hẳn so với những năm trước đó."
)
BOX = ("Toàn xã có 12 thôn,", "gồm 7 thôn vùng cao", "và 5 thôn vùng thấp.")
LEFT, RIGHT, STEP = 85.0, 525.0, 15.6


def flowed(pdf: Pdf, narrow: tuple[float, float]) -> None:
    """The words in three full lines, six narrow ones, then full ones again."""
    words = WORDS.split()
    for n in range(20):
        left, right = narrow if 3 <= n < 9 else (LEFT, RIGHT)
        left += 20 * (n == 0)
        row: list[str] = []
        while words and left + width(" ".join([*row, words[0]]), 12) <= right:
            row.append(words.pop(0))
        if row:
            pdf.text(left, 80 + STEP * n, " ".join(row))


def box(pdf: Pdf, x: float, rows: tuple[str, ...], off: float, size: float) -> None:
    for n, row in enumerate(rows):
        pdf.text(x, 80 + 4 * STEP + off + 1.3 * size * n, row, size)


@pytest.mark.parametrize("size", [12, 10])
@pytest.mark.parametrize("off", [0, 5])
@pytest.mark.parametrize(("narrow", "x"), [((LEFT, 340.0), 365.0), ((260.0, RIGHT), 90.0)])
def test_a_box_beside_the_text(
    narrow: tuple[float, float], x: float, off: float, size: float
) -> None:
    pdf = Pdf().page()
    flowed(pdf, narrow)
    box(pdf, x, BOX, off, size)
    assert lines(pdf) == [WORDS, " ".join(BOX)]


def test_a_box_so_near_that_its_lines_touch_those_of_the_text() -> None:
    pdf = Pdf().page()
    flowed(pdf, (LEFT, 345.0))
    box(pdf, 356.0, BOX, 0, 12)
    assert lines(pdf) == [WORDS, " ".join(BOX)]


def test_the_title_of_a_box_is_a_line_of_its_own() -> None:
    pdf = Pdf().page()
    flowed(pdf, (LEFT, 340.0))
    box(pdf, 365.0, ("HỘP 1. SỐ LIỆU", *BOX), 0, 10)
    assert lines(pdf) == [WORDS, "HỘP 1. SỐ LIỆU", " ".join(BOX)]


def test_columns_below_a_full_line_are_no_box() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 80, "Xã đã họp bàn với các thôn, lấy ý kiến của nhân dân ở")
    left = ("từng cụm dân cư và", "công khai danh sách", "tại nhà văn hóa, để", "người già biết")
    right = ("về sau, các hộ đã", "đóng góp ngày công", "làm đường, xây cầu", "và nạo vét mương.")
    for n, (one, two) in enumerate(zip(left, right, strict=True)):
        pdf.text(LEFT, 80 + STEP * (n + 1), one).text(330, 80 + STEP * (n + 1), two)
    assert "tại nhà văn hóa, để người già biết" in " ".join(lines(pdf))
    assert "đóng góp ngày công làm đường" in " ".join(lines(pdf))
