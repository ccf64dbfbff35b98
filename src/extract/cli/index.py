"""doisoat index …: the citation index of a corpus database."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli.common import Language, complain, language
from extract.errors import DoisoatError
from extract.output.counted import counted

if TYPE_CHECKING:
    from extract.index import Index

app = typer.Typer(
    help="The citation index (chỉ mục viện dẫn) of a corpus database: who cites what.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Form(StrEnum):
    """Form of an answer."""

    text = "text"
    json = "json"
    csv = "csv"


class By(StrEnum):
    """What the most cited are grouped by."""

    type = "type"
    issuer = "issuer"
    year = "year"
    place = "place"


class Target(StrEnum):
    """Form of an export."""

    csv = "csv"
    graphml = "graphml"
    jsonld = "jsonld"


Db = Annotated[
    Path,
    typer.Option("--db", envvar="DOISOAT_DB", metavar="FILE", help="The corpus database"),
]
Asked = Annotated[
    str,
    typer.Argument(metavar="DOCUMENT", help='A number, key or title: 18-NQ/TW, "nghị quyết 18"'),
]
Corpus = Annotated[
    str, typer.Argument(metavar="NAME", help="A document of the corpus, by its name")
]
Place = Annotated[str | None, typer.Option("--place", help="Only documents of this place")]
Year = Annotated[int | None, typer.Option("--year", help="Only documents of this year")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many rows at most")]
FormOption = Annotated[Form, typer.Option("--format", help="Text, JSON or CSV")]
DB = Path("doisoat.db")


def _open(db: Path, force: bool = False, asked: bool = False) -> Index:
    """The index of a database, made first where it is out of date (told on standard error, unless
    that was `asked`)."""
    from extract.index import open_index

    bar: Any = None
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(stderr=True), transient=True)
        task = bar.add_task("index")

    def progress(done: int, total: int) -> None:
        if bar is not None:
            bar.start()
            bar.update(task, completed=done, total=total)

    def notice() -> None:
        if not asked:
            complain(
                DoisoatError(
                    f"{db}: the index is not up to date; making it",
                    f"{db}: chỉ mục chưa cập nhật; đang lập lại",
                )
            )

    try:
        return open_index(db, progress, notice, force)
    finally:
        if bar is not None:
            bar.stop()


@app.command("build")
def index_build(
    database: Annotated[
        Path | None, typer.Argument(metavar="[DB]", help="The corpus database, as --db")
    ] = None,
    db: Db = DB,
    force: Annotated[bool, typer.Option("--force", help="Also where it is up to date")] = False,
    lang: Language = None,
) -> None:
    """Make the index of a database (chỉ mục) where it is not up to date."""
    spoken = language(lang)
    with _open(database or db, force, asked=True) as index:
        s = index.summary()
    if spoken == "vi":
        print(
            f"{s.documents} tài liệu, {s.mentions} viện dẫn, {s.identities} văn bản, "
            f"{s.unresolved} viện dẫn chưa rõ, {s.relations} quan hệ, {s.contradictions} mâu thuẫn"
        )
        return
    unresolved = f"{counted(s.unresolved, 'mentions')} unresolved"
    print(
        f"{counted(s.documents, 'documents')}, {counted(s.mentions, 'mentions')}, "
        f"{counted(s.identities, 'legal documents')}, {unresolved}, "
        f"{counted(s.relations, 'relations')}, {counted(s.contradictions, 'contradictions')}"
    )


@app.command("show")
def index_show(
    document: Asked,
    db: Db = DB,
    place: Place = None,
    year: Year = None,
    limit: Limit = 20,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """All about one legal document: dates, issuers, who cites it, what changes it."""
    from extract.index.opened import Ambiguous
    from extract.output import answers

    spoken = language(lang)
    with _open(db) as index:
        try:
            found = index.show(document, limit, place=place, year=year)
        except Ambiguous as e:
            complain(e)
            answers.rows([_short(r) for r in e.rows[:limit]], form.value, spoken)
            raise typer.Exit(2) from None
    answers.card(found, form.value, spoken)


def _short(row: dict[str, Any]) -> dict[str, Any]:
    return {k: row[k] for k in ("key", "type", "number", "title", "issuer", "date", "documents")}


@app.command("cites")
def index_cites(
    document: Asked,
    db: Db = DB,
    article: Annotated[str | None, typer.Option("--article", help="Điều")] = None,
    clause: Annotated[str | None, typer.Option("--clause", help="Khoản")] = None,
    point: Annotated[str | None, typer.Option("--point", help="Điểm")] = None,
    place: Place = None,
    year: Year = None,
    limit: Limit = 50,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """Who cites a legal document (or an article of it), with the passages."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.cites(
            document, limit, place=place, year=year, article=article, clause=clause, point=point
        )
    _answer(rows, form, spoken, limit)


