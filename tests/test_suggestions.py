"""Findings tell figures as the document writes them and offer values that would agree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract import analyse, frames, read_text
from extract.output.text import linter_lines
from extract.values.formula import digits


def told(text: str) -> list[str]:
    report = analyse(read_text(text, "a.txt"))
    return list(linter_lines("a.txt", report, report.findings, "vi"))


def test_the_stated_figure_is_always_among_the_suggestions() -> None:
    lines = told(
        "Kỳ trước chuyển sang 12 đơn, trong kỳ tiếp nhận 38 đơn, đã giải quyết 41 đơn, "
        "chuyển kỳ sau 8 đơn."
    )
    assert len(lines) == 4
    assert any("9 thay cho 8 " in line for line in lines)


def test_a_figure_that_several_contradictions_share_is_suspected_first() -> None:
    lines = told("Bầu 105 đại biểu, trong đó 46 nữ (30,67%); 15 người trẻ (10%); 33 cũ (22%).")
    after = [lines[n + 1] for n, line in enumerate(lines) if "A103" in line]
    assert len(after) == 3 and all("150 thay cho 105 " in line for line in after)
    _, first = told("Có 105 hộ, trong đó 15 hộ nghèo, chiếm 41,29%; 21 hộ khác, chiếm 20%.")
    assert "14,29% thay cho 41,29%" in first


def test_a_suggestion_keeps_the_sign_of_percent() -> None:
    lines = told("Có 8.120/10.230 trẻ tiêm vitamin A, đạt 97,4%.")
    assert "79,4% thay cho 97,4%" in lines[1]


def test_a_table_shows_suggestions_as_the_document_writes_them() -> None:
    text = "Sửa chữa 85 phòng, đơn giá 90 triệu đồng/phòng, thành tiền 7,56 tỷ đồng."
    (row,) = frames([analyse(read_text(text, "a.txt"))])["findings"].to_dict("records")
    assert "7,56 -> 7,65 (" in row["suggestions"]


def test_a_figure_is_told_in_the_scale_of_its_equation() -> None:
    lines = told("Sửa chữa 85 phòng, đơn giá 90 triệu đồng/phòng, thành tiền 7,56 tỷ đồng.")
    assert "nêu 7,56 (7.560 triệu), nhưng 85 × 90 = 7.650 triệu (lệch 90 triệu)" in lines[0]


@pytest.mark.parametrize(("value", "expected"), [("56", "560"), ("65.00", "650"), ("65.01", "")])
def test_digits_are_no_scientific_notation(value: str, expected: str) -> None:
    (q,) = analyse(read_text("Tỷ lệ đạt 56,0%.", "a.txt")).quantities
    assert digits(q, Decimal(value)) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A118", "Cơ cấu kinh tế: nông nghiệp 34,6%; công nghiệp 28,1%; dịch vụ 39,3%."),
        ("A121", "Trong số lao động có việc làm, nam chiếm 58,4%, nữ chiếm 42,6%."),
    ],
)
def test_every_suggestion_makes_shares_of_one_whole_a_hundred(code: str, text: str) -> None:
    report = analyse(read_text(text, "a.txt"))
    (finding,) = report.findings
    assert finding.code == code and len(finding.suggestions) >= 2
    figures = {q.id: q for q in report.quantities}
    for s in finding.suggestions:
        figure = figures[s.quantity]
        other = f"{s.value:f}".replace(".", ",") + "%"
        mended = text[: figure.start] + other + text[figure.end :]
        assert analyse(read_text(mended, "a.txt")).findings == (), mended


def test_what_is_left_of_a_hundred_follows_from_the_weights() -> None:
    text = "Cơ cấu kinh tế: nông nghiệp 34,6%; công nghiệp 28,1%; dịch vụ 39,3%."
    report = analyse(read_text(text, "a.txt"))
    (r,) = (r for r in report.relations if r.verdict == "inconsistent")
    figures = {q.id: q.value for q in report.quantities}
    assert r.computed == 100 + sum(o.weight * figures[o.quantity] for o in r.operands)
    (plain,) = analyse(read_text("Có 3 hộ nghèo và 4 hộ cận nghèo, tổng cộng 8 hộ.", "b")).relations
    assert [o.weight for o in plain.operands] == [1, 1]
