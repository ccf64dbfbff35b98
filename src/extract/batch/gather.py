"""The shards of a cluster run put together: the files of a local run, or one Parquet file a kind.

They equal what the local engine gives over the same files. A content that lay in several shards is
one document, with the first of its files' names.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.batch import local, lock, parts, results, shards
from extract.batch.storage import Folder
from extract.output.files import scratch
from extract.store import tables
from extract.store.database import Store
from extract.store.records import StoredDocument

if TYPE_CHECKING:
    import pyarrow as pa


def into_folder(
    folder: Folder,
    out: Path,
    files: bool = True,
    watch: Callable[[local.Summary], object] = lambda summary: None,
) -> local.Summary:
    """Make of a complete run what the local engine makes of the same files, under `out`.

    Without `files` only the database. `watch` is called after each shard. Raises OutputError where
    the run is not complete, a part of it is damaged, or `out` cannot be written.
    """
    began = time.perf_counter()
    run = shards.read_run(folder)
    summary = local.Summary(total=sum(m.parts[parts.STORED].rows for m in run.markers))
    with lock.alone(out), Store.open(out / results.DATABASE, create=True) as store:
        lock.begin_change(out)
        into_store(folder, run, store, summary, watch)
        summary.counts = results.counts(store)
        if files:
            results.write_all(store, out)
            summary.seconds = time.perf_counter() - began
            results.write_summary(out, summary.as_dict(run.made))
            lock.end_change(out)
    summary.seconds = time.perf_counter() - began
    return summary


def into_store(
    folder: Folder,
    run: shards.Run,
    store: Store,
    summary: local.Summary,
    watch: Callable[[local.Summary], object] = lambda summary: None,
) -> None:
    """Put the documents and failures of a run into the store, and take out what it does not have.

    One document in a transaction: stopped, it goes on where it was.
    """
    made = run.made
    store.provenance(made.fingerprint, made.program, made.patterns, made.options)
    held = {name: (path, sha256) for name, path, sha256 in
            store.connection.execute("SELECT name, path, sha256 FROM files")}  # fmt: skip
    known = store.known(made.fingerprint, failures=False)
    kinds = dict(store.connection.execute(
        "SELECT sha256, media_type FROM documents WHERE fingerprint = ?", (made.fingerprint,)
    ).fetchall())  # fmt: skip
    names: set[str] = set()
    for marker in run.markers:
        for one in _outcomes(folder, marker):
            file, result = one.file, one.result
            names.add(file.name)
            if isinstance(result, parts.Failure):
                summary.failed += 1
                store.fail(file, made.fingerprint, result.error, result.message, result.attempts)
                continue
            # The first file of a content tells whether it is Markdown or other text.
            first = file.sha256 not in kinds or kinds[file.sha256] not in (None, _kind(result))
            if first:
                assert result is not None, "a copy comes after the file it is a copy of"
                store.add(result, [file], made.fingerprint)
                summary.read += 1
            else:
                if file.name not in known or held[file.name] != (file.path, file.sha256):
                    store.place(file, made.fingerprint)
                summary.same += 1
            kinds[file.sha256] = None
        watch(summary)
    gone = sorted(set(held) - names)
    store.forget(gone)
    summary.gone = len(gone)


def _kind(document: StoredDocument | None) -> Any:
    return document.value("media_type") if document is not None else None


def _outcomes(folder: Folder, marker: shards.Marker) -> Iterator[parts.Outcome]:
    failures = marker.parts.get("failures")
    return parts.decode(
        shards.read_part(folder, marker.parts[parts.STORED]),
        shards.read_part(folder, failures) if failures else None,
    )


def into_parquet(folder: Folder, out: Path) -> dict[str, int]:
    """Write OUT/<kind>.parquet for every kind, as `doisoat export --to parquet` does; rows by kind.

    Each file is put in place when all are whole. OutputError as in `into_folder`.
    """
    import pyarrow.parquet as pq

    markers = shards.read_run(folder).markers
    rows = dict.fromkeys(tables.KINDS, 0)
    with ExitStack() as stack:
        writers = {}
        for kind in tables.KINDS:
            path = stack.enter_context(scratch(out / f"{kind}.parquet"))
            writer = pq.ParquetWriter(path, tables.schema(kind), compression="zstd")
            writers[kind] = stack.enter_context(writer)
        for kind, table in _tables(folder, markers):
            writers[kind].write_table(table)
            rows[kind] += table.num_rows
    return rows


def _tables(folder: Folder, markers: Sequence[shards.Marker]) -> Iterator[tuple[str, pa.Table]]:
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
