"""What the heading, the titles of columns and their periods say of the figures of a table."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def report_of(text: str) -> Report:
    return analyse(read_text(text, "t.md"))


def alarms(text: str) -> list[tuple[str, str]]:
    return [
        (f.args["stated"], f.args["computed"])
        for f in report_of(text).findings
        if f.code.startswith("A11")
    ]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("**B. Sản lượng theo bến (nghìn tấn)**", ("tấn", 41_500)),
        ("### 3. Vốn đã giải ngân (tỷ đồng)", ("đồng", 41_500_000_000)),
        ("II. KẾT QUẢ TRỒNG RỪNG (ha):", ("ha", Decimal("41.5"))),
        ("**B. Sản lượng (Đơn vị: nghìn tấn)**", ("tấn", 41_500)),
        ("**B. Sản lượng (ước tính)**", (None, Decimal("41.5"))),
        ("**B. Sản lượng (tấn) theo bến**", (None, Decimal("41.5"))),
        ("Bến Tân (12 tấn) bốc dỡ nhiều hơn bến Hạ (9 tấn)", (None, Decimal("41.5"))),
    ],
)
def test_the_unit_in_brackets_at_the_end_of_a_heading(
    heading: str, unit: tuple[str | None, Decimal]
) -> None:
    table = "| Nơi | Quý I | Tỷ trọng |\n|---|---|---|\n| Tân | 41,5 | 60,3% |\n"
    found = [q for q in report_of(f"{heading}\n\n{table}").quantities if q.rule == "table.cell"]
    assert (found[0].unit, found[0].value) == unit
    assert found[1].unit == "%"


PERIODS = """
| Chợ | {} | {} | {} |
|---|---|---|---|
| Tân | 412 | 436 | 848 |
| Hạ | 277 | 282 | 559 |
| Nam | 177 | 292 | {} |
| Bắc | 77 | 282 | 359 |
"""


@pytest.mark.parametrize(
    "titles",
    [
        ("Quý I", "Quý II", "6 tháng"),
        ("Tháng 8", "Tháng 9", "Lũy kế"),
        ("Thực hiện quý 1/2031", "Thực hiện quý 2/2031", "Thực hiện 6 tháng/2031"),
        ("6 tháng đầu năm", "6 tháng cuối năm", "Cả năm"),
    ],
)
def test_a_longer_period_is_the_sum_of_those_before_it(titles: tuple[str, str, str]) -> None:
    assert alarms(PERIODS.format(*titles, 469)) == []
    assert len([r for r in report_of(PERIODS.format(*titles, 469)).relations]) == 4
    assert alarms(PERIODS.format(*titles, 496)) == [("496", "469")]


@pytest.mark.parametrize(
    "titles",
    [
        ("Quý I", "Quý II", "Kế hoạch năm"),
        ("Kế hoạch", "Thực hiện", "6 tháng"),
        ("Quý trước", "Quý này", "Bình quân 6 tháng"),
    ],
)
def test_columns_that_are_no_periods_of_one(titles: tuple[str, str, str]) -> None:
    assert alarms(PERIODS.format(*titles, 496)) == []


def test_a_level_at_the_end_of_each_quarter_is_no_sum() -> None:
    table = PERIODS.format("Quý I", "Quý II", "6 tháng", 292)
    assert alarms(table.replace("848", "436").replace("559", "282").replace("359", "282")) == []


def test_a_year_after_its_half_and_quarters() -> None:
    table = """
