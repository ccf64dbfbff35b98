"""What raised alarms at first sight, and what must still be found beside it: brackets that tell
something else, wholes that are not told, months of one year, narrower parts."""

from __future__ import annotations

import pytest

from marks import built, found, told

RIGHT = [
    # what a part received, did and left are no parts of what all received
    "Hai cấp thụ lý 6.840 vụ, đã giải quyết 5.310 vụ; còn lại 1.530 vụ. Trong đó: cấp tỉnh thụ lý "
    "412 vụ, đã giải quyết 305 vụ (đạt 74%), còn lại 107 vụ.",
    # as many times last year's, whose level is not told
    "Diện tích rừng bị thiệt hại trong tháng 8 là 46,2 ha, tăng 38,1% so với cùng kỳ năm trước. "
    "Tính chung 8 tháng, diện tích bị thiệt hại là 2,4 nghìn ha, gấp 3 lần cùng kỳ năm trước, "
    "trong đó diện tích rừng bị cháy là 1,9 nghìn ha.",
    # a part in a bracket is no level before
    "Đã thụ lý 38 vụ/67 bị can (trong đó khởi tố mới 21 vụ/54 bị can). Số vụ, bị can đã tăng sáu "
    "vụ (hơn 23%) và 17 bị can (hơn 60%).",
    # votes in % of all members, of whom some were away
    "Ông A có 21/52 phiếu tín nhiệm cao, đạt tỷ lệ 36,84%.",
    "Có 431/468 đại biểu có mặt tán thành, chiếm 89,05%.",
    # a part of what is spent has a plan of its own
    "Dự toán chi là 18.240 tỷ đồng, quyết toán là 17.150 tỷ đồng; trong đó chi của tỉnh là 9.620 "
    "tỷ đồng, bằng 94,6% so với dự toán.",
    # what fell since a time whose levels are not told
    "Trong tháng 8, xã xảy ra 2 vụ va chạm, làm chết 2 người, bị thương 1 người. So với tháng 7, "
    "số vụ giảm 2 vụ, số người chết giảm 2 người và số người bị thương giảm 4 người.",
    "Cả năm xảy ra 47 vụ, làm chết 51 người, bị thương 20 người (trong đó, đường thủy 6 vụ và 7 "
    "người chết); so với cùng kỳ năm 2031, giảm cả 3 tiêu chí, số vụ giảm 31 vụ, số chết giảm 8.",
    # the yield of what was sown of a plan, not of all that was sown
    "Tổng diện tích gieo trồng 348 ha. Trong đó lúa là 215/220 ha, đạt 97,73% kế hoạch. Năng suất "
    "đạt 61,4 tạ/ha, sản lượng đạt 1.320,1 tấn.",
    # a bracket that tells a part of the period, or of what is counted
    "Sản lượng chè cả năm đạt 8.200 tấn, tăng 5,6% so với năm trước (quý IV đạt 2.230 tấn, tăng "
    "5,8%), bao gồm chè xanh và chè đen.",
    "Doanh thu đạt 820 tỷ đồng, tăng 45 tỷ đồng so với cùng kỳ (khu vực nhà nước đạt 120 tỷ đồng, "
    "giảm 12 tỷ đồng).",
    "Toàn tỉnh có 412 hợp tác xã, tăng 12 hợp tác xã so với năm 2022 (thành lập mới 31 hợp tác xã, "
    "giải thể 19 hợp tác xã).",
    "Toàn tỉnh có 412 hợp tác xã, tăng 12 hợp tác xã so với năm 2022 (lĩnh vực nông nghiệp 230 hợp "
    "tác xã).",
    "Xuất khẩu đạt 540 triệu USD, tăng 40 triệu USD so với năm 2021 (năm 2021 đạt 500 triệu USD, "
    "giảm 20 triệu USD).",
    # shares of all, of whom only those present are told
    "Với 32 đại biểu tham gia, có 25 phiếu tán thành, chiếm 71,43%; 5 phiếu không tán thành, chiếm "
    "14,29%; 2 phiếu không hợp lệ, chiếm 5,71%.",
    "Có 478 đại biểu tham gia biểu quyết, 470 đại biểu tán thành, chiếm 94,57%.",
    "Trong 240 hộ được khảo sát, 120 hộ hài lòng, chiếm 48%; 90 hộ chưa hài lòng, chiếm 36%.",
    # shares that say that the parts are not all
    "Thu về 240 phiếu, trong đó 120 phiếu hài lòng, chiếm 50%; 90 phiếu chưa hài lòng, chiếm "
    "37,5%.",
    # a comparison begun anew
    "Số người tham gia là 5.177 người, tăng 860 người (19,9%); so với chỉ tiêu giao (6.100 người) "
    "đạt 84,9%.",
    "Số thu là 59,1 tỷ đồng, tăng 3,8 tỷ đồng, so với dự toán (70,5 tỷ đồng) đạt 83,8%.",
    # rates of the parts' own populations
    "Tỷ lệ thất nghiệp chung là 0,8%, tương đương 614 người. Trong đó, thành thị 455 người; nông "
    "thôn 159 người thất nghiệp, chiếm tỷ lệ 0,3%.",
    "Tỷ lệ hộ nghèo toàn huyện là 4,2%, với 1.260 hộ. Trong đó, vùng cao 812 hộ nghèo, chiếm 9,1%; "
    "vùng thấp 448 hộ nghèo, chiếm tỷ lệ 2,1%.",
    "Tỷ lệ tăng dân số là 1,1%, tương đương 11.400 người; thành thị 5.400 người, chiếm 1,6%; nông "
    "thôn 6.000 người, chiếm 0,9%.",
    # all of some sort that the whole is not
    "Toàn huyện đã cấp 26.184 giấy chứng nhận, trong đó đất ở đô thị 2.151 giấy; đất ở nông thôn "
    "đạt 8.913 giấy.",
    "Tổng số 26.184 hộ, trong đó hộ nghèo thành thị 151 hộ, hộ nghèo nông thôn 913 hộ.",
    # amounts of others in a bracket
    "Hàng gồm: 2.140 tấn gạo (Trung ương cấp 5.000 tấn cho 04 tỉnh, tỉnh bạn được 2.000 tấn), "
    "86.000 thùng mì.",
]

