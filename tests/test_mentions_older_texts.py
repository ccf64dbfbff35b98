"""Acts of the 1990s and 2000s and what portals make of them: spelling, numbers, bodies, heads."""

from __future__ import annotations

import pytest

from extract.model import Citation, Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def told(text: str) -> Report:
    return analyse(read_text(text, "t"))


def cited(text: str) -> Citation:
    return told(text).citations[0]


# -- spelling --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [("Quí I/2003, thu đạt 12 tỷ đồng.", "2003-Q1"), ("trong quí III năm 2004", "2004-Q3")],
)
def test_a_quarter_in_the_older_spelling(text: str, value: str) -> None:
    assert told(text).dates[0].value == value


def test_quy_dinh_in_the_older_spelling_is_a_regulation() -> None:
    c = cited("Thực hiện Qui định số 31-QĐ/TU ngày 5/6/2003 của Tỉnh ủy, các cơ quan đã xếp lại.")
    assert (c.type, c.number) == ("Quy định", "31-QĐ/TU")


def test_words_that_lost_a_horn_have_it_back() -> None:
    from extract.values.text import fold

    assert fold("nguời, Tuơng đưong, TRUỚC, tãng") == "người, tương đương, trước, tăng"
    assert fold("quờ, thuở, ưa, lãng, huơ") == "quờ, thuở, ưa, lãng, huơ"


def test_a_syllable_that_goes_on_keeps_its_i() -> None:
    from extract.values.text import fold

    assert fold("quít, Quí, qui chế") == "quít, quý, quy chế"


# -- numbers ---------------------------------------------------------------------------------

HEAD = """UBND TỈNH GIA LAI
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Pleiku, ngày 4 tháng 5 năm 1999

QUYẾT ĐỊNH

Về mức thu phí qua phà

Điều I: Mức thu phí qua phà như sau:
1. Người đi bộ: 500 đồng;
2. Xe đạp: 1.000 đồng.
Điều II: Sở Giao thông vận tải thi hành.

Phó Chủ tịch

(Đã ký)

Siu Hoa Ban
"""


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("451 QĐ/UB", "451-QĐ/UB"),
        ("7c/ 2031/NQ /HĐND5", "7c/2031/NQ/HĐND5"),
        ("12/1999/QĐ-UB", "12/1999/QĐ-UB"),
    ],
)
def test_the_number_with_blanks_inside(written: str, number: str) -> None:
    report = told(HEAD.format(number=written))
    assert report.metadata.number == number
    assert not report.citations, "no part of it is another's number"


def test_an_address_in_the_head_is_no_number() -> None:
    assert told(HEAD.format(number="12 Lê Lợi, phường 3")).metadata.number is None


def test_articles_in_roman_figures_hold_their_clauses() -> None:
    sections = told(HEAD.format(number="451/QĐ-UB")).sections
    assert [(s.label, s.kind, s.depth) for s in sections] == [
        ("I", "article", 1),
        ("1", "clause", 2),
        ("2", "clause", 2),
        ("II", "article", 1),
    ]


def test_articles_named_in_a_sentence_are_no_headings() -> None:
    text = "Căn cứ tình hình trên, huyện đề nghị:\nĐiều I và Điều II nêu trên cần sửa.\n"
    assert not told(text).sections


def test_a_name_below_the_word_that_it_was_signed_is_the_signer() -> None:
    assert told(HEAD.format(number="451/QĐ-UB")).metadata.signer == "Siu Hoa Ban"


def test_a_name_below_other_words_is_not() -> None:
    text = HEAD.format(number="451/QĐ-UB").replace("(Đã ký)", "(Người lập biểu)")
    assert told(text.replace("Phó Chủ tịch", "Kế toán")).metadata.signer is None


def test_a_full_stop_in_a_number() -> None:
    c = cited("Xét tờ trình số 61/TTr.UB ngày 3/4/2001 của Ủy ban nhân dân tỉnh;")
    assert (c.number, c.date) == ("61/TTr.UB", "2001-04-03")


def test_a_full_stop_after_a_number_ends_the_sentence() -> None:
    c = cited("Đã gửi Tờ trình số 61/TTr. Ủy ban nhân dân tỉnh đang xem xét.")
    assert c.number in ("61/TTr", "61")


# -- articles of laws ------------------------------------------------------------------------


