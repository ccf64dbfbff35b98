"""Citations: spans, types, numbers, dates, issuers, pinpoints, relations, keys, short forms."""

from __future__ import annotations

import pytest

from extract.model import Metadata, Pinpoint
from extract.values import identity
from marks import citations_in, report_of, unmark

HEAD = Metadata(issuer="Ủy ban nhân dân tỉnh Lào Cai", place="Lào Cai")

# A text with its citations marked, and for each: type, number, date, issuer.
ONE = [
    ("Thực hiện «Nghị quyết số 27-NQ/TW, ngày 09/11/2022» của Ban Chấp hành Trung ương khóa XIII,",
     "Nghị quyết", "27-NQ/TW", "2022-11-09", "Ban Chấp hành Trung ương khóa XIII"),
    ("quán triệt «Kết luận số 74-KL/TW, ngày 12/02/2024» của Ban Bí thư về công tác",
     "Kết luận", "74-KL/TW", "2024-02-12", "Ban Bí thư"),
    ("Theo «Nghị định số 150/2025/NĐ-CP ngày 12 tháng 6 năm 2025» của Chính phủ quy định",
     "Nghị định", "150/2025/NĐ-CP", "2025-06-12", "Chính phủ"),
    ("UBND tỉnh đã ban hành «Quyết định số 310/QĐ-UBND ngày 05/7/2023» về việc",
     "Quyết định", "310/QĐ-UBND", "2023-07-05", "UBND tỉnh"),
    ("UBND tỉnh Lào Cai ban hành «Kế hoạch số 259/KH-UBND 12/09/2023» thực hiện",
     "Kế hoạch", "259/KH-UBND", "2023-09-12", "UBND tỉnh Lào Cai"),
    ("được Ủy ban Thường vụ Quốc hội quyết định tại «Nghị quyết số 927/NQ-UBTVQH15».",
     "Nghị quyết", "927/NQ-UBTVQH15", None, "Ủy ban Thường vụ Quốc hội"),
    ("theo khung của Chính phủ tại «Nghị định số 116/2021/NĐ-CP ngày 21/12/2021», rồi",
     "Nghị định", "116/2021/NĐ-CP", "2021-12-21", "Chính phủ"),
    ("áp dụng điều kiện nêu tại «Nghị định số 116/2021/NĐ-CP», nhất là",
     "Nghị định", "116/2021/NĐ-CP", None, None),
    ("sau khi thực hiện «Quy định 137-QĐ/TW (năm 2023)» chỉ còn",
     "Quy định", "137-QĐ/TW", "2023", None),
    ("nêu ở «Thông báo số 31-TB/TW, Ngày 09/5/2023» của Trung ương",
     "Thông báo", "31-TB/TW", "2023-05-09", "Trung ương"),
    ("Căn cứ «Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015»;",
     "Luật", None, "2015-06-25", None),
    ("Chiếu «Luật Tổ chức Toà án nhân dân ngày 24 tháng 11 năm 2014»;",
     "Luật", None, "2014-11-24", None),
    ("Chiếu «Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân "
     "ngày 25 tháng 6 năm 2015»;", "Luật", None, "2015-06-25", None),
    ("cùng «Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức "
     "năm 2019»: công chức", "Luật", None, "2019", None),
    ("theo «Luật Đầu tư công số 39/2019/QH14» và", "Luật", "39/2019/QH14", None, None),
    ("Căn cứ «Luật số 72/2025/QH15» về tổ chức", "Luật", "72/2025/QH15", None, None),
    ("theo «Luật Bảo hiểm xã hội 2024», người lao động", "Luật", None, "2024", None),
    ("theo «Luật Phát triển đô thị xanh ngày 10 tháng 6 năm 2031»;",
     "Luật", None, "2031-06-10", None),
    ("theo «Hiến pháp năm 2013» quyền", "Hiến pháp", None, "2013", None),
    ("theo «Bộ luật Hình sự năm 2015» (sửa đổi, bổ sung)", "Bộ luật", None, "2015", None),
    ("theo «Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14 ngày 09 tháng 12 "
     "năm 2020»;", "Pháp lệnh", "02/2020/UBTVQH14", "2020-12-09", None),
    ("Điều 9 «Luật Thuế giá trị gia tăng» ước tăng thu", "Luật", None, None, None),
    ("theo «Thông tư 45/2010/TT-BTC ngày 30/3/2010» của Bộ trưởng Bộ Tài chính quy định",
     "Thông tư", "45/2010/TT-BTC", "2010-03-30", "Bộ trưởng Bộ Tài chính"),
    ("«Thông tư liên tịch số 12/2014/TTLT-BNV-BTC ngày 05/9/2014» của Bộ trưởng Bộ Nội vụ và Bộ "
     "trưởng Bộ Tài chính hướng dẫn", "Thông tư liên tịch", "12/2014/TTLT-BNV-BTC", "2014-09-05",
     "Bộ trưởng Bộ Nội vụ và Bộ trưởng Bộ Tài chính"),
    ("tại «Công văn số 3045/UBND-KT ngày 15/8/2023» của UBND huyện Bát Xát",
     "Công văn", "3045/UBND-KT", "2023-08-15", "UBND huyện Bát Xát"),
    ("«Quyết định 1771/QĐ-SNV ngày 01/9/2023» của Sở Nội vụ về việc",
     "Quyết định", "1771/QĐ-SNV", "2023-09-01", "Sở Nội vụ"),
    ("Theo đề nghị của Giám đốc Sở Nội vụ tại «Tờ trình số 325/TTr-SNV ngày 10/10/2024»",
     "Tờ trình", "325/TTr-SNV", "2024-10-10", "Sở Nội vụ"),
    ("Theo đề nghị của Sở Tài chính («Công văn số 88/STC-NS ngày 5/1/2024»), UBND tỉnh",
     "Công văn", "88/STC-NS", "2024-01-05", "Sở Tài chính"),
    ("Được HĐND tỉnh khóa XV thông qua tại «Nghị quyết số 47/NQ-HĐND ngày 08/12/2020»",
     "Nghị quyết", "47/NQ-HĐND", "2020-12-08", "HĐND tỉnh khóa XV"),
    ("«Thông báo Kết luận số 79/TB-VPCP ngày 18/3/2022» của Văn phòng Chính phủ",
     "Thông báo", "79/TB-VPCP", "2022-03-18", "Văn phòng Chính phủ"),
    ("xét «Báo cáo thẩm tra số 166/BC-HĐND ngày 05/12/2024» của Ban Kinh tế - Ngân sách",
     "Báo cáo", "166/BC-HĐND", "2024-12-05", "Ban Kinh tế - Ngân sách"),
    ("theo «Quyết định của Thủ tướng Chính phủ số 766/QĐ-TTg ngày 23/6/2022» về chỉ số",
     "Quyết định", "766/QĐ-TTg", "2022-06-23", "Thủ tướng Chính phủ"),
    ("«Chương trình hành động số 24-CTr/TU ngày 20/3/2018» của Tỉnh ủy",
     "Chương trình hành động", "24-CTr/TU", "2018-03-20", "Tỉnh ủy"),
    ("«Công điện 87/CĐ-TTg ngày 10/9/2024» của Thủ tướng Chính phủ",
     "Công điện", "87/CĐ-TTg", "2024-09-10", "Thủ tướng Chính phủ"),
    ("«NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22/12/2024» CỦA BỘ CHÍNH TRỊ VỀ ĐỘT PHÁ",
     "Nghị quyết", "57-NQ/TW", "2024-12-22", "BỘ CHÍNH TRỊ"),
    ("Tòa án nhân dân tối cao ban hành «Nghị quyết số 04/2017/NQ-HĐTP ngày 05/5/2017»",
     "Nghị quyết", "04/2017/NQ-HĐTP", "2017-05-05", "Tòa án nhân dân tối cao"),
    ("«Nghị quyết số 05-NQ/ĐU, ngày 10/5/2024» của Đảng ủy xã Mường Lèo",
     "Nghị quyết", "05-NQ/ĐU", "2024-05-10", "Đảng ủy xã Mường Lèo"),
    ("«Hướng dẫn số 36-HD/VPTW ngày 03/4/2018» của Văn phòng Trung ương Đảng",
     "Hướng dẫn", "36-HD/VPTW", "2018-04-03", "Văn phòng Trung ương Đảng"),
    ("«Nghị quyết số 30a/2008/NQ-CP ngày 27/12/2008» của Chính phủ",
     "Nghị quyết", "30a/2008/NQ-CP", "2008-12-27", "Chính phủ"),
    ("«Quyết định ngày 12/3/2020» của Chủ tịch UBND tỉnh về việc thu hồi",
     "Quyết định", None, "2020-03-12", "Chủ tịch UBND tỉnh"),
    ("theo «Nghị định 64-CP ngày 27/9/1993» của Chính phủ",
     "Nghị định", "64-CP", "1993-09-27", "Chính phủ"),
    ("tinh thần đổi mới («18-NQ/TW»), tinh gọn", "Nghị quyết", "18-NQ/TW", None, None),
    ("chế độ theo «số 67/2025/NĐ-CP» hiện hành", "Nghị định", "67/2025/NĐ-CP", None, None),
    ("thực hiện «NQ số 18-NQ/TW» tại cơ sở", "Nghị quyết", "18-NQ/TW", None, None),
    ("chế độ theo «NĐ 178» đã chi trả", "Nghị định", "178", None, None),
    ("giám sát «Nghị quyết 18-NQ» tại cơ sở", "Nghị quyết", "18-NQ", None, None),
    ("sau 7 năm thực hiện «Nghị quyết 18» của Trung ương", "Nghị quyết", "18", None, "Trung ương"),
    # noise: OCR, other alphabets, lost spaces, spaces inside numbers
    ("theo «Nghị định số 107/2020/ND-CP» và", "Nghị định", "107/2020/NĐ-CP", None, None),
    ("theo «Quyết định số 678/QD-UBND» và", "Quyết định", "678/QĐ-UBND", None, None),
    ("theo «Nghị quyết số 216/NQ-HDND» và", "Nghị quyết", "216/NQ-HĐND", None, None),
    ("theo «Nghị định số 107/2020/NĐ-CР» và", "Nghị định", "107/2020/NĐ-CP", None, None),
    ("theo «Nghị quyết số 18 - NQ / TW» và", "Nghị quyết", "18-NQ/TW", None, None),
    ("theo «Quyết định số 543/QĐ - UBND» và", "Quyết định", "543/QĐ-UBND", None, None),
    ("quán triệt «Nghị quyết số 18-NQ/TW»Sau hội nghị", "Nghị quyết", "18-NQ/TW", None, None),
    ("theo «Chỉ thị số 35–CT/TW ngày 14/6/2024»của Bộ Chính trị về",
     "Chỉ thị", "35-CT/TW", "2024-06-14", "Bộ Chính trị"),
]  # fmt: skip

