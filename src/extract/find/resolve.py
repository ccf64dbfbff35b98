"""Which document a citation means: its key, and the full mention behind a short form or alias.

Identity = number + issuing body (place) + year. What a mention leaves out is taken from the
citing document's own place, where the issuer is local and of the same level, or from the other
mentions of the same number, where they agree; else the key stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Citation, Metadata
from extract.rules.engine import Text
from extract.values import identity
from extract.values.dates import year_of
from extract.values.text import fold

_LEVELS = (
    ("commune", re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|đảng ủy xã)\b")),
    ("district", re.compile(r"\b(?:huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy)\b")),
    ("province", re.compile(r"\b(?:tỉnh|tỉnh ủy|thành ủy)\b")),
)
_CODE_LEVEL = {"TU": "province", "HU": "district", "QU": "district", "ThU": "district"}
_PLACE = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường)(?: (?:ủy|uỷ))? "
    r"(?P<place>(?:[^\W\d_a-zà-ỹđ][^\W\d_]*)(?: [^\W\d_a-zà-ỹđ][^\W\d_]*)*)"
    r"|(?:Tỉnh|Thành|Huyện|Thị|Quận) (?:ủy|uỷ) (?P<seat>[^\W\d_]+(?: [^\W\d_]+)*)"
)


def level_of(issuer: str | None) -> str | None:
    """The level of a local body by its name: province, district, commune; None if unknown."""
    if issuer is None:
        return None
    low = fold(issuer)
    for level, words in _LEVELS:
        if words.search(low):
            return level
    return None


def place_in(issuer: str | None) -> str | None:
    """The place an issuer's name ends with: "UBND tỉnh Điện Biên" -> "Điện Biên"."""
    m = _PLACE.search(issuer) if issuer else None
    if m is None:
        return None
    name = m["place"] or m["seat"]
    return name if name and name[0].isupper() else None


def _own_level(metadata: Metadata) -> str | None:
    """The level of the citing document's own issuer, by its name or its number's code."""
    level = level_of(metadata.issuer)
    if level is None and metadata.number:
        parsed = identity.parse(metadata.number)
        level = _CODE_LEVEL.get(parsed.issuer or "") if parsed else None
    return level


def _place(c: Citation, parsed: identity.Number, metadata: Metadata) -> str | None:
    """The place of a local citation, where its own words and the document's head say it."""
    named = place_in(c.issuer)
    if named is not None:
        return named
    level = level_of(c.issuer) if c.issuer else None
    if level is None and c.issuer and parsed.issuer:
        level = _CODE_LEVEL.get(parsed.issuer)
    own = _own_level(metadata)
    if level is not None and level == (own or "province"):
        return metadata.place
    return None


def _years(c: Citation, parsed: identity.Number) -> int | None:
    return int(parsed.year) if parsed.year else year_of(c.date)


def _is_national(number: str) -> bool:
    parsed = identity.parse(number)
    return parsed is not None and parsed.national


def _keys(citations: Sequence[Citation], metadata: Metadata) -> list[str | None]:
    """Keys by what each mention says, then by what the others of the same number agree on."""
    facts: dict[str, set[tuple[int | None, str | None]]] = {}
    said: list[tuple[str, int | None, str | None] | None] = []
    for c in citations:
        parsed = identity.parse(c.number) if c.number else None
        if c.number is None or parsed is None or not parsed.complete:
            said.append(None)
            continue
        fact = (_years(c, parsed), None if parsed.national else _place(c, parsed, metadata))
        said.append((c.number, *fact))
        facts.setdefault(c.number, set()).add(fact)
    keys: list[str | None] = []
    for c, own in zip(citations, said, strict=True):
        if own is None:
            keys.append(_law(c, citations))
            continue
        number, year, place = own
        others = facts[number]
        known_years = {y for y, p in others if y and (place is None or p in (None, place))}
        year = year or (known_years.pop() if len(known_years) == 1 else None)
        if place is None and c.issuer and not _is_national(number):
            keys.append(None)  # it names a body of another level, or of nowhere
            continue
        known_places = {p for y, p in others if p and (year is None or y in (None, year))}
        place = place or (known_places.pop() if len(known_places) == 1 else None)
        keys.append(identity.number_key(number, year, place))
    return keys


