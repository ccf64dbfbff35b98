"""The content of a paragraph -> its text as it is seen, its note calls and its text boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from extract.readers.docx.fields import without_result
from extract.readers.docx.fonts import Fonts
from extract.readers.docx.math import signs_around
from extract.readers.docx.notes import Notes, RaisedRuns, raised_after
from extract.readers.docx.pictures import has_drawn_words, is_large
from extract.readers.docx.styles import Look, Styles, is_shaded, look_of
from extract.readers.docx.symbols import symbol, unicode_text
from extract.readers.docx.text import Piece
from extract.readers.docx.xml import W, chosen, is_on, is_placeholder, local, val
from extract.readers.text.lines import BREAK

_LEFT_OUT = frozenset(
    (
        "pPr rPr del moveFrom delText Fallback rt sdtPr sdtEndPr fldData ffData smartTagPr "
        "customXmlPr footnoteRef endnoteRef annotationRef separator continuationSeparator"
    ).split()
)
_PICTURES = frozenset(("drawing", "pict", "object"))
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CUSTOM = re.compile(r"\s*(?:[(\[](\d{1,3})[)\]]|(\d{1,3}|\*{1,3}|\S))\s*")
_CODE = 200  # characters of a field's instruction that are kept
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_PAGE_WORDS = re.compile(r"trang|page|số|of|[\W_]", re.I)


@dataclass(slots=True)
class Inline:
    """A paragraph in the making; several where the mark between them is deleted."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[str, _Element]] = field(default_factory=list)  # mark, body
    boxes: list[_Element] = field(default_factory=list)
    custom: tuple[Notes, str] | None = None  # a call whose mark is the text that follows
    struck: bool = False  # something of it is struck through
    unseen: bool = False  # something of it is white or tiny

    def ending(self) -> str:
        """The text of the last piece."""
        return self.pieces[-1].text if self.pieces else ""

    def shown(self) -> list[Piece]:
        """The pieces to be read: none where they are nothing but a page number."""
        beside = "".join(p.text for p in self.pieces if not p.page)
        paged = any(p.page for p in self.pieces)
        return [] if paged and not _PAGE_WORDS.sub("", beside) else self.pieces


@dataclass(slots=True)
class _Field:
    """A field that is open (17.16.18): its instruction, which is not seen, then its result,
    which is where the field around it is seen."""

    outer: _Field | None
    code: str = ""
    begin: _Element | None = None  # its first part, which holds the state of a form field
    seen: bool = False
    page: bool = False  # the result is a page number
    contents: bool = False  # the result is in a table of contents

    def show(self) -> None:
        """The instruction is at its end, the result begins."""
        outer = self.outer
        self.seen = outer is None or outer.seen
        self.page = _PAGE_FIELD.match(self.code) is not None or (outer is not None and outer.page)
        self.contents = self.code.split()[:1] == ["TOC"] or (outer is not None and outer.contents)


