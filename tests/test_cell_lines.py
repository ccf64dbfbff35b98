"""Cells of a table that a portal sets on lines of their own, with blank lines between."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text

MILLION = 1_000_000


def told(text: str) -> list[tuple[str, int, str | None, str | None]]:
    report = analyse(read_text(text, "x.txt"))
    return [(q.text, int(q.value), q.unit, q.noun) for q in report.quantities]


CELLS = """QUYẾT NGHỊ:

Điều 1. Phê chuẩn quyết toán của huyện

1. Tổng chi ngân sách huyện:

318.450

triệu đồng

Trong đó:

 

Chi từ nguồn huyện hưởng:

206.150

triệu đồng

Chi từ nguồn tỉnh cấp

112.300

triệu đồng.
"""


def test_a_figure_and_its_unit_below_a_name_are_one_amount() -> None:
    assert told(CELLS) == [
        ("318.450", 318_450 * MILLION, "đồng", "Tổng chi ngân sách huyện"),
        ("206.150", 206_150 * MILLION, "đồng", "Chi từ nguồn huyện hưởng"),
        ("112.300", 112_300 * MILLION, "đồng", "Chi từ nguồn tỉnh cấp"),
    ]
    report = analyse(read_text(CELLS, "x.txt"))
    assert [r.expression for r in report.relations] == ["206.150 + 112.300 = 318.450 triệu"]


def test_an_amount_with_its_unit_below_a_name() -> None:
    text = (
        "Bao gồm:\n\na) Chi cấp xã năm 2031\n\n41.205.317.000 đồng\n\n"
        "Trong đó: Chi đường xã\n\n12 tỷ đồng\n"
    )
    assert told(text) == [
        ("41.205.317.000", 41_205_317_000, "đồng", "Chi cấp xã"),
        ("12", 12_000 * MILLION, "đồng", "Chi đường xã"),
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Kinh phí đã được giao đủ trong năm.\n\n12 tỷ đồng\n", 2),  # a sentence is no name
        ("Số hộ của xã\n\n1.205\n\nSố người của xã\n", 3),  # nothing tells a unit
        ("Chi sự nghiệp 2,5\n\n41 tỷ đồng\n", 2),  # the name has its figure
        ("Cấp xã\n\nđồng thuận cao\n", 2),  # the word begins a sentence
        ("# Thu ngân sách\n\n12 tỷ đồng\n", 2),  # a heading
    ],
)
def test_other_lines_stand_alone(text: str, blocks: int) -> None:
    assert len(read_text(text, "x.txt").blocks) == blocks
