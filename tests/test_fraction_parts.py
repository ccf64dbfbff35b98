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


SUMS = [
    (
        "Trường có thư viện: mầm non 14/22, tiểu học 18/27, THCS 13/16; tổng cộng 45/65 trường.",
        "14 + 18 + 13 = 45",
        ("45/65", "54/65"),
    ),
    (
        "Khu vực đồng bằng có 78/96 trạm đạt chuẩn (81,3%), khu vực miền núi 41/82 trạm (50%), "
        "tính chung toàn tỉnh 119/178 trạm.",
        "78 + 41 = 119",
        ("119/178", "109/178"),
    ),
    (
        "Toàn huyện có 45/65 trường có thư viện, trong đó mầm non 14/22 trường, tiểu học 18/27 "
        "trường, THCS 13/16 trường.",
        "14 + 18 + 13 = 45",
        ("18/27", "19/27"),
    ),
    (
        "Đã giải quyết 47/61 vụ khiếu nại, 13/22 vụ tố cáo; tính chung 60/83 vụ.",
        "47 + 13 = 60",
        ("47/61", "45/61"),
    ),
    (
        "Giải ngân đến nay: giao thông 72,4/165,2 tỷ đồng; thủy lợi 41,3/80,5 tỷ đồng; cộng "
        "113,7/245,7 tỷ đồng.",
        "72.400 + 41.300 = 113.700 triệu",
        ("113,7/", "131,7/"),
    ),
]


@pytest.mark.parametrize(("text", "expression", "slip"), SUMS)
def test_fractions_add_up_above_where_they_do_below(
    text: str, expression: str, slip: tuple[str, str]
) -> None:
    assert built(text)[expression] == "consistent"
    assert found(text) == []
    assert "A104" in found(text.replace(*slip))


@pytest.mark.parametrize(
    "text",
    [
        # something else of the same schools
        "Mầm non đạt chuẩn 12/20 trường, tiểu học 19/25 trường; có thư viện 30/45 trường.",
        "Có 131/190 xã đạt chuẩn. Khu vực đồng bằng có chợ ở 85/103 xã; miền núi ở 45/87 xã.",
        "Có 12/20 xã đạt tiêu chí giao thông, 15/20 xã đạt tiêu chí điện, 38/40 thôn có điện.",
        # not all of the parts
        "Toàn huyện có 43/60 trường đạt chuẩn, trong đó mầm non 12/20 trường, tiểu học 19/25 "
        "trường, còn lại là các cấp khác.",
        # too small to be more than chance
        "Tổ 1 đạt 5/8 điểm, tổ 2 đạt 6/9 điểm, cả hai đợt đạt 12/17 điểm.",
    ],
)
def test_fractions_of_other_things_add_up_to_nothing(text: str) -> None:
    assert found(text) == []


def test_fractions_of_one_whole_that_are_all_of_it() -> None:
    text = "Có 21/94 đề xuất đã làm; 35/94 đề xuất được giải trình; {}/94 đề xuất đang xem xét."
    assert built(text.format(38)) == {"94 - 21 - 35 = 38": "consistent"}
    assert built(text.format(30)) == {}


ROW = (
    "Đã họp xong: Sông Mây {} cơ sở mở đại hội (đạt {}%); Hòa Thịnh 12/14 cơ sở mở đại hội (đạt "
    "{}%); Hàm Sơn 8/8 cơ sở mở đại hội (đạt 100%)."
)


@pytest.mark.parametrize(("told", "rate"), [("7/9", "100"), ("9/9", "109"), ("15/51", "100")])
def test_all_of_a_whole_beside_a_rate_told_in_the_same_words(told: str, rate: str) -> None:
    assert found(ROW.format(told, rate, "85,71")) == ["A103"]
    assert found(ROW.format("9/9", "100", "85,71")) == []
    # without such a rate 100% may be what each of them has
    assert found(ROW.format(told, rate, "100").replace("12/14", "14/14")) == []
