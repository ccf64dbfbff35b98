"""Dates: which spans come out, with which values; what is no date."""

from __future__ import annotations

import pytest

from extract.values import dates as iso
from marks import dates_in, unmark

FOUND = [
    ("GRDP «H1/2025» tăng 6%, dự báo H2 sẽ cao hơn", "2025-H1"),
    ("so với «H2/2024»", "2024-H2"),
    ("từ khi tái lập tỉnh («1997»), dân số 2015 người", "1997"),
    ("lỗ 3 năm liên tục («2005 đến 2007»)", "2005/2007"),
    ("Nghị định số 61/2031/NĐ-CP«ngày 14 tháng 8 năm 2031» của", "2031-08-14"),
    ("Luật Khiếu nại, tố cáonăm «2018» có hiệu lực", "2018"),
    ("Hội nghị ngày «25/10/2017» bàn kế hoạch", "2017-10-25"),
    ("Vĩnh Long, «ngày 14 tháng 8 năm 2018»", "2018-08-14"),
    ("đã dừng từ «tháng 02 năm 2023» theo chỉ đạo", "2023-02"),
    ("đã dừng từ tháng «12/2022» đến nay", "2022-12"),
    ("đến «12/2022», huyện có 14 xã", "2022-12"),
    ("biên chế giao năm «2015» là 40", "2015"),
    ("hoàn thành trong «quý I/2018»", "2018-Q1"),
    ("trong «quý IV năm 2018» thu được", "2018-Q4"),
    ("giai đoạn «2016-2021» giảm mạnh", "2016/2021"),
    ("nhiệm kỳ «2022 – 2026» có thêm", "2022/2026"),
    ("thu ngân sách «6 tháng đầu năm 2024» đạt", "2024-H1"),
    ("chi «6 tháng cuối năm 2023» giảm", "2023-H2"),
    ("kết quả «9 tháng năm 2024» khả quan", "2024-01/2024-09"),
    ("«hai tháng đầu năm 2007» ước đạt", "2007-01/2007-02"),
    ("Tính chung «chín tháng năm 2024», thu đạt", "2024-01/2024-09"),
    ("Chỉ số giá «tháng Mười Một năm 2024» tăng", "2024-11"),
    ("Sản lượng «tháng Tư/2024» giảm", "2024-04"),
    ("khởi công «quý ba năm 2024» tại", "2024-Q3"),
    ("tổng kết năm học «2023 - 2024» của ngành", "2023/2024"),
    ("trước «10 tháng 11 hàng năm» phải gửi", "XXXX-11-10"),
    ("trước «ngày 10 tháng 11 hằng năm» phải gửi", "XXXX-11-10"),
    ("xong trước «ngày 05 tháng 8» tới", "XXXX-08-05"),
    ("xong trước ngày «30/6» hằng năm", "XXXX-06-30"),
    ("họp ngày «12.9.2018» tại xã", "2018-09-12"),
    ("họp ngày «5-9-2019» tại xã", "2019-09-05"),
    ("đến hết năm «2026» còn 12 phòng", "2026"),
    ("NHIỆM VỤ NĂM «2025»", "2025"),
    ("trong 03 năm «2026 - 2028» của tỉnh", "2026/2028"),
    ("tầm nhìn «2050»", "2050"),
    ("theo giá so sánh «2010» tăng", "2010"),
    ("thời điểm «31/02/2024» có", None),
    ("từ «tháng 13 năm 2023» trở đi", None),
    ("nhiệm kỳ «2025-2020» của huyện", "2025/2020"),
    ("sáng «30/5» khai mạc giải", "XXXX-05-30"),
    ("Trong «9 tháng đầu năm», thu đạt", "XXXX-01/XXXX-09"),
    ("kế hoạch «sáu tháng cuối năm» là", "XXXX-H2"),
    ("Tính chung «5 tháng», xuất khẩu đạt", "XXXX-01/XXXX-05"),
    ("Do đó, «11 tháng», diện tích cháy rừng giảm", "XXXX-01/XXXX-11"),
    ("«9 tháng», tổng thu ngân sách đạt", "XXXX-01/XXXX-09"),
    ("«Quý III» ước thu 40 tỷ", "XXXX-Q3"),
    ("kết quả niên độ «2024» của Bộ", "2024"),
    ("hôm nay («12/4»), đoàn kiểm tra", "XXXX-04-12"),
    ("mừng Đảng, mừng xuân, dịp «3/2»", "XXXX-02-03"),
    ("tính đến «15/6» đã cấy xong", "XXXX-06-15"),
    ("gửi về Sở trước «30/6».", "XXXX-06-30"),
    ("từ đầu năm đến «15/7», cả tỉnh", "XXXX-07-15"),
    ("gửi trước «15 tháng 12» để tổng hợp", "XXXX-12-15"),
    ("từ ngày «21/7»đến 9 giờ", "XXXX-07-21"),
    ("họp ngày «29.6» tại huyện", "XXXX-06-29"),
    ("ngày «5-7» khởi công", "XXXX-07-05"),
    ("tháng «6.2021» ước đạt", "2021-06"),
    ("trong «11 tháng/2023» thu đạt", "2023-01/2023-11"),
    ("niên vụ «2013/14» được mùa", "2013/2014"),
    ("vụ «2015/2016» mất mùa", "2015/2016"),
    ("vụ đông xuân «2020-21» được mùa", "2020/2021"),
    ("Huế, «ngày 10 thang 11 năm 2017»", "2017-11-10"),
    ("Huế, «ngay 6 thảng 2 nãm 2019»", "2019-02-06"),
    ("họp ngày «12 / 5 / 2023» tại xã", "2023-05-12"),
    ("doanh thu «6T/2023» đạt", "2023-H1"),
    ("doanh thu «9T2022» đạt", "2022-01/2022-09"),
    ("doanh thu «Q3/2023» đạt", "2023-Q3"),
    ("xuất khẩu «8 tháng 2017» đạt", "2017-01/2017-08"),
    ("giải ngân tháng «6/21» đạt", "2021-06"),
    ("phiên hôm «19/8» giá giảm", "XXXX-08-19"),
    ("giỗ Tổ ngày «10/3» âm lịch", None),
]

