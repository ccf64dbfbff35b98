"""Digits that tell when, or how a map is drawn, and count nothing: 9/2031, 30/4, 7h30, 1/500."""

from __future__ import annotations

import re

from extract.find.figures.nouns import Nouns
from extract.rules.engine import Text
from extract.rules.wording import wording
from extract.values.ready import ready

_CLOCK = wording("numbers.clock")
_CLOCK_CUE = wording("numbers.clock_cue")
_CLOCK_DAY = wording("numbers.clock_day")
_HOUR = wording("numbers.hour")
_RATIO = wording("numbers.ratio")
_COLON = ready(r"(?<![0-9.,/:])[0-9]{1,3}:[0-9]++(?:\.[0-9]{3})*+(?::[0-9]{2})?(?![:/]|[.,][0-9])")
_DATED = re.compile(r"[0-9][./-][0-9]{1,2}[./-][0-9]{4},? [|-]? ?\Z")  # 29/09/2031 14:50
_DAY_LENGTH = 14  # characters of a day in figures and what parts it from the time
_HOURS, _MINUTES = 24, 60
_PART_OF_YEAR = wording("numbers.part_of_year")
_SO_FAR = wording("numbers.so_far")
_NAMED_DAY = wording("numbers.named_day")
_PLANNED_MAP = wording("numbers.planned_map")
_OF_MAP = wording("numbers.map_scale")
_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])")
_MAP_SCALE = re.compile(r"1/(?:[1-9]00|[1-9][0-9]{0,2}\.?000)")
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}")
_COMPARES = wording("numbers.compares")
_DIGIT = re.compile("[0-9]")
_CLAUSE = 60  # characters of the words before a day


def dated_or_scaled(folded: str, start: int, end: int, counted: bool) -> bool:
    """True for a fraction that counts nothing: a month (phiên họp 9/2024), a day that is a name
    (đường 30/4), the scale of a map (tỷ lệ 1/500); with `counted`, where the name of something
    that can be counted follows, only the scale of a map that the words before it name."""
    before = max(0, start - 24)
    scale = _MAP_SCALE.fullmatch(folded, start, end) is not None
    if counted:
        return scale and _PLANNED_MAP.search(folded, max(0, start - 60), start) is not None
    if _MONTH.fullmatch(folded, start, end):
        return True
    if _DAY.fullmatch(folded, start, end) and (
        _NAMED_DAY.search(folded, before, start) or _no_share(folded, start, end)
    ):
        return True
    return scale and _OF_MAP.search(folded, before, start) is not None


def _no_share(folded: str, start: int, end: int) -> bool:
    """True for a day without a year that can be no part of a whole, as it is more, nor a level told
    before the one it came from: "thăm Singapore 12/3", "(26/2)"."""
    day, month = folded[start:end].split("/")
    low = max(0, start - _CLAUSE)
    low = max(low, *(folded.rfind(mark, low, start) + 1 for mark in ".,;\n"))
    near = folded[low:start]
    return int(day) > int(month) and not _COMPARES.search(near) and not _DIGIT.search(near)


def part_of_year(folded: str, start: int, end: int) -> bool:
    """True for the months of a period: 9 tháng đầu năm; tính chung 5 tháng."""
    if _PART_OF_YEAR.match(folded, end):
        return True
    lead = max(0, start - 24)
    return folded.startswith(" tháng", end) and _SO_FAR.search(folded, lead, start) is not None


def time_of_day(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True where the digits are an hour or its minutes (18:35, 7 giờ 30, 22 giờ đêm), or one side
    of a ratio (tỷ lệ 50:50)."""
    folded = text.fold
    m = _COLON.match(folded, start) or _COLON.search(folded, max(0, start - 7), end)
    if m and m.start() <= start < m.end():
        hours, minutes = m[0].split(":")[:2]
        if _DATED.search(folded, max(0, m.start() - _DAY_LENGTH), m.start()):
            return True
        if folded[m.end() : m.end() + 1] == " " and nouns.unit_at(m.end() + 1) not in (
            None,
            "ngày",
        ):
            return False  # tổ 3:12 em
        clock = len(minutes) == 2 and int(hours) <= _HOURS and int(minutes) < _MINUTES
        return clock or _RATIO.search(folded, max(0, m.start() - 40), m.start()) is not None
    if _CLOCK_DAY.match(folded, end):
        return True
    if end - start > 2:
        return False
    m = _CLOCK.match(folded, end)
    if m and m[0][-1].isdigit() and nouns.unit_at(m.end() + 1) in (None, "ngày"):
        return True
    if m and _CLOCK_CUE.search(folded, max(0, start - 8), start):
        return True
    if end - start == 2 and _HOUR.search(folded, max(0, start - 9), start):
        follows = nouns.unit_at(end + 1) if folded[end : end + 1] == " " else None
        return int(folded[start:end]) < _MINUTES and follows in (None, "ngày")
    return False
