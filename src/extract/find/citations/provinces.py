"""Which province a text is of, where it names only one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.rules.wording import written
from extract.values.text import fold

_AREA = r"(?:tỉnh|thành phố|tp\.?|tỉnh ủy|thành ủy) "


def provinces_in(folded: str) -> set[str]:
    """The names of the provinces in folded text, as they are written."""
    names, any_of, _ = _provinces()
    return {names[m["name"]] for m in any_of.finditer(folded)}


def only_province(parts: Iterable[str]) -> tuple[str, int] | None:
    """The one province that a text of folded parts names, and the first part that calls it one.

    None where it names none or several, or where the name never follows tỉnh, thành phố, …
    """
    names, any_of, called = _provinces()
    seen: set[str] = set()
    first: int | None = None
    for n, part in enumerate(parts):
        hit = None
        for hit in any_of.finditer(part):
            seen.add(names[hit["name"]])
            if len(seen) > 1:
                return None
        if hit and first is None and called.search(part):
            first = n
    return None if first is None else (seen.pop(), first)


@cache
def _provinces() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    names = {fold(name): name for name in written("tinh_thanh")}
    words = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return (
        names,
        re.compile(rf"(?<!\w)(?P<name>{words})(?!\w)"),
        re.compile(rf"(?<!\w){_AREA}(?:{words})(?!\w)"),
    )
