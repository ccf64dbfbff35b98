"""The files a run is asked for: named ones, those of folders, globs and lists of paths."""

from __future__ import annotations

import codecs
import glob
import os
import stat
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import chain, count
from pathlib import Path

from extract.errors import InputError
from extract.readers.kinds import HEAD, kind_of

SUFFIXES = frozenset(
    (
        ".txt .md .markdown .docx .docm .doc .rtf .odt .fodt .html .htm .xhtml .mht .mhtml .pdf"
    ).split()
)

_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))  # what Windows leaves in folders
_SHOWN = 8  # endings that are listed


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, and the name it has in the results."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What of folders is wanted: all but what fits `exclude` and what is in `out`; files of other
    kinds that are met are kept in `others`."""

    exclude: Sequence[str]
    out: Path | None
    others: list[Path]


def discover(
    paths: Sequence[Path],
    exclude: Sequence[str] = (),
    out: Path | None = None,
    lists: Sequence[Path] = (),
    others: Counter[str] | None = None,
) -> list[Task]:
    """The files behind the paths, each once and with a name of its own.

    A file given by name is always taken; of a folder, and the folders in it, those with an ending
    of SUFFIXES and XML files that Word has saved, but no hidden ones (`is_hidden`), no pipes, none
    in `out` and none whose relative path or name (or that of a folder above it) fits a glob of
    `exclude`. A path that is not there and has * ? or [ in it is a glob (`**` for any folders).
    `lists` are files that hold paths, one a line or ended by NUL; - is standard input. `others` is
    told the endings of the files of folders that were left out because of them. InputError where a
    path is not there (one of a list is told by whoever reads it), a folder or list cannot be read,
    or nothing is found.
    """
    wanted = _Wanted(exclude, out, [])
    found: dict[str, tuple[Path, str]] = {}  # by absolute path
    for path, relative in _all(paths, lists, wanted):
        absolute = os.path.abspath(path)
        shown, before = _printable(relative), found.get(absolute)
        if before is None:
            found[absolute] = path, shown
        elif len(shown) > len(before[1]):  # met twice: the name from the folder further up
            found[absolute] = before[0], shown
    names = _named({absolute: name for absolute, (_, name) in found.items()})
    tasks = [Task(path, names[absolute]) for absolute, (path, _) in found.items()]
    beside = {os.path.abspath(path) for path in wanted.others} - found.keys()
    endings_of = Counter(Path(path).suffix.lower() for path in beside)
    if others is not None:
        others.update(endings_of)
    if not tasks:
        if endings_of:
            left = listed(endings_of)
            raise InputError(
                f"{', '.join(map(str, paths))}: no document found, but files of other kinds: "
                f"{left}; scans are read when they are named, as in 'folder/*.jpg'",
                f"{', '.join(map(str, paths))}: không có văn bản nào, chỉ có tệp loại khác: "
                f"{left}; muốn đọc ảnh quét hãy chỉ rõ, ví dụ 'thư-mục/*.jpg'",
            )
        shown = ", ".join(str(p) for p in (*paths, *lists))
        endings = ", ".join(sorted(SUFFIXES))
        raise InputError(
            f"{shown}: no document found; doisoat reads {endings} files",
            f"{shown}: không có văn bản nào; doisoat đọc các tệp {endings}",
        )
    return tasks


def _named(relative: Mapping[str, str]) -> dict[str, str]:
    """A name of its own for each absolute path, whatever their order: the relative name given, or,
    where files would have the same, that from the folder which they have in common on."""
    same: dict[str, list[str]] = defaultdict(list)
    for absolute in sorted(relative):
        same[_canonical(relative[absolute])].append(absolute)
    names = {paths[0]: relative[paths[0]] for paths in same.values() if len(paths) == 1}
    taken = {_canonical(name) for name in names.values()}
    for paths in same.values():
        if len(paths) == 1:
            continue
        top = _common(paths)
        for absolute in paths:
            whole = Path(absolute).as_posix().lstrip("/")
            choices = (whole if top is None else Path(absolute).relative_to(top).as_posix(), whole)
            more = (f"{n}/{whole}" for n in count(2))  # names that differ in case alone
            tried = map(_printable, chain(choices, more))
            names[absolute] = next(name for name in tried if _canonical(name) not in taken)
            taken.add(_canonical(names[absolute]))
    return names


def _common(paths: Sequence[str]) -> str | None:
    """The folder that files have in common; None for files on several drives."""
    try:
        return os.path.commonpath([os.path.dirname(path) for path in paths])
    except ValueError:
        return None


def listed(endings: Counter[str]) -> str:
    """Endings of files and how many there are, the most first, for people."""
    found = sorted(endings.items(), key=lambda e: (-e[1], e[0]))
    more = ", …" if len(found) > _SHOWN else ""
    return ", ".join(f"{ending or '(?)'} {n}" for ending, n in found[:_SHOWN]) + more


def _canonical(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _printable(name: str) -> str:
    """The name with what is no UTF-8 in it written as \\x…, as a database and JSON can hold it."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _all(
    paths: Sequence[Path], lists: Sequence[Path], wanted: _Wanted
) -> Iterator[tuple[Path, str]]:
    """Each file with its relative name."""
    for path in paths:
        if str(path) == "-":
            yield from _listed(_lines(path), wanted)
        elif not os.path.lexists(path) and glob.has_magic(str(path)):
            yield from _globbed(path, wanted)
        elif not os.path.lexists(path):  # a slip of the pen must not empty what a run has made
            raise InputError(
                f"{path}: there is no such file or folder; check the path",
                f"{path}: không có tệp hay thư mục này; hãy kiểm tra lại đường dẫn",
            )
        else:
            yield from _walk(path, wanted)
    for path in lists:
        yield from _listed(_lines(path), wanted)


