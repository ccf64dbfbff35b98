"""doisoat run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.common import (
    Language,
    PagesOption,
    Patterns,
    complain,
    language,
    page_range,
    rulebook,
)
from extract.errors import InputError

if TYPE_CHECKING:
    from extract.batch.local import Summary

_SAID = {
    "en": (
        "{some_documents}, {some_failures}, {seconds:.1f} s",
        "files: {files}, of them {read} read now, {same} as before or copies, {failed} failed",
        "no longer asked for and taken out: {gone}",
        "found: {found}",
        "relations: {relations}",
        "failures: {errors}; see {out}/{table}",
        "results in {out}, exit code {code}",
        "read with warnings, may be incomplete: {partial}; see the column warnings of documents",
        "left out of folders, files of other kinds: {others}; scans are read when they are named",
        "stopped after {done} of {total} files; what is done is kept: the same command goes on",
    ),
    "vi": (
        "{documents} văn bản, {failures} lỗi, {seconds:.1f} giây",
        "tệp: {files}, trong đó vừa đọc {read}, như cũ hoặc bản sao {same}, lỗi {failed}",
        "không còn được yêu cầu nên đã bỏ ra: {gone}",
        "tìm thấy: {found}",
        "quan hệ: {relations}",
        "lỗi: {errors}; xem {out}/{table}",
        "kết quả ở {out}, mã thoát {code}",
        "đọc được nhưng có cảnh báo, có thể thiếu: {partial}; xem cột warnings của documents",
        "bỏ qua trong thư mục, tệp loại khác: {others}; muốn đọc ảnh quét hãy chỉ rõ tên tệp",
        "dừng sau {done} trên {total} tệp; phần đã làm được giữ lại: chạy lại lệnh này để tiếp tục",
    ),
}


_NONE = {"en": "none", "vi": "không có"}
_VERDICTS_VI = {
    "consistent": "khớp",
    "inconsistent": "không khớp",
    "undetermined": "chưa đủ căn cứ",
}


class Engine(StrEnum):
    """What reads the files."""

    local = "local"
    dask = "dask"


def run(
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Folder of the results")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...", help="Files, folders, globs; - reads a list of paths from stdin"
        ),
    ] = None,
    lists: Annotated[
        list[Path] | None,
        typer.Option(
            "--files-from", metavar="FILE", help="A list of paths, one a line; - is stdin"
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="GLOB", help="Leave out names or relative paths"),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Processes [default: one a processor]"),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Most for one document")
    ] = 600.0,
    memory: Annotated[
        float, typer.Option("--memory", min=0.25, metavar="GB", help="Most for one document")
    ] = 2.0,
    only_database: Annotated[
        bool,
        typer.Option("--only-database", help="Write DIR/doisoat.db, no JSON and CSV files"),
    ] = False,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Read on this machine, or on a Dask cluster")
    ] = Engine.local,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="dask: its scheduler, tcp://HOST:8786"),
    ] = None,
    shard: Annotated[
        int, typer.Option("--shard", min=1, metavar="N", help="dask: about N documents a shard")
    ] = 100,
    gather: Annotated[
        Path | None,
        typer.Option("--gather", metavar="DIR", help="dask: the results of a local run from it"),
    ] = None,
    retry: Annotated[
        bool, typer.Option("--retry-failed", help="dask: do shards with failed files again")
    ] = False,
    pages: PagesOption = None,
    patterns: Patterns = None,
    lang: Language = None,
) -> None:
    """Analyse many documents: a database, JSON for each, CSV tables over all, a summary.

    Done again, it reads what is new or changed (a file's content, a rule, the program), also
    after it was stopped or killed; what PATHs no longer name is taken out of DIR. Exit code: 0 all
    were read, 1 some failed (failures.csv says why), 2 could not run, 130 stopped.

    With --engine dask, PATHs and DIR may be URLs (s3://...) and DIR gets Parquet shards.
    """
    from extract.batch import local
    from extract.batch.limits import Limits

    tongue = language(lang)
    if not paths and not lists:
        raise InputError(
            "no files are named: give files or folders, or a list with --files-from",
            "chưa chỉ ra tệp nào: hãy nêu tệp, thư mục, hoặc danh sách bằng --files-from",
        )
    chosen = page_range(pages)
    if patterns:
        rulebook(patterns)  # what is wrong with them is said before any file is read
    options = local.Options(
        tuple(str(p.absolute()) for p in patterns or ()),
        tongue,
        pages=str(chosen) if chosen is not None else None,
    )
    limits = Limits(timeout, int(memory * (1 << 30)))
    if engine is Engine.dask:
        from extract.cli import cluster

        files = cluster.Files(paths or (), exclude or (), lists or ())
        how = cluster.How(_named(scheduler), shard, retry, gather, not only_database)
        raise typer.Exit(cluster.run(files, out, options, limits, how))
    if scheduler is not None or gather is not None or retry:
        raise InputError(
            "--scheduler, --gather and --retry-failed are for --engine dask",
            "--scheduler, --gather và --retry-failed chỉ dùng với --engine dask",
        )
    _no_urls(out, *(paths or ()))
    others: Counter[str] = Counter()
    tasks = local.discover(
        [Path(p) for p in paths or ()], exclude or (), Path(out), lists or (), others
    )
    with shown(len(tasks)) as watch:
        summary = local.run(
            tasks, Path(out), options, jobs, limits, watch=watch, files=not only_database
        )
    for message in summary.messages:
        complain(message)
    raise typer.Exit(tell(summary, out, tongue, others=others))


def _named(scheduler: str | None) -> str:
    """The scheduler of a cluster run; InputError where none is named."""
    if scheduler is None:
        raise InputError(
            "--engine dask needs --scheduler, as in --scheduler tcp://HOST:8786",
            "--engine dask cần --scheduler, ví dụ --scheduler tcp://MÁY:8786",
        )
    return scheduler


def _no_urls(*places: str) -> None:
    """InputError where a local run is given a URL."""
    for place in places:
        if "://" in place:
            raise InputError(
                f"{place}: URLs are read and written with --engine dask",
                f"{place}: URL chỉ đọc và ghi được với --engine dask",
            )


def tell(
    summary: Summary,
    out: str,
    tongue: str,
    failures: str = "failures.csv",
    others: Counter[str] | None = None,
) -> int:
    """Print what a run has done; its exit code. `failures`: where in `out` they are listed;
    `others`: endings of files of folders that were left out."""
    from extract.batch import discover
    from extract.output.counted import counted

    head, files, gone, found, relations, errors, end, partial, left_out, stopped = _SAID[tongue]
    code = 130 if summary.stopped else 1 if summary.failures else 0
    counts = summary.counts
    values = {
        **{name: getattr(summary, name) for name in ("documents", "failures", "seconds", "total")},
        **{name: getattr(summary, name) for name in ("read", "same", "failed", "gone", "done")},
        "files": counts["files"],
        "some_documents": counted(summary.documents, "documents"),
        "some_failures": counted(summary.failures, "failures"),
        "found": ", ".join(counted(n, _kind(kind, tongue)) for kind, n in counts["found"].items()),
        "relations": ", ".join(
            f"{n} {_VERDICTS_VI[v] if tongue == 'vi' else v}"
            for v, n in counts["relations"].items()
        )
        or _NONE[tongue],
        "errors": ", ".join(f"{n} {error}" for error, n in counts["errors"].items()),
        "partial": counts.get("partial", 0),
        "others": discover.listed(others or Counter()),
        "out": out,
        "table": failures,
        "code": code,
    }
    lines = [head, files, found, relations, end]
    if summary.failures:
        lines.insert(2, errors)
    if counts.get("partial"):
        lines.insert(2, partial)
    if others:
        lines.insert(2, left_out)
    if summary.gone:
        lines.insert(2, gone)
    for line in lines:
        print(line.format(**values))
    if summary.stopped:
        complain(stopped.format(**values))
    return code


def _kind(kind: str, tongue: str) -> str:
    """What the rows of a kind are called in a sentence."""
    if tongue != "vi":
        return kind
    from extract.store.headings import sheet

    return sheet(kind, "vi").lower()


@contextmanager
def shown(total: int) -> Iterator[Callable[[Summary], None]]:
    """A bar with rate, remaining time and failures, on standard error where that is a terminal."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(show_speed=True),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}", style="red"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as p:
        bar = p.add_task("", total=total, rate="", failed="")

        def watch(summary: Summary) -> None:
            speed = p.tasks[0].speed
            rate = f"{speed:.1f}/s" if speed else ""
            failed = f"✗ {summary.failed}" if summary.failed else ""
            stage = "→ CSV, JSON" if summary.writing else ""
            p.update(bar, completed=summary.done, rate=rate, failed=failed, description=stage)

        yield watch if console.is_terminal else lambda summary: None
