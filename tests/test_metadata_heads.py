"""Metadata of older heads: issuer, number and day told again under the type, joint issuers."""

from __future__ import annotations

import pytest

from extract.model import Metadata
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
RECITAL = "\n\nCăn cứ Luật tổ chức ngày 12 tháng 5 năm 1993;\n\nĐiều 1. Giao đất.\n"


def metadata(text: str) -> Metadata:
    """The metadata of a text."""
    return analyse(read_text(text, "van-ban.txt")).metadata


@pytest.mark.parametrize(
    ("title", "number", "issuer", "date"),
    [
        (
            "QUYẾT ĐỊNH\n\nCỦA BỘ THỦY LỢI SỐ 64/QĐ-BTL NGÀY 05 THÁNG 6 NĂM 1995 VỀ THU PHÍ",
            "64/QĐ-BTL",
            "Bộ Thủy lợi",
            "1995-06-05",
        ),
        (
            "QUYẾT ĐỊNH\n\nCỦA BỘ THỦY LỢI\nSỐ 64/QĐ-BTL NGÀY 5-6-1995\nVỀ THU PHÍ",
            "64/QĐ-BTL",
            "Bộ Thủy lợi",
            "1995-06-05",
        ),
        (
            "NGHỊ ĐỊNH\n\nSỐ 64/CP NGÀY 5/6/1995 CỦA CHÍNH PHỦ VỀ THU PHÍ\n\nCHÍNH PHỦ",
            "64/CP",
            "Chính phủ",
            "1995-06-05",
        ),
        (
            "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 64/1999/NĐ-CP NGÀY 5/6/1999\nVỀ THU PHÍ",
            "64/1999/NĐ-CP",
            "Chính phủ",
            "1999-06-05",
        ),
        ("CHỈ THỊ\n\nCỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VỀ THU PHÍ", None, None, None),
    ],
)
def test_issuer_number_and_day_told_again_under_the_type_are_no_subject(
    title: str, number: str | None, issuer: str | None, date: str | None
) -> None:
    m = metadata(title + RECITAL)
    assert (m.subject, m.number, m.date) == ("VỀ THU PHÍ", number, date)
    assert issuer is None or m.issuer == issuer


@pytest.mark.parametrize(
    "subject",
    [
        "Số liệu thu phí ngày 5/6/2031 của các bến phà",
        "CỦA NÔNG DÂN VỀ THỦY LỢI PHÍ",
        "KIỂM TOÁN NỘI BỘ NĂM 2031",
        "VỀ QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN TỈNH",
        "Sơ kết Nghị quyết số 64/NQ-HĐND ngày 5/6/2031 của Hội đồng nhân dân tỉnh",
    ],
)
def test_subjects_that_look_like_a_head_told_again_stay_whole(subject: str) -> None:
    assert metadata(f"BÁO CÁO\n\n{subject}{RECITAL}").subject == subject


def test_the_type_may_have_a_remark_or_the_council_beside_it() -> None:
    m = metadata(
        f"BỘ CHÍNH TRỊ\n\nSố: 64-QĐ/TW\n\nQUY ĐỊNH (SỬA ĐỔI)\n\nVỀ QUẢN LÝ BẾN PHÀ{RECITAL}"
    )
    assert (m.type, m.issuer, m.subject) == ("Quy định", "Bộ Chính trị", "VỀ QUẢN LÝ BẾN PHÀ")
    m = metadata(f"NGHỊ QUYẾT HĐND TỈNH GIA LAI\n\nVề quyết toán ngân sách{RECITAL}")
    assert (m.type, m.subject) == ("Nghị quyết", "Về quyết toán ngân sách")


def test_a_subject_of_many_lines_is_read_whole_and_ends_before_who_issues_it() -> None:
    lines = "QUY ĐỊNH CHI TIẾT NGHỊ ĐỊNH SỐ 64/2016/NĐ-CP\nNGÀY 05 THÁNG 6 NĂM 2016 CỦA CHÍNH PHỦ"
    for more in ("VỀ BẾN PHÀ", "VÀ ĐƯỜNG DẪN", "VÀ KÈ ĐÁ", "VÀ ĐÈN BÁO", "TẠI CÁC TỈNH"):
        lines += f"\n{more}"
    m = metadata(f"THÔNG TƯ\n{lines}{RECITAL}")
    assert m.subject == lines.replace("\n", " ")
    body = "QUYẾT ĐỊNH\nVỀ ĐỀ CƯƠNG QUY HOẠCH PHÁT TRIỂN NGÀNH ĐƯỜNG THỦY TRÊN ĐỊA BÀN TỈNH\n"
    m = metadata(f"{body}ỦY BAN NHÂN DÂN TỈNH GIA LAI\n{RECITAL.strip()}")
    assert m.subject is not None
    assert m.subject.endswith("ĐỊA BÀN TỈNH")


