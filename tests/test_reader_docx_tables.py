"""Word: tables of data and of layout; files that are bad or hostile."""

from __future__ import annotations

from pathlib import Path

import pytest

from docx_parts import (
    NAMES,
    call,
    docx,
    item,
    lines,
    lists,
    lvl,
    note,
    p,
    read,
    t,
    table,
    tc,
    tr,
    zipped,
)
from extract.errors import InputError
from extract.pipeline import analyse
from extract.readers.docx import xml as docx_xml
from extract.readers.docx.package import MOST_BYTES
from extract.readers.files import read_bytes


def test_a_table_of_data() -> None:
    body = p("Biểu 1") + table(tr("Chỉ tiêu", "2021"), tr("Số hộ | khẩu", "1.200")) + p("Hết.")
    document = read(body)
    assert document.text.splitlines() == [
        "Biểu 1",
        "",
        "| Chỉ tiêu | 2021 |",
        "| --- | --- |",
        "| Số hộ \\| khẩu | 1.200 |",
        "",
        "Hết.",
    ]
    assert [b.kind for b in document.blocks] == ["paragraph", "table", "paragraph"]


def test_merged_cells() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        tr(tc("TT", restart), tc("Biên chế", wide)),
        tr(tc("", goes_on), "2021", "2022"),
        tr("1", "40", "31"),
        tr(tc("Tổng", wide), "71"),
    )
    assert lines(body) == [
        "| TT | Biên chế |  |",
        "|  | 2021 | 2022 |",
        "| --- | --- | --- |",
        "| 1 | 40 | 31 |",
        "| Tổng |  | 71 |",
    ]