def test_an_article_of_the_constitution() -> None:
    c = cited("- Căn cứ điều 112 Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;")
    assert c.type == "Hiến pháp" and c.pinpoint is not None and c.pinpoint.article == "112"


def test_an_article_and_its_chapter() -> None:
    c = cited("Căn cứ điều 15, chương III, Luật Thủy sản năm 2003;")
    assert c.pinpoint is not None and c.pinpoint.article == "15"


def test_the_constitution_in_general_is_no_citation() -> None:
    assert not told("Mọi người sống theo Hiến pháp và pháp luật.").citations


# -- bodies ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "Tập đoàn Dệt may Việt Nam",
        "Tổng công ty Cà phê miền Trung",
        "Giám đốc Đại học Huế",
        "Ban Tổ chức Đảng ủy Đại học Huế",
        "Hội đồng Khoa học và Công nghệ quốc gia Trung ương",
        "Ban Thường vụ Tỉnh đoàn Gia Lai",
        "Liên bộ Tài chính - Y tế",
    ],
)
def test_a_body_is_read_to_the_end_of_its_name(body: str) -> None:
    c = cited(f"Theo Công văn số 71/CV-TĐ ngày 3/4/2012 của {body} về giá điện, đã thu đủ.")
    assert c.issuer == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Công văn số 71/CV-TĐ ngày 3/4/2012 của Tập đoàn Dệt may Việt Nam và Luật Giá",
            "Tập đoàn Dệt may Việt Nam",
        ),
        (
            "Kế hoạch số 71/KH-TĐ ngày 3/4/2012 của Tập đoàn Dệt may Việt Nam triển khai cả năm",
            "Tập đoàn Dệt may Việt Nam",
        ),
    ],
)
def test_what_follows_a_name_is_none_of_it(text: str, body: str) -> None:
    assert cited(f"Theo {text}.").issuer == body


@pytest.mark.parametrize("number", ["41/TT-LB", "41-LB/TT", "41/TTLB"])
def test_the_key_of_a_joint_circular_is_its_number_and_day(number: str) -> None:
    c = cited(f"theo Thông tư liên bộ số {number} ngày 3/4/1995 của Liên bộ Tài chính - Y tế.")
    assert c.key == "41-tt-lb_1995-04-03"


def test_a_joint_circular_without_its_day_has_no_key() -> None:
    assert cited("theo Thông tư liên bộ số 41/TT-LB về viện phí.").key is None


def test_a_body_cut_over_two_lines() -> None:
    c = cited("Căn cứ Thông tư số 7/2031/TT-BTC ngày 3/4/2031 của Bộ\nTài chính về phí qua phà;\n")
    assert c.issuer == "Bộ Tài chính"


# -- heads -----------------------------------------------------------------------------------


def test_a_school_whose_name_goes_on_in_the_next_line() -> None:
    text = "ĐẢNG BỘ ĐẠI HỌC HUẾ\n\nĐẢNG ỦY TRƯỜNG ĐẠI HỌC\n\nNÔNG LÂM\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
    text += "Số 7-QĐ/ĐU\n\nHuế, ngày 4 tháng 5 năm 2021\n\nQUYẾT ĐỊNH\n\nV/v lập tổ công tác\n"
    assert (told(text).metadata.issuer or "").lower() == "đảng ủy trường đại học nông lâm"


def test_a_subject_cut_over_three_lines_is_put_together() -> None:
    head = "CHÍNH PHỦ\nSố: 7/2031/NĐ-CP\nHà Nội, ngày 4 tháng 5 năm 2031\n\nNGHỊ ĐỊNH\n\n"
    text = head + "Ban hành Quy chế xem xét, quyết định\n\nvà công bố phí qua phà\n\nCHÍNH PHỦ\n\n"
    text += "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n"
    want = "Ban hành Quy chế xem xét, quyết định và công bố phí qua phà"
    assert told(text).metadata.subject == want


def test_the_subject_where_the_type_is_lost() -> None:
    text = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
    text += "Số: 7/2031/QĐ-UBND | Pleiku, ngày 4 tháng 5 năm 2031 |\n{}\n"
    text += "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nCăn cứ Luật Giá ngày 19 tháng 6 năm 2023;\n"
    text += "QUYẾT ĐỊNH:\nĐiều 1. Ban hành quy chế.\n"
    assert (
        told(text.format("BAN HÀNH QUY CHẾ BẾN PHÀ")).metadata.subject == "BAN HÀNH QUY CHẾ BẾN PHÀ"
    )
    assert told(text.format("SỞ XÂY DỰNG")).metadata.subject is None


