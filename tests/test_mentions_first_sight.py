"""Heads, citations, dates and labels as ministries and provinces write them, read for the
first time: what legal portals make of a head, acts of the 1980s, abbreviations, broken lines."""

from __future__ import annotations

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def told(text: str) -> Report:
    return analyse(read_text(text, "t"))


# -- heads in narrow cells -------------------------------------------------------------------

BARRED = """ỦY
BAN NHÂN DÂN
TỈNH YÊN BÁI
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
--------------
|
Số:
17/2031/QĐ-UBND
|
Nghĩa
Lộ, ngày 05 tháng 02 năm 2031
|
CHỈ THỊ
VỀ VIỆC TĂNG CƯỜNG QUẢN LÝ CÁC BẾN KHÁCH NGANG SÔNG VÀ CÁC LÀN
ĐƯỜNG THỦY TRÊN ĐỊA BÀN TỈNH YÊN BÁI
Căn cứ Luật Tổ chức HĐND và
UBND ngày 26 tháng 11 năm 2003;
Căn cứ Nghị định số 8/2031/NĐ-CP ngày 04 tháng 02 năm 2031 của Chính phủ quy định
về quản lý hoạt động của bến khách ngang sông, cảng, bến thủy nội địa và các khu
neo đậu trên các sông, suối, hồ do địa phương quản lý;
Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 41/TTr-SXD ngày 12 tháng
01 năm 2031, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành, các xã, phường
có bến khách thực hiện những việc sau đây ngay trong quý này, không để chậm trễ
và báo cáo kết quả về Sở Xây dựng.
"""


def test_a_head_between_bars_is_put_together_from_its_lines() -> None:
    report = told(BARRED)
    head = report.metadata
    assert (head.type, head.number) == ("Chỉ thị", "17/2031/QĐ-UBND")
    assert (head.place, head.date) == ("Nghĩa Lộ", "2031-02-05")
    assert head.issuer == "Ủy ban nhân dân tỉnh Yên Bái"
    assert (head.subject or "").endswith("ĐỊA BÀN TỈNH YÊN BÁI")


def test_lines_after_a_bar_alone_are_wrapped_text() -> None:
    first = told(BARRED).citations[0]
    assert (first.type, first.date) == ("Luật", "2003-11-26")


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("VIỆN KIỂM SÁT", "NHÂN DÂN", "TỐI CAO"), "Viện kiểm sát nhân dân tối cao"),
        (("UỶ BAN NHÂN", "DÂN", "TỈNH LÀO CAI"), "Uỷ ban nhân dân tỉnh Lào Cai"),
        (("SỞ", "TƯ PHÁP"), "Sở Tư pháp"),
        (("UBND TỈNH LÀO CAI", "SỞ TƯ PHÁP"), "Sở Tư pháp"),
        (("BỘ TÀI CHÍNH", "KHO BẠC NHÀ NƯỚC"), "Kho bạc Nhà nước"),
    ],
)
def test_a_name_cut_over_lines(lines: tuple[str, ...], issuer: str) -> None:
    head = "\n".join(lines)
    day = "Hà Nội, ngày 3 tháng 4 năm 2031"
    text = f"{head}\n-----\n|\nSố: 5/BC-VP\n|\n{day}\n|\nBÁO CÁO\nVề chợ\n"
    assert told(text).metadata.issuer == issuer


def test_a_type_cut_over_two_lines_below_the_recitals() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\n"
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;\n"
        "Xét đề nghị của Giám đốc Sở Tư pháp tại văn bản\nsố 208/STP-XD ngày 15/12/2031,\n"
        "QUYẾT\nĐỊNH:\nĐiều 1. Giao đất cho xã.\n"
    )
    head = told(text).metadata
    assert (head.type, head.number) == ("Quyết định", None)  # 208/STP-XD is another's


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 19/QĐ-VKSTC-VP, ngày 06/4/2031 của Viện trưởng quy định chế độ công tác.",
        "Hội nghị có ý kiến về Công văn số 81-CV/BTCTW, ngày 27/02/2031 như sau: phải xong sớm.",
    ],
)
def test_the_day_of_another_act_is_no_place_and_date(text: str) -> None:
    head = told(text).metadata
    assert (head.place, head.date) == (None, None)


