"""The rows of a table that alignment alone tells: which lines are its header, which go together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.values.column_places import Joint, Places
from extract.values.segments import Line, is_data

Cell = tuple[int, int]  # line, segment
Row = list[list[Cell]]  # for each column the segments that its cell is made of

_UNIT = re.compile(r"[(*_]*(?:đvt|đơn vị|đv )[^:]{0,8}:", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:\d{1,2}[a-z]?|[A-ZĐ])\)?(?:\s*=.*)?")
_MOST_HEADS = 4  # header lines


def head_lines(lines: Sequence[Line], floor: int, at: int, places: Places) -> dict[int, Joint]:
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
        joint = places.joint(line, [lines[m] for m in found])
        row = _head(n, line, joint, places)
        over = {k for k in range(places.label + 1, places.width) if row[k]}
        if not over or (len(line) == 1 and line[0].x0 < places.first and not joint):
            break
        named |= over
        found[n] = joint
        n -= 1
    return dict(reversed(found.items())) if len(named) * 2 > len(places.edges) else {}


def head_rows(lines: Sequence[Line], heads: Mapping[int, Joint], places: Places) -> list[Row]:
    """The header rows: lines are one row where a header goes on below, but a line that stands
    over several columns or numbers them is a row of its own, with what stands beside these."""
    rows: list[Row] = []
    open_row = False
    under: set[int] = set()  # the columns that the last row has a joint header for
    for n, joint in heads.items():
        row = _head(n, lines[n], joint, places)
        numbers = len(lines[n]) > 1 and all(_NUMBERED.fullmatch(s.text) for s in lines[n])
        apart = numbers or bool(joint) or any(places.spans(s) for s in lines[n])
        beside = bool(under) and not any(row[k] for k in under)
        if (apart or not open_row) and not beside:
            rows.append(row)
        else:
            rows[-1] = _put_together(rows[-1], row)
        if not beside:
            open_row, under = not apart, {k for columns in joint.values() for k in columns}
    return rows


def body_rows(lines: Sequence[Line], at: int, end: int, places: Places) -> list[Row]:
    """The rows of the body; lines that only go on with a label are put to the row before them,
    or, where that is whole, to the next."""
    rows: list[Row] = []
    label = places.label
    waiting: Row | None = None
    for n in range(at, end):
        line = lines[n]
        row: Row = [[] for _ in range(places.width)]
        for k, s in enumerate(line):
            row[places.column(k, s)].append((n, k))
        text = line[row[label][0][1]].text if row[label] else ""
        if not is_data(line):
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
            numbered = places.order is not None and row[0]
            if not numbered and (not text or _goes_on(text)):
                row = _put_together(waiting, row)
            else:
                rows.append(waiting)
            waiting = None
        rows.append(row)
    return rows


def _head(n: int, line: Line, joint: Joint, places: Places) -> Row:
    """Header line `n`: each segment in the column whose place it stands over."""
    row: Row = [[] for _ in range(places.width)]
    for k, s in enumerate(line):
        row[joint[k][0] if k in joint else places.over(s)].append((n, k))
    return row


def _put_together(row: Row, more: Row) -> Row:
    """Two rows that are one, cell by cell."""
    return [[*above, *below] for above, below in zip(row, more, strict=True)]


def _goes_on(text: str) -> bool:
    """True where a line begins in the middle of a label."""
    return text[:1].islower() or text[:1] in "(,;"
