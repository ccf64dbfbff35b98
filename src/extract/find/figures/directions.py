"""What a number claims by the words around it: which way it moved, and what it bounds.

A direction word ("giảm", "tăng thêm") gives its direction to the number after it; a number in an
enumeration, or a rate beside a change, takes it over from the number before (`Carry`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.find.figures.cues import Cues
from extract.find.figures.numbers import Draft
from extract.model import Bound, Direction
from extract.rules.wording import terms, wording
from extract.values.units import POINT_UNITS

_BOUNDS: dict[str, Bound] = {
    "at_least": "at_least",
    "at_most": "at_most",
    "less_than": "less_than",
    "more_than": "more_than",
    "about": "about",
}
_DIRECTED: dict[str, Direction] = {"increase": "increase", "decrease": "decrease"}
# cues that may stand between a direction word and its number ("giảm là 61", "giảm ít nhất 5%")
_TRANSPARENT = frozenset(_BOUNDS) | {"norm", "target", "forecast", "plan"}
_COORDINATED = wording("directions.coordinated")
_DATED = wording("directions.dated")  # 3,27% (2021), 3,36%
_FOR = wording("directions.for")  # tinh giản biên chế cho 12 người
_OF_NUMBERS = wording("directions.of_numbers")
_AND_LEAST = wording("directions.and_least")
_ESTIMATED = wording("directions.estimated")
_EACH_YEAR = wording("directions.each_year")
_WITH_AS_MANY = wording("directions.with_as_many")
_SINCE = wording("directions.since")
_LIMIT_TOLD = wording("directions.limit_told")
_RATE_LINK = wording("directions.rate_link")
_EQUALS = wording("directions.equals")  # giảm 13 biên chế, bằng 7,74% so với năm 2021
_OF_PLAN = wording("directions.of_plan")
_LIST_ON = wording("directions.list_on")
_COMPARED_PAIR = wording("directions.compared_pair")
_PAIRED = (" và ", ", ")
_SUPERLATIVE = wording("directions.superlative")
_FROM_LEAST = wording("directions.from_least")
_NEXT_BEARER = wording("directions.next_bearer")
_RATE_AFTER_BASE = wording("directions.rate_after_base")
_AMOUNT = wording("directions.amount")
_OCCUPIES = wording("shares.occupies")
_PACE = wording("directions.pace")
_FILLER = wording("directions.filler")
_AND = wording("directions.and")
_NAMED_BEYOND = wording("directions.named_beyond")
_NUMBER_MOVED = wording("directions.number_moved")
_COUNTED_CHANGE = wording("directions.counted_change")  # "trong số giảm có 44 …"
_AFTER_BRACKET = wording("directions.after_bracket")
_COMPARED_ANEW = wording("directions.compared_anew")
_TURN = wording("directions.turn")
_IN_TURN = wording("directions.in_turn")
_DURATION = wording("directions.duration")
_AFTER = wording("directions.told_after")
_LIMIT = wording("directions.limit")
_COMPARED_LATER = wording("directions.compared_later")
_UP = wording("directions.up")
_ON = wording("directions.on")
_OUT_OF = wording("directions.out_of")
_FOR_SO_MANY = wording("population_rates.for_so_many")
_FROM = wording("directions.from")
_VERSUS = wording("directions.versus")
_LEADS_TO = wording("directions.leads_to")
_LISTED_IN = wording("directions.listed_in")
_CLAUSE = re.compile(r"[.;()\n]")
_SIGNED: dict[str, Direction] = {"(+": "increase", "(-": "decrease"}
_REACHED = wording("directions.reached")
_HALF = Decimal(50)  # a rate told with "bằng" is that of a change below it, of a level above
_STOP = re.compile(r"[,.;:()]")
_TO_LIST = 40  # characters between a direction word and the cue of its breakdown
_TO_COLON = 6  # characters between a colon and the direction word that opens its list
_COUNTS = frozenset({"cả", "và", "hoặc"})  # "1 công ty lãi giảm và 2 công ty lỗ"
_ON_SO_MANY = "trên"  # no bound: "giảm trên 3 tiêu chí"
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
    in_turn: bool = False  # one of several changes told in turn ("lần lượt tăng 3% và 5%")


def direction_of(folded: str, low: int, draft: Draft, cues: Cues) -> tuple[Direction | None, bool]:
    """The direction that a word before the number gives it, and whether a colon opens a list."""
    if draft.unit == "%" and folded[draft.start - 1] in "+-" and draft.value_to is None:
        return ("increase" if folded[draft.start - 1] == "+" else "decrease"), False
    before = folded[max(0, draft.start - 3) : draft.start].rstrip(" ")
    signed = _SIGNED.get(before[-2:])
    if signed is not None and draft.of is None and draft.value_to is None:
        return signed, False
    found: Direction | None = None
    begin = at = low
    for name, start, end in cues.between(low, draft.start):
        if name in _DIRECTED:
            found, begin, at = _DIRECTED[name], start, end
        elif found and _passes(folded, name, start, end, at):
            at = end if start - at <= 1 or name == "parts" else at
        elif found and (name == "base" or (name == "from" and _from_up(folded, draft))):
            continue
        elif name not in _TRANSPARENT:
            found = None
    if found is None:
        return _pace(folded, low, draft), False
    middle = folded[at : draft.start]
    if draft.unit in terms("don_vi_tien") and folded.startswith("tinh giản", begin):
        return None, False  # "chi tinh giản biên chế 1,3 tỷ đồng": what it is spent for
    if draft.unit is None and _nouns_of_time(folded, draft.full_end) and middle.strip():
        return None, False
    if _CLAUSE.search(middle) or middle.count(" ") > _MIDDLE_WORDS:
        return _pace(folded, low, draft), False
    if (
        "," in middle
        or _FOR.search(middle)
        or middle.strip() in _COUNTS  # giảm cả 3 tiêu chí: they are counted, not what fell
        or (middle.strip() == _ON_SO_MANY and not cues.has("more_than", at, draft.start))
        or _NAMED_BEYOND.search(folded, low, draft.start)
    ):
        return None, False
    opened = folded[max(low, begin - _TO_COLON) : begin].rstrip(" \n-–+*").endswith(":")
    return found, opened or ":" in folded[begin : draft.start]


def _from_up(folded: str, draft: Draft) -> bool:
    """True where "từ" opens a range or a lowest amount, no level that something moved from: "giảm
    từ 2 - 3%", "giảm từ 1 điểm % trở lên"."""
    rate = draft.unit in ("%", *POINT_UNITS)
    return draft.value_to is not None or (rate and _UP.match(folded, draft.full_end) is not None)


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
    if m is None or "\n" in m[0] or (m["from"] and draft.value_to is None):
        return None  # "tăng trưởng từ 5% lên 7%": a level it started from
    return "decrease" if "giảm" in m.groups() else "increase"


