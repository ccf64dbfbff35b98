"""Citations: days and issuing bodies that stand beside several numbers, or behind one another."""

from __future__ import annotations

import pytest

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
