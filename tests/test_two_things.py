"""Levels of two things are no two states of one, and a rate behind a change tells its base."""

from __future__ import annotations

import pytest

from extract import analyse, read_text
from marks import found

OF_TWO = [
    "Năm 2022, toàn tỉnh có 386 doanh nghiệp thành lập mới; năm 2023 có 463 doanh nghiệp giải thể, "
    "tăng 85 doanh nghiệp so với năm 2022.",
    "Năm 2027, toàn tỉnh phát hiện 324 vụ buôn lậu; năm 2028, phát hiện 411 vụ gian lận thương "
    "mại, "
    "tăng 61 vụ so với năm 2027.",
    "Năm 2027 có 152 ca sốt xuất huyết; năm 2028 có 213 ca tay chân miệng, tăng 36 ca so với năm "
    "2027.",
    "Năm 2027, toàn ngành có 45 trường mầm non; năm 2028 có 61 trường tiểu học, tăng 2 trường so "
    "với năm 2027.",
    "Năm 2027, trồng 352 ha rừng tập trung. Năm 2028, trồng 427 ha cây ăn quả, tăng 91 ha so với "
    "năm 2027.",
    "Kế hoạch năm 2027 là 408 ha; năm 2028 trồng được 453 ha, tăng 31 ha so với năm 2027.",
    "Quý I, cấp 127 giấy phép xây dựng; quý II, cấp 143 giấy phép kinh doanh, tăng 25 giấy phép.",
    "Năm 2027 kết nạp 304 đoàn viên; năm 2028 kết nạp 283 hội viên, tăng 31 hội viên so với năm "
    "2027.",
    # what came in, and results that leave some undone
    "Số cũ năm 2027 chuyển sang là 312 vụ; năm 2028 thụ lý mới 508 vụ, tăng 52 vụ (11,4%) so với "
    "năm "
    "2027. Như vậy, tổng thụ lý là 820 vụ, tăng 71 vụ (9,5%) so với năm 2027.",
    "Tổng số thụ lý 1.040 việc. Kết quả phân loại: có 710 việc có điều kiện và 290 việc chưa có "
    "điều kiện.",
    "Tổng số đơn tiếp nhận là 121 đơn. Qua xác minh, 80 đơn đủ điều kiện và 25 đơn không đủ điều "
    "kiện.",
    "Tiếp nhận 2.300 hồ sơ. Kết quả: 2.000 hồ sơ giải quyết đúng hạn, 100 hồ sơ chưa đúng hạn.",
    "Tiếp nhận 2.318 đơn; đã xử lý 2.012 đơn, trả lại 106 đơn.",
    # several amounts, each for people of its own
    "Hỗ trợ mức 3,5 triệu đồng cho 512 người, hỗ trợ mức 2,5 triệu đồng cho 36.140 người.",
    "Cho vay mức 50 triệu đồng cho 31 hộ, mức 100 triệu đồng cho 12 hộ, mức 20 triệu đồng cho 6 "
    "hộ.",
    "Hỗ trợ 3 triệu đồng cho 500 người, mức 2 triệu đồng cho 1.200 người.",
    "Toàn huyện có 27 xã, mỗi xã bố trí 02 cán bộ, tổng số có mặt 51 người (còn thiếu 03 người).",
    # some of those told before, of whatever state
    "Huyện có 19 xã, còn 03 xã đặc biệt khó khăn, giảm 02 xã so với năm 2026.",
    "Trong năm xảy ra 31 vụ, còn 05 vụ đang điều tra, giảm 06 vụ so với cùng kỳ.",
    "Toàn tỉnh có 17 sở, giảm 03 sở; còn 04 sở chưa kiện toàn xong cấp phó.",
    "Hiện thực hiện 82 biên chế, còn 05 chưa tuyển; so với năm 2021 cắt giảm 13 (13%).",
    "Trường có 32 lớp, giảm 02 lớp; còn 04 lớp học nhờ.",
    "Các tổ chức hội có 23 hội, nay còn 09 hội hoạt động kém hiệu quả, giảm 04 hội so với năm "
    "2026.",
    # a note of what stands before a bracket
    "Đã giảm 61 người (24 cấp trưởng, 37 cấp phó)<sup>1</sup>.\n\n---\n<sup>1</sup> Sở Nội vụ 08 "
    "người; "
    "Sở Tài chính 06 người; Sở Nông nghiệp 19 người; các sở khác 28 người.",
    # the most of what they were punished for
    "Thi hành kỷ luật 31 đảng viên, bằng các hình thức: khiển trách 17 (54,8%), cảnh cáo 11 "
    "(35,5%), "
    "khai trừ 3 (9,7%). So với năm 2026 giảm 06 đảng viên. Nội dung vi phạm chủ yếu: chính sách "
    "dân "
    "số 12, đất đai 07, những điều đảng viên không được làm 08.",
    # an item of a list is divided, and the list goes on
    "Ngân sách huyện chi 612,4 tỷ đồng: chi đầu tư 148,2 tỷ (24,2%); chi thường xuyên 431,0 tỷ "
    "(70,4%) - "
    "trong đó giáo dục 258,1 tỷ; chi khác 33,2 tỷ (5,4%).",
    # a total of more than is told
    "Cụm A giảm 248 hộ; cụm B giảm 197 hộ; cụm C giảm 182 hộ. Tổng cộng 05 cụm giảm 672 hộ.",
    # counts that may overlap
    "Tổng số 68 người, trong đó:\n+ Có 12 người đạt chiến sĩ thi đua.\n+ Có 61 người đạt lao động "
    "tiên tiến.",
    "Toàn huyện có 214 thôn:\n- 171 thôn văn hóa;\n- 44 thôn khó khăn.",
    "Sản lượng điện đạt 30,2 tỷ kWh (trong đó điện mặt trời 20,1, điện gió 9,4).",
]


