"""Word -> Document: paragraphs as their reader sees them, and whole documents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from docx_parts import JOIN, docx, item, lines, lists, lvl, p, part, read, t
from extract.batch.local import discover
from extract.model import Report
from extract.output.contract import as_dict
from extract.pipeline import analyse
from extract.readers.docx.reader import MEDIA_TYPE
from extract.readers.files import read_bytes, read_path

REPORTS = Path(__file__).parents[2] / "shared" / "reports"


def test_a_run_takes_word_files(tmp_path: Path) -> None:
    for name in ("a.docx", "b.DOCM", "c.xlsx", "d.txt"):
        (tmp_path / name).write_bytes(docx(p("Kính gửi")))
    assert [task.name for task in discover([tmp_path])] == ["a.docx", "b.DOCM", "d.txt"]


def test_what_the_document_says_of_itself() -> None:
    data = docx(p("Toàn xã có 40 tổ."))
    document = read_bytes(data, "b.docx")
    assert document.text == "Toàn xã có 40 tổ.\n"
    assert (document.reader, document.media_type, document.pages) == ("docx", MEDIA_TYPE, ())
    found = as_dict(analyse(document))
    assert found["reading_text"] == document.text
    assert found["status"] == "ok" and found["source"]["pages"] is None


def test_the_kind_is_told_by_the_content(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_bytes(docx(p("Kính gửi")))
    assert read_path(path).text == "Kính gửi\n"


def test_strict_documents_and_parts_under_other_names() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = part("document", f"<w:body>{p('Kính gửi')}</w:body>")
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    raw: dict[str, str | bytes] = {"word/document.xml": xml.replace(transitional, strict)}
    assert read_bytes(docx("", raw), "b.docx").text == "Kính gửi\n"


def test_a_macro_file_is_read_without_its_macros() -> None:
    data = docx(p("Kính gửi"), {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"})
    assert read_bytes(data, "b.docm").text == "Kính gửi\n"


RAISED = '<w:vertAlign w:val="superscript"/>'


def formula(kind: str, **parts: str) -> str:
    inner = "".join(f"<m:{k}><m:r><m:t>{v}</m:t></m:r></m:{k}>" for k, v in parts.items())
    return f"<m:oMath><m:{kind}>{inner}</m:{kind}></m:oMath>"


def drop_down(*entries: str, chosen: int) -> str:
    listed = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
        f'<w:result w:val="{chosen}"/>{listed}</w:ddList></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (t("Kính ") + t("gửi"), "Kính gửi"),
        ("<w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t></w:r>", "Số: 12"),
        ("<w:r><w:t>NQ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r>", "NQ-CP"),
        ("<w:r><w:t>tổ</w:t><w:softHyphen/><w:t>chức</w:t></w:r>", "tổchức"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5%</w:t></w:r>', "≥ 5%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Đạt</w:t></w:r>', "☑ Đạt"),
        ('<w:r><w:sym w:font="Riêng" w:char="F041"/><w:t>Đạt</w:t></w:r>', "Đạt"),
        (t("Mật", "<w:vanish/>") + t("Còn"), "Còn"),
        (t("Còn", '<w:vanish w:val="0"/>'), "Còn"),
        (t("tỉnh ủy", "<w:caps/>"), "TỈNH ỦY"),
        (t("12 m") + t("2", '<w:vertAlign w:val="superscript"/>'), "12 m²"),
        (t("12 m") + t("3", '<w:vertAlign w:val="superscript"/>'), "12 m³"),
        (t("tổ") + t("(1)", '<w:vertAlign w:val="superscript"/>') + t(" và"), "tổ¹ và"),
        (t("tổ") + t("1", '<w:position w:val="9"/><w:sz w:val="22"/>') + t(" và"), "tổ¹ và"),
        (t("tổ") + t("1", RAISED) + t("2", RAISED), "tổ¹ ²"),
        (t("tổ") + t("2", RAISED) + t("1", RAISED), "tổ²¹"),
        (t("tổ") + t("(a)", RAISED) + t(" và"), "tổ<sup>a</sup> và"),
        (t("tổ") + t("**", RAISED) + t(" và"), "tổ<sup>**</sup> và"),
        (t("dài 5 m") + t("a", RAISED) + t(" và 3") + t("b", RAISED), "dài 5 ma và 3b"),
        (t("30") + t("o", RAISED) + t("C và 21") + t("0", RAISED), "30°C và 21°"),
        (t("tổ ") + t("12", '<w:position w:val="-2"/>'), "tổ 12"),
        (t("1") + t("st", '<w:vertAlign w:val="superscript"/>'), "1st"),
        (t("CO") + t("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
        (f'<w:ins w:id="1">{t("mới")}</w:ins><w:del w:id="2">{t("cũ")}</w:del>', "mới"),
        (f"<w:moveTo>{t('đến')}</w:moveTo><w:moveFrom>{t('đi')}</w:moveFrom>", "đến"),
        (f"<w:hyperlink><w:smartTag>{t('liên kết')}</w:smartTag></w:hyperlink>", "liên kết"),
        (f"<w:sdt><w:sdtContent>{t('chọn')}</w:sdtContent></w:sdt>", "chọn"),
        (
            f"{t('Tên: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent>{t('bấm để nhập')}</w:sdtContent></w:sdt>",
            "Tên:",
        ),
        (f'<w:customXml w:element="x">{t("giữ")}</w:customXml>', "giữ"),
        (t("có") + '<w:r><w:commentReference w:id="0"/></w:r>', "có"),
        (
            f"<m:oMath><m:f><m:num>{t('12')}</m:num><m:den>{t('40')}</m:den></m:f></m:oMath>",
            "12/40",
        ),
        (t("Tổng\nsố\u2028hộ"), "Tổng số hộ"),
        (formula("sSup", e="10", sup="6"), "10^6"),
        (formula("sSubSup", e="10", sub="2", sup="6"), "10_2^6"),
        (formula("sSub", e="CO", sub="2"), "CO2"),
        (t("x = ") + formula("rad", deg="", e="27"), "x = √27"),
        (t("40") + formula("rad", deg="3", e="27"), "40 3√27"),
        (formula("f", num="5+7", den="12-4"), "(5+7)/(12-4)"),
        (t("2 × ") + formula("d", e="5+7"), "2 × (5+7)"),
        (formula("nary", sub="1", sup="12", e="40"), "∫_1^12 40"),
        (t("Số hộ: ") + drop_down("150", "275", chosen=1), "Số hộ: 275"),
    ],
)
def test_runs(runs: str, text: str) -> None:
    assert lines(p(runs)) == [text]


def begin(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
    )


SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def complex_field(code: str, result: str) -> str:
    return begin(code) + SEPARATE + result + END


def test_fields_show_their_results() -> None:
    nested = begin("IF ") + complex_field("DATE", t("ẩn")) + SEPARATE + t("đúng") + END
    link = complex_field('HYPERLINK "x"', t("Nghị định"))
    simple = f'<w:fldSimple w:instr="REF a">{t("mục 3")}</w:fldSimple>'
    assert lines(p(nested + t(" ") + link + t(" ") + simple)) == ["đúng Nghị định mục 3"]


def test_a_field_over_several_paragraphs() -> None:
    body = p(begin("TOC") + SEPARATE + t("Mục I")) + p(t("Mục II") + END) + p("Sau")
    assert lines(body) == ["Mục I", "Mục II", "Sau"]


def test_a_table_of_contents_has_dots_before_its_page_numbers() -> None:
    tab = "<w:r><w:tab/></w:r>"
    page = complex_field("PAGEREF a", t("5"))
    entry = p(begin("TOC") + SEPARATE + t("1.") + tab + t("Kết quả") + tab + page + END)
    document = read(entry + p(t("1.") + tab + t("Kết quả")))
    assert document.text.splitlines() == ["1. Kết quả ..... 5", "1. Kết quả"]
    assert len(analyse(document).sections) == 1


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert lines(p(begin("TOC") + t("Một")) + p("Hai")) == ["Một", "Hai"]


def test_a_page_number_alone_is_no_text() -> None:
    page = complex_field("PAGE", t("3"))
    assert lines(p(t("Trang ") + page) + p(t("Xem trang ") + page) + p("40")) == [
        "Xem trang 3",
        "40",
    ]


def test_styles_say_what_is_hidden_or_raised() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Cao"><w:basedOn w:val="Goc"/></w:style>'
        '<w:style w:type="character" w:styleId="Goc"><w:basedOn w:val="Cao"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    runs = t("tổ") + t("2", '<w:rStyle w:val="Cao"/>') + t("mật", '<w:rStyle w:val="An"/>')
    assert lines(p(runs), styles=styles) == ["tổ²"]


def test_a_deleted_paragraph_mark_joins_paragraphs() -> None:
    assert lines(p("Toàn xã ", JOIN) + p("có 40 tổ.") + p("Hết.")) == ["Toàn xã có 40 tổ.", "Hết."]
    assert lines(p("Cuối", JOIN)) == ["Cuối"]


@pytest.mark.parametrize("place", ["drop", "margin"])
def test_a_first_letter_set_large_is_of_the_paragraph(place: str) -> None:
    frame = f'<w:framePr w:dropCap="{place}" w:lines="3" w:wrap="around"/>'
    first = p(t("T", '<w:sz w:val="116"/>'), frame)
    assert lines(first + p("oàn xã có 40 tổ.") + p("Hết.")) == ["Toàn xã có 40 tổ.", "Hết."]


@pytest.mark.parametrize(
    ("before", "after", "jc", "broken"),
    [
        ("Toàn xã có", "40 tổ", "both", False),
        ("BÁO CÁO", "tổng kết công tác", "center", False),
        ("BÁO CÁO", "Tổng kết công tác", "center", True),
        ("TỈNH ỦY", "ĐIỆN BIÊN", "center", True),
        ("I. TỔ CHỨC BỘ MÁY", "VÀ BIÊN CHẾ", "both", False),
        ("Độc lập - Tự do - Hạnh phúc", "---------", "center", True),
        ("Nơi nhận:", "- Như trên;", "left", True),
        ("theo khoản", "1. Điều 5", "left", False),
        ("UBND HUYỆN THỬ", "PHÒNG NỘI VỤ", "left", True),
        ("KẾT QUẢ SẮP XẾP BỘ MÁY", "VÀ TINH GIẢN BIÊN CHẾ", "left", False),
        ("1. Sắp xếp tổ chức", "a) Lĩnh vực y tế", "both", True),
        ("Thực hiện Nghị quyết Đại hội lần thứ", "12. Các xã có 5 tổ", "both", False),
        ("giảm 2 tổ.", "Tổng số có 17 tổ", "both", True),
        ("họp tại TP.", "Hồ Chí Minh", "both", False),
        ("Độc lập - Tự do - Hạnh phúc", "Thử, ngày 5 tháng 6 năm 2023", "center", True),
    ],
)
def test_line_breaks_by_hand(before: str, after: str, jc: str, broken: bool) -> None:
    runs = f"{t(before)}<w:r><w:br/></w:r>{t(after)}"
    expected = [before, after] if broken else [f"{before} {after}"]
    assert lines(p(runs, f'<w:jc w:val="{jc}"/>')) == expected


def test_line_breaks_at_the_margin_end_no_paragraph() -> None:
    typed = (
        "Toàn xã có 40 tổ tự quản, trong đó",
        "31 tổ ở thôn Đông và thôn Đoài.",
        "Các tổ còn lại ở những thôn khác,",
        "theo quy định tại mục",
        "2. Báo cáo này.",
        "Năm sau giảm 2 tổ.",
    )
    runs = "<w:r><w:br/></w:r>".join(t(line) for line in typed)
    assert lines(p(runs)) == [" ".join(typed[:5]), typed[5]]


def test_bold_and_italics_tell_headings() -> None:
    body = (
        p(t("1. Tổ chức", "<w:b/>"))
        + p(t("a) ") + t("Kết quả", "<w:i/>"))
        + p(t("2. Kinh phí.", "<w:b/>") + t(" Đã chi."))
        + p(t("Đ", "<w:b/>") + t("iều này."))
        + p(t("- Về thu", "<w:b/>"))
        + p(t("*", "<w:b/>"))
    )
    document = read(body)
    assert document.text.splitlines() == [
        "**1. Tổ chức**",
        "a) *Kết quả*",
        "**2. Kinh phí.** Đã chi.",
        "Điều này.",
        "- **Về thu**",
        "*",
    ]
    assert document.view.splitlines()[:3] == ["1. Tổ chức", "a) Kết quả", "2. Kinh phí. Đã chi."]
    assert [b.kind for b in document.blocks][:3] == ["heading", "heading", "item"]


def test_text_boxes_are_read_once() -> None:
    inner = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    drawing = f"<w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing>"
    vml = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p(t("Ngoài") + both)) == ["Ngoài", "Trong khung"]
    assert lines(p(t("Ngoài") + f"<w:r>{vml}</w:r>")) == ["Ngoài", "Trong khung"]


def test_a_list_in_a_text_box_counts_by_itself() -> None:
    inner = f"<w:txbxContent>{item('hộp')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape>{inner}</v:shape></w:pict></w:r>"
    body = item("một") + p(box) + item("hai")
    assert lines(body, numbering=lists(lvl(0, "%1."))) == ["1. một", "1. hộp", "2. hai"]


def test_headers_footers_and_comments_are_no_text() -> None:
    raw: dict[str, str | bytes] = {
        "word/header1.xml": part("hdr", p("2")),
        "word/comments.xml": part("comments", p("ý kiến")),
    }
    assert read_bytes(docx(p("Kính gửi"), raw), "b.docx").text == "Kính gửi\n"


def shared(name: str) -> Path:
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path


def rows(report: Report, kind: str) -> Counter[str]:
    """What was found of a kind, places and the words of notes' dots put aside."""
    text = {q.id: f"{q.text} {q.value}" for q in report.quantities}
    found = {
        "sections": [(s.label, s.kind, s.depth, s.title) for s in report.sections],
        "footnotes": [(f.marker, f.ref is None, f.body is None) for f in report.footnotes],
        "citations": [
            (c.text, c.type, c.number, c.date, c.issuer, c.key) for c in report.citations
        ],
        "dates": [(d.text, d.value, d.grain) for d in report.dates],
        "quantities": [
            (q.text, q.value, q.unit, q.noun, q.bound, q.direction) for q in report.quantities
        ],
        "relations": [
            (
                r.kind,
                r.verdict,
                r.expression,
                text[r.stated],
                *(text[o.quantity] for o in r.operands),
            )
            for r in report.relations
        ],
        "findings": [(f.code, sorted(f.args.items())) for f in report.findings],
    }[kind]
    return Counter(str(row).replace("…", "...") for row in found)


