"""Figures side by side that only a slip keeps from agreeing; figures that one ties by chance."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from marks import found, told

SLIPS = [
    (  # the whole stands in the sentence before; 5.162 was meant
        "Trong 5 năm, Viện kiểm sát thụ lý 8.214 tin báo. Các cơ quan đã giải quyết được 5.612 "
        "tin, tỷ lệ giải quyết đạt 62,84%.",
        "5.612 / 8.214 = 62,84%",
    ),
    (  # the whole of the shares beside it; 47.038 was meant
        "+ Tổng số hộ dân cư: 184.620 hộ\n+ Tổng số hộ nghèo: 9.416 hộ; Tỷ lệ: 5,10%\n+ Tổng số "
        "hộ cận nghèo: 11.280 hộ; Tỷ lệ: 6,11%\n+ Tổng số hộ có mức sống trung bình: 40.738 hộ; "
        "Tỷ lệ: 25,48%",
        "40.738 / 184.620 = 25,48%",
    ),
    (  # what is left; 1.584 was meant
        "Phòng tiếp nhận 2.310 hồ sơ; đã giải quyết 1.548 hồ sơ, còn 726 hồ sơ đang giải quyết.",
        "2.310 - 1.548 = 726",
    ),
    (  # parts in the next sentence; 24.740 was meant
        "Dư nợ cho vay đạt 44.713 tỷ đồng. Ngắn hạn 24.470 tỷ đồng, trung và dài hạn 19.973 tỷ "
        "đồng.",
        "24.470 + 19.973 = 44.713 tỷ",
    ),
    (  # parts that "với" leads to; 392 was meant
        "Huyện nhận 4.186 đơn đủ điều kiện với 512 đơn khiếu nại, 932 đơn tố cáo và 3.282 đơn kiến "
        "nghị.",
        "512 + 932 + 3.282 = 4.186",
    ),
    (  # parts of a change, by year; 8.216 was meant
        "Đến nay cả tỉnh đã giảm được 21.463 hộ nghèo. Chia theo năm: 6.905 hộ năm 2031, 6.342 hộ "
        "năm 2032 và 8.261 hộ năm 2033.",
        "6.905 + 6.342 + 8.261 = 21.463",
    ),
    (  # changes of the same direction; 9.317 was meant
        "Ngành y tế có thêm 15.842 giường bệnh. Tuyến tỉnh tăng 9.371 giường, tuyến huyện tăng "
        "6.525 giường.",
        "9.371 + 6.525 = 15.842",
    ),
    (  # parts in a bracket whose other aside is of another sort; 2.914 was meant
        "Có 3.467 đơn đủ điều kiện (trong đó có 553 đơn tố cáo, 2.941 đơn kiến nghị; có 96 vụ việc "
        "thuộc thẩm quyền).",
        "553 + 2.941 = 3.467",
    ),
    (  # the whole that the shares in like places agree on; 24,89% was meant
        "Cả vùng có 318,6 nghìn ha rừng trồng:\n- Tỉnh Bắc: 79,31 nghìn ha với 12 dự án, chiếm "
        "28,49%;\n- Tỉnh Nam: 104,2 nghìn ha với 31 dự án, chiếm 32,71%;\n- Tỉnh Đông: 135,09 "
        "nghìn ha với 27 dự án, chiếm 42,4%.",
        "79.310 / 318.600 = 28,49%",
    ),
    (  # parts in paragraphs of their own; 318.452.807 was meant
        "- Ngân sách huyện được hưởng: 1.204.716.392 đồng.\n\nBao gồm:\n\n+ Cấp huyện: 886.263.585 "
        "đồng (có 144.270.000 đồng bổ sung).\n\n+ Cấp xã: 318.542.807 đồng (có 97.163.000 đồng bổ "
        "sung).",
        "886.263.585 + 318.542.807 = 1.204.716.392",
    ),
    (  # an aside that names a part of a part leaves the row closed; 41.202 was meant
        "Đất trồng trọt 127.315 ha, gồm cây hàng năm 86.113 ha (riêng lúa 44.720 ha) và cây lâu "
        "năm 41.022 ha.",
        "86.113 + 41.022 = 127.315",
    ),
    (  # the same with parts of several units
        "Kết quả bầu được 57 đại biểu. Trong đó có 13 nữ, chiếm 28,81%; 6 người dân tộc thiểu số, "
        "chiếm 10,53%; tái cử 22 người, chiếm 38,6%.",
        "13 / 57 = 28,81%",
    ),
]

CHANCE = [
    # shares of an export, told in turn, and growth of exports that a slip would make a share
    "Xuất khẩu đạt 17.363 tỷ đồng, bằng 92,4% dự toán. Thu nội địa đạt 16.186 tỷ đồng, đạt 117,6% "
    "so với cùng kỳ.",
    # three digits of a rate are hit by one of many slips
    "Có 4.396.490 người thuộc diện. Trong đó đã cấp thẻ cho 2.304.940 người, đạt 72,9%.",
    # told in turn, with no word that leads from the first to the others
    "Ô tô nhập nhiều nhất từ Lào với 6.814 chiếc, từ Thái Lan với 5.230 chiếc và từ Nhật với 1.854 "
    "chiếc.",
    # the rest has no figure
    "Dân số là 32.064 người, trong đó: người Tày 16.322 người, người Dao 10.847 người, người Kinh "
    "4.835 người, còn lại các dân tộc khác.",
    # several sorts of parts overlap
    "Có 4.186 lao động: 2.045 người có trình độ trung cấp, 2.114 người là nữ.",
    # rows of rounded figures, in no unit
    "1. Tổng doanh thu 618.830 571.938\n2. Các khoản giảm trừ 10 916\n3. Doanh thu thuần 618.819 "
    "561.022",
    # what is named is not all there is
    "Huyện có 1.240 cơ sở. Có 318 cơ sở chế biến, 402 cơ sở cơ khí.",
]


@pytest.mark.parametrize(("text", "expression"), SLIPS)
def test_what_only_a_slip_explains_contradicts(text: str, expression: str) -> None:
    assert told(text, expression) == ("inconsistent", [ANY])


@pytest.mark.parametrize("text", CHANCE)
def test_what_some_slip_would_explain_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Có 120 hộ nghèo. Có 0 hộ mới, chiếm 12,5%.",
        "Giảm 0 hộ. Có 120 hộ, chiếm 12,5%; 0/8 hộ, chiếm 3,75%.",
        "Bình quân 0,0 triệu đồng một hộ; 0 hộ, 0 triệu đồng.",
    ],
)
def test_figures_that_are_zero_prove_nothing(text: str) -> None:
    assert found(text) == []
