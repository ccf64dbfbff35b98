"""Pages of rows -> what stands on each: running text in reading order, tables, footnotes.

What repeats at the top or bottom of pages (running heads, page numbers) is left out. Footnotes
are the rows at a page's end that are set smaller or under a short rule and begin with a raised
number; what stands before the first number goes on with the note of the page before. A page set in
columns is read column by column, each with its own footnotes and tables.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from extract.readers.pages.beside import join_columns
from extract.readers.pages.boxes import take_boxes
from extract.readers.pages.calls import join_calls
from extract.readers.pages.columns import Column, ordered
from extract.readers.pages.furniture import drop_furniture
from extract.readers.pages.insets import Inset, take_insets
from extract.readers.pages.lines import Row, rows_of
from extract.readers.pages.notes import Note, called_in, is_rule, notes_of, notes_start
from extract.readers.pages.pieces import Piece
from extract.readers.pages.spread import halves
from extract.readers.pages.stamps import without_stamps
from extract.readers.pages.strips import Strip, stands_in, strips
from extract.readers.pages.tables import Table, take_tables
from extract.readers.pages.turned import turned
from extract.readers.pages.typed import raise_typed
from extract.readers.pages.unruled import Sheaf, join_over_pages, take_aligned
from extract.readers.pdf.runs import Rule, Sheet, to_frame

_NARROW = 0.5  # of the page's width: full lines are wider
_MARGIN = 0.12  # of the page's width
_LARGER = 1.15  # times the size of notes is that of the body at least


@dataclass(slots=True)
class Leaf:
    """One page in one direction of text: rows and tables from top to bottom. Of two pages on one
    sheet, each is one."""

    page: int
    turn: int
    width: float
    height: float
    rows: list[Row]
    tables: list[Table]
    rules: list[Rule]  # short flat lines, such as stand over notes
    boxes: list[Table]  # rows of boxes that stand alone, their text in `rows`
    lone: list[Table]  # columns of boxes that stand alone, their text in `rows`
    main: bool = True  # most of the page's text runs this way
    side: int = 0  # 1: the right one of two pages on a sheet
    folio: int = 0  # its number where pages are counted, not sheets


@dataclass(slots=True)
class PageText:
    """What is read of one page: lines and tables in order; its notes stand in `notes`, what runs
    another way than most of its text, and what stands in boxes beside it, in `asides`."""

    page: int
    flow: list[Piece | Table] = field(default_factory=list)
    asides: list[Piece | Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Habits:
    """What holds for the whole document: size of the body's type, margins by (width, turn)."""

    size: float
    margins: dict[tuple[int, int], tuple[float, float]]


def leaves_of(sheet: Sheet) -> list[Leaf]:
    """The page's rows and tables, each direction of text apart, the main one first."""
    out = []
    turns = sorted(sheet.runs, key=lambda t: -sum(len(r.text) for r in sheet.runs[t]))
    aside = turned(sheet, turns[0]) if len(turns) > 1 else None
    for n, turn in enumerate(turns):
        runs = sheet.runs[turn] if n == 0 or aside is None else aside.rest(turn)
        rules = sheet.rules
        wide, high = (
            (sheet.height, sheet.width) if turn in (90, 270) else (sheet.width, sheet.height)
        )
        if turn:
            rules = [to_frame(r, turn, sheet.width, sheet.height) for r in rules]
        pages = halves(runs, rules, wide, high) if n == 0 else [(runs, rules)]
        for side, (own, lines) in enumerate(pages):
            turned_words = aside if n == 0 else None
            tables, boxes, rest = take_tables(own, lines, sheet.number, turn, turned_words)
            short = [r for r in lines if r.flat and 30 <= r.x1 - r.x0 <= 0.6 * wide]
            unruled, rows = take_aligned(
                without_stamps(rows_of(rest, sheet.number, turn)), sheet.number
            )
            tables += unruled
            join_calls(rows, tables)
            lone = [box for box in boxes if len(box.cells) > 1]
            single = [box for box in boxes if len(box.cells) == 1 < len(box.lefts)]
            out.append(
                Leaf(
                    sheet.number, turn, wide, high, rows, tables, short, single, lone, n == 0, side
                )
            )  # fmt: skip
    return out


