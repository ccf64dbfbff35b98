"""What the commands share: options, language, rulebook, reading with clear messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.errors import DoisoatError

if TYPE_CHECKING:
    from extract.model import Report
    from extract.readers.pages.range import PageRange
    from extract.rules.book import Rulebook


class Lang(StrEnum):
    """Language of messages."""

    vi = "vi"
    en = "en"


class Format(StrEnum):
    """Form of a result."""

    text = "text"
    json = "json"


class Reader(StrEnum):
    """What reads PDF files."""

    pdf = "pdf"
    pdfplumber = "pdfplumber"


Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Text, Markdown, Word, PDF, RTF, OpenDocument, HTML or picture files; - is stdin",
    ),
]
ReaderOption = Annotated[
    Reader,
    typer.Option("--reader", help="What reads PDF files: pdf (PDFium), or pdfplumber to compare"),
]
PagesOption = Annotated[
    str | None,
    typer.Option("--pages", metavar="PAGES", help="Only these pages of PDF and TIFF: 3-7,12"),
]
Patterns = Annotated[
    list[Path] | None,
    typer.Option("--patterns", metavar="DIR", help="Add the rules of a folder of your own"),
]
Language = Annotated[
    Lang | None, typer.Option("--lang", help="Language of messages [default: from the locale]")
]


_spoken = ["en"]  # the language of the command that runs, so that error messages follow it


def language(lang: Lang | None) -> Any:
    """The language asked for, else that of the locale, as the codes want it ("vi" or "en")."""
    _spoken[0] = lang.value if lang is not None else _of_locale()
    return _spoken[0]


def _of_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "vi" if value.lower().startswith("vi") else "en"
    if os.name == "nt":
        import locale

        return "vi" if (locale.getlocale()[0] or "").lower().startswith("vi") else "en"
    return "en"


def rulebook(folders: list[Path] | None) -> Rulebook:
    """The built-in rules, with those of the folders of --patterns."""
    from extract.rules.book import default_rulebook, load

    if not folders:
        return default_rulebook()
    return load(*folders)


def page_range(text: str | None) -> PageRange | None:
    """The pages of the option --pages; InputError where it names none."""
    from extract.readers.pages.range import PageRange

    return PageRange.parse(text) if text is not None else None


def complain(message: object) -> None:
    """Print a message on standard error, in the language of the command."""
    if isinstance(message, DoisoatError):
        message = message.said(_spoken[0])
    typer.echo(f"doisoat: {message}", err=True)


def reports_of(
    files: Iterable[Path],
    book: Rulebook,
    reader: Reader = Reader.pdf,
    pages: PageRange | None = None,
) -> Iterator[tuple[str, Report | None]]:
    """Name and report of each file; the report is None (and the reason printed) where one fails.

    What could not be read well is printed as a warning.
    """
    from extract.pipeline import analyse
    from extract.readers.files import read_bytes, read_path

    for path in files:
        try:
            with _progress(str(path)) as progress:
                if str(path) == "-":
                    document = read_bytes(
                        sys.stdin.buffer.read(), "-", reader.value, progress, pages
                    )
                else:
                    document = read_path(path, reader.value, progress, pages)
            for warning in document.warnings:
                complain(f"{path}: {warning.said(_spoken[0])}")
            yield str(path), analyse(document, book)
        except DoisoatError as e:
            complain(e)
            yield str(path), None


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int, int], None] | None]:
    """Shows how many pages of a scan are read, on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"{name}: OCR", visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=True)
