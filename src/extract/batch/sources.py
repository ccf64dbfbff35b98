"""The files of a cluster run: paths as the local engine finds them, and URLs that fsspec lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any

from extract.batch.discover import SUFFIXES, discover, is_hidden
from extract.batch.shards import Source
from extract.batch.storage import is_url, open_place, reason
from extract.errors import InputError

_VERSIONS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "created")


def find_sources(
    paths: Sequence[str],
    exclude: Sequence[str] = (),
    out: str | None = None,
    lists: Sequence[Path] = (),
) -> list[Source]:
    """The files behind paths and URLs, in the order of their names.

    Local paths and `lists` are taken as by `discover`, and named as there; they are absolute, as
    the workers of this and other machines must find them. A URL is a file, or a folder (or bucket)
    whose files with an ending of SUFFIXES are taken but for hidden ones, those below `out`, and
    those that fit a glob of `exclude`. InputError where a place cannot be read, two files would
    have one name, or nothing is found.
    """
    urls = [p for p in paths if is_url(p)]
    local = [Path(p) for p in paths if not is_url(p)]
    found = [s for url in urls for s in _listed(url, exclude, out)]
    if local or lists or not found:
        away = Path(out) if out and not is_url(out) else None
        if urls and not (local or lists):
            raise InputError(
                f"{', '.join(urls)}: no document found; doisoat reads "
                f"{', '.join(sorted(SUFFIXES))} files",
                f"{', '.join(urls)}: không có văn bản nào; doisoat đọc các tệp "
                f"{', '.join(sorted(SUFFIXES))}",
            )
        tasks = discover(local, exclude, away, lists)
        found += [_local(task.name, task.path) for task in tasks]
    found.sort(key=lambda s: s.name)
    for before, source in pairwise(found):
        if before.name == source.name:
            raise InputError(
                f"{before.url} and {source.url}: two files would have the name {source.name} in "
                "the results; give the folder above them both instead",
                f"{before.url} và {source.url}: hai tệp sẽ cùng có tên {source.name} trong kết "
                "quả; hãy chỉ ra thư mục chứa cả hai",
            )
    return found


def _local(name: str, path: Path) -> Source:
    absolute = path.absolute()
    try:
        known = absolute.stat()
    except OSError:  # the worker says what is wrong with it
        return Source(name, str(absolute), "")
    return Source(name, str(absolute), f"{known.st_size} {known.st_mtime_ns}", known.st_size)


def _listed(url: str, exclude: Sequence[str], out: str | None) -> Iterator[Source]:
    system, root = open_place(url)
    try:
        if system.isfile(root):
            yield _remote(
                PurePosixPath(root).name, system.unstrip_protocol(root), system.info(root)
            )
            return
        system.invalidate_cache()
        listed: Mapping[str, dict[str, Any]] = system.find(root, detail=True)
    except FileNotFoundError:
        raise InputError(
            f"{url}: no such file or folder", f"{url}: không có tệp hay thư mục này"
        ) from None
    except Exception as e:
        raise InputError(
            f"{url}: cannot be read ({reason(e)})", f"{url}: không đọc được ({reason(e)})"
        ) from e
    avoid = None
    if out is not None and is_url(out):
        other, place = open_place(out)
        avoid = f"{place}/" if type(other) is type(system) else None
    for path, info in sorted(listed.items()):
        relative = PurePosixPath(path).relative_to(root.rstrip("/") or "/")
        skip = (
            relative.suffix.lower() not in SUFFIXES
            or any(map(is_hidden, relative.parts))
            or (avoid is not None and path.startswith(avoid))
            or _left_out(relative, exclude)
        )
        if not skip:
            yield _remote(str(relative), system.unstrip_protocol(path), info)


def _left_out(relative: PurePosixPath, exclude: Sequence[str]) -> bool:
    """Whether the file or a folder above it fits one of the globs."""
    here = [relative, *relative.parents][:-1]
    return any(fnmatch(str(p), glob) or fnmatch(p.name, glob) for p in here for glob in exclude)


def _remote(name: str, url: str, info: Mapping[str, Any]) -> Source:
    size = int(info.get("size") or 0)
    told = next((str(info[key]) for key in _VERSIONS if info.get(key)), "")
    return Source(name, url, f"{size} {told}".strip(), size)
