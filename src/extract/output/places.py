"""Where something stands, for people: line and column in the source, the passage around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.document import Document
from extract.model import Finding, Report, Section
from extract.values.letters import LOWER, UPPER

_SENTENCE_END = re.compile(rf"[.!?…][)”\"»]*\s+(?=[\"“«(]?[{UPPER}])|\n")
_SHORTENED = re.compile(
    r"(?:\A|[\s(,/])"
    r"(?:(?:(?:[Tt][Pp]|TX|TT|TS|Th[sS]|PGS|GS|BS|KS|CN|KT|TM|TL|TUQ|Q|P)\.)+"
    rf"|(?:[{UPPER}][{LOWER}]{{0,2}}\.){{2,}})\s+\Z"  # "Th.S.", "T.Ư."
)
_BREAKS = tuple(re.compile(p) for p in (r"(?<=;) ", r"(?<=,) ", r"\s"))
LONGEST = 600
_ABBREVIATION = 16  # characters of one, with the blanks around it


class Lines:
    """Line and column (both from 1, columns in code points) of offsets in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._end = len(text)

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int | None:
        """The offset of a line and column; None where the text has no such place."""
        if not 1 <= line <= len(self._starts) or column < 1:
            return None
        found = self._starts[line - 1] + column - 1
        return found if found < [*self._starts[1:], self._end][line - 1] else None


