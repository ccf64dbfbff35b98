"""What repeats at the edges of pages is left out: running heads and feet, page numbers, what a
browser prints around a page, traces of document systems that run up the margin.

Three pages prove a running head; two do where it stands on both at the very same place, outermost,
and counts the pages, or these are all. What a browser prints proves itself: an address or a clock
with the number of the page out of how many.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from extract.readers.pages.lines import Row, text_of
from extract.readers.pages.stamps import is_gazette

if TYPE_CHECKING:
    from extract.readers.pages.layout import Leaf

_EDGE = 0.16  # of the page's height: where heads, feet and page numbers stand
_EDGE_ROWS = 3
_SAME = 1.5  # points: what is nearer on another page stands at the same place
_FEW = 3  # pages: of more, a running head is on three at least
_COLUMNS = 3  # a row of so many pieces is one of a table
_PAGE_NUMBER = re.compile(
    r"[-–—|(\s]*(?:(?:[Tt]rang|TRANG|[Pp]age)(?: số)?:?\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—|)\s.]*"
)
_NUMBER = re.compile(r"\d+")
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ)|ĐẢNG CỘNG SẢN|Độc lập|Tự do|Mẫu|Phụ lục", re.I)
_OWN = re.compile(  # may begin page after page: the head of a document, what tells of a table
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT|Độc lập ?[-–—] ?Tự do"
    r"|(?<!\w)(?:đơn vị(?: tính)?|đvt) ?:"
    r"|^(?:mẫu|phụ lục|(?:phụ )?biểu|bảng|danh mục|danh sách|điều|chương)(?!\w)",
    re.I,
)
_PAGE_WORD = re.compile(r"\b(?:trang|page)\b\W*#", re.I)
_OF = re.compile(r"\d{1,4}(?: ?/ ?| of | trên )\d{1,4}", re.I)  # page 3 of 7
_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[AP]M|SA|CH))?"
_BROWSER = re.compile(
    rf"(?:https?|file)://\S|about:blank|(?<!\S)(?:{_DAY},? {_TIME}|{_TIME},? {_DAY})(?!\S)", re.I
)

Found = list[tuple["Leaf", Row]]  # rows that are alike


def drop_furniture(leaves: list[Leaf]) -> None:
    """Take running heads and feet, then page numbers, out of the rows."""
    mains = [leaf for leaf in leaves if leaf.main]
    for leaf in mains:
        _drop_browsers(leaf)
    proved: dict[str, Found] = {}
    for (text, _), found in _alike(mains).items():
        pages = len({leaf.folio for leaf, _ in found})
        often = pages >= max(2 if _PAGE_WORD.search(text) else 3, 0.3 * len(mains))
        runs = often and text.strip("#-–— |/") and not _MOTTO.match(text) and _counts(found)
        if runs or is_gazette(text_of(found[0][1])) or _is_at_one_place(found, mains):
            proved[text] = found
            _drop(found)
    _drop_others(mains, proved)
    _drop_numbers(mains)
    _drop_margins([leaf for leaf in leaves if not leaf.main])


def _alike(mains: list[Leaf]) -> dict[tuple[str, int], Found]:
    """The rows at the edges of pages that say the same, but for numbers, at one height."""
    groups: dict[tuple[str, int], Found] = defaultdict(list)
    for leaf in mains:
        for row in _edge_rows(leaf):
            groups[_key(row), round(row[0].base / 8)].append((leaf, row))
    return groups


def _key(row: Row) -> str:
    return _NUMBER.sub("#", text_of(row))


def _drop(found: Found) -> None:
    """Take rows out of their pages, where these have more."""
    for leaf, row in found:
        if len(leaf.rows) > 1 or leaf.tables:
            leaf.rows = [r for r in leaf.rows if r is not row]


def _drop_browsers(leaf: Leaf) -> None:
    """Take out what a browser prints above and below a page: its address or title, the clock, the
    number of the page out of how many."""
    told = [row for row in _outermost(leaf) if _BROWSER.search(text_of(row))]
    if any(_OF.fullmatch(p.text) for row in told if len(row) > 1 for p in (row[0], row[-1])):
        _drop([(leaf, row) for row in told])


def _is_at_one_place(found: Found, mains: list[Leaf]) -> bool:
    """True for the outermost rows of two pages, one after the other, that stand at the very same
    place and count the pages; of a document of few pages, for a head above rows that differ, too.
    """
    if len(found) != 2 or abs(found[0][0].folio - found[1][0].folio) != 1:
        return False
    (one, a), (other, b) = found
    text = text_of(a)
    level = abs(a[0].base - b[0].base) <= _SAME
    beside = abs(a[0].left - b[0].left) <= _SAME or abs(a[-1].right - b[-1].right) <= _SAME
    worded = sum(map(str.isalpha, text)) >= 3 and len(a) < _COLUMNS
    if not (level and beside and worded) or _OWN.search(text) or not _counts(found):
        return False
    tops = a is one.rows[0] and b is other.rows[0]
    if _counts_pages(found):
        return tops or (a is one.rows[-1] and b is other.rows[-1])
    below = [_key(leaf.rows[1]) if len(leaf.rows) > 1 else "" for leaf in (one, other)]
    return tops and len(mains) <= _FEW and text == text_of(b) and below[0] != below[1]


def _drop_others(mains: list[Leaf], proved: dict[str, Found]) -> None:
    """Take out outermost rows that say, on pages of another size, what heads and feet say."""
    for leaf in mains:
        for row in _outermost(leaf):
            found = proved.get(_key(row))
            if found is not None and _counts([*found, (leaf, row)]):
                _drop([(leaf, row)])


def _drop_numbers(mains: list[Leaf]) -> None:
    """Take out page numbers that stand alone."""
    numbers = []
    for leaf in mains:
        for row in _outermost(leaf):
            m = _PAGE_NUMBER.fullmatch(text_of(row))
            if m is not None and len(row) == 1:
                numbers.append((leaf, row, int(m[1]) - leaf.folio))
    offsets = Counter(offset for _, _, offset in numbers)
    for leaf, row, offset in numbers:
        if offset == 0 or offsets[offset] >= 2:
            leaf.rows = [r for r in leaf.rows if r is not row]


def _drop_margins(asides: list[Leaf]) -> None:
    """Take out what runs up or down the margin of two pages or more: who has printed a paper."""
    groups: dict[tuple[int, str, int], Found] = defaultdict(list)
    for leaf in asides:
        for row in leaf.rows:
            if not _EDGE * leaf.height < row[0].base < (1 - _EDGE) * leaf.height:
                groups[leaf.turn, _key(row), round(row[0].base / 8)].append((leaf, row))
    for found in groups.values():
        if len({leaf.folio for leaf, _ in found}) > 1 and _counts(found):
            for leaf, row in found:
                leaf.rows = [r for r in leaf.rows if r is not row]


def _edge_rows(leaf: Leaf) -> list[Row]:
    """The first and last rows that stand near the page's edges."""
    rows, high = leaf.rows, leaf.height
    top = [r for r in rows[:_EDGE_ROWS] if r[0].base < _EDGE * high]
    return top + [r for r in rows[-_EDGE_ROWS:] if r[0].base > (1 - _EDGE) * high]


def _outermost(leaf: Leaf) -> list[Row]:
    """The first and the last row, where these stand near the page's edges."""
    edge = set(map(id, _edge_rows(leaf)))
    return [row for row in (*leaf.rows[:1], *leaf.rows[1:][-1:]) if id(row) in edge]


def _slots(found: Found) -> list[tuple[int, ...]]:
    """The numbers in rows that are else alike: the first of each row, the second …"""
    numbers = [[int(n) for n in _NUMBER.findall(text_of(row))] for _, row in found]
    return list(zip(*numbers, strict=False))


def _is_counting(slot: tuple[int, ...], found: Found) -> bool:
    return len({n - leaf.folio for n, (leaf, _) in zip(slot, found, strict=True)}) == 1


def _counts(found: Found) -> bool:
    """True where every number in rows that are else alike stays the same or counts the pages."""
    return all(len(set(slot)) == 1 or _is_counting(slot, found) for slot in _slots(found))


def _counts_pages(found: Found) -> bool:
    """True where a number at the end (or beginning) of rows counts the pages from 1."""
    slots = _slots(found)
    return any(
        _is_counting(slot, found) and slot[0] == found[0][0].folio
        for slot in (*slots[:1], *slots[-1:])
    )
