"""A run of digits (or words) -> a number: value, step, scale, unit; or a name, a label, a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.find.nouns import Nouns
from extract.model import Bound
from extract.rules.engine import Hit, Text
from extract.rules.wording import terms, wording
from extract.values.letters import LOWER, UPPER
from extract.values.numerals import SCALE, Numeral, parse_digits, parse_words

_ONE = Decimal(1)
_VI_STYLE = re.compile(r"[0-9]\.[0-9]{3},[0-9]|[0-9],[0-9]{1,2}(?![0-9])")
_EN_STYLE = re.compile(r"[0-9],[0-9]{3}\.[0-9]|[0-9],[0-9]{3},[0-9]{3}")


@dataclass(slots=True)
class Draft:
    """A quantity in the making, with the hit it came from."""

    hit: Hit
    start: int
    end: int
    full_end: int
    value: Decimal
    step: Decimal
    of: Decimal | None
    value_to: Decimal | None
    unit: str | None
    bound: Bound | None
    words: bool
    ambiguous: bool
    scale: Decimal = _ONE
    per: str | None = None


_LISTED = wording("numbers.listed")


def share_units(drafts: list[Draft], folded: str) -> None:
    """Give the unit and scale at the end of an enumeration to the bare numbers before it.

    "thủy điện 742,1, điện mặt trời 398,7, điện gió 145,7 triệu kWh": all three in triệu kWh.
    """
    for after, draft in zip(reversed(drafts), reversed(drafts[:-1]), strict=False):
        if draft.unit is not None or draft.of is not None or after.unit in (None, "%", "‰"):
            continue
        if draft.words or after.words or after.of is not None or draft.full_end != draft.end:
            continue
        if not (draft.step or after.step) or not _LISTED.fullmatch(
            folded, draft.full_end, after.start
        ):
            continue
        draft.scale = after.scale
        draft.value *= after.scale
        draft.step = draft.step * after.scale if draft.step else after.scale
        draft.unit = after.unit


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
        value = parse_words(hit.match["span"])
        if not value or not _echoes(text, start, hit, before):
            return None
        unit = MONEY if hit.match["unit"] else None
        return Draft(hit, start, end, full_end, value, Decimal(0), None, None, unit, None, True,
                      False)  # fmt: skip
    if rule == "qty.spelled":
        return _spelled(hit, text)
    if _is_name(text, start, end, full_end, before, nouns):
        return None
    groups = hit.match.groupdict()
    unit = groups.get("unit")
    scale = _ONE
    for name in ("scale", "scale2"):
        scale *= SCALE.get((groups.get(name) or "").strip(" ."), _ONE)
    percent = groups.get("pct") or groups.get("pb")
    if percent:
        unit = percent.strip()
    if groups.get("unit") in ("phần trăm", "phần nghìn"):
        unit = "%" if groups["unit"] == "phần trăm" else "‰"
    measured = bool(unit) or scale != 1
    per = (groups.get("per") or "").strip("/ ") or None
    if per and unit is None and scale != 1:
        unit = MONEY  # 2 triệu/hộ
    per = per if unit else None
    if rule == "qty.spaced":
        num, last = groups["num"], groups["of"] or groups["to"]
        if _NAME_BEFORE.search(text.view, max(0, start - 20), start) and _SHORT.match(num):
            return _first_group(hit)
        read = _read(num.replace(" ", ""), measured, comma)
        end_value = None if last is None else _read(last.replace(" ", ""), measured, comma).value * scale
        return Draft(hit, start, end, full_end, read.value * scale, _step(read, scale, measured),
                     end_value if groups["of"] else None, end_value if groups["to"] else None,
                     unit, "range" if groups["to"] else None, False, False, scale, per)  # fmt: skip
    if rule == "qty.compound":
        return _compound(hit, folded, unit)
    if rule == "qty.fraction":
        num = _read(groups["num"], measured, comma)
        of = _read(groups["of"], measured, comma)
        if of.value == 0 or (folded[start - 4 : start] == "bậc "):
            return None
        if nouns.unit_at(full_end + 1) is None and _dated_or_scaled(folded, start, end):
            return None
        return Draft(hit, start, end, full_end, num.value * scale, _step(num, scale, measured),
                      of.value * scale, None, unit, None, False, num.ambiguous)  # fmt: skip
    if rule == "qty.range":
        a, b = _read(groups["a"], measured, comma), _read(groups["b"], measured, comma)
        scale_a = SCALE.get(groups["sa"], scale) if groups["sa"] else scale
        low, high = a.value * scale_a, b.value * scale
        if low >= high or (groups["pa"] and not percent):
            return None if "-" in folded[start:end] and not percent else _single(
                hit, text, a, scale_a, groups)  # fmt: skip
        return Draft(hit, start, end, full_end, low, _step(a, scale_a, measured), None, high,
                      unit, "range", False, a.ambiguous, _ONE, per)  # fmt: skip
    digits = groups.get("num") or folded[start:end]
    num = _read(digits, measured, comma, bool(percent))
    return Draft(hit, start, end, full_end, num.value * scale, _step(num, scale, measured), None,
                  None, unit, None, False, num.ambiguous, scale, per)  # fmt: skip


def _dated_or_scaled(folded: str, start: int, end: int) -> bool:
    """True for a fraction that counts nothing: a month (phiên họp 9/2024), a day that is a name
    (đường 30/4), the scale of a map (tỷ lệ 1/500)."""
    if _MONTH.fullmatch(folded, start, end):
        return True
    before = max(0, start - 24)
    if _DAY.fullmatch(folded, start, end) and _NAMED_DAY.search(folded, before, start):
        return True
    return bool(
        _MAP_SCALE.fullmatch(folded, start, end) and _OF_MAP.search(folded, before, start)
    )


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
        if lower >= scale:  # two amounts side by side: the first alone
            first = parse_digits(groups["a"]).value * _scale_of(groups["sa"])
            return Draft(hit, hit.start, hit.match.end("a"), hit.match.end("sa"), first,
                         _scale_of(groups["sa"]), None, None, None, None, False, False)  # fmt: skip
        scale = lower
        value += Decimal(groups[digits]) * scale
    if unit is None and _NOTHING_COUNTED.match(folded, hit.match.end()):
        unit = MONEY
    return Draft(hit, hit.start, hit.end, hit.match.end(), value, scale, None, None, unit, None,
                 False, False)  # fmt: skip


def _first_group(hit: Hit) -> Draft:
    """Only the first digits of what is no number with blanks after all."""
    digits = hit.match["num"].split(" ")[0]
    end = hit.start + len(digits)
    return Draft(hit, hit.start, end, end, Decimal(digits), Decimal(0), None, None, None, None,
                 False, False)  # fmt: skip


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
    of = parse_words(hit.match["of"]) if hit.match["of"] else None
    value = parse_words(hit.match["top"] if of else written)
    if value is None:
        return None
    unit = hit.match["unit"]
    return Draft(hit, start, end, hit.match.end(), value, Decimal(0), of, None, unit, None, False,
                 False)  # fmt: skip


def _single(
    hit: Hit, text: Text, num: Numeral, scale: Decimal, groups: dict[str, str | None]
) -> Draft:
    """Only the first figure of what is no range after all ("giảm từ 10 đến 5")."""
    end = hit.match.end("pa") if groups["pa"] else hit.match.end("a")
    unit = groups["pa"].strip() if groups["pa"] else groups["ua"]
    return Draft(hit, hit.start, end, end, num.value * scale, _step(num, scale, bool(unit)), None,
                  None, unit, None, False, num.ambiguous)  # fmt: skip


def _read(digits: str | None, measured: bool, comma: bool, percent: bool = False) -> Numeral:
    return parse_digits(digits or "0", measure=measured or percent, comma_decimal=comma)


def _step(num: Numeral, scale: Decimal, measured: bool) -> Decimal:
    """The worth of the last digit written; zero for a count, which stands for itself."""
    if num.decimals:
        return scale.scaleb(-num.decimals)
    return scale if measured else Decimal(0)


def _echoes(text: Text, start: int, hit: Hit, before: Draft | None) -> bool:
    """True where words in brackets repeat a number just before, or are announced as words."""
    opening = text.fold.rfind("(", max(0, start - 30), start)
    if "bằng chữ" in text.fold[opening:start]:
        return True
    if before is None or not 0 <= opening - before.full_end <= _ECHO:
        return False
    tail = hit.match["tail"].strip(" ./")
    counted = text.fold[before.full_end : opening].strip()
    return tail == counted or not (tail or counted)


_ECHO = 20  # characters that may stand between a figure and its words: 90 ngày (chín mươi ngày)
_CLOCK = wording("numbers.clock")
_CLOCK_CUE = wording("numbers.clock_cue")
_CLOCK_DAY = wording("numbers.clock_day")
_HOUR = wording("numbers.hour")
_RATIO = wording("numbers.ratio")
_COLON = re.compile(r"(?<![0-9.,/])[0-9]{1,3}:[0-9]++(?![,:/])")
_HOURS, _MINUTES = 24, 60
_PHONE = wording("numbers.contact")
_PERIODS = wording("numbers.term")
_SUMS_OF = wording("numbers.sums_of")
_LABELS_BEFORE = wording("numbers.labels")
_LONGEST_RUN = 60
_RATED = re.compile(r" \([^()]{0,12}[0-9,]+ ?%")
MONEY = "đồng"
_NOTHING_COUNTED = re.compile(r" ?(?:[.,;:)\n]|$)")
# a name that goes on with a number: thôn Kim Đồng 2 350 hộ
_NAME_BEFORE = re.compile(rf"(?<=[^.:;!?\n] )[{UPPER}][{LOWER}]+ $")
_SHORT = re.compile(r"[0-9] |1[0-9] ")
_OVER = re.compile(r" ?(?:[^\W\d_]+ ?){0,6}/ ?")  # 28.050 hộ/28.740 hộ
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH_OF = wording("numbers.month_of")
_SOME = wording("numbers.some")
_NAMED_DAY = wording("numbers.named_day")
_OF_MAP = wording("numbers.map_scale")
_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])")
_MAP_SCALE = re.compile(r"1/(?:[1-9]00|[1-9][0-9]{0,2}\.?000)")
_VERSION = re.compile(r"[1-5]\.0")
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}")
_QUOTED_LABEL = re.compile(r"[0-9]{1,2}(?:\.|\)) ?[A-ZÀ-ỸĐ]")
_CODE = re.compile(r"0[0-9]+\.[0-9]{3}")  # 01.003, a rank of officials
_HOTLINE = re.compile(r"1[89]00[. ]?[0-9]{4,6}")
_ROW_NUMBER = re.compile(r"(?<=\n)[0-9]{1,3} ?\|")  # of a table whose bars lost their lines
_FILED = wording("numbers.filed")  # Lưu: VT, 35 bản
_INLINE_LABEL = re.compile(r"\([0-9]{1,2}\)(?! ?[%‰])")


def _is_name(
    text: Text, start: int, number_end: int, end: int, before: Draft | None, nouns: Nouns
) -> bool:
    """True where the digits are part of a name, a label, a phone number or a time of day."""
    folded, view = text.fold, text.view
    after = folded[end : end + 1]
    previous = folded[start - 1 : start]
    if previous == "+" and folded[start - 2 : start - 1].isalnum():
        return True
    behind = view[number_end : number_end + 2]
    if behind[:1] == "/" and behind[1:].isupper():
        return True
    if folded[start:number_end] in ("24/7", "24/24"):
        return True
    if previous == "/" and not (
        before is not None and _OVER.fullmatch(folded, before.full_end, start)
    ):
        return True
    rated = folded[number_end - 1] in "%‰"
    attached = view[number_end : number_end + 2]
    if attached[:1].isupper() and not attached[1:].isalpha() and not rated:
        return True  # 4G, 3A
    if after.isalnum() and not rated and not _glued_word(view, end):
        return True
    if after == "-" and folded[end + 1 : end + 2].isalpha() and view[end + 1].isupper():
        return True
    if after == "/" and view[end + 1 : end + 2].isupper():
        return True
    if previous == "(" and _INLINE_LABEL.match(folded, start - 1):
        return nouns.unit_before(start - 1) is None or not folded[start - 2 : start - 1].isspace()
    if _MONTH_OF.match(folded, number_end) and folded.endswith("tháng ", 0, start):
        return True  # tháng 6 năm trước
    if (
        previous in (" ", ":")
        and end == number_end
        and not rated
        and _named(text, start, end, nouns)
    ):
        return True
    if _VERSION.fullmatch(folded, start, end) and nouns.unit_at(end + 1) is None:
        return True  # cách mạng 4.0
    if folded[start:number_end] == "1" and _SOME.match(folded, number_end):
        return True
    if _time_of_day(text, start, number_end, nouns):
        return True
    if previous == '"' and _QUOTED_LABEL.match(view, start):
        return True  # "1. Người lao động …" in an act that amends another
    digits = folded[start:end]
    if _CODE.fullmatch(digits) or _HOTLINE.fullmatch(digits) or _ROW_NUMBER.match(folded, start):
        return True
    if _FILED.search(folded, max(0, start - 60), start):
        return True
    if _BARE_YEAR.fullmatch(digits) and nouns.unit_at(end + 1) is None:
        return True
    if digits.isdigit() and len(digits) >= 8 and digits[0] == "0":
        return True
    coded = len(digits) >= 3 and not rated and "," not in digits
    if coded and _PHONE.search(folded, max(0, start - 45), start):
        return True
    return digits.isdigit() and len(digits) > 1 and digits[0] == "0" and len(digits) > 3


def _time_of_day(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True where the digits are an hour or its minutes (18:35, 7 giờ 30, 22 giờ đêm), or one side
    of a ratio (tỷ lệ 50:50)."""
    folded = text.fold
    m = _COLON.match(folded, start) or _COLON.search(folded, max(0, start - 4), end)
    if m and m.start() <= start < m.end():
        hours, minutes = m[0].split(":")
        clock = len(minutes) == 2 and int(hours) <= _HOURS and int(minutes) < _MINUTES
        return clock or _RATIO.search(folded, max(0, m.start() - 40), m.start()) is not None
    if _CLOCK_DAY.match(folded, end):
        return True
    if end - start > 2:
        return False
    m = _CLOCK.match(folded, end)
    if m and (m[0][-1].isdigit() or _CLOCK_CUE.search(folded, max(0, start - 8), start)):
        return True
    if end - start == 2 and _HOUR.search(folded, max(0, start - 9), start):
        follows = nouns.unit_at(end + 1) if folded[end : end + 1] == " " else None
        return int(folded[start:end]) < _MINUTES and follows in (None, "ngày")
    return False


