"""Figures after words that only end like a label, ordinals before them, and counts before money."""

from __future__ import annotations

import pytest

from extract import analyse
from extract.readers.text.reader import read_text

FIGURES = [
    ("Tuyên 46 án: tử hình 03, chung thân 05, tù có thời hạn 38.", ["46", "03", "05", "38"]),
    ("Cung cấp 640 dịch vụ: toàn phần 412, một phần 228.", ["640", "412", "228"]),
    ("Số hộ nghèo: thành thị 120, nông thôn 214.", ["120", "214"]),
    ("Sơ cấp 25, trung cấp 30, cao cấp 7.", ["25", "30", "7"]),
    ("Có 83 xã: chuẩn 75, kiểu mẫu 08.", ["83", "75", "08"]),
    ("Thuê bao cố định 54.310, di động 1.150.000.", ["54.310", "1.150.000"]),
    ("Doanh thu dịch vụ di động đạt 6.218 tỷ đồng.", ["6.218"]),
    ("Ra quyết định 2.437 bị án.", ["2.437"]),
    # ordinals and labels
    ("Trúng tuyển nguyện vọng 1 10.251 em, nguyện vọng 2 1.398 em.", ["10.251", "1.398"]),
    ("Vòng 1 310 em, vòng 2 102 em.", ["310", "102"]),
    ("Hợp phần 1 giải ngân 12,5 tỷ đồng.", ["12,5"]),
    ("Phấn đấu vào nhóm 10 tỉnh dẫn đầu.", []),
    ("Phấn đấu nằm trong tốp 15 tỉnh.", []),
    ("1- Kiểm tra 02 chi bộ. 2- 100% chi bộ có kế hoạch. 3- Trồng 12 ha.", ["02", "100%", "12"]),
    # what looks like them
    ("Chia thành nhóm 12 hộ và nhóm 15 hộ.", ["12", "15"]),
    ("Mật độ đạt 2- 3 con/m2.", ["2- 3"]),
    ("Thuộc hạng 2, xem hình 3, phần 4.", []),
    ("Liên hệ đồng chí Lan, di động 0912.345.678.", []),
    ("Điện thoại: 3.825.214.", []),
]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_words_that_only_end_like_a_label_have_figures(text: str, figures: list[str]) -> None:
    assert [q.text for q in analyse(read_text(text, "x.txt")).quantities] == figures


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Giao dịch thành công 1.204, lỗi 12; giá trị 3,4 tỷ đồng.", [None, None, "đồng"]),
        ("Trúng thầu 31, hủy 2; tiết kiệm 4,5 tỷ đồng.", [None, None, "đồng"]),
        ("Xảy ra 12 vụ cháy, bị thương 7; thiệt hại 2,5 tỷ đồng.", ["vụ", None, "đồng"]),
        ("Thu ngân sách 12.415, chi 9.812,5 tỷ đồng.", ["đồng", "đồng"]),
        ("Thủy điện 742, điện gió 145,7 triệu kWh.", ["kWh", "kWh"]),
    ],
)
def test_counts_do_not_take_the_scale_of_the_money_after_them(
    text: str, units: list[str | None]
) -> None:
    quantities = analyse(read_text(text, "x.txt")).quantities
    money = [q.unit if q.unit in ("đồng", "kWh", "vụ") else None for q in quantities]
    assert money == units
