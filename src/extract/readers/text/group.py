"""One pass over the lines: furniture is dropped, tables and notes are set apart, and what
hard wraps and page breaks have cut is put together again (`group`)."""

from __future__ import annotations

import re

from extract.readers.text.bracket_notes import bracket_notes
from extract.readers.text.edits import Edit
from extract.readers.text.furniture import furniture
from extract.readers.text.layout import Draft, Joiner, joins_without_space
from extract.readers.text.line_style import Style, head_of, is_caps, is_open, tail
from extract.readers.text.lines import DASH, SPACE, THIN, Line
from extract.readers.text.typed_notes import typed_notes
from extract.values.letters import LETTER, LOWER, LOWERED, UPPER

_EDGE = SPACE + THIN
_START = re.compile(rf"[{_EDGE}>]*(?:#{{1,6}}[{SPACE}]*)?")
_BARE_NOTE = re.compile(rf"(?:(\d{{1,3}})|\((\d{{1,3}})\))[{SPACE}]+(?=[{UPPER}“\"])")
_FOOT_NOTE = re.compile(rf"[*_]{{0,2}}(\d{{1,3}})[*_]{{0,2}}[{SPACE}]+(?=[{LETTER}“\"])")
_NOTE_NUMBER = re.compile(
    r"\d{1,3}|\*{1,3}|[ivx]{1,5}|[a-hđ]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
)
_ROW_RULE = re.compile(rf"[{DASH}|:+={SPACE}]+\Z")
_BARRED = re.compile(r"\||\+[-=:]{3}")
_OPENING = re.compile("<table", re.I)
_CLOSING = re.compile("</table>", re.I)
_CELL_GAP = re.compile(r"\s(?:\s*+-{3,}(?=\s)|\s++)")
_FOOT = 16  # lines before the page's end among which its notes begin
_REACH = 8000  # how far back a bare call may stand from its body


