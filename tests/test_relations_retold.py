# ruff: noqa: E501 (sentences)
"""Facts told again with a slip, and rates of change divided by the wrong level."""

from __future__ import annotations

import pytest

from extract.model import Relation
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

BODY = (
    "I. KẾT QUẢ\n\n"
    "Toàn huyện có {body} hồ sơ đất đai được tiếp nhận, đã giải quyết {solved} hồ sơ, còn lại "
    "{rest} hồ sơ.\n\n"
    "Công tác tuyên truyền được quan tâm thực hiện thường xuyên.\n\n"
    "Cán bộ tiếp dân được bố trí đủ ở các xã.\n\n"
    "II. ĐÁNH GIÁ CHUNG\n\n"
)


def relations(text: str, rule: str) -> list[Relation]:
    return [r for r in analyse(read_text(text, "t")).relations if r.rule == rule]


def retold(
    summary: str, body: str = "4.826", solved: str = "4.513", rest: str = "313"
) -> list[str]:
    text = BODY.format(body=body, solved=solved, rest=rest) + summary
    return [r.verdict for r in relations(text, "rel.retold")]


@pytest.mark.parametrize(
    "summary",
    [
        "Số hồ sơ đất đai tiếp nhận lên tới 4.286 hồ sơ, phần lớn được giải quyết đúng hạn.",
        "Trong số hồ sơ đất đai tiếp nhận là 4.862 hồ sơ, đa số thuộc cấp xã.",
        "Số hồ sơ đất đai được tiếp nhận là 4.823 hồ sơ.",
    ],
)
def test_a_fact_told_again_with_a_slip_is_a_contradiction(summary: str) -> None:
    assert retold(summary) == ["inconsistent"]


@pytest.mark.parametrize(
    ("summary", "why"),
    [
        ("Số hồ sơ đất đai tiếp nhận là 4.826 hồ sơ.", "the same figure"),
        ("Số hồ sơ đất đai tiếp nhận là 5.917 hồ sơ.", "no slip leads to it"),
        ("Số hồ sơ đất đai tiếp nhận năm trước là 4.286 hồ sơ, năm nay 4.826 hồ sơ.", "both told"),
        ("Toàn huyện trồng được 4.286 cây xanh.", "other things are counted"),
        ("Phấn đấu tiếp nhận 4.286 hồ sơ đất đai trong năm tới.", "an aim"),
        ("Số hồ sơ đất đai tiếp nhận là 4.286 hồ sơ, giảm 540 hồ sơ so với 4.826 hồ sơ.", "a fall"),
        ("Đoàn viên tham gia dọn vệ sinh có 4.286 lượt người.", "another unit"),
    ],
)
def test_other_figures_are_no_slip(summary: str, why: str) -> None:
    assert retold(summary) == [], why


def test_a_round_figure_is_no_slip_of_another() -> None:
    summary = "Số hồ sơ đất đai được tiếp nhận là 4.500 hồ sơ."
    assert retold(summary, body="4.000", solved="3.900", rest="100") == []


def test_a_figure_that_nothing_supports_is_not_held_against_another() -> None:
    text = (
        "Toàn huyện có 4.826 hồ sơ đất đai được tiếp nhận.\n\nMột.\n\nHai.\n\n"
        "Số hồ sơ đất đai tiếp nhận là 4.286 hồ sơ."
    )
    assert relations(text, "rel.retold") == []


TOLD = "Năm nay thu 4.085 triệu đồng, cùng kỳ năm trước thu 3.412 triệu đồng, tăng 673 triệu đồng"


