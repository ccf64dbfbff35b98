"""An x/y that a rise or fall tells ("giảm 226/2.148 biên chế"), and the rate behind it."""

from __future__ import annotations

import pytest

from marks import found

RIGHT = [
    "Toàn tỉnh giảm 2.272/22.738 biên chế, đạt 9,99%.",
    "Đã tinh giản 312/2.846 biên chế, đạt tỷ lệ 10,96%.",
    "Giảm 12/54 đầu mối (22,2%), giảm 31/214 lãnh đạo (14,49%).",
    # rates of a plan, of another time or of another change
    "Giảm 12/54 đầu mối, đạt 80% kế hoạch.",
    "Giảm 12/54 đầu mối, tương ứng giảm 18,5% so với năm 2025.",
    "Giảm 02/15 phòng, tỷ lệ 10% theo yêu cầu của Nghị quyết.",
    "Giảm 12/54 đầu mối, tăng 4% so với mục tiêu.",
    "Tinh giản 45/412 biên chế, đạt 110% lộ trình.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_rates_that_are_right_or_of_something_else_are_quiet(text: str) -> None:
    assert found(text) == []


WRONG = [
    "Toàn tỉnh giảm 2.272/22.738 biên chế, đạt 9,79%.",
    "Đã tinh giản 312/2.846 biên chế, đạt tỷ lệ 10,69%.",
    "Giảm 14/96 đơn vị (14,85%).",
    "Khối Đảng giảm 45/412 biên chế, tương ứng 10,29%.",
    "Cắt giảm 09/34 phòng, tỷ lệ 26,74%.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_rate_is_found(text: str) -> None:
    assert found(text) == ["A103"]
