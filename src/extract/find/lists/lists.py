"""Totals over lists: bullets under a total, numbered items, nested totals, counts of items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extract.document import Block
from extract.find.binding.binder import Binder
from extract.find.binding.comparable import EACH
from extract.find.binding.part_lists import may_lack
from extract.find.binding.slip_search import sum_slip
from extract.find.binding.summands import (
    countable,
    crossing,
    fits,
    of_its_own,
    partial,
    several_schemes,
)
from extract.find.lists.list_signs import (
    counts_alike,
    divided,
    ends_with_rest,
    left_out,
    named,
)
from extract.find.lists.list_tree import Tree, lead_of
from extract.model import Bond, Operand, Option
from extract.rules.wording import wording
from extract.values.formula import agrees

_COUNTED = wording("lists.counted")
_ANY_OF = wording("lists.any_of")  # "… hoặc một trong các trường hợp sau:"
_YEAR = wording("lists.dated")
_SHARE = wording("lists.share")
_OF_OTHER = wording("lists.of_other")
_ADDS = wording("lists.adds")
_PARTS_CUE = wording("lists.parts_cue")
_ANNOUNCED = wording("lists.announced")
_ANNOUNCED_BEFORE = wording("lists.announced_before")
_FOLLOWING = wording("lists.following")
_AMONG = wording("lists.among")
_SEVERAL_EACH = wording("summands.several_each")
_BAR = re.compile(r" *\| *")
_MAX_ITEMS = 60
_MAX_WHOLES = 8
_MAX_COLUMNS = 3
_SLIP_DIGITS = 3  # of a figure that a slip is told of


def find_lists(binder: Binder) -> None:
    """Announce the sums and counts of lists."""
    tree = Tree(binder)
    for parent, run, at in tree.runs():
        if len(run) > _MAX_ITEMS:
            continue
        _closing_total(tree, parent, run, at)
        lead = lead_of(tree, parent, at)
        if lead is None:
            continue
        node, inherited = lead
        _sum_of_run(tree, node, run, inherited)
        _columns_of_run(tree, node, run)
        _shares_of_run(tree, node, run)
        if not inherited:
            _count_of_run(tree, node, run)


def _sum_of_run(tree: Tree, lead: int, run: list[int], inherited: bool) -> None:
    folded = tree.folded
    binder = tree.binder
    block = tree.block(lead)
    wholes = [k for k in tree.figures[lead] if countable(binder.q[k])]
    if not wholes:
        return
    ends_open = folded[block.vs : block.ve].rstrip().endswith(":")
    announced = ends_open or binder.cues.has("parts", binder.q[wholes[-1]].vs, block.ve)
    is_open = partial(binder, binder.q[wholes[0]].vs, block.ve)
    overlaps = _overlaps(tree, lead, run)
    whole_of_list = _added_up(tree, wholes, run)
    ranked = _ranked(tree, wholes, run)
    far = [t for t in sorted(whole_of_list) if t not in ranked]  # told before the last sentence
    for rank, t in enumerate(ranked + far):
        parts, loose = _first_figures(tree, t, run)
        mixed = not binder.adds_up(t, *parts)
        if len(parts) < 2 or (mixed and not binder.of_one_plan(t, *parts)):
            continue
        whole = binder.q[t]
        if EACH.search(folded, max(block.vs, whole.vs - 30), whole.vs):
            continue
        bond: Bond = "strong" if announced or len(wholes) == 1 else "near"
        if _YEAR.match(folded, tree.block(run[0]).mark_end):
            # counts of several years are a series, no breakdown; money by year may be one
            bond = "near" if binder.same.measured(whole.unit) else "silent"
        if any(binder.q[p].direction != whole.direction for p in parts if binder.q[p].direction):
            bond = "near"  # "Tăng thu: …; Giảm chi: …": amounts by their names
        if is_open:
            bond = "open"
        cued = _PARTS_CUE.search(folded, whole.full_ve, block.ve) is not None
        if bond == "strong" and not (cued or ends_with_rest(tree, run)):
            titled = folded[block.mark_end : block.ve].lstrip().startswith("tổng")
            bond = "wide" if ends_open or titled else "near"
        items = "\n".join(folded[tree.block(i).vs : tree.block(i).ve] for i in run)
        crossed = crossing(items, 0, len(items))  # what the items of an item say is theirs
        crossed = crossed or several_schemes(items, 0, len(items), whole.unit)
        if rank or loose or inherited or crossed or (not announced and len(wholes) > 1):
            bond = "silent"
        if bond == "wide" and named(tree, run[0]).startswith("tổng số"):
            bond = "silent"  # "Kết quả cuối năm: - Tổng số hộ: …; - Hộ nghèo: …": its own whole
        if whole_of_list - {t} or _told_first(tree, t, wholes, run):
            bond = "silent"  # "32 công trình, tổng vốn 90 tỷ đồng, gồm": the list divides the money
        if not divided(tree, t, lead) and counts_alike(tree, t, parts, run):
            bond = "silent"
        rest = left_out(tree, t, parts, run)
        if rest or overlaps:
            bond = "silent"  # "… Dự phòng chưa phân bổ 18 chỉ tiêu" below the list
        among = _AMONG.search(folded, whole.full_ve, block.ve) is not None
        told_all = cued and not among  # "gồm:"
        if bond != "silent" and not told_all and may_lack(binder, t, parts):
            bond = "open"
        elif bond in ("strong", "wide") and _is_slip_of(tree, t, parts, run):
            bond = "apart"
        elif mixed:
            bond = "silent"
        elif bond in ("strong", "wide") and binder.same.measured(whole.unit):
            bond = "near" if among and _less(binder, t, parts) else bond
        options = [binder.sum_of(parts[:size]) for size in range(len(parts), 1, -1)]
        if rest:
            options.insert(0, binder.sum_of(sorted((*parts, *rest))))
        others = _column(tree, t, run, -1)
        if others and others != parts:
            options.append(binder.sum_of(others))
            bond = "near" if bond == "strong" else bond
        first = tree.block(run[0]).mark_end if bond == "apart" else whole.vs
        cue = (first, tree.block(run[-1]).ve)
        rule = "rel.list-far" if t in far else "rel.list"
        binder.add("sum", t, options, "list", bond, rule, cue=cue)


def _overlaps(tree: Tree, lead: int, run: Sequence[int]) -> bool:
    """True where the line above or below a list says that its items overlap: "Một hộ có thể được
    hỗ trợ nhiều nội dung"."""
    below = tree.nodes[run[-1]].block + 1
    lines = [tree.block(lead), *tree.blocks[below : below + 1]]
    return any(_SEVERAL_EACH.search(tree.folded, line.vs, line.ve) for line in lines)


