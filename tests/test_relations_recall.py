"""Relations that were missed in reports: tables of grades, levels of each one, plans told before,
lists whose parts carry rates, parts on lines and in sentences of their own, shares without a sign.
Right, wrong and misleading texts."""

from __future__ import annotations

import pytest

from extract import analyse
from extract.readers.text import read_text
from marks import judged

GRADES = """
| STT | Xếp loại | Toàn trường | Khối 6 | Khối 7 | Khối 8 |
|---|---|---|---|---|---|
| I | Số học sinh | 640 | 230 | 210 | 200 |
| 1 | Tốt 45% | 288 | 104 | 94 | 90 |
| 2 | Khá 40% | 256 | 92 | 84 | 80 |
| 3 | Trung bình (tỷ lệ so với tổng số) 12,5% | 80 | 29 | 26 | 25 |
| 4 | Yếu 2,5% | 16 | 5 | 6 | 5 |
"""

AGREE = [
    (  # how many times a level of each one moved
        "Năng suất ngô đạt 48,20 tạ/ha, tăng 2,12% (1,00 tạ/ha) so với vụ trước.",
        "1 / (48,2 - 1) = 2,12%",
    ),
    (  # the change leaves out what it is of
        "Thu nhập bình quân đạt 60,5 triệu đồng/người/năm, tăng 5,2 triệu đồng (9,4%) so với năm "
        "2020.",
        "5.200 / (60.500 - 5.200) = 9,4%",
    ),
    (
        "Năng suất chè đạt 74,8 tạ/ha, giảm 1,7 tạ/ha, bằng 97,8% so với cùng kỳ; sản lượng đạt "
        "8,45 nghìn tấn, giảm 230 tấn, bằng 97,4%.",
        "8.450 / (8.450 + 230) = 97,4%",
    ),
    (
        "Huyện gieo được 1.250 ha, giảm 25 ha, bằng 98% so đông xuân năm trước.",
        "1.250 / (1.250 + 25) = 98%",
    ),
    (
        "Dư nợ đạt 2.569 tỷ đồng, tăng 331 tỷ đồng so với đầu năm, tốc độ tăng trưởng đạt 14,8%.",
        "331 / (2.569 - 331) = 14,8%",
    ),
    (  # against the plan
        "Thu nội địa đạt 752 tỷ đồng, vượt 12,2% (tương đương 82 tỷ đồng) so với dự toán.",
        "82 / (752 - 82) = 12,2%",
    ),
    (
        "Thu phí đạt 64 tỷ đồng, hụt 16 tỷ đồng (20%) so với dự toán.",
        "16 / (64 + 16) = 20%",
    ),
    (  # a level in the paragraph before
        "Quý I, huyện thu được 45,2 tỷ đồng.\n\nSo với dự toán tỉnh giao (180 tỷ đồng), số thu mới "
        "đạt 25,1%.",
        "45.200 / 180.000 = 25,1%",
    ),
    (  # the subject of a change is told in full
        "Trong tháng xảy ra 125 vụ phạm pháp hình sự, bắt 150 đối tượng. So với tháng trước, phạm "
        "pháp hình sự tăng 15 vụ (13,6%), tăng 20 đối tượng (15,4%).",
        "15 / (125 - 15) = 13,6%",
    ),
    (  # each rate names its count
        "Trong quý xảy ra 48 vụ cháy, làm chết 5 người và 12 người bị thương; so với cùng kỳ giảm "
        "7,69% số vụ, 20,0% số người bị thương.",
        "(? - 12) / ? = 20%",
    ),
    (  # how much is done, told after how it moved
        "Tòa án thụ lý 820 đơn; giải quyết 700 đơn, so cùng kỳ tăng 45 đơn (đạt 85,4%).",
        "700 / 820 = 85,4%",
    ),
    (
        "Toàn ngành có 812 người, trong đó nữ 320 người, chiếm 39,4; đảng viên 455 người, chiếm "
        "56,0%.",
        "320 / 812 = 39,4%",
    ),
    (  # a count that its name tells alone
        "Bầu 60 đại biểu.\n\nTrong số đại biểu trúng cử có 18 nữ, chiếm 30%; người Mông 9, chiếm "
        "15%; tái cử 24 người, chiếm 40%.",
        "9 / 60 = 15%",
    ),
    (  # shares alone on their lines
        "- Tổng số hội viên 400.\n\nCơ cấu như sau:\n\n1. Phụ nữ\n\n120 (30.00%)\n\n2. Trẻ tuổi "
        "(dưới 40 tuổi)\n\n50 (12.50%)\n\n3. Có trình độ đại học:\n\n110 (27.50%)",
        "50 / 400 = 12,5%",
    ),
    (
        "Xã có 1.250 hộ. Hộ làm nghề chiếm 36,4%, tương ứng 455 hộ.",
        "455 / 1.250 = 36,4%",
    ),
    (  # classes with a unit at both ends
        "Cảng có 2.550 tàu với 51.800 CV; trong đó tàu dài dưới 6m: 250 chiếc; từ 6m đến dưới 12m: "
        "900 chiếc; từ 12m đến dưới 15m: 1.100 chiếc; từ 15m trở lên: 300 chiếc.",
        "250 + 900 + 1.100 + 300 = 2.550",
    ),
    (
        "Khối 10: 340 hs, khối 11: 215 hs, khối 12: 190 hs; toàn trường: 745 học sinh.",
        "340 + 215 + 190 = 745",
    ),
    (
        "- Tổng số thu: 9.390 triệu đồng\n\nTrong đó:\n\n+ Thu cân đối: 8.530 triệu đồng\n\n+ Thu "
        "quản lý qua ngân sách: 860 triệu đồng\n\n- Xã được hưởng: 8.040 triệu đồng",
        "8.530 + 860 = 9.390 triệu",
    ),
    (
        "Huyện trồng được 26 nghìn ha, trong đó:\nVùng đồi đạt 13,9 nghìn ha, vùng thấp đạt 1,8 "
        "nghìn ha và vùng ven sông đạt 10,3 nghìn ha.",
        "13.900 + 1.800 + 10.300 = 26.000",
    ),
    (  # parts in sentences of their own
        "Tổng vốn đăng ký đạt 18,1 triệu USD, giảm 10,5% so với cùng kỳ.\n\nTrong đó, vốn cấp mới "
        "đạt 13,0 triệu USD, giảm 3,8%. Vốn đăng ký tăng thêm đạt 5,1 triệu USD.",
        "13.000 + 5.100 = 18.100 nghìn",
    ),
    (
        "Huyện xử lý 42 vụ vi phạm. Trong đó, phá rừng: 31 vụ, với 3,697 ha; vi phạm thủ tục hành "
        "chính trong vận chuyển lâm sản trên tuyến: 6 vụ; vi phạm khác: 5 vụ.",
        "31 + 6 + 5 = 42",
    ),
    (
        "Có 6,28 triệu người được tặng quà, trong đó 1,65 triệu người có công và 4,63 triệu đối "
        "tượng bảo trợ.",
        "1.650 + 4.630 = 6.280 nghìn",
    ),
    (
        "1. Nhập phường Lê Lợi có diện tích tự nhiên là 0,31 km² và quy mô dân số là 7.204 người "
        "vào phường Đông Sơn có diện tích tự nhiên là 0,45 km² và quy mô dân số là 9.310 người.\n\n"
        "Phường Đông Sơn có diện tích tự nhiên là 0,76 km², quy mô dân số là 16.514 người.",
        "7.204 + 9.310 = 16.514",
    ),
    (  # a total whose name is long, of parts in other paragraphs
        "Đến ngày 20/11 có 2.293 dự án mới với tổng vốn đăng ký là 19,8 tỷ USD, tăng 52%.\n\nCó "
        "1.100 lượt dự án điều chỉnh với tổng vốn đăng ký tăng thêm là 8,0 tỷ USD và 4.535 lượt "
        "góp vốn với giá trị là 5,29 tỷ USD.\n\nNhư vậy, tổng vốn cấp mới, điều chỉnh và góp của "
        "nhà đầu tư ở ngoài nước trên địa bàn cả vùng trong kỳ là 33,09 tỷ USD.",
        "19.800 + 8.000 + 5.290 = 33.090 triệu",
    ),
    (  # each part divided in a bracket, in a sentence of its own
        "Tổng kinh phí 1.250 tỷ đồng. Trong đó: Ngân sách trung ương: 700 tỷ đồng (chi đầu tư: 500 "
        "tỷ đồng; chi thường xuyên: 200 tỷ đồng). Ngân sách tỉnh: 350 tỷ đồng (chi đầu tư: 300 tỷ "
        "đồng; chi thường xuyên: 50 tỷ đồng). Ngân sách huyện: 200 tỷ đồng.",
        "700 + 350 + 200 = 1.250 tỷ",
    ),
]

