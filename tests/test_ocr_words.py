"""Scans: words, figures and numbers that a second reading or their neighbours prove."""

from __future__ import annotations

import numpy as np
import pytest

from extract.readers.ocr import again as ocr_again
from extract.readers.ocr import case as ocr_case
from extract.readers.ocr import lines as ocr_lines
from extract.readers.ocr import words as ocr_words
from extract.readers.ocr.tesseract import Line, Word
from extract.readers.ocr.twice import joined
from scanned import row


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("thu 3.~762 tỷ", "thu 3.762 tỷ"),
        ("giảm (21,~91%).", "giảm (21,91%)."),
        ("còn 1~.206 người", "còn 1.206 người"),
        ("năm 2021, 91 xã", "năm 2021, 91 xã"),  # a space between
        ("mục 3.~76 hộ", "mục 3. 76 hộ"),
        ("ngày 5/3.~762 hộ", "ngày 5/3. 762 hộ"),
        ("16 chỉ cục", "16 chi cục"),
        ("10 tý đồng", "10 tỷ đồng"),
        ("BAO CAO", "BÁO CÁO"),
        ("Uỷ ban", "Uỷ ban"),
        ("cần bổ sung", "cần bổ sung"),
        ("đầu mỗi năm", "đầu mỗi năm"),
        ("Ngành Ytế", "Ngành Y tế"),
        ("lũy kể 7 tháng", "lũy kế 7 tháng"),
        ("xe đôi dư", "xe dôi dư"),
        ("đôi bên", "đôi bên"),
        ("71% chỉ thường xuyên,", "71% chi thường xuyên,"),
        ("chỉ đầu tư phát triển", "chi đầu tư phát triển"),
        ("chỉ đầu tư 3 xã", "chỉ đầu tư 3 xã"),
        ("địa chỉ thường trú", "địa chỉ thường trú"),
        ("chỉ, thường xuyên", "chỉ, thường xuyên"),  # a mark between
        ("34% tổng chỉ.", "34% tổng chi."),
        ("tổng chỉ tiêu", "tổng chỉ tiêu"),
        ("các chứng chỉ.", "các chứng chỉ."),
        ("huyệnđã cấp", "huyện đã cấp"),
        ("đài videoclip", "đài videoclip"),
        ("thuốc vácxin", "thuốc vácxin"),  # the second half may be no word of its own
        ("4/TỔ CHỨC", "4/ TỔ CHỨC"),
        ("IV.THU CHI", "IV. THU CHI"),
        ("4/BC-TỔ", "4/BC-TỔ"),
        ("2.đã cấp", "2.đã cấp"),
    ],
)
def test_words_beside_each_other(words: str, mended: str) -> None:
    """`~` stands where two words touch."""
    line = row(*words.replace("~", " ").split(" "))
    for n, word in enumerate(words.split(" ")):
        if "~" in word:
            line.parts[n].boxes[-1] = (
                *line.parts[n].boxes[-1][:2],
                line.parts[n + 1].boxes[0][0],
                100,
            )
    ocr_words.mend_words([[line]])
    assert line.text == mended
    assert all(len(p.text) == len(p.boxes) for p in line.parts)


def test_a_phrase_that_goes_on_in_the_next_row() -> None:
    lines = [row("71%", "chỉ"), row("thường", "xuyên"), row("chỉ"), row("Thường", "trực")]
    assert ocr_words.mend_words([lines]) == 1
    assert [line.text for line in lines] == ["71% chi", "thường xuyên", "chỉ", "Thường trực"]
    assert lines[0].parts[1].was == "chỉ"


@pytest.mark.parametrize(
    ("read_as", "numbers"),
    [
        (["I.", "II.", "HI.", "IV."], ["I.", "II.", "III.", "IV."]),
        (["I.", "II.", "II.", "IV."], ["I.", "II.", "III.", "IV."]),
        (["I-", "H-", "IH-"], ["I-", "II-", "III-"]),
        (["I.", "II.", "II."], ["I.", "II.", "II."]),  # nothing shows that it was III
        (["I.", "1.", "2.", "II."], ["I.", "1.", "2.", "II."]),
        (["I.", "II.", "V."], ["I.", "II.", "V."]),
    ],
)
def test_roman_numbers_by_their_order(read_as: list[str], numbers: list[str]) -> None:
    lines = [row(mark, "Thôn") for mark in read_as]
    ocr_words.mend_words([lines])
    assert [line.parts[0].text for line in lines] == numbers


