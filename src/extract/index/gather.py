"""The last step of making the index: counts, names to be found by, URNs, contradictions."""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, groupby
from typing import TYPE_CHECKING

from extract.index.lists import lawgivers
from extract.index.names import names_of, squeeze
from extract.index.urn import urn_of
from extract.rules.wording import pairs, terms, wording
from extract.values import identity
from extract.values.dates import year_of
from extract.values.text import fold

if TYPE_CHECKING:
    from extract.index.making import Builder

_KINDS = {
    "type": "c.type",
    "date": "c.date",
    "issuer": "c.issuer",
    "title": "CASE WHEN c.title IS NOT NULL THEN c.type || ' ' || c.title END",
    "verb": "m.verb",
    "alias": "CASE WHEN c.form = 'alias' THEN c.text END",
    "number": "c.number",
    "rule": "m.rule",
}
_TERM = wording("gather.term")
_UNTOLD = wording("gather.untold")
_COMMITTEE = wording("gather.committee")


def gather(b: Builder) -> None:
    """Fill in everything that is counted over the mentions."""
    db = b.db
    _own_documents(b)
    db.execute(
        "INSERT INTO cited SELECT document, identity, count(*) FROM mentions "
        "WHERE identity IS NOT NULL AND NOT self GROUP BY 1, 2"
    )
    db.execute(
        "UPDATE pinpoints SET identity = (SELECT identity FROM mentions AS m WHERE "
        "m.document = pinpoints.document AND m.ordinal = pinpoints.ordinal)"
    )
    db.executemany("INSERT INTO cited_sets VALUES (?, ?)", list(_sets(db)))
    for kind, what in _KINDS.items():
        db.execute(
            f"INSERT INTO identity_facts SELECT m.identity, ?, {what} AS value, count(*), "
            "count(DISTINCT m.document) FROM mentions AS m JOIN citations AS c "
            "USING (document, ordinal) WHERE m.identity IS NOT NULL AND value IS NOT NULL "
            "GROUP BY m.identity, value",
            (kind,),
        )
    _describe(b)
    db.execute(
        "UPDATE identities SET mentions = (SELECT count(*) FROM mentions WHERE "
        "identity = identities.id), documents = (SELECT count(*) FROM cited WHERE "
        "cited.identity = identities.id)"
    )
    db.execute(
        "INSERT OR IGNORE INTO ended SELECT r.target, r.verb, r.actor, a.date FROM legal_relations "
        "AS r JOIN identities AS a ON a.id = r.actor WHERE r.verb IN ('replaces', 'repeals') "
        "AND NOT r.partial AND length(a.date) = 10 ORDER BY a.date, a.key, r.verb"
    )
    db.executemany(
        "INSERT OR IGNORE INTO contradictions VALUES (?, ?, ?, ?)", list(_contradictions(db))
    )


def _sets(db: sqlite3.Connection) -> Iterator[tuple[int, bytes]]:
    """What each document cites, packed."""
    rows = db.execute("SELECT document, identity FROM cited ORDER BY document, identity")
    for document, group in groupby(rows, key=lambda row: row[0]):
        ids = [ident for _, ident in group]
        yield document, struct.pack(f"<{len(ids)}I", *ids)


def _own_documents(b: Builder) -> None:
    """Documents of the corpus as identities: what they say of themselves counts as a fact."""
    b.db.executemany("INSERT INTO identity_documents VALUES (?, ?)", sorted(b.own.items()))
    b.db.execute(
        "UPDATE legal_relations SET actor = (SELECT identity FROM identity_documents AS o "
        "WHERE o.document = legal_relations.document) WHERE self"
    )
    b.db.execute("DELETE FROM legal_relations WHERE actor = target")


def _describe(b: Builder) -> None:
    """Type, issuer, date, title, URN and names of every identity from its facts."""
    facts: dict[int, dict[str, Counter[str]]] = {}
    for ident, kind, value, n in b.db.execute(
        "SELECT identity, kind, value, mentions FROM identity_facts "
        "WHERE kind IN ('type', 'date', 'issuer', 'title', 'alias') ORDER BY identity, kind, value"
    ):
        facts.setdefault(ident, {}).setdefault(kind, Counter())[value] = n
    heads = _heads(b)
    rows, names = [], []
    for ident, key, base, number, place, year in b.db.execute(
        "SELECT id, key, base, number, place, year FROM identities ORDER BY id"
    ).fetchall():
        said, head = facts.get(ident, {}), heads.get(ident, {})
        kind = head.get("type") or _usual(said.get("type")) or _type_of_key(number)
        date = head.get("date") or _usual_day(said.get("date"))
        shown = b.places.get(place, place) if place else None
        raw = head.get("issuer") or _usual_issuer(said.get("issuer"))
        issuer = issuer_of(number, raw, shown) or lawgivers().get(base.split("-", 1)[0])
        title = _usual(said.get("title")) or head.get("title")
        if year is None:
            year = year_of(date)
        urn = urn_of(number, kind, issuer, place, date)
        rows.append((kind, issuer, shown, year, date, title, urn, ident))
        found = names_of(key, base, number, kind, [*said.get("type", ())], [*said.get("title", ())])
        found |= {squeeze(alias) for alias in said.get("alias", ())}
        names += [(name, ident) for name in sorted(found) if len(name) > 2]
    b.db.executemany(
        "UPDATE identities SET type = ?, issuer = ?, place = ?, year = ?, date = ?, title = ?, "
        "urn = ? WHERE id = ?",
        rows,
    )
    b.db.executemany("INSERT INTO identity_names VALUES (?, ?)", names)


