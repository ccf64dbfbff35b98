"""Numbers that a tab sets far from their words: read again beside them, believed where numbers."""

from __future__ import annotations

import numpy as np
import pytest

from extract.readers.ocr import labels
from extract.readers.ocr.labels import mend_labels
from extract.readers.ocr.tesseract import Line, OcrError, Word

PAGE = np.full((200, 1200), 255, np.uint8)
READ: list[tuple[int, str]] = []  # how many pictures were read, in which language


def line(first: str, *words: str, sure: float = 0.4, gap: float = 120) -> Line:
    """A line in type of 58 pixels: the first word, a gap, and the others."""
    out, x = [], 100.0
    for n, text in enumerate((first, *words)):
        boxes = [(x + 24 * k, 60.0, x + 24 * k + 22, 100.0) for k in range(len(text))]
        out.append(Word(text, boxes, 0.95 if n else sure))
        x = boxes[-1][2] + (15 if n else gap)
    return Line(out, 0.0)


def mended(found: Line, **second: tuple[str, float]) -> tuple[str, int]:
    """The line's first word when its number is read so in each language, and how many were
    misread."""

    def read(path: str, tiff: bytes, count: int, language: str, first: bool) -> list[Word | None]:
        READ.append((count, language))
        if language not in second:
            raise OcrError("no such language")
        text, sure = second[language]
        return [Word(text, [], sure)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(labels, "read_words", read)
        count = mend_labels("tesseract", [found], PAGE)
    word = found.words[0]
    assert len(word.boxes) == len(word.text)
    return word.text, count


WORDS = ("Tổng", "nguồn", "vốn")


@pytest.mark.parametrize(
    ("first", "vie", "eng", "told"),
    [
        ("đỗ", ("1.", 0.96), ("1.", 0.93), "1."),
        ("7,", ("2.", 0.96), ("2.", 0.9), "2."),
        ("lƑ", ("[.", 0.34), ("I.", 0.87), "I."),
        ("IL", ("H.", 0.55), ("II.", 0.83), "II."),
        ("S}", ("3.Tổng", 0.92), ("g", 0.1), "3."),
        ("8)", ("a)", 0.93), ("a)", 0.96), "a)"),
        ("12", ("1.2.", 0.96), ("1.2.", 0.9), "1.2."),
    ],
)
def test_numbers_are_read_beside_their_words(
    first: str, vie: tuple[str, float], eng: tuple[str, float], told: str
) -> None:
    assert mended(line(first, *WORDS), vie=vie, eng=eng) == (told, 1)
    assert mended(line(first, *WORDS), vie=(told, 0.9))[0] == told  # without English


@pytest.mark.parametrize(
    ("first", "sure", "vie"),
    [
        ("Khối", 0.96, ("Khối", 0.96)),  # no number
        ("TT", 0.9, ("IT", 0.9)),
        ("đỗ", 0.4, ("1.", 0.3)),  # in doubt
        ("3.", 0.8, ("8.", 0.7)),  # a number that was surer
    ],
)
def test_what_is_not_believed(first: str, sure: float, vie: tuple[str, float]) -> None:
    assert mended(line(first, *WORDS, sure=sure), vie=vie, eng=vie) == (first, 0)


@pytest.mark.parametrize(
    "found",
    [
        line("1.", *WORDS, sure=0.96),  # surely a number
        line("-", *WORDS, sure=0.9),
        line("đỗ", *WORDS, gap=20),  # beside its words
        line("đỗ", "41,2%", "tăng"),  # a row of figures
        line("Nguyễn", *WORDS),  # a word
        line("đỗ", "Tổng"),  # no words to read it by
    ],
)
def test_what_is_not_read_again(found: Line) -> None:
    READ.clear()
    first = found.words[0].text
    assert mended(found, vie=("1.", 0.9), eng=("1.", 0.9)) == (first, 0)
    assert READ == []


@pytest.mark.parametrize(
    ("ink", "taken"),
    [
        ((60, 56, 80, 100), True),
        ((60, 92, 66, 100), False),  # a speck
        ((10, 56, 170, 100), False),  # a word
        ((0, 62, 20, 100), False),  # cut by what is looked at
    ],
)
def test_ink_before_a_line_may_be_a_number(ink: tuple[int, int, int, int], taken: bool) -> None:
    x0, top, x1, bottom = ink
    page = PAGE.copy()
    page[top:bottom, x0 + 40 : x1 + 40] = 0
    found = line("Tổng", "nguồn", "vốn", "đầu", sure=0.95, gap=15)
    for word in found.words:
        word.boxes = [(a + 140, b, c + 140, d) for a, b, c, d in word.boxes]
    with pytest.MonkeyPatch.context() as patch:
        read = [Word("2.", [], 0.9)]
        patch.setattr(labels, "read_words", lambda *_, **__: read)
        count = mend_labels("tesseract", [found], page)
    assert (found.words[0].text == "2.", count) == (taken, taken)
