"""Metadata: heads in two columns, tables, or missing; signatures; nothing guessed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from extract.find.structure.metadata import find_metadata
from extract.model import Metadata
from extract.readers.text.reader import read_text
from extract.rules.book import default_rulebook
from extract.rules.engine import Text
from marks import report_of

STATE = """ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LÀO CAI                 Độc lập - Tự do - Hạnh phúc

Số: 77/BC-UBND               Lào Cai, ngày 05 tháng 3 năm 2031

BÁO CÁO
Kết quả làm đường thôn năm 2030

Thực hiện kế hoạch, xã đã làm 5 km đường.

I. KẾT QUẢ

Đã xong./.

Nơi nhận:                    TM. ỦY BAN NHÂN DÂN
- Lưu: VT.                   KT. CHỦ TỊCH
                             PHÓ CHỦ TỊCH

                             Giàng Thị Thử
"""

PARTY = """| **TỈNH ỦY LAI CHÂU** | **ĐẢNG CỘNG SẢN VIỆT NAM** |
|:--:|:--:|
| \\* | *Lai Châu, ngày 8 tháng 12 năm 2030* |
| Số 12-KH/TU | |

# KẾ HOẠCH

**trồng rừng năm 2031**

-----

Ban Thường vụ Tỉnh ủy ban hành kế hoạch như sau:

| ***Nơi nhận:*** | **T/M BAN THƯỜNG VỤ** |
|:---|:--:|
| - Lưu Văn phòng. | **PHÓ BÍ THƯ** |
| | **Lò Văn Thử** |
"""

BARE = """**BÁO CÁO**

**tổng kết việc trồng rừng  
năm 2030**

Ban Thường vụ Tỉnh ủy Yên Bái báo cáo như sau:

**I- KẾT QUẢ**

Trồng được 5 ha.

**T/M BAN THƯỜNG VỤ  
BÍ THƯ**