WRONG = [
    (
        "Năng suất lúa đạt 48,20 tạ/ha, tăng 1,00 tạ/ha (2,52%) so với năm 2018.",
        "1 / (48,2 - 1) = 2,52%",
    ),
    (
        "Vụ mùa, huyện gieo 7.346 ha lúa, giảm 168 ha (bằng 2,54%) so với vụ mùa năm 2018.",
        "168 / (7.346 + 168) = 2,54%",
    ),
    (
        "Quý I, huyện thu được 45,2 tỷ đồng. So với dự toán tỉnh giao (180 tỷ đồng), số thu mới "
        "đạt 27,1%.",
        "45.200 / 180.000 = 27,1%",
    ),
    (
        "Dư nợ đạt 2.569 tỷ đồng, tăng 331 tỷ đồng so với đầu năm, tỷ lệ tăng đạt 12,8%.",
        "331 / (2.569 - 331) = 12,8%",
    ),
    (  # each part tells how it moved
        "Tổng nguồn vốn là 1.579 tỷ đồng, tăng 50 tỷ đồng. Trong đó, vốn trung ương là 1.135 tỷ "
        "đồng, tăng 10 tỷ đồng; vốn tỉnh là 131 tỷ đồng, hoàn thành 77% kế hoạch năm; vốn huy động "
        "là 323 tỷ đồng, tăng 20 tỷ đồng.",
        "1.135 + 131 + 323 = 1.579 tỷ",
    ),
    (
        "Tỉnh tiếp nhận 3.967 đơn, trong đó đơn lưu do trùng lặp, nặc danh là 346 đơn; đơn có đủ "
        "điều kiện xử lý là 3.321 đơn.",
        "346 + 3.321 = 3.967",
    ),
    (
        "Đất công ích là 8.638,4 ha. Trong đó diện tích xã trực tiếp sử dụng là 46,4 ha; diện tích "
        "đang cho thuê là 6.269,7 ha; diện tích còn lại đang quản lý là 2.022,2 ha.",
        "46,4 + 6.269,7 + 2.022,2 = 8.638,4",
    ),
    (  # the figure after the list is divided itself
        "Vùng có 713 tổ, gồm: 49 tổ một, 512 tổ hai, 122 tổ ba và 11.156 nhóm, gồm: 8.903 nhóm "
        "một, 1.646 nhóm hai, 607 nhóm ba.",
        "49 + 512 + 122 = 713",
    ),
    (  # a whole told before another level of its kind
        "Vùng đã gieo 2.958,7 nghìn ha; thu hoạch được 864,6 nghìn ha. Trong đó, phía Bắc gieo đạt "
        "1.048,8 nghìn ha, giảm 0,9%; phía Nam gieo đạt 1.910,9 nghìn ha.",
        "1.048.800 + 1.910.900 = 2.958.700",
    ),
    (
        "Tổng số lô hàng xuất nhập khẩu là 12.662 lô. Trong đó, hàng nhập khẩu: 6.190 lô; hàng "
        "xuất khẩu 6.473 lô; phát hiện 06 lô hàng xuất khẩu vi phạm.",
        "6.190 + 6.473 = 12.662",
    ),
    (
        "Dân số là 79.638 người, trong đó dân số thường trú là 72.454 người và dân số tạm trú quy "
        "đổi là 8.924 người.",
        "72.454 + 8.924 = 79.638",
    ),
    (
        "Trong quý xảy ra 48 vụ cháy, làm chết 35 người, 12 người bị thương; so với cùng kỳ giảm "
        "7,69% số vụ, giảm 22,9% số người bị thương.",
        "(? - 12) / ? = 22,9%",
    ),
    (
        "Nhập thôn Nà Lơi có 120 hộ vào thôn Bản Phủ có 131 hộ. Thôn Bản Phủ có 241 hộ.",
        "120 + 131 = 241",
    ),
    (
        "- Chi sự nghiệp: 420 tỷ đồng\n\nGồm:\n\n+ Chi giáo dục: 230 tỷ đồng;\n\n+ Chi y tế: 80 tỷ "
        "đồng;\n\n+ Chi khác: 120 tỷ đồng.",
        "230 + 80 + 120 = 420 tỷ",
    ),
    (
        "Diện tích lúa cả năm là 14.691 ha, giảm 217 ha (bằng 1,76%) so với cả năm 2018.",
        "217 / (14.691 + 217) = 1,76%",
    ),
    (  # a small count of a bracket with one wrong digit
        "Lũ làm 40 người chết (An Bình 45 người, Tân Sơn 5 người, Yên Hà 4 người, Thanh Sơn 8 "
        "người, Nghĩa An 8 người).",
        "45 + 5 + 4 + 8 + 8 = 40",
    ),
    (  # one share of its sentence, in a row that goes on in the next
        "Trường có 1.400 học sinh.\n\nCuối năm có 630 học sinh giỏi (chiếm 48%), 700 em khá (chiếm "
        "50%), 70 em trung bình (chiếm 5%). Về hạnh kiểm, 1.386 học sinh loại tốt (chiếm 99%), 14 "
        "học sinh loại khá (chiếm 1%).",
        "630 / 1.400 = 48%",
    ),
    (  # two parts that are all, one of their shares wrong
        "Có 1.240 em dự thi. Kết quả: 1.178 em đỗ, đạt 95%; 62 em trượt, chiếm 6%.",
        "62 / 1.240 = 6%",
    ),
]