class Grouper:
    """The state of the pass: the block being read, the notes that wait for its end."""

    def __init__(
        self,
        text: str,
        lines: list[Line],
        style: Style,
        laid: bool = False,
        emphasised: frozenset[int] = frozenset(),
    ) -> None:
        """`laid`: each line is whole as it stands; nothing is dropped or joined; those that begin
        at the offsets in `emphasised` stand in bold or italics."""
        self.text = text
        self.lines = lines
        self.style = style
        self.laid = laid
        self.emphasised = emphasised
        self.joiner = Joiner(text, style)
        self.drafts: list[Draft] = []
        self.notes: list[Draft] = []
        self.edits: list[Edit] = []
        self.cur: Draft | None = None
        self.note: Draft | None = None
        self.gap = 0
        self.cut = False
        self.ruled = False
        self.bare_last = 0
        self.bare_from = 0
        self.page_from = 0
        self.at = 0  # the index of the line being read

    def run(self) -> list[Draft]:
        """All blocks in reading order; a block's notes follow it."""
        lines = self.lines
        dropped = set() if self.laid else furniture(self.text, lines)
        typed, calls = bracket_notes(self.text, lines)
        self.edits += calls
        if self.laid:
            typed |= typed_notes(self.text, lines)
        i, n = 0, len(lines)
        while i < n:
            line = lines[i]
            kind = line.kind
            self.at = i
            if kind == "blank":
                self.gap += 1
            elif i in dropped or (kind in ("page", "feed", "rule") and not self.laid):
                self.gap += 1
                self.cut = True
                self.ruled = self.ruled or kind == "rule"
                if kind != "rule":
                    self.page_from = line.end
                self.note = None if kind == "rule" else self.note
            elif i in typed:
                self._new_note(typed[i][1], line.end, typed[i][0])
            elif kind == "bars":
                self._barred(line.start + 1, line.end - 1)
            elif kind == "table":
                end = table_end(self.text, lines, i)
                if end > i or self.text[line.start : line.end].count("|") > 1:
                    self._table(i, end)
                    i = end
                else:
                    self._content(line)
            elif kind == "note":
                self._note(line)
            else:
                self._content(line)
            i += 1
        self._flush()
        return self.drafts

    def _flush(self) -> None:
        if self.cur is not None:
            self.drafts.append(self.cur)
        self.drafts.extend(self.notes)
        self.cur = None
        self.notes = []
        self.note = None

    def _span(self, line: Line) -> tuple[int, int]:
        """The line without its margins and heading marks."""
        m = _START.match(self.text, line.start, line.end)
        start = m.end() if m else line.start
        end = line.end
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        return start, end

    def _extend(self, draft: Draft, line: Line) -> None:
        start, end = self._span(line)
        before = draft.pieces[-1]
        glued = joins_without_space(
            self.text[max(before[0], before[1] - 3) : before[1]], self.text[start : start + 3]
        )
        draft.pieces.append((start, end))
        draft.glued.append(glued)
        draft.size += end - start

    def _settle(self) -> None:
        self.gap = 0
        self.cut = False
        self.ruled = False

    def _content(self, line: Line) -> None:
        """A line of text, a bullet or a label."""
        if line.kind == "bare":
            line.kind = "text"
        if self.laid:
            self._flush()
            self.cur = Draft(line.kind, line.level, [self._span(line)], [False])
            self.cur.emphasis = line.start in self.emphasised
            return
        note = self.note
        plain = line.kind == "text" and not line.level
        if note is not None and plain and self.gap <= 1:
            joined = self.joiner.joins(note, line, self.gap, False)
            if joined and self._bare_note(line):
                return
            if joined:
                self._extend(note, line)
                return
        if line.kind in ("text", "label") and not line.level and self._bare_note(line):
            return
        cur = self.cur
        if cur is not None and self.joiner.joins(cur, line, self.gap, self.cut):
            self._extend(cur, line)
            self.note = None
            self._settle()
            return
        if self._is_note_rest(line):
            self._extend(self.notes[-1] if self.notes else self.drafts[-1], line)
            self._settle()
            return
        after_caps = False
        if cur is not None and line.kind == "text":
            start, end = cur.pieces[0]
            piece = self.text[start:end].strip(_EDGE + "#*_")
            after_caps = len(cur.pieces) == 1 and len(piece) <= 40 and is_caps(piece)
        self._flush()
        self.cur = Draft(line.kind, line.level, [self._span(line)], [False], after_caps)
        self._settle()

    def _is_note_rest(self, line: Line) -> bool:
        """True where a line goes on with a note that a page break has cut."""
        if line.kind != "text" or line.level or not (self.cut or self.gap):
            return False
        last = self.notes[-1] if self.notes else None
        if last is None and self.cur is not None and self.ruled and self.drafts:
            last = next((d for d in reversed(self.drafts[-12:]) if d.kind == "note"), None)
            if last is not self.drafts[-1]:
                return False
        if last is None:
            return False
        start, end = last.pieces[-1]
        return is_open(tail(self.text, start, end)) and head_of(self.text, line)[:1].islower()

    def _note(self, line: Line) -> None:
        """A line that begins with a footnote mark: a body, or text that a call begins."""
        text = self.text
        rest = text[line.head : line.end].lstrip(_EDGE + "*_")
        target = self.note or self.cur
        if target is not None and self.gap == 0 and not self.cut and rest and not self.laid:
            ending = tail(text, *target.pieces[-1])
            if rest[0] in ",.;:)" or (rest[0].islower() and is_open(ending)):
                self._extend(target, line)
                return
        m = _NOTE_NUMBER.search(text, line.start, line.head)
        marker = m[0].translate(LOWERED) if m else ""
        self._new_note(line.head, line.end, marker)

    def _new_note(self, start: int, end: int, marker: str) -> None:
        text = self.text
        while start < end and text[start] in _EDGE + "*_":
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        note = Draft("note", 0, [(start, end)], [False], False, marker)
        self.notes.append(note)
        self.note = note
        self.gap = 0
        self.cut = True
        self.ruled = True

    def _foot_note(self, line: Line) -> bool:
        """A note body that begins with a plain number at a page's foot, if a call in brackets that
        has no other body matches it."""
        start, end = self._span(line)
        m = _FOOT_NOTE.match(self.text, start, end)
        if m is None or line.kind != "text" or not (self.gap or self.note):
            return False
        ahead = self.lines[self.at + 1 : self.at + _FOOT]
        paged = len(ahead) < _FOOT - 1 or any(x.kind in ("page", "feed", "bare") for x in ahead)
        floor = max(self.bare_from, start - _REACH)
        call = re.compile(rf"(?<=[^\s*_>])[{SPACE}]?\[{m[1]}[{SPACE}]?\]")
        found = call.search(self.text, floor, start)
        if not paged or found is None or re.search(rf"(?m)^[\s*_>]*\[\^?{m[1]}\]", self.text):
            return False
        self.bare_last = int(m[1])
        self._new_note(m.end(), end, m[1])
        return True

    def _bare_note(self, line: Line) -> bool:
        """A note body that begins with a plain number, if a call glued to a word matches it."""
        if self._foot_note(line):
            return True
        start, end = self._span(line)
        m = _BARE_NOTE.match(self.text, start, end)
        if m is None or not (self.ruled or self.gap or self.style.wrapped):
            return False
        if line.kind == "label" and (m[2] is None or not (self.ruled or self.note)):
            return False
        if not self.ruled and self.note is None and not self._at_foot(end):
            return False
        number = m[1] or m[2]
        n = int(number)
        if n not in (1, self.bare_last + 1):
            return False
        floor = max(self.bare_from, start - _REACH, 0 if self.ruled else self.page_from)
        call = bare_call(self.text, floor, start, number, m[2] is not None)
        if call is not None:
            self.bare_from = call[1]
            self.edits.append(Edit(call[0], call[1], "", number, *call[2:]))
        elif self.note is None or self.gap or self.bare_last == 0 or n == 1:
            return False
        self.bare_last = n
        self._new_note(m.end(), end, number)
        return True

    def _at_foot(self, end: int) -> bool:
        """True where the line that ends at `end` may begin the notes at a page's end."""
        if self.text[end - 1].isdigit():
            return False
        if not self.page_from:
            return True
        ahead = self.lines[self.at + 1 : self.at + 16]
        return len(ahead) < 15 or any(x.kind in ("page", "feed", "bare") for x in ahead)

    def _table(self, first: int, last: int) -> None:
        """The lines `first`..`last` as one table block."""
        text = self.text
        self._flush()
        draft = Draft("table", 0)
        for line in self.lines[first : last + 1]:
            start, end = self._span(line)
            if start >= end or line.kind == "feed" or (line.kind == "rule" and end - start > 2):
                continue
            lone = text[start:end] == "|"
            if not lone and _ROW_RULE.match(text, start, end) and _BARRED.search(text, start, end):
                continue
            if not lone and text[end - 1] == "|" and text[start] == "|":
                end -= 1
            if not draft.pieces and text[start] == "|":
                start += 1
            while end > start and text[end - 1] in _EDGE:
                end -= 1
            while end > start and text[start] in _EDGE:
                start += 1
            if start < end:
                draft.pieces.append((start, end))
                draft.glued.append(False)
        if draft.pieces and text[slice(*draft.pieces[-1])] == "|":
            draft.pieces.pop()
        if draft.pieces:
            self.drafts.append(draft)
        self._settle()

    def _barred(self, start: int, end: int) -> None:
        """A table whose bars stand alone on their lines: one piece, line breaks as spaces."""
        text = self.text
        self._flush()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        self.edits.extend(
            Edit(m.start(), m.end(), " ") for m in _CELL_GAP.finditer(text, start, end)
        )
        if start < end:
            self.drafts.append(Draft("table", 0, [(start, end)], [False]))
        self._settle()


