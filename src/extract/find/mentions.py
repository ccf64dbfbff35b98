"""What a document holds before any figure is put to another: sections, notes, dates, citations, and
the figures of its text, or of the cells that hold sentences, with what they claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.document import Document
from extract.find.binding.mentioned import Mentions, Read
from extract.find.citations.citations import find_citations
from extract.find.citations.resolve import resolve_citations
from extract.find.claims.claims import find_claims
from extract.find.claims.frames import find_frames
from extract.find.claims.statuses import by_document
from extract.find.claims.target_heads import target_blocks
from extract.find.dates import find_dates
from extract.find.engines import Engines
from extract.find.figures.cues import Cues
from extract.find.figures.nouns import Nouns
from extract.find.figures.quantities import find_quantities, taken_places, unread_digits
from extract.find.structure.contents import contents_of
from extract.find.structure.footnotes import find_footnotes
from extract.find.structure.metadata import find_metadata
from extract.find.structure.sections import find_outline
from extract.find.tables.table_cells import only_cells
from extract.find.tables.tables import Tables
from extract.model import Outline
from extract.rules.engine import Hit, Text


def find_mentions(document: Document, ready: Engines) -> Mentions:
    """Sections, notes, dates, citations, and the figures of the running text with their claims."""
    text = Text.of(document.view, (b.vs for b in document.blocks))
    hits = ready.text.scan(text)
    outline = find_outline(document, text, hits.get("structure", []))
    metadata = find_metadata(document, text, ready.book.lexicon)
    dates = find_dates(document, hits.get("date", []))
    named = hits.get("citation", [])
    cited = find_citations(document, text, named, dates, ready.book, metadata.number)
    citations = resolve_citations(cited, metadata, text)
    whole = Read(document, text, outline, find_footnotes(document), metadata, dates, citations)
    return _with_figures(whole, hits, ready)


def mentions_in_cells(found: Mentions, tables: Tables, ready: Engines, claim: int) -> Mentions:
    """The figures in the cells that hold sentences, each read for itself; claims are numbered from
    `claim`."""
    spans = [cell.span for cell in tables.told]
    if not spans:
        return replace(found, quantities=(), unread=(), frames=[], claims=())
    document = only_cells(found.document, spans)
    text = Text.of(document.view, (b.vs for b in document.blocks))
    inner = replace(
        found,
        document=document,
        text=text,
        outline=Outline(sections=found.outline.sections),
        footnotes=(),
        dates=tuple(d for d in found.dates if document.view[d.vs] != "\n"),
        citations=tuple(c for c in found.citations if document.view[c.vs] != "\n"),
    )
    first = len(found.quantities) + len(tables.quantities) + 1
    return _with_figures(inner, ready.text.scan(text), ready, (first, claim))


def _with_figures(
    found: Read,
    hits: Mapping[str, list[Hit]],
    ready: Engines,
    numbers: tuple[int, int] = (1, 1),
) -> Mentions:
    """`found` with its figures and what they claim; `numbers` are those of the first figure and
    the first claim."""
    document, text = found.document, found.text
    dates, citations = found.dates, found.citations
    cues = Cues(hits.get("claim", []))
    nouns = Nouns(ready.book, text)
    spans = [(c.vs, c.ve) for c in citations] + [(d.vs, d.ve) for d in dates]
    spans += contents_of(document, text.fold).values()
    taken = taken_places(document, spans)
    digits = ready.numbers.scan(text, taken).get("quantity", [])
    quantities = find_quantities(document, text, digits, cues, nouns, taken, numbers[0])
    frames = find_frames(text.view, text.fold, document.blocks, quantities, dates, citations, cues)
    striven = target_blocks(text.fold, document.blocks, found.outline)
    claims = find_claims(
        text.view,
        text.fold,
        document.blocks,
        quantities,
        frames,
        dates,
        citations,
        striven,
        numbers[1],
    )
    return Mentions(
        document,
        text,
        found.outline,
        found.footnotes,
        found.metadata,
        dates,
        citations,
        cues,
        Cues(hits.get("flow", []), "flow"),
        nouns,
        quantities,
        unread_digits(digits, taken),
        frames,
        by_document(claims, quantities, dates, found.outline.sections, found.metadata),
    )