@pytest.mark.parametrize(
    ("head", "kind", "issuer"),
    [
        ("BỘ TÀI CHÍNH\nBỘ THỦY LỢI", "THÔNG TƯ LIÊN TỊCH", "Bộ Tài chính - Bộ Thủy lợi"),
        (
            "UBND TỈNH GIA LAI\nSỞ TÀI CHÍNH - SỞ THỦY LỢI",
            "HƯỚNG DẪN LIÊN NGÀNH",
            "Sở Tài chính - Sở Thủy lợi",
        ),
        ("UBND TỈNH GIA LAI\nSỞ TÀI CHÍNH", "HƯỚNG DẪN", "Sở Tài chính"),
        ("NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM", "THÔNG TƯ", "Ngân hàng Nhà nước Việt Nam"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC", "HƯỚNG DẪN", "Ban Tổ chức Trung ương"),
        (
            "THƯỜNG TRỰC\nHĐND - UBND TỈNH GIA LAI",
            "QUY CHẾ",
            "Thường trực HĐND - UBND tỉnh Gia Lai",
        ),
    ],
)
def test_issuers_over_lines_and_joint_ones(head: str, kind: str, issuer: str) -> None:
    text = f"{head}\n-----\n{COUNTRY}Số: 64/QC-TT.HĐND-UBND\n\n{kind}\n\nVề thu phí{RECITAL}"
    m = metadata(text)
    assert (m.issuer, m.number) == (issuer, "64/QC-TT.HĐND-UBND")


def test_a_place_cut_behind_its_abbreviated_level() -> None:
    head = (
        f"UBND TỈNH GIA LAI\n\n{COUNTRY}Số: 64/QĐ-UB\n\nTP Hồ Chí\nMinh, ngày 5 tháng 6 năm 2002\n"
    )
    assert metadata(f"{head}\nQUYẾT ĐỊNH\nVỀ THU PHÍ{RECITAL}").place == "TP Hồ Chí Minh"


def test_a_signer_told_by_name_alone() -> None:
    assert metadata(f"QUYẾT ĐỊNH\n\nVỀ THU PHÍ{RECITAL}\n\nĐỗ Thử\n\n(Đã ký)\n").signer == "Đỗ Thử"
    assert metadata(f"QUYẾT ĐỊNH\n\nVỀ THU PHÍ{RECITAL}\n\nĐỗ Thử\n").signer is None


def test_heads_as_legal_portals_set_them() -> None:
    line = f"BỘ THỦY LỢI ****** {COUNTRY.strip()} ******** Số: 64/2005/TT-BTL Hà Nội".replace(
        "\n", " "
    )
    m = metadata(f"{line}, ngày 5 tháng 6 năm 2005\n\nTHÔNG TƯ\n\nVỀ THU PHÍ{RECITAL}")
    assert (m.number, m.issuer) == ("64/2005/TT-BTL", "Bộ Thủy lợi")
    m = metadata(f"TÓM TẮT VĂN BẢN\n\nCHÍNH PHỦ Số: 64-CP |\n\nNGHỊ ĐỊNH\n\nVỀ THU PHÍ{RECITAL}")
    assert m.issuer == "Chính phủ"
    m = metadata(f"SỞ THỦY LỢI\n\nSố: /TTr-STL\n\nDỰ THẢO\n\nTỜ TRÌNH\n\nVề thu phí{RECITAL}")
    assert m.issuer == "Sở Thủy lợi"


def test_the_committee_with_its_area_stands_above_the_recitals_before_the_type() -> None:
    head = "ỦY BAN NHÂN DÂN\n\nSố: 64/QĐ-UBND\n\nVỀ VIỆC THU PHÍ\n\nCHỦ TỊCH "
    text = f"{head}ỦY BAN NHÂN DÂN TỈNH GIA LAI\n\nCăn cứ Luật A ngày 5/6/2013;\n\nQUYẾT ĐỊNH:\n"
    assert metadata(text).issuer == "Ủy ban nhân dân tỉnh Gia Lai"


def test_a_subject_ends_before_the_label_of_a_section() -> None:
    text = f"HƯỚNG DẪN\n\nVỀ THU PHÍ QUA PHÀ\n\nA -MỤC ĐÍCH, YÊU CẦU\n\n- Đúng luật.{RECITAL}"
    assert metadata(text).subject == "VỀ THU PHÍ QUA PHÀ"


def test_a_committee_and_the_front_issue_a_regulation_together() -> None:
    head = "ỦY BAN NHÂN DÂN\nỦY BAN MTTQ VIỆT NAM\nTỈNH GIA LAI\n-----\n" + COUNTRY
    text = f"{head}Số: 64/QCPH/UBND-UBMTTQ\n\nQUY CHẾ\nPHỐI HỢP GIAI ĐOẠN\n2031 - 2036{RECITAL}"
    m = metadata(text)
    assert m.issuer == "Ủy ban nhân dân - Ủy ban MTTQ Việt Nam tỉnh Gia Lai"
    assert m.subject == "PHỐI HỢP GIAI ĐOẠN 2031 - 2036"
    text = text.replace("64/QCPH/UBND-UBMTTQ", "64/KH-MTTQ-BTT")
    assert metadata(text).issuer == "Ủy ban MTTQ Việt Nam tỉnh Gia Lai"


def test_the_number_behind_the_type_in_the_head_of_a_law() -> None:
    head = f"QUỐC HỘI\n-----\n{COUNTRY}"
    m = metadata(f"{head}Luật số: 64/2031/QH16\n\nLUẬT\nBẾN PHÀ{RECITAL}")
    assert (m.type, m.number, m.issuer) == ("Luật", "64/2031/QH16", "Quốc hội")
    m = metadata(f"{head}Nghị quyết số: 64/2031/QH16\n\nNGHỊ QUYẾT\nVỀ BẾN PHÀ{RECITAL}")
    assert m.number == "64/2031/QH16"
    m = metadata(f"{head}Nghị quyết số 64/2031/UBTVQH16\n\nNGHỊ QUYẾT\nVỀ BẾN PHÀ{RECITAL}")
    assert m.number == "64/2031/UBTVQH16"
    m = metadata(f"{head}thực hiện Nghị quyết số: 64/2031/QH16\n\nKẾ HOẠCH\nVỀ BẾN PHÀ{RECITAL}")
    assert m.number is None


def test_a_day_told_in_a_text_without_a_head() -> None:
    m = metadata("Trước đó, ngày 8/8/2031 xã đã báo cáo.\n\nGần đây, ngày 9/8/2031 có mưa.\n")
    assert (m.place, m.date) == (None, None)
    assert metadata("Cử tri Bến Tre cho biết, ngày 8/8/2031 có mưa to.\n").place is None
    assert metadata("Bến Tre, ngày 8/8/2031\n\nKẾ HOẠCH\nThu phí\n").place == "Bến Tre"


def test_the_province_of_a_body_that_tells_what_it_does_itself() -> None:
    head = f"ỦY BAN NHÂN DÂN\n{COUNTRY}Số: 64/KH-UBND\nGia Lai, ngày 5 tháng 6 năm 2031\nKẾ HOẠCH\n"
    text = f"{head}Trồng rừng\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. MỤC TIÊU\n"
    assert metadata(text).issuer == "Ủy ban nhân dân tỉnh Gia Lai"
    text = text.replace("Ủy ban nhân dân tỉnh ban", "Theo quy chế do Ủy ban nhân dân tỉnh ban")
    assert metadata(text).issuer == "Ủy ban nhân dân"


def test_a_subject_whose_type_was_lost() -> None:
    head = f"HỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI\n{COUNTRY}Số: 64/NQ-HĐND\n"
    tail = "HỘI ĐỒNG NHÂN DÂN TỈNH GIA LAI\nKHÓA XIX, KỲ HỌP THỨ 4"
    m = metadata(f"{head}VỀ DỰ TOÁN NĂM 2031\n{tail}{RECITAL}")
    assert (m.type, m.subject) == ("Nghị quyết", "VỀ DỰ TOÁN NĂM 2031")
    plan = head.replace("NQ-HĐND", "KH-UBND")
    m = metadata(f"{plan}THỰC HIỆN NGHỊ QUYẾT SỐ 7/NQ-CP NGÀY 01/8/2031{RECITAL}")
    assert (m.type, m.subject) == ("Kế hoạch", "THỰC HIỆN NGHỊ QUYẾT SỐ 7/NQ-CP NGÀY 01/8/2031")
    assert metadata(f"{head}{tail}{RECITAL}").subject is None


@pytest.mark.parametrize(
    "title",
    [
        "Luật số: 64/2031/QH16\n\nLUẬT\nBẾN PHÀ",
        "NGHỊ ĐỊNH SỐ 64/2031/NĐ-CP NGÀY 5/6/2031 CỦA CHÍNH PHỦ\nVỀ BẾN PHÀ",
        "QUYẾT ĐỊNH\n\nCỦA BỘ THỦY LỢI SỐ 64/QĐ-BTL NGÀY 05 THÁNG 6 NĂM 2031 VỀ BẾN PHÀ",
    ],
)
def test_the_number_in_a_head_cites_nothing(title: str) -> None:
    report = analyse(read_text(f"{COUNTRY}{title}{RECITAL}", "van-ban.txt"))
    assert [c.text for c in report.citations] == ["Luật tổ chức ngày 12 tháng 5 năm 1993"]
    assert report.quantities == ()


def test_another_number_in_a_head_is_cited() -> None:
    text = f"{COUNTRY}Số: 12/KH-UBND\n\nKẾ HOẠCH\nTHỰC HIỆN NGHỊ QUYẾT SỐ 64/2031/QH16{RECITAL}"
    report = analyse(read_text(text, "van-ban.txt"))
    assert [c.number for c in report.citations] == ["64/2031/QH16", None]


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("UBND TỈNH GIA LAI SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Sở Nội vụ"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG BAN TỔ CHỨC", "Ban Tổ chức Trung ương"),
        ("TỈNH ỦY GIA LAI ỦY BAN KIỂM TRA", "Ủy ban kiểm tra Tỉnh ủy Gia Lai"),
        ("UBND THÀNH PHỐ HẢI PHÒNG", "UBND thành phố Hải Phòng"),
        ("UBND PHƯỜNG YÊN SỞ", "UBND phường Yên Sở"),
        ("BCH TỈNH GIA LAI", "BCH tỉnh Gia Lai"),
    ],
)
def test_two_bodies_on_one_line_of_a_head(head: str, issuer: str) -> None:
    assert metadata(f"{head}\n\nSố: 64/BC-SNV\n\nBÁO CÁO\n\nVề thu phí{RECITAL}").issuer == issuer


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("B Á O  C Á O", "Báo cáo"),
        ("B Á O C Á O", "Báo cáo"),
        ("**T Ờ   T R Ì N H**", "Tờ trình"),
        ("Q U Y Ế T  Đ Ị N H", "Quyết định"),
        ("B Ả N G  G I Á", None),
        ("A B C D E", None),
    ],
)
def test_titles_typed_letter_by_letter(title: str, type_: str | None) -> None:
    head = f"UBND HUYỆN ĐÔNG KHÊ\n{COUNTRY}{title}\nVề việc giao đất cho các hộ\n"
    found = metadata(f"{head}\nHuyện có 14 xã.\n")
    assert found.type == type_
    assert found.subject == ("Về việc giao đất cho các hộ" if type_ else None)


