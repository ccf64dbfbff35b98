"""A figure divided in several ways: by the items of a list, by a list, by the next sentence."""

from __future__ import annotations

import pytest

from marks import contradicted

ITEMS = "Phân tích 58 vụ:\n\n- Theo nơi: thị trấn 34 vụ, xã 24 vụ.\n\n- {}: {}.\n"


def test_items_by_criteria() -> None:
    right, wrong = "nhà 23 vụ; kho 17 vụ; xe 11 vụ; chợ 7 vụ", "nhà 23 vụ; kho 17 vụ; xe 20 vụ"
    assert contradicted(ITEMS.format("Theo loại hình", right)) == []
    assert contradicted(ITEMS.format("Theo loại hình", wrong)) == ["23 + 17 + 20 = 58"]
    assert contradicted(ITEMS.format("Nặng nhất", wrong)) == []
    assert contradicted(ITEMS.format("Theo loại hình", f"chủ yếu {wrong}")) == []


@pytest.mark.parametrize(("part", "found"), [("17.937", True), ("16.137", False), ("900", False)])
def test_the_sentence_right_after_its_whole(part: str, found: bool) -> None:
    text = (
        "Diện tích có rừng là 341.848 ha (tự nhiên 296.325 ha; trồng 45.523 ha). Chia theo loại "
        f"rừng: đặc dụng 34.217 ha, phòng hộ 136.508 ha, sản xuất 154.986 ha, khác {part} ha."
    )
    assert bool(contradicted(text)) is found


def test_a_list_beside_another_sum_that_agrees() -> None:
    text = (
        "Doanh thu 58.316 triệu đồng, đạt 71,2% kế hoạch 81.900 triệu đồng; gồm:\n\n+ dịch vụ "
        "47.250 triệu đồng,\n+ bán nước {} triệu đồng,\n+ khác 2.688 triệu đồng.\n\nTổng chi "
        "55.107 triệu đồng; chênh lệch thu chi 3.209 triệu đồng.\n"
    )
    assert contradicted(text.format("8.378")) == []
    assert contradicted(text.format("8.478")) == ["47.250 + 8.478 + 2.688 = 58.316 triệu"]
