"""Who signed a document, and what the record of a legal portal above it tells."""

from __future__ import annotations

import re
from datetime import date as Date
from itertools import takewhile

from extract.document import Block, Document
from extract.find.structure.body import body_end, opens_annex, signs_off
from extract.find.structure.head_lines import HEAD, cells_of
from extract.model import Metadata
from extract.rules.engine import Text
from extract.rules.wording import wording
from extract.values.text import fold

_COLUMNS = 3  # that a table of signatures may have
_STOP = re.compile(r"(?<=[;:.,)]) ")  # ends one who receives it
_SIGN = wording("metadata.signing")
_SIGNED = wording("metadata.signed")
_NAME = wording("metadata.name")
_NAME_CAPITALS = wording("metadata.name_capitals")
_NAME_LAST = wording("metadata.name_last")
_NOT_NAMES = wording("metadata.no_name")
_ATTACHED = wording("metadata.attached")
_RECORDED = wording("metadata.recorded")


def iso_day(m: re.Match[str]) -> str | None:
    """The day told in the groups d, m and y; None where the calendar has none such."""
    try:
        return Date(int(m["y"]), int(m["m"]), int(m["d"])).isoformat()
    except ValueError:
        return None


def recorded(doc: Document, types: dict[str, str]) -> Metadata:
    """What the record of a legal portal above the text tells: "Số hiệu: … Người ký: …"."""
    blocks = doc.blocks[:HEAD]
    head = doc.view[blocks[0].vs : blocks[-1].ve] if blocks else ""
    kind = number = issuer = day = signer = None
    for m in _RECORDED.finditer(head):
        if m["number"]:
            number = number or m["number"].replace(" ", "")
        elif m["type"]:
            kind = kind or types.get(fold(m["type"]))
        elif m["issuer"]:
            issuer = issuer or m["issuer"].strip()
        elif m["y"]:
            day = day or iso_day(m)
        else:
            signer = signer or m[0].split(":")[-1].removeprefix("Người ký").strip(" |")
    return Metadata(kind, number, issuer, None, day, None, signer)


def signer_of(doc: Document, text: Text, provinces: frozenset[str]) -> str | None:
    """The name under the signature, or None."""
    closed = body_end(doc, text)
    first = max(min(closed - 1, len(doc.blocks) - 4), len(doc.blocks) - 40, 0)
    if closed == len(doc.blocks):  # perhaps an annex follows the recipients
        ends = (text.fold.startswith("nơi nhận", b.vs) or signs_off(text, b) for b in doc.blocks)
        told = (n for n, end in enumerate(ends) if end)
        articles = (n for n, b in enumerate(doc.blocks) if n > first and opens_annex(text, b))
        first = next(told, max(articles, default=first))
    rest = takewhile(lambda b: not opens_annex(text, b), doc.blocks[first + 1 : first + 24])
    tail = [b for b in (*doc.blocks[max(0, first - 2) : first + 1], *rest) if b.kind != "note"]
    tail = [b for b in tail if b.ve - b.vs < 3000]
    tail = [b for b in tail if b.kind != "table" or _columns(doc, b) <= _COLUMNS]
    signed, name, before = False, None, None
    for block in tail:
        if name is not None and _ATTACHED.match(text.fold, block.vs):
            break
        cells = (c for c in cells_of(doc, block) if c[0] != "(" or _SIGNED.match(fold(c)))
        for cell in (part for c in cells for part in _columns_of(c)):
            closes = _SIGNED.match(fold(cell))
            signs = _SIGN.match(fold(cell).lstrip("- ")) or closes
            if closes is not None and not signed:
                name = before  # "(Đã ký)" below it, no title above
            signed = signed or (signs is not None and len(cell) < 120)
            before = _name_in(cell, provinces)
            name = (before if signed else None) or name
    return name


def _name_in(cell: str, provinces: frozenset[str]) -> str | None:
    """The name of who signed, where a cell under the title has one."""
    m = _NAME.fullmatch(cell.strip(" .()")) or _NAME_CAPITALS.fullmatch(cell.strip(" .()"))
    if m is None and (cell[:40].isupper() or _SIGN.match(fold(cell))):
        m = _NAME_LAST.search(cell)
    if m is None or _NOT_NAMES.search(fold(m[1])) or fold(m[1]) in provinces:
        return None
    return m[1].title() if m[1].isupper() else m[1]


def _columns_of(cell: str) -> list[str]:
    """A line of recipients and what stands beside it in the column of the signature, where their
    gap was lost: "- Sở Nội vụ; KT. CHỦ TỊCH"; any other line whole."""
    for m in _STOP.finditer(cell):
        title = cell[m.end() :]
        if title[:6].isupper() and _SIGN.match(fold(title)):
            return [cell[: m.start()], title]
    return [cell]


def _columns(doc: Document, block: Block) -> int:
    """How many columns a table has."""
    start, end = doc.source_span(block.vs, block.ve)
    first, _, _ = doc.text[start:end].partition("\n")
    return first.strip(" |").count("|") + 1
