"""Vietnamese letters and syllables: what regexes and checks need to know of them.

Pure data and functions on strings in NFC.
"""

from __future__ import annotations

import re
import unicodedata

_BASE = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
_TONES = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"

LOWER = _BASE + _TONES
UPPER = LOWER.upper()
LETTER = LOWER + UPPER
WORD = re.compile(r"[^\W\d_]+")  # a run of letters, of whatever language
POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789", POWERS)
LOWERED = str.maketrans(POWERS, "0123456789")
MINUS = "⁻"  # before the digits of a power that is negative

_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem "
    "ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap "
    "oat oay oc oe oem oen oeo oet oi om on ong ooc oong op ot u ua uan uang uat uay uc "
    "ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych "
    "uyen uyet uynh uyp uyt uyu y yem yen yet yeu"
).split()
_ONSETS = "b ch c d gh gi g h kh k l m ngh ng nh n ph p qu r s th tr t v x".split()
_SYLLABLE = re.compile(
    "(?:" + "|".join(_ONSETS) + ")?(?:" + "|".join(sorted(_RIMES, key=len, reverse=True)) + ")"
)


def is_syllable(word: str) -> bool:
    """True where `word` has the shape of a Vietnamese syllable (tones and case put aside)."""
    flat = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    plain = "".join(c for c in flat if not unicodedata.combining(c))
    return _SYLLABLE.fullmatch(plain) is not None


def is_marked(word: str) -> bool:
    """True where `word` holds a letter that only Vietnamese writing has (đ, ơ, à, ế ...)."""
    return not word.isascii()


_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = re.compile(r"(?:ch|[cpt])\Z")
_OPEN = re.compile(r"[ăâ]\Z|ă[^bcdđghklmnpqrstvx]")
_LATE = re.compile(r"[aăâeêioôơuưy][aăâeêioôơuưy]\Z")
_LATE_FITS = re.compile(r"(?:oa|oe|uy|uê|uơ)\Z|\A(?:qu|gi).\Z")


def tone_fits(word: str) -> bool:
    """True where a syllable has at most one tone, one that its end admits (after c, ch, p, t only
    sắc and nặng), on a vowel that may bear it (hoà and hòa, not thaó); ă and â are not last."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in parts if c in _TONE_MARKS]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONE_MARKS))
    if _OPEN.search(bare):
        return False
    if _STOPPED.search(bare):
        return not tones or tones[0] in "\u0301\u0323"
    late = bool(tones) and any(c in _TONE_MARKS for c in unicodedata.normalize("NFD", word[-1:]))
    return not late or not _LATE.search(bare) or _LATE_FITS.search(bare) is not None
