"""Annexes behind the signature: their headings belong to the document."""

from __future__ import annotations

from extract.pipeline import analyse
from extract.readers.text.reader import read_text

CIRCULAR = (
    "THÔNG TƯ\nHướng dẫn tính giá nước\n\nĐiều 1. Phạm vi\n\nThông tư hướng dẫn tính giá.\n\n"
    "{end}KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLục Văn Thử\n\n{annex}"
)
ANNEX = "Phụ lục I\nĐỊNH MỨC\n\nI. Nhân công\n\n1. Lương\n\n2. Phụ cấp\n\nII. Điện\n\nTính đủ.\n"
ARTICLE = ("1", "article", 1)


def outline(text: str) -> list[tuple[str, str, int]]:
    return [(s.label, s.kind, s.depth) for s in analyse(read_text(text, "a.txt")).sections]


def test_a_numbered_annex_behind_the_signature() -> None:
    inner = [("I", "part", 1), ("I", "heading", 2), ("1", "heading", 3), ("2", "heading", 3)]
    found = [ARTICLE, *inner, ("II", "heading", 2)]
    assert outline(CIRCULAR.format(end="", annex=ANNEX)) == found
    recipients = "Nơi nhận:\n- Các sở;\n- Lưu: VT.\n\n"
    assert outline(CIRCULAR.format(end=recipients, annex=ANNEX)) == found


def test_what_stands_behind_the_signature_without_a_heading_is_no_section() -> None:
    told = "Phụ lục I kèm theo Thông tư này.\n\n1. Lương\n\n2. Phụ cấp\n"
    assert outline(CIRCULAR.format(end="", annex=told)) == [ARTICLE]
