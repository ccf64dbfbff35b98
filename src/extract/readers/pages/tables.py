"""Ruled lines of a page -> tables: the text inside each cell that the lines draw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.readers.docx.tables import OWN_ROWS
from extract.readers.pages.bands import closed, parted
from extract.readers.pages.cells import tell_cuts
from extract.readers.pages.grids import grids_of
from extract.readers.pages.lines import merged, rows_of
from extract.readers.pages.pieces import Piece
from extract.readers.pages.turned import Cell, Turned
from extract.readers.pdf.runs import Rule, Run

_SNAP = 3.0  # points: ends of lines that are nearer meet
_PADDING = 6.0  # points between a cell's edge and its text, at most
_MOST_HEADS = 4  # rows of a header
_MARGINS = 60.0  # points: margins of odd and even pages differ by less
_COUNT = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-ZĐa-zđ])[.)]?|[-+*]")
_FIGURE = re.compile(r"[-–]?\d[\d.,]*%?")
_BEGINS = re.compile(r"[(“\"]?\w")
_OPEN = re.compile(r"[\w,;)%”\"–-]\Z")
_HEAD = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\b", re.I)
_COLUMN = re.compile(r"[A-ZĐa-zđ]|\(?\d{1,2}\)?(?:\s*=[\d\s()+\-–*x×:/%]+)?")
_MOST_RULES = 4_000  # of one page; a drawing, not a table, has more


@dataclass(slots=True)
class Table:
    """A table of one page: rows of cells, each a list of lines; `header` rows come first."""

    page: int
    top: float
    bottom: float
    cells: list[list[list[Piece]]]
    header: int
    lefts: tuple[float, ...] = ()  # where its columns begin
    right: float = 0.0  # where the last one ends
    tops: tuple[float, ...] = ()  # where its rows begin, if a line parts each from the next
    beside: set[int] = field(default_factory=set)  # pages that its further columns stand on

    def has_columns_of(self, other: Table) -> bool:
        """True for tables whose columns stand in the same places, those of odd and even pages in
        places moved by their margins."""
        if len(self.lefts) != len(other.lefts):
            return False
        by = other.lefts[0] - self.lefts[0] if self.lefts else 0.0
        pairs = zip((*self.lefts, self.right), (*other.lefts, other.right), strict=True)
        return abs(by) <= _MARGINS and all(abs(b - a - by) <= _SNAP for a, b in pairs)

    def goes_on(self, other: Table) -> bool:
        """True where `other`, at the head of the next page, is the rest of this table: it has the
        same columns, and begins with the same header (then taken off) or with no header."""
        if not self.has_columns_of(other):
            return False
        mine, others = (_texts(t.cells[: self.header + 2]) for t in (self, other))
        heads = self.header
        if mine[:heads] == others[:heads]:
            numbered = mine[heads : heads + 1] == others[heads : heads + 1]
            if numbered and mine[heads:] and _numbers_columns(mine[heads]):
                heads += 1
            again = [rows[heads][0] for rows in (mine, others) if len(rows) > heads]
            if len(again) == 2 and again[0] and again[0] == again[1]:
                return False  # counts from the same number again: another table
            del other.cells[:heads]
            return True
        if not self.lefts:  # without lines: each is told by a header of its own
            return False
        return self._is_cut(other.cells[0]) or not self._is_headed(other.cells[0], mine[0])

    def spread(self, over: Table) -> bool:
        """Put the cells under the columns of `over`, where all are rows of figures that have some
        of those columns merged; whether they are."""
        if not 1 < len(self.lefts) < len(over.lefts) or len(over.cells) <= over.header:
            return False
        by = over.lefts[0] - self.lefts[0]
        ends = abs(by) <= _MARGINS and abs(over.right - self.right - by) <= _SNAP
        places = [
            next((n for n, x in enumerate(over.lefts) if abs(x - left - by) <= _SNAP), -1)
            for left in self.lefts
        ]
        figures = all(any(_FIGURE.fullmatch(t) for t in row) for row in _texts(self.cells))
        if not ends or -1 in places or not figures:
            return False
        rows = self.cells
        self.cells = [[[] for _ in over.lefts] for _ in rows]
        for row, wide in zip(rows, self.cells, strict=True):
            for n, cell in zip(places, row, strict=True):
                wide[n] = cell
        self.lefts = tuple(left - by for left in over.lefts)
        return True

    def _is_headed(self, row: list[list[Piece]], own: list[str]) -> bool:
        """True where the first row of a table of the same columns is a header: it begins as the
        header `own` of this one does, or is bold where rows of this one are not. A row that begins
        with a number, has figures or few words is none."""
        (first,) = _texts([row])
        filled = [text for text in first if text]
        figures = sum(any(c.isdigit() for c in t) and not any(map(str.isalpha, t)) for t in filled)
        if (figures > 0 and figures >= 0.4 * len(filled)) or not _is_wordy(row):
            return False
        if _COUNT.fullmatch(first[0]) and not _numbers_columns(first):
            return False
        if first[0] and (first[0] == own[0] or _HEAD.match(first[0])):
            return True
        body = self.cells[self.header :]
        return _is_bold(row) and not any(_is_bold(r) for r in body if _is_wordy(r))

    def take(self, rest: Table) -> None:
        """Put the rows of its rest, on the next page, to this table: a row that the page's end has
        cut is one again."""
        rows = rest.cells
        if rows and self.cells and self._is_cut(rows[0]):
            for cell, more in zip(self.cells[-1], rows[0], strict=True):
                cell += more
            rows = rows[1:]
        self.cells += rows

    def _is_cut(self, row: list[list[Piece]]) -> bool:
        """True where a row goes on with the last one: it has words alone, each under words that
        are there and on whose line the next one had no room, and nothing for a figure there."""
        last = self.cells[-1]
        if len(row) != len(last) or len(self.lefts) != len(row):
            return False
        going = [n for n, cell in enumerate(row) if cell]
        if not going or not all(last[n] for n in going):
            return False
        if len(going) == sum(map(bool, last)):
            return all(row[n][0].text[0].islower() for n in going)
        return all(self._is_full(n, last[n][-1], row[n]) for n in going)

    def _is_full(self, column: int, line: Piece, rest: list[Piece]) -> bool:
        """True where the first word of `rest`, had it been there, would not have fitted behind
        `line` in this column."""
        after = rest[0]
        if after.text[0].islower():
            return True
        words = any(map(str.isalpha, line.text)) and any(c.isalpha() for p in rest for c in p.text)
        if not words or not _BEGINS.match(after.text) or not _OPEN.search(line.text):
            return False
        left = self.lefts[column]
        right = self.lefts[column + 1] if column + 1 < len(self.lefts) else self.right
        word = after.x1[after.text.index(" ") - 1 if " " in after.text else -1] - after.left
        beside = min(max(line.left - left, 0.0), _PADDING)
        return line.right - line.left + 0.25 * line.size + word > right - left - 2 * beside - 1


def take_tables(
    runs: list[Run], rules: list[Rule], page: int, turn: int, aside: Turned | None = None
) -> tuple[list[Table], list[Table], list[Run]]:
    """The tables that the ruled lines draw; rows and columns of boxes, which may be a part of a
    table that another page has; and the runs that stand in none of the tables."""
    if sum(not r.flat for r in rules) < 2 or len(rules) > _MOST_RULES:
        return [], [], runs
    rules = closed(rules)
    if sum(r.flat for r in rules) < 2:
        return [], [], runs
    tables: list[Table] = []
    boxes: list[Table] = []
    for grid in _inner_first(grids_of(rules)):
        x0, top, x1, bottom = _box(grid)
        inside: list[Run] = []
        outside: list[Run] = []
        for run in runs:
            within = x0 - 1 <= (run.x0[0] + run.x1[0]) / 2 <= x1 + 1
            middle = run.base - 0.3 * run.size
            (inside if within and top <= middle <= bottom else outside).append(run)
        alone = len({c[1] for c in grid}) == 1
        cells, left = _filled(grid, inside, page, turn, None if alone else aside)
        if not cells:
            continue
        lefts, tops = (tuple(sorted({c[k] for c in grid})) for k in (0, 1))
        header = _header_rows(cells, _merged_rows(grid, len(cells)))
        table = Table(page, top, bottom, cells, header, lefts, x1)
        table.tops = tops if len(tops) == len(cells) else ()
        if len(cells) == 1 or len(lefts) == 1:
            boxes.append(table)
            continue
        tables.append(table)
        runs = [*outside, *left]
    return tables, boxes, runs


def _box(grid: list[Cell]) -> Cell:
    return (
        min(c[0] for c in grid),
        min(c[1] for c in grid),
        max(c[2] for c in grid),
        max(c[3] for c in grid),
    )


def _inner_first(grids: list[list[Cell]]) -> list[list[Cell]]:
    """The grids, tables of their own that stand in a cell of another one before that.

    Going down the page, a grid is held against those that have begun and not ended.
    """
    if len(grids) < 2:
        return grids
    boxes = [_box(grid) for grid in grids]
    down = sorted(range(len(grids)), key=lambda n: boxes[n][1])
    inner: set[int] = set()
    begun: list[int] = []
    ahead = 0
    for n in down:
        top = boxes[n][1]
        while ahead < len(down) and boxes[down[ahead]][1] < top + _SNAP:
            begun.append(down[ahead])
            ahead += 1
        begun = [k for k in begun if boxes[k][3] > top]
        if len({c[1] for c in grids[n]}) >= OWN_ROWS and any(
            k != n and _holds(boxes[k], boxes[n]) and any(_holds(c, boxes[n]) for c in grids[k])
            for k in begun
        ):
            inner.add(n)
    return [grids[n] for n in sorted(range(len(grids)), key=lambda n: n not in inner)]


def _holds(cell: Cell, box: Cell) -> bool:
    """True where a cell has a box inside it."""
    return (
        cell[0] < box[0] + _SNAP
        and cell[1] < box[1] + _SNAP
        and box[2] < cell[2] + _SNAP
        and box[3] < cell[3] + _SNAP
    )


def _filled(
    grid: list[Cell], runs: list[Run], page: int, turn: int, aside: Turned | None
) -> tuple[list[list[list[Piece]]], list[Run]]:
    """The grid's rows of cells with the lines of text in each, those that are turned (`aside`)
    last, and what stands in no cell; a cell that spans several places has its text in the first."""
    tops = sorted({c[1] for c in grid})
    lefts = sorted({c[0] for c in grid})
    held: dict[Cell, list[Run]] = {c: [] for c in grid}
    rest = [part for run in runs for part in _share(run, grid, held)]
    cells: list[list[list[Piece]]] = [[[] for _ in lefts] for _ in tops]
    lines = {
        cell: [merged(row) for row in rows_of(inside, page, turn)]
        for cell, inside in held.items()
        if inside
    }
    tell_cuts(lines)
    for cell in held:
        turned = aside.take(cell) if aside is not None else []
        cells[tops.index(cell[1])][lefts.index(cell[0])] = [*lines.get(cell, []), *turned]
    sides = [*lefts, max(c[2] for c in grid)]
    return [part for row in cells if any(row) for part in parted(row, sides)], rest


def _merged_rows(grid: list[Cell], count: int) -> int:
    """How many of the `count` rows the cells of the first one reach over, where some reach further
    down than others: those are a header."""
    tops = sorted({c[1] for c in grid})
    ends = {c[3] for c in grid if c[1] == tops[0]}
    below = sum(top < max(ends) - 1 for top in tops)
    return below if below <= count and len(ends) > 1 and below <= _MOST_HEADS else 1


def _share(run: Run, grid: list[Cell], held: dict[Cell, list[Run]]) -> Iterator[Run]:
    """Give each part of a run to the cell it stands in, what reaches beyond the last cell of a row
    to that; the parts that stand in none."""
    middle = run.base - 0.3 * run.size
    row = [c for c in grid if c[1] <= middle <= c[3]]
    edge = max((c[2] for c in grid), default=0.0)
    at = 0
    while at < len(run.text):
        x = (run.x0[at] + run.x1[at]) / 2
        cell = next((c for c in row if c[0] <= x <= c[2]), None)
        end = at + 1
        while end < len(run.text):
            x = (run.x0[end] + run.x1[end]) / 2
            beyond = cell is not None and cell[2] >= edge
            near = run.x0[end] - run.x1[end - 1] < run.size
            if cell is None or not (cell[0] <= x <= cell[2] or (beyond and near)):
                break
            end += 1
        part = Run(run.text[at:end], run.x0[at:end], run.x1[at:end], run.base, run.size, run.font)
        if cell is not None:
            held[cell].append(part)
        elif part.text.strip():
            yield part
        at = end


def _texts(rows: list[list[list[Piece]]]) -> list[list[str]]:
    return [[" ".join(p.text for p in cell) for cell in row] for row in rows]


def _is_wordy(row: list[list[Piece]]) -> bool:
    """True for a row that has text in most of its cells, in two at least."""
    return sum(map(bool, row)) >= max(2, 0.5 * len(row))


def _is_bold(row: list[list[Piece]]) -> bool:
    """True for a row whose words are all bold."""
    return all(line.bold for cell in row for line in cell)


def _numbers_columns(row: list[str]) -> bool:
    """True for a row that numbers the columns: `A | B | 1 | 2 | 3=2/1`."""
    filled = [text for text in row if text]
    return len(filled) > 1 and all(_COLUMN.fullmatch(text) for text in filled)


def _header_rows(cells: list[list[list[Piece]]], least: int = 1) -> int:
    """How many rows are the header: those before the first row with mostly figures, a first cell
    that counts ("1", "I", "a") or, below a full row, one alone; at least `least`, three at most."""
    for n, row in enumerate(cells[:4]):
        if n < least:
            continue
        texts = [" ".join(p.text for p in cell) for cell in row]
        filled = [t for t in texts if t]
        if n and filled == texts[:1] and len(texts) > 2 and all(cells[n - 1]):
            return n  # the head of a group of rows
        if _COUNT.fullmatch(texts[0]) and not _numbers_columns(texts):
            return n
        figures = sum(
            any(c.isdigit() for c in t) and not any(c.isalpha() for c in t) for t in filled
        )
        if (
            n
            and filled
            and (
                figures > 0 and (figures >= 0.4 * len(filled) or texts[0][:3].strip(".").isdigit())
            )
        ):
            return n
    return least