# Several in one sentence: number (or title), issuer.
SEVERAL = [
    ("các «Nghị định số 178/2024/NĐ-CP ngày 31/12/2024» và «số 67/2025/NĐ-CP» của Chính phủ",
     [("178/2024/NĐ-CP", "Chính phủ"), ("67/2025/NĐ-CP", "Chính phủ")]),
    ("theo các «Nghị định: 150», «151/2025/NĐ-CP» của Chính phủ",
     [("150/2025/NĐ-CP", "Chính phủ"), ("151/2025/NĐ-CP", "Chính phủ")]),
    ("các «Quyết định số 12/QĐ-UBND», «13/QĐ-UBND ngày 05/01/2024» và «14/QĐ-UBND» của UBND tỉnh",
     [("12/QĐ-UBND", "UBND tỉnh"), ("13/QĐ-UBND", "UBND tỉnh"), ("14/QĐ-UBND", "UBND tỉnh")]),
    ("theo «Nghị quyết số 27-NQ/TW ngày 21/5/2018» và «Nghị định số 24/2023/NĐ-CP» của Chính phủ",
     [("27-NQ/TW", None), ("24/2023/NĐ-CP", "Chính phủ")]),
    ("Bộ Chính trị đã ban hành các «Kết luận số 126-KL/TW ngày 14/02/2025», «số 127-KL/TW»",
     [("126-KL/TW", "Bộ Chính trị"), ("127-KL/TW", "Bộ Chính trị")]),
    ("Căn cứ «Bộ luật Lao động ngày 20 tháng 11 năm 2019»; «Luật Cán bộ, công chức ngày 13 tháng "
     "11 năm 2008» và «Luật Viên chức»;", [(None, None)] * 3),
    ("tại «văn bản số 4567/BNV-TCBC», «4568/BNV-CCVC ngày 12/8/2024» của Bộ Nội vụ",
     [("4567/BNV-TCBC", "Bộ Nội vụ"), ("4568/BNV-CCVC", "Bộ Nội vụ")]),
    ("«Nghị quyết số 12/NQ-CP», «Nghị quyết số 13/NQ-CP ngày 1/2/2023» của Chính phủ",
     [("12/NQ-CP", "Chính phủ"), ("13/NQ-CP", "Chính phủ")]),
    ("«Kế hoạch số 07-KH/TW» của Bộ Chính trị thực hiện «Nghị quyết số 18-NQ/TW»; giao",
     [("07-KH/TW", "Bộ Chính trị"), ("18-NQ/TW", None)]),
]  # fmt: skip

