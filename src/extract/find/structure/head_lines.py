"""The head of a document: where it begins and ends, and what one of its lines is.

It is a two-column table, or lines with a gap between the columns, or nothing but a title.
"""

from __future__ import annotations

import re

from extract.document import Block, Document
from extract.readers.text.inline import unmarked
from extract.rules.engine import Text
from extract.rules.wording import terms, wording
from extract.values import identity
from extract.values.text import fold, one_line

HEAD = 24  # blocks a head may have
_GAP = re.compile(r"\n| {3,}|\t|\*\* \*\*|\|")
_FIGURE = re.compile(r"[\d.,%]*\d[\d.,%]*")
_MENUS = 80  # blocks in which the head begins
_ABOVE = 4  # lines above the country's: the issuer, its superior, the number
_SHORT = 80  # characters of a line of a menu
_SENTENCE = 40  # characters of the shortest recital
_NUMBER = wording("metadata.number")
_COUNTRY = wording("metadata.country")
_INTRO = wording("metadata.intro")
_RECITAL = wording("metadata.recital")
_OF_ASSEMBLY = re.compile(r"(?<!\w)(?:UBTV)?QH\d{1,2}$")  # ends its numbers
OWN = ("Số:", "Số :")  # of the document's own number, behind another piece of its head
_LINKED = re.compile(r'((?i:số) *: *)[^\s"<>|]+">')  # what is left of a link before a number
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def cells_of(doc: Document, block: Block) -> list[str]:
    """The pieces of a head block: lines, columns, table cells, without marks."""
    if block.kind == "table":
        raw = doc.view[block.vs : block.ve].split("|")
    else:
        start, end = doc.source_span(block.vs, block.ve)
        raw = _GAP.split(unmarked(doc.text[start:end]))
    return [c for c in (one_line(re.sub(r"[*_#\\]+|[-–]{3,}", "", r)) for r in raw) if c]


def is_data(doc: Document, block: Block) -> bool:
    """True for a table with figures in cells of their own, which no head has."""
    return block.kind == "table" and any(map(_FIGURE.fullmatch, cells_of(doc, block)))


def own_number(cell: str) -> str | None:
    """The document's own number in a piece of its head; "Nghị quyết số 18-NQ/TW" is another's."""
    cell = _LINKED.sub(r"\1", cell.translate(_DASHES))
    m = _NUMBER.search(cell)
    if m is None:
        return None
    before = cell[: m.start()].rstrip()
    sure = ":" in m[0] or _OF_ASSEMBLY.search(cell) is not None
    named = sure and fold(before) in terms("loai_van_ban")  # "Luật số: 9/2031/QH16"
    if before[-1:].islower() and not named and not m[0].startswith(OWN):
        return None
    return identity.close(m[1])


def head_start(doc: Document) -> int:
    """The block with which the head begins: 0, or behind what legal portals set in front of it: a
    list of related documents, the menus of the site."""
    blocks = doc.blocks[:_MENUS]
    lines = [doc.view[b.vs : b.ve].strip() for b in blocks]
    named = (n for n, line in enumerate(lines) if line[:9].isupper() and _is_country(line))
    n = next(named, 0)
    menus = all(len(line) < _SHORT and not line.isupper() for line in lines[: max(n - _ABOVE, 0)])
    if n > _ABOVE and menus and blocks[0].kind != "table":
        while n and (lines[n - 1].isupper() or own_number(lines[n - 1]) is not None):
            n -= 1
        return n
    if not blocks or blocks[0].kind != "bullet":
        return 0
    after = next((n for n, b in enumerate(blocks) if b.kind != "bullet"), 0)
    return after if any(map(_is_country, lines[after : after + 4])) else 0


def _is_country(line: str) -> bool:
    """True for the line that names the country, above its motto."""
    return _COUNTRY.search(" " + fold(line)) is not None


def first_body(doc: Document, text: Text, first: int) -> int:
    """The first block from `first` on that is body: an introduction or a numbered section."""
    for n, block in enumerate(doc.blocks[: first + HEAD]):
        told = _INTRO.match(text.fold, block.vs) and not doc.view[block.vs : block.ve].isupper()
        if n >= first and (block.marker or told):
            return n
    return min(len(doc.blocks), first + HEAD)


def recites(doc: Document, text: Text, n: int) -> bool:
    """True where block `n` is a recital: the ones above "QUYẾT ĐỊNH:" end the head."""
    block = doc.blocks[n]
    return block.ve - block.vs > _SENTENCE and _RECITAL.match(text.fold, block.vs) is not None


def in_capitals(doc: Document, text: Text, block: Block) -> str:
    """A line in capitals, folded; "" for any other."""
    capitals = block.marker is None and doc.view[block.vs : block.ve].isupper()
    return text.fold[block.vs : block.ve].strip(" .:*-") if capitals else ""