| Chợ | Quý I | Quý II | 6 tháng | Quý III | Quý IV | Cả năm |
|---|---|---|---|---|---|---|
| Tân | 41 | 43 | 84 | 52 | 61 | 197 |
| Hạ | 27 | 28 | 55 | 31 | 36 | 122 |
| Nam | 47 | 29 | 76 | 24 | 36 | {} |
| Bắc | 7 | 28 | 35 | 13 | 18 | 66 |
"""
    assert alarms(table.format(136)) == []
    assert alarms(table.format(163)) == [("163", "136")]


CLIENTS = """
| Chương trình | Dư nợ (tỷ đồng) | {} |
|---|---|---|
| Hộ nghèo | 106,2 | 1.820 |
| Nhà ở | 74,5 | 1.396 |
| Nước sạch | 61,4 | 2.951 |
| **Tổng số** | **242,1** | **{}** |
"""


@pytest.mark.parametrize(
    "title", ["Số khách hàng", "Số hộ vay", "Khách hàng còn dư nợ", "Số người thụ hưởng"]
)
def test_one_borrower_may_stand_in_several_rows(title: str) -> None:
    assert alarms(CLIENTS.format(title, "5.917")) == []
    assert alarms(CLIENTS.format("Số món vay", "5.917")) == [("5.917", "6.167")]
    assert alarms(CLIENTS.format(title, "6.176")) == [("6.176", "6.167")]


def test_one_borrower_may_stand_in_several_columns() -> None:
    table = """
