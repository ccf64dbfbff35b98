"""doisoat run --engine dask, doisoat gather."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli import batch
from extract.cli.common import Language, complain, language

if TYPE_CHECKING:
    from extract.batch.limits import Limits
    from extract.batch.shards import Marker
    from extract.batch.storage import Folder
    from extract.batch.work import Options


_WRITTEN = {
    "en": "{some_documents}, {some_failures}; Parquet files in {out}",
    "vi": "{documents} văn bản, {failures} lỗi; các tệp Parquet ở {out}",
}


class Form(StrEnum):
    """What a cluster run is gathered into."""

    files = "files"
    database = "database"
    parquet = "parquet"


@dataclass(frozen=True, slots=True)
class Files:
    """The files a run is asked for: paths and URLs, globs to leave out, lists of paths."""

    paths: Sequence[str]
    exclude: Sequence[str]
    lists: Sequence[Path]


@dataclass(frozen=True, slots=True)
class How:
    """How a cluster does a run: its scheduler, documents a shard, whether shards with failures
    are done again, where the results are gathered (None: nowhere), all of them or a database."""

    scheduler: str
    shard: int
    retry: bool
    gather: Path | None
    all_files: bool


def run(files: Files, out: str, options: Options, limits: Limits, how: How) -> int:
    """Read the files on a cluster, tell what was done; the exit code."""
    from extract.batch import cluster, local
    from extract.batch import gather as gathering
    from extract.batch.sources import find_sources
    from extract.batch.storage import Folder, url_of

    folder = Folder(url_of(out))
    sources = find_sources(files.paths, files.exclude, folder.url, files.lists)
    summary = local.Summary(total=len(sources))
    began = time.perf_counter()
    markers: list[Marker] = []
    with batch.shown(len(sources)) as watch:

        def done(marker: Marker, before: bool) -> None:
            markers.append(marker)
            failed = marker.counts["failures"]
            summary.failed += failed
            summary.same += marker.counts["files"] - failed if before else 0
            summary.read += 0 if before else marker.counts["files"] - failed
            if not before:
                summary.messages += _messages(folder, marker, len(summary.messages))
            watch(summary)

        try:
            cluster.run(
                sources, folder.url, how.scheduler, options, limits, how.shard,
                retry=how.retry, done=done, warn=complain,
            )  # fmt: skip
        except KeyboardInterrupt:
            summary.stopped = True
    for message in summary.messages:
        complain(message)
    summary.seconds = time.perf_counter() - began
    summary.counts = _sum(markers)
    if summary.stopped or how.gather is None:
        return batch.tell(summary, out, options.lang, "failures/*.parquet")
    with batch.shown(len(sources)) as watch:
        summary = gathering.into_folder(folder, how.gather, how.all_files, watch)
    return batch.tell(summary, str(how.gather), options.lang)


def gather(
    shards: Annotated[
        str, typer.Argument(metavar="SHARDS", help="The --out of a run with --engine dask")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder of the results")],
    form: Annotated[
        Form, typer.Option("--to", help="All files of a local run, its database, Parquet files")
    ] = Form.files,
    lang: Language = None,
) -> None:
    """Put the shards of a cluster run together, as if one machine had read all.

    Exit code 1 where files of the run could not be read, 2 where it is not complete.
    """
    from extract.batch import gather as gathering
    from extract.batch.storage import Folder, url_of

    tongue = language(lang)
    folder = Folder(url_of(shards))
    if form is Form.parquet:
        from extract.output.counted import counted

        rows = gathering.into_parquet(folder, out)
        some = {f"some_{kind}": counted(rows[kind], kind) for kind in ("documents", "failures")}
        print(_WRITTEN[tongue].format(**rows, **some, out=out))
        raise typer.Exit(1 if rows["failures"] else 0)
    summary = gathering.into_folder(folder, out, form is Form.files)
    raise typer.Exit(batch.tell(summary, str(out), tongue))


def _sum(markers: Sequence[Marker]) -> dict[str, Any]:
    """The counts of all shards, in the form of `results.counts`."""
    from extract.output.columns import COUNTED

    whole: dict[str, Any] = dict.fromkeys(("files", "documents", "failures", "characters"), 0)
    parts: dict[str, Counter[str]] = {
        key: Counter() for key in ("found", "relations", "findings", "errors")
    }
    parts["found"].update(dict.fromkeys(COUNTED, 0))
    for marker in markers:
        for key in whole:
            whole[key] += marker.counts[key]
        for key, counts in parts.items():
            counts.update(marker.counts[key])
    return whole | {
        key: dict(counts if key == "found" else counts.most_common())
        for key, counts in parts.items()
    }


def _messages(folder: Folder, marker: Marker, have: int) -> list[str]:
    """What the failures of a shard say, as many as there is still room for."""
    from extract.batch import local, parts, shards

    part = marker.parts.get("failures")
    if part is None or have >= local.MOST_MESSAGES:
        return []
    said = parts.read(shards.read_part(folder, part))["message"].to_pylist()
    return [str(message) for message in said[: local.MOST_MESSAGES - have]]