@pytest.mark.parametrize(
    ("end", "verdicts"),
    [
        (", bằng 16,5%.", ["inconsistent"]),  # 673/4.085: of the level it led to
        (" (16,5%).", ["inconsistent"]),
        (", tương ứng tăng 16,5% so với cùng kỳ.", ["inconsistent"]),
        (", bằng 19,7%.", []),  # told already
        (", bằng 16,5% tổng số thu.", []),  # a share
        (", bằng 16,5% so với kế hoạch.", []),
        (", trong đó thu từ đất 16,5%.", []),
        ("; tỷ lệ nợ đọng 16,5%.", []),
    ],
)
def test_a_rate_of_change_is_measured_on_the_level_before(end: str, verdicts: list[str]) -> None:
    found = analyse(read_text(TOLD + end, "t")).relations
    rates = [r for r in found if r.kind in ("percent", "share")]
    assert [r.verdict for r in rates if r.verdict == "inconsistent"] == verdicts
    if verdicts:
        assert "3.412" in rates[0].expression


SERIES = "Năm 2022 số đơn tăng 143 đơn; năm 2023 tăng 131 đơn; năm 2024 tăng 168 đơn. "


@pytest.mark.parametrize(
    ("end", "verdicts"),
    [
        ("Sau 03 năm, số đơn đã nhiều hơn 442 đơn.", ["consistent"]),
        ("Tính chung, số đơn tăng 442 đơn.", ["consistent"]),
        ("Sau 03 năm, số đơn đã nhiều hơn 424 đơn.", ["inconsistent"]),
        ("Sau 03 năm, số đơn đã nhiều hơn 600 đơn.", []),  # no slip: something else is meant
        ("Sau 03 năm đã giải quyết 442 đơn.", []),
    ],
)
def test_yearly_changes_are_summed_up(end: str, verdicts: list[str]) -> None:
    found = analyse(read_text(SERIES + end, "t")).relations
    assert [r.verdict for r in found if r.kind == "sum"] == verdicts


@pytest.mark.parametrize(
    ("text", "built"),
    [
        ("Năm nay giải quyết 1.987 vụ, nhiều hơn năm 2023 là 204 vụ; năm 2023 có 1.783 vụ.", True),
        ("Năm nay giải quyết 1.987 vụ, ít hơn năm 2023 là 204 vụ; năm 2023 có 2.191 vụ.", True),
        ("Năm nay giải quyết 1.987 vụ, nhiều hơn năm 2023 là 204 vụ; năm 2022 có 1.650 vụ.", False),
    ],
)
def test_a_base_may_be_told_after_the_change(text: str, built: bool) -> None:
    found = analyse(read_text(text, "t")).relations
    assert any(r.kind == "difference" and r.verdict == "consistent" for r in found) == built


@pytest.mark.parametrize(
    "text",
    [
        "Đường huyện từ 163 km năm 2021 nâng lên 221 km năm 2023; năm 2022 tăng 27 km, năm 2023 "
        "tăng 31 km.",
        "Trong tổng số 402 phòng học, phòng kiên cố có 218 phòng, bán kiên cố 103 phòng, số còn "
        "lại 81 phòng là phòng tạm.",
        "Khu vực doanh nghiệp nộp 640 tỷ đồng, năm 2022 nộp 600 tỷ đồng. Thu xuất khẩu gấp 1,5 lần "
        "năm trước (210 tỷ đồng).",
    ],
)
def test_right_texts_are_quiet(text: str) -> None:
    found = analyse(read_text(text, "t")).relations
    assert [r.expression for r in found if r.verdict == "inconsistent"] == []


RATES = (
    "I. KẾT QUẢ\n\nToàn tỉnh xảy ra 640 vụ vi phạm quy định về bảo vệ rừng.\n\n"
    "Lực lượng kiểm lâm đã điều tra, làm rõ 541/640 vụ, đạt tỷ lệ 84,5%; tịch thu 96 phương tiện. "
    "Độ che phủ rừng đạt 41,2%.\n\n"
    "Công tác tuyên truyền được quan tâm.\n\n{heading}\n\n{summary}"
)


@pytest.mark.parametrize(
    "summary",
    [
        "Tỷ lệ điều tra, làm rõ các vụ vi phạm bảo vệ rừng đạt 84,8%.",
        "Tỷ lệ vụ vi phạm quy định bảo vệ rừng được làm rõ đạt 85,4%; dân cư ổn định.",
    ],
)
def test_a_rate_told_again_in_a_summary_with_a_slip_is_a_contradiction(summary: str) -> None:
    text = RATES.format(heading="II. ĐÁNH GIÁ CHUNG", summary=summary)
    assert [r.verdict for r in relations(text, "rel.retold")] == ["inconsistent"]


