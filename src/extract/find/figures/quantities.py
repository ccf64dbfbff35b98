"""Hits + Document -> Quantities: value, unit, counted noun, bound and direction.

Each run of digits gives at most one quantity: the rule of the highest priority that matches at
its first digit. Digits inside citations, dates and list labels are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from extract.document import Block, Document
from extract.find.figures.cues import Cues
from extract.find.figures.declared_units import (
    declared_units,
    give_declared,
    give_money,
    give_rates,
    give_whole,
)
from extract.find.figures.directions import (
    Carry,
    bound_of,
    bound_on,
    compared_direction,
    direction_of,
    from_least,
    inherited,
    limit_of,
    out_of,
    past_bracket,
    told_after,
    told_in_turn,
)
from extract.find.figures.nouns import Nouns
from extract.find.figures.numbers import Draft, comma_decimal, read_draft, share_units
from extract.model import Bound, Direction, Quantity
from extract.rules.engine import Hit, Text
from extract.rules.wording import terms, wording

_BROKEN = "qty.broken"
_NO_COUNT = frozenset({"%", "‰", "năm", "tháng", "ngày", "lần", "tuổi"})
_RATE_ASIDE = wording("quantities.rate_aside")
_IN_DIGITS = re.compile(r" ?\(([0-9]{1,4})\)")
_ROW_NUMBER = re.compile(r" ?([0-9]{1,2}) ")
_LONGEST = 40  # figures in a bracket that are looked through for its whole
_RATED = wording("quantities.rated")
_TO = wording("quantities.to")
_MOVED = wording("quantities.moved")
_OPENED = wording("quantities.opened")
_PART = wording("quantities.part")


def taken_places(doc: Document, spans: Iterable[tuple[int, int]]) -> bytearray:
    """For each place of the view whether it belongs to something else than a quantity: to one
    of the `spans` (citations, dates), digits glued to its front ("2Nghị định") or numbering a list
    of such, a list label or a table."""
    mask = bytearray(len(doc.view) + 1)
    spans = tuple(spans)
    for start, end in (*spans, *_row_numbers(doc, {start for start, _ in spans})):
        while start and doc.view[start - 1].isdigit():
            start -= 1
        mask[start:end] = b"\1" * (end - start)
    for block in doc.blocks:
        end = block.ve if block.kind == "table" else block.mark_end
        if end > block.vs:
            mask[block.vs : end] = b"\1" * (end - block.vs)
    return mask


def _row_numbers(doc: Document, starts: Set[int]) -> Iterator[tuple[int, int]]:
    """The numbers that a portal puts behind the bullets of a list whose items begin at `starts`:
    "- 1 Luật Đất đai" / "- 2 Luật Nhà ở"."""
    above: re.Match[str] | None = None
    for block in doc.blocks:
        m = (
            _ROW_NUMBER.match(doc.view, block.mark_end, block.ve)
            if block.kind == "bullet"
            else None
        )
        m = m if m is not None and m.end() in starts else None
        if m is not None and above is not None and int(m[1]) == int(above[1]) + 1:
            yield from (above.span(1), m.span(1))
        above = m


def find_quantities(
    doc: Document,
    text: Text,
    hits: Sequence[Hit],
    cues: Cues,
    nouns: Nouns,
    mask: bytearray,
    first: int,
) -> tuple[Quantity, ...]:
    """The quantities of a document, in the order of the text, numbered from `first`.

    `hits` are those of kind quantity; `mask` is what `taken_places` gives.
    """
    comma = comma_decimal(text.fold)
    drafts: list[Draft] = []
    last = -1
    for hit in _first_at_each_place(hits):
        if hit.start < last or mask[hit.start] or hit.rule.id == _BROKEN:
            continue
        draft = read_draft(hit, text, comma, drafts[-1] if drafts else None, nouns)
        if draft is not None:
            drafts.append(draft)
            last = draft.end if draft.words else draft.full_end
    share_units(drafts, text.fold)
    give_whole(drafts, text.fold)
    give_rates(drafts, text.fold)
    give_money(drafts, text.fold)
    give_declared(drafts, text.fold, doc.blocks, declared_units(doc, text.fold))
    return _finish(doc, text, drafts, cues, nouns, first)


def unread_digits(hits: Sequence[Hit], mask: bytearray) -> tuple[tuple[int, int], ...]:
    """Where digits stand that count something but make no number: "12.34.567 đồng"."""
    return tuple(
        (h.start, h.end)
        for h in _first_at_each_place(hits)
        if h.rule.id == _BROKEN and not mask[h.start]
    )


def _first_at_each_place(hits: Sequence[Hit]) -> list[Hit]:
    """One hit a place, that of the highest priority; sorted by place."""
    best: dict[int, Hit] = {}
    for h in hits:
        old = best.get(h.start)
        if old is None or h.rule.priority > old.rule.priority:
            best[h.start] = h
    return [best[k] for k in sorted(best)]


def _finish(
    doc: Document, text: Text, drafts: list[Draft], cues: Cues, nouns: Nouns, first: int
) -> tuple[Quantity, ...]:
    """Directions, bounds, nouns and source spans for the drafts."""
    found: list[Quantity] = []
    folded = text.fold
    starts = [b.vs for b in doc.blocks]
    last: Carry | None = None  # the number before, in the same block
    outer: Carry | None = None  # the number before a bracket that is open
    last_block: Block | None = None
    for n, draft in enumerate(drafts):
        block = doc.blocks[bisect_right(starts, draft.start) - 1] if doc.blocks else None
        if block is not last_block:
            last, outer, last_block = None, None, block
        floor = block.vs if block else folded.rfind("\n", 0, draft.start) + 1
        low = floor if last is None else last.full_end
        at = _told_twice(folded, drafts, n)
        counted = nouns.after(at, draft.unit)
        if at > draft.full_end and counted[2] in _NO_COUNT:  # "50 (năm mươi) năm"
            counted = (counted[0], counted[0], counted[2])
        unit = counted[2]
        direction, listed = _direction(folded, draft, (floor, low), (last, outer), unit, cues)
        bound = draft.bound or bound_of(folded, low, draft, cues)
        if bound == "more_than" and last is not None and out_of(folded, last, draft, unit):
            bound = None
        if bound is None and last is not None:
            bound = bound_on(folded, last, draft, unit, cues)
        if direction is not None and bound is None:
            limit = limit_of(folded, draft)
            if limit is not None:
                direction, bound = None, limit
        if direction is None and bound == "at_least":
            direction = from_least(folded, low, draft)
        told = (bound, direction)
        found.append(_made(f"q{len(found) + first}", doc, folded, draft, counted, told, nouns))
        if last is not None:
            gap = folded[last.full_end : draft.start]
            if "(" in gap:
                outer = last
            elif ")" in gap:
                outer = None
        in_turn = direction is not None and told_in_turn(folded, low, draft, last)
        last = Carry(
            draft.full_end, direction, listed, unit, draft.start, draft.value, bound, in_turn
        )
    return tuple(_share_count_units(found, folded))


def _told_twice(folded: str, drafts: list[Draft], n: int) -> int:
    """Where the noun of a figure begins: behind it, and behind the bracket that tells it again,
    "07 (bảy) ủy viên", "hai mươi lăm (25) hộ", or its rate, "35/102 (34,3%) xã"."""
    draft = drafts[n]
    again = drafts[n + 1] if n + 1 < len(drafts) else None
    if again is not None and again.words and not draft.words and again.value == draft.value:
        gap = folded[draft.full_end : again.start]
        if draft.unit is None and gap.strip() == "(":
            return again.full_end
    rate = _RATE_ASIDE.match(folded, draft.full_end) if draft.unit is None else None
    if rate is not None:  # "35/102 (34,3%) xã đạt chuẩn"
        return rate.end()
    digits = _IN_DIGITS.match(folded, draft.full_end) if draft.unit is None else None
    if digits is not None and int(digits[1]) == draft.value:
        return digits.end()
    return draft.full_end


def _direction(
    folded: str,
    draft: Draft,
    places: tuple[int, int],
    before: tuple[Carry | None, Carry | None],
    unit: str | None,
    cues: Cues,
) -> tuple[Direction | None, bool]:
    """The direction of a figure, and whether a list that a colon opens goes on.

    `places` are where its block begins and where the words before it begin; `before` are the
    number before it and the one before an open bracket.
    """
    floor, low = places
    last, outer = before
    direction, listed = direction_of(folded, low, draft, cues)
    if direction is None and last is not None:
        direction = compared_direction(folded, floor, last, draft, cues)
    if direction is None and draft.of is None and last is not None:
        carry: Carry | None = last
        if last.direction is None and outer is not None:
            carry = past_bracket(folded, outer, last, draft)
        if carry is not None and carry.direction is not None:
            direction, listed = inherited(folded, carry, draft, unit, cues)
    if direction is None and draft.unit is None and draft.of is None:
        direction = told_after(folded, draft)
    return direction, listed


def _rates(unit: str, per: str) -> bool:
    """True where so many of a unit to one of another are a rate (học sinh/lớp), not two names of
    one thing (trường/lớp, bác sĩ/giáo viên)."""
    alike = unit in terms("nhom_nguoi") and per in terms("nhom_nguoi")
    counted = unit in terms("nhom_nguoi") or not terms("dem_tren_mot").isdisjoint(
        (unit, unit.split()[0])
    )
    return counted and not alike


def _made(
    id_: str,
    doc: Document,
    folded: str,
    draft: Draft,
    counted: tuple[int, int, str | None],
    told: tuple[Bound | None, Direction | None],
    nouns: Nouns,
) -> Quantity:
    """A draft as a quantity, with what it counts (noun and unit), its bound and direction."""
    noun_start, noun_end, unit = counted
    start, end = doc.source_span(draft.start, draft.end)
    half = draft.step / 2
    per = draft.per
    if per is None and unit is not None and draft.unit is None:
        rated = _RATED.match(folded, noun_end)
        per = rated["per"] if rated and _rates(unit, rated["per"]) else None
    return Quantity(
        id=id_,
        start=start,
        end=end,
        vs=draft.start,
        ve=draft.end,
        text=doc.text[start:end],
        value=_whole(draft.value),
        low=draft.value - half,
        high=draft.value + half,
        unit=unit,
        noun=nouns.name(noun_start, noun_end),
        bound=told[0],
        direction=told[1],
        of=draft.of,
        value_to=draft.value_to,
        step=draft.step,
        words=draft.words,
        ambiguous=draft.ambiguous,
        per=per,
        noun_vs=noun_start,
        noun_ve=noun_end,
        full_ve=draft.full_end,
        rule=draft.hit.rule.id,
    )


def _share_count_units(found: list[Quantity], folded: str) -> list[Quantity]:
    """Give a bare count the unit of the figure it moves to ("từ 152 xuống còn 141 đơn vị"), has
    moved from ("1.964 biên chế, giảm 23;"), or is a part of ("62 trường (tiểu học 34, …)")."""
    for i, q in enumerate(found):
        if q.unit is not None or q.noun is not None or q.words or q.of is not None or q.per:
            continue
        unit = None
        if i + 1 < len(found) and _TO.fullmatch(folded, q.full_ve, found[i + 1].vs):
            after = found[i + 1]
            scaled = q.step == after.step != 0  # "từ 12 xuống còn 9 nghìn hộ"
            unit = after.unit if scaled else _count_unit(after)
        elif i and (
            _MOVED.fullmatch(folded, found[i - 1].full_ve, q.vs)
            or (q.value <= _whole_of(found, i, folded))
        ):
            unit = _count_unit(found[i - 1])
        if unit is not None:
            found[i] = replace(q, unit=unit)
    return found


def _whole_of(found: list[Quantity], i: int, folded: str) -> Decimal:
    """What the parts in a bracket may not exceed, where figure `i` is one: the figure before the
    bracket, else -1."""
    k = i - 1
    while k > max(-1, i - _LONGEST) and _PART.fullmatch(folded, found[k].full_ve, found[k + 1].vs):
        k -= 1
    if k < 0 or not _OPENED.fullmatch(folded, found[k].full_ve, found[k + 1].vs):
        return Decimal(-1)
    return found[k].value


def _count_unit(q: Quantity) -> str | None:
    """The unit of a count of things; None for percentages, measures and times."""
    if q.step or q.of is not None or q.unit in _NO_COUNT:
        return None
    return q.unit


def _whole(value: Decimal) -> Decimal:
    """A whole number without decimal zeros: 1500000000.0 -> 1500000000."""
    return value.to_integral_value() if value == value.to_integral_value() else value
