"""A run of digits (or words) -> a number: value, step, scale, unit; or a name, a label, a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.find.figures.named_digits import is_mark, is_name
from extract.find.figures.nouns import Nouns
from extract.find.figures.timed_digits import dated_or_scaled, part_of_year
from extract.model import Bound
from extract.rules.engine import Hit, Text
from extract.rules.wording import wording
from extract.values.letters import LOWER, UPPER
from extract.values.numerals import SCALE, Numeral, parse_digits, parse_words, straight
from extract.values.units import PERCENT_UNITS

_ONE = Decimal(1)
_VI_STYLE = re.compile(r"[0-9]\.[0-9]{3},[0-9]|[0-9],[0-9]{1,2}(?![0-9])")
_EN_STYLE = re.compile(r",(?<=[0-9],)[0-9]{3}(?:\.[0-9]|,[0-9]{3})")


@dataclass(slots=True)
class Draft:
    """A quantity in the making, with the hit it came from."""

    hit: Hit
    start: int
    end: int
    full_end: int
    value: Decimal
    step: Decimal = Decimal(0)
    of: Decimal | None = None
    value_to: Decimal | None = None
    unit: str | None = None
    bound: Bound | None = None
    words: bool = False
    ambiguous: bool = False
    scale: Decimal = _ONE
    per: str | None = None


_MULTIPLES = {"đôi": Decimal(2), "rưỡi": Decimal("1.5")}
_QUARTER = Decimal("0.25")  # how finely a multiple in words is told
_LISTED = wording("numbers.listed")
_FROM = wording("numbers.from")
_RAISED = wording("numbers.raised")
_FROM_IN = 16  # characters before a level in which "từ khoảng" stands
_MEASURE = wording("numbers.measure")
_AMOUNT = wording("numbers.amount")
_NAMED_IN = 60  # characters before a figure in which an amount is named


def share_units(drafts: list[Draft], folded: str) -> None:
    """Give the unit and scale at the end of an enumeration to the bare numbers before it.

    "thủy điện 742,1, điện mặt trời 398,7, điện gió 145,7 triệu kWh": all three in triệu kWh.
    """
    for after, draft in zip(reversed(drafts), reversed(drafts[:-1]), strict=False):
        if draft.unit is not None or draft.of is not None:
            continue
        if draft.words or after.words or after.of is not None or draft.full_end != draft.end:
            continue
        raised = _raised(folded, draft, after)
        if not (raised or _in_one_list(folded, draft, after)):
            continue
        draft.scale = after.scale
        draft.value *= after.scale
        draft.step = draft.step * after.scale if draft.step else after.scale
        draft.unit = after.unit
        if raised:
            draft.per = after.per


def _in_one_list(folded: str, draft: Draft, after: Draft) -> bool:
    """True for two figures of an enumeration, one of them with decimals or a scale."""
    if not (draft.step or after.step) or after.unit in (None, *PERCENT_UNITS):
        return False
    listed = _LISTED.fullmatch(folded, draft.full_end, after.start)
    return listed is not None and bool(draft.step or not _turned(folded, draft, after))


def _raised(folded: str, draft: Draft, after: Draft) -> bool:
    """True for the level before, told with no unit, of "từ 5,8 lên 40,0 triệu tấn", unless the
    words say that it moved the other way ("từ 850 lên 1,2 nghìn hộ": 850 are no nghìn)."""
    moved = _RAISED.fullmatch(folded, draft.full_end, after.start)
    if moved is None or not (after.step or after.scale != 1):
        return False
    if _FROM.search(folded, max(0, draft.start - _FROM_IN), draft.start) is None:
        return False
    before = draft.value * after.scale
    return before >= after.value if moved["down"] else before <= after.value


def _turned(folded: str, draft: Draft, after: Draft) -> bool:
    """True where the words before `after` name a measure, an amount, and those before `draft` name
    none: "thành công 86.915, thất bại 491; số tiền 41,8 tỷ đồng"."""
    if _MEASURE.search(folded, draft.full_end, after.start) is None:
        return False
    low = max(0, draft.start - _NAMED_IN)
    low = max(low, *(folded.rfind(mark, low, draft.start) for mark in "\n:;("))
    return _AMOUNT.search(folded, low, draft.start) is None


def comma_decimal(folded: str) -> bool:
    """True where the document writes decimals with a comma (the Vietnamese way)."""
    if _EN_STYLE.search(folded):
        return bool(_VI_STYLE.search(folded))
    return True


def read_draft(
    hit: Hit, text: Text, comma: bool, before: Draft | None, nouns: Nouns
) -> Draft | None:
    """The number that `hit` stands for, or None where it is a name, a label or a clock time."""
    folded, start, end = text.fold, hit.start, hit.end
    full_end = hit.match.end()
    rule = hit.rule.id
    if rule == "qty.words":
        return _in_words(hit, text, before)
    if rule == "qty.spelled":
        return _spelled(hit, text)
    if rule == "qty.multiple":
        times = _MULTIPLES.get(hit.match["span"]) or parse_words(hit.match["span"])
        if times is None:
            return None
        return Draft(hit, start, end, full_end, times, _QUARTER, unit="lần")
    if rule == "qty.half":
        return Draft(hit, start, end, full_end, _ONE, of=Decimal(2))
    if is_name(text, start, end, full_end, before.full_end if before else None, nouns):
        return None
    told = _told(hit)
    if rule == "qty.compound":
        return _compound(hit, folded, told.unit)
    if rule == "qty.spaced":
        return _spaced(hit, text, told, comma)
    if rule == "qty.fraction":
        if folded[start - 4 : start] == "bậc ":
            return None
        if dated_or_scaled(folded, start, end, nouns.unit_at(full_end + 1) is not None):
            return None
        return _fraction(hit, told, comma)
    if rule == "qty.range":
        return _range(hit, text, told, comma)
    groups = hit.match.groupdict()
    digits = groups.get("num") or folded[start:end]
    if rule == "qty.gapped":
        digits = digits.replace(" ", "")
    elif rule == "qty.crooked":
        digits = straight(digits) or digits
    num = _read(digits, told.measured, comma, told.rate)
    return _draft(hit, told, num, scale=told.scale, per=told.per)


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands right after the digits: a unit, scale words, "/" with what it is counted per."""

    unit: str | None
    scale: Decimal
    per: str | None
    measured: bool  # by a unit or a scale: a number that may have decimals
    rate: bool  # in % or ‰


