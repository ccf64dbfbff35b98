"""Rows of several figures told in prose: what one column proves, a slip in another breaks."""

from __future__ import annotations

import pytest

from marks import built, found

BROKEN = [
    # wholes and parts by other words, told in turn
    (
        "Nhà thầu triển khai 9 mũi thi công với 184 máy móc, thiết bị và 462 nhân lực, gồm: nhà "
        "thầu thứ nhất 4 mũi, 101 máy, {} người; nhà thầu thứ hai 5 mũi, 83 máy, 155 người.",
        "307",
        "370",
    ),
    # a row to each item, in a bracket
    (
        "Tổng cộng 31 mũi thi công, 467 máy móc thiết bị, 905 nhân lực, gồm:\n- Nền đường (số mũi "
        "thi công: 17; số máy móc, thiết bị: {}; nhân lực: 498);\n- Cầu (số mũi thi công: 12; số "
        "máy móc, thiết bị: 170; nhân lực: 336);\n- Hầm (số mũi thi công: 02; số máy móc, thiết "
        "bị: 43; nhân lực: 71).",
        "254",
        "245",
    ),
    # rows joined by "và"
    (
        "Có 2.715 lượt góp vốn với tổng giá trị 3,82 tỷ USD, tăng 41,2%, trong đó 389 lượt "
        "làm tăng "
        "vốn điều lệ với giá trị {} tỷ USD và 2.326 lượt mua lại cổ phần với giá trị 2,46 tỷ USD.",
        "1,36",
        "1,63",
    ),
    # lengths of bridges, some of them flyovers
    (
        "Phần cầu gồm 27 cầu, tổng chiều dài 7.048,3 m, trong đó: 23 cầu trên tuyến chính dài "
        "{} m; 04 cầu vượt dài 402,7 m.",
        "6.645,6",
        "6.654,6",
    ),
    # two rows in a bracket right behind their wholes
    (
        "Công an tỉnh thụ lý 23 vụ, 57 bị can (trong đó kỳ trước chuyển sang 14 vụ, {} bị "
        "can; khởi tố trong kỳ 09 vụ, 22 bị can).",
        "35",
        "53",
    ),
    # a row to each bracket of a sentence
    (
        "Tổng cộng 31 mũi, 467 máy móc thiết bị, 905 nhân lực: nền đường (số mũi: 17; máy móc, "
        "thiết bị: 254; nhân lực: {}); cầu (số mũi: 12; máy móc, thiết bị: 170; nhân lực: "
        "336); hầm (số mũi: 02; máy móc, thiết bị: 43; nhân lực: 71).",
        "498",
        "489",
    ),
    # all rows in one bracket
    (
        "Thụ lý 41 vụ, 83 bị can (trong đó: án cũ 17 vụ với 31 bị can; án mới 13 vụ với 36 bị can; "
        "phục hồi điều tra 06 vụ với {} bị can; nhận lại 05 vụ với 07 bị can).",
        "09",
        "90",
    ),
    # sentences of changes between the rows
    (
        "Toàn tỉnh xảy ra 214 vụ, làm chết 103 người, bị thương 171 người. So với cùng kỳ giảm 31 "
        "vụ, giảm 9 người chết, tăng 4 người bị thương. Đường bộ xảy ra 198 vụ, làm chết {} người, "
        "bị thương 163 người. So với cùng kỳ giảm 30 vụ, giảm 8 người chết. Đường sắt xảy ra 16 "
        "vụ, làm chết 12 người, bị thương 8 người. So với cùng kỳ giảm 1 vụ.",
        "91",
        "81",
    ),
    # four columns, two of each unit, behind a sentence of changes
    (
        "Hai cấp thụ lý 4.415 việc với 61,2 tỷ đồng, đã thi hành 3.902 việc với 47,6 tỷ đồng. So "
        "với năm trước, thụ lý tăng 214 việc với 3,1 tỷ đồng; thi hành tăng 187 việc với 2,9 tỷ "
        "đồng. Trong đó, án dân sự thụ lý 2.640 việc với 33,5 tỷ đồng, đã thi hành {} việc với "
        "26,1 tỷ đồng; án kinh doanh thụ lý 1.203 việc với 19,4 tỷ đồng, đã thi hành 1.020 việc "
        "với 15,2 tỷ đồng; án lao động thụ lý 572 việc với 8,3 tỷ đồng, đã thi hành 524 việc với "
        "6,3 tỷ đồng.",
        "2.358",
        "2.538",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), BROKEN)
def test_a_slip_in_one_column_is_found(text: str, right: str, wrong: str) -> None:
    assert found(text.format(right)) == []
    assert found(text.format(wrong)) == ["A104"]


QUIET = [
    # one column is not divided by the rows
    "Tiếp 540 lượt với 612 người, trong đó: cấp tỉnh 200 lượt, 150 người được bồi dưỡng; cấp huyện "
    "340 lượt, 98 người được bồi dưỡng.",
    # places that several rows may share
    "Dịch xảy ra tại 4.115 xã thuộc 402 huyện, tiêu hủy 2.315.440 con. Trong đó, 3.002 xã "
    "thuộc 402 "
    "huyện, tiêu hủy 1.704.210 con chưa qua 30 ngày; 1.113 xã thuộc 240 huyện, tiêu hủy 611.230 "
    "con đã qua 30 ngày.",
    # nothing agrees
    "Có 41 vụ, 83 bị can. Năm trước: án cũ 7 vụ với 12 bị can; án mới 9 vụ với 21 bị can.",
    # no slip explains what one column misses
    "Giao 905 nhân lực, 467 máy: nền đường 498 nhân lực, 113 máy; cầu 407 nhân lực, 170 máy.",
]


@pytest.mark.parametrize("text", QUIET)
def test_rows_that_prove_nothing_are_quiet(text: str) -> None:
    assert found(text) == []


def test_rows_that_tell_less_than_those_before_them() -> None:
    text = (
        "Xảy ra 214 vụ, làm chết 103 người, bị thương 171 người.\nĐường bộ xảy ra 190 vụ, làm chết "
        "85 người, bị thương 163 người.\nĐường sắt xảy ra 12 vụ, làm chết 9 người, bị thương 8 "
        "người.\nĐường thủy xảy ra 8 vụ, làm chết 6 người.\nHàng hải xảy ra 4 vụ, làm chết 3 người."
    )
    assert {"85 + 9 + 6 + 3 = 103", "163 + 8 = 171"} <= set(built(text))