def _title(c: Citation) -> str:
    """A law's name as laws are compared by it; empty for anything else."""
    if c.type == "Hiến pháp":
        return "hiến pháp"
    return fold(f"{c.type} {c.title}") if c.type and c.title else ""


def _law(c: Citation, citations: Sequence[Citation]) -> str | None:
    """The key of a document cited by name: its number's where a mention of the same name and
    year has one, else name and year. None for a name alone, which may mean several laws."""
    if c.type is None or c.number is not None or not _title(c):
        return None
    year = year_of(c.date)
    if year is None and not c.rule.endswith("hoi-nghi"):
        return None
    for o in citations:
        if o.number and _title(o) == _title(c):
            parsed = identity.parse(o.number)
            if parsed and parsed.national and parsed.year == str(year):
                return identity.number_key(o.number, year, None)
    return identity.law_key(c.type, "" if c.type == "Hiến pháp" else c.title or "", year)


def _law_of(c: Citation, citations: Sequence[Citation], keys: list[str | None]) -> Citation | None:
    """The full mention a law's bare name stands for: certain only where all have one key."""
    full = [
        (o, k)
        for o, k in zip(citations, keys, strict=True)
        if o.form == "full" and k and _title(o) == _title(c)
    ]
    return full[0][0] if len({k for _, k in full}) == 1 else None


def _full_of(c: Citation, at: int, citations: Sequence[Citation]) -> Citation | None:
    """The full mention a short form stands for: of its type, its number's beginning; certain
    only where all such mentions in the document carry one number."""
    if c.number is None:
        return None
    short = identity.parse(c.number)
    if short is None:
        return None
    found: dict[str, Citation] = {}
    for n, o in enumerate(citations):
        if o.form != "full" or o.number is None or o.type != c.type:
            continue
        full = identity.parse(o.number)
        if full is None or full.seq.lstrip("0") != short.seq.lstrip("0"):
            continue
        if short.year and full.year != short.year:
            continue
        if short.codes and full.codes[: len(short.codes)] != short.codes:
            continue
        known = found.get(o.number)
        if known is None or (n < at and known.date is None and o.date is not None):
            found[o.number] = o
    return next(iter(found.values())) if len(found) == 1 else None


def _with(c: Citation, key: str | None, resolves_to: str | None) -> Citation:
    """`c` with its key and its full mention (dataclasses.replace takes four times as long)."""
    return Citation(
        c.id,
        c.start,
        c.end,
        c.vs,
        c.ve,
        c.text,
        c.form,
        c.type,
        c.number,
        c.date,
        c.issuer,
        c.title,
        c.pinpoint,
        c.relation,
        key,
        resolves_to,
        c.rule,
    )


def resolve_citations(
    citations: Sequence[Citation], metadata: Metadata, text: Text
) -> tuple[Citation, ...]:
    """The citations with `key`, and with `resolves_to` where a short form's document is certain.

    `metadata` says what the citing document knows of itself; `text` is its folded view.
    """
    keys = _keys(citations, metadata)
    by_id = {c.id: n for n, c in enumerate(citations)}
    out: list[Citation] = []
    for n, c in enumerate(citations):
        key, target = keys[n], c.resolves_to
        if c.form in ("short", "alias"):
            if target is None:
                by_name = c.number is None and _title(c)
                full = _law_of(c, citations, keys) if by_name else _full_of(c, n, citations)
                target = full.id if full else None
            if target is not None:
                key = keys[by_id[target]]
        out.append(_with(c, key, target))
    return tuple(out)
