"""Word 2003 XML: automatic numbers, notes in their runs, merged cells, revisions, page heads."""

from __future__ import annotations

import pytest

from extract.errors import InputError
from extract.readers.files import read_bytes

W = "http://schemas.microsoft.com/office/word/2003/wordml"
LISTS = (
    '<w:listDef w:listDefId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="1"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:suff w:val="Space"/><w:lvlText w:val="Điều %2."/></w:lvl></w:listDef>'
    '<w:list w:ilfo="9"><w:ilst w:val="4"/></w:list>'
)


def t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def p(content: str, level: int | None = None) -> str:
    at = f'<w:ilvl w:val="{level}"/><w:ilfo w:val="9"/><wx:t wx:val="?"/>'
    about = "" if level is None else f"<w:pPr><w:listPr>{at}</w:listPr></w:pPr>"
    return f"<w:p>{about}{content if content.startswith('<') else t(content)}</w:p>"


def revised(kind: str, content: str) -> str:
    return (
        f'<aml:annotation aml:id="1" w:type="Word.{kind}"><aml:content>{content}</aml:content>'
        "</aml:annotation>"
    )


def tc(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{p(text)}</w:tc>"


def word_2003(body: str, before: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'
        f'{before}<w:wordDocument xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">'
        f"<w:lists>{LISTS}</w:lists><w:body><wx:sect>{body}"
        '<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>Trang 3</w:t></w:r></w:p></w:hdr></w:sectPr>'
        "</wx:sect></w:body></w:wordDocument>"
    ).encode()


def text(body: str) -> str:
    return read_bytes(word_2003(body), "b.xml").text.rstrip("\n")


def test_automatic_numbers() -> None:
    body = p("KẾT QUẢ", 0) + p("Có 40 tổ.", 1) + p("Có 31 tổ.", 1) + p("NHIỆM VỤ", 0) + p("Hết.")
    found = ["I. KẾT QUẢ", "Điều 1. Có 40 tổ.", "Điều 2. Có 31 tổ.", "II. NHIỆM VỤ", "Hết."]
    assert text(body).split("\n") == found


def test_a_note_stands_in_the_run_that_calls_it() -> None:
    note = f"<w:footnote>{p('<w:r><w:footnoteRef/></w:r>' + t(' Gồm 02 tổ.'))}</w:footnote>"
    body = p(f"{t('Toàn xã có 40 tổ')}<w:r>{note}</w:r>{t(', giảm 9 tổ.')}") + p("Hết.")
    assert text(body).split("\n") == ["Toàn xã có 40 tổ¹, giảm 9 tổ.", "¹ Gồm 02 tổ.", "Hết."]


def test_revisions() -> None:
    deleted = "<w:r><w:delText>39</w:delText></w:r>"
    body = p(
        f"{t('Có ')}{revised('Insertion', t('40'))}{revised('Deletion', deleted)}{t(' tổ.')}"
        f"{revised('Comment', p('Xem lại.'))}"
    )
    assert text(body) == "Có 40 tổ."


def test_merged_cells() -> None:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single"/>' for side in sides)
    rows = (
        tc("Nơi", '<w:vmerge w:val="restart"/>') + tc("Số hộ", '<w:gridSpan w:val="2"/>'),
        tc("", "<w:vmerge/>") + tc("Năm 2030") + tc("Năm 2031"),
        tc("Đông") + tc("40") + tc("31"),
    )
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    found = text(
        f"<w:tbl><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>{body}</w:tbl>{p('Hết.')}"
    )
    assert found.split("\n")[:4] == [
        "| Nơi | Số hộ |  |",
        "|  | Năm 2030 | Năm 2031 |",
        "| --- | --- | --- |",
        "| Đông | 40 | 31 |",
    ]


def test_text_boxes_and_older_fonts() -> None:
    inner = f"<w:txbxContent>{p('Trong hộp.')}</w:txbxContent>"
    box = f"<v:shape><v:textbox>{inner}</v:textbox></v:shape>"
    font = '<w:rPr><w:rFonts w:ascii=".VnTime" w:h-ansi=".VnTime"/></w:rPr>'
    body = p(f"<w:r><w:pict>{box}</w:pict></w:r>{t('Ngoài hộp.')}")
    body += p(f"<w:r>{font}<w:t>NghÞ ®Þnh sè 9 cña ChÝnh phñ</w:t></w:r>")
    assert text(body).split("\n") == ["Ngoài hộp.", "Trong hộp.", "Nghị định số 9 của Chính phủ"]


@pytest.mark.parametrize(
    "data",
    [
        word_2003(p("Có 40 tổ."))[:-30],
        word_2003(p("Có &a; tổ."), '<!DOCTYPE x [<!ENTITY a "40">]>'),
    ],
)
def test_broken_and_hostile_files(data: bytes) -> None:
    with pytest.raises(InputError, match=r"b\.xml"):
        read_bytes(data, "b.xml")
