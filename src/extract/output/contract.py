"""Report -> the published JSON object `doisoat.document/1` (`schema.json` beside this file).

A span is half-open and counts code points of the source text; decimals are plain strings;
what is not known is null.
"""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from extract.check.codes import REASONS, Lang, message
from extract.check.equations import scale_of
from extract.document import Document, Page
from extract.model import (
    Cell,
    Citation,
    Claim,
    DateMention,
    Finding,
    Footnote,
    Quantity,
    Relation,
    Report,
    Section,
    Table,
)
from extract.output.places import Lines
from extract.output.spots import Spots
from extract.values.units import PERCENT_UNITS

SCHEMA = "doisoat.document/1"
SCHEMA_FILE = Path(__file__).with_name("schema.json")
_PLAIN_MEDIA = ("text/plain", "text/markdown")
_COMPUTED = Decimal("0.000001")

Record = dict[str, Any]


def schema() -> Record:
    """The JSON Schema of the object."""
    return dict(json.loads(SCHEMA_FILE.read_text("utf-8")))


def as_dict(report: Report, lang: Lang = "en") -> Record:
    """The object of one document; warnings and finding messages in the language asked for
    (ValueError for another than "en" and "vi")."""
    checked(lang)
    spots = Spots(report)
    cells = {c.quantity: c for c in report.cells}
    return {
        "schema": SCHEMA,
        "source": source(report.document, lang),
        "status": "partial" if report.document.warnings else "ok",
        "lang": lang,
        "reading_text": reading_text(report.document),
        "pages": [page(p) for p in report.document.pages],
        "metadata": dataclasses.asdict(report.metadata),
        "sections": [section(s) for s in report.sections],
        "footnotes": [footnote(f) for f in report.footnotes],
        "citations": [
            read(placed(citation(c), report.document), report.document) for c in report.citations
        ],
        "dates": [read(placed(date(d), report.document), report.document) for d in report.dates],
        "quantities": [
            read(placed(quantity(q, cells.get(q.id)), report.document), report.document)
            for q in report.quantities
        ],
        "claims": [claim(c) for c in report.claims],
        "tables": [table(t) for t in report.tables],
        "relations": [relation(r) for r in report.relations],
        "findings": [located(f, lang, report.document, spots) for f in report.findings],
    }


def checked(lang: str) -> None:
    """ValueError for a language that messages do not speak."""
    if lang not in ("en", "vi"):
        raise ValueError(f'lang: messages speak "en" and "vi", not {lang!r}')


def decimal(value: Decimal) -> str:
    """A decimal as a plain string: no exponent, no trailing zeros, no minus before zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def written(value: Decimal, figure: Quantity) -> str:
    """A value as the document would write it in the place of `figure`: 74.000 (triệu), 14,8%."""
    value /= scale_of(figure)
    sign = figure.text[-1:] if figure.text[-1:] in PERCENT_UNITS else ""
    whole, _, rest = decimal(value).partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{rest}{sign}" if rest else grouped + sign


def computed(value: Decimal) -> str:
    """A computed value, which may be a ratio without end, rounded to six decimal places."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -6:
        value = value.quantize(_COMPUTED) if value.adjusted() < 20 else value.to_integral_value()
    return decimal(value)


def _maybe(value: Decimal | None) -> str | None:
    return None if value is None else decimal(value)


def _span(span: tuple[int, int] | None) -> Record | None:
    return None if span is None else {"start": span[0], "end": span[1]}


def placed(record: Record, d: Document) -> Record:
    """The record of a span with its boxes on the pages; null where the document has no pages.

    One box for each line it touches: x0, top, x1, bottom in points from the page's top-left.
    """
    if d.places is None:
        return record | {"boxes": None}
    found = d.places.boxes(record["start"], record["end"])
    return record | {
        "boxes": [
            {"page": b.page, "box": [round(v, 2) for v in (b.x0, b.top, b.x1, b.bottom)]}
            for b in found
        ]
    }


def read(record: Record, d: Document) -> Record:
    """The record of a span with how surely OCR has read it, from 0 to 1, and the words of it that
    were mended, as OCR had read them; null for other text."""
    start, end = record["start"], record["end"]
    sure = d.places.confidence(start, end) if d.places is not None else None
    was = d.places.read_as(start, end) if d.places is not None else None
    return record | {"confidence": None if sure is None else round(sure, 2), "read_as": was}