| Chỉ tiêu | Hộ nghèo | Nhà ở | Tổng số |
|---|---|---|---|
| Dư nợ (tỷ đồng) | 106,2 | 74,5 | 180,7 |
| Số món vay | 2.020 | 1.406 | 3.426 |
| {} | 1.820 | 1.396 | 3.106 |
"""
    assert alarms(table.format("Số khách hàng")) == []
    assert alarms(table.format("Số tổ")) == [("3.106", "3.216")]


def test_names_that_several_rows_share_stand_left_of_their_own() -> None:
    table = (
        "| Xã | Thôn | Số thửa |\n|---|---|---:|\n| Tân Hòa | Thôn Thượng | 1.211 |\n"
        "| Yên Lãng | Thôn Phú | 704 |\n| Yên Lãng | Thôn Việt | 619 |\n"
        "| Yên Lãng | Thôn Mới | 918 |\n| **Tổng** | | 3.452 |\n"
    )
    assert [q.noun for q in report_of(table).quantities] == [
        "Thôn Thượng",
        "Thôn Phú",
        "Thôn Việt",
        "Thôn Mới",
        "Tổng",
    ]
    assert alarms(table) == []
    assert alarms(table.replace("3.452", "3.542")) == [("3.542", "3.452")]
    plain = table.replace("Yên Lãng | Thôn Phú", "Hà | Thôn Phú").replace(
        "Yên Lãng | Thôn Việt", "Lê | Thôn Việt"
    )
    assert report_of(plain).quantities[0].noun == "Tân Hòa"


LEVELS = (
    "| Cấp | Tiếp nhận | Đã giải quyết | Đúng hạn | Quá hạn | Đang giải quyết |\n"
    "|---|--:|--:|--:|--:|--:|\n| Tỉnh | 9.621 | 9.086 | 9.051 | 35 | 535 |\n"
    "| Huyện | 8.493 | 8.045 | 7.896 | 149 | 448 |\n| Xã | 13.731 | 13.286 | 13.225 | 61 | 445 |\n"
    "| **Tổng** | 31.845 | 30.417 | 30.172 | 245 | 1.428 |\n"
)


def test_a_column_of_two_parts_one_of_which_has_its_own_behind_it() -> None:
    told = {r.expression for r in report_of(LEVELS).relations if r.verdict == "consistent"}
    assert {"9.086 + 535 = 9.621", "9.051 + 35 = 9.086"} <= told
    assert alarms(LEVELS) == []


MOVED = (
    "| Nơi | Năm nay | Năm trước | Tăng, giảm |\n|---|--:|--:|--:|\n| Tân | 52 | 61 | -9 |\n"
    "| Mỹ | 14 | 12 | +2 |\n| Hòa | 23 | 25 | -2 |\n| Bình | 19 | 24 | -5 |\n| An | 12 | 9 | +3 |\n"
)


def test_a_sign_before_a_difference_is_meant() -> None:
    assert alarms(MOVED) == []
    assert alarms(MOVED.replace("+3", "-3")) == [("-3", "3")]
    assert alarms(MOVED.replace("-9", "9")) == []  # a sign left out


def test_a_mean_may_follow_the_total() -> None:
    table = "| Nơi | Số hộ | Hộ/thôn |\n|---|--:|--:|\n| Tân | 117 | 58 |\n| Mỹ | 252 | 92 |\n"
    table += "| An | 157 | 32 |\n| Tổng cộng | 526 | |\n| Bình quân | | 61 |\n"
    assert alarms(table) == []
    assert alarms(table.replace("526", "562")) == [("562", "526")]


QUARTERS = [(17, 10, 11, 8), (10, 2, 14, 17), (9, 15, 7, 19), (12, 6, 10, 17), (14, 5, 6, 18)]


def by_quarters(*years: int, heads: tuple[str, ...], cells: str) -> str:
    """A table of quarters and the year, its columns in the order of `cells`."""
    rows = [
        "| " + cells.format(*row, year=year, name=f"Xã {n}") + " |"
        for n, (row, year) in enumerate(zip(QUARTERS, years, strict=True), 1)
    ]
    width = cells.count("|") + 1
    lines = [*heads, "|" + "---|" * width, *rows]
    return "\n".join(lines) + "\n"


PLANNED = (
    "| Nơi | Kế hoạch trồng rừng (ha) |  |  |  |  |",
    "|  | Chia theo quý |  |  |  | Cả năm |",
    "|  | Quý I | Quý II | Quý III | Quý IV |  |",
)
QUARTERED = (
    "| Nơi | Chia theo quý |  |  |  | Cả năm |",
    "|  | Quý I | Quý II | Quý III | Quý IV |  |",
)
YEAR_FIRST = ("| Nơi | Cả năm | Quý I | Quý II | Quý III | Quý IV |",)
LAST, FIRST = "{name} | {} | {} | {} | {} | {year}", "{name} | {year} | {} | {} | {} | {}"


@pytest.mark.parametrize(
    ("heads", "cells"), [(PLANNED, LAST), (QUARTERED, LAST), (YEAR_FIRST, FIRST)]
)
def test_the_year_is_the_sum_of_quarters_with_a_title_of_their_own(
    heads: tuple[str, ...], cells: str
) -> None:
    true = by_quarters(46, 43, 50, 45, 43, heads=heads, cells=cells)
    assert alarms(true) == []
    assert "17 + 10 + 11 + 8 = 46" in {r.expression for r in report_of(true).relations}
    wrong = by_quarters(46, 43, 59, 45, 43, heads=heads, cells=cells)
    assert alarms(wrong) == [("59", "50")]
    others = by_quarters(61, 50, 52, 71, 60, heads=heads, cells=cells)  # no sums of theirs
    assert alarms(others) == []


def test_the_topmost_of_three_titles_tells_the_unit() -> None:
    text = by_quarters(46, 43, 50, 45, 43, heads=PLANNED, cells=LAST)
    assert {q.unit for q in report_of(text).quantities} == {"ha"}


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (  # half of the cells of the first row are merged with those before them
            "| TT | Xã | Số giếng ||||\n||| Năm 2031 || Năm 2032 ||\n"
            "||| Khơi | Khoan | Khơi | Khoan |\n"
            "| 1 | Pa Hin | 12 | 20 | 10 | 18 |\n| 2 | Pa Mu | 15 | 25 | 13 | 22 |",
            3,
        ),
        (
            "| Xã | Số giếng |||\n|| Tổng | Khơi | Khoan |\n| Pa Hin | 32 | 12 | 20 |\n"
            "| Pa Mu | 40 | 15 | 25 |",
            2,
        ),
        ("| Xã | Giếng |||\n| Pa Hin | 32 | 12 | 20 |\n| Pa Mu | 40 | 15 | 25 |", 0),
        ("| Bản tin ||||\n|| Tổng | Khơi | Khoan |\n| Pa Hin | 32 | 12 | 20 |", 0),
    ],
)
def test_header_rows_that_no_rule_tells(rows: str, count: int) -> None:
    spaced = re.sub(r"\|(?=\|)", "|  ", rows)
    (table,) = analyse(read_text(f"Bảng 1. Giếng nước\n\n{spaced}\n", "b.md")).tables
    assert table.header_rows == count