def _heads(b: Builder) -> dict[int, dict[str, str | None]]:
    """What documents of the corpus that are identities say of themselves."""
    found: dict[int, dict[str, str | None]] = {}
    for document, ident in sorted(b.own.items(), key=lambda e: b.homes[e[0]].sha256, reverse=True):
        home = b.homes[document]
        (subject,) = b.db.execute(
            "SELECT subject FROM documents WHERE id = ?", (document,)
        ).fetchone()
        day = home.date if home.date and len(home.date) == 10 else None
        found[ident] = {"type": home.type, "date": day, "issuer": home.issuer, "title": subject}
        b.db.executemany(
            "INSERT INTO identity_facts VALUES (?, ?, ?, 0, 0) ON CONFLICT DO NOTHING",
            [(ident, k, v) for k, v in (("type", home.type), ("date", day)) if v],
        )
    return found


def _usual(values: Counter[str] | None) -> str | None:
    """The most frequent value, the first of the alphabet among equals."""
    return min(values, key=lambda v: (-values[v], v)) if values else None


def _usual_day(values: Counter[str] | None) -> str | None:
    """The most frequent full date; a year alone only where there is none."""
    full = Counter({v: n for v, n in (values or Counter()).items() if len(v) == 10})
    return _usual(full or values)


def _usual_issuer(values: Counter[str] | None) -> str | None:
    """The most frequent issuer, terms put aside; "Trung ương" alone only where nothing says more
    (three bodies issue under that code)."""
    counted: Counter[str] = Counter()
    for value, n in (values or Counter()).items():
        counted[plain_issuer(value)] += n
    telling = Counter({v: n for v, n in counted.items() if not _UNTOLD.fullmatch(fold(v))})
    return _usual(telling or counted)


def plain_issuer(name: str) -> str:
    """An issuer without the term, in one way of writing: "UBND tỉnh" -> "Ủy ban nhân dân tỉnh"."""
    words = _TERM.sub("", name)
    for short, full in pairs("co_quan_viet_tat").items():
        words = words.replace(short, full)
    words = words.replace("Uỷ", "Ủy").replace("uỷ", "ủy").strip(" -–.*_")
    if _COMMITTEE.match(fold(words)):
        return "Ban Chấp hành Trung ương Đảng"
    return words[:1].upper() + words[1:]


def issuer_of(number: str | None, raw: str | None, place: str | None) -> str | None:
    """The issuer as shown: by the number's code where that leaves no doubt, with its place."""
    parsed = identity.parse(number) if number else None
    code = (parsed.issuer or "") if parsed else ""
    joint = parsed is not None and parsed.codes[:1] == ("TTLT",)
    if not joint and (body := pairs("ten_noi_ban_hanh").get(code)):
        return body
    if code.startswith("UBTVQH"):
        return "Ủy ban Thường vụ Quốc hội"
    if code.startswith("QH"):
        return "Quốc hội"
    if raw is None:
        return None
    name = plain_issuer(raw)
    if place and parsed and not parsed.national and fold(place) not in fold(name):
        name = f"{name} {place}"
    return name


def _type_of_key(number: str | None) -> str | None:
    return identity.type_of_code(number) if number else None


def _contradictions(db: sqlite3.Connection) -> Iterator[tuple[int, str, int | None, str]]:
    """One identity with two dates, types or titles; two that differ in nothing but the year."""
    facts: dict[tuple[int, str], list[str]] = {}
    for ident, kind, value in db.execute(
        "SELECT identity, f.kind, value FROM identity_facts AS f JOIN identities ON id = identity "
        "WHERE f.kind IN ('date', 'type', 'title') AND identities.kind != 'session' "
        "ORDER BY identity, f.kind, f.mentions DESC, value"
    ):
        facts.setdefault((ident, kind), []).append(value)
    clash = {"date": _dates_clash, "type": _types_clash, "title": _titles_clash}
    for (ident, kind), values in facts.items():
        against = sorted(
            {v for x, y in combinations(values, 2) if clash[kind](x, y) for v in (x, y)}
        )
        if against:
            yield ident, kind, None, " | ".join(against)
    yield from _years(db)


def _dates_clash(x: str, y: str) -> bool:
    return not x.startswith(y) and not y.startswith(x)


def _types_clash(x: str, y: str) -> bool:
    low, high = sorted((fold(x), fold(y)), key=len)
    return low not in high and not {fold(x), fold(y)} <= terms("loai_cong_van")


def _titles_clash(x: str, y: str) -> bool:
    low, high = sorted((squeeze(x), squeeze(y)), key=len)
    return low not in high


def _years(db: sqlite3.Connection) -> Iterator[tuple[int, str, int, str]]:
    """Two identities that differ in nothing but the year: on the same day and month (likely a slip
    of the pen), or of one Party committee within one term, in which it gives a number once."""
    for ident, other, day, late, alike in db.execute(
        "SELECT a.id, b.id, a.date, b.date, substr(a.date, 5) = substr(b.date, 5) "
        "FROM identities AS a JOIN identities AS b ON a.base = b.base AND a.place IS b.place "
        "AND a.date < b.date AND a.type IS b.type AND length(a.date) = 10 AND length(b.date) = 10 "
        "WHERE substr(a.date, 5) = substr(b.date, 5) OR (a.number GLOB '[0-9]*-*/*' "
        "AND a.term IS NULL) ORDER BY a.id, b.id"
    ):
        if alike or (_local_term(day) is not None and _local_term(day) == _local_term(late)):
            yield ident, "year", other, f"{day} | {late}"


def _local_term(day: str) -> int | None:
    """The term of local Party committees, by its first whole year; None in a year of congresses."""
    year = int(day[:4])
    return None if year % 5 == 0 else year - year % 5