def source(d: Document, lang: Lang = "en") -> Record:
    """Where the document came from and how it was read."""
    return {
        "name": d.name,
        "sha256": d.sha256,
        "media_type": d.media_type,
        "reader": d.reader,
        "pages": len(d.pages) or None,
        "ocr_pages": sorted(d.ocr_pages),
        "warnings": [w.said(lang) for w in d.warnings],
    }


def reading_text(d: Document) -> str | None:
    """The text that spans count in, where that is not the file's own text."""
    own = d.media_type in _PLAIN_MEDIA and d.reader == "text"
    return None if own else d.text


def page(p: Page) -> Record:
    """One page."""
    return dataclasses.asdict(p)


def section(s: Section) -> Record:
    """One section."""
    return {
        "id": s.id,
        "label": s.label,
        "kind": s.kind,
        "depth": s.depth,
        "parent": s.parent,
        "title": s.title,
        "start": s.start,
        "end": s.end,
    }


def footnote(f: Footnote) -> Record:
    """One footnote."""
    return {"id": f.id, "marker": f.marker, "ref": _span(f.ref), "body": _span(f.body)}


def citation(c: Citation) -> Record:
    """One citation."""
    return {
        "id": c.id,
        "start": c.start,
        "end": c.end,
        "text": c.text,
        "form": c.form,
        "type": c.type,
        "number": c.number,
        "date": c.date,
        "issuer": c.issuer,
        "title": c.title,
        "pinpoint": None if c.pinpoint is None else dataclasses.asdict(c.pinpoint),
        "relation": c.relation,
        "key": c.key,
        "resolves_to": c.resolves_to,
    }


def date(d: DateMention) -> Record:
    """One date or period."""
    return {
        "id": d.id,
        "start": d.start,
        "end": d.end,
        "text": d.text,
        "value": d.value,
        "grain": d.grain,
    }


def quantity(q: Quantity, cell: Cell | None = None) -> Record:
    """One quantity; `cell` is its place where it stands in a table."""
    return {
        "id": q.id,
        "start": q.start,
        "end": q.end,
        "text": q.text,
        "value": decimal(q.value),
        "low": decimal(q.low),
        "high": decimal(q.high),
        "unit": q.unit,
        "per": q.per,
        "noun": q.noun,
        "of": _maybe(q.of),
        "value_to": _maybe(q.value_to),
        "bound": q.bound,
        "direction": q.direction,
        "cell": cell and {"table": cell.table, "row": cell.row, "column": cell.column},
    }


def claim(c: Claim) -> Record:
    """One claim."""
    return {
        "id": c.id,
        "quantity": c.quantity,
        "role": c.role,
        "subject": c.subject,
        "scope": c.scope,
        "period": c.period,
        "base": c.base,
        "status": c.status,
    }


def table(t: Table) -> Record:
    """One table."""
    return {
        "id": t.id,
        "page": t.page,
        "start": t.start,
        "end": t.end,
        "caption": t.caption,
        "header_rows": t.header_rows,
        "cells": [list(row) for row in t.cells],
    }


def relation(r: Relation) -> Record:
    """One relation, recomputed and judged."""
    return {
        "id": r.id,
        "kind": r.kind,
        "verdict": r.verdict,
        "agreement": r.agreement,
        "stated": r.stated,
        "operands": [{"quantity": o.quantity, "weight": decimal(o.weight)} for o in r.operands],
        "computed": None if r.computed is None else computed(r.computed),
        "low": decimal(r.low),
        "high": decimal(r.high),
        "expression": r.expression,
        "cue": _span(r.cue),
        "scope": r.scope,
        "exhaustive": r.exhaustive,
        "note": r.note,
    }


def finding(f: Finding, lang: Lang, lines: Lines) -> Record:
    """One finding with its sentence; line and column count from 1."""
    line, column = lines.at(f.start)
    return {
        "id": f.id,
        "code": f.code,
        "severity": f.severity,
        "message": message(f.code, f.args, lang),
        "start": f.start,
        "end": f.end,
        "line": line,
        "column": column,
        "relation": f.relation,
        "suggestions": [
            {
                "quantity": s.quantity,
                "value": decimal(s.value),
                "confidence": s.confidence,
                "reason": REASONS[s.reason][lang],
            }
            for s in f.suggestions
        ],
    }


def located(f: Finding, lang: Lang, d: Document, spots: Spots) -> Record:
    """One finding with what tells a reviewer where it is: page, heading, sentence, boxes."""
    spot = spots.of_finding(f)
    where = {
        "page": spot.page,
        "section": spot.section,
        "heading": spot.heading,
        "sentence": spot.sentence,
    }
    return placed(finding(f, lang, spots.lines) | where, d)