NONE = [
    "Số: 512-BC/TU\nLào Cai, ngày 10 tháng 12 năm 2024",
    "* Lào Cai, ngày 10 tháng 12 năm 2024 Số 512-BC/TU",
    "| Số 512-BC/TU | |",
    "Nghị quyết này có hiệu lực từ ngày 01/01/2026",
    "theo Điều 5 Nghị định này và pháp luật của Nhà nước",
    "đề nghị sửa đổi các Luật, văn bản quy phạm pháp luật",
    "giữ nghiêm kỷ luật Đảng; Luật gia Nguyễn Văn A; đoàn Luật sư tỉnh",
    "thực hiện các nghị quyết, kết luận của Trung ương",
    "Kế hoạch 10/10 huyện; báo cáo 6 tháng; Chương trình 3 tháng",
    "ban hành Kế hoạch 5 năm; giao tại Nghị quyết 2005 chưa xong",
    "Quyết định 02 vấn đề; hướng dẫn 12 đơn vị",
    "280 triệu đồng/HTX; 02 xe/01 xã; 160.000 tấn/năm",
    "gồm 19 sở, ban, ngành (sau đây gọi chung là cấp sở)",
    "QUY TRÌNH THANH TRA CHẤP HÀNH PHÁP LUẬT VỀ ĐẤT ĐAI",
    "Công văn …., ngày …/…/… của …; Kế hoạch số ….",
]


