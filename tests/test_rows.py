"""Rows: figures of several things in one order, and what they tell of each other one by one."""

from __future__ import annotations

import pytest

from marks import built, contradicted, found

ROWS = [
    # text, what is built of it, a slip in it, what does not hold then
    (
        "Vụ xuân, xã gieo được 1.218/2.430 ha lúa và 415/640 ha ngô, bằng 50,1% và 64,8% kế hoạch.",
        ["1.218 / 2.430 = 50,1%", "415 / 640 = 64,8%"],
        ("64,8%", "68,4%"),
        "415 / 640 = 68,4%",
    ),
    (
        "Cấp tỉnh và cấp huyện giảm lần lượt 14 và 9 đơn vị, tương ứng 17,1% và 11,3%, còn 68 và "
        "71 đơn vị.",
        ["14 / (68 + 14) = 17,1%", "9 / (71 + 9) = 11,3%"],
        ("11,3%", "13,1%"),
        "9 / (71 + 9) = 13,1%",
    ),
    (
        "Số trường và số lớp từ 342 và 96 xuống còn 318 và 81, lần lượt giảm 24 và 15.",
        ["342 - 318 = 24", "96 - 81 = 15"],
        ("15", "25"),
        "96 - 81 = 25",
    ),
    (
        "Số học sinh ba cấp lần lượt là 1.260, 2.340 và 1.400 em, chiếm lần lượt 25,2%, 46,8% và "
        "28,0%.",
        [
            "1.260 / (1.260 + 2.340 + 1.400) = 25,2%",
            "2.340 / (2.340 + 1.260 + 1.400) = 46,8%",
            "1.400 / (1.400 + 1.260 + 2.340) = 28%",
        ],
        ("46,8%", "48,6%"),
        "2.340 / (2.340 + 1.260 + 1.400) = 48,6%",
    ),
    (
        "Khám được 412 lượt tại trạm và 186 lượt tại nhà, đạt 68,7% và 74,4%, còn thiếu 188 "
        "lượt và "
        "64 lượt so với kế hoạch 600 lượt và 250 lượt.",
        ["412 / 600 = 68,7%", "186 / 250 = 74,4%", "600 - 412 = 188", "250 - 186 = 64"],
        ("188 lượt", "198 lượt"),
        "600 - 412 = 198",
    ),
    (
        "Tỷ lệ hộ nghèo và hộ cận nghèo còn 4,12% và 3,05%, giảm 1,87% và 0,96% so với đầu năm "
        "(5,99% và 4,01%).",
        ["5,99 - 4,12 = 1,87%", "4,01 - 3,05 = 0,96%"],
        ("1,87%", "1,78%"),
        "5,99 - 4,12 = 1,78%",
    ),
    (
        "Số vụ vi phạm và số tiền phạt là 38 vụ và 412 triệu đồng, so với cùng kỳ (52 vụ và 655 "
        "triệu đồng) giảm 14 vụ và 243 triệu đồng, tương ứng 26,9% và 37,1%.",
        ["52 - 38 = 14", "655 - 412 = 243 triệu", "14 / 52 = 26,9%", "243 / 655 = 37,1%"],
        ("37,1%", "31,7%"),
        "243 / 655 = 31,7%",
    ),
    (
        "Tín dụng nông thôn và tín dụng xuất khẩu đạt 38,4 và 21,6 nghìn tỷ đồng, tăng 12,1 và 6,9 "
        "nghìn tỷ đồng, tương đương tăng 46,0% và 46,9% so với đầu năm (26,3 và 14,7 nghìn tỷ "
        "đồng).",
        ["38.400 - 26.300 = 12.100 tỷ", "6.900 / 14.700 = 46,9%"],
        ("46,9%", "49,6%"),
        "6.900 / 14.700 = 49,6%",
    ),
]

ROWS += [
    (
        "TNGT: 12 vụ (-13 vụ), chết 07 (-08), bị thương 19 (+06); cùng kỳ: 25 vụ, chết 15, bị "
        "thương "
        "13.",
        ["25 - 12 = 13", "15 - 7 = 8", "19 - 13 = 6"],
        ("-08", "-09"),
        "15 - 7 = 9",
    ),
    (
        "Tỷ lệ thi hành xong về việc đạt 64,46% (tăng 12,33%), về tiền đạt 27,78% (tăng 9,85%) "
        "so với "
        "cùng kỳ năm 2019 là 52,13% và 17,93%.",
        ["64,46 - 52,13 = 12,33%", "27,78 - 17,93 = 9,85%"],
        ("9,85%", "8,95%"),
        "27,78 - 17,93 = 8,95%",
    ),
    (
        "Tử vong 61 ca so với 112 ca, đẻ tại nhà 265 ca so với 380 ca, giảm 51 ca và 115 ca, tương "
        "ứng 45,5% và 30,3%.",
        ["112 - 61 = 51", "380 - 265 = 115", "51 / 112 = 45,5%", "115 / 380 = 30,3%"],
        ("30,3%", "33,3%"),
        "115 / 380 = 33,3%",
    ),
    (
        "Công suất giường bệnh tuyến tỉnh và tuyến huyện đạt 82,7% và 63,0%, tăng lần lượt 5,9 và "
        "12,8 điểm phần trăm so với mức 76,8% và 50,2% của năm 2020.",
        ["82,7 - 76,8 = 5,9", "63 - 50,2 = 12,8"],
        ("12,8", "18,2"),
        "63 - 50,2 = 18,2",
    ),
]

