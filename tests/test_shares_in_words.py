"""Shares, differences and changes that words alone tie to their figures: what a rate is measured
on, what is left, what came back. Right, wrong and misleading sentences."""

from __future__ import annotations

import pytest

from marks import found, judged

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
    # units merged, units kept, and what there is then
    (
        "1. Thị xã có 164 tổ dân phố.\n\n2. Sáp nhập 82 tổ dân phố thành 39 tổ dân phố mới; giữ "
        "nguyên {} tổ dân phố.",
        "82",
        "92",
    ),
    ("Huyện có 210 bản. Trong đó 75 bản phải sáp nhập, {} bản giữ nguyên.", "135", "153"),
    (
        "Sáp nhập 60 thôn thành 28 thôn mới; giữ nguyên 74 thôn. Sau sắp xếp, toàn huyện còn {} "
        "thôn.",
        "102",
        "112",
    ),
    # what did not come about, of a whole and what did
    ("Có 860 thí sinh đăng ký, đến thi 842 thí sinh, số thí sinh vắng là {}.", "18", "28"),
    ("Đã gọi 12.640 cuộc, kết nối được 11.890 cuộc, không kết nối được {} cuộc.", "750", "760"),
    ("Sát hạch 1.840 học viên, đỗ 1.512, trượt {}.", "328", "382"),
    # what is without a thing that has just been counted
    (
        "1. Huyện hiện có 146 xóm.\n\n2. Nhà văn hóa: 133 nhà, còn {} xóm chưa có nhà văn hóa.",
        "13",
        "23",
    ),
    # the whole and the other part in a bracket
    ("Có {} hồ sơ quá hạn (tổng số 1.240 hồ sơ, đúng hạn 1.186 hồ sơ).", "54", "45"),
    # sizes that name the sorts of a list
    (
        "1. Thị xã hiện có 146 tổ dân phố.\n\n2. Phân loại theo quy mô:\n\n* Tổ dưới 80 hộ: 21 "
        "(chiếm {})\n* Tổ từ 80 đến dưới 120 hộ: 59 (chiếm 40,41%)\n* Tổ từ 120 đến dưới 200 hộ: "
        "48 (chiếm 32,88%)\n* Tổ từ 200 hộ trở lên: 18 (chiếm 12,33%)",
        "14,38%",
        "41,38%",
    ),
    # a small figure alone in a bracket after the time compared with
    ("Số bị sửa 64, tăng {} so với năm 2019 (51).", "13", "31"),
    ("Số án hủy là 32, giảm {} so với năm trước (49).", "17", "27"),
    # a share in a sentence of its own, after its part and its whole
    (
        "Có 9.640 thí sinh đăng ký dự thi, thực tế dự thi 9.600 em. Số trúng tuyển là 7.392 em. "
        "Tính trên số dự thi, tỷ lệ trúng tuyển là {}.",
        "77,0%",
        "79,0%",
    ),
    (
        "Phát 3.400 phiếu, thu về 3.200 phiếu, hài lòng 2.976 phiếu. Tỷ lệ hài lòng trên số phiếu "
        "thu về là {}.",
        "93,0%",
        "39,0%",
    ),
    (
        "Ban Chỉ đạo đề ra 80 nhiệm vụ; tới nay xong 58 nhiệm vụ, đang làm 22 nhiệm vụ. Như vậy "
        "mức hoàn thành kế hoạch là {}.",
        "72,5%",
        "75,2%",
    ),
    (
        "Cả tỉnh có 43.200 hội viên.\n\nTrong năm khen thưởng 648 hội viên. Số hội viên được khen "
        "thưởng đạt {} so với tổng số hội viên.",
        "1,50%",
        "1,05%",
    ),
    # a share of the people
    (
        "Xã có 12 thôn với 2.150 hộ, 8.600 nhân khẩu.\n\nLực lượng dân quân 129 đ/c đạt {} dân số.",
        "1,50%",
        "1,05%",
    ),
    (
        "Dân số toàn huyện 96.400 người.\n\nCó 84.832 người tham gia bảo hiểm y tế, đạt {} dân số.",
        "88,0%",
        "83,0%",
    ),
    # two changes, then the two levels before them in a bracket
    (
        "Chỉ tiêu lớp 6: 310 lớp với 13.240 học sinh, tăng 16 lớp, {} học sinh so với năm học 2023 "
        "- 2024 (294 lớp, 12.585 học sinh).",
        "655",
        "565",
    ),
    (
        "Có 215 đoàn viên, 48 hội viên; tăng {} đoàn viên và 9 hội viên so với năm 2021 (187 đoàn "
        "viên và 39 hội viên).",
        "28",
        "82",
    ),
    # staff short of what was granted, told by another word
    ("Đội có 96 cán bộ/120 biên chế được giao, đạt 80%, thiếu {} người.", "24", "34"),
    # a bracket that a hard wrap cuts
    (
        "Nhân lực: 1.824 đăng kiểm viên, sụt {} người so với cuối năm 2022 (gồm cả hợp đồng,\n"
        "2.176 người).",
        "352",
        "532",
    ),
    # what came back since the time whose level stands in a bracket
    (
        "Đang hoạt động 238 cơ sở. So với tháng 5/2022 (thời điểm thấp nhất, chỉ 164 cơ sở làm "
        "việc), số cơ sở mở cửa trở lại là {}.",
        "74",
        "84",
    ),
    (
        "Nay có 210 cơ sở. So với tháng 5/2022 (chỉ 150 cơ sở làm việc), số cơ sở mở cửa trở lại "
        "là 60, tương đương mức tăng {}.",
        "40,0%",
        "44,0%",
    ),
    # a plan that has a name
    (
        "Vốn kế hoạch 640 tỷ đồng (vốn ODA 240 tỷ đồng; vốn đối ứng 400 tỷ đồng). Đã giải ngân vốn "
        "ODA 156 tỷ đồng, đạt {} kế hoạch vốn ODA; vốn đối ứng 300 tỷ đồng.",
        "65,0%",
        "56,0%",
    ),
    # a share between a part and the rest of its whole
    (
        "Vốn năm 2023 đã phân bổ 2.450,0 tỷ đồng; giải ngân đến 30/9 là 1.568,0 tỷ đồng, đạt {} "
        "kế hoạch, còn 882,0 tỷ đồng phải giải ngân.",
        "64,0%",
        "46,0%",
    ),
    # a difference whose terms a bracket names
    (
        "Tổng thu 7.640.215 triệu đồng, tổng chi 7.218.640 triệu đồng. Kết dư (thu trừ chi) là {} "
        "triệu đồng.",
        "421.575",
        "421.675",
    ),
]

