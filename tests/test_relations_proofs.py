"""Relations that no words tie, proved by the digits of figures near each other; and figures that
meet by chance."""

from __future__ import annotations

import pytest

from marks import found, judged, report_of, told

PROVED = [
    (  # the whole stands sentences before
        "Toàn tỉnh có 148.236 học sinh dự thi. Đề thi môn Toán được đánh giá là vừa sức, điểm "
        "trung bình 5,94 điểm. Điểm dưới 5 là 51.730 em (chiếm 34,9%).",
        "51.730 / 148.236 = 34,9%",
    ),
    (  # a share of few digits has the whole of the one beside it
        "Toàn tỉnh có 148.236 học sinh dự thi. Đề thi môn Toán được đánh giá là vừa sức, điểm "
        "trung bình 5,94 điểm. Bị điểm 0 là 45 em (0,03%), điểm dưới 5 là 51.730 em (34,9%).",
        "45 / 148.236 = 0,03%",
    ),
    (  # the base is the level now with the fall
        "Số vụ cháy ở khu dân cư là 418 vụ, ở cơ sở sản xuất là 126 vụ. So với năm 2021, số vụ "
        "cháy ở khu dân cư giảm 17 vụ tương ứng với 3,91%.",
        "17 / (418 + 17) = 3,91%",
    ),
    (  # votes of delegates, told paragraphs before
        "Tổ kiểm phiếu của 57 đại biểu làm việc.\n\n+ Số phiếu đồng ý: 54 phiếu (94,74% số đại "
        "biểu).",
        "54 / 57 = 94,74%",
    ),
    (  # two parts of a whole that is not told
        "Tài sản do trung ương quản lý là 21.648 tỷ đồng, do địa phương quản lý là 57.310 tỷ đồng. "
        "Tài sản của trung ương chiếm 27,42% về giá trị.",
        "21.648 / (21.648 + 57.310) = 27,42%",
    ),
    (  # growth of what another sentence tells of the year before
        "Năm 2014 quỹ thu được 326,31 tỷ đồng. Nhờ nỗ lực cao, quỹ đã nâng số thu lên mức 341,87 "
        "tỷ đồng vào năm 2015, tăng 4,77% cụ thể là 15,56 tỷ đồng.",
        "(341.870 - 326.310) / 326.310 = 4,77%",
    ),
    (  # parts in the paragraph after their total, one of them told as a rise
        "Tổng vốn đăng ký 7 tháng là 31,46 tỷ USD.\n\nCả nước có 1.904 dự án mới với tổng vốn đăng "
        "ký 18,3 tỷ USD; 702 lượt dự án điều chỉnh với tổng vốn đăng ký 6,75 tỷ USD. Có 2.118 lượt "
        "góp vốn, mua cổ phần với giá trị 6,41 tỷ USD.",
        "18.300 + 6.750 + 6.410 = 31.460 triệu",
    ),
    (  # two columns, told year by year
        "Trong 3 năm, các tổ hòa giải thụ lý 8.254 vụ việc, hòa giải thành 6.018 vụ việc.\n\n"
        "Năm 2016 thụ lý 2.911 vụ việc, hòa giải thành 2.047 vụ việc; năm 2017 thụ lý 2.760 vụ "
        "việc, hòa giải thành 2.015 vụ việc; năm 2018 thụ lý 2.583 vụ việc, hòa giải thành 1.956 "
        "vụ việc.",
        "2.911 + 2.760 + 2.583 = 8.254",
    ),
    (  # what a number was taken from
        "Tổng số giải quyết là 14.327 việc. Sau khi trừ số ủy thác 93 việc, tổng số phải thi hành "
        "là 14.234 việc.",
        "14.327 - 93 = 14.234",
    ),
    (  # parts named by the several names of their whole
        "Huyện có 862 trang trại, gia trại, mô hình kinh tế; trong đó có 27 trang trại đạt tiêu "
        "chí; 835 gia trại, mô hình kinh tế với 1.240 ha.",
        "27 + 835 = 862",
    ),
    (  # a balance of trade
        "Tổng kim ngạch đạt 12,70 tỷ USD. Trong đó, xuất khẩu 7,9 tỷ USD, tăng 2%; nhập khẩu 4,8 "
        "tỷ USD. Lũy kế 11 tháng, thặng dư thương mại của cả nước đạt 3,1 tỷ USD.",
        "7.900 - 4.800 = 3.100 triệu",
    ),
    (  # what each has, rounded
        "Trong tháng, cả nước có 12.814 doanh nghiệp thành lập mới với số vốn đăng ký 156,3 nghìn "
        "tỷ đồng, tăng 3,4%. Vốn đăng ký bình quân một doanh nghiệp đạt 12,2 tỷ đồng.",
        "156.300.000 / 12.814 = 12.200 triệu",
    ),
    (  # the rest of an x/y two sentences before
        "Các cấp đã giải quyết 74/83 vụ việc khiếu nại (đạt 89,2%). Kết quả đã thu hồi 3,1 triệu "
        "đồng. Hiện nay còn 9 vụ việc đang được xem xét.",
        "83 - 74 = 9",
    ),
    (  # what is done of an aim of the paragraph before, and above it
        "Mỗi năm phấn đấu kết nạp 2.000 đảng viên mới.\n\nTừ đầu năm đến nay đã kết nạp 2.148 đảng "
        "viên, đạt tỷ lệ 107,4%.",
        "2.148 / 2.000 = 107,4%",
    ),
    (  # the figures stand in the paragraph after a rate told first
        "Tỷ lệ giải quyết hồ sơ đúng hạn đạt 98,37%; trong đó tổng số hồ sơ đã giải quyết là "
        "31.842 hồ sơ, số hồ sơ đúng hạn là 31.323 hồ sơ.",
        "31.323 / 31.842 = 98,37%",
    ),
    (  # bare numbers told in the scale word of their total
        "Thực hiện tháng 9: 5.812,4 tỷ đồng, gồm bán lẻ 4.127,9; lưu trú 203,5; ăn uống 961,7; lữ "
        "hành 41,2; dịch vụ khác 478,1.",
        "4.127.900 + 203.500 + 961.700 + 41.200 + 478.100 = 5.812.400 triệu",
    ),
    (  # shares of what went
        "Cả nước đã giảm được 41.236 người.\n\n- Nghỉ hưu trước tuổi: 35.112 người, chiếm "
        "85,15%.\n\nTheo khu vực công tác: khối Đảng, đoàn thể 1.704 người, chiếm 4,13%.",
        "1.704 / 41.236 = 4,13%",
    ),
    (  # of those who came, told as x/y
        "Có mặt khám tuyển 21.406/22.158 công dân; đủ sức khỏe nhập ngũ 9.127 công dân, đạt "
        "42,64% số lên khám.",
        "9.127 / 21.406 = 42,64%",
    ),
    (  # those who fell ill and those who died, behind a slash
        "Từ đầu năm cả nước ghi nhận 99.870 trường hợp mắc, 22 ca tử vong. So với cùng kỳ năm 2022 "
        "(52.140/3), số mắc tăng 91,5%, tử vong tăng 19 trường hợp.",
        "(99.870 - 52.140) / 52.140 = 91,5%",
    ),
    (  # a date between the word of an average and its figure
        "Tháng 11 có 14.812 doanh nghiệp thành lập mới với số vốn 176,3 nghìn tỷ đồng.\n\nVốn "
        "bình quân trên một doanh nghiệp trong 11 tháng đầu năm 2017 đạt 11,9 tỷ đồng.",
        "176.300.000 / 14.812 = 11.900 triệu",
    ),
    (  # what each gets, and how many there are
        "Hội đã trao 350 suất quà Tết cho người dân 5 xã. Mỗi suất quà trị giá 700.000 đồng. Tổng "
        "kinh phí chương trình là 245 triệu đồng.",
        "350 × 700.000 = 245.000.000",
    ),
    (  # parts of several sorts, opened by words
        "Khu vực thu hồi đất gồm 53 chủ sử dụng, trong đó có 14 tổ chức, cơ quan và 39 hộ dân.",
        "14 + 39 = 53",
    ),
    (  # of all there are, told as x/x, past how many they belong to
        "Đã có 421/421 chi hội cơ sở thuộc 12 huyện hội (168 chi hội xã, 253 chi hội cơ quan).",
        "168 + 253 = 421",
    ),
    ("Tỷ lệ giáo viên/lớp: 42/17 = 2,47.", "42 / 17 = 2,47"),
]

