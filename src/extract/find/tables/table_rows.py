"""What the rows of a table add up to: total rows, numbered breakdowns, formulas in labels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise, takewhile

from extract.find.tables.table_model import Column, Row, Sheet
from extract.find.tables.table_rules import Check, Rule, Strength, enough
from extract.find.tables.table_values import RATES, Unit
from extract.find.tables.table_words import BLANK, Words
from extract.rules.wording import terms, wording
from extract.values.formulas import HUNDRED
from extract.values.text import fold

_NEAR_HUNDRED = 5  # how far a column of percentages may be off and still be one of shares
_MOST = 12  # rows right below one that may add up to it where no word or number says so
_SHOWN = 3  # columns that show it
_SHARES = wording("table_rows.shares")
Weighed = Sequence[tuple[Row, int]]


def row_rules(sheet: Sheet, words: Words) -> Iterator[Rule]:
    """The rules that the rows of a table may follow."""
    columns = [c for c in sheet.columns if c.adds or c.change]
    shares = [c for c in sheet.columns if c.unit is not None and c.unit.name in RATES]
    _mark_partial(sheet.rows)
    if not columns and not shares:
        return
    yield from _totals(sheet.rows, columns, shares, words)
    yield from _breakdowns(sheet.rows, columns, words)
    yield from _criteria(sheet.rows, columns, words)
    yield from _formulas(sheet.rows, columns)
    yield from _unnamed(sheet.rows, columns)
    yield from _rates(sheet.rows, columns)
    yield from _rates_across(sheet.rows, columns)


def _mark_partial(rows: Sequence[Row]) -> None:
    """Rows under a line that says no more than `Trong đó:` are a part of what stands above it."""
    above: int | None = None  # the rank of the row that is broken down
    last = -1
    for row in rows:
        if above is not None and row.rank > above and not row.total:
            row.partial = True
        else:
            above = None
        if row.partial and not row.figures and above is None:
            above = last
        elif above is None and row.figures:
            last = 0 if row.total == "exact" else row.rank


def _usable(rows: Sequence[Row]) -> list[Row]:
    return [r for r in rows if r.figures and r.adds and not r.partial and r.total != "exact"]


def _totals(
    rows: Sequence[Row], columns: Sequence[Column], shares: Sequence[Column], words: Words
) -> Iterator[Rule]:
    """Rows called totals: the sum of the rows before or after them, up to the next total."""
    exact = [n for n, row in enumerate(rows) if row.total == "exact" and row.figures]
    edges = {n for n in (0, len(rows) - 1) if rows and rows[n].total == "like" and rows[n].figures}
    edges = {n for n in edges if rows[n].rank in (BLANK, 1) and not rows[n].partial}
    edges |= {n for n in (0, len(rows) - 1) if rows and _is_hundred(rows[n], columns)}
    for n in sorted({*exact, *edges}):
        row = rows[n]
        i = bisect_left(exact, n)
        low = exact[i - 1] + 1 if i else 0
        after = i + (i < len(exact) and exact[i] == n)
        high = exact[after] if after < len(exact) else len(rows)
        sets = [*_sets(rows[low:n]), *_sets(rows[n + 1 : high])]
        if len(exact) > 1 and n in (exact[0], exact[-1]):  # a grand total over the others
            sets.append([rows[k] for k in exact if k != n])
            sets += _sets(rows[:n] if n == exact[-1] else rows[n + 1 :])
        readings = [
            (
                *_checks(row, [(r, 1) for r in parts], columns),
                *_hundred(row, parts, shares, alone=not columns),
            )
            for parts in sets
        ]
        strength: Strength = "announced" if row.total == "exact" else "shown"
        closes = n > 0 and not any(r.adds for r in rows[n + 1 :])  # "Bình quân" may follow
        if exact == [n] and _is_flat(rows[:n] if closes else rows, words):
            strength = "alone"
        yield Rule("table.total", strength, tuple(readings))


def _is_hundred(row: Row, columns: Sequence[Column]) -> bool:
    """True for the whole of a table of shares alone: `Cơ cấu`, 100 in all columns."""
    values = [q.value for q in row.figures.values()]
    return not columns and len(values) > 1 and all(v == HUNDRED for v in values)


def _is_flat(rows: Sequence[Row], words: Words) -> bool:
    """True where all rows but the total stand on one level, and each of them adds to it."""
    parts = [r for r in rows if r.total != "exact"]
    return len({r.rank for r in parts}) == 1 and all(
        r.figures and r.adds and not r.partial and not words.lessens(r.label) for r in parts
    )


def _sets(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows that a total may be the sum of: those of the highest level, the lowest, or all."""
    usable = _usable(rows)
    if len(usable) < 2:
        return []
    top = min(r.rank for r in usable)
    highest = [r for r in usable if r.rank == top]
    sets = [highest]
    if len(highest) < len(usable):
        following = [*usable[1:], None]
        lowest = [
            r for r, nxt in zip(usable, following, strict=True) if not nxt or nxt.rank <= r.rank
        ]
        sets += [lowest, usable]
    return [s for s in sets if len(s) > 1]