@pytest.mark.parametrize("text", OF_TWO)
def test_figures_of_two_things_are_quiet(text: str) -> None:
    assert found(text) == []


OF_ONE = [
    (
        "Năm 2022, toàn tỉnh có 386 doanh nghiệp thành lập mới; năm 2023 có 463 doanh nghiệp, tăng "
        "87 doanh nghiệp so với năm 2022.",
        "A101",
    ),
    (
        "Cụm A giảm 248 hộ; cụm B giảm 197 hộ; cụm C giảm 182 hộ. Tổng cộng 03 cụm giảm 672 hộ.",
        "A104",
    ),
    (
        "Năm 2027, toàn tỉnh phát hiện 324 vụ buôn lậu; năm 2028, phát hiện 411 vụ buôn lậu, tăng "
        "61 "
        "vụ so với năm 2027.",
        "A101",
    ),
    ("Năm 2027 có 152 ca sốt xuất huyết; năm 2028 có 213 ca, tăng 36 ca so với năm 2027.", "A101"),
    ("Kế hoạch 408 ha; trồng được 453 ha, vượt 55 ha.", "A101"),
    ("Tổng số đơn là 121 đơn, gồm 80 đơn đủ điều kiện và 25 đơn không đủ điều kiện.", "A104"),
    ("Được giao 2.318 việc, đã hoàn thành 2.012 việc, đang thực hiện 206 việc.", "A104"),
    ("Có 18 chi cục, nay còn 14 chi cục, giảm 05 chi cục.", "A101"),
    ("Trước khi sắp xếp có 45 phòng, sau sắp xếp còn 38 phòng thuộc sở, giảm 06 phòng.", "A101"),
    ("Trường có 32 lớp, giảm 02 lớp; còn 29 lớp.", "A101"),
    ("Toàn huyện có 214 thôn, gồm:\n- 171 thôn văn hóa;\n- 44 thôn khác.", "A104"),
    ("Hỗ trợ 936 triệu đồng cho 512 hộ, mức 3 triệu đồng/hộ.", "A109"),
]


@pytest.mark.parametrize(("text", "code"), OF_ONE)
def test_figures_of_one_thing_are_held_against_each_other(text: str, code: str) -> None:
    assert found(text) == [code]


PROVED = [
    (
        "Năm 2027 phát hiện 324 vụ buôn lậu; năm 2028 phát hiện 411 vụ gian lận thương mại, tăng "
        "61 "
        "vụ (17,4%) so với năm 2027.",
        "61 / (411 - 61) = 17,4%",
    ),
    (
        "Đến 31/12/2027, số việc chuyển sang là 1.312 việc; từ ngày 01/01/2028 đến 30/6/2028 thụ "
        "lý "
        "mới 907 việc, giảm 81 việc (8,2%) so với cùng kỳ năm 2027.",
        "81 / (907 + 81) = 8,2%",
    ),
]


@pytest.mark.parametrize(("text", "equation"), PROVED)
def test_a_rate_behind_a_change_tells_its_base(text: str, equation: str) -> None:
    report = analyse(read_text(text, "t"))
    assert [r.expression for r in report.relations] == [equation]
    assert not report.findings