**Hoàng Văn Thử**
"""


def metadata(text: str) -> Metadata:
    doc = read_text(text, "a.md")
    made = Text.of(doc.view, (b.vs for b in doc.blocks))
    return find_metadata(doc, made, default_rulebook().lexicon)


def test_state_head() -> None:
    assert metadata(STATE) == Metadata(
        type="Báo cáo",
        number="77/BC-UBND",
        issuer="Ủy ban nhân dân tỉnh Lào Cai",
        place="Lào Cai",
        date="2031-03-05",
        subject="Kết quả làm đường thôn năm 2030",
        signer="Giàng Thị Thử",
    )


def test_party_table() -> None:
    assert metadata(PARTY) == Metadata(
        type="Kế hoạch",
        number="12-KH/TU",
        issuer="Tỉnh ủy Lai Châu",
        place="Lai Châu",
        date="2030-12-08",
        subject="trồng rừng năm 2031",
        signer="Lò Văn Thử",
    )


def test_no_head() -> None:
    assert metadata(BARE) == Metadata(
        type="Báo cáo",
        issuer="Tỉnh ủy Yên Bái",
        place="Yên Bái",
        subject="tổng kết việc trồng rừng năm 2030",
        signer="Hoàng Văn Thử",
    )


def test_number_and_date_below_the_title() -> None:
    below = (
        "BÁO CÁO\nKết quả làm đường\n(Số: 41/BC-SXD ngày 5/3/2031 của Sở Xây dựng tỉnh Lào Cai)\n\n"
    )
    found = metadata(below + "I. KẾT QUẢ\n\nĐã xong.\n")
    assert (found.number, found.date) == ("41/BC-SXD", "2031-03-05")
    assert (found.issuer, found.subject) == ("Sở Xây dựng tỉnh Lào Cai", "Kết quả làm đường")
    above = (
        "NGHỊ ĐỊNH\nSỐ 8/2031/NĐ-CP NGÀY 5 THÁNG 3 NĂM 2031 CỦA CHÍNH PHỦ\nVỀ CHỢ\n\nĐiều 1. Chợ.\n"
    )
    found = metadata(above)
    assert (found.number, found.date, found.issuer, found.subject) == (
        "8/2031/NĐ-CP",
        "2031-03-05",
        "Chính phủ",
        "VỀ CHỢ",
    )


def test_a_head_whose_lines_are_cut_anywhere() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n|\nSố:\n77/BC-UBND\n|\n"
        "Lào Cai, ngày\n5 tháng 3 năm 2031\n|\n"
        "BÁO CÁO\nKết quả làm đường\n\nI. KẾT QUẢ\n\nĐã xong.\n"
    )
    found = metadata(head)
    assert (found.number, found.date, found.place) == ("77/BC-UBND", "2031-03-05", "Lào Cai")
    assert found.issuer == "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    "line",
    [
        "Độc lập - Tự do - Hạnh phúc Lào Cai, ngày 05 tháng 3 năm 2031",
        "NAM Độc lập – Tự do – Hạnh phúc Lào Cai, ngày 05 tháng 3 năm 2031",
        "ĐẢNG CỘNG SẢN VIỆT NAM Lào Cai, ngày 05 tháng 3 năm 2031",
    ],
)
def test_the_motto_is_no_part_of_the_place(line: str) -> None:
    head = f"ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSố: 77/BC-UBND\n{line}\n\nBÁO CÁO\nKết quả làm đường\n"
    found = metadata(head)
    assert (found.place, found.date) == ("Lào Cai", "2031-03-05")


def test_a_place_may_be_called_like_a_word_of_the_countrys_name() -> None:
    head = "TỈNH ỦY\nSố 7-BC/TU\nNam Định, ngày 05 tháng 3 năm 2031\n\nBÁO CÁO\nlàm đường\n"
    assert metadata(head).place == "Nam Định"


def test_a_title_is_no_issuer() -> None:
    assert metadata("CÁC CHỈ TIÊU CHỦ YẾU\n\nI. Về kinh tế\n\nThu 5 tỷ đồng.\n").issuer is None


def test_the_number_of_a_page_issues_nothing() -> None:
    assert metadata("P. 4\n\nVề kinh tế: thu 5 tỷ đồng.\n").issuer is None


def test_the_act_that_an_annex_belongs_to_is_not_the_annex() -> None:
    found = metadata(
        "ĐỀ ÁN\nLàm đường\n(Kèm theo Quyết định số 4/QĐ-UBND ngày 5/3/2031 của UBND xã Hum)\n\n"
        "I. MỤC TIÊU\n\nLàm 5 km.\n"
    )
    assert (found.type, found.number, found.date) == ("Đề án", None, None)


def test_a_title_of_one_line() -> None:
    found = metadata(
        "Quyết định số 6/2031/QĐ-UBND ngày 5/3/2031 của UBND tỉnh Lào Cai quy định giá nước\n\n"
        "Điều 1. Giá nước là 9.000 đồng/m3.\n"
    )
    assert found == Metadata(
        type="Quyết định",
        number="6/2031/QĐ-UBND",
        issuer="UBND tỉnh Lào Cai",
        place="Lào Cai",
        date="2031-03-05",
        subject="quy định giá nước",
    )


def test_a_day_not_filled_in_leaves_the_month() -> None:
    head = STATE.replace("ngày 05 tháng 3", "ngày      tháng 3")
    assert (metadata(head).place, metadata(head).date) == ("Lào Cai", "2031-03")


def test_a_signer_of_the_name_luu() -> None:
    assert metadata(STATE.replace("Giàng Thị Thử", "Lưu Thị Thử")).signer == "Lưu Thị Thử"


def test_numbers_of_an_area_stay_capitals() -> None:
    head = "THANH TRA TỈNH\nTHANH TRA KHU VỰC VII\nSố: 4/TB-TTr\n\nTHÔNG BÁO\nKết quả\n\nĐã xong.\n"
    assert (metadata(head).issuer or "").endswith("khu vực VII")


def test_a_rule_under_the_issuer_is_no_part_of_it() -> None:
    found = metadata(
        "CHÍNH PHỦ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 4/2031/NĐ-CP |\n|\n\n"
        "**NGHỊ ĐỊNH**\n\n**Về chợ**\n\nCăn cứ Luật Giá;\n"
    )
    assert (found.issuer, found.number) == ("Chính phủ", "4/2031/NĐ-CP")


def test_a_document_cited_at_the_start_is_not_this_one() -> None:
    assert metadata("Nghị quyết số 18-NQ/TW ngày 25/10/2017 đã rõ.\n\nI. KẾT QUẢ\n").number is None


def test_cells_between_lone_bars() -> None:
    text = (
        "|\n**SỞ NỘI VỤ\n**\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\n|\n|\n"
        "Số: 4/TTr-SNV\n|\n*Hà Nội, ngày 2\ntháng 1 năm 2031*\n|\n\n**TỜ TRÌNH**\n\n"
        "Về việc tuyển dụng\n\n1. Đề nghị.\n"
    )
    found = metadata(text)
    assert (found.type, found.number, found.place, found.date) == (
        "Tờ trình",
        "4/TTr-SNV",
        "Hà Nội",
        "2031-01-02",
    )
    assert found.issuer == "Sở nội vụ" or found.issuer == "Sở Nội vụ"


@pytest.mark.parametrize(
    "text",
    [
        "BÁO CÁO\nVề việc thử\n\nCông văn …, ngày …/…/…; Tỉnh uỷ … báo cáo như sau:\n\nI. THU\n",
        "Số:     /BC-UBND        Huế, ngày     tháng     năm 2031\n\nBÁO CÁO\nVề việc thử\n",
    ],
)
def test_placeholders_are_not_filled(text: str) -> None:
    found = metadata(text)
    assert (found.type, found.number, found.issuer, found.date, found.signer) == (
        "Báo cáo",
        None,
        None,
        None,
        None,
    )


def test_impossible_date_is_none() -> None:
    found = metadata(STATE.replace("ngày 05 tháng 3", "ngày 31 tháng 4"))
    assert (found.place, found.date) == ("Lào Cai", None)


def test_title_in_one_line() -> None:
    found = metadata(
        "Nghị quyết về dự toán thử năm 2031\nHội đồng nhân dân tỉnh lào cai khóa v\nCăn cứ Luật;\n"
    )
    assert (found.type, found.subject) == ("Nghị quyết", "về dự toán thử năm 2031")
    assert found.issuer == "Hội đồng nhân dân tỉnh Lào Cai"


def test_provinces() -> None:
    assert len(default_rulebook().lexicon["tinh_thanh"]) == 64  # 63 before 2025, and Huế


COMMITTEE = """ĐẢNG BỘ TỈNH LÀO CAI
ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH
*
Số 31-BC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM

