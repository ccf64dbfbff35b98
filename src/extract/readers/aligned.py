"""Tables of a text file whose columns are set with spaces or tabs, told among its lines."""

from __future__ import annotations

from extract.readers.lines import Line
from extract.values.columns import aligned_tables, segments
from extract.values.glued import unglued

SLACK = 1  # columns by which the ends of figures under each other may differ
_GAPS = ("  ", "\t")
_TEXT = frozenset(("text", "label", "bullet", "note", "bare", "page"))


def mark_aligned(text: str, lines: list[Line]) -> None:
    """Make the lines of tables without bars lines of tables."""
    if not any(gap in text for gap in _GAPS):
        return
    found = [segments(text, line.start, line.end) if line.kind in _TEXT else [] for line in lines]
    parted = [[s for s, _, _ in line] for line in unglued(found)]
    for table in aligned_tables(parted, SLACK):
        for line in lines[table.first : table.last + 1]:
            line.kind, line.level = "table", 0