BUILT = [
    # months, quarters and days of one year are two times
    (
        "Trong tháng 9/2021, xảy ra 187 vụ cháy, làm chết 05 người. So với tháng 8 năm 2021, tăng "
        "06 vụ (3,31%).",
        "6 / (187 - 6) = 3,31%",
    ),
    (
        "Quý II/2021 tiếp nhận 187 hồ sơ. So với quý I/2021, tăng 6 hồ sơ (3,31%).",
        "6 / (187 - 6) = 3,31%",
    ),
    (
        "Tháng 8/2021 thu 187 tỷ đồng. Tháng 9/2021 thu 193 tỷ đồng, so với tháng 8/2021 tăng 6 tỷ "
        "đồng.",
        "193 - 187 = 6 tỷ",
    ),
    # what adds up to a part is no part of the whole again
    (
        "Tổng biên chế là 2.916 biên chế.\n\nCụ thể, trong nước 2.806 biên chế, trong đó, bộ 1.160 "
        "biên chế; địa phương 1.601 biên chế; ngoài nước 45 biên chế; dự phòng 110 biên chế.",
        "2.806 + 110 = 2.916",
    ),
    # what has gone is taken away; a figure after "tử hình" is read
    (
        "Cuối năm 2022 có 318 trạm, trong năm lắp mới 64 trạm, tháo dỡ 27 trạm, nâng tổng số lên "
        "355 trạm.",
        "318 + 64 - 27 = 355",
    ),
    (
        "Hình phạt áp dụng với 655 bị cáo: tử hình 02; tù có thời hạn 510; phạt tiền 143.",
        "2 + 510 + 143 = 655",
    ),
    (
        "Số thu là 59,1 tỷ đồng, tăng 3,8 tỷ đồng; so với dự toán (70,5 tỷ đồng) đạt 83,8%.",
        "59.100 / 70.500 = 83,8%",
    ),
]

WRONG = [
    ("Xã có 19/48 hộ đăng ký, đạt 35,85%.", "A103"),
    ("Có 346/680 đại biểu tán thành, đạt 50,80%.", "A103"),
    ("Xuất khẩu đạt 560 triệu USD, tăng 8% so với năm 2021 (năm 2021 đạt 500 triệu USD).", "A102"),
    ("Xảy ra 112 vụ, giảm 12 vụ so với cùng kỳ (toàn tỉnh có 142 vụ).", "A101"),
    (
        "Trong 240 hộ được khảo sát, 120 hộ hài lòng, chiếm 48%; 130 hộ chưa hài lòng, chiếm 52%.",
        "A104",
    ),
    (
        "Thu về 420 phiếu, trong đó 120 phiếu hài lòng, chiếm 50%; 90 phiếu chưa hài lòng, chiếm "
        "37,5%; 30 phiếu trống, chiếm 12,5%.",
        "A104",
    ),
    (
        "Tổng biên chế là 2.616 biên chế.\n\nCụ thể, trong nước 2.806 biên chế, trong đó, bộ 1.160 "
        "biên chế; địa phương 1.601 biên chế; ngoài nước 45 biên chế; dự phòng 110 biên chế.",
        "A104",
    ),
    ("Diện tích đất ở 2.084 ha, trong đó đất ở đô thị 151 ha, đất ở nông thôn 913 ha.", "A104"),
    (
        "Sai phạm có tổng giá trị 846.237.000 đồng, cụ thể: nghiệm thu khống 127.415.000 đồng; áp "
        "sai đơn giá 486.320.000 đồng; tính trùng chi phí 232.520.000 đồng.",
        "A104",
    ),
    (
        "Đã xử lý vi phạm ở 05 đơn vị: Sở Y tế, Sở Giáo dục và Đào tạo, UBND huyện Ba Tri, Trường "
        "Chính trị tỉnh.",
        "A107",
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expression"), BUILT)
def test_built(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong(text: str, code: str) -> None:
    assert code in found(text)


def test_bracket_of_another_part_tells_no_base() -> None:
    text = "Thu 820 tỷ đồng, tăng 5% so với năm trước (quý IV đạt 230 tỷ đồng, tăng 4%)."
    assert built(text) == {}
