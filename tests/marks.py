"""Help for tests of finders: a text that marks its own spans with «…», and finders run on it."""

from __future__ import annotations

import re
from functools import cache

from extract.document import Document
from extract.find.citations.citations import find_citations
from extract.find.citations.resolve import resolve_citations
from extract.find.dates import find_dates
from extract.model import Citation, DateMention, Metadata, Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from extract.rules.book import default_rulebook
from extract.rules.engine import Engine, Text


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its «» and the spans they held, which do not nest."""
    spans: list[tuple[int, int]] = []
    at = 0
    for n, m in enumerate(re.finditer("[«»]", marked)):
        pos = m.start() - n
        if m[0] == "«":
            at = pos
        else:
            spans.append((at, pos))
    return re.sub("[«»]", "", marked), spans


def as_document(text: str) -> Document:
    """A document whose view is its text."""
    return Document("test.txt", text, text, (0,), (0,))


@cache
def engine() -> Engine:
    """The rules for citations and dates."""
    return Engine(default_rulebook(), ("citation", "date"))


def dates_in(text: str) -> tuple[DateMention, ...]:
    """The dates of a text."""
    return find_dates(as_document(text), engine().scan(Text.of(text)).get("date", []))


def citations_in(text: str, metadata: Metadata | None = None) -> tuple[Citation, ...]:
    """The citations of a text, resolved."""
    view, doc = Text.of(text), as_document(text)
    hits = engine().scan(view)
    dates = find_dates(doc, hits.get("date", []))
    found = find_citations(doc, view, hits.get("citation", []), dates)
    return resolve_citations(found, metadata or Metadata(), view)


def report_of(text: str) -> Report:
    """What is found in a text."""
    return analyse(read_text(text, "x.txt"))


def verdicts(report: Report) -> dict[str, str]:
    """Expression -> verdict of each relation."""
    return {r.expression: r.verdict for r in report.relations}


def alarms(report: Report) -> list[str]:
    """The codes of the findings of arithmetic."""
    return [f.code for f in report.findings if f.code.startswith("A")]


def built(text: str) -> dict[str, str]:
    """Expression -> verdict of each relation of a text."""
    return verdicts(report_of(text))


def found(text: str) -> list[str]:
    """The codes of the findings of arithmetic in a text."""
    return alarms(report_of(text))


def judged(text: str) -> tuple[dict[str, str], list[str]]:
    """(what is built, what is found) in a text."""
    report = report_of(text)
    return verdicts(report), alarms(report)


def told(text: str, expression: str) -> tuple[object, list[str]]:
    """(verdict of an expression, or all that is built where it is not; what is found) in a text."""
    relations, findings = judged(text)
    return relations.get(expression, relations), findings


def contradicted(text: str) -> list[str]:
    """The expressions of a text that do not hold."""
    return [r.expression for r in report_of(text).relations if r.verdict == "inconsistent"]
