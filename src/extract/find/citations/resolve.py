"""Which document a citation means: its key, and the full mention behind a short form or alias.

Identity = number + issuing body (place) + year. What a mention leaves out is taken from the
citing document's own place, where the issuer is local and of the same level, or from the other
mentions of the same number, where they agree; else the key stays None.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from extract.find.citations.provinces import only_province
from extract.model import Citation, Metadata
from extract.rules.engine import Text
from extract.rules.wording import pairs, terms, wording
from extract.values import identity
from extract.values.dates import year_of
from extract.values.text import fold

_LEVELS = (
    ("commune", wording("resolve.commune")),
    ("district", wording("resolve.district")),
    ("province", wording("resolve.province")),
    ("city", wording("resolve.city")),  # a province's or a province itself
)
_CODE_LEVEL = {"TU": "province", "HU": "district", "QU": "district", "ThU": "district"}
_PLACE = wording("resolve.place")
_CENTRAL = wording("resolve.central")
_RECITAL = wording("resolve.recital")
_NATIONAL_CONGRESS = wording("resolve.national_congress")
# Titles that many laws have: they tell which law is meant no more than the year does.
UNNAMED = frozenset(("sửa đổi", "sửa đổi, bổ sung", "sửa đổi, bổ sung một số điều"))


@lru_cache(maxsize=16384)
def level_of(issuer: str | None) -> str | None:
    """The level of a local body by its name: province, district, commune; None if unknown."""
    if issuer is None:
        return None
    low = fold(issuer)
    for level, words in _LEVELS:
        if words.search(low):
            return level
    return None


@lru_cache(maxsize=16384)
def place_in(issuer: str | None) -> str | None:
    """The place an issuer's name ends with: "UBND tỉnh Điện Biên" -> "Điện Biên".

    A lower unit that bears the name of a province keeps the word for it, since both give out the
    same numbers: "UBND huyện Điện Biên" -> "huyện Điện Biên".
    """
    m = _PLACE.search(issuer) if issuer else None
    if m is None:
        return None
    name = m["place"] or m["seat"]
    if not name or not name[0].isupper():
        return None
    area = fold(m["area"] or m["seat_area"]).rstrip(".")
    if area in _lower() and fold(name) in terms("tinh_thanh") - terms("thanh_pho_truc_thuoc"):
        return f"{_lower()[area]} {name}"
    return name


@cache
def _lower() -> dict[str, str]:
    """The words for units below the province, and the unit that each stands for."""
    return {fold(word): fold(unit) for word, unit in pairs("cap_duoi_tinh").items()}


def _own_level(metadata: Metadata) -> str | None:
    """The level of the citing document's own issuer, by its name or its number's code."""
    level = level_of(metadata.issuer)
    if level is None:
        parsed = identity.parse(metadata.number) if metadata.number else None
        if (parsed and parsed.national) or _CENTRAL.search(fold(metadata.issuer or "")):
            return "country"  # signed in Hà Nội, which is not the province it speaks of
        level = _CODE_LEVEL.get(parsed.issuer or "") if parsed else None
    if level == "city" and _is_province_city(metadata):
        return "province"
    return level


def _is_province_city(metadata: Metadata) -> bool:
    return fold(place_in(metadata.issuer) or metadata.place or "") in terms("thanh_pho_truc_thuoc")


def local_place(issuer: str | None, parsed: identity.Number, metadata: Metadata) -> str | None:
    """The place of a local number, where the issuer's words and the citing document's head say it:
    the place that they name, else the citing document's own, where the issuer is of its level."""
    named = place_in(issuer)
    if named is not None:
        return named
    level = level_of(issuer) if issuer else None
    if level is None and issuer and parsed.issuer:
        level = _CODE_LEVEL.get(parsed.issuer)
    if level == "city" and _is_province_city(metadata):
        level = "province"
    own = _own_level(metadata)
    if level is not None and level == (own or "province"):
        home = place_in(metadata.issuer) or metadata.place
        # an office of no told level signs in a town, which is no province
        return home if own or fold(home or "") in terms("tinh_thanh") else None
    return None


def _title(c: Citation) -> str:
    """A law's name as laws are compared by it; empty for anything else."""
    if c.type == "Hiến pháp":
        return "hiến pháp"
    if not c.type or not c.title:
        return ""
    title = fold(f"{c.type} {c.title}")
    return title.removesuffix(" (sửa đổi)") if c.date else title


