"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import IO

from extract.errors import OutputError

WINDOWS = os.name == "nt"
PREFIX = ".tmp-"  # of files that are being written; a killed process leaves them


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file that takes the place of `path` when the block ends well; OutputError if not.

    Written beside it under another name first, so that a reader never sees half a file.
    """
    with scratch(path) as beside, open(beside, "w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """The path of an empty file that takes the place of `path` when the block ends well, and is
    gone if not; OutputError where it, or what the block writes, cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=PREFIX)
        os.close(handle)
    except OSError as e:
        raise _unwritable(path, e) from None
    try:
        yield Path(name)
        os.chmod(name, 0o666 & ~_umask())
        _replace(name, path)
    except OSError as e:
        raise _unwritable(path, e) from None
    finally:
        with suppress(OSError):
            os.unlink(name)


def _replace(name: str, path: Path) -> None:
    """Put a file in the place of another. On Windows a virus scanner may hold a file just written
    for a moment, or somebody read the old one: it is tried for a second."""
    for wait in [0.1] * 10 if WINDOWS else ():
        try:
            os.replace(name, path)
            return
        except PermissionError:
            time.sleep(wait)
    os.replace(name, path)


def extended(path: PurePath) -> PurePath:
    """An absolute path of Windows in the form that may be longer than 260 characters."""
    text = str(path)
    if text.startswith("\\\\?\\"):
        return path
    if text.startswith("\\\\"):
        return type(path)("\\\\?\\UNC" + text[1:])
    return type(path)("\\\\?\\" + text)


def _unwritable(path: Path, e: OSError) -> OutputError:
    why = e.strerror or e
    if WINDOWS and isinstance(e, PermissionError):  # a file that is open cannot be replaced there
        return OutputError(
            f"{path}: cannot be written ({why}); close it where it is open (Excel?), run again",
            f"{path}: không ghi được ({why}); hãy đóng tệp nếu đang mở (Excel?) rồi chạy lại",
        )
    return OutputError(f"{path}: cannot be written ({why})", f"{path}: không ghi được ({why})")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