QUIET = [
    # two figures of one name
    "Tổng thu 7.640 triệu đồng, thu phí 512 triệu đồng, tổng chi 7.218 triệu đồng. Số dư (thu trừ "
    "chi) là 424 triệu đồng.",
    # two plans of one name
    "Dự toán thu nội địa tỉnh giao 1.500 tỷ đồng, dự toán thu nội địa huyện giao 1.640 tỷ đồng. "
    "Thu được 1.230 tỷ đồng, bằng 28,0% dự toán thu nội địa.",
    # nothing is compared with the bracket
    "Hiện có 520 hộ, dân tộc Dao nhiều nhất (478 hộ), số hộ quay lại là 52.",
    # what is measured on is not told
    "Có 9.640 thí sinh đăng ký. Số trúng tuyển là 7.392 em. Tính trên chỉ tiêu, tỷ lệ trúng tuyển "
    "là 79,0%.",
    # a part of the people
    "Xã có 8.600 nhân khẩu.\n\nThanh niên 1.290 người, đạt 51,0% dân số trong độ tuổi.",
    # of two places nobody can tell which
    "Toàn huyện có 9.640 hộ, cả tỉnh có 96.120 hộ.\n\nCòn 482 hộ nghèo. Số hộ nghèo chiếm 6,0% "
    "tổng số hộ ven biển.",
    # the brackets number what is told
    "Tập trung: tăng 13 lớp so với năm 2019; (2) giảm 31 phòng; (3) sửa 64 nhà.",
    # more of those who did not come are told
    "Có 860 thí sinh đăng ký, đến thi 812 thí sinh, vắng có lý do 28 thí sinh, không lý do 20.",
    # the thing that they are without is not what was counted
    "1. Huyện hiện có 146 xóm.\n\n2. Trường học: 133 trường, còn 23 xóm chưa có điện lưới.",
    # a bracket that tells more parts
    "Có 45 hồ sơ quá hạn (tổng số 1.240 hồ sơ, đúng hạn 1.086 hồ sơ, trước hạn 100 hồ sơ).",
    # what there is then counts something else
    "Sáp nhập 60 thôn thành 28 thôn mới; giữ nguyên 74 thôn. Sau sắp xếp, toàn huyện có 12 xã.",
    # of two wholes nobody can tell which
    "Miền xuôi có 240 thôn, miền núi có 310 thôn. Sáp nhập 96 thôn, giữ nguyên 154 thôn.",
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
    assert found(text) == []
