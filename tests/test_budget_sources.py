"""What the sources of a budget come to."""

from __future__ import annotations

import pytest

from marks import built, found

SOURCES = [
    (
        "Dự toán giao đầu năm 8.400 triệu đồng, bổ sung trong năm 950 triệu đồng, chuyển nguồn năm "
        "trước sang 210 triệu đồng, thu hồi 65 triệu đồng, tổng nguồn 9.495 triệu đồng.",
        "8.400 + 950 + 210 - 65 = 9.495 triệu",
        ("9.495", "9.945"),
    ),
    (
        "Dự toán được giao đầu năm: 7.350 triệu đồng; bổ sung: 1.240 triệu đồng; giảm trừ: 115 "
        "triệu "
        "đồng; kinh phí được sử dụng: 8.475 triệu đồng.",
        "7.350 + 1.240 - 115 = 8.475 triệu",
        ("8.475", "8.745"),
    ),
    (
        "Tổng nguồn kinh phí năm 2031 là 9.495 triệu đồng. Dự toán giao đầu năm 8.400 triệu "
        "đồng, bổ "
        "sung 950 triệu đồng, chuyển nguồn 210 triệu đồng, thu hồi 65 triệu đồng. Đã chi 9.320 "
        "triệu "
        "đồng.",
        "8.400 + 950 + 210 - 65 = 9.495 triệu",
        ("950", "590"),
    ),
    (
        "Kinh phí của trường:\n- Kinh phí giao đầu năm: 4.120 triệu đồng;\n- Kinh phí năm trước "
        "chuyển "
        "sang: 185 triệu đồng;\n- Bổ sung trong năm: 640 triệu đồng;\n- Tổng kinh phí được sử "
        "dụng: "
        "4.945 triệu đồng;\n- Số đã chi: 4.870 triệu đồng.",
        "4.120 + 185 + 640 = 4.945 triệu",
        ("4.945", "4.954"),
    ),
    (
        "Tổng dự toán năm 2031 là 6.325 triệu đồng, gồm: kinh phí giao đầu năm 5.490 triệu "
        "đồng, kinh "
        "phí bổ sung 915 triệu đồng, cắt giảm 80 triệu đồng.",
        "5.490 + 915 - 80 = 6.325 triệu",
        ("5.490", "5.940"),
    ),
    (
        "Kinh phí được giao đầu năm là 3.260 triệu đồng; trong năm được bổ sung 425 triệu đồng "
        "(có 03 "
        "quyết định), điều chỉnh giảm 75 triệu đồng, tổng số được sử dụng là 3.610 triệu đồng.",
        "3.260 + 425 - 75 = 3.610 triệu",
        ("3.610", "3.810"),
    ),
]


@pytest.mark.parametrize(("text", "expression", "slip"), SOURCES)
def test_the_sources_of_a_budget(text: str, expression: str, slip: tuple[str, str]) -> None:
    assert built(text)[expression] == "consistent"
    assert found(text) == []
    assert found(text.replace(*slip)) == ["A104"]


@pytest.mark.parametrize(
    "text",
    [
        "Dự toán giao đầu năm 8.400 triệu đồng, bổ sung 950 triệu đồng, trong đó bổ sung có mục "
        "tiêu "
        "700 triệu đồng, tổng nguồn 9.350 triệu đồng.",
        "Dự toán giao 5.490 triệu đồng, thu hồi nợ đọng thuế 915 triệu đồng, tổng dự toán cả năm "
        "6.100 triệu đồng.",
        "Kinh phí giao 3.260 triệu đồng, chuyển nguồn sang năm sau 425 triệu đồng, tổng kinh phí "
        "3.260 triệu đồng.",
        # another source may be left out
        "Dự toán giao đầu năm 8.400 triệu đồng, bổ sung 950 triệu đồng, tổng nguồn 10.350 triệu "
        "đồng.",
        "Vốn giao năm 2031 là 412.000 triệu đồng, bổ sung từ nguồn tăng thu 15.000 triệu đồng; "
        "tổng "
        "vốn đầu tư công cả giai đoạn 1.240.000 triệu đồng.",
        "Dự toán giao đầu năm 8.400 triệu đồng, bổ sung 950 triệu đồng; đã giải ngân 7.200 "
        "triệu đồng, "
        "tổng kinh phí tiết kiệm 1.200 triệu đồng.",
    ],
)
def test_other_amounts_of_a_budget_are_no_sources(text: str) -> None:
    assert found(text) == []
