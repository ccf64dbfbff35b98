"""Slips that change how many digits a figure has, or where its comma stands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.find.binding.slip_search import sum_off, variants
from extract.model import Operand, Option, Quantity
from extract.values.formula import agrees
from extract.values.slips import miscounted, restored, undoubled
from marks import contradicted, found

SLIPS = [
    (  # a digit typed twice in the whole of a list behind a colon; 131 was meant
        "Tổng số vụ vi phạm phân loại là 1.331 vụ: vụ hành chính 19 vụ, vụ kinh tế 37 vụ, vụ môi "
        "trường 75 vụ.",
        "19 + 37 + 75 = 1.331",
    ),
    (  # of two digits; 34 was meant
        "Vốn bố trí cho 344 dự án: 21 dự án chuyển tiếp (318,6 tỷ đồng) và 13 dự án khởi công mới "
        "(203,0 tỷ đồng).",
        "21 + 13 = 344",
    ),
    (  # one left out; 1.034 was meant
        "Các huyện phát hiện 104 lao động: 218 lao động chưa được đóng, 397 lao động đóng thiếu "
        "thời gian, 419 lao động đóng thiếu mức.",
        "218 + 397 + 419 = 104",
    ),
    (  # the comma left out; 118,6 was meant
        "Kinh phí chi trả 1.186 tỷ đồng (ngân sách tỉnh 74,2 tỷ đồng, nguồn của các đơn vị 44,4 tỷ "
        "đồng).",
        "74.200 + 44.400 = 1.186.000 triệu",
    ),
    (  # a part; 197 was meant
        "Có 1.043 người được giải quyết, trong đó nghỉ hưu trước tuổi 836 người, thôi việc ngay "
        "1.977 người, chuyển sang nơi khác 10 người.",
        "836 + 1.977 + 10 = 1.043",
    ),
    (  # a change; 634 was meant
        "Đầu kỳ có 1.240 hộ, cuối kỳ có 1.874 hộ; số hộ tăng thêm 6.334 hộ.",
        "1.874 - 1.240 = 6.334",
    ),
    (  # a rate; 92,2% was meant
        "Đã thụ lý 1.846 vụ, giải quyết 1.702 vụ (922%).",
        "1.702 / 1.846 = 922%",
    ),
    (  # a rate of few digits right behind its part; 32,3% was meant
        "Số vụ việc thuộc thẩm quyền: 161 vụ; đã giải quyết 52 vụ, đạt 3,3%; còn 109 vụ.",
        "52 / 161 = 3,3%",
    ),
    (  # a part that is larger than its whole; 293 was meant
        "Kiểm sát việc tạm giữ 381 người; đã giải quyết 2.293 người, đạt 76,9%.",
        "2.293 / 381 = 76,9%",
    ),
    (  # 14,4 was meant
        "Thu tiền dịch vụ môi trường rừng 28,0 tỷ đồng; đã chi trả 114,4 tỷ đồng (đạt 51,4%).",
        "114.400 / 28.000 = 51,4%",
    ),
    (  # closed by its name, whatever opens the parts
        "Toàn tỉnh thực hiện 30 cuộc kiểm tra, giám sát (kiểm tra 18 cuộc, giám sát 21 cuộc).",
        "18 + 21 = 30",
    ),
    (
        "Huyện có 17 đơn vị hành chính cấp xã, trong đó 15 xã và 01 thị trấn.",
        "15 + 1 = 17",
    ),
]

QUIET = [
    # what is measured coarsely, another rate between a part and its share
    "Thu gom 164 tấn rác/ngày, tăng 9 tấn/ngày so với năm 2023 (155 tấn/ngày), đạt 62,6%, tăng "
    "1,2%.",
    "Doanh thu tăng từ 665 tỷ đồng lên 798 tỷ đồng, vượt 9,1% kế hoạch, đóng góp 8,3% GRDP.",
    # sorts of controls and of staff that are not all there are
    "Toàn Đảng bộ tiến hành 45 cuộc kiểm tra, giám sát; trong đó kiểm tra khi có dấu hiệu vi phạm "
    "3 cuộc, giám sát chuyên đề 14 cuộc.",
    "Xây dựng 30 cuộc kiểm tra, giám sát. Đã hoàn thành kiểm tra 12 cuộc, giám sát 7 cuộc.",
    "Toàn trường có 52 cán bộ, giáo viên, nhân viên, trong đó cán bộ quản lý 3, giáo viên 40, nhân "
    "viên 7, hợp đồng 2.",
    "Huyện có 17 đơn vị hành chính cấp xã (13 xã, 01 thị trấn, 03 phường).",
    # against what other places reach on average, not from one year to the next
    "Năm 2023 đạt 83,7%, năm 2024 đạt 72,2%, tăng 1,5% so với bình quân chung của cả nước.",
    "Năm 2022 là 5.310 tỷ đồng, năm 2023 là 7.450 tỷ đồng, tăng 140 tỷ đồng so với phương án đầu.",
    # of another sector
    "Cơ cấu lao động chuyển dịch: nông nghiệp còn 25,8%, giảm 1,9% (năm trước 27,7%); công nghiệp "
    "36,9%, tăng 1,1%; còn lại là dịch vụ.",
    # the most of them
    "Phát hiện 1.331 vụ, trong đó chủ yếu là vụ hành chính 319 vụ, vụ kinh tế 237 vụ.",
    # the most of them, round figures
    "Hỗ trợ 500 hộ làm nhà (huyện Bình An 30 hộ, huyện Tân Hòa 20 hộ).",
    "Bố trí 120,0 tỷ đồng cho ngành y tế (bệnh viện 7 tỷ đồng, trạm y tế 5 tỷ đồng).",
    # what each place has
    "Quân số gọi huấn luyện 1.117 đồng chí, có mặt 792 đồng chí, vắng 325 đồng chí (có lý do 33, "
    "không lý do 29 và chưa xác minh số còn lại).",
]


@pytest.mark.parametrize(("text", "expression"), SLIPS)
def test_a_digit_typed_twice_or_left_out_is_told(text: str, expression: str) -> None:
    assert contradicted(text) == [expression]
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", QUIET)
def test_figures_that_one_typed_twice_ties_by_chance_are_left(text: str) -> None:
    assert found(text) == []


def test_digits_typed_twice_or_left_out() -> None:
    assert miscounted("1331", "131")
    assert miscounted("344", "34")
    assert miscounted("104", "1034")
    assert not miscounted("44", "4")
    assert not miscounted("500", "50")
    assert not miscounted("104", "1040")
    assert not miscounted("14", "114")
    assert not miscounted("1321", "131")
    assert list(undoubled("3112")) == ["312"]
    assert list(undoubled("4444")) == ["444"]
    assert "1034" in restored("104")
    assert "0104" not in restored("104")


def _figure(name: str, value: str, step: str = "0") -> Quantity:
    v, half = Decimal(value), Decimal(step) / 2
    return Quantity(name, 0, 0, 0, 0, value, v, v - half, v + half, None, None, step=Decimal(step))


SUMS = [
    (_figure("t", "1331"), [_figure("a", "19"), _figure("b", "37"), _figure("c", "75")], True),
    (
        _figure("t", "118.6", "0.1"),
        [_figure("a", "74.25", "0.01"), _figure("b", "444.4", "0.1")],
        True,
    ),
    (
        _figure("t", "52.3", "0.1"),
        [_figure("a", "34.1", "0.1"), _figure("b", "24.12", "0.01")],
        True,
    ),
    (_figure("t", "900"), [_figure("a", "211"), _figure("b", "333")], False),
]


@pytest.mark.parametrize(("stated", "parts", "explained"), SUMS)
def test_slips_that_lead_elsewhere_explain_no_sum(
    stated: Quantity, parts: list[Quantity], explained: bool
) -> None:
    option, own = Option("sum", tuple(Operand(q.id) for q in parts)), {q.id: q for q in parts}
    off = sum_off(option, stated, own)
    assert off is not None
    fitting = 0
    for slip in (s for slips in variants([stated, *parts]) for s in slips):
        q, meant = slip.figure, slip.meant()
        if agrees(option, meant if q is stated else stated, {**own, q.id: meant}):
            assert slip.leads(off), slip
            fitting += 1
    assert bool(fitting) == explained
    percent = Option("percent", option.operands[:2])
    assert sum_off(percent, stated, own) is None
