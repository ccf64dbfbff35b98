"""Numbers that a page's style sheets count (CSS counters) -> the text of its elements, in place.

Word processors on the web number lists so: `li:before{content: counter(list) ". "}`. A counter
lives among the siblings of the element that resets it, and inside them. Of what stands before an
element only numbers are taken, with the words around them: the rest is ornament.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from extract.readers.docx.formats import Format, in_figures

KINDS = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "none": "none",
}
_PART = re.compile(
    r"\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<how>counters?)\(\s*(?P<name>[\w-]+)\s*"
    r"(?:,\s*(?:\"(?P<between>[^\"]*)\"|'(?P<apart>[^']*)')\s*)?(?:,\s*(?P<kind>[\w-]+)\s*)?\)",
    re.I,
)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")
_STEP = re.compile(r"(?P<name>[\w-]+)(?:\s+(?P<value>-?\d{1,6}))?")
_LONGEST = 40  # characters of a label
_MOST = 9  # counters of one name in one another
Said = Mapping[str, str]


def number_elements(
    root: _Element, own: Mapping[_Element, Said], before: Mapping[_Element, Said]
) -> None:
    """Put the numbers that style sheets count before the text of their elements: `own` is what
    these say of elements, `before` what they say of what stands before each."""
    if not any("counter" in said.get("content", "").lower() for said in before.values()):
        return
    counters = _Counters()
    for element in root.iter("*"):
        for said in (own.get(element), before.get(element)):
            if said:
                counters.tell(element, said)
        label = counters.label(before.get(element, {}).get("content", ""), element)
        if label:
            element.text = f"{label} {(element.text or '').lstrip()}"


class _Counters:
    """The counters of a page, by name; each with the element among whose children it lives."""

    def __init__(self) -> None:
        self._counts: dict[str, list[tuple[_Element | None, int]]] = {}

    def tell(self, element: _Element, said: Said) -> None:
        """Reset and count what a style says at an element."""
        for name, value in _steps(said.get("counter-reset", ""), 0):
            around = element.getparent()
            living = self._living(name, element)
            if living and living[-1][0] is around:
                living.pop()
            if len(living) < _MOST:
                living.append((around, value))
        for name, step in _steps(said.get("counter-increment", ""), 1):
            living = self._living(name, element)
            around, value = living.pop() if living else (element.getparent(), 0)
            living.append((around, value + step))

    def label(self, content: str, element: _Element) -> str:
        """What a declaration of content shows; "" for one without a number."""
        out = ""
        counted = False
        for m in _PART.finditer(content):
            if m["how"] is None:
                out += _ESCAPED.sub(_character, m["double"] or m["single"] or "")
                continue
            form = form_of(KINDS.get((m["kind"] or "").lower(), "decimal"))
            values = [value for _, value in self._living(m["name"], element)] or [0]
            shown = [in_figures(value, form) for value in values]
            between = m["between"] or m["apart"] or ""
            out += between.join(shown) if m["how"].lower() == "counters" else shown[-1]
            counted = True
        return out.strip()[:_LONGEST] if counted else ""

    def _living(self, name: str, element: _Element) -> list[tuple[_Element | None, int]]:
        """The counters of a name that reach to an element; the others have ended."""
        counts = self._counts.get(name, [])
        if counts:
            around = {None, *element.iterancestors()}
            counts = [count for count in counts if count[0] in around]
        self._counts[name] = counts
        return counts


def form_of(kind: str) -> Format:
    """The format of a kind of labels."""
    return Format("decimal", 2) if kind == "decimalZero" else Format(kind)


def _steps(said: str, usual: int) -> list[tuple[str, int]]:
    found = _STEP.finditer(said) if said != "none" else ()
    return [(m["name"], int(m["value"] or usual)) for m in found]


def _character(m: re.Match[str]) -> str:
    code = int(m[1], 16)
    return chr(code) if 31 < code < 0xD800 else ""
