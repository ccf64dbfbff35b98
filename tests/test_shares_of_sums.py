"""Shares of parts that add up to their whole, and rates told before their amount."""

from __future__ import annotations

import pytest

from marks import built, found

VISITS = "Tổng số lượt khám: 92.410 lượt. Khám BHYT 78.549 lượt (chiếm {}%), viện phí 13.861 lượt."
EXPORTS = (
    "Tổng kim ngạch xuất khẩu đạt 412,5 triệu USD. Nhóm chế biến đạt 359,8 triệu USD; nhóm thủy "
    "sản 41,6 triệu USD; nhóm khác 11,1 triệu USD. Nhóm chế biến chiếm {}% tổng kim ngạch xuất "
    "khẩu."
)
PUPILS = "Trong tổng số 1.362 học sinh: Tốt 1.241 em (91,1%), Khá 107 em (7,9%), Đạt 14 em ({}%)."
POWER = (
    "Sản lượng điện đạt 184,3 triệu kWh, trong đó:\n"
    "- Nhiệt điện đạt 90,5 triệu kWh, chiếm 49,1%.\n"
    "- Thủy điện đạt 51,4 triệu kWh, chiếm 27,9%.\n"
    "- Năng lượng tái tạo đạt 23,9 triệu kWh, chiếm {}% (trong đó điện mặt trời 15,9 triệu kWh).\n"
    "- Tua bin khí đạt 18,5 triệu kWh, chiếm 10%."
)
FUNDED = (
    "Kinh phí tăng thêm là 54.600 triệu đồng, do ngân sách trung ương bổ sung {}%, tương đương "
    "38.220 triệu đồng; ngân sách tỉnh bảo đảm 16.380 triệu đồng."
)

RIGHT = [
    (VISITS.format(85), "78.549 / 92.410 = 85%"),
    (EXPORTS.format("87,2"), "359.800 / 412.500 = 87,2%"),
    (PUPILS.format("1,0"), "14 / 1.362 = 1%"),
    (POWER.format(13), "23.900 / 184.300 = 13%"),
    (FUNDED.format(70), "38.220 / 54.600 = 70%"),
]


@pytest.mark.parametrize(("text", "equation"), RIGHT)
def test_it_is_built(text: str, equation: str) -> None:
    assert equation in built(text)
    assert found(text) == []


WRONG = [
    VISITS.format(58),
    EXPORTS.format("78,2"),
    PUPILS.format("1,1"),
    POWER.format(31),
    FUNDED.format(71),
    "- Tổng số lượt khám: 92.410/90.000 lượt. Khám BHYT 78.549 lượt (chiếm 58%), viện phí 13.861 "
    "lượt.",
    "Tổng mức đầu tư 35 tỷ đồng, trong đó tỉnh hỗ trợ 60% (tương đương 23 tỷ đồng), huyện đối ứng "
    "40% (tương đương 14 tỷ đồng).",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_told(text: str) -> None:
    assert found(text) == ["A103"]


QUIET = [
    # of another whole, told or not
    "Tổng số lượt khám: 92.410 lượt. Khám BHYT 78.549 lượt (đạt 58% kế hoạch), viện phí 13.861 "
    "lượt.",
    "Tổng số lượt khám: 92.410 lượt. Khám BHYT 78.549 lượt (tăng 58%), viện phí 13.861 lượt.",
    "Tổng số lượt khám: 92.410 lượt. Khám BHYT 78.549 lượt (chiếm 58% toàn vùng), viện phí 13.861 "
    "lượt.",
    "Tổng số lượt khám: 92.410 lượt. Khám BHYT 78.549 lượt (trong đó trẻ em 12.568 lượt, chiếm 16%"
    "), viện phí 13.861 lượt.",
    # the items have rates of their own parts
    "Toàn xã có 4.812 lao động, trong đó:\n- Nông nghiệp 2.310 người, chiếm 48%.\n- Công nghiệp "
    "1.540 người, chiếm 32%; lao động nữ 616 người, chiếm 40%.\n- Dịch vụ 962 người, chiếm 20%.",
    "Huyện có 3.200 ha cây lâu năm, trong đó:\n- Cà phê 1.600 ha, chiếm 50%.\n- Hồ tiêu 960 ha, "
    "chiếm 30%.\n- Điều 640 ha, chiếm 20% (tái canh 384 ha, chiếm 60%).",
    # of another cost
    "Tổng kinh phí 12.400 triệu đồng, đã giải ngân 9.300 triệu đồng; ngân sách huyện hỗ trợ 30%, "
    "tương đương 3.720 triệu đồng.",
    "Tổng chi 1.240 tỷ đồng, trong đó giáo dục 520 tỷ đồng, bảo hiểm xã hội hỗ trợ 20%, tương "
    "đương 42 tỷ đồng tiền đóng của hộ cận nghèo.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []
