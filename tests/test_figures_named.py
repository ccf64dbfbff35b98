"""What a figure counts and is about, which way it moved and whether it is striven for, as reports
of districts, courts and statistical offices tell it."""

from __future__ import annotations

import pytest

from extract.model import Claim, Quantity
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

Told = dict[str, tuple[Quantity, Claim]]


def told(text: str) -> Told:
    report = analyse(read_text(text, "t"))
    return {q.text: (q, c) for q, c in zip(report.quantities, report.claims, strict=True)}


# -- digits that count nothing ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Tọa độ 21°17'24\" vĩ độ Bắc.",
        "Trạm đặt ở ngã ba thị trấn.",
        "hủy bỏ câu nêu tại điểm 4 bản quy chế cũ",
        "Hội nghị cán bộ y tế lần 7.",
        "Đã thu hoạch xong lúa vụ 3.",
    ],
)
def test_digits_of_names_and_places_are_no_figures(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Nhiệt độ cao nhất 39°C.", "39"),
        ("Mở rộng ba thị trấn.", "ba"),
        ("Đoàn được tặng 4 bản quy chế.", "4"),
        ("Mỗi lần 7 người.", "7"),
        ("Đã xảy ra 13 vụ 3 bị can.", "3"),
    ],
)
def test_figures_like_them_are(text: str, figure: str) -> None:
    assert figure in told(text)


def test_a_count_glued_to_its_noun() -> None:
    found = told("Tòa án thụ lý 64vụ/81 bị cáo; chuyến bay 4a lùi giờ.")
    assert found["64"][0].unit == "vụ" and found["81"][0].unit == "bị cáo"
    assert "4" not in found


# -- what is counted -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("Xảy ra 31 vụ tai nạn giao thông, làm chết 9 người.", "31", "vụ tai nạn giao thông"),
        ("Có 412 người có công với cách mạng.", "412", "người có công"),
        ("Có 71 lao động qua đào tạo.", "71", "lao động qua đào tạo"),
        ("có 41/97 (chiếm 42,3%) hợp tác xã hoạt động tốt", "41/97", "hợp tác xã"),
        ("diện tích tự nhiên là 3.104,2 ha Thị trấn Hòa An ở giữa", "3.104,2", "tự nhiên"),
        ("Cây rau các loại ước 7 tháng gieo trồng 351,4 ha.", "351,4", "rau"),
        ("Đàn bò có 4.120 con/3.900 con.", "3.900", "Đàn bò"),
        ("làm 9 người bị thương và sạt lở đất 4 vụ", "9", "người bị thương"),
        ("Diện tích lạc 41,2 ha sản lượng đạt 96 tấn.", "41,2", "Diện tích lạc"),
        ("Gieo 41/ 43,5 ha lạc.", "41/ 43,5", "lạc"),
        ("Cả vụ có 41,2 ha diện tích nuôi tôm bị thiệt hại.", "41,2", "diện tích nuôi tôm"),
        ("Đã chuyển cơ quan điều tra 23 vụ việc.", "23", "vụ việc"),
        ("Tỉnh có 4 đô thị loại một.", "4", "đô thị loại một"),
    ],
)
def test_the_noun(text: str, figure: str, noun: str) -> None:
    assert noun in (told(text)[figure][0].noun or "")


@pytest.mark.parametrize(
    ("text", "figure", "wrong"),
    [
        ("Có 12 xã giao đất xong.", "12", "giao"),
        ("Có 12 người có mặt.", "12", "có mặt"),
        ("đã có 41 (42,3%) so với năm trước", "41", "so với"),
        ("trồng 14 ha Keo lai", "14", "trồng"),
        ("sửa 9 phòng thẩm định và tiếp dân", "9", "phòng thẩm định tiếp"),
        ("giảm so với 41 biên chế của năm 2031", "41", "của"),
        ("Phòng, ban của khối nay rút bớt 6 phòng.", "6", "bớt"),
    ],
)
def test_what_is_no_noun(text: str, figure: str, wrong: str) -> None:
    assert wrong not in (told(text)[figure][0].noun or "")


def test_of_a_share_of_a_plan_what_was_planned_is_counted() -> None:
    found = told("Diện tích gieo trồng 351,4 ha, đạt 96,2% kế hoạch; kết nạp 12% số đoàn viên.")
    assert found["96,2%"][0].noun == "Diện tích gieo trồng"
    assert found["12%"][0].noun == "đoàn viên"


# -- what it is about ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("Giá trị sản xuất tăng, chủ yếu do chăn nuôi tăng 4,9%.", "4,9%", "chăn nuôi"),
        ("Tổng thu 95 tỷ đồng. Huyện giao đầu năm 90 tỷ đồng.", "90", "Tổng thu"),
        ("Riêng án ma túy tăng nhiều nhất (tăng 16 vụ).", "16", "án ma túy"),
        ("Cắt giảm ít nhất 20% chi phí tuân thủ.", "20%", "chi phí tuân thủ"),
        ("Huyện có dân số (năm 2031) là 179.412 người.", "179.412", "dân số"),
        ("Diện tích rau, đậu, củ, quả chiếm 2.310 ha.", "2.310", "Diện tích rau, đậu"),
        ("Mở rộng vườn ươm để đạt sản lượng trên 8,2 triệu tấn.", "8,2", "sản lượng"),
        ("Dạy nghề cho 140 lao động; hằng năm có trên 75% số chi hội khá.", "75%", "chi hội"),
        (
            "Hộ có thu nhập từ 310 nghìn đồng/người trở xuống đối với vùng bãi và từ 420 nghìn "
            "đồng/người trở xuống đối với vùng đồi.",
            "420",
            "thu nhập",
        ),
    ],
)
def test_the_subject(text: str, figure: str, subject: str) -> None:
    assert subject in (told(text)[figure][1].subject or "")


@pytest.mark.parametrize(
    ("text", "figure", "wrong"),
    [
        ("Do dịch giảm nên lượng khách tăng 4,9%.", "4,9%", "dịch"),
        ("Tổng thu 95 tỷ đồng. Huyện giao kinh phí trồng rừng 4 tỷ đồng.", "4", "Tổng thu"),
        ("Thu ngân sách tăng 20% kế hoạch tỉnh giao.", "20%", "kế hoạch"),
    ],
)
def test_what_it_is_not_about(text: str, figure: str, wrong: str) -> None:
    assert wrong not in (told(text)[figure][1].subject or "")


def test_years_told_in_turn_date_their_figures() -> None:
    report = analyse(read_text("cao hơn trước (2031 tăng 7,4%; 2032 tăng 6,2%).", "t"))
    dates = {d.id: d.value for d in report.dates}
    assert [dates[c.period or ""] for c in report.claims] == ["2031", "2032"]


def test_a_count_like_a_year_is_none() -> None:
    assert not analyse(read_text("gồm 12 xã, 2031 có 4 thôn", "t")).dates


# -- which way -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure", "direction"),
    [
        ("Thu ngân sách tăng trưởng từ 14 - 18%/năm.", "14 - 18%", "increase"),
        ("Số vụ tăng so với cùng kỳ năm ngoái là 61 vụ/45 bị can.", "61", "increase"),
        ("Số vụ tăng so với cùng kỳ năm ngoái là 61 vụ/45 bị can.", "45", "increase"),
        ("Hộ nghèo được kéo giảm còn 3,1%.", "3,1%", None),
        ("Thu ngân sách tăng trưởng từ 14% năm 2021 lên 18%.", "14%", None),
        ("Thu nhập tăng lên gấp 2,4 lần.", "2,4", "increase"),
        ("Giá bán lên tới 2,4 lần.", "2,4", None),
        (
            "Tăng trưởng từ 3 - 4%/năm trong giai đoạn 2021 - 2025 và từ 5 - 6%/năm sau đó.",
            "5 - 6%",
            "increase",
        ),
    ],
)
def test_the_direction(text: str, figure: str, direction: str | None) -> None:
    assert told(text)[figure][0].direction == direction


