"""Folders of patterns as read: word lists, named parts and the tables of files of rules.

Nothing is compiled here; `extract.rules.book` makes rules of what is read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex

from extract.errors import PatternError
from extract.rules.alternation import alternation
from extract.rules.faults import unknown_tables
from extract.values.text import fold

PART = regex.compile(r"\{([a-z][a-z_0-9]*)\}")


def patterns_home() -> Path:
    """Where the built-in patterns are: inside the installed package, else in the checkout."""
    inside = Path(__file__).parent.parent / "patterns"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "patterns"


def read_lexicon(path: Path) -> tuple[str, ...]:
    """The terms of a word list, one a line; the first line names the source (`# …`). PatternError
    where it cannot be read, names no source, or has a term twice."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as e:
        raise PatternError(
            f"{path}: word list cannot be read ({e}); save it as UTF-8",
            f"{path}: không đọc được danh sách từ ({e}); hãy lưu lại dạng UTF-8",
        ) from None
    if not lines or not lines[0].startswith("#"):
        raise PatternError(
            f"{path}:1: the first line of a word list must name its source (# …)",
            f"{path}:1: dòng đầu của danh sách từ phải ghi nguồn (# …)",
        )
    terms = [ln.strip() for ln in lines[1:] if ln.strip() and not ln.startswith("#")]
    seen: dict[str, int] = {}
    for n, term in enumerate(terms, 2):
        if fold(term) in seen:
            raise PatternError(
                f"{path}: {term!r} stands twice", f"{path}: {term!r} có hai lần trong danh sách"
            )
        seen[fold(term)] = n
    return tuple(terms)


def halves(terms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The two sides of the lines of a word list that say `left = right`; other lines are left
    out."""
    for term in terms:
        left, sign, right = term.partition(" = ")
        if sign:
            yield left, right


def expand(text: str, parts: dict[str, str], where: str, seen: tuple[str, ...] = ()) -> str:
    """`text` with every {part} replaced; PatternError for a missing or cyclic one."""

    def one(m: regex.Match[str]) -> str:
        name = m[1]
        if name in seen:
            raise PatternError(
                f"{where}: part {{{name}}} refers to itself",
                f"{where}: phần {{{name}}} tự gọi lại chính nó",
            )
        if name not in parts:
            raise PatternError(
                f"{where}: there is no part or word list {{{name}}}",
                f"{where}: không có phần hay danh sách từ {{{name}}}",
            )
        return "(?:" + expand(parts[name], parts, where, (*seen, name)) + ")"

    return PART.sub(one, text)


def joined(text: str) -> str:
    """A regex written over several lines as one line (leading blanks of lines dropped)."""
    return "".join(line.lstrip() for line in text.strip("\n").split("\n"))


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; PatternError where it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        raise PatternError(
            f"{path}: cannot be read as TOML ({e})", f"{path}: không đọc được dạng TOML ({e})"
        ) from None


@dataclass(frozen=True, slots=True)
class Sources:
    """Folders of patterns as read: word lists, parts, and the tables of each file of rules with
    whether it is a user's. Nothing is compiled."""

    lexicon: dict[str, tuple[str, ...]]
    parts: dict[str, str]
    files: tuple[tuple[Path, dict[str, Any], bool], ...]


def _tables(raw: Any) -> bool:
    """True for a list of tables."""
    return isinstance(raw, list) and all(isinstance(item, dict) for item in raw)


def read(*folders: tuple[Path, bool]) -> Sources:
    """What stands in folders, each with whether it is a user's; PatternError."""
    lexicon: dict[str, tuple[str, ...]] = {}
    parts: dict[str, str] = {}
    files: list[tuple[Path, dict[str, Any], bool]] = []
    for folder, user in folders:
        if not folder.is_dir():
            raise PatternError(
                f"{folder}: no such folder of patterns; check --patterns",
                f"{folder}: không có thư mục mẫu này; hãy kiểm tra --patterns",
            )
        if user and (folder / "wording").exists():
            raise PatternError(
                f"{folder / 'wording'}: wordings cannot be added; write rules",
                f"{folder / 'wording'}: không thêm được cách nói (wording); hãy viết quy tắc",
            )
        if user and not any((*folder.glob("*.toml"), *(folder / "lexicon").glob("*.txt"))):
            raise PatternError(
                f"{folder}: has neither rules (*.toml) nor word lists (lexicon/*.txt); "
                "check --patterns",
                f"{folder}: không có quy tắc (*.toml) hay danh sách từ (lexicon/*.txt) nào; "
                "hãy kiểm tra --patterns",
            )
        for path in sorted((folder / "lexicon").glob("*.txt")):
            old = lexicon.get(path.stem, ())
            known = {fold(t) for t in old}
            new = tuple(t for t in read_lexicon(path) if fold(t) not in known)
            lexicon[path.stem] = old + new
        for path in sorted(folder.glob("*.toml")):
            data = read_toml(path)
            unknown = set(data) - {"parts", "pattern", "kind"}
            if unknown:
                raise unknown_tables(path, unknown)
            if not _tables(data.get("pattern", [])):
                raise PatternError(
                    f"{path}: write [[pattern]] above each rule",
                    f"{path}: hãy ghi [[pattern]] trước mỗi quy tắc",
                )
            for name, text in data.get("parts", {}).items():
                if name in parts:
                    raise PatternError(
                        f"{path}: part {name} is defined twice",
                        f"{path}: phần {name} được định nghĩa hai lần",
                    )
                parts[name] = joined(text)
            files.append((path, data, user))
    for name, terms in lexicon.items():
        if name in parts:
            raise PatternError(
                f"{name} is both a part and a word list",
                f"{name} vừa là một phần vừa là một danh sách từ",
            )
        parts[name] = alternation(terms)
    return Sources(lexicon, parts, tuple(files))


@cache
def built_in() -> Sources:
    """The built-in patterns as read, once a process."""
    return read((patterns_home(), False))