def _less(binder: Binder, t: int, parts: Sequence[int]) -> bool:
    """True where parts come to less than figure `t`: others may be left out."""
    return sum(binder.q[p].value for p in parts) < binder.q[t].value


def _is_slip_of(tree: Tree, t: int, parts: Sequence[int], run: Sequence[int]) -> bool:
    """True where one slip leads the parts of a list away from `t`, and they are all that its items
    tell: whatever else adds up to `t`."""
    binder = tree.binder
    told = [k for i in run for k in tree.figures[i]]
    return list(parts) == told and sum_slip(
        binder.q[t], [binder.q[p] for p in parts], least=_SLIP_DIGITS
    )


def _added_up(tree: Tree, wholes: Sequence[int], run: list[int]) -> set[int]:
    """The figures of the lead line that the items do add up to."""
    found = set()
    for t in wholes:
        parts = _first_figures(tree, t, run)[0]
        if len(parts) > 1 and tree.binder.checked(t, *parts):
            option = tree.binder.sum_of(parts)
            if agrees(option, tree.binder.q[t], tree.binder.by_id):
                found.add(t)
    return found


def _told_first(tree: Tree, t: int, wholes: Sequence[int], run: list[int]) -> bool:
    """True where every item begins with a figure of the unit of another whole than `t`, not of
    its own unit: "32 công trình với 90 tỷ đồng, gồm: a) … 50 tỷ đồng tại 19 công trình"."""
    own = tree.binder.q[t].unit
    first = {tree.binder.q[tree.figures[i][0]].unit if len(tree.figures[i]) else None for i in run}
    others = {tree.binder.q[k].unit for k in wholes if k != t} - {own, None}
    return len(first) == 1 and bool(first & others)


