"""Totals behind their parts: of a whole place, past rates, past what a part is a product of."""

from __future__ import annotations

import pytest

from marks import built, found

CLASSES = "Khối 6: 412 em; khối 7: 356 em; khối 8: 309 em; khối 9: 274 em; toàn trường: {} em."
GRADES = (
    "Tốt: 389 em – 28,8%; Khá: 591 em – 43,7%; Đạt: 341 em – 25,2%; Chưa đạt: 30 em – 2,2%; cộng "
    "{} em."
)
SPENT = (
    "Sử dụng: làm sân 214,6 triệu đồng; mua sách 98,2 triệu đồng; 131 suất học bổng, mỗi suất "
    "500.000 đồng, cộng 65,5 triệu đồng. Tổng chi {} triệu đồng."
)


@pytest.mark.parametrize("text", [CLASSES.format("1.351"), GRADES.format("1.351")])
def test_right_totals_agree(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", [CLASSES.format("1.315"), GRADES.format("1.315"), SPENT.format("387,3")]
)
def test_a_slip_is_told(text: str) -> None:
    assert found(text) == ["A104"]


QUIET = [
    SPENT.format("378,3"),
    SPENT.format("412,5"),
    # others are not told
    "Khối 6: 372 em; khối 7: 318 em; khối 9: 285 em; toàn trường: 1.384 em.",
    "Huyện A 214 hộ nghèo; huyện B 187 hộ nghèo; huyện C 96 hộ nghèo; toàn tỉnh 1.497 hộ nghèo.",
    # means
    "Năng suất vụ xuân 52,4 tạ/ha; vụ hè 48,1 tạ/ha; vụ mùa 50,6 tạ/ha; toàn huyện 50,4 tạ/ha.",
    "Thu 341 tỷ đồng (26,6%), chi 562 tỷ đồng (43,8%), vay 358 tỷ đồng (27,9%); tổng dư nợ 1.483 "
    "tỷ đồng.",
    "Hỗ trợ 120 hộ, mỗi hộ 5 triệu đồng, hết 600 triệu đồng; mua giống 245 triệu đồng; tập huấn 36 "
    "triệu đồng. Tổng kinh phí được giao 918 triệu đồng.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []


def test_rates_near_a_whole_rate_are_tied_by_no_chance() -> None:
    text = (
        "Tin báo 214 vụ, án điểm đạt 4,5%; án rút gọn 38 vụ (bảo đảm 100% số vụ đúng hạn); án trả "
        "lại 11 vụ, tỷ lệ 0,7% (chỉ tiêu không quá 5%); truy tố đạt 99,9%."
    )
    assert built(text) == {}


def test_a_rate_is_not_of_what_is_told_behind_a_semicolon() -> None:
    text = (
        "Kết nạp 134 đảng viên, đạt 67% so với chỉ tiêu; xét chuyển cho 158 trường hợp; phát thẻ "
        "cho 236 đảng viên."
    )
    assert built(text) == {}
    right = "Tỷ lệ hộ có điện đạt 98,11%. Tổng số hộ là 4.715 hộ; số hộ có điện 4.626 hộ."
    assert built(right) == {"4.626 / 4.715 = 98,11%": "consistent"}
