"""Lists whose marks were typed, pasted or read as others than they are."""

from __future__ import annotations

import pytest

from extract import analyse
from extract.readers.text.reader import read_text
from marks import built, found

LEAD = "Tổng số được giao là 1.846 người, gồm:\n"
ITEMS = [
    "Khối đào tạo: 1.204 người;",
    "Khối y tế: 388 người;",
    "Khối văn hóa: 149 người;",
    "Khối khác: 105 người.",
]
SUM = "1.204 + 388 + 149 + 105 = 1.846"


def listed(*marks: str) -> str:
    lines = [f"{mark} {item}" for mark, item in zip(marks, ITEMS, strict=True)]
    return LEAD + "\n".join(lines) + "\nĐơn vị thực hiện theo quy định."


@pytest.mark.parametrize("mark", ["v", "ü", "Ø", "§", "q", "~", "o", "•", "\uf0b7"])
def test_marks_of_symbol_fonts_as_letters(mark: str) -> None:
    report = analyse(read_text(listed(*[mark] * 4), "x.txt"))
    assert SUM in [r.expression for r in report.relations]
    assert not report.findings


@pytest.mark.parametrize(
    "marks", ["---+", "--+-", "-+--", "--*-", "---•", "+++-", "-+-+"], ids="|".join
)
def test_an_item_with_another_mark_is_of_the_list(marks: str) -> None:
    text = listed(*marks)
    assert SUM in built(text)
    assert found(text) == []


@pytest.mark.parametrize("marks", ["---+", "--+-"])
def test_a_slip_beside_another_mark_is_told(marks: str) -> None:
    assert found(listed(*marks).replace("1.204", "1.024")) == ["A104"]


def test_a_list_below_an_item_is_no_part_of_the_whole() -> None:
    text = LEAD.replace("1.846", "1.741") + (
        "- Khối đào tạo: 1.204 người;\n- Khối y tế: 388 người;\n"
        "+ Tuyến tỉnh: 312 người;\n+ Tuyến xã: 76 người;\n- Khối văn hóa: 149 người."
    )
    assert found(text) == []
    assert {"1.204 + 388 + 149 = 1.741", "312 + 76 = 388"} <= set(built(text))
