"""Ways in which whole reports of offices tell their figures: what each proves, slips in them, and
what is near them and means something else."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found


def _agreed(text: str) -> set[str]:
    return {r.expression for r in analyse(read_text(text, "t.txt")).relations if r.agreement}


TOLD = [
    # what is left behind a share, by the figure alone
    (
        "Đã xử lý 318.406 đơn. Qua xử lý có 305.118 đơn thuộc thẩm quyền, chiếm 95,8% số đơn đã xử "
        "lý; 13.288 đơn nặc danh, trùng lặp được lưu theo quy định.",
        "318.406 - 305.118 = 13.288",
    ),
    (
        "Kiểm tra 4.217 cơ sở, đạt 3.905 cơ sở (92,6%), vi phạm 312 cơ sở.",
        "4.217 - 3.905 = 312",
    ),
    (
        "Phải kê khai 5.126 người; đã kê khai 5.119 người (99,86%); 07 người chưa kê khai.",
        "5.126 - 5.119 = 7",
    ),
    # amounts taken away or added by name, of a level told far above
    (
        "Có 38 đoàn.\n\nThu 12 tỷ đồng.\n\nChi 10 tỷ đồng.\n\nSau khi giảm trừ 05 đoàn đã rút đơn, "
        "số đoàn còn theo dõi là 33 đoàn.",
        "38 - 5 = 33",
    ),
    (
        "Tổng số phải xử lý 4.318 việc. Ủy thác 52 việc, thu hồi quyết định 07 việc; như vậy tổng "
        "số phải thi hành là 4.259 việc.",
        "4.318 - 52 - 7 = 4.259",
    ),
    (
        "Đã nộp 2.415.600.000 đồng.\nNếu tính cả tiền phạt 318.250.000 đồng thì tổng số đã nộp là "
        "2.733.850.000 đồng.",
        "2.415.600.000 + 318.250.000 = 2.733.850.000",
    ),
    # a subtraction in a bracket
    (
        "Kết dư năm 2022: 21.318.406.117 đồng (984.517.222.340 đồng - 963.198.816.223 đồng).",
        "984.517.222.340 - 963.198.816.223 = 21.318.406.117",
    ),
    # a total of so many of the figures before it, of the first of two rows
    (
        "Danh sách có 8 người ứng cử đại biểu Quốc hội, 74 người ứng cử cấp tỉnh, 412 người ứng cử "
        "cấp huyện, 3.905 người ứng cử cấp xã. Cộng ba cấp là 4.391 người.",
        "74 + 412 + 3.905 = 4.391",
    ),
    (
        "Số mắc lần lượt là 918, 4.207 và 1.866 ca; số tử vong tương ứng là 02, 04 và 01 ca, cộng "
        "03 năm có 6.991 ca mắc.",
        "918 + 4.207 + 1.866 = 6.991",
    ),
    (
        "Giai đoạn đầu 917 người, giai đoạn sau 245 người, cộng cả hai giai đoạn là 1.162 người. "
        "Phân theo hình thức: nghỉ hưu 964 người, thôi việc 198 người.",
        "964 + 198 = 1.162",
    ),
    # what the x of an x/y leaves, behind its rate
    (
        "Hòa giải thành 96/118 vụ, đạt 81,4%, số không thành 22 vụ.",
        "118 - 96 = 22",
    ),
    # the level that a change led to is not the nearest
    (
        "Trong năm nghỉ việc 74 người, tuyển mới 118 người; so với năm 2022 số nghỉ việc giảm 47 "
        "người (năm 2022: 121 người).",
        "121 - 74 = 47",
    ),
    (
        "Xếp loại tốt, khá 14.208 em, đạt 71,3%; bỏ học 158 em (0,7%), giảm 0,3 điểm phần trăm so "
        "với năm học trước (1,0%).",
        "1 - 0,7 = 0,3",
    ),
    ("Đạt tỷ lệ 86,2% (chỉ tiêu giao 82,5%, vượt 3,7%).", "86,2 - 82,5 = 3,7%"),
    ("Ban Chấp hành hiện có 37 đồng chí (Đại hội bầu 39, khuyết 02).", "39 - 37 = 2"),
    (
        "Xã mới được lập trên cơ sở nhập 5,26 km2, 7.114 người của xã A với 4,38 km2, 6.205 người "
        "của xã B; sau khi nhập có diện tích 9,64 km2 và 13.319 người.",
        "7.114 + 6.205 = 13.319",
    ),
    # the items of a list against a figure told first in the line above it
    (
        "Đã tiếp 2.418 lượt với 2.906 người. Trong đó tiếp thường xuyên 1.702 lượt. Tiếp 21 đoàn "
        "đông người:\n- Tại Trụ sở: 512 lượt;\n- Tại các sở: 317 lượt;\n- Cấp huyện: 904 lượt;\n"
        "- Cấp xã: 685 lượt.",
        "512 + 317 + 904 + 685 = 2.418",
    ),
    # what came in and went out behind a change, told by Party members
    (
        "So với đầu năm (6.418 đồng chí) tăng 147 đồng chí, do kết nạp mới 231, chuyển đến 94 và "
        "giảm do chuyển đi 86, từ trần 78, khai trừ 14.",
        "231 + 94 - 86 - 78 - 14 = 147",
    ),
    # deputies of several offices
    (
        "Toàn khối giảm 187 người giữ chức danh cấp phó, gồm: 42 phó giám đốc sở, 81 phó trưởng "
        "phòng cấp sở, 64 phó trưởng phòng cấp huyện.",
        "42 + 81 + 64 = 187",
    ),
    # figures that looked like names, or that OCR has cut
    (
        "Sở có 278 thủ tục hành chính, phân theo cấp thực hiện: cấp trung ương 164, cấp tỉnh 97, "
        "cấp huyện 12, cấp xã 05.",
        "164 + 97 + 12 + 5 = 278",
    ),
    (
        "Người hưởng lương hưu 18.204 người, trong đó nhận qua tài khoản 13.116 người, nhận tiền "
        "mặt 5.088 người.",
        "13.116 + 5.088 = 18.204",
    ),
    (
        "Toàn huyện có 104. 718 hộ, trong đó hộ nghèo 21.406 hộ, chiếm 20,44%.",
        "21.406 / 104.718 = 20,44%",
    ),
    ("Có 248 công chức, giám 19 người so với năm 2021 (267 người).", "267 - 248 = 19"),
    (
        "Ghi nhận 1.866 ca, giam 2.341 ca so với cùng kỳ (4 .207 ca).",
        "4.207 - 1.866 = 2.341",
    ),
    (
        "Tổng số 6.1O8 đảng viên, trong đó 5.986 đảng viên được đánh giá, bằng 98%.",
        "5.986 / 6.108 = 98%",
    ),
    (
        "Huy động khoảng 26 ngàn 418 tỷ đồng, trong đó ngân sách 4 ngàn 306 tỷ đồng (chiếm 16,3%).",
        "4.306 / 26.418 = 16,3%",
    ),
    (
        "Kiểm định tại 24 chợ với tổng số 2015 cân thông dụng, cụ thể: huyện A 6 chợ, 540 chiếc "
        "cân; huyện B 11 chợ, 987 chiếc cân; huyện C 7 chợ, 488 chiếc cân.",
        "540 + 987 + 488 = 2.015",
    ),
    (
        "Bố trí 14.926 triệu đồng cho 61 công trình, trong đó: khởi công mới 24, kinh phí 6.318 "
        "triệu đồng; chuyển tiếp 11, kinh phí 3.207 triệu đồng; hoàn thành 26, kinh phí 5.401 "
        "triệu đồng.",
        "24 + 11 + 26 = 61",
    ),
    # a figure glued to the name before it
    (
        "Thu tại Hòa Lâm2.418,3 tỷ đồng, tại Phú An1.306,5 tỷ đồng, tổng cộng 3.724,8 tỷ đồng.",
        "2.418.300 + 1.306.500 = 3.724.800",
    ),
    # O for 0 in short figures, a blank behind the comma of a decimal
    ("Nữ đại biểu HĐND tỉnh 13/5O người, tỷ lệ 26%.", "13 / 50 = 26%"),
    (
        "Có O5 cơ sở bảo trợ, gồm 02 cơ sở công lập, 03 cơ sở ngoài công lập.",
        "2 + 3 = 5",
    ),
    (
        "Hai xã có 1.206 hộ nghèo, chiếm 6O,3% trong tổng số 2.000 hộ nghèo.",
        "1.206 / 2.000 = 60,3%",
    ),
    (
        "Diện tích thu hồi 512, 06 ha, trong đó đất lúa 308,04 ha, đất khác 204,02 ha.",
        "308,04 + 204,02 = 512,06",
    ),
    # so much more or less than a year told before; a change over the years of two levels
    (
        "Vốn cấp:\n- Năm 2022: 71,5 tỷ đồng;\n- Năm 2023: 90,8 tỷ đồng, nhiều hơn năm 2022 là 19,3 "
        "tỷ đồng;\n- Năm 2024: 84,6 tỷ đồng, ít hơn năm 2023 là 6,2 tỷ đồng.",
        "90.800 - 84.600 = 6.200",
    ),
    (
        "Biên chế giao năm 2017 là 1.204; năm 2021 giao 1.131; năm 2024 giao 1.087. Như vậy giai "
        "đoạn 2017 - 2021 giảm 73 chỉ tiêu, giai đoạn 2021 - 2024 giảm tiếp 44 chỉ tiêu.",
        "1.131 - 1.087 = 44",
    ),
]


@pytest.mark.parametrize(("text", "expression"), TOLD)
def test_told_so(text: str, expression: str) -> None:
    assert found(text) == []
    assert any(e == expression or e.startswith(f"{expression} ") for e in _agreed(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thu 21.480. 000 đồng, nộp 14.300.000 đồng, còn phải nộp 7.810.000 đồng.", "A101"),
        (
            "Kết dư 35.218 triệu đồng (284.517 triệu đồng - 249.302 triệu đồng).",
            "A101",
        ),
        (
            "Toàn khối giảm 178 người giữ chức danh cấp phó, gồm: 42 phó giám đốc sở, 81 phó "
            "trưởng phòng cấp sở, 64 phó trưởng phòng cấp huyện.",
            "A104",
        ),
        ("Ban Chấp hành hiện có 37 đồng chí (Đại hội bầu 39, khuyết 04).", "A101"),
        ("Đạt tỷ lệ 86,2% (chỉ tiêu giao 82,5%, vượt 7,3%).", "A101"),
        (
            "So với đầu năm tăng 157 đồng chí, do kết nạp mới 231, chuyển đến 94 và giảm do chuyển "
            "đi 86, từ trần 78, khai trừ 14.",
            "A104",
        ),
        # a total line below a list, one column of which comes out
        (
            "(1) Không tham gia cho 208 người, truy thu 2.316.735.000 đồng;\n(2) Đóng thiếu thời "
            "gian 94 người, truy thu 853.160.000 đồng;\n(3) Đóng sai mức 381 người, truy thu "
            "1.529.508.000 đồng.\nTổng số người bị ảnh hưởng là 638 người; tổng truy thu "
            "4.699.403.000 đồng.",
            "A104",
        ),
        # a whole that another relation confirms: one of its parts is wrong
        (
            "Nợ thuế là 396.518 triệu đồng, tăng 24.107 triệu đồng so với đầu năm (372.411 triệu "
            "đồng). Nợ có khả năng thu 251.604 triệu đồng, nợ khó thu 109.732 triệu đồng, nợ đang "
            "xử lý 35.128 triệu đồng.",
            "A101",
        ),
        (
            "Biên chế được giao là 9.746 người, trong đó cán bộ quản lý 812, giáo viên 8.105, nhân "
            "viên 839. Có mặt 9.018 người (đạt 92,5% số giao), chưa tuyển dụng 728 chỉ tiêu.",
            "A104",
        ),
        # a change of two levels in a bracket, a rest of a total, what came of attempts
        ("Tiền phạt tăng 13.508 triệu đồng (84.216 triệu đồng so với 71.708 triệu đồng).", "A101"),
        ("Lũy kế đến nay đã xóa 46 lối trên tổng 121 lối, còn 85 lối đi.", "A101"),
        ("Hòa giải 264 vụ, thành 241 vụ, đạt 89,3%.", "A103"),
        # what is done of what the head of the paragraph names
        (
            "Tố cáo thuộc thẩm quyền: 58 vụ việc; đã giải quyết 53 vụ việc, đạt 86,2%; còn lại "
            "đang xem xét.",
            "A103",
        ),
        # the level before and the change in one bracket
        ("Tiếp 24 đoàn đông người (cùng kỳ 31 đoàn, giảm 09 đoàn).", "A101"),
        # the rate of a change of which both levels are told
        (
            "Chi các năm 2021, 2022, 2023 lần lượt là 1.318 tỷ đồng, 1.274 tỷ đồng và 1.226 tỷ "
            "đồng; như vậy năm 2023 ít hơn năm 2021 là 92 tỷ đồng (9,0%).",
            "A102",
        ),
        # a total behind classes told by months
        (
            "Chậm đóng dưới 03 tháng 68.415 triệu đồng; từ 03 tháng đến dưới 12 tháng 51.207 triệu "
            "đồng; từ 12 tháng trở lên 39.846 triệu đồng, cộng bằng 159.531 triệu đồng.",
            "A104",
        ),
        (
            "Xã mới được lập trên cơ sở nhập 5,26 km2, 7.114 người của xã A với 4,38 km2, 6.205 "
            "người của xã B; sau khi nhập có diện tích 9,64 km2 và 13.391 người.",
            "A104",
        ),
        (
            "Có 74.218 thí sinh dự thi ngày 6 và 7/6, trong đó có 66.915 thí sinh thi lớp thường, "
            "6.318 thí sinh thi lớp chuyên và 975 thí sinh thi chương trình tích hợp.",
            "A104",
        ),
        (
            "Vốn cấp:\n- Năm 2022: 71,5 tỷ đồng;\n- Năm 2023: 90,8 tỷ đồng, nhiều hơn năm 2022 là "
            "13,9 tỷ đồng;\n- Năm 2024: 84,6 tỷ đồng.",
            "A101",
        ),
        (
            "Biên chế giao năm 2017 là 1.204; năm 2021 giao 1.131; năm 2024 giao 1.087. Như vậy "
            "giai đoạn 2021 - 2024 giảm 54 chỉ tiêu.",
            "A101",
        ),
    ],
)
def test_slips_in_them(text: str, code: str) -> None:
    assert code in found(text)


@pytest.mark.parametrize(
    "text",
    [
        # the head of an office stands among the parts without a figure
        "Khối Ủy ban có 21 người, gồm: Chủ tịch, 3 Phó Chủ tịch và 17 Ủy viên.",
        # a list with a total of its own under a line about another time
        "Đầu năm toàn tỉnh có 104.718 hộ, trong đó 21.406 hộ nghèo. Kết quả cuối năm:\n"
        "+ Tổng số hộ: 105.226 hộ;\n+ Hộ nghèo: 18.114 hộ;\n+ Hộ cận nghèo: 9.820 hộ.",
        # stock and flows out of their order
        "Hóa chất tồn kho 1.180 lít, dùng 760 lít, nhập thêm 400 lít, tồn cuối kỳ 820 lít.",
        # what came to be is no rest of what stands before it
        "Kỷ luật 06 người; luân chuyển 11 người; biên chế chưa sử dụng 04.",
        # the number of an article ends a sentence
        "Thực hiện theo Điều 12. 250 hộ được hỗ trợ.",
        # so many percent more than the target, not points
        "Đạt tỷ lệ 86,2% (chỉ tiêu giao 82,5%, vượt 4,5%).",
        "Tố cáo thuộc thẩm quyền: 58 vụ việc; đã giải quyết 50 vụ việc, đạt 86,2%; còn lại đang "
        "xem xét.",
        "Tiếp 24 đoàn đông người (cùng kỳ 31 đoàn, giảm 07 đoàn).",
        # a plan in the bracket, and a change from the time before
        "Trồng 240 ha (kế hoạch 200 ha, tăng 15 ha so với cùng kỳ).",
        # one of three parts is not what the two others differ by
        "Đã luân chuyển 108 lượt. Trong số đó từ tỉnh về huyện 47 lượt, từ huyện lên tỉnh 36 lượt, "
        "còn lại 25 lượt là luân chuyển ngang.",
        # a rough fraction, and just how much it is
        "Xảy ra 412 vụ, trong đó buổi đêm 146 vụ, chiếm hơn một phần ba (35,4%).",
        # the rate that is reached is not that of the change
        "Số trường tăng từ 84 lên 103 trường trong tổng 118 trường (tăng 19 trường, đạt 87,3%).",
        # people held
        "Bắt 31 đối tượng, tạm giam 12 bị can, giám đốc 2 công ty bị khởi tố.",
        # an account, a meeting
        "Nộp vào tài khoản 7111 tại Kho bạc; thực hiện Nghị quyết Trung ương 6 khóa XII.",
    ],
)
def test_nothing_is_found(text: str) -> None:
    assert found(text) == []


def test_what_is_no_figure() -> None:
    text = "Nộp vào tài khoản 7111 tại Kho bạc; thực hiện Nghị quyết Trung ương 6 khóa XII."
    assert analyse(read_text(text, "t.txt")).quantities == ()
    told = analyse(read_text("Thực hiện theo Điều 12. 250 hộ được hỗ trợ.", "t.txt")).quantities
    assert [q.text for q in told] == ["250"]


def test_two_breakdowns_against_one_total() -> None:
    text = (
        "Giai đoạn đầu 917 người, giai đoạn sau 245 người, cộng cả hai giai đoạn là 1.126 người. "
        "Phân theo hình thức: nghỉ hưu 964 người, thôi việc 198 người."
    )
    wrong = [r for r in analyse(read_text(text, "t.txt")).relations if r.verdict == "inconsistent"]
    assert {r.expression for r in wrong} == {"917 + 245 = 1.126", "964 + 198 = 1.126"}


def test_a_record_that_leaves_out_its_last_figure() -> None:
    text = (
        "Đường bộ xảy ra 54 vụ, làm chết 39 người, bị thương 24 người.\nCụ thể: Đường cao tốc xảy "
        "ra 3 vụ, làm chết 2 người; Quốc lộ xảy ra 16 vụ, làm chết 11 người, bị thương 8 người; "
        "đường tỉnh xảy ra 21 vụ, làm chết 16 người, bị thương 9 người; đường khác xảy ra 14 vụ, "
        "làm chết 10 người, bị thương 7 người."
    )
    assert found(text) == []
    assert {"3 + 16 + 21 + 14 = 54", "2 + 11 + 16 + 10 = 39", "8 + 9 + 7 = 24"} <= _agreed(text)
    assert found(text.replace("16 vụ", "19 vụ")) == []  # the first record may be of another sort
    assert "A104" in found(text.replace("Đường cao tốc xảy ra 3 vụ, làm chết 2 người; Q", "Q"))


def test_rows_with_bars_and_no_rule() -> None:
    text = (
        "Số học sinh\nTrung học phổ thông | 118 204 | 91 316 | 87 405 | 86 220 |\n"
        "Công lập | 97 118 | 82 904 | 80 117 | 79 306 |\n"
        "Ngoài công lập | 21 086 | 8 412 | 7 288 | 6 914 |\n"
    )
    assert found(text) == []
    report = analyse(read_text(text, "t.txt"))
    assert [t.cells[0][1] for t in report.tables] == ["118 204"]
    assert {q.value for q in report.quantities} >= {118204, 82904, 6914}
    prose = "Nhóm a | nhóm b | nhóm c | nhóm d\nđi học | đi làm | ở nhà | 12 người\n"
    assert analyse(read_text(prose, "t.txt")).tables == ()


def test_a_total_row_of_so_many() -> None:
    text = (
        "| Địa bàn | Cử tri | Đi bầu |\n|---|---|---|\n| Xã A | 10.412 | 10.398 |\n"
        "| Xã B | 8.305 | 8.291 |\n| Xã C | 6.118 | 6.102 |\n| Cộng 03 xã | 24.835 | 24.791 |\n"
        "| 07 xã còn lại | 41.206 | 41.115 |\n"
    )
    assert found(text) == []
    assert {"10.412 + 8.305 + 6.118 = 24.835", "10.398 + 8.291 + 6.102 = 24.791"} <= _agreed(text)
    assert found(text.replace("24.791", "24.719")) == ["A111"]


@pytest.mark.parametrize(
    ("text", "direction", "bound"),
    [
        ("Giảm từ 05 sở trở lên.", "decrease", "at_least"),
        ("Giảm từ 05 sở xuống còn 03 sở.", None, None),
        ("Công khai chậm nhất 30 ngày kể từ ngày ký.", None, "at_most"),
    ],
)
def test_directions_and_bounds(text: str, direction: str | None, bound: str | None) -> None:
    q = analyse(read_text(text, "t.txt")).quantities[0]
    assert (q.direction, q.bound) == (direction, bound)


def test_the_highest_is_no_rise() -> None:
    text = "Tăng 0,6 tiêu chí so với năm trước (11,5 tiêu chí); xã cao nhất 19 tiêu chí."
    told = analyse(read_text(text, "t.txt")).quantities
    assert [q.direction for q in told] == ["increase", None, None]
