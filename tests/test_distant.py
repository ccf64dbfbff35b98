"""Relations of figures far apart: wholes told elsewhere, columns in prose, shares of far levels."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text

AGREE = [
    (  # by a criterion, two paragraphs later
        "Toàn huyện có 4.318 hộ trồng chè.\n\nNăng suất tiếp tục tăng.\n\nXét theo địa bàn, vùng "
        "cao có 2.904 hộ, vùng thấp có 1.414 hộ.",
        "2.904 + 1.414 = 4.318",
    ),
    (  # the unit told once
        "Trong kỳ, đơn vị tiếp nhận 1.246 đơn các loại.\n\nChia theo nội dung, tiếp nhận gồm: "
        "khiếu nại 418 đơn, tố cáo 96, kiến nghị 732.",
        "418 + 96 + 732 = 1.246",
    ),
    (  # the rest named
        "Đưa 1.735 người đi làm việc ở nước ngoài.\n\nThị trường Nhật Bản nhận 812 người, Đài Loan "
        "506 người, Hàn Quốc 301 người; số còn lại là 116 người.",
        "812 + 506 + 301 + 116 = 1.735",
    ),
    (
        "Cả năm cấp 6.120 giấy phép.\n\nQuý I cấp 1.304 giấy phép, quý II 1.588 giấy phép, quý III "
        "1.647 giấy phép. Quý IV cấp 1.581 giấy phép.",
        "1.304 + 1.588 + 1.647 + 1.581 = 6.120",
    ),
    (
        "Các trường tuyển 412 sinh viên cao đẳng, 1.306 học sinh trung cấp và 2.518 người học nghề "
        "ngắn hạn. Tổng số tuyển sinh vì vậy là 4.236 người.",
        "412 + 1.306 + 2.518 = 4.236",
    ),
    (
        "Chi trả cho người cao tuổi (3.412 người), người khuyết tật (1.906 người) và trẻ mồ côi "
        "(214 em), với tổng số 5.532 người.",
        "3.412 + 1.906 + 214 = 5.532",
    ),
    (
        "Thụ lý 214 vụ - 388 bị can. Giải quyết 205 vụ - 371 bị can. Cụ thể: truy tố 196 vụ - 352 "
        "bị can; đình chỉ 04 vụ - 07 bị can; trả hồ sơ điều tra bổ sung 05 vụ - 12 bị can. Còn lại "
        "09 vụ - 17 bị can.",
        "388 - 371 = 17",
    ),
    (
        "Toàn xã có 3.284 hộ nghèo.\n\nHộ nghèo do thiếu vốn có 1.126 hộ, tỷ trọng 34,3%.",
        "1.126 / 3.284 = 34,3%",
    ),
    (
        "Đã giải quyết 638 hồ sơ, chưa giải quyết 71 hồ sơ. Trong số đã giải quyết, trả trước hạn "
        "417 hồ sơ, bằng 65,36%.",
        "417 / 638 = 65,36%",
    ),
    (
        "Kết quả xếp loại: 21,4% xuất sắc, 63,1% tốt, 15,5% hoàn thành, tổng các mức bằng 100%.",
        "21,4 + 63,1 + 15,5 = 100%",
    ),
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_far_relations_are_built(text: str, expression: str) -> None:
    report = analyse(read_text(text, "t.txt"))
    assert expression in {r.expression for r in report.relations if r.verdict == "consistent"}
    assert report.findings == ()


WRONG = [
    (  # a swap in a part
        "Toàn huyện có 4.318 hộ trồng chè.\n\nXét theo địa bàn, hộ trồng chè vùng cao có 2.940 hộ, "
        "vùng thấp có 1.414 hộ.",
        "2.940",
    ),
    (  # one part left out
        "Hạt tổ chức 38 đợt ban ngày, 24 đợt ban đêm và 9 đợt liên ngành; cả thảy 62 đợt.",
        "62",
    ),
    (
        "Thụ lý 214 vụ - 388 bị can. Giải quyết 205 vụ - 371 bị can. Xét xử 190 vụ - 340 bị can. "
        "Còn lại 09 vụ - 19 bị can.",
        "19",
    ),
    (
        "Toàn tỉnh có 8.412 hộ nghèo.\n\nHai huyện có 6.184 hộ, chiếm tới 75,3% số hộ nghèo toàn "
        "tỉnh.",
        "75,3%",
    ),
    (
        "Đã giải quyết 638 hồ sơ, chưa giải quyết 71 hồ sơ. Trong số đã giải quyết, trả trước hạn "
        "417 hồ sơ, bằng 63,56%.",
        "63,56%",
    ),
    (
        "Cơ cấu lao động (tổng số 100%): nông nghiệp 37,6%; công nghiệp 25,1%; dịch vụ 39,3%.",
        "100%",
    ),
]


@pytest.mark.parametrize(("text", "stated"), WRONG)
def test_far_contradictions_are_found(text: str, stated: str) -> None:
    report = analyse(read_text(text, "t.txt"))
    by_id = {q.id: q.text for q in report.quantities}
    wrong = [by_id[r.stated] for r in report.relations if r.verdict == "inconsistent"]
    assert wrong == [stated]


QUIET = [
    # one group within another
    "Hạt tổ chức 38 đợt ban ngày, 24 đợt ban đêm, trong đó 9 đợt liên ngành; cả thảy 62 đợt.",
    # overlapping groups
    "Toàn huyện có 4.318 hộ trồng chè.\n\nXét theo đối tượng, hộ trồng chè dân tộc thiểu số có "
    "2.940 hộ, hộ có nữ chủ hộ 1.414 hộ.",
    # another whole: nothing names the level before
    "Đàn bò có 4.318 con.\n\nXét theo địa bàn, đàn dê vùng cao có 2.940 con, vùng thấp 1.414 con.",
    # columns without a word of the rest
    "Thụ lý 214 vụ - 388 bị can. Giải quyết 205 vụ - 371 bị can. Điều tra 09 vụ - 19 bị can.",
    # the base of a rate, no sum
    "Tuyển 412 sinh viên và 1.306 học sinh trên tổng số 1.781 người dự tuyển.",
    # texts amended
    "Ban hành 40 văn bản, gồm: 25 văn bản mới; sửa đổi, bổ sung 12 văn bản; bãi bỏ 3 văn bản.",
    # rates reached by all
    "Tổng số hộ dùng điện đạt 100%; hộ dùng nước sạch 97,2%; hộ có nhà tiêu 96,4%.",
    # the opposite of what is named
    "Chưa giải quyết 638 hồ sơ.\n\nTrong số đã giải quyết, trả trước hạn 417 hồ sơ, bằng 63,56%.",
]


@pytest.mark.parametrize("text", QUIET)
def test_far_figures_that_announce_nothing(text: str) -> None:
    assert analyse(read_text(text, "t.txt")).findings == ()
