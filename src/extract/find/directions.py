"""What a number claims by the words around it: which way it moved, and what it bounds.

A direction word ("giảm", "tăng thêm") gives its direction to the number after it; a number in an
enumeration, or a rate beside a change, takes it over from the number before (`Carry`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.find.cues import Cues
from extract.find.numbers import Draft
from extract.model import Bound, Direction

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
_COORDINATED = re.compile(r"[^.;:()0-9]{0,80}(?:,|;| và| hoặc)(?: và)? ")
_DATED = re.compile(r" ?\((?:năm )?(?:19|20)[0-9]{2}\)(?:,|;| và)(?: và)? ")  # 3,27% (2021), 3,36%
_FOR = re.compile(r"(?<!\w)(?:cho|đối với)(?: [^\W\d]+){0,2} $")  # tinh giản biên chế cho 12 người
_LINK = (
    r"(?:(?:đạt|chiếm|tương ứng|tương đương|ứng với|với|giảm|tăng|=)[ :]*(?:với )?)*"
    r"(?:(?:tỷ|tỉ) lệ(?: giảm| tăng)?(?: là| đạt)?[ :]*)?"
)
_RATE_LINK = re.compile(
    r"[^.;:(),0-9]{0,60}?[ (,]*(?:\(|, |- |; )?" + _LINK
    + r"|[^.;:()0-9]{0,60}?, (?:đạt|chiếm|tương ứng|tương đương|ứng với|tỷ lệ|tỉ lệ) " + _LINK
)  # fmt: skip
_EQUALS = re.compile(r"[^.;:(),0-9]{0,60}, bằng ")  # giảm 13 biên chế, bằng 7,74% so với năm 2021
_HALF = Decimal(50)  # a rate told with "bằng" is that of a change below it, of a level above
_OF_PLAN = re.compile(
    r" ?(?:so(?: với)? )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|tổng|số |trên tổng|nghị quyết|kh\b|"
    r"cùng kỳ|trong tổng|các |diện tích|dân số|yêu cầu|nhu cầu)"
)
_LIST_ON = re.compile(r"[^.;:()0-9]{0,80}(?:,|;| và)[^.;:()0-9]{0,60}")
_RATE_AFTER_BASE = re.compile(
    r"[^.;:()0-9]{0,60}so với [^.;:()]{0,60}?, ?(?:đạt |với )?"
    r"(?:(?:tỷ|tỉ) lệ|tương ứng|tương đương)"
    r"(?: (?:giảm|tăng|là|với|đạt))* "
)
_PACE = re.compile(
    r"(?:tốc độ|mức|tỷ lệ|tỉ lệ|nhịp độ) (tăng|giảm)(?! nghèo)"
    r"[^.;:0-9()]{0,60}(?:\([^()\n]{1,40}\))?[^.;:0-9()]{0,40}$"
)
_FILLER = re.compile(r" ?(?:tương ứng|tương đương|chung|này|bình quân|lần lượt)? ?")
_STOP = re.compile(r"[,.;:()]")
_TO_LIST = 40  # characters between a direction word and the cue of its breakdown
_AND = re.compile(r"[^.;:()0-9]{2,80}(?:,| và| hoặc) ")
_NUMBER_MOVED = re.compile(
    r"(?<!\w)số [^.;,:()0-9]{0,40}(?:giảm|tăng)(?: thêm)? ?(?:(?:chia|phân)[^.;,:()0-9]{0,20})?$"
)
_COUNTED_CHANGE = re.compile(r"trong số (?:giảm|tăng) ?$")  # "trong số giảm có 44 …"
_MIDDLE_WORDS = 9  # words that may stand between a direction word and its number


@dataclass(frozen=True, slots=True)
class Carry:
    """What a number hands on to the next one of its enumeration."""

    full_end: int
    direction: Direction | None
    listed: bool  # opened by a colon ("giảm được: 59 …; 43 …")
    unit: str | None
    start: int
    value: Decimal
    bound: Bound | None = None


def direction_of(folded: str, low: int, draft: Draft, cues: Cues) -> tuple[Direction | None, bool]:
    """The direction that a word before the number gives it, and whether a colon opens a list."""
    if draft.unit == "%" and folded[draft.start - 1] in "+-" and draft.value_to is None:
        return ("increase" if folded[draft.start - 1] == "+" else "decrease"), False
    found: Direction | None = None
    at = low
    for name, start, end in cues.between(low, draft.start):
        if name in _DIRECTED:
            found, at = _DIRECTED[name], end
        elif found and _passes(folded, name, start, end, at):
            at = end if start - at <= 1 or name == "parts" else at
        elif found and (name == "base" or (name == "from" and draft.value_to is not None)):
            continue
        elif name not in _TRANSPARENT:
            found = None
    if found is None:
        return _pace(folded, low, draft), False
    middle = folded[at : draft.start]
    if draft.unit is None and _nouns_of_time(folded, draft.full_end) and middle.strip():
        return None, False
    if (
        _CLAUSE.search(middle)
        or "," in middle
        or _FOR.search(middle)
        or middle.count(" ") > _MIDDLE_WORDS
    ):
        return None, False
    opener = folded[max(low, at - 14) : at]
    return found, ":" in middle or ":" in opener


def _passes(folded: str, name: str, start: int, end: int, at: int) -> bool:
    """True where a level word after a direction word leaves it in force: giảm là 61."""
    word = folded[start:end]
    if name == "parts":  # "số giảm gồm: …", "số đơn vị giảm chia theo ngành như sau: …"
        near = start - at <= _TO_LIST and not _STOP.search(folded, at, start)
        return start - at <= 1 or (near and bool(_NUMBER_MOVED.search(folded, max(0, at - 80), at)))
    if name == "level" and word == "có":
        return bool(_COUNTED_CHANGE.search(folded, max(0, at - 20), at))
    if name != "level" or word not in ("là", "được", "đạt"):
        return False
    return bool(_FILLER.fullmatch(folded, at, start)) or (
        word == "là" and folded[at - 3 : at] == "hơn"
    )


def _pace(folded: str, low: int, draft: Draft) -> Direction | None:
    """The direction that a rate of growth has by its name: tốc độ tăng … ước đạt 8,74%."""
    if draft.unit != "%" or draft.of is not None:
        return None
    m = _PACE.search(folded, max(low - 24, draft.start - 130, 0), draft.start)
    if m is None or "\n" in m[0]:
        return None
    return "increase" if m[1] == "tăng" else "decrease"


_AFTER_BRACKET = re.compile(r"[^.;:()0-9]{0,40}\)(?: là| thì)? ")


def compared_direction(
    folded: str, floor: int, carry: Carry, draft: Draft, cues: Cues
) -> Direction | None:
    """thấp hơn cùng kỳ (36,7%) 2,7 điểm: the word before a bracketed level gives the direction."""
    if not _AFTER_BRACKET.fullmatch(folded, carry.full_end, draft.start):
        return None
    opening = folded.rfind("(", max(floor, carry.start - 40), carry.start)
    if opening < 0:
        return None
    near = [c for c in cues.between(max(floor, opening - 60), opening) if c[0] in _DIRECTED]
    if near and not re.search(r"[,.;()]", folded[near[-1][2] : opening]):
        return _DIRECTED[near[-1][0]]
    return None


_DURATION = re.compile(r" (?:năm|tháng|ngày|tuần|giờ|tuổi)(?!\w)")


def _nouns_of_time(folded: str, at: int) -> bool:
    """True where a unit of time follows: durations rarely are what rises or falls."""
    return _DURATION.match(folded, at) is not None


def inherited(
    folded: str, carry: Carry, draft: Draft, unit: str | None, cues: Cues
) -> tuple[Direction | None, bool]:
    """The direction handed on by the number before, in an enumeration or as its rate."""
    between = folded[carry.full_end : draft.start]
    names = [c[0] for c in cues.between(carry.full_end, draft.start)]
    if unit == "%" and draft.of is None:
        if carry.unit in ("điểm %", "điểm phần trăm"):
            return None, False  # a level in brackets after a change in points
        if _RATE_AFTER_BASE.fullmatch(between):
            return carry.direction, False
        if any(n in ("to", "remaining", "base", "target") for n in names):
            return None, False
        if carry.unit == "%" and _DATED.fullmatch(between):
            return carry.direction, carry.listed
        if _EQUALS.fullmatch(between) and draft.value < _HALF:
            return carry.direction, False
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
    if carry.listed and "parts" not in names and _LIST_ON.fullmatch(between):
        return carry.direction, True
    if between == " (" and carry.unit == "%":
        return carry.direction, False  # "giảm 28% (576 thôn)"
    opening = between.endswith(("(", "(trong đó ", "(gồm ", "(trong đó: ", "(gồm: ", "(bao gồm "))
    smaller = draft.value <= carry.value  # a part of the change, not the level it started from
    if opening and smaller and unit is not None and unit == carry.unit and "\n" not in between:
        return carry.direction, False
    return None, False


def told_after(folded: str, draft: Draft) -> Direction | None:
    """The direction that words right after the noun give: "166 đơn vị giảm đi"."""
    m = _AFTER.match(folded, draft.full_end)
    if m is None:
        return None
    return "decrease" if m[1].startswith("giảm") else "increase"


def past_bracket(folded: str, outer: Carry, last: Carry, draft: Draft) -> Carry | None:
    """What `outer`, the number before a bracket, hands on to a number right after it: "giảm 27
    phòng (trước đó 158 phòng), 04 chi cục"; None where the bracket is still open, or the numbers
    are of another sort."""
    between = folded[last.full_end : draft.start]
    close = between.rfind(")")
    if close < 0 or "(" in between or (outer.unit == "%" and draft.unit != "%"):
        return None
    return replace(outer, full_end=last.full_end + close + 1)


_AFTER = re.compile(
    r"[^0-9.;:,()]{1,40}? (?:đã )?(?:được )?(giảm đi|tăng thêm|giảm(?= do )|(?<=đã )giảm)"
    r"(?= ?[(,.;]| gồm| do| là| thì| trong|$)"
)


def bound_on(folded: str, carry: Carry, draft: Draft, unit: str | None, cues: Cues) -> Bound | None:
    """The limit that a number hands on to the next: ít nhất 5% biên chế và 10% viên chức."""
    if carry.bound not in ("at_least", "at_most") or unit != carry.unit or draft.of is not None:
        return None
    if draft.value_to is not None or cues.between(carry.full_end, draft.start):
        return None
    return carry.bound if _AND.fullmatch(folded, carry.full_end, draft.start) else None


_LIMIT = re.compile(r"(thấp|ít|nhỏ|cao|nhiều|lớn) hơn (?:mức )?$")
_COMPARED_LATER = re.compile(
    r"[^.;()]{0,80}?(?<!\w)(?:so|cùng kỳ|năm|kỳ|tháng|quý|bình quân|trước)(?!\w)"
)


def limit_of(folded: str, draft: Draft) -> Bound | None:
    """thấp hơn 45% dự toán: a limit, where nothing is said to be compared."""
    m = _LIMIT.search(folded, max(0, draft.start - 18), draft.start)
    if m is None or draft.unit != "%" or _COMPARED_LATER.match(folded, draft.full_end):
        return None
    return "less_than" if m[1] in ("thấp", "ít", "nhỏ") else "more_than"


_UP = re.compile(
    r"(?![^.;,:()]{0,60}?(?:trình độ|đại học|cao đẳng|trung cấp|sơ cấp|loại|hạng"
    r"|cấp (?:phòng|huyện|tỉnh)))"
    r"[^.;,:()0-9]{0,60}? trở (lên|xuống)(?!\w)"
)
_ON = re.compile(r"[^.;()]{0,90}?(?<!\w)(?:đến|xuống|lên|còn|thành|sang)(?!\w)")
_SIGNS: dict[str, Bound] = {"≥": "at_least", "≤": "at_most", "<": "less_than", ">": "more_than"}
_FROM = re.compile(r"(?<!\w)(?:có|đạt|chiếm|là|trên|phải|bố trí|hoặc|cư) từ $|^từ $|[(,;:] ?từ $")


def bound_of(folded: str, low: int, draft: Draft, cues: Cues, noun_end: int) -> Bound | None:
    """The bound that words before or after the number set."""
    m = _UP.match(folded, draft.full_end)
    if m:
        return "at_least" if m[1] == "lên" else "at_most"
    sign = folded[max(0, draft.start - 2) : draft.start].strip()
    if sign in _SIGNS:
        return _SIGNS[sign]
    near = [c for c in cues.between(max(low, draft.start - 32), draft.start) if c[0] in _BOUNDS]
    if near and draft.start - near[-1][2] <= 1:
        return _BOUNDS[near[-1][0]]
    if _FROM.search(folded, max(low, draft.start - 12), draft.start) and not _ON.match(
        folded, draft.full_end
    ):
        return "at_least"
    return None
