"""The questions the index answers, as functions of a connection; rows are dicts.

Every row that tells of a mention carries its document, page, section and passage, so that it can
be looked up in the source.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from extract.index.lookup import Row, by_id, rows_of

NAME = "(SELECT min(name) FROM files WHERE files.document = {0})"
_SECTION = (
    "(SELECT CASE s.kind WHEN 'article' THEN 'Điều ' WHEN 'chapter' THEN 'Chương ' "
    "WHEN 'part' THEN 'Phần ' ELSE '' END || s.label || "
    "CASE WHEN s.title != '' THEN ' ' || substr(s.title, 1, 80) ELSE '' END "
    "FROM sections AS s WHERE s.document = c.document AND s.id = c.section)"
)
_WHERE = (
    f"SELECT {NAME.format('m.document')} AS document, c.id AS citation, c.text, m.verb, m.article,"
    f" m.clause, m.point, c.page, {_SECTION} AS section, p.text AS passage, c.start, c.end, m.rule,"
    " m.self "
    "FROM mentions AS m JOIN citations AS c ON c.document = m.document AND c.ordinal = m.ordinal "
    "LEFT JOIN passages AS p ON p.id = c.passage"
)
GROUPS = ("type", "issuer", "year", "place")
# The verbs that say what a document rests on.
_BASES = ("based_on", "implements", "guides")


def facts(db: sqlite3.Connection, ident: int) -> list[Row]:
    """Types, dates, issuers, titles, verbs, numbers as written, aliases: value and counts."""
    return rows_of(
        db.execute(
            "SELECT kind, value, mentions, documents FROM identity_facts WHERE identity = ? "
            "AND kind != 'rule' ORDER BY kind, mentions DESC, value",
            (ident,),
        )
    )


def show(db: sqlite3.Connection, ident: int, limit: int = 20) -> dict[str, Any]:
    """All that is known of an identity; `limit` cuts the list of citing documents."""
    return {
        "identity": by_id(db, ident),
        "facts": facts(db, ident),
        "corpus": rows_of(
            db.execute(
                f"SELECT {NAME.format('d.id')} AS document, d.type, d.number, d.issuer, d.date, "
                "d.subject FROM identity_documents AS o JOIN documents AS d ON d.id = o.document "
                "WHERE o.identity = ? ORDER BY 1",
                (ident,),
            )
        ),
        "known": rows_of(
            db.execute(
                "SELECT l.name AS list, k.line, k.date, k.title, k.status FROM known AS k "
                "JOIN known_lists AS l ON l.id = k.list JOIN identities AS i ON i.key = k.key "
                "WHERE i.id = ? ORDER BY 1, 2",
                (ident,),
            )
        ),
        "relations": relations(db, ident),
        "contradictions": contradictions(db, ident),
        "evidence": rows_of(
            db.execute(
                "SELECT value AS rule, mentions FROM identity_facts WHERE identity = ? "
                "AND kind = 'rule' ORDER BY 2 DESC, 1",
                (ident,),
            )
        ),
        "cited_by": citing(db, ident, limit),
        "passages": samples(db, ident, min(limit, 5)),
    }


def citing(db: sqlite3.Connection, ident: int, limit: int = 20) -> list[Row]:
    """The documents that cite an identity, most mentions first."""
    return rows_of(
        db.execute(
            f"SELECT {NAME.format('d.id')} AS document, d.type, d.place, d.date, x.mentions "
            "FROM (SELECT document, mentions FROM cited WHERE identity = ? "
            "ORDER BY mentions DESC, document LIMIT ?) AS x "
            "JOIN documents AS d ON d.id = x.document ORDER BY x.mentions DESC, 1",
            (ident, limit),
        )
    )


def samples(db: sqlite3.Connection, ident: int, limit: int = 5) -> list[Row]:
    """The first mention in each of the documents that cite an identity most."""
    return rows_of(
        db.execute(
            f"{_WHERE} JOIN (SELECT document, mentions, (SELECT min(o.ordinal) FROM mentions AS o "
            "WHERE o.identity = cited.identity AND o.document = cited.document) AS first "
            "FROM cited WHERE identity = ? ORDER BY mentions DESC, document LIMIT ?) AS x "
            "ON m.document = x.document AND m.ordinal = x.first ORDER BY x.mentions DESC, 1",
            (ident, limit),
        )
    )


def cites(
    db: sqlite3.Connection,
    ident: int,
    article: str | None = None,
    clause: str | None = None,
    point: str | None = None,
    limit: int = 50,
) -> list[Row]:
    """The mentions of an identity with their passages; of an article, clause or point if given."""
    where = "m.identity = ?"
    wanted: list[Any] = [ident]
    pin = {k: v for k, v in (("article", article), ("clause", clause), ("point", point)) if v}
    if pin:
        places = " AND ".join(f"{column} = ?" for column in pin)
        where += (
            " AND (m.document, m.ordinal) IN (SELECT document, ordinal FROM pinpoints "
            f"WHERE identity = ? AND {places})"
        )
        wanted += [ident, *pin.values()]
    return rows_of(
        db.execute(
            f"{_WHERE} WHERE {where} ORDER BY m.document, m.ordinal LIMIT ?", [*wanted, limit]
        )
    )


def stands_on(db: sqlite3.Connection, document: int) -> list[Row]:
    """What a document of the corpus rests on: identity, verbs, mentions, its first passage.

    What it names as its basis (căn cứ) comes first, in the order of the text.
    """
    marks = ", ".join("?" * len(_BASES))
    return rows_of(
        db.execute(
            "SELECT i.key, i.type, i.number, i.title, i.date, i.issuer, g.verbs, g.mentions, "
            "c.page, p.text AS passage FROM (SELECT identity, min(ordinal) AS first, "
            "group_concat(DISTINCT verb) AS verbs, count(*) AS mentions, "
            "max(verb = 'based_on') AS basis FROM mentions WHERE document = ? AND verb IN "
            f"({marks}) AND identity IS NOT NULL AND NOT self GROUP BY identity) AS g "
            "JOIN identities AS i ON i.id = g.identity "
            "JOIN citations AS c ON c.document = ? AND c.ordinal = g.first "
            "LEFT JOIN passages AS p ON p.id = c.passage ORDER BY g.basis DESC, g.first",
            (document, *_BASES, document),
        )
    )


def top(
    db: sqlite3.Connection, by: str | None = None, limit: int = 20, **only: object
) -> list[Row]:
    """The most cited identities; `by` gives the first of each type, issuer, year or place.

    `only` narrows by the same four. Cited by documents counts first, mentions next.
    """
    where, values = ["documents > 0"], []
    for column, value in only.items():
        if value is not None:
            assert column in GROUPS
            where.append(f"{column} = ?")
            values.append(value)
    shown = "key, type, number, title, issuer, place, year, documents, mentions"
    order = "documents DESC, mentions DESC, key"
    if by is None:
        return rows_of(
            db.execute(
                f"SELECT {shown} FROM identities WHERE {' AND '.join(where)} "
                f"ORDER BY {order} LIMIT ?",
                [*values, limit],
            )
        )
    assert by in GROUPS
    groups = rows_of(
        db.execute(
            f"SELECT {by} AS value, count(*) AS identities, sum(mentions) AS mentions "
            f"FROM identities WHERE {' AND '.join(where)} GROUP BY {by} "
            "ORDER BY mentions DESC, value",
            values,
        )
    )
    out: list[Row] = []
    for group in groups[:100]:
        first = rows_of(
            db.execute(
                f"SELECT {shown} FROM identities WHERE {' AND '.join(where)} AND {by} IS ? "
                f"ORDER BY {order} LIMIT ?",
                [*values, group["value"], limit],
            )
        )
        head = {"by": by, "group": group["value"], "group_identities": group["identities"]}
        head["group_mentions"] = group["mentions"]
        out += [head | row for row in first]
    return out


def relations(db: sqlite3.Connection, ident: int) -> list[Row]:
    """What an identity does to others and others to it, with who says so."""
    return rows_of(
        db.execute(
            "SELECT a.key AS actor, r.verb, t.key AS target, r.partial, r.self, r.rule, "
            f"{NAME.format('r.document')} AS document, p.text AS passage "
            "FROM legal_relations AS r LEFT JOIN identities AS a ON a.id = r.actor "
            "JOIN identities AS t ON t.id = r.target LEFT JOIN passages AS p ON p.id = r.passage "
            "WHERE r.id IN (SELECT id FROM legal_relations WHERE target = ? UNION "
            "SELECT id FROM legal_relations WHERE actor = ?) ORDER BY r.verb, 1, 3, 7",
            (ident, ident),
        )
    )


def together(db: sqlite3.Connection, ident: int, limit: int = 20) -> list[Row]:
    """What is cited by the documents that cite an identity (co-citation).

    `share` is the part of all that cite either of the two (Jaccard).
    """
    import numpy as np

    sets = db.execute(
        "SELECT identities FROM cited JOIN cited_sets USING (document) WHERE identity = ?", (ident,)
    )
    counts = np.bincount(np.frombuffer(b"".join(ids for (ids,) in sets), "<u4"))
    if not len(counts):
        return []
    own = int(counts[ident])
    counts[ident] = 0
    floor = np.sort(counts)[-limit:][0]  # ties of the last one are looked at too
    out: list[Row] = []
    for other in np.flatnonzero(counts >= max(1, floor))[: 50 * limit].tolist():
        row = by_id(db, other)
        both = int(counts[other])
        share = round(both / (row["documents"] + own - both), 3)
        out.append(
            {k: row[k] for k in ("key", "type", "number", "title")} | {"both": both, "share": share}
        )
    return sorted(out, key=lambda r: (-r["both"], -r["share"], r["key"]))[:limit]


def contradictions(db: sqlite3.Connection, ident: int | None = None, limit: int = 200) -> list[Row]:
    """One identity with two dates, types or titles, and with each value a passage that has it."""
    out: list[Row] = []
    for row in rows_of(
        db.execute(
            "SELECT x.identity, i.key, x.kind, x.detail, o.key AS other, x.other AS other_id "
            "FROM contradictions AS x JOIN identities AS i ON i.id = x.identity "
            "LEFT JOIN identities AS o ON o.id = x.other "
            + ("WHERE x.identity = ?1 OR x.other = ?1 " if ident is not None else "")
            + "ORDER BY i.key, x.kind LIMIT ?2",
            (ident, limit),
        )
    ):
        ids = [row.pop("identity"), row.pop("other_id")]
        column = "date" if row["kind"] in ("date", "year") else row["kind"]
        for value in row["detail"].split(" | "):
            found = rows_of(
                db.execute(
                    f"{_WHERE} WHERE m.identity IN (?, ?) AND "
                    + ("c.type || ' ' || c.title" if column == "title" else f"c.{column}")
                    + " = ? ORDER BY m.document, m.ordinal LIMIT 1",
                    (*ids, value),
                )
            )
            place = found[0] if found else {"document": None, "page": None, "passage": None}
            n = db.execute(
                "SELECT sum(mentions) FROM identity_facts WHERE identity IN (?, ?) AND kind = ? "
                "AND value = ?",
                (*ids, column, value),
            ).fetchone()[0]
            out.append(
                {k: v for k, v in row.items() if k != "detail"}
                | {"value": value, "mentions": n or 0}
                | {k: place[k] for k in ("document", "page", "passage")}
            )
    return out


def unresolved(db: sqlite3.Connection, document: int | None = None, limit: int = 200) -> list[Row]:
    """The mentions without an identity: why, and which identities they could mean."""
    # Said outright: by its statistics SQLite takes the index of identities and sorts them all.
    index = "INDEXED BY mentions_reason " if document is None else ""
    return rows_of(
        db.execute(
            f"SELECT {NAME.format('m.document')} AS document, c.id AS citation, c.text, m.reason, "
            "(SELECT group_concat(key, ' ') FROM (SELECT i.key FROM candidates AS k JOIN identities"
            " AS i ON i.id = k.identity WHERE k.document = m.document AND k.ordinal = m.ordinal "
            "ORDER BY i.key)) AS candidates, c.page, p.text AS passage FROM mentions AS m "
            f"{index}CROSS JOIN citations AS c ON c.document = m.document "
            "AND c.ordinal = m.ordinal LEFT JOIN passages AS p ON p.id = c.passage "
            "WHERE m.identity IS NULL "
            + ("AND m.document = ? " if document is not None else "")
            + "ORDER BY m.reason, m.document, m.ordinal LIMIT ?",
            (document, limit) if document is not None else (limit,),
        )
    )


def why(
    db: sqlite3.Connection, ident: int, document: int | None = None, limit: int = 200
) -> list[Row]:
    """What the mentions of an identity rest on beyond their own words, and where that stands."""
    return rows_of(
        db.execute(
            f"SELECT {NAME.format('e.document')} AS document, c.id AS citation, c.text, e.slot, "
            f"e.value, e.rule, {NAME.format('e.basis_document')} AS basis_document, "
            "b.id AS basis_citation, b.text AS basis_text, p.text AS basis_passage "
            "FROM mentions AS m JOIN evidence AS e ON e.document = m.document "
            "AND e.ordinal = m.ordinal JOIN citations AS c ON c.document = m.document "
            "AND c.ordinal = m.ordinal LEFT JOIN citations AS b ON b.document = e.basis_document "
            "AND b.ordinal = e.basis_ordinal LEFT JOIN passages AS p "
            "ON p.id = coalesce(e.basis_passage, b.passage) WHERE m.identity = ? "
            + ("AND m.document = ? " if document is not None else "")
            + "ORDER BY m.document, m.ordinal, e.slot LIMIT ?",
            (ident, document, limit) if document is not None else (ident, limit),
        )
    )