def compared_direction(
    folded: str, floor: int, carry: Carry, draft: Draft, cues: Cues
) -> Direction | None:
    """thấp hơn cùng kỳ (36,7%) 2,7 điểm: the word before a bracketed level gives the direction."""
    if not _AFTER_BRACKET.fullmatch(folded, carry.full_end, draft.start):
        return None
    opening = folded.rfind("(", max(floor, carry.start - 40), carry.start)
    if opening < 0:
        return None
    near = [c for c in cues.between(max(floor, opening - 60), opening) if c.name in _DIRECTED]
    if near and not re.search(r"[,.;()]", folded[near[-1].end : opening]):
        return _DIRECTED[near[-1].name]
    return None


def from_least(folded: str, low: int, draft: Draft) -> Direction | None:
    """The direction of the least that something is to rise or fall by: "giảm từ 05 sở trở lên"."""
    m = _FROM_LEAST.search(folded, low, draft.start)
    if m is None:
        return None
    return "decrease" if m["down"] else "increase"


def _nouns_of_time(folded: str, at: int) -> bool:
    """True where a unit of time follows: durations rarely are what rises or falls."""
    return _DURATION.match(folded, at) is not None


def inherited(
    folded: str, carry: Carry, draft: Draft, unit: str | None, cues: Cues
) -> tuple[Direction | None, bool]:
    """The direction handed on by the number before, in an enumeration or as its rate."""
    between = folded[carry.full_end : draft.start]
    names = [c.name for c in cues.between(carry.full_end, draft.start)]
    if carry.in_turn and _IN_TURN.fullmatch(between):
        return carry.direction, carry.listed
    if unit == carry.unit and carry.bound == "at_least" and _AND_LEAST.fullmatch(between):
        return carry.direction, carry.listed  # "giảm ít nhất 5% … và ít nhất 10% …"
    if _LIMIT_TOLD.search(between):
        return None, False  # "cao hơn 3,4% so với cùng kỳ (83,2%) và vượt mức tối thiểu 85%"
    if _SUPERLATIVE.search(between):
        return None, False  # "tăng 0,6 tiêu chí; xã cao nhất 19 tiêu chí"
    if unit == "%" and draft.of is None:
        if between.endswith("(") and _LEADS_TO.match(folded, draft.full_end):
            return None, False  # "giảm 3,7% (14,9% xuống 11,2%)": the levels
        if carry.unit == "%" and _ESTIMATED.fullmatch(between):
            return carry.direction, False  # "tăng dưới 20% (khoảng 15-18%)"
        yearly = draft.per == "năm" and folded.endswith("/năm", 0, carry.full_end)
        if yearly and _EACH_YEAR.fullmatch(between):
            return carry.direction, False
        if carry.unit in POINT_UNITS:
            return None, False  # a level in brackets after a change in points
        if _RATE_AFTER_BASE.fullmatch(between):
            return carry.direction, False
        if any(n in ("to", "remaining", "base", "target") for n in names):
            return None, False
        if carry.unit == "%" and _OCCUPIES.fullmatch(between):
            return None, False  # "giảm 3,1% và chiếm 61,4%": the share of what fell
        if carry.unit == "%" and _DATED.fullmatch(between):
            return carry.direction, carry.listed
        if carry.unit == "%" and _OF_NUMBERS.fullmatch(between):
            again = folded.startswith((" số ", " về số "), draft.full_end)
            if (again and draft.value < _HALF) or between.endswith(" và "):
                return carry.direction, carry.listed
        if (
            carry.unit == "%"
            and between in _PAIRED
            and _COMPARED_PAIR.match(folded, draft.full_end)
        ):
            return carry.direction, False  # "tăng 7% và 6,8% so với năm 2018 và 2019"
        if _EQUALS.fullmatch(between) and draft.value < _HALF:
            return carry.direction, False
        counted = folded[draft.full_end : draft.full_end + 2].strip().isalpha()
        if ";" in between and (carry.unit == "%" or counted):
            return None, False  # "giảm 60% số cặp tảo hôn; 70% phụ nữ được khám"
        if draft.value >= _HALF and _REACHED.fullmatch(between):
            return None, False  # "giải quyết 62 vụ, giảm 4 vụ (đạt 78%)": of what came in
        if _RATE_LINK.fullmatch(between) and not _OF_PLAN.match(folded, draft.full_end):
            return carry.direction, False
        return None, False
    with_as_many = carry.unit != "%" and _WITH_AS_MANY.fullmatch(between)
    if with_as_many and _SINCE.match(folded, draft.full_end):
        return carry.direction, False  # "tăng 762 cơ sở với 33.985 phòng so với năm 2010"
    if carry.unit == "%" and _AMOUNT.fullmatch(between):
        return carry.direction, False  # "tăng 8,2%, tương ứng 312 tỷ đồng"
    if [n for n in names if n not in _TRANSPARENT and n != "parts"]:
        return None, False
    if (
        "parts" not in names
        and _COORDINATED.fullmatch(between)
        and (carry.unit != "%" or " và " not in between)  # "tăng 11% và 3 ngành …": another fact
        and (";" not in between or carry.listed)
    ):
        return carry.direction, carry.listed
    if carry.listed and "parts" not in names and _LIST_ON.fullmatch(between):
        return carry.direction, True
    bears = unit is not None and unit == carry.unit and draft.bound is None
    if bears and "parts" not in names and _NEXT_BEARER.fullmatch(between):
        return carry.direction, carry.listed
    if between == " (" and carry.unit == "%":
        if _VERSUS.match(folded, draft.full_end):
            return None, False  # "tăng 8% (540 vụ so với 500 vụ)": the levels
        return carry.direction, False  # "giảm 28% (576 thôn)"
    opening = _LISTED_IN.search(between)
    smaller = draft.value <= carry.value  # a part of the change, not the level it started from
    if opening and smaller and unit is not None and unit == carry.unit and "\n" not in between:
        return carry.direction, False
    return None, False


