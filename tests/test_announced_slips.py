"""Relations that words announce and a slip keeps from agreeing, however far off it is."""

from __future__ import annotations

import pytest

from extract.values.slips import undoubled
from marks import contradicted, found

FAR_OFF = [
    (  # two digits swapped, of few; others may be left out
        "Dôi dư 61 người, gồm hiệu trưởng 06, phó hiệu trưởng 08, nhân viên 2 người.",
        "6 + 8 + 2 = 61",
    ),
    (  # a part with a digit typed twice: 73 was meant
        "Sau sắp xếp, toàn tỉnh còn 91 xã, gồm 773 xã, 14 phường và 04 thị trấn.",
        "773 + 14 + 4 = 91",
    ),
    (  # a comma typed for the point
        "Tổng kinh phí sửa chữa là 11,726 triệu đồng, gồm: ngân sách tỉnh 7.410 triệu đồng; ngân "
        "sách huyện 1.206 triệu đồng; huy động 3.110 triệu đồng.",
        "7.410.000 + 1.206.000 + 3.110.000 = 11.726 nghìn",
    ),
    (  # a zero typed twice; 1.307 was meant
        "Mưa đá làm 13.007 ha hoa màu bị hư hại, trong đó mất trắng 214 ha, thiệt hại trên 50% là "
        "455 ha, dưới 50% là 638 ha.",
        "214 + 455 + 638 = 13.007",
    ),
]

CHANGES = [
    (
        "Toàn đảng bộ có 518 tổ chức đảng, 2.764 chi bộ; so với đầu nhiệm kỳ giảm 27 tổ chức (từ "
        "545 tổ chức), giảm 18 chi bộ (từ 2.952 chi bộ).",
        "2.952 - 2.764 = 18",
    ),
    ("Cấp tỉnh có 16 sở, giảm 06 sở (trước là 20 sở).", "20 - 16 = 6"),
    ("Toàn trường có 34 lớp, tăng 08 lớp (trước đây có 29 lớp).", "34 - 29 = 8"),
    ("Toàn xã còn 17 thôn (trước sắp xếp 24 thôn), giảm 77 thôn.", "24 - 17 = 77"),
    (
        "Huyện có 6.418 đoàn viên (số liệu đến 31/12/2022 là 6.105 đoàn viên), tăng 131 đoàn viên.",
        "6.418 - 6.105 = 131",
    ),
    (
        "Thu tiền thuê đất 74,6 tỷ đồng, đạt 62,2% dự toán (120 tỷ đồng), hụt thu 54,4 tỷ đồng.",
        "120.000 - 74.600 = 54.400 triệu",
    ),
    (
        "Quỹ chi trả 912.640 triệu đồng, bằng 103,1% dự toán được giao (885.000 triệu đồng), vượt "
        "7.640 triệu đồng.",
        "912.640 - 885.000 = 7.640 triệu",
    ),
    (
        "Giá trị đề nghị quyết toán 64.318 triệu đồng, được phê duyệt 63.204 triệu đồng, giảm "
        "1.141 triệu đồng.",
        "64.318 - 63.204 = 1.141 triệu",
    ),
    ("Toàn tỉnh sáp nhập 31 xã, phường thành 14 xã, phường mới, giảm 27 đơn vị.", "31 - 14 = 27"),
    (
        "Từ 1.214 thôn, bản, khu phố nay chỉ còn 906 thôn, bản, khu phố, tinh gọn được 380 thôn.",
        "1.214 - 906 = 380",
    ),
    ("Lãnh đạo cấp phòng từ 512 người nay còn 457 người, ít hơn trước 65 người.", "512 - 457 = 65"),
]

RATES = [
    ("Toàn ngành tinh giản 57 biên chế, đạt 141% kế hoạch (50 biên chế).", "57 / 50 = 141%"),
    ("Kết nạp 3.264 hội viên, đạt 10,2% (chỉ tiêu 3.200).", "3.264 / 3.200 = 10,2%"),
    ("Trồng rừng 1.786 ha, bằng 94,6% (kế hoạch giao 1.900 ha).", "1.786 / 1.900 = 94,6%"),
    (  # a digit typed twice; 8.328 was meant
        "Số trẻ được tiêm đủ mũi là 83.328 trẻ/8.936 trẻ, đạt 93,2%.",
        "83.328 / 8.936 = 93,2%",
    ),
    (  # one left out; 5.633 was meant
        "Tòa án đã thụ lý 5.914 vụ; đã giải quyết 533 vụ, đạt 95,25%.",
        "533 / 5.914 = 95,25%",
    ),
    (
        "Dư nợ 386 tỷ đồng, bằng 224,1% thu ngân sách được hưởng theo phân cấp (1.600 tỷ đồng).",
        "386 / 1.600 = 224,1%",
    ),
]


