"""Structure hits + blocks -> the outline: numbered sections, and the tree of list items.

Depth comes from style and sequence, as a reader sees it: a label that goes on with an open
list closes what is deeper; a label of a new style opens a list inside the last section. A
label that breaks its sequence keeps its text; `check.structure` reports it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from extract.document import Block, Document
from extract.find.structure.body import body_end
from extract.find.structure.chosen import labels_of
from extract.find.structure.contents import contents_of
from extract.find.structure.list_ends import item_ends
from extract.find.structure.titles import title_of
from extract.model import Node, Outline, Section, SectionKind
from extract.rules.engine import Hit, Text
from extract.values.labels import follows, ordinal

RANK = {"annex": 0, "part": 0, "chapter": 1, "section": 2, "subsection": 3, "article": 4}
_TOP = frozenset(RANK) | {"roman", "upper"}
_DIVIDED = frozenset({"number", "decimal", "roman", "upper", "letter"})
_KIND = {"subsection": "section", "annex": "part"}
_LISTED = re.compile(r"[^\n]{1,90}?\d[^\n]{0,60}[.;:,]?")
_CUT = re.compile(r"\s*[\[(]? ?(?:\.{3,6}|…{1,2}) ?[\])]?[.;]?\s*")  # "[…]": not a line to fill in
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{1,3}\s*$")
_REACH = 80  # blocks a quoted amendment may go on for


@dataclass(slots=True)
class _Open:
    """An open list on the stack: its last entry's style, label, node and section."""

    style: str
    label: str
    node: int
    section: int  # index into the sections made, -1 for bullets and lines
    depth: int


@dataclass(slots=True)
class _Made:
    """A section in the making."""

    label: str
    style: str
    kind: SectionKind
    depth: int
    parent: int
    block: int
    marker: str
    mark_end: int
    lead: int  # what stands before the label inside its mark: the bracket of "(1)"