Lào Cai, ngày 05 tháng 8 năm 2031

BÁO CÁO
thử nghiệm

T/M ĐẢNG ỦY
PHÓ BÍ THƯ

Giàng Thị Thử
"""
LETTER = """UBND TỈNH LAI CHÂU
SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
Số: 214/SNNMT-KHTC
V/v báo cáo tiến độ trồng rừng
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lai Châu, ngày 3/10/2031

Kính gửi: Ủy ban nhân dân tỉnh.

Sở đã trồng 5 ha rừng.

TRƯỞNG PHÒNG

Lò Văn Thử
"""


def test_a_party_committee_of_a_state_body() -> None:
    assert metadata(COMMITTEE).issuer == "Đảng ủy Ủy ban nhân dân tỉnh"


def test_a_letter_has_its_subject_beside_its_number() -> None:
    m = metadata(LETTER)
    assert (m.type, m.subject) == ("Công văn", "báo cáo tiến độ trồng rừng")
    assert (m.issuer, m.date) == ("Sở Nông nghiệp và Môi trường", "2031-10-03")
    assert m.signer == "Lò Văn Thử"


def test_a_signature_without_recipients() -> None:
    text = "BAN CHỈ ĐẠO 35\nSố 45-KH/BCĐ35\n\nKẾ HOẠCH\nthử nghiệm\n\nCHỦ TỊCH\n\nĐỗ Văn Thử\n"
    m = metadata(text)
    assert (m.issuer, m.signer) == ("Ban Chỉ đạo 35", "Đỗ Văn Thử")


MENU = "Trang chủ\nGiới thiệu\nVăn bản\nThông báo\nLiên hệ\n\n"


def test_menus_of_a_site_above_the_head() -> None:
    for text in (STATE, PARTY):
        assert metadata(MENU + text) == metadata(text)


def test_a_head_without_the_name_of_the_country_below_menus() -> None:
    text = "SỞ Y TẾ\nSố: 9/BC-SYT\n\nBÁO CÁO\nKết quả tiêm chủng\n\n1. Đã tiêm 40 trẻ.\n"
    found = metadata(MENU + text)
    assert (found.type, found.subject) == ("Báo cáo", "Kết quả tiêm chủng")
    small = metadata("Báo cáo\nKết quả tiêm chủng\n\n1. Đã tiêm 40 trẻ.\n")
    assert (small.type, small.subject) == ("Báo cáo", "Kết quả tiêm chủng")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", " \u200b"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("ngày 05 tháng", "ngày&nbsp;05&nbsp;tháng"),
        lambda text: text.replace("77/BC-UBND", "77/BC–UBND"),
        lambda text: text.replace("77/BC-UBND", "<a href='x'>77/BC-UBND</a>"),
    ],
)
def test_a_head_in_odd_characters(change: Callable[[str], str]) -> None:
    assert metadata(change(STATE)) == metadata(STATE)


def test_a_name_cut_at_its_dash() -> None:
    head = (
        "UBND TỈNH GIA LAI\nSỞ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI\n\n{}Số: 5/BC-SLĐTBXH\n\nBÁO CÁO\n"
    )
    assert metadata(head.format("")).issuer == "Sở Lao động - Thương binh và Xã hội"
    ruled = "TỈNH ỦY GIA LAI\n-\nBAN DÂN VẬN\n\nSố: 5-BC/BDVTU\n\nBÁO CÁO\nKết quả\n"
    assert metadata(ruled).issuer == "Ban Dân vận Tỉnh ủy Gia Lai"


def test_a_name_that_goes_on_with_and() -> None:
    head = "BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG\nSố: 5/BC-BNNMT\n\nBÁO CÁO\nKết quả\n"
    assert metadata(head).issuer == "Bộ Nông nghiệp và Môi trường"


def test_a_type_and_its_body_on_one_line() -> None:
    head = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG          ĐẢNG CỘNG SẢN VIỆT NAM\n          *                  "
        "Hà Nội, ngày 28 tháng 02 năm 2031\n   Số 7-KL/TW\n\nKẾT LUẬN\nCỦA BỘ CHÍNH TRỊ, BAN BÍ "
        "THƯ\nvề sắp xếp tổ chức bộ máy\n\nTại phiên họp, Bộ Chính trị có ý kiến như sau:\n"
    )
    m = metadata(head)
    assert (m.type, m.number, m.place, m.date) == ("Kết luận", "7-KL/TW", "Hà Nội", "2031-02-28")
    assert m.subject == "về sắp xếp tổ chức bộ máy"
    other = head.replace("CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ", "CỦA CÁC HỘI VIÊN TRONG NĂM")
    assert metadata(other).subject == "CỦA CÁC HỘI VIÊN TRONG NĂM"


def test_the_country_on_two_lines_is_no_issuer() -> None:
    head = (
        "BAN CHẤP HÀNH\nTRUNG ƯƠNG\nBAN TỔ CHỨC\n|\nĐẢNG CỘNG SẢN\nVIỆT NAM\n|\nSố: 16 "
        "-\nHD/BTCTW\n"
        "|\nHà Nội, ngày\n24 tháng 9 năm 2031\n|\nHƯỚNG DẪN\nKIỂM ĐIỂM\n\nI. MỤC ĐÍCH\nNội dung.\n"
    )
    assert metadata(head).issuer == "Ban Tổ chức Trung ương"


def test_the_area_told_where_the_committee_reports() -> None:
    head = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/KH-UBND |\n\n"
    told = metadata(head + "UBND tỉnh Gia Lai ban hành Kế hoạch điều tra như sau:\n\n1. Mục đích\n")
    assert told.issuer == "Ủy ban nhân dân tỉnh Gia Lai"
    other = metadata(head + "HĐND tỉnh Gia Lai ban hành Nghị quyết như sau:\n\n1. Mục đích\n")
    assert other.issuer == "Ủy ban nhân dân"


def test_a_subject_goes_on_behind_a_semicolon() -> None:
    head = "UBND XÃ YÊN HOA\nSố: 5/BC-UBND\n\nBÁO CÁO\n\nKết quả công tác 6 tháng đầu năm;\n\n"
    assert metadata(head + "Nhiệm vụ 6 tháng cuối năm 2031\n\n1. Thu\n").subject == (
        "Kết quả công tác 6 tháng đầu năm; Nhiệm vụ 6 tháng cuối năm 2031"
    )
    assert metadata(head + "Năm 2031 xã thu 5 tỷ đồng.\n\n1. Thu\n").subject == (
        "Kết quả công tác 6 tháng đầu năm;"
    )


def test_a_session_is_no_part_of_the_subject() -> None:
    text = "NGHỊ QUYẾT\n\nVỀ DỰ TOÁN\n\nKHÓA XII, KỲ HỌP THỨ BA\n\nCăn cứ Luật A;\n"
    assert metadata(text).subject == "VỀ DỰ TOÁN"


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("PHÒNG TÀI CHÍNH - KẾ\nHOẠCH", "Phòng Tài chính - Kế hoạch"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("PHÒNG KINH TẾ - HẠ\nTẦNG", "Phòng Kinh tế - Hạ tầng"),
        ("BAN QUẢN LÝ KHU KINH TẾ MỞ ĐÔNG\nHÀ", "Ban Quản lý Khu kinh tế mở Đông Hà"),
        ("PHÒNG NỘI\nVỤ", "Phòng Nội vụ"),
        ("SỞ NỘI VỤ\nPHÒNG TỔ CHỨC", "Phòng Tổ chức"),
        ("SỞ Y TẾ\nKHO DƯỢC TỈNH", "Kho Dược tỉnh"),
    ],
)
def test_the_issuer_over_two_lines_of_a_narrow_column(lines: str, issuer: str) -> None:
    text = (
        f"UBND HUYỆN PHÚ HÒA\n{lines}\nSố: 12/BC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nBÁO CÁO\nKết quả công tác năm 2024\n\n"
        "Ban Quản lý Khu kinh tế mở Đông Hà và Kho Dược tỉnh báo cáo kết quả như sau: 12 việc đã "
        "xong.\n"
    )
    assert metadata(text).issuer == issuer


ENDED = (
    "UBND HUYỆN PHÚ HÒA\n\nBÁO CÁO\nKết quả năm 2024\n\nTrong năm đã sửa 12 km đường./.\n\n"
    "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nTRƯỞNG PHÒNG\n\nMa Văn Khánh\n\n"
)


@pytest.mark.parametrize(
    "annex",
    [
        "PHỤ LỤC I\nKết quả theo xã\n\n| TT | Đơn vị | Năm 2023 | Năm 2024 |\n|---|---|---|---|\n"
        "| 1 | Xã Đội Bình | 12 | 14 |\n| 2 | Minh Hương | 8 | 9 |\n",
        "Danh sách hộ được hỗ trợ\n\n1. Nguyễn Văn Bình\n\nTrần Thị Hoa\n",
        "(Kèm theo Báo cáo số 12/BC-TCKH)\n\nXã Đội Bình\n\nHoàng Văn Thái\n",
        "| TT | Đơn vị | Năm 2023 | Năm 2024 |\n|---|---|---|---|\n| 1 | Minh Hương | 12 | 14 |\n",
    ],
)
def test_names_in_what_is_attached_sign_nothing(annex: str) -> None:
    assert metadata(ENDED + annex).signer == "Ma Văn Khánh"


@pytest.mark.parametrize(
    ("title", "kind", "subject"),
    [
        (
            "KẾ HOẠCH thực hiện Nghị quyết số 27-NQ/TW",
            "Kế hoạch",
            "thực hiện Nghị quyết số 27-NQ/TW",
        ),
        ("BÁO CÁO Kết quả công tác năm 2024", "Báo cáo", "Kết quả công tác năm 2024"),
        ("BÁO CÁO TÀI CHÍNH NĂM 2024", None, None),
        ("BÁO CÁO này gồm 3 phần:", None, None),
    ],
)
def test_a_title_in_capitals_that_runs_on(
    title: str, kind: str | None, subject: str | None
) -> None:
    text = (
        "ĐẢNG BỘ TỈNH HÀ NAM\n\nHUYỆN ỦY BÌNH LỤC\n\n*\n\nSố 215-KH/HU\n\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\n\nBình Lục, ngày 20 tháng 02 năm 2024\n\n"
        f"{title}\n\nI- MỤC ĐÍCH\n\nQuán triệt 12 nội dung.\n"
    )
    found = metadata(text)
    if subject is not None:
        assert found.type == kind
    assert found.subject == subject


@pytest.mark.parametrize(
    "line", ["Về: báo cáo tiến độ", "V/v\n: báo cáo tiến độ", "V/v: báo cáo tiến độ"]
)
def test_a_letter_tells_its_subject_in_other_ways(line: str) -> None:
    m = metadata(LETTER.replace("V/v báo cáo tiến độ trồng rừng", line))
    assert (m.type, m.subject) == ("Công văn", "báo cáo tiến độ")


def test_a_letter_without_a_subject_is_known_by_whom_it_is_sent_to() -> None:
    m = metadata(LETTER.replace("V/v báo cáo tiến độ trồng rừng\n", ""))
    assert (m.type, m.subject) == ("Công văn", None)
    report = STATE.replace(
        "Thực hiện kế hoạch", "Kính gửi: Ủy ban nhân dân tỉnh\n\nThực hiện kế hoạch"
    )
    assert metadata(report).type == "Báo cáo"


def test_the_republic_before_1976_issues_nothing() -> None:
    head = (
        "HỘI ĐỒNG CHÍNH PHỦ\n******\n\nVIỆT NAM DÂN CHỦ CỘNG HÒA\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 64-CP\n\nHà Nội, ngày 12 tháng 5 năm 1963\n\nNGHỊ ĐỊNH\n\nQUY ĐỊNH VỀ ĐO LƯỜNG\n\n"
        "Căn cứ luật tổ chức,\n"
    )
    assert metadata(head).issuer == "Hội đồng Chính phủ"


@pytest.mark.parametrize(
    ("left", "place", "issuer"),
    [
        (("UBND HUYỆN AN KHÊ", "TRƯỜNG THCS LÊ QUÝ", "ĐÔN"), "An Khê", "Trường THCS Lê Quý Đôn"),
        (("PHÒNG GD&ĐT AN KHÊ", "TRƯỜNG TH HÒA AN"), "An Khê", "Trường TH Hòa An"),
        (("UBND HUYỆN AN KHÊ", "BAN CHỈ ĐẠO PCGD, XMC"), "An Khê", "Ban Chỉ đạo PCGD, XMC"),
        (("ỦY BAN NHÂN DÂN", "HUYỆN MƯỜNG", "LA"), "Mường La", "Ủy ban nhân dân huyện Mường La"),
        (("ỦY BAN NHÂN DÂN", "XÃ TÂN", "PHÚ TRUNG"), "Tân Phú Trung",
         "Ủy ban nhân dân xã Tân Phú Trung"),
        (("ỦY BAN NHÂN DÂN", "HUYỆN AN KHÊ", "PHÒNG NỘI VỤ"), "An Khê", "Phòng Nội vụ"),
        (("UBND XÃ AN KHÊ", "CÔNG AN"), "An Khê", "Công an"),
    ],
)  # fmt: skip
def test_a_name_that_a_narrow_column_cuts(left: tuple[str, ...], place: str, issuer: str) -> None:
    head = "\n\n".join((*left, "Số: 87/BC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    text = (
        f"{head}\n\n{place}, ngày 05 tháng 3 năm 2031\n\nBÁO CÁO\n\nKết quả làm đường\n\nI. KẾT QUẢ"
    )
    assert metadata(text).issuer == issuer


def test_the_line_that_opens_the_articles_is_no_issuer() -> None:
    assert report_of("QUYẾT NGHỊ:\nĐiều 1. Giao 12 biên chế.\n").metadata.issuer is None


def test_a_letter_on_one_line_above_whom_it_is_sent_to() -> None:
    made = report_of(
        "Công văn số: 412/SYT-NVY, ngày 03 tháng 4 năm 2031 V/v hướng dẫn phòng bệnh dại\n\n"
        "Kính gửi:\n\n- Trung tâm y tế;\n\n- Các bệnh viện.\n\nSở Y tế hướng dẫn như sau:\n"
    )
    head = made.metadata
    assert (head.type, head.number, head.date) == ("Công văn", "412/SYT-NVY", "2031-04-03")
    assert head.subject == "hướng dẫn phòng bệnh dại"
    assert not made.citations


@pytest.mark.parametrize("mark", ["'", "’"])
def test_names_of_places_with_an_apostrophe(mark: str) -> None:
    head = report_of(
        f"ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"XÃ IA K{mark}RAI | Độc lập - Tự do - Hạnh phúc\n"
        f"Số: 31/BC-UBND | Ia K{mark}rai, ngày 07 tháng 3 năm 2031\n\nBÁO CÁO\nTrồng cà phê\n"
    ).metadata
    assert (head.place, head.date) == (f"Ia K{mark}rai", "2031-03-07")
    assert head.issuer == f"Ủy ban nhân dân xã Ia K{mark}rai"


def test_the_heads_of_columns_are_no_issuer() -> None:
    text = "Kết quả\nTTHC % TTHC %\nSố hồ sơ mức 3 2.643 100% 736 27,8%\n"
    assert report_of(text).metadata.issuer is None


def test_the_first_article_is_no_subject() -> None:
    head = report_of(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n|\nSố: 47/2031/QĐ-UBND\n|\nSơn La, ngày 16\n"
        "tháng 8 năm 2031\n|\nCăn cứ Luật Đất đai ngày\n18/01/2024;\nQUYẾT ĐỊNH:\n"
        "Điều\n1. Phê duyệt đề án trồng\nrừng của tỉnh.\nĐiều 2. Giao các sở.\n"
    ).metadata
    assert (head.type, head.subject) == ("Quyết định", None)


def test_the_subject_of_a_letter_goes_on_in_the_next_lines() -> None:
    head = report_of(
        "SỞ NỘI VỤ\n-------\n|\nSố: 308/SNV-TC\nV/v báo cáo công tác tuyển\ndụng, đào tạo "
        "cán bộ\n|\nSơn La, ngày 20\ntháng 02 năm 2031\n|\nKính gửi: Các huyện\nĐề nghị báo cáo.\n"
    ).metadata
    assert (head.type, head.subject) == ("Công văn", "báo cáo công tác tuyển dụng, đào tạo cán bộ")


SCANNED = """---
title: "Doc 2031 01 01 NQ 86"
category: "Tax"
---

