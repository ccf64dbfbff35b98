"""Wholes, counts and plans that other figures stand nearer to: what is built, what is not."""

from __future__ import annotations

import pytest

from marks import built, found

SCHOOLS = (
    "Toàn tỉnh có 412 trường, gồm 148 trường mầm non, 131 trường tiểu học, 97 trường THCS, 36 "
    "trường THPT.\n\nTrang bị thêm 2.040 máy tính.\n\nSố trường có thư viện gồm:\n\n+ Mầm non: 92 "
    "trường (62,2%);\n\n+ Tiểu học: 118 trường (90,1%);\n\n+ THCS: 79 trường ({}%);\n\n+ THPT: 34 "
    "trường (94,4%).\n"
)
DEATHS = (
    "1. Tình hình\n\nToàn tỉnh xảy ra 118 vụ tai nạn giao thông, làm chết 62 người, bị thương 87 "
    "người; so với cùng kỳ (xảy ra 131 vụ, chết 71 người, bị thương 95 người) giảm 13 vụ, giảm 09 "
    "người chết, giảm 08 người bị thương.\n\n2. Đánh giá chung\n\n{}\n"
)

RIGHT = [
    # a part in a bracket, then the share of the whole before the bracket
    "Diện tích dược liệu 1.640 ha (trong đó sa nhân 412 ha), chiếm 31,2% diện tích cây lâu năm.",
    "Kết nạp 1.206 hội viên (trong đó nữ 431 hội viên), bằng 18,4% số hội viên toàn huyện.",
    # after the comma another thing is counted
    "Có 41/46 xã về đích, 12 xã nâng cao, bằng 29,3% số xã về đích, 03 xã kiểu mẫu.",
    "Có 58 hợp tác xã loại tốt, chiếm 26,4% tổng số hợp tác xã, 04 liên hiệp hợp tác xã.",
    # days for each guest: days are not what the rate is for
    "Tổng số ngày lưu trú 6,2 triệu ngày, bình quân 2,1 ngày/khách (chính xác là 6.204.150 ngày).",
    "Tổng số giờ bay 12.400 giờ, mỗi tổ bay 62 giờ, cộng cả giờ huấn luyện là 13.050 giờ.",
    # each plan beside its own rate
    "Có 41.230 người tham gia, trong đó bắt buộc 30.115 người (đạt 96,20% chỉ tiêu 31.305 người), "
    "tự nguyện 11.115 người (đạt 84,46% chỉ tiêu 13.160 người).",
    # a rate after a bracket that tells the costs of two sorts
    "Khám bệnh 620.400 lượt, chi 310,2 tỷ đồng (ngoại trú 124,1 tỷ đồng cho 560.300 lượt; nội trú "
    "186,1 tỷ đồng cho 60.100 lượt), bình quân mỗi lượt 500 nghìn đồng.",
    # a summary that tells others, or the same
    DEATHS.format("Số người chết vì tai nạn giao thông trong 6 tháng là 62 người."),
    DEATHS.format("Số người chết vì đuối nước trong 6 tháng là 60 người."),
    DEATHS.format("Số người chết vì tai nạn giao thông năm 2019 là 60 người."),
    # what stands above is divided, not the sum told last
    "1. Hộ nghèo. Cuối năm còn 5.210 hộ nghèo.\n\n2. Hộ cận nghèo. Có 2.105 hộ cận nghèo. Cộng cả "
    "hai loại còn 7.315 hộ.\n\n3. Phân theo khu vực: thành thị có 418 hộ nghèo, nông thôn 4.792 "
    "hộ.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert found(text) == []


BUILT = [
    (SCHOOLS.format("81,4"), "92 / 148 = 62,2%"),
    (SCHOOLS.format("81,4"), "79 / 97 = 81,4%"),
    # the name after the rate fits a level of another unit, or the first part of a fraction
    (
        "Thanh tra giao thông kiểm tra 1.320 lượt xe, lập biên bản 264 vụ, chiếm 20,0% số xe kiểm "
        "tra.",
        "264 / 1.320 = 20%",
    ),
    (
        "Có 71/74 xã đạt chuẩn nông thôn mới (95,95%), 29 xã nâng cao, bằng 40,8% số xã đạt chuẩn.",
        "29 / 71 = 40,8%",
    ),
    # the part is the one that the name counts
    (
        "Xảy ra 214 vụ cháy, gồm 171 vụ cháy nhà, 43 vụ cháy rừng.\n\nKhởi tố 31 vụ, 36 bị can, "
        "đạt tỷ lệ 14,49% số vụ cháy.",
        "31 / 214 = 14,49%",
    ),
    ("Có 30.115 người tham gia (đạt 96,20% chỉ tiêu 31.305 người).", "30.115 / 31.305 = 96,2%"),
    ("Thu 41,2 tỷ đồng, bằng 88,6% dự toán năm là 46,5 tỷ đồng.", "41.200 / 46.500 = 88,6%"),
    # of two names one holds the other
    (
        "Cuối năm còn 5.210 hộ nghèo trên 41.320 hộ, giảm 640 hộ.\n\nSố hộ cận nghèo là 2.105 hộ, "
        "tăng 96 hộ so với đầu năm. Tính gộp, hộ nghèo đa chiều (hộ nghèo và hộ cận nghèo) còn "
        "7.315 hộ.",
        "5.210 + 2.105 = 7.315",
    ),
    # the whole stands paragraphs before, and is told by what is counted only
    (
        "Toàn tỉnh có 642 trường, gồm 418 trường công lập, 224 trường khác.\n\nTrang bị 1.206 máy "
        "tính, tăng 4,1%.\n\nSố trường đạt chuẩn tính đến tháng 6 là 231 trường, đạt 36,0% tổng số "
        "trường, tăng 12 trường so với cùng kỳ (219 trường).",
        "231 / 642 = 36%",
    ),
    # a whole taken up again by its parts
    (
        "Cộng dồn 1.240 ca, gấp 2 lần cùng kỳ (620 ca). Phân độ: độ 1 có 871 ca, độ 2a có 302 ca, "
        "từ độ 3 trở lên 67 ca.",
        "871 + 302 + 67 = 1.240",
    ),
    (
        "Tổng sản lượng gỗ 61.420 m3, đạt 76,8% kế hoạch năm (80.000 m3); rừng trồng 54.310 m3, "
        "cây phân tán 7.110 m3.",
        "54.310 + 7.110 = 61.420",
    ),
    (
        "Ngành có 6.204 người, gồm 412 quản lý, 5.120 giáo viên, 672 nhân viên. Trong số giáo "
        "viên, biên chế 4.806 người, hợp đồng 314 người.",
        "4.806 + 314 = 5.120",
    ),
    (
        "Đăng ký 4.130 thí sinh, dự thi 4.102 thí sinh, vắng 28 thí sinh; trong số dự thi có 3.870 "
        "học sinh, 190 học viên, 42 thí sinh tự do.",
        "3.870 + 190 + 42 = 4.102",
    ),
]


@pytest.mark.parametrize(("text", "expression"), BUILT)
def test_built(text: str, expression: str) -> None:
    assert built(text).get(expression) == "consistent"


WRONG = [
    ("Có 30.115 người tham gia (đạt 92,60% chỉ tiêu 31.305 người).", "A103"),
    (SCHOOLS.format("80,4"), "A103"),
    (SCHOOLS.format("84,1"), "A103"),
    # a whole that bears the name told after the rate
    (
        "Diện tích thả nuôi 9.140 ha, trong đó cá tra 6.210 ha (nuôi ao 4.180 ha, nuôi bè 2.030 "
        "ha), tôm 2.930 ha. Diện tích cá tra bị bệnh 478 ha, bằng 7,07% diện tích cá tra thả nuôi.",
        "A103",
    ),
    # a count of two digits told again in a summary
    (DEATHS.format("Số người chết vì tai nạn giao thông trong 6 tháng là 60 người."), "A110"),
    (DEATHS.format("Tuy vậy, tai nạn giao thông vẫn làm chết 26 người."), "A110"),
    # the whole that the shares around are of, two digits exchanged
    (
        "Cuối năm còn 5.210 hộ nghèo trên 41.320 hộ, tỷ lệ 12,61%.\n\nHộ cận nghèo 2.105 hộ, chiếm "
        "5,09%. Cộng hai loại có 7.315 hộ, tỷ lệ 17,07%.",
        "A103",
    ),
    (
        "Lũy kế 2.846 ca. Trong đó:\n- Nhẹ: 2.012 ca;\n- Vừa: 751 ca;\n- Nặng: 83 ca, chiếm 2,92% "
        "tổng số ca mắc.\n\nSố ca là học sinh 1.107 ca, chiếm 39,8%; còn lại là người lớn.",
        "A103",
    ),
    (
        "Dự thi 4.102 thí sinh, gồm 3.870 học sinh, 232 học viên. Số đỗ tốt nghiệp 4.067 em, tỷ lệ "
        "99,51%.",
        "A103",
    ),
    (
        "Đăng ký 4.130 thí sinh, dự thi 4.102 thí sinh, vắng 28 thí sinh; trong số dự thi có 3.780 "
        "học sinh, 190 học viên, 42 thí sinh tự do.",
        "A104",
    ),
    (
        "Xảy ra 214 vụ cháy, gồm 171 vụ cháy nhà, 43 vụ cháy rừng.\n\nBan đêm có 91 vụ, chiếm "
        "45,2% số vụ.",
        "A103",
    ),
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong(text: str, code: str) -> None:
    assert found(text) == [code]