@dataclass(slots=True)
class Runs:
    """Reads paragraphs one after another; knows the field that is open between them."""

    styles: Styles
    footnotes: Notes
    endnotes: Notes
    fonts: Fonts
    raised: RaisedRuns = field(default_factory=RaisedRuns)
    section: int = 0
    pictures: int = 0
    large: int = 0  # pictures of the size of a table or a page, which may hold text
    objects: list[str] = field(default_factory=list)  # embedded: the programs that made them
    embedded: int = 0  # documents that stand in parts of their own
    struck: int = 0  # paragraphs with text that is struck through
    unseen: int = 0  # paragraphs with text that is white or tiny
    graphics: int = 0  # charts and diagrams, whose text is in parts of their own
    ground: bool | None = None  # the page has a colour, or pictures behind the text
    drawn: int = 0  # drawings with words that are no text box
    opened: _Field | None = None  # the innermost one that is open
    tabs: bool = False  # tabs stay: they part two columns

    def read(self, paragraph: _Element, into: Inline) -> None:
        """Append the paragraph's content to `into`."""
        style = self.styles.look(val(paragraph.find(W + "pPr"), "pStyle"), "paragraph")
        self._walk(paragraph, into, style, style)
        into.custom = None

    def is_joined(self, paragraph: _Element) -> bool:
        """True where the paragraph goes on in the next one: its mark is deleted or hidden, or it
        is a first letter set large (w:framePr 17.3.1.11)."""
        if val(paragraph.find(W + "pPr"), "framePr", "dropCap") in ("drop", "margin"):
            return True
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None:
            return False
        removed = mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
        return removed or look_of(mark).hidden is True

    def _walk(self, parent: _Element, into: Inline, style: Look, look: Look) -> None:
        """The children of `parent`; `style`: of the paragraph, `look`: of the run they are in."""
        for child in parent:
            kind = local(child)
            if kind in _LEFT_OUT or (kind == "sdt" and is_placeholder(child)):
                continue
            if kind == "r":
                self._run(child, into, style)
            elif kind == "AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch, into, style, look)
            elif kind == "fldSimple":
                self.opened = _Field(self.opened, child.get(W + "instr") or "")
                self.opened.show()
                self._walk(child, into, style, look)
                self._close_field()
            elif kind in ("fldChar", "instrText"):
                self._field(kind, child, into, look)
            elif kind in _PICTURES:
                self._picture(child, into, look)
            elif kind == "subDoc":
                self.embedded += 1
            elif not self._leaf(kind, child, into, look):
                before, after = signs_around(child, into.ending())
                self._add(into, before, look)
                self._walk(child, into, style, look)
                self._add(into, after, look)

    def _run(self, run: _Element, into: Inline, style: Look) -> None:
        properties = run.find(W + "rPr")
        look = look_of(properties)
        named = val(properties, "rStyle")
        if named is not None:
            look = look.over(self.styles.look(named, "character"))
        look = look.over(style)
        if look.white and self._is_on_ground(run):
            look = replace(look, white=False)
        self._walk(run, into, style, look)

    def _is_on_ground(self, run: _Element) -> bool:
        """True where white letters may be seen: on shading, in a table or a box, which may have a
        ground of another colour, on a page that has one."""
        for el in run.iterancestors():
            kind = local(el)
            if kind in ("tc", "txbxContent"):
                return True
            if kind == "p" and any(map(is_shaded, self.styles.paragraph(el))):
                return True
            if kind == "document":
                if self.ground is None:
                    pictures = el.iterfind(".//{*}anchor")  # a cover may stand behind the text
                    behind = any(anchor.get("behindDoc") in ("1", "true") for anchor in pictures)
                    self.ground = behind or el.find(W + "background") is not None
                return self.ground
        return False

    def _leaf(self, kind: str, el: _Element, into: Inline, look: Look) -> bool:
        """Take what stands for text by itself; False for any other element."""
        if kind == "t":
            text = self.fonts.unicode(BREAK.sub(" ", el.text or ""), look.font)
            self._add(into, unicode_text(text, look.font), look)
        elif kind == "softHyphen":
            self._add(into, self.fonts.soft_hyphen(look.font), look)
        elif kind in _SIGNS:
            contents = self.opened is not None and self.opened.contents
            listed = kind == "tab" and (contents or self._leads(el))
            kept = listed or (self.tabs and kind in ("tab", "ptab"))
            self._add(into, "\t" if kept else _SIGNS[kind], look)
        elif kind == "sym":
            code = el.get(W + "char") or ""
            found = _character(code, el.get(W + "font"))
            self._add(into, found, look)
        elif kind in ("footnoteReference", "endnoteReference"):
            self._call(self.footnotes if kind[0] == "f" else self.endnotes, el, into, look)
        else:
            return False
        return True

    def _leads(self, tab: _Element) -> bool:
        """True where dots lead from a tab to what follows."""
        paragraph = next(tab.iterancestors(W + "p"), None)
        return paragraph is not None and self.styles.has_leader(paragraph)

    def _add(self, into: Inline, text: str, look: Look) -> None:
        """Append what a run says, if it is seen."""
        if not text or not self._is_seen(look):
            return
        if look.white or look.tiny:
            if text.strip() and not into.unseen:
                into.unseen = True
                self.unseen += 1
            return
        if look.struck:
            if text.strip() and not into.struck:
                into.struck = True
                self.struck += 1
            return
        if into.custom is not None:
            m = _CUSTOM.match(text)
            if m is None:
                return
            notes, ident = into.custom
            into.custom = None
            self._note(notes, ident, m[1] or m[2], into)
            text = text[m.end() :]
        if look.caps:
            text = text.upper()
        if look.raised:
            text = self.raised.read(text, into.ending())
        page = self.opened is not None and self.opened.page
        into.pieces.append(Piece(text, "**" if look.bold else "*" if look.italic else "", page))

    def _call(self, notes: Notes, el: _Element, into: Inline, look: Look) -> None:
        """A note call (17.11.14, 17.11.7)."""
        if not self._is_seen(look):
            return
        ident = el.get(W + "id") or ""
        custom = el.get(W + "customMarkFollows")
        if custom is not None and is_on(custom):
            into.custom = None if look.struck else (notes, ident)
        else:
            mark = notes.mark(ident, self.section)
            if not look.struck:
                self._note(notes, ident, mark, into)

    def _note(self, notes: Notes, ident: str, mark: str, into: Inline) -> None:
        """Append the mark of a call; the body, if this is its first, waits for its line."""
        into.pieces.append(Piece(raised_after(mark, into.ending()), None))
        body = notes.body(ident)
        if body is not None:
            into.notes.append((mark, body))

    def _field(self, kind: str, el: _Element, into: Inline, look: Look) -> None:
        """The parts of a complex field: begin, instruction, separate, result, end (17.16.18)."""
        step = el.get(W + "fldCharType")
        if step == "begin":
            self.opened = _Field(self.opened, begin=el)
        elif self.opened is None:
            return
        elif kind == "instrText":
            self.opened.code = (self.opened.code + (el.text or ""))[:_CODE]
        elif step == "separate":
            self.opened.show()
        elif step == "end":
            ended = self.opened
            self._close_field()
            if not ended.seen:
                self._add(into, without_result(ended.code, ended.begin, into.ending()), look)

    def _close_field(self) -> None:
        self.opened = self.opened.outer if self.opened is not None else None

    def _is_seen(self, look: Look) -> bool:
        return not look.hidden and (self.opened is None or self.opened.seen)

    def _picture(self, el: _Element, into: Inline, look: Look) -> None:
        """A drawing: its text boxes are read, charts and diagrams counted."""
        if look.hidden:
            return
        boxes = _boxes(el)
        into.boxes.extend(boxes)
        graphic = next((g.get("uri") or "" for g in el.iter("{*}graphicData")), "")
        if graphic.endswith(("/chart", "/diagram")):
            self.graphics += 1
        elif not boxes:
            self.pictures += 1
            self.drawn += has_drawn_words(el)
            made_by = next((o.get("ProgID") for o in el.iter("{*}OLEObject")), None)
            if made_by is not None:
                self.objects.append(made_by)
            elif is_large(el):
                self.large += 1


