"""Lists and what they count: items under one name, opposites, parts that exceed their whole, the
rest of a fraction, amounts in words. Each kind with right, wrong and misleading sentences."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found, told

AGREE = [
    (
        "Lập 3 đội lưu động, gồm: Đội tuyên truyền, Đội hậu cần và xe, Đội kỹ thuật.",
        "3 = 3",
    ),
    ("Có 03 xã có tỷ lệ lấp đầy trên 85%: Tân Lộc, Vĩnh Hòa, Bình Phú.", "3 = 3"),
    (
        "Trong 7 huyện, 04 huyện nghèo theo Quyết định số 41/QĐ-TTg ngày 15/3/2022 gồm: Tân Lộc, "
        "Vĩnh Hòa, Bình Phú, Sơn Cang; 03 huyện còn lại là Đông Hải, Tây Giang và An Khê.",
        "4 = 4",
    ),
    ("Hội đồng xét 612 đơn, chấp nhận 574 đơn, từ chối 38 đơn.", "574 + 38 = 612"),
    ("Sở phê duyệt 54 nhiệm vụ: 27 đề tài, 16 dự án ươm tạo, 11 đề án.", "27 + 16 + 11 = 54"),
    ("Đã cấp 540 trong tổng số 612 giấy phép, còn 72 giấy phép chưa cấp.", "612 - 540 = 72"),
    ("Đã nghiệm thu 46/58 công trình, đạt 79,3%; còn 12 công trình đang thi công.", "58 - 46 = 12"),
    (
        "Giá trị gói thầu bằng số: 36.400.000 đồng. Bằng chữ: Ba mươi sáu triệu bốn trăm nghìn "
        "đồng.",
        "36.400.000 = 36.400.000",
    ),
    ("Lãi suất từ 8,4% hạ xuống 7,2%, tức là hạ 1,2 điểm phần trăm.", "8,4 - 7,2 = 1,2"),
    (
        "Số tổ, đội từ 512 còn 430, giảm 82 tổ, đội; trong tổng số hiện có 318 tổ và 112 đội.",
        "318 + 112 = 430",
    ),
]

WRONG = [
    ("Sở soát 145 văn bản, gồm 92 nghị quyết và 43 chỉ thị, không còn phù hợp.", "A104"),
    ("Sở soát 145 văn bản, gồm 92 nghị quyết và 43 chỉ thị, đã được bãi bỏ.", "A104"),
    (
        "Xuất khẩu gạo đạt 26,48 tỷ USD. Cụ thể: bán sang Lào đạt 15,12 tỷ USD, sang Áo đạt "
        "7,36 tỷ USD và sang Chi Lê đạt 4,07 tỷ USD.",
        "A104",
    ),
    ("Lập 3 đội lưu động, gồm: Đội tuyên truyền, Đội hậu cần, Đội kỹ thuật và Đội y tế.", "A107"),
    ("Có 04 xã có tỷ lệ lấp đầy trên 85%: Tân Lộc, Vĩnh Hòa, Bình Phú.", "A107"),
    ("Hội đồng xét 612 đơn, chấp nhận 574 đơn, từ chối 48 đơn.", "A104"),
    ("Tòa nhận 861 vụ, hòa giải thành 712 vụ, hòa giải không thành 139 vụ.", "A104"),
    ("Sở phê duyệt 53 nhiệm vụ: 27 đề tài, 16 dự án ươm tạo, 11 đề án.", "A104"),
    ("Đã cấp 540 trong tổng số 612 giấy phép, còn 62 giấy phép chưa cấp.", "A101"),
    ("Đã nghiệm thu 46/58 công trình, đạt 79,3%; còn 22 công trình chưa nghiệm thu.", "A101"),
    ("Số tiền: 36.400.000 đồng.\nBằng chữ: Ba mươi sáu triệu bốn mươi nghìn đồng.", "A108"),
    ("Lãi suất từ 8,4% hạ xuống 7,2%, tức là hạ 1,9 điểm phần trăm.", "A101"),
    ("Tỉnh còn 1.742 thôn, tổ; trong số hiện có 1.518 thôn và 234 tổ dân phố.", "A104"),
    (  # whatever the last words count
        "Trung tâm phục vụ 5.140 lượt khách, bao gồm 1.482 lượt đi lễ, 2.907 lượt tham quan một "
        "lần, 851 lượt nghỉ dưỡng, chữa bệnh.",
        "A104",
    ),
]

QUIET = [
    "Sở soát 135 văn bản, gồm 92 nghị quyết và 43 chỉ thị, không còn phù hợp.",
    # "cụ thể," tells more of the sum, not all of its parts
    "Xuất khẩu gạo đạt 26,48 tỷ USD. Cụ thể, bán sang Lào đạt 5,12 tỷ USD, sang Áo đạt 4,36 "
    "tỷ USD và sang Chi Lê đạt 2,07 tỷ USD.",
    "Có 06 xã, phường gồm: xã Tân Lộc, xã Vĩnh Hòa, xã Bình Phú, xã Long Mỹ, xã An Cư và phường 7.",
    "Lập 3 đội lưu động, gồm: Đội tuyên truyền, Đội hậu cần, hai đội kỹ thuật.",
    "Có 04 xã với 03 trường đạt trên 85%: Tân Lộc, Vĩnh Hòa, Bình Phú.",
    "Có 04 xã có tỷ lệ lấp đầy trên 85%; cụ thể: Tân Lộc, Vĩnh Hòa, Bình Phú.",
    "Hội đồng xét 612 đơn, chấp nhận 574 đơn, từ chối 28 đơn, trả lại 10 đơn.",
    "Hội đồng xét 612 đơn, chấp nhận 480 đơn, đề nghị từ chối 28 đơn.",
    "Hội đồng chấp nhận 612 đơn, chấp nhận bổ sung 574 đơn, từ chối 48 đơn.",
    "Sở tổ chức 53 nhiệm vụ: 27 hội nghị, 16 lớp học, 11 chuyến đi.",
    "Đã cấp 540 giấy phép trong tháng, 612 giấy phép trong quý, còn 62 giấy phép chưa cấp.",
    "Đã nghiệm thu 46/58 công trình, đạt 79,3%; còn 22 công trình của năm 2025 khởi công mới.",
    "Đã nghiệm thu 46/58 công trình; còn 22 hộ chưa nghiệm thu.",
    "Đã nghiệm thu 46/58 công trình; còn 25 công trình chưa phê duyệt quyết toán.",
    "Đã nghiệm thu 46/58 công trình; còn 7 công trình đang thi công, 3 công trình tạm dừng.",
    "Hội đồng xét 612 đơn, chấp nhận 574 đơn loại một, từ chối 48 đơn loại hai.",
    "Năm 2020, hội viên chính thức 390 người, danh dự 12 người. Năm 2024, tổng số hội viên (chính "
    "thức và danh dự) là 425 người.",
    "Xã còn 430 tổ; trong số hiện có 318 tổ hoạt động tốt.",
    "Đầu tư hạ tầng 8,4 tỷ đồng, hạ mức phí xuống 7,2 triệu đồng.",
    "Trung tâm phục vụ 5.140 lượt khách, bao gồm 1.482 lượt đi lễ, 2.907 lượt tham quan, 701 lượt "
    "nghỉ dưỡng, một số đoàn nghiên cứu.",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_right_ones_agree(text: str, expression: str) -> None:
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_wrong_ones_are_found(text: str, code: str) -> None:
    assert found(text) == [code]


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert found(text) == []


NAMED = "Phòng thuộc sở bớt 14 phòng; phòng thuộc chi cục bớt 9 phòng. "


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            NAMED + "Gộp phòng thuộc sở với phòng thuộc chi cục, số phòng giảm là 23.",
            ["consistent"],
        ),
        (NAMED + "Gộp phòng thuộc sở với phòng thuộc chi cục, đã giảm 24 phòng.", ["inconsistent"]),
        (NAMED + "Gộp phòng thuộc sở với phòng thuộc chi cục, đã giảm 64 phòng.", ["undetermined"]),
        (NAMED + "Gộp phòng thuộc sở với phòng thuộc huyện, đã giảm 24 phòng.", []),
        (NAMED + "Gộp phòng thuộc sở với phòng thuộc chi cục, còn 24 phòng.", []),
        (
            "- Hội viên chính thức: 412 người.\n\n- Hội viên danh dự: 38 người.\n\n"
            "Tổng số hội viên (chính thức và danh dự) là 450 người.",
            ["consistent"],
        ),
        (
            "- Hội viên chính thức: 412 người.\n\n- Hội viên danh dự: 38 người.\n\n"
            "Tổng số hội viên (chính thức và danh dự) là 440 người.",
            ["inconsistent"],
        ),
        (
            "- Hội viên chính thức: 412 người.\n\n- Hội viên danh dự: 38 người.\n\n"
            "Tổng số hội viên (tập thể và danh dự) là 440 người.",
            [],
        ),
    ],
)
def test_sums_of_two_named_terms(text: str, verdicts: list[str]) -> None:
    found = analyse(read_text(text, "t")).relations
    assert [r.verdict for r in found if r.kind == "sum"] == verdicts


ROOMS = (
    "- Khối lá: 1.240 cháu, 48 lớp.\n\n- Khối chồi: 980 cháu, 40 lớp.\n\n"
    "Nhu cầu giáo viên được xác định như sau.\n\n"
)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Theo định mức: khối lá 2,5 giáo viên/lớp, cần 120 người.", ["consistent"]),
        ("Theo định mức: khối lá 2,5 giáo viên/lớp, cần 210 người.", ["inconsistent"]),
        ("Theo định mức: khối lá 2,5 giáo viên/lớp, cần 187 người.", []),  # no slip leads to it
        ("Theo định mức: khối mầm 2,5 giáo viên/lớp, cần 210 người.", []),  # another name
        ("Theo định mức: khối lá 2,5 giáo viên/trường, cần 210 người.", []),  # no such count
        ("Theo định mức: khối lá 2,5 giáo viên/lớp, đã tuyển 210 người.", []),  # no total
    ],
)
def test_products_of_a_count_told_elsewhere(text: str, verdicts: list[str]) -> None:
    found = analyse(read_text(ROOMS + text, "t.md")).relations
    assert [r.verdict for r in found if r.kind == "product"] == verdicts


SHORT = (
    "1. Mạng lưới\n\n- Hội Nông dân (HND): 24.860 người, tăng so với năm trước.\n\n"
    "2. Số hóa\n\nĐã cấp thẻ điện tử cho {} người, bằng 96,7% số người tham gia HND."
)


@pytest.mark.parametrize(("cards", "built"), [("24.040", True), ("22.040", False)])
def test_a_whole_is_known_by_its_short_name(cards: str, built: bool) -> None:
    found = analyse(read_text(SHORT.format(cards), "t.md")).relations
    assert [r.expression for r in found if r.rule == "rel.distant-share"] == (
        ["24.040 / 24.860 = 96,7%"] if built else []
    )


def test_another_short_name_is_another_whole() -> None:
    text = SHORT.format("24.040").replace("tham gia HND", "tham gia LĐLĐ tỉnh và đoàn thể khác")
    assert [
        r for r in analyse(read_text(text, "t.md")).relations if r.rule == "rel.distant-share"
    ] == []


TOLD = (
    "Tổng chi thường xuyên của huyện là 642 tỷ đồng.\n\n"
    "Chi sự nghiệp giáo dục năm nay 318 tỷ đồng.\n\n"
)


@pytest.mark.parametrize(
    ("text", "built"),
    [
        ("Như vậy, riêng sự nghiệp giáo dục chiếm 49,5% tổng chi thường xuyên.", True),
        ("Như vậy, riêng sự nghiệp giáo dục chiếm 49,9% tổng chi thường xuyên.", False),
        ("Như vậy, riêng sự nghiệp y tế chiếm 49,5% tổng chi thường xuyên.", False),
        ("Như vậy, riêng sự nghiệp giáo dục chiếm 49,5% tổng chi đầu tư.", False),
    ],
)
def test_shares_whose_part_and_whole_are_named(text: str, built: bool) -> None:
    found = analyse(read_text(TOLD + text, "t.md")).relations
    shares = [(r.expression, r.verdict) for r in found if r.kind == "share"]
    assert shares == ([("318 / 642 = 49,5%", "consistent")] if built else [])
