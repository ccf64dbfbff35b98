"""Figures that could not be read: a reader of the findings must know what no check has seen."""

from __future__ import annotations

from collections.abc import Iterable

from extract.check.codes import CODES
from extract.document import Document
from extract.model import Finding


def check_figures(document: Document, unread: Iterable[tuple[int, int]]) -> list[Finding]:
    """Q501 for each place of the view whose digits make no number, with empty ids."""
    return [
        Finding(
            "",
            "Q501",
            CODES["Q501"].severity,
            *document.source_span(vs, ve),
            {"figure": document.view[vs:ve]},
        )
        for vs, ve in unread
    ]
