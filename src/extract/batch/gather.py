"""The shards of a cluster run put together: into a corpus database, or one Parquet file a kind.

Both equal what the local engine gives over the same files. A content that lay in several shards is
one document, with the first of its files' names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch import parts, shards
from extract.batch.storage import Folder
from extract.errors import OutputError
from extract.store import tables
from extract.store.database import Store

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq


def into_store(folder: Folder, store: Store, done: Callable[[], object] = lambda: None) -> None:
    """Put the documents and failures of a complete run into the store; what the store held of
    files that the run does not have is taken out.

    One document in a transaction: stopped, it goes on where it was. `done` is called after each
    shard. OutputError where the run is not complete, a part is damaged, or the disk is full.
    """
    names: set[str] = set()
    markers = shards.read_run(folder)
    known = store.known(markers[0].fingerprint) if markers else {}
    for marker in markers:
        failures = marker.parts.get("failures")
        for one in parts.decode(
            shards.read_part(folder, marker.parts[parts.STORED]),
            shards.read_part(folder, failures) if failures else None,
        ):
            names.add(one.file.name)
            if known.get(one.file.name) == one.file.sha256:
                continue
            if isinstance(one.result, parts.Failure):
                f = one.result
                store.fail(one.file, marker.fingerprint, f.error, f.message, f.attempts)
            elif not store.place(one.file, marker.fingerprint):
                assert one.result is not None, "a copy comes after the file it is a copy of"
                store.add(one.result, [one.file], marker.fingerprint)
        done()
    held = store.connection.execute("SELECT name FROM files ORDER BY name").fetchall()
    store.forget([name for (name,) in held if name not in names])


def into_parquet(folder: Folder, out: Path, done: Callable[[], object] = lambda: None) -> None:
    """Write OUT/<kind>.parquet for every kind, as `doisoat export --to parquet` does.

    Each file is put in place when all are whole. OutputError as in `into_store`.
    """
    import pyarrow.parquet as pq

    markers = shards.read_run(folder)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            written: dict[str, tuple[Path, pq.ParquetWriter]] = {}
            for kind in tables.KINDS:
                path = out / f".{kind}.parquet.{os.getpid()}.tmp"
                stack.callback(_unlink, path)
                writer = pq.ParquetWriter(path, tables.schema(kind), compression="zstd")
                written[kind] = path, stack.enter_context(writer)
            for kind, table in _tables(folder, markers, done):
                written[kind][1].write_table(table)
            for _, writer in written.values():
                writer.close()
            for kind, (path, _) in written.items():
                path.replace(out / f"{kind}.parquet")
    except OSError as e:
        raise OutputError(f"{out}: cannot be written ({e.strerror or e})") from None


def _tables(
    folder: Folder, markers: list[shards.Marker], done: Callable[[], object]
) -> Iterator[tuple[str, pa.Table]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    first: dict[str, str] = {}  # content -> name of its document
    for marker in markers:
        read = {
            kind: parts.read(shards.read_part(folder, part))
            for kind, part in marker.parts.items()
            if kind != parts.STORED
        }
        again: dict[str, str] = {}  # names that are another document elsewhere
        documents = []
        for row in read["files"].to_pylist():
            name = row["document"]
            if name is not None:
                name = first.setdefault(row["sha256"], name)
                if name != row["document"]:
                    again[row["document"]] = name
            documents.append(name)
        for kind, table in read.items():
            if again and kind == "files":
                at = table.schema.get_field_index("document")
                column = pa.array(documents, pa.string())
                table = table.set_column(at, table.schema.field(at), column)
            elif again and kind != "failures":
                copies = pc.is_in(table["document"], pa.array(sorted(again), pa.string()))
                table = table.filter(pc.invert(copies))
            yield kind, table
        done()


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