class _Builder:
    def __init__(self, doc: Document, text: Text) -> None:
        self.doc = doc
        self.text = text
        self.stack: list[_Open] = []
        self.nodes: list[Node] = []
        self.made: list[_Made] = []
        self.headed = -1  # the last block that is a heading in capitals without a number

    def top_section(self) -> _Open | None:
        return next((e for e in reversed(self.stack) if e.section >= 0), None)

    def cut(self, size: int) -> None:
        del self.stack[size:]

    def push(self, index: int, style: str, label: str, section: int = -1) -> None:
        """A node for block `index`, child of what is on top of the stack."""
        parent = self.stack[-1].node if self.stack else None
        depth = sum(e.section >= 0 for e in self.stack) + (section >= 0)
        ident = f"s{section + 1}" if section >= 0 else None
        self.nodes.append(Node(index, label, style, len(self.stack) + 1, parent, ident))
        self.stack.append(_Open(style, label, len(self.nodes) - 1, section, depth))

    def label(self, index: int, block: Block, hit: Hit, style: str, label: str) -> None:
        """A numbered label opens a section."""
        style, keep = self.place(style, label, block)
        self.cut(keep)
        parent = self.top_section()
        kind = self.kind(style, block, hit)
        marker = self.doc.view[hit.start : hit.end].strip()
        lead = len(marker) - len(marker.lstrip("( -–+•"))
        up = parent.section if parent is not None else -1
        depth = sum(e.section >= 0 for e in self.stack) + 1
        self.made.append(_Made(label, style, kind, depth, up, index, marker, hit.end, lead))
        self.push(index, style, label, len(self.made) - 1)

    def kind(self, style: str, block: Block, hit: Hit) -> SectionKind:
        if style in RANK:
            return cast("SectionKind", _KIND.get(style, style))
        in_article = any(e.style == "article" for e in self.stack)
        if in_article and style == "number":
            return "clause"
        if in_article and style == "letter":
            return "point"
        if block.kind == "heading" or style in ("roman", "upper"):
            return "heading"
        body = self.doc.view[hit.end : block.ve]
        return "item" if len(body) > 160 or re.search(r"[.;:,]\s*$|[.;:] ", body) else "heading"

    def place(self, style: str, label: str, block: Block) -> tuple[str, int]:
        """The style meant, and how many entries of the stack stay open under the label."""
        stack = self.stack
        if style in RANK:
            rank = RANK[style]
            for n, e in enumerate(stack):
                if RANK.get(e.style, 9) >= rank and not self.divides(n, style):
                    return style, n
            return style, len(stack)
        style = self.meant(style, label)
        if style == "decimal":
            return style, self.decimal(label)
        same = [n for n, e in enumerate(stack) if e.style == style]
        after = [n for n in reversed(same) if follows(label, stack[n].label, style)]
        if after:
            return style, next((n for n in after if self.is_heading(n, block)), after[0])
        first = ordinal(label, style) == 1
        if first and same and self.listed(same[-1], block):
            return style, self.under_section()
        if same:
            n = same[-1]
            if not first:
                return style, min(same, key=lambda k: (_gap(stack[k].label, label, style), -k))
            starred = any(e.style == "*" for e in stack[n + 1 :])
            return style, self.under_section() if starred else n
        if style in ("roman", "upper"):
            for n, e in enumerate(stack):
                if _is_lettered(e.label) and follows(label, e.label[0], "upper"):
                    return style, n  # G after F1, F2
            keep = [n for n, e in enumerate(stack) if e.style in _TOP or _is_lettered(e.label)]
            return style, (keep[-1] + 1 if keep else 0)
        if style == "number" and not first:
            keep = [n for n, e in enumerate(stack) if e.style in _TOP or e.style == "number"]
            return style, (keep[-1] + 1 if keep else 0)
        return style, self.under_section()

    def divides(self, n: int, style: str) -> bool:
        """True for a heading "I- QUY ĐỊNH CHUNG" at the top, which articles stand under."""
        entry = self.stack[n]
        if style != "article" or n or entry.style not in ("roman", "upper"):
            return False
        block = self.doc.blocks[self.nodes[entry.node].block]
        return self.doc.view[block.vs : block.ve].isupper()

    def is_heading(self, n: int, block: Block) -> bool:
        """True where entry `n` of the stack is a heading as `block` is, or is none as well."""
        other = self.doc.blocks[self.nodes[self.stack[n].node].block]
        return (other.kind == "heading") == (block.kind == "heading")

    def listed(self, n: int, block: Block) -> bool:
        """True where `block` opens a list below heading `n`, which is numbered alike: the file sets
        headings off and this is none, or the paragraph right before says so: "… Bao gồm:"."""
        index = self.nodes[self.stack[n].node].block
        if block.kind == "heading" or self.is_heading(n, block):
            return False
        above = self.doc.blocks[self.nodes[self.stack[-1].node].block]
        opened = self.stack[-1].style == "para" and self.doc.view[above.ve - 1] == ":"
        return opened or (self.doc.blocks[index].emphasis and self.headed < index)

    def under_section(self) -> int:
        """Entries that stay open when a new list begins: up to the last section, and a bullet
        after it that heads the list (`* Về thu:`)."""
        stack = self.stack
        size = len(stack)
        while size and stack[size - 1].section < 0:
            e = stack[size - 1]
            block = self.doc.blocks[self.nodes[e.node].block]
            if e.style == "*" or (e.style in "-+•" and self.doc.view[block.ve - 1] == ":"):
                break
            size -= 1
        return size

    def decimal(self, label: str) -> int:
        """Where a label such as 1.2.1, I.2 or a1 goes."""
        stack = self.stack
        prefix = label.rpartition(".")[0] or label[0]  # of "a1" the a
        parts = label.count(".")
        for n in range(len(stack) - 1, -1, -1):
            e = stack[n]
            if e.label == prefix and e.style in _DIVIDED:
                return self.keep_heads(n + 1)
        if _is_lettered(label):  # F1 after E, with no F above it; F2 after F1
            like = [n for n, e in enumerate(stack) if _is_lettered(e.label)]
            above = like or [n for n, e in enumerate(stack) if e.style == "upper"]
            if above:
                return above[0]
        for n in range(len(stack) - 1, -1, -1):
            if stack[n].style == "decimal" and stack[n].label.count(".") == parts:
                return n
        for n in range(len(stack) - 1, -1, -1):
            e = stack[n]
            if (e.style == "decimal" and e.label.count(".") < parts) or e.style == "number":
                return n + 1
        keep = [n for n, e in enumerate(stack) if e.style in _TOP]
        return keep[-1] + 1 if keep else 0

    def keep_heads(self, size: int) -> int:
        """`size`, with a heading bullet right above it kept."""
        stack = self.stack
        if size < len(stack) and stack[size].style == "*" and size + 1 == len(stack):
            return size + 1
        return size

    def meant(self, style: str, label: str) -> str:
        """Tells i) the letter from i) the numeral, C. the letter from C. the numeral."""
        stack = self.stack
        if style in ("letter", "pletter", "lroman") and label in ("i", "v", "x"):
            letter = "letter" if style == "lroman" else style
            if any(e.style == letter and follows(label, e.label, letter) for e in stack):
                return letter
            if any(e.style == "lroman" for e in stack) or label == "i":
                return "lroman"
            return letter
        if style == "roman" and label in ("I", "V", "X"):
            romans = any(e.style == "roman" for e in stack)
            if not romans and any(
                e.style == "upper" and follows(label, e.label, "upper") for e in stack
            ):
                return "upper"
        return style

    def bullet(self, index: int, style: str) -> None:
        """A bullet joins the open list of its sign, or opens one."""
        floor = next(
            (n + 1 for n in range(len(self.stack) - 1, -1, -1) if self.stack[n].section >= 0), 0
        )
        for n in range(len(self.stack) - 1, -1, -1):
            e = self.stack[n]
            if e.style == style and (n >= floor or style == "*"):
                self.cut(n)
                break
        else:
            while self.stack and self._is_closed(self.stack[-1]):
                self.stack.pop()
        self.push(index, style, "")

    def _is_closed(self, entry: _Open) -> bool:
        """True for a line, and for a paragraph that does not announce what follows."""
        if entry.style == "line":
            return True
        block = self.doc.blocks[self.nodes[entry.node].block]
        return entry.style == "para" and self.doc.view[block.ve - 1] != ":"

    def paragraph(self, index: int, style: str) -> None:
        """A paragraph closes the bullets before it; a line of a list goes under its bullet."""
        block = self.doc.blocks[index]
        if block.kind == "heading" and self.doc.view[block.vs : block.ve].isupper():
            self.headed = index
        while self.stack and self.stack[-1].style in ("line", "para"):
            self.stack.pop()
        if style == "para":
            while self.stack and self.stack[-1].section < 0 and self.stack[-1].style != "*":
                self.stack.pop()
        self.push(index, style, "")


