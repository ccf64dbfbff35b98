"""Parts and shares of the y of an x/y told before them."""

from __future__ import annotations

import pytest

from marks import built, found

COMMUNES = (
    "Toàn tỉnh có 38/97 xã đạt chuẩn nông thôn mới; 27 xã đạt từ 15 đến 18 tiêu chí; 25 xã đạt từ "
    "10 đến 14 tiêu chí; còn 7 xã dưới 10 tiêu chí."
)
LIST = (
    "Kết quả xây dựng nông thôn mới trên địa bàn tỉnh:\n"
    "- Số xã đạt 19 tiêu chí: 38/97 xã, chiếm 39,2%;\n"
    "- Số xã đạt từ 15 đến 18 tiêu chí: 27 xã, chiếm 27,8%;\n"
    "- Số xã đạt từ 10 đến 14 tiêu chí: 25 xã, chiếm 25,8%;\n"
    "- Số xã dưới 10 tiêu chí: 7 xã, chiếm 7,2%.\n"
)


def test_the_last_of_several_parts_is_what_they_leave() -> None:
    assert built(COMMUNES) == {"97 - 38 - 27 - 25 = 7": "consistent"}
    assert found(COMMUNES.replace("còn 7 xã", "còn 8 xã")) == ["A101"]


def test_items_behind_an_item_with_the_whole() -> None:
    relations = built(LIST)
    for expression in ("27 / 97 = 27,8%", "25 / 97 = 25,8%", "97 - 38 - 27 - 25 = 7"):
        assert relations[expression] == "consistent"
    assert found(LIST) == []


@pytest.mark.parametrize(
    "text",
    [
        # parts of x, not of y
        "Có 38/97 xã đạt chuẩn, trong đó 12 xã nâng cao, 3 xã kiểu mẫu; còn 59 xã chưa đạt.",
        "Có 38/97 xã đạt chuẩn, 12 xã nâng cao, 3 xã kiểu mẫu; còn 59 xã chưa đạt.",
        # what else is told of the same things
        "Có 14/38 trường đạt chuẩn; 04 trường đang sửa, 02 trường xuống cấp; còn 24 trường.",
        # not told as the rest
        "Có 38/97 xã đạt chuẩn; 27 xã có chợ; 25 xã có bến xe.",
    ],
)
def test_other_figures_behind_a_fraction_are_no_parts(text: str) -> None:
    assert found(text) == []
