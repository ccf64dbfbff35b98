"""Scans: what OCR reads, what it is trusted with, and what is said where it cannot be had."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import jsonschema
import numpy as np
import pypdfium2
import pytest

import extract
from extract.batch import local
from extract.check.codes import message
from extract.cli import main
from extract.errors import InputError
from extract.output import contract
from extract.readers import programs
from extract.readers.files import read_bytes, read_path
from extract.readers.ocr import marks as ocr_marks
from extract.readers.ocr import reader as ocr
from extract.readers.ocr import repair as ocr_repair
from extract.readers.ocr import rules as ocr_rules
from extract.readers.ocr import tesseract
from extract.readers.ocr.lines import Row
from extract.readers.ocr.tesseract import Line, Word
from extract.readers.pdf.runs import Rule
from pdfs import FILLER, LEFT, Pdf, fixture, read
from scanned import WITH_OCR, page_of, row, saved, scan

WRONG = "Trước đây có 1.813 thôn, sau sắp xếp còn 1.446 thôn, giảm 368 thôn."


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
    for data in (Pdf().page().text(LEFT, 100, WRONG).build(), saved([page_of("Scan 12")])):
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
    pages = [page_of("Nam 2024 co 12 to."), page_of("Trang sau")]
    document = read_bytes(saved(pages, kind), "ảnh")
    assert document.media_type == f"image/{kind.lower()}" and document.reader == "ocr"
    assert "2024" in document.text and ("sau" in document.text) == (kind == "TIFF")
    assert round(document.pages[0].width or 0) == 595
    jsonschema.validate(contract.as_dict(extract.analyse(document)), contract.schema())


@WITH_OCR
def test_mixed_files_trust_their_text() -> None:
    document = read_bytes(mixed(), "lẫn.pdf")
    assert document.ocr_pages == {2} and "page 2:" in document.warnings[0]
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


def read_words(*texts: str) -> list[Line]:
    """A line as Tesseract gives it."""
    words, x = [], 200.0
    for text in texts:
        boxes = [(x + 20 * n, 300.0, x + 20 * n + 18, 328.0) for n in range(len(text))]
        words.append(Word(text, boxes, 0.9))
        x += 20 * len(text) + 14
    return [Line(words, 0.0)]


def test_mentions_tell_how_ocr_had_read_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "program", lambda: "")
    line = "Theo Nghị quyết số l8-NQ/TW ngày 25/10/2017 có 16 thôn"
    monkeypatch.setattr(ocr, "read_page", lambda path, pixels: read_words(*line.split(" ")))
    report = extract.analyse(read_bytes(saved([page_of("Scan 12")]), "quét.pdf"))
    data = contract.as_dict(report)
    jsonschema.validate(data, contract.schema())
    (cited,) = data["citations"]
    assert (cited["number"], cited["read_as"]) == ("18-NQ/TW", ["l8-NQ/TW"])
    assert [q["read_as"] for q in data["quantities"]] == [[]]
    text = contract.as_dict(extract.analyse(read_bytes("Có 16 thôn.".encode(), "a.txt")))
    assert [q["read_as"] for q in text["quantities"]] == [None]


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
    was = [p.was or p.text for p in line.parts]
    assert was == read_as.split(" ")
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


def test_specks_on_lines_are_left_of_them() -> None:
    rules = [Rule(50, 0, 51, 200), Rule(0, 100, 200, 101)]
    specks = {":": (49.5, 40, 51.5, 50), "“": (50, 60, 51.5, 64), ".": (70, 99.5, 72, 101)}
    text = {",": (54, 57, 56, 62), "4": (49.5, 70, 51.5, 80), "-": (60, 90, 66, 92)}
    words = [Word(char, [box], 0.9) for char, box in (*specks.items(), *text.items())]
    (line,) = ocr_rules.without_borders([Line(words, 0.0)], rules, 1.0)
    assert [word.text for word in line.words] == list(text)


def test_lines_are_taken_out_of_grained_paper() -> None:
    """On paper with grain much of a line stayed, as specks that were read as marks."""
    grain = np.random.default_rng(3).normal(0, 30, (300, 300)).repeat(2, 0).repeat(2, 1)
    page = (drawn() * 0.9 + grain).clip(0, 255).astype(np.uint8)
    rules = ocr_rules.ruled_lines(drawn(), 0.36)
    ink = ocr_rules.without_rules(page, rules, 0.36) < 150
    line = np.concatenate([ink[298:301, 110:290].ravel(), ink[310:490, 298:301].ravel()])
    assert line.mean() < 0.05 and ink[280:296, 400:404].mean() > 0.9


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
        (["dự^”."], ["^!", "^®", "^x"], ["1", "2", "3"], 3),  # two calls are missing
        (["dự^”.", "hiện^3", "ra^?"], ["^!", "^?", "^°", "^*"], ["3", "4", "1", "2", "3", "4"], 5),
        (["dự^”.", "hiện^9"], ["^!", "^?"], ["9", "1", "2"], 2),  # 9 is none of them
        (["dự^”.", "ra^?", "là^8"], ["^!", "^?", "^°"], ["1", "2", "3", "1", "2", "3"], 6),
        (["dự^”.", "ra^9", "là^8"], ["^!", "^?", "^°"], ["9", "8", "1", "2", "3"], 3),
        (["m^2"], [], [], 0),
    ],
)
def test_note_numbers(calls: list[str], notes: list[str], numbers: list[str], mended: int) -> None:
    body = [row(*LONG, call, base=100 + 20 * n) for n, call in enumerate(calls)] or [row(*LONG)]
    foot = [row(note, *LONG, size=10, base=700 + 14 * n) for n, note in enumerate(notes)]
    assert ocr_marks.number_notes([[*body, *foot]]) == mended
    raised = [p.text for line in (*body, *foot) for p in line.parts if p.raised]
    assert raised == numbers


def paper(*rows: tuple[str, float]) -> list[Row]:
    """A page whose text calls notes and whose small rows, each with so many words more, end it."""
    text = [row(*LONG, "dự^”", base=100), row(*LONG, "hiện^?", base=120)]
    small = [
        row(*head.split(), *LONG[: int(words)], "xã.", size=10, base=700 + 14 * n)
        for n, (head, words) in enumerate(rows)
    ]
    return [*text, *small]


def raised(rows: list[Row]) -> list[str]:
    return [part.text for r in rows for part in r.parts if part.raised]


def test_a_note_whose_mark_is_lost_is_one_where_the_calls_say_so() -> None:
    rows = paper(("^! Theo", 12), ("biên bản", 3), ("Gồm", 12), ("cả tổ", 4))
    assert ocr_marks.number_notes([rows]) == 4
    assert raised(rows) == ["1", "2", "1", "2"] and rows[4].text.startswith("2")


def test_the_second_paragraph_of_a_note_is_none() -> None:
    rows = paper(("^! Theo", 12), ("biên bản", 3), ("^? Số liệu", 12), ("năm nay", 3), ("Gồm", 12))
    ocr_marks.number_notes([rows])
    assert raised(rows) == ["1", "2"]  # a third seems to begin: no call is sure


def test_pages_after_one_that_is_not_sure_count_by_what_was_read() -> None:
    first = paper(("^! Theo", 12), ("biên bản", 3), ("^? Số liệu", 12), ("năm nay", 3), ("Gồm", 12))
    for heads, numbers in ((("^!", "^?"), []), (("^4", "^?"), ["4", "5", "4", "5"])):
        second = paper(*((f"{head} Theo", 12) for head in heads))
        ocr_marks.number_notes([[*first], second])
        assert raised(second) == numbers


# what cannot be read


def test_without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "_TESSERACT_PLACES", ())
    with pytest.raises(InputError, match="tesseract-ocr-vie") as caught:
        read_bytes(saved([page_of("Scan")]), "quét.pdf")
    assert "UB-Mannheim" in str(caught.value) and "bản quét" in caught.value.said("vi")
    with pytest.raises(InputError, match="tesseract"):
        read_bytes(saved([page_of("Scan")], "PNG"), "quét.png")
    document = read_bytes(mixed(), "lẫn.pdf")
    (told, *_) = document.warnings
    assert "page 2: not read" in told
    assert "trang 2: chưa đọc" in told.said("vi") and "tick" not in told.said("vi")
    assert "1.813" in document.text
    assert contract.as_dict(extract.analyse(document))["status"] == "partial"


def test_a_scan_stops_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "quét.pdf").write_bytes(saved([page_of("Scan")]))
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
        read_bytes(saved([page_of("Scan")]), "quét.pdf")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exec sleep 60", "more than 0.5 s"),
        ("exit 1", "exit 1"),
        ("echo rác", "no hOCR|no legible"),
        ("head -c 5000 /dev/urandom", "no hOCR|no legible"),
        ("cat >/dev/null; echo '<html><span class=\"ocr_line\"'", "no legible text"),
        ("exec 0<&-; exit 0", "no hOCR|no legible"),
    ],
)
def test_a_broken_tesseract(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, script, monkeypatch)
    if script == "exec sleep 60":
        monkeypatch.setattr(tesseract, "SECONDS", 0.5)
    with pytest.raises(InputError, match=said):
        read_bytes(saved([page_of("Scan"), page_of("Scan")]), "quét.pdf")
    document = read_bytes(mixed(), "lẫn.pdf")
    assert "1.813" in document.text and "page 2: OCR" in document.warnings[0]


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

    path = tmp_path / "quét.png"
    path.write_bytes(saved([page_of("Nam 2024 co 12 to.")], "PNG"))
    with pytest.raises(SystemExit) as end:
        main(["extract", str(path), "--lang", "en"])
    out, err = capsys.readouterr()
    assert end.value.code == 0 and json.loads(out)["source"]["ocr_pages"] == [1]
    assert "read by OCR" in err


@WITH_OCR
def test_a_scan_of_which_nothing_is_legible_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = Pdf().page()
    for n in range(8):  # the picture shows signs and no letters: fonts of tests have none
        pdf.paragraph(100 + 80 * n, FILLER)
    path = tmp_path / "quét.png"
    path.write_bytes(saved(scan(pdf.build(), 100), "PNG", 100))
    with pytest.raises(SystemExit) as ended:
        main(["check", str(path), "--lang", "vi"])
    assert ended.value.code == 2
    assert "bản quét mà OCR không đọc được chữ nào rõ ràng" in capsys.readouterr().err
    path.write_bytes(saved([page_of("To so 12, thon 3.", "Lua 4,5 ha, ngo 2 ha.")], "PNG"))
    assert "12" in read_path(path).text
