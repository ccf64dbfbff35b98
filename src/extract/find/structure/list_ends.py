"""Where a numbered list inside of a section ends: what stands below it is not its last item's.

Of items that are one paragraph each the last is one as well, where a heading without number
follows, or, in a list below a heading numbered alike ("1. Thu" above 1., 2.), a paragraph or a
table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.document import Block, Document
from extract.model import Section
from extract.values.labels import style_of

_BESIDE = ("note", "furniture")


def item_ends(doc: Document, sections: Sequence[Section], at: Sequence[int]) -> dict[int, int]:
    """Of last items the block they end before; `at` is the block that each section begins with."""
    ends: dict[int, int] = {}
    lists: dict[str | None, list[int]] = {}
    for i, s in enumerate(sections):
        lists.setdefault(s.parent, []).append(i)
    by_id = {s.id: s for s in sections}
    blocks = {s.id: doc.blocks[n] for s, n in zip(sections, at, strict=True)}
    for parent, members in lists.items():
        if parent is None or len(members) < 2:
            continue
        run = _last_run([sections[i] for i in members])
        members = members[-run:]
        last = members[-1]
        below = _below(doc, at[last])
        items = all(_is_item(doc, sections[i], doc.blocks[at[i]]) for i in members)
        flat = all(_below(doc, at[a]) == at[b] for a, b in pairwise(members))
        if run < 2 or below is None or not items or not flat:
            continue
        alike = style_of(by_id[parent].marker) == style_of(sections[last].marker)
        opened = doc.view[doc.blocks[at[last]].ve - 1] == ":"
        within = alike and blocks[parent].kind == "heading" and not opened
        if doc.blocks[below].ve <= sections[last].ve and _ends(doc, below, within):
            ends[last] = below
    return ends


def _last_run(members: Sequence[Section]) -> int:
    """How many of the sections at the end are numbered in one style, the last as the first."""
    style = style_of(members[-1].marker)
    other = (n for n, s in enumerate(reversed(members)) if style_of(s.marker) != style)
    return next(other, len(members))


def _is_item(doc: Document, s: Section, block: Block) -> bool:
    """True for a paragraph of a list that opens nothing: no heading, none run into its text ("1. Về
    thu: …"), no clause or point of an article."""
    body = doc.view[block.mark_end : block.ve].strip()
    told = len(s.title) < len(body) and body.startswith(s.title) and body[len(s.title)] == ":"
    return block.kind == "item" and s.kind in ("item", "heading") and not told


def _below(doc: Document, n: int) -> int | None:
    """The block below block `n`, footnotes and heads of pages put aside."""
    after = (k for k in range(n + 1, len(doc.blocks)) if doc.blocks[k].kind not in _BESIDE)
    return next(after, None)


def _ends(doc: Document, n: int, within: bool) -> bool:
    """True where block `n` is no longer the item's above it; `within`: of a list below a heading
    numbered alike."""
    block = doc.blocks[n]
    if is_set_off(doc, n):
        return True
    return within and block.marker is None and block.kind in ("paragraph", "heading", "table")


def is_set_off(doc: Document, n: int) -> bool:
    """True for a heading without number that the file sets off, and no line above a table."""
    block = doc.blocks[n]
    if block.kind != "heading" or block.marker is not None or not block.emphasis:
        return False
    below = _below(doc, n)
    return below is not None and doc.blocks[below].kind != "table"
