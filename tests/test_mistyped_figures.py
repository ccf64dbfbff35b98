"""Figures as typing and OCR spoil them: letters for digits, signs for %, lost blanks."""

from __future__ import annotations

import pytest

from extract import analyse
from extract.readers.text.reader import read_text

FIGURES = [
    ("Kết nạp 2I4 đảng viên, giảm 3O6 hộ nghèo, còn 4l hộ.", [("2I4", 214), ("3O6", 306)]),
    ("Bố trí l5 viên chức, lO2 phòng học, lO thôn.", [("l5", 15), ("lO2", 102)]),
    (
        "Có l.245 hộ, 3.l07 lao động, 1.2I6 lượt khám.",
        [("l.245", 1245), ("3.l07", 3107), ("1.2I6", 1216)],
    ),
    (
        "Tỷ lệ 18,4°/o; tăng 5,2 º/o; chiếm 12 o/o.",
        [("18,4°/o", 18.4), ("5,2 º/o", 5.2), ("12 o/o", 12)],
    ),
    (
        "Tỷ lệ nghèo12,5%, kinh phí hỗ trợ35 tỷ đồng, chiếm41 hộ.",
        [("12,5%", 12.5), ("35", 35e9), ("41", 41)],
    ),
    # what only looks like them
    ("Tuyến kênh I5, biểu l5a, mẫu O1; nước ở 15°/ngoài trời.", [("15", 15)]),
    ("Chính phủ1 giao cho các bộ2 thực hiện; vắc xin Covid19, biên chế12 của tỉnh.", []),
]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures_spoilt_by_ocr(text: str, figures: list[tuple[str, float]]) -> None:
    quantities = analyse(read_text(text, "x.txt")).quantities
    assert [(q.text, float(q.value)) for q in quantities] == figures
    assert all(text[q.start : q.end] == q.text for q in quantities)


@pytest.mark.parametrize(
    "text",
    [
        "Toàn huyện có 1.240 hộ nghèo, gồm xã A 512 hộ, xã B 3.40.5 hộ, xã C 388 hộ.",
        "Toàn huyện có 1.240 hộ nghèo, gồm: xã A 512 hộ; xã B34O hộ; xã C 388 hộ.",
        "Đã giúp 1.240 hộ nghèo, gồm: sửa chữa34 hộ; xây mới 512 hộ; cải tạo 694 hộ.",
        "Đầu năm có 8.821 đảng viên; kết nạp 214 đảng viên, chuyển đi 201 đảng viên, xóa "
        "tên 1,4,5 đảng viên; cuối năm còn 8.820 đảng viên.",
    ],
)
def test_a_figure_that_cannot_be_read_may_be_one_more_part(text: str) -> None:
    assert not analyse(read_text(text, "x.txt")).findings


@pytest.mark.parametrize(
    "text",
    [
        "Toàn huyện có 1.240 hộ nghèo, gồm xã A 512 hộ, xã B 304 hộ, xã C 388 hộ.",
        "Đã giúp 1.240 hộ nghèo, gồm: sửa chữa 43 hộ; xây mới 512 hộ; cải tạo 694 hộ.",
        "Đầu năm có 8.821 đảng viên; kết nạp 214 đảng viên, chuyển đi 201 đảng viên, xóa "
        "tên 145 đảng viên; cuối năm còn 8.820 đảng viên.",
    ],
)
def test_legible_parts_that_do_not_add_up_are_told(text: str) -> None:
    assert [f.code for f in analyse(read_text(text, "x.txt")).findings] == ["A104"]
