"""Claims: what each figure is about, and where."""

from __future__ import annotations

import pytest

from extract import analyse
from extract.readers.text.reader import read_text


def claims_of(text: str, field: str) -> list[str | None]:
    report = analyse(read_text(text, "x.txt"))
    return [getattr(c, field) for c in report.claims]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("- Thu lệ phí chợ (LPC): 98 tỷ đồng, giảm 4%.", ["Thu lệ phí chợ (LPC)"] * 2),
        ("Chi khám, chữa bệnh 12 tỷ đồng bằng 101,9%.", ["Chi khám, chữa bệnh"] * 2),
        ("Xuất khẩu nông, lâm, thủy sản đạt 62 tỷ USD.", ["Xuất khẩu nông, lâm, thủy sản"]),
        ("Thu phí, xuất khẩu gạo đạt 62 tỷ USD.", ["xuất khẩu gạo"]),
        ("Có 9 vụ; trong năm xét xử 5 vụ.", ["vụ", "xét xử"]),
        ("Điểm số các năm 2030, 2031 lần lượt là 85% và 83%.", ["Điểm số"] * 2),
        ("Có 6 trạm tự chủ một phần và 3 trạm do xã lo.", ["trạm tự chủ một phần", "trạm"]),
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
        ("Tháng 03 năm 2019 sản lượng điện đạt 48 triệu kWh.", ["sản lượng điện"]),
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
            ["GRDP", "GRDP"],
        ),
        (
            "Chỉ số giá tháng 5 tăng 0,4%; bình quân 5 tháng tăng 3,1%.",
            ["Chỉ số giá", "Chỉ số giá"],
        ),
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
        (
            "Tai nạn giảm 3 tiêu chí (giảm 4% số vụ, giảm 6% số người chết).",
            ["tiêu chí", "vụ", "người chết"],
        ),
        ("Trong 4 ngày qua, số vụ cháy giảm 15%.", [None, "số vụ cháy"]),
        ("1. Thu ngân sách năm 2022\nĐạt 120 tỷ đồng, tăng 5%.", ["Thu ngân sách"] * 2),
        ("1. Có 12 xã, 3 phường.\nĐạt 120 tỷ đồng.", ["xã", "phường", None]),
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
        ("Thu nội địa tăng 8,2%.", [("%", "tỷ lệ tăng Thu nội địa")]),
        ("100% chi bộ có nghị quyết.", [("%", "chi bộ")]),
        ("Cơ quan hành chính huyện tiếp tổng số 142 người.", [("người", "người")]),
        ("Ủy quyền tiếp 142 lượt người.", [("lượt", "lượt người")]),
        ("Đoàn viên tiếp sức: 142 người.", [("người", "Đoàn viên tiếp sức")]),
        ("Tỷ lệ cứng hóa đường, mương đạt 65%.", [("%", "Tỷ lệ cứng hóa đường, mương")]),
        ("Tỷ lệ cấp thẻ còn thấp, như vùng biên đạt 65%.", [("%", "vùng biên")]),
        ("Tỷ lệ thợ có chứng chỉ đạt 65%.", [("%", "Tỷ lệ thợ có chứng chỉ")]),
        ("Chỉ số hài lòng đạt 91,5% xếp thứ 4 trong vùng.", [("%", "Chỉ số hài lòng")]),
        ("Thu nội địa đạt 512 tỷ đồng.", [("đồng", "Thu nội địa")]),
        ("Tổng biên chế công chức giảm từ 2.418 xuống còn 2.106.",
         [("biên chế", "biên chế công chức")] * 2),
        ("Phó Trưởng phòng 06 đồng chí.", [("đồng chí", "Phó Trưởng phòng")]),
        ("Năng suất lúa đạt 61,5 tạ/ha.", [("tạ/ha", "Năng suất lúa")]),
        ("hỗ trợ 80 triệu đồng/hộ", [("đồng", "hỗ trợ")]),
        ("TP. Hồ Chí Minh (915)", [(None, "TP. Hồ Chí Minh")]),  # no lake (hồ)
        ("sản lượng 162 triệu bao, bao gồm", [("bao", "bao")]),
        ("đóng góp 0,42 điểm phần trăm vào mức tăng chung", [("điểm %", None)]),
        ("Xi măng chiếm 31% và phân bón chiếm 12%", [("%", "Xi măng"), ("%", "phân bón")]),
        ("12 tháng đầu năm đạt 58% kế hoạch cả năm", [("%", "kế hoạch")]),
        ("bình quân là 15.320 và có xu hướng giảm", [(None, None)]),  # "và" is no unit
    ],
)  # fmt: skip
def test_what_is_counted(text: str, told: list[tuple[str, str]]) -> None:
    report = analyse(read_text(text, "x.txt"))
    assert [(q.unit, q.noun) for q in report.quantities] == told