def told_in_turn(folded: str, low: int, draft: Draft, carry: Carry | None) -> bool:
    """True for a change that "lần lượt" announces, and for those that follow it."""
    if (
        carry is not None
        and carry.in_turn
        and _IN_TURN.fullmatch(folded, carry.full_end, draft.start)
    ):
        return True
    return _TURN.search(folded, max(low, draft.start - 60), draft.start) is not None


def told_after(folded: str, draft: Draft) -> Direction | None:
    """The direction that words right after the noun give: "166 đơn vị giảm đi"."""
    m = _AFTER.match(folded, draft.full_end)
    if m is None:
        return None
    return "decrease" if m[1].startswith("giảm") else "increase"


def past_bracket(folded: str, outer: Carry, last: Carry, draft: Draft) -> Carry | None:
    """What `outer`, the number before a bracket, hands on to a number right after it: "giảm 27
    phòng (trước đó 158 phòng), 04 chi cục"; None where the bracket is still open or belongs to
    another clause ("tăng 860 (7%); so với chỉ tiêu (5.400 người) đạt 84%"), or the numbers are of
    another sort."""
    if not outer.listed and _COMPARED_ANEW.search(folded, outer.full_end, last.start):
        return None
    between = folded[last.full_end : draft.start]
    close = between.rfind(")")
    if close < 0 or "(" in between or (outer.unit == "%" and draft.unit != "%"):
        return None
    return replace(outer, full_end=last.full_end + close + 1)


