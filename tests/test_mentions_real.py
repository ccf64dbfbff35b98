"""Dates, numbers, units and nouns as reports of many offices write them."""

from __future__ import annotations

import pytest

from marks import report_of


def figures(text: str) -> list[tuple[str, str | None]]:
    """The figures of a text with their units."""
    return [(q.text, q.unit) for q in report_of(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the number of a month, or of a part of one
        ("Trong tháng 7 huyện đã ban hành 14 văn bản.", [("14", "văn bản")]),
        ("Tháng 9 đồng loạt ra quân, trồng 320 cây.", [("320", "cây")]),
        ("Trong tháng 4 đồng thời rà soát 26 hồ sơ.", [("26", "hồ sơ")]),
        ("Hoàn thành trong tháng 5,6 năm 2031 tại 12 xã.", [("12", "xã")]),
        ("Xuất khẩu kỳ 2 tháng 4/2031 đạt 17,1 tỷ USD.", [("17,1", "USD")]),
        # counts, not months
        ("Mỗi tháng 8 xã tổ chức 2 buổi.", [("8", "xã"), ("2", "buổi")]),
        ("Thời hạn bảo hành 1 tháng 15 ngày.", [("1", "tháng"), ("15", "ngày")]),
        # degrees typed with a letter
        ("Nhiệt độ cao nhất 38,6oC, có nơi trên 39oC.", [("38,6", "°C"), ("39", "°C")]),
        # what a number is out of
        ("Huyện có 17 trong tổng số 21 xã đạt chuẩn.", [("17", "xã"), ("21", "xã")]),
        # a name that ends in "số" with a colon
        (
            "Kết quả của huyện:\n- Dân số: 64.310\n- Dân tộc thiểu số: 2.892\n- Tổng số: 412\n"
            "- Hồ sơ số: 413",
            [("64.310", None), ("2.892", "dân tộc"), ("412", None)],
        ),
        # the number of a document without a code
        ("Theo Sắc lệnh số 87 năm 1946, thu 5 triệu đồng.", [("5", "đồng")]),
    ],
)
def test_figures_and_their_units(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Đại biểu nhiệm kỳ 2031 -\n2036 được bầu đủ số lượng theo quy định.", "2031/2036"),
        ("Ngành thi hành án kết thúc năm công tác 2030 với nhiều kết quả.", "2030"),
        ("Giá trị sản xuất (giá SS 2010) đạt 1.320 tỷ đồng.", "2010"),
    ],
)
def test_dates(text: str, value: str) -> None:
    assert [d.value for d in report_of(text).dates] == [value]


def test_citations_without_code_or_with_a_lost_letter() -> None:
    text = (
        "Căn cứ Thông tư s08/2031/TT-BTC ngày 03/5/2031; Sắc lệnh số 87 năm 1946; Kế hoạch số "
        "52/KH-UBND của UBND tỉnh Kế hoạch triển khai."
    )
    found = [(c.type, c.number, c.issuer) for c in report_of(text).citations]
    assert found == [
        ("Thông tư", "08/2031/TT-BTC", None),
        ("Sắc lệnh", "87", None),
        ("Kế hoạch", "52/KH-UBND", "UBND tỉnh"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "So với cùng kỳ tăng 6,25% số vụ, 3,1% số người chết và 28,4% số người bị thương.",
            ["increase"] * 3,
        ),
        ("Phát hiện 24 vụ (giảm 5 vụ 11 bị can).", [None, "decrease", "decrease"]),
        # another statement
        ("Giảm 40% số vụ, 95% số xã có điện.", ["decrease", None]),
    ],
)
def test_directions_of_several_figures(text: str, expected: list[str | None]) -> None:
    assert [q.direction for q in report_of(text).quantities] == expected


def test_a_change_of_cases_told_beside_people_is_of_cases() -> None:
    text = "Khởi tố 1.140 vụ, 1.402 bị can, giảm 03 vụ, tăng 61 bị can so với cùng kỳ."
    nouns = [q.noun for q in report_of(text).quantities]
    assert nouns == ["vụ", "bị can", "vụ", "bị can"]
