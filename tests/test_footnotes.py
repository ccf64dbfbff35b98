"""Footnotes: calls and bodies linked, forms of marks, bodies over pages, findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.check.structure import check_structure
from extract.find.structure.footnotes import find_footnotes
from extract.model import Footnote, Outline
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

SHARED = Path(__file__).parents[2] / "shared"


def notes(text: str) -> list[tuple[str, str | None, str | None]]:
    doc = read_text(text, "a.md")
    return [
        (f.marker, f.ref and doc.text[slice(*f.ref)], f.body and doc.text[slice(*f.body)])
        for f in find_footnotes(doc)
    ]


@pytest.mark.parametrize(
    ("call", "head"),
    [
        ("<sup>1</sup>", "<sup>1</sup> "),
        ("<sup>(1)</sup>", "<sup>(1)</sup> "),
        ("[1]", "[1] "),
        (" *[1]*", "[1]\n"),
        ("[^1]", "[^1]: "),
        ("$^{1}$", "$^{1}$ "),
        ("${}^{1}$", "${}^{1}$ "),
        ("$^{(1)}$", "$^{(1)}$ "),
        ("^1^", "^1^ "),
    ],
)
def test_forms(call: str, head: str) -> None:
    text = f"Xã đã lập ban chỉ đạo{call}, họp hai lần.\n\n{head}Theo tờ trình của thôn.\n"
    assert notes(text) == [("1", "1", "Theo tờ trình của thôn.")]


@pytest.mark.parametrize(
    ("call", "head"), [("<sup>b</sup>", "<sup>b</sup> "), ("<sup>(b)</sup>", "<sup>(b)</sup> ")]
)
def test_letters(call: str, head: str) -> None:
    text = f"Huyện giảm 17 tổ{call}, còn 40 tổ.\n\n---\n\n{head}*Kể cả tổ ở chợ.*\n"
    assert notes(text) == [("b", "b", "Kể cả tổ ở chợ.")]


@pytest.mark.parametrize("call", ["(¹)", "[¹]", "⁽¹⁾", " (<sup>1</sup>)"])
def test_brackets_around_a_raised_call(call: str) -> None:
    text = f"Huyện giảm 17 tổ{call}, còn 40 tổ.\n\n¹ Kể cả tổ ở chợ.\n"
    assert [(m, b) for m, _, b in notes(text)] == [("1", "Kể cả tổ ở chợ.")]
    assert read_text(text, "a.md").view.startswith("Huyện giảm 17 tổ, còn 40 tổ.")


@pytest.mark.parametrize(
    "calls", ["<sup>2,3</sup>", "<sup>(2), (3)</sup>", "²,³", "<sup>2; 3</sup>"]
)
def test_several_calls_at_once(calls: str) -> None:
    text = f"Huyện có 5{calls} tổ.\n\n² Kể cả tổ ở chợ.\n\n³ Năm 2023.\n"
    assert [m for m, _, _ in notes(text)] == ["2", "3"]
    assert read_text(text, "a.md").view.startswith("Huyện có 5 tổ.")


def test_a_comma_behind_a_call_stays() -> None:
    assert read_text("Có 5 tổ², 3 thôn.\n\n² Một.\n", "a.md").view.startswith("Có 5 tổ, 3 thôn.")


def test_letters_that_call_no_note() -> None:
    assert notes("Nước nóng 40<sup>o</sup>C chảy cách bản 2 km.\n") == []
    assert notes("Số cách chọn là 2<sup>n</sup> cách.\n") == []


def test_superscript_digits() -> None:
    assert notes("Xã giảm 99¹ hộ.\n\n¹ Kể cả hộ mới.\n") == [("1", "¹", "Kể cả hộ mới.")]


def test_bare_digits_need_a_body() -> None:
    text = "Xã có 80 hộ tự dự1 góp công.\n\n-----\n1 Nghị quyết của thôn.\n\n2 Không ai gọi.\n"
    assert notes(text) == [("1", "1", "Nghị quyết của thôn.")]
    assert notes("Xã có 80 hộ tự dự1 góp công.\n\nHết.\n") == []


def test_bracketed_digits() -> None:
    text = "Xã trồng cây phân tán(1), diện tích 5 ha.\n\n_____\n(1) Không tính cây ăn quả.\n"
    assert notes(text) == [("1", "1", "Không tính cây ăn quả.")]


def test_bodies_at_the_end_of_the_file() -> None:
    text = (
        "Thu 5 tỷ[1].\n\nChi 4 tỷ[2].\n\n| a | [1] |\n|---|---|\n\n[1]\nThu nợ.\n\n[2] Chi\nbù.\n"
    )
    assert notes(text) == [("1", "1", "Thu nợ."), ("2", "2", "Chi\nbù.")]


def test_calls_in_brackets_in_the_cells_of_a_table() -> None:
    text = (
        "Thu 5 tỷ[1].\n\n| Nơi | Số hộ [1] | Nghèo |\n|---|---|---|\n| Tân[2] | 40 | 6[3] |\n"
        "| Mỹ[4] | 30 | 5 |\n\nChi 4 tỷ[5].\n\n[1] Một.\n\n[2] Hai.\n\n[3] Ba.\n\n[5] Năm.\n"
    )
    assert [(m, b) for m, _, b in notes(text)] == [
        ("1", "Một."), ("2", "Hai."), ("3", "Ba."), ("5", "Năm."),
    ]  # fmt: skip
    (table,) = analyse(read_text(text, "a.md")).tables
    assert table.cells == (
        ("Nơi", "Số hộ [1]", "Nghèo"), ("Tân", "40", "6"), ("Mỹ[4]", "30", "5"),
    )  # fmt: skip


def test_numbers_start_again_on_each_page() -> None:
    page = "Đoạn {0} có ghi chú<sup>1</sup>.\n\n<sup>1</sup> Chú thích {0}.\n\n"
    found = notes("".join(page.format(n) for n in ("một", "hai", "ba")))
    assert [(m, b) for m, _, b in found] == [
        ("1", "Chú thích một."),
        ("1", "Chú thích hai."),
        ("1", "Chú thích ba."),
    ]


def test_body_before_its_call() -> None:
    text = "Đoạn một.\n\n<sup>2</sup> Chú thích.\n\nĐoạn hai<sup>2</sup>.\n"
    assert notes(text) == [("2", "2", "Chú thích.")]


@pytest.mark.parametrize("head", ["7 theo", "7 Theo", "_7_ Theo", "**7** theo"])
def test_a_plain_number_at_the_foot_is_the_note_of_a_call_in_brackets(head: str) -> None:
    text = (
        "Huyện trồng được 412 ha rừng, tăng 6% so với năm trước [7] .\n\n\n"
        f"{head} số liệu của hạt kiểm lâm: 408 ha.\n\n\n12\n\n\nXã A trồng 90 ha.\n"
    )
    found = notes(text)
    assert [(marker, ref) for marker, ref, _body in found] == [("7", "7")]
    assert found[0][2] is not None and found[0][2].endswith("số liệu của hạt kiểm lâm: 408 ha.")


def test_a_count_at_the_foot_is_no_note() -> None:
    text = "Có các huyện [7] đã họp.\n\n[7] Huyện A.\n\n7 xã chưa họp.\n\n\n12\n\n\nHết.\n"
    assert [(m, b) for m, _r, b in notes(text)] == [("7", "Huyện A.")]
    assert notes("Đã họp ở các huyện.\n\n7 xã chưa họp.\n\n\n12\n\n\nHết.\n") == []


def test_body_over_two_pages_is_one_note() -> None:
    text = (
        "Xã đã họp<sup>1</sup>.\n\n<sup>1</sup> Theo số liệu điều tra, công bố năm 2030 và\n\n"
        "- 2 -\n\nđược cập nhật hằng quý.\n\nĐoạn sau.\n"
    )
    doc = read_text(text, "a.md")
    [note] = [b for b in doc.blocks if b.kind == "note"]
    body = doc.view[note.vs : note.ve]
    assert body == "Theo số liệu điều tra, công bố năm 2030 và được cập nhật hằng quý."


def test_halves_are_kept_and_reported() -> None:
    text = (
        "Một<sup>1</sup> hai<sup>2</sup> năm<sup>5</sup>.\n\n"
        "<sup>1</sup> A b.\n\n<sup>7</sup> C d.\n"
    )
    doc = read_text(text, "a.md")
    found = find_footnotes(doc)
    assert [(f.marker, f.ref is None, f.body is None) for f in found] == [
        ("1", False, False),
        ("2", False, True),
        ("5", False, True),
        ("7", True, False),
    ]
    codes = [(x.code, x.args["marker"]) for x in check_structure(Outline(), found)]
    assert codes == [("S210", "2"), ("S210", "5"), ("S212", "5"), ("S211", "7")]


def test_silence() -> None:
    good = (
        Footnote("f1", "1", (5, 6), (50, 60)),
        Footnote("f2", "2", (15, 16), (70, 80)),
        Footnote("f3", "1", (95, 96), (150, 160)),
    )
    assert check_structure(Outline(), good) == []
    assert notes("Rộng 5 m<sup>2</sup> và 7 km².\n") == []


def test_gold_footnotes() -> None:
    path = SHARED / "reports" / "dien-bien-bao-cao-tong-ket-nq18.txt"
    if not path.is_file():
        pytest.skip(f"{path} không có ở máy này")
    text = path.read_text("utf-8")
    gold = json.loads((SHARED / "gold" / f"{path.stem}.json").read_text("utf-8"))["footnotes"]
    found = find_footnotes(read_text(text, path.name))
    lines = [
        (f.marker, text.count("\n", 0, f.ref[0]) + 1, text.count("\n", 0, f.body[0]) + 1)
        for f in found
        if f.ref and f.body
    ]
    expected = [(g["marker"], g["ref_line"], g["body_line"]) for g in gold]
    assert lines == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xã có 500 m²¹ đất.", ["1"]),
        ("Xã có 500 m³¹² cát.", ["12"]),
        ("Xã có 2 tổ¹, 500 km²² đất.", ["1", "2"]),
        ("Xã có 2 tổ¹⁹, 3 thôn²⁰, kênh dài 500 m²¹.", ["19", "20", "21"]),
        ("Kênh dài 500 m²⁰.", ["20"]),
        ("Xã có 30 ha²¹ đất.", ["21"]),
        ("Xã có 500 m² đất, đạt 30 m³/người.", []),
        ("Sản lượng 5 x 10⁶ tấn.", []),
        ("Theo mục 3. 10⁶ hộ đã vay.", ["6"]),
        ("Sản lượng 5 x 10<sup>6</sup> tấn.", []),
        ("Trữ lượng 10<sup>6</sup> m<sup>3</sup>, 2,5.10⁹ m³.", []),
        ("Xã có 4 tổ⁵, 10⁶ ha đất.", ["5", "6"]),
        ("Nồng độ 10⁻³ mg/l.", []),
        ("Trữ lượng 10^6^ m^3^.", []),
    ],
)
def test_powers_and_calls_behind_them(text: str, found: list[str]) -> None:
    assert [marker for marker, _, _ in notes(text)] == found


@pytest.mark.parametrize(
    ("text", "alarms"),
    [
        ("Điều 44[31]. Phạm vi\n\n1. Bến phà gồm cầu dẫn.\n", 0),
        ("Điều 44. Phạm vi\n\n1.[31] Bến phà gồm cầu dẫn.\n\n2. (được bãi bỏ)[32]\n", 0),
        ("Điều 44[31]. Phạm vi\n\n1.[32] Bến phà.\n\n[31] Điều này được sửa đổi.\n", 1),
        ("Điều 44. Phạm vi\n\n1. Bến phà gồm cầu dẫn<sup>4</sup> và kè.\n", 1),
    ],
)
def test_an_excerpt_of_a_consolidated_text_has_no_notes(text: str, alarms: int) -> None:
    found = analyse(read_text(text, "a.txt")).findings
    assert [f.code for f in found] == ["S210"] * alarms
