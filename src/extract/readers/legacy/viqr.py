"""VIQR, Vietnamese typed in ASCII (RFC 1456): `Nghi. ddi.nh so^' 12` is *Nghị định số 12*.

A vowel has its mark and then its tone behind it, đ is `dd`. The signs of two tones are those of a
full stop and a question mark, so that the end of a word may be read in two ways; which one it is,
is told by what follows, and never sure.
"""

from __future__ import annotations

import re
import unicodedata

from extract.document import Said
from extract.readers.legacy.encodings import is_spelled
from extract.values.ready import ready

_MARKS = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_VOWEL = r"(?:[aAeEoO]\^|[aA]\(|[oOuU]\+|[aAeEiIoOuUyY])"
_LETTER = re.compile(rf"(?P<vowel>{_VOWEL})(?P<tone>['`?~.]?)|dd|D[dD]")
_WORD = ready(rf"(?<![\w\\])(?:{_VOWEL}['`?~.]?|[A-Za-z])++(?!\w)")
_TELLING = re.compile(r"(?:[aeo]\^|a\(|[ou]\+)['`?~.]", re.I)  # a mark and a tone
_ESCAPED = re.compile(r"\\(?=[-'`?~.^(+dD\\])")
_AFTER = re.compile(r"\s*(?:(?P<small>[a-z0-9(])|(?P<sign>[.,;:!?)/])|(?P<other>.)|\Z)", re.S)
_FEWEST = 5  # words that tell such a text
_SURE = 0.8  # of the words with a mark and a tone that read as Vietnamese


def from_viqr(text: str) -> str:
    """`text` in Unicode; as it is where it is none in VIQR."""
    if "^" not in text or "+" not in text:
        return text
    told = [m[0] for m in _WORD.finditer(text) if _TELLING.search(m[0])]
    read = sum(is_spelled(_letters(word)) for word in told)
    if read < _FEWEST or read < _SURE * len(told):
        return text
    return _ESCAPED.sub("", _WORD.sub(_word, text))


def doubt() -> Said:
    """The warning that a text is read as VIQR, in which some ends of words have two readings."""
    return Said(
        "read as VIQR (Vietnamese typed in ASCII), where a full stop or question mark behind a "
        "word may be its tone: compare with the original",
        "đọc theo kiểu gõ VIQR (tiếng Việt gõ bằng ASCII); dấu chấm, dấu hỏi cuối từ có thể là "
        "dấu thanh: hãy đối chiếu với bản gốc",
    )


def _word(m: re.Match[str]) -> str:
    """A word in Unicode; as it is where that is no Vietnamese one, nor a code in capitals."""
    word = m[0]
    if word[-1] in ".?" and _is_stop(word, m.string, m.end()):
        return _spelled(word[:-1]) + word[-1]
    return _spelled(word)


def _spelled(word: str) -> str:
    made = _letters(word)
    code = word.isalpha() and word.isupper()  # NDD-CP
    return made if code or is_spelled(made) else word


def _is_stop(word: str, text: str, end: int) -> bool:
    """True where the sign that ends a word ends its sentence: no small letter, figure or further
    sign follows. A word with a capital seldom ends one: `Bo^. Y te^'`."""
    after = _AFTER.match(text, end)
    if not is_spelled(_letters(word)):
        return True
    if after is None or after["small"] or after["sign"]:
        return False
    return word[-1] == "." and (after["other"] is None or not word[0].isupper())


def _letters(word: str) -> str:
    return unicodedata.normalize("NFC", _LETTER.sub(_letter, word))


def _letter(m: re.Match[str]) -> str:
    if m["vowel"] is None:
        return "đ" if m[0] == "dd" else "Đ"
    vowel, tone = m["vowel"], m["tone"]
    return vowel[0] + _MARKS.get(vowel[1:], "") + _TONES.get(tone, "")