def _is_lettered(label: str) -> bool:
    """True for a label of a capital letter and a digit: F1."""
    return len(label) == 2 and label[0].isupper() and label[1].isdigit()


def _gap(previous: str, label: str, style: str) -> int:
    a, b = ordinal(previous, style), ordinal(label, style)
    if a is None or b is None:
        return 99
    return b - a if b > a else 50 + a - b


def find_outline(doc: Document, text: Text, hits: list[Hit]) -> Outline:
    """The sections and list items of `doc`; `hits` are those of the structure rules."""
    at_block = labels_of(doc, hits)
    builder = _Builder(doc, text)
    blocks = doc.blocks
    lines = _list_lines(doc)
    contents = contents_of(doc, text.fold)
    quoted_to = -1
    end_block = body_end(doc, text)
    for index, block in enumerate(blocks[:end_block]):
        if block.kind in ("note", "table", "furniture"):
            continue
        if index > quoted_to:
            quoted_to = max(quoted_to, _quoted(doc, index))
        mark = at_block.get(block.vs)
        style = mark.group("style") if mark is not None else None
        quoted = index <= quoted_to
        listed = index in contents or _is_contents(doc, block)
        if mark is not None and style and not quoted and not listed:
            label = (mark.group("label") or "").strip()
            if style == "word":
                builder.bullet(index, "word")
            else:
                builder.label(index, block, mark, style, label)
        elif block.kind == "bullet" and block.marker:
            builder.bullet(index, "-" if block.marker in "–—‐‑−" else block.marker)
        elif index in lines:
            builder.paragraph(index, "line")
        else:
            builder.paragraph(index, "para")
    cuts = tuple(
        doc.source_pos(after.vs)
        for b, after in pairwise(blocks)
        if _CUT.fullmatch(doc.view, b.vs, b.ve)
    )
    return Outline(_sections(doc, builder.made, end_block), tuple(builder.nodes), cuts)


