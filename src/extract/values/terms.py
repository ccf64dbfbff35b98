"""Terms (khóa) of the Party's Central Committee: what a Party number is counted within.

Hướng dẫn 36-HD/VPTW: numbers run from 01 for each type of document within one term, so that
18-NQ/TW of 2017 (term XII) and 18-NQ/TW of 2022 (term XIII) are two documents. A term begins the
day after the congress closes, or on the day of the new committee's first plenum where that met
during the congress.
"""

from __future__ import annotations

import re
from bisect import bisect_right

# The first day of each term; the first one here is open towards the past.
_BEGINS = (
    ("1976-12-20", "IV"),
    ("1982-04-01", "V"),
    ("1986-12-19", "VI"),
    ("1991-06-28", "VII"),
    ("1996-07-02", "VIII"),
    ("2001-04-23", "IX"),
    ("2006-04-26", "X"),
    ("2011-01-18", "XI"),
    ("2016-01-27", "XII"),
    ("2021-01-31", "XIII"),
    ("2026-01-23", "XIV"),
)
_DAYS = [day for day, _ in _BEGINS]
_NAMED = re.compile(r"\b[kK]h(?:óa|oá) ([XIV]{1,5}|[xiv]{1,5})\b")


def term_of(date: str | None) -> str | None:
    """The term a date lies in: "2017-10-25" -> "XII".

    A year or a month is enough where it lies in one term; None where it does not, where the date
    is unknown or before the first term in the table.

    >>> term_of("2024"), term_of("2021"), term_of(None)
    ('XIII', None, None)
    """
    if not date or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date):
        return None
    first = bisect_right(_DAYS, (date + "-01-01")[:10])
    last = bisect_right(_DAYS, (date + "-12-31")[:10] if len(date) == 4 else (date + "-31")[:10])
    return _BEGINS[first - 1][1] if first and first == last else None


def term_named(text: str | None) -> str | None:
    """The term words name: "Ban Chấp hành Trung ương khóa XII" -> "XII"; None if they name none.

    >>> term_named("Trung ương Đảng khoá XI")
    'XI'
    """
    m = _NAMED.search(text) if text else None
    return m[1].upper() if m else None
