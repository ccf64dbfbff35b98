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
from itertools import pairwise

from extract.document import Block, Document
from extract.model import Report

KINDS = (
    "sections", "footnotes", "citations", "dates", "quantities", "tables", "relations", "findings",
)  # fmt: skip
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_STRONG = re.compile(r"\*{1,3}([^*\n]+)\*{1,3}")  # bold and italics alike are set in bold
_PLAIN = re.compile(r"\*{2,3}|(?<!\\)\*|\\(?=\*)|</?\w+>")
_RULE = re.compile(r"[\s|:-]+")


@dataclass
class Part:
    """A paragraph or a table: runs of text and, between them, the markers of note calls."""

    kind: str
    runs: list[tuple[str, str, bool]]  # text, marker of the note called after it or "", bold
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_data(self) -> bool:
        """False for a head or signature set in two columns."""
        return max(map(len, self.rows), default=0) > 2


def parts(document: Document) -> tuple[list[Part], dict[str, str]]:
    """The parts of a document in order, and its notes' texts by their markers."""
    out: list[Part] = []
    notes: dict[str, str] = {}
    for block in document.blocks:
        text = document.view[block.vs : block.ve]
        if block.kind == "note":
            notes[block.marker or ""] = document.view[block.mark_end : block.ve].strip()
        elif block.kind == "table":
            lines = document.text[slice(*document.source_span(block.vs, block.ve))].split("\n")
            rows = tuple(
                tuple(_PLAIN.sub("", cell).strip() for cell in re.split(r"(?<!\\)\|", m[1]))
                for line in lines
                if (m := _ROW.match(f"|{line.strip().strip('|')}|")) and not _RULE.fullmatch(line)
            )
            if rows:
                out.append(Part("table", [], rows=rows))
        elif text.strip():
            out.append(Part(block.kind, _runs(document, block)))
    return out, notes


def _runs(document: Document, block: Block) -> list[tuple[str, str, bool]]:
    """The block cut where notes are called and where bold begins or ends."""
    calls = {c.vs: c.marker for c in document.calls if block.vs <= c.vs <= block.ve}
    whole = block.emphasis or block.level > 0
    bold = [(block.vs, block.ve)] if whole else []
    at = block.vs
    start, end = document.source_span(block.vs, block.ve)
    for m in _STRONG.finditer("" if whole else document.text[start:end]):
        found = document.view.find(m[1], at, block.ve)
        if found >= 0:
            at = found + len(m[1])
            bold.append((found, at))
    edges = sorted({block.vs, block.ve, *calls, *(edge for stretch in bold for edge in stretch)})
    return [
        (document.view[a:b], calls.get(b, ""), any(s <= a < e for s, e in bold))
        for a, b in pairwise(edges)
    ]


CSS = """
@page { size: A4; margin: 2cm 2cm 2cm 3cm; @bottom-center { content: counter(page) } }
body { font: 14pt/1.35 'Liberation Serif', 'Times New Roman', serif; margin: 0; }
p { margin: 0 0 6pt; text-indent: 1cm; text-align: justify; }
p.title { text-align: center; text-indent: 0 }
table { border-collapse: collapse; width: 100%; font-size: 12pt; margin: 6pt 0 }
td, th { border: 0.75pt solid black }
.plain td { border: none; text-align: center }
td, th { padding: 2pt 4pt; vertical-align: top; font-weight: normal }
sup, .call { font-size: 58%; vertical-align: super; line-height: 0 }
"""


def html(document: Document) -> str:
    """A page, notes at its end."""
    body, notes = parts(document)
    out = []
    for part in body:
        if part.rows:
            rows = "".join(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
                for row in part.rows
            )
            out.append(f"<table{'' if part.is_data else ' class=plain'}>{rows}</table>")
            continue
        text = ""
        for words, marker, bold in part.runs:
            shown = escape(words).replace("\n", "<br>")
            text += f"<b>{shown}</b>" if bold else shown
            if marker:
                text += f"<sup>{escape(marker)}</sup>"
        out.append(f"<p>{text}</p>")
    if notes:
        out.append("<hr>")
        out += [f"<p><sup>{m}</sup> {escape(text)}</p>" for m, text in notes.items()]
    return (
        f"<!doctype html><html lang=vi><head><meta charset=utf-8><title>x</title>"
        f"<style>{CSS}</style></head><body>{''.join(out)}</body></html>"
    )


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in {"office": "office", "text": "text", "style": "style", "table": "table",
                      "fo": "xsl-fo-compatible"}.items()
)  # fmt: skip


def fodt(document: Document, font: str = "Liberation Serif") -> str:
    """A flat ODT file with real footnotes, a page number in the head."""
    body, notes = parts(document)
    out = []
    for number, part in enumerate(body):
        if part.rows:
            columns = max(map(len, part.rows))
            rows = "".join(
                "<table:table-row>"
                + "".join(
                    f'<table:table-cell table:style-name="{"Ruled" if part.is_data else "Plain"}" '
                    'office:value-type="string">'
                    f'<text:p text:style-name="Cell">{escape(cell)}</text:p></table:table-cell>'
                    for cell in row
                )
                + "</table:table-row>"
                for row in part.rows
            )
            out.append(
                f'<table:table table:name="t{number}"><table:table-column '
                f'table:number-columns-repeated="{columns}"/>{rows}</table:table>'
            )
            continue
        text = ""
        for words, marker, bold in part.runs:
            shown = escape(words).replace("\n", "<text:line-break/>")
            text += f'<text:span text:style-name="B">{shown}</text:span>' if bold else shown
            if marker:
                text += (
                    f'<text:note text:id="n{marker}" text:note-class="footnote">'
                    f"<text:note-citation>{marker}</text:note-citation>"
                    f'<text:note-body><text:p text:style-name="Note"> {escape(notes[marker])}'
                    "</text:p></text:note-body></text:note>"
                )
        out.append(f'<text:p text:style-name="Body">{text}</text:p>')
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>'
        + _style(
            "Body",
            'fo:text-align="justify" fo:text-indent="1cm" fo:margin-bottom="0.2cm"',
            font,
            14,
        )
        + _style("Note", 'fo:text-align="justify"', font, 10)
        + _style("Cell", "", font, 12)
        + '<style:style style:name="Up" style:family="text"><style:text-properties '
        'style:text-position="super 58%"/></style:style>'
        '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Up" '
        'text:citation-body-style-name="Up" style:num-format="1" text:start-value="0" '
        'text:start-numbering-at="document"/></office:styles>'
        '<office:automatic-styles><style:style style:name="B" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>'
        '<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties '
        'fo:border="none"/></style:style>'
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" '
        'fo:margin-right="2cm"><style:footnote-sep style:width="0.018cm" style:rel-width="25%" '
        'style:color="#000000" style:line-style="solid" style:adjustment="left"/>'
        "</style:page-layout-properties><style:header-style><style:header-footer-properties "
        'fo:min-height="0.5cm"/></style:header-style></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="L"><style:header><text:p><text:page-number>1</text:page-number>'
        "</text:p></style:header></style:master-page></office:master-styles>"
        f"<office:body><office:text>{''.join(out)}</office:text></office:body></office:document>"
    )


def _style(name: str, layout: str, font: str, size: int) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'{layout}/><style:text-properties fo:font-family="{font}" fo:font-size="{size}pt"/>'
        "</style:style>"
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
