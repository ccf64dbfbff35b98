"""The command line. Thin: it reads arguments and prints; heavy imports wait inside commands.

Exit codes: 0 done (check: nothing found), 1 findings (check), failures (run), nothing found
(search), faults (patterns check), 2 could not run: a message on standard error says which file,
what and what to do; run stopped by Ctrl-C: 130.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from extract import __version__
from extract.cli import batch, cluster, doctor, documents, index, patterns, scores, serve, store
from extract.cli.common import complain
from extract.errors import DoisoatError
from extract.output import streams

app = typer.Typer(
    name="doisoat",
    help="Đối soát: read Vietnamese official documents (văn bản), extract what they say and "
    "recompute the arithmetic they announce.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
_COMMANDS: tuple[Callable[..., None], ...] = (
    documents.extract,
    documents.check,
    batch.run,
    cluster.gather,
    store.search,
    store.export,
    serve.serve,
    scores.evaluate,
    doctor.doctor,
)
for _command in _COMMANDS:
    app.command()(_command)
app.add_typer(patterns.app, name="patterns")
app.add_typer(index.app, name="index")


def _version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version"),
    ] = False,
) -> None: ...


@app.command()
def version() -> None:
    """Print the version."""
    print(f"doisoat {__version__}")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: no traceback, no complaint about a closed pipe."""
    streams.prepare()
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        code = app(args=arguments, prog_name="doisoat", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except SystemExit as e:  # typer's own answer to a closed pipe
        if not isinstance(e.__context__, OSError):
            raise
        streams.hush()
        return 141
    except typer.Abort:
        return 130
    except DoisoatError as e:
        complain(e)
        return 2
    except OSError as e:
        if streams.broken_pipe(e):
            streams.hush()
            return 141
        streams.hush()
        where = f"{e.filename}: " if e.filename else ""
        complain(
            DoisoatError(
                f"{where}cannot be read or written ({e.strerror or e}); check its place and the "
                "room on the disk",
                f"{where}không đọc hoặc ghi được ({e.strerror or e}); hãy kiểm tra nơi ghi và chỗ "
                "trống trên đĩa",
            )
        )
        return 2
    except Exception as e:
        if show := getattr(e, "show", None):  # a usage error; where its class lives differs
            show()
            return int(getattr(e, "exit_code", 2))
        if os.environ.get("DOISOAT_DEBUG"):
            raise
        complain(
            DoisoatError(
                f"internal error: {e!r}; DOISOAT_DEBUG=1 shows where, please report it",
                f"lỗi nội bộ: {e!r}; DOISOAT_DEBUG=1 cho biết ở đâu, xin hãy báo lại",
            )
        )
        return 2
