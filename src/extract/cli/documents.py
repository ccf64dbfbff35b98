"""doisoat extract, check."""

from __future__ import annotations

import json
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
    """Print findings (phát hiện) as file:line:column: CODE severity message; of Word, PDF and web
    pages as file: page N: CODE severity message, with heading and sentence on the next line.

    Exit code: 0 nothing found, 1 findings, 2 a file could not be read.
    """
    from extract.output import contract, text
    from extract.output.spots import Spots

    tongue = language(lang)
    if explain and form is Format.json:
        raise InputError(
            "--explain: is a view for reading; leave out --format json, or --explain",
            "--explain: là cách trình bày để đọc; hãy bỏ --format json hoặc bỏ --explain",
        )
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
            spots = Spots(report)
            for f in findings:
                record = contract.located(f, tongue, report.document, spots)
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
            known = ", ".join(CODES)
            raise InputError(
                f"{prefix}: no finding code begins so; known: {known}",
                f"{prefix}: không có mã phát hiện nào bắt đầu như vậy; các mã: {known}",
            )
    return wanted
