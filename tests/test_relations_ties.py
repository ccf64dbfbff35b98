"""What ties figures and what does not: spans of time, rests, indexes, lists, figures told again."""

from __future__ import annotations

import pytest

from marks import built, found

WRONG = [
    # an index beside the change it tells
    ("Trạm y tế khám 2.760 lượt người, bằng 125% so với cùng kỳ (tăng 460 lượt người).", "A102"),
    ("Tòa án thụ lý 456 vụ, tăng 56 vụ, bằng 141% so với năm 2022.", "A102"),
    ("Xuất kho 1.710 tấn, bằng 75% cùng kỳ năm trước, tức giảm 190 tấn.", "A102"),
    # a change that is said to be its rate, no time told
    ("Nhập khẩu phân bón đạt 8,4 triệu tấn, giảm 12,5% (tương ứng giảm 1,4 triệu tấn).", "A102"),
    ("Doanh thu đạt 560 triệu đồng, tăng 60 triệu đồng, tương đương 21%.", "A102"),
    # units that are put together, told in the next paragraph, and behind a semicolon
    (
        "Thành lập phường Hòa Sơn thuộc quận Đông trên cơ sở điều chỉnh 312,5 ha diện tích "
        "và 4.112 nhân khẩu của phường Hòa An; 45,8 ha và 8.420 nhân khẩu của phường Hòa Lạc.\n\n"
        "Phường Hòa Sơn có 358,3 ha diện tích và 12.352 nhân khẩu.",
        "A104",
    ),
    (
        "Xã Tân Hải được thành lập từ toàn bộ 6,20 km2, 2.158 người của xã Tân An và toàn bộ 17,43 "
        "km2, 4.628 người của xã Tân Giang; sau khi thành lập, xã Tân Hải có 23,63 km2, quy mô dân "
        "số 6.840 người.",
        "A104",
    ),
    # what is compared with right behind the rate; the whole in a bracket behind the part
    (
        "Tỉnh có 3.104 lớp (công lập 3.087 lớp; tư thục 17 lớp), bằng 79,77% so với 3.177 lớp "
        "của năm học trước.",
        "A103",
    ),
    (
        "Có 1.428.487 cử tri (trên tổng số 1.434.116 cử tri) tham gia bỏ phiếu, đạt tỷ lệ 96,99%.",
        "A103",
    ),
    # no comma before the change
    ("Vụ xuân gieo trồng 24.160 ha cây hàng năm giảm 2,1% (-366 ha) so với năm trước.", "A102"),
    # a share before the rate of a change in hectares
    (
        "Gieo trồng 61.400 ha, giảm 1,2% (-746 ha) so với vụ mùa trước, trong đó lúa 52.300 ha, "
        "chiếm 85,2%, giảm 2,6% (-862 ha).",
        "A102",
    ),
    # falls
    ("Điểm đánh giá đạt 71,4 điểm, tụt 1,9 điểm so với năm trước (72,3 điểm).", "A101"),
    # a part larger than its whole
    ("Trong 184 cơ sở được kiểm tra có 198 cơ sở chưa bảo đảm an toàn thực phẩm.", "A120"),
    ("Trong tổng số 412 vụ thụ lý, đã giải quyết 421 vụ.", "A120"),
    # the rest of what was received, over the parts of what is done
    (
        "Thụ lý 640 đơn. Đã giải quyết 598 đơn, gồm 512 đơn khiếu nại và 86 đơn tố cáo; còn lại 24 "
        "đơn đang xem xét.",
        "A101",
    ),
    (
        "Trung tâm tiếp nhận 9.250 hồ sơ. Đã giải quyết 8.912 hồ sơ, gồm 8.870 hồ sơ trước và đúng "
        "hạn, 42 hồ sơ quá hạn; 383 hồ sơ còn lại đang trong hạn.",
        "A101",
    ),
    # lists that their whole leaves a part out of
    ("Nhận 151 đơn (khiếu nại 98 đơn, tố cáo 21 đơn, kiến nghị, phản ánh 53 đơn).", "A104"),
    (
        "Huyện có 61 trạm, gồm 24 trạm bơm, 19 trạm thủy văn, 18 trạm biến áp và 7 trạm thu phí.",
        "A104",
    ),
    (
        "Huyện có 61 trạm, gồm 24 trạm bơm, 19 trạm đo mưa, 18 trạm biến áp, 7 trạm thu phí; tổng "
        "số nhân viên vận hành là 1.240 người.",
        "A104",
    ),
    # means
    (
        "Bốn quý, sở lần lượt cấp 14.200, 15.900, 16.300 và 17.600 giấy phép, bình quân mỗi quý "
        "16.500 giấy phép.",
        "A109",
    ),
    ("Ba tháng lần lượt xảy ra 41 vụ, 52 vụ và 63 vụ, trung bình mỗi tháng 25 vụ.", "A109"),
    # told again
    (
        "Tỉnh có 3.184 cộng tác viên dân số. Sở đã tập huấn cho 3.148 cộng tác viên dân số này.",
        "A110",
    ),
    ("Dự án được giao 42,6 tỷ đồng; chủ đầu tư đã phân khai hết 46,2 tỷ đồng được giao.", "A110"),
    (
        "Theo đó, năm 2021 là 48.215 tỷ đồng, tăng 12% so với năm 2020. Năm 2022, con số này chỉ "
        "tăng khoảng 3% so với thực hiện năm 2021 (47.160 tỷ đồng).",
        "A110",
    ),
    # proper names after a word for all of them
    (
        "Còn 03 đơn vị chậm nộp báo cáo, gồm Công an các huyện Hòa An, Phú Lộc, Tân Lập và Mỹ Đức.",
        "A107",
    ),
    ("Còn 05 đơn vị chậm, gồm UBND các huyện: Hòa An, Phú Lộc, Tân Lập và Mỹ Đức.", "A107"),
    # the order of two times
    ("Năm 2024 đạt 61,2 điểm (năm 2023 đạt 63,7 điểm), tăng 2,5 điểm.", "A105"),
    ("Chỉ số đạt 61,2 điểm năm 2024 và 63,7 điểm năm 2023, tăng 2,5 điểm.", "A105"),
    ("Tỷ lệ che phủ rừng năm 2024 là 41,1%, năm 2023 là 41,6%, tăng 0,5 điểm phần trăm.", "A105"),
    ("Tháng 10/2024 thu 312 tỷ đồng, tháng 9/2024 thu 298 tỷ đồng, giảm 14 tỷ đồng.", "A105"),
    ("Vụ này gieo cấy 2.140 ha; năng suất 60 tạ/ha; sản lượng đạt 12.480 tấn.", "A109"),
    # a change beside its rate, of which the change or the level after it is wrong
    ("Dự toán thu là 1.400 tỷ đồng; quyết toán là 1.820 tỷ đồng, tăng 520 tỷ đồng (30%).", "A101"),
    ("Dự toán thu 1.400 tỷ đồng; quyết toán 1.820 tỷ đồng, tăng 520 tỷ đồng (37,1%).", "A101"),
    ("Đến 31/12/2024 có 312 chợ, đến 31/12/2023 có 298 chợ, giảm 14 chợ.", "A105"),
]