def test_the_area_told_only_above_the_recitals() -> None:
    text = (
        "HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 57/2031/NQ-HĐND | Lào Cai, ngày 21 tháng 12 năm 2031 |\n"
        "NGHỊ QUYẾT\nVỀ DỰ TOÁN CHI NĂM 2032\nHỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\n"
        "KHÓA XVI, KỲ HỌP THỨ 6\nCăn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;\n"
    )
    assert told(text).metadata.issuer == "Hội đồng nhân dân tỉnh Lào Cai"


PORTAL = """Nghị quyết 57/NQ-HĐND năm 2031 về thông qua Chương trình trồng rừng

Số hiệu 57/NQ-HĐND
Cơ quan ban hành Tỉnh Lào Cai
Người ký Đặng Văn Hà
Lĩnh vực Nông nghiệp

HỘI ĐỒNG NHÂN DÂN
TỈNH LÀO CAI
-------

Số: 57/NQ-HĐND

Lào Cai, ngày 23 tháng 3 năm 2031

NGHỊ QUYẾT

VỀ VIỆC THÔNG QUA CHƯƠNG TRÌNH TRỒNG RỪNG

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;
"""


def test_the_record_of_a_portal_tells_the_signer() -> None:
    assert told(PORTAL).metadata.signer == "Đặng Văn Hà"
    assert told(PORTAL.replace("Đặng Văn Hà", "Đang cập nhật")).metadata.signer is None


def test_related_acts_listed_in_front_are_not_the_head() -> None:
    text = (
        "- Chỉ thị 15/CT-TTg năm 2031 về chống dịch\n- Chỉ thị 16/CT-TTg năm 2031 về cách ly\n"
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 8/CT-CTUBND | Lào Cai, ngày 21 tháng 5 năm 2031 |\n"
        "Tình hình dịch bệnh trên thế giới còn phức tạp.\n"
    )
    head = told(text).metadata
    assert (head.type, head.number, head.date) == ("Chỉ thị", "8/CT-CTUBND", "2031-05-21")


# -- citations -------------------------------------------------------------------------------


def cited(text: str) -> list[tuple[str | None, str | None, str | None, str]]:
    return [(c.number, c.date, c.issuer, c.relation) for c in told(text).citations]


def test_a_blank_before_the_comma_of_the_day() -> None:
    text = "Căn cứ Nghị định số 13/2028/NĐ-CP , ngày 04 tháng 02 năm 2028 của Chính phủ Quy định"
    assert cited(text) == [("13/2028/NĐ-CP", "2028-02-04", "Chính phủ", "based_on")]


