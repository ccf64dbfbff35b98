"""Digits that name sheets, registers and places of acts, days of web pages; and what counts."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Lập biên bản, thay thế liên 1 hóa đơn đã mất.",
        "Giao liên 2 cho khách hàng, lưu liên 1 và liên 3.",
        "TRIỂN KHAI ĐỀ ÁN 64 GIAI ĐOẠN II TRÊN ĐỊA BÀN TỈNH",
        "- Mục 1, 3, 4 Quy định số 64-QĐ/TW ngày 30/7/2031 của Bộ Chính trị.",
        "- Điểm 6 Nghị quyết số 64/NQ-CP ngày 11 tháng 11 năm 2030 của Chính phủ.",
        "- Khoản 2, 3 Thông tư số 64/2031/TT-BNV.",
        "Tra sổ (mục công văn đến số 4218 ngày 02/6/2031).",
        "Địa chỉ: 35 Lê Lai, thành phố Kon Tum.",
        "Updated: December 9, 2031",
        "Thứ Sáu, 28 tháng 2, 2031",
    ],
)
def test_digits_that_count_nothing(text: str) -> None:
    assert analyse(read_text(text, "a.txt")).quantities == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Mỗi hóa đơn có 3 liên; đã hủy 64 hóa đơn.", ["3", "64"]),
        ("Có 3 dự án và 4 đề án của 2 giai đoạn.", ["3", "4", "2"]),
        ("Đã ban hành 02 Nghị quyết số 64/NQ-HĐND và số 65/NQ-HĐND.", ["2"]),
        ("Nhận 4.218 công văn đến trong 15 ngày.", ["4218", "15"]),
        ("Cơ sở liên kết 3 hợp tác xã, may 6 bộ quần áo.", ["3", "6"]),
        ("Trường được 3 điểm, xã có 6 điểm trường.", ["3", "6"]),
        ("Đến ngày 5 tháng 6, 2031 hộ đã nhận.", ["2031"]),
    ],
)
def test_counts_that_look_like_them(text: str, counts: list[str]) -> None:
    found = analyse(read_text(text, "a.txt")).quantities
    assert [str(q.value) for q in found] == counts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thứ Sáu, 28 tháng 2, 2031\n", "2031-02-28"),
        ("Đăng ngày 5 tháng 6, 2031 - Tin tức", "2031-06-05"),
        ("Đến ngày 5 tháng 6, 2031 hộ đã nhận.", "XXXX-06-05"),
    ],
)
def test_days_with_the_year_behind_a_comma(text: str, value: str) -> None:
    assert [d.value for d in analyse(read_text(text, "a.txt")).dates] == [value]
