"""Relations of whole reports that were missed or told wrongly at first sight."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found

STOCK = (
    "Đầu năm toàn tỉnh có 21.406 hội viên. Trong 6 tháng, kết nạp 812 hội viên, tiếp nhận từ nơi "
    "khác chuyển đến 204 hội viên; chuyển sinh hoạt ra ngoài tỉnh 318 hội viên, từ trần 77 hội "
    "viên, xóa tên 41 hội viên. Đến ngày 30/6/2021, tổng số hội viên là 21.986 hội viên."
)
PLANS = (
    "Thu 412.500 triệu đồng, đạt 110,0% dự toán tỉnh giao và 104,4% dự toán huyện giao (dự toán "
    "tỉnh giao 375.000 triệu đồng, huyện giao 395.000 triệu đồng)."
)
ROWS = (
    "Đã hỗ trợ 6.090 lượt người, số tiền 12.180 triệu đồng. Trong đó: lao động tự do 4.100 người "
    "(8.200 triệu đồng, mức 2 triệu đồng/người); người ngừng việc 1.240 người (2.480 triệu đồng); "
    "hộ kinh doanh 750 người (1.500 triệu đồng, mỗi hộ 2 triệu đồng)."
)
ITEMS = (
    "Tai nạn:\n- Khu vực có hợp đồng: 412 vụ, 430 người bị nạn, 57 người chết;\n- Khu vực không "
    "có hợp đồng: 96 vụ, 101 người bị nạn, 26 người chết.\n\nTổng số người chết của hai khu vực "
    "là 83 người.\n"
)
PEOPLES = (
    "Tỉnh có 5 dân tộc chính: dân tộc Kinh chiếm 61,4%; dân tộc Tày chiếm 22,73%; dân tộc Nùng "
    "chiếm 9,6%; dân tộc Dao chiếm 3,15%; các dân tộc khác chiếm 3,12%."
)
FARTHER = (
    "Chi xây dựng: 482.600 triệu đồng, đạt 96,5% kế hoạch. Kế hoạch vốn là 500.104 triệu đồng. Cụ "
    "thể: giao thông 301.200 triệu đồng; thủy lợi 181.400 triệu đồng."
)
GROWTH = (
    "Sản lượng 162.340 tấn. So với vụ trước, diện tích tăng 214 ha (vụ trước 25.120 ha), sản lượng "
    "tăng 11.364 tấn (vụ trước 150.976 tấn), tức tăng 7,53%."
)
MEMBERS = (
    "Trong năm kết nạp 1.432 hội viên, cho ra khỏi hội 61 người.\n\nSố hội viên kết nạp đạt 59,67% "
    "chỉ tiêu năm (2.400 hội viên), tăng 118 hội viên so với cùng kỳ (1.314 hội viên).\n"
)


def _agreed(text: str) -> set[str]:
    return {r.expression for r in analyse(read_text(text, "t.txt")).relations if r.agreement}


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (PLANS, "412.500 / 375.000 = 110%"),
        (PLANS, "412.500 / 395.000 = 104,4%"),
        (
            "Trợ giá 45 tấn lúa giống, mức hỗ trợ 3.000 đồng/kg, tổng tiền 135 triệu đồng.",
            "45 × 1.000 × 3.000 = 135.000.000",
        ),
        ("Đàn lợn 9.412 con (nái 1.204, thịt 8.180, đực giống 28).", "1.204 + 8.180 + 28 = 9.412"),
        (ROWS, "4.100 + 1.240 + 750 = 6.090"),
        (FARTHER, "301.200 + 181.400 = 482.600 triệu"),
        (STOCK, "21.406 + 812 + 204 - 318 - 77 - 41 = 21.986"),
        (
            "Đầu năm có 21.406 hội viên. Trong kỳ kết nạp 812 hội viên; chuyển sang tỉnh bạn 118 "
            "hội viên. Cuối năm có 22.100 hội viên.",
            "21.406 + 812 - 118 = 22.100",
        ),
        (
            "Kinh phí năm 2022 là 1.628 triệu đồng (chi lương 1.386, chi khác 242).",
            "1.386 + 242 = 1.628 triệu",
        ),
        ("Xã Hòa Lâm: 12/19 đạt; 07 không đạt.", "19 - 12 = 7"),
        ("Có 17/25 chỉ tiêu đạt kế hoạch; 08 chỉ tiêu không đạt.", "25 - 17 = 8"),
        (ITEMS, "57 + 26 = 83"),
        (PEOPLES, "61,4% + 22,73% + 9,6% + 3,15% + 3,12% = 100%"),
        (
            "Trong tổng sản lượng, thủy điện chiếm 41,39%, điện khí chiếm 21,58%, điện gió 7,03%, "
            "điện than 30%.",
            "41,39% + 21,58% + 7,03% + 30% = 100%",
        ),
        (MEMBERS, "1.432 / 2.400 = 59,67%"),
        (MEMBERS, "1.432 - 1.314 = 118"),
        (
            "Các hồ hiện có 91,24 triệu m3/182,48 triệu m3, đạt 50,0% dung tích.",
            "91.240 / 182.480 = 50%",
        ),
        (
            "Có 1.204 cơ sở, giảm 38 cơ sở so với thời điểm tiếp nhận, khi đó là 1.242 cơ sở.",
            "1.242 - 1.204 = 38",
        ),
        (
            "Vốn trung ương 31.200 tỷ đồng. Lũy kế đã bố trí 24.180 tỷ đồng, đạt 77,5%; phải bố "
            "trí tiếp trong năm 2020 là 7.020 tỷ đồng.",
            "31.200 - 24.180 = 7.020 tỷ",
        ),
        (
            "Có 96 cán bộ. Trình độ: đại học 41, cao đẳng và trung cấp 38, còn lại 17 sơ cấp.",
            "41 + 38 + 17 = 96",
        ),
        (
            "Hình phạt áp dụng với 634 bị cáo: chung thân 05; tù từ trên 15 năm đến 20 năm 11; tù "
            "từ trên 7 năm đến 15 năm 64; tù từ 7 năm trở xuống 425; án treo 129.",
            "5 + 11 + 64 + 425 + 129 = 634",
        ),
        (
            "Có 54 dự án phải trồng rừng với diện tích 841,6 ha, trong đó thủy điện 19 (452,3 ha), "
            "giao thông 24 (250,9 ha), kinh doanh 11 (138,4 ha).",
            "452,3 + 250,9 + 138,4 = 841,6",
        ),
        (
            "Có 142 khối: tốt 51 khối, khá 68 khối, trung bình 21 khối, yếu 02 khối. Khối tốt và "
            "khá chiếm 83,80%.",
            "(51 + 68) / 142 = 83,8%",
        ),
        (
            "Xảy ra 182 vụ, chết 83 người, bị thương 141 người. So với cùng kỳ: giảm 28 vụ, giảm "
            "11 người chết, giảm 44 người bị thương; cùng kỳ năm 2013 xảy ra 210 vụ, chết 94 "
            "người, bị thương 185 người.",
            "94 - 83 = 11",
        ),
        (
            "Rà soát 26 dự án giải ngân dưới 30% kế hoạch (cấp tỉnh 17, cấp huyện 9).",
            "17 + 9 = 26",
        ),
    ],
)
def test_told_so(text: str, expression: str) -> None:
    assert found(text) == []
    assert expression in _agreed(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PLANS.replace("104,4", "107,4"), "A103"),
        (ITEMS.replace("83 người", "38 người"), None),
        (ITEMS.replace("26 người chết", "926 người chết").replace("là 83", "là 938"), "A104"),
        (PEOPLES.replace("3,15", "4,15"), "A121"),
        (GROWTH.replace("7,53", "5,73"), "A102"),
        (
            "Nợ xấu và nợ khoanh là 7.420 triệu đồng; nợ xấu 4.610 triệu đồng, so với đầu năm giảm "
            "1.250 triệu đồng (đầu năm 5.960 triệu đồng).",
            "A101",
        ),
        (
            "Đã điều động 58 đồng chí (tăng so cùng kỳ năm trước 12 đồng chí; cùng kỳ là 44 đồng "
            "chí).",
            "A101",
        ),
        (
            "Các sở được giao 1.742 nhiệm vụ, đã hoàn thành 1.504 nhiệm vụ (đúng hạn 1.402, trễ "
            "hạn 102), đang thực hiện 198 nhiệm vụ, quá hạn chưa hoàn thành 30 nhiệm vụ.",
            "A104",
        ),
        (
            "Nợ thuế đến 30/9 là 418,2 tỷ đồng, trong khi cuối năm 2020 là 388,1 tỷ đồng, giảm "
            "30,1 tỷ đồng.",
            "A105",
        ),
        (
            "Phát hiện 1.126 vụ vi phạm, phạt tiền 4,504 tỷ đồng. Số tiền phạt bình quân 40,0 "
            "triệu đồng/vụ.",
            "A109",
        ),
        (
            "Xảy ra 51 vụ, chết 35, bị thương 62; so với cùng kỳ tăng 12 vụ, giảm 04 người chết, "
            "giảm 21 người bị thương (năm 2002: 63 vụ, chết 39, bị thương 83).",
            "A105",
        ),
        ("Bàn giao 4.118/4.402 sổ (93,5%), số chưa bàn giao 248 sổ.", "A101"),
        (
            "Qua 2.410 phiếu: rất hài lòng 1.604, hài lòng 702, bình thường 84, không hài lòng 20; "
            "tính chung rất hài lòng và hài lòng chiếm 95,28%.",
            "A103",
        ),
        ("Rà soát 24 dự án giải ngân dưới 30% kế hoạch (cấp tỉnh 17, cấp huyện 9).", "A104"),
        (
            "Vốn trung ương 31.200 tỷ đồng. Lũy kế đã bố trí 24.180 tỷ đồng, đạt 77,5%; phải bố "
            "trí tiếp trong năm 2020 là 7.200 tỷ đồng.",
            "A101",
        ),
    ],
)
def test_contradicted(text: str, code: str | None) -> None:
    assert found(text) == ([] if code is None else [code])


@pytest.mark.parametrize(
    "text",
    [
        # sub-totals with their parts in one list
        "Tổng đàn 6.000 con, trong đó gia súc 2.400 con, trâu 900 con, bò 1.500 con, gia cầm 3.600 "
        "con.",
        "Diện tích tự nhiên 4.512,15 ha. Trong đó đất nông nghiệp 329,14 ha, đất cây hàng năm "
        "302,65 ha, đất lúa: 153,59 ha, đất màu 149,06 ha; đất cây lâu năm: 26,49 ha, đất lâm "
        "nghiệp 3.823,19 ha, đất chưa sử dụng 186,74 ha.",
        # another plan, told elsewhere
        "Đã thành lập 08/08 cụm công nghiệp, đạt 160% kế hoạch.",
        # numbers of names
        "Phường có 5 tổ dân phố đổi tên, gồm: tổ Hòa Bình 1- khu 3, tổ Hòa Bình 2 - khu 4, tổ Tân "
        "Lập - khu 5, tổ Tân An - khu 6, tổ Phú Lợi - khu 7.",
        # some of those told, no whole of what comes next
        "Kết nạp 1.286 hội viên. Trong số hội viên mới có 488 nữ (37,9%), 841 thanh niên (65,4%). "
        "Phân theo lĩnh vực: hành chính 652, nông thôn 397, doanh nghiệp 237.",
        # the earlier level stands first
        "Đầu năm toàn huyện có 1.250 hộ nghèo, trong khi cuối năm 2024 là 1.100 hộ, giảm 150 hộ.",
        "Quý I có 25 vụ, trong khi quý II năm 2024 là 20 vụ, giảm 5 vụ.",
        # what x/y leaves is told in two groups
        "Kết quả: 160/220 học viên đạt yêu cầu; 50 học viên không đạt, 10 học viên bỏ thi.",
        "Có 160/220 em đạt loại khỏe; 50 em không đạt, 10 em chưa khám.",
        # who is insured by several schemes
        "Tổng số người tham gia BHXH, BHYT, BHTN là 172.836 người. Trong đó: BHXH bắt buộc 5.486 "
        "người; BHTN 4.917 người; BHYT 172.524 người.",
        # a list that divides the figure before the last sentence
        "Phát hiện 47 vụ vi phạm. Đã xử lý 39 vụ, tồn 08 vụ. Phân theo hành vi: xây nhà 26 vụ; đào "
        "ao 12 vụ; xe quá tải 09 vụ.",
        # a part by its name, no rise
        "Nguồn quỹ là 96.350 triệu đồng, bao gồm: Trung ương phân bổ 48.900 triệu đồng; thu phí "
        "11.250 triệu đồng; ngân sách tỉnh cấp bổ sung 36.200 triệu đồng.",
        # a part told of each of several
        "Có 2.296 ca, gồm Bình Dương 2.186 ca, Long An 60 ca, Phú Yên 16 ca, Hà Nội và Hưng Yên "
        "mỗi nơi 8 ca, Cần Thơ 18 ca.",
    ],
)
def test_no_alarm(text: str) -> None:
    assert found(text) == []


CLASSES = """Kết quả xếp loại:

