"""Scans: what OCR reads, what it is trusted with, and what is said where it cannot be had."""

from __future__ import annotations

import io
import json
import os
import shutil
import unicodedata
from pathlib import Path

import jsonschema
import numpy as np
import pypdfium2
import pytest
from PIL import Image

import extract
from extract.batch import local
from extract.check.codes import message
from extract.errors import InputError
from extract.output import contract
from extract.readers import (
    ocr_again,
    ocr_colour,
    ocr_marks,
    ocr_repair,
    ocr_rules,
    ocr_words,
    programs,
    tesseract,
)
from extract.readers.files import read_bytes
from extract.readers.ocr_lines import Part, Row
from extract.readers.pdf_runs import Rule
from extract.readers.tesseract import Line, Word
from pdfs import FILLER, LEFT, Pdf, fixture, read

HERE = shutil.which("tesseract")
WITH_OCR = pytest.mark.skipif(
    HERE is None or tesseract.LANGUAGE not in tesseract._languages(HERE),
    reason="máy này không có tesseract với tiếng Việt (tesseract-ocr tesseract-ocr-vie)",
)
WRONG = "Trước đây có 1.813 thôn, sau sắp xếp còn 1.446 thôn, giảm 368 thôn."


def scan(pdf: bytes, dpi: int = 200, turn: float = 0) -> list[Image.Image]:
    """The pages of a PDF as pictures, turned to the left by `turn` degrees."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    return [page.rotate(turn, expand=turn % 90 == 0, fillcolor=255) for page in pages]


def saved(pages: list[Image.Image], kind: str = "PDF", dpi: int = 200) -> bytes:
    out = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if kind in ("PDF", "TIFF") else {}
    size = {"resolution": dpi} if kind == "PDF" else {"dpi": (dpi, dpi)}
    pages[0].save(out, kind, **more, **size)
    return out.getvalue()


def _page(*lines: str) -> Image.Image:
    from PIL import ImageDraw, ImageFont

    page = Image.new("L", (1654, 2339), 255)
    font = ImageFont.load_default(40)
    for n, line in enumerate(lines):
        ImageDraw.Draw(page).text((240, 300 + 70 * n), line, 0, font)
    return page


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program called tesseract first on the path; it knows Vietnamese."""
    if os.name == "nt":
        pytest.skip("cần chương trình vỏ của Unix")
    path = folder / "tesseract"
    listing = 'case "$1" in --list-langs) printf "List:\\nvie\\n"; exit 0;; esac\n'
    path.write_text(f"#!/bin/sh\n{listing}{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def mixed() -> bytes:
    """A page of text, a scanned page, a blank page."""
    out = pypdfium2.PdfDocument.new()
    for data in (Pdf().page().text(LEFT, 100, WRONG).build(), saved([_page("Scan 12")])):
        out.import_pages(pypdfium2.PdfDocument(data))
    out.new_page(595, 842)
    buffer = io.BytesIO()
    out.save(buffer)
    return buffer.getvalue()


# what is read


@WITH_OCR
def test_a_scanned_report_says_what_its_text_says() -> None:
    data = fixture("bao-cao")
    text = extract.analyse(read(data))
    pages = scan(data)
    seen: list[tuple[int, int]] = []
    document = read_bytes(saved(pages), "quét.pdf", progress=lambda a, b: seen.append((a, b)))
    report = extract.analyse(document)
    assert seen == [(n, len(pages)) for n in range(len(pages) + 1)]
    assert document.ocr_pages == set(range(1, len(pages) + 1))
    values = [q.value for q in text.quantities]
    same = sum(a.value == b for a, b in zip(report.quantities, values, strict=True))
    assert same >= 0.9 * len(values)  # 1 in 30 is misread at 200 dpi
    assert [d.value for d in report.dates] == [d.value for d in text.dates]
    assert [c.key for c in report.citations] == [c.key for c in text.citations]
    assert [(r.verdict, r.expression) for r in report.relations] == [
        (r.verdict, r.expression) for r in text.relations
    ]
    data = contract.as_dict(report)
    jsonschema.validate(data, contract.schema())
    assert data["status"] == "partial" and "OCR" in data["source"]["warnings"][0]
    assert all(0 <= q["confidence"] <= 1 for q in data["quantities"])
    for mine, own in zip(data["quantities"], contract.as_dict(text)["quantities"], strict=True):
        assert own["confidence"] is None
        a, b = mine["boxes"][0]["box"], own["boxes"][0]["box"]
        assert max(abs(x - y) for x, y in zip(a, b, strict=True)) < 6, (mine["text"], a, b)


@WITH_OCR
@pytest.mark.parametrize("turn", [1.0, -0.7, 90, 180])
def test_turned_pages(turn: float) -> None:
    data = fixture("bao-cao")
    text = extract.analyse(read(data))
    page = scan(data, turn=turn)[:1]
    report = extract.analyse(read_bytes(saved(page), "nghiêng.pdf"))
    first = text.document.pages[0]
    dates = [d.value for d in text.dates if d.start < first.end]
    assert dates and [d.value for d in report.dates][: len(dates)] == dates


@WITH_OCR
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_pictures_are_read(kind: str) -> None:
    pages = [_page("Nam 2024 co 12 to."), _page("Trang sau")]
    document = read_bytes(saved(pages, kind), "ảnh")
    assert document.media_type == f"image/{kind.lower()}" and document.reader == "ocr"
    assert "2024" in document.text and ("sau" in document.text) == (kind == "TIFF")
    assert round(document.pages[0].width or 0) == 595
    jsonschema.validate(contract.as_dict(extract.analyse(document)), contract.schema())


@WITH_OCR
def test_mixed_files_trust_their_text() -> None:
    document = read_bytes(mixed(), "lẫn.pdf")
    assert document.ocr_pages == {2} and "pages 2:" in document.warnings[0]
    report = extract.analyse(document)
    finding = next(f for f in report.findings if f.code == "A101")
    assert finding.severity == "error" and "scan" not in finding.args
    assert document.places is not None
    at = document.text.index("Scan")
    assert document.places.confidence(at, at + 4) is not None
    assert document.places.confidence(0, 4) is None


@WITH_OCR
def test_a_wrong_sum_on_a_scan_asks_for_a_look() -> None:
    pdf = Pdf().page().text(LEFT, 100, "Thôn")
    document = read(pdf)
    assert not document.is_ocr(0, 4)
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"
    report = extract.analyse(read(Pdf().page().raw(picture).text(LEFT, 100, WRONG, mode=3)))
    finding = next(f for f in report.findings if f.code == "A101")
    assert finding.severity == "warning"
    assert message(finding.code, finding.args, "vi").endswith("hãy đối chiếu với bản quét.")
    assert message(finding.code, finding.args, "en").endswith("compare with the scan.")


# what is mended


def row(*words: str, size: float = 14.0, base: float = 100.0) -> Row:
    """Words as OCR gives them; a sign after `^` is small and raised."""
    parts, x = [], 50.0
    for word in words:
        text, boxes = "", []
        for n, char in enumerate(word):
            if char == "^":
                continue
            raised = n > 0 and word[n - 1] == "^"
            low = base - 0.28 * size if raised else base
            boxes.append((x, low - (0.4 if raised else 0.68) * size, x + 6, low))
            x += 6
            text += char
        parts.append(Part(text, boxes, 0.9))
        x += 4
    return Row(parts, base, size)


@pytest.mark.parametrize(
    ("read_as", "mended"),
    [
        ("Điều l.", "Điều 1."),
        ("Điều L", "Điều 1"),
        ("Điều 1l:", "Điều 11:"),
        ("Điều lệ", "Điều lệ"),
        ("số l8-NQ/TW", "số 18-NQ/TW"),
        ("số 3O/2020/NĐ-CP", "số 30/2020/NĐ-CP"),
        ("số 4462-QĐÐ/TU", "số 4462-QĐ/TU"),
        ("815/NQ-UBTVQHI14", "815/NQ-UBTVQH14"),
        ("ngày l5/O7/2021", "ngày 15/07/2021"),
        ("tỷ lệ l/O", "tỷ lệ l/O"),
        ("Điều | có", "Điều 1 có"),
        ("(¡) và (i¡)", "(i) và (ii)"),
        ("có l2 tổ", "có l2 tổ"),
        ("IO/IL", "IO/IL"),
    ],
)
def test_slips(read_as: str, mended: str) -> None:
    line = row(*read_as.split(" "))
    count = ocr_repair.mend([[line]])
    assert line.text == mended and (count > 0) == (read_as != mended)
    assert all(len(p.text) == len(p.boxes) for p in line.parts)


def test_borders_of_tables_are_no_text() -> None:
    line = row("|31", "số_", "|", "hộ")
    assert ocr_repair.mend([[line, row("|")]]) == 0
    assert line.text == "31 số hộ" and all(len(p.text) == len(p.boxes) for p in line.parts)


@WITH_OCR
@pytest.mark.parametrize("turn", [0, 0.5])
@pytest.mark.parametrize("name", ["report-chromium", "report-typst"])
def test_a_ruled_table_on_a_scan(name: str, turn: float) -> None:
    """All its cells were lost, or read with the borders as letters, before lines were taken out."""
    data = (Path(__file__).parent / "fixtures" / f"{name}.pdf").read_bytes()
    (table,) = extract.analyse(read_bytes(data, "a.pdf")).tables
    (seen,) = extract.analyse(read_bytes(saved(scan(data, turn=turn)), "quét.pdf")).tables
    cells = zip(sum(table.cells, ()), sum(seen.cells, ()), strict=True)
    assert sum(a == b for a, b in cells) >= 13  # of 16


def drawn(slope: float = 0.0) -> np.ndarray:
    """A picture of two lines that cross, 3 pixels thick, and of a bar that crosses one of them."""
    page = np.full((600, 600), 255, np.uint8)
    for k in range(100, 500):
        drop = round(slope * (k - 300))
        page[298 + drop : 301 + drop, k] = page[k, 298 - drop : 301 - drop] = 0
    page[280:320, 400:404] = 0
    return page


@pytest.mark.parametrize("slope", [0.0, 0.005, -0.01])
def test_lines_are_taken_out_of_the_picture(slope: float) -> None:
    page = drawn(slope)
    rules = ocr_rules.ruled_lines(page, 0.36)
    assert [rule.flat for rule in rules] == [True, False]
    ink = ocr_rules.without_rules(page, rules, 0.36) < 255
    assert ink[280:320, 400:404].mean() > 0.9
    ink[275:325, 395:409] = False
    assert not ink.any()
    assert (page < 255).sum() > 2000  # what was given is not changed


def test_signs_on_lines_are_borders() -> None:
    rules = [Rule(50, 0, 51, 200), Rule(0, 100, 200, 101)]
    signs = {"|": (49.5, 40, 51.5, 60), "I": (50, 40, 51.2, 60), "_": (60, 99.5, 70, 101.5)}
    text = {"I": (52, 40, 55, 60), "1": (50, 40, 51, 60), "H": (48, 40, 56, 60),
            "-": (60, 90, 66, 92), "l": (45, 40, 48, 60)}  # fmt: skip
    words = [Word(char, [box], 0.9) for char, box in (*signs.items(), *text.items())]
    (line,) = ocr_rules.without_borders([Line(words, 0.0)], rules, 1.0)
    assert [word.text for word in line.words] == list(text)
    assert ocr_rules.without_borders([Line(words[:1], 0.0)], rules, 1.0) == []


def heads(*marks: str) -> list[str]:
    """List marks as they stand after repair."""
    lines = [row(mark, "Thôn") for mark in marks]
    ocr_repair.mend([lines])
    return [line.parts[0].text for line in lines]


def test_a_first_number_read_as_roman() -> None:
    assert heads("I.", "2.", "3.") == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    "marks", [["I.", "1.", "2.", "II."], ["I.", "1.", "2."], ["I.", "II.", "2."], ["I."]]
)
def test_roman_numbers_are_kept(marks: list[str]) -> None:
    assert heads(*marks) == marks


