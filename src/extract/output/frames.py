"""Reports -> pandas tables, one a kind; every row names its document and its passage.

Decimals stay strings (exact), spans are the columns start and end, lists are joined with "; ".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from extract.check.codes import Lang
from extract.model import Report
from extract.output import contract
from extract.output.places import Lines, Passages

Row = dict[str, Any]

_COLUMNS = {
    "documents": "document sha256 media_type reader status warnings characters type number issuer "
    "place date subject signer sections footnotes citations dates quantities claims tables "
    "relations inconsistent findings",
    "sections": "document id label kind depth parent title start end",
    "footnotes": "document id marker ref_start ref_end body_start body_end passage",
    "citations": "document id start end text form type number date issuer title article clause "
    "point relation key resolves_to confidence passage",
    "dates": "document id start end text value grain confidence passage",
    "quantities": "document id start end text value low high unit noun of value_to bound "
    "direction confidence passage",
    "claims": "document id quantity text value unit role subject scope period base status passage",
    "tables": "document id page start end caption header_rows rows columns",
    "cells": "document table row column text header row_label column_label quantity value unit",
    "relations": "document id kind verdict agreement expression stated_text computed low high "
    "operands scope note start end passage",
    "findings": "document id code severity line column message start end relation suggestions "
    "passage",
}
COLUMNS: dict[str, list[str]] = {kind: names.split() for kind, names in _COLUMNS.items()}


def frames(reports: Iterable[Report], lang: Lang = "en") -> dict[str, pd.DataFrame]:
    """One table a kind over all reports; all tables are there, empty ones with their columns."""
    collected: dict[str, list[Row]] = {kind: [] for kind in COLUMNS}
    for report in reports:
        for kind, rows in records(report, lang).items():
            collected[kind] += rows
    return {
        kind: pd.DataFrame(rows, columns=COLUMNS[kind], dtype=object)
        for kind, rows in collected.items()
    }


def records(report: Report, lang: Lang = "en", name: str | None = None) -> dict[str, list[Row]]:
    """The rows of one report by kind; `name` stands for the document's own name where given."""
    document = report.document
    name = name or document.name
    passages = Passages(report)
    lines = Lines(document.text)
    quantities = {q.id: q for q in report.quantities}
    rows: dict[str, list[Row]] = {kind: [] for kind in COLUMNS}
    rows["sections"] = [contract.section(s) for s in report.sections]
    for f in report.footnotes:
        ref, body = f.ref or (None, None), f.body or (None, None)
        row: Row = {"id": f.id, "marker": f.marker, "ref_start": ref[0], "ref_end": ref[1]}
        at = f.ref_vs if f.ref_vs is not None else f.body_vs
        row |= {"body_start": body[0], "body_end": body[1]}
        row["passage"] = None if at is None else passages.around(at)
        rows["footnotes"].append(row)
    for c in report.citations:
        row = contract.read(contract.citation(c), document)
        row |= row.pop("pinpoint") or {}
        rows["citations"].append(row | {"passage": passages.around(c.vs)})
    for d in report.dates:
        row = contract.read(contract.date(d), document)
        rows["dates"].append(row | {"passage": passages.around(d.vs)})
    for q in report.quantities:
        row = contract.read(contract.quantity(q), document)
        rows["quantities"].append(row | {"passage": passages.of_quantity(q)})
    for m in report.claims:
        q = quantities[m.quantity]
        row = {"text": q.text, "value": contract.decimal(q.value), "unit": q.unit}
        rows["claims"].append(contract.claim(m) | row | {"passage": passages.of_quantity(q)})
    for t in report.tables:
        row = contract.table(t)
        rows["tables"].append(row | {"rows": len(t.cells), "columns": len(t.cells[0])})
    rows["cells"] = list(_cells(report))
    for r in report.relations:
        stated = quantities[r.stated]
        operands = "; ".join(quantities[o.quantity].text for o in r.operands)
        row = contract.relation(r) | {"stated_text": stated.text, "operands": operands}
        row |= {"start": stated.start, "end": stated.end}
        rows["relations"].append(row | {"passage": passages.of_quantity(stated)})
    for x in report.findings:
        row = contract.finding(x, lang, lines)
        row["suggestions"] = "; ".join(
            f"{quantities[s['quantity']].text} -> {s['value']} ({s['reason']})"
            for s in row["suggestions"]
        )
        rows["findings"].append(row | {"passage": passages.of_finding(x)})
    rows["documents"] = [_document(report, rows)]
    for kind, wanted in COLUMNS.items():
        rows[kind] = [
            {column: name if column == "document" else row.get(column) for column in wanted}
            for row in rows[kind]
        ]
    return rows


def _cells(report: Report) -> Iterator[Row]:
    """The cells of all tables that say something, with the figures found in them."""
    figures = {(c.table, c.row, c.column): c for c in report.cells}
    quantities = {q.id: q for q in report.quantities}
    for t in report.tables:
        for r, texts in enumerate(t.cells):
            for c, text in enumerate(texts):
                if not text:
                    continue
                row: Row = {"table": t.id, "row": r, "column": c, "text": text}
                row["header"] = r < t.header_rows
                if (cell := figures.get((t.id, r, c))) is not None:
                    q = quantities[cell.quantity]
                    row |= {"row_label": cell.row_label, "column_label": cell.column_label}
                    row |= {"quantity": q.id, "value": contract.decimal(q.value), "unit": q.unit}
                yield row


def _document(report: Report, rows: dict[str, list[Row]]) -> Row:
    """The row of the document itself: source, metadata, counts."""
    document = report.document
    counts = {kind: len(found) for kind, found in rows.items() if kind != "documents"}
    wrong = sum(r.verdict == "inconsistent" for r in report.relations)
    return {
        "sha256": document.sha256,
        "media_type": document.media_type,
        "reader": document.reader,
        "status": "partial" if document.warnings else "ok",
        "warnings": "; ".join(document.warnings),
        "characters": len(document.text),
        **dataclasses.asdict(report.metadata),
        **counts,
        "inconsistent": wrong,
    }
