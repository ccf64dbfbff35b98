"""Counts in brackets behind the names that they are of."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from marks import built, found, report_of, told

TOWNS = "Ghi nhận 96 ca tại Lương Hòa (61), An Thới (14), Bình Đại (9), Phú Lễ ({}), Tân Xuân (4)."


def test_they_add_up_to_the_figure_before_them() -> None:
    assert built(TOWNS.format(8)) == {"61 + 14 + 9 + 8 + 4 = 96": "consistent"}


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (TOWNS.format(3), "61 + 14 + 9 + 3 + 4 = 96"),
        (
            "Đội tuyển giành 18 giải Nhất ở các môn: Toán (6 giải), Tin học (5 giải), "
            "Địa lý (4 giải).",
            "6 + 5 + 4 = 18",
        ),
    ],
)
def test_a_slip_is_found(text: str, expression: str) -> None:
    assert told(text, expression) == ("inconsistent", [ANY])


def test_the_names_are_not_counted_where_each_has_a_count() -> None:
    text = "Có 15 giải Nhất ở các môn: Toán (6 giải), Tin học (5 giải), Địa lý (4 giải)."
    assert built(text) == {"6 + 5 + 4 = 15": "consistent"}


@pytest.mark.parametrize(
    "text",
    [
        "Có 4 xã được khen: Tân An (1), Tân Bình (2), Tân Phú (3), Tân Lộc (4).",  # numbered
        "Gặp 96 hộ tại Lương Hòa (61 hộ), An Thới (14 phiếu), Bình Đại (9 hộ).",  # other units
        "Gặp 96 hộ, phát 140 phiếu tại Lương Hòa (61) trong tháng 5, An Thới (14) trong tháng 6.",
    ],
)
def test_others_are_quiet(text: str) -> None:
    assert found(text) == []


def test_numbers_of_a_row_are_figures_and_labels_are_not() -> None:
    counted = report_of("Ca mắc tại Lương Hòa (61), An Thới (4), Bình Đại (1).").quantities
    numbered = report_of("Khen xã Tân An (1), xã Tân Bình (2), xã Tân Phú (3).").quantities
    assert [q.text for q in counted] == ["61", "4", "1"] and list(numbered) == []
