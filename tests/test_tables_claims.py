"""What cells claim: period, kind, status and direction, as headers and labels tell."""

from __future__ import annotations

import pytest

from extract.model import Claim, Quantity, Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

TABLE = """
| TT | Chỉ tiêu | Đơn vị | Năm 2023 | Năm 2024 | | | Tăng/giảm | So sánh (%) |
|---|---|---|---|---|---|---|---|---|
| | | | | Kế hoạch | Ước thực hiện | Định mức | | |
| 1 | Số hộ nghèo | hộ | 420 | 400 | 390 | 410 | -30 | 92,9 |
| 2 | Tỷ lệ hộ nghèo | % | 6,2 | 5,9 | 5,8 | 6,0 | -0,4 | 93,5 |
| 3 | Kim ngạch xuất khẩu | triệu USD | 80 | 84 | 86 | 80 | 6 | 107,5 |
| | Tốc độ tăng trưởng | % | 105,0 | 105,0 | 107,5 | 100 | 2,5 | 102,4 |
| 4 | Thu nhập bình quân đầu người | triệu đồng | 40 | 43 | 44 | 40 | 4 | 110,0 |
"""


def report() -> Report:
    return analyse(read_text(TABLE, "t.md"))


def at(found: Report, row: int, column: int) -> tuple[Claim, Quantity]:
    (cell,) = [c for c in found.cells if (c.row, c.column) == (row, column)]
    claim = next(c for c in found.claims if c.quantity == cell.quantity)
    return claim, next(q for q in found.quantities if q.id == cell.quantity)


def period(found: Report, row: int, column: int) -> str | None:
    claim, _ = at(found, row, column)
    return next((d.value for d in found.dates if d.id == claim.period), None)


def test_every_figure_of_a_cell_has_one_claim() -> None:
    found = report()
    cells = [c.quantity for c in found.cells]
    assert [c.quantity for c in found.claims if c.quantity in set(cells)] == cells
    assert len({c.id for c in found.claims}) == len(found.claims)


@pytest.mark.parametrize(("column", "value"), [(3, "2023"), (4, "2024"), (5, "2024"), (7, None)])
def test_the_period_stands_in_the_header(column: int, value: str | None) -> None:
    assert period(report(), 2, column) == value


@pytest.mark.parametrize(
    ("column", "status"), [(3, "reported"), (4, "target"), (5, "reported"), (6, "norm")]
)
def test_plan_result_and_norm(column: int, status: str) -> None:
    assert at(report(), 2, column)[0].status == status


@pytest.mark.parametrize(
    ("row", "column", "role"),
    [(2, 3, "level"), (3, 3, "share"), (2, 7, "change"), (5, 3, "change"), (6, 3, "rate")],
)
def test_what_a_cell_is(row: int, column: int, role: str) -> None:
    assert at(report(), row, column)[0].role == role


@pytest.mark.parametrize(
    ("row", "column", "direction"),
    [(2, 7, "decrease"), (4, 7, "increase"), (5, 5, "increase"), (2, 3, None), (2, 5, None)],
)
def test_which_way_a_change_goes(row: int, column: int, direction: str | None) -> None:
    assert at(report(), row, column)[1].direction == direction


def test_a_header_may_say_the_direction() -> None:
    head = "| Xã | Năm 2024 | Giảm so với năm 2023 |\n|---|---|---|\n"
    text = head + "| An | 12 | 3 |\n| Bình | 9 | 2 |\n"
    found = analyse(read_text(text, "t.md"))
    assert [at(found, r, 2)[1].direction for r in (1, 2)] == ["decrease"] * 2
    assert at(found, 1, 2)[0].subject == "An"


def test_a_comparison_has_a_period_and_a_base() -> None:
    text = (
        "| Chỉ tiêu | Năm 2023 | Năm 2024 | So sánh năm 2024 với năm 2023 (%) |\n"
        "|---|---|---|---|\n"
        "| Lúa | 100 | 104 | 104,0 |\n| Ngô | 50 | 55 | 110,0 |\n"
    )
    found = analyse(read_text(text, "t.md"))
    claim, _ = at(found, 1, 3)
    values = {d.id: d.value for d in found.dates}
    assert (values[claim.period or ""], values[claim.base or ""]) == ("2024", "2023")
    assert claim.role == "share"
