"""Many documents on this machine: JSON for each, CSV tables over all; a bad file stops nothing.

OUT/json/<relative path>.json   the contract's object of each document
OUT/<kind>.csv                  documents, sections, … findings (UTF-8 with BOM, as Excel wants)
OUT/failures.csv                the files that could not be read, and why
OUT/summary.json                counts, times, versions
"""

from __future__ import annotations

import json
import os
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import IO, Any

import pandas as pd

from extract.check.codes import Lang
from extract.errors import DoisoatError, InputError
from extract.model import Report
from extract.output.contract import as_dict
from extract.output.files import replacing
from extract.output.frames import COLUMNS, records
from extract.pipeline import analyse
from extract.readers.files import read_path
from extract.readers.page_range import PageRange
from extract.rules.book import Rulebook

SUFFIXES = frozenset(
    (".txt .md .markdown .docx .docm .doc .rtf .odt .html .htm .xhtml .mht .mhtml .pdf").split()
)
FAILURES = ["document", "error", "message"]


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, and the name it has in the results."""

    path: Path
    name: str


@dataclass(slots=True)
class Summary:
    """What a run did."""

    documents: int = 0
    failures: int = 0
    characters: int = 0
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    messages: list[str] = field(default_factory=list)

    def add(self, report: Report) -> None:
        """Count one document."""
        self.documents += 1
        self.characters += len(report.document.text)
        for kind in COLUMNS:
            if kind != "documents":
                self.counts[kind] += len(getattr(report, kind))
        self.verdicts.update(r.verdict for r in report.relations)
        self.codes.update(f.code for f in report.findings)

    def as_dict(self) -> dict[str, Any]:
        """The summary as JSON values."""
        return {
            "schema": "doisoat.run/1",
            "documents": self.documents,
            "failures": self.failures,
            "characters": self.characters,
            "seconds": round(self.seconds, 3),
            "found": dict(self.counts),
            "relations": dict(self.verdicts),
            "findings": dict(sorted(self.codes.items())),
        }


def discover(
    paths: Sequence[Path], exclude: Sequence[str] = (), out: Path | None = None
) -> list[Task]:
    """The files behind the paths, each with a name of its own.

    A file given by name is always taken; of a folder, and the folders in it, those with an ending
    of SUFFIXES, but no hidden ones, none in `out` and none whose relative path or name fits a
    glob of `exclude`. InputError where nothing is left.
    """
    taken: set[str] = set()
    tasks: list[Task] = []
    for root in paths:
        for path, relative in _walk(root, exclude, out):
            name = relative
            for n in range(1, len(tasks) + 2):
                if _canonical(name) not in taken:
                    break
                name = f"{root.resolve().name}-{n}/{relative}" if root.is_dir() else (
                    f"{path.resolve().parent.name}-{n}/{relative}"
                )  # fmt: skip
            taken.add(_canonical(name))
            tasks.append(Task(path, name))
    if not tasks:
        shown = ", ".join(str(p) for p in paths)
        endings = ", ".join(sorted(SUFFIXES))
        raise InputError(f"{shown}: no document found; doisoat reads {endings} files")
    return tasks


def _canonical(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _walk(root: Path, exclude: Sequence[str], out: Path | None) -> Iterator[tuple[Path, str]]:
    if not root.is_dir():
        yield root, root.name
        return
    avoid = out.resolve() if out is not None else None
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and (here / f).resolve() != avoid
        )
        for file in sorted(files):
            path = here / file
            relative = path.relative_to(root).as_posix()
            if path.suffix.lower() not in SUFFIXES or file.startswith("."):
                continue
            if not any(fnmatch(relative, glob) or fnmatch(file, glob) for glob in exclude):
                yield path, relative


class _Tables:
    """The CSV tables of a run, written document by document, put in place at the end."""

    def __init__(self, out: Path, stack: ExitStack) -> None:
        kinds = {**COLUMNS, "failures": FAILURES}
        self._files: dict[str, IO[str]] = {
            kind: stack.enter_context(replacing(out / f"{kind}.csv", "utf-8-sig")) for kind in kinds
        }
        for kind, columns in kinds.items():
            self._write(kind, [], columns, header=True)

    def add(self, rows: dict[str, list[dict[str, Any]]]) -> None:
        """Append the rows of one document."""
        for kind, found in rows.items():
            if found:
                self._write(kind, found, COLUMNS[kind], header=False)

    def fail(self, name: str, error: Exception, message: str) -> None:
        """Record a file that could not be read."""
        row = {"document": name, "error": type(error).__name__, "message": message}
        self._write("failures", [row], FAILURES, header=False)

    def _write(
        self, kind: str, rows: list[dict[str, Any]], columns: list[str], header: bool
    ) -> None:
        frame = pd.DataFrame(rows, columns=columns, dtype=object)
        frame.to_csv(self._files[kind], index=False, header=header, lineterminator="\n")


def run(
    tasks: Sequence[Task],
    out: Path,
    book: Rulebook | None = None,
    lang: Lang = "en",
    done: Callable[[Task], None] = lambda task: None,
    pages: PageRange | None = None,
) -> Summary:
    """Analyse every file, write JSON and tables under `out`; `done` is called after each file.
    `pages` chooses pages of each (None: all).

    Raises OutputError where `out` cannot be written; a file that cannot be read is a row of
    failures.csv.
    """
    summary = Summary()
    began = time.perf_counter()
    with ExitStack() as stack:
        tables = _Tables(out, stack)
        for task in tasks:
            try:
                report = analyse(read_path(task.path, pages=pages), book)
                data = as_dict(report, lang)
                rows = records(report, lang, task.name)
            except Exception as e:
                message = (
                    e.said(lang)
                    if isinstance(e, DoisoatError)
                    else f"{task.path}: internal error: {e!r}"
                )
                tables.fail(task.name, e, message)
                summary.failures += 1
                summary.messages.append(message)
            else:
                with replacing(out / "json" / f"{task.name}.json") as file:
                    json.dump(data, file, ensure_ascii=False, indent=1)
                    file.write("\n")
                tables.add(rows)
                summary.add(report)
            done(task)
        summary.seconds = time.perf_counter() - began
    with replacing(out / "summary.json") as file:
        json.dump(summary.as_dict(), file, ensure_ascii=False, indent=1)
        file.write("\n")
    return summary