class Surroundings:
    """Page and innermost section of offsets in the source text."""

    def __init__(self, report: Report) -> None:
        pages = report.document.pages
        self._places = report.document.places
        self._pages = [p.number for p in pages]
        self._page_starts = [p.start for p in pages]
        self._sections = sorted(report.sections, key=lambda s: (s.start, s.depth))
        self._starts = [s.start for s in self._sections]
        self._by_id = {s.id: s for s in self._sections}

    def page(self, start: int) -> int | None:
        """The number of the page that holds an offset; None where there are no pages."""
        if self._places is not None and (number := self._places.page(start)):
            return number
        if not self._pages:
            return None
        return self._pages[max(0, bisect_right(self._page_starts, start) - 1)]

    def section(self, start: int) -> str | None:
        """The id of the innermost section that holds an offset; None outside of all."""
        return next((s.id for s in self.around(start)), None)

    def around(self, start: int) -> Iterator[Section]:
        """The sections that hold an offset, the innermost first."""
        i = bisect_right(self._starts, start) - 1
        found: Section | None = self._sections[i] if i >= 0 else None
        while found is not None:
            if start < found.end:
                yield found
            found = self._by_id.get(found.parent or "")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a row of a table: its number in the document, its place, its text.

    `start`..`end` in the source, `vs`..`ve` in the view; `text` in reading form, blanks as one,
    the cells of a row between bars. `before` and `after` tell that the sentence goes on there: it
    is cut.
    """

    ordinal: int
    start: int
    end: int
    vs: int
    ve: int
    text: str
    before: bool = False
    after: bool = False

    def between_dots(self, text: str) -> str:
        """`text` of the passage with … where it is not the whole sentence."""
        return f"{'… ' * self.before}{text}{' …' * self.after}"


class Passages:
    """A document cut into passages, in reading order: all of its text is in one of them.

    A sentence of more than `LONGEST` characters is cut at a semicolon, a comma or a blank, but
    not inside of a mention.
    """

    def __init__(self, report: Report) -> None:
        self._document: Document = report.document
        self._stated = {r.id: r.stated for r in report.relations}
        self._quantities = {q.id: q.vs for q in report.quantities}
        self._rows = {
            span: " | ".join(text for text in cells if text)
            for t in report.tables
            for span, cells in zip(t.places, t.cells, strict=False)
            if span[0] < span[1]
        }
        spans = [(c.vs, c.ve) for c in report.citations]
        spans += [(d.vs, d.ve) for d in report.dates]
        spans += [(q.vs, q.ve) for q in report.quantities]
        self._mentions = _merged(spans)
        self._mention_starts = [vs for vs, _ in self._mentions]
        self.all: Sequence[Passage] = tuple(self._made())
        self._starts = [p.vs for p in self.all]
        self._runs: list[tuple[int, int]] | None = None

    def at(self, vs: int) -> Passage | None:
        """The passage that holds the view position `vs`; None in a document without text."""
        i = bisect_right(self._starts, vs) - 1
        return self.all[max(0, i)] if self.all else None

    def of_finding(self, finding: Finding) -> Passage | None:
        """The passage of a finding: that of its relation's stated figure, else where it stands."""
        stated = self._quantities.get(self._stated.get(finding.relation or "", ""))
        return self.at(stated if stated is not None else self.view_pos(finding.start))

    def _made(self) -> Iterator[Passage]:
        view = self._document.view
        n = 0
        for vs, ve in self._spans():
            while vs < ve and view[vs].isspace():
                vs += 1
            while ve > vs and view[ve - 1].isspace():
                ve -= 1
            row = self._rows.get((vs, ve))
            text = row or " ".join(view[vs:ve].split())
            if not text.strip("| "):
                continue
            for a, b in [(vs, ve)] if row else self._pieces(vs, ve):
                start, end = self._document.source_span(a, b)
                shown = row or " ".join(view[a:b].split())
                yield Passage(n, start, end, a, b, shown, a > vs, b < ve)
                n += 1

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Sentences and rows of tables in the order of the view, with what lies between them."""
        view = self._document.view
        rows = sorted(self._rows)
        blocks = self._document.blocks
        heads = {b.mark_end for b in blocks if b.vs < b.mark_end < b.ve}
        cuts = {m.end() for m in _SENTENCE_END.finditer(view) if m.end() not in heads}
        cuts = {c for c in cuts if not _SHORTENED.search(view, max(0, c - _ABBREVIATION), c)}
        cuts.update((0, len(view)), *((b.vs, b.ve) for b in blocks))
        starts = [a for a, _ in rows]

        def inside(cut: int) -> bool:
            i = bisect_right(starts, cut) - 1
            return i >= 0 and rows[i][0] < cut < rows[i][1]

        kept = {c for c in cuts if not inside(c) and not self._in_mention(c)}
        edges = sorted(kept.union(*rows))
        return pairwise(edges)

    def _pieces(self, vs: int, ve: int) -> Iterator[tuple[int, int]]:
        """A sentence as it is, or cut where it is too long."""
        while ve - vs > LONGEST:
            cut = self._cut(vs + LONGEST // 2, vs + LONGEST)
            yield vs, cut
            vs = cut
            while vs < ve and self._document.view[vs].isspace():
                vs += 1
        if vs < ve:
            yield vs, ve

    def _cut(self, low: int, high: int) -> int:
        for mark in _BREAKS:
            places = [m.start() for m in mark.finditer(self._document.view, low, high)]
            for place in reversed(places):
                if not self._in_mention(place):
                    return place
        i = bisect_right(self._mention_starts, high) - 1
        return max(high, self._mentions[i][1]) if self._in_mention(high) else high

    def _in_mention(self, place: int) -> bool:
        i = bisect_right(self._mention_starts, place) - 1
        return i >= 0 and self._mentions[i][0] < place < self._mentions[i][1]

    def view_pos(self, start: int) -> int:
        """The view position that shows the source offset `start`, or the nearest before it."""
        d = self._document
        if self._runs is None:
            self._runs = sorted(zip(d.seg_source, d.seg_view, strict=True))
        i = bisect_right(self._runs, (start, len(d.view))) - 1
        if i < 0:
            return 0
        source, view = self._runs[i]
        k = bisect_right(d.seg_view, view)
        stop = d.seg_view[k] if k < len(d.seg_view) else len(d.view)
        return max(view, min(view + start - source, stop - 1))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    out: list[tuple[int, int]] = []
    for vs, ve in sorted(spans):
        if out and vs < out[-1][1]:
            out[-1] = (out[-1][0], max(ve, out[-1][1]))
        else:
            out.append((vs, ve))
    return out
