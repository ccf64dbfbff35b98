"""What attributes say of an element's look: hidden, raised, bold, centred, its borders."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from extract.readers.docx.styles import Look

_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em"))
_LOOKS = {
    **{tag: Look(bold=True) for tag in _BOLD},
    **{tag: Look(italic=True) for tag in _ITALIC},
    "sup": Look(raised=True),
    "sub": Look(raised=False),
    "s": Look(struck=True),
    "strike": Look(struck=True),
    "del": Look(struck=True),
}
_NONE = Look()
_HEAVY = re.compile(r"bold|bolder|[6-9]00")
_SIDES = ("top", "right", "bottom", "left")
_NO_LINE = re.compile(r"(?:.*\s)?(?:none|hidden|0(?:px|pt|in|cm|mm)?)(?:\s.*)?\Z")
NO_SIZE = re.compile(r"0(?:\.0+)?(?:px|pt|r?em|%)?")
_FAR_OFF = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|pt|r?em)")
_HIDDEN_WORDS = 200  # characters of letters without size that a page hides in its text
_GRID = re.compile(r"bordered|tablegrid", re.I)

# elements that show no text of the document, whatever stands in them
UNSEEN = frozenset(
    (
        "head title script style noscript template svg iframe frame object embed canvas audio "
        "video map select option datalist textarea button input nav dialog rt rp xml"
    ).split()
)


def style_of(el: _Element) -> dict[str, str]:
    """The declarations of a style attribute, in lower case."""
    given = el.get("style")
    if not given:
        return {}
    pairs = (part.partition(":") for part in given.lower().split(";"))
    return {key.strip(): value.replace("!important", "").strip() for key, _, value in pairs}


def is_unseen(el: _Element) -> bool:
    """True for an element that is not shown, or not a part of the text."""
    return el.tag in UNSEEN or is_hidden(el)


def is_hidden(el: _Element) -> bool:
    """True for an element that says it is not shown."""
    if el.get("hidden") is not None:
        return True
    if not el.get("style"):
        return False
    style = style_of(el)
    return (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or is_far_off(style)
        or (NO_SIZE.fullmatch(style.get("font-size", "")) is not None and not _is_wrapper(el))
    )


def is_far_off(style: Mapping[str, str]) -> bool:
    """True for a style that moves an element off the page."""
    away = any(_FAR_OFF.fullmatch(style.get(side, "")) for side in ("left", "top"))
    return away and style.get("position") in ("absolute", "fixed")


def _is_wrapper(el: _Element) -> bool:
    """True for an element that wants no letters between those in it, which have sizes of their own:
    they say so, or it holds too much to be a hidden word."""
    sized = any("font" in (inner.get("style") or "") for inner in el.iterdescendants("*"))
    return sized or sum(len(str(text).strip()) for text in el.itertext()) > _HIDDEN_WORDS


_MATH = {  # signs before the first, the second and the third part
    "mfrac": ("", "/"),
    "msup": ("", "^"),
    "msub": ("", "_"),
    "msubsup": ("", "_", "^"),
    "mroot": ("√", "^1/"),
}


def look_of(el: _Element, outer: Look) -> Look:
    """The look of an element's text, inside an element with the look `outer`."""
    own = _LOOKS.get(str(el.tag), _NONE)
    style = style_of(el)
    if style:
        weight, slant = style.get("font-weight"), style.get("font-style")
        align, letters = style.get("vertical-align"), style.get("text-transform")
        line = style.get("text-decoration-line") or style.get("text-decoration") or ""
        own = Look(
            caps=None if letters is None else letters == "uppercase",
            raised=None if align is None else align in ("super", "text-top"),
            bold=None if weight is None else _HEAVY.fullmatch(weight) is not None,
            italic=None if slant is None else slant in ("italic", "oblique"),
            struck=True if "line-through" in line else None,
        ).over(own)
    return outer if own == _NONE else own.over(outer)


def math_sign(el: _Element) -> str:
    """The sign before a part of a formula (MathML) that keeps its digits apart from those before:
    of a fraction's lower half, a power, a root; "" for anything else."""
    around = el.getparent()
    kind = str(around.tag) if around is not None else ""
    if kind in _MATH:
        at = around.index(el) if around is not None else 0
        return _MATH[kind][at] if at < len(_MATH[kind]) else ""
    return "√" if el.tag == "msqrt" else ""


def is_centred(el: _Element, outer: bool) -> bool:
    """True where the lines of a block are centred; `outer`: those of the block around it are."""
    found = style_of(el).get("text-align") or (el.get("align") or "").lower()
    if el.tag == "center":
        return True
    return found == "center" if found and el.tag != "table" else outer and el.tag != "table"


def is_ruled(table: _Element, cells: list[_Element]) -> bool:
    """True for a table with lines: it says so, or half of its cells have lines on two sides."""
    if table.get("border", "0").strip() not in ("0", "") or _GRID.search(table.get("class") or ""):
        return True
    if len(_lines(table)) >= 2:
        return True
    return 2 * sum(len(_lines(cell)) >= 2 for cell in cells) >= max(len(cells), 1)


def _lines(el: _Element) -> set[str]:
    """The sides on which an element's style draws a line."""
    lined: dict[str, bool] = {}
    for key, value in style_of(el).items():
        first, _, side = key.partition("-")
        if first == "border" and side in ("", *_SIDES):
            drawn = _NO_LINE.match(value) is None
            lined.update((s, drawn) for s in ((side,) if side else _SIDES))
    return {side for side, drawn in lined.items() if drawn}
