"""--pages: what may be written, which pages are read, what is said where there are none."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

import extract
from docx_parts import docx, p
from extract.cli import app
from extract.errors import InputError
from extract.readers.files import read_bytes
from extract.readers.pages.range import PageRange
from pdfs import FILLER, LEFT, Pdf, width

CLI = CliRunner()


@pytest.mark.parametrize(
    ("text", "numbers", "plain"),
    [
        ("3", [3], "3"),
        ("3-5", [3, 4, 5], "3-5"),
        (" 12 , 3 - 5", [3, 4, 5, 12], "3-5,12"),
        ("3–5;5-7,8", [3, 4, 5, 6, 7, 8], "3-8"),
        ("10-", [10, 11, 12], "10-"),
        ("-2,11-,12", [1, 2, 11, 12], "1-2,11-"),
    ],
)
def test_ranges(text: str, numbers: list[int], plain: str) -> None:
    pages = PageRange.parse(text)
    assert pages.of(12, "a.pdf") == numbers and str(pages) == plain
    assert PageRange.parse(plain) == pages


@pytest.mark.parametrize("text", ["", ",", "0", "a", "5-3", "3 4", "-", "1-2-3", "3,,4", "-0", "٣"])
def test_what_is_no_range(text: str) -> None:
    with pytest.raises(InputError, match="--pages"):
        PageRange.parse(text)


def report() -> Pdf:
    """Six pages with a running head, a number, a sentence over each break; a note on page 3 that
    ends on page 4."""
    pdf = Pdf()
    for n in range(1, 7):
        pdf.page().text(290, 40, str(n), 11).text(LEFT, 56, "Báo cáo của xã Thử Nghiệm", 9)
        pdf.paragraph(100, f"Trang {n} mở đầu: toàn xã có {10 * n} tổ.", indent=20)
        pdf.text(LEFT + 20, 130, "Số hộ là 99")
        if n == 3:
            pdf.text(LEFT + 20 + width("Số hộ là 99", 12), 125, "1", 7)
            pdf.rule(LEFT, 700, LEFT + 140, 700)
            pdf.text(LEFT, 715, "1", 6).text(LEFT + 6, 720, "Không kể hộ tạm trú và", 9)
        if n == 4:
            pdf.rule(LEFT, 700, LEFT + 140, 700)
            pdf.text(LEFT, 720, "hộ mới chuyển đến.", 9)
        pdf.paragraph(160, FILLER, indent=20)
    return pdf


DATA = report().build()


def read(pages: str) -> extract.Document:
    return read_bytes(DATA, "sáu.pdf", pages=PageRange.parse(pages))


def test_only_the_pages_asked_for_are_read() -> None:
    document = read("2,5-6")
    assert [line for line in document.text.split("\n") if "mở đầu" in line] == [
        f"Trang {n} mở đầu: toàn xã có {10 * n} tổ." for n in (2, 5, 6)
    ]
    assert [(page.number, page.width) for page in document.pages] == [
        (2, 595), (5, 595), (6, 595),
    ]  # fmt: skip
    assert document.text[document.pages[1].start :].startswith("Trang 5")
    assert document.pages[-1].end == len(document.text)
    report = extract.analyse(document)
    found = {q.text: document.places.boxes(q.start, q.end)[0].page for q in report.quantities}
    assert (found["20"], found["50"], found["60"]) == (2, 5, 6)


@pytest.mark.parametrize("number", range(1, 7))
def test_a_page_alone_has_no_furniture(number: int) -> None:
    """Its neighbours tell what repeats, though nothing of them is read."""
    text = read(str(number)).text
    assert text.startswith(f"Trang {number} mở đầu") and "Thử Nghiệm" not in text


def test_all_pages_are_the_whole() -> None:
    whole = read_bytes(DATA, "sáu.pdf")
    assert read("1-").text == whole.text and read("1-6").pages == whole.pages


def test_notes_end_with_the_pages() -> None:
    assert "¹ Không kể hộ tạm trú và" in read("3").text and "chuyển đến" not in read("3").text
    assert "Không kể hộ tạm trú và hộ mới chuyển đến." in read("3-4").text
    assert "¹" not in read("4").text and "chuyển đến" not in read("4").text


@pytest.mark.parametrize(("pages", "missing"), [("7", 7), ("2,5-9", 9), ("8-", 8)])
def test_pages_beyond_the_end(pages: str, missing: int) -> None:
    with pytest.raises(InputError, match=f"no page {missing}, the file has 6 pages") as caught:
        read(pages)
    assert "có 6 trang" in caught.value.said("vi")


def test_a_picture_is_one_page() -> None:
    out = io.BytesIO()
    Image.new("L", (80, 80), "white").save(out, "PNG")
    with pytest.raises(InputError, match="the file has 1 page;"):
        read_bytes(out.getvalue(), "a.png", pages=PageRange.parse("2"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"To khai", "text file"),
        (docx(p("Kính gửi")), "Word"),
        (b"<html><body><p>Xin</p></body></html>", "web page"),
        (b"{\\rtf1 Xin}", "RTF"),
    ],
)
def test_files_without_pages(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=f"--pages needs a file with pages .*{kind}"):
        read_bytes(data, "tệp", pages=PageRange.parse("1"))


def test_the_commands(tmp_path: Path) -> None:
    path = tmp_path / "sáu.pdf"
    path.write_bytes(DATA)
    done = CLI.invoke(app, ["extract", "--pages", "2", str(path)])
    made = json.loads(done.stdout)
    assert made["source"]["pages"] == 1 and [p["number"] for p in made["pages"]] == [2]
    assert made["reading_text"].startswith("Trang 2")
    assert CLI.invoke(app, ["check", "--pages", "2-3", str(path)]).exit_code == 0
    assert CLI.invoke(app, ["check", "--pages", "7", str(path)]).exit_code == 2
    out = tmp_path / "out"
    done = CLI.invoke(app, ["run", "--pages", "5", "--out", str(out), str(path)])
    assert done.exit_code == 0
    assert json.loads((out / "json" / "sáu.pdf.json").read_text("utf-8"))["pages"][0]["number"] == 5
    with pytest.raises(InputError, match="3-7,12"):
        CLI.invoke(app, ["check", "--pages", "x", str(path)], catch_exceptions=False)


def test_the_python_way(tmp_path: Path) -> None:
    path = tmp_path / "sáu.pdf"
    path.write_bytes(DATA)
    assert extract.read_document(path, pages="6").text.startswith("Trang 6")
