"""Products of a number and a fixed rate, which is not rounded; amounts for several groups."""

from __future__ import annotations

import pytest

from marks import built, found

RIGHT = [
    ("Hỗ trợ 92 hộ (mức 60 triệu đồng/hộ, thành tiền 5.520 triệu đồng).", "92 × 60 = 5.520 triệu"),
    ("Giảm 852 người (284 thôn x 3 người/thôn).", "284 × 3 = 852"),
    ("Bố trí 426 người (142 thôn x 3 người).", "142 × 3 = 426"),
    ("Kinh phí 5.520 triệu đồng (92 hộ x 60 triệu đồng/hộ).", "92 × 60 = 5.520 triệu"),
]


@pytest.mark.parametrize(("text", "equation"), RIGHT)
def test_a_product_is_built(text: str, equation: str) -> None:
    assert equation in built(text)
    assert found(text) == []


QUIET = [
    # averages are rounded
    "Có 112 thôn, bình quân 25 triệu đồng/thôn, tổng cộng 2.820 triệu đồng.",
    "Hỗ trợ 5.502 triệu đồng cho 92 hộ, trung bình mỗi hộ 60 triệu đồng.",
    "Kinh phí 66.240 triệu đồng (92 hộ x 60 triệu đồng/hộ x 12 tháng).",
    "Làm mặt đường 3,5 km (nền 5 m x mặt 3,5 m).",
    "Hỗ trợ mức 3 triệu đồng cho 500 người, mức 2 triệu đồng cho 1.200 người, mức 1 triệu đồng cho "
    "300 người.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []


WRONG = [
    "Hỗ trợ 92 hộ (mức 60 triệu đồng/hộ, thành tiền 5.502 triệu đồng).",
    "Hỗ trợ 92 hộ x 60 triệu đồng/hộ = 5.502 triệu đồng.",
    "Có 112 thôn, định mức 25 triệu đồng/thôn, tổng cộng 2.820 triệu đồng.",
    "Giảm 825 người (284 thôn x 3 người/thôn).",
    "Xã có 512 hộ nghèo, đã giao bò cho 64 hộ (định mức 15 triệu đồng/hộ, cần 690 triệu đồng).",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_fixed_rate_is_not_rounded(text: str) -> None:
    assert found(text) == ["A109"]


def test_a_rate_in_a_bracket_is_of_the_count_before_it() -> None:
    text = (
        "Đã giúp 133 hộ xóa nhà tạm: xây mới 92 hộ (mức 60 triệu đồng/hộ, 5.520 triệu đồng), "
        "sửa chữa 41 hộ (mức 30 triệu đồng/hộ, 1.320 triệu đồng)."
    )
    assert "30 × 41 = 1.320 triệu" in built(text)
    assert "30 × 133 = 1.320 triệu" not in built(text)
