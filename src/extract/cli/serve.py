"""doisoat serve: a corpus database in the browser."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.common import Language, complain, language
from extract.errors import DoisoatError, InputError

_SAID = {
    "en": "serving {database} at {address} (Ctrl-C ends it)",
    "vi": "đang mở {database} tại {address} (Ctrl-C để dừng)",
}
_OPEN = {
    "en": "{host} can be reached from other machines: everyone there can read the whole database",
    "vi": "{host} mở cho các máy khác: mọi người ở đó đọc được toàn bộ kho",
}


def serve(
    database: Annotated[
        Path, typer.Argument(metavar="DB", help="The database that doisoat run has made")
    ] = Path("doisoat.db"),
    host: Annotated[str, typer.Option("--host", help="Address to listen on")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one")
    ] = 8001,
    browser: Annotated[bool, typer.Option("--open", help="Open the browser")] = False,
    lang: Language = None,
) -> None:
    """Browse a database (duyệt kho) with Datasette: full-text search, the index's questions.

    Read-only, on this machine alone unless --host says otherwise. The index is brought up to date
    first. Ctrl-C ends it.
    """
    from extract.index import open_index
    from extract.serve import site

    tongue = language(lang)
    site.checked(database)
    making = DoisoatError(f"{database}: making the index", f"{database}: đang lập chỉ mục")
    with open_index(database, notice=lambda: complain(making)):
        pass
    port = site.free_port(host, port)
    address = f"http://{host}:{port}/"
    if not site.is_loopback(host):
        complain(_OPEN[tongue].format(host=host))
    # `kill` ends it as Ctrl-C does: Datasette is a process of its own and would stay
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with site.running(database, host, port) as process:
            print(_SAID[tongue].format(database=database, address=address), flush=True)
            if browser:
                import webbrowser

                webbrowser.open(address)
            code = process.wait()
    except KeyboardInterrupt:
        return
    raise InputError(
        f"{database}: Datasette has ended with code {code}",
        f"{database}: Datasette đã dừng với mã {code}",
    )
