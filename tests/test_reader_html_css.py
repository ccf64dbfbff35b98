"""Pages whose looks stand in style rules of their own: hidden, raised, bold, ruled."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.files import read_bytes
from test_reader_html import page


def text(body: str, *rules: str) -> str:
    """The reading text of a page with these style rules."""
    head = "".join(f"<style>{rule}</style>" for rule in rules)
    return read_bytes(page(body, head), "b.html").text.rstrip("\n")


LONG = "<p>Ủy ban nhân dân xã đã họp bàn với các trưởng thôn và lấy ý kiến của nhân dân.</p>"
SAID = LONG.removeprefix("<p>").removesuffix("</p>")
TIP = '<p>Có 40 xã<span class="an" id="a"><b>99 xã cũ</b></span>.</p>'


@pytest.mark.parametrize(
    "rule",
    [
        ".an{display:none}",
        "span.an { DISPLAY : None ; }",
        "p, #a{visibility:visible} #a{visibility:hidden}",
        "@media screen{.an{display:none}}",
        "/* {} */ .an{display:block} p .an{display:none}",
        "body>p > .an{display:none}",
        ".an{display:none!important} #a{display:inline}",
        "@import url(x.css); .an{display:none}",
        "<!-- .an{mso-hide:all} -->",
        ".an{font-size:0}",
        ".an{position:absolute; left:-9999px}",
    ],
)
def test_a_rule_hides(rule: str) -> None:
    assert text(LONG + TIP, rule) == f"{SAID}\nCó 40 xã."


@pytest.mark.parametrize(
    "rule",
    [
        "@media print{.an{display:none}}",
        "@media (max-width: 600px){.an{display:none}}",
        ".an:hover{display:none}",
        ".an{display:none} .an{display:inline}",
        "#a{display:inline} .an{display:none}",
        "div .an{display:none}",
        "body > .an{display:none}",
        "/* .an{display:none} */",
        ".an{display:inherit}",
        ".an{display:none",
        ".an{font-size:0} .an b{font-size:14px}",
        ".an{position:relative; left:-9px}",
        "body{font-size:0}",
    ],
)
def test_a_rule_that_does_not_hold(rule: str) -> None:
    assert "99 xã cũ" in text(LONG + TIP, rule)


def test_what_most_of_the_text_is_hidden_by_is_for_a_script_to_undo() -> None:
    assert text(f'<div class="tab">{LONG}</div>{TIP}', ".tab, .an{display:none}").count("xã") == 3


def test_classes_that_raise_a_call() -> None:
    body = (
        '<p>Giảm 5 xã<span class="c4">1</span>.</p><p><span class="c4">1</span> Gồm 2 xã Đông.</p>'
    )
    report = analyse(read_bytes(page(body, "<style>.c4{vertical-align:super}</style>"), "b.html"))
    assert [f.marker for f in report.footnotes if f.ref and f.body] == ["1"]
    assert [q.text for q in report.quantities] == ["5", "2"]


@pytest.mark.parametrize(
    "rule",
    [
        "sup{vertical-align:baseline;position:relative;top:-.5em}",
        "p,sup,b{vertical-align:baseline}",
    ],
)
def test_a_style_sheet_that_sets_calls_by_hand(rule: str) -> None:
    assert text("<p>Giảm 5 xã<sup>1</sup>.</p>", rule) == "Giảm 5 xã¹."


def test_bold_classes_and_the_style_that_wins() -> None:
    body = '<p class="b">Kết quả</p><p class="b" style="font-weight:400">Đã họp.</p><p>Đã bàn.</p>'
    assert text(body, ".b{font-weight:700}") == "**Kết quả**\nĐã họp.\nĐã bàn."


def test_what_a_tag_or_an_attribute_says_stays() -> None:
    rules = "p{text-align:left} b{font-weight:normal}"
    body = '<p align="center">ĐẢNG BỘ TỈNH<br>HUYỆN ỦY</p><p><b>Kết quả</b></p>'
    assert text(body, rules) == "ĐẢNG BỘ TỈNH\nHUYỆN ỦY\n**Kết quả**"


def test_lines_of_cells() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    rows = "".join(row.format(*r) for r in (("Thôn", "Hộ"), ("Đông", "31"), ("Đoài", "42")))
    report = analyse(
        read_bytes(page(f"<table>{rows}</table>", "<style>td{border:1px solid}</style>"), "b.html")
    )
    assert [t.cells[2] for t in report.tables] == [("Đoài", "42")]


def test_rules_without_end_are_bounded() -> None:
    """How the time grows with elements and rules is bounded: each element asks few rules."""
    rules = "".join(f".c .d{n} .e{{display:none}}" for n in range(2_000))
    assert text("<div class='c e'>" * 50 + "<p class=e>Đã họp.</p>" * 500, rules).count("Đã") == 500


ITEMS = (
    '<ol class="k start"><li>Có 12 xã<li>Có 13 xã</ol><p>Giữa.</p><ol class="k"><li>Có 14 xã</ol>'
)


@pytest.mark.parametrize(
    ("content", "labels"),
    [
        ('"" counter(m,decimal) ". "', ["1.", "2.", "3."]),
        ("'Điều ' counter(m, upper-roman) ':'", ["Điều I:", "Điều II:", "Điều III:"]),
        ('counter(m, lower-alpha) "\\0029"', ["a)", "b)", "c)"]),
        ('"\\25cf"', ["", "", ""]),
    ],
)
def test_numbers_that_rules_count(content: str, labels: list[str]) -> None:
    rules = (
        "ol.k{list-style-type:none} .k > li{counter-increment:m} ol.k.start{counter-reset:m 0}",
        f".k > li:before{{content:{content}}}",
    )
    lines = [f"{label} Có {n} xã".strip() for n, label in enumerate(labels, 12)]
    assert text(ITEMS, *rules) == "\n".join([*lines[:2], "Giữa.", lines[2]])


def test_numbers_in_numbers() -> None:
    body = "<h2>Kết quả</h2><h3>Sắp xếp</h3><h3>Biên chế</h3><h2>Tồn tại</h2><h3>Vốn</h3>"
    rules = (
        "body{counter-reset:a} h2{counter-increment:a;counter-reset:b}",
        'h2::before{content:counter(a,upper-roman) ". "}',
        'h3::before{counter-increment:b;content:counter(a) "." counter(b) ". "}',
    )
    shown = text(body, *rules).replace("*", "").split("\n")
    assert shown == ["I. Kết quả", "1.1. Sắp xếp", "1.2. Biên chế", "II. Tồn tại", "2.1. Vốn"]


def test_counters_in_counters() -> None:
    body = "<ol><li>Một<ol><li>Hai</li><li>Ba</li></ol></li><li>Bốn</li></ol>"
    rules = (
        "ol{list-style:none;counter-reset:i} li{counter-increment:i}",
        'li::before{content:counters(i,".") ") "}',
    )
    assert text(body, *rules).split("\n") == ["1) Một", "1.1) Hai", "1.2) Ba", "2) Bốn"]
