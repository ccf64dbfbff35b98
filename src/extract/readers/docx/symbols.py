"""Characters of symbol fonts as Unicode: Symbol (Greek and mathematics), Wingdings (bullets).

Word writes them in the private use area, U+F000 plus the code in the font (17.3.3.30 sym).
"""

from __future__ import annotations

import re

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{0x41 + i: c for i, c in enumerate(_GREEK[0])},
    **{0x61 + i: c for i, c in enumerate(_GREEK[1])},
    **{0x2A: "*", 0x2D: "−", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑"},
    **{0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•"},
    **{0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xD6: "√", 0xD7: "⋅"},
    **{0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑"},
}
_WINGDINGS = {
    **{0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "▪"},
    **{0x74: "●", 0x75: "●", 0x76: "❖", 0x77: "●", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○"},
    **{0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "➢", 0xFB: "✗"},
    **{0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def symbol(code: int, font: str | None) -> str | None:
    """The character `code` (with or without U+F000) of a symbol font, None for an unknown one."""
    return _FONTS.get((font or "").lower(), {}).get(code & 0xFF)


def unicode_text(text: str, font: str | None) -> str:
    """`text` with the private characters of `font` as Unicode; unknown ones stay."""
    return _PRIVATE.sub(lambda m: symbol(ord(m[0]), font) or m[0], text)


def in_any_font(text: str) -> str:
    """`text` of a symbol font whose name does not tell which, with what both fonts know."""
    return unicode_text(unicode_text(text, "symbol"), "wingdings")


def bullet(text: str, font: str | None) -> str:
    """The bullet of a list as a reader takes it: a hollow ring for the letter o of a bullet font,
    a dash for a picture that has no character."""
    mark = unicode_text(text, font).strip()
    if mark == "o":
        return "○"
    return _PRIVATE.sub("-", mark)
