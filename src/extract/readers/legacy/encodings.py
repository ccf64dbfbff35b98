"""Text in older Vietnamese encodings -> Unicode, with a map back to the characters it came from.

The text given is what a program shows that takes the bytes for Western ones (Windows-1252), as do
text files, and PDF and Word files that set it in a font of its own: "ViÖt Nam", "Vieät Nam".

* TCVN3: TCVN 5712:1993, table VN3 (ABC), fonts `.VnTime`. One code a letter and no capitals with
  a tone: those are small letters in a font of capitals, `.VnTimeH`.
* VNI: VNI for Windows, fonts `VNI-Times`. A mark follows its vowel: `aø` is à.
* CP1258: Microsoft's code page 1258. Five tone marks are combining characters.
"""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from extract.readers.legacy.maps import CP1258, TCVN3, TCVN3_UPPER, VNI, VNI_PATTERN
from extract.readers.text.nfc import to_nfc
from extract.values.letters import LETTER, WORD, is_syllable, tone_fits

Encoding = Literal["tcvn3", "vni", "cp1258"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

_SUBSET = re.compile(r"[A-Z]{6}\+")
_TCVN3_FONT = re.compile(r"(?i:\.vn)|(?:_|#2[Ee])?Vn(?=[A-Z0-9])")
_VNI_FONT = re.compile(r"vni[-_ ]", re.I)
_STYLE = re.compile(r"(?:[,\s-]|bold|italic|oblique|regular|normal)*\Z", re.I)

# What some programs make of the code of ư (0xAD, the soft hyphen in Windows-1252): a minus in
# "n−íc", which TCVN3 does not have, or a hyphen in "n-íc", which it does.
_MINUS = re.compile(r"(?<=[^\W\d_])−|−(?=[^\W\d_A-Z])|\A\s*−\s*\Z")
_HYPHEN = re.compile(
    r"(?<![\w-])([bcdđghklmnpqrstvx]{0,3})-([ơờởỡớợ][a-z]{0,2}|ng|[aimu]|)(?![\w-])", re.I
)

_SMALL = re.compile("[a-z]")
_CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_])[A-Z]")


class FontEncoding(NamedTuple):
    """The encoding of a font; `upper`: all its letters are capitals."""

    encoding: Encoding
    upper: bool


class Converted(NamedTuple):
    """Text in Unicode (NFC); character i comes from source[starts[i]:starts[i + 1]]."""

    text: str
    starts: array[int]


@lru_cache(maxsize=1024)
def by_font(name: str) -> FontEncoding | None:
    """The encoding of text in the font `name`, None for fonts of Unicode text.

    Names are as PDF and Word files have them: "ABCDEF+.VnTimeH,Bold", "VNI-Times".
    """
    bare = _SUBSET.sub("", name, count=1)
    if _TCVN3_FONT.match(bare):
        return FontEncoding("tcvn3", _STYLE.sub("", bare, count=1).endswith("H"))
    return FontEncoding("vni", False) if _VNI_FONT.match(bare) else None


def convert(text: str, encoding: Encoding, upper: bool = False) -> Converted:
    """`text` in Unicode; characters that the encoding does not have stay as they are.

    With `upper` the text stood in a font of capitals. Time is linear in the text.
    """
    if encoding == "tcvn3":
        return Converted(_from_tcvn3(text, upper), array("I", range(len(text) + 1)))
    if encoding == "vni":
        return _from_vni(text)
    made, at, raw = to_nfc(text.translate(CP1258))
    starts = array("I")
    for n, begin in enumerate(at):
        end = at[n + 1] if n + 1 < len(at) else len(made) + 1
        starts.extend(range(raw[n], raw[n] + end - begin))
    return Converted(made, starts)


def is_spelled(word: str) -> bool:
    """True where `word` is spelled as a Vietnamese syllable: its letters, its case, its tone."""
    return (
        (word.islower() or word.isupper() or word.istitle())
        and all(c in LETTER for c in word)
        and is_syllable(word)
        and tone_fits(word)
    )


def _from_tcvn3(text: str, upper: bool) -> str:
    """TCVN3, one character for one."""
    if upper:
        return _MINUS.sub("Ư", _HYPHEN.sub(_horn, text.translate(TCVN3)).translate(TCVN3_UPPER))
    made = _HYPHEN.sub(_horn, _MINUS.sub("ư", text.translate(TCVN3)))
    return _in_capitals(made)


def _horn(m: re.Match[str]) -> str:
    """A word with a hyphen for its ư mended, where that makes it a syllable; the label of a list
    ("c- ") and a dash before a word stay."""
    onset, rest = m.groups()
    line_start = m.start() == 0 or m.string[m.start() - 1] == "\n"
    if (not rest and len(onset) < 1 + line_start) or (not onset and rest in ("a", "i", "m", "ng")):
        return m[0]
    made = f"{onset}ư{rest}"
    return made if is_spelled(made.lower()) else m[0]


def _in_capitals(text: str) -> str:
    """Words in capitals, typed in a font that has no capitals with a tone (`VIÖT`), in capitals
    throughout; with them words of one capital (`Hå`) where no letter of the text is small."""
    if _CAPITAL_INSIDE.search(text) is None:
        return text
    if _SMALL.search(text) is None:
        typed = any(_is_typed_in_capitals(word) for word in WORD.findall(text))
        return _upper(text) if typed else text
    return WORD.sub(lambda m: _upper(m[0]) if _is_typed_in_capitals(m[0]) else m[0], text)


def _is_typed_in_capitals(word: str) -> bool:
    return (
        not word.isascii()
        and not word.isupper()
        and _SMALL.search(word) is None
        and _CAPITAL_INSIDE.search(word) is not None
    )


def _upper(text: str) -> str:
    """`text` in capitals, of the same length (the ligature ﬁ would become two letters)."""
    return "".join(c if len(c.upper()) > 1 else c.upper() for c in text)


def _from_vni(text: str) -> Converted:
    """VNI, two characters for one where a mark follows its vowel."""
    parts: list[str] = []
    starts = array("I")
    at = 0
    for m in VNI_PATTERN.finditer(text):
        start, end = m.span()
        parts += (text[at:start], VNI[m[0]])
        starts.extend(range(at, start + 1))
        at = end
    parts.append(text[at:])
    starts.extend(range(at, len(text) + 1))
    return Converted("".join(parts), starts)
