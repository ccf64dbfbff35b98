"""Tables of contents: their page numbers are no figures, their lines no sections of their own."""

from __future__ import annotations

import pytest

from docx_parts import docx, p, read, t, table, tc, tr
from extract.model import Report
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from extract.readers.text.reader import read_text
from pdfs import LEFT, Pdf, lines
from pdfs import read as read_pdf
from test_tables_pages import ruled

BODY = """
I. TÌNH HÌNH

Toàn xã có 31 tổ tự quản.

II. KẾT QUẢ

1. Sắp xếp tổ

Giảm 9 tổ tự quản.
"""
DOTS = "." * 30


def found(contents: str, body: str = BODY, name: str = "a.md") -> Report:
    return analyse(read_text(f"{contents}\n{body}", name))


def figures(report: Report) -> list[str]:
    return [q.text for q in report.quantities]


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "dots", [f" {DOTS} ", DOTS, " …… ", "………… ", " . . . . . . . ", "\t....\t"]
)
@pytest.mark.parametrize("head", ["MỤC LỤC\n\n", "**Mục lục**\n\nTrang\n\n", ""])
def test_dots_lead_to_page_numbers(head: str, dots: str, apart: str) -> None:
    entries = (("I. TÌNH HÌNH", 1), ("II. KẾT QUẢ", 3), ("1. Sắp xếp tổ", 12))
    report = found(head + apart.join(f"{title}{dots}{page}" for title, page in entries) + "\n")
    assert figures(report) == ["31", "9"]
    assert [s.label for s in report.sections] == ["I", "II", "1"]


@pytest.mark.parametrize("gap", ["\t", "   ", " "])
def test_no_dots_below_the_heading(gap: str) -> None:
    entries = f"MỤC LỤC\n\nI. TÌNH HÌNH{gap}1\n\nII. KẾT QUẢ{gap}3\n\n1. Sắp xếp tổ{gap}12\n"
    report = found(entries)
    assert figures(report) == ["31", "9"]
    assert [s.label for s in report.sections] == ["I", "II", "1"]


def test_a_title_over_two_lines() -> None:
    entries = f"MỤC LỤC\n\nI. TÌNH HÌNH {DOTS} 1\n\nII. KẾT QUẢ SẮP XẾP\n\nTỔ TỰ QUẢN {DOTS} 4\n"
    assert figures(found(entries)) == ["31", "9"]


@pytest.mark.parametrize(
    "form",
    [
        f"Số hộ nghèo {DOTS} 12\n\nSố hộ cận nghèo {DOTS} 15\n\nTổng số hộ {DOTS} 27\n",
        f"Số hộ nghèo {DOTS} 12\n",
        "Số hộ nghèo\t12\n\nSố hộ cận nghèo\t15\n\nTổng số hộ\t27\n",
        f"MỤC LỤC\n\nBáo cáo của xã.\n\nKính gửi.\n\nSố hộ nghèo {DOTS} 12\n",
    ],
)
def test_dots_that_lead_to_figures(form: str) -> None:
    assert "12" in figures(found(form))


STOP = '<w:tabs><w:tab w:val="right" w:leader="{}" w:pos="9062"/></w:tabs>'
TAB = "<w:r><w:tab/></w:r>"
WORD = "".join(
    p(title) for title in ("I. TÌNH HÌNH", "Toàn xã có 31 tổ tự quản.", "II. KẾT QUẢ", "1. Sắp xếp")
)


def entry(title: str, page: str, properties: str) -> str:
    return p(t(title) + TAB + t(page), properties)


@pytest.mark.parametrize("head", [p("MỤC LỤC"), p("MỤC LỤC") + p(t("Nội dung") + TAB + t("Trang"))])
def test_tab_stops_with_dots_in_word(head: str) -> None:
    stop = STOP.format("dot")
    entries = entry("I. TÌNH HÌNH", "1", stop) + entry("II. KẾT QUẢ", "2", stop)
    report = analyse(read(head + entries + entry("1. Sắp xếp", "2", stop) + WORD))
    assert "I. TÌNH HÌNH ..... 1\n" in report.document.text
    assert figures(report) == ["31"] and not report.tables
    assert [s.label for s in report.sections] == ["I", "II", "1"]


def test_tab_stops_of_a_style() -> None:
    style = (
        f'<w:style w:type="paragraph" w:styleId="M"><w:pPr>{STOP.format("dot")}</w:pPr></w:style>'
    )
    document = read(entry("I. TÌNH HÌNH", "1", '<w:pStyle w:val="M"/>'), styles=style)
    assert document.text == "I. TÌNH HÌNH ..... 1\n"


def test_tab_stops_that_lead_to_words_or_have_no_dots() -> None:
    dots, none = STOP.format("dot"), STOP.format("none")
    document = read(entry("Người ký", "Lò Văn Tư", dots) + entry("I. TÌNH HÌNH", "1", none))
    assert document.text == "Người ký Lò Văn Tư\nI. TÌNH HÌNH 1\n"


