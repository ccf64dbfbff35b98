"""Citations and dates against each other and against the citing document's own date.

Only what is certain is said: numbers are given anew each year, each term of office and in each
province, so two mentions are compared only where they cannot be two documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.check.codes import CODES
from extract.model import Citation, DateMention, Finding, Metadata
from extract.values import identity
from extract.values.dates import is_full_day, is_reversed

# Terms of the Party's Central Committee begin on these days; its numbers start anew then.
_TERMS = ("2001-04-22", "2006-04-25", "2011-01-19", "2016-01-28", "2021-02-01", "2026-01-23")
_GENERIC = frozenset({"Văn bản", "Công văn"})  # a letter may be called either
_BARE = "cit.so-tran"  # the type of such a mention is inferred, not written


def check_references(
    citations: Sequence[Citation], dates: Sequence[DateMention], metadata: Metadata
) -> list[Finding]:
    """C301 to C304 and D401, D402, in no order, with empty ids.

    `citations` are resolved (they carry keys), `metadata` is the citing document's own.
    """
    return [
        *_two_dates(citations),
        *_two_types(citations),
        *_wrong_year(citations),
        *_later(citations, metadata),
        *_dates(dates),
    ]


def _finding(code: str, start: int, end: int, **args: str) -> Finding:
    return Finding("", code, CODES[code].severity, start, end, args)


def _shown(value: str) -> str:
    """An ISO day as Vietnamese documents write it: 2018-03-16 -> 16/3/2018."""
    y, m, d = value.split("-")
    return f"{d}/{m.lstrip('0') if m not in ('01', '02') else m}/{y}"


def _term(day: str) -> int:
    """Which term of the Central Committee a day lies in."""
    return sum(day >= begin for begin in _TERMS)


def _same_series(c: Citation, day: str, other: str) -> bool:
    """True where a number dated `day` and again `other` cannot be two documents' number."""
    parsed = identity.parse(c.number or "")
    if parsed is None:
        return False
    if parsed.year or day[:4] == other[:4]:
        return True
    if day[4:] == other[4:]:  # the same day of another year: a slip of the year
        return True
    return parsed.issuer == "TW" and parsed.party and _term(day) == _term(other)


def _groups(citations: Sequence[Citation]) -> Iterator[list[Citation]]:
    """Full mentions of one number and one identity, as far as the keys tell.

    Mentions whose keys differ by nothing but the year stay together.
    """
    found: dict[tuple[str, str], list[Citation]] = {}
    for c in citations:
        if c.form == "full" and c.number and c.key and is_full_day(c.date):
            place = c.key.rsplit("_", 1)[-1] if "_" in c.key else ""
            found.setdefault((c.number, "" if place.isdigit() else place), []).append(c)
    yield from (g for g in found.values() if len(g) > 1)


def _two_dates(citations: Sequence[Citation]) -> Iterator[Finding]:
    """C301: the mentions that depart from the date most of a document's mentions give."""
    for group in _groups(citations):
        counts = Counter(c.date for c in group)
        if len(counts) < 2:
            continue
        usual = max(counts, key=lambda day: counts[day])  # the first of equals
        for c in group:
            if c.date and usual and c.date != usual and _same_series(c, c.date, usual):
                other = next(o for o in group if o.date == usual)
                if other.type != c.type:
                    continue
                yield _finding(
                    "C301",
                    c.start,
                    c.end,
                    number=c.number or "",
                    date=_shown(c.date),
                    other=_shown(usual),
                )


def _akin(a: str, b: str) -> bool:
    """True for two names of one type: Chương trình and Chương trình hành động."""
    low, high = sorted((a.lower(), b.lower()), key=len)
    return high.startswith(low) or low in high or {a, b} <= _GENERIC


def _two_types(citations: Sequence[Citation]) -> Iterator[Finding]:
    """C302: one number, one day, two type words."""
    first: dict[tuple[str, str], Citation] = {}
    for c in citations:
        if c.form != "full" or not c.key or not c.type or not c.date or c.rule == _BARE:
            continue
        if not is_full_day(c.date) or c.number is None:
            continue
        known = first.setdefault((c.key, c.date), c)
        if known.type and known.type != c.type and not _akin(known.type, c.type):
            yield _finding("C302", c.start, c.end, number=c.number, type=c.type, other=known.type)


def _wrong_year(citations: Sequence[Citation]) -> Iterator[Finding]:
    """C303: a date of another year than the number's (the turn of a year aside)."""
    for c in citations:
        parsed = identity.parse(c.number) if c.number and c.date else None
        if parsed is None or parsed.year is None or not c.date or not is_full_day(c.date):
            continue
        ahead, month = int(parsed.year) - int(c.date[:4]), c.date[5:7]
        if ahead == 0 or (ahead == 1 and month == "12") or (ahead == -1 and month == "01"):
            continue
        yield _finding(
            "C303",
            c.start,
            c.end,
            number=c.number or "",
            year=parsed.year,
            date=_shown(c.date),
        )


def _later(citations: Sequence[Citation], metadata: Metadata) -> Iterator[Finding]:
    """C304: a document cited before it was issued."""
    own = metadata.date
    if own is None or not is_full_day(own) or metadata.type == "Văn bản hợp nhất":
        return
    for c in citations:
        if c.date and is_full_day(c.date) and c.date > own and c.number != metadata.number:
            yield _finding(
                "C304",
                c.start,
                c.end,
                number=c.number or c.text,
                date=_shown(c.date),
                own=_shown(own),
            )


def _dates(dates: Sequence[DateMention]) -> Iterator[Finding]:
    """D401: a day or month that does not exist; D402: a period that runs backwards."""
    for d in dates:
        if d.value is None:
            yield _finding("D401", d.start, d.end, date=" ".join(d.text.split()))
        elif d.grain == "period" and is_reversed(d.value):
            yield _finding("D402", d.start, d.end, period=" ".join(d.text.split()))
