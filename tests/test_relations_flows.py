"""Balances of stocks and flows, averages, and products of named factors."""

from __future__ import annotations

import pytest

from marks import built, contradicted, report_of, verdicts

BALANCES = [
    (
        "Hồ Sông Lá: đầu vụ có 42,1 triệu m3, lượng nước đến trong vụ 18,4 triệu m3, đã xả tưới "
        "31,2 triệu m3, tổn thất bốc hơi 2,9 triệu m3; cuối vụ còn {} triệu m3.",
        "42.100 + 18.400 - 31.200 - 2.900",
        ("26,4", "24,6"),
    ),
    (
        "Số dư tạm ứng đầu năm là 412 tỷ đồng. Trong năm các ban tạm ứng mới 265 tỷ đồng, thu hồi "
        "được 301 tỷ đồng, nên số dư tạm ứng cuối năm còn {} tỷ đồng.",
        "412 + 265 - 301",
        ("376", "367"),
    ),
    (
        "Đầu kỳ, danh sách theo Kế hoạch số 41/KH-TTr có 26 vụ việc; trong kỳ giải quyết dứt điểm "
        "14 vụ việc, phát sinh 05 vụ việc, cuối kỳ còn {} vụ việc.",
        "26 - 14 + 5",
        ("17", "19"),
    ),
    (
        "Đầu năm toàn huyện có 48.200 con lợn; trong năm sinh sản và mua về nuôi 91.400 con; xuất "
        "bán, giết mổ 87.900 con; cuối năm còn lại {} con.",
        "48.200 + 91.400 - 87.900",
        ("51.700", "57.100"),
    ),
    (
        "Dư nợ cho vay tại ngày 31/12/2022 là 2.845 tỷ đồng. Trong năm cho vay ra 4.120 tỷ đồng, "
        "thu hồi 3.790 tỷ đồng, nâng dư nợ đến cuối năm lên {} tỷ đồng.",
        "2.845 + 4.120 - 3.790",
        ("3.175", "3.715"),
    ),
    (
        "Dư nợ đầu năm 455,1 tỷ đồng, vay mới trong năm 60 tỷ đồng, trả nợ gốc 42,5 tỷ đồng, dư nợ "
        "cuối năm {} tỷ đồng.",
        "455.100 + 60.000 - 42.500",
        ("472,6", "482,6"),
    ),
    (
        "Đầu học kỳ nhà trường có 742 học sinh; trong học kỳ có 15 em chuyển đến, 21 em chuyển đi "
        "và 4 em bỏ học. Cuối học kỳ còn {} em.",
        "742 + 15 - 21 - 4",
        ("732", "738"),
    ),
    (
        "Tính đến ngày 31/12/2023, Đảng bộ xã có 286 đảng viên. Trong năm 2024, kết nạp 11 đảng "
        "viên, tiếp nhận 6 đảng viên chuyển đến, chuyển sinh hoạt đi 8 đảng viên, 3 đảng viên từ "
        "trần. Hiện nay Đảng bộ có {} đảng viên.",
        "286 + 11 + 6 - 8 - 3",
        ("292", "295"),
    ),
    (
        "Nợ thuế đến 31/12/2022 là 118,6 tỷ đồng; phát sinh năm 2023 là 64,2 tỷ đồng; đã thu được "
        "71,5 tỷ đồng; nợ đến 31/12/2023 còn {} tỷ đồng.",
        "118.600 + 64.200 - 71.500",
        ("111,3", "121,3"),
    ),
    (
        "Quỹ khuyến học: số dư đầu năm 215 triệu đồng; thu trong năm 640 triệu đồng; chi trong năm "
        "578 triệu đồng; số dư cuối năm {} triệu đồng.",
        "215 + 640 - 578",
        ("277", "287"),
    ),
    (
        "Cuối năm 2023, nợ đọng xây dựng cơ bản còn {} tỷ đồng (đầu năm 30,2 tỷ đồng, phát sinh "
        "6,1 tỷ đồng, đã thanh toán 13,6 tỷ đồng).",
        "30.200 + 6.100 - 13.600",
        ("22,7", "21,7"),
    ),
    (
        "Còn tồn {} đơn cuối kỳ (tồn đầu kỳ 11, tiếp nhận 29, giải quyết xong 32).",
        "11 + 29 - 32",
        ("8", "7"),
    ),
    (
        "- Số đơn kỳ trước chuyển sang: 21 đơn;\n- Số đơn tiếp nhận trong kỳ: 64 đơn;\n- Số đơn đã "
        "giải quyết: 70 đơn;\n- Số đơn chuyển kỳ sau: {} đơn.",
        "21 + 64 - 70",
        ("15", "25"),
    ),
    (
        "Tổng số vụ việc phải giải quyết: 128 vụ việc, trong đó năm trước chuyển sang 11 vụ việc, "
        "tiếp nhận mới 117 vụ việc. Kết quả: hòa giải thành 102 vụ việc, không thành 15 vụ việc, "
        "đang hòa giải {} vụ việc.",
        "128 - 102 - 15",
        ("11", "21"),
    ),
    (
        "Năm 2023, cơ quan điều tra thụ lý 96 vụ (cũ 14 vụ, mới 82 vụ); kết thúc điều tra 71 vụ, "
        "tạm đình chỉ 6 vụ, hiện đang điều tra {} vụ.",
        "96 - 71 - 6",
        ("19", "29"),
    ),
    (
        "Tồn kho đầu kỳ 1.260 liều vắc-xin, nhập trong kỳ 4.800 liều, xuất sử dụng 5.130 liều, tồn "
        "cuối kỳ {} liều.",
        "1.260 + 4.800 - 5.130",
        ("930", "1.930"),
    ),
    (
        "Sĩ số đầu năm 1.245 học sinh, cuối năm {} học sinh, trong năm chuyển đến 14 học sinh, "
        "chuyển đi 19 học sinh, bỏ học 6 học sinh.",
        "1.245 + 14 - 19 - 6",
        ("1.234", "1.232"),
    ),
    (
        "Số dự án chuyển tiếp từ năm 2023 là 27 dự án, khởi công mới năm 2024 là 14 dự án; hoàn "
        "thành 19 dự án; chuyển tiếp sang năm 2025 là {} dự án.",
        "27 + 14 - 19",
        ("22", "24"),
    ),
    (
        "Đến cuối năm 2023 toàn huyện có 412 tổ hợp tác; năm 2024 thành lập mới 28 tổ, giải thể 17 "
        "tổ; đến hết năm 2024 có {} tổ hợp tác.",
        "412 + 28 - 17",
        ("423", "432"),
    ),
]


