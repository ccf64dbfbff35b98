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
from extract.rules.contracts import Said
from extract.rules.engine import Engine, Hit, Text, span_of
from extract.rules.wording import Wording
from extract.values.text import fold, plain

HOSTILE = ("1", "1.", "1/", "a ", "9-", "((", ", ", "năm ", "số 1 ", "điều ", "giảm ", "tỷ ")
SMALL, FACTOR = 2_000, 4
SLACK = 0.02  # seconds below which a time says nothing
LIMIT = 4.0  # seconds one hostile run may take before it counts as hanging


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule, in English and in Vietnamese."""

    file: str
    rule: str
    message: str
    vi: str

    def said(self, lang: str) -> str:
        """What is wrong, in the language asked for ("vi" or "en")."""
        return self.vi if lang == "vi" else self.message


def marked(text: str) -> tuple[str, int, int]:
    """An example's text without «», and the span between them."""
    start = text.index("«")
    end = text.index("»") - 1
    return text.replace("«", "").replace("»", ""), start, end


def plain_hits(rule: Rule, text: Text) -> list[Hit]:
    """The rule's hits by one plain pass over the text, no prefilter."""
    over = text.plain if rule.case else text.fold
    hits = [Hit(rule, m, span_of(rule)) for m in rule.pattern.finditer(over)]
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
        problems += (_problem(rule, said) for said in _example_problems(rule, alone, whole))
        if timing:
            problems += (_problem(rule, said) for said in _timing_problems(rule))
    return problems


def _problem(one: Rule | Wording, said: Said) -> Problem:
    """What is wrong, with the expression that it is wrong with."""
    return Problem(one.file, one.id, *(f"{text}\n  {one.regex}" for text in said))


def prove_wordings(wordings: Iterable[Wording], *, timing: bool = True) -> list[Problem]:
    """All problems of the wordings' examples and (if `timing`) running times."""
    problems: list[Problem] = []
    for one in wordings:
        try:
            pattern = one.compiled()
        except PatternError as e:
            problems.append(Problem(one.file, one.id, str(e), e.said("vi")))
            continue
        found = [said for at in one.at for said in _wording_problems(one, at, pattern)]
        if len(one.reject) * 2 < len(one.match):
            found.append(_too_few(one))
        if timing:
            seeds = [*HOSTILE, *(e.text.replace("«", "").replace("»", "") for e in one.match[:2])]
            found += _slow(seeds, partial(_asked_time, one, regex.compile(one.regex)))
        problems += (_problem(one, said) for said in found)
    return problems


def _ask(at: str, pattern: re.Pattern[str], text: str, low: int, high: int) -> re.Match[str] | None:
    """What the wording finds at a place: before `high`, after `low`, in the text, or in all of
    low..high."""
    if at == "before":
        return pattern.search(text[:high])
    if at == "after":
        return pattern.match(text, low)
    return pattern.search(text) if at == "in" else pattern.fullmatch(text[low:high])


def _wording_problems(one: Wording, at: str, pattern: re.Pattern[str]) -> Iterator[Said]:
    seen = plain if one.case else fold
    for example in one.match:
        text, low, high = marked(example.text)
        m = _ask(at, pattern, seen(text), low, high)
        led = next(one.all_in(pattern, seen(text)), None) if one.begins else m
        if (m and m.span()) != (led and led.span()):
            yield _begins_otherwise(example)
            continue
        span = None if m is None else (0, high - low) if at == "whole" else (low, high)
        if m is None or m.span() != span:
            yield _gives(example, None if m is None else repr(m[0]))
            continue
        for key, value in example.got.items():
            if (m.groupdict().get(key) or "") != value:
                yield _other_value(example, key, m.groupdict().get(key), value)
    for example in one.reject:
        if "«" not in example.text and at in ("before", "after"):
            yield (
                f"reject {example.text!r} must mark the place asked with «»",
                f"reject {example.text!r} phải đánh dấu chỗ hỏi bằng «»",
            )
            continue
        whole = "«" not in example.text
        text, low, high = (example.text, 0, len(example.text)) if whole else marked(example.text)
        m = _ask(at, pattern, seen(text), low, high)
        if m is not None:
            yield _matches(example, m[0])


def _gives(example: Example, found: str | None) -> Said:
    return (
        f"match {example.text!r} gives {found or 'nothing'}",
        f"match {example.text!r} cho ra {found or 'không có gì'}",
    )


def _begins_otherwise(example: Example) -> Said:
    return (
        f"match {example.text!r} begins with none of the words of begins, or has not its ends",
        f"match {example.text!r} không bắt đầu bằng từ nào của begins, hoặc không kết bằng ends",
    )


def _matches(example: Example, found: str) -> Said:
    return (
        f"reject {example.text!r} matches {found!r} ({example.why})",
        f"reject {example.text!r} lại khớp {found!r} ({example.why})",
    )


def _other_value(example: Example, key: str, found: str | None, wanted: str) -> Said:
    return (
        f"{example.text!r}: {key} is {found!r}, not {wanted!r}",
        f"{example.text!r}: {key} là {found!r}, không phải {wanted!r}",
    )


