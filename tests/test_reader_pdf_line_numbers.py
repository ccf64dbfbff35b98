"""Numbers of lines in the margin of PDF pages are left out; those of lists and tables stay."""

from __future__ import annotations

import pytest

from pdfs import LEFT, RIGHT, Pdf, lines, width

PROSE = (
    "Ủy ban nhân dân xã đã họp bàn với các trưởng thôn, lấy ý kiến của nhân dân ở từng cụm dân cư "
    "rồi công khai danh sách tại nhà văn hóa; năm nay toàn xã giảm 12 tổ, còn lại 31 tổ tự quản."
)


def rows_of(words: str) -> list[str]:
    """The lines of a paragraph from margin to margin."""
    rows = [""]
    for word in words.split(" "):
        if width(f"{rows[-1]} {word}", 12) > RIGHT - LEFT:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def page(pdf: Pdf, step: int, first: int, *paragraphs: str, right: bool = False) -> int:
    """Draw a page whose lines are numbered on from `first`, every `step`; the next number."""
    pdf.page()
    y, n = 90.0, first
    for words in paragraphs:
        for row in rows_of(words):
            pdf.text(LEFT, y, row)
            if n % step == 0:
                pdf.text(RIGHT + 15 if right else LEFT - 12 - width(str(n), 9), y, str(n), 9)
            y, n = y + 15.6, n + 1
        y += 8
    return n


@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("again", [False, True])
def test_numbers_of_lines_in_the_margin(step: int, right: bool, again: bool) -> None:
    pdf = Pdf()
    after = page(pdf, step, 1, *[PROSE] * 6, right=right)
    after = page(pdf, step, 1 if again else after, *[PROSE] * 6, right=right)
    page(pdf, step, 5, "Còn lại 31 tổ.", right=right)  # few lines, where the ones above told it
    assert lines(pdf) == [*[PROSE] * 12, "Còn lại 31 tổ."]


def test_a_single_page_with_few_numbers() -> None:
    pdf = Pdf()
    page(pdf, 5, 1, *[PROSE] * 4)
    assert lines(pdf) == [PROSE] * 4


def test_the_numbers_of_a_list_stay() -> None:
    pdf = Pdf().page()
    items = [f"Thôn số {n} có {n + 20} hộ, đã lập xong tổ tự quản năm nay." for n in range(9)]
    for n, item in enumerate(items):
        pdf.text(LEFT - 20, 90 + 16 * n, str(n + 1)).text(LEFT, 90 + 16 * n, item)
    text = "\n".join(lines(pdf))
    assert all(f"{n + 1} Thôn số {n}" in text for n in range(9))


def test_the_numbers_of_a_table_whose_names_are_wrapped_stay() -> None:
    pdf = Pdf().page()
    for n in range(8):
        y = 90 + 32 * n
        pdf.text(LEFT - 20, y, str(n + 1)).text(LEFT, y, f"Tổ tự quản của thôn {n} và các")
        pdf.text(LEFT, y + 14, "cụm dân cư ở gần thôn").text(450, y, f"{n + 20}")
    text = "\n".join(lines(pdf))
    assert all(f"{n + 1} Tổ tự" in text or f"{n + 1} | Tổ tự" in text for n in range(8))


def test_numbers_that_do_not_count_lines_stay() -> None:
    pdf = Pdf().page()
    for n, row in enumerate(rows_of(" ".join([PROSE] * 5))):
        pdf.text(LEFT, 90 + 15.6 * n, row)
        if n % 3 == 0:
            pdf.text(LEFT - 40, 90 + 15.6 * n, str(40 + n * n), 9)
    assert "40" in "\n".join(lines(pdf))


def test_text_that_stands_further_out_keeps_the_numbers() -> None:
    pdf = Pdf()
    page(pdf, 1, 1, *[PROSE] * 4)
    pdf.text(20, 200, "Mẫu")
    assert any("3" in line for line in lines(pdf))