# -- targets ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Phấn đấu trồng 320 ha rừng. Mỗi năm kết nạp 40 đảng viên.", "40"),
        ("Giai đoạn 2031 - 2035 phấn đấu đạt 4%. Năm 2035, dịch vụ chiếm 41%.", "41%"),
        ("Đại hội đề ra 14 chỉ tiêu chủ yếu: thu 210 tỷ đồng; xây 12 trường.", "12"),
        ("Mục tiêu ngành đặt ra năm 2034 là duy trì dưới 4%.", "4%"),
        ("Xã đề ra mục tiêu: số hóa kết quả đạt 90%; phủ sóng 98% số thôn.", "98%"),
        ("Phấn đấu, các thôn đã đạt chuẩn giữ vững 14 tiêu chí.", "14"),
        ("Phấn đấu đạt các chỉ tiêu sau:\n- 65% số thôn có nhà văn hóa.", "65%"),
        (
            "Phấn đấu 4% số bản có chợ, bến xe và sân chơi cho thiếu nhi, "
            + "đường làng ngõ xóm được thắp sáng, " * 6
            + "ít nhất 71% số hộ có điện.",
            "71%",
        ),
        ("Đề án đặt mục tiêu đến năm 2035 có 12 chợ. Tối thiểu 65% số hộ có điện.", "65%"),
        ("Phấn đấu ít nhất 4% số bản có chợ. 71% số hộ có điện.", "71%"),
        ("Phấn đấu ít nhất 4% số bản có chợ.\n\nNâng tỷ lệ hộ có điện lên 71%.", "71%"),
        ("I. Chỉ tiêu chủ yếu\n1. Tỷ lệ xã có chợ đạt 60% (9 xã).", "9"),
        ("I. Chỉ tiêu chủ yếu\n1. Tỷ lệ xã có chợ 60% (9/15 xã, tăng thêm 4 xã).", "4"),
    ],
)
def test_what_is_striven_for(text: str, figure: str) -> None:
    assert told(text)[figure][1].status == "target"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Cả huyện trồng 320 ha rừng. Mỗi năm kết nạp 40 đảng viên.", "40"),
        ("Phấn đấu trồng 320 ha rừng. Mỗi năm đã kết nạp 40 đảng viên.", "40"),
        ("Phấn đấu đạt các chỉ tiêu sau.\n\n71% số hộ có điện.", "71%"),
        ("Phấn đấu ít nhất 4% số bản có chợ. 71% số hộ đã có điện.", "71%"),
        ("Phấn đấu ít nhất 4% số bản có chợ.\n\n71% số hộ có điện.", "71%"),
        ("Đã hỗ trợ tối đa 9 triệu đồng/hộ.", "9"),
        ("Nợ xấu 2,6%, không quá 4% dư nợ.", "2,6%"),
        ("Giai đoạn 2021 - 2025 phấn đấu đạt 4%. Năm 2020, dịch vụ chiếm 41%.", "41%"),
        ("Đã hoàn thành 14 chỉ tiêu chủ yếu: thu 210 tỷ đồng; xây 12 trường.", "12"),
        ("Thực hiện mục tiêu phủ xanh, độ che phủ đã tăng từ 31,4% lên 38,2%.", "31,4%"),
        ("I. Chỉ tiêu chủ yếu\n1. Tỷ lệ xã có chợ đạt 60% (hiện nay 4 xã).", "4"),
        ("I. Chỉ tiêu chủ yếu\n1. Tỷ lệ xã có chợ đạt 60% (41% năm 2031).", "41%"),
    ],
)
def test_what_is_done(text: str, figure: str) -> None:
    assert told(text)[figure][1].status == "reported"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Hỗ trợ mua giống không quá 9 triệu đồng/hộ.", "9"),
        ("Hỗ trợ 60% chi phí mua giống, nhưng không quá 9 triệu đồng/hộ.", "60%"),
        ("Hỗ trợ 60% chi phí mua giống, phân bón, tối đa 9 triệu đồng/hộ.", "60%"),
    ],
)
def test_what_is_given_at_most(text: str, figure: str) -> None:
    assert told(text)[figure][1].status == "norm"