PORTAL_TITLES = [
    (
        "Quyết định 600/QĐ-TTg năm 2028 phê duyệt Chương trình do Thủ tướng Chính phủ ban hành",
        ("600/QĐ-TTg", "2028", "Thủ tướng Chính phủ"),
    ),
    ("Quy định 29-QĐ/TW năm 2028 thi hành Điều lệ", ("29-QĐ/TW", "2028", None)),
    ("Kết quả thực hiện Nghị quyết 18-NQ/TW năm 2028 về bộ máy", ("18-NQ/TW", None, None)),
    ("Theo Kế hoạch 12/KH-UBND năm 2028, xã làm 2 km", ("12/KH-UBND", None, None)),
    (
        "Điều 1 Thông tư số 8/2031/TT-BTC Quy định về giá nước ngày 22/06/2031 của Bộ Tài chính",
        ("8/2031/TT-BTC", "2031-06-22", "Bộ Tài chính"),
    ),
    (
        "Thông tư số 8/2031/TT-BTC quy định về giá nước, họp ngày 22/06/2032 của Bộ Tài chính",
        ("8/2031/TT-BTC", None, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PORTAL_TITLES)
def test_a_title_tells_year_day_and_body(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert cited(text)[0][:3] == expected


def test_every_sentence_of_a_recital_names_a_ground() -> None:
    text = (
        "- Căn cứ Nghị định số 31/HĐBT ngày 9/11/1987 của Hội đồng Bộ trưởng về đò ngang. "
        "Quyết định số 64/CP ngày 17-4-1979 của Hội đồng Chính phủ về xe; "
        "Nghị định số 38/HĐBT ngày 12 tháng 6 năm 1985 về thuế.\n"
        "Sở đã họp theo Công văn số 7/VT ngày 5/8/1988. Quyết định số 9/CP ngày 3-2-1981 nêu rõ."
    )
    relations = [r for *_, r in cited(text)]
    assert relations == ["based_on", "based_on", "based_on", "based_on", "cites"]


RELATIONS = [
    ("Quyết định 190/QĐ-TTg ngày 6/4/2031 đã có hiệu lực thi hành (gọi tắt là Đề án 7)", "cites"),
    ("ban hành Nghị định hướng dẫn chi tiết thi hành Luật Đất đai năm 2024", "guides"),
    ("kết quả thực hiện chính sách kể từ khi Luật Đất đai năm 2024 có hiệu lực", "cites"),
    ("triển khai chậm so với quy định của Luật Đất đai năm 2024", "cites"),
    ("tổ chức thi hành Luật Đất đai năm 2024", "implements"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_what_is_done_with_an_act(text: str, relation: str) -> None:
    assert told(text).citations[0].relation == relation


def test_two_bodies_and_their_submissions() -> None:
    text = (
        "Xét đề nghị của Trưởng Ban Dân tộc tại Tờ trình số 32/TTr-BDT ngày 09/7/2031 và của "
        "Giám đốc Sở Nội vụ tại Tờ trình số 21/TTr-SNV ngày 24/9/2031,"
    )
    assert [(n, r) for n, _, _, r in cited(text)] == [
        ("32/TTr-BDT", "based_on"),
        ("21/TTr-SNV", "based_on"),
    ]


LAWS = [
    ("Căn cứ Luật tổ chức Hội đồng nhân dân và UBND đã được Quốc hội thông qua ngày 30-6-1983;",
     "luat-to-chuc-hoi-dong-nhan-dan-va-uy-ban-nhan-dan_1983"),
    ("theo Điều 4 Luật tổ chức VKSND năm 2014 thì",
     "luat-to-chuc-vien-kiem-sat-nhan-dan_2014"),
    ("theo khoản 2 Điều 21 Điều lệ Đảng Cộng sản Việt Nam 2011 thì",
     "dieu-le-dang-cong-san-viet-nam_2011"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key"), LAWS)
def test_laws_with_abbreviations(text: str, key: str) -> None:
    assert [c.key for c in told(text).citations] == [key]


def test_the_statute_in_general_is_no_citation() -> None:
    assert told("chấp hành Điều lệ Đảng, pháp luật của Nhà nước").citations == ()
    assert [c.text for c in told("- Căn cứ Điều lệ Đảng;").citations] == ["Điều lệ Đảng"]


def test_a_type_told_once_for_numbers_that_follow() -> None:
    text = (
        "Các Nghị quyết của Quốc hội về kế hoạch gồm: số 16/2031/QH15 ngày 27/7/2031 về vốn; "
        "số 23/2031/QH15 ngày 28/7/2031 về nợ."
    )
    assert [c.type for c in told(text).citations] == ["Nghị quyết", "Nghị quyết"]
    assert [c.type for c in told("theo số 16/2031/QH15 ngày 27/7/2031").citations] == [None]


def test_pinpoints_of_circulars_without_articles() -> None:
    text = "sửa đổi Khoản 2 Mục III Phần I, Thông tư số 4/2028/TT-BNV ngày 4/6/2028 của Bộ Nội vụ"
    c = told(text).citations[0]
    assert c.pinpoint is not None
    assert (c.pinpoint.article, c.pinpoint.clause, c.relation) == (None, "2", "amends")


# -- sections --------------------------------------------------------------------------------


def outlined(text: str) -> list[tuple[int, str, str, str]]:
    return [(s.depth, s.kind, s.label, s.title) for s in told(text).sections]


def test_articles_stand_under_a_roman_heading_in_capitals() -> None:
    text = (
        "I- QUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh\n\n1- Quy định này nêu việc chi bộ.\n\n"
        "Điều 2. Đối tượng\n\nII- VIỆC CỦA CHI BỘ\n\nĐiều 3. Sinh hoạt\n"
    )
    assert [(d, k, n) for d, k, n, _ in outlined(text)] == [
        (1, "heading", "I"),
        (2, "article", "1"),
        (3, "clause", "1"),
        (2, "article", "2"),
        (1, "heading", "II"),
        (2, "article", "3"),
    ]


def test_a_roman_list_in_an_article_heads_no_articles() -> None:
    text = (
        "Điều 1. Giao chỉ tiêu như sau:\n\nI. THU NGÂN SÁCH: 40 tỷ đồng\n\nII. CHI: 38 tỷ đồng\n\n"
        "Điều 2. Quyết định này có hiệu lực.\n"
    )
    assert [d for d, k, *_ in outlined(text) if k == "article"] == [1, 1]


def test_labels_written_out() -> None:
    text = (
        "Chương I\nĐiều 1 Phạm vi điều chỉnh\nThông tư này hướng dẫn việc lập dự toán.\n"
        "Điều 2 Đối tượng áp dụng\nKhoản 1. Các cơ quan nhà nước;\nKhoản 2. Các đơn vị công lập:\n"
        "Điểm a) Đơn vị tự chủ;\nĐiểm b) Đơn vị khác.\n"
    )
    assert [(k, n) for _, k, n, _ in outlined(text)] == [
        ("chapter", "I"),
        ("article", "1"),
        ("article", "2"),
        ("clause", "1"),
        ("clause", "2"),
        ("point", "a"),
        ("point", "b"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Điều 5 Nghị định này quy định về mức chi",
        "Điều 5 Các tổ chức được nêu tại khoản 2;",
        "Khoản 2 Điều 5 được sửa đổi như sau",
        "Điểm a khoản 2 được bãi bỏ từ nay",
    ],
)
def test_a_place_named_in_a_sentence_is_no_label(line: str) -> None:
    assert outlined(f"{line}\nViệc này đã xong.\n") == []


def test_a_dash_before_or_behind_the_label() -> None:
    text = "1. Hồ sơ gồm:\n- a) Mẫu số 4 để lập biên bản;\n- b) Mẫu số 5 để lập báo cáo.\n"
    report = told(text)
    assert [s.label for s in report.sections] == ["1", "a", "b"]
    assert text[report.sections[1].start] == "a"
    assert outlined("Điều 1. – Ban hành bản quy định\n")[0][3] == "Ban hành bản quy định"


def test_a_bullet_before_a_bracketed_label() -> None:
    text = "**2. Hạ tầng**\n*   (1) Mạng lưới:\n    *   (i) Lắp 12 trạm.\n*   (2) Tuyến cáp.\n"
    report = told(text)
    assert [(s.label, s.depth) for s in report.sections] == [
        ("2", 1),
        ("1", 2),
        ("i", 3),
        ("2", 2),
    ]
    assert text[report.sections[1].start] == "1"
    assert [s.label for s in told("- (12) hộ nghèo của xã.\n").sections] == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Số trạm đến hết 2031 là 12 trạm.", ["2031"]),
        ("Trồng đến hết 2031 cây.", []),
        ("Tăng 4% so với CK 2030.", ["2030"]),
        ("Dịp Tết Nguyên đán Mậu Tuất 2030 xảy ra 3 vụ.", ["2030"]),
        ("Lúa hè thu 2031 đạt 52 tạ/ha.", ["2031"]),
        ("Năm 2030: 445 trẻ, 2031: 886 trẻ, 2032: 803 trẻ.", ["2030", "2031", "2032"]),
        ("Kết quả từ 1 - 10 - 2030 đến 31 - 3 - 2031.", ["2030-10-01", "2031-03-31"]),
        ("Theo Luật Đất đai 2031, đối chiếu rà soát 2030.", ["2031", "2030"]),
        ("Kê khai 2031 thửa đất.", []),
        ("Ra Tuyên bố chung (14-15/5/2031).", ["2031-05-14", "2031-05-15"]),
    ],
)
def test_years_told_without_the_word(text: str, dates: list[str]) -> None:
    assert [d.value for d in told(text).dates] == dates


def test_a_body_of_another_body_and_one_that_does_two_things() -> None:
    after = told("Xét Báo cáo số 4/BC-ĐGS của Đoàn giám sát Hội đồng nhân dân tỉnh về y tế.")
    assert after.citations[0].issuer == "Đoàn giám sát Hội đồng nhân dân tỉnh"
    before = told("Sở Nội vụ đã tổ chức đánh giá và ban hành Quyết định số 7/QĐ-SNV ngày 3/4/2031.")
    assert before.citations[0].issuer == "Sở Nội vụ"
    other = told("Sở Nội vụ đã rà soát theo Quyết định số 7/QĐ-BNV ngày 3/4/2031.")
    assert other.citations[0].issuer is None


def test_bounds_by_signs_in_brackets_and_telephones() -> None:
    (q,) = told("Hoàn thành cơ sở dữ liệu (>46 triệu thửa đất).").quantities
    assert (q.bound, q.unit) == ("more_than", "thửa")
    assert told("Liên hệ: +84-8-3930 3279.").quantities == ()


def test_the_least_of_two_falls() -> None:
    (_, q) = told("Tinh giản ít nhất 5% biên chế xã và ít nhất 10% biên chế tỉnh.").quantities
    assert (q.direction, q.bound) == ("decrease", "at_least")
    (_, q) = told("Giảm ít nhất 5% số phòng; có ít nhất 10% cán bộ nữ.").quantities
    assert q.direction is None


def test_articles_of_the_codified_law() -> None:
    text = "Điều 11.1.TL.7.1. Phạm vi điều chỉnh\n1. Cơ quan thuế.\nĐiều 11.1.TL.7.2. Đối tượng\n"
    assert [(k, n) for _, k, n, _ in outlined(text)] == [
        ("article", "11.1.TL.7.1"),
        ("clause", "1"),
        ("article", "11.1.TL.7.2"),
    ]


# -- what PDF and portals lose ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "number", "key"),
    [
        ("Nghị định số 61/2028/NĐCP ngày 3/4/2028 của Chính phủ", "61/2028/NĐ-CP", "61-2028-nd-cp"),
        ("Thông tư số 1/2028/TTVPCP ngày 23/4/2028", "1/2028/TT-VPCP", "01-2028-tt-vpcp"),
        ("Quyết định số 24/QĐUBND ngày 2/3/2028 của UBND tỉnh Lào Cai", "24/QĐ-UBND",
         "24-qd-ubnd_2028_lao-cai"),
        ("Nghị quyết số 24/2028/NQQH16 ngày 2/3/2028", "24/2028/NQ-QH16", "24-2028-qh16"),
        ("Nghị quyết số 24/NQUBTVQH16 ngày 2/3/2028", "24/NQ-UBTVQH16", "24-nq-ubtvqh16"),
        ("Luật số 24/2028/QH16 ngày 2/3/2028", "24/2028/QH16", "24-2028-qh16"),
        ("Công văn số 24/STC ngày 2/3/2028", "24/STC", None),
    ],
)  # fmt: skip
def test_codes_that_lost_their_hyphen(written: str, number: str, key: str | None) -> None:
    c = told(f"theo {written} về chợ").citations[0]
    assert (c.text.split(" ngày")[0] in written, c.number, c.key) == (True, number, key)


def test_years_that_lost_their_hyphen() -> None:
    report = told("Chương trình giai đoạn 20212030; mã 20212030 đồng")
    assert [(d.text, d.value) for d in report.dates] == [("20212030", "2021/2030")]


def test_a_law_glued_to_the_next_word() -> None:
    titles = [c.title for c in told("sau khi Luật Quy hoạchđược ban hành, xã đã họp").citations]
    assert titles == ["Quy hoạch"]


RECORD = """Quyết định 68/QĐ-TTg lộ trình trồng rừng
Cơ quan ban hành: | Thủ tướng Chính phủ |
Số hiệu: | 68/QĐ-TTg |
Loại văn bản: | Quyết định |
Người ký: | Đặng Văn Hà |
Ngày ban hành: | 04/06/2031 |
Ngày 04/06/2031, Thủ tướng Chính phủ đã ra Quyết định 68/QĐ-TTg về trồng rừng.
"""


def test_a_record_is_the_head_where_there_is_no_other() -> None:
    report = told(RECORD)
    head = report.metadata
    assert (head.type, head.number, head.date) == ("Quyết định", "68/QĐ-TTg", "2031-06-04")
    assert (head.issuer, head.signer) == ("Thủ tướng Chính phủ", "Đặng Văn Hà")
    last = report.citations[-1]
    assert (last.date, last.issuer) == ("2031-06-04", "Thủ tướng Chính phủ")


def test_a_line_below_the_number_is_no_issuer() -> None:
    text = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 23/KH-UBND | Lào Cai, ngày 31 tháng 01 năm 2031 |\n"
        "RÀ SOÁT THỦ TỤC HÀNH CHÍNH NĂM 2031\n"
        "Thực hiện Luật Đất đai năm 2024, Ủy ban nhân dân tỉnh Lào Cai ban hành kế hoạch như sau:\n"
    )
    assert told(text).metadata.issuer == "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Tốc độ tăng tín dụng cả năm 2031 (khoảng 15-18%).", ["increase"]),
        ("Tốc độ tăng dân số năm 2031 (hộ nghèo 12%).", [None]),
        ("Bảo đảm tăng trưởng tín dụng dưới 20% (khoảng 15-18%).", ["increase", "increase"]),
        ("Đặt tăng trưởng toàn ngành quý I/2031 đạt khá cao 2,5%.", ["increase"]),
        ("Cơ cấu tăng trưởng kinh tế là 59,5%; 25,4%.", [None, None]),
        ("Đóng góp của năng suất vào tăng trưởng đạt 55%.", [None]),
        (
            "Tốc độ tăng trưởng khách quốc tế đạt 27,3%/năm, khách nội địa đạt 17,6%/năm.",
            ["increase", "increase"],
        ),
        ("Tăng 762 cơ sở với 33.985 phòng so với năm 2030.", ["increase", "increase"]),
        ("Tăng 762 cơ sở với 33.985 phòng.", ["increase", None]),
        (
            "Tốc độ tăng tổng giá trị sản phẩm trên địa bàn bình quân 10,2%/năm.",
            ["increase"],
        ),
    ],
)
def test_ways_of_growth(text: str, ways: list[str | None]) -> None:
    assert [q.direction for q in told(text).quantities] == ways


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Mở rộng hầm Cù Mông (Ban 85); hiện Ban QLDA 7 đang làm 12 km.", ["12"]),
        ("Mỗi Ban 7 thành viên.", ["7"]),
        ("Tại khu phố Phú Hòa 6: Trao 10 suất học bổng.", ["10"]),
        ('Từ phao số "0" vào bến dài 44 km.', ["44"]),
        ("Dịp Quốc tế Thiếu nhi 1/6 trao 50 phần quà.", ["50"]),
        ("Tổng Bí thư thăm Singapore, ngày hội (26/2), ký 3 thỏa thuận.", ["3"]),
        ("Xảy ra 15 vụ, tăng 3 vụ (15/12).", ["15", "3", "15/12"]),
        ("Trình 19 luật tại kỳ họp 9.", ["19"]),
    ],
)
def test_numbers_that_are_names(text: str, figures: list[str]) -> None:
    assert [q.text for q in told(text).quantities] == figures


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Dự án cầu Đuống (TMĐT 1.799,93 tỷ): đã xong.", ["đồng"]),
        ("Vốn 12,5 tỷ đồng, đã chi 3,2 tỷ.", ["đồng", "đồng"]),
        ("Kim ngạch 12,5 tỷ USD, tăng 3,2 tỷ so với năm 2030.", ["USD", "USD"]),
        ("Dân số thế giới hơn 8 tỷ.", [None]),
        ("Vốn 12,5 tỷ đồng. Nuôi 1,2 triệu con gà.", ["đồng", "con"]),
    ],
)
def test_amounts_without_the_word_of_money(text: str, units: list[str | None]) -> None:
    assert [q.unit for q in told(text).quantities] == units


