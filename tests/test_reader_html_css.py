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