def bound_on(folded: str, carry: Carry, draft: Draft, unit: str | None, cues: Cues) -> Bound | None:
    """The limit that a number hands on to the next: ít nhất 5% biên chế và 10% viên chức."""
    if carry.bound not in ("at_least", "at_most") or unit != carry.unit or draft.of is not None:
        return None
    if draft.value_to is not None or cues.between(carry.full_end, draft.start):
        return None
    return carry.bound if _AND.fullmatch(folded, carry.full_end, draft.start) else None


def out_of(folded: str, carry: Carry, draft: Draft, unit: str | None) -> bool:
    """True where "trên" ties a part to its whole, or a rate to the number it is told per: 5.210 hộ
    nghèo trên 41.300 hộ, 9 bác sĩ trên 10.000 dân."""
    if carry.value >= draft.value:
        return False
    if carry.unit not in terms("nhom_dia_ban") and _FOR_SO_MANY.match(folded, carry.full_end):
        return True
    if unit is None or unit != carry.unit:
        return False
    return _OUT_OF.fullmatch(folded, carry.full_end, draft.start) is not None


def limit_of(folded: str, draft: Draft) -> Bound | None:
    """thấp hơn 45% dự toán: a limit, where nothing is said to be compared."""
    m = _LIMIT.search(folded, max(0, draft.start - 18), draft.start)
    if m is None or draft.unit != "%" or _COMPARED_LATER.match(folded, draft.full_end):
        return None
    return "less_than" if m[1] in ("thấp", "ít", "nhỏ") else "more_than"


_SIGNS: dict[str, Bound] = {"≥": "at_least", "≤": "at_most", "<": "less_than", ">": "more_than"}


def bound_of(folded: str, low: int, draft: Draft, cues: Cues) -> Bound | None:
    """The bound that words before or after the number set."""
    m = _UP.match(folded, draft.full_end)
    if m:
        return "at_least" if m[1] == "lên" else "at_most"
    sign = folded[max(0, draft.start - 2) : draft.start].rstrip()[-1:]
    if sign in _SIGNS:
        return _SIGNS[sign]
    near = [c for c in cues.between(max(low, draft.start - 32), draft.start) if c.name in _BOUNDS]
    if near and draft.start - near[-1].end <= 1:
        return _BOUNDS[near[-1].name]
    if _FROM.search(folded, max(low, draft.start - 12), draft.start) and not _ON.match(
        folded, draft.full_end
    ):
        return "at_least"
    return None
