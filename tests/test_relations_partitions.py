"""Ways to divide a whole that leave nothing out (patterns/lexicon/phan_to.txt), and what only looks
like one: parts that say more than the name of the part, levels to compare with, other wholes."""

from __future__ import annotations

import pytest

from marks import built, found, judged, report_of

SUMS = [
    "Đảng bộ huyện có 4.512 đảng viên (4.310 đảng viên chính thức, 202 đảng viên dự bị).",
    "Toàn huyện có 45 tổ chức cơ sở đảng, gồm 18 đảng bộ và 27 chi bộ.",
    "Có 412 đại biểu tham gia biểu quyết, trong đó 405 đại biểu tán thành, 3 đại biểu không tán "
    "thành, 4 đại biểu không biểu quyết.",
    "Tỉnh có 412 trường học, trong đó 360 trường công lập, 52 trường ngoài công lập.",
    "Dân số trung bình của tỉnh là 812.400 người, trong đó dân số nam 402.100 người, chiếm 49,5%; "
    "dân số nữ 410.300 người.",
    "Dư nợ đạt 45.200 tỷ đồng, tăng 5%; trong đó dư nợ ngắn hạn 25.100 tỷ đồng, dư nợ trung và dài "
    "hạn 20.100 tỷ đồng.",
    "Diện tích rừng bị thiệt hại là 62,5 ha, giảm 12%, trong đó bị cháy 20,1 ha; bị chặt, phá 42,4 "
    "ha, tăng 3%.",
    "Quý I trồng được 6.150 ha rừng, gồm 5.200 ha rừng sản xuất, 700 ha rừng phòng hộ, 250 ha rừng "
    "đặc dụng.",
    "Đã tiếp 320 lượt công dân, trong đó tiếp thường xuyên 230 lượt, tiếp định kỳ 90 lượt.",
    "Trong ngày ghi nhận 1.214 ca mắc mới, trong đó 14 ca nhập cảnh và 1.200 ca trong nước.",
    "Sau sắp xếp, tỉnh còn 96 đơn vị hành chính cấp xã, gồm 71 xã, 20 phường, 5 thị trấn.",
    "Khám cho 2.418.700 lượt, so với 2.227.150 lượt của cùng kỳ tăng 8,6%; chia theo tuyến thì "
    "tuyến tỉnh 812.400 lượt, tuyến huyện 1.094.900 lượt, tuyến xã 511.400 lượt.",
    "Trong số 2.047 trường hợp bị kỷ luật thì cấp xã có 1.738 trường hợp, cấp huyện có 291 và cấp "
    "tỉnh có 18 trường hợp.",
    "Có 4.306 đơn đủ điều kiện xử lý với 512 đơn khiếu nại, 207 đơn tố cáo và 3.587 đơn kiến nghị, "
    "phản ánh.",
    "Trường có 47 giáo viên (nam 11, nữ 36).",
]
SLIPS = [
    "Đảng bộ huyện có 4.512 đảng viên (4.310 đảng viên chính thức, 262 đảng viên dự bị).",
    "Toàn huyện có 45 tổ chức cơ sở đảng, gồm 18 đảng bộ và 24 chi bộ.",
    "Có 412 đại biểu tham gia biểu quyết, trong đó 401 đại biểu tán thành, 3 đại biểu không tán "
    "thành, 4 đại biểu không biểu quyết.",
    "Tỉnh có 412 trường học, trong đó 360 trường công lập, 72 trường ngoài công lập.",
    "Dư nợ đạt 45.200 tỷ đồng, tăng 5%; trong đó dư nợ ngắn hạn 25.100 tỷ đồng, dư nợ trung và dài "
    "hạn 24.700 tỷ đồng.",
    "Diện tích rừng bị thiệt hại là 62,5 ha, giảm 12%, trong đó bị cháy 20,1 ha; bị chặt, phá 45,4 "
    "ha, tăng 3%.",
    "Trong số 2.047 trường hợp bị kỷ luật thì cấp xã có 1.738 trường hợp, cấp huyện có 291 và cấp "
    "tỉnh có 81 trường hợp.",
    "Có 4.306 đơn đủ điều kiện xử lý với 521 đơn khiếu nại, 207 đơn tố cáo và 3.587 đơn kiến nghị, "
    "phản ánh.",
    "Trường có 47 giáo viên (nam 11, nữ 63).",
]
QUIET = [
    # parts of parts
    "Đã kiểm tra 45 tổ chức cơ sở đảng, trong đó có 12 đảng bộ vi phạm và 3 chi bộ vi phạm.",
    "Có 45 tổ chức cơ sở đảng, trong đó 12 đảng bộ được kiểm tra và 3 chi bộ được giám sát.",
    "Huyện có 50 trường, trong đó 12 trường công lập đạt chuẩn, 3 trường ngoài công lập đạt chuẩn.",
    "Tỉnh có 320.000 lao động, trong đó lao động nam đã qua đào tạo 60.000 người, lao động nữ đã "
    "qua đào tạo 40.000 người.",
    "Tỉnh có 32.000 hộ, trong đó thành thị thoát nghèo 200 hộ, nông thôn thoát nghèo 300 hộ.",
    "Tỉnh có 141 đơn vị hành chính cấp xã (trong đó 20 xã miền núi, 5 phường loại I).",
    # the last part is told by its name alone
    "Thành phố có 25 đơn vị hành chính cấp huyện, bao gồm 10 quận; 14 huyện và thị xã Hòa Sơn.",
    # a place and a club, no sexes
    "Có 47 hội viên, trong đó hội viên ở miền Nam 11, hội viên Câu lạc bộ Phụ nữ 30.",
    "Tỉnh có 324 nghìn người, trong đó thành thị 73 nghìn người, nông thôn 251 nghìn người. Phân "
    "theo giới tính, nam có 164 nghìn người, nữ có 160 nghìn người.",
    # of other wholes
    "Tỉnh có 314 tổ chức cơ sở đảng của 9 đảng bộ huyện (126 đảng bộ, 188 chi bộ) đã tổng kết năm.",
    "Có 100 ca mắc, 12 ca tử vong, trong đó ca trong nước 5, nhập cảnh 1.",
]


