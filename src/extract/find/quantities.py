"""Hits + Document -> Quantities: value, unit, counted noun, bound and direction.

Each run of digits gives at most one quantity: the rule of the highest priority that matches at
its first digit. Digits inside citations, dates and list labels are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.find.cues import Cues
from extract.find.nouns import Nouns
from extract.model import Block, Bound, Direction, Document, Quantity
from extract.rules.engine import Hit, Text
from extract.values.numerals import SCALE, Numeral, parse_digits, parse_words

_ONE = Decimal(1)
_BOUNDS: dict[str, Bound] = {
    "at_least": "at_least",
    "at_most": "at_most",
    "less_than": "less_than",
    "more_than": "more_than",
    "about": "about",
}
_DIRECTED: dict[str, Direction] = {"increase": "increase", "decrease": "decrease"}
# cues that may stand between a direction word and its number ("giảm là 61", "giảm ít nhất 5%")
_TRANSPARENT = frozenset(_BOUNDS) | {"norm", "target"}
_CLAUSE = re.compile(r"[.;()\n]")
_VI_STYLE = re.compile(r"[0-9]\.[0-9]{3},[0-9]|[0-9],[0-9]{1,2}(?![0-9])")
_EN_STYLE = re.compile(r"[0-9],[0-9]{3}\.[0-9]|[0-9],[0-9]{3},[0-9]{3}")
_COORDINATED = re.compile(r"[^.;:()0-9]{0,80}(?:,|;| và| hoặc)(?: và)? ")
_RATE_LINK = re.compile(
    r"[^.;:()0-9]{0,60}?[ (,]*(?:\(|, |- |; )?"
    r"(?:(?:đạt|chiếm|bằng|tương ứng|tương đương|ứng với|với|giảm|tăng|=)[ :]*(?:với )?)*"
    r"(?:(?:tỷ|tỉ) lệ(?: giảm| tăng)?(?: là| đạt)?[ :]*)?"
)
_OF_PLAN = re.compile(
    r" ?(?:so(?: với)? )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|tổng|số |trên tổng|nghị quyết|kh\b|"
    r"cùng kỳ|trong tổng|các |diện tích|dân số|yêu cầu|nhu cầu)"
)
_MIDDLE_WORDS = 9  # words that may stand between a direction word and its number


@dataclass(slots=True)
class _Draft:
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


def find_quantities(
    doc: Document,
    text: Text,
    hits: Sequence[Hit],
    cues: Cues,
    nouns: Nouns,
    taken: Iterable[tuple[int, int]],
) -> tuple[Quantity, ...]:
    """The quantities of a document, in the order of the text.

    `hits` are those of kind quantity; `taken` the view spans of citations and dates.
    """
    mask = bytearray(len(text.view) + 1)
    for start, end in taken:
        mask[start:end] = b"\1" * (end - start)
    for block in doc.blocks:
        if block.mark_end > block.vs:
            mask[block.vs : block.mark_end] = b"\1" * (block.mark_end - block.vs)
        if block.kind == "table":
            mask[block.vs : block.ve] = b"\1" * (block.ve - block.vs)
    comma = _comma_decimal(text.fold)
    drafts: list[_Draft] = []
    last = -1
    for hit in _first_at_each_place(hits):
        if hit.start < last or mask[hit.start]:
            continue
        draft = _draft(hit, text, comma, drafts[-1] if drafts else None, nouns)
        if draft is not None:
            drafts.append(draft)
            last = draft.end
    _share_units(drafts, text.fold)
    return _finish(doc, text, drafts, cues, nouns)


_LISTED = re.compile(r"(?:,| và|;)(?: và)? [^.;:()0-9]{0,40}")


def _share_units(drafts: list[_Draft], folded: str) -> None:
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


def _first_at_each_place(hits: Sequence[Hit]) -> list[Hit]:
    """One hit a place, that of the highest priority; sorted by place."""
    best: dict[int, Hit] = {}
    for h in hits:
        old = best.get(h.start)
        if old is None or h.rule.priority > old.rule.priority:
            best[h.start] = h
    return [best[k] for k in sorted(best)]


def _comma_decimal(folded: str) -> bool:
    """True where the document writes decimals with a comma (the Vietnamese way)."""
    if _EN_STYLE.search(folded):
        return bool(_VI_STYLE.search(folded))
    return True


def _draft(hit: Hit, text: Text, comma: bool, before: _Draft | None, nouns: Nouns) -> _Draft | None:
    """The number that `hit` stands for, or None where it is a name, a label or a clock time."""
    folded, start, end = text.fold, hit.start, hit.end
    full_end = hit.match.end()
    rule = hit.rule.id
    if rule == "qty.words":
        value = parse_words(hit.match["span"])
        if value is None or not _echoes(text, start, before):
            return None
        unit = "đồng" if hit.match["unit"] else None
        return _Draft(hit, start, end, full_end, value, Decimal(0), None, None, unit, None, True,
                      False)  # fmt: skip
    if _is_name(text, start, end, full_end, before, nouns):
        return None
    groups = hit.match.groupdict()
    unit = groups.get("unit")
    scale = SCALE.get(groups.get("scale") or "", _ONE) * SCALE.get(groups.get("scale2") or "", _ONE)
    percent = groups.get("pct") or groups.get("pb")
    if percent:
        unit = percent.strip()
    if groups.get("unit") in ("phần trăm", "phần nghìn"):
        unit = "%" if groups["unit"] == "phần trăm" else "‰"
    measured = bool(unit) or scale != 1
    if groups.get("per") and unit:
        unit = unit + groups["per"].replace(" ", "")
    if rule == "qty.compound":
        sa, sb = SCALE[groups["sa"]], SCALE[groups["sb"]]
        value = parse_digits(groups["a"]).value * sa + Decimal(groups["b"]) * sb
        return _Draft(hit, start, end, full_end, value, sb, None, None, unit, None, False, False)
    if rule == "qty.fraction":
        num = _read(groups["num"], measured, comma)
        of = _read(groups["of"], measured, comma)
        if of.value == 0 or (folded[start - 4 : start] == "bậc "):
            return None
        return _Draft(hit, start, end, full_end, num.value * scale, _step(num, scale, measured),
                      of.value * scale, None, unit, None, False, num.ambiguous)  # fmt: skip
    if rule == "qty.range":
        a, b = _read(groups["a"], measured, comma), _read(groups["b"], measured, comma)
        scale_a = SCALE.get(groups["sa"], scale) if groups["sa"] else scale
        low, high = a.value * scale_a, b.value * scale
        if low >= high or (groups["pa"] and not percent):
            return None if "-" in folded[start:end] and not percent else _single(
                hit, text, a, scale_a, groups)  # fmt: skip
        return _Draft(hit, start, end, full_end, low, _step(a, scale_a, measured), None, high,
                      unit, "range", False, a.ambiguous)  # fmt: skip
    num = _read(groups.get("num") or folded[start:end], measured, comma, bool(percent))
    return _Draft(hit, start, end, full_end, num.value * scale, _step(num, scale, measured), None,
                  None, unit, None, False, num.ambiguous, scale)  # fmt: skip


def _single(
    hit: Hit, text: Text, num: Numeral, scale: Decimal, groups: dict[str, str | None]
) -> _Draft:
    """Only the first figure of what is no range after all ("giảm từ 10 đến 5")."""
    end = hit.match.end("pa") if groups["pa"] else hit.match.end("a")
    unit = groups["pa"].strip() if groups["pa"] else groups["ua"]
    return _Draft(hit, hit.start, end, end, num.value * scale, _step(num, scale, bool(unit)), None,
                  None, unit, None, False, num.ambiguous)  # fmt: skip


def _read(digits: str | None, measured: bool, comma: bool, percent: bool = False) -> Numeral:
    return parse_digits(digits or "0", measure=measured or percent, comma_decimal=comma)


def _step(num: Numeral, scale: Decimal, measured: bool) -> Decimal:
    """The worth of the last digit written; zero for a count, which stands for itself."""
    if num.decimals:
        return scale.scaleb(-num.decimals)
    return scale if measured else Decimal(0)


def _echoes(text: Text, start: int, before: _Draft | None) -> bool:
    """True where words in brackets repeat a number just before, or are announced as words."""
    opening = text.fold.rfind("(", max(0, start - 30), start)
    if "bằng chữ" in text.fold[opening:start]:
        return True
    return before is not None and 0 <= opening - before.full_end <= 1


_CLOCK = re.compile(r" ?(?:h|giờ|phút)(?: ?[0-9]{1,2}(?: ?(?:phút|'))?)?(?![\w])")
_CLOCK_CUE = re.compile(r"(?:lúc|hồi|vào|từ|trước|sau|đến) $|giờ $")
_PHONE = re.compile(
    r"(?<!\w)(?:điện thoại|đt|tel|fax|hotline|đường dây nóng|sđt|zalo|di động|tài khoản|"
    r"mã số thuế|mst|cccd|cmnd|email)(?!\w)[^.;\n]{0,25}$"
)
_SUMS_OF = ("tổng số ", "con số ", "gồm số ", "dân số ", "thiểu số ", "trong số ", "một số ")
_SOFT_LABELS = frozenset(
    {"nhiệm vụ", "nội dung", "dự án", "tiểu dự án", "tiêu chí", "chỉ tiêu", "câu", "bước"}
)
_RATED = re.compile(r" \([^()]{0,12}[0-9,]+ ?%")
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_INLINE_LABEL = re.compile(r"\([0-9]{1,2}\)(?! ?[%‰])")


def _is_name(
    text: Text, start: int, number_end: int, end: int, before: _Draft | None, nouns: Nouns
) -> bool:
    """True where the digits are part of a name, a label, a phone number or a time of day."""
    folded, view = text.fold, text.view
    after = folded[end : end + 1]
    previous = folded[start - 1 : start]
    if previous == "/" and not (before is not None and start - before.full_end <= 2):
        return True
    if after.isalnum() and not _glued_word(view, end):
        return True
    if after == "-" and folded[end + 1 : end + 2].isalpha() and view[end + 1].isupper():
        return True
    if after == "/" and view[end + 1 : end + 2].isupper():
        return True
    if previous == "(" and _INLINE_LABEL.match(folded, start - 1):
        return nouns.unit_before(start - 1) is None or not folded[start - 2 : start - 1].isspace()
    if previous in (" ", ":") and end == number_end and _named(text, start, end, nouns):
        return True
    m = _CLOCK.match(folded, number_end)
    if m and (m[0].rstrip()[-1:].isdigit() or _CLOCK_CUE.search(folded, max(0, start - 8), start)):
        return True
    digits = folded[start:end]
    if _BARE_YEAR.fullmatch(digits) and nouns.unit_at(end + 1) is None:
        return True
    if (len(digits) >= 8 and digits.isdigit() and digits[0] == "0") or (
        len(digits) >= 3 and _PHONE.search(folded, max(0, start - 45), start)
    ):
        return True
    return digits.isdigit() and len(digits) > 1 and digits[0] == "0" and len(digits) > 3


def _glued_word(view: str, at: int) -> bool:
    """True where a lower-case word of three letters or more is glued to the number."""
    j = at
    while j < len(view) and view[j].isalpha() and j - at < 8:
        j += 1
    return j - at >= 3 and view[at:j].islower()


def _named(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True where a label word right before makes the number a name ("Điều 5", "thứ 6")."""
    label = nouns.label_before(start - 1)
    if label is None:
        return False
    follows = nouns.unit_at(end + 1) if text.fold[end : end + 1] == " " else None
    if label in ("thứ", "lần thứ", "điều", "khoản", "phụ lục", "số thứ tự"):
        return True
    if label == "số":
        opening = text.fold[max(0, start - 12) : start]
        return follows is None and not opening.endswith(_SUMS_OF)
    if label in _SOFT_LABELS:
        counted = text.fold[start] == "0" or _RATED.match(text.fold, end)
        return follows is None and end - start <= 2 and not counted
    if label in ("năm", "tháng", "ngày", "quý"):
        return follows is None and "," not in text.fold[start:end]
    return follows is None and end - start <= 3