| Mức | Số lượng | Tỷ lệ (%) |
|---|---|---|
| Thấp | 430 | 43,5 |
| Vừa | 250 | 24,5 |
| Cao | 200 | 20,0 |
| Rất cao | 120 | 12,0 |
| Tổng | 1.000 | 100 |
"""
ACROSS = """| Nhóm tuổi | Nam | Nữ | Tổng |
|---|---|---|---|
| Dưới 40 | 10 | 20 | 30 |
| 40 - 59 | 18 | 21 | 39 |
| Trên 60 | 14 | 16 | 30 |
| Tổng | 42 | 57 | 99 |
| Tỷ lệ % | 42,4 | 57,6 | 100 |
"""
CHANGES = """Dư nợ (triệu đồng):

| TT | Chương trình | 31/12/2013 | 31/12/2014 | Tăng, giám |
|---|---|---|---|---|
| 1 | Hộ nghèo | 618.340 | 614.915 | -3.425 |
| 2 | Hộ cận nghèo | 92.416 | 158.277 | 65.861 |
| 3 | Sinh viên | 164.282 | 141.806 | -22.476 |
| | **Cộng** | **875.038** | **914.998** | **39.960** |
"""
YIELDS = """( diện tích: ha, năng suất: tạ/ha, sản lượng: tấn )