LONG = ("Ủy", "ban", "nhân", "dân", "xã", "đã", "họp", "bàn", "với", "các", "thôn,", "bản")


@pytest.mark.parametrize(
    ("calls", "notes", "numbers", "mended"),
    [
        (["dự^”.", "hiện^?"], ["^!", "^2"], ["1", "2", "1", "2"], 3),
        (["dự^”.", "hiện^?"], ["^*", "^°"], ["1", "2", "1", "2"], 4),
        (["dự^4."], ["^4"], ["4", "4"], 0),
        (["dự^”."], ["^3", "^?"], ["3", "4"], 1),  # one call is missing: signs stay
        (["dự^5."], ["^?", "^4"], ["5", "3", "4"], 1),  # a digit is never changed
        ([], ["^*"], [], 0),
        (["m^2"], [], [], 0),
    ],
)
def test_note_numbers(calls: list[str], notes: list[str], numbers: list[str], mended: int) -> None:
    body = [row(*LONG, call, base=100 + 20 * n) for n, call in enumerate(calls)] or [row(*LONG)]
    foot = [row(note, *LONG, size=10, base=700 + 14 * n) for n, note in enumerate(notes)]
    assert ocr_marks.number_notes([[*body, *foot]]) == mended
    raised = [p.text for line in (*body, *foot) for p in line.parts if p.raised]
    assert raised == numbers