class _Laws(NamedTuple):
    """The laws of one name: their full mentions in the order of the text, their keys, the first
    mention, and the one of the recitals (None where these name none, or several)."""

    mentions: Sequence[int]
    keys: set[str | None]
    first: int | None
    recited: int | None


class _Known:
    """A document's citations by number and by name, each looked at once."""

    def __init__(self, citations: Sequence[Citation], metadata: Metadata, fold: str) -> None:
        self.fold = fold
        self.own = metadata
        self.facts: dict[str, set[tuple[int | None, str | None]]] = {}
        self.days: dict[str, set[str]] = {}
        self.said: list[tuple[identity.Number, int | None, str | None] | None] = []
        self.titles = [_title(c) if c.title or c.type == "Hiến pháp" else "" for c in citations]
        self.numbers_of_law: dict[tuple[str, str], str] = {}  # (name, year) -> number
        self.full_by_seq: dict[tuple[str, str], list[int]] = {}
        self.full_by_title: dict[str, list[int]] = {}
        self.laws: dict[str, _Laws] = {}
        self.named: dict[tuple[str, str], set[str]] = {}  # number and date -> places named
        self.province: tuple[str, int] | None = None  # the only one named; looked for where asked
        for n, c in enumerate(citations):
            parsed = identity.parse(c.number) if c.number else None
            if c.form == "full" and self.titles[n]:
                self.full_by_title.setdefault(self.titles[n], []).append(n)
            if c.number is None or parsed is None or not parsed.complete:
                self.said.append(None)
                continue
            place = None if parsed.national else local_place(c.issuer, parsed, metadata)
            if place is None and not parsed.national and place_in(c.issuer) is None:
                place = self._province(c.issuer, metadata)
            year = int(parsed.year) if parsed.year else year_of(c.date)
            self.said.append((parsed, year, place))
            self.facts.setdefault(c.number, set()).add((year, place))
            self.days.setdefault(c.number, set()).update([c.date] if c.date else ())
            if place is not None and c.date and place_in(c.issuer) is not None:
                self.named.setdefault((c.number, c.date), set()).add(place)
            if c.form == "full" and c.type:
                self.full_by_seq.setdefault((c.type, parsed.seq.lstrip("0")), []).append(n)
            if self.titles[n] and parsed.year and parsed.national:
                self.numbers_of_law.setdefault((self.titles[n], parsed.year), c.number)

    def _province(self, issuer: str | None, metadata: Metadata) -> str | None:
        """The place of "UBND tỉnh" in what a lower body issues: the one province its text names."""
        if level_of(issuer) != "province" or _own_level(metadata) in ("province", "country"):
            return None
        if self.province is None:
            self.province = only_province((self.fold,)) or ("", 0)
        return self.province[0] or None

    def key(self, n: int, c: Citation) -> str | None:
        """The key of a mention by what it says, then by what the others of its number agree on."""
        own = self.said[n]
        if own is None:
            return self._key_by_name(n, c)
        parsed, year, place = own
        number = c.number or ""
        if identity.is_joint(parsed):
            days = {c.date} if c.date else self.days[number]
            return identity.joint_key(number, next(iter(days))) if len(days) == 1 else None
        if number == self.own.number and c.issuer is None and not parsed.national:
            day = year_of(self.own.date)
            if year is None or day is None or year == day:  # what this document issues
                year, place = year or day, place or place_in(self.own.issuer) or self.own.place
        others = self.facts[number]
        named = self.named.get((number, c.date or ""), set())
        if len(named) == 1 and place_in(c.issuer) is None:
            (place,) = named  # "… của Đảng bộ tỉnh Sóc Trăng" of that very day
        if year is None:
            known = {y for y, p in others if y and (place is None or p in (None, place))}
            year = known.pop() if len(known) == 1 else None
        if place is None and not parsed.national:
            if c.issuer:  # it names a body of another level, or of nowhere
                return None
            places = {p for y, p in others if p and (year is None or y in (None, year))}
            place = places.pop() if len(places) == 1 else None
        return identity.number_key(number, year, place)

    def _key_by_name(self, n: int, c: Citation) -> str | None:
        """The key of a document cited by name: its number's where a mention of that name and
        year has one, else name and year; None for a name alone, which may mean several laws."""
        title, year = self.titles[n], year_of(c.date)
        if fold(c.title or "") in UNNAMED:
            return None
        by_session = c.rule.endswith("hoi-nghi") or _NATIONAL_CONGRESS.fullmatch(title) is not None
        if not title or c.type is None or (year is None and not by_session):
            return None
        number = self.numbers_of_law.get((title, str(year)))
        if number is not None:
            return identity.number_key(number, year, None)
        return identity.law_key(c.type, "" if c.type == "Hiến pháp" else c.title or "", year)

    def full(
        self, n: int, c: Citation, citations: Sequence[Citation], keys: Sequence[str | None]
    ) -> int | None:
        """Which full mention a short form stands for; None where several documents could be."""
        if c.number is None:
            laws = self._laws(self.titles[n], citations, keys)
            if laws.first is None or len(laws.keys) == 1:
                return laws.first
            return self._recited(n, c, laws, citations, keys)
        short = identity.parse(c.number)
        if short is None or c.type is None:
            return None
        found: dict[str, int] = {}
        for i in self.full_by_seq.get((c.type, short.seq.lstrip("0")), ()):
            said, other = self.said[i], citations[i]
            if said is None or other.number is None or (short.year and said[0].year != short.year):
                continue
            if short.codes and said[0].codes[: len(short.codes)] != short.codes:
                continue
            first = found.setdefault(other.number, i)
            if i < n and citations[first].date is None and other.date is not None:
                found[other.number] = i
        return next(iter(found.values())) if len(found) == 1 else None

    def _laws(self, title: str, citations: Sequence[Citation], keys: Sequence[str | None]) -> _Laws:
        """The full mentions of the laws of one name, looked through once."""
        if title not in self.laws:
            same = [i for i in self.full_by_title.get(title, ()) if keys[i]]
            found = [i for i in same if self._in_recital(citations[i].vs)]
            recited = found[0] if len({keys[i] for i in found}) == 1 else None
            first = same[0] if same else None
            self.laws[title] = _Laws(same, {keys[i] for i in same}, first, recited)
        return self.laws[title]

    def _recited(
        self,
        n: int,
        c: Citation,
        laws: _Laws,
        citations: Sequence[Citation],
        keys: Sequence[str | None],
    ) -> int | None:
        """Of several laws of one name, the one that the document is founded on ("Căn cứ Luật …
        ngày …;" before its text): a name alone means that one, unless the paragraph has just
        named another, or a document that the name belongs to ("Nghị định số 45/2013/NĐ-CP quy
        định chi tiết Luật …")."""
        line = self.fold.rfind("\n", 0, c.vs)
        if laws.recited is None:
            return None
        if c.relation in ("guides", "amends") and n and citations[n - 1].vs > line:
            return None
        for i in reversed(laws.mentions[: bisect_left(laws.mentions, n)]):
            if citations[i].vs <= line:
                break
            if keys[i] != keys[laws.recited]:
                return None
        return laws.recited

    def _in_recital(self, at: int) -> bool:
        return _RECITAL.match(self.fold, self.fold.rfind("\n", 0, at) + 1) is not None


def _with(c: Citation, key: str | None, resolves_to: str | None) -> Citation:
    """`c` with its key and its full mention (dataclasses.replace takes four times as long)."""
    said = (c.form, c.type, c.number, c.date, c.issuer, c.title, c.pinpoint, c.relation)
    return Citation(c.id, c.start, c.end, c.vs, c.ve, c.text, *said, key, resolves_to, c.rule)


def resolve_citations(
    citations: Sequence[Citation], metadata: Metadata, text: Text
) -> tuple[Citation, ...]:
    """The citations with `key`, and with `resolves_to` where a short form's document is certain.

    `metadata` says what the citing document knows of itself; `text` is its folded view.
    """
    known = _Known(citations, metadata, text.fold)
    keys = [known.key(n, c) for n, c in enumerate(citations)]
    by_id = {c.id: n for n, c in enumerate(citations)}
    out: list[Citation] = []
    for n, c in enumerate(citations):
        key, target = keys[n], c.resolves_to
        if c.form != "full":
            at = by_id[target] if target is not None else known.full(n, c, citations, keys)
            if at is not None:
                key, target = keys[at], citations[at].id
        out.append(_with(c, key, target))
    return tuple(out)
