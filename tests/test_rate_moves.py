"""How rates moved between two told before, and changes behind a rate that are its own."""

from __future__ import annotations

import pytest

from marks import built, found

BUILT = [
    (
        "Tỷ lệ hộ cận nghèo năm 2020 là 18,20%. Các xã đã vào cuộc. Đến cuối năm 2022 tỷ lệ hộ cận "
        "nghèo còn 15,05%, giảm 3,15% so với năm 2020.",
        "18,2 - 15,05 = 3,15%",
    ),
    (
        "Đầu năm huyện có 1.940 hộ nghèo, chiếm tỷ lệ 16,80%. Cuối năm còn 1.512 hộ nghèo, tỷ lệ "
        "13,05%, giảm 3,75% so với đầu năm.",
        "16,8 - 13,05 = 3,75%",
    ),
    (
        "Cuối năm còn 1.512 hộ nghèo, tỷ lệ 13,05%, giảm 3,75% so với đầu năm (1.940 hộ, tỷ lệ "
        "16,80%).",
        "16,8 - 13,05 = 3,75%",
    ),
    # the level itself: its growth is what is told
    (
        "Năm trước, thu nội địa 2.500 tỷ đồng, chiếm 75% tổng thu. Năm 2023, thu nội địa 2.700 tỷ "
        "đồng, chiếm 78% tổng thu, tăng 8% so với năm trước.",
        "(2.700 - 2.500) / 2.500 = 8%",
    ),
]
WRONG = [
    (
        "Đầu năm huyện có 1.940 hộ nghèo, chiếm tỷ lệ 16,80%. Cuối năm còn 1.512 hộ nghèo, tỷ lệ "
        "13,05%, giảm 3,57% so với đầu năm.",
        "A101",
    ),
    (
        "Cuối năm còn 1.512 hộ nghèo, tỷ lệ 13,05%, giảm 3,91% so với đầu năm (1.940 hộ, tỷ lệ "
        "16,80%).",
        "A101",
    ),
    (
        "Năm trước, thu nội địa 2.500 tỷ đồng, chiếm 75% tổng thu. Năm 2023, thu nội địa 2.700 tỷ "
        "đồng, chiếm 78% tổng thu, tăng 9% so với năm trước.",
        "A102",
    ),
]
QUIET = [
    # what fell is the rate; its level before is not told
    "Cuối năm còn 1.512 hộ nghèo (13,05%), giảm 3,75% so với đầu năm (1.940 hộ).",
    "Đầu năm nợ xấu là 240 tỷ đồng. Cuối năm nợ xấu là 180 tỷ đồng, chiếm 1,8%, giảm 0,7% so với "
    "đầu năm.",
    # another subject stands between
    "Đầu năm An Khê chiếm tỷ trọng 12,4%. Trong năm Đông Hà tăng 16,4% (chiếm tỷ trọng 26,1%), Tân "
    "Sơn tăng 13,2% so với đầu năm.",
]


@pytest.mark.parametrize(("text", "expression"), BUILT)
def test_a_move_is_built(text: str, expression: str) -> None:
    assert built(text)[expression] == "consistent"
    assert found(text) == []


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_a_wrong_move_is_found(text: str, code: str) -> None:
    assert found(text) == [code]


@pytest.mark.parametrize("text", QUIET)
def test_a_move_of_something_else_is_quiet(text: str) -> None:
    assert found(text) == []
