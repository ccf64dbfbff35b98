# ruff: noqa: E501 (sentences)
"""Figures of the text against the tables of the same document: what must be found, what must not.

The tables and sentences are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from extract.readers.text.reader import read_text

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
NGHEO = """
Bảng 4. Kết quả rà soát hộ nghèo năm 2024

| TT | Xã, thị trấn | Tổng số hộ dân | Số hộ nghèo | Số hộ cận nghèo |
|---|---|---|---|---|
| 1 | Thị trấn Sông Vân | 2.140 | 45 | 62 |
| 2 | Xã Bình Lộc | 1.860 | 112 | 140 |
| 3 | Xã Đông Giang | 1.325 | 158 | 171 |
| 4 | Xã Tân Hiệp | 1.540 | 97 | 118 |
| | Toàn huyện | 6.865 | 412 | 491 |
"""
THU = """
Bảng 1. Thu ngân sách nhà nước

ĐVT: triệu đồng

| STT | Nội dung | Thực hiện năm 2023 | Dự toán năm 2024 | Ước thực hiện năm 2024 | Dự toán năm 2025 |
|---|---|---|---|---|---|
| | Tổng thu ngân sách nhà nước | 412.300 | 405.000 | 431.850 | 450.000 |
| 1 | Thu nội địa | 380.100 | 372.000 | 398.500 | 415.000 |
| | Thuế giá trị gia tăng | 120.450 | 118.000 | 126.700 | 131.000 |
| | Thuế thu nhập cá nhân | 31.200 | 32.000 | 34.850 | 36.000 |
| | Thu tiền sử dụng đất | 90.300 | 85.000 | 79.400 | 95.000 |
| 2 | Thu từ hoạt động xuất nhập khẩu | 32.200 | 33.000 | 33.350 | 35.000 |
"""
BC = """
Phụ lục 1. Biên chế được giao

| STT | Cơ quan, đơn vị | Năm 2021 | Năm 2025 |
|---|---|---|---|
| 1 | Sở Nội vụ | 96 | 88 |
| 2 | Sở Tài chính | 112 | 101 |
| 3 | Sở Giáo dục và Đào tạo | 78 | 74 |
| 4 | Sở Y tế | 69 | 63 |
| | Tổng cộng | 355 | 326 |
"""
YT = """
Biểu 2. Nhân lực và giường bệnh ngành y tế

| TT | Chỉ tiêu | ĐVT | Năm 2023 | Năm 2024 |
|---|---|---|---|---|
| 1 | Số giường bệnh | giường | 2.450 | 2.610 |
| | Trong đó: Giường bệnh công lập | giường | 2.250 | 2.380 |
| 2 | Số bác sĩ | người | 812 | 856 |
| 3 | Số bác sĩ/vạn dân | bác sĩ | 9,8 | 10,2 |
| 4 | Tỷ lệ dân số tham gia bảo hiểm y tế | % | 93,5 | 94,8 |
| 5 | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân | % | 11,2 | 10,6 |
"""
DT = """
Bảng 3. Kế hoạch và giải ngân vốn đầu tư công năm 2024 (ĐVT: tỷ đồng)

| STT | Chủ đầu tư | Kế hoạch vốn | Giải ngân | Tỷ lệ giải ngân (%) |
|---|---|---|---|---|
| 1 | Ban Quản lý dự án đầu tư xây dựng tỉnh | 845,0 | 712,3 | 84,3 |
| 2 | Sở Giao thông vận tải | 420,5 | 398,1 | 94,7 |
| 3 | Sở Nông nghiệp và Phát triển nông thôn | 236,8 | 150,4 | 63,5 |
| 4 | UBND thành phố Việt An | 512,2 | 468,9 | 91,5 |
| | Tổng cộng | 2.014,5 | 1.729,7 | 85,9 |
"""
HC = """
Phụ lục. Số đơn vị hành chính cấp xã trước và sau sắp xếp

