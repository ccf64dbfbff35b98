"""Proof of a rulebook: every example tried, alone and led by its literals, and linear time.

`prove` returns the problems of rules, `prove_wordings` those of wordings; an empty list is a
proof. Neither raises for a rule that is wrong.
"""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import regex

from extract.errors import PatternError
from extract.rules.book import Example, Rule, Rulebook
from extract.rules.engine import Engine, Hit, Text
from extract.rules.wording import Wording
from extract.values.text import fold, plain

HOSTILE = ("1", "1.", "1/", "a ", "9-", "((", ", ", "năm ", "số 1 ", "điều ", "giảm ", "tỷ ")
SMALL, FACTOR = 2_000, 4
SLACK = 0.02  # seconds below which a time says nothing
LIMIT = 4.0  # seconds one hostile run may take before it counts as hanging


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule."""

    file: str
    rule: str
    message: str


def marked(text: str) -> tuple[str, int, int]:
    """An example's text without «», and the span between them."""
    start = text.index("«")
    end = text.index("»") - 1
    return text.replace("«", "").replace("»", ""), start, end


def plain_hits(rule: Rule, text: Text) -> list[Hit]:
    """The rule's hits by one plain pass over the text, no prefilter."""
    over = text.plain if rule.case else text.fold
    hits = [Hit(rule, m) for m in rule.pattern.finditer(over)]
    if rule.starts == "line":
        places = set(text.line_starts)
        hits = [h for h in hits if h.match.start() in places]
    return hits


def prove(book: Rulebook, *, timing: bool = True) -> list[Problem]:
    """All problems of the rulebook's examples, prefilters and (if `timing`) running times."""
    problems: list[Problem] = []
    whole = Engine(book, {r.kind for r in book.rules})
    for rule in book.rules:
        alone = Engine(Rulebook((rule,), {}, {}), {rule.kind})
        for message in _example_problems(rule, alone, whole):
            problems.append(Problem(rule.file, rule.id, f"{message}\n  {rule.regex}"))
        if timing:
            for message in _timing_problems(rule):
                problems.append(Problem(rule.file, rule.id, f"{message}\n  {rule.regex}"))
    return problems


def prove_wordings(wordings: Iterable[Wording], *, timing: bool = True) -> list[Problem]:
    """All problems of the wordings' examples and (if `timing`) running times."""
    problems: list[Problem] = []
    for one in wordings:
        try:
            pattern = one.compiled()
        except PatternError as e:
            problems.append(Problem(one.file, one.id, str(e)))
            continue
        found = [*_wording_problems(one, pattern)]
        if timing:
            seeds = [*HOSTILE, *(e.text.replace("«", "").replace("»", "") for e in one.match[:2])]
            found += _slow(seeds, partial(_asked_time, one, regex.compile(one.regex)))
        problems += (Problem(one.file, one.id, f"{m}\n  {one.regex}") for m in found)
    return problems


def _ask(at: str, pattern: re.Pattern[str], text: str, low: int, high: int) -> re.Match[str] | None:
    """What the wording finds at a place: before `high`, after `low`, in the text, or in all of
    low..high."""
    if at == "before":
        return pattern.search(text[:high])
    if at == "after":
        return pattern.match(text, low)
    return pattern.search(text) if at == "in" else pattern.fullmatch(text[low:high])


def _wording_problems(one: Wording, pattern: re.Pattern[str]) -> Iterator[str]:
    seen = plain if one.case else fold
    for example in one.match:
        text, low, high = marked(example.text)
        m = _ask(one.at, pattern, seen(text), low, high)
        span = None if m is None else (0, high - low) if one.at == "whole" else (low, high)
        if m is None or m.span() != span:
            yield f"match {example.text!r} gives {'nothing' if m is None else repr(m[0])}"
            continue
        for key, value in example.got.items():
            if (m.groupdict().get(key) or "") != value:
                yield f"{example.text!r}: {key} is {m.groupdict().get(key)!r}, not {value!r}"
    for example in one.reject:
        if "«" not in example.text and one.at in ("before", "after"):
            yield f"reject {example.text!r} must mark the place asked with «»"
            continue
        whole = "«" not in example.text
        text, low, high = (example.text, 0, len(example.text)) if whole else marked(example.text)
        m = _ask(one.at, pattern, seen(text), low, high)
        if m is not None:
            yield f"reject {example.text!r} matches {m[0]!r} ({example.why})"
    if len(one.reject) * 2 < len(one.match):
        yield f"{len(one.match)} match but only {len(one.reject)} reject: one for every two"


