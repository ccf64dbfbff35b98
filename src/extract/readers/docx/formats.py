"""How a counted number is written (ST_NumberFormat, ECMA-376 Part 1, 17.18.59)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from extract.readers.docx.xml import W, chosen

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3999
_MOST_LETTERS = 780  # Word's own limit: thirty times the alphabet
_CHICAGO = "*†‡§"


@dataclass(frozen=True, slots=True)
class Format:
    """A number format; `width` is the least number of figures."""

    kind: str
    width: int = 1


LEGAL = Format("decimal")


def format_of(parent: _Element, default: str = "decimal") -> Format:
    """The w:numFmt of a level or of note properties; of mc:AlternateContent the newer branch,
    whose custom format shows how wide it is ("001, 002, …", 17.9.17)."""
    found = parent.find(W + "numFmt")
    alternate = next((c for c in parent if c.tag == _ALTERNATE), None)
    branch = chosen(alternate) if alternate is not None else None
    if branch is not None:
        found = branch.find(W + "numFmt")
    kind = found.get(W + "val") if found is not None else None
    if found is not None and kind == "custom":
        first = (found.get(W + "format") or "1").split(",")[0].strip()
        return Format("decimal", min(len(first), 9))
    return Format("decimal", 2) if kind == "decimalZero" else Format(kind or default)


_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def in_figures(value: int, form: Format) -> str:
    """`value` written in a format; formats of other scripts are written in decimal figures."""
    kind = form.kind
    if kind in ("none", "bullet"):
        return ""
    if kind in ("upperRoman", "lowerRoman") and 0 < value <= _MOST_ROMAN:
        roman = _roman(value)
        return roman.upper() if kind == "upperRoman" else roman
    if kind in ("upperLetter", "lowerLetter") and 0 < value <= _MOST_LETTERS:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "chicago" and 0 < value <= 40:
        return _CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1)
    if kind == "ordinal":
        return f"{value}{_ordinal(value)}"
    return str(value).zfill(form.width)


def _roman(value: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        out += letters * count
    return out


def _ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
