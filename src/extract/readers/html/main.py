"""Which part of a saved page is the document: not the menus, heads and feet of its site.

The rule. What stands around the document in a table of layout is told by `html/around`. Boxes
whose tag, id or class says that they serve the site (menu, share, comments …) are left out unless
they hold much of the page's prose, text that is no link. The document is then the smallest box
named for content (`main`, `article`, ids and classes with content, noidung, vanban, toanvan …) that
holds most of the prose; where there is none, the whole body. One of several boxes of the same name
is a page or an item of a list, not the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element

from extract.readers.html.around import around
from extract.readers.html.style import is_unseen

Event = Literal["opens", "closes", "leaf"]
_MOST = 0.6  # of the prose is in the box of the document
_LITTLE = 0.3  # of the prose at most is in a box of the site
_CONTENT = re.compile(
    r"content|article|noi[-_]?dung|van[-_]?ban|toan[-_]?van|full[-_]?text|doc[-_]?item|document"
    r"|chi[-_]?tiet|detail|entry|main",
    re.I,
)
_SITE = frozenset(
    (
        "header footer menu nav navbar navigation breadcrumb breadcrumbs sidebar share social "
        "comment comments binhluan related lienquan tinlienquan ads advert banner toolbar popup "
        "modal cookie paging pagination rating tags search login skip"
    ).split()
)
_CELLS = frozenset(("td", "th", "table", "ul", "div"))  # of a layout
_SITE_TAGS = frozenset(("header", "footer", "aside", "form"))
_OWN = frozenset(("main", "article"))  # a header or footer in them is the document's
_WORD = re.compile(r"[^a-z0-9]+")
_FIGURES = re.compile(r"\d+")


@dataclass(slots=True)
class _Weight:
    """How many characters a box holds outside of links, and in them; its links."""

    prose: int = 0
    linked: int = 0
    links: int = 0


def walk(root: _Element, is_leaf: Callable[[_Element], bool]) -> Iterator[tuple[_Element, Event]]:
    """The elements from `root` on in order, each when it opens and when it closes; a leaf comes
    once and its inside is passed over. Not recursive: pages nest deeply."""
    yield root, "opens"
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield element, "closes"
        elif is_leaf(child):
            yield child, "leaf"
        else:
            yield child, "opens"
            stack.append((child, iter(child)))


def document_part(root: _Element) -> tuple[_Element, set[_Element]]:
    """The element that holds the document, and the boxes in it that are the site's."""
    found = root.find("body")
    body = found if found is not None else root
    weights = _weigh(body)
    total = max(weights[body].prose, 1)
    site = {
        box
        for box, weight in weights.items()
        if box is not body and weight.prose <= _LITTLE * total and _is_of_site(box, weight)
    }
    site |= around(body, weights)
    named = [
        (weight.prose, -n, box)
        for n, (box, weight) in enumerate(weights.items())
        if weight.prose >= _MOST * total and _is_named(box) and not _has_twin(box)
    ]
    return (min(named)[2] if named else body), site


def _weigh(body: _Element) -> dict[_Element, _Weight]:
    """The weights of the body and of all boxes with a name of interest; inner ones come first."""
    out: dict[_Element, _Weight] = {}
    stack: list[_Weight] = []
    links = 0
    for element, event in walk(body, is_unseen):
        if event == "opens":
            is_link = element.tag == "a" and element.get("href") is not None
            links += is_link
            stack.append(_Weight(links=int(is_link)))
            _add(stack[-1], element.text, links)
            continue
        if event == "closes":
            links -= element.tag == "a" and element.get("href") is not None
            weight = stack.pop()
            cell = element.tag in _CELLS
            if element is body or cell or _is_named(element) or _may_be_of_site(element):
                out[element] = weight
            if stack:
                stack[-1].prose += weight.prose
                stack[-1].linked += weight.linked
                stack[-1].links += weight.links
        if stack:
            _add(stack[-1], element.tail, links)
    return out


def _add(weight: _Weight, text: str | None, links: int) -> None:
    size = len(text.strip()) if text else 0
    if links:
        weight.linked += size
    else:
        weight.prose += size


def _name(element: _Element) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def _is_named(element: _Element) -> bool:
    """True for a box that says it holds content."""
    if element.tag in _OWN or element.get("role") == "main":
        return True
    return element.tag in ("div", "section", "td") and _CONTENT.search(_name(element)) is not None


def _has_twin(element: _Element) -> bool:
    """True where a box beside it has the same name, figures in it aside."""
    parent = element.getparent()
    if parent is None:
        return False
    name = _FIGURES.sub("", _name(element))
    return any(
        other is not element and other.tag == element.tag and _FIGURES.sub("", _name(other)) == name
        for other in parent
    )


def _may_be_of_site(element: _Element) -> bool:
    if element.tag in _SITE_TAGS:
        return True
    if element.tag not in ("div", "section", "ul", "ol"):
        return False
    words = _WORD.split(f"{_name(element)} {element.get('title') or ''}".lower())
    return not _SITE.isdisjoint(words)


def _is_of_site(box: _Element, weight: _Weight) -> bool:
    """True for a box of the site; the `header` of a document is none: it is no menu, or it stands
    in the document."""
    if not _may_be_of_site(box):
        return False
    if box.tag == "header" and weight.linked <= weight.prose:
        return False
    if box.tag in ("header", "footer"):
        return not any(outer.tag in _OWN for outer in box.iterancestors())
    return True
