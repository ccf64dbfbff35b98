"""PDFs with a text layer: one trap a test, drawn by hand or by LibreOffice."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pypdfium2
import pytest

import extract
from extract.document import Document
from extract.output import contract
from extract.readers.files import read_bytes
from extract.readers.pdf.reader import Source, read_pdf
from pdfs import FILLER, LEFT, Pdf, fixture, lines, read, width

REPORTS = Path(__file__).parents[2] / "shared" / "reports"


def shared(name: str) -> Path:
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"{path} không có ở máy này")
    return path


# footnote calls and powers


@pytest.mark.parametrize(
    ("before", "mark", "after", "shown"),
    [
        ("còn 99", "1", " tổ", "còn 99¹ tổ"),
        ("còn 99", "12", " tổ", "còn 99¹² tổ"),
        ("so với năm 2015", "3", "", "so với năm 2015³"),
        ("giảm 12%", "2", ", trong đó", "giảm 12%², trong đó"),
        ("(hai thôn)", "4", " và", "(hai thôn)⁴ và"),
        ("“tổ mới”", "5", ".", "“tổ mới”⁵."),
        ("rộng 45 m", "2", " nhà", "rộng 45 m² nhà"),
        ("chứa 300 m", "3", ";", "chứa 300 m³;"),
        ("dưới tán CO", "", "", "dưới tán CO"),
    ],
)
def test_raised_digits(before: str, mark: str, after: str, shown: str) -> None:
    for size, rise in ((7.0, 5.0), (8.0, 4.0), (12.0, 4.5)):
        pdf = Pdf().page().text(LEFT, 100, before)
        x = LEFT + width(before, 12)
        if mark:
            pdf.text(x, 100 - rise, mark, size)
        if after:
            pdf.text(x + width(mark, size), 100, after)
        pdf.text(LEFT, 300, "Dòng khác của trang.")
        assert lines(pdf)[0] == shown


def test_lowered_and_small_digits_are_no_calls() -> None:
    pdf = Pdf().page().text(LEFT, 100, "khí CO").text(LEFT + width("khí CO", 12), 102, "2", 7)
    assert lines(pdf) == ["khí CO2"]
    pdf = Pdf().page().text(LEFT, 100, "mục ").text(LEFT + width("mục ", 12), 100, "3", 7)
    assert lines(pdf) == ["mục 3"]


@pytest.mark.parametrize("mark", ["raised", "plain"])
def test_notes_follow_the_paragraph_that_calls_them(mark: str) -> None:
    pdf = Pdf().page()
    x = LEFT + width("Toàn xã còn 99", 12)
    pdf.text(LEFT, 100, "Toàn xã còn 99").text(x, 95, "1", 7).text(x + 5, 100, " tổ tự quản.")
    pdf.text(LEFT, 140, "Đoạn sau không có chú thích nào.")
    pdf.rule(LEFT, 700, LEFT + 140, 700)
    if mark == "raised":
        pdf.text(LEFT, 709, "1", 6).text(LEFT + 6, 713, "Không kể tổ tạm", 10)
    else:
        pdf.text(LEFT, 713, "1. Không kể tổ tạm", 10)
    pdf.text(LEFT, 726, "thời ở hai thôn.", 10)
    document = read(pdf)
    assert document.text.split("\n") == [
        "Toàn xã còn 99¹ tổ tự quản.",
        "¹ Không kể tổ tạm thời ở hai thôn.",
        "Đoạn sau không có chú thích nào.",
    ]
    assert [c.marker for c in document.calls] == ["1"]
    note = extract.analyse(document).footnotes[0]
    assert note.body and document.text[slice(*note.body)] == "Không kể tổ tạm thời ở hai thôn."


def test_a_note_without_call_stands_at_the_end_of_its_page() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "Trang một có một đoạn.")
    pdf.rule(LEFT, 700, LEFT + 140, 700).text(LEFT, 709, "7", 6).text(
        LEFT + 6, 713, "Không ai gọi.", 10
    )
    pdf.page().text(LEFT, 100, "Trang hai.")
    assert lines(pdf) == ["Trang một có một đoạn.", "⁷ Không ai gọi.", "Trang hai."]


def test_a_note_goes_on_over_the_page() -> None:
    pdf = Pdf().page()
    pdf.paragraph(100, f"{FILLER} {FILLER}")
    pdf.text(LEFT, 200, "Xã có 12 tổ").text(LEFT + width("Xã có 12 tổ", 12), 195, "1", 7)
    pdf.rule(LEFT, 700, LEFT + 140, 700).text(LEFT, 709, "1", 6)
    pdf.text(LEFT + 6, 713, "Trong đó có các tổ lập trước", 10)
    pdf.page().paragraph(100, f"Sang trang sau. {FILLER}")
    pdf.rule(LEFT, 700, LEFT + 140, 700).text(LEFT, 713, "ngày sắp xếp.", 10)
    found = lines(pdf)
    assert found[1:3] == ["Xã có 12 tổ¹", "¹ Trong đó có các tổ lập trước ngày sắp xếp."]
    assert found[3].startswith("Sang trang sau.") and len(found) == 4


# what stands on every page


def pages(count: int, draw: Callable[[Pdf, int], object]) -> Pdf:
    pdf = Pdf()
    for n in range(1, count + 1):
        pdf.page()
        pdf.paragraph(200, f"Đoạn {'một hai ba bốn'.split()[n - 1]} của xã. {FILLER}")
        draw(pdf, n)
    return pdf


@pytest.mark.parametrize("y", [40, 810])
@pytest.mark.parametrize("form", ["{}", "- {} -", "Trang {}/4", "{}/4"])
def test_page_numbers_are_left_out(y: float, form: str) -> None:
    found = lines(pages(4, lambda pdf, n: pdf.text(290, y, form.format(n))))
    assert [line.split()[1] for line in found] == "một hai ba bốn".split()


def test_page_numbers_may_begin_elsewhere() -> None:
    found = lines(pages(3, lambda pdf, n: pdf.text(290, 40, str(n + 16))))
    assert len(found) == 3 and all(line.startswith("Đoạn") for line in found)


def test_running_heads_and_feet_are_left_out() -> None:
    def draw(pdf: Pdf, n: int) -> None:
        pdf.text(LEFT, 40, f"{n} CÔNG BÁO/Số {15}/Ngày 05-3-2021", 9)
        pdf.text(200, 815, "Lưu hành nội bộ", 9)

    found = lines(pages(4, draw))
    assert [line.split()[:2] for line in found] == [["Đoạn", n] for n in "một hai ba bốn".split()]


def test_numbers_that_do_not_count_pages_stay() -> None:
    found = lines(pages(3, lambda pdf, n: pdf.text(LEFT, 40, f"Biểu {n * n + 3}")))
    assert [line for line in found if line.startswith("Biểu")] == ["Biểu 4", "Biểu 7", "Biểu 12"]


# paragraphs


def test_a_sentence_goes_on_over_the_page() -> None:
    pdf = Pdf().page()
    pdf.lines(760, "Sau khi sắp xếp, xã Thử Nghiệm đã giảm được tất cả 22 đầu")
    pdf.text(290, 810, "1")
    pdf.page().lines(60, "mối đơn vị so với năm trước.")
    pdf.text(290, 810, "2")
    assert lines(pdf)[0].endswith("tất cả 22 đầu mối đơn vị so với năm trước.")


def test_indents_begin_paragraphs() -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(100, FILLER, indent=28)
    y = pdf.paragraph(y, FILLER, indent=28)
    pdf.paragraph(y, FILLER, indent=28)
    assert lines(pdf) == [FILLER] * 3


def test_short_last_lines_end_paragraphs() -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(100, FILLER)
    pdf.paragraph(y, FILLER)
    assert lines(pdf) == [FILLER] * 2


def test_space_above_begins_a_paragraph() -> None:
    full = "Ủy ban nhân dân xã đã họp bàn với các trưởng thôn và lấy ý"
    pdf = Pdf().page()
    y = pdf.lines(100, full, full, full)
    pdf.lines(y + 10, full, full)
    assert len(lines(pdf)) == 2


@pytest.mark.parametrize("mark", ["-", "+", "1.", "1.2.", "a)", "đ)", "II-", "Điều 3."])
def test_marks_begin_paragraphs(mark: str) -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(100, f"{mark} {FILLER}")
    y = pdf.paragraph(y, f"{mark} {FILLER}")
    pdf.text(LEFT, y, mark).text(LEFT + width(mark, 12) + 20, y, "Cách mốc một khoảng dài.")
    assert lines(pdf) == [f"{mark} {FILLER}"] * 2 + [f"{mark} Cách mốc một khoảng dài."]


def test_a_sentence_goes_on_after_a_colon_at_the_end_of_a_line() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT + 20, 100, "Quy mô kinh tế đạt 131.640 tỷ đồng trong cả năm, gồm có:")
    pdf.text(LEFT, 116, "nông, lâm nghiệp và thủy sản 33.175 tỷ đồng; còn lại là công")
    pdf.text(LEFT, 132, "nghiệp và dịch vụ.")
    pdf.paragraph(148, FILLER, indent=20)
    first, second = lines(pdf)
    assert first.endswith("gồm có: nông, lâm nghiệp và thủy sản 33.175 tỷ đồng; còn lại là công "
                          "nghiệp và dịch vụ.") and second == FILLER  # fmt: skip


def test_letters_of_another_font_stand_in_their_words() -> None:
    """All letters of one font are drawn first, then those of another that stand between them."""
    whole = "Kinh tế của tỉnh tiếp tục phục hồi năm 2024"
    pdf = Pdf().page()
    for font, letters in (("Mono", "[^ếủỉụồ]+"), ("Sans", "[ếủỉụồ]+")):
        found = [(m.start(), m[0]) for m in re.finditer(letters, whole)]
        moves, at = [], 0
        for start, text in found:
            codes = "".join(f"{pdf.codes.setdefault(c, 33 + len(pdf.codes)):02x}" for c in text)
            moves.append(f"{-600 * (start - at)} <{codes}>")
            at = start + len(text)
        pdf.text(LEFT, 400, "x", 12, font)
        pdf.raw(f"BT /F{pdf.fonts.index(font)} 12 Tf {LEFT} {pdf.size[1] - 100} Td "
                f"[{' '.join(moves)}] TJ ET")  # fmt: skip
    assert lines(pdf)[0] == whole


def test_a_dash_inside_a_sentence_is_no_bullet() -> None:
    head = "Công tác phối hợp giữa các cơ quan trong xã về kinh tế"
    pdf = Pdf().page()
    pdf.text(LEFT + 28, 100, head)
    pdf.lines(115.6, "- xã hội được duy trì đều đặn.")
    assert lines(pdf) == [f"{head} - xã hội được duy trì đều đặn."]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("theo Nghị quyết số 18-", "NQ/TW của Trung ương.", "18-NQ/TW của"),
        ("theo Quyết định số 77/", "QĐ-UBND của huyện.", "77/QĐ-UBND của"),
        ("các tổ chức chính-", "trị trong xã.", "chính-trị trong"),
        ("cán bộ đăng nhập inter-", "net hằng ngày.", "internet hằng"),
        ("ngành công ngh\xad", "iệp của xã.", "công nghiệp của"),
        ("trong giai đoạn 2021", "- 2025 của xã.", "2021 - 2025 của"),
    ],
)
def test_words_cut_at_the_end_of_a_line(first: str, second: str, shown: str) -> None:
    start = "Ủy ban nhân dân xã Thử Nghiệm"
    pdf = Pdf().page()
    pdf.text(LEFT + 28, 100, f"{start} {first}")
    pdf.lines(115.6, second)
    assert shown in lines(pdf)[0]


def test_titles_stand_alone() -> None:
    pdf = Pdf().page()
    title = ("BÁO CÁO", "kết quả sắp xếp tổ tự quản của xã", "và nhiệm vụ của năm sau")
    for n, line in enumerate(title):
        middle(pdf, 300, 100 + 18 * n, line, font="Mono-Bold")
    pdf.paragraph(170, FILLER, indent=28)
    document = read(pdf)
    assert document.text.split("\n") == [
        "BÁO CÁO",
        "kết quả sắp xếp tổ tự quản của xã và nhiệm vụ của năm sau",
        FILLER,
    ]
    assert [b.emphasis for b in document.blocks] == [True, True, False]


def middle(pdf: Pdf, x: float, y: float, words: str, size: float = 12, font: str = "Mono") -> None:
    """Draw words with their middle at `x`."""
    pdf.text(x - width(words, size) / 2, y, words, size, font)


def test_two_columns_at_the_head_and_the_signature() -> None:
    pdf = Pdf().page()
    middle(pdf, 150, 60, "ỦY BAN NHÂN DÂN", 10)
    middle(pdf, 400, 61.5, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10)
    middle(pdf, 150, 76, "XÃ THỬ NGHIỆM", 10)
    middle(pdf, 400, 77.5, "Độc lập - Tự do - Hạnh phúc", 10)
    middle(pdf, 150, 100, "Số: 31/BC-UBND", 10)
    middle(pdf, 400, 100, "Thử Nghiệm, ngày 09 tháng 12 năm 2024", 10)
    pdf.text(270, 140, "BÁO CÁO")
    y = pdf.paragraph(170, FILLER, indent=28)
    for n, line in enumerate(("Nơi nhận:", "- Huyện;", "- Lưu: VT.")):
        pdf.text(LEFT, y + 30 + 13 * n, line, 10)
    for above, line in ((30, "TM. ỦY BAN NHÂN DÂN"), (46, "CHỦ TỊCH"), (110, "Trần Văn Thử")):
        middle(pdf, 430, y + above, line)
    document = read(pdf)
    assert document.text.split("\n") == [
        "ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM", "Số: 31/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Thử Nghiệm, ngày 09 tháng 12 năm 2024", "BÁO CÁO", FILLER,
        "Nơi nhận:", "- Huyện;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Thử",
    ]  # fmt: skip
    found = extract.analyse(document).metadata
    assert (found.number, found.place, found.date) == ("31/BC-UBND", "Thử Nghiệm", "2024-12-09")
    assert found.signer == "Trần Văn Thử"


def test_rows_of_figures_stay_rows() -> None:
    pdf = Pdf().page()
    for n in range(5):
        y = 100 + 20 * n
        pdf.text(LEFT, y, f"Thôn số {n}").text(250, y, f"{30 + n}").text(400, y, f"{n},5%")
    assert lines(pdf) == [f"Thôn số {n} {30 + n} {n},5%" for n in range(5)]


# characters


def test_letters_drawn_twice_are_read_once() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, "TỔNG CỘNG 114 tổ").text(LEFT + 0.3, 100, "TỔNG CỘNG 114 tổ")
    pdf.text(LEFT, 140, "giảm 1100 hộ")
    assert lines(pdf) == ["TỔNG CỘNG 114 tổ", "giảm 1100 hộ"]


def test_spaces_are_told_by_gaps() -> None:
    pdf = Pdf().page()
    x = LEFT
    for word in ("Xã", "có", "12", "tổ", "mới"):
        pdf.text(x, 100, word)
        x += width(word, 12) + 4
    assert lines(pdf) == ["Xã có 12 tổ mới"]


def test_characters_become_plain() -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 100, unicodedata.normalize("NFD", "Thực hiện Nghị quyết"))
    pdf.text(LEFT, 140, "o\ufb03ce\xa0Excel\u200b 2.0")
    assert lines(pdf) == ["Thực hiện Nghị quyết", "office Excel 2.0"]
    assert not read(pdf).raw_combining


# pages turned


@pytest.mark.parametrize("angle", [90, 180, 270])
@pytest.mark.parametrize("name", ["bao-cao", "ngang"])
def test_turned_pages(name: str, angle: int) -> None:
    data = fixture(name)
    turned = pypdfium2.PdfDocument(data)
    for page in turned:
        page.set_rotation(angle)
    out = io.BytesIO()
    turned.save(out)
    upright, found = read(data), read(out.getvalue())
    assert found.text == upright.text
    assert_boxes(out.getvalue(), found)


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_text_that_runs_up_or_down(matrix: str) -> None:
    pdf = Pdf().page()
    words = ["Một dòng.", "Dòng thứ hai của trang.", "Dòng ba.", "Dòng thứ tư có 12 tổ."]
    for n in range(4):
        x = {"0 1 -1 0": 100 + 16 * n, "0 -1 1 0": 200 - 16 * n, "-1 0 0 -1": 400}[matrix]
        y = 400 - 16 * n if matrix.startswith("-1") else 400
        pdf.text(x, y, words[n], matrix=matrix)
    document = read(pdf)
    assert document.text.split("\n") == words
    assert_boxes(pdf.build(), document)


def test_slanted_text_is_left_out_and_told() -> None:
    pdf = (
        Pdf()
        .page()
        .text(LEFT, 100, "Xã có 12 tổ.")
        .text(200, 400, "BẢN SAO", 40, matrix=".7 .7 -.7 .7")
    )
    document = read(pdf)
    assert document.text == "Xã có 12 tổ." and "slanted" in document.warnings[0]


# tables and columns (LibreOffice)


def test_a_whole_report() -> None:
    document = read(fixture("bao-cao"))
    found = document.text.split("\n")
    assert found[:7] == [
        "ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM", "Số: 31/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Thử Nghiệm, ngày 09 tháng 12 năm 2024", "BÁO CÁO",
    ]  # fmt: skip
    calls = next(line for line in found if line.startswith("1. Sau khi"))
    for part in ("99¹ tổ", "12%² so", "2015³, trong", "thôn)⁴", "mới”⁵;", "99¹² hộ", "45 m²,",
                 "300 m³ nước", "12 km²."):  # fmt: skip
        assert part in calls
    assert [c.marker for c in document.calls] == ["1", "2", "3", "4", "5", "12", "13"]
    assert [b.marker for b in document.blocks if b.kind == "note"] == [
        c.marker for c in document.calls
    ]
    long = next(line for line in found if line.startswith("¹³"))
    assert all(f"Ý kiến thứ {n} của" in long for n in range(1, 36))
    assert "Lưu hành" not in document.text and "\n2\n" not in document.text
    assert (
        document.text.count("| Tổ tự quản số 7 | 37 | 7,5 |") == document.text.count("số 7 ") == 1
    )
    assert found[-3:] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Thử"]
    assert not document.warnings
    starts = [p.start for p in document.pages]
    assert starts == sorted(starts) and document.pages[-1].end == len(document.text)


def test_body_in_two_columns() -> None:
    found = [line[:7] for line in lines(fixture("hai-cot"))]
    assert found == [f"Đoạn {n:02}" for n in range(1, 17)]


def test_a_table_on_a_landscape_page() -> None:
    document = read(fixture("ngang"))
    assert document.pages[0].width and document.pages[0].width > (document.pages[0].height or 0)
    rows = document.text.split("\n")
    assert rows[:5] == [
        "Biểu số liệu kèm theo báo cáo của xã Thử Nghiệm.",
        "",
        "| STT | Đơn vị | Năm 2023 | Năm 2024 |",
        "| --- | --- | --- | --- |",
        "| 1 | Thôn 1 | 1.001 | 1,25% |",
    ]


# the two sources, and the boxes


def assert_boxes(data: bytes, document: Document) -> None:
    """What stands inside the boxes of each mention is its text."""
    import pdfplumber

    report = extract.analyse(document)
    assert document.places
    with pdfplumber.open(io.BytesIO(data)) as opened:
        chars = [page.chars for page in opened.pages]
    for mention in (*report.quantities, *report.citations, *report.dates):
        boxes = document.places.boxes(mention.start, mention.end)
        inside = []
        for box in boxes:
            width, height = document.places.sizes[box.page - 1]
            assert 0 <= box.x0 < box.x1 <= width + 1 and 0 <= box.top < box.bottom <= height + 1
            for char in chars[box.page - 1]:
                x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
                if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
                    inside.append(char["text"])
        want = mention.text
        assert sorted("".join(inside).replace(" ", "")) == sorted("".join(want.split()))


@pytest.mark.parametrize("name", ["bao-cao", "hai-cot", "ngang"])
def test_both_sources_agree(name: str) -> None:
    data = fixture(name)
    fast, slow = read_bytes(data, name), read_bytes(data, name, "pdfplumber")
    assert fast.text == slow.text and fast.pages == slow.pages
    assert (fast.reader, slow.reader) == ("pdf", "pdfplumber")
    assert fast.places and slow.places
    pairs = zip(fast.places.x0, slow.places.x0, strict=True)
    assert all(abs(a - b) < 0.5 for a, b in pairs)
    assert_boxes(data, fast)


def test_boxes_in_the_output() -> None:
    data = contract.as_dict(extract.analyse(read(fixture("bao-cao"))))
    jsonschema.validate(json.loads(json.dumps(data)), contract.schema())
    assert data["source"]["pages"] == len(data["pages"]) > 2
    assert data["reading_text"] and data["status"] == "ok"
    (cited,) = [c for c in data["citations"] if c["number"] == "77/QĐ-UBND"]
    assert {b["page"] for b in cited["boxes"]} == {1} and len(cited["boxes"][0]["box"]) == 4
    text = contract.as_dict(extract.analyse(read_bytes("Xã có 12 tổ.".encode(), "a.txt")))
    assert text["quantities"][0]["boxes"] is None


# real documents


def test_a_decree() -> None:
    document = read(shared("nghi-dinh-335-2025.pdf").read_bytes())
    found = extract.analyse(document).sections
    articles = [int(s.label) for s in found if s.kind == "article"]
    assert articles == list(range(1, 30))
    assert [s.label for s in found if s.kind == "chapter"] == ["I", "II", "III", "IV"]
    assert not document.warnings


def test_one_content_as_text_and_as_pdf() -> None:
    text = extract.analyse(
        read_bytes(shared("dien-bien-bao-cao-tong-ket-nq18.txt").read_bytes(), "a.txt")
    )
    data = shared("dien-bien-bao-cao-tong-ket-nq18.pdf").read_bytes()
    pdf = extract.analyse(read(data))
    assert pdf.metadata == text.metadata
    assert [q.text for q in pdf.quantities] == [q.text for q in text.quantities]
    for kind in ("citations", "dates"):  # a note stands elsewhere in the text: compared apart
        for inside in (False, True):
            a, b = (
                [m.text for m in getattr(r, kind) if in_note(r, m.vs) == inside]
                for r in (text, pdf)
            )
            assert a == b
    assert [f.marker for f in pdf.footnotes] == [f.marker for f in text.footnotes]
    assert [(s.label, s.kind, s.depth) for s in pdf.sections] == [
        (s.label, s.kind, s.depth) for s in text.sections
    ]
    assert sorted((r.kind, r.verdict, r.expression) for r in pdf.relations) == sorted(
        (r.kind, r.verdict, r.expression) for r in text.relations
    )
    assert [(f.code, f.args) for f in pdf.findings] == [(f.code, f.args) for f in text.findings]
    assert_boxes(data, pdf.document)


def in_note(report: extract.Report, vs: int) -> bool:
    return any(b.kind == "note" and b.vs <= vs < b.ve for b in report.document.blocks)


def picture(x: float, y: float, wide: float, high: float) -> str:
    return f"q {wide} 0 0 {high} {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"


@pytest.mark.parametrize("source", ["pdf", "pdfplumber"])
def test_a_picture_beside_the_text_is_a_warning(source: Source) -> None:
    pdf = Pdf().page()
    pdf.paragraph(100, f"{FILLER} {FILLER} {FILLER}")
    pdf.raw(picture(85, 300, 400, 200))  # a table somebody has pasted as a picture
    pdf.page().paragraph(100, FILLER)
    [said] = read_pdf(pdf.build(), "x.pdf", source).warnings
    assert "trang 1: chưa đọc chữ (nếu có) trong hình lớn" in said.said("vi")


@pytest.mark.parametrize("source", ["pdf", "pdfplumber"])
def test_logos_and_backgrounds_are_no_warning(source: Source) -> None:
    pdf = Pdf().page().raw(picture(0, 0, 595, 842)).raw(picture(85, 760, 60, 60))
    pdf.paragraph(100, f"{FILLER} {FILLER} {FILLER}")
    assert not read_pdf(pdf.build(), "x.pdf", source).warnings
