"""Contradictions that a slip may explain, and figures too far apart to belong together."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from marks import found, told

UNLIKELY = [
    # the rates of taxes beside how many of them there are
    "Có 3/8 khoản thu đạt dự toán là thuế đất (112,4%), phí (103,1%) và thu khác (105%).",
    # what is not done yet, told as if it were part of what is
    "Bộ phận một cửa đã giải quyết 24.518 hồ sơ (trong đó có 412 hồ sơ đang giải quyết trong hạn "
    "và 7 hồ sơ đang giải quyết quá hạn).",
    # the level that is left is no level before
    "Đất trồng cây có 2.716,4 ha, giảm 28,3 ha so với năm 2012 do chuyển sang đất ở 9,8 ha và đất "
    "giao thông 18,5 ha.",
]

MEANT = [
    # a digit left out, put in, changed or swapped; a comma elsewhere; a sum far off but for a digit
    ("Có 36/60 xã đạt chuẩn, đạt 06%.", "36 / 60 = 6%"),
    (
        "Tiếp nhận 186 đơn, gồm 11 đơn khiếu nại, 67 đơn tố cáo, 8 đơn kiến nghị, phản ánh.",
        "11 + 67 + 8 = 186",
    ),
    ("Có 39/60 xã đạt chuẩn, đạt 35%.", "39 / 60 = 35%"),
    (  # a share far off among several of one whole
        "Danh sách có 88 người. Cơ cấu: nữ 37 người, chiếm 42,05%; dưới 35 tuổi 33 người, chiếm "
        "37,5%; dân tộc thiểu số 19 người, chiếm 21,59%; tôn giáo 11 người, chiếm 4,2%.",
        "11 / 88 = 4,2%",
    ),
    # a change whose two levels are told may be wrong by more
    ("Biên chế giảm từ 1.140 xuống 1.052 người, giảm 171 người.", "1.140 - 1.052 = 171"),
]


@pytest.mark.parametrize("text", UNLIKELY)
def test_figures_too_far_apart_are_no_contradiction(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expression"), MEANT)
def test_what_a_slip_explains_contradicts(text: str, expression: str) -> None:
    assert told(text, expression) == ("inconsistent", [ANY])
