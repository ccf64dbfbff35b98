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


TOLD = [
    (
        "Tỷ lệ hộ nghèo: đầu năm 13,6%, cuối năm 10,2%, giảm 3,4%; tỷ lệ cận nghèo: đầu năm 8,9%, "
        "cuối năm 8,3%, giảm 0,6%.",
        ["13,6 - 10,2 = 3,4%", "8,9 - 8,3 = 0,6%"],
    ),
    (
        "Năm 2022 tỷ lệ hộ nghèo là 15,7%. Năm 2023 còn 12,1%, giảm 3,6%.",
        ["15,7 - 12,1 = 3,6%"],
    ),
    (
        "Đạt 63,8% (cùng kỳ 58,2%), tăng 5,6%; riêng cấp xã đạt 72,4% (cùng kỳ 70,1%), tăng 2,3%.",
        ["63,8 - 58,2 = 5,6%", "72,4 - 70,1 = 2,3%"],
    ),
    ("Tỷ lệ hộ nghèo giảm 3,4% (13,6% xuống 10,2%).", ["13,6 - 10,2 = 3,4%"]),
    ("Mức giảm tỷ lệ hộ nghèo là 3,4% (13,6% - 10,2%).", ["13,6 - 10,2 = 3,4%"]),
]


@pytest.mark.parametrize(("text", "expressions"), TOLD)
def test_moves_told_with_percent_signs(text: str, expressions: list[str]) -> None:
    relations = built(text)
    assert [relations.get(e) for e in expressions] == ["consistent"] * len(expressions)
    assert found(text) == []


def test_a_rise_called_a_fall_is_found_though_the_rate_before_is_told_last() -> None:
    text = "Tỷ lệ che phủ rừng năm 2023 là 40,7%, năm 2022 là 41,3%, tăng 0,6 điểm phần trăm."
    assert found(text) == ["A105"]