@pytest.mark.parametrize(("text", "wrong"), [*FAR_OFF, *CHANGES, *RATES])
def test_announced_relations_with_a_slip_are_told(text: str, wrong: str) -> None:
    assert wrong in contradicted(text)


TRUE = [
    # what is announced agrees
    "Sau sắp xếp, toàn tỉnh còn 91 xã, gồm 73 xã, 14 phường và 04 thị trấn.",
    "Toàn đảng bộ có 518 tổ chức đảng, 2.764 chi bộ; so với đầu nhiệm kỳ giảm 27 tổ chức (từ 545 "
    "tổ chức), giảm 188 chi bộ (từ 2.952 chi bộ).",
    "Toàn xã còn 17 thôn (trước sắp xếp 24 thôn), giảm 7 thôn.",
    "Thu tiền thuê đất 74,6 tỷ đồng, đạt 62,2% dự toán (120 tỷ đồng), hụt thu 45,4 tỷ đồng.",
    "Toàn ngành tinh giản 57 biên chế, đạt 114% kế hoạch (50 biên chế).",
    "Kết nạp 3.264 hội viên, đạt 102% (chỉ tiêu 3.200).",
    "Giá trị đề nghị quyết toán 64.318 triệu đồng, được phê duyệt 63.204 triệu đồng, giảm 1.114 "
    "triệu đồng.",
    # others are left out, a little or much
    "Dư nợ 1.340 tỷ đồng, trong đó ủy thác qua Hội Phụ nữ 512 tỷ đồng, Hội Nông dân 447 tỷ đồng, "
    "Hội Cựu chiến binh 206 tỷ đồng.",
    "Tổng chi ngân sách 2.318,6 tỷ đồng. Trong đó, chi đầu tư 361,4 tỷ đồng; chi thường xuyên "
    "1.742 "
    "tỷ đồng; chi trợ giá 151,7 tỷ đồng.",
    "Diện tích gieo trồng 5.400 ha, trong đó: lúa 3.600 ha, ngô 900 ha.",
    "Doanh số quý III đạt 214,3 tỷ đồng, lũy kế 9 tháng 530,2 tỷ đồng (quý I: 174,2 tỷ; quý II: "
    "141,7 tỷ).",
    "Quỹ được cấp 8.874 triệu đồng, chi 1.197 triệu đồng, còn dư 7.677 triệu đồng chuyển sang năm "
    "sau; ngoài ra còn 1.120 triệu đồng tạm ứng chưa thu hồi.",
    # a limit, no level before; two plans; another time
    "Toàn xã có 1.204 hộ, giảm 12 hộ (từ 6 khẩu trở lên).",
    "Có 48 xã đạt chuẩn (năm 2023: 41 xã), tăng 3 xã so với kế hoạch.",
    "Có 48 xã đạt chuẩn (năm 2023: 41 xã), tăng 10 xã so với năm 2022.",
    "Thu 512 tỷ đồng, đạt 102,4% dự toán (500 tỷ đồng), vượt 31 tỷ đồng so với cùng kỳ.",
    "Thu 512 tỷ đồng, đạt 102,4% dự toán (tỉnh giao 500 tỷ đồng, huyện giao 505 tỷ đồng), vượt 7 "
    "tỷ đồng.",
    # of some of them, of a plan
    "Thụ lý 5.914 vụ; đã giải quyết 533 vụ ma túy, đạt 95,25% số vụ ma túy.",
    "Số trẻ được tiêm là 8.328 trẻ/312 điểm tiêm, đạt 93,2% kế hoạch.",
    # what stands in the bracket is the part, not what the rate is of
    "Tiếp nhận 1.415 hồ sơ; có 93,2% số hồ sơ đúng hạn (1.208 hồ sơ).",
    "Giảm 18 thôn, khu phố; riêng thôn giảm 11.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_beside_them_is_quiet(text: str) -> None:
    assert found(text) == []


def test_zeros_inside_a_figure_may_be_typed_twice() -> None:
    assert list(undoubled("13007")) == ["1307"]
    assert list(undoubled("1300")) == []
