"""Saved pages of portals and HTML of office programs -> Document.

The reading text is that of the Word reader: a paragraph on each line with its list label, note
calls in superscript, the bodies of the notes after the paragraph that calls them, Markdown's marks
around what stands in bold or italics as a whole, tables of data as Markdown rows. What belongs to
the site around the document is left out (`html/main`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from lxml.etree import _Element

from extract.document import Document, Said
from extract.readers.docx.formats import in_figures
from extract.readers.docx.notes import RaisedRuns, raised, raised_after
from extract.readers.docx.styles import Look
from extract.readers.docx.tables import OWN_ROWS, Cell, Row, data_lines, in_reading_order
from extract.readers.docx.text import Line, Piece, lines_of, one_line, struck_through
from extract.readers.docx.xml import number
from extract.readers.html.comments import drop_comments
from extract.readers.html.counters import KINDS, form_of
from extract.readers.html.css import apply_rules
from extract.readers.html.fields import FIELDS, framed_documents, value_of
from extract.readers.html.fonts import to_unicode
from extract.readers.html.main import document_part, walk
from extract.readers.html.notes import HtmlNotes, stands_over_notes
from extract.readers.html.page import no_text, read_page
from extract.readers.html.style import is_centred, is_unseen, look_of, math_sign, style_of
from extract.readers.html.tables import BLOCKS, is_layout, rows_of
from extract.readers.html.typed import typed_lines
from extract.readers.kinds import is_mhtml
from extract.readers.legacy.text import restore
from extract.readers.text.reader import read_text

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARAGRAPHS = frozenset(("p", "li", "dt", "dd", "caption", "pre", *_HEADINGS))
_DEEPEST = 30  # tables in tables; those deeper are read as plain blocks
_BLANK = re.compile(r"\s+")
_SPACES = re.compile(r"[^\S\n\t]|^\t$")
Place = Literal["body", "cell", "note"]
_SOFT = re.compile("[\xad\u200b]")
_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BULLETS = "•◦▪"
_RULE = "_" * 10


@dataclass(slots=True)
class _List:
    """A list that is open: how its labels are written, the next number, how deep it stands."""

    kind: str
    value: int
    step: int
    depth: int

    def label(self, item: _Element) -> str:
        """Count an item and return its label as browsers show it."""
        kind = _kind(item, self.kind)
        self.value = number(item.get("value"), self.value)
        value, self.value = self.value, self.value + self.step
        if kind == "none":
            return ""
        if kind == "bullet":
            return _BULLETS[min(self.depth, len(_BULLETS)) - 1] + " "
        return f"{in_figures(value, form_of(kind))}. "


def _kind(el: _Element, outer: str) -> str:
    """The kind of labels that a list or an item asks for."""
    style = style_of(el)
    wanted = (style.get("list-style-type") or style.get("list-style") or "").split()
    found = next((KINDS[word] for word in wanted if word in KINDS), None)
    return found or _KINDS.get(el.get("type") or "", outer)


_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside an element."""

    look: Look = _PLAIN
    centred: bool = False
    heading: bool = False
    loose: bool = True  # text beside blocks, where a line break ends a paragraph
    pre: bool = False
    items: _List | None = None