# what cannot be read


def test_without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "_TESSERACT_PLACES", ())
    with pytest.raises(InputError, match="tesseract-ocr-vie") as caught:
        read_bytes(saved([_page("Scan")]), "quét.pdf")
    assert "UB-Mannheim" in str(caught.value) and "bản quét" in caught.value.said("vi")
    with pytest.raises(InputError, match="tesseract"):
        read_bytes(saved([_page("Scan")], "PNG"), "quét.png")
    document = read_bytes(mixed(), "lẫn.pdf")
    assert "pages 2: not read" in document.warnings[0] and "trang 2" in document.warnings[0]
    assert "1.813" in document.text
    assert contract.as_dict(extract.analyse(document))["status"] == "partial"


def test_a_scan_stops_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "quét.pdf").write_bytes(saved([_page("Scan")]))
    (tmp_path / "chữ.txt").write_text("Xã có 12 tổ.", encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(programs, "_TESSERACT_PLACES", ())
    summary = local.run(local.discover([tmp_path]), tmp_path / "out")
    assert (summary.documents, summary.failures) == (1, 1)
    assert "tesseract-ocr-vie" in summary.messages[0]


def test_without_vietnamese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "", monkeypatch)
    path = tmp_path / "tesseract"
    path.write_text("#!/bin/sh\necho eng\n", encoding="utf-8")
    with pytest.raises(InputError, match="no Vietnamese"):
        read_bytes(saved([_page("Scan")]), "quét.pdf")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exec sleep 60", "more than 0.5 s"),
        ("exit 1", "exit 1"),
        ("echo rác", "no hOCR|nothing legible"),
        ("head -c 5000 /dev/urandom", "no hOCR|nothing legible"),
        ("cat >/dev/null; echo '<html><span class=\"ocr_line\"'", "nothing legible"),
        ("exec 0<&-; exit 0", "no hOCR|nothing legible"),
    ],
)
def test_a_broken_tesseract(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, script, monkeypatch)
    monkeypatch.setattr(tesseract, "SECONDS", 0.5)
    with pytest.raises(InputError, match=said):
        read_bytes(saved([_page("Scan"), _page("Scan")]), "quét.pdf")
    document = read_bytes(mixed(), "lẫn.pdf")
    assert "1.813" in document.text and "pages 2: OCR" in document.warnings[0]


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00"])
def test_broken_pictures(start: bytes) -> None:
    with pytest.raises(InputError, match="broken"):
        read_bytes(start + b"\x00" * 40, "hỏng.png")


