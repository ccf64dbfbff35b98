"""The names of parts that leave nothing out of a whole, and which of them stand beside figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import ahocorasick

from extract.find.binding.binder import Binder
from extract.rules.wording import terms, wording
from extract.values.letters import WORD

_BARRED = wording("dimensions.barred")
_CLASSES = wording("dimensions.classes")
_PIECE = wording("dimensions.piece")
_LONGER = wording("dimensions.longer")
_CLAUSE = re.compile(r"[.,;:()\n]")

Members = tuple[tuple[str, ...], ...]
OTHERS = ("…",)  # the parts that an open list leaves out


@cache
def dimensions() -> tuple[tuple[tuple[str, ...], Members], ...]:
    """(names of the whole, parts by their names) of the word list; no names where any whole will
    do. A last part "…" says that other parts may be left out."""
    found = []
    for line in sorted(terms("phan_to")):
        head, sign, rest = line.partition(" => ")
        parts = tuple(tuple(p.strip().split("/")) for p in (rest if sign else line).split("|"))
        found.append((tuple(head.split("/")) if sign else (), parts))
    return tuple(found)


def names_told(binder: Binder) -> set[str]:
    """The names of parts that stand anywhere in a document."""
    return names_in(binder.folded)


def names_in(folded: str) -> set[str]:
    """The names of parts that stand in a text."""
    return {name for _, name in _names().iter(folded)}


@cache
def _names() -> Any:
    """An automaton that finds the names of all parts."""
    found = ahocorasick.Automaton()
    named = {name for _, parts in dimensions() for names in parts for name in names}
    for name in named - set(OTHERS):
        found.add_word(name, name)
    found.make_automaton()
    return found


def names_one(d: Members, words: str) -> bool:
    """True where what a whole counts is just one part of a dimension: "41 tập thể, 75 cá nhân;
    trong đó Bằng khen cho 15 tập thể, 42 cá nhân": no 75 of both."""
    return sum(any(name in words and has_name(words, name) for name in names) for names in d) == 1


def all_named(d: Members, words: str) -> bool:
    """True where words name all parts of a dimension: "doanh nghiệp thành lập mới và quay trở
    lại"."""
    return all(any(has_name(words, name) for name in names) for names in d)


def without_unit(after: str, unit: str | None) -> str:
    """What stands after a figure, without its unit or the initials of it (doanh nghiệp, DN)."""
    initials = "".join(word[0] for word in (unit or "").split())
    for told in (unit, initials):
        if told and after.startswith(f" {told} "):
            return after[len(told) + 1 :]
    return after


def any_named(open_: Sequence[Members], names: Sequence[tuple[str, str]]) -> bool:
    """True where the words beside figures name parts of some dimension."""
    return any(_members(d, names) is not None for d in open_)


def is_full(d: Members, names: Sequence[tuple[str, str]]) -> bool:
    """True where they name all parts of a dimension."""
    found = _members(d, names)
    return found is not None and len(found) == len(d)


def _members(d: Members, names: Sequence[tuple[str, str]]) -> list[int] | None:
    """Which parts of a dimension the words beside figures name, each another one, all of them on
    the same side, or each on one side only ("41 hồ sơ đúng hạn và số quá hạn còn 3 hồ sơ"); None
    where one names no part, or one told before."""
    if not all(_is_named(d, before) or _is_named(d, after) for before, after in names):
        return None
    for side in (0, 1, None):
        found: list[int] = []
        for name in names:
            n = _on_one_side(d, name) if side is None else _member(d, name[side], side)
            if n is None or n in found:
                break
            found.append(n)
        else:
            return found
    return None


def _is_named(d: Members, words: str) -> bool:
    for names in d:
        for name in names:
            if name in words:
                return True
    return False


def sort_of(d: Members, names: Sequence[tuple[str, str]]) -> set[str]:
    """The words that stand right before the name of every part: "đất ở đô thị", "đất ở nông
    thôn"."""
    for side in (0, 1):
        told = [_named_at(d, name[side]) for name in names]
        if None in told:
            continue
        before = [
            set(WORD.findall(_CLASSES.sub(" ", _CLAUSE.split(name[side][:at])[-1])))
            for name, at in zip(names, told, strict=True)
        ]
        return set.intersection(*before) - terms("tu_dem_chu_de")
    return set()


def added_words(d: Members, names: Sequence[tuple[str, str]]) -> set[str]:
    """The words behind the names of parts that say more than that a figure follows: "12 trường
    công lập đạt chuẩn", "lao động nam đã qua đào tạo 60 người"."""
    found: set[str] = set()
    sides = [s for s in (0, 1) if all(_named(d, name[s]) is not None for name in names)]
    for before, after in names:
        words = (before, after)[sides[0]] if sides else before if _named(d, before) else after
        if (at := _named(d, words)) is not None:
            found |= set(WORD.findall(_CLASSES.sub(" ", words[sum(at) :])))
    return found - terms("tu_dem_chu_de")


def _named_at(d: Members, words: str) -> int | None:
    """Where the last name of a part stands in words."""
    found = _named(d, words)
    return found[1] if found else None


def _named(d: Members, words: str) -> tuple[int, int] | None:
    """(length, place) of the longest and last name of a part in words."""
    found = [
        (len(n), at) for names in d for n in names if n in words and (at := _last(words, n)) >= 0
    ]
    return max(found, default=None)


def _on_one_side(d: Members, name: tuple[str, str]) -> int | None:
    """The part that is named before a figure, in its own piece of the list, or after it."""
    pieces = _PIECE.split(name[0])
    before, after = _member(d, pieces[-1], 0), _member(d, name[1], 1)
    return after if before is None else before if after is None else None


def _member(d: Members, words: str, side: int) -> int | None:
    """The one part that words name, by the longest and last of its names; None where they name
    none, or say that a part of it is meant."""
    found = [
        (len(name), at, n)
        for n, names in enumerate(d)
        for name in names
        if name in words and (at := _last(words, name)) >= 0
    ]
    if not found:
        return None
    size, at, n = max(found)
    rest = words[at + size :] if side == 0 else words[:at]
    return None if _BARRED.search(rest) or len(rest.split()) > 7 else n


def _last(words: str, name: str) -> int:
    """Where a name stands last as whole words, -1 where it does not: no "nam" in "Việt Nam"."""
    at = words.rfind(name)
    while at >= 0:
        after = words[at + len(name) : at + len(name) + 1]
        whole_word = not (after.isalnum() or words[at - 1 : at].isalnum())
        if whole_word and not _LONGER.search(words, max(0, at - 8), at):
            return at
        at = words.rfind(name, 0, at + len(name) - 1)
    return -1


def has_name(words: str, name: str) -> bool:
    """True where a name stands among words as a whole."""
    return _last(words, name) >= 0
