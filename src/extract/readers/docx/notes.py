"""Footnotes and endnotes: the mark each call shows, and the body it belongs to (17.11)."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.etree import _Element

from extract.readers.docx.formats import Format, format_of, in_figures
from extract.readers.docx.xml import W, local, number, val
from extract.values.letters import LOWERED, MINUS, RAISED

_FIRST = {"footnote": "decimal", "endnote": "lowerRoman"}  # Word's own formats
_RAISED = re.compile(r"\*{1,3}|[ivx]{1,5}|[a-hđ]")  # what the reading text can call a note by
_TYPED = re.compile(rf"[(\[]?({_RAISED.pattern})[)\]]?")
_CALLED = re.compile(r"(?:[^\W\d_]{2}[”\"’')\].,;:]?|\A)\Z")  # what a letter may call a note of
_ROMAN = re.compile(r"i{1,3}|i?[vx]|(?:[vx]|x[vx]?)i{0,3}|x?i[vx]")
_COUNTED = re.compile(r"[\d%‰]\Z")  # what no letter but a roman number calls a note of
_RAISED_END = re.compile(r"(?:[⁰¹²³⁴-⁹]|</sup>)\Z")
_RAISED_RUN = re.compile(r"[⁰¹²³⁴-⁹]{1,3}\Z")
_POWER = re.compile(r"[-−–‑](\d{1,2})")  # 10⁻³, m.s⁻¹
_FIGURES = re.compile(r"[(\[]?(\d{1,3})[)\]]?")
_LISTED = re.compile(rf"{_FIGURES.pattern}(?:\s*[,;]\s*{_FIGURES.pattern})+")


def raised(mark: str) -> str:
    """A note mark as the reading text has it: `1` -> `¹`, `*`, `a` and `ii` in a tag, others
    bare."""
    if mark.isascii() and mark.isdigit():
        return mark.translate(RAISED)
    return f"<sup>{mark}</sup>" if _RAISED.fullmatch(mark) else mark


def raised_after(mark: str, before: str) -> str:
    """The mark of a call in the reading text, with a space between two calls."""
    return f" {raised(mark)}" if _RAISED_END.search(before) else raised(mark)


class RaisedRuns:
    """Reads the superscript runs of a document one after another, and counts the calls in them."""

    def __init__(self) -> None:
        self._last = 0  # the number of the last call, as far as they count up from 1

    def read(self, text: str, before: str) -> str:
        """A superscript run: figures (m², a note made by hand, several that count up) in
        superscript digits, a letter or star that calls a note in a tag, an o behind a figure as
        the sign of degrees, a negative power (`10⁻³`); a comma between two of them keeps them
        apart as a space; other text as it is. `before` is the run before it."""
        if text.strip() in ("o", "O", "0") and before[-1:].isdecimal():
            return text.replace(text.strip(), "°")
        m = _TYPED.fullmatch(text.strip())
        roman = _COUNTED.search(before) is not None and _ROMAN.fullmatch(text.strip()) is not None
        if m is not None and (roman or _CALLED.search(before[-3:])):
            return raised(m[1])
        m = _POWER.fullmatch(text.strip())
        if m is not None and before[-1:].isalnum():
            return MINUS + m[1].translate(RAISED)
        m = _FIGURES.fullmatch(text.strip())
        if m is not None:
            return self._call(m[1], before)
        if _LISTED.fullmatch(text.strip()):
            marks = re.findall(r"\d+", text)
            if all(int(a) < int(b) for a, b in pairwise(marks)):
                self._last = int(marks[-1]) if int(marks[0]) == self._last + 1 else self._last
                return " ".join(marks).translate(RAISED)
        return " " if text.strip() in (",", ";") and _RAISED_END.search(before) else text

    def _call(self, number: str, before: str) -> str:
        """A number right behind another one is a call of its own where both are the next ones
        (`⁸ ⁹`), else the rest of that (`1` and `2` behind the call 11)."""
        m = _RAISED_RUN.search(before)
        first = m[0].translate(LOWERED) if m is not None else ""
        counts = int(number) == self._last + 1
        if counts and first == str(self._last):
            self._last += 1
            return f" {number.translate(RAISED)}"
        if int(first + number) == self._last + 1:
            self._last += 1
        return number.translate(RAISED)


def without_mark(body: str, mark: str, typed: bool) -> str:
    """The text of a note without its mark, where that is `typed`, and without the brackets that
    stood around it."""
    shown = rf"(?:{re.escape(mark)}(?!\d)|{re.escape(raised(mark))})" if typed else ""
    plain = rf"|{shown}" if typed else ""
    m = re.match(rf"(?:\( ?{shown} ?\)|\[ ?{shown} ?\]{plain})\s*", body)
    return body[m.end() :] if m is not None else body


class Notes:
    """The notes of one kind ("footnote", "endnote") and how far their numbers have come."""

    def __init__(
        self, kind: str, root: _Element | None, settings: _Element | None, sections: list[_Element]
    ) -> None:
        """`root`: of footnotes.xml or endnotes.xml; `sections`: all w:sectPr of the document."""
        self.lost = 0  # calls whose body is not there
        self.by_page = False  # numbers that start again on each page are counted through
        self._kind = kind
        self._bodies: dict[str, _Element] = {}
        for note in root if root is not None else ():
            if local(note) == kind and note.get(W + "type", "normal") == "normal":
                self._bodies.setdefault(note.get(W + "id") or "", note)
        everywhere = settings.find(f"{W}{kind}Pr") if settings is not None else None
        self._rules = [(s.find(f"{W}{kind}Pr"), everywhere) for s in sections] or [
            (None, everywhere)
        ]
        self._section = -1
        self._value = 0
        self._shown: dict[str, str] = {}
        self._given: set[str] = set()

    def mark(self, ident: str, section: int) -> str:
        """The mark of the next call that is numbered, in the section with this index."""
        if ident in self._shown:
            return self._shown[ident]
        section = min(section, len(self._rules) - 1)
        restart = self._rule(section, "numRestart")
        self.by_page = self.by_page or restart == "eachPage"
        if self._section < 0 or (restart == "eachSect" and section != self._section):
            self._value = number(self._rule(section, "numStart"), 1)
        else:
            self._value += 1
        self._section = section
        shown = in_figures(self._value, self._format(section))
        known = shown.isdecimal() or _RAISED.fullmatch(shown)
        self._shown[ident] = shown if known else str(self._value)  # no `I`, `k`, `†` in the text
        return self._shown[ident]

    def body(self, ident: str) -> _Element | None:
        """The body of a note, once: a second call of the same note has none."""
        if ident in self._given:
            return None
        self._given.add(ident)
        self.lost += ident not in self._bodies
        return self._bodies.get(ident)

    def _rule(self, section: int, name: str) -> str | None:
        """A property of the notes in a section: its own (17.11.11), else the document's."""
        found = (val(rules, name) for rules in self._rules[section])
        return next((value for value in found if value is not None), None)

    def _format(self, section: int) -> Format:
        default = _FIRST[self._kind]
        for rules in self._rules[section]:
            if rules is not None and rules.find(W + "numFmt") is not None:
                return format_of(rules, default)
        return Format(default)