def test_blank_pages_need_no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read(Pdf().page().text(LEFT, 100, "Xã có 12 tổ.").page()).warnings == ()
    with pytest.raises(InputError, match="empty"):
        read(Pdf().page().page())


@WITH_OCR
def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from extract.cli import main

    path = tmp_path / "quét.png"
    path.write_bytes(saved([_page("Nam 2024 co 12 to.")], "PNG"))
    with pytest.raises(SystemExit) as end:
        main(["extract", str(path), "--lang", "en"])
    out, err = capsys.readouterr()
    assert end.value.code == 0 and json.loads(out)["source"]["ocr_pages"] == [1]
    assert "read by OCR" in err


# words, figures and numbers that others prove


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
    assert words[0].text == "III." and len(words[0].boxes) == 4


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


# what befalls the paper


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
    page = _page("Nam 2024 co 12 to.", "Nam 2025 co 11 to.")
    grey = ocr_colour.grey_of(sealed(page, 300, 200))
    assert ((grey < 150) == (np.asarray(page) < 150)).mean() > 0.999


def test_words_in_colour_stay() -> None:
    page = np.asarray(_page("Nam 2024 co 12 to. Nam 2025 co 11 to.", "Nam 2026 co 10 to."))
    red = np.stack([np.full_like(page, 255), page, page], axis=2)
    grey = ocr_colour.grey_of(Image.fromarray(red))
    assert ((grey < 150) == (page < 150)).mean() > 0.999


@WITH_OCR
@pytest.mark.parametrize("kind", ["BMP", "GIF", "WEBP"])
def test_further_kinds_of_pictures(kind: str) -> None:
    """They were told to be binary files without text."""
    out = io.BytesIO()
    _page("Nam 2024 co 12 to.").save(out, kind)
    document = read_bytes(out.getvalue(), "ảnh")
    assert "2024" in document.text and document.media_type == f"image/{kind.lower()}"


def test_text_that_begins_like_a_picture() -> None:
    assert read_bytes("BMI: 12 xã có số liệu.".encode(), "a.txt").media_type == "text/plain"


def test_a_picture_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was told to be broken."""
    data = saved([_page("Scan")], "PNG")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(InputError, match="too large"):
        read_bytes(data, "to.png")


def layered(words: str) -> Pdf:
    """A scanned page with these words as an invisible text."""
    page = _page("Nam 2024 co 1.813 to.").resize((1240, 1754)).convert("1")
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