@pytest.mark.parametrize(("marked", "kind", "number", "date", "issuer"), ONE)
def test_one(
    marked: str, kind: str, number: str | None, date: str | None, issuer: str | None
) -> None:
    text, spans = unmark(marked)
    found = citations_in(text)
    assert [(c.start, c.end) for c in found] == spans
    c = found[0]
    assert (c.type, c.number, c.date, c.issuer) == (kind, number, date, issuer)
    assert c.text == text[c.start : c.end]


@pytest.mark.parametrize(("marked", "wanted"), SEVERAL)
def test_several(marked: str, wanted: list[tuple[str | None, str | None]]) -> None:
    text, spans = unmark(marked)
    found = citations_in(text)
    assert [(c.start, c.end) for c in found] == spans
    assert [(c.number, c.issuer) for c in found] == wanted


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert [c.text for c in citations_in(text)] == []


@pytest.mark.parametrize(
    ("text", "pin"),
    [
        ("Khoản 4 Điều 1 Nghị định số 107/2020/NĐ-CP", Pinpoint("1", "4", None)),
        ("điểm b khoản 2 Điều 5 của Luật Đầu tư công", Pinpoint("5", "2", "b")),
        ("điểm đ, khoản 2, Điều 5 Quy định số 22-QĐ/TW", Pinpoint("5", "2", "đ")),
        ("Điều 34 Bộ luật Lao động", Pinpoint("34", None, None)),
        ("theo Nghị định số 107/2020/NĐ-CP", None),
    ],
)
def test_pinpoint(text: str, pin: Pinpoint | None) -> None:
    assert citations_in(text)[0].pinpoint == pin


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Thực hiện Nghị quyết số 18-NQ/TW", "implements"),
        ("triển khai, quán triệt Kết luận 50-KL/TW", "implements"),
        ("Căn cứ Luật Đất đai năm 2024", "based_on"),
        ("theo quy định tại Nghị định số 33/2023/NĐ-CP", "based_on"),
        ("thay thế Quyết định số 22/2019/QĐ-UBND", "replaces"),
        ("bãi bỏ Điều 3 Quyết định số 11/2018/QĐ-UBND", "repeals"),
        ("Thông tư số 03/2019/TT-BNV hết hiệu lực thi hành", "repeals"),
        ("sửa đổi, bổ sung một số điều của Nghị định số 24/2014/NĐ-CP", "amends"),
        ("hướng dẫn thi hành Luật Viên chức", "guides"),
        ("UBND tỉnh ban hành Quyết định số 12/QĐ-UBND", "cites"),
        ("được sửa đổi, bổ sung tại Nghị định số 85/2023/NĐ-CP", "cites"),
        ("bãi bỏ mức phụ cấp thì mức quy định tại Nghị định số 38/2019/NĐ-CP", "cites"),
        ("khi chưa bãi bỏ mức cũ thì mức mới tại Luật Việc làm năm 2025", "cites"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    assert citations_in(text)[0].relation == relation


def test_a_verb_of_change_is_handed_on_only_along_a_chain() -> None:
    text = (
        "sửa đổi, bổ sung Quyết định số 12/2019/QĐ-TTg và Quyết định số 14/2019/QĐ-TTg về chế độ "
        "của thanh niên; Quyết định số 53/2020/QĐ-TTg về chế độ của dân quân"
    )
    assert [c.relation for c in citations_in(text)] == ["amends", "amends", "cites"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Nghị quyết số 18-NQ/TW", ["18-nq-tw"]),
        ("Nghị định số 107/2020/NĐ-CP", ["107-2020-nd-cp"]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND tỉnh", ["543-qd-ubnd_2018_lao-cai"]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND tỉnh Sơn La",
         ["543-qd-ubnd_2018_son-la"]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND huyện", [None]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018", [None]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND tỉnh; Quyết định số 543/QĐ-UBND",
         ["543-qd-ubnd_2018_lao-cai"] * 2),
        ("Nghị quyết số 22/NQ-HĐND ngày 1/9/2021 của HĐND tỉnh; Nghị quyết số 22/NQ-HĐND ngày "
         "5/7/2022 của HĐND huyện Bảo Yên; Nghị quyết số 22/NQ-HĐND",
         ["22-nq-hdnd_2021_lao-cai", "22-nq-hdnd_2022_bao-yen", None]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND tỉnh Sơn La. Tỉnh đã làm.",
         ["543-qd-ubnd_2018_son-la"]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND tỉnh Đắk Lắk",
         ["543-qd-ubnd_2018_dak-lak"]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND huyện Điện Biên",
         ["543-qd-ubnd_2018_huyen-dien-bien"]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND thành phố Cao Bằng",
         ["543-qd-ubnd_2018_thanh-pho-cao-bang"]),
        ("Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND thành phố Đà Nẵng",
         ["543-qd-ubnd_2018_da-nang"]),
        ("Kế hoạch số 0204/KH-UBND ngày 24/11/2025 của UBND tỉnh", ["204-kh-ubnd_2025_lao-cai"]),
        ("Kế hoạch số 7-KH/TW ngày 27/11/2017", ["07-kh-tw"]),
        ("Quyết định số 985/QĐ-TTg ngày 08/8/2018", ["985-qd-ttg_2018"]),
        ("Quyết định số 985/QĐ-TTg", [None]),
        ("Luật Đất đai năm 2024", ["luat-dat-dai_2024"]),
        ("Luật Đất đai số 31/2024/QH15; Luật Đất đai năm 2024; Luật Đất đai", ["31-2024-qh15"] * 3),
        ("Nghị quyết Hội nghị Trung ương 6, Khóa XII; Nghị quyết Trung ương 6 khóa XII",
         ["nghi-quyet-trung-uong-6-khoa-xii"] * 2),
    ],
)  # fmt: skip
def test_key(text: str, keys: list[str | None]) -> None:
    assert [c.key for c in citations_in(text, HEAD)] == keys


