"""A folder that may be on this machine, on a share or in an object store, through fsspec.

A file is whole or not there: on a file system it is written under another name and renamed; an
object store shows an object only when all of it has arrived.
"""

from __future__ import annotations

import os
import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from extract.document import Said
from extract.errors import DoisoatError, InputError, OutputError
from extract.readers.programs import get_extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fsspec import AbstractFileSystem

_EXTRAS = {"s3": "s3", "s3a": "s3"}  # kinds of URLs and what reads them


def is_url(place: str) -> bool:
    """Whether the place is named by a URL (`s3://bucket/reports`), not by a path."""
    return "://" in place


def url_of(place: str) -> str:
    """The place as every machine of a cluster names it: a URL as it is, a path absolute."""
    return place if is_url(place) else str(Path(place).absolute())


def open_place(url: str, error: type[DoisoatError] = InputError) -> tuple[AbstractFileSystem, str]:
    """The file system of a URL, and the path in it; `error` where no package knows its kind."""
    from fsspec.core import url_to_fs

    kind = url.partition("://")[0]
    try:
        system, path = url_to_fs(url)
    except ImportError as e:
        way = get_extra(_EXTRAS[kind]) if kind in _EXTRAS else Said(str(e))
        raise error(
            f"{url}: reading {kind}:// needs a package that is not here; install it: {way}",
            f"{url}: đọc {kind}:// cần một gói chưa được cài; hãy cài: {way.vi}",
        ) from None
    except ValueError as e:
        raise error(
            f"{url}: {e}; doisoat takes paths, file://, s3:// and what fsspec knows",
            f"{url}: {e}; doisoat nhận đường dẫn, file://, s3:// và những gì fsspec biết",
        ) from e
    return system, path.rstrip("/") or path


def read_url(url: str, most: int | None = None) -> bytes:
    """The content of a file, its first `most` bytes; InputError where it cannot be read."""
    system, path = open_place(url)
    try:
        return cast(bytes, system.cat_file(path, end=most))
    except FileNotFoundError:
        raise InputError(f"{url}: no such file", f"{url}: không có tệp này") from None
    except Exception as e:
        raise InputError(
            f"{url}: cannot be read ({reason(e)})", f"{url}: không đọc được ({reason(e)})"
        ) from e


def reason(error: BaseException) -> str:
    """What a library's error says, in one line."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return " ".join(str(error).split()) or type(error).__name__


@dataclass(frozen=True)
class Folder:
    """The folder of a result, by its URL; every method raises OutputError where it fails."""

    url: str

    @cached_property
    def _place(self) -> tuple[AbstractFileSystem, str]:
        return open_place(self.url, OutputError)

    @property
    def _local(self) -> bool:
        protocol: Any = self._place[0].protocol
        return "file" in ((protocol,) if isinstance(protocol, str) else protocol)

    def write(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all; one of that name is replaced."""
        system, root = self._place
        with self._told(name):
            if self._local:
                _write_local(Path(root, name), data)
            else:
                system.pipe_file(f"{root}/{name}", data)

    def read(self, name: str) -> bytes | None:
        """A file's content; None where there is none."""
        system, root = self._place
        with self._told(name):
            try:
                return cast(bytes, system.cat_file(f"{root}/{name}"))
            except FileNotFoundError:
                return None

    def sizes(self, under: str = "") -> dict[str, int]:
        """The files below `under`: name from the folder on -> bytes."""
        system, root = self._place
        top = f"{root}/{under}".rstrip("/")
        with self._told(under):
            system.invalidate_cache()
            found = cast(dict[str, dict[str, Any]], system.find(top, detail=True))
        cut = len(system._strip_protocol(root).rstrip("/")) + 1
        return {path[cut:]: int(info["size"] or 0) for path, info in sorted(found.items())}

    def remove(self, name: str) -> None:
        """Remove a file; nothing happens where there is none."""
        system, root = self._place
        with self._told(name), suppress(FileNotFoundError):
            system.rm_file(f"{root}/{name}")

    @contextmanager
    def _told(self, name: str) -> Iterator[None]:
        try:
            yield
        except DoisoatError:
            raise
        except Exception as e:
            where = f"{self.url.rstrip('/')}/{name}".rstrip("/")
            raise OutputError(
                f"{where}: cannot be written or read ({reason(e)})",
                f"{where}: không ghi hoặc không đọc được ({reason(e)})",
            ) from e


def _write_local(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    other = path.with_name(f".{path.name}.{uuid.uuid4().hex}.tmp")
    try:
        with other.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        other.replace(path)
    finally:
        with suppress(OSError):
            other.unlink()