def test_roman_numbers_by_their_strokes() -> None:
    page = np.full((100, 400), 255, np.uint8)
    for k in range(3):
        page[20:60, 20 + 15 * k : 25 + 15 * k] = 0
    boxes = [(18.0, 20.0, 40.0, 60.0), (40.0, 20.0, 58.0, 60.0), (60.0, 54.0, 64.0, 60.0)]
    words = [Word("HI.", boxes, 0.9), Word("Kết", [(80.0, 20.0, 90.0, 60.0)] * 3, 0.9)]
    assert ocr_again.count_strokes([Line(words, 0.0)], page) == 1
    assert (words[0].text, words[0].was) == ("III.", "HI.") and len(words[0].boxes) == 4


@pytest.mark.parametrize(
    ("first", "second", "kept", "sure"),
    [
        (("A2,", 0.6), ("42,", 0.9), "42,", 0.5),  # a letter among digits
        (("58", 0.7), ("53", 0.9), "58", 0.3),  # two figures: the first stays, less trusted
        (("58", 0.7), ("58", 0.9), "58", 0.9),
        (("A2,", 0.6), ("1.042,", 0.9), "A2,", 0.6),  # of another length
        (("A2,", 0.6), ("42,", 0.5), "A2,", 0.6),
        (("giám", 0.6), ("giảm", 0.95), "giảm", 0.95),
        (("giảm", 0.8), ("giám", 0.85), "giảm", 0.8),
        (("thôn", 0.5), ("12", 0.95), "thôn", 0.5),  # no figure is made of letters
    ],
)
def test_a_second_reading(
    first: tuple[str, float], second: tuple[str, float], kept: str, sure: float
) -> None:
    word, again = (Word(t, [(0.0, 0.0, 1.0, 1.0)] * len(t), s) for t, s in (first, second))
    ocr_again._settled(word, again, again)
    assert (word.text, word.sure) == (kept, sure) and len(word.boxes) == len(kept)
    assert word.was == (first[0] if kept != first[0] else "")


@pytest.mark.parametrize(
    ("own", "plain", "kept"),
    [("42,", "42,", "42,"), ("A2,", "42,", "A2,"), ("42,", "43,", "A2,")],
)
def test_a_letter_among_digits_that_was_sure_needs_both_readings(
    own: str, plain: str, kept: str
) -> None:
    assert ocr_again._LETTERED.fullmatch("A2,") and not ocr_again._LETTERED.fullmatch("QH15")
    word, *again = (Word(t, [(0.0, 0.0, 1.0, 1.0)] * 3, 0.9) for t in ("A2,", own, plain))
    ocr_again._settled(word, *again)
    assert word.text == kept


def marked(tail: int, gap: int = 4) -> tuple[Word, np.ndarray]:
    """A word read as "an:" and the picture of its mark, whose lower dot has a tail of so many
    pixels; `gap` pixels part it from the letter before."""
    page = np.full((120, 200), 255, np.uint8)
    page[52:80, 20:60] = 0
    at = 60 + gap
    page[52:57, at : at + 5] = page[75:80, at : at + 5] = 0
    page[80 : 80 + tail, at : at + 3] = 0
    boxes = [(20.0, 52.0, 38.0, 80.0), (40.0, 52.0, 60.0, 80.0)]
    boxes.append((float(at), 52.0, at + 5.0, 80.0 + tail))
    return Word("an:", boxes, 0.9), page


@pytest.mark.parametrize(
    ("tail", "gap", "shown"), [(8, 4, "an;"), (8, 0, "an;"), (0, 4, "an:"), (2, 4, "an:")]
)
def test_a_semicolon_has_a_tail(tail: int, gap: int, shown: str) -> None:
    word, page = marked(tail, gap)
    assert ocr_again.tell_semicolons([Line([word], 0.0)], page) == (shown == "an;")
    assert word.text == shown and word.was == ("an:" if shown == "an;" else "")


