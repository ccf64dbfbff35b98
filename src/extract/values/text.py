"""Folding of text at equal length: what rules see, so that offsets need no mending.

`plain` unifies what looks alike (dashes, full-width forms, letters of other alphabets inside
Latin words), moves tone marks to their new place (hoà -> hòa) and writes "quy" for "qui";
`fold` also lowers case. Both have as many code points as the text given.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extract.values.letters import UPPER

# Letters of other alphabets that look like Latin ones (Unicode confusables, the Cyrillic and
# Greek capitals and smalls that occur in Vietnamese files), Ð (eth) for Đ, and
# Ƣ (oi) for Ư, as fonts of old word processors leave it.
_CONFUSABLE = dict(
    zip(
        "АВЕЗКМНОРСТУХІЈаеорсухіјԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐðƢƣ",
        "ABE3KMHOPCTYXIJaeopcyxijdhABEZHIKMNOPTYXoĐđƯư",
        strict=True,
    )
)
_DASH = {ch: "-" for ch in "‐‑‒–—―−﹣－"}
_QUOTE = {"“": '"', "”": '"', "„": '"', "‟": '"', "’": "'", "‘": "'"}
_FULL = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
_USUAL = {**_CONFUSABLE, **_FULL, **_DASH, **_QUOTE}
_ODD = re.compile(f"[{re.escape(''.join(_USUAL))}]")

_TOP = 6_000  # characters in which a document says what it is
_SHORT = 64  # names and units: the same ones are folded again and again

_OLD_TONE_LOWER = {
    f"{a}{b}": f"{c}{d}"
    for a, olds, news, d in (
        ("o", "àáảãạ", "òóỏõọ", "a"),
        ("o", "èéẻẽẹ", "òóỏõọ", "e"),
        ("u", "ỳýỷỹỵ", "ùúủũụ", "y"),
    )
    for b, c in zip(olds, news, strict=True)
}
_NEW_TONE = {
    case(old): case(new)
    for old, new in _OLD_TONE_LOWER.items()
    for case in (str.lower, str.upper, str.capitalize)
}
_OLD_TONE = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\W\d_])")  # ends a syllable
# A pattern that begins with a letter, and looks back behind it, is many times faster than one that
# looks back first.
_QU_I = re.compile(r"[qQ][uU][iìíỉĩịIÌÍỈĨỊ](?![^\W\d_])")  # qui định, quí: quy định, quý
_MISREAD = re.compile(r"[gG]ôm(?<![^\W\d_]...)(?![^\W\d_])")  # "gồm" as it is often scanned
# ươ with one of its horns lost ("nguời", "đưong"), and ă read as ã where that makes no word
_HORN = re.compile(
    r"[uUoòóỏõọOÒÓỎÕỌ](?:(?<=[uU])(?<![qQ].)(?=[ơờớởỡợƠỜỚỞỠỢ][^\W\d_])"
    r"|(?<=[ưƯ][oòóỏõọOÒÓỎÕỌ])(?=[^\W\d_]))"
)
_HORNED = str.maketrans("uUoòóỏõọOÒÓỎÕỌ", "ưƯơờớởỡợƠỜỚỞỠỢ")
_RECIPIENTS = re.compile(r"N[ơoờở]i nh[aâậăầấ]n(?= ?:)")
_BREVE = re.compile(r"[tT](?:ãng|ÃNG(?<=T...))(?<![^\W\d_]....)(?![^\W\d_])")
# giảm with its mark lost or misread, where a figure follows ("giám 23 người"); tạm giam is held
_FALL = re.compile(
    r"[gG]i(?<![^\W\d_]..)(?:[áàãạ]m|am(?<!ạm ....)(?<!ắt ....)(?<!rại ....)(?<!iữ ....))"
    r"(?= (?:được )?[0-9])"
)
_SHORTENED = str.maketrans("ãÃ", "ăĂ")
_QU_Y = str.maketrans("iìíỉĩịIÌÍỈĨỊ", "yỳýỷỹỵYỲÝỶỸỴ")


def plain(text: str) -> str:
    """`text` with dashes, quotes, full-width and look-alike letters unified, tone marks in their
    new place (Uỷ -> Ủy), y after qu (qui -> quy), and words whose marks were misread as they were
    meant ("gôm", "nguời", "tãng", "giám 23 người", "NGHỊ QUYÉT"); case kept, same length."""
    for odd in set(_ODD.findall(text)):
        text = text.replace(odd, _USUAL[odd])
    text = _QU_I.sub(lambda m: m[0].translate(_QU_Y), text)
    if "gôm" in text or "Gôm" in text:
        text = _MISREAD.sub(lambda m: m[0][0] + "ồm", text)
    text = _HORN.sub(lambda m: m[0].translate(_HORNED), text)
    text = _FALL.sub(lambda m: m[0][:2] + "ảm", text)
    text = _RECIPIENTS.sub("Nơi nhận", text)
    head, rest = text[:_TOP], text[_TOP:]
    text = _HEAD.sub(lambda m: _HEADS.get(unaccented(m[0]), m[0]), head) + rest
    if "ãng" in text or "TÃNG" in text:
        text = _BREVE.sub(lambda m: m[0].translate(_SHORTENED), text)
    return _OLD_TONE.sub(_new_tone, text)


def _new_tone(m: re.Match[str]) -> str:
    at = m.start()
    if at and m.string[at - 1] in "qQ":  # quỷ, quý: the u belongs to qu
        return m[0]
    return _NEW_TONE.get(m[0], m[0])


def lower(text: str) -> str:
    """`text` in lower case, of the same length (İ and its like keep their case)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def fold(text: str) -> str:
    """`text` as rules see it: `plain`, in lower case; same length."""
    return _folded(text) if len(text) <= _SHORT else lower(plain(text))


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> str:
    return lower(plain(text))