ANNEXED = """BỘ XÂY DỰNG
Số: 7/2031/TT-BXD
Hà Nội, ngày 4 tháng 5 năm 2031
THÔNG TƯ
Về bến phà
Điều 1. Ban hành Quy chế bến phà.
Nơi nhận:
- Như Điều 1;
- Lưu: VT.
BỘ TRƯỞNG
Siu Hoa Ban
{}
Điều 1. Phạm vi
Quy chế này quy định về bến phà.
"""


def test_what_is_attached_behind_the_signature_is_read() -> None:
    report = told(ANNEXED.format("QUY CHẾ\n(Kèm theo Thông tư số 7/2031/TT-BXD)\nChương I"))
    assert [(s.kind, s.label) for s in report.sections] == [
        ("article", "1"),
        ("chapter", "I"),
        ("article", "1"),
    ]
    assert report.metadata.signer == "Siu Hoa Ban"


def test_who_receives_it_is_no_annex() -> None:
    text = ANNEXED.split("{}", maxsplit=1)[0]
    assert [s.kind for s in told(text).sections] == ["article"]


def test_the_decrees_of_a_list_have_the_body_told_before_it() -> None:
    text = "Căn cứ các Nghị định của Chính phủ: Số 7/2031/NĐ-CP ngày 3/4/2031 về phà; "
    text += "số 8/2031/NĐ-CP ngày 4/4/2031 hướng dẫn thi hành Luật Giá; số 9/2031/NĐ-CP về chợ;"
    found = [c for c in told(text).citations if c.number]
    assert [(c.type, c.issuer, c.relation) for c in found] == [
        ("Nghị định", "Chính phủ", "based_on")
    ] * 3


def test_a_number_behind_a_list_is_none_of_it() -> None:
    text = "Căn cứ các Nghị định của Chính phủ: Số 7/2031/NĐ-CP về phà. Tại số 9/2031/NĐ-CP về chợ"
    assert told(text).citations[-1].issuer is None


def test_the_number_in_the_record_of_a_portal_is_its_own() -> None:
    text = "| Số hiệu | 7/2031/QĐ-UBND |\n| Loại văn bản | Quyết định |\n\nThay thế 9/2021/QĐ-UBND."
    assert [c.number for c in told(text).citations] == ["9/2021/QĐ-UBND"]


def test_the_area_that_the_head_leaves_out_is_told_by_the_annex() -> None:
    text = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
    text += "Số: 7/2031/QĐ-UBND | Pleiku, ngày 4 tháng 5 năm 2031 |\nQUYẾT ĐỊNH\n"
    text += "VỀ VIỆC BAN HÀNH QUY CHẾ BẾN PHÀ\nĐiều 1. Ban hành Quy chế bến phà.\n{}\n"
    annex = "(Kèm theo Quyết định số 7/2031/QĐ-UBND ngày 4/5/2031 của UBND tỉnh Gia Lai)"
    assert told(text.format(annex)).metadata.issuer == "UBND tỉnh Gia Lai"
    assert told(text.format("(Kèm theo Quyết định này)")).metadata.issuer == "Ủy ban nhân dân"


@pytest.mark.parametrize("dash", [" - ", "- ", " -", "-"])
def test_a_dash_in_a_name_with_and_without_its_blanks(dash: str) -> None:
    body = f"Sở Văn hóa{dash}Thể thao và Du lịch"
    assert cited(f"Công văn số 5/CV-SVH ngày 2/3/2017 của {body} về lễ hội.").issuer == body


def test_a_dash_that_opens_another_clause_ends_the_name() -> None:
    c = cited("Công văn số 5/CV-SYT ngày 2/3/2017 của Sở Y tế- cơ quan thường trực.")
    assert c.issuer == "Sở Y tế"


def test_the_word_before_a_number_written_twice() -> None:
    assert cited("Chỉ thị số số 13/CT-UBND của UBND tỉnh").text == "Chỉ thị số số 13/CT-UBND"
    assert not told("Ban hành kế hoạch số số 13 hộ.").citations


