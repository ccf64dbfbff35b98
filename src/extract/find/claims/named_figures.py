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
_AGENT_DEED = wording("subjects.agent_deed")
_COPULA = wording("subjects.copula")
_RECIPIENT = wording("subjects.recipient")
_POSSESSOR = wording("subjects.possessor")
_HAVING = wording("subjects.having")
_RATIO = wording("subjects.ratio")
_NAMED = wording("subjects.named")
_PLANNED = wording("subjects.planned")
_IS_RATE = wording("subjects.rate")
_OUT_OF = wording("subjects.out_of")
_ALONE = ("đồng", "USD", *PERCENT_UNITS)
_RATE_OF_CHANGE = {"decrease": "tỷ lệ giảm", "increase": "tỷ lệ tăng"}
_PLAN_LEAD = 80  # characters before a figure that may say what was planned
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
        noun = _noun(q, claim, folded, nouns)
        if q.unit is None and after is not None and _OUT_OF.fullmatch(folded, q.ve, after.vs):
            noun, unit = after.noun, after.unit  # "có 185 trong tổng số 220 xã"
        else:
            unit = _unit(q, noun, found[-1] if found else None, nouns)
        behind = noun is not None and noun == q.noun and q.noun_vs >= q.ve
        if behind:
            noun = nouns.whole_name(q.noun_vs, q.noun_ve) or noun
        if noun is not None and unit not in _ALONE:
            noun = _with_unit(noun, q, unit, nouns) or nouns.counted_in(noun)
        if behind and noun and unit and fold(noun).startswith(unit):  # "Phó Chủ tịch", as written
            unit = noun[: len(unit)]
        if q.per is not None and unit not in _ALONE and fold(unit or "") in terms("don_vi_do"):
            unit = f"{unit}/{q.per}"
        same = noun == q.noun and unit == q.unit
        found.append(q if same else replace(q, noun=noun, unit=unit))
    return tuple(found)


def _noun(q: Quantity, claim: Claim, folded: str, nouns: Nouns) -> str | None:
    """What a figure counts: its own noun, else the subject of its claim, for a rate of change
    with the word of the change."""
    if q.noun is None and q.unit == "%" and q.direction is not None:
        if claim.subject is not None and _IS_RATE.match(fold(claim.subject)):
            return claim.subject
        rate = _RATE_OF_CHANGE[q.direction]
        return rate if claim.subject is None else f"{rate} {Nouns.counted_in(claim.subject)}"
    noun = claim.subject if names_nothing(q.noun) or _tells_more(q, claim) else q.noun
    if claim.subject and noun and noun == q.noun and _is_share(q, claim.subject, folded):
        return claim.subject  # "đạt 96% kế hoạch": what has that share
    told = _PLANNED.search(folded[max(0, q.vs - _PLAN_LEAD) : q.vs])
    if told is not None and noun and noun == claim.subject and noun != q.noun:
        planned = f"{told['plan']} {_counted(noun)}"  # "so với chỉ tiêu 93%"
        return noun if told["plan"] in fold(noun) else planned
    if noun and q.noun and noun != q.noun and _is_done(q, noun, folded, nouns):
        return q.noun
    return q.unit if noun is None and q.unit in TIMES else noun


def _tells_more(q: Quantity, claim: Claim) -> bool:
    """True where the name before a count holds its noun: "Số hộ thoát nghèo là 40 hộ"."""
    if q.noun is None or claim.subject is None or len(claim.subject) <= len(q.noun):
        return False
    named = fold(claim.subject)
    held = f" {fold(q.noun)} " in f" {named} "
    return held and q.direction is None and _NAMED.match(named) is not None


def _counted(noun: str) -> str:
    """A name without its words of counting: "thu BHYT" of "Số thu BHYT"."""
    said = Nouns.said_of(noun) or noun
    return said if said[:2].isupper() else said[0].lower() + said[1:]


def _with_unit(noun: str, q: Quantity, unit: str | None, nouns: Nouns) -> str | None:
    """A noun of a count that tells only what is said of the things counted, with their unit before
    it: "Số thụ lý mới là 45 vụ" counts "vụ thụ lý mới"; None where it tells the things."""
    said = nouns.said_of(noun)
    if said is None or unit is None or q.noun is None or not names_nothing(q.noun):
        return None
    if nouns.unit_in(said) is not None or f" {unit} " in f" {fold(said)} ":
        return None
    if said.split()[0].rstrip(",").isupper():  # "Tổng số GV: 68 người"
        return None
    return f"{unit} {said}"


def _is_share(q: Quantity, subject: str, folded: str) -> bool:
    """True where the noun behind a rate is the whole or the plan, and what has that share is told
    before: "649 hộ, chiếm 97% hộ nghèo", "đạt 96% kế hoạch", "gấp 2 lần kế hoạch"; "đạt 90% hộ gia
    đình văn hóa" counts them."""
    noun = fold(q.noun or "")
    if q.unit == "lần":
        return _WHOLE.match(noun) is not None
    lead = folded[max(0, q.vs - _LEAD) : q.vs]
    share = _SHARE_OF.search(lead) if q.unit in PERCENT_UNITS else None
    if share is None:
        return False
    goes_on = lead[: share.start()].rstrip()[-1:] in (",", "(", ")", "%")
    of_whole = _WHOLE.match(noun) or _RATIO.match(fold(subject))
    return share["told"] is None or goes_on or of_whole is not None


def _is_done(q: Quantity, noun: str, folded: str, nouns: Nouns) -> bool:
    """True where the words before a count do not name it, but tell what is done with it, or where
    it is found: "giải quyết 62 vụ", "tòa án thụ lý 62 vụ", "chi trả cho 62 người"."""
    words, lead = fold(noun), folded[max(0, q.vs - _LEAD) : q.vs]
    if _DEED.match(words) or _RECIPIENT.search(lead):
        return True
    if _POSSESSOR.match(words) and _HAVING.search(lead) and nouns.unit_in(noun) != q.unit:
        return True
    head = nouns.unit_in(noun)
    if head == q.unit or {head, q.unit} <= terms("nhom_nguoi"):
        return False
    return _AGENT_DEED.match(words) is not None and _COPULA.search(lead) is None


def _unit(q: Quantity, noun: str | None, last: Quantity | None, nouns: Nouns) -> str | None:
    """A figure's own unit as it is usually written, else the one that its noun begins with or that
    the figure before it has."""
    unit = q.unit
    if unit is None and noun is not None:
        unit = nouns.unit_in(noun)
    if unit is None and q.noun and last and nouns.counted_before(q.noun, last.full_ve, q.vs):
        unit = last.unit
    return unit if unit is None else _written().get(unit, unit)
