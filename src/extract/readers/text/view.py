"""Drafts + edits -> the view, its map to the source, and the finished blocks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from extract.document import Block, BlockKind, NoteCall
from extract.readers.text.edits import Edit
from extract.readers.text.layout import Draft
from extract.readers.text.line_style import is_caps
from extract.readers.text.lines import BULLET, DASH, LABEL, LETTERED, SPACE, THIN

_MARKER = re.compile(
    rf"(?P<bullet>(?:{BULLET}|{LETTERED}(?=\ ))[ ]*)|(?P<label>(?:{LABEL})[ ]*)|(?P<note>[ ]*)",
    re.VERBOSE,
)
_MARGIN = re.compile(rf"[{SPACE}]*")
_EMPHASISED = re.compile(
    r"\\?[*_]{1,3}[^*_]+[*_]{1,3}(?:[\s.:;,]*[*_]{1,3}[^*_]*[*_]{1,3})*[\s.:;,]*"
)


@dataclass(slots=True)
class View:
    """The view as it is built: pieces of text and the runs that map them to the source."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    seg_view: list[int] = field(default_factory=list)
    seg_source: list[int] = field(default_factory=list)
    last: str = "\n"
    next_source: int = -1
    calls: list[NoteCall] = field(default_factory=list)
    noted: frozenset[str | None] = frozenset()  # the markers of all notes

    def add(self, piece: str, source: int) -> None:
        """Append `piece`, which stands at `source`; a space after a space is dropped."""
        if piece[0] == " " and self.last in " \n":
            piece = piece[1:]
            source += 1
            if not piece:
                return
        if source != self.next_source:
            self.seg_view.append(self.size)
            self.seg_source.append(source)
        self.parts.append(piece)
        self.size += len(piece)
        self.last = piece[-1]
        self.next_source = source + len(piece)

    def insert(self, char: str, source: int) -> None:
        """Append a character that the source does not have; it has a run of its own."""
        if char == " " and self.last in " \n":
            return
        self.seg_view.append(self.size)
        self.seg_source.append(source)
        self.parts.append(char)
        self.size += 1
        self.last = char
        self.next_source = -1

    def trim(self) -> None:
        """Take the space at the end away."""
        if self.last == " " and self.parts:
            self.parts[-1] = self.parts[-1][:-1]
            self.size -= 1
            if not self.parts[-1] and self.seg_view and self.seg_view[-1] >= self.size > 0:
                self.seg_view.pop()
                self.seg_source.pop()
            if not self.parts[-1]:
                self.parts.pop()
            self.last = self.parts[-1][-1] if self.parts else "\n"
            self.next_source = -1


def build(
    text: str, drafts: list[Draft], edits: list[Edit]
) -> tuple[str, list[int], list[int], list[Block], list[NoteCall]]:
    """The view of `text` (NFC) from its drafts: view, runs, blocks and footnote calls."""
    view = View(noted=frozenset(draft.marker for draft in drafts if draft.kind == "note"))
    flat = text
    if "\n" in text or "\r" in text:
        flat = text.replace("\n", " ").replace("\r", " ")
    starts = [e.start for e in edits]
    spans: list[tuple[Draft, int, int]] = []
    for draft in drafts:
        if view.size:
            view.insert("\n", min(draft.pieces[0][0], len(text)))
        vs = view.size
        for n, (start, end) in enumerate(draft.pieces):
            if n:
                if draft.kind == "table":
                    if view.last != "\n":
                        view.add(" ", draft.pieces[n - 1][1])
                elif not draft.glued[n]:
                    view.add(" ", draft.pieces[n - 1][1])
            _write(view, flat, start, end, edits, starts, draft)
        view.trim()
        if view.size > vs:
            spans.append((draft, vs, view.size))
        elif view.parts and view.last == "\n":
            view.parts.pop()
            view.size -= 1
            view.seg_view.pop()
            view.seg_source.pop()
            view.last = view.parts[-1][-1] if view.parts else "\n"
            view.next_source = -1
    out = "".join(view.parts)
    blocks = [_block(text, out, draft, vs, ve) for draft, vs, ve in spans]
    return out, view.seg_view, view.seg_source, blocks, view.calls


