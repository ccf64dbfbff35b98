"""Rulebook -> Hits over one text; knows nothing of dates or money.

Rules that begin with a literal are tried only where an Aho-Corasick pass finds one of their
literals; rules that begin with a digit only at the first digit of a run; "line" rules only where
a block begins. A rule's own hits never overlap: the leftmost wins, as in `finditer`.
`extract.rules.prove` shows for every example that this changes no span.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

import ahocorasick
import regex

from extract.errors import InputError, PatternError
from extract.rules.book import USER_TIMEOUT, Rule, Rulebook
from extract.rules.contracts import Said, unreadable
from extract.values.text import lower, plain

NEAR = 48  # characters after its first digit within which a digit rule's `needs` must stand
MAX_HITS = 250_000
FAR = 400  # the same for a rule led by a literal
_SENTENCE_END = re.compile(r"[.\n]")
_DIGITS = re.compile(r"[0-9]+")
_GROUP = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its folds of equal length and the places where its blocks begin."""

    view: str
    plain: str
    fold: str
    line_starts: tuple[int, ...]

    @staticmethod
    def of(view: str, line_starts: Iterable[int] | None = None) -> Text:
        """Fold `view`; blocks begin after line breaks unless `line_starts` says where."""
        if line_starts is None:
            line_starts = (0, *(m.end() for m in re.finditer("\n", view)))
        flat = plain(view)
        return Text(view, flat, lower(flat), tuple(line_starts))


class Hit:
    """A rule's match at a place: `start`..`end` in the view, `groups` by name."""

    __slots__ = ("end", "match", "rule", "start")

    def __init__(
        self, rule: Rule, match: regex.Match[str] | re.Match[str], marked: str | int = 0
    ) -> None:
        """`marked` is the group that is its span (see `span_of`)."""
        self.rule = rule
        self.match = match
        self.start, self.end = match.span(marked)

    def __repr__(self) -> str:
        return f"Hit({self.rule.id}, {self.start}, {self.end})"

    def group(self, name: str) -> str | None:
        """The folded text of a named group, or the rule's constant of that name, or None."""
        if name in self.match.re.groupindex:
            return self.match[name]
        return self.rule.set.get(name)

    def span(self, name: str) -> tuple[int, int]:
        """The place of a named group; (-1, -1) where it took no part."""
        return self.match.span(name) if name in self.match.re.groupindex else (-1, -1)

    def unreadable(self) -> Said | None:
        """What is wrong with the values of its groups; None where all can be read."""
        return unreadable(self.rule.kind, self.rule.id, self.rule.set, self.match)

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Every place that a named group took, in a hit of a relation's rule."""
        assert isinstance(self.match, regex.Match)
        return self.match.spans(name)


def span_of(rule: Rule) -> str | int:
    """The group that is the span of a rule's hits: "span" where it marks it inside its match."""
    return "span" if "(?P<span>" in rule.regex else 0


