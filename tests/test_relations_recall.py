"""Relations that were missed in reports: tables of grades, levels of each one, plans told before,
lists whose parts carry rates, parts on lines and in sentences of their own, shares without a sign.
Right, wrong and misleading texts."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from extract import analyse
from extract.readers.text.reader import read_text
from marks import found, told

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
        "Các khu công nghiệp thu hút 9,6 triệu USD, giảm 7,2% so với năm trước.\n\nTrong đó, vốn "
        "cấp mới đạt 6,2 triệu USD, giảm 1,4%. Vốn đăng ký tăng thêm đạt 3,4 triệu USD.",
        "6.200 + 3.400 = 9.600 nghìn",
    ),
    (
        "Huyện xử lý 57 vụ vi phạm. Trong đó, lấn đất: 38 vụ, với 2,415 ha; không trình giấy phép "
        "khi chở cát trên sông: 12 vụ; vi phạm khác: 7 vụ.",
        "38 + 12 + 7 = 57",
    ),
    (
        "Vùng có 2,17 triệu người được cấp thẻ, trong đó 0,84 triệu người cao tuổi và 1,33 triệu "
        "đối tượng chính sách.",
        "840 + 1.330 = 2.170 nghìn",
    ),
    (
        "1. Nhập phường Lê Lợi có diện tích tự nhiên là 0,31 km² và quy mô dân số là 7.204 người "
        "vào phường Đông Sơn có diện tích tự nhiên là 0,45 km² và quy mô dân số là 9.310 người.\n\n"
        "Phường Đông Sơn có diện tích tự nhiên là 0,76 km², quy mô dân số là 16.514 người.",
        "7.204 + 9.310 = 16.514",
    ),
    (  # a total whose name is long, of parts in other paragraphs
        "Chín tháng có 318 dự án mới với vốn đăng ký là 6,4 tỷ USD, tăng 17%.\n\nCó 142 lượt dự án "
        "điều chỉnh với vốn đăng ký tăng thêm là 2,1 tỷ USD và 507 lượt góp vốn với giá trị là "
        "1,36 tỷ USD.\n\nNhư vậy, tổng vốn cấp mới, điều chỉnh và góp của nhà đầu tư ở ngoài nước "
        "trên địa bàn cả vùng trong kỳ là 9,86 tỷ USD.",
        "6.400 + 2.100 + 1.360 = 9.860 triệu",
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
        "Ban tiếp công dân nhận 2.918 đơn, trong đó đơn lưu do trùng lặp, nặc danh là 275 đơn; đơn "
        "đủ điều kiện để xử lý là 2.343 đơn.",
        "275 + 2.343 = 2.918",
    ),
    (
        "Mặt nước công là 5.417,2 ha. Trong đó diện tích thôn tự nuôi cá là 38,5 ha; diện tích "
        "đang đấu thầu là 4.106,9 ha; diện tích còn lại đang bỏ trống là 1.571,8 ha.",
        "38,5 + 4.106,9 + 1.571,8 = 5.417,2",
    ),
    (  # the figure after the list is divided itself
        "Vùng có 426 tổ, gồm: 37 tổ một, 281 tổ hai, 78 tổ ba và 3.290 nhóm, gồm: 2.418 nhóm một, "
        "655 nhóm hai, 217 nhóm ba.",
        "37 + 281 + 78 = 426",
    ),
    (  # a whole told before another level of its kind
        "Vùng đã gieo 518,4 nghìn ha; thu hoạch được 137,2 nghìn ha. Trong đó, phía Bắc gieo đạt "
        "206,1 nghìn ha, giảm 1,3%; phía Nam gieo đạt 313,3 nghìn ha.",
        "206.100 + 313.300 = 518.400",
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
        "Diện tích cói cả năm là 8.215 ha, giảm 139 ha (bằng 1,96%) so với cả năm 2028.",
        "139 / (8.215 + 139) = 1,96%",
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
    "Giải quyết 3.140 vụ, giảm 1.027 vụ so với cùng kỳ (đạt 81,62%).",
    # growth against the plan beside a change in time
    "Thu đạt 559 tỷ đồng, tăng 97 tỷ đồng so với năm 2018, tăng 24,2% so với dự toán.",
    "Thu 62 tỷ đồng, tăng 2 tỷ đồng, bằng 95%; chi 50 tỷ đồng.",
    # the level before is told on its own line, but of what else
    "Quý I, huyện thu được 45,2 tỷ đồng.\nChi 12 tỷ đồng.\nSo với dự toán tỉnh giao (180 tỷ đồng), "
    "số thu mới đạt 30%.",
    # parts that are not all, whose rates are told
    "Trường tuyển được 4.600 người, đạt 23% kế hoạch. Cụ thể, hệ chính quy tuyển 1.290 lao động, "
    "đạt 21,5% kế hoạch; hệ vừa học vừa làm 118 người, đạt 11,8% kế hoạch.",
    "Vùng trồng 18.340 ha, giảm 3,1%. Trong đó một số tỉnh có diện tích khá là: An Bình 3.215 ha "
    "(+18,6%), Quảng Nam 2.780 ha (+1,9%), Tân Hà 2.136 ha (+37,2%).",
    # two columns of figures in each clause
    "Chi cục thu 214,6 tỷ đồng; cộng dồn thu 1.927,5 tỷ đồng, đạt 71% kế hoạch. Trong đó, lệ phí "
    "quý này thu 126,2 tỷ đồng, cộng dồn thu 1.318,9 tỷ đồng, đạt 73% kế hoạch; tiền thuê đất quý "
    "này là 61,4 tỷ đồng, cộng dồn thu 402,7 tỷ đồng, đạt 66% kế hoạch.",
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
    assert told(text, expression) == ("consistent", [])


@pytest.mark.parametrize(("text", "expression"), WRONG)
def test_wrong_ones_are_found(text: str, expression: str) -> None:
    assert told(text, expression) == ("inconsistent", [ANY])


@pytest.mark.parametrize("text", QUIET)
def test_misleading_ones_are_quiet(text: str) -> None:
    assert found(text) == []


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