LISTS = [
    ("Theo tổng hợp, từ «16-10» đến «15-11», có 3 vụ", ["XXXX-10-16", "XXXX-11-15"]),
    ("Tuần qua (từ «16» đến «22-7»), có 3 vụ", ["XXXX-07-16", "XXXX-07-22"]),
    ("các năm «2021», «2022» và «2023» đều tăng", ["2021", "2022", "2023"]),
    ("từ ngày «01/01/2020» đến ngày «31/12/2020»", ["2020-01-01", "2020-12-31"]),
    ("từ «01/01» đến «31/12/2024»", ["2024-01-01", "2024-12-31"]),
    ("từ năm «2021» đến năm «2025»", ["2021", "2025"]),
    ("từ «2021» đến «2025», huyện", ["2021", "2025"]),
    ("«quý I», «quý II năm 2024» và năm «2025»", ["2024-Q1", "2024-Q2", "2025"]),
    ("«tháng 7» và «tháng 8 năm 2024»", ["2024-07", "2024-08"]),
    ("từ «9/2023» - «5/2024»", ["2023-09", "2024-05"]),
    ("từ «ngày 01» đến «ngày 15 tháng 3 năm 2024»", ["2024-03-01", "2024-03-15"]),
    ("tháng 02 và «2 tháng đầu năm 2007»", ["2007-01/2007-02"]),
    ("từ ngày «15»-«20/8» tổ chức thi", ["XXXX-08-15", "XXXX-08-20"]),
    ("từ ngày «28»-«5/9/2022»", ["2022-09-28", "2022-09-05"]),
    ("từ «ngày 28»-«30 tháng 6»", ["XXXX-06-28", "XXXX-06-30"]),
    ("các ngày «5», «6» và «7/8»", ["XXXX-08-05", "XXXX-08-06", "XXXX-08-07"]),
    ("dịp «30/4» và «1/5»", ["XXXX-04-30", "XXXX-05-01"]),
    ("đợt 2 từ «1/6» đến «15/6» tại xã", ["XXXX-06-01", "XXXX-06-15"]),
    ("trong «tháng 5», «6 năm 2020»", ["2020-05", "2020-06"]),
]

