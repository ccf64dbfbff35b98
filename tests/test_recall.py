"""Relations that words announce and that one wrong figure breaks: each is built where it holds, and
reported where it does not."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def found(text: str) -> list[tuple[str, str]]:
    """(code, equation) of what is found in a text."""
    report = analyse(read_text(text, "t"))
    return [
        (f.code, str(f.args.get("expression"))) for f in report.findings if f.code.startswith("A")
    ]


def agreed(text: str) -> list[str]:
    """The equations of a text that hold."""
    relations = analyse(read_text(text, "t")).relations
    return [r.expression for r in relations if r.verdict == "consistent"]


BROKEN = [
    # the rest of an x/y
    ("Đã hoàn thành 41/47 nhiệm vụ, còn lại {} nhiệm vụ.", "06", "08", "A101"),
    # a rate before its two figures
    ("Tỷ lệ hoàn thành đạt {} (51 trên tổng số 60 nhiệm vụ).", "85%", "75%", "A103"),
    # a rate in a bracket behind plan and result
    ("Kế hoạch là 640 tỷ đồng, đã giải ngân 512 tỷ đồng ({}).", "80%", "83%", "A103"),
    # parts joined by a semicolon and "và"
    (
        "Giá trị sản xuất đạt 742.610,5 triệu đồng, trong đó ngành nông nghiệp đạt 190.204,3 triệu "
        "đồng; ngành công nghiệp đạt 171.352,0 triệu đồng và ngành dịch vụ đạt {} triệu đồng.",
        "381.054,2",
        "381.253,2",
        "A104",
    ),
    # what named amounts leave of a total told before
    (
        "Tổng số thụ lý 21.470 việc, trong đó thụ lý mới 12.806 việc. Sau khi trừ số ủy thác "
        "{} việc, thu hồi quyết định 8 việc, tổng số phải thi hành là 21.318 việc.",
        "144",
        "414",
        "A101",
    ),
    # an average of what the text counts and totals before
    (
        "Trong tháng 5, cả nước có {} nghìn doanh nghiệp thành lập mới với số vốn đăng ký "
        "118,8 nghìn "
        "tỷ đồng và số lao động đăng ký 61,4 nghìn lao động. Vốn đăng ký bình quân một doanh "
        "nghiệp đạt 9,6 tỷ đồng, tăng 4,1% so với tháng trước.",
        "12,4",
        "14,2",
        "A109",
    ),
    # parts of a whole, each told as a fraction of it
    (
        "Tổng số đại biểu trúng cử là 28 đại biểu. Trong đó đại biểu tái cử là {}/28 đồng chí, đại "
        "biểu tham gia lần đầu là 11/28 đồng chí.",
        "17",
        "19",
        "A104",
    ),
    # a whole with another measure told behind its parts
    (
        "Toàn huyện có 14 đơn vị hành chính, gồm 2 thị trấn và {} xã, với dân số 81.320 người.",
        "12",
        "21",
        "A104",
    ),
    # a rate told before what its fraction is made of
    (
        "Giải ngân 412,6/3.120,8 tỷ đồng, đạt {} (đền bù: 40,2/120,5 tỷ đồng, xây lắp: "
        "372,4/3.000,3 tỷ đồng).",
        "13,22%",
        "12,32%",
        "A103",
    ),
    # what a fraction is of has lost a digit
    (
        "Cống thoát nước ngang: 126/{} cái, đạt 87,5%.",
        "144",
        "14",
        "A103",
    ),
    # what is counted has a measure of its own
    (
        "Lắp thiết bị giám sát cho 4.108/5.120 tàu cá dài từ 15 m trở lên, đạt {}.",
        "80,23%",
        "83,20%",
        "A103",
    ),
    # the level stands before one by another unit
    (
        "Toàn huyện phát hiện 640 vụ, 1.105 đối tượng, tăng 80 vụ ({}) so với cùng kỳ năm 2018.",
        "14,3%",
        "24,3%",
        "A102",
    ),
    (
        "Tòa án thụ lý 640 vụ/1.105 bị cáo, giảm 60 vụ = {} so với năm 2016.",
        "8,6%",
        "6,8%",
        "A102",
    ),
    # a row of changes after more levels than changes
    (
        "Tai nạn giảm cả 3 mặt: xảy ra 240 vụ, làm chết 120 người, bị thương 200 người. So với "
        "cùng kỳ năm 2021, giảm 60 vụ (-20%), giảm 30 người chết (-20%), giảm {} người bị thương "
        "(-20%).",
        "50",
        "80",
        "A102",
    ),
    # a row of changes that opens the paragraph after its levels
    (
        "Toàn tỉnh xảy ra 240 vụ tai nạn, làm chết 120 người, bị thương 200 người.\n\nSo với cùng "
        "kỳ năm 2021, tai nạn giảm 60 vụ (20%), giảm 30 người chết ({}), giảm 50 người bị thương "
        "(20%).",
        "20%",
        "25%",
        "A102",
    ),
    # what is done of what came in
    (
        "Tòa án hai cấp thụ lý 500 vụ/812 bị cáo, giải quyết 450 vụ/701 bị cáo, đạt {}.",
        "90%",
        "80%",
        "A103",
    ),
    (
        "Toàn tỉnh xảy ra 320 vụ phạm pháp hình sự. Công an các cấp đã điều tra, làm rõ 272 vụ, "
        "401 đối tượng, đạt tỷ lệ {}.",
        "85%",
        "hơn 75%",
        "A103",
    ),
    # an aside between a fraction and its rate
    ("Có 320/400 trường đạt chuẩn quốc gia (CQG), chiếm tỷ lệ {}.", "80%", "87%", "A103"),
    ("+ Đá dăm lớp dưới: 24.000/32.000 m3 (30,5/41,2 km), đạt {}", "75%", "85%", "A103"),
    (
        "Đã giải quyết 120 đơn (90 khiếu nại, 30 tố cáo)/160 đơn, đạt tỷ lệ {}.",
        "75%",
        "85%",
        "A103",
    ),
    (
        "Tổng vốn hơn {} tỷ đồng, bằng 82,5% kế hoạch (vốn nhà nước gần 8.520 tỷ đồng, vốn dân cư "
        "hơn 5.920 tỷ đồng và vốn FDI 945 tỷ đồng).",
        "15.380",
        "16.380",
        "A104",
    ),
    # "hơn", "gần", "khoảng" leave room for the last digits alone
    ("Có 320/400 trường đạt chuẩn quốc gia, chiếm tỷ lệ hơn {}.", "80%", "72%", "A103"),
    (
        "Sản lượng muối đạt khoảng {} tấn. Trong đó: muối thủ công đạt 397.600 tấn; muối công "
        "nghiệp đạt 118.500 tấn.",
        "516.100",
        "515.600",
        "A104",
    ),
    # the balance of trade, terms with changes of their own between
    (
        "Kim ngạch xuất nhập khẩu ước đạt 20,6 tỷ USD; trong đó, xuất khẩu ước đạt 11,2 tỷ USD, "
        "giảm 14,4% so với cùng kỳ; nhập khẩu ước đạt 9,4 tỷ USD, giảm 7,2%; xuất siêu {} tỷ USD.",
        "1,8",
        "2,8",
        "A101",
    ),
    # two rates and the points between them
    (
        "Tỷ lệ bao phủ đạt 86,5% dân số, thấp hơn {} so với chỉ tiêu tỉnh giao (91%).",
        "4,5%",
        "2,1%",
        "A101",
    ),
    # a rise in a bracket right behind the change, no time told
    ("Doanh thu đạt 8,3 tỷ đồng, tăng 2,7 tỷ đồng (tăng {}).", "48%", "38%", "A102"),
    # a share behind the growth of its part, of a base named by what is measured
    (
        "Xuất khẩu đạt 74,1 tỷ USD, tăng 19%, trong đó, kim ngạch xuất khẩu của khối FDI khoảng "
        "40,6 tỷ USD, tăng 40,4% so với cùng kỳ, chiếm {} tổng trị giá xuất khẩu.",
        "54,8%",
        "64,8%",
        "A103",
    ),
    (
        "Các địa phương đã gieo cấy được 724 nghìn ha, giảm 0,2 nghìn ha; đã thu hoạch 450 nghìn "
        "ha, chiếm {} diện tích gieo cấy.",
        "62,2%",
        "72,2%",
        "A103",
    ),
    # area, yield and output with their changes
    (
        "Diện tích lúa đạt 26.500 ha, tăng 0,6% so với vụ trước; năng suất ước đạt 60 tạ/ha, tăng "
        "0,9 tạ/ha; sản lượng đạt {} nghìn tấn, tăng 4,3 nghìn tấn.",
        "159",
        "189",
        "A109",
    ),
    # a part of which the share is told by words of its own; a share of the part before it
    (
        "Đã thi hành kỷ luật 215 đảng viên; trong đó, có 43 cấp ủy viên, chiếm {} tổng số đảng "
        "viên bị kỷ luật.",
        "20%",
        "12,8%",
        "A103",
    ),
    (
        "Thụ lý 7.000 việc, tăng 400 việc (6,06%) so với cùng kỳ, trong đó 5.000 việc có điều kiện "
        "giải quyết, đã giải quyết xong {} việc, đạt tỷ lệ 90%.",
        "4.500",
        "4.200",
        "A103",
    ),
    # a level without one of its terms
    (
        "Thu nội địa đạt 16.180 tỷ đồng, đạt 117,6% dự toán.\nKhông tính thu tiền sử dụng đất "
        "(5.050 tỷ đồng) thì thu nội địa thực hiện {} tỷ đồng, đạt 100,7% dự toán.",
        "11.130",
        "11.104",
        "A101",
    ),
    # a part told in the sentence before the share of a whole in a bracket
    (
        "Các đơn vị đã thu nộp 63.100 tỷ đồng. Tuy nhiên, tỷ lệ thực hiện còn thấp, đạt {} tổng số "
        "kiến nghị xử lý tài chính (92.500 tỷ đồng).",
        "68,2%",
        "70,4%",
        "A103",
    ),
    # sorts of findings that are named by a rise and a fall
    (
        "Đã kiến nghị xử lý tài chính {} tỷ đồng (tăng thu 2.417 tỷ đồng; giảm chi 4.037 tỷ đồng; "
        "xử lý khác 4.687 tỷ đồng).",
        "11.141",
        "11.441",
        "A104",
    ),
    # shares behind "trong đó có"; a row of shares that goes on with the whole of the row before
    (
        "Đã bầu đủ 95 đại biểu, tại 30 đơn vị. Trong đó có 23 đại biểu nữ (chiếm {}); số tái cử là "
        "24 người (chiếm 25,26%).",
        "24,21%",
        "27,21%",
        "A103",
    ),
    (
        "Cả tỉnh có 400 người trúng cử.\nCơ cấu: 120 người là phụ nữ, chiếm tỉ lệ 30%; dân tộc "
        "thiểu số có 72 người, chiếm tỉ lệ 18%; ngoài Đảng có 11 người, chiếm tỉ lệ 2,75%.\nVề "
        "trình độ: 314 người có trình độ trên đại học, chiếm tỉ lệ {}; 85 người có trình độ đại "
        "học, chiếm tỉ lệ 21,25%.",
        "78,5%",
        "71,5%",
        "A103",
    ),
    # a share of the total told beside the part
    (
        "Số hồ sơ trực tuyến là 115.600 và tổng số hồ sơ giải quyết là 168.700, chiếm {}.",
        "68,5%",
        "75,4%",
        "A103",
    ),
    # the name of the whole tells its parts; forms behind a colon
    (
        "Mưa lũ đã khiến {} người chết và mất tích, trong đó 29 người chết, 22 người mất tích.",
        "51",
        "59",
        "A104",
    ),
    (
        "Đã kỷ luật {} tổ chức đảng, với hình thức: khiển trách 26, cảnh cáo 03; kỷ luật 12 đảng "
        "viên.",
        "29",
        "39",
        "A104",
    ),
    # names and their figures in a bracket behind a noun with commas
    (
        "Có {} ha lúa, hoa màu bị thiệt hại (Lào Cai 400, Sơn La 50, Phú Thọ 750, Hà Nội 600).",
        "1.800",
        "1.700",
        "A104",
    ),
    # parts that are more than their whole, whatever is not told
    (
        "Bão làm hư hỏng {} nhà. Trong đó, Điện Biên chịu thiệt hại lớn nhất với 140 nhà, tiếp đến "
        "là Hà Giang 90 nhà, sau đó là các tỉnh: Sơn La 50 nhà, Thái Nguyên 30 nhà, Lào "
        "Cai 30 nhà.",
        "340",
        "330",
        "A104",
    ),
    # a list with asides that speak of plans
    (
        "- Chi chưa phân bổ: {} triệu đồng, bao gồm:\n+ Vốn xây dựng cơ bản: 39.800 triệu đồng;\n+ "
        "Vốn chương trình (phân bổ khi được giao kế hoạch): 138.500 triệu đồng;\n+ Vốn "
        "khác: 59.700 "
        "triệu đồng.",
        "238.000",
        "268.000",
        "A104",
    ),
    # what is left of a fraction
    ("Có 12/15 xã đạt chuẩn (80%), còn {} xã chưa đạt.", "3", "4", "A101"),
    # breakdowns of a plan; parts of parts passed over
    (
        "Năm 2025 sẽ tuyển {} chỉ tiêu, gồm 700 chỉ tiêu mầm non, 600 chỉ tiêu tiểu học và 100 chỉ "
        "tiêu trung học.",
        "1.400",
        "1.500",
        "A104",
    ),
    # breakdowns whose names leave nothing out
    (
        "Kim ngạch xuất nhập khẩu 9 tháng đạt {} tỷ USD, tăng 9,5% so với cùng kỳ; trong đó, xuất "
        "khẩu (XK) đạt 12,1 tỷ USD, tăng 4,4% so với cùng kỳ; nhập khẩu đạt 9,4 tỷ USD, giảm 7,2%; "
        "xuất siêu 2,7 tỷ USD.",
        "21,5",
        "20,5",
        "A104",
    ),
    (
        "Toàn tỉnh còn {} hộ nghèo (giảm 962 hộ so với đầu năm); trong đó khu vực thành thị 400 "
        "hộ, khu vực nông thôn 1.900 hộ.",
        "2.300",
        "2.000",
        "A104",
    ),
    (
        "Có 44 thủ tục được rút ngắn, trong đó có 20 thủ tục cấp tỉnh, {} thủ tục cấp huyện và 6 "
        "thủ tục cấp xã.",
        "18",
        "16",
        "A104",
    ),
    (
        "Tỉnh có {} trường đạt chuẩn, chiếm 43,6% tổng số trường. Trong đó, mầm non có 40 trường, "
        "tiểu học có 110 trường, THCS có 38 trường và THPT có 9 trường.",
        "197",
        "188",
        "A104",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong", "code"), BROKEN)
def test_a_wrong_figure_breaks_what_words_announce(
    text: str, right: str, wrong: str, code: str
) -> None:
    assert found(text.format(right)) == []
    assert agreed(text.format(right))
    assert [c for c, _ in found(text.format(wrong))] == [code]


QUIET = [
    # what is left of a total that is not told
    "Thụ lý mới 12.806 việc. Sau khi trừ số ủy thác 144 việc, tổng số phải thi hành là "
    "21.318 việc.",
    # what is done is told with what was left over from before
    "Kỳ trước chuyển sang 40 vụ, thụ lý mới 500 vụ, đã giải quyết 450 vụ, đạt 83,3%.",
    # of another whole
    "Tòa án thụ lý 500 vụ, giải quyết 450 vụ, đạt 96% chỉ tiêu.",
    "Tòa án thụ lý 500 vụ, trong đó án hình sự giải quyết 180 vụ, đạt 92,4%.",
    # a threshold beside a fraction
    "Có 05/18 đơn vị giải ngân trên 50%.",
    # room for the last digits
    "Có 320/410 trường đạt chuẩn quốc gia, chiếm tỷ lệ hơn 77%.",
    "Tổng thu gần 5.270 triệu đồng, gồm: thu phí 670 triệu đồng, thu khác 4.592 triệu đồng.",
    # parts that no name of the breakdown covers
    "Mạng lưới có 562 trường (mầm non 168, tiểu học 231, trung học cơ sở 127, trung học phổ thông "
    "28, liên cấp 08).",
    "Toàn tỉnh có 3.274 người nghiện, bao gồm: 1.129 người cai nghiện bắt buộc, 412 người cai "
    "nghiện tự nguyện, 638 người điều trị thay thế và 1.095 người tại cộng đồng.",
    "Tỷ số giới tính là 99,1 nam/100 nữ, trong đó khu vực thành thị là 96,5 nam/100 nữ, khu vực "
    "nông thôn là 100,5 nam/100 nữ.",
    # the whole is not the change or the bracket beside it
    "Toàn tỉnh còn 2.300 hộ nghèo (đầu năm 3.262 hộ); trong đó khu vực thành thị 400 hộ, khu vực "
    "nông thôn 1.900 hộ.",
    # half a month and the year so far
    "Tính đến 15/5, xuất khẩu đạt 59,1 tỷ USD; nhập khẩu đạt 57,9 tỷ USD. Cán cân thương mại trong "
    "kỳ 1 tháng 5 thâm hụt 570 triệu USD.",
    # a comparison with two times, the second of which opens another fact
    "Nhập khẩu tháng 7 đạt 10,2 tỷ USD, giảm 5,3% so với tháng trước và 7 tháng năm 2017 đạt 70,9 "
    "tỷ USD, tăng 27,2%.",
    # the yield of a whole season, what is harvested so far
    "Diện tích lúa đạt 26.500 ha; dự kiến năng suất toàn vụ 60 tạ/ha; sản lượng đạt 99 nghìn tấn.",
    # of a part of the trade
    "Tổng kim ngạch xuất nhập khẩu đạt 215 tỷ USD. Trong đó, xuất khẩu sang Nhật Bản đạt 12 tỷ "
    "USD, nhập khẩu đạt 94 tỷ USD.",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_not_announced_is_not_reported(text: str) -> None:
    assert found(text) == []
