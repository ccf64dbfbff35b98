"""Whether a line of a page is full, and how far the lines of its paragraphs stand apart.

Only lines that surely go on tell that distance: plain, open and full ones. Heads, titles and
signatures have a spacing of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extract.readers.pages.layout import PageText
from extract.readers.pages.pieces import Piece, first_word
from extract.readers.text.line_style import is_caps, is_open, tail
from extract.readers.text.lines import kind_of

FAR = 2.6  # em: lines of one paragraph are nearer
INDENT = 0.6  # em: a first line that stands this much further in
_SLACK = 1.5  # points: how far short of the margin a full line may end
_USUAL = 1.2  # em
_MOST = 0.8  # of the lines that go on end at the margin where they are justified
_ENOUGH = 4  # pairs of lines, and no fewer, tell the distance of a page
_UNIT = re.compile(r"(?<!\w)(?:đơn vị(?: tính)?|đvt):\Z", re.I)

Pair = tuple[Piece, Piece]


class Leading(NamedTuple):
    """How far lines stand apart, in parts of the size of the type: usually on a page, and where
    one surely goes on (the page may be set closer in parts); whether they are `justified`: all
    but the last of a paragraph end at the margin."""

    usual: float
    widest: float
    justified: bool


def ending(line: Piece) -> str:
    """The end of a line without its marks; without a ":" that the line has in brackets or behind
    "đơn vị": no list begins below it, but the unit stands there."""
    end = tail(line.text, 0, len(line.text))
    if end[-1:] == ":" and (line.text.rfind("(") > line.text.rfind(")") or _UNIT.search(end)):
        return end[:-1]
    return end


def fits(last: Piece, line: Piece, opened: bool) -> bool:
    """True where the first word of `line` would have fitted on the line before it.

    A column that is not justified may end before its limit: a line that is as long as any other
    of it, and open, is full.
    """
    end = last.right + 0.25 * last.size + first_word(line) + _SLACK
    if end > last.limit:
        return False
    longest = end > last.within[1] and last.right - last.left > 0.6 * (last.limit - last.within[0])
    return not (longest and opened and not is_caps(last.text))


def ends_early(line: Piece) -> bool:
    """True for a line that ends short of the margin: the last of a justified paragraph."""
    return line.limit - line.right > 2 * _SLACK


def own_leading(lines: list[Piece]) -> float:
    """The distance of the first two of some lines, in parts of the size; 0 for one line."""
    for above, below in pairwise(lines):
        if above.page == below.page and 0 < below.base - above.base < FAR * below.size:
            return (below.base - above.base) / below.size
    return 0.0


def leadings(pages: list[PageText]) -> dict[int, Leading]:
    """How the lines of a paragraph are set on each page: as the page's own lines tell, or the
    document's where these are few."""
    own = {page.page: list(_going_on(page)) for page in pages}
    whole = [pair for pairs in own.values() for pair in pairs]
    widest = _usual(whole)
    out = {}
    for page, pairs in own.items():
        told = pairs if len(pairs) >= _ENOUGH else whole
        usual = _usual(told)
        ends = [last.limit - last.right <= _SLACK for last, _ in told]
        justified = len(ends) >= _ENOUGH and sum(ends) >= _MOST * len(ends)
        out[page] = Leading(usual, max(usual, widest), justified)
    return out


def _usual(pairs: list[Pair]) -> float:
    """The smallest distance that many lines keep."""
    counts = Counter(int(100 * (b.base - a.base) / b.size + 0.5) for a, b in pairs)
    for apart in sorted(counts):  # in hundredths of the size
        if counts[apart] + counts[apart + 1] >= 0.2 * counts.total():
            return apart / 100
    return _USUAL


def _going_on(page: PageText) -> Iterator[Pair]:
    """The lines of a page that surely go on, each with the next."""
    for last, line in pairwise(page.flow):
        if isinstance(last, Piece) and isinstance(line, Piece):
            near = 0 < line.base - last.base < FAR * line.size
            if near and _surely_goes_on(last, line):
                yield last, line


def _surely_goes_on(last: Piece, line: Piece) -> bool:
    plain = not (last.bold or line.bold or last.alone or line.alone)
    alike = last.within == line.within and abs(last.size - line.size) < 0.12 * last.size
    if not (plain and alike and line.left < last.left + INDENT * line.size):
        return False
    end = ending(last)
    if not end or not is_open(end) or is_caps(last.text) or fits(last, line, True):
        return False
    return kind_of(line.text) not in ("label", "bullet")