@pytest.mark.parametrize(
    ("heading", "summary"),
    [
        ("II. ĐÁNH GIÁ CHUNG", "Tỷ lệ điều tra, làm rõ các vụ vi phạm bảo vệ rừng đạt 84,5%."),
        ("II. ĐÁNH GIÁ CHUNG", "Tỷ lệ hộ nghèo vùng đệm giảm, còn 84,8% hộ có điện."),
        ("II. ĐÁNH GIÁ CHUNG", "Tỷ lệ điều tra, làm rõ các vụ vi phạm bảo vệ rừng đạt 91,3%."),
        ("II. ĐÁNH GIÁ CHUNG", "Phấn đấu tỷ lệ điều tra, làm rõ các vụ vi phạm rừng đạt 84,8%."),
        ("II. HUYỆN BẮC SƠN", "Tỷ lệ điều tra, làm rõ các vụ vi phạm bảo vệ rừng đạt 84,8%."),
    ],
)
def test_other_rates_are_no_slip(heading: str, summary: str) -> None:
    text = RATES.format(heading=heading, summary=summary)
    assert not [r for r in relations(text, "rel.retold") if r.verdict == "inconsistent"]


CHANGES = (
    "I. KẾT QUẢ\n\n"
    "Số điểm thu gom rác trên địa bàn từ 842 điểm còn 685 điểm, giảm 157 điểm thu gom.\n\n"
    "Công tác tuyên truyền được quan tâm thực hiện thường xuyên.\n\n"
    "Cán bộ tiếp dân được bố trí đủ ở các xã.\n\n"
    "II. ĐÁNH GIÁ CHUNG\n\n"
)


@pytest.mark.parametrize(
    ("summary", "verdicts"),
    [
        ("Mạng lưới gọn hơn, giảm 175 điểm thu gom.", ["inconsistent"]),
        ("Mạng lưới rộng hơn, tăng 175 điểm thu gom.", []),  # the other way
        ("Mạng lưới gọn hơn, giảm 163 điểm thu gom.", []),  # no slip leads to it
        ("Năm 2019 giảm 175 điểm thu gom.", ["inconsistent"]),
        ("Ngành điện lực đã giảm 175 điểm bán hàng lưu động.", []),  # another sort of place
        ("Từ 860 điểm còn 685 điểm, giảm 175 điểm thu gom.", []),  # told by levels of its own
    ],
)
def test_a_change_told_again_with_a_slip_is_a_contradiction(
    summary: str, verdicts: list[str]
) -> None:
    found = relations(CHANGES + summary, "rel.retold")
    assert [r.verdict for r in found] == verdicts


def test_changes_of_two_times_are_not_held_against_each_other() -> None:
    text = CHANGES.replace("Số điểm", "Năm 2018, số điểm") + "Năm 2019 giảm 175 điểm thu gom."
    assert relations(text, "rel.retold") == []


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Quý I xử lý 386 tin báo. Với 368 tin báo đã xử lý, lực lượng chức năng khởi tố 90 vụ.",
            ["inconsistent"],
        ),
        (
            "Huyện được giao 64,8 ha đất công; toàn bộ 68,4 ha đất công này đã giải tỏa.",
            ["inconsistent"],
        ),
        ("Quý I xử lý 386 tin báo, đạt yêu cầu cùng với 368 tin báo của quý trước.", []),
        ("Huyện được giao 64,8 ha đất công, toàn bộ 68,4 ha đất tư này đã giải tỏa.", []),
        (
            "Kinh phí mua sắm của sở được duyệt là 3.615 triệu đồng. Quỹ thi đua 3.165 triệu đồng nêu trên đã chi.",
            [],
        ),
    ],
)
def test_what_is_taken_up_again_is_the_same(text: str, verdicts: list[str]) -> None:
    assert [r.verdict for r in relations(text, "rel.echo")] == verdicts
