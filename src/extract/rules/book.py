"""Rules as data: patterns/*.toml and patterns/lexicon/*.txt -> Rulebook.

The loader is the first validator: unknown keys, missing or cyclic parts, double ids, a rule
without examples, a regex that does not compile are PatternErrors that name file and rule.
`extract.rules.prove` runs the examples.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex
from regex import Pattern

from extract.errors import PatternError
from extract.rules.alternation import alternation
from extract.rules.faults import missing_key, not_compiling, unknown_keys, unknown_tables
from extract.values.text import fold

KINDS = frozenset({"structure", "citation", "date", "quantity", "claim", "flow", "relation"})
_KEYS = frozenset("id about source kind regex starts needs priority set case match reject".split())
_PART = regex.compile(r"\{([a-z][a-z_0-9]*)\}")
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


def patterns_home() -> Path:
    """Where the built-in patterns are: inside the installed package, else in the checkout."""
    inside = Path(__file__).parent.parent / "patterns"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "patterns"


def read_lexicon(path: Path) -> tuple[str, ...]:
    """The terms of a word list, one a line; the first line names the source (`# …`)."""
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

    return _PART.sub(one, text)


def joined(text: str) -> str:
    """A regex written over several lines as one line (leading blanks of lines dropped)."""
    return "".join(line.lstrip() for line in text.strip("\n").split("\n"))


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


def _starts(raw: Any, lexicon: dict[str, tuple[str, ...]], where: str) -> str | tuple[str, ...]:
    if raw is None:
        return ()
    if raw in ("digit", "line"):
        return str(raw)
    if not isinstance(raw, list) or not raw:
        raise PatternError(
            f"{where}: starts must be 'digit', 'line' or a list of literals",
            f"{where}: starts phải là 'digit', 'line' hoặc một danh sách chuỗi",
        )
    found: list[str] = []
    for item in raw:  # "{loai_van_ban} số": every term of the list, followed by " số"
        made = [""]
        for n, piece in enumerate(_PART.split(item)):
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
    if not isinstance(raw.get("needs", []), list):
        raise PatternError(
            f"{where}: needs must be a list of literals",
            f"{where}: needs phải là một danh sách chuỗi",
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
            return re.compile(text)
    try:
        return regex.compile(text)
    except regex.error as e:
        raise not_compiling(where, e, text) from None


@cache
def _look(text: str) -> re.Pattern[str] | None:
    """The expression without the names of its groups; None where `re` does not read it."""
    with suppress(re.error):
        return re.compile(_NAMED.sub("(?:", text))
    return None


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
                _ = rule.pattern
    return Rulebook(tuple(rules), sources.lexicon, sources.parts)


def compiled(book: Rulebook) -> None:
    """Compile all rules of a book now (see `Rule.pattern`)."""
    for rule in book.rules:
        _ = rule.pattern


@cache
def default_rulebook() -> Rulebook:
    """The built-in rulebook, loaded once a process."""
    return load()
