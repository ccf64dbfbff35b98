"""Hits of date rules -> DateMentions with ISO values.

Which texts are dates is said in patterns/date.toml; here their groups become values, and of
hits that overlap the one that begins first, then the longest, stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.document import Document
from extract.model import DateMention, Grain
from extract.rules.engine import Hit
from extract.rules.wording import wording
from extract.values import dates as iso

_LONGEST_SHORT = 10  # years of a period written 2013/14 or 2021-25
_LUNAR = wording("dates.lunar")
_SHORT_YEAR = 2  # figures of the year in "tháng 6/21"
_LONGEST_PERIOD = 100  # years; "2000 - 2350" is no period


def _day(hit: Hit) -> tuple[str | None, Grain]:
    y = hit.group("y")
    if _LUNAR.match(hit.match.string, hit.end):
        return None, "day"  # 10/3 âm lịch: no day of the calendar
    return iso.day(hit.group("d") or "0", hit.group("m") or "0", y), "day"


def _month(hit: Hit) -> tuple[str | None, Grain]:
    y = hit.group("y") or ""
    return iso.month(hit.group("m") or "0", "20" + y if len(y) == _SHORT_YEAR else y), "month"


def _quarter(hit: Hit) -> tuple[str | None, Grain]:
    return iso.quarter(hit.group("q") or "", hit.group("y")), "quarter"


def _months(hit: Hit) -> tuple[str | None, Grain]:
    value = iso.months_of_year(hit.group("n") or "", hit.group("part"), hit.group("y"))
    return value, "half" if value and "-H" in value else "period"


def _year(hit: Hit) -> tuple[str | None, Grain]:
    return hit.group("y"), "year"


def _years(hit: Hit) -> tuple[str | None, Grain] | None:
    """A period of years, the second in two figures or four; without a word that announces one
    it must run forwards, and "2013/14" over few years."""
    a, b = hit.group("a") or "", hit.group("b") or ""
    if hit.rule.id == "date.nam-hoc":
        b = a[: 4 - len(b)] + b
        if not 0 < int(b) - int(a) <= _LONGEST_SHORT:
            return None
    ahead = int(b) - int(a)
    if abs(ahead) > _LONGEST_PERIOD or (ahead <= 0 and hit.group("cue") is None):
        return None
    return iso.years(a, b), "period"


_READ = {
    "day": _day,
    "month": _month,
    "quarter": _quarter,
    "months": _months,
    "year": _year,
    "years": _years,
}


def find_dates(doc: Document, hits: Sequence[Hit]) -> tuple[DateMention, ...]:
    """The dates and periods of a document, in the order of the text, ids d1, d2, ….

    `hits` are the hits of rules of kind "date" over `doc.view` folded.
    """
    mentions: list[DateMention] = []
    last = 0
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, -h.rule.priority)):
        if hit.start < last:
            continue
        read = _READ.get(hit.rule.set.get("as", "day"))
        if read is None:
            continue
        found = read(hit)
        if found is None:
            continue
        last = hit.end
        start, end = doc.source_span(hit.start, hit.end)
        mentions.append(
            DateMention(
                id=f"d{len(mentions) + 1}",
                start=start,
                end=end,
                vs=hit.start,
                ve=hit.end,
                text=doc.text[start:end],
                value=found[0],
                grain=found[1],
                rule=hit.rule.id,
            )
        )
    return tuple(mentions)
