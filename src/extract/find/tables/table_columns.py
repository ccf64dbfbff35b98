"""What the columns of a table are made of: formulas in the header, totals, percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from extract.find.tables.table_averages import average_rule, is_average
from extract.find.tables.table_changes import is_difference
from extract.find.tables.table_made import NEIGHBOURS, SAMPLE, Reading, is_fine, rule_of
from extract.find.tables.table_model import Column, Row, Sheet
from extract.find.tables.table_rules import Check, Rule, Strength, enough
from extract.find.tables.table_values import RATES
from extract.model import Formula
from extract.rules.wording import wording
from extract.values.formulas import HUNDRED
from extract.values.text import fold

_LONGER = wording("table_columns.longer")
_SHORTER = wording("table_columns.shorter")
_OVER = wording("table_columns.over")
_NOT_SO = wording("table_columns.not_so")
_SHARES = wording("table_rows.shares")
_TERM = re.compile(r"([-+]?)(?:\(([0-9]{1,3}[a-z]?|[A-ZĐ])\)|([0-9]{1,3}[a-z]?|[A-ZĐ]))")
_RANGE = re.compile(r"\(?([0-9]{1,3})\)?\+(?:\.{2,}|…)\+?\(?([0-9]{1,3})\)?")
_K = r"\(?([0-9]{1,3}[a-z]?|[A-ZĐ])\)?"
_HUNDRED = r"(?:[*x×.]?100%?|%)?"
_RATIO = re.compile(rf"\(?{_K}[/:]{_K}\)?{_HUNDRED}")
_GROWTH = re.compile(rf"\(?\({_K}-{_K}\)[/:]{_K}\)?{_HUNDRED}")
_LESS = re.compile(rf"\(?{_K}[/:]{_K}(?:-1\)?{_HUNDRED}|{_HUNDRED}-100%?)")
_PRODUCT = re.compile(rf"{_K}[*x×.]{_K}")
_PARTS = 6  # columns that one may be the sum of where no word says so
_SHOWN = 4  # rows that show it
_SUMMED = 3  # rows that show which columns beside a total it is the sum of


def column_rules(sheet: Sheet) -> Iterator[Rule]:
    """The rules that the columns of a table may follow."""
    by_key = {c.key: c for c in sheet.columns if c.key}
    rows = [r for r in sheet.rows if r.figures]
    totals = [c for c in sheet.columns if c.total and c.adds]
    for n, column in enumerate(sheet.columns):
        if column.formula:
            yield from _formula(column, by_key, rows)
        elif is_average(column) and (averages := average_rule(n, sheet.columns, rows)) is not None:
            yield averages
        elif column.total and column.adds:
            yield from _total(n, sheet.columns, totals, rows)
        elif not column.adds and (column.unit is None or column.unit.name in RATES):
            named = _named_pair(column, sheet.columns)
            if named is not None:
                kinds: tuple[Formula, ...] = ("percent", "growth")
                yield rule_of("announced", column, [(rows, kind, named) for kind in kinds])
            else:
                yield from _percentage(n, sheet.columns, rows)
        elif column.adds and _LONGER.search(fold(column.leaf)):
            yield from _longer(n, sheet.columns, rows)
        elif column.adds and not is_difference(column):
            yield from _made_up(n, sheet.columns, rows)


# -- formulas --------------------------------------------------------------------------------


def _formula(column: Column, by_key: dict[str, Column], rows: Sequence[Row]) -> Iterator[Rule]:
    """A column whose header says how it is made: (3=1+2), 4=3/2."""
    text = column.formula
    kinds: tuple[Formula, ...] = ("growth",)
    m = _GROWTH.fullmatch(text) or _LESS.fullmatch(text)
    if m is not None and m[2] == (m[3] if m.re is _GROWTH else m[2]):
        terms = [(m[1], 1), (m[2], 1)]
    elif m := _RATIO.fullmatch(text):
        kinds, terms = ("percent", "ratio"), [(m[1], 1), (m[2], 1)]
    elif m := _PRODUCT.fullmatch(text):
        kinds, terms = ("product",), [(m[1], 1), (m[2], 1)]
    else:
        kinds, terms = ("sum",), _terms(text)
    used = [(by_key[k], w) for k, w in terms if k in by_key]
    if len(used) == len(terms) > 1 and column not in (c for c, _ in used):
        yield rule_of("announced", column, [(rows, kind, used) for kind in kinds], keyed=True)


def _terms(text: str) -> list[tuple[str, int]]:
    """The columns of a sum with their signs: 1+2-3, (4)+(5), 1+…+5; [] where it is none."""
    if m := _RANGE.fullmatch(text):
        low, high = int(m[1]), int(m[2])
        return [(str(k), 1) for k in range(low, high + 1)] if low < high < low + 100 else []
    if text.startswith("(") and text.find(")") == len(text) - 1:
        text = text[1:-1]
    terms: list[tuple[str, int]] = []
    at = 0
    while at < len(text):
        m = _TERM.match(text, at)
        if m is None or (at and not m[1]):
            return []
        terms.append((m[2] or m[3], -1 if m[1] == "-" else 1))
        at = m.end()
    return terms


# -- totals ----------------------------------------------------------------------------------


def _total(
    n: int, columns: Sequence[Column], totals: Sequence[Column], rows: Sequence[Row]
) -> Iterator[Rule]:
    """A column called Tổng số: the sum of those after or before it, up to the next one."""
    column = columns[n]
    after, before = _run(columns, range(n + 1, len(columns))), _run(columns, range(n - 1, -1, -1))
    sets = [
        [c for c in after if c.group == column.group],
        [c for c in before if c.group == column.group],
        [c for c in after if c.group == after[0].group] if after else [],
        after,
        before,
    ]
    if column in (totals[0], totals[-1]):
        sets.append([c for c in totals if c is not column])
    for run in (after, before):  # Số xã | Khối Đảng | Khối chính quyền | Tổng số
        sizes = range(2, min(len(run), _PARTS + 1))
        sets += [
            sorted(run[:k], key=lambda c: c.index)
            for k in sizes
            if _adds_up(run[:k], column, rows, _SUMMED)
        ]
    readings: list[Reading] = []
    loose = False
    for parts in sets:
        if len(parts) > 1 and all(parts != [c for c, _ in used] for _, _, used in readings):
            readings.append((rows, "sum", [(c, 1) for c in parts]))
            loose = loose or any(c.partial for c in parts)
    if readings:
        yield rule_of("strict" if loose else "announced", column, readings)


def _run(columns: Sequence[Column], places: range) -> list[Column]:
    """The columns at `places` that can be parts, up to the next total."""
    found: list[Column] = []
    for k in places:
        if columns[k].total:
            break
        if columns[k].adds:
            found.append(columns[k])
    return found


def _longer(n: int, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Rule]:
    """A column of a longer period: the sum of the quarters or months before it, of those told
    since the last longer one, or of that one and those after it (Quý I, Quý II, 6 tháng); or of
    those right behind it (Cả năm, Quý I, …, Quý IV)."""
    column = columns[n]
    behind = takewhile(lambda c: _shorter_than(column, c), columns[n + 1 :])
    readings: list[Reading] = []
    for told, places in ((columns[:n], range(n - 1, -1, -1)), (list(behind), range(0))):
        named: dict[str, list[Column]] = {}
        for c in told:
            if kind := _shorter_than(column, c):
                named.setdefault(kind, []).append(c)
        for parts in named.values():
            run = [c for c in _run(columns, places) if c in parts]
            near = [c for k, c in enumerate(run) if c is columns[n - 1 - k]]
            for used in (parts, near):
                if len(used) > 1:
                    readings.append((rows, "sum", [(c, 1) for c in used]))
    pair = [c for c in columns[max(0, n - 2) : n] if c.adds and c.group == column.group]
    if len(pair) > 1 and _LONGER.search(fold(pair[0].leaf)):  # 8 tháng, tháng 9, 9 tháng
        readings.append((rows, "sum", [(c, 1) for c in pair]))
    if readings:
        yield rule_of("strict", column, readings)


def _shorter_than(longer: Column, c: Column) -> str:
    """Which kind of shorter period column `c` holds, where it stands under the titles that
    `longer` stands under, and maybe one of its own (Chia theo quý); "" where it does not."""
    m = _SHORTER.search(fold(c.leaf)) if c.adds else None
    above = longer.heads[:-1]
    if m is None or (c.group != longer.group and c.heads[: len(above)] != above):
        return ""
    return m["kind"] or m["half"]


def _made_up(n: int, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Rule]:
    """A column that those right after it, or right before it, add up to in most rows (Hồ sơ | Trực
    tuyến | Trực tiếp); after one breakdown another may follow (Đúng hạn | Quá hạn), and one of two
    parts may have its own behind it (Tiếp nhận | Đã giải quyết | Đúng hạn | Quá hạn | Đang làm)."""
    column = columns[n]
    strength: Strength = "shown" if column.whole else "strict"
    least = 2 if column.whole else _SHOWN
    for places in (range(n + 1, len(columns)), range(n - 1, -1, -1)):
        run = list(takewhile(lambda c: _is_part(c, column), (columns[k] for k in places)))
        apart = ((run[0], c) for c in run[2:_PARTS] if places.step > 0)
        pair = next((p for p in apart if _adds_up(p, column, rows, _SHOWN)), None)
        if pair is not None:
            yield rule_of(strength, column, [(rows, "sum", [(c, 1) for c in pair])])
            continue
        while len(run) > 1:
            sizes = range(2, min(len(run), _PARTS) + 1)
            size = next((k for k in sizes if _adds_up(run[:k], column, rows, least)), 0)
            if not size:
                break
            yield rule_of(strength, column, [(rows, "sum", [(c, 1) for c in run[:size]])])
            run = run[size:]


def _is_part(c: Column, whole: Column) -> bool:
    told = is_difference(c) and _NOT_SO.match(fold(c.leaf), 0) is None  # Còn lại, Số giảm
    plain = c.adds and not (c.total or c.whole or c.formula or told)
    return plain and c.unit == whole.unit


def _adds_up(parts: Sequence[Column], whole: Column, rows: Sequence[Row], least: int) -> bool:
    """True where in most of the first rows, and in `least` of them, `parts` add up to `whole`."""
    sums = []
    for row in rows[:SAMPLE]:
        stated, told = row.figures.get(whole.index), [row.figures.get(c.index) for c in parts]
        if stated is not None and any(told):
            sums.append(stated.value == sum(q.value for q in told if q is not None))
    return sum(sums) >= least and enough(sum(sums), len(sums))


# -- percentages -----------------------------------------------------------------------------


def _percentage(n: int, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Rule]:
    """A column of percentages that one pair of columns, or a share of a total, explains."""
    column = columns[n]
    stated = [r for r in rows if column.index in r.figures]
    near = [c for c in columns[max(0, n - NEIGHBOURS) : n] if c.adds]
    pairs = [(a, b) for a in reversed(near) for b in near if a is not b]
    falls: list[Formula] = ["fall"] if "giảm" in fold(column.path) else []
    kinds: list[Formula] = ["percent", "growth", *falls]
    readings: list[Reading] = [(stated, kind, [(a, 1), (b, 1)]) for a, b in pairs for kind in kinds]
    whole = _whole(column, rows)
    rule = rule_of("strict", column, [(stated[:SAMPLE], k, used) for _, k, used in readings])
    likely = [
        reading
        for reading, checks in zip(readings, rule.readings, strict=True)
        if checks and _likely(checks)
    ]
    if likely:
        fine = any(is_fine(checks) for checks in rule_of("shown", column, likely).readings)
        yield rule_of("shown" if fine else "strict", column, likely)
    else:
        yield from _of_rows(column, near, rows, whole)


def _likely(checks: Sequence[Check]) -> bool:
    """True where percentages come out in nearly all rows, or in two of three where they are told
    finely."""
    held = _holding(checks)
    return enough(held, len(checks)) or (is_fine(checks) and held >= 2 * max(1, len(checks) - held))


def _of_rows(
    column: Column, near: Sequence[Column], rows: Sequence[Row], whole: Row | None
) -> Iterator[Rule]:
    """A column of shares of the total row, or of the row that each stands under: of the nearest
    one, or of the topmost ("1.1 Đất trồng lúa" in "1 Đất nông nghiệp")."""
    bases = list(reversed(near))
    if whole is not None:
        shares = [_shares(column, base, rows, {id(r): whole for r in rows}) for base in bases]
        full = (q := whole.figures.get(column.index)) is not None and q.value == HUNDRED
        strength: Strength = "strict"
        if full:
            strength = "announced" if _fill(column, rows, whole) else "shown"
        yield Rule("table.columns", strength, tuple(shares))
    if _SHARES.search(fold(column.path)):
        nested = [
            _shares(column, base, rows, above) for base in bases for above in _above(rows, whole)
        ]
        yield Rule("table.columns", "strict", tuple(nested))


def _fill(column: Column, rows: Sequence[Row], whole: Row) -> bool:
    """True where the percentages of a column, its total aside, add up to 100."""
    told = [r.figures[column.index] for r in rows if r is not whole and column.index in r.figures]
    room = sum((q.step for q in told), Decimal(0)) / 2
    return len(told) > 1 and abs(sum((q.value for q in told), -HUNDRED)) <= room


def _above(rows: Sequence[Row], whole: Row | None) -> tuple[dict[int, Row], dict[int, Row]]:
    """The nearest row, and the topmost one, that each row stands under; the total where it stands
    under none."""
    nearest: dict[int, Row] = {}
    topmost: dict[int, Row] = {}
    stack: list[Row] = []
    for row in rows:
        if row is whole or row.total == "exact":
            stack.clear()
            continue
        while stack and not _is_under(row, stack[-1]):
            stack.pop()
        for above, over in ((nearest, stack[-1:]), (topmost, stack[:1])):
            found = next(iter(over), whole)
            if found is not None:
                above[id(row)] = found
        stack.append(row)
    return nearest, topmost


def _is_under(row: Row, above: Row) -> bool:
    """True where a row stands under another by its number: 1.1.1 under 1.1, a blank one under 1."""
    deeper = bool(above.stt) and row.stt.startswith(above.stt + ".")
    return deeper or above.rank < row.rank


def _named_pair(column: Column, columns: Sequence[Column]) -> list[tuple[Column, int]] | None:
    """The two columns that the header of a percentage names (So sánh TH 2023/KH 2023), each the
    only one called so."""
    header = fold(column.leaf)
    found: list[list[tuple[Column, int]]] = []
    for m in _OVER.finditer(header):
        left, right = header[: m.start()], header[m.end() :]
        tops = [c for c in columns if c.adds and _ends(left, fold(c.leaf))]
        bottoms = [c for c in columns if c.adds and _begins(right, fold(c.leaf))]
        if len(tops) == len(bottoms) == 1 and tops != bottoms:
            found.append([(tops[0], 1), (bottoms[0], 1)])
    return found[0] if len(found) == 1 else None


def _ends(text: str, name: str) -> bool:
    return bool(name) and text.endswith(name) and not text[: -len(name)][-1:].isalnum()


def _begins(text: str, name: str) -> bool:
    return bool(name) and text.startswith(name) and not text[len(name) :][:1].isalnum()


def _whole(column: Column, rows: Sequence[Row]) -> Row | None:
    """The total row that the percentages of a column are shares of: a total, or at the top or
    bottom one called like a total with 100 in the column, or nothing in one of shares."""
    exact = next((r for r in rows if r.total == "exact"), None)
    if exact is not None:
        return exact
    shares = _SHARES.search(fold(column.path)) is not None
    for row in (rows[0], rows[-1]) if rows else ():
        q = row.figures.get(column.index)
        if row.total and (q.value == HUNDRED if q is not None else shares):
            return row
    return None


def _holding(checks: Sequence[Check]) -> int:
    """How many checks of percentages come out within a unit of the last digit or two."""
    held = 0
    for check in checks:
        (a, _), (b, _) = check.parts
        if b.value:
            value = a.value / b.value * 100 - (0 if check.formula == "percent" else 100)
            value = -value if check.formula == "fall" else value
            held += abs(value - check.stated.value) <= check.stated.step
    return held


def _shares(
    column: Column, base: Column, rows: Sequence[Row], wholes: Mapping[int, Row]
) -> tuple[Check, ...]:
    """The percentages that rows are of others (by the identity of the row) in column `base`."""
    checks = []
    for row in rows:
        stated, top = row.figures.get(column.index), row.figures.get(base.index)
        whole = wholes.get(id(row))
        if stated is None or top is None or whole is None or whole is row:
            continue
        bottom = whole.figures.get(base.index)
        if bottom is not None:
            checks.append(Check(stated, "percent", ((top, 1), (bottom, 1))))
    return tuple(checks)
