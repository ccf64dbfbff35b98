"""Names that a hard wrap cuts at their dash: "Sở Lao động" / "- Thương binh và Xã hội"."""

from __future__ import annotations

import re
from functools import cache

from extract.rules.wording import terms
from extract.values.letters import LETTER
from extract.values.text import fold

_BODY_END = re.compile(
    rf"(?:Sở|Bộ|Phòng|Ban|Vụ|Cục|Ngành|sở|bộ|phòng|ngành):? ([{LETTER} ]{{4,30}})\Z"
)


def cuts_name(above: str, below: str) -> bool:
    """True where a line ends within a body's name, at its dash: "Sở Lao động" / "- Thương binh"."""
    m = _BODY_END.search(above)
    if m is None:
        return False
    first = fold(m[1])
    rest = fold(below.lstrip())
    return any(rest.startswith(second) for second in _after_dash().get(first, ()))


@cache
def _after_dash() -> dict[str, list[str]]:
    """The names of fields with a dash in them: what stands before it -> what may follow it."""
    found: dict[str, list[str]] = {}
    for name in terms("linh_vuc"):
        first, dash, second = name.partition(" - ")
        if dash:
            found.setdefault(first, []).append(second)
    return found