QUOC HOI CONG HÒA XÃ HOI CHỦ NGHĨA VIET NAM
Nghị quyết số: 86/2031/QHI6 Độc lập - Tự do - Hạnh phúc

NGHỊ QUYÉT
Về thu chi năm 2032

QUÓC HỘI

Căn cứ Luật Đất đai năm 2024;

QUYÉT NGHỊ:

Điều 1. Giao 12 việc.

Nghị quyết này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam
khóa XVI, kỳ họp thứ 8 thông qua ngày 12 tháng 11 năm 2031.
"""


def test_a_scanned_head_with_misread_marks_below_front_matter() -> None:
    made = report_of(SCANNED)
    head = made.metadata
    assert (head.type, head.number, head.issuer) == ("Nghị quyết", "86/2031/QH16", "Quốc hội")
    assert (head.date, head.subject) == ("2031-11-12", "Về thu chi năm 2032")
    assert [q.text for q in made.quantities] == ["12"]
    assert [c.text for c in made.citations] == ["Luật Đất đai năm 2024"]


MISREAD = """BAN CHAP HANH TRUNG UONG DANG CONG SAN VIET NAM
Số 91-KL/TW Hà Nội, ngày 05 tháng 6 năm 2031

KÉT LUẬN
CỦA BAN BÍ THƯ
về việc rà soát các chợ