def test_a_class_and_above_bounds_no_share() -> None:
    found = told("100% chi bộ hoàn thành nhiệm vụ trở lên; từ 12 hộ trở lên.")
    assert found["100%"][0].bound is None and found["12"][0].bound == "at_least"


def test_the_period_told_behind_a_rate_of_growth_is_its_own() -> None:
    text = (
        "Phấn đấu tăng 3 - 4%/năm trong giai đoạn 2031 - 2035 và 5 - 6%/năm giai đoạn 2036 - 2040"
    )
    report = analyse(read_text(text, "t"))
    dates = {d.id: d.value for d in report.dates}
    assert [dates[c.period or ""] for c in report.claims] == ["2031/2035", "2036/2040"]


# -- what is done with the things counted, and who has them, is no noun ----------------------


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("Xảy ra 14 vụ cháy, làm chết 3 người.", "3", "người"),
        ("Tòa án huyện thụ lý 214 vụ, xét xử 180 vụ.", "214", "vụ"),
        ("Toàn huyện tiếp nhận 317 đơn.", "317", "đơn"),
        ("Quý III, hai cấp đã trực tiếp kiểm sát 12 cuộc.", "12", "cuộc"),
        ("Đã ban hành kết luận 9 cuộc.", "9", "cuộc"),
        ("Huyện đã chi trả tiền hỗ trợ cho 1.204 người.", "1.204", "người"),
        ("Qua thanh tra phát hiện sai phạm tại 7 đơn vị.", "7", "đơn vị"),
        ("Khối ủy ban có 23 người.", "23", "người"),
        ("Hồ sơ chậm và hồ sơ quá hạn nhưng chưa có kết quả là 12 hồ sơ.", "12", "hồ sơ"),
        ("Hồ sơ quá hạn 31 hồ sơ.", "31", "Hồ sơ quá hạn"),
        ("Kiến nghị, phản ánh 45 vụ việc.", "45", "Kiến nghị, phản ánh"),
        ("Hội viên mới là 40 người.", "40", "Hội viên mới"),
        ("Lao động nam đã qua đào tạo 60 người.", "60", "Lao động nam đã qua đào tạo"),
        ("Bắt buộc 30 người, tự nguyện 4 người.", "30", "Bắt buộc"),
        ("Đã số hóa 106/108 hồ sơ.", "106/108", "số hóa"),
        ("Số vụ công an huyện đã xử lý là 18 vụ.", "18", "Số vụ công an huyện đã xử lý"),
    ],
)
def test_deeds_and_owners_are_not_what_is_counted(text: str, figure: str, noun: str) -> None:
    assert told(text)[figure][0].noun == noun


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("Số thụ lý mới là 446 việc.", "446", "việc thụ lý mới"),
        ("Tổng số phải thi hành là 728 việc.", "728", "việc phải thi hành"),
        ("Số lượng Thường trực Hội đồng giảm 02 đồng chí.", "02", "đồng chí Thường trực Hội đồng"),
        ("Số hộ thoát nghèo là 40 hộ.", "40", "Số hộ thoát nghèo"),
        ("Tổng số GV: 68 người.", "68", "GV"),
        ("Tổng đàn lợn 1.204 con.", "1.204", "Tổng đàn lợn"),
        ("Va chạm giao thông xảy ra 8 vụ.", "8", "Va chạm giao thông"),
    ],
)
def test_counts_of_which_only_what_is_said_is_named(text: str, figure: str, noun: str) -> None:
    assert told(text)[figure][0].noun == noun


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("Có 412 hộ cận nghèo, chiếm 9,2% dân số toàn xã.", "9,2%", "hộ cận nghèo"),
        ("Rừng trồng 411 ha, bằng 41% diện tích đất lâm nghiệp.", "41%", "Rừng trồng"),
        ("Có 301 người tiêm mũi 4, đạt 91,9% đối tượng cần tiêm.", "91,9%", "người tiêm mũi"),
        ("Phấn đấu đạt 90% hộ gia đình văn hóa.", "90%", "hộ gia đình văn hóa"),
        ("Không quá 50% tổng số công chức.", "50%", "tổng số công chức"),
        ("Huyện có 35 hộ nghèo trong tổng số 980 hộ, chiếm 3,6%.", "3,6%", "hộ nghèo"),
        ("Có 84 vụ án nhỏ, 112 bị can, đạt tỷ lệ 93,3%.", "93,3%", "vụ án nhỏ"),
        ("Có 84 vụ án nhỏ, 12 xã, đạt tỷ lệ 93,3%.", "93,3%", "xã"),
    ],
)
def test_shares_are_of_what_was_told_not_of_the_whole(text: str, figure: str, noun: str) -> None:
    assert told(text)[figure][0].noun == noun


