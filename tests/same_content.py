"""One document written in other formats: HTML and flat ODT from what a reader has found.

What is written is the document as read (paragraphs, headings, tables, notes with their calls),
so that reading the result can be held against the source record by record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from extract.document import Document
from extract.model import Report

KINDS = ("sections", "footnotes", "citations", "dates", "quantities", "tables", "relations", "findings")  # fmt: skip
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"[\s|:-]+")


@dataclass
class Part:
    """A paragraph or a table: runs of text and, between them, the markers of note calls."""

    kind: str
    runs: list[tuple[str, str]]  # text, marker of the note called after it ("" for none)
    bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def parts(document: Document) -> tuple[list[Part], dict[str, str]]:
    """The parts of a document in order, and its notes' texts by their markers."""
    out: list[Part] = []
    notes: dict[str, str] = {}
    for block in document.blocks:
        text = document.view[block.vs : block.ve]
        if block.kind == "note":
            notes[block.marker or ""] = document.view[block.mark_end : block.ve].strip()
        elif block.kind == "table":
            rows = tuple(
                tuple(cell.strip() for cell in m[1].split("|"))
                for line in text.split("\n")
                if (m := _ROW.match(line)) is not None and not _RULE.fullmatch(line)
            )
            if rows:
                out.append(Part("table", [], rows=rows))
        elif text.strip():
            runs, at = [], block.vs
            for call in document.calls:
                if block.vs <= call.vs <= block.ve:
                    runs.append((document.view[at : call.vs], call.marker))
                    at = call.vs
            runs.append((document.view[at : block.ve], ""))
            out.append(Part(block.kind, runs, block.emphasis or block.level > 0))
    return out, notes


CSS = """
@page { size: A4; margin: 2cm 2cm 2cm 3cm; @bottom-center { content: counter(page) } }
body { font: 14pt/1.35 'Liberation Serif', 'Times New Roman', serif; margin: 0; }
p { margin: 0 0 6pt; text-indent: 1cm; text-align: justify; }
p.title { text-align: center; text-indent: 0 }
table { border-collapse: collapse; width: 100%; font-size: 12pt; margin: 6pt 0 }
td, th { border: 0.75pt solid black; padding: 2pt 4pt; vertical-align: top; font-weight: normal }
sup, .call { font-size: 58%; vertical-align: super; line-height: 0 }
"""
FLOATING = """
.note { float: footnote; font-size: 10pt; text-align: left; text-indent: 0; font-weight: normal }
.note::footnote-call { content: counter(footnote); font-size: 58%; vertical-align: super; line-height: 0 }
.note::footnote-marker { content: counter(footnote) ' '; font-size: 58%; vertical-align: super }
@page { @footnote { border-top: 0.5pt solid black; padding-top: 3pt } }
"""


def html(document: Document, floating: bool = False) -> str:
    """A page; notes at its end, or (`floating`) at the foot of printed pages."""
    body, notes = parts(document)
    out = []
    for part in body:
        if part.rows:
            rows = "".join(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
                for row in part.rows
            )
            out.append(f"<table>{rows}</table>")
            continue
        text = ""
        for words, marker in part.runs:
            text += escape(words).replace("\n", "<br>")
            if marker and floating:
                text += f'<span class="note">{escape(notes[marker])}</span>'
            elif marker:
                text += f"<sup>{escape(marker)}</sup>"
        text = f"<b>{text}</b>" if part.bold else text
        out.append(f"<p>{text}</p>")
    if not floating and notes:
        out.append("<hr>")
        out += [f"<p><sup>{m}</sup> {escape(text)}</p>" for m, text in notes.items()]
    css = CSS + (FLOATING if floating else "")
    return (
        f"<!doctype html><html lang=vi><head><meta charset=utf-8><title>x</title>"
        f"<style>{css}</style></head><body>{''.join(out)}</body></html>"
    )


def records(report: Report, kind: str) -> Counter[str]:
    """What was found of a kind, without places."""
    text = {q.id: f"{q.text} {q.value}" for q in report.quantities}
    rows: Iterator[object] = {
        "sections": lambda: ((s.label, s.kind, s.depth, s.title) for s in report.sections),
        "footnotes": lambda: ((f.marker, f.ref is None, f.body is None) for f in report.footnotes),
        "citations": lambda: (
            (c.text, c.form, c.type, c.number, c.date, c.issuer, c.key, c.relation)
            for c in report.citations
        ),
        "dates": lambda: ((d.text, d.value, d.grain) for d in report.dates),
        "quantities": lambda: (
            (q.text, q.value, q.unit, q.noun, q.bound, q.direction) for q in report.quantities
        ),
        "tables": lambda: ((t.caption, t.header_rows, t.cells) for t in report.tables),
        "relations": lambda: (
            (r.kind, r.verdict, r.agreement, r.expression, text[r.stated],
             *(text[o.quantity] for o in r.operands))
            for r in report.relations
        ),
        "findings": lambda: ((f.code, sorted(f.args.items())) for f in report.findings),
    }[kind]()  # fmt: skip
    return Counter(str(row) for row in rows)


def compared(one: Report, other: Report) -> dict[str, tuple[int, int, list[str]]]:
    """For each kind: how many records agree, of how many (the larger count), and those that do
    not ("-" only in the first, "+" only in the second)."""
    out = {}
    for kind in KINDS:
        a, b = records(one, kind), records(other, kind)
        most = max(a.total(), b.total())
        unlike = [f"- {row}" for row in (a - b).elements()]
        unlike += [f"+ {row}" for row in (b - a).elements()]
        out[kind] = ((a & b).total(), most, unlike)
    return out
