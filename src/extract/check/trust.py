"""Findings on figures that OCR has read: they ask for a look at the scan, they accuse nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from extract.check.codes import SCAN
from extract.model import Finding, Quantity, Relation


def trusted(
    findings: Iterable[Finding],
    relations: Iterable[Relation],
    quantities: Mapping[str, Quantity],
    is_ocr: Callable[[int, int], bool],
) -> Iterator[Finding]:
    """The findings; those that rest on text read by OCR are warnings at most and say so.

    `is_ocr` tells it of a span of the source text. A finding of arithmetic rests on all figures
    of its relation.
    """
    by_id = {r.id: r for r in relations}
    for f in findings:
        spans = [(f.start, f.end)]
        if f.relation is not None:
            figures = (quantities[o.quantity] for o in by_id[f.relation].operands)
            spans += [(q.start, q.end) for q in figures]
        if any(is_ocr(*span) for span in spans):
            severity = "warning" if f.severity == "error" else f.severity
            f = replace(f, severity=severity, args=f.args | {SCAN: "yes"})
        yield f
