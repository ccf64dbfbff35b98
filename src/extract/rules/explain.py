"""Which rules competed for a place of a document, and why one won.

The order of the arena: a citation takes the digits it covers from everything else; a date keeps
its place inside a citation but takes its digits from quantities; within one kind the longer hit
wins, then the higher priority, then the earlier rule. Cues and labels do not compete.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.document import Document
from extract.rules.book import Rulebook
from extract.rules.engine import Engine, Hit, Text

ARENA = ("citation", "date", "quantity")
SIGNALS = ("structure", "claim", "flow")


@dataclass(frozen=True, slots=True)
class Row:
    """One rule's hit at the place asked for, and how it fared."""

    hit: Hit
    start: int
    end: int
    outcome: str


def compete(document: Document, offset: int, book: Rulebook) -> list[Row]:
    """The hits that cover the source `offset`, the winner first, each with its outcome.

    Raises PatternError where a rule of the user takes too long.
    """
    text = Text.of(document.view, (b.vs for b in document.blocks))
    hits = list(Engine(book, (*ARENA, *SIGNALS)).hits(text))
    places = {id(h): document.source_span(h.start, h.end) for h in hits if h.end > h.start}
    here = [h for h in hits if id(h) in places and _covers(places[id(h)], offset)]
    rows: list[Row] = []
    winners: list[Hit] = []
    for h in sorted((h for h in here if h.rule.kind in ARENA), key=_rank):
        outcome = _outcome(h, winners)
        if outcome.startswith("won"):
            winners.append(h)
        rows.append(Row(h, *places[id(h)], outcome))
    for h in here:
        if h.rule.kind in SIGNALS:
            what = h.rule.set.get("cue") or h.rule.set.get("flow", "label")
            rows.append(Row(h, *places[id(h)], f"signal ({what}): does not compete"))
    return rows


def _covers(span: tuple[int, int], offset: int) -> bool:
    return span[0] <= offset < span[1]


def _rank(h: Hit) -> tuple[int, int, int, int]:
    return ARENA.index(h.rule.kind), h.start - h.end, -h.rule.priority, h.rule.order


def _outcome(h: Hit, winners: list[Hit]) -> str:
    """How `h` fares against the hits that won before it."""
    for w in winners:
        if h.start >= w.end or w.start >= h.end:
            continue
        if h.rule.kind == "date" and w.rule.kind == "citation":
            continue
        if w.rule.kind != h.rule.kind:
            return f"lost: its digits belong to the {w.rule.kind} of {w.rule.id}"
        if w.end - w.start > h.end - h.start:
            return f"lost: {w.rule.id} matches more text"
        if w.rule.priority > h.rule.priority:
            return f"lost: {w.rule.id} has priority {w.rule.priority} over {h.rule.priority}"
        return f"lost: {w.rule.id} stands before it"
    return "won" if not winners else "won beside it: a date inside a citation is a record too"


def explain(document: Document, offset: int, book: Rulebook) -> str:
    """A readable account of `compete`, one rule a paragraph."""
    rows = compete(document, offset, book)
    if not rows:
        line = document.text.count("\n", 0, offset) + 1
        return f"{document.name}:{line}: no rule matches at offset {offset}"
    parts = []
    for row in rows:
        rule = row.hit.rule
        groups = {
            k: v for k, v in row.hit.match.groupdict().items() if v is not None and k != "span"
        }
        detail = ", ".join(f"{k}={v!r}" for k, v in groups.items())
        parts.append(
            f"{rule.id} ({rule.kind}, {rule.file}, priority {rule.priority}): {row.outcome}\n"
            f"  {row.start}-{row.end} {document.text[row.start : row.end]!r}\n"
            f"  {rule.about}" + (f"\n  {detail}" if detail else "")
        )
    return "\n".join(parts)