def _globbed(pattern: Path, wanted: _Wanted) -> Iterator[tuple[Path, str]]:
    """The files that fit a glob, named from its first part with a wildcard on."""
    fixed = Path()
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            break
        fixed /= part
    found = [Path(p) for p in sorted(glob.glob(str(pattern), recursive=True))]
    seen = {p for p in found if p.is_dir()}
    for path in found:
        if seen.isdisjoint(path.parents):  # of a folder that fits, all below it is taken once
            yield from _within(path, fixed, wanted)


def _listed(paths: Iterable[Path], wanted: _Wanted) -> Iterator[tuple[Path, str]]:
    """The files of a list, named from the folder that holds them all."""
    found = list(dict.fromkeys(paths))
    if not found:
        return
    try:
        top = Path(os.path.commonpath([p.absolute().parent for p in found]))
    except ValueError:  # on several drives
        top = Path()
    for path in found:
        yield from _within(path, top, wanted)


def _within(path: Path, top: Path, wanted: _Wanted) -> Iterator[tuple[Path, str]]:
    """The files of `_walk`, named from the folder `top` on where they are in it."""
    absolute = path.absolute()
    above = absolute if path.is_dir() else absolute.parent
    inside = above.is_relative_to(top.absolute()) and ".." not in absolute.parts
    prefix = above.relative_to(top.absolute()).as_posix() if inside else "."
    for file, relative in _walk(path, wanted):
        yield file, relative if prefix == "." else f"{prefix}/{relative}"


def _lines(path: Path) -> list[Path]:
    """The paths in a list; InputError where it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as e:
        raise InputError(
            f"{path}: the list of files cannot be read ({e.strerror}); check the path",
            f"{path}: không đọc được danh sách tệp ({e.strerror}); hãy kiểm tra đường dẫn",
        ) from None
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # PowerShell's `>`
            data = data.decode("utf-16").encode()
        data = data.removeprefix(codecs.BOM_UTF8)
        lines = data.split(b"\0") if b"\0" in data else data.splitlines()
        return [Path(_unquoted(os.fsdecode(line))) for line in lines if line.strip()]
    except UnicodeError:
        raise InputError(
            f"{path}: the list of files is not UTF-8; save it as UTF-8 and run again",
            f"{path}: danh sách tệp không phải UTF-8; hãy lưu lại dạng UTF-8 rồi chạy lại",
        ) from None


def _unquoted(line: str) -> str:
    """A path without the quotes that Windows puts around one that is copied."""
    quoted = len(line) > 2 and line[0] == line[-1] == '"'
    return line[1:-1] if quoted and not os.path.lexists(line) else line


def _walk(root: Path, wanted: _Wanted) -> Iterator[tuple[Path, str]]:
    """The files of a folder, or the file itself: path, name from `root` on."""
    if not root.is_dir():
        yield root, root.name
        return
    exclude = wanted.exclude
    avoid = wanted.out.resolve() if wanted.out is not None else None
    for folder, folders, files in os.walk(root, onerror=_unlisted):
        here = Path(folder)
        folders[:] = sorted(
            f
            for f in folders
            if not is_hidden(f)
            and not _fits((here / f).relative_to(root).as_posix(), f, exclude)
            and (here / f).resolve() != avoid
        )
        for file in sorted(files):
            path = here / file
            relative = path.relative_to(root).as_posix()
            if is_hidden(file) or _fits(relative, file, exclude) or is_pipe(path):
                continue
            if _is_document(path):
                yield path, relative
            elif file.lower() not in _SYSTEM:
                wanted.others.append(path)


def _is_document(path: Path) -> bool:
    """True for a file of an ending that documents have; of XML files, those that Word has saved."""
    suffix = path.suffix.lower()
    if suffix != ".xml":
        return suffix in SUFFIXES
    try:
        with path.open("rb") as file:
            return kind_of(file.read(4 * HEAD)) in ("zip", "wordml", "fodt")
    except OSError:
        return False


def is_pipe(path: Path) -> bool:
    """Whether this is a pipe, a socket or a device, which nobody can read twice, or not at all."""
    try:
        mode = path.stat().st_mode
    except OSError:  # whoever reads it says what is wrong with it
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is left out of folders: hidden ones, and those that
    Word keeps beside a document that is open (`~$report.docx`)."""
    return name.startswith((".", "~$"))


def _fits(relative: str, name: str, globs: Sequence[str]) -> bool:
    return any(fnmatch(relative, glob) or fnmatch(name, glob) for glob in globs)


def _unlisted(error: OSError) -> None:
    raise InputError(
        f"{error.filename}: this folder cannot be read ({error.strerror}); check that you may "
        "read it, or leave it out with --exclude",
        f"{error.filename}: không đọc được thư mục này ({error.strerror}); hãy kiểm tra quyền đọc, "
        "hoặc bỏ qua bằng --exclude",
    ) from None