QUIET = [
    # a rate whose whole is named behind it is none of the change before it
    "Đối với đất lúa, tỉnh phân bổ 4.129,50 ha, huyện xác định giảm 188,90 ha, còn 3.940,60 ha "
    "(bằng 3,57% đất nông nghiệp).",
    # another unit is founded between; its parts are no parts of the first
    "Thành lập xã Tân An trên cơ sở 6,2 km2 của xã A và 7,1 km2 của xã B. Thành lập xã Tân Phú "
    "trên cơ sở 4,4 km2 của xã C và 5,5 km2 của xã D. Xã Tân An có 13,3 km2, xã Tân Phú 9,9 km2.",
    # what is counted is told by its fall
    "Huyện có 24.160 hộ thuộc diện giảm 2,1% (366 hộ) thuế đất.",
    # the share moved, not the count
    "Có 540 hộ nghèo (4,2%), giảm 60 hộ (0,5%) so với năm 2030.",
    # spans of time, enterprises set up
    "Từ đầu năm đến ngày 20/9/2024, có 845 hộ kinh doanh thành lập mới (cùng kỳ 790 hộ kinh doanh, "
    "tăng 55 hộ kinh doanh).",
    "Từ ngày 15/12/2023 đến ngày 14/6/2024 cấp 845 giấy phép, cùng kỳ cấp 790 giấy phép, tăng 55 "
    "giấy phép.",
    "Xã nhận 120 đơn, từ tháng 3 đến nay đã giải quyết 96 đơn, còn 24 đơn, tăng 8 đơn.",
    # the rest is of other things
    "Kho nhập 960 tấn muối và xuất 410 tấn; ba kho còn lại giữ 2.150 tấn.",
    "Chi cục thu 48 tỷ đồng và chi 31 tỷ đồng; các quỹ còn lại dư 9 tỷ đồng.",
    # an average of some of them
    "Đã chi 54,2 tỷ đồng cho 3.187 người, mức bình quân của nhóm nghỉ sớm 21,3 triệu đồng/người.",
    "Đã chi 54,2 tỷ đồng cho 3.187 người, mức chi trả đối với diện hưu trí 21,3 triệu đồng/người.",
    # an index of a plan, right ones
    "Thụ lý 456 vụ, bằng 91,2% kế hoạch (tăng 44 vụ).",
    "Thụ lý 456 vụ, tăng 56 vụ, bằng 114% so với cùng kỳ.",
    "Có 540 hộ cận nghèo, giảm 60 hộ, tương ứng giảm 0,5%.",
    "Thu phí 560 tỷ đồng, trong đó thu xe tải tăng 60 tỷ đồng, tương đương 21%.",
    "Chỉ số của tỉnh tụt 5 bậc so với năm trước, từ hạng 12 xuống hạng 17.",
    # no whole of what follows
    "Trong 12 huyện có 45 xã đạt chuẩn.",
    "Trong 150 lượt tàu cập cảng có 4.500 lượt khách.",
    "Trong 320 hộ dân vùng dự án có 345 hộ khẩu thường trú.",
    "Trong 120 hộ tham gia, bình quân mỗi xã có 130 hộ.",
    "Trong 45 đơn vị được mời, năm trước có 50 đơn vị dự.",
    "Trong 184 cơ sở được kiểm tra có 98 cơ sở vi phạm.",
    # rests that are right, lists whose parts overlap or that are right
    "Thụ lý 640 đơn. Đã giải quyết 598 đơn, gồm 512 đơn khiếu nại và 86 đơn tố cáo; còn lại 42 đơn "
    "đang xem xét.",
    "Nhận 151 đơn (khiếu nại 98 đơn, đã giải quyết 21 đơn, tố cáo 53 đơn).",
    "Nhận 151 đơn (khiếu nại 98 đơn, khiếu nại lần hai 21 đơn, tố cáo 53 đơn).",
    "Nhận 172 đơn (khiếu nại 98 đơn, tố cáo 21 đơn, kiến nghị, phản ánh 53 đơn).",
    "Phát hiện 120 vụ, gồm 80 vụ hình sự, 40 vụ ma túy, khởi tố 60 vụ.",
    "Có 120 hộ, gồm 80 hộ nghèo, 40 hộ cận nghèo, 15 hộ có công.",
    "Có 61 trạm, gồm 24 trạm bơm, 19 trạm đo mưa và 18 trạm biến áp.",
    "Bốn quý lần lượt cấp 14.200, 15.900, 16.300 và 17.600 giấy phép, bình quân mỗi quý 16.000 "
    "giấy phép.",
    # other figures, not told again
    "Tỉnh có 3.184 cộng tác viên dân số. Sở đã tập huấn cho 2.960 cộng tác viên dân số này.",
    "Dự án được giao 42,6 tỷ đồng; chủ đầu tư đã phân khai 41,2 tỷ đồng được giao.",
    "Có 486 hộ nghèo. Số hộ cần sửa nhà là 468 hộ. Huyện đã hỗ trợ 468 hộ này.",
    "Năm 2021 là 48.215 tỷ đồng. Năm 2022, con số này tăng 3% so với năm 2021 (48.215 tỷ đồng).",
    "Năm 2021 là 48.215 tỷ đồng. Năm 2022, con số này tăng 3% so với năm 2021 (49.661 tỷ đồng).",
    "Năm 2021 là 48.215 tỷ đồng. Năm 2022, thu thuế tăng 3% so với năm 2021 (7.160 tỷ đồng).",
    "Còn 04 đơn vị chậm nộp, gồm Công an các huyện Hòa An, Phú Lộc, Tân Lập và Mỹ Đức.",
    # the order of two times
    "Năm 2024 đạt 61,2 điểm (năm 2023 đạt 63,7 điểm), giảm 2,5 điểm.",
    "Chỉ số đạt 63,7 điểm năm 2023 và 61,2 điểm năm 2024, giảm 2,5 điểm.",
    "Tháng 10/2024 thu 312 tỷ đồng, tháng 9/2024 thu 298 tỷ đồng, tăng 14 tỷ đồng.",
    "Năm 2024 có 312 chợ, năm 2023 có 298 chợ, số chợ hạng ba giảm 14 chợ.",
    # the year that the change before was compared with is not that of the level after it
    "Tháng 9 xảy ra 16 vụ cháy, tăng 6 vụ với cùng kỳ năm 2019, làm hỏng 96 ha rừng, tăng 72 ha, "
    "tương ứng với 300% so với cùng kỳ năm 2019.",
    # the rate of one of two changes told in a row
    "Tòa án thụ lý 84 vụ với 171 bị cáo, tăng 14 vụ, 9 bị cáo so với năm trước, tỷ lệ tăng 20%.",
    # what is sown and not harvested yet
    "Đến nay các xã đã gieo cấy được 2.140 ha; năng suất ước đạt 60,5 tạ/ha; sản lượng đạt 8.215 "
    "tấn.",
    # against what is not told
    "Giá trị tăng từ 4.120 tỷ đồng (năm 2019) lên 6.310 tỷ đồng (năm 2020), tăng thêm 190 tỷ đồng "
    "so với phương án cũ.",
    "Năm 2019 là 4.120 tỷ đồng, năm 2020 là 6.310 tỷ đồng, tăng 190 tỷ đồng so với kế hoạch.",
    # another level that is itself a share of the whole
    "Xuất khẩu kể cả than đạt 48,3 triệu USD, chiếm 41,2% kim ngạch xuất khẩu. Xuất khẩu không kể "
    "than đạt 47,1 triệu USD, chiếm 40,2% kim ngạch xuất khẩu.",
    # the sentence between tells what is divided
    "- Vụ hè thu: các huyện đã xuống giống 18,6 nghìn ha, tăng 9% so với cùng kỳ.\n\nCây ăn quả: "
    "diện tích trồng mới của các xã nhìn chung giảm. Cụ thể, trồng được 21,5 nghìn ha nhãn, giảm "
    "0,7%; 4,9 nghìn ha vải, giảm 3,1%.",
    # a change beside its rate, of another level
    "Thu nội địa là 1.400 tỷ đồng; thu thuế là 1.820 tỷ đồng, tăng 320 tỷ đồng (21,3%).",
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_a_contradiction_is_found(text: str, code: str) -> None:
    assert found(text) == [code]


@pytest.mark.parametrize("text", QUIET)
def test_a_like_text_is_quiet(text: str) -> None:
    assert found(text) == []


def test_a_list_of_one_unit_is_not_cut_where_it_reaches_its_whole() -> None:
    text = "Huyện có 61 trạm, gồm 24 trạm bơm, 19 trạm đo mưa, 18 trạm biến áp và 7 trạm thu phí."
    assert built(text) == {"24 + 19 + 18 + 7 = 61": "inconsistent"}


def test_the_rest_is_of_the_total_not_of_parts_of_what_is_done() -> None:
    text = (
        "Tiếp nhận 9.250 hồ sơ. Đã giải quyết 8.912 hồ sơ, gồm 8.870 hồ sơ đúng hạn và 42 hồ sơ "
        "quá hạn; số còn lại 338 hồ sơ đang trong hạn."
    )
    assert built(text)["9.250 - 8.912 = 338"] == "consistent"
    assert "8.870 - 42 = 338" not in built(text)


def test_an_index_is_the_level_in_percent_of_what_it_was() -> None:
    text = "Trạm y tế khám 2.760 lượt người, bằng 120% so với cùng kỳ (tăng 460 lượt người)."
    assert built(text) == {"2.760 / (2.760 - 460) = 120%": "consistent"}