def _glued_word(view: str, at: int) -> bool:
    """True where a lower-case word of three letters or more is glued to the number."""
    j = at
    while j < len(view) and view[j].isalpha() and j - at < 8:
        j += 1
    return j - at >= 3 and view[at:j].islower()


def _named(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True where a label word right before makes the number a name ("Điều 5", "thứ 6"), or one
    before the short numbers that it goes on from ("các Điều 85, 88 và 89", "Mẫu số 01, 02")."""
    label = nouns.label_before(start - 1)
    if label is None:
        m = _LABELS_BEFORE.search(text.fold, max(0, start - _LONGEST_RUN), start)
        label = nouns.label_before(m.start()) if m else None
        follows = nouns.unit_at(end + 1) if text.fold[end : end + 1] == " " else None
        return label in terms("nhan_chung") and follows is None and text.fold[start:end].isdigit()
    if text.fold[start - 2] == ":" and label in terms("don_vi_dem"):
        return False  # Số lớp: 12
    follows = nouns.unit_at(end + 1) if text.fold[end : end + 1] == " " else None
    if label in terms("nhan_tai_lieu"):
        return follows is None
    if label in terms("nhan_ma"):
        return True
    if label in ("cấp", "mức"):
        return follows is None and end - start == 1
    if label.endswith(" số"):
        return follows is None
    if label == "số":
        opening = text.fold[max(0, start - 12) : start]
        return follows is None and _SUMS_OF.search(opening) is None
    if label in terms("nhan_dem_duoc"):
        counted = text.fold[start] == "0" or _RATED.match(text.fold, end)
        return follows is None and end - start <= 2 and not counted
    if label == "kỳ" and _PERIODS.search(text.fold, max(0, start - 9), start):
        return False
    if label == "năm" and end - start == 3:
        return False  # a figure of three digits is no year: "đầu năm 286 HTX"
    if label in ("năm", "tháng", "ngày", "quý"):
        return follows is None and "," not in text.fold[start:end]
    return follows is None and end - start <= 3
