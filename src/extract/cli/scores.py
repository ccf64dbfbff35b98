"""doisoat evaluate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.common import (
    Format,
    Language,
    Patterns,
    complain,
    language,
    reports_of,
    rulebook,
)
from extract.errors import DoisoatError, InputError
from extract.output import streams

if TYPE_CHECKING:
    from extract.evaluate.scores import Scores
    from extract.model import Report
    from extract.rules.book import Rulebook


def evaluate(
    labels: Annotated[list[Path], typer.Argument(metavar="LABELS...", help="Label files (JSON)")],
    texts: Annotated[
        list[Path] | None,
        typer.Option("--texts", metavar="DIR", help="Where the labelled documents are"),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Print every miss and false hit with its place")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="Table or JSON")] = Format.text,
    each: Annotated[bool, typer.Option("--each", help="A table for each document too")] = False,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Keep this run to compare with")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FILE", help="Print gains and losses since a kept run"),
    ] = None,
    patterns: Patterns = None,
    lang: Language = None,
) -> None:
    """Score against labelled documents: precision, recall, F1, attributes, checks."""
    from extract.evaluate import show, total
    from extract.output.files import replacing

    tongue = language(lang)
    older = show.read_run(against) if against else None
    book = rulebook(patterns)
    scores, naive = [], []
    places: list[str] = []
    for scored, other, report in _scored(labels, texts or (), book):
        scores.append(scored)
        naive.append(other)
        places += show.misses(scored, report.document.text) if misses else ()
    if not scores:
        raise InputError(
            "no label file among those given", "trong các tệp đã cho không có tệp nhãn nào"
        )
    whole, bare = total(scores), total(naive, "naive baseline")
    result = show.as_run(scores, whole, bare)
    if save:
        with replacing(save) as file:
            json.dump(result, file, ensure_ascii=False, indent=1)
    if form is Format.json:
        print(json.dumps(result, ensure_ascii=not streams.speaks_unicode(), indent=1))
        return
    for line in places:
        print(line)
    for one, other in (*(zip(scores, naive, strict=True) if each else ()), (whole, bare)):
        for line in show.kinds_lines(one, other, tongue):
            print(line)
        for line in show.attribute_lines(one, other, tongue):
            print(line)
    for one in (*scores, whole):
        print(show.checks_line(one, tongue))
    if older is not None:
        for line in show.changes(older, scores):
            print(line)


def _scored(
    labels: Sequence[Path], texts: Sequence[Path], book: Rulebook
) -> Iterator[tuple[Scores, Scores, Report]]:
    """For each label file the score of the program, that of the naive baseline, and the report; a
    file that holds no labels is told and left out.

    Raises typer.Exit where a labelled document cannot be read (it has been told why).
    """
    from extract.baseline import baseline
    from extract.evaluate import evaluate as score
    from extract.evaluate import find_text, load_labels

    for path in labels:
        wanted = load_labels(path)
        if wanted is None:
            complain(
                DoisoatError(
                    f"{path}: skipped, it is no label file (no object with 'source')",
                    f"{path}: bỏ qua, không phải tệp nhãn (không có đối tượng với 'source')",
                )
            )
            continue
        for _, report in reports_of([find_text(path, wanted, texts)], book):
            if report is None:
                raise typer.Exit(2)
            yield score(wanted, report), score(wanted, baseline(report.document)), report
