"""What goes wrong with a database, in words: errors of SQLite -> InputError and OutputError."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import DoisoatError, InputError, OutputError

_FULL = {sqlite3.SQLITE_FULL}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_BROKEN = {sqlite3.SQLITE_CORRUPT}


@contextmanager
def told(path: Path, write: bool) -> Iterator[None]:
    """Errors of SQLite and of the disk inside become errors that name the file and what to do."""
    try:
        yield
    except sqlite3.Error as e:
        raise _of(path, e, write) from e
    except OSError as e:
        raise _unwritable(path, e.strerror or str(e)) from None


def missing(path: Path) -> InputError:
    """There is no such file."""
    if path.is_dir():
        return InputError(
            f"{path}: is a folder; give the database in it, {path / 'doisoat.db'}",
            f"{path}: là thư mục; hãy chỉ ra cơ sở dữ liệu trong đó, {path / 'doisoat.db'}",
        )
    return InputError(
        f"{path}: no such database; `doisoat run` makes one",
        f"{path}: không có cơ sở dữ liệu này; lệnh `doisoat run` tạo ra nó",
    )


def foreign(path: Path) -> InputError:
    """The file is something else."""
    return InputError(
        f"{path}: is not a database of doisoat; give the file that `doisoat run` has made",
        f"{path}: không phải cơ sở dữ liệu của doisoat; hãy chỉ ra tệp mà `doisoat run` đã tạo",
    )


def newer(path: Path, have: int, latest: int) -> InputError:
    """A newer program has written it."""
    return InputError(
        f"{path}: has schema {have}, this version of doisoat knows schemas up to {latest}; "
        "update doisoat",
        f"{path}: có lược đồ {have}, bản doisoat này chỉ biết đến lược đồ {latest}; "
        "hãy cập nhật doisoat",
    )


def older(path: Path, have: int, latest: int) -> InputError:
    """An older program has written it, and it may not be changed now."""
    return InputError(
        f"{path}: has schema {have}, this version of doisoat reads schema {latest}; "
        "`doisoat run` with this database brings it up to date",
        f"{path}: có lược đồ {have}, bản doisoat này đọc lược đồ {latest}; "
        "chạy `doisoat run` với cơ sở dữ liệu này để nâng cấp",
    )


def _unwritable(path: Path, why: str) -> OutputError:
    return OutputError(f"{path}: cannot be written ({why})", f"{path}: không ghi được ({why})")


def _of(path: Path, e: sqlite3.Error, write: bool) -> DoisoatError:
    code = getattr(e, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return foreign(path)
    if code in _FULL:
        return OutputError(
            f"{path}: cannot be written, the disk is full; make room and run it again "
            "(what was stored is kept)",
            f"{path}: không ghi được vì ổ đĩa đầy; hãy giải phóng chỗ rồi chạy lại "
            "(những gì đã lưu vẫn còn)",
        )
    if code in _READ_ONLY and write:
        return OutputError(
            f"{path}: cannot be written ({e}); is the file or its folder read-only?",
            f"{path}: không ghi được ({e}); tệp hoặc thư mục có bị cấm ghi không?",
        )
    if code in _BUSY:
        return OutputError(
            f"{path}: another process is writing it; wait until that has ended",
            f"{path}: một tiến trình khác đang ghi; hãy đợi nó xong",
        )
    if code in _BROKEN:
        return InputError(
            f"{path}: the database is damaged ({e}); make it again with `doisoat run`",
            f"{path}: cơ sở dữ liệu bị hỏng ({e}); hãy tạo lại bằng `doisoat run`",
        )
    if write:
        return _unwritable(path, str(e))
    return InputError(f"{path}: cannot be read ({e})", f"{path}: không đọc được ({e})")
