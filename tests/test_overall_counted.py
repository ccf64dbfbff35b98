"""Totals that name how many groups they add up, whatever else divides them."""

from __future__ import annotations

import pytest

from marks import built, found

NEEDS = (
    "- Mầm non: nhu cầu 5.212 người, thiếu 713 người.\n"
    "- Tiểu học: nhu cầu 6.104 người, thiếu 486 người.\n"
    "- THCS: nhu cầu 4.018 người, thiếu {} người.\n"
    "Tổng cộng 03 cấp học thiếu {} người. Đã hợp đồng 900 người, còn thiếu 573 người."
)


def test_the_groups_are_added_up() -> None:
    text = NEEDS.format(274, "1.473")
    assert "713 + 486 + 274 = 1.473" in built(text)
    assert found(text) == []


@pytest.mark.parametrize("figures", [(247, "1.473"), (274, "1.437")])
def test_a_slip_is_told(figures: tuple[int, str]) -> None:
    assert "A104" in found(NEEDS.format(*figures))


QUIET = [
    "Cấp tỉnh giải quyết 145 hồ sơ; cấp huyện 1.208 hồ sơ; cấp xã 3.412 hồ sơ. Tổng cộng 3 cấp "
    "tiếp nhận 4.901 hồ sơ.",
    "- Mầm non: thiếu 914 người.\n- Tiểu học: thừa 368 người.\n- THCS: thiếu 132 người.\nTổng cộng "
    "03 cấp học thiếu 678 người.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []
