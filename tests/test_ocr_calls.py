"""Calls of notes in black-and-white scans: their ink, and what tells their numbers."""

from __future__ import annotations

import numpy as np
import pytest

from extract.readers.ocr import marks
from extract.readers.ocr.lines import Part, Row, settled
from extract.readers.ocr.tesseract import Line, Word
from scanned import row

HIGH, WIDE, BASE = 28, 20, 100  # of a digit: 28 pixels, type of 41


def word(text: str, mark: str) -> tuple[Word, np.ndarray]:
    """A word of full digits, then raised marks and a stop, and its picture."""
    page = np.full((160, 400), 255, np.uint8)
    boxes = []
    x = 40
    for char in text:
        top, bottom, wide = BASE - HIGH, BASE, WIDE
        if char in mark:
            top, bottom, wide = BASE - 32, BASE - 17, 10
        elif char in ".,;":
            top, bottom, wide = BASE - 4, BASE + 4, 4
        page[top:bottom, x : x + wide] = 0
        boxes.append((float(x), float(top), float(x + wide), float(bottom)))
        x += wide + 4
    return Word(text, boxes, 0.9), page


@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize(
    ("text", "mark"), [("2015”;", "”"), ("2015”", "”"), ("12%”.", "”"), ("99’”,", "’”")]
)
def test_a_call_read_as_a_quotation_mark_behind_a_figure(text: str, mark: str, above: bool) -> None:
    found, page = word(text, mark)
    if above:  # a letter of the line above hangs down over the mark
        x = int(found.boxes[text.index(mark)][0])
        page[: BASE - 38, x - 2 : x + 8] = 0
    line = Line([found], 0.0)
    marks.sharpen([line], page)
    read = Row([Part(found.text, found.boxes, 0.9)], float(BASE), 41.0)
    assert [read.parts[n].text[a:b] for n, a, b in marks._raised_in(read)] == [mark]


def test_a_quotation_mark_behind_a_year_stays() -> None:
    found, page = word("2015x;", "")
    x0, _, x1, _ = found.boxes[4]
    page[:, int(x0) : int(x1)] = 255
    page[BASE - 32 : BASE - 24, int(x0) : int(x0) + 8] = 0  # the ink of a quotation mark is low
    found.text = "2015”;"
    found.boxes[4] = (x0, BASE - 32.0, x0 + 8, BASE - 24.0)
    marks.sharpen([Line([found], 0.0)], page)
    assert found.text == "2015”;"
    read = Row([Part(found.text, found.boxes, 0.9)], float(BASE), 41.0)
    assert marks._raised_in(read) == []


def test_accents_between_two_lines_are_no_text() -> None:
    def line(text: str, base: float, size: float) -> Line:
        wide = size / 2
        boxes = [(40 + wide * k, base - 0.7 * size, 38 + wide * k + wide, base)
                 for k in range(len(text))]  # fmt: skip
        return Line([Word(text, boxes, 0.9)], 0.0)

    lines = [line("trong đó có thôn", 70, 14), line("ˆ ng x7 ` & 3 » ^ dg x", 78, 5)]
    lines.append(line("và hộ mới tách ra", 86, 14))
    rows, _ = settled(lines, 0.0, 1.0, 595, 842)
    assert [line.text for line in rows] == ["trong đó có thôn", "và hộ mới tách ra"]


def test_small_lines_above_the_text_are_no_notes() -> None:
    words = ("Ủy", "ban", "nhân", "dân", "xã", "đã", "họp", "bàn", "với", "các", "thôn,", "bản")
    head = row("^-", "HỘI", "ĐỒNG", "NHÂN", "DÂN", size=10, base=60)
    text = row(*words, "dự^”", base=100)
    note = row("^!", *words, size=10, base=700)
    assert marks.number_notes([[head, text, note]]) == 2
    assert [p.raised for p in head.parts] == [False] * len(head.parts)
    assert [p.text for p in (*text.parts, *note.parts) if p.raised] == ["1", "1"]


def test_accents_of_the_first_line_that_begin_left_of_it_are_no_text() -> None:
    def line(text: str, left: float, base: float, size: float) -> Line:
        boxes = [(left + 8 * k, base - 0.7 * size, left + 7 + 8 * k, base)
                 for k in range(len(text))]  # fmt: skip
        return Line([Word(text, boxes, 0.9)], 0.0)

    lines = [line("1 ^ ` ~", 54, 71, 9), line("- HỘI ĐỒNG NHÂN DÂN", 60, 84, 16)]
    rows, _ = settled(lines, 0.0, 1.0, 595, 842)
    assert [line.text for line in rows] == ["- HỘI ĐỒNG NHÂN DÂN"]
