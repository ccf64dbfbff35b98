"""A finding is told so that a reviewer finds it again: line, or page, heading and sentence."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

from docx_parts import docx, p, t
from extract import analyse, as_dict
from extract.model import Report
from extract.output import contract, text
from extract.output.places import Passage, Surroundings
from extract.output.spots import Spots, cut, shortened
from extract.readers.files import read_bytes
from pdfs import LEFT, Pdf

TALK = "Cả hệ thống chính trị vào cuộc, nhân dân đồng tình, công việc được làm từng bước. " * 4
SLIP = "Năm 2021 toàn xã giảm từ 40 tổ xuống còn 31 tổ, giảm 10 tổ."
RIGHT = "Có 18/20 xóm có nhà văn hóa, đạt 90%."
LEAD = (
    "Sau nhiều lần họp bàn với các ban, ngành và trưởng thôn, lấy ý kiến của nhân dân ở từng cụm "
    "dân cư, niêm yết công khai danh sách tại nhà văn hóa và báo cáo cấp có thẩm quyền, "
)
FACT = "toàn huyện giảm từ 12 xã xuống còn 9 xã, giảm 4 xã"
LONG = f"{LEAD}{FACT}, {LEAD.lower()}bảo đảm đúng quy định."


def report_of(data: bytes, name: str) -> Report:
    """What is found in the file with these bytes."""
    return analyse(read_bytes(data, name))


@pytest.fixture
def word() -> Report:
    """A Word file with a slip under a numbered heading."""
    lines = ["I. KẾT QUẢ", "1. Về tổ chức bộ máy", TALK, SLIP, RIGHT, "Ngày 31/02/2021 họp xã."]
    return report_of(docx("".join(p(t(line)) for line in lines)), "mẫu.docx")


@pytest.fixture
def pdf() -> Report:
    """A PDF with a slip on its second page."""
    made = Pdf().page().text(LEFT, 100, "I. KẾT QUẢ").text(LEFT, 130, "Đã họp bàn với các thôn.")
    return report_of(made.page().text(LEFT, 100, SLIP).build(), "mẫu.pdf")


def told(report: Report, lang: str = "en") -> list[str]:
    return list(text.linter_lines(report.document.name, report, report.findings, lang))  # type: ignore[arg-type]


def explained(report: Report) -> str:
    console = Console(file=io.StringIO(), width=80)
    text.show(text.explain("tệp", report, report.findings, "en"), console)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def test_a_word_file_is_told_by_heading_and_sentence(word: Report) -> None:
    first, where, *_ = told(word)
    assert first.startswith("mẫu.docx: A101 error ")
    assert where == f"    I › 1. Về tổ chức bộ máy: “{SLIP}”"
    assert any(line.startswith("mẫu.docx: D401") for line in told(word))


def test_a_pdf_is_told_by_page(pdf: Report) -> None:
    first, where, *_ = told(pdf)
    assert first.startswith("mẫu.pdf: page 2: A101 error ")
    assert where == f"    I. KẾT QUẢ: “{SLIP}”"
    assert told(pdf, "vi")[0].startswith("mẫu.pdf: trang 2: A101 error ")


def test_text_and_markdown_keep_the_form_of_linters() -> None:
    for name in ("a.txt", "a.md"):
        first, second, *_ = told(report_of(f"Mở đầu.\n\n{SLIP}\n".encode(), name))
        assert first.startswith(f"{name}:3:{SLIP.index('10 tổ') + 1}: A101 error ")
        assert second.startswith("    would agree with ")


def test_json_has_page_heading_and_sentence(word: Report, pdf: Report) -> None:
    for report, page in ((word, None), (pdf, 2)):
        data = as_dict(report)
        jsonschema.validate(data, contract.schema())
        found = data["findings"][0]
        assert (found["page"], found["sentence"]) == (page, SLIP)
        assert found["section"] in {s["id"] for s in data["sections"]}
    assert found["heading"] == "I. KẾT QUẢ"


def test_every_line_of_explain_has_its_place_and_sentence(word: Report, pdf: Report) -> None:
    shown = explained(word)
    assert f"✓ 18 / 20 = 90%  (exact)  I › 1. Về tổ chức bộ máy\n    “{RIGHT}”\n" in shown
    assert f"  I › 1. Về tổ chức bộ máy\n    “{SLIP}”\n" in shown
    date = "  ! D401 There is no such date as “31/02/2021”.  I › 1. Về tổ chức bộ máy\n    “Ngày"
    assert date in shown
    assert f"  page 2, I. KẾT QUẢ\n    “{SLIP}”\n" in explained(pdf)
    plain = report_of(f"Mở đầu.\n\n{SLIP}\n".encode(), "a.txt")
    assert f"  line 3\n    “{SLIP}”\n" in explained(plain)


def test_what_is_no_terminal_gets_whole_lines(word: Report, tmp_path: Path) -> None:
    lines = explained(report_of(docx(p(t(LONG))), "a.docx")).splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert any(line.endswith("…”") and len(line) > 80 for line in lines)
    path = tmp_path / "a.txt"
    path.write_text(LONG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "extract.cli", "check", "--explain", "--lang", "vi", path],
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert any(FACT in line and line.endswith("…”") for line in done.stdout.splitlines())
    terminal = Console(file=io.StringIO(), width=60, force_terminal=True)
    text.show(text.explain("tệp", word, word.findings, "en"), terminal)
    shown = terminal.file.getvalue()  # type: ignore[attr-defined]
    assert "would agree with" in shown and f"“{SLIP}”" not in shown


def test_a_long_sentence_is_shortened_but_for_its_figures() -> None:
    report = report_of(LONG.encode(), "a.txt")
    spot = Spots(report).of_finding(report.findings[0])
    assert spot.sentence == LONG and len(spot.excerpt) < 280
    assert spot.excerpt.startswith("… ") and FACT in spot.excerpt and spot.excerpt.endswith(" …")


def test_a_piece_of_a_very_long_sentence_is_told_with_dots_where_it_is_cut() -> None:
    report = report_of(
        f"{LEAD}{LEAD.lower() * 3}{FACT}, {LEAD.lower() * 3}đúng hạn.".encode(), "a.txt"
    )
    spot = Spots(report).of_finding(report.findings[0])
    assert len(spot.sentence) < 610 and FACT in spot.sentence
    assert spot.sentence.startswith("… ") and spot.sentence.endswith(" …")
    assert spot.excerpt.startswith("… ") and spot.excerpt.endswith(" …")
    view = f"{FACT}."
    assert shortened(view, Passage(0, 0, 9, 0, len(view), view, before=True), []) == f"… {view}"


@pytest.mark.parametrize(
    ("before", "one"),
    [
        ("Theo Th.S. Nguyễn Văn Tư, ", True),
        ("Theo PGS.TS. Trần Thị Năm, ", True),
        ("Theo T.Ư. Đoàn, ", True),
        ("Đã họp ở TP. Hạ Long, ", True),
        ("Đã họp ở huyện A. ", False),
        ("Đã giao cho CBCNVC. ", False),
    ],
)
def test_a_sentence_goes_on_after_a_title_with_dots(before: str, one: bool) -> None:
    report = report_of(f"{before}{SLIP}".encode(), "a.txt")
    assert Spots(report).of_finding(report.findings[0]).sentence == f"{before if one else ''}{SLIP}"


def test_what_stands_between_figures_that_are_far_apart_is_left_out() -> None:
    view = f"Có 12 xã, {LEAD}còn 9 xã, {LEAD}giảm 4 xã."
    keep = [(view.index(figure), view.index(figure) + 2) for figure in ("12 ", "9 ", "4 ")]
    shown = shortened(view, Passage(0, 0, len(view), 0, len(view), view), keep)
    assert shown.startswith("Có 12 xã,") and shown.endswith("giảm 4 xã.") and "còn 9 xã," in shown
    assert shown.count(" … ") == 2 and all(part in view for part in shown.split(" … "))


def test_a_heading_without_number_is_told_too() -> None:
    body = p(t("KẾT QUẢ SẮP XẾP"), '<w:pPr><w:jc w:val="center"/></w:pPr>') + p(t(SLIP))
    report = report_of(docx(body), "a.docx")
    assert Spots(report).of_finding(report.findings[0]).heading == "KẾT QUẢ SẮP XẾP"
    bare = report_of(docx(p(t(SLIP))), "a.docx")
    assert Spots(bare).of_finding(bare.findings[0]).heading is None
    assert told(bare)[1] == f"    “{SLIP}”"


def headings(lines: str) -> list[str | None]:
    """What the findings of a text in Markdown stand under."""
    report = report_of(lines.encode(), "a.md")
    return [Spots(report).of_finding(f).heading for f in report.findings]


def test_text_below_a_list_is_told_by_the_heading_above_the_list() -> None:
    under = f"## I. KẾT QUẢ\n\n### 1. Bộ máy\n\n1. Đã họp bàn.\n2. Đã báo cáo.\n\n{SLIP}\n"
    assert headings(under) == ["I › 1. Bộ máy"]
    assert headings(under.replace("báo cáo.", "giảm như sau:")) == ["I › 1 › 2. Đã giảm như sau"]


def test_a_heading_without_number_inside_a_part_is_told_with_the_word_of_the_part() -> None:
    part = f"# Phần thứ nhất\n\n## Đánh giá\n\n1. Đã họp.\n2. Đã bàn.\n\n{{}}\n\n{SLIP}\n"
    assert headings(part.format("## Sắp xếp tổ")) == ["Phần thứ nhất › Sắp xếp tổ"]
    assert headings(part.format("Tiếp theo.")) == ["Phần thứ nhất › 2. Đã bàn"]
    assert headings(f"# Phần thứ nhất\n\n## Đánh giá\n\n{SLIP}\n") == ["Phần thứ nhất Đánh giá"]
    assert headings(f"## Chương I\n\n### Điều 2. Giảm tổ\n\n1. Họp.\n\n2. {SLIP}\n") == [
        "Chương I › Điều 2. Giảm tổ"
    ]


def test_check_as_json_tells_the_place(word: Report, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"I. KẾT QUẢ\n\n{SLIP}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "extract.cli", "check", "--format", "json", path],
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    (found,) = json.loads(done.stdout)
    assert (found["line"], found["page"]) == (3, None)
    assert (found["heading"], found["sentence"]) == ("I. KẾT QUẢ", SLIP)


def test_titles_are_cut_at_a_blank() -> None:
    assert cut("một hai ba", 7) == "một hai …" and cut("một hai", 7) == "một hai"


ONE = "Năm 2021 toàn xã giảm từ 40 tổ xuống còn 31 tổ, được nhân dân"
TWO = "bàn bạc và đồng ý, giảm 10 tổ, sau khi các trưởng thôn đã họp"
THREE = "với từng hộ và lấy ý kiến về việc sáp nhập 2 thôn xa khỏi khu"


def test_a_figure_of_a_paragraph_over_two_pages_is_told_by_the_page_it_stands_on() -> None:
    made = Pdf().page()
    made.lines(
        700, "Năm 2021 toàn xã giảm từ 40 tổ xuống còn 31 tổ,", "giảm 10 tổ, sau khi các thôn"
    )
    made.page().lines(80, THREE, "dân cư của xã.")
    report = report_of(made.build(), "mẫu.pdf")
    pages = Surroundings(report)
    told = {q.text: pages.page(q.start) for q in report.quantities}
    assert (told["40"], told["10"], told["2"]) == (1, 1, 2)
    assert all(
        pages.page(q.start) == report.document.places.boxes(q.start, q.end)[0].page  # type: ignore[union-attr]
        for q in report.quantities
    )
