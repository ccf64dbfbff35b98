"""PDFs that cannot be read, or not well: a message or a warning, never silence."""

from __future__ import annotations

import io
import json
import random
import re
from pathlib import Path

import psutil
import pypdfium2 as pdfium
import pytest

import extract
from extract.batch import local
from extract.errors import InputError
from extract.readers import programs
from extract.readers.files import read_bytes
from extract.readers.pdf import process as pdf_process
from extract.readers.pdf import reader as pdf_reader
from hostile_pdfs import document, first, stream, words
from pdfs import FILLER, LEFT, Pdf, fixture, read, width
from scanned import WITH_OCR

FONTS = Path(__file__).parent / "fixtures" / "report-libreoffice.pdf"


def test_text_of_ocr_is_told() -> None:
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"
    pdf = Pdf().page().raw(picture).text(LEFT, 100, "Xã có 12 tổ.", mode=3)
    document = read(pdf)
    assert document.text == "Xã có 12 tổ." and "OCR" in document.warnings[0]


@pytest.mark.parametrize("letters", ["\ue010\ue011\ue012", "\ufffd\ufffd\ufffd", "\x01\x03\x04"])
def test_letters_without_meaning_are_told(letters: str) -> None:
    document = read(Pdf().page().text(LEFT, 100, f"Xã có 12 tổ {letters}"))
    assert "no meaning" in document.warnings[0]


UNMAPPED = fixture("bao-cao").replace(b"/ToUnicode", b"/NoUnicode")


def test_fonts_without_a_map_are_told_where_there_is_no_ocr(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(programs, "_TESSERACT_PLACES", ())
    document = read(UNMAPPED)
    assert "no meaning" in document.warnings[0] and "ocrmypdf" in document.warnings[0]
    assert any("tesseract-ocr-vie" in told for told in document.warnings)


@WITH_OCR
def test_pages_of_fonts_without_a_map_are_read_as_they_look() -> None:
    whole, document = read(fixture("bao-cao")), read(UNMAPPED)
    assert document.ocr_pages == {1, 2, 3}
    told = "pages 1-3: the letters have no meaning"
    assert any(warning.startswith(told) for warning in document.warnings)
    words = set(re.findall(r"[^\W\d_]{2,}", document.text))
    said = set(re.findall(r"[^\W\d_]{2,}", whole.text))
    assert len(words & said) > 0.9 * len(said)


@WITH_OCR
def test_a_few_letters_without_a_meaning_leave_a_page_as_it_is() -> None:
    pdf = Pdf().page().text(LEFT, 60, "\ue010\ue011\ue012 40 tổ.")
    pdf.paragraph(100, FILLER)
    assert FILLER in read(pdf).text and not read(pdf).ocr_pages


def test_fonts_of_older_encodings_that_do_not_read_well_are_told() -> None:
    document = read(Pdf().page().text(LEFT, 100, "NghÞ ®Þnh", font="VNI-Times"))
    assert document.reader == "pdf-vni"
    assert "VNI" in document.warnings[0] and "not sure" in document.warnings[0]


def encrypted() -> bytes:
    data = Pdf().page().text(LEFT, 100, "Xã").build()
    key = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"
    return data.replace(b"/Root 1 0 R", f"/Root 1 0 R /ID [<00> <00>] /Encrypt {key}".encode())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (encrypted(), "password"),
        (Pdf().page().text(LEFT, 100, "Xã").build()[:200], "broken"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8, "broken"),
        (Pdf().build(), "no pages|broken"),
    ],
)
def test_broken_files(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        read(data)
    assert "thử.pdf" in str(caught.value) and caught.value.said("vi") != str(caught.value)


def test_the_content_tells_the_kind() -> None:
    data = Pdf().page().text(LEFT, 100, "Xã có 12 tổ.").build()
    assert read_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + data, "a.txt").media_type == "application/pdf"
    assert read_bytes("Tệp %PDF không phải văn bản.".encode(), "a.pdf").media_type == "text/plain"


def test_a_page_beyond_all_measure() -> None:
    pdf = Pdf(size=(30_000.0, 30_000.0)).page().text(12_000, 15_000, "Xã có 12 tổ.", 200)
    assert read(pdf).text == "Xã có 12 tổ."