def _breakdowns(rows: Sequence[Row], columns: Sequence[Column], words: Words) -> Iterator[Rule]:
    """Rows and those under them, of a deeper number or of none; `Theo …` rows each repeat the row
    above them."""
    stack: list[Row] = []
    below: dict[int, dict[int, list[Row]]] = {}
    for row in rows:
        if row.total == "exact":
            stack.clear()
            continue
        if row.partial and row.rank == BLANK:
            continue
        while stack and stack[-1].rank >= row.rank:
            stack.pop()
        if stack:
            below.setdefault(id(stack[-1]), {}).setdefault(row.rank, []).append(row)
        stack.append(row)
    for row in rows:
        for children in below.get(id(row), {}).values():
            ways = [r for r in children if words.by(r.label)]
            for way in ways:
                yield Rule("table.same", "strict", (_same(row, way, columns),))
            if ways or any(r.partial for r in children) or not row.adds:
                continue
            parts = _usable(children)
            if len(parts) > 1:
                checks = _checks(row, [(r, 1) for r in parts], columns)
                yield Rule("table.parts", "shown", (checks,))


def _criteria(rows: Sequence[Row], columns: Sequence[Column], words: Words) -> Iterator[Rule]:
    """The rows below a line that only names how the row above is divided: `Phân theo giới tính`,
    `Nam`, `Nữ`; another such line may follow."""
    whole: Row | None = None
    dividing = False
    for n, row in enumerate(rows):
        if row.figures:
            if not (dividing and _is_bare(row)):
                whole, dividing = row, False
            continue
        dividing = words.by(row.label)
        if whole is None or not dividing:
            whole = None
            continue
        last = rows[n - 1]
        tops = [whole, last] if _is_bare(last) and last is not whole else [whole]
        below = list(takewhile(_is_bare, rows[n + 1 : n + 1 + _MOST]))
        tried = [
            _checks(top, [(r, 1) for r in below[:size]], columns, silent=True)
            for top in tops  # "Số học sinh tốt nghiệp" may follow the parts of another row
            for size in range(2, len(below) + 1)
        ]
        if tried:  # an unrelated row may follow the parts
            yield Rule("table.parts", "shown", tuple(tried))


def _unnamed(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Rule]:
    """Rows without numbers that those right below them add up to in nearly all columns, though no
    word calls them totals: `Số lớp học`, `Tiểu học`, `Trung học cơ sở`, `Trung học phổ thông`."""
    n = 0
    while n < len(rows):
        size = 0
        if not rows[n].total and _is_bare(rows[n]):
            below = list(takewhile(_is_bare, rows[n + 1 : n + 1 + _MOST]))
            sizes = range(2, len(below) + 1)
            size = next((k for k in sizes if _adds_up(rows[n], below[:k], columns)), 0)
        if size:
            parts = [(r, 1) for r in rows[n + 1 : n + 1 + size]]
            yield Rule("table.parts", "shown", (_checks(rows[n], parts, columns, silent=True),))
        n += 1 + size


def _is_bare(row: Row) -> bool:
    """True for a row of figures without a number, which is no total of all."""
    plain = row.adds and not row.partial and row.total != "exact"
    return plain and not row.stt and bool(row.figures)


def _adds_up(total: Row, parts: Sequence[Row], columns: Sequence[Column]) -> bool:
    """True where `parts` add up to `total` in nearly all columns, and in several."""
    checks = _checks(total, [(r, 1) for r in parts], columns, silent=True)
    told = [c for c in checks if sum(q.value != 0 for q, _ in c.parts) > 1]
    held = {c.stated.value for c in told if c.stated.value == sum(q.value for q, _ in c.parts)}
    return len(held) >= _SHOWN and enough(len(held), len(told))


def _rates(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Rule]:
    """Rows of percentages that each tell the row above them in one of those farther above: `Số xã`,
    `Số xã có chợ`, `- Tỷ lệ (%)`."""
    rated = [
        (n, row, rows[n - 1])
        for n, row in enumerate(rows)
        if n > 1 and row.unit is not None and row.unit.name in RATES and row.figures
        if rows[n - 1].adds and rows[n - 1].figures
    ]
    if not rated:
        return
    wholes = [r for r in rows[: rated[-1][0]] if r.adds and r.figures]
    readings = [
        tuple(c for _, row, part in rated if part is not w for c in _share(row, part, w, columns))
        for w in wholes[:_MOST]
    ]
    readings.append(
        tuple(c for n, row, part in rated for c in _share(row, part, rows[n - 2], columns))
    )
    yield Rule("table.rates", "strict", tuple(readings))