def told(text: str, field: str) -> list[str | None]:
    """The dates of the claims of a text, as written."""
    report = analyse(read_text(text, "x.txt"))
    texts = {d.id: d.text for d in report.dates}
    return [texts.get(getattr(c, field) or "") for c in report.claims]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Năm 2021 tiếp nhận 512 đơn (năm 2020 nhận 405 đơn). Đã chuyển 221 đơn.",
            ["2021", "2020", "2021"],
        ),
        (
            "Quý II/2022, GRDP tăng 6,1%, cao hơn tốc độ tăng 0,4% của quý II/2021, thu tăng 3%.",
            ["Quý II/2022", "quý II/2021", "Quý II/2022"],
        ),
        (
            "Giá vàng tháng 6/2021 tăng 2%. Tính chung 6 tháng đầu năm, xuất khẩu đạt 31 tỷ USD.",
            ["tháng 6/2021", "6 tháng đầu năm"],
        ),
        ("Năm 2023 (tính đến 30/9/2023), có 45 xã.", ["30/9/2023"]),
        (
            "Năm 2022, huyện thu:\n- Phí: 12 tỷ đồng;\n- Thuế: 8 tỷ đồng (năm 2021: 5 tỷ đồng).",
            ["2022", "2022", "2021"],
        ),
        (
            "1. Kết quả năm 2022:\na) Thu, trong đó:\n- Phí: 12 tỷ đồng.\n\nCòn 5 xã.",
            ["2022", None],
        ),
        ("Năm 2022 so với năm 2021 và năm 2020:\n- Phí: 12 tỷ đồng.", [None]),
        # a line without a label that stands within a list does not end it
        (
            "Năm 2022, huyện giao:\n1. Thu: 12 tỷ đồng\nTrong đó:\n- Phí: 8 tỷ đồng\n"
            "2. Chi: 9 tỷ đồng",
            ["2022"] * 3,
        ),
        (
            "Năm 2022, huyện giao:\n1. Thu: 12 tỷ đồng\nHọp trong đó:\n- Phí: 8 tỷ đồng",
            ["2022", None],
        ),
        ("Nhập khẩu 9 tháng hơn 31 triệu USD.", ["9 tháng"]),
        # times and figures in turn
        (
            "Số vụ cháy các năm 2020, 2021 và 2022 lần lượt là 31, 28 và 40 vụ; số người bị thương "
            "tương ứng là 04, 07 và 05 người.",
            ["2020", "2021", "2022"] * 2,
        ),
        ("Số vụ lần lượt là 31 và 28 vụ trong các năm 2020 và 2021.", ["2020", "2021"]),
        ("Năm 2021 và năm 2022, số xã, huyện, tỉnh lần lượt là 3, 2, 1.", ["2022"] * 3),
    ],
)
def test_periods(text: str, periods: list[str | None]) -> None:
    found = told(text, "period")
    assert [p and p.removeprefix("tháng ") for p in found] == [
        p and p.removeprefix("tháng ") for p in periods
    ]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        (
            "Giá tăng 0,2% so với tháng trước, và tăng 2,4% so với cùng kỳ năm 2020.",
            [None, "2020"],
        ),
        ("Thu đạt 64% so với dự toán, tăng 7% so với năm 2019.", [None, "2019"]),
        ("Giá giảm 3%, giảm 12 nghìn đồng so với năm 2019.", ["2019", "2019"]),
        ("Năm 2023 thu 45 tỷ đồng, ít hơn mức thu của năm 2022 là 3 tỷ đồng.", [None, "2022"]),
        ("Năm 2023 làm nhanh hơn trong năm 2022, giảm 3 ngày.", [None]),
    ],
)
def test_bases(text: str, bases: list[str | None]) -> None:
    assert told(text, "base") == bases


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Từ 2.140 còn 1.605, tức là giảm 535 thôn, tổ dân phố (25%).", "decrease"),
        (
            "Có 12.600 người, tăng 600 người, tương ứng 5% so với cùng kỳ (12.000 người).",
            "increase",
        ),
        ("Đã giải quyết 450/500 hồ sơ, đạt 90%.", None),
    ],
)
def test_a_rate_moves_as_the_change_that_proves_it(text: str, rate: str | None) -> None:
    report = analyse(read_text(text, "x.txt"))
    (told,) = [q for q in report.quantities if q.unit == "%"]
    (claim,) = [c for c in report.claims if c.quantity == told.id]
    assert (told.direction, claim.role) == (rate, "change" if rate else "share")


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Thu 845 tỷ đồng, tăng 7,05% và 6,77% so với cùng kỳ năm 2018 và 2019.", ["2018", "2019"]),
        ("Thu 845 tỷ đồng, tăng 7,05% và 6,77% so với cùng kỳ 2018 và 2019.", ["2018", "2019"]),
        (
            "Thu 845 tỷ đồng, tăng 7%, 6% và 5% so với năm 2018, 2019 và 2020.",
            ["2018", "2019", "2020"],
        ),
        ("Thu 845 tỷ đồng, tăng 7,05% so với năm 2018 và 2019.", ["2018"]),
        ("Thu 845 tỷ đồng, tăng 7,05% và 6,77% so với năm 2018.", ["2018", "2018"]),
    ],
)
def test_changes_in_a_row_and_their_bases(text: str, bases: list[str]) -> None:
    report = analyse(read_text(text, "t"))
    values = {d.id: d.value for d in report.dates}
    assert [values[c.base] for c in report.claims if c.base] == bases


