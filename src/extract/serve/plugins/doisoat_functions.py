"""A Datasette plugin: the SQL functions of the canned queries, and links in their results."""

from __future__ import annotations

import sqlite3
from urllib.parse import quote

from datasette import hookimpl
from markupsafe import Markup, escape

from extract.index.names import asked
from extract.output.answers import VERBS_VI
from extract.store.search import parsed
from extract.values.identity import slug

_LINKS = {  # column of a result -> question and its parameter
    "Khóa": ("ai-vien-dan", "so_hieu"),
    "Bị thay bởi": ("ai-vien-dan", "so_hieu"),
    "Văn bản tác động": ("ai-vien-dan", "so_hieu"),
    "Văn bản": ("can-cu", "ten_tep"),
}


@hookimpl  # type: ignore[untyped-decorator, unused-ignore]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Register the functions on a connection of Datasette."""
    conn.create_function("doisoat_ten", 1, lambda text: asked(text or ""), deterministic=True)
    conn.create_function("doisoat_tim", 1, lambda text: parsed(text or "").match or '""')
    conn.create_function("doisoat_noi", 1, lambda text: slug(text or ""), deterministic=True)
    conn.create_function("doisoat_dong_tu", 1, lambda verb: VERBS_VI.get(verb, verb))


@hookimpl  # type: ignore[untyped-decorator, unused-ignore]
def render_cell(value: object, column: str, database: str, datasette: object) -> Markup | None:
    """Keys and documents in a result lead on to the question about them."""
    if column not in _LINKS or not isinstance(value, str) or not value:
        return None
    slug, parameter = _LINKS[column]
    address = datasette.urls.query(database, slug)  # type: ignore[attr-defined]
    return Markup('<a href="{}?{}={}">{}</a>').format(
        address, parameter, quote(value), escape(value)
    )
