"""Calls of notes in PDFs whose letters are drawn one by one: one number or two, and behind what."""

from __future__ import annotations

import pytest

import extract
from pdfs import LEFT, Pdf, lines, read, width


def glyphs(pdf: Pdf, x: float, y: float, words: str, size: float = 12) -> float:
    """Draw each letter by itself; where the next would stand."""
    for n, char in enumerate(words):
        pdf.text(x + width(words[:n], size), y, char, size)
    return x + width(words, size)


def called(pdf: Pdf, y: float, words: str, mark: str, gap: float = 0.0) -> None:
    """Words on a line and the raised digits of a mark, all drawn letter by letter."""
    x = glyphs(pdf, LEFT, y, words)
    for digit in mark:
        x = glyphs(pdf, x, y - 5, digit, 7) + gap


def noted(pdf: Pdf, y: float, *notes: str) -> None:
    """Notes under a rule, each a raised number drawn letter by letter and its text."""
    pdf.rule(LEFT, y - 12, LEFT + 140, y - 12)
    for n, note in enumerate(notes):
        mark, _, words = note.partition(" ")
        glyphs(pdf, LEFT, y + 14 * n - 4, mark, 6)
        pdf.text(LEFT + width(mark, 6), y + 14 * n, words, 10)


@pytest.mark.parametrize("mark", ["12", "23", "89", "120"])
def test_a_call_whose_digits_count_up(mark: str) -> None:
    pdf = Pdf().page()
    called(pdf, 100, "Toàn xã giảm 15 tổ", mark)
    noted(pdf, 700, f"{mark} Gồm 5 tổ ở thôn Đông.")
    report = extract.analyse(read(pdf))
    assert [f.marker for f in report.footnotes if f.ref and f.body] == [mark]
    assert not report.findings


def test_two_calls_whose_notes_stand_below() -> None:
    pdf = Pdf().page().text(LEFT, 60, "Xã Đông").page()
    called(pdf, 100, "Toàn xã giảm 15 tổ", "12")
    noted(pdf, 700, "1 Gồm 5 tổ ở thôn Đông.", "2 Số liệu năm 2023.")
    report = extract.analyse(read(pdf))
    assert [f.marker for f in report.footnotes if f.ref and f.body] == ["1", "2"]


@pytest.mark.parametrize(("before", "read_as"), [("11", "¹²"), ("3", "⁴ ⁵")])
def test_without_notes_the_call_before_tells(before: str, read_as: str) -> None:
    pdf = Pdf().page()
    called(pdf, 100, "Toàn xã giảm 15 tổ", before)
    called(pdf, 130, "Còn 30 tổ", "12" if read_as == "¹²" else "45")
    assert lines(pdf)[1] == f"Còn 30 tổ{read_as}"


def test_the_next_call_is_one_whose_note_stands_on_the_next_page() -> None:
    pdf = Pdf().page()
    called(pdf, 60, "Có 40 tổ", "2")
    called(pdf, 80, "Có 30 hộ", "3")
    called(pdf, 100, "Toàn xã giảm 15 tổ", "22")
    called(pdf, 130, "Số hộ nghèo còn 120", "23")
    noted(pdf, 700, "2 Gồm 5 tổ ở thôn Đông.", "3 Số liệu năm 2023.")
    assert "còn 120²³" in read(pdf).text


def test_calls_that_stand_apart_stay_two() -> None:
    pdf = Pdf().page().text(LEFT, 60, "Xã Đông").page()
    called(pdf, 100, "Toàn xã giảm 15 tổ", "12", gap=2)
    assert "tổ¹ ²" in read(pdf).text


def test_a_call_behind_a_year() -> None:
    pdf = Pdf().page()
    x = glyphs(pdf, LEFT, 100, "Nghị quyết năm 2023")
    glyphs(pdf, glyphs(pdf, x, 95, "1", 7), 100, ";")
    pdf.text(LEFT, 116, "tổ tự quản giảm 15 tổ.")
    noted(pdf, 700, "1 Gồm 5 tổ ở thôn Đông.")
    document = read(pdf)
    assert "năm 2023¹;" in document.text
    assert [f.marker for f in extract.analyse(document).footnotes if f.ref] == ["1"]


def test_a_small_number_above_a_year_calls_nothing() -> None:
    pdf = Pdf().page()
    x = glyphs(pdf, LEFT, 100, "Nghị quyết năm 2023")
    glyphs(pdf, x + 40, 95, "1", 7)
    assert "¹" not in read(pdf).text


def _words(pdf: Pdf, y: float, parts: tuple[str, ...], size: float = 12, one: bool = True) -> None:
    """Draw words, what begins with "^" small and raised; letter by letter where `one`."""
    x = LEFT
    for part in parts:
        raised, words = part[0] == "^", part.removeprefix("^")
        own = 0.6 * size if raised else size
        for drawn in words if one else (words,):
            if drawn.strip():
                pdf.text(x, y - (0.4 * size if raised else 0), drawn, own)
            x += width(drawn, own)


@pytest.mark.parametrize("one", [True, False])
@pytest.mark.parametrize(
    ("parts", "marker", "unit"),
    [
        (("Diện tích 500 m", "^2", "^1", " đất ở"), "1", "m2"),
        (("Khai thác 500 m", "^3", "^12", " cát"), "12", "m3"),
        (("Rộng 500 km", "^2", "^1", "; dân cư thưa"), "1", "km2"),
        (("Diện tích (500 m", "^2", ")", "^1", " đất ở"), "1", "m2"),
        (("Diện tích 500 m", "^2", "^(1)", " đất ở"), "1", "m2"),
        (("Trữ lượng 500 m", "^3", "^1"), "1", "m3"),
        (("Kênh dài 500 m", "^1", " đã xong"), "1", "m"),
    ],
)
def test_calls_behind_powers(parts: tuple[str, ...], marker: str, unit: str, one: bool) -> None:
    pdf = Pdf().page()
    _words(pdf, 100, parts, one=one)
    pdf.text(LEFT, 130, "Các thôn đã họp dân trong quý.").rule(LEFT, 700, LEFT + 140, 700)
    _words(pdf, 715, (f"^{marker}", " Gồm cả thôn Đông."), 10, one)
    report = extract.analyse(read(pdf))
    assert [(f.marker, bool(f.ref and f.body)) for f in report.footnotes] == [(marker, True)]
    assert [(q.text, q.unit) for q in report.quantities] == [("500", unit)]
