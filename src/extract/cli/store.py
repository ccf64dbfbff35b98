"""doisoat search, export: what leaves the corpus database."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli.common import Format, Lang, Language, complain, language
from extract.output import streams

if TYPE_CHECKING:
    from rich.text import Text

    from extract.store.search import Found, Query


class Form(StrEnum):
    """Form of the files that export writes."""

    parquet = "parquet"
    csv = "csv"
    xlsx = "xlsx"
    jsonl = "jsonl"


Database = Annotated[
    Path, typer.Argument(metavar="DB", help="The database that doisoat run has made")
]
_PAGE = {"en": "page", "vi": "trang"}
_SHOWN = {
    "en": "{shown} of {all} passages; --limit shows more",
    "vi": "{shown} trong {all} đoạn; --limit để xem thêm",
}
_NOTHING = {
    "en": "{query}: no passage has all of these words; try fewer of them, or a beginning (word*)",
    "vi": "{query}: không có đoạn nào chứa đủ các từ này; thử bớt từ, hoặc tìm theo phần đầu (từ*)",
}

_WORDLESS = {
    "en": "“{query}”: there is no word in it to search for; give one, with letters or digits",
    "vi": "“{query}”: không có từ nào để tìm; hãy gõ ít nhất một từ, có chữ hoặc số",
}


def search(
    database: Database,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...",
            help="Words, with or without diacritics; '\"words in a row\"', begin*, 18-NQ/TW",
        ),
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many passages")] = 20,
    form: Annotated[Format, typer.Option("--format", help="Form of the passages")] = Format.text,
    lang: Language = None,
) -> None:
    """Find passages in a database by their words: document, page, section, passage.

    Exit code: 0 found, 1 nothing found, 2 could not search.
    """
    from dataclasses import asdict

    from rich.console import Console

    from extract.store import search as engine
    from extract.store.database import Store

    tongue = language(lang)
    asked = " ".join(query)
    with Store.open(database) as store:
        found = engine.search(store, asked, limit)
        total = engine.count(store, asked) if len(found) == limit else len(found)
    if form is Format.json:
        data = [asdict(f) for f in found]
        print(json.dumps(data, ensure_ascii=not streams.speaks_unicode(), indent=1))
    else:
        console = Console(highlight=False, soft_wrap=True)
        parsed = engine.parsed(asked)
        for f in found:
            console.print(_place(f, tongue))
            console.print(_passage(f, parsed))
        if total > len(found):
            print(_SHOWN[tongue].format(shown=len(found), all=total))
    if not found:
        said = _NOTHING if engine.parsed(asked).match else _WORDLESS
        complain(said[tongue].format(query=asked))
    raise typer.Exit(0 if found else 1)


def export(
    database: Database,
    form: Annotated[Form, typer.Option("--to", help="Form of the files")],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="PATH", help="A folder (parquet, csv) or file (xlsx, jsonl)"),
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only this kind of rows (documents, citations …); may be given again",
        ),
    ] = None,
    lang: Annotated[
        Lang | None,
        typer.Option(
            "--lang", help="Language of an XLSX's headings [default: vi], and of messages"
        ),
    ] = None,
) -> None:
    """Write what a database holds as tables (parquet, csv, xlsx) or as JSON objects (jsonl).

    Parquet and CSV: one file a kind in a folder. XLSX: one workbook, one sheet a kind, headings
    in Vietnamese (--lang en: in English). JSONL: one object a document, as extract prints it.
    """
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from extract.store import export as engine
    from extract.store.database import Store

    language(lang)
    headings: Any = lang.value if lang is not None else "vi"
    rows: dict[str, int] = {}
    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}")
    with (
        Store.open(database) as store,
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        task = bar.add_task("")

        def written(kind: str, count: int) -> None:
            rows[kind] = rows.get(kind, 0) + count
            bar.update(task, description=f"{kind}: {rows[kind]}")

        made = engine.export(store, form.value, out, kind or (), headings, written)
    names = ", ".join(f"{n} {kind}" for kind, n in rows.items())
    print(f"{out}: {names or 'nothing'} ({len(made)} file{'s' if len(made) > 1 else ''})")


def _place(f: Found, tongue: str) -> Text:
    """Document, page and section of a passage, in one line."""
    from rich.text import Text

    text = Text(f.document, style="bold")
    if f.page is not None:
        text.append(f", {_PAGE[tongue]} {f.page}", style="not bold")
    if f.section is not None:
        text.append(f", {f.section} {f.title or ''}".rstrip(), style="not bold dim")
    return text


def _passage(f: Found, query: Query) -> Text:
    """The passage with the words sought in bold, set in."""
    from rich.text import Text

    text = Text("    " + f.text)
    for start, end in query.hits(f.text):
        text.stylize("bold yellow", start + 4, end + 4)
    return text