def _write(
    view: View, text: str, start: int, end: int, edits: list[Edit], starts: list[int], draft: Draft
) -> None:
    """Append text[start:end] with its edits made."""
    at = start
    i = bisect_left(starts, start)
    n = len(edits)
    in_table = draft.kind == "table"
    note_head = draft.kind == "note" and start == draft.pieces[0][0]
    while i < n:
        edit = edits[i]
        i += 1
        if edit.start >= end:
            break
        if edit.start < at:
            continue
        if edit.start > at:
            view.add(text[at : edit.start], at)
        if edit.call is not None:
            if (
                in_table
                and text[edit.call_start - 1] == "["
                and not (text[edit.call_start - 2].isalnum() and edit.call in view.noted)
            ):  # [1] numbers a column, unless a note is there for it: "Tiểu học[1]"
                at = edit.start
                continue
            if not (note_head and edit.start - start < 6):
                view.calls.append(NoteCall(edit.call, edit.call_start, edit.call_end, view.size))
        elif edit.end == edit.start:
            view.insert(edit.put, edit.start)
        elif edit.put:
            if edit.put == " ":
                view.add(" ", edit.start)
                view.next_source = -1
            else:
                view.insert(edit.put, edit.start)
        at = edit.end
    if at < end:
        view.add(text[at:end], at)


def _block(text: str, view: str, draft: Draft, vs: int, ve: int) -> Block:
    """The finished block of a draft whose text is view[vs:ve]."""
    start = draft.pieces[0][0]
    line_start = text.rfind("\n", 0, start) + 1
    indent = 0
    if line_start < start:
        m = _MARGIN.match(text, line_start, start)
        indent = m.end() - line_start if m else 0
    if draft.kind in ("note", "table"):
        kind: BlockKind = "note" if draft.kind == "note" else "table"
        return Block(kind, vs, ve, draft.marker, vs, indent=indent)
    marker: str | None = None
    mark_end = vs
    if draft.kind in ("bullet", "label"):
        m = _MARKER.match(view, vs, ve)
        if m and m.lastgroup in ("bullet", "label"):
            marker = m[0].strip()
            mark_end = min(m.end(), ve)
    emphasis = draft.level > 0 or draft.emphasis
    if not emphasis and ve - vs < 700:
        emphasis = _is_emphasised(text, draft, len(marker or ""))
    body = view[mark_end:ve]
    if marker is not None and draft.kind == "bullet":
        return Block("bullet", vs, ve, marker, mark_end, emphasis, draft.level, indent)
    heading = (emphasis and body[:1] != "(") or (ve - vs <= 200 and is_caps(body))
    if heading or (marker is not None and not body):
        return Block("heading", vs, ve, marker, mark_end, emphasis, draft.level, indent)
    kind = "item" if marker is not None else "paragraph"
    return Block(kind, vs, ve, marker, mark_end, emphasis, draft.level, indent)


def _is_emphasised(text: str, draft: Draft, skip: int) -> bool:
    """True where the whole block (its mark aside) stands between emphasis marks."""
    source = text[draft.pieces[0][0] : draft.pieces[-1][1]].strip(SPACE + THIN + "\r\n")
    if source[-1:] not in "*_:.;, " or ("*" not in source and "_" not in source):
        return False
    if source[:1] not in "*_":
        source = source[skip:].lstrip(SPACE + DASH)
    return _EMPHASISED.fullmatch(source) is not None


def compose(
    seg_view: list[int], seg_nfc: list[int], size: int, nfc_at: list[int], raw_at: list[int]
) -> tuple[list[int], list[int]]:
    """Runs view -> NFC text and NFC text -> source put together into runs view -> source."""
    out_view: list[int] = []
    out_source: list[int] = []
    count = len(seg_view)
    for i in range(count):
        v, n = seg_view[i], seg_nfc[i]
        length = (seg_view[i + 1] if i + 1 < count else size) - v
        k = bisect_right(nfc_at, n) - 1
        out_view.append(v)
        out_source.append(raw_at[k] + n - nfc_at[k])
        k += 1
        while k < len(nfc_at) and nfc_at[k] < n + length:
            out_view.append(v + nfc_at[k] - n)
            out_source.append(raw_at[k])
            k += 1
    return out_view, out_source
