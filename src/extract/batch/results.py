"""The files of a run, made from its database: JSON for each document, CSV tables, a summary.

They depend on what the database holds and on nothing else, so that a run that was killed and done
again leaves the same bytes as one that was not.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import DoisoatError, OutputError
from extract.output.columns import COUNTED
from extract.output.files import PREFIX, WINDOWS, extended, replacing
from extract.store.database import Store
from extract.store.records import object_json
from extract.store.tables import KINDS

DATABASE = "doisoat.db"
_LONGEST = 240  # bytes of a file's name; most systems allow 255
_NOT_THERE = re.compile(r'[<>:"|?*\\\x00-\x1f]')  # in no name of Windows
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\s*(?:\.|$)", re.IGNORECASE)
_AT_ONCE = 250  # documents of which the JSON is written in one job


@dataclass(frozen=True, slots=True)
class Job:
    """Some of the files to be written, by any process that can open the database: the CSV table
    of a kind, or the JSON of documents (their ids and names)."""

    out: Path
    kind: str = ""
    documents: tuple[tuple[int, str], ...] = ()

    def __call__(self) -> DoisoatError | None:
        """Write them; the error where they cannot be written."""
        from extract.store.export import export

        try:
            with Store.open(self.out / DATABASE) as store:
                if self.kind:
                    export(store, "csv", self.out, [self.kind])
                for number, name in self.documents:
                    _write_json(store, self.out, number, name)
        except DoisoatError as e:
            return e
        return None


def do(job: Job) -> DoisoatError | None:
    """Do a job, as a function that a pool of processes can use."""
    return job()


def write_all(store: Store, out: Path) -> None:
    """Write the JSON of all documents and all tables anew, in this process; OutputError if not."""
    for job in (*json_jobs(store, out, lambda name: False), *table_jobs(out)):
        if (error := job()) is not None:
            raise error
    sweep(out, (name for _, name in store.names()))


def json_jobs(store: Store, out: Path, fresh: Callable[[str], bool]) -> Iterator[Job]:
    """Jobs for the JSON of all documents whose file is missing or not `fresh`, by its name."""
    wanted = [
        (number, name)
        for number, name in store.names()
        if not fresh(name) or not json_path(out, name).is_file()
    ]
    for at in range(0, len(wanted), _AT_ONCE):
        yield Job(out, documents=tuple(wanted[at : at + _AT_ONCE]))


def table_jobs(out: Path) -> Iterator[Job]:
    """Jobs for the CSV tables of all kinds, the large ones first."""
    large = ("quantities", "claims", "passages", "relations", "operands", "dates", "cells")
    for kind in sorted(KINDS, key=lambda k: large.index(k) if k in large else len(large)):
        yield Job(out, kind)


def have_tables(out: Path) -> bool:
    """True where the table of every kind is there."""
    return all((out / f"{kind}.csv").is_file() for kind in KINDS)


def json_path(out: Path, name: str) -> Path:
    """Where the JSON object of a document is; parts of its name that are too long are cut, and on
    Windows what no name there can have is written as %XX."""
    parts = f"{name}.json".split("/")
    if WINDOWS:
        parts = list(map(permitted, parts))
    return _json(out).joinpath(*map(_fitting, parts))


def _json(out: Path) -> Path:
    """The folder of the JSON objects."""
    folder = out / "json"
    return Path(extended(folder.absolute())) if WINDOWS else folder


def permitted(part: str) -> str:
    """A part of a name as Windows takes it: documents of an object store or of another system may
    be called `a:b.txt` (there a hidden stream of a file `a`) or `aux.txt` (there a device)."""
    text = _NOT_THERE.sub(lambda m: f"%{ord(m[0]):02X}", part)
    if text[-1:] in (".", " "):
        text = f"{text[:-1]}%{ord(text[-1]):02X}"
    return f"%{ord(text[0]):02X}{text[1:]}" if _DEVICE.match(text) else text


def _fitting(part: str) -> str:
    data = part.encode("utf-8", "surrogatepass")
    if len(data) <= _LONGEST:
        return part
    digest = hashlib.sha256(data).hexdigest()[:12]
    return f"{data[: _LONGEST - 18].decode('utf-8', 'ignore')}~{digest}.json"


def _write_json(store: Store, out: Path, number: int, name: str) -> None:
    sql = "SELECT json FROM objects WHERE document = ?"
    (packed,) = store.connection.execute(sql, (number,)).fetchone()
    with replacing(json_path(out, name)) as file:
        file.write(object_json(packed, name) + "\n")


def sweep(out: Path, names: Iterable[str]) -> None:
    """Remove the JSON files of other documents than those with the names, and what a killed run
    has left half-written; OutputError where that is not allowed."""
    wanted = {os.path.normcase(json_path(out, name)) for name in names}
    for path in out.glob(f"{PREFIX}*"):
        _remove(path)
    for folder, _, files in os.walk(_json(out), topdown=False):
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


def counts(store: Store) -> dict[str, Any]:
    """What the database holds, as numbers: documents, failures, found by kind, verdicts, codes."""
    db = store.connection
    sums = ", ".join(f"coalesce(sum({kind}), 0)" for kind in ("characters", *COUNTED))
    characters, *found = db.execute(f"SELECT {sums} FROM documents").fetchone()
    (partial,) = db.execute("SELECT count(*) FROM documents WHERE status = 'partial'").fetchone()
    grouped = {
        "relations": "SELECT verdict, count(*) FROM relations GROUP BY 1 ORDER BY 2 DESC, 1",
        "findings": "SELECT code, count(*) FROM findings GROUP BY 1 ORDER BY 1",
        "errors": "SELECT error, count(*) FROM failures GROUP BY 1 ORDER BY 2 DESC, 1",
    }
    return {
        "files": store.count("files"),
        "documents": store.count("documents"),
        "failures": store.count("failures"),
        "partial": partial,
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
