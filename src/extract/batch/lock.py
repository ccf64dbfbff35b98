"""The folder of a run: one run at a time writes it, and a file in it says when others are behind.

OUT/.doisoat-lock   held by the run that writes
OUT/unfinished      is there while the files beside the database may be behind it
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extract.errors import OutputError

LOCK = ".doisoat-lock"
UNFINISHED = "unfinished"


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold the lock of a folder; OutputError where another run has it, or it cannot be written.

    It is a lock of SQLite's on an empty file: on every system it ends with its process.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(out / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as e:
        raise unwritable(out, e) from None
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as e:
        lock.close()
        if e.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise OutputError(
                f"{out}: another run is writing there; wait until it has ended, or choose another "
                "folder with --out",
                f"{out}: một lượt chạy khác đang ghi vào đây; hãy đợi nó xong, hoặc chọn thư mục "
                "khác bằng --out",
            ) from None
        raise unwritable(out, e) from None
    try:
        yield
    finally:
        lock.close()


def begin_change(out: Path) -> None:
    """Note that the files beside the database will be behind it; OutputError if it cannot be."""
    try:
        (out / UNFINISHED).touch()
    except OSError as e:
        raise unwritable(out, e) from None


def end_change(out: Path) -> None:
    """Note that the files beside the database are up to it."""
    with suppress(OSError):
        (out / UNFINISHED).unlink(missing_ok=True)


def unwritable(out: Path, e: Exception) -> OutputError:
    """The error that says why a folder cannot be written."""
    why = getattr(e, "strerror", None) or e
    return OutputError(
        f"{out}: cannot be written ({why}); choose another folder with --out",
        f"{out}: không ghi được ({why}); hãy chọn thư mục khác bằng --out",
    )
