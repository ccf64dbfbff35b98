"""doisoat search, export: what leaves the corpus database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.common import Format, Language, complain, language
from extract.output import streams

if TYPE_CHECKING:
    from rich.text import Text

    from extract.store.search import Found, Query

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
        complain(_NOTHING[tongue].format(query=asked))
    raise typer.Exit(0 if found else 1)


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