NONE = [
    "có 10/12 huyện đạt chuẩn",
    "theo Nghị định số 107/2020/NĐ-CP",
    "trực 24/7 tại trụ sở trong 5 năm",
    "tỷ lệ 01/10 và 02 xe/01 xã",
    "điện thoại 0219.3866.123",
    "tăng từ 2010 đến 2025 người",
    "giá phôi 1950-2000 USD/tấn",
    "ngày … tháng … năm …",
    "giải quyết 10/2020 hồ sơ",
    "so với cùng kỳ năm trước, đến nay",
    "thời hạn 6 tháng, phạt tù 9 tháng",
    "kính thưa quý vị đại biểu",
    "Hợp đồng số 12/05/2024/HĐ-TV",
    "chi 2.024 triệu đồng, 2025 lượt người",
    "Thông tư 10/2020 của Bộ",
    "sáng 3/4 lớp thi xong; sau 3/4 chặng đường; đến 4/5 xã",
    "tăng từ 3/10 đến 5/10.",
    "các ngày 5-7 mưa; mỗi ngày 2.5 tấn; ngày 2-3 lượt; ngày 8-10 giờ làm",
    "số vụ 2015/2016 vụ; giai đoạn 2 15/20 xã",
    "mỗi tháng 6.202 lượt; cái thang 12 bậc",
]


@pytest.mark.parametrize(("marked", "value"), FOUND)
def test_span_and_value(marked: str, value: str | None) -> None:
    text, spans = unmark(marked)
    found = dates_in(text)
    assert [(d.start, d.end) for d in found] == spans
    assert [d.value for d in found] == [value]
    assert found[0].text == text[found[0].start : found[0].end]


@pytest.mark.parametrize(("marked", "values"), LISTS)
def test_several(marked: str, values: list[str]) -> None:
    text, spans = unmark(marked)
    found = dates_in(text)
    assert [(d.start, d.end) for d in found] == spans
    assert [d.value for d in found] == values


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert [d.text for d in dates_in(text)] == []


def test_grain() -> None:
    text = "ngày 05/3/2021, tháng 4 năm 2021, quý I/2021, 6 tháng đầu năm 2021, năm 2022, 2016-2021"
    assert [d.grain for d in dates_in(text)] == [
        "day", "month", "quarter", "half", "year", "period",
    ]  # fmt: skip


def test_values_are_pure() -> None:
    assert iso.day("29", "02", "2024") == "2024-02-29"
    assert iso.day("29", "02", "2023") is None
    assert iso.day("29", "02", None) == "XXXX-02-29"
    assert iso.months_of_year("3", "cuối", "2024") == "2024-10/2024-12"
    assert iso.year_of("XXXX-11-10") is None and iso.year_of("2016/2021") == 2016
    assert iso.is_reversed("2025/2021") and not iso.is_reversed("2021/2025")
    assert iso.is_full_day("2018-08-14") and not iso.is_full_day("XXXX-08-14")


def test_days_of_a_span_with_other_marks() -> None:
    text = "Mưa từ ngày 20 đến 22-8; họp từ ngày 05 đến ngày 20-11-2023; ngày 2 đến 4,5 lít."
    assert [(d.text, d.value) for d in dates_in(text)] == [
        ("20", "XXXX-08-20"),
        ("22-8", "XXXX-08-22"),
        ("05", "2023-11-05"),
        ("20-11-2023", "2023-11-20"),
    ]


def test_days_of_a_list_share_month_and_year() -> None:
    text = "Các ngày 3, 4 và 5/9 nghỉ; họp ngày 2, 6 tháng 3 năm 2031; ngày 3/4, 5/4 và 7/4/2031."
    assert [d.value for d in dates_in(text)] == [
        "XXXX-09-03", "XXXX-09-04", "XXXX-09-05", "2031-03-02", "2031-03-06",
        "2031-04-03", "2031-04-05", "2031-04-07",
    ]  # fmt: skip


def test_days_with_a_full_stop() -> None:
    text = "Mưa lớn từ 2 - 5.8 làm sập cầu. Từ 01 - 05.10, trường nghỉ. Giá tăng từ 2 - 3.5."
    values = ["XXXX-08-02", "XXXX-08-05", "XXXX-10-01", "XXXX-10-05"]
    assert [d.value for d in dates_in(text)] == values


def test_years_of_seasons_and_plans() -> None:
    text = (
        "Cao hơn vụ Xuân 2031; vụ Mùa 2032 gieo 40 ha; Tết Nguyên đán 2033; Chỉ tiêu 2034: tăng "
        "7%; vụ xuân 2035 hộ."
    )
    assert [d.value for d in dates_in(text)] == ["2031", "2032", "2033", "2034"]