def test_a_day_behind_the_population_and_an_issuer_by_its_letters() -> None:
    assert [d.value for d in told("Dân số 01/01/2031 là 2.300 người.").dates] == ["2031-01-01"]
    (c,) = told("Theo Chỉ thị 01/CT-NHNN của NHNN về kiềm chế lạm phát.").citations
    assert c.issuer == "NHNN"
    assert [s.label for s in told("- (i) lập hồ sơ\n- (ii) điều chỉnh kế hoạch\n").sections] == [
        "i",
        "ii",
    ]


def test_small_numerals_behind_bracketed_letters_and_set_as_words() -> None:
    report = told("(i) Đã lắp 12 trạm.\n(ii) Triển khai vệ tinh.\n(iii) Kết nối.\n")
    assert [(s.label, s.depth) for s in report.sections] == [("i", 1), ("ii", 1), ("iii", 1)]
    report = told("(g) Một.\n(h) Hai.\n(i) Ba.\n(k) Bốn.\n")
    assert [(s.label, s.depth) for s in report.sections][2:] == [("i", 1), ("k", 1)]
    report = told("I. Đặc điểm\nIi. mục đích yêu cầu\nIii. nội dung\n")
    assert [s.label for s in report.sections] == ["I", "Ii", "Iii"]
    assert report.findings == ()


