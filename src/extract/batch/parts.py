"""The results of a shard as Parquet files: the tables of an export, and what the store keeps.

Each kind of `store.tables` is a file with the columns of `doisoat export --to parquet`. `stored`
has a row for each file of the shard, from which the store's own records are made again.
"""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from extract.store import tables
from extract.store.database import FileEntry
from extract.store.records import StoredDocument

if TYPE_CHECKING:
    import pyarrow as pa

STORED = "stored"
KINDS = (*tables.KINDS, STORED)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file is not among the documents."""

    error: str
    message: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: a document, a failure, or None for a copy of an earlier file."""

    file: FileEntry
    result: StoredDocument | Failure | None


def encode(outcomes: Iterable[Outcome]) -> dict[str, tuple[bytes, int]]:
    """The Parquet files of a shard, kind -> bytes and number of rows; none for a kind without rows.

    A content that several of the files have is one document, with the first file's name.
    """
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in outcomes:
        file, result = one.file, one.result
        kept: tuple[str | None, bytes | None] = (None, None)
        if isinstance(result, Failure):
            row = (file.name, result.error, result.message, result.attempts)
            found["failures"].append(row)
        elif result is not None and file.sha256 not in names:
            names[file.sha256] = file.name
            for kind, rows in tables.rows(result, file.name).items():
                found[kind] += rows
            kept = _packed(result), result.object
        found[STORED].append((file.name, file.path, file.sha256, *kept))
        failed = isinstance(result, Failure)
        document = None if failed else names[file.sha256]
        found["files"].append((file.name, file.sha256, document))
    made = {kind: tables.arrow(kind, found[kind]) for kind in tables.KINDS if found[kind]}
    made[STORED] = _stored(found[STORED])
    return {kind: (parquet(table), table.num_rows) for kind, table in made.items()}


def decode(stored: bytes, failures: bytes | None) -> Iterator[Outcome]:
    """The outcomes that were encoded, in their order, from two of the files."""
    failed = {}
    if failures is not None:
        failed = {row["document"]: row for row in read(failures).to_pylist()}
    for row in read(stored).to_pylist():
        file = FileEntry(row["name"], row["path"], row["sha256"])
        if row["name"] in failed:
            f = failed[row["name"]]
            yield Outcome(file, Failure(f["error"], f["message"], f["attempts"]))
        elif row["rows"] is None:
            yield Outcome(file, None)
        else:
            yield Outcome(file, _unpacked(file.sha256, row["rows"], row["object"]))


def parquet(table: pa.Table) -> bytes:
    """A table as a Parquet file."""
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def read(data: bytes) -> pa.Table:
    """The table of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    return pq.read_table(pa.BufferReader(data))


def _stored(rows: list[tuple[Any, ...]]) -> pa.Table:
    import pyarrow as pa

    text = pa.string()
    schema = pa.schema([("name", text), ("path", text), ("sha256", text),
                        ("rows", pa.large_string()), ("object", pa.large_binary())])  # fmt: skip
    arrays = [pa.array(c, f.type) for c, f in zip(zip(*rows, strict=True), schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _packed(document: StoredDocument) -> str:
    return json.dumps([document.rows, document.search], separators=(",", ":"))


def _unpacked(sha256: str, packed: str, data: bytes) -> StoredDocument:
    rows, search = json.loads(packed)
    return StoredDocument(
        sha256,
        {kind: [tuple(row) for row in found] for kind, found in rows.items()},
        data,
        cast("tuple[tuple[str, str], ...]", tuple(tuple(pair) for pair in search)),
    )
