"""Word: automatic numbers (ECMA-376 Part 1, 17.9) and notes (17.11) as they are displayed."""

from __future__ import annotations

import pytest

from docx_parts import JOIN, call, item, lines, lists, lvl, note, p, read, t
from extract.output.contract import as_dict
from extract.pipeline import analyse

LEGAL = lists(
    lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2.", more="<w:isLgl/>"), lvl(2, "%3)", "lowerLetter")
)


def test_levels_and_legal_numbers() -> None:
    body = (
        item("A")
        + item("B", 1)
        + item("C", 2)
        + item("D", 2)
        + item("E", 1)
        + item("F", 2)
        + item("G")
        + item("H", 1)
    )
    assert lines(body, numbering=LEGAL) == [
        "I. A", "1.1. B", "a) C", "b) D", "1.2. E", "a) F", "II. G", "2.1. H",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 5, "e"),
        ("ordinal", 2, "2nd"),
        ("ordinal", 11, "11th"),
        ("thaiNumbers", 3, "3"),
        ("upperRoman", 2_000_000_000, "2000000000"),
        ("lowerLetter", 2_000_000_000, "2000000000"),
    ],
)
def test_number_formats(form: str, value: int, shown: str) -> None:
    numbering = lists(lvl(0, "%1.", form, value))
    assert lines(item("mục"), numbering=numbering) == [f"{shown}. mục"]


def test_a_custom_format_shows_its_width() -> None:
    form = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{form}<w:lvlText w:val="%1."/></w:lvl>'
    assert lines(item("mục"), numbering=lists(level)) == ["007. mục"]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("-", "Times New Roman", "- mục"),
        ("\uf0b7", "Symbol", "• mục"),
        ("\uf0a7", "Wingdings", "▪ mục"),
        ("\uf041", "Wingdings", "- mục"),
        ("o", "Courier New", "○ mục"),
        (" ", "Symbol", "mục"),
    ],
)
def test_bullets(text: str, font: str, shown: str) -> None:
    level = (
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>'
        f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    )
    assert lines(item("mục"), numbering=lists(level)) == [shown]


@pytest.mark.parametrize(
    ("suff", "shown"), [("tab", "1. a"), ("space", "1. a"), ("nothing", "1.a")]
)
def test_what_follows_a_number(suff: str, shown: str) -> None:
    assert lines(item("a"), numbering=lists(lvl(0, "%1.", suff=suff))) == [shown]


def test_a_number_without_text_and_no_number_at_all() -> None:
    assert lines(p("x") + item("", 0), numbering=lists(lvl(0, "%1."))) == ["x", "1."]
    assert lines(item("a"), numbering=lists(lvl(0, "%1.", "none"))) == [". a"]
    assert lines(item("a"), numbering=lists(lvl(0, ""))) == ["a"]


@pytest.mark.parametrize(("restart", "last"), [("0", "c)"), ("1", "c)"), ("2", "a)")])
def test_levels_restart_where_they_say(restart: str, last: str) -> None:
    """17.9.10: 0 never; 1 after the first level alone, 2 after the second too."""
    third = lvl(2, "%3)", "lowerLetter", more=f'<w:lvlRestart w:val="{restart}"/>')
    numbering = lists(lvl(0, "%1."), lvl(1, "%1.%2."), third)
    body = item("x") + item("x", 1) + item("x", 2) + item("x", 2) + item("x", 1) + item("x", 2)
    assert lines(body, numbering=numbering)[-1] == f"{last} x"


def test_a_level_passed_over_counts_as_begun() -> None:
    numbering = lists(lvl(0, "%1."), lvl(1, "%1.%2."))
    assert lines(item("a", 1) + item("b"), numbering=numbering) == ["1.1. a", "2. b"]


def test_lists_of_one_definition_count_on_unless_an_override_starts_anew() -> None:
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for n, more in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
            (4, f'<w:lvlOverride w:ilvl="0">{lvl(0, "Điều %1.")}</w:lvlOverride>'),
        )
    )
    body = item("a") + item("b", num=2) + item("c", num=3) + item("d", num=3) + item("e", num=4)
    assert lines(body, numbering=lists(lvl(0, "%1."), nums=nums)) == [
        "1. a", "2. b", "5. c", "6. d", "Điều 7. e",
    ]  # fmt: skip


def test_numbers_from_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H1a"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H0"><w:basedOn w:val="H1"/><w:pPr><w:numPr>'
        '<w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(
        lvl(0, "%1.", more='<w:pStyle w:val="H1"/>'),
        lvl(1, "%1.%2.", more='<w:pStyle w:val="H2"/>'),
    )
    off = '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("a", '<w:pStyle w:val="H1"/>')
        + p("b", '<w:pStyle w:val="H2"/>')
        + p("c", off)
        + p("d", '<w:pStyle w:val="H0"/>')
        + p("e", '<w:pStyle w:val="H1a"/>')
    )
    assert lines(body, styles=styles, numbering=numbering) == ["1. a", "1.1. b", "c", "d", "2. e"]


def test_a_numbering_style_stands_for_its_definition() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DS"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="DS"/>'
        f"{lvl(0, '%1/')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert lines(item("a") + item("b"), numbering=numbering) == ["1/ a", "2/ b"]


