"""Wordings: what the program asks about a place it already has, as data with proof.

A rule finds mentions anywhere in a text. A wording answers a question about one place: does a
word of comparison stand before this figure, does a breakdown follow it? They stand in
patterns/wording/FILE.toml in the form of rules, with `at` for how they are asked:

    before   of the text before a place     pattern.search(text[:place])
    after    of the text after a place      pattern.match(text, place)
    in       anywhere in a stretch          pattern.search(stretch)
    whole    of all of a stretch            pattern.fullmatch(stretch)

or a list of these, each of which its examples then prove.

`wording("slips.gap")` at the top of a module has the methods of a compiled pattern; the file is
read and the expression compiled when one of them is first used.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

import ahocorasick

from extract.errors import PatternError
from extract.rules.book import Example, examples
from extract.rules.faults import missing_key, not_compiling, unknown_keys, unknown_tables
from extract.rules.sources import built_in, expand, halves, joined, patterns_home, read_toml
from extract.values.ready import ready
from extract.values.text import fold

PLACES = {  # and the methods that ask so
    "before": ("search", "sub"),
    "after": ("match",),
    "in": ("search", "finditer", "split", "sub"),
    "whole": ("fullmatch",),
}
_KEYS = frozenset("id about source at regex begins ends case match reject".split())
_WORD_BEFORE = 7  # characters of the word, and the blank, that may stand before a word begun with
_TO_END = 150  # characters from such a word to what its match ends with


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording and its proof; `regex` has its parts put in, `case` tells capitals apart.

    `begins` are the words that its matches begin with, alone or after one short word; where
    there are any, nothing else of a text is looked at. `ends` is what all of these matches end
    with, and hold nowhere else; "" where that cannot be told.
    """

    id: str
    about: str
    source: str
    at: tuple[str, ...]
    regex: str
    begins: tuple[str, ...]
    ends: str
    case: bool
    match: tuple[Example, ...]
    reject: tuple[Example, ...]
    file: str

    def compiled(self) -> re.Pattern[str]:
        """The expression made ready; PatternError where it is wrong."""
        try:
            return ready(self.regex)
        except re.error as e:
            raise not_compiling(f"{self.file}: {self.id}", e, self.regex) from None

    def all_in(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """What `pattern.finditer(text)` gives, looked for where a word of `begins` stands only."""
        places = set()
        for at in self._begun(text):
            places.add(at)
            before = at - 1
            while before > 0 and at - before < _WORD_BEFORE and text[before - 1].isalnum():
                before -= 1
            places.add(before)
        end = 0
        for at in sorted(places):
            if at >= end and (m := pattern.match(text, at)):
                yield m
                end = m.end()

    def _begun(self, text: str) -> list[int]:
        """Where a word of `begins` stands, with `ends` near enough behind it."""
        own = default_wordings().get(self.id) is self
        known = _places(text) if own else _found(_finder((self,)), text)
        found = [at for word in self.begins for at in known.get(word, ())]
        if not self.ends:
            return found
        ends = known.get(self.ends, [])
        return [at for at in found if _follows(ends, at)]


def _follows(ends: list[int], at: int) -> bool:
    i = bisect_left(ends, at)
    return i < len(ends) and ends[i] <= at + _TO_END


@lru_cache(maxsize=2)
def _places(text: str) -> dict[str, list[int]]:
    """Where each word stands that matches begin or end with: those of all wordings are looked for
    at once, as they are asked of a document one after the other."""
    return _found(_all_words(), text)


@cache
def _all_words() -> Any:
    """An automaton for the words of all built-in wordings."""
    return _finder(default_wordings().values())


def _finder(wordings: Iterable[Wording]) -> Any:
    """An automaton that finds the words of `begins` and `ends`."""
    made = ahocorasick.Automaton()
    for word in {w for one in wordings for w in (*one.begins, one.ends) if w}:
        made.add_word(word, word)
    made.make_automaton()
    return made


def _found(finder: Any, text: str) -> dict[str, list[int]]:
    """Where each word stands in a text, in order."""
    found: dict[str, list[int]] = {}
    for end, word in finder.iter(text):
        found.setdefault(word, []).append(end - len(word) + 1)
    return found


class Asked:
    """A built-in wording compiled at its first use, which raises KeyError where there is none.

    Its methods are those of `re.Pattern`; they are asked of folded text (`values.text.fold`),
    of text in its own case where the wording says `case = true`.
    """

    __slots__ = ("finditer", "fullmatch", "id", "match", "pattern", "search", "split", "sub")

    id: str
    pattern: str
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, wording_id: str) -> None:
        self.id = wording_id

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self.__slots__:
            raise AttributeError(name)
        one = default_wordings()[self.id]
        made = one.compiled()
        for method in self.__slots__:
            if method != "id":
                setattr(self, method, getattr(made, method))
        if one.begins:
            self.finditer = partial(one.all_in, made)
        return getattr(self, name)