CIRCULAR = """BỘ LAO ĐỘNG-THƯƠNG BINH VÀ XÃ HỘI-BỘ XÂY DỰNG
Số: 16/TT-LB
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 4 tháng 9 năm 1993

THÔNG TƯ LIÊN BỘ

{}

Hướng dẫn thực hiện chế độ nhà ở

Căn cứ Luật Nhà ở;
"""


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI - XÂY DỰNG", "Hướng dẫn thực hiện chế độ nhà ở"),
        ("XÂY DỰNG NHÀ Ở CHO NGƯỜI CÓ CÔNG", "XÂY DỰNG NHÀ Ở CHO NGƯỜI CÓ CÔNG"),
    ],
)
def test_a_joint_circular_names_its_bodies_before_its_subject(line: str, subject: str) -> None:
    meta = told(CIRCULAR.format(line)).metadata
    assert meta.issuer == "Bộ Lao động - Thương binh và Xã hội - Bộ Xây dựng"
    assert meta.subject == subject


RECORD = """Số hiệu: {}
Loại văn bản: Chỉ thị Nơi ban hành: Tỉnh Yên Bái
Ngày ban hành: 04/06/2001 Ngày hiệu lực: Đã biết

Độc lập - Tự do - Hạnh phúc

Số: 13-CT

Yên Bái, ngày 4 tháng 6 năm 2001

Trong mấy năm gần đây, cháy rừng đã giảm.
"""


def test_the_place_below_the_record_of_a_portal() -> None:
    meta = told(RECORD.format("13-CT")).metadata
    assert (meta.type, meta.number, meta.place) == ("Chỉ thị", "13-CT", "Yên Bái")


def test_the_record_of_another_document_tells_nothing() -> None:
    assert told(RECORD.format("14-QĐ")).metadata.type is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trị giá may mặc toàn tỉnh 8 tháng ước đạt 31 triệu USD.", "XXXX-01/XXXX-08"),
        ("Ước 10 tháng đạt 96 tỷ đồng.", "XXXX-01/XXXX-10"),
        ("Lượng khách trong 10 tháng ước đạt gần 96 nghìn lượt.", "XXXX-01/XXXX-10"),
    ],
)
def test_so_many_months_before_what_was_reached_are_a_period(text: str, period: str) -> None:
    assert [d.value for d in told(text).dates] == [period]


def test_so_many_months_of_a_term_are_none() -> None:
    text = "Tiền gửi kỳ hạn 9 tháng tăng 0,2 điểm; trẻ dưới 6 tháng đạt 97%."
    assert not told(text).dates


def test_the_number_in_a_record_that_a_title_runs_into() -> None:
    text = "Nghị quyết 7/NQ-HĐND 2031 về chợ tỉnh Gia Lai Số hiệu: 7/NQ-HĐND Loại văn bản: {}\n"
    assert len(told(text.format("Nghị quyết")).citations) == 0
    assert len(told("Xã đã nêu Nghị quyết 7/NQ-HĐND, số hiệu 9/NQ-HĐND.").citations) == 2


RECORDED = """Số hiệu: | 7/ĐA-UBND | Loại văn bản: | Đề án |
Nơi ban hành: | {} | Người ký: | Siu Hoa Ban |
ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 7/ĐA-UBND |
Pleiku, ngày 17 tháng 02 năm 2031 |
ĐỀ ÁN
XẾP LẠI CÁC BẾN PHÀ
{}
I. SỰ CẦN THIẾT
"""


def test_the_area_that_the_head_leaves_out_is_told_by_the_record() -> None:
    line = "SỰ CẦN THIẾT VÀ CĂN CỨ XÂY DỰNG ĐỀ ÁN"
    meta = told(RECORDED.format("Tỉnh Gia Lai", line)).metadata
    assert meta.issuer == "Ủy ban nhân dân tỉnh Gia Lai"
    assert meta.subject == "XẾP LẠI CÁC BẾN PHÀ"


def test_a_record_without_an_area_adds_nothing_and_a_subject_goes_on() -> None:
    meta = told(RECORDED.format("Ủy ban nhân dân", "PHẦN VỐN CỦA HỢP TÁC XÃ")).metadata
    assert meta.issuer == "Ủy ban nhân dân"
    assert meta.subject == "XẾP LẠI CÁC BẾN PHÀ PHẦN VỐN CỦA HỢP TÁC XÃ"


def test_the_day_on_which_a_law_was_made_public_is_its_own() -> None:
    assert cited("Căn cứ Luật Đất đai công bố ngày 05/8/2031.").date == "2031-08-05"
    assert cited("Căn cứ Luật Đất đai đã trình bày ngày 05/8/2031.").date is None