@pytest.mark.parametrize(("text", "left", "ends"), BALANCES)
def test_a_balance_is_built_and_a_wrong_one_found(
    text: str, left: str, ends: tuple[str, str]
) -> None:
    right, wrong = (report_of(text.format(end)) for end in ends)
    assert [v for e, v in verdicts(right).items() if e.startswith(left + " =")] == ["consistent"]
    assert not right.findings
    assert [v for e, v in verdicts(wrong).items() if e.startswith(left + " =")] == ["inconsistent"]
    stated = {q.id: q.text for q in wrong.quantities}
    relation = next(r for r in wrong.relations if r.verdict == "inconsistent")
    assert stated[relation.stated] == ends[1]


QUIET = [
    # outflows are not told
    "Đầu nhiệm kỳ có 2.318 đảng viên; trong nhiệm kỳ kết nạp mới 264 đảng viên. Cuối nhiệm kỳ có "
    "2.402 đảng viên.",
    # some are not numbered
    "Số đơn tồn kỳ trước 14 đơn, tiếp nhận 82 đơn; đã giải quyết 70 đơn, chuyển cơ quan khác một "
    "số đơn; còn lại 19 đơn.",
    # two years
    "Tồn quỹ đầu năm 215 triệu đồng. Năm 2023 thu 640 triệu đồng; năm 2022 thu 588 triệu đồng, chi "
    "578 triệu đồng. Tồn quỹ cuối năm 320 triệu đồng.",
    # inspected and fined are no flows
    "Đầu kỳ có 18 doanh nghiệp nợ bảo hiểm, trong kỳ thanh tra 25 doanh nghiệp, xử phạt 4 doanh "
    "nghiệp, cuối kỳ còn 11 doanh nghiệp nợ.",
    # the closing stock counts a part
    "Đầu năm toàn tỉnh có 1.245 hộ nghèo; trong năm có 386 hộ thoát nghèo, 41 hộ phát sinh mới; "
    "cuối năm còn 830 hộ nghèo dân tộc thiểu số.",
    # handled is not settled
    "Kỳ trước chuyển sang 5 đơn. Trong kỳ tiếp nhận 46 đơn, xử lý 46 đơn; đã giải quyết 41 đơn, "
    "chuyển cơ quan khác 4 đơn, chuyển kỳ sau 6 đơn.",
    # births and deaths are not all
    "Dân số đầu kỳ 120.500 người, phát sinh tăng 1.820 người, giảm 640 người; dân số cuối năm "
    "122.100 người.",
    # a limit; a first part; a part that is paid in
    "Hỗ trợ 350 hộ nghèo với mức tối đa 50 triệu đồng/hộ, tổng kinh phí 16,2 tỷ đồng.",
    "Hỗ trợ mỗi hộ 50 triệu đồng làm nhà; đến nay đã giải ngân cho 120 hộ đợt 1 với số tiền 3.600 "
    "triệu đồng.",
    "Mức thu 50.000 đồng/tấn, khối lượng 1.200 tấn, số thu nộp ngân sách 42 triệu đồng (70%).",
    # months are not told
    "Hỗ trợ tiền ăn cho 68 học sinh, mức 720.000 đồng/học sinh/tháng; kinh phí cả năm 440,64 triệu "
    "đồng.",
    # the yield of rice and all grain; the area harvested
    "Tổng diện tích gieo trồng 8.500 ha, trong đó lúa 4.500 ha; năng suất lúa 56 tạ/ha; tổng sản "
    "lượng lương thực có hạt đạt 31.200 tấn.",
    "Diện tích lúa 4.500 ha, đã thu hoạch 3.200 ha, năng suất 56 tạ/ha, sản lượng 17.920 tấn.",
    # communes that stand out beside an average; a meeting that was left out
    "Toàn huyện có 15 xã, thị trấn; bình quân mỗi xã đạt 16,8 tiêu chí, có 8 xã đạt 19 tiêu chí.",
    "Mỗi tuần tổ chức 2 buổi tiếp dân; trong 52 tuần tổ chức được 98 buổi.",
    # two parts of what is left
    "Đầu năm có 18 dự án, khởi công mới 7 dự án; đã hoàn thành 9 dự án, đang thi công 14 dự án, 2 "
    "dự án chưa triển khai.",
    # another fund; what is ceded is taken off
    "Số thu bảo hiểm năm trước chuyển sang 12,4 tỷ đồng. Năm nay thu 215,8 tỷ đồng, chi 198,3 tỷ "
    "đồng. Quỹ dự phòng còn 41,2 tỷ đồng.",
    "Năm trước chuyển sang 218 việc, thụ lý mới 716 việc, sau khi trừ số ủy thác đi 12 việc, tổng "
    "số phải thi hành là 922 việc, trong đó có điều kiện 780 việc.",
    # people contribute, nothing is multiplied; days of a course
    "Thu 640 triệu đồng, trong đó ngân sách hỗ trợ 300 triệu đồng, nhân dân đóng góp 340 triệu "
    "đồng.",
    "Tổ chức 12 lớp tập huấn cho 540 lượt người, bình quân mỗi lớp 2 ngày.",
]


