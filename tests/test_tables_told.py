# ruff: noqa: E501 (sentences)
"""Changes that running text tells between two columns of a table, and shares of its total row."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text

TABLE = """BÁO CÁO

Bảng 1. Quy mô mạng lưới y tế

| TT | Chỉ số | Đơn vị | Năm 2023 | Năm 2024 |
|---|---|---|---|---|
| 1 | Số giường bệnh công lập | giường | 1.840 | 1.932 |
| 2 | Số lượt khám ngoại trú | lượt | 248.000 | 277.760 |
| 3 | Số bác sĩ tuyến huyện | người | 412 | 437 |

{}
"""


def told(text: str) -> list[tuple[str, str]]:
    report = analyse(read_text(TABLE.format(text), "t.md"))
    return [(r.expression, r.verdict) for r in report.relations if r.rule == "table.told-change"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "So với năm 2023, số giường bệnh công lập tăng 92 giường; số lượt khám ngoại trú tăng 12%.",
            [
                ("1.932 - 1.840 = 92", "consistent"),
                ("(277.760 - 248.000) / 248.000 = 12%", "consistent"),
            ],
        ),
        (
            "Năm 2024, số bác sĩ tuyến huyện là 437 người, tăng 25 người so với năm 2023.",
            [("437 - 412 = 25", "consistent")],
        ),
        (
            "Số lượt khám ngoại trú tăng 29.670 lượt so với năm 2023.",
            [("277.760 - 248.000 = 29.670", "inconsistent")],
        ),
        ("Số lượt khám ngoại trú tăng 18.000 lượt so với năm 2023.", []),  # no slip leads to it
        ("Số lượt khám ngoại trú tăng 29.760 lượt so với năm 2022.", []),  # no column of the year
        ("Số lượt khám nội trú tăng 29.670 lượt so với năm 2023.", []),  # another row
        ("Phấn đấu số lượt khám ngoại trú tăng 29.670 lượt so với năm 2023.", []),
        ("Số lượt khám ngoại trú tăng 29.670 lượt.", []),  # compared with nothing
    ],
)
def test_changes_between_columns(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


POOR = """Bảng 2. Kết quả rà soát năm 2024

| TT | Xã | Tổng số hộ | Số hộ nghèo | Số hộ cận nghèo |
|---|---|---|---|---|
| 1 | Xã An Cư | 2.140 | 45 | 62 |
| 2 | Xã Tân Phú | 1.860 | 112 | 140 |
| 3 | Xã Long Mỹ | 1.325 | 158 | 171 |
| | Toàn huyện | 5.325 | 315 | 373 |

{}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xã Long Mỹ chiếm 50,2% tổng số hộ nghèo toàn huyện.", ["158 / 315 = 50,2%"]),
        ("Xã Tân Phú có 112 hộ nghèo, chiếm 35,6% số hộ nghèo.", ["112 / 315 = 35,6%"]),
        ("Xã Long Mỹ chiếm 45,8% tổng số hộ cận nghèo.", ["171 / 373 = 45,8%"]),
        ("Xã Long Mỹ chiếm 47,3% tổng số hộ nghèo toàn huyện.", []),  # of no column
        ("Xã Long Mỹ đạt 50,2% kế hoạch trồng rừng.", []),  # no share
        ("Xã Bình Phú chiếm 50,2% tổng số hộ nghèo.", []),  # no row
    ],
)
def test_shares_of_a_total_row(text: str, found: list[str]) -> None:
    report = analyse(read_text(POOR.format(text), "t.md"))
    shares = [r for r in report.relations if r.rule == "table.told-share"]
    assert [r.expression for r in shares] == found
    assert all(r.verdict == "consistent" for r in shares)
