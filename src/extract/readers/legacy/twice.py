"""Text in UTF-8 that a program has taken for Windows-1252 and saved as Unicode (`Viá»‡t Nam`).

Each byte of a letter has become a character of its own. They are put together again where nearly
all characters beyond ASCII are such bytes and most of what they make are Vietnamese letters.
"""

from __future__ import annotations

import re

from extract.values.letters import LETTER

_CODES = {
    bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)
}
_CODES |= {chr(code): code for code in range(0x80, 0xA0)}  # as Latin-1, of which browsers know more
_FURTHER = "".join(re.escape(char) for char, code in _CODES.items() if code < 0xC0)
# A last no-break space may have become a plain one.
_BYTES = re.compile(f"[Â-ß][{_FURTHER} ]|[à-ï][{_FURTHER}][{_FURTHER} ]|[ð-ô][{_FURTHER}]{{3}}")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_VIETNAMESE = frozenset(LETTER) - frozenset(map(chr, range(0x80)))
_COMMON = ("áº", "á»")  # what most Vietnamese letters with two marks begin with
_FEWEST = 5  # letters that tell such a text
_MOST_LEFT = 0.1  # of its characters beyond ASCII are no such bytes


def reread(text: str) -> str:
    """`text` with the letters that its characters are the bytes of; as it is where it is no such
    text."""
    if not any(begin in text for begin in _COMMON):
        return text
    found = letters = 0
    for m in _BYTES.finditer(text):
        char = _character(m[0])
        found += len(m[0]) - m[0].count(" ") if char else 0
        letters += char in _VIETNAMESE
    beyond = len(_BEYOND.findall(text)) if letters >= _FEWEST else 0
    if not beyond or found > 6 * letters or beyond - found > _MOST_LEFT * beyond:
        return text
    return _BYTES.sub(lambda m: _character(m[0]) or m[0], text)


def _character(bytes_of: str) -> str:
    """The character whose bytes are shown; "" for none."""
    codes = bytes(_CODES.get(char, 0xA0) for char in bytes_of)
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return ""
