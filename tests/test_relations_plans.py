"""Levels beside plans and terms of comparison, and the bodies that reached them."""

from __future__ import annotations

import pytest

from marks import built, found

WRONG = [
    # what is counted has a name of several words
    ("Có đường nhựa 125/152 thôn, bản (82,8%), tăng 9 thôn.", "A103"),
    ("Đến nay 07/09 huyện, thị xã, thành phố (78,7%) có trung tâm phục vụ.", "A103"),
    ("Có 31/44 cơ quan, đơn vị được kiểm tra (74,5%).", "A103"),
    # a rate beside its plan
    ("Tỷ lệ che phủ rừng đạt 51,3%, thấp hơn kế hoạch 0,8% (kế hoạch 51,2%).", "A105"),
    ("Tỷ lệ giải quyết đạt 93,6%, vượt 6,3% so với chỉ tiêu ngành giao (từ 90% trở lên).", "A101"),
    ("Tỷ lệ bao phủ 94,2%, vượt 3,2% so với chỉ tiêu 92%.", "A101"),
    # what an index is above 100, told again
    ("Thu thuế đạt 108,4% dự toán, vượt 8,9%.", "A102"),
    ("Sản lượng bằng 92,6% so với cùng kỳ (giảm 4,7%).", "A102"),
    # what a total was raised from stands beside it
    (
        "Vụ này trồng mới 64 ha, đưa tổng diện tích chè lên 731 ha (cuối năm 2018 là 657 ha).",
        "A104",
    ),
    ("Trong năm kết nạp 83 hội viên, nâng tổng số hội viên từ 1.214 lên 1.279 hội viên.", "A104"),
]
QUIET = [
    ("Vụ này trồng mới 64 ha, đưa tổng diện tích chè lên 721 ha (cuối năm 2018 là 657 ha)."),
    # others may have left
    ("Trong năm kết nạp 83 hội viên, nâng tổng số hội viên từ 1.214 lên 1.250 hội viên."),
    ("Có đường nhựa 125/152 thôn, bản (82,2%), tăng 9 thôn."),
    # what each of them reached
    ("Có 8/9 huyện, thị xã, thành phố đạt tỷ lệ giải ngân trên 95%."),
    ("Có 8/9 huyện đạt tỷ lệ giải ngân trên 95%, riêng huyện Sơn Tây đạt 88%."),
    ("Tỷ lệ giải quyết đạt 93,6%, vượt 3,6% so với chỉ tiêu ngành giao (từ 90% trở lên)."),
    # of other bases
    ("Thu thuế đạt 108,4% dự toán, tăng 12,6% so với cùng kỳ."),
    ("Thu thuế đạt 108,4% dự toán, vượt 12,6% so với mức thu của năm trước."),
    ("Thu thuế đạt 108,4% dự toán, vượt 8,4%."),
    # the rate has a base of its own behind it
    (
        "Sản lượng đạt 31.640 tấn, vượt 640 tấn so với kế hoạch (31.000 tấn), tăng 5,5% so với năm "
        "2021 (29.990 tấn)."
    ),
    # what another item was compared with
    (
        "- Điều trị nội trú: 42.510 lượt, tăng 2.310 lượt so với năm 2021 (40.200 lượt).\n"
        "- Chuyển viện 6.120 lượt, so với năm 2021 giảm 680 lượt (giảm 10%).\n"
    ),
    # an average over a time told before it
    ("Tiết kiệm được 250,3 tỷ đồng; tính bình quân 4 năm, mỗi năm tiết kiệm 62,6 tỷ đồng."),
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_a_contradiction_is_found(text: str, code: str) -> None:
    assert found(text) == [code]


@pytest.mark.parametrize("text", QUIET)
def test_a_like_text_is_quiet(text: str) -> None:
    assert found(text) == []


def test_a_figure_behind_the_year_it_was_reached_in_is_read() -> None:
    text = "Tổng thu cả năm 4.410.000, đạt 105,0% dự toán (4.200.000), tăng 6,3% so với năm 2022."
    assert built(text) == {"4.410.000 / 4.200.000 = 105%": "consistent"}
