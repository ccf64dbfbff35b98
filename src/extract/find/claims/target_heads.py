"""Which blocks stand under a heading that announces targets: "II. MỤC TIÊU, CHỈ TIÊU", "2. Chỉ tiêu
năm 2025". Their figures are what is striven for, though no word of their own says so."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document import Block
from extract.model import Outline
from extract.rules.wording import wording

_HEAD = wording("target_heads.head")
_LONGEST = 120  # characters of a heading
_ENDS = (".", ";", ",")


def target_blocks(folded: str, blocks: Sequence[Block], outline: Outline) -> frozenset[int]:
    """The numbers of the blocks that stand under such a heading."""
    under: list[bool] = []  # of each node: it is such a heading or stands under one
    beside: dict[int | None, bool] = {}  # parent -> the last title without a label announced some
    found: set[int] = set()
    opened = False  # the document itself is a list of targets: they are its title
    for node in outline.nodes:
        block = blocks[node.block]
        head, title = _announces(folded, block), _is_title(folded, block)
        if node.style != "para" or title:
            beside[node.parent] = node.style == "para" and head
        above = under[node.parent] if node.parent is not None else opened and node.style != "para"
        told = above or (beside.get(node.parent, False) and not head)
        if told:
            found.add(node.block)
        under.append(told or head)
        if node.style == "para" and title:
            opened = head and (opened or not node.block)
    return frozenset(found)


def _announces(folded: str, block: Block) -> bool:
    start = max(block.vs, block.mark_end)
    words = folded[start : block.ve].strip(" *_:")
    return block.ve - start <= _LONGEST and _HEAD.fullmatch(words) is not None


def _is_title(folded: str, block: Block) -> bool:
    """True for a line set apart, or one that is no sentence: the title of what follows."""
    words = folded[block.vs : block.ve].rstrip(" *_")
    return len(words) <= _LONGEST and (block.emphasis or not words.endswith(_ENDS))
