"""Citations as legal portals, OCR and newspapers write them: lost spaces, list numbers, letters."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from marks import citations_in, unmark

# A text with its citations marked, and for each: type, number, date, issuer.
TYPED = [
    ("- 2«Nghị định 61/2031/NĐ-CP» về vị trí việc làm",
     [("Nghị định", "61/2031/NĐ-CP", None, None)]),
    ("- 1«Luật tổ chức chính quyền địa phương 2025»\n- 2«Luật Quy hoạch đô thị 2009»",
     [("Luật", None, "2025", None), ("Luật", None, "2009", None)]),
    ("- 12«Bộ luật Lao động 2019»\n- 13«Hiến pháp 2013»",
     [("Bộ luật", None, "2019", None), ("Hiến pháp", None, "2013", None)]),
    ("căn cứ theo«Luật Đất đai» năm qua", [("Luật", None, None, None)]),
    ("- 4«Thông tư 14/2032/TT-BXD» quy định về hồ sơ do Bộ trưởng Bộ Xây dựng ban hành",
     [("Thông tư", "14/2032/TT-BXD", None, "Bộ trưởng Bộ Xây dựng")]),
    ("«Công văn 61/BNV-TL năm 2032» thực hiện «Nghị định 14/2031/NĐ-CP» về lương do Bộ Nội vụ "
     "ban hành",
     [("Công văn", "61/BNV-TL", "2032", "Bộ Nội vụ"), ("Nghị định", "14/2031/NĐ-CP", None, None)]),
    ("«Luật sửa đổi, bổ sung một số điều của Luật Cư trú và Luật giữ nhà ở ngày 2/3/2031»;",
     [("Luật", None, "2031-03-02", None)]),
    ("«Luật sửa đổi, bổ sung một số điều của Luật Cư trú» và Luật này có hiệu lực từ ngày 2/3/2031",
     [("Luật", None, None, None)]),
    ("theo «Nghị quyết số 21A/2031/NQ-CP ngày 4/5/2031» của Chính phủ và «Nghị quyết 21B/NQ-CP»",
     [("Nghị quyết", "21A/2031/NQ-CP", "2031-05-04", "Chính phủ"),
      ("Nghị quyết", "21B/NQ-CP", None, None)]),
    ("«Quyết định số 613 QĐ-BTP ngày 10/8/2032» của Bộ trưởng Bộ Tư pháp",
     [("Quyết định", "613/QĐ-BTP", "2032-08-10", "Bộ trưởng Bộ Tư pháp")]),
    ("có «văn bản số 861/VPCP-V.II» thông báo", [("Văn bản", "861/VPCP-V.II", None, None)]),
    ("«Thông tư liên tịch số 14/2032/TTLT-BTC-BCA ngày 5/6/2032» của Bộ Tài chính- Bộ Công an về",
     [("Thông tư liên tịch", "14/2032/TTLT-BTC-BCA", "2032-06-05", "Bộ Tài chính- Bộ Công an")]),
    ("các Nghị định của Chính phủ: «số 14/2032/NĐ-CP ngày 5/6/2032», «số 02/2033 ngày 1/6/2033»; "
     "«số 64/2033/NĐ-CP»;",
     [("Nghị định", "14/2032/NĐ-CP", "2032-06-05", "Chính phủ"),
      ("Nghị định", "02/2033", "2033-06-01", "Chính phủ"),
      ("Nghị định", "64/2033/NĐ-CP", None, "Chính phủ")]),
    ("chế độ theo «Nghị quyết số 14/2032/NQ-HĐND» tỉnh đối với 9 trường hợp",
     [("Nghị quyết", "14/2032/NQ-HĐND", None, "HĐND tỉnh")]),
    ("theo «Quyết định 14/QĐ-UBND» huyện Bảo Thắng về giá",
     [("Quyết định", "14/QĐ-UBND", None, "UBND huyện Bảo Thắng")]),
    ("Thực hiện «Kế hoạch số 14/KH-UBND» xã đã mở 2 lớp",
     [("Kế hoạch", "14/KH-UBND", None, None)]),
    ("theo «Nghị quyết số 61/NQ-UBTVQH15 năm 2032» của Ủy ban Thường vụ Quốc hội.",
     [("Nghị quyết", "61/NQ-UBTVQH15", "2032", "Ủy ban Thường vụ Quốc hội")]),
    ("thực hiện «Kế hoạch số 14/KH-UBND» năm 2033 của UBND huyện",
     [("Kế hoạch", "14/KH-UBND", None, "UBND huyện")]),
    ("đã sáp nhập 14 xã.\n\nỦy ban Thường vụ Quốc hội cũng ban hành «Nghị quyết số "
     "61/NQ-UBTVQH15» về",
     [("Nghị quyết", "61/NQ-UBTVQH15", None, "Ủy ban Thường vụ Quốc hội")]),
    ("ý kiến của Chính phủ quy định tại Điều 81 «Luật Đất đai 2024», cụ thể",
     [("Luật", None, "2024", None)]),
    ("theo «Kế hoạch số 14/KH-UBND», «15/TTr-UBND» và «16/KH-UBND»",
     [("Kế hoạch", "14/KH-UBND", None, None), ("Tờ trình", "15/TTr-UBND", None, None),
      ("Kế hoạch", "16/KH-UBND", None, None)]),
    ("nghe «tờ trình số 61» của UBND tỉnh và «nghị định 14» về đất",
     [("Tờ trình", "61", None, "UBND tỉnh"), ("Nghị định", "14", None, None)]),
    ("Căn cứ «Bộ Luật Dân sự ngày 28/10/1995»; «Luật tổ chức Hội đồng Bộ trưởng ngày 5/8/1981»;",
     [("Bộ luật", None, "1995-10-28", None), ("Luật", None, "1981-08-05", None)]),
    ("«Luật thuế TNCN số 26/2032/QH19 ngày 22/11/2032» của Quốc hội",
     [("Luật", "26/2032/QH19", "2032-11-22", "Quốc hội")]),
    ("Căn cứ «Pháp lệnh về quyền hạn của Ủy ban nhân dân xã ngày 25 tháng 6 năm 1996»;",
     [("Pháp lệnh", None, "1996-06-25", None)]),
    ("Luật đã trình Quốc hội ngày 5/6/2031, Luật bắt đầu thi hành ngày 1/7/2032; Luật thay thế "
     "luật cũ ngày 1/2/2030. Luật này có hiệu lực từ ngày 1/7/2032.", []),
    ("theo «Thông tư số 07 ngày 21 tháng 5 năm 1984» của Bộ Nội thương",
     [("Thông tư", "07", "1984-05-21", "Bộ Nội thương")]),
    ("Theo «văn bản số 96/KT- KĐ ngày 3/12/2031» của Bộ Y tế",
     [("Văn bản", "96/KT-KĐ", "2031-12-03", "Bộ Y tế")]),
    ("«Thơng tư số 65/2032/TT-BTC ngày 17/5/2032» của Bộ Tài chính",
     [("Thông tư", "65/2032/TT-BTC", "2032-05-17", "Bộ Tài chính")]),
    ("«Nghị định số 65/2032/NĐ-CPngày 17 tháng 5 năm 2032» của Chính phủ",
     [("Nghị định", "65/2032/NĐ-CP", "2032-05-17", "Chính phủ")]),
    ("«Quy định thi hành Điều lệ Đảng số 73-QĐ/TW ngày 31-10-2032»",
     [("Quy định", "73-QĐ/TW", "2032-10-31", None)]),
    ("Chủ tịch UBND tỉnh Nguyễn Văn An ký «Quyết định số 14/QĐ-UBND» về giá",
     [("Quyết định", "14/QĐ-UBND", None, "Chủ tịch UBND tỉnh")]),
    ("Chủ tịch UBND thành phố Hà Nội Trần Văn An đã ký ban hành «Công văn số 14/UBND-KT»",
     [("Công văn", "14/UBND-KT", None, "Chủ tịch UBND thành phố Hà Nội")]),
    ("«Công văn số 14/SNV-TC» của Giám đốc Sở Nội vụ Lê Văn An, việc",
     [("Công văn", "14/SNV-TC", None, "Giám đốc Sở Nội vụ")]),
    ("«Quyết định số 14/QĐ-UBND» của UBND huyện Trần Văn Thời về giá",
     [("Quyết định", "14/QĐ-UBND", None, "UBND huyện Trần Văn Thời")]),
    ("«Công văn số 14/UBND-VX ngày 2/3/2031» của UBND tỉnh Quảng Ninh V/v phối hợp",
     [("Công văn", "14/UBND-VX", "2031-03-02", "UBND tỉnh Quảng Ninh")]),
    ("như trên. Tổ công tác đặc biệt của Chính phủ có «văn bản số 14/BC-TCT ngày 2/3/2031» báo",
     [("Văn bản", "14/BC-TCT", "2031-03-02", "Tổ công tác đặc biệt của Chính phủ")]),
    ("của Giám đốc Sở Nông nghiệp & Phát triển nông thôn tại «Tờ trình số 14/TTr-SNN»",
     [("Tờ trình", "14/TTr-SNN", None, "Sở Nông nghiệp & Phát triển nông thôn")]),
    ("«Quyết định số 14/2031/QĐ-UBND» Về chợ do UBND thành phố Huế ban hành (hết hiệu lực)",
     [("Quyết định", "14/2031/QĐ-UBND", None, "UBND thành phố Huế")]),
    ("theo «công văn đính chính số 51/TCHQ-TXNK ngày 4/5/2031» của Tổng cục Hải quan",
     [("Công văn", "51/TCHQ-TXNK", "2031-05-04", "Tổng cục Hải quan")]),
    ("theo «Nghị quyết số 12c/NQCP» về", [("Nghị quyết", "12c/NQ-CP", None, None)]),
    ("hủy «bản án dân sự sơ thẩm số 14/2032/DS-ST ngày 5/6/2032» của",
     [("Bản án", "14/2032/DS-ST", "2032-06-05", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), TYPED)
def test_citations_as_they_are_typed(
    marked: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    text, spans = unmark(marked)
    found = citations_in(text)
    assert [(c.type, c.number, c.date, c.issuer) for c in found] == expected
    assert [(c.start, c.end) for c in found] == spans


def test_a_list_number_glued_to_a_citation_is_no_figure() -> None:
    report = analyse(read_text("- 2Nghị định 61/2031/NĐ-CP về 14 hộ", "x.txt"))
    assert [q.text for q in report.quantities] == ["14"]