def _told(hit: Hit) -> _Told:
    """What the groups of a rule for digits say of their measure."""
    groups = hit.match.groupdict()
    unit = groups.get("unit")
    scale = _ONE
    for name in ("scale", "scale2"):
        scale *= SCALE.get((groups.get(name) or "").strip(" ."), _ONE)
    percent = groups.get("pct") or groups.get("pb")
    if percent and scale != 1:
        percent = None  # "28,6% triệu đồng": a sign typed by mistake
    if percent:
        unit = percent.strip()
    if groups.get("unit") in ("phần trăm", "phần nghìn"):
        unit = "%" if groups["unit"] == "phần trăm" else "‰"
    measured = bool(unit) or scale != 1
    per = (groups.get("per") or "").strip("/ ").replace("m 2", "m2").replace("m 3", "m3") or None
    if per and unit is None and scale != 1:
        unit = MONEY  # 2 triệu/hộ
    return _Told(unit, scale, per if unit else None, measured, bool(percent))


def _draft(hit: Hit, told: _Told, num: Numeral, **more: Any) -> Draft:
    """A draft of one run of digits with its measure; `more` are further fields."""
    step = _step(num, told.scale, told.measured)
    return Draft(hit, hit.start, hit.end, hit.match.end(), num.value * told.scale, step,
                 unit=told.unit, **{"ambiguous": num.ambiguous} | more)  # fmt: skip


