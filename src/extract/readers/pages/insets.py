"""Text boxes beside running text: what stands in one is taken out of the rows of its page.

The text narrows beside a box and goes on below it. What tells the text from the box: its lines
keep their distance from the full lines above and below, and a sentence runs from these into the
narrow ones, or out of them; the lines of a box begin and end on their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from extract.readers.pages.columns import Column, column_of, is_line, ordered
from extract.readers.pages.lines import Row
from extract.readers.pages.pieces import Piece

_GUTTER = 0.5  # em: the strip between text and box is at least this wide
_LEAST = 0.4  # em: and no narrower on any row
_CUT = 0.5  # em: a space in a line that is so wide, and so much wider than its others,
_WIDER = 1.5  # is the strip; less so where the line goes on where the others begin
_ALIGNED = 1.15
_NEAR = 1.0  # points
_EVEN = 0.15  # of their distance: lines of one text stand apart equally
_FEWEST = 3  # lines of text beside a box
_ASIDE = 0.9  # em: pieces that are nearer stand side by side
_SAME = 2.0  # points: sizes of one text differ by less
_STOPS = ".:;!?…"
_MOST = 60  # rows beside one box

Sides = tuple[list[Row], list[Row]]  # left and right of the strip


@dataclass(slots=True)
class Inset:
    """A box beside text: its rows, the lines of the text beside it and the column of these."""

    rows: list[Row]
    beside: list[Piece]
    column: Column
    on_left: bool  # the text stands left of the box

    def lines(self) -> list[Piece]:
        """The lines of the box in reading order."""
        column = column_of(self.rows, max(row[-1].right for row in self.rows))
        found = ordered(self.rows, column.left, column.right)
        column.tell(found)
        return found

    def narrow(self) -> None:
        """Tell the lines of the text how far they reach."""
        for line in self.beside:
            if self.on_left:
                line.limit = self.column.limit
            else:
                line.within = self.column.left, line.within[1]


def take_insets(rows: list[Row]) -> tuple[list[Row], list[Inset]]:
    """The rows of a page without those of boxes beside its text, and the boxes."""
    insets: list[Inset] = []
    at = 0
    while at + 1 < len(rows):
        band = _band(rows, at)
        if band is None:
            at += 1
            continue
        first, last, sides = band
        above = rows[first - 1] if first else None
        inset = _inset(above, sides, rows[last] if last < len(rows) else None)
        if inset is not None:
            kept = [[piece] for piece in inset.beside]
            rows = [*rows[:first], *kept, *rows[last:]]
            insets.append(inset)
            last = first + len(kept)
        at = max(last, at + 1)
    return rows, insets


def _band(rows: list[Row], at: int) -> tuple[int, int, Sides] | None:
    """The rows around rows[at] that a strip runs through, as first one, last one + 1 and what
    stands on its sides; None where nothing stands beside the first piece of that row."""
    gap = _gap(rows, at)
    if gap is None:
        return None
    found: dict[int, tuple[Row, Row]] = {}
    for step in (-1, 1):
        n = at + (step > 0)
        while 0 <= n < len(rows) and len(found) < _MOST:
            sides = _sides(rows[n], gap)
            low, high = gap
            low = max([low, *(p.right for p in sides[0])])
            high = min([high, *(p.left for p in sides[1])])
            if high - low < _LEAST * rows[n][0].size:
                break
            gap = low, high
            found[n] = sides
            n += step
    order = sorted(found)
    if not order:
        return None
    left, right = ([row for n in order if (row := found[n][side])] for side in (0, 1))
    return order[0], order[-1] + 1, (left, right)


def _sides(row: Row, gap: tuple[float, float]) -> tuple[Row, Row]:
    """What stands left and right of the gap; a piece that reaches over it is cut where it has a
    space there that is wider than its others."""
    middle = (gap[0] + gap[1]) / 2
    parts = [part for piece in row for part in _cut(piece, gap)]
    left = [p for p in parts if p.left + p.right < 2 * middle]
    return left, [p for p in parts if p.left + p.right >= 2 * middle]


def _cut(piece: Piece, gap: tuple[float, float]) -> list[Piece]:
    low, high = gap
    if not piece.left < low <= high < piece.right:
        return [piece]
    spaces = [n for n in range(1, len(piece.text) - 1) if piece.text[n] == " "]
    wide = {n: piece.x0[n + 1] - piece.x1[n - 1] for n in spaces}
    if not wide:
        return [piece]
    at = max(wide, key=wide.__getitem__)
    aligned = [n for n in spaces if abs(piece.x0[n + 1] - high) <= _NEAR]
    at = next(iter(aligned), at)
    others = sorted(w for n, w in wide.items() if n != at)
    usual = others[len(others) // 2] if others else 0.0
    inside = min(high, piece.x0[at + 1]) - max(low, piece.x1[at - 1])
    least = max(_CUT * piece.size, (_ALIGNED if aligned else _WIDER) * usual)
    if wide[at] < least or inside < _LEAST * piece.size:
        return [piece]
    head = replace(piece, text=piece.text[:at], x0=piece.x0[:at], x1=piece.x1[:at], drawn=None)
    at += 1
    tail = replace(
        piece, text=piece.text[at:], x0=piece.x0[at:], x1=piece.x1[at:], drawn=None, mark=0
    )
    return [head, tail]


def _gap(rows: list[Row], at: int) -> tuple[float, float] | None:
    """The gap between two pieces on a row, or two rows that stand side by side."""
    row, below = rows[at], rows[at + 1]
    pieces = row if len(row) > 1 else [*row, *below]
    if len(pieces) != 2 or (pieces is not row and _apart(row[0], below[0]) > _ASIDE * row[0].size):
        return None
    a, b = sorted(pieces, key=lambda piece: piece.left)
    return (a.right, b.left) if b.left - a.right >= _GUTTER * a.size else None


def _apart(above: Piece, below: Piece) -> float:
    return below.base - above.base


def _inset(above: Row | None, sides: Sides, below: Row | None) -> Inset | None:
    """The box in a band below and above these rows; None where it is no text beside one."""
    for on_left, (text, box) in ((True, sides), (False, sides[::-1])):
        if not box or not _runs(above, text, below) or _runs(above, box, below):
            continue
        step = _apart(text[0][0], text[1][0])
        top, bottom = text[0][0].base - step, text[-1][0].base + step
        if not top < box[0][0].base <= box[-1][0].base < bottom:
            continue
        lines = [row[0] for row in text]
        _resized(box, {line.base for line in lines})
        beyond = min(row[0].left for row in box) if on_left else 0.0
        column = column_of(text, max([beyond, *(line.right for line in lines)]))
        return Inset(box, lines, column, on_left)
    return None


def _resized(box: list[Row], bases: set[float]) -> None:
    """Give the lines that were drawn in one row with a line of the text the size of the others."""
    sizes = sorted(row[0].size for row in box)
    for row in box:
        for piece in row if row[0].base in bases else ():
            piece.size = sizes[len(sizes) // 2]


def _runs(above: Row | None, rows: list[Row], below: Row | None) -> bool:
    """True for lines of text, evenly apart, that go on from the full line above or with the one
    below."""
    lines = [row[0] for row in rows]
    if len(lines) < _FEWEST or any(len(row) > 1 for row in rows):
        return False
    if sum(map(is_line, lines)) < len(lines) - 1:
        return False
    steps = [_apart(a, b) for a, b in pairwise(lines)]
    step = sorted(steps)[len(steps) // 2]
    if max(abs(s - step) for s in steps) > _EVEN * step:
        return False
    into = above is not None and _goes_on(above[0], lines[0], step) and len(above) == 1
    out = below is not None and _goes_on(lines[-1], below[0], step) and len(below) == 1
    return into or out


def _goes_on(last: Piece, line: Piece, step: float) -> bool:
    """True where a line is the next one of the same text, in the midst of a sentence."""
    near = abs(_apart(last, line) - step) <= _EVEN * step
    alike = abs(last.size - line.size) < _SAME
    return near and alike and last.text[-1] not in _STOPS and line.text[0].islower()
