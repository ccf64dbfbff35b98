"""Sections: labels, depth, ends, titles, the tree of bullets, broken sequences."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from extract.check.codes import CODES, message
from extract.check.structure import check_structure
from extract.document import Document
from extract.find.structure.sections import find_outline
from extract.model import Finding, Outline
from extract.readers.text.reader import read_text
from extract.rules.book import default_rulebook
from extract.rules.engine import Engine, Text
from extract.values.labels import follows, ordinal, style_of, successor

SHARED = Path(__file__).parents[2] / "shared"
BOOK = default_rulebook()
ENGINE = Engine(BOOK, ("structure",))


def outline(text: str) -> tuple[Document, Outline]:
    doc = read_text(text, "a.md")
    made = Text.of(doc.view, (b.vs for b in doc.blocks))
    return doc, find_outline(doc, made, ENGINE.scan(made).get("structure", []))


def labels(text: str) -> list[tuple[str, int]]:
    return [(s.label, s.depth) for s in outline(text)[1].sections]


def findings(text: str) -> list[Finding]:
    return check_structure(outline(text)[1], ())


DECREE = """Chương I
QUY ĐỊNH CHUNG

Điều 1. Nội dung điều chỉnh
Nghị định này nói về nhà văn hóa.

Điều 2. Ai phải thi hành
1. Cơ quan nhà nước.
2. Tổ chức sau đây:
a) Tổ chức chính trị;
b) Tổ chức khác, trừ nơi quy định tại điểm
c) khoản 1 Điều này;
c) Cá nhân.

2

3. Hộ gia đình.

Chương II
TRÁCH NHIỆM
Mục 1
CƠ QUAN TRUNG ƯƠNG
Điều 3. Sửa đổi Nghị định số 11/2020/NĐ-CP
1. Sửa đổi khoản 1 Điều 4 như sau:
“1. Nhà văn hóa gồm:
a) Nhà chính;
b) Sân.”
2. Bãi bỏ Điều 5.
Mục 2
CƠ QUAN ĐỊA PHƯƠNG
Điều 4. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày ký./.

