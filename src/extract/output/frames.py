"""Reports -> rows and pandas tables, one a kind; every row names its document and its passage.

Decimals stay strings (exact), spans are the columns start and end, lists are joined with "; ".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extract.check.codes import Lang
from extract.document import Document
from extract.model import Quantity, Report
from extract.output import contract
from extract.output.columns import COLUMNS, COUNTED
from extract.output.places import Lines, Passage, Passages, Surroundings

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "Row", "frames", "records", "rows_of"]

Row = dict[str, Any]


def frames(reports: Iterable[Report], lang: Lang = "en") -> dict[str, pd.DataFrame]:
    """One table a kind over all reports; all tables are there, empty ones with their columns.

    TypeError for a report that is not in a list.
    """
    import pandas as pd

    if isinstance(reports, Report):
        raise TypeError("frames() takes several reports: write frames([report])")
    contract.checked(lang)

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
    name = name or report.document.name
    found = rows_of(report, lang)
    texts = [row["text"] for row in found["passages"]]
    for rows in found.values():
        for row in rows:
            row["document"] = name
            if (ordinal := row.get("passage")) is not None:
                row["passage"] = texts[ordinal]
    return found


def rows_of(report: Report, lang: Lang = "en") -> dict[str, list[Row]]:
    """The rows of one report by kind, each with the columns of its kind (`columns.COLUMNS`) in
    their order; `document` is None, `passage` the ordinal of a row of `passages`.

    Rows stand in the order of the text (cells by table, row and column).
    """
    passages = Passages(report)
    rows = {kind: list(found) for kind, found in _mentions(report, passages).items()}
    rows["sections"] = [contract.section(s) for s in report.sections]
    rows["tables"] = [
        contract.table(t) | {"rows": len(t.cells), "columns": len(t.cells[0])}
        for t in report.tables
    ]
    rows["cells"] = list(_cells(report))
    rows["operands"] = list(_operands(report))
    rows["findings"], rows["suggestions"] = _findings(report, passages, lang)
    rows["passages"] = [
        {"ordinal": p.ordinal, "start": p.start, "end": p.end, "text": p.text} for p in passages.all
    ]
    rows["documents"] = [_document(report, lang)]
    around = Surroundings(report)
    return {
        kind: [_whole(row, wanted, around) for row in _ordered(rows[kind])]
        for kind, wanted in COLUMNS.items()
    }


def _whole(row: Row, wanted: list[str], around: Surroundings) -> Row:
    """A row with the columns wanted, page and section among them where it has a place."""
    start = row.get("start")
    if start is not None:
        row.setdefault("page", around.page(start))
        row.setdefault("section", around.section(start))
    passage = row.get("passage")
    if isinstance(passage, Passage):
        row["passage"] = passage.ordinal
    return {column: row.get(column) for column in wanted}


def _ordered(rows: list[Row]) -> list[Row]:
    """Rows by their place in the text; those without one, or in one place, as they came."""
    if rows and rows[0].get("start") is not None:
        return sorted(rows, key=lambda row: (row["start"], row["end"]))
    return rows


def _mentions(report: Report, passages: Passages) -> dict[str, Iterator[Row]]:
    """The rows of all that stands at a place in the text, with their passages."""
    document = report.document
    quantities = {q.id: q for q in report.quantities}

    def footnotes() -> Iterator[Row]:
        for f in report.footnotes:
            ref, body = f.ref or (None, None), f.body or (None, None)
            at = f.ref_vs if f.ref_vs is not None else f.body_vs
            row: Row = {"id": f.id, "marker": f.marker, "ref_start": ref[0], "ref_end": ref[1]}
            row |= {"body_start": body[0], "body_end": body[1]}
            start, end = ref if f.ref else body
            row |= {"start": start, "end": end}
            yield row | {"passage": None if at is None else passages.at(at)}

    def citations() -> Iterator[Row]:
        for c in report.citations:
            row = _read(contract.citation(c), document)
            row |= row.pop("pinpoint") or {}
            yield row | {"passage": passages.at(c.vs)}

    def dates() -> Iterator[Row]:
        for d in report.dates:
            yield _read(contract.date(d), document) | {"passage": passages.at(d.vs)}

    def figures() -> Iterator[Row]:
        for q in report.quantities:
            yield _read(contract.quantity(q), document) | {"passage": passages.at(q.vs)}

    def claims() -> Iterator[Row]:
        for m in report.claims:
            q = quantities[m.quantity]
            row = contract.claim(m) | _figure(q) | {"start": q.start, "end": q.end}
            yield row | {"passage": passages.at(q.vs)}

    def relations() -> Iterator[Row]:
        for r in report.relations:
            q = quantities[r.stated]
            operands = "; ".join(quantities[o.quantity].text for o in r.operands)
            row = contract.relation(r) | {"stated_text": q.text, "operands": operands}
            yield row | {"start": q.start, "end": q.end, "passage": passages.at(q.vs)}

    return {
        "footnotes": footnotes(),
        "citations": citations(),
        "dates": dates(),
        "quantities": figures(),
        "claims": claims(),
        "relations": relations(),
    }


def _read(row: Row, document: Document) -> Row:
    """The row with how OCR has read it: the words that were mended joined, None for none."""
    row = contract.read(row, document)
    return row | {"read_as": "; ".join(row["read_as"] or ()) or None}


def _figure(q: Quantity) -> Row:
    return {"text": q.text, "value": contract.decimal(q.value), "unit": q.unit}


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


def _operands(report: Report) -> Iterator[Row]:
    """The figures that each relation is computed from, in its order."""
    quantities = {q.id: q for q in report.quantities}
    for r in report.relations:
        for o in r.operands:
            row = {"relation": r.id, "quantity": o.quantity, "weight": contract.decimal(o.weight)}
            yield row | _figure(quantities[o.quantity])


def _findings(report: Report, passages: Passages, lang: Lang) -> tuple[list[Row], list[Row]]:
    """The rows of findings, and those of the values that would make each agree."""
    lines = Lines(report.document.text)
    quantities = {q.id: q for q in report.quantities}
    findings: list[Row] = []
    suggestions: list[Row] = []
    for x in report.findings:
        row = contract.finding(x, lang, lines)
        offered = [{**s, "text": quantities[s["quantity"]].text} for s in row["suggestions"]]
        suggestions += [{"finding": x.id, **s} for s in offered]
        row["suggestions"] = "; ".join(
            f"{s['text']} -> {contract.written(Decimal(s['value']), quantities[s['quantity']])} "
            f"({s['reason']})"
            for s in offered
        )
        findings.append(row | {"passage": passages.of_finding(x)})
    return findings, suggestions


def _document(report: Report, lang: Lang) -> Row:
    """The row of the document itself: source, metadata, counts."""
    document = report.document
    return {
        "sha256": document.sha256,
        "media_type": document.media_type,
        "reader": document.reader,
        "pages": len(document.pages) or None,
        "status": "partial" if document.warnings else "ok",
        "warnings": "; ".join(w.said(lang) for w in document.warnings),
        "characters": len(document.text),
        **dataclasses.asdict(report.metadata),
        **{kind: len(getattr(report, kind)) for kind in COUNTED},
        "inconsistent": sum(r.verdict == "inconsistent" for r in report.relations),
    }