CHANCE = [
    # few digits are met by chance
    "Xã có 18 thôn, 25 tổ tự quản. Tỷ lệ gia đình văn hóa là 72%.",
    "Xã có 12 thôn, 30 tổ tự quản. Tỷ lệ hộ dùng nước sạch là 40%.",
    "Huyện có 214 giáo viên, 36 lớp, 178 phòng học.",
    # most figures of a year and of the one before give a share near 100%
    "Diện tích lúa là 48.924 ha. Cây hàng năm khác 575 ha, đạt 98,8% kế hoạch năm.",
]


@pytest.mark.parametrize(("text", "expression"), PROVED)
def test_what_digits_prove_agrees(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize("text", CHANCE)
def test_what_chance_may_explain_is_left_alone(text: str) -> None:
    assert judged(text) == ({}, [])


def test_a_quotient_that_is_wrong_is_found() -> None:
    assert found("Tỷ lệ giáo viên/học sinh: 36/587 = 0,613.") == ["A103"]


def test_a_proof_contradicts_nothing() -> None:
    text = PROVED[0][0].replace("34,9%", "39,4%")
    assert judged(text) == ({}, [])


def test_every_second_part_of_one_unit_makes_no_column() -> None:
    text = (
        "Cả năm đã giải quyết 262 đơn xin đất và 107 đơn xin nhà; trong đó có 13 đơn xin đất ở, 20 "
        "đơn xin đất vườn, 72 đơn xin, nhận đất rừng và 157 đơn xin đất ruộng; có 9 đơn xin nhà "
        "gỗ, 15 đơn xin nhà tre, 13 đơn xin nhà xưởng và 70 đơn xin nhà kho."
    )
    sums = dict.fromkeys(("13 + 20 + 72 + 157 = 262", "9 + 15 + 13 + 70 = 107"), "consistent")
    assert judged(text) == (sums, [])


def test_a_part_told_behind_a_rate_is_no_level_from_before() -> None:
    text = (
        "Số thu của huyện là 4.182 tỷ đồng, bằng 103,2% kế hoạch, tăng 8,12% so với năm 2030. "
        "Trong đó, thu từ đất là 3.868 tỷ đồng."
    )
    assert not report_of(text).relations
