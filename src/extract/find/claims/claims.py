"""Quantities + frames + dates -> what each figure claims: when, compared with when, of what, how.

Period and base are those of its frame (`frames`); the claim of a list item without a period
takes the date of the line it stands under.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.document import Block
from extract.find.claims.frames import Frame, free_dates
from extract.find.claims.standing import strives
from extract.find.claims.subjects import Subjects
from extract.find.structure.heads import Heads
from extract.model import Citation, Claim, DateMention, Direction, Kind, Quantity, Relation, Role
from extract.rules.wording import wording
from extract.values.units import PERCENT_UNITS

_SCOPE = wording("claims.scope")
_SCOPE_REACH = 250
_SCOPE_HEAD = 40  # characters from a sentence's beginning within which a scope holds for all of it
_OF_ONE_UNIT: frozenset[Kind] = frozenset({"sum", "difference", "equality"})
_UNDATED = wording("claims.undated")


def find_claims(
    view: str,
    folded: str,
    blocks: Sequence[Block],
    quantities: Sequence[Quantity],
    frames: Sequence[Frame],
    dates: Sequence[DateMention],
    citations: Sequence[Citation],
    striven: frozenset[int],
    number: int,
) -> tuple[Claim, ...]:
    """One claim for each quantity, numbered from `number`; `striven` are the blocks under a
    heading of targets."""
    claims: list[Claim] = []
    subjects = Subjects(view, folded, dates)
    heads = Heads(folded, blocks, dates, free_dates(dates, citations), quantities)
    sentence, first, done = -1, 0, 0
    for q, f in zip(quantities, frames, strict=True):
        if f.sentence[0] != sentence:
            sentence, first, done = f.sentence[0], q.vs, f.sentence[0]
        period = f.period
        if period is None:
            told = heads.period(f.block, q.vs)
            if told is not None and not _UNDATED.search(folded, sentence, q.vs):
                period = told
        target = f.planned or (
            f.block in striven and strives(folded, q, f.sentence[0], f.base is not None)
        )
        opens = bool(blocks) and sentence == blocks[f.block].vs
        claims.append(
            Claim(
                id=f"m{len(claims) + number}",
                quantity=q.id,
                role=_role(q),
                subject=subjects.of(q, sentence, heads.title(f.block) if opens else None),
                scope=_scope(view, folded, q, sentence, first, done),
                period=dates[period].id if period is not None else None,
                base=dates[f.base].id if f.base is not None else None,
                status="target" if target and f.status == "reported" else f.status,
            )
        )
        done = q.full_ve
    return tuple(claims)


def _role(q: Quantity) -> Role:
    if q.direction is not None:
        return "change"
    if q.of is not None or q.unit in PERCENT_UNITS:
        return "share"
    if q.per is not None:
        return "rate"
    return "level"


def _scope(view: str, folded: str, q: Quantity, low: int, first: int, before: int) -> str | None:
    """The scope told for a figure: at the head of its sentence, before its `first` figure, for all
    of them; else between the figure before it, which ends at `before`, and this one."""
    found = None
    for m in _SCOPE.finditer(folded, max(low, q.vs - _SCOPE_REACH), q.vs):
        if m.start() >= before or m.start() < min(first, low + _SCOPE_HEAD):
            found = view[m.start() : m.end()]
    return found


def proved(
    quantities: Sequence[Quantity], claims: Sequence[Claim], relations: Sequence[Relation]
) -> tuple[tuple[Quantity, ...], tuple[Claim, ...]]:
    """Figures and claims with what a relation that agrees tells of them: a rate of change has the
    direction of its change ("giảm 630 thôn, tổ dân phố (28,7%)"), the terms of a sum or difference
    the unit that the others name ("62 trường, gồm mầm non 28, tiểu học 34").

    `claims` begin with those of `quantities`, in their order; `relations` are the judged ones.
    """
    by_id = {q.id: q for q in quantities}
    ways: dict[str, Direction] = {}
    units: dict[str, str | None] = {}
    for r in relations:
        if r.verdict != "consistent":
            continue
        of = [q for o in r.operands if (q := by_id.get(o.quantity)) is not None]
        stated = by_id.get(r.stated)
        if stated is None or not of:
            continue
        if r.kind == "percent" and stated.direction is None and of[0].direction is not None:
            ways[r.stated] = of[0].direction
        elif r.kind in _OF_ONE_UNIT:
            told = {q.unit for q in (stated, *of)} - {None}
            if len(told) == 1:
                unit = told.pop()
                units.update((q.id, unit) for q in (stated, *of) if q.unit is None)
    moved = tuple(
        replace(q, direction=ways.get(q.id, q.direction), unit=units.get(q.id, q.unit))
        if q.id in ways or q.id in units
        else q
        for q in quantities
    )
    changed = tuple(replace(c, role="change") if c.quantity in ways else c for c in claims)
    return moved, changed
