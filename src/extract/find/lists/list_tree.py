"""The lines of a document as a tree with the figures of each, and the line a list stands under."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.document import Block
from extract.find.binding.binder import Binder
from extract.rules.wording import wording

_BARE_CUE = wording("lists.bare_cue")
_CRITERION = wording("lists.criterion")


_NAME = re.compile(r"[^\W\d_][^0-9.;\n]{2,70}[: ]")
_REST = 40  # characters after the figure of such a line
_GAP = 3  # characters from a colon to the line below


class Tree:
    """Nodes with their children and the figures of their blocks."""

    def __init__(self, binder: Binder) -> None:
        self.binder = binder
        self.folded = binder.folded
        self.blocks = binder.blocks
        self.nodes = binder.outline.nodes
        self.children: dict[int | None, list[int]] = {}
        for i, node in enumerate(binder.outline.nodes):
            self.children.setdefault(node.parent, []).append(i)
        self.products = {a.stated for a in binder.found if a.kind == "product"}
        self.figures: list[range] = []
        for node in binder.outline.nodes:
            block = binder.blocks[node.block]
            self.figures.append(range(binder.first_at(block.mark_end), binder.first_at(block.ve)))
        for i in range(len(self.nodes) - 1):
            if self._is_label_of(i, i + 1):
                self.figures[i] = self.figures[i + 1]

    def _is_label_of(self, i: int, below: int) -> bool:
        """True where line `i` is but the label of the figure that the line below begins with:
        "a) Chi đầu tư :⏎450 triệu đồng"."""
        figures, block = self.figures[below], self.blocks[self.nodes[below].block]
        if len(self.figures[i]) or not len(figures) or self.nodes[below].style != "para":
            return False
        labelled = self.binder.folded.endswith(":", block.vs - _GAP, block.vs - 1)
        return labelled and self.binder.q[figures[0]].vs == block.vs

    def block(self, i: int) -> Block:
        """The block of node `i`."""
        return self.blocks[self.nodes[i].block]

    def runs(self) -> Iterator[tuple[int | None, list[int], int]]:
        """(parent, run, place): maximal runs of at least two siblings marked alike."""
        for parent, kids in self.children.items():
            at = 0
            while at < len(kids):
                style = self.nodes[kids[at]].style
                end = at
                while end < len(kids) and self.nodes[kids[end]].style == style:
                    end += 1
                if style == "para":
                    for first, last in self._named_lines(kids, at, end):
                        yield parent, kids[first:last], first
                elif end - at >= 2:
                    yield parent, kids[at:end], at
                at = end

    def _named_lines(self, kids: Sequence[int], at: int, end: int) -> Iterator[tuple[int, int]]:
        """(first, one after the last): the lines with no mark that stand under one which ends with
        a colon, two or more, each a name and its figure."""
        k = at + 1
        while k < end:
            lead = kids[k - 1]
            block = self.block(lead)
            first = k
            if self.binder.folded.endswith(":", 0, block.ve) and len(self.figures[lead]):
                while k < end and self._is_named_figure(kids[k]):
                    k += 1
                if k - first >= 2:
                    yield first, k
            k = max(k, first + 1)

    def _is_named_figure(self, i: int) -> bool:
        """True for a line such as "Trung cấp: 1.260 người"."""
        figures, block = self.figures[i], self.block(i)
        if len(figures) != 1:
            return False
        q = self.binder.q[figures[0]]
        name, rest = self.binder.folded[block.vs : q.vs], self.binder.folded[q.full_ve : block.ve]
        return (
            _NAME.fullmatch(name) is not None
            and len(rest) <= _REST
            and not rest.rstrip().endswith(":")
        )


def lead_of(tree: Tree, parent: int | None, at: int) -> tuple[int, bool] | None:
    """(node that holds the total, inherited): the line before the list, or its parent."""
    kids = tree.children[parent]
    k = at - 1
    while k >= 0 and tree.nodes[kids[k]].style == "para":
        i = kids[k]
        if len(tree.figures[i]):
            return i, False
        block = tree.block(i)
        if not _BARE_CUE.fullmatch(tree.folded[block.vs : block.ve]):
            return None
        k -= 1
    if k >= 0:  # the run follows another list under the same parent: no lead of its own
        return None
    i = -1 if parent is None else parent
    if i >= 0 and not len(tree.figures[i]) and _is_criterion(tree, i):
        return lead_of(tree, tree.nodes[i].parent, _first_of_run(tree, i))
    inherited = False
    while i >= 0:
        if len(tree.figures[i]):
            return i, inherited
        if (before := _divided(tree, i)) is not None:
            return before, inherited
        if not tree.folded.endswith(":", 0, tree.block(i).ve):
            return None
        inherited = True
        up = tree.nodes[i].parent
        i = -1 if up is None else up
    return None


def _is_criterion(tree: Tree, i: int) -> bool:
    """True for an item that only names how its own list divides a whole: "a) Phân theo nguồn"."""
    block = tree.block(i)
    own = tree.nodes[i].style != "para"
    return own and _CRITERION.fullmatch(tree.folded, block.mark_end, block.ve) is not None


def _first_of_run(tree: Tree, i: int) -> int:
    """The place among its siblings of the first item of the list that item `i` stands in."""
    kids = tree.children[tree.nodes[i].parent]
    at = kids.index(i)
    while at and tree.nodes[kids[at - 1]].style == tree.nodes[i].style:
        at -= 1
    return at


def _divided(tree: Tree, i: int) -> int | None:
    """The item right before line `i` that says no more than "Trong đó:": what it divides."""
    block = tree.block(i)
    if tree.nodes[i].style != "para" or not _BARE_CUE.fullmatch(tree.folded, block.vs, block.ve):
        return None
    kids = tree.children[tree.nodes[i].parent]
    k = bisect_left(kids, i) - 1
    return kids[k] if k >= 0 and len(tree.figures[kids[k]]) else None