@pytest.mark.parametrize(
    ("line", "view"),
    [
        ("B Á O  C Á O", "BÁO CÁO"),
        ("Đ Ề Á N", "ĐỀ ÁN"),
        ("K Ế  H O Ạ C H :", "KẾ HOẠCH :"),
        ("A B C D Đ", "A B C D Đ"),
        ("Đ H B K  H N", "Đ H B K H N"),
        ("P H O N G", "P H O N G"),
    ],
)
def test_letters_of_a_line_become_words(line: str, view: str) -> None:
    document = read_text(f"{line}\n\nXã có 4 thôn.\n", "xã.txt")
    assert document.view.split("\n")[0] == view
    assert document.text[document.source_pos(len(view) - 1)] == line[-1]


@pytest.mark.parametrize("header", ["STT | ĐƠN VỊ", "HỌ TÊN | NĂM SINH"])
def test_headers_of_a_table_of_data_are_no_issuer(header: str) -> None:
    found = metadata(f"| {header} | SỐ TIỀN |\n|---|---|---|\n| 1 | Phòng Y tế | 1.250 |\n")
    assert found.issuer is None and found.type is None


def test_a_head_set_as_a_table_is_read() -> None:
    found = metadata(
        "| UBND HUYỆN ĐÔNG KHÊ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n"
        "| Số: 61/BC-UBND | Đông Khê, ngày 04 tháng 6 năm 2031 |\n\nBÁO CÁO\nVề giao đất\n"
    )
    assert (found.issuer, found.number) == ("UBND huyện Đông Khê", "61/BC-UBND")


@pytest.mark.parametrize(
    ("left", "issuer", "place"),
    [
        ("HUYỆN ỦY YÊN CHÂU Yên Châu", "Huyện ủy Yên Châu", "Yên Châu"),
        ("BAN TỔ CHỨC TỈNH ỦY Sơn La", "Ban Tổ chức Tỉnh ủy", "Sơn La"),
        ("TP. Hồ Chí Minh", "Đảng bộ tỉnh Sơn La", "TP. Hồ Chí Minh"),
    ],
)
def test_a_body_and_the_place_whose_gap_was_lost(left: str, issuer: str, place: str) -> None:
    head = (
        f"ĐẢNG BỘ TỈNH SƠN LA ĐẢNG CỘNG SẢN VIỆT NAM\n{left}, ngày 14 tháng 3 năm 2031\n*\n"
        "Số 215-BC/HU\n\nBÁO CÁO\nvề trồng rừng\n\nI. KẾT QUẢ\n\nĐã trồng 12 ha.\n"
    )
    found = metadata(head)
    assert (found.issuer, found.place, found.date) == (issuer, place, "2031-03-14")
