"""Steps of a series of years, rates above an aim, and falls told without a word of a fall."""

from __future__ import annotations

import pytest

from marks import built, found

SERIES = (
    "Biên chế năm 2014: 1.912; năm 2016: 1.874 (giảm {}); năm 2018: 1.793 (giảm {}); năm 2020: "
    "1.726 (giảm {})."
)

RIGHT = [
    (SERIES.format(38, 81, 67), "1.793 - 1.726 = 67"),
    (
        "Tỷ lệ hộ nghèo giảm 3,42%, vượt 0,42% so với kế hoạch giao (giảm 3%).",
        "3,42 - 3 = 0,42%",
    ),
    ("Số phòng giảm 14,6%, vượt 4,6 điểm % so với mục tiêu 10%.", "14,6 - 10 = 4,6"),
    ("Tỷ lệ bao phủ đạt 96%, vượt 0,8% so với chỉ tiêu 95,5%.", "96 - 95,5 = 0,8%"),
    (
        "Chi hành chính từ 415,8 tỷ đồng hạ xuống 392,1 tỷ đồng, tiết kiệm 23,7 tỷ đồng.",
        "415.800 - 392.100 = 23.700 triệu",
    ),
]


@pytest.mark.parametrize(("text", "equation"), RIGHT)
def test_it_is_built(text: str, equation: str) -> None:
    assert equation in built(text)
    assert found(text) == []


WRONG = [
    SERIES.format(83, 81, 67),
    SERIES.format(38, 18, 67),
    SERIES.format(38, 81, 76),
    "Năm 2021: 214 hợp tác xã, năm 2022: 231 hợp tác xã (tăng 17), năm 2023: 256 hợp tác xã (tăng "
    "52), năm 2024: 268 hợp tác xã (tăng 12).",
    "Tỷ lệ hộ nghèo giảm 3,42%, vượt 0,24% so với kế hoạch giao (giảm 3%).",
    "Số phòng giảm 14,6%, vượt 6,4 điểm % so với mục tiêu 10%.",
    "Tỷ lệ học sinh lên lớp đạt 98,4% (vượt 0,9% so với chỉ tiêu 98%).",
    "Tỷ lệ hộ dùng nước sạch đạt 71,5%, thấp hơn 4,5% so với mục tiêu đề ra là 75%.",
    "Độ che phủ rừng đạt 46,2%, cao hơn 1,4 điểm % so với Nghị quyết Đại hội 45%.",
    "Chi hành chính từ 415,8 tỷ đồng hạ xuống 392,1 tỷ đồng, tiết kiệm 27,3 tỷ đồng, tương đương "
    "7%.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_told(text: str) -> None:
    assert found(text) == ["A101"]


QUIET = [
    # since the year before, which is left out
    "Biên chế năm 2012: 2.502; năm 2015: 2.412 (giảm 20); năm 2018: 2.364 (giảm 15); năm 2021: "
    "2.263 (giảm 31).",
    # since another time
    "Năm 2022: 1.240 vụ (giảm 35 so với cùng kỳ); năm 2023: 1.185 vụ (giảm 51 so với kế hoạch).",
    "Tỷ lệ hộ nghèo còn 5,26%, giảm 1,95%, thấp hơn 0,24% so với mục tiêu 5,5%.",
    "Tỷ lệ hộ nghèo còn 5,26%, giảm 1,95%, vượt 0,45% so với kế hoạch giao (1,5%).",
    "Tỷ lệ hộ nghèo còn 3,73%, giảm 1,81% so với năm 2023 (5,54%), vượt 0,61% so với kế hoạch giao "
    "(1,2%).",
    # in % of the aim
    "Số đầu mối giảm 12,7%, vượt 27% so với mục tiêu 10%.",
    "Giải ngân đạt 95,2% kế hoạch, vượt 3,1% so với mục tiêu 90% của quý trước.",
    "Lệ phí mỗi hồ sơ từ 120 nghìn đồng xuống còn 85 nghìn đồng, tiết kiệm 105 nghìn đồng cho 3 hồ "
    "sơ.",
    "Chi thường xuyên từ 612,4 tỷ đồng xuống còn 587,9 tỷ đồng; tiết kiệm 5% được 18,2 tỷ đồng.",
    "Từ 45 phòng xuống còn 31 phòng, tinh gọn được 14 phòng, bớt 09 chi cục.",
    "Thời gian giải quyết từ 15 ngày xuống còn 10 ngày, bớt 02 khâu.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []
