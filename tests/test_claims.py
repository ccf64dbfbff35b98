"""Claims: what each figure is about, and where."""

from __future__ import annotations

import pytest

from extract import analyse
from extract.readers.text import read_text


def claims_of(text: str, field: str) -> list[str | None]:
    report = analyse(read_text(text, "x.txt"))
    return [getattr(c, field) for c in report.claims]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "Giá trị sản xuất công nghiệp (GTSXCN) ước đạt 4.180 tỷ đồng, tăng 8,2% so cùng kỳ.",
            ["Giá trị sản xuất công nghiệp (GTSXCN)"] * 2,
        ),
        (
            "Xi măng tăng 4,1%, phân bón giảm 2,3%, trong đó phân đạm giảm còn 1,2%.",
            ["Xi măng", "phân bón", "phân đạm"],
        ),
        ("2.1 - Chi đầu tư phát triển: 840,5 tỷ đồng.", ["Chi đầu tư phát triển"]),
        ("+ Quốc phòng, biên phòng: 13,6 tỷ đồng.", ["Quốc phòng, biên phòng"]),
        (
            "Thu nội địa đạt 612.400 triệu đồng, trong đó:\n- Thuế nhà đất: 6.500 triệu đồng;",
            ["Thu nội địa", "Thuế nhà đất"],
        ),
        (
            "Khu vực có vốn đầu tư nước ngoài tăng 22% (trong đó dầu khí tăng 6%), chiếm 39%.",
            ["Khu vực có vốn đầu tư nước ngoài", "dầu khí", "Khu vực có vốn đầu tư nước ngoài"],
        ),
        (
            "Năm 2024, tổng thu ngân sách nhà nước, theo Cục Thuế, ước đạt 5.310 tỷ đồng.",
            ["tổng thu ngân sách nhà nước"],
        ),
        ("Tỷ lệ hộ nghèo giảm còn 3,2%.", ["Tỷ lệ hộ nghèo"]),
        ("Công tác đảng được quan tâm; 100% chi bộ có nghị quyết.", ["chi bộ"]),
        (
            "Số lao động có việc làm mới là 15.320 người, đạt 57% kế hoạch, tăng 1,1% so cùng kỳ.",
            ["Số lao động có việc làm mới"] * 3,
        ),
        (
            "- Tổng số thụ lý là 8.402 việc, tăng 412 việc (tăng 5,2% so với cùng kỳ năm 2016).",
            ["Tổng số thụ lý"] * 3,
        ),
        ("Toàn tỉnh giảm được 84 đơn vị sự nghiệp công lập.", ["đơn vị sự nghiệp công lập"]),
        ("Toàn tỉnh xử lý 15 trường hợp, phạt 35 trường hợp.", ["Toàn tỉnh xử lý", "phạt"]),
        (
            "Khu vực nông, lâm nghiệp và thủy sản tăng 3,4%, đóng góp gần 6%.",
            ["Khu vực nông, lâm nghiệp và thủy sản"] * 2,
        ),
        (
            "Tp. Hồ Chí Minh tăng 16,3% (chiếm tỷ trọng 25,8%), Hà Nội tăng 15,9%.",
            ["Tp. Hồ Chí Minh", "Tp. Hồ Chí Minh", "Hà Nội"],
        ),
    ],
)
def test_subjects(text: str, subjects: list[str | None]) -> None:
    assert claims_of(text, "subject") == subjects


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Toàn tỉnh có 12 xã, 45 thôn và 310 hộ.", ["Toàn tỉnh"] * 3),  # told once, for all
        (
            "Xi măng tăng 21%, cao hơn mức chung của toàn ngành (16%), than tăng 24%.",
            [None, "toàn ngành", None],
        ),
    ],
)
def test_scopes(text: str, scopes: list[str | None]) -> None:
    assert claims_of(text, "scope") == scopes


def test_a_noun_does_not_end_in_a_joining_word() -> None:
    report = analyse(
        read_text("đạt 8,8% kế hoạch và có xu hướng giảm, 45 hộ trong năm 2023", "x.txt")
    )
    assert [q.noun for q in report.quantities] == ["kế hoạch", "hộ"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("đạt tỷ lệ giảm 14,2%", [("%", "tỷ lệ giảm")]),
        ("Thu nội địa tăng 8,2%.", [("%", "tỷ lệ tăng")]),
        ("100% chi bộ có nghị quyết.", [("%", "chi bộ")]),
        ("Thu nội địa đạt 512 tỷ đồng.", [("đồng", "Thu nội địa")]),
        ("Tổng biên chế công chức giảm từ 2.418 xuống còn 2.106.",
         [("biên chế", "Tổng biên chế công chức")] * 2),
        ("Phó Trưởng phòng 06 đồng chí.", [("đồng chí", "Phó Trưởng phòng")]),
        ("Năng suất lúa đạt 61,5 tạ/ha.", [("tạ/ha", "Năng suất lúa")]),
        ("hỗ trợ 80 triệu đồng/hộ", [("đồng", "hỗ trợ")]),
        ("TP. Hồ Chí Minh (915)", [(None, "TP. Hồ Chí Minh")]),  # no lake (hồ)
        ("sản lượng 162 triệu bao, bao gồm", [("bao", "bao")]),
        ("bình quân là 15.320 và có xu hướng giảm", [(None, None)]),  # "và" is no unit
    ],
)  # fmt: skip
def test_what_is_counted(text: str, told: list[tuple[str, str]]) -> None:
    report = analyse(read_text(text, "x.txt"))
    assert [(q.unit, q.noun) for q in report.quantities] == told