def test_a_joined_paragraph_is_counted_once() -> None:
    first = p("một ", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{JOIN}')
    assert lines(first + item("hai") + item("ba"), numbering=lists(lvl(0, "%1."))) == [
        "1. một hai",
        "2. ba",
    ]


@pytest.mark.parametrize("parts", [{}, {"numbering": "<w:abstractNum><w:lvl>"}])
def test_numbering_that_is_missing_or_broken_is_a_warning(parts: dict[str, str]) -> None:
    document = read(item("mục"), **parts)
    assert document.text == "mục\n"
    assert document.warnings and as_dict(analyse(document))["status"] == "partial"


def test_footnotes_stand_after_the_paragraph_that_calls_them() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        + note("footnote", 7, "Gồm cả tổ tự quản.")
        + note("footnote", 3, p("Theo báo cáo ") + p("của xã."))
    )
    body = p(t("Có 99") + call("footnote", 7) + t(" tổ, 40 hộ") + call("footnote", 3) + t(".")) + p(
        "Hết."
    )
    document = read(body, footnotes=notes)
    assert document.text.splitlines() == [
        "Có 99¹ tổ, 40 hộ².", "¹ Gồm cả tổ tự quản.", "² Theo báo cáo của xã.", "Hết.",
    ]  # fmt: skip
    assert [c.marker for c in document.calls] == ["1", "2"]
    assert [(f.marker, f.body is not None) for f in analyse(document).footnotes] == [
        ("1", True),
        ("2", True),
    ]


def test_endnotes_are_numbered_as_word_does() -> None:
    body = p(t("Có") + call("endnote", 1) + t(" và") + call("footnote", 1)) + p("Hết.")
    document = read(
        body, endnotes=note("endnote", 1, "Cuối."), footnotes=note("footnote", 1, "Chân.")
    )
    assert document.text.splitlines()[0] == "Có<sup>i</sup> và¹"
    notes = analyse(document).footnotes
    assert [(f.marker, document.text[slice(*f.body)]) for f in notes if f.body] == [
        ("i", "Cuối."),
        ("1", "Chân."),
    ]
    assert not analyse(document).findings


def test_note_numbers_begin_and_restart_where_the_sections_say() -> None:
    rules = (
        '<w:sectPr><w:footnotePr><w:numStart w:val="3"/><w:numRestart w:val="eachSect"/>'
        "</w:footnotePr></w:sectPr>"
    )
    body = (
        p(t("a") + call("footnote", 1) + t("b") + call("footnote", 2), rules)
        + p(t("c") + call("footnote", 3))
        + rules
    )
    notes = "".join(note("footnote", n, f"thân {n}") for n in (1, 2, 3))
    assert lines(body, footnotes=notes)[0] == "a³b⁴"
    assert lines(body, footnotes=notes)[3] == "c³"


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("lowerRoman", "<sup>i</sup>"),
        ("lowerLetter", "<sup>a</sup>"),
        ("upperLetter", "¹"),
        ("chicago", "<sup>*</sup>"),
    ],
)
def test_note_formats_of_the_document(kind: str, mark: str) -> None:
    settings = f'<w:footnotePr><w:numFmt w:val="{kind}"/></w:footnotePr>'
    body = p(t("tổ") + call("footnote", 1))
    found = lines(body, footnotes=note("footnote", 1, "thân"), settings=settings)
    assert found == [f"tổ{mark}", f"{mark} thân"]


def test_a_mark_of_the_author_is_not_counted() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    body = p(t("a") + custom + t(" b") + call("footnote", 2))
    notes = note("footnote", 1, t("* Dấu riêng")) + note("footnote", 2, "thân")
    assert lines(body, footnotes=notes) == [
        "a<sup>*</sup> b¹",
        "<sup>*</sup> Dấu riêng",
        "¹ thân",
    ]


def test_calls_side_by_side_stay_apart() -> None:
    comma = t(",", '<w:vertAlign w:val="superscript"/>')
    notes = "".join(note("footnote", n, f"thân {n}") for n in (1, 2, 3))
    square = t("2", '<w:vertAlign w:val="superscript"/>')
    body = p(
        t("tổ")
        + call("footnote", 1)
        + call("footnote", 2)
        + t(" 12 m")
        + square
        + call("footnote", 3)
    )
    assert lines(body, footnotes=notes)[0] == "tổ¹ ² 12 m² ³"
    assert (
        lines(p(t("a") + call("footnote", 1) + comma + call("footnote", 2)), footnotes=notes)[0]
        == "a¹ ²"
    )


def test_notes_made_by_hand() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    document = read(p(t("Có 40 tổ") + t("1", raised) + t(".")) + p(t("1", raised) + t(" Gồm cả.")))
    assert document.text.splitlines() == ["Có 40 tổ¹.", "¹ Gồm cả."]
    assert [f.body is not None for f in analyse(document).footnotes] == [True]


@pytest.mark.parametrize("parts", [{}, {"footnotes": ""}, {"footnotes": "<w:footnote"}])
def test_notes_whose_bodies_are_missing_are_a_warning(parts: dict[str, str]) -> None:
    document = read(p(t("Có 40 tổ") + call("footnote", 1)), **parts)
    assert document.text == "Có 40 tổ¹\n" and document.warnings


def test_notes_that_call_each_other_end() -> None:
    notes = "".join(
        note("footnote", n, p(t(f"thân {n}") + call("footnote", n + 1))) for n in range(500)
    )
    assert lines(p(t("a") + call("footnote", 0)), footnotes=notes) == ["a¹", "¹ thân 0²"]


def test_a_note_called_twice_has_one_body() -> None:
    body = p(t("a") + call("footnote", 1) + t("b") + call("footnote", 1))
    assert lines(body, footnotes=note("footnote", 1, "thân")) == ["a¹b¹", "¹ thân"]


def test_notes_on_each_page_are_counted_through_with_a_warning() -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    document = read(
        p(t("a") + call("footnote", 1)), footnotes=note("footnote", 1, "thân"), settings=settings
    )
    (told,) = document.warnings
    assert told == "notes numbered anew on each page are numbered through the document"
    assert told.said("vi") == "chú thích đánh số lại theo trang được đánh số liên tục"
