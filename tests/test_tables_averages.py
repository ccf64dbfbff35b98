"""Columns of averages, totals of a few columns beside them, and tables drawn without bars."""

from __future__ import annotations

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found


def _agreed(text: str) -> set[str]:
    return {r.expression for r in analyse(read_text(text, "t.md")).relations if r.agreement}


STAFF = (
    "| Vùng | Số trạm | Bác sĩ | Y sĩ | Tổng số | Bình quân/trạm |\n|:--|--:|--:|--:|--:|--:|\n"
    "| Ven biển | 26 | 61 | 143 | 204 | 7,8 |\n"
    "| Trung du | 31 | 58 | 172 | 230 | 7,4 |\n"
    "| Vùng cao | 44 | 49 | 221 | 270 | 6,1 |\n"
    "| **Toàn tỉnh** | **101** | **168** | **536** | **704** | **7,0** |\n"
)


def test_a_total_of_the_columns_beside_it_but_not_of_the_first() -> None:
    assert found(STAFF) == []
    assert {"61 + 143 = 204", "168 + 536 = 704", "26 + 31 + 44 = 101"} <= _agreed(STAFF)
    assert found(STAFF.replace("| 230 |", "| 320 |")) != []


def test_a_column_of_averages() -> None:
    assert {"204 / 26 = 7,8", "704 / 101 = 7"} <= _agreed(STAFF)
    assert found(STAFF.replace("| 7,4 |", "| 4,7 |")) == ["A112"]


def test_an_average_is_told_in_the_unit_of_its_total() -> None:
    text = (
        "| Loại | Số doanh nghiệp | Vốn (tỷ đồng) | Bình quân/doanh nghiệp |\n|---|---|---|---|\n"
        "| Nhà nước | 17 | 8.415 | 495,0 |\n| Tư nhân | 1.206 | 21.306 | 17,7 |\n"
        "| Nước ngoài | 48 | 19.872 | 414,0 |\n| Hợp tác xã | 215 | 1.397 | 6,5 |\n"
    )
    assert found(text) == []
    assert "21.306 / 1.206 = 17,7" in _agreed(text)
    assert found(text.replace("414,0", "441,0")) == ["A112"]


def test_an_average_of_something_else_than_the_columns_beside_it() -> None:
    text = STAFF.replace("7,8", "9,1").replace("7,4", "8,8").replace("6,1", "5,2")
    assert found(text.replace("7,0", "7,7")) == []


DRAWN = (
    "------------------------------------------------------------\n"
    "Địa bàn            Tổng số hộ    Hộ nghèo    Tỷ lệ (%)\n"
    "------------------------------------------------------------\n"
    "TP. Hòa Lâm            31.480         409        1,30\n"
    "H. Phú Tân             20.716       1.367        6,60\n"
    "H. Yên Sơn             18.205       2.148       11,80\n"
    "------------------------------------------------------------\n"
    "Toàn tỉnh              70.401       3.924        5,57\n"
    "------------------------------------------------------------\n"
)


def test_a_table_ruled_with_dashes() -> None:
    report = analyse(read_text("Kết quả rà soát:\n\n" + DRAWN + "\nHết.\n", "t.txt"))
    assert [len(t.cells) for t in report.tables] == [5]
    assert "409 + 1.367 + 2.148 = 3.924" in {r.expression for r in report.relations}
    assert found(DRAWN.replace("11,80", "18,10")) == ["A112"]


def test_dashes_alone_make_no_table() -> None:
    text = "Phần thứ nhất\n" + "-" * 40 + "\nCó 12 xã và 3 phường.\n" + "-" * 40 + "\nHết.\n"
    assert analyse(read_text(text, "t.txt")).tables == ()


BARRED = (
    "TT | Đơn vị | Tổng số cử tri | Số đi bầu | Tỷ lệ (%)\n"
    "1 | Thị xã Đông Hà | 61.204 | 61.015 | 99,69\n"
    "2 | Huyện Tân Phú | 28.337 | 28.102 | 99,17\n"
    "3 | Huyện Lộc An | 17.415 | 17.380 | 99,80\n"
    "Cộng | | 106.956 | 106.497 | 99,57\n"
)


def test_rows_with_bars_between_their_cells_alone_and_two_columns_of_names() -> None:
    text = "Kết quả theo đơn vị:\n\n" + BARRED + "\nHết.\n"
    assert found(text) == []
    assert "61.204 + 28.337 + 17.415 = 106.956" in _agreed(text)
    assert found(text.replace("17.380", "17.308")) != []


def test_lines_of_words_between_bars_are_no_table() -> None:
    text = "Trang chủ | Tin tức | Văn bản | Liên hệ\nĐảng | Chính quyền | Đoàn thể | 2024\n" * 3
    assert analyse(read_text(text, "t.txt")).tables == ()


def test_changes_are_told_in_the_unit_of_the_levels() -> None:
    text = (
        "| Chương trình | Năm 2033 (triệu đồng) | Năm 2034 (triệu đồng) | Tăng (+), giảm (-) |\n"
        "|---|---|---|---|\n| Giảm nghèo | 91.240 | 96.115 | +4.875 |\n"
        "| Nông thôn mới | 112.370 | 104.960 | -7.410 |\n| Dân tộc | 203.815 | 211.530 | +7.715 |\n"
    )
    assert found(text) == []
    assert "104.960 - 112.370 = -7.410 triệu" in _agreed(text)
    assert found(text.replace("-7.410", "-7.140")) == ["A112"]


def test_parts_the_last_of_which_is_what_is_not_so() -> None:
    text = (
        "| Cấp học | Tổng số | Đạt chuẩn | Trên chuẩn | Chưa chuẩn |\n|---|---|---|---|---|\n"
        "| Mầm non | 2.418 | 1.406 | 187 | 825 |\n| Tiểu học | 4.037 | 2.611 | 1.219 | 207 |\n"
        "| THCS | 5.124 | 3.902 | 977 | 245 |\n"
    )
    assert found(text) == []
    assert "1.406 + 187 + 825 = 2.418" in _agreed(text)
    assert found(text.replace("| 207 |", "| 270 |")) != []


def test_columns_typed_a_blank_too_many_or_too_few() -> None:
    text = (
        "Chỉ tiêu                         Sổ sách       Xác định lại     Chênh lệch\n"
        "A. Tài sản đang dùng              97.310        104.560            7.250\n"
        " I. Tài sản ngắn hạn              21.415         21.402             (13)\n"
        " II. Tài sản dài hạn              75.895         83.158            7.263\n"
        "B. Tài sản không cần dùng            418            418                0\n"
        "Tổng giá trị tài sản              97.728      104.978            7.250\n"
    )
    report = analyse(read_text("Kết quả xác định:\n\n" + text + "\nHết.\n", "t.txt"))
    assert [len(t.cells) for t in report.tables] == [6]
    agreed = {r.expression for r in report.relations if r.agreement}
    assert {"21.415 + 75.895 = 97.310", "21.402 - 21.415 = -13"} <= agreed
