"""Changes told around their levels: of stocks with shares, by a plan, beside their flows."""

from __future__ import annotations

import pytest

from marks import built, found

POOR = (
    "Đầu năm có 2.841 hộ nghèo, chiếm 11,62% trên tổng số 24.440 hộ; cuối năm còn 2.305 hộ nghèo, "
    "chiếm 9,41% trên tổng số 24.498 hộ. Như vậy, trong năm giảm được {} hộ nghèo."
)
FLOWS = (
    "Đầu năm có 2.841 hộ nghèo; cuối năm còn 2.305 hộ nghèo. Như vậy giảm được {} hộ. Trong đó "
    "thoát nghèo 714 hộ, phát sinh 141 hộ, tái nghèo 37 hộ."
)
PLANNED = "Sở hiện có 31 đơn vị; theo phương án sẽ còn 24 đơn vị (giảm {} đơn vị)."
TWO_LEVELS = (
    "Năm 2021, toàn tỉnh có 512 đơn vị: 84 đơn vị cấp tỉnh, 428 đơn vị cấp huyện. Hiện nay còn 447 "
    "đơn vị: 71 đơn vị cấp tỉnh, 376 đơn vị cấp huyện. {} là {} đơn vị."
)
ALL, SOME = "Số đơn vị giảm", "Số đơn vị ngành giáo dục giảm"
LEFT = "Đã bàn giao 312/345 hộ, đạt 90,4%, còn {} hộ."

RIGHT = [
    (POOR.format(536), "2.841 - 2.305 = 536"),
    (FLOWS.format(536), "2.841 - 714 + 141 + 37 = 2.305"),
    (PLANNED.format("07"), "31 - 24 = 7"),
    (TWO_LEVELS.format(ALL, 65), "512 - 447 = 65"),
    (LEFT.format(33), "345 - 312 = 33"),
]


@pytest.mark.parametrize(("text", "equation"), RIGHT)
def test_it_is_built(text: str, equation: str) -> None:
    assert equation in built(text)
    assert found(text) == []


WRONG = [
    POOR.format(563),
    FLOWS.format(563),
    PLANNED.format("08"),
    LEFT.format(35),
    TWO_LEVELS.format(ALL, 56),
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_told_once(text: str) -> None:
    assert found(text) == ["A101"]


QUIET = [
    TWO_LEVELS.format(SOME, 56),
    "Huyện hiện có 19 xã, theo kế hoạch còn 03 xã đặc biệt khó khăn (giảm 02 xã).",
    "Trường hiện có 32 lớp, theo kế hoạch còn 04 lớp học nhờ, giảm 02 lớp.",
    "Sở hiện có 31 đơn vị; theo phương án sẽ còn 24 đơn vị (giảm 10 đơn vị so với năm 2015).",
    "Đã tiêm 1.240/1.310 con, đạt 94,7%; còn 96 con bò.",
    "Đã bàn giao 312/345 hộ, đạt 90,4%, còn 41 hộ nghèo đa chiều.",
    "Đầu kỳ có 412 hộ; trong kỳ tăng 36 hộ, giảm 21 hộ; cuối kỳ có 427 hộ.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []
