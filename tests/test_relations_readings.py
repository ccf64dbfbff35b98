"""Which of several figures near a cue is meant: the whole that a list adds up to, the level that a
change led to, the base of a rate. Right, wrong and misleading sentences."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from marks import built, found, judged, told

AGREE = [
    (  # of two figures above a list the one that its items count first
        "Rà soát 48 trường học phát hiện chi sai 915,4 triệu đồng, cụ thể:\n\n"
        "- Chi vượt tiêu chuẩn: 412,6 triệu đồng tại 31 trường học;\n\n"
        "- Chi thiếu chứng từ: 318,2 triệu đồng tại 19 trường học;\n\n"
        "- Mua sắm không đấu thầu: 184,6 triệu đồng tại 08 trường học.",
        "412.600 + 318.200 + 184.600 = 915.400 nghìn",
    ),
    (  # the change is of the whole, told after its parts
        "Huyện có 86 tổ chức đoàn, gồm 41 đoàn cơ sở và 45 chi đoàn, giảm 06 tổ chức (tương ứng "
        "6,52%) so với đầu nhiệm kỳ.",
        "6 / (86 + 6) = 6,52%",
    ),
    (
        "Có 9.400 hồ sơ, gồm 4.100 hồ sơ trực tuyến và 5.300 hồ sơ trực tiếp, tăng 400 hồ sơ so "
        "với năm 2023, tức tăng 8,16%.",
        "400 / (5.300 - 400) = 8,16%",
    ),
    # an index of the level, beside its change
    (
        "Đàn dê có 41.600 con, so cùng kỳ 40.000 con tăng 1.600 con, đạt 104%.",
        "41.600 / 40.000 = 104%",
    ),
    (
        "Tuyển 1.260 học viên, vượt 60 học viên so với chỉ tiêu (1.200 học viên), đạt 105%.",
        "1.260 / 1.200 = 105%",
    ),
    # from the beginning of a year to the end of another
    (
        "Tỷ lệ nhà tạm giảm từ 8,4% đầu năm 2022 xuống còn 3,6% cuối năm 2024, bình quân mỗi năm "
        "giảm 1,6%.",
        "(3,6% - 8,4%) / 3 = 1,6%",
    ),
    # the changes of three years in a bracket, a plan behind a slash
    ("Cả giai đoạn giảm 41 phòng (năm 2022: 15, năm 2023: 8, năm 2024: 18).", "15 + 8 + 18 = 41"),
    (
        "Trồng được 4.830 ha/KH 4.600 ha, đạt 105% KH.",
        "4.830 / 4.600 = 105%",
    ),
    # an aim told first, a plan told after what is done
    (
        "Mục tiêu đến năm 2025 là 640 km, đến nay đã hoàn thành 415 km, còn phải làm 225 km.",
        "640 - 415 = 225",
    ),
    (
        "Phí tham quan ước thu 68 tỷ đồng. Thành phố giao đầu năm 80 tỷ đồng, như vậy mới đạt 85% "
        "dự toán.",
        "68 / 80 = 85%",
    ),
    # two changes beside each other, a counted noun of two words with a comma
    (
        "Chỉ số hài lòng đạt 84,6 điểm, tăng 2,1 điểm và tăng 4 bậc so với năm 2022 (82,5 điểm).",
        "84,6 - 82,5 = 2,1",
    ),
    (
        "Còn 912 thôn, tổ dân phố, giảm 228 thôn, tổ dân phố (20%) so với 1.140 thôn, tổ dân phố.",
        "1.140 - 912 = 228",
    ),
    # a bracket right behind what is missing divides that
    (
        "Hiện có 3.640 giáo viên, so với định mức còn thiếu 310 giáo viên (mầm non 120, tiểu học "
        "95, THCS 60, THPT 35).",
        "120 + 95 + 60 + 35 = 310",
    ),
    (
        "Đầu năm có 820 hộ nghèo, trong năm thoát 146 hộ, phát sinh 11 hộ; cuối năm còn 685 hộ "
        "nghèo.",
        "820 - 146 + 11 = 685",
    ),
    # a rate behind a change and the fraction of its levels
    ("Số đơn tăng 9 đơn (45/36), tức tăng 25%.", "(45 - 36) / 36 = 25%"),
    # of trade, told last
    (
        "Xuất khẩu từ đầu năm đạt 21,4 tỷ USD.\n\nNhập khẩu từ đầu năm đạt 18,9 tỷ "
        "USD.\n\nNhư vậy, "
        "tổng kim ngạch xuất nhập khẩu đạt 40,3 tỷ USD.",
        "21.400 + 18.900 = 40.300 triệu",
    ),
    # shares of those that were judged
    (
        "Đã chấm điểm 160/172 hợp tác xã. Kết quả có 24 hợp tác xã tốt (15%), 92 hợp tác xã khá "
        "(57,5%), 44 hợp tác xã trung bình (27,5%).",
        "92 / 160 = 57,5%",
    ),
    (
        "3. Mức bội chi là 84.600 tỷ đồng, gôm:\n\nBội chi trung ương là 71.200 tỷ "
        "đồng;\n\nBội chi địa "
        "phương là 13.400 tỷ đồng.",
        "71.200 + 13.400 = 84.600 tỷ",
    ),
    # a whole divided again past its bracket, with no word that says that these are all
    (
        "Đã kiểm tra 84 cơ sở (cấp tỉnh 31 cơ sở, cấp huyện 53 cơ sở), trong đó có 62 cơ "
        "sở ăn uống "
        "và 22 cơ sở giết mổ.",
        "62 + 22 = 84",
    ),
    # balances past what a bracket tells of another time
    (
        "Chín tháng xuất siêu 3,15 tỷ USD (cùng kỳ nhập siêu 1,2 tỷ USD), trong đó khu vực trong "
        "nước nhập siêu 10,42 tỷ USD và khu vực FDI xuất siêu 13,57 tỷ USD.",
        "- 10.420 + 13.570 = 3.150 triệu",
    ),
    # the whole of a rate behind its bracket
    (
        "Tòa án đã giải quyết 4.180 vụ việc (đạt 88%) trong tổng số 4.750 vụ việc thụ lý.",
        "4.180 / 4.750 = 88%",
    ),
    # shares of their own sum, of the y of x/y one after the other
    (
        "Đã thực hiện 36.540 triệu đồng, đạt 72,5% số kiến nghị; chưa thực hiện 13.860 triệu đồng, "
        "chiếm 27,5% số kiến nghị.",
        "13.860 / (13.860 + 36.540) = 27,5%",
    ),
    (
        "Số cử tri tham gia là 84.120/86.000 người, đạt 97,81%; số đồng ý là 82.990 "
        "người, đạt 96,5%; số "
        "không đồng ý là 843 người, tỷ lệ 0,98%.",
        "843 / 86.000 = 0,98%",
    ),
    # lines without marks under a colon; names that only begin like a change
    (
        "Lao động của huyện là 41.300 người, trong đó:\nNông nghiệp: 22.100 người\nCông nghiệp: "
        "10.700 người\nDịch vụ: 8.500 người\nHuyện phấn đấu tăng thêm việc làm.",
        "22.100 + 10.700 + 8.500 = 41.300",
    ),
    (
        "Kiến nghị xử lý 2.640 triệu đồng, trong đó nộp ngân sách 1.120 triệu đồng; giảm cấp phát "
        "460 triệu đồng; nộp quỹ 310 triệu đồng; tăng giá trị tài sản 180 triệu đồng; khác 570 "
        "triệu đồng.",
        "1.120 + 460 + 310 + 180 + 570 = 2.640 triệu",
    ),
]

WRONG = [
    (
        "Rà soát 48 trường học phát hiện chi sai 925,4 triệu đồng, cụ thể:\n\n"
        "- Chi vượt tiêu chuẩn: 412,6 triệu đồng tại 31 trường học;\n\n"
        "- Chi thiếu chứng từ: 318,2 triệu đồng tại 19 trường học;\n\n"
        "- Mua sắm không đấu thầu: 184,6 triệu đồng tại 08 trường học.",
        "412.600 + 318.200 + 184.600 = 925.400 nghìn",
    ),
    (
        "Huyện có 86 tổ chức đoàn, gồm 41 đoàn cơ sở và 45 chi đoàn, giảm 06 tổ chức (tương ứng "
        "7,52%) so với đầu nhiệm kỳ.",
        "6 / (86 + 6) = 7,52%",
    ),
    # the rate proves the levels, whichever of them is told first
    (
        "Đàn trâu hiện có 31.420 con, cùng kỳ có 32.750 con, giảm 1.930 con (giảm 4,06%).",
        "32.750 - 31.420 = 1.930",
    ),
    (
        "Chi sự nghiệp 418,6 tỷ đồng, năm trước 397,2 tỷ đồng, tăng 24,1 tỷ đồng, tức tăng 5,39%.",
        "418.600 - 397.200 = 24.100 triệu",
    ),
    # the levels prove the change, of which the rate is a slip away
    (
        "Số phòng học tạm giảm 36 phòng, từ 148 còn 112 phòng, đạt 34,3%.",
        "36 / 148 = 34,3%",
    ),
    (
        "Toàn ngành còn 418 đầu mối, giảm 76 đầu mối so với 494 đầu mối của năm 2018, đạt 16,4%.",
        "76 / 494 = 16,4%",
    ),
    # levels in brackets are parts
    (
        "Hội hiện có 57 cơ sở (41 cơ sở xã, 16 cơ sở phường); năm 2019 là 72 cơ sở, giảm 25 cơ sở.",
        "72 - 57 = 25",
    ),
    # what is needed is told after what there is
    (
        "Kho lạnh mới có 1.340 m2, trong khi nhu cầu là 1.710 m2, còn thiếu 470 m2.",
        "1.710 - 1.340 = 470",
    ),
    # the rate proves the fraction, and the rest is a slip away
    (
        "Đã bố trí việc làm cho 156/231 lao động mất việc, đạt 67,5%, còn lại 95 người sẽ bố trí.",
        "231 - 156 = 95",
    ),
    # an aim, what is done of it, and a rest that is wrong
    (
        "Mục tiêu đến năm 2025 là 640 km, đến nay đã hoàn thành 415 km, còn phải làm 255 km.",
        "640 - 415 = 255",
    ),
    # a plan behind a slash
    ("Trồng được 4.830 ha/KH 4.600 ha, đạt 115% KH.", "4.830 / 4.600 = 115%"),
    # a counted noun of two words with a comma
    (
        "Còn 912 thôn, tổ dân phố, giảm 238 thôn, tổ dân phố so với 1.140 thôn, tổ dân phố.",
        "1.140 - 912 = 238",
    ),
    # money saved, a rise between two years, a level raised, changes added up
    (
        "Giá gói thầu là 4.360 triệu đồng, giá trúng thầu 4.185 triệu đồng, tiết kiệm 145 triệu "
        "đồng.",
        "4.360 - 4.185 = 145 triệu",
    ),
    (
        "Số hộ dùng điện năm 2023 là 214.600 hộ, năm 2022 là 212.900 hộ, tốc độ tăng 8,80%.",
        "(214.600 - 212.900) / 212.900 = 8,8%",
    ),
    (
        "Đầu năm có 142 mô hình; trong năm có thêm 21 mô hình, nâng tổng số mô hình lên 168 mô "
        "hình.",
        "142 + 21 = 168",
    ),
    (
        "Bến xe giảm 112 lượt (còn 340 lượt), bến tàu giảm 128 lượt (còn 210 lượt), ga giảm 105 "
        "lượt (còn 96 lượt); tổng cộng giảm 335 lượt.",
        "112 + 128 + 105 = 335",
    ),
    # a plan by another name
    (
        "Dự toán giao 850 tỷ đồng, cả năm ước chi 816 tỷ đồng, hụt 34 tỷ đồng, chỉ đạt 94% kế "
        "hoạch.",
        "816 / 850 = 94%",
    ),
    # shares that leave nothing out
    (
        "Xếp loại 6.420 hội viên: giỏi 1.250 (25%), khá 2.500 (50%), trung bình 1.250 (25%).",
        "1.250 + 2.500 + 1.250 = 6.420",
    ),
    (
        "Xử lý 72 cán bộ, bằng hình thức khiển trách 41, cảnh cáo 17, cách chức 5, buộc thôi việc "
        "4.",
        "41 + 17 + 5 + 4 = 72",
    ),
    ("Số đơn tăng 9 đơn (45/36), tức tăng 35%.", "(45 - 36) / 36 = 35%"),
    # parts that exclude one another and are more than their whole
    (
        "Tổng thu ngân sách là 8.410 tỷ đồng, đạt 51% dự toán (16.490 tỷ đồng); trong đó "
        "thu nội địa "
        "7.120 tỷ đồng, thu xuất nhập khẩu 2.260 tỷ đồng.",
        "7.120 + 2.260 = 8.410 tỷ",
    ),
    # changes told in turn
    (
        "Xảy ra 124 vụ, làm chết 86 người, bị thương 58 người; so với cùng kỳ tăng 8 vụ "
        "(6,1%), tăng "
        "6 người chết (7,5%), giảm 12 người bị thương (17,1%).",
        "8 / (124 - 8) = 6,1%",
    ),
    # what the whole's change is, in a bracket, divides nothing
    (
        "Đã kỷ luật 62 đảng viên (giảm 5 đảng viên) bằng các hình thức: khiển trách 35, "
        "cảnh cáo 12, "
        "cách chức 3, khai trừ 6.",
        "35 + 12 + 3 + 6 = 62",
    ),
    # another breakdown that agrees does not make it right
    (
        "Kỷ luật 864 đảng viên, bao gồm: khiển trách 612, cảnh cáo 183, cách chức 41, khai trừ 38. "
        "Trong đó, huyện ủy kỷ luật 214 đảng viên, đảng ủy cơ sở 402 đảng viên, chi bộ 248 đảng "
        "viên.",
        "612 + 183 + 41 + 38 = 864",
    ),
    (
        "Tân Hòa có 148 hộ (61 hộ nghèo, 87 hộ cận nghèo), gồm: ấp Đông 42 hộ, ấp Tây 55 "
        "hộ, ấp Nam "
        "50 hộ.",
        "42 + 55 + 50 = 148",
    ),
    (
        "Tòa án đã giải quyết 4.180 vụ việc (đạt 83%) trong tổng số 4.750 vụ việc thụ lý.",
        "4.180 / 4.750 = 83%",
    ),
]

QUIET = [
    # the line above the list counts groups, the sentence before it what the items count
    "Nhận 3.218 đơn của công dân. Có 41 đoàn đông người. Cụ thể:\n\n- Đơn khiếu nại: 2.104 đơn;"
    "\n\n- Đơn tố cáo: 1.114 đơn.",
    # the rest, not the whole of the rate
    "Các đơn vị đã nộp 412,6 triệu đồng, đạt 20,6% số phải thu hồi, số còn phải nộp là 1.586 "
    "triệu đồng.",
    # a rate of something else, named beside two levels
    "Số máy cày 3.120 chiếc, số máy gặt 4.206 chiếc, tỷ lệ cơ giới hóa khâu làm đất 72,4%.",
    # each of its own plan
    "Thu lớn gồm: thuế khoán 41.216 triệu đồng (đạt 104%), lệ phí 38.407 triệu đồng (đạt 92%).",
    # of the whole or of its last part, nobody can tell
    "Có 9.400 hồ sơ, gồm 4.100 hồ sơ trực tuyến và 5.300 hồ sơ trực tiếp, tăng 400 hồ sơ so với "
    "năm 2023, tức tăng 9,16%.",
    # the rate is of another level than the two
    "Đàn trâu hiện có 31.420 con, đàn bò có 32.750 con, giảm 1.930 con (giảm 5,57%).",
    # a rate of a plan of its own
    "Số phòng học tạm giảm 36 phòng, từ 148 còn 112 phòng, đạt 90% kế hoạch.",
    # the rest of others, no slip of the fraction
    "Đã bố trí việc làm cho 156/231 lao động mất việc, đạt 67,5%, còn lại 18 người sẽ nghỉ hưu.",
    # shares of some, of whom the text tells how many they are
    "Trong 6.420 hội viên có 5.000 hội viên được xếp loại: giỏi 1.250 (25%), khá 2.500 (50%), "
    "trung bình 1.250 (25%).",
    # a saving that is no difference of the two
    "Giá gói thầu là 4.360 triệu đồng, đã thanh toán 4.185 triệu đồng; gửi tiết kiệm 145 triệu "
    "đồng.",
    # a rate of each of x/y
    "Hiện có 41/68 địa phương tỷ lệ giải ngân là 0%.",
    "Có 3/57 người ứng cử được cử tri nơi cư trú tín nhiệm đạt 96,4%.",
    # a list that goes on
    "Có 14 mặt hàng xuất khẩu trên 1 triệu USD, gồm: dệt may; giày dép; thủy sản; gỗ và sản phẩm "
    "gỗ...",
    # the dead and the injured
    "Bão làm chết 3 người dân, 86 người bị thương. So với bão trước giảm 12 người chết (giảm 80%).",
    # shares of other wholes
    "Có 9.240 em đỗ, chiếm 80%. Trong đó, cụm thứ nhất có 6.120 em đỗ, chiếm tỷ lệ 91,4%, cụm thứ "
    "hai có 3.120 em đỗ, chiếm tỷ lệ 64,2%.",
    # parts of what was punished, not of its change
    "Đã kỷ luật 56 đảng viên, giảm 5 đảng viên, bằng các hình thức: khiển trách 35, cảnh cáo 12, "
    "cách chức 3, khai trừ 6.",
    # each of x/y reached it
    "Đến 14 giờ có 214/612 điểm bầu cử có số người đi bầu đạt 100%.",
    # a count of another bracket; a whole told far before
    "Có 18 mặt hàng, chiếm 88,4% kim ngạch xuất khẩu (4 mặt hàng trên 1 tỷ USD, chiếm 51%).",
    "Tỉnh có 9.240 hộ nghèo trong tổng số 61.600 hộ, chiếm 15%.\n\nTheo tiêu chí: 8.624 hộ nghèo "
    "về thu nhập, chiếm 14%; 616 hộ nghèo về dịch vụ, chiếm 1%; 5.082 hộ dân tộc thiểu số, chiếm "
    "55%; 1.848 hộ bảo trợ, chiếm 20%; 462 hộ người có công, chiếm 5%.",
    # parts of some sorts only
    "Thuê 26 xe, trong đó có 03 xe tải lớn; nhà thầu bố trí 3 ca, 2 kíp với 18 xe ben.",
    "Huyện có 9.240 hộ nghèo trong tổng số 61.600 hộ, chiếm tỷ lệ 15%.\n\nPhân theo nhóm, có 8.634 "
    "hộ nghèo về thu nhập, chiếm tỷ lệ 14,02%; 606 hộ nghèo thiếu hụt dịch vụ, chiếm 0,98%.",
    "Có 18 mặt hàng đạt trên 1 triệu USD, chiếm 88,4% tổng kim ngạch (4 mặt hàng trên 1 tỷ USD, "
    "chiếm 51%).",
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


@pytest.mark.parametrize("name", ["Toàn Cục", "Toàn khu vực", "Cả vùng", "Toàn hệ thống"])
def test_rows_of_all_a_body_has_are_totals(name: str) -> None:
    rows = (
        "| Đơn vị | Kế hoạch | Thực hiện |\n|---|---|---|\n| Một | 120 | 110 |\n| Hai | 230 | 210 |"
    )
    relations, findings = judged(f"{rows}\n| Ba | 150 | 140 |\n| {name} | 500 | 450 |")
    assert relations == {
        "120 + 230 + 150 = 500": "consistent",
        "110 + 210 + 140 = 450": "inconsistent",
    }
    assert findings == ["A111"]


TURNS = [
    ("45 trạm, 6.200 hộ, lần lượt đạt 75% và 80%", ["consistent", "consistent"], 0),
    ("45 trạm, 6.200 hộ, đạt lần lượt 75,0% và 81,0%", ["consistent", "inconsistent"], 1),
    ("45 trạm, 6.200 hộ, đạt 75,0% và 81,0% kế hoạch", ["consistent"], 0),
    ("45 trạm, 6.200 hộ, tương ứng 74,0% và 81,0%", [], 0),
    (
        "45 trạm, 6.200 hộ; tỷ lệ hài lòng và tái kiểm tra lần lượt 75,0% và 81,0%",
        ["consistent"],
        0,
    ),
]


@pytest.mark.parametrize(("done", "verdicts", "wrong"), TURNS)
def test_rates_in_turn_are_of_what_each_unit_counts(
    done: str, verdicts: list[str], wrong: int
) -> None:
    relations, findings = judged(f"Mất điện 60 trạm với 7.750 hộ dân; đã khôi phục {done}.")
    shares = {"45 / 60 = 75%", "6.200 / 7.750 = 80%", "6.200 / 7.750 = 81%"}
    assert [v for k, v in relations.items() if k in shares] == verdicts
    assert len(findings) == wrong


def test_amounts_named_by_a_cut_or_a_rise_are_parts_of_what_is_dealt_with() -> None:
    items = "\n\n(1) Tăng thu ngân sách: 26,8 tỷ đồng;\n\n(2) Giảm chi: 118,3 tỷ đồng;\n\n"
    text = "Tổng số kiến nghị xử lý {} tỷ đồng, gồm:" + items + "(3) Xử lý khác: 80,4 tỷ đồng."
    expression = "26.800 + 118.300 + 80.400 = {} triệu"
    assert built(text.format("225,5")) == {expression.format("225.500"): "consistent"}
    assert built(text.format("226,5")) == {expression.format("226.500"): "inconsistent"}


BRACKETS = [
    # the level before in a bracket after each change, the levels now before them
    ("so với cùng kỳ tăng 40 vụ (360 vụ), trị giá giảm 20% (20,0 tỷ đồng)", 0),
    ("so với cùng kỳ tăng 50 vụ (360 vụ), trị giá giảm 20% (20,0 tỷ đồng)", 1),
    ("so với cùng kỳ tăng 40 vụ (12 vụ nghiêm trọng)", 0),
    # as well the level before as the change itself
    ("so với cùng kỳ trị giá giảm 20% (20,0 tỷ đồng)", 0),
    ("so với cùng kỳ trị giá giảm 20% (4,0 tỷ đồng)", 0),
]


@pytest.mark.parametrize(("compared", "wrong"), BRACKETS)
def test_a_bracket_after_a_change_may_hold_the_level_before(compared: str, wrong: int) -> None:
    relations, findings = judged(f"Bắt 400 vụ, trị giá 16,0 tỷ đồng; {compared}.")
    assert relations and len(findings) == wrong


def test_a_rate_of_change_told_as_equal_has_a_whole_base() -> None:
    assert built("Huyện giảm 07 đầu mối (bằng 24,14%).") == {"7 / 29 = 24,14%": "consistent"}
    assert found("Huyện giảm 07 đầu mối (bằng 24,54%).") == ["A106"]
    assert found("Huyện giảm 07 đầu mối (bằng 24,54% tổng số).") == []


def test_a_count_with_its_noun_is_told_again_in_words() -> None:
    assert built("Bắt giữ 418 vụ (bốn trăm mười tám).") == {"418 = 418": "consistent"}
    assert found("Bắt giữ 418 vụ (bốn trăm tám mươi mốt).") == ["A108"]
    assert built("Bắt giữ 418 vụ (bốn vụ ma túy).") == {}


def test_a_level_is_held_against_every_mark_it_is_told_with() -> None:
    text = (
        "Đỉnh lũ {} m lúc 08 giờ, trên báo động 3 (2,70 m) là 1,82 m, dưới lũ năm 2020 (4,88 m) "
        "là {} m."
    )
    right, wrong = judged(text.format("4,52", "0,36")), judged(text.format("4,52", "0,26"))
    assert right[0]["4,52 - 2,7 = 1,82"] == right[0]["4,88 - 4,52 = 0,36"] == "consistent"
    assert wrong[0]["4,88 - 4,52 = 0,26"] == "inconsistent" and right[1] == []
    assert built("Dự báo mưa 120 mm, trên địa bàn huyện (12 xã) có 14 điểm ngập.") == {}


def test_what_a_fund_lends_or_gives_leaves_it() -> None:
    text = (
        "Quỹ có số dư đầu năm 214,6 triệu đồng, thu trong năm 38,9 triệu đồng, chi {} 121,3 triệu "
        "đồng, số dư cuối năm {} triệu đồng."
    )
    for kind in ("ứng vốn", "thăm hỏi", "bồi thường"):
        assert found(text.format(kind, "132,2")) == []
        assert found(text.format(kind, "123,2")) == ["A104"]


POINTING = [
    ("đã nộp 250 triệu đồng, chưa nộp 162 triệu đồng", 0),
    ("đã nộp 205 triệu đồng, chưa nộp 162 triệu đồng", 1),
    ("huyện Tân An 205 triệu đồng, huyện Tân Phú 122 triệu đồng", 0),
]


@pytest.mark.parametrize(("parts", "wrong"), POINTING)
def test_words_point_back_to_a_total(parts: str, wrong: int) -> None:
    text = "Sai phạm 412 triệu đồng, gồm đất đai 300 triệu đồng, xây dựng 112 triệu đồng."
    findings = found(f"{text}\n\n(Có nơi sai nhiều lần.) Trong số tiền nêu trên, {parts}.")
    assert len(findings) == wrong


BOTH = [
    ("riêng khiếu nại và tố cáo là 1.030 đơn", "826 + 204 = 1.030", "consistent"),
    ("như vậy khiếu nại và tố cáo là 1.130 đơn", "826 + 204 = 1.130", "inconsistent"),
]


@pytest.mark.parametrize(("told", "expression", "verdict"), BOTH)
def test_two_names_joined_are_a_sum(told: str, expression: str, verdict: str) -> None:
    text = f"Nhận khiếu nại 826 đơn, tố cáo 204 đơn, kiến nghị 3.448 đơn; {told}."
    assert built(text)[expression] == verdict


PLANS = [
    ("So với dự toán tỉnh giao (10.600 tỷ đồng), số thu đạt 112%", 0),
    ("So với dự toán tỉnh giao (10.600 tỷ đồng), số thu đạt 121,0%", 1),
    ("So với dự toán tỉnh giao (10.600 tỷ đồng), tổng nợ đạt 121,9%", 0),
]


@pytest.mark.parametrize(("told", "wrong"), PLANS)
def test_a_plan_in_a_bracket_is_the_base_of_the_rate_after_it(told: str, wrong: int) -> None:
    assert len(found(f"Thu 11.872 tỷ đồng. {told}.")) == wrong


def test_what_is_still_under_way_is_left() -> None:
    text = "Thụ lý 614 vụ, đã giải quyết 493 vụ, đạt 80,3%; 121 vụ đang trong thời hạn xác minh."
    assert built(text)["614 - 493 = 121"] == "consistent"


def test_the_parts_of_a_row_of_shares_add_up_to_its_whole() -> None:
    row = "đúng 516 vụ (14,0%), một phần 648 vụ (17,6%), sai 2.525 vụ (68,4%)"
    assert "516 + 648 + 2.525 = 3.689" in built(f"Phân tích 3.689 quyết định cho thấy {row}.")


def test_each_rate_of_a_row_has_the_plan_it_names() -> None:
    plans = "Dự toán trung ương giao 1.200 tỷ đồng, chỉ tiêu phấn đấu của tỉnh 1.350 tỷ đồng."
    done = "Đã thu 1.080 tỷ đồng, bằng 90% dự toán trung ương giao, 80% chỉ tiêu phấn đấu"
    after = ", tăng 130 tỷ đồng so với cùng kỳ năm trước (960 tỷ đồng)"
    relations, findings = judged(f"{plans} {done}{after}.")
    assert relations["1.080 / 1.350 = 80%"] == "consistent"
    assert relations["1.080 - 960 = 130 tỷ"] == "inconsistent" and findings == ["A101"]


def test_a_share_told_as_nearly_is_found() -> None:
    text = "Giải quyết xong 917 vụ tố cáo. Kết quả: tố cáo đúng 88 vụ, tố cáo sai 614 vụ."
    relations = built(f"{text} Số vụ tố cáo sai chiếm gần 67% số vụ đã giải quyết.")
    assert relations["614 / 917 = 67%"] == "consistent"


def test_a_far_row_of_parts_does_not_hide_a_slip_in_the_near_one() -> None:
    text = (
        "B. KẾT LUẬN\n\nTổng số tiền sai phạm là 3.472.499.000 đồng, gồm: xây dựng 2.667.659.000 "
        "đồng, tài chính 486.300.000 đồng, đất đai 381.540.000 đồng.\n\nC. KIẾN NGHỊ\n\n1. Về kinh "
        "tế: thu hồi 1.998.957.000 đồng; giảm trừ khi quyết toán 1.473.542.000 đồng."
    )
    relations, findings = judged(text)
    assert sorted(relations.values()) == ["consistent", "inconsistent"] and findings == ["A104"]


@pytest.mark.parametrize(
    "text",
    [
        "Huyện nhận 638 đơn, trong đó 46 đơn khiếu nại, 21 đơn tố cáo.",
        "Đơn nặc danh 16 đơn. Đơn đủ điều kiện chia ra: khiếu nại 82 đơn, tố cáo 21 đơn, kiến nghị "
        "345 đơn.",
        "Kỷ luật 02 tổ chức và 46 đảng viên: khiển trách 23, cảnh cáo 10, cách chức 02, khai trừ "
        "11.",
    ],
)
def test_a_breakdown_is_of_the_whole_beside_it(text: str) -> None:
    assert found(text) == []
