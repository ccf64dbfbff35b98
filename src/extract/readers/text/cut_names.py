"""Names that a hard wrap cuts at their dash: "Sở Lao động" / "- Thương binh và Xã hội"."""

from __future__ import annotations

import re

from extract.values.letters import LETTER
from extract.values.text import fold

_AFTER_DASH = {  # what stands before the dash of a field's name -> what follows it
    "giáo dục": ("đào tạo",),
    "khoa học": ("công nghệ",),
    "kinh tế": ("hạ tầng",),
    "kế hoạch": ("đầu tư",),
    "lao động": (
        "thương binh và xã hội",
        "thương binh - xã hội",
        "tb&xh",
    ),
    "lđ": ("tb&xh",),
    "quy hoạch": ("kiến trúc",),
    "thương mại": ("du lịch",),
    "thể dục": ("thể thao",),
    "tài chính": (
        "kế hoạch",
        "vật giá",
    ),
    "văn hóa": (
        "thể thao và du lịch",
        "thông tin",
        "xã hội",
        "thông tin và thể thao",
    ),
}
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
    return any(rest.startswith(second) for second in _AFTER_DASH.get(first, ()))
