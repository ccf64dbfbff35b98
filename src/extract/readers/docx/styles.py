"""styles.xml -> the properties a paragraph, a run or a table has from its styles.

A property given directly wins over the style's, a style's own over the one it is based on
(ECMA-376 Part 1, 17.7.2). Toggling of a property by two styles at once (17.7.3) is not followed.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from extract.readers.docx.xml import W, local, number, switch, val

SIDES = ("top", "bottom", "left", "right", "insideH", "insideV")
_BARE = ("nil", "none")
_RAISED = 4  # half points above the line from which letters are raised, not just set right
_WHITE = "FFFFFF"
_TINY = 4  # half points: nobody reads letters of that size
_DEEPEST = 32  # styles based on one another; a chain that bites its own tail ends here


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how a run is read; None where nothing says so."""

    hidden: bool | None = None
    caps: bool | None = None
    raised: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    font: str | None = None
    struck: bool | None = None
    white: bool | None = None
    tiny: bool | None = None

    def over(self, other: Look) -> Look:
        """This look, with what it leaves open taken from `other`."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.caps if self.caps is None else self.caps,
            other.raised if self.raised is None else self.raised,
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.font if self.font is None else self.font,
            other.struck if self.struck is None else self.struck,
            other.white if self.white is None else self.white,
            other.tiny if self.tiny is None else self.tiny,
        )


def look_of(run_properties: _Element | None) -> Look:
    """The look a w:rPr gives directly: vanish (17.3.2.41), caps, vertAlign (17.3.2.42) or a
    position (17.3.2.24) well above the line, b, i, rFonts, strike and dstrike (17.3.2.37), color
    (17.3.2.6), sz (17.3.2.38)."""
    if run_properties is None:
        return Look()
    align = val(run_properties, "vertAlign")
    colour, size = val(run_properties, "color"), val(run_properties, "sz")
    return Look(
        switch(run_properties, "vanish"),
        switch(run_properties, "caps"),
        _is_raised(run_properties, align),
        switch(run_properties, "b"),
        switch(run_properties, "i"),
        font_of(run_properties),
        _is_struck(run_properties),
        None if colour is None else colour.upper() == _WHITE and not is_shaded(run_properties),
        None if size is None else 0 < number(size) <= _TINY,
    )


def is_shaded(properties: _Element | None) -> bool:
    """True for properties that give a ground of another colour than white (17.3.2.32, 17.3.2.15)"""
    fill = (val(properties, "shd", "fill") or "auto").upper()
    pattern = val(properties, "shd") or "clear"
    marked = (val(properties, "highlight") or "none") not in ("none", "white")
    return marked or fill not in ("AUTO", _WHITE) or pattern not in ("clear", "nil")


def _is_struck(run_properties: _Element) -> bool | None:
    lines = switch(run_properties, "strike"), switch(run_properties, "dstrike")
    return True if True in lines else False if False in lines else None


def _is_raised(run_properties: _Element, align: str | None) -> bool | None:
    position = val(run_properties, "position")
    if position is not None and align in (None, "baseline"):
        return number(position) >= _RAISED
    return None if align is None else align == "superscript"


def font_of(run_properties: _Element | None) -> str | None:
    """The font of letters beyond ASCII (17.3.2.26): "" for one of the theme, None for none."""
    if val(run_properties, "rFonts", "hAnsiTheme") is not None:
        return ""
    return val(run_properties, "rFonts", "hAnsi") or val(run_properties, "rFonts", "ascii")


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        self._by_id: dict[str, _Element] = {}
        self._default: dict[str, str] = {}
        self._looks: dict[str, Look] = {}
        self._chains: dict[tuple[str | None, str], list[_Element]] = {}
        defaults = None
        for style in root if root is not None else ():
            ident = style.get(W + "styleId")
            if local(style) == "style" and ident is not None:
                self._by_id[ident] = style
                if style.get(W + "default") in ("1", "true", "on"):
                    self._default[style.get(W + "type") or "paragraph"] = ident
            elif local(style) == "docDefaults":
                defaults = style.find(f"{W}rPrDefault/{W}rPr")
        self._base = look_of(defaults)

    def chain(self, ident: str | None, kind: str = "paragraph") -> list[_Element]:
        """The style `ident` (or the default of its kind) and what it is based on, nearest first."""
        if (ident, kind) in self._chains:
            return self._chains[ident, kind]
        out = self._chains[ident, kind] = []
        style = self._by_id.get(ident or self._default.get(kind, ""))
        while style is not None and len(out) < _DEEPEST:
            out.append(style)
            style = self._by_id.get(val(style, "basedOn") or "")
        return out

    def paragraph(self, paragraph: _Element) -> list[_Element]:
        """The w:pPr that hold for a paragraph, nearest first."""
        own = paragraph.find(W + "pPr")
        styles = self.chain(val(own, "pStyle"))
        return [p for p in (own, *(s.find(W + "pPr") for s in styles)) if p is not None]

    def is_centred(self, paragraph: _Element) -> bool:
        """True for a centred paragraph (17.3.1.13)."""
        found = (val(p, "jc") for p in self.paragraph(paragraph))
        return next((jc for jc in found if jc is not None), None) == "center"

    def is_heading(self, paragraph: _Element) -> bool:
        """True for a paragraph of the outline (17.3.1.20: level 9 is body text)."""
        found = (val(p, "outlineLvl") for p in self.paragraph(paragraph))
        return number(next((level for level in found if level is not None), None), 9) < 9

    def has_leader(self, paragraph: _Element) -> bool:
        """True for a paragraph with a tab stop that dots or a line lead to (17.3.1.37)."""
        stops = (tab for p in self.paragraph(paragraph) for tab in p.iterfind(f"{W}tabs/{W}tab"))
        return any(tab.get(W + "leader") not in (None, "none") for tab in stops)

    def look(self, ident: str | None, kind: str) -> Look:
        """What the style `ident` says of the runs in it."""
        key = f"{kind} {ident}"
        if key not in self._looks:
            look = Look()
            for style in self.chain(ident, kind):
                look = look.over(look_of(style.find(W + "rPr")))
            self._looks[key] = look if kind == "character" else look.over(self._base)
        return self._looks[key]

    def ruled_sides(self, table: _Element) -> frozenset[str]:
        """The sides (SIDES) on which a table has lines, from its own and its style's borders."""
        own = table.find(W + "tblPr")
        styles = self.chain(val(own, "tblStyle"), "table")
        found: dict[str, bool] = {}
        for properties in (own, *(s.find(W + "tblPr") for s in styles)):
            for side, lined in lines_of(properties, "tblBorders").items():
                found.setdefault(side, lined)
        return frozenset(side for side, lined in found.items() if lined)


def lines_of(properties: _Element | None, borders: str) -> dict[str, bool]:
    """The sides `borders` (w:tblBorders 17.4.38, w:tcBorders 17.4.66) speaks of: a line or none."""
    found = properties.find(W + borders) if properties is not None else None
    out: dict[str, bool] = {}
    for border in found if found is not None else ():
        side = {"start": "left", "end": "right"}.get(local(border), local(border))
        if side in SIDES:
            out[side] = border.get(W + "val") not in _BARE
    return out
