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
        (
            "GRDP 6 tháng đầu năm ước tính tăng 7,2%, cao hơn tốc độ tăng 5,1% của năm trước.",
            [None, "GRDP", "GRDP"],
        ),
        ("Chỉ số giá tháng 5 tăng 0,4%; bình quân 5 tháng tăng 3,1%.",
         ["Chỉ số giá", None, "Chỉ số giá"]),
        (
            "Du lịch tăng 14,2% và dịch vụ khác tăng 9,6%.",
            ["Du lịch", "dịch vụ khác"],
        ),
        (
            "Ngành chế biến, chế tạo tăng 8%; dịch vụ lưu trú, ăn uống, lữ hành đạt 640 tỷ đồng.",
            ["Ngành chế biến, chế tạo", "dịch vụ lưu trú, ăn uống, lữ hành"],
        ),
        ("Đáng chú ý, ngành than tăng 3%, sản lượng tăng 4%.", ["ngành than", "sản lượng"]),
        (
            "Kim ngạch xuất khẩu đạt 410 triệu USD, đạt 64% so kế hoạch, tăng 12% so cùng kỳ.",
            ["Kim ngạch xuất khẩu"] * 3,
        ),
        (
            "Toàn huyện có 512 hộ trồng cam, quýt và bưởi, ổi, tăng 6% so với năm trước.",
            ["hộ trồng cam"] * 2,
        ),
        (
            "Tiếp nhận 240 đơn (tồn đầu kỳ 35 đơn). Số còn lại 12 đơn.",
            ["Tiếp nhận", "tồn đầu kỳ", "Số còn lại"],
        ),
        (
            "Tỷ lệ dân số từ 15 tuổi trở lên biết chữ đạt 96%, tăng 1,2 điểm phần trăm.",
            ["Tỷ lệ dân số", *["Tỷ lệ dân số từ 15 tuổi trở lên biết chữ"] * 2],
        ),
        (
            "Xuất khẩu chè tăng 12% về lượng và tăng 7% về trị giá, Hà Giang (tăng 3%).",
            ["Xuất khẩu chè", "Xuất khẩu chè", "Hà Giang"],
        ),
        (
            "Có 64 dự án còn hiệu lực với tổng vốn đăng ký đạt 1,2 tỷ USD.",
            ["dự án", "tổng vốn đăng ký"],
        ),
        (
            "Thu phí đạt 8 tỷ đồng, giảm 4% so với cùng kỳ và số thu thuế được 52 tỷ đồng.",
            ["Thu phí", "Thu phí", "số thu thuế"],
        ),
        ("Tai nạn giảm 3 tiêu chí (giảm 4% số vụ, giảm 6% số người chết).",
         ["tiêu chí", "vụ", "người chết"]),
        ("Trong 4 ngày qua, số vụ cháy giảm 15%.", [None, "số vụ cháy"]),
        ("Cục Thuế cho biết thu nội địa đạt 420 tỷ đồng.", ["thu nội địa"]),
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
        ("đóng góp 0,42 điểm phần trăm vào mức tăng chung", [("điểm phần trăm", None)]),
        ("Xi măng chiếm 31% và phân bón chiếm 12%", [("%", "Xi măng"), ("%", "phân bón")]),
        ("12 tháng đầu năm đạt 58% kế hoạch cả năm", [("tháng", "tháng"), ("%", "kế hoạch")]),
        ("bình quân là 15.320 và có xu hướng giảm", [(None, None)]),  # "và" is no unit
    ],
)  # fmt: skip
def test_what_is_counted(text: str, told: list[tuple[str, str]]) -> None:
    report = analyse(read_text(text, "x.txt"))
    assert [(q.unit, q.noun) for q in report.quantities] == told
