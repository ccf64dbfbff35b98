"""What programs put on pages is no text: digital signatures, the running head of the gazette."""

from __future__ import annotations

import pytest

import extract
from pdfs import FILLER, LEFT, Pdf, read

SIGNED = (
    "Ký bởi: Cổng Thông tin điện tử",
    "Chính phủ",
    "Email: thongtin@vidu.gov.vn",
    "Cơ quan: Văn phòng",
    "Thời gian ký: 12.03.2021 15:20:33 +07:00",
)


def test_a_digital_signature_is_no_text() -> None:
    """Its time was a date of the document, its address a line of the head."""
    pdf = Pdf().page()
    pdf.text(LEFT, 60, "ỦY BAN NHÂN DÂN XÃ")
    pdf.lines(50, *SIGNED, x=380, size=7)
    pdf.paragraph(140, FILLER + " Toàn xã còn 31 tổ, họp ngày 05/3/2021.", indent=28)
    document = read(pdf)
    report = extract.analyse(document)
    assert [d.value for d in report.dates] == ["2021-03-05"]
    assert [q.value for q in report.quantities] == [31]
    assert all(line not in document.text for line in SIGNED)
    assert "ỦY BAN NHÂN DÂN XÃ" in document.text


def test_a_signature_below_the_text() -> None:
    pdf = Pdf().page()
    y = pdf.paragraph(100, FILLER, indent=28)
    pdf.lines(y + 40, "Người ký: Nguyễn Văn Thử", "Ngày ký: 12/3/2021 08:15:02", x=330, size=9)
    assert "Người ký" not in read(pdf).text and FILLER in read(pdf).text


def test_text_that_only_begins_like_a_signature() -> None:
    lines = ("Người ký: Chủ tịch Ủy ban nhân dân xã.", "Ngày ký: 12/3/2021.")
    pdf = Pdf().page()
    y = pdf.paragraph(100, FILLER, indent=28)
    pdf.lines(y + 10, lines[0])
    pdf.paragraph(y + 80, FILLER, indent=28)
    assert lines[0] in read(pdf).text


def test_the_head_of_the_gazette() -> None:
    """It was text on documents of one or two pages."""
    pdf = Pdf()
    for head in ("44   CÔNG BÁO/Số 12 + 13/Ngày 11-01-2021", "CÔNG BÁO/Số 14/Ngày 11-01-2021   45"):
        pdf.page().text(LEFT, 50, head)
        pdf.paragraph(100, FILLER)
    document = read(pdf)
    assert document.text == f"{FILLER}\n{FILLER}"
    assert extract.analyse(document).dates == ()


@pytest.mark.parametrize(
    "stamp",
    [
        ("CÔNG VĂN ĐẾN", "Số: 1235", "Ngày: 06/4/2021", "Chuyển: VP"),
        ("ĐẾN Số: 1235", "Ngày: 06/4/2021 10:15:22"),
    ],
)
def test_the_stamp_on_what_is_received(stamp: tuple[str, ...]) -> None:
    pdf = Pdf().page()
    pdf.text(LEFT, 60, "Số: 12/BC-UBND").lines(90, *stamp, x=LEFT + 10, size=8)
    pdf.paragraph(180, FILLER + " Toàn xã còn 31 tổ, họp ngày 05/3/2021.", indent=28)
    document = read(pdf)
    assert [d.value for d in extract.analyse(document).dates] == ["2021-03-05"]
    assert document.text.startswith("Số: 12/BC-UBND\nỦy ban nhân dân")


def test_words_that_only_begin_like_such_a_stamp() -> None:
    pdf = Pdf().page()
    y = pdf.lines(60, "VĂN BẢN ĐẾN", "Số: 1235 văn bản đến trong năm 2020")
    pdf.paragraph(y + 10, FILLER, indent=28)
    assert read(pdf).text.startswith("VĂN BẢN ĐẾN\nSố: 1235 văn bản")
