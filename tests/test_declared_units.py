"""A unit told once for the figures of a text that bear none, and what it does not reach."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import built

MILLION = 1_000_000


def values(text: str) -> dict[str, tuple[int, str | None]]:
    return {q.text: (int(q.value), q.unit) for q in analyse(read_text(text, "x.txt")).quantities}


@pytest.mark.parametrize(
    "line",
    [
        "(Đơn vị tính: triệu đồng)",
        "ĐVT: Triệu đồng",
        "(Số liệu trong báo cáo tính bằng triệu đồng)",
        "(Đơn vị tính trong thuyết minh: triệu đồng, trừ nơi ghi khác)",
    ],
)
def test_a_declared_unit_is_given_to_bare_amounts(line: str) -> None:
    text = f"BÁO CÁO\n\n{line}\n\nThu 412.600, gồm thu nội địa 412.500 và thu khác 100."
    expected = {"412.600": 412_600, "412.500": 412_500, "100": 100}
    assert values(text) == {k: (v * MILLION, "đồng") for k, v in expected.items()}


def test_figures_with_a_unit_of_their_own_keep_it() -> None:
    text = "(Đơn vị tính: triệu đồng)\n\nChi 1.200 tỷ đồng cho 1.450 hộ, đạt 98,5%, tại 12 xã."
    assert values(text) == {
        "1.200": (1_200_000 * MILLION, "đồng"),
        "1.450": (1450, "hộ"),
        "98,5%": (98, "%"),
        "12": (12, "xã"),
    }
    counted = "(Đơn vị tính: triệu đồng)\n\nTổng số hộ: 412.700. Số dự án: 1.204."
    assert values(counted) == {"412.700": (412_700, "hộ"), "1.204": (1204, "dự án")}


def test_a_unit_under_a_heading_ends_with_it() -> None:
    text = "I. Thu\n\nĐơn vị tính: tỷ đồng\n\nTổng thu 412,6.\n\nII. Khác\n\nTổng chi: 412.700."
    assert values(text) == {"412,6": (412_600 * MILLION, "đồng"), "412.700": (412_700, None)}


def test_a_unit_above_a_table_is_of_the_table() -> None:
    text = "Đơn vị tính: tỷ đồng\n\n| Năm | Thu |\n|---|---|\n| 2020 | 12 |\n\nTổng chi: 412.700."
    assert values(text)["412.700"] == (412_700, None)


def test_a_sum_in_a_declared_unit_is_recomputed_with_the_scale() -> None:
    text = "(Đơn vị tính: triệu đồng)\n\nKết dư: 685.400, gồm cấp tỉnh 214.000, cấp huyện 371.400."
    assert built(text) == {"214.000 + 371.400 = 685.400 triệu": "inconsistent"}


def test_names_of_places_and_days_are_no_figures() -> None:
    assert values("UBND huyện Thanh Ba giai đoạn một.") == {}
    assert values("Ngập 41 xã; đến 01/11 còn 11 xã.") == {"41": (41, "xã"), "11": (11, "xã")}


ROWS = """I. Chỉ tiêu

(ĐVT: Triệu đồng)
| Bộ giao {year} | Huyện giao {year} |
1. Tổng thu trên địa bàn | 812.400 | 812.400 |
- Thuế: | 512.300 | 512.300 |
- Phí: | 300.100 | 300.100 |
2. Tổng chi: | 640.250 | 655.750 |
- Chi lương: | 440.150 | 440.150 |
- Chi khác: | 200.100 | 215.600 |
"""


@pytest.mark.parametrize("year", ["", "2031"])
def test_a_row_that_heads_a_list_is_no_table_of_that_unit(year: str) -> None:
    found = values(ROWS.format(year=year))
    assert found["812.400"] == found["812.400"] == (812_400 * MILLION, "đồng")
    assert found["215.600"] == (215_600 * MILLION, "đồng")


def test_figures_in_columns_of_a_list_add_up_in_their_own_column() -> None:
    report = analyse(read_text(ROWS.format(year=""), "x.txt"))
    place = {q.id: q.vs for q in report.quantities}
    sums = sorted(
        (place[r.stated], *(place[o.quantity] for o in r.operands)) for r in report.relations
    )
    at = [q.vs for q in report.quantities]
    assert sums == [(at[0], at[2], at[4]), (at[1], at[3], at[5]),
                    (at[6], at[8], at[10]), (at[7], at[9], at[11])]  # fmt: skip
    assert not report.findings
