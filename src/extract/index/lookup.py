"""Finding an identity by what a person types: "18-nq/tw", "nghị quyết 18", "luật đất đai".

Nothing is chosen for the asker: every identity that fits is returned, best known first.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from difflib import SequenceMatcher
from typing import Any

from extract.index.names import asked, squeeze
from extract.rules.wording import pairs, wording
from extract.values import identity
from extract.values.dates import year_of
from extract.values.text import fold

Row = dict[str, Any]

_DATE = wording("lookup.date")
_YEAR = wording("lookup.year")
_TERM = wording("lookup.term")
_LEVEL = wording("lookup.level")
_CODED = re.compile(r"([a-z]{2})(\d.*)")
_NEAR = 400  # names compared when nothing fits
COLUMNS = (
    "id key base kind number type issuer place year term date title urn mentions documents".split()
)
_SELECT = f"SELECT {', '.join('i.' + c for c in COLUMNS)} FROM identities AS i"
_ORDER = "ORDER BY i.documents DESC, i.mentions DESC, i.key"


def by_id(db: sqlite3.Connection, ident: int) -> Row:
    """The row of an identity."""
    return rows_of(db.execute(f"{_SELECT} WHERE i.id = ?", (ident,)))[0]


def find(
    db: sqlite3.Connection, question: str, place: str | None = None, year: int | None = None
) -> list[Row]:
    """The identities a question could mean, the most cited first; none where nothing fits.

    A key means itself. `place` and `year` narrow; a year, a place or a term of the Party that ends
    the question does so too.
    """
    question = unicodedata.normalize("NFC", question)
    exact = rows_of(db.execute(f"{_SELECT} WHERE i.key = ?", (question.strip().lower(),)))
    if exact:
        return _narrow(exact, place, year)
    words = question.strip()
    found = _narrow(_named(db, words), place, year)
    if not found and (m := _DATE.search(words) or _YEAR.search(words)) and year is None:
        words = words[: m.start()]
        found = _narrow(_named(db, words), place, int(m[1]))
        year = int(m[1])
    if not found and (m := _TERM.search(fold(words))):
        named = _narrow(_named(db, words[: m.start()]), place, year)
        found = [r for r in named if r["term"] == m[1].upper()]
    if not found and place is None:
        parts = words.split()
        for size in range(1, min(5, len(parts))):
            where = " ".join(parts[-size:]).strip(",()")
            rows = _narrow(_named(db, " ".join(parts[:-size])), where, year)
            if rows:
                return rows
    return found


def _named(db: sqlite3.Connection, words: str) -> list[Row]:
    name = asked(words)
    if not name:
        return []
    names = {name}
    m = _CODED.match(name)
    kind = pairs("ten_tat_loai").get(m[1]) if m else None
    if m and kind:
        names |= {squeeze(kind) + m[2], m[2] + m[1] if m[2].isdigit() else m[2]}
    marks = ", ".join("?" * len(names))
    return rows_of(
        db.execute(
            f"{_SELECT} WHERE i.id IN (SELECT identity FROM identity_names WHERE name IN ({marks}))"
            f" OR i.base IN ({marks}) {_ORDER}",
            [*sorted(names), *[words.strip().lower()] * len(names)],
        )
    )


def _narrow(rows: list[Row], place: str | None, year: int | None) -> list[Row]:
    if place is not None:
        place = place.strip()
        level = _LEVEL.match(fold(place))
        wanted = identity.slug(place[level.end() :] if level else place)
        rows = [r for r in rows if r["place"] and identity.slug(r["place"]) == wanted]
    if year is not None:
        rows = [r for r in rows if year in (r["year"], year_of(r["date"]))]
    return rows


def nearest(db: sqlite3.Connection, question: str, most: int = 5) -> list[Row]:
    """The identities whose names are most like a question that nothing fits."""
    name = asked(question)
    digits = re.search(r"\d+", name)
    near: dict[int, float] = {}
    tries = [(digits[0], digits[0])] if digits else []
    tries += [(name[:n], name[:n] + "\x7f") for n in (6, 3, 2) if len(name) >= n]
    if digits:
        tries.append((digits[0], digits[0] + "\x7f"))
    for low, high in tries:
        for other, ident in db.execute(
            "SELECT name, identity FROM identity_names WHERE name BETWEEN ? AND ? LIMIT ?",
            (low, high, _NEAR),
        ):
            like = SequenceMatcher(None, name, other).ratio()
            near[ident] = max(near.get(ident, 0), like)
    codes = re.search(r"\d[a-z]?((?:[\s/-]+[^\W\d_]\w*)+)\s*$", question)
    if codes is not None:
        for base, ident in db.execute(
            "SELECT base, id FROM identities WHERE base LIKE ? LIMIT ?",
            (f"%-{identity.slug(codes[1])}", _NEAR),
        ):
            like = SequenceMatcher(None, name, squeeze(base).lstrip("0")).ratio()
            near[ident] = max(near.get(ident, 0), like)
    best = sorted((-like, ident) for ident, like in near.items() if like > 0.55)[:most]
    return [by_id(db, ident) for _, ident in best]


def document(db: sqlite3.Connection, name: str) -> tuple[int, str] | None:
    """The id and name of a corpus document by its file's name, or the end of it."""
    row = db.execute(
        "SELECT document, name FROM files WHERE name = ? AND document IS NOT NULL", (name,)
    ).fetchone()
    if row is None:
        rows = db.execute(
            "SELECT DISTINCT document, name FROM files WHERE document IS NOT NULL AND "
            "(name LIKE ? ESCAPE '\\' OR path LIKE ? ESCAPE '\\') ORDER BY name LIMIT 2",
            (f"%{_like(name)}%", f"%{_like(name)}"),
        ).fetchall()
        row = rows[0] if len(rows) == 1 else None
    return (int(row[0]), str(row[1])) if row else None


def _like(text: str) -> str:
    return re.sub(r"([%_\\])", r"\\\1", text)


def rows_of(cursor: sqlite3.Cursor) -> list[Row]:
    """The rows of a query by the names of its columns."""
    names = [c[0] for c in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
