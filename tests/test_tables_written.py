"""Realistic tables in three formats: nothing is found where they are right, each slip is."""

from __future__ import annotations

import re

import pytest

from docx_parts import p, t, table, tr
from docx_parts import read as read_docx
from extract.document import Document
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from extract.readers.text.reader import read_text
from tables_written import WRITTEN, Written

CASES = {w.name: w for w in WRITTEN}
SLIPS = [(w.name, old, new) for w in WRITTEN for old, new in w.slips]
PIPED = [w.name for w in WRITTEN if w.slips and "\n|" in w.text]


def findings(document: Document) -> list[str]:
    return [f.code for f in analyse(document).findings if f.code.startswith("A")]


def blocks(text: str) -> list[list[str]]:
    """The paragraphs and tables of a Markdown text, each its lines; emphasis and marks put off."""
    plain = re.sub(r"^#+ |\*", "", text.strip(), flags=re.M)
    return [block.split("\n") for block in re.split(r"\n\s*\n", plain)]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def as_html(text: str) -> Document:
    parts = []
    for lines in blocks(text):
        if lines[0].startswith("|"):
            rows = [cells(ln) for ln in lines if not set(ln) <= set("|-: ")]
            made = ("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
            parts.append(f"<table border=1>{''.join(made)}</table>")
        else:
            parts.append(f"<p>{' '.join(lines)}</p>")
    page = f"<html><head><meta charset=utf-8></head><body>{''.join(parts)}</body></html>"
    return read_bytes(page.encode(), "thử.html")


def as_docx(text: str) -> Document:
    parts = []
    for lines in blocks(text):
        if lines[0].startswith("|"):
            rows = [cells(ln) for ln in lines if not set(ln) <= set("|-: ")]
            parts.append(table(*(tr(*row) for row in rows)))
        else:
            parts.append(p(t(" ".join(lines))))
    return read_docx("".join(parts))


@pytest.mark.parametrize("name", CASES)
def test_right_tables_are_left_alone(name: str) -> None:
    assert findings(read_text(CASES[name].text, "t.md")) == []


@pytest.mark.parametrize(("name", "old", "new"), SLIPS)
def test_a_slip_is_found(name: str, old: str, new: str) -> None:
    text = CASES[name].text
    assert old in text
    assert findings(read_text(text.replace(old, new, 1), "t.md"))


@pytest.mark.parametrize("name", PIPED)
@pytest.mark.parametrize("form", [as_html, as_docx])
def test_other_formats_say_the_same(name: str, form) -> None:  # type: ignore[no-untyped-def]
    written: Written = CASES[name]
    assert findings(form(written.text)) == []
    old, new = written.slips[0]
    bad = written.text.replace(old, new, 1)
    assert sorted(findings(form(bad))) == sorted(findings(read_text(bad, "t.md")))
