"""doisoat patterns check, list, explain."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.common import Language, Patterns, language, rulebook
from extract.errors import InputError

_OFFSET = re.compile(r"(.+):(\d+)")
_LINE = re.compile(r"(.+):(\d+):(\d+)")

app = typer.Typer(
    help="The rules (mẫu nhận dạng): prove, list, explain.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("check")
def patterns_check(patterns: Patterns = None, lang: Language = None) -> None:
    """Prove every rule: its examples, its prefilter, its running time. Exit 1 on problems."""
    from extract.rules.prove import prove, prove_wordings
    from extract.rules.wording import default_wordings

    spoken = language(lang)
    book = rulebook(patterns)
    wordings = default_wordings().values()
    problems = prove(book) + prove_wordings(wordings)
    for p in problems:
        print(f"{p.file}: {p.rule}: {p.said(spoken)}")
    proofs = [(r.match, r.reject) for r in book.rules] + [(w.match, w.reject) for w in wordings]
    examples = sum(len(match) + len(reject) for match, reject in proofs)
    words = sum(len(terms) for terms in book.lexicon.values())
    if spoken == "vi":
        print(
            f"{len(book.rules)} quy tắc, {len(wordings)} cách nói, {examples} ví dụ, "
            f"{len(book.lexicon)} danh sách từ ({words} mục): "
            + (f"{len(problems)} lỗi" if problems else "tất cả đều đúng")
        )
    else:
        print(
            f"{len(book.rules)} rules, {len(wordings)} wordings, {examples} examples, "
            f"{len(book.lexicon)} word lists ({words} terms): "
            + (f"{len(problems)} problems" if problems else "all proved")
        )
    raise typer.Exit(1 if problems else 0)


@app.command("list")
def patterns_list(
    kind: Annotated[str | None, typer.Option("--kind", help="Only rules of this kind")] = None,
    patterns: Patterns = None,
    lang: Language = None,
) -> None:
    """List the rules: kind, id, file, what each is about."""
    from extract.rules.book import KINDS
    from extract.rules.wording import default_wordings

    language(lang)
    kinds = sorted(KINDS | {"wording"})
    if kind is not None and kind not in kinds:
        known = ", ".join(kinds)
        raise InputError(
            f"{kind}: no such kind of rule; known: {known}",
            f"{kind}: không có loại quy tắc này; các loại: {known}",
        )
    for r in rulebook(patterns).rules:
        if kind in (None, r.kind):
            print(f"{r.kind:<10} {r.id:<28} {r.file:<20} {r.about}")
    if kind in (None, "wording"):
        for w in default_wordings().values():
            print(f"{'wording':<10} {w.id:<28} {w.file:<20} {w.about}")


@app.command("explain")
def patterns_explain(
    place: Annotated[
        str,
        typer.Argument(
            metavar="FILE:OFFSET",
            help="A character of a file, from 0, or FILE:LINE:COLUMN as check tells it",
        ),
    ],
    patterns: Patterns = None,
    lang: Language = None,
) -> None:
    """Say which rules competed for a place of a document and why one won."""
    from extract.output.places import Lines
    from extract.readers.files import read_path
    from extract.rules.explain import explain

    spoken = language(lang)
    m = _LINE.fullmatch(place) or _OFFSET.fullmatch(place)
    if m is None:
        raise InputError(
            f"{place}: write FILE:OFFSET or FILE:LINE:COLUMN, for example report.md:120",
            f"{place}: hãy viết TỆP:VỊ-TRÍ hoặc TỆP:DÒNG:CỘT, ví dụ report.md:120",
        )
    document = read_path(Path(m[1]))
    text = document.text
    offset: int | None = int(m[2])
    if m.re is _LINE:
        offset = Lines(text).offset(int(m[2]), int(m[3]))
    if offset is None:
        raise InputError(
            f"{place}: the text has no such line and column",
            f"{place}: văn bản không có dòng và cột này",
        )
    if offset >= len(text):
        raise InputError(
            f"{place}: the text ends at {len(text)}",
            f"{place}: văn bản chỉ dài {len(text)} ký tự",
        )
    print(explain(document, offset, rulebook(patterns), spoken))