def lay_out(leaves: list[Leaf], only: Collection[int] | None = None) -> list[PageText]:
    """The pages in order, without heads, feet, page numbers and lines of mere signs.

    Of the pages not in `only`, which help to tell what repeats, nothing is given; the end of a
    note that begins on one of them is left out with it.
    """
    two = any(leaf.side for leaf in leaves)
    for leaf in leaves:
        leaf.folio = 2 * leaf.page - 1 + leaf.side if two else leaf.page
    drop_furniture(leaves)
    join_columns(leaves, lambda page: only is None or page in only)
    habits = _habits(leaves)
    out: dict[int, PageText] = {}
    last: Note | None = None
    waiting: set[str] = set()  # what the page before calls and does not have
    typed = 0  # the number of the last note that is called in brackets on the line
    columns: dict[tuple[int, int], Column] = {}  # the first one of a page before
    flows: list[tuple[Sheaf, Leaf]] = []
    boxes: list[Inset] = []
    for leaf in leaves:
        page = out.setdefault(leaf.page, PageText(leaf.page))
        kind = _class(leaf)
        parts = [Strip(leaf.rows, leaf.tables, leaf.boxes)]
        if leaf.main:
            leaf.rows, insets = take_insets(leaf.rows)
            parts[0].rows = leaf.rows
            boxes += insets
            page.asides += [line for inset in insets for line in inset.lines()]
            cells = (cell for table in leaf.tables for row in table.cells for cell in row)
            typed = raise_typed(leaf.rows, typed)
            here = called_in([*leaf.rows, *cells])
            parts = strips(parts[0], habits.margins[kind][1])
            if len(parts) > 1:
                columns[kind] = next(part.column for part in parts if part.column)
            elif kind in columns and stands_in(parts[0], columns[kind]):
                parts[0].column = columns[kind]
            notes, last = _take_notes(parts, leaf.rules, here | waiting, habits.size, last)
            waiting = here - {note.marker for note in notes}
            page.notes.extend(notes)
        for part in parts:
            rows = [r for r in part.rows if not is_rule(r)]
            sheaf = Sheaf(leaf.page, kind, rows, part.tables, part.boxes, part.column)
            flows.append((sheaf, leaf))
    mains = [sheaf for sheaf, leaf in flows if leaf.main]
    take_boxes(mains)
    join_over_pages(mains, only)
    for sheaf, leaf in flows:
        page = out[sheaf.page]
        left, right = habits.margins[sheaf.kind]
        (page.flow if leaf.main else page.asides).extend(_flow(sheaf, left, right))
    for box in boxes:
        box.narrow()
    pages = list(out.values())
    if only is not None:
        pages = [page for page in pages if page.page in only]
        for note in [note for page in pages for note in page.notes]:
            note.lines = [line for line in note.lines if line.page in only]
    return pages


def _take_notes(
    parts: list[Strip], rules: list[Rule], called: set[str], size: float, last: Note | None
) -> tuple[list[Note], Note | None]:
    """Take the notes of a page out of its parts; them, and the one that the next page may go on
    with. `last` is that of the page before."""
    notes: list[Note] = []
    begun = False
    for part in parts:
        start = notes_start(part.rows, rules, called, size, last)
        found, stray = notes_of(part.rows[start:], last, called)
        begun = begun or start < len(part.rows)
        part.rows = part.rows[:start] + stray
        notes += found
        last = notes[-1] if notes else last
    return notes, last if begun else None


def _flow(sheaf: Sheaf, left: float, right: float) -> list[Piece | Table]:
    """The lines and tables of a page, or of a column, in reading order; `left` and `right` are the
    margins of the page."""
    if sheaf.column is not None:
        left, right, _ = sheaf.column
    out: list[Piece | Table] = []
    at = 0
    for table in sorted(sheaf.tables, key=lambda t: t.top):
        end = at
        while end < len(sheaf.rows) and sheaf.rows[end][0].base < (table.top + table.bottom) / 2:
            end += 1
        out += [*ordered(sheaf.rows[at:end], left, right), table]
        at = end
    out += ordered(sheaf.rows[at:], left, right)
    if sheaf.column is not None:
        sheaf.column.tell(line for line in out if isinstance(line, Piece))
    return out


def _class(leaf: Leaf) -> tuple[int, int]:
    return round(leaf.width), leaf.turn + leaf.side


def _habits(leaves: list[Leaf]) -> Habits:
    """Size of most characters, and the margins of each kind of page."""
    drawn: dict[float, int] = defaultdict(int)
    above: dict[float, int] = defaultdict(int)  # in the upper halves of pages: seldom notes
    edges: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for leaf in leaves:
        for row in leaf.rows:
            upper = row[0].base < leaf.height / 2
            for piece in row:
                drawn[piece.size] += len(piece.text)
                if upper:
                    above[piece.size] += len(piece.text)
        if leaf.rows:
            edges[_class(leaf)] += [(row[0].left, row[-1].right) for row in leaf.rows]
    (upper_size, _), *_ = _rounded(above).most_common(1) or [(0.0, 0)]
    size = max(_body_size(_rounded(drawn)), upper_size)
    margins = {_class(leaf): (0.1 * leaf.width, 0.9 * leaf.width) for leaf in leaves}
    for kind, found in edges.items():
        left, _ = _edge([a for a, _ in found], True)
        right, agreed = _edge([b for _, b in found], False)
        if not agreed and right - left < _NARROW * kind[0]:  # short lines do not show the margin
            right = max(right, kind[0] - min(left, _MARGIN * kind[0]))
        margins[kind] = left, right
    return Habits(size, margins)


def _rounded(sizes: dict[float, int]) -> Counter[float]:
    """Sizes in steps of half a point, and how many characters have each."""
    out: Counter[float] = Counter()
    for size, count in sizes.items():
        out[round(2 * size) / 2] += count
    return out


def _body_size(sizes: Counter[float]) -> float:
    """The size of most characters, or a much larger one that is common too: notes may be longer
    than the text that calls them."""
    if not sizes:
        return 12.0
    (most, count), *others = sizes.most_common()
    larger = [s for s, n in others if s >= _LARGER * most and n >= 0.3 * count]
    return max(larger, default=most)


def _edge(places: list[float], low: bool) -> tuple[float, bool]:
    """A margin: where most rows begin (or end) if many agree, else nearly the outermost; and
    whether they agree."""
    places = sorted(places)
    n = len(places)
    place, count = Counter(round(p / 2) for p in places).most_common(1)[0]
    if count >= max(3, 0.25 * n):
        near = [p for p in places if round(p / 2) == place]
        common = near[0] if low else near[-1]
        beyond = bisect_left(places, common - 3) if low else n - bisect_left(places, common + 3)
        if beyond <= 0.1 * n:
            return common, True
    return (places[int(0.04 * n)] if low else places[min(n - 1, int(0.96 * n))]), False