class Engine:
    """The rules of some kinds, ready to run over texts."""

    def __init__(
        self,
        book: Rulebook,
        kinds: Iterable[str],
        *,
        overlapping: bool = False,
        sentences: bool = False,
    ) -> None:
        """`overlapping`: a rule's own hits may overlap (one at each place where it can start);
        `sentences`: what a rule needs stands before the next full stop or line break."""
        self._overlapping = overlapping
        self._sentences = sentences
        wanted = frozenset(kinds)
        self.rules = tuple(r for r in book.rules if r.kind in wanted)
        self.digit = tuple(sorted((r for r in self.rules if r.starts == "digit"), key=_first))
        self.line = tuple(r for r in self.rules if r.starts == "line")
        self.free = tuple(r for r in self.rules if r.starts == ())
        self._leads: dict[str, list[int]] = {}  # literal -> the rules it leads
        for n, r in enumerate(self.rules):
            if isinstance(r.starts, tuple):
                for w in r.starts:
                    self._leads.setdefault(w, []).append(n)
        needed = [w for r in self.rules if r.starts != () for w in r.needs]
        self._literals = ahocorasick.Automaton()
        for w in {*self._leads, *needed}:
            self._literals.add_word(w, (w, len(w) - 1))
        if self._literals:
            self._literals.make_automaton()

    def scan(self, text: Text, taken: bytearray | None = None) -> dict[str, list[Hit]]:
        """All hits, by kind, each rule's own in the order of the text.

        Digit rules are not tried where `taken` is set.

        Raises InputError where there are more than MAX_HITS: no document of an office is that
        large, and memory is bounded; PatternError as `read` does.
        """
        out: dict[str, list[Hit]] = {}
        for n, hit in enumerate(self.read(text, taken)):
            if n >= MAX_HITS:
                raise _too_many()
            out.setdefault(hit.rule.kind, []).append(hit)
        return out

    def read(self, text: Text, taken: bytearray | None = None) -> Iterator[Hit]:
        """All hits; PatternError for one of a user's rule whose groups cannot be read."""
        for hit in self.hits(text, taken):
            if hit.rule.user and (said := hit.unreadable()) is not None:
                english, vietnamese = said
                where = hit.rule.where
                raise PatternError(f"{where}: {english}", f"{where}: {vietnamese}")
            yield hit

    def hits(self, text: Text, taken: bytearray | None = None) -> Iterator[Hit]:
        """All hits: led by words, then by digits, by blocks, then plain passes."""
        literals = self._literals_of(text)
        yield from self.word_hits(text, literals)
        digits = [m.start() for m in _DIGITS.finditer(text.fold)] if self.digit else []
        if taken is not None:
            digits = [at for at in digits if not taken[at]]
        for rule in self.digit:
            places = digits
            if rule.needs:
                places = _near(digits, literals.any_of(rule.needs))
            yield from self._at(rule, text, places)
        if self.line:
            labelled = self._labelled(text)
            for rule in self.line:
                yield from self._at(rule, text, text.line_starts if rule.user else labelled)
        for rule in self.free:
            if not rule.needs or any(n in text.fold for n in rule.needs):
                over = text.plain if rule.case else text.fold
                try:
                    for m in rule.pattern.finditer(over, **_limit(rule)):
                        yield Hit(rule, m, span_of(rule))
                except TimeoutError:
                    raise _slow(rule) from None

    def word_hits(self, text: Text, literals: _Literals) -> list[Hit]:
        """The hits of rules that are led by a literal, in the order of their places.

        Raises InputError where there are more than MAX_HITS.
        """
        led: dict[int, list[list[int]]] = {}  # rule -> where each of its literals stands
        for literal in literals.places:
            if literal in self._leads:
                places = literals.beginning(literal)
                for n in self._leads[literal]:
                    led.setdefault(n, []).append(places)
        stops = self._stops(text.fold)
        found: list[tuple[int, int, Hit]] = []
        for n, lists in sorted(led.items()):
            rule = self.rules[n]
            places = lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists))
            if rule.needs:
                places = _reached(places, literals.any_of(rule.needs), stops)
            for hit in self._at(rule, text, places):
                found.append((hit.match.start(), n, hit))
                if len(found) > MAX_HITS:
                    raise _too_many()
        found.sort(key=itemgetter(0, 1))
        return [hit for _, _, hit in found]

    def _literals_of(self, text: Text) -> _Literals:
        """Where the literals stand that lead rules or are needed by them."""
        places: dict[str, list[int]] = {}
        for end, (literal, less) in self._literals.iter(text.fold) if self._literals else ():
            known = places.get(literal)
            if known is None:
                places[literal] = [end - less]
            else:
                known.append(end - less)
        return _Literals(text, places)

    def _labelled(self, text: Text) -> list[int]:
        """Where a block begins that any of the built-in line rules matches."""
        places: set[int] = set()
        for cased, over in ((True, text.plain), (False, text.fold)):
            rules = [r for r in self.line if r.case == cased and not r.user]
            any_of = _any_of(tuple(r.regex for r in rules)) if rules else None
            if any_of is not None:
                places.update(at for at in text.line_starts if any_of.match(over, at))
        return sorted(places)

    def _at(self, rule: Rule, text: Text, places: Iterable[int]) -> Iterator[Hit]:
        """A rule's hits at sorted places, of which some may stand twice."""
        over = text.plain if rule.case else text.fold
        floor, limit, marked, look = 0, _limit(rule), span_of(rule), rule.look
        match = rule.pattern.match if look is None else look.match
        try:
            for at in places:
                if at < floor:
                    continue
                m = match(over, at, **limit) if limit else match(over, at)
                if m is not None and look is not None:
                    m = rule.pattern.match(over, at)
                if m is None:
                    continue
                yield Hit(rule, m, marked)
                floor = at + 1 if self._overlapping else max(m.end(), at + 1)
        except TimeoutError:
            raise _slow(rule) from None

    def _stops(self, folded: str) -> list[int]:
        """Places past which no `needs` literal is looked for, the end of the text last."""
        if not self._sentences:
            return [len(folded)]
        return [*(m.start() for m in _SENTENCE_END.finditer(folded)), len(folded)]


