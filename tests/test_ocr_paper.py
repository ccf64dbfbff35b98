"""Scans: what befalls the paper, seals over the text, kinds of pictures, invisible texts."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

import extract
from extract.errors import InputError
from extract.readers import programs
from extract.readers.files import read_bytes
from extract.readers.ocr import colour as ocr_colour
from extract.readers.ocr import tall_cells
from extract.readers.ocr.picture import cleaned
from extract.readers.ocr.tesseract import Line, Word
from extract.readers.pdf.runs import Rule
from pdfs import FILLER, LEFT, Pdf, fixture, read
from scanned import WITH_OCR, page_of, saved, scan


def spoiled(page: Image.Image, how: str) -> Image.Image:
    pixels = np.asarray(page).astype(float)
    if how == "grey":
        pixels = 60 + (np.linspace(150, 225, pixels.shape[1])[None, :] - 60) * pixels / 255
    elif how == "grain":
        pixels = pixels + np.random.default_rng(7).normal(0, 26, pixels.shape)
    elif how == "stamp":
        from PIL import ImageDraw

        shown = page.copy()
        for k in range(0, 60, 20):
            box = (500 + k, 500 + k, 1000 - k, 1000 - k)
            ImageDraw.Draw(shown).ellipse(box, outline=140, width=8)
        pixels = np.minimum(np.asarray(shown), pixels)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


@WITH_OCR
@pytest.mark.parametrize("how", ["grey", "grain", "stamp"])
def test_spoiled_paper(how: str) -> None:
    """Of the figures a third and more were lost on such pages."""
    text = extract.analyse(read(fixture("bao-cao")))
    page = spoiled(scan(fixture("bao-cao"))[0], how)
    report = extract.analyse(read_bytes(saved([page]), f"{how}.pdf"))
    first = text.document.pages[0]
    values = [q.value for q in text.quantities if q.end <= first.end]
    seen = [q.value for q in report.quantities]
    assert sum(value in seen for value in values) >= 0.9 * len(values), (values, seen)


def report_page() -> Image.Image:
    data = (Path(__file__).parent / "fixtures" / "report-libreoffice.pdf").read_bytes()
    return scan(data)[0]


def around(page: Image.Image) -> Image.Image:
    """The page on a scanner whose lid was open."""
    out = Image.new("L", (page.width + 160, page.height + 160), 10)
    out.paste(page, (60, 100))
    return out


@WITH_OCR
@pytest.mark.parametrize(
    "spoil", [around, ImageOps.invert, lambda page: page.rotate(270, expand=True)]
)
def test_a_page_in_black_or_turned_to_the_right(
    spoil: Callable[[Image.Image], Image.Image],
) -> None:
    """Its table was not read at all, or figures were torn out of their sentences."""
    report = extract.analyse(read_bytes(saved([spoil(report_page())], "PNG"), "a.png"))
    figures = "40 31 9 22,5% 12 300 31 1,5 42 2,5 73 4,0".split()
    assert [q.text for q in report.quantities] == figures
    assert [row[1] for row in report.tables[0].cells][1:] == ["Tổ Đông", "Tổ Đoài", "Tổng cộng"]


def test_black_at_the_edges_is_no_ink() -> None:
    page = np.full((400, 300), 250, np.uint8)
    page[100:120, 100:200] = 0  # a bar of the page itself
    page[:, :30] = page[380:] = 12
    paper = cleaned(page)
    assert paper[:, :30].min() > 200 and paper[380:].min() > 200
    assert paper[105:115, 105:195].max() < 60


@WITH_OCR
@pytest.mark.parametrize("turn", [1.5, -2.0])
def test_a_table_on_a_page_askew(turn: float) -> None:
    """No cell was found, for borders were no lines. Boxes lie on the page as it is."""
    data = (Path(__file__).parent / "fixtures" / "report-typst.pdf").read_bytes()
    document = read_bytes(saved(scan(data, turn=turn)), "nghiêng.pdf")
    (table,) = extract.analyse(document).tables
    assert [row[2] for row in table.cells[1:]] == ["31", "42", "73"]
    straight = read_bytes(saved(scan(data)), "thẳng.pdf")
    word = straight.text.split()[5]
    at, other = document.text.index(word), straight.text.index(word)
    assert document.places is not None and straight.places is not None
    (box,), (upright,) = document.places.boxes(at, at + 3), straight.places.boxes(other, other + 3)
    angle = np.radians(turn)
    x, y = (upright.x0 + upright.x1) / 2 - 297.5, (upright.top + upright.bottom) / 2 - 421
    there = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    assert abs((box.x0 + box.x1) / 2 - 297.5 - there[0]) < 4
    assert abs((box.top + box.bottom) / 2 - 421 - there[1]) < 4


def sealed(page: Image.Image, x: int, y: int) -> Image.Image:
    """A round red seal of 36 mm over a page of 200 dpi."""
    from PIL import ImageDraw

    out = page.convert("RGB")
    draw = ImageDraw.Draw(out)
    for k in (0, 22, 70):
        draw.ellipse((x + k, y + k, x + 283 - k, y + 283 - k), outline=(200, 30, 45), width=9)
    black = np.asarray(page)[:, :, None]
    return Image.fromarray(np.minimum(np.asarray(out), np.where(black < 128, black, 255)))


def test_a_red_seal_is_taken_out() -> None:
    page = page_of("Nam 2024 co 12 to.", "Nam 2025 co 11 to.")
    grey = ocr_colour.grey_of(sealed(page, 300, 200))
    assert ((grey < 150) == (np.asarray(page) < 150)).mean() > 0.999


def test_words_in_colour_stay() -> None:
    page = np.asarray(page_of("Nam 2024 co 12 to. Nam 2025 co 11 to.", "Nam 2026 co 10 to."))
    red = np.stack([np.full_like(page, 255), page, page], axis=2)
    grey = ocr_colour.grey_of(Image.fromarray(red))
    assert ((grey < 150) == (page < 150)).mean() > 0.999


@WITH_OCR
@pytest.mark.parametrize("kind", ["BMP", "GIF", "WEBP"])
def test_further_kinds_of_pictures(kind: str) -> None:
    """They were told to be binary files without text."""
    out = io.BytesIO()
    page_of("Nam 2024 co 12 to.").save(out, kind)
    document = read_bytes(out.getvalue(), "ảnh")
    assert "2024" in document.text and document.media_type == f"image/{kind.lower()}"


def test_text_that_begins_like_a_picture() -> None:
    assert read_bytes("BMI: 12 xã có số liệu.".encode(), "a.txt").media_type == "text/plain"


def test_a_picture_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was told to be broken."""
    data = saved([page_of("Scan")], "PNG")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(InputError, match="too large"):
        read_bytes(data, "to.png")


