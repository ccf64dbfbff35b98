"""Sums and remainders that were passed over: people of cases called by how far these have got,
thousands of days, a breakdown whose levels follow, what is left behind the rate of an x/y."""

from __future__ import annotations

import pytest

from marks import built, found

LEVELS = (
    "Cấp tỉnh: giải quyết 41.200 hồ sơ; trong đó, đúng hạn 40.600 hồ sơ; quá hạn 600 hồ sơ.\n"
    "Cấp huyện: giải quyết 261.280 hồ sơ; trong đó, đúng hạn 257.050 hồ sơ; quá hạn 4.230 hồ sơ.\n"
    "Cấp xã: giải quyết 210.000 hồ sơ; trong đó, đúng hạn 207.530 hồ sơ.\n"
)

RIGHT = [
    (
        "Phát hiện 120 vụ, 185 đối tượng. Đã khởi tố 80 vụ, 131 bị can; xử lý hành chính 40 vụ, 54 "
        "đối tượng.",
        "131 + 54 = 185",
    ),
    (
        "Tổng ngày khách phục vụ ước đạt 2.418,6 nghìn ngày, tăng 10,5%; trong đó, ngày khách quốc "
        "tế 1.287,4 nghìn ngày, tăng 12,1%; ngày khách trong nước 1.131,2 nghìn ngày, tăng 8,6%.",
        "1.287.400 + 1.131.200 = 2.418.600",
    ),
    ("Đã giải quyết 245/326 vụ việc (75,2%), còn lại 81 vụ việc.", "326 - 245 = 81"),
]

QUIET = [
    # people of some of the cases, others not told
    "Phát hiện 120 vụ, 185 đối tượng. Đã khởi tố 62 vụ, 101 bị can; xử phạt 40 vụ, 45 đối tượng.",
    "Khởi tố 62 vụ, 101 bị can; truy tố 55 vụ, 93 bị can; xét xử 50 vụ, 88 bị cáo.",
    # times that are no sum
    "Thời hạn giải quyết 15 ngày, trong đó cấp xã 5 ngày, cấp huyện 7 ngày.",
    "Tổng số ngày nghỉ là 500 ngày, trong đó nghỉ ốm 300 ngày, nghỉ thai sản 190 ngày.",
    # some of what is left
    "Đã giải quyết 245/326 vụ việc, đạt 75,2%, còn lại 36 vụ việc phức tạp.",
    "Đã giải quyết 245/326 vụ việc, đạt 75,2%, còn 35 vụ việc.",
    "Đã giải quyết 245/326 vụ việc, đạt 75,2%, còn lại 36 vụ việc quá hạn và 43 vụ việc trong hạn.",
    "Có 245/326 thôn có nhà văn hóa, đạt 75,2%, còn lại 35 thôn dùng chung với thôn khác.",
    # a breakdown that the levels do not contradict
    f"Trong quý, tỉnh đã giải quyết 512.480 hồ sơ; trong đó, đúng hạn 505.180 hồ sơ, chiếm 98,58%; "
    f"quá hạn 7.300 hồ sơ, chiếm 1,42%.\n{LEVELS}",
]

WRONG = [
    (
        "Phát hiện 120 vụ, 185 đối tượng. Đã khởi tố 80 vụ, 131 bị can; xử lý hành chính 40 vụ, 45 "
        "đối tượng.",
        "A104",
    ),
    (
        "Tổng ngày khách phục vụ ước đạt 2.418,6 nghìn ngày, tăng 10,5%; trong đó, ngày khách quốc "
        "tế 1.287,4 nghìn ngày, tăng 12,1%; ngày khách trong nước 1.113,2 nghìn ngày, tăng 8,6%.",
        "A104",
    ),
    ("Đã giải quyết 245/326 vụ việc, đạt tỷ lệ 75,2%, còn lại 36 vụ việc.", "A101"),
    ("Đã giải quyết 245/326 vụ việc (đạt 75,2%), còn lại 18 vụ việc đang xem xét.", "A101"),
    (
        f"Trong quý, tỉnh đã giải quyết 512.480 hồ sơ; trong đó, đúng hạn 505.170 hồ sơ, chiếm "
        f"98,57%; quá hạn 7.300 hồ sơ, chiếm 1,42%.\n{LEVELS}",
        "A104",
    ),
]


@pytest.mark.parametrize(("text", "expression"), RIGHT)
def test_right(text: str, expression: str) -> None:
    assert expression in built(text)
    assert found(text) == []


@pytest.mark.parametrize("text", QUIET)
def test_quiet(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong(text: str, code: str) -> None:
    assert found(text) == [code]


def test_a_fall_starts_from_no_smaller_level_of_a_sentence_before() -> None:
    text = "Đầu thú 7 đối tượng. Toàn tỉnh còn 42 đối tượng truy nã, giảm 25 đối tượng."
    assert found(text) == []
    wrong = "Năm trước có 1.260 vụ vi phạm. Năm nay có 1.104 vụ vi phạm, giảm 165 vụ."
    assert found(wrong) == ["A101"]


def test_breakdowns_that_a_comma_opens() -> None:
    text = (
        "Ghi nhận 41 trường hợp, gồm: 7 trường hợp cộng đồng, 34 trường hợp đã cách ly. Theo phân "
        "loại, có 35 trường hợp nguy cơ thấp, 4 trường hợp trung bình, 2 trường hợp cao. Theo phân "
        "tầng điều trị có 6 trường hợp tầng 1, 1 trường hợp tầng 2, 34 trường hợp tại nhà."
    )
    assert {"35 + 4 + 2 = 41", "6 + 1 + 34 = 41"} <= set(built(text))
    assert found(text) == []
    some = "Có 412 vụ. Theo lĩnh vực, có 203 vụ dân sự, 128 vụ hôn nhân."
    assert found(some) == []
