"""The rows of a document as one buffer: made by whoever has read it, copied by whoever writes.

The buffer is a SQLite database of one table, `rows`: those of all kinds but `documents`, one kind
after the other, the ordinal before the values of a row. The writer copies them inside SQLite, a
statement a kind, and never holds a value: that takes it a third of the time that binding them one
by one does, and one writer has many readers to keep up with.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from extract.output.columns import COLUMNS
from extract.store.records import StoredDocument, Tuple

_SEARCH = ("folded", "numbers")  # of passages, beside their columns
_VALUES = {
    kind: (*columns[1:], *_SEARCH) if kind == "passages" else ("ordinal", *columns[1:])
    for kind, columns in COLUMNS.items()
    if kind != "documents"
}
KINDS = ("passages", *(kind for kind in _VALUES if kind != "passages"))
_WIDTH = max(map(len, _VALUES.values()))
_TABLE = f"CREATE TABLE {{}}.rows ({', '.join(f'c{n}' for n in range(_WIDTH))})"
_INCOMING = "incoming"  # the name under which the writer sees a buffer
ABLE = hasattr(sqlite3.Connection, "serialize")  # not every build of SQLite makes buffers


@dataclass(frozen=True, slots=True)
class Packed:
    """A `StoredDocument` ready to be copied: its content, its own row, how many rows there are of
    each of KINDS, the buffer with them, the compressed JSON object."""

    sha256: str
    row: Tuple
    counts: tuple[int, ...]
    buffer: bytes
    object: bytes


def pack(document: StoredDocument) -> Packed | StoredDocument:
    """The document as a buffer; as it is where this Python's SQLite cannot make one."""
    if not ABLE:
        return document
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("BEGIN")
        db.execute(_TABLE.format("main"))
        counts = _fill(db, "main", document)
        db.execute("COMMIT")
        buffer = db.serialize()
    finally:
        db.close()
    return Packed(document.sha256, document.rows["documents"][0], counts, buffer, document.object)


def unpack(db: sqlite3.Connection, document: Packed | StoredDocument) -> tuple[int, ...]:
    """Let `db`, outside of a transaction, see the rows of a document, for `copy`; the counts."""
    names = {name for _, name, _ in db.execute("PRAGMA database_list")}
    if _INCOMING not in names:
        db.execute(f"ATTACH ':memory:' AS {_INCOMING}")
        db.execute(_TABLE.format(_INCOMING))
    if isinstance(document, Packed):
        db.deserialize(document.buffer, name=_INCOMING)
        return document.counts
    db.execute("BEGIN")
    try:
        db.execute(f"DELETE FROM {_INCOMING}.rows")
        return _fill(db, _INCOMING, document)
    finally:
        db.execute("COMMIT")


def copy(db: sqlite3.Connection, counts: tuple[int, ...], document: int, first: int) -> None:
    """Copy the rows that `unpack` shows into the tables of a document; `first` is the id of its
    first passage."""
    at = 0
    for kind, count in zip(KINDS, counts, strict=True):
        if count:
            db.execute(_COPY[kind], (document, first, at, at + count))
        at += count


def _fill(db: sqlite3.Connection, schema: str, document: StoredDocument) -> tuple[int, ...]:
    for kind in KINDS:
        names = ", ".join(f"c{n}" for n in range(len(_VALUES[kind])))
        marks = ", ".join("?" * len(_VALUES[kind]))
        sql = f"INSERT INTO {schema}.rows ({names}) VALUES ({marks})"
        db.executemany(sql, _rows(document, kind))
    return tuple(len(document.rows[kind]) for kind in KINDS)


def _rows(document: StoredDocument, kind: str) -> Iterator[Tuple]:
    if kind == "passages":  # their ordinal is one of their columns
        for row, search in zip(document.rows[kind], document.search, strict=True):
            yield (*row, *search)
    else:
        for ordinal, row in enumerate(document.rows[kind]):
            yield (ordinal, *row)


def _copying(kind: str) -> str:
    """The statement that copies the rows of a kind: ?1 the document, ?2 its first passage, ?3 and
    ?4 where the rows stand. The ordinal of a passage becomes its id."""
    names, values = ["document"], ["?1"]
    if kind == "passages":
        names, values = ["id", *names], ["?2 + c0", *values]
    for n, name in enumerate(_VALUES[kind]):
        names.append(f'"{name}"')
        values.append(f"?2 + c{n}" if name == "passage" else f"c{n}")
    return (
        f"INSERT INTO main.{kind} ({', '.join(names)}) SELECT {', '.join(values)} "
        f"FROM {_INCOMING}.rows WHERE rowid > ?3 AND rowid <= ?4 ORDER BY rowid"
    )


_COPY = {kind: _copying(kind) for kind in KINDS}
