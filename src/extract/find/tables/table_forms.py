"""Cells that hold figures of other forms than one number: `12/13`, `≥ 13`, `<5%`, `10-15`.

They are read as the running text would read them and take no part in the sums of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.find.tables.table_values import Value, is_nil, read_value
from extract.model import Bound
from extract.rules.wording import wording
from extract.values.text import fold

_SIGNS: dict[str, Bound] = {
    "≥": "at_least", ">=": "at_least", "≤": "at_most", "<=": "at_most",
    "<": "less_than", ">": "more_than", "~": "about", "≈": "about",
}  # fmt: skip
_FIGURE = r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*"
_TAIL = r"(?: ?[%‰]| [^\W\d_][^\d|]{0,24})?"
_BOUND = re.compile(rf"(?P<sign>[<>]=|[≥≤<>~≈]) ?(?P<one>(?:{_FIGURE}){_TAIL})")
_PAIR = re.compile(rf"(?P<one>{_FIGURE}) ?%? ?(?P<sign>[/–-]) ?(?P<two>(?:{_FIGURE}){_TAIL})")
_LEADING = re.compile(rf"(?:{_FIGURE})(?=[ %])")
_UP = wording("directions.up")
_DAYS, _MONTHS = 31, 12


@dataclass(frozen=True, slots=True)
class Form:
    """What such a cell says: its figure, where it stands in the cell, and the bound, the whole of
    a fraction or the end of a range with it; `dated`: it may be a day and a month."""

    value: Value
    start: int
    end: int
    bound: Bound | None = None
    of: Decimal | None = None
    value_to: Decimal | None = None
    dated: bool = False


Forms = Sequence[Sequence[Form | None]]


def forms_of(
    texts: Sequence[Sequence[str]],
    values: Sequence[Sequence[Value | None]],
    heads: int,
    home: bool | None,
) -> list[list[Form | None]]:
    """The forms of all cells below the `heads` rows of the header; None for other cells. A column
    in which all of them may be days has none, unless its header names a fraction (`đạt/tổng số`).
    """
    out: list[list[Form | None]] = [
        [
            _read(text, home) if n >= heads and value is None and len(text) > 1 else None
            for text, value in zip(row, told, strict=True)
        ]
        for n, (row, told) in enumerate(zip(texts, values, strict=True))
    ]
    for c in range(len(texts[0])):
        forms = [form for row in out if (form := row[c]) is not None]
        named = any("/" in row[c] for row in texts[:heads])
        if forms and not named and all(form.dated for form in forms):
            for row in out:
                row[c] = None
    return out


def is_formed(
    texts: Sequence[str], values: Sequence[Value | None], forms: Sequence[Form | None]
) -> bool:
    """True for a column below its header that holds such figures and hardly any words."""
    told = sum(form is not None for form in forms)
    cells = zip(texts, values, forms, strict=True)
    words = sum(v is None and f is None and not is_nil(text) for text, v, f in cells)
    return told > words


def bounded(text: str) -> tuple[str, Bound] | None:
    """The figure with its unit and the bound of "60 triệu đồng trở lên"; None for other cells."""
    m = _LEADING.match(text)
    up = _UP.match(fold(text), m.end()) if m is not None else None
    if up is None or up.end() < len(text):
        return None
    words = text[: up.start(1)].rstrip().rpartition(" ")[0]
    return words, "at_least" if up[1] == "lên" else "at_most"


def _read(text: str, home: bool | None) -> Form | None:
    if m := _BOUND.fullmatch(text):
        value = read_value(m["one"], home)
        start = m.start("one")
        end = start + value.end if value is not None else start
        return Form(value, start, end, _SIGNS[m["sign"]]) if value is not None else None
    if up := bounded(text):
        value = read_value(up[0], home)
        return Form(value, 0, value.end, up[1]) if value is not None else None
    m = _PAIR.fullmatch(text)
    if m is None:
        return None
    one, two = read_value(m["one"], home), read_value(m["two"], home)
    if one is None or two is None or two.plain_year:
        return None
    dated = not (one.decimals or two.decimals) and one.value <= _DAYS and two.value <= _MONTHS
    value, end = Value(one.value, one.decimals, 0, two.tail, False), m.start("two") + two.end
    if m["sign"] == "/":
        return Form(value, 0, end, of=two.value, dated=dated) if two.value else None
    if one.value >= two.value:
        return None
    return Form(value, 0, end, "range", value_to=two.value, dated=dated)