def _finish(
    doc: Document, text: Text, drafts: list[_Draft], cues: Cues, nouns: Nouns
) -> tuple[Quantity, ...]:
    """Directions, bounds, nouns and source spans for the drafts."""
    found: list[Quantity] = []
    starts = [b.vs for b in doc.blocks]
    blocks = doc.blocks
    inherit: _Carry | None = None
    last_block: Block | None = None
    for draft in drafts:
        block = blocks[bisect_right(starts, draft.start) - 1] if blocks else None
        if block is not last_block:
            inherit, last_block = None, block
        floor = block.vs if block else text.fold.rfind("\n", 0, draft.start) + 1
        noun_start, noun_end, unit = nouns.after(draft.full_end, draft.unit)
        low = floor if inherit is None else inherit.full_end
        direction, listed = _direction(text.fold, low, draft, cues)
        if direction is None and inherit is not None:
            direction = _compared(text.fold, floor, inherit, draft, cues)
        if direction is None and inherit is not None and inherit.direction is not None:
            direction, listed = _inherited(text.fold, inherit, draft, unit, cues)
        bound = draft.bound or _bound(text.fold, low, draft, cues, noun_end)
        start, end = doc.source_span(draft.start, draft.end)
        half = draft.step / 2
        noun = text.view[noun_start:noun_end] or None
        found.append(
            Quantity(
                id=f"q{len(found) + 1}",
                start=start,
                end=end,
                vs=draft.start,
                ve=draft.end,
                text=doc.text[start:end],
                value=_whole(draft.value),
                low=draft.value - half,
                high=draft.value + half,
                unit=unit,
                noun=noun,
                of=draft.of,
                value_to=draft.value_to,
                bound=bound,
                direction=direction,
                step=draft.step,
                words=draft.words,
                ambiguous=draft.ambiguous,
                noun_vs=noun_start,
                noun_ve=noun_end,
                full_ve=draft.full_end,
                rule=draft.hit.rule.id,
            )
        )
        inherit = _Carry(draft.full_end, direction, listed, unit, draft.start)
    return tuple(found)