def _ranked(tree: Tree, wholes: list[int], run: list[int]) -> list[int]:
    """Figures of the lead line that may be the whole: levels of the last sentence first,
    those before others that count what the items begin with."""
    binder = tree.binder
    last = binder.frames[wholes[-1]].sentence
    here = [k for k in wholes if binder.frames[k].sentence == last]
    levels = [k for k in here if binder.q[k].direction is None]
    rest = [k for k in here if binder.q[k].direction is not None]
    levels.sort(key=lambda k: not _of_items(tree, k, run))
    return (levels + rest)[:4]


def _of_items(tree: Tree, t: int, run: list[int]) -> bool:
    """True where the first figure of every item that may be added is of the unit of `t`."""
    q = tree.binder.q
    firsts = [next((k for k in tree.figures[i] if countable(q[k])), None) for i in run]
    return all(k is not None and tree.binder.same(q[k], q[t]) for k in firsts)


def _first_figures(tree: Tree, t: int, run: list[int]) -> tuple[list[int], bool]:
    """The figure of each item that may be a part of `t`; loose where an item has none."""
    binder = tree.binder
    whole = binder.q[t]
    parts: list[int] = []
    loose = False
    for i in run:
        good = [
            k
            for k in tree.figures[i]
            if countable(binder.q[k])
            and (fits(binder, whole, binder.q[k]) or _names_itself(tree, t, k, i))
        ]
        if not good:
            loose = True
            continue
        products = [k for k in good if binder.q[k].id in tree.products]
        exact = [k for k in good if binder.q[k].unit == whole.unit]
        below = [k for k in exact if _bar_column(tree, k) == _bar_column(tree, t)]
        parts.append((products or below or exact or good)[0])
        loose = loose or not (products or exact or good[0] == tree.figures[i][0])
        loose = loose or of_its_own(whole, binder.q[parts[-1]])
    return parts, loose


def _names_itself(tree: Tree, t: int, k: int, i: int) -> bool:
    """True where the first figure of item `i` is told of its name as a whole: "(2) Giảm chi: 118
    tỷ đồng" is what is dealt with by a cut, an amount of the unit of `t`."""
    q = tree.binder.q
    told = tree.binder.folded[tree.block(i).mark_end : q[k].vs].rstrip()
    alike = q[k].unit is not None and q[k].unit == q[t].unit and q[t].direction is None
    return k == tree.figures[i][0] and alike and told.endswith(":")


def _column(tree: Tree, t: int, run: list[int], place: int) -> list[int]:
    """From each item the figure at `place` (0 the first, -1 the last) among those of `t`'s unit;
    empty where an item has none there (18 sân, mức r, cộng 5.580; kế hoạch a, giải ngân b)."""
    binder = tree.binder
    parts = []
    for i in run:
        good = [
            k
            for k in tree.figures[i]
            if countable(binder.q[k])
            and binder.q[k].unit == binder.q[t].unit
            and fits(binder, binder.q[t], binder.q[k])
        ]
        if len(good) <= max(place, 0):
            return []
        parts.append(good[place])
    return parts if binder.checked(*parts) else []


def _bar_column(tree: Tree, k: int) -> int:
    """How many figures stand before figure `k` in a row that bars alone part: "| 617 | 589 |"."""
    q, at = tree.binder.q, k
    while at and _BAR.fullmatch(tree.folded, q[at - 1].full_ve, q[at].vs):
        at -= 1
    return k - at


def _columns_of_run(tree: Tree, lead: int, run: list[int]) -> None:
    """Any figure of the lead line that one column of the items adds up to; silent else."""
    binder = tree.binder
    wholes = [k for k in tree.figures[lead] if countable(binder.q[k]) and binder.checked(k)]
    for t in wholes[-_MAX_WHOLES:]:
        for place in range(_MAX_COLUMNS):
            parts = _column(tree, t, run, place)
            if parts and all(_bar_column(tree, k) == _bar_column(tree, t) for k in parts):
                option = binder.sum_of(parts)
                cue = (binder.q[t].vs, tree.block(run[-1]).ve)
                binder.add("sum", t, [option], "list", "silent", "rel.nearby-column", cue=cue)