UNDER = """I. KẾT QUẢ

Thu ngân sách đạt 118 tỷ đồng.

II. {head}

1. Thu ngân sách trên địa bàn đạt 125 tỷ đồng.

2. Tỷ lệ hộ nghèo còn 2,1% (năm 2024 là 3,4%).

3. Đã chuẩn bị 12 ha mặt bằng.

III. TỔ CHỨC THỰC HIỆN

Giao 9 cơ quan phụ trách.
"""


@pytest.mark.parametrize(
    ("head", "targets"),
    [
        ("MỤC TIÊU, CHỈ TIÊU", ["125", "2,1%"]),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ MỘT SỐ CHỈ TIÊU NĂM 2025", ["125", "2,1%"]),
        ("NHIỆM VỤ TRONG THỜI GIAN TỚI", ["125", "2,1%"]),
        ("PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM", ["125", "2,1%"]),
        ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025", []),
        ("CHỨC NĂNG, NHIỆM VỤ", []),
        ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", []),
        ("CHỈ TIÊU ĐÃ HOÀN THÀNH", []),
        ("MỤC TIÊU QUỐC GIA GIẢM NGHÈO", []),
    ],
)
def test_figures_under_a_heading_of_targets(head: str, targets: list[str]) -> None:
    report = analyse(read_text(UNDER.format(head=head), "t.md"))
    status = {c.quantity: c.status for c in report.claims}
    assert [q.text for q in report.quantities if status[q.id] == "target"] == targets


def test_a_line_without_label_can_be_such_a_heading() -> None:
    text = "**Chỉ tiêu năm 2025**\n\nTrồng 30 ha rừng.\n\n**Giải pháp**\n\nHuy động 25 hội viên.\n"
    assert [c.status for c in analyse(read_text(text, "t.md")).claims] == ["target", "reported"]


def test_the_parts_of_a_target_are_still_added() -> None:
    text = "II. CHỈ TIÊU\n\nTrồng 30 ha rừng, gồm 12 ha ở xã An Cư và 23 ha ở xã Tân Phú.\n"
    assert [r.verdict for r in analyse(read_text(text, "t.md")).relations] == ["inconsistent"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Phấn đấu thu 125 tỷ đồng; hộ nghèo còn 2%; trồng 30 ha rừng.", ["125", "2%", "30"]),
        ("Mục tiêu là thu 125 tỷ đồng; hộ nghèo còn 2%.", ["125", "2%"]),
        ("Phấn đấu thu 125 tỷ đồng; đến nay đã thu 98 tỷ đồng.", ["125"]),
        ("Thu 98 tỷ đồng; phấn đấu cả năm thu 125 tỷ đồng; còn 30 ha chưa trồng.", ["125"]),
    ],
)
def test_what_is_striven_for_goes_on_over_clauses(text: str, targets: list[str]) -> None:
    report = analyse(read_text(text, "t"))
    status = {c.quantity: c.status for c in report.claims}
    assert [q.text for q in report.quantities if status[q.id] == "target"] == targets


DECREE = """CHÍNH PHỦ
Số: {}

{}
Về chợ

Năm 2030 cả nước có 8.000 chợ.

Điều 1. Mức thu là 50.000 đồng/quầy; phấn đấu thu 5 tỷ đồng.
"""


@pytest.mark.parametrize(
    ("number", "kind", "status"),
    [
        ("7/2031/NĐ-CP", "NGHỊ ĐỊNH", "norm"),
        ("7/2031/QĐ-UBND", "QUYẾT ĐỊNH", "norm"),
        ("7/QĐ-UBND", "QUYẾT ĐỊNH", "reported"),  # a number without its year rules one case
    ],
)
def test_figures_of_articles_are_norms(number: str, kind: str, status: str) -> None:
    claims = analyse(read_text(DECREE.format(number, kind), "t")).claims
    assert [c.status for c in claims] == ["reported", status, "target"]


def test_figures_of_a_year_after_the_document_are_targets() -> None:
    head = "SỞ Y TẾ\nSố: 7/BC-SYT\nLào Cai, ngày 5 tháng 3 năm 2031\n\nBÁO CÁO\nY tế\n\n"
    text = head + "Năm 2030 xây 5 trạm. Năm 2031 xây 6 trạm. Năm 2032 xây 7 trạm.\n"
    claims = analyse(read_text(text, "t")).claims
    assert [c.status for c in claims] == ["reported", "reported", "target"]
