"""Rules as data: patterns/*.toml and patterns/lexicon/*.txt -> Rulebook.

The loader is the first validator: unknown keys, missing or cyclic parts, double ids, a rule
without examples, a regex that does not compile or lacks a group
its kind needs (`extract.rules.contracts`) are PatternErrors that name file and rule.
`extract.rules.prove` runs the examples.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex
from regex import Pattern

from extract.errors import PatternError
from extract.rules.contracts import held
from extract.rules.faults import missing_key, not_compiling, unknown_keys
from extract.rules.sources import PART, built_in, expand, joined, patterns_home, read
from extract.values.ready import ready
from extract.values.text import fold

KINDS = frozenset({"structure", "citation", "date", "quantity", "claim", "flow", "relation"})
_KEYS = frozenset("id about source kind regex starts needs priority set case match reject".split())
_NAMED = re.compile(r"\(\?P<\w+>")
USER_TIMEOUT = 2.0  # seconds one user rule may take on one document


@dataclass(frozen=True, slots=True)
class Example:
    """A text with «…» around what must come out; `got` are groups or constants expected."""

    text: str
    got: dict[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a regex over folded text, where it may start, and the proof it carries.

    `starts` is "digit" (the first digit of a run), "line" (the first character of a block),
    a tuple of literals one of which every match begins with, or () for a plain pass over the
    text. `needs` are literals of which a text without any is passed over.
    """

    id: str
    kind: str
    about: str
    source: str
    regex: str
    starts: str | tuple[str, ...]
    needs: tuple[str, ...]
    priority: int
    set: dict[str, str]
    case: bool
    match: tuple[Example, ...]
    reject: tuple[Example, ...]
    file: str
    order: int
    user: bool = False
    where: str = ""  # file and id, as messages name them

    @property
    def pattern(self) -> Pattern[str] | re.Pattern[str]:
        """The compiled regex, by `re` where that is enough: made when first asked for, as a
        process that only wants to know which rules there are needs none of them; PatternError
        where it does not compile."""
        return _compiled(self.regex, self.where, self._plain)

    @property
    def look(self) -> re.Pattern[str] | None:
        """What matches at least where the regex does, by `re` and without its groups: to be tried
        first where the regex itself is not read by `re`."""
        if self.user or (self._plain and isinstance(self.pattern, re.Pattern)):
            return None
        return _look(self.regex)

    @property
    def _plain(self) -> bool:
        """True where nothing is asked that `re` lacks: to be stopped after a time, as a user's
        rule may have to be, or to tell each place that a repeated group took."""
        return not self.user and self.kind != "relation"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Rulebook:
    """All rules, in the order of their files, with the word lists they were made from.

    Two rulebooks are the same only if they are one object, so that what is made from one can be
    kept beside it.
    """

    rules: tuple[Rule, ...]
    lexicon: dict[str, tuple[str, ...]]
    parts: dict[str, str]

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id; KeyError where there is none."""
        for r in self.rules:
            if r.id == rule_id:
                return r
        raise KeyError(rule_id)

    def part(self, name: str) -> str:
        """The regex of a named part or word list, with the parts inside it put in."""
        return expand(self.parts[name], self.parts, name)


def examples(raw: Any, where: str, key: str) -> tuple[Example, ...]:
    """The examples under a rule's `match` or `reject`; PatternError where one is wrong."""
    if not isinstance(raw, list) or not raw:
        raise PatternError(
            f"{where}: has no [[pattern.{key}]]; every rule needs at least one",
            f"{where}: thiếu [[pattern.{key}]]; mỗi quy tắc cần ít nhất một",
        )
    found = []
    for n, item in enumerate(raw, 1):
        allowed = {"text", "got", "why"}
        if not isinstance(item, dict) or "text" not in item or set(item) - allowed:
            raise PatternError(
                f"{where}: {key} {n} must have 'text' (and 'got' or 'why')",
                f"{where}: {key} {n} phải có 'text' (và 'got' hoặc 'why')",
            )
        text = item["text"]
        if not isinstance(text, str) or not isinstance(item.get("got", {}), dict):
            raise PatternError(
                f"{where}: {key} {n}: text must be a text, got a table",
                f"{where}: {key} {n}: text phải là một chuỗi, got phải là một bảng",
            )
        if key == "match" and (text.count("«") != 1 or text.count("»") != 1):
            raise PatternError(
                f"{where}: match {n} must mark its span once with «…»",
                f"{where}: match {n} phải đánh dấu đúng một đoạn bằng «…»",
            )
        if key == "reject" and "why" not in item:
            raise PatternError(
                f"{where}: reject {n} must say why", f"{where}: reject {n} phải nêu lý do (why)"
            )
        got = {k: str(v) for k, v in item.get("got", {}).items()}
        found.append(Example(text, got, item.get("why", "")))
    return tuple(found)


def _texts(raw: Any) -> bool:
    """True for a list of texts."""
    return isinstance(raw, list) and all(isinstance(item, str) for item in raw)


