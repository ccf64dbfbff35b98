"""A document as read: its text, its blocks and pages, and where each character stands on them.

Two systems of coordinates, both half-open and counted in Unicode code points:

* `start`, `end`: in the *source* text, untouched (what the contract publishes);
* `vs`, `ve`: in `Document.view`, the text as it is meant to be read: marks of emphasis removed,
  lines of one paragraph joined, sentences cut by a page break put together again, NFC.
  `Document.source_span` maps the second to the first.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "bullet", "note", "table", "furniture"]


class Said(str):
    """A text for people: English as it is, Vietnamese by `said("vi")`."""

    vi: str

    def __new__(cls, en: str, vi: str | None = None) -> Said:
        """The two texts; without the second the first stands for both."""
        made = super().__new__(cls, en)
        made.vi = en if vi is None else vi
        return made

    def said(self, lang: str) -> str:
        """The text in the language asked for ("vi" or "en")."""
        return self.vi if lang == "vi" else str(self)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its place in the source text, its size in points."""

    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that is read in one piece: paragraph, heading, list item, note body, table.

    `vs`..`ve` cover the whole block in the view, its list mark or label included, its line
    break not. `marker` is the mark as written ("-", "+", "*", "a)", "1.2.", "II-") or None;
    `mark_end` is the view position where the text after the mark begins. `emphasis` tells
    that the whole block stood in bold or italic or under a Markdown heading mark (`level` 1-6,
    0 for none); `indent` counts leading columns in the source.
    """

    kind: BlockKind
    vs: int
    ve: int
    marker: str | None = None
    mark_end: int = 0
    emphasis: bool = False
    level: int = 0
    indent: int = 0


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A footnote call as found by the reader: its marker and place ("<sup>1</sup>" -> the 1)."""

    marker: str
    start: int
    end: int
    vs: int  # the call is not in the view; this is the place where it was taken out


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page in PDF points from the top-left corner of the page as displayed."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """The words that OCR has read on one page: word i reaches from `x0[i]` to `x1[i]` on the
    baseline `base[i]`, set in `size[i]` points; `sure[i]` is its confidence from 0 to 1;
    `was[i]` as it was read at first, where it was mended, else "". The page has been put straight:
    its lines fell by `tilt` of their length to the right."""

    x0: array[float]
    x1: array[float]
    base: array[float]
    size: array[float]
    sure: array[float]
    was: list[str]
    tilt: float = 0.0

    def least(self, x0: float, top: float, x1: float, bottom: float) -> float | None:
        """The least confidence of the words in a box; None where there is none."""
        return min((self.sure[i] for i in self._within(x0, top, x1, bottom)), default=None)

    def mended(self, x0: float, top: float, x1: float, bottom: float) -> list[str]:
        """The words in a box that were mended, as they were read at first."""
        return [self.was[i] for i in self._within(x0, top, x1, bottom) if self.was[i]]

    def _within(self, x0: float, top: float, x1: float, bottom: float) -> Iterator[int]:
        for i, (a, b, base, size) in enumerate(
            zip(self.x0, self.x1, self.base, self.size, strict=True)
        ):
            if top < base - 0.3 * size < bottom and a < x1 and b > x0:
                yield i


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where each character of a reading text stands on its page.

    Run i covers the characters from `starts[i]` to `starts[i + 1]`: a stretch of one line on
    page `pages[i]` (0: put in by the reader, stands nowhere), between `tops[i]` and `bottoms[i]`;
    character k reaches from `x0[k]` to `x1[k]`. These count in the page turned by `turns[i]`
    degrees so that the text stands upright (0 for nearly all). `sizes` holds width and height of
    each page as displayed. `scans` holds the words of the pages that OCR has read.
    """

    starts: array[int]
    pages: array[int]
    turns: array[int]
    tops: array[float]
    bottoms: array[float]
    x0: array[float]
    x1: array[float]
    sizes: tuple[tuple[float, float], ...]
    scans: Mapping[int, Scan] = field(default_factory=dict)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of text[start:end] in order, one for each line that it touches."""
        return tuple(self._turned(i, x0, x1) for i, x0, x1 in self._stretches(start, end))

    def page(self, at: int) -> int | None:
        """The page of the character `at`; None where the reader put it in."""
        i = bisect_right(self.starts, at) - 1
        return (self.pages[i] or None) if i >= 0 else None

    def confidence(self, start: int, end: int) -> float | None:
        """The least confidence of the words of text[start:end] that OCR has read; None for none."""
        found = [
            self.scans[self.pages[i]].least(x0, self.tops[i], x1, self.bottoms[i])
            for i, x0, x1 in self._stretches(start, end)
            if self.pages[i] in self.scans
        ]
        return min((sure for sure in found if sure is not None), default=None)

    def read_as(self, start: int, end: int) -> list[str] | None:
        """The words of text[start:end] that were mended, as OCR had read them; None where OCR has
        read none of it."""
        scanned = [s for s in self._stretches(start, end) if self.pages[s[0]] in self.scans]
        if not scanned:
            return None
        return [
            word
            for i, x0, x1 in scanned
            for word in self.scans[self.pages[i]].mended(x0, self.tops[i], x1, self.bottoms[i])
        ]

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, float, float]]:
        """The runs that text[start:end] touches, and from where to where it reaches in each."""
        i = max(0, bisect_right(self.starts, start) - 1)
        while i < len(self.starts) and self.starts[i] < end:
            stop = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.x0)
            low, high = max(start, self.starts[i]), min(end, stop)
            if self.pages[i] and low < high:
                yield i, min(self.x0[low:high]), max(self.x1[low:high])
            i += 1

    def _turned(self, i: int, x0: float, x1: float) -> Box:
        """The box of a stretch of run i, turned back to the page as displayed."""
        page, turn, top, bottom = self.pages[i], self.turns[i], self.tops[i], self.bottoms[i]
        width, height = self.sizes[page - 1]
        if turn == 90:
            x0, top, x1, bottom = top, height - x1, bottom, height - x0
        elif turn == 180:
            x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
        elif turn == 270:
            x0, top, x1, bottom = width - bottom, x0, width - top, x1
        scan = self.scans.get(page)
        if scan is not None and scan.tilt:
            xs = [x - scan.tilt * (y - height / 2) for x in (x0, x1) for y in (top, bottom)]
            ys = [y + scan.tilt * (x - width / 2) for x in (x0, x1) for y in (top, bottom)]
            x0, top, x1, bottom = min(xs), min(ys), max(xs), max(ys)
        return Box(page, x0, top, x1, bottom)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: the source text, the view, and how they hang together.

    `seg_view[i]` and `seg_source[i]` say where the i-th run of characters that the two texts
    share begins in each; a run ends where the next one begins in the view (or at an inserted
    character, which has a run of its own). `raw_combining` is set where the source is not NFC.
    `places` is known for formats that have pages; `ocr_pages` are those whose text was made by
    OCR, here or by the program that made the file. `leads` tells of lines that begin in bold or
    italics, where that is not marked in the text: offset of the line -> where that ends. `warnings`
    say what could not be read well.
    """

    name: str
    text: str
    view: str
    seg_view: tuple[int, ...]
    seg_source: tuple[int, ...]
    blocks: tuple[Block, ...] = ()
    calls: tuple[NoteCall, ...] = ()
    sha256: str = ""
    media_type: str = "text/plain"
    reader: str = "text"
    pages: tuple[Page, ...] = ()
    warnings: tuple[Said, ...] = ()
    raw_combining: bool = False
    places: Places | None = field(default=None, compare=False)
    ocr_pages: frozenset[int] = frozenset()
    leads: Mapping[int, int] = field(default_factory=dict, compare=False)

    def is_ocr(self, start: int, end: int) -> bool:
        """True where text[start:end] stands, at least in part, on a page read by OCR."""
        if self.places is None or not self.ocr_pages:
            return False
        return any(box.page in self.ocr_pages for box in self.places.boxes(start, end))

    def source_pos(self, pos: int) -> int:
        """The source offset of the view character at `pos` (0 <= pos <= len(view))."""
        i = bisect_right(self.seg_view, pos) - 1
        if i < 0:
            return 0
        at = self.seg_source[i] + pos - self.seg_view[i]
        return min(at, len(self.text))

    def source_span(self, vs: int, ve: int) -> tuple[int, int]:
        """The source span of view[vs:ve] (vs < ve); from its first to its last character."""
        start = self.source_pos(vs)
        end = self.source_pos(ve - 1) + 1
        if self.raw_combining:
            import unicodedata

            while end < len(self.text) and unicodedata.combining(self.text[end]):
                end += 1
        return start, max(start, min(end, len(self.text)))