def test_relation_is_carried_on_in_enumerations_only() -> None:
    found = citations_in(
        "Bãi bỏ Quyết định số 1/2019/QĐ-UBND ngày 02/01/2019 và Quyết định số 2/2019/QĐ-UBND."
    )
    assert [c.relation for c in found] == ["repeals", "repeals"]
    found = citations_in(
        "theo Quyết định số 38/2010/QĐ-TTg sửa đổi, bổ sung Quyết định số 142/2008/QĐ-TTg về trợ "
        "cấp; Quyết định số 53/2010/QĐ-TTg"
    )
    assert [c.relation for c in found] == ["based_on", "amends", "cites"]


@pytest.mark.parametrize(
    ("head", "issuer", "place"),
    [
        (Metadata(issuer="Tỉnh ủy Gia Lai", place="Pleiku"), "UBND tỉnh", "gia-lai"),
        (Metadata(issuer="UBND tỉnh Hậu Giang", place="Vị Thanh"), "Sở Tài chính", "hau-giang"),
        (Metadata(issuer="Sở Nội vụ", place="Bến Tre"), "Ủy ban nhân dân tỉnh", "ben-tre"),
        (Metadata(issuer="Bộ Nội vụ", place="Hà Nội"), "UBND tỉnh", None),
        (Metadata(number="79/TB-VPCP", place="Hà Nội"), "UBND tỉnh", None),
        (Metadata(issuer="UBND thành phố Tam Kỳ", place="Tam Kỳ"), "HĐND thành phố", "tam-ky"),
        (Metadata(issuer="UBND thành phố Tam Kỳ", place="Tam Kỳ"), "UBND tỉnh", None),
        (Metadata(issuer="UBND thành phố Đà Nẵng", place="Đà Nẵng"), "Thành ủy", "da-nang"),
        (Metadata(issuer="UBND tỉnh Hà Nam", place="Phủ Lý"), "UBND thành phố", None),
        (Metadata(issuer="UBND huyện Điện Biên", place="Điện Biên"), "HĐND huyện",
         "huyen-dien-bien"),
        (Metadata(issuer="UBND huyện Điện Biên", place="Điện Biên"), "Sở Nội vụ", None),
    ],
)  # fmt: skip
def test_place_of_a_local_number(head: Metadata, issuer: str, place: str | None) -> None:
    (found,) = citations_in(f"Quyết định số 12/QĐ-UBND ngày 05/7/2024 của {issuer}", head)
    assert found.key == (place and f"12-qd-ubnd_2024_{place}")


