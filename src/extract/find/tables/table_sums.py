"""What running text tells of the rows of a table together: the sum of a column that has no total
row ("thu hồi 31.846 triệu đồng, cụ thể:" above the table), or of the rows of one sort ("các trạm:
7.935 tỷ đồng" where the rows Trạm I to Trạm IV make it up).

One that does not agree is a contradiction only where the text opens the table and a slip of a digit
explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from extract.find.binding.slip_search import is_slip
from extract.find.tables.table_model import Row, Sheet
from extract.find.tables.table_prose import Prose
from extract.find.tables.table_values import RATES
from extract.find.tables.table_words import key
from extract.model import Announced, Operand, Option, Quantity
from extract.rules.wording import wording
from extract.values.formula import digits, evaluate
from extract.values.units import TIME

_BEFORE, _AFTER = 4, 2  # paragraphs before a table and after it that may tell its sums
_LEAST = 3  # digits of a sum, rows of a column
_GROUP = 2  # rows of one sort
_RULE = "table.told-sum"
_SOME = wording("table_told.some")


def told_sums(prose: Prose) -> Iterator[Announced]:
    """The sums of rows that the text around a table tells."""
    for sheet in prose.sheets:
        rows = [r for r in sheet.rows if r.figures and r.adds and not r.partial]
        near = [n for n in range(len(prose.q)) if _is_near(prose, n, sheet)]
        if not near or any(r.total for r in rows) or len(rows) < _LEAST:
            groups = [] if not near else list(_groups(rows))
        else:
            top = min(r.rank for r in rows)
            groups = [[r for r in rows if r.rank == top], *_groups(rows)]
        for group in groups:
            for column in (c for c in sheet.columns if c.adds):
                figures = [q for r in group if (q := r.figures.get(column.index)) is not None]
                if len(figures) == len(group) and figures[0].unit not in RATES:
                    whole = group is groups[0] and len(group) >= _LEAST and len(group) == len(rows)
                    yield from _told(prose, near, figures, sheet if whole else None)


def _is_near(prose: Prose, n: int, sheet: Sheet) -> bool:
    """True for a level of the text around a table that may be a sum of its rows."""
    q, frame = prose.q[n], prose.frames[n]
    plain = q.direction is None and q.value_to is None and q.of is None and q.bound is None
    far = sheet.last - frame.block
    return (
        plain
        and -_AFTER <= far <= _BEFORE
        and not q.words
        and q.per is None
        and q.unit not in TIME
        and q.unit not in RATES
        and len(digits(q, q.value)) >= _LEAST
    )


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows under each other whose labels begin with the same word: Khu I, Khu II, Khu III."""
    for word, group in groupby(rows, lambda r: (key(r.label).partition(" ")[0], r.rank)):
        found = list(group)
        if word[0] and _GROUP <= len(found) < len(rows):
            yield found


def _told(
    prose: Prose, near: Sequence[int], figures: Sequence[Quantity], opened: Sheet | None
) -> Iterator[Announced]:
    """The figure of the text that is the sum of `figures`; of the table `opened` also one that
    opens it and is a slip."""
    option = Option("sum", tuple(Operand(q.id) for q in figures))
    by_id = {q.id: q for q in figures}
    alike = [n for n in near if prose.same_unit(prose.q[n], figures[0])]
    total = sum((q.value for q in figures), Decimal(0))
    spread = sum((q.step for q in figures), Decimal(0))
    slips = []
    for n in alike:
        x = prose.q[n]
        if abs(x.value - total) <= spread + x.step:  # else no rounding explains it
            outcome = evaluate(option, x, by_id)
            if outcome is not None and outcome.verdict == "consistent":
                yield prose.announced("sum", n, option, "silent", _RULE)
                return
        if is_slip(x, total):
            slips.append(n)
    opening = [n for n in alike if opened is not None and _opens(prose, n, opened)]
    one = len({prose.q[n].value for n in slips}) == len(opening) == 1
    for n in slips:
        if one and n == opening[0]:
            yield prose.announced("sum", n, option, "unexplained", _RULE)


def _opens(prose: Prose, n: int, sheet: Sheet) -> bool:
    """True for a figure of the paragraph right above a table, which ends in a colon."""
    frame = prose.frames[n]
    if sheet.last - frame.block != 1:
        return False
    end = prose.view.find("\n", frame.sentence[1])
    stretch = prose.view[frame.sentence[0] : end if end >= 0 else None].rstrip(" *_")
    if _SOME.search(stretch):
        return False  # "các ngành có nhiều dự án nhất (toàn tỉnh 240 dự án):" of all, not of these
    return stretch.endswith(":")