def test_what_is_attached_behind_the_signature_goes_on_with_any_article() -> None:
    text = (
        "Điều 1. Ban hành Quy chế.\n\nĐiều 3. Giám đốc các sở thi hành.\n\nNơi nhận:\n"
        "- Như Điều 3;\n"
        "- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn A\n\nĐiều 4. Tiêu chuẩn\n\n"
        "Điều 5. Hồ sơ\n"
    )
    assert [s.label for s in told(text).sections] == ["1", "3", "4", "5"]
    plain = text[: text.index("Điều 4.")]
    assert [s.label for s in told(plain).sections] == ["1", "3"]


def test_misread_words_of_numbers_and_bodies_of_bodies() -> None:
    (c,) = told("Xét Tờ trình sổ 64/TTr-UBND ngày 13 tháng 6 năm 2031;").citations
    assert (c.text, c.type) == ("Tờ trình sổ 64/TTr-UBND ngày 13 tháng 6 năm 2031", "Tờ trình")
    text = "Báo cáo số 28/BC-HĐND của Ban Pháp chế của Hội đồng nhân dân tỉnh."
    assert told(text).citations[0].issuer == "Ban Pháp chế của Hội đồng nhân dân tỉnh"
    text = "Nghị quyết số 33-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XI) về văn hóa."
    assert told(text).citations[0].issuer == "Ban Chấp hành Trung ương Đảng (khóa XI)"
    assert told("Luật doanh nghiệp ngày 26 tháng Í Ï năm 2031;").quantities == ()


def test_least_and_falls_behind_a_colon() -> None:
    (q,) = told("Bố trí vốn đối ứng tối thiểu bằng 10% tổng ngân sách.").quantities
    assert q.bound == "at_least"
    (q,) = told("- Tỷ lệ giảm hộ nghèo: 10,25%\n").quantities
    assert q.direction == "decrease"


def test_labels_of_a_capital_letter_and_a_digit() -> None:
    text = (
        "E. KINH TẾ\n\n3. Đầu tư công\n\nF1. KẾ HOẠCH SẢN XUẤT\n\nA. TRỒNG TRỌT\n\n1. Cây lúa\n\n"
        "B. CHĂN NUÔI\n\nF2. KẾ HOẠCH KHÁC\n\nG. XÃ HỘI\n"
    )
    report = told(text)
    assert [(s.label, s.depth) for s in report.sections] == [
        ("E", 1),
        ("3", 2),
        ("F1", 1),
        ("A", 2),
        ("1", 3),
        ("B", 2),
        ("F2", 1),
        ("G", 1),
    ]
    below = told("F. KẾ HOẠCH\n\nF1. SẢN XUẤT\n\n1. Cây lúa\n\nF2. CHĂN NUÔI\n\nG. XÃ HỘI\n")
    assert [s.depth for s in below.sections] == [1, 2, 3, 2, 1]
