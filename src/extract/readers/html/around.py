"""What stands around the document in the tables that old portals lay their pages out in: menus,
columns at the side, counters of visits, the foot of the site.

One cell holds most of the prose of such a page. What stands beside, above and below it in the
tables around it is the site's where it is mostly links, or says what only sites say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from lxml.etree import _Element

_MOST = 0.6  # of the prose is in the cell of the document
_LITTLE = 0.3  # of it at most in a column at the side
_LINKS = 3  # links show a menu
_LINKED = 0.5  # of the text of a menu is links
_BESIDE = 0.25  # of that of a column at the side, which may hold more than a menu
_SHORT = 500  # characters: what a site says of itself
_SAID = re.compile(
    r"bản quyền|copyright|©|lượt (?:xem|truy cập)|đang (?:truy cập|xem|online)|thống kê truy cập"
    r"|số người (?:truy cập|online)|in (?:trang|bài) này|in trang|gửi (?:email|cho bạn bè)"
    r"|giấy phép (?:số|thiết lập)",
    re.I,
)
_TRAIL = re.compile(r"\s*(?:trang chủ|trang nhất|home)\s*(?:[>»/|›→:-]|\Z)", re.I)  # breadcrumbs


class Weight(Protocol):
    """How many characters stand outside of links and in them, and how many links there are."""

    prose: int
    linked: int
    links: int


def around(body: _Element, weights: Mapping[_Element, Weight]) -> set[_Element]:
    """The cells and boxes around the document that are the site's."""
    total = max(weights[body].prose, 1)
    cells = [
        element for element, weight in weights.items()
        if element.tag == "td" and weight.prose >= _MOST * total
    ]  # fmt: skip
    if not cells:
        return set()
    return {
        element
        for element, beside in _neighbours(cells[0], body)
        if (weight := weights.get(element)) is not None
        and weight.prose <= _LITTLE * total
        and _is_site(element, weight, beside)
    }


def _neighbours(cell: _Element, body: _Element) -> Iterator[tuple[_Element, bool]]:
    """What stands around a cell, up to the body, and whether it stands on its row."""
    inner = cell
    for outer in cell.iterancestors():
        if inner is body:
            return
        for element in outer:
            if element is inner:
                continue
            if element.tag == "tr":
                yield from ((td, False) for td in element if td.tag in ("td", "th"))
            else:
                yield element, inner.tag == "td"
        inner = outer


def _is_site(element: _Element, weight: Weight, beside: bool) -> bool:
    size = weight.prose + weight.linked
    if weight.links >= _LINKS and weight.linked >= (_BESIDE if beside else _LINKED) * size:
        return True
    if size > _SHORT:
        return False
    text = " ".join("".join(map(str, element.itertext())).split())
    return _SAID.search(text) is not None or (weight.links > 0 and bool(_TRAIL.match(text)))