QUIET = [
    # a share of the plan beside one of the whole
    "Xã có 420 hộ. Có 315 hộ làm nông nghiệp (75%), 105 hộ buôn bán, đạt 95% kế hoạch.",
    "Xã có 25 hộ (thôn An 31 hộ, thôn Bình 40 hộ, thôn Cao 22 hộ).",
    # no rates of the changes before them
    "Tòa án thụ lý 820 đơn, đã giải quyết 700 đơn, tăng 45 đơn so với cùng kỳ, đạt tỷ lệ 85,4%.",
    "Giải quyết 6.260 vụ, giảm 2.278 vụ so với cùng kỳ (đạt 78,35%).",
    # growth against the plan beside a change in time
    "Thu đạt 559 tỷ đồng, tăng 97 tỷ đồng so với năm 2018, tăng 24,2% so với dự toán.",
    "Thu 62 tỷ đồng, tăng 2 tỷ đồng, bằng 95%; chi 50 tỷ đồng.",
    # the level before is told on its own line, but of what else
    "Quý I, huyện thu được 45,2 tỷ đồng.\nChi 12 tỷ đồng.\nSo với dự toán tỉnh giao (180 tỷ đồng), "
    "số thu mới đạt 30%.",
    # parts that are not all, whose rates are told
    "Tỉnh giải quyết việc làm cho 5.800 người, đạt 20% kế hoạch. Cụ thể, tạo việc mới cho 1.830 "
    "lao động, đạt 20,3% kế hoạch; xuất khẩu lao động 101 người, đạt 14,4% kế hoạch.",
    "Vùng trồng 25.117 ha, giảm 2,9%. Trong đó một số tỉnh có diện tích khá là: An Bình 4.090 ha "
    "(+26,4%), Quảng Nam 3.450 ha (+2,4%), Tân Hà 2.974 ha (+43,6%).",
    # two columns of figures in each clause
    "Cục thu 489,1 tỷ đồng; lũy kế thu 4.652,3 tỷ đồng, đạt 84% kế hoạch. Trong đó, phí tháng 8 "
    "thu 308,4 tỷ đồng, lũy kế thu 3.307,3 tỷ đồng, đạt 84% kế hoạch; xổ số tháng 8 là 164,7 tỷ "
    "đồng, lũy kế thu 1.042,4 tỷ đồng, đạt 80% kế hoạch.",
    # another unit's figures in the next sentence
    "Nhập thôn Nà Lơi có 120 hộ vào thôn Bản Phủ có 131 hộ. Thôn Na Hai có 241 hộ.",
    # a group that overlaps, below an item
    "a) Số cán bộ: 1.250 người\n\nTrong đó:\n\n- Nữ: 350 người;\n\n- Dân tộc thiểu số: 600 người.",
    # levels of another kind
    "Năng suất ngô đạt 48,20 tạ/ha, sản lượng tăng 0,8 nghìn tấn (1,6%) so với năm 2018.",
    # a mark, no share
    "Điểm bình quân môn Toán đạt 7,25; môn Văn đạt 6,4.",
]


