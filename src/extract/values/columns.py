"""Columns that are told by alignment alone: lines of segments -> a table, where it is certain.

A segment is text between wide gaps, from `x0` to `x1`. Lines make a table where three or more of
them end in figures that stand under each other, right-aligned, every figure in a column, and
something stands over the columns; all else stays lines of text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.values.column_edges import clusters, stands_over

FIGURE = re.compile(r"[-–+(]?\d[\d.,]*(?:\s?%)?\)?|[-–—]|…")
_NUMBER = re.compile(r"[-–+(]?\d[\d.,]*(?:\s?%)?\)?")
_ORDER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐa-zđ])[.)]?|[-–+*•]")
_LEADERS = re.compile(r"\.{4,}|…{2,}|_{4,}")
_UNIT = re.compile(r"[(*_]*(?:đvt|đơn vị|đv )[^:]{0,8}:", re.IGNORECASE)
_CAPTION = re.compile(r"\(|(?:bảng|biểu|phụ lục|hình) ", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:\d{1,2}[a-z]?|[A-ZĐ])\)?(?:\s*=.*)?")
_GAP = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[ \t]*+(?:[-=_─━═–—+|]{8,}+[ \t]*+)++")
_LEAST = 3  # rows that a column needs
_OFF = 4  # how many times the slack a few figures may be off
_MOST_HEADS = 4  # header lines
_MOST_WRAPS = 3  # lines in a row that only go on with a label
_WIDEST = 40  # segments of a line


@dataclass(frozen=True, slots=True)
class Segment:
    """Text of a line between wide gaps: where it begins and ends across, and what it is."""

    x0: float
    x1: float
    text: str


Line = Sequence[Segment]
Cell = tuple[int, int]  # line, segment
Joint = Mapping[int, range]  # segments of a line that stand over several columns, and these


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table found in lines `first` to `last`: for each row and column the segments that its
    cell is made of, in order; `heads` rows are the header."""

    first: int
    last: int
    heads: int
    rows: tuple[tuple[tuple[Cell, ...], ...], ...]


def segments(text: str, start: int, end: int) -> list[tuple[Segment, int, int]]:
    """The segments of text[start:end], which a tab or two spaces part, with their places; with
    tabs, the columns are counted, else the characters."""
    found: list[tuple[Segment, int, int]] = []
    line = text[start:end]
    if "\t" in line:
        at = start
        for k, piece in enumerate(line.split("\t")):
            bare = piece.strip()
            if bare:
                s = at + piece.index(bare)
                found.append((Segment(100 * k, 100 * k + 90, bare), s, s + len(bare)))
            at += len(piece) + 1
        return found
    plain = unicodedata.is_normalized("NFC", line)
    for m in _GAP.finditer(line):
        x0, x1 = m.span()
        if not plain:
            x0 = len(unicodedata.normalize("NFC", line[:x0]))
            x1 = x0 + len(unicodedata.normalize("NFC", m[0]))
        found.append((Segment(x0, x1, m[0]), start + m.start(), start + m.end()))
    return found


def is_rule(text: str, start: int, end: int) -> bool:
    """True where text[start:end] is a line drawn across a table with dashes or the like."""
    return _RULE.fullmatch(text, start, end) is not None


def is_figure(text: str) -> bool:
    """True for a figure, a percentage or the dash that stands for none."""
    return FIGURE.fullmatch(text) is not None


def aligned_tables(lines: Sequence[Line], slack: float) -> Iterator[Aligned]:
    """The tables in `lines` (an empty one is a blank line), from the top; edges that differ by
    `slack` or less are the same."""
    at = floor = 0
    while at < len(lines):
        if not _is_data(lines[at]):
            at += 1
            continue
        end = _run_end(lines, at)
        found = _table(lines, floor, at, end, slack)
        found = found or _table(_left_aligned(lines, at, end), floor, at, end, slack)
        found = found or _table(_counted(lines, at, end, slack), floor, at, end, slack)
        if found is not None:
            yield found
        at = floor = end


def _is_data(line: Line) -> bool:
    """A line that has a label and ends in figures."""
    if not 2 <= len(line) <= _WIDEST or not is_figure(line[-1].text):
        return False
    figures = sum(_NUMBER.fullmatch(s.text) is not None for s in line[1:])
    return figures > 0 and not any(_LEADERS.search(s.text) for s in line)


