"""Rows of a table whose cells hold a paragraph for each of several rows, as typists make them with
Enter: `Xã Đông ¶ Xã Đoài | 12 ¶ 15`. Such a row is taken apart into one for each of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.values.segments import is_figure

_ORDER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐa-zđ])[.)]?|[-–+*•]")
_SURE = 3  # rows that one column of figures tells; two columns tell two


def parted(cells: list[list[str]]) -> list[list[list[str]]]:
    """The rows that the cells of one row hold, each the texts of its paragraphs."""
    bare = [[text for text in map(str.strip, cell) if text] for cell in cells]
    count = _count(bare)
    if count < 2:
        return [cells]
    return [[cell[n : n + 1] for cell in bare] for n in range(count)]


def _count(cells: Sequence[Sequence[str]]) -> int:
    """How many rows these are; 1 where nothing tells that they are several: all cells that hold
    something hold as many paragraphs, one column at least figures alone, another one words that
    all begin as names do."""
    filled = [cell for cell in cells if cell]
    count = len(filled[0]) if filled else 1
    if count < 2 or any(len(cell) != count for cell in filled):
        return 1
    figures = sum(all(map(is_figure, cell)) for cell in filled[1:])
    words = [cell for cell in filled if not all(is_figure(t) or _ORDER.fullmatch(t) for t in cell)]
    named = bool(words) and not any(t[0].islower() for cell in words for t in cell)
    return count if named and figures >= (1 if count >= _SURE else 2) else 1
