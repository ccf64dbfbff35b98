"""Labels whose mark or diacritic OCR has lost: "II KẾT QUẢ", "Điêu 4."."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def outline(text: str) -> list[tuple[str, int]]:
    return [(s.label, s.depth) for s in analyse(read_text(text, "a.txt")).sections]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "QUYẾT NGHỊ\nI Tán thành báo cáo chính trị của đảng bộ xã.\n1- Về kết quả\nXã đã đạt "
            "chuẩn.\n2- Về mục tiêu\nII Thông qua báo cáo kiểm điểm.\nIII Giao Đảng ủy khóa mới "
            "tổ chức thực hiện.\n",
            [("I", 1), ("1", 2), ("2", 2), ("II", 1), ("III", 1)],
        ),
        ("I TÌNH HÌNH CHUNG\nTốt.\nII KẾT QUẢ\n1. Thu\n2. Chi\n",
         [("I", 1), ("II", 1), ("1", 2), ("2", 2)]),
        ("I Thu nội địa 1.250\nII Thu viện trợ 300\n", []),
        ("II Kết quả\n1. Thu\n", [("1", 1)]),
        ("I. Kết quả\n1. Thu\n\nI Tán thành.\n\nII Thông qua.\n", [("I", 1), ("1", 2)]),
        ("X Quang là kỹ thuật.\n\nV Chương trình\n", []),
    ],
)  # fmt: skip
def test_roman_labels_without_a_mark(text: str, found: list[tuple[str, int]]) -> None:
    assert outline(text) == found


def test_articles_whose_word_lost_its_mark() -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Giao kế hoạch vốn cho xã.\nĐiêu 2. Xã chịu trách nhiệm.\n"
        "Diều 3: Quyết định có hiệu lực từ ngày ký.\nDiều 4 dây được thả ở hội làng.\n"
    )
    assert outline(text) == [("1", 1), ("2", 1), ("3", 1)]