def test_word_and_markdown_of_one_report_say_the_same() -> None:
    word = analyse(read_path(shared("dien-bien-bao-cao-tong-ket-nq18.docx")))
    plain = analyse(read_path(shared("dien-bien-bao-cao-tong-ket-nq18.txt")))
    for kind in (
        "sections",
        "footnotes",
        "citations",
        "dates",
        "quantities",
        "relations",
        "findings",
    ):
        assert rows(word, kind) == rows(plain, kind), kind
    assert word.document.warnings == ()


def test_the_party_guidance_reads_as_on_paper() -> None:
    document = read_path(shared("huong-dan-36-the-thuc-van-ban-dang.docx"))
    assert document.text.splitlines()[:7] == [
        "BAN CHẤP HÀNH TRUNG ƯƠNG",
        "VĂN PHÒNG",
        "-------",
        "Số: 36-HD/VPTW",
        "**ĐẢNG CỘNG SẢN VIỆT NAM**",
        "---------------",
        "*Hà Nội, ngày 03 tháng 4 năm 2018*",
    ]
    assert sum(b.kind == "table" for b in document.blocks) == 1
    found = analyse(document).metadata
    assert (found.type, found.number, found.date) == ("Hướng dẫn", "36-HD/VPTW", "2018-04-03")
