"""Breakdowns in brackets and behind words that two exchanged digits keep from adding up."""

from __future__ import annotations

import pytest

from marks import built, found

STAFF = (
    "Bệnh viện có 310 giường (378 giường thực kê).\n\n"
    "Tổng số viên chức: {} người. Cơ cấu: bác sĩ 91, điều dưỡng 154, kỹ thuật viên 38, dược 22, "
    "hộ sinh 19, khác 54."
)
SURGERY = (
    "Thực hiện {} ca phẫu thuật, vượt {} ca so với kế hoạch (3.500 ca): loại đặc biệt 96 ca, loại "
    "I 1.208 ca, loại II 1.874 ca, loại III 460 ca."
)
NEEDS = (
    "Đề nghị bổ sung {} người cho giáo dục (mầm non 325 người, trong đó chuyển 210 người và tuyển "
    "mới 115 người; tiểu học 184 người; THCS 96 người; THPT 35 người)."
)
YEARS = "Giai đoạn 2021-2023 đã giảm {} biên chế (năm 2021: 72; năm 2022: 58; năm 2023: 44)."
FUNDS = "Vốn năm 2022 và năm 2023 là {} tỷ đồng (2022: 61,4 tỷ đồng, 2023: 97,8 tỷ đồng)."
AMONG = "Trong tổng số 864 người có {} công chức, 517 viên chức và 196 cán bộ cấp xã."

RIGHT = [
    (STAFF.format(378), "91 + 154 + 38 + 22 + 19 + 54 = 378"),
    (SURGERY.format("3.638", "138"), "96 + 1.208 + 1.874 + 460 = 3.638"),
    (NEEDS.format(640), "325 + 184 + 96 + 35 = 640"),
    (YEARS.format(174), "72 + 58 + 44 = 174"),
    (FUNDS.format("159,2"), "61.400 + 97.800 = 159.200 triệu"),
    (AMONG.format(151), "151 + 517 + 196 = 864"),
]


@pytest.mark.parametrize(("text", "equation"), RIGHT)
def test_it_is_built(text: str, equation: str) -> None:
    assert equation in built(text)
    assert found(text) == []


WRONG = [
    STAFF.format(387),
    NEEDS.format(604),
    YEARS.format(147),
    FUNDS.format("195,2"),
    "Trong tổng số 864 người có 151 công chức, 571 viên chức và 196 cán bộ cấp xã.",
    "Thực hiện 3.638 ca phẫu thuật, vượt 138 ca so với kế hoạch (3.500 ca): loại đặc biệt 96 ca, "
    "loại I 1.280 ca, loại II 1.874 ca, loại III 460 ca.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_told(text: str) -> None:
    assert found(text) == ["A104"]


QUIET = [
    # groups that overlap, others left out
    "Trong tổng số 864 người có 151 nữ, 571 đảng viên và 196 người dân tộc thiểu số.",
    "Đại hội bầu 51 ủy viên. Cơ cấu: nữ 13 người, trên 50 tuổi 22 người, dân tộc thiểu số 9 người.",
    "Giảm 26 vụ (12 vụ ma túy, 09 vụ trộm cắp).",
    "Tăng 341 hộ (xã A 121 hộ; xã B 104 hộ; xã C 78 hộ) so với năm trước.",
    # levels of other years
    "Dư nợ năm 2024 đạt 485,2 tỷ đồng (năm 2022: 412,6 tỷ đồng; năm 2023: 451,8 tỷ đồng).",
    "Giảm 136 biên chế (năm 2022: 61; năm 2023: 48).",
    # the parts of the change
    "Có 412 vụ, giảm 24 vụ so với cùng kỳ (436 vụ): ma túy giảm 14 vụ, trộm cắp giảm 10 vụ.",
    "Xử lý 412 vụ, tăng 24 vụ so với cùng kỳ (388 vụ): phạt tiền 1,2 tỷ đồng, tịch thu 34 xe.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_found_in_a_right_text(text: str) -> None:
    assert found(text) == []