| STT | Huyện | Trước sắp xếp | Sau sắp xếp | Giảm |
|---|---|---|---|---|
| 1 | Đông Hải | 18 | 7 | 11 |
| 2 | Hồng Dân | 14 | 5 | 9 |
| 3 | Phước Long | 12 | 4 | 8 |
| | Tổng | 44 | 16 | 28 |
"""

DICH = """
| Huyện | Tháng 3 | Tháng 4 | Cộng dồn năm 2022 | Cộng dồn năm 2021 |
|---|---|---|---|---|
| Châu Sơn | 41 | 52 | 1.204 | 1.630 |
| Tân Biên | 63 | 58 | 1.517 | 2.044 |
| Vĩnh An | 28 | 33 | 895 | 1.210 |
| Tổng cộng | 132 | 143 | 3.616 | 4.884 |
"""

SILENT = [
    (DICH, "Cộng dồn từ đầu năm 2022 đến hết tháng 4 là 3.616 ca, năm 2021 là 4.884 ca."),
    (DICH, "Cộng dồn từ đầu năm 2020 đến hết tháng 4 năm 2020 là 3.661 ca."),
    (DICH, "Cộng dồn 4 tháng đầu năm 2020 là 3.661 ca."),
    (DICH, "Năm 2022 tiêm 3.661 liều vắc xin; phun hóa chất 4.848 lượt hộ."),
    (NGHEO, "Đến cuối năm 2023, toàn huyện còn 538 hộ nghèo."),
    (
        NGHEO,
        "Năm 2024, toàn huyện có 412 hộ nghèo, trong đó hộ nghèo là người dân tộc thiểu số 233 hộ.",
    ),
    (NGHEO, "Xã Bình Lộc có 112 hộ nghèo; xã Đông Giang có 158 hộ nghèo."),
    (NGHEO, "Năm 2024, có 87 hộ nghèo được hỗ trợ xây nhà; 35 hộ nghèo vay vốn."),
    (NGHEO, "Bình quân mỗi xã có 103 hộ nghèo."),
    (NGHEO, "Năm 2024 toàn huyện giảm 126 hộ nghèo so với năm 2023 (538 hộ)."),
    (NGHEO, "Toàn huyện phấn đấu đến cuối năm 2025 còn 300 hộ nghèo."),
    (NGHEO, "Năm 2024, toàn huyện có trên 400 hộ nghèo, gần 500 hộ cận nghèo."),
    (NGHEO, "Thị trấn Sông Vân. Số hộ nghèo năm 2024 là 45 hộ, số hộ cận nghèo 62 hộ."),
    (NGHEO, "Xã Phú Lâm (huyện Hòa An). Tổng số hộ nghèo năm 2024 của xã là 77 hộ."),
    (
        THU,
        "Năm 2024, tổng thu ngân sách nhà nước ước đạt 431,9 tỷ đồng, đạt 106,6% dự toán, tăng 4,7% so với năm 2023.",
    ),
    (THU, "6 tháng đầu năm 2024, thu nội địa đạt 201.300 triệu đồng, bằng 54,1% dự toán năm."),
    (THU, "Năm 2025, phấn đấu thu nội địa đạt 415 tỷ đồng; thu tiền sử dụng đất 95 tỷ đồng."),
    (THU, "Năm 2022, thu nội địa đạt 355 tỷ đồng."),
    (THU, "Thu nội địa giai đoạn 2021 - 2025 đạt 1.850 tỷ đồng."),
    (THU, "Thu nội địa năm 2024 tăng 18.400 triệu đồng so với năm 2023."),
    (THU, "Thuế giá trị gia tăng của doanh nghiệp FDI năm 2024 đạt 12.300 triệu đồng."),
    (
        THU,
        "Cục Thuế tỉnh đã thu nội địa năm 2024 được 377.150 triệu đồng; số còn lại do Hải quan thu.",
    ),
    (THU, "Tháng 11 năm 2024, thu nội địa đạt 41.200 triệu đồng."),
    (THU, "Đến ngày 31/10/2024, thu nội địa đạt 341.200 triệu đồng."),
    (
        THU,
        "Dự toán thu nội địa năm 2024 được giao là 372 tỷ đồng, HĐND tỉnh giao tăng thêm 20 tỷ đồng.",
    ),
    (THU, "Năm 2024, nợ thuế giá trị gia tăng còn 14.500 triệu đồng."),
    (THU, "Năm 2024, dự toán tổng thu ngân sách nhà nước 405 tỷ đồng; thực hiện 431,85 tỷ đồng."),
    (THU, "Huyện Vân Sơn: năm 2024 thu nội địa ước đạt 52.600 triệu đồng."),
    (BC, "Tổng biên chế được giao năm 2025 là 326 biên chế, giảm 29 biên chế so với năm 2021."),
    (
        BC,
        "Sở Nội vụ được giao 88 biên chế năm 2025, giảm 08 biên chế so với năm 2021 (96 biên chế).",
    ),
    (BC, "Sở Nội vụ năm 2025 có 85 biên chế có mặt."),
    (BC, "Sở Tài chính có 07 phòng chuyên môn với 101 biên chế."),
    (BC, "Toàn tỉnh có 1.250 biên chế viên chức năm 2025."),
    (BC, "Năm 2023, Sở Y tế có 66 biên chế."),
    (BC, "Năm 2025, Sở Y tế tuyển dụng 12 biên chế."),
    (YT, "Năm 2024, Bệnh viện Đa khoa tỉnh có 650 giường bệnh, 210 bác sĩ."),
    (YT, "Năm 2024, tuyến huyện có 820 giường bệnh; tuyến xã có 190 giường bệnh."),
    (YT, "Số giường bệnh kế hoạch năm 2024 là 2.500 giường, số giường thực kê 2.610 giường."),
    (YT, "Năm 2024, toàn ngành tuyển dụng mới 44 bác sĩ, nâng tổng số bác sĩ lên 856 người."),
    (YT, "Tỷ lệ dân số tham gia bảo hiểm y tế năm 2022 đạt 92,1%."),
    (YT, "Phấn đấu đến năm 2025, tỷ lệ dân số tham gia bảo hiểm y tế đạt 95,5%."),
    (YT, "Tỷ lệ dân số tham gia bảo hiểm y tế của huyện Mường Lát năm 2024 đạt 99,1%."),
    (YT, "Năm 2024, có 2.380 giường bệnh công lập và 230 giường bệnh ngoài công lập."),
    (
        YT,
        "Đến nay, số bác sĩ trên vạn dân đạt 10,2 bác sĩ; số giường bệnh trên vạn dân đạt 31,5 giường.",
    ),
    (YT, "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi năm 2024 là 18,4%."),
    (YT, "Năm 2024, số bác sĩ có trình độ sau đại học là 402 người."),
    (YT, "Trong 9 tháng năm 2024, số giường bệnh bình quân đạt 2.540 giường."),
    (
        DT,
        "Tổng kế hoạch vốn năm 2024 là 2.014,5 tỷ đồng; đến hết năm giải ngân 1.729,7 tỷ đồng, đạt 85,9% kế hoạch.",
    ),
    (DT, "Đến 30/6/2024, giải ngân đạt 812,4 tỷ đồng, bằng 40,3% kế hoạch vốn."),
    (DT, "Kế hoạch vốn năm 2023 kéo dài sang năm 2024 là 145,6 tỷ đồng."),
    (DT, "Tổng kế hoạch vốn trung hạn giai đoạn 2021-2025 là 9.850 tỷ đồng."),
    (
        DT,
        "Sở Giao thông vận tải được giao 420,5 tỷ đồng, trong đó dự án cầu Sông Lô 210 tỷ đồng, giải ngân 398,1 tỷ đồng.",
    ),
    (DT, "Năm 2025, tổng kế hoạch vốn dự kiến 2.350 tỷ đồng."),
    (DT, "Vốn ngân sách trung ương năm 2024 kế hoạch vốn 980 tỷ đồng, giải ngân 845 tỷ đồng."),
    (
        HC,
        "Sau sắp xếp, toàn tỉnh còn 16 đơn vị hành chính cấp xã, giảm 28 đơn vị (từ 44 xuống còn 16).",
    ),
    (HC, "Huyện Đông Hải giảm từ 18 xuống còn 07 đơn vị hành chính cấp xã."),
    (HC, "Toàn tỉnh có 64 đơn vị hành chính cấp xã không thực hiện sắp xếp."),
    (HC, "Giai đoạn 2019 - 2021, toàn tỉnh đã giảm 6 đơn vị hành chính cấp xã."),
    (HC, "Dự kiến sau sắp xếp dôi dư 412 cán bộ, công chức cấp xã."),
    (NGHEO, "Theo chuẩn nghèo giai đoạn 2016-2020, toàn huyện có 650 hộ nghèo."),
    (NGHEO, "Trong tổng số 412 hộ nghèo có 120 hộ nghèo không có khả năng lao động."),
    (THU, "Năm 2024, tổng thu ngân sách nhà nước trên địa bàn huyện Vân Sơn đạt 62 tỷ đồng."),
    (THU, "Năm 2024, tổng thu ngân sách địa phương đạt 512 tỷ đồng."),
    (THU, "Quý I năm 2024 thu nội địa 98.200 triệu đồng; quý II 105.300 triệu đồng."),
    (THU, "Năm 2024, thu nội địa không kể tiền sử dụng đất đạt 319.100 triệu đồng."),
    (THU, "Năm 2024, số thu nội địa do cấp huyện quản lý là 141.000 triệu đồng."),
]
FOUND = [
    (DICH, "Cộng dồn từ đầu năm 2022 đến hết tháng 4 là 3.661 ca."),
    (DICH, "Lũy kế cộng dồn bốn tháng năm 2021 ghi nhận 4.848 ca mắc."),
    (DICH, "Cộng dồn 4 tháng đầu năm 2022 là 3.661 ca."),
    (NGHEO, "Đến cuối năm 2024, toàn huyện còn 421 hộ nghèo."),
    (NGHEO, "Năm 2024, toàn huyện có 6.865 hộ dân, trong đó có 412 hộ nghèo, 419 hộ cận nghèo."),
    (NGHEO, "Năm 2024, xã Đông Giang có 185 hộ nghèo."),
    (NGHEO, "Tổng số hộ nghèo toàn huyện năm 2024 là 442 hộ."),
    (NGHEO, "Năm 2024, số hộ nghèo của xã Bình Lộc là 121 hộ."),
    (THU, "Năm 2024, tổng thu ngân sách nhà nước ước đạt 413,85 tỷ đồng."),
    (
        THU,
        "Ước thực hiện năm 2024: thu nội địa 389.500 triệu đồng; thu tiền sử dụng đất 79.400 triệu đồng.",
    ),
    (
        THU,
        "Năm 2024, thuế thu nhập cá nhân ước đạt 43.850 triệu đồng, thu tiền sử dụng đất ước đạt 79,4 tỷ đồng.",
    ),
    (
        THU,
        "Dự toán năm 2025: tổng thu ngân sách nhà nước 455.000 triệu đồng, thu nội địa 415.000 triệu đồng.",
    ),
    (THU, "Thu nội địa năm 2023 thực hiện 308.100 triệu đồng."),
    (THU, "Năm 2024, thu nội địa ước đạt 398,5 tỷ đồng, đạt 101,7% dự toán."),
    (THU, "Năm 2024, thu từ hoạt động xuất nhập khẩu ước thực hiện 35.330 triệu đồng."),
    (THU, "Thu tiền sử dụng đất năm 2024 ước đạt 79.400 triệu đồng, bằng 94,3% dự toán."),
    (BC, "Năm 2025, Sở Nội vụ được giao 98 biên chế."),
    (BC, "Năm 2025, tổng số biên chế được giao là 362 biên chế."),
    (BC, "Năm 2021, biên chế được giao của Sở Tài chính là 121 biên chế."),
    (YT, "Năm 2024, toàn tỉnh có 2.160 giường bệnh, 856 bác sĩ."),
    (YT, "Năm 2024, tỷ lệ dân số tham gia bảo hiểm y tế đạt 98,4%."),
    (YT, "Năm 2023, tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân là 12,1%."),
    (YT, "Số bác sĩ năm 2024 là 865 người."),
    (DT, "Năm 2024, Sở Giao thông vận tải giải ngân 389,1 tỷ đồng, đạt 94,7%."),
    (DT, "Kế hoạch vốn của UBND thành phố Việt An năm 2024 là 521,2 tỷ đồng."),
]


def report_of(sentence: str, table: str) -> Report:
    return analyse(read_text(f"# BÁO CÁO KẾT QUẢ CÔNG TÁC\n\n{sentence}\n{table}", "t.md"))


def codes(report: Report) -> list[str]:
    return [f.code for f in report.findings if f.code.startswith("A")]


@pytest.mark.parametrize(("table", "sentence"), SILENT)
def test_nothing_is_found(table: str, sentence: str) -> None:
    assert codes(report_of(sentence, table)) == []


@pytest.mark.parametrize(("table", "sentence"), FOUND)
def test_a_contradiction_is_found(table: str, sentence: str) -> None:
    assert codes(report_of(sentence, table))


def args_of(report: Report, code: str) -> list[dict[str, str]]:
    return [f.args for f in report.findings if f.code == code]


def test_the_sentence_names_the_cell() -> None:
    report = report_of("Năm 2024, thu nội địa ước đạt 389,5 tỷ đồng.", THU)
    (finding,) = report.findings
    assert finding.code == "A114" and finding.severity == "error"
    assert report.document.text[finding.start : finding.end] == "389,5"
    assert finding.args["table"] == "1"
    assert finding.args["row"] == "Thu nội địa"
    assert finding.args["column"] == "Ước thực hiện năm 2024"
    (relation,) = [r for r in report.relations if r.id == finding.relation]
    assert (relation.kind, relation.scope, relation.verdict) == (
        "equality",
        "table",
        "inconsistent",
    )


def test_agreement_by_rounding_and_by_scale() -> None:
    report = report_of("Năm 2024, tổng thu ngân sách nhà nước ước đạt 431,9 tỷ đồng.", THU)
    (relation,) = [r for r in report.relations if r.rule == "table.prose"]
    assert (relation.verdict, relation.agreement) == ("consistent", "rounding")


def test_totals_of_a_table_told_in_the_text() -> None:
    report = report_of(
        "Tháng 4, toàn tỉnh ghi nhận 143 ca, tăng 11 ca so với tháng 3 (132 ca).", DICH
    )
    told = [r.expression for r in report.relations if r.rule == "table.prose"]
    assert told == ["143 = 143", "132 = 132"]


def test_a_rough_figure_is_a_warning() -> None:
    report = report_of("Năm 2024, thu nội địa ước đạt khoảng 350 tỷ đồng.", THU)
    assert [(f.code, f.severity) for f in report.findings] == [("A114", "warning")]
    assert codes(report_of("Năm 2024, thu nội địa ước đạt khoảng 400 tỷ đồng.", THU)) == []


def test_figures_of_one_row_told_in_turn() -> None:
    sentence = "Năm 2024, xã Bình Lộc có 112 hộ nghèo, 104 hộ cận nghèo."
    (args,) = args_of(report_of(sentence, NGHEO), "A114")
    assert (args["row"], args["column"]) == ("Xã Bình Lộc", "Số hộ cận nghèo")


def test_growth_told_in_a_row_of_its_own() -> None:
    table = (
        "\n| Chỉ tiêu | Đơn vị | Năm 2023 | Năm 2024 |\n|---|---|---|---|\n"
        "| Kim ngạch xuất khẩu | triệu USD | 800 | 860 |\n"
        "| Tốc độ tăng trưởng | % | 104,2 | 107,5 |\n"
    )
    sentence = "Năm 2024, kim ngạch xuất khẩu đạt 860 triệu USD, tăng {}% so cùng kỳ."
    assert codes(report_of(sentence.format("7,5"), table)) == []
    assert codes(report_of(sentence.format("5,7"), table)) == ["A114"]


TWO = """
Bảng 1. Cân đối ngân sách

ĐVT: triệu đồng

| Nội dung | Năm 2024 | Năm 2025 | Năm 2026 |
|---|---|---|---|
| Bội chi ngân sách địa phương | 41.900 | 22.500 | 18.700 |
| Chi thường xuyên | 310.000 | 325.000 | 331.000 |

Bảng 2. Kế hoạch vay

ĐVT: triệu đồng

| Nội dung | Năm 2024 | Năm 2025 | Năm 2026 |
|---|---|---|---|
| Bội chi NSĐP | 41.900 | {} | 18.700 |
| Vay để trả nợ gốc | 5.200 | 4.100 | 3.900 |
"""


def test_one_label_in_two_tables() -> None:
    assert codes(report_of("", TWO.format("22.500"))) == []
    (args,) = args_of(report_of("", TWO.format("25.500")), "A115")
    assert (args["stated"], args["computed"], args["apart"]) == ("25.500", "22.500", "1")


def test_rows_that_differ_throughout_are_two_things() -> None:
    other = TWO.format("12.500").replace("| Bội chi NSĐP | 41.900", "| Bội chi NSĐP | 31.900")
    assert codes(report_of("", other.replace("12.500 | 18.700", "12.500 | 8.700"))) == []


def test_the_plan_with_a_text_beside_its_own_tables() -> None:
    path = REPORTS / "ca-mau-ke-hoach-tai-chinh-2026-2028.md"
    if not path.exists():
        pytest.skip(f"../shared/reports/{path.name} is not here")
    report = analyse(read_bytes(path.read_bytes(), path.name))
    found = [(f.code, f.args["stated"].split(" ")[0]) for f in report.findings]
    assert [stated for code, stated in found if code == "A114"] == (
        "34,86% 6,35% 660.085 27,31% 27,91% 40,94% 3,83% 270.000 8,95".split()
    )
    assert [stated for code, stated in found if code == "A115"] == ["41.900", "21.000"]
    assert [stated for code, stated in found if code == "A116"] == ["107,2", "105,8"]
    agreed = [r for r in report.relations if r.rule == "table.prose" and r.verdict == "consistent"]
    assert len(agreed) >= 25


POOR = (
    "| Địa bàn | Tổng số hộ | Hộ nghèo | Tỷ lệ (%) |\n|---|---|---|---|\n"
    "| TX. Vĩnh Lợi | 41.206 | 3.714 | 9,01 |\n| H. Trần Phú | 33.817 | 1.945 | 5,75 |\n"
    "| H. Mỹ Hưng | 29.430 | 1.408 | 4,78 |\n| Toàn tỉnh | 104.453 | 7.067 | 6,77 |\n\n"
)


def test_shares_of_a_total_row_told_in_the_text() -> None:
    """Of the row of a place whose sort is written out, and of a level that no row has."""
    told = POOR + (
        "Thị xã Vĩnh Lợi có số hộ nghèo cao nhất, chiếm 52,6% hộ nghèo toàn tỉnh.\n\nHộ dân tộc "
        "thiểu số 18.220 hộ, chiếm 17,4% tổng số hộ.\n"
    )
    relations = {r.expression for r in analyse(read_text(told, "t.md")).relations if r.agreement}
    assert {"3.714 / 7.067 = 52,6%", "18.220 / 104.453 = 17,4%"} <= relations


def test_shares_of_what_no_table_tells_are_left_alone() -> None:
    told = POOR + "Thị xã Vĩnh Lợi có số hộ cao nhất, chiếm 57,2% số hộ cận nghèo toàn tỉnh.\n"
    relations = analyse(read_text(told, "t.md")).relations
    assert not any("57,2%" in r.expression for r in relations)
