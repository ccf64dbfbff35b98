"""Tables whose bars stand alone on their lines, as some converters write them.

    |
    Cột 1
    |
    Cột 2
    |
    |
    Dòng …

Between two rows stands an empty place, and so does an empty cell; how wide the table is follows
from the rows at its end, which are whole. Header rows may be shorter: cells are merged in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Span = tuple[int, int]

_BAR = re.compile(r"(?:(?<=\n)|\A)[ \t]*\|[ \t]*(?=\r?\n|\Z)")
_WIDEST = 40  # columns tried beside the lengths of the first rows
_ENOUGH = 0.8  # how much of the best width's reach a narrower one must have


def lay_out(
    text: str, start: int, end: int, single: Callable[[str], bool]
) -> tuple[list[list[Span]], int]:
    """The rows of text[start:end] (after the first bar) and how many are merged header rows.

    `single` tells headers that no column below divides (số thứ tự, đơn vị tính).
    """
    places = _places(text, start, end)
    full = [bool(text[a:b].strip()) for a, b in places]
    width = _width(full)
    if not width:
        return [], 0
    at = len(places)
    rows: list[list[Span]] = []
    while at >= width and not (at > width and full[at - width - 1]):
        rows.append(places[at - width : at])
        at -= width + 1
    rows.reverse()
    heads = _runs(places[: max(at, 0)], full)
    first = 0
    for n, (a, b) in enumerate(heads[0] if heads else ()):
        if single(text[a:b].replace("*", "")):
            first = n + 1
    return [*_spread(heads, width, max(2, first)), *rows], len(heads)


def _places(text: str, start: int, end: int) -> list[Span]:
    """The stretches between the bars, the last one (after the last bar) left out if blank."""
    places: list[Span] = []
    at = start
    for m in _BAR.finditer(text, start, end):
        places.append((at, m.start()))
        at = m.end()
    if text[at:end].strip():
        places.append((at, end))
    return places


def _width(full: list[bool]) -> int:
    """The number of columns with which rows, read from the end, go furthest back."""
    tried = {*range(2, min(_WIDEST, len(full)) + 1), *_lengths(full)}
    reach: dict[int, int] = {}
    for width in sorted(tried):
        at = len(full)
        while at >= width and not (at > width and full[at - width - 1]):
            at -= width + 1
        covered = len(full) - max(at, 0)
        if covered:
            reach[width] = covered
    best = max(reach.values(), default=0)
    return next((w for w in sorted(reach) if reach[w] >= _ENOUGH * best), 0)


def _lengths(full: list[bool]) -> set[int]:
    """The lengths of the first few unbroken rows."""
    found: set[int] = set()
    size = 0
    for filled in full:
        size = size + 1 if filled else 0
        if not filled and len(found) > 8:
            break
        if size > 1:
            found.discard(size - 1)
            found.add(size)
    return found


def _runs(places: list[Span], full: list[bool]) -> list[list[Span]]:
    """Unbroken rows at the head of a table."""
    rows: list[list[Span]] = [[]]
    for place, filled in zip(places, full, strict=False):
        if filled:
            rows[-1].append(place)
        elif rows[-1]:
            rows.append([])
    return [row for row in rows if row]


def _spread(heads: list[list[Span]], width: int, first: int) -> list[list[Span]]:
    """Merged header rows laid over `width` columns.

    The cells of a second row stand under merged cells of the first, which are neighbours; those
    that are not merged reach down. The first column is never one of them where there is a choice,
    and the second only if it must be.
    """
    empty = (0, 0)
    if len(heads) == 2 and width - len(heads[1]) >= 0:
        top, below = heads
        single = width - len(below)
        merged = len(top) - single
        if 0 < merged <= len(below):
            first = min(first, single)
            share, rest = divmod(len(below), merged)
            sizes = [share + (n >= merged - rest) for n in range(merged)]
            upper: list[Span] = [*top[:first]]
            for cell, size in zip(top[first : first + merged], sizes, strict=True):
                upper += [cell, *[empty] * (size - 1)]
            upper += top[first + merged :]
            lower = [empty] * first + below
            return [upper, lower + [empty] * (width - len(lower))]
    return [[*row[:width], *[empty] * (width - len(row))] for row in heads]
