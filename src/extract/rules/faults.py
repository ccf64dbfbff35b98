"""What is wrong with a file of rules or wordings, in words, where both are read alike."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from extract.errors import PatternError


def unknown_keys(where: str, keys: Iterable[str]) -> PatternError:
    """A rule has keys that mean nothing."""
    shown = ", ".join(sorted(keys))
    return PatternError(f"{where}: unknown key {shown}", f"{where}: không có khóa {shown}")


def missing_key(where: str, key: str) -> PatternError:
    """A rule lacks what every rule has."""
    return PatternError(f"{where}: '{key}' is missing", f"{where}: thiếu '{key}'")


def unknown_tables(path: Path, names: Iterable[str]) -> PatternError:
    """A file has tables that mean nothing."""
    shown = ", ".join(sorted(names))
    return PatternError(f"{path}: unknown table {shown}", f"{path}: không có bảng {shown}")


def not_compiling(where: str, error: Exception, expression: str) -> PatternError:
    """An expression is none."""
    return PatternError(
        f"{where}: regex does not compile: {error}\n  {expression}",
        f"{where}: biểu thức chính quy sai: {error}\n  {expression}",
    )
