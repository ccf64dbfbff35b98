"""The corpus database: open it, put documents in, ask what it holds.

One process writes, one document in one transaction: killed at any moment it holds whole
documents only. Any number may read beside it (WAL).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from extract.output.columns import COLUMNS
from extract.store import faults, migrations, packed
from extract.store.packed import Packed
from extract.store.records import StoredDocument

_PIECES = 8  # of the search index that are merged into one
_BUSY = 30.0  # seconds to wait for another process that writes


@dataclass(frozen=True, slots=True)
class FileEntry:
    """Where a content lay: the file's name in the corpus, its path, the SHA-256 of its bytes."""

    name: str
    path: str
    sha256: str


class Store:
    """An open corpus database; `connection` is there for questions of one's own in SQL."""

    def __init__(self, path: Path, connection: sqlite3.Connection, write: bool) -> None:
        self.path = path
        self.connection = connection
        self._write = write

    @classmethod
    def open(cls, path: str | Path, write: bool = False, create: bool = False) -> Store:
        """Open a database: to read, or (`write`) to write; `create` makes one where none is.

        An older schema is brought up to date where it is opened to write. InputError where
        there is no such file, it is no corpus database, of a newer schema, or of an older one
        and opened to read; OutputError where it cannot be written.
        """
        path = Path(path)
        write = write or create
        with faults.told(path, write):
            if not path.is_file():
                if not create or path.exists():
                    raise faults.missing(path)
                path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(path, write, create)
            try:
                _prepare(path, connection, write)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, write)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, e: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it; what was written is moved from the log into the file itself."""
        with suppress(sqlite3.Error):
            if self._write:
                self.connection.rollback()
                self.connection.execute("PRAGMA optimize")
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """What is written inside becomes visible and lasting at once, or not at all."""
        with faults.told(self.path, True):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def provenance(self, fingerprint: str, program: str, patterns: str, options: str) -> None:
        """Say which program version, rules (their hash) and options a fingerprint stands for."""
        with self._transaction() as db:
            db.execute(
                "INSERT OR REPLACE INTO provenance VALUES (?, ?, ?, ?)",
                (fingerprint, program, patterns, options),
            )

    def add(
        self, document: StoredDocument | Packed, files: Sequence[FileEntry], fingerprint: str
    ) -> None:
        """Put in a document and the files that hold it, in one transaction.

        It replaces what was there of the same content and of the same files; a content that
        has no file left goes. Other files known to hold this content, also ones that failed
        before, become files of this document. OutputError where the disk is full or read-only.
        """
        with faults.told(self.path, True):
            counts = packed.unpack(self.connection, document)
        with self._transaction() as db:
            known = db.execute(
                "SELECT name, path, sha256 FROM files WHERE sha256 = ?", (document.sha256,)
            )
            entries = {n: FileEntry(n, p, s) for n, p, s in known}
            entries |= {f.name: f for f in map(_legible, files)}
            left = self._take_out(db, entries)
            db.execute("DELETE FROM documents WHERE sha256 = ?", (document.sha256,))
            self._drop_unnamed(db, left)
            number = self._insert(db, document, counts, fingerprint)
            db.executemany(
                "INSERT INTO files (name, path, sha256, document) VALUES (?, ?, ?, ?)",
                [(f.name, f.path, document.sha256, number) for f in entries.values()],
            )

    def place(self, file: FileEntry, fingerprint: str) -> bool:
        """Note a further file of a content; False where that is not stored under the fingerprint.

        What the file held before is taken out.
        """
        file = _legible(file)
        with self._transaction() as db:
            row = db.execute(
                "SELECT id FROM documents WHERE sha256 = ? AND fingerprint = ?",
                (file.sha256, fingerprint),
            ).fetchone()
            if row is None:
                return False
            left = self._take_out(db, [file.name])
            db.execute(
                "INSERT INTO files (name, path, sha256, document) VALUES (?, ?, ?, ?)",
                (file.name, file.path, file.sha256, row[0]),
            )
            self._drop_unnamed(db, left)
        return True

    def fail(
        self, file: FileEntry, fingerprint: str, error: str, message: str, attempts: int = 1
    ) -> None:
        """Record that a file could not be read; what it held before is taken out."""
        file = _legible(file)
        with self._transaction() as db:
            left = self._take_out(db, [file.name])
            self._drop_unnamed(db, left)
            db.execute(
                "INSERT INTO files (name, path, sha256) VALUES (?, ?, ?)",
                (file.name, file.path, file.sha256),
            )
            db.execute(
                "INSERT INTO failures (name, fingerprint, error, message, attempts) "
                "VALUES (?, ?, ?, ?, ?)",
                (file.name, fingerprint, error, _readable(message), attempts),
            )

    def forget(self, names: Iterable[str]) -> None:
        """Take out files, and the documents that no other file holds."""
        with self._transaction() as db:
            self._drop_unnamed(db, self._take_out(db, map(_readable, names)))

    def known(self, fingerprint: str, failures: bool = True) -> dict[str, str]:
        """Name and SHA-256 of the files that need no work while they and the fingerprint stay the
        same: those read, and (unless `failures` is False) those that failed."""
        with faults.told(self.path, False):
            found = self.connection.execute(
                "SELECT name, files.sha256 FROM files JOIN documents ON documents.id = document "
                "WHERE fingerprint = ?",
                (fingerprint,),
            ).fetchall()
            if failures:
                found += self.connection.execute(
                    "SELECT name, sha256 FROM failures JOIN files USING (name) "
                    "WHERE fingerprint = ?",
                    (fingerprint,),
                ).fetchall()
        return dict(found)

    def contents(self, fingerprint: str) -> set[str]:
        """SHA-256 of the documents stored under a fingerprint: what `place` accepts."""
        with faults.told(self.path, False):
            found = self.connection.execute(
                "SELECT sha256 FROM documents WHERE fingerprint = ?", (fingerprint,)
            )
            return {sha256 for (sha256,) in found}

    def names(self) -> list[tuple[int, str]]:
        """Id and name of every document, in the order of the names."""
        with faults.told(self.path, False):
            found = self.connection.execute("SELECT document, name FROM names ORDER BY name")
            return [(int(number), str(name)) for number, name in found]

    def count(self, table: str) -> int:
        """The number of rows of a table."""
        assert table in COLUMNS or table in ("files", "failures")
        with faults.told(self.path, False):
            found = self.connection.execute(f'SELECT count(*) FROM "{table}"')
            return int(found.fetchone()[0])

    def _take_out(self, db: sqlite3.Connection, names: Iterable[str]) -> set[int]:
        """Delete files and their failures; returns the documents that they held."""
        left: set[int] = set()
        for name in names:
            found = db.execute("DELETE FROM files WHERE name = ? RETURNING document", (name,))
            left.update(number for (number,) in found.fetchall() if number is not None)
        return left

    def _drop_unnamed(self, db: sqlite3.Connection, documents: Iterable[int]) -> None:
        """Delete those of the documents that no file holds any more."""
        db.executemany(
            "DELETE FROM documents WHERE id = ? AND NOT EXISTS "
            "(SELECT 1 FROM files WHERE document = documents.id)",
            [(number,) for number in documents],
        )

    def _insert(
        self,
        db: sqlite3.Connection,
        document: StoredDocument | Packed,
        counts: tuple[int, ...],
        fingerprint: str,
    ) -> int:
        """The rows of a new document; returns its id."""
        columns = COLUMNS["documents"][1:]
        marks = ", ".join("?" * (len(columns) + 1))
        number = db.execute(
            f"INSERT INTO documents ({', '.join(columns)}, fingerprint) VALUES ({marks})",
            (*document.row, fingerprint),
        ).lastrowid
        assert number is not None
        db.execute("INSERT INTO objects VALUES (?, ?)", (number, document.object))
        (first,) = db.execute("SELECT coalesce(max(id), -1) + 1 FROM passages").fetchone()
        packed.copy(db, counts, number, first)
        return number


def _connect(path: Path, write: bool, create: bool) -> sqlite3.Connection:
    """A connection. One that reads may still touch the log and take it away when it closes; where
    it cannot (a read-only disk), a database with nothing in its log is read as it lies."""
    uri = _uri(path.absolute())
    mode = "rwc" if create else "rw"
    db = sqlite3.connect(f"{uri}?mode={mode}", uri=True, timeout=_BUSY, isolation_level=None)
    if write:
        return db
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError:
        db.close()
        log = Path(f"{path}-wal")
        if log.exists() and log.stat().st_size:
            raise
        db = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return db


def _uri(path: PurePath) -> str:
    """An absolute path as SQLite takes it: with the server of a Windows share in the path, as it
    knows no other host than this one."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _prepare(path: Path, connection: sqlite3.Connection, write: bool) -> None:
    """Look whether this is a corpus database and of which schema; set it up."""
    have = migrations.version(connection)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (size,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    empty = not size and not have and not application
    if application != migrations.APPLICATION and not (empty and write):
        raise faults.foreign(path)
    latest = len(migrations.steps())
    if have > latest:
        raise faults.newer(path, have, latest)
    if have < latest and not write:
        raise faults.older(path, have, latest)
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")  # 64 MiB
        connection.execute("PRAGMA wal_autocheckpoint = 4000")  # pages, 16 MB
        migrations.migrate(connection)
        _merge_later(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _merge_later(db: sqlite3.Connection) -> None:
    """Let 8 pieces of the search index come together before they are merged, not 4: of 100,000
    documents each is then written five times, not eight."""
    kept = db.execute("SELECT v FROM passages_search_config WHERE k = 'automerge'").fetchone()
    if kept != (_PIECES,):
        sql = "INSERT INTO passages_search (passages_search, rank) VALUES ('automerge', ?)"
        db.execute(sql, (_PIECES,))


def _readable(text: str) -> str:
    """`text` as UTF-8 can hold it: bytes of a name that are no UTF-8 are written as \\udcxx."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _legible(file: FileEntry) -> FileEntry:
    return FileEntry(_readable(file.name), _readable(file.path), file.sha256)
