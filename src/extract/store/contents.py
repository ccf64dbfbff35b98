"""What a database holds, as rows in a fixed order: by the document's name, then by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from extract.output.columns import COLUMNS
from extract.store import faults
from extract.store.database import Store
from extract.store.records import Tuple, object_json
from extract.store.tables import KINDS

_AT_ONCE = 2_000  # rows of a kind that is not read document by document


@contextmanager
def unchanged(store: Store) -> Iterator[None]:
    """Inside, the database is seen as it was at the beginning, whatever others write."""
    with faults.told(store.path, False):
        store.connection.execute("BEGIN")
        try:
            yield
        finally:
            store.connection.execute("ROLLBACK")


def chunks(store: Store, kind: str) -> Iterator[list[Tuple]]:
    """The rows of a kind with the columns of `tables.KINDS`, some at a time.

    They are those of `tables.rows` for each document under its name, in the order of the names.
    """
    if kind == "files":
        yield from _read(
            store,
            "SELECT f.name, f.sha256, (SELECT min(name) FROM files WHERE document = f.document) "
            "FROM files f ORDER BY f.name",
        )
    elif kind == "failures":
        yield from _read(store, "SELECT name, error, message, attempts FROM failures ORDER BY name")
    elif kind == "documents":
        columns = ", ".join(f"d.{c}" for c in COLUMNS[kind][1:])
        yield from _read(
            store,
            f"SELECT n.name, {columns} FROM names n JOIN documents d ON d.id = n.document "
            "ORDER BY n.name",
        )
    else:
        yield from _by_document(store, kind)


def objects(store: Store) -> Iterator[str]:
    """The JSON object of each document in one line, in the order of the names."""
    for number, name in store.names():
        found = store.connection.execute("SELECT json FROM objects WHERE document = ?", (number,))
        yield object_json(found.fetchone()[0], name)


def _read(store: Store, sql: str) -> Iterator[list[Tuple]]:
    cursor = store.connection.execute(sql)
    while rows := cursor.fetchmany(_AT_ONCE):
        yield rows


def _by_document(store: Store, kind: str) -> Iterator[list[Tuple]]:
    names = COLUMNS[kind][1:]
    columns = ", ".join("p.text" if c == "passage" else f't."{c}"' for c in names)
    join = "LEFT JOIN passages p ON p.id = t.passage " if "passage" in names else ""
    sql = f"SELECT {columns} FROM {kind} t {join}WHERE t.document = ? ORDER BY t.ordinal"
    flags = [n for n, c in enumerate(KINDS[kind]) if c.type == "bool"]
    for number, name in store.names():
        rows = [(name, *row) for row in store.connection.execute(sql, (number,))]
        if rows:
            yield [_with_bools(row, flags) for row in rows] if flags else rows


def _with_bools(row: Tuple, flags: Sequence[int]) -> Tuple:
    values = list(row)
    for n in flags:
        values[n] = None if values[n] is None else bool(values[n])
    return tuple(values)
