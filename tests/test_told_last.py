"""Levels before that are told in the sentence behind the levels now and their changes."""

from __future__ import annotations

import pytest

from marks import built, found

TOLD = [
    (
        "Tỉnh hiện có 13 sở, 118 phòng, giảm 6 sở, 24 phòng. Trước sắp xếp có 19 sở, 142 phòng.",
        ["19 - 13 = 6", "142 - 118 = 24"],
        ("142", "124"),
    ),
    (
        "Sau sắp xếp, tỉnh còn 13 sở, giảm 6 sở (31,6%). Trước sắp xếp có 19 sở.",
        ["19 - 13 = 6", "6 / 19 = 31,6%"],
        ("31,6%", "36,1%"),
    ),
    (
        "Biên chế còn 1.206 người, giảm 114 người; trước khi sắp xếp là 1.320 người.",
        ["1.320 - 1.206 = 114"],
        ("1.320", "1.230"),
    ),
    (
        "Hiện nay có 540 đơn vị sự nghiệp, 96 phòng; giảm 92 đơn vị, 21 phòng so với trước khi sắp "
        "xếp. Trước khi sắp xếp có 632 đơn vị, 117 phòng.",
        ["632 - 540 = 92", "117 - 96 = 21"],
        ("632", "623"),
    ),
    (
        "Sở Xây dựng có 12 phòng, 10 đơn vị, giảm 8 phòng và 5 đơn vị. Trước khi hợp nhất, hai "
        "sở có "
        "20 phòng, 15 đơn vị.",
        ["20 - 12 = 8", "15 - 10 = 5"],
        ("20 phòng", "21 phòng"),
    ),
    (
        "Đảng bộ huyện còn 36 tổ chức cơ sở đảng, giảm 15 tổ chức. Đầu nhiệm kỳ có 51 tổ chức "
        "cơ sở "
        "đảng.",
        ["51 - 36 = 15"],
        ("51", "61"),
    ),
]


@pytest.mark.parametrize(("text", "expressions", "slip"), TOLD)
def test_the_level_before_is_told_last(
    text: str, expressions: list[str], slip: tuple[str, str]
) -> None:
    relations = built(text)
    assert {e: relations.get(e) for e in expressions} == dict.fromkeys(expressions, "consistent")
    assert found(text) == []
    assert len(found(text.replace(*slip))) == 1


@pytest.mark.parametrize(
    "text",
    [
        # compared with another time
        "Tỉnh có 13 sở, 118 phòng, giảm 6 sở, 24 phòng so với năm 2021. Trước sắp xếp có 18 sở, "
        "152 "
        "phòng.",
        "Hiện có 36 tổ chức cơ sở đảng, giảm 5 tổ chức so với đầu năm. Đầu nhiệm kỳ có 51 tổ chức "
        "cơ sở đảng.",
        "Năm 2024 có 124 vụ, giảm 12 vụ so với năm 2023. Trước đó, năm 2022 có 135 vụ.",
        # another place, other bodies, a mean
        "Huyện còn 118 thôn, giảm 46 thôn. Trước sắp xếp, xã Hòa An có 14 thôn.",
        "Sở có 12 phòng, giảm 2 phòng. Trước khi hợp nhất, sở cũ có 9 phòng và sở kia có 11 phòng.",
        "Huyện còn 118 thôn, giảm 46 thôn. Trước sắp xếp, mỗi xã có bình quân 163 thôn.",
    ],
)
def test_other_levels_told_last_are_left_alone(text: str) -> None:
    assert found(text) == []
