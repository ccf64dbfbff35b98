"""Tables of further kinds, averages and lists with amounts: what agrees is quiet, a slip is found."""
# ruff: noqa: E501 (sentences and rows of tables)

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from tables_kinds import KINDS
from test_tables_written import as_html

CASES = {w.name: w for w in KINDS}
SLIPS = [(w.name, old, new) for w in KINDS for old, new in w.slips]
PIPED = {w.name for w in KINDS if "\n|" in w.text}


def findings(name: str, text: str, *, html: bool = False) -> list[str]:
    document = as_html(text) if html else read_text(text, "t.md" if name in PIPED else "t.txt")
    return [f.code for f in analyse(document).findings if f.code.startswith("A")]


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_found_where_all_agrees(name: str) -> None:
    assert findings(name, CASES[name].text) == []
    if name in PIPED:
        assert findings(name, CASES[name].text, html=True) == []


@pytest.mark.parametrize(("name", "old", "new"), SLIPS)
def test_each_slip_is_found(name: str, old: str, new: str) -> None:
    text = CASES[name].text
    assert old in text
    wrong = text.replace(old, new, 1)
    assert findings(name, wrong)
    if name in PIPED:
        assert findings(name, wrong, html=True)


LEFT = """
Chỉ tiêu được phân bổ như sau:

    TT   Đơn vị                    Vị trí   Chỉ tiêu   Số hồ sơ
    1    Trung tâm Y tế Nam Đàn    6        14         52
    2    Trường Tiểu học Hưng Tân  4        9          1.031
    3    Trường Mầm non Kim Liên   13       12         46
    4    Trung tâm Văn hóa         2        3          118
         Cộng                      25       38         1.247
"""


def cells(text: str) -> list[tuple[str, ...]]:
    return [row for t in analyse(read_text(text, "t.txt")).tables for row in t.cells]


def test_figures_that_begin_under_each_other() -> None:
    assert cells(LEFT)[0] == ("TT", "Đơn vị", "Vị trí", "Chỉ tiêu", "Số hồ sơ")
    assert cells(LEFT)[2] == ("2", "Trường Tiểu học Hưng Tân", "4", "9", "1.031")
    assert cells(LEFT)[-1] == ("", "Cộng", "25", "38", "1.247")
    assert len(analyse(read_text(LEFT, "t.txt")).relations) == 3


def test_a_label_as_wide_as_its_column() -> None:
    wide = LEFT.replace("Hưng Tân  4", "Hưng Tâng 4")
    assert cells(wide)[2] == ("2", "Trường Tiểu học Hưng Tâng", "4", "9", "1.031")
    numbered = LEFT.replace("Trung tâm Văn hóa  ", "Điểm trường số 12  ")
    assert cells(numbered)[4][1:3] == ("Điểm trường số 12", "2")


def test_figures_that_stand_under_nothing() -> None:
    assert cells(LEFT.replace("    14  ", "  14    ").replace("   9  ", "9     ")) == []


SOURCES = """
Đơn vị: triệu đồng

| Nội dung | {} | {} | Chênh lệch |
|---|---|---|---|
| Chi lương | 1.250 | 1.240 | -10 |
| Chi mua sắm | 870 | 905 | 35 |
"""


@pytest.mark.parametrize(
    ("titles", "value"),
    [
        (("Số báo cáo", "Số kiểm toán"), 1_250_000_000),
        (("Số quyết định", "Số thẩm tra"), 1_250_000_000),
        (("Số hồ sơ", "Số kiểm toán"), 1_250),
    ],
)
def test_a_column_that_tells_whose_figures_they_are(titles: tuple[str, str], value: int) -> None:
    (first, *_) = analyse(read_text(SOURCES.format(*titles), "t.md")).quantities
    assert first.value == value


ADDED = """
| Nơi tiếp nhận | {} | Trực tuyến | Trực tiếp | Đúng hạn | Quá hạn |
|---|---|---|---|---|---|
| Sở Xây dựng | 412 | 300 | 112 | 401 | 11 |
| Sở Công Thương | 655 | 431 | 224 | 655 | 0 |
| Sở Y tế | 288 | 208 | {} | 280 | 8 |
| Sở Tư pháp | 139 | 60 | 79 | 137 | 2 |
| Sở Nội vụ | 97 | 51 | 46 | 95 | 2 |
"""