I- TÌNH HÌNH
Có 12 chợ.

II- NHIỆM VU
Rà soát 12 chợ.

HI- TO CHỨC THỰC HIỆN
Các tỉnh ủy thực hiện.

Nơi nhân: „/M BAN BÍ THƯ
- Các tỉnh ủy,
- Lưu Văn phòng.

Trần Văn Bình
"""


def test_a_partys_document_that_ocr_misread() -> None:
    made = report_of(MISREAD)
    head = made.metadata
    assert (head.type, head.number, head.issuer) == (
        "Kết luận",
        "91-KL/TW",
        "Ban Chấp hành Trung ương",
    )
    assert head.signer == "Trần Văn Bình"
    assert [(s.depth, s.label) for s in made.sections] == [(1, "I"), (1, "II"), (1, "HI")]


def test_what_is_left_of_a_link_before_the_number() -> None:
    text = 'BỘ NỘI VỤ\n\nSố: 21/2030/NĐ-CP">07/2031/TT-BNV\n\nHà Nội, ngày 26 tháng 7 năm 2031\n'
    assert report_of(text).metadata.number == "07/2031/TT-BNV"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("HỘI ĐNG NHÂN DÂN\nTỈNH HÒA AN", "Hội đồng nhân dân tỉnh Hòa An"),
        ("Y BAN NHÂN DÂN\nTỈNH HÒA AN", "Ủy ban nhân dân tỉnh Hòa An"),
        ("ỦY BAN NHÂN DÂN\nHUYỆN HỒNG DÂN", "Ủy ban nhân dân huyện Hồng Dân"),  # no HƯỚNG DẪN
    ],
)
def test_names_of_heads_that_have_lost_a_letter(head: str, issuer: str) -> None:
    text = (
        f"{head}\n-------\nSố: 34/NQ-HĐND\n\nHòa An, ngày 14 tháng 12 năm 2031\n\nNGHỊ QUYT\n\n"
        "Về chợ\n"
    )
    made = report_of(text).metadata
    assert (made.issuer, made.type, made.subject) == (issuer, "Nghị quyết", "Về chợ")


def test_the_issuer_of_a_head_in_one_line() -> None:
    text = (
        "HỘI ĐỒNG NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM TỈNH HẢI DƯƠNG Độc lập Tự do Hạnh "
        "phúc Số: 22/2031/NQHĐND Hải Dương, ngày 07 tháng 12 năm 2031 NGHỊ QUYẾT VỀ CÁC CHỢ HỘI "
        "ĐỒNG NHÂN DÂN TỈNH HẢI DƯƠNG KHÓA XIII KỲ HỌP THỨ 15 Căn cứ Luật Giá năm 2023;\n"
    )
    made = report_of(text).metadata
    assert (made.number, made.issuer) == ("22/2031/NQ-HĐND", "Hội đồng nhân dân tỉnh Hải Dương")
