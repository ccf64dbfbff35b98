"""Automatic numbers as the reader of the document sees them (ECMA-376 Part 1, 17.9).

A paragraph names a list (w:numId) and a level in it, itself or through its style; the list is an
instance (w:num) of a definition (w:abstractNum). Instances of one definition count on together,
unless an override starts anew; the body, the notes and the text boxes count by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.etree import _Element

from extract.readers.docx.fonts import Fonts
from extract.readers.docx.formats import LEGAL, Format, format_of, in_figures
from extract.readers.docx.styles import Styles, font_of
from extract.readers.docx.symbols import bullet
from extract.readers.docx.xml import W, is_on, local, number, switch, val

LEVELS = 9
_LONGEST = 80  # characters of a level's text that are read
_PLACE = re.compile(r"%([1-9])")
_SUFFIX = {"nothing": "", "space": " ", "tab": " "}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers are written and where they begin."""

    start: int
    format: Format
    text: str
    legal: bool  # w:isLgl
    restart: int  # restarts after a level of this depth or less (1 is the topmost); 0: never
    suffix: str
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """An instance: the definition it counts with, its levels, the levels that it starts anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: _Element | None, styles: Styles, fonts: Fonts) -> None:
        """`root`: of numbering.xml, None where the document has none."""
        self.missing = False  # a paragraph asked for a list that is not there
        self._styles = styles
        self._fonts = fonts
        self._nums: dict[str, _Element] = {}
        self._abstract: dict[str, _Element] = {}
        self._counters: dict[tuple[str, str], list[int | None]] = {}
        self._lists: dict[str, _List | None] = {}
        self._begun: set[tuple[str, str, int]] = set()
        for child in root if root is not None else ():
            if local(child) == "num":
                self._nums.setdefault(child.get(W + "numId") or "", child)
            elif local(child) == "abstractNum":
                self._abstract.setdefault(child.get(W + "abstractNumId") or "", child)

    def label(self, paragraph: _Element, story: str) -> str:
        """Count the paragraph and return its label with what follows it, "" for no label."""
        num_id, depth = self._place(paragraph)
        if num_id is None or num_id == "0":
            return ""
        if num_id not in self._lists:
            self._lists[num_id] = self._list(num_id)
        found = self._lists[num_id]
        if found is None:
            self.missing = True
            return ""
        level = found.levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault((story, found.abstract), [None] * LEVELS)
        begun = (story, num_id, depth)
        _count(counters, found, depth, depth in found.starts and begun not in self._begun)
        self._begun.add(begun)
        shown = _shown(counters, found, depth)
        return shown + level.suffix if shown.strip() else ""

    def _place(self, paragraph: _Element) -> tuple[str | None, int]:
        """A paragraph's list and level, by itself or by its style (17.3.1.19, 17.9.23)."""
        own = paragraph.find(W + "pPr")
        direct = own.find(W + "numPr") if own is not None else None
        num_id, depth = val(direct, "numId"), val(direct, "ilvl")
        if num_id is not None:
            return num_id, number(depth)
        chain = self._styles.chain(val(own, "pStyle"))
        for style in chain:
            properties = style.find(f"{W}pPr/{W}numPr")
            depth = depth or val(properties, "ilvl")
            num_id = val(properties, "numId")
            if num_id is not None:
                break
        if num_id is None:
            return None, 0
        linked = self._level_of_style(num_id, [s.get(W + "styleId") for s in chain])
        return num_id, number(depth) if linked is None else linked

    def _level_of_style(self, num_id: str, styles: Iterable[str | None]) -> int | None:
        """The level of a list that names one of `styles` as its own (w:pStyle)."""
        if num_id not in self._lists:
            self._lists[num_id] = self._list(num_id)
        found = self._lists[num_id]
        own = {lv.style: n for n, lv in found.levels.items() if lv.style} if found else {}
        return next((own[s] for s in styles if s in own), None)

    def _list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract_id = val(num, "abstractNumId")
        abstract = self._definition(abstract_id)
        if num is None or abstract is None or abstract_id is None:
            return None
        levels = self._levels(abstract)
        starts: dict[int, int] = {}
        for override in num.iterfind(W + "lvlOverride"):
            depth = number(override.get(W + "ilvl"))
            start = val(override, "startOverride")
            levels.update(self._levels(override))
            if start is not None:
                starts[depth] = number(start)
        return _List(abstract_id, levels, starts)

    def _definition(self, abstract_id: str | None) -> _Element | None:
        """The definition, or the one its numbering style stands for (17.9.21 numStyleLink)."""
        found = self._abstract.get(abstract_id or "")
        link = val(found, "numStyleLink")
        if link is None:
            return found
        return next((a for a in self._abstract.values() if val(a, "styleLink") == link), found)

    def _levels(self, parent: _Element) -> dict[int, Level]:
        """The levels that a definition or an override gives."""
        out: dict[int, Level] = {}
        for lvl in parent.iterfind(W + "lvl"):
            depth = number(lvl.get(W + "ilvl"))
            if 0 <= depth < LEVELS:
                out[depth] = self._level(lvl, depth)
        return out

    def _level(self, lvl: _Element, depth: int) -> Level:
        text = (val(lvl, "lvlText") or "")[:_LONGEST]
        form = format_of(lvl)
        font = font_of(lvl.find(W + "rPr"))
        if form.kind == "bullet":
            text = bullet(text, font)
        else:
            default = self._styles.look(None, "paragraph").font
            text = self._fonts.unicode(text, default if font is None else font)
        if switch(lvl.find(W + "rPr"), "vanish"):
            text = ""
        legal = lvl.find(W + "isLgl")
        return Level(
            number(val(lvl, "start"), 1),
            form,
            text,
            legal is not None and is_on(legal.get(W + "val")),
            number(val(lvl, "lvlRestart"), depth),
            _SUFFIX.get(val(lvl, "suff") or "tab", " "),
            val(lvl, "pStyle"),
        )


def _count(counters: list[int | None], found: _List, depth: int, anew: bool) -> None:
    """Count one on at `depth`; levels above that were passed over count as begun, deeper ones
    begin again where they are to (17.9.10)."""
    for above in range(depth):
        if counters[above] is None:
            counters[above] = _start(found, above)
    value = counters[depth]
    counters[depth] = _start(found, depth) if anew or value is None else value + 1
    for deeper in range(depth + 1, LEVELS):
        level = found.levels.get(deeper)
        if level is None or depth < min(level.restart, deeper):
            counters[deeper] = None


def _start(found: _List, depth: int) -> int:
    level = found.levels.get(depth)
    return found.starts.get(depth, level.start if level is not None else 1)


def _shown(counters: list[int | None], found: _List, depth: int) -> str:
    """The level's text with the numbers in it; a legal level (17.9.4) shows those of the levels
    above it in figures."""

    def figure(m: re.Match[str]) -> str:
        other = int(m[1]) - 1
        value, level = counters[other], found.levels.get(other)
        if value is None or level is None:
            return ""
        legal = found.levels[depth].legal and other < depth
        return in_figures(value, LEGAL if legal else level.format)

    return _PLACE.sub(figure, found.levels[depth].text)