def _run_end(lines: Sequence[Line], at: int) -> int:
    """The end of a run of data lines and lines that go on with a label or head a group."""
    end = at
    wraps = 0
    while at < len(lines):
        line = lines[at]
        if _is_data(line):
            wraps = 0
            end = at + 1
        elif line and len(line) <= 2 and not is_figure(line[-1].text):
            wraps += 1
            if wraps > _MOST_WRAPS:
                break
        else:
            break
        at += 1
    return end


def _table(lines: Sequence[Line], floor: int, at: int, end: int, slack: float) -> Aligned | None:
    data = [n for n in range(at, end) if _is_data(lines[n])]
    if len(data) < _LEAST:
        return None
    limit = min(s.x0 for n in data for s in _figures(lines[n]))
    for n in range(at, end):
        if lines[n] and not _is_data(lines[n]) and lines[n][-1].x1 > limit:
            return _table(lines, floor, at, n, slack)  # a line of text
    edges = clusters(
        [s.x1 for n in data for s in _figures(lines[n])], slack, max(_LEAST, len(data) // 2)
    )
    if not edges:
        return None
    first = min(s.x0 for n in data for s in _figures(lines[n]) if _place(edges, s.x1, slack) >= 0)
    order = _order(lines, at, end, data)
    ordered = order is not None
    texts = clusters(
        [
            s.x0
            for n in data
            for s in lines[n][1 + (ordered and bool(_ORDER.fullmatch(lines[n][0].text))) :]
            if not is_figure(s.text)
        ],
        slack,
        max(_LEAST, len(data) // 2),
    )
    lefts = [
        min(
            (s.x0 for n in data for s in _figures(lines[n]) if abs(s.x1 - edge) <= slack),
            default=edge,
        )
        for edge in edges
    ]
    inner = [s.x1 for line in lines[at:end] for s in line if not is_figure(s.text) and s.x1 < first]
    middles = [(a + b) / 2 for a, b in zip(lefts, edges, strict=True)]
    numbered = [a for a in lines[at:end] if len(a) > 1 and _ORDER.fullmatch(a[0].text)]
    begin = min((line[1].x0 for line in numbered), default=0.0)
    plan = _Plan(
        middles, max(inner, default=first), edges, texts, ordered, order or 0.0, begin, first, slack
    )
    if not all(plan.holds(lines[n]) for n in data):
        return None
    heads = _heads(lines, floor, at, plan)
    if not heads:
        return None
    top = _header(lines, heads, plan)
    rows = [*top, *_body(lines, at, end, plan)]
    kept = tuple(tuple(tuple(cell) for cell in row) for row in rows)
    return Aligned(min(heads), end - 1, len(top), kept)


def _left_aligned(lines: Sequence[Line], at: int, end: int) -> Sequence[Line]:
    """The lines with the figures that begin under each other reaching as far as the longest of
    them, as if they were right-aligned."""
    data = [n for n in range(at, end) if _is_data(lines[n])]
    wide: dict[float, float] = {}
    for s in (s for n in data for s in _figures(lines[n])):
        wide[s.x0] = max(wide.get(s.x0, 0), s.x1)
    made = list(lines)
    for n in data:
        figures = {s.x0 for s in _figures(lines[n])}
        made[n] = [replace(s, x1=wide[s.x0]) if s.x0 in figures else s for s in lines[n]]
    return made


def _counted(lines: Sequence[Line], at: int, end: int, slack: float) -> Sequence[Line]:
    """The lines, where all have as many figures, with each of these reaching as far as the longest
    in its turn: columns of which a few lines are typed with a blank too many or too few."""
    data = [n for n in range(at, end) if _is_data(lines[n])]
    turns = list(zip(*(_figures(lines[n])[::-1] for n in data), strict=False))
    even = {len(_figures(lines[n])) for n in data} == {len(turns)}
    ends = [max(s.x1 for s in turn) for turn in turns]
    begins = [min(s.x0 for s in turn) for turn in turns]
    if not even or any(a >= b for a, b in zip(ends, begins[1:], strict=False)):
        return lines
    for turn in turns:
        off = [abs(s.x1 - median(s.x1 for s in turn)) for s in turn]
        if max(off) > _OFF * slack or 4 * sum(x <= slack for x in off) < 3 * len(off):
            return lines
    made = list(lines)
    for n in data:
        rest = len(lines[n]) - len(ends)
        figures = zip(lines[n][rest:], ends, strict=True)
        made[n] = [*lines[n][:rest], *(replace(s, x1=x1) for s, x1 in figures)]
    return made


def _order(lines: Sequence[Line], at: int, end: int, data: list[int]) -> float | None:
    """Where the column of row numbers ends; None where there is none."""
    found = [
        line[0].x1 for line in lines[at:end] if len(line) > 1 and _ORDER.fullmatch(line[0].text)
    ]
    if len(found) < 2:
        return None
    edge = max(found)
    left = all(
        len(lines[n]) > 2 if _ORDER.fullmatch(lines[n][0].text) else lines[n][0].x0 > edge
        for n in data
    )
    return edge if left else None


def _figures(line: Line) -> list[Segment]:
    """The figures at the end of a line."""
    found: list[Segment] = []
    for s in reversed(line[1:]):
        if not is_figure(s.text):
            break
        found.append(s)
    return found


def _place(edges: Sequence[float], x: float, slack: float) -> int:
    """Which of the places `x` is at; -1 for none."""
    return next((k for k, edge in enumerate(edges) if abs(edge - x) <= 2 * slack), -1)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The columns of a table: row numbers up to `order` where `ordered`, labels from `begin` (where
    numbered) to `label_end`, texts that begin at `texts`, figures around `middles` that end at
    `edges`, the leftmost of them beginning at `first`."""

    middles: Sequence[float]
    label_end: float
    edges: Sequence[float]
    texts: Sequence[float]
    ordered: bool
    order: float
    begin: float
    first: float
    slack: float

    @property
    def width(self) -> int:
        return self.ordered + 1 + len(self.texts) + len(self.edges)

    def holds(self, line: Line) -> bool:
        """True where every segment of a data line has a column of its own."""
        taken = [self.column(k, s) for k, s in enumerate(line)]
        return -1 not in taken and len(set(taken)) == len(taken)

    def column(self, k: int, s: Segment) -> int:
        """The column of segment `k` of a line of the body; -1 for none."""
        label = int(self.ordered)
        if k == 0 and not (is_figure(s.text) and _place(self.edges, s.x1, self.slack) >= 0):
            is_order = self.ordered and s.x1 <= self.order + self.slack
            return 0 if is_order and _ORDER.fullmatch(s.text) else label
        if is_figure(s.text):
            place = _place(self.edges, s.x1, self.slack)
            if place >= 0:
                return label + 1 + len(self.texts) + place
        place = _place(self.texts, s.x0, self.slack)
        if place >= 0:
            return label + 1 + place
        return label if s.x1 < self.first else -1

    def header(self, n: int, line: Line, joint: Joint) -> list[list[Cell]]:
        """A header line: each segment in the column whose place it stands over."""
        row: list[list[Cell]] = [[] for _ in range(self.width)]
        for k, s in enumerate(line):
            row[joint[k][0] if k in joint else self._over(s)].append((n, k))
        return row

    def joint(self, line: Line, below: Sequence[Line]) -> Joint:
        """The segments of a line that stand centred over several headers, side by side, of the
        nearest line below that has text under them, with the columns of these."""
        out = {}
        for k, s in enumerate(line):
            under = (row for row in below if any(b.x0 < s.x1 and s.x0 < b.x1 for b in row))
            row = next(under, ())
            heads = [b for b in row if self._over(b) > int(self.ordered) + len(self.texts)]
            found = stands_over((s.x0, s.x1), [(b.x0, b.x1) for b in heads])
            if found is None or _CAPTION.match(s.text):
                continue
            if len(heads) == len(row) or found != (0, len(heads) - 1):  # no title over the whole
                out[k] = range(self._over(heads[found[0]]), self._over(heads[found[1]]) + 1)
        return out

    def spans(self, s: Segment) -> bool:
        """True where a header's text reaches over several columns of figures."""
        return (
            sum(s.x0 <= edge - self.slack and edge - self.slack <= s.x1 for edge in self.edges) > 1
        )

    def _over(self, s: Segment) -> int:
        """The column that a header's text stands over: the first of several, else the one whose
        place it shares most."""
        label = int(self.ordered)
        base = label + 1 + len(self.texts)
        if self.spans(s):
            return base + next(k for k, edge in enumerate(self.edges) if edge >= s.x0)
        if s.x0 > self.label_end and not self.texts:
            low = self.label_end
            for k, edge in enumerate(self.edges):
                if low <= s.x0 and s.x1 <= edge + self.slack:
                    return base + k  # behind the figures of the column before
                low = edge
            middle = (s.x0 + s.x1) / 2
            gaps = [abs(m - middle) for m in self.middles]
            return base + gaps.index(min(gaps))
        best, found = self.first - s.x0, label  # how far it stands over the labels
        low = self.first
        for k, edge in enumerate(self.edges):
            high = edge + self.slack if k + 1 < len(self.edges) else max(edge, s.x1)
            shared = min(s.x1, high) - max(s.x0, low)
            if shared > 0 and shared >= best:
                best, found = shared, base + k
            low = edge + self.slack
        if found != label:
            return found
        for k, x in enumerate(self.texts):
            if s.x0 - 2 * self.slack <= x <= s.x1:
                return label + 1 + k
        return (
            0 if self.ordered and (s.x0 <= self.order + self.slack or s.x1 < self.begin) else label
        )


def _heads(lines: Sequence[Line], floor: int, at: int, plan: _Plan) -> dict[int, Joint]:
    """The header lines right above line `at`, each with its segments that stand over several
    headers: something must stand over the figures; {} for none."""
    found: dict[int, Joint] = {}
    named: set[int] = set()
    n = at - 1
    while n >= floor and len(found) < _MOST_HEADS:
        line = lines[n]
        if not line or any(_UNIT.match(s.text) for s in line):
            break
        if len(line) == 1 and line[0].text.strip("- –").isdecimal():
            break  # the number of a page
        joint = plan.joint(line, [lines[m] for m in found])
        row = plan.header(n, line, joint)
        over = {k for k in range(plan.ordered + 1, plan.width) if row[k]}
        if not over or (len(line) == 1 and line[0].x0 < plan.first and not joint):
            break
        named |= over
        found[n] = joint
        n -= 1
    return dict(reversed(found.items())) if len(named) * 2 > len(plan.edges) else {}


def _header(
    lines: Sequence[Line], heads: Mapping[int, Joint], plan: _Plan
) -> list[list[list[Cell]]]:
    """The header rows: lines are one row where a header goes on below, but a line that stands
    over several columns or numbers them is a row of its own, with what stands beside these."""
    rows: list[list[list[Cell]]] = []
    open_row = False
    under: set[int] = set()  # the columns that the last row has a joint header for
    for n, joint in heads.items():
        row = plan.header(n, lines[n], joint)
        numbers = len(lines[n]) > 1 and all(_NUMBERED.fullmatch(s.text) for s in lines[n])
        apart = numbers or bool(joint) or any(plan.spans(s) for s in lines[n])
        beside = bool(under) and not any(row[k] for k in under)
        if (apart or not open_row) and not beside:
            rows.append(row)
        else:
            for cell, more in zip(rows[-1], row, strict=True):
                cell += more
        if not beside:
            open_row, under = not apart, {k for columns in joint.values() for k in columns}
    return rows


def _body(lines: Sequence[Line], at: int, end: int, plan: _Plan) -> list[list[list[Cell]]]:
    """The rows of the body; lines that only go on with a label are put to the row before them,
    or, where that is whole, to the next."""
    rows: list[list[list[Cell]]] = []
    label = int(plan.ordered)
    waiting: list[list[Cell]] | None = None
    for n in range(at, end):
        line = lines[n]
        row: list[list[Cell]] = [[] for _ in range(plan.width)]
        for k, s in enumerate(line):
            row[plan.column(k, s)].append((n, k))
        text = line[row[label][0][1]].text if row[label] else ""
        if not _is_data(line):
            above = rows[-1][label] if rows else []
            listed = bool(above) and lines[above[-1][0]][above[-1][1]].text.endswith(",")
            if waiting is None and rows and (_goes_on(text) or listed):
                rows[-1][label] += row[label]
            elif waiting is not None:
                waiting[label] += row[label]
            else:
                waiting = row
            continue
        if waiting is not None:
            numbered = plan.ordered and row[0]
            if not numbered and (not text or _goes_on(text)):
                row = [[*above, *own] for above, own in zip(waiting, row, strict=True)]
            else:
                rows.append(waiting)
            waiting = None
        rows.append(row)
    return rows


def _goes_on(text: str) -> bool:
    """True where a line begins in the middle of a label."""
    return text[:1].islower() or text[:1] in "(,;"
