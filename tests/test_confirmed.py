"""Figures that a rate and two others leave no room for."""

from __future__ import annotations

import pytest

from marks import contradicted, found

WRONG = [
    (  # the whole; 4.218 was meant
        "Kiến nghị thu hồi 428 triệu đồng, đã nộp 1.316 triệu đồng (31,2%), còn 2.902 triệu đồng.",
        "1.316 + 2.902 = 428 triệu",
    ),
    (
        "Khám tuyển cho 612 thanh niên, đủ điều kiện 2.704, đạt 43,5%; không đủ điều kiện 3.508.",
        "2.704 + 3.508 = 612",
    ),
    (  # what is done; 71 was meant
        "Toàn huyện có 74 ổ dịch, đã xử lý 7 ổ (95,9%), còn 03 ổ.",
        "74 - 3 = 7",
    ),
    (  # what is left; 48 was meant
        "Thụ lý 392 vụ, đã xét xử 344 vụ (87,8%), còn 8 vụ.",
        "392 - 344 = 8",
    ),
    (
        "Kế hoạch thu hồi 418,0 ha, đã thu hồi 142,9 ha, đạt 29,9%; 293,1 ha còn lại chuyển tiếp.",
        "418 - 293,1 = 142,9",
    ),
    (  # the level before; 83 was meant
        "Kỳ này thẩm định 97 văn bản, kỳ trước 82 văn bản, tăng 14 văn bản (16,9%).",
        "97 - 14 = 82",
    ),
    (  # the level now; 1.728 was meant
        "Chỉ tiêu giao 1.400 ha; thực hiện 17.728 ha; vượt 328 ha (23,4%).",
        "1.400 + 328 = 17.728",
    ),
]

TRUE = [
    "Kiến nghị thu hồi 4.218 triệu đồng, đã nộp 1.316 triệu đồng (31,2%), còn 2.902 triệu đồng.",
    "Kỳ này thẩm định 97 văn bản, kỳ trước 83 văn bản, tăng 14 văn bản (16,9%).",
    # the rate is that of all, of which the part beside it is one
    "Tổng số 140 đơn, giải quyết 51 đơn khiếu nại (75,0%), còn 35 đơn.",
    # what is left is of another whole, or some of it
    "Toàn tỉnh có 9.640 thanh niên; đủ điều kiện 2.704, đạt 43,5%; không đủ điều kiện 3.508.",
    "Thụ lý 392 vụ, đã xét xử 344 vụ (87,8%), còn 06 vụ quá hạn luật định.",
    "Tiếp nhận 3.920 hồ sơ, đã giải quyết 3.441 hồ sơ (87,8%), quá hạn 47 hồ sơ.",
    "Thụ lý 392 vụ, đã xét xử 344 vụ (87,8%), quá hạn 8 vụ.",
    # of a plan
    "Có 74 ổ dịch, đã xử lý 51 ổ (104,1% kế hoạch), còn 23 ổ.",
    "Năm 2022 có 82 văn bản, năm 2024 có 97 văn bản, tăng 14 văn bản (16,9%) so với năm 2023.",
    # the level before is not told
    "Thu nội địa là 1.300 tỷ đồng; thu phí là 1.720 tỷ đồng, tăng 320 tỷ đồng (22,9%).",
    # the change is of another time
    "Quý I thẩm định 97 văn bản, quý II 82 văn bản; cả hai quý tăng 21 văn bản (13,3%).",
]


@pytest.mark.parametrize(("text", "wrong"), WRONG)
def test_what_a_rate_and_two_figures_contradict_is_told(text: str, wrong: str) -> None:
    assert wrong in contradicted(text)


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_beside_them_is_quiet(text: str) -> None:
    assert found(text) == []


def test_a_part_larger_than_its_whole_is_held_against_its_rate_and_what_is_left() -> None:
    text = "Kiểm sát việc tạm giữ 381 người; đã giải quyết 2.293 người, đạt 76,9%, còn 88 người."
    assert set(contradicted(text)) == {"2.293 / 381 = 76,9%", "381 - 88 = 2.293"}