def _asked_time(one: Wording, pattern: regex.Pattern[str], text: str) -> float:
    """Seconds to ask the wording once of all of a text, at most LIMIT."""
    asked = {"after": pattern.match, "whole": pattern.fullmatch}.get(one.at, pattern.search)
    return _least(lambda: asked(text, timeout=LIMIT))


def _spans(hits: list[Hit]) -> set[tuple[int, int]]:
    return {(h.start, h.end) for h in hits}


def _example_problems(rule: Rule, alone: Engine, whole: Engine) -> Iterator[str]:
    for example in (*rule.match, *rule.reject):
        text = Text.of(example.text.replace("«", "").replace("»", ""))
        plain = plain_hits(rule, text)
        led = list(alone.hits(text))
        if _spans(plain) != _spans(led):
            yield (
                f"{example.text!r}: the prefilter changes the result: "
                f"{sorted(_spans(led))} instead of {sorted(_spans(plain))}; mend 'starts'/'needs'"
            )
        within = [h for h in whole.hits(text) if h.rule.id == rule.id]
        if _spans(within) != _spans(led):
            yield f"{example.text!r}: another result within the whole rulebook"
        if example in rule.match:
            yield from _match_problems(rule, example, led)
        elif led:
            yield f"reject {example.text!r} matches {led[0].match[0]!r} ({example.why})"
    if len(rule.reject) * 2 < len(rule.match):
        yield f"{len(rule.match)} match but only {len(rule.reject)} reject: one for every two"


def _match_problems(rule: Rule, example: Example, hits: list[Hit]) -> Iterator[str]:
    text, start, end = marked(example.text)
    for hit in hits:
        if (hit.start, hit.end) == (start, end):
            for key, value in example.got.items():
                found = hit.group(key)
                if (found or "").lower() != value.lower():
                    yield f"{example.text!r}: {key} is {found!r}, not {value!r}"
            return
    found_texts = [text[h.start : h.end] for h in hits]
    yield f"match {example.text!r} gives {found_texts or 'nothing'}"


def _timing_problems(rule: Rule) -> Iterator[str]:
    seeds = [*HOSTILE]
    for e in rule.match[:1]:
        seeds += [marked(e.text)[0] + " ", e.text[e.text.index("«") + 1 : e.text.index("»")]]
    if isinstance(rule.starts, tuple):
        seeds += [f"{s} " for s in rule.starts[:2]]
    seeds += ["a", "aab", "nhà", "ⓝ "]
    yield from _slow(seeds, partial(_time, rule))


def _slow(seeds: Iterable[str], timed: Callable[[str], float]) -> Iterator[str]:
    """The first hostile text on which the time grows faster than the text."""
    for seed in seeds:
        small = timed((seed * SMALL)[:SMALL])
        big = small if small >= LIMIT else timed((seed * SMALL * FACTOR)[: SMALL * FACTOR])
        if big >= LIMIT or (big > SLACK and big > 3 * FACTOR * max(small, SLACK / FACTOR)):
            yield (
                f"takes {small * 1000:.1f} ms on {SMALL} characters of {seed!r} but "
                f"{big * 1000:.1f} ms on {SMALL * FACTOR}: make its repetitions possessive"
            )
            return  # one hostile text is proof enough


def _time(rule: Rule, text: str) -> float:
    return _least(lambda: deque(rule.pattern.finditer(text, timeout=LIMIT), maxlen=0))


def _least(run: Callable[[], object]) -> float:
    """The lesser time of two runs, LIMIT where one takes too long."""
    best = LIMIT
    for _ in range(2):
        began = time.perf_counter()
        try:
            run()
        except (TimeoutError, regex.error):
            return LIMIT
        best = min(best, time.perf_counter() - began)
        if best < SLACK:
            break
    return best