class _Bare(dict[int, str]):
    """Letters by their code points, without diacritics; each is looked up once."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        bare = "".join(c for c in parts if not unicodedata.combining(c)).replace("đ", "d")
        self[code] = bare
        return bare


_BARE = _Bare()


def unaccented(text: str) -> str:
    """`text` without diacritics, đ as d, in lower case (for search and keys)."""
    return text.lower().translate(_BARE)


# What heads say in capitals, whose marks OCR misreads. CHỈ THỊ is none: CHI THI ĐUA is an outlay.
_HEADS = {
    unaccented(phrase): phrase
    for phrase in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "BAN CHẤP HÀNH TRUNG ƯƠNG",
        "BỘ CHÍNH TRỊ",
        "BAN BÍ THƯ",
        "QUỐC HỘI",
        "CHÍNH PHỦ",
        "THỦ TƯỚNG",
        "HỘI ĐỒNG NHÂN DÂN",
        "ỦY BAN NHÂN DÂN",
        "NGHỊ QUYẾT",
        "NGHỊ ĐỊNH",
        "QUYẾT NGHỊ",
        "QUYẾT ĐỊNH",
        "THÔNG TƯ",
        "THÔNG BÁO",
        "KẾ HOẠCH",
        "BÁO CÁO",
        "TỜ TRÌNH",
        "KẾT LUẬN",
        "HƯỚNG DẪN",
    )
}


def _in_marks(letter: str) -> str:
    """The class of the capitals that are `letter` with any mark."""
    return f"[{''.join(c for c in UPPER if unaccented(c) == letter)}]"


_HEAD = re.compile(
    rf"(?<![^\W\d_])(?=[{UPPER}]{{1,7}} )(?:"
    + "|".join(" ".join("".join(map(_in_marks, w)) for w in h.split()) for h in _HEADS)
    + r")(?![^\W\d_])"
)


def _lost_letters() -> dict[str, str]:
    """Heads that have lost a letter with its mark, which copies leave out: "HỘI ĐNG NHÂN DÂN"; no
    word of them may be left with one letter, but in names of four words or more."""
    found: dict[str, str] = {}
    for phrase in _HEADS.values():
        for n, c in enumerate(phrase):
            lost = phrase[:n] + phrase[n + 1 :]
            if unaccented(c) in "aeiouy" and unaccented(c) != c.lower():
                shortest = min(map(len, lost.split(" ")))
                if shortest > (phrase.count(" ") < 3):
                    found[lost] = phrase
    return found


_LOST = _lost_letters()
_LOST_HEAD = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(_LOST)})(?![^\W\d_])")


def whole_head(name: str) -> str:
    """`name` in capitals with the letter that it has lost: "HỘI ĐNG NHÂN DÂN". The marks of its
    other letters must be right: HỒNG DÂN is a district, no HƯỚNG DẪN."""
    return _LOST_HEAD.sub(lambda m: _LOST[m[0]], name)


def one_line(text: str, limit: int = 0) -> str:
    """`text` with white space runs as single spaces, cut at `limit` characters if given."""
    flat = " ".join(text.split())
    if limit and len(flat) > limit:
        return flat[: limit - 1].rstrip() + "…"
    return flat
