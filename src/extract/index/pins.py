"""Every article, clause and point that the words before a mention cite in it.

A citation carries the pinpoint next to it; "các điểm a, b khoản 1 và khoản 2 Điều 2 của Luật …"
cites three places, "Điều 33 và Điều 34 của Luật …" two.
"""

from __future__ import annotations

import re

Pin = tuple[str, str | None, str | None]  # article, clause, point

_TOKEN = re.compile(r"\w+|[,;]")
_REACH = 240
_LEVELS = ("điểm", "khoản", "điều")
_BETWEEN = frozenset(("các", "và", "hoặc", "của", "tại", ",", ";"))
_NUMBER = re.compile(r"\d{1,3}[a-zđ]?")
_LETTER = re.compile(r"[a-zđ]\d?")


def pins(before: str) -> list[Pin]:
    """The places cited by the words that end at a mention (`before`, squeezed).

    >>> pins("quy định tại các điểm a, b khoản 1 và khoản 2 Điều 2 của".lower())
    [('2', '1', 'a'), ('2', '1', 'b'), ('2', '2', None)]
    >>> pins("theo điều 33 và điều 34 của")
    [('33', None, None), ('34', None, None)]
    """
    words = _TOKEN.findall(before[-_REACH:])
    first = len(words)
    while first and _is_part(words[first - 1]):
        first -= 1
    out: list[Pin] = []
    points: list[str] = []
    clauses: list[tuple[str | None, str | None]] = []
    level, fresh = "", True
    for word in words[first:]:
        if word in _LEVELS:
            if level == "khoản" and word != "khoản":
                points = points if word == "điều" else []
            if level == "điều":
                clauses, points = [], []
            level, fresh = word, True
        elif level == "điểm" and _LETTER.fullmatch(word):
            points.append(word)
        elif level == "khoản" and _NUMBER.fullmatch(word):
            clauses += [(word, p) for p in points] if points and fresh else [(word, None)]
            points, fresh = [], False
        elif level == "điều" and _NUMBER.fullmatch(word):
            places = (
                (clauses or [(None, p) for p in points] or [(None, None)])
                if fresh
                else [(None, None)]
            )
            out += [(word, c, p) for c, p in places]
            fresh = False
    return list(dict.fromkeys(out))


def _is_part(word: str) -> bool:
    return (
        word in _LEVELS
        or word in _BETWEEN
        or _NUMBER.fullmatch(word) is not None
        or _LETTER.fullmatch(word) is not None
    )
