"""The lines of a table of contents, whose page numbers are no figures.

`I. KẾT QUẢ ........ 3`: dots lead to the page number, the lines count on. What proves a contents is
its heading (MỤC LỤC), under which the dots may be missing, or that its titles come again as lines
of their own: dots alone lead to figures, too (`Tổng số ....... 12`). Set as a table, it is told by
that heading or by the head of its last column (`Trang`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from extract.document import Block, Document
from extract.rules.wording import wording
from extract.values.text import fold

_HEAD = wording("contents.head")
_PAGE = wording("contents.page")
_LED = re.compile(r"(?:\.{4,}|…{2,}|_{4,}|·{4,}|(?:[.·…] ){4,})[\s.…_·]*(?P<page>\d{1,4})\s*\Z")
_BARE = re.compile(r"\s(?P<page>\d{1,3})\s*\Z")
_PAGES = re.compile(r"\W*(\d{1,4})(?: ?[-–] ?\d{1,4})?\W*")
_ORDER = re.compile(r"[\d.]{1,8}|[\divxlc]{1,6}[.)]?|\W*", re.I)
_ABOVE = 3  # lines above a table that may be its heading
_REACH = 400  # characters at a line's end in which its dots begin
_LONGEST = 300  # characters of a title
_TITLE = 80  # characters of the heading of a contents
_TAIL = 4  # characters in which a line ends with a figure
_FEWEST = 3  # lines without dots
_BETWEEN = 1  # lines that may stand between two: the first one of a long title
_EDGE = " .:;,*_#\t…·"

Span = tuple[int, int]


@dataclass(slots=True)
class _Run:
    """Lines that end in page numbers, which count on; `headed`: below a heading."""

    headed: bool = False
    page: int = 0
    between: int = 0  # lines since the last one
    pages: dict[int, Span] = field(default_factory=dict)  # block -> its page number
    titles: list[Span] = field(default_factory=list)
    led: int = 0  # lines with dots


def contents_of(doc: Document, folded: str) -> dict[int, Span]:
    """The blocks of `doc` that are lines of a contents, and where the page number of each stands;
    `folded` is the fold of its view."""
    out: dict[int, Span] = {}
    texts: set[str] = set()
    for run in _runs(doc, folded):
        if run.headed and (run.led or len(run.pages) >= _FEWEST):
            out |= run.pages
        elif run.led >= 2:
            if not texts:
                short = [b for b in doc.blocks if b.ve - b.vs <= _LONGEST]
                texts = {_bare(folded, b.vs, b.ve) for b in short}
            if 2 * sum(_bare(folded, *title) in texts for title in run.titles) >= len(run.titles):
                out |= run.pages
    return out


def _runs(doc: Document, folded: str) -> Iterator[_Run]:
    """The runs of lines that end in page numbers, with no more than one other line between."""
    run = _Run()
    for n, block in enumerate(doc.blocks):
        if block.kind in ("note", "table", "furniture"):
            continue
        m = _entry(folded, block, run.headed)
        short = m is None and block.ve - block.vs <= _TITLE
        headed = short and _HEAD.fullmatch(folded, block.vs, block.ve) is not None
        falls = m is not None and int(m["page"]) < run.page
        if headed or falls or (run.between > _BETWEEN and (run.headed or run.pages)):
            yield run
            run = _Run(headed)
            m = _entry(folded, block, headed)
        if m is None:
            run.between += not headed
            continue
        run.page, run.between = int(m["page"]), 0
        run.pages[n] = m.span("page")
        run.titles.append((block.vs, m.start()))
        run.led += m.re is _LED
    yield run


def _entry(folded: str, block: Block, headed: bool) -> re.Match[str] | None:
    """The end of a line with the number of a page: behind dots, or a space below a heading."""
    if not folded[max(block.vs, block.ve - _TAIL) : block.ve].rstrip()[-1:].isdigit():
        return None
    low = max(block.vs, block.ve - _REACH)
    led = _LED.search(folded, low, block.ve)
    return led if led is not None or not headed else _BARE.search(folded, low, block.ve)


def _bare(folded: str, start: int, end: int) -> str:
    """The words of a line."""
    return " ".join(folded[start:end].strip(_EDGE).split())


def is_contents_table(doc: Document, block: int, texts: Sequence[Sequence[str]]) -> bool:
    """True for a contents set as a table, whose cells say `texts`: words, and in the last column
    numbers of pages, which count on."""
    pages = [_PAGES.fullmatch(row[-1]) for row in texts]
    first = next((n for n, page in enumerate(pages) if page), len(texts))
    numbers = [int(page[1]) for page in pages if page]
    if len(numbers) < _FEWEST or numbers != sorted(numbers) or numbers[0] == numbers[-1]:
        return False
    if any(row[-1] for row, page in zip(texts[first:], pages[first:], strict=True) if not page):
        return False
    titles = [row[_ORDER.fullmatch(row[0]) is not None : -1] for row in texts[first:]]
    worded = (any(map(str.isalpha, cell)) for row in titles for cell in row if cell)
    if not all(worded) or not all(map(any, titles)):
        return False
    if any(_PAGE.fullmatch(fold(row[-1])) for row in texts[:first]):
        return True
    above = reversed(doc.blocks[max(0, block - _ABOVE) : block])
    lines = takewhile(lambda b: b.kind != "table", above)
    return any(_HEAD.fullmatch(fold(doc.view[b.vs : b.ve])) for b in lines)