LOOK_ALIKES = [
    "Tỷ lệ hộ nghèo của hai huyện là 4,2% và 6,8%, giảm 1,3 và 0,9 điểm phần trăm so với năm "
    "trước, "
    "thấp hơn mức 5,4% và 7,9% của vùng.",
    "Xảy ra 12 vụ (-3 vụ), chết 7 (-2), bị thương 19 (+6); so với tháng trước: 14 vụ, chết 8, bị "
    "thương 15.",
    "Huyện A có 64 ca so với 114 ca của huyện B, 26 ca nặng so với 38 ca, giảm 5 ca và 16 ca so "
    "với "
    "tuần trước.",
    "Khách nội địa đạt 137 nghìn lượt, khách quốc tế 24 nghìn lượt, tăng 12,4% và 8,5% so với cùng "
    "kỳ; công suất buồng đạt 61,2% và 54,0%.",
    "Năm 2023 và 2024 thu 412 tỷ đồng và 436 tỷ đồng, chi 380 tỷ đồng và 401 tỷ đồng, tăng 5,8% và "
    "5,5%.",
    "Hai huyện có 1.240 hộ và 960 hộ nghèo, giảm 212 hộ và 148 hộ so với năm trước, chiếm 8,4% và "
    "6,1% số hộ.",
    "Tiếp 412 lượt và 38 đoàn, nhận 215 đơn và 96 đơn kiến nghị, đủ điều kiện xử lý 52,2% và "
    "71,4%.",
    "Tỷ lệ đúng hạn cấp huyện và cấp xã đạt 96,4% và 98,1%, tăng 1,2% và 0,8% so với năm 2023, "
    "vượt "
    "1,4% và 3,1% so với chỉ tiêu (95% và 95%).",
    "Kiểm tra 24 cơ sở và 12 cửa hàng, phạt 14 cơ sở và 7 cửa hàng, nhắc nhở 8 cơ sở và 5 cửa "
    "hàng, "
    "còn 2 cơ sở đang xác minh.",
    "Đội một và đội hai đạt 128 điểm và 96 điểm, hơn vòng trước 12 điểm và 9 điểm; vòng trước nữa "
    "đạt 115 điểm và 87 điểm.",
    "Diện tích lúa, ngô, sắn lần lượt là 1.240 ha, 315 ha và 208 ha; năng suất lần lượt 52,1, 44,6 "
    "và 180,5 tạ/ha; tăng 1,2%, 0,8% và giảm 0,4%.",
]


@pytest.mark.parametrize(("text", "expressions", "slip", "wrong"), ROWS)
def test_rows_are_tied_one_by_one(
    text: str, expressions: list[str], slip: tuple[str, str], wrong: str
) -> None:
    relations = built(text)
    assert {e: relations.get(e) for e in expressions} == dict.fromkeys(expressions, "consistent")
    assert not found(text)
    assert wrong in contradicted(text.replace(*slip))


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_rows_of_other_things_are_left_alone(text: str) -> None:
    assert not found(text)


def test_levels_coarser_than_what_lies_between_them_tell_nothing() -> None:
    text = "Hai cấp đạt 96,4% và 98,1%, tăng 1,2% và 2,8% so với năm trước; chỉ tiêu là 95% và 95%."
    assert "96,4 - 95 = 1,2%" not in built(text)


def test_what_crosses_rows_gives_way_to_them() -> None:
    text = (
        "Tín dụng nông thôn và tín dụng xuất khẩu đạt 45,2 và 23,3 nghìn tỷ đồng, tăng 15,2 và 7,9 "
        "nghìn tỷ đồng, tương đương tăng 50,7% và 51,3% so với đầu năm (30,0 và 15,4 nghìn tỷ "
        "đồng)."
    )
    assert "7.900 / (23.300 - 7.900) = 50,7%" not in built(text)


BRACKETS = [
    ("Số cán bộ giảm từ 118 xuống 107 người (9,32%).", "9,32%", "9,23%"),
    ("Đến nay, số đơn vị sự nghiệp giảm từ 612 xuống 523 (14,5%).", "14,5%", "15,4%"),
    ("Số hợp tác xã tăng từ 92 lên 113 hợp tác xã (22,83%).", "22,83%", "28,23%"),
    ("Tổ chức đảng từ 1.304 cơ sở năm 2020 xuống còn 1.152 (11,66%).", "11,66%", "11,86%"),
    ("Số hộ nghèo từ 1.240 hộ lên 1.315 hộ (6,05%).", "6,05%", "6,50%"),
]


@pytest.mark.parametrize(("text", "rate", "slip"), BRACKETS)
def test_a_rate_alone_in_the_bracket_of_a_move(text: str, rate: str, slip: str) -> None:
    assert list(built(text).values()) == ["consistent"]
    assert found(text.replace(rate, slip)) == ["A102"]


@pytest.mark.parametrize(
    "text",
    [
        "Hộ nghèo giảm từ 1.240 hộ xuống còn 1.015 hộ (7,84%).",  # of all households
        "Số trạm y tế đạt chuẩn tăng từ 86 lên 104 trạm (92,9%).",
        "Số đảng viên nữ tăng từ 1.210 lên 1.318 đồng chí (32,6%).",
        "Số phòng từ 142 còn 118 (-24), số đơn vị sự nghiệp từ 655 còn 560 (-95).",
        "Số thôn từ 812 còn 640 thôn (50% số hộ theo quy định).",
    ],
)
def test_another_rate_in_the_bracket_of_a_move_is_left_alone(text: str) -> None:
    assert not found(text)
