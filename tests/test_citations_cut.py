"""Citations in old and hard-wrapped recitals: names cut at a line's end, shared issuers, items."""

from __future__ import annotations

import pytest

from extract.model import Citation
from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def cited(text: str) -> tuple[Citation, ...]:
    """The citations of a text."""
    return analyse(read_text(text, "a.txt")).citations


def test_the_name_of_a_law_cut_before_a_capital() -> None:
    [law, decree] = cited(
        "Căn cứ Luật Doanh nghiệp\nNhà nước ngày 20 tháng 5 năm 1996;\n"
        "Căn cứ Nghị định số 64/CP ngày 3 tháng 4 năm 1997 của Chính phủ;\n"
    )
    assert (law.title, law.date) == ("Doanh nghiệp Nhà nước", "1996-05-20")
    assert decree.relation == "based_on"
    [law] = cited("Căn cứ Luật Đất đai\nỦy ban nhân dân xã thông báo lịch họp.\n")
    assert law.title == "Đất đai"


@pytest.mark.parametrize(
    ("text", "issuer", "number"),
    [
        (
            "THÔNG TƯ\nSỬA ĐỔI MỘT SỐ ĐIỀU CỦA THÔNG TƯ 64/2013/TT-NHNN NGÀY 5/6/2013\n"
            "CỦA THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC VIỆT NAM VỀ MUA NỢ\n",
            "THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC VIỆT NAM",
            "64/2013/TT-NHNN",
        ),
        (
            "Xét đề nghị của Giám đốc\nSở Tài chính tại Tờ trình số 64/TTr -\nSTC ngày 5/6/2013;\n",
            "Sở Tài chính",
            "64/TTr-STC",
        ),
        ("Theo công văn số 64/VPCP-KT của Vănphòng Chính phủ về phà.", None, "64/VPCP-KT"),
        ("Theo công văn số 64/SGN-KT của Sài Gòn Invest về phà.", "Sài Gòn Invest", "64/SGN-KT"),
    ],
)
def test_issuers_over_lines_and_glued_ones(text: str, issuer: str | None, number: str) -> None:
    [found] = cited(text)
    assert (found.issuer, found.number) == (issuer, number)


def test_an_issuer_told_once_for_several_places() -> None:
    found = cited(
        "Tại điểm a khoản 3 Điều 12 Thông tư số 64/2010/TT-BTC; điểm b khoản 2 Điều 9 Thông tư số "
        "65/2013/TT-BTC; tại điểm a khoản 1 Điều 6 Thông tư số 66/2014/TT-BTC của Bộ Tài chính."
    )
    assert [c.issuer for c in found] == ["Bộ Tài chính"] * 3
    found = cited(
        "Theo Điều 4 Thông tư số 64/2010/TT-BNV; Điều 9 Thông tư số 65/2013/TT-BYT của Bộ Y tế."
    )
    assert [c.issuer for c in found] == [None, "Bộ Y tế"]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Căn cứ Nghị định số 64/2013/NĐ-CP; Nghị định số 65/2015/NĐ-CP sửa đổi Nghị định số "
            "64/2013/NĐ-CP về bến phà; Nghị định số 66/2016/NĐ-CP về phí;",
            ["based_on", "based_on", "amends", "based_on"],
        ),
        (
            "Căn cứ Quy định số 64-QĐ/TW về “Thi hành Điều lệ Đảng”, Hướng dẫn số 65-HD/TW;",
            ["based_on", "based_on"],
        ),
        ("Kế hoạch thực hiện “Đề án bến phà theo Quyết định số 64/QĐ-TTg”.", ["based_on"]),
        ("(Ban hành theo Quyết định số 64/2006/QĐ-UBND ngày 5/6/2006 của UBND tỉnh)", ["cites"]),
        ("Mức phí ban hành theo Quyết định số 64/2006/QĐ-UBND.", ["based_on"]),
    ],
)
def test_what_is_done_with_them(text: str, relations: list[str]) -> None:
    assert [c.relation for c in cited(text)] == relations


def test_a_title_between_the_type_and_the_number() -> None:
    [found] = cited("- Căn cứ Quy định thi hành Điều lệ Đảng số 64-QĐ/TW của Bộ Chính trị khóa X;")
    assert (found.type, found.relation) == ("Quy định", "based_on")


@pytest.mark.parametrize(
    ("text", "clause", "point"),
    [
        ("Bãi bỏ điểm 6 Nghị quyết số 64/NQ-CP của Chính phủ.", None, "6"),
        ("Theo khoản 2 Thông tư số 64/2031/TT-BNV.", "2", None),
        ("Xã đạt 6 điểm; Nghị quyết số 64/NQ-HĐND giao 7 điểm.", None, None),
    ],
)
def test_places_in_acts_without_articles(text: str, clause: str | None, point: str | None) -> None:
    pin = cited(text)[0].pinpoint
    assert (pin.clause if pin else None, pin.point if pin else None) == (clause, point)


def test_what_is_done_stands_at_the_end_of_the_line_before() -> None:
    [found] = cited(
        "Sau 02 năm triển khai thực hiện\nKết luận số 64-KL/TW ngày 5/6/2031 của Ban Bí thư về "
        "bến phà, xã đã làm\nđược hai việc.\n"
    )
    assert found.relation == "implements"


def test_the_law_on_acts_of_councils_and_committees() -> None:
    name = "Ban hành văn bản quy phạm pháp luật của HĐND và UBND"
    [law] = cited(f"Căn cứ Luật {name} ngày 03/12/2004;")
    assert (law.title, law.date) == (name, "2004-12-03")


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Bãi bỏ {0} của UBND tỉnh về phí chợ; {1} của UBND tỉnh về phí phà.", ["repeals"] * 2),
        ("Quyết định này thay thế {0} về phí chợ và {1} về phí phà.", ["replaces"] * 2),
        ("Bãi bỏ 03 quyết định, gồm: {0}; {1}; {2}.", ["repeals"] * 3),
        ("Bãi bỏ {0} về phí chợ; {1} về phí phà vẫn áp dụng.", ["repeals", "cites"]),
        ("{0} hết hiệu lực; {1} về phí phà của UBND tỉnh.", ["repeals", "cites"]),
        ("Theo {0} thay thế {1} về phí chợ; {2} về phà.", ["based_on", "replaces", "cites"]),
        ("Thay thế {0} về phí chợ; thực hiện {1} về phà.", ["replaces", "implements"]),
        ("Sửa đổi {0} về phí chợ; {1} về phí phà.", ["amends", "cites"]),
    ],
)
def test_several_acts_of_one_kind_are_repealed(text: str, relations: list[str]) -> None:
    acts = [f"Quyết định số {n}/2015/QĐ-UBND" for n in (64, 65, 66)]
    assert [c.relation for c in cited(text.format(*acts))] == relations
