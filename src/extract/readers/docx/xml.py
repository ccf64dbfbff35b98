"""WordprocessingML: parts parsed safely, and the few ways to look into their elements."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lxml import etree
from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_NODES = 2_000_000  # tags and attributes of one part; a page of a report has about 1,500
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFF = ("0", "false", "off")
_FAR = 2**31 - 1
_REMOVED = frozenset(("del", "moveFrom", "Fallback"))


class BrokenPart(Exception):
    """A part of the package cannot be unpacked or is no well-formed XML."""


class HostilePart(Exception):
    """A part that no Word writes: a document type declaration, nodes without end."""


def parse(data: bytes) -> _Element:
    """The root element of a part; names of ISO/IEC 29500 Strict become those of Transitional.

    Raises BrokenPart or HostilePart. No entity is expanded, nothing is fetched, and OPC forbids
    a DTD anyway (ECMA-376 Part 2, XML usage, M1.17).
    """
    if b"<!DOCTYPE" in data[:4096] or data.count(b"<") + data.count(b"=") > MOST_NODES:
        raise HostilePart
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data.replace(_STRICT, W[1:-1].encode()), parser)
    except (etree.XMLSyntaxError, ValueError) as e:
        raise BrokenPart(str(e)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise HostilePart
    return root


def local(element: _Element) -> str:
    """The name of an element without its namespace ("" for an entity left as it is)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def val(parent: _Element | None, name: str, attribute: str = "val") -> str | None:
    """The attribute `attribute` of the child `name`; None where either is missing."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(W + attribute) if child is not None else None


def switch(parent: _Element | None, name: str) -> bool | None:
    """The on/off property `name` of `parent` (17.17.4); None where it is not given."""
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else is_on(child.get(W + "val"))


def is_on(value: str | None) -> bool:
    """An on/off value (17.17.4): a property that is there without a value is on."""
    return value is None or value.lower() not in _OFF


def number(value: str | None, default: int = 0) -> int:
    """A decimal number of an attribute; `default` where it is none or out of all bounds."""
    try:
        found = int(value[:12]) if value is not None else default
    except ValueError:
        return default
    return found if abs(found) <= _FAR else default


def chosen(alternate: _Element) -> _Element | None:
    """The branch of mc:AlternateContent to read (Part 3): its first Choice, else Fallback."""
    branches = {local(child): child for child in reversed(alternate)}
    return branches.get("Choice", branches.get("Fallback"))


def is_placeholder(sdt: _Element) -> bool:
    """True for a content control that shows its prompt, not a text (17.5.2.39)."""
    return switch(sdt.find(W + "sdtPr"), "showingPlcHdr") is True


def flow(container: _Element, wanted: Container[str]) -> Iterator[_Element]:
    """The elements `wanted` (local names) of a container in order, the wrappers around them
    opened: content controls, custom XML, insertions; what a revision removed is left out."""
    for child in container:
        kind = local(child)
        if kind in wanted:
            yield child
        elif kind == "AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from flow(branch, wanted)
        elif kind not in _REMOVED and not (kind == "sdt" and is_placeholder(child)):
            yield from flow(child, wanted)
