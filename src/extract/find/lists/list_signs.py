"""What the lines of a list say of whether its items are all of the whole that it stands under."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.find.binding.summands import countable
from extract.find.lists.list_tree import Tree
from extract.rules.wording import wording

_PARTS_CUE = wording("lists.parts_cue")
_REST = wording("lists.rest")
_AMONG = wording("lists.among")
_FEW = 2  # items that may overlap; and the words before their figures


def divided(tree: Tree, t: int, lead: int) -> bool:
    """True where the lead line says that what stands below is all of figure `t`: "gồm:"."""
    start, end = tree.binder.q[t].full_ve, tree.block(lead).ve
    among = _AMONG.search(tree.folded, start, end)
    return among is None and _PARTS_CUE.search(tree.folded, start, end) is not None


def counts_alike(tree: Tree, t: int, parts: Sequence[int], run: Sequence[int]) -> bool:
    """True for two items that begin with a count of just what figure `t` counts: they may overlap
    ("214 thôn: - 171 thôn văn hóa; - 44 thôn khó khăn")."""
    q, unit = tree.binder.q, tree.binder.q[t].unit
    if len(parts) != len(run) or len(parts) > _FEW or unit is None:
        return False
    leads = [tree.folded[tree.block(i).mark_end : q[p].vs] for i, p in zip(run, parts, strict=True)]
    return all(len(told.split()) < _FEW for told in leads) and {q[p].unit for p in parts} == {unit}


def named(tree: Tree, node: int) -> str:
    """What an item says behind its mark."""
    block = tree.block(node)
    return tree.folded[block.mark_end : block.ve].lstrip(" *_")


def left_out(tree: Tree, t: int, parts: Sequence[int], run: Sequence[int]) -> list[int]:
    """Figures of the unit of figure `t`, told beside the items of a list, that are all that the
    items leave of it: those of items with another mark, each alone under one of the list's ("- …;
    + …; - …"), or the one that the line below the list begins with; [] where there are none."""
    for nodes in (_odd_ones(tree, run), _line_below(tree, run)):
        firsts = [tree.figures[i][0] for i in nodes if len(tree.figures[i])]
        whole, q = tree.binder.q[t], tree.binder.q
        alike = all(countable(q[k]) and q[k].unit == whole.unit for k in firsts)
        come = sum((q[k].value for k in (*parts, *firsts)), Decimal(0))
        if firsts and alike and come == whole.value:
            return firsts
    return []


def _odd_ones(tree: Tree, run: Sequence[int]) -> list[int]:
    """Items that stand alone below an item of a list: no list divides anything into one."""
    below = [tree.children.get(i, []) for i in run]
    return [kids[0] for kids in below if len(kids) == 1 and tree.nodes[kids[0]].style != "para"]


def _line_below(tree: Tree, run: Sequence[int]) -> list[int]:
    """The line with no mark below a list, past all that stands under its last item."""
    within = {run[-1]}
    below = run[-1] + 1
    while below < len(tree.nodes) and tree.nodes[below].parent in within:
        within.add(below)
        below += 1
    return [below] if below < len(tree.nodes) and tree.nodes[below].style == "para" else []


def ends_with_rest(tree: Tree, run: Sequence[int]) -> bool:
    """True where the last item of a list is all that the others are not: "19 cơ sở khác"."""
    last = tree.block(run[-1])
    return _REST.search(tree.folded, last.mark_end, last.ve) is not None