def test_a_page_of_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MAX_CHARACTERS", 60)
    pdf = Pdf().page().paragraph(100, FILLER)
    pdf = Pdf().page().text(LEFT, 100, "Xã có 12 tổ.").page()
    pdf.paragraph(100, FILLER)
    document = read(pdf)
    assert document.text == "Xã có 12 tổ." and "page 2" in document.warnings[0]


def test_many_pages() -> None:
    pdf = Pdf()
    for n in range(300):
        pdf.page().text(LEFT, 300, f"Đoạn {n} của văn bản.").text(290, 40, str(n + 1))
    document = read(pdf)
    assert len(document.pages) == 300 == document.text.count("Đoạn")


def test_ten_thousand_pages() -> None:
    data = document(*(words(f"Trang {n} co {n} to.") for n in range(10_000)))
    made = read_bytes(data, "a.pdf")
    assert len(made.pages) == 10_000
    assert made.text.count("Trang") == 10_000 and not made.warnings


def test_many_pages_with_fonts_of_their_own() -> None:
    """A book put together from single reports: no more memory for its last pages."""
    source, book = pdfium.PdfDocument(FONTS), pdfium.PdfDocument.new()
    while len(book) < 300:
        book.import_pages(source, [0])
    made = io.BytesIO()
    book.save(made)
    sizes = []
    with pdf_process.PdfFile(made.getvalue(), "a.pdf") as file:
        assert file._process is not None
        worker = psutil.Process(file._process._child.pid)
        for number, _ in file.each("pdf", range(1, 301), 200_000):
            if number % 60 == 0:
                sizes.append(worker.memory_info().rss >> 20)
    assert max(sizes) - min(sizes) < 25, sizes


def test_a_font_that_is_broken() -> None:
    """An embedded font of nothing but noise: its text is read by the map, or told as unread."""
    noise = bytes(n * 7919 % 251 for n in range(5000))
    font = f"/Font << /F1 {first(1)} 0 R >>"
    more = (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Hong /FirstChar 32 /LastChar 126 "
        f"/Widths [{'600 ' * 95}] /Encoding /WinAnsiEncoding "
        f"/FontDescriptor {first(1) + 1} 0 R >>".encode(),
        f"<< /Type /FontDescriptor /FontName /AAAAAA+Hong /Flags 32 /FontBBox [0 0 600 800] "
        f"/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 "
        f"/FontFile2 {first(1) + 2} 0 R >>".encode(),
        stream(noise),
    )
    page = stream(b"BT /F1 12 Tf 85 700 Td (Toan xa co 12 to.) Tj ET")
    data = document(page, more=more, resources=font)
    made = read_bytes(data.replace(b"/Font << /F0 3 0 R >> /Font", b"/Font"), "hong.pdf")
    assert "Toan xa co 12 to." in made.text or made.warnings


def test_damaged_files_give_a_result_or_a_message() -> None:
    pdf = Pdf().page()
    pdf.paragraph(100, FILLER)
    pdf.text(LEFT, 300, "còn 99").text(LEFT + width("còn 99", 12), 295, "1", 7)
    for x0, y0, x1, y1 in ((80, 400, 500, 400), (80, 500, 500, 500), (80, 400, 80, 500),
                           (300, 400, 300, 500), (500, 400, 500, 500)):  # fmt: skip
        pdf.rule(x0, y0, x1, y1)
    sound = pdf.text(90, 430, "Tổ").text(310, 430, "12").build()
    chance = random.Random(7)
    read_well, refused = 0, 0
    for _ in range(150):
        data = bytearray(sound)
        for _ in range(chance.choice((1, 3, 10, 40))):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        try:
            read_well += extract.analyse(read(bytes(data), "hỏng.pdf")).document.name == "hỏng.pdf"
        except InputError as error:
            refused += str(error).startswith("hỏng.pdf: ")
    assert read_well + refused == 150 and read_well > 0 and refused > 0


def test_run_takes_pdfs(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bao-cao.pdf").write_bytes(fixture("bao-cao"))
    (folder / "quét.PDF").write_bytes(Pdf().page().build())
    summary = local.run(local.discover([folder]), tmp_path / "out")
    assert (summary.documents, summary.failures) == (1, 1)
    made = json.loads((tmp_path / "out" / "json" / "bao-cao.pdf.json").read_text("utf-8"))
    assert made["source"]["reader"] == "pdf" and made["quantities"][0]["boxes"]