@pytest.mark.parametrize("text", QUIET)
def test_no_alarm_where_a_part_is_not_told(text: str) -> None:
    assert contradicted(text) == []


def test_two_units_have_two_balances() -> None:
    text = (
        "Án hình sự: cũ còn lại 12 vụ/25 bị cáo, thụ lý mới 84 vụ/156 bị cáo; đã giải quyết 88 "
        "vụ/164 bị cáo; còn lại 8 vụ/27 bị cáo."
    )
    relations = built(text)
    assert relations["12 + 84 - 88 = 8"] == "consistent"
    assert relations["25 + 156 - 164 = 27"] == "inconsistent"


def test_parts_of_a_flow_are_not_counted_twice() -> None:
    text = (
        "Số dư đầu kỳ 215 triệu đồng, thu 640 triệu đồng; chi 578 triệu đồng, trong đó chi xây "
        "dựng 420 triệu đồng; số dư cuối kỳ 277 triệu đồng."
    )
    assert built(text)["215 + 640 - 578 = 277 triệu"] == "consistent"


AVERAGES = [
    ("Trong 4 năm qua đã giảm được 1.368 hộ nghèo, bình quân mỗi năm giảm {} hộ.", "342", "324"),
    (
        "Thẩm phán Tòa án (08 người) giải quyết 584 vụ việc trong 12 tháng, trung bình mỗi thẩm "
        "phán giải quyết {} vụ việc.",
        "73",
        "83",
    ),
    ("Toàn tỉnh có 128 xã với 2.960 cán bộ, công chức, bình quân {} người/xã.", "23", "25"),
    (
        "Giai đoạn 2021 - 2025, toàn huyện trồng mới 6.250 ha rừng, bình quân mỗi năm trồng {} ha.",
        "1.250",
        "1.350",
    ),
    ("Cấp 27 tỷ đồng cho 21 xã, bình quân mỗi xã {} tỷ đồng.", "1,3", "1,5"),
    (
        "Bình quân 1 giáo viên phụ trách {} học sinh (toàn trường 1.134 học sinh, 54 giáo viên).",
        "21",
        "28",
    ),
    ("Sau 6 tháng, Tổ công tác xử lý 924 vụ việc, trung bình {} vụ việc mỗi tháng.", "154", "145"),
]


