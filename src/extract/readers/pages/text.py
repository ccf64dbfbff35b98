"""Paragraphs, tables and notes -> the reading text and the map from its characters to places.

Each paragraph, note and table row is a line of its own; a note follows the paragraph that calls
it, or the last one of its page where no call is found.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.document import Page, Places
from extract.readers.docx.notes import raised
from extract.readers.pages.notes import Note
from extract.readers.pages.paragraphs import Paragraph
from extract.readers.pages.pieces import Piece
from extract.readers.pages.raised import CALL as LETTERS
from extract.readers.pages.raised import plain
from extract.readers.pages.tables import Table
from extract.readers.pdf.runs import ASCENT, DESCENT
from extract.readers.text.layout import joins_without_space
from extract.values.letters import WORD, is_syllable

_CALL = re.compile(rf"(?<![⁻⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]+|{LETTERS.pattern}")
_HYPHENATED = re.compile(r"[^\W\d_]+-\Z")
Size = tuple[float, float]


class Emphasis(NamedTuple):
    """Where lines begin that stand in bold or italics, and those whose head does with its end."""

    whole: frozenset[int]
    heads: dict[int, int]


_NOWHERE = 0  # the page of what the reader has put in: line breaks, bars of table rows


@dataclass(slots=True)
class Writer:
    """The reading text as it grows, with the place of each character."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    starts: array[int] = field(default_factory=lambda: array("q"))
    pages: array[int] = field(default_factory=lambda: array("i"))
    turns: array[int] = field(default_factory=lambda: array("h"))
    tops: array[float] = field(default_factory=lambda: array("f"))
    bottoms: array[float] = field(default_factory=lambda: array("f"))
    x0: array[float] = field(default_factory=lambda: array("f"))
    x1: array[float] = field(default_factory=lambda: array("f"))
    emphasised: set[int] = field(default_factory=set)  # where lines in bold or italics begin
    leads: dict[int, int] = field(default_factory=dict)  # line -> where such a head of it ends
    begins: dict[int, int] = field(default_factory=dict)  # page -> where its running text begins

    def put(self, text: str) -> None:
        """Add text that stands nowhere on a page."""
        self._run(_NOWHERE, 0, 0.0, 0.0)
        self._add(text, array("f", [0.0]) * len(text), array("f", [0.0]) * len(text))

    def line(self, piece: Piece, start: int = 0, end: int | None = None) -> None:
        """Add the characters start..end of a piece."""
        self._run(
            piece.page,
            piece.turn,
            piece.base - ASCENT * piece.size,
            piece.base + DESCENT * piece.size,
        )
        if start or end is not None:
            self._add(piece.text[start:end], piece.x0[start:end], piece.x1[start:end])
        else:
            self._add(piece.text, piece.x0, piece.x1)

    def lines(self, pieces: list[Piece], skip: int = 0) -> list[int]:
        """Add lines as one text: a space between, a word cut by a hyphen put together. `skip`
        characters of the first are left out. Where each begins."""
        starts = []
        for n, piece in enumerate(pieces):
            starts.append(self.size)
            after = pieces[n + 1].text if n + 1 < len(pieces) else None
            start = skip if n == 0 else 0
            if after is None:
                self.line(piece, start)
                continue
            cut = "join" if piece.cut else _cut(piece.text, after)
            self.line(piece, start, len(piece.text) - 1 if cut == "hyphen" else None)
            if not cut:
                edge = self.x1[-1]
                self._add(" ", array("f", [edge]), array("f", [edge]))
        return starts

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph; note whether it, or its head, stands in bold or italics."""
        first = self.size
        starts = self.lines(paragraph.lines)
        if paragraph.emphasised:
            self.emphasised.add(first)
            return
        for line, start in zip(paragraph.lines, starts, strict=True):
            if not (line.bold or line.italic):
                if line.lead >= 0 and start + line.lead > first:
                    self.leads[first] = start + line.lead
                return

    def mark(self, piece: Piece, marker: str) -> None:
        """Add `marker`, which is what the first `piece.mark` characters of a note say."""
        self.line(piece, 0, 0)
        count = len(marker)
        self._add(
            marker,
            array("f", [piece.left]) * count,
            array("f", [piece.x1[max(0, piece.mark - 1)]]) * count,
        )

    def _run(self, page: int, turn: int, top: float, bottom: float) -> None:
        self.starts.append(self.size)
        self.pages.append(page)
        self.turns.append(turn)
        self.tops.append(top)
        self.bottoms.append(bottom)

    def _add(self, text: str, x0: array[float], x1: array[float]) -> None:
        self.parts.append(text)
        self.size += len(text)
        self.x0.extend(x0)
        self.x1.extend(x1)


def _cut(line: str, after: str) -> str:
    """How a word is cut at the line's end: "" not, "join" its mark stays, "hyphen" it goes."""
    if joins_without_space(line[-3:], after[:3]):
        return "join"
    if line.endswith("\xad"):
        return "hyphen"
    if not line.endswith("-"):
        return ""
    m = _HYPHENATED.search(line)
    rest = WORD.match(after)
    if m is None or rest is None:
        return ""
    left, right = m[0][:-1], rest[0]
    if right[0].isupper() or (is_syllable(left) and is_syllable(right)):
        return "join"
    return "hyphen"


