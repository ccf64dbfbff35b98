"""Vietnamese numerals: digits with `.` for thousands and `,` for decimals, and number words.

Source: domain notes §3; Quyết định 45/QĐ-UB (Unit signs) and TCVN practice write 22.475 and 14,8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.values.text import fold, unaccented

_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_FOREIGN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_MARKS = re.compile(r"[.,]+")
_GROUP = 3  # digits between two marks for thousands
_CROOKED = re.compile(
    r"[0-9]{1,3}(?:\.{1,2}[0-9]{3})*(?:\.\.[0-9]{3}|(?:,,|,\.|\.,)[0-9]{1,2})"
    r"|[0-9]{1,3}(?:\.[0-9]{3})+\.[0-9]{1,2}|[0-9]{1,3}(?:,[0-9]{3})+,[0-9]{1,2}"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from digits: exact value, decimal places written, and whether it is unsure."""

    value: Decimal
    decimals: int
    ambiguous: bool = False


def parse_digits(text: str, *, measure: bool = False, comma_decimal: bool = True) -> Numeral:
    """Read `text` such as "22.475", "14,8", "1,046", "9.65", "1.260,500".

    `measure`: the number carries % or a measured unit (đồng, ha, tấn), so that three digits
    after a comma may be decimals; `comma_decimal`: the document writes decimals with a comma.
    Text must hold digits, `.` and `,` only.
    """
    dots, commas = text.count("."), text.count(",")
    if not dots and not commas:
        return Numeral(Decimal(text), 0)
    if dots and commas:
        if text.rfind(",") > text.rfind("."):
            return _decimal(text.replace(".", ""), ",")
        return _decimal(text.replace(",", ""), ".")
    if commas:
        if commas > 1:
            return Numeral(Decimal(text.replace(",", "")), 0, not _FOREIGN.fullmatch(text))
        head, tail = text.split(",")
        if len(tail) == 3 and 1 <= len(head) <= 3 and head.lstrip("0"):
            if measure and comma_decimal:
                return Numeral(Decimal(f"{head}.{tail}"), 3, True)
            return Numeral(Decimal(head + tail), 0, True)
        return _decimal(text, ",")
    if dots > 1:
        return Numeral(Decimal(text.replace(".", "")), 0, not _GROUPED.fullmatch(text))
    head, tail = text.split(".")
    if len(tail) == 3 and 1 <= len(head) <= 3 and head.lstrip("0"):
        return Numeral(Decimal(head + tail), 0)
    return Numeral(Decimal(f"{head}.{tail}"), len(tail), True)


def straight(digits: str) -> str | None:
    """Digits whose marks are not as they should be, with those that they stand for: "1.225.4" ->
    "1225,4", "12,,5" -> "12,5", "1..234" -> "1234"; None where they leave no reading or several.
    """
    if _CROOKED.fullmatch(digits) is None:
        return None
    *groups, last = _MARKS.split(digits)
    return "".join(groups) + ("" if len(last) == _GROUP else ",") + last


def _decimal(text: str, mark: str) -> Numeral:
    head, _, tail = text.partition(mark)
    return Numeral(Decimal(f"{head}.{tail}"), len(tail))


# -- number words ------------------------------------------------------------------------------

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
# Misread before a unit of money ("ty đồng", "triêu đồng"), and short ("trđ").
_MISREAD = {
    **dict.fromkeys(("ty", "tý", "tỳ", "tỵ"), "tỷ"),
    **dict.fromkeys(("trieu", "triêu", "triẹu", "tr"), "triệu"),
    **dict.fromkeys(("nghin", "nghìm"), "nghìn"),
}
SCALE = {k: Decimal(v) for k, v in _SCALES.items()} | {
    "vạn": Decimal(10_000),
    "trăm": Decimal(100),
    "chục": Decimal(10),
}
SCALE |= {slip: SCALE[word] for slip, word in _MISREAD.items()}
_SKIP = {"và", "chẵn", "lẻ", "linh"}
_TENS = {"mười", "mươi", "chục"}
_AFTER_TENS = {"mốt", "tư", "lăm", "nhăm"}
_WORDS = [*_UNITS, *_SCALES, *_SKIP, *_TENS, "trăm", "rưỡi", "phẩy", "phần", "đồng"]
_BARE = {unaccented(w): w for w in reversed(_WORDS)}  # "mot" is một, not mốt
_GLUED = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))