def layered(words: str) -> Pdf:
    """A scanned page with these words as an invisible text."""
    page = page_of("Nam 2024 co 1.813 to.").resize((1240, 1754)).convert("1")
    size = f"/W {page.width} /H {page.height} /CS /G /BPC 1 /F /AHx"
    picture = f"q 595 0 0 842 0 0 cm BI {size} ID {page.tobytes().hex()}> EI Q"
    return Pdf().page().raw(picture).text(LEFT, 110, words, size=3, mode=3)


GOOD = "Năm 2024 toàn xã có 1.813 tổ, " + FILLER
BAD = "Nam 2O24 toan xa c6 1.8l3 t6, " + "".join(
    c for c in unicodedata.normalize("NFD", FILLER.replace("đ", "d")) if c.isascii()
)


@WITH_OCR
def test_an_invisible_text_without_accents_is_read_anew() -> None:
    """Its figures were those that an OCR without Vietnamese had made of them."""
    document = read(layered(BAD))
    assert "1.813" in document.text and "toan xa" not in document.text
    assert document.ocr_pages == {1} and "read by OCR" in document.warnings[0]
    assert "toàn xã" in read(layered(GOOD)).text


def test_an_invisible_text_stays_where_there_is_no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(programs, "_TESSERACT_PLACES", ())
    document = read(layered(BAD))
    assert "toan xa" in document.text and document.ocr_pages == {1}
    assert any("invisible" in told for told in document.warnings)
    assert any("tesseract-ocr-vie" in told for told in document.warnings)