def _sections(doc: Document, made: list[_Made], end_block: int) -> tuple[Section, ...]:
    """The sections with their titles and ends."""
    blocks = doc.blocks
    last_v = blocks[end_block - 1].ve if end_block else 0
    closed = end_block < len(blocks)
    last_s = doc.source_pos(blocks[end_block].vs) if closed else len(doc.text)
    starts = [doc.source_pos(blocks[m.block].vs + m.lead) for m in made]
    ends: list[tuple[int, int]] = [(last_s, last_v)] * len(made)
    open_: list[int] = []
    for i, m in enumerate(made):
        while open_ and made[open_[-1]].depth >= m.depth:
            ends[open_.pop()] = (starts[i], blocks[m.block].vs)
        open_.append(i)
    out = []
    for i, m in enumerate(made):
        parent, (end, ve) = f"s{m.parent + 1}" if m.parent >= 0 else None, ends[i]
        after = made[i + 1].block if i + 1 < len(made) else end_block
        goes_on = m.style in RANK and m.style not in ("article", "annex")  # over several lines
        title = title_of(doc, m.block, m.mark_end, after - m.block - 1 if goes_on else 0)
        out.append(
            Section(
                f"s{i + 1}", m.label, m.kind, m.depth, parent, title,
                starts[i], max(end, starts[i]), blocks[m.block].vs, ve, m.marker,
            )
        )  # fmt: skip
    for i, n in item_ends(doc, out, [m.block for m in made]).items():
        vs = blocks[n].vs
        out[i] = replace(out[i], end=doc.source_pos(vs), ve=vs)
    return tuple(out)


def _is_contents(doc: Document, block: Block) -> bool:
    """True for a line of a table of contents (dots and a page number at its end)."""
    return _CONTENTS.search(doc.view, max(block.vs, block.ve - 30), block.ve) is not None


def _quoted(doc: Document, index: int) -> int:
    """The last block of a quotation of several blocks that begins at block `index`, or -1."""
    block = doc.blocks[index]
    if not _marks(doc, block) % 2:
        return -1
    body = doc.view[block.vs : block.ve]
    if not (body[0] in '"“' or re.search(r': ["“][^"”]*$', body)):
        return -1
    for later in range(index + 1, min(len(doc.blocks), index + _REACH)):
        if _marks(doc, doc.blocks[later]) % 2:
            return -1 if not index and _is_last(doc, later) else later
    return -1


def _is_last(doc: Document, index: int) -> bool:
    """True for a block with whose quotation mark the document ends: it was quoted as a whole."""
    return doc.view[doc.blocks[index].vs :].rstrip()[-1:] in ('"', "”")


def _marks(doc: Document, block: Block) -> int:
    """How many quotation marks a block holds."""
    return sum(doc.view.count(q, block.vs, block.ve) for q in '"“”')


def _list_lines(doc: Document) -> set[int]:
    """Indices of short unmarked lines with figures that stand in a list under a bullet."""
    out: set[int] = set()
    run: list[int] = []
    under = False
    for index, block in enumerate(doc.blocks):
        size = block.ve - block.vs
        body = doc.view[block.vs : block.ve]
        if (
            block.kind == "paragraph"
            and size <= 120
            and _LISTED.fullmatch(body)
            and body[-1] != ":"
        ):
            run.append(index)
            continue
        if under and len(run) >= 2:
            out.update(run)
        run = []
        under = block.kind in ("bullet", "item") and size <= 200 and any(c.isdigit() for c in body)
    if under and len(run) >= 2:
        out.update(run)
    return out