def _in_words(hit: Hit, text: Text, before: Draft | None) -> Draft | None:
    """An amount in words that repeats the figure before it."""
    value = parse_words(hit.match["span"])
    if not value or not _echoes(text, hit.start, hit, before):
        return None
    unit = MONEY if hit.match["unit"] else None
    return Draft(hit, hit.start, hit.end, hit.match.end(), value, unit=unit, words=True)


def _spaced(hit: Hit, text: Text, told: _Told, comma: bool) -> Draft:
    """A number whose thousands are set off by blanks, alone, of a whole or up to another."""
    groups = hit.match.groupdict()
    num, last = groups["num"], groups["of"] or groups["to"]
    if _NAME_BEFORE.search(text.view, max(0, hit.start - 20), hit.start) and _SHORT.match(num):
        return _first_group(hit)
    read = _read(num.replace(" ", ""), told.measured, comma)
    final = None
    if last is not None:
        final = _read(last.replace(" ", ""), told.measured, comma).value * told.scale
    return _draft(hit, told, read, of=final if groups["of"] else None,
                  value_to=final if groups["to"] else None,
                  bound="range" if groups["to"] else None, ambiguous=False, scale=told.scale,
                  per=told.per)  # fmt: skip


def _fraction(hit: Hit, told: _Told, comma: bool) -> Draft | None:
    """A number of a whole (18/20 xóm)."""
    num = _read(hit.match["num"], told.measured, comma)
    of = _read(hit.match["of"], told.measured, comma)
    return _draft(hit, told, num, of=of.value * told.scale) if of.value else None


def _range(hit: Hit, text: Text, told: _Told, comma: bool) -> Draft | None:
    """From one number to a larger one, else the first alone where two are told."""
    groups = hit.match.groupdict()
    a = _read(groups["a"], told.measured, comma)
    b = _read(groups["b"], told.measured, comma)
    scale = SCALE.get(groups["sa"], told.scale) if groups["sa"] else told.scale
    low, high = a.value * scale, b.value * told.scale
    if is_mark(text.fold, hit.start):
        return None
    if a.value < high <= low and not groups["sa"]:  # "500.000 đến 1 triệu đồng"
        low, scale = a.value, _ONE
    if low >= high or (groups["pa"] and not told.rate):
        if "-" in text.fold[hit.start : hit.end] and not told.rate:
            return None
        return _single(hit, a, scale, groups)
    step = _step(a, scale, told.measured)
    return Draft(hit, hit.start, hit.end, hit.match.end(), low, step, value_to=high,
                 unit=told.unit, bound="range", ambiguous=a.ambiguous, per=told.per)  # fmt: skip


def _compound(hit: Hit, folded: str, unit: str | None) -> Draft:
    """An amount in parts ("3 tỷ 250 triệu 500 nghìn đồng"), each of a lower scale than the one
    before; money where no noun follows. The last part says how exact the whole is."""
    groups = hit.match.groupdict()
    scale = _scale_of(groups["sa"])
    value = parse_digits(groups["a"]).value * scale
    if groups["half"]:
        value += scale / 2
        scale /= 10
    for digits, word in (("b", "sb"), ("c", "sc"), ("d", "")):
        if not groups[digits]:
            continue
        lower = _scale_of(groups[word]) if word else _ONE
        if lower > scale == _THOUSAND and len(groups[digits]) == _GROUP:
            value = (value + int(groups[digits])) * lower  # 30 nghìn 309 tỷ
            scale = lower
            continue
        if lower >= scale:  # two amounts side by side: the first alone
            first = parse_digits(groups["a"]).value * _scale_of(groups["sa"])
            return Draft(
                hit, hit.start, hit.match.end("a"), hit.match.end("sa"), first,
                _scale_of(groups["sa"]),
            )  # fmt: skip
        scale = lower
        value += Decimal(groups[digits]) * scale
    if unit is None and _NOTHING_COUNTED.match(folded, hit.match.end()):
        unit = MONEY
    return Draft(hit, hit.start, hit.end, hit.match.end(), value, scale, unit=unit)


