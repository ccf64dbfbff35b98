"""What the lines around a table say of it: its caption and the unit of its figures."""

from __future__ import annotations

import re

from extract.document import Block, Document
from extract.find.tables.table_values import Unit
from extract.find.tables.table_words import Words

_ABOVE = 6  # blocks above a table that may name it
_UNIT_LINE = 40  # characters of a line that names the unit of the table above it
_CAPTION = 300  # characters
_TITLED = re.compile(r"^[^()]*\([^()]+\)[ :*_.]*$")  # one pair of brackets, at the end


def caption_above(doc: Document, words: Words, block: int) -> tuple[str | None, Unit | None]:
    """The caption of the table and its unit, from the lines above it."""
    blocks, view = doc.blocks, doc.view
    unit: Unit | None = None
    lines: list[tuple[Block, str]] = []
    for b in reversed(blocks[max(0, block - _ABOVE) : block]):
        text = " ".join(view[b.vs : b.ve].split())
        if b.kind == "table" or len(text) > _CAPTION:
            break
        named = words.name(text)
        found = words.units.announced(text)
        if named and found is None:
            found = words.units.in_brackets(text)
        unit = unit or found
        lines.append((b, text))
        if named:
            break
    shown = [
        (b, text)
        for b, text in reversed(lines)
        if words.name(text) or (text[:1] != "(" and words.units.announced(text) is None)
    ]
    if shown and words.name(shown[0][1]):
        titles = [text for b, text in shown[1:] if b.kind == "heading"]
        return " ".join([shown[0][1], *titles])[:_CAPTION], unit
    if shown and unit is None and _TITLED.search(shown[-1][1]):
        unit = words.units.in_brackets(shown[-1][1])  # "B. Số liệu (nghìn tấn)"
    if shown and shown[-1][0].kind == "heading":
        return shown[-1][1], unit
    return None, unit


def unit_below(doc: Document, words: Words, block: int) -> Unit | None:
    """The unit that the line right below the table names and does no more; not where that
    line stands above another table."""
    after = doc.blocks[block + 1 : block + 3]
    if not after or any(b.kind == "table" for b in after):
        return None
    text = " ".join(doc.view[after[0].vs : after[0].ve].split())
    return words.units.announced(text) if len(text) <= _UNIT_LINE else None