def test_short_form_and_alias() -> None:
    text, spans = unmark(
        "«Nghị quyết số 18-NQ/TW» của Trung ương (sau đây gọi tắt là «Nghị quyết 18»). Thực hiện "
        "«Nghị quyết 18», tỉnh ban hành «Đề án số 15/ĐA-UBND ngày 12/3/2021» (gọi tắt là «Đề án»). "
        "Triển khai «Đề án», 14 xã có Đề án vị trí việc làm; «Nghị quyết 18-NQ» được quán triệt."
    )
    found = citations_in(text, HEAD)
    assert [(c.start, c.end) for c in found] == spans
    assert [c.form for c in found] == [
        "full", "alias", "alias", "full", "alias", "alias", "short",
    ]  # fmt: skip
    assert [c.resolves_to for c in found] == [None, "c1", "c1", None, "c4", "c4", "c1"]
    assert {c.key for c in found if c.resolves_to == "c1"} == {"18-nq-tw"}


def test_one_issuer_for_a_pair() -> None:
    def issuers(text: str) -> list[str | None]:
        return [c.issuer for c in citations_in(text)]

    pair = "Nghị quyết số 88/2024/QH15 và Nghị quyết số 51/2027/QH16 của Quốc hội"
    assert issuers(pair) == ["Quốc hội", "Quốc hội"]
    assert issuers("Nghị quyết 88, Nghị quyết 51 của Quốc hội đã rõ") == ["Quốc hội", "Quốc hội"]
    party = "Quyết định số 70-QĐ/TW{}Kết luận số 40-KL/TW của Bộ Chính trị"
    assert issuers(party.format(" và ")) == ["Bộ Chính trị", "Bộ Chính trị"]
    assert issuers(party.format("; ")) == [None, "Bộ Chính trị"]


def test_the_issuer_of_a_short_form_in_brackets_stays_open() -> None:
    found = citations_in("Nghị quyết số 29-NQ/TW của Ban Chấp hành Trung ương (Nghị quyết số 29)")
    assert [c.issuer for c in found] == ["Ban Chấp hành Trung ương", None]
    assert found[1].key == "29-nq-tw"


def test_issuers_in_short() -> None:
    text = "Kết luận số 21-KL/TW của {}; xã đã học."
    for name in ("BCH Trung ương Đảng", "BBT Trung ương", "BCT"):
        assert [c.issuer for c in citations_in(text.format(name))] == [name]


def test_a_party_committee_of_a_state_body() -> None:
    found = citations_in("Nghị quyết số 88-NQ/ĐU của Đảng ủy Kiểm toán nhà nước về chuyển đổi số")
    assert [c.issuer for c in found] == ["Đảng ủy Kiểm toán nhà nước"]


def test_the_place_named_for_the_same_number_and_day() -> None:
    head = "UBND THÀNH PHỐ CẦN THƠ\nSố: 4/KH-UBND\n\nKẾ HOẠCH\nDân số\n\n"
    found = citations_in(
        head + "Chương trình số 27-CTr/TU ngày 12/3/2028 của Ban Chấp hành Đảng bộ tỉnh Sóc Trăng. "
        "Thực hiện Chương trình số 27-CTr/TU ngày 12/3/2028 của Ban Chấp hành Đảng bộ tỉnh.",
    )
    assert {c.key for c in found} == {"27-ctr-tu_2028_soc-trang"}


def test_an_amended_law_is_not_the_one_before_it() -> None:
    found = citations_in(
        "Luật Đất đai năm 2013; Luật Đất đai (sửa đổi) còn lấy ý kiến. Luật Nhà ở (sửa đổi) năm "
        "2031 thì có hiệu lực; Luật Nhà ở được thi hành."
    )
    assert [c.key for c in found] == [
        "luat-dat-dai_2013", None, "luat-nha-o_2031", "luat-nha-o_2031",
    ]  # fmt: skip


def test_sessions_of_the_central_committee_in_short() -> None:
    found = citations_in("Quán triệt NQTW 4 khóa XII, Nghị quyết TW4 (khóa XII); NQTW về cán bộ.")
    assert {c.key for c in found} == {"nghi-quyet-trung-uong-4-khoa-xii"}
    assert [c.type for c in found] == ["Nghị quyết", "Nghị quyết"]


def test_an_abbreviated_type_with_a_bare_number_needs_its_date() -> None:
    found = citations_in("QĐ số 1234 ngày 5/6/2031 của UBND huyện; KH số 12 của thôn.")
    assert [(c.type, c.number, c.date) for c in found] == [("Quyết định", "1234", "2031-06-05")]


def test_short_form_of_two_documents_stays_open() -> None:
    found = citations_in("Nghị quyết số 18-NQ/TW; Nghị quyết số 18/NQ-HĐND; theo Nghị quyết 18.")
    assert found[-1].form == "short"
    assert found[-1].resolves_to is None and found[-1].key is None


def test_spelling() -> None:
    assert identity.spell("18 - NQ/TW") == "18-NQ/TW"
    assert identity.spell("24-Ctr/TU") == "24-CTr/TU"
    assert identity.spell("985/QĐ-Ttg") == "985/QĐ-TTg"
    assert identity.spell("216/NQ-HỘND") == "216/NQ-HĐND"
    assert identity.spell("30a/2008/NQ-CP") == "30a/2008/NQ-CP"


