"""doisoat extract, check, run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli.common import (
    Files,
    Format,
    Language,
    PagesOption,
    Patterns,
    Reader,
    ReaderOption,
    complain,
    language,
    page_range,
    reports_of,
    rulebook,
)
from extract.errors import InputError
from extract.output import streams

if TYPE_CHECKING:
    from extract.model import Report


def extract(
    files: Files,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One object a line")] = False,
    patterns: Patterns = None,
    reader: ReaderOption = Reader.pdf,
    pages: PagesOption = None,
    lang: Language = None,
) -> None:
    """Print what was found in each document as JSON (schema doisoat.document/1).

    Several files are printed one object a line.
    """
    from extract.output.contract import as_dict

    tongue = language(lang)
    chosen = page_range(pages)
    failed = False
    escape = not streams.speaks_unicode()
    indent = None if jsonl or len(files) > 1 else 1
    for _, report in reports_of(files, rulebook(patterns), reader, chosen):
        if report is None:
            failed = True
        else:
            data = as_dict(report, tongue)
            print(json.dumps(data, ensure_ascii=escape, indent=indent))
    raise typer.Exit(2 if failed else 0)


def check(
    files: Files,
    form: Annotated[Format, typer.Option("--format", help="Form of the findings")] = Format.text,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODE", help="Only these codes or beginnings of codes"),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", help="Not these codes or beginnings of codes"),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show every relation (of several files: 5 that agree)"),
    ] = False,
    patterns: Patterns = None,
    reader: ReaderOption = Reader.pdf,
    pages: PagesOption = None,
    lang: Language = None,
) -> None:
    """Print findings (phát hiện) as file:line:column: CODE severity sentence.

    Exit code: 0 nothing found, 1 findings, 2 a file could not be read.
    """
    from extract.output import contract, places, text

    tongue = language(lang)
    wanted, unwanted = _codes(select), _codes(ignore)
    chosen = page_range(pages)
    failed, found = False, 0
    reports: list[Report] = []
    records: list[dict[str, Any]] = []
    for name, report in reports_of(files, rulebook(patterns), reader, chosen):
        if report is None:
            failed = True
            continue
        findings = text.selected(report.findings, wanted, unwanted)
        found += len(findings)
        if form is Format.json:
            lines = places.Lines(report.document.text)
            for f in findings:
                record = contract.placed(contract.finding(f, tongue, lines), report.document)
                records.append({"file": name, **record})
        elif explain:
            most = None if len(files) == 1 else 5
            text.show(text.explain(name, report, findings, tongue, most))
            reports.append(report)
        else:
            for line in text.linter_lines(name, report, findings, tongue):
                print(line)
    if form is Format.json:
        print(json.dumps(records, ensure_ascii=not streams.speaks_unicode(), indent=1))
    elif explain and reports:
        text.show(text.summary(reports, tongue))
    raise typer.Exit(2 if failed else int(found > 0))


def _codes(given: list[str] | None) -> list[str]:
    """The code prefixes of an option, each of which must begin a known code."""
    from extract.check.codes import CODES

    wanted = [c for item in given or () for c in item.replace(",", " ").upper().split()]
    for prefix in wanted:
        if not any(code.startswith(prefix) for code in CODES):
            raise InputError(f"{prefix}: no finding code begins so; known: {', '.join(CODES)}")
    return wanted


def run(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder of the results")],
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="GLOB", help="Leave out names or relative paths"),
    ] = None,
    pages: PagesOption = None,
    patterns: Patterns = None,
    lang: Language = None,
) -> None:
    """Analyse many documents: JSON for each, CSV tables over all, a summary.

    Exit code: 0 all were read, 1 some failed (failures.csv says why), 2 could not run.
    """
    from rich.console import Console
    from rich.progress import Progress

    from extract.batch import local

    tongue = language(lang)
    chosen = page_range(pages)
    book = rulebook(patterns)
    tasks = local.discover(paths, exclude or (), out)
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("reading", total=len(tasks))
        summary = local.run(tasks, out, book, tongue, lambda task: progress.advance(bar), chosen)
    for message in summary.messages[:20]:
        complain(message)
    found = ", ".join(f"{n} {kind}" for kind, n in summary.counts.items())
    verdicts = ", ".join(f"{n} {verdict}" for verdict, n in summary.verdicts.most_common())
    print(f"{summary.documents} documents, {summary.failures} failures, {summary.seconds:.1f} s")
    print(f"found: {found}")
    print(f"relations: {verdicts or 'none'}")
    print(f"results in {out}")
    raise typer.Exit(1 if summary.failures else 0)
