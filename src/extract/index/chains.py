"""What replaces, amends or repeals what, and who still cites what was replaced."""

from __future__ import annotations

import sqlite3

from extract.index.lookup import Row, by_id, rows_of
from extract.index.questions import NAME


def chains(db: sqlite3.Connection, ident: int, most: int = 200) -> list[Row]:
    """What replaces, amends or repeals what, from an identity onward in both directions.

    Rows of one step each: `depth` negative towards what it acts on, positive towards what acts
    on it; several sayings of one step are one row that counts them.
    """
    out: list[Row] = []
    for sign, mine, other in ((1, "target", "actor"), (-1, "actor", "target")):
        seen, level, depth = {ident}, [ident], 0
        while level and len(out) < most:
            depth += 1
            after: list[int] = []
            for at in level:
                for row in rows_of(
                    db.execute(
                        f"SELECT r.{other} AS next, a.key AS actor, a.date AS since, r.verb, "
                        "t.key AS target, min(r.partial) AS partial, count(*) AS said, "
                        f"min({NAME.format('r.document')}) AS document, max(p.text) AS passage "
                        "FROM legal_relations AS r LEFT JOIN identities AS a ON a.id = r.actor "
                        "JOIN identities AS t ON t.id = r.target "
                        f"LEFT JOIN passages AS p ON p.id = r.passage WHERE r.{mine} = ? "
                        "AND r.verb IN ('replaces', 'amends', 'repeals') "
                        f"GROUP BY r.{other}, r.verb ORDER BY r.verb, a.key, t.key",
                        (at,),
                    )
                ):
                    step = row.pop("next")
                    out.append({"depth": sign * depth} | row)
                    if step is not None and step not in seen:
                        seen.add(step)
                        after.append(step)
            level = after
    return out


def acted(
    db: sqlite3.Connection, limit: int = 200, place: str | None = None, year: int | None = None
) -> list[Row]:
    """What replaces, amends or repeals what in the whole corpus, the most often said first; rows
    as those of `chains`, without depth, with the document that says it first. `place` and `year`
    are those of what is replaced."""
    return rows_of(
        db.execute(
            "SELECT a.key AS actor, a.date AS since, g.verb, g.key AS target, g.partial, g.said, "
            f"{NAME.format('r.document')} AS document, p.text AS passage FROM "
            "(SELECT min(q.id) AS first, q.verb, q.actor, t.key, min(q.partial) AS partial, "
            "count(*) AS said FROM legal_relations AS q JOIN identities AS t ON t.id = q.target "
            "WHERE q.verb IN ('replaces', 'amends', 'repeals') "
            "AND t.place IS coalesce(?, t.place) AND t.year IS coalesce(?, t.year) "
            "GROUP BY q.actor, q.verb, q.target ORDER BY said DESC, first LIMIT ?) AS g "
            "JOIN legal_relations AS r ON r.id = g.first "
            "LEFT JOIN identities AS a ON a.id = g.actor "
            "LEFT JOIN passages AS p ON p.id = r.passage ORDER BY g.said DESC, g.first",
            (place, year, limit),
        )
    )


def outdated(db: sqlite3.Connection, ident: int | None = None, limit: int = 100) -> list[Row]:
    """Documents that still cite what the corpus says was replaced or repealed as a whole.

    Only where the date of the citing document is known and not before that of the first one that
    took its place; documents that say so themselves are left out.
    """
    only = "AND e.identity = ?" if ident is not None else ""
    rows = rows_of(
        db.execute(
            "SELECT e.identity, e.verb, e.actor, e.since, d.id AS document, d.date, x.mentions "
            "FROM ended AS e CROSS JOIN cited AS x ON x.identity = e.identity "
            "CROSS JOIN documents AS d ON d.id = x.document "
            f"WHERE d.date >= e.since {only} AND NOT EXISTS (SELECT 1 FROM legal_relations AS q "
            "WHERE q.document = d.id AND q.target = e.identity "
            "AND q.verb IN ('replaces', 'repeals')) "
            "ORDER BY e.identity, x.mentions DESC, x.document LIMIT ?",
            (ident, limit) if ident is not None else (limit,),
        )
    )
    out: list[Row] = []
    for row in rows:
        name, passage = db.execute(
            f"SELECT {NAME.format('m.document')}, p.text FROM mentions AS m JOIN citations AS c "
            "ON c.document = m.document AND c.ordinal = m.ordinal LEFT JOIN passages AS p "
            "ON p.id = c.passage WHERE m.identity = ? AND m.document = ? "
            "ORDER BY m.ordinal LIMIT 1",
            (row["identity"], row["document"]),
        ).fetchone()
        cited, by = by_id(db, row["identity"])["key"], by_id(db, row["actor"])["key"]
        out.append(
            {"cited": cited, "verb": row["verb"], "by": by, "since": row["since"]}
            | {"document": name, "date": row["date"], "mentions": row["mentions"]}
            | {"passage": passage}
        )
    return out
