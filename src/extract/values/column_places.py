"""The columns of a table that alignment alone tells, and which of them a text stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.values.column_edges import stands_over
from extract.values.segments import Line, Segment, is_figure, is_order

_CAPTION = re.compile(r"\(|(?:bảng|biểu|phụ lục|hình) ", re.IGNORECASE)

Joint = Mapping[int, range]  # segments of a line that stand over several columns, and these


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns stand, edges within `slack` being the same: row numbers up to `order`
    (None where there are none), labels from `begin` (where numbered) to `label_end`, texts that
    begin at `texts`, figures around `middles` that end at `edges`, the leftmost of them beginning
    at `first`."""

    order: float | None
    begin: float
    label_end: float
    texts: Sequence[float]
    middles: Sequence[float]
    edges: Sequence[float]
    first: float
    slack: float

    @property
    def label(self) -> int:
        """The column of the labels, which that of row numbers stands before."""
        return int(self.order is not None)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return self._figures + len(self.edges)

    @property
    def _figures(self) -> int:
        """The first column of figures."""
        return self.label + 1 + len(self.texts)

    def holds(self, line: Line) -> bool:
        """True where every segment of a data line has a column of its own."""
        taken = [self.column(k, s) for k, s in enumerate(line)]
        return -1 not in taken and len(set(taken)) == len(taken)

    def column(self, k: int, s: Segment) -> int:
        """The column of segment `k` of a line of the body; -1 for none."""
        edge = place_of(self.edges, s.x1, self.slack) if is_figure(s.text) else -1
        if k == 0 and edge < 0:
            numbers = self.order is not None and s.x1 <= self.order + self.slack
            return 0 if numbers and is_order(s.text) else self.label
        if edge >= 0:
            return self._figures + edge
        place = place_of(self.texts, s.x0, self.slack)
        if place >= 0:
            return self.label + 1 + place
        return self.label if s.x1 < self.first else -1

    def joint(self, line: Line, below: Sequence[Line]) -> Joint:
        """The segments of a line that stand centred over several headers, side by side, of the
        nearest line below that has text under them, with the columns of these."""
        out = {}
        for k, s in enumerate(line):
            under = (row for row in below if any(b.x0 < s.x1 and s.x0 < b.x1 for b in row))
            row = next(under, ())
            heads = [b for b in row if self.over(b) >= self._figures]
            found = stands_over((s.x0, s.x1), [(b.x0, b.x1) for b in heads])
            if found is None or _CAPTION.match(s.text):
                continue
            if len(heads) == len(row) or found != (0, len(heads) - 1):  # no title over the whole
                out[k] = range(self.over(heads[found[0]]), self.over(heads[found[1]]) + 1)
        return out

    def spans(self, s: Segment) -> bool:
        """True where a header's text reaches over several columns of figures."""
        return sum(s.x0 <= edge - self.slack <= s.x1 for edge in self.edges) > 1

    def over(self, s: Segment) -> int:
        """The column that a header's text stands over: the first of several, else the one whose
        place it shares most."""
        if self.spans(s):
            return self._figures + next(k for k, edge in enumerate(self.edges) if edge >= s.x0)
        if s.x0 > self.label_end and not self.texts:
            return self._figures + self._behind_labels(s)
        shared = self._most_shared(s)
        if shared is not None:
            return self._figures + shared
        for k, x in enumerate(self.texts):
            if s.x0 - 2 * self.slack <= x <= s.x1:
                return self.label + 1 + k
        numbers = self.order is not None and (s.x0 <= self.order + self.slack or s.x1 < self.begin)
        return 0 if numbers else self.label

    def _behind_labels(self, s: Segment) -> int:
        """The figures that a text behind all labels stands over: those that it ends before, behind
        the ones before them, else the nearest by their middles."""
        low = self.label_end
        for k, edge in enumerate(self.edges):
            if low <= s.x0 and s.x1 <= edge + self.slack:
                return k
            low = edge
        middle = (s.x0 + s.x1) / 2
        gaps = [abs(m - middle) for m in self.middles]
        return gaps.index(min(gaps))

    def _most_shared(self, s: Segment) -> int | None:
        """The figures whose place a text shares most; None where that is the place of labels."""
        best, found = self.first - s.x0, None  # how far it stands over the labels
        low = self.first
        for k, edge in enumerate(self.edges):
            high = edge + self.slack if k + 1 < len(self.edges) else max(edge, s.x1)
            shared = min(s.x1, high) - max(s.x0, low)
            if shared > 0 and shared >= best:
                best, found = shared, k
            low = edge + self.slack
        return found


def place_of(places: Sequence[float], x: float, slack: float) -> int:
    """Which of the places `x` is at; -1 for none."""
    return next((k for k, place in enumerate(places) if abs(place - x) <= 2 * slack), -1)