@pytest.mark.parametrize(("text", "expression"), AGREE)
def test_right_ones_agree(text: str, expression: str) -> None:
    relations, findings = judged(text)
    assert relations[expression] == "consistent" and findings == []


@pytest.mark.parametrize(("text", "expression"), WRONG)
def test_wrong_ones_are_found(text: str, expression: str) -> None:
    relations, findings = judged(text)
    assert relations[expression] == "inconsistent" and len(findings) == 1


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert judged(text)[1] == []


def table(text: str) -> tuple[list[str], list[str]]:
    """(expressions that agree, codes of the findings of arithmetic) of a table."""
    report = analyse(read_text(text, "t.md"))
    agree = [r.expression for r in report.relations if r.verdict == "consistent"]
    return agree, [f.code for f in report.findings if f.code.startswith("A")]


def test_grades_add_up_by_rows_and_columns() -> None:
    agree, findings = table(GRADES)
    assert {"29 + 26 + 25 = 80", "104 + 92 + 29 + 5 = 230"} <= set(agree) and findings == []


def test_a_slip_among_grades_is_found() -> None:
    assert table(GRADES.replace("| 29 | 26 |", "| 29 | 62 |"))[1] != []


def test_the_mean_at_the_foot_of_a_table_is_no_part() -> None:
    text = """
| Lớp | Số em dự thi | Điểm toán |
|---|---|---|
| 6A | 31 | 7 |
| 6B | 33 | 6 |
| 6C | 32 | 8 |
| Trung bình | 32 | 7 |
"""
    assert table(text)[1] == []


def test_a_column_of_a_middle_grade_is_counted() -> None:
    text = """
| Khối | Tổng số | Giỏi | Khá | Trung bình |
|---|---|---|---|---|
| 6 | 120 | 40 | 50 | 30 |
| 7 | 110 | 35 | 45 | 30 |
| 8 | 105 | 30 | 45 | 30 |
"""
    assert "40 + 50 + 30 = 120" in table(text)[0]
