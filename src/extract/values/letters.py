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
