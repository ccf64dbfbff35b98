"""Relations told in words: movements and what they amount to, balances, multiples, fractions,
complements, averages, contributions. Each kind with right, wrong and misleading sentences."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found, judged, told

AGREE = [
    ("Số tổ dân phố từ 312 tổ, giảm 47 tổ xuống còn 265 tổ.", "312 - 265 = 47"),
    ("Tỷ lệ hộ cận nghèo từ 7,4% giảm 1,6 điểm phần trăm, còn 5,8%.", "7,4 - 5,8 = 1,6"),
    ("Nợ xấu từ 1.250 tỷ đồng giảm 12%, còn 1.100 tỷ đồng.", "(1.250 - 1.100) / 1.250 = 12%"),
    (
        "Số viên chức giảm từ 2.350 người xuống 2.115 người, tương đương 235 người.",
        "2.350 - 2.115 = 235",
    ),
    (
        "Số hộ nghèo giảm từ 5.400 hộ xuống 4.860 hộ, tương đương 10%.",
        "(5.400 - 4.860) / 5.400 = 10%",
    ),
    ("Cả năm tăng 418 hội viên, giảm 93 hội viên, tăng thực 325 hội viên.", "418 - 93 = 325"),
    (
        "Cán cân thương mại thặng dư 2,1 tỷ USD (xuất khẩu 35,6 tỷ USD, nhập khẩu 33,5 tỷ USD).",
        "35.600 - 33.500 = 2.100 triệu",
    ),
    (
        "Xuất khẩu hàng hóa ước đạt 86,4 tỷ USD (tăng 9%); nhập khẩu hàng hóa ước đạt 88,1 tỷ USD. "
        "Cán cân thương mại hàng hóa nhập siêu 1,7 tỷ USD.",
        "88.100 - 86.400 = 1.700 triệu",
    ),
    ("Đàn trâu 8.460 con, gấp ba lần đàn ngựa (2.820 con).", "8.460 / 2.820 = 3"),
    (
        "Số tổ hợp tác từ 64 tổ năm 2019 lên 128 tổ năm 2023, gấp đôi sau bốn năm.",
        "128 / 64 = 2",
    ),
    ("Số thu hồi đạt 6,3 tỷ đồng, bằng một nửa số phải thu 12,6 tỷ đồng.", "6.300 / 12.600 = 1/2"),
    ("Ba phần tư số bản (36/48 bản) có đường ô tô.", "36 / 48 = 3/4"),
    ("Hồ sơ giải quyết đúng hạn đạt 95,2%, quá hạn 4,8%.", "95,2% + 4,8% = 100%"),
    (
        "Chi giáo dục chiếm 41%, y tế 14%, quản lý hành chính 23%, các khoản còn lại 22% tổng chi.",
        "41% + 14% + 23% + 22% = 100%",
    ),
    (
        "Trong 04 năm đưa vào sử dụng 536 km đường. Tính bình quân, mỗi năm có thêm 134 km.",
        "134 × 4 = 536",
    ),
    (
        "Thu phí các năm lần lượt là 1.310 tỷ đồng, 1.420 tỷ đồng, 1.560 tỷ đồng, bình quân 1.430 "
        "tỷ đồng/năm.",
        "(1.310 + 1.420 + 1.560) / 3 = 1.430 tỷ",
    ),
    (
        "GRDP tăng 6,6%, trong đó nông nghiệp đóng góp 0,45 điểm phần trăm, công nghiệp đóng góp "
        "3,32 điểm phần trăm, dịch vụ đóng góp 2,83 điểm phần trăm.",
        "0,45 + 3,32 + 2,83 = 6,6%",
    ),
    ("Chi cục được giao 64 biên chế, hiện có mặt 58 người, còn thiếu 06 người.", "64 - 58 = 6"),
    ("Đã giải thể 06 tổ công tác (26,1%).", "6 / 23 = 26,1%"),
    ("Độ che phủ năm 2020 là 52,3%, năm 2023 là 54,1%, tăng 1,8%.", "54,1 - 52,3 = 1,8%"),
    (
        "Hội Nông dân: 12.840 người, so với năm 2021 tăng 640 người (năm 2021 có 12.200 người), "
        "tăng 5,2%.",
        "640 / 12.200 = 5,2%",
    ),
    ("Số cuộc họp giảm 18 cuộc, bằng 12%, so với 150 cuộc của năm 2022.", "18 / 150 = 12%"),
    ("Lượng phân bón tăng 2,5 lần, từ 120 tấn năm 2020 lên 300 tấn năm 2024.", "300 / 120 = 2,5"),
    (
        "Có mặt 1.164 người, đạt 97% kế hoạch, còn thiếu 36 người so với chỉ tiêu 1.200 người.",
        "1.200 - 1.164 = 36",
    ),
    (
        "Có mặt 1.164 người, đạt 97% kế hoạch, còn thiếu 36 người so với chỉ tiêu 1.200 người.",
        "1.164 / 1.200 = 97%",
    ),
    (
        "Trong quý có 63 vụ tranh chấp, nhiều hơn quý trước 13 vụ, tương đương tăng 26% (quý trước "
        "50 vụ).",
        "13 / 50 = 26%",
    ),
    ("Tỷ lệ số hóa đạt 71,5%, thấp hơn 8,5 điểm % so với mục tiêu 80%.", "80 - 71,5 = 8,5"),
    (
        "Vốn thực hiện 618 tỷ đồng, tăng 3% và 5% so với năm 2018 (600 tỷ đồng) và năm 2019 (588,6 "
        "tỷ đồng).",
        "(618.000 - 588.600) / 588.600 = 5%",
    ),
    (
        "Khởi công mới 17 công trình. Số công trình khởi công mới giảm 15% so với năm 2022 (20 "
        "công trình).",
        "(20 - 17) / 20 = 15%",
    ),
    (
        "Sáu tháng giải ngân 412 tỷ đồng, đạt 38,5% kế hoạch; quý III 236 tỷ đồng, lũy kế 9 tháng "
        "là 648 tỷ đồng.",
        "412 + 236 = 648 tỷ",
    ),
    ("Có 187/214 trạm đạt chuẩn, tỷ lệ 87,4%; 27 trạm chưa đạt chuẩn.", "214 - 187 = 27"),
    (
        "Ba năm 2022, 2023 và 2024, mức giảm lần lượt là 21, 14 và 9 trạm, gộp lại giảm 44 trạm.",
        "21 + 14 + 9 = 44",
    ),
    (
        "Năm 2024 giải ngân 318 tỷ đồng. Khối lượng ít hơn năm 2023 (362 tỷ đồng) tới 44 tỷ đồng.",
        "362 - 318 = 44 tỷ",
    ),
    (
        "Khối xã được giao 1.240 biên chế; đã cắt giảm 84 biên chế, được bổ sung 22 biên chế; số "
        "biên chế hiện nay là 1.178 biên chế.",
        "1.240 + 22 - 84 = 1.178",
    ),
    ("Mỗi tuần tổ chức 4 phiên chợ, cả năm 52 tuần họp 208 phiên.", "4 × 52 = 208"),
    ("Phí thu được 88 tỷ đồng, tăng 10% (cùng kỳ là 80 tỷ đồng).", "(88 - 80) / 80 = 10%"),
]

WRONG = [
    ("Số tổ dân phố từ 312 tổ, giảm 47 tổ xuống còn 256 tổ.", "A101"),
    ("Tỷ lệ hộ cận nghèo từ 7,4% giảm 1,6 điểm phần trăm, còn 5,3%.", "A101"),
    ("Nợ xấu từ 1.250 tỷ đồng giảm 21%, còn 1.100 tỷ đồng.", "A102"),
    ("Số viên chức giảm từ 2.350 người xuống 2.115 người, tương đương 253 người.", "A101"),
    ("Số hộ nghèo giảm từ 5.400 hộ xuống 4.860 hộ, tương đương 12%.", "A102"),
    ("Cả năm tăng 418 hội viên, giảm 93 hội viên, tăng thực 352 hội viên.", "A101"),
    (
        "Cán cân thương mại thặng dư 2,3 tỷ USD (xuất khẩu 35,6 tỷ USD, nhập khẩu 33,5 tỷ USD).",
        "A101",
    ),
    (  # imports are the larger
        "Xuất khẩu đạt 1.245 triệu USD, nhập khẩu đạt 1.385 triệu USD. Cán cân thương mại xuất "
        "siêu 140 triệu USD.",
        "A105",
    ),
    ("Đàn trâu 5.640 con, gấp ba lần đàn ngựa (2.820 con).", "A102"),
    ("Số tổ hợp tác từ 64 tổ năm 2019 lên 96 tổ năm 2023, gấp đôi sau bốn năm.", "A102"),
    ("Số thu hồi đạt 6,3 tỷ đồng, bằng một nửa số phải thu 16,2 tỷ đồng.", "A103"),
    ("Ba phần tư số bản (32/48 bản) có đường ô tô.", "A103"),
    ("Hồ sơ giải quyết đúng hạn đạt 95,2%, quá hạn 5,8%.", "A121"),
    (
        "Chi giáo dục chiếm 41%, y tế 14%, quản lý hành chính 23%, các khoản còn lại 32% tổng chi.",
        "A121",
    ),
    (
        "Trong 04 năm đưa vào sử dụng 536 km đường. Tính bình quân, mỗi năm có thêm 143 km.",
        "A109",
    ),
    (
        "Thu phí các năm lần lượt là 1.310 tỷ đồng, 1.420 tỷ đồng, 1.560 tỷ đồng, bình quân 1.480 "
        "tỷ đồng/năm.",
        "A109",
    ),
    (
        "Xây mới 312 nhà tình nghĩa, sửa 145 nhà xuống cấp. Nhà tình nghĩa được hỗ trợ 80 triệu "
        "đồng/nhà, kinh phí 29.460 triệu đồng; nhà xuống cấp 40 triệu đồng/nhà, kinh phí 5.800 "
        "triệu đồng.",
        "A109",
    ),
    (
        "GRDP tăng 6,6%, trong đó nông nghiệp đóng góp 0,45 điểm phần trăm, công nghiệp đóng góp "
        "3,82 điểm phần trăm, dịch vụ đóng góp 2,83 điểm phần trăm.",
        "A104",
    ),
    ("Chi cục được giao 64 biên chế, hiện có mặt 58 người, còn thiếu 08 người.", "A101"),
    ("Đã giải thể 06 tổ công tác (24,5%).", "A106"),
    ("Độ che phủ năm 2020 là 52,3%, năm 2023 là 54,1%, giảm 1,8%.", "A105"),
    ("Bệnh viện có 64 viên chức, trong đó 71 người có trình độ đại học.", "A120"),
    (
        "Hội Nông dân: 12.840 người, so với năm 2021 tăng 640 người (năm 2021 có 12.200 người), "
        "tăng 5,9%.",
        "A102",
    ),
    ("Số cuộc họp giảm 18 cuộc, bằng 14%, so với 150 cuộc của năm 2022.", "A102"),
    ("Lượng phân bón tăng 3,5 lần, từ 120 tấn năm 2020 lên 300 tấn năm 2024.", "A102"),
    (  # divided by the level of this quarter
        "Trong quý có 63 vụ tranh chấp, nhiều hơn quý trước 13 vụ, tương đương tăng 20,6% (quý "
        "trước 50 vụ).",
        "A102",
    ),
    ("Tỷ lệ số hóa đạt 71,5%, thấp hơn 9,5 điểm % so với mục tiêu 80%.", "A101"),
    (
        "Vốn thực hiện 618 tỷ đồng, tăng 3% và 9% so với năm 2018 (600 tỷ đồng) và năm 2019 (588,6 "
        "tỷ đồng).",
        "A102",
    ),
    (
        "Sáu tháng giải ngân 412 tỷ đồng, đạt 38,5% kế hoạch; quý III 236 tỷ đồng, lũy kế 9 tháng "
        "là 684 tỷ đồng.",
        "A104",
    ),
    (
        "Ba năm 2022, 2023 và 2024, mức giảm lần lượt là 21, 14 và 9 trạm, gộp lại giảm 48 trạm.",
        "A104",
    ),
    (
        "Khối xã được giao 1.240 biên chế; đã cắt giảm 84 biên chế, được bổ sung 22 biên chế; số "
        "biên chế hiện nay là 1.187 biên chế.",
        "A101",
    ),
    ("Mỗi tuần tổ chức 4 phiên chợ, cả năm 52 tuần họp 280 phiên.", "A109"),
    ("Phí thu được 88 tỷ đồng, tăng 12% (cùng kỳ là 80 tỷ đồng).", "A102"),
]

QUIET = [
    "Số phòng từ 125 phòng, giảm 18 phòng ở cấp tỉnh, còn cấp huyện giữ 45 phòng.",
    "Từ 125 phòng, qua hai đợt đã giảm 10 phòng rồi thêm 3 phòng, hiện còn 118 phòng.",
    "Tỷ lệ hộ nghèo giảm từ 12,5% xuống 9,3%, tương đương 4.860 hộ thoát nghèo.",
    "Thời gian giải quyết từ 15 ngày giảm 5 ngày, còn lại 120 hồ sơ chưa giải quyết.",
    "Toàn tỉnh tăng 512 hội viên, giảm 137 hội viên do chuyển đi, kết nạp mới 320 hội viên.",
    "Xuất khẩu tháng 5 đạt 32,8 tỷ USD, nhập khẩu đạt 33,8 tỷ USD; tính chung 5 tháng xuất siêu "
    "8,01 tỷ USD.",
    "Xuất khẩu đạt 24,14 tỷ USD, nhập khẩu đạt 17,61 tỷ USD; thị trường Hoa Kỳ xuất siêu 9,5 tỷ "
    "USD.",
    "Xuất khẩu gạo đạt 3,14 tỷ USD, nhập khẩu ngô 1,61 tỷ USD; toàn ngành xuất siêu 6,53 tỷ USD.",
    "Số vụ gần gấp đôi năm 2023 (45 vụ so với 24 vụ).",
    "Có 45 thôn đạt chuẩn, mục tiêu đến năm 2025 tăng gấp đôi số thôn đạt chuẩn (hiện nay 40 "
    "thôn).",
    "Số học sinh 1.245 em, cơ sở vật chất tăng gấp đôi so với 600 phòng trước đây.",
    "Hơn một nửa số hộ (245/412 hộ) đã đăng ký.",
    "Đúng hạn đạt 95,2%, quá hạn 2,1%, đang giải quyết 2,7%.",
    "Thu ngân sách đạt 68% dự toán, các khoản thu còn lại đạt 42% dự toán.",
    "Tỷ lệ đúng hạn cấp tỉnh 98,2%, quá hạn cấp huyện 2,8%.",
    "Lao động nam thất nghiệp 2,1%, lao động nữ thất nghiệp 2,9%.",
    "Trong 5 năm tạo việc làm cho 48.500 lao động; bình quân mỗi năm đào tạo 8.400 lao động.",
    "Năm 2023 có 4.250 đảng viên, trong 5 năm gần đây bình quân mỗi năm kết nạp 180 đảng viên.",
    "GRDP tăng 6,6%, trong đó dịch vụ đóng góp 2,83 điểm phần trăm, riêng thương mại đóng góp 1,2 "
    "điểm phần trăm.",
    "GRDP tăng 6,6%, nông nghiệp đóng góp 0,45 điểm phần trăm, công nghiệp đóng góp 3,32 điểm phần "
    "trăm, thuế sản phẩm làm giảm 0,12 điểm phần trăm.",
    "Được giao 86 biên chế, hiện có 79 biên chế, trong đó thiếu 09 giáo viên tiếng Anh.",
    "Đã giải thể 07 ban chỉ đạo (24,5% số tiền tiết kiệm).",
    "Hội Nông dân tăng 640 người (năm 2021 có 12.200 người), tăng 5,9% số chi hội.",
    "Số cuộc họp giảm 18 cuộc, bằng 14%, thời lượng giảm so với 150 phút của năm 2022.",
    "Phấn đấu đạt 91,5%, cao hơn 9,5 điểm % so với mục tiêu 80%.",
    "Vốn thực hiện 618 tỷ đồng, tăng 3% và 9% so với năm 2018 (600 tỷ đồng), năm 2019.",
    "Khởi công mới 17 công trình. Số hộ dùng nước sạch giảm 12% so với năm 2022 (20 công trình).",
    "Sáu tháng giải ngân 412 tỷ đồng, đạt 38,5% kế hoạch; quý III 236 tỷ đồng, vượt 684 tỷ đồng.",
    "Có 187/214 trạm đạt chuẩn, tỷ lệ 87,4%; 9 trạm chưa có bác sĩ.",
    "Năm 2024 giải ngân 318 tỷ đồng. Nợ đọng ít hơn năm 2023 (96 tỷ đồng) tới 44 tỷ đồng.",
    "Khối xã được giao 1.240 biên chế; đã cắt giảm 84 biên chế, được bổ sung 22 biên chế; khối "
    "trường có 1.187 biên chế.",
    "Mỗi tuần tổ chức 4 phiên chợ, cả năm 52 tuần họp 460 phiên của hai chợ.",
    "Doanh thu 88 tỷ đồng, phí thu được tăng 12% (năm trước 9 tỷ đồng).",
    "Sáu tháng giải ngân 412 tỷ đồng, đạt 38,5% kế hoạch; quý III 236 tỷ đồng, lũy kế 9 tháng chi "
    "vốn nước ngoài 640 tỷ đồng.",
    "Phí thu được 88 tỷ đồng, tăng 12% (kế hoạch 80 tỷ đồng).",
    "Có mặt 1.164 người, còn thiếu 46 người làm chuyên môn; chỉ tiêu giao 1.200 người.",
    "Lượng phân bón tăng 3,5 lần so với kế hoạch; từ 120 tấn năm 2020 lên 300 tấn năm 2024.",
    # groups that overlap, though men are one of them
    "Tổng số lao động 4.120 người, trong đó nam 2.045 người, có bằng cấp 2.675 người.",
    # one of several rates of growth
    "Công nghiệp đạt tốc độ 6,9%, chế biến 15%, dệt may tăng 11,7%, giấy tăng 14,4%, xi măng tăng "
    "2,1%.",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_right_ones_agree(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong_ones_are_found(text: str, code: str) -> None:
    assert found(text) == [code]


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert found(text) == []


def test_growth_of_parts_is_not_summed() -> None:
    relations, _ = judged("GRDP tăng 10%, trong đó công nghiệp tăng 7%, dịch vụ tăng 3%.")
    assert relations == {}


def test_one_multiple_is_one_relation() -> None:
    relations = analyse(
        read_text("Sản lượng 336 tấn, tăng gấp 1,6 lần so với năm 2020 (210 tấn).", "t")
    )
    assert [r.kind for r in relations.relations] == ["percent"]


def test_a_rate_of_pupils_is_compared_with_another() -> None:
    text = "Sĩ số từ 34,5 học sinh/lớp xuống 33,1 học sinh/lớp, giảm {} học sinh/lớp."
    assert judged(text.format("1,4")) == ({"34,5 - 33,1 = 1,4": "consistent"}, [])
    assert found(text.format("1,9")) == ["A101"]
    other = "Sĩ số từ 34,5 học sinh/lớp xuống 33,1 học sinh/lớp, giảm 1,9 giáo viên/trường."
    assert found(other) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mức khoán 7.412 triệu đồng (bằng chữ: Bảy tỷ bốntrăm mười hai triệu đồng).", []),
        ("Mức khoán 7.412 triệu đồng (Bằng chữ: Bảy tý, bốn tram mười hai triệu đồng).", []),
        ("Mức khoán 7.412 triệu đồng (Bảy tỷ, bốn trăm muời hai triệu đông chẵn./.)", []),
        ("Mức khoán 7,4 tỷ đồng (bằng chữ: bảy phẩy bốn tỷ đồng).", []),
        ("Mức khoán 7.412 triệu đồng (bằng chữ: Bảy tỷ bốn xxăm mười hai triệu đồng).", []),
        ("Mức khoán 7.412 triệu đồng (bằng chữ: ................ đồng).", []),
        ("Mức khoán 7.421 triệu đồng (Bằng chữ: Bảy tý bốn tram mười hai triệu đồng).", ["A108"]),
        ("Mức khoán 7,4 tỷ đồng (bằng chữ: bảy phẩy ba tỷ đồng).", ["A108"]),
    ],
)
def test_amounts_whose_words_are_misread_or_run_together(text: str, codes: list[str]) -> None:
    assert found(text) == codes
