"""Shares, differences and changes that words alone tie to their figures: what a rate is measured
on, what is left, what came back. Right, wrong and misleading sentences."""

from __future__ import annotations

import pytest

from marks import judged

# text with a place for the figure in question, the right one, a slip of it
TOLD = [
    # rates that name what they are measured on
    (
        "Thụ lý 820 vụ/1.450 bị cáo; giải quyết 779 vụ/1.334 bị cáo, đạt 95,0% về số vụ và {} về "
        "số bị cáo.",
        "92,0%",
        "82,0%",
    ),
    (
        "Đoàn kiểm tra 420 cơ sở và 1.310 hộ kinh doanh. Phát hiện 63 cơ sở và 118 hộ kinh doanh "
        "vi phạm (15,0% số cơ sở và {} số hộ được kiểm tra).",
        "9,0%",
        "6,0%",
    ),
    (
        "Phải thi hành 3.200 việc với 145,0 tỷ đồng; đã thi hành xong 2.560 việc với 58,0 tỷ "
        "đồng, đạt 80,0% về việc và {} về tiền.",
        "40,0%",
        "41,0%",
    ),
    # a bracket that hard wrapping leaves at the head of a line
    (
        "Toàn tỉnh có 21.460 học sinh lớp 5, gồm 10.980 nam và 10.480 nữ; tăng {} em so với năm "
        "học 2022 - 2023\n(20.325 em), hay 5,6%.",
        "1.135",
        "1.153",
    ),
]

QUIET = [
    # each of a plan of its own
    "Giao 820 vụ, 1.450 hồ sơ. Xong 779 vụ, 1.334 hồ sơ, đạt 87,2% về kế hoạch và 92,0% về số hồ "
    "sơ.",
    # rates of two other things
    "Nhận 640 đơn và 905 lượt người. Xử lý 608 đơn, tiếp 724 lượt người; hài lòng 61,0% về thủ "
    "tục và 77,0% về thái độ.",
    # no line begins a paragraph with a bracket in small letters, a title may with capitals
    "Phương án sắp xếp các thôn trên địa bàn huyện và các xã lân cận năm 2022\n(Kèm theo Tờ trình "
    "số 12/TTr-UBND)",
]


def _shown(figure: str) -> str:
    """A figure as an equation shows it: 15,0% as 15%."""
    number = figure.rstrip("%")
    plain = number.rstrip("0").rstrip(",") if "," in number else number
    return plain + figure[len(number) :]


@pytest.mark.parametrize(("text", "right", "slip"), TOLD)
def test_right_ones_agree(text: str, right: str, slip: str) -> None:
    relations, findings = judged(text.format(right))
    told = {k: v for k, v in relations.items() if _shown(right) in k}
    assert "consistent" in told.values() and findings == []


@pytest.mark.parametrize(("text", "right", "slip"), TOLD)
def test_slips_are_found(text: str, right: str, slip: str) -> None:
    relations, findings = judged(text.format(slip))
    told = {k: v for k, v in relations.items() if _shown(slip) in k}
    assert "inconsistent" in told.values() and findings


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert judged(text)[1] == []
