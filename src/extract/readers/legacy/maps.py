"""The tables of the older Vietnamese encodings, as characters of Windows-1252 -> Unicode.

Sources: TCVN 5712:1993, table VN3, for TCVN3; VNI Software's table for Windows for VNI; Microsoft's
code page 1258 as Python has it.
"""

from __future__ import annotations

import re
import unicodedata

# The codes 0xA1 to 0xFE; a dot where TCVN3 has no letter of its own.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"
)
# How PDF files name three of those codes: a Greek mu, an operator, a bullet.
_NAMED = {"μ": "à", "∙": "ã", "‧": "ã"}

TCVN3: dict[int, str] = {
    **{code: letter for code, letter in enumerate(_TCVN3, 0xA1) if letter != "."},
    **{ord(name): letter for name, letter in _NAMED.items()},
}
TCVN3_UPPER: dict[int, str] = {
    ord(c): c.upper() for c in {*TCVN3.values(), *map(chr, range(0x61, 0x7B))}
}

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX = {"â": "\u0302"} | {
    mark: f"\u0302{tone}" for mark, tone in zip("áàåãä", _TONES.values(), strict=True)
}
_BREVE = {"ê": "\u0306"} | {
    mark: f"\u0306{tone}" for mark, tone in zip("éèúüë", _TONES.values(), strict=True)
}
_VNI_VOWELS = {
    "a": ("a", _TONES | _CIRCUMFLEX | _BREVE),
    "e": ("e", _TONES | _CIRCUMFLEX),
    "o": ("o", _TONES | _CIRCUMFLEX),
    "u": ("u", _TONES),
    "y": ("y", _TONES),
    "ô": ("ơ", _TONES),
    "ö": ("ư", _TONES),
}
_VNI_LETTERS = dict(zip("ñíìæóòôöî", "đíìỉĩịơưỵ", strict=True))


def _vni() -> dict[str, str]:
    """VNI's letters and pairs; a mark of the other case is read too."""
    out: dict[str, str] = {}
    for source, letter in _VNI_LETTERS.items():
        out |= {source: letter, source.upper(): letter.upper()}
    for source, (vowel, marks) in _VNI_VOWELS.items():
        for mark, combining in marks.items():
            letter = unicodedata.normalize("NFC", vowel + combining)
            for shape in (mark, mark.upper()):
                out |= {source + shape: letter, source.upper() + shape: letter.upper()}
    return out


VNI = _vni()


def _vni_pattern() -> re.Pattern[str]:
    """What VNI has a letter for; pairs go before letters."""
    pairs = [
        f"[{vowel}{vowel.upper()}][{''.join(marks)}{''.join(marks).upper()}]"
        for vowel, (_, marks) in _VNI_VOWELS.items()
    ]
    letters = "".join(_VNI_LETTERS)
    return re.compile("|".join([*pairs, f"[{letters}{letters.upper()}]"]))


VNI_PATTERN = _vni_pattern()


def _cp1258() -> dict[int, str]:
    """Where code page 1258 differs from 1252."""
    out: dict[int, str] = {}
    for code in range(0x80, 0x100):
        western = bytes([code]).decode("cp1252", "ignore")
        vietnamese = bytes([code]).decode("cp1258", "ignore")
        if western and vietnamese and western != vietnamese:
            out[ord(western)] = vietnamese
    return out


CP1258 = _cp1258()