def parse_words(text: str) -> Decimal | None:
    """The value of a number in words ("một nghìn hai trăm linh năm"); None where it is none.

    Reads whole numbers up to tỷ tỷ, `rưỡi`, `phẩy`, and fractions `ba phần tư`; words run together
    ("chíntrăm") and with marks lost or misread ("chin trăm", "hai mười").
    """
    words = [w for told in re.findall(r"[^\W\d_]+", fold(text)) for w in _number_words(told)]
    while words and words[-1] in ("đồng", "chẵn"):
        words.pop()
    if not words:
        return None
    if "phần" in words:
        i = words.index("phần")
        top, bottom = _whole(words[:i]), _whole(words[i + 1 :])
        if words[i + 1 :] == ["trăm"]:
            bottom = 100
        return None if top is None or not bottom else Decimal(top) / Decimal(bottom)
    if "phẩy" in words:
        i = words.index("phẩy")
        head = _whole(words[:i])
        tail, scale = words[i + 1 :], 1
        while tail and tail[-1] in _SCALES:  # "hai phẩy ba tỷ"
            scale *= _SCALES[tail.pop()]
        if head is None or not tail:
            return None
        if all(w in _UNITS for w in tail):
            return Decimal(f"{head}." + "".join(str(_UNITS[w]) for w in tail)) * scale
        rest = _whole(tail)
        return None if rest is None else Decimal(f"{head}.{rest}") * scale
    value = _whole(words)
    return None if value is None else Decimal(value)


def _number_words(word: str) -> list[str]:
    """The number words that `word` is, as written or as misread, or is made of; else itself."""
    if word not in _WORDS and (known := _BARE.get(unaccented(word))) is not None:
        return [known]
    parts = _GLUED.findall(word)
    return parts if "".join(parts) == word else [word]


def _whole(words: list[str]) -> int | None:
    """The whole number that `words` say.

    What stands before a larger scale word is counted in it: bảy nghìn … tỷ is 7.000 tỷ. Where the
    number has passed that scale already, the last word is the unit it is told in: "một tỷ năm trăm
    mười hai triệu ba trăm nghìn triệu (đồng)" is 1.512.300.000 triệu.
    """
    if len(words) > 1 and words[-1] in _SCALES:
        unit = _SCALES[words[-1]]
        scales = [_SCALES[w] for w in words[:-1] if w in _SCALES]
        passed = next((i for i, scale in enumerate(scales) if scale >= unit), None)
        if passed is not None and (
            words[-2] in _SCALES or any(scale < unit for scale in scales[passed:])
        ):
            number = _whole(words[:-1])
            return None if number is None else number * unit
    amounts: list[tuple[int, int]] = []  # (amount, its scale)
    group: list[str] = []
    for w in words:
        if w in _SCALES:
            scale = _SCALES[w]
            value = _below_thousand(group)
            if value is None:
                return None
            while amounts and amounts[-1][1] < scale:
                value += amounts.pop()[0]
            if not group and not value:
                value = 1
            amounts.append((value * scale, scale))
            group = []
        elif w == "rưỡi" and amounts:
            amounts.append((amounts[-1][1] // 2, 1))
        else:
            group.append(w)
    value = _below_thousand(group)
    if value is None or not (amounts or group):
        return None
    return sum(amount for amount, _scale in amounts) + value


def _below_thousand(words: list[str]) -> int | None:
    value = 0
    current: int | None = None
    for w in words:
        if w in _SKIP:
            continue
        if w == "trăm":
            value += (1 if current is None else current) * 100
            current = None
        elif w in _TENS:
            value += (1 if current is None else current) * 10
            current = None
        elif w in _UNITS:
            if current is not None:  # "hai lăm" is short for hai mươi lăm
                if w not in _AFTER_TENS:
                    return None
                value += current * 10
            current = _UNITS[w]
        else:
            return None
    return value + (current or 0)
