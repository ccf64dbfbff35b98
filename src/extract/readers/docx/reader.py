"""Word (Office Open XML, ISO/IEC 29500) bytes -> Document.

The reading text has a paragraph on each line: its automatic number before it, note calls in
superscript, the bodies of its notes on the lines after it, Markdown's marks around what stands
in bold or italics as a whole. A table is Markdown rows between blank lines, unless it only sets
text side by side. Fonts of older Vietnamese encodings are read as Unicode, which `reader` tells.
Web pages and Word documents that stand in the file as parts of their own (altChunk) are read in
their place. Headers and footers, comments, hidden, deleted, struck-through, white and tiny text are
left out.
Pages are not known: Word breaks them when it shows them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

from lxml.etree import _Element

from extract.document import Document, Said
from extract.errors import InputError
from extract.readers.docx.fonts import Fonts
from extract.readers.docx.notes import Notes, raised, without_mark
from extract.readers.docx.numbering import Numbering
from extract.readers.docx.package import Package
from extract.readers.docx.runs import Inline, Runs, drop_open_fields
from extract.readers.docx.sides import columns_of, side_by_side
from extract.readers.docx.styles import Styles
from extract.readers.docx.tables import (
    OWN_ROWS,
    Cell,
    Row,
    data_lines,
    in_reading_order,
    is_layout,
    rows_of,
)
from extract.readers.docx.tabs import tabbed
from extract.readers.docx.text import Line, lines_of, one_line, struck_through
from extract.readers.docx.xml import W, flow, local
from extract.readers.html.reader import read_html
from extract.readers.kinds import kind_of
from extract.readers.legacy.text import doubt, restore
from extract.readers.text.reader import read_text

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BLOCKS = ("p", "tbl", "altChunk")
Place = Literal["body", "cell", "note"]


def read_docx(data: bytes, name: str) -> Document:
    """The Word document in `data`; InputError, naming `name`, where it cannot be read."""
    return _read(Package(data, name), data)


def _read(package: Package, data: bytes, inner: bool = False) -> Document:
    """The document of a package; `inner`: it stands in another one."""
    name = package.name
    root = package.document()
    reader = _Reader(root, package, inner)
    restored = restore("\n".join(line.text for line in reader.read(root)).strip("\n"))
    text = restored.text
    if not text and reader.runs.pictures:
        raise InputError(
            f"{name}: the Word file holds pictures and no text; recognise its text (OCR) first",
            f"{name}: tệp Word chỉ có hình ảnh, không có chữ; hãy nhận dạng chữ (OCR) trước",
        )
    return read_text(
        f"{text}\n" if text else "",
        name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        reader="-".join(("docx", *sorted({*reader.fonts.read, *restored.encodings}))),
        warnings=(*package.warnings, *reader.warnings(), *restored.warnings),
        laid=True,
    )


class _Reader:
    """Reads the stories of one document (body, notes, text boxes) in the order they are met."""

    def __init__(self, root: _Element, package: Package, inner: bool) -> None:
        self.package = package
        self.inner = inner
        self.styles = Styles(package.related("styles"))
        self.fonts = Fonts(root)
        self.numbering = Numbering(package.related("numbering"), self.styles, self.fonts)
        settings = package.related("settings")
        sections = [*root.iterfind(f".//{W}pPr/{W}sectPr"), *root.iterfind(f"{W}body/{W}sectPr")]
        footnotes, endnotes = (
            self._notes(kind, package, settings, sections) for kind in ("footnote", "endnote")
        )
        self.runs = Runs(self.styles, footnotes, endnotes, self.fonts)
        self.embedded = 0
        self.told: list[Said] = []  # what was lost in documents that stand in this one
        self.nested: list[Line] = []  # tables of data met in the cells of the one that is read
        self.story = "body"  # lists of the body, of notes and of text boxes count by themselves
        drop_open_fields(root)

    def _notes(
        self, kind: str, package: Package, settings: _Element | None, sections: list[_Element]
    ) -> Notes:
        root = package.related(f"{kind}s")
        if root is not None:
            drop_open_fields(root)
        return Notes(kind, root, settings, sections)

    def read(self, root: _Element) -> list[Line]:
        """The lines of the document's body."""
        body = root.find(W + "body")
        return list(self._story(body)) if body is not None else []

    def warnings(self) -> list[Said]:
        """What could not be read, and so is missing from the text."""
        runs = self.runs
        lost = runs.footnotes.lost + runs.endnotes.lost
        parts = self.embedded + runs.embedded
        programs = ", ".join(sorted({made_by for made_by in runs.objects if made_by}))
        made_by = f" ({programs})" if programs else ""
        found: list[tuple[int | bool, Said]] = [
            (
                lost,
                Said(
                    f"note calls without a body in the file: {lost}",
                    f"{lost} chỗ đánh số chú thích không có nội dung trong tệp",
                ),
            ),
            (
                self.numbering.missing,
                Said(
                    "automatic numbers are missing: their list is not in the file",
                    "thiếu số thứ tự tự động: tệp không có danh sách đánh số",
                ),
            ),
            (
                runs.graphics,
                Said(
                    f"charts or diagrams that were not read: {runs.graphics}",
                    f"chưa đọc {runs.graphics} biểu đồ hoặc sơ đồ",
                ),
            ),
            (
                runs.drawn,
                Said(
                    f"drawings with words (WordArt) that were not read: {runs.drawn}",
                    f"chưa đọc chữ trong {runs.drawn} hình vẽ (WordArt)",
                ),
            ),
            (
                len(runs.objects),
                Said(
                    f"embedded objects that were not read: {len(runs.objects)}{made_by}; paste "
                    "them as Word tables or text",
                    f"chưa đọc {len(runs.objects)} đối tượng nhúng{made_by}; hãy dán lại thành "
                    "bảng hoặc chữ của Word",
                ),
            ),
            (
                runs.large,
                Said(
                    f"large pictures whose text, if any, was not read: {runs.large}; save them as "
                    "PNG and give those",
                    f"chưa đọc chữ (nếu có) trong {runs.large} hình lớn; hãy lưu hình thành PNG "
                    "rồi đọc tệp ấy",
                ),
            ),
            (
                parts,
                Said(
                    f"embedded documents that were not read: {parts}",
                    f"chưa đọc {parts} văn bản nhúng",
                ),
            ),
            (runs.struck, struck_through(runs.struck)),
            (
                runs.unseen,
                Said(
                    f"paragraphs with white or tiny text, which was not read: {runs.unseen}",
                    f"bỏ qua chữ trắng hoặc rất nhỏ trong {runs.unseen} đoạn",
                ),
            ),
            (
                runs.footnotes.by_page or runs.endnotes.by_page,
                Said(
                    "notes numbered anew on each page are numbered through the document",
                    "chú thích đánh số lại theo trang được đánh số liên tục",
                ),
            ),
        ]
        doubts = [doubt(e, read) for e, read in self.fonts.read.items() if not read.is_sure]
        return [*(said for there, said in found if there), *doubts, *dict.fromkeys(self.told)]

    def _story(self, container: _Element, place: Place = "body") -> Iterator[Line]:
        """The lines of a body, a note, a cell or a text box; fields do not reach out of it."""
        outer, self.runs.opened = self.runs.opened, None
        inline = Inline()
        last: _Element | None = None  # a paragraph that goes on in the next one
        blocks = list(flow(container, _BLOCKS))
        tables = tabbed(blocks, self.styles) if place == "body" else {}
        sides = side_by_side(blocks) if place == "body" else {}
        passed = 0
        for n, block in enumerate(blocks):
            if n < passed:
                continue
            if n in tables and last is None:
                size, rows = tables[n]
                passed = n + size
                yield from (Line(row) for row in rows)
                continue
            if n in sides and last is None:
                passed = n + sides[n]
                yield from self._sides(blocks[n:passed])
                continue
            if local(block) == "p":
                self.runs.read(block, inline)
                last = block
                if self.runs.is_joined(block):
                    continue
            if last is not None:
                yield from self._paragraph(last, inline, place)
                inline, last = Inline(), None
            if local(block) == "tbl":
                yield from self._table(block, place)
            elif local(block) == "altChunk":
                yield from self._chunk(block, place)
        if last is not None:
            yield from self._paragraph(last, inline, place)
        self.runs.opened = outer

    def _chunk(self, chunk: _Element, place: Place) -> Iterator[Line]:
        """The lines of a web page or Word document that stands in the body as a part of its own;
        of other kinds, and elsewhere, none."""
        ident = next((str(v) for k, v in chunk.attrib.items() if str(k).endswith("}id")), "")
        data = self.package.chunk(ident) if place == "body" else None
        document = None if data is None or self.inner else self._document(data)
        if document is None:
            self.embedded += 1
            return
        self.told += document.warnings
        lines = document.text.strip("\n").split("\n")
        before, after = ([""] if line[:1] == "|" else [] for line in (lines[0], lines[-1]))
        yield from map(Line, [*before, *lines, *after])

    def _document(self, data: bytes) -> Document | None:
        """The document in a part; None where it cannot be read."""
        package = self.package
        kind = kind_of(data)
        try:
            if kind == "html":
                return read_html(data, package.name)
            if kind == "zip":
                inner = Package(data, package.name, package.read)
                document = _read(inner, data, inner=True)
                package.read = inner.read
                return document
        except InputError:
            pass
        return None

    def _paragraph(self, paragraph: _Element, inline: Inline, place: Place) -> Iterator[Line]:
        """A paragraph: its lines, the notes called in it, the text boxes anchored in it.

        Where the mark of a paragraph is deleted, the next one's properties hold for both.
        """
        pieces = inline.shown()
        blank = not any(p.text.strip() for p in pieces)
        hidden = blank and self.runs.is_joined(paragraph)
        label = "" if hidden else self.numbering.label(paragraph, self.story)
        if blank and (inline.struck or inline.unseen):
            label = ""  # counted, but left out with its text
        centred = self.styles.is_centred(paragraph)
        if place == "body":
            heading = self.styles.is_heading(paragraph)
            for line in lines_of(pieces, label, heading, centred):
                yield Line(f"\\{line}" if line[0] == "|" else line)
        else:
            yield Line(label + "".join(p.text for p in pieces))
        if place != "note":
            for mark, body in inline.notes:
                yield self._note(mark, body)
        for box in inline.boxes:
            yield from self._apart("box", box, place)
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            self.runs.section += 1

    def _sides(self, paragraphs: list[_Element]) -> Iterator[Line]:
        """Paragraphs that are the lines of two columns: the left one, then the right one."""
        right: list[Line] = []
        self.runs.tabs = True
        for paragraph in paragraphs:
            inline = Inline()
            self.runs.read(paragraph, inline)
            for pieces, column in zip(columns_of(inline.shown()), (None, right), strict=True):
                lines = [Line(line) for line in lines_of(pieces, "", False, True)]
                if column is None:
                    yield from lines
                else:
                    column += lines
            right += [self._note(mark, body) for mark, body in inline.notes]
            self.runs.section += paragraph.find(f"{W}pPr/{W}sectPr") is not None
        self.runs.tabs = False
        yield from right

    def _apart(self, story: str, container: _Element, place: Place) -> list[Line]:
        """The lines of a note or a text box, whose lists count by themselves."""
        outer, self.story = self.story, story
        lines = list(self._story(container, place))
        self.story = outer
        return lines

    def _note(self, mark: str, body: _Element) -> Line:
        """The body of a note on one line; a call inside a note leads to no further body."""
        lines = self._apart(local(body), body, "note")
        counted = next(body.iter(W + "footnoteRef", W + "endnoteRef"), None) is not None
        typed = not (counted and mark.isdigit())
        text = without_mark(one_line(" ".join(line.text for line in lines)), mark, typed)
        return Line(f"{raised(mark)} {text}".rstrip(), note=True)

    def _table(self, table: _Element, place: Place) -> Iterator[Line]:
        """A table of data as rows in the body, one in a cell of another behind that; any other as
        the text of its cells."""
        rows = rows_of(table)
        if place != "note" and not is_layout(table, rows, self.styles):
            if place == "body":
                yield from self._data(rows)
                return
            if len(rows) >= OWN_ROWS:
                self.nested += self._data(rows)
                return
        ordered = place == "body"
        cells = in_reading_order(rows) if ordered else [c for row in rows for c in row.cells]
        for cell in cells:
            yield from self._story(cell.element, place)

    def _data(self, rows: list[Row]) -> Iterator[Line]:
        """A table of data as Markdown rows; the notes called in it follow it, then the tables of
        data that stand in its cells."""
        notes: list[Line] = []
        outer, self.nested = self.nested, []

        def lines_of(cell: Cell) -> list[str]:
            lines = list(self._story(cell.element, "cell"))
            notes.extend(line for line in lines if line.note)
            return [line.text for line in lines if not line.note]

        yield from (Line(text) for text in data_lines(rows, lines_of))
        yield from notes
        inner, self.nested = self.nested, outer
        yield from inner