def test_places_in_a_bracket_tell_where_not_what() -> None:
    found = told("Mưa lũ làm 6 người bị nạn (Hòa An 2 người, Tân Lợi 4 người).")
    assert found["2"][0].noun == found["4"][0].noun == "người bị nạn"
    assert told("Hòa An 2 người, Tân Lợi 4 người.")["4"][0].noun == "Tân Lợi"


def test_what_points_back_is_about_what_was_told() -> None:
    found = told("Tỷ lệ hộ nghèo còn 4,1%. Năm 2021, tỷ lệ này là 6,2%.")
    assert found["6,2%"][0].noun == "Tỷ lệ hộ nghèo"


def test_figures_of_a_plan_say_so() -> None:
    text = "Thu nội địa 96 tỷ đồng, đạt 98% dự toán huyện giao (98 tỷ đồng), vượt chỉ tiêu 95%."
    found = told(text)
    assert found["98"][0].noun == "dự toán thu nội địa"
    assert found["98%"][0].noun == "Thu nội địa"
    assert told("Kế hoạch vốn 40 tỷ đồng.")["40"][0].noun == "Kế hoạch vốn"


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        (
            "Đến hết tháng, tổng số tham gia BHXH, BHYT, BHTN là 40 người.",
            "40",
            "người tham gia BHXH, BHYT, BHTN",
        ),
        ("May mặc, mũ nón, giày dép tăng 0,8%.", "0,8%", "tỷ lệ tăng May mặc, mũ nón, giày dép"),
        ("Trong đó, thịt lợn tăng 0,8%.", "0,8%", "tỷ lệ tăng thịt lợn"),
        ("Riêng năm nay, ở huyện, cam tăng 0,8%.", "0,8%", "tỷ lệ tăng cam"),
    ],
)
def test_names_of_several_parts_are_whole(text: str, figure: str, noun: str) -> None:
    assert told(text)[figure][0].noun == noun


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("Biên chế công chức được giao là 412 biên chế.", "412", "biên chế"),
        ("Biên chế được giao giảm từ 412 xuống 390 (giảm 5,3%).", "5,3%", "Biên chế được giao"),
        ("Tỷ lệ lấp đầy đạt 80% diện tích đất công nghiệp.", "80%", "Tỷ lệ lấp đầy"),
        ("Vốn trong nước 92 tỷ đồng, gấp 2 lần kế hoạch.", "2", "Vốn trong nước"),
        ("Tỷ lệ sinh con thứ 3 trở lên còn 11,6%.", "11,6%", "Tỷ lệ sinh con thứ 3 trở lên"),
        ("Toàn tỉnh đón 3,6 triệu lượt khách.", "3,6", "lượt khách"),
        ("Quỹ đã tăng 3,1% cụ thể như sau", "3,1%", "Quỹ"),
        ("Công trình về đích sớm 3 tháng.", "3", "tháng"),
        ("Có 62 cụ trên 90 tuổi.", "62", "cụ"),
    ],
)
def test_plans_rates_and_times_name_what_they_tell(text: str, figure: str, noun: str) -> None:
    assert noun in (told(text)[figure][0].noun or "")


def test_at_least_is_told_by_a_comparison() -> None:
    assert told("Hợp tác xã có điểm lớn hơn hoặc bằng 80 điểm.")["80"][0].bound == "at_least"


def test_the_year_something_was_given_in_is_no_part_of_its_name() -> None:
    found = told("Dự toán thu nội địa năm 2031 được giao 372 tỷ đồng.")
    assert found["372"][0].noun == "Dự toán thu nội địa"
