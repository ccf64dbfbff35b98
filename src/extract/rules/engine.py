"""Rulebook -> Hits over one text; knows nothing of dates or money.

Rules that begin with a literal are tried only where an Aho-Corasick pass finds one of their
literals; rules that begin with a digit only at the first digit of a run; "line" rules only where
a block begins. A rule's own hits never overlap: the leftmost wins, as in `finditer`.
`extract.rules.prove` shows for every example that this changes no span.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import ahocorasick
import regex

from extract.errors import InputError, PatternError
from extract.rules.book import USER_TIMEOUT, Rule, Rulebook
from extract.values.text import lower, plain

NEAR = 48  # characters after its first digit within which a digit rule's `needs` must stand
MAX_HITS = 250_000
FAR = 400  # the same for a rule led by a literal
_SENTENCE_END = re.compile(r"[.\n]")
_DIGITS = re.compile(r"[0-9]+")


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

    def __init__(self, rule: Rule, match: regex.Match[str] | re.Match[str]) -> None:
        self.rule = rule
        self.match = match
        spanned = "span" in match.re.groupindex  # it marks its span inside a longer match
        self.start, self.end = match.span("span") if spanned else match.span()

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

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Every place that a named group took, in a hit of a relation's rule."""
        assert isinstance(self.match, regex.Match)
        return self.match.spans(name)


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
        words: dict[str, list[int]] = {}
        for n, r in enumerate(self.rules):
            if isinstance(r.starts, tuple):
                for w in r.starts:
                    words.setdefault(w, []).append(n)
        self._words = ahocorasick.Automaton()
        for w, ns in words.items():
            self._words.add_word(w, (len(w), w[0].isalnum(), tuple(ns)))
        if words:
            self._words.make_automaton()
        self._led = bool(words)

    def scan(self, text: Text, taken: bytearray | None = None) -> dict[str, list[Hit]]:
        """All hits, by kind, each rule's own in the order of the text.

        Digit rules are not tried where `taken` is set.

        Raises InputError where there are more than MAX_HITS: no document of an office is that
        large, and memory is bounded.
        """
        out: dict[str, list[Hit]] = {}
        for n, hit in enumerate(self.hits(text, taken)):
            if n >= MAX_HITS:
                raise _too_many()
            out.setdefault(hit.rule.kind, []).append(hit)
        return out

    def hits(self, text: Text, taken: bytearray | None = None) -> Iterator[Hit]:
        """All hits: led by words, then by digits, by blocks, then plain passes."""
        needs = _Needs(text.fold)
        yield from self.word_hits(text, needs)
        digits = [m.start() for m in _DIGITS.finditer(text.fold)] if self.digit else []
        if taken is not None:
            digits = [at for at in digits if not taken[at]]
        for rule in self.digit:
            places = digits
            if rule.needs:
                places = [at for at in digits if needs.within(rule.needs, at, NEAR)]
            yield from self._at(rule, text, places)
        for rule in self.line:
            yield from self._at(rule, text, text.line_starts)
        for rule in self.free:
            if not rule.needs or any(n in text.fold for n in rule.needs):
                over = text.plain if rule.case else text.fold
                try:
                    for m in rule.pattern.finditer(over, **_limit(rule)):
                        yield Hit(rule, m)
                except TimeoutError:
                    raise _slow(rule) from None

    def word_hits(self, text: Text, needs: _Needs) -> list[Hit]:
        """The hits of rules that are led by a literal, in the order of their places.

        Raises InputError where there are more than MAX_HITS.
        """
        if not self._led:
            return []
        folded = text.fold
        places: list[list[int]] = [[] for _ in self.rules]
        for end, (size, boundary, ns) in self._words.iter(folded):
            at = end - size + 1
            if boundary and at and folded[at - 1].isalnum():
                continue
            for n in ns:
                places[n].append(at)
        stops = self._stops(folded)
        found: list[tuple[int, int, Hit]] = []
        for n, rule in enumerate(self.rules):
            at_rule = sorted(places[n])
            if rule.needs and at_rule:
                at_rule = _reached(at_rule, needs.places(rule.needs), stops)
            if not at_rule:
                continue
            for hit in self._at(rule, text, at_rule):
                found.append((hit.match.start(), n, hit))
                if len(found) > MAX_HITS:
                    raise _too_many()
        found.sort(key=itemgetter(0, 1))
        return [hit for _, _, hit in found]

    def _at(self, rule: Rule, text: Text, places: Iterable[int]) -> Iterator[Hit]:
        """A rule's hits at sorted places, of which some may stand twice."""
        over = text.plain if rule.case else text.fold
        match, floor, limit = rule.pattern.match, 0, _limit(rule)
        try:
            for at in places:
                if at < floor:
                    continue
                m = match(over, at, **limit) if limit else match(over, at)
                floor = at + 1
                if m is not None:
                    if not self._overlapping:
                        floor = max(m.end(), floor)
                    yield Hit(rule, m)
        except TimeoutError:
            raise _slow(rule) from None

    def _stops(self, folded: str) -> list[int]:
        """Places past which no `needs` literal is looked for, the end of the text last."""
        if not self._sentences:
            return [len(folded)]
        return [*(m.start() for m in _SENTENCE_END.finditer(folded)), len(folded)]


class _Needs:
    """Where the literals that rules need stand in one text; found when first asked for."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._places: dict[tuple[str, ...], list[int]] = {}

    def places(self, needs: tuple[str, ...]) -> list[int]:
        """Where one of the literals begins, in order."""
        places = self._places.get(needs)
        if places is None:
            places = [at for literal in needs for at in _found(literal, self._folded)]
            if len(needs) > 1:
                places.sort()
            self._places[needs] = places
        return places

    def within(self, needs: tuple[str, ...], at: int, reach: int) -> bool:
        """True where one of the literals begins in at..at+reach."""
        places = self.places(needs)
        i = bisect_left(places, at)
        return i < len(places) and places[i] <= at + reach


def _found(literal: str, text: str) -> Iterator[int]:
    """Where a literal begins in a text, in order."""
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


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


def _too_many() -> InputError:
    return InputError(
        f"more than {MAX_HITS:,} matches of rules in one document; "
        "split it into its parts and read them one by one",
        f"hơn {MAX_HITS:,} chỗ khớp quy tắc trong một văn bản; hãy tách ra và đọc từng phần",
    )


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