DECREE = """Căn cứ «Luật Việc làm ngày 16 tháng 6 năm 2025»;
Chính phủ ban hành Nghị định quy định chi tiết «Luật Việc làm».
Điều 9. Hiệu lực thi hành
1. Người đang hưởng trợ cấp theo khoản 2 Điều 5 «Luật Việc làm» được hưởng tiếp.
2. Theo «Luật Việc làm năm 2013» thì thời gian ấy được tính; «Luật Việc làm» quy định khác.
3. Các Nghị định và điều khoản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực:
a) «Nghị định số 28/2015/NĐ-CP ngày 12 tháng 3 năm 2015» quy định chi tiết «Luật Việc làm»;
b) Khoản 4 Điều 6; các khoản 2, 5 Điều 11 của «Nghị định số 61/2020/NĐ-CP».
4. Bộ trưởng Bộ Nội vụ tổng kết «Thông tư số 15/2023/TT-BNV».
"""


def test_a_law_named_without_year_is_the_one_in_the_recitals() -> None:
    text, _ = unmark(DECREE)
    laws = [c for c in citations_in(text) if c.type == "Luật"]
    assert [c.key for c in laws] == [
        "luat-viec-lam_2025",
        "luat-viec-lam_2025",
        "luat-viec-lam_2025",
        "luat-viec-lam_2013",
        None,  # the paragraph has just named another
        None,  # part of the name of a decree of 2015
    ]
    assert laws[1].resolves_to == laws[2].resolves_to == laws[0].id


def test_a_lead_in_says_what_is_done_with_the_documents_listed() -> None:
    text, _ = unmark(DECREE)
    said = {c.number: c.relation for c in citations_in(text) if c.number}
    assert said == {
        "28/2015/NĐ-CP": "repeals",
        "61/2020/NĐ-CP": "repeals",
        "15/2023/TT-BNV": "implements",
    }


@pytest.mark.parametrize(
    ("lead", "relation"),
    [
        ("Nghị quyết này thay thế các nghị quyết sau:", "replaces"),
        ("Điều 2. Bãi bỏ các Quyết định sau đây:", "repeals"),
        ("II. CĂN CỨ PHÁP LÝ", "based_on"),
        ("Sửa đổi, bãi bỏ các văn bản sau:", "cites"),  # which is which is not said
        ("Hồ sơ gồm các văn bản sau:", "cites"),
    ],
)
def test_lead_ins(lead: str, relation: str) -> None:
    text = f"{lead}\n- Nghị quyết số 12/2019/NQ-HĐND;\n- Nghị quyết số 14/2019/NQ-HĐND.\n"
    assert {c.relation for c in citations_in(text)} == {relation}


def test_annexed_is_not_based_on() -> None:
    (c,) = citations_in("(Kèm theo Kế hoạch số 45/KH-UBND ngày 12/3/2024)")
    assert c.relation == "cites"


def test_a_number_for_internal_use() -> None:
    (c,) = citations_in("Công văn số 314-CV/VPTW/nb, ngày 12/7/2016 của Văn phòng Trung ương")
    assert (c.number, c.date) == ("314-CV/VPTW/nb", "2016-07-12")


@pytest.mark.parametrize(
    ("text", "title", "date", "key"),
    [
        ("theo khoản 2 Điều 328 BLDS 2015 và", "Dân sự", "2015", "bo-luat-dan-su_2015"),
        ("theo Điều 174 BLHS năm 2015 và", "Hình sự", "2015", "bo-luat-hinh-su_2015"),
        (
            "Căn cứ Luật Việc làm được Quốc hội khóa XIII thông qua ngày 16 tháng 11 năm 2013;",
            "Việc làm",
            "2013-11-16",
            "luat-viec-lam_2013",
        ),
        (
            "theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng về",
            "Đại hội XIV của Đảng",
            None,
            "nghi-quyet-dai-hoi-xiv-cua-dang",
        ),
        (
            "theo Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX về",
            "Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX",
            None,
            None,  # each province has one
        ),
        (
            "theo Nghị quyết Đại hội XXII về",
            "Đại hội XXII",
            None,
            None,  # the whole Party has held fourteen
        ),
    ],
)
def test_documents_by_name(text: str, title: str, date: str | None, key: str | None) -> None:
    (c,) = citations_in(text)
    assert (c.title, c.date, c.key) == (title, date, key)


