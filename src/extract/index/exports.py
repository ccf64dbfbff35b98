"""The index for other programs: CSV tables, a GraphML graph, JSON-LD (docs/index.md)."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from extract.index.lookup import Row, rows_of
from extract.output.files import replacing

_NAME = "(SELECT min(name) FROM files WHERE files.document = {0})"
TABLES = {
    "identities": (
        "SELECT key, kind, number, type, issuer, place, year, term, date, title, urn, mentions, "
        "documents FROM identities ORDER BY key"
    ),
    "mentions": (
        f"SELECT {_NAME.format('m.document')} AS document, c.id AS citation, c.start, c.end, "
        "c.text, i.key, m.rule, m.verb, m.article, m.clause, m.point, m.self, m.reason, c.page, "
        "c.section, p.text AS passage FROM mentions AS m JOIN citations AS c USING "
        "(document, ordinal) LEFT JOIN identities AS i ON i.id = m.identity "
        "LEFT JOIN passages AS p ON p.id = c.passage ORDER BY 1, c.ordinal"
    ),
    "evidence": (
        f"SELECT {_NAME.format('e.document')} AS document, c.id AS citation, e.slot, e.value, "
        f"e.rule, {_NAME.format('e.basis_document')} AS basis_document, b.id AS basis_citation, "
        "p.text AS basis_passage FROM evidence AS e JOIN citations AS c USING (document, ordinal) "
        "LEFT JOIN citations AS b ON b.document = e.basis_document AND b.ordinal = e.basis_ordinal "
        "LEFT JOIN passages AS p ON p.id = coalesce(e.basis_passage, b.passage) "
        "ORDER BY 1, e.ordinal, e.slot"
    ),
    "candidates": (
        f"SELECT {_NAME.format('k.document')} AS document, c.id AS citation, i.key AS candidate "
        "FROM candidates AS k JOIN citations AS c USING (document, ordinal) "
        "JOIN identities AS i ON i.id = k.identity ORDER BY 1, k.ordinal, 3"
    ),
    "relations": (
        "SELECT a.key AS actor, r.verb, t.key AS target, r.partial, r.self, r.rule, "
        f"{_NAME.format('r.document')} AS document, p.text AS passage FROM legal_relations AS r "
        "LEFT JOIN identities AS a ON a.id = r.actor JOIN identities AS t ON t.id = r.target "
        "LEFT JOIN passages AS p ON p.id = r.passage ORDER BY 7, r.ordinal, 2, 3, 1"
    ),
    "contradictions": (
        "SELECT i.key, x.kind, o.key AS other, x.detail FROM contradictions AS x "
        "JOIN identities AS i ON i.id = x.identity LEFT JOIN identities AS o ON o.id = x.other "
        "ORDER BY 1, 2, 4"
    ),
}
CONTEXT = {
    "@vocab": "https://schema.org/",
    "urn": {"@id": "https://schema.org/sameAs", "@type": "@id"},
    "amends": {"@id": "https://schema.org/legislationAmends", "@type": "@id"},
    "repeals": {"@id": "https://schema.org/legislationRepeals", "@type": "@id"},
    "replaces": {"@id": "https://schema.org/legislationRepeals", "@type": "@id"},
    "guides": {"@id": "https://schema.org/legislationEnsuresImplementationOf", "@type": "@id"},
    "citation": {"@type": "@id"},
}
_IN_FULL = ("amends", "repeals", "replaces", "guides")


def to_csv(db: sqlite3.Connection, out: Path) -> list[Path]:
    """One CSV table for each kind of row into the folder `out`; returns the files."""
    made = []
    for name, query in TABLES.items():
        path = out / f"{name}.csv"
        with replacing(path) as file:
            _table(db, query, file)
        made.append(path)
    return made


def _table(db: sqlite3.Connection, query: str, file: IO[str]) -> None:
    cursor = db.execute(query)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([c[0] for c in cursor.description])
    writer.writerows(cursor)


def graph(db: sqlite3.Connection) -> Any:
    """A networkx MultiDiGraph: corpus documents and legal documents, mentions as edges by verb,
    relations between legal documents. A document that is a legal document is tied to it by `is`.
    """
    import networkx as nx

    g = nx.MultiDiGraph()
    for row in rows_of(db.execute(TABLES["identities"])):
        g.add_node(row["key"], node="legal", **_known(row, ("key",)))
    for row in _documents(db):
        g.add_node(f"doc:{row['name']}", node="document", **_known(row, ("key",)))
        if row["key"]:
            g.add_edge(f"doc:{row['name']}", row["key"], kind="is")
    for name, key, verb, count in db.execute(
        f"SELECT {_NAME.format('m.document')}, i.key, m.verb, count(*) FROM mentions AS m "
        "JOIN identities AS i ON i.id = m.identity WHERE NOT m.self GROUP BY 1, 2, 3 "
        "ORDER BY 1, 2, 3"
    ):
        g.add_edge(f"doc:{name}", key, kind="mention", verb=verb, count=count)
    for actor, verb, target, partial, count in db.execute(
        "SELECT a.key, r.verb, t.key, min(r.partial), count(*) FROM legal_relations AS r "
        "JOIN identities AS a ON a.id = r.actor JOIN identities AS t ON t.id = r.target "
        "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    ):
        g.add_edge(actor, target, kind="relation", verb=verb, partial=bool(partial), count=count)
    return g


def _documents(db: sqlite3.Connection) -> list[Row]:
    return rows_of(
        db.execute(
            "SELECT n.name, d.sha256, d.type, d.number, d.issuer, d.place, d.date, d.subject, "
            "i.key FROM documents AS d JOIN names AS n ON n.document = d.id "
            "LEFT JOIN identity_documents AS o ON o.document = d.id "
            "LEFT JOIN identities AS i ON i.id = o.identity ORDER BY 1"
        )
    )


def _known(row: Row, left_out: tuple[str, ...]) -> Row:
    return {k: v for k, v in row.items() if v is not None and k not in left_out}


def to_graphml(db: sqlite3.Connection, out: Path) -> Path:
    """The graph as GraphML into the file `out`."""
    import networkx as nx

    with replacing(out) as file:
        file.write("\n".join(nx.generate_graphml(graph(db))) + "\n")
    return out


def linked(db: sqlite3.Connection) -> Iterator[Row]:
    """The index as nodes of JSON-LD: schema.org Legislation, and the citing documents."""
    acts: dict[str, dict[str, list[str]]] = {}
    for actor, verb, target in db.execute(
        "SELECT DISTINCT a.key, r.verb, t.key FROM legal_relations AS r JOIN identities AS a "
        "ON a.id = r.actor JOIN identities AS t ON t.id = r.target ORDER BY 1, 2, 3"
    ):
        acts.setdefault(actor, {}).setdefault(verb, []).append(_iri(target))
    for row in rows_of(db.execute(TABLES["identities"])):
        node: Row = {"@id": _iri(row["key"]), "@type": "Legislation", "identifier": row["key"]}
        for name, field in (
            ("legislationIdentifier", "number"),
            ("legislationType", "type"),
            ("legislationPassedBy", "issuer"),
            ("legislationDate", "date"),
            ("name", "title"),
            ("spatialCoverage", "place"),
            ("urn", "urn"),
        ):
            if row[field] is not None:
                node[name] = row[field]
        yield node | {v: acts[row["key"]][v] for v in _IN_FULL if v in acts.get(row["key"], {})}
    cited: dict[str, list[str]] = {}
    for name, key in db.execute(
        f"SELECT {_NAME.format('x.document')}, i.key FROM cited AS x JOIN identities AS i "
        "ON i.id = x.identity ORDER BY 1, 2"
    ):
        cited.setdefault(name, []).append(_iri(key))
    for row in _documents(db):
        node = {"@id": f"urn:sha256:{row['sha256']}", "@type": "DigitalDocument"}
        node["name"] = row["name"]
        if row["key"]:
            node["exampleOfWork"] = {"@id": _iri(row["key"])}
        if row["name"] in cited:
            node["citation"] = cited[row["name"]]
        yield node


def _iri(key: str) -> str:
    return f"urn:doisoat:{key}"


def to_jsonld(db: sqlite3.Connection, out: Path) -> Path:
    """The index as one JSON-LD document into the file `out`."""
    head = json.dumps({"@context": CONTEXT}, ensure_ascii=False)
    with replacing(out) as file:
        file.write(head[:-1] + ', "@graph": [')
        for n, node in enumerate(linked(db)):
            file.write((",\n" if n else "\n") + json.dumps(node, ensure_ascii=False))
        file.write("\n]}\n")
    return out
