"""Heads, citations, dates, figures and labels as ministries and provinces write them, read for the
first time: what legal portals make of a head, acts of the 1980s, abbreviations, broken lines."""

from __future__ import annotations

import pytest

from extract.model import Report
from extract.pipeline import analyse
from extract.readers.text import read_text


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
    text = f"{head}\n-----\n|\nSố: 5/BC-VP\n|\nHà Nội, ngày 3 tháng 4 năm 2031\n|\nBÁO CÁO\nVề chợ\n"
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
