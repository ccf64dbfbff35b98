"""Comments of reviewers, which Word and Google Docs save in a page: a link to each and, at the end
of the page, their text. They are no part of the document."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element

_CALL = re.compile(r"#(?:cmnt|_msocom_)\d+")
_BACK = re.compile(r"#(?:cmnt_ref|_msoanchor_)\d+")
_AROUND = frozenset("sup span".split())  # of a call: left out with it


def drop_comments(root: _Element) -> None:
    """Take the comments and what calls them out of the page."""
    links = [(a, a.get("href") or "") for a in root.iter("a")]
    for link, href in links:
        if _BACK.fullmatch(href):
            _drop(_box(link, root))
        elif _CALL.fullmatch(href):
            _drop(_widest(link))


def _widest(link: _Element) -> _Element:
    """The element around a call that says nothing else."""
    said = _said(link)
    parent = link.getparent()
    while parent is not None and parent.tag in _AROUND and _said(parent) == said:
        link, parent = parent, parent.getparent()
    return link


def _box(link: _Element, root: _Element) -> _Element:
    """The comment that a link back stands at the head of: the box of this one alone, else its
    paragraph."""
    mark, found = _said(link), link
    for outer in link.iterancestors():
        if outer in (root, root.find("body")):
            break
        backs = (a for a in outer.iter("a") if _BACK.fullmatch(a.get("href") or ""))
        if sum(1 for _ in islice(backs, 2)) > 1 or not _said(outer).startswith(mark):
            break
        found = outer
    return found


def _said(element: _Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def _drop(element: _Element) -> None:
    """Take an element out, not the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
