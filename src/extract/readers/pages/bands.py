"""Ruled tables whose rows no line parts: one tall cell a column, with the lines of many rows.

Figures and the numbers of rows tell where rows begin: a column that holds nothing else has one
line a row. The words beside them stand on the same lines, or around them where they are wrapped.
Vertical lines that end in nothing, as where a page's end cuts such a table, are closed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from extract.readers.pages.pieces import Piece, first_word
from extract.readers.pdf.runs import Rule
from extract.values.segments import is_figure

_SAME = 0.3  # of the size: baselines that differ by less are one
_SURE = 3  # rows; two must be told by their numbers, or by two columns, and without mistakes
_MISTAKES = 0.3  # of the rows at most
_SIDES = 3  # lines down the page, as a table has
_LINES = 3  # down the page that end at one height: a table that is cut there
_NEAR = 3.0  # points: ends that are nearer meet
_ORDER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-ZĐa-zđ])[.)]?|[-–+*•]")
_COUNT = re.compile(r"(\d{1,3})\.?")

Column = list[Piece]
Group = list[Piece]
Sides = tuple[float, float]  # where a column begins and ends


def closed(rules: list[Rule]) -> list[Rule]:
    """The rules, with a line across wherever several lines down the page begin or end at one
    height and no line across is there."""
    down = [r for r in rules if not r.flat]
    flats = [r for r in rules if r.flat]
    more = [
        Rule(xs[0] - 1, y, xs[-1] + 1, y)
        for y, xs in _ends(down)
        if not any(
            f.top - _NEAR <= y <= f.bottom + _NEAR and f.x0 < xs[-1] + 1 and f.x1 > xs[0] - 1
            for f in flats
        )
    ]
    return [*rules, *more, *_cut_cells(flats, down), *_sides(flats, down)]


def _cut_cells(flats: list[Rule], down: list[Rule]) -> Iterator[Rule]:
    """The ends of merged cells that go on on another page, beside cells that end there: a line
    across between two lines down that both end where others have one, and that one ties elsewhere.
    """
    whole: list[Rule] = []
    for rule in sorted(down, key=lambda r: (round(r.x0), r.top)):
        last = whole[-1] if whole else None
        if last and abs(rule.x0 - last.x0) <= _NEAR and rule.top <= last.bottom + _NEAR:
            whole[-1] = Rule(last.x0, last.top, last.x0, max(last.bottom, rule.bottom))
        else:
            whole.append(rule)
    for y, xs in _ends(whole):
        sides = [(a, b) for a, b in pairwise(xs) if b - a > _NEAR]
        lacking = [side for side in sides if not any(_ties(f, *side, y) for f in flats)]
        if len(lacking) < len(sides):
            tied = (side for side in lacking if any(_ties(f, *side) for f in flats))
            yield from (Rule(x0 - 1, y, x1 + 1, y) for x0, x1 in tied)


def _ties(flat: Rule, x0: float, x1: float, y: float | None = None) -> bool:
    """True where a line across, at height `y` where that is told, stands between two places."""
    level = y is None or flat.top - _NEAR <= y <= flat.bottom + _NEAR
    return level and min(flat.x1, x1) - max(flat.x0, x0) > _NEAR


def _sides(flats: list[Rule], down: list[Rule]) -> Iterator[Rule]:
    """What the left and the right side of a page's tables lack, where a merged cell goes on on
    another page: from the end of the line on that side to the next line across that ends there, as
    far as another line down the page reaches."""
    if not flats or len(down) < _SIDES:
        return
    for x in (min(f.x0 for f in flats), max(f.x1 for f in flats)):
        side = [r for r in down if abs(r.x0 - x) <= _NEAR]
        others = [r for r in down if abs(r.x0 - x) > _NEAR]
        if not side or not others:
            continue
        ends = [f.top for f in flats if abs(f.x0 - x) <= _NEAR or abs(f.x1 - x) <= _NEAR]
        top, bottom = min(r.top for r in side), max(r.bottom for r in side)
        above = max((y for y in ends if y < top - _NEAR), default=top)
        below = min((y for y in ends if y > bottom + _NEAR), default=bottom)
        for low, high in ((above, top), (bottom, below)):
            reach = any(r.top <= low + _NEAR and r.bottom >= high - _NEAR for r in others)
            if high > low and reach:
                yield Rule(side[0].x0, low, side[0].x0, high)


def _ends(down: list[Rule]) -> Iterator[tuple[float, list[int]]]:
    """Where several lines down the page begin, or end, at one height: that, and their places."""
    for places in ([(r.top, r.x0) for r in down], [(r.bottom, r.x0) for r in down]):
        group: list[tuple[float, float]] = []
        for y, x in [*sorted(places), (float("inf"), 0.0)]:
            if group and y - group[-1][0] > _NEAR:
                xs = sorted({round(x) for _, x in group})
                if sum(b - a > _NEAR for a, b in pairwise(xs)) + 1 >= _LINES:
                    yield group[0][0], xs
                group = []
            group.append((y, x))


def parted(row: list[Column], sides: Sequence[float]) -> list[list[Column]]:
    """The rows that a row of cells holds; the row itself where nothing tells that it is several.
    `sides`: where its columns begin, and the last one ends."""
    bases = _bases(row)
    if len(bases) < 2:
        return [row]
    shapes = []
    for shape in (_from_top, _from_bottom, _around, _in_order):
        columns = [shape(column, bases) for column in row]
        groups = [column for column in columns if column is not None]
        if len(groups) == len(row):
            shapes.append(groups)
    if not shapes:
        return [row]
    mistakes, best = min(
        ((sum(map(_mistakes, groups, pairwise(sides))), groups) for groups in shapes),
        key=lambda pair: pair[0],
    )
    named = [groups for k, groups in enumerate(best) if k == 0 or not _is_figures(row[k])]
    if len(bases) >= _SURE:  # heads of groups are none
        mistakes = sum(map(_begun_small, best)) - int(_MISTAKES * len(bases))
    if mistakes > 0 or not all(any(found) for found in zip(*named, strict=True)):
        return [row]
    rows = [[groups[n] for groups in best] for n in range(len(bases))]
    anew = {
        id(line)
        for groups, side in zip(best, pairwise(sides), strict=True)
        for line in _anew(groups, side)
    }
    return [part for one in rows for part in _with_heads(one, anew)]


def _mistakes(groups: list[Group], sides: Sides) -> int:
    """How many rows of a column begin in the middle of words, or go on with words of their own."""
    return _begun_small(groups) + sum(1 for _ in _anew(groups, sides))


def _begun_small(groups: list[Group]) -> int:
    return sum(group[0].text[0].islower() for group in groups if group)


def _anew(groups: list[Group], sides: Sides) -> Iterator[Piece]:
    """The lines of a column, not the first of their rows, with a capital that had room on the line
    before."""
    lines = [line for group in groups for line in group]
    beside = min((line.left - sides[0] for line in lines), default=0.0)
    edge = max([sides[1] - max(beside, 0.0), *(line.right for line in lines)])
    for last, line in (pair for group in groups for pair in pairwise(group)):
        fits = last.right + 0.25 * line.size + first_word(line) < edge
        if line.text[0].isupper() and fits:
            yield line


def _with_heads(row: list[Column], anew: Collection[int]) -> Iterator[list[Column]]:
    """A row, with a line of its words that heads a group of rows, or ends one, as a row of its own:
    beside it stand no figures."""
    edges = [line.base - _SAME * line.size for cell in row for line in cell if id(line) in anew]
    low = float("-inf")
    for high in [*sorted(edges), float("inf")]:
        part = [[line for line in cell if low <= line.base < high] for cell in row]
        if any(part):
            yield part
        low = high


def _bases(row: list[Column]) -> list[float]:
    """The baselines of the rows, told by columns of figures and of numbers that count rows; none
    where these do not agree."""
    figures = [c for c in row if len(c) > 1 and _is_figures(c)]
    counts = bool(row) and _counts(row[0])
    orders = [row[0]] if counts or (figures and len(row[0]) > 1 and _is_orders(row[0])) else []
    telling = [c for c in figures if c is not row[0]] + orders
    most = max(telling, key=len, default=[])
    if len(most) < (_SURE if not counts and sum(len(c) > 1 for c in telling) < 2 else 2):
        return []
    bases: list[float] = []
    size = most[0].size
    for base in sorted(line.base for column in telling for line in column):
        if not bases or base - bases[-1] > _SAME * size:
            bases.append(base)
    if len(bases) > 1.5 * len(most) or any(b - a < 0.9 * size for a, b in pairwise(bases)):
        return []
    return bases


def _is_figures(column: Column) -> bool:
    return all(is_figure(line.text) and not line.cut for line in column)


def _is_orders(column: Column) -> bool:
    return all(_ORDER.fullmatch(line.text) and not line.cut for line in column)


def _counts(column: Column) -> bool:
    """True for lines that count: 1, 2, 3 …"""
    found = [_COUNT.fullmatch(line.text) for line in column if not line.cut]
    numbers = [int(m[1]) for m in found if m]
    return len(numbers) == len(column) > 1 and all(b == a + 1 for a, b in pairwise(numbers))


def _from_top(column: Column, bases: Sequence[float]) -> list[Group] | None:
    """The lines of each row where every row begins on its baseline, a head above the first one."""
    groups: list[Group] = [[] for _ in bases]
    for line in column:
        at = bisect_right(bases, line.base + _SAME * line.size) - 1
        if at > 0 and not groups[at] and not _on(line, bases[at]):
            return None
        groups[max(at, 0)].append(line)
    return groups


def _from_bottom(column: Column, bases: Sequence[float]) -> list[Group] | None:
    """The same where every row ends on its baseline."""
    groups: list[Group] = [[] for _ in bases]
    for line in column:
        at = bisect_left(bases, line.base - _SAME * line.size)
        if at == len(bases):
            return None
        groups[at].append(line)
    if any(group and not _on(group[-1], base) for group, base in zip(groups, bases, strict=True)):
        return None
    return groups


def _around(column: Column, bases: Sequence[float]) -> list[Group] | None:
    """The same where the middle of every row's lines stands on its baseline."""
    groups: list[Group] = [[] for _ in bases]
    for line in column:
        after = min(bisect_left(bases, line.base), len(bases) - 1)
        at = min(max(after - 1, 0), after, key=lambda n: abs(bases[n] - line.base))
        groups[at].append(line)
    for group, base in zip(groups, bases, strict=True):
        if group and abs((group[0].base + group[-1].base) / 2 - base) > _SAME * group[0].size:
            return None
    return groups


def _in_order(column: Column, bases: Sequence[float]) -> list[Group] | None:
    """The same where every column was typed for itself: as many figures, or beginnings of words,
    as there are rows, whatever they stand beside."""
    if _is_figures(column) or _is_orders(column):
        return _from_top(column, bases)
    groups: list[Group] = []
    for line in column:
        if groups and line.text[0].islower():
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups if len(groups) == len(bases) else None


def _on(line: Piece, base: float) -> bool:
    return abs(line.base - base) <= _SAME * line.size
