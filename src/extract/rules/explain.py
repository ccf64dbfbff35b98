"""Which rules competed for a place of a document, and why one won.

The order of the arena: a citation takes the digits it covers from everything else; a date keeps
its place inside a citation but takes its digits from quantities; within one kind the longer hit
wins, then the higher priority, then the earlier rule. Cues and labels do not compete.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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


_SAID = {
    "en": {
        "signal": "signal ({}): does not compete",
        "taken": "lost: its digits belong to the {} of {}",
        "longer": "lost: {} matches more text",
        "priority": "lost: {} has priority {} over {}",
        "earlier": "lost: {} stands before it",
        "won": "won",
        "beside": "won beside it: a date inside a citation is a record too",
        "nothing": "no rule matches at offset {}",
        "weight": "priority",
    },
    "vi": {
        "signal": "tín hiệu ({}): không tranh chỗ",
        "taken": "thua: các chữ số thuộc về {} của {}",
        "longer": "thua: {} khớp đoạn dài hơn",
        "priority": "thua: {} có mức ưu tiên {}, hơn {}",
        "earlier": "thua: {} đứng trước",
        "won": "thắng",
        "beside": "thắng, cùng có mặt: ngày trong một viện dẫn cũng được ghi nhận",
        "nothing": "không có quy tắc nào khớp ở vị trí {}",
        "weight": "ưu tiên",
    },
}


def compete(document: Document, offset: int, book: Rulebook, lang: str = "en") -> list[Row]:
    """The hits that cover the source `offset`, the winner first, each with its outcome in words of
    the language ("vi" or "en").

    Raises PatternError where a rule of the user takes too long.
    """
    text = Text.of(document.view, (b.vs for b in document.blocks))
    hits = list(Engine(book, (*ARENA, *SIGNALS)).hits(text))
    places = {id(h): document.source_span(h.start, h.end) for h in hits if h.end > h.start}
    here = [h for h in hits if id(h) in places and _covers(places[id(h)], offset)]
    said = _SAID[lang]
    rows: list[Row] = []
    winners: list[Hit] = []
    for h in sorted((h for h in here if h.rule.kind in ARENA), key=_rank):
        how, *values = _outcome(h, winners)
        if how in ("won", "beside"):
            winners.append(h)
        rows.append(Row(h, *places[id(h)], said[how].format(*values)))
    for h in here:
        if h.rule.kind in SIGNALS:
            what = h.rule.set.get("cue") or h.rule.set.get("flow", "label")
            rows.append(Row(h, *places[id(h)], said["signal"].format(what)))
    return rows


def _covers(span: tuple[int, int], offset: int) -> bool:
    return span[0] <= offset < span[1]


def _rank(h: Hit) -> tuple[int, int, int, int]:
    return ARENA.index(h.rule.kind), h.start - h.end, -h.rule.priority, h.rule.order


def _outcome(h: Hit, winners: list[Hit]) -> tuple[Any, ...]:
    """How `h` fares against the hits that won before it: a key of _SAID, what stands in it."""
    for w in winners:
        if h.start >= w.end or w.start >= h.end:
            continue
        if h.rule.kind == "date" and w.rule.kind == "citation":
            continue
        if w.rule.kind != h.rule.kind:
            return "taken", w.rule.kind, w.rule.id
        if w.end - w.start > h.end - h.start:
            return "longer", w.rule.id
        if w.rule.priority > h.rule.priority:
            return "priority", w.rule.id, w.rule.priority, h.rule.priority
        return "earlier", w.rule.id
    return ("beside",) if winners else ("won",)


def explain(document: Document, offset: int, book: Rulebook, lang: str = "en") -> str:
    """A readable account of `compete`, one rule a paragraph."""
    rows = compete(document, offset, book, lang)
    if not rows:
        line = document.text.count("\n", 0, offset) + 1
        return f"{document.name}:{line}: {_SAID[lang]['nothing'].format(offset)}"
    parts = []
    for row in rows:
        rule = row.hit.rule
        groups = {
            k: v for k, v in row.hit.match.groupdict().items() if v is not None and k != "span"
        }
        detail = ", ".join(f"{k}={v!r}" for k, v in groups.items())
        weight = f"{_SAID[lang]['weight']} {rule.priority}"
        parts.append(
            f"{rule.id} ({rule.kind}, {rule.file}, {weight}): {row.outcome}\n"
            f"  {row.start}-{row.end} {document.text[row.start : row.end]!r}\n"
            f"  {rule.about}" + (f"\n  {detail}" if detail else "")
        )
    return "\n".join(parts)