def wrong(text: str) -> list[tuple[str, str]]:
    found = analyse(read_text(text, "t.md")).findings
    return [(f.args["stated"], f.args["computed"]) for f in found if f.code.startswith("A11")]


@pytest.mark.parametrize("title", ["Tổng hồ sơ", "Tiếp nhận"])
def test_columns_that_add_up_to_the_one_beside_them(title: str) -> None:
    assert wrong(ADDED.format(title, 80)) == []
    assert wrong(ADDED.format(title, 88)) == [("288", "296")]
    assert len(analyse(read_text(ADDED.format(title, 80), "t.md")).relations) == 10


def test_columns_that_add_up_to_nothing() -> None:
    table = ADDED.format("Tiếp nhận", 80)
    assert wrong(table.replace("| 412 |", "| 421 |").replace("| 655 | 431", "| 556 | 431")) == []


def told(text: str) -> list[tuple[str, str]]:
    report = analyse(read_text(text, "t.txt"))
    return [(r.rule, r.verdict) for r in report.relations if r.kind in ("product", "enumeration")]


FINED = (
    "Đội tuần tra dừng 2.140 tàu, lập biên bản 318 tàu vi phạm, trong đó 204 tàu quá hạn đăng kiểm. "
    "Thu 1.038 giấy phép. Tiền phạt {} triệu đồng, tăng 60 triệu đồng so với năm trước; bình quân {} triệu đồng/tàu vi phạm."
)


@pytest.mark.parametrize(
    ("total", "mean", "expected"),
    [
        ("4.356,6", "13,7", [("rel.mean-thing", "consistent")]),
        ("4.356,6", "28,4", []),
    ],
)
def test_an_average_of_things_counted_before(
    total: str, mean: str, expected: list[tuple[str, str]]
) -> None:
    assert told(FINED.format(total, mean)) == expected


def test_an_average_told_of_each_before_its_figure() -> None:
    text = "Năm qua thẩm tra 1.204 hồ sơ; phòng có 14 chuyên viên. Mỗi chuyên viên xử lý trung bình 86,0 hồ sơ/năm."
    assert told(text) == [("rel.mean-thing", "consistent")]
    assert told(text.replace("Mỗi chuyên viên", "Mỗi phòng")) == []


GIVEN = "Bố trí 12,5 tỷ đồng cho {} xã, gồm: {}."


@pytest.mark.parametrize(
    ("count", "items", "expected"),
    [
        (
            "03",
            "xã Tân An 4,2 tỷ đồng; xã Bình Hòa 3,1 tỷ đồng; xã An Phú 5,2 tỷ đồng",
            "consistent",
        ),
        (
            "04",
            "xã Tân An 4,2 tỷ đồng; xã Bình Hòa 3,1 tỷ đồng; xã An Phú 5,2 tỷ đồng",
            "inconsistent",
        ),
        ("03", "tiền mặt 4,2 tỷ đồng; hiện vật 8,3 tỷ đồng", None),
        ("05", "xã Tân An 4,2 tỷ đồng; xã Bình Hòa 3,1 tỷ đồng; các xã còn lại 5,2 tỷ đồng", None),
    ],
)
def test_a_count_of_items_with_amounts(count: str, items: str, expected: str | None) -> None:
    found = [v for rule, v in told(GIVEN.format(count, items)) if rule == "rel.enumeration"]
    assert found == ([expected] if expected else [])


OPENED = """
2.2. Qua kiểm tra 26 công trình, đoàn kiến nghị thu hồi {} triệu đồng, phần lớn do sai khối lượng. {}

| Sai sót | Số công trình | Số tiền (triệu đồng) |
|---|---|---|
| Khu A: khối lượng | 19 | 15.207 |
| Khu B: khối lượng | 14 | 8.953 |
| Chủng loại vật tư | 11 | 8.686 |
"""