def write(
    items: list[Paragraph | Table], notes: list[Note], sizes: Mapping[int, Size | None]
) -> tuple[str, Places, tuple[Page, ...], Emphasis]:
    """The reading text, the place of each character, the pages, and what stands in bold or italics.

    `sizes` holds the number of every page in order with its size, None for one that was not read.
    """
    writer = Writer()
    following = _placed(items, notes)
    for n, item in enumerate(items):
        if writer.size:
            writer.put("\n")
        if isinstance(item, Table):
            writer.begins.setdefault(item.page, writer.size)
            _table(writer, item)
        else:
            for line in item.lines:
                writer.begins.setdefault(line.page, writer.size)
            writer.paragraph(item)
        for note in following[n]:
            writer.put("\n")
            _note(writer, note)
    for note in following[-1]:
        if writer.size:
            writer.put("\n")
        _note(writer, note)
    w = writer
    last = max(sizes, default=0)
    known = tuple(sizes.get(number) or (0.0, 0.0) for number in range(1, last + 1))
    places = Places(w.starts, w.pages, w.turns, w.tops, w.bottoms, w.x0, w.x1, known)
    pages = _pages(writer, sizes)
    emphasis = Emphasis(frozenset(writer.emphasised), writer.leads)
    return "".join(writer.parts), places, pages, emphasis


def _pages(writer: Writer, sizes: Mapping[int, Size | None]) -> tuple[Page, ...]:
    """Each page from where its text begins to where the next page's does."""
    starts = []
    at = writer.size
    for number in reversed(list(sizes)):
        at = min(at, writer.begins.get(number, at))
        starts.append(at)
    starts.reverse()
    ends = [*starts[1:], writer.size]
    if starts:
        starts[0] = 0
    out = []
    for (number, size), start, end in zip(sizes.items(), starts, ends, strict=True):
        wide, high = (round(size[0], 1), round(size[1], 1)) if size else (None, None)
        out.append(Page(number, start, end, wide, high))
    return tuple(out)


def _placed(items: list[Paragraph | Table], notes: list[Note]) -> dict[int, list[Note]]:
    """The notes to put after each item: the one that calls them, else the last of their page.

    Key -1: notes of a document that has no other text.
    """
    calls: dict[tuple[int, str], int] = {}
    last_on: dict[int, int] = {}
    near = {note.page for note in notes} | {note.page - 1 for note in notes}
    for n, item in enumerate(items):
        for line in _lines(item):
            if line.page not in near:
                continue
            last_on[line.page] = n
            for m in _CALL.finditer(line.text):
                calls.setdefault((line.page, plain(m[0])), n)
    out: dict[int, list[Note]] = defaultdict(list)
    at = -1
    for note in notes:
        found = calls.get((note.page, note.marker), calls.get((note.page - 1, note.marker)))
        if found is None:
            earlier = [last_on[p] for p in (note.page, note.page - 1) if p in last_on]
            found = max(earlier[0] if earlier else len(items) - 1, at)
        out[found].append(note)
        at = found
    return out


def _lines(item: Paragraph | Table) -> list[Piece]:
    if isinstance(item, Paragraph):
        return item.lines
    return [line for row in item.cells for cell in row for line in cell]


def _note(writer: Writer, note: Note) -> None:
    """A note body: its number in superscript digits, a space, its text."""
    first = note.lines[0]
    skip = first.mark
    writer.mark(first, raised(note.marker))
    writer.put(" ")
    while skip < len(first.text) and first.text[skip] == " ":
        skip += 1
    if skip < len(first.text):
        writer.lines(note.lines, skip)
    else:
        writer.lines(note.lines[1:])


def _table(writer: Writer, table: Table) -> None:
    """Markdown rows with bars, a rule below the header, blank lines around."""
    if writer.size:
        writer.put("\n")
    for n, row in enumerate(table.cells):
        for line in (line for cell in row for line in cell):  # a table may go on over pages
            if line.page not in table.beside:
                writer.begins.setdefault(line.page, writer.size)
        writer.put("| ")
        for k, cell in enumerate(row):
            if k:
                writer.put(" | ")
            writer.lines(cell)
        writer.put(" |\n")
        if n + 1 == table.header:
            writer.put("| " + " | ".join(["---"] * len(row)) + " |\n")
