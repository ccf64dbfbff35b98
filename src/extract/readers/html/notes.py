"""Notes of a page: a link with a number or star that leads down to a note body.

Word writes `<a href="#_ftn1" name="_ftnref1">[1]</a>` and `<div id="ftn1">` at the end, LibreOffice
`sdfootnote1anc` and `sdfootnote1sym`, others `fn1` and `fnref1`. What counts is that the link leads
to an element after it, and that one back; where none leads back, the name must be one of a note,
or the call be raised and the body begin with the same number.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

_MARK = re.compile(r"\s*[\[(]?\s*(\d{1,3}|\*{1,3}|[ivx]{1,5})\s*[\])]?\s*")
_BACK = re.compile(r"\s*(?:[\[(]?\s*(?:\d{1,3}|\*{1,3}|[ivx]{1,5})\s*[\])]?\.?|[\^↑↩⏎]\ufe0e?)\s*")
_NAME = re.compile(
    r"(?:_?(?:ftn|edn)|fn|sdfootnote|sdendnote|footnote|endnote|cite_note)[-_:]?\d", re.I
)
_FIRST = re.compile(r"\s*[\[(]?1[\])]?[.:)]?\s*[^\W\d_“\"]")
_INLINE = frozenset("sup span b strong i em small font".split())
_BODIES = frozenset("div p li dd aside section blockquote".split())
_OF_NOTE = re.compile(r"mso-element:\s*(?:footnote|endnote)(?!-)", re.I)
_LONGEST = 200  # characters of a link that are looked at


def stands_over_notes(line: _Element) -> bool:
    """True for a drawn line (`hr`) below which notes typed by hand begin: `1. Gồm …`."""
    shown = line.tail or ""
    after = line.getnext()
    while after is not None and not shown.strip():
        shown = _shown(after) + (after.tail or "")
        after = after.getnext()
    return _FIRST.match(shown) is not None


class HtmlNotes:
    """The calls and the bodies of a page's notes."""

    def __init__(self, root: _Element) -> None:
        self.calls: dict[_Element, tuple[str, _Element]] = {}  # call -> its mark and its body
        self.bodies: set[_Element] = set()
        self.backs: set[_Element] = set()  # links from a body to its call
        self.linked: set[_Element] = set()  # bodies that a link leads back from
        self._links: dict[_Element, dict[str, list[_Element]]] = {}  # of bodies, by where they lead
        wanted = {fragment for a in root.iter("a") if (fragment := _fragment(a))}
        places: dict[str, tuple[int, _Element]] = {}
        links: list[tuple[int, _Element]] = []
        if not wanted:
            return
        for n, element in enumerate(root.iter()):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name in wanted:
                    places.setdefault(str(name), (n, element))
            if element.tag == "a" and _fragment(element):
                links.append((n, element))
        for n, link in links:
            self._link(n, link, places)

    def _link(self, n: int, link: _Element, places: dict[str, tuple[int, _Element]]) -> None:
        """Take a link as a call, if it is one."""
        fragment = _fragment(link)
        m = _MARK.fullmatch(_shown(link))
        if m is None or fragment not in places or places[fragment][0] <= n:
            return
        call = link
        parent = call.getparent()
        while parent is not None and parent.tag in _INLINE and _is_mark(parent, m[1]):
            call, parent = parent, parent.getparent()
        names = {name for el in call.iter() for name in (el.get("id"), el.get("name")) if name}
        body = _body(places[fragment][1])
        if body is None:
            return
        leading = self._links_in(body)
        backs = [a for name in names for a in leading.get(name, ())]
        numbered = call.tag == "sup" and re.match(rf"\s*{re.escape(m[1])}[.:)]?\s", _shown(body))
        if not backs and not numbered and _NAME.match(fragment) is None:
            return
        self.calls[call] = m[1], body
        self.bodies.add(body)
        self.backs.update(a for a in backs if _BACK.fullmatch(_shown(a)))
        if backs:
            self.linked.add(body)

    def _links_in(self, body: _Element) -> dict[str, list[_Element]]:
        """The links in a body by the place that they lead to."""
        if body not in self._links:
            found = self._links[body] = {}
            for a in body.iter("a"):
                found.setdefault(_fragment(a), []).append(a)
        return self._links[body]


def _fragment(link: _Element) -> str:
    return (link.get("href") or "").partition("#")[2]


def _shown(element: _Element) -> str:
    """The beginning of an element's text."""
    out = ""
    for piece in element.itertext():
        out += str(piece)
        if len(out) > _LONGEST:
            break
    return out


def _is_mark(element: _Element, mark: str) -> bool:
    m = _MARK.fullmatch(_shown(element))
    return m is not None and m[1] == mark


def _body(target: _Element) -> _Element | None:
    """The box of the note that a link leads to: the nearest one, or the one around it that holds
    the paragraphs of this note alone."""
    box: _Element | None = target
    while box is not None and box.tag not in _BODIES:
        box = box.getparent()
    outer = box.getparent() if box is not None else None
    if outer is not None and (outer.tag == "li" or _is_note(outer)):
        return outer
    return box


def _is_note(element: _Element) -> bool:
    named = _NAME.match(element.get("id") or "") is not None
    return named or _OF_NOTE.search(element.get("style") or "") is not None
