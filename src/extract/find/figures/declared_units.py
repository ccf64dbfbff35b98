"""A unit told once for the figures of a text that bear none: "(Đơn vị tính: triệu đồng)".

It holds to the end of the document where it says so or stands above all headings, else to the next
heading of the rank it stands under, or to the next such line; one right above a table is that of
the table. Counts that name what they count, rates and small numbers that stand alone keep what
they have.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.document import Block, Document
from extract.find.figures.numbers import MONEY, Draft
from extract.rules.wording import terms, wording
from extract.values.numerals import SCALE

_DECLARED = wording("declared_units.line")
_WIDE = wording("declared_units.wide")
_BARE = wording("declared_units.bare")
_NEXT = wording("declared_units.next")
_DIGITS = frozenset({"qty.number", "qty.gapped"})
_COUNTED = wording("declared_units.counted")
_SHARE = wording("declared_units.share")
_CLOSED = wording("declared_units.closed")
_OPENED = wording("declared_units.opened")
_AMOUNT_ENDS = wording("declared_units.amount_ends")
_MONEY_TOLD = wording("declared_units.money_told")
_WITHIN = wording("declared_units.within")
_PARTS = 12  # of one amount
_ABOUT = Decimal("0.1")  # how far bare parts may miss an amount whose unit they share
_NAMED = 70  # characters before a figure in which what it counts is looked for
_LETTERS = 9  # deeper than any number
_MILLION = Decimal(10**6)
_LARGE = Decimal(1000)  # a bare number from which on, or with decimals, it is an amount by itself


@dataclass(frozen=True, slots=True)
class Declared:
    """A unit with its scale (10**6 and "đồng") and the stretch of text that it holds for."""

    start: int
    end: int
    unit: str
    scale: Decimal


def declared_units(doc: Document, folded: str) -> list[Declared]:
    """The units that lines of a text declare, in its order, each with the stretch it holds for."""
    blocks = doc.blocks
    found: list[Declared] = []
    head: int | None = None  # how deep the heading or numbered line above is
    until: int | None = None  # the depth of a heading that ends what the last line declared
    for i, block in enumerate(blocks):
        depth = _depth(block)
        head = depth if depth is not None else head
        if until is not None and depth is not None and depth <= until:
            found[-1], until = replace(found[-1], end=block.vs), None
        line = folded[block.vs : block.ve]
        m = _DECLARED.fullmatch(line)
        if m is None or not (m["unit"] or m["scale"]):
            continue
        wide = _WIDE.search(line) is not None
        if not wide and i + 1 < len(blocks) and _is_table(doc, blocks[i + 1]):
            continue
        if until is not None:
            found[-1] = replace(found[-1], end=block.vs)
        until = None if wide else head
        scale = Decimal(1000) if m["thousand"] else Decimal(1)
        for word in (m["scale"] or "").split():
            scale *= SCALE[word]
        found.append(Declared(block.ve, len(folded), m["unit"] or MONEY, scale))
    return found


def _is_table(doc: Document, block: Block) -> bool:
    """True for a table of more than the one row that heads a list: "| Giao | Ước thực hiện |"."""
    start, end = doc.source_span(block.vs, block.ve)
    return block.kind == "table" and "\n" in doc.text[start:end]


def _depth(block: Block) -> int | None:
    """How deep a heading or numbered line stands by its mark: I. before 1. before a)."""
    if block.marker is None or block.kind not in ("heading", "item"):
        return None
    mark = block.marker.strip(" .)-/(")
    if mark and all(c in "IVXLC" for c in mark):
        return 0
    return 1 + mark.count(".") if mark[:1].isdigit() else _LETTERS


def give_declared(
    drafts: Sequence[Draft], folded: str, blocks: Sequence[Block], declared: Sequence[Declared]
) -> None:
    """Give bare amounts the unit declared for their place: those of four digits or with decimals,
    and smaller ones that go on with a list of such."""
    starts = [b.vs for b in blocks]
    places = [d.start for d in declared]
    before: Draft | None = None  # the amount before, in the same block
    for draft in drafts if declared else ():
        place = declared[max(0, bisect_right(places, draft.start) - 1)]
        if not place.start <= draft.start < place.end or not _is_bare(draft, folded):
            before = None
            continue
        block = bisect_right(starts, draft.start)
        if before is not None and bisect_right(starts, before.start) != block:
            before = None
        listed = before is not None and _NEXT.match(folded, before.full_end, draft.start)
        if draft.value >= _LARGE or draft.step or listed:
            _scale(draft, place)
            before = draft
        else:
            before = None


def give_whole(drafts: Sequence[Draft], folded: str) -> None:
    """Give the bare figures told right behind an amount, as its parts, its unit where they are
    about as much: "1.628 triệu đồng (chi lương 1.386, chi hoạt động 242)"."""
    for n, whole in enumerate(drafts):
        if whole.scale == 1 or whole.unit is None or whole.of is not None or whole.value_to:
            continue
        parts = []
        opened = _OPENED.match(folded, whole.full_end)
        start = opened.end() if opened is not None else whole.full_end
        for part in drafts[n + 1 : n + 1 + _PARTS] if opened is not None else ():
            told = _WITHIN.fullmatch(folded, start, part.start)
            if told is None or not _is_bare(part, folded):
                break
            parts.append(part)
            start = part.full_end
        total = sum((p.value for p in parts), Decimal(0)) * whole.scale
        if len(parts) > 1 and abs(total - whole.value) <= _ABOUT * whole.value:
            for part in parts:
                _scale(part, Declared(0, 0, whole.unit, whole.scale))


def give_rates(drafts: Sequence[Draft], folded: str) -> None:
    """Give a bare decimal that words call a share its % sign, which was left out: "(đạt 78,35)"."""
    for draft in drafts:
        bare = draft.unit is None and draft.of is None and draft.value_to is None
        if not bare or not 0 < draft.value < 100 or not draft.step or draft.scale != 1:
            continue
        if draft.words or draft.per or _CLOSED.match(folded, draft.full_end) is None:
            continue
        if _SHARE.search(folded, max(0, draft.start - _NAMED), draft.start):
            draft.unit = "%"


def give_money(drafts: Sequence[Draft], folded: str) -> None:
    """Give amounts told in tỷ or triệu alone, where nothing is counted behind them, the money of
    the amount before them in the sentence, else đồng where words of money stand before them: "vốn
    12,5 tỷ đồng, đã chi 3,2 tỷ", "tổng mức đầu tư 1.799 tỷ)"."""
    before: Draft | None = None
    for draft in drafts:
        if draft.unit in terms("don_vi_tien") and draft.of is None:
            before = draft
        if draft.unit is not None or draft.of is not None or draft.per or draft.words:
            continue
        if draft.scale < _MILLION or _AMOUNT_ENDS.match(folded, draft.full_end) is None:
            continue
        low = max(0, draft.start - _NAMED)
        low = max(low, folded.rfind("\n", low, draft.start) + 1)
        if before is not None and not _stops(folded, before.full_end, draft.start):
            draft.unit = before.unit
        elif draft.scale > _MILLION and _MONEY_TOLD.search(folded, low, draft.start):
            draft.unit = MONEY


def _stops(folded: str, start: int, end: int) -> bool:
    """True where a sentence ends in start..end, or they are far apart."""
    if end - start > 2 * _NAMED:
        return True
    gap = folded[start:end]
    return "\n" in gap or ". " in gap


def _is_bare(draft: Draft, folded: str) -> bool:
    if draft.unit is not None or draft.of is not None or draft.value_to is not None or draft.per:
        return False
    if draft.words or draft.scale != 1 or draft.hit.rule.id not in _DIGITS:
        return False
    if _COUNTED.search(folded, max(0, draft.start - _NAMED), draft.start):
        return False
    return _BARE.match(folded, draft.full_end) is not None


def _scale(draft: Draft, place: Declared) -> None:
    draft.unit, draft.scale = place.unit, place.scale
    measured = place.scale != 1 or place.unit in terms("don_vi_do")
    draft.step = draft.step * place.scale if draft.step else place.scale * measured
    draft.value *= place.scale