def _shares_of_run(tree: Tree, lead: int, run: list[int]) -> None:
    """Each item's share of the whole that the list stands under: 21 đơn vị, chiếm 4,3%."""
    binder = tree.binder
    pairs: list[tuple[int, int]] = []
    for i in run:
        own = list(tree.figures[i])
        for x, p in pairwise(own):
            gap = tree.folded[binder.q[x].full_ve : binder.q[p].vs]
            after = tree.folded[binder.q[p].ve : binder.q[p].ve + 12]
            if (
                binder.q[p].unit == "%"
                and binder.q[p].direction is None
                and countable(binder.q[x])
                and binder.q[x].unit != "%"
                and _SHARE.fullmatch(gap)
                and not _OF_OTHER.match(after)
                and binder.checked(x, p)
            ):
                pairs.append((x, p))
                break
    if len(pairs) < 2:
        return
    for t in [k for k in tree.figures[lead] if countable(binder.q[k]) and binder.checked(k)][:3]:
        for x, p in pairs:
            if fits(binder, binder.q[t], binder.q[x]):
                option = binder.percent(x, t)
                binder.add(
                    "share", p, [option], "list", "group", "rel.list-share",
                    group=f"list-{binder.q[t].id}-{run[0]}",
                )  # fmt: skip


def _closing_total(tree: Tree, parent: int | None, run: list[int], at: int) -> None:
    """A line after the list that adds it up: Cộng 03 năm: T."""
    kids = tree.children[parent]
    after = at + len(run)
    block = tree.block(run[-1])
    places = [tree.nodes[kids[after]].block] if after < len(kids) else []
    places.append(tree.nodes[run[-1]].block + 1)
    for place in places:
        if place >= len(tree.blocks):
            continue
        line = tree.blocks[place]
        if not _ADDS.match(tree.folded, line.vs, line.ve):
            continue
        binder = tree.binder
        own = range(binder.first_at(line.vs), binder.first_at(line.ve))
        levels = [k for k in own if countable(binder.q[k])]
        if levels:
            _closes(tree, levels[0], run, line, (block.vs, line.ve), len(levels) == 1)
        return


def _closes(
    tree: Tree,
    t: int,
    run: list[int],
    line: Block,
    cue: tuple[int, int],
    alone: bool,
) -> None:
    """Announce that the items of `run` add up to figure `t` of the line after them."""
    binder = tree.binder
    whole = binder.q[t]
    if whole.direction is not None:
        changes = [
            next((k for k in tree.figures[i] if binder.q[k].direction == whole.direction), None)
            for i in run
        ]
        parts = [k for k in changes if k is not None and binder.same(binder.q[k], whole)]
        options = [binder.sum_of(parts)]
        if len(parts) >= 2 and binder.checked(t, *parts):
            binder.add("sum", t, options, "list", "strong", "rel.list-closing", cue=cue)
        return
    parts, loose = _first_figures(tree, t, run)
    others = _column(tree, t, run, -1)
    options = [binder.sum_of(o) for o in (parts, others) if len(o) > 1]
    plain = alone and ":" in tree.folded[line.vs : whole.vs]
    if options and not loose and binder.checked(t, *parts):
        bond: Bond = "strong" if plain else "silent"
        binder.add("sum", t, options, "list", bond, "rel.list-closing", cue=cue)


def _count_of_run(tree: Tree, lead: int, run: list[int]) -> None:
    """gồm 3 nội dung sau: and then three items."""
    folded = tree.folded
    binder = tree.binder
    block = tree.block(lead)
    figures = tree.figures[lead]
    if not len(figures):
        return
    k = figures[-1]
    q = binder.q[k]
    if not countable(q) or q.step != 0 or q.direction is not None or not binder.checked(k):
        return
    if q.bound is not None or _ANY_OF.search(folded, q.full_ve, block.ve):
        return
    if not 2 <= q.value <= _MAX_ITEMS or not binder.same.known(q.unit):
        return
    tail = folded[q.full_ve : block.ve]
    before = folded[max(block.vs, q.vs - 30) : q.vs]
    announced = _ANNOUNCED.search(tail) or _ANNOUNCED_BEFORE.search(before)
    if not _COUNTED.fullmatch(tail) or not announced:
        return
    for i in run:
        if any(binder.q[f].unit == q.unit for f in tree.figures[i]):
            return
    option = Option("count", (Operand(q.id, Decimal(len(run))),))
    bond: Bond = "strong" if _FOLLOWING.search(tail) else "near"
    cue = (q.vs, tree.block(run[-1]).ve)
    binder.add("enumeration", k, [option], "list", bond, "rel.list-count", cue=cue)
