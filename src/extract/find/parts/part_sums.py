"""The sum of parts that a cue announces: which figures it holds, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from extract.find.binding.binder import Binder
from extract.find.binding.part_lists import (
    asides,
    beyond,
    closed,
    counted,
    goes_on,
    is_whole_list,
    leaves_room,
    may_lack,
    of_another,
    of_one_like_it,
    of_other_things,
    of_states,
    one_left_out,
    over,
    own,
    split_decimal,
)
from extract.find.binding.part_shares import part_shares
from extract.find.binding.slip_search import is_swap, sum_slip
from extract.find.binding.summands import (
    PER_EACH,
    crossing,
    one_in_each_piece,
    parts_after,
    several_schemes,
    unread,
)
from extract.model import Bond
from extract.rules.wording import wording
from extract.values.formula import digits, round_zeros
from extract.values.units import PERCENT_UNITS, POINTS

_UNNUMBERED_REST = wording("parts.unnumbered_rest")
_OTHERS = wording("parts.others")
_NAMED_REST = wording("parts.named_rest")
_OTHER_MEASURE = wording("parts.other_measure")
_RATED = wording("parts.rated")
_DOTS = re.compile(r"…|\.\.|(?<!\w)v\.v")  # a list that goes on
_TWO = 2  # parts; of more, a slip that explains what they miss is hardly chance,
_MANY = 4  # and of a whole of so many digits: it may be divided in another way as well
_REST: Final = "rest"  # no bond: parts behind which words may name another one without a figure
_NEARLY = Decimal("0.75")  # of a whole that its parts make up at least where a digit slipped
_FEW_PARTS = 4  # of which a slip is told though they may not be all
_LEAST = 3  # and its digits
_NOTE = "rel.note-parts"  # parts in a note of their own
_RATE = 14  # characters behind the last part in which its rate of a plan begins


def emit(
    binder: Binder,
    totals: list[int],
    first: int,
    start: int,
    high: int,
    bond: Bond,
    cue: tuple[int, int],
    rule: str,
) -> None:
    """Announce, of each of the figures `totals` that may be the whole, the sum of its parts told
    from place `start` to `high`, figure `first` the first of them; `cue` opens them."""

    read = {t: parts_after(binder, t, first, start, high) for t in totals}

    def dwarfed(t: int) -> bool:
        """Two parts each larger than the figure: "giảm 86 người, bao gồm: 1.129 …, 412 …"."""
        return sum(binder.q[p].value > binder.q[t].value for p in read[t][0]) > 1

    def told(t: int) -> bool:
        """A figure that the parts do not add up to, where another one is just their sum: "tưới
        21.376 ha/kế hoạch 22.150 ha. Trong đó: …"."""
        return binder.worth(read[t][0]) != binder.q[t].value

    if len(totals) > 1:
        totals = sorted(totals, key=lambda t: (told(t), dwarfed(t)))
    passed = False
    for place, t in enumerate(totals):
        whole = binder.q[t]
        parts, loose = read[t]
        parts, stop = _of_one_measure(binder, parts, high)
        if stop < high:
            parts, loose = parts_after(binder, t, first, start, stop)
        rank = 0 if passed and _alone(binder, t, parts) else place
        passed = (passed or place == 0) and len(parts) < 2
        if len(parts) == 1 and binder.checked(t, *parts):
            part_shares(binder, t, parts, rank == 0 and not loose and bond == "near")
        if len(parts) < 2 or not binder.adds_up(t, *parts) or _rows(binder, parts):
            continue
        low = max(binder.frames[t].sentence[0], whole.vs - 30)
        if PER_EACH.search(binder.folded, low, whole.vs):
            continue
        if not rank and bond == "strong" and (size := goes_on(binder, t, parts)):
            parts, loose = parts[:size], False
            binder.closed.add(t)
        options = [binder.sum_of(parts)]
        fewest = len(parts) if t in binder.closed else 2  # such a list has no part of another
        for size in range(len(parts) - 1, fewest - 1, -1):
            options.append(binder.sum_of(parts[:size]))
        cut = sum(binder.one_sentence(p, parts[0]) for p in parts)
        if fewest <= cut < len(parts):  # what the next sentence tells is hardly a part
            options.insert(0, options.pop(len(parts) - cut))
        sure = _sure(binder, t, bond, parts, start, stop)
        aside = bond == "bracket" and asides(whole, binder, parts, start, high)
        if rank == 0 and loose and bond == "strong" and counted(binder, t, parts):
            clean = one_in_each_piece(binder, parts, start, binder.q[parts[-1]].full_ve)
            sure = "wide" if clean else "silent"
        elif rank or loose or aside or beyond(binder, t, parts) or of_another(binder, t, parts):
            sure = "silent"
        elif sure == _REST:
            sure = "unexplained" if _slip_of_all(binder, t, parts) else "silent"
        if of_other_things(binder, t, parts) or binder.beside_unnumbered(t, parts[0]):
            sure = "silent"
        if sure == "near" and may_lack(binder, t, parts, alone=rule == _NOTE):
            sure = "open"
        if unread(binder, parts[-1], stop):
            sure = "silent"
        if bond == "bracket" and whole.direction is not None:
            sure = "silent"  # "giảm 26 vụ (12 vụ ma túy, 09 vụ trộm cắp)": the most of it
        if whole.unit in POINTS - PERCENT_UNITS:
            sure = "silent"  # contributions to growth: others may be left out
        if whole.direction is not None and any(binder.q[p].value > whole.value for p in parts):
            sure = "silent"  # "kỷ luật 56 người, giảm 4 người, gồm khiển trách 32, …": of the 56
        mixed = bond == "near" and _turns(binder, parts)
        if mixed or of_one_like_it(binder, t, parts) or _mixed(binder, t, parts):
            sure = "silent"
        unsure = bond in ("bracket", "near") and sure in ("bracket", "near", "silent")
        if unsure and not (loose or rank) and _exchanged(binder, t, parts, (start, stop), bond):
            sure = "apart" if bond == "near" else "unexplained"
        exact = all(q.bound is None for q in (whole, *(binder.q[p] for p in parts)))
        again = exact and len(parts) > _TWO and len(digits(whole, whole.value)) >= _MANY
        if (sure == "strong" and _past_breakdown(binder, t, first)) or (sure == "near" and again):
            sure = "apart" if sum_slip(whole, [binder.q[p] for p in parts]) else sure
        binder.add("sum", t, options, binder.scope(t, *parts), sure, rule, cue=cue)
        if sure not in ("silent", "bracket"):
            binder.parts.update(parts)
        first_told = rank == 0 and not loose and bond != "silent"
        part_shares(binder, t, own(binder, t, parts), first_told)


