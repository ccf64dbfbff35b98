"""Which hit of the structure rules is the label of each block.

Roman labels that have lost their mark ("II KẾT QUẢ") are labels only where they count from I on.
"""

from __future__ import annotations

from extract.document import Document
from extract.rules.engine import Hit
from extract.values.labels import ordinal


def labels_of(doc: Document, hits: list[Hit]) -> dict[int, Hit]:
    """The label at the start of each block, by its place: of several the longest of the first
    priority."""
    at_block: dict[int, Hit] = {}
    for hit in _without_chance(doc, hits):
        known = at_block.get(hit.start)
        if known is None or (hit.rule.priority, hit.end) > (known.rule.priority, known.end):
            at_block[hit.start] = hit
    return at_block


def _without_chance(doc: Document, hits: list[Hit]) -> list[Hit]:
    """`hits` without roman labels that no mark follows, unless these count I, II, … through the
    text, none of their lines ends with a figure, as a table's do, and no roman label is marked."""
    romans = [h for h in hits if h.group("style") == "roman"]
    bare = [h for h in romans if doc.view[h.start : h.end].strip() == h.group("label")]
    if not bare:
        return hits
    ends = {b.vs: doc.view[b.ve - 1] for b in doc.blocks}
    counted = [ordinal(h.group("label") or "", "roman") for h in bare]
    if (
        len(bare) > 1
        and len(bare) == len(romans)
        and counted == list(range(1, len(bare) + 1))
        and not any(ends.get(h.start, "0").isdigit() for h in bare)
    ):
        return hits
    chance = {id(h) for h in bare}
    return [h for h in hits if id(h) not in chance]