def gridded(*widths: int) -> str:
    """A table whose second and third columns nearly meet, on a grid of these widths."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    two = '<w:gridSpan w:val="2"/>'
    head = tr(tc("Thôn"), tc("Số hộ"), tc("Tăng", two))
    rows = [tr(tc(name), tc(hộ, two), tc(more)) for name, hộ, more in (
        ("Đông", "31", "5"), ("Đoài", "42", "7"), ("Bắc", "17", "2"))]  # fmt: skip
    return table(head, *rows).replace("<w:tr>", f"<w:tblGrid>{grid}</w:tblGrid><w:tr>", 1)


@pytest.mark.parametrize(
    ("widths", "row"),
    [
        ((1800, 1799, 1, 1800), ("Đông", "31", "5")),
        ((1800, 1760, 40, 1800), ("Đông", "31", "5")),
        ((1800, 1500, 300, 1800), ("Đông", "31", "", "5")),
        ((0, 0, 0, 0), ("Đông", "31", "", "5")),  # a grid that tells nothing
    ],
)
def test_columns_too_thin_for_a_letter(widths: tuple[int, ...], row: tuple[str, ...]) -> None:
    (found,) = analyse(read(gridded(*widths))).tables
    assert found.cells[1] == row


def test_rows_that_repeat_are_the_header() -> None:
    head = "<w:tblHeader/>"
    body = table(tr("a", "b", properties=head), tr("1", "2", properties=head), tr("x", "3"))
    assert lines(body)[2] == "| --- | --- |"


def test_cells_hold_paragraphs_breaks_numbers_notes_and_tables() -> None:
    inner = tc(table(tr("trong", "bảng")) + p(""))
    breaks = tc(p("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>") + p("ba"))
    body = table(
        tr("STT", "Nội dung", "Số"),
        tr(tc(item("")), breaks, tc(p(t("40") + call("footnote", 1)))),
        tr(tc(item("")), inner, "31"),
    )
    found = lines(body, numbering=lists(lvl(0, "%1.")), footnotes=note("footnote", 1, "Gồm cả."))
    assert found == [
        "| STT | Nội dung | Số |",
        "| --- | --- | --- |",
        "| 1. | một hai ba | 40¹ |",
        "| 2. | trong bảng | 31 |",
        "",
        "¹ Gồm cả.",
    ]


def test_rows_a_revision_removed_are_left_out() -> None:
    body = table(tr("a", "b"), tr("cũ", "1", properties='<w:del w:id="1"/>'), tr("mới", "2"))
    assert lines(body) == ["| a | b |", "| --- | --- |", "| mới | 2 |"]


HEAD = (
    tr(
        tc(p("ỦY BAN NHÂN DÂN") + p("XÃ THỬ")),
        tc(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")),
    ),
    tr("Số: 12/BC-UBND", "Xã Thử, ngày 05 tháng 3 năm 2021"),
)


@pytest.mark.parametrize("borders", ["", "nil", "single"])
def test_the_head_is_no_table(borders: str) -> None:
    document = read(table(*HEAD, borders=borders) + p("BÁO CÁO"))
    assert document.text.splitlines() == [
        "ỦY BAN NHÂN DÂN", "XÃ THỬ", "Số: 12/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Xã Thử, ngày 05 tháng 3 năm 2021", "BÁO CÁO",
    ]  # fmt: skip
    found = analyse(document).metadata
    assert (found.number, found.place, found.date) == ("12/BC-UBND", "Xã Thử", "2021-03-05")


def test_the_end_is_no_table() -> None:
    left = tc(p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT."))
    right = tc(p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH") + p("Lê Văn Thử"))
    document = read(p("I. KẾT QUẢ") + p("Có 40 tổ.") + table(tr(left, right), borders=""))
    assert document.text.splitlines()[2:] == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Thử",
    ]  # fmt: skip
    assert analyse(document).metadata.signer == "Lê Văn Thử"


@pytest.mark.parametrize(
    ("rows", "borders", "is_table"),
    [
        ((tr("Chỉ tiêu", "2021"), tr("Số hộ", "40"), tr("Số khẩu", "1.200")), "", True),
        ((tr("Ví dụ 1", "Ví dụ 2"), tr("ĐẢNG ỦY", "HUYỆN ỦY")), "", False),
        ((tr("Ví dụ 1", "Ví dụ 2"), tr("ĐẢNG ỦY", "HUYỆN ỦY")), "single", True),
        ((tr("một"), tr("hai")), "single", False),
        ((tr("Nơi nhận văn bản", "Cỡ chữ"), tr("Nơi nhận:", "14")) * 2, "single", True),
    ],
)
def test_layout_or_data(rows: tuple[str, ...], borders: str, is_table: bool) -> None:
    assert any(b.kind == "table" for b in read(table(*rows, borders=borders)).blocks) is is_table


def test_lines_of_a_table_come_from_its_style() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="Luoi"><w:tblPr><w:tblBorders>'
        '<w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="Con"><w:basedOn w:val="Luoi"/></w:style>'
    )
    body = table(
        tr("Tên", "Chức vụ"),
        tr("An", "Tổ trưởng"),
        borders="",
        properties='<w:tblStyle w:val="Con"/>',
    )
    assert lines(body, styles=styles)[0] == "| Tên | Chức vụ |"
    assert lines(body)[0] == "Tên"


def test_a_paragraph_that_begins_with_a_bar_is_no_table() -> None:
    document = read(p("| a | b |"))
    assert document.text == "\\| a | b |\n" and document.blocks[0].kind == "paragraph"


def test_spans_without_measure_do_not_fill_the_memory() -> None:
    row = tr(tc("a", '<w:gridSpan w:val="999999999"/>'), "b")
    assert max(len(line) for line in lines(table(row, row))) < 1000


def refusal(data: bytes) -> str:
    """What is said, in English, of a file that cannot be read."""
    with pytest.raises(InputError) as caught:
        read_bytes(data, "b.docx")
    en, vi = str(caught.value), caught.value.said("vi")
    assert en.startswith("b.docx: ") and vi.startswith("b.docx: ") and en != vi
    return en


def test_protected_and_old_files() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "password" in refusal(ole + "EncryptedPackage".encode("utf-16-le") + bytes(100))
    old = refusal(ole + "WordDocument".encode("utf-16-le"))
    assert "97-2003" in old and ".docx" in old


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"xl/workbook.xml": "<x/>"}, "Excel"),
        ({"ppt/presentation.xml": "<x/>"}, "PowerPoint"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "OpenDoc"),
        ({"a.txt": "chữ"}, "ZIP"),
        ({}, "ZIP"),
        ({"word/document.xml": "<x/>"}, "ZIP"),
    ],
)
def test_other_zips(files: dict[str, str | bytes], said: str) -> None:
    assert said in refusal(zipped(files))


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_file_cut_short(keep: float) -> None:
    data = docx(p("Kính gửi") * 500)
    said = refusal(data[: int(len(data) * keep)])
    assert "damaged" in said and "save it again" in said


def test_a_part_that_is_damaged() -> None:
    assert "word/document.xml" in refusal(docx("", {"word/document.xml": b"\x00\xff" * 50}))
    assert "damaged" in refusal(docx("<w:p>"))
    data = bytearray(docx(p("Kính gửi các đồng chí") * 50))
    at = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[at + 20 : at + 40] = bytes(20)
    assert "damaged" in refusal(bytes(data))


def test_a_zip_bomb() -> None:
    assert "64 MiB" in refusal(docx("", {"word/document.xml": b" " * (MOST_BYTES + 1)}))
    assert "10000 parts" in refusal(zipped({f"x{n}": b"" for n in range(10_001)}))


def test_elements_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_xml, "MOST_NODES", 1000)
    assert "word/document.xml" in refusal(docx(p("a") * 1000))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(encoding: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật", encoding="utf-8")
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    doctype = (
        f'<!DOCTYPE w:document [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file://{secret}">{laughs}]>'
    )
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<w:document {NAMES}><w:body>'
        f"{p('&e11;&f;')}</w:body></w:document>"
    )
    said = refusal(docx("", {"word/document.xml": xml.encode(encoding)}))
    assert "word/document.xml" in said and "mật" not in said


def test_tables_nested_deep() -> None:
    body = p("đáy")
    for _ in range(20):
        body = table(tr(tc(body + p("")), "1"), tr("2", "3"))
    assert "đáy" in lines(body)[0]
    for _ in range(200):
        body = table(tr(tc(body + p("")), "1"))
    assert "damaged" in refusal(docx(body))


def test_pictures_only_and_nothing_at_all() -> None:
    said = refusal(docx(p("<w:r><w:drawing><a:graphic/></w:drawing></w:r>")))
    assert "pictures" in said and "OCR" in said
    assert "no text" in refusal(docx(p("")))


DRAWN = "<w:drawing><a:graphic><a:r><a:t>{}</a:t></a:r></a:graphic></w:drawing>"


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        ('<w:pict><v:shape><v:textpath string="TIN NHANH"/></v:shape></w:pict>', True),
        ('<w:pict><v:shape><v:textpath string=""/></v:shape></w:pict>', False),
        (DRAWN.format("Có 9 tổ"), True),
        (DRAWN.format(" "), False),
    ],
)
def test_words_of_drawings_are_told(drawing: str, told: bool) -> None:
    warnings = ("drawings with words (WordArt) that were not read: 1",) if told else ()
    assert read(p(t("a") + f"<w:r>{drawing}</w:r>")).warnings == warnings


def test_what_is_not_read_is_a_warning() -> None:
    chart = (
        '<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/'
        'drawingml/2006/chart"/></a:graphic></w:drawing></w:r>'
    )
    document = read(p(t("a") + chart) + '<w:altChunk r:id="x"/>')
    assert list(document.warnings) == [
        "charts or diagrams that were not read: 1",
        "embedded documents that were not read: 1",
    ]


def picture(inner: str) -> str:
    return p(f"<w:r>{inner}</w:r>")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            picture(
                '<w:object><v:shape style="width:400pt;height:200pt"/>'
                '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
                'ProgID="Excel.Sheet.12"/></w:object>'
            ),
            "1 đối tượng nhúng (Excel.Sheet.12)",
        ),
        (
            picture(
                '<w:drawing><wp:inline><wp:extent cx="5400000" cy="1800000"/></wp:inline>'
            ).replace("</w:r>", "</w:drawing></w:r>"),
            "1 hình lớn",
        ),
        (picture('<w:pict><v:shape style="width:16cm;height:5cm"/></w:pict>'), "1 hình lớn"),
        (p('<w:subDoc r:id="x"/>'), "1 văn bản nhúng"),
    ],
)
def test_what_stands_beside_the_text_is_a_warning(body: str, said: str) -> None:
    [warning] = read(p("Báo cáo.") + body).warnings
    assert said in warning.said("vi")


def test_logos_and_signatures_are_no_warning() -> None:
    extent = '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/></wp:inline></w:drawing>'
    assert not read(p("Báo cáo.") + picture(extent)).warnings


def test_broken_styles_are_a_warning() -> None:
    document = read(p("a", '<w:pStyle w:val="X"/>'), styles="<w:style>")
    assert document.text == "a\n" and "styles" in document.warnings[0]


def test_attributes_of_nonsense() -> None:
    numbering = lists(lvl(0, "%1%9%", start=1).replace('w:val="1"', f'w:val="{"9" * 5000}"'))
    body = (
        item("a", level=99) + item("b", level=-1) + item("c") + p('<w:r><w:sym w:char="zz"/></w:r>')
    )
    assert lines(body, numbering=numbering)[:2] == ["a", "b"]
