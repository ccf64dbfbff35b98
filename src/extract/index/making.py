"""Making the index: the citations of all documents -> identities, mentions, relations, evidence.

One pass over the documents in the order of their SHA-256, so that the same corpus gives the same
index whatever order it was read in; then what only the whole corpus can tell. One transaction.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

from extract import __version__
from extract.find.citations.resolve import level_of, local_place, place_in
from extract.index import acts
from extract.index.facts import (
    INSERT_EVIDENCE,
    Fact,
    Home,
    Mention,
    Proof,
    evidence_rows,
    is_shared,
    law_base,
    number_fact,
)
from extract.index.gather import gather
from extract.index.passages import acts_of, pinpoints_of
from extract.index.settle import settle
from extract.index.within import add_province, facts_of
from extract.model import Metadata
from extract.rules.book import default_rulebook
from extract.values import identity

VERSION = 3  # of the tables and of the rules that fill them
_TABLES = (
    "index_state identities identity_documents mentions pinpoints evidence candidates "
    "identity_facts identity_names cited cited_sets legal_relations ended contradictions"
).split()
_MENTION = "document, ordinal, id, text, form, type, number, date, issuer, title, article, clause, "
_MENTION += "point, relation, key, resolves_to, passage"
_TRIGGERS = [f"index_{of}_{when}" for of in ("document", "list") for when in ("in", "out", "set")]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What an index holds, in numbers."""

    documents: int
    mentions: int
    identities: int
    unresolved: int
    relations: int
    contradictions: int


def digest(db: sqlite3.Connection) -> str:
    """What the index depends on, as a hash: documents and what read them, lists of known ones."""
    h = hashlib.sha256()
    rows = db.execute(
        "SELECT id || ' ' || sha256 || ' ' || fingerprint FROM documents ORDER BY id"
    ).fetchall()
    h.update("\n".join([text for (text,) in rows]).encode())
    if _has(db, "known_lists"):
        for row in db.execute("SELECT name, sha256, covers FROM known_lists ORDER BY name"):
            h.update(repr(tuple(row)).encode())
    return h.hexdigest()


def is_fresh(db: sqlite3.Connection) -> bool:
    """True where the index was made by this program from the documents as they are."""
    if not _has(db, "index_state"):
        return False
    (version,) = db.execute("SELECT version FROM index_state").fetchone() or (None,)
    if version != VERSION:  # of another one, the columns may be others too
        return False
    program, made_of, touched = db.execute(
        "SELECT program, digest, touched FROM index_state"
    ).fetchone()
    return program == __version__ and (not touched or made_of == digest(db))


def _has(db: sqlite3.Connection, table: str) -> bool:
    found = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return found.fetchone() is not None


