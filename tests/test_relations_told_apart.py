"""Figures told by other words, past brackets, as x/y, or sentences after what they belong to;
growth a year, and rates that no whole number gives. Right, wrong and misleading sentences."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from extract import analyse
from extract.readers.text.reader import read_text
from marks import found, told

AGREE = [
    (  # how many are put in each class
        "Xếp loại 64 chi bộ: hoàn thành xuất sắc nhiệm vụ 12, hoàn thành tốt nhiệm vụ 45, hoàn "
        "thành nhiệm vụ 7.",
        "12 + 45 + 7 = 64",
    ),
    (  # each class with its parts in a bracket before its share
        "Xếp loại 60/60 tổ chức, trong đó: hoàn thành xuất sắc nhiệm vụ 15 (có 05 đảng bộ và 10 "
        "chi bộ), chiếm 25%; hoàn thành tốt nhiệm vụ 45 (có 09 đảng bộ và 36 chi bộ), chiếm 75%.",
        "45 / 60 = 75%",
    ),
    (  # one sort of case by two words
        "Viện kiểm sát huyện thụ lý kiểm sát việc giải quyết 75 nguồn tin về tội phạm. Đã giải "
        "quyết 66 tin báo (đạt 88%).",
        "66 / 75 = 88%",
    ),
    (
        "Nhận 512 tố giác, tin báo; đã chuyển 17 nguồn tin, còn lại phải giải quyết 495 nguồn tin.",
        "512 - 17 = 495",
    ),
    (  # an abbreviation that the text explains
        "Bộ phận một cửa tiếp nhận 12,5 ngàn hồ sơ (HS). Đã giải quyết 11,2 ngàn HS (đạt 89,6%).",
        "11.200 / 12.500 = 89,6%",
    ),
    (  # a double unit
        "Đoàn nhận 36 ý kiến, kiến nghị của cử tri. Trong đó có 21 ý kiến, kiến nghị về đất đai; "
        "15 ý kiến, kiến nghị về giao thông.",
        "21 + 15 = 36",
    ),
    (  # what a part has is no part
        "Sinh hoạt tại 83 tổ chức cơ sở đảng (trong đó: 31 đảng bộ cơ sở, với 262 chi bộ trực "
        "thuộc và 52 chi bộ cơ sở).",
        "31 + 52 = 83",
    ),
    (
        "Giao 540 chỉ tiêu (sự nghiệp GD&ĐT:412 chỉ tiêu; sự nghiệp y tế: 85 chỉ tiêu; sự nghiệp "
        "khác: 43 chỉ tiêu).",
        "412 + 85 + 43 = 540",
    ),
    (  # a change in a bracket between a count and its rate
        "Trong năm thụ lý 850 vụ với 1.204 bị cáo (giảm 16 vụ SCK); đã giải quyết 833 vụ với 1.180 "
        "bị cáo (giảm 17 vụ SCK), đạt tỷ lệ 98%.",
        "833 / 850 = 98%",
    ),
    ("Tội phạm về trật tự xã hội giảm 6,25% (1.500/1.600 vụ).", "(1.600 - 1.500) / 1.600 = 6,25%"),
    (  # x now, y before, and the change behind them
        "Xảy ra 3.389/3.599 vụ trộm (giảm 210 vụ, giảm 5,83%).",
        "(3.599 - 3.389) / 3.599 = 5,83%",
    ),
    (
        "So với cùng kỳ, số vụ giảm 210 vụ (3.389/3.599 vụ = 5,83%).",
        "(3.599 - 3.389) / 3.599 = 5,83%",
    ),
    (
        "Có 30/33 đại biểu dự họp. Kết quả: 28 phiếu tán thành (chiếm 84,8% so với tổng số đại "
        "biểu).",
        "28 / 33 = 84,8%",
    ),
    (  # past a level of another sort
        "Huyện có 450 cơ sở đang hoạt động với tổng vốn 1.250 tỷ đồng, tăng 50 cơ sở (tăng 12,5%) "
        "so với cùng kỳ.",
        "50 / (450 - 50) = 12,5%",
    ),
    (  # a plan of what will be left
        "Sau khi nhập, huyện sẽ còn lại 12 đơn vị hành chính cấp xã (gồm 3 phường và 9 xã), giảm 8 "
        "đơn vị, tương ứng tỷ lệ giảm 40%.",
        "8 / (12 + 8) = 40%",
    ),
    ("So với cùng kỳ năm 2030 xảy ra ít hơn 04 vụ = 3,2% (121/125 vụ).", "125 - 121 = 4"),
    (
        "Đã giảm 1.400/21.000 biên chế, trong đó khối đảng giảm 160/1.200 biên chế; khối chính "
        "quyền giảm 1.240/19.800 biên chế.",
        "160 + 1.240 = 1.400",
    ),
    (
        "Có 46/50 đại biểu HĐND huyện có mặt.\n\nSố phiếu tín nhiệm cao: 41 phiếu (chiếm 82% tổng "
        "số đại biểu HĐND huyện).",
        "41 / 50 = 82%",
    ),
    (
        "Toàn tỉnh có 27/150 xã không có ma túy (chiếm 18%); 123 xã có ma túy (chiếm 82,0%).",
        "123 / 150 = 82%",
    ),
    (  # a change sentences after its level
        "Quý I phát hiện 84 vụ vi phạm, trong đó có 51 vụ đã xử lý. Số vụ vi phạm giảm 28 vụ so "
        "cùng kỳ (giảm 25%).",
        "28 / (84 + 28) = 25%",
    ),
    (
        "Trong tháng phát hiện 14 vụ phá rừng với 0,45 ha rừng bị thiệt hại. So với cùng kỳ, diện "
        "tích rừng bị thiệt hại giảm 1,8 ha (tương ứng giảm 80%).",
        "1,8 / (0,45 + 1,8) = 80%",
    ),
    (  # past a bracket
        "Số người tham gia là 21.750 người (bao gồm lao động nghỉ thai sản), tăng 1.250 người "
        "(tăng 6,10%) so với cùng kỳ năm 2030.",
        "1.250 / (21.750 - 1.250) = 6,1%",
    ),
    (
        "Hiện có 900 người, giảm 100 người so với số Bộ giao cho tỉnh năm 2025 (tương đương giảm "
        "10%).",
        "100 / (900 + 100) = 10%",
    ),
    (
        "Mưa lũ làm 421 nhà bị hư hỏng, tốc mái và di dời khẩn cấp (xã An: 130 nhà; xã Bình: 240 "
        "nhà; xã Cát: 18 nhà; xã Dung: 33 nhà).",
        "130 + 240 + 18 + 33 = 421",
    ),
    (
        "Tiếp nhận mới 3.120 hồ sơ, hồ sơ tồn kỳ trước chuyển sang là 415, lũy kế đã và đang giải "
        "quyết trong kỳ là 3.535 hồ sơ.",
        "3.120 + 415 = 3.535",
    ),
    (
        "Sản lượng từ 1,2 triệu tấn năm 2021 tăng lên 1,6 triệu tấn năm 2026, bình quân mỗi năm "
        "tăng 5,9%.",
        "(1.600 / 1.200)^(1/5) - 1 = 5,9%",
    ),
    (  # a whole whose size stands in a bracket after its name
        "Số người tham gia là 59.200 người. Tỷ lệ bao phủ đạt 14,8% so với lực lượng lao động "
        "(400.000).",
        "59.200 / 400.000 = 14,8%",
    ),
    (  # an average for each of what is counted after it
        "Toàn huyện đạt 368 lượt tiêu chí, bình quân mỗi xã đạt 15,33 tiêu chí. Có 9 trong tổng số "
        "24 xã đạt chuẩn.",
        "368 / 24 = 15,33",
    ),
    (  # what is compared with a plan ends no list
        "Thu ngân sách huyện 193,6 tỷ đồng, gồm: thuế 123,7 tỷ đồng, tiền đất 60,5 tỷ đồng, "
        "đạt 58% so với dự toán giao; thu khác 9,4 tỷ đồng.",
        "123.700 + 60.500 + 9.400 = 193.600 triệu",
    ),
    (
        "Tỷ lệ hộ nghèo từ 8,2% năm 2021 giảm xuống còn 3,2% năm 2025, bình quân mỗi năm giảm "
        "1,25%.",
        "(3,2% - 8,2%) / 4 = 1,25%",
    ),
    (  # how far cases moved, told behind those who were charged with them
        "Khởi tố 940 vụ/1.215 bị can (so với cùng kỳ tăng 118 vụ, tăng 96 bị can), gồm: trộm cắp "
        "612 vụ, chiếm 65,1% (tăng 94 vụ); đánh bạc 328 vụ, chiếm 34,9% (tăng 24 vụ).",
        "94 + 24 = 118",
    ),
]

WRONG = [
    (
        "Xếp loại 64 chi bộ, gồm: hoàn thành xuất sắc nhiệm vụ 12, hoàn thành tốt nhiệm vụ 45, "
        "hoàn thành nhiệm vụ 9.",
        "12 + 45 + 9 = 64",
    ),
    (
        "Trong năm thụ lý 850 vụ với 1.204 bị cáo (giảm 16 vụ SCK); đã giải quyết 833 vụ với 1.180 "
        "bị cáo (giảm 17 vụ SCK), đạt tỷ lệ 99%.",
        "833 / 850 = 99%",
    ),
    (
        "Công nhận mới 23 trường, đưa tổng số trường đạt chuẩn lên 324/590 trường, đạt tỷ lệ 55,4% "
        "(trong đó, có 71/179 trường mầm non, đạt tỷ lệ 39,7%).",
        "324 / 590 = 55,4%",
    ),
    (
        "Có 120 cơ sở đăng ký tạm ngừng, tăng 20 trường hợp so với cùng kỳ (25%).",
        "20 / (120 - 20) = 25%",
    ),
    (
        "Mưa lũ làm 441 nhà bị hư hỏng, tốc mái và di dời khẩn cấp (xã An: 130 nhà; xã Bình: 240 "
        "nhà; xã Cát: 18 nhà; xã Dung: 33 nhà).",
        "130 + 240 + 18 + 33 = 441",
    ),
    (
        "Đã giải quyết 1.780 hồ sơ, trong đó có 1.310 hồ sơ trước hạn; có 420 hồ sơ đúng hạn và số "
        "quá hạn còn 40 hồ sơ.",
        "1.310 + 420 + 40 = 1.780",
    ),
    (
        "Đàn bò từ 1,24 triệu con năm 2021 tăng lên 1,61 triệu con năm 2026, tăng bình quân "
        "8,4%/năm.",
        "(1.610 / 1.240)^(1/5) - 1 = 8,4%",
    ),
    ("Toàn tỉnh xảy ra 31 vụ cháy, tăng 11,15% so với cùng kỳ.", "(31 - ?) / ? = 11,15%"),
    (
        "Có 46/50 đại biểu có mặt.\n\nTín nhiệm cao: 41 phiếu (chiếm 82% tổng số đại biểu). Tín "
        "nhiệm: 4 phiếu (chiếm 8% tổng số đại biểu). Tín nhiệm thấp: 1 phiếu (chiếm 3% tổng số đại "
        "biểu).",
        "1 / 50 = 3%",
    ),
    (
        "Khởi tố 940 vụ/1.215 bị can (so với cùng kỳ tăng 181 vụ, tăng 96 bị can), gồm: trộm cắp "
        "612 vụ, chiếm 65,1% (tăng 94 vụ); đánh bạc 328 vụ, chiếm 34,9% (tăng 24 vụ).",
        "94 + 24 = 181",
    ),
]

QUIET = [
    # what the sentence before told is divided, not the whole of which that is a part
    "Thu ngân sách trên địa bàn là 318 tỷ đồng. Trong đó, huyện thu 146 tỷ đồng, tăng 12% "
    "so cùng kỳ. Cụ thể, thu thuế 83 tỷ đồng, bằng 25% so với dự toán; thu tiền đất 58 tỷ đồng, "
    "bằng 28% so với dự toán; thu khác 5 tỷ đồng.",
    # levels at the prices of the day, growth at constant ones
    "Giá trị sản xuất từ 20.120 tỷ đồng năm 2025 lên 40.210 tỷ đồng năm 2030, bình quân tăng "
    "7,5%/năm.",
    # how far a rate moved a year, or how fast
    "Tỷ lệ hộ nghèo từ 7,2% năm 2026 giảm còn 1,4% năm 2030, mỗi năm giảm 28%.",
    # the numbers of tasks
    "Các đơn vị tiếp tục hoàn thành nhiệm vụ 3, 5 và 6 nêu tại Phụ lục. Đã hoàn thành nhiệm vụ 12.",
    # the courts of a province and of its districts: a part of what came in is not all of it
    "Tòa án hai cấp thụ lý 6.066 nghìn vụ. Trong đó, Tòa án tỉnh thụ lý 485 vụ, cấp huyện thụ lý "
    "5.581 vụ. Tòa án hai cấp đã giải quyết 3.803 vụ (đạt tỷ lệ 62,7%).",
    # the share of a commune's poor, and of how many communes
    "Tỷ lệ hộ nghèo giảm 5% (12/15 xã).",
    # another subject than the level's
    "Toàn tỉnh có 320 trường học. Số trường đạt chuẩn giảm 12 trường (giảm 10%) so với cùng kỳ.",
    # some of them
    "Quý I phát hiện 66 vụ vi phạm, trong đó có 51 vụ đã xử lý. Số vụ đã xử lý giảm 9 vụ so cùng "
    "kỳ (giảm 12%).",
    # between the compound rate and a n-th of the whole
    "Đàn bò từ 1,24 triệu con năm 2021 tăng lên 1,61 triệu con năm 2026, tăng bình quân 5,7%/năm.",
    # how far a rate moved, not a count
    "Đã khám phá 31 vụ, tăng 11,15% so với cùng kỳ. Có 29 hộ nghèo, giảm 11,15% so với cùng kỳ.",
    # rates of a large count have a whole base nearly all
    "Xảy ra 4.129 vụ, tăng 11,15% so với cùng kỳ. Xảy ra 29 vụ cháy, tăng 11,5% so với cùng kỳ.",
    # the whole that a slash stands before is that of another figure
    "Đã trình\n**8** /36 đề án (trước hạn 4 đề án; 1 đề án đúng hạn; 3 đề án quá hạn).",
    # the change behind a level of another unit is that level's
    "Khởi tố 940 vụ/1.215 bị can, tăng 181 bị can, gồm: trộm cắp 612 vụ (tăng 94 vụ); đánh bạc 328 "
    "vụ (tăng 24 vụ).",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_right_ones_agree(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize(("text", "expression"), WRONG)
def test_wrong_ones_are_found(text: str, expression: str) -> None:
    assert told(text, expression) == ("inconsistent", [ANY])


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert found(text) == []


def test_an_abbreviation_has_the_unit_of_its_words() -> None:
    text = "Có 40 tổ chức cơ sở đảng (TCCSĐ). Có 32 TCCSĐ đạt, 5 HS (học sinh) dự."
    units = [q.unit for q in analyse(read_text(text, "x.txt")).quantities]
    assert units == ["tổ chức", "tổ chức", "HS"]


def test_a_number_after_a_task_is_its_name() -> None:
    report = analyse(read_text("Xã triển khai nhiệm vụ 35, hoàn thành tốt nhiệm vụ 12.", "x.txt"))
    assert report.quantities == ()
