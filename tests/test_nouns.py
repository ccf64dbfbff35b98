"""What a figure counts and in which unit: the words before, behind and around several figures."""

from __future__ import annotations

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def told(text: str) -> Report:
    return analyse(read_text(text, "t"))


def nouns(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(q.text, q.unit, q.noun) for q in told(text).quantities]


COMPOUNDS = [
    ("Diện tích đất lấn chiếm 1.204,5 m2.", "Diện tích đất lấn chiếm"),
    ("Án dân sự đình chỉ 03 vụ.", "Án dân sự đình chỉ"),
    ("Định mức khoán 3 lít.", "Định mức khoán"),
    ("Đã trả lại 12 hồ sơ.", "hồ sơ"),
    ("Ở Kim Thành 12 hộ thiếu nước.", "hộ thiếu nước"),
    ("Một số nơi còn cao, như Kim Thành 12 người.", "Kim Thành"),
    ("Xảy ra 12 vụ tai nạn đường bộ làm 3 người chết.", "vụ tai nạn đường bộ"),
    ("Tạo thêm 12 nghìn việc làm.", "việc làm"),
    ("1. Thu cân đối (TCĐ) | 42 tỷ đồng | ||", "Thu cân đối (TCĐ)"),
    ("Dân tộc Mường 412 đ/c.", "Dân tộc Mường"),
    ("1. Quyết định tổng biên chế sự nghiệp: 412 người.", "biên chế sự nghiệp"),
    ("2. Giao thông tuyến huyện: 41 km.", "Giao thông tuyến huyện"),
    ("Bố trí 01 Phó Trưởng phòng đối với phòng loại II.", "Phó Trưởng phòng"),
    ("Diện tích đất ở 41 ha.", "Diện tích đất ở"),
    ("Tổng đàn trâu, bò 1.204 con.", "Tổng đàn trâu, bò"),
    ("Tổng đàn ong là 415 đàn.", "Tổng đàn ong"),
    ("Đã bàn giao 21,4 km.", "bàn giao"),
    ("Yêu cầu 75% trở lên lao động có tay nghề.", "lao động"),
    ("Mỗi năm giảm tỷ lệ hộ nghèo 1,5%.", "tỷ lệ giảm tỷ lệ hộ nghèo"),
    ("Có 31 đơn vị tự bảo đảm chi thường xuyên.", "đơn vị tự bảo đảm chi thường xuyên"),
    ("- Các khoản thu còn lại: 41 tỷ đồng.", "Các khoản thu còn lại"),
    ("- Từ nguồn vay lại: 15 tỷ đồng.", "Từ nguồn vay lại"),
    ("Dự toán thu năm 2031: 15 tỷ đồng.", "Dự toán thu"),
    ("Đến hết tháng 11 năm 2031 đã giải ngân 15 tỷ đồng.", "giải ngân"),
    ("Cả thời kỳ 2.914,5 tỷ đồng.", "Cả thời kỳ"),
    ("Do vậy số xã của tỉnh từ 130 nay còn 99.", "số xã của tỉnh"),
]


@pytest.mark.parametrize(("text", "noun"), COMPOUNDS)
def test_nouns_are_not_cut_within_compounds(text: str, noun: str) -> None:
    assert nouns(text)[0][2] == noun


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Trung tâm có 12 định giá viên lành nghề.", "định giá viên"),
        ("Lập 7 hội đồng nghiệm thu.", "hội đồng"),
        ("Vận hành 9 hệ thống quan trắc.", "hệ thống"),
        ("Mua 4 máy chủ.", "máy chủ"),
        ("Số hóa 1.250 trang tài liệu.", "trang"),
        ("Trao 15 khẩu súng thể thao.", "khẩu"),
        ("Mở 3 luật sửa đổi.", "luật"),
        ("Ban hành 58 yêu cầu kiểm tra.", "yêu cầu"),
        ("Đối khớp 120 thông tin nhân khẩu.", "thông tin"),
        ("Tuyến cáp có dung lượng 20,5Tbps.", "Tbps"),
    ],
)
def test_units_are_whole_words(text: str, unit: str) -> None:
    (q,) = told(text).quantities
    assert q.unit == unit


def test_badges_and_other_lists_of_bare_numbers_share_their_noun() -> None:
    noun = "năm tuổi Đảng"
    assert nouns("Trao Huy hiệu 30, 45 và 60 năm tuổi Đảng cho 21 đảng viên.") == [
        ("30", "năm", noun),
        ("45", "năm", noun),
        ("60", "năm", noun),
        ("21", "đảng viên", "đảng viên"),
    ]
    assert nouns("Chết 3, 5 người bị thương.")[0][2] == "Chết"


