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


def unknown_value(where: str, key: str, value: str, known: Iterable[str]) -> PatternError:
    """A constant of a rule has a value that means nothing, or none."""
    shown = ", ".join(sorted(known))
    if not value:
        return PatternError(
            f"{where}: set must say {key}; known: {shown}",
            f"{where}: set phải có {key}; các giá trị: {shown}",
        )
    return PatternError(
        f"{where}: there is no {key} = {value!r}; known: {shown}",
        f"{where}: không có {key} = {value!r}; các giá trị: {shown}",
    )


def unknown_constants(where: str, keys: Iterable[str], known: Iterable[str]) -> PatternError:
    """A rule hands on constants that nothing reads."""
    shown, told = ", ".join(sorted(keys)), ", ".join(sorted(known)) or "-"
    return PatternError(
        f"{where}: nothing reads {shown} in set; known: {told}",
        f"{where}: không dùng đến {shown} trong set; các khóa: {told}",
    )


def missing_group(
    where: str, told: str, names: Iterable[str], known: Iterable[str]
) -> PatternError:
    """The regex of a rule has no group that its kind needs."""
    shown, groups = " / ".join(names), ", ".join(known)
    return PatternError(
        f"{where}: needs the group {shown} ({told}); known groups: {groups}",
        f"{where}: thiếu nhóm {shown} ({told}); các nhóm: {groups}",
    )


def unread_groups(
    where: str, told: str, names: Iterable[str], known: Iterable[str]
) -> PatternError:
    """The regex of a rule has named groups that nothing reads."""
    shown, groups = ", ".join(sorted(names)), ", ".join(("span", *known))
    return PatternError(
        f"{where}: nothing reads the group {shown} ({told}); known groups: {groups}",
        f"{where}: không dùng đến nhóm {shown} ({told}); các nhóm: {groups}",
    )


def unfilled(matched: str, names: Iterable[str]) -> tuple[str, str]:
    """A match leaves a group empty that its kind needs, in English and in Vietnamese."""
    shown = " / ".join(names)
    return (
        f"{matched!r} leaves the group {shown} empty",
        f"{matched!r} để trống nhóm {shown}",
    )


def unreadable(matched: str, name: str, text: str, wanted: str) -> tuple[str, str]:
    """A group has a value that cannot be read, in English and in Vietnamese."""
    return (
        f"{matched!r}: the group {name} is {text!r}, which cannot be read; it must be {wanted}",
        f"{matched!r}: nhóm {name} là {text!r}, không đọc được; phải là {wanted}",
    )


def uneven(matched: str, names: Iterable[str]) -> tuple[str, str]:
    """Groups that go in pairs took part unequally often, in English and in Vietnamese."""
    shown = ", ".join(names)
    return (
        f"{matched!r}: the groups {shown} must take part equally often",
        f"{matched!r}: các nhóm {shown} phải có số lần bằng nhau",
    )