@pytest.mark.parametrize("text", SUMS)
def test_all_parts_by_their_names(text: str) -> None:
    equations, codes = judged(text)
    assert any(" + " in e and v == "consistent" for e, v in equations.items())
    assert not codes


@pytest.mark.parametrize("text", SLIPS)
def test_parts_that_do_not_add_up(text: str) -> None:
    assert found(text) == ["A104"]


@pytest.mark.parametrize("text", QUIET)
def test_parts_that_need_not_be_all(text: str) -> None:
    assert found(text) == []


ROW = (
    "Xã A có 41 hộ, trong đó 18 hộ vay vốn, 23 hộ nhận giống; xã B có 35 hộ, trong đó {} hộ vay "
    "vốn, 15 hộ nhận giống; xã C có 52 hộ, trong đó {} hộ vay vốn, 12 hộ nhận giống{}"
)


def test_a_breakdown_told_in_the_words_of_others() -> None:
    # two that agree say what the words mean; one that misses by half is no other breakdown
    equations, codes = judged(ROW.format(20, 40, "."))
    assert {"18 + 23 = 41", "20 + 15 = 35", "40 + 12 = 52"} <= equations.keys() and not codes
    assert found(ROW.format(20, 10, ".")) == ["A104"]


@pytest.mark.parametrize(
    "text",
    [
        ROW.format(6, 10, "."),  # one agrees by chance
        ROW.format(20, 40, "; xã D có 60 hộ, trong đó 9 hộ vay vốn, 8 hộ được tập huấn."),
    ],
)
def test_breakdowns_that_may_be_partial(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dịch xảy ra ở 9 hộ (Tân An 2, Tân Phú 1, Tân Lập 1, Bình Hòa 5).",
        "Mưa lũ làm 12 người chết, cụ thể: Tân An 6 người, Bình Hòa 3 người, Phú Lâm 2 người, Long "
        "Mỹ 1 người.",
    ],
)
def test_parts_of_one_whole_are_no_sums_of_each_other(text: str) -> None:
    assert len(built(text)) == 1