def test_classes_of_a_list_each_have_their_name() -> None:
    text = "Có 40 hợp tác xã, gồm hoạt động tốt 13, khá 19, trung bình 08."
    assert [q[1:] for q in nouns(text)[1:]] == [
        ("hợp tác xã", "hoạt động tốt"),
        ("hợp tác xã", "khá"),
        ("hợp tác xã", "trung bình"),
    ]
    text = "Xuất sắc 12 tổ chức (20%), hoàn thành tốt 42 (70%), hoàn thành 06 (10%)."
    assert nouns(text)[4:] == [("06", "tổ chức", "hoàn thành"), ("10%", "%", "hoàn thành")]
    average = nouns("Có 21 hợp tác xã, trung bình 30 thành viên.")
    assert average[1] == ("30", "thành viên", "thành viên")


def test_changes_of_a_count_are_about_what_has_its_unit() -> None:
    text = "Xảy ra 12 vụ, bị thương 11 người; so với cùng kỳ tăng 02 vụ."
    assert [q[2] for q in nouns(text)] == ["vụ", "người", "vụ"]
    assert nouns("Đã tinh giản 98 biên chế và 4 vụ.")[1][2] == "vụ"


def test_figures_told_in_turn_take_one_name_each() -> None:
    found = nouns("Đàn trâu, đàn bò và đàn lợn tăng lần lượt 1,2%, 2,5% và 6,3%.")
    assert [q[2] for q in found] == [
        "tỷ lệ tăng Đàn trâu",
        "tỷ lệ tăng đàn bò",
        "tỷ lệ tăng đàn lợn",
    ]
    whole = "Doanh thu của phường và của xã lần lượt đạt 5 tỷ đồng và 7 tỷ đồng."
    assert len({q[2] for q in nouns(whole)}) == 1


def test_a_rate_may_be_told_over_a_span_of_time() -> None:
    (q,) = told("Hỗ trợ gạo 15 kg/người/3 tháng.").quantities
    assert (q.unit, q.per) == ("kg/người/3 tháng", "người/3 tháng")
    assert [q.text for q in told("Khám 01 lần/01 năm.").quantities] == ["01", "01"]


def test_figures_glued_to_the_word_before_them() -> None:
    text = "Ngập 214ha (Phú Bình114ha, Đại Từ 100ha), gieo lại đạt95,5%."
    report = told(text)
    assert [q.text for q in report.quantities] == ["214", "114", "100", "95,5%"]
    assert [r.expression for r in report.relations] == ["114 + 100 = 214"]
    assert not told("Tiêm vắc-xin covid19, phòng họp12 người, hộp ron95 lít.").quantities


AIMS = [
    ("Chỉ tiêu năm 2034: GRDP tăng 9%; thu ngân sách 210 tỷ đồng; giảm hộ nghèo 2%.", "target"),
    ("Các chỉ tiêu chủ yếu năm 2035: kết nạp 12 đảng viên; 95% chi bộ sạch.", "target"),
    ("Kết quả thực hiện chỉ tiêu năm 2034: thu ngân sách 210 tỷ đồng.", "reported"),
    (
        "HĐND thống nhất nhiệm vụ cuối năm với các chỉ tiêu: thu 5 tỷ đồng; 90% hộ có điện.",
        "target",
    ),
    ("Xã hoàn thành các chỉ tiêu: thu ngân sách đạt 53%; dịch vụ tăng 5%.", "reported"),
]


@pytest.mark.parametrize(("text", "status"), AIMS)
def test_what_a_sentence_of_aims_opens_is_a_target(text: str, status: str) -> None:
    assert {c.status for c in told(text).claims} == {status}


def test_a_direction_is_not_carried_to_another_indicator() -> None:
    found = told("Năm 2034: GRDP tăng 9%; thu ngân sách 210 tỷ đồng.").quantities
    assert [q.direction for q in found] == ["increase", None]
    found = told("Cụ thể: giảm 59 đơn vị; 43 phòng; 12 đội.").quantities
    assert [q.direction for q in found] == ["decrease"] * 3
    (q,) = told("Mỗi năm giảm hộ nghèo 2-3%.").quantities
    assert q.direction == "decrease"
    first, second = told("Xã giảm 14 hộ nghèo; 85% thôn đạt chuẩn.").quantities
    assert (first.direction, second.direction) == ("decrease", None)
    first, second = told("Tai nạn giảm 14 vụ; 12,5%.").quantities
    assert (first.direction, second.direction) == ("decrease", "decrease")


