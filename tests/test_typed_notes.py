"""Notes typed at the end with plain numbers, in pages and Word files that raise their calls."""

from __future__ import annotations

import pytest

from docx_parts import docx, p, t
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from test_reader_html import page

RAISED = '<w:vertAlign w:val="superscript"/>'
NOTES = ("(1) Gồm 2 xã Đông.", "(2) Số liệu năm 2023.")


def markers(data: bytes, name: str) -> list[str]:
    """The notes that have a call and a body."""
    report = analyse(read_bytes(data, name))
    return [f.marker for f in report.footnotes if f.ref and f.body]


def html(*lines: str, calls: str = "12", before: str = "") -> list[str]:
    text = " và ".join(f"giảm 5 xã<sup>({call})</sup>" for call in calls)
    body = "".join(f"<p>{line}</p>" for line in (f"Toàn huyện {text}.", *lines))
    return markers(page(before + body), "b.html")


@pytest.mark.parametrize("rule", [(), ("__________",)])
@pytest.mark.parametrize(
    "notes",
    [
        NOTES,
        ("[1] Gồm 2 xã Đông.", "[2] Số liệu năm 2023."),
        ("<i>(1) Gồm 2 xã Đông.</i>", "<i>(2) Số liệu năm 2023.</i>"),
        (NOTES[0], "Trong đó 1 xã mới.", NOTES[1]),
    ],
)
def test_notes_at_the_end(rule: tuple[str, ...], notes: tuple[str, ...]) -> None:
    assert html(*rule, *notes) == ["1", "2"]


@pytest.mark.parametrize("mark", ["{}.", "{}", "{})"])
def test_plain_numbers_as_in_lists_need_a_rule(mark: str) -> None:
    notes = [f"{mark.format(n)} {words}" for n, words in ((1, "Gồm 2 xã."), (2, "Số liệu cũ."))]
    assert html("_________", *notes) == ["1", "2"]
    assert html(*notes) == ([] if mark != "{}" else ["1", "2"])


@pytest.mark.parametrize("mark", ["{}.", "{})", "{}"])
def test_a_drawn_line_of_a_page_is_such_a_rule(mark: str) -> None:
    notes = [f"{mark.format(n)} {words}" for n, words in ((1, "Gồm 2 xã."), (2, "Số liệu cũ."))]
    assert html("</p><hr><p>" + notes[0], notes[1]) == ["1", "2"]
    assert html("</p><hr size=1>\n<div>" + notes[0] + "</div><p>", notes[1]) == ["1", "2"]


def test_a_drawn_line_over_no_notes() -> None:
    assert html("</p><hr><p>Đã họp 2 lần.", "1. Xã Đông.", "2. Xã Đoài.") == []
    assert "_" not in read_bytes(page("<p>Độc lập</p><hr><p>BÁO CÁO</p>"), "b.html").text


def test_lines_of_a_cell() -> None:
    call = "<sup>(1)</sup>, còn 9 xã<sup>(2)</sup>"
    cell = f"Giảm 5 xã{call}.<br>________<br>{'<br>'.join(NOTES)}"
    assert markers(page(f"<table><tr><td>{cell}</td></tr></table>"), "b.html") == ["1", "2"]


def test_the_last_list_of_such_numbers() -> None:
    assert html("Gồm có:", "(1) Xã Đông.", "(2) Xã Đoài.", "Đã họp.", *NOTES) == ["1", "2"]


@pytest.mark.parametrize(
    "lines",
    [
        (*NOTES, "(3) Xã Bắc giảm 1 thôn."),  # counts on: a list
        (*NOTES, *["Xã đã họp bàn với các thôn."] * 5),  # in the midst of the text
        (NOTES[1], NOTES[0]),
        (NOTES[0],),
        (NOTES[0], *["Xã đã họp bàn với các thôn."] * 5, NOTES[1]),
    ],
)
def test_lists_are_no_notes(lines: tuple[str, ...]) -> None:
    assert html(*lines) == []


def test_calls_that_have_their_notes() -> None:
    has = "<p><sup>1</sup> Gồm 2 xã Đông.</p><p><sup>2</sup> Số liệu năm 2023.</p>"
    lines = (
        "<p>Giảm 5 xã<sup>1</sup>, 2 thôn<sup>2</sup>.</p>{}<p>(1) Xã Đông.</p><p>(2) Xã Tây.</p>"
    )
    report = analyse(read_bytes(page(lines.format(has)), "b.html"))
    assert [s.label for s in report.sections] == ["1", "2"] and len(report.footnotes) == 2


@pytest.mark.parametrize("mark", ["({})", "{}"])
def test_notes_in_word(mark: str) -> None:
    calls = [t(f" giảm {n} xã") + t(mark.format(n), RAISED) for n in (1, 2)]
    body = p(t("Toàn huyện") + "".join(calls) + t(".")) + "".join(map(p, NOTES))
    assert markers(docx(body), "b.docx") == ["1", "2"]