def test_bodies_of_places_with_an_apostrophe() -> None:
    text = (
        "Theo Quyết định số 12/QĐ-UBND ngày 02/3/2031 của UBND huyện Ia Đ'rech và "
        "Kế hoạch số 5/KH-UBND ngày 04/3/2031 của UBND xã K’Dang."
    )
    assert [(c.issuer, c.key) for c in citations_in(text)] == [
        ("UBND huyện Ia Đ'rech", "12-qd-ubnd_2031_ia-d-rech"),
        ("UBND xã K’Dang", "05-kh-ubnd_2031_k-dang"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Quyết định số 65/2031/QĐ.UBND.VX ngày 07/01/2031", "65/2031/QĐ.UBND.VX", "2031-01-07"),
        ("Hướng dẫn số 83/LN GD&ĐT-TC ngày 07/01/2031", "83/LNGD&ĐT-TC", "2031-01-07"),
        ("Quyết định số 65/QĐ-UBND.VIỆC này đã xong", "65/QĐ-UBND", None),
        ("Hướng dẫn số 83/HD-LN R&D của viện", "83/HD-LN", None),
    ],
)
def test_codes_that_go_on_behind_a_stop_or_a_blank(
    text: str, number: str, date: str | None
) -> None:
    (made,) = citations_in(text)
    assert (made.number, made.date) == (number, date)


def test_a_title_that_begins_with_the_own_number_is_no_citation() -> None:
    text = (
        "Nghị quyết 73/NQ-HĐND 2031 phê chuẩn quyết toán\n\nHỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\n\n"
        "Số: 73/NQ-HĐND\n\nNGHỊ QUYẾT\nPhê chuẩn quyết toán\n\nCăn cứ Luật Đất đai năm 2024;\n\n"
        "Nghị quyết 73/NQ-HĐND đã được thông qua.\n"
    )
    assert [c.text for c in report_of(text).citations] == [
        "Luật Đất đai năm 2024",
        "Nghị quyết 73/NQ-HĐND",
    ]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Nghi định số 9/2031/NĐ-CP", "Nghị định"),
        ("Nghị đnh số 9/2031/NĐ-CP", "Nghị định"),
        ("Thông t số 9/2031/TT-BTC", "Thông tư"),
        ("Quyêt đinh số 9/2031/QĐ-TTg", "Quyết định"),
        ("Kê hoạch 9/KH-UBND", "Kế hoạch"),
    ],
)
def test_a_type_with_letters_misread_or_lost(told: str, kind: str) -> None:
    (made,) = citations_in(f"Căn cứ {told} về chợ")
    assert (made.text, made.type) == (told, kind)


@pytest.mark.parametrize("told", ["Quy đồng số 9/2031/QĐ-TTg", "tại định số 9/2031/NĐ-CP"])
def test_other_words_before_a_number_are_no_type(told: str) -> None:
    (made,) = citations_in(f"Căn cứ {told} về chợ")
    assert made.text.startswith("số 9")


def test_meetings_by_roman_numbers_and_words_are_those_by_figures() -> None:
    text = (
        "Nghị quyết Trung ương II (khóa VIII), Nghị quyết Trung ương 2 khóa VIII; "
        "Nghị quyết TW bảy, khóa X, Nghị quyết Trung ương 7 khóa X"
    )
    keys = [c.key for c in citations_in(text)]
    assert keys == [*["nghi-quyet-trung-uong-2-khoa-viii"] * 2,
                    *["nghi-quyet-trung-uong-7-khoa-x"] * 2]  # fmt: skip


def test_what_a_portal_writes_above_the_head_is_no_citation_of_the_document() -> None:
    text = (
        "thuộc tính Quyết định 362/QĐ-UBND\nQuyết định 362/QĐ-UBND thay thế Quyết định "
        "15/QĐ-UBND.\ntải Quyết định 362/QĐ-UBND\nỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 362/QĐ-UBND\n"
        "Sơn La, ngày 6 tháng 10 năm 2031\nQUYẾT ĐỊNH\nVề chợ\nCăn cứ Luật Giá năm 2023;\n"
        "(Kèm theo Quyết định số 362/QĐ-UBND)\n"
    )
    assert [c.text for c in report_of(text).citations] == [
        "Quyết định 362/QĐ-UBND",
        "Quyết định 15/QĐ-UBND",
        "Luật Giá năm 2023",
        "Quyết định số 362/QĐ-UBND",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Số:      /2031/QĐ-UBND\nHòa An, ngày    tháng 3 năm 2031\n",
        "Ban hành kèm theo Quyết định số …/2031/QĐ-UBND ngày    /3/2031 của UBND tỉnh.\n",
        "<table><tr><td>Số: 18</td><td>/2031/QĐ-UBND</td></tr></table>\n\nQUYẾT ĐỊNH\nVề chợ\n",
    ],
)
def test_a_number_not_filled_in_or_cut_is_no_other_document(text: str) -> None:
    assert report_of(text).citations == ()
