"""Citations: days and issuing bodies that stand beside several numbers, or behind one another."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import citations_in

IN_TURN = [
    (
        "các Quyết định số 21/QĐ-UBND, 26/QĐ-UBND ngày 2/5/2031 và 9/5/2031 của UBND huyện về",
        [("21/QĐ-UBND", "2031-05-02", "UBND huyện"), ("26/QĐ-UBND", "2031-05-09", "UBND huyện")],
    ),
    (
        "các Kế hoạch số 4/KH-UBND, 7/KH-UBND và 9/KH-UBND ngày 2/5, 6/5 và ngày 9/5/2031",
        [
            ("4/KH-UBND", "2031-05-02", None),
            ("7/KH-UBND", "2031-05-06", None),
            ("9/KH-UBND", "2031-05-09", None),
        ],
    ),
    (
        "Văn bản số 815/UBND-TH, 902/UBND-KT ngày 11, 18 tháng 6 năm 2031 của UBND tỉnh",
        [("815/UBND-TH", "2031-06-11", "UBND tỉnh"), ("902/UBND-KT", "2031-06-18", "UBND tỉnh")],
    ),
    (  # whose they are, told once before the colon
        "các Nghị quyết của Hội đồng nhân dân tỉnh: số 7/NQ-HĐND ngày 2/5/2031 về giá đất; số "
        "9/NQ-HĐND ngày 6/5/2031",
        [
            ("7/NQ-HĐND", "2031-05-02", "Hội đồng nhân dân tỉnh"),
            ("9/NQ-HĐND", "2031-05-06", "Hội đồng nhân dân tỉnh"),
        ],
    ),
    (
        "các Quyết định số 21/QĐ-UBND, 26/QĐ-UBND ngày 9/5/2031 và Quyết định số 30/QĐ-UBND",
        [
            ("21/QĐ-UBND", None, None),
            ("26/QĐ-UBND", "2031-05-09", None),
            ("30/QĐ-UBND", None, None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_TURN)
def test_days_told_in_turn(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(c.number, c.date, c.issuer) for c in citations_in(text)] == expected


BESIDE = [
    ("Quyết định số 5/QĐ-TTr ngày 2/3/2031 của Chánh Thanh tra huyện về", "Chánh Thanh tra huyện"),
    ("Quyết định số 8/QĐ-VKS ngày 4/4/2031 của Viện trưởng VKSND tỉnh.", "Viện trưởng VKSND tỉnh"),
    ("Quyết định số 9/QĐ-STC ngày 4/4/2031 của Chánh Văn phòng Sở Tài chính và",
     "Chánh Văn phòng Sở Tài chính"),
    ("Tại Tờ trình số 61/TTr-SNV ngày 5/6/2031, Sở Nội vụ đề nghị", "Sở Nội vụ"),
    ("Theo Báo cáo số 61/BC-SGDĐT ngày 5/6/2031, Sở Giáo dục và Đào tạo nêu",
     "Sở Giáo dục và Đào tạo"),
    ("Theo Quyết định số 61/QĐ-TTg ngày 5/6/2031, Bộ Tài chính phân bổ", None),
    ("Báo cáo số 19/BC-TTPVHCC của Trung tâm Phục vụ hành chính công tỉnh, kết quả",
     "Trung tâm Phục vụ hành chính công tỉnh"),
    ("Quyết định số 3/QĐ-CCKL của Chi cục Kiểm lâm huyện về", "Chi cục Kiểm lâm huyện"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer"), BESIDE)
def test_issuer_beside_a_number(text: str, issuer: str | None) -> None:
    (c,) = citations_in(text)
    assert c.issuer == issuer


def test_day_behind_the_issuer() -> None:
    (c,) = citations_in("theo Nghị Quyết 315 của Ủy ban Thường vụ Quốc hội ngày 7/12/2031 về")
    assert (c.type, c.number, c.date) == ("Nghị quyết", "315", "2031-12-07")
    (c,) = citations_in("theo Quyết định số 3/QĐ-UBND của UBND tỉnh, từ ngày 7/12/2031 thu")
    assert c.date is None


def test_law_whose_year_is_glued_to_its_name() -> None:
    (c,) = citations_in("Căn cứ Luật Khiếu nại, tố cáonăm 1998;")
    assert (c.title, c.date) == ("Khiếu nại, tố cáo", "1998")


def test_a_day_that_opens_the_sentence_dates_what_a_body_issues() -> None:
    text = "Ngày 11/5/2031, UBND tỉnh ban hành Kế hoạch số 173/KH-UBND triển khai."
    (c,) = citations_in(text)
    assert (c.date, c.issuer) == ("2031-05-11", "UBND tỉnh")
    (c,) = citations_in(text.replace("2031,", "2031  "))
    assert c.date == "2031-05-11"
    for limit in ("Trước ngày", "Đến hết ngày"):
        (c,) = citations_in(text.replace("Ngày", limit).replace("2031,", "2031"))
        assert c.date is None


REPLACED = [
    ('Thay thế cụm từ "a" tại khoản 2 Điều 3 Nghị định số 26/2031/NĐ-CP.', "amends"),
    ("thay thế Điều 5 Nghị định số 26/2031/NĐ-CP", "amends"),
    ("Nghị định này thay thế Nghị định số 26/2031/NĐ-CP", "replaces"),
    ("thay thế từ ngày 1/1/2032 Nghị định số 26/2031/NĐ-CP", "replaces"),
    ("Nghị định số 26/2031/NĐ-CP của Chính phủ được thay thế bằng nghị định khác", "repeals"),
    ("Điều 9 của Luật Việc làm được thay thế bằng bản dịch", "cites"),
]


@pytest.mark.parametrize(("text", "relation"), REPLACED)
def test_a_part_replaced_is_an_amendment(text: str, relation: str) -> None:
    assert citations_in(text)[0].relation == relation


def test_congress_of_a_local_party_committee() -> None:
    (c,) = citations_in("thực hiện Nghị quyết Đại hội XVIII Đảng bộ tỉnh về")
    assert (c.issuer, c.key) == ("Đại hội XVIII Đảng bộ tỉnh", None)


def test_numbers_with_a_blank_before_the_code() -> None:
    (c,) = citations_in("kèm theo Quyết định số 84 QĐ/TWĐTN ngày 22/02/2031 của")
    assert (c.number, c.date) == ("84-QĐ/TWĐTN", "2031-02-22")


def test_short_names_with_a_large_or_small_first_letter() -> None:
    text = "Quy định số 22-QĐ/TW (gọi tắt là quy định 22). Điểm mới trong Quy định 22 cụ thể là"
    assert [(c.text, c.form) for c in citations_in(text)][-1] == ("Quy định 22", "alias")
    text = "Quy định số 30-QĐ/TW tên gọi là Quy định thi hành Chương VII, Chương VIII"
    assert len(citations_in(text)) == 1


def test_day_on_the_next_line() -> None:
    (c,) = citations_in("Căn cứ Kế hoạch số 18/KH-UBND ngày\n29/3/2031 của UBND tỉnh")
    assert (c.date, c.issuer) == ("2031-03-29", "UBND tỉnh")


LOWER = (
    "UBND HUYỆN MINH TÂN\nPHÒNG NỘI VỤ\nSố: 55/BC-PNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n\nMinh Tân, ngày 03 tháng 4 năm 2031\n\nBÁO CÁO\n"
    "Kết quả sắp xếp thôn\n\nThực hiện Kế hoạch số 81/KH-UBND ngày 02/01/2031 của UBND tỉnh, "
    "Phòng đã làm xong việc được giao (biểu kèm theo Báo cáo số 55/BC-PNV).{more}\n"
)


@pytest.mark.parametrize(
    ("more", "key"),
    [
        (" Tỉnh Lai Châu có 9 huyện.", "81-kh-ubnd_2031_lai-chau"),
        ("", None),  # the office signs in a town, which is no province
        (" Tỉnh Lai Châu giáp tỉnh Sơn La.", None),
        (" Đoàn đã đến Lai Châu.", None),  # not called a province
    ],
)
def test_the_province_of_a_lower_body(more: str, key: str | None) -> None:
    plan, own = analyse(read_text(LOWER.format(more=more), "a.txt")).citations
    assert plan.key == key
    assert own.key == "55-bc-pnv_2031_minh-tan"


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("theo Công văn số 741/BGDĐT-GDTrH ngày 6/5/2031", "741/BGDĐT-GDTrH", "2031-05-06"),
        ("theo Hướng dẫn số 15/HD-SGDĐT-GDTrH về", "15/HD-SGDĐT-GDTrH", None),
        ("theo Kế hoạch số 15/KH-UBNDTrong năm", "15/KH-UBND", None),
    ],
)
def test_codes_of_secondary_schooling(text: str, number: str, date: str | None) -> None:
    (c,) = citations_in(text)
    assert (c.number, c.date) == (number, date)


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "đề nghị sửa đổi, bổ sung Nghị quyết số 26/2031/NQ-HĐND ngày 9/5/2031; Nghị quyết số "
            "41/2031/NQ-HĐND ngày 2/6/2031; Quyết định số 12/2031/QĐ-UBND.",
            ["amends"] * 3,
        ),
        (
            "Bãi bỏ các văn bản: Quyết định số 12/QĐ-UBND ngày 9/5/2031; Chỉ thị số 4/CT-UBND.",
            ["repeals"] * 2,
        ),
        (
            "theo Nghị định số 26/2031/NĐ-CP sửa đổi Nghị định số 11/2030/NĐ-CP; Thông tư số "
            "7/2031/TT-BTC.",
            ["based_on", "amends", "cites"],
        ),
        (
            "sửa đổi Nghị quyết số 26/2031/NQ-HĐND; Quyết định số 12/2031/QĐ-UBND vẫn áp dụng.",
            ["amends", "cites"],
        ),
        (
            "theo Nghị định số 26/2031/NĐ-CP (sửa đổi, bổ sung tại Nghị định số 11/2032/NĐ-CP)",
            ["based_on", "cites"],
        ),
        (
            "theo Nghị định số 26/2031/NĐ-CP, sửa đổi bởi Nghị định số 11/2032/NĐ-CP",
            ["based_on", "cites"],
        ),
        (
            "Căn cứ Nghị định số 26/2031/NĐ-CP quy định chi tiết Luật Việc làm và Nghị định số "
            "11/2032/NĐ-CP ngày 9/5/2032 của Chính phủ sửa đổi Nghị định số 26/2031/NĐ-CP;",
            ["based_on", "guides", "based_on", "amends"],
        ),
        (
            "theo Thông tư số 7/2031/TT-BTC hướng dẫn thi hành Luật Việc làm và Nghị định số "
            "26/2031/NĐ-CP;",
            ["based_on", "guides", "guides"],
        ),
        ("xây dựng Nghị định (sửa đổi Nghị định số 26/2031/NĐ-CP)", ["amends"]),
        (
            "sửa đổi Nghị quyết số 26/2031/NQ-HĐND; phù hợp với Nghị định số 11/2030/NĐ-CP.",
            ["amends", "cites"],
        ),
    ],
)
def test_what_is_done_with_a_list_of_documents(text: str, relations: list[str]) -> None:
    assert [c.relation for c in citations_in(text)] == relations
