"""Wholes that a slip changed, which their own shares show; wholes that are meant as they stand."""

from __future__ import annotations

import pytest

from marks import judged

SLIPPED = [
    (  # 150 was meant; a figure of age between part and share
        "Thành phố bầu 105 đại biểu, trong đó 46 nữ (30,67%); 15 người dưới 35 tuổi (10%); 33 "
        "người tái cử (22%).",
        ["46 / 105 = 30,67%", "15 / 105 = 10%", "33 / 105 = 22%"],
    ),
    (  # 4.812 was meant; the rate of another whole stands before
        "Cả huyện có 4.182 hộ, chiếm 6,4% của tỉnh. Trong đó 1.203 hộ trồng chè, chiếm 25%; 871 hộ "
        "trồng cam, chiếm 18,1%; 2.310 hộ trồng lúa, chiếm 48%.",
        ["871 / 4.182 = 18,1%", "2.310 / 4.182 = 48%"],
    ),
]

MEANT = [
    # all shares are those of the 94 delegates, who are not told
    "Với 90 đại biểu bỏ phiếu: tín nhiệm cao 73, chiếm 77,66%; tín nhiệm 11, chiếm 11,7%.",
    # the same with a whole of three digits, that differs in its last one
    "Có 478 đại biểu dự: 450 đại biểu tán thành (93,75%), 21 đại biểu không tán thành (4,38%).",
    # shares of wholes of their own
    "Huyện có 4.182 hộ. Xã A có 310 hộ nghèo, chiếm 24,6%; xã B có 127 hộ nghèo, chiếm 11,3%.",
]


@pytest.mark.parametrize(("text", "expressions"), SLIPPED)
def test_shares_that_agree_contradict_a_whole_that_a_slip_changed(
    text: str, expressions: list[str]
) -> None:
    relations, _ = judged(text)
    assert [relations.get(x) for x in expressions] == ["inconsistent"] * len(expressions)


@pytest.mark.parametrize("text", MEANT)
def test_wholes_that_are_meant_are_left_alone(text: str) -> None:
    assert judged(text)[1] == []
