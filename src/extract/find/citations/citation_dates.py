"""The date of a legal document that a text names: it stands right beside the mention of it, behind
the issuing body or the full title, or at the head of the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.find.citations.citation_drafts import (
    Draft,
    is_joint,
)
from extract.find.citations.context import Context
from extract.model import DateMention
from extract.rules.engine import Text
from extract.rules.wording import wording
from extract.values import identity

_TO_DAY = wording("citations.to_day")
_TO_YEAR = wording("citations.to_year")
_TO_BRACKET = wording("citations.to_bracket")
_SIGNED = wording("citations.signed")
_ISSUED_ON = wording("citations.issued_on")
_DAY_FIRST = wording("citations.day_first")
_NEXT_DAY = wording("citations.next_day")
_PASSED = wording("citations.passed")
_YEAR_SUBJECT = wording("citations.year_subject")
_YEARLY = wording("citations.yearly")
_DATE_REACH = 32  # characters from a mention to its date
_TITLE = 320  # characters that the title behind a number may have
_LEAD_OF_DAY = 24  # characters before a day in which the words that open its sentence stand


class DateReader:
    """Joins the dates of one document to the mentions that they are told of."""

    def __init__(self, text: Text, dates: Sequence[DateMention], context: Context) -> None:
        self.text = text
        self.dates = dates
        self.starts = [d.vs for d in dates]
        self.context = context
        self.drafts: list[Draft] = []

    def _next_date(self, at: int) -> DateMention | None:
        i = bisect_left(self.starts, at)
        if i < len(self.dates) and self.dates[i].vs - at <= _DATE_REACH:
            return self.dates[i]
        return None

    def join_date(self, d: Draft) -> None:
        """Read the date that follows a mention into it, and move its end behind the date."""
        passed = _PASSED.match(self.text.fold, d.ve) if d.role == "law" else None
        if passed is not None and d.date is None:  # "Luật … được Quốc hội thông qua ngày …"
            found = self._next_date(passed.end())
            d.date = (
                found.value
                if found is not None and found.vs - passed.end() <= len("ngày ")
                else None
            )
            return
        found = self._next_date(d.ve)
        if found is None or d.date is not None:
            return
        fold = self.text.fold
        gap = fold[d.ve : found.vs]
        if found.grain in ("day", "month") and _TO_DAY.fullmatch(gap):
            if "\n" in gap and "ngày" not in gap + fold[found.vs : found.vs + 4]:
                return
            if "(" in gap and fold[found.ve : found.ve + 1] != ")":
                return
            d.date, d.ve = found.value, found.ve + ("(" in gap)
        elif found.grain == "year":
            if _TO_BRACKET.fullmatch(gap) and fold[found.ve : found.ve + 1] == ")":
                d.date, d.ve = found.value, found.ve + 1
            elif _TO_YEAR.fullmatch(gap) and self._year_fits(d, found):
                d.date, d.ve = found.value, found.ve
        elif found.grain == "day" and _SIGNED.fullmatch(gap):
            d.date = found.value

    def behind_year(self, d: Draft) -> int:
        """Where the year that follows a mention and does not date it ends, else the mention: the
        body stands behind it ("Kế hoạch số 12/KH-UBND năm 2031 của UBND huyện")."""
        year = self._next_date(d.ve)
        if year is None or year.grain != "year" or d.number is None:
            return d.ve
        return year.ve if _TO_YEAR.fullmatch(self.text.fold[d.ve : year.vs]) else d.ve

    def _issued_on(self, d: Draft) -> None:
        """The day told behind the issuer: "Nghị quyết 830 của Quốc hội ngày 17/12/2019"."""
        day = self._next_date(d.after)
        if day is None or d.date is not None or day.grain != "day":
            return
        gap = self.text.fold[d.after : day.vs]
        if _ISSUED_ON.fullmatch(gap) and "ngày" in gap + self.text.fold[day.vs : day.vs + 4]:
            d.date = day.value

    def _day_first(self, at: int) -> str | None:
        """The day that opens the sentence in which the body at `at` issues a document: "Ngày
        11/5/2016, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND"."""
        i = bisect_left(self.starts, at) - 1
        if i < 0 or self.dates[i].grain != "day":
            return None
        fold, day = self.text.fold, self.dates[i]
        lead = fold[max(0, day.vs - _LEAD_OF_DAY) : day.vs]
        opens = _DAY_FIRST.search(lead) is not None
        return day.value if opens and fold[day.ve : at].strip(" ") in ("", ",") else None

    def _share_days(self, d: Draft) -> None:
        """Days told in turn behind a chain of numbers without one, as many as there are numbers:
        "Quyết định số 12/…, 15/… ngày 3/4 và 7/4/2023"."""
        i = bisect_left(self.starts, d.ve) - 1
        if d.date is None or i < 0 or self.dates[i].ve != d.ve:
            return
        last = i
        while last + 1 < len(self.dates) and _NEXT_DAY.fullmatch(
            self.text.fold, self.dates[last].ve, self.dates[last + 1].vs
        ):
            last += 1
        chain = [d]
        for before in reversed(self.drafts[len(self.drafts) - (last - i) :] if last > i else []):
            if (
                before.date is not None
                or before.type != d.type
                or not self._links(before.ve, chain[-1].vs)
            ):
                return
            chain.append(before)
        if len(chain) == 1 or len(chain) != last - i + 1:
            return
        for mention, day in zip(reversed(chain), self.dates[i : last + 1], strict=True):
            mention.date = day.value
        d.ve = self.dates[last].ve

    def _links(self, start: int, end: int) -> bool:
        """True where nothing but "," or "và" stands between two places."""
        gap = self.text.fold[start:end]
        return self.context.link.fullmatch(gap + ("" if gap.endswith(" ") else " ")) is not None

    def _year_fits(self, d: Draft, year: DateMention) -> bool:
        """A year after a law dates it; after a number where the number has it too, or has none and
        the title follows, or the body: "Quyết định 12/QĐ-UBND năm 2031 về giá đất", "Nghị quyết
        9/NQ-UBTVQH15 năm 2031 của Quốc hội"; but a plan may be of another year than it is."""
        if d.role == "law":
            return True
        parsed = identity.parse(d.number) if d.number else None
        if parsed is None or parsed.year is not None or not parsed.complete:
            return parsed is not None and parsed.year == year.value
        if _YEAR_SUBJECT.match(self.text.fold, year.ve) is None:
            named = self.context.issuer_after(self.text, year.ve, is_joint(d)) is not None
            return named and _YEARLY.fullmatch((d.type or "").lower()) is None
        return self.context.act(self.text, 0, d.vs, d.ve) != "implements"

    def _titled_on(self, d: Draft) -> None:
        """The day and the body behind a full title: "Thông tư số 8/2031/TT-BTC Quy định về giá nước
        ngày 22/06/2031 của Bộ Tài chính". The year of the number says that the day is its own."""
        parsed = identity.parse(d.number) if d.number else None
        fold = self.text.fold
        if parsed is None or parsed.year is None or _YEAR_SUBJECT.match(fold, d.ve) is None:
            return
        for day in self.dates[bisect_left(self.starts, d.ve) :]:
            gap = fold[d.ve : day.vs]
            if len(gap) > _TITLE or any(c in gap for c in ";()\n"):
                return
            own = day.grain == "day" and (day.value or "").startswith(parsed.year)
            if own and "ngày" in fold[day.vs - 5 : day.vs + 4]:
                found = self.context.issuer_after(self.text, day.ve, is_joint(d))
                if found is not None:
                    d.date, d.issuer = day.value, d.issuer or found[0]
                return