def _exchanged(
    binder: Binder, t: int, parts: list[int], place: tuple[int, int], bond: Bond
) -> bool:
    """True where two neighbouring digits of a figure, exchanged, explain why parts of a bracket,
    one in each of its pieces, miss figure `t`, or parts behind words are more than it: of so many
    digits that it is hardly chance."""
    whole, told = binder.q[t], [binder.q[p] for p in parts]
    if any(q.bound is not None or q.value >= whole.value for q in told) or whole.bound is not None:
        return False
    gap = binder.worth(parts) - whole.value
    if not gap or crossing(binder.folded, *place) or (bond == "near" and gap < 0):
        return False
    if bond == "bracket" and not (
        one_in_each_piece(binder, parts, *place) or _one_to_a_mark(binder, parts, *place)
    ):
        return False
    least = _MANY if len(parts) == _TWO else _LEAST
    return any(
        len(digits(q, q.value)) >= least and is_swap(q, q.value + off)
        for q, off in ((whole, gap), *((x, -gap) for x in told))
    )


def _one_to_a_mark(binder: Binder, parts: list[int], start: int, high: int) -> bool:
    """True where semicolons, or commas where there are none, divide a place into as many pieces as
    there are parts, one in each."""
    mark = ";" if ";" in binder.folded[start:high] else ", "
    ends = [at for at in range(start, high) if binder.folded.startswith(mark, at)]
    return len(ends) == len(parts) - 1 and all(
        binder.q[a].vs < end < binder.q[b].vs
        for (a, b), end in zip(pairwise(parts), ends, strict=True)
    )