def _first_group(hit: Hit) -> Draft:
    """Only the first digits of what is no number with blanks after all."""
    digits = hit.match["num"].split(" ")[0]
    end = hit.start + len(digits)
    return Draft(hit, hit.start, end, end, Decimal(digits))


def _scale_of(words: str) -> Decimal:
    """The worth of scale words: nghìn tỷ is 10**12."""
    scale = _ONE
    for word in words.split():
        scale *= SCALE[word]
    return scale


def _spelled(hit: Hit, text: Text) -> Draft | None:
    """A number in words that counts what follows it; None for a proper name (xã Ba Tầng)."""
    start, end = hit.start, hit.end
    written = text.view[start:end]
    after = text.view[end + 1 : end + 2]
    if after.isupper() and not written.isupper():
        return None
    if written.istitle() and _NAME_BEFORE.search(text.view, max(0, start - 20), start):
        return None  # huyện Thanh Ba
    if part_of_year(text.fold, start, end):
        return None
    of = parse_words(hit.match["of"]) if hit.match["of"] else None
    value = parse_words(hit.match["top"] if of else written)
    if value is None:
        return None
    return Draft(hit, start, end, hit.match.end(), value, of=of, unit=hit.match["unit"])


def _single(hit: Hit, num: Numeral, scale: Decimal, groups: dict[str, str | None]) -> Draft:
    """Only the first figure of what is no range after all ("giảm từ 10 đến 5")."""
    end = hit.match.end("pa") if groups["pa"] else hit.match.end("a")
    unit = groups["pa"].strip() if groups["pa"] else groups["ua"]
    step = _step(num, scale, bool(unit))
    return Draft(hit, hit.start, end, end, num.value * scale, step, unit=unit,
                 ambiguous=num.ambiguous)  # fmt: skip


def _read(digits: str | None, measured: bool, comma: bool, percent: bool = False) -> Numeral:
    return parse_digits(digits or "0", measure=measured or percent, comma_decimal=comma)


def _step(num: Numeral, scale: Decimal, measured: bool) -> Decimal:
    """The worth of the last digit written; zero for a count, which stands for itself."""
    if num.decimals:
        return scale.scaleb(-num.decimals)
    return scale if measured else Decimal(0)


def _echoes(text: Text, start: int, hit: Hit, before: Draft | None) -> bool:
    """True where words in brackets repeat a number just before, or are announced as words."""
    low = max(0, start - 30)
    opening = text.fold.rfind("(", low, start)
    if "bằng chữ" in text.fold[max(low, opening) : start]:
        return True
    if before is None or not 0 <= opening - before.full_end <= _ECHO:
        return False
    tail = hit.match["tail"].strip(" ./")
    counted = text.fold[before.full_end : opening].strip()
    if tail == counted or not (tail or counted):
        return True
    spelled = " " in hit.match["span"] or parse_words(hit.match["span"]) == before.value
    return not tail and spelled and _COUNTED.fullmatch(counted) is not None  # 418 vụ (bốn trăm …)


_COUNTED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")
_ECHO = 20  # characters that may stand between a figure and its words: 90 ngày (chín mươi ngày)
MONEY = "đồng"
_NOTHING_COUNTED = re.compile(r" ?(?:[.,;:)\n]|$)")
# a name that goes on with a number: thôn Kim Đồng 2 350 hộ
_NAME_BEFORE = re.compile(rf"(?<=[^.:;!?\n] )[{UPPER}][{LOWER}]+ $")
_THOUSAND, _GROUP = Decimal(1000), 3
_SHORT = re.compile(r"[0-9] |1[0-9] ")