Nơi nhận:
- Lưu: VT.
"""


def test_decree() -> None:
    doc, made = outline(DECREE)
    assert [(s.label, s.kind, s.depth) for s in made.sections] == [
        ("I", "chapter", 1),
        ("1", "article", 2),
        ("2", "article", 2),
        ("1", "clause", 3),
        ("2", "clause", 3),
        ("a", "point", 4),
        ("b", "point", 4),
        ("c", "point", 4),
        ("3", "clause", 3),
        ("II", "chapter", 1),
        ("1", "section", 2),
        ("3", "article", 3),
        ("1", "clause", 4),
        ("2", "clause", 4),
        ("2", "section", 2),
        ("4", "article", 3),
    ]
    chapter, second, last = made.sections[0], made.sections[9], made.sections[-1]
    assert chapter.title == "QUY ĐỊNH CHUNG"
    assert doc.text[chapter.start : chapter.start + 8] == "Chương I"
    assert chapter.end == second.start == doc.text.index("Chương II")
    assert last.end == doc.text.index("Nơi nhận")
    assert made.sections[2].parent == "s1" and made.sections[5].parent == "s5"
    assert check_structure(made, ()) == []


def test_report_depth() -> None:
    text = (
        "## **I- TỔ CHỨC**\n\n### 1. Học tập\n\nĐã học xong.\n\n#### 1.2. Cụ thể\n\n"
        "##### ***1.2.1. Đối với xã***\n\n1) Về bộ máy\n\na) *Sắp xếp thôn*\n\n"
        "\\* Đối với thôn\n\n*(1) Thôn Một*\n\n*(2) Thôn Hai*\n\n*b) Sắp xếp bản*\n\n"
        "2) Về biên chế: Xã có 20 người, giảm 2 người.\n\n**II. KẾT QUẢ**\n"
    )
    doc, made = outline(text)
    assert [(s.label, s.depth) for s in made.sections] == [
        ("I", 1),
        ("1", 2),
        ("1.2", 3),
        ("1.2.1", 4),
        ("1", 5),
        ("a", 6),
        ("1", 7),
        ("2", 7),
        ("b", 6),
        ("2", 5),
        ("II", 1),
    ]
    paren = made.sections[6]
    assert doc.text[paren.start - 1 : paren.start + 2] == "(1)"
    assert made.sections[9].title == "Về biên chế"
    assert made.sections[9].end == made.sections[10].start


def test_a_title_ends_where_the_next_cell_begins() -> None:
    _, made = outline("1. Thu cân đối | 6.412 tỷ đồng | ||\n2. Chi cân đối | 6.398 tỷ đồng | ||\n")
    assert [s.title for s in made.sections] == ["Thu cân đối", "Chi cân đối"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PHẦN I. CHUNG\n\nI/ THU\n\n1/ Nội địa\n\nPHẦN II. RIÊNG\n", "I1 I2 13 II1"),
        ("A. MỘT\n\nI- Hai\n\n1- Ba\n\na. Bốn\n\nB. NĂM\n", "A1 I2 13 a4 B1"),
        ("**I.** **THU**\n\n**1.** Nội địa\n\n*a)* *Thuế*\n", "I1 12 a3"),
        (
            "Điều 1. Dự toán\n\nI. Thu\n\n1.1 - Nội địa\n\n1.2 - Khác\n\nII. Chi\n",
            "11 I2 1.13 1.23 II2",
        ),
        ("I. A\n\n1. B\n\nII. C\n\n1. D\n", "I1 12 II1 12"),
        ("I. B\n\n* Về thu:\n\n1. C\n\n2. D\n\n* Về chi:\n\n1. E\n", "I1 12 22 12"),
        ("1. Một\n\n1.1. Hai\n\n1.1.1. Ba\n\n2. Bốn\n\n2.1. Năm\n", "11 1.12 1.1.13 21 2.12"),
        ("h) Tám\n\ni) Chín\n\nk) Mười\n", "h1 i1 k1"),
        ("1. Một\n\ni) Hai\n\nii) Ba\n", "11 i2 ii2"),
        ("Phần thứ nhất\n\nCHUNG\n\nPhần thứ hai\n\nRIÊNG\n", "thứ nhất1 thứ hai1"),
        ("Một là, làm nhanh.\n\nHai là, làm kỹ.\n\n- Gạch\n\n+ Cộng\n", ""),
        ("1.260,5 tỷ đồng.\n\n2.327 xuống 2.064 người.\n\n5 tháng đầu năm.\n", ""),
        ("18-NQ/TW là nghị quyết.\n\n30/11/2017 là ngày họp.\n\n2 - 3 xã.\n\n1.5 tỷ đồng.\n", ""),
        ("Chương II của Luật này.\n\nĐiều 5 Nghị định này.\n\nV.I. Lênin.\n", ""),
        ("1. TÌNH HÌNH ........ 5\n\n2. KẾT QUẢ ………… 12\n", ""),
    ],
)
def test_labels(text: str, expected: str) -> None:
    assert " ".join(f"{a}{d}" for a, d in labels(text)) == expected


def test_labels_with_two_marks() -> None:
    text = (
        "QUY ĐỊNH\nI/- Định mức nhiên liệu\n1/- Xe ô tô dưới 5 năm.\n2/- Xe ô tô trên 5 năm.\n"
        "a/- Đường đồi núi.\nb/- Đường nội thị.\nII.- Tổ chức thực hiện\n1./ Sở Tài chính.\n"
        "2./ Sở Giao thông."
    )
    assert labels(text) == [
        ("I", 1), ("1", 2), ("2", 2), ("a", 3), ("b", 3), ("II", 1), ("1", 2), ("2", 2)
    ]  # fmt: skip
    assert labels("Tờ trình\n15/-QĐ của huyện\nV/-v góp ý") == []


def test_labels_divided_under_letters_and_numerals() -> None:
    text = (
        "I. Thu\n\nI.1. Thu nội địa\n\na) Thuế\na.1) Thuế nhà\na.2) Thuế xe\nb) Phí\n"
        "b1) Phí chợ\nb2) Phí đò\n\nI.2 Thu khác\n\nII. Chi\n\nII.1 Chi lương\n"
    )
    assert labels(text) == [
        ("I", 1), ("I.1", 2), ("a", 3), ("a.1", 4), ("a.2", 4), ("b", 3), ("b1", 4), ("b2", 4),
        ("I.2", 2), ("II", 1), ("II.1", 2),
    ]  # fmt: skip
    assert findings(text) == []
    (broken,) = findings("I. Thu\n\nI.1. Thuế\n\nI.2. Phí\n\nI.4. Lệ phí\n")
    assert broken.code == "S201"
    assert labels("Diện tích\nm2. Tổng cộng\nB.12,5 tỷ đồng\n") == []


def test_heading_told_again_is_no_gap() -> None:
    text = "1. Thu\n\n2. Chi\n\n3. Giảm nghèo\n\nSố liệu các năm.\n\n3. {}\n\n4. Việc làm\n"
    assert findings(text.format("Giảm nghèo")) == []
    (broken,) = findings(text.format("Y tế"))
    assert broken.code == "S201"


def test_note_bodies_are_no_sections() -> None:
    text = "1. Xã có 5 tổ<sup>1</sup>.\n\n<sup>1</sup> 2. Tổ tự quản.\n\n2. Thôn có 3 tổ.\n"
    assert labels(text) == [("1", 1), ("2", 1)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1. Về thu ngân sách: đạt 5 tỷ đồng.", "Về thu ngân sách"),
        ("2. Tăng cường giám sát, kiểm tra.", "Tăng cường giám sát, kiểm tra"),
        (
            "3. Về học tập Nghị quyết 18-NQ/TWSau hội nghị, xã đã họp.",
            "Về học tập Nghị quyết 18-NQ/TW",
        ),
        ("**4. Đề xuất phương án** (Có biểu kèm theo)", "Đề xuất phương án"),
        ("*c) Chi trả nợ: *11 tỷ đồng.", "Chi trả nợ"),
        ("5. Phân bổ vốn. Tổng số là 9 tỷ.", "Phân bổ vốn"),
        (
            "Phần I\n\nKẾT QUẢ THỰC HIỆN\n\nCHƯƠNG TRÌNH 61\n\nXã có 5 tổ.",
            "KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH 61",
        ),
        ("Chương II QUY ĐỊNH\n\nCHUNG\n\nXã có 5 tổ.", "QUY ĐỊNH CHUNG"),
        ("I. KẾT QUẢ\n\nTÌNH HÌNH THU\n\nXã có 5 tổ.", "KẾT QUẢ"),
        ("Điều 2- Giao Sở Nội vụ theo dõi.", "Giao Sở Nội vụ theo dõi"),
        (
            "6. Thu cả năm là 9 tỷ đồng (trong đó: thuế 8 tỷ đồng), gồm: thu của xã.",
            "Thu cả năm là 9 tỷ đồng (trong đó: thuế 8 tỷ đồng), gồm",
        ),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert [s.title for s in outline(text)[1].sections] == [title]


def test_tree_of_bullets() -> None:
    text = (
        "1. Chi thường xuyên: 90 tỷ đồng:\n- Chi sự nghiệp: 60 tỷ đồng.\n+ Văn xã: 50 tỷ đồng.\n"
        "Giáo dục: 30 tỷ đồng.\nY tế: 20 tỷ đồng.\n+ Kinh tế: 10 tỷ đồng.\n"
        "- Chi khác: 30 tỷ đồng.\n"
        "Số liệu giao các năm như sau:\n- Năm 2030: 5 người.\n"
    )
    made = outline(text)[1]
    assert [(n.style, n.level, n.parent) for n in made.nodes] == [
        ("number", 1, None),
        ("-", 2, 0),
        ("+", 3, 1),
        ("line", 4, 2),
        ("line", 4, 2),
        ("+", 3, 1),
        ("-", 2, 0),
        ("para", 2, 0),
        ("-", 3, 7),
    ]
    assert made.nodes[0].section == "s1" and made.nodes[0].label == "1"


# -- sequences ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("a) b) c) d) đ) e) g) h) i) k)", []),
        ("a) b) c) d) e) f) g)", []),
        ("a) b) c) d) d) e)", [("d", "đ", "warning")]),
        ("a) b) d)", [("d", "c", "note")]),
        ("1. 2. 3. 1. 2.", []),
        ("1. 3.", [("3", "2", "note")]),
        ("1. 2. 2. 3.", [("2", "3", "warning")]),
        ("I. II. IV.", [("IV", "III", "note")]),
        ("2.5. 2.6. 1.7.", [("1.7", "2.7", "warning")]),
        ("2.2.1. 2.2.2. 2.3.", []),
        ("2.2.1. 2.2.2. 2.4.", [("2.4", "2.2.3", "warning")]),
        ("Điều 1. Điều 2. Điều 2a. Điều 3.", []),
    ],
)
def test_sequences(marks: str, expected: list[tuple[str, str, str]]) -> None:
    text = "\n\n".join(f"{m} Nội dung" for m in marks.replace("Điều ", "Điều_").split())
    found = findings(text.replace("_", " "))
    assert [(f.args["label"], f.args["expected"], f.severity) for f in found] == expected
    for f in found:
        assert f.code == "S201" and f.id == "" and message(f.code, f.args, "vi")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("1. Một\n\n[...]\n\n7. Bảy", []),
        ("3. Ba\n\n...\n\n9. Chín\n\n…\n\n13. Mười ba", []),
        ("Điều 41. Một\n\n(…)\n\nCăn cứ quy định khác:\n\nĐiều 6. Hai", []),
        ("1. Một\n\n…\n\nLời sau.\n\n7. Bảy", ["7"]),
        ("1. Một\n\n……………………\n\n7. Bảy", ["7"]),
    ],
)
def test_what_is_left_out_openly_breaks_no_sequence(text: str, broken: list[str]) -> None:
    assert [f.args["label"] for f in findings(text)] == broken


LISTED = (
    "{0}I. Kết quả{0}\n\n{0}1. Kinh tế{0}\n\nCó tiến bộ.\n\n1. Lúa{1}\n\n2. Ngô.\n\n{0}2. Y tế{0}\n"
)


def test_a_list_below_a_heading_numbered_alike_breaks_no_sequence() -> None:
    for end in (" được mùa.", ""):
        text = LISTED.format("**", end)
        assert labels(text) == [("I", 1), ("1", 2), ("1", 3), ("2", 3), ("2", 2)]
        assert findings(text) == []
    (broken,) = findings("### 1. Thu\n\n1. Thuế.\n\n2. Phí.\n\n### 4. Nợ\n")
    assert broken.args["label"] == "4"


def test_where_nothing_sets_headings_off_a_number_told_twice_is_reported() -> None:
    (found,) = findings(LISTED.format("", " được mùa."))
    assert found.args["label"] == "2"


def test_a_list_below_a_heading_in_capitals_is_not_that_of_the_numbered_one_above() -> None:
    text = "**1. Thu**\n\nĐủ.\n\n**2. Chi**\n\nĐủ.\n\n**KIẾN NGHỊ**\n\n1. Cấp vốn.\n\n2. Cấp đất.\n"
    assert labels(text) == [("1", 1), ("2", 1), ("1", 1), ("2", 1)]


ENDED = "**1. Thu**\n\n1. Thuế đạt.\n\n2. Phí{}\n\n{}\n\nTrên địa bàn có chợ mới.\n\n**2. Chi**\n"


@pytest.mark.parametrize(
    ("last", "below", "ended"),
    [
        (" vượt.", "Chợ đã mở.", True),
        (" vượt.", "| Xã | Thu |\n|---|---|\n| Đông | 5 |", True),
        (" vượt.", "**Công tác chợ**", True),
        (" như sau:", "Chợ đã mở.", False),
        (" của chợ: đạt, vượt.", "Chợ đã mở.", False),
        (" vượt.", "- Chợ đã mở.", False),
    ],
)
def test_text_below_a_list_under_a_heading_numbered_alike_is_not_its_last_item(
    last: str, below: str, ended: bool
) -> None:
    doc, made = outline(ENDED.format(last, below))
    assert [(s.label, s.depth) for s in made.sections] == [("1", 1), ("1", 2), ("2", 2), ("2", 1)]
    assert doc.text[made.sections[0].end :].startswith("2. Chi")
    assert ("chợ mới" in doc.text[made.sections[2].start : made.sections[2].end]) != ended


@pytest.mark.parametrize(
    ("one", "heading", "ended"),
    [
        ("Giảm tổ.", "**Công tác tài chính**", True),
        ("Giảm tổ.", "Công tác tài chính được quan tâm.", False),
        ("Giảm tổ.\n\nCó 5 tổ.", "**Công tác tài chính**", False),
    ],
)
def test_a_heading_without_number_ends_a_list_of_single_paragraphs(
    one: str, heading: str, ended: bool
) -> None:
    text = f"**Phần thứ nhất**\n\n1. {one}\n\n2. Giảm đội.\n\n{heading}\n\nThu đủ.\n"
    doc, made = outline(text)
    item = made.sections[-1]
    assert ("Thu đủ" in doc.text[item.start : item.end]) != ended


def test_sequence_finding_span() -> None:
    doc, made = outline("1. Một\n\n2. Hai\n\n2. Ba\n")
    [found] = check_structure(made, ())
    assert doc.text[found.start : found.end] == "2." and found.start == 16


def test_codes_are_documented() -> None:
    assert {"S201", "S210", "S211", "S212"} <= set(CODES)


def test_label_values() -> None:
    assert [style_of(m) for m in ("1.", "1)", "(1)", "1.2 -", "a)", "(a)", "II-", "B.", "ii)")] == [
        "number", "close", "paren", "decimal", "letter", "pletter", "roman", "upper", "lroman",
    ]  # fmt: skip
    assert ordinal("XIV", "roman") == 14 and ordinal("1.2.10", "decimal") == 10
    assert successor("IX", "roman") == "X" and successor("e", "letter") == "g"
    assert follows("5a", "5", "article") and not follows("1.7", "2.6", "decimal")


# -- against the gold labels --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dien-bien-bao-cao-tong-ket-nq18", "mau-bao-cao-tong-ket-nq18"])
@pytest.mark.parametrize("form", ["", "NFD", "CRLF"])
def test_gold_sections(name: str, form: str) -> None:
    path = SHARED / "reports" / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"{path} không có ở máy này")
    text = path.read_text("utf-8")
    gold = json.loads((SHARED / "gold" / f"{name}.json").read_text("utf-8"))["sections"]
    if form:
        text = unicodedata.normalize("NFD", text) if form == "NFD" else text.replace("\n", "\r\n")
    made = outline(text)[1].sections
    expected = [(s["label"], s["depth"]) for s in gold]
    assert [(s.label, s.depth) for s in made] == expected
    if not form:
        assert [s.start for s in made] == [s["start"] for s in gold]
    for mine, theirs in zip(made, gold, strict=True):
        a, b = mine.title.strip(" .:").lower(), theirs["title"].strip(" .:").lower()
        assert a.startswith(b) or b.startswith(a)
