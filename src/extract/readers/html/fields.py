"""Fields of forms in pages -> what stands in them, as a reader sees it; documents in frames."""

from __future__ import annotations

import re

from lxml.etree import _Element

from extract.readers.html.style import is_hidden

FIELDS = frozenset(("input", "select", "textarea"))
_TYPED = frozenset(("", "text", "number", "date", "month", "week", "time", "tel", "email", "url"))
_FRAMES = ("iframe", "frame", "embed", "object")
_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|rtf|odt)\b|application/(?:pdf|msword)|docs\.google\.com/(?:viewer|document|gview)"
    r"|view\.officeapps|/viewer\.html",
    re.I,
)


def value_of(field: _Element) -> str:
    """What a field shows: the value typed, the entries chosen, a box ticked or not; "" for a button
    and for what is hidden or secret."""
    if is_hidden(field):
        return ""
    if field.tag == "textarea":
        return "".join(str(text) for text in field.itertext())
    if field.tag == "select":
        chosen = [o for o in field.iter("option") if o.get("selected") is not None]
        return ", ".join(" ".join("".join(map(str, o.itertext())).split()) for o in chosen)
    kind = (field.get("type") or "").lower()
    if kind in ("checkbox", "radio"):
        return "☐" if field.get("checked") is None else "☒"
    return field.get("value") or "" if kind in _TYPED else ""


def framed_documents(root: _Element) -> int:
    """How many documents (PDF, Word) a page shows in frames, which are not in its file."""
    return sum(
        any(_DOCUMENT.search(el.get(name) or "") for name in ("src", "data", "type"))
        for el in root.iter(*_FRAMES)
        if next(el.iterancestors("object"), None) is None
    )