def build(db: sqlite3.Connection, progress: Progress | None = None) -> Summary:
    """Make the index anew, in one transaction; the old one stays until the new one is whole.

    `db` is a corpus database open to write; `progress` is told how many documents of how many
    are done.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        for trigger in _TRIGGERS:
            db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for table in _TABLES:
            db.execute(f"DROP TABLE IF EXISTS {table}")
        later = []  # indices of rows that are there are made faster than kept
        for name in ("known.sql", "schema.sql"):
            for statement in files("extract.index").joinpath(name).read_text("utf-8").split(";\n"):
                if "CREATE INDEX mentions" in statement:
                    later.append(statement)
                elif statement.strip():
                    db.execute(statement)
        builder = Builder(db)
        builder.read(progress)
        for statement in later:
            db.execute(statement)
        settle(builder)
        gather(builder)
        db.execute(
            "INSERT INTO index_state (version, program, digest) VALUES (?, ?, ?)",
            (VERSION, __version__, digest(db)),
        )
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return summary(db)


def summary(db: sqlite3.Connection) -> Summary:
    """The numbers of an index that is there."""
    counts = [
        db.execute(f"SELECT count(*) FROM {what}").fetchone()[0]
        for what in (
            "documents",
            "mentions",
            "identities",
            "mentions WHERE identity IS NULL",
            "legal_relations",
            "contradictions",
        )
    ]
    return Summary(*counts)


@dataclass(slots=True)
class Open:
    """A mention whose identity its document leaves open."""

    mention: Mention
    fact: Fact | None
    reason: str


class Builder:
    """What is gathered while the documents are read."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.ids: dict[str, int] = {}  # key -> identity
        self.slots: dict[int, dict[str, str]] = {}  # identity -> its slots
        self.by_base: dict[str, list[int]] = {}
        self.homes: dict[int, Home] = {}
        self.open: list[Open] = []
        self.places = {
            identity.slug(name): name for name in default_rulebook().lexicon["tinh_thanh"]
        }  # slug -> name
        self.own: dict[int, int] = {}  # document -> the identity that it is
        self.law_numbers: dict[tuple[str, str], dict[int, tuple[int, int]]] = {}
        self.law_names: dict[tuple[str, str], int] = {}
        self.days: dict[int, set[str]] = {}  # full dates of laws
        self.said_in: dict[int, set[str]] = {}  # places of documents that state a yearly number

    def read(self, progress: Progress | None) -> None:
        """Read every document's citations and write what it alone tells."""
        rows = self.db.execute(
            "SELECT id, sha256, type, number, issuer, place, date FROM documents ORDER BY sha256"
        ).fetchall()
        for n, row in enumerate(rows, 1):
            home = Home(*row)
            self.homes[home.id] = home
            self._place(home.place)
            self._own(home)
            self._document(home)
            if progress is not None and (n % 50 == 0 or n == len(rows)):
                progress(n, len(rows))

    def identity(self, fact: Fact) -> int:
        """The id of the identity of a complete fact, made where it is new."""
        key = fact.key
        assert key is not None
        found = self.ids.get(key)
        if found is None:
            found = self.ids[key] = len(self.ids) + 1
            slots = {s: v for s, v in fact.slots.items() if v is not None}
            self.slots[found] = slots
            self.by_base.setdefault(fact.base, []).append(found)
            year = slots.get("year") or _year_of_number(fact.number)
            self.db.execute(
                "INSERT INTO identities (id, key, base, kind, number, place, year, term) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (found, key, fact.base, fact.kind, fact.number, slots.get("place"), year,
                 slots.get("term")),
            )  # fmt: skip
        return found

    def _place(self, name: str | None) -> None:
        if name:
            self.places.setdefault(identity.slug(name), name)

    def _own(self, home: Home) -> None:
        """The identity that a document of the corpus is itself, where its head says enough."""
        fact = own_fact(home)
        if fact is not None and fact.key is not None:
            self.own[home.id] = self.identity(fact)

    def _document(self, home: Home) -> None:
        mentions = [
            Mention(*row)
            for row in self.db.execute(
                f"SELECT {_MENTION} FROM citations WHERE document = ? ORDER BY ordinal", (home.id,)
            )
        ]
        if not mentions:
            return
        found = self.db.execute(
            "SELECT id, ordinal, text FROM passages WHERE document = ? ORDER BY ordinal",
            (home.id,),
        ).fetchall()
        passages = [(int(ident), str(text)) for ident, _, text in found]
        said = list(acts_of(home, mentions, [(int(o), int(i), str(t)) for i, o, t in found]))
        inner = frozenset(
            mentions[a.target].id for a, _ in said if a.actor >= 0 and a.rule == "active"
        )
        facts = facts_of(home, mentions, passages, inner)
        self._own_acts(home, mentions, facts, said)
        verbs = {a.target: a.verb for a, _ in said}
        self._write(home, mentions, facts, verbs)
        self.db.executemany(
            "INSERT INTO pinpoints VALUES (?, ?, ?, ?, ?, ?, NULL)",
            list(pinpoints_of(mentions, dict(passages))),
        )
        self.db.executemany(
            "INSERT INTO legal_relations (verb, target, partial, self, rule, document, ordinal, "
            "actor_ordinal, passage) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?)",
            [
                (a.verb, a.partial, a.actor == acts.SELF, a.rule, home.id,
                 mentions[a.target].ordinal,
                 mentions[a.actor].ordinal if a.actor >= 0 else None, passage)
                for a, passage in said
            ],
        )  # fmt: skip

    def _own_acts(
        self,
        home: Home,
        mentions: list[Mention],
        facts: list[Fact | None],
        said: list[tuple[acts.Act, int]],
    ) -> None:
        """What a document itself replaces, amends or repeals under its own issuer's code, and names
        no issuer of, is its own issuer's: a body undoes its own acts."""
        head = own_fact(home)
        own = identity.parse(head.number) if head is not None and head.number else None
        if head is None or own is None or not head.slots.get("place"):
            return
        for act, passage in said:
            m, f = mentions[act.target], facts[act.target]
            parsed = identity.parse(m.number) if m.number else None
            if act.actor != acts.SELF or act.verb == "guides" or m.issuer or parsed is None:
                continue
            if f is not None and "place" in f.missing and parsed.issuer == own.issuer:
                f.fill("place", head.slots["place"] or "", Proof("own-act", passage=passage))

    def _write(
        self,
        home: Home,
        mentions: list[Mention],
        facts: list[Fact | None],
        verbs: dict[int, str],
    ) -> None:
        rows, proofs = [], []
        own = self.own.get(home.id)
        for n, (m, f) in enumerate(zip(mentions, facts, strict=True)):
            self._place(place_in(m.issuer))
            ident, rule, reason = None, "", None
            if f is not None and f.key is not None:
                ident, rule = self.identity(f), f.rule
                self._note(home, m, f, ident)
            else:
                reason = _reason(m, f)
                self.open.append(Open(m, f, reason))
            if f is not None:
                proofs += evidence_rows(m, f)
            verb = verbs.get(n, m.relation)
            rows.append((home.id, m.ordinal, ident, rule, verb, ident == own and own is not None,
                         m.article, m.clause, m.point, reason))  # fmt: skip
        self.db.executemany(f"INSERT INTO mentions VALUES ({', '.join('?' * 10)})", rows)
        self.db.executemany(INSERT_EVIDENCE, proofs)

    def _note(self, home: Home, m: Mention, f: Fact, ident: int) -> None:
        """Remember what the corpus stage wants to know of a mention that is resolved."""
        if f.kind == "law":
            self.law_names[(f.base, f.slots["year"] or "")] = ident
        if m.title and f.kind == "number" and not f.slots and m.number:
            base, year = law_base(m.type, m.title), _year_of_number(f.number)
            if base and year:
                known = self.law_numbers.setdefault((base, year), {})
                known.setdefault(ident, (home.id, m.ordinal))
        if (m.title or f.kind == "law") and m.date and len(m.date) == 10:
            self.days.setdefault(ident, set()).add(m.date)
        if "year" in f.slots and home.place:
            self.said_in.setdefault(ident, set()).add(identity.slug(home.place))


def own_fact(home: Home) -> Fact | None:
    """What a document's head says of its own identity."""
    if not home.number:
        return None
    number = identity.spell(home.number, home.type)
    m = Mention(home.id, -1, "", "", "full", home.type, number, home.date, home.issuer, None,
                None, None, None, "", None, None, None)  # fmt: skip
    fact, parsed = number_fact(m), identity.parse(number)
    if fact is None or parsed is None:
        return None
    if fact.slots.get("place", "") is None:
        head = Metadata(home.type, home.number, home.issuer, home.place, home.date)
        place = local_place(home.issuer, parsed, head) or home.place
        if place:
            fact.fill("place", identity.slug(place), Proof("own-place"))
    place = fact.slots.get("place")
    if place is not None and is_shared(place, level_of(home.issuer)):
        add_province(fact, (home.issuer, home.place), ())
    return fact


def _year_of_number(number: str | None) -> str | None:
    parsed = identity.parse(number) if number else None
    return parsed.year if parsed else None


def _reason(m: Mention, f: Fact | None) -> str:
    """Why a mention has no identity yet."""
    if f is None:
        return "short form" if m.number or m.form != "full" else "no number"
    if f.kind == "law":
        return "law without year"
    return " and ".join(f.missing) + " unknown"