| Đơn vị | KH diện tích | Thực hiện | % KH | Năng suất | Sản lượng |
|---|---|---|---|---|---|
| An Hòa | 1.900 | 1.905 | 100,3 | 60,0 | 11.430 |
| An Phú | 4.700 | 4.732 | 100,7 | 65,0 | 30.758 |
| An Tây | 2.500 | 2.460 | 98,4 | 55,0 | 13.530 |
"""


def test_both_wrong_shares_of_a_column_that_makes_up_100_are_told() -> None:
    assert found(CLASSES) == ["A112", "A112"]
    right = CLASSES.replace("43,5", "43,0").replace("24,5", "25,0")
    assert found(right) == []


def test_a_row_of_rates_is_held_against_the_row_above_it() -> None:
    assert found(ACROSS) == []
    assert {"42 / 99 = 42,4%", "57 / 99 = 57,6%"} <= _agreed(ACROSS)
    assert found(ACROSS.replace("42,4", "42,2")) == ["A116"]
    assert found(ACROSS.replace("42,4", "24,4").replace("| 100 |", "| |")) == ["A116"]


def test_a_column_below_zero_is_a_difference_whatever_its_header_says() -> None:
    assert "614.915 - 618.340 = -3.425 triệu" in _agreed(CHANGES)
    assert "A112" in found(CHANGES.replace("-22.476", "-22.746"))


def test_yields_are_of_the_area_that_was_sown_not_of_the_plan() -> None:
    assert "11.430 / 1.905 × 10 = 60" in _agreed(YIELDS)
    assert found(YIELDS.replace("65,0", "56,0")) == ["A112"]


def test_shares_behind_the_names_of_rows_are_of_the_total_row() -> None:
    told = CHANGES + "\nLớn nhất là hộ nghèo (67,2%), sau đó là hộ cận nghèo (17,3%).\n"
    assert found(told) == []
    assert "614.915 / 914.998 = 67,2%" in _agreed(told)


def test_parts_that_add_up_to_the_figure_next_to_them_are_of_it() -> None:
    told = "Tiếp 97 lượt người. Tiếp nhận 81 đơn: khiếu nại 52, tố cáo 18, kiến nghị 11."
    assert found(told) == []
    assert "52 + 18 + 11 = 81" in _agreed(told)
    assert found(told.replace("81 đơn", "18 đơn")) != []


def test_the_line_below_a_list_tells_what_its_items_leave() -> None:
    told = (
        "1. Biên chế: 2.417 người, phân bổ như sau:\n- Giáo dục: 2.214 người;\n- Văn hóa: 62 "
        "người;\n- Khác: 113 người.\nSố chưa phân bổ 28 người để bố trí cho các trường mới.\n"
    )
    assert found(told) == []
    assert "2.214 + 62 + 113 + 28 = 2.417" in _agreed(told)
    assert found(told.replace("chưa phân bổ 28", "chưa phân bổ 26")) == ["A104"]


def test_what_is_late_is_what_a_share_leaves() -> None:
    told = "Số dự án đến hạn quyết toán: 68; đã phê duyệt 51 (75,0%); chậm 17 dự án."
    assert found(told) == []
    assert found(told.replace("chậm 17", "chậm 27")) == ["A101"]


def test_what_is_left_is_of_the_whole_not_of_its_parts() -> None:
    told = (
        "Được cấp 386.500.000đ gồm: trung ương 241.200.000đ, tỉnh 85.300.000đ, huyện 60.000.000đ. "
        "Đã chi đến 31/12 là 379.862.000đ, còn tồn quỹ 6.638.000đ."
    )
    assert found(told) == []
    assert found(told.replace("6.638.000", "6.368.000")) == ["A101"]


def test_a_plan_in_a_bracket_is_of_the_level_not_of_its_parts() -> None:
    told = (
        "Doanh thu ước 3.946 tỷ đồng, trong đó lưu trú 1.582 tỷ đồng, ăn uống 1.395 tỷ đồng, dịch "
        "vụ khác 969 tỷ đồng; so với kế hoạch năm (15.100 tỷ đồng) đạt 26,1%."
    )
    assert found(told) == []
    assert found(told.replace("26,1", "62,1")) == ["A103"]


def test_a_base_told_behind_the_rate_of_change_is_its_base() -> None:
    told = "Hàng thủy sản 3,6 triệu USD, giảm 21,7%; cùng kỳ đạt 4,6 triệu USD."
    assert found(told) == []
    assert "(4.600 - 3.600) / 4.600 = 21,7%" in _agreed(told)
    assert found(told.replace("21,7", "27,1")) == ["A102"]


def test_what_was_promised_is_no_flow() -> None:
    told = (
        "Đầu năm có 1.120 hộ nghèo. Các cơ sở đăng ký giúp 180 hộ thoát nghèo, thực tế thoát nghèo "
        "207 hộ, phát sinh 31 hộ, nên đến cuối năm còn 944 hộ, giảm 176 hộ."
    )
    assert "1.120 - 207 + 31 = 944" in _agreed(told)


def test_a_rate_is_held_against_the_one_a_comparison_names_first() -> None:
    told = "Tỷ lệ thi hành xong 81,47%; so với năm 2016 (82,91%) giảm 1,44%."
    assert found(told) == []
    assert "82,91 - 81,47 = 1,44%" in _agreed(told)
    assert "82,91 - 81,47 = 1,44%" in _agreed(told.replace("; so", ". So"))
    assert found(told.replace("giảm", "tăng")) == ["A105"]


def test_how_far_a_level_is_from_a_plan_or_a_mean_told_first() -> None:
    told = "Kết quả đạt 33,61%, thấp hơn chỉ tiêu Trung ương giao 35% là 1,39%."
    assert found(told) == []
    assert "35 - 33,61 = 1,39%" in _agreed(told)
    assert found(told.replace("1,39", "1,93")) == ["A101"]
    money = "Thu 820 tỷ đồng, thấp hơn dự toán tỉnh giao 900 tỷ đồng là 80 tỷ đồng."
    assert "900 - 820 = 80 tỷ" in _agreed(money)


def test_a_level_before_in_the_bracket_of_the_level_now() -> None:
    told = "Giám sát 268 tổ chức (năm 2030: 245), tăng 23 tổ chức so với năm trước."
    assert "268 - 245 = 23" in _agreed(told)
    assert found(told.replace("245", "291")) == ["A105"]
    assert found(told.replace("năm 2030: 245", "kế hoạch: 291")) == []


def test_a_rate_before_in_the_bracket_of_its_change() -> None:
    told = "Chỉ số hài lòng đạt 83,15%, giảm 0,47% (năm 2030 là 83,62%), xếp thứ 30."
    assert "83,62 - 83,15 = 0,47%" in _agreed(told)
    assert found(told.replace("giảm", "tăng")) == ["A105"]
    assert found(told.replace("năm 2030 là", "trong đó nữ")) == []


def test_a_limit_that_is_exceeded_is_no_change() -> None:
    told = "Tỷ lệ 86,6%, cao hơn 3,4% so với cùng kỳ (83,2%) và vượt mức tối thiểu 85%."
    assert found(told) == []
    assert found(told.replace("3,4%", "4,3%")) == ["A101"]


def test_parts_of_one_whole_leave_no_rest_of_each_other() -> None:
    told = (
        "Có 46 trụ sở, cơ sở công dôi dư. Đã xử lý 29 cơ sở, cụ thể: bán 08, chuyển công năng 17, "
        "giao cơ quan khác 04; đạt 63,0%. Còn 17 cơ sở đang vướng hồ sơ."
    )
    assert found(told) == []
    assert "8 + 17 + 4 = 29" in _agreed(told)


def test_a_mean_is_no_level_of_a_change() -> None:
    told = (
        "Có 406 lớp; 12.179 học sinh, bình quân 30,0 em/lớp. Học sinh bỏ học 47 em, giảm 12 em so "
        "với năm học trước."
    )
    assert found(told) == []


def test_the_second_half_of_a_name_is_no_label() -> None:
    told = "Trong kỳ 525 đơn: Phan Rí 318; Hàm Tân 183; Phú Quý 24 đơn."
    assert "318 + 183 + 24 = 525" in _agreed(told)


def test_a_figure_added_to_what_was_told_before() -> None:
    told = (
        "Số dôi dư 403 người (trong đó cán bộ 214, công chức 189). Cộng với 168 người không chuyên "
        "trách (bằng 40,8% số hiện có), tổng số người phải giải quyết là 571 người."
    )
    assert "403 + 168 = 571" in _agreed(told)
    assert found(told) == []
    assert found(told.replace("571", "517")) == ["A104"]
    assert found(told.replace("571", "517").replace("Cộng với", "Riêng")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Đã số hóa 106/108 hồ sơ (Sơn Nam đang hoàn tất, đạt 85%).",
        "Đã số hóa 106 triệu/108 triệu dữ liệu (riêng xã Bình Minh đạt 85%).",
        "- Về chính quyền địa phương 2 cấp: (1) Đồng ý chủ trương; (2) Giao Bộ; (3) Giao tỉnh.",
    ],
)
def test_what_is_told_of_another_thing(text: str) -> None:
    assert found(text) == []


def test_what_is_told_of_this_thing() -> None:
    assert found("Đã số hóa 106/108 hồ sơ (đạt 85%).") == ["A103"]
    assert found("- Thành lập 2 cấp hội: (1) Hội tỉnh; (2) Hội huyện; (3) Hội xã.") == ["A107"]


def test_who_is_placed_and_who_is_left_over() -> None:
    told = "Cấp xã có 561 người, bố trí theo quy định 436 người, dôi dư 125 người."
    assert "561 - 436 = 125" in _agreed(told)
    assert found(told.replace("125", "152")) == ["A101"]
    assert found("Có 561 người, dôi dư 152 người, bố trí 436 người.") == []


def test_a_slip_in_parts_that_words_say_may_not_be_all() -> None:
    told = "Hỗ trợ 4.090 nhà, gồm 3.921 nhà ở xã, 169 nhà ở phường, khu tập thể."
    assert found(told) == []
    assert found(told.replace("4.090", "8.090")) == ["A104"]
    assert found(told.replace("4.090", "7.354")) == []  # others may be left out
    assert found("Có 15 nhà, gồm 8 nhà ở xã, 4 nhà ở phường, khu tập thể.") == []  # few digits


def test_provinces_and_cities_leave_nothing_out() -> None:
    assert found("Cả nước có 35 tỉnh, thành phố (28 tỉnh và 6 thành phố).") == ["A104"]
    assert found("Cả nước có 34 tỉnh, thành phố (28 tỉnh và 6 thành phố).") == []