@app.command("stands-on")
def index_stands_on(
    name: Corpus, db: Db = DB, form: FormOption = Form.text, lang: Language = None
) -> None:
    """What a document of the corpus is based on (căn cứ, thực hiện, hướng dẫn …)."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.stands_on(name)
    _answer(rows, form, spoken)


@app.command("top")
def index_top(
    db: Db = DB,
    by: Annotated[By | None, typer.Option("--by", help="The first of each")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Only this type")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help="Only this issuer")] = None,
    place: Place = None,
    year: Year = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="How many, or of each")
    ] = None,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """The most cited legal documents."""
    spoken = language(lang)
    count = limit or (3 if by else 20)
    with _open(db) as index:
        rows = index.top(
            by.value if by else None, count, type=kind, issuer=issuer, place=place, year=year
        )
    _answer(rows, form, spoken)


@app.command("chains")
def index_chains(
    document: Annotated[str | None, typer.Argument(metavar="[DOCUMENT]")] = None,
    db: Db = DB,
    place: Place = None,
    year: Year = None,
    outdated: Annotated[
        bool, typer.Option("--outdated", help="Who still cites what was replaced")
    ] = False,
    limit: Limit = 200,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """What replaces, amends or repeals what: a document's chain, or all there is in the corpus;
    --outdated: who still cites what was replaced."""
    spoken = language(lang)
    with _open(db) as index:
        if outdated:
            rows = index.outdated(document, limit, place=place, year=year)
        elif document is None:
            rows = index.acted(limit, place, year)
        else:
            rows = index.chains(document, place=place, year=year)
    _answer(rows, form, spoken, None if document else limit)


@app.command("together")
def index_together(
    document: Asked,
    db: Db = DB,
    place: Place = None,
    year: Year = None,
    limit: Limit = 20,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """What the documents that cite a legal document cite along with it."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.together(document, limit, place=place, year=year)
    _answer(rows, form, spoken)


@app.command("contradictions")
def index_contradictions(
    document: Annotated[str | None, typer.Argument(metavar="[DOCUMENT]")] = None,
    db: Db = DB,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """One legal document with two dates, types or titles in the corpus. Exit 1 if there are."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.contradictions(document)
    _answer(rows, form, spoken)
    raise typer.Exit(1 if rows else 0)


@app.command("unresolved")
def index_unresolved(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]")] = None,
    db: Db = DB,
    limit: Limit = 200,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """The mentions whose document cannot be told, why, and what they could mean."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.unresolved(name, limit)
    _answer(rows, form, spoken, limit)


@app.command("why")
def index_why(
    document: Asked,
    name: Annotated[str | None, typer.Option("--in", help="Only this document's mentions")] = None,
    db: Db = DB,
    place: Place = None,
    year: Year = None,
    form: FormOption = Form.text,
    lang: Language = None,
) -> None:
    """What the mentions of a legal document rest on beyond their own words."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.why(document, name, place=place, year=year)
    _answer(rows, form, spoken)


@app.command("import")
def index_import(
    list_file: Annotated[Path, typer.Argument(metavar="LIST.csv", help="Documents known to exist")],
    db: Db = DB,
    complete: Annotated[
        list[str] | None,
        typer.Option(
            "--complete",
            metavar="SERIES:YEARS",
            help="The list holds all of this series in these years: NĐ-CP:2020-2024",
        ),
    ] = None,
    lang: Language = None,
) -> None:
    """Keep a list of documents known to exist (danh mục văn bản) beside the index."""
    from extract.index import register
    from extract.store import faults
    from extract.store.database import Store

    spoken = language(lang)
    covers = [register.parse_cover(c) for c in complete or ()]
    with Store.open(db, write=True) as store, faults.told(db, True):
        done = register.import_list(store.connection, list_file, covers)
    note = f", {done.keyless} without a key (issuer, place or year unknown)" if done.keyless else ""
    if spoken == "vi":
        note = f", {done.keyless} không đủ để nhận diện" if done.keyless else ""
    rows = counted(done.rows, "văn bản" if spoken == "vi" else "documents")
    print(f"{done.name}: {rows}{note}")


@app.command("missing")
def index_missing(
    db: Db = DB, limit: Limit = 200, form: FormOption = Form.text, lang: Language = None
) -> None:
    """Cited documents that no imported list holds. Exit 1 where a list says it holds all such."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.missing(limit)
    _answer(rows, form, spoken, limit)
    raise typer.Exit(1 if any(r["status"] != "not listed" for r in rows) else 0)


@app.command("differing")
def index_differing(
    db: Db = DB, limit: Limit = 200, form: FormOption = Form.text, lang: Language = None
) -> None:
    """Cited documents whose date or type an imported list gives otherwise. Exit 1 if there are."""
    spoken = language(lang)
    with _open(db) as index:
        rows = index.differing(limit)
    _answer(rows, form, spoken, limit)
    raise typer.Exit(1 if rows else 0)


@app.command("export")
def index_export(
    to: Annotated[Target, typer.Option("--to", help="CSV tables, GraphML or JSON-LD")],
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="Folder (csv) or file")],
    db: Db = DB,
    lang: Language = None,
) -> None:
    """Write the index for other programs."""
    language(lang)
    with _open(db) as index:
        for path in index.export(to.value, out):
            print(path)


def _answer(rows: list[dict[str, Any]], form: Form, lang: Any, limit: int | None = None) -> None:
    from extract.output import answers

    answers.rows(rows, form.value, lang)
    if limit is not None and len(rows) == limit and form is Form.text:
        complain(
            DoisoatError(
                f"the first {limit}; --limit gives more", f"{limit} mục đầu; --limit để xem thêm"
            )
        )