def _starts(raw: Any, lexicon: dict[str, tuple[str, ...]], where: str) -> str | tuple[str, ...]:
    if raw is None:
        return ()
    if raw in ("digit", "line"):
        return str(raw)
    if not raw or not _texts(raw):
        raise PatternError(
            f"{where}: starts must be 'digit', 'line' or a list of literals",
            f"{where}: starts phải là 'digit', 'line' hoặc một danh sách chuỗi",
        )
    found: list[str] = []
    for item in raw:  # "{loai_van_ban} số": every term of the list, followed by " số"
        made = [""]
        for n, piece in enumerate(PART.split(item)):
            if n % 2 and piece not in lexicon:
                raise PatternError(
                    f"{where}: starts names no word list {{{piece}}}",
                    f"{where}: starts gọi danh sách từ không có: {{{piece}}}",
                )
            ends = lexicon[piece] if n % 2 else (piece,)
            made = [head + end for head in made for end in ends]
        found += [fold(t) for t in made]
    return tuple(dict.fromkeys(found))


def _rule(
    raw: dict[str, Any],
    where: str,
    file: Path,
    order: int,
    kind: str,
    parts: dict[str, str],
    lexicon: dict[str, tuple[str, ...]],
    user: bool,
) -> Rule:
    unknown = set(raw) - _KEYS
    if unknown:
        raise unknown_keys(where, unknown)
    for key in ("id", "about", "regex"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            raise missing_key(where, key)
    kind = raw.get("kind", kind)
    if kind not in KINDS:
        raise PatternError(
            f"{where}: kind must be one of {', '.join(sorted(KINDS))}",
            f"{where}: kind phải là một trong: {', '.join(sorted(KINDS))}",
        )
    if not isinstance(raw.get("priority", 0), int):
        raise PatternError(
            f"{where}: priority must be a whole number", f"{where}: priority phải là số nguyên"
        )
    if not _texts(raw.get("needs", [])):
        raise PatternError(
            f"{where}: needs must be a list of literals",
            f"{where}: needs phải là một danh sách chuỗi",
        )
    if not isinstance(raw.get("set", {}), dict):
        raise PatternError(
            f'{where}: set must be a table, such as {{ as = "day" }}',
            f'{where}: set phải là một bảng, ví dụ {{ as = "day" }}',
        )
    expanded = expand(joined(raw["regex"]), parts, where)
    return Rule(
        id=raw["id"],
        kind=kind,
        about=raw["about"],
        source=raw.get("source", ""),
        regex=expanded,
        starts=_starts(raw.get("starts"), lexicon, where),
        needs=tuple(fold(n) for n in raw.get("needs", ())),
        priority=int(raw.get("priority", 0)),
        set={k: str(v) for k, v in raw.get("set", {}).items()},
        case=bool(raw.get("case", False)),
        match=examples(raw.get("match"), where, "match"),
        reject=examples(raw.get("reject"), where, "reject"),
        file=file.name,
        order=order,
        user=user,
        where=where,
    )


@cache
def _compiled(text: str, where: str, plain: bool) -> Pattern[str] | re.Pattern[str]:
    """By `re`, a call of which takes a third of the time, where that is enough and reads it."""
    if plain:
        with suppress(re.error):
            return ready(text)
    try:
        return regex.compile(text)
    except regex.error as e:
        raise not_compiling(where, e, text) from None


@cache
def _look(text: str) -> re.Pattern[str] | None:
    """The expression without the names of its groups; None where `re` does not read it."""
    with suppress(re.error):
        return ready(_NAMED.sub("(?:", text))
    return None


def load(*extra: Path, home: Path | None = None) -> Rulebook:
    """The built-in rulebook, with the rules and word lists of the folders `extra` added.

    A user's folder holds *.toml rule files and lexicon/*.txt; a word list of the same name adds
    its terms to the built-in one. Raises PatternError.
    """
    if home is None and not extra:
        sources = built_in()
    else:
        sources = read((home or patterns_home(), False), *((Path(p), True) for p in extra))
    rules: list[Rule] = []
    ids: dict[str, str] = {}
    for path, data, user in sources.files:
        for n, raw in enumerate(data.get("pattern", []), 1):
            where = f"{path}: {raw.get('id', f'pattern {n}')}"
            kind = data.get("kind", path.stem)
            rule = _rule(raw, where, path, len(rules), kind, sources.parts, sources.lexicon, user)
            if rule.id in ids:
                raise PatternError(
                    f"{where}: this id stands in {ids[rule.id]} already",
                    f"{where}: mã (id) này đã có trong {ids[rule.id]}",
                )
            ids[rule.id] = path.name
            rules.append(rule)
            if user or home is not None:  # the built-in ones are known to compile
                held(rule.where, rule.kind, rule.id, rule.set, rule.pattern)
    return Rulebook(tuple(rules), sources.lexicon, sources.parts)


def compiled(book: Rulebook) -> None:
    """Compile all rules of a book now (see `Rule.pattern`)."""
    for rule in book.rules:
        _ = rule.pattern


@cache
def default_rulebook() -> Rulebook:
    """The built-in rulebook, loaded once a process."""
    return load()
