"""Formulas (Office Math, 22.1): the signs that keep their parts apart on one line.

A fraction becomes `a/b`, a power `10^6`, an index of a figure `x_1`, a root `√27`; without them the
digits of two parts would be read as one number.
"""

from __future__ import annotations

from lxml.etree import _Element

from extract.readers.docx.xml import local

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SUMS = "+-−–·×*/"


def signs_around(element: _Element, ending: str) -> tuple[str, str]:
    """What stands before and after a part of a formula; `ending` is the text before it."""
    if not (isinstance(element.tag, str) and element.tag.startswith(_M)):
        return "", ""
    kind, parent = local(element), element.getparent()
    inside = local(parent) if parent is not None else ""
    before, after = _between(kind, inside, ending)
    text = "".join(t.text or "" for t in element.iter("{*}t")).strip()
    if not text:
        return ("(", ")") if kind == "d" else ("", "")
    if kind in ("num", "den", "sup") and any(sign in text[1:] for sign in _SUMS):
        return f"{before}(", f"){after}"
    if kind == "d":
        return _fence(element, "begChr", "("), _fence(element, "endChr", ")")
    if kind == "nary":
        return _fence(element, "chr", "∫", "naryPr"), ""
    return before, after


def _between(kind: str, inside: str, ending: str) -> tuple[str, str]:
    """The signs that a part has by its place alone."""
    if kind == "den":
        return "/", ""
    if kind == "sup":
        return "^", " " if inside == "nary" else ""
    if kind == "sub":
        return ("_" if inside == "nary" or ending[-1:].isdigit() else ""), ""
    if kind == "deg":
        return ("" if ending[-1:] in ("", " ") else " "), ""
    return ("√", "") if kind == "e" and inside == "rad" else ("", "")


def _fence(element: _Element, name: str, usual: str, properties: str = "dPr") -> str:
    """A sign that a part names in its properties, or the usual one."""
    found = element.find(f"{_M}{properties}/{_M}{name}")
    return usual if found is None else found.get(_M + "val") or ""
