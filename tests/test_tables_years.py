"""Tables whose rows are years and how they have grown; rows and columns called Bình quân."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text

YEARS = (2017, 2018, 2019, 2020, 2021, 2022)
LEVELS = ("1.310", "1.402", "1.486", "1.605", "1.717", "1.803")
RATES = ("", "7,0", "6,0", "8,0", "7,0", "5,0")


def told(head: str, rows: list[str]) -> tuple[list[str], list[str]]:
    """The equations that a table tells, those that are wrong marked, and the findings' codes."""
    rule = "|" + "---|" * (head.count("|") - 1)
    text = "\n".join(("Kết quả như sau:", "", head, rule, *rows, "", "Trên đây là kết quả."))
    report = analyse(read_text(text, "a.md"))
    wrong = {"consistent": "", "inconsistent": "! ", "undetermined": "? "}
    return (
        [wrong[r.verdict] + r.expression for r in report.relations],
        [f.code for f in report.findings],
    )


def over_years(rates: tuple[str, ...] = RATES, mark: str = "{}") -> list[str]:
    return [
        f"| {mark.format(year)} | {level} | {rate} |"
        for year, level, rate in zip(YEARS, LEVELS, rates, strict=True)
    ]


@pytest.mark.parametrize("mark", ["{}", "Năm {}"])
@pytest.mark.parametrize(
    "title", ["Tốc độ tăng (%)", "Tăng trưởng so với năm trước (%)", "Tỷ lệ tăng, %"]
)
def test_growth_from_row_to_row(title: str, mark: str) -> None:
    found, codes = told(f"| Năm | Số đàn (con) | {title} |", over_years(mark=mark))
    assert len(found) == 5 and found[0] == "(1.402 - 1.310) / 1.310 = 7%" and not codes


def test_growth_told_as_an_index() -> None:
    rates = ("", *(f"10{rate}" for rate in RATES[1:]))
    found, codes = told("| Năm | Số đàn (con) | Tốc độ phát triển (%) |", over_years(rates))
    assert len(found) == 5 and found[0] == "1.402 / 1.310 = 107%" and not codes


def test_a_rate_that_is_wrong() -> None:
    rates = (*RATES[:5], "9,6")
    found, codes = told("| Năm | Số đàn (con) | Tốc độ tăng (%) |", over_years(rates))
    assert found[-1] == "! (1.803 - 1.717) / 1.717 = 9,6%" and codes == ["A116"]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Tốc độ tăng bình quân (%)", over_years()),  # of several years
        ("Tăng trưởng so với năm 2010 (%)", over_years()),
        ("Tốc độ tăng (%)", over_years(("", "3,1", "9,9", "1,2", "4,4", "2,0"))),  # of a value
        ("Tốc độ tăng (%)", [*over_years()[:3], *over_years()[:3]]),  # two things over years
    ],
)
def test_growth_of_something_else_is_no_contradiction(title: str, rows: list[str]) -> None:
    assert told(f"| Năm | Số đàn (con) | {title} |", rows) == ([], [])


HEAD = "| TT | Xã | Năm 2021 | Năm 2022 | Năm 2023 | Bình quân |"
COMMUNES = [
    "| 1 | An Phú | 124 | 131 | 141 | 132 |",
    "| 2 | Bình Hà | 92 | 97 | 105 | 98 |",
    "| 3 | Cao Sơn | 61 | 66 | 74 | 67 |",
    "| 4 | Đông Mỹ | 215 | 206 | 203 | 208 |",
]


def test_averages_of_rows_and_columns() -> None:
    mean = "| | Bình quân | 123 | 125 | 130,75 | 126,25 |"
    found, codes = told(HEAD, [*COMMUNES, mean])
    assert "(124 + 131 + 141) / 3 = 132" in found and not codes
    assert "(124 + 92 + 61 + 215) / 4 = 123" in found and len(found) == 9


def test_a_row_of_averages_with_one_that_is_wrong() -> None:
    head = HEAD.replace("Năm 2021 |", "Năm 2019 | Năm 2020 | Năm 2021 |")
    rows = [
        "| 1 | An Phú | 12 | 14 | 124 | 131 | 141 | |",
        "| 2 | Bình Hà | 20 | 28 | 92 | 97 | 105 | |",
        "| 3 | Cao Sơn | 31 | 33 | 61 | 66 | 74 | |",
        "| 4 | Đông Mỹ | 25 | 29 | 215 | 206 | 203 | |",
        "| | Bình quân | 22 | 26 | 132 | 125 | 130,75 | |",
    ]
    found, codes = told(head, rows)
    assert "! (124 + 92 + 61 + 215) / 4 = 132" in found and codes == ["A122"]


def test_an_average_that_is_wrong() -> None:
    wrong = "| 5 | Gia Lộc | 80 | 82 | 84 | 92 |"
    found, codes = told(HEAD, [*COMMUNES, wrong])
    assert "! (80 + 82 + 84) / 3 = 92" in found and len(codes) == 1


@pytest.mark.parametrize(
    "row",
    [
        "| | Bình quân | 171 | 168 | 172 | 170,3 |",  # weighed by something
        "| | Bình quân đầu người | 171 | 168 | 172 | 170,3 |",
    ],
)
def test_other_averages_are_no_contradictions(row: str) -> None:
    head = HEAD.replace("Bình quân", "Ghi chú")
    rows = [r.rpartition(" | ")[0] + " | |" for r in (*COMMUNES, row)]
    assert told(head, rows)[1] == []
