"""Proof of a rulebook: every example tried, alone and led by its literals, and linear time.

`prove` returns the problems; an empty list is a proved rulebook. It never raises for a rule
that is wrong.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extract.rules.book import Example, Rule, Rulebook
from extract.rules.engine import Engine, Hit, Text

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
    for seed in seeds:
        small = _time(rule, (seed * SMALL)[:SMALL])
        big = _time(rule, (seed * SMALL * FACTOR)[: SMALL * FACTOR])
        if big >= LIMIT or (big > SLACK and big > 3 * FACTOR * max(small, SLACK / FACTOR)):
            yield (
                f"takes {small * 1000:.1f} ms on {SMALL} characters of {seed!r} but "
                f"{big * 1000:.1f} ms on {SMALL * FACTOR}: make its repetitions possessive"
            )


def _time(rule: Rule, text: str) -> float:
    best = LIMIT
    for _ in range(2):
        began = time.perf_counter()
        try:
            for _m in rule.pattern.finditer(text, timeout=LIMIT):
                pass
        except (TimeoutError, regex.error):
            return LIMIT
        best = min(best, time.perf_counter() - began)
        if best < SLACK:
            break
    return best
