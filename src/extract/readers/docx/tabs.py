"""Tables that a Word file sets with tab stops: paragraphs whose tabs part labels and figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from lxml.etree import _Element

from extract.readers.docx.styles import Styles
from extract.readers.docx.tables import as_markdown
from extract.readers.docx.xml import W, local
from extract.readers.legacy.text import is_unicode
from extract.values.columns import aligned_tables
from extract.values.segments import Segment

_STEP = 100  # how far apart the columns of tabs are counted
_OTHER = (
    "footnoteReference endnoteReference drawing pict object fldSimple fldChar instrText sdt "
    "ins del moveTo moveFrom numPr sym br ptab"
).split()


def tabbed(blocks: Sequence[_Element], styles: Styles) -> dict[int, tuple[int, list[str]]]:
    """The tables set with tabs among the blocks of a body: index of the first paragraph -> how
    many paragraphs, and the lines of the table as Markdown.

    Only plain paragraphs count: what holds notes, fields, pictures, automatic numbers or tracked
    changes is left to be read as text.
    """
    lines = [_segments(block, styles) for block in blocks]
    if not any(len(line) > 1 for line in lines):
        return {}
    found: dict[int, tuple[int, list[str]]] = {}
    text = "\n".join(s.text for line in lines for s in line)
    if not text.isascii() and not is_unicode(text):
        return {}  # in a font of an older encoding, which goes by runs
    for table in aligned_tables(lines, 1):
        rows = [[" ".join(lines[n][k].text for n, k in cell) for cell in row] for row in table.rows]
        made = ["", *as_markdown(rows, table.heads), ""]
        found[table.first] = (table.last - table.first + 1, made)
    return found


def _segments(block: _Element, styles: Styles) -> list[Segment]:
    """The texts between a paragraph's tabs; [] where it is no plain paragraph, or a line of a
    contents, whose tab stop has dots."""
    if local(block) != "p" or block.find(f".//{W}t") is None:
        return []
    parts: list[str] = []
    for el in block.iter():
        name = local(el)
        if name == "t":
            parts.append((el.text or "").replace("\t", " "))
        elif name == "tab" and (parent := el.getparent()) is not None and local(parent) == "r":
            parts.append("\t")
        elif name in _OTHER:
            return []
    if "\t" in parts and styles.has_leader(block):
        return []
    found = []
    text = unicodedata.normalize("NFC", "".join(parts))
    for k, piece in enumerate(text.split("\t")):
        bare = " ".join(piece.split())
        if bare:
            found.append(Segment(_STEP * k, _STEP * k + _STEP - 1, bare))
    return found
