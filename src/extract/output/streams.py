"""Standard output that survives its console: any encoding, and a reader that goes away."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress


def prepare() -> None:
    """Make stdout and stderr write every character: what an encoding lacks is written as \\u…"""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with suppress(ValueError, OSError):
                stream.reconfigure(errors="backslashreplace")


def speaks_unicode() -> bool:
    """True where stdout takes every character (JSON is written with escapes where it does not)."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("_", "-")
    return encoding in ("utf-8", "utf8", "utf-16", "utf-32", "utf-8-sig", "cp65001")


def hush() -> None:
    """After a closed pipe: let the interpreter's last flush go nowhere instead of complaining."""
    with suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())


def broken_pipe(error: OSError) -> bool:
    """True where the error says that nobody reads any more (EPIPE; EINVAL on Windows)."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == 22)
