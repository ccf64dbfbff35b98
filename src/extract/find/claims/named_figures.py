"""Figures with what they count told in full: the noun and the unit that their claims add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.find.claims.subjects import TIMES, names_nothing
from extract.find.figures.nouns import Nouns
from extract.model import Claim, Quantity
from extract.rules.wording import terms, wording, written
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS

_WHOLE = wording("subjects.whole")
_SHARE_OF = wording("subjects.share_of")
_DEED = wording("subjects.deed")
_IS_RATE = wording("subjects.rate")
_OUT_OF = wording("subjects.out_of")
_ALONE = ("đồng", "USD", *PERCENT_UNITS)
_RATE_OF_CHANGE = {"decrease": "tỷ lệ giảm", "increase": "tỷ lệ tăng"}
_LEAD = 40  # characters before a share that may say what it is of


@cache
def _written() -> dict[str, str]:
    """The units as they are written, by their folds."""
    return {fold(u): u for u in written("don_vi_viet")}


def named(
    quantities: Sequence[Quantity], claims: Sequence[Claim], nouns: Nouns, folded: str
) -> tuple[Quantity, ...]:
    """The figures with what they count told in full; `claims` begin with theirs, in their order.

    A figure whose own noun names nothing takes the subject of its claim, a bare number the unit
    that subject names, a rate of change "tỷ lệ giảm" or "tỷ lệ tăng"; the unit of a count stands
    as in its noun, that of a measure told with what it is per ("tạ/ha"), money stays "đồng".
    """
    found: list[Quantity] = []
    following = (*quantities[1:], None)
    for q, claim, after in zip(quantities, claims, following, strict=False):
        noun = _noun(q, claim, folded)
        if q.unit is None and after is not None and _OUT_OF.fullmatch(folded, q.ve, after.vs):
            noun, unit = after.noun, after.unit  # "có 185 trong tổng số 220 xã"
        else:
            unit = _unit(q, noun, found[-1] if found else None, nouns)
        behind = noun is not None and noun == q.noun and q.noun_vs >= q.ve
        if behind:
            noun = nouns.whole_name(q.noun_vs, q.noun_ve) or noun
        if noun is not None and unit not in _ALONE:
            noun = nouns.counted_in(noun)
        if behind and noun and unit and fold(noun).startswith(unit):  # "Phó Chủ tịch", as written
            unit = noun[: len(unit)]
        if q.per is not None and unit not in _ALONE and fold(unit or "") in terms("don_vi_do"):
            unit = f"{unit}/{q.per}"
        same = noun == q.noun and unit == q.unit
        found.append(q if same else replace(q, noun=noun, unit=unit))
    return tuple(found)


def _noun(q: Quantity, claim: Claim, folded: str) -> str | None:
    """What a figure counts: its own noun, else the subject of its claim, for a rate of change
    with the word of the change."""
    if q.noun is None and q.unit == "%" and q.direction is not None:
        if claim.subject is not None and _IS_RATE.match(fold(claim.subject)):
            return claim.subject
        rate = _RATE_OF_CHANGE[q.direction]
        return rate if claim.subject is None else f"{rate} {Nouns.counted_in(claim.subject)}"
    noun = claim.subject if names_nothing(q.noun) else q.noun
    if q.unit in PERCENT_UNITS and claim.subject and noun and _WHOLE.match(fold(noun)):
        lead = folded[max(0, q.vs - _LEAD) : q.vs]
        if _SHARE_OF.search(lead):
            return claim.subject  # "đạt 96% kế hoạch": what has that share
    if noun and q.noun and _DEED.match(fold(noun)):
        return q.noun  # "giải quyết 62 vụ": what is done with them is no noun
    return q.unit if noun is None and q.unit in TIMES else noun


def _unit(q: Quantity, noun: str | None, last: Quantity | None, nouns: Nouns) -> str | None:
    """A figure's own unit as it is usually written, else the one that its noun begins with or that
    the figure before it has."""
    unit = q.unit
    if unit is None and noun is not None:
        unit = nouns.unit_in(noun)
    if unit is None and q.noun and last and nouns.counted_before(q.noun, last.full_ve, q.vs):
        unit = last.unit
    return unit if unit is None else _written().get(unit, unit)