def _whole(value: Decimal) -> Decimal:
    """A whole number without decimal zeros: 1500000000.0 -> 1500000000."""
    return value.to_integral_value() if value == value.to_integral_value() else value


@dataclass(frozen=True, slots=True)
class _Carry:
    """What a number hands on to the next one of its enumeration."""

    full_end: int
    direction: Direction | None
    listed: bool  # opened by a colon ("giảm được: 59 …; 43 …")
    unit: str | None
    start: int


def _direction(folded: str, low: int, draft: _Draft, cues: Cues) -> tuple[Direction | None, bool]:
    """The direction that a word before the number gives it, and whether a colon opens a list."""
    found: Direction | None = None
    at = low
    for name, start, end in cues.between(low, draft.start):
        if name in _DIRECTED:
            found, at = _DIRECTED[name], end
        elif found and name == "level" and folded[start:end] in ("là", "được", "đạt") and (
            start - at <= 1 or folded[start:end] == "là" and folded[at - 3 : at] == "hơn"
        ):  # fmt: skip
            at = end if start - at <= 1 else at
        elif found and name == "base":
            continue
        elif name not in _TRANSPARENT:
            found = None
    if found is None:
        return None, False
    middle = folded[at : draft.start]
    if draft.unit is None and nouns_of_time(folded, draft.full_end) and middle.strip():
        return None, False
    if _CLAUSE.search(middle) or "," in middle or middle.count(" ") > _MIDDLE_WORDS:
        return None, False
    opener = folded[max(low, at - 14) : at]
    return found, ":" in middle or ":" in opener


