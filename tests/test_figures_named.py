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
        ("Giai đoạn 2021 - 2025 phấn đấu đạt 4%. Năm 2020, dịch vụ chiếm 41%.", "41%"),
        ("Đã hoàn thành 14 chỉ tiêu chủ yếu: thu 210 tỷ đồng; xây 12 trường.", "12"),
        ("Thực hiện mục tiêu phủ xanh, độ che phủ đã tăng từ 31,4% lên 38,2%.", "31,4%"),
        ("I. Chỉ tiêu chủ yếu\n1. Tỷ lệ xã có chợ đạt 60% (hiện nay 4 xã).", "4"),
        ("I. Chỉ tiêu chủ yếu\n1. Tỷ lệ xã có chợ đạt 60% (41% năm 2031).", "41%"),
    ],
)
def test_what_is_done(text: str, figure: str) -> None:
    assert told(text)[figure][1].status == "reported"


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