@WITH_OCR
@pytest.mark.parametrize(("dpi", "turn"), [(300, 0), (300, 0.7), (200, 0)])
def test_a_header_whose_cells_reach_over_two_rows(dpi: int, turn: float) -> None:
    """Its words stand at unlike heights: Tesseract took them for one line (`SĐỐCƠSỞ`)."""
    data = (Path(__file__).parent / "fixtures" / "merged-heads.pdf").read_bytes()
    (table,) = extract.analyse(read_bytes(data, "a.pdf")).tables
    (seen,) = extract.analyse(read_bytes(saved(scan(data, dpi, turn), dpi=dpi), "quét.pdf")).tables
    told = [["".join(re.findall(r"[\w%]", cell)) for cell in row] for row in table.cells[:2]]
    found = [["".join(re.findall(r"[\w%]", cell)) for cell in row] for row in seen.cells[:2]]
    assert found == told and seen.header_rows == 2


def word(text: str, x: float, y: float, sure: float = 0.9) -> Word:
    return Word(text, [(x + 8 * n, y, x + 8 * n + 7, y + 10) for n in range(len(text))], sure)


# A cell over two rows beside two cells, one under the other, and a row of two cells below.
BORDERS = [
    *(Rule(0, y, 200, y + 1) for y in (0, 60, 90)), Rule(100, 30, 200, 31),
    *(Rule(x, 0, x + 1, 90) for x in (0, 100, 200)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        (("Thồn", 0.3), ("Thôn", 0.9), "Thôn"),
        (("Thồn", 0.8), ("Thôn", 0.9), "Thồn"),  # it was sure
        (("Thồn", 0.3), ("Thỏ", 0.35), "Thồn"),  # the second reading is hardly surer
        (("Thồn", 0.3), None, "Thồn"),
    ],
)
def test_a_doubtful_word_in_a_tall_cell(
    old: tuple[str, float], new: tuple[str, float] | None, kept: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def read_page(path: str, page: np.ndarray, mode: str) -> list[Line]:
        assert mode == "6" and page.shape[0] < 60 + 2 * 12 + 1
        return [Line([word(new[0], 40, 30, new[1])], 0.0)] if new else []

    monkeypatch.setattr(tall_cells, "read_page", read_page)
    lines = [Line([word(old[0], 30, 25, old[1]), word("Số", 120, 10)], 0.0),
             Line([word("mờ", 20, 70, 0.2), word("75", 120, 70, 0.2)], 0.0)]  # fmt: skip
    out = tall_cells.read_tall_rows("", lines, np.full((100, 220), 255, np.uint8), BORDERS, 1.0)
    assert sorted(w.text for line in out for w in line.words) == sorted((kept, "Số", "mờ", "75"))
    if kept == "Thôn":
        (found,) = (w for line in out for w in line.words if w.text == kept)
        assert found.boxes[0][:2] == (40 - 12 + 2, 30 - 12 + 2)  # where it stands on the page


def test_a_figure_in_a_tall_cell_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        tall_cells, "read_page", lambda *_: [Line([word("Năm", 20, 30), word("2031", 60, 30)], 0.0)]
    )
    page = np.full((100, 220), 255, np.uint8)
    for figure, kept in (("2037", ["2037", "Nâm"]), ("2031", ["2031", "Năm"])):
        lines = [Line([word("Nâm", 8, 25, 0.2), word(figure, 48, 25)], 0.0)]
        out = tall_cells.read_tall_rows("", lines, page, BORDERS, 1.0)
        assert sorted(w.text for line in out for w in line.words) == kept