def test_a_tab_stop_with_dots_in_a_cell() -> None:
    cell = tc(entry("Số hộ", "12", STOP.format("dot")))
    document = read_bytes(docx(table(tr(tc("Xã"), tc("Hộ")), tr(tc("Đông"), cell))), "a.docx")
    assert "| Đông | Số hộ 12 |" in document.text


def test_a_contents_in_a_pdf() -> None:
    pdf = Pdf().page().text(LEFT, 80, "MỤC LỤC")
    for n, (title, page) in enumerate((("I. TÌNH HÌNH", 1), ("II. KẾT QUẢ", 2), ("1. Sắp xếp", 2))):
        pdf.text(LEFT, 110 + 20 * n, f"{title}{'.' * (55 - len(title))}{page}")
    pdf.lines(220, "I. TÌNH HÌNH", "Toàn xã có 31 tổ tự quản.")
    assert lines(pdf)[1].startswith("I. TÌNH HÌNH...")
    assert figures(analyse(read_pdf(pdf))) == ["31"]


ENTRIES = (("I. TÌNH HÌNH", "1"), ("II. KẾT QUẢ", "3"), ("1. Sắp xếp tổ", "12"))
TITLED = (("Nội dung", "Trang"), *ENTRIES)
NUMBERED = (("TT", "Nội dung", "Trang"), ("I", "TÌNH HÌNH", "1"), ("II", "KẾT QUẢ", "2-3"),
            ("1", "Sắp xếp tổ", "12"))  # fmt: skip


def rows_of(rows: tuple[tuple[str, ...], ...]) -> str:
    first, *rest = (f"| {' | '.join(row)} |\n" for row in rows)
    return f"{first}|{'---|' * len(rows[0])}\n{''.join(rest)}"


@pytest.mark.parametrize("rows", [TITLED, ENTRIES, NUMBERED])
@pytest.mark.parametrize("head", ["MỤC LỤC\n\n", "", "**Mục lục**\n\nBáo cáo của xã\n\n"])
def test_a_contents_set_as_a_table(head: str, rows: tuple[tuple[str, ...], ...]) -> None:
    report = found(head + rows_of(rows))
    if rows is ENTRIES and not head:  # nothing tells that these are pages
        assert len(report.tables) == 1
        return
    assert figures(report) == ["31", "9"] and not report.tables
    assert [s.label for s in report.sections] == ["I", "II", "1"]


def test_a_contents_set_as_a_table_with_parts_that_have_no_page() -> None:
    rows = (("Nội dung", "Trang"), ("PHẦN THỨ NHẤT", ""), *ENTRIES)
    assert not found(rows_of(rows)).tables


@pytest.mark.parametrize(
    "rows",
    [
        (("Tài liệu", "Số trang"), ("Báo cáo", "12"), ("Đề án", "30"), ("Tờ trình", "31")),
        (("Thôn", "Trang"), ("Đông", "12"), ("Đoài", "9"), ("Nam", "31")),
        (("Thôn", "Số tổ", "Trang"), ("Đông", "12", "1"), ("Đoài", "9", "2"), ("Nam", "3", "4")),
        (("Thôn", "Trang"), ("Đông", "1"), ("Đoài", "2")),
        (("Thôn", "Trang"), ("Đông", "1"), ("Đoài", "2"), ("Nam", "chưa in"), ("Bắc", "7")),
    ],
)
def test_tables_that_are_no_contents(rows: tuple[tuple[str, ...], ...]) -> None:
    assert len(found(rows_of(rows)).tables) == 1


def test_a_table_of_figures_behind_a_contents() -> None:
    figures_of = rows_of((("Thôn", "Số tổ"), ("Đông", "5"), ("Đoài", "7"), ("Nam", "9")))
    report = found(f"MỤC LỤC\n\n{rows_of(TITLED)}\n{figures_of}")
    assert len(report.tables) == 1 and {"5", "7", "9"} <= set(figures(report))


def test_a_contents_set_as_a_table_in_word_and_html() -> None:
    cells = table(*(tr(*row) for row in TITLED))
    word = analyse(read(p("MỤC LỤC") + cells + WORD))
    body = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in TITLED)
    lines_after = "".join(f"<p>{line}</p>" for line in BODY.split("\n") if line)
    page = f"<html><body><p>MỤC LỤC</p><table border=1>{body}</table>{lines_after}</body></html>"
    for report in (word, analyse(read_bytes(page.encode(), "a.html"))):
        assert not report.tables and "12" not in figures(report) and "31" in figures(report)
        assert [s.label for s in report.sections] == ["I", "II", "1"]


def test_a_contents_set_as_a_table_in_a_pdf() -> None:
    for ruled_too in (True, False):
        pdf = Pdf().page().text(LEFT, 80, "MỤC LỤC")
        if ruled_too:
            ruled(pdf, 90, [[(cell,) for cell in row] for row in TITLED], (LEFT, 450, 520))
        else:
            for n, (title, number) in enumerate(TITLED):
                pdf.text(LEFT, 110 + 20 * n, title).text(480, 110 + 20 * n, number)
        pdf.lines(230, "I. TÌNH HÌNH", "Toàn xã có 31 tổ tự quản.")
        report = analyse(read_pdf(pdf))
        assert figures(report) == ["31"] and not report.tables