@pytest.mark.parametrize(
    ("read_as", "mended"),
    [
        ("ngành y tẾ và đỀ án", "ngành y tế và đề án"),
        ("cấp cho nhà Ở, đất", "cấp cho nhà ở, đất"),
        ("Ở miền núi", "Ở miền núi"),
        ("THAM GIA Ở XÃ", "THAM GIA Ở XÃ"),
        ("giảm từ 534 xuỐng còn 417", "giảm từ 534 xuống còn 417"),
        ("có 25 cơ SỞ;", "có 25 cơ sở;"),
        ("do ^SỞ chủ trì", "do Sở chủ trì"),
        ("của xãSơn là", "của xãSơn là"),
        ("BÁO CÁO SỐ", "BÁO CÁO SỐ"),
        ("điện 12 kWh và công VC", "điện 12 kWh và công VC"),
        ("số liệu của TỔ", "số liệu của TỔ"),  # T does not look like t
        ("các HĐND xã", "các HĐND xã"),
    ],
)
def test_capitals_that_are_small_letters(read_as: str, mended: str) -> None:
    """`^` stands before a word whose first letter is as high as a capital."""
    line = row(*read_as.replace("^", "").split(" "))
    for word, part in zip(read_as.split(" "), line.parts, strict=True):
        low = 0.68 if word.startswith("^") else 0.5
        part.boxes = [(x0, 100 - low * line.size, x1, 100.0) for x0, _, x1, _ in part.boxes]
    count = ocr_case.mend_cases([[line]])
    assert line.text == mended and (count > 0) == (read_as.replace("^", "") != mended)
    assert [p.was for p in line.parts if p.was] == [
        word.replace("^", "")
        for word, shown in zip(read_as.split(" "), mended.split(" "), strict=True)
        if word.replace("^", "") != shown
    ]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (
            [("Trên", 67, 0.29), ("đây", 99, 0.97), ("Trên", 68, 0.8), ("đầu", 101, 0.34)],
            ["đây", "Trên"],
        ),
        ([("Số", 65, 0.96), ("hộ", 66, 0.93)], ["Số", "hộ"]),  # rough boxes, both sure
        ([("An", 60, 0.96), ("Bình", 95, 0.5)], ["An", "Bình"]),  # side by side
        ([("HO.", 60, 0.5), ("____", 58, 0.9)], ["HO.", "____"]),  # a line under it
    ],
)
def test_words_read_over_others(words: list[tuple[str, float, float]], kept: list[str]) -> None:
    made = [
        Word(text, [(x + 8 * n, 0.0, x + 8 * n + 8, 12.0) for n in range(len(text))], sure)
        for text, x, sure in words
    ]
    rows, _ = ocr_lines.settled([Line(made, 0.0)], 0.0, 1.0, 595, 842)
    assert [part.text for part in rows[0].parts] == kept


def reading(*words: tuple[str, float, float]) -> list[Line]:
    """A reading of a row: words with the place they begin at and their confidence."""
    made = [
        Word(text, [(x + 10 * n, 100.0, x + 10 * n + 9, 120.0) for n in range(len(text))], sure)
        for text, x, sure in words
    ]
    return [Line(made, 0.0)]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ([("KXẾC", 50, 0.6)], [("37,5", 50, 0.9)], [("37,5", 0.5)]),
        ([("3B5", 60, 0.4)], [("|35", 50, 0.9)], [("35", 0.5)]),
        ([("Xã", 0, 0.9)], [("Xã", 0, 0.9), ("1,5", 90, 0.8)], [("Xã", 0.9), ("1,5", 0.5)]),
        ([("Xã", 0, 0.9)], [("1,5", 90, 0.3)], [("Xã", 0.9)]),
        ([("7,8", 50, 0.9)], [("7,5", 50, 0.9)], [("7,8", 0.3)]),
        ([("7,8", 50, 0.9)], [("7,8", 50, 0.7)], [("7,8", 0.9)]),
        ([("hộ", 50, 0.8)], [("40", 50, 0.8)], [("hộ", 0.8)]),
    ],
)
def test_figures_of_a_second_reading(
    first: list[tuple[str, float, float]],
    second: list[tuple[str, float, float]],
    shown: list[tuple[str, float]],
) -> None:
    lines = reading(*first)
    joined(lines, reading(*second))
    assert [(word.text, word.sure) for line in lines for word in line.words] == shown


@pytest.mark.parametrize(
    ("text", "at", "gap", "read_as"),
    [
        ("Tổngsố", 4, 4, "Tổng số"),
        ("THÔNXÓM", 4, 3, "THÔN XÓM"),
        ("Tổngsố", 4, 1, "Tổngsố"),  # letters stand near
        ("Thương", 3, 4, "Thương"),  # one syllable
        ("Tổngsxố", 4, 4, "Tổngsxố"),
    ],
)
def test_words_read_as_one_beside_a_gap(text: str, at: int, gap: int, read_as: str) -> None:
    x = [100 + 8 * n + gap * (n >= at) for n in range(len(text))]
    word = Word(text, [(a, 50.0, a + 7.0, 60.0) for a in x], 0.9)
    rows, _ = ocr_lines.settled([Line([word], 0.0)], 0.0, 1.0, 595, 842)
    assert rows[0].text == read_as