def wording(wording_id: str) -> Asked:
    """The built-in wording FILE.NAME, ready to be asked; nothing is read yet."""
    return Asked(wording_id)


def load_wordings(folder: Path, parts: dict[str, str]) -> dict[str, Wording]:
    """The wordings of a folder's *.toml files by id, which begins with the name of the file.

    `parts` are the rulebook's; a file's own [parts] are added for that file alone. Raises
    PatternError, naming file and wording.
    """
    found: dict[str, Wording] = {}
    for path in sorted(folder.glob("*.toml")):
        data = read_toml(path)
        if unknown := set(data) - {"parts", "pattern"}:
            raise unknown_tables(path, unknown)
        own = {name: joined(text) for name, text in data.get("parts", {}).items()}
        if double := set(own) & set(parts):
            shown = ", ".join(sorted(double))
            raise PatternError(
                f"{path}: part {shown} is defined elsewhere",
                f"{path}: phần {shown} đã được định nghĩa ở nơi khác",
            )
        for n, raw in enumerate(data.get("pattern", []), 1):
            one = _wording(raw, f"{path}: {raw.get('id', f'pattern {n}')}", path, parts | own)
            if one.id in found:
                raise PatternError(f"{path}: {one.id} stands twice", f"{path}: {one.id} có hai lần")
            found[one.id] = one
    return found


def _wording(raw: dict[str, Any], where: str, file: Path, parts: dict[str, str]) -> Wording:
    if unknown := set(raw) - _KEYS:
        raise unknown_keys(where, unknown)
    for key in ("id", "about", "regex"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            raise missing_key(where, key)
    if raw["id"].partition(".")[0] != file.stem:
        raise PatternError(
            f"{where}: the id must begin with '{file.stem}.'",
            f"{where}: mã (id) phải bắt đầu bằng '{file.stem}.'",
        )
    at = [raw["at"]] if isinstance(raw.get("at"), str) else raw.get("at")
    if not at:
        raise missing_key(where, "at")
    if not isinstance(at, list) or not all(isinstance(a, str) and a in PLACES for a in at):
        raise PatternError(
            f"{where}: at must be one of {', '.join(sorted(PLACES))}, or a list of them",
            f"{where}: at phải là một trong: {', '.join(sorted(PLACES))}, hoặc một danh sách",
        )
    begins = raw.get("begins", [])
    if not isinstance(begins, list) or not all(isinstance(w, str) and w for w in begins):
        raise PatternError(
            f"{where}: begins must be a list of words",
            f"{where}: begins phải là một danh sách từ",
        )
    if not isinstance(raw.get("ends", ""), str) or (raw.get("ends") and not begins):
        raise PatternError(
            f"{where}: ends must be a text, and goes with begins",
            f"{where}: ends phải là một chuỗi và đi cùng begins",
        )
    return Wording(
        id=raw["id"],
        about=raw["about"],
        source=raw.get("source", ""),
        at=tuple(at),
        regex=expand(joined(raw["regex"]), parts, where),
        begins=tuple(begins),
        ends=raw.get("ends", ""),
        case=bool(raw.get("case", False)),
        match=examples(raw.get("match"), where, "match"),
        reject=examples(raw.get("reject"), where, "reject"),
        file=f"wording/{file.name}",
    )


@cache
def default_wordings() -> dict[str, Wording]:
    """The built-in wordings, read once a process; no rule is compiled for them."""
    return load_wordings(patterns_home() / "wording", built_in().parts)


@cache
def terms(name: str) -> frozenset[str]:
    """The folded terms of a built-in word list; KeyError where there is none."""
    return frozenset(fold(t) for t in built_in().lexicon[name])


@cache
def written(name: str) -> tuple[str, ...]:
    """The terms of a built-in word list as they are written; KeyError where there is none."""
    return built_in().lexicon[name]


@cache
def pairs(name: str) -> dict[str, str]:
    """The two sides, as written, of the lines of a built-in word list; KeyError."""
    return dict(halves(built_in().lexicon[name]))
