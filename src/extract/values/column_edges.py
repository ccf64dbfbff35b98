"""Edges of text under each other: where they meet, and which text stands centred over others."""

from __future__ import annotations

from collections.abc import Sequence

_OFF = 0.1  # of the width of those below: how far the middles may lie apart

Span = tuple[float, float]  # from … to, across


def clusters(edges: list[float], slack: float, least: int) -> list[float]:
    """The places where at least `least` edges meet, from left to right."""
    found: list[float] = []
    group: list[float] = []
    for x in sorted(edges):
        if group and x - group[-1] > slack:
            if len(group) >= least:
                found.append(group[len(group) // 2])
            group = []
        group.append(x)
    if len(group) >= least:
        found.append(group[len(group) // 2])
    return found


def stands_over(head: Span, below: Sequence[Span]) -> tuple[int, int] | None:
    """The first and the last of the spans next to each other (from left to right) that `head`
    stands centred over; None where it stands over one of them, or reaches beyond."""
    middle = sum(head) / 2
    least = min((abs(sum(span) / 2 - middle) for span in below), default=0.0)
    found = None
    for first, (left, _) in enumerate(below):
        for last in range(first + 1, len(below)):
            right = below[last][1]
            off = abs((left + right) / 2 - middle)
            inside = left <= head[0] and head[1] <= right
            if inside and off < least and off <= _OFF * (right - left):
                least, found = off, (first, last)
    return found