FRESH = [
    ("Tổng vốn thời kỳ 2031-2035: 50 tỷ đồng.", "Tổng vốn"),
    ("Sản lượng hằng năm: 25 tấn.", "Sản lượng"),
    ("Diện tích cây hàng năm 34,5 ha.", "Diện tích cây hàng năm"),
    ("Sản lượng cả năm đã tăng so với năm 2031, ước đạt trên 39 vạn tấn.", "Sản lượng"),
    ("Năm 2031, huyện phấn đấu đưa thu nhập bình quân đạt 33 triệu đồng.", "thu nhập bình quân"),
    ("Tốc độ tăng GRDP (giá so sánh năm 2010) đạt 16%.",
     "Tốc độ tăng GRDP (giá so sánh năm 2010)"),
    ("Tốc độ tăng dân số tăng 1%.", "Tốc độ tăng dân số"),
    ("Khắc phục 2 trận lũ vừa qua.", "trận lũ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun"), FRESH)
def test_nouns_without_time_and_striving(text: str, noun: str) -> None:
    assert nouns(text)[0][2] == noun


def test_names_with_a_number_are_no_figures() -> None:
    assert not nouns("Dịch Covid -19 và Covid- 19 gây ra.")
    assert not nouns("Phê duyệt quy hoạch chi tiết tỷ lệ 1/500 Cụm công nghiệp Phú Lộc.")
    assert nouns("Đạt tỷ lệ 1/500 xã.")[0][0] == "1/500"


def test_a_lowest_amount_of_a_fall_is_a_fall() -> None:
    (q,) = told("Phấn đấu giảm tỷ lệ hộ nghèo từ 1,5 điểm % trở lên.").quantities
    assert (q.direction, q.bound) == ("decrease", "at_least")
    (q,) = told("Mức suy giảm khả năng lao động từ 61% trở lên.").quantities
    assert q.direction is None


def test_a_document_that_is_a_list_of_targets() -> None:
    text = "CÁC CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2030 - 2035\nI. Về kinh tế\n1. Tổng vốn đạt 50 tỷ đồng.\n"
    assert [c.status for c in told(text).claims] == ["target"]


def test_labels_of_notes_and_numbers_of_pages_are_no_figures() -> None:
    text = "Quỹ tỉnh là 738,4 tỷ đồng.\n\n3 Theo Tổng cục: 11 tháng, trồng 187 ha.\n"
    assert [q.text for q in told(text).quantities][:2] == ["738,4", "187"]
    text = "- Tốc độ tăng trưởng: 10,8% trở lên.\n56\n- Cơ cấu: dịch vụ 38,3%.\n"
    assert [q.text for q in told(text).quantities] == ["10,8%", "38,3%"]
    assert [q.text for q in told("Xã bầu:\n12 Ủy viên.\n").quantities] == ["12"]
    assert [q.text for q in told("Dân số\n12\nDiện tích\n45\n").quantities] == ["12", "45"]


@pytest.mark.parametrize("mark", "-–+*•▪■●○➢✓❖→➔◆★☐▶⮚➤‣")
def test_marks_of_items_are_no_part_of_a_name(mark: str) -> None:
    text = (
        "Tổng thu 186.450 triệu đồng, trong đó:\n\n"
        f"{mark} Thu từ doanh nghiệp 94.120 triệu đồng;\n\n{mark} Thu khác 92.330 triệu đồng.\n"
    )
    found = told(text)
    assert [q.noun for q in found.quantities][1:] == ["Thu từ doanh nghiệp", "Thu khác"]
    assert [r.expression for r in found.relations] == ["94.120 + 92.330 = 186.450 triệu"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Cơ quan điều tra đã khởi tố 37 vụ.", "vụ"),
        ("Toàn tỉnh đã phát hiện 12 vụ, tăng 8%.", "vụ"),
        ("Số vụ cơ quan điều tra đã khởi tố là 37 vụ.", "Số vụ cơ quan điều tra đã khởi tố"),
        ("Doanh thu tăng ~10% so với tháng trước.", "tỷ lệ tăng Doanh thu"),
        ("Ngày thứ bảy văn minh: Tổ chức 132 cuộc.", "cuộc"),
        ("Đảng bộ xã đã đề ra 18 chỉ tiêu.", "chỉ tiêu"),
        ("- Chủ trì cuộc họp: Cấp tỉnh: 150.000 đồng/người.", "Chủ trì cuộc họp"),
        ("Ứng cử viên cấp tỉnh, cấp huyện, cấp xã là 7.766 người.", "người"),
        ("Tỷ lệ xã đạt chuẩn: địa phương giao 18%.", "Tỷ lệ xã đạt chuẩn"),
        ("Sản lượng đạt khá, chậm khoảng 0,4%.", "Sản lượng"),
    ],
)
def test_who_did_it_and_signs_are_not_counted(text: str, noun: str) -> None:
    assert nouns(text)[0][2] == noun


def test_letters_with_marks_shorten_a_noun_too() -> None:
    text = "Có 68 dự án thành phần (DATP), trong đó Bộ làm 63 DATP, tỉnh làm 05 DATP."
    report = told(text)
    assert [q.unit for q in report.quantities] == ["dự án thành phần"] * 3
    assert [r.expression for r in report.relations] == ["63 + 5 = 68"]