def _rates_across(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Rule]:
    """Rows of percentages under the row that they tell, each column of which is a share of the one
    with 100%, or of the whole: `Tổng | 42 | 57 | 99`, `Tỷ lệ (%) | 42,4 | 57,6 | 100`."""
    for above, row in pairwise(rows):
        if row.unit is None or row.unit.name not in RATES or not above.adds:
            continue
        for base in columns:
            y, told = above.figures.get(base.index), row.figures.get(base.index)
            if y is None or not y.value:
                continue
            full = told is not None and told.value == HUNDRED
            if not (full or ((base.whole or base.total) and told is None)):
                continue
            checks = [
                Check(row.figures[c.index], "percent", ((above.figures[c.index], 1), (y, 1)))
                for c in columns
                if c is not base and c.index in row.figures and c.index in above.figures
            ]
            if len(checks) > 1:
                yield Rule("table.rates", "announced", (tuple(checks),))


def _share(row: Row, part: Row, whole: Row, columns: Sequence[Column]) -> Iterator[Check]:
    """What a row of percentages says of two others, column by column."""
    for column in columns:
        stated, x, y = (r.figures.get(column.index) for r in (row, part, whole))
        if stated is not None and x is not None and y is not None and y.value and x.unit == y.unit:
            yield Check(stated, "percent", ((x, 1), (y, 1)))


def _formulas(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Rule]:
    """Rows whose label says which rows they are made of: (I+II), (1-1.1)."""
    places: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        if row.stt:
            places.setdefault(row.stt, []).append(n)
    for n, row in enumerate(rows):
        if not row.refs or not row.figures:
            continue
        named: list[tuple[Row, int]] = []
        for stt, sign in row.refs:
            there = places.get(stt, [])
            i = bisect_left(there, n)
            near = [k for k in there[max(0, i - 1) : i + 2] if k != n]
            if near:
                named.append((rows[min(near, key=lambda k: abs(k - n))], sign))
        if len(named) == len(row.refs):
            yield Rule("table.total", "announced", (_checks(row, named, columns),))


def _checks(
    total: Row, parts: Weighed, columns: Sequence[Column], *, silent: bool = False
) -> tuple[Check, ...]:
    """The sum of `parts` against `total`, column by column; () where the rows' units differ. Parts
    that are `silent` on their unit may have that of the total."""
    own = (r.unit for r, _ in parts)
    told = (u for u in own if u is not None or not (silent or total.unit is None))
    if not all(_one_sort(u, total.unit) for u in told):
        return ()
    checks = []
    for column in columns:
        c = column.index
        stated = total.figures.get(c)
        if stated is None:
            continue
        figures = tuple((q, w) for r, w in parts if (q := r.figures.get(c)) is not None)
        units = {q.unit for q, _ in figures} - ({None} if silent else set())
        if not figures or not all(u == stated.unit or _people(u, stated.unit) for u in units):
            continue
        blank = any(c in r.blank and r.figures for r, _ in parts)
        shared = column.shared or any(r.shared for r, _ in parts)
        checks.append(Check(stated, "sum", figures, blank, shared))
    return tuple(checks)


def _one_sort(u: Unit | None, v: Unit | None) -> bool:
    """True for one unit, or two that count people (cháu, học sinh)."""
    return u == v or (u is not None and v is not None and _people(u.name, v.name))


def _people(*units: str | None) -> bool:
    return {*units} <= _people_units()


@cache
def _people_units() -> frozenset[str]:
    """The words for people, and the initials of those of several words: học sinh, hs."""
    words = terms("nhom_nguoi")
    return words | {"".join(w[0] for w in term.split()) for term in words if " " in term}


def _hundred(
    total: Row, parts: Sequence[Row], shares: Sequence[Column], *, alone: bool
) -> list[Check]:
    """The columns of shares (Tỷ trọng, Cơ cấu; any where the table has them alone) whose rows add
    up to the 100 of the total row."""
    checks = []
    for column in shares:
        stated = total.figures.get(column.index)
        if stated is None or stated.value != HUNDRED:
            continue
        figures = tuple((q, 1) for r in parts if (q := r.figures.get(column.index)) is not None)
        near = abs(sum((q.value for q, _ in figures), Decimal(0)) - HUNDRED) <= _NEAR_HUNDRED
        if figures and (near or alone or _SHARES.search(fold(column.path))):
            checks.append(Check(stated, "sum", figures))
    return checks


def _same(whole: Row, way: Row, columns: Sequence[Column]) -> tuple[Check, ...]:
    """A row that repeats another, column by column."""
    checks = []
    for column in columns:
        a, b = whole.figures.get(column.index), way.figures.get(column.index)
        if a is not None and b is not None and a.unit == b.unit:
            checks.append(Check(b, "equal", ((a, 1),)))
    return tuple(checks)
