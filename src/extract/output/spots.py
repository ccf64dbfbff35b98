"""Where a finding or relation stands, told so that a reviewer finds it again in the file: the line
of a text file, else the page, the heading and the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from extract.document import Document
from extract.find.structure.list_ends import is_set_off
from extract.model import Finding, Quantity, Relation, Report, Section
from extract.output.places import Lines, Passage, Passages, Surroundings

_MOST = 240  # characters of a sentence as shown
_LEAST = 24  # characters kept on each side of a figure
_TITLE = 80
_GAP = " … "
_NAMED = frozenset({"part", "chapter", "section", "article"})  # kinds whose label has a word


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document. `line` and `column` (from 1) count in the text that was read, `page`
    is None where the format has none, `section` the id of the innermost section, `heading` what
    it is called, `sentence` the whole passage, with … where it is cut out of a longer sentence,
    `excerpt` the same shortened with its figures."""

    line: int
    column: int
    page: int | None
    section: str | None
    heading: str | None
    sentence: str
    excerpt: str


class Spots:
    """The places of what was found in one document."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._document = report.document
        self.own_lines = has_own_lines(report.document)

    def of_finding(self, f: Finding) -> Spot:
        """The place of a finding; its sentence is that of the stated figure."""
        if f.relation in self._relations:
            passage, keep = self._told(self._relations[f.relation])
        else:
            passage = self._passages.of_finding(f)
            vs = self._passages.view_pos(f.start)
            keep = [(vs, vs + f.end - f.start)]
        return self._spot(f.start, passage, keep)

    def of_relation(self, r: Relation) -> Spot:
        """The place of the figure that a relation is about."""
        return self._spot(self._quantities[r.stated].start, *self._told(r))

    def _told(self, r: Relation) -> tuple[Passage | None, list[tuple[int, int]]]:
        """The passage of a relation's stated figure, and where its figures stand in the view."""
        figures = [self._quantities[q] for q in (r.stated, *(o.quantity for o in r.operands))]
        return self._passages.at(figures[0].vs), [(q.vs, q.ve) for q in figures]

    def _spot(self, start: int, passage: Passage | None, keep: list[tuple[int, int]]) -> Spot:
        line, column = self.lines.at(start)
        text = passage.between_dots(passage.text) if passage is not None else ""
        shown = shortened(self._document.view, passage, keep) if passage is not None else ""
        around = list(self._around.around(start))
        return Spot(
            line,
            column,
            self._around.page(start),
            around[0].id if around else None,
            self._heading(around, passage),
            text,
            shown,
        )

    def _heading(self, around: list[Section], passage: Passage | None) -> str | None:
        """The headings around a passage: the numbers of the outer ones, the innermost whole.

        A section that begins in the passage is no heading of it. A heading without number that
        the file sets off is the innermost; where nothing is numbered, the last one is told.
        """
        first = passage.start if passage is not None else 0
        outer = [s for s in around if s.start < first]
        if not outer:
            return self._unnumbered(passage)
        chain = [outer[0]]
        for s in outer[1:]:
            if not chain[-1].label.startswith(f"{s.label}."):  # 1.2 names 1
                chain.append(s)
        within = self._set_off_in(outer[0], passage)
        names = [_short(s) for s in reversed(chain if within else chain[1:])]
        return " › ".join([*names, cut(within or _whole(outer[0]), _TITLE)])

    def _set_off_in(self, section: Section, passage: Passage | None) -> str:
        """The last heading without number in a section above a passage; "" for none."""
        before = passage.vs if passage is not None else 0
        above = self._set_off[: bisect_right(self._set_off, before, key=self._end)]
        block = self._document.blocks[above[-1]] if above else None
        if block is None or block.vs <= section.vs:
            return ""
        words = " ".join(self._document.view[block.vs : block.ve].split()).rstrip(": ")
        return words if words != " ".join(section.title.split()) else ""

    def _end(self, n: int) -> int:
        return self._document.blocks[n].ve

    @cached_property
    def _set_off(self) -> list[int]:
        """The blocks that are headings without number, set off by the file."""
        document = self._document
        return [n for n in range(len(document.blocks)) if is_set_off(document, n)]

    def _unnumbered(self, passage: Passage | None) -> str | None:
        before = passage.vs if passage is not None else 0
        for block in reversed(self._document.blocks):
            if block.kind == "heading" and block.ve <= before:
                return cut(" ".join(self._document.view[block.vs : block.ve].split()), _TITLE)
        return None

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self._report)

    @cached_property
    def _around(self) -> Surroundings:
        return Surroundings(self._report)

    @cached_property
    def lines(self) -> Lines:
        """Lines and columns of the document's text."""
        return Lines(self._document.text)

    @cached_property
    def _quantities(self) -> dict[str, Quantity]:
        return {q.id: q for q in self._report.quantities}

    @cached_property
    def _relations(self) -> dict[str | None, Relation]:
        return {r.id: r for r in self._report.relations}


def has_own_lines(document: Document) -> bool:
    """True for text and Markdown: an editor shows the lines that were read."""
    return document.media_type in ("text/plain", "text/markdown")


def _mark(s: Section) -> str:
    """The label of a section as the document writes it."""
    return s.marker or s.label


def _whole(s: Section) -> str:
    """The label of a section and its title."""
    return f"{_mark(s)} {' '.join(s.title.split())}".strip()


def _short(s: Section) -> str:
    """The label of an outer section: "I", "1", but "Phần thứ nhất", "Điều 1"."""
    return s.marker.rstrip(" .:-–/") if s.kind in _NAMED and s.marker else s.label


def cut(text: str, most: int) -> str:
    """`text`, or its beginning up to a blank with … behind it."""
    if len(text) <= most:
        return text
    return text[: max(text.rfind(" ", 0, most + 1), most // 2)].rstrip(" ,;:–-") + " …"


def shortened(view: str, passage: Passage, keep: Iterable[tuple[int, int]]) -> str:
    """The text of a passage, where it is long only what stands around the spans `keep` of the
    view, cut at blanks; … stands for what is left out."""
    if len(passage.text) <= _MOST:
        return passage.between_dots(passage.text)
    vs, ve = passage.vs, passage.ve
    figures = sorted({(a, b) for a, b in keep if vs <= a and b <= ve}) or [(vs, vs)]
    room = max(_LEAST, (_MOST - sum(b - a for a, b in figures)) // (2 * len(figures)))
    out = []
    for a, b in _joined((max(vs, a - room), min(ve, b + room)) for a, b in figures):
        first = a if a == vs else max(a, view.find(" ", a, a + room))
        last = b if b == ve or (found := view.rfind(" ", b - room, b)) < 0 else found
        out.append(" ".join(view[first:last].split()))
    text = _GAP.join(out)
    before = passage.before or not passage.text.startswith(out[0])
    after = passage.after or not passage.text.endswith(out[-1])
    return f"{'… ' * before}{text}{' …' * after}"


def _joined(windows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in order, those that nearly touch as one."""
    last: tuple[int, int] | None = None
    for a, b in windows:
        if last is not None and a <= last[1] + len(_GAP):
            last = (last[0], max(last[1], b))
            continue
        if last is not None:
            yield last
        last = (a, b)
    if last is not None:
        yield last
