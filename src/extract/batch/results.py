"""The files of a run, made from its database: JSON for each document, CSV tables, a summary.

They depend on what the database holds and on nothing else, so that a run that was killed and done
again leaves the same bytes as one that was not.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from extract.errors import OutputError
from extract.output.columns import COLUMNS, COUNTED
from extract.output.files import PREFIX, replacing
from extract.store.database import Store
from extract.store.records import object_json
from extract.store.tables import KINDS

DATABASE = "doisoat.db"
_LONGEST = 240  # bytes of a file's name; most systems allow 255


class Stopped(Exception):
    """The run was asked to end."""


def json_path(out: Path, name: str) -> Path:
    """Where the JSON object of a document is; parts of its name that are too long are cut."""
    return out / "json" / "/".join(map(_fitting, f"{name}.json".split("/")))


def _fitting(part: str) -> str:
    data = part.encode("utf-8", "surrogatepass")
    if len(data) <= _LONGEST:
        return part
    digest = hashlib.sha256(data).hexdigest()[:12]
    return f"{data[: _LONGEST - 18].decode('utf-8', 'ignore')}~{digest}.json"


def write_json(out: Path, name: str, packed: bytes) -> None:
    """Write the JSON object of a document, packed as the store has it; OutputError if not."""
    with replacing(json_path(out, name)) as file:
        file.write(object_json(packed, name) + "\n")


def complete_json(
    store: Store, out: Path, fresh: Callable[[str, str], bool], stopped: Callable[[], bool]
) -> None:
    """Write the objects that are missing or not `fresh` (by name and hash), remove all others.

    What a killed run has left half-written goes too.
    Raises OutputError where one cannot be written and Stopped where `stopped` says so.
    """
    wanted: set[str] = set()
    found = store.connection.execute(
        "SELECT document, name, sha256 FROM names JOIN documents ON documents.id = document "
        "ORDER BY name"
    ).fetchall()
    for number, name, sha256 in found:
        if stopped():
            raise Stopped
        path = json_path(out, name)
        wanted.add(os.path.normcase(path))
        if not fresh(name, sha256) or not path.is_file():
            (packed,) = store.connection.execute(
                "SELECT json FROM objects WHERE document = ?", (number,)
            ).fetchone()
            write_json(out, name, packed)
    for path in out.glob(f"{PREFIX}*"):
        _remove(path)
    for folder, _, files in os.walk(out / "json", topdown=False):
        for file in files:
            path = Path(folder) / file
            old = path.suffix == ".json" and os.path.normcase(path) not in wanted
            if old or file.startswith(PREFIX):
                _remove(path)
        with suppress(OSError):
            Path(folder).rmdir()  # where nothing is left in it


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as e:
        raise OutputError(
            f"{path}: cannot be removed ({e.strerror or e})",
            f"{path}: không xóa được ({e.strerror or e})",
        ) from None


def write_tables(store: Store, out: Path, stopped: Callable[[], bool]) -> None:
    """Write every kind of `store.tables.KINDS` over all documents, in the order of their names.

    CSV in UTF-8 with BOM, as Excel wants. Raises OutputError where one cannot be written and
    Stopped where `stopped` says so; none is written then.
    """
    with ExitStack() as stack:
        writers = {}
        for kind, columns in KINDS.items():
            file = stack.enter_context(replacing(out / f"{kind}.csv", "utf-8-sig"))
            writers[kind] = csv.writer(file, lineterminator="\n")
            writers[kind].writerow(c.name for c in columns)
        for number, name in store.names():
            if stopped():
                raise Stopped
            for kind, found in _of_document(store, number):
                writers[kind].writerows((name, *row) for row in found)
        for kind, sql in _WHOLE.items():
            writers[kind].writerows(store.connection.execute(sql))


def _of_document(store: Store, number: int) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    """The rows of a document by kind, without its name and with passages as text."""
    db = store.connection
    texts = dict(db.execute("SELECT id, text FROM passages WHERE document = ?", (number,)))
    for kind, sql in _QUERIES.items():
        found: Iterable[tuple[Any, ...]] = db.execute(sql, (number,))
        if (at := _PASSAGE.get(kind)) is not None:
            found = ((*row[:at], texts.get(row[at]), *row[at + 1 :]) for row in found)
        yield kind, found


def _query(kind: str) -> str:
    columns = ", ".join(
        f"iif(\"{c.name}\", 'True', 'False')" if c.type == "bool" else f'"{c.name}"'
        for c in KINDS[kind][1:]
    )
    key, order = ("id", "id") if kind == "documents" else ("document", "ordinal")
    return f"SELECT {columns} FROM {kind} WHERE {key} = ? ORDER BY {order}"


_QUERIES = {kind: _query(kind) for kind in COLUMNS}
_PASSAGE = {k: names.index("passage") - 1 for k, names in COLUMNS.items() if "passage" in names}
_WHOLE = {
    "files": "SELECT f.name, f.sha256, n.name FROM files f LEFT JOIN names n USING (document) "
    "ORDER BY f.name",
    "failures": "SELECT name, error, message, attempts FROM failures ORDER BY name",
}


def counts(store: Store) -> dict[str, Any]:
    """What the database holds, as numbers: documents, failures, found by kind, verdicts, codes."""
    db = store.connection
    sums = ", ".join(f"coalesce(sum({kind}), 0)" for kind in ("characters", *COUNTED))
    characters, *found = db.execute(f"SELECT {sums} FROM documents").fetchone()
    grouped = {
        "relations": "SELECT verdict, count(*) FROM relations GROUP BY 1 ORDER BY 2 DESC, 1",
        "findings": "SELECT code, count(*) FROM findings GROUP BY 1 ORDER BY 1",
        "errors": "SELECT error, count(*) FROM failures GROUP BY 1 ORDER BY 2 DESC, 1",
    }
    return {
        "files": store.count("files"),
        "documents": store.count("documents"),
        "failures": store.count("failures"),
        "characters": characters,
        "found": dict(zip(COUNTED, found, strict=True)),
        **{key: dict(db.execute(sql).fetchall()) for key, sql in grouped.items()},
    }


def messages(store: Store, most: int) -> list[str]:
    """Why files could not be read, in the order of their names, at most so many."""
    sql = "SELECT message FROM failures ORDER BY name LIMIT ?"
    return [str(message) for (message,) in store.connection.execute(sql, (most,))]


def write_summary(out: Path, data: Mapping[str, Any]) -> None:
    """Write summary.json; OutputError if not."""
    with replacing(out / "summary.json") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
        file.write("\n")
