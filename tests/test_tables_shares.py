"""Shares that a table tells in rows or columns of their own, and what is no rate by its name."""

from __future__ import annotations

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import found


def _agreed(text: str) -> set[str]:
    return {r.expression for r in analyse(read_text(text, "t.md")).relations if r.agreement}


MARKETS = (
    "| Chỉ tiêu | ĐVT | Toàn huyện | Vùng cao | Vùng thấp |\n|---|---|---|---|---|\n"
    "| Tổng số xã | xã | 29 | 11 | 18 |\n"
    "| Số xã có chợ kiên cố | xã | 17 | 4 | 13 |\n"
    "| - Tỷ lệ | % | 58,62 | 36,36 | 72,22 |\n"
    "| Số xã có chợ tạm | xã | 9 | 6 | 3 |\n"
    "| - Tỷ lệ | % | 31,03 | 54,55 | 16,67 |\n"
)


def test_rows_of_rates_tell_the_row_above_in_a_whole() -> None:
    assert found(MARKETS) == []
    assert {"17 / 29 = 58,62%", "6 / 11 = 54,55%", "13 / 18 = 72,22%"} <= _agreed(MARKETS)
    assert found(MARKETS.replace("54,55", "45,55")) == ["A116"]


def test_rows_of_rates_of_something_that_is_not_told() -> None:
    other = MARKETS.replace("58,62 | 36,36 | 72,22", "61,1 | 40,2 | 70,3")
    other = other.replace("31,03 | 54,55 | 16,67", "22,4 | 51,9 | 19,8")
    assert found(other) == []
    assert not any("%" in e for e in _agreed(other))


FOREST = (
    "| Loại đất | DT 2021 | CC 2021 | DT 2022 | CC 2022 | 2022/2021 |\n|---|---|---|---|---|---|\n"
    "| Tổng diện tích | 8.412,6 | 100 | 8.412,6 | 100 | 100 |\n"
    "| 1. Đất rừng | 5.126,4 | 60,94 | 5.301,8 | 63,02 | 103,42 |\n"
    "| 2. Đất trồng cây | 2.217,9 | 26,36 | 2.184,2 | 25,96 | 98,48 |\n"
    "| 3. Đất khác | 1.068,3 | 12,70 | 926,6 | 11,01 | 86,74 |\n"
)


def test_columns_of_shares_and_of_one_year_over_another_by_their_figures() -> None:
    assert found(FOREST) == []
    agreed = _agreed(FOREST)
    assert {"5.126,4 / 8.412,6 = 60,94%", "926,6 / 1.068,3 = 86,74%"} <= agreed
    assert found(FOREST.replace("| 25,96 |", "| 29,56 |")) != []
    assert found(FOREST.replace("| 98,48 |", "| 89,48 |")) == ["A112"]


def test_a_column_that_begins_with_a_hundred_is_not_one_of_shares() -> None:
    text = (
        "| Trường | Học sinh | Sách |\n|---|---|---|\n| Hòa An | 412 | 100 |\n"
        "| Hòa Bình | 385 | 96 |\n| Hòa Lạc | 297 | 88 |\n| Cộng | 1.094 | 284 |\n"
    )
    assert found(text) == []
    assert "100 + 96 + 88 = 284" in _agreed(text)


def test_the_whole_of_a_table_of_shares() -> None:
    text = (
        "Bảng 2. Cơ cấu lao động (%)\n\n| Ngành | 2021 | 2022 | 2023 |\n|---|---|---|---|\n"
        "| Cơ cấu | 100,00 | 100,00 | 100,00 |\n| Nông nghiệp | 41,27 | 39,60 | 37,15 |\n"
        "| Công nghiệp | 30,48 | 31,92 | 33,41 |\n| Dịch vụ | 28,25 | 28,48 | 29,44 |\n"
    )
    assert found(text) == []
    assert "41,27 + 30,48 + 28,25 = 100%" in _agreed(text)
    assert found(text.replace("31,92", "39,12")) == ["A111"]


BUDGET = (
    "Đơn vị tính: triệu đồng\n\n| STT | Chỉ tiêu | Dự toán |\n|---|---|---|\n"
    "| I | Thu nội địa | 5.287.400 |\n| 1 | Thu từ doanh nghiệp | 3.914.150 |\n"
    "| 2 | Thu khác | 1.373.250 |\n"
    "| II | Thu ngân sách huyện | 2.671.908 |\n| 1 | Thu được hưởng theo phân cấp | 1.846.573 |\n"
    "| | - Các khoản hưởng 100% | 518.264 |\n"
    "| | - Các khoản phân chia theo tỷ lệ % | 1.328.309 |\n"
    "| 2 | Thu bổ sung | 825.335 |\n"
)


def test_what_is_divided_by_rate_is_no_row_of_rates() -> None:
    assert found(BUDGET) == []
    assert "518.264 + 1.328.309 = 1.846.573 triệu" in _agreed(BUDGET)
    assert found(BUDGET.replace("518.264", "581.264")) == ["A111"]
    rates = BUDGET.replace("Các khoản phân chia theo tỷ lệ %", "Tỷ lệ phân chia %")
    assert "518.264 + 1.328.309 = 1.846.573 triệu" not in _agreed(rates)


def test_pupils_are_counted_by_two_words() -> None:
    text = (
        "| Chỉ tiêu | ĐVT | 2021 | 2022 | 2023 |\n|---|---|---|---|---|\n"
        "| Số trường | Trường | 31 | 30 | 30 |\n"
        "| Tổng số học sinh | HS | 12.418 | 12.605 | 12.877 |\n"
        "| - Mầm non | Cháu | 3.127 | 3.096 | 3.154 |\n"
        "| - Tiểu học | HS | 5.604 | 5.731 | 5.862 |\n"
        "| - THCS | HS | 3.687 | 3.778 | 3.861 |\n"
    )
    assert found(text) == []
    assert "3.127 + 5.604 + 3.687 = 12.418" in _agreed(text)
    assert found(text.replace("5.731", "5.713")) == ["A111"]
    assert found(text.replace("| Cháu |", "| Lớp |").replace("5.731", "5.713")) == []


LAND = (
    "Bảng 1. Biến động các loại đất (ha)\n\n"
    "| Mã | Loại đất | Hiện trạng 2022 | Kế hoạch 2023 |\n|---|---|---|---|\n"
    "| NNP | Đất nông nghiệp | 5.214,36 | 5.098,11 |\n"
    "| LUA | - Đất trồng lúa | 3.902,18 | 3.806,40 |\n"
    "| CLN | - Đất trồng cây | 1.312,18 | 1.291,71 |\n"
    "| PNN | Đất phi nông nghiệp | 2.406,52 | 2.523,87 |\n"
    "| CSD | Đất chưa sử dụng | 38,14 | 37,04 |\n"
    "| | Tổng diện tích tự nhiên | 7.659,02 | 7.659,02 |\n"
)


def test_codes_are_no_names_of_rows() -> None:
    assert found(LAND) == []
    assert "5.214,36 + 2.406,52 + 38,14 = 7.659,02" in _agreed(LAND)
    assert found(LAND.replace("2.523,87", "2.532,87")) == ["A111"]


def test_prose_about_something_else_of_the_same_name() -> None:
    taken = (
        "\nNăm 2023 thu hồi 131,20 ha, cụ thể: đất nông nghiệp 116,25 ha, đất phi nông nghiệp "
        "13,85 ha, đất chưa sử dụng 1,10 ha.\n"
    )
    assert found(LAND + taken) == []
