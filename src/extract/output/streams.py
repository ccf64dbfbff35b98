"""Standard output that survives its console: any encoding, and a reader that goes away."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress


def prepare() -> None:
    """Make stdout and stderr write every character: files and pipes get UTF-8, whatever the code
    page of the system; what the encoding of a terminal lacks is written as \\u…"""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with suppress(ValueError, OSError):
                if stream.isatty() or _is_unicode(stream.encoding):
                    stream.reconfigure(errors="backslashreplace")
                else:
                    stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def speaks_unicode() -> bool:
    """True where stdout takes every character (JSON is written with escapes where it does not)."""
    return _is_unicode(getattr(sys.stdout, "encoding", None))


def _is_unicode(encoding: str | None) -> bool:
    name = (encoding or "ascii").lower().replace("_", "-")
    return name in ("utf-8", "utf8", "utf-16", "utf-32", "utf-8-sig", "cp65001")


def hush() -> None:
    """After a closed pipe: let the interpreter's last flush go nowhere instead of complaining."""
    with suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())


def broken_pipe(error: OSError) -> bool:
    """True where the error says that nobody reads any more (EPIPE; EINVAL on Windows)."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == 22)
