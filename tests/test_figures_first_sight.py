"""Figures as ministries and provinces write them, read for the first time: what they count, which
way they moved, what they are compared with."""

from __future__ import annotations

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def told(text: str) -> Report:
    return analyse(read_text(text, "t"))


def counted(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(q.text, q.noun, q.direction) for q in told(text).quantities]


NOUNS = [
    ("76 ý kiến liên quan lĩnh vực kinh tế - ngân sách",
     "ý kiến liên quan lĩnh vực kinh tế - ngân sách"),
    ("05 tổ chức chính trị - xã hội đã ký", "tổ chức chính trị - xã hội"),
    ("05 thôn - tăng 02 thôn", "thôn"),
    ("Tỉnh đã thay 68 nghị định, nghị quyết quy phạm pháp luật.",
     "nghị định, nghị quyết quy phạm pháp luật"),
    ("Văn bản có hiệu lực sau 15 ngày, kể từ ngày công bố.", "ngày"),
    ("lập kế hoạch tài chính 03 năm 2031 - 2033", "năm"),
    ("BÁO CÁO\nkết quả 04 năm thực hiện Đề án", "năm"),
    ("hội nghị sơ kết 03 năm thực hiện Đề án", "năm"),
    ("Quy chế làm việc qua hơn 4 năm thực hiện", "năm"),
    ("Tuổi thọ trung bình 74 năm", "Tuổi thọ"),
    ("Dự kiến đến cuối năm thu quỹ đất đạt 7.400 tỷ đồng", "thu quỹ đất"),
    ("Không tính số thu từ bán nhà công (318 tỷ đồng)", "số thu từ bán nhà công"),
    ("và khó đạt kế hoạch đề ra là 6,35%", "kế hoạch đề ra"),
    ("Giải ngân toàn tỉnh mới đạt 45,2% kế hoạch", "Giải ngân toàn tỉnh"),
    ("Vốn của doanh nghiệp thành lập mới đạt 22,4 tỷ đồng",
     "Vốn của doanh nghiệp thành lập mới"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun"), NOUNS)
def test_what_a_figure_counts(text: str, noun: str) -> None:
    assert counted(text)[0][1] == noun


DIRECTIONS = [
    ("Tổng vốn đăng ký cấp mới và tăng thêm đạt 2,3 tỷ USD", None),
    ("Vốn đăng ký tăng thêm 2,3 tỷ USD", "increase"),
    ("Tốc độ tăng dân số giai đoạn 2021 - 2025 của vùng là 1,2%", "increase"),
    ("Tốc độ giảm sinh thời kỳ 2021-2025 đạt 1,2%", "decrease"),
    ("Nhịp độ tăng xuất khẩu 8 tháng ước đạt 6,4%", "increase"),
    (
        "Tăng trưởng ngành công nghiệp, xây dựng gần 7,4% trở lên cùng với thương mại",
        "increase",
    ),
    ("Nhịp độ tăng xuất khẩu 8 tháng cao, tỷ lệ hộ nghèo 6,4%", None),
    ("đạt mức tăng cao, chỉ số sản xuất năm 2017 bằng 130%", None),
    ("công nghiệp tăng trƣởng bình quân 7,5%/năm", "increase"),  # Ƣ (oi) for Ư
]


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS)
def test_which_way_a_figure_moved(text: str, direction: str | None) -> None:
    assert counted(text)[0][2] == direction


def test_changes_in_a_bracket_count_what_their_levels_do() -> None:
    text = "Viện đã khởi tố 640 vụ, 1.215 bị can (giảm 31 vụ, 94 bị can)"
    assert [n for _, n, _ in counted(text)] == ["vụ", "bị can"] * 2


def test_an_ordinal_before_a_body_counts_nothing() -> None:
    assert counted("bế mạc Kỳ họp thứ 17 Hội đồng nhân dân xã") == []
    assert counted("xếp hạng, đứng thứ 34/63 tỉnh") == []
    assert [t for t, *_ in counted("họp 20 Hội đồng")] == ["20"]


def test_fewer_than_enough() -> None:
    q = told("Nơi chưa đủ 03 đảng viên thì ghép").quantities[0]
    assert (q.text, q.bound) == ("03", "less_than")


BASES = [
    ("Thu đạt 104,2% dự toán, tăng 7,3% so với năm 2030.", [None, "2030"]),
    ("Vốn tăng 42% và gấp 2,07 lần về tổng mức so với cùng kỳ năm 2030.", ["2030", "2030"]),
]


@pytest.mark.parametrize(("text", "bases"), BASES)
def test_what_a_change_is_compared_with(text: str, bases: list[str | None]) -> None:
    report = told(text)
    values = {d.id: d.value for d in report.dates}
    assert [values.get(c.base or "") for c in report.claims] == bases


# -- dates -----------------------------------------------------------------------------------

DAYS = [
    ("Đăng ngày 09 - 07 - 2031 bởi", ["2031-07-09"]),
    ("Nghị định số 7/2031/NĐ-CP ngày7/5/2031 chậm", ["2031-05-07"]),
    ("họp trong các ngày từ 07 đến 14-10-2030, tại xã", ["2030-10-07", "2030-10-14"]),
    ("giảm từ 07 đến 14 hộ; mỗi ngày 2 - 3 lượt", []),
]


@pytest.mark.parametrize(("text", "values"), DAYS)
def test_days_as_portals_write_them(text: str, values: list[str]) -> None:
    assert [d.value for d in told(text).dates] == values


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Hội đồng gồm 07 (bảy) ủy viên.", [("07", "ủy viên"), ("bảy", "ủy viên")]),
        ("giao hai mươi lăm (25) hộ.", [("hai mươi lăm", "hộ")]),
        ("Thời hạn thuê đất 50 (năm mươi) năm.", [("50", "Thời hạn thuê đất")]),
        ("có 07 (ba) ủy viên.", [("ba", "ủy viên")]),
    ],
)
def test_a_figure_told_again_in_words(text: str, figures: list[tuple[str, str]]) -> None:
    told_ = [(t, n) for t, n, _ in counted(text)]
    assert all(f in told_ for f in figures)


def test_about_so_many() -> None:
    bounds = [q.bound for q in told("ngót 200 hộ; trên dưới 100 người; dưới 90 xã").quantities]
    assert bounds == ["about", "about", "less_than"]


def test_quarters_in_a_row() -> None:
    text = "trong quý I và II/2031; mục I và II/2031"
    values = [(d.text, d.value) for d in told(text).dates]
    assert values[:2] == [("quý I", "2031-Q1"), ("II/2031", "2031-Q2")]
    assert ("II/2031", "2031-Q2") not in values[2:]


def test_a_day_of_the_lunar_calendar_counts_nothing() -> None:
    assert counted("họp ngày 15 tháng Giêng") == []


def test_a_telegram_tells_its_hour() -> None:
    text = "Công điện số 05/CĐ-TTg hồi 14 giờ 30 phút ngày 12/9/2031 của Thủ tướng Chính phủ"
    (c,) = told(text).citations
    assert (c.date, c.issuer) == ("2031-09-12", "Thủ tướng Chính phủ")


def test_what_each_unit_gets_is_counted_by_its_own_noun() -> None:
    assert counted("Mỗi xã được bố trí không quá 37 người.")[0][1] == "người"
    assert counted("Dân số toàn xã là 37 người.")[0][1] == "Dân số toàn xã"