def _character(code: str, font: str | None) -> str:
    """The character of a w:sym (17.3.3.30); "" for a picture of an unknown font."""
    try:
        value = int(code[:8], 16)
    except ValueError:
        return ""
    found = symbol(value, font)
    if found is None and value not in range(0xF000, 0xF100) and value not in range(0xD800, 0xE000):
        found = chr(value) if 31 < value < 0x110000 else ""
    return found or ""


def _boxes(el: _Element) -> list[_Element]:
    """The text boxes (w:txbxContent) of a drawing, of each alternative only the one to read."""
    out: list[_Element] = []
    for child in el:
        kind = local(child)
        if kind == "txbxContent":
            out.append(child)
        elif kind == "AlternateContent":
            branch = chosen(child)
            out.extend(_boxes(branch) if branch is not None else ())
        elif kind != "Fallback":
            out.extend(_boxes(child))
    return out


def drop_open_fields(root: _Element) -> None:
    """Take away the beginnings of fields that never end: they would hide all that follows."""
    begun: list[_Element] = []
    for el in root.iter(W + "fldChar"):
        step = el.get(W + "fldCharType")
        if step == "begin":
            begun.append(el)
        elif step == "end" and begun:
            begun.pop()
    for el in begun:
        parent = el.getparent()
        if parent is not None:
            parent.remove(el)