class _Literals:
    """Where the literals that an engine looks for stand in one text, each in order."""

    def __init__(self, text: Text, places: dict[str, list[int]]) -> None:
        self.places = places
        self._text = text
        self._any: dict[tuple[str, ...], list[int]] = {}

    def beginning(self, literal: str) -> list[int]:
        """Where a literal stands that is no end of a longer word."""
        places = self.places[literal]
        if not literal[0].isalnum():
            return places
        folded = self._text.fold
        return [at for at in places if not at or not folded[at - 1].isalnum() or self._glued(at)]

    def _glued(self, at: int) -> bool:
        """True where a space is lost before a capital: "2Nghị định", "căn cứ củaLuật Đất đai"."""
        plain = self._text.plain
        return plain[at].isupper() and not plain[at - 1].isupper()

    def any_of(self, needs: tuple[str, ...]) -> list[int]:
        """Where one of the literals stands."""
        places = self._any.get(needs)
        if places is None:
            lists = [self.places[n] for n in needs if n in self.places]
            places = lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists))
            self._any[needs] = places
        return places


def _reached(places: list[int], known: list[int], stops: list[int]) -> list[int]:
    """Those of the sorted `places` that one of the sorted places `known` stands after, at most
    FAR away and before the next stop."""
    reached = []
    i = stop = 0
    try:
        for at in places:
            while known[i] < at:
                i += 1
            while stops[stop] < at:
                stop += 1
            near = known[i]
            if near <= at + FAR and near <= stops[stop]:
                reached.append(at)
    except IndexError:  # none of what is needed stands after this place
        pass
    return reached


def _near(places: list[int], known: list[int]) -> list[int]:
    """Those of the sorted `places` that one of the sorted places `known` stands after, at most
    NEAR away."""
    near: list[int] = []
    i = 0
    for at in known:
        i = bisect_left(places, at - NEAR, i)
        end = bisect_right(places, at, i)
        near += places[i:end]
        i = end
    return near


def _too_many() -> InputError:
    return InputError(
        f"more than {MAX_HITS:,} matches of rules in one document; "
        "split it into its parts and read them one by one",
        f"hơn {MAX_HITS:,} chỗ khớp quy tắc trong một văn bản; hãy tách ra và đọc từng phần",
    )


@lru_cache(maxsize=8)
def _any_of(regexes: tuple[str, ...]) -> regex.Pattern[str]:
    """What matches where one of the expressions does; their groups have no names."""
    return regex.compile("|".join(f"(?:{_GROUP.sub('(?:', one)})" for one in regexes))


def _first(rule: Rule) -> tuple[int, int]:
    return (-rule.priority, rule.order)


def _limit(rule: Rule) -> dict[str, Any]:
    return {"timeout": USER_TIMEOUT} if rule.user else {}


def _slow(rule: Rule) -> PatternError:
    return PatternError(
        f"{rule.file}: {rule.id}: takes more than {USER_TIMEOUT:g} s on this text; "
        "make its repetitions possessive (++, *+) or bound them",
        f"{rule.file}: {rule.id}: mất hơn {USER_TIMEOUT:g} giây với văn bản này; hãy dùng phép lặp "
        "không lùi (++, *+) hoặc giới hạn số lần lặp",
    )
