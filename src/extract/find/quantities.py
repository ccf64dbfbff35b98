"""Hits + Document -> Quantities: value, unit, counted noun, bound and direction.

Each run of digits gives at most one quantity: the rule of the highest priority that matches at
its first digit. Digits inside citations, dates and list labels are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.find.cues import Cues
from extract.find.nouns import Nouns
from extract.find.numbers import Draft, comma_decimal, read_draft, share_units
from extract.model import Block, Bound, Direction, Document, Quantity
from extract.rules.engine import Hit, Text

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
_LINK = (
    r"(?:(?:đạt|chiếm|tương ứng|tương đương|ứng với|với|giảm|tăng|=)[ :]*(?:với )?)*"
    r"(?:(?:tỷ|tỉ) lệ(?: giảm| tăng)?(?: là| đạt)?[ :]*)?"
)
_RATE_LINK = re.compile(
    r"[^.;:(),0-9]{0,60}?[ (,]*(?:\(|, |- |; )?" + _LINK
    + r"|[^.;:()0-9]{0,60}?, (?:đạt|chiếm|tương ứng|tương đương|ứng với|tỷ lệ|tỉ lệ) " + _LINK
)  # fmt: skip
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
_PACE = re.compile(r"(?:tốc độ|mức|tỷ lệ|tỉ lệ|nhịp độ) (tăng|giảm)(?! nghèo)[^.;:0-9]{0,90}$")
_FILLER = re.compile(r" ?(?:tương ứng|tương đương|chung|này|bình quân)? ?")
_MIDDLE_WORDS = 9  # words that may stand between a direction word and its number


_NO_COUNT = frozenset({"%", "‰", "năm", "tháng", "ngày", "lần", "tuổi"})


def taken_places(doc: Document, spans: Iterable[tuple[int, int]]) -> bytearray:
    """For each place of the view whether it belongs to something else than a quantity: to one
    of the `spans` (citations, dates), a list label or a table."""
    mask = bytearray(len(doc.view) + 1)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    for block in doc.blocks:
        end = block.ve if block.kind == "table" else block.mark_end
        if end > block.vs:
            mask[block.vs : end] = b"\1" * (end - block.vs)
    return mask


def find_quantities(
    doc: Document,
    text: Text,
    hits: Sequence[Hit],
    cues: Cues,
    nouns: Nouns,
    mask: bytearray,
) -> tuple[Quantity, ...]:
    """The quantities of a document, in the order of the text.

    `hits` are those of kind quantity; `mask` is what `taken_places` gives.
    """
    comma = comma_decimal(text.fold)
    drafts: list[Draft] = []
    last = -1
    for hit in _first_at_each_place(hits):
        if hit.start < last or mask[hit.start]:
            continue
        draft = read_draft(hit, text, comma, drafts[-1] if drafts else None, nouns)
        if draft is not None:
            drafts.append(draft)
            last = draft.end
    share_units(drafts, text.fold)
    return _finish(doc, text, drafts, cues, nouns)


def _first_at_each_place(hits: Sequence[Hit]) -> list[Hit]:
    """One hit a place, that of the highest priority; sorted by place."""
    best: dict[int, Hit] = {}
    for h in hits:
        old = best.get(h.start)
        if old is None or h.rule.priority > old.rule.priority:
            best[h.start] = h
    return [best[k] for k in sorted(best)]


def _finish(
    doc: Document, text: Text, drafts: list[Draft], cues: Cues, nouns: Nouns
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
        if (
            direction is None
            and draft.of is None
            and inherit is not None
            and inherit.direction is not None
        ):
            direction, listed = _inherited(text.fold, inherit, draft, unit, cues)
        bound = draft.bound or _bound(text.fold, low, draft, cues, noun_end)
        if direction is not None and bound is None:
            limit = _limit(text.fold, draft)
            if limit is not None:
                direction, bound = None, limit
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
                per=draft.per,
                noun_vs=noun_start,
                noun_ve=noun_end,
                full_ve=draft.full_end,
                rule=draft.hit.rule.id,
            )
        )
        inherit = _Carry(draft.full_end, direction, listed, unit, draft.start, draft.value)
    return tuple(_share_count_units(found, text.fold))


_TO = re.compile(r"[^0-9.;:()]{0,25}?(?<!\w)(?:xuống|lên|còn|đến|thành|sang)(?: còn| đến| thành)? ")
_MOVED = re.compile(
    r"[^0-9.;:()]{0,40}(?:, |; | \()(?:[^0-9.;:(),]{0,12} )?"
    r"(?:giảm|tăng|bớt|thêm|còn)(?: được| thêm| còn)? "
)


def _share_count_units(found: list[Quantity], folded: str) -> list[Quantity]:
    """Give a bare count the unit of the figure it moves to ("từ 152 xuống còn 141 đơn vị") or
    has moved from ("1.964 biên chế, giảm 23;")."""
    for i, q in enumerate(found):
        if q.unit is not None or q.noun is not None or q.words or q.of is not None or q.per:
            continue
        unit = None
        if i + 1 < len(found) and _TO.fullmatch(folded, q.full_ve, found[i + 1].vs):
            unit = _count_unit(found[i + 1])
        elif i and _MOVED.fullmatch(folded, found[i - 1].full_ve, q.vs):
            unit = _count_unit(found[i - 1])
        if unit is not None:
            found[i] = replace(q, unit=unit)
    return found


def _count_unit(q: Quantity) -> str | None:
    """The unit of a count of things; None for percentages, measures and times."""
    if q.step or q.of is not None or q.unit in _NO_COUNT:
        return None
    return q.unit


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
    value: Decimal


def _direction(folded: str, low: int, draft: Draft, cues: Cues) -> tuple[Direction | None, bool]:
    """The direction that a word before the number gives it, and whether a colon opens a list."""
    if draft.unit == "%" and folded[draft.start - 1] in "+-" and draft.value_to is None:
        return ("increase" if folded[draft.start - 1] == "+" else "decrease"), False
    found: Direction | None = None
    at = low
    for name, start, end in cues.between(low, draft.start):
        if name in _DIRECTED:
            found, at = _DIRECTED[name], end
        elif found and _passes(folded, name, start, end, at):
            at = end if start - at <= 1 else at
        elif found and (name == "base" or (name == "from" and draft.value_to is not None)):
            continue
        elif name not in _TRANSPARENT:
            found = None
    if found is None:
        return _pace(folded, low, draft), False
    middle = folded[at : draft.start]
    if draft.unit is None and nouns_of_time(folded, draft.full_end) and middle.strip():
        return None, False
    if _CLAUSE.search(middle) or "," in middle or middle.count(" ") > _MIDDLE_WORDS:
        return None, False
    opener = folded[max(low, at - 14) : at]
    return found, ":" in middle or ":" in opener


def _passes(folded: str, name: str, start: int, end: int, at: int) -> bool:
    """True where a level word after a direction word leaves it in force: giảm là 61."""
    word = folded[start:end]
    if name == "parts":
        return start - at <= 1  # "số giảm gồm: …"
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


def _compared(folded: str, floor: int, carry: _Carry, draft: Draft, cues: Cues) -> Direction | None:
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


def nouns_of_time(folded: str, at: int) -> bool:
    """True where a unit of time follows: durations rarely are what rises or falls."""
    return _DURATION.match(folded, at) is not None


def _inherited(
    folded: str, carry: _Carry, draft: Draft, unit: str | None, cues: Cues
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
    opening = between.endswith(("(", "(trong đó ", "(gồm ", "(trong đó: ", "(gồm: ", "(bao gồm "))
    smaller = draft.value <= carry.value  # a part of the change, not the level it started from
    if opening and smaller and unit is not None and unit == carry.unit and "\n" not in between:
        return carry.direction, False
    return None, False


_LIMIT = re.compile(r"(thấp|ít|nhỏ|cao|nhiều|lớn) hơn (?:mức )?$")
_COMPARED_LATER = re.compile(
    r"[^.;()]{0,80}?(?<!\w)(?:so|cùng kỳ|năm|kỳ|tháng|quý|bình quân|trước)(?!\w)"
)


def _limit(folded: str, draft: Draft) -> Bound | None:
    """thấp hơn 45% dự toán: a limit, where nothing is said to be compared."""
    m = _LIMIT.search(folded, max(0, draft.start - 18), draft.start)
    if m is None or draft.unit != "%" or _COMPARED_LATER.match(folded, draft.full_end):
        return None
    return "less_than" if m[1] in ("thấp", "ít", "nhỏ") else "more_than"


_UP = re.compile(r"[^.;,:()0-9]{0,60}? trở (lên|xuống)(?!\w)")
_ON = re.compile(r"[^.;()]{0,90}?(?<!\w)(?:đến|xuống|lên|còn|thành|sang)(?!\w)")
_SIGNS: dict[str, Bound] = {"≥": "at_least", "≤": "at_most", "<": "less_than", ">": "more_than"}
_FROM = re.compile(r"(?<!\w)(?:có|đạt|chiếm|là|trên|phải|bố trí|hoặc|cư) từ $|^từ $|[(,;:] ?từ $")


def _bound(folded: str, low: int, draft: Draft, cues: Cues, noun_end: int) -> Bound | None:
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