def _too_few(one: Rule | Wording) -> Said:
    return (
        f"{len(one.match)} match but only {len(one.reject)} reject: one for every two",
        f"có {len(one.match)} match mà chỉ {len(one.reject)} reject: cứ hai match cần một reject",
    )


def _asked_time(one: Wording, pattern: regex.Pattern[str], text: str) -> float:
    """Seconds to ask the wording once of all of a text, at most LIMIT."""
    methods = {"after": pattern.match, "whole": pattern.fullmatch}
    asked = [methods.get(at, pattern.search) for at in one.at]
    return _least(lambda: [ask(text, timeout=LIMIT) for ask in asked])


def _spans(hits: list[Hit]) -> set[tuple[int, int]]:
    return {(h.start, h.end) for h in hits}


def _example_problems(rule: Rule, alone: Engine, whole: Engine) -> Iterator[Said]:
    for example in (*rule.match, *rule.reject):
        text = Text.of(example.text.replace("«", "").replace("»", ""))
        plain = plain_hits(rule, text)
        led = list(alone.hits(text))
        if _spans(plain) != _spans(led):
            yield (
                f"{example.text!r}: the prefilter changes the result: "
                f"{sorted(_spans(led))} instead of {sorted(_spans(plain))}; mend 'starts'/'needs'",
                f"{example.text!r}: bộ lọc trước làm đổi kết quả: {sorted(_spans(led))} thay vì "
                f"{sorted(_spans(plain))}; hãy sửa 'starts'/'needs'",
            )
        within = [h for h in whole.hits(text) if h.rule.id == rule.id]
        if _spans(within) != _spans(led):
            yield (
                f"{example.text!r}: another result within the whole rulebook",
                f"{example.text!r}: kết quả khác khi chạy cùng toàn bộ quy tắc",
            )
        if example in rule.match:
            yield from _match_problems(example, led)
        elif led:
            yield _matches(example, led[0].match[0])
    if len(rule.reject) * 2 < len(rule.match):
        yield _too_few(rule)


def _match_problems(example: Example, hits: list[Hit]) -> Iterator[Said]:
    text, start, end = marked(example.text)
    for hit in hits:
        if (hit.start, hit.end) == (start, end):
            for key, value in example.got.items():
                found = hit.group(key)
                if (found or "").lower() != value.lower():
                    yield _other_value(example, key, found, value)
            if (said := hit.unreadable()) is not None:
                yield said
            return
    found_texts = [text[h.start : h.end] for h in hits]
    yield _gives(example, str(found_texts) if found_texts else None)


def _timing_problems(rule: Rule) -> Iterator[Said]:
    seeds = [*HOSTILE]
    for e in rule.match[:1]:
        seeds += [marked(e.text)[0] + " ", e.text[e.text.index("«") + 1 : e.text.index("»")]]
    if isinstance(rule.starts, tuple):
        seeds += [f"{s} " for s in rule.starts[:2]]
    seeds += ["a", "aab", "nhà", "ⓝ "]
    yield from _slow(seeds, partial(_time, regex.compile(rule.regex)))


def _slow(seeds: Iterable[str], timed: Callable[[str], float]) -> Iterator[Said]:
    """The first hostile text on which the time grows faster than the text, measured twice over:
    a busy machine makes one measurement slow."""
    for seed in seeds:
        told = _growth(seed, timed)
        if told is not None and _growth(seed, timed) is not None:
            small, big = told
            yield (
                f"takes {small * 1000:.1f} ms on {SMALL} characters of {seed!r} but "
                f"{big * 1000:.1f} ms on {SMALL * FACTOR}: make its repetitions possessive",
                f"mất {small * 1000:.1f} ms với {SMALL} ký tự của {seed!r} nhưng "
                f"{big * 1000:.1f} ms với {SMALL * FACTOR}: hãy dùng phép lặp không lùi (++, *+)",
            )
            return  # one hostile text is proof enough


def _growth(seed: str, timed: Callable[[str], float]) -> tuple[float, float] | None:
    """The seconds that two sizes of a hostile text take, where they grow faster than it; else
    None."""
    small = timed((seed * SMALL)[:SMALL])
    big = small if small >= LIMIT else timed((seed * SMALL * FACTOR)[: SMALL * FACTOR])
    slow = big >= LIMIT or (big > SLACK and big > 3 * FACTOR * max(small, SLACK / FACTOR))
    return (small, big) if slow else None


def _time(pattern: regex.Pattern[str], text: str) -> float:
    return _least(lambda: deque(pattern.finditer(text, timeout=LIMIT), maxlen=0))


def _least(run: Callable[[], object]) -> float:
    """The lesser processor time of two runs, whatever else the machine does; LIMIT where one takes
    too long."""
    best = LIMIT
    for _ in range(2):
        began = time.thread_time()
        try:
            run()
        except (TimeoutError, regex.error):
            return LIMIT
        best = min(best, time.thread_time() - began)
        if best < SLACK:
            break
    return best
