"""The title of a numbered section: all of a heading, the head of a run-in one."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.document import Block, Document
from extract.values.letters import LOWER, UPPER

_STOP = re.compile(rf": | \||[.;](?= +[\"“(]?[{UPPER}])|[.;:,]$")
_CAPITALS = re.compile(  # "ĐÁNH GIÁ CHUNG Năm học qua …": a title run into its text
    rf"(?:[{UPPER}]{{2,}}|[{UPPER}](?= [{UPPER}]{{2,}})|[-–,\d]+)"
    rf"(?:,? (?:[{UPPER}]{{2,}}|[-–]|\d{{1,4}}))+"
    rf"(?= [{UPPER}][{LOWER}]+ [{LOWER}\d])"
)
_CUT = 120  # characters of a run-in title whose end cannot be told


def title_of(doc: Document, index: int, mark_end: int, lines: int) -> str:
    """The title of a section: all of a heading, with what goes on in capitals in up to `lines`
    headings below it; of a run-in one, what comes before its text."""
    block = doc.blocks[index]
    body = doc.view[mark_end : block.ve].strip().lstrip("-–— ")
    if not body:
        after = doc.blocks[index + 1] if index + 1 < len(doc.blocks) else None
        if after is not None and after.kind == "heading" and after.marker is None:
            body = _with_lines(doc, index + 1, doc.view[after.vs : after.ve], lines - 1)
        return body.rstrip(":")
    if block.kind == "heading" and len(body) <= 600:
        return _with_lines(doc, index, body, lines).rstrip(":").rstrip()
    lead = _emphasised_lead(doc, block, mark_end)
    if lead:
        return lead
    capitals = _CAPITALS.match(body)
    if capitals is not None:
        return capitals[0].rstrip(" .;:,")
    glued = _glued_at(doc, mark_end, min(block.ve, mark_end + 200))
    if glued is not None:
        return doc.view[mark_end:glued].strip()
    for m in _STOP.finditer(body, 8, 251):
        if body.count("(", 0, m.start()) <= body.count(")", 0, m.start()):
            return body[: m.start()].rstrip()
    if len(body) <= _CUT * 2:
        return body.rstrip(" .;:,")
    return body[: body.rfind(" ", 0, _CUT)]


def _with_lines(doc: Document, index: int, title: str, lines: int) -> str:
    """A title in capitals with the headings in capitals that follow block `index`, up to `lines`:
    "QUÁ TRÌNH THỰC HIỆN", "CHƯƠNG TRÌNH MỤC TIÊU"."""
    for block in doc.blocks[index + 1 : index + 1 + max(lines, 0)]:
        line = doc.view[block.vs : block.ve]
        goes_on = block.kind == "heading" and block.marker is None and line.isupper()
        if not goes_on or not title.isupper() or title[-1] in ".:;":
            break
        title = f"{title} {line}"
    return title


def _emphasised_lead(doc: Document, block: Block, mark_end: int) -> str:
    """The part of a block that stands in bold or italics at its head ("" for none)."""
    start = doc.source_pos(block.vs)
    end = doc.leads.get(start)
    if end is not None:
        i = bisect_right(range(mark_end, block.ve), end - 1, key=doc.source_pos)
        return doc.view[mark_end : mark_end + i].strip().rstrip(":").rstrip()
    mark = 0
    while start - mark > 0 and doc.text[start - mark - 1] in "*_":
        mark += 1
    if not mark and mark_end < block.ve:
        start = doc.source_pos(mark_end)
        while start - mark > 0 and doc.text[start - mark - 1] in "*_":
            mark += 1
    if not mark:
        return ""
    close = doc.text.find(doc.text[start - 1], start)
    if close < 0 or close - start > 600:
        return ""
    i = bisect_right(range(mark_end, block.ve), close - 1, key=doc.source_pos)
    return doc.view[mark_end : mark_end + i].strip().rstrip(":").rstrip()


def _glued_at(doc: Document, vs: int, ve: int) -> int | None:
    """Where a line break was lost first between a word and a capital: a title's likely end."""
    lo = bisect_right(doc.seg_view, vs)
    for i in range(lo, len(doc.seg_view) - 1):
        at = doc.seg_view[i]
        if at >= ve:
            return None
        split = doc.view[at] == " " and doc.seg_source[i] == doc.source_pos(at + 1)
        if split and at - vs > 12 and doc.view[at + 1].isupper() and doc.view[at - 1].isalnum():
            return at
    return None