def _slip_of_all(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where one slip in so many digits that it is hardly chance explains why parts of the
    unit of figure `t` miss it, though words behind them may name another part."""
    whole, told = binder.q[t], [binder.q[p] for p in parts]
    plain = all(binder.same(q, whole) and q.bound is None for q in told) and whole.bound is None
    if sum(q.value for q in told) < _NEARLY * whole.value:
        return False  # others are left out
    least = _LEAST + round_zeros(whole, [whole, *told])
    return plain and len(told) <= _FEW_PARTS and sum_slip(whole, told, least)


def _alone(binder: Binder, t: int, parts: list[int]) -> bool:
    """True where parts count just what figure `t` does, none of which the figures nearer to them
    can be told of: "18 nhà, với kinh phí 4,2 tỷ đồng (gồm 11 nhà mới, 07 nhà sửa)"."""
    return binder.q[t].unit is not None and {binder.q[p].unit for p in parts} == {binder.q[t].unit}


def _sure(
    binder: Binder, t: int, bond: Bond, parts: list[int], start: int, high: int
) -> Bond | Literal["rest"]:
    """The bond of a breakdown by what its words say, closed parts or crossing groups; `_REST` where
    what follows the last part may be one without a figure."""
    folded = binder.folded
    end = binder.q[parts[-1]].full_ve
    if _DOTS.search(folded, end, min(len(folded), high + 1)):
        return bond if bond in ("silent", "bracket") else "open"
    if _NAMED_REST.match(folded, end, high) and over(binder, t, parts):
        return "wide"  # the rest, too, has a share: "…, còn lại là các thuế khác"
    crossed = crossing(folded, start, min(high, end + 40))
    crossed = crossed or several_schemes(folded, start, end, binder.q[t].unit)
    if crossed or split_decimal(binder, parts):
        return "silent"
    if _RATED.search(folded, start, min(high, end + _RATE)):
        if not _one_to_a_clause(binder, parts):
            return "silent"  # "tháng 8 thu 64 tỷ, lũy kế 430 tỷ đồng, đạt 84% kế hoạch; …"
        bond = "wide" if bond == "strong" else bond
    rest = _UNNUMBERED_REST.match(folded, end, high)
    if rest is not None and not (bond == "strong" and over(binder, t, parts)):
        if bond == "open":
            return bond
        return "silent" if _OTHERS.search(rest[0]) else _REST
    if bond == "near" and closed(binder, parts, start, high):
        return "strong"
    if bond == "near" and of_states(binder, parts, start):
        return "open"
    if bond == "bracket" and one_left_out(binder, t, parts, start):
        return "strong"
    if bond == "bracket" and one_in_each_piece(binder, parts, start, high):
        if leaves_room(binder, t, parts):
            return "bracket"
        return "weak" if is_whole_list(binder, t, parts) else "wide"
    return bond


def _mixed(binder: Binder, t: int, parts: list[int]) -> bool:
    """True for parts that are more than their whole, the first parted by a semicolon, others by
    commas: "31 vụ, trong đó trẻ em 9 vụ; thành thị 19 vụ, nông thôn 12 vụ" by several ways."""
    gaps = [binder.folded[binder.q[a].ve : binder.q[b].vs] for a, b in pairwise(parts)]
    semis = [";" in gap for gap in gaps]
    total = binder.worth(parts)
    commas = [";" not in gap and " và " not in gap for gap in gaps]
    over = semis[:1] == [True] and any(commas) and total > binder.q[t].value
    slipped = sum_slip(binder.q[t], [binder.q[p] for p in parts])
    return over and not (slipped and total < 2 * binder.q[t].value)


def _turns(binder: Binder, parts: list[int]) -> bool:
    """True where commas part some parts and semicolons others, which may tell of the whole in
    another way: "trong đó trẻ em 9 vụ, người già 4 vụ; do điện 19 vụ"."""
    gaps = (binder.folded[binder.q[a].full_ve : binder.q[b].vs] for a, b in pairwise(parts))
    return len({";" in gap for gap in gaps if " và " not in gap}) > 1


def _of_one_measure(binder: Binder, parts: list[int], high: int) -> tuple[list[int], int]:
    """The parts, told before place `high`, and where they end: without those behind a semicolon
    that turns to what was done with the whole: "được cấp 690 tỷ đồng, gồm ngân sách 410 tỷ đồng,
    viện phí 280 tỷ đồng; ước thực hiện 668 tỷ đồng"."""
    for n, (a, b) in enumerate(pairwise(parts), 1):
        turn = _OTHER_MEASURE.search(binder.folded, binder.q[a].full_ve, binder.q[b].vs)
        if turn is not None and n > 1:
            return parts[:n], turn.start()
    return parts, high


def _rows(binder: Binder, parts: Sequence[int]) -> bool:
    """True for figures of several units told again in the same turn: columns of rows, of which none
    adds to another ("5 mũi, 122 máy, 340 người; … 4 mũi, 81 máy, 187 người")."""
    units = [binder.q[p].unit for p in parts]
    return any(
        len(set(units[:size])) == size and None not in units and units[size:] == units[:-size]
        for size in range(2, len(units) // 2 + 1)
    )


def _past_breakdown(binder: Binder, t: int, first: int) -> bool:
    """True where a bracket right behind the whole divides it another way: "155 người (53 nam, 102
    nữ), gồm: xã A 109, xã B 46"."""
    around = binder.bracket(t + 1) if first > t + 1 else None
    return (
        around is not None
        and around[0] > binder.q[t].vs
        and binder.q[first - 1].vs < around[1] < binder.q[first].vs
    )


def _one_to_a_clause(binder: Binder, parts: list[int]) -> bool:
    """True where semicolons, if there are any, part each of the parts from the next."""
    gaps = [(binder.q[a].ve, binder.q[b].vs) for a, b in pairwise(parts)]
    told = [";" in binder.folded[a:b] for a, b in gaps]
    return all(told) or not any(told)