PRODUCTS = [
    (
        "Hỗ trợ học bổng cho 45 học sinh, mức 300.000 đồng/học sinh/tháng trong 9 tháng, tổng kinh "
        "phí {} triệu đồng.",
        "121,5",
        "125,1",
    ),
    (
        "Mỗi học sinh được hỗ trợ 15 kg gạo/tháng. Học kỳ I (4 tháng), nhà trường có 210 học sinh "
        "thuộc diện hỗ trợ, tổng số gạo đã cấp là {} kg.",
        "12.600",
        "12.900",
    ),
    (
        "Mức hỗ trợ 1.500.000 đồng/người/tháng cho 18 bảo vệ dân phố trong 12 tháng là {} triệu "
        "đồng.",
        "324",
        "342",
    ),
    (
        "Phụ cấp cho 210 nhân viên y tế thôn bản x 0,5 x 1.800.000 đồng x 12 tháng = {} đồng.",
        "2.268.000.000",
        "2.286.000.000",
    ),
    ("Diện tích lúa 26.541 ha; năng suất 74,8 tạ/ha, sản lượng {} tấn.", "198.527", "189.527"),
    ("Năng suất lúa 5,2 tấn/ha, với diện tích 6.820 ha cho sản lượng {} tấn.", "35.464", "38.464"),
    ("Bê tông hóa 18,5 km, định mức 420 triệu đồng/km, kinh phí {} triệu đồng.", "7.770", "7.707"),
    (
        "Phụ cấp 0,3 lần mức lương cơ sở (1.800.000 đồng), tương đương {} đồng/người/tháng.",
        "540.000",
        "450.000",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), [*AVERAGES, *PRODUCTS])
def test_a_product_may_be_rounded_but_not_wrong(text: str, right: str, wrong: str) -> None:
    agrees = report_of(text.format(right))
    assert "product" in {r.kind for r in agrees.relations if r.verdict == "consistent"}
    assert not agrees.findings
    assert [f.code for f in report_of(text.format(wrong)).findings] == ["A109"]


def test_units_of_mass_are_turned_in_the_equation() -> None:
    report = report_of("Ngô: diện tích 3.200 ha, năng suất 42 tạ/ha, sản lượng 14.340 tấn.")
    assert verdicts(report) == {"42 × 0,1 × 3.200 = 14.340": "inconsistent"}


def test_a_wrong_average_is_a_suspect_too() -> None:
    report = report_of("Trong 5 năm đã trồng 4.250 ha rừng, bình quân mỗi năm trồng 950 ha.")
    texts = {q.id: q.text for q in report.quantities}
    suggested = [(texts[s.quantity], str(s.value)) for s in report.findings[0].suggestions]
    assert ("950", "850") in suggested


def test_what_came_over_and_came_in_is_one_sum() -> None:
    text = "Đang theo dõi 54 bản án, trong đó năm 2030 chuyển sang 39 bản án, thụ lý mới 15 bản án."
    told = [(r.kind, r.verdict, r.expression) for r in report_of(text).relations]
    assert told == [("sum", "consistent", "39 + 15 = 54")]
