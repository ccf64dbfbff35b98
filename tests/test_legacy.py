"""Older Vietnamese encodings: the tables, what is told by statistics, text, PDF and Word files.

Bytes and strings in those encodings are written out by hand, as programs show them, unless a test
says that it takes the tables' inverse.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

import extract
from docx_parts import docx, p, t
from extract.document import Document
from extract.errors import InputError
from extract.output.contract import as_dict
from extract.readers.files import read_bytes
from extract.readers.legacy.encodings import ENCODINGS, Encoding, by_font, convert, is_spelled
from extract.readers.legacy.maps import TCVN3, VNI
from extract.readers.legacy.text import Restored, detect, is_unicode, restore
from extract.readers.legacy.twice import reread
from pdfs import LEFT, Pdf

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"
REPORT = (
    "Trong năm 2007, toàn huyện có 40 tổ tự quản, giảm 09 tổ so với cùng kỳ năm trước.\n"
    "Ủy ban nhân dân tỉnh giao Sở Tài chính chủ trì, phối hợp với các đơn vị liên quan.\n"
    "Kết quả: đã giải quyết 1.250 hồ sơ, đạt 96,5% kế hoạch; những việc còn lại sang quý I.\n"
    "\n"
    "- Công tác tuyên truyền được đẩy mạnh, người dân hưởng ứng.\n"
    "- Thu ngân sách nhà nước ước đạt 8,5 tỷ đồng, vượt dự toán.\n"
)


def in_tcvn3(text: str) -> str:
    """`text` by the inverse of the table; capitals that it does not have as small letters."""
    inverse = {letter: chr(code) for code, letter in TCVN3.items() if code < 0x100}
    return "".join(inverse.get(c) or inverse.get(c.lower(), c) for c in text)


def in_vni(text: str) -> str:
    """`text` by the inverse of the table."""
    inverse = {
        letter: source
        for source, letter in VNI.items()
        if len(source) == 1 or source[0].isupper() == source[1].isupper()
    }
    return "".join(inverse.get(c, c) for c in text)


def in_cp1258(text: str) -> bytes:
    """`text` in code page 1258: vowels with their tones behind them."""
    out = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
        out += vowel + "".join(c for c in parts if c in TONES)
    return out.encode("cp1258")


ENCODED: dict[Encoding, bytes] = {
    "tcvn3": in_tcvn3(REPORT).encode("cp1252"),
    "vni": in_vni(REPORT).encode("cp1252"),
    "cp1258": in_cp1258(REPORT),
}


# the tables


@pytest.mark.parametrize(
    ("encoding", "source", "text"),
    [
        ("tcvn3", b"Vi\xd6t Nam", "Việt Nam"),
        ("tcvn3", b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca", "Cộng hòa xã hội chủ nghĩa"),
        ("tcvn3", b"\xa7\xe9c l\xcbp - T\xf9 do - H\xb9nh ph\xf3c", "Độc lập - Tự do - Hạnh phúc"),
        ("tcvn3", b"\xae\xad\xeec \xad\xedc \xae\xb9t", "được ước đạt"),
        ("tcvn3", b"th\xb8ng n\xa8m v\xb5 qu\xfd", "tháng năm và quý"),
        ("vni", b"Vie\xe4t Nam", "Việt Nam"),
        ("vni", b"Co\xe4ng ho\xf8a xa\xf5 ho\xe4i chu\xfb ngh\xf3a", "Cộng hòa xã hội chủ nghĩa"),
        (
            "vni",
            b"\xd1o\xe4c la\xe4p - T\xf6\xef do - Ha\xefnh phu\xf9c",
            "Độc lập - Tự do - Hạnh phúc",
        ),
        ("vni", b"CO\xc4NG HO\xd8A \xd1\xd6\xd4\xd9C", "CỘNG HÒA ĐƯỚC"),
        (
            "vni",
            b"nh\xf6\xf5ng th\xf4\xf8i k\xec k\xfd, ch\xe6 th\xf2",
            "những thời kì ký, chỉ thị",
        ),
        ("vni", b"n\xf6\xf4\xf9c, na\xeam, A\xf9n, ba\xe9c, ky\xf8", "nước, năm, Án, bắc, kỳ"),
        ("cp1258", b"Vi\xea\xf2t Nam", "Việt Nam"),
        ("cp1258", b"C\xf4\xf2ng ho\xcca x\xe3 h\xf4\xf2i", "Cộng hòa xă hội"),
        (
            "cp1258",
            b"\xd0\xf4\xf2c l\xe2\xf2p, \xf0\xfd\xf5\xf2c n\xfd\xf5\xecc",
            "Độc lập, được nước",
        ),
    ],
)
def test_words_as_bytes(encoding: Encoding, source: bytes, text: str) -> None:
    assert convert(source.decode("cp1252"), encoding).text == text


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_of_both_cases(letter: str) -> None:
    capital = letter.upper()
    assert len(letter) == len(capital) == 1
    assert convert(in_vni(letter), "vni").text == letter
    assert convert(in_vni(capital), "vni").text == capital
    assert convert(in_tcvn3(letter), "tcvn3").text == letter
    assert convert(in_tcvn3(capital), "tcvn3", upper=True).text == capital
    for one in (letter, capital):
        assert convert(in_cp1258(one).decode("cp1252"), "cp1258").text == one


def test_the_letters_are_all_there() -> None:
    assert len([c for c in LETTERS if not c.isascii()]) == 67
    assert {c for c in VNI.values() if not c.isascii()} == {
        shape for c in LETTERS if not c.isascii() for shape in (c, c.upper())
    }


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_character_keeps_its_place(encoding: Encoding) -> None:
    source = ENCODED[encoding].decode("cp1252")
    text, starts = convert(source, encoding)
    assert unicodedata.is_normalized("NFC", text)
    assert (len(starts), starts[0], starts[-1]) == (len(text) + 1, 0, len(source))
    back = [source[a:b] for a, b in pairwise(starts)]
    assert "".join(back) == source
    assert all(len(piece) <= 2 for piece in back)
    assert all(
        convert(piece, encoding).text == char for piece, char in zip(back, text, strict=True)
    )


def test_two_characters_become_one() -> None:
    text, starts = convert("Vieät Nam", "vni")
    assert (text, list(starts)) == ("Việt Nam", [0, 1, 2, 4, 5, 6, 7, 8, 9])
    text, starts = convert("Viêòt", "cp1258")
    assert (text, list(starts)) == ("Việt", [0, 1, 2, 4, 5])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("VIÖT NAM", "VIỆT NAM"),
        ("THµNH PHè Hå CHÝ MINH", "THÀNH PHỐ HỒ CHÍ MINH"),
        ("Hå ChÝ Minh, Bµ RÞa, TP. Hµ Néi", "Hồ Chí Minh, Bà Rịa, TP. Hà Nội"),
        ("Sè: 25/BC-UBND", "Số: 25/BC-UBND"),
        ("Q§-TTg, H§ND", "QĐ-TTg, HĐND"),
    ],
)
def test_capitals_typed_in_a_font_without_them(source: str, text: str) -> None:
    assert convert(source, "tcvn3").text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("n−íc, t− nh©n, −u ®·i", "nước, tư nhân, ưu đãi"),
        ("n\xadíc", "nước"),
        ("−", "ư"),
        ("n-íc, ®-îc, ph-¬ng h-íng t- nh©n nh- sau", "nước, được, phương hướng tư nhân như sau"),
        (
            "kinh tÕ-x· héi, 12-CP, a- §iÓm, V-Thu, ty-ren",
            "kinh tế-xã hội, 12-CP, a- Điểm, V-Thu, ty-ren",
        ),
        ("c- Thu\nd- Chi", "c- Thu\nd- Chi"),
        ("gi¶m −5 tû", "giảm −5 tỷ"),
    ],
)
def test_the_letter_that_becomes_a_hyphen(source: str, text: str) -> None:
    assert convert(source, "tcvn3").text == text


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", ("tcvn3", False)),
        (".VnTimeH", ("tcvn3", True)),
        ("ABCDEF+.VnTimeH,Bold", ("tcvn3", True)),
        (".VnArial NarrowH", ("tcvn3", True)),
        (".VnTime-BoldItalic", ("tcvn3", False)),
        (".vntime", ("tcvn3", False)),
        ("#2EVnTime", ("tcvn3", False)),
        ("VnTimeH", ("tcvn3", True)),
        ("VNI-Times", ("vni", False)),
        ("ABCDEF+VNI-Helve-Condense", ("vni", False)),
        ("TimesNewRomanPSMT", None),
        ("Verdana", None),
        ("", None),
    ],
)
def test_fonts(name: str, font: tuple[str, bool] | None) -> None:
    assert by_font(name) == font


@pytest.mark.parametrize("word", "hoà hóa quý giá thuở Huế nghiêng VIỆT được ý".split())
def test_spelled(word: str) -> None:
    assert is_spelled(word)


@pytest.mark.parametrize("word", "xaõ hoäi thaó viÖt cãc năo Éét dộc-lap b hòà".split())
def test_not_spelled(word: str) -> None:
    assert not is_spelled(word)


# what is told by statistics


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_is_told(encoding: Encoding) -> None:
    assert detect(ENCODED[encoding].decode("cp1252")) == encoding


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "tcvn3"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "tcvn3"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "vni"),
    ],
)
def test_one_line_is_enough(line: str, encoding: Encoding) -> None:
    assert detect(line) == encoding
    assert restore(line).encodings == (encoding,)


OTHERS = {
    "empty": "",
    "blank": " \n\n",
    "ascii": "Bao cao tong ket nam 2007: 40 to, giam 09 to.\n",
    "unicode": REPORT,
    "nfd": unicodedata.normalize("NFD", REPORT),
    "unicode in Latin-1 letters": "Công tác thông tin\nHoà hoãn, hoá thanh, toà án, công xã\n",
    "few marks": "The café of Mr. Nguyen; a naïve façade.\n",
    "English": "“Windows®” © 2020 — 25°C, £5m, ½ cup, 3 × 4 µm, a résumé, §5, naïve façade.\n",
    "French": "Né à Paris, l'élève a reçu un diplôme très coté. «Où était la vérité ?» Dès l'été, "
    "le blé, le thé, un dé. Ça ira bientôt, après le congrès où siégeaient les délégués.\n",
    "French, spaced quotes": "Il dit : « à ». « Oui » · « né » · ª º\n",
    "German": "Über die Straße führt eine schöne Brücke; für Söhne gefährlich. Größe, süß, Tür.\n",
    "Portuguese": "Não há solução; são três irmãos, a mãe está lá, já vão às lições. Pão, chá.\n",
    "Spanish": "El niño pequeño comió piñas mañana; ¿qué pasó? ¡Sí, señor! Año, acción, más.\n",
    "Swedish": "Åsa går över ån på älgjakt; små får möta räv, nära sjö. Få, så, två, nå, må, rå.\n",
}


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize("name", OTHERS)
def test_other_text_stays_as_it_is(name: str, times: int) -> None:
    text = OTHERS[name] * times
    assert detect(text) is None
    assert restore(text) == (text, (), ())


@pytest.mark.parametrize(
    "name", ["English", "French", "German", "Portuguese", "Spanish", "Swedish"]
)
@pytest.mark.parametrize("times", [1, 30])
def test_bytes_of_other_languages_are_refused(name: str, times: int) -> None:
    with pytest.raises(InputError, match="not UTF-8") as raised:
        read_bytes(OTHERS[name].encode("cp1252") * times, "western.txt")
    assert "western.txt" in str(raised.value) and "UTF-8" in raised.value.said("vi")


def test_a_text_of_several_sources() -> None:
    legacy = in_tcvn3("- Công tác quản lý nhà nước về đất đai được tăng cường.\n")
    vni = in_vni("- Những việc còn lại sẽ được giải quyết dứt điểm.\n")
    text = f"CÔNG TÁC\n{REPORT}{legacy}Sè hé nghÌo\n{REPORT}Thông tin\n{vni}{REPORT}"
    restored = restore(text)
    assert restored.text == (
        f"CÔNG TÁC\n{REPORT}- Công tác quản lý nhà nước về đất đai được tăng cường.\nSố hộ nghèo\n"
        f"{REPORT}Thông tin\n- Những việc còn lại sẽ được giải quyết dứt điểm.\n{REPORT}"
    )
    assert (restored.encodings, restored.warnings) == (("tcvn3", "vni"), ())


def test_short_lines_go_with_their_neighbours() -> None:
    text = "Phô lôc\n" + in_tcvn3(REPORT) + "thông\nĐộc lập\nthông\n"
    assert restore(text).text.startswith("Phụ lục\nTrong năm")
    assert restore(text).text.endswith("thụng\nĐộc lập\nthông\n")


def test_is_unicode() -> None:
    assert is_unicode(REPORT)
    assert not is_unicode(in_tcvn3(REPORT))
    assert not is_unicode(REPORT + in_tcvn3(REPORT))
    assert not is_unicode("VnTime")


# text files


def check_report(document: Document, reader: str) -> None:
    """The report, read from an older encoding."""
    expected = REPORT.replace("Ủy", "ủy") if reader.endswith("tcvn3") else REPORT
    assert (document.text, document.reader, document.warnings) == (expected, reader, ())
    record = extract.as_dict(extract.analyse(document))
    assert record["reading_text"] == expected
    assert (record["status"], record["source"]["reader"]) == ("ok", reader)
    assert "-09" not in record["reading_text"]
    for quantity in record["quantities"]:
        assert expected[quantity["start"] : quantity["end"]] == quantity["text"]
    assert "1.250" in [q["text"] for q in record["quantities"]]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_files_in_older_encodings(encoding: Encoding) -> None:
    check_report(read_bytes(ENCODED[encoding], "cu.txt"), f"text-{encoding}")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_saved_again_as_unicode(encoding: Encoding, code: str) -> None:
    data = ENCODED[encoding].decode("cp1252").encode(code)
    check_report(read_bytes(data, "cu.txt"), f"text-{encoding}")


def test_bytes_of_both_kinds() -> None:
    data = REPORT.encode() + ENCODED["tcvn3"] + REPORT.encode()
    document = read_bytes(data, "cu.txt")
    assert document.reader == "text-tcvn3"
    assert document.text == REPORT + REPORT.replace("Ủy", "ủy") + REPORT


def test_unicode_files_keep_their_own_text() -> None:
    document = read_bytes(REPORT.encode(), "moi.txt")
    assert document.reader == "text"
    assert extract.as_dict(extract.analyse(document))["reading_text"] is None


def test_a_file_that_reads_badly_is_partial() -> None:
    data = "Nhµ n−íc ®îc kxÕt, ®Çu t wÊq, b¸o c¸o, thxùc hiÖn, vÒ, tû lÖ, ®Õn".replace("−", "\xad")
    document = read_bytes(f"{data}\n".encode("cp1252"), "cu.txt")
    assert document.reader == "text-tcvn3"
    assert "TCVN3, which is not sure" in document.warnings[0]
    assert extract.as_dict(extract.analyse(document))["status"] == "partial"


def test_what_looks_encoded_and_is_not_known_is_partial() -> None:
    text = REPORT + "Th¼nq h¾ngx m¹xng th¶zx kÕxt qu¶wx v½wrx ®Ìxq\n" * 3
    document = read_bytes(text.encode(), "la.txt")
    assert (document.text, document.reader) == (text, "text")
    assert "from line 7 on" in document.warnings[0] and "dòng 7" in document.warnings[0].said("vi")


# PDF and Word files


@pytest.mark.parametrize(
    ("font", "source"), [(".VnTime", "ViÖt Nam ®−îc"), ("VNI-Times", "Vieät Nam ñöôïc")]
)
def test_pdf(font: str, source: str) -> None:
    pdf = Pdf().page().text(LEFT, 100, source, font=font)
    document = read_bytes(pdf.build(), "cu.pdf")
    assert (document.text.strip(), document.warnings) == ("Việt Nam được", ())
    assert document.reader == ("pdf-vni" if "VNI" in font else "pdf-tcvn3")
    assert document.places is not None
    box = document.places.boxes(2, 3)[0]  # ệ: one character of the file or two
    characters = 2 if "VNI" in font else 1
    assert (box.x0, box.x1) == (
        pytest.approx(LEFT + 2 * 7.2, abs=0.1),
        pytest.approx(LEFT + (2 + characters) * 7.2, abs=3),
    )


def test_pdf_capitals() -> None:
    pdf = Pdf().page().text(LEFT, 100, "b¸o c¸o tæng kÕt", font="ABCDEF+.VnTimeH,Bold")
    assert "BÁO CÁO TỔNG KẾT" in read_bytes(pdf.build(), "cu.pdf").text


def test_pdf_with_unicode_in_a_font_of_that_name() -> None:
    pdf = Pdf().page()
    for n, line in enumerate(REPORT.splitlines()):
        pdf.text(LEFT, 100 + 20 * n, line, size=8, font=".VnTime")
    document = read_bytes(pdf.build(), "moi.pdf")
    assert document.reader == "pdf" and "Công tác tuyên truyền" in document.text


def rfonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_word_runs() -> None:
    body = (
        p(t("b¸o c¸o", rfonts(".VnTimeH")))
        + p(t("Coäng hoøa xaõ hoäi", rfonts("VNI-Times")) + t(" công khai", rfonts("Times")))
        + p(t("N\xadíc, n", rfonts(".VnTime")) + t("¨m 2007 cã", rfonts(".VnTime")))
    )
    document = read_bytes(docx(body), "cu.docx")
    assert document.text == "BÁO CÁO\nCộng hòa xã hội công khai\nNước, năm 2007 có\n"
    assert (document.reader, document.warnings) == ("docx-tcvn3-vni", ())


def test_word_fonts_of_styles_and_labels() -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{rfonts('.VnTime')}</w:rPr></w:rPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:styleId="H">'
        f"<w:rPr>{rfonts('.VnTimeH')}</w:rPr></w:style>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p(t("tæng céng"), '<w:pStyle w:val="H"/>') + p(
        t("Ph¹m vi"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    )
    document = read_bytes(docx(body, styles=styles, numbering=numbering), "cu.docx")
    assert document.text == "TỔNG CỘNG\nĐiều 1. Phạm vi\n"


def test_word_with_unicode_in_fonts_of_that_name() -> None:
    body = "".join(p(t(line, rfonts(".VnTime"))) for line in REPORT.splitlines() if line)
    document = read_bytes(docx(body + p(t("công tác", rfonts(".VnTime")))), "moi.docx")
    assert document.reader == "docx" and document.text.endswith("công tác\n")


def test_word_soft_hyphens() -> None:
    hyphen = "<w:r><w:rPr>{}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>{}</w:t></w:r>"
    body = p(hyphen.format(rfonts(".VnTime"), "íc")) + p(hyphen.format("", "on"))
    assert read_bytes(docx(body), "cu.docx").text == "nước\nnon\n"


# by what they read as


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_word_in_fonts_that_tell_nothing(encoding: Encoding) -> None:
    encode = in_tcvn3 if encoding == "tcvn3" else in_vni
    parts = [encode(line).split("\xad") for line in REPORT.split("\n") if line]
    body = "".join(p("<w:r><w:softHyphen/></w:r>".join(map(t, line))) for line in parts)
    document = read_bytes(docx(body), "a.docx")
    assert document.reader == f"docx-{encoding}" and document.warnings == ()
    assert document.text.lower() == "\n".join(filter(None, REPORT.split("\n"))).lower() + "\n"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_pdf_in_fonts_that_tell_nothing(encoding: Encoding) -> None:
    encode = in_tcvn3 if encoding == "tcvn3" else in_vni
    pdf = Pdf().page()
    for n, line in enumerate(filter(None, REPORT.split("\n"))):
        pdf.text(LEFT, 100 + 30 * n, encode(line), 8, "CIDFont")
    document = read_bytes(pdf.build(), "a.pdf")
    assert document.reader == f"pdf-{encoding}" and document.warnings == ()
    assert (
        document.text.lower().split("\n") == REPORT.lower().replace("\n\n", "\n").split("\n")[:-1]
    )
    start = document.text.index("1.250")
    (box,) = document.places.boxes(start, start + 5) if document.places else ()
    assert box.x1 - box.x0 == pytest.approx(5 * 0.6 * 8, abs=0.1)


def test_pdf_of_both_kinds_keeps_its_unicode() -> None:
    pdf = Pdf().page()
    for n, line in enumerate(filter(None, REPORT.split("\n"))):
        pdf.text(LEFT, 100 + 30 * n, in_tcvn3(line), 8, "CIDFont")
    pdf.text(LEFT, 400, "Trang thông tin điện tử, có là và.", 8)
    assert read_bytes(pdf.build(), "a.pdf").text.endswith("\nTrang thông tin điện tử, có là và.")


def page(body: str, code: str, declared: str, head: str = "") -> bytes:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    return f"<html><head>{meta}{head}</head><body>{body}</body></html>".encode(code)


@pytest.mark.parametrize(("code", "declared"), [
    ("utf-8", "utf-8"), ("cp1252", "windows-1252"), ("cp1252", "utf-8"), ("cp1252", "x-user"),
])  # fmt: skip
@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_pages_in_older_encodings(encoding: Encoding, code: str, declared: str) -> None:
    encode = in_tcvn3 if encoding == "tcvn3" else in_vni
    body = "".join(f"<p>{encode(line)}</p>" for line in REPORT.split("\n"))
    document = read_bytes(page(body, code, declared), "a.html")
    assert document.reader == f"html-{encoding}" and document.warnings == ()
    assert document.text.lower() == REPORT.replace("\n\n", "\n").lower()


@pytest.mark.parametrize(
    ("mark", "head"),
    [
        ('<font face=".VnTimeH">{}</font>', ""),
        ("<p style='font-family: \".VnTimeH\", serif; color: red'>{}</p>", ""),
        ('<p class="Td b">{}</p>', '<style>p{margin:0} .Td{font:bold 14pt ".VnTimeH"}</style>'),
        ("<h1>{}</h1>", "<style>h1, h2 { color: red; font-family: .VnTimeH }</style>"),
    ],
)  # fmt: skip
def test_fonts_of_pages(mark: str, head: str) -> None:
    body = mark.format(in_tcvn3("quyết định")) + "<p>Xã có 12 hộ.</p>"
    document = read_bytes(page(body, "utf-8", "utf-8", head), "a.html")
    assert document.text.replace("*", "").split("\n")[0].endswith("QUYẾT ĐỊNH")
    assert document.text.endswith("Xã có 12 hộ.\n") and document.reader == "html-tcvn3"


def test_pages_in_unicode_stay_as_they_are() -> None:
    body = "".join(f'<p><font face=".VnTime">{line}</font></p>' for line in REPORT.split("\n"))
    document = read_bytes(page(body, "utf-8", "utf-8"), "a.html")
    assert document.reader == "html" and document.text == REPORT.replace("\n\n", "\n")


# UTF-8 that was saved as Unicode once more


def seen_as_western(text: str, latin1: bool) -> str:
    """`text` as a program shows its bytes in UTF-8 that takes them for Western letters."""
    codes = [bytes([code]) for code in text.encode()]
    undefined = [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"]
    return "".join(c.decode("latin-1" if latin1 or c in undefined else "cp1252") for c in codes)


@pytest.mark.parametrize("latin1", [False, True])
@pytest.mark.parametrize("blank", ["\xa0", " "])
def test_unicode_saved_twice(latin1: bool, blank: str) -> None:
    shown = seen_as_western(REPORT, latin1).replace("\xa0", blank)
    document = read_bytes(shown.encode(), "b.txt")
    assert (document.text, document.reader, document.warnings) == (REPORT, "text-utf8", ())
    web = page("".join(f"<p>{line}</p>" for line in shown.split("\n")), "utf-8", "utf-8")
    lines = [line for line in REPORT.split("\n") if line]
    assert read_bytes(web, "b.html").text.rstrip("\n").split("\n") == lines
    word = docx("".join(map(p, filter(None, seen_as_western(REPORT, latin1).split("\n")))))
    assert read_bytes(word, "b.docx").text.rstrip("\n").split("\n") == lines


@pytest.mark.parametrize(
    "text",
    ["Đã có 40 tổ. Ô Lâm, Ô Tà Sóc.", "São Paulo, Ã Â", "QuyÕt ®Þnh sè 15", "Naïve Ü, Ã©t", REPORT],
)
def test_other_text_was_saved_once(text: str) -> None:
    assert reread(text) == text


# VIQR

VIQR = (
    "BA'O CA'O\n"
    "Thu+.c hie^.n Nghi. ddi.nh so^' 29/2031/NDD-CP nga`y 11/5/2031, xa~ dda~ gia?m tu+` 40 to^? "
    "xuo^'ng co`n 31 to^?, gia?m 9 to^?.\n"
    "To^?ng so^' 1.250 ho^.. DDe^'n nay Bo^. Ta`i chi'nh dda~ ca^'p 12,5 ty? ddo^`ng\\.\n"
)


def test_vietnamese_typed_in_ascii() -> None:
    document = read_bytes(VIQR.encode(), "b.txt")
    assert document.text == (
        "BÁO CÁO\n"
        "Thực hiện Nghị định số 29/2031/NĐ-CP ngày 11/5/2031, xã đã giảm từ 40 tổ xuống còn 31 tổ, "
        "giảm 9 tổ.\n"
        "Tổng số 1.250 hộ. Đến nay Bộ Tài chính đã cấp 12,5 tỷ đồng.\n"
    )
    report = extract.analyse(document)
    assert document.reader == "text-viqr" and as_dict(report)["status"] == "partial"
    assert [c.number for c in report.citations] == ["29/2031/NĐ-CP"]
    assert [q.text for q in report.quantities] == ["40", "31", "9", "1.250", "12,5"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("quy ddi.nh cu?a xa~. Trong na(m", "quy định của xã. Trong năm"),
        ("gia?m 5 ho.. Thu", "giảm 5 họ. Thu"),
        ("la`m ddu+o+`ng. Xa~ co'", "làm đường. Xã có"),
        ("ta.i bo^. Mo^~i", "tại bô. Mỗi"),
        ("ddo+n vi. su+. nghie^.p", "đơn vị sự nghiệp"),
        ("thu+ ddie^.n tu+? ban@xa.vn", "thư điện tử ban@xa.vn"),
        ("UY? BAN NHA^N DA^N", "UỶ BAN NHÂN DÂN"),
        ("add the address", "add the address"),
    ],
)
def test_ends_of_words_typed_in_ascii(written: str, read: str) -> None:
    assert restore(VIQR + written).text.split("\n")[-1] == read


@pytest.mark.parametrize(
    "text",
    [
        "x^2 + y^2 = a^'b + o+'c; e^.1, don't, a(.b), u+'v, dd",
        "Giảm 5 hộ^1, o+ và a^' trong công thức.\n",
        "Nghi dinh so 29 cua Chinh phu ve viec sap xep + ^ cac don vi.",
    ],
)
def test_what_is_not_typed_so_stays(text: str) -> None:
    assert restore(text) == Restored(text)
