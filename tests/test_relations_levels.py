"""Relations of levels, changes and rates of which the text tells all but the level before."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from marks import found, judged, told

AGREE = [
    (
        "Toàn tỉnh hiện có 540 hộ nghèo, giảm 60 hộ (giảm 10%) so với năm 2022.",
        "60 / (540 + 60) = 10%",
    ),
    (
        "Thu ngân sách đạt 12.500 tỷ đồng, tăng 1.500 tỷ đồng, tương ứng tăng 13,6% so với cùng "
        "kỳ.",
        "1.500 / (12.500 - 1.500) = 13,6%",
    ),
    (  # the rate first
        "Phạm tội về trật tự xã hội xảy ra 7.055 vụ, tăng 20,5% (tương đương 1.200 vụ) so với "
        "cùng kỳ năm trước.",
        "1.200 / (7.055 - 1.200) = 20,5%",
    ),
    (
        "Có 312 vụ phạm tội, giảm 11,4% (-40 vụ) so với cùng kỳ.",
        "40 / (312 + 40) = 11,4%",
    ),
    (  # the time between the change and its rate
        "Số đơn vị chậm đóng là 1.245 đơn vị, giảm 155 đơn vị so với tháng trước, tương ứng giảm "
        "11,07%.",
        "155 / (1.245 + 155) = 11,07%",
    ),
    (  # after a rate of the plan
        "Xuất khẩu đạt 1.245 triệu USD, bằng 52,3% kế hoạch, tăng 145 triệu USD (13,18%) so với "
        "cùng kỳ năm trước.",
        "145 / (1.245 - 145) = 13,18%",
    ),
    (  # each of a row of levels
        "Tai nạn giao thông: xảy ra 115 vụ, làm chết 64 người, bị thương 80 người. So với cùng kỳ "
        "năm 2023, giảm 23 vụ (-16,67%), giảm 16 người chết (-20%), tăng 5 người bị thương "
        "(+6,67%).",
        "5 / (80 - 5) = 6,67%",
    ),
    (
        "Tiếp 1.245 lượt công dân với 1.530 người (so với năm 2022, giảm 155 lượt, tương đương "
        "11,07%).",
        "155 / (1.245 + 155) = 11,07%",
    ),
    (  # an amount in three scales
        "Đã thi hành xong 1.208 tỷ 045 triệu 310 nghìn đồng, tăng 208 tỷ 045 triệu 310 nghìn đồng "
        "(tăng 20,8% so với cùng kỳ năm 2016).",
        "208.045.310 / (1.208.045.310 - 208.045.310) = 20,8%",
    ),
    (  # with no comma before the change
        "Như vậy tổng số việc phải thi hành là 8.240 việc giảm 760 việc (8,44%) so với năm 2019.",
        "760 / (8.240 + 760) = 8,44%",
    ),
    (  # changes that name their subjects, and no unit
        "Xảy ra 9.140 vụ, làm chết 4.213 người, bị thương 6.058 người. So với 10 tháng năm 2020, "
        "số vụ giảm 2.860 (23,83%), số người chết giảm 787 (15,74%), số người bị thương giảm 1.942 "
        "(24,28%).",
        "2.860 / (9.140 + 2.860) = 23,83%",
    ),
    (  # both levels in the bracket behind the rate
        "Số vụ tăng 8% so với cùng kỳ (540 vụ so với 500 vụ).",
        "(540 - 500) / 500 = 8%",
    ),
    (
        "Số vụ giảm 8% (460 vụ/500 vụ).",
        "(500 - 460) / 500 = 8%",
    ),
    (  # fewer than were to be elected
        "Có 28 người trúng cử trong tổng số 47 người ứng cử, khuyết 2 đại biểu so với tổng số đại "
        "biểu cần bầu (30 đại biểu).",
        "30 - 28 = 2",
    ),
    (  # after the number of measures that fell
        "Xảy ra 115 vụ, làm chết 64 người, bị thương 80 người. So với cùng kỳ năm 2023, tai nạn "
        "giảm cả 3 tiêu chí, cụ thể: giảm 23 vụ (-16,67%), giảm 16 người chết (-20%), giảm 5 "
        "người bị thương (-5,88%).",
        "23 / (115 + 23) = 16,67%",
    ),
]

WRONG = [
    "Toàn tỉnh hiện có 540 hộ nghèo, giảm 60 hộ (giảm 12%) so với năm 2022.",
    # measured on the level that the change led to
    "Thu ngân sách đạt 12.500 tỷ đồng, tăng 1.500 tỷ đồng, tương ứng tăng 12% so với cùng kỳ.",
    "Phạm tội về trật tự xã hội xảy ra 7.055 vụ, tăng 25,0% (tương đương 1.200 vụ) so với cùng kỳ "
    "năm trước.",
    "Có 312 vụ phạm tội, giảm 14,1% (-40 vụ) so với cùng kỳ.",
    "Số đơn vị chậm đóng là 1.245 đơn vị, giảm 155 đơn vị so với tháng trước, tương ứng giảm "
    "10,17%.",
    "Xuất khẩu đạt 1.245 triệu USD, bằng 52,3% kế hoạch, tăng 145 triệu USD (11,38%) so với cùng "
    "kỳ năm trước.",
    "Tai nạn giao thông: xảy ra 115 vụ, làm chết 64 người, bị thương 80 người. So với cùng kỳ năm "
    "2023, giảm 23 vụ (-16,67%), giảm 16 người chết (-25%), tăng 5 người bị thương (+6,67%).",
    "Như vậy tổng số việc phải thi hành là 8.240 việc giảm 670 việc (8,44%) so với năm 2019.",
    "Số vụ tăng 18% so với cùng kỳ (540 vụ so với 500 vụ).",
    "Xảy ra 9.140 vụ, làm chết 4.213 người, bị thương 6.058 người. So với 10 tháng năm 2020, số vụ "
    "giảm 2.860 (28,33%), số người chết giảm 787 (15,74%), số người bị thương giảm 1.942 (24,28%).",
    "Xảy ra 115 vụ, làm chết 64 người, bị thương 80 người. So với cùng kỳ năm 2023, tai nạn giảm "
    "cả 3 tiêu chí, cụ thể: giảm 32 vụ (-16,67%), giảm 16 người chết (-20%), giảm 5 người bị "
    "thương (-5,88%).",
]

QUIET = [
    # the rate is another figure's
    "Có 540 hộ nghèo, trong đó có 60 hộ dân tộc thiểu số; giảm 12% so với năm 2022.",
    "Thu nội địa 12.500 tỷ đồng, tăng 1.500 tỷ đồng so với tháng trước và tăng 5% so với cùng kỳ "
    "năm trước.",
    "Số hộ nghèo 540 hộ (4,2%), giảm 60 hộ (0,5%) so với năm 2022.",
    "Tổng số lao động 12.500 người, tăng 1.500 người; năng suất lao động tăng 13,1%.",
    # the level is that before the change
    "Biên chế được giao năm 2015 là 1.813 biên chế, đến năm 2021 giảm 181 biên chế (9,98%) so với "
    "năm 2015.",
    # a part's change after the level of the whole
    "Tổng thu 12.500 tỷ đồng, trong đó thu nội địa tăng 1.500 tỷ đồng (tăng 25%) so với cùng kỳ.",
    # two levels that happen to be as far apart
    "Xảy ra 115 vụ, làm chết 64 người, bị thương 80 người; so với cùng kỳ giảm 23 vụ (16,7%), số "
    "người chết và bị thương giảm 11 người (7,1%).",
    # the amount of the fall, in a bracket
    "Đã giảm 28% (576 thôn so với năm 2020).",
    # the level is of those that the change is no change of
    "Có 8.240 việc thuộc diện giảm 670 việc (8,44%) so với năm 2019.",
    # how far a share moved, and a share of another group
    "Toàn tỉnh có 5.400 hộ nghèo, giảm 600 hộ, tỷ lệ giảm 0,45% so với năm 2022.",
    "Kết nạp 1.245 đảng viên, tăng 45 đảng viên so với năm 2022, nữ chiếm 48,5%.",
    # nearly every percentage has a whole base
    "Giảm 03 phòng (tỷ lệ 17%).",
    "Giảm 1.204 hộ (tỷ lệ 17,6%).",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_right_ones_agree(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize("text", WRONG)
def test_wrong_ones_are_found(text: str) -> None:
    assert found(text) == [ANY]


@pytest.mark.parametrize("text", QUIET)
def test_others_are_quiet(text: str) -> None:
    assert found(text) == []


def test_a_rate_that_every_count_has_a_base_for_is_no_check() -> None:
    relations, _ = judged("Giảm 03 phòng (tỷ lệ 17%). Giảm 1.204 hộ (tỷ lệ 17,6%).")
    assert relations == {}
