"""Calls and note blocks -> footnotes, linked by marker and order.

The reader has taken the calls out of the view and set the bodies apart as blocks of kind
"note"; here the two are paired. Numbers may run through the document or start again on each
page; a call without body and a body without call are kept, with None for what is missing.
"""

from __future__ import annotations

from extract.document import Block, Document, NoteCall
from extract.model import Footnote

_REACH = 40_000  # view characters between a call and its body where numbers start again


def find_footnotes(doc: Document) -> tuple[Footnote, ...]:
    """All footnotes of `doc`, in the order of their calls (bodies without call by place)."""
    bodies = [b for b in doc.blocks if b.kind == "note"]
    calls = sorted(doc.calls, key=lambda c: c.vs)
    pairs = _pair(calls, bodies)
    rows: list[tuple[int, str, NoteCall | None, Block | None]] = []
    for i, found in enumerate(calls):
        at = pairs.get(i)
        rows.append((found.vs, found.marker, found, bodies[at] if at is not None else None))
    used = set(pairs.values())
    rows.extend((b.vs, b.marker or "", None, b) for j, b in enumerate(bodies) if j not in used)
    rows.sort(key=lambda r: r[0])
    out = []
    for n, (_, marker, call, body) in enumerate(rows, 1):
        out.append(
            Footnote(
                id=f"f{n}",
                marker=marker,
                ref=(call.start, call.end) if call is not None else None,
                body=doc.source_span(body.vs, body.ve) if body is not None else None,
                ref_vs=call.vs if call is not None else None,
                body_vs=body.vs if body is not None else None,
            )
        )
    return tuple(out)


def _pair(calls: list[NoteCall], bodies: list[Block]) -> dict[int, int]:
    """Call index -> body index: the next free body with the same marker, else one before it.

    Page ends put a body after its call; a body that the reader met a little before its call
    (notes above the sentence's end) is taken too.
    """
    by_marker: dict[str, list[int]] = {}
    for j, body in enumerate(bodies):
        by_marker.setdefault(body.marker or "", []).append(j)
    repeated = {m for m, at in by_marker.items() if len(at) > 1}
    pairs: dict[int, int] = {}
    used: set[int] = set()
    later: list[int] = []
    cursor: dict[str, int] = {}
    for i, call in enumerate(calls):
        places = by_marker.get(call.marker, [])
        k = cursor.get(call.marker, 0)
        while k < len(places) and bodies[places[k]].vs < call.vs:
            k += 1
        cursor[call.marker] = k
        if k < len(places) and (
            call.marker not in repeated or bodies[places[k]].vs - call.vs < _REACH
        ):
            pairs[i] = places[k]
            used.add(places[k])
            cursor[call.marker] = k + 1
        else:
            later.append(i)
    for i in later:
        free = [j for j in by_marker.get(calls[i].marker, []) if j not in used]
        if free:
            j = min(free, key=lambda j: abs(bodies[j].vs - calls[i].vs))
            pairs[i] = j
            used.add(j)
    return pairs