_AFTER_BRACKET = re.compile(r"[^.;:()0-9]{0,40}\)(?: là| thì)? ")


def _compared(
    folded: str, floor: int, carry: _Carry, draft: _Draft, cues: Cues
) -> Direction | None:
    """thấp hơn cùng kỳ (36,7%) 2,7 điểm: the word before a bracketed level gives the direction."""
    if not _AFTER_BRACKET.fullmatch(folded, carry.full_end, draft.start):
        return None
    opening = folded.rfind("(", max(floor, carry.start - 40), carry.start)
    if opening < 0:
        return None
    near = [c for c in cues.between(max(floor, opening - 60), opening) if c[0] in _DIRECTED]
    if near and not re.search(r"[0-9,.;()]", folded[near[-1][2] : opening]):
        return _DIRECTED[near[-1][0]]
    return None


_DURATION = re.compile(r" (?:năm|tháng|ngày|tuần|giờ|tuổi)(?!\w)")


def nouns_of_time(folded: str, at: int) -> bool:
    """True where a unit of time follows: durations rarely are what rises or falls."""
    return _DURATION.match(folded, at) is not None


def _inherited(
    folded: str, carry: _Carry, draft: _Draft, unit: str | None, cues: Cues
) -> tuple[Direction | None, bool]:
    """The direction handed on by the number before, in an enumeration or as its rate."""
    between = folded[carry.full_end : draft.start]
    names = [c[0] for c in cues.between(carry.full_end, draft.start)]
    if unit == "%" and draft.of is None:
        if any(n in ("to", "remaining", "base", "target") for n in names):
            return None, False
        if _RATE_LINK.fullmatch(between) and not _OF_PLAN.match(folded, draft.full_end):
            return carry.direction, False
        return None, False
    if [n for n in names if n not in _TRANSPARENT and n != "parts"]:
        return None, False
    if (
        "parts" not in names
        and _COORDINATED.fullmatch(between)
        and (";" not in between or carry.listed)
    ):
        return carry.direction, carry.listed
    opening = between.endswith(("(", "(trong đó ", "(gồm ", "(trong đó: ", "(gồm: ", "(bao gồm "))
    if opening and unit is not None and unit == carry.unit and "\n" not in between:
        return carry.direction, False
    return None, False


_UP = re.compile(r"[^.;,:()0-9]{0,60}? trở (lên|xuống)(?!\w)")
_ON = re.compile(r"[^.;()]{0,90}?(?<!\w)(?:đến|xuống|lên|còn|thành|sang)(?!\w)")
_FROM = re.compile(r"(?<!\w)(?:có|đạt|chiếm|là|trên|phải|bố trí|hoặc|cư) từ $|^từ $|[(,;:] ?từ $")


def _bound(folded: str, low: int, draft: _Draft, cues: Cues, noun_end: int) -> Bound | None:
    """The bound that words before or after the number set."""
    m = _UP.match(folded, draft.full_end)
    if m:
        return "at_least" if m[1] == "lên" else "at_most"
    near = [c for c in cues.between(max(low, draft.start - 32), draft.start) if c[0] in _BOUNDS]
    if near and draft.start - near[-1][2] <= 1:
        return _BOUNDS[near[-1][0]]
    if _FROM.search(folded, max(low, draft.start - 12), draft.start) and not _ON.match(
        folded, draft.full_end
    ):
        return "at_least"
    return None
