"""Dates and periods as TIMEX3 / ISO 8601 values: pure functions on numbers and strings.

A day is `2018-08-14` (`XXXX-11-10` where the year is not said), a month `2023-02`, a quarter
`2018-Q4`, a half-year `2018-H1`, a year `2015`, a period `2016/2021` or `2007-01/2007-02`.
Where a date cannot exist the functions return None.
"""

from __future__ import annotations

from calendar import monthrange

_UNKNOWN = "XXXX"  # a year that is not said
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "giêng": 1,
    "tư": 4,
    "chạp": 12,
}


def day(d: str, m: str, y: str | None) -> str | None:
    """The ISO value of a day, `XXXX-mm-dd` without a year; None where there is no such day.

    >>> day("14", "8", "2018"), day("31", "02", "2024"), day("10", "11", None)
    ('2018-08-14', None, 'XXXX-11-10')
    """
    dd, mm = int(d), number(m)
    if not 1 <= mm <= 12 or not 1 <= dd <= monthrange(int(y) if y else 2024, mm)[1]:
        return None
    return f"{y or _UNKNOWN}-{mm:02d}-{dd:02d}"


def month(m: str, y: str) -> str | None:
    """The value of a month in figures or a word, as `2023-02`; None for a thirteenth month."""
    n = number(m)
    return f"{y}-{n:02d}" if 1 <= n <= 12 else None


def quarter(q: str, y: str | None) -> str | None:
    """The value of a quarter in Roman or Arabic figures or a word, as `2018-Q4`, or `XXXX-Q4`."""
    n = _ROMAN.get(q) or number(q)
    return f"{y or _UNKNOWN}-Q{n}" if 1 <= n <= 4 else None


def days_in(value: str) -> int | None:
    """How many days a month, quarter, half-year, year or a run of months of one year has; None for
    other values, and where the year is not said and tells.

    >>> days_in("2022-H1"), days_in("XXXX-08"), days_in("2024-01/2024-09"), days_in("XXXX-Q1")
    (181, 31, 274, None)
    """
    first, _, last = value.partition("/")
    year, part = first[:4], first[5:]
    if last and (last[:4] != year or not last[5:].isdigit()):
        return None
    if part[:1] in ("Q", "H") and part[1:].isdigit() and not last:
        size = 3 if part[0] == "Q" else 6
        high = size * int(part[1:])
        low = high - size + 1
    elif part.isdigit():
        low, high = int(part), int(last[5:] or part)
    elif not part and not last:
        low, high = 1, 12
    else:
        return None
    leap = low <= 2 <= high
    if not year.isdigit() and leap:
        return None
    known = int(year) if year.isdigit() else 2001
    return sum(monthrange(known, m)[1] for m in range(low, high + 1))


def months_of_year(n: str, part: str | None, y: str | None) -> str | None:
    """The first (or, where `part` is "cuối", last) `n` months of a year (of an unknown one where
    `y` is None); `n` may be a word.

    >>> months_of_year("6", "đầu", "2024"), months_of_year("hai", "đầu", "2007")
    ('2024-H1', '2007-01/2007-02')
    """
    y = y or _UNKNOWN
    count = number(n)
    if not 1 <= count <= 12:
        return None
    if count == 6:
        return f"{y}-H2" if part == "cuối" else f"{y}-H1"
    if part == "cuối":
        return f"{y}-{13 - count:02d}/{y}-12"
    return f"{y}-01/{y}-{count:02d}"


def number(n: str) -> int:
    """A number of months or quarters in figures or a word ("mười hai", "chạp"); 0 for neither."""
    return _WORDS.get(n) or (int(n) if n.isdigit() else 0)


def years(a: str, b: str) -> str:
    """The value of a period of years, as `2016/2021`; a reversed one is kept as written."""
    return f"{a}/{b}"


def year_of(value: str | None) -> int | None:
    """The year a value begins in; None for no value or an unknown year.

    >>> year_of("2018-Q4"), year_of("XXXX-11-10")
    (2018, None)
    """
    head = (value or "")[:4]
    return int(head) if head.isdigit() else None


def is_reversed(value: str | None) -> bool:
    """True for a period whose end lies before its beginning."""
    if value is None or "/" not in value:
        return False
    a, b = value.split("/", 1)
    return b < a


def is_full_day(value: str | None) -> bool:
    """True for a day with its year, as `2018-08-14`."""
    return value is not None and len(value) == 10 and value[0] != "X" and value[4] == "-"