@dataclass(slots=True)
class _Paragraph:
    """A paragraph in the making."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[int, str, _Element]] = field(default_factory=list)  # after which piece
    state: _State | None = None  # of the element that its first text stands in
    valued: bool = False  # the last piece is the value of a field
    struck: bool = False  # something of it is struck through

    def ending(self) -> str:
        """The text of the last piece."""
        return self.pieces[-1].text if self.pieces else ""

    def ends(self, loose: bool) -> list[int]:
        """Where the paragraph ends; a loose one also at each line break, unless the next line
        begins with a small letter."""
        out = []
        broken = 0
        for n, piece in enumerate(self.pieces if loose else ()):
            first = piece.text.lstrip()[:1]
            if piece.text == "\n":
                broken = n
            elif broken and first:
                out += [] if first.islower() else [broken]
                broken = 0
        return [*out, len(self.pieces)]


def read_html(data: bytes, name: str) -> Document:
    """The document of the page in `data`; InputError, naming `name`, where it cannot be read."""
    page = read_page(data, name)
    drop_comments(page.root)
    encodings, doubts = to_unicode(page.root)
    apply_rules(page.root)
    reader = _Reader(page.root)
    text = unicodedata.normalize("NFC", "\n".join(reader.read())).strip("\n")
    unread = restore(text).warnings
    framed = framed_documents(page.root)
    told = Said(
        f"documents in frames, which are not in the page's file: {framed}; save and give those",
        f"chưa đọc {framed} văn bản hiện trong khung, không có trong tệp trang; hãy tải về để đọc",
    )
    struck = [struck_through(reader.struck)] if reader.struck else []
    if not text.strip():
        raise no_text(name)
    return read_text(
        f"{text}\n",
        name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="multipart/related" if is_mhtml(data) else "text/html",
        reader="-".join(("html", *encodings)),
        warnings=(*page.warnings, *doubts, *unread, *([told] if framed else []), *struck),
        laid=True,
    )


class _Reader:
    """Reads one page; knows which notes have been given."""

    def __init__(self, root: _Element) -> None:
        self.part, self.site = document_part(root)
        self.notes = HtmlNotes(root)
        self.raised = RaisedRuns()
        self.given: set[_Element] = set()
        self.nested: list[Line] = []  # tables of data met in the cells of the one that is read
        self.struck = 0  # paragraphs with text that is struck through

    def read(self) -> list[str]:
        """The lines of the document."""
        return [line.text for line in _Story(self, "body", 0).lines(self.part, _State())]

    def is_left_out(self, el: _Element) -> bool:
        """True for an element whose inside is not read where it stands."""
        notes = self.notes
        return el in notes.bodies or el in notes.backs or el in self.site or is_unseen(el)

    def note(self, mark: str, body: _Element) -> Line:
        """The body of a note on one line, without the mark it may begin with."""
        lines = _Story(self, "note", 0).lines(body, _State())
        text = one_line(" ".join(line.text for line in lines))
        own = rf"[\[(]{re.escape(mark)}[\])]|{re.escape(raised(mark))}"
        if body not in self.notes.linked:
            own += rf"|{re.escape(mark)}[.:)]?(?=\s)"
        return Line(f"{raised(mark)} {re.sub(rf'^(?:{own})', '', text).lstrip()}".rstrip(), True)


class _Story:
    """Reads the body, a cell or a note; `depth` tables are open around it."""

    def __init__(self, reader: _Reader, place: Place, depth: int) -> None:
        self.reader = reader
        self.place = place
        self.depth = depth
        self.label = ""
        self.now = _Paragraph()

    def lines(self, root: _Element, outer: _State) -> Iterator[Line]:
        """The lines of what stands inside `root`."""
        states = [outer]
        for el, event in walk(root, self._is_leaf):
            if event == "opens":
                if el.tag in BLOCKS:
                    yield from self._end()
                if el.tag == "hr" and self.place == "body" and stands_over_notes(el):
                    yield Line(_RULE)
                states.append(self._inner(el, states[-1]))
                self._text(math_sign(el), states[-1])
                self._text(el.text, states[-1])
                continue
            if event == "leaf":
                yield from self._leaf(el, states[-1])
            else:
                states.pop()
                if el.tag in BLOCKS:
                    yield from self._end()
                if el.tag == "li":
                    self.label = ""
            if el is not root:
                self._text(el.tail, states[-1])
        yield from self._end()

    def _is_leaf(self, el: _Element) -> bool:
        if el.tag == "table":
            return el in self.reader.site or (
                self.depth < _DEEPEST and el.find(".//tr") is not None
            )
        return el.tag == "br" or el in self.reader.notes.calls or self.reader.is_left_out(el)

    def _inner(self, el: _Element, outer: _State) -> _State:
        """What holds inside an element; an item of a list gets its label."""
        tag = str(el.tag)
        items = outer.items
        if tag in ("ul", "ol", "menu"):
            items = _opened(el, items)
        elif tag == "li" and items is not None:
            self.label = items.label(el)
        return _State(
            look_of(el, outer.look),
            is_centred(el, outer.centred) if tag in BLOCKS else outer.centred,
            outer.heading or tag in _HEADINGS,
            outer.loose and tag not in _PARAGRAPHS,
            outer.pre or tag == "pre",
            items,
        )

    def _text(self, text: str | None, state: _State, value: bool = False) -> None:
        """Append what an element says to the paragraph; the value of a field stays apart."""
        if not text:
            return
        if state.look.struck:
            if text.strip() and not self.now.struck:
                self.now.struck = True
                self.reader.struck += 1
            return
        shown = _SOFT.sub("", (_SPACES if state.pre else _BLANK).sub(" ", text))
        glued = shown[:1].isalnum() and self.now.ending()[-1:].isalnum()
        if glued and (value or self.now.valued):
            shown = f" {shown}"
        self.now.valued = value
        look = state.look
        if look.caps:
            shown = shown.upper()
        if look.raised and shown.strip():
            shown = self.reader.raised.read(shown, self.now.ending())
        mark = "**" if look.bold else "*" if look.italic else ""
        self._add(Piece(shown, mark), state)

    def _add(self, piece: Piece, state: _State) -> None:
        if self.now.state is None and piece.text.strip():
            self.now.state = state
        self.now.pieces.append(piece)

    def _leaf(self, el: _Element, state: _State) -> Iterator[Line]:
        """A line break, a table, a note call; anything else is left out."""
        call = self.reader.notes.calls.get(el)
        if el.tag in FIELDS and el not in self.reader.site:
            self._text(value_of(el), replace(state, pre=el.tag == "textarea"), value=True)
        if self.reader.is_left_out(el):
            return
        if el.tag == "br":
            self.now.pieces.append(Piece("\n", None))
        elif el.tag == "table":
            yield from self._end()
            yield from self._table(el, state)
        elif call is not None and not state.look.struck:
            mark, body = call
            self._add(Piece(raised_after(mark, self.now.ending()), None), state)
            if self.place != "note" and body not in self.reader.given:
                self.reader.given.add(body)
                self.now.notes.append((len(self.now.pieces), mark, body))

    def _end(self) -> Iterator[Line]:
        """The lines of the paragraph, each part of it followed by the notes called in it."""
        now, self.now = self.now, _Paragraph()
        state = now.state
        if state is None:
            return
        label, self.label = self.label, ""
        start = 0
        for end in now.ends(state.loose):
            pieces = now.pieces[start:end]
            if self.place == "body" and state.pre and not label:
                yield from self._typed(pieces, state)
            elif self.place == "body":
                for line in lines_of(pieces, label, state.heading, state.centred):
                    yield Line(f"\\{line}" if line[0] == "|" else line)
            else:
                yield Line(label + "".join(p.text for p in pieces))
            for at, mark, body in now.notes:
                if start < at <= end:
                    yield self.reader.note(mark, body)
            start, label = end, ""

    def _typed(self, pieces: list[Piece], state: _State) -> Iterator[Line]:
        """The lines of text that is shown as it was typed."""
        plain = not any(piece.mark or piece.mark is None for piece in pieces)
        found = typed_lines("".join(piece.text for piece in pieces)) if plain else None
        yield from map(Line, found or lines_of(pieces, "", state.heading, state.centred))

    def _table(self, table: _Element, state: _State) -> Iterator[Line]:
        """A table of data as rows in the body, one in a cell of another behind that; any other as
        the text of its cells."""
        rows = rows_of(table)
        inner = _State(state.look)
        caption = table.find("caption")
        if caption is not None:
            yield from _Story(self.reader, self.place, self.depth).lines(caption, inner)
        data = self.place != "note" and not is_layout(table, rows)
        if data and self.place == "cell" and len(rows) >= OWN_ROWS:
            self.reader.nested += self._data(rows, inner)
            return
        if not data or self.place != "body":
            for cell in in_reading_order(rows):
                if not cell.goes_on and cell.element not in self.reader.site:
                    story = _Story(self.reader, self.place, self.depth + 1)
                    yield from story.lines(cell.element, inner)
            return
        yield from self._data(rows, inner)

    def _data(self, rows: list[Row], inner: _State) -> Iterator[Line]:
        """A table of data as Markdown rows; the notes called in it follow it, then the tables of
        data that stand in its cells."""
        notes: list[Line] = []
        outer, self.reader.nested = self.reader.nested, []

        def lines_of(cell: Cell) -> list[str]:
            if cell.goes_on:
                return []
            lines = list(_Story(self.reader, "cell", self.depth + 1).lines(cell.element, inner))
            notes.extend(line for line in lines if line.note)
            return [line.text for line in lines if not line.note]

        yield from (Line(text) for text in data_lines(rows, lines_of))
        yield from notes
        nested, self.reader.nested = self.reader.nested, outer
        yield from nested


def _opened(el: _Element, outer: _List | None) -> _List:
    """The list that a `ul` or `ol` opens inside another one."""
    depth = outer.depth + 1 if outer is not None else 1
    if el.tag != "ol":
        return _List(_kind(el, "bullet"), 1, 1, depth)
    step = -1 if el.get("reversed") is not None else 1
    first = 1 if step > 0 else sum(child.tag == "li" for child in el)
    return _List(_kind(el, "decimal"), number(el.get("start"), first), step, depth)