@pytest.mark.parametrize(
    ("figure", "end", "expected"),
    [
        ("32.846", "Cụ thể:", ["consistent"]),
        ("38.246", "Cụ thể:", ["inconsistent"]),
        ("38.246", "Các công trình ở hai khu.", []),
        ("24.160", "Chia ra:", ["consistent"]),
        ("21.460", "Chia ra:", []),
        ("31.500", "Cụ thể:", []),
    ],
)
def test_a_sum_of_rows_told_before_the_table(figure: str, end: str, expected: list[str]) -> None:
    report = analyse(read_text(OPENED.format(figure, end), "t.md"))
    assert [r.verdict for r in report.relations if r.rule == "table.told-sum"] == expected


BESIDE = ("table.told-rate", "table.prose")
RATED = """
| Chủ đầu tư | Kế hoạch (tỷ đồng) | Giải ngân (tỷ đồng) | Tỷ lệ |
|---|---|---|---|
| Ban Quản lý dự án giao thông | 1.250,4 | 607,7 | 48,6% |
| Ban Quản lý dự án nông nghiệp | 842,0 | 311,5 | 37,0% |
| Sở Xây dựng | 415,2 | 181,9 | 43,8% |
| **Tổng số** | **2.507,6** | **1.101,1** | **43,9%** |

{}
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ban Quản lý dự án giao thông có tỷ lệ 48,6%, cao nhất.", ["consistent"]),
        ("Biểu dương Ban Quản lý dự án giao thông có tỷ lệ 46,8%.", ["inconsistent"]),
        ("Sở Xây dựng (48,3%) còn chậm.", ["inconsistent"]),
        ("Sở Xây dựng phấn đấu đạt 95,0% vào cuối năm.", []),
        ("Sở Xây dựng và Sở Công Thương đạt 48,3%.", []),
        ("Năm 2019, Sở Xây dựng đạt 61,5%.", []),
    ],
)
def test_the_rate_of_a_row_told_beside_its_label(sentence: str, expected: list[str]) -> None:
    report = analyse(read_text(RATED.format(sentence), "t.md"))
    assert [r.verdict for r in report.relations if r.rule in BESIDE] == expected


MOVED = """
| Đơn vị | {} |
|---|---|---|---|---|
| Thanh tra tỉnh | 12 | 40 | 37 | 15 |
| Sở Nội vụ | 5 | 18 | 20 | 3 |
| Sở Y tế | 9 | 26 | 24 | {} |
| Sở Tài chính | 4 | 11 | 9 | 6 |
| Sở Tư pháp | 7 | 13 | 15 | 5 |
"""


@pytest.mark.parametrize(
    "titles",
    ["Đầu năm | Tăng | Giảm | Cuối năm", "Kỳ trước | Tiếp nhận | Đã giải quyết | Còn lại"],
)
def test_columns_that_lead_from_one_level_to_the_next(titles: str) -> None:
    assert wrong(MOVED.format(titles, 11)) == []
    assert wrong(MOVED.format(titles, 17)) == [("17", "11")]
    assert wrong(MOVED.format(titles, 17).replace("| 20 | 3 |", "| 20 | 8 |")) == []


def test_a_slip_told_twice_is_still_one() -> None:
    text = OPENED.format("38.246", "Cụ thể:").replace(
        "2.2. Qua", "2.1. Đoàn kiến nghị thu hồi 38.246 triệu đồng.\n\n2.2. Qua"
    )
    report = analyse(read_text(text, "t.md"))
    assert [r.verdict for r in report.relations if r.rule == "rel.retold-same"] == ["consistent"]
    assert [r.verdict for r in report.relations if r.rule == "table.told-sum"] == ["inconsistent"]


TWICE = """
I. Năm 2031, huyện thu tiền sử dụng đất 551.300 triệu đồng.

II. Vốn đầu tư lấy {}.
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("từ thu tiền sử dụng đất 551.300 triệu đồng", 1),
        ("từ vốn vay nước ngoài 551.300 triệu đồng", 0),
        ("từ thu tiền sử dụng đất năm 2030 là 551.300 triệu đồng", 0),
    ],
)
def test_a_figure_told_again_under_the_same_words(words: str, expected: int) -> None:
    report = analyse(read_text(TWICE.format(words), "t.txt"))
    assert sum(r.rule == "rel.retold-same" for r in report.relations) == expected