def bare_call(
    text: str, floor: int, ceiling: int, number: str, bracketed: bool
) -> tuple[int, int, int, int] | None:
    """The last call `number` glued to a word in text[floor:ceiling]: span, marker's span."""
    if bracketed:
        pattern = rf"(?<=[{LETTER}\d”\")])\({number}\)"
    else:
        before = (
            rf"(?:(?<=[{LOWER}][{LOWER}])|(?<=[”\")\]])|(?<=[^\d](?:19|20)\d\d))"
            r"(?<!km)(?<!cm)(?<!mm)"
        )
        pattern = rf"{before}{number}(?![\w%/]|[.,]\d)"
    found = None
    for m in re.finditer(pattern, text[floor:ceiling]):
        found = m
    if found is None:
        return None
    start, end = floor + found.start(), floor + found.end()
    inner = 1 if bracketed else 0
    return start, end, start + inner, end - inner


def table_end(text: str, lines: list[Line], first: int) -> int:
    """The last line of the table that begins at line `first`."""
    line = lines[first]
    n = len(lines)
    if _OPENING.search(text, line.start, line.start + 40) is not None:
        for i in range(first, n):
            if _CLOSING.search(text, lines[i].start, lines[i].end) is not None:
                return i
        return first
    i = first
    while i + 1 < n and lines[i + 1].kind == "table":
        i += 1
    return i