def test_parts_opened_by_a_word_go_on_behind_it() -> None:
    text = (
        "Toàn huyện tiếp nhận 164 đơn; trong đó có 72 đơn về đất đai; có 53 đơn về chính sách; có "
        "39 đơn về môi trường."
    )
    (relation,) = report_of(text).relations
    assert (relation.expression, relation.rule) == ("72 + 53 + 39 = 164", "rel.parts")


AREAS = "Địa bàn trộm cắp: ở thành thị chiếm 63,4% số vụ; khu vực nông thôn {}%."
VERDICTS = (
    "Tổ công tác làm rõ 28/41 vụ tranh chấp, 57/66 vụ xâm hại. Trong đó, 6 vụ tranh chấp, 13 vụ "
    "xâm hại đúng; 15 vụ tranh chấp, 29 vụ xâm hại sai; 7 vụ tranh chấp, {} vụ xâm hại đúng một "
    "phần."
)
ROUND = (
    "Trong hơn 21.000 suất quà đã trao, có 4.318 suất của cấp tỉnh, 6.205 suất của cấp huyện và {} "
    "suất của cấp xã."
)


def test_opposite_shares_in_clauses_of_their_own() -> None:
    equations, codes = judged(AREAS.format("36,6"))
    assert "63,4% + 36,6% = 100%" in equations and not codes
    assert found(AREAS.format("33,6")) == ["A121"]
    assert found("Tỷ lệ hộ nghèo ở thành thị là 2,6%; ở nông thôn là 7,9%.") == []


def test_the_x_of_several_fractions_divided_in_columns() -> None:
    equations, codes = judged(VERDICTS.format(15))
    assert {"6 + 15 + 7 = 28", "13 + 29 + 15 = 57"} <= equations.keys() and not codes


def test_the_x_of_a_fraction_taken_up_again() -> None:
    text = (
        "Các xã đã mở 3.916/3.916 thửa ruộng bậc thang để cấy lại, trong đó đắp mới 2.205 thửa, tu "
        "bổ 1.711 thửa.\nSố thửa của hộ nghèo là 1.084 thửa; số thửa của hộ cận nghèo là 2.307 "
        "thửa; số thửa của hộ khác là {} thửa."
    )
    equations, codes = judged(text.format(525))
    assert "1.084 + 2.307 + 525 = 3.916" in equations and not codes
    assert "1.084 + 2.307 + 425 = 3.916" not in built(text.format(425))


def test_two_fractions_that_are_all_of_one_whole() -> None:
    text = "Đội đã nghiệm thu 63/88 giếng khoan, {}/88 giếng khoan phải làm lại."
    assert "88 - 63 = 25" in built(text.format(25))
    assert not built(text.format(24)) and found(text.format(24)) == []


def test_all_of_a_round_whole() -> None:
    equations, codes = judged(ROUND.format("10.511"))
    assert "4.318 + 6.205 + 10.511 = 21.000" in equations and not codes
    assert not built(ROUND.format("7.511"))  # others are left out


def test_parts_that_are_told_of_each_of_two_places() -> None:
    two = "Cả huyện xảy ra {} vụ. Cụ thể, xã Tân An 17 vụ, Bình Hòa 12 vụ, Long Mỹ và Phú Lâm {}."
    assert found(two.format(35, "cùng 3 vụ")) == []
    assert found(two.format(35, "đều có 3 vụ")) == []
    assert found(two.format(35, "3 vụ")) == ["A104"]