def test_a_type_and_its_number_in_two_lines() -> None:
    c = cited("Căn cứ Pháp lệnh\n18/2031/PL-UBTVQH ngày 28/8/2031 về phí.")
    assert (c.type, c.number) == ("Pháp lệnh", "18/2031/PL-UBTVQH")


def test_a_heading_and_a_number_below_it_are_no_citation() -> None:
    assert not told("KẾ HOẠCH\n61/80 hộ đã ký.").citations


@pytest.mark.parametrize(
    ("deed", "relation"),
    [
        ("Sửa đổi, bổ sung, bãi bỏ một số nội dung", "amends"),
        ("Sửa đổi, thay thế và bãi bỏ một số điều", "amends"),
        ("Bãi bỏ", "repeals"),
    ],
)
def test_what_is_repealed_in_part_only_is_amended(deed: str, relation: str) -> None:
    c = cited(f"{deed} Nghị quyết số 7/2031/NQ-HĐND ngày 5/6/2031 của HĐND tỉnh.")
    assert c.relation == relation


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("QUY CHẾ CỦA ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Ủy ban nhân dân"),
    ],
)
def test_the_area_is_told_by_whose_chairman_decides(line: str, issuer: str) -> None:
    text = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
    text += "Số: 7/QĐ-UBND | Pleiku, ngày 4 tháng 5 năm 2031 |\nQUYẾT ĐỊNH\nVỀ CÁC BẾN PHÀ\n"
    assert told(f"{text}{line}\nCăn cứ Luật Giao thông;\n").metadata.issuer == issuer


@pytest.mark.parametrize("motto", ["CỘNG HỊA XÃ HỘI CHỦ NGHĨA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"])
def test_the_name_of_the_country_is_no_issuer(motto: str) -> None:
    text = f"CHÍNH PHỦ\n-------\n{motto} VIỆT NAM\nSố: 7/NQ-CP\n"
    text += "Hà Nội, ngày 4 tháng 5 năm 2031\nNGHỊ QUYẾT\nVỀ CHỢ\n"
    assert told(text).metadata.issuer == "Chính phủ"


@pytest.mark.parametrize("head", ["của Giám đốc Sở Văn hóa", "của Sở: Văn hóa"])
def test_a_name_that_a_line_cuts_at_its_dash(head: str) -> None:
    document = read_text(f"Theo đề nghị {head}\n- Thông tin tại Tờ trình số 9/TTr-SVH.\n", "t")
    assert [b.kind for b in document.blocks] == ["paragraph"]


@pytest.mark.parametrize("above", ["Các phòng gồm có:\n- Văn hóa", "Giao cho Sở Nội vụ"])
def test_an_item_of_a_list_is_cut_from_no_name(above: str) -> None:
    document = read_text(f"{above}\n- Thông tin cho các xã.\n", "t")
    assert document.blocks[-1].kind == "bullet"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Căn cứ Nghịđịnh 61/2031/NĐ-CP của Chính phủ;", "Nghịđịnh 61/2031/NĐ-CP"),
        ("theo Quyếtđịnh số 7/QĐ-UBND về phí;", "Quyếtđịnh số 7/QĐ-UBND"),
        ("Căn cứ Nghị định s 61/2031/NĐ-CP về phí;", "Nghị định s 61/2031/NĐ-CP"),
        ("thôn thuộc Chương trình 162 giai đoạn II;", "Chương trình 162"),
    ],
)
def test_citations_begin_at_a_glued_or_misspelt_kind(text: str, cited: str) -> None:
    report = analyse(read_text(text, "a.txt"))
    assert [c.text for c in report.citations] == [cited]
    assert not report.quantities


def test_words_that_only_hold_the_name_of_a_kind() -> None:
    view = read_text("Đường thôngthoáng, quyđịnhh và kếhoạchh.", "a.txt").view
    assert view == "Đường thôngthoáng, quyđịnhh và kếhoạchh."


def test_the_first_day_of_a_range_before_a_dash() -> None:
    report = analyse(read_text("Giai đoạn 1 (15/02 - 28/02/2031): có 15/20 - 18/20 xã.", "a.txt"))
    assert [d.value for d in report.dates] == ["2031-02-15", "2031-02-28"]
