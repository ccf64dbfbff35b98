"""Pages in older Vietnamese encodings (`.VnTime`, `VNI-Times`) -> Unicode, in their tree.

A page says its fonts in `<font face>`, in styles and in simple rules of a style sheet; what these
do not tell is told by what the text reads as. It comes before anything is read of the page: the
code of ư in TCVN3 is that of the soft hyphen.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element

from extract.document import Said
from extract.readers.legacy.encodings import Encoding, by_font, convert
from extract.readers.legacy.text import Score, doubt, is_unicode, restore, score

_FAMILY = re.compile(r"(?<![\w-])font(?:-family)?\s*:\s*([^;}]+)", re.I)
_NAME = re.compile(r"\"([^\"]+)\"|'([^']+)'|([^\s,\"']+)")
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"\s*([a-z][a-z0-9]*)?(?:\.([\w-]+))?\s*", re.I)
_NO_TEXT = ("script", "style", "title")


class _Piece(NamedTuple):
    """A text of the tree: the element, whether it is its tail, the font it stands in."""

    element: _Element
    is_tail: bool
    font: str

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return ((self.element.tail if self.is_tail else self.element.text) or "").replace("\n", " ")

    def put(self, text: str) -> None:
        """Let it say `text`."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def to_unicode(root: _Element) -> tuple[tuple[str, ...], tuple[Said, ...]]:
    """Put the texts of a page into Unicode, in place; the encodings they were in, and warnings
    where that is not sure."""
    pieces = [p for p in _pieces(root) if not p.text.isascii() or by_font(p.font) is not None]
    read: dict[Encoding, Score] = {}
    named = [p for p in pieces if by_font(p.font) is not None]
    if not is_unicode("\n".join(p.text for p in named)):
        for piece in named:
            found, text = by_font(piece.font), piece.text
            if found is None or not text.strip() or is_unicode(text):
                continue
            made = convert(text, found.encoding, found.upper).text
            read[found.encoding] = score(made).plus(read.get(found.encoding, Score()))
            piece.put(made)
    restored = restore("\n".join(p.text for p in pieces))
    if restored.encodings:
        for piece, text in zip(pieces, restored.text.split("\n"), strict=True):
            if text != piece.text:
                piece.put(text)
    doubts = [doubt(e, r) for e, r in read.items() if not r.is_sure]
    told: set[str] = {*read, *restored.encodings}
    return tuple(sorted(told)), tuple(doubts)


def _pieces(root: _Element) -> list[_Piece]:
    """The texts of the tree in order."""
    rules = _rules(root)
    fonts: dict[_Element, str] = {}
    out = []
    for element in root.iter("*"):
        parent = element.getparent()
        outer = fonts.get(parent, "") if parent is not None else ""
        fonts[element] = _own(element, rules) or outer
        if element.text and element.tag not in _NO_TEXT:
            out.append(_Piece(element, False, fonts[element]))
        if element.tail:
            out.append(_Piece(element, True, outer))
    return out


def _own(element: _Element, rules: dict[tuple[str, str], str]) -> str:
    """The font that an element asks for; "" for none."""
    found = _family(element.get("style") or "") or (element.get("face") or "").split(",")[0]
    if found:
        return found.strip(" '\"")
    if not rules:
        return ""
    tag = str(element.tag)
    named = [(t, name) for name in (element.get("class") or "").split() for t in (tag, "")]
    return next((rules[key] for key in (*named, (tag, "")) if key in rules), "")


def _family(declarations: str) -> str:
    """The font that declarations of a style name: one of an older encoding, else what is named
    first; "" for none."""
    m = _FAMILY.search(declarations)
    if m is None:
        return ""
    names = ["".join(groups) for groups in _NAME.findall(m[1])]
    return next((name for name in names if by_font(name) is not None), m[1].split(",")[0])


def _rules(root: _Element) -> dict[tuple[str, str], str]:
    """The fonts that the page's own style sheets give to (tag, class), either perhaps empty; only
    fonts of older encodings, others tell nothing."""
    out: dict[tuple[str, str], str] = {}
    for style in root.iter("style"):
        for selectors, body in _RULE.findall(style.text or ""):
            font = _family(body)
            if by_font(font) is None:
                continue
            for selector in selectors.split(","):
                simple = _SELECTOR.fullmatch(selector)
                if simple is not None and any(simple.groups()):
                    out[(simple[1] or "").lower(), simple[2] or ""] = font
    return out
