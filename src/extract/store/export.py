"""The database as files: Parquet or CSV (one file a kind), an XLSX workbook, JSON lines.

Rows are read and written some at a time, so that a corpus need not fit into memory; equal
databases give equal files, byte for byte. Files take their places when all are whole.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Literal

from extract.check.codes import Lang
from extract.errors import InputError, OutputError
from extract.output.files import replacing, scratch
from extract.store import contents, tables
from extract.store.database import Store
from extract.store.records import Tuple

Form = Literal["parquet", "csv", "xlsx", "jsonl"]
Progress = Callable[[str, int], None]  # called with a kind and the number of rows just written

_GROUP = 20_000  # rows in a row group of a Parquet file
_PLAIN = re.compile(r"[+-]?[0-9][0-9.,  ]*%?")


def export(
    store: Store,
    form: Form,
    out: Path,
    kinds: Sequence[str] = (),
    lang: Lang = "vi",
    progress: Progress = lambda kind, rows: None,
) -> list[Path]:
    """Write what the database holds (only `kinds`, if given) to `out`: a folder for Parquet and
    CSV, a file for XLSX and JSON lines. Returns the files written.

    InputError for a kind that does not exist, or a database that cannot be read; OutputError
    where `out` cannot be written.
    """
    wanted = chosen(kinds)
    if form == "jsonl" and kinds:
        raise InputError(
            "--kind: a JSON lines file has whole documents; leave --kind out",
            "--kind: tệp JSON lines chứa trọn từng văn bản; hãy bỏ --kind",
        )
    if form in ("xlsx", "jsonl") and out.is_dir():
        raise OutputError(
            f"{out}: is a folder; give the name of a file, for example corpus.{form}",
            f"{out}: là thư mục; hãy nêu tên tệp, ví dụ corpus.{form}",
        )
    with contents.unchanged(store):
        if form == "jsonl":
            return _jsonl(store, out, progress)
        if form == "xlsx":
            from extract.store.workbook import write

            with scratch(out) as file:
                write(store, file, wanted, lang, progress)
            return [out]
        return _folder(store, form, out, wanted, progress)


def chosen(kinds: Sequence[str]) -> list[str]:
    """The kinds wanted, in the order of the tables; all where none is named, InputError for one
    that is not known."""
    for kind in kinds:
        if kind not in tables.KINDS:
            known = ", ".join(tables.KINDS)
            raise InputError(
                f"{kind}: no such kind; known: {known}", f"{kind}: không có loại này; có: {known}"
            )
    return [kind for kind in tables.KINDS if not kinds or kind in kinds]


def _jsonl(store: Store, out: Path, progress: Progress) -> list[Path]:
    with replacing(out) as file:
        for line in contents.objects(store):
            file.write(line + "\n")
            progress("documents", 1)
    return [out]


def _folder(
    store: Store, form: str, out: Path, kinds: Iterable[str], progress: Progress
) -> list[Path]:
    write = _parquet if form == "parquet" else _csv
    made: list[Path] = []
    new = not out.exists()
    try:
        with ExitStack() as stack:  # all files are whole before the first takes its place
            for kind in kinds:
                path = out / f"{kind}.{form}"
                write(kind, _told(store, kind, progress), stack.enter_context(scratch(path)))
                made.append(path)
    except BaseException:
        if new:
            with suppress(OSError):
                out.rmdir()
        raise
    return made


def _told(store: Store, kind: str, progress: Progress) -> Iterator[list[Tuple]]:
    for rows in contents.chunks(store, kind):
        yield rows
        progress(kind, len(rows))


def _parquet(kind: str, chunks: Iterable[list[Tuple]], path: Path) -> None:
    import pyarrow.parquet as pq

    with pq.ParquetWriter(path, tables.schema(kind), compression="zstd") as writer:
        waiting: list[Tuple] = []
        for rows in chunks:
            waiting += rows
            while len(waiting) >= _GROUP:
                writer.write_table(tables.arrow(kind, waiting[:_GROUP]))
                waiting = waiting[_GROUP:]
        if waiting:
            writer.write_table(tables.arrow(kind, waiting))


def _csv(kind: str, chunks: Iterable[list[Tuple]], path: Path) -> None:
    columns = tables.KINDS[kind]
    texts = [n for n, c in enumerate(columns) if c.type == "text"]
    flags = [n for n, c in enumerate(columns) if c.type == "bool"]
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)  # lines end as RFC 4180 has it, so that a lone CR is quoted too
        writer.writerow([c.name for c in columns])
        for rows in chunks:
            for row in rows:
                values: list[Any] = list(row)
                for n in texts:
                    if values[n] and values[n][0] in "=+-@\t\r":
                        values[n] = harmless(values[n])
                for n in flags:
                    if values[n] is not None:
                        values[n] = "true" if values[n] else "false"
                writer.writerow(values)


def harmless(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula: it
    begins with = + - @, a tab or a carriage return and is not just a number."""
    risky = text[:1] in ("=", "+", "-", "@", "\t", "\r") and _PLAIN.fullmatch(text) is None
    return "'" + text if risky else text
